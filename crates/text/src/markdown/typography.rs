//! A tree as its language sets it: the last pass before HTML.
//!
//! Nothing else may see its result. Identifiers, addresses, digests and search are made from the
//! text as it was written.

use std::borrow::Cow;

use super::directive::{ArgumentValue, Body, Directive, ParameterKind};
use super::{Block, BlockKind, Definition, Document, Inline, InlineKind};
use crate::language::Profile;
use crate::typography::{self, Elements, Engine, Html, Piece, ProfileOf, Slot, TextLine};

/// Sets the words of a tree. `profile` has the rules of its language, without which they stay as
/// they are; `profile_of` gives those of the languages that passages in it name.
///
/// Code, formulas, addresses, facts and tags stay as they are.
pub fn typeset<'t>(
    mut document: Document<'t>,
    profile: Option<&'static Profile>,
    profile_of: ProfileOf,
) -> Document<'t> {
    let mut setter = Setter {
        profile_of,
        engine: Engine::default(),
        line: TextLine::default(),
        words: Vec::new(),
        next: 0,
    };
    setter.blocks(&mut document.blocks, profile);
    for note in &mut document.notes {
        setter.blocks(&mut note.blocks, profile);
    }
    document
}

struct Setter<'p> {
    profile_of: ProfileOf<'p>,
    engine: Engine,
    line: TextLine,
    /// For each piece of words of the line, in order: its place, and whether it stands above the
    /// line already. There is none for words that stay as they are.
    words: Vec<Option<(Slot, bool)>>,
    /// Which of them is the next to be read.
    next: usize,
}

impl Setter<'_> {
    fn blocks(&mut self, blocks: &mut [Block], profile: Option<&'static Profile>) {
        let has_html = blocks
            .iter()
            .any(|block| matches!(block.kind, BlockKind::Html(_)));
        // Raw HTML may begin in one block and end in another one.
        let mut html = has_html.then(|| Html::new(profile, self.profile_of));
        for block in blocks {
            let elements = html.as_ref().map(Html::elements);
            if elements.is_some_and(Elements::is_verbatim) {
                if let (BlockKind::Html(text), Some(html)) = (&block.kind, &mut html) {
                    html.block(text, &mut String::new());
                }
                continue;
            }
            let profile = elements.and_then(Elements::profile).unwrap_or(profile);
            match (&mut block.kind, &mut html) {
                (BlockKind::Html(text), Some(html)) => {
                    let mut out = String::with_capacity(text.len() + 16);
                    html.block(text, &mut out);
                    *text = out;
                }
                (kind, _) => self.block(kind, profile),
            }
        }
    }

    fn block(&mut self, kind: &mut BlockKind, profile: Option<&'static Profile>) {
        match kind {
            BlockKind::Paragraph(inlines)
            | BlockKind::Tight(inlines)
            | BlockKind::Heading(_, inlines) => self.inlines(inlines, profile),
            BlockKind::Quote(blocks) => self.blocks(blocks, profile),
            BlockKind::List { items, .. } => {
                for item in items {
                    self.blocks(&mut item.blocks, profile);
                }
            }
            BlockKind::Definitions(parts) => {
                for part in parts {
                    match part {
                        Definition::Term(inlines) => self.inlines(inlines, profile),
                        Definition::Description(blocks) => self.blocks(blocks, profile),
                    }
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter_mut().chain(rows.iter_mut().flatten()) {
                    self.inlines(cell, profile);
                }
            }
            BlockKind::Figure { image, caption } => {
                self.attributes(image, profile);
                self.inlines(caption, profile);
            }
            BlockKind::Directive(directive) => self.directive(directive, profile),
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => {}
        }
    }

    /// Sets the words of a directive: those of its parameters, and what stands in it, which may
    /// be in the language that it names.
    fn directive(&mut self, directive: &mut Directive, profile: Option<&'static Profile>) {
        for argument in &mut directive.arguments {
            let is_words = matches!(
                argument.parameter.kind,
                ParameterKind::Text | ParameterKind::Alternative
            );
            if let (true, ArgumentValue::Text(text), Some(profile)) =
                (is_words, &mut argument.value, profile)
                && let Cow::Owned(set) = typography::plain(text, profile)
            {
                *text = set;
            }
        }
        let own = match directive.shape.holds_language() {
            true => directive.arguments.iter().find_map(|argument| {
                match (&argument.value, argument.parameter.kind) {
                    (ArgumentValue::Text(tag), ParameterKind::Language) => Some(tag.clone()),
                    _ => None,
                }
            }),
            false => None,
        };
        let profile = own.map_or(profile, |tag| (self.profile_of)(&tag));
        match &mut directive.body {
            Body::Nothing => {}
            Body::Blocks(blocks) => self.blocks(blocks, profile),
            Body::Lines(lines) => {
                for cell in lines.iter_mut().flat_map(|line| &mut line.cells) {
                    self.inlines(&mut cell.inlines, profile);
                }
            }
        }
    }

    /// Sets a line.
    fn inlines(&mut self, inlines: &mut Vec<Inline>, profile: Option<&'static Profile>) {
        self.line.start(profile);
        self.words.clear();
        self.gather(inlines, profile, &mut Elements::default());
        self.line.set(&mut self.engine);
        if self.line.is_changed() {
            self.next = 0;
            self.scatter(inlines);
        }
    }

    /// Fills the line.
    fn gather(
        &mut self,
        inlines: &mut [Inline],
        profile: Option<&'static Profile>,
        elements: &mut Elements,
    ) {
        for inline in inlines {
            self.attributes(inline, elements.profile().unwrap_or(profile));
            match &mut inline.kind {
                InlineKind::Text(words) => self.add(words, elements),
                InlineKind::SoftBreak => self.add("\n", elements),
                InlineKind::HardBreak => self.line.line_break(),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Strike(children)
                | InlineKind::Term {
                    words: children, ..
                }
                | InlineKind::Link { children, .. } => self.gather(children, profile, elements),
                InlineKind::Language { tag, words } => {
                    let own = (self.profile_of)(tag);
                    self.line.enter(own);
                    self.gather(words, own, elements);
                    self.line.leave();
                }
                InlineKind::Html(html) => {
                    elements.take_all(html, self.profile_of, &mut self.line);
                }
                InlineKind::Superscript(words) => self.line.context(words),
                InlineKind::Code(_)
                | InlineKind::Image { .. }
                | InlineKind::Note(_)
                | InlineKind::Fact(_) => self.line.object(),
            }
        }
    }

    fn add(&mut self, words: &str, elements: &Elements) {
        self.words.push(if elements.is_verbatim() {
            self.line.object();
            None
        } else {
            Some((self.line.text(words), elements.is_raised()))
        });
    }

    /// Puts what became of the line into its place.
    fn scatter(&mut self, inlines: &mut Vec<Inline>) {
        let mut out = Vec::with_capacity(inlines.len() + 2);
        for mut inline in inlines.drain(..) {
            match &mut inline.kind {
                InlineKind::Text(words) => {
                    let words = std::mem::take(words);
                    self.set(words, &inline, &mut out);
                    continue;
                }
                InlineKind::SoftBreak => {
                    self.set(Cow::Borrowed("\n"), &inline, &mut out);
                    continue;
                }
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Strike(children)
                | InlineKind::Language {
                    words: children, ..
                }
                | InlineKind::Term {
                    words: children, ..
                }
                | InlineKind::Link { children, .. } => self.scatter(children),
                _ => {}
            }
            out.push(inline);
        }
        *inlines = out;
    }

    /// Adds what became of some words, which stood in `inline`.
    fn set<'t>(&mut self, words: Cow<'t, str>, inline: &Inline<'t>, out: &mut Vec<Inline<'t>>) {
        let place = self.words.get(self.next).copied().flatten();
        self.next += 1;
        let span = inline.span;
        let kept = |words: Cow<'t, str>| match &*words {
            "\n" => InlineKind::SoftBreak,
            _ => InlineKind::Text(words),
        };
        let Some((slot, is_raised)) = place else {
            let kind = kept(words);
            return out.push(Inline { kind, span });
        };
        let mut is_same = false;
        let start = out.len();
        self.line.pieces(slot, &words, |piece| {
            let kind = match piece {
                Piece::Text(Cow::Borrowed(_)) => {
                    is_same = true;
                    return;
                }
                Piece::Raised(letters) if !is_raised => {
                    InlineKind::Superscript(letters.to_owned().into())
                }
                Piece::Raised(letters) => InlineKind::Text(letters.to_owned().into()),
                Piece::Text(Cow::Owned(text)) => kept(text.into()),
            };
            out.push(Inline { kind, span });
        });
        if is_same {
            out.truncate(start);
            let kind = kept(words);
            out.push(Inline { kind, span });
        }
    }

    /// Sets what stands in attributes, where nothing can be marked up.
    fn attributes(&mut self, inline: &mut Inline, profile: Option<&'static Profile>) {
        let Some(profile) = profile else { return };
        let set = |text: &mut String| {
            if let Cow::Owned(set) = typography::plain(text, profile) {
                *text = set;
            }
        };
        match &mut inline.kind {
            InlineKind::Image {
                title, alternative, ..
            } => {
                set(title);
                set(alternative);
            }
            InlineKind::Link { title, .. } => set(title),
            _ => {}
        }
    }
}
