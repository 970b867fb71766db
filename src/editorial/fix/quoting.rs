//! What YAML gets wrong of a writer's text: the mistakes of the sources that `yaml` finds and
//! corrects in a copy are corrected in the file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{LeafPlace, PlaceKind, leaves};
use super::guard::{self, Announced, Contents};
use rihla_diagnostics::catalogue::yaml as say;
use rihla_diagnostics::{Correction, Diagnostic, Message, Span};
use rihla_diagnostics::{Draft, difference};
use rihla_text::markdown;
use rihla_text::yaml::{Node, Style, Value, quoted};

/// Mistakes at which the parser stops, and of which it is certain what was meant.
const STOPS: &[&Message] = &[
    &say::COLON,
    &say::APOSTROPHE,
    &say::TEXT_AFTER,
    &say::SIGN_AFTER,
    &say::SEPARATOR,
    &say::ITEM_SPACE,
    &say::ITEM_SIGN,
    &say::MOVED_IN,
    &say::SIGN,
    &say::INDENT_SIGN,
    &say::NO_SPACE,
    &say::CONTROL,
];

/// How often a file is read at most until no such mistake is left.
const ROUNDS: usize = 20;

/// How many bytes are read at most for that.
const WORK: usize = 64 << 20;

/// Corrects the mistakes at which the parser stops, up to the first that only a person can
/// correct. `None` where that would change more than it should.
pub(super) fn structure(path: &Arc<str>, draft: &mut Draft) -> Option<Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut work = 0;
    for _ in 0..ROUNDS {
        let text = draft.text().to_owned();
        work += text.len();
        let contents = guard::read(path, &text);
        let mistakes = mistakes(&contents);
        if mistakes.is_empty() || work > WORK {
            break;
        }
        let announced = Announced {
            lines: lines(&text, &contents),
            ..Announced::default()
        };
        let before = (draft.clone(), findings.len());
        for mistake in &mistakes {
            findings.push(original(draft, (*mistake).clone()));
        }
        for mistake in mistakes.iter().rev() {
            if let Some(replacement) = mistake.replacement() {
                let span = replacement.span;
                replace_lines(draft, span, &text[span.start..span.end], &replacement.text);
            }
        }
        if guard::holds(path, (&text, &contents), draft.text(), &announced) {
            continue;
        }
        // Where something else is wrong, what was read around it was a guess.
        let is_other =
            |problem: &Diagnostic| problem.is_error() && !STOPS.contains(&problem.message);
        if !contents.problems.iter().any(is_other) {
            return None;
        }
        *draft = before.0;
        findings.truncate(before.1);
        break;
    }
    Some(findings)
}

/// The lines of the text of a file.
pub(super) fn lines(text: &str, contents: &Contents) -> Vec<String> {
    let body = contents.body.map(|body| markdown::words(text, body));
    let passages = body.unwrap_or_default().into_iter();
    passages.map(|passage| passage.text).collect()
}

/// The mistakes that can be corrected at once, in the order of their places: those before the
/// first that cannot, each with lines of its own.
fn mistakes(contents: &Contents) -> Vec<&Diagnostic> {
    let mut mistakes: Vec<&Diagnostic> = Vec::new();
    // Where nothing could be read, nobody can tell what a correction would change.
    if contents.root.is_none() {
        return mistakes;
    }
    for problem in &contents.problems {
        let span = problem.replacement().map(|edit| edit.span);
        let Some(span) = span.filter(|_| STOPS.contains(&problem.message)) else {
            if problem.is_error() {
                break;
            }
            continue;
        };
        let is_apart = mistakes.iter().all(|other| {
            let other = other.replacement().map_or(span, |other| other.span);
            span.end < other.start || other.end < span.start
        });
        if !is_apart {
            break;
        }
        mistakes.push(problem);
    }
    mistakes.sort_by_key(|mistake| mistake.replacement().map(|edit| edit.span));
    mistakes
}

/// A finding about the text as it has become, as one about the original.
pub(super) fn original(draft: &Draft, mut finding: Diagnostic) -> Diagnostic {
    if let Some(place) = &mut finding.place {
        place.span = place.span.map(|span| draft.origin(span));
    }
    // Words that an earlier correction put there are not in the original, and cannot be replaced.
    let is_there = |span: Span| {
        let origin = draft.origin(span);
        let words = draft.original().get(origin.start..origin.end);
        words == draft.text().get(span.start..span.end)
    };
    finding.corrections.retain(|correction| match correction {
        Correction::Edits(edits) => {
            let mut own = edits.iter().filter(|edit| edit.path.is_none());
            own.all(|edit| is_there(edit.span))
        }
        Correction::Rename(_) => true,
    });
    finding.move_edits(|span| draft.origin(span));
    for related in &mut finding.related {
        related.place.span = related.place.span.map(|span| draft.origin(span));
    }
    finding
}

/// Replaces lines by others, and touches in them only what differs.
fn replace_lines(draft: &mut Draft, span: Span, old: &str, new: &str) {
    let (olds, news): (Vec<&str>, Vec<&str>) = (
        old.split_inclusive('\n').collect(),
        new.split_inclusive('\n').collect(),
    );
    if olds.len() != news.len() {
        return replace(draft, span.start, old, new);
    }
    let mut end = span.end;
    for (old, new) in olds.into_iter().zip(news).rev() {
        let start = end - old.len();
        replace(draft, start, old, new);
        end = start;
    }
}

fn replace(draft: &mut Draft, start: usize, old: &str, new: &str) {
    let (from, to) = difference(old, new);
    let (was, is) = (&old[from.start..from.end], &new[to.start..to.end]);
    let from = from.shifted(start);
    // What only gets quotation marks stays between them.
    let inner = is.strip_prefix('"').and_then(|is| is.strip_suffix('"'));
    if !was.is_empty() && inner == Some(was) {
        draft.replace(Span::new(from.end, from.end), "\"");
        draft.replace(Span::new(from.start, from.start), "\"");
    } else if from.start < from.end || !is.is_empty() {
        draft.replace(from, is);
    }
}

/// Puts values into quotation marks that need them, or would be safer with them. `None` where
/// that would change more than it should.
pub(super) fn quotes(
    path: &Arc<str>,
    draft: &mut Draft,
    places: &BTreeMap<usize, LeafPlace>,
) -> Option<Vec<Diagnostic>> {
    let text = draft.text().to_owned();
    let contents = guard::read(path, &text);
    // What cannot be read as it stands was guessed.
    let is_stop = |problem: &Diagnostic| problem.is_error() && problem.message != &say::COMMA;
    if contents.problems.iter().any(is_stop) {
        return Some(Vec::new());
    }
    let all = leaves(contents.root.as_ref());
    let mut announced = Announced {
        lines: lines(&text, &contents),
        ..Announced::default()
    };
    let mut changes: BTreeMap<usize, (Span, String)> = BTreeMap::new();
    let mut findings = Vec::new();
    for problem in &contents.problems {
        let Some((number, span, with, value)) = quoting(problem, &text, &all, places) else {
            continue;
        };
        if changes.contains_key(&span.start) {
            continue;
        }
        // In quotation marks a tab is written as a space.
        announced.values.insert(number, value.replace('\t', " "));
        changes.insert(span.start, (span, with));
        findings.push(original(draft, problem.clone()));
    }
    if changes.is_empty() {
        return Some(findings);
    }
    for (start, (span, with)) in changes.iter().rev() {
        replace(draft, *start, &text[span.start..span.end], with);
    }
    guard::holds(path, (&text, &contents), draft.text(), &announced).then_some(findings)
}

/// The scalar that a finding is about, what is replaced and by what, and what the scalar then is.
fn quoting(
    problem: &Diagnostic,
    text: &str,
    leaves: &[&Node],
    places: &BTreeMap<usize, LeafPlace>,
) -> Option<(usize, Span, String, String)> {
    let message = problem.message;
    let at = problem.place.as_ref()?.span?;
    let (is_hash, is_comma) = (message == &say::HASH, message == &say::COMMA);
    let number = if is_hash {
        // What is lost stands after it.
        leaves
            .partition_point(|leaf| leaf.span.end <= at.start)
            .checked_sub(1)?
    } else if is_comma {
        leaves
            .partition_point(|leaf| leaf.span.start <= at.start)
            .checked_sub(1)?
    } else {
        leaves.iter().position(|leaf| leaf.span == at)?
    };
    let leaf = leaves[number];
    let Value::Scalar(scalar) = &leaf.value else {
        return None;
    };
    let kind = places.get(&number)?.kind;
    let is_text = matches!(kind, PlaceKind::Text | PlaceKind::Markdown);
    let written = text.get(leaf.span.start..leaf.span.end)?;
    if scalar.style != Style::Plain || written.contains('\n') {
        return None;
    }
    if message == &say::AMBIGUOUS || message == &say::AMBIGUOUS_NUMBER {
        let value = scalar.text.clone();
        return (kind != PlaceKind::Typed).then(|| (number, leaf.span, quoted(written), value));
    }
    if !is_text {
        return None;
    }
    if message == &say::CURLY_QUOTES {
        let inner = written.strip_prefix(['“', '„', '”', '‘', '’'])?;
        let inner = inner.strip_suffix(['”', '“', '’'])?;
        return Some((number, leaf.span, quoted(inner), inner.to_owned()));
    }
    if message == &say::QUOTE_PAIR {
        // With another reading, a person says which.
        problem.replacement()?;
        let value = scalar.text.clone();
        return Some((number, leaf.span, quoted(&value), value));
    }
    if is_comma {
        let is_whole = leaf.span.end >= at.end && written == scalar.text;
        return is_whole.then(|| (number, leaf.span, quoted(written), scalar.text.clone()));
    }
    if !is_hash {
        return None;
    }
    let line = text[..leaf.span.start].rfind('\n').map_or(0, |end| end + 1);
    let head = text[line..leaf.span.start].trim_end();
    // Inside brackets more may be lost than words.
    let stands_alone = head.is_empty() || head.ends_with([':', '-']) && !head.contains(['[', '{']);
    let whole = Span::new(leaf.span.start, at.end);
    let value = text.get(whole.start..whole.end)?;
    (stands_alone && !value.contains('\n'))
        .then(|| (number, whole, quoted(value), value.to_owned()))
}
