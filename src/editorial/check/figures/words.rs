//! Numbers that are written in words.

use super::Weight;
use rihla_text::language::Figures;

/// A number in words: its value, how surely it is one, and where it ends.
pub(super) struct InWords {
    pub value: u128,
    pub weight: Weight,
    pub end: usize,
}

/// The word that begins at a byte: letters alone, or with hyphens between them.
pub(super) fn word(text: &str, at: usize, hyphens: bool) -> &str {
    let rest = &text[at..];
    let end = rest
        .char_indices()
        .find(|(place, c)| {
            let is_inside = *c == '-'
                && hyphens
                && rest[place + 1..].starts_with(char::is_alphabetic)
                && *place > 0;
            !c.is_alphabetic() && !is_inside
        })
        .map_or(rest.len(), |(place, _)| place);
    &rest[..end]
}

/// Where the spaces after a byte end.
pub(super) fn after_spaces(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches(is_space).len()
}

/// A space inside a line; the end of one is where a writer broke it.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{2028}'
}

/// Everything of a row that stands at the beginning of a figure which begins with a letter.
pub(super) fn firsts(row: &'static Figures) -> impl Iterator<Item = &'static str> {
    let counted = [row.numerals, row.vague, row.ranks, row.times].into_iter();
    let counted = counted.flatten().map(|(name, _)| *name);
    let plain = [row.ones, row.hundreds, row.alone, row.numbered, row.decades];
    let days = row.short_days.iter().map(|(name, _)| *name);
    let days = days.chain(row.days.iter().copied());
    counted
        .chain(plain.into_iter().flatten().copied())
        .chain(days)
        .chain(row.parts.iter().map(|(name, ..)| *name))
        .chain(row.months.iter().map(|(name, _)| *name))
}

/// The number in words that begins at a byte of a text.
pub(super) fn number(row: &Figures, text: &str, at: usize) -> Option<InWords> {
    let first = word(text, at, true).to_lowercase();
    let plain = word(text, at, false);
    let lower = plain.to_lowercase();
    let next = after_spaces(text, at + plain.len());
    if row.ones.contains(&&*lower) && next > at + plain.len() {
        // One of something that is a number.
        let following = word(text, next, false).to_lowercase();
        let is_scale = row.scales.iter().any(|(name, _)| *name == following);
        let is_hundred = row.hundreds.contains(&&*following);
        return match (is_scale, is_hundred) {
            (true, _) => Some(scaled(row, text, 1, at + plain.len())),
            (_, true) => Some(hundred(row, text, 1, next + following.len())),
            _ => Some(InWords {
                value: 1,
                weight: Weight::Vague,
                end: at + plain.len(),
            }),
        };
    }
    if let Some(value) = compound(row, &first) {
        let end = at + word(text, at, true).len();
        return Some(more(row, text, value, end));
    }
    if row.alone.contains(&&*lower) && first == lower {
        return Some(scaled(row, text, 1, at));
    }
    if row.hundreds.contains(&&*lower) && first == lower {
        return Some(hundred(row, text, 1, at + plain.len()));
    }
    if row.ones.contains(&&*first) {
        return Some(InWords {
            value: 1,
            weight: Weight::Vague,
            end: at + plain.len(),
        });
    }
    if let Some((length, rank)) = rank(row, &first) {
        return Some(InWords {
            value: rank,
            weight: Weight::Words,
            end: at + length,
        });
    }
    if let Some(vague) = row.vague.iter().find(|(name, _)| *name == first) {
        return Some(InWords {
            value: vague.1.into(),
            weight: Weight::Vague,
            end: at + first.len(),
        });
    }
    // “A six-month contract”
    let mut heads = first
        .rmatch_indices('-')
        .map(|(length, _)| &first[..length]);
    let (value, end) = heads.find_map(|head| Some((compound(row, head)?, at + head.len())))?;
    Some(InWords {
        value,
        weight: Weight::Words,
        end,
    })
}

/// The power of ten of a word that multiplies.
pub(super) fn scale(row: &Figures, word: &str) -> Option<i32> {
    let lower = word.to_lowercase();
    let known = row.scales.iter().find(|(name, _)| *name == lower)?;
    Some(known.1)
}

/// The length of the ordinal number that a word is, or with which one of several parts begins
/// (“nineteenth-century”, “twenty-fifth-anniversary”), and its value. “Third-party” and “second-hand” are
/// no ordinals.
fn rank(row: &Figures, word: &str) -> Option<(usize, u128)> {
    let ranks = row.ranks.iter();
    let fits = |(name, rank): &&(&str, u32)| {
        let rest = word.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-') && *rank > 3)
    };
    let known = ranks.filter(fits).max_by_key(|(name, _)| name.len());
    if let Some((name, rank)) = known {
        return Some((name.len(), (*rank).into()));
    }
    // “Twenty-fifth”, “quatre-vingt-dix-septième”; “a thirty-second film” is one of 30 seconds.
    word.match_indices('-').find_map(|(at, _)| {
        let tens = compound(row, &word[..at]).filter(|tens| *tens >= 20)?;
        let unit = &word[at + 1..];
        let (length, value) =
            unit_rank(row, unit).filter(|(length, _)| unit[..*length] != *"second")?;
        let is_one = tens.is_multiple_of(10);
        is_one.then_some((at + 1 + length, tens + value))
    })
}

/// The length of the ordinal number below twenty that begins a word, and its value.
fn unit_rank(row: &Figures, word: &str) -> Option<(usize, u128)> {
    let known = row.ranks.iter().chain(row.vague);
    let fits = |(name, value): &&(&str, u32)| {
        let rest = word.strip_prefix(name);
        *value < 20 && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let (name, value) = known.filter(fits).max_by_key(|(name, _)| name.len())?;
    Some((name.len(), (*value).into()))
}

/// The part that begins at a byte of a text: its numerator, its denominator and where it ends.
pub(super) fn part(row: &Figures, text: &str, at: usize) -> Option<(u32, u32, usize)> {
    let named = |at: usize| {
        let name = word(text, at, false);
        let lower = name.to_lowercase();
        let known = row.parts.iter().find(|(part, ..)| *part == lower)?;
        Some((known.1, known.2, at + name.len()))
    };
    if let Some((denominator, is_alone, end)) = named(at) {
        // “The third quarter” is one of the year.
        let before = text[..at].split_whitespace().next_back();
        let is_counted =
            before.is_some_and(|before| unit_rank(row, &before.to_lowercase()).is_some());
        return (is_alone && !is_counted).then_some((1, denominator, end));
    }
    let count = word(text, at, false);
    let lower = count.to_lowercase();
    let numeral = row.numerals.iter().find(|(numeral, _)| *numeral == lower);
    let numerator = match numeral {
        Some((_, value)) => *value,
        None if row.ones.contains(&&*lower) => 1,
        None => return None,
    };
    // “A fifth”, “trois dixièmes”; “a nineteenth-century house” has none.
    let ranked = |at: usize| {
        let name = word(text, at, false);
        let lower = name.to_lowercase();
        let singular = match numerator {
            1 => &*lower,
            _ => lower.strip_suffix('s')?,
        };
        let (_, rank) = row.ranks.iter().find(|(known, _)| *known == singular)?;
        let end = at + name.len();
        let is_part = matches!(rank, 5..=10 | 20 | 100) && !text[end..].starts_with('-');
        is_part.then_some((*rank, true, end))
    };
    let after = at + count.len();
    let next = match text[after..].strip_prefix('-') {
        Some(_) => after + 1,
        None => after_spaces(text, after),
    };
    let known = named(next).or_else(|| ranked(next));
    let (denominator, _, end) = known.filter(|_| next > after)?;
    (numerator < denominator).then_some((numerator, denominator, end))
}

/// A word that is a number, or several with hyphens between them.
fn compound(row: &Figures, word: &str) -> Option<u128> {
    let parts: Vec<&str> = word.split('-').collect();
    let mut sum = 0;
    let mut at = 0;
    while at < parts.len() {
        let longest = (at + 1..=parts.len()).rev().find_map(|end| {
            let name = parts[at..end].join("-");
            let known = row.numerals.iter().find(|(numeral, _)| *numeral == name)?;
            Some((end, u128::from(known.1)))
        });
        match longest {
            Some((end, value)) => {
                sum += value;
                at = end;
            }
            None if at > 0 && row.ones.contains(&parts[at]) => {
                sum += 1;
                at += 1;
            }
            None if at > 0 && row.between.contains(&parts[at]) => at += 1,
            None => return None,
        }
    }
    Some(sum)
}

/// What follows a number below a hundred: units after the tens, hundreds, thousands.
fn more(row: &Figures, text: &str, value: u128, end: usize) -> InWords {
    let mut value = value;
    let mut end = end;
    if value >= 20 && value.is_multiple_of(10) {
        let next = after_spaces(text, end);
        let between = word(text, next, false);
        let unit_at = after_spaces(text, next + between.len());
        let unit = word(text, unit_at, false).to_lowercase();
        // “Vingt et unième”
        if next > end
            && row.between.contains(&between)
            && unit != "second"
            && let Some(rank) = row
                .ranks
                .iter()
                .find(|(name, rank)| *name == unit && *rank < 20)
        {
            return InWords {
                value: value + u128::from(rank.1),
                weight: Weight::Words,
                end: unit_at + unit.len(),
            };
        }
        let is_one = row.ones.first() == Some(&&*unit) || row.ones.last() == Some(&&*unit);
        if next > end && row.between.contains(&between) && is_one && unit.len() > 1 {
            value += 1;
            end = unit_at + unit.len();
        }
    }
    let next = after_spaces(text, end);
    let following = word(text, next, false).to_lowercase();
    if next > end && row.hundreds.contains(&&*following) {
        return hundred(row, text, value, next + following.len());
    }
    scaled(row, text, value, end)
}

/// So many hundreds, with what follows them.
fn hundred(row: &Figures, text: &str, count: u128, end: usize) -> InWords {
    let mut value = count * 100;
    let mut end = end;
    let mut next = after_spaces(text, end);
    let between = word(text, next, false);
    // In French “et” after a hundred begins something else.
    if row.between.contains(&between) && row.hundreds.len() == 1 {
        next = after_spaces(text, next + between.len());
    }
    let rest = word(text, next, true);
    if next > end
        && let Some(units) = compound(row, &rest.to_lowercase()).filter(|units| *units < 100)
    {
        value += units;
        end = next + rest.len();
    }
    scaled(row, text, value, end)
}

/// A number with the word that multiplies it, if there is one.
fn scaled(row: &Figures, text: &str, value: u128, end: usize) -> InWords {
    let next = after_spaces(text, end);
    let name = word(text, next, false);
    match scale(row, name) {
        Some(power) if next > end || row.alone.contains(&&*name.to_lowercase()) => {
            let scale = 10_u128.pow(power.unsigned_abs());
            let value = value.saturating_mul(scale);
            more_of_scale(row, text, (value, scale), next + name.len())
        }
        _ => InWords {
            value,
            weight: Weight::Words,
            end,
        },
    }
}

/// Thousands or millions, with the smaller number that follows them: “deux mille trois cents”.
fn more_of_scale(row: &Figures, text: &str, (value, scale): (u128, u128), end: usize) -> InWords {
    let next = after_spaces(text, end);
    let first = word(text, next, true).to_lowercase();
    let is_number =
        next > end && (compound(row, &first).is_some() || row.hundreds.contains(&&*first));
    let rest = is_number.then(|| number(row, text, next)).flatten();
    match rest {
        // What is not smaller begins something else.
        Some(rest) if rest.value < scale => InWords {
            value: value.saturating_add(rest.value),
            weight: Weight::Words,
            end: rest.end,
        },
        _ => InWords {
            value,
            weight: Weight::Words,
            end,
        },
    }
}
