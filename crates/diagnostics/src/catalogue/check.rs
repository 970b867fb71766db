//! What `rihla check` finds besides what a build refuses.

use crate::Text;

messages! {
    /// A version without a text, beside one that has one.
    NO_TEXT: Warning "text-lacking";
    /// A field with a value in some languages alone.
    FIELD_LACKING: Warning "field-lacking";
    // ------------------------------------------------------------ two languages

    /// `2017` in one language and `2018` in its place.
    FIGURES: Error "figures-differ";
    /// A figure that one language does not have.
    FIGURE_MISSING: Error "figure-missing";
    /// Three headings in one language, two in the other.
    COUNT: Warning "structure-differs";
    /// As many, and one is another one.
    UNLIKE: Warning "structure-unlike";
    /// An address of a directive that is another one in the other language.
    VALUE: Warning "value-differs";
    /// One that the other language does not have.
    VALUE_MISSING: Warning "value-missing";

    /// A paragraph of the translation in the words of its source.
    SAME_WORDS: Warning "passage-untranslated";
    /// A paragraph in French in an English text.
    PASSAGE_FOREIGN: Warning "passage-in-another-language";
    /// A text in French, all of it, in the file of the English one.
    TEXT_FOREIGN: Warning "text-in-another-language";
    /// The French text in the file of the English one, and the English text in that of the French one.
    TEXTS_EXCHANGED: Warning "texts-exchanged";
    /// A French title of an English text.
    FIELD_FOREIGN: Warning "field-in-another-language";

    // ------------------------------------------------------------ silences

    /// `<!-- rihla: same figures -->`
    SILENCE_REASON: Error "silence-without-reason";
    /// `<!-- rihla: figures: … -->`
    SILENCE_WHAT: Error "silence-unknown";
    /// A silence about something that is right.
    SILENCE_UNUSED: Warning "silence-unused";

    // ------------------------------------------------------------ terms

    /// `Convention mondiale` for the Global Compact.
    VARIANT: Warning "term-variant";
    /// `IOM` in French.
    FOREIGN: Warning "term-of-another-language";
    /// An acronym without its expansion.
    EXPANSION: Warning "acronym-not-expanded";
}

/// The other place.
pub static OTHER: Text = Text("check-other");

/// What stands before a passage that is missing.
pub static AFTER: Text = Text("check-after");

/// What stands after a passage that is missing.
pub static BEFORE: Text = Text("check-before");

/// Terms that messages use.
pub mod term {
    crate::texts! {
        HEADINGS = "check-term-headings";
        LISTS = "check-term-lists";
        TABLES = "check-term-tables";
        IMAGES = "check-term-pictures";
        LINKS = "check-term-links";
        DIRECTIVES = "check-term-directives";
        PARAGRAPHS = "check-term-paragraphs";
        ROWS = "check-term-rows";
        CAPTIONS = "check-term-captions";
        SAME_FIGURES = "check-term-same-figures";
        SAME_STRUCTURE = "check-term-same-structure";
        SAME_TEXT = "check-term-same-text";
    }
}
