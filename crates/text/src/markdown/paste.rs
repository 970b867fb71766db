//! What is pasted from a word processor, a letter, a table or a page becomes Markdown.
//!
//! ```text
//! HTML ─tree─▶ nodes ─read─▶ blocks of words ─write─▶ Markdown
//! ```
//!
//! The clipboard's HTML shows words as another program sets them; what is kept of it is what Markdown says:
//! headings, paragraphs, emphasis, links, lists, tables, quotations, footnotes, code. Markdown that is
//! written so shows the same words as the HTML: what is markup in it and was none there has a backslash.
//! No HTML comes out of it, and nothing that runs: an address is one of the web, of mail or of a telephone.
//!
//! Decisions that are not those of a standard:
//!
//! - A paragraph that is bold stays a paragraph that is bold. Whether it is a heading, only the writer knows,
//!   and a heading that is none would stand in the contents of the page.
//! - A title of Word and a heading of the first level are headings of the second one, and the others are
//!   lowered with them: the first level is the title of the page.
//! - The first row of a table is the one of headings, since Markdown has no table without. A table that holds
//!   headings or other tables, or one column, sets its words; they are paragraphs.
//! - A cell that spans several stands in the first of them, and the others are empty.
//! - Deletions that were not yet accepted are gone, insertions stay.
//! - No-break spaces stay where French wants them, before `:`, `;`, `!`, `?` and `»` and after `«`.
//!
//! Bounds: 32 MiB are read, a million nodes, and elements 256 deep; what is longer is left out and told
//! ([`LeftOut::Rest`]), what is deeper loses its markup and not its words. The work is in proportion to the
//! length.

mod address;
mod line;
mod notes;
mod read;
mod style;
#[cfg(test)]
mod tests;
mod tree;
mod words;
mod write;

use rihla_diagnostics::Text;

use tree::Tree;

/// What came of a paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// What was pasted, in Markdown. Blocks end with the end of a line, words of a line do not.
    pub markdown: String,
    /// What is not in it, and how often, in the order of [`LeftOut`].
    pub left_out: Vec<(LeftOut, usize)>,
}

/// What was pasted and is not in the Markdown: what a reader would miss, or what is dropped for safety.
///
/// What says only how a page is laid out, such as fonts and margins, is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Photos and drawings, with the words in their place.
    Pictures,
    /// Sounds and films.
    Recordings,
    /// Formulas of mathematics.
    Formulas,
    /// Pages in the page, and what other programs show there.
    Frames,
    /// Fields and buttons of forms.
    Fields,
    /// Programs.
    Scripts,
    /// Links to a file or a program; their words stay.
    Links,
    /// Remarks in the margin.
    Comments,
    /// Words that were struck out while changes were tracked.
    Deletions,
    /// Cells that span several; their words stay in the first one.
    MergedCells,
    /// Cells of several paragraphs or lines, which are one line.
    JoinedLines,
    /// Words that were underlined.
    Underlining,
    /// Words that had a colour, or one behind them.
    Colours,
    /// Words that were larger or smaller than the text.
    Sizes,
    /// Letters above or below the line for which there are no characters; they stand on it.
    Raised,
    /// What came after as much as is read.
    Rest,
}

rihla_diagnostics::texts! {
    PICTURES = "paste-pictures";
    RECORDINGS = "paste-recordings";
    FORMULAS = "paste-formulas";
    FRAMES = "paste-frames";
    FIELDS = "paste-fields";
    SCRIPTS = "paste-scripts";
    LINKS = "paste-links";
    COMMENTS = "paste-comments";
    DELETIONS = "paste-deletions";
    MERGED_CELLS = "paste-merged-cells";
    JOINED_LINES = "paste-joined-lines";
    UNDERLINING = "paste-underlining";
    COLOURS = "paste-colours";
    SIZES = "paste-sizes";
    RAISED = "paste-raised";
    REST = "paste-rest";
}

impl LeftOut {
    /// All of them, in order.
    pub const ALL: [Self; 16] = [
        Self::Pictures,
        Self::Recordings,
        Self::Formulas,
        Self::Frames,
        Self::Fields,
        Self::Scripts,
        Self::Links,
        Self::Comments,
        Self::Deletions,
        Self::MergedCells,
        Self::JoinedLines,
        Self::Underlining,
        Self::Colours,
        Self::Sizes,
        Self::Raised,
        Self::Rest,
    ];

    /// What is said of it to the writer, with `count` as its value.
    pub const fn text(self) -> Text {
        match self {
            Self::Pictures => PICTURES,
            Self::Recordings => RECORDINGS,
            Self::Formulas => FORMULAS,
            Self::Frames => FRAMES,
            Self::Fields => FIELDS,
            Self::Scripts => SCRIPTS,
            Self::Links => LINKS,
            Self::Comments => COMMENTS,
            Self::Deletions => DELETIONS,
            Self::MergedCells => MERGED_CELLS,
            Self::JoinedLines => JOINED_LINES,
            Self::Underlining => UNDERLINING,
            Self::Colours => COLOURS,
            Self::Sizes => SIZES,
            Self::Raised => RAISED,
            Self::Rest => REST,
        }
    }
}

/// Makes Markdown of the HTML that a browser hands over when something is pasted.
///
/// Anything may stand in `html`, well formed or not. What comes of words alone is words alone, without the end
/// of a line, so that they can be put into one.
///
/// ```
/// use rihla_text::markdown::paste::paste;
///
/// let pasted = paste("<p>Une <b style=\"font-weight:normal\">lettre</b> du <b>Maroc</b></p><ul><li>un</ul>");
/// assert_eq!(pasted.markdown, "Une lettre du **Maroc**\n\n- un\n");
/// ```
pub fn paste(html: &str) -> Pasted {
    let read = read::read(&Tree::read(html));
    Pasted {
        markdown: write::write(&read),
        left_out: read.left_out.into_iter().collect(),
    }
}
