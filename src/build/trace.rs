//! The record of the queries that were asked while a page was rendered.
//!
//! A page may be reused as long as every query it asked would be answered the same
//! (verifying traces, as in *Build Systems à la Carte*).

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use crate::query::{Answer, Fingerprint, Query, Site};
use rihla_diagnostics::Span;
use rihla_site::config;
use rihla_site::ids::LanguageId;
use rihla_site::plan::{Page, PageKind};

/// The queries of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Those that many pages ask, by [their numbers](Site::answer_numbered), each once, in the
    /// order in which they were first asked.
    pub shared: Vec<u32>,
    /// The others in the order in which they were asked, with the fingerprints of the answers.
    pub own: Vec<(Query, Fingerprint)>,
}

thread_local! {
    /// A template function has no place of its own for a record: a render never leaves its
    /// thread, and answering never renders, so there is at most one record a thread.
    static RECORD: RefCell<Option<Trace>> = const { RefCell::new(None) };
}

/// Runs `render` and gives what it asked, with its result.
pub fn record<T>(render: impl FnOnce() -> T) -> (T, Trace) {
    /// Puts an end to the record even where `render` panics.
    struct Guard;
    impl Drop for Guard {
        fn drop(&mut self) {
            RECORD.with_borrow_mut(|record| *record = None);
        }
    }
    RECORD.with_borrow_mut(|record| *record = Some(Trace::default()));
    let guard = Guard;
    let result = render();
    let trace = RECORD.with_borrow_mut(Option::take).unwrap_or_default();
    drop(guard);
    (result, trace)
}

/// The site as rendering sees it. Its one door is [`ask`](Self::ask): the answer is recorded, so that
/// nothing that a page depends on is left out of its trace.
///
/// What it gives besides is the same for each page of a build and decides whether a build cache is
/// used at all (`site.yaml`, the address of the site), or only words a diagnostic of a page that was not
/// rendered. A read that goes around the record does not compile:
///
/// ```compile_fail
/// fn entries(site: &rihla::build::trace::Tracked) -> usize {
///     site.graph.entries.len()
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Tracked(Arc<Site>);

/// The text of an entry that a page shows.
#[derive(Clone, Copy, Debug)]
pub struct Text<'s> {
    /// The id of the entry.
    pub id: &'s Arc<str>,
    /// The file in which the text stands.
    pub path: &'s Arc<str>,
    /// The language in which it is.
    pub language: LanguageId,
    /// Whether terms of the glossary are explained in it.
    pub is_explained: bool,
    /// The whole file and the range of the body in it; `None` where there is no body.
    pub body: Option<(&'s str, Span)>,
}

/// Names that a template may use: what a diagnostic offers where one is wrong.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    /// The files below `assets/` of the theme.
    Assets,
    Collections,
    /// The ids of facts.
    Facts,
    /// The slots that the theme has for images.
    Slots,
    /// The strings of the theme in a language.
    Phrases(LanguageId),
}

impl Tracked {
    /// A site whose answers are recorded.
    pub fn new(site: &Arc<Site>) -> Self {
        Self(site.clone())
    }

    /// Asks the site, and notes the query in the record of this thread.
    pub fn ask(&self, query: Query) -> Answer {
        let (answer, number) = self.0.answer_numbered(&query);
        RECORD.with_borrow_mut(|record| {
            let Some(trace) = record else { return };
            match number {
                Some(number) if trace.shared.contains(&number) => {}
                Some(number) => trace.shared.push(number),
                None => trace.own.push((query, answer.fingerprint)),
            }
        });
        answer
    }

    /// Asks for the context of a page, and gives the text that the page shows: the digest of the body is
    /// part of the answer.
    pub fn page(&self, page: &Page) -> (Answer, Option<Text<'_>>) {
        let answer = self.ask(Query::Page(page.address.clone()));
        (answer, self.text(page))
    }

    /// Asks for the guide of a page, and gives the pages of its parts, in order, where the page shows all of them.
    pub fn parts(&self, page: &Page) -> Vec<Page> {
        self.ask(Query::Guide(page.address.clone()));
        let parts = self.0.pages_of_parts(page).into_iter();
        parts.cloned().collect()
    }

    /// The text of a page for a feed, which is made by each build anew and has no trace.
    pub fn text(&self, page: &Page) -> Option<Text<'_>> {
        let site = &self.0;
        let (number, language, version) = site.text_of(page)?;
        let body = version.body.as_ref();
        let file = site.snapshot.text(&version.place.path);
        Some(Text {
            id: &site.graph.entries[number].id,
            path: &version.place.path,
            language,
            is_explained: site.is_explained(page, number),
            body: file.map(|text| &**text).zip(body.map(|body| body.span)),
        })
    }

    /// The entry that a page is about, by its id; `None` for a list and for what has no text. Part of the
    /// context of the page.
    pub fn entry(&self, page: &Page) -> Option<Arc<str>> {
        match page.kind {
            PageKind::Home(number)
            | PageKind::Entry(number)
            | PageKind::Continued(number, _)
            | PageKind::Whole(number) => Some(self.0.graph.entries[number].id.clone()),
            _ => None,
        }
    }

    /// The name of the collection of a page, if it has one. Part of the context of the page.
    pub fn collection(&self, page: &Page) -> Option<Arc<str>> {
        self.0.collection_of(page)
    }

    /// `site.yaml`: a build cache that another one left is not used.
    pub fn settings(&self) -> &config::Site {
        &self.0.config.site
    }

    /// An address of the site with its scheme, host and base; all three are settings.
    pub fn absolute(&self, address: &str) -> String {
        self.0.routes.absolute(address)
    }

    /// Scheme and host of the site.
    pub fn origin(&self) -> &str {
        self.0.routes.origin()
    }

    /// A text as a language sets it.
    pub fn set<'t>(&self, text: &'t str, language: LanguageId) -> Cow<'t, str> {
        self.0.set(text, language)
    }

    /// The templates and components of the theme: name, path in the site, text. What a page uses of
    /// them is an answer ([`Query::Template`]).
    pub fn templates(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<str>, Option<&str>)> {
        let theme = &self.0.config.theme;
        let files = theme.components.iter().chain(&theme.templates);
        files.map(|(name, path)| (name, path, self.template_text(path)))
    }

    /// The theme below that of the site: a build cache that a program with another one left is not used.
    pub fn builtin(&self) -> config::BuiltinTheme {
        self.0.config.theme.builtin
    }

    /// Whether the site's theme is, or extends, the default one.
    pub fn extends_default(&self) -> bool {
        self.0.config.theme.extends()
    }

    /// The text of a template, to find the place of a fault in it.
    pub fn template_text(&self, path: &str) -> Option<&str> {
        let text = self.0.config.theme.text(&self.0.snapshot, path);
        text.map(|text| &**text)
    }

    /// The names of a kind, for a diagnostic.
    pub fn known(&self, kind: Known) -> Vec<&str> {
        let site = &self.0;
        match kind {
            Known::Assets => site.plan.assets.names().collect(),
            Known::Collections => {
                let collections = site.config.collections.iter();
                collections.map(|collection| &*collection.name).collect()
            }
            Known::Facts => {
                let entries = site.graph.entries.iter();
                let facts = entries.filter_map(|entry| entry.id.strip_prefix("facts/"));
                facts.collect()
            }
            Known::Slots => {
                let slots = site.config.theme.slots.iter();
                slots.map(|slot| &*slot.name).collect()
            }
            Known::Phrases(language) => site.config.theme.keys(language).collect(),
        }
    }
}
