//! The template engine: Tera with the theme's templates and the functions of the tables.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Kwargs, State, Tera, Value};

use super::bounded::{self, Out, Woven, bounded};
use super::call::{self, Call};
use super::filters::FILTERS;
use super::functions::FUNCTIONS;
use crate::trace::Tracked;
use rihla_diagnostics::catalogue::template as say;
use rihla_diagnostics::{Diagnostic, Location, Span, nearest};
use rihla_site::plan::Page;
use rihla_text::url::composed;

/// Stands before the names of the program's own templates. Tera takes what is found under a
/// fallback prefix only where the theme has no template, or no component, of the same name.
const OWN: &str = "builtin/";

/// The parts that the program's own components share: what the theme has in their place draws
/// a directive too.
pub(super) const SHARED: [&str; 2] = ["directive_picture", "figures_source"];

/// The templates of a theme, ready to render.
pub struct Engine {
    tera: Tera,
    /// Name of a template → its file in the site.
    files: BTreeMap<Arc<str>, Arc<str>>,
    /// Name of a template → what Tera was given, with the filters that count.
    woven: BTreeMap<String, Woven>,
    site: Tracked,
    /// Whether what it draws holds the marks of [`origin`](crate::origin).
    pub(super) is_marked: bool,
}

impl Engine {
    /// Reads the templates of the site's theme.
    ///
    /// # Errors
    /// What is wrong with them: every template that cannot be read, else the first name that
    /// does not exist.
    pub fn new(site: &Tracked) -> Result<Self, Vec<Diagnostic>> {
        Self::with(site, false)
    }

    /// Reads them to draw pages whose parts are led back to where they come from, with [`origins`](super::origins).
    ///
    /// # Errors
    /// As [`Engine::new`].
    pub fn marked(site: &Tracked) -> Result<Self, Vec<Diagnostic>> {
        Self::with(site, true)
    }

    fn with(site: &Tracked, is_marked: bool) -> Result<Self, Vec<Diagnostic>> {
        let mut tera = Tera::new();
        // Fails only where there are templates already.
        let _ = tera.set_fallback_prefixes([OWN]);
        for function in FUNCTIONS {
            let site = site.clone();
            tera.register_function(function.name, move |kwargs: Kwargs, _: &State| {
                Call::run(
                    &site,
                    function.name,
                    function.parameters,
                    function.any,
                    &kwargs,
                    function.run,
                )
            });
        }
        for filter in FILTERS {
            let site = site.clone();
            tera.register_filter(
                filter.name,
                move |value: Value, kwargs: Kwargs, _: &State| {
                    let run = |call: &Call| (filter.run)(call, &value);
                    Call::run(&site, filter.name, filter.parameters, false, &kwargs, run)
                },
            );
        }
        bounded::register(&mut tera);
        let files = site.templates();
        let files = files.map(|(name, path, _)| (name.clone(), path.clone()));
        let files: BTreeMap<Arc<str>, Arc<str>> = files.collect();
        let builtin = site.builtin().components();
        let builtin: Vec<(String, &str)> = builtin
            .map(|(name, text)| (format!("{OWN}components/{name}.html"), text))
            .collect();
        let mut templates: BTreeMap<&str, Cow<'_, str>> = builtin
            .iter()
            .map(|(name, text)| (&**name, Cow::Borrowed(*text)))
            .collect();
        for (name, _, text) in site.templates() {
            // Names in it are compared with those of files, keys and fields.
            templates.extend(text.map(|text| (&**name, composed(text))));
        }
        let mut engine = Self {
            tera,
            files,
            woven: BTreeMap::new(),
            site: site.clone(),
            is_marked,
        };
        // In one batch, since templates may name each other in any order.
        if let Err(error) = engine.tera.add_raw_templates(templates.clone()) {
            let mut diagnostics = engine.unreadable(&templates);
            if diagnostics.is_empty() {
                diagnostics.push(*engine.explain(&error, None));
            }
            return Err(diagnostics);
        }
        // What is wrong was told of the templates as they are written; now they are counted.
        let names = templates.iter().enumerate();
        let woven = names.map(|(number, (name, text))| {
            let woven = match is_marked {
                true => Woven::marked(text, number),
                false => Woven::new(text),
            };
            ((*name).to_owned(), woven)
        });
        engine.woven = woven.collect();
        let texts = engine.woven.iter().map(|(name, woven)| (name, &woven.text));
        match engine.tera.add_raw_templates(texts) {
            Ok(()) => Ok(engine),
            Err(error) => Err(vec![*engine.explain(&error, None)]),
        }
    }

    /// Every template with an error of syntax: a batch stops at the first.
    fn unreadable(&self, templates: &BTreeMap<&str, Cow<'_, str>>) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for (name, text) in templates {
            if let Err(error) = Tera::new().add_raw_template(name, text)
                && let tera::ErrorKind::SyntaxError(_) = error.kind()
            {
                diagnostics.push(*self.explain(&error, None));
            }
        }
        diagnostics
    }

    /// Draws a page.
    pub(super) fn render(
        &self,
        page: &Page,
        context: &Context,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut html = Vec::with_capacity(16 * 1024);
        call::rendering(page, || {
            let out = Out(&mut html);
            bounded(|| self.tera.render_to(&page.template, context, out))
        })
        .map_err(|error| {
            let mut diagnostic = self.explain(&error, Some(page));
            if diagnostic.place.is_none() {
                let file = self.files.get(&page.template);
                diagnostic.place = file.cloned().map(Location::file);
            }
            diagnostic
        })?;
        Ok(html)
    }

    /// The files of the templates, by the numbers that marks have for them.
    pub(super) fn files(&self) -> Vec<Option<Arc<str>>> {
        let names = self.woven.keys();
        names.map(|name| self.files.get(&**name).cloned()).collect()
    }

    /// The site whose pages it renders.
    pub(super) fn site(&self) -> &Tracked {
        &self.site
    }

    /// Draws a component of a page's text with those of the given arguments that it declares.
    pub(super) fn component(
        &self,
        page: &Page,
        name: &str,
        mut given: Context,
        body: &str,
    ) -> Result<String, Box<Diagnostic>> {
        if let Some(declared) = self.tera.get_component_definition(name)
            && declared.rest_param().is_none()
        {
            let mut wanted = Context::new();
            for arg in declared.args() {
                if let Some(value) = given.remove(arg.name()) {
                    wanted.insert_value(arg.name().to_owned(), value);
                }
            }
            given = wanted;
        }
        let mut html = Vec::new();
        call::rendering(page, || {
            let (tera, out) = (&self.tera, Out(&mut html));
            bounded(|| tera.render_component_to(name, &given, Some(body), true, out))
        })
        .and_then(|()| Ok(String::from_utf8(html)?))
        .map_err(|error| {
            let mut diagnostic = self.explain(&error, Some(page));
            if diagnostic.place.is_none() {
                let file = self.files.get(&*format!("components/{name}.html"));
                diagnostic.place = file.cloned().map(Location::file);
            }
            diagnostic
        })
    }

    /// What Tera says, at the line of the template and with the page that was drawn.
    fn explain(&self, error: &tera::Error, page: Option<&Page>) -> Box<Diagnostic> {
        let (detail, place) = self.parts(error);
        let limit = bounded::exceeded();
        let mut diagnostic = match (call::fault(), page) {
            (_, Some(page)) if let Some(limit) = limit => Box::new(limit.of(page)),
            (Some(fault), _) => fault,
            (None, Some(page)) => Box::new(
                Diagnostic::new(&say::RENDER)
                    .with("page", &page.address)
                    .with("detail", detail),
            ),
            (None, None) => Box::new(self.unreadable_or_unknown(error, detail)),
        };
        diagnostic.place = place;
        if let Some(page) = page {
            *diagnostic = diagnostic.related(page.place.clone(), say::PAGE);
        }
        diagnostic
    }

    fn unreadable_or_unknown(&self, error: &tera::Error, detail: String) -> Diagnostic {
        if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) {
            return Diagnostic::new(&say::SYNTAX).with("detail", detail);
        }
        if let tera::ErrorKind::CircularExtend {
            tpl,
            inheritance_chain: chain,
        }
        | tera::ErrorKind::CircularInclude {
            tpl,
            include_chain: chain,
        } = error.kind()
        {
            return Diagnostic::new(&say::CIRCLE).with("way", way(tpl, chain));
        }
        let name = detail.split(['`', '\'']).nth(1).unwrap_or_default();
        let templates = self.files.keys().map(|name| &**name);
        let functions = FUNCTIONS.iter().map(|function| function.name);
        let filters = FILTERS.iter().map(|filter| filter.name);
        let near = nearest(name, templates.chain(functions).chain(filters)).map(str::to_owned);
        Diagnostic::new(&say::UNKNOWN_NAME)
            .with("detail", detail)
            .with_some("nearest", near)
    }

    /// The sentence of an error, and where it happened.
    fn parts(&self, error: &tera::Error) -> (String, Option<Location>) {
        match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
                let span = report.span();
                let place = self.place(
                    report.filename(),
                    (span.start_line, span.start_col),
                    (span.end_line, span.end_col),
                );
                (report.message().to_owned(), place)
            }
            tera::ErrorKind::MissingParent { current, .. }
            | tera::ErrorKind::CircularExtend { tpl: current, .. }
            | tera::ErrorKind::CircularInclude { tpl: current, .. } => (
                error.to_string(),
                self.files.get(&**current).cloned().map(Location::file),
            ),
            _ => self.parts_of_report(&error.to_string()),
        }
    }

    /// An unknown name is told as a report: `error: …`, then `--> file:line:column`.
    fn parts_of_report(&self, report: &str) -> (String, Option<Location>) {
        let mut lines = report.lines();
        let first = lines.next().unwrap_or(report);
        let sentence = first.strip_prefix("error: ").unwrap_or(first).to_owned();
        let place = lines.find_map(|line| {
            let (_, position) = line.split_once("--> ")?;
            let mut parts = position.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            let start = (line, column.saturating_sub(1));
            self.place(parts.next()?, start, start)
        });
        (sentence, place)
    }

    /// Lines from 1, columns from 0, in characters.
    fn place(&self, name: &str, start: (usize, usize), end: (usize, usize)) -> Option<Location> {
        let path = self.files.get(name)?;
        let text = self.site.template_text(path)?;
        let (start, end) = self.written(name, text, start, end);
        let (start, end) = (offset(text, start), offset(text, end));
        Some(Location::new(
            path.clone(),
            Span::new(start, end.max(start)),
        ))
    }

    /// The lines and columns of a template for those of what Tera was given.
    fn written(
        &self,
        name: &str,
        text: &str,
        start: Position,
        end: Position,
    ) -> (Position, Position) {
        let Some(woven) = self.woven.get(name) else {
            return (start, end);
        };
        let span =
            offset(&woven.text, start)..offset(&woven.text, end).max(offset(&woven.text, start));
        let span = woven.original(span);
        let text = composed(text);
        (position(&text, span.start), position(&text, span.end))
    }
}

/// The templates by which one comes back to itself, which is the last of the chain and the first
/// again: in the chain, or before it.
fn way(template: &str, chain: &[String]) -> String {
    let first = chain.iter().position(|name| Some(name) == chain.last());
    let circle = chain.get(first.unwrap_or_default()..).unwrap_or_default();
    match circle {
        [_] => format!("{template} → {}", chain.join(" → ")),
        _ => circle.join(" → "),
    }
}

/// A line (from 1) and a column (from 0, in characters).
type Position = (usize, usize);

/// The line and column of a byte.
fn position(text: &str, byte: usize) -> Position {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(line..).unwrap_or_default().chars().count();
    (before.matches('\n').count() + 1, column)
}

/// The byte of a line (from 1) and a column (from 0, in characters).
fn offset(text: &str, (line, column): Position) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &text[start.min(text.len())..];
    start
        + rest
            .char_indices()
            .nth(column)
            .map_or(rest.len(), |(at, _)| at)
}
