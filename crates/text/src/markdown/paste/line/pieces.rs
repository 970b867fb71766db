//! The pieces of a line, so that marks can stand between them.

use super::{Care, Open};
use crate::markdown::paste::words::{Line, Look, Piece};

/// Where each mark of each piece ends: the place after the last of those that follow each other and have it.
pub(super) fn ends(line: &[Piece]) -> Vec<[usize; 4]> {
    let mut ends = vec![[0; 4]; line.len()];
    let mut after: [(usize, Option<Open>); 4] = [(line.len(), None); 4];
    for (at, piece) in line.iter().enumerate().rev() {
        let Piece::Text(_, look) = piece else {
            ends[at] = after.map(|(end, _)| end);
            continue;
        };
        for (of, open) in Open::ALL.iter().enumerate() {
            let own = open(look);
            if own.is_none() || own != after[of].1 {
                after[of] = (at + 1, own);
            }
            ends[at][of] = after[of].0;
        }
    }
    ends
}

/// How the next words look, for each piece.
pub(super) fn nexts(line: &[Piece]) -> Vec<Look> {
    let mut next = Look::default();
    let mut nexts: Vec<Look> = line
        .iter()
        .rev()
        .map(|piece| {
            if let Piece::Text(_, look) = piece {
                next = *look;
            }
            next
        })
        .collect();
    nexts.reverse();
    nexts
}

/// The pieces of a line, so that marks can stand between them: none has spaces at its ends where a mark
/// begins or ends, and no mark ends after punctuation where a letter follows.
pub(super) fn prepared(line: &[Piece], addresses: &[String], care: Care) -> Line {
    let mut out: Line = Vec::with_capacity(line.len());
    for piece in line {
        let Piece::Text(words, look) = piece else {
            out.push(piece.clone());
            continue;
        };
        let is_known = |link: &usize| care < Care::Words && *link < addresses.len();
        let mut look = Look {
            link: look.link.filter(is_known),
            ..*look
        };
        if care > Care::Usual {
            (look.is_bold, look.is_italic, look.is_struck) = (false, false, false);
            look.is_code &= care == Care::Plain;
        }
        let inner = words.trim_matches(is_space);
        let from = words.len() - words.trim_start_matches(is_space).len();
        if inner.is_empty() {
            out.push(Piece::Text(words.clone(), Look::default()));
            continue;
        }
        let parts = [&words[..from], inner, &words[from + inner.len()..]];
        for (number, part) in parts.into_iter().enumerate() {
            let look = match number {
                1 => look,
                _ => Look::default(),
            };
            if !part.is_empty() {
                out.push(Piece::Text(part.to_owned(), look));
            }
        }
    }
    // A space looks as what is on both of its sides.
    for at in 0..out.len() {
        let is_blank =
            matches!(&out[at], Piece::Text(words, _) if words.trim_matches(is_space).is_empty());
        if !is_blank || at == 0 {
            continue;
        }
        let shared = match (&out[at - 1], out.get(at + 1)) {
            (Piece::Text(_, one), Some(Piece::Text(_, other))) => {
                // A mark that ends in the link that begins here ends before it.
                let begins = other.link.is_some() && other.link != one.link;
                let goes_on = |has: fn(&Look) -> bool| {
                    has(one) && has(other) && (!begins || is_around(&out[at + 1..], has))
                };
                Look {
                    is_bold: goes_on(|look| look.is_bold),
                    is_italic: goes_on(|look| look.is_italic),
                    is_struck: goes_on(|look| look.is_struck),
                    is_code: false,
                    link: one.link.filter(|_| one.link == other.link),
                    ..Look::default()
                }
            }
            _ => Look::default(),
        };
        if let Piece::Text(_, look) = &mut out[at] {
            *look = shared;
        }
    }
    apart(&mut out);
    for at in 1..out.len() {
        // No mark begins where another one ends: `**a***b*`.
        let (before, after) = out.split_at_mut(at);
        if let (Some(Piece::Text(words, one)), Some(Piece::Text(_, other))) =
            (before.last(), after.first_mut())
            && !words.ends_with(is_space)
        {
            let ends = one.is_bold && !other.is_bold
                || one.is_italic && !other.is_italic
                || one.is_struck && !other.is_struck;
            if ends {
                other.is_bold &= one.is_bold;
                other.is_italic &= one.is_italic;
                other.is_struck &= one.is_struck;
            }
        }
    }
    out.retain(|piece| !matches!(piece, Piece::Text(words, _) if words.is_empty()));
    out
}

/// Whether all words of the link with which some pieces begin look so.
fn is_around(line: &[Piece], has: fn(&Look) -> bool) -> bool {
    let link = |piece: &Piece| match piece {
        Piece::Text(_, look) => look.link,
        _ => None,
    };
    let own = line.first().and_then(link);
    // Spaces look as nothing yet.
    let is_blank = |piece: &&Piece| match piece {
        Piece::Text(words, _) => words.trim().is_empty(),
        _ => false,
    };
    let words = line.iter().filter(|piece| !is_blank(piece));
    let mut inner = words.take_while(|piece| link(piece) == own);
    inner.all(|piece| matches!(piece, Piece::Text(_, look) if has(look)))
}

/// Moves punctuation out of marks that could not end or begin beside it: `**Note :**texte`.
fn apart(line: &mut Line) {
    let is_letter = |piece: &Piece, last: bool| match piece {
        Piece::Text(words, _) => {
            let c = if last {
                words.chars().next_back()
            } else {
                words.chars().next()
            };
            c.is_some_and(char::is_alphanumeric)
        }
        _ => false,
    };
    for at in 0..line.len() {
        let Piece::Text(words, look) = &line[at] else {
            continue;
        };
        let (words, look) = (words.clone(), *look);
        if look.is_code || !(look.is_bold || look.is_italic || look.is_struck) {
            continue;
        }
        let stressed = |look: &Look| (look.is_bold, look.is_italic, look.is_struck);
        let differs = |piece: Option<&Piece>| match piece {
            Some(Piece::Text(_, other)) => stressed(other) != stressed(&look),
            _ => false,
        };
        let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        let inner = words.trim_end_matches(is_sign);
        if inner.len() < words.len()
            && !inner.is_empty()
            && differs(line.get(at + 1))
            && line.get(at + 1).is_some_and(|next| is_letter(next, false))
        {
            let tail = words[inner.len()..].to_owned();
            let moved = inner.trim_end().len();
            let tail = format!("{}{tail}", &inner[moved..]);
            if let Piece::Text(own, _) = &mut line[at] {
                own.truncate(moved);
            }
            if let Some(Piece::Text(next, _)) = line.get_mut(at + 1) {
                next.insert_str(0, &tail);
            }
        }
        let Piece::Text(words, _) = &line[at] else {
            continue;
        };
        let words = words.clone();
        let inner = words.trim_start_matches(is_sign);
        if inner.len() < words.len()
            && !inner.is_empty()
            && at > 0
            && differs(line.get(at - 1))
            && is_letter(&line[at - 1], true)
        {
            let head = words[..words.len() - inner.len()].to_owned();
            if let Piece::Text(own, _) = &mut line[at] {
                *own = inner.to_owned();
            }
            if let Piece::Text(before, _) = &mut line[at - 1] {
                before.push_str(&head);
            }
        }
    }
}

/// Whether a character is a space beside which no mark can stand.
fn is_space(c: char) -> bool {
    c.is_whitespace()
}
