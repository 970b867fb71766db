//! What a list is narrowed by, with the ways to narrow it further and to leave what was chosen.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Value;

use super::Site;
use super::value::map;
use crate::borrowed;
use rihla_site::config::{Facet, Phrase, YEAR};
use rihla_site::graph::FacetValue;
use rihla_site::ids::{CollectionId, EntryId, LanguageId};
use rihla_site::plan::{Page, PageKind};
use rihla_site::route;

/// A value of a facet, by the facet's number.
type Chosen = (usize, FacetValue);

impl Site {
    /// What is chosen on a page of a list; nothing on those of the whole list.
    fn chosen_of(&self, page: &Page) -> &[Chosen] {
        match page.kind {
            PageKind::Narrowed(collection, place, _) => self
                .routes
                .narrowed(collection, page.language)
                .get(place)
                .map_or(&[], |list| &list.chosen),
            _ => &[],
        }
    }

    /// What tells a narrowed list of a collection from the others, in every language: `status=closed`.
    pub fn chosen_key(
        &self,
        collection: CollectionId,
        place: usize,
        language: LanguageId,
    ) -> String {
        let list = self.routes.narrowed(collection, language).get(place);
        let facets = &self.config.collections[collection].facets;
        let chosen = list.map_or(&[][..], |list| &list.chosen).iter();
        let words: Vec<String> = chosen.map(|one| self.mark(facets, one)).collect();
        words.join("&")
    }

    /// What stands for a value: `status=closed`, without a space in it.
    fn mark(&self, facets: &[Facet], (facet, value): &Chosen) -> String {
        let key = route::key(&self.graph, value).replace(' ', "+");
        format!("{}={key}", facets[*facet].by)
    }

    /// The words for what a narrowed list was narrowed to.
    pub(super) fn chosen_words(
        &self,
        collection: CollectionId,
        place: usize,
        language: LanguageId,
    ) -> String {
        let list = self.routes.narrowed(collection, language).get(place);
        let chosen = list.map_or(&[][..], |list| &list.chosen).iter();
        let words: Vec<String> = chosen
            .map(|one| borrowed::unmarked(&self.chosen_title(collection, one, language)))
            .collect();
        words.join(", ")
    }

    /// The words for a value, as the language sets them; marked where they are in another.
    fn facet_words(
        &self,
        collection: CollectionId,
        (facet, value): &Chosen,
        language: LanguageId,
    ) -> String {
        let declared = &self.config.collections[collection];
        match value {
            FacetValue::Year(year) => year.to_string(),
            FacetValue::Coming | FacetValue::Past => {
                let word = self.config.theme.phrase(language, route::when_word(value));
                match word {
                    Some((Phrase::Plain(text), written)) => {
                        let set = self.set(text, written);
                        borrowed::told(&set, written, language).into_owned()
                    }
                    _ => route::key(&self.graph, value).to_string(),
                }
            }
            FacetValue::Choice(key) => {
                let kind = declared.facets[*facet].kind(&declared.schema);
                let chosen = kind.map(|kind| self.choice([language, language], kind, key));
                let label = chosen.as_ref().and_then(Value::as_map);
                let label = label.and_then(|map| map.get(&tera::value::Key::Str("label")));
                let label = label.and_then(Value::as_str);
                label.unwrap_or(key).to_owned()
            }
            FacetValue::Entry(entry) => {
                let shown = self.graph.entries[*entry].shown(language);
                shown.map_or_else(String::new, |(written, version)| {
                    let title = self.set(&version.title, written);
                    borrowed::told(&title, written, language).into_owned()
                })
            }
        }
    }

    /// The words for a value where nothing says of which facet it is: `Deadline 2026`.
    fn chosen_title(&self, collection: CollectionId, one: &Chosen, language: LanguageId) -> String {
        let words = self.facet_words(collection, one, language);
        let declared = &self.config.collections[collection];
        let facet = &declared.facets[one.0];
        let of_a_field = matches!(one.1, FacetValue::Year(_)) && &*facet.by != YEAR;
        let field = facet.field(&declared.schema).filter(|_| of_a_field);
        match field.map(|field| self.label(field, language)) {
            Some(label) => format!("{} {words}", label.as_str().unwrap_or_default()),
            None => words,
        }
    }

    /// The address of the list that shows what several values leave: `None` where that is nothing, or where no
    /// such page is made. `left` says how many they leave.
    fn narrowed_address(
        &self,
        collection: CollectionId,
        language: LanguageId,
        chosen: &[Chosen],
        left: usize,
    ) -> Option<&Arc<str>> {
        let lists = self.routes.narrowed(collection, language);
        if let Some(place) = self.routes.narrowed_to(collection, language, chosen) {
            return lists.get(place).map(|list| &list.address);
        }
        // Where one of them leaves as many by itself, its page is that of both.
        let alone = chosen.iter().find_map(|one| {
            let chosen = std::slice::from_ref(one);
            let place = self.routes.narrowed_to(collection, language, chosen)?;
            lists.get(place).filter(|list| list.entries.len() == left)
        });
        alone.map(|list| &list.address)
    }

    /// A row for each facet: what it is called, and its values with the number of entries each leaves, and the
    /// address at which it leaves them. What leaves nothing, or all, is no choice.
    pub(super) fn facets(&self, page: &Page, collection: CollectionId) -> Value {
        let language = page.language;
        let declared = &self.config.collections[collection];
        let chosen = match page.kind {
            PageKind::List(..) | PageKind::Year(..) | PageKind::Narrowed(..) => {
                self.chosen_of(page)
            }
            _ => return Value::from(Vec::<Value>::new()),
        };
        let lists = self.routes.narrowed(collection, language);
        let singles = || lists.iter().filter(|list| list.chosen.len() == 1);
        let rows = declared.facets.iter().enumerate().map(|(number, facet)| {
            let others: Vec<&Chosen> = chosen.iter().filter(|one| one.0 != number).collect();
            let own = chosen.iter().find(|one| one.0 == number);
            // The entries that the other values leave; all where there are none.
            let around = self.entries_with(collection, language, &others);
            let values = singles().filter_map(|single| {
                let one = single.chosen.first().filter(|one| one.0 == number)?;
                let count = match &around {
                    None => single.entries.len(),
                    Some(around) => {
                        let held = single.entries.iter();
                        held.filter(|entry| around.binary_search(entry).is_ok())
                            .count()
                    }
                };
                let is_current = own == Some(one);
                let leaves_all = around.as_ref().is_some_and(|around| count == around.len());
                if count == 0 || leaves_all && !is_current {
                    return None;
                }
                let mut wanted: Vec<Chosen> = others.iter().map(|one| (*one).clone()).collect();
                wanted.push(one.clone());
                wanted.sort();
                let address = self.narrowed_address(collection, language, &wanted, count)?;
                Some(map([
                    ("mark", Value::from(self.mark(&declared.facets, one))),
                    (
                        "title",
                        Value::from(self.facet_words(collection, one, language)),
                    ),
                    ("count", Value::from(count)),
                    ("address", Value::from(self.routes.url(address))),
                    ("current", Value::from(is_current)),
                ]))
            });
            let values: Vec<Value> = values.collect();
            // What is to come, and a year, have words of the theme.
            let field = match facet.is_when(&declared.schema) {
                true => None,
                false => facet.field(&declared.schema),
            };
            map([
                ("name", Value::from(&*facet.by)),
                (
                    "label",
                    field
                        .filter(|_| &*facet.by != YEAR)
                        .map_or_else(Value::none, |field| self.label(field, language)),
                ),
                ("values", Value::from(values)),
            ])
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// The entries that have all of some values, ordered by number; `None` where there are no values.
    fn entries_with(
        &self,
        collection: CollectionId,
        language: LanguageId,
        values: &[&Chosen],
    ) -> Option<Vec<EntryId>> {
        let lists = self.routes.narrowed(collection, language);
        let mut found: Option<Vec<EntryId>> = None;
        for value in values {
            let place = self
                .routes
                .narrowed_to(collection, language, std::slice::from_ref(*value));
            let mut entries = place.map_or_else(Vec::new, |place| lists[place].entries.clone());
            entries.sort();
            found = Some(match found {
                None => entries,
                Some(known) => {
                    let both = known.into_iter();
                    both.filter(|entry| entries.binary_search(entry).is_ok())
                        .collect()
                }
            });
        }
        found
    }

    /// `{mark, title, address}` of each value that is chosen on a page: the address is that of the list without it.
    pub(super) fn chosen_values(&self, page: &Page) -> Value {
        let PageKind::Narrowed(collection, ..) = page.kind else {
            return Value::from(Vec::<Value>::new());
        };
        let language = page.language;
        let facets = &self.config.collections[collection].facets;
        let chosen = self.chosen_of(page);
        let rows = chosen.iter().filter_map(|one| {
            let rest: Vec<Chosen> = chosen
                .iter()
                .filter(|other| *other != one)
                .cloned()
                .collect();
            let lists = self.routes.narrowed(collection, language);
            let address = match self.routes.narrowed_to(collection, language, &rest) {
                Some(place) => lists[place].address.clone(),
                None => self.routes.list(collection, language, 1)?,
            };
            Some(map([
                ("mark", Value::from(self.mark(facets, one))),
                (
                    "title",
                    Value::from(self.chosen_title(collection, one, language)),
                ),
                ("address", Value::from(self.routes.url(&address))),
            ]))
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// For each entry of a part of a list, the values that it has, with spaces between: what a script narrows by.
    /// Nothing where the page does not hold the whole list.
    pub(super) fn facet_marks(
        &self,
        page: &Page,
        collection: CollectionId,
        entries: &[EntryId],
    ) -> Value {
        let all = self.graph.list(collection, page.language);
        let is_whole = matches!(page.kind, PageKind::List(..)) && all.len() == entries.len();
        let facets = &self.config.collections[collection].facets;
        if !is_whole || facets.is_empty() {
            return Value::from(Vec::<Value>::new());
        }
        let mut marks: BTreeMap<EntryId, Vec<String>> = BTreeMap::new();
        for list in self.routes.narrowed(collection, page.language) {
            let [one] = &list.chosen[..] else { continue };
            for entry in &list.entries {
                marks
                    .entry(*entry)
                    .or_default()
                    .push(self.mark(facets, one));
            }
        }
        let rows = entries.iter().map(|entry| {
            let own = marks.get(entry).map_or(&[][..], Vec::as_slice);
            Value::from(own.join(" "))
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// The way to a narrowed list below that of its collection: to its first page from those that go on, and to
    /// the list of the first value from that of two.
    pub(super) fn narrowed_crumbs(
        &self,
        collection: CollectionId,
        place: usize,
        number: usize,
        language: LanguageId,
    ) -> Vec<Value> {
        let lists = self.routes.narrowed(collection, language);
        let Some(own) = lists.get(place) else {
            return Vec::new();
        };
        let crumb = |title: String, address: &Arc<str>| {
            map([
                ("title", Value::from(title)),
                ("address", Value::from(self.routes.url(address))),
                ("language", Value::none()),
            ])
        };
        let mut crumbs = Vec::new();
        if let [first, _] = &own.chosen[..]
            && let Some(above) =
                self.routes
                    .narrowed_to(collection, language, std::slice::from_ref(first))
        {
            let title = self.chosen_title(collection, first, language);
            crumbs.push(crumb(title, &lists[above].address));
        }
        if number > 1 {
            let words = self.chosen_words(collection, place, language);
            crumbs.push(crumb(words, &own.address));
        }
        crumbs
    }
}
