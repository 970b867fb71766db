//! What of directives is the same in every language: addresses, numbers, kinds, names.
//!
//! What that is, the declaration of a directive says ([`Across`]).

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{FigureKind, Reader};
use rihla_diagnostics::{Span, Value};
use rihla_text::language::{is_same_person, people};
use rihla_text::markdown::directive::{
    Across, Argument, ArgumentValue, Body, Directive, Holds, ParameterKind, Shape,
};
use rihla_text::markdown::plain;
use rihla_text::url::{composed, decoded};

/// A directive of a text, with what of it has a counterpart in another language.
#[derive(Debug)]
pub struct Block {
    shape: &'static Shape,
    /// The language that it says the thing is in which it shows.
    language: Option<String>,
    /// The file or collection of which its names are.
    data: Option<String>,
    rows: usize,
    held: BTreeMap<Place, Held>,
    span: Span,
}

/// Where in a directive something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// The number of a parameter in the declaration.
    Parameter(usize),
    /// The number of a column, and of a row.
    Cell(usize, usize),
}

#[derive(Debug)]
struct Held {
    form: Form,
    span: Span,
}

/// A value as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// It cannot be said whether two are the same.
    Unknown,
    Same(String),
    Address {
        /// The languages that are named in it, in order.
        languages: Vec<String>,
        rest: String,
        /// As it is written.
        whole: String,
    },
    /// Digits, and whether the country is among them.
    Telephone(String, bool),
    People(Vec<BTreeSet<String>>),
    Unit(FigureKind),
}

/// Where two directives differ in what is the same in every language.
#[derive(Debug)]
pub struct Unequal {
    /// The name of the directive.
    pub name: &'static str,
    /// What the parameter or the cell is called.
    pub part: Value,
    /// The parameter by which a directive says that it shows another thing in each language.
    pub own: Option<&'static str>,
    /// The two values; one of them is in one text alone.
    pub sides: [Option<Span>; 2],
    /// The two directives.
    pub blocks: [Span; 2],
}

/// What a text is looked at with.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// What the languages of the site are called, in small letters: tags without regions, and names.
    pub languages: &'k [String],
    pub reader: &'k Reader,
    /// What a link leads to, the same in every language.
    pub target: &'k dyn Fn(&str) -> String,
}

impl Block {
    /// What of a directive has a counterpart.
    pub fn of(directive: &Directive, span: Span, known: Known) -> Self {
        let of_kind = |wanted: ParameterKind| {
            let mut arguments = directive.arguments.iter();
            let found = arguments.find(|argument| argument.parameter.kind == wanted)?;
            match &found.value {
                ArgumentValue::Text(text) => Some(text.clone()),
                _ => None,
            }
        };
        let mut block = Self {
            shape: directive.shape,
            language: of_kind(ParameterKind::Language),
            data: of_kind(ParameterKind::Data),
            rows: 0,
            held: BTreeMap::new(),
            span,
        };
        for argument in &directive.arguments {
            let mut parameters = directive.shape.parameters.iter();
            let number = parameters.position(|own| own.name == argument.parameter.name);
            let form = known.of_argument(argument);
            if let (Some(number), Some(form)) = (number, form) {
                let span = argument.span;
                let held = Held { form, span };
                block.held.insert(Place::Parameter(number), held);
            }
        }
        if let (Body::Lines(lines), Holds::Lines(columns)) =
            (&directive.body, &directive.shape.holds)
        {
            block.rows = lines.len();
            for (row, line) in lines.iter().enumerate() {
                for (number, (column, cell)) in columns.iter().zip(&line.cells).enumerate() {
                    let text = match column.across {
                        Across::People => plain(&cell.inlines),
                        _ => cell.text.clone(),
                    };
                    let form = known.of_text(column.across, text.trim());
                    if let Some(form) = form.filter(|_| !text.trim().is_empty()) {
                        let span = cell.span;
                        let held = Held { form, span };
                        block.held.insert(Place::Cell(number, row), held);
                    }
                }
            }
        }
        block
    }

    fn called(&self, place: Place) -> Value {
        match (place, &self.shape.holds) {
            (Place::Parameter(number), _) => self.shape.parameters[number].name.into(),
            (Place::Cell(number, _), Holds::Lines(columns)) => columns[number].text.into(),
            (Place::Cell(..), _) => "".into(),
        }
    }

    /// What a place holds where nothing is written.
    fn unwritten(&self, place: Place) -> Option<Form> {
        let Place::Parameter(number) = place else {
            return None;
        };
        match self.shape.parameters[number].kind {
            ParameterKind::Choice(known) => known.first().map(|first| Form::Same((*first).into())),
            _ => None,
        }
    }

    /// Whether a place is compared with that of another directive.
    fn is_compared(&self, place: Place, other: &Self) -> bool {
        match place {
            Place::Parameter(number) => match self.shape.parameters[number].across {
                Across::Inside => self.data == other.data,
                _ => self.language == other.language,
            },
            Place::Cell(..) => self.rows == other.rows,
        }
    }

    /// Where it differs from its counterpart.
    fn unequal(&self, other: &Self, found: &mut Vec<Unequal>) {
        let mut own = self.shape.parameters.iter();
        let own = own.find(|parameter| parameter.kind == ParameterKind::Language);
        // Rows may stand in another order.
        let columns = [self, other].map(Self::columns);
        let has_moved = |both: [Option<&Held>; 2], place: Place| match (both, place) {
            ([Some(one), Some(two)], Place::Cell(column, _)) => {
                let has = |side: usize, held: &Held| {
                    let column = columns[side].get(&column);
                    column.is_some_and(|column| column.contains(&held.form))
                };
                has(1, one) && has(0, two)
            }
            _ => false,
        };
        let places: BTreeSet<Place> = self.held.keys().chain(other.held.keys()).copied().collect();
        for place in places {
            if !self.is_compared(place, other) {
                continue;
            }
            let both = [self, other].map(|block| block.held.get(&place));
            let is_same = match (both, place) {
                ([Some(one), Some(other)], _) => one.form.is_same(&other.form),
                ([Some(held), None], _) | ([None, Some(held)], _) => {
                    let is_known = held.form != Form::Unknown
                        && !matches!(held.form, Form::People(_) | Form::Unit(_));
                    // That a cell is empty is told of the row.
                    matches!(place, Place::Cell(..))
                        || !is_known
                        || self.unwritten(place).as_ref() == Some(&held.form)
                }
                ([None, None], _) => true,
            };
            if !is_same && !has_moved(both, place) {
                found.push(Unequal {
                    name: self.shape.name,
                    part: self.called(place),
                    own: own.map(|parameter| parameter.name),
                    sides: both.map(|held| held.map(|held| held.span)),
                    blocks: [self.span, other.span],
                });
            }
        }
    }

    /// What the cells of each column hold.
    fn columns(&self) -> BTreeMap<usize, BTreeSet<&Form>> {
        let mut columns: BTreeMap<usize, BTreeSet<&Form>> = BTreeMap::new();
        for (place, held) in &self.held {
            if let Place::Cell(column, _) = place {
                columns.entry(*column).or_default().insert(&held.form);
            }
        }
        columns
    }
}

/// Where the directives of two texts differ, those of a name in the order of the texts.
pub fn unequal(first: &[Block], second: &[Block]) -> Vec<Unequal> {
    let is_pair = |(one, other): &(&Block, &Block)| std::ptr::eq(one.shape, other.shape);
    let mut found = Vec::new();
    let head: Vec<_> = first.iter().zip(second).take_while(is_pair).collect();
    let rest = [&first[head.len()..], &second[head.len()..]];
    let tail = rest[0].iter().rev().zip(rest[1].iter().rev());
    let mut tail: Vec<_> = tail.take_while(is_pair).collect();
    tail.reverse();
    for (one, other) in head.into_iter().chain(tail) {
        one.unequal(other, &mut found);
    }
    found
}

impl Form {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Same(one), Self::Same(other)) => one == other,
            (
                Self::Address {
                    languages: a,
                    rest: one,
                    whole: x,
                },
                Self::Address {
                    languages: b,
                    rest: other,
                    whole: y,
                },
            ) => x == y || a != b || one == other,
            (Self::Telephone(one, a), Self::Telephone(other, b)) => match (a, b) {
                (true, false) => one.ends_with(other.trim_start_matches('0')),
                (false, true) => other.ends_with(one.trim_start_matches('0')),
                _ => one == other,
            },
            (Self::People(one), Self::People(other)) => {
                // A title in capitals looks like a name: one that both have is enough.
                let has = |of: &[BTreeSet<String>], people: &[BTreeSet<String>]| {
                    let first = people.first();
                    first.is_some_and(|first| of.iter().any(|other| is_same_person(first, other)))
                };
                has(other, one) || has(one, other)
            }
            (Self::Unit(one), Self::Unit(other)) => one == other,
            // One of them says of itself what it is, and the other nothing.
            _ => {
                let is_known =
                    |form: &Self| matches!(form, Self::Address { .. } | Self::Telephone(..));
                !(is_known(self) && is_known(other))
            }
        }
    }
}

impl Known<'_> {
    fn of_argument(&self, argument: &Argument) -> Option<Form> {
        let across = argument.parameter.across;
        match (&argument.value, across) {
            (_, Across::Words | Across::Apart) => None,
            (ArgumentValue::Text(text), _) if argument.parameter.kind == ParameterKind::Link => {
                Some(self.link(text))
            }
            (ArgumentValue::Text(text), _) => self.of_text(across, text),
            (ArgumentValue::Texts(texts), _) => {
                let texts: BTreeSet<String> =
                    texts.iter().map(|text| text.to_lowercase()).collect();
                Some(Form::Same(Vec::from_iter(texts).join(" ")))
            }
            (ArgumentValue::Count(count), _) => Some(Form::Same(count.to_string())),
            (ArgumentValue::Columns(columns), _) => {
                let names: BTreeSet<&str> = columns.iter().map(|column| &*column.name).collect();
                Some(Form::Same(Vec::from_iter(names).join(",")))
            }
            (ArgumentValue::Date(..), _) => None,
        }
    }

    fn of_text(&self, across: Across, text: &str) -> Option<Form> {
        match across {
            Across::Words | Across::Apart => None,
            Across::Same | Across::Inside => Some(Form::Same(composed(text).into_owned())),
            Across::Address => Some(self.address(text)),
            Across::Contact => Some(self.contact(text)),
            Across::People => {
                let people = people(text);
                Some(Form::People(people)).filter(|form| *form != Form::People(Vec::new()))
            }
            Across::Unit => {
                let amount = format!("1 {text}");
                let figures = self.reader.read(&amount);
                match figures.as_slice() {
                    [figure] if figure.range == (0..amount.len()) => {
                        Some(Form::Unit(figure.kind.clone()))
                    }
                    _ => None,
                }
            }
        }
    }

    fn link(&self, text: &str) -> Form {
        let target = (self.target)(text);
        match target.starts_with('/') && target != "/…" {
            true => Form::Same(target),
            false => self.address(text),
        }
    }

    /// An e-mail address, a telephone number or the address of a page.
    fn contact(&self, text: &str) -> Form {
        let digits = text.replace("(0)", "");
        let is_written = digits.chars().all(|c| {
            c.is_ascii_digit() || c.is_whitespace() || "+.-/()\u{2011}\u{2013}".contains(c)
        });
        if text.contains('@') || text.contains("://") || text.starts_with("www.") {
            return self.address(text);
        }
        let number: String = digits.chars().filter(char::is_ascii_digit).collect();
        match is_written && number.len() > 2 {
            true => {
                let abroad = number.strip_prefix("00").filter(|_| number.len() > 9);
                let is_abroad = abroad.is_some() || digits.trim_start().starts_with('+');
                Form::Telephone(abroad.unwrap_or(&number).to_owned(), is_abroad)
            }
            false => Form::Unknown,
        }
    }

    /// A path or an address, with what names a language in it apart.
    fn address(&self, text: &str) -> Form {
        let text = decoded(text);
        let text = text.trim();
        let address = text.split_once("://").map_or(text, |(_, rest)| rest);
        let address = address.strip_prefix("www.").unwrap_or(address);
        let address = address.trim_start_matches("./").trim_end_matches('/');
        let mut languages = Vec::new();
        let mut rest = String::with_capacity(address.len());
        let is_end = |c: char| "/?&=#.@_ ".contains(c);
        for segment in address.split_inclusive(is_end) {
            let name = segment.trim_end_matches(is_end);
            let pieces: Vec<&str> = name.split('-').collect();
            for (at, piece) in pieces.iter().enumerate() {
                // `vivre-en-france` names none, `rapport-en` does.
                let is_at_end = at == 0 || at + 1 == pieces.len();
                match is_at_end && self.is_language(piece) {
                    true => languages.push(piece.to_lowercase()),
                    false => {
                        rest.push_str(piece);
                        rest.push('-');
                    }
                }
            }
            rest.push_str(&segment[name.len()..]);
        }
        Form::Address {
            languages,
            rest,
            whole: text.to_owned(),
        }
    }

    fn is_language(&self, piece: &str) -> bool {
        self.languages.contains(&piece.to_lowercase())
    }
}
