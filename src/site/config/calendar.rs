//! `calendar:` in a `collection.yaml`: when its entries take place, or end, for calendars of readers.

use super::paths::{FieldPath, path_of, paths_of};
use super::reader::Reader;
use crate::schema::Schema;
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
        let start = path_of(reader, map, "start", schema);
        let end = path_of(reader, map, "end", schema);
        let place = paths_of(reader, map, "place", schema);
        Some(Self {
            start: start?,
            end,
            place,
        })
    }
}
