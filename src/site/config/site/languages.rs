//! The rows of `languages`.

use std::sync::Arc;

use crate::config::reader::Reader;
use crate::ids::{ByLanguage, LanguageId};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::language::{Language, LanguageError, Profile};
use rihla_text::yaml::{Map, Node, Value};

/// What stands beside the folders of the languages, or is asked for there by servers: no language can be
/// found below it.
const OWN_NAMES: [&str; 3] = ["404", "assets", "index"];

/// The settings of a language.
pub const LANGUAGE_KEYS: &[&str] = &[
    "tag",
    "name",
    "prefix",
    "variant",
    "typography",
    "partial",
    "fallback",
];

pub(super) fn languages(
    reader: &mut Reader,
    map: &Map,
    span: Span,
    typography: bool,
) -> ByLanguage<Arc<Language>> {
    let mut languages: ByLanguage<Arc<Language>> = ByLanguage::default();
    let mut partial = Vec::new();
    let Some(list) = map.get("languages") else {
        reader.report(
            Diagnostic::new(&say::NO_LANGUAGES),
            Span::new(span.start, span.start),
        );
        return languages;
    };
    for item in reader.list("languages", list) {
        let Some(row) = reader.map("languages", item) else {
            continue;
        };
        reader.only(row, LANGUAGE_KEYS);
        let Some((tag, variant)) = tags_of(reader, map, row, item.span) else {
            continue;
        };
        let tag_span = row.get("tag").map_or(item.span, |node| node.span);
        let mut name = reader.text_of(row, "name").unwrap_or_else(|| tag.clone());
        let mut prefix = reader
            .text_of(row, "prefix")
            .unwrap_or_else(|| tag.to_lowercase().into());
        if name.contains(rihla_text::url::ends_line) {
            let span = row.get("name").map_or(item.span, |node| node.span);
            reader.report(Diagnostic::new(&say::LANGUAGE_NAME).with("tag", &tag), span);
            // Or everything that is written in the language would be wrong besides.
            name = tag.clone();
        }
        let prefix_span = row.get("prefix").map_or(tag_span, |node| node.span);
        if OWN_NAMES.contains(&&*prefix) {
            let finding = Diagnostic::new(&say::PREFIX).with("value", &prefix);
            reader.report(finding.with("own", &prefix), prefix_span);
            prefix = tag.to_lowercase().into();
        }
        if !rihla_text::language::is_prefix(&prefix) {
            let finding = Diagnostic::new(&say::PREFIX).with("value", &prefix);
            let better = rihla_text::language::slug(&prefix);
            let is_better = rihla_text::language::is_prefix(&better);
            let finding = match is_better && row.get("prefix").is_some() {
                true => finding.replace(prefix_span, &better),
                false => finding,
            };
            reader.report(finding, prefix_span);
            // Or every file in the language would be told to be in none.
            prefix = match is_better {
                true => better.into(),
                false => tag.to_lowercase().into(),
            };
        }
        if languages.iter().any(|language| language.tag == tag) {
            let finding = Diagnostic::new(&say::LANGUAGE_TWICE).with("value", &tag);
            reader.report(finding.with("key", "tag"), tag_span);
            continue;
        }
        if languages.iter().any(|language| language.prefix == prefix) {
            let finding = Diagnostic::new(&say::LANGUAGE_TWICE).with("value", &prefix);
            reader.report(finding.with("key", "prefix"), prefix_span);
            // Or every page in the language would be told to have the address of another.
            let is_free = |other: &Arc<str>| {
                let mut taken = languages.iter();
                !taken.any(|language| language.prefix == *other)
            };
            let others = [tag.to_lowercase(), format!("{}-2", tag.to_lowercase())];
            let other = others.into_iter().map(Arc::from).find(is_free);
            let Some(other) = other else {
                continue;
            };
            prefix = other;
        }
        // What is wrong with the row has been told.
        let Ok(mut language) = Language::new(&tag, &name, &prefix, variant.as_deref()) else {
            continue;
        };
        if let Some(profile) = named_rules(reader, row, &tag) {
            language.typography = Some(profile);
        }
        if !typography {
            language.typography = None;
        }
        region(reader, row, "tag", Some(&tag));
        region(reader, row, "variant", variant.as_deref());
        let number = languages.push(Arc::new(language));
        if let Some(fallback) = partial_row(reader, row) {
            let span = row.get("fallback").map_or(item.span, |node| node.span);
            partial.push((number, fallback, span));
        }
    }
    if languages.is_empty() && reader.diagnostics.is_empty() {
        reader.report(Diagnostic::new(&say::NO_LANGUAGES), list.span);
    }
    let is_whole = |number: LanguageId| !partial.iter().any(|(other, ..)| *other == number);
    let whole: Vec<Arc<str>> = languages
        .ids()
        .filter(|number| is_whole(*number))
        .map(|number| languages[number].tag.clone())
        .collect();
    for (number, fallback, span) in partial {
        let named = match &fallback {
            Some(name) => whole.iter().find(|tag| *tag == name),
            None => whole.first(),
        };
        if named.is_none() {
            reader.report(
                Diagnostic::new(&say::FALLBACK)
                    .with("value", fallback.unwrap_or_default())
                    .with_some("known", (!whole.is_empty()).then(|| whole.join(", "))),
                span,
            );
        }
        if let Some(tag) = named.or(whole.first())
            && let Some(language) = Arc::get_mut(&mut languages[number])
        {
            language.fallback = Some(tag.clone());
        }
    }
    languages
}

/// Of a row that says `partial: true`, the language that it names for what it lacks.
fn partial_row(reader: &mut Reader, row: &Map) -> Option<Option<Arc<str>>> {
    let fallback = reader.text_of(row, "fallback");
    let is_partial = reader.boolean_of(row, "partial").unwrap_or(false);
    if !is_partial && let Some(node) = row.get("fallback") {
        reader.report(Diagnostic::new(&say::FALLBACK_ALONE), node.span);
    }
    is_partial.then_some(fallback)
}

/// The tag and the variant of a row of `languages`, in a map that stands at `at`.
///
/// What is wrong with them is told. Where it is certain what was meant, the row is read on with
/// that: or each file in the language would be told to be in none.
fn tags_of(
    reader: &mut Reader,
    map: &Map,
    row: &Map,
    at: Span,
) -> Option<(Arc<str>, Option<Arc<str>>)> {
    let Some(mut tag) = reader.text_of(row, "tag") else {
        reader.missing("tag", "tag: fr", at);
        return None;
    };
    let mut variant = reader.text_of(row, "variant");
    let tag_span = row.get("tag").map_or(at, |node| node.span);
    let variant_span = row.get("variant").map_or(tag_span, |node| node.span);
    // Each of the two may be wrong.
    for _ in 0..2 {
        let error = match Language::new(&tag, &tag, "x", variant.as_deref()) {
            Err(error) => error,
            // `fra`, where the titles and the files say `fr`.
            Ok(_) => match rihla_text::language::replaced(&tag) {
                Some(better) if is_called(map, &better) && !is_called(map, &tag) => {
                    LanguageError::NotATag {
                        tag: tag.to_string(),
                        suggestion: Some(better),
                    }
                }
                _ => break,
            },
        };
        let (finding, span, wanted) = wrong_tag(map, &tag, error, (tag_span, variant_span));
        let meant = finding.replacement().map(|edit| edit.text.clone());
        let meant = meant.or(wanted).map(Arc::from);
        reader.report(finding, span);
        if span == tag_span {
            tag = meant?;
        } else {
            variant = meant;
        }
    }
    Some((tag, variant))
}

/// What to say of the tag or the variant of a language, which stand at two places, at which, and what
/// is meant.
fn wrong_tag(
    map: &Map,
    tag: &str,
    error: LanguageError,
    (tag_span, variant_span): (Span, Span),
) -> (Diagnostic, Span, Option<String>) {
    let (written, wanted) = match error {
        LanguageError::NotATag { tag, suggestion } => (tag, suggestion),
        LanguageError::NotCanonical { tag, canonical } => (tag, Some(canonical)),
        LanguageError::VariantOfAnother { variant, .. } => (variant, None),
        LanguageError::NotAPrefix(_) | LanguageError::NoData(_) => (tag.to_owned(), None),
    };
    if written != tag {
        let is_of_tag = |wanted: &String| rihla_text::language::is_variant(tag, wanted);
        let wanted = wanted
            .filter(is_of_tag)
            .or_else(|| rihla_text::language::meant_variant(tag, &written));
        let message = match wanted.as_ref().is_some_and(|_| is_of_tag(&written)) {
            true => &say::LANGUAGE_TAG,
            false => &say::VARIANT,
        };
        let finding = Diagnostic::new(message)
            .with("value", &written)
            .with("language", tag);
        let finding = match &wanted {
            Some(wanted) => finding.with("wanted", wanted).replace(variant_span, wanted),
            None => finding,
        };
        return (finding, variant_span, wanted);
    }
    let finding = Diagnostic::new(&say::LANGUAGE_TAG).with("value", &written);
    let wanted = wanted.or_else(|| left_over(map));
    let primary = tag
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is_named = |name: &str| is_called(map, name);
    let meant = wanted.as_ref().map(|wanted| match is_named(&primary) {
        true => primary,
        false => wanted.clone(),
    });
    let finding = finding.with_some("wanted", meant.as_ref().or(wanted.as_ref()));
    // What is written elsewhere in the same way is to be written anew there as well.
    let finding = match meant.filter(|_| !is_named(tag)) {
        Some(meant) => finding.replace(tag_span, meant),
        None => finding,
    };
    (finding, tag_span, wanted)
}

/// The site's titles by language: what they are called by is what its files are.
pub(super) fn titles(map: &Map) -> Option<&Map> {
    match &map.get("title")?.value {
        Value::Map(titles) => Some(titles),
        _ => None,
    }
}

/// Whether the site has a title in a language.
fn is_called(map: &Map, tag: &str) -> bool {
    titles(map).is_some_and(|titles| titles.get(tag).is_some())
}

/// The one language of the site's titles that no row of `languages` names.
fn left_over(map: &Map) -> Option<String> {
    let Value::List(rows) = &map.get("languages")?.value else {
        return None;
    };
    fn tag(row: &Node) -> Option<String> {
        match &row.value {
            Value::Map(row) => match &row.get("tag")?.value {
                Value::Scalar(tag) => {
                    let meant = rihla_text::language::replaced(&tag.text);
                    Some(meant.unwrap_or_else(|| tag.text.clone()))
                }
                _ => None,
            },
            _ => None,
        }
    }
    let rows: Vec<String> = rows.iter().filter_map(tag).collect();
    let mut others = titles(map)?.iter().map(|(key, _)| &*key.name);
    let is_other = |name: &&str| !rows.iter().any(|tag| tag == name);
    let other = others.find(is_other)?;
    let is_one = !others.any(|name| is_other(&name));
    (is_one && Language::new(other, other, "x", None).is_ok()).then(|| other.to_owned())
}

/// Tells a region that is none, as in `en-UK` and `en-ZZ`, in the tag that stands under a key.
pub(super) fn region(reader: &mut Reader, row: &Map, key: &str, tag: Option<&str>) {
    if let Some(tag) = tag
        && let Some(better) = rihla_text::language::replaced(tag)
        && let Some(node) = row.get(key)
    {
        let found = Diagnostic::new(&say::TAG_REPLACED).with("value", tag);
        // Files and texts are named by a tag: another one alone would lose them.
        let found = match key {
            "tag" => found.with("tag", &better),
            _ => found.with("better", &better).replace(node.span, &better),
        };
        reader.report(found, node.span);
    } else if let Some(tag) = tag
        && let Some(region) = rihla_text::language::unknown_region(tag)
        && let Some(node) = row.get(key)
    {
        let found = Diagnostic::new(&say::TAG_REPLACED).with("value", tag);
        reader.report(found.with("region", region), node.span);
    }
}

/// The rules that a language names.
fn named_rules(reader: &mut Reader, row: &Map, tag: &str) -> Option<&'static Profile> {
    let name = reader.text_of(row, "typography")?;
    match Profile::named(tag, &name) {
        Ok(profile) => Some(profile),
        Err(unknown) => {
            let known = &unknown.known;
            reader.report(
                Diagnostic::new(&say::TYPOGRAPHY)
                    .with("value", &name)
                    .with("language", tag)
                    .with_some("known", (!known.is_empty()).then(|| known.join(", "))),
                row.get("typography")
                    .map_or(Span::default(), |node| node.span),
            );
            None
        }
    }
}
