//! When an entry is online, and dates that cannot be meant.

use jiff::ToSpan;

use super::Merger;
use super::whole::Whole;
use crate::config::Collection;
use crate::content::Role;
use crate::graph::dated::past_deadlines;
use crate::graph::{Entry, Publication, Version};
use crate::schema::Spanned;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Location};

/// So many months ahead a date is rarely meant: a year that is one too many lies further.
const FAR: i64 = 10;

/// So many years back a date is rarely meant.
const LONG_AGO: i64 = 50;

impl Merger<'_> {
    pub(super) fn publication(
        &self,
        version: &Version,
        collection: &Collection,
        meant: bool,
    ) -> Publication {
        let zone = &self.config.site.time_zone;
        let moment = |name: &str| version.builtin(name).and_then(|value| value.instant(zone));
        if !meant {
            return Publication::NotMeant;
        }
        if version.flag("gone") {
            return Publication::Gone;
        }
        if version.flag("draft") && !self.moment.drafts {
            return Publication::Draft;
        }
        let is_shown = self.moment.drafts || self.config.site.is_demonstration;
        if collection.review && !is_shown && version.builtin("reviewed_by").is_none() {
            return Publication::Unreviewed;
        }
        match (moment("publish_at"), moment("unpublish_at")) {
            (_, Some(until)) if until <= self.moment.now => Publication::Until(until),
            (Some(from), _) if from > self.moment.now && !self.moment.is_early() => {
                Publication::From(from)
            }
            _ => Publication::Online,
        }
    }

    /// What would be taken offline before it goes online is never there.
    pub(super) fn check_publication(&self, whole: &Whole, diagnostics: &mut Vec<Diagnostic>) {
        let zone = &self.config.site.time_zone;
        let place = |value: &Spanned| {
            let path = whole.paths.get(usize::from(value.file))?;
            Some(Location::new(path.clone(), value.span))
        };
        let mut told: Vec<Location> = Vec::new();
        for language in &self.config.site.languages {
            let (Some(from), Some(until)) = (
                whole.written("publish_at", &language.tag),
                whole.written("unpublish_at", &language.tag),
            ) else {
                continue;
            };
            let (Some(start), Some(end)) = (from.value.instant(zone), until.value.instant(zone))
            else {
                continue;
            };
            let (Some(from), Some(until)) = (place(from), place(until)) else {
                continue;
            };
            if end <= start && !told.contains(&until) {
                told.push(until.clone());
                diagnostics.push(
                    Diagnostic::new(&say::NEVER_ONLINE)
                        .placed(until)
                        .related(from, say::GOES_ONLINE),
                );
            }
        }
    }

    /// A date that is likely to be a slip: further ahead than [`FAR`] or further back than [`LONG_AGO`],
    /// of what does not wait for it.
    pub(super) fn far_date(&self, entry: &Entry, whole: &Whole) -> Option<Diagnostic> {
        let date = entry.date?;
        let far = self.moment.today.checked_add(FAR.months()).ok()?;
        let long_ago = self.moment.today.checked_sub(LONG_AGO.years()).ok()?;
        let is_online = |version: &Version| {
            version.publication == Publication::Online && version.builtin("publish_at").is_none()
        };
        let message = match date {
            date if date > far => &say::FAR_DATE,
            date if date < long_ago => &say::PAST_DATE,
            _ => return None,
        };
        if !entry.versions.iter().flatten().any(is_online) {
            return None;
        }
        let finding = Diagnostic::new(message).with("date", date);
        let mut values = whole.values.iter();
        Some(
            match values.find(|assignment| &*assignment.field == "date") {
                Some(assignment) => {
                    let path = whole.paths.get(usize::from(assignment.value.file))?;
                    finding.placed(Location::new(path.clone(), assignment.value.span))
                }
                None => {
                    let path = &whole.parts[0].path;
                    let name = path
                        .rsplit('/')
                        .find(|name| name.starts_with(&date.to_string()));
                    finding
                        .with_some("name", name)
                        .placed(Location::file(path.clone()))
                }
            },
        )
    }

    /// Deadlines that have passed when the entry goes online for the first time. Of a site that was
    /// never published, nothing is new.
    pub(super) fn past_deadlines(&self, entry: &Entry, whole: &Whole) -> Vec<Diagnostic> {
        let (ledger, site) = (&self.config.ledger, &self.config.site);
        let mut languages = site.languages.iter().zip(&entry.versions);
        let is_known = languages.any(|(language, version)| {
            let tag = &language.tag;
            let renamed = |version: &Version| self.orphans.have(&entry.id, tag, version);
            ledger.of(&entry.id, tag).next().is_some() || version.as_ref().is_some_and(renamed)
        });
        if is_known || ledger.iter().next().is_none() {
            return Vec::new();
        }
        let file = |file: u16| whole.paths.get(usize::from(file)).cloned();
        let today = (&site.time_zone, self.moment.today);
        past_deadlines(entry, &whole.values, &file, today)
    }

    /// What takes place and does not say when; and what is to take place, and of which a feed cannot say when it
    /// was published.
    pub(super) fn event(&self, entry: &Entry, whole: &Whole) -> Option<Diagnostic> {
        let collection = &self.config.collections[entry.collection];
        let declared = collection.calendar.as_ref()?;
        if entry.role != Role::Entry {
            return None;
        }
        let languages = self.config.site.languages.iter().zip(&entry.versions);
        let shown = languages.filter_map(|(language, version)| Some((language, version.as_ref()?)));
        let mut shown = shown.filter(|(_, version)| {
            use Publication::{From, Online, Waiting};
            matches!(version.publication, Online | Waiting | From(_))
        });
        let is_undated =
            |version: &Version, tag: &str| version.values(tag, &declared.start).is_empty();
        let date = entry.date.filter(|date| *date > self.moment.today);
        let announces = collection.feed && &*declared.start == "date";
        let finding = shown.find_map(|(language, version)| {
            if is_undated(version, &language.tag) {
                let finding = Diagnostic::new(&say::EVENT_UNDATED);
                return Some(finding.with("field", &declared.start));
            }
            let says = |name: &&str| version.builtin(name).is_some();
            let is_said = ["publish_at", "corrections", "withdrawn"].iter().any(says)
                || version.field("updated").is_some();
            let date = date.filter(|_| announces && !is_said)?;
            Some(Diagnostic::new(&say::EVENT_UNANNOUNCED).with("date", date))
        })?;
        Some(finding.placed(Location::file(whole.parts[0].path.clone())))
    }
}
