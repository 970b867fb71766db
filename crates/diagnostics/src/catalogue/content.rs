//! What is wrong with a file of an entry.

messages! {
    /// A sign that nobody sees, and that another program has left.
    ODD_SIGN: Advice "sign-unseen";
    /// A text without fields, of an entry that has none elsewhere.
    NO_FIELDS: Error "front-matter-missing";
    /// Fields at the head of a text, without the lines around them.
    UNFRAMED: Error "front-matter-unframed";
    /// A Markdown file whose name has no language.
    NO_LANGUAGE: Error "file-language";
    /// `x.fr.fr.md`.
    LANGUAGE_TWICE: Error "file-language-twice";
    /// A source with an ending that is not read.
    FILE_ENDING: Error "file-ending";
    /// A name with a meaning, in capitals.
    FILE_CAPITALS: Error "file-capitals";
    /// Two files that would be one entry, if they were spelled alike.
    ALIKE: Error "entries-alike";
    /// Entries in a table.
    ENTRIES_FORM: Error "entries-form";
    /// A Markdown file in a language that the site does not have.
    FILE_LANGUAGE: Error "file-language-unknown";
    /// A text in the folder of an entry that is not a text of the entry.
    STRAY_TEXT: Error "stray-text";
    /// `_index` outside the top of a collection.
    STRAY_INDEX: Error "stray-index";
    /// An item of `entries.yaml` without `id`.
    NO_ID: Error "entry-id";
    /// An id that cannot be one.
    ID_FORM: Error "entry-id-form";
    /// `entries.yaml` that is not a list.
    NOT_A_LIST: Error "entries-not-a-list";
    /// The file of an entry that is not a map.
    NOT_A_MAP: Error "entry-not-a-map";
    /// A folder of the content that looks like a collection but declares none.
    UNDECLARED: Error "collection-undeclared";
}
