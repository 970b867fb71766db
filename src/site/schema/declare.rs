//! `collection.yaml` → [`Schema`], with everything that is wrong on the way.

mod options;
mod rules;

use self::options::may_have;
use super::read::{Reader, Standing};
use super::report::{excerpt, listed, nearest};
use super::{
    Choice, FORMS, Field, FieldKind, FieldValue, Form, Schema, SourceFile, builtin, field_of,
};
use jiff::tz::TimeZone;
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Diagnostic, Message, Span};
use rihla_text::yaml::{self, Key, Map, Node};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The words after `type:` besides those of [`FORMS`].
const TYPES: [&str; 14] = [
    "text",
    "markdown",
    "date",
    "datetime",
    "number",
    "money",
    "boolean",
    "choice",
    "image",
    "file",
    "link",
    "reference",
    "list",
    "object",
];

/// Every word that may stand after `type:`.
pub fn types() -> impl Iterator<Item = &'static str> {
    TYPES.into_iter().chain(FORMS.iter().map(|form| form.name))
}

/// What a long declaration may say besides its type.
pub const OPTIONS: [&str; 9] = [
    "localized",
    "required",
    "many",
    "default",
    "max",
    "of",
    "to",
    "label",
    "help",
];

/// How many lists and objects may stand in each other: more than any form could show.
const DEEPEST: usize = 8;

impl Schema {
    /// Reads what a collection declares.
    ///
    /// `fields` and `rules` are the values of these keys in the file `path`; `languages`
    /// are the tags of the site, `zone` its time zone. What is wrong gives a finding, and the rest is read all
    /// the same: a field whose type cannot be understood is taken for a text, so that its
    /// values are not reported as unknown keys besides.
    pub fn parse(
        path: &Arc<str>,
        fields: &Node,
        rules: Option<&Node>,
        languages: &[Arc<str>],
        zone: &TimeZone,
    ) -> (Schema, Vec<Diagnostic>) {
        // The text of the file is not at hand; a correction is of the words alone.
        let source = SourceFile {
            path,
            text: "",
            file: 0,
            zone,
        };
        let mut declaration = Declaration {
            reader: Reader::new(source, languages),
            languages,
            builtin: builtin().fields,
            doubtful: BTreeSet::new(),
            targets: Vec::new(),
        };
        let fields = match &fields.value {
            yaml::Value::Map(map) => declaration.fields(map, Level::default()),
            yaml::Value::Null => Vec::new(),
            _ => {
                declaration.form(fields.span, "fields", "fields: {title: text, date: date}");
                Vec::new()
            }
        };
        let rules = match rules {
            Some(node) => declaration.rules(node, &fields),
            None => Vec::new(),
        };
        let schema = Schema {
            fields,
            rules,
            targets: declaration.targets,
        };
        (schema, declaration.reader.report.finish())
    }
}

/// Where a declaration stands.
#[derive(Clone, Copy, Default)]
struct Level<'l> {
    /// In how many lists and objects.
    depth: usize,
    /// The field around it that has a value for each language already.
    localized: Option<&'l str>,
    /// Whether it says what one item of a list is.
    item: bool,
}

impl Level<'_> {
    /// The level of what is inside a field of this one.
    fn inside<'f>(&self, field: &'f Field, item: bool) -> Level<'f>
    where
        Self: 'f,
    {
        Level {
            depth: self.depth + 1,
            localized: field.localized.then_some(&*field.name).or(self.localized),
            item,
        }
    }
}

/// Reads one declaration.
struct Declaration<'a> {
    /// Reads what is written like a field's value: defaults, labels, numbers.
    reader: Reader<'a>,
    languages: &'a [Arc<str>],
    builtin: Vec<Field>,
    /// The keys of the fields of which the type is not known.
    doubtful: BTreeSet<Span>,
    /// The collections that references are declared to lead to.
    targets: Vec<(Arc<str>, Span)>,
}

impl Declaration<'_> {
    fn at(&self, message: &'static Message, span: Span) -> Diagnostic {
        self.reader.report.at(message, span)
    }

    fn push(&mut self, finding: Diagnostic) {
        self.reader.report.push(finding);
    }

    /// A part that has another shape than it should.
    fn form(&mut self, span: Span, key: &str, example: &str) {
        let finding = self.at(&says::DECLARATION_FORM, span);
        self.push(finding.with("key", excerpt(key)).with("example", example));
    }

    /// A finding about a word, with the nearest of the words that could stand there.
    fn unknown(
        &mut self,
        message: &'static Message,
        span: Span,
        word: (&'static str, &str),
        near: Option<&str>,
    ) -> Diagnostic {
        let finding = self
            .at(message, span)
            .with(word.0, excerpt(word.1))
            .with_some("nearest", near);
        match near {
            Some(near) => finding.replace(span, near),
            None => finding,
        }
    }

    // ------------------------------------------------------------ fields

    fn fields(&mut self, map: &Map, level: Level<'_>) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for (key, node) in map.iter() {
            let usable = self.check_name(key, level);
            let field = self.field(&key.name.as_str().into(), key.span, node, level);
            // A key that is written twice is reported where the file is parsed.
            if usable && field_of(&fields, &key.name).is_none() {
                fields.push(field);
            }
        }
        fields
    }

    /// Whether a field may have this name; one of another form is kept, since its values
    /// are not wrong too.
    fn check_name(&mut self, key: &Key, level: Level<'_>) -> bool {
        let name = &*key.name;
        // Entries of an `entries.yaml` have an `id`, which the table of fields leaves to it.
        let taken = level.depth == 0 && (name == "id" || field_of(&self.builtin, name).is_some());
        if taken {
            let finding = self.at(&says::NAME_TAKEN, key.span).with("field", name);
            self.push(finding);
            return false;
        }
        if !is_name(name) {
            let suggested = rihla_text::language::slug(name).replace('-', "_");
            let suggested = is_name(&suggested).then_some(suggested);
            let mut finding = self
                .at(&says::NAME_FORM, key.span)
                .with("field", excerpt(name))
                .with_some("suggested", suggested.as_ref());
            if let Some(suggested) = suggested {
                finding = finding.replace(key.span, suggested);
            }
            self.push(finding);
        }
        true
    }

    /// One declaration, short or long; `span` is its key.
    fn field(&mut self, name: &Arc<str>, span: Span, node: &Node, level: Level<'_>) -> Field {
        let mut field = Field::new(name.clone(), FieldKind::Text);
        field.span = span;
        if level.depth > DEEPEST {
            let finding = self.at(&says::TOO_DEEP, span);
            let finding = finding.with("field", &field.name).with("max", DEEPEST);
            self.push(finding);
            self.doubtful.insert(span);
            return field;
        }
        match &node.value {
            yaml::Value::Null => self.type_missing(&field, None),
            yaml::Value::Scalar(scalar) => {
                if let Some(word) = self.type_word(node, &scalar.text, span) {
                    field.kind = self.kind(&field, word, None, level);
                }
            }
            yaml::Value::List(_) => {
                self.form(node.span, name, &format!("{name}: text"));
                self.doubtful.insert(span);
            }
            yaml::Value::Map(map) => self.long(&mut field, map, level),
        }
        field
    }

    fn long(&mut self, field: &mut Field, map: &Map, level: Level<'_>) {
        let says_type = map
            .get("type")
            .filter(|node| node.value != yaml::Value::Null);
        let word = match says_type.map(|node| (node, &node.value)) {
            Some((node, yaml::Value::Scalar(scalar))) => {
                self.type_word(node, &scalar.text, field.span)
            }
            Some((node, _)) => {
                self.form(node.span, "type", "type: text");
                self.doubtful.insert(field.span);
                None
            }
            None => {
                let is_option =
                    |(key, _): (&Key, &Node)| key.name == "type" || OPTIONS.contains(&&*key.name);
                if !map.is_empty() && !map.iter().any(is_option) {
                    // `start: {planned: date, actual: date}`: a group without its type.
                    self.type_missing(field, Some(map));
                    field.kind = FieldKind::Object(self.fields(map, level.inside(field, false)));
                    return;
                }
                self.type_missing(field, None);
                None
            }
        };
        let many = map.get("many");
        if let Some(node) = many
            && may_have("many", word, false, level)
        {
            field.many = self.flag("many", node);
        }
        let mut default = None;
        for (key, node) in map.iter() {
            if key.name == "type" {
                continue;
            }
            if !may_have(&key.name, word, field.many, level) {
                self.unknown_option(key, word, field.many, level);
                continue;
            }
            match &*key.name {
                "localized" => {
                    field.localized = self.flag("localized", node);
                    if let (true, Some(outer)) = (field.localized, level.localized) {
                        let finding = self.at(&says::LOCALIZED_TWICE, key.span);
                        self.push(finding.with("field", &field.name).with("outer", outer));
                        field.localized = false;
                    }
                }
                "required" => field.required = self.flag("required", node),
                "max" => field.max = self.most(node),
                "label" => field.label = self.words(key, node),
                "help" => field.help = self.words(key, node),
                "default" => default = Some((key, node)),
                // `many` is read above, `of` and `to` with the type.
                _ => {}
            }
        }
        if let Some(word) = word {
            field.kind = self.kind(field, word, Some(map), level);
        }
        if let Some((key, node)) = default
            && !self.doubtful.contains(&field.span)
        {
            let value = self
                .reader
                .field(field, node, Some(key.span), Standing::Shared);
            field.default = value.map(|spanned| spanned.value);
        }
    }

    // ------------------------------------------------------------ types

    /// The type that a word names, or the one that it was probably meant to.
    fn type_word(&mut self, node: &Node, text: &str, field: Span) -> Option<&'static str> {
        let text = text.trim();
        let known = |word: &str| types().find(|known| *known == word);
        if let Some(word) = known(text) {
            return Some(word);
        }
        let near = nearest(text, types());
        let finding = self
            .unknown(&says::TYPE_UNKNOWN, node.span, ("value", text), near)
            .with("allowed", listed(types()));
        self.push(finding);
        let meant = near.and_then(known);
        if meant.is_none() {
            self.doubtful.insert(field);
        }
        meant
    }

    fn type_missing(&mut self, field: &Field, group: Option<&Map>) {
        let example = group.map(|map| {
            let names = map.iter().take(3).map(|(key, _)| match &*key.name {
                name if name.len() < 40 => format!("{name}: …"),
                name => excerpt(name),
            });
            let names = names.collect::<Vec<_>>().join(", ");
            format!("{{type: object, of: {{{names}}}}}")
        });
        let finding = self
            .at(&says::TYPE_MISSING, field.span)
            .with("field", excerpt(&field.name))
            .with("allowed", listed(types()))
            .with_some("example", example);
        self.push(finding);
        if group.is_none() {
            self.doubtful.insert(field.span);
        }
    }

    /// What a field of a type is; `map` is its long form.
    fn kind(
        &mut self,
        field: &Field,
        word: &str,
        map: Option<&Map>,
        level: Level<'_>,
    ) -> FieldKind {
        let option = |name: &str| {
            let node = map?.get(name)?;
            (node.value != yaml::Value::Null).then_some(node)
        };
        match word {
            "markdown" => FieldKind::Markdown,
            "date" => FieldKind::Date,
            "datetime" => FieldKind::DateTime,
            "number" => FieldKind::Number,
            "money" => FieldKind::Money,
            "boolean" => FieldKind::Boolean,
            "image" => FieldKind::Image,
            "file" => FieldKind::File,
            "link" => FieldKind::Link,
            "reference" => {
                let example = "{type: reference, to: partners}";
                match option("to").map(|node| (node, &node.value)) {
                    Some((node, yaml::Value::Scalar(scalar))) if !scalar.text.trim().is_empty() => {
                        let to: Arc<str> = scalar.text.trim().into();
                        self.targets.push((to.clone(), node.span));
                        FieldKind::Reference { to }
                    }
                    Some((node, yaml::Value::List(_) | yaml::Value::Map(_))) => {
                        self.doubt(field);
                        self.form(node.span, "to", "to: partners");
                        FieldKind::Text
                    }
                    _ => self.option_missing(field, word, "to", example),
                }
            }
            "choice" => {
                let example = r#"{type: choice, of: {news: {fr: "…", en: "…"}}}"#;
                match option("of") {
                    Some(of) => match self.choices(of) {
                        choices if choices.is_empty() => {
                            self.doubt(field);
                            FieldKind::Text
                        }
                        choices => FieldKind::Choice(choices),
                    },
                    None => self.option_missing(field, word, "of", example),
                }
            }
            "list" => match option("of") {
                Some(of) => FieldKind::List(Box::new(self.item(field, of, level))),
                None => {
                    self.option_missing(field, word, "of", "{type: list, of: text}");
                    FieldKind::List(Box::new(Field::new(field.name.clone(), FieldKind::Text)))
                }
            },
            "object" => match option("of").map(|node| (node, &node.value)) {
                Some((_, yaml::Value::Map(of))) if !of.is_empty() => {
                    FieldKind::Object(self.fields(of, level.inside(field, false)))
                }
                Some((node, yaml::Value::Scalar(_) | yaml::Value::List(_))) => {
                    self.doubt(field);
                    self.form(node.span, "of", "of: {name: text, email: email}");
                    FieldKind::Text
                }
                _ => {
                    let example = "{type: object, of: {name: text, email: email}}";
                    self.option_missing(field, word, "of", example)
                }
            },
            _ => Form::of(word).map_or(FieldKind::Text, FieldKind::Form),
        }
    }

    fn doubt(&mut self, field: &Field) {
        self.doubtful.insert(field.span);
    }

    /// What each item of a list is: a type, a long declaration, or a group of fields.
    fn item(&mut self, field: &Field, of: &Node, level: Level<'_>) -> Field {
        let inside = level.inside(field, true);
        match &of.value {
            yaml::Value::Map(map) if map.get("type").is_none() && !map.is_empty() => {
                let mut item = Field::new(field.name.clone(), FieldKind::Text);
                item.span = of.span;
                if inside.depth > DEEPEST {
                    return self.field(&field.name, of.span, of, inside);
                }
                item.kind = FieldKind::Object(self.fields(map, level.inside(field, false)));
                item
            }
            yaml::Value::Map(_) | yaml::Value::Scalar(_) => {
                self.field(&field.name, of.span, of, inside)
            }
            _ => {
                self.form(of.span, "of", "of: {name: text, email: email}");
                self.doubtful.insert(of.span);
                let mut item = Field::new(field.name.clone(), FieldKind::Text);
                item.span = of.span;
                item
            }
        }
    }
}

/// Whether a template can use a text as a name.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
