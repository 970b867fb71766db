//! A page on its own for the team. It is printed, and nothing publishes it.

use super::{Said, advice, counts, notes, shown, title, words};
use crate::status::Status;
use rihla_diagnostics::{Text, Value};
use rihla_site::translation::State;
use rihla_text::escape::escape;

const STYLE: &str = "\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #8886; }
td code { font-size: .9em; overflow-wrap: anywhere; }
td ul { margin: .2rem 0 0; padding-inline-start: 1rem; }
.diverged, .outdated, .missing { color: light-dark(#a4130b, #ff9d94); font-weight: 600; }
.machine, .draft, .orphan { color: light-dark(#7a4b00, #f5c26b); }
";

/// The page.
pub(super) fn html(status: &Status, said: Said) -> String {
    let messages = said.messages;
    let say = |id| Text(id).get(messages);
    let (rows, left) = shown(status, said);
    let lang = messages.tag();
    let heading = say("status-where-the-translations-stand");
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{heading}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>\n<p>{}{}{}</p>\n",
        status.day,
        say("status-day-colon"),
        escape(&counts(status, messages))
    );
    out.push_str(&format!(
        "<table>\n<thead><tr><th scope=\"col\">{}</th>",
        say("status-heading-entry")
    ));
    for (tag, name) in &status.languages {
        out.push_str(&format!(
            "<th scope=\"col\" lang=\"{tag}\">{}</th>",
            escape(name)
        ));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let mut seen: Vec<State> = Vec::new();
    for row in rows {
        let language = row.titles.find(Option::is_some).unwrap_or_default();
        out.push_str(&format!(
            "<tr><th scope=\"row\"><span lang=\"{}\">{}</span><br><code>{}</code>",
            status.languages[language].0,
            escape(title(row)),
            escape(&row.id)
        ));
        let notes = notes(status, row, messages);
        if !notes.is_empty() {
            let notes: Vec<String> = notes
                .iter()
                .map(|note| format!("<li>{}</li>", escape(note)))
                .collect();
            out.push_str(&format!("<ul>{}</ul>", notes.concat()));
        }
        out.push_str("</th>");
        for (state, address) in row.states.iter().zip(&row.addresses) {
            let (class, text) = match state {
                Some(state) => (state.name(), words(*state, messages)),
                None => ("", "–".into()),
            };
            seen.extend(state.filter(|state| state.is_open()));
            let text = match address {
                Some(address) => format!("<a href=\"{}\">{text}</a>", escape(address)),
                None => text.into_owned(),
            };
            out.push_str(&format!("<td class=\"{class}\">{text}</td>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n<dl>\n");
    seen.sort_by_key(|state| state.urgency());
    seen.dedup();
    for state in seen {
        out.push_str(&format!(
            "<dt>{}</dt><dd>{}</dd>\n",
            words(state, messages),
            escape(&advice(state, messages))
        ));
    }
    out.push_str("</dl>\n");
    if left > 0 {
        let left = Text("status-left-out").with(messages, &[("count", Value::Count(left))]);
        out.push_str(&format!("<p>{left}</p>\n"));
    }
    out.push_str("</body>\n</html>\n");
    out
}
