//! Calendars (iCalendar, RFC 5545): of each collection that says when its entries take place, and one of each
//! such entry, to be put into a reader's own.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};

use super::Site;
use rihla_site::graph::Version;
use rihla_site::ids::EntryId;
use rihla_site::plan::Calendar;
use rihla_site::schema::{FieldValue, Moment};

/// The time zone of all moments of a calendar (RFC 5545, section 3.6.5).
const TIME_ZONE: [(&str, &str); 8] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", "Etc/UTC"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19700101T000000"),
    ("TZOFFSETFROM", "+0000"),
    ("TZOFFSETTO", "+0000"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];

/// When something is: a day, or a moment of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Day(Date),
    At(Timestamp),
}

impl When {
    fn of(value: &FieldValue) -> Option<Self> {
        match value {
            FieldValue::Date(day) => Some(Self::Day(*day)),
            FieldValue::DateTime(Moment {
                date, time: None, ..
            }) => Some(Self::Day(*date)),
            FieldValue::DateTime(moment) => Some(Self::At(moment.instant)),
            _ => None,
        }
    }

    fn day(self, zone: &TimeZone) -> Date {
        match self {
            Self::Day(day) => day,
            Self::At(moment) => moment.to_zoned(zone.clone()).date(),
        }
    }
}

/// A calendar as it is written: the same at every build of the same files.
pub fn calendar(site: &Site, calendar: &Calendar) -> Vec<u8> {
    let language = calendar.language;
    let own = &site.config.site.languages[language];
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    let product = format!("-//Rihla//{}//{}", site.config.site.identity, own.tag);
    lines.text("PRODID", &product.to_uppercase());
    lines.put("CALSCALE", "GREGORIAN");
    let entries: Vec<EntryId> = match calendar.entry {
        Some(entry) => vec![entry],
        None => {
            lines.text(
                "X-WR-CALNAME",
                &site.calendar_title(calendar.collection, language),
            );
            site.graph.list(calendar.collection, language).to_vec()
        }
    };
    let events = entries
        .into_iter()
        .filter_map(|number| event(site, calendar, number, &mut lines));
    if events.count() == 0 {
        // Readers have subscribed to the address: there is a calendar, which has at least one component (RFC 5545,
        // section 3.6).
        for (name, value) in TIME_ZONE {
            lines.put(name, value);
        }
    }
    lines.put("END", "VCALENDAR");
    lines.0.into_bytes()
}

/// A UUID (RFC 9562, version 8) of the identity of the site and some names in it: it does not change
/// with an address, a title, or the place where a site is tried out.
pub fn identifier(site: &Site, names: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(site.config.site.identity.as_bytes());
    for name in names {
        hasher.update(&[0]);
        hasher.update(name.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut out = String::from("urn:uuid:");
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

/// An entry, where it is online and says when it is.
fn event(site: &Site, calendar: &Calendar, number: EntryId, lines: &mut Lines) -> Option<()> {
    let language = calendar.language;
    let declared = site.config.collections[calendar.collection]
        .calendar
        .as_ref()?;
    let entry = &*site.graph.entries[number];
    let version: &Version = entry.online(language)?;
    let tag = &site.config.site.languages[language].tag;
    let when = |path: &str| version.values(tag, path).iter().find_map(When::of);
    let start = when(&declared.start)?;
    let end = declared.end.as_deref().and_then(when);
    let name = site
        .routes
        .first_name(&site.graph, &site.config, number, language);
    let changed = site.last_changed(entry, version);
    let zone = &site.config.site.time_zone;
    lines.put("BEGIN", "VEVENT");
    lines.text("UID", &identifier(site, &["event", &name, tag]));
    // RFC 5545, section 3.8.7.2: where nobody else changes it, when it was last revised. The day of the event is none
    // of that: it may be to come, and an event that is moved forward would seem older than it was.
    let stamp = changed.unwrap_or(Timestamp::UNIX_EPOCH);
    lines.put("DTSTAMP", &utc(stamp));
    if let Some(changed) = changed {
        lines.put("LAST-MODIFIED", &utc(changed));
    }
    match (start, end) {
        (When::At(start), end) if !matches!(end, Some(When::Day(_))) => {
            lines.put("DTSTART", &utc(start));
            if let Some(When::At(end)) = end
                && end > start
            {
                lines.put("DTEND", &utc(end));
            }
        }
        (start, end) => {
            let first = start.day(zone);
            let last = end.map_or(first, |end| end.day(zone)).max(first);
            lines.put("DTSTART;VALUE=DATE", &day(first));
            // The day after the last one: the end is none of it.
            if let Ok(after) = last.checked_add(1.day()) {
                lines.put("DTEND;VALUE=DATE", &day(after));
            }
        }
    }
    lines.text("SUMMARY", &site.set(&version.title, language));
    if let Some(FieldValue::Text(summary)) = version.field("summary") {
        lines.text("DESCRIPTION", &site.set(summary, language));
    }
    let places = declared
        .place
        .iter()
        .flat_map(|path| version.values(tag, path));
    let place = places.into_iter().find_map(|value| match value {
        FieldValue::Text(place) => Some(place),
        _ => None,
    });
    if let Some(place) = place {
        lines.text("LOCATION", &site.set(&place, language));
    }
    if let Some(address) = site.routes.entry(number, language) {
        lines.put("URL", &site.routes.absolute(address));
    }
    lines.put("END", "VEVENT");
    Some(())
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Lines of content (RFC 5545, section 3.1), each ended by CR and LF.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// The most octets that a line has.
    const LONGEST: usize = 75;

    /// A property whose value is no text.
    fn put(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > Self::LONGEST {
                // The space that goes on is an octet of the next line.
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text (section 3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.put(name, &escaped);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Lines;

    proptest! {
        /// No line is too long, none breaks a character, and unfolding gives what was written.
        #[test]
        fn lines_are_folded_and_unfolded(text in "[a-z;,\\\\ é漢\u{1f600}\n]{0,200}") {
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            prop_assert!(lines.0.ends_with("\r\n"));
            for line in lines.0.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= 75, "{line}");
            }
            let whole = lines.0.replace("\r\n ", "");
            let whole = whole.trim_end_matches("\r\n").trim_start_matches("SUMMARY:");
            let mut read = String::new();
            let mut chars = whole.chars();
            while let Some(c) = chars.next() {
                read.push(match c {
                    '\\' => match chars.next() {
                        Some('n') => '\n',
                        other => other.unwrap_or('\\'),
                    },
                    c => c,
                });
            }
            prop_assert_eq!(read, text);
        }
    }
}
