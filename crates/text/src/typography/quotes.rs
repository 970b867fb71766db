//! Quotation marks, which are paired in a paragraph, and apostrophes.

use super::edit::{Side, With};
use super::scan::{Scan, closes, is_object, is_word, opens};

/// Pairs that stand deeper in each other than this are left as they are.
const DEEPEST: usize = 8;

/// A double quotation mark of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    kind: QuoteKind,
    role: Role,
    /// Whether a figure stands before it, so that it may be a mark of inches.
    after_figure: bool,
    /// Where its fellow is among the quotation marks.
    fellow: Option<usize>,
    /// The edits of the spaces before it, of itself, and of the spaces after it.
    before: Option<usize>,
    character: Option<usize>,
    after: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum QuoteKind {
    Straight,
    Curly,
    Guillemet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    /// It has spaces, or letters, on both sides.
    Either,
}

/// What a straight mark between two characters does; `None` where it is none, as in 5'30"N.
fn role(before: Option<char>, after: Option<char>) -> Option<Role> {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let (Some(left), Some(right)) = (before, after) else {
        return Some(
            match (
                is_space(before) || before.is_some_and(opens),
                is_space(after),
            ) {
                (true, true) => Role::Either,
                (true, false) if matches!(after, Some('»' | '”')) => Role::Either,
                (true, false) => Role::Open,
                (false, _) => Role::Close,
            },
        );
    };
    let is_outside = left.is_whitespace() || opens(left);
    Some(match (left, right) {
        _ if is_outside && (right.is_whitespace() || matches!(right, '»' | '”')) => Role::Either,
        _ if is_outside => Role::Open,
        _ if right.is_whitespace() => Role::Close,
        _ if (is_word(left) || is_object(left)) && is_word(right) => return None,
        _ if is_word(left) || is_object(left) => Role::Close,
        // l'"appui", —"mot", **"mot"**
        ('\'' | '’' | '-' | '–' | '—' | '/' | '=' | '*' | '_' | ':' | ';' | ',', _)
            if !closes(right) && !matches!(right, '*' | '_') =>
        {
            Role::Open
        }
        _ if is_word(right) => return None,
        _ if is_object(right) || opens(right) => Role::Either,
        _ => Role::Close,
    })
}

/// The place, among the marks that are open, of the one that a mark closes. Guillemets hold what is
/// in them together, as brackets do.
fn opener(kind: QuoteKind, open: &[usize], quotes: &[Quote]) -> Option<usize> {
    for (place, opener) in open.iter().enumerate().rev().take(DEEPEST) {
        let other = quotes[*opener].kind;
        if other == kind {
            return Some(place);
        }
        if other == QuoteKind::Guillemet {
            return None;
        }
    }
    None
}

impl Scan<'_> {
    /// `"`, or two of them: a quotation that begins or ends with another.
    pub(super) fn straight(&mut self, at: usize) -> usize {
        let run = self.bytes[at..].iter().take_while(|byte| **byte == b'"');
        let end = at + run.count();
        if end - at > 2 {
            return end;
        }
        let before = self.before(at);
        let after = self.after(end).map(|mark| match mark {
            // A single mark opens where a word follows it.
            '\'' | '‘' | '’' => match self.after(end + mark.len_utf8()) {
                Some(c) if is_word(c) || is_object(c) => '‘',
                _ => '’',
            },
            mark => mark,
        });
        let after_figure = before.is_some_and(|c| c.is_ascii_digit());
        // Of two, both must do the same beyond doubt.
        let outer = |role| match role {
            Role::Open => {
                before.is_none_or(|c| c.is_whitespace() || opens(c)) && !after.is_some_and(closes)
            }
            Role::Close => after.is_none_or(|c| c.is_whitespace() || closes(c)),
            Role::Either => false,
        };
        match role(before, after) {
            None => {}
            Some(role) if end - at > 1 && !outer(role) => {}
            Some(role) => {
                for at in at..end {
                    self.mark(at, 1, QuoteKind::Straight, role, after_figure);
                }
            }
        }
        end
    }

    /// “ or ”
    pub(super) fn curly(&mut self, at: usize, is_open: bool) -> usize {
        let end = at + 3;
        // „German“ and ”Swedish” marks mean the contrary.
        let is_contrary = match is_open {
            true => !self.begins_word(at),
            false => !self.ends_word(end),
        };
        if !is_contrary {
            let role = if is_open { Role::Open } else { Role::Close };
            self.mark(at, 3, QuoteKind::Curly, role, false);
        }
        end
    }

    /// « or »
    pub(super) fn guillemet(&mut self, at: usize, is_open: bool) -> usize {
        let end = at + 2;
        let gap = match is_open {
            true => self.gap_after(end),
            false => self.gap_before(at),
        };
        // In »German«, each stands where the other is expected.
        let is_contrary = match is_open {
            true => self.before(at).is_some_and(is_word) && self.ends_word(gap),
            false => {
                self.after(end).is_some_and(is_word)
                    && (gap < at || self.before(gap).is_none_or(|c| !is_word(c) && !closes(c)))
            }
        };
        if is_contrary {
            return end;
        }
        if let Some(space) = self.profile.inside_guillemets {
            if is_open && self.after(gap).is_some_and(|c| !c.is_whitespace()) {
                self.put(end, gap, space, Side::Before);
            } else if !is_open && self.before(gap).is_some_and(|c| !c.is_whitespace()) {
                self.put(gap, at, space, Side::After);
            }
        }
        let touches_word = match is_open {
            true => !self.begins_word(at),
            false => !self.ends_word(end),
        };
        if !touches_word {
            self.work.quotes.push(Quote {
                kind: QuoteKind::Guillemet,
                role: if is_open { Role::Open } else { Role::Close },
                after_figure: false,
                fellow: None,
                before: None,
                character: None,
                after: None,
            });
        }
        end
    }

    /// Notes a mark of this many bytes; what becomes of it is known at the end of the paragraph.
    fn mark(&mut self, at: usize, length: usize, kind: QuoteKind, role: Role, after_figure: bool) {
        let may_change = kind == QuoteKind::Straight || self.profile.replaces_curly;
        let mut quote = Quote {
            kind,
            role,
            after_figure,
            fellow: None,
            before: None,
            character: None,
            after: None,
        };
        if may_change {
            let end = at + length;
            if role != Role::Open {
                let gap = self.gap_before(at);
                quote.before = self.push(gap, at, With::Undecided, Side::After);
            }
            quote.character = self.push(at, end, With::Undecided, Side::After);
            if role != Role::Close {
                let gap = self.gap_after(end);
                quote.after = self.push(end, gap, With::Undecided, Side::Before);
            }
        }
        self.work.quotes.push(quote);
    }

    /// Pairs the quotation marks since the beginning of the paragraph. One without a fellow stays
    /// as it is.
    pub(super) fn pair(&mut self) {
        if !self.work.quotes.is_empty() {
            self.find_fellows();
            self.set_pairs();
            self.work.quotes.clear();
        }
        self.work.singles.clear();
    }

    fn find_fellows(&mut self) {
        let quotes = &mut self.work.quotes;
        let open = &mut self.work.open;
        open.clear();
        // The last mark that closed something after a figure, with nothing after it yet.
        let mut doubtful: Option<usize> = None;
        for at in 0..quotes.len() {
            let Quote { kind, role, .. } = quotes[at];
            let top = open.last().map(|top| quotes[*top].kind);
            let closes = match role {
                Role::Open => false,
                Role::Close => true,
                Role::Either => top == Some(kind),
            };
            if !closes {
                open.push(at);
                doubtful = None;
                continue;
            }
            let found = opener(kind, open, quotes);
            if let Some(place) = found {
                let opener = open[place];
                open.truncate(place);
                quotes[opener].fellow = Some(at);
                quotes[at].fellow = Some(opener);
                doubtful = quotes[at].after_figure.then_some(at);
            } else if kind == QuoteKind::Guillemet {
                open.clear();
                doubtful = None;
            } else if let Some(inches) = doubtful.take()
                && quotes[inches].kind == kind
            {
                // `"un écran de 27" est grand"`: the one after the figure was no quotation mark.
                let opener = quotes[inches].fellow.take();
                quotes[at].fellow = opener;
                if let Some(opener) = opener {
                    quotes[opener].fellow = Some(at);
                }
            }
        }
    }

    fn set_pairs(&mut self) {
        let mut level = 0;
        for at in 0..self.work.quotes.len() {
            let quote = self.work.quotes[at];
            let Some(fellow) = quote.fellow else { continue };
            let opens = fellow > at;
            if !opens {
                level -= 1;
            }
            let changes = match quote.kind {
                QuoteKind::Straight => true,
                QuoteKind::Curly => level == 0,
                QuoteKind::Guillemet => false,
            };
            if changes {
                let last = self.profile.quotes.len() - 1;
                let characters = &self.profile.quotes[level.min(last)];
                let (character, space) = match opens {
                    true => (characters.open, quote.after),
                    false => (characters.close, quote.before),
                };
                self.decide(quote.character, character);
                // What another character wanted there does not hold for one that opens.
                if opens && !characters.inside.is_empty() {
                    self.reopen(space);
                }
                self.decide(space, characters.inside);
            }
            if opens {
                level += 1;
            }
        }
    }

    fn reopen(&mut self, edit: Option<usize>) {
        if let Some(edit) = edit.and_then(|at| self.edits.get_mut(at)) {
            edit.with = With::Undecided;
        }
    }

    /// Decides what an edit does that was left open, and still is.
    fn decide(&mut self, edit: Option<usize>, with: &'static str) {
        if let Some(edit) = edit.and_then(|at| self.edits.get_mut(at))
            && edit.with == With::Undecided
            && self.bytes[edit.start..edit.end] != *with.as_bytes()
        {
            edit.with = With::Text(with);
        }
    }

    /// `'`: an apostrophe, a quotation mark, or a mark of feet and minutes.
    pub(super) fn single(&mut self, at: usize) -> usize {
        let end = at + 1;
        let before = self.before(at);
        let after = self.after(end);
        let word_before = before.is_some_and(is_word);
        let word_after = after.is_some_and(is_word);
        match (word_before, word_after) {
            (true, true) => self.inside(at, before, after),
            (true, false) if self.is_elision(at, after) => {
                self.put(at, end, "’", Side::Before);
            }
            (_, false)
                if before.is_some_and(|c| {
                    is_word(c) || is_object(c) || closes(c) && !matches!(c, '\'' | '’')
                }) =>
            {
                if let Some(opener) = self.work.singles.pop() {
                    if self.put(at, end, "’", Side::Before).is_some() {
                        self.decide(Some(opener), "‘");
                    }
                } else if before.is_some_and(char::is_alphabetic) {
                    // The migrants' rights.
                    self.put(at, end, "’", Side::Before);
                }
            }
            (false, _) if word_after || after.is_some_and(is_object) => self.leading(at, before),
            _ => {}
        }
        end
    }

    /// An apostrophe with letters or figures on both sides.
    fn inside(&mut self, at: usize, before: Option<char>, after: Option<char>) {
        let end = at + 1;
        // The 1980's, but 5'30 and 33°58'N.
        let is_plural = after == Some('s') && self.ends_word(end + 1);
        let is_measure = before.is_some_and(|c| c.is_ascii_digit()) && !is_plural;
        if !is_measure && (!self.is_address(at) || self.is_elision(at, after)) {
            self.put(at, end, "’", Side::Before);
        }
    }

    /// A mark with no letter before it: it opens, unless letters are left out there.
    fn leading(&mut self, at: usize, before: Option<char>) {
        let may_open = before.is_none_or(|c| {
            c.is_whitespace() || opens(c) || matches!(c, '"' | '-' | '–' | '—' | '/' | '*' | '_')
        });
        if !may_open {
            return;
        }
        let rest = &self.bytes[at + 1..];
        let figures = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let ends_year = |end| self.ends_word(end) && !self.is_measured(end);
        let is_year =
            figures == 2 && (ends_year(at + 3) || rest.get(2) == Some(&b's') && ends_year(at + 4));
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic());
        let length = letters.count();
        let is_clipped = self.ends_word(at + 1 + length)
            && self
                .profile
                .clipped
                .iter()
                .any(|word| rest[..length].eq_ignore_ascii_case(word.as_bytes()));
        if is_year || is_clipped {
            self.put(at, at + 1, "’", Side::Before);
        } else if let Some(edit) = self.push(at, at + 1, With::Undecided, Side::Before) {
            self.work.singles.push(edit);
        }
    }

    /// Whether the letters before a mark are what an apostrophe leaves of a word, with something
    /// after it that can begin one.
    fn is_elision(&self, at: usize, after: Option<char>) -> bool {
        let begins =
            |c: char| is_word(c) || opens(c) || matches!(c, '"' | '*' | '_') || is_object(c);
        if !after.is_some_and(begins) {
            return false;
        }
        self.profile.elisions.iter().any(|word| {
            let Some(start) = at.checked_sub(word.len()) else {
                return false;
            };
            self.bytes[start..at].eq_ignore_ascii_case(word.as_bytes())
                // *jusqu’*, *lorsqu’*
                && (word.len() > 1 || self.begins_word(start))
        })
    }

    /// A character of this many bytes that some have in the place of an apostrophe.
    pub(super) fn between_letters(&mut self, at: usize, length: usize) -> usize {
        let end = at + length;
        let letters = self.before(at).is_some_and(char::is_alphabetic)
            && self.after(end).is_some_and(char::is_alphabetic);
        if letters {
            self.put(at, end, "’", Side::Before);
        }
        end
    }
}
