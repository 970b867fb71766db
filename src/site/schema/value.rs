//! Values put together, looked at in one language, and compared.

use super::{Assignment, Field, FieldKind, FieldValue, Image, Money, Schema, Spanned, kinds};
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_text::language::names;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The path of a file that the caller did not name.
pub(super) fn path_of(paths: &[Arc<str>], file: u16) -> Arc<str> {
    let path = paths.get(usize::from(file)).or(paths.first());
    path.cloned().unwrap_or_else(|| "".into())
}

// ---------------------------------------------------------------- one language

/// The value of a field in one language, localized parts resolved at every depth.
///
/// A value without language holds for all. `None` where nothing is said in this language:
/// a list or an object of which nothing is left, an image never. Nothing is copied but
/// references to text, and the lists that hold them.
pub fn in_language(value: &FieldValue, language: &str) -> Option<FieldValue> {
    let inside = |spanned: &Spanned| {
        in_language(&spanned.value, language).map(|value| Spanned { value, ..*spanned })
    };
    match value {
        FieldValue::Localized(branches) => {
            let (_, branch) = branches.iter().find(|(tag, _)| **tag == *language)?;
            in_language(&branch.value, language)
        }
        FieldValue::List(items) => {
            let items: Vec<Spanned> = items.iter().filter_map(inside).collect();
            (!items.is_empty()).then_some(FieldValue::List(items))
        }
        FieldValue::Object(fields) => {
            let fields: Vec<(Arc<str>, Spanned)> = fields
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), inside(value)?)))
                .collect();
            (!fields.is_empty()).then_some(FieldValue::Object(fields))
        }
        FieldValue::Image(image) => Some(FieldValue::Image(Box::new(Image {
            file: image.file.clone(),
            alt: image.alt.as_ref().and_then(inside),
            credit: image.credit.as_ref().and_then(inside),
            focus: image.focus,
            caption: image.caption.as_ref().and_then(inside),
        }))),
        other => Some(other.clone()),
    }
}

// ---------------------------------------------------------------- equality

/// Whether two values say the same, wherever they stand: numbers by their worth
/// (1.0 is 1), objects whatever the order of their keys, lists in their order.
pub fn same(a: &FieldValue, b: &FieldValue) -> bool {
    let same_parts = |a: &Option<Spanned>, b: &Option<Spanned>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => same(&a.value, &b.value),
        _ => false,
    };
    match (a, b) {
        (FieldValue::Number(a), FieldValue::Number(b)) => kinds::scaled(a) == kinds::scaled(b),
        (FieldValue::Money(a), FieldValue::Money(b)) => same_money(a, b),
        (FieldValue::List(a), FieldValue::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(&a.value, &b.value))
        }
        (FieldValue::Object(a), FieldValue::Object(b))
        | (FieldValue::Localized(a), FieldValue::Localized(b)) => {
            a.len() == b.len()
                && a.iter().all(|(name, a)| {
                    b.iter()
                        .any(|(other, b)| name == other && same(&a.value, &b.value))
                })
        }
        (FieldValue::Image(a), FieldValue::Image(b)) => {
            same(&a.file.value, &b.file.value)
                && a.focus == b.focus
                && same_parts(&a.alt, &b.alt)
                && same_parts(&a.credit, &b.credit)
                && same_parts(&a.caption, &b.caption)
        }
        (a, b) => a == b,
    }
}

fn same_money(a: &Money, b: &Money) -> bool {
    a.currency == b.currency && kinds::scaled(&a.amount) == kinds::scaled(&b.amount)
}

// ---------------------------------------------------------------- merging

/// Two values of one field that cannot both hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The names from the field inwards to what differs.
    pub path: Vec<Arc<str>>,
    /// The number of the file of the one, and where it stands there.
    pub first: (u16, Span),
    /// The same of the other.
    pub second: (u16, Span),
}

/// Puts two values of one field together: what only one says holds, and what both say
/// must be the same, leaf by leaf. Lists are no sets of leaves: they must have the same
/// items, of which only the parts in different languages may come from different files.
///
/// # Errors
///
/// The first place where they differ.
pub fn merge(a: &Spanned, b: &Spanned) -> Result<Spanned, Conflict> {
    merged(a, b, false)
}

/// As [`merge`]; `whole` inside a list, where nothing but a language may be missing on one side.
fn merged(a: &Spanned, b: &Spanned, whole: bool) -> Result<Spanned, Conflict> {
    let conflict = || Conflict {
        path: Vec::new(),
        first: (a.file, a.span),
        second: (b.file, b.span),
    };
    let value = match (&a.value, &b.value) {
        (FieldValue::Localized(first), FieldValue::Localized(second)) => {
            let mut branches = first.clone();
            for (tag, branch) in second {
                match branches.iter_mut().find(|(other, _)| other == tag) {
                    Some((_, mine)) => *mine = merged(mine, branch, whole)?,
                    None => branches.push((tag.clone(), branch.clone())),
                }
            }
            FieldValue::Localized(branches)
        }
        // A value for all languages, and the same again in the file of one.
        (FieldValue::Localized(branches), plain) | (plain, FieldValue::Localized(branches)) => {
            if !branches
                .iter()
                .all(|(_, branch)| same(&branch.value, plain))
            {
                return Err(conflict());
            }
            plain.clone()
        }
        (FieldValue::Object(first), FieldValue::Object(second)) => {
            FieldValue::Object(merged_fields(a, b, first, second, whole)?)
        }
        (FieldValue::Image(first), FieldValue::Image(second)) => {
            if !same(&first.file.value, &second.file.value) {
                return Err(Conflict {
                    path: vec!["file".into()],
                    first: (first.file.file, first.file.span),
                    second: (second.file.file, second.file.span),
                });
            }
            let part = |name: &str, one: &Option<Spanned>, other: &Option<Spanned>| {
                let result = match (one, other) {
                    (Some(one), Some(other)) => merged(one, other, whole).map(Some),
                    (Some(only), None) | (None, Some(only)) if may_miss(only, whole) => {
                        Ok(Some(only.clone()))
                    }
                    (None, None) => Ok(None),
                    _ => Err(conflict()),
                };
                result.map_err(|conflict| conflict.inside(name))
            };
            let focus = match (first.focus, second.focus) {
                (Some(one), Some(other)) if one != other => {
                    return Err(conflict().inside("focus"));
                }
                (one, other) if whole && one != other => return Err(conflict().inside("focus")),
                (one, other) => one.or(other),
            };
            FieldValue::Image(Box::new(Image {
                file: first.file.clone(),
                alt: part("alt", &first.alt, &second.alt)?,
                credit: part("credit", &first.credit, &second.credit)?,
                focus,
                caption: part("caption", &first.caption, &second.caption)?,
            }))
        }
        (FieldValue::List(first), FieldValue::List(second)) => {
            if first.len() != second.len() {
                return Err(conflict());
            }
            let items: Result<Vec<Spanned>, Conflict> = first
                .iter()
                .zip(second)
                .map(|(one, other)| merged(one, other, true))
                .collect();
            FieldValue::List(items.map_err(|_| conflict())?)
        }
        (first, second) if same(first, second) => first.clone(),
        _ => return Err(conflict()),
    };
    Ok(Spanned { value, ..*a })
}

/// The fields of two objects.
fn merged_fields(
    a: &Spanned,
    b: &Spanned,
    first: &[(Arc<str>, Spanned)],
    second: &[(Arc<str>, Spanned)],
    whole: bool,
) -> Result<Vec<(Arc<str>, Spanned)>, Conflict> {
    let missing = |name: &Arc<str>| Conflict {
        path: vec![name.clone()],
        first: (a.file, a.span),
        second: (b.file, b.span),
    };
    let mut fields = Vec::with_capacity(first.len().max(second.len()));
    for (name, one) in first {
        let value = match second.iter().find(|(other, _)| other == name) {
            Some((_, other)) => {
                merged(one, other, whole).map_err(|conflict| conflict.inside(name))?
            }
            None if may_miss(one, whole) => one.clone(),
            None => return Err(missing(name)),
        };
        fields.push((name.clone(), value));
    }
    for (name, other) in second {
        if fields.iter().all(|(known, _)| known != name) {
            if !may_miss(other, whole) {
                return Err(missing(name));
            }
            fields.push((name.clone(), other.clone()));
        }
    }
    Ok(fields)
}

/// Whether one of two values may lack what the other has.
fn may_miss(value: &Spanned, whole: bool) -> bool {
    !whole || matches!(value.value, FieldValue::Localized(_))
}

/// Keeps of a list that conflicts with another what both say alike, so that nothing is told to be
/// missing in the rest of it. Gives how many items the other has, and how many it has, where they
/// are not as many.
fn keep_rows(list: &mut Spanned, other: &Spanned) -> Option<(usize, usize)> {
    let (FieldValue::List(own), FieldValue::List(others)) = (&list.value, &other.value) else {
        return None;
    };
    let are_rows = own
        .iter()
        .all(|item| matches!(item.value, FieldValue::Object(_)));
    let differ = are_rows && own.len() != others.len();
    let counts = differ.then_some((others.len(), own.len()));
    let rows = own.iter().zip(others);
    let rows: Vec<Spanned> = rows
        .filter_map(|(one, other)| merged(one, other, true).ok())
        .collect();
    list.value = FieldValue::List(rows);
    counts
}

impl Conflict {
    fn inside(mut self, name: &str) -> Self {
        self.path.insert(0, name.into());
        self
    }
}

/// Puts the files of an entry together.
///
/// `parts` are what [`read`](super::read) gave for each file, `paths` the paths of the
/// files by the number that their values carry. Values in the order in which the fields
/// first appear; of two that conflict, the first, and an error that shows both places.
/// Texts that are the same in the files of two languages are warned of.
pub fn combine(
    parts: Vec<Vec<Assignment>>,
    paths: &[Arc<str>],
) -> (Vec<Assignment>, Vec<Diagnostic>) {
    let mut whole: Vec<Assignment> = Vec::new();
    let mut place: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for assignment in parts.into_iter().flatten() {
        let Some(at) = place.get(&assignment.field).copied() else {
            place.insert(assignment.field.clone(), whole.len());
            whole.push(assignment);
            continue;
        };
        match merge(&whole[at].value, &assignment.value) {
            Ok(value) => whole[at].value = value,
            Err(conflict) => {
                let mut name = assignment.field.to_string();
                for part in &conflict.path {
                    name.push('.');
                    name.push_str(part);
                }
                let (file, span) = conflict.second;
                let (first_file, first_span) = conflict.first;
                let rows = keep_rows(&mut whole[at].value, &assignment.value);
                let (here, there) = rows.unzip();
                findings.push(
                    Diagnostic::at(&says::SHARED_CONFLICT, path_of(paths, file), span)
                        .with("field", name)
                        .with_some("here", here)
                        .with_some("there", there)
                        .related(
                            Location::new(path_of(paths, first_file), first_span),
                            says::LABEL_OTHER_VALUE,
                        ),
                );
            }
        }
    }
    // A translation that has only begun still holds words of its source.
    let is_begun = whole.iter().any(|assignment| {
        &*assignment.field == "translation" && is_in_work(&assignment.value.value)
    });
    for assignment in whole.iter().filter(|_| !is_begun) {
        same_text(
            &assignment.field,
            &assignment.value,
            // Within one file `read` has seen it.
            |first, second| first.file != second.file,
            &|file| path_of(paths, file),
            &mut findings,
        );
    }
    (whole, findings)
}

// ---------------------------------------------------------------- untranslated texts

/// Whether a value of the field `translation` says of a language that somebody works on it.
pub(super) fn is_in_work(value: &FieldValue) -> bool {
    match value {
        FieldValue::Localized(branches) => {
            branches.iter().any(|(_, branch)| is_in_work(&branch.value))
        }
        FieldValue::Object(fields) => fields.iter().any(|(name, field)| {
            &**name == "state"
                && matches!(&field.value, FieldValue::Choice(state) if &**state != "reviewed")
        }),
        _ => false,
    }
}

/// Warns of sentences that are the same in two languages, at any depth of a value. `path` gives the path of a file by its number.
pub fn same_text_in_languages(
    field: &str,
    value: &Spanned,
    path: &dyn Fn(u16) -> Arc<str>,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    same_text(field, value, |_, _| true, path, &mut findings);
    findings
}

fn same_text(
    field: &str,
    value: &Spanned,
    counts: fn(&Spanned, &Spanned) -> bool,
    path: &dyn Fn(u16) -> Arc<str>,
    findings: &mut Vec<Diagnostic>,
) {
    match &value.value {
        FieldValue::Localized(branches) => {
            for (index, (second_tag, second)) in branches.iter().enumerate() {
                let words = words_of(&second.value);
                let twin = branches[..index].iter().find(|(_, first)| {
                    words.is_some() && words == words_of(&first.value) && counts(first, second)
                });
                if let (Some(words), Some((first_tag, first))) = (words, twin) {
                    findings.push(
                        Diagnostic::at(&says::SAME_TEXT, path(first.file), first.span)
                            .with("field", field)
                            .with("first", names::said(first_tag, first_tag))
                            .with("second", names::said(second_tag, second_tag))
                            .with_some(
                                "example",
                                (first.file == second.file && words.len() < 80)
                                    .then(|| super::report::quoted(words)),
                            )
                            .related(
                                Location::new(path(second.file), second.span),
                                says::LABEL_SAME_TEXT,
                            ),
                    );
                }
            }
        }
        FieldValue::List(items) => {
            for item in items {
                same_text(field, item, counts, path, findings);
            }
        }
        FieldValue::Object(fields) => {
            for (name, value) in fields {
                same_text(name, value, counts, path, findings);
            }
        }
        FieldValue::Image(image) => {
            for (name, part) in [("alt", &image.alt), ("caption", &image.caption)] {
                if let Some(part) = part {
                    same_text(name, part, counts, path, findings);
                }
            }
        }
        _ => {}
    }
}

/// The most words that a text has which may be the name of something.
const LONGEST_NAME: usize = 15;

/// A text that one would expect to differ between languages: a sentence, or more words than any name
/// has. A name, a title of a work or an address is the same in all of them, however long.
fn words_of(value: &FieldValue) -> Option<&str> {
    let (FieldValue::Text(text) | FieldValue::Markdown(text)) = value else {
        return None;
    };
    let text = text.trim();
    is_sentence(text).then_some(text)
}

/// Whether words are a sentence, or more of them than any name has.
pub fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    let words = text.split_whitespace();
    let count = words
        .filter(|word| word.contains(char::is_alphabetic))
        .count();
    let end = text.trim_end_matches(['"', '\'', '»', '”', '’', ')', '*', '_', ' ', '\u{a0}']);
    let is_sentence = count > 3
        && (end.ends_with(['!', '?', '…', '؟', '。'])
            || end.ends_with('.') && !is_abbreviated(end));
    is_sentence || count > LONGEST_NAME
}

/// Whether the point at the end of a text belongs to an abbreviation: `S.A.`, `Inc.`.
fn is_abbreviated(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or(text);
    let letters = word.trim_end_matches('.');
    letters.contains('.') || letters.chars().count() < 4 && letters.starts_with(char::is_uppercase)
}

// ---------------------------------------------------------------- what is missing

/// A required field without a value in a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Its path in the entry, with dots.
    pub field: String,
    /// Whether the field has a value of its own in each language.
    pub localized: bool,
    /// Whether nothing is said in any language.
    pub is_absent: bool,
    /// Whether it is required, and not only said in another language.
    pub is_required: bool,
    /// The object in which it is missing (number of the file, place); `None`: the entry itself.
    pub within: Option<Within>,
}

/// The place of an object: the number of its file and the span there.
pub type Within = (u16, Span);

/// The required fields that have no value in one language, at every depth, among the
/// values of a whole entry. A field with a default is never missing.
pub fn missing(schema: &Schema, values: &[Assignment], language: &str) -> Vec<Missing> {
    lacking(schema, values, Lacking::Required, language)
}

/// As [`missing`], and besides what is said in another language and not in this one.
pub fn unsaid(schema: &Schema, values: &[Assignment], language: &str) -> Vec<Missing> {
    lacking(schema, values, Lacking::SaidElsewhere, language)
}

/// What counts as missing.
#[derive(Clone, Copy, PartialEq)]
enum Lacking {
    /// A required field without a value.
    Required,
    /// That, and a field with a value in another language alone.
    SaidElsewhere,
}

fn lacking(
    schema: &Schema,
    values: &[Assignment],
    lacking: Lacking,
    language: &str,
) -> Vec<Missing> {
    let mut found = Vec::new();
    let get = |name: &str| {
        let assignment = values
            .iter()
            .find(|assignment| *assignment.field == *name)?;
        Some(&assignment.value)
    };
    let search = Search { lacking, language };
    search.fields(&schema.fields, &get, "", None, &mut found);
    found
}

/// A search for what is missing in a language.
#[derive(Clone, Copy)]
struct Search<'l> {
    lacking: Lacking,
    language: &'l str,
}

impl Search<'_> {
    fn fields<'v>(
        self,
        fields: &[Field],
        get: &dyn Fn(&str) -> Option<&'v Spanned>,
        prefix: &str,
        within: Option<Within>,
        found: &mut Vec<Missing>,
    ) {
        for field in fields {
            let value = get(&field.name);
            let is_owed = match self.lacking {
                Lacking::Required => field.required,
                Lacking::SaidElsewhere => field.required || value.is_some(),
            };
            match value.and_then(|value| branch(value, self.language)) {
                Some(value) => self.inside(field, value, prefix, found),
                None if is_owed && field.default.is_none() => found.push(Missing {
                    field: format!("{prefix}{}", field.name),
                    localized: field.localized,
                    is_absent: value.is_none(),
                    is_required: field.required,
                    within,
                }),
                None => {}
            }
        }
    }

    fn inside(self, field: &Field, value: &Spanned, prefix: &str, found: &mut Vec<Missing>) {
        match (&field.kind, &value.value) {
            (kind, FieldValue::List(items)) => {
                let item = match kind {
                    FieldKind::List(item) => item,
                    _ => field,
                };
                // A field with `many` is its own item, which is not a list again.
                for value in items
                    .iter()
                    .filter_map(|value| branch(value, self.language))
                {
                    if !matches!(value.value, FieldValue::List(_))
                        || matches!(kind, FieldKind::List(_))
                    {
                        self.inside(item, value, prefix, found);
                    }
                }
            }
            (FieldKind::Object(fields), FieldValue::Object(values)) => {
                let get = |name: &str| {
                    let (_, value) = values.iter().find(|(other, _)| **other == *name)?;
                    Some(value)
                };
                let prefix = format!("{prefix}{}.", field.name);
                let within = Some((value.file, value.span));
                self.fields(fields, &get, &prefix, within, found);
            }
            _ => {}
        }
    }
}

/// What a value is in one language, without resolving what is inside.
pub(super) fn branch<'v>(value: &'v Spanned, language: &str) -> Option<&'v Spanned> {
    match &value.value {
        FieldValue::Localized(branches) => {
            let (_, branch) = branches.iter().find(|(tag, _)| **tag == *language)?;
            Some(branch)
        }
        _ => Some(value),
    }
}
