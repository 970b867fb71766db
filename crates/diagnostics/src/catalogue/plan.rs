//! What is wrong with the set of files that would be written.

use crate::Text;

messages! {
    /// A text or table in a form that is not read.
    FILE_NOT_READ: Warning "file-not-read";
    /// A file that nothing uses.
    FILE_UNUSED: Advice "file-unused";
    /// A file of a theme where none is looked for.
    THEME_FILE: Warning "theme-file-unused";
    /// A theme beside that of the site.
    OTHER_THEME: Advice "theme-unused";
    /// A file of strings whose name is no language.
    STRINGS_FILE: Warning "strings-file";
    /// A drawing that cannot be read.
    DRAWING_DAMAGED: Error "drawing-damaged";
    /// A drawing that did more than draw.
    DRAWING_CLEANED: Warning "drawing-cleaned";
    /// Two pages or files with one address.
    COLLISION: Error "address-taken";
    /// An alias has the address of something else than a page of an entry.
    ALIAS_OF_FILE: Error "alias-of-file";
    /// A part of an address is longer than a name on a disk may be.
    NAME_LONG: Error "address-too-long";
    /// A file that Rihla writes has the address of another.
    OWN_FILE: Error "address-of-rihla";
    /// A file is copied into the folder whose files are kept for good.
    OWN_FOLDER: Warning "folder-of-rihla";
    /// Two addresses that differ only in case or Unicode form, or a file where a folder is needed.
    NEAR_COLLISION: Error "address-alike";
    /// A theme without a template that every site needs.
    TEMPLATE_MISSING: Error "template-missing";
    /// A font without the signs that the typography of a language puts into texts.
    FONT_SIGNS: Warning "font-signs";
    /// A file that is named like a font and cannot be read as one.
    FONT: Warning "font-unreadable";
    /// `url()` of a style sheet leads nowhere.
    STYLE_URL: Error "style-url";
    /// An activity of IATI without what each must say.
    IATI_MISSING: Error "iati-missing";
    /// A value that is not of the form that IATI has for it.
    IATI_VALUE: Error "iati-value";
    /// The identifier of an activity does not begin with that of who reports it.
    IATI_PREFIX: Error "iati-prefix";
    /// Two activities with one identifier.
    IATI_TWICE: Error "iati-twice";
    /// Shares of an activity that do not make up the whole.
    IATI_SHARES: Error "iati-shares";
    /// A day on which something happened that is still to come.
    IATI_FUTURE: Error "iati-future";
    /// An end before its start.
    IATI_ORDER: Error "iati-order";
    /// A budget that is not of a year at most.
    IATI_BUDGET: Warning "iati-budget";
    /// Style sheets that import each other.
    STYLE_LOOP: Error "style-loop";
}

/// The other place of a collision.
pub static TAKEN: Text = Text("plan-taken");

/// Where the value stands of which an activity speaks.
pub static IATI_WRITTEN: Text = Text("iati-written");
