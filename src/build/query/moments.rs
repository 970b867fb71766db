//! When texts went online and when they changed, as far as they say so themselves.

use jiff::Timestamp;
use jiff::civil::Time;

use super::Site;
use rihla_site::graph::{Entry, Version};
use rihla_site::schema::FieldValue;

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
        let updated = dates.chain(said).max()?;
        Some(
            self.published(entry, version)
                .map_or(updated, |published| updated.max(published)),
        )
    }

    /// When a version of an entry last became what it is, where that is known and not later than
    /// the day of the build.
    pub fn last_changed(&self, entry: &Entry, version: &Version) -> Option<Timestamp> {
        let zone = &self.config.site.time_zone;
        let is_reached =
            |moment: &Timestamp| moment.to_zoned(zone.clone()).date() <= self.moment.today;
        let moments = [self.updated(entry, version), self.published(entry, version)];
        moments.into_iter().flatten().filter(is_reached).max()
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
