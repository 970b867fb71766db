//! `calendar:` in a `collection.yaml`: when its entries take place, or end, for calendars of readers.

use super::lists::is_day;
use super::paths::{FieldPath, field_at, path_of, paths_of};
use super::reader::Reader;
use crate::schema::{Field, FieldKind, Schema};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::config as say;
use rihla_text::yaml::Map;

/// The keys of `calendar:`.
pub const CALENDAR_KEYS: &[&str] = &["start", "end", "place"];

/// What `calendar:` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The field that says when an entry takes place, or until when something is to be done: a date, or a date
    /// and time. An entry without it is in no calendar.
    pub start: FieldPath,
    /// The field that says how long it lasts: its last day, or the moment at which it is over.
    pub end: Option<FieldPath>,
    /// The fields that say where: the first with a value does.
    pub place: Vec<FieldPath>,
}

impl Calendar {
    /// Reads `calendar:`, where the collection has it.
    pub(super) fn read(reader: &mut Reader, collection: &Map, schema: &Schema) -> Option<Self> {
        let node = collection.get("calendar")?;
        let map = reader.map("calendar", node)?;
        reader.only(map, CALENDAR_KEYS);
        if map.get("start").is_none() {
            reader.missing("start", "start: date", node.span);
        }
        let mut day = |key: &str| {
            let path = path_of(reader, map, key, schema)?;
            let kind = &field_at(&schema.fields, &path)?.kind;
            if is_day(kind) {
                return Some(path);
            }
            let mut known = Vec::new();
            days(&schema.fields, "", &mut known);
            let finding = Diagnostic::new(&say::CALENDAR_FIELD)
                .with("value", &path)
                .with_some("known", (!known.is_empty()).then(|| known.join(", ")));
            reader.report(finding, map.get(key)?.span);
            None
        };
        let start = day("start");
        let end = day("end");
        let place = paths_of(reader, map, "place", schema);
        Some(Self {
            start: start?,
            end,
            place,
        })
    }
}

/// The paths of the fields that are days or moments, also inside objects.
fn days(fields: &[Field], before: &str, found: &mut Vec<String>) {
    for field in fields {
        let path = format!("{before}{}", field.name);
        match &field.kind {
            kind if is_day(kind) => found.push(path),
            FieldKind::Object(inside) => days(inside, &format!("{path}."), found),
            _ => {}
        }
    }
}
