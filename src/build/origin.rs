//! Where in the sources a part of a page comes from.
//!
//! A page is drawn a second time, with marks: templates hold one before each of their words and expressions, and
//! a text one before each of its blocks, links and images. Taken out again, they tell for each byte of the
//! page which line of which template drew it, and for which words of the text. No mark leaves this module,
//! and where a template made another page of them (it may count letters, or compare them), they tell nothing.

use std::fmt::{self, Display};
use std::ops::Range;
use std::sync::Arc;

use rihla_diagnostics::{Location, Span};
use rihla_site::source::Digest;

/// Before a mark, and after it: noncharacters (Unicode, section 23.7), as those of [`borrowed`](super::borrowed).
const OPEN: char = '\u{1fffe}';
/// See [`OPEN`].
const CLOSE: char = '\u{1ffff}';

/// Something that stands in a page that is drawn with marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A template by its number, and a byte in it.
    Template(usize, usize),
    /// A range of bytes of the file of the page's text.
    Text(usize, usize),
    /// A byte of a field in Markdown, by the number in which it was written.
    Field(usize, usize),
    /// The end of a text.
    End,
}

impl Display for Mark {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Template(number, byte) => write!(out, "{OPEN}t{number}.{byte}{CLOSE}"),
            Self::Text(start, end) => write!(out, "{OPEN}x{start}.{end}{CLOSE}"),
            Self::Field(number, byte) => write!(out, "{OPEN}f{number}.{byte}{CLOSE}"),
            Self::End => write!(out, "{OPEN}e{CLOSE}"),
        }
    }
}

impl Mark {
    /// What stands between [`OPEN`] and [`CLOSE`].
    fn read(text: &str) -> Option<Self> {
        let pair = |text: &str| {
            let (number, byte) = text.split_once('.')?;
            Some((number.parse().ok()?, byte.parse().ok()?))
        };
        match text.split_at_checked(1)? {
            ("t", rest) => pair(rest).map(|(number, byte)| Self::Template(number, byte)),
            ("x", rest) => pair(rest).map(|(start, end)| Self::Text(start, end)),
            ("f", rest) => pair(rest).map(|(number, byte)| Self::Field(number, byte)),
            ("e", "") => Some(Self::End),
            _ => None,
        }
    }
}

/// The bytes of a text without the marks at its end.
pub(super) fn without_last_marks(mut bytes: &[u8]) -> &[u8] {
    let close = CLOSE.to_string();
    while let Some(rest) = bytes.strip_suffix(close.as_bytes()) {
        match memchr::memmem::rfind(rest, OPEN.to_string().as_bytes()) {
            Some(start) => bytes = &bytes[..start],
            None => return bytes,
        }
    }
    bytes
}

/// What the marks of a page tell.
#[derive(Debug)]
pub(super) struct Marks {
    /// The page without them.
    pub page: String,
    /// Before which byte of it each stood, in their order.
    at: Vec<(usize, Mark)>,
}

impl Marks {
    /// Takes the marks out of a page.
    pub fn of(marked: &str) -> Self {
        let mut page = String::with_capacity(marked.len());
        let mut at = Vec::new();
        let mut pieces = marked.split(OPEN);
        page.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            // One that a filter has cut is none.
            let rest = match piece.split_once(CLOSE) {
                Some((mark, rest)) => {
                    at.extend(Mark::read(mark).map(|mark| (page.len(), mark)));
                    rest
                }
                None => piece,
            };
            page.push_str(rest);
        }
        Self { page, at }
    }

    /// The last mark of a template before a byte, and the last of a text where the byte stands in it.
    fn before(&self, byte: usize) -> (Option<Mark>, Option<Mark>) {
        let end = self.at.partition_point(|(at, _)| *at <= byte);
        let marks = || self.at[..end].iter().rev().map(|(_, mark)| *mark);
        let template = marks().find(|mark| matches!(mark, Mark::Template(..)));
        let text = marks().find(|mark| !matches!(mark, Mark::Template(..)));
        (template, text.filter(|mark| *mark != Mark::End))
    }
}

/// Where a part of a page comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The place in a template that drew it.
    pub template: Option<Location>,
    /// The words of the writer for which it was drawn, where it stands in a text.
    pub words: Option<Words>,
}

/// Words of a writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// A place in the text of the page.
    Text(Location),
    /// A field in Markdown, all of it, as it is given to a template, and the byte in it.
    Field(String, usize),
}

/// Where each part of a page comes from.
#[derive(Debug)]
pub struct Origins {
    marks: Marks,
    /// The files of templates, by their numbers; none for what the program brings with it.
    templates: Vec<Option<Arc<str>>>,
    /// The file of the page's text.
    text: Option<Arc<str>>,
    /// The fields in Markdown, in the order in which they were written.
    fields: Vec<String>,
}

impl Origins {
    /// Reads the marks of a page.
    pub(super) fn new(
        marked: &str,
        templates: Vec<Option<Arc<str>>>,
        text: Option<Arc<str>>,
        fields: Vec<String>,
    ) -> Self {
        Self {
            marks: Marks::of(marked),
            templates,
            text,
            fields,
        }
    }

    /// The page without marks.
    pub(super) fn page(&self) -> &str {
        &self.marks.page
    }

    /// Writes something else in the place of a part of the page.
    pub(super) fn replace(&mut self, span: Range<usize>, text: &str) {
        for (at, _) in &mut self.marks.at {
            if *at >= span.end {
                *at = *at - span.len() + text.len();
            } else if *at > span.start {
                *at = span.start;
            }
        }
        self.marks.page.replace_range(span, text);
    }

    /// The digest of the page without marks: where it is that of the page that is published, bytes of one
    /// are those of the other.
    pub fn digest(&self) -> Digest {
        Digest::of(self.marks.page.as_bytes())
    }

    /// Where the byte of a page comes from.
    pub fn at(&self, byte: usize) -> Origin {
        let (template, words) = self.marks.before(byte);
        let place = |path: &Option<Arc<str>>, start, end| {
            let path = path.clone()?;
            Some(Location::new(path, Span::new(start, end)))
        };
        Origin {
            template: match template {
                Some(Mark::Template(number, byte)) => {
                    let path = self.templates.get(number);
                    path.and_then(|path| place(path, byte, byte))
                }
                _ => None,
            },
            words: match words {
                Some(Mark::Text(start, end)) => place(&self.text, start, end).map(Words::Text),
                Some(Mark::Field(number, byte)) => {
                    let field = self.fields.get(number);
                    field.map(|field| Words::Field(field.clone(), byte))
                }
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Marks, without_last_marks};

    #[test]
    fn marks_are_read_and_taken_out() {
        let marks = [
            Mark::Template(3, 40),
            Mark::Text(7, 9),
            Mark::Template(0, 2),
            Mark::End,
        ];
        let [one, two, three, four] = marks.map(|mark| mark.to_string());
        let read = Marks::of(&format!(
            "{one}<p>{two}{three}é</p>{four}</main>{}x",
            "\u{1fffe}"
        ));
        assert_eq!(read.page, "<p>é</p></main>x");
        assert_eq!(read.before(0), (Some(marks[0]), None));
        assert_eq!(read.before(3), (Some(marks[2]), Some(marks[1])));
        assert_eq!(read.before(9), (Some(marks[2]), None));
        let cut = format!("a{one}{two}");
        assert_eq!(without_last_marks(cut.as_bytes()), b"a");
    }
}
