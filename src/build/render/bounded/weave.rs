//! The filters that count are put into a template, and places in it are led back to what was
//! written.

use std::ops::Range;

use super::{ROUNDS, SIZE};
use crate::origin;

/// A template with the filters that count.
pub struct Woven {
    /// The template as Tera reads it.
    pub text: String,
    /// What was put in, in its order.
    marks: Vec<Mark>,
}

/// Something that was put in.
struct Mark {
    /// Before which byte of the template.
    at: usize,
    text: String,
    /// What is meant where Tera points at it: the bytes of the template.
    shown: Range<usize>,
}

impl Woven {
    /// Puts the filters into a template. One whose tags are not closed stays as it is from there on.
    pub fn new(template: &str) -> Self {
        let mut marks = Vec::new();
        for tag in Tags::of(template) {
            tag.mark(&mut marks);
        }
        Self::with(template, marks)
    }

    /// As [`Woven::new`], with a mark of [`origin`] before each of the words and expressions that are written
    /// to the page: `number` is the template's.
    pub fn marked(template: &str, number: usize) -> Self {
        let mut marks = Vec::new();
        for tag in Tags::of(template) {
            tag.mark(&mut marks);
        }
        marks.extend(written(template).into_iter().map(|at| Mark {
            at,
            text: origin::Mark::Template(number, at).to_string(),
            shown: at..at,
        }));
        Self::with(template, marks)
    }

    fn with(template: &str, mut marks: Vec<Mark>) -> Self {
        marks.sort_by_key(|mark| mark.at);
        let mut text = String::with_capacity(template.len() + marks.len() * 16);
        let mut done = 0;
        for mark in &marks {
            text.push_str(template.get(done..mark.at).unwrap_or_default());
            text.push_str(&mark.text);
            done = mark.at;
        }
        text.push_str(template.get(done..).unwrap_or_default());
        Self { text, marks }
    }

    /// The bytes of the template for bytes of [`Woven::text`].
    pub fn original(&self, span: Range<usize>) -> Range<usize> {
        let start = self.locate(span.start).unwrap_or_else(|shown| shown.start);
        if span.is_empty() {
            return start..start;
        }
        let last = self.locate(span.end - 1).map(|last| last + 1);
        start..last.unwrap_or_else(|shown| shown.end).max(start)
    }

    /// The byte of the template, or what is meant by what was put in there.
    fn locate(&self, woven: usize) -> Result<usize, &Range<usize>> {
        let mut added = 0;
        for mark in &self.marks {
            let start = mark.at + added;
            added += mark.text.len();
            if woven < start {
                return Ok(woven - (added - mark.text.len()));
            }
            if woven < start + mark.text.len() {
                return Err(&mark.shown);
            }
        }
        Ok(woven - added)
    }
}

/// What stands between the characters of a tag.
#[derive(Clone, Debug)]
struct Token<'t> {
    text: &'t str,
    span: Range<usize>,
}

/// `{{ … }}` or `{% … %}`.
struct Tag<'t> {
    span: Range<usize>,
    is_block: bool,
    /// Whether the space before it, and after it, is taken away.
    trims: (bool, bool),
    tokens: Vec<Token<'t>>,
}

impl Tag<'_> {
    /// Whether it is a tag of one word.
    fn is(&self, word: &str) -> bool {
        let words = self.tokens.iter().map(|token| token.text);
        self.is_block && words.eq([word])
    }

    fn mark(&self, marks: &mut Vec<Mark>) {
        self.mark_lists(marks);
        if !self.is_block {
            return;
        }
        let words: Vec<&str> = self.tokens.iter().map(|token| token.text).collect();
        let step = |trims: bool| {
            let (before, after) = if trims { ("-", "-") } else { ("", "") };
            format!("{{{{{before} \"\" | {ROUNDS} {after}}}}}")
        };
        let mut add = |at: usize, text: String, shown: &Range<usize>| {
            marks.push(Mark {
                at,
                text,
                shown: shown.clone(),
            });
        };
        match *words.as_slice() {
            ["for", ..] => {
                let target = words.iter().position(|word| *word == "in");
                let target = target.and_then(|at| self.tokens.get(at + 1..));
                around(target.unwrap_or_default(), ROUNDS, marks);
            }
            ["set" | "set_global", _, "=", ..] => {
                around(self.tokens.get(3..).unwrap_or_default(), SIZE, marks);
            }
            ["set" | "set_global", ..] => {
                if let Some(last) = self.tokens.last() {
                    add(last.span.end, format!(" | {SIZE}"), &self.span);
                }
            }
            ["component", ..] => add(self.span.end, step(self.trims.1), &self.span),
            ["include", ..] => add(self.span.start, step(self.trims.0), &self.span),
            _ => {}
        }
    }

    /// `[a for b in c if d]`: a loop that makes a list.
    fn mark_lists(&self, marks: &mut Vec<Mark>) {
        for (at, token) in self.tokens.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
            if token.text != "for" || before.is_none_or(|before| before.text.ends_with('.')) {
                continue;
            }
            let rest = self.tokens.get(at + 1..).unwrap_or_default();
            let words: Vec<&str> = rest.iter().take(4).map(|token| token.text).collect();
            let first = match *words.as_slice() {
                [_, "in", ..] => 2,
                [_, ",", _, "in"] => 4,
                _ => continue,
            };
            let target = rest.get(first..).unwrap_or_default();
            let mut depth = 0_usize;
            let end = target.iter().position(|token| match token.text {
                "(" | "[" | "{" | "?[" => {
                    depth += 1;
                    false
                }
                ")" | "]" | "}" if depth > 0 => {
                    depth -= 1;
                    false
                }
                "]" | "if" => depth == 0,
                _ => false,
            });
            if let Some(target) = end.and_then(|end| target.get(..end)) {
                around(target, ROUNDS, marks);
            }
        }
    }
}

/// Puts an expression through a filter.
fn around(target: &[Token], filter: &str, marks: &mut Vec<Mark>) {
    let (Some(first), Some(last)) = (target.first(), target.last()) else {
        return;
    };
    let shown = first.span.start..last.span.end;
    for (at, text) in [
        (shown.start, "(".to_owned()),
        (shown.end, format!(") | {filter}")),
    ] {
        let shown = shown.clone();
        marks.push(Mark { at, text, shown });
    }
}

/// A part of a template.
enum Piece<'t> {
    Text(Range<usize>),
    Tag(Tag<'t>),
}

/// The tags of a template, as Tera's lexer finds them.
struct Tags<'t> {
    template: &'t str,
    at: usize,
}

impl<'t> Tags<'t> {
    fn of(template: &'t str) -> Self {
        Self { template, at: 0 }
    }

    fn rest(&self) -> &'t str {
        self.template.get(self.at..).unwrap_or_default()
    }

    /// Goes on after the next place of some characters; to the end where there is none.
    fn pass(&mut self, characters: &str) {
        let rest = self.rest();
        self.at += rest
            .find(characters)
            .map_or(rest.len(), |at| at + characters.len());
    }

    /// The next token up to `close`; `None` at it, or where there is none any more.
    fn token(&mut self, close: &str) -> Option<Token<'t>> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_ascii_start().len();
        let rest = self.rest();
        let first = rest.chars().next()?;
        if rest.strip_prefix('-').unwrap_or(rest).starts_with(close) || rest.starts_with(close) {
            return None;
        }
        let length = match first {
            '"' | '\'' | '`' => quoted(rest, first),
            'a'..='z' | 'A'..='Z' | '_' => rest
                .find(|character: char| !character.is_ascii_alphanumeric() && character != '_')
                .unwrap_or(rest.len()),
            _ if ["?[", "?.", "=="].iter().any(|two| rest.starts_with(two)) => 2,
            _ => first.len_utf8(),
        };
        let span = self.at..self.at + length;
        self.at = span.end;
        let text = self.template.get(span.clone())?;
        Some(Token { text, span })
    }

    /// The tag that begins here; `None` where it does not end.
    fn tag(&mut self) -> Option<Tag<'t>> {
        let start = self.at;
        let is_block = self.rest().starts_with("{%");
        let close = if is_block { "%}" } else { "}}" };
        self.at += 2;
        let trims_before = self.rest().starts_with('-');
        self.at += usize::from(trims_before);
        let mut tokens = Vec::new();
        while let Some(token) = self.token(close) {
            tokens.push(token);
        }
        let trims_after = !self.rest().starts_with(close);
        self.pass(close);
        self.template
            .get(..self.at)?
            .ends_with(close)
            .then_some(Tag {
                span: start..self.at,
                is_block,
                trims: (trims_before, trims_after),
                tokens,
            })
    }

    /// Goes on after the end of what is not read, and gives where that stands.
    fn pass_raw(&mut self) -> Range<usize> {
        let start = self.at;
        while !self.rest().is_empty() {
            let rest = self.rest();
            self.at += rest.find("{%").unwrap_or(rest.len());
            let mut end = Self { ..*self };
            if end.tag().is_some_and(|tag| tag.is("endraw")) {
                let raw = start..self.at;
                self.at = end.at;
                return raw;
            }
            self.pass("{%");
        }
        start..self.at
    }
}

impl<'t> Tags<'t> {
    /// What comes next: a tag, or text up to one or that is not read. Comments are left out; a tag that does not
    /// end is the end.
    fn piece(&mut self) -> Option<Piece<'t>> {
        loop {
            let rest = self.rest();
            let is_open = |two: &[u8]| matches!(two, b"{{" | b"{%" | b"{#");
            let text = rest.as_bytes().windows(2).position(is_open);
            let text = text.unwrap_or(rest.len());
            if text > 0 {
                let span = self.at..self.at + text;
                self.at = span.end;
                return Some(Piece::Text(span));
            }
            if rest.is_empty() {
                return None;
            }
            if rest.starts_with("{#") {
                self.at += 2;
                self.pass("#}");
                continue;
            }
            let tag = self.tag()?;
            return Some(match tag.is("raw") {
                true => Piece::Text(self.pass_raw()),
                false => Piece::Tag(tag),
            });
        }
    }
}

impl<'t> Iterator for Tags<'t> {
    type Item = Tag<'t>;

    fn next(&mut self) -> Option<Tag<'t>> {
        loop {
            if let Piece::Tag(tag) = self.piece()? {
                return Some(tag);
            }
        }
    }
}

/// Before which bytes of a template something begins that is written to the page: an expression, and the first
/// word of each line and after each tag. Space that a tag takes away stays beside it; what is assigned to a
/// variable may be compared, and is left as it is.
fn written(template: &str) -> Vec<usize> {
    let mut found = Vec::new();
    // How many assignments are open.
    let mut assigned = 0_usize;
    let mut tags = Tags::of(template);
    while let Some(piece) = tags.piece() {
        match piece {
            Piece::Text(span) if assigned == 0 => {
                let mut at = span.start;
                let text = template.get(span).unwrap_or_default();
                for line in text.split_inclusive('\n') {
                    let word = line.find(|character: char| !character.is_whitespace());
                    found.extend(word.map(|word| at + word));
                    at += line.len();
                }
            }
            Piece::Tag(tag) if tag.is_block => {
                let words: Vec<&str> = tag.tokens.iter().map(|token| token.text).collect();
                match *words.as_slice() {
                    ["set" | "set_global", _, "=", ..] => {}
                    ["set" | "set_global", ..] => assigned += 1,
                    ["endset" | "endset_global"] => assigned = assigned.saturating_sub(1),
                    _ => {}
                }
            }
            Piece::Tag(tag) if assigned == 0 => {
                let before = template.get(..tag.span.start).unwrap_or_default();
                found.push(match tag.trims.0 {
                    true => before.trim_end().len(),
                    false => before.len(),
                });
            }
            Piece::Text(_) | Piece::Tag(_) => {}
        }
    }
    found
}

/// How long a text between quotation marks is, with them.
fn quoted(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, character)| {
        let is_end = *character == mark && !is_escaped;
        is_escaped = *character == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |(at, character)| at + character.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in() {
        for (template, wanted) in [
            (
                "a {# {% for a in b %} #} {{ a }}",
                "a {# {% for a in b %} #} {{ a }}",
            ),
            (
                "{% for a in b or c -%}",
                "{% for a in (b or c) | rihla_rounds -%}",
            ),
            (
                "{%for k, v in f(a=\"%}\", in=[1])%}",
                "{%for k, v in (f(a=\"%}\", in=[1])) | rihla_rounds%}",
            ),
            (
                "{% set a = b ~ c %}{% set_global a=[...b] %}",
                "{% set a = (b ~ c) | rihla_size %}{% set_global a=([...b]) | rihla_size %}",
            ),
            (
                "{% set a %}{% set a | upper -%}",
                "{% set a | rihla_size %}{% set a | upper | rihla_size -%}",
            ),
            (
                "{{ [a for a, b in c(d=[1])[0] if a] }}",
                "{{ [a for a, b in (c(d=[1])[0]) | rihla_rounds if a] }}",
            ),
            (
                "{% for a in [[b for b in c] for d in e] %}",
                "{% for a in ([[b for b in (c) | rihla_rounds] for d in (e) | rihla_rounds]) | rihla_rounds %}",
            ),
            (
                "{% component a() -%} x{% endcomponent %}",
                "{% component a() -%}{{- \"\" | rihla_rounds -}} x{% endcomponent %}",
            ),
            (
                "x {%- include \"a\" %}",
                "x {{- \"\" | rihla_rounds -}}{%- include \"a\" %}",
            ),
            (
                "{% raw %}{% for a in b %}{% \" %}{%- endraw -%}{% for a in b %}",
                "{% raw %}{% for a in b %}{% \" %}{%- endraw -%}{% for a in (b) | rihla_rounds %}",
            ),
            ("{% for a in %}{% for a in b", "{% for a in %}{% for a in b"),
            ("{{ a.for }}{% if in %}", "{{ a.for }}{% if in %}"),
        ] {
            let woven = Woven::new(template);
            assert_eq!(woven.text, wanted);
            assert_eq!(woven_template(&woven), template);
        }
    }

    #[test]
    fn places_lead_back() {
        let woven = Woven::new("{% for é in bé ~ c %}{{ é }}");
        let place = |words: &str| {
            let start = woven.text.find(words).expect("the words");
            let span = woven.original(start..start + words.len());
            woven_template(&woven)
                .get(span)
                .expect("a place")
                .to_owned()
        };
        assert_eq!(place("bé"), "bé");
        assert_eq!(place("(bé ~ c) | rihla_rounds"), "bé ~ c");
        assert_eq!(place(") | rihla_rounds"), "bé ~ c");
        assert_eq!(place("{{ é }}"), "{{ é }}");
    }

    fn woven_template(woven: &Woven) -> String {
        let own = (0..woven.text.len()).filter(|byte| woven.locate(*byte).is_ok());
        let bytes = own.map(|byte| woven.text.as_bytes()[byte]).collect();
        String::from_utf8(bytes).expect("UTF-8")
    }

    proptest::proptest! {
        /// Whatever a template holds, what is put in can be taken out again.
        #[test]
        fn nothing_is_lost(template in "(\\{%|%\\}|\\{\\{|\\}\\}|\\{#|#\\}|-| |for|in|if|set|=|x|é|\"|\\\\|\\[|\\]|\\(|\\)|,|raw|endraw|include|component){0,40}") {
            let woven = Woven::new(&template);
            proptest::prop_assert_eq!(woven_template(&woven), template);
        }
    }
}
