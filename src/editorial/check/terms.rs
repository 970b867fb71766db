//! Terms: the glossary of a site, and where texts depart from it.
//!
//! The glossary is the collection that `glossary:` in `site.yaml` names. Of an entry, `title` is
//! the official name, `acronym` its acronym, `avoid` what is not written (`variant`, `instead`),
//! each per language; `known: true` says that the acronym needs no expansion.

use std::ops::Range;

use super::expansion::expands;
use super::pairs::allowed;
use super::silence::What;
use super::text::{Ground, Text, Texts};
use super::unit::UnitKind;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::check as say;
use rihla_site::config::DEFINITION;
use rihla_site::graph::Version;
use rihla_site::ids::{ByLanguage, CollectionId, LanguageId};
use rihla_site::schema::FieldValue;

/// What is held against the texts of each language, in the site's order.
#[derive(Debug)]
pub struct Glossary {
    collection: CollectionId,
    languages: ByLanguage<Rules>,
}

#[derive(Debug, Default)]
struct Rules {
    variants: Vec<Variant>,
    foreign: Vec<Foreign>,
    acronyms: Vec<Acronym>,
}

/// What is not written.
#[derive(Debug)]
struct Variant {
    /// In the form in which texts are searched.
    form: String,
    instead: String,
    /// The official name, which may begin in the same way.
    official: String,
}

/// An acronym of another language.
#[derive(Debug)]
struct Foreign {
    acronym: String,
    tag: String,
    instead: String,
}

/// An acronym that a page expands.
#[derive(Debug)]
struct Acronym {
    acronym: String,
    name: String,
    /// The name in the form in which texts are searched.
    form: String,
    /// Whether pages can say what it means.
    is_defined: bool,
}

fn text(version: &Version, name: &str) -> Option<String> {
    match version.field(name)? {
        FieldValue::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

impl Glossary {
    /// The glossary of a site; `None` where it names none.
    pub fn of(site: Ground) -> Option<Self> {
        let (name, _) = site.config.site.glossary.as_ref()?;
        let (collection, _) = site.config.collection(name)?;
        let tags = site.config.site.tags();
        let mut languages: ByLanguage<Rules> = tags.iter().map(|_| Rules::default()).collect();
        let entries = site.graph.entries.iter();
        let entries: Vec<_> = entries
            .filter(|entry| entry.collection == collection)
            .collect();
        // The same letters may be an acronym in both languages, of two things.
        let own: ByLanguage<Vec<String>> = tags
            .ids()
            .map(|language| {
                let versions = entries
                    .iter()
                    .filter_map(|entry| entry.versions[language].as_ref());
                versions
                    .filter_map(|version| text(version, "acronym"))
                    .collect()
            })
            .collect();
        for entry in entries {
            for (language, rules) in languages.pairs_mut() {
                let Some(version) = &entry.versions[language] else {
                    continue;
                };
                let acronym = text(version, "acronym");
                let name = version.title.to_string();
                for (variant, instead) in avoided(version) {
                    rules.variants.push(Variant {
                        form: Form::of(&variant).text,
                        instead: instead.unwrap_or_else(|| match &acronym {
                            Some(acronym) if is_acronym(&variant) => acronym.clone(),
                            _ => name.clone(),
                        }),
                        official: Form::of(&name).text,
                    });
                }
                for (other, version) in entry.versions.pairs() {
                    let theirs = version
                        .as_ref()
                        .and_then(|version| text(version, "acronym"));
                    if let (Some(theirs), Some(ours)) = (theirs, &acronym)
                        && other != language
                        && !own[language].contains(&theirs)
                    {
                        rules.foreign.push(Foreign {
                            acronym: theirs,
                            tag: tags[other].to_string(),
                            instead: ours.clone(),
                        });
                    }
                }
                let is_known = matches!(version.field("known"), Some(FieldValue::Boolean(true)));
                if let Some(acronym) = acronym.filter(|_| !is_known) {
                    rules.acronyms.push(Acronym {
                        acronym,
                        form: Form::of(&name).text,
                        name,
                        is_defined: text(version, DEFINITION).is_some(),
                    });
                }
            }
        }
        Some(Self {
            collection,
            languages,
        })
    }

    /// Where the texts of a thing depart from the glossary: those in one language, where it is given.
    pub(super) fn check(
        &self,
        site: Ground,
        texts: &Texts,
        language: Option<LanguageId>,
    ) -> Vec<Diagnostic> {
        let is_asked = |own: LanguageId| language.is_none_or(|asked| asked == own);
        let mut found = Vec::new();
        let entry = texts.entry.map(|number| &site.graph.entries[number]);
        if entry.is_some_and(|entry| entry.collection == self.collection) {
            return found;
        }
        for (field, versions) in &texts.fields {
            for text in versions.iter().filter(|text| is_asked(text.language)) {
                for (number, range, diagnostic) in self.of_text(site, text) {
                    if !is_allowed(texts, field, text, number) {
                        let line = &text.units[number].lines[range.0];
                        found.push(
                            diagnostic.placed(text.place(site.snapshot, line.place(&range.1))),
                        );
                    }
                }
            }
        }
        let has_page = entry.is_some_and(|entry| site.config.collections[entry.collection].pages);
        if has_page {
            for language in self.languages.ids().filter(|own| is_asked(*own)) {
                self.expansions(site, texts, language, &mut found);
            }
        }
        found
    }

    /// The rules for a line of a text.
    fn rules(&self, site: Ground, text: &Text, tag: Option<&str>) -> Option<&Rules> {
        match tag {
            None => Some(&self.languages[text.language]),
            Some(tag) => Some(&self.languages[site.config.language(tag)?]),
        }
    }

    /// Variants and acronyms of other languages: the unit, the line and the range in it.
    fn of_text(
        &self,
        site: Ground,
        text: &Text,
    ) -> Vec<(usize, (usize, Range<usize>), Diagnostic)> {
        let mut found = Vec::new();
        for (number, unit) in text.units.iter().enumerate() {
            for (at, line) in unit.lines.iter().enumerate() {
                let Some(rules) = self.rules(site, text, line.language.as_deref()) else {
                    continue;
                };
                let form = Form::of(&line.text);
                for variant in &rules.variants {
                    for range in form.find(&variant.form) {
                        // The official name may begin with what is not written alone.
                        let start = form.text[..].get(range.0..).unwrap_or_default();
                        if start.starts_with(&variant.official) {
                            continue;
                        }
                        let place = form.place(range);
                        let diagnostic = Diagnostic::new(&say::VARIANT)
                            .with("value", one_line(&line.text[place.clone()]))
                            .with("instead", &variant.instead);
                        found.push((number, (at, place), diagnostic));
                    }
                }
                for foreign in &rules.foreign {
                    for place in words(&line.text, &foreign.acronym) {
                        let diagnostic = Diagnostic::new(&say::FOREIGN)
                            .with("value", &foreign.acronym)
                            .with("other", &foreign.tag)
                            .with("instead", &foreign.instead);
                        found.push((number, (at, place), diagnostic));
                    }
                }
            }
        }
        found
    }

    /// Acronyms that a page uses in its text and never expands.
    fn expansions(
        &self,
        site: Ground,
        texts: &Texts,
        language: LanguageId,
        found: &mut Vec<Diagnostic>,
    ) {
        let of_language = || {
            texts.fields.iter().filter_map(move |(field, versions)| {
                let text = versions.iter().find(|text| text.language == language)?;
                Some((field, text))
            })
        };
        let forms: Vec<String> = of_language()
            .flat_map(|(_, text)| &text.units)
            .flat_map(|unit| &unit.lines)
            .map(|line| Form::of(&line.text).text)
            .collect();
        let is_explained = is_explained(site, texts);
        for acronym in &self.languages[language].acronyms {
            let is_expanded = acronym.is_defined && is_explained;
            if is_expanded || forms.iter().any(|form| form.contains(&acronym.form)) {
                continue;
            }
            // A card that is a title and a sentence is spared.
            let first = of_language()
                .filter(|(_, text)| text.shape.is_some())
                .find_map(|(field, text)| {
                    let mut units = text.units.iter().enumerate();
                    units.find_map(|(number, unit)| {
                        let is_running = !matches!(unit.kind, UnitKind::Directive);
                        let mut lines = unit
                            .lines
                            .iter()
                            .filter(|line| line.language.is_none() && is_running);
                        lines.find_map(|line| {
                            let place = words(&line.text, &acronym.acronym).into_iter().next()?;
                            Some((field, text, number, line.place(&place)))
                        })
                    })
                });
            // In other words than those of the glossary, at its first use or before it.
            let is_before = |own: &Text, unit: usize| {
                first.is_none_or(|(_, text, number, _)| {
                    own.shape.is_none() || std::ptr::eq(own, text) && unit <= number
                })
            };
            let is_expanded = of_language().any(|(_, text)| {
                let mut units = text.units.iter().enumerate();
                units.any(|(number, unit)| {
                    let mut lines = unit.lines.iter();
                    is_before(text, number)
                        && lines.any(|line| expands(&line.text, &acronym.acronym, &acronym.name))
                })
            });
            if let Some((field, text, number, span)) = first
                && !is_expanded
                && !is_allowed(texts, field, text, number)
            {
                found.push(
                    Diagnostic::new(&say::EXPANSION)
                        .with("value", &acronym.acronym)
                        .with("instead", &acronym.name)
                        .placed(text.place(site.snapshot, span)),
                );
            }
        }
    }
}

/// Whether readers of the page of a text are told what terms mean.
fn is_explained(site: Ground, texts: &Texts) -> bool {
    let entry = texts.entry.map(|number| &site.graph.entries[number]);
    let definitions = site.config.site.definitions.as_ref();
    let Some((entry, definitions)) = entry.zip(definitions) else {
        return false;
    };
    let mut versions = entry.versions.iter().flatten();
    let is_refused =
        versions.any(|version| version.builtin("definitions") == Some(&FieldValue::Boolean(false)));
    !is_refused && definitions.reach(&site.config.collections[entry.collection].name)
}

/// Whether the writer said that the terms of a unit are right.
fn is_allowed(texts: &Texts, field: &str, text: &Text, unit: usize) -> bool {
    let own = text
        .silences
        .iter()
        .filter(|silence| silence.what == What::Terms && silence.holds(&text.units, unit));
    let mut is_allowed = allowed(&texts.same, field, What::Terms);
    for silence in own {
        silence.hit();
        is_allowed = true;
    }
    is_allowed
}

/// What an entry says is not written, with what to write instead.
fn avoided(version: &Version) -> Vec<(String, Option<String>)> {
    let Some(FieldValue::List(items)) = version.field("avoid") else {
        return Vec::new();
    };
    let one = |item: &FieldValue| match item {
        FieldValue::Text(text) => Some((text.to_string(), None)),
        FieldValue::Object(fields) => {
            let word = |name: &str| {
                let field = fields.iter().find(|(known, _)| &**known == name);
                match field.map(|(_, value)| &value.value) {
                    Some(FieldValue::Text(text)) => Some(text.to_string()),
                    _ => None,
                }
            };
            Some((word("variant")?, word("instead")))
        }
        _ => None,
    };
    items.iter().filter_map(|item| one(&item.value)).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_acronym(text: &str) -> bool {
    text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Where a word stands in a text, whole and in these letters.
pub(super) fn words(text: &str, word: &str) -> Vec<Range<usize>> {
    if word.is_empty() {
        return Vec::new();
    }
    text.match_indices(word)
        .filter(|(at, _)| is_whole(text, *at, at + word.len()))
        .map(|(at, word)| at..at + word.len())
        .collect()
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    !text[..start].ends_with(char::is_alphanumeric)
        && !text[end..].starts_with(char::is_alphanumeric)
}

/// A text as it is searched: small letters, one kind of apostrophe, one of space.
#[derive(Debug)]
struct Form {
    text: String,
    /// For each byte of it, the byte of the text from which it comes.
    from: Vec<usize>,
    /// The length of the text.
    length: usize,
}

impl Form {
    fn of(text: &str) -> Self {
        let mut form = Self {
            text: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len() + 1),
            length: text.len(),
        };
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                if !form.text.ends_with(' ') {
                    form.push(' ', at);
                }
                continue;
            }
            match c {
                '’' => form.push('\'', at),
                '\u{2011}' => form.push('-', at),
                c => c.to_lowercase().for_each(|c| form.push(c, at)),
            }
        }
        form
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.from.resize(self.text.len(), at);
    }

    /// Where words in the same form stand in it.
    fn find(&self, words: &str) -> Vec<(usize, usize)> {
        if words.is_empty() {
            return Vec::new();
        }
        self.text
            .match_indices(words)
            .map(|(at, words)| (at, at + words.len()))
            .filter(|(start, end)| is_whole(&self.text, *start, *end))
            .collect()
    }

    /// A range of it in the text.
    fn place(&self, (start, end): (usize, usize)) -> Range<usize> {
        let at = |byte: usize| self.from.get(byte).copied().unwrap_or(self.length);
        at(start)..at(end)
    }
}
