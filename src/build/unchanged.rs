//! A build to which nothing has happened since the last one: no file, no option, no day.
//!
//! Everything that a build depends on is named by the last one in a note in `.rihla`. Where it
//! is all as it was, and the output folder is too, there is nothing to do. The note is written
//! only where nothing had to be said, since what is said is to be said each time.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Left, Options, Written, report};
use crate::query::Site;
use crate::write::{self, Summary};
use rihla_site::failure::Failure;
use rihla_site::source::{Digest, Stamp, Stat};

/// The name of the note, after that of the output folder.
const NAME: &str = "state";

/// What the last build depended on.
#[derive(Serialize, Deserialize)]
struct Note {
    program: String,
    options: [u8; 32],
    stamp: [u8; 32],
    /// From when until when, in nanoseconds since 1970, it would have come out the same.
    from: i128,
    until: i128,
    pages: usize,
    left: Left,
}

/// What a build did that had nothing to do; `None` where there may be something.
pub(super) fn check(options: &Options, stat: &Stat) -> Option<Written> {
    if !options.cache || !stat.is_settled() {
        return None;
    }
    let name = write::note(&options.site, &options.out, NAME).ok()?;
    let note: Note = postcard::from_bytes(&write::recall(&options.site, &name)?).ok()?;
    let now = options.now.as_nanosecond();
    let is_same = note.program == options.program.name()
        && note.options == digest(options)
        && note.stamp == *stat.stamp().bytes()
        && (note.from..note.until).contains(&now);
    if !is_same {
        return None;
    }
    let files = write::intact(&options.site, &options.out)?;
    Some(Written {
        pages: note.pages,
        rendered: Vec::new(),
        summary: Summary {
            written: 0,
            unchanged: files,
            removed: 0,
        },
        left: note.left,
    })
}

/// Notes what a build depended on that said nothing; `stamp` is that of the files before they
/// were read.
///
/// # Errors
/// A failure of the machine.
pub(super) fn note(
    options: &Options,
    site: &Site,
    stamp: Stamp,
    written: &Written,
) -> Result<(), Failure> {
    let note = Note {
        program: options.program.name(),
        options: digest(options),
        stamp: *stamp.bytes(),
        from: options.now.as_nanosecond(),
        until: until(options, site).as_nanosecond(),
        pages: written.pages,
        left: written.left,
    };
    let name = write::note(&options.site, &options.out, NAME)?;
    // Writing to memory does not fail.
    let bytes = postcard::to_stdvec(&note).unwrap_or_default();
    write::private(&options.site, &name, &bytes)
}

/// What was asked for, as far as it decides what comes out.
fn digest(options: &Options) -> [u8; 32] {
    let words = format!(
        "{:?}",
        (
            options.drafts,
            options.at,
            &options.base_url,
            options.compress,
            &options.commit,
            // What is to be written to the ledger is no part of the output.
            options.locked,
        )
    );
    *Digest::of(words.as_bytes()).bytes()
}

/// The first moment after that of a build at which it might come out differently: the next
/// midnight in the site's time zone, or a moment at which something goes online or offline, or on
/// whose passing a page depends.
fn until(options: &Options, site: &Site) -> Timestamp {
    let zone = &site.config.site.time_zone;
    let now = site.moment.now;
    let midnight = site
        .moment
        .today
        .tomorrow()
        .ok()
        .and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
    let midnight = midnight.filter(|moment| *moment > now);
    let next = report::next(site).into_iter().chain(midnight).min();
    // A build as of another day does not change with the hours.
    match options.at {
        Some(_) => Timestamp::MAX,
        None => next.unwrap_or(now),
    }
}
