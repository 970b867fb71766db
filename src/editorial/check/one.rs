//! What a check says of one entry: of its texts as they are written, and of its pages as they are drawn.
//!
//! Whoever writes it is told while the rest of the site is left alone. What only all pages together show (a link to
//! a part of another page, two pages of one title) is left to a check of the site, and so is what a template
//! would have to change.

use rihla_build::render::{self, Engine};
use rihla_diagnostics::Diagnostic;
use rihla_site::content::Part;

use super::text::{Ground, of_entry};
use super::{Glossary, Readers, foreign, pages};
use crate::{Base, Desk};

impl Desk {
    /// What a check says of an entry besides what reading the site has said, at the places in its files; nothing of
    /// a site that was not planned. `engine` draws the pages of that site.
    pub fn told(&self, engine: &Engine, id: &str) -> Vec<Diagnostic> {
        let (Base::Built(site), Some(number)) = (&self.base, self.graph().find(id)) else {
            return Vec::new();
        };
        let parts = self.cache.parts().into_iter();
        let parts = parts.flat_map(|parts| parts.iter());
        let parts: Vec<&Part> = parts.filter(|part| *part.id == *id).collect();
        let ground = Ground::from(&**site);
        let readers = Readers::new(&site.config);
        let texts = of_entry(ground, number, &parts, &readers);
        let mut told = texts.problems.clone();
        for (field, versions) in &texts.fields {
            told.extend(foreign::tell(ground, &texts, field, versions));
        }
        if let Some(glossary) = Glossary::of(ground) {
            told.extend(glossary.check(ground, &texts, None));
        }
        let drawn = site.config.site.languages.ids().filter_map(|language| {
            let address = self.address(number, language)?;
            let page = site.plan.page(&address)?;
            Some((page, render::page(engine, page).ok()?.html))
        });
        let inspector = pages::Inspector::without_memory();
        for (page, html) in drawn {
            inspector.look(site, page, &html);
        }
        let mut told = inspector.told(site, told);
        // What concerns a whole file was drawn by a template of words that nobody wrote there.
        let is_of_words = |found: &Diagnostic| {
            let place = found.place.as_ref();
            found.pages.is_none() || place.is_some_and(|place| place.span.is_some())
        };
        told.retain(is_of_words);
        told
    }
}
