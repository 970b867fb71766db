//! Pages become bytes.

mod body;
mod call;
mod filters;
mod functions;
pub mod redirects;
pub mod reference;
mod sitemap;
mod template;

pub use sitemap::{robots, sitemap};
pub use template::Engine;

use std::sync::Arc;

use tera::{Context, Value, value::Key};

use crate::answer::{MARKDOWN, Question, Site};
use crate::diagnostic::Diagnostic;
use crate::plan::{Page, PageKind};
use crate::trace::{self, Trace};

/// A page that was rendered.
#[derive(Debug)]
pub struct Output {
    /// The page, in UTF-8.
    pub html: Vec<u8>,
    /// What it asked of the site.
    pub trace: Trace,
}

/// Renders one page.
///
/// # Errors
/// The diagnostic of the template that failed, at its line.
pub fn page(engine: &Engine, site: &Arc<Site>, page: &Page) -> Result<Output, Box<Diagnostic>> {
    let (result, trace) = trace::record(|| {
        let context = context(site, page);
        engine.render(page, &context)
    });
    Ok(Output {
        html: result?,
        trace,
    })
}

/// The context of a page: the answer to its first question, with its texts rendered.
fn context(site: &Arc<Site>, page: &Page) -> Context {
    let answer = trace::ask(site, Question::Page(page.address.clone()));
    let get = |key: &'static str| {
        answer
            .value
            .as_map()
            .and_then(|map| map.get(&Key::Str(key)))
            .cloned()
            .unwrap_or_else(Value::none)
    };
    let mut fields = get("page").into_map().unwrap_or_default();
    let number = match page.kind {
        PageKind::Home(number) | PageKind::Entry(number) | PageKind::Continued(number, _) => {
            Some(number)
        }
        PageKind::List(collection, 1) => {
            let name = &site.config.collections[collection].name;
            site.graph.find(&format!("{name}/_index"))
        }
        _ => None,
    };
    if let Some(number) = number
        && let Some((_, version)) = site.graph.entries[number].page(page.language)
    {
        let mut writer = body::Writer::new(site, page, number, version);
        // The text stands on the first page of its list only.
        let is_first = !matches!(page.kind, PageKind::Continued(..));
        if let Some(text) = version.body.as_ref().filter(|_| is_first) {
            fields.insert("html".into(), Value::safe_string(&writer.body(text)));
        }
        if let Some(values) = fields.get(&Key::Str("fields")) {
            let written = written(values, &mut writer);
            fields.insert("fields".into(), written);
        }
    }
    let mut context = Context::new();
    context.insert_value("page", Value::from(fields));
    let list = get("list");
    if !list.is_none() {
        context.insert_value("list", list);
    }
    context
}

/// A value in which every text in Markdown is rendered.
fn written(value: &Value, writer: &mut body::Writer) -> Value {
    if let Some(items) = value.as_array() {
        if items.iter().any(|item| item.as_map().is_some()) {
            return Value::from(
                items
                    .iter()
                    .map(|item| written(item, writer))
                    .collect::<Vec<Value>>(),
            );
        }
        return value.clone();
    }
    let Some(map) = value.as_map() else {
        return value.clone();
    };
    if map.len() == 1
        && let Some(text) = map.get(&Key::Str(MARKDOWN)).and_then(Value::as_str)
    {
        return Value::safe_string(&writer.field(text));
    }
    let mut out = tera::Map::with_capacity(map.len());
    for (key, value) in map {
        out.insert(key.clone(), written(value, writer));
    }
    Value::from(out)
}
