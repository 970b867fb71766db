//! What is remembered of addresses of other sites, in `.rihla` of the site.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use rihla_build::write;

/// The file.
const FILE: &str = "external.json";
/// The form in which it is written; another one is not read.
const VERSION: u32 = 1;
/// For how many days an address that answered is believed, at least; and how many more at most, so that not all of a site are asked
/// about on the same day.
const BELIEVED: (i64, i64) = (6, 3);
/// After how many days an address that no page has any more is forgotten.
const FORGOTTEN: i64 = 90;

/// What is known of addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Memory {
    version: u32,
    addresses: BTreeMap<String, Entry>,
}

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// When it was asked about.
    asked: Timestamp,
    /// The day from which on it has been found to be so, as far as that is why it is told.
    pub since: Date,
    pub found: Remembered,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Remembered {
    /// It answers.
    Good {
        /// Where it leads, and whether for good.
        moved: Option<(String, bool)>,
        /// Whether the page lacks the part that is meant.
        lacks_part: bool,
    },
    /// It is of this machine or an inner network.
    Inside,
    /// It does not answer: why, and with which status.
    Dead(String, Option<u16>),
    /// Nobody can tell: why, with which status, and until when it is not asked about.
    Unknown(String, Option<u16>, Option<Timestamp>),
}

impl Entry {
    /// Whether an address is to be asked about again. What answered is believed for some days; what did not, never.
    pub(super) fn is_due(&self, now: Timestamp, address: &str) -> bool {
        let until = match &self.found {
            Remembered::Good { .. } => {
                let (least, more) = BELIEVED;
                let letters: i64 = address.bytes().map(i64::from).sum();
                let days = least + letters % (more + 1);
                self.asked.checked_add((days * 24).hours()).ok()
            }
            Remembered::Unknown(_, _, until) => *until,
            Remembered::Inside | Remembered::Dead(..) => None,
        };
        // A clock that was put back is no reason never to ask again.
        until.is_none_or(|until| until <= now) || self.asked > now
    }
}

impl Memory {
    /// What is known; nothing where nothing was kept, or in another form.
    pub(super) fn read(folder: &Path) -> Self {
        let bytes = write::recall(folder, FILE);
        let read = bytes.and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        read.filter(|memory| memory.version == VERSION)
            .unwrap_or_else(|| Self {
                version: VERSION,
                addresses: BTreeMap::new(),
            })
    }

    pub(super) fn get(&self, address: &str) -> Option<&Entry> {
        self.addresses.get(address)
    }

    /// Notes an answer. A failure is as old as the first of an unbroken row; that nobody can tell breaks no row.
    pub(super) fn note(&mut self, address: &str, found: Remembered, now: Timestamp, today: Date) {
        let before = self.addresses.get(address);
        let since = before.map(|before| before.since);
        let was_dead = matches!(
            before.map(|before| &before.found),
            Some(Remembered::Dead(..))
        );
        let entry = match (&found, was_dead) {
            (Remembered::Dead(..), true) => Entry {
                asked: now,
                since: since.unwrap_or(today),
                found,
            },
            // A dead address whose server is busy today is dead still.
            (Remembered::Unknown(..), true) => return,
            _ => Entry {
                asked: now,
                since: today,
                found,
            },
        };
        self.addresses.insert(address.to_owned(), entry);
    }

    /// Keeps what is known. Where the machine does not let it, the next check asks again.
    pub(super) fn keep(&mut self, folder: &Path, now: Timestamp) {
        let oldest = now.checked_sub((FORGOTTEN * 24).hours());
        if let Ok(oldest) = oldest {
            self.addresses.retain(|_, entry| entry.asked >= oldest);
        }
        if let Ok(mut bytes) = serde_json::to_vec_pretty(self) {
            bytes.push(b'\n');
            let _ = write::private(folder, FILE, &bytes);
        }
    }
}
