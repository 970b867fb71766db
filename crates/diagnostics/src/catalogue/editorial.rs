//! What the commands for translations have to say.

messages! {
    /// An id that names nothing.
    UNKNOWN: Error "unknown-entry";
    /// An id that names several entries.
    AMBIGUOUS: Error "ambiguous-entry";
    /// A command without an entry.
    NEEDS_ENTRY: Error "entry-needed";
    /// A command with more entries than it takes.
    ONE_ENTRY: Error "entries-too-many";
    /// A language that the site does not have.
    LANGUAGE: Error "no-such-language";
    /// A language that several could be.
    WHICH_LANGUAGE: Error "which-language";
    /// A collection that does not exist.
    COLLECTION: Error "no-such-collection";
    /// A state that does not exist.
    STATE: Error "no-such-state";
    /// A text that is not there.
    NO_TEXT: Error "no-text-in-language";
    /// A translation into the language that it is from.
    SAME_LANGUAGE: Error "same-language";
    /// A translation whose source is not there.
    ORPHAN: Warning "translation-orphan";
    /// A translation that was said to be right before its source changed.
    LEFT: Warning "translation-left";
    /// A translation that is not finished.
    UNFINISHED: Error "translation-unfinished";
    /// The same, among many.
    UNFINISHED_LEFT: Warning "translation-left-unfinished";
    /// A file whose fields cannot be read.
    UNREADABLE: Error "editorial-unreadable";
    /// A file into which a record cannot be written without changing more.
    STUCK: Error "editorial-stuck";
    /// Nothing is kept of the text from which a translation was made.
    NO_PAST: Error "no-past-text";
    /// A site begun in a folder that is not empty.
    INIT_FOLDER: Error "init-folder";
    /// A site begun inside another one.
    INIT_INSIDE: Error "init-inside";
    /// A site begun with a name that is no title.
    INIT_NAME: Error "init-name";
    /// A title that the collection does not take.
    NEW_LONG: Error "new-long";
    /// A site begun in a language that there is not.
    INIT_LANGUAGE: Error "init-language";
    /// A site begun for a purpose that is not known.
    INIT_PURPOSE: Error "init-purpose";
    /// A site begun for an address that is none.
    INIT_ADDRESS: Error "init-address";
    /// A title of which no name can be made.
    NEW_TITLE: Error "new-title";
    /// An entry that is there already.
    NEW_THERE: Error "new-there";
    /// A file that the default theme does not have.
    THEME_FILE_UNKNOWN: Error "theme-file-unknown";
    /// A name that several files of the default theme have.
    THEME_FILE_SEVERAL: Error "theme-file-several";
    /// A file that the site has already.
    THEME_FILE_THERE: Error "theme-file-there";
    /// A theme that does not extend the default one.
    THEME_ALONE: Error "theme-alone";
}

/// What commands do with an entry.
pub mod term {
    use crate::Text;

    /// What `rihla accept` does.
    pub static ACCEPTED: Text = Text("editorial-term-accepted");
    /// What `rihla diff` does.
    pub static COMPARED: Text = Text("editorial-term-compared");
    /// What `rihla remove` does.
    pub static REMOVED: Text = Text("editorial-term-removed");
    /// What `rihla translate` does.
    pub static TRANSLATED: Text = Text("editorial-term-translated");
}
