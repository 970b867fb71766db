//! Words that one language borrows of another: marked in the values that templates are given, told
//! in the finished HTML.
//!
//! A partial language says with the words of its fallback what it has no words for, and an entry
//! of another language is shown beside words of the reader's own. A template may put such words
//! anywhere: in a heading, an attribute, the title of the page. So a value carries them between
//! two noncharacters (Unicode, section 23.7: for internal use), and `tell` says in the page
//! what HTML can say there: `lang` and `dir` around text, which also isolates its direction, and
//! nothing within an attribute. No mark leaves this program.

use std::borrow::Cow;
use std::sync::Arc;

use memchr::{memchr, memchr2, memmem};

use crate::origin;
use rihla_site::ids::{ByLanguage, Id, LanguageId};
use rihla_text::language::Language;

/// After the words.
const CLOSE: char = '\u{fdd0}';
/// Before the words of the first language of the site; the next ones follow it.
const OPEN: u32 = 0xfdd1;
/// The last noncharacter of this block. Of languages beyond it no mark tells.
const LAST: u32 = 0xfdef;
/// The bytes with which each mark begins in UTF-8; the third is from `0x90` to `0xaf`.
const LEAD: [u8; 2] = [0xef, 0xb7];
/// The length of a mark in bytes.
const LENGTH: usize = 3;

/// Elements in which no other may stand, by their names.
const ALONE: &[&str] = &["title", "script", "style", "textarea", "option", "svg"];

/// A mark in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Before words in a language.
    Open(LanguageId),
    /// After them.
    Close,
}

impl Mark {
    fn of(character: char) -> Option<Self> {
        match u32::from(character) {
            code @ OPEN..=LAST => Some(Self::Open(LanguageId::at((code - OPEN) as usize))),
            _ if character == CLOSE => Some(Self::Close),
            _ => None,
        }
    }

    /// The mark with which the bytes of a text begin.
    fn at(bytes: &[u8]) -> Option<Self> {
        let first = bytes
            .get(..LENGTH)
            .filter(|first| first.starts_with(&LEAD))?;
        std::str::from_utf8(first)
            .ok()?
            .chars()
            .next()
            .and_then(Self::of)
    }
}

/// Words in the language `written`, for a place where `expected` is the language: marked, where that is
/// another.
pub(super) fn told(words: &str, written: LanguageId, expected: LanguageId) -> Cow<'_, str> {
    match written == expected {
        true => Cow::Borrowed(words),
        false => Cow::Owned(marked(words, written)),
    }
}

/// Words with the mark of the language in which they are.
fn marked(words: &str, language: LanguageId) -> String {
    let position = u32::try_from(language.position()).unwrap_or(LAST);
    let code = OPEN.saturating_add(position);
    match char::from_u32(code).filter(|_| code <= LAST && !words.is_empty()) {
        Some(open) => format!("{open}{words}{CLOSE}"),
        None => words.to_owned(),
    }
}

/// The language in which words are, as their mark says; none where they have none.
pub(super) fn language_of(words: &str) -> Option<LanguageId> {
    match Mark::of(words.chars().next()?)? {
        Mark::Open(language) => Some(language),
        Mark::Close => None,
    }
}

/// Words without marks, for what is not HTML.
pub(super) fn unmarked(words: &str) -> String {
    words.chars().filter(|c| Mark::of(*c).is_none()).collect()
}

/// Tells in HTML, in UTF-8, which words are in which language, and takes the marks out of it.
pub(super) fn tell(html: &mut Vec<u8>, languages: &ByLanguage<Arc<Language>>) {
    if memmem::find(html, &LEAD).is_some() {
        let teller = Teller {
            html,
            at: 0,
            out: Vec::with_capacity(html.len() + 256),
            languages,
        };
        *html = teller.told();
    }
}

struct Teller<'h> {
    html: &'h [u8],
    /// How far it was read.
    at: usize,
    out: Vec<u8>,
    languages: &'h ByLanguage<Arc<Language>>,
}

impl Teller<'_> {
    fn told(mut self) -> Vec<u8> {
        // For each mark that is open, whether an element was opened for it.
        let mut open: Vec<bool> = Vec::new();
        while let Some(next) = memchr2(b'<', LEAD[0], &self.html[self.at..]) {
            self.copy(self.at + next);
            if self.html[self.at] == b'<' {
                self.tag();
                continue;
            }
            match Mark::at(&self.html[self.at..]) {
                None => self.copy(self.at + 1),
                Some(Mark::Close) => {
                    self.at += LENGTH;
                    if open.pop() == Some(true) {
                        self.out.extend_from_slice(b"</span>");
                    }
                }
                Some(Mark::Open(language)) => {
                    self.at += LENGTH;
                    open.push(self.open(language));
                }
            }
        }
        self.copy(self.html.len());
        self.out
    }

    /// Opens the element of words in a language, and says whether it did: not where a filter has cut
    /// their end off, and not where they stand at the head of an element that says the same.
    fn open(&mut self, language: LanguageId) -> bool {
        let Some(language) = self.languages.get(language).filter(|_| self.is_closed()) else {
            return false;
        };
        let (tag, direction) = (&language.tag, language.direction.as_str());
        let says = format!(" lang=\"{tag}\" dir=\"{direction}\">");
        let is_said = origin::without_last_marks(&self.out).ends_with(says.as_bytes());
        if !is_said {
            self.out.extend_from_slice(b"<span");
            self.out.extend_from_slice(says.as_bytes());
        }
        !is_said
    }

    /// Whether the words that begin here end before the next tag does.
    fn is_closed(&self) -> bool {
        let rest = &self.html[self.at..];
        let rest = &rest[..memchr(b'<', rest).unwrap_or(rest.len())];
        let mut depth = 1_usize;
        for (at, _) in rest
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == LEAD[0])
        {
            match Mark::at(&rest[at..]) {
                Some(Mark::Open(_)) => depth += 1,
                Some(Mark::Close) => depth -= 1,
                None => {}
            }
            if depth == 0 {
                return true;
            }
        }
        false
    }

    fn copy(&mut self, end: usize) {
        self.out.extend_from_slice(&self.html[self.at..end]);
        self.at = end;
    }

    /// As [`Teller::copy`], without the marks.
    fn copy_unmarked(&mut self, end: usize) {
        while let Some(next) = memchr(LEAD[0], &self.html[self.at..end]) {
            self.copy(self.at + next);
            match Mark::at(&self.html[self.at..end]) {
                Some(_) => self.at += LENGTH,
                None => self.copy(self.at + 1),
            }
        }
        self.copy(end);
    }

    /// A tag or a comment; where no element may stand in the one that begins, all of it.
    fn tag(&mut self) {
        let rest = &self.html[self.at..];
        let ends = |mark: &str| memmem::find(rest, mark.as_bytes()).unwrap_or(rest.len());
        let name = &rest[1..];
        let is_alone = |alone: &&&str| {
            let (is_named, after) = match name.split_at_checked(alone.len()) {
                Some((name, after)) => (name.eq_ignore_ascii_case(alone.as_bytes()), after),
                None => (false, name),
            };
            is_named && !after.first().is_some_and(u8::is_ascii_alphanumeric)
        };
        let length = if name.starts_with(b"!--") {
            ends("-->")
        } else if let Some(alone) = ALONE.iter().find(is_alone) {
            ends(&format!("</{alone}"))
        } else {
            tag_length(rest)
        };
        self.copy_unmarked(self.at + length);
    }
}

/// The length of the tag with which bytes begin; a `>` in a value of an attribute does not end it.
fn tag_length(bytes: &[u8]) -> usize {
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(mark), _) if mark == byte => quote = None,
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{language_of, marked, tell, unmarked};
    use rihla_site::ids::{Id, LanguageId};
    use rihla_text::language::Language;

    #[test]
    fn words_of_another_language_are_told_where_html_can() {
        let language = |tag| Arc::new(Language::new(tag, tag, tag, None).expect("a language"));
        let languages = vec![language("fr"), language("ar")].into();
        let fr = |words: &str| marked(words, LanguageId::at(0));
        let ar = |words: &str| marked(words, LanguageId::at(1));
        let told = |html: &str| {
            let mut html = html.as_bytes().to_vec();
            tell(&mut html, &languages);
            String::from_utf8(html).expect("text")
        };
        let nested = fr(&format!("Voir {}.", ar("نص")));
        for (html, wanted) in [
            (
                format!("<h1>{}</h1>", fr("Aide")),
                "<h1><span lang=\"fr\" dir=\"ltr\">Aide</span></h1>",
            ),
            (
                format!("<a lang=\"fr\" dir=\"ltr\">{}</a>", fr("Aide")),
                "<a lang=\"fr\" dir=\"ltr\">Aide</a>",
            ),
            (
                nested,
                "<span lang=\"fr\" dir=\"ltr\">Voir <span lang=\"ar\" dir=\"rtl\">نص</span>.</span>",
            ),
            (
                format!(
                    "<title>{0}</title><svg><title>{0}</title></svg><!-- {0} -->",
                    fr("Aide")
                ),
                "<title>Aide</title><svg><title>Aide</title></svg><!-- Aide -->",
            ),
            (
                format!("<a title=\"> {0}\" data-x='{0}'>ﷲ</a>", fr("Aide")),
                "<a title=\"> Aide\" data-x='Aide'>ﷲ</a>",
            ),
            // Cut by a filter, or given as HTML.
            (fr("Aide").replace('\u{fdd0}', ""), "Aide"),
            (fr("<b>Aide</b>"), "<b>Aide</b>"),
            ("\u{fdd0}\u{fdef}a<b\u{fdd1}".to_owned(), "a<b"),
        ] {
            assert_eq!(told(&html), wanted, "{html:?}");
        }
        assert_eq!(unmarked(&fr("Aide")), "Aide");
        assert_eq!(language_of(&ar("نص")), Some(LanguageId::at(1)));
        assert_eq!(marked("x", LanguageId::at(40)), "x");
    }
}
