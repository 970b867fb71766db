//! What is wrong with a directive: `:::name{…}` and what stands between it and `:::`.

messages! {
    /// `:::name` that is not one of the set.
    UNKNOWN: Error "directive-unknown";
    /// An opening without its closing.
    UNCLOSED: Error "directive-unclosed";
    /// `::: fin`.
    CLOSES_WITH_WORDS: Error "directive-closes-words";
    /// A closing without its opening.
    CLOSES_NOTHING: Error "directive-closes-nothing";
    /// An opening in a list whose closing stands outside of it, and the like.
    CROSSES: Error "directive-crosses";
    /// `:::name` in a quotation, a table or after the bullet of a list.
    PLACE: Error "directive-place";
    /// `1O0 | personnes`
    FIGURE_LETTER: Advice "figure-letter";
    /// Words after `:::name{…}`.
    AFTER: Error "directive-after";
    /// `{` without `}`.
    BRACE: Error "directive-brace";
    /// A parameter that the directive does not have.
    PARAMETER: Error "directive-parameter";
    /// A word in the braces that belongs to no parameter.
    WORD: Error "directive-word";
    /// Words in the braces of which too many are none of its parameters.
    MORE: Error "directive-words-more";
    /// A parameter twice.
    TWICE: Error "directive-parameter-twice";
    /// A required parameter that is missing.
    MISSING: Error "directive-parameter-missing";
    /// A value of another type.
    TYPE: Error "directive-value";
    /// A text between the fences where there must be none.
    BODY: Error "directive-body";
    /// Nothing between the fences where there must be something.
    EMPTY: Error "directive-empty";
    /// Something else than lines of cells.
    LINES: Error "directive-lines";
    /// A line that lacks a cell.
    CELL_MISSING: Error "directive-cell-missing";
    /// A line with too many cells.
    CELLS: Error "directive-cells";
    /// A line whose cells other signs part.
    CELL_SIGNS: Advice "directive-cell-signs";
    /// An address of mail or a number in another column than that of the contact.
    CONTACT_PLACE: Advice "directive-contact-place";
    /// A contact that something stands with: `[Write](mailto:ali@iom.int)`.
    CONTACT: Warning "directive-contact";
    /// A film that some visitors could not follow.
    NO_CAPTIONS: Error "video-captions";
    /// A picture with a caption and no text in its place.
    NO_ALTERNATIVE: Warning "figure-alternative-caption";
    /// A picture with neither.
    NO_ALTERNATIVE_AT_ALL: Error "figure-alternative";
}

/// Types of parameters, as messages and documents call them.
pub mod term {
    crate::texts! {
        TEXT = "directive-term-text";
        ALTERNATIVE = "directive-term-alternative";
        IMAGE = "directive-term-picture";
        FILE = "directive-term-file";
        DATA = "directive-term-data";
        ADDRESS = "directive-term-address";
        LINK = "directive-term-link";
        LANGUAGE = "directive-term-language";
        LANGUAGES = "directive-term-languages";
        BLOCK = "directive-term-block";
        COUNT = "directive-term-count";
        DATE = "directive-term-date";
        DURATION = "directive-term-duration";
        NAME = "directive-term-name";
        CHOICE = "directive-term-choice";
        COLUMNS = "directive-term-columns";
        CONTACT = "directive-term-contact";
    }
}
