//! What becomes of addresses that were published: they show a page, lead to one, or are gone
//! on purpose. Everything else is an error, with the place where it can be fixed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Redirect;
use super::first::first_name;
use crate::config::{Config, Ledger, Published, SITE, YEAR};
use crate::content::Role;
use crate::graph::{Graph, Publication, Version, folder_of};
use crate::ids::{EntryId, LanguageId};
use crate::schema::{FieldValue, Spanned};
use crate::source::LEDGER;
use rihla_diagnostics::catalogue::route as say;
use rihla_diagnostics::{Diagnostic, Location, Span};

/// A page that the ledger holds, by its address.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    pub language: LanguageId,
    /// The id under which the ledger holds it.
    pub id: Arc<str>,
    /// Where it is written.
    pub place: Location,
}

/// What there is besides pages.
#[derive(Debug, Default)]
pub(super) struct Former {
    pub redirects: Vec<Redirect>,
    pub gone: BTreeSet<Arc<str>>,
    /// The ledger with what this build adds; `None` where it adds nothing.
    pub ledger: Option<Ledger>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Settles former addresses, given all pages.
///
/// A build on trial says nothing about vanished addresses and adds none.
pub(super) fn settle(
    graph: &Graph,
    config: &Config,
    pages: &BTreeMap<Arc<str>, Owner>,
    is_trial: bool,
) -> Former {
    let mut settler = Settler {
        graph,
        config,
        pages,
        addresses: pages
            .iter()
            .map(|(address, owner)| ((owner.id.clone(), owner.language), address.clone()))
            .collect(),
        aliases: BTreeMap::new(),
        blocked: BTreeMap::new(),
        former: Former::default(),
    };
    for entry in graph.entries.ids() {
        settler.aliases(entry);
    }
    settler.gone();
    if !is_trial {
        settler.vanished();
        settler.add();
    }
    let mut former = settler.former;
    former.redirects = settler
        .aliases
        .into_iter()
        .map(|(from, alias)| Redirect {
            from,
            to: alias.to,
            language: alias.language,
            status: 301,
            place: alias.place,
        })
        .collect();
    former
}

struct Alias {
    entry: EntryId,
    to: Arc<str>,
    language: LanguageId,
    place: Location,
}

struct Settler<'a> {
    graph: &'a Graph,
    config: &'a Config,
    pages: &'a BTreeMap<Arc<str>, Owner>,
    /// Id and language → address.
    addresses: BTreeMap<(Arc<str>, LanguageId), Arc<str>>,
    aliases: BTreeMap<Arc<str>, Alias>,
    /// Aliases of what has no page now → entry.
    blocked: BTreeMap<Arc<str>, EntryId>,
    former: Former,
}

/// What a line or a file takes offline.
struct Lost<'a> {
    addresses: Vec<&'a Arc<str>>,
    cause: Cause,
    /// Whether all of it would be back without the line.
    is_all: bool,
}

/// Why an entry itself takes offline what was published.
enum Cause {
    Draft,
    From,
    /// With the tag of the language that it leaves out.
    NotMeant(Arc<str>),
    /// Nobody has reviewed it.
    Unreviewed,
    /// Its text lacks what a page needs.
    Unsaid,
}

impl Settler<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.former.diagnostics.push(diagnostic);
    }

    /// The aliases of an entry lead to its page: each to that of the language in which it is
    /// written, one that holds for all to that whose prefix it has.
    fn aliases(&mut self, number: EntryId) {
        let entry = &self.graph.entries[number];
        let languages = &self.config.site.languages;
        for (language, version) in entry.versions.pairs() {
            let Some(version) = version else { continue };
            let own = self.addresses.get(&(entry.id.clone(), language)).cloned();
            for alias in aliases_of(version) {
                let FieldValue::Text(written) = &alias.value else {
                    continue;
                };
                let from = written.clone();
                let place = match entry.files.get(usize::from(alias.file)) {
                    Some(path) => Location::new(path.clone(), alias.span),
                    None => version.place.clone(),
                };
                let Some(to) = own.clone() else {
                    let has_pages = self.config.collections[entry.collection].pages;
                    if !has_pages {
                        let diagnostic = Diagnostic::new(&say::ALIAS_NOWHERE)
                            .with("address", &from)
                            .placed(place);
                        self.report(diagnostic);
                    }
                    // Where the page is not online yet, its aliases are not either: what they are
                    // to lead away from may still be there.
                    self.blocked.insert(from, number);
                    continue;
                };
                if let Some(known) = self.aliases.get(&from) {
                    let is_same = known.entry == number;
                    let prefix = format!("/{}/", languages[language].prefix);
                    if !is_same {
                        let diagnostic = Diagnostic::new(&say::ALIAS_TWICE)
                            .with("address", &from)
                            .placed(place)
                            .related(known.place.clone(), say::OTHER_ALIAS);
                        self.report(diagnostic);
                        continue;
                    }
                    if !from.starts_with(&prefix) {
                        continue;
                    }
                }
                match self.pages.get(&from) {
                    Some(owner) if owner.id == entry.id => {
                        let diagnostic = Diagnostic::new(&say::ALIAS_SELF)
                            .with("address", &from)
                            .placed(place);
                        self.report(diagnostic);
                        continue;
                    }
                    Some(owner) => {
                        let diagnostic = Diagnostic::new(&say::ALIAS_TAKEN)
                            .with("address", &from)
                            .placed(place)
                            .related(owner.place.clone(), say::PAGE);
                        self.report(diagnostic);
                        continue;
                    }
                    None => {}
                }
                let alias = Alias {
                    entry: number,
                    to,
                    language,
                    place,
                };
                self.aliases.insert(from, alias);
            }
        }
    }

    /// What `site.yaml` and entries say is gone.
    fn gone(&mut self) {
        for (written, span) in &self.config.site.gone {
            let address = written.clone();
            if let Some(owner) = self.pages.get(&address) {
                if self.comes_and_goes(&owner.id, owner.language) {
                    continue;
                }
                let diagnostic = Diagnostic::at(&say::GONE_TAKEN, SITE, *span)
                    .with("address", &address)
                    .related(owner.place.clone(), say::PAGE);
                self.former.diagnostics.push(diagnostic);
            } else if let Some(alias) = self.aliases.get(&address) {
                let diagnostic = Diagnostic::at(&say::GONE_ALIAS, SITE, *span)
                    .with("address", &address)
                    .related(alias.place.clone(), say::ALIAS);
                self.former.diagnostics.push(diagnostic);
            } else {
                self.former.gone.insert(address);
            }
        }
        for (address, published) in self.config.ledger.iter() {
            let is_gone =
                self.version(&published.id, &published.tag)
                    .is_some_and(|(_, version)| {
                        matches!(
                            version.publication,
                            Publication::Gone | Publication::Until(_)
                        )
                    });
            let is_gone = is_gone || self.is_empty_list(published);
            if is_gone && !self.pages.contains_key(address) && !self.aliases.contains_key(address) {
                self.former.gone.insert(address.clone());
            }
        }
    }

    /// Whether a list has a page where it has an entry alone: that of a year or of another value, and the
    /// lists of a partial language.
    fn comes_and_goes(&self, id: &str, language: LanguageId) -> bool {
        let Some((name, rest)) = id.split_once("/_index") else {
            return false;
        };
        let by = rest.strip_prefix('?').and_then(|rest| rest.split_once('='));
        let Some((_, collection)) = self.config.collection(name) else {
            return false;
        };
        match by {
            Some((by, _)) => {
                let mut facets = collection.facets.iter();
                facets.any(|facet| &*facet.by == by) || by == YEAR && collection.by_year().is_some()
            }
            None => collection.pages && self.config.site.languages[language].is_partial(),
        }
    }

    /// Whether an address was that of a list which has no entry now.
    fn is_empty_list(&self, published: &Published) -> bool {
        let Some(language) = self.config.language(&published.tag) else {
            return false;
        };
        let list = (published.id.clone(), language);
        self.comes_and_goes(&published.id, language) && !self.addresses.contains_key(&list)
    }

    /// The version that the ledger means.
    fn version(&self, id: &str, tag: &str) -> Option<(EntryId, &Version)> {
        let number = self.graph.find(id)?;
        let language = self.config.language(tag)?;
        let version = self.graph.entries[number].versions[language].as_ref()?;
        Some((number, version))
    }

    /// Addresses of the ledger at which nothing answers, or another entry.
    fn vanished(&mut self) {
        let mut found = Vec::new();
        let new = self.unrecorded();
        let mut withdrawn: BTreeMap<Location, Lost> = BTreeMap::new();
        for (address, published) in self.config.ledger.iter() {
            let place = Location::new(LEDGER, published.span);
            if let Some(owner) = self.pages.get(address) {
                let is_other = owner.id != published.id;
                if is_other && self.graph.find(&published.id).is_some() {
                    found.push(
                        Diagnostic::new(&say::REUSED)
                            .with("address", address)
                            .with("entry", &published.id)
                            .placed(owner.place.clone())
                            .related(place, say::LEDGER_SAYS),
                    );
                }
                continue;
            }
            if self.aliases.contains_key(address) || self.former.gone.contains(address) {
                continue;
            }
            if let Some((at, cause)) = self.withdrawn(address, published) {
                let lost = withdrawn.entry(at).or_insert_with(|| Lost {
                    addresses: Vec::new(),
                    cause,
                    is_all: true,
                });
                lost.addresses.push(address);
                lost.is_all &= self.would_answer(address, published);
                continue;
            }
            // The page has moved within its entry: there the alias is to be written.
            let file = self
                .version(&published.id, &published.tag)
                .filter(|(_, version)| version.publication == Publication::Online)
                .map(|(_, version)| version.place.path.clone());
            found.push(
                Diagnostic::new(&say::VANISHED)
                    .with("address", address)
                    .with_some("file", file)
                    .with_some("missing", self.missing(published))
                    .with_some("renamed", self.successor(&new, published))
                    .placed(place),
            );
        }
        for (place, lost) in withdrawn {
            let all: Vec<&str> = lost.addresses.iter().map(|address| &***address).collect();
            let span = place.span.unwrap_or_default();
            let finding = Diagnostic::new(&say::WITHDRAWN)
                .with("addresses", all.join(", "))
                .placed(place);
            found.push(match lost.cause {
                Cause::Draft => {
                    let finding = finding.with("draft", "draft: false");
                    match lost.is_all {
                        true => finding.replace(span, "false"),
                        false => finding,
                    }
                }
                Cause::From => finding.with("key", "publish_at"),
                Cause::NotMeant(tag) => finding.with("tag", tag),
                Cause::Unreviewed => finding.with("field", "reviewed_by"),
                Cause::Unsaid => finding.with("title", "title"),
            });
        }
        self.former.diagnostics.extend(found);
    }

    /// Whether something would answer at an address of an entry that is kept offline, were it not: it is
    /// an alias, or ends as the address of the page does.
    fn would_answer(&self, address: &Arc<str>, published: &Published) -> bool {
        if self.blocked.contains_key(address) {
            return true;
        }
        let version = self.version(&published.id, &published.tag);
        match version.and_then(|(_, version)| version.text("slug")) {
            Some(slug) => address.ends_with(&format!("/{slug}/")),
            // The page keeps one of those that it had.
            None => {
                let known = self.config.ledger.of(&published.id, &published.tag);
                let own = known.filter(|known| !self.blocked.contains_key(*known));
                own.count() == 1
            }
        }
    }

    /// Of each folder and language, the file of what has a page there and is not in the ledger; `None`
    /// where there are several.
    fn unrecorded(&self) -> BTreeMap<(&str, LanguageId), Option<&Arc<str>>> {
        let mut new = BTreeMap::new();
        for owner in self
            .pages
            .values()
            .filter(|owner| !owner.id.contains("_index"))
        {
            let tag = &self.config.site.languages[owner.language].tag;
            if self.config.ledger.of(&owner.id, tag).next().is_none() {
                let place = (folder_of(&owner.id), owner.language);
                let file = Some(&owner.place.path);
                new.entry(place)
                    .and_modify(|known| *known = None)
                    .or_insert(file);
            }
        }
        new
    }

    /// The file that may be what an entry has become which is no more: the only new one of its folder.
    fn successor<'n>(
        &self,
        new: &BTreeMap<(&str, LanguageId), Option<&'n Arc<str>>>,
        published: &Published,
    ) -> Option<&'n Arc<str>> {
        if self.graph.find(&published.id).is_some() || published.id.contains("_index") {
            return None;
        }
        let language = self.config.language(&published.tag)?;
        *new.get(&(folder_of(&published.id), language))?
    }

    /// The file that an entry had in a language, where it has files of other languages alone.
    fn missing(&self, published: &Published) -> Option<String> {
        let language = self.config.language(&published.tag)?;
        let entry = &self.graph.entries[self.graph.find(&published.id)?];
        if entry.versions[language].is_some() {
            return None;
        }
        let mut languages = self.config.site.languages.iter();
        languages.find_map(|other| {
            let (own, wanted) = (format!(".{}.", other.tag), format!(".{}.", published.tag));
            let file = entry.files.iter().find(|file| file.contains(&own))?;
            Some(file.replacen(&own, &wanted, 1))
        })
    }

    /// Where an entry says what takes one of its addresses offline: in a line of its own, or in a file
    /// that does not say enough to be a page.
    fn withdrawn(&self, address: &Arc<str>, published: &Published) -> Option<(Location, Cause)> {
        let language = self.config.language(&published.tag)?;
        let number = self.graph.find(&published.id);
        let entry = &*self.graph.entries[number.or_else(|| self.blocked.get(address).copied())?];
        let Some(version) = &entry.versions[language] else {
            let mut files = entry.files.iter();
            let own = files.find(|file| {
                let of_file = self.graph.of_file(file);
                of_file.is_some_and(|(_, found)| found == Some(language))
            });
            return Some((head(own?), Cause::Unsaid));
        };
        let cause = match version.publication {
            Publication::Draft => Cause::Draft,
            Publication::From(_) => Cause::From,
            Publication::Unreviewed => Cause::Unreviewed,
            Publication::NotMeant => Cause::NotMeant(published.tag.clone()),
            _ => return None,
        };
        Some((entry.blocked[language].clone()?, cause))
    }

    /// The addresses that this build publishes for the first time.
    fn add(&mut self) {
        let mut ledger = self.config.ledger.clone();
        let mut is_new = false;
        for (address, owner) in self.pages {
            let tag = &self.config.site.languages[owner.language].tag;
            let first = first_name(self.graph, self.config, &owner.id, owner.language, address);
            is_new |= ledger.add(address, tag, &owner.id, first);
        }
        self.former.ledger = is_new.then_some(ledger);
    }
}

/// The aliases that a version gives.
pub(super) fn aliases_of(version: &Version) -> &[Spanned] {
    match version.builtin("aliases") {
        Some(FieldValue::List(items)) => items,
        _ => &[],
    }
}

/// The address that an entry without a slug of its own keeps: of those that the ledger has for
/// it, the one that would be made now, else the first that is no alias.
pub(super) fn kept(
    graph: &Graph,
    config: &Config,
    number: EntryId,
    language: LanguageId,
    made: &Arc<str>,
) -> Arc<str> {
    let entry = &graph.entries[number];
    let Some(version) = entry.versions[language].as_ref() else {
        return made.clone();
    };
    if version.text("slug").is_some() || entry.role != Role::Entry {
        return made.clone();
    }
    let tag = &config.site.languages[language].tag;
    let mut known = config
        .ledger
        .of(&entry.id, tag)
        .filter(|address| {
            !aliases_of(version)
                .iter()
                .any(|alias| matches!(&alias.value, FieldValue::Text(text) if *text == **address))
        })
        .peekable();
    match known.peek() {
        None => made.clone(),
        Some(first) => {
            let first = (*first).clone();
            match known.any(|address| address == made) {
                true => made.clone(),
                false => first,
            }
        }
    }
}

/// A place at the head of a file.
pub(super) fn head(path: &Arc<str>) -> Location {
    Location::new(path.clone(), Span::new(0, 0))
}
