//! What is wrong with a file as a file: its name, its place, its bytes.

use crate::Text;

messages! {
    /// `rihla changes --since` something that is not there.
    REVISION: Error "since-unknown";
    /// A revision, outside Git.
    NO_GIT: Error "since-outside-git";
    /// An earlier state with errors.
    EARLIER: Error "since-broken";
    /// A file that is no manifest.
    NO_MANIFEST: Error "since-no-manifest";
    // ------------------------------------------------------------ the machine

    /// The folder that was named as the site is not there.
    NO_FOLDER: Error "site-folder-missing";
    /// The machine does not let a file or folder be read.
    UNREADABLE: Error "file-unreadable";
    /// A file is not what it was when the build began.
    CHANGED: Error "file-changed";

    // ------------------------------------------------------------ texts

    /// Lines of both sides of a merge.
    CONFLICT: Error "merge-unfinished";

    /// A text in an old encoding.
    NOT_UTF8: Error "text-not-utf8";
    /// As [`NOT_UTF8`], for a file that is published as it is.
    NOT_UTF8_COPIED: Warning "static-text-not-utf8";
    /// A text in UTF-16, which some editors call Unicode.
    UTF16: Error "text-utf16";
    /// A character that no text has.
    NUL: Error "text-nul";
    /// A text larger than any text.
    TOO_LARGE: Error "text-too-large";

    // ------------------------------------------------------------ links and names

    /// A symbolic link that leads out.
    LINK_OUTSIDE: Error "symbolic-link-outside";
    /// A hidden file among those that are published as they are.
    HIDDEN_FILE: Warning "file-hidden";
    /// A symbolic link to a folder that contains it.
    LINK_LOOP: Error "symbolic-link-loop";
    /// A symbolic link to nothing.
    LINK_BROKEN: Error "symbolic-link-broken";
    /// A device, a pipe, a socket.
    NOT_A_FILE: Warning "not-a-file";
    /// Two names that differ in case alone.
    SAME_BUT_CASE: Error "names-differ-in-case";
    /// Two names that look the same.
    SAME_BUT_FORM: Error "names-look-the-same";
    /// A name that is not Unicode.
    NAME_NOT_UNICODE: Error "name-not-unicode";
    /// A name that no address can have.
    NAME_REFUSED: Error "name-refused";
    /// A name that Windows does not accept.
    NAME_WINDOWS: Warning "name-windows";

    // ------------------------------------------------------------ pictures

    /// A picture that tells where it was taken.
    POSITION: Error "picture-position";
    /// As [`POSITION`], of a file out of which nothing is taken.
    POSITION_CLOSED: Error "file-position";
    /// A file without its end.
    FILE_CUT: Error "file-cut";
    /// A drawing with a script, among the files that are published as they are.
    DRAWING_ACTIVE: Error "drawing-active";
    /// What Git LFS keeps in the place of a file.
    POINTER: Error "file-pointer";
    /// A file of another kind than its name says.
    FILE_MISLABELLED: Error "file-mislabelled";
    /// A picture of another kind than its name says.
    MISLABELLED: Error "picture-mislabelled";
    /// Bytes that are no picture at all.
    DAMAGED: Error "picture-damaged";
}

/// What stands at the other place of two names.
pub static OTHER_NAME: Text = Text("source-other-name");

/// A character of a name that cannot be shown.
pub static CONTROL: Text = Text("source-control");

/// What stands for a character that nobody sees, in a name.
pub static UNSEEN: Text = Text("source-unseen");

/// The backslash.
pub static BACKSLASH: Text = Text("source-backslash");

/// Why the machine refuses.
pub static DENIED: Text = Text("source-denied");

/// Why the machine refuses.
pub static NOT_FOUND: Text = Text("source-not-found");

/// Why the machine refuses.
pub static FULL: Text = Text("source-full");

/// Why the machine refuses.
pub static READ_ONLY: Text = Text("source-read-only");

/// A kind of file that is told by name.
pub static A_JPEG_XL: Text = Text("source-a-jpeg-xl");

/// A kind of file that is told by name.
pub static A_FILM: Text = Text("source-a-film");

/// What a file is that is empty.
pub static NOTHING: Text = Text("source-nothing");

/// What Git LFS keeps in the place of a file.
pub static A_POINTER: Text = Text("source-a-pointer");

/// A kind of file that is told by name.
pub static A_WEB_PAGE: Text = Text("source-a-web-page");

/// A kind of file that is told by name.
pub static A_PACKED: Text = Text("source-a-packed");

/// A kind of file that is told by name.
pub static AN_OFFICE: Text = Text("source-an-office");

/// A kind of file that is told by name.
pub static A_RICH_TEXT: Text = Text("source-a-rich-text");

/// A kind of file that is told by name.
pub static A_WEBM: Text = Text("source-a-webm");

/// A kind of file that is told by name.
pub static AN_MP3: Text = Text("source-an-mp3");

/// A kind of file that is told by name.
pub static AN_OGG: Text = Text("source-an-ogg");

/// A kind of file that is told by name.
pub static A_PNG: Text = Text("source-a-png");

/// A kind of file that is told by name.
pub static A_JPEG: Text = Text("source-a-jpeg");

/// A kind of file that is told by name.
pub static A_GIF: Text = Text("source-a-gif");

/// A kind of file that is told by name.
pub static A_WEBP: Text = Text("source-a-webp");

/// A kind of file that is told by name.
pub static AN_AVIF: Text = Text("source-an-avif");

/// A kind of file that is told by name.
pub static A_HEIC: Text = Text("source-a-heic");

/// A kind of file that is told by name.
pub static A_TIFF: Text = Text("source-a-tiff");

/// A kind of file that is told by name.
pub static AN_SVG: Text = Text("source-an-svg");

/// A kind of file that is told by name.
pub static A_PDF: Text = Text("source-a-pdf");

/// A kind of file that is told by name.
pub static SOMETHING_ELSE: Text = Text("source-something-else");
