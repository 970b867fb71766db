//! What was taken out of a file with an entry comes back into the file as it is now.

use std::sync::Arc;

use crate::record::with_row;
use rihla_site::config::SITE;
use rihla_text::yaml::edit::{Change, Fresh, Step, edit};
use rihla_text::yaml::{self, Value};

/// How many lines around what was taken out must be what they were.
const CONTEXT: usize = 2;

/// The text of a file with what was taken out of it again in its place, and all else as it is now; `None` where
/// that cannot be said.
pub fn brought_back(path: &str, before: &str, after: &str, now: &str) -> Option<String> {
    if path == SITE {
        return without_gone(before, after, now);
    }
    // What was taken out stood between two lines that are still beside each other.
    let lines =
        |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (before, after, mut now) = (lines(before), lines(after), lines(now));
    let changes = similar::capture_diff_slices(similar::Algorithm::Myers, &after, &before);
    let changes = changes
        .into_iter()
        .filter(|change| change.tag() != similar::DiffTag::Equal);
    let changes: Vec<similar::DiffOp> = changes.collect();
    // From the end on, so that the places of the others stay.
    for change in changes.iter().rev() {
        let (old, new) = (change.old_range(), change.new_range());
        let above = &after[old.start.saturating_sub(CONTEXT)..old.start];
        let below = &after[old.end..after.len().min(old.end + CONTEXT)];
        let middle = &after[old];
        let whole: Vec<String> = [above, middle, below].concat();
        let starts = now
            .len()
            .checked_sub(whole.len())
            .map_or(0..0, |last| 0..last + 1);
        let mut places = starts.filter(|start| now[*start..*start + whole.len()] == whole);
        let (Some(start), None) = (places.next(), places.next()) else {
            let row = before[new].concat();
            // Its neighbours are not what they were: it comes to the end of the list.
            let is_row = middle.is_empty() && row.trim_start().starts_with("- ");
            return (is_row && changes.len() == 1)
                .then(|| with_row(now.concat().trim_end_matches(['\r', '\n']), &row));
        };
        let from = start + above.len();
        now.splice(from..from + middle.len(), before[new].iter().cloned());
    }
    Some(now.concat())
}

/// The text of `site.yaml` as it is `now`, without the addresses that a removal put under `gone`: those that
/// stand there `after` it and did not `before`. `None` where one of the texts cannot be read or changed.
fn without_gone(before: &str, after: &str, now: &str) -> Option<String> {
    let (before, after, all) = (gone(before)?, gone(after)?, gone(now)?);
    let is_new = |address: &String| after.contains(address) && !before.contains(address);
    let left: Vec<Fresh> = all
        .iter()
        .filter(|address| !is_new(address))
        .map(|address| Fresh::Plain(address.clone()))
        .collect();
    if left.len() == all.len() {
        return Some(now.to_owned());
    }
    let change = Change {
        way: vec![Step::Key("gone".to_owned())],
        to: (!left.is_empty()).then_some(Fresh::List(left)),
    };
    let range = rihla_diagnostics::Span::new(0, now.len());
    edit(now, range, &[], &[change], &[]).ok()
}

/// The addresses that a text says are gone.
fn gone(text: &str) -> Option<Vec<String>> {
    let range = rihla_diagnostics::Span::new(0, text.len());
    let (root, found) = yaml::parse(&Arc::from(SITE), text, range);
    if found.iter().any(rihla_diagnostics::Diagnostic::is_error) {
        return None;
    }
    let Value::Map(map) = root?.value else {
        return None;
    };
    let Some(node) = map.get("gone") else {
        return Some(Vec::new());
    };
    let Value::List(items) = &node.value else {
        return None;
    };
    let address = |item: &yaml::Node| match &item.value {
        Value::Scalar(scalar) => Some(scalar.text.clone()),
        _ => None,
    };
    items.iter().map(address).collect()
}

#[cfg(test)]
mod tests {
    use super::{brought_back, without_gone};

    #[test]
    fn what_somebody_else_changed_stays() {
        let before = "title: A\n";
        let after = "title: A\ngone:\n  - /fr/a/\n";
        let now = "# Un mot.\ntitle: B\ngone:\n  - /fr/a/\n  - /fr/b/   # depuis\n";
        let wanted = "# Un mot.\ntitle: B\ngone:\n  - /fr/b/   # depuis\n";
        assert_eq!(without_gone(before, after, now).as_deref(), Some(wanted));
        assert_eq!(without_gone(before, after, after).as_deref(), Some(before));
        assert_eq!(without_gone(before, after, before).as_deref(), Some(before));
        assert_eq!(without_gone(before, after, "gone: [\n"), None);
    }

    #[test]
    fn what_was_taken_out_comes_back_between_its_neighbours() {
        let back = |before, after, now| brought_back("content/p/entries.yaml", before, after, now);
        let (before, after) = ("- id: a\n- id: b\n- id: c\n", "- id: a\n- id: c\n");
        let now = "# Un mot.\n- id: a\n- id: c\n- id: d\n";
        let wanted = "# Un mot.\n- id: a\n- id: b\n- id: c\n- id: d\n";
        assert_eq!(back(before, after, now).as_deref(), Some(wanted));
        // Where it stood is no longer known, or is known twice.
        assert_eq!(
            back(before, after, "- id: c\n").as_deref(),
            Some("- id: c\n- id: b\n")
        );
        let (now, wanted) = ("- id: c\n\n- id: e\n", "- id: c\n\n- id: e\n\n- id: b\n");
        assert_eq!(back(before, after, now).as_deref(), Some(wanted));
        assert_eq!(back("a\nb\nc\n", "a\nd\nc\n", "a\ne\nc\n"), None);
    }
}
