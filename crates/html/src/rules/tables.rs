//! Tables of data: which cells the headers are those of (HTML, section 4.9.12).

use std::ops::Range;

use super::{Found, Page, RuleId};
use crate::document::{Element, Part};
use crate::names;

/// Looks at an element that people meet.
pub(super) fn element<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    if !element.is_html() {
        return;
    }
    match element.name() {
        "table" => table(page, element, found),
        "th" | "td" => cell(page, element, found),
        _ => {}
    }
}

fn cell<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    if let Some(headers) = element.filled("headers") {
        let own = table_of(element);
        let is_header = |id: &&str| {
            let header = page.document.by_id(id);
            header.is_some_and(|header| {
                let is_one =
                    header.is("th") || matches!(header.role(), Some("columnheader" | "rowheader"));
                header != element && is_one && table_of(header) == own
            })
        };
        let mut ids = headers.split_ascii_whitespace();
        if let Some(id) = ids.find(|id| !is_header(id)) {
            found.add(RuleId::TdHeadersAttr, element).with("id", id);
        }
    }
    if let Some(scope) = element.attribute("scope") {
        let is_known = matches!(
            scope.trim().to_ascii_lowercase().as_str(),
            "col" | "colgroup" | "row" | "rowgroup"
        );
        if element.is("td") || !is_known {
            let finding = found
                .add(RuleId::ScopeAttrValid, element)
                .with("value", scope);
            if element.is("td") {
                finding.with("cell", "td");
            }
        }
    }
    if element.is("th") && !names::is_for_show(element) && page.name(element).is_empty() {
        found.add(RuleId::EmptyTableHeader, element);
    }
}

fn table_of(element: Element) -> Option<u32> {
    let table = element.around().find(|outer| outer.is("table"));
    table.map(Element::number)
}

fn table<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    if names::is_for_show(element) {
        return;
    }
    let cells = cells(element);
    if !cells.iter().any(|cell| cell.element.is("th")) {
        return;
    }
    let mut children = element.children();
    let caption = children.find(|child| child.is("caption"));
    let is_captioned = caption.is_some_and(|caption| !names::visible(caption).is_empty());
    if !is_captioned && !names::has_label(page.document, element) && !is_alone_in_figure(element) {
        found.add(RuleId::TableCaption, element);
    }
    headers(&cells, found);
}

/// Whether it is the only table of a figure that has a caption.
fn is_alone_in_figure(element: Element) -> bool {
    let Some(figure) = element.around().find(|outer| outer.is("figure")) else {
        return false;
    };
    let caption = figure.children().find(|child| child.is("figcaption"));
    let is_captioned = caption.is_some_and(|caption| !names::visible(caption).is_empty());
    is_captioned && figure.within().filter(|inner| inner.is("table")).count() == 1
}

/// A cell with the columns and rows that it takes.
struct Cell<'d> {
    element: Element<'d>,
    columns: Range<usize>,
    rows: Range<usize>,
}

/// How many columns a cell may take (HTML, section 4.9.11).
const MOST_COLUMNS: usize = 1_000;

/// The cells of a table, without those of tables in it.
fn cells<'d>(table: Element<'d>) -> Vec<Cell<'d>> {
    let mut found: Vec<Cell> = Vec::new();
    // The cells of rows above that reach into this one.
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    let is_row = |part: Part<'d>| match part {
        Part::Element(row) if row.is("tr") && !row.is_hidden() => Some(row),
        _ => None,
    };
    let rows = table.walk(|inner| inner.is("table")).filter_map(is_row);
    for (row, element) in rows.enumerate() {
        let mut column = 0;
        let mut own = Vec::new();
        for cell in element
            .children()
            .filter(|cell| matches!(cell.name(), "td" | "th"))
        {
            while let Some((taken, _)) = open.iter().find(|(taken, _)| taken.contains(&column)) {
                column = taken.end;
            }
            let span = |name| cell.attribute(name).and_then(names::integer).unwrap_or(1);
            let width = usize::try_from(span("colspan"))
                .unwrap_or(1)
                .clamp(1, MOST_COLUMNS);
            // None means all rows of its group: as far as this matters, all that follow.
            let height = match usize::try_from(span("rowspan")).unwrap_or(1) {
                0 => usize::from(u16::MAX),
                height => height.min(usize::from(u16::MAX)),
            };
            let columns = column..column + width;
            own.push((columns.clone(), height - 1));
            column = columns.end;
            found.push(Cell {
                element: cell,
                columns,
                rows: row..row + height,
            });
        }
        open.retain_mut(|(_, left)| {
            *left = left.saturating_sub(1);
            *left > 0
        });
        open.extend(own.into_iter().filter(|(_, left)| *left > 0));
    }
    found
}

/// Looks for headers of no cell.
fn headers(cells: &[Cell], found: &mut Found) {
    let is_header = |cell: &Cell| cell.element.is("th") && !names::is_for_show(cell.element);
    let mut named: Vec<&str> = cells
        .iter()
        .flat_map(|cell| {
            cell.element
                .attribute("headers")
                .unwrap_or_default()
                .split_ascii_whitespace()
        })
        .collect();
    named.sort_unstable();
    // Rows in which not every cell is a header.
    let last = cells.last().map_or(0, |cell| cell.rows.start + 1);
    let mut has_data = vec![false; last];
    for cell in cells.iter().filter(|cell| !is_header(cell)) {
        let reach = cell.rows.end.min(last);
        has_data[cell.rows.start..reach].fill(true);
    }
    for (at, cell) in cells.iter().enumerate() {
        if !is_header(cell) || cell.element.is_silent() {
            continue;
        }
        let id = cell.element.attribute("id").unwrap_or_default();
        if !id.is_empty() && named.binary_search(&id).is_ok() {
            continue;
        }
        let scope = scope(cell.element);
        let reach = cell.rows.end.min(last);
        let in_column = || {
            cells[at + 1..].iter().any(|other| {
                let overlaps = other.columns.start < cell.columns.end
                    && cell.columns.start < other.columns.end;
                let is_below = other.rows.start >= cell.rows.end;
                let of_row = || !is_column(other.element) && has_data[other.rows.start];
                overlaps && is_below && (!is_header(other) || of_row())
            })
        };
        let has_cells = match scope {
            Scope::Column => in_column(),
            Scope::Row => has_data[cell.rows.start..reach].contains(&true),
            Scope::Rows => has_data[cell.rows.start..].contains(&true),
            Scope::None => has_data[cell.rows.start..reach].contains(&true) || in_column(),
        };
        if !has_cells {
            found.add(RuleId::ThHasDataCells, cell.element);
        }
    }
}

/// What a header is that of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Column,
    Row,
    Rows,
    None,
}

fn scope(element: Element) -> Scope {
    let role = element.role();
    let scope = element.attribute("scope").unwrap_or_default();
    match scope.trim().to_ascii_lowercase().as_str() {
        "col" | "colgroup" => Scope::Column,
        "row" => Scope::Row,
        "rowgroup" => Scope::Rows,
        _ if role == Some("columnheader") => Scope::Column,
        _ if role == Some("rowheader") => Scope::Row,
        _ => Scope::None,
    }
}

fn is_column(element: Element) -> bool {
    scope(element) == Scope::Column
}
