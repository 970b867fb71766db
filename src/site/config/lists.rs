//! `lists:` in a `collection.yaml`: further lists of the entries, by what their fields say.

use std::sync::Arc;

use super::collection::PER_PAGE;
use super::paths::{FieldPath, field_at, inside, target};
use super::reader::Reader;
use crate::schema::{Field, FieldKind, Schema};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};
use rihla_text::yaml::{Map, Node, Value};

/// The keys of an item of `lists:`.
pub const LIST_KEYS: &[&str] = &["by", "per_page"];

/// What stands in place of a field: the years of an entry.
pub const YEAR: &str = "year";

/// What stands in place of a field: what is to come, and what is past, by `calendar:`.
pub const WHEN: &str = "when";

/// A list that gets pages of its own: one of each year, or one on the page of each entry that is
/// referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListBy {
    /// `year`, or a reference field, also inside another: `donors.partner`.
    pub by: FieldPath,
    /// Entries on a page.
    pub per_page: usize,
}

/// What a list is narrowed by: a field whose values visitors choose from (faceted navigation).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// `year`, `when`, or a choice, a date or a reference, also inside another field.
    pub by: FieldPath,
    /// Entries on a page of the lists that it makes.
    pub per_page: usize,
    /// The item of `lists:` that names it. Two values are chosen together only where one item names both.
    pub list: usize,
}

impl Facet {
    /// Whether it tells what is to come from what is past.
    pub fn is_when(&self, schema: &Schema) -> bool {
        &*self.by == WHEN && field_at(&schema.fields, WHEN).is_none()
    }

    /// The outermost field; none for `year` and `when`.
    pub fn field<'s>(&self, schema: &'s Schema) -> Option<&'s Field> {
        let name = self.by.split('.').next()?;
        schema.fields.iter().find(|field| &*field.name == name)
    }

    /// What stands at the end of its path; none for `year` and `when`.
    pub fn kind<'s>(&self, schema: &'s Schema) -> Option<&'s FieldKind> {
        let field = field_at(&schema.fields, &self.by)?;
        Some(bare(&field.kind))
    }
}

/// The kind of a field, or of the items of its list.
fn bare(kind: &FieldKind) -> &FieldKind {
    match kind {
        FieldKind::List(item) => bare(&item.kind),
        kind => kind,
    }
}

/// Whether a field names a day: a date, or an object of dates such as `{planned: …, actual: …}`.
fn is_date(kind: &FieldKind) -> bool {
    match kind {
        kind if is_day(kind) => true,
        FieldKind::Object(fields) => fields.iter().any(|field| is_day(&field.kind)),
        _ => false,
    }
}

/// Whether a value of this kind is a day or a moment.
pub(super) fn is_day(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Date | FieldKind::DateTime)
}

/// The paths by which there can be lists, in the order of the declaration.
fn listable(fields: &[Field], before: &str, found: &mut Vec<String>) {
    for field in fields {
        let path = format!("{before}{}", field.name);
        let kind = bare(&field.kind);
        if is_date(kind) || matches!(kind, FieldKind::Choice(_) | FieldKind::Reference { .. }) {
            found.push(path);
        } else if let Some(fields) = inside(kind) {
            listable(fields, &format!("{path}."), found);
        }
    }
}

/// Reads `lists:`. A collection without pages has none but those that stand on the pages of another.
pub(super) fn read(
    reader: &mut Reader,
    map: &Map,
    schema: &Schema,
    has_pages: bool,
) -> (Vec<ListBy>, Vec<Facet>) {
    let mut lists = Lists {
        schema,
        has_pages,
        has_calendar: map.get("calendar").is_some(),
        by: Vec::new(),
        facets: Vec::new(),
    };
    if let Some(node) = map.get("lists") {
        for (number, item) in reader.list("lists", node).iter().enumerate() {
            lists.item(reader, number, item);
        }
    }
    (lists.by, lists.facets)
}

struct Lists<'s> {
    schema: &'s Schema,
    has_pages: bool,
    has_calendar: bool,
    by: Vec<ListBy>,
    facets: Vec<Facet>,
}

impl Lists<'_> {
    fn item(&mut self, reader: &mut Reader, number: usize, item: &Node) {
        let Some(row) = reader.map("lists", item) else {
            return;
        };
        reader.only(row, LIST_KEYS);
        let Some(node) = row.get("by") else {
            reader.missing("by", "by: year", item.span);
            return;
        };
        let per_page = reader.count_of(row, "per_page").unwrap_or(PER_PAGE);
        let Value::List(names) = &node.value else {
            let Some(by) = reader.text_of(row, "by") else {
                return;
            };
            let field = field_at(&self.schema.fields, &by);
            let stands_elsewhere =
                &*by == YEAR || field.is_some_and(|field| target(&field.kind).is_some());
            match stands_elsewhere {
                true if self.is_listable(reader, &by, node.span, true) => {
                    self.by.push(ListBy { by, per_page });
                }
                false if self.is_listable(reader, &by, node.span, false) => {
                    self.facet(by, per_page, number);
                }
                _ => {}
            }
            return;
        };
        if names.is_empty() {
            reader.missing("by", "by: [status, year]", node.span);
        }
        for name in names {
            if let Some(by) = reader.item("by", name)
                && self.is_listable(reader, &by, name.span, false)
            {
                self.facet(by, per_page, number);
            }
        }
    }

    fn facet(&mut self, by: FieldPath, per_page: usize, list: usize) {
        self.facets.push(Facet { by, per_page, list });
    }

    /// Whether there can be a list by a field, and there is none yet; what is wrong is told. A reference may
    /// have a list on the page of what it leads to, and be chosen by besides; the pages of a year are
    /// the same for both.
    fn is_listable(
        &self,
        reader: &mut Reader,
        by: &Arc<str>,
        span: Span,
        stands_elsewhere: bool,
    ) -> bool {
        let field = field_at(&self.schema.fields, by);
        let mut known = Vec::new();
        let is_when = field.is_none() && &**by == WHEN;
        if is_when && !self.has_calendar {
            reader.missing("calendar", "calendar: {start: date}", span);
            return false;
        }
        if field.is_none() && !is_when && &**by != YEAR {
            listable(&self.schema.fields, "", &mut known);
            let near = nearest(by, known.iter().map(String::as_str));
            let finding = Diagnostic::new(&say::UNKNOWN_FIELD_NAME)
                .with("value", by)
                .meant(span, near);
            reader.report(finding, span);
            return false;
        }
        let can = field.is_none_or(|field| {
            let kind = bare(&field.kind);
            is_date(kind) || matches!(kind, FieldKind::Choice(_) | FieldKind::Reference { .. })
        });
        if !can {
            listable(&self.schema.fields, "", &mut known);
            let finding = Diagnostic::new(&say::LIST_FIELD)
                .with("value", by)
                .with_some("known", (!known.is_empty()).then(|| known.join(", ")));
            reader.report(finding, span);
            return false;
        }
        if !self.has_pages && (!stands_elsewhere || &**by == YEAR) {
            let finding = Diagnostic::new(&say::WITHOUT_PAGES).with("key", format!("by: {by}"));
            reader.report(finding, span);
            return false;
        }
        let has_list = self.by.iter().any(|list| list.by == *by);
        let has_facet = self.facets.iter().any(|facet| facet.by == *by);
        let is_twice = match stands_elsewhere {
            true => has_list || has_facet && &**by == YEAR,
            false => has_facet || has_list && &**by == YEAR,
        };
        if is_twice {
            reader.report(Diagnostic::new(&say::LIST_TWICE).with("value", by), span);
        }
        !is_twice
    }
}
