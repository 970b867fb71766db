//! One page of each kind, for what needs a browser: there are too many of them to look at all.

use std::collections::BTreeSet;

use rihla_build::query::Site;
use rihla_site::ids::Id;
use rihla_site::plan::{Page, PageKind};

/// A page that stands for those that are drawn alike.
#[derive(Clone, Copy, Debug)]
pub struct Sampled<'s> {
    /// The page.
    pub page: &'s Page,
    /// What sets it apart from others of its template and language.
    pub state: &'static str,
}

/// For each template, language and state the first page, in the order of their addresses.
///
/// The states are `page`, `continued` (a further page of a list), `notice` (the text of another language, where
/// there is none in its own), `withdrawn`, and `noindex` (search engines are asked to leave it out).
pub fn sample(site: &Site) -> Vec<Sampled<'_>> {
    let mut known = BTreeSet::new();
    let pages = site.plan.pages.iter();
    let all = pages.map(|page| Sampled {
        page,
        state: state(site, page),
    });
    let mut found: Vec<Sampled> = all
        .filter(|sampled| {
            let page = sampled.page;
            known.insert((
                page.template.clone(),
                page.language.position(),
                sampled.state,
            ))
        })
        .collect();
    found.sort_by(|a, b| a.page.address.cmp(&b.page.address));
    found
}

fn state(site: &Site, page: &Page) -> &'static str {
    let entry = match page.kind {
        PageKind::Home(entry) | PageKind::Entry(entry) => &site.graph.entries[entry],
        PageKind::Continued(..) => return "continued",
        PageKind::List(_, number)
        | PageKind::Year(_, _, number)
        | PageKind::Narrowed(_, _, number)
            if number > 1 =>
        {
            return "continued";
        }
        PageKind::Narrowed(..) => return "narrowed",
        _ => return "page",
    };
    match entry.page(page.language) {
        Some((language, _)) if language != page.language => "notice",
        Some((_, version)) if version.builtin("withdrawn").is_some() => "withdrawn",
        Some((_, version)) if version.flag("noindex") => "noindex",
        _ => "page",
    }
}
