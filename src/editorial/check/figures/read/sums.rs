//! Sums of money, percentages, and what multiplies a number.

use std::sync::Arc;

use super::super::words::{after_spaces, is_space, scale, word};
use super::super::{Amount, FigureKind, Weight};
use super::Scan;
use rihla_text::language::is_currency;

impl Scan<'_> {
    /// The currency whose name or sign begins at a place, and where it ends.
    pub(super) fn currency(&self, at: usize) -> Option<(Arc<str>, usize)> {
        let rest = self.rest(at);
        let known = self.row.and_then(|row| {
            row.currencies.iter().find(|(name, _)| {
                let is_sign = name.ends_with(['$', '€', '£', '¥']);
                let Some(head) = rest.get(..name.len()) else {
                    return false;
                };
                let ends = !rest[name.len()..].starts_with(char::is_alphabetic);
                head == *name && (is_sign || ends)
            })
        });
        if let Some((name, code)) = known {
            return Some(((*code).into(), at + name.len()));
        }
        if let Some(sign) = rest.chars().next().filter(|_| self.row.is_none())
            && let Some((_, code)) = [('$', "USD"), ('€', "EUR"), ('£', "GBP")]
                .iter()
                .find(|(known, _)| *known == sign)
        {
            return Some(((*code).into(), at + sign.len_utf8()));
        }
        let code = rest.get(..3).filter(|code| is_currency(code))?;
        (!rest[3..].starts_with(char::is_alphabetic)).then(|| (code.into(), at + 3))
    }

    /// A sum whose currency comes first: `€3.5 million`, `USD 200,000`.
    pub(super) fn sum(&mut self, at: usize) -> Option<usize> {
        let (code, end) = self.currency(at)?;
        let start = after_spaces(self.text, end);
        if !self.rest(start).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let literal = self.literal(start)?;
        let (amount, end) = self.multiplied(literal.amount, literal.end, true);
        self.push(FigureKind::Money(amount, code), at, end, Weight::Digits)
    }

    /// A number with the word or the letters that multiply it.
    pub(super) fn multiplied(&self, amount: Amount, end: usize, is_money: bool) -> (Amount, usize) {
        let Some(row) = self.row else {
            return (amount, end);
        };
        let place = after_spaces(self.text, end);
        let name = word(self.text, place, false);
        let lower = name.to_lowercase();
        if let Some((_, power)) = row.scales.iter().find(|(scale, _)| *scale == lower) {
            return (amount.scaled(*power), place + name.len());
        }
        let money = if is_money { row.money_letters } else { &[] };
        let letters = row.letters.iter().chain(money);
        for (letter, power) in letters.filter(|(letter, _)| *letter == name) {
            let after = place + letter.len();
            // “3 M. Alaoui”
            if place == end || !self.rest(after).starts_with('.') {
                return (amount.scaled(*power), after);
            }
        }
        (amount, end)
    }

    /// A number with what it counts, where that makes it another figure: per cent, money.
    pub(super) fn counted(
        &mut self,
        amount: Amount,
        at: usize,
        end: usize,
        weight: Weight,
    ) -> Option<usize> {
        let Some(row) = self.row else {
            let place = after_spaces(self.text, end);
            if self.rest(place).starts_with('%') {
                return self.push(FigureKind::Percent(amount), at, place + 1, weight);
            }
            if let Some((code, end)) = self.currency(place) {
                return self.push(FigureKind::Money(amount, code), at, end, weight);
            }
            if let Some((kind, start, end)) = self.degrees(amount, at, place) {
                return self.push(kind, start, end, weight);
            }
            return self.push(FigureKind::Number(amount), at, end, weight);
        };
        let place = after_spaces(self.text, end);
        if self.rest(place).starts_with('%') {
            return self.push(FigureKind::Percent(amount), at, place + 1, weight);
        }
        if let Some(end) = self.per_cent(place) {
            return self.push(FigureKind::Percent(amount), at, end, weight);
        }
        if let Some((kind, start, end)) = self.degrees(amount, at, place) {
            return self.push(kind, start, end, weight);
        }
        // Letters that multiply count before a currency only.
        for (letters, power) in row.letters.iter().chain(row.money_letters) {
            if let Some(rest) = self.rest(place).strip_prefix(letters) {
                let next = after_spaces(self.text, self.text.len() - rest.len());
                if let Some((code, end)) = self.currency(next) {
                    return self.push(
                        FigureKind::Money(amount.scaled(*power), code),
                        at,
                        end,
                        weight,
                    );
                }
            }
        }
        let (amount, end) = self.multiplied(amount, end, false);
        let mut place = after_spaces(self.text, end);
        for of in row.of {
            if let Some(rest) = self.rest(place).strip_prefix(of) {
                let next = self.text.len() - rest.len();
                let is_apart = !rest.starts_with(char::is_alphabetic) || of.len() > 2;
                if is_apart && self.currency(after_spaces(self.text, next)).is_some() {
                    place = after_spaces(self.text, next);
                    break;
                }
            }
        }
        if let Some((code, end)) = self.currency(place) {
            // “US$ 5 and $ 7”: the sign before the next number is its own.
            let next = after_spaces(self.text, end);
            let is_next = self.rest(next).starts_with(|c: char| c.is_ascii_digit())
                && self.text[place..end].ends_with(['$', '€', '£', '¥'])
                && next == end;
            if !is_next {
                return self.push(FigureKind::Money(amount, code), at, end, weight);
            }
        }
        self.push(FigureKind::Number(amount), at, end, weight)
    }

    /// Where the words for per cent end that stand at a place.
    pub(super) fn per_cent(&self, at: usize) -> Option<usize> {
        let mut names = self.row?.per_cent.iter();
        let name = names.find(|name| {
            let words: Vec<&str> = name.split(' ').collect();
            self.follows(at, &words)
        })?;
        Some(at + name.len())
    }

    /// A temperature: what it is, where it begins, with its sign, and where it ends. One whose
    /// sign is not certain is none.
    fn degrees(
        &self,
        amount: Amount,
        at: usize,
        place: usize,
    ) -> Option<(FigureKind, usize, usize)> {
        let rest = self
            .rest(place)
            .strip_prefix('°')?
            .trim_start_matches(is_space);
        let rest = rest
            .strip_prefix('C')
            .filter(|rest| !rest.starts_with(char::is_alphabetic))?;
        let end = self.text.len() - rest.len();
        let before = &self.text[..at];
        let after = rest.trim_start_matches(is_space);
        let is_below = self
            .row
            .is_some_and(|row| row.below.iter().any(|name| after.starts_with(name)));
        // “– 5 °C” may be an item of a list.
        let is_dashed = before
            .trim_end_matches(is_space)
            .ends_with(['-', '–', '−', '—']);
        if let Some(head) = before.strip_suffix(['-', '−', '–']) {
            let is_sign =
                head.is_empty() || head.ends_with(|c: char| is_space(c) || "([«“:".contains(c));
            // “2 -5 °C”
            let is_range = head.trim_end().ends_with(|c: char| c.is_ascii_digit());
            return (is_sign && !is_range).then_some((
                FigureKind::Degrees(true, amount),
                head.len(),
                end,
            ));
        }
        if is_below || is_dashed {
            return None;
        }
        let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
        let is_minus = self.row.is_some_and(|row| {
            let (minus, other) = row.minus;
            words.first() == Some(&minus) && !words.get(1).is_some_and(|word| other.contains(word))
        });
        Some((FigureKind::Degrees(is_minus, amount), at, end))
    }

    /// What a part in words is with what follows it: a part of a million, or of a per cent.
    pub(super) fn part_of(
        &self,
        numerator: u32,
        denominator: u32,
        at: usize,
        end: usize,
    ) -> (FigureKind, usize) {
        let part = (FigureKind::Part(numerator, denominator), end);
        let Some(row) = self.row else { return part };
        let skipped = |place: usize, words: &[&str]| {
            let place = after_spaces(
                self.text,
                place + usize::from(self.rest(place).starts_with('-')),
            );
            let name = word(self.text, place, false);
            match words.contains(&name) {
                true => after_spaces(self.text, place + name.len()),
                false => place,
            }
        };
        // The million of “one and a half million” is of both.
        let before = self.text[..at].split_whitespace().next_back();
        let is_added = before.is_some_and(|word| row.between.contains(&word));
        if is_added && after_spaces(self.text, end) == skipped(skipped(end, row.of), row.ones) {
            return part;
        }
        // “A quarter of a million”, “un quart de million”
        let place = skipped(skipped(end, row.of), row.ones);
        let power = scale(row, word(self.text, place, false));
        if let Some(amount) = power.and_then(|power| Amount::of_part(numerator, denominator, power))
        {
            return (
                FigureKind::Number(amount),
                place + word(self.text, place, false).len(),
            );
        }
        let per_cent = self.per_cent(skipped(end, row.ones));
        match (per_cent, Amount::of_part(numerator, denominator, 0)) {
            (Some(end), Some(amount)) => (FigureKind::Percent(amount), end),
            _ => part,
        }
    }

    /// Whether these words stand at a place, with any spaces between them.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        let mut place = at;
        for word in words {
            let Some(rest) = self.rest(place).strip_prefix(word) else {
                return false;
            };
            if rest.starts_with(char::is_alphabetic) {
                return false;
            }
            place = after_spaces(self.text, self.text.len() - rest.len());
        }
        true
    }
}
