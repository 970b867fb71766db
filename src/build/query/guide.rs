//! The guide to which a page belongs.

use std::sync::Arc;

use tera::Value;

use super::Site;
use super::value::map;
use rihla_site::ids::EntryId;
use rihla_site::plan::{Page, PageKind};

impl Site {
    /// `{entry, parts, number, previous, next, whole}` for a page of a guide: the stub of the guide, those of its parts
    /// in order, which of them the page is, from 1 (0 for the guide's own pages), those before and after it, and
    /// the address of the page with all parts. None where the page belongs to no guide.
    pub(super) fn guide(&self, address: &str) -> Value {
        let page = self.plan.page(address);
        let found = page.and_then(|page| Some((page, self.guide_of(page)?)));
        let Some((page, guide)) = found else {
            return Value::none();
        };
        let language = page.language;
        let parts = self.graph.parts(&self.config, guide, language);
        let own = match page.kind {
            PageKind::Entry(entry) => parts.iter().position(|part| *part == entry),
            _ => None,
        };
        let fields: &[Arc<str>] = &["summary".into()];
        let stub = |entry: Option<&EntryId>| {
            entry.map_or_else(Value::none, |entry| self.stub(*entry, language, fields))
        };
        let previous = own.and_then(|own| own.checked_sub(1));
        // From the guide's own page, the first part is the next one.
        let next = match page.kind {
            PageKind::Whole(_) => None,
            _ => parts.get(own.map_or(0, |own| own + 1)),
        };
        let whole = self
            .routes
            .entry(guide, language)
            .map(|address| self.routes.whole(address))
            .filter(|address| self.plan.page(address).is_some());
        map([
            ("entry", stub(Some(&guide))),
            ("parts", self.stubs(&parts, language, fields)),
            ("number", Value::from(own.map_or(0, |own| own + 1))),
            ("previous", stub(previous.and_then(|at| parts.get(at)))),
            ("next", stub(next)),
            (
                "whole",
                whole.map_or_else(Value::none, |address| {
                    Value::from(self.routes.url(&address))
                }),
            ),
        ])
    }

    /// The guide of a page: that which it shows, or whose part it is.
    fn guide_of(&self, page: &Page) -> Option<EntryId> {
        match page.kind {
            PageKind::Whole(guide) => Some(guide),
            PageKind::Entry(entry) => self.graph.guide_of(entry).filter(|guide| {
                let parts = self.graph.parts(&self.config, *guide, page.language);
                !parts.is_empty()
            }),
            _ => None,
        }
    }

    /// The pages, in the language of a page with all parts of a guide, of those parts that have one in it.
    pub(crate) fn pages_of_parts(&self, page: &Page) -> Vec<&Page> {
        let PageKind::Whole(guide) = page.kind else {
            return Vec::new();
        };
        let parts = self.graph.parts(&self.config, guide, page.language);
        let addresses = parts
            .iter()
            .filter_map(|part| self.routes.entry(*part, page.language));
        addresses
            .filter_map(|address| self.plan.page(address))
            .collect()
    }
}
