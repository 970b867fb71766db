//! When texts went online and when they changed, as far as they say so themselves.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::Time;

use super::Site;
use rihla_site::graph::{Entry, Version};
use rihla_site::ids::LanguageId;
use rihla_site::plan::{Page, PageKind};
use rihla_site::schema::FieldValue;

/// Something that became of a text.
#[derive(Clone, Debug)]
pub struct Past {
    pub kind: PastKind,
    pub moment: Timestamp,
    /// What is said of it, in the language of the text.
    pub text: Option<FieldValue>,
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastKind {
    Withdrawn,
    Corrected,
    Updated,
    Published,
}

impl PastKind {
    /// The name by which templates know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Corrected => "corrected",
            Self::Updated => "updated",
            Self::Published => "published",
        }
    }
}

impl Site {
    /// When a version of an entry went online: the first moment of its day, or that of
    /// `publish_at` where this is later. `None` where it has neither.
    pub fn published(&self, entry: &Entry, version: &Version) -> Option<Timestamp> {
        let zone = &self.config.site.time_zone;
        let day = entry
            .date
            .and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        let from = version
            .builtin("publish_at")
            .and_then(|value| value.instant(zone));
        // None is before all others.
        day.max(from)
    }

    /// When a version of an entry was last changed, as far as it says so: by `updated`, a
    /// correction, or its withdrawal. Never before it went online.
    pub fn updated(&self, entry: &Entry, version: &Version) -> Option<Timestamp> {
        let updated = self.said_changed(version)?;
        let published = self.published(entry, version);
        Some(published.map_or(updated, |published| updated.max(published)))
    }

    /// When a feed says that a version of an entry was published, and that it was last changed. The day on which
    /// something takes place is none of these before it has come; nothing where nothing else is said.
    pub fn fed(&self, entry: &Entry, version: &Version) -> Option<(Timestamp, Timestamp)> {
        if !self.takes_place(entry) {
            let published = self.published(entry, version)?;
            let updated = self.updated(entry, version);
            return Some((published, updated.unwrap_or(published)));
        }
        let zone = &self.config.site.time_zone;
        let from = version.builtin("publish_at");
        let from = from.and_then(|value| value.instant(zone));
        let changed = self.said_changed(version);
        let changed = changed.filter(|moment| self.is_reached(moment));
        let day = entry.date.filter(|day| *day <= self.moment.today);
        let day = day.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        let published = from.or(changed).or(day)?;
        Some((published, changed.unwrap_or(published).max(published)))
    }

    /// Whether the day of a moment is not to come.
    fn is_reached(&self, moment: &Timestamp) -> bool {
        let zone = self.config.site.time_zone.clone();
        moment.to_zoned(zone).date() <= self.moment.today
    }

    /// What a version says of its last change: `updated`, a correction, its withdrawal.
    fn said_changed(&self, version: &Version) -> Option<Timestamp> {
        let zone = &self.config.site.time_zone;
        let corrections = match version.builtin("corrections") {
            Some(FieldValue::List(items)) => items.iter().map(|item| &item.value).collect(),
            _ => Vec::new(),
        };
        let records = corrections.into_iter().chain(version.builtin("withdrawn"));
        let dates = records.filter_map(|record| {
            let FieldValue::Object(fields) = record else {
                return None;
            };
            let (_, date) = fields.iter().find(|(name, _)| &**name == "date")?;
            date.value.instant(zone)
        });
        let said = version
            .field("updated")
            .and_then(|value| value.instant(zone));
        dates.chain(said).max()
    }

    /// What became of a version of an entry, the newest first: when it went online, what was corrected in it, when it
    /// was last changed otherwise, its withdrawal. Only what has a day and has happened; when it went online only
    /// where that is said.
    pub fn history(&self, entry: &Entry, version: &Version) -> Vec<Past> {
        let zone = &self.config.site.time_zone;
        let dated = |kind: PastKind, record: &FieldValue, text: &str| {
            let FieldValue::Object(fields) = record else {
                return None;
            };
            let field = |wanted: &str| fields.iter().find(|(name, _)| &**name == wanted);
            let (_, date) = field("date")?;
            Some(Past {
                kind,
                moment: date.value.instant(zone)?,
                text: field(text).map(|(_, text)| text.value.clone()),
            })
        };
        let bare = |kind: PastKind, moment: Timestamp| Past {
            kind,
            moment,
            text: None,
        };
        let mut found: Vec<Past> = Vec::new();
        found.extend(
            version
                .builtin("withdrawn")
                .and_then(|record| dated(PastKind::Withdrawn, record, "reason")),
        );
        if let Some(FieldValue::List(items)) = version.builtin("corrections") {
            let corrections = items.iter();
            let corrections =
                corrections.filter_map(|item| dated(PastKind::Corrected, &item.value, "text"));
            found.extend(corrections);
        }
        let updated = version.field("updated");
        let updated = updated.and_then(|value| value.instant(zone));
        // A correction of that day is what was changed.
        let is_told = |day: &Timestamp| found.iter().any(|past| past.moment == *day);
        found.extend(
            updated
                .filter(|day| !is_told(day))
                .map(|day| bare(PastKind::Updated, day)),
        );
        let published = self.published(entry, version);
        let published = published.filter(|_| !self.takes_place(entry));
        found.extend(published.map(|moment| bare(PastKind::Published, moment)));
        found.retain(|past| past.moment <= self.moment.now);
        // Of one day, in this order.
        found.sort_by_key(|past| Reverse(past.moment));
        found
    }

    /// Whether the `date` of an entry says when it takes place, and not when its text was published: its
    /// collection declares so.
    pub(crate) fn takes_place(&self, entry: &Entry) -> bool {
        let collection = &self.config.collections[entry.collection];
        let calendar = collection.calendar.as_ref();
        let declared = collection.structured_data.as_ref();
        calendar.is_some_and(|calendar| &*calendar.start == "date")
            || declared.is_some_and(|declared| {
                declared
                    .fields("start")
                    .iter()
                    .any(|path| &**path == "date")
            })
    }

    /// When a version of an entry last became what it is, where that is known and not later than
    /// the day of the build.
    pub fn last_changed(&self, entry: &Entry, version: &Version) -> Option<Timestamp> {
        let zone = &self.config.site.time_zone;
        let moments = match self.takes_place(entry) {
            // Its day says when it takes place, and may be long after the last change.
            true => {
                let said = |value: Option<&FieldValue>| value.and_then(|value| value.instant(zone));
                [
                    said(version.field("updated")),
                    said(version.builtin("publish_at")),
                ]
            }
            false => [self.updated(entry, version), self.published(entry, version)],
        };
        let moments = moments.into_iter().flatten();
        moments.filter(|moment| self.is_reached(moment)).max()
    }

    /// When a page last changed, as far as what it shows says so: its text, the entries of its part of a list,
    /// and the newest of its figures, whose day is given. Of what it leads to besides, and of what its template
    /// adds, nothing is said: a home page shows lists that the theme chose.
    pub fn page_changed(&self, page: &Page, figures: Option<Timestamp>) -> Option<Timestamp> {
        if matches!(page.kind, PageKind::Home(_) | PageKind::Languages) {
            return None;
        }
        let own = self.text_of(page).and_then(|(number, _, version)| {
            self.last_changed(&self.graph.entries[number], version)
        });
        let listed = self.entries_on(page).into_iter().filter_map(|number| {
            let (_, version) = self.graph.entries[number].shown(page.language)?;
            self.last_changed(&self.graph.entries[number], version)
        });
        let figures = figures.filter(|moment| *moment <= self.moment.now);
        listed.chain(own).chain(figures).max()
    }

    /// The day of which a fact is, by its field `as_of`.
    pub(crate) fn fact_day(&self, id: &str, language: LanguageId) -> Option<Timestamp> {
        let entry = self.graph.fact(&self.config, id)?;
        let (_, version) = self.graph.entries[entry].shown(language)?;
        let value = version.field("as_of")?;
        value.instant(&self.config.site.time_zone)
    }

    /// A moment as a W3C datetime (<https://www.w3.org/TR/NOTE-datetime>), in the time zone of the
    /// site: a day alone where it is the first moment of one.
    pub fn w3c(&self, moment: Timestamp) -> String {
        let zoned = moment.to_zoned(self.config.site.time_zone.clone());
        match zoned.time() == Time::midnight() {
            true => zoned.date().to_string(),
            false => self.config.site.rfc3339(moment),
        }
    }
}
