//! What holds of every change of every text.

mod items;
mod texts;

use proptest::prelude::*;
use proptest::sample::Index;

use super::super::Scalar;
use super::tests::way;
use super::*;
use texts::{fresh, text};

/// A value alone.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Null,
    Text(String),
    List(Vec<Said>),
    Map(Vec<(String, Said)>),
}

fn said(node: &Node) -> Said {
    match &node.value {
        Value::Null => Said::Null,
        Value::Scalar(Scalar { text, .. }) => Said::Text(text.clone()),
        Value::List(items) => Said::List(items.iter().map(said).collect()),
        Value::Map(map) => Said::Map(
            map.iter()
                .map(|(key, node)| (key.name.clone(), said(node)))
                .collect(),
        ),
    }
}

fn asked(fresh: &Fresh) -> Said {
    match fresh {
        Fresh::Plain(text) | Fresh::Text(text) => Said::Text(text.clone()),
        Fresh::List(items) => Said::List(items.iter().map(asked).collect()),
        Fresh::Map(entries) => Said::Map(
            entries
                .iter()
                .map(|(key, fresh)| (key.clone(), asked(fresh)))
                .collect(),
        ),
        Fresh::Part(_) => unreachable!("whole values are asked for"),
    }
}

/// As it would be asked for; `None` where something in it is nothing.
fn again(said: &Said, is_plain: bool) -> Option<Fresh> {
    Some(match said {
        Said::Null => return None,
        Said::Text(text) if is_plain => Fresh::Plain(text.clone()),
        Said::Text(text) => Fresh::Text(text.clone()),
        Said::List(items) => {
            let items = items.iter().map(|item| again(item, is_plain));
            Fresh::List(items.collect::<Option<_>>()?)
        }
        Said::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|(key, said)| Some((key.clone(), again(said, is_plain)?)));
            Fresh::Map(entries.collect::<Option<_>>()?)
        }
    })
}

/// Without regard to the order of keys.
fn sorted(said: &Said) -> Said {
    match said {
        Said::Null | Said::Text(_) => said.clone(),
        Said::List(items) => Said::List(items.iter().map(sorted).collect()),
        Said::Map(entries) => {
            let entries = entries.iter();
            let mut entries: Vec<_> = entries
                .map(|(key, said)| (key.clone(), sorted(said)))
                .collect();
            entries.sort_by(|one, other| one.0.cmp(&other.0));
            Said::Map(entries)
        }
    }
}

fn source(text: &str) -> Source<'_> {
    let source = Source::new(text, Span::new(0, text.len()));
    let source = source.unwrap_or_else(|stuck| panic!("{stuck:?} {text}"));
    assert_eq!(source.mistakes, [], "{text}");
    source
}

/// All ways to values, and to values that could be added.
fn ways(node: &Node, way: &[Step], out: &mut Vec<(Vec<Step>, bool)>) {
    let to = |step: Step| [way, &[step]].concat();
    match &node.value {
        Value::Null => out.push((to(Step::Key("g".to_owned())), false)),
        Value::Scalar(_) => {}
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                out.push((to(Step::Item(at)), true));
                ways(item, &to(Step::Item(at)), out);
            }
            out.push((to(Step::Item(items.len())), false));
        }
        Value::Map(map) => {
            for (key, node) in map.iter() {
                out.push((to(Step::Key(key.name.clone())), true));
                ways(node, &to(Step::Key(key.name.clone())), out);
            }
            out.push((to(Step::Key("g".to_owned())), false));
        }
    }
}

fn at<'n>(node: &'n Node, way: &[Step]) -> Option<&'n Node> {
    way.iter()
        .try_fold(node, |node, step| match (&node.value, step) {
            (Value::Map(map), Step::Key(name)) => map.get(name),
            (Value::List(items), Step::Item(at)) => items.get(*at),
            _ => None,
        })
}

/// What a value is to be after one change; whether something is left of it.
fn changed(said: &mut Said, way: &[Step], to: Option<&Fresh>) -> bool {
    let Some((step, rest)) = way.split_first() else {
        if let Some(fresh) = to {
            *said = asked(fresh);
        }
        return to.is_some();
    };
    match step {
        Step::Key(name) => {
            if *said == Said::Null {
                if to.is_none() {
                    return true;
                }
                *said = Said::Map(Vec::new());
            }
            let Said::Map(entries) = said else {
                panic!("a map: {entries_or:?} {way:?} {to:?}", entries_or = said)
            };
            let found = entries.iter().position(|(other, _)| other == name);
            let place = match found {
                Some(place) => place,
                None if to.is_none() => return true,
                None => {
                    entries.push((name.clone(), Said::Null));
                    entries.len() - 1
                }
            };
            if changed(&mut entries[place].1, rest, to) {
                return true;
            }
            entries.remove(place);
            !entries.is_empty()
        }
        Step::Item(number) => {
            let Said::List(items) = said else {
                panic!("a list: {said:?} {way:?} {to:?}")
            };
            if *number == items.len() {
                if to.is_none() {
                    return true;
                }
                items.push(Said::Null);
            }
            if changed(&mut items[*number], rest, to) {
                return true;
            }
            items.remove(*number);
            !items.is_empty()
        }
    }
}

fn change(way: &[Step], to: Option<Fresh>) -> Change {
    Change {
        way: way.to_vec(),
        to,
    }
}

/// Comments and words of a line that hold no change.
fn comments(text: &str) -> Vec<&str> {
    let lines = text.lines().filter_map(|line| {
        let at = line.rfind("# c")?;
        line[at + 3..].trim_end().parse::<usize>().ok()?;
        Some(line[at..].trim_end())
    });
    lines.collect()
}

/// A value a little changed: items and keys go, come, change places and values.
fn tweaked(fresh: &Fresh, with: &Fresh, chance: &mut impl FnMut(usize) -> usize) -> Fresh {
    match fresh {
        Fresh::Plain(_) | Fresh::Text(_) => match chance(3) {
            0 => with.clone(),
            _ => fresh.clone(),
        },
        Fresh::List(items) => {
            let mut items = items.clone();
            for _ in 0..chance(4) {
                let (one, other) = (chance(items.len() + 1), chance(items.len() + 1));
                match (chance(4), items.len()) {
                    (0, _) => items.insert(one, with.clone()),
                    (_, 0) => {}
                    (1, count) => drop(items.remove(one % count)),
                    (2, count) => items.swap(one % count, other % count),
                    (_, count) => items[one % count] = tweaked(&items[one % count], with, chance),
                }
            }
            Fresh::List(items)
        }
        Fresh::Map(entries) => {
            let mut entries = entries.clone();
            for _ in 0..chance(4) {
                let one = chance(entries.len() + 1);
                match (chance(3), entries.len()) {
                    (0, _) if entries.iter().all(|(name, _)| name != "g") => {
                        entries.insert(one, ("g".to_owned(), with.clone()));
                    }
                    (_, 0) => {}
                    (1, count) => drop(entries.remove(one % count)),
                    (_, count) => {
                        let (name, fresh) = &entries[one % count];
                        entries[one % count] = (name.clone(), tweaked(fresh, with, chance));
                    }
                }
            }
            Fresh::Map(entries)
        }
        Fresh::Part(_) => unreachable!("whole values are asked for"),
    }
}

fn check(
    text: &str,
    place: Index,
    to: impl Fn(Option<&Node>) -> Option<Fresh>,
) -> Result<(), TestCaseError> {
    let source = source(text);
    let mut all = Vec::new();
    ways(&source.root, &[], &mut all);
    if all.is_empty() {
        return Ok(());
    }
    let (way, is_there) = &all[place.index(all.len())];
    let to = to(at(&source.root, way));
    if !is_there && to.is_none() {
        return Ok(());
    }
    let after = source.edit(&[], &[change(way, to.clone())], &[]);
    let Ok(after) = after else {
        return Err(TestCaseError::fail(format!(
            "{after:?} {way:?} {to:?}\n{text}"
        )));
    };
    // It says what was asked for.
    let mut wanted = said(&source.root);
    if !changed(&mut wanted, way, to.as_ref()) {
        wanted = Said::Null;
    }
    let new = self::source(&after);
    prop_assert_eq!(
        sorted(&said(&new.root)),
        sorted(&wanted),
        "{:?} {:?}\n{}\n---\n{}",
        way,
        to,
        text,
        after
    );
    // A second time nothing is left to do.
    if let (Some(to), Some(_)) = (&to, at(&source.root, way)) {
        let again = new.edit(&[], &[change(way, Some(to.clone()))], &[]);
        prop_assert_eq!(again.as_ref(), Ok(&after));
    }
    // Comments of what is above and below stay, each in its line.
    let old_node = at(&source.root, &way[..1]);
    let writer = Writer::new(&source);
    let from = match (old_node, way.first()) {
        (Some(_), Some(Step::Key(name))) => match &source.root.value {
            Value::Map(map) => map
                .iter()
                .find(|(key, _)| key.name == *name)
                .map_or(0, |(key, _)| key.span.start),
            _ => 0,
        },
        (Some(_), Some(Step::Item(number @ 1..))) => match &source.root.value {
            Value::List(items) => {
                let before = &items[number - 1];
                writer.next_line(writer.end_of(before, before.span.start))
            }
            _ => 0,
        },
        _ => 0,
    };
    let to_end = old_node.map_or(from, |node| writer.lines_end(node.span.end.max(from), 0));
    let from = if old_node.is_some() {
        writer.line_start(from)
    } else {
        to_end
    };
    let left = comments(&after);
    for part in [&text[..from], &text[to_end.max(from)..]] {
        let mut rest = left.iter();
        for comment in comments(part) {
            prop_assert!(
                rest.any(|other| *other == comment),
                "{} is lost: {:?} {:?}\n{}\n---\n{}",
                comment,
                way,
                to,
                text,
                after
            );
        }
    }
    // What stands outside of the lines of the value stays to the byte.
    if let (Some(node), Some(_), true) = (old_node, &to, after != text) {
        let end = writer.lines_end(writer.end_of(node, node.span.end), 0);
        prop_assert!(
            after.starts_with(&text[..from]) && after.ends_with(&text[end.max(to_end)..]),
            "{from}..{end}: {:?} {:?}\n{}\n---\n{}",
            way,
            to,
            text,
            after
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_change_is_made_and_nothing_else(
        text in text(),
        place: Index,
        to in prop::option::weighted(0.75, fresh()),
    ) {
        check(&text, place, |_| to.clone())?;
    }

    #[test]
    fn what_is_changed_a_little_is_not_written_anew(
        text in text(),
        place: Index,
        with in fresh(),
        is_plain: bool,
        chances in prop::collection::vec(any::<Index>(), 32),
    ) {
        check(&text, place, |node| {
            let mut left = chances.iter();
            let mut chance = |count: usize| left.next().map_or(0, |index| index.index(count));
            Some(tweaked(&again(&said(node?), is_plain)?, &with, &mut chance))
        })?;
    }

    #[test]
    fn changes_are_made_together(
        text in text(),
        places in prop::collection::vec((any::<Index>(), prop::option::weighted(0.7, fresh())), 1..5),
    ) {
        let source = source(&text);
        let mut all = Vec::new();
        ways(&source.root, &[], &mut all);
        if all.is_empty() {
            return Ok(());
        }
        let mut changes: Vec<Change> = Vec::new();
        for (place, to) in places {
            let (way, _) = &all[place.index(all.len())];
            let touches = |other: &Change| other.way.starts_with(way) || way.starts_with(&other.way);
            if !changes.iter().any(touches) {
                changes.push(change(way, to));
            }
        }
        // From the end on, no way leads elsewhere by a change before it.
        let numbers = |change: &Change| -> Vec<(usize, String)> {
            let steps = change.way.iter().map(|step| match step {
                Step::Key(name) => (0, name.clone()),
                Step::Item(number) => (*number, String::new()),
            });
            steps.collect()
        };
        let mut backwards = changes.clone();
        backwards.sort_by_key(numbers);
        let after = source.edit(&[], &changes, &[]);
        prop_assert!(after.is_ok(), "{:?} {:?}\n{}", after, changes, text);
        let after = after.unwrap();
        let new = self::source(&after);
        // What goes and what comes in one map or list may meet: then only reading is looked at.
        if backwards.iter().all(|change| change.to.is_some()) {
            let mut wanted = said(&source.root);
            for change in backwards.iter().rev() {
                changed(&mut wanted, &change.way, change.to.as_ref());
            }
            let found = said(&new.root);
            prop_assert_eq!(sorted(&found), sorted(&wanted), "{:?}\n{}\n---\n{}", changes, text, after);
        }
    }

    #[test]
    fn what_is_said_already_changes_nothing(text in text(), place: Index, is_plain: bool) {
        let source = source(&text);
        let mut all = Vec::new();
        ways(&source.root, &[], &mut all);
        all.retain(|(_, is_there)| *is_there);
        if let Some((way, _)) = (!all.is_empty()).then(|| &all[place.index(all.len())]) {
            let node = at(&source.root, way).unwrap();
            if let Some(fresh) = again(&said(node), is_plain) {
                let after = source.edit(&[], &[change(way, Some(fresh))], &[]);
                prop_assert_eq!(after.as_ref(), Ok(&text));
            }
        }
    }

    #[test]
    fn there_and_back_the_values_are_the_same(text in text(), place: Index, to in fresh()) {
        let source = source(&text);
        let mut all = Vec::new();
        ways(&source.root, &[], &mut all);
        let Some((way, is_there)) = (!all.is_empty()).then(|| &all[place.index(all.len())]) else {
            return Ok(());
        };
        let back = match at(&source.root, way).filter(|_| *is_there) {
            Some(node) => match again(&said(node), true) {
                Some(fresh) => Some(fresh),
                None => return Ok(()),
            },
            None => None,
        };
        // What was nothing before a key came into it is gone with the key.
        let parent = at(&source.root, &way[..way.len() - 1]);
        let is_emptied = back.is_none() && parent.is_some_and(|node| match &node.value {
            Value::Map(map) => map.is_empty(),
            Value::List(items) => items.is_empty(),
            _ => true,
        });
        let there = source.edit(&[], &[change(way, Some(to.clone()))], &[]);
        prop_assert!(there.is_ok(), "{there:?} {way:?} {to:?}\n{text}");
        let there = there.unwrap();
        let there = self::source(&there);
        let again = there.edit(&[], &[change(way, back)], &[]);
        prop_assert!(again.is_ok(), "{again:?} {way:?} {to:?}\n{text}");
        let again = again.unwrap();
        if !is_emptied {
            let found = said(&self::source(&again).root);
            prop_assert_eq!(sorted(&found), sorted(&said(&source.root)), "{}\n---\n{}", text, again);
        }
    }
}

const FILE: &str = "title:\n  fr: \"L'OIM : un titre\"\n  en: 'It''s'\nlist: [a, {b: c}]\n# note\n\
                    sectors:\n  - code: \"15190\" # c\n    percent: 100\n  -\ntext: |\n  Un : deux\n\n  trois\nend: é\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed into a file, a change of it ends.
    #[test]
    fn nothing_panics(
        changes in prop::collection::vec((0..FILE.len(), 0usize..6, "[\\PC\r\n\t :'\"#@*&!%{}\\[\\],|>é\u{a0}-]{0,6}"), 0..6),
        ways in prop::collection::vec(
            prop::sample::select(vec![
                "title", "title/fr", "title/ar", "list", "list/0", "list/1/b", "list/2", "sectors", "sectors/0/code",
                "sectors/0/x", "sectors/1", "text", "end", "new", "new/a/b", "0", "", "0/a",
            ]),
            0..4,
        ),
        to in prop::option::weighted(0.8, fresh()),
        start in 0..FILE.len(),
    ) {
        let mut text = FILE.to_owned();
        for (at, cut, with) in changes {
            let floor = |mut at: usize| {
                at = at.min(text.len());
                while !text.is_char_boundary(at) { at -= 1; }
                at
            };
            let (start, end) = (floor(at), floor(at + cut));
            text.replace_range(start..end.max(start), &with);
        }
        let changes: Vec<Change> = ways.iter().map(|words| change(&way(words), to.clone())).collect();
        let ranges = [Span::new(0, text.len()), Span::new(start, text.len()), Span::new(0, start)];
        for range in &ranges[start % 3..=start % 3] {
            let range = *range;
            if let Ok(after) = edit(&text, range, &[], &changes, &["title", "list", "new"]) {
                // What comes out can be changed again.
                let _ = edit(&after, Span::new(0, after.len()), &way("title"), &changes, &["fr", "ar"]);
            }
        }
    }
}
