//! The texts of a page: document trees become HTML, with links that lead somewhere.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

use tera::{Value, value::Key};

use super::Engine;
use crate::borrowed;
use crate::origin::Mark;
use crate::query::{BlockText, Query};
use crate::trace::{Text, Tracked};
use rihla_diagnostics::{Diagnostic, Span};
use rihla_site::config::CONTENT_SLOT;
use rihla_site::graph::{DEEPEST, folder_of, relative};
use rihla_site::ids::LanguageId;
use rihla_site::plan::Page;
use rihla_text::markdown::{
    self, Document, Drawn, Image, Place, Surroundings, Target, Terms, Word,
};
use rihla_text::url::decoded;

/// Writes the texts of one entry in the language of a page.
pub(super) struct Writer<'s> {
    pub(super) engine: &'s Engine,
    pub(super) site: &'s Tracked,
    pub(super) page: &'s Page,
    /// What is written; its language may not be the page's.
    pub(super) text: Text<'s>,
    pub(super) folder: Arc<str>,
    /// What is wrong with the first component that could not be drawn.
    pub(super) fault: RefCell<Option<Box<Diagnostic>>>,
    /// How many fields were written, so that their footnotes and headings have ids of their own.
    written: usize,
    /// The fields themselves, where what comes of them holds marks.
    pub(super) fields: Vec<String>,
    /// The terms of the glossary, and the ids of their entries, where the text asks for them.
    terms: OnceCell<(Terms, Vec<Arc<str>>)>,
    /// Those that stand in it already.
    used: RefCell<BTreeSet<usize>>,
    /// What the identifiers of the texts begin with, where the page shows those of several entries or this is a block:
    /// a link to a place in one leads there.
    pub(super) scope: String,
    /// Whether it is one of several of a page: its headings are a level deeper then.
    is_part: bool,
    /// The whole address of the page, where its text is read elsewhere than on it: every
    /// address in the text is then whole too.
    absolute: Option<String>,
    /// The ids of the blocks in which it stands, from the outermost one.
    within: Vec<Arc<str>>,
}

impl<'s> Writer<'s> {
    /// Writes the text of a page.
    pub(super) fn new(
        engine: &'s Engine,
        site: &'s Tracked,
        page: &'s Page,
        text: Text<'s>,
    ) -> Self {
        Self {
            engine,
            site,
            page,
            text,
            fault: RefCell::new(None),
            folder: folder_of(text.path).into(),
            written: 0,
            fields: Vec::new(),
            terms: OnceCell::new(),
            used: RefCell::default(),
            scope: String::new(),
            is_part: false,
            absolute: None,
            within: Vec::new(),
        }
    }

    /// The text of a block in the place of a directive, its language, and whether that is another one than that of
    /// the text around it; `None` where nothing is to stand there.
    pub(super) fn include(
        &self,
        id: &str,
        drawn: &Drawn<'_>,
    ) -> Option<(String, LanguageId, bool)> {
        let answer = self.ask(Query::Block {
            id: id.into(),
            language: self.text.language,
        });
        let block = BlockText::of(&answer)?;
        // Both are errors, which were told when the blocks were read.
        if self.within.len() > DEEPEST || self.within.contains(&block.id) {
            return None;
        }
        let text = Text {
            id: &block.id,
            path: &block.path,
            language: block.language,
            body: None,
            is_explained: self.text.is_explained && block.language == self.text.language,
        };
        let scope = format!("{}:", drawn.id);
        let mut within = self.within.clone();
        within.push(block.id.clone());
        let writer = Writer {
            absolute: self.absolute.clone(),
            within,
            scope: scope.clone(),
            used: RefCell::new(self.used.borrow().clone()),
            ..Writer::new(self.engine, self.site, self.page, text)
        };
        let settings = self.site.settings();
        let mut document = writer.tree(&block.text, Span::new(0, block.text.len()));
        writer.mark_terms(&mut document);
        let is_other = block.language != self.text.language;
        let language = &settings.languages[block.language].tag;
        let place = Place {
            scope: &scope,
            level: drawn.level,
            language: is_other.then_some(&**language),
        };
        let mut html = String::new();
        let mut notes = drawn.notes.borrow_mut();
        markdown::html_inside(&document, &writer, place, &mut notes, &mut html);
        drop(document);
        *self.used.borrow_mut() = writer.used.take();
        if let Some(fault) = writer.fault() {
            self.fault.borrow_mut().get_or_insert(fault);
        }
        Some((html, block.language, is_other))
    }

    /// A text as its language sets it. What is wrong with it was said when it was read.
    fn tree<'t>(&self, text: &'t str, span: Span) -> Document<'t> {
        let document = markdown::tree(text, span);
        let settings = self.site.settings();
        let rules = settings.languages[self.text.language].typography;
        markdown::typeset(document, rules, &|tag| settings.rules_of(tag))
    }

    /// Writes one of several texts of a page, below a heading of its own.
    pub(super) fn with_part(mut self, number: usize) -> Self {
        self.scope = format!("part-{number}:");
        self.is_part = true;
        self
    }

    /// Whether what is written is to hold marks: they lead to the text of the page alone. The places of a block are
    /// those of another file, and the directive has one.
    fn is_marked(&self) -> bool {
        self.engine.is_marked && !self.is_part && self.within.is_empty()
    }

    /// Marks the terms of the glossary that stand nowhere before. Whoever reads elsewhere has no list of them at hand.
    fn mark_terms(&self, document: &mut Document<'_>) {
        if self.text.is_explained && self.absolute.is_none() {
            let (terms, _) = self.terms.get_or_init(|| self.terms());
            markdown::mark_terms(document, terms, &mut self.used.borrow_mut());
        }
    }

    /// Writes for a reader who is not on the page, as feeds do.
    pub(super) fn with_absolute_urls(mut self) -> Self {
        self.absolute = Some(self.site.absolute(&self.page.address));
        self
    }

    /// What is wrong with a component that was to draw a part of what was written.
    pub(super) fn fault(self) -> Option<Box<Diagnostic>> {
        self.fault.into_inner()
    }

    /// An address as the reader needs it.
    pub(super) fn reach(&self, address: String) -> String {
        match &self.absolute {
            Some(page) if address.starts_with('#') => format!("{page}{address}"),
            Some(_) if address.starts_with('/') && !address.starts_with("//") => {
                format!("{}{address}", self.site.origin())
            }
            _ => address,
        }
    }

    /// The body of the entry; `None` where it has none.
    pub(super) fn body(&mut self) -> Option<String> {
        let (text, span) = self.text.body?;
        let scope = self.scope.clone();
        Some(self.html(text, span, &scope))
    }

    /// A field in Markdown.
    pub(super) fn field(&mut self, text: &str) -> String {
        self.written += 1;
        let scope = format!("{}field-{}:", self.scope, self.written);
        if self.is_marked() {
            self.fields.push(text.to_owned());
        }
        self.html(text, Span::new(0, text.len()), &scope)
    }

    fn html(&self, text: &str, span: Span, scope: &str) -> String {
        let mut document = self.tree(text, span);
        if self.is_part {
            document.deepen();
        }
        self.mark_terms(&mut document);
        let mut html = String::with_capacity(text.len() * 5 / 4);
        markdown::html(&document, self, scope, &mut html);
        if self.is_marked() {
            // No place in a text stands after its last line.
            let line = html.trim_end().len();
            html.insert_str(line, &Mark::End.to_string());
        }
        html
    }

    /// The terms of the language of the text.
    fn terms(&self) -> (Terms, Vec<Arc<str>>) {
        let language = self.text.language;
        let answer = self.ask(Query::Terms(language));
        let rows: Vec<&Value> = answer.as_array().into_iter().flatten().collect();
        let ids = rows
            .iter()
            .map(|row| text_of(row, "id").unwrap_or_default().into());
        let names = rows.iter().map(|row| {
            let names = row.as_map().and_then(|row| row.get(&Key::Str("names")));
            let names = names.and_then(Value::as_array).into_iter().flatten();
            names.filter_map(Value::as_str).collect()
        });
        let tag = &self.site.settings().languages[language].tag;
        (Terms::new(tag, names), ids.collect())
    }

    pub(super) fn ask(&self, query: Query) -> Value {
        self.site.ask(query).value
    }

    /// A word of the theme, with its placeholders filled.
    pub(super) fn phrase(&self, key: &str, values: &[(&str, String)]) -> String {
        let phrase = self.ask(Query::Phrase {
            key: key.into(),
            language: self.page.language,
        });
        let mut text = phrase.as_str().unwrap_or_default().to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        // The words of the page stand among those of the text.
        match borrowed::language_of(&text) {
            Some(_) => text,
            None => borrowed::told(&text, self.page.language, self.text.language).into_owned(),
        }
    }
}

fn text_of(value: &Value, key: &'static str) -> Option<String> {
    value
        .as_map()?
        .get(&Key::Str(key))?
        .as_str()
        .map(str::to_owned)
}

impl Surroundings for Writer<'_> {
    fn link(&self, destination: &str) -> Target {
        // A place in a block is one of the text that stands there.
        let is_here = destination.starts_with('#') && !self.within.is_empty();
        let language = match is_here {
            true => self.text.language,
            false => self.page.language,
        };
        let answer = self.ask(Query::Link {
            folder: self.folder.clone(),
            id: self.text.id.clone(),
            destination: destination.into(),
            language,
        });
        let language = text_of(&answer, "language");
        let note = language
            .as_ref()
            .map(|tag| self.phrase(&format!("in-language-{tag}"), &[]));
        let href = text_of(&answer, "href").map(|href| match href.strip_prefix('#') {
            Some(place) => format!("#{}{place}", self.scope),
            None => href,
        });
        Target {
            href: href.map(|href| self.reach(href)),
            hreflang: language,
            note: note
                .filter(|note| !note.is_empty())
                .map(|note| format!("({note})")),
        }
    }

    fn image(&self, source: &str) -> Image {
        let path = match source.strip_prefix('/') {
            Some(rest) => relative("static", &decoded(rest)),
            None => relative(&self.folder, &decoded(source)),
        };
        let answer = self.ask(Query::Image {
            file: path.unwrap_or_default().into(),
            slot: CONTENT_SLOT.into(),
            focus: None,
        });
        let part = |key: &'static str| answer.as_map()?.get(&Key::Str(key));
        let side = |key: &'static str| {
            let side = part(key).and_then(Value::as_u64);
            side.and_then(|side| u32::try_from(side).ok())
        };
        // Who reads elsewhere than on the page is given one address.
        let sources = part("sources").filter(|_| self.absolute.is_none());
        let sources = sources.and_then(Value::as_array).into_iter().flatten();
        Image {
            src: self.reach(text_of(&answer, "src").unwrap_or_default()),
            width: side("width"),
            height: side("height"),
            sources: sources
                .filter_map(|source| Some((text_of(source, "type")?, text_of(source, "srcset")?)))
                .collect(),
            sizes: text_of(&answer, "sizes").unwrap_or_default(),
        }
    }

    fn directive(&self, drawn: &Drawn<'_>) -> String {
        self.draw(drawn)
    }

    fn term(&self, number: usize, words: String) -> String {
        let ids = self.terms.get().map_or(&[][..], |(_, ids)| ids);
        let Some(id) = ids.get(number) else {
            return words;
        };
        self.explain(id, words)
    }

    fn begins(&self, span: Span, out: &mut String) {
        if self.is_marked() {
            let mark = match self.fields.len().checked_sub(1) {
                Some(field) => Mark::Field(field, span.start),
                None => Mark::Text(span.start, span.end),
            };
            out.push_str(&mark.to_string());
        }
    }

    fn here(&self) -> &str {
        self.absolute.as_deref().unwrap_or_default()
    }

    fn fact(&self, id: &str) -> String {
        let answer = self.ask(Query::Fact {
            id: id.into(),
            language: self.page.language,
        });
        text_of(&answer, "text").unwrap_or_default()
    }

    fn word(&self, word: Word) -> String {
        match word {
            Word::Footnotes => self.phrase("footnotes", &[]),
            Word::FootnoteReference(number) => {
                self.phrase("footnote-reference", &[("number", number.to_string())])
            }
            Word::BackToText { number, nth: 1 } => {
                self.phrase("footnote-back", &[("number", number.to_string())])
            }
            Word::BackToText { number, nth } => self.phrase(
                "footnote-back-again",
                &[("number", number.to_string()), ("nth", nth.to_string())],
            ),
            Word::Table(number) => self.phrase("table", &[("number", number.to_string())]),
            Word::TaskDone => self.phrase("task-done", &[]),
            Word::TaskOpen => self.phrase("task-open", &[]),
        }
    }
}
