//! A page on its own for the people who write a site: what was found, file by file.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use super::grouped::{IN_FULL, SCREENFUL};
use super::report::{Report, count, is_noncharacter};
use super::{ADVICE, COLON, ERROR, Excerpt, SEE, WARNING, WRITE, lines, pages, visible, written};
use crate::located::Located;
use crate::{Diagnostic, Location, Messages, Pages, Severity, Text, Value};

/// How it looks, on a screen and on paper.
const STYLE: &str = include_str!("html.css");

const TITLE: Text = Text("report-title");
const CHECKED: Text = Text("report-checked");
const NOT_CHECKED: Text = Text("report-not-checked");
const NOTHING: Text = Text("report-nothing");
const ERRORS: Text = Text("report-errors");
const WARNINGS: Text = Text("report-warnings");
const ADVICES: Text = Text("report-advice");
const BRIEF: Text = Text("report-brief");
/// What stands before a further correction.
const OR: Text = Text("report-or");
const ELSEWHERE: Text = Text("report-elsewhere");
const PERSON: Text = Text("check-person");
const WRITTEN_BY: Text = Text("report-written-by");

/// Stands in a sentence for an element that takes its place.
const HERE: &str = "\u{1}";

/// The page.
pub(super) fn html(diagnostics: &[Diagnostic], texts: &Located, report: &Report) -> String {
    let harmless: Vec<Diagnostic> = diagnostics.iter().map(harmless).collect();
    let page = Page {
        texts,
        report,
        messages: report.messages.isolating(),
        above: told_above(&harmless, report.all),
    };
    page.page(&harmless)
}

/// Of each diagnostic that is not told in full, the number of the first one of its code, which is. All are told in
/// full where they are no more than a screenful, and the first ones of each code always.
fn told_above(diagnostics: &[Diagnostic], all: bool) -> Vec<Option<usize>> {
    if all || diagnostics.len() <= SCREENFUL {
        return vec![None; diagnostics.len()];
    }
    let mut codes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, diagnostic) in diagnostics.iter().enumerate() {
        let code = diagnostic.message.code;
        codes.entry(code).or_default().push(number);
    }
    let mut above = vec![None; diagnostics.len()];
    for numbers in codes.values() {
        // One alone takes hardly more room in full.
        if numbers.len() > IN_FULL + 1 {
            for number in &numbers[IN_FULL..] {
                above[*number] = Some(numbers[0]);
            }
        }
    }
    above
}

struct Page<'p> {
    texts: &'p Located<'p>,
    report: &'p Report<'p>,
    /// With values between signs of isolation, which become elements.
    messages: Messages,
    above: Vec<Option<usize>>,
}

impl Page<'_> {
    fn page(&self, diagnostics: &[Diagnostic]) -> String {
        let title = TITLE.with(
            self.report.messages,
            &[("site", visible(self.report.site).into())],
        );
        let title = markup(&title);
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
            escaped(self.messages.tag()),
        );
        self.opening(&mut out, diagnostics);
        let mut rest = diagnostics;
        let mut number = 0;
        while let Some(first) = rest.first() {
            let path = path_of(first);
            let length = rest.iter().take_while(|other| path_of(other) == path);
            let (here, others) = rest.split_at(length.count());
            let heading = match path {
                Some(path) => format!("<code>{}</code>", escaped(path)),
                None => self.words(ELSEWHERE),
            };
            // Writing to a text does not fail.
            let _ = writeln!(out, "<h2>{heading}</h2>\n<ul class=\"found\">");
            for diagnostic in here {
                self.item(&mut out, diagnostic, number);
                number += 1;
            }
            out.push_str("</ul>\n");
            rest = others;
        }
        let by = WRITTEN_BY.with(
            self.messages,
            &[("version", visible(self.report.version).into())],
        );
        let _ = write!(
            out,
            "</main>\n<footer>\n<p>{}</p>\n<p>{}</p>\n</footer>\n</body>\n</html>\n",
            self.words(PERSON),
            isolated(&by)
        );
        out
    }

    /// What was checked and when, how much was found, and what it weighs.
    fn opening(&self, out: &mut String, diagnostics: &[Diagnostic]) {
        let time = format!(
            "<time datetime=\"{}\">{}</time>",
            escaped(self.report.moment),
            escaped(self.report.when)
        );
        let when = ("when", Value::from(HERE));
        let checked = match self.report.checked {
            Some(checked) => {
                let [entries, pages, rules] = checked.values();
                CHECKED.with(self.report.messages, &[when, entries, pages, rules])
            }
            None => NOT_CHECKED.with(self.report.messages, &[when]),
        };
        let _ = writeln!(out, "<p>{}</p>", markup(&checked).replace(HERE, &time));
        if diagnostics.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", self.words(NOTHING));
            return;
        }
        out.push_str("<ul class=\"counts\">\n");
        for (severity, text) in [
            (Severity::Error, ERRORS),
            (Severity::Warning, WARNINGS),
            (Severity::Advice, ADVICES),
        ] {
            let count = count(diagnostics, severity);
            if count > 0 {
                let said = text.with(self.report.messages, &[("count", Value::Count(count))]);
                let class = class(severity);
                let _ = writeln!(out, "<li class=\"{class}\">{}</li>", markup(&said));
            }
        }
        out.push_str("</ul>\n");
        if self.above.iter().any(Option::is_some) {
            let command = "<code>rihla check --format html --all</code>";
            let said = BRIEF.with(self.report.messages, &[("command", HERE.into())]);
            let _ = writeln!(out, "<p>{}</p>", markup(&said).replace(HERE, command));
        }
    }

    fn item(&self, out: &mut String, diagnostic: &Diagnostic, number: usize) {
        let mut class = class(diagnostic.severity()).to_owned();
        let mut code = format!("<code>{}</code>", escaped(diagnostic.message.code));
        if let Some(first) = self.above[number] {
            class.push_str(" brief");
            code = format!("<a href=\"#n{}\">{code}</a>", first + 1);
        }
        let name = match diagnostic.severity() {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
            Severity::Advice => ADVICE,
        };
        let _ = writeln!(
            out,
            "<li class=\"{class}\" id=\"n{}\">\n<p><strong>{}</strong>{} {}</p>",
            number + 1,
            capital(&self.words(name)),
            self.colon(),
            isolated(&capital(&diagnostic.text(self.messages))),
        );
        let place = diagnostic.place.as_ref();
        let place = place.map_or(String::new(), |place| format!("{} · ", self.place(place)));
        let _ = writeln!(out, "<p class=\"place\">{place}{code}</p>");
        if self.above[number].is_none() {
            self.rest(out, diagnostic);
        }
        out.push_str("</li>\n");
    }

    /// The words of a diagnostic, what to do, and where else to look.
    fn rest(&self, out: &mut String, diagnostic: &Diagnostic) {
        if let Some(place) = &diagnostic.place {
            self.excerpt(out, place);
        }
        if let Some(hint) = diagnostic.hint(self.messages) {
            let _ = writeln!(out, "<p>{}</p>", isolated(&capital(&hint)));
        }
        let own = diagnostic.place.as_ref().map(|place| &place.path);
        for (number, correction) in diagnostic.corrections.iter().enumerate() {
            // Each alone would do.
            let write = if number == 0 { WRITE } else { OR };
            for part in written(correction, own, |path| self.texts.text(path)) {
                let place = part.place.as_ref();
                let path = place.map(|place| &place.path).or(own);
                let place = place.map_or(String::new(), |place| format!(" {}", self.place(place)));
                let _ = writeln!(
                    out,
                    "<p>{}{}{place}</p>\n<pre class=\"write\"{}><ins>{}</ins></pre>",
                    capital(&self.words(write)),
                    self.colon(),
                    self.tongue(path),
                    escaped(&part.lines),
                );
            }
        }
        for related in &diagnostic.related {
            let _ = writeln!(
                out,
                "<p>{} {}{} {}</p>",
                capital(&self.words(SEE)),
                self.place(&related.place),
                self.colon(),
                isolated(&diagnostic.label(related, self.messages)),
            );
            self.excerpt(out, &related.place);
        }
        if let Some(pages) = pages(diagnostic, self.messages) {
            let pages = isolated(&capital(&pages));
            let _ = writeln!(out, "<p class=\"pages\">{pages}</p>");
        }
    }

    /// The lines of a place, with what is meant marked.
    fn excerpt(&self, out: &mut String, place: &Location) {
        let Some((span, text)) = place.span.zip(self.texts.text(&place.path)) else {
            return;
        };
        let line = self.texts.line_column(place, text, span.start).0;
        let excerpt = Excerpt::at(text, span, line);
        let (start, end) = (excerpt.span.start, excerpt.span.end);
        if excerpt.text.trim().is_empty() {
            return;
        }
        let _ = writeln!(
            out,
            "<pre{}>{}<mark>{}</mark>{}</pre>",
            self.tongue(Some(&place.path)),
            escaped(&excerpt.text[..start]),
            escaped(&excerpt.text[start..end]),
            escaped(&excerpt.text[end..]),
        );
    }

    /// `path:line`.
    fn place(&self, place: &Location) -> String {
        let line = lines(place, self.texts).map_or(String::new(), |at| format!(":{}", at[0]));
        format!("<code>{}{line}</code>", escaped(&place.path))
    }

    /// The attributes of words of a file: its language is that of its name, or is not known.
    fn tongue(&self, path: Option<&Arc<str>>) -> String {
        let tag = path.and_then(|path| {
            let (stem, _) = path.rsplit_once('.')?;
            let (_, tag) = stem.rsplit_once('.')?;
            let mut known = self.report.languages.iter();
            known.find(|known| known.eq_ignore_ascii_case(tag))
        });
        format!(" lang=\"{}\" dir=\"auto\"", escaped(tag.unwrap_or(&"")))
    }

    fn words(&self, text: Text) -> String {
        escaped(&text.get(self.report.messages))
    }

    fn colon(&self) -> String {
        self.words(COLON)
    }
}

fn path_of(diagnostic: &Diagnostic) -> Option<&Arc<str>> {
    diagnostic.place.as_ref().map(|place| &place.path)
}

const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    }
}

/// The same diagnostic with values in which every character can be seen, so that the signs of isolation around
/// them are the only ones.
fn harmless(diagnostic: &Diagnostic) -> Diagnostic {
    let values = diagnostic.values.iter();
    Diagnostic {
        values: values.map(|(name, value)| (*name, seen(value))).collect(),
        pages: diagnostic.pages.as_ref().map(|pages| Pages {
            first: visible(&pages.first).into(),
            count: pages.count,
        }),
        ..diagnostic.clone()
    }
}

fn seen(value: &Value) -> Value {
    let text = |text: &String| visible(text).into_owned();
    match value {
        Value::Text(own) => Value::Text(text(own)),
        Value::Count(count) => Value::Count(*count),
        Value::Phrase(id, values) => {
            let values = values.iter();
            let values = values.map(|(name, value)| (name.clone(), seen(value)));
            Value::Phrase(id.clone(), values.collect())
        }
        Value::Language(tag, name) => Value::Language(text(tag), text(name)),
        Value::Version(tag, name) => Value::Version(text(tag), text(name)),
        Value::List(values) => Value::List(values.iter().map(seen).collect()),
        Value::Each(texts, other) => {
            let texts = texts.iter().map(|(tag, own)| (text(tag), text(own)));
            Value::Each(texts.collect(), text(other))
        }
    }
}

/// Text in HTML, for an element or a quoted attribute, without characters that a reader would not see.
fn escaped(text: &str) -> String {
    markup(&visible(text))
}

/// Text in HTML, in which every character can be seen but signs of isolation, [`HERE`] and noncharacters.
fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_noncharacter(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// A text in HTML, with an element around what stands between signs of isolation: a name in Arabic turns
/// nothing around in a sentence in French.
fn isolated(text: &str) -> String {
    markup(text)
        .replace('\u{2068}', "<bdi>")
        .replace('\u{2069}', "</bdi>")
}

/// A text with its first letter large, unless that is the first of a value.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
