//! The strings of a theme: what it says in each language, over what the program does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::builtin::{BuiltinTheme, DEFAULT_ROOT, Layer};
use crate::config::reader::Reader;
use crate::config::site::Site;
use crate::ids::{ByLanguage, LanguageId};
use crate::source::Snapshot;
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Location, Span, nearest};
use rihla_text::language::{Language, Plural};
use rihla_text::yaml::{Key, Node, Value};

/// A string of a theme; `{name}` in it stands for a value that the template gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// One form.
    Plain(Arc<str>),
    /// A form for each plural category that the language has; the value is `{n}`.
    Plural(Vec<(Plural, Arc<str>)>),
}

/// The strings of each language, by key.
type Strings = ByLanguage<BTreeMap<Arc<str>, Phrase>>;

/// A file of strings, and the keys of those in it with where they stand.
type Written = (Arc<str>, Vec<(Arc<str>, Span)>);

/// A string that was read: its key, where that stands, and what it says.
type Read = (Arc<str>, Span, Phrase);

/// For each language, that whose words stand in for those it lacks: a partial language names one.
pub(super) fn fallbacks(site: &Site) -> ByLanguage<Option<LanguageId>> {
    let tag = |language: &Arc<Language>| language.fallback.clone();
    let fallbacks = site.languages.iter().map(tag);
    let number = |tag: Arc<str>| site.languages.find(|known| known.tag == tag);
    fallbacks.map(|tag| tag.and_then(number)).collect()
}

/// The strings of a theme, over those of the program; the keys of the latter; and what is wrong.
pub(super) fn strings(
    snapshot: &Snapshot,
    site: &Site,
    builtin: BuiltinTheme,
    base: Option<&Layer>,
) -> (Strings, ByLanguage<BTreeSet<Arc<str>>>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut all = ByLanguage::default();
    let mut lent = ByLanguage::default();
    // What the theme itself says in each language, and where.
    let mut written: ByLanguage<Written> = ByLanguage::default();
    let file_of =
        |tag: &str| -> Arc<str> { format!("themes/{}/strings/{tag}.yaml", site.theme).into() };
    for language in &site.languages {
        let mut strings = BTreeMap::new();
        let primary = language.tag.split('-').next().unwrap_or_default();
        let own = builtin.strings(&language.tag);
        let below = own.or_else(|| builtin.strings(primary));
        let of_base = |tag: &str| {
            let file = base?.get(&format!("{DEFAULT_ROOT}/strings/{tag}.yaml"))?;
            file.text().map(|text| &**text)
        };
        let of_base = of_base(&language.tag).or_else(|| of_base(primary));
        for text in below.into_iter().chain(of_base) {
            let (more, problems) = read(&Arc::from(DEFAULT_ROOT), text, language);
            debug_assert!(problems.is_empty(), "{problems:?}");
            strings.extend(more.into_iter().map(|(key, _, phrase)| (key, phrase)));
        }
        lent.push(strings.keys().cloned().collect());
        let path = file_of(&language.tag);
        let mut places = Vec::new();
        if let Some(text) = snapshot.text(&path) {
            let (more, problems) = read(&path, text, language);
            for (key, span, phrase) in more {
                places.push((key.clone(), span));
                strings.insert(key, phrase);
            }
            diagnostics.extend(problems);
        }
        all.push(strings);
        written.push((path, places));
    }
    let english = english(builtin);
    for (language, (path, places)) in written.pairs() {
        for (key, span) in places {
            let told = values(&all, &english, site, language, key).into_iter();
            diagnostics.extend(told.map(|told| told.placed(Location::new(path.clone(), *span))));
        }
    }
    diagnostics.extend(misspelt(&mut all, &written));
    let fallbacks = fallbacks(site);
    let keys: BTreeSet<Arc<str>> = all
        .iter()
        .flat_map(|strings| strings.keys().cloned())
        .collect();
    for ((number, strings), language) in all.pairs().zip(&site.languages) {
        let lent = fallbacks[number].map(|fallback| &all[fallback]);
        let has = |key: &str| {
            strings.contains_key(key) || lent.is_some_and(|lent| lent.contains_key(key))
        };
        let missing: Vec<&str> = keys
            .iter()
            .filter(|key| !has(key))
            .map(|key| &**key)
            .collect();
        if !missing.is_empty() {
            let path = file_of(&language.tag);
            diagnostics.push(
                Diagnostic::on_file(&say::STRING_MISSING, path.clone())
                    .with("count", missing.len())
                    .with("key", missing.join(", "))
                    .with("language", language.said())
                    .with("file", path),
            );
        }
    }
    (all, lent, diagnostics)
}

/// The places for values in a phrase: `{name}`.
pub fn places_in(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('{').filter_map(|(at, _)| {
        let name = text[at + 1..].split('}').next()?;
        let is_closed = text[at + 1 + name.len()..].starts_with('}');
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        (is_closed && !name.is_empty() && name.chars().all(is_name)).then_some(name)
    })
}

impl Phrase {
    /// Its texts: one, or one for each plural category.
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Plain(text) => vec![text],
            Self::Plural(forms) => forms.iter().map(|(_, text)| &**text).collect(),
        }
    }

    /// The values that it has a place for in any of its forms.
    fn values(&self) -> BTreeSet<&str> {
        let texts = self.texts();
        texts.into_iter().flat_map(places_in).collect()
    }
}

/// The words of the program in English, which all others say.
fn english(builtin: BuiltinTheme) -> BTreeMap<Arc<str>, Phrase> {
    let path = Arc::from("builtin");
    let text = builtin.strings("en").unwrap_or_default();
    let (node, _) = rihla_text::yaml::parse(&path, text, Span::new(0, text.len()));
    let Some(Value::Map(map)) = node.as_ref().map(|node| &node.value) else {
        return BTreeMap::new();
    };
    let words = |node: &Node| match &node.value {
        Value::Scalar(scalar) => Some(Arc::from(scalar.text.as_str())),
        _ => None,
    };
    let phrases = map.iter().filter_map(|(key, node)| {
        let phrase = match &node.value {
            Value::Map(forms) => {
                let forms = forms.iter();
                let forms =
                    forms.filter_map(|(name, node)| Some((name.name.parse().ok()?, words(node)?)));
                Phrase::Plural(forms.collect())
            }
            _ => Phrase::Plain(words(node)?),
        };
        Some((Arc::from(key.name.as_str()), phrase))
    });
    phrases.collect()
}

/// What a string says elsewhere: in the program, else in English, else in another language of the site.
fn model<'p>(
    all: &'p ByLanguage<BTreeMap<Arc<str>, Phrase>>,
    english: &'p BTreeMap<Arc<str>, Phrase>,
    site: &Site,
    language: LanguageId,
    key: &str,
) -> Option<&'p Phrase> {
    let is_english =
        |number: &LanguageId| site.languages[*number].tag.split('-').next() == Some("en");
    let first = all.ids().find(is_english).unwrap_or(LanguageId::FIRST);
    // What is compared with is not compared itself.
    let mut others = [first].into_iter().chain(all.ids());
    let elsewhere = || match language == first {
        true => None,
        false => others.find_map(|other| all[other].get(key).filter(|_| other != language)),
    };
    english.get(key).or_else(elsewhere)
}

/// What is wrong with the places for values in a string of the theme.
fn values(
    all: &ByLanguage<BTreeMap<Arc<str>, Phrase>>,
    english: &BTreeMap<Arc<str>, Phrase>,
    site: &Site,
    language: LanguageId,
    key: &str,
) -> Vec<Diagnostic> {
    let model = model(all, english, site, language, key);
    let (Some(own), Some(model)) = (all[language].get(key), model) else {
        return Vec::new();
    };
    let (has, wanted) = (own.values(), model.values());
    let braces = |names: Vec<&str>| {
        let names: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
        names.join(", ")
    };
    let mut found = Vec::new();
    let missing: Vec<&str> = wanted.difference(&has).copied().collect();
    if !missing.is_empty() {
        let texts = model.texts();
        found.push(
            Diagnostic::new(&say::STRING_LACKS)
                .with("key", key)
                .with("missing", braces(missing))
                .with("language", site.languages[language].said())
                .with("example", texts.last().copied().unwrap_or_default()),
        );
    }
    let strange: Vec<&str> = has.difference(&wanted).copied().collect();
    if !strange.is_empty() {
        let known = braces(wanted.into_iter().collect());
        found.push(
            Diagnostic::new(&say::STRING_STRANGE)
                .with("key", key)
                .with("strange", braces(strange))
                .with_some("known", (!known.is_empty()).then_some(known)),
        );
    }
    found
}

/// Strings that are in one language alone, and called nearly as one that it has not: these are not asked
/// for in the other languages.
fn misspelt(
    all: &mut ByLanguage<BTreeMap<Arc<str>, Phrase>>,
    written: &ByLanguage<Written>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (language, (path, places)) in written.pairs() {
        for (key, span) in places {
            let is_elsewhere = |(other, strings): (LanguageId, &BTreeMap<Arc<str>, Phrase>)| {
                other != language && strings.contains_key(key)
            };
            if all.len() < 2 || all.pairs().any(is_elsewhere) {
                continue;
            }
            let others = all.pairs();
            let others = others.filter(|(other, _)| *other != language);
            let known = others.flat_map(|(_, strings)| strings.keys());
            let free = known.filter(|known| places.iter().all(|(own, _)| own != *known));
            let near = nearest(key, free.map(|known| &**known)).map(str::to_owned);
            let Some(near) = near else {
                continue;
            };
            all[language].remove(key);
            found.push(
                Diagnostic::new(&say::STRING_UNKNOWN)
                    .with("key", key)
                    .meant(*span, Some(&near))
                    .placed(Location::new(path.clone(), *span)),
            );
        }
    }
    found
}

/// Reads a file of strings.
fn read(path: &Arc<str>, text: &str, language: &Language) -> (Vec<Read>, Vec<Diagnostic>) {
    let (node, mut diagnostics) = rihla_text::yaml::parse(path, text, Span::new(0, text.len()));
    let mut reader = Reader::new(path, Vec::new());
    let mut strings = Vec::new();
    // A file of comments alone has no strings.
    let said = node
        .as_ref()
        .filter(|node| !matches!(node.value, Value::Null));
    if let Some(node) = said
        && let Some(map) = reader.map("strings", node)
    {
        // The record of their translation is no string.
        let strings_of = map.iter().filter(|(key, _)| key.name != "translation");
        for (key, node) in strings_of {
            if let Some(phrase) = phrase(&mut reader, key, node, language) {
                strings.push((Arc::from(key.name.as_str()), key.span, phrase));
            }
        }
    }
    diagnostics.extend(reader.diagnostics);
    (strings, diagnostics)
}

fn phrase(reader: &mut Reader, key: &Key, node: &Node, language: &Language) -> Option<Phrase> {
    reader.runs(node);
    let Value::Map(map) = &node.value else {
        return reader.text(&key.name, node).map(Phrase::Plain);
    };
    let mut forms = Vec::new();
    for (name, node) in map.iter() {
        match name.name.parse::<Plural>() {
            Ok(plural) => {
                if let Some(text) = reader.text(&name.name, node) {
                    forms.push((plural, text));
                }
            }
            Err(_) => reader.report(
                Diagnostic::new(&say::PLURAL).with("value", &name.name),
                name.span,
            ),
        }
    }
    if !forms.iter().any(|(plural, _)| *plural == Plural::Other) {
        reader.missing("other", "other: \"…\"", node.span);
    }
    let has = |wanted: Plural| forms.iter().any(|(form, _)| *form == wanted);
    let missing: Vec<String> = language
        .plural_forms()
        .into_iter()
        .filter(|(plural, _)| !has(*plural))
        .map(|(plural, number)| format!("{} ({number})", plural.as_str()))
        .collect();
    if !missing.is_empty() && has(Plural::Other) {
        reader.report(
            Diagnostic::new(&say::PLURAL_MISSING)
                .with("key", &key.name)
                .with("forms", missing.join(", "))
                .with("language", language.said()),
            key.span,
        );
    }
    Some(Phrase::Plural(forms))
}
