//! What stays where a value was changed in two places and both changes are right.
//!
//! Two versions of a list, or of the blocks of a text, are laid over the one from which both were made. What one
//! of them changed is as it is there; what both changed stands twice, what is saved first: nothing is decided that
//! a person would have to decide, and nothing is lost.

use std::ops::Range;

use rihla_text::markdown::directive::fences;
use serde_json::{Map, Value};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A value with the changes of two versions of it; `None` where it is one that holds one thing, such as a date, or
/// where one of the versions says all of it. `is_language` tells the names of languages, by which values may stand.
pub fn both(
    base: &Value,
    disk: &Value,
    mine: &Value,
    is_language: &dyn Fn(&str) -> bool,
) -> Option<Value> {
    let made = match (disk, mine) {
        (Value::Array(disk), Value::Array(mine)) => {
            let base = base.as_array().map_or(&[][..], |items| items);
            let keys = |items: &[Value]| items.iter().map(Value::to_string).collect::<Vec<_>>();
            let all = merged(&keys(base), &keys(disk), &keys(mine));
            let items = all
                .iter()
                .filter_map(|item| serde_json::from_str(item).ok());
            Value::Array(items.collect())
        }
        // A line is one thing, as a title is.
        (Value::String(disk), Value::String(mine))
            if disk.contains('\n') || mine.contains('\n') =>
        {
            texts(base.as_str().unwrap_or_default(), disk, mine).into()
        }
        (Value::Object(disk), Value::Object(mine)) => {
            let names = disk
                .keys()
                .chain(mine.keys().filter(|name| !disk.contains_key(*name)));
            let names: Vec<&String> = names.collect();
            let is_by_language = names.iter().all(|name| is_language(name));
            let mut made = Map::new();
            for name in names {
                let of = |map: &Map<String, Value>| map.get(name).cloned().unwrap_or(Value::Null);
                let (disk, mine) = (of(disk), of(mine));
                let base = base.get(name).cloned().unwrap_or(Value::Null);
                let value = match () {
                    () if disk == mine || base == mine => disk,
                    () if base == disk => mine,
                    // A part of a group is one thing, as the point of a picture is that stays.
                    () if is_by_language => both(&base, &disk, &mine, is_language)?,
                    () => return None,
                };
                if !value.is_null() {
                    made.insert(name.clone(), value);
                }
            }
            Value::Object(made)
        }
        _ => return None,
    };
    (made != *disk && made != *mine).then_some(made)
}

/// The text of a page with the changes of two versions of it, by its blocks; `None` where one of them says all of it.
pub fn both_texts(base: &str, disk: &str, mine: &str) -> Option<String> {
    let made = texts(base, disk, mine);
    (made != disk && made != mine).then_some(made)
}

fn texts(base: &str, disk: &str, mine: &str) -> String {
    let all = merged(&blocks(base), &blocks(disk), &blocks(mine));
    let ends = |text: &str| text.ends_with('\n');
    let end = if ends(disk) || ends(mine) { "\n" } else { "" };
    all.join("\n\n") + end
}

/// The blocks of a text, apart from each other by empty lines: a directive and a block of code are one with what
/// stands in them.
fn blocks(text: &str) -> Vec<String> {
    let fences = fences(text);
    let mut blocks: Vec<String> = Vec::new();
    let mut block: Vec<&str> = Vec::new();
    let (mut depth, mut next, mut code) = (0_usize, 0, None);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        while let Some(fence) = fences.get(next).filter(|fence| fence.span.start < at) {
            depth = match fence.opens {
                Some(_) => depth + 1,
                None => depth.saturating_sub(1),
            };
            next += 1;
        }
        let words = line.trim_end_matches(['\n', '\r']);
        let mark = words.trim_start();
        match code {
            Some(fence) if mark.starts_with(fence) => code = None,
            None => {
                code = ["```", "~~~"]
                    .into_iter()
                    .find(|fence| mark.starts_with(fence))
            }
            Some(_) => {}
        }
        if mark.is_empty() && depth == 0 && code.is_none() {
            if !block.is_empty() {
                blocks.push(block.join("\n"));
                block.clear();
            }
        } else {
            block.push(words);
        }
    }
    if !block.is_empty() {
        blocks.push(block.join("\n").trim_end().to_owned());
    }
    blocks
}

/// Two versions of a row of things over the one from which both were made.
fn merged(base: &[String], disk: &[String], mine: &[String]) -> Vec<String> {
    let (of_disk, of_mine) = (matches(base, disk), matches(base, mine));
    let mut all = Vec::new();
    // Up to where each was read.
    let (mut at, mut disk_at, mut mine_at) = (0, 0, 0);
    for (number, found) in of_disk.iter().zip(&of_mine).enumerate() {
        // What stands in all three.
        let (Some(in_disk), Some(in_mine)) = found else {
            continue;
        };
        let parts = [at..number, disk_at..*in_disk, mine_at..*in_mine];
        between([base, disk, mine], parts, &mut all);
        all.push(base[number].clone());
        (at, disk_at, mine_at) = (number + 1, in_disk + 1, in_mine + 1);
    }
    let parts = [at..base.len(), disk_at..disk.len(), mine_at..mine.len()];
    between([base, disk, mine], parts, &mut all);
    all
}

/// Adds what stands between two things that all three versions have.
fn between(versions: [&[String]; 3], parts: [Range<usize>; 3], all: &mut Vec<String>) {
    let [base, disk, mine] = [0, 1, 2].map(|side| &versions[side][parts[side].clone()]);
    if disk == base {
        all.extend_from_slice(mine);
        return;
    }
    // What one of them took out or wrote otherwise is not there as it was.
    let is_old = |one: &&String| base.contains(one);
    let stays = disk.iter().filter(|one| !is_old(one) || mine.contains(one));
    let is_new = |one: &&String| !is_old(one) && !disk.contains(one);
    match mine == base {
        true => all.extend_from_slice(disk),
        false => all.extend(stays.chain(mine.iter().filter(is_new)).cloned()),
    }
}

/// Where each thing of a row stands in another version of it.
fn matches(base: &[String], other: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; base.len()];
    for operation in capture_diff_slices(Algorithm::Patience, base, other) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = operation
        {
            for step in 0..len {
                found[old_index + step] = Some(new_index + step);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{blocks, both, both_texts, merged};

    fn is_language(name: &str) -> bool {
        matches!(name, "fr" | "en" | "*")
    }

    #[test]
    fn both_changes_stay() {
        let cases: [(Value, Value, Value, Value); 8] = [
            // base, disk, mine, both
            (
                json!(["a"]),
                json!(["a", "b"]),
                json!(["a", "c"]),
                json!(["a", "b", "c"]),
            ),
            (
                json!(["a", "b"]),
                json!(["b"]),
                json!(["a", "b", "c"]),
                json!(["b", "c"]),
            ),
            (Value::Null, json!(["x"]), json!(["y"]), json!(["x", "y"])),
            (
                json!("un\n\ndeux\n"),
                json!("UN\n\ndeux\n"),
                json!("un\n\nDEUX\n"),
                json!("UN\n\nDEUX\n"),
            ),
            (
                json!("un\n\ndeux\n"),
                json!("un, oui\n\ndeux\n"),
                json!("un, non\n\ndeux\n"),
                json!("un, oui\n\nun, non\n\ndeux\n"),
            ),
            (
                json!({"fr": ["a"], "en": ["a"]}),
                json!({"fr": ["a", "b"], "en": ["a"]}),
                json!({"fr": ["a", "c"], "en": ["a"]}),
                json!({"fr": ["a", "b", "c"], "en": ["a"]}),
            ),
            (
                json!({"planned": "1", "actual": "1"}),
                json!({"planned": "2", "actual": "1"}),
                json!({"planned": "1", "actual": "3"}),
                json!({"planned": "2", "actual": "3"}),
            ),
            (
                json!(":::note\na\n\nb\n:::\n\nc"),
                json!(":::note\na\n\nB\n:::\n\nc"),
                json!(":::note\nA\n\nb\n:::\n\nc"),
                json!(":::note\na\n\nB\n:::\n\n:::note\nA\n\nb\n:::\n\nc"),
            ),
        ];
        for (base, disk, mine, wanted) in cases {
            assert_eq!(
                both(&base, &disk, &mine, &is_language),
                Some(wanted),
                "{base}"
            );
        }
        let text = both_texts("un", "un, oui", "un, non");
        assert_eq!(text.as_deref(), Some("un, oui\n\nun, non"));
        assert_eq!(both_texts("un", "un", "un, non"), None);
        // One thing cannot be two, and what one of them says is a choice already.
        for (base, disk, mine) in [
            (json!("a"), json!("b"), json!("c")),
            (
                json!("2024-01-01"),
                json!("2024-01-02"),
                json!("2024-01-03"),
            ),
            (json!(["a"]), json!(["a", "b"]), json!(["a"])),
            (
                json!({"planned": "1"}),
                json!({"planned": "2"}),
                json!({"planned": "3"}),
            ),
            (
                json!({"focus": [1, 2]}),
                json!({"focus": [3, 4]}),
                json!({"focus": [5, 6]}),
            ),
        ] {
            assert_eq!(both(&base, &disk, &mine, &is_language), None, "{base}");
        }
    }

    fn row() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec("[a-f]", 0..8)
    }

    proptest! {
        /// Nothing that either of them added is lost, and where one changed nothing, the other is what comes out.
        #[test]
        fn nothing_new_is_lost(base in row(), disk in row(), mine in row()) {
            let all = merged(&base, &disk, &mine);
            for one in disk.iter().chain(&mine).filter(|one| !base.contains(one)) {
                prop_assert!(all.contains(one));
            }
            prop_assert_eq!(merged(&base, &base, &mine), mine.clone());
            prop_assert_eq!(merged(&base, &disk, &base), disk.clone());
            prop_assert_eq!(merged(&base, &mine, &mine), mine);
        }

        /// Blocks are the text, but for empty lines between them.
        #[test]
        fn blocks_are_the_text(text in "([a-c:`\n]|:::note\n|:::\n|```\n|\n\n){0,20}") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&blocks(&text).join("\n\n")), words(&text));
        }
    }
}
