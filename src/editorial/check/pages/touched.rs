//! What a change touches: the pages that are drawn differently since, the files that are others, and the pages that
//! are gone.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Seen;
use crate::changes::Before;
use rihla_build::query::Site;
use rihla_diagnostics::Diagnostic;

/// The addresses and files that a change touches.
#[derive(Debug)]
pub struct Touched {
    /// Those of pages, also of those that are gone.
    addresses: BTreeSet<Arc<str>>,
    files: BTreeSet<Arc<str>>,
    /// Before the path of an address: scheme, host and base.
    base: String,
}

impl Touched {
    pub(super) fn new(site: &Site, seen: &[Seen], before: &Before) -> Self {
        let pages = seen.iter();
        let pages = pages.filter(|seen| !before.has_page(&seen.address, &seen.digest));
        let mut addresses: BTreeSet<Arc<str>> = pages.map(|seen| seen.address.clone()).collect();
        addresses.extend(before.gone(site));
        Self {
            addresses,
            files: before.changed_files(site),
            base: site.routes.absolute("/").trim_end_matches('/').to_owned(),
        }
    }

    /// Whether a finding, on the page of this address where there is one, concerns something of it: by its page, by a
    /// file that it names, or by another page that it names. A finding of no place concerns everything.
    pub fn holds(&self, found: &Diagnostic, page: Option<&Arc<str>>) -> bool {
        if page.is_some_and(|page| self.addresses.contains(page)) {
            return true;
        }
        let related = found.related.iter().map(|related| &related.place);
        let mut files = found.place.iter().chain(related).peekable();
        if page.is_none() && files.peek().is_none() {
            return true;
        }
        if files.any(|place| self.files.contains(&place.path)) {
            return true;
        }
        page.is_some()
            && found.values.iter().any(|(_, value)| {
                let text = value.as_text();
                let path = text.strip_prefix(&*self.base).unwrap_or(text);
                self.addresses.contains(path)
            })
    }
}
