//! A call of a function or filter by a template.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use tera::{Kwargs, Value};

use crate::borrowed;
use crate::query::Query;
use crate::trace::Tracked;
use rihla_diagnostics::catalogue::template as say;
use rihla_diagnostics::{Diagnostic, Text, nearest};
use rihla_site::ids::LanguageId;
use rihla_site::plan::Page;
use rihla_text::url::composed;

/// An argument of a function or filter.
pub struct Parameter {
    pub name: &'static str,
    /// Whether it must be given.
    pub required: bool,
}

/// An argument that must be given.
pub(super) const fn required(name: &'static str) -> Parameter {
    Parameter {
        name,
        required: true,
    }
}

/// An argument that may be left out.
pub(super) const fn optional(name: &'static str) -> Parameter {
    Parameter {
        name,
        required: false,
    }
}

thread_local! {
    /// The page that this thread renders: Tera gives its functions no state of a render.
    static PAGE: RefCell<Option<Rc<Page>>> = const { RefCell::new(None) };
    /// What the last failed call says; Tera carries only a string.
    static FAULT: RefCell<Option<Box<Diagnostic>>> = const { RefCell::new(None) };
}

/// Says which page this thread renders while `render` runs.
pub(super) fn rendering<T>(page: &Page, render: impl FnOnce() -> T) -> T {
    struct Guard;
    impl Drop for Guard {
        fn drop(&mut self) {
            PAGE.with_borrow_mut(|page| *page = None);
        }
    }
    PAGE.with_borrow_mut(|current| *current = Some(Rc::new(page.clone())));
    FAULT.with_borrow_mut(|fault| *fault = None);
    let _guard = Guard;
    render()
}

/// What the call said that made the last render of this thread fail, if a call did.
pub(super) fn fault() -> Option<Box<Diagnostic>> {
    FAULT.with_borrow_mut(Option::take)
}

/// What a call returns.
pub(super) type Result<T = Value> = std::result::Result<T, Box<Diagnostic>>;

/// The arguments of a call, and where it comes from.
pub(super) struct Call<'c> {
    pub site: &'c Tracked,
    pub page: &'c Page,
    pub function: &'static str,
    kwargs: &'c Kwargs,
}

impl Call<'_> {
    /// Runs a function for the page that this thread renders.
    pub(super) fn run(
        site: &Tracked,
        function: &'static str,
        parameters: &'static [Parameter],
        any: bool,
        kwargs: &Kwargs,
        body: impl FnOnce(&Call) -> Result,
    ) -> tera::TeraResult<Value> {
        let Some(page) = PAGE.with_borrow(Clone::clone) else {
            return Err(tera::Error::message("no page is being rendered"));
        };
        let call = Call {
            site,
            page: &page,
            function,
            kwargs,
        };
        let result = if any {
            body(&call)
        } else {
            call.check(parameters).and_then(|()| body(&call))
        };
        result.map_err(|diagnostic| {
            FAULT.with_borrow_mut(|fault| *fault = Some(diagnostic));
            tera::Error::message("see what was said besides")
        })
    }

    fn check(&self, parameters: &[Parameter]) -> Result<()> {
        for (key, _) in self.kwargs.iter() {
            let Some(key) = key.as_str() else { continue };
            if !parameters.iter().any(|parameter| parameter.name == key) {
                let known: Vec<&str> = parameters.iter().map(|known| known.name).collect();
                return Err(Box::new(
                    self.says(&say::ARGUMENT)
                        .with("argument", key)
                        .with_some("nearest", nearest(key, known.iter().copied()))
                        .with_some("known", (!known.is_empty()).then(|| known.join(", "))),
                ));
            }
        }
        Ok(())
    }

    pub(super) fn says(&self, message: &'static rihla_diagnostics::Message) -> Diagnostic {
        Diagnostic::new(message)
            .with("function", self.function)
            .with("page", &self.page.address)
    }

    /// Asks the site, on the record of the page.
    pub(super) fn ask(&self, query: Query) -> Value {
        self.site.ask(query).value
    }

    /// The entry that the page is about, by its id.
    pub(super) fn entry(&self) -> Option<Arc<str>> {
        self.site.entry(self.page)
    }

    /// The collection of the page, by its name.
    pub(super) fn collection(&self) -> Option<Arc<str>> {
        self.site.collection(self.page)
    }

    /// The language of the page.
    pub(super) fn language(&self) -> LanguageId {
        self.page.language
    }

    pub(super) fn wrong(&self, argument: &str, expected: Text) -> Box<Diagnostic> {
        Box::new(
            self.says(&say::ARGUMENT_VALUE)
                .with("argument", argument)
                .with("expected", expected),
        )
    }

    /// A string has a place for a value that is not given.
    pub(super) fn without_value(&self, key: &str, place: &str) -> Box<Diagnostic> {
        Box::new(
            self.says(&say::STRING_VALUE)
                .with("key", key)
                .with("place", format!("{{{place}}}"))
                .with("name", place),
        )
    }

    pub(super) fn unknown<'k>(
        &self,
        value: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Box<Diagnostic> {
        let known: Vec<&str> = known.into_iter().collect();
        Box::new(
            self.says(&say::UNKNOWN)
                .with("value", value)
                .with_some("nearest", nearest(value, known.iter().copied()))
                .with_some(
                    "known",
                    (!known.is_empty() && known.len() <= 30).then(|| known.join(", ")),
                ),
        )
    }

    /// An argument; `None` where it is not given, or given as none.
    pub(super) fn value(&self, name: &str) -> Option<Value> {
        self.kwargs
            .iter()
            .find(|(key, _)| key.as_str() == Some(name))
            .map(|(_, value)| value.clone())
            .filter(|value| !value.is_none() && !value.is_undefined())
    }

    /// All arguments.
    pub(super) fn arguments(&self) -> impl Iterator<Item = (String, &Value)> {
        self.kwargs
            .iter()
            .map(|(key, value)| (key.to_string(), value))
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<Arc<str>>> {
        match self.value(name) {
            None => Ok(None),
            Some(value) => match value.as_str() {
                Some(text) => Ok(Some((*composed(&borrowed::unmarked(text))).into())),
                None => Err(self.wrong(name, expected::TEXT)),
            },
        }
    }

    pub(super) fn must_text(&self, name: &str) -> Result<Arc<str>> {
        self.text(name)?
            .ok_or_else(|| self.wrong(name, expected::TEXT))
    }

    pub(super) fn count(&self, name: &str) -> Result<Option<usize>> {
        match self.value(name) {
            None => Ok(None),
            Some(value) => value
                .as_u64()
                .or_else(|| value.as_i64().and_then(|value| u64::try_from(value).ok()))
                .and_then(|value| usize::try_from(value).ok())
                .map(Some)
                .ok_or_else(|| self.wrong(name, expected::COUNT)),
        }
    }

    pub(super) fn texts(&self, name: &str) -> Result<Vec<Arc<str>>> {
        match self.value(name) {
            None => Ok(Vec::new()),
            Some(value) => value
                .as_array()
                .and_then(|items| {
                    items
                        .iter()
                        .map(|item| item.as_str().map(Arc::from))
                        .collect()
                })
                .ok_or_else(|| self.wrong(name, expected::TEXTS)),
        }
    }
}

/// What an argument or a filtered value must be.
pub(super) mod expected {
    rihla_diagnostics::texts! {
        TEXT = "argument-text";
        TEXTS = "argument-texts";
        COUNT = "argument-count";
        MAP = "argument-map";
        DATE = "argument-date";
        TIME = "argument-time";
        NUMBER = "argument-number";
        MONEY = "argument-money";
        LIST = "argument-list";
        STYLE = "argument-style";
        KIND = "argument-kind";
        IMAGE = "argument-image";
    }
}
