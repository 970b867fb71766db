//! Addresses of other sites on the built pages: whether they answer.
//!
//! ```text
//! page ─Addresses::look─▶ addresses ─Memory─▶ those to ask about ─rihla_outside─▶ answers ─Memory─▶ findings ─Places─▶ at their sources
//! ```
//!
//! Each address is told once, at all the places of the sources where it is written; one that only a template puts together, at
//! the file that caused its page. What was found is remembered ([`memory`]): an address that answered is believed for some
//! days, and one that does not is advice on the first day and an error on a later one, since servers have bad days.

mod forms;
mod memory;
mod places;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use memory::{Entry, Memory, Remembered};
use places::Places;
use rihla_build::Progress;
use rihla_build::query::Site;
use rihla_diagnostics::catalogue::external as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Location, Pages, Value};
use rihla_html::{Document, ReferenceKind, Rule};
use rihla_outside::{Answer, Client, Fault, Limits, Unknown, Verdict};
use rihla_site::config::SITE;
use rihla_site::plan::Page;
use rihla_text::language::DateStyle;

/// The rules over addresses of other sites.
pub(super) static RULES: &[Rule] = &[
    Rule::new(&say::LINK, &[], &[]),
    Rule::new(&say::MOVED, &[], &[]),
    Rule::new(&say::FRAGMENT, &[], &[]),
    Rule::new(&say::UNKNOWN, &[], &[]),
    Rule::new(&say::INSIDE, &[], &[]),
    Rule::new(&say::FORM, &[], &[]),
];

/// How many places of an address are told.
const PLACES: usize = 20;

/// Who asks, as servers read it: the program and its version. The site is added, so that whoever minds finds somebody to
/// write to.
pub fn client(version: &str) -> Client {
    let name = format!("Mozilla/5.0 (compatible; Rihla/{version}; check of links)");
    Client::new(&name, Limits::default())
}

/// The addresses of other sites, while pages are drawn.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    seen: Mutex<BTreeMap<String, OnPages>>,
}

/// On which pages an address is.
#[derive(Debug)]
struct OnPages {
    first: Arc<str>,
    count: usize,
}

impl Addresses {
    /// Notes where a page leads.
    pub(super) fn look(&self, page: &Page, document: &Document) {
        let mut own: Vec<String> = document
            .references()
            .filter(|reference| matches!(reference.kind, ReferenceKind::Link | ReferenceKind::Form))
            .filter_map(|reference| outside(&reference.address))
            .collect();
        own.sort_unstable();
        own.dedup();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for address in own {
            let pages = seen.entry(address).or_insert_with(|| OnPages {
                first: page.address.clone(),
                count: 0,
            });
            pages.count += 1;
            // Pages are drawn in no order.
            if page.address < pages.first {
                pages.first = page.address.clone();
            }
        }
    }
}

/// An address as one that leads out of the site; those of the site itself are left to [`check`], which knows it.
fn outside(address: &str) -> Option<String> {
    let address = address.trim();
    if let Some(rest) = address.strip_prefix("//") {
        return Some(format!("https://{rest}"));
    }
    let (scheme, _) = address.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    matches!(&*scheme, "http" | "https" | "mailto" | "tel").then(|| address.to_owned())
}

/// What the addresses are asked with.
pub(super) struct Asking<'a> {
    pub client: &'a Client,
    /// The folder of the site, in which is kept what was found.
    pub folder: &'a Path,
    pub now: Timestamp,
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// What is wrong with the addresses of other sites.
pub(super) fn check(site: &Site, addresses: Addresses, asking: &Asking) -> Vec<Diagnostic> {
    let seen = addresses
        .seen
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let settings = &site.config.site;
    let own = &settings.base_url.origin;
    let is_own = |address: &str| {
        let rest = address.strip_prefix(&**own);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    let skipped = &settings.skipped_links;
    let mut is_used = vec![false; skipped.len()];
    let mut faults: Vec<(&str, Fate)> = Vec::new();
    let mut wanted: Vec<&str> = Vec::new();
    for address in seen
        .keys()
        .map(String::as_str)
        .filter(|address| !is_own(address))
    {
        let mut is_skipped = false;
        for (skipped, used) in skipped.iter().zip(&mut is_used) {
            if skipped.holds(address) {
                (*used, is_skipped) = (true, true);
            }
        }
        if is_skipped {
            continue;
        }
        match forms::fault(address) {
            Some(what) => faults.push((address, Fate::Form(what))),
            None if forms::is_asked(address) => wanted.push(address),
            None => {}
        }
    }
    let zone = settings.time_zone.clone();
    let today = asking.now.to_zoned(zone).date();
    let mut memory = Memory::read(asking.folder);
    let is_offline = ask(asking, &mut memory, &wanted, today);
    if !is_offline {
        memory.keep(asking.folder, asking.now);
    }
    for address in wanted {
        if let Some(entry) = memory.get(address) {
            faults.extend(fates(entry).into_iter().map(|fate| (address, fate)));
        }
    }
    let places = Places::of(&site.snapshot, faults.iter().map(|(address, _)| *address));
    let teller = Teller {
        site,
        seen: &seen,
        places,
        today,
    };
    let mut found: Vec<Diagnostic> = faults
        .iter()
        .map(|(address, fate)| teller.tell(address, fate))
        .collect();
    let unused = skipped.iter().zip(is_used).filter(|(_, is_used)| !is_used);
    found.extend(unused.map(|(skipped, _)| {
        let finding = Diagnostic::at(&say::SKIP_UNUSED, SITE, skipped.span);
        finding.with("address", &skipped.address)
    }));
    if is_offline {
        found.push(Diagnostic::new(&say::OFFLINE));
    }
    found
}

/// Asks about addresses whose answer is not known well enough, and notes the answers; tells whether no site could be reached, so
/// that nothing was noted.
fn ask(asking: &Asking, memory: &mut Memory, addresses: &[&str], today: Date) -> bool {
    let is_due = |address: &&&str| {
        let entry = memory.get(address);
        entry.is_none_or(|entry| entry.is_due(asking.now, address))
    };
    let due: Vec<&str> = addresses.iter().filter(is_due).copied().collect();
    if due.is_empty() {
        return false;
    }
    let all = due.len();
    let has_part = |html: &str, part: &str| {
        let document = Document::parse(html);
        let decoded = rihla_text::url::decoded(part);
        // What GitHub writes before the names of headings, its script takes away again.
        let prefixed = format!("user-content-{part}");
        let names = [part, &*decoded, &*prefixed];
        let is_named = |name: &str| names.contains(&name);
        document.ids().any(|(id, _)| is_named(id))
            || document.elements().any(|element| {
                element.name() == "a" && element.attribute("name").is_some_and(is_named)
            })
    };
    (asking.progress)(Progress::Links(0, all));
    let asked = rihla_outside::ask(asking.client, &due, Some(&has_part), &|done| {
        (asking.progress)(Progress::Links(done, all));
    });
    if asked.is_offline {
        return true;
    }
    for (address, answer) in due.into_iter().zip(asked.answers) {
        memory.note(address, remembered(answer, asking.now), asking.now, today);
    }
    false
}

/// What is kept of an answer.
fn remembered(answer: Answer, now: Timestamp) -> Remembered {
    match answer.verdict {
        Verdict::Good => Remembered::Good {
            moved: answer.moved.map(|moved| (moved.to, moved.is_permanent)),
            lacks_part: answer.lacks_part,
        },
        Verdict::Dead(Fault::Inside) => Remembered::Inside,
        Verdict::Dead(fault) => {
            let (what, status) = word(&fault);
            Remembered::Dead(what.to_owned(), status)
        }
        Verdict::Unknown(unknown) => match unknown {
            Unknown::Status(status) => Remembered::Unknown("status".to_owned(), Some(status), None),
            Unknown::Busy(asked) => {
                let seconds = asked.map_or(0, |asked| asked.as_secs());
                let seconds = i64::try_from(seconds).unwrap_or(0);
                let until = now.checked_add(seconds.seconds()).ok();
                Remembered::Unknown("busy".to_owned(), None, until)
            }
            Unknown::Cookies => Remembered::Unknown("cookies".to_owned(), None, None),
            Unknown::NotAsked => Remembered::Unknown("host".to_owned(), None, None),
        },
    }
}

/// How a fault is called in messages and in what is kept.
fn word(fault: &Fault) -> (&'static str, Option<u16>) {
    let word = match fault {
        Fault::Status(status) => return ("status", Some(*status)),
        Fault::Form => "form",
        Fault::Inside => "inside",
        Fault::Network | Fault::Connection => "connection",
        Fault::Name => "name",
        Fault::Time => "time",
        Fault::Protocol => "protocol",
        Fault::Loop => "loop",
        Fault::LeadsInside => "leads-inside",
        Fault::LeadsElsewhere => "leads-elsewhere",
        Fault::CertificateTime => "certificate-time",
        Fault::CertificateName => "certificate-name",
        Fault::Certificate => "certificate",
    };
    (word, None)
}

/// What is to be told of an address.
enum Fate {
    Form(&'static str),
    Inside,
    Dead {
        what: String,
        status: Option<u16>,
        since: Date,
    },
    Unknown {
        what: String,
        status: Option<u16>,
    },
    Moved(String),
    Fragment,
}

/// What is to be told of an address by what is known of it.
fn fates(entry: &Entry) -> Vec<Fate> {
    match &entry.found {
        Remembered::Good { moved, lacks_part } => {
            let permanent = moved.as_ref().filter(|(_, is_permanent)| *is_permanent);
            let moved = permanent.map(|(to, _)| Fate::Moved(to.clone()));
            moved
                .into_iter()
                .chain(lacks_part.then_some(Fate::Fragment))
                .collect()
        }
        Remembered::Inside => vec![Fate::Inside],
        Remembered::Dead(what, status) => vec![Fate::Dead {
            what: what.clone(),
            status: *status,
            since: entry.since,
        }],
        Remembered::Unknown(what, status, _) => vec![Fate::Unknown {
            what: what.clone(),
            status: *status,
        }],
    }
}

/// An address in the place of another one: without what would end it there, and with `&amp;` where that was written.
fn as_written(address: &str, before: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '\'' => text.push_str("%27"),
            '(' => text.push_str("%28"),
            ')' => text.push_str("%29"),
            '&' if before.contains("&amp;") => text.push_str("&amp;"),
            _ => text.push(c),
        }
    }
    text
}

/// Puts findings into words and to their places.
struct Teller<'a> {
    site: &'a Site,
    seen: &'a BTreeMap<String, OnPages>,
    places: Places,
    today: Date,
}

impl Teller<'_> {
    fn tell(&self, address: &str, fate: &Fate) -> Diagnostic {
        let mut found = match fate {
            Fate::Form(what) => Diagnostic::new(&say::FORM).with("what", *what),
            Fate::Inside => Diagnostic::new(&say::INSIDE),
            Fate::Dead {
                what,
                status,
                since,
            } => {
                // A bad day is no reason to keep a site from being published.
                let is_new = *since >= self.today;
                Diagnostic::new(&say::LINK)
                    .with("what", what)
                    .with_some("status", *status)
                    .with("since", self.date(*since))
                    .with("state", if is_new { "new" } else { "old" })
                    .eased(is_new)
            }
            Fate::Unknown { what, status } => Diagnostic::new(&say::UNKNOWN)
                .with("what", what)
                .with_some("status", *status),
            Fate::Moved(to) => Diagnostic::new(&say::MOVED).with("to", to),
            Fate::Fragment => {
                let part = address.split_once('#').map_or("", |(_, part)| part);
                Diagnostic::new(&say::FRAGMENT).with("fragment", part)
            }
        };
        found = found.with("address", address);
        if let Some(pages) = self.seen.get(address) {
            found.pages = Some(Pages {
                first: pages.first.clone(),
                count: pages.count,
            });
        }
        let places = self.places.get(address);
        if let Fate::Moved(to) = fate
            && let Some(first) = places.first()
        {
            // Everywhere at once, or the others would be told again.
            let edits = places.iter().filter_map(|place| {
                let span = place.span?;
                let written = self
                    .site
                    .snapshot
                    .text(&place.path)?
                    .get(span.start..span.end)?;
                Some(Edit {
                    path: (place.path != first.path).then(|| place.path.clone()),
                    span,
                    text: as_written(to, written),
                })
            });
            found = found.correct(Correction::Edits(edits.collect()));
        }
        let Some((first, others)) = places.split_first() else {
            return self.somewhere(found);
        };
        found = found.placed(first.clone());
        for other in others.iter().take(PLACES) {
            found = found.related(other.clone(), say::ALSO);
        }
        found
    }

    /// What a template puts together is told at the file for which its first page is drawn.
    fn somewhere(&self, found: Diagnostic) -> Diagnostic {
        let first = found.pages.as_ref().map(|pages| pages.first.clone());
        let page = first.and_then(|first| self.site.plan.page(&first));
        let path = page.map_or_else(|| SITE.into(), |page| page.place.path.clone());
        found.placed(Location::file(path))
    }

    fn date(&self, date: Date) -> Value {
        let languages = self.site.config.site.languages.iter();
        let said = languages.map(|language| {
            let said = language.date(date, DateStyle::Long);
            (language.tag.to_string(), said)
        });
        Value::Each(said.collect(), date.to_string())
    }
}
