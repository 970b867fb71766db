//! A correction is applied, and what is said afterwards is compared with what was said before.

use rihla_diagnostics::testing::messages;
use std::collections::BTreeSet;

use rihla_diagnostics::{Correction, Diagnostic, Span};
use rihla_text::markdown;
use rihla_text::yaml::{self, Node, Value};

use crate::site::Files;

/// The path of a text that is read alone.
pub const TEXT: &str = "text";

/// How far a command comes with a site: where something is wrong, it ends there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The configuration is read.
    Configuration,
    /// The content is read, linked and planned.
    Plan,
    /// The pages are rendered, and the texts compared.
    Pages,
}

/// What is said of some files.
pub struct Found {
    /// All of it.
    pub diagnostics: Vec<Diagnostic>,
    /// The last stage that was reached.
    pub stage: Stage,
}

/// How files are read up to a stage.
type Read = dyn Fn(&Files, Stage) -> Found + Sync + Send;

/// Files, and how they are read.
pub struct Case {
    name: String,
    files: Files,
    read: Box<Read>,
}

impl Case {
    /// A case.
    pub fn new(
        name: String,
        files: Files,
        read: impl Fn(&Files, Stage) -> Found + Sync + Send + 'static,
    ) -> Self {
        Self {
            name,
            files,
            read: Box::new(read),
        }
    }
}

/// An edit reduced to what it changes.
struct Change {
    path: String,
    /// In the text before.
    from: Span,
    /// In the text after.
    to: Span,
}

/// What an edit changes, line by line where it has as many lines as before.
fn reduced(path: &str, mut from: usize, mut to: usize, old: &str, new: &str) -> Vec<Change> {
    let (olds, news): (Vec<&str>, Vec<&str>) = (
        old.split_inclusive('\n').collect(),
        new.split_inclusive('\n').collect(),
    );
    let pairs = match olds.len() == news.len() && !olds.is_empty() {
        true => olds.into_iter().zip(news).collect(),
        false => vec![(old, new)],
    };
    let mut changes = Vec::new();
    let count = pairs.len();
    for (old, new) in pairs {
        let head = common(old.chars(), new.chars());
        let tail = common(old[head..].chars().rev(), new[head..].chars().rev());
        if old != new || count == 1 {
            changes.push(Change {
                path: path.to_owned(),
                from: Span::new(from + head, from + old.len() - tail),
                to: Span::new(to + head, to + new.len() - tail),
            });
        }
        from += old.len();
        to += new.len();
    }
    changes
}

/// What a correction does to files.
struct Applied {
    files: Files,
    changes: Vec<Change>,
    renamed: Option<(String, String)>,
}

impl Applied {
    fn new(files: &Files, diagnostic: &Diagnostic, correction: &Correction) -> Option<Self> {
        let own = diagnostic.place.as_ref()?.path.to_string();
        let mut files = files.clone();
        let edits = match correction {
            Correction::Rename(to) => {
                let bytes = files.remove(&own)?;
                if files.insert(to.to_string(), bytes).is_some() {
                    return None;
                }
                return Some(Self {
                    files,
                    changes: Vec::new(),
                    renamed: Some((own, to.to_string())),
                });
            }
            Correction::Edits(edits) => edits,
        };
        let mut edits: Vec<_> = edits
            .iter()
            .map(|edit| {
                let path = edit.path.as_deref().unwrap_or(&own).to_owned();
                (path, edit.span, edit.text.as_str())
            })
            .collect();
        edits.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let mut changes: Vec<Change> = Vec::new();
        let mut file = String::new();
        let mut grown = 0isize;
        let mut last = 0;
        for (path, span, text) in edits {
            if path != file {
                (file, grown, last) = (path.clone(), 0, 0);
            }
            if span.start < last {
                return None;
            }
            last = span.end;
            let bytes = files.get_mut(&path)?;
            let start = span.start.checked_add_signed(grown)?;
            let end = span.end.checked_add_signed(grown)?;
            let old = std::str::from_utf8(bytes.get(start..end)?).ok()?.to_owned();
            bytes.splice(start..end, text.bytes());
            changes.extend(reduced(&path, span.start, start, &old, text));
            grown += text.len() as isize - old.len() as isize;
        }
        Some(Self {
            files,
            changes,
            renamed: None,
        })
    }

    fn path<'p>(&'p self, path: &'p str) -> &'p str {
        match &self.renamed {
            Some((from, to)) if from == path => to,
            _ => path,
        }
    }

    /// Where a range of the text before is now.
    fn span(&self, path: &str, span: Span) -> Span {
        let place = |at: usize, is_end: bool| {
            let mut grown = 0isize;
            for change in self.changes.iter().filter(|change| change.path == path) {
                let Span { start, end } = change.from;
                if at < start || (at == start && is_end && start < end) {
                    break;
                }
                if at < end || (at == end && (start == end) && is_end) {
                    return if is_end {
                        change.to.end
                    } else {
                        change.to.start
                    };
                }
                if at == start && start == end {
                    return change.to.start;
                }
                grown = change.to.end as isize - end as isize;
            }
            at.checked_add_signed(grown).unwrap_or_default()
        };
        let start = place(span.start, false);
        Span::new(start, place(span.end, true).max(start))
    }
}

fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b)
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

fn overlap(a: Span, b: Span) -> bool {
    let (start, end) = (a.start.max(b.start), a.end.min(b.end));
    start < end || (start == end && (a.start == a.end || b.start == b.end))
}

/// Whether a diagnostic stands in a place: a file as a whole stands in itself alone.
fn stands(diagnostic: &Diagnostic, path: &str, span: Option<Span>) -> bool {
    let Some(place) = &diagnostic.place else {
        return path.is_empty();
    };
    &*place.path == path
        && match (place.span, span) {
            (Some(a), Some(b)) => overlap(a, b),
            (None, None) => true,
            _ => false,
        }
}

fn shown(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().map(|place| {
        let span = place.span.map(|span| (span.start, span.end));
        format!("{} {span:?}", place.path)
    });
    format!(
        "{} at {}: {}",
        diagnostic.message.code,
        place.unwrap_or_default(),
        diagnostic.text(messages("en"))
    )
}

fn is_syntax(diagnostic: &Diagnostic) -> bool {
    let code = diagnostic.message.code;
    diagnostic.is_error() && (code.starts_with("yaml-") || code.starts_with("front-matter-"))
}

/// Follows every correction of a case; gives what is wrong, and the codes that have corrections.
pub fn every(case: &Case) -> (Vec<String>, BTreeSet<&'static str>) {
    let before = (case.read)(&case.files, Stage::Pages);
    let mut problems = Vec::new();
    let mut codes = BTreeSet::new();
    for (number, diagnostic) in before.diagnostics.iter().enumerate() {
        if diagnostic.corrections.is_empty() && shows(diagnostic) {
            problems.push(format!(
                "{}\n  {}\n  shows what to write, and has no correction: {}",
                case.name,
                shown(diagnostic),
                diagnostic.hint(messages("en")).unwrap_or_default()
            ));
        }
        for correction in &diagnostic.corrections {
            codes.insert(diagnostic.message.code);
            let mut say = |what: String| {
                problems.push(format!(
                    "{}\n  {}\n  with {correction:?}\n  {what}",
                    case.name,
                    shown(diagnostic)
                ));
            };
            match Applied::new(&case.files, diagnostic, correction) {
                None => say("cannot be applied".into()),
                Some(applied) => {
                    // Of later stages nothing was known before.
                    let after = (case.read)(&applied.files, before.stage);
                    said(&before, number, &applied, &after, &mut say);
                    values(&case.files, &applied, &mut say);
                    texts(&case.files, &applied, &mut say);
                }
            }
        }
    }
    (problems, codes)
}

/// What is said afterwards.
fn said(
    before: &Found,
    number: usize,
    applied: &Applied,
    after: &Found,
    say: &mut dyn FnMut(String),
) {
    let moved = |diagnostic: &Diagnostic| {
        let place = diagnostic.place.as_ref();
        let path = place.map_or(String::new(), |place| applied.path(&place.path).to_owned());
        let span = place.and_then(|place| Some(applied.span(&place.path, place.span?)));
        (path, span)
    };
    let diagnostic = &before.diagnostics[number];
    let (path, span) = moved(diagnostic);
    let code = diagnostic.message.code;
    let unread: BTreeSet<&str> = before
        .diagnostics
        .iter()
        .filter(|diagnostic| is_syntax(diagnostic))
        .filter_map(|diagnostic| Some(&*diagnostic.place.as_ref()?.path))
        .collect();
    let mut rest: Vec<&Diagnostic> = after.diagnostics.iter().collect();
    for (other, old) in before.diagnostics.iter().enumerate() {
        if other == number {
            continue;
        }
        let (path, span) = moved(old);
        let same = rest.iter().position(|new| {
            new.message.code == old.message.code
                && stands(new, &path, span)
                && new.text(messages("en")) == old.text(messages("en"))
        });
        match same {
            Some(at) => {
                rest.remove(at);
            }
            None if unread.is_empty() => say(format!("went with it: {}", shown(old))),
            None => {}
        }
    }
    for new in rest {
        let mut changes = applied.changes.iter();
        let at = new.place.as_ref().map_or("", |place| &*place.path);
        if new.message.code == code && stands(new, &path, span) {
            say(format!("stays: {}", shown(new)));
        } else if changes.any(|change| stands(new, &change.path, Some(change.to))) {
            say(format!("what it wrote is wrong: {}", shown(new)));
        } else if !unread.contains(at) {
            say(format!("came: {}", shown(new)));
        }
    }
}

/// Whether a hint shows what to write, without a hole in it.
fn shows(diagnostic: &Diagnostic) -> bool {
    diagnostic.hint(messages("en")).is_some_and(|hint| {
        let begins = ["write: ", "did you mean", "rename it to "];
        begins.iter().any(|words| hint.starts_with(words)) && !hint.contains(['…', '#'])
    })
}

/// The YAML of a file, where it can be read without a mistake.
fn parsed(path: &str, bytes: &[u8]) -> Option<Node> {
    let text = std::str::from_utf8(bytes).ok()?;
    let is_markdown = path.ends_with(".md") || path.ends_with(".markdown");
    let range = if is_markdown {
        let (matter, problems) = yaml::front_matter(&path.into(), text);
        matter.yaml.filter(|_| problems.is_empty())?
    } else if path.ends_with(".yaml") || path.ends_with(".yml") || path == TEXT {
        Span::new(0, text.len())
    } else {
        return None;
    };
    let (node, problems) = yaml::parse(&path.into(), text, range);
    node.filter(|_| !problems.iter().any(Diagnostic::is_error))
}

/// That values which the edits do not touch are what they were.
fn values(before: &Files, applied: &Applied, say: &mut dyn FnMut(String)) {
    let paths: BTreeSet<&str> = applied.changes.iter().map(|c| &*c.path).collect();
    for path in paths {
        let (Some(old), Some(new)) = (
            parsed(path, &before[path]),
            parsed(path, &applied.files[path]),
        ) else {
            continue;
        };
        let within = |span: Span, is_new: bool| {
            let mut changes = applied.changes.iter().filter(|change| change.path == path);
            changes.any(|change| {
                let range = if is_new { change.to } else { change.from };
                overlap(range, span)
            })
        };
        let mut differences = Vec::new();
        compare(&old, &new, &within, String::new(), &mut differences);
        for difference in differences {
            say(format!("another value changed: {difference}"));
        }
    }
}

/// What is read in a text in Markdown: each line of words, with what it is and where it begins.
fn lines(path: &str, bytes: &[u8]) -> Option<Vec<(String, usize)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    if !(path.ends_with(".md") || path.ends_with(".markdown")) {
        return None;
    }
    let body = yaml::front_matter(&path.into(), text).0.body;
    let passages = markdown::words(text, body).into_iter();
    let read = passages.filter_map(|passage| {
        let start = passage.start()?;
        Some((format!("{:?} {}", passage.kind, passage.text), start))
    });
    Some(read.collect())
}

/// A range up to the empty lines around it: what an edit in one line of a block does, it may do to
/// all of the block.
fn block(bytes: &[u8], span: Span) -> Span {
    let text = String::from_utf8_lossy(bytes).replace('\r', "\n");
    let start = text.get(..span.start).and_then(|text| text.rfind("\n\n"));
    let end = text.get(span.end..).and_then(|text| text.find("\n\n"));
    Span::new(
        start.unwrap_or(0),
        end.map_or(text.len(), |end| span.end + end),
    )
}

/// That blocks of a text which the edits do not touch are read as they were, in their order.
fn texts(before: &Files, applied: &Applied, say: &mut dyn FnMut(String)) {
    let paths: BTreeSet<&str> = applied.changes.iter().map(|c| &*c.path).collect();
    for path in paths {
        let changes = || applied.changes.iter().filter(|change| change.path == path);
        let untouched = |bytes: &[u8], range: &dyn Fn(&Change) -> Span| -> Option<Vec<String>> {
            let blocks: Vec<Span> = changes().map(|c| block(bytes, range(c))).collect();
            let lines = lines(path, bytes)?.into_iter();
            let kept = lines.filter(|(_, at)| {
                let is_touched = |block: &Span| (block.start..=block.end).contains(at);
                !blocks.iter().any(is_touched)
            });
            Some(kept.map(|(read, _)| read).collect())
        };
        let old = untouched(&before[path], &|change| change.from);
        let new = untouched(&applied.files[path], &|change| change.to);
        let (Some(old), Some(new)) = (old, new) else {
            continue;
        };
        if old != new {
            let at = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
            let (old, new) = (old.get(at), new.get(at));
            say(format!(
                "another block is read otherwise: {old:?}, now {new:?}"
            ));
        }
    }
}

fn compare(
    old: &Node,
    new: &Node,
    within: &dyn Fn(Span, bool) -> bool,
    at: String,
    out: &mut Vec<String>,
) {
    match (&old.value, &new.value) {
        (Value::Map(a), Value::Map(b)) => {
            for (key, value) in a.iter() {
                let at = format!("{at}.{}", key.name);
                match b.get(&key.name) {
                    Some(other) => compare(value, other, within, at, out),
                    None if within(Span::new(key.span.start, value.span.end), false) => {}
                    None => out.push(at),
                }
            }
            for (key, value) in b.iter() {
                let whole = Span::new(key.span.start, value.span.end);
                if a.get(&key.name).is_none() && !within(whole, true) {
                    out.push(format!("{at}.{}", key.name));
                }
            }
        }
        (Value::List(a), Value::List(b)) if a.len() == b.len() => {
            for (number, (a, b)) in a.iter().zip(b).enumerate() {
                compare(a, b, within, format!("{at}[{number}]"), out);
            }
        }
        (Value::Scalar(a), Value::Scalar(b)) if a.text == b.text => {}
        (Value::Null, Value::Null) => {}
        _ if within(old.span, false) || within(new.span, true) => {}
        _ => out.push(at),
    }
}
