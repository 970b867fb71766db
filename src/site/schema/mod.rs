//! What a field may hold, how it is declared, read and checked.
//!
//! ```text
//! collection.yaml ─Schema::parse─▶ Schema
//! a file's map    ─read──────────▶ Assignments ─combine─▶ one entry's values ─check_rules─▶ findings
//! ```
//!
//! A scalar of YAML is text until a field gives it a type here: the title `2017` stays
//! text, and `"2017-06-02"` in a date field is a date although it is quoted.
//!
//! Whatever belongs to one language is, once read, a [`FieldValue::Localized`], wherever it
//! was written: `title` in `index.fr.md` and `title: {fr: …}` in `shared.yaml` give the
//! same value. The files of an entry are therefore put together by one function,
//! [`combine`], and looked at in one language by another, [`in_language`].

mod alternatives;
mod builtin;
mod declare;
mod examples;
mod foreign;
mod forms;
mod kinds;
mod link;
mod read;
mod report;
mod rules;
mod shape;
#[cfg(test)]
mod tests;
mod value;

pub use alternatives::check_alternatives;
pub use builtin::{builtin, shown, told};
pub use declare::{OPTIONS, types};
pub use examples::example;
pub use forms::{FORMS, Form};
pub use kinds::{NoMoment, When, boolean_meant};
pub use link::{Unfit as UnfitLink, link, run};
pub use read::{pieces, read};
pub use rules::check_rules;
pub use shape::Shape;
pub use value::{
    Conflict, Missing, Within, combine, in_language, is_sentence, merge, missing, same,
    same_text_in_languages, unsaid,
};

use fixed_decimal::Decimal;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rihla_diagnostics::{Span, Text};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The fields of a kind of entry and what must hold between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// In the order of the declaration.
    pub fields: Vec<Field>,
    /// In the order of the declaration.
    pub rules: Vec<Rule>,
    /// The collections that references are declared to lead to, and where each is named.
    pub targets: Vec<(Arc<str>, Span)>,
}

impl Schema {
    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        field_of(&self.fields, name)
    }

    /// The field of a path such as `steps.day`, through groups and lists of groups.
    pub fn at(&self, path: &str) -> Option<&Field> {
        let mut names = path.split('.');
        let mut field = self.field(names.next()?)?;
        for name in names {
            field = field_of(shape::within(field)?, name)?;
        }
        Some(field)
    }
}

/// The field of a name among some. Linear: a collection has some dozens of fields at most.
fn field_of<'f>(fields: &'f [Field], name: &str) -> Option<&'f Field> {
    fields.iter().find(|field| *field.name == *name)
}

/// The declaration of one field.
///
/// In `collection.yaml`, short (`name: text`) or long:
///
/// ```yaml
/// summary: {type: text, localized: true, required: true, max: 300}
/// axes:    {type: reference, to: axes, many: true}
/// kind:    {type: choice, of: {news: {fr: "Actualité", en: "News"}, story: {fr: "Récit", en: "Story"}}, default: news}
/// contacts: {type: list, of: {name: text, role: {type: text, localized: true}, email: email}}
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key under which a writer gives the value. What is in a list has the list's name.
    pub name: Arc<str>,
    /// What a value of it is.
    pub kind: FieldKind,
    /// Whether each language has a value of its own.
    pub localized: bool,
    /// Whether an entry is incomplete without it.
    pub required: bool,
    /// Whether it holds several values; a single one may then be written without a list.
    pub many: bool,
    /// What holds where nothing is written. It is not put into what [`read`] returns.
    pub default: Option<FieldValue>,
    /// The most that it holds: characters of a text, values of a list or of a field with `many`.
    pub max: Option<usize>,
    /// What an editor's form calls it: a text, or one per language.
    pub label: Option<FieldValue>,
    /// What an editor's form explains about it: a text, or one per language.
    pub help: Option<FieldValue>,
    /// The key of the declaration in `collection.yaml`.
    pub span: Span,
}

impl Field {
    /// A field of which only the name and the kind are said.
    pub fn new(name: impl Into<Arc<str>>, kind: FieldKind) -> Self {
        Self {
            name: name.into(),
            kind,
            localized: false,
            required: false,
            many: false,
            default: None,
            max: None,
            label: None,
            help: None,
            span: Span::default(),
        }
    }

    /// The same with a value for each language.
    #[must_use]
    pub fn localized(mut self) -> Self {
        self.localized = true;
        self
    }

    /// The same, without which an entry is incomplete.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Whether its values are references to entries of a collection.
    pub fn refers_to(&self, collection: &str) -> bool {
        match &self.kind {
            FieldKind::Reference { to } => **to == *collection,
            FieldKind::List(item) => item.refers_to(collection),
            _ => false,
        }
    }

    /// Whether it refers to entries.
    pub fn refers(&self) -> bool {
        match &self.kind {
            FieldKind::Reference { .. } => true,
            FieldKind::List(item) => item.refers(),
            _ => false,
        }
    }

    /// Whether the value, in one language, is a [`FieldValue::List`].
    pub fn is_list(&self) -> bool {
        self.many || matches!(self.kind, FieldKind::List(_))
    }
}

/// What a value of a field is. The last four cannot be declared in a collection: only
/// fields that every entry has are of them.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// `text`: words without markup.
    Text,
    /// `markdown`: words with markup.
    Markdown,
    /// `date`: `2017-06-02`. The time of a full timestamp, as a CMS writes it, is left out.
    Date,
    /// `datetime`: `2017-06-02 14:30`, also with an offset from UTC, or a date alone.
    DateTime,
    /// `number`: `1200`, `1.5`.
    Number,
    /// `money`: `{amount: 200000, currency: USD}`, with a code of ISO 4217.
    Money,
    /// `boolean`: `true` or `false`.
    Boolean,
    /// `choice`: one of a closed list; `of:` gives the keys with their labels.
    Choice(Vec<Choice>),
    /// `image`: `photo.jpg`, or a map of `file`, `alt`, `credit`, `focus`, `caption`.
    Image,
    /// `file`: a file of the entry, or one of the site from `/`.
    File,
    /// `link`: an address (`https:`, `http:`, `mailto:`, `tel:`) or a path inside the site.
    Link,
    /// `email`, `phone`: a text whose form alone says whether it is right.
    Form(&'static Form),
    /// `reference`: another entry.
    Reference {
        /// The collection in which it is looked for.
        to: Arc<str>,
    },
    /// `list`: values of the same kind; `of:` says which.
    List(Box<Field>),
    /// `object`: a map with fields of its own; `of:` declares them.
    Object(Vec<Field>),
    /// The last part of an address: small letters without accents, digits, hyphens.
    Slug,
    /// The path of an address of the site, from `/`.
    Address,
    /// The tag of a language of the site.
    Language,
    /// A text in place of an image: empty says that the image is an ornament (WCAG 2.2, 1.1.1).
    Alternative,
}

impl FieldKind {
    /// Whether its values are written without quotes.
    pub fn is_plain(&self) -> bool {
        matches!(
            self,
            Self::Date | Self::DateTime | Self::Number | Self::Money | Self::Boolean
        )
    }

    /// The word after `type:` that declares it; that of a text for what no collection declares.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text | Self::Slug | Self::Address | Self::Language | Self::Alternative => "text",
            Self::Markdown => "markdown",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Number => "number",
            Self::Money => "money",
            Self::Boolean => "boolean",
            Self::Choice(_) => "choice",
            Self::Image => "image",
            Self::File => "file",
            Self::Link => "link",
            Self::Form(form) => form.name,
            Self::Reference { .. } => "reference",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        }
    }

    /// What a sentence calls a value of it, with an article.
    pub fn term(&self) -> Text {
        match self {
            Self::Text | Self::Markdown | Self::Alternative => Text("field-type-a-text"),
            Self::Date => Text("field-type-a-date"),
            Self::DateTime => Text("field-type-a-date-or-a"),
            Self::Number => Text("field-type-a-number"),
            Self::Money => Text("field-type-an-amount-with-a"),
            Self::Boolean => Text("field-type-true-or-false"),
            Self::Choice(_) => Text("field-type-one-of-the-declared"),
            Self::Image => Text("field-type-a-picture"),
            Self::File => Text("field-type-the-name-of-a"),
            Self::Link => Text("field-type-a-link"),
            Self::Form(form) => form.term,
            Self::Reference { .. } => Text("field-type-the-id-of-an"),
            Self::List(_) => Text("field-type-a-list"),
            Self::Object(_) => Text("field-type-a-group-of-fields"),
            Self::Slug => Text("field-type-the-last-part-of"),
            Self::Address => Text("field-type-the-path-of-a"),
            Self::Language => Text("field-type-the-tag-of-a"),
        }
    }
}

/// One of the values that a `choice` allows.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What a writer writes.
    pub key: Arc<str>,
    /// What a visitor reads, by language tag; empty where the declaration gives no words.
    pub labels: Vec<(Arc<str>, Arc<str>)>,
}

/// What must hold between the fields of one entry. `rules:` is a list of them:
///
/// ```yaml
/// rules:
///   - {before: [start.planned, end.planned]}
///   - {before: [today, end.planned], when: {status: implementation}}
///   - {not_future: [start.actual, end.actual]}
///   - {valid_until: [review_by]}
///   - {sum: {of: sectors.percent, is: 100}}
///   - {prefix_of: [sdg.goals, sdg.targets]}
///   - {same_total: [donors.amount, budget]}
///   - {positive: [budget, donors.amount]}
/// ```
///
/// A path goes into objects, and through lists to every value in them. A rule about
/// something that an entry does not say holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What must hold.
    pub check: Check,
    /// `when: {status: implementation}`: only for an entry in which each of these fields has that value.
    pub when: Vec<(FieldPath, Arc<str>)>,
    /// The rule in `collection.yaml`.
    pub span: Span,
}

/// The closed set of rules.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// `before: [start, end]`: dates (or numbers) in this order; equal ones are in order.
    /// Inside a list, each of its objects is looked at for itself. With `today` the
    /// finding is a warning, since it would otherwise come on a day on which nobody
    /// changed anything: `before: [today, end.planned]`.
    Before(Vec<Point>),
    /// `not_future: [start.actual]`: dates up to today.
    NotFuture(Vec<FieldPath>),
    /// `valid_until: [review_by]`: dates that are written and have not passed. Unlike `before` with `today`
    /// it refuses: what nobody answers for any more is not to be published.
    ValidUntil(Vec<FieldPath>),
    /// `sum: {of: sectors.percent, is: 100}`: the numbers add up to this one, exactly.
    Sum {
        /// What is added.
        of: FieldPath,
        /// The total.
        is: Decimal,
    },
    /// `prefix_of: [sdg.goals, sdg.targets]`: each target begins with one of the goals, and
    /// a mark (no letter, no digit) follows, so that 1 is no prefix of 10.7.
    /// `{prefix_of: {start: categories, of: codes, mark: ""}}` asks for another mark, or none.
    PrefixOf {
        /// The beginnings.
        start: FieldPath,
        /// What begins with them.
        of: FieldPath,
        /// What stands after the beginning; `None`: anything but a letter or a digit.
        mark: Option<Arc<str>>,
    },
    /// `positive: [budget, donors.amount]`: numbers and amounts above zero.
    Positive(Vec<FieldPath>),
    /// `same_total: [donors.amount, budget]`: what the one adds up to, the other does too.
    /// Looked at only where both are written.
    SameTotal(FieldPath, FieldPath),
}

/// What `before` puts in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// The day of the build, in the time zone of the site.
    Today,
    /// The value of a field.
    Field(FieldPath),
}

/// Names of fields, from the entry inwards; written with dots between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath(pub Vec<Arc<str>>);

impl std::fmt::Display for FieldPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            f.write_str(name)?;
        }
        Ok(())
    }
}

/// A file of an entry, as [`read`] needs it.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its path in the site.
    pub path: &'a Arc<str>,
    /// Its whole text, into which the spans point.
    pub text: &'a str,
    /// Its number among the files of the entry, which every [`Spanned`] of it carries.
    pub file: u16,
    /// The time zone of the site, in which a time without an offset is meant.
    pub zone: &'a TimeZone,
}

/// Where a map of fields stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// `shared.yaml` and entries all in YAML: a localized field is a map from language to
    /// value, or a plain value that holds for all languages.
    Shared,
    /// The front matter of `x.fr.md`: a localized field is a plain value, never a map.
    Language(&'a str),
}

/// The value that a file gives to a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    /// The name of the field.
    pub field: Arc<str>,
    pub key: Span,
    /// The value. Its `file` is the key's too.
    pub value: Spanned,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spanned {
    /// What it is.
    pub value: FieldValue,
    /// Where it stands in its file.
    pub span: Span,
    /// The number of that file among the files of the entry ([`SourceFile::file`]).
    pub file: u16,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FieldValue {
    /// Words without markup; also a slug, a path, a tag.
    Text(Arc<str>),
    /// Words with markup.
    Markdown(Arc<str>),
    /// A day.
    Date(jiff::civil::Date),
    /// A day, or a moment.
    DateTime(Moment),
    /// A number, with the digits that were written.
    Number(#[serde(with = "as_text")] Decimal),
    /// An amount of money.
    Money(Money),
    /// True or false.
    Boolean(bool),
    /// The key of a choice.
    Choice(Arc<str>),
    Image(Box<Image>),
    /// A file, as written.
    File(Arc<str>),
    /// An address or a path, as written.
    Link(Arc<str>),
    /// A text of a form, as written: an address of electronic mail, a number to call.
    Form(Arc<str>),
    /// An entry, as written.
    Reference(Arc<str>),
    /// Values in the order of the writer; never empty when read.
    List(Vec<Spanned>),
    /// Fields with a value, in the order of the writer; never empty when read.
    Object(Vec<(Arc<str>, Spanned)>),
    /// A value for each of some languages, by tag, in the site's order.
    Localized(Vec<(Arc<str>, Spanned)>),
}

impl FieldValue {
    /// The instant that a date (its first moment in a time zone) or a date and time means.
    /// `None` for any other value.
    pub fn instant(&self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Date(date) => zone.to_timestamp(date.at(0, 0, 0, 0)).ok(),
            Self::DateTime(moment) => Some(moment.instant),
            _ => None,
        }
    }
}

/// A day, with a time where one is written, both as the clocks of the site's time zone show
/// them, whatever offset was written.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub date: jiff::civil::Date,
    /// The time of day; without one, the whole day is meant.
    pub time: Option<jiff::civil::Time>,
    /// The same as an instant; of a whole day, its first.
    pub instant: Timestamp,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// How much, with the digits that were written.
    #[serde(with = "as_text")]
    pub amount: Decimal,
    /// The code of ISO 4217.
    pub currency: Arc<str>,
}

/// An image and what is said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// [`FieldValue::File`].
    pub file: Spanned,
    /// [`FieldValue::Text`] for every language, or [`FieldValue::Localized`]; an empty text says
    /// that the image is an ornament, `None` that the writer has said nothing.
    pub alt: Option<Spanned>,
    /// Who made it: [`FieldValue::Text`], or [`FieldValue::Localized`].
    pub credit: Option<Spanned>,
    /// What must stay visible when it is cropped.
    pub focus: Option<Focus>,
    /// Words under it: [`FieldValue::Text`], or [`FieldValue::Localized`].
    pub caption: Option<Spanned>,
}

/// A point of an image, from its upper left corner: `[0.5, 0.35]`, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Focus {
    /// Part of the width.
    pub x: f64,
    /// Part of the height.
    pub y: f64,
}

/// A number as its digits, in what is cached.
mod as_text {
    use fixed_decimal::Decimal;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(number: &Decimal, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(number)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Decimal, D::Error> {
        let text = String::deserialize(from)?;
        Decimal::try_from_str(&text).map_err(|_| D::Error::custom("no number"))
    }
}
