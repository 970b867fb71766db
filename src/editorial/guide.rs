//! `rihla schema --guide`: the fields of a site as a page to print, for whoever writes in it.

use std::fmt::Write;

use super::{Desk, Refused};
use rihla_build::Options;
use rihla_diagnostics::{Messages, Text, Value};
use rihla_site::config::Collection;
use rihla_site::schema::{self, Field, FieldKind, FieldValue, in_language};

/// How it looks, on a screen and on paper.
const STYLE: &str = "\
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#161b26;background:#fff}\
h1,h2{line-height:1.2}h2{margin-top:2.5rem;border-bottom:2px solid}\
.table{overflow-x:auto}table{border-collapse:collapse;width:100%}\
th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #99a}\
code{font-family:ui-monospace,Consolas,monospace;overflow-wrap:anywhere}\
@media print{body{font-size:10pt;margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}\
section{break-before:page}section:first-of-type{break-before:auto}.table{overflow:visible}}";

/// The guide, in HTML that stands alone.
///
/// # Errors
///
/// Where the site cannot be read.
pub fn guide(options: &Options, messages: Messages) -> Result<String, Refused> {
    let desk = Desk::open(options)?;
    let config = desk.config();
    let tag = messages.tag();
    let guide = Guide { messages };
    let site = config.site.title.get(tag).cloned();
    let first = config.site.languages.iter().next();
    let site = site.or_else(|| config.site.title.get(&first?.tag).cloned());
    let site = site.unwrap_or_else(|| "".into());
    let title = Text("guide-title").with(messages, &[("site", Value::from(&*site))]);
    let mut out = String::new();
    // Writing to a text does not fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{}</p>\n",
        escaped(&guide.words("guide-intro")),
        title = escaped(&title),
    );
    for collection in config.collections.iter() {
        guide.collection(&mut out, collection);
    }
    let _ = writeln!(
        out,
        "<section>\n<h2>{}</h2>\n<p>{}</p>",
        escaped(&guide.words("guide-every")),
        escaped(&guide.words("guide-every-intro")),
    );
    let builtin = schema::builtin();
    guide.table(&mut out, &builtin.fields, &|field| {
        let id = format!("about-entry-{}", field.name.replace('_', "-"));
        messages.named_text(&id)
    });
    out.push_str("</section>\n</main>\n</body>\n</html>\n");
    Ok(out)
}

/// What is said in one language.
struct Guide {
    messages: Messages,
}

impl Guide {
    fn words(&self, id: &'static str) -> String {
        Text(id).get(self.messages).into_owned()
    }

    fn collection(&self, out: &mut String, collection: &Collection) {
        let tag = self.messages.tag();
        let own = |words: &rihla_site::config::Localized| words.get(tag).map(ToString::to_string);
        let title = match collection.builtin {
            true => self.words("guide-pages"),
            false => own(&collection.title).unwrap_or_else(|| collection.name.to_string()),
        };
        let folder = match collection.builtin {
            true => "content".to_owned(),
            false => format!("content/{}", collection.name),
        };
        let _ = writeln!(
            out,
            "<section>\n<h2>{}</h2>\n<p><code>{}</code></p>",
            escaped(&title),
            escaped(&folder)
        );
        if let Some(about) = own(&collection.description) {
            let _ = writeln!(out, "<p>{}</p>", escaped(&about));
        }
        self.table(out, &collection.schema.fields, &|field| {
            self.said(&field.help)
        });
        out.push_str("</section>\n");
    }

    /// A row for each field.
    fn table(&self, out: &mut String, fields: &[Field], about: &dyn Fn(&Field) -> Option<String>) {
        let heads = ["guide-field", "guide-value", "guide-about"];
        out.push_str("<div class=\"table\">\n<table>\n<thead><tr>");
        for head in heads {
            let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&self.words(head)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for field in fields {
            let label = self.said(&field.label);
            let label = label.map_or_else(String::new, |label| format!("{}<br>", escaped(&label)));
            let about = about(field).unwrap_or_default();
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{label}<code>{}</code></th><td>{}</td><td>{}</td></tr>",
                escaped(&field.name),
                escaped(&self.facts(field)),
                escaped(&about),
            );
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
    }

    fn facts(&self, field: &Field) -> String {
        let mut facts = facts(field, self.messages, &|to| vec![format!("content/{to}")]);
        if field.localized {
            facts.push(self.words("guide-localized"));
        }
        facts.join(&self.words("new-between"))
    }

    fn said(&self, words: &Option<FieldValue>) -> Option<String> {
        match in_language(words.as_ref()?, self.messages.tag())? {
            FieldValue::Text(text) => Some(text.to_string()),
            _ => None,
        }
    }
}

/// What a value of a field is: whether it is needed, of what kind it is, how many and how long it may be,
/// what it may say; `entries` names some of the entries of a collection to which it may refer.
pub(super) fn facts(
    field: &Field,
    messages: Messages,
    entries: &dyn Fn(&str) -> Vec<String>,
) -> Vec<String> {
    let words = |id: &'static str| Text(id).get(messages).into_owned();
    let need = match field.required {
        true => "new-required",
        false => "new-optional",
    };
    let mut facts = vec![words(need), field.kind.term().get(messages).into_owned()];
    if field.is_list() {
        facts.push(words("new-several"));
    }
    if let (Some(max), FieldKind::Text) = (field.max, &field.kind) {
        facts.push(Text("new-at-most").with(messages, &[("count", Value::Count(max))]));
    }
    let item = match &field.kind {
        FieldKind::List(item) => item,
        _ => field,
    };
    let listed = match &item.kind {
        FieldKind::Choice(choices) => choices
            .iter()
            .map(|choice| {
                let mut labels = choice.labels.iter();
                match labels.find(|(tag, _)| **tag == *messages.tag()) {
                    Some((_, label)) if **label != *choice.key => {
                        format!("{} ({label})", choice.key)
                    }
                    _ => choice.key.to_string(),
                }
            })
            .collect(),
        FieldKind::Reference { to } => entries(to),
        FieldKind::Object(fields) => fields.iter().map(|field| field.name.to_string()).collect(),
        _ => Vec::new(),
    };
    if !listed.is_empty() {
        facts.push(listed.join(", "));
    }
    facts
}

/// A text as HTML has it (HTML, section 13.3).
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
