//! A text as a row of units that two languages can be compared by: paragraphs, headings, items,
//! rows, each with its words and their places.

use std::ops::Range;
use std::sync::Arc;

use super::figures::{Figure, FigureKind, Reader, Weight};
use rihla_diagnostics::{Location, Span};
use rihla_site::config::Config;
use rihla_text::language::{DateStyle, slug};
use rihla_text::markdown::directive::{ArgumentValue, Body, ParameterKind};
use rihla_text::markdown::{Block, BlockKind, Definition, Document, Inline, InlineKind};
use rihla_text::typography::{BREAK, OBJECT};

/// What a unit is. Two texts are aligned by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    Paragraph,
    /// A heading, of a level.
    Heading(u8),
    /// A paragraph of an item of a list.
    Item,
    /// A row of a table.
    Row,
    /// A term or its description.
    Definition,
    /// The words under an image.
    Caption,
    /// A line of a directive, or its parameters.
    Directive,
    /// A footnote.
    Note,
    /// The value of a field.
    Field,
}

/// A unit of a text.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it is written, in its source.
    pub span: Span,
    /// The paragraph, list or table at the top of the text to which it belongs.
    pub block: Span,
    /// Its figures, each with its place in the source.
    pub figures: Vec<(Figure, Span)>,
    /// Its words, in the languages in which they are.
    pub lines: Vec<UnitLine>,
    /// What stands in them for itself: words of links within the site, texts in the place of images.
    pub parts: Vec<(String, Span)>,
}

/// Words of one language, with the places where they are written.
#[derive(Clone, Debug, Default)]
pub struct UnitLine {
    /// The tag of their language, where it is not that of the text.
    pub language: Option<Arc<str>>,
    /// The words. U+FFFC stands for what is no words.
    pub text: String,
    pieces: Vec<(usize, Span, bool)>,
    /// Which of them are a title, a quotation or the name of what is elsewhere, and may be in any
    /// language.
    apart: Vec<Range<usize>>,
}

impl UnitLine {
    /// Words that are written as they are read.
    pub fn plain(text: &str, start: usize) -> Self {
        Self {
            language: None,
            pieces: vec![(0, Span::new(start, start + text.len()), true)],
            text: text.to_owned(),
            apart: Vec::new(),
        }
    }

    /// Whether what stands at a byte is a title, a quotation or the name of what is elsewhere, and may be in any language.
    #[cfg(feature = "spelling")]
    pub(super) fn is_apart(&self, at: usize) -> bool {
        let is_quoted = || {
            let running = self.running();
            let number = self.text[..at].chars().count();
            running.chars().nth(number) == Some('\u{fffc}')
        };
        self.apart.iter().any(|range| range.contains(&at)) || is_quoted()
    }

    /// The words of the text itself: without titles, quotations and names of what is elsewhere.
    pub fn running(&self) -> String {
        let mut apart = vec![false; self.text.len()];
        for range in &self.apart {
            apart[range.clone()].fill(true);
        }
        let mut closing = None;
        let mut running = String::with_capacity(self.text.len());
        for (at, c) in self.text.char_indices() {
            let is_inside = closing.is_some() || apart[at];
            match (closing, c) {
                (Some(close), c) if c == close => closing = None,
                (None, '«') => closing = Some('»'),
                (None, '“') => closing = Some('”'),
                (None, '"') => closing = Some('"'),
                _ => {}
            }
            let is_inside = is_inside || closing.is_some();
            running.push(if is_inside { '\u{fffc}' } else { c });
        }
        running
    }

    /// Where a range of the words is written.
    pub fn place(&self, range: &Range<usize>) -> Span {
        let at = |place: usize, is_end: bool| {
            let after = self.pieces.partition_point(|(from, ..)| match is_end {
                true => *from < place,
                false => *from <= place,
            });
            let (from, span, is_exact) = *self.pieces.get(after.checked_sub(1)?)?;
            let inside = (place - from).min(span.end - span.start);
            Some(match (is_exact, is_end) {
                (true, _) => span.start + inside,
                (false, true) => span.end,
                (false, false) => span.start,
            })
        };
        let start = at(range.start, false).unwrap_or_default();
        let end = at(range.end, true).unwrap_or(start);
        Span::new(start, end.max(start))
    }
}

/// Where a text stands: as the body of a file, or as the value of a field.
#[derive(Clone, Debug)]
pub enum Source {
    /// Places in the text are places in the file.
    Body(Arc<str>),
    /// The text is the value at a place of the file.
    Field {
        /// The file.
        path: Arc<str>,
        /// The value, with its quotation marks.
        span: Span,
        /// What it says.
        value: Arc<str>,
    },
}

impl Source {
    /// The file.
    pub fn path(&self) -> &Arc<str> {
        match self {
            Self::Body(path) | Self::Field { path, .. } => path,
        }
    }

    /// The place in the file of a place in the text. In a value that is not written as it is
    /// read, the same words are looked for.
    pub fn place(&self, file: Option<&str>, span: Span) -> Location {
        match self {
            Self::Body(path) => Location::new(path.clone(), span),
            Self::Field {
                path,
                span: whole,
                value,
            } => {
                let place = file.and_then(|file| found_again(file, *whole, value, span));
                Location::new(path.clone(), place.unwrap_or(*whole))
            }
        }
    }
}

/// Where the words of a value stand in the file: they are as many times before as in the value.
fn found_again(file: &str, whole: Span, value: &str, span: Span) -> Option<Span> {
    let words = value.get(span.start..span.end)?.lines().next()?.trim();
    if words.is_empty() {
        return None;
    }
    let before = value[..span.start].matches(words).count();
    let written = file.get(whole.start..whole.end)?;
    let (at, _) = written.match_indices(words).nth(before)?;
    Some(Span::new(at, at + words.len()).shifted(whole.start))
}

/// The readers of the site's languages.
#[derive(Debug)]
pub struct Readers {
    own: Vec<(Arc<str>, Reader)>,
    plain: Reader,
    called: Vec<String>,
}

impl Readers {
    /// For the languages of a site.
    pub fn new(config: &Config) -> Self {
        let languages = config.site.languages.iter();
        let named = languages.clone().flat_map(|language| {
            let primary = language.tag.split('-').next().unwrap_or_default();
            [primary.to_lowercase(), slug(&language.name)]
        });
        Self {
            called: named.collect(),
            own: languages
                .map(|language| (language.tag.clone(), Reader::new(language)))
                .collect(),
            plain: Reader::plain(),
        }
    }

    /// What the languages of the site are called in paths: their tags without regions, and their names
    /// in themselves.
    pub fn called(&self) -> &[String] {
        &self.called
    }

    /// For texts of no language in particular.
    #[cfg(test)]
    pub(super) fn none() -> Self {
        Self {
            own: Vec::new(),
            plain: Reader::plain(),
            called: Vec::new(),
        }
    }

    /// The reader for a language.
    pub fn of(&self, tag: &str) -> &Reader {
        let own = self.own.iter().find(|(known, _)| **known == *tag);
        own.map_or(&self.plain, |(_, reader)| reader)
    }
}

/// The unit of a text without markup.
pub fn plain(text: &str, tag: &str, readers: &Readers) -> Unit {
    let whole = Span::new(0, text.len());
    let mut unit = Unit {
        kind: UnitKind::Field,
        span: whole,
        block: whole,
        figures: Vec::new(),
        lines: vec![UnitLine::plain(text, 0)],
        parts: Vec::new(),
    };
    unit.read(tag, readers);
    unit
}

/// The units of a document, in order. `text` is what it was parsed from.
pub fn units(document: &Document, text: &str, tag: &str, readers: &Readers) -> Vec<Unit> {
    let mut gatherer = Gatherer {
        document,
        text,
        units: Vec::new(),
        block: Span::default(),
    };
    for block in &document.blocks {
        gatherer.block = block.span;
        gatherer.take(block, UnitKind::Paragraph);
    }
    for note in &document.notes {
        gatherer.block = note.span;
        for block in &note.blocks {
            gatherer.take(block, UnitKind::Note);
        }
    }
    let mut units = gatherer.units;
    for unit in &mut units {
        unit.read(tag, readers);
    }
    units
}

impl Unit {
    /// Takes the words of the text itself to be in another language than the text.
    pub(super) fn take_as(&mut self, spoken: &Arc<str>, readers: &Readers) {
        for line in &mut self.lines {
            line.language.get_or_insert_with(|| spoken.clone());
        }
        // Those that are written as parameters and facts stay.
        self.figures.retain(|(figure, _)| figure.range.is_empty());
        self.read(spoken, readers);
    }

    /// Reads the figures of the words.
    fn read(&mut self, tag: &str, readers: &Readers) {
        for line in &self.lines {
            let reader = readers.of(line.language.as_deref().unwrap_or(tag));
            for figure in reader.read(&line.text) {
                let span = line.place(&figure.range);
                self.figures.push((figure, span));
            }
        }
    }
}

struct Gatherer<'d> {
    document: &'d Document<'d>,
    text: &'d str,
    units: Vec<Unit>,
    block: Span,
}

impl Gatherer<'_> {
    fn take(&mut self, block: &Block, around: UnitKind) {
        match &block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Tight(inlines) => {
                self.unit(around, block.span, &[&**inlines]);
            }
            BlockKind::Heading(number, inlines) => {
                let level = self.document.toc().get(*number);
                let kind = UnitKind::Heading(level.map_or(2, |heading| heading.level));
                self.unit(kind, block.span, &[&**inlines]);
            }
            BlockKind::Quote(blocks) => {
                let first = self.units.len();
                blocks.iter().for_each(|block| self.take(block, around));
                self.set_apart(first);
            }
            BlockKind::List { items, .. } => {
                let blocks = items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| self.take(block, UnitKind::Item));
            }
            BlockKind::Definitions(parts) => {
                for part in parts {
                    match part {
                        Definition::Term(words) => {
                            self.unit(UnitKind::Definition, block.span, &[&**words]);
                        }
                        Definition::Description(blocks) => {
                            for block in blocks {
                                self.take(block, UnitKind::Definition);
                            }
                        }
                    }
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<&[Inline]> = row.iter().map(|cell| &**cell).collect();
                    let inlines = row.iter().flatten();
                    let span = inlines.fold(None, |span: Option<Span>, inline| {
                        let own = inline.span;
                        Some(span.map_or(own, |span| {
                            Span::new(span.start.min(own.start), span.end.max(own.end))
                        }))
                    });
                    self.unit(UnitKind::Row, span.unwrap_or(block.span), &cells);
                }
            }
            BlockKind::Figure { image, caption } => {
                let image = std::slice::from_ref(image);
                self.unit(UnitKind::Caption, block.span, &[image, &**caption]);
            }
            BlockKind::Directive(directive) => {
                self.arguments(block, directive);
                match &directive.body {
                    Body::Nothing => {}
                    Body::Blocks(blocks) => {
                        let first = self.units.len();
                        blocks.iter().for_each(|block| self.take(block, around));
                        if directive.shape.holds_quotation() {
                            self.set_apart(first);
                        }
                        if directive.shape.holds_language()
                            && let Some(tag) = directive.text("tag")
                        {
                            for line in self.units[first..].iter_mut().flat_map(|u| &mut u.lines) {
                                line.language.get_or_insert_with(|| tag.into());
                            }
                        }
                    }
                    Body::Lines(lines) => {
                        for line in lines {
                            let cells: Vec<&[Inline]> =
                                line.cells.iter().map(|cell| &*cell.inlines).collect();
                            self.unit(UnitKind::Directive, line.span, &cells);
                        }
                    }
                }
            }
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => {}
        }
    }

    /// Says of the units from a number on that their words are a quotation.
    fn set_apart(&mut self, first: usize) {
        for line in self.units[first..]
            .iter_mut()
            .flat_map(|unit| &mut unit.lines)
        {
            line.apart.push(0..line.text.len());
        }
    }

    /// The parameters of a directive that are words, dates and numbers.
    fn arguments(&mut self, block: &Block, directive: &rihla_text::markdown::directive::Directive) {
        let mut unit = Unit {
            kind: UnitKind::Directive,
            span: block.span,
            block: self.block,
            figures: Vec::new(),
            lines: Vec::new(),
            parts: Vec::new(),
        };
        for argument in &directive.arguments {
            let mut figure = |kind| {
                let weight = Weight::Digits;
                let range = 0..0;
                unit.figures.push((
                    Figure {
                        kind,
                        range,
                        weight,
                        joint: None,
                        noun: None,
                    },
                    argument.span,
                ));
            };
            match (&argument.value, argument.parameter.kind) {
                (ArgumentValue::Text(text), ParameterKind::Text | ParameterKind::Alternative) => {
                    let written = self.text.get(argument.span.start..argument.span.end);
                    let inside = written.and_then(|written| written.find(&**text));
                    unit.lines.push(match inside {
                        Some(at) => UnitLine::plain(text, argument.span.start + at),
                        None => UnitLine {
                            language: None,
                            text: text.clone(),
                            pieces: vec![(0, argument.span, false)],
                            apart: Vec::new(),
                        },
                    });
                }
                (ArgumentValue::Date(date, style), _) => figure(FigureKind::Date(
                    Some(date.year().into()),
                    (!matches!(style, DateStyle::Year)).then(|| date.month()),
                    (!matches!(style, DateStyle::Year | DateStyle::Month)).then(|| date.day()),
                )),
                _ => {}
            }
        }
        self.units.push(unit);
    }

    /// A unit of the words of some cells.
    fn unit(&mut self, kind: UnitKind, span: Span, cells: &[&[Inline]]) {
        let mut unit = Unit {
            kind,
            span,
            block: self.block,
            figures: Vec::new(),
            lines: vec![UnitLine::default()],
            parts: Vec::new(),
        };
        for (number, cell) in cells.iter().enumerate() {
            if number > 0 {
                add(&mut unit, BREAK, None);
            }
            self.words(cell, &mut unit);
        }
        self.units.push(unit);
    }

    /// Where words stand within a span, and whether they are written there as they are read.
    fn piece(&self, words: &str, span: Span) -> (Span, bool) {
        let written = self.text.get(span.start..span.end).unwrap_or_default();
        match written.find(words) {
            Some(at) => {
                let start = span.start + at;
                (Span::new(start, start + words.len()), true)
            }
            None => (span, false),
        }
    }

    fn words(&self, inlines: &[Inline], unit: &mut Unit) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Superscript(text) => {
                    add(unit, text, Some(self.piece(text, inline.span)));
                }
                InlineKind::Emphasis(children) => {
                    let start = length(unit);
                    self.words(children, unit);
                    set_apart(unit, start);
                }
                InlineKind::Strong(children)
                | InlineKind::Strike(children)
                | InlineKind::Term {
                    words: children, ..
                } => {
                    self.words(children, unit);
                }
                InlineKind::Link {
                    destination,
                    title,
                    children,
                } => {
                    // An address is no text.
                    let shown = plain_words(children);
                    match destination.contains(&*shown)
                        && !shown.contains(' ')
                        && !shown.is_empty()
                        && shown.contains(['.', '@'])
                    {
                        true => add(unit, OBJECT, None),
                        false => {
                            // What has a capital within may be a name: `rue des Lilas`.
                            let mut words = shown.split_whitespace().skip(1);
                            let is_name = words.any(|word| word.starts_with(char::is_uppercase));
                            let leads_elsewhere = destination.contains("://");
                            if !leads_elsewhere && !is_name {
                                unit.parts.push((shown, inline.span));
                            }
                            let start = length(unit);
                            self.words(children, unit);
                            if leads_elsewhere {
                                set_apart(unit, start);
                            }
                        }
                    }
                    if !title.is_empty() {
                        add(unit, BREAK, None);
                        add(unit, title, Some((inline.span, false)));
                        add(unit, BREAK, None);
                    }
                }
                InlineKind::Image { alternative, .. } => {
                    let place = self.piece(alternative, inline.span);
                    unit.parts.push((alternative.to_string(), place.0));
                    add(unit, BREAK, None);
                    add(unit, alternative, Some(place));
                    add(unit, BREAK, None);
                }
                InlineKind::HardBreak => add(unit, BREAK, None),
                InlineKind::SoftBreak => add(unit, "\n", None),
                InlineKind::Code(_) | InlineKind::Html(_) | InlineKind::Note(_) => {
                    add(unit, OBJECT, None);
                }
                InlineKind::Fact(id) => {
                    add(unit, OBJECT, None);
                    let kind = FigureKind::Fact(id.as_str().into());
                    let weight = Weight::Digits;
                    let range = 0..0;
                    unit.figures.push((
                        Figure {
                            kind,
                            range,
                            weight,
                            joint: None,
                            noun: None,
                        },
                        inline.span,
                    ));
                }
                InlineKind::Language { tag, words } => {
                    add(unit, OBJECT, None);
                    unit.lines.push(UnitLine {
                        language: Some(tag.as_str().into()),
                        ..UnitLine::default()
                    });
                    self.words(words, unit);
                    let own = unit.lines.pop().unwrap_or_default();
                    let at = unit.lines.len() - 1;
                    unit.lines.insert(at, own);
                }
            }
        }
    }
}

/// The words of some pieces of a line.
fn plain_words(inlines: &[Inline]) -> String {
    rihla_text::markdown::plain(inlines)
}

/// The length of the last line of a unit.
fn length(unit: &Unit) -> usize {
    unit.lines.last().map_or(0, |line| line.text.len())
}

/// Says of the words of the last line of a unit, from a place on, that they may be in any language.
fn set_apart(unit: &mut Unit, start: usize) {
    if let Some(line) = unit.lines.last_mut() {
        line.apart.push(start..line.text.len());
    }
}

/// Adds words to the last line of a unit.
fn add(unit: &mut Unit, words: &str, place: Option<(Span, bool)>) {
    if let Some(line) = unit.lines.last_mut() {
        if let Some((span, is_exact)) = place {
            line.pieces.push((line.text.len(), span, is_exact));
        }
        line.text.push_str(words);
    }
}
