//! What pages say of their languages, of their titles and of each other.

use std::collections::BTreeMap;

use rihla_build::query::Site;
use rihla_diagnostics::Span;
use rihla_diagnostics::catalogue::pages as say;
use rihla_html::Document;
use rihla_site::ids::Id;
use rihla_site::plan::{Page, PageKind};
use rihla_text::language::{Profile, reads_as};

use super::{Found, Kept, OnPage};

/// What `hreflang` says of the page for whom no other language fits.
const DEFAULT: &str = "x-default";

/// The passages of a page that are plainly in another language of the site than the page says.
pub(super) fn texts(site: &Site, page: &Page, document: &Document) -> Vec<Found> {
    // The choice of a language speaks all of them.
    if matches!(
        page.kind,
        PageKind::Languages | PageKind::NotFound { everywhere: true }
    ) {
        return Vec::new();
    }
    let languages = &site.config.site.languages;
    let mut found = Vec::new();
    for passage in document.passages() {
        let Some(own) = passage.language else {
            continue;
        };
        let profile = Profile::of_tag(own);
        let mut others = languages.iter().filter(|other| {
            let base = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
            base(&other.tag) != base(own)
        });
        let spoken = others.find(|other| {
            // Where the words of the language itself are not known, those of another one show nothing.
            let profiles = profile.zip(Profile::of_tag(&other.tag));
            profiles.is_some_and(|(own, other)| other.runs(&passage.text, Some(own)))
                || reads_as(&passage.text, own, &other.tag)
        });
        let Some(spoken) = spoken else { continue };
        let written = languages.iter().find(|language| &*language.tag == own);
        let language = match written {
            Some(language) => language.said(),
            None => own.into(),
        };
        found.push(
            Found::new(&say::TEXT_LANGUAGE, passage.span)
                .with("found", spoken.said())
                .with("language", language)
                .with("words", first_words(&passage.text)),
        );
    }
    found
}

/// The first words of a text, by which it is found where it is written.
fn first_words(text: &str) -> String {
    const LONGEST: usize = 120;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Pages of one language with the same title.
pub(super) fn titles(site: &Site, kept: &Kept) -> Vec<OnPage> {
    let mut first: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (number, seen) in kept.seen.iter().enumerate() {
        let Some((title, span)) = &seen.title else {
            continue;
        };
        // Nobody looks for these by their titles.
        let is_found = |address: &str| {
            let page = site.plan.page(address);
            page.is_some_and(|page| {
                !matches!(page.kind, PageKind::Languages | PageKind::NotFound { .. })
            })
        };
        if !is_found(&seen.address) {
            continue;
        }
        let key = (seen.language.position(), &**title);
        match first.get(&key) {
            Some(other) => {
                let other = &kept.seen[*other].address;
                let finding = Found::new(&say::TITLE_UNIQUE, *span);
                found.push((number, finding.with("title", title).with("other", other)));
            }
            None => {
                first.insert(key, number);
            }
        }
    }
    found
}

/// Whether a page is there in several languages.
fn has_versions(site: &Site, address: &str) -> bool {
    let page = site.plan.page(address);
    let named = page.map(|page| site.alternates(page)).unwrap_or_default();
    named
        .iter()
        .filter(|other| *other.hreflang != *DEFAULT)
        .count()
        > 1
}

/// What pages say of themselves in other languages, and of where they stand.
pub(super) fn alternates(site: &Site, kept: &Kept) -> Vec<OnPage> {
    let mut found = Vec::new();
    let whole = |address: &str| site.routes.absolute(address);
    let page_of = |address: &str| {
        let path = super::address::of_site(site, "/", address)?;
        kept.page(&path)
    };
    for (number, seen) in kept.seen.iter().enumerate() {
        let own = whole(&seen.address);
        if let Some((address, span)) = &seen.canonical {
            // A site that is left out as a whole shows what it would be.
            let what = match seen.is_noindex && !site.moment.is_noindex {
                true => Some("noindex"),
                false => (*address != own).then_some("other"),
            };
            found.extend(what.map(|what| {
                let finding = Found::new(&say::CANONICAL, *span).with("what", what);
                (number, finding.with("address", address))
            }));
        }
        let Some((_, _, first)) = seen.alternates.first() else {
            if !seen.is_noindex && has_versions(site, &seen.address) {
                // One template leaves it out on all of its pages.
                let finding = Found::new(&say::ALTERNATE, Span::default()).with("what", "none");
                let finding = Found {
                    cause: Some("alternates".into()),
                    ..finding
                };
                found.push((number, finding.with("address", own)));
            }
            continue;
        };
        let mut say = |what: &str, address: &str, span| {
            let finding = Found::new(&say::ALTERNATE, span).with("what", what);
            found.push((number, finding.with("address", address)));
        };
        if !seen
            .alternates
            .iter()
            .any(|(_, address, _)| *address == own)
        {
            say("self", &own, *first);
        }
        let has_default = seen.alternates.iter().any(|(tag, _, _)| tag == DEFAULT);
        if !has_default {
            say("default", &own, *first);
        }
        for (tag, address, span) in &seen.alternates {
            if !address.contains("://") {
                say("relative", address, *span);
                continue;
            }
            let other = match page_of(address) {
                Some(other) => &kept.seen[other],
                None if address.starts_with(&site.config.site.base_url.origin) => {
                    say("missing", address, *span);
                    continue;
                }
                None => continue,
            };
            let answers = other.alternates.iter().any(|(_, back, _)| *back == own);
            if tag != DEFAULT && !answers {
                say("back", address, *span);
            }
        }
    }
    found
}
