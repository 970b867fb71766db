//! Telephone numbers in a text, compared by what is dialled.

use std::ops::Range;

/// How many digits at the end of a number tell it from others: what stands before them may be the code of a country
/// or the nought of a region, and differs with who calls from where.
const TELLING: usize = 8;
/// The most digits of a number with the code of its country (ITU-T E.164), and the two noughts before it.
const MOST: usize = 17;
/// The fewest digits behind a plus sign: three of the code, and four.
const FEWEST_ABROAD: usize = 7;

/// A telephone number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    /// Where it stands in the text, in bytes.
    pub place: Range<usize>,
    /// The digits by which it is compared: its last eight, or all where there are fewer.
    pub digits: String,
}

/// The telephone numbers of a text as it is written, in order: `05 37 65 28 81`, `+212 (0)537-652881`.
///
/// Groups of digits with a space, a point, a hyphen or parentheses between them, of eight digits at least, or of seven
/// behind a plus sign. Not those that look like something else: a day (`2017-06-02`), an amount (`12 500 000`), years
/// (`2016-2017`).
pub fn telephones(text: &str) -> Vec<Telephone> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |number: usize| chars.get(number).map(|(_, c)| *c);
    let mut found = Vec::new();
    let mut next = 0;
    while next < chars.len() {
        if at(next).and_then(digit).is_none() {
            next += 1;
            continue;
        }
        let start = next;
        let mut groups = Vec::new();
        loop {
            let mut group = String::new();
            while let Some(c) = at(next).and_then(digit) {
                group.push(c);
                next += 1;
            }
            groups.push(group);
            match between(&|ahead| at(next + ahead)) {
                Some(length) => next += length,
                None => break,
            }
        }
        let before = start.checked_sub(1).and_then(at);
        let is_abroad = before == Some('+');
        let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if is_part(before) || is_part(at(next)) || !is_telephone(&groups, is_abroad) {
            continue;
        }
        let all = groups.concat();
        let end = chars.get(next).map_or(text.len(), |(end, _)| *end);
        found.push(Telephone {
            place: chars[start].0..end,
            digits: all[all.len().saturating_sub(TELLING)..].to_owned(),
        });
    }
    found
}

/// How many characters stand between two groups of digits of one number: one, and a space beside a parenthesis.
fn between(ahead: &dyn Fn(usize) -> Option<char>) -> Option<usize> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let is_sign = |c: char| is_space(c) || matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}');
    let length = match (ahead(0)?, ahead(1)?) {
        (')', second) if is_space(second) => 2,
        (first, '(') if is_space(first) => 2,
        ('(' | ')', _) => 1,
        (first, _) if is_sign(first) => 1,
        _ => return None,
    };
    ahead(length).and_then(digit).map(|_| length)
}

/// Whether groups of digits are dialled.
fn is_telephone(groups: &[String], is_abroad: bool) -> bool {
    let count: usize = groups.iter().map(String::len).sum();
    if count > MOST {
        return false;
    }
    if is_abroad {
        return count >= FEWEST_ABROAD;
    }
    let lengths: Vec<usize> = groups.iter().map(String::len).collect();
    let is_day = match lengths[..] {
        [4, 2, 2] | [4, 2, 2, ..=2] | [4, 2, 2, ..=2, ..=2] => groups[0].starts_with(['1', '2']),
        [2, 2, 4] => true,
        _ => false,
    };
    let is_years = lengths.len() > 1 && lengths.iter().all(|length| *length == 4);
    let are_thousands = lengths.len() > 1 && lengths[1..].iter().all(|length| *length == 3);
    let is_amount = are_thousands && lengths[0] <= 3 && !groups[0].starts_with('0');
    count >= TELLING && !is_day && !is_years && !is_amount
}

/// A digit, also one of Arabic or Persian.
fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}
