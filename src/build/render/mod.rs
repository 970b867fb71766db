//! Pages become bytes.

mod body;
mod bounded;
mod call;
mod directive;
mod filters;
mod functions;
pub mod reference;
pub mod social_card;
mod template;

pub use template::Engine;

use std::ops::Range;

use tera::{Context, Value, value::Key};

use crate::borrowed;
use crate::origin::Origins;
use crate::query::{MARKDOWN, Query};
use crate::trace::{self, Trace, Tracked};
use rihla_diagnostics::Diagnostic;
use rihla_site::plan::{Page, PageKind};

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
pub fn page(engine: &Engine, page: &Page) -> Result<Output, Box<Diagnostic>> {
    let (result, trace) = trace::record(|| {
        let site = engine.site();
        site.ask(Query::DrawnBy(page.address.clone()));
        site.ask(Query::Template(page.template.clone()));
        let (context, _) = context(engine, site, page)?;
        engine.render(page, &context)
    });
    let mut html = result?;
    borrowed::tell(&mut html, &engine.site().settings().languages);
    hasten(&mut html);
    Ok(Output { html, trace })
}

/// Where the parts of a page come from, for [an engine](Engine::marked) that draws marks. `None` where the page
/// cannot be drawn.
pub fn origins(engine: &Engine, page: &Page) -> Option<Origins> {
    let site = engine.site();
    let (context, fields) = context(engine, site, page).ok()?;
    let mut html = engine.render(page, &context).ok()?;
    borrowed::tell(&mut html, &site.settings().languages);
    let text = site.text(page).map(|text| text.path.clone());
    let marked = String::from_utf8(html).ok()?;
    let mut origins = Origins::new(&marked, engine.files(), text, fields);
    if let Some(span) = waiting_image(origins.page().as_bytes()) {
        origins.replace(span, FIRST);
    }
    Some(origins)
}

/// The text of an entry's page for readers elsewhere, as in a feed: every address in it is whole. `None`
/// where the entry has no text.
pub fn text_elsewhere(engine: &Engine, page: &Page) -> Option<String> {
    let text = engine.site().text(page)?;
    // A component that fails does so on the page, which is rendered before.
    let html = body::Writer::new(engine, engine.site(), page, text)
        .with_absolute_urls()
        .body()?;
    let mut html = html.into_bytes();
    borrowed::tell(&mut html, &engine.site().settings().languages);
    String::from_utf8(html).ok()
}

/// How the component of images and the texts say that an image may wait until it is near.
const WAITING: &str = " loading=\"lazy\" decoding=\"async\"";
/// What is said instead of the first one.
const FIRST: &str = " fetchpriority=\"high\"";

/// The first image of a page is likely to be seen at once, and does not wait. Which one is the
/// first is only known when the template has drawn the page.
fn hasten(html: &mut Vec<u8>) {
    if let Some(span) = waiting_image(html) {
        html.splice(span, FIRST.bytes());
    }
}

/// Where the first image of a page says that it may wait.
fn waiting_image(html: &[u8]) -> Option<Range<usize>> {
    let at = memchr::memmem::find(html, WAITING.as_bytes())?;
    Some(at..at + WAITING.len())
}

/// The context of a page: the answer to its first query, with its texts rendered. Gives besides the fields in
/// Markdown to which marks lead, where there are marks.
fn context(
    engine: &Engine,
    site: &Tracked,
    page: &Page,
) -> Result<(Context, Vec<String>), Box<Diagnostic>> {
    let (answer, text) = site.page(page);
    let mut answer = answer.value.into_map().unwrap_or_default();
    let mut take = |key: &'static str| answer.swap_remove(&Key::Str(key));
    let (given, list) = (take("page"), take("list"));
    let mut fields = given.and_then(Value::into_map).unwrap_or_default();
    let mut marked = Vec::new();
    if let Some(text) = text {
        let mut writer = body::Writer::new(engine, site, page, text);
        // The text stands on the first page of its list only.
        let is_first = !matches!(page.kind, PageKind::Continued(..));
        write_texts(&mut fields, &mut writer, is_first);
        marked = std::mem::take(&mut writer.fields);
        if let Some(fault) = writer.fault() {
            return Err(fault);
        }
    }
    if let PageKind::Whole(_) = page.kind {
        let parts = parts(engine, site, page)?;
        fields.insert("parts".into(), Value::from(parts));
    }
    let mut context = Context::new();
    context.insert_value("page", Value::from(fields));
    if let Some(list) = list.filter(|list| !list.is_none()) {
        context.insert_value("list", list);
    }
    Ok((context, marked))
}

/// Renders the body of a page, where it is to be shown, and its fields in Markdown into what its template is given.
fn write_texts(fields: &mut tera::Map, writer: &mut body::Writer, with_body: bool) {
    if with_body && let Some(html) = writer.body() {
        fields.insert("html".into(), Value::safe_string(&html));
    }
    if let Some(values) = fields.get_mut(&Key::Str("fields"))
        && holds_markdown(values)
    {
        *values = written(values, writer);
    }
}

/// The parts of a guide that have a page in the language of the page with all of them: what the template of
/// each is given, with its texts rendered for this page.
fn parts(engine: &Engine, site: &Tracked, page: &Page) -> Result<Vec<Value>, Box<Diagnostic>> {
    let mut parts = Vec::new();
    for (number, part) in (1..).zip(site.parts(page)) {
        let (answer, text) = site.page(&part);
        let mut answer = answer.value.into_map().unwrap_or_default();
        let given = answer.swap_remove(&Key::Str("page"));
        let mut fields = given.and_then(Value::into_map).unwrap_or_default();
        if let Some(text) = text {
            let mut writer = body::Writer::new(engine, site, &part, text).with_part(number);
            write_texts(&mut fields, &mut writer, true);
            if let Some(fault) = writer.fault() {
                return Err(fault);
            }
        }
        parts.push(Value::from(fields));
    }
    Ok(parts)
}

/// The text in Markdown that a value is, while it waits to be rendered.
fn waiting(value: &Value) -> Option<&str> {
    let map = value.as_map().filter(|map| map.len() == 1)?;
    map.get(&Key::Str(MARKDOWN))?.as_str()
}

/// Whether there is a text in Markdown in a value.
fn holds_markdown(value: &Value) -> bool {
    if let Some(items) = value.as_array() {
        return items.iter().any(holds_markdown);
    }
    let inside = |map: &tera::Map| map.values().any(holds_markdown);
    waiting(value).is_some() || value.as_map().is_some_and(inside)
}

/// A value in which every text in Markdown is rendered.
fn written(value: &Value, writer: &mut body::Writer) -> Value {
    if let Some(text) = waiting(value) {
        return Value::safe_string(&writer.field(text));
    }
    if !holds_markdown(value) {
        return value.clone();
    }
    if let Some(items) = value.as_array() {
        let items = items.iter().map(|item| written(item, writer));
        return Value::from(items.collect::<Vec<Value>>());
    }
    let Some(map) = value.as_map() else {
        return value.clone();
    };
    let mut out = tera::Map::with_capacity(map.len());
    for (key, value) in map {
        out.insert(key.clone(), written(value, writer));
    }
    Value::from(out)
}
