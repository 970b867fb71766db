//! What figures have of their neighbours: halves, scales, and what joins them.

use super::super::Figure;
use super::super::words::{after_spaces, is_space, scale};
use super::super::{FigureKind, Joint, Noun, Weight};
use super::Scan;
use rihla_text::language::Figures;
use rihla_text::typography::BREAK;

impl Scan<'_> {
    /// Reads the figures that have something of their neighbours: “two and a half”, “1.5 to 2
    /// million”; and marks those that are joined to the one before them.
    pub(super) fn join(&mut self) {
        let Some(row) = self.row else { return };
        let mut number = 1;
        while number < self.figures.len() {
            if self.half(row, number) {
                continue;
            }
            self.scale_of_range(number);
            self.figures[number].joint = self.joint(row, number);
            number += 1;
        }
        for number in 0..self.figures.len() {
            self.figures[number].noun = self.noun(row, number);
        }
    }

    fn joint(&self, row: &Figures, number: usize) -> Option<Joint> {
        let [before, own] = [&self.figures[number - 1], &self.figures[number]];
        let between = self.text.get(before.range.end..own.range.start)?;
        if std::mem::discriminant(&before.kind) != std::mem::discriminant(&own.kind) {
            return None;
        }
        if row.until.contains(&between.trim()) {
            return Some(Joint::Until);
        }
        let words: Vec<&str> = between.split_whitespace().collect();
        if words.len() > 4 || between.contains(['.', ';', ':', '(', ')']) {
            return None;
        }
        let is_out_of = row.out_of.iter().any(|name| {
            let rest = between.trim_end().strip_suffix(name);
            rest.is_some_and(|rest| rest.ends_with(char::is_whitespace))
        });
        let is_number = matches!(own.kind, FigureKind::Number(_));
        let is_and = |word: &&str| row.between.contains(word) || row.links.contains(word);
        if words.iter().any(|word| row.against.contains(word)) {
            return Some(Joint::Against);
        }
        match (between.contains([',', '،']), words.iter().any(is_and)) {
            (true, _) => Some(Joint::Comma),
            (false, true) => Some(Joint::And),
            _ => (is_out_of && is_number).then_some(Joint::OutOf),
        }
    }

    /// What a figure counts: a noun that is known among the words after it, or before it where it stands
    /// behind a colon or in a cell; else the first word that is long enough to be one.
    fn noun(&self, row: &Figures, number: usize) -> Option<Noun> {
        let own = &self.figures[number];
        if !matches!(own.kind, FigureKind::Number(_) | FigureKind::Percent(_)) {
            return None;
        }
        let next = self.figures.get(number + 1);
        let last = next.map_or(self.text.len(), |next| next.range.start);
        let after = self.text.get(own.range.end..last)?;
        let is_inside =
            |c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '’' | '\'' | '-');
        let end = after.find(|c| !is_inside(c));
        let after = &after[..end.unwrap_or(after.len())];
        if after.contains(char::is_alphabetic) {
            return noun_of(row, after);
        }
        let before = number.checked_sub(1).map(|before| &self.figures[before]);
        let first = before.map_or(0, |before| before.range.end);
        let before = self.text.get(first..own.range.start)?;
        let label = before
            .strip_suffix(BREAK)
            .or_else(|| before.trim_end().strip_suffix(':'))?
            .trim_end();
        let start = label.rfind(|c| !is_inside(c));
        noun_of(row, &label[start.unwrap_or(0)..])
    }

    /// Adds a half to the number before it: “deux ans et demi”.
    fn half(&mut self, row: &Figures, number: usize) -> bool {
        let [before, own] = [&self.figures[number - 1], &self.figures[number]];
        let between = self.text.get(before.range.end..own.range.start);
        let words: Vec<&str> = between.unwrap_or_default().split_whitespace().collect();
        // “3½”
        let is_sign = words.is_empty() && self.text.get(own.range.clone()) == Some("½");
        let is_joined = is_sign
            || words.len() <= 2 && words.last().is_some_and(|word| row.between.contains(word));
        let (FigureKind::Number(amount), FigureKind::Part(1, 2)) = (&before.kind, &own.kind) else {
            return false;
        };
        // “Un million et demi”
        let written = self.text.get(before.range.clone()).unwrap_or_default();
        let last = written.rsplit(is_space).next().unwrap_or_default();
        let power = scale(row, last).filter(|_| words.len() == 1);
        let Some(sum) = amount.and_a_half(power.unwrap_or(0)).filter(|_| is_joined) else {
            return false;
        };
        let own = self.figures.remove(number);
        let mut end = own.range.end;
        // “One and a half million”, “one and a half per cent”
        let (sum, after) = self.multiplied(sum, end, false);
        let is_scaled = after > end;
        end = after;
        let place = after_spaces(self.text, end);
        let per_cent = self.per_cent(place).filter(|_| !is_scaled);
        let before = &mut self.figures[number - 1];
        before.kind = match per_cent {
            Some(_) => FigureKind::Percent(sum),
            None => FigureKind::Number(sum),
        };
        before.range.end = per_cent.unwrap_or(end);
        // “An hour and a half” is surely a number.
        before.weight = before.weight.min(Weight::Words);
        true
    }

    /// Gives the first end of a range the thousands or millions that are written after the
    /// second.
    fn scale_of_range(&mut self, number: usize) {
        let [before, own] = [&self.figures[number - 1], &self.figures[number]];
        let amount = |figure: &Figure| match &figure.kind {
            FigureKind::Number(amount) | FigureKind::Money(amount, _) => Some(*amount),
            _ => None,
        };
        let written = |figure: &Figure| {
            let text = self.text.get(figure.range.clone())?;
            let at = text.find(|c: char| c.is_ascii_digit())?;
            Some(self.literal(figure.range.start + at)?.amount)
        };
        let (Some(first), Some(last)) = (amount(before), amount(own)) else {
            return;
        };
        let (Some(one), Some(other)) = (written(before), written(own)) else {
            return;
        };
        let power = last.exponent - other.exponent;
        let is_one = power >= 3
            && last.digits == other.digits
            && one == first
            && one.is_at_most(other)
            && self.joins(before.range.end, own.range.start, true);
        if let FigureKind::Number(amount) | FigureKind::Money(amount, _) =
            &mut self.figures[number - 1].kind
            && is_one
        {
            *amount = amount.scaled(power);
        }
    }
}

/// The noun that is known among the first words of a phrase, else the first word that is long enough to
/// be one.
fn noun_of(row: &Figures, phrase: &str) -> Option<Noun> {
    let words = || {
        let words = phrase.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| !word.is_empty()).take(4);
        // “14 and 12 women”
        words.take_while(|word| !row.between.contains(word))
    };
    let known = words().find_map(|word| {
        let lower = word.to_lowercase();
        row.nouns.iter().find(|(noun, _)| *noun == lower)
    });
    if let Some((_, noun)) = known {
        return Some(Noun::Known(noun));
    }
    let first = words().find(|word| word.chars().count() >= 5)?;
    Some(Noun::Word(first.to_lowercase().into()))
}
