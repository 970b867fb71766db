//! What holds of items of lists that go elsewhere.

use proptest::prelude::*;
use proptest::sample::Index;

use super::super::said::Said;
use super::super::tests::way;
use super::super::{Fresh, Span, edit};
use super::texts::{fresh, text};
use super::{again, at, change, comments, said, source, tweaked, ways};

/// A list of things with comments, as it is written.
#[derive(Clone, Copy, Debug)]
enum Form {
    Lines,
    /// With empty lines between.
    Apart,
    /// All of a text.
    Entries,
    ListsInLines,
    /// Between brackets, each on its line.
    Brackets,
    BracketsOnOneLine,
}

/// A thing with two leaves that are its own, and one that is of many.
#[derive(Clone, Debug)]
struct Thing {
    number: usize,
    id: String,
    value: String,
}

impl Thing {
    fn new(number: usize) -> Self {
        Self {
            number,
            id: format!("n{number}"),
            value: format!("v{number}"),
        }
    }

    fn kind(&self) -> &'static str {
        if self.number.is_multiple_of(2) {
            "even"
        } else {
            "odd"
        }
    }

    fn written(&self, form: Form) -> String {
        let Self { number, id, value } = self;
        let kind = self.kind();
        let margin = if matches!(form, Form::Entries) {
            ""
        } else {
            "  "
        };
        match form {
            Form::Lines | Form::Apart | Form::Entries => format!(
                "{margin}# above {number}\n{margin}# too {number}\n\
                 {margin}- id: {id} # of {number}\n\
                 {margin}  # inside {number}\n\
                 {margin}  kind: {kind}\n\
                 {margin}  x-note: [1] # more of {number}\n\
                 {margin}  value: \"{value}\" # last {number}\n\
                 {margin}    # below {number}\n"
            ),
            Form::ListsInLines => format!(
                "  # above {number}\n  - - {id} # of {number}\n    - {kind}\n    # inside {number}\n    - {value} # last {number}\n"
            ),
            Form::Brackets => format!(
                "  # above {number}\n  {{id: {id}, kind: {kind}, # inside {number}\n    x-note: [1], value: {value}}}, # of {number}\n"
            ),
            Form::BracketsOnOneLine => {
                format!("{{id: {id}, kind: {kind}, x-note: [1], value: {value}}}")
            }
        }
    }

    /// Without the note, which nobody speaks of.
    fn told(&self, form: Form) -> Fresh {
        let leaf = |text: &str| Fresh::Plain(text.to_owned());
        let leaves = [
            ("id", &*self.id),
            ("kind", self.kind()),
            ("value", &self.value),
        ];
        match form {
            Form::ListsInLines => Fresh::List(leaves.iter().map(|(_, text)| leaf(text)).collect()),
            _ => {
                let entries = leaves.iter();
                let entries = entries.map(|(name, text)| ((*name).to_owned(), Some(leaf(text))));
                let none = ("y".to_owned(), None);
                Fresh::Part(entries.chain([none]).collect())
            }
        }
    }
}

fn written(things: &[Thing], form: Form) -> String {
    let all: Vec<String> = things.iter().map(|thing| thing.written(form)).collect();
    let all = all.join(match form {
        Form::Apart => "\n",
        Form::BracketsOnOneLine => ", ",
        _ => "",
    });
    match form {
        Form::Entries => format!("# Of all.\n\n{all}"),
        Form::Brackets => format!("before: 1 # c\nlist: [\n{all}] # c\nafter: 2 # c\n"),
        Form::BracketsOnOneLine => format!("before: 1 # c\nlist: [{all}] # c\nafter: 2 # c\n"),
        _ => format!("before: 1 # c\nlist: # c\n{all}after: 2 # c\n"),
    }
}

fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(vec![
        Form::Lines,
        Form::Apart,
        Form::Entries,
        Form::ListsInLines,
        Form::Brackets,
        Form::BracketsOnOneLine,
    ])
}

/// Places in another order.
fn order() -> impl Strategy<Value = Vec<usize>> {
    (2_usize..8).prop_flat_map(|count| Just((0..count).collect::<Vec<_>>()).prop_shuffle())
}

/// A value of whose maps only some keys are told.
fn in_part(fresh: &Fresh, chance: &mut impl FnMut(usize) -> usize) -> Fresh {
    match fresh {
        Fresh::List(items) => Fresh::List(items.iter().map(|item| in_part(item, chance)).collect()),
        Fresh::Map(entries) => {
            let told = entries.iter().filter_map(|(name, fresh)| {
                let is_told = chance(3) > 0;
                is_told.then(|| (name.clone(), Some(in_part(fresh, chance))))
            });
            Fresh::Part(told.collect())
        }
        Fresh::Plain(_) | Fresh::Text(_) | Fresh::Part(_) => fresh.clone(),
    }
}

/// Whether keys that are not told say what they did.
fn stay(old: &Said, told: &Said, new: &Said) -> bool {
    let (Said::Map(olds), Said::Part(told), Said::Map(news)) = (old, told, new) else {
        return true;
    };
    olds.iter()
        .all(|(name, old)| match (told.get(name), news.get(name)) {
            (None, new) => new == Some(old),
            (Some(Some(told)), Some(new)) => stay(old, told, new),
            _ => false,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Each item comes with its comments and with what nobody speaks of, to the byte, where all change places
    /// and one of them changes.
    #[test]
    fn a_changed_item_comes_with_its_comments(
        form in form(),
        order in order(),
        changed: Index,
        is_id: bool,
        is_of_windows: bool,
    ) {
        let things: Vec<Thing> = (0..order.len()).map(Thing::new).collect();
        let mut wanted: Vec<Thing> = order.iter().map(|number| things[*number].clone()).collect();
        let changed = changed.index(wanted.len());
        match is_id {
            true => wanted[changed].id = "other".to_owned(),
            false => wanted[changed].value = "other".to_owned(),
        }
        let windows = |text: String| match is_of_windows {
            true => text.replace('\n', "\r\n"),
            false => text,
        };
        let text = windows(written(&things, form));
        let way = match form {
            Form::Entries => Vec::new(),
            _ => way("list"),
        };
        let to = Fresh::List(wanted.iter().map(|thing| thing.told(form)).collect());
        let after = edit(&text, Span::new(0, text.len()), &[], &[change(&way, Some(to))], &[]);
        prop_assert_eq!(after, Ok(windows(written(&wanted, form))), "{}", text);
    }

    /// Where the items of a list change places, all comments are still there.
    #[test]
    fn no_comment_is_lost_where_items_change_places(
        text in text(),
        place: Index,
        order in Just((0_usize..6).collect::<Vec<_>>()).prop_shuffle(),
        is_plain: bool,
    ) {
        let source = source(&text);
        let mut all = Vec::new();
        ways(&source.root, &[], &mut all);
        all.push((Vec::new(), true));
        let lists = all.iter().filter_map(|(way, _)| {
            let node = at(&source.root, way)?;
            match again(&said(node), is_plain)? {
                Fresh::List(items) => Some((way, items)),
                _ => None,
            }
        });
        let lists: Vec<_> = lists.collect();
        if lists.is_empty() {
            return Ok(());
        }
        let (way, items) = &lists[place.index(lists.len())];
        let order = order.iter().filter(|number| **number < items.len());
        let to = Fresh::List(order.map(|number| items[*number].clone()).collect());
        let after = source.edit(&[], &[change(way, Some(to))], &[]);
        prop_assert!(after.is_ok(), "{after:?} {way:?}\n{text}");
        let after = after.unwrap();
        let sorted = |text: &str| {
            let mut comments: Vec<String> = comments(text).into_iter().map(str::to_owned).collect();
            comments.sort();
            comments
        };
        prop_assert_eq!(sorted(&after), sorted(&text), "{:?}\n{}\n---\n{}", way, text, after);
    }

    /// Keys that are not told stay as they are.
    #[test]
    fn what_nobody_speaks_of_stays(
        text in text(),
        place: Index,
        with in fresh(),
        is_plain: bool,
        chances in prop::collection::vec(any::<Index>(), 48),
    ) {
        let source = source(&text);
        let mut all = Vec::new();
        ways(&source.root, &[], &mut all);
        all.retain(|(_, is_there)| *is_there);
        let Some((way, _)) = (!all.is_empty()).then(|| &all[place.index(all.len())]) else {
            return Ok(());
        };
        let old = at(&source.root, way).unwrap();
        let Some(whole) = again(&said(old), is_plain) else {
            return Ok(());
        };
        let mut left = chances.iter();
        let mut chance = |count: usize| left.next().map_or(0, |index| index.index(count));
        let to = in_part(&tweaked(&whole, &with, &mut chance), &mut chance);
        let changes = [change(way, Some(to.clone()))];
        let after = source.edit(&[], &changes, &[]);
        prop_assert!(after.is_ok(), "{after:?} {way:?} {to:?}\n{text}");
        let after = after.unwrap();
        let new = self::source(&after);
        let told = Said::of_fresh(&to);
        let says = Said::of_node(at(&new.root, way).unwrap());
        let is_well = told.is_said_by(&says) && stay(&Said::of_node(old), &told, &says);
        prop_assert!(is_well, "{way:?} {to:?}\n{text}\n---\n{after}");
        let again = new.edit(&[], &changes, &[]);
        prop_assert_eq!(again.as_ref(), Ok(&after));
    }

    /// Items that stay keep their comments, wherever they go.
    #[test]
    fn items_keep_their_comments(
        count in 1_usize..9,
        order in Just((0_usize..12).collect::<Vec<_>>()).prop_shuffle(),
        left in 1_usize..12,
        form in 0_u8..4,
    ) {
        let mut text = String::from("before: 1 # c\nlist:");
        text.push_str(match form { 2 => " [\n", 3 => " {x: [\n", _ => "\n" });
        for number in 0..count {
            text.push_str(&match form {
                0 => format!("  - n{number:02} # of {number}\n"),
                1 => format!("  # above {number}\n  - id: n{number:02} # of {number}\n    v: |\n      x\n\n"),
                _ => format!("    n{number:02}, # of {number}\n"),
            });
        }
        text.push_str(match form { 2 => "]\n", 3 => "]}\n", _ => "" });
        text.push_str("after: 2 # c\n");
        let order: Vec<usize> = order.into_iter().take(left).collect();
        let items = order.iter().map(|number| match form {
            1 => Fresh::Map(vec![
                ("id".to_owned(), Fresh::Plain(format!("n{number:02}"))),
                ("v".to_owned(), Fresh::Text("x\n".to_owned())),
            ]),
            _ => Fresh::Plain(format!("n{number:02}")),
        });
        let way = way(if form == 3 { "list/x" } else { "list" });
        let to = Fresh::List(items.collect());
        let after = source(&text).edit(&[], &[change(&way, Some(to))], &[]);
        prop_assert!(after.is_ok(), "{after:?} {order:?}\n{text}");
        let after = after.unwrap();
        for number in order.iter().filter(|number| **number < count) {
            let line = after.lines().find(|line| line.contains(&format!("n{number:02}")));
            let line = line.unwrap();
            prop_assert!(line.contains(&format!("# of {number}")), "{order:?}\n{text}\n---\n{after}");
        }
        prop_assert!(after.starts_with("before: 1 # c\nlist:") && after.ends_with("after: 2 # c\n"));
    }
}
