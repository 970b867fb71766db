//! What was meant by a line of cells that is parted by other signs or has its cells in another order.

use super::{Column, ColumnKind};

/// What parts the cells of a line in the place of `|`, from the most certain on.
const SIGNS: &[&str] = &["\t", ";", " – ", " — ", " - ", ","];

/// The line with `|` between its cells, where other signs part them: `Ali ; Chef ; ali@iom.int`.
pub(super) fn parted(line: &str, columns: &[Column]) -> Option<String> {
    if line.contains(['|', '\\', '[', '`', '{', '<']) {
        return None;
    }
    SIGNS.iter().find_map(|sign| {
        let cells: Vec<&str> = line.split(sign).map(str::trim).collect();
        let is_fit =
            (2..=columns.len()).contains(&cells.len()) && cells.iter().all(|cell| !cell.is_empty());
        // A comma stands in a name and in a number, and `;` ends `&amp;`.
        let is_sure = match *sign {
            "," => cells.iter().any(|cell| is_contact(cell)) && has_contact(columns),
            ";" => !line.contains('&'),
            _ => true,
        };
        // What begins with a figure or a picture is one without doubt.
        let is_first = match columns.first().map(|column| column.kind) {
            Some(ColumnKind::Image) => cells[0].contains('.') && !cells[0].contains(' '),
            _ if columns.get(1).is_some_and(|column| column.required) => {
                cells[0].contains(|c: char| c.is_ascii_digit())
            }
            _ => true,
        };
        (is_fit && is_sure && is_first)
            .then(|| in_order(&cells, columns).unwrap_or_else(|| cells.join(" | ")))
    })
}

/// The line with its contact in the column for it, where it stands in another.
pub(super) fn in_order(cells: &[&str], columns: &[Column]) -> Option<String> {
    let place = columns
        .iter()
        .position(|column| column.kind == ColumnKind::Contact)?;
    let at = cells.iter().position(|cell| is_contact(cell))?;
    if at == place || cells.get(place).is_some_and(|cell| is_contact(cell)) {
        return None;
    }
    let mut right = cells.to_vec();
    if at == 0 {
        let contact = right.remove(0);
        if right.iter().all(|cell| cell.is_empty()) || right.len() > place {
            return None;
        }
        right.resize(place, "");
        right.push(contact);
    } else {
        right.resize(cells.len().max(place + 1), "");
        right.swap(at, place);
    }
    while right.last().is_some_and(|cell| cell.is_empty()) {
        right.pop();
    }
    let line = right.join(" | ");
    Some(line.replace(" |  | ", " | | "))
}

fn has_contact(columns: &[Column]) -> bool {
    columns
        .iter()
        .any(|column| column.kind == ColumnKind::Contact)
}

/// Whether a cell is an address of electronic mail or a telephone number, and nothing else.
fn is_contact(cell: &str) -> bool {
    let inner = cell.trim_matches(['<', '>']);
    let is_mail = inner.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !inner.contains(char::is_whitespace)
    });
    is_mail || is_number(cell)
}

/// Whether it is a telephone number (ITU-T E.164 has 15 digits at most).
fn is_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (8..=15).contains(&digits)
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+()-./".contains(c))
}

/// The contact alone, where something stands with it: `[Écrire](mailto:ali@iom.int)`, `ali@iom.int?bcc=…`.
pub(in crate::markdown) fn contact_alone(cell: &str) -> Option<&str> {
    let linked = cell
        .strip_suffix(')')
        .and_then(|cell| cell.rsplit_once("]("))
        .map(|(_, address)| address);
    let whole = linked.unwrap_or(cell);
    let is_page = whole.starts_with("http://") || whole.starts_with("https://");
    let alone = ["mailto:", "tel:"]
        .iter()
        .find_map(|scheme| whole.strip_prefix(scheme))
        .unwrap_or(whole);
    let alone = match alone.split_once('?') {
        Some((mail, _)) if !is_page && mail.contains('@') => mail,
        _ => alone,
    };
    let is_one = is_page || is_contact(alone) && !alone.starts_with('<');
    (alone != cell && is_one).then_some(alone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::directive::{DIRECTIVES, Holds};

    fn columns(name: &str) -> &'static [Column] {
        let mut shapes = DIRECTIVES.iter().filter(|shape| shape.name == name);
        match shapes.next().map(|shape| &shape.holds) {
            Some(Holds::Lines(columns)) => columns,
            _ => &[],
        }
    }

    #[test]
    fn cells_are_parted_by_bars() {
        for (name, line, right) in [
            (
                "people",
                "Ali; Chef; a@iom.int",
                Some("Ali | Chef | a@iom.int"),
            ),
            ("people", "Ali\tChef", Some("Ali | Chef")),
            (
                "people",
                "Ali - Chef - 05 37 65 28 81",
                Some("Ali | Chef | 05 37 65 28 81"),
            ),
            ("people", "Ali, a@iom.int", Some("Ali | | a@iom.int")),
            ("people", "Ali Benali, Chef", None),
            ("people", "Jean-Pierre Martin", None),
            ("people", "R&amp;D; Chef", None),
            ("key-figures", "100; pays", Some("100 | pays")),
            ("key-figures", "1,5 million", None),
            (
                "gallery",
                "photo.jpg; Une photo",
                Some("photo.jpg | Une photo"),
            ),
        ] {
            assert_eq!(parted(line, columns(name)).as_deref(), right, "{line}");
        }
    }

    #[test]
    fn a_contact_stands_in_its_column() {
        let people = columns("people");
        for (cells, right) in [
            (
                vec!["Ali", "a@iom.int", "Chef"],
                Some("Ali | Chef | a@iom.int"),
            ),
            (
                vec!["Ali", "05 37 65 28 81"],
                Some("Ali | | 05 37 65 28 81"),
            ),
            (vec!["a@iom.int", "Ali"], Some("Ali | | a@iom.int")),
            (
                vec!["Ali", "Chef", "p.jpg", "a@iom.int"],
                Some("Ali | Chef | a@iom.int | p.jpg"),
            ),
            (vec!["Ali", "Chef", "a@iom.int"], None),
            (vec!["Ali", "a@iom.int", "05 37 65 28 81"], None),
            (vec!["Ali", "Chef 2026"], None),
        ] {
            assert_eq!(in_order(&cells, people).as_deref(), right, "{cells:?}");
        }
    }

    #[test]
    fn a_contact_stands_alone() {
        for (cell, right) in [
            ("[Écrire](mailto:a@iom.int)", Some("a@iom.int")),
            ("mailto:a@iom.int", Some("a@iom.int")),
            ("a@iom.int?bcc=b@iom.int", Some("a@iom.int")),
            ("[Site](https://iom.int/x?y)", Some("https://iom.int/x?y")),
            ("tel:+212537652881", Some("+212537652881")),
            ("a@iom.int", None),
            ("https://iom.int/@x?y=z", None),
            ("Bureau 12", None),
        ] {
            assert_eq!(contact_alone(cell), right, "{cell}");
        }
    }
}
