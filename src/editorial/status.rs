//! Where every entry stands in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::subject::{AROUND, Subject};
use super::{Desk, Refused};
use rihla_build::blocked::{self, Why};
use rihla_build::query::Site;
use rihla_build::write;
use rihla_build::{Options, report};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Text, Value as Words, nearest};
use rihla_site::config::Collection;
use rihla_site::content::Role;
use rihla_site::failure::Cause;
use rihla_site::graph::{Entry, Known, Unresolved, named};
use rihla_site::ids::{ByLanguage, EntryId, LanguageId};
use rihla_site::schema::{Check, FieldPath, FieldValue};
use rihla_site::source::{Digest, LEDGER, Snapshot, Stat};
use rihla_site::translation::State;

/// The file in `.rihla` that keeps the last status.
const NAME: &str = "status";

/// Where a site stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The day as of which.
    pub day: String,
    /// The languages of the site: tag and own name.
    pub languages: ByLanguage<(String, String)>,
    /// What is translated, ordered by what is to be done first.
    pub rows: Vec<Row>,
    /// The next moment at which a build would change the site (RFC 3339).
    pub next_build: Option<String>,
    /// How many errors keep the site from being built.
    pub errors: usize,
}

/// One thing that is translated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub id: String,
    /// The name of its collection.
    pub collection: String,
    /// Its title in each language.
    pub titles: ByLanguage<Option<String>>,
    /// The file of each language.
    pub paths: ByLanguage<Option<String>>,
    /// The address of each language, where it has a page.
    pub addresses: ByLanguage<Option<String>>,
    /// What each language is to the others.
    pub states: ByLanguage<Option<State>>,
    /// The language from which each is translated.
    pub sources: ByLanguage<Option<LanguageId>>,
    /// What is not online, and why.
    pub blocked: Vec<Blocked>,
    /// Whether each language is online.
    pub online: ByLanguage<bool>,
    /// The day on which it is to be read again.
    pub review_by: Option<String>,
    /// Whether that day has come.
    pub is_due: bool,
    /// Whether an error of a check stands in one of its files.
    pub is_refused: bool,
    /// Whether its languages must say the same at once.
    pub is_important: bool,
}

/// A text that is not online.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Its language; `None` where it concerns all.
    pub language: Option<LanguageId>,
    /// A word for the reason.
    pub reason: String,
    /// When that changes, or changed (RFC 3339).
    pub date: Option<String>,
    /// The languages for which it waits.
    pub waits_for: Vec<LanguageId>,
    /// The reason in words.
    pub said: Words,
}

/// What of a status is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The tag of a language.
    pub language: Option<String>,
    /// The name of a collection.
    pub collection: Option<String>,
    /// States; none for all.
    pub states: Vec<State>,
}

impl Row {
    /// The numbers of the languages in which something is to be done about the translation.
    pub fn open(&self) -> impl Iterator<Item = (LanguageId, State)> + '_ {
        let states = self.states.pairs();
        states.filter_map(|(number, state)| Some((number, state.filter(|state| state.is_open())?)))
    }

    /// Whether there is something to do, or to know.
    pub fn is_open(&self) -> bool {
        self.open().next().is_some() || !self.blocked.is_empty() || self.is_due
    }

    /// What stands first is to be done first.
    fn urgency(&self) -> (bool, usize, bool, bool, bool) {
        let most = self.open().map(|(_, state)| state.urgency()).min();
        let waits = self
            .blocked
            .iter()
            .any(|blocked| !blocked.waits_for.is_empty());
        (
            !self.is_refused,
            most.unwrap_or(usize::MAX),
            !self.is_important,
            !waits,
            !self.is_due && self.blocked.is_empty(),
        )
    }
}

impl Status {
    /// What of it is wanted.
    ///
    /// # Errors
    ///
    /// The word of the filter that names nothing, and what there is.
    pub fn filtered(mut self, filter: &Filter) -> Result<Self, (String, Vec<String>)> {
        let language = match &filter.language {
            None => None,
            Some(tag) => {
                let found = self.languages.find(|(known, _)| known == tag);
                let known = || self.languages.iter().map(|(tag, _)| tag.clone()).collect();
                Some(found.ok_or_else(|| (tag.clone(), known()))?)
            }
        };
        if let Some(name) = &filter.collection {
            let mut known: Vec<String> =
                self.rows.iter().map(|row| row.collection.clone()).collect();
            known.sort();
            known.dedup();
            if !known.contains(name) {
                return Err((name.clone(), known));
            }
            self.rows.retain(|row| row.collection == *name);
        }
        for row in &mut self.rows {
            for (number, state) in row.states.pairs_mut() {
                let is_wanted = language.is_none_or(|language| language == number)
                    && state.is_some_and(|state| {
                        filter.states.is_empty() || filter.states.contains(&state)
                    });
                if !is_wanted {
                    *state = None;
                }
            }
            row.blocked.retain(|blocked| {
                filter.states.is_empty()
                    && language.is_none_or(|language| {
                        blocked.language.is_none_or(|number| number == language)
                    })
            });
        }
        self.rows.retain(|row| {
            row.states.iter().any(Option::is_some)
                || !row.blocked.is_empty()
                || filter.states.is_empty() && language.is_none()
        });
        Ok(self)
    }

    /// What of it concerns the entries that are named; all of it where none is. A name that means
    /// several means each of them.
    ///
    /// # Errors
    /// A name that means none.
    pub fn of(mut self, names: &[String]) -> Result<Self, Refused> {
        if names.is_empty() {
            return Ok(self);
        }
        let texts = |texts: &[Option<String>]| {
            let texts = texts.iter().flatten();
            texts.map(|text| Arc::from(text.as_str())).collect()
        };
        let known: Vec<Known> = self
            .rows
            .iter()
            .map(|row| Known {
                id: row.id.as_str().into(),
                files: texts(&row.paths),
                addresses: texts(&row.addresses),
                titles: texts(&row.titles),
            })
            .collect();
        let mut wanted: BTreeSet<Arc<str>> = BTreeSet::new();
        for name in names {
            match named(name, &known) {
                Ok(at) => drop(wanted.insert(known[at].id.clone())),
                Err(Unresolved::Ambiguous(ids)) => wanted.extend(ids),
                Err(Unresolved::Unknown) => {
                    let ids = known.iter().map(|known| &*known.id);
                    return Err(Refused::because(
                        Diagnostic::new(&say::UNKNOWN)
                            .with("value", name)
                            .with_some("nearest", nearest(name, ids)),
                    ));
                }
            }
        }
        self.rows.retain(|row| wanted.contains(row.id.as_str()));
        Ok(self)
    }

    /// How many texts are in each state, in the order of what is to be done first.
    pub fn counts(&self) -> Vec<(State, usize)> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for state in self.rows.iter().flat_map(|row| row.states.iter().flatten()) {
            *counts.entry(state.urgency()).or_default() += 1;
        }
        let counts = counts.into_iter();
        counts.map(|(at, count)| (State::ALL[at], count)).collect()
    }

    /// Whether a text is in one of some states.
    pub fn has(&self, states: &[State]) -> bool {
        let mut all = self.rows.iter().flat_map(|row| row.states.iter().flatten());
        all.any(|state| states.contains(state))
    }
}

/// A status from the cache, and what it depended on.
#[derive(Serialize, Deserialize)]
struct CachedStatus {
    program: String,
    options: [u8; 32],
    stamp: [u8; 32],
    /// From when until when, in nanoseconds since 1970, it would be the same.
    from: i128,
    until: i128,
    report: [u8; 32],
    status: Status,
}

/// Says where a site stands. Where nothing has changed since the last time, that is taken over.
///
/// # Errors
///
/// Where the site cannot be read, or its configuration.
pub fn status(options: &Options) -> Result<Status, Refused> {
    let machine = |diagnostic: Diagnostic| Refused {
        diagnostics: vec![diagnostic],
        failed: Some(Cause::Machine),
        snapshot: None,
    };
    let stat = Stat::at(&options.site).map_err(|failure| machine(failure.diagnostic))?;
    let (stamp, is_settled) = stat.stamp_beside_ledger();
    let stamp = *stamp.bytes();
    let written = write::recall(&options.site, report::REPORT).unwrap_or_default();
    let report = *Digest::of(&written).bytes();
    let asked = asked(options);
    let now = options.now.as_nanosecond();
    if let Some(cached) = recall(&options.site)
        && cached.program == options.program.name_of_status()
        && (cached.stamp, cached.options, cached.report) == (stamp, asked, report)
        && (cached.from..cached.until).contains(&now)
    {
        return Ok(cached.status);
    }
    let (snapshot, diagnostics) =
        Snapshot::read_again(stat, None).map_err(|failure| machine(failure.diagnostic))?;
    let desk = Desk::of(Arc::new(snapshot), diagnostics, options)?;
    let status = of(&desk, &written);
    if is_settled {
        keep(&desk, options, stamp, report, &status);
    }
    Ok(status)
}

impl Desk {
    /// Where the site stands; `site` is its folder, for what the last build noted.
    pub fn status(&self, site: &Path) -> Status {
        let written = write::recall(site, report::REPORT).unwrap_or_default();
        of(self, &written)
    }
}

/// Keeps the status of a site that was built without errors, so that it is there when it is asked
/// for. Where a file has changed meanwhile, nothing is cached.
pub fn cache_status(options: &Options, site: &Arc<Site>) {
    let Ok(stat) = Stat::at(&options.site) else {
        return;
    };
    let (stamp, is_settled) = stat.stamp_beside_ledger();
    let stamp = *stamp.bytes();
    if !is_settled || options.drafts || options.at.is_some() {
        return;
    }
    let Ok((snapshot, _)) = Snapshot::read_again(stat, Some(&site.snapshot)) else {
        return;
    };
    // The build itself adds to the ledger.
    let files = |snapshot: &Snapshot| -> Vec<(Arc<str>, Digest)> {
        let files = snapshot.iter().filter(|file| *file.path != *LEDGER);
        files.map(|file| (file.path.clone(), file.digest)).collect()
    };
    if files(&snapshot) != files(&site.snapshot) {
        return;
    }
    let written = write::recall(&options.site, report::REPORT).unwrap_or_default();
    let desk = Desk::of_site(site, Arc::new(snapshot));
    let status = of(&desk, &written);
    keep(
        &desk,
        options,
        stamp,
        *Digest::of(&written).bytes(),
        &status,
    );
}

/// What was asked for, as far as it decides what a status says.
fn asked(options: &Options) -> [u8; 32] {
    let words = format!("{:?}", (options.drafts, options.at, &options.base_url));
    *Digest::of(words.as_bytes()).bytes()
}

fn keep(desk: &Desk, options: &Options, stamp: [u8; 32], report: [u8; 32], status: &Status) {
    let cached = CachedStatus {
        program: options.program.name_of_status(),
        options: asked(options),
        stamp,
        from: options.now.as_nanosecond(),
        until: until(desk, options),
        report,
        status: status.clone(),
    };
    // What cannot be cached is found out again.
    let bytes = postcard::to_stdvec(&cached).unwrap_or_default();
    let _ = write::private(&options.site, NAME, &bytes);
}

fn recall(site: &Path) -> Option<CachedStatus> {
    postcard::from_bytes(&write::recall(site, NAME)?).ok()
}

/// Until when a status is the same where no file changes: the next midnight, or the next moment at
/// which something goes online or offline.
fn until(desk: &Desk, options: &Options) -> i128 {
    let config = desk.config();
    if options.at.is_some() {
        return i128::MAX;
    }
    let zone = &config.site.time_zone;
    let midnight = desk.moment().today.tomorrow().ok();
    let midnight = midnight.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
    blocked::moments(config, desk.graph(), options.now)
        .chain(midnight)
        .min()
        .map_or(i128::MIN, jiff::Timestamp::as_nanosecond)
}

/// Where a site stands; `report` is what the last build left in `.rihla`.
pub(super) fn of(desk: &Desk, report: &[u8]) -> Status {
    let config = desk.config();
    let errors: Vec<&Diagnostic> = desk
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .collect();
    let mut by_file: BTreeMap<Arc<str>, Vec<&Diagnostic>> = BTreeMap::new();
    for error in &errors {
        if let Some(place) = &error.place {
            by_file.entry(place.path.clone()).or_default().push(error);
        }
    }
    let entries = desk.graph().entries.pairs();
    let mut rows: Vec<Row> = entries
        .map(|(number, entry)| row(desk, number, entry, &by_file))
        .collect();
    rows.extend(desk.around().iter().map(around));
    rows.sort_by(|a, b| a.urgency().cmp(&b.urgency()).then_with(|| a.id.cmp(&b.id)));
    Status {
        day: desk.moment().today.to_string(),
        languages: config
            .site
            .languages
            .iter()
            .map(|language| (language.tag.to_string(), language.name.to_string()))
            .collect(),
        rows,
        next_build: next_build(desk, report),
        errors: errors.len(),
    }
}

/// What is said around the entries.
fn around(subject: &Subject) -> Row {
    let sides = || subject.sides.iter();
    let none = || sides().map(|_| None).collect();
    Row {
        id: subject.id.to_string(),
        collection: AROUND.to_owned(),
        titles: none(),
        paths: sides()
            .map(|side| Some(side.spot.path.to_string()).filter(|_| side.digest.is_some()))
            .collect(),
        addresses: none(),
        states: sides().map(|side| side.state).collect(),
        sources: sides()
            .map(|side| side.record.as_ref().and_then(|record| record.of))
            .collect(),
        blocked: Vec::new(),
        online: sides().map(|_| false).collect(),
        review_by: None,
        is_due: false,
        is_refused: false,
        is_important: false,
    }
}

fn row(
    desk: &Desk,
    number: EntryId,
    entry: &Entry,
    errors: &BTreeMap<Arc<str>, Vec<&Diagnostic>>,
) -> Row {
    let (config, routes) = (desk.config(), desk.routes());
    let languages = config.site.languages.ids();
    let each = |of: &dyn Fn(LanguageId) -> Option<String>| languages.clone().map(of).collect();
    let version = |language: LanguageId| entry.versions[language].as_ref();
    let mut blocked: Vec<Blocked> = languages
        .clone()
        .filter_map(|language| {
            let why = blocked::why(entry, language)?;
            let said = blocked::sentence(config, entry, language, &why);
            Some(Blocked {
                language: Some(language),
                reason: why.name().to_owned(),
                date: blocked::date(entry, &why).map(|date| config.site.rfc3339(date)),
                waits_for: match why {
                    Why::Waiting(others) => others,
                    _ => Vec::new(),
                },
                said,
            })
        })
        .collect();
    let mut files: Vec<&Arc<str>> = entry.files.iter().collect();
    files.sort();
    files.dedup();
    let mut is_refused = false;
    for error in files
        .into_iter()
        .filter_map(|file| errors.get(file))
        .flatten()
    {
        // A file of many entries says in which of them the error stands only by its place.
        if entry.files[0].ends_with("/entries.yaml") && !is_within(desk, entry, error) {
            continue;
        }
        is_refused = true;
        blocked.push(Blocked {
            language: error
                .place
                .as_ref()
                .and_then(|place| desk.graph().of_file(&place.path)?.1),
            reason: "refused".to_owned(),
            date: None,
            waits_for: Vec::new(),
            said: Words::phrase(Text("status-refused"), [("error", error.said())]),
        });
    }
    let review_by =
        entry
            .versions
            .iter()
            .flatten()
            .find_map(|version| match version.builtin("review_by") {
                Some(FieldValue::Date(day)) => Some(*day),
                _ => None,
            });
    let flag = |name| {
        entry
            .versions
            .iter()
            .flatten()
            .any(|version| version.flag(name))
    };
    Row {
        id: entry.id.to_string(),
        collection: config.collections[entry.collection].name.to_string(),
        titles: each(&|language| Some(version(language)?.title.to_string())),
        paths: each(&|language| Some(version(language)?.place.path.to_string())),
        addresses: each(&|language| {
            entry.page(language)?;
            let address = match entry.role {
                Role::Home => Some(routes.home(language).clone()),
                Role::List => routes.list(entry.collection, language, 1),
                Role::Entry => routes.entry(number, language).cloned(),
            };
            Some(routes.absolute(&address?))
        }),
        states: entry.states.clone(),
        sources: languages
            .clone()
            .map(|language| entry.record(config, language)?.of)
            .collect(),
        blocked,
        online: languages
            .clone()
            .map(|language| {
                !entry.waits && entry.page(language).is_some_and(|(own, _)| own == language)
            })
            .collect(),
        review_by: review_by.map(|day| day.to_string()),
        is_due: review_by.is_some_and(|day| {
            let reminded = day.checked_sub(ahead(&config.collections[entry.collection]).days());
            reminded.unwrap_or(day) <= desk.moment().today
        }),
        is_refused,
        is_important: flag("important"),
    }
}

/// How many days before its `review_by` an entry is named: where a rule refuses it once that has passed,
/// in time to do something about it.
fn ahead(collection: &Collection) -> i64 {
    let is_of = |path: &FieldPath| matches!(&path.0[..], [name] if &**name == "review_by");
    let mut rules = collection.schema.rules.iter();
    let refuses = rules
        .any(|rule| matches!(&rule.check, Check::ValidUntil(paths) if paths.iter().any(is_of)));
    if refuses { 30 } else { 0 }
}

/// Whether an error stands in an entry of a file that holds many.
fn is_within(desk: &Desk, entry: &Entry, error: &Diagnostic) -> bool {
    let Some(place) = &error.place else {
        return false;
    };
    let Some(span) = place.span else {
        return true;
    };
    let parts = desk
        .cache
        .parts()
        .map_or(&[][..], |parts| parts.of(&place.path));
    let before = parts.iter().filter(|part| part.head.start <= span.end);
    before
        .max_by_key(|part| part.head.start)
        .is_some_and(|part| part.id == entry.id)
}

/// The next moment at which a build would change the site: what is to go online or offline, and what
/// the pages depend on as the last build found it.
fn next_build(desk: &Desk, report: &[u8]) -> Option<String> {
    let config = desk.config();
    let now = desk.moment().now;
    let noted: Option<serde_json::Value> = serde_json::from_slice(report).ok();
    let noted = noted.and_then(|report| {
        let moment: jiff::Timestamp = report.get("next_build")?.as_str()?.parse().ok()?;
        (moment > now).then_some(moment)
    });
    let is_scheduled = blocked::moments(config, desk.graph(), now);
    let next = is_scheduled.chain(noted).min()?;
    Some(config.site.rfc3339(next))
}
