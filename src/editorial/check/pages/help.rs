//! Whether help stands in the same place on each page (WCAG 2.2, criterion 3.2.6).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rihla_build::query::Site;
use rihla_diagnostics::catalogue::pages as say;
use rihla_html::Zone;
use rihla_site::config::{MenuItem, MenuTarget};
use rihla_site::ids::LanguageId;
use rihla_site::plan::PageKind;

use super::{Found, Kept, OnPage, Reference};

/// The menu whose links are help.
const MENU: &str = "help";

/// The pages on which links to help stand in another order, or on another side of the main part, than on most pages
/// of their language that have them. What stands in the main part is of the text.
pub(super) fn check(site: &Site, kept: &Kept) -> Vec<OnPage> {
    let mut found = Vec::new();
    if !site
        .config
        .site
        .menus
        .iter()
        .any(|(name, _)| &**name == MENU)
    {
        return found;
    }
    let mut help: BTreeMap<LanguageId, BTreeSet<u32>> = BTreeMap::new();
    let mut pages = Vec::new();
    let mut zones: Usual<u32, Zone> = Usual::default();
    let mut orders: Usual<(u32, u32), bool> = Usual::default();
    for (number, seen) in kept.seen.iter().enumerate() {
        let page = site.plan.page(&seen.address);
        // Nobody comes here on the way from page to page.
        if page
            .is_none_or(|page| matches!(page.kind, PageKind::Languages | PageKind::NotFound { .. }))
        {
            continue;
        }
        let language = seen.language;
        let help = help
            .entry(language)
            .or_insert_with(|| numbers(site, kept, language));
        let links = links(&seen.references, help);
        for (at, link) in links.iter().enumerate() {
            zones.add((language, link.name), link.zone, number);
            for before in &links[..at] {
                let (pair, is_in_order) = pair(before.name, link.name);
                orders.add((language, pair), is_in_order, number);
            }
        }
        pages.push((number, language, links));
    }
    for (number, language, links) in pages {
        let moved = links.iter().enumerate().find_map(|(at, link)| {
            let other = zones.other((language, link.name), link.zone);
            let other = other.or_else(|| {
                links[..at].iter().find_map(|before| {
                    let (pair, is_in_order) = pair(before.name, link.name);
                    orders.other((language, pair), is_in_order)
                })
            });
            Some((link, other?))
        });
        if let Some((link, other)) = moved {
            let address = kept.names.get(link.name as usize);
            let finding = Found::new(&say::HELP_PLACE, link.span())
                .with("address", address.map_or("", |address| address))
                .with("other", &kept.seen[other].address);
            found.push((number, finding));
        }
    }
    found
}

/// Of each thing in a language, how often it is one way or another, and the first page that shows each.
struct Usual<K, V>(BTreeMap<(LanguageId, K), BTreeMap<V, (usize, usize)>>);

impl<K, V> Default for Usual<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord, V: Ord + Copy> Usual<K, V> {
    fn add(&mut self, thing: (LanguageId, K), way: V, page: usize) {
        let ways = self.0.entry(thing).or_default();
        ways.entry(way).or_insert((0, page)).0 += 1;
    }

    /// A page on which a thing is as on most pages, where this is another way.
    fn other(&self, thing: (LanguageId, K), way: V) -> Option<usize> {
        let ways = self.0.get(&thing)?;
        // Of two that are as frequent, the one that came first.
        let most = ways
            .iter()
            .max_by_key(|(_, (count, page))| (*count, Reverse(*page)))?;
        (*most.0 != way).then_some(most.1.1)
    }
}

/// Two links in the order of their numbers, and whether they stand in it.
fn pair(before: u32, after: u32) -> ((u32, u32), bool) {
    match before < after {
        true => ((before, after), true),
        false => ((after, before), false),
    }
}

/// The links of a page to help, in order: of several to one address the last, since what leads there before the foot of
/// a page, as the way to it, differs from page to page.
fn links(references: &[Reference], help: &BTreeSet<u32>) -> Vec<Reference> {
    let mut known = BTreeSet::new();
    let links = references.iter().rev().filter(|reference| {
        reference.zone != Zone::Main
            && help.contains(&reference.name)
            && known.insert(reference.name)
    });
    let mut links: Vec<Reference> = links.copied().collect();
    links.reverse();
    links
}

/// The numbers of the addresses to which the menu of help leads in a language.
fn numbers(site: &Site, kept: &Kept, language: LanguageId) -> BTreeSet<u32> {
    let menus = site.config.site.menus.iter();
    let menus = menus.filter(|(name, _)| &**name == MENU);
    let mut open: Vec<&MenuItem> = menus.flat_map(|(_, items)| items).collect();
    let mut found = BTreeSet::new();
    while let Some(item) = open.pop() {
        if let Some(MenuTarget::Id(id)) = &item.target {
            let list = site.config.collection(id);
            let address = match (site.graph.find(id), list) {
                (Some(entry), _) => site.routes.entry(entry, language).cloned(),
                (None, Some((collection, _))) => site.routes.list(collection, language, 1),
                (None, None) => None,
            };
            let number = address.and_then(|address| kept.numbers.get(&address));
            found.extend(number.and_then(|number| u32::try_from(number).ok()));
        }
        open.extend(&item.items);
    }
    found
}
