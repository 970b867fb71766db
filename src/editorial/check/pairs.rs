//! Each text of a thing beside the same in the next language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::align;
use super::compare::{Difference, Side, differences};
use super::figures::{Amount, FigureKind};
use super::foreign;
use super::labels;
use super::silence::{Silence, What, hint};
use super::structure::{Name, Unlike};
use super::terms::Glossary;
use super::text::{Ground, Text, Texts, is_read, of_entry};
use super::unit::{Readers, Unit};
use super::values::Unequal;
use rihla_diagnostics::catalogue::check::{self as say, term};
use rihla_diagnostics::{Diagnostic, Severity, Span};
use rihla_site::content::Part;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::schema::{self, FieldValue};
use rihla_site::translation::normalize;
use rihla_text::language::{Profile, names};
use rihla_text::typography::{BREAK, OBJECT};

/// Which words count where they are the same in two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Sentences, and what is longer than a name.
    Sentences,
    /// Also headings, items and the like with a word that shows its language, in either text.
    Labels,
    /// Also a phrase whose words show the language of the source.
    Phrases,
}

/// A phrase has more words than this.
const NAME: usize = 3;

/// Where two texts are not the same.
pub fn compare(site: Ground, texts: &Texts) -> Vec<Diagnostic> {
    let mut found = texts.problems.clone();
    if let Some(number) = texts.entry {
        found.extend(lacking(site, texts, number));
    }
    for (field, versions) in &texts.fields {
        let Some((first, others)) = versions.split_first() else {
            continue;
        };
        found.extend(foreign::tell(site, texts, field, versions));
        for second in others {
            let pair = Pair {
                site,
                texts,
                field,
                sides: [first, second],
            };
            pair.compare(&mut found);
        }
    }
    found
}

/// What is to be said of a translation before it is taken to be right.
#[derive(Debug, Default)]
pub struct Review {
    /// What keeps it from being right: what it lacks of its source, figures that its source does
    /// not have, and what it still says in the words of its source.
    pub open: Vec<Diagnostic>,
    /// What else a check says of it: no errors.
    pub besides: Vec<Diagnostic>,
}

/// Looks a translation of an entry through, beside its source. `parts` are those of the entry;
/// `languages`, the source and the translation.
pub fn review(
    site: Ground,
    (readers, glossary): (&Readers, Option<&Glossary>),
    (number, parts): (EntryId, &[&Part]),
    languages: [LanguageId; 2],
    alike: Alike,
) -> Review {
    let texts = of_entry(site, number, parts, readers);
    let mut review = Review {
        open: texts.problems.clone(),
        ..Review::default()
    };
    let found = &mut review.open;
    if site.config.collections[site.graph.entries[number].collection].pages {
        found.extend(lacks(site, &texts, number, languages, &mut Vec::new()));
    }
    for (field, versions) in &texts.fields {
        let of = |language| versions.iter().find(|text| text.language == language);
        let [Some(source), Some(own)] = languages.map(of) else {
            continue;
        };
        // What has the words of its source is told below.
        let foreign = foreign::tell(site, &texts, field, std::slice::from_ref(own));
        let is_of_own = |finding: &Diagnostic| finding.severity() != Severity::Advice;
        found.extend(foreign.into_iter().filter(is_of_own));
        let pair = Pair {
            site,
            texts: &texts,
            field,
            sides: [source, own],
        };
        let is_less = |unlike: &Unlike| unlike.is_less;
        pair.all_figures(found);
        pair.structures(&is_less, found);
        pair.alike(alike, found);
        pair.structures(&|unlike| !is_less(unlike), &mut review.besides);
        pair.values(&mut review.besides);
    }
    let advice = found.extract_if(.., |finding| finding.severity() == Severity::Advice);
    review.besides.extend(advice);
    if let Some(glossary) = glossary {
        let terms = glossary.check(site, &texts, Some(languages[1]));
        review.besides.extend(terms);
    }
    review
}

/// What an entry says in some of its languages alone.
fn lacking(site: Ground, texts: &Texts, number: EntryId) -> Vec<Diagnostic> {
    let entry = &site.graph.entries[number];
    if !site.config.collections[entry.collection].pages {
        return Vec::new();
    }
    let languages = &site.config.site.languages;
    let read: Vec<LanguageId> = languages
        .ids()
        .filter(|language| is_read(site, entry, *language))
        .collect();
    let mut found = Vec::new();
    for own in &read {
        let mut told: Vec<String> = Vec::new();
        for other in read.iter().filter(|other| *other != own) {
            found.extend(lacks(site, texts, number, [*other, *own], &mut told));
        }
    }
    found
}

/// What an entry says in one language and not in another, but for what was told.
fn lacks(
    site: Ground,
    texts: &Texts,
    number: EntryId,
    [other, own]: [LanguageId; 2],
    told: &mut Vec<String>,
) -> Vec<Diagnostic> {
    let entry = &site.graph.entries[number];
    let mut found = Vec::new();
    let (Some(version), Some(source)) = (&entry.versions[own], &entry.versions[other]) else {
        return found;
    };
    if is_as_meant(site, texts, [other, own]) {
        return found;
    }
    for field in version.lacks(source) {
        if told.contains(&field) || allowed(&texts.same, &field, What::Structure) {
            continue;
        }
        found.push(entry.lacking(site.config, [other, own], &field));
        told.push(field);
    }
    found
}

/// Whether somebody said of one of two languages that it is meant to differ from the other as it
/// does.
pub(super) fn is_as_meant(site: Ground, texts: &Texts, [a, b]: [LanguageId; 2]) -> bool {
    texts.entry.is_some_and(|number| {
        let entry = &site.graph.entries[number];
        let is_meant = |own, of| entry.accepted_as_is(site.config, own) == Some(of);
        is_meant(a, b) || is_meant(b, a)
    })
}

struct Pair<'a> {
    site: Ground<'a>,
    texts: &'a Texts,
    field: &'a Arc<str>,
    sides: [&'a Text; 2],
}

impl Pair<'_> {
    fn compare(&self, found: &mut Vec<Diagnostic>) {
        self.all_figures(found);
        self.structures(&|_| true, found);
        self.values(found);
        // Of fields, reading them has told.
        if self.field.is_empty() {
            self.alike(Alike::Labels, found);
        }
    }

    /// Where the figures of the two differ.
    fn all_figures(&self, found: &mut Vec<Diagnostic>) {
        let [first, second] = self.sides;
        let facts = |id: &str| fact(self.site, id);
        for difference in differences(&first.units, &second.units, &facts) {
            if !self.is_silent(&difference) {
                found.push(self.figures(&difference));
            }
        }
    }

    /// Whether somebody said that the two differ as they are meant to.
    fn is_as_meant(&self) -> bool {
        let languages = self.sides.map(|side| side.language);
        is_as_meant(self.site, self.texts, languages)
    }

    /// What the two are made of, as far as it is wanted.
    fn structures(&self, is_wanted: &dyn Fn(&Unlike) -> bool, found: &mut Vec<Diagnostic>) {
        let [first, second] = self.sides;
        let (Some(one), Some(other)) = (&first.shape, &second.shape) else {
            return;
        };
        for unlike in one.unlike(other).iter().filter(|unlike| is_wanted(unlike)) {
            if !self.is_as_meant() && !self.is_allowed(What::Structure, None) {
                found.push(self.structure(unlike));
            }
        }
    }

    /// Where directives differ in what is the same in every language.
    fn values(&self, found: &mut Vec<Diagnostic>) {
        let [first, second] = self.sides;
        let (Some(one), Some(other)) = (&first.shape, &second.shape) else {
            return;
        };
        // A telephone number is told as figures are.
        let told: BTreeSet<(Arc<str>, usize)> = found
            .iter()
            .filter_map(|finding| {
                let place = finding.place.as_ref()?;
                Some((place.path.clone(), place.span?.start))
            })
            .collect();
        let is_told_in = |text: &Text, span: Option<Span>| {
            let place = span.map(|span| text.place(self.site.snapshot, span))?;
            let span = place.span?;
            let range = (place.path.clone(), span.start)..(place.path, span.end);
            told.range(range).next()
        };
        for unequal in one.unequal(other) {
            let mut sides = self.sides.iter().zip(unequal.sides);
            let is_told = sides.any(|(text, span)| is_told_in(text, span).is_some());
            if is_told {
                continue;
            }
            if !self.is_as_meant() && !self.is_allowed(What::Structure, None) {
                found.push(self.value(&unequal));
            }
        }
    }

    fn value(&self, unequal: &Unequal) -> Diagnostic {
        let words = |side: usize, span: Span| self.words(side, span);
        let diagnostic = match unequal.sides {
            [Some(one), Some(other)] => Diagnostic::new(&say::VALUE)
                .with("first", words(0, one))
                .with("second", words(1, other)),
            [Some(one), None] => Diagnostic::new(&say::VALUE_MISSING).with("first", words(0, one)),
            [None, other] => {
                let words = other.map(|other| words(1, other));
                Diagnostic::new(&say::VALUE_MISSING).with("first", words.unwrap_or_default())
            }
        };
        let diagnostic = diagnostic
            .with("name", unequal.name)
            .with("part", unequal.part.clone())
            .with_some("own", unequal.own);
        let mut diagnostic = self.placed(diagnostic, unequal.sides);
        let absent = unequal.sides.iter().position(Option::is_none);
        if let (Some(side), Some(related)) = (absent, diagnostic.related.first_mut()) {
            related.place = self.sides[side].place(self.site.snapshot, unequal.blocks[side]);
        }
        diagnostic
    }

    /// Where the second text says something in the words of the first.
    fn alike(&self, alike: Alike, found: &mut Vec<Diagnostic>) {
        let [first, second] = self.sides;
        let said: BTreeMap<Vec<u8>, usize> = (0..first.units.len())
            .map(|at| (normalize(&words(&first.units[at])), at))
            .collect();
        let mut told = Vec::new();
        for (at, unit) in second.units.iter().enumerate() {
            let words = words(unit);
            let Some(twin) = said
                .get(&normalize(&words))
                .filter(|_| self.is_told(&words, alike))
            else {
                continue;
            };
            told.push([*twin, at]);
            let spans = [first.units[*twin].span, unit.span];
            found.extend(self.same_words([*twin, at], spans));
        }
        if alike >= Alike::Labels {
            self.labels(&told, found);
        }
        // Either may be the translation.
        if alike == Alike::Labels {
            let told: Vec<[usize; 2]> = told.iter().map(|[twin, at]| [*at, *twin]).collect();
            let sides = [second, first];
            Pair { sides, ..*self }.labels(&told, found);
        }
    }

    /// Where a heading, an item or the like of the second text is in the language of the first, but
    /// for the units of which that was told.
    fn labels(&self, told: &[[usize; 2]], found: &mut Vec<Diagnostic>) {
        let units = self.sides.map(|side| &*side.units);
        let rules = [0, 1].map(|side| Profile::of_tag(self.tag(side)));
        let told: BTreeSet<usize> = told.iter().map(|[_, own]| *own).collect();
        let line = |at: usize| self.written_from(1, at).lines().next().unwrap_or_default();
        for twin in labels::twins(units, rules, &line) {
            if told.contains(&twin.units[1]) {
                continue;
            }
            let finding = self.same_words(twin.units, twin.spans);
            found.extend(finding.map(|finding| finding.eased(twin.may_be_name)));
        }
    }

    /// That units of the two texts have the same words; nothing where that is meant.
    fn same_words(&self, units: [usize; 2], spans: [Span; 2]) -> Option<Diagnostic> {
        let [first, second] = self.sides;
        if self.is_as_meant() || self.is_allowed(What::Text, Some(units.map(Some))) {
            return None;
        }
        let name = |side: usize| names::said(self.tag(side), self.tag(side));
        let finding = Diagnostic::new(&say::SAME_WORDS)
            .with("first", name(0))
            .with("second", name(1))
            .with("other", self.tag(0))
            .placed(second.place(self.site.snapshot, spans[1]))
            .related(first.place(self.site.snapshot, spans[0]), say::OTHER);
        let field = Some(self.field).filter(|field| !field.is_empty());
        Some(match self.texts.entry.is_some() {
            true => hint(finding, field, term::SAME_TEXT),
            false => finding,
        })
    }

    /// Whether words that are the same in both languages are to be told.
    fn is_told(&self, words: &str, alike: Alike) -> bool {
        // “25 kg, 3 t, 12 l.”
        let mut pieces = words.split(|c: char| !c.is_alphabetic());
        let has_word = pieces.any(|word| word.chars().count() > 3 || !word.is_ascii());
        if schema::is_sentence(words) && has_word {
            return true;
        }
        let rules = |side: usize| self.site.config.site.rules_of(self.tag(side));
        let count = words.split_whitespace();
        let count = count
            .filter(|word| word.contains(char::is_alphabetic))
            .count();
        alike == Alike::Phrases
            && count > NAME
            && match (rules(0), rules(1)) {
                (Some(source), Some(own)) => {
                    source.function_words_in(words) > own.function_words_in(words)
                }
                // Nothing is known of the language: its words are those of running text.
                _ => words.chars().any(char::is_lowercase) || !words.is_ascii(),
            }
    }

    fn tag(&self, side: usize) -> &Arc<str> {
        &self.site.config.site.languages[self.sides[side].language].tag
    }

    /// Whether a writer said that a difference is none.
    fn is_silent(&self, difference: &Difference) -> bool {
        let units = [difference.first.unit, difference.second.unit];
        self.is_allowed(What::Figures, Some(units))
    }

    /// Whether one of the silences is about this; all that are, are used.
    fn is_allowed(&self, what: What, units: Option<[Option<usize>; 2]>) -> bool {
        let mut is_allowed = false;
        for (number, side) in self.sides.into_iter().enumerate() {
            let silences = side.silences.iter().filter(|silence| silence.what == what);
            for silence in silences {
                let holds = match units {
                    None => true,
                    Some(units) => {
                        units[number].is_some_and(|unit| silence.holds(&side.units, unit))
                    }
                };
                if holds {
                    silence.hit();
                    is_allowed = true;
                }
            }
        }
        is_allowed | allowed(&self.texts.same, self.field, what)
    }

    fn placed(&self, diagnostic: Diagnostic, spans: [Option<Span>; 2]) -> Diagnostic {
        let whole = |side: usize| {
            let units = &self.sides[side].units;
            let start = units.first().map_or(0, |unit| unit.span.start);
            Span::new(start, start)
        };
        let place = |side: usize| {
            let span = spans[side].unwrap_or_else(|| whole(side));
            self.sides[side].place(self.site.snapshot, span)
        };
        // The message is at what is there.
        let main = usize::from(spans[0].is_none() && spans[1].is_some());
        let silence: rihla_diagnostics::Text = match diagnostic.message.code {
            "structure-differs" | "structure-unlike" | "value-differs" | "value-missing" => {
                term::SAME_STRUCTURE
            }
            _ => term::SAME_FIGURES,
        };
        let field = Some(self.field).filter(|field| !field.is_empty());
        let is_entry = self.texts.entry.is_some();
        let diagnostic = diagnostic
            .with("language", self.tag(main))
            .with("other", self.tag(1 - main))
            .placed(place(main))
            .related(place(1 - main), say::OTHER);
        match is_entry {
            true => hint(diagnostic, field, silence),
            false => diagnostic,
        }
    }

    /// What is written at a place of a text, and after it.
    fn written_from(&self, side: usize, start: usize) -> &str {
        let written = match &self.sides[side].source {
            super::unit::Source::Body(path) => self.site.snapshot.text(path).map(|text| &**text),
            super::unit::Source::Field { value, .. } => Some(&**value),
        };
        let written = written.and_then(|text| text.get(start..));
        written.unwrap_or_default()
    }

    fn words(&self, side: usize, span: Span) -> String {
        let written = self.written_from(side, span.start);
        let written = written.get(..span.end.saturating_sub(span.start));
        let words = written.unwrap_or_default().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    fn figures(&self, difference: &Difference) -> Diagnostic {
        let words = |side: usize, of: &Side| self.words(side, of.span);
        match (difference.first.is_there, difference.second.is_there) {
            (true, true) => {
                let (first, second) = (words(0, &difference.first), words(1, &difference.second));
                // What is written alike is read otherwise in the other language.
                let alike = (first == second).then(|| first.clone());
                self.placed(
                    Diagnostic::new(&say::FIGURES)
                        .with("first", first)
                        .with("second", second)
                        .with_some("alike", alike),
                    [Some(difference.first.span), Some(difference.second.span)],
                )
            }
            (is_first, _) => {
                let (side, there, absent) = match is_first {
                    true => (0, &difference.first, &difference.second),
                    false => (1, &difference.second, &difference.first),
                };
                let mut places = [None, None];
                places[side] = Some(there.span);
                let diagnostic =
                    Diagnostic::new(&say::FIGURE_MISSING).with("first", words(side, there));
                let mut diagnostic = self.placed(diagnostic, places);
                // The paragraph in which it should stand.
                if absent.span.end > absent.span.start
                    && let Some(related) = diagnostic.related.first_mut()
                {
                    related.place = self.sides[1 - side].place(self.site.snapshot, absent.span);
                }
                diagnostic
            }
        }
    }

    fn structure(&self, unlike: &Unlike) -> Diagnostic {
        let [one, other] = &unlike.sides;
        let mut spans = [one, other].map(|side| side.as_ref().map(|(_, span)| *span));
        let parting = match unlike.counts[0] == unlike.counts[1] {
            true => None,
            false => {
                let units = self.sides.map(|side| &*side.units);
                let [one, other] = &unlike.places;
                align::parting(units, [one, other])
            }
        };
        if let Some(parting) = parting {
            spans = [None, None];
            spans[parting.side] = Some(parting.span);
        }
        let main = usize::from(spans[0].is_none() && spans[1].is_some());
        let diagnostic = match unlike.counts[0] == unlike.counts[1] {
            false => Diagnostic::new(&say::COUNT)
                .with("count", unlike.counts[main])
                .with("others", unlike.counts[1 - main]),
            true => {
                let name = |side: &Option<(Name, _)>| match side {
                    Some((name, _)) => name.said(),
                    None => "".into(),
                };
                let sides = [one, other];
                Diagnostic::new(&say::UNLIKE)
                    .with("first", name(sides[main]))
                    .with("second", name(sides[1 - main]))
            }
        };
        let mut diagnostic = self.placed(diagnostic.with("what", unlike.what), spans);
        if let Some((span, is_after)) = parting.and_then(|parting| parting.beside)
            && let Some(related) = diagnostic.related.first_mut()
        {
            related.place = self.sides[1 - main].place(self.site.snapshot, span);
            related.label = match is_after {
                true => say::AFTER,
                false => say::BEFORE,
            };
        }
        diagnostic
    }
}

/// The words of a unit in the language of its text.
pub(super) fn words(unit: &Unit) -> String {
    let lines = unit.lines.iter().filter(|line| line.language.is_none());
    let lines: Vec<&str> = lines.map(|line| &*line.text).collect();
    lines.join(" ").replace(BREAK, " ").replace(OBJECT, " ")
}

/// Whether `same:` of an entry is about a field; what is about it is used.
pub fn allowed(same: &[(Arc<str>, Silence, Arc<str>)], field: &str, what: What) -> bool {
    let mut is_allowed = false;
    for (name, silence, _) in same {
        let is_inside = field == &**name
            || field
                .strip_prefix(&**name)
                .is_some_and(|rest| rest.starts_with('.'));
        if is_inside && silence.what == what {
            silence.hit();
            is_allowed = true;
        }
    }
    is_allowed
}

/// The number that a fact is.
fn fact(site: Ground, id: &str) -> Option<FigureKind> {
    let number = site.graph.fact(site.config, id)?;
    let version = site.graph.entries[number]
        .versions
        .iter()
        .flatten()
        .next()?;
    match version.field("value")? {
        FieldValue::Number(number) => {
            let text = number.to_string();
            let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
            let digits = format!("{whole}{decimals}").parse().ok()?;
            let exponent = i32::try_from(decimals.len()).ok()?;
            Some(FigureKind::Number(Amount::new(digits, -exponent)))
        }
        _ => None,
    }
}
