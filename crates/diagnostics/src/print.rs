//! Printers: for a person, for a program, for the log of a forge.

mod grouped;
mod html;
mod report;
mod sarif;
mod written;

pub use grouped::grouped;
pub use report::{Checked, Document, Report, report};
pub use written::written;

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;

use super::located::Located;
use super::{
    Correction, Diagnostic, Location, Messages, Severity, Span, Text, Texts, Value, line_column,
};

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the line and a mark under it.
    Human,
    /// An object a line (JSON Lines).
    Json,
    /// Workflow commands, which a forge shows beside the line.
    Github,
}

/// What the reader of diagnostics wants.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The form.
    pub format: Format,
    /// The language.
    pub messages: Messages,
    /// Whether colours may be used.
    pub color: bool,
}

/// How much of a long line is shown on each side of the mark, in bytes.
const SIGHT: usize = 200;

/// Prints diagnostics in the order in which they are given.
///
/// # Errors
/// Those of `out`.
pub fn print(
    diagnostics: &[Diagnostic],
    texts: &dyn Texts,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let texts = &Located::new(texts);
    for diagnostic in diagnostics {
        match options.format {
            Format::Human => writeln!(out, "{}\n", human(diagnostic, texts, options))?,
            Format::Json => writeln!(out, "{}", machine(diagnostic, texts, options.messages))?,
            Format::Github => writeln!(out, "{}", forge(diagnostic, texts, options.messages))?,
        }
    }
    Ok(())
}

const ERROR: Text = Text("print-error");
const WARNING: Text = Text("print-warning");
const ADVICE: Text = Text("print-advice");
/// The page on which something was found.
const PAGE: Text = Text("print-page");
/// That page, and how many others.
const PAGES: Text = Text("print-pages");
/// What stands before a hint.
pub const HELP: Text = Text("print-help");
/// What stands before a correction.
pub const WRITE: Text = Text("print-write");
/// What stands before another place.
pub const SEE: Text = Text("print-see");
/// A colon with what its language has before one.
pub const COLON: Text = Text("print-colon");

/// A label before a colon, with what its language has before one.
fn label(label: Text, messages: Messages) -> String {
    let colon = COLON.get(messages);
    format!("{}{}", label.get(messages), colon.trim_end_matches(':'))
}

/// Says on which pages something was found, where it was found on pages.
pub fn pages(diagnostic: &Diagnostic, messages: Messages) -> Option<String> {
    let pages = diagnostic.pages.as_ref()?;
    let text = if pages.count > 1 { PAGES } else { PAGE };
    let values = [
        ("page", Value::from(&pages.first)),
        ("others", Value::Count(pages.count - 1)),
    ];
    Some(text.with(messages, &values))
}

fn human(diagnostic: &Diagnostic, texts: &Located, options: &Options) -> String {
    let messages = options.messages;
    let (level, name) = match diagnostic.severity() {
        Severity::Error => (Level::ERROR, ERROR.get(messages)),
        Severity::Warning => (Level::WARNING, WARNING.get(messages)),
        Severity::Advice => (Level::NOTE, ADVICE.get(messages)),
    };
    let mut group = level
        .with_name(name)
        .primary_title(visible(&diagnostic.text(messages)).into_owned())
        .id(diagnostic.message.code)
        .elements(std::iter::empty::<annotate_snippets::Message<'_>>());
    if let Some(place) = &diagnostic.place {
        group = shown(group, place, texts, None);
    }
    for related in &diagnostic.related {
        let label = visible(&diagnostic.label(related, messages)).into_owned();
        group = shown(group, &related.place, texts, Some(label));
    }
    if let Some(pages) = pages(diagnostic, messages) {
        group = group.element(Level::NOTE.no_name().message(visible(&pages).into_owned()));
    }
    if let Some(hint) = diagnostic.hint(messages) {
        let help = Level::HELP.with_name(label(HELP, messages));
        group = group.element(help.message(visible(&hint).into_owned()));
    }
    for text in corrected(diagnostic, texts) {
        let write = Level::HELP.with_name(label(WRITE, messages));
        group = group.element(write.message(visible(&text).into_owned()));
    }
    let renderer = if options.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    match diagnostic.place {
        Some(_) => text,
        // Without a place there is no line to set the words apart from.
        None => text
            .replacen("\n  |\n", "\n", 1)
            .replacen("\n |\n", "\n", 1),
    }
}

/// For each correction the lines that it writes, those of another file below its name.
fn corrected<'d>(diagnostic: &'d Diagnostic, texts: &'d Located) -> impl Iterator<Item = String> {
    let own = diagnostic.place.as_ref().map(|place| &place.path);
    let corrections = diagnostic.corrections.iter();
    corrections.filter_map(move |correction| lines_of(correction, own, texts))
}

/// The same of one correction, for a diagnostic of the file `own`.
fn lines_of(correction: &Correction, own: Option<&Arc<str>>, texts: &Located) -> Option<String> {
    let parts = written(correction, own, |path| texts.text(path));
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| match part.place {
            None => part.lines,
            Some(place) => {
                let line = lines(&place, texts).map_or(String::new(), |at| format!(":{}", at[0]));
                format!("--> {}{line}\n{}", place.path, part.lines)
            }
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// Adds the line of a place, with a mark under what is meant.
fn shown<'g>(
    group: Group<'g>,
    place: &Location,
    texts: &Located,
    label: Option<String>,
) -> Group<'g> {
    let path = visible(&place.path).into_owned();
    let (Some(span), Some(text)) = (place.span, texts.text(&place.path)) else {
        let group = group.element(Origin::path(path));
        return match label {
            Some(label) => group.element(Level::NOTE.no_name().message(label)),
            None => group,
        };
    };
    let line = texts.line_column(place, text, span.start).0;
    let excerpt = Excerpt::at(text, span, line);
    let kind = match label {
        Some(_) => AnnotationKind::Context,
        None => AnnotationKind::Primary,
    };
    group.element(
        Snippet::source(excerpt.text)
            .path(path)
            .line_start(excerpt.line)
            .annotation(kind.span(excerpt.span.start..excerpt.span.end).label(label)),
    )
}

/// How many lines more than three are shown whole.
const MORE: usize = 3;

/// The lines of a place, as they can be shown.
pub struct Excerpt {
    /// The lines, without characters that a reader would not see.
    pub text: String,
    /// The number of the first line, from 1.
    pub line: usize,
    /// What is meant, in `text`.
    pub span: Span,
}

impl Excerpt {
    /// Cuts the lines of a span out of a text: three of them where there are more than six, and of a line that is too
    /// long for a screen the part around the span.
    pub fn new(text: &str, span: Span) -> Self {
        Self::at(text, span, line_column(text, span.start).0)
    }

    /// The same of a span whose line is known.
    fn at(text: &str, span: Span, line: usize) -> Self {
        let start = boundary(text, span.start);
        let mut end = boundary(text, span.end).max(start);
        // Of a line that is longer, no more is looked at than is shown.
        let seen = boundary(text, start.saturating_sub(2 * SIGHT + 4));
        let first = text[seen..start]
            .rfind('\n')
            .map_or(seen, |at| seen + at + 1);
        // A few more are shown all the same, or it would seem that they are not meant.
        let mut ends = text[start..end].match_indices('\n');
        if let (Some((at, _)), Some(_)) = (ends.nth(2), ends.nth(MORE - 1)) {
            end = start + at;
        }
        // A mark that ends with a line stays on it.
        while end > start && text[start..end].ends_with(['\n', '\r']) {
            end -= 1;
        }
        let seen = boundary(text, end + 4 * SIGHT + 4);
        let last = text[end..seen].find('\n').map_or(seen, |at| end + at);
        let from = if start - first > 2 * SIGHT {
            boundary(text, start - SIGHT)
        } else {
            first
        };
        let to = if last - start > 4 * SIGHT {
            boundary(text, (end + SIGHT).min(start + 4 * SIGHT))
        } else {
            last
        };
        let end = end.min(to);
        let mut shown = visible(&text[from..start]).into_owned();
        let marked = shown.len();
        shown.push_str(&visible(&text[start..end]));
        let after = shown.len();
        shown.push_str(visible(&text[end..to]).trim_end_matches('\r'));
        Self {
            text: shown,
            line,
            span: Span::new(marked, after),
        }
    }
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Text without characters that a terminal would obey, or that would show the text in another
/// order than it has: such a character stands as `\u{…}`. Ends of lines and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\r' | '\u{feff}' => {}
            c if is_odd(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Where something begins and ends: lines and columns from 1, columns in characters.
fn lines(place: &Location, texts: &Located) -> Option<[usize; 4]> {
    let (span, text) = (place.span?, texts.text(&place.path)?);
    let (line, column) = texts.line_column(place, text, span.start);
    let (end_line, end_column) = texts.line_column(place, text, span.end);
    Some([line, column, end_line, end_column])
}

fn machine(diagnostic: &Diagnostic, texts: &Located, messages: Messages) -> String {
    let place = diagnostic.place.as_ref();
    let at = place.and_then(|place| lines(place, texts));
    let side = |index: usize| at.map(|at| at[index]);
    let related: Vec<_> = diagnostic
        .related
        .iter()
        .map(|related| {
            let at = lines(&related.place, texts);
            json!({
                "path": &*related.place.path,
                "line": at.map(|at| at[0]),
                "column": at.map(|at| at[1]),
                "message": diagnostic.label(related, messages),
            })
        })
        .collect();
    // A program puts it in the place of the range beside it.
    let span = place.and_then(|place| place.span);
    let replacement = diagnostic.replacement();
    let replacement = replacement.filter(|edit| Some(edit.span) == span);
    let replacement = replacement.map(|edit| edit.text.as_str());
    let corrections: Vec<_> = diagnostic
        .corrections
        .iter()
        .map(|correction| correction_of(diagnostic, correction, texts))
        .collect();
    json!({
        "severity": match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        },
        "code": diagnostic.message.code,
        "message": diagnostic.text(messages),
        "path": place.map(|place| &*place.path),
        "line": side(0),
        "column": side(1),
        "end_line": side(2),
        "end_column": side(3),
        "hint": diagnostic.hint(messages),
        "replacement": replacement,
        "corrections": corrections,
        "related": related,
        "page": diagnostic.pages.as_ref().map(|pages| &*pages.first),
        "pages": diagnostic.pages.as_ref().map(|pages| pages.count),
    })
    .to_string()
}

/// A correction for a program: `{"edits": […]}` with the places of each edit, or `{"rename": path}`.
fn correction_of(
    diagnostic: &Diagnostic,
    correction: &Correction,
    texts: &Located,
) -> serde_json::Value {
    let edits = match correction {
        Correction::Rename(path) => return json!({ "rename": &**path }),
        Correction::Edits(edits) => edits,
    };
    let own = diagnostic.place.as_ref().map(|place| &place.path);
    let edits: Vec<_> = edits
        .iter()
        .filter_map(|edit| {
            let path = edit.path.as_ref().or(own)?;
            let at = lines(&Location::new(path.clone(), edit.span), texts);
            let side = |index: usize| at.map(|at| at[index]);
            Some(json!({
                "path": &**path,
                "line": side(0),
                "column": side(1),
                "end_line": side(2),
                "end_column": side(3),
                "text": edit.text,
            }))
        })
        .collect();
    json!({ "edits": edits })
}

/// A workflow command, as GitHub and Forgejo read them from a log.
fn forge(diagnostic: &Diagnostic, texts: &Located, messages: Messages) -> String {
    let mut text = diagnostic.text(messages);
    if let Some(pages) = pages(diagnostic, messages) {
        text.push_str(&format!("\n{pages}"));
    }
    if let Some(hint) = diagnostic.hint(messages) {
        text.push_str(&format!("\n{}: {hint}", label(HELP, messages)));
    }
    for written in corrected(diagnostic, texts) {
        text.push_str(&format!("\n{}: {written}", label(WRITE, messages)));
    }
    for related in &diagnostic.related {
        let line = lines(&related.place, texts).map_or(String::new(), |at| format!(":{}", at[0]));
        let place = format!("{}{line}", related.place.path);
        let colon = COLON.get(messages);
        text.push_str(&format!(
            "\n{} {place}{colon} {}",
            SEE.get(messages),
            diagnostic.label(related, messages)
        ));
    }
    let command = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let mut properties = vec![format!("title={}", property(diagnostic.message.code))];
    if let Some(place) = &diagnostic.place {
        properties.insert(0, format!("file={}", property(&place.path)));
        if let Some([line, column, end_line, end_column]) = lines(place, texts) {
            properties.push(format!("line={line},endLine={end_line}"));
            // A forge takes columns only within one line.
            if line == end_line {
                properties.push(format!("col={column},endColumn={end_column}"));
            }
        }
    }
    format!("::{command} {}::{}", properties.join(","), data(&text))
}

/// The text of a workflow command: nothing in it may begin another.
fn data(text: &str) -> String {
    visible(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{graph, yaml};
    use crate::testing::messages;

    struct One(&'static str);

    impl Texts for One {
        fn text(&self, _: &str) -> Option<&str> {
            Some(self.0)
        }
    }

    fn printed(diagnostic: Diagnostic, text: &'static str, options: Options) -> String {
        let mut out = Vec::new();
        print(&[diagnostic], &One(text), &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    const TEXT: &str = "---\ntitle: Trois axes : protection\n---\n";

    fn colon() -> Diagnostic {
        Diagnostic::at(&yaml::COLON, "content/a.fr.md", Span::new(22, 23))
            .replace(Span::new(4, 34), "title: \"Trois axes : protection\"")
    }

    #[test]
    fn for_a_person() {
        let options = |messages| Options {
            format: Format::Human,
            messages,
            color: false,
        };
        assert_eq!(
            printed(colon(), TEXT, options(messages("en"))),
            "error[yaml-colon]: a value that contains “: ” must be in double quotes\n \
             --> content/a.fr.md:2:19\n  |\n2 | title: Trois axes : protection\n  |                   ^\n  \
             |\n  = write: title: \"Trois axes : protection\"\n\n"
        );
        let french = printed(colon(), TEXT, options(messages("fr")));
        assert!(
            french.starts_with("erreur[yaml-colon]: un texte qui contient"),
            "{french}"
        );
        assert!(french.contains("  = écrire\u{a0}: title:"), "{french}");
    }

    #[test]
    fn for_a_program() {
        let options = Options {
            format: Format::Json,
            messages: messages("fr"),
            color: false,
        };
        let line = printed(colon(), TEXT, options);
        assert_eq!(line.lines().count(), 1);
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            [
                "severity",
                "code",
                "message",
                "path",
                "line",
                "column",
                "end_line",
                "end_column",
                "hint",
                "replacement",
                "corrections",
                "related",
                "page",
                "pages"
            ]
        );
        assert_eq!(value["line"], 2);
        assert_eq!(value["column"], 19);
        assert_eq!(value["end_column"], 20);
        // Its range is another one.
        assert_eq!(value["replacement"], json!(null));
        assert_eq!(
            value["corrections"],
            json!([{"edits": [{
                "path": "content/a.fr.md",
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 31,
                "text": "title: \"Trois axes : protection\"",
            }]}])
        );
    }

    #[test]
    fn for_a_forge() {
        let options = Options {
            format: Format::Github,
            messages: messages("en"),
            color: false,
        };
        assert_eq!(
            printed(colon(), TEXT, options),
            "::error file=content/a.fr.md,title=yaml-colon,line=2,endLine=2,col=19,endColumn=20::\
             a value that contains “: ” must be in double quotes%0A\
             write: title: \"Trois axes : protection\"\n"
        );
        let hostile = Diagnostic::at(&graph::FACT, "a,b:c.md", Span::new(0, 1))
            .with("value", "x\n::error::y%");
        let line = printed(hostile, TEXT, options);
        assert_eq!(line.lines().count(), 1);
        assert!(line.contains("file=a%2Cb%3Ac.md"), "{line}");
        assert!(line.contains("x%0A::error::y%25"), "{line}");
    }

    #[test]
    fn a_terminal_obeys_nothing() {
        for format in [Format::Human, Format::Github] {
            let diagnostic = Diagnostic::at(&graph::FACT, "a\u{1b}.md", Span::new(0, 6))
                .with("value", "\u{1b}[31m\u{202e}");
            let options = Options {
                format,
                messages: messages("en"),
                color: false,
            };
            let out = printed(diagnostic, "a\u{1b}]0;x\u{7}\u{202e}b", options);
            assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{out:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_and_a_long_span_too() {
        let text = format!("{}X{}", "a".repeat(10_000), "b\n".repeat(10_000));
        let excerpt = Excerpt::new(&text, Span::new(10_000, 20_000));
        assert!(excerpt.text.len() < 1_000);
        assert!(excerpt.text[excerpt.span.start..].starts_with('X'));
        assert_eq!(excerpt.text.lines().count(), 3);
        let empty = Excerpt::new("", Span::new(5, 9));
        assert_eq!((empty.line, empty.span), (1, Span::new(0, 0)));
    }
}
