//! YAML → typed values, with everything that is wrong on the way.

use super::kinds::{self, Wrong};
use super::report::{Report, excerpt, listed, nearest, quoted};
use super::{
    Assignment, Choice, Field, Focus, Image, Kind, Money, Schema, Scope, SourceFile, Spanned,
    Value, field_of, value,
};
use crate::diagnostic::catalogue::schema as says;
use crate::diagnostic::{Bilingual, Diagnostic, Message, Span};
use crate::yaml::{self, Node, Style};
use std::sync::{Arc, LazyLock};

/// Reads the fields of one file.
///
/// `builtin` holds the fields that every entry has, and whatever else the caller allows
/// (the `id` in an `entries.yaml`); a field of `schema` goes before one of `builtin`.
/// `languages` are the tags of the site. What has no value (`null`, an empty text, a list
/// or an object of nothing) gives no assignment. A value that is wrong gives none either,
/// but a finding; the others are still read, so that all findings come at once.
///
/// Whatever is localized, at any depth, comes out as [`Value::Localized`], also from a
/// language file; except a plain value in a shared file, which holds for all languages.
pub fn read(
    schema: &Schema,
    builtin: &Schema,
    source: SourceFile<'_>,
    map: &yaml::Map,
    scope: Scope<'_>,
    languages: &[Arc<str>],
) -> (Vec<Assignment>, Vec<Diagnostic>) {
    let mut reader = Reader::new(source, languages);
    let standing = match scope {
        Scope::Shared => Standing::Shared,
        Scope::Language(tag) => Standing::File(tag),
    };
    let mut assignments = Vec::new();
    for (key, node) in map.iter() {
        let field = schema.field(&key.name).or_else(|| builtin.field(&key.name));
        let Some(field) = field else {
            reader.unknown_key(key, || schema.fields.iter().chain(&builtin.fields));
            continue;
        };
        if let Some(value) = reader.field(field, node, Some(key.span), standing) {
            if scope == Scope::Shared {
                for finding in
                    value::same_text_in_languages(&field.name, &value, &|_| source.path.clone())
                {
                    reader.report.push(finding);
                }
            }
            assignments.push(Assignment {
                field: field.name.clone(),
                key: key.span,
                value,
            });
        }
    }
    (assignments, reader.report.finish())
}

/// Where a value stands, as far as languages go.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Standing<'a> {
    /// In a file for all languages, and outside a map of languages.
    Shared,
    /// In the file of a language, and outside a localized field.
    File(&'a str),
    /// Inside a value that belongs to one language already.
    Inside(&'a str),
}

/// Reads the values of one file.
pub(super) struct Reader<'a> {
    pub(super) report: Report<'a>,
    languages: &'a [Arc<str>],
}

/// The parts of a picture that are texts.
struct ImageTexts {
    alt: Field,
    credit: Field,
    caption: Field,
}

static IMAGE_TEXTS: LazyLock<ImageTexts> = LazyLock::new(|| ImageTexts {
    alt: Field::new("alt", Kind::Alternative).localized(),
    credit: Field::new("credit", Kind::Text).localized(),
    caption: Field::new("caption", Kind::Text).localized(),
});

const IMAGE_KEYS: [&str; 5] = ["file", "alt", "credit", "focus", "caption"];
const MONEY_KEYS: [&str; 2] = ["amount", "currency"];

impl<'a> Reader<'a> {
    pub(super) fn new(source: SourceFile<'a>, languages: &'a [Arc<str>]) -> Self {
        Self {
            report: Report::new(source),
            languages,
        }
    }

    /// A field's value where it stands; `key` is the key before it, where there is one.
    pub(super) fn field(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        standing: Standing<'_>,
    ) -> Option<Spanned> {
        if !has_value(&field.kind, node) {
            return None;
        }
        let by_language = match &node.value {
            yaml::Value::Map(map) => self.by_language(field, map, standing),
            _ => None,
        };
        match (field.localized, standing, by_language) {
            (true, Standing::Shared, Some(map)) => self.languages_of(field, node, map),
            (true, Standing::File(tag) | Standing::Inside(tag), Some(map)) => {
                self.map_in_language(field, node, key, map, tag)
            }
            (true, Standing::File(tag), None) => {
                let value = self.value(field, node, key, Standing::Inside(tag))?;
                Some(Spanned {
                    span: value.span,
                    file: value.file,
                    value: Value::Localized(vec![(self.tag(tag), value)]),
                })
            }
            (false, _, Some(_)) => {
                let finding = self
                    .report
                    .at(&says::NOT_LOCALIZED, node.span)
                    .with("field", &field.name);
                self.report.push(finding);
                None
            }
            (_, _, None) => self.value(field, node, key, standing),
        }
    }

    /// The map, if it is one from languages to values rather than a value that is itself a map.
    fn by_language<'n>(
        &self,
        field: &Field,
        map: &'n yaml::Map,
        standing: Standing<'_>,
    ) -> Option<&'n yaml::Map> {
        let of_value = |key: &str| match &field.kind {
            _ if field.is_list() => false,
            Kind::Object(fields) => field_of(fields, key).is_some(),
            Kind::Image => IMAGE_KEYS.contains(&key),
            Kind::Money => MONEY_KEYS.contains(&key),
            _ => false,
        };
        let is_map =
            !field.is_list() && matches!(field.kind, Kind::Object(_) | Kind::Image | Kind::Money);
        let named = map
            .iter()
            .any(|(key, _)| self.is_language(&key.name) && !of_value(&key.name));
        // In a shared file a localized text can only be given by language.
        let only_so = field.localized && standing == Standing::Shared && !is_map;
        (named || only_so).then_some(map)
    }

    fn is_language(&self, tag: &str) -> bool {
        self.languages.iter().any(|language| **language == *tag)
    }

    /// The tag as the site's list holds it, so that no text is kept twice.
    fn tag(&self, tag: &str) -> Arc<str> {
        let known = self.languages.iter().find(|language| ***language == *tag);
        known.cloned().unwrap_or_else(|| tag.into())
    }

    /// A map from language to value, in a shared file.
    fn languages_of(&mut self, field: &Field, node: &Node, map: &yaml::Map) -> Option<Spanned> {
        let mut found: Vec<(usize, Spanned)> = Vec::new();
        for (key, branch) in map.iter() {
            let index = self.languages.iter().position(|tag| **tag == *key.name);
            let Some(index) = index else {
                self.unknown_language(field, key, branch);
                continue;
            };
            let tag = self.languages[index].clone();
            let value = self.field_in(field, branch, key.span, &tag);
            if let Some(value) = value
                && found.iter().all(|(other, _)| *other != index)
            {
                found.push((index, value));
            }
        }
        if found.is_empty() {
            return None;
        }
        found.sort_by_key(|(index, _)| *index);
        let branches = found
            .into_iter()
            .map(|(index, value)| (self.languages[index].clone(), value))
            .collect();
        Some(self.spanned(Value::Localized(branches), node.span))
    }

    /// The value of a localized field in one language.
    fn field_in(&mut self, field: &Field, node: &Node, key: Span, tag: &str) -> Option<Spanned> {
        if !has_value(&field.kind, node) {
            return None;
        }
        self.value(field, node, Some(key), Standing::Inside(tag))
    }

    fn unknown_language(&mut self, field: &Field, key: &yaml::Key, branch: &Node) {
        if self.report.is_full() {
            return self.report.push(Diagnostic::new(&says::LANGUAGE_UNKNOWN));
        }
        let near = nearest(&key.name, self.languages.iter().map(|tag| &**tag));
        // `{fr: Santé, hébergement, en: Health}`: the comma made a key of the second word.
        let empty = matches!(branch.value, yaml::Value::Null).then(|| excerpt(&key.name));
        let near = if empty.is_some() { None } else { near };
        let mut finding = self
            .report
            .at(&says::LANGUAGE_UNKNOWN, key.span)
            .with("key", excerpt(&key.name))
            .with("field", &field.name)
            .with("allowed", self.listed_languages())
            .with_some("nearest", near)
            .with_some("empty", empty);
        if let Some(near) = near {
            finding = self.report.fixed(finding, key.span, near);
        }
        self.report.push(finding);
    }

    fn listed_languages(&self) -> String {
        listed(self.languages.iter().map(|tag| &**tag))
    }

    /// A map of languages where one language is spoken: an error that gives the plain value,
    /// which is then also read, for what else may be wrong with it.
    fn map_in_language(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        map: &yaml::Map,
        tag: &str,
    ) -> Option<Spanned> {
        let mut finding = self
            .report
            .at(&says::LANGUAGE_MAP, key.unwrap_or(node.span))
            .with("field", &field.name)
            .with("language", tag);
        if let Some(branch) = map.get(tag) {
            let plain = self.report.slice(self.report.trimmed(branch.span));
            if !plain.is_empty() && !plain.contains('\n') {
                finding = match key {
                    Some(key) => {
                        let name = self.report.slice(key);
                        let whole = Span::new(key.start, node.span.end);
                        self.report
                            .fixed(finding, whole, &format!("{name}: {plain}"))
                    }
                    None => self.report.fixed(finding, node.span, plain),
                };
            }
        }
        self.report.push(finding);
        None
    }

    /// A key that is none of these fields.
    pub(super) fn unknown_key<'f, I: Iterator<Item = &'f Field>>(
        &mut self,
        key: &yaml::Key,
        fields: impl Fn() -> I,
    ) {
        self.unknown_name(key, || fields().map(|field| &*field.name));
    }

    fn unknown_name<'f, I: Iterator<Item = &'f str>>(
        &mut self,
        key: &yaml::Key,
        names: impl Fn() -> I,
    ) {
        if self.report.is_full() {
            return self.report.push(Diagnostic::new(&says::FIELD_UNKNOWN));
        }
        let near = nearest(&key.name, names());
        let mut finding = self
            .report
            .at(&says::FIELD_UNKNOWN, key.span)
            .with("key", excerpt(&key.name))
            .with("allowed", listed(names()))
            .with_some("nearest", near);
        if let Some(near) = near {
            finding = self.report.fixed(finding, key.span, near);
        }
        self.report.push(finding);
    }

    fn spanned(&self, value: Value, span: Span) -> Spanned {
        Spanned {
            value,
            span: self.report.trimmed(span),
            file: self.report.source.file,
        }
    }

    // ------------------------------------------------------------ lists

    /// A value in the language where it stands: one, or a list.
    pub(super) fn value(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        standing: Standing<'_>,
    ) -> Option<Spanned> {
        match (&field.kind, &node.value) {
            (Kind::List(item), yaml::Value::List(nodes)) => {
                let values = nodes
                    .iter()
                    .filter_map(|node| self.field(item, node, None, standing))
                    .collect();
                self.list(field, node, values, nodes.len())
            }
            (Kind::List(item), _) => {
                self.list_wanted(field, item, node);
                None
            }
            (_, yaml::Value::List(nodes)) if field.many => {
                let mut values = Vec::with_capacity(nodes.len());
                for node in nodes {
                    if has_value(&field.kind, node)
                        && let Some(value) = self.single(field, node, None, standing)
                    {
                        values.push(value);
                    }
                }
                self.list(field, node, values, nodes.len())
            }
            (kind, yaml::Value::Scalar(scalar)) if field.many => {
                let named = matches!(
                    kind,
                    Kind::Reference { .. } | Kind::Choice(_) | Kind::Language
                );
                if named && scalar.text.contains(',') {
                    self.list_wanted(field, field, node);
                    return None;
                }
                let value = self.single(field, node, key, standing)?;
                self.list(field, node, vec![value], 1)
            }
            _ if field.many => {
                let value = self.single(field, node, key, standing)?;
                self.list(field, node, vec![value], 1)
            }
            _ => self.single(field, node, key, standing),
        }
    }

    fn list(
        &mut self,
        field: &Field,
        node: &Node,
        values: Vec<Spanned>,
        written: usize,
    ) -> Option<Spanned> {
        if let Some(max) = field.max
            && written > max
        {
            let finding = self
                .report
                .at(&says::TOO_MANY, node.span)
                .with("field", &field.name)
                .with("count", written)
                .with("max", max);
            self.report.push(finding);
        }
        (!values.is_empty()).then(|| self.spanned(Value::List(values), node.span))
    }

    fn list_wanted(&mut self, field: &Field, item: &Field, node: &Node) {
        let mut finding = self
            .report
            .at(&says::LIST_WANTED, node.span)
            .with("field", &field.name);
        if let yaml::Value::Scalar(scalar) = &node.value
            && !matches!(item.kind, Kind::Object(_))
            && scalar.text.len() < 1000
            && !scalar.text.contains('\n')
        {
            let items = scalar.text.split([',', ';']).map(str::trim);
            let items = items
                .filter(|item| !item.is_empty())
                .map(|item| like(item, scalar.style))
                .collect::<Vec<_>>()
                .join(", ");
            let example = format!("[{items}]");
            finding = finding.with("example", &example);
            finding = self.fixed(finding, node, &example);
        }
        self.report.push(finding);
    }

    // ------------------------------------------------------------ one value

    /// Adds the corrected line, unless the value is a block of lines.
    fn fixed(&self, finding: Diagnostic, node: &Node, new: &str) -> Diagnostic {
        match &node.value {
            yaml::Value::Scalar(scalar) if is_block(scalar.style) => finding,
            _ => self.report.fixed(finding, node.span, new),
        }
    }

    fn single(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        standing: Standing<'_>,
    ) -> Option<Spanned> {
        let value = match (&field.kind, &node.value) {
            (Kind::Object(fields), yaml::Value::Map(map)) => {
                self.object(fields, map, standing).map(Value::Object)
            }
            (Kind::Image, yaml::Value::Map(map)) => self
                .image(field, node, map, standing)
                .map(|image| Value::Image(Box::new(image))),
            (Kind::Money, yaml::Value::Map(map)) => self.money(field, node, map).map(Value::Money),
            (Kind::Money, yaml::Value::Scalar(scalar)) => {
                self.money_as_text(field, node, &scalar.text);
                None
            }
            (Kind::Object(_), _) | (_, yaml::Value::Map(_) | yaml::Value::List(_)) => {
                self.wrong_kind(field, node, key);
                None
            }
            (_, yaml::Value::Null) => None,
            (kind, yaml::Value::Scalar(scalar)) => self.scalar(field, kind, node, scalar),
        }?;
        Some(self.spanned(value, node.span))
    }

    fn object(
        &mut self,
        fields: &[Field],
        map: &yaml::Map,
        standing: Standing<'_>,
    ) -> Option<Vec<(Arc<str>, Spanned)>> {
        let mut values: Vec<(Arc<str>, Spanned)> = Vec::new();
        for (key, node) in map.iter() {
            let Some(field) = field_of(fields, &key.name) else {
                self.unknown_key(key, || fields.iter());
                continue;
            };
            if let Some(value) = self.field(field, node, Some(key.span), standing)
                && values.iter().all(|(name, _)| *name != field.name)
            {
                values.push((field.name.clone(), value));
            }
        }
        (!values.is_empty()).then_some(values)
    }

    /// A list or a map where neither is wanted, or a text where a map is.
    fn wrong_kind(&mut self, field: &Field, node: &Node, key: Option<Span>) {
        let source = self.report.slice(self.report.trimmed(node.span));
        let is_flow = source.starts_with(['[', '{']) && !source.contains('\n');
        let wants_text = matches!(field.kind, Kind::Text | Kind::Markdown | Kind::Alternative);
        if let yaml::Value::List(items) = &node.value
            && !(wants_text && is_flow)
            && !matches!(field.kind, Kind::Object(_))
        {
            let mut finding = self
                .report
                .at(&says::ONE_VALUE_WANTED, node.span)
                .with("field", &field.name)
                .with("count", items.len());
            if let [only] = items.as_slice()
                && let yaml::Value::Scalar(scalar) = &only.value
                && !is_block(scalar.style)
            {
                let plain = self.report.slice(self.report.trimmed(only.span));
                finding = match key {
                    // A list in lines of its own goes back to the line of its key.
                    Some(key) => {
                        let whole = Span::new(key.start, node.span.end);
                        let new = format!("{}: {plain}", self.report.slice(key));
                        self.report.fixed(finding, whole, &new)
                    }
                    None => self.report.fixed(finding, node.span, plain),
                };
            }
            return self.report.push(finding);
        }
        let mut finding = self
            .report
            .at(&says::WRONG_KIND, node.span)
            .with("field", &field.name)
            .with_term("wanted", field.kind.term())
            .with_term("found", found(node));
        if wants_text && is_flow && source.len() < 1000 {
            // `title: [Maroc] Convention` and its like: the brackets belong to the words.
            let new = quoted(source);
            finding = self
                .report
                .fixed(finding.with("example", &new), node.span, &new);
        } else if let Kind::Object(fields) = &field.kind {
            let keys = fields
                .iter()
                .take(3)
                .map(|field| format!("{}: …", field.name));
            let keys = keys.collect::<Vec<_>>().join(", ");
            finding = finding.with("example", format!("{{{keys}}}"));
        }
        self.report.push(finding);
    }

    fn scalar(
        &mut self,
        field: &Field,
        kind: &Kind,
        node: &Node,
        scalar: &yaml::Scalar,
    ) -> Option<Value> {
        let text = &*scalar.text;
        let (result, message): (Result<Value, Wrong>, &'static Message) = match kind {
            Kind::Text | Kind::Alternative => {
                let text = text.trim();
                self.check_length(field, node, text);
                (Ok(Value::Text(text.into())), &says::WRONG_KIND)
            }
            Kind::Markdown => {
                let text = text.trim_end();
                self.check_length(field, node, text);
                (Ok(Value::Markdown(text.into())), &says::WRONG_KIND)
            }
            Kind::Date => (kinds::date(text).map(Value::Date), &says::DATE_FORM),
            Kind::DateTime => (
                kinds::moment(text).map(Value::DateTime),
                &says::DATETIME_FORM,
            ),
            Kind::Number => (kinds::number(text).map(Value::Number), &says::NUMBER_FORM),
            Kind::Boolean => (
                kinds::boolean(text).map(Value::Boolean),
                &says::BOOLEAN_FORM,
            ),
            Kind::Choice(choices) => return self.choice(field, choices, node, text),
            Kind::Image => {
                let file = match kinds::file(text) {
                    Ok(file) => self.spanned(Value::File(file.into()), node.span),
                    Err(wrong) => {
                        self.wrong(field, node, scalar, &says::FILE_FORM, wrong);
                        return None;
                    }
                };
                return Some(Value::Image(Box::new(Image {
                    file,
                    alt: None,
                    credit: None,
                    focus: None,
                    caption: None,
                })));
            }
            Kind::File => (
                kinds::file(text).map(|t| Value::File(t.into())),
                &says::FILE_FORM,
            ),
            Kind::Link => (
                kinds::link(text).map(|t| Value::Link(t.into())),
                &says::LINK_FORM,
            ),
            Kind::Email => (
                kinds::email(text).map(|t| Value::Email(t.into())),
                &says::EMAIL_FORM,
            ),
            Kind::Reference { .. } => (
                kinds::reference(text, self.languages).map(|t| Value::Reference(t.into())),
                &says::REFERENCE_FORM,
            ),
            Kind::Slug => (
                kinds::slug(text).map(|t| Value::Text(t.into())),
                &says::SLUG_FORM,
            ),
            Kind::Address => (
                kinds::address(text).map(|t| Value::Text(t.into())),
                &says::ADDRESS_FORM,
            ),
            Kind::Language => return self.language(node, scalar),
            // `single` has dealt with these.
            Kind::Money | Kind::List(_) | Kind::Object(_) => return None,
        };
        match result {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.wrong(field, node, scalar, message, wrong);
                None
            }
        }
    }

    /// A text that is no value of its kind.
    fn wrong(
        &mut self,
        field: &Field,
        node: &Node,
        scalar: &yaml::Scalar,
        message: &'static Message,
        wrong: Wrong,
    ) {
        let value = excerpt(&scalar.text);
        let finding = match wrong {
            Wrong::Form(suggested) => {
                let collection = match &field.kind {
                    Kind::Reference { to } => Some(to),
                    _ => None,
                };
                let finding = self
                    .report
                    .at(message, node.span)
                    .with("field", &field.name)
                    .with("value", value)
                    .with_some("collection", collection)
                    .with_some("suggested", suggested.as_ref());
                match suggested {
                    // What is not text loses the quotes that hid what it was.
                    Some(text) if field.kind.is_plain() => self.fixed(finding, node, &text),
                    Some(text) => self.fixed(finding, node, &like(&text, scalar.style)),
                    None => finding,
                }
            }
            Wrong::Impossible(last) => self
                .report
                .at(&says::DATE_IMPOSSIBLE, node.span)
                .with("value", value)
                .with_some("last", last),
            Wrong::TooLong => self
                .report
                .at(&says::NUMBER_LONG, node.span)
                .with("value", value),
            Wrong::Refused(scheme) => self
                .report
                .at(&says::LINK_REFUSED, node.span)
                .with("scheme", scheme),
        };
        self.report.push(finding);
    }

    fn check_length(&mut self, field: &Field, node: &Node, text: &str) {
        let Some(max) = field.max else { return };
        // Characters are never more than bytes.
        if field.many || text.len() <= max {
            return;
        }
        let count = text.chars().count();
        if count > max {
            let finding = self
                .report
                .at(&says::TOO_LONG, node.span)
                .with("field", &field.name)
                .with("count", count)
                .with("max", max)
                .with("over", count - max);
            self.report.push(finding);
        }
    }

    fn choice(
        &mut self,
        field: &Field,
        choices: &[Choice],
        node: &Node,
        text: &str,
    ) -> Option<Value> {
        let text = text.trim();
        if let Some(choice) = choices.iter().find(|choice| *choice.key == *text) {
            return Some(Value::Choice(choice.key.clone()));
        }
        // The words that a visitor reads are understood as well as the key.
        let labelled = choices.iter().find(|choice| {
            choice
                .labels
                .iter()
                .any(|(_, label)| label.to_lowercase() == text.to_lowercase())
        });
        let near = match labelled {
            Some(choice) => Some(&*choice.key),
            None => nearest(text, choices.iter().map(|choice| &*choice.key)),
        };
        let mut finding = self
            .report
            .at(&says::CHOICE_UNKNOWN, node.span)
            .with("field", &field.name)
            .with("value", excerpt(text))
            .with("allowed", listed(choices.iter().map(|choice| &*choice.key)))
            .with_some("nearest", near);
        if let Some(near) = near {
            finding = self.fixed(finding, node, near);
        }
        self.report.push(finding);
        None
    }

    fn language(&mut self, node: &Node, scalar: &yaml::Scalar) -> Option<Value> {
        let text = scalar.text.trim();
        if self.is_language(text) {
            return Some(Value::Text(self.tag(text)));
        }
        let near = nearest(text, self.languages.iter().map(|tag| &**tag));
        let mut finding = self
            .report
            .at(&says::TAG_UNKNOWN, node.span)
            .with("value", excerpt(text))
            .with("allowed", self.listed_languages())
            .with_some("nearest", near);
        if let Some(near) = near {
            finding = self.fixed(finding, node, near);
        }
        self.report.push(finding);
        None
    }

    // ------------------------------------------------------------ money

    fn money(&mut self, field: &Field, node: &Node, map: &yaml::Map) -> Option<Money> {
        for (key, _) in map.iter() {
            if !MONEY_KEYS.contains(&&*key.name) {
                self.unknown_name(key, || MONEY_KEYS.into_iter());
            }
        }
        let part = |name: &str| map.get(name).filter(|node| has_value(&Kind::Text, node));
        let (Some(amount), Some(currency)) = (part("amount"), part("currency")) else {
            let text_of = |node: Option<&Node>| match node.map(|node| &node.value) {
                Some(yaml::Value::Scalar(scalar)) => Some(excerpt(&scalar.text)),
                _ => None,
            };
            let suggested = format!(
                "{{amount: {}, currency: {}}}",
                text_of(part("amount")).as_deref().unwrap_or("200000"),
                text_of(part("currency")).as_deref().unwrap_or("MAD"),
            );
            let finding = self
                .report
                .at(&says::MONEY_FORM, node.span)
                .with("field", &field.name)
                .with("suggested", suggested);
            self.report.push(finding);
            return None;
        };
        let amount = self.amount(field, amount);
        let currency = self.currency(currency);
        Some(Money {
            amount: amount?,
            currency: currency?,
        })
    }

    fn amount(&mut self, field: &Field, node: &Node) -> Option<fixed_decimal::Decimal> {
        let yaml::Value::Scalar(scalar) = &node.value else {
            let amount = Field::new("amount", Kind::Number);
            self.wrong_kind(&amount, node, None);
            return None;
        };
        match kinds::number(&scalar.text) {
            Ok(number) => Some(number),
            Err(wrong) => {
                let wrong = match wrong {
                    // `200 000 USD` has a currency in it, which has a place of its own.
                    Wrong::Form(None) => Wrong::Form(kinds::suggested_money(&scalar.text).0),
                    wrong => wrong,
                };
                self.wrong(field, node, scalar, &says::NUMBER_FORM, wrong);
                None
            }
        }
    }

    fn currency(&mut self, node: &Node) -> Option<Arc<str>> {
        let yaml::Value::Scalar(scalar) = &node.value else {
            let currency = Field::new("currency", Kind::Text);
            self.wrong_kind(&currency, node, None);
            return None;
        };
        let code = scalar.text.trim();
        if crate::language::is_currency(code) {
            return Some(code.into());
        }
        let near = kinds::suggested_currency(code);
        let mut finding = self
            .report
            .at(&says::CURRENCY_UNKNOWN, node.span)
            .with("value", excerpt(code))
            .with_some("nearest", near.as_ref());
        if let Some(near) = near {
            finding = self.fixed(finding, node, &near);
        }
        self.report.push(finding);
        None
    }

    /// `200 000 USD` where `{amount: 200000, currency: USD}` is wanted.
    fn money_as_text(&mut self, field: &Field, node: &Node, text: &str) {
        let (amount, currency) = kinds::suggested_money(text);
        let suggested = format!(
            "{{amount: {}, currency: {}}}",
            amount.as_deref().unwrap_or("200000"),
            currency.as_deref().unwrap_or("MAD")
        );
        let mut finding = self
            .report
            .at(&says::MONEY_FORM, node.span)
            .with("field", &field.name)
            .with("suggested", &suggested);
        if amount.is_some() && currency.is_some() {
            finding = self.fixed(finding, node, &suggested);
        }
        self.report.push(finding);
    }

    // ------------------------------------------------------------ pictures

    fn image(
        &mut self,
        field: &Field,
        node: &Node,
        map: &yaml::Map,
        standing: Standing<'_>,
    ) -> Option<Image> {
        let texts = &*IMAGE_TEXTS;
        let mut file = None;
        let mut wrong_file = false;
        let (mut alt, mut credit, mut caption, mut focus) = (None, None, None, None);
        for (key, node) in map.iter() {
            let at = Some(key.span);
            match &*key.name {
                "file" => match &node.value {
                    yaml::Value::Null => {}
                    yaml::Value::Scalar(scalar) if scalar.text.trim().is_empty() => {}
                    yaml::Value::Scalar(scalar) => match kinds::file(&scalar.text) {
                        Ok(name) => file = Some(self.spanned(Value::File(name.into()), node.span)),
                        Err(wrong) => {
                            wrong_file = true;
                            self.wrong(field, node, scalar, &says::FILE_FORM, wrong);
                        }
                    },
                    _ => {
                        wrong_file = true;
                        self.wrong_kind(&Field::new("file", Kind::File), node, at);
                    }
                },
                "alt" => alt = self.field(&texts.alt, node, at, standing),
                "credit" => credit = self.field(&texts.credit, node, at, standing),
                "caption" => caption = self.field(&texts.caption, node, at, standing),
                "focus" => focus = self.focus(node),
                _ => self.unknown_name(key, || IMAGE_KEYS.into_iter()),
            }
        }
        let Some(file) = file else {
            let says_something = [&alt, &credit, &caption].iter().any(|part| part.is_some());
            if !wrong_file && (says_something || focus.is_some()) {
                let finding = self
                    .report
                    .at(&says::IMAGE_FILE, node.span)
                    .with("field", &field.name);
                self.report.push(finding);
            }
            return None;
        };
        Some(Image {
            file,
            alt,
            credit,
            focus,
            caption,
        })
    }

    fn focus(&mut self, node: &Node) -> Option<Focus> {
        if !has_value(&Kind::Text, node) {
            return None;
        }
        let mut parts: Vec<f64> = Vec::new();
        if let yaml::Value::List(nodes) = &node.value {
            for node in nodes.iter().take(5) {
                let text = match &node.value {
                    yaml::Value::Scalar(scalar) => scalar.text.trim().trim_end_matches('%'),
                    _ => "",
                };
                parts.push(text.trim().parse().unwrap_or(f64::NAN));
            }
        }
        if let [x, y] = parts.as_slice()
            && (0.0..=1.0).contains(x)
            && (0.0..=1.0).contains(y)
            && !self.report.slice(node.span).contains('%')
        {
            return Some(Focus { x: *x, y: *y });
        }
        let suggested = match parts.as_slice() {
            // Per cent.
            [x, y] if (0.0..=100.0).contains(x) && (0.0..=100.0).contains(y) => {
                Some(format!("[{}, {}]", x / 100.0, y / 100.0))
            }
            // `[0,5, 0,35]`: the decimal commas made four numbers.
            [a, b, c, d]
                if (*a == 0.0 || *a == 1.0)
                    && (*c == 0.0 || *c == 1.0)
                    && [b, d]
                        .iter()
                        .all(|part| part.fract() == 0.0 && **part >= 0.0) =>
            {
                Some(format!("[{a}.{b}, {c}.{d}]"))
            }
            _ => None,
        };
        let mut finding = self
            .report
            .at(&says::FOCUS_FORM, node.span)
            .with_some("suggested", suggested.as_ref());
        if let Some(suggested) = &suggested {
            finding = self.fixed(finding, node, suggested);
        }
        self.report.push(finding);
        None
    }
}

/// Whether a writer has said something: `null`, nothing and an empty text say nothing,
/// except that an empty text in place of a picture says that there is nothing to say.
fn has_value(kind: &Kind, node: &Node) -> bool {
    match &node.value {
        yaml::Value::Null => false,
        yaml::Value::Scalar(scalar) => {
            matches!(kind, Kind::Alternative) || !scalar.text.trim().is_empty()
        }
        yaml::Value::List(items) => !items.is_empty(),
        yaml::Value::Map(map) => map.iter().next().is_some(),
    }
}

fn is_block(style: Style) -> bool {
    matches!(style, Style::Literal | Style::Folded)
}

/// What a sentence calls a piece of YAML.
pub(super) fn found(node: &Node) -> &'static Bilingual {
    static NOTHING: Bilingual = Bilingual {
        en: "empty",
        fr: "vide",
    };
    static TEXT: Bilingual = Bilingual {
        en: "a text",
        fr: "un texte",
    };
    static LIST: Bilingual = Bilingual {
        en: "a list",
        fr: "une liste",
    };
    static MAP: Bilingual = Bilingual {
        en: "a group of named values",
        fr: "un groupe de valeurs nommées",
    };
    match node.value {
        yaml::Value::Null => &NOTHING,
        yaml::Value::Scalar(_) => &TEXT,
        yaml::Value::List(_) => &LIST,
        yaml::Value::Map(_) => &MAP,
    }
}

/// A text as it is written in YAML, in quotes where the one before had them or where it needs them.
fn like(text: &str, style: Style) -> String {
    let safe = |c: char| c.is_alphanumeric() || "-_/.:@%+?=&~ ".contains(c);
    let plain = style == Style::Plain
        && text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-'))
        && text.chars().all(safe)
        && !text.contains(": ")
        && !text.starts_with("- ")
        && !text.ends_with(':');
    if plain { text.to_owned() } else { quoted(text) }
}
