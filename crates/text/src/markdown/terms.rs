//! The first use of each term of a glossary in a text.
//!
//! Terms are looked for in running words alone: not in headings, links, code, quotations, HTML, or words of another
//! language. Of several terms that begin with the same words, the longest counts.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::mem::take;
use std::ops::Range;

use super::directive::Body;
use super::{Block, BlockKind, Definition, Document, Inline, InlineKind};
use crate::search::{Stems, fold};

/// The terms of a glossary in a language, each by its number.
#[derive(Debug, Default)]
pub struct Terms {
    /// The longest first.
    forms: Vec<Form>,
    stems: Option<&'static Stems>,
}

/// A name of a term.
#[derive(Debug)]
struct Form {
    term: usize,
    /// Its words, as they are compared.
    words: Vec<String>,
    /// What stands between them.
    between: Vec<String>,
    /// Whether case matters, as in an acronym.
    is_exact: bool,
}

/// A word of a text.
struct Word<'w> {
    range: Range<usize>,
    written: &'w str,
    /// As it is compared where case does not matter.
    plain: String,
}

impl Terms {
    /// Terms in the language of a tag: the names of each. A name with two capital letters in one word is an acronym,
    /// and is found in these letters alone; any other is found in either case, in the singular and the plural.
    pub fn new<'n>(tag: &str, terms: impl Iterator<Item = Vec<&'n str>>) -> Self {
        let mut found = Self {
            forms: Vec::new(),
            stems: Some(Stems::of_tag(tag)),
        };
        for (term, names) in terms.enumerate() {
            for name in names {
                let words = found.words(name);
                let ends = words.windows(2);
                let between =
                    ends.map(|pair| separator(&name[pair[0].range.end..pair[1].range.start]));
                let between = between.collect();
                let is_exact = words.iter().any(|word| is_acronym(word.written));
                let words: Vec<String> = words
                    .into_iter()
                    .map(|word| match is_exact {
                        true => word.written.to_owned(),
                        false => word.plain,
                    })
                    .collect();
                if !words.is_empty() {
                    found.forms.push(Form {
                        term,
                        words,
                        between,
                        is_exact,
                    });
                }
            }
        }
        let length = |form: &Form| form.words.iter().map(String::len).sum::<usize>();
        found.forms.sort_by_key(|form| {
            let longest = (form.words.len(), length(form));
            (std::cmp::Reverse(longest), form.term)
        });
        found
    }

    /// The words of a text.
    fn words<'w>(&self, text: &'w str) -> Vec<Word<'w>> {
        let mut words = Vec::new();
        let mut start = None;
        let ends = text.char_indices().map(Some).chain([None]);
        for next in ends {
            let (at, is_part) =
                next.map_or((text.len(), false), |(at, c)| (at, c.is_alphanumeric()));
            match (start, is_part) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    start = None;
                    let written = &text[from..at];
                    words.push(Word {
                        range: from..at,
                        written,
                        plain: self.plain(written),
                    });
                }
                _ => {}
            }
        }
        words
    }

    /// A word without case and number; in Arabic, also without its article and vowel signs.
    fn plain(&self, word: &str) -> String {
        let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
        let small = match word.contains(is_arabic) {
            true => fold(word),
            false => word.to_lowercase(),
        };
        self.stems
            .map_or(small.clone(), |stems| stems.singular(&small))
    }

    /// The first uses in a text of terms that are not among those `used`, which they join: where each stands.
    fn first_uses(&self, text: &str, used: &mut BTreeSet<usize>) -> Vec<(Range<usize>, usize)> {
        let words = self.words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.at(text, &words[at..], used) {
                Some(form) => {
                    let last = at + form.words.len() - 1;
                    found.push((words[at].range.start..words[last].range.end, form.term));
                    used.insert(form.term);
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The form that begins with the first of these words, and how many it has.
    fn at(&self, text: &str, words: &[Word], used: &BTreeSet<usize>) -> Option<&Form> {
        let first = words.first()?;
        // An address is no use of a word.
        if text[..first.range.start].ends_with(['@', '/', '#', '_', '&']) {
            return None;
        }
        self.forms.iter().find(|form| {
            let Some(words) = words.get(..form.words.len()) else {
                return false;
            };
            let after = words.last().map_or(0, |last| last.range.end);
            let mut pairs = words.windows(2).zip(&form.between);
            !used.contains(&form.term)
                && !text[after..].starts_with(['@', '/', '_'])
                && (form.words.iter().zip(words))
                    .all(|(word, own)| is_same(word, own, form.is_exact))
                && pairs.all(|(pair, between)| {
                    separator(&text[pair[0].range.end..pair[1].range.start]) == *between
                })
        })
    }
}

fn is_same(word: &str, own: &Word, is_exact: bool) -> bool {
    match is_exact {
        // *MoUs*, where the acronym is written so.
        true => {
            own.written == word || is_acronym(word) && own.written.strip_suffix('s') == Some(word)
        }
        false => own.plain == word,
    }
}

/// Whether a word is an acronym: it has two capital letters.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// What stands between two words, in one form of spaces, apostrophes and hyphens.
fn separator(between: &str) -> String {
    let mut form = String::new();
    for c in between.chars() {
        match c {
            c if c.is_whitespace() => {
                if !form.ends_with(' ') {
                    form.push(' ');
                }
            }
            '’' | 'ʼ' => form.push('\''),
            '\u{2010}' | '\u{2011}' => form.push('-'),
            '\u{ad}' => {}
            c => form.push(c),
        }
    }
    form
}

/// Marks the first use of each term that is not among those `used`, and adds it to them.
pub fn mark_terms(document: &mut Document<'_>, terms: &Terms, used: &mut BTreeSet<usize>) {
    if terms.forms.is_empty() {
        return;
    }
    let mut marker = Marker { terms, used };
    marker.blocks(&mut document.blocks);
    for note in &mut document.notes {
        marker.blocks(&mut note.blocks);
    }
}

struct Marker<'m> {
    terms: &'m Terms,
    used: &'m mut BTreeSet<usize>,
}

impl Marker<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Paragraph(inlines) | BlockKind::Tight(inlines) => self.line(inlines),
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.blocks(&mut item.blocks);
                    }
                }
                BlockKind::Definitions(parts) => {
                    for part in parts {
                        if let Definition::Description(blocks) = part {
                            self.blocks(blocks);
                        }
                    }
                }
                BlockKind::Table { rows, .. } => {
                    for cell in rows.iter_mut().flatten() {
                        self.line(cell);
                    }
                }
                BlockKind::Directive(directive) if directive.shape.name == "note" => {
                    if let Body::Blocks(blocks) = &mut directive.body {
                        self.blocks(blocks);
                    }
                }
                _ => {}
            }
        }
    }

    fn line<'t>(&mut self, inlines: &mut Vec<Inline<'t>>) {
        let mut run: Vec<Inline<'t>> = Vec::new();
        // How many elements of HTML are open: their words are left alone. What stands in `dfn` is explained there.
        let mut open = 0_usize;
        let mut is_defined = false;
        for mut inline in take(inlines) {
            let is_words = matches!(inline.kind, InlineKind::Text(_) | InlineKind::SoftBreak);
            if is_words && open == 0 {
                run.push(inline);
                continue;
            }
            self.run(take(&mut run), inlines);
            match &mut inline.kind {
                InlineKind::Text(words) if is_defined => {
                    self.terms.first_uses(words, self.used);
                }
                InlineKind::Emphasis(children) | InlineKind::Strong(children) if open == 0 => {
                    self.line(children);
                }
                InlineKind::Html(html) => {
                    is_defined = html.starts_with("<dfn");
                    let closed = html.matches("</").count();
                    let void = ["<br", "<wbr", "<img", "<hr"];
                    let void: usize = void.iter().map(|tag| html.matches(tag).count()).sum();
                    let opened = html.matches('<').count() - closed - void;
                    open = (open + opened).saturating_sub(closed);
                }
                _ => {}
            }
            inlines.push(inline);
        }
        self.run(run, inlines);
    }

    /// Marks the terms in words and ends of lines that follow each other.
    fn run<'t>(&mut self, run: Vec<Inline<'t>>, out: &mut Vec<Inline<'t>>) {
        let mut text = String::new();
        for inline in &run {
            match &inline.kind {
                InlineKind::Text(words) => text.push_str(words),
                _ => text.push('\n'),
            }
        }
        let marks = self.terms.first_uses(&text, self.used);
        let mut marks = marks.into_iter().peekable();
        let mut start = 0;
        for inline in run {
            let length = match &inline.kind {
                InlineKind::Text(words) => words.len(),
                _ => 1,
            };
            let end = start + length;
            let mut from = start;
            while from < end {
                let Some((mark, term)) = marks.peek().filter(|(mark, _)| mark.start < end) else {
                    out.push(piece(&inline, from - start..length));
                    break;
                };
                if from < mark.start {
                    out.push(piece(&inline, from - start..mark.start - start));
                    from = mark.start;
                }
                let to = mark.end.min(end);
                let own = piece(&inline, from - start..to - start);
                match out.last_mut().map(|last| &mut last.kind) {
                    Some(InlineKind::Term { number, words })
                        if number == term && from > mark.start =>
                    {
                        words.push(own);
                    }
                    _ => out.push(Inline {
                        span: inline.span,
                        kind: InlineKind::Term {
                            number: *term,
                            words: vec![own],
                        },
                    }),
                }
                if mark.end <= end {
                    marks.next();
                }
                from = to;
            }
            start = end;
        }
    }
}

/// A part of the words of an inline, or an end of a line.
fn piece<'t>(inline: &Inline<'t>, range: Range<usize>) -> Inline<'t> {
    let kind = match &inline.kind {
        InlineKind::Text(Cow::Borrowed(text)) => InlineKind::Text(Cow::Borrowed(&text[range])),
        InlineKind::Text(Cow::Owned(text)) => InlineKind::Text(Cow::Owned(text[range].to_owned())),
        kind => kind.clone(),
    };
    Inline {
        kind,
        span: inline.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tree;
    use rihla_diagnostics::Span;

    /// The terms that are found in a text, as they are written there.
    fn found(tag: &str, names: &[&[&str]], text: &str) -> Vec<(usize, String)> {
        let terms = Terms::new(tag, names.iter().map(|names| names.to_vec()));
        let mut document = tree(text, Span::new(0, text.len()));
        mark_terms(&mut document, &terms, &mut BTreeSet::new());
        let mut out = Vec::new();
        gather(&document.blocks, &mut out);
        out
    }

    fn gather(blocks: &[Block], out: &mut Vec<(usize, String)>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) | BlockKind::Tight(inlines) => words(inlines, out),
                BlockKind::List { items, .. } => {
                    items.iter().for_each(|item| gather(&item.blocks, out));
                }
                BlockKind::Quote(blocks) => gather(blocks, out),
                BlockKind::Heading(_, inlines) => words(inlines, out),
                _ => {}
            }
        }
    }

    fn words(inlines: &[Inline], out: &mut Vec<(usize, String)>) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Term { number, words } => {
                    out.push((*number, crate::markdown::plain(words)));
                }
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Link { children, .. } => words(children, out),
                _ => {}
            }
        }
    }

    #[test]
    fn the_first_use_is_marked() {
        let fr: &[&[&str]] = &[
            &["Retour volontaire", "AVRR"],
            &["Retour"],
            &["Centre d'accueil"],
            &["État des lieux"],
        ];
        let cases: &[(&str, &[(usize, &str)])] = &[
            (
                "Le retour volontaire, puis le retour volontaire.",
                &[(0, "retour volontaire"), (1, "retour")],
            ),
            (
                "L’AVRR et les retours\nvolontaires.",
                &[(0, "AVRR"), (1, "retours")],
            ),
            ("Les retours\nvolontaires.", &[(0, "retours volontaires")]),
            ("avrr, Avrr, AVRRA", &[]),
            (
                "Des centres d’accueil, d’un *centre d'accueil*",
                &[(2, "centres d’accueil")],
            ),
            ("**Centre d’accueil**.", &[(2, "Centre d’accueil")]),
            ("Centre, d’accueil", &[]),
            ("# Retour\n\n[Retour](a.md) `AVRR` > non", &[]),
            ("> Le retour.\n\nUn retour.", &[(1, "retour")]),
            ("<cite>AVRR</cite> et AVRR", &[(0, "AVRR")]),
            ("Un <dfn>retour volontaire</dfn>, l’AVRR.", &[]),
            ("- un\n- retour", &[(1, "retour")]),
            ("L’état des lieux", &[(3, "état des lieux")]),
            ("L’etat des lieux", &[]),
            ("a@AVRR.org", &[]),
        ];
        for (text, wanted) in cases {
            let wanted: Vec<(usize, String)> = wanted
                .iter()
                .map(|(term, words)| (*term, (*words).to_owned()))
                .collect();
            assert_eq!(found("fr", fr, text), wanted, "{text}");
        }
        let en: &[&[&str]] = &[&["Memorandum of understanding", "MoU"], &["Agency"]];
        assert_eq!(
            found("en", en, "Three MoUs of agencies."),
            [(0, "MoUs".to_owned()), (1, "agencies".to_owned())]
        );
        let ar: &[&[&str]] = &[&["حالة المسكن"]];
        assert_eq!(
            found("ar", ar, "تسجل حَالَةُ المسكن."),
            [(0, "حَالَةُ المسكن".to_owned())]
        );
    }

    #[test]
    fn nothing_is_lost() {
        let text = "Un *retour* ou deux\nretours\nvolontaires, **AVRR** – é AVRR.";
        let terms = Terms::new(
            "fr",
            [vec!["Retour volontaire", "AVRR"], vec!["Retour"]].into_iter(),
        );
        let mut document = tree(text, Span::new(0, text.len()));
        let before = document.blocks.clone();
        mark_terms(&mut document, &terms, &mut BTreeSet::new());
        let plain = |blocks: &[Block]| match &blocks[0].kind {
            BlockKind::Paragraph(inlines) => crate::markdown::plain(inlines),
            _ => String::new(),
        };
        assert_eq!(plain(&document.blocks), plain(&before));
        assert_ne!(document.blocks, before);
    }
}
