//! An entry as one file of HTML, with its pictures inside, for somebody who has neither the program nor the
//! site: its languages side by side, marked as a draft.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::core::{Core, Failed};
use super::entry::{own_address, title};
use super::pictures::bytes;
use crate::state::{Asked, Body, PreviewCache, View, respond};
use crate::toolbar::speaker;
use rihla_build::render;
use rihla_diagnostics::{Messages, Text, Value as Words};
use rihla_editorial::form::{Form, described};
use rihla_site::config::Config;
use rihla_text::escape::escape;
use rihla_text::language::{DateStyle, slug};
use rihla_text::url::decoded;

/// How it looks, on a screen and on paper.
const STYLE: &str = "\
body{margin:0;font:1.0625rem/1.55 system-ui,sans-serif;color:#16202b;background:#fff}\
.mark{margin:0;padding:.75rem 1.5rem;font-weight:700;background:#ffe9a8}\
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:2rem;padding:1.5rem}\
h1,h2,h3{line-height:1.2}img{max-width:100%;height:auto}figure{margin:1rem 0}\
table{border-collapse:collapse}th,td{padding:.25rem .5rem;border:1px solid #8c99a5;text-align:start}\
dt{font-weight:700}dd{margin:0 0 .5rem}.language{color:#4a5560}\
@media print{main{display:block}article{break-before:page}article:first-child{break-before:auto}}";

/// Makes the file of an entry, as it is with what is typed.
pub fn copy(core: &Core, id: &str, messages: Messages) -> Result<Value, Failed> {
    let desk = core.state().desk().ok_or(Failed::Unread)?;
    let view = core.view().ok_or(Failed::Unread)?;
    let origin = desk.origin(id)?;
    let form = Form::of(&origin, desk.config())?;
    let name = title(&desk, id, messages).unwrap_or_else(|| id.to_owned());
    let fields = described(&form, &desk, messages);
    let good = view.loaded.good.clone().ok_or(Failed::Unread)?;
    let real = Config::read(&desk.snapshot, None, core.options.program.builtin).0;
    let real = real.map_or_else(String::new, |config| {
        format!(
            "{}{}",
            config.site.base_url.origin, config.site.base_url.path
        )
    });
    let pictures = Pictures {
        core,
        view: &view,
        cache: PreviewCache::default(),
        real: real.trim_end_matches('/').to_owned(),
    };
    let mut articles = String::new();
    for language in desk.config().site.languages.iter() {
        let tag = &language.tag;
        if !form.languages().contains(tag) {
            continue;
        }
        let said = |name: &str| {
            let value = form.said.values.get(name)?;
            let text = value
                .get(&**tag)
                .or_else(|| value.get("*"))
                .unwrap_or(value);
            text.as_str().map(str::to_owned)
        };
        let heading = said("title").unwrap_or_else(|| name.clone());
        // Writing to a text does not fail.
        let _ = write!(
            articles,
            "<article lang=\"{tag}\" dir=\"{}\">\n<p class=\"language\">{}</p>\n<h1>{}</h1>\n<dl>\n",
            language.direction.as_str(),
            escape(&language.name),
            escape(&heading),
        );
        for field in fields
            .iter()
            .filter(|field| !field.more && field.name != "title")
        {
            let is_words = matches!(
                field.kind,
                "text" | "markdown" | "date" | "link" | "email" | "phone"
            );
            if let Some(mut text) = said(&field.name).filter(|_| is_words) {
                if let Ok(day) = text.parse() {
                    text = language.date(day, DateStyle::Long);
                }
                let _ = writeln!(
                    articles,
                    "<dt lang=\"{}\" dir=\"ltr\">{}</dt><dd>{}</dd>",
                    messages.tag(),
                    escape(&field.label),
                    escape(&text),
                );
            }
        }
        articles.push_str("</dl>\n");
        let page = own_address(&desk, id, tag);
        let page = page.and_then(|address| good.site.plan.page(&address));
        articles.push_str(&pictures.lead(&form, id, tag));
        let html = page.and_then(|page| {
            let address = good.site.routes.url(&page.address);
            pictures.know(&address);
            let html = render::text_elsewhere(&good.engine, page)?;
            // Two texts in one file have names of their own for what is linked inside.
            let own = format!("href=\"{}#", good.site.routes.absolute(&page.address));
            let html = html.replace(&own, &format!("href=\"#{tag}-"));
            Some(renamed(&html, tag))
        });
        match html {
            Some(html) => articles.push_str(&pictures.inside(&html)),
            // Of what has no page yet, the words.
            None => {
                let body = form.said.bodies.get(&**tag).map(String::as_str);
                for paragraph in body.unwrap_or_default().split("\n\n") {
                    let _ = writeln!(articles, "<p>{}</p>", escape(paragraph));
                }
            }
        }
        articles.push_str("</article>\n");
    }
    let site = desk
        .said(&desk.config().site.title, messages)
        .unwrap_or_default();
    let own = speaker(desk.config(), messages);
    let today = good.site.moment.today;
    let day = own.map_or_else(|| today.to_string(), |own| own.date(today, DateStyle::Long));
    let values = [("site", Words::from(site)), ("day", Words::from(day))];
    let mark = escape(&Text("desk-copy-mark").with(messages, &values));
    let tag = messages.tag();
    let html = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <p class=\"mark\">{mark}</p>\n<main>\n{articles}</main>\n</body>\n</html>\n",
        escape(&name),
    );
    let file = Text("desk-copy-name").get(messages);
    Ok(json!({"name": format!("{file}-{}.html", slug(&name)), "html": html}))
}

/// The pictures of a page, as they are put into a text.
struct Pictures<'c> {
    core: &'c Core,
    view: &'c View,
    cache: PreviewCache,
    /// The address at which the site is published, without a slash at its end.
    real: String,
}

impl Pictures<'_> {
    fn get(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let asked = Asked {
            path,
            entry: None,
            languages: "",
            is_here: false,
        };
        let answer = respond(self.view, &self.core.setting, &self.cache, &asked);
        match answer.body {
            Body::Bytes(bytes) if answer.status == 200 => Some((answer.media.into_owned(), bytes)),
            _ => None,
        }
    }

    /// The picture of an entry.
    fn lead(&self, form: &Form, id: &str, tag: &str) -> String {
        let image = form.said.values.get("image");
        let file = image.and_then(|image| image.get("file")?.as_str());
        let Some((media, bytes)) = file.and_then(|file| bytes(self.core, id, file)) else {
            return String::new();
        };
        let alt = image.and_then(|image| image.get("alt")?.get(tag)?.as_str());
        format!(
            "<p><img src=\"data:{media};base64,{}\" alt=\"{}\"></p>\n",
            STANDARD.encode(bytes),
            escape(alt.unwrap_or_default())
        )
    }

    /// Finds out which pictures a page shows.
    fn know(&self, path: &str) {
        self.get(path);
    }

    /// HTML with its pictures inside, and with links to the site where it is published.
    fn inside(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some((name, at)) = next_attribute(rest) {
            let (before, value) = rest.split_at(at);
            let end = value.find('"').unwrap_or(value.len());
            let (value, after) = value.split_at(end);
            rest = after;
            let own = value.strip_prefix(&*self.core.base);
            match (name, own) {
                // One size is enough.
                ("srcset", _) => {
                    out.push_str(before.strip_suffix("srcset=\"").unwrap_or(before));
                    rest = rest.strip_prefix('"').unwrap_or(rest);
                }
                ("src", Some(_)) => {
                    let path = value.splitn(4, '/').nth(3).map(|path| format!("/{path}"));
                    let found = path.and_then(|path| self.get(&decoded(&path)));
                    out.push_str(before);
                    if let Some((media, bytes)) = found {
                        out.push_str(&format!("data:{media};base64,{}", STANDARD.encode(bytes)));
                    }
                }
                (_, Some(path)) => {
                    out.push_str(before);
                    out.push_str(&self.real);
                    out.push_str(path);
                }
                (_, None) => {
                    out.push_str(before);
                    out.push_str(value);
                }
            }
        }
        out.push_str(rest);
        // Whatever else names the desk.
        out.replace(&self.core.base, &self.real)
    }
}

/// The next attribute that holds an address: its name, and where its value begins. In what the program draws,
/// a quotation mark in a text is written as a reference, so that none of these stands in one.
fn next_attribute(html: &str) -> Option<(&'static str, usize)> {
    let places = ["srcset", "src", "href"].into_iter().filter_map(|name| {
        let sign = format!(" {name}=\"");
        let at = html.find(&sign)?;
        Some((at + sign.len(), name))
    });
    places.min().map(|(at, name)| (name, at))
}

/// Attributes that name other elements (HTML, section 3.2.6.6; WAI-ARIA 1.2, section 6.6).
const NAMING: [&str; 5] = [
    " aria-labelledby=\"",
    " aria-describedby=\"",
    " aria-controls=\"",
    " headers=\"",
    " for=\"",
];

/// HTML whose elements have the tag of a language before their ids, wherever they are named.
fn renamed(html: &str, tag: &str) -> String {
    let mut html = html.replace(" id=\"", &format!(" id=\"{tag}-"));
    for name in NAMING {
        let mut parts = html.split(name);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (ids, rest) = part.split_once('"').unwrap_or((part, ""));
            let ids = ids.split_whitespace().map(|id| format!("{tag}-{id}"));
            let ids: Vec<String> = ids.collect();
            out.push_str(&format!("{name}{}\"{rest}", ids.join(" ")));
        }
        html = out;
    }
    html
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_names_an_element_names_it_in_the_copy() {
        let html = r#"<h2 id="a">A</h2><table aria-labelledby="a b"><td headers="c">"#;
        let wanted =
            r#"<h2 id="fr-a">A</h2><table aria-labelledby="fr-a fr-b"><td headers="fr-c">"#;
        assert_eq!(super::renamed(html, "fr"), wanted);
    }
}
