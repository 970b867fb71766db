//! What is blocked and why, for `.rihla/report.json`.

use jiff::Timestamp;

use super::blocked::{self, Why};
use crate::query::{Query, Site};

/// The file in `.rihla` that says what is blocked, and why.
pub const REPORT: &str = "report.json";

/// What is blocked and why, what each language of an entry is to the others, and when the site
/// changes by itself: nothing that is published says it.
pub(super) fn report(site: &Site) -> String {
    let config = &site.config;
    let mut blocked = Vec::new();
    let mut translations = Vec::new();
    for entry in &site.graph.entries {
        for (number, language) in config.site.languages.pairs() {
            if let Some(state) = entry.states[number].filter(|state| state.is_open()) {
                translations.push(serde_json::json!({
                    "id": &*entry.id,
                    "language": &*language.tag,
                    "state": state.name(),
                }));
            }
            let Some(version) = &entry.versions[number] else {
                continue;
            };
            let Some(why) = blocked::why(entry, number) else {
                continue;
            };
            let waits_for: Vec<&str> = match &why {
                Why::Waiting(others) => others
                    .iter()
                    .map(|other| &*config.site.languages[*other].tag)
                    .collect(),
                _ => Vec::new(),
            };
            blocked.push(serde_json::json!({
                "id": &*entry.id,
                "language": &*language.tag,
                "title": &*version.title,
                "path": &*version.place.path,
                "reason": why.name(),
                "date": blocked::date(entry, &why).map(|date| config.site.rfc3339(date)),
                "waits_for": waits_for,
            }));
        }
    }
    let next = next(site).map(|moment| config.site.rfc3339(moment));
    let report = serde_json::json!({
        "day": site.moment.today.to_string(),
        "next_build": next,
        "held_back": blocked,
        "translations": translations,
    });
    let mut text = format!("{report:#}");
    text.push('\n');
    text
}

/// The next moment at which a build would change the site: something goes online or offline, a day
/// or a time passes on which a page depends, a year begins that a page shows.
pub fn next(site: &Site) -> Option<Timestamp> {
    let zone = &site.config.site.time_zone;
    let now = site.moment.now;
    let first_of = |day: jiff::civil::Date| zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
    let asked = site.asked_queries();
    let days = asked.iter().filter_map(|query| match query {
        Query::Past(day) => first_of(day.tomorrow().ok()?),
        Query::Passed(time) => zone.to_timestamp(*time).ok(),
        Query::Year => {
            let next = site.moment.today.year().checked_add(1)?;
            first_of(jiff::civil::Date::new(next, 1, 1).ok()?)
        }
        _ => None,
    });
    let days = days.filter(|moment| *moment > now);
    blocked::moments(&site.config, &site.graph, now)
        .chain(site.graph.passing(&site.config, now))
        .chain(days)
        .min()
}
