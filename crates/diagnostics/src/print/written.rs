//! The lines that a correction writes, as they will stand.

use std::sync::Arc;

use super::super::{Correction, Edit, Location, Span};
use super::boundary;

/// How much of a line is shown whole on one side of what is written, in bytes.
const WHOLE: usize = 160;
/// How much of a longer one.
const PART: usize = 80;
/// Stands for the rest of a line.
const CUT: &str = "…";

/// Lines of one file that a correction writes.
pub struct Written {
    /// The first place that changes, where it is in another file than the finding.
    pub place: Option<Location>,
    /// The lines, with a line feed between two of them.
    pub lines: String,
}

/// The lines that a correction changes, file by file, as they are with all its edits made; of long
/// ones what stands around the edits. Nothing where it leaves no line, or renames. `text` gives that
/// of a file, `own` is the file of the diagnostic; where there is none, the bare text of the edit is
/// given.
pub fn written<'t>(
    correction: &Correction,
    own: Option<&Arc<str>>,
    text: impl Fn(&str) -> Option<&'t str>,
) -> Vec<Written> {
    let Correction::Edits(edits) = correction else {
        return Vec::new();
    };
    // The files, in the order of their first edits.
    let mut files: Vec<(Option<&Arc<str>>, Vec<&Edit>)> = Vec::new();
    for edit in edits {
        let path = edit.path.as_ref().or(own);
        match files.iter_mut().find(|(known, _)| *known == path) {
            Some((_, edits)) => edits.push(edit),
            None => files.push((path, vec![edit])),
        }
    }
    let mut parts: Vec<Written> = Vec::new();
    for (path, mut edits) in files {
        edits.sort_by_key(|edit| edit.span);
        let part = match path.and_then(|path| text(path)) {
            Some(text) => lines(text, &edits),
            None => {
                let texts: Vec<&str> = edits.iter().map(|edit| edit.text.trim_end()).collect();
                texts.join("\n")
            }
        };
        if !part.trim().is_empty() {
            let first = edits.first().map(|edit| edit.span);
            let other = path.filter(|path| own != Some(path));
            parts.push(Written {
                place: other.map(|path| Location {
                    path: path.clone(),
                    span: first.map(|span| Span::new(span.start, span.start)),
                }),
                lines: part.trim_matches('\n').trim_end().to_owned(),
            });
        }
    }
    parts
}

/// The lines of a text that edits touch, in order, with the edits made.
fn lines(text: &str, edits: &[&Edit]) -> String {
    let mut out = String::new();
    // Up to where the text was gone through, and whether the line there goes on.
    let mut done: Option<(usize, bool)> = None;
    for edit in edits {
        let start = boundary(text, edit.span.start);
        let end = boundary(text, edit.span.end).max(start);
        let between = done.and_then(|(done, _)| text.get(done..start));
        match between.filter(|between| between.len() <= WHOLE && !between.contains('\n')) {
            Some(between) => out.push_str(between),
            None => {
                if let Some((done, true)) = done {
                    out.push_str(&after(text, done));
                }
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
                out.push_str(&before(text, start));
            }
        }
        out.push_str(&edit.text);
        let is_start = |text: &str| text.is_empty() || text.ends_with('\n');
        let is_whole = is_start(&text[..end]) && is_start(&edit.text);
        done = Some((end, !is_whole));
        // An empty line alone would say nothing.
        if edit.text.contains('\n') && edit.text.trim().is_empty() && !is_whole {
            let next = text[end..].find('\n').map_or(text.len(), |at| end + at);
            out.push_str(&after(text, end));
            out.push('\n');
            out.push_str(&after(text, (next + 1).min(text.len())));
            done = Some((end, false));
        }
    }
    if let Some((done, true)) = done {
        out.push_str(&after(text, done));
    }
    out
}

/// The line of a place, up to it.
fn before(text: &str, at: usize) -> String {
    let from = boundary(text, at.saturating_sub(WHOLE));
    if let Some(end) = text[from..at].rfind('\n') {
        return text[from + end + 1..at].to_owned();
    }
    if from == 0 {
        return text[..at].to_owned();
    }
    let part = &text[boundary(text, at - PART)..at];
    let words = part.find(' ').map_or(part, |space| &part[space..]);
    format!("{CUT}{words}")
}

/// The line of a place, from it on.
fn after(text: &str, at: usize) -> String {
    let to = boundary(text, at + WHOLE);
    if let Some(end) = text[at..to].find('\n') {
        return text[at..at + end].trim_end_matches('\r').to_owned();
    }
    if to == text.len() {
        return text[at..].to_owned();
    }
    let part = &text[at..boundary(text, at + PART)];
    let words = part.rfind(' ').map_or(part, |space| &part[..=space]);
    format!("{words}{CUT}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(parts: Vec<Written>) -> Option<String> {
        assert!(parts.iter().all(|part| part.place.is_none()));
        let lines: Vec<String> = parts.into_iter().map(|part| part.lines).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn shown(text: &str, edits: &[(&str, &str)]) -> Option<String> {
        let edits = edits.iter().map(|(from, to)| {
            let at = text.find(from).unwrap();
            Edit {
                path: None,
                span: Span::new(at, at + from.len()),
                text: (*to).to_owned(),
            }
        });
        let correction = Correction::Edits(edits.collect());
        joined(written(&correction, Some(&"a".into()), |_| Some(text)))
    }

    #[test]
    fn whole_lines_are_shown_as_they_will_stand() {
        let text = "un\n- deux trois\n- quatre\ncinq\n";
        assert_eq!(shown(text, &[("trois", "3")]).unwrap(), "- deux 3");
        assert_eq!(shown(text, &[(" trois", "")]).unwrap(), "- deux");
        assert_eq!(
            shown(text, &[("quatre", "4"), ("deux", "2"), ("trois", "3")]).unwrap(),
            "- 2 3\n- 4"
        );
        assert_eq!(shown(text, &[("un", "1"), ("cinq", "5")]).unwrap(), "1\n5");
        assert_eq!(
            shown(text, &[("- deux trois\n", "2\n3\n")]).unwrap(),
            "2\n3"
        );
        assert_eq!(
            shown(text, &[("\n- quatre", " 4")]).unwrap(),
            "- deux trois 4"
        );
        // Lines that go.
        assert_eq!(shown(text, &[("un\n", "")]), None);
        assert_eq!(shown("un", &[("un", "")]), None);
        // An empty line that comes.
        assert_eq!(
            shown(text, &[("\n- deux", "\n\n- deux")]).unwrap(),
            "un\n\n- deux trois"
        );
        let empty = Correction::Edits(vec![Edit {
            path: None,
            span: Span::new(2, 2),
            text: "\n".to_owned(),
        }]);
        let own = "a".into();
        let found = |own, text| joined(written(&empty, own, |_| Some(text)));
        assert_eq!(found(Some(&own), text).unwrap(), "un\n\n- deux trois");
        // No text, or a range that is not in it.
        assert_eq!(found(None, text), None);
        assert_eq!(found(Some(&own), "x"), Some("x".to_owned()));
    }

    #[test]
    fn lines_of_another_file_have_its_name() {
        let edit = |path: Option<&str>, to: &str| Edit {
            path: path.map(Arc::from),
            span: Span::new(2, 3),
            text: to.to_owned(),
        };
        let correction = Correction::Edits(vec![edit(None, "x"), edit(Some("b"), "y")]);
        let own = "a".into();
        let parts = written(&correction, Some(&own), |_| Some("1\n2\n"));
        let parts: Vec<(Option<Location>, String)> = parts
            .into_iter()
            .map(|part| (part.place, part.lines))
            .collect();
        let other = Location::new("b", Span::new(2, 2));
        assert_eq!(
            parts,
            [(None, "x".to_owned()), (Some(other), "y".to_owned())]
        );
    }

    #[test]
    fn of_a_long_line_what_stands_around_is_shown() {
        let words = "mot ".repeat(10_000);
        let text = format!("{words}ici {words}");
        let found = shown(&text, &[("ici", "là")]).unwrap();
        assert!(found.len() < 3 * PART, "{found}");
        assert!(
            found.starts_with("… mot") && found.ends_with("mot …"),
            "{found}"
        );
        assert!(found.contains(" là "), "{found}");
        let text = "é".repeat(5_000);
        let correction = Correction::Edits(vec![Edit {
            path: None,
            span: Span::new(4_001, 4_002),
            text: "x".to_owned(),
        }]);
        assert_eq!(
            written(&correction, Some(&"a".into()), |_| Some(&text)).len(),
            1
        );
    }
}
