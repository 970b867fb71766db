//! What is wrong, drawn over the page in the reader's language.

use super::editor::Editor;
use super::words;
use rihla_diagnostics::print::{COLON, Excerpt, HELP, SEE, WRITE, written};
use rihla_diagnostics::{Diagnostic, Location, Messages, Text, Texts, Value, line_column};
use rihla_text::escape::escape;

/// How many diagnostics are shown; of the others, the number.
const SHOWN: usize = 20;

/// How diagnostics are drawn.
#[derive(Clone, Copy)]
pub struct Look<'l> {
    /// The language of the reader.
    pub messages: Messages,
    /// What opens files; none where the reader is on another machine.
    pub editor: Option<&'l Editor>,
}

/// A diagnostic, with the files that it points into.
pub type Found<'f> = (&'f Diagnostic, &'f dyn Texts);

/// The errors of a site, as a section that lies over a page. Empty where there are none.
/// `beneath` tells whether a page lies beneath.
pub fn overlay(errors: &[Found], beneath: bool, look: Look) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let mut html = String::from(
        "<section class=\"errors\" role=\"alert\"><details open id=\"errors\"><summary>",
    );
    let count = errors.len();
    html.push_str(&counted(count, words::ERROR, look.messages));
    html.push_str("</summary>");
    if beneath {
        let words = words::BENEATH.get(look.messages);
        html.push_str(&format!("<p class=\"beneath\">{words}</p>"));
    }
    html.push_str(&list(errors, look));
    html.push_str("</details></section>");
    html
}

/// Diagnostics as a list.
pub fn list(found: &[Found], look: Look) -> String {
    let mut html = String::from("<ol class=\"found\">");
    for (diagnostic, texts) in found.iter().take(SHOWN) {
        html.push_str(&item(diagnostic, *texts, look));
    }
    html.push_str("</ol>");
    if found.len() > SHOWN {
        let more = counted(found.len() - SHOWN, words::MORE, look.messages);
        html.push_str(&format!("<p>{more}</p>"));
    }
    html
}

/// “1 error”, “2 errors”.
pub fn counted(count: usize, text: Text, messages: Messages) -> String {
    text.with(messages, &[("count", Value::Count(count))])
}

fn item(diagnostic: &Diagnostic, texts: &dyn Texts, look: Look) -> String {
    let messages = look.messages;
    let mut html = format!(
        "<li><p class=\"message\">{} <code class=\"code\">{}</code></p>",
        isolated(&capital(&diagnostic.text(messages.isolating()))),
        diagnostic.message.code
    );
    if let Some(place) = &diagnostic.place {
        html.push_str(&format!(
            "<p class=\"place\">{}</p>",
            link(place, texts, look)
        ));
        html.push_str(&excerpt(place, texts));
    }
    if let Some(hint) = diagnostic.hint(messages.isolating()) {
        let help = capital(&HELP.get(messages));
        let colon = COLON.get(messages);
        html.push_str(&format!(
            "<p class=\"hint\"><b>{help}{colon}</b> {}</p>",
            isolated(&hint)
        ));
    }
    let own = diagnostic.place.as_ref().map(|place| &place.path);
    let corrections = diagnostic.corrections.iter();
    for part in corrections.flat_map(|correction| written(correction, own, |path| texts.text(path)))
    {
        let write = capital(&WRITE.get(messages));
        let colon = COLON.get(messages);
        let text = escape(&part.lines);
        let place = part.place.map_or(String::new(), |place| {
            format!(" {}", link(&place, texts, look))
        });
        html.push_str(&format!(
            "<p class=\"write\"><b>{write}{colon}</b>{place}</p><pre class=\"replacement\"><ins>{text}</ins></pre>"
        ));
    }
    for related in &diagnostic.related {
        html.push_str(&format!(
            "<p class=\"related\">{} {} – {}</p>",
            capital(&SEE.get(messages)),
            link(&related.place, texts, look),
            isolated(&diagnostic.label(related, messages.isolating()))
        ));
    }
    html.push_str("</li>");
    html
}

/// A place as `path, line 3`, linked to the editor.
pub fn link(place: &Location, texts: &dyn Texts, look: Look) -> String {
    let at = place.span.zip(texts.text(&place.path));
    let at = at.map(|(span, text)| line_column(text, span.start));
    let path = escape(&place.path);
    let shown = match at {
        Some((line, _)) => {
            let line = words::LINE.with(look.messages, &[("line", line.into())]);
            format!("<code>{path}</code>, {line}")
        }
        None => format!("<code>{path}</code>"),
    };
    let (line, column) = at.unwrap_or((1, 1));
    let href = look
        .editor
        .and_then(|editor| editor.link(&place.path, line, column));
    match href {
        Some(href) => format!("<a href=\"{}\">{shown}</a>", escape(&href)),
        None => shown,
    }
}

/// The lines of a place with their numbers and what is meant marked.
fn excerpt(place: &Location, texts: &dyn Texts) -> String {
    let Some((span, text)) = place.span.zip(texts.text(&place.path)) else {
        return String::new();
    };
    let excerpt = Excerpt::new(text, span);
    let (start, end) = (excerpt.span.start, excerpt.span.end);
    let mut html = String::from("<pre class=\"excerpt\">");
    let mut at = 0;
    for (number, line) in excerpt.text.split('\n').enumerate() {
        let cut = |byte: usize| byte.clamp(at, at + line.len()) - at;
        let (from, to) = (cut(start), cut(end));
        html.push_str(&format!(
            "<span class=\"number\">{}</span>{}",
            excerpt.line + number,
            escape(&line[..from])
        ));
        let holds_start = start >= at && start <= at + line.len();
        if from < to {
            html.push_str(&format!("<mark>{}</mark>", escape(&line[from..to])));
        } else if holds_start && start == end {
            html.push_str("<mark class=\"point\"></mark>");
        }
        html.push_str(&escape(&line[to..]));
        html.push('\n');
        at += line.len() + 1;
    }
    html.push_str("</pre>");
    html
}

/// A text in HTML, with an element around what stands between signs of isolation: a name in Latin letters
/// turns nothing around in a sentence in Arabic.
fn isolated(text: &str) -> String {
    let html = escape(text);
    html.replace('\u{2068}', "<bdi>")
        .replace('\u{2069}', "</bdi>")
}

/// A text with its first letter large, unless that is the first of a value.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rihla_diagnostics::testing::messages;
    use std::path::PathBuf;

    use super::*;
    use rihla_diagnostics::Span;
    use rihla_diagnostics::catalogue::yaml;

    struct One(&'static str);

    impl Texts for One {
        fn text(&self, _: &str) -> Option<&str> {
            Some(self.0)
        }
    }

    const TEXT: One = One("---\ntitle: Un <b> : deux\n---\n");

    fn colon_in_a_title() -> Diagnostic {
        Diagnostic::at(&yaml::COLON, "content/a.fr.md", Span::new(18, 19))
            .replace(Span::new(4, 24), "title: \"Un <b> : deux\"")
    }

    #[test]
    fn an_error_with_its_line_its_correction_and_its_link() {
        let editor = Editor::parse("vscode", PathBuf::from("/site")).expect("an editor");
        let look = Look {
            messages: messages("fr"),
            editor: Some(&editor),
        };
        let diagnostic = colon_in_a_title();
        let html = overlay(&[(&diagnostic, &TEXT)], true, look);
        for part in [
            "1 erreur à corriger",
            "En dessous, la page",
            "<a href=\"vscode://file/site/content/a.fr.md:2:15\"><code>content/a.fr.md</code>, ligne 2</a>",
            "<span class=\"number\">2</span>title: Un &lt;b&gt; <mark>:</mark> deux\n",
            "<b>Écrire\u{a0}:</b>",
            "<ins>title: &quot;Un &lt;b&gt; : deux&quot;</ins>",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
        let away = Look {
            messages: messages("en"),
            editor: None,
        };
        let html = overlay(&[(&diagnostic, &TEXT), (&diagnostic, &TEXT)], false, away);
        assert!(html.contains("2 errors to mend"), "{html}");
        assert!(!html.contains("<a "), "{html}");
        assert!(!html.contains("Beneath"), "{html}");
    }

    #[test]
    fn what_a_message_names_is_isolated() {
        let look = Look {
            messages: messages("fr"),
            editor: None,
        };
        let named =
            Diagnostic::at(&yaml::SIGN, "content/a.fr.md", Span::new(4, 5)).with("sign", "<");
        let html = list(&[(&named, &TEXT)], look);
        assert!(html.contains("«\u{a0}<bdi>&lt;</bdi>\u{a0}»"), "{html}");
        assert!(!html.contains(['\u{2068}', '\u{2069}']), "{html}");
    }

    #[test]
    fn many_errors_are_counted() {
        let diagnostic = colon_in_a_title();
        let many: Vec<Found> = (0..25)
            .map(|_| (&diagnostic, &TEXT as &dyn Texts))
            .collect();
        let look = Look {
            messages: messages("en"),
            editor: None,
        };
        let html = overlay(&many, true, look);
        assert_eq!(html.matches("<li>").count(), SHOWN);
        assert!(html.contains("and 5 more"), "{html}");
        assert_eq!(overlay(&[], true, look), "");
    }

    proptest::proptest! {
        #[test]
        fn an_excerpt_holds_its_lines(text in "[a<é\n ]{0,60}", start in 0_usize..70, length in 0_usize..30) {
            struct Text(String);
            impl Texts for Text {
                fn text(&self, _: &str) -> Option<&str> {
                    Some(&self.0)
                }
            }
            let text = Text(text);
            let place = Location::new("a", Span::new(start, start + length));
            let html = excerpt(&place, &text);
            let lines = Excerpt::new(&text.0, Span::new(start, start + length));
            let mut rest = html.replace("<span class=\"number\">", "\u{1}").replace("</span>", "\u{2}");
            for tag in ["<mark>", "</mark>", "<mark class=\"point\">", "<pre class=\"excerpt\">", "</pre>"] {
                rest = rest.replace(tag, "");
            }
            let shown: Vec<&str> = rest.split('\u{1}').skip(1).map(|line| line.split_once('\u{2}').expect("a number").1).collect();
            let wanted: String = lines.text.split('\n').map(|line| format!("{}\n", escape(line))).collect();
            proptest::prop_assert_eq!(shown.concat(), wanted);
        }
    }
}
