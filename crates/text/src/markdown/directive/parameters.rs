//! What stands in the braces of a directive.

use jiff::civil::Date;
use pulldown_cmark::{Event, Parser};

use super::chart;
use super::{Argument, ArgumentValue, Holds, Parameter, ParameterKind, Shape};
use crate::language::{DateStyle, looks_like_language, written};
use crate::url::composed;
use rihla_diagnostics::catalogue::directive as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};

/// The character that ends a value which begins with this one, where it is a quotation mark.
/// Those of a word processor are read too.
pub(super) fn closing(open: char) -> Option<char> {
    match open {
        '"' | '\'' => Some(open),
        '“' => Some('”'),
        '«' => Some('»'),
        '‘' => Some('’'),
        _ => None,
    }
}

/// How many words of one directive are told that are no parameters: there may be thousands.
const MOST_STRANGE: usize = 20;

/// Reads the parameters of a directive of this shape.
///
/// `inside` is what stands in its braces, `head` is `:::name`, where what is missing is told.
/// The arguments are in the order of the declaration; those that are wrong are left out.
pub(in crate::markdown) fn parameters(
    shape: &'static Shape,
    text: &str,
    inside: Option<Span>,
    head: Span,
    findings: &mut Vec<(Diagnostic, Span)>,
) -> Vec<Argument> {
    let mut arguments: Vec<Argument> = Vec::new();
    let mut given: Vec<&str> = Vec::new();
    let mut strange = 0;
    let mut all = inside.map_or(Vec::new(), |inside| words(text, inside));
    name_meant(shape, &mut all);
    let alone = alone(shape, text, &all);
    findings.extend(unquoted(shape, text, &mut all));
    for word in all {
        let (name, span) = match (&word.name, shape.first) {
            (Some((name, span)), _) => (name.clone(), *span),
            (None, Some(first)) if !given.contains(&first) => (first.to_owned(), word.span),
            (None, _) => {
                strange += 1;
                if strange <= MOST_STRANGE {
                    let finding = stray(shape, &word);
                    let finding = match &alone {
                        Some((_, right)) => finding
                            .with("wanted", right)
                            .replace(word.span, right.clone()),
                        None => finding,
                    };
                    findings.push((finding, word.span));
                }
                continue;
            }
        };
        let parameter = shape.parameter(word.meant.unwrap_or(&name));
        if word.meant.is_some() || parameter.is_none() {
            strange += 1;
            if strange <= MOST_STRANGE {
                findings.push((unknown(shape, &name, span, word.meant), span));
            }
        }
        let Some(parameter) = parameter else {
            continue;
        };
        if given.contains(&parameter.name) {
            findings.push((
                Diagnostic::new(&say::TWICE).with("parameter", parameter.name),
                span,
            ));
            continue;
        }
        given.push(parameter.name);
        match value(parameter, &word, text) {
            Read::Value(value) => arguments.push(Argument {
                parameter,
                value,
                span: word.span,
            }),
            Read::Nothing => {
                given.pop();
            }
            Read::Wrong(near) => findings.push((wrong(parameter, &word, near), word.span)),
        }
    }
    if strange > MOST_STRANGE {
        let more = Diagnostic::new(&say::MORE)
            .with("name", shape.name)
            .with("count", strange - MOST_STRANGE);
        findings.push((more, head));
    }
    for parameter in shape.parameters {
        // Where its value stands there without its name, that is told.
        let is_unnamed = matches!(&alone, Some((name, _)) if *name == parameter.name);
        if parameter.required && !given.contains(&parameter.name) && !is_unnamed {
            let (_, example) = parameter.kind.expected();
            let example = match shape.first {
                Some(first) if first == parameter.name => example.to_owned(),
                _ => format!("{}={example}", parameter.name),
            };
            // With what is there already and can stay.
            let known = match strange {
                0 => inside.map_or("", |inside| text[inside.start..inside.end].trim()),
                _ => "",
            };
            let gap = if known.is_empty() { "" } else { " " };
            let example = format!(":::{}{{{known}{gap}{example}}}", shape.name);
            findings.push((
                Diagnostic::new(&say::MISSING)
                    .with("name", shape.name)
                    .with("parameter", parameter.name)
                    .with("example", example),
                head,
            ));
        }
    }
    let place = |argument: &Argument| {
        shape
            .parameters
            .iter()
            .position(|parameter| parameter.name == argument.parameter.name)
    };
    arguments.sort_by_key(place);
    arguments
}

/// Notes which parameters the words name that are called otherwise; what has a name of its own keeps it.
fn name_meant(shape: &Shape, words: &mut [Word]) {
    let named = words.iter().filter_map(|word| {
        let (name, _) = word.name.as_ref()?;
        Some(shape.parameter(name)?.name)
    });
    let mut taken: Vec<&str> = Vec::new();
    for name in named {
        if !taken.contains(&name) {
            taken.push(name);
        }
    }
    for word in words {
        let Some((name, _)) = &word.name else {
            continue;
        };
        if taken.len() < shape.parameters.len() && shape.parameter(name).is_none() {
            word.meant = meant_by(shape, name, &word.value, &taken);
            taken.extend(word.meant);
        }
    }
}

/// Takes the words behind a value that should stand in quotation marks: `title=Avant de venir`.
fn unquoted(shape: &Shape, text: &str, words: &mut Vec<Word>) -> Vec<(Diagnostic, Span)> {
    let mut findings = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let count = words[at + 1..]
            .iter()
            .take_while(|word| word.name.is_none())
            .count();
        let word = &words[at];
        let parameter = word
            .name
            .as_ref()
            .and_then(|(name, _)| shape.parameter(word.meant.unwrap_or(name)));
        let is_text = parameter.is_some_and(|parameter| {
            matches!(
                parameter.kind,
                ParameterKind::Text | ParameterKind::Alternative
            )
        });
        let before = text[..word.span.start].chars().next_back();
        let is_bare = !word.value.is_empty() && before.is_some_and(|c| closing(c).is_none());
        at += 1;
        if !is_text || !is_bare || count == 0 || shape.first.is_some() {
            continue;
        }
        let rest = &words[at..at + count];
        let strange: Vec<&str> = rest.iter().map(|word| &*word.value).collect();
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
            continue;
        };
        let whole = Span::new(word.span.start, last.span.end);
        let written = &text[whole.start..whole.end];
        let name = parameter.map_or("title", |parameter| parameter.name);
        let right = format!("\"{written}\"");
        let finding = Diagnostic::new(&say::WORD)
            .with("word", strange.join(" "))
            .with("example", format!("{name}={right}"));
        let finding = match written.contains(['"', '“', '”', '\n']) {
            true => finding,
            false => finding.replace(whole, right),
        };
        findings.push((finding, Span::new(first.span.start, last.span.end)));
        words.drain(at..at + count);
    }
    findings
}

/// The parameter whose value is the only word there is, without a name before it, and how it is written: `data`,
/// `block=data`. Of a directive that must have one parameter and can have no other.
fn alone(shape: &Shape, text: &str, words: &[Word]) -> Option<(&'static str, String)> {
    let ([parameter], [word]) = (shape.parameters, words) else {
        return None;
    };
    let is_value = word.name.is_none() && shape.first.is_none() && word.value != parameter.name;
    let written = text.get(word.span.start..word.span.end)?;
    let is_plain = !written.is_empty()
        && written
            .chars()
            .all(|c| c.is_alphanumeric() || "-_/.".contains(c));
    (parameter.required && is_value && is_plain)
        .then(|| (parameter.name, format!("{}={written}", parameter.name)))
}

fn stray(shape: &Shape, word: &Word) -> Diagnostic {
    let of_text = shape
        .parameters
        .iter()
        .find(|parameter| parameter.kind == ParameterKind::Text);
    let name = of_text
        .or(shape.parameters.first())
        .map_or("title", |p| p.name);
    Diagnostic::new(&say::WORD)
        .with("word", &word.value)
        .with("example", format!("{name}=\"… …\""))
}

/// What writers, and other programs, call a parameter, and what it may be called here: of those that a
/// directive has, the first whose values look like the one that is given.
const CALLED: &[(&[&str], &[&str])] = &[
    (
        &[
            "auteur", "auteure", "auteurs", "autrice", "authors", "by", "de", "par",
        ],
        &["author", "credit", "source", "by"],
    ),
    (
        &[
            "author",
            "attribution",
            "copyright",
            "credits",
            "droits",
            "photographe",
            "photographer",
            "photographie",
        ],
        &["credit", "author", "source"],
    ),
    (
        &[
            "credit",
            "cite",
            "livre",
            "organisme",
            "origine",
            "ouvrage",
            "publication",
        ],
        &["source", "author"],
    ),
    (
        &["source", "src"],
        &["file", "data", "url", "source", "credit", "picture"],
    ),
    (
        &[
            "chemin",
            "document",
            "fichier",
            "file",
            "filename",
            "nom-de-fichier",
            "path",
            "pdf",
        ],
        &["file", "data", "url", "picture"],
    ),
    (
        &["image", "img", "photo", "picture", "visuel"],
        &["file", "picture"],
    ),
    (
        &[
            "affiche",
            "apercu",
            "cover",
            "couverture",
            "miniature",
            "poster",
            "thumbnail",
            "vignette",
        ],
        &["picture", "file"],
    ),
    (
        &["csv", "data", "dataset", "donnees", "table", "tableau"],
        &["data", "file"],
    ),
    (
        &[
            "heading", "intitule", "label", "libelle", "name", "nom", "titre", "title",
        ],
        &["title"],
    ),
    (
        &["nom", "name", "personne", "person", "qui", "who"],
        &["author"],
    ),
    (
        &[
            "adresse", "address", "href", "id", "lien", "link", "site", "uri", "url", "video",
            "vimeo", "youtube",
        ],
        &["url", "file"],
    ),
    (
        &["hreflang", "lang", "langue", "language", "locale"],
        &["language", "tag"],
    ),
    (
        &[
            "alt-text",
            "alternatif",
            "alternative",
            "desc",
            "description",
            "texte",
            "texte-alternatif",
            "text",
        ],
        &["alt", "description", "title"],
    ),
    (&["alt", "resume", "summary"], &["description"]),
    (
        &[
            "class", "classe", "forme", "genre", "level", "niveau", "sorte", "style", "type",
        ],
        &["kind"],
    ),
    (&["annee", "day", "jour", "le", "year"], &["date"]),
    (
        &[
            "fonction", "job", "position", "poste", "qualite", "titre", "title",
        ],
        &["role"],
    ),
    (&["unite", "units"], &["unit"]),
    (
        &[
            "caption",
            "sous-titrage",
            "sous-titres",
            "soustitres",
            "subs",
            "subtitles",
        ],
        &["captions"],
    ),
    (&["transcription"], &["transcript"]),
    (&["duree", "length", "temps", "time"], &["duration"]),
    (
        &["nb-pages", "nombre-de-pages", "number-of-pages", "page"],
        &["pages"],
    ),
    (&["valeur", "valeurs", "values"], &["value"]),
    (&["groupe", "group", "par", "serie", "series"], &["by"]),
];

/// Whether a value looks like one of a parameter: a path like the name of a file, an address like one.
fn looks_like(kind: ParameterKind, value: &str) -> bool {
    let is_address = value.contains("://") || value.starts_with("www.");
    let ending = value.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = !is_address
        && (2..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match kind {
        ParameterKind::Image | ParameterKind::File | ParameterKind::Data => is_file,
        ParameterKind::Address => is_address,
        ParameterKind::Text | ParameterKind::Alternative => !is_file && !is_address,
        ParameterKind::Languages | ParameterKind::Language => {
            value.split(',').all(|tag| looks_like_language(tag.trim()))
        }
        _ => true,
    }
}

/// The parameter that a word was meant to name, of those that are free.
fn meant_by(shape: &Shape, name: &str, value: &str, taken: &[&str]) -> Option<&'static str> {
    let is_free = |parameter: &&Parameter| !taken.contains(&parameter.name);
    let free = || shape.parameters.iter().filter(is_free);
    let word = crate::language::slug(name);
    let rows = || CALLED.iter().filter(|(words, _)| words.contains(&&*word));
    let of = |wanted: &dyn Fn(&Parameter) -> bool| {
        let names = rows().flat_map(|(_, names)| *names);
        let mut found = names.filter_map(|name| free().find(|known| known.name == *name));
        found.find(|known| wanted(known)).map(|known| known.name)
    };
    // In capitals, or with an accent, it is its own.
    let own = free()
        .find(|known| known.name == word)
        .map(|known| known.name);
    own.or_else(|| of(&|known| looks_like(known.kind, value)))
        .or_else(|| of(&|_| true))
        .or_else(|| nearest(name, free().map(|known| known.name)))
}

fn unknown(shape: &Shape, name: &str, span: Span, near: Option<&str>) -> Diagnostic {
    let known: Vec<&str> = shape.parameters.iter().map(|known| known.name).collect();
    let word = crate::language::slug(name);
    let is_caption = near.is_none()
        && shape.holds == Holds::Caption
        && matches!(&*word, "caption" | "legende" | "title" | "titre");
    let below = format!(":::{}", shape.name);
    Diagnostic::new(&say::PARAMETER)
        .with("name", shape.name)
        .with("parameter", name)
        .meant(span, near)
        .with_some("below", is_caption.then_some(below))
        .with_some("known", (!known.is_empty()).then(|| known.join(", ")))
}

fn wrong(parameter: &Parameter, word: &Word, near: Option<String>) -> Diagnostic {
    let (wanted, example) = parameter.kind.expected();
    let diagnostic = Diagnostic::new(&say::TYPE)
        .with("parameter", parameter.name)
        .with("value", &word.value);
    let is_alone = word.span.end - word.span.start == word.value.len();
    let diagnostic = match is_alone {
        true => diagnostic.meant(word.span, near.as_deref()),
        false => diagnostic.with_some("nearest", near),
    };
    let known = match parameter.kind {
        ParameterKind::Choice(known) => Some(known.join(", ")),
        _ => None,
    };
    diagnostic
        .with("wanted", wanted)
        .with_some("known", known)
        .with("example", example)
}

/// A parameter as it is written.
struct Word {
    name: Option<(String, Span)>,
    /// The parameter that was meant, where there is none of this name.
    meant: Option<&'static str>,
    /// Without quotation marks, and without what an editor escapes.
    value: String,
    /// Where the value is written, without quotation marks.
    span: Span,
}

/// A character as it is meant, and where it is written.
type Character = (char, usize, usize);

/// Splits what stands in braces.
fn words(text: &str, inside: Span) -> Vec<Word> {
    let characters = characters(text, inside);
    let mut words = Vec::new();
    let mut at = 0;
    let skip = |from: usize, of: &dyn Fn(char) -> bool| {
        (from..characters.len())
            .find(|at| !of(characters[*at].0))
            .unwrap_or(characters.len())
    };
    let is_space = |c: char| c.is_whitespace();
    loop {
        at = skip(at, &is_space);
        if at >= characters.len() {
            return words;
        }
        let start = at;
        at = skip(at, &|c| !c.is_whitespace() && c != '=');
        let name = &characters[start..at];
        // Spaces around `=` are as good as none.
        let equals = skip(at, &is_space);
        let is_name = characters.get(equals).is_some_and(|(c, ..)| *c == '=') && !name.is_empty();
        if !is_name {
            at = at.max(start + 1);
            words.push(word(None, &characters[start..at]));
            continue;
        }
        let name = Some((meant(name), span_of(name)));
        at = skip(equals + 1, &is_space);
        let close = characters.get(at).and_then(|(c, ..)| closing(*c));
        match close {
            Some(close) => {
                let end = skip(at + 1, &|c| c != close);
                let value = &characters[at + 1..end];
                let mut word = word(name, value);
                if value.is_empty() {
                    let place = characters[at].2;
                    word.span = Span::new(place, place);
                }
                words.push(word);
                at = (end + 1).min(characters.len());
            }
            None => {
                let end = skip(at, &|c| !c.is_whitespace());
                let mut word = word(name, &characters[at..end]);
                if at == end {
                    let place = characters[equals].2;
                    word.span = Span::new(place, place);
                }
                words.push(word);
                at = end;
            }
        }
    }
}

fn word(name: Option<(String, Span)>, characters: &[Character]) -> Word {
    Word {
        name,
        meant: None,
        value: meant(characters).trim().to_owned(),
        span: span_of(characters),
    }
}

/// In Unicode form NFC: a name is compared with others.
fn meant(characters: &[Character]) -> String {
    let text: String = characters.iter().map(|(c, ..)| c).collect();
    composed(&text).into_owned()
}

fn span_of(characters: &[Character]) -> Span {
    match (characters.first(), characters.last()) {
        (Some((_, start, _)), Some((_, _, end))) => Span::new(*start, *end),
        _ => Span::default(),
    }
}

/// The characters of a piece of text without the backslashes and references to characters that an
/// editor puts in the place of characters that mean something in Markdown.
fn characters(text: &str, span: Span) -> Vec<Character> {
    let source = &text[span.start..span.end];
    let mut characters = Vec::with_capacity(source.len());
    let mut at = 0;
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at + c.len_utf8()..];
        let (character, length) = match c {
            '\\' => match rest.chars().next() {
                Some(next) if next.is_ascii_punctuation() => (next, 2),
                _ => (c, 1),
            },
            '&' => reference(rest).map_or((c, 1), |(character, length)| (character, length + 1)),
            c => (c, c.len_utf8()),
        };
        characters.push((character, span.start + at, span.start + at + length));
        at += length;
    }
    characters
}

/// The character that a reference to a character stands for, and its length after `&`.
fn reference(rest: &str) -> Option<(char, usize)> {
    let (name, _) = rest.split_once(';')?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((character, name.len() + 1))
}

/// A piece of text as it is meant, where it is no words: the name of a file, an address.
pub(in crate::markdown) fn unescaped(text: &str, span: Span) -> String {
    address(meant(&characters(text, span)).trim())
}

/// An address that an editor has made a link of: `<https://…>`, `[https://…](https://…)`.
fn address(value: &str) -> String {
    let inner = value
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner.filter(|inner| !inner.contains(char::is_whitespace)) {
        return inner.strip_prefix("mailto:").unwrap_or(inner).to_owned();
    }
    let link = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|rest| rest.split_once("]("));
    match link {
        Some((words, inner)) if inner == words || inner.ends_with(&format!(":{words}")) => {
            words.to_owned()
        }
        _ => value.to_owned(),
    }
}

/// Words without markup: what an editor changes in it (`*` for `_`) changes nothing.
fn plain(text: &str, span: Span) -> String {
    // What stands after a bracket begins no list, heading or quotation.
    let source = format!("({}", &text[span.start..span.end]);
    let mut out = String::with_capacity(source.len());
    for event in Parser::new(&source) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::InlineHtml(words) | Event::Html(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out.strip_prefix('(').unwrap_or(&out).trim().to_owned()
}

/// The outcome of reading a value.
enum Read {
    Value(ArgumentValue),
    /// As if the parameter were not given.
    Nothing,
    /// It is of another type; what was probably meant.
    Wrong(Option<String>),
}

fn value(parameter: &Parameter, word: &Word, text: &str) -> Read {
    let value = word.value.as_str();
    let wanted = |value: Option<ArgumentValue>| value.map_or(Read::Wrong(None), Read::Value);
    match parameter.kind {
        ParameterKind::Alternative => Read::Value(ArgumentValue::Text(plain(text, word.span))),
        _ if value.is_empty() => Read::Nothing,
        ParameterKind::Text => Read::Value(ArgumentValue::Text(plain(text, word.span))),
        ParameterKind::Image | ParameterKind::File | ParameterKind::Data | ParameterKind::Link => {
            Read::Value(ArgumentValue::Text(address(value)))
        }
        ParameterKind::Name | ParameterKind::Block => {
            Read::Value(ArgumentValue::Text(value.to_owned()))
        }
        ParameterKind::Address => {
            let address = address(value);
            let is_one = ["https://", "http://"].iter().any(|scheme| {
                address
                    .strip_prefix(scheme)
                    .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
            });
            wanted(
                (is_one && !address.contains(char::is_whitespace))
                    .then_some(ArgumentValue::Text(address)),
            )
        }
        ParameterKind::Language => match looks_like_language(value) {
            true => Read::Value(ArgumentValue::Text(value.to_owned())),
            false => Read::Wrong(crate::language::language_called(value).map(str::to_owned)),
        },
        ParameterKind::Languages => {
            let tags: Vec<String> = value
                .split([',', ' ', '\u{a0}'])
                .filter(|tag| !tag.is_empty())
                .map(str::to_owned)
                .collect();
            let are_tags = !tags.is_empty() && tags.iter().all(|tag| looks_like_language(tag));
            wanted(are_tags.then_some(ArgumentValue::Texts(tags)))
        }
        ParameterKind::Count => wanted(
            value
                .parse()
                .ok()
                .filter(|count| *count > 0)
                .map(ArgumentValue::Count),
        ),
        ParameterKind::Date => match date(value) {
            Some((date, style)) => Read::Value(ArgumentValue::Date(date, style)),
            None => Read::Wrong(written::meant(value)),
        },
        ParameterKind::Duration => wanted(duration(value).map(ArgumentValue::Count)),
        ParameterKind::Columns => wanted(columns(value, word.span).map(ArgumentValue::Columns)),
        ParameterKind::Choice(known) => match known.contains(&value) {
            true => Read::Value(ArgumentValue::Text(value.to_owned())),
            false => Read::Wrong(choice_meant(value, known).map(str::to_owned)),
        },
    }
}

/// What writers call the values of a choice.
const CHOICES: &[(&str, &[&str])] = &[
    (
        "warning",
        &[
            "attention",
            "avertissement",
            "alerte",
            "danger",
            "caution",
            "alert",
        ],
    ),
    (
        "info",
        &["information", "note", "remarque", "conseil", "tip"],
    ),
    (
        "bar",
        &[
            "barre",
            "barres",
            "bars",
            "batons",
            "histogramme",
            "column",
            "columns",
        ],
    ),
    ("line", &["ligne", "lignes", "lines", "courbe", "courbes"]),
    (
        "share",
        &["part", "parts", "shares", "secteurs", "camembert", "pie"],
    ),
];

/// The value of a choice that was meant.
fn choice_meant(value: &str, known: &[&'static str]) -> Option<&'static str> {
    let called = choice_called(&crate::language::slug(value), known);
    called.or_else(|| nearest(value, known.iter().copied()))
}

/// The value of a choice that writers call by a word, in the form of a slug.
pub(super) fn choice_called(word: &str, known: &[&str]) -> Option<&'static str> {
    let mut choices = CHOICES.iter();
    let called = choices.find(|(name, words)| known.contains(name) && words.contains(&word));
    called.map(|(name, _)| *name)
}

/// A day, a month or a year, and how much of it is to be written.
fn date(value: &str) -> Option<(Date, DateStyle)> {
    let (whole, style) = match value.len() {
        4 => (format!("{value}-01-01"), DateStyle::Year),
        7 => (format!("{value}-01"), DateStyle::Month),
        10 => (value.to_owned(), DateStyle::Long),
        _ => return None,
    };
    let shaped = whole.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    Some((shaped.then(|| whole.parse().ok())??, style))
}

/// `3:25` or `1:02:03`, in seconds.
fn duration(value: &str) -> Option<u64> {
    let parts: Vec<&str> = value.split(':').collect();
    let is_time = (2..=3).contains(&parts.len())
        && parts.iter().enumerate().all(|(at, part)| {
            part.bytes().all(|byte| byte.is_ascii_digit())
                && (part.len() == 2 || at == 0 && (1..=3).contains(&part.len()))
        });
    if !is_time {
        return None;
    }
    let mut seconds = 0;
    for (at, part) in parts.iter().enumerate() {
        let number: u64 = part.parse().ok().filter(|number| at == 0 || *number < 60)?;
        seconds = seconds * 60 + number;
    }
    (seconds > 0).then_some(seconds)
}

/// `women: Women, men: Men`.
fn columns(value: &str, span: Span) -> Option<Vec<chart::Column>> {
    value
        .split(',')
        .map(|part| {
            let (name, label) = match part.split_once(':') {
                Some((name, label)) => (name.trim(), label.trim()),
                None => (part.trim(), part.trim()),
            };
            (!name.is_empty() && !label.is_empty()).then(|| chart::Column {
                name: name.to_owned(),
                label: label.to_owned(),
                span,
            })
        })
        .collect()
}
