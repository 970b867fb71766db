//! Each text of a thing beside the same in the next language.

use std::sync::Arc;

use super::compare::{Difference, Side, differences};
use super::figures::{Amount, Kind};
use super::silence::{Silence, What, hint};
use super::structure::Unlike;
use super::text::{Text, Texts, is_read};
use crate::answer::Site;
use crate::diagnostic::catalogue::check::{self as say, term};
use crate::diagnostic::{Bilingual, Diagnostic};
use crate::schema::Value;

/// Where two texts are not the same.
pub fn compare(site: &Site, texts: &Texts) -> Vec<Diagnostic> {
    let mut found = texts.problems.clone();
    if let Some(number) = texts.entry {
        found.extend(lacking(site, texts, number));
    }
    for (field, versions) in &texts.fields {
        let Some((first, others)) = versions.split_first() else {
            continue;
        };
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

/// What an entry says in some of its languages alone.
fn lacking(site: &Site, texts: &Texts, number: usize) -> Vec<Diagnostic> {
    let entry = &site.graph.entries[number];
    if !site.config.collections[entry.collection].pages {
        return Vec::new();
    }
    let languages = &site.config.site.languages;
    let read: Vec<usize> = (0..languages.len())
        .filter(|language| is_read(site, entry, *language))
        .collect();
    let mut found = Vec::new();
    for own in &read {
        let Some(version) = &entry.versions[*own] else {
            continue;
        };
        let mut told: Vec<String> = Vec::new();
        for other in read.iter().filter(|other| *other != own) {
            let Some(source) = &entry.versions[*other] else {
                continue;
            };
            for field in version.lacks(source) {
                if told.contains(&field) || allowed(&texts.same, &field, What::Structure) {
                    continue;
                }
                let message = match &*field {
                    "" => &say::NO_TEXT,
                    _ => &say::FIELD_LACKING,
                };
                found.push(
                    Diagnostic::new(message)
                        .with("field", &field)
                        .with("language", &languages[*own].name)
                        .with("tag", &languages[*own].tag)
                        .with("other", &languages[*other].name)
                        .with("id", &entry.id)
                        .placed(version.place.clone())
                        .related(source.place.clone(), &say::OTHER),
                );
                told.push(field);
            }
        }
    }
    found
}

struct Pair<'a> {
    site: &'a Site,
    texts: &'a Texts,
    field: &'a Arc<str>,
    sides: [&'a Text; 2],
}

impl Pair<'_> {
    fn compare(&self, found: &mut Vec<Diagnostic>) {
        let [first, second] = self.sides;
        let facts = |id: &str| fact(self.site, id);
        for difference in differences(&first.units, &second.units, &facts) {
            if !self.is_silent(&difference) {
                found.push(self.figures(&difference));
            }
        }
        if let (Some(one), Some(other)) = (&first.shape, &second.shape) {
            for unlike in one.unlike(other) {
                if !self.is_allowed(What::Structure, None) {
                    found.push(self.structure(&unlike));
                }
            }
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

    fn placed(
        &self,
        diagnostic: Diagnostic,
        spans: [Option<crate::diagnostic::Span>; 2],
    ) -> Diagnostic {
        let whole = |side: usize| {
            let units = &self.sides[side].units;
            let start = units.first().map_or(0, |unit| unit.span.start);
            crate::diagnostic::Span::new(start, start)
        };
        let place = |side: usize| {
            let span = spans[side].unwrap_or_else(|| whole(side));
            self.sides[side].place(self.site, span)
        };
        // The message is at what is there.
        let main = usize::from(spans[0].is_none() && spans[1].is_some());
        let silence: &'static Bilingual = match diagnostic.message.code {
            "structure-differs" | "structure-unlike" => &term::SAME_STRUCTURE,
            _ => &term::SAME_FIGURES,
        };
        let field = Some(self.field).filter(|field| !field.is_empty());
        let is_entry = self.texts.entry.is_some();
        let diagnostic = diagnostic
            .with("language", self.tag(main))
            .with("other", self.tag(1 - main))
            .placed(place(main))
            .related(place(1 - main), &say::OTHER);
        match is_entry {
            true => hint(diagnostic, field, silence),
            false => diagnostic,
        }
    }

    fn words(&self, side: usize, span: crate::diagnostic::Span) -> String {
        let text = self.sides[side];
        let written = match &text.source {
            super::unit::Source::Body(path) => self
                .site
                .snapshot
                .text(path)
                .and_then(|text| text.get(span.start..span.end)),
            super::unit::Source::Field { value, .. } => value.get(span.start..span.end),
        };
        let written = written.unwrap_or_default();
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn figures(&self, difference: &Difference) -> Diagnostic {
        let words = |side: usize, of: &Side| self.words(side, of.span);
        match (difference.first.is_there, difference.second.is_there) {
            (true, true) => self.placed(
                Diagnostic::new(&say::FIGURES)
                    .with("first", words(0, &difference.first))
                    .with("second", words(1, &difference.second)),
                [Some(difference.first.span), Some(difference.second.span)],
            ),
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
                    related.place = self.sides[1 - side].place(self.site, absent.span);
                }
                diagnostic
            }
        }
    }

    fn structure(&self, unlike: &Unlike) -> Diagnostic {
        let [one, other] = &unlike.sides;
        let spans = [one, other].map(|side| side.as_ref().map(|(_, span)| *span));
        let main = usize::from(spans[0].is_none() && spans[1].is_some());
        let diagnostic = match unlike.counts[0] == unlike.counts[1] {
            false => Diagnostic::new(&say::COUNT)
                .with("count", unlike.counts[main])
                .with("others", unlike.counts[1 - main]),
            true => {
                let name = |side: &Option<(String, _)>| match side {
                    Some((name, _)) => name.clone(),
                    None => String::new(),
                };
                let sides = [one, other];
                Diagnostic::new(&say::UNLIKE)
                    .with("first", name(sides[main]))
                    .with("second", name(sides[1 - main]))
            }
        };
        self.placed(diagnostic.with_term("what", unlike.what), spans)
    }
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
fn fact(site: &Site, id: &str) -> Option<Kind> {
    let number = site.graph.fact(&site.config, id)?;
    let version = site.graph.entries[number]
        .versions
        .iter()
        .flatten()
        .next()?;
    match version.field("value")? {
        Value::Number(number) => {
            let text = number.to_string();
            let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
            let digits = format!("{whole}{decimals}").parse().ok()?;
            let exponent = i32::try_from(decimals.len()).ok()?;
            Some(Kind::Number(Amount::new(digits, -exponent)))
        }
        _ => None,
    }
}
