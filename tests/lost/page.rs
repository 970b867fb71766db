//! A page as a reader meets it: its words in order, out of the HTML that the program writes.

use std::sync::Arc;

use rihla_diagnostics::{Diagnostic, Severity, Span};
use rihla_text::markdown::directive::{ArgumentValue, ParameterKind};
use rihla_text::markdown::{self, Drawn, Image, Surroundings, Target, Word};

/// A page on which every link leads where it says, and nothing is added to the text.
struct Page;

impl Surroundings for Page {
    fn link(&self, destination: &str) -> Target {
        Target {
            href: Some(destination.into()),
            ..Target::default()
        }
    }

    fn image(&self, source: &str) -> Image {
        Image {
            src: source.into(),
            ..Image::default()
        }
    }

    fn fact(&self, _: &str) -> String {
        String::new()
    }

    fn word(&self, _: Word) -> String {
        String::new()
    }

    fn directive(&self, drawn: &Drawn<'_>) -> String {
        let mut out = String::new();
        for argument in &drawn.directive.arguments {
            let is_read = matches!(
                argument.parameter.kind,
                ParameterKind::Text | ParameterKind::Alternative
            );
            if let (true, ArgumentValue::Text(words)) = (is_read, &argument.value) {
                out.push_str(&format!("<p>{}</p>\n", words.replace('<', "&lt;")));
            }
        }
        out.push_str(&drawn.body);
        for row in &drawn.rows {
            out.push_str(&format!("<p>{}</p>\n", row.join(" ")));
        }
        out
    }
}

/// What `{{ page.html }}` writes of a text, and what is told of it.
pub fn drawn(text: &str) -> (String, Vec<Diagnostic>) {
    let path: Arc<str> = "text.md".into();
    let (document, diagnostics) = markdown::parse(&path, text, Span::new(0, text.len()));
    let mut html = String::new();
    markdown::html(&document, &Page, "", &mut html);
    (html, diagnostics)
}

/// What is read on a page: its text, and the texts in the place of images and over links, in
/// order. The notes at its end stand apart.
pub fn read(html: &str) -> (String, String) {
    let (text, notes) = match html.find("<section class=\"footnotes\"") {
        Some(at) => html.split_at(at),
        None => (html, ""),
    };
    (words(text), words(notes))
}

fn words(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    // What is shown over a link is written after its words.
    let mut over_link = String::new();
    while let Some(at) = rest.find('<') {
        decode(&rest[..at], &mut out);
        let tag = &rest[at..];
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        for attribute in [" alt=\"", " title=\""] {
            if let Some((_, value)) = tag[..end].split_once(attribute) {
                let mut words = String::from(" ");
                decode(value.split('"').next().unwrap_or_default(), &mut words);
                words.push(' ');
                match tag.starts_with("<a ") {
                    true => over_link = words,
                    false => out.push_str(&words),
                }
            }
        }
        if tag.starts_with("</a>") {
            out.push_str(&std::mem::take(&mut over_link));
        }
        rest = &tag[end..];
    }
    decode(rest, &mut out);
    out
}

/// Reads the references to characters that the program writes.
fn decode(text: &str, out: &mut String) {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&#x27;", "'");
    out.push_str(&text.replace("&amp;", "&"));
}

/// The ranges of a text at which diagnostics point that tell of something lost: what is merely
/// advised loses nothing.
pub fn told(diagnostics: &[Diagnostic]) -> Vec<Span> {
    let telling = |found: &&Diagnostic| found.message.severity != Severity::Advice;
    let places = diagnostics.iter().filter(telling);
    let places = places.filter_map(|found| found.place.as_ref());
    places.filter_map(|place| place.span).collect()
}

/// Each diagnostic's code with the words at which it points, for the message of a test that fails.
pub fn covered<'t>(text: &'t str, diagnostics: &[Diagnostic]) -> Vec<(&'static str, &'t str)> {
    let words = |found: &Diagnostic| {
        let span = found.place.as_ref().and_then(|place| place.span);
        span.map_or("", |span| &text[span.start..span.end])
    };
    let found = diagnostics.iter();
    found
        .map(|found| (found.message.code, words(found)))
        .collect()
}
