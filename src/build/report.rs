//! What is held back and why, for `.rihla/report.json`.

use jiff::Timestamp;

use crate::answer::Site;
use crate::graph::Publication;

/// The file in `.rihla` that says what is held back, and why.
pub(super) const REPORT: &str = "report.json";

/// What is held back and why: nothing that is published says it.
pub(super) fn report(site: &Site) -> String {
    let moment = |timestamp: Timestamp| {
        let zoned = timestamp.to_zoned(site.config.site.time_zone.clone());
        zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    };
    let mut held = Vec::new();
    for entry in &site.graph.entries {
        for (language, version) in site.config.site.languages.iter().zip(&entry.versions) {
            let Some(version) = version else { continue };
            let (reason, until) = match &version.publication {
                Publication::Online | Publication::NotMeant => continue,
                Publication::Draft => ("draft", None),
                Publication::From(from) => ("publish_at", Some(moment(*from))),
                Publication::Until(until) => ("unpublish_at", Some(moment(*until))),
                Publication::Gone => ("gone", None),
                Publication::Waiting => ("release-together", None),
            };
            held.push(serde_json::json!({
                "id": &*entry.id,
                "language": &*language.tag,
                "title": &*version.title,
                "path": &*version.place.path,
                "reason": reason,
                "date": until,
            }));
        }
    }
    let report = serde_json::json!({"day": site.moment.today.to_string(), "held_back": held});
    let mut text = format!("{report:#}");
    text.push('\n');
    text
}
