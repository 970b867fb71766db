//! What changes in a text, as a unified difference.

use rihla_diagnostics::Draft;
use rihla_diagnostics::Span;

/// How many lines stand around a change.
const CONTEXT: usize = 2;

/// Lines of the original and the lines that take their place.
struct Hunk {
    /// Numbers of lines, from 0; the last is not part of it.
    old: (usize, usize),
    new: (usize, usize),
}

/// The lines of the difference between what a text was and what it has become: `--- path`,
/// `+++ path`, and for each change `@@ … @@` and lines with ` `, `-` or `+` before them, without
/// their ends. Nothing where it has not changed.
pub fn unified(path: &str, draft: &Draft) -> Vec<String> {
    let (old, new) = (lines(draft.original()), lines(draft.text()));
    let hunks = hunks(draft, &old, &new);
    if hunks.is_empty() {
        return Vec::new();
    }
    let mut out = vec![format!("--- {path}"), format!("+++ {path}")];
    let mut at = 0;
    while at < hunks.len() {
        // Changes that are near stand together.
        let near = |pair: &[Hunk]| pair[1].old.0 <= pair[0].old.1 + 2 * CONTEXT;
        let more = hunks[at..].windows(2).take_while(|pair| near(pair)).count();
        let group = &hunks[at..=at + more];
        at += more + 1;
        let (first, last) = (&group[0], &group[group.len() - 1]);
        let before = first.old.0.min(CONTEXT);
        let after = (old.len() - last.old.1).min(CONTEXT);
        let side = |from: usize, to: usize| {
            let (start, count) = (from - before, to + after - (from - before));
            // A range of no lines is named by the line before it.
            format!("{},{count}", if count == 0 { start } else { start + 1 })
        };
        out.push(format!(
            "@@ -{} +{} @@",
            side(first.old.0, last.old.1),
            side(first.new.0, last.new.1)
        ));
        let mut next = first.old.0 - before;
        let mut add = |sign: char, lines: &[&str]| {
            out.extend(lines.iter().map(|line| {
                let words = line.trim_end_matches(['\n', '\r']);
                format!("{sign}{words}")
            }));
        };
        for hunk in group {
            add(' ', &old[next..hunk.old.0]);
            add('-', &old[hunk.old.0..hunk.old.1]);
            add('+', &new[hunk.new.0..hunk.new.1]);
            next = hunk.old.1;
        }
        add(' ', &old[next..next + after]);
    }
    out
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// The changes, as whole lines.
fn hunks(draft: &Draft, old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let (old, new) = (starts(old), starts(new));
    let mut hunks: Vec<Hunk> = Vec::new();
    for edit in draft.edits() {
        // What follows on the line of the end belongs to the change, on both sides.
        let is_whole =
            is_start(draft.original(), edit.from.end) && is_start(draft.text(), edit.to.end);
        let (old, new) = (
            touched(&old, edit.from, is_whole),
            touched(&new, edit.to, is_whole),
        );
        match hunks.last_mut() {
            // On the same line.
            Some(last) if old.0 < last.old.1 || new.0 < last.new.1 => {
                last.old.1 = last.old.1.max(old.1);
                last.new.1 = last.new.1.max(new.1);
            }
            _ => hunks.push(Hunk { old, new }),
        }
    }
    hunks
}

/// Whether a line begins at a place.
fn is_start(text: &str, at: usize) -> bool {
    text[..at].ends_with('\n')
}

/// Where lines begin.
fn starts(lines: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let starts = lines.iter().map(|line| {
        at += line.len();
        at - line.len()
    });
    starts.collect()
}

/// The lines that a range touches; none where it is empty and what changes are whole lines.
fn touched(starts: &[usize], span: Span, is_whole: bool) -> (usize, usize) {
    let line = |at: usize| {
        starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1)
    };
    let first = match is_whole && span.start == span.end {
        true => starts.partition_point(|start| *start < span.start),
        false => line(span.start),
    };
    let end = match is_whole {
        true => starts.partition_point(|start| *start < span.end),
        false => line(span.end) + 1,
    };
    (first, end.clamp(first, starts.len().max(first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(original: &str, changes: &[(&str, &str)]) -> String {
        let mut draft = Draft::new(original.into());
        for (from, to) in changes {
            let at = draft.text().find(from).unwrap();
            draft.replace(Span::new(at, at + from.len()), to);
        }
        unified("a", &draft).join("\n")
    }

    #[test]
    fn changes_are_shown_with_what_is_around_them() {
        let text = "1\n2\n3\n4\n5\r\n6\n7\n8\n9\n10\n11\n12";
        assert_eq!(difference(text, &[]), "");
        assert_eq!(
            difference(text, &[("3", "x"), ("5", "y"), ("12", "z")]),
            "--- a\n+++ a\n@@ -1,7 +1,7 @@\n 1\n 2\n-3\n+x\n 4\n-5\n+y\n 6\n 7\n\
             @@ -10,3 +10,3 @@\n 10\n 11\n-12\n+z"
        );
        // Two on a line, and lines that become one.
        assert_eq!(
            difference("a b\nc\nd\n", &[("a", "x"), ("b", "y")]),
            "--- a\n+++ a\n@@ -1,3 +1,3 @@\n-a b\n+x y\n c\n d"
        );
        assert_eq!(
            difference("a\nb\nc\n", &[("a\nb", "a b")]),
            "--- a\n+++ a\n@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c"
        );
        // Lines that are added below a line, before one and at the end, and one that goes.
        assert_eq!(
            difference("a\nb\n", &[("a", "a\n")]),
            "--- a\n+++ a\n@@ -1,2 +1,3 @@\n-a\n+a\n+\n b"
        );
        assert_eq!(
            difference("a\nb\n", &[("b\n", "x\nb\n")]),
            "--- a\n+++ a\n@@ -1,2 +1,3 @@\n a\n-b\n+x\n+b"
        );
        assert_eq!(
            difference("a\nb\nc\n", &[("b\n", "")]),
            "--- a\n+++ a\n@@ -1,3 +1,2 @@\n a\n-b\n c"
        );
        assert_eq!(
            difference("a\nb\nc\n", &[("\n", " ")]),
            "--- a\n+++ a\n@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c"
        );
    }
}
