//! What is wrong with the folder that is written.

use crate::Text;

messages! {
    /// A new file whose name is taken.
    EXISTS: Error "write-exists";
    // ------------------------------------------------------------ the machine

    /// The machine does not let a file or folder be written.
    MACHINE: Error "write-failed";
    /// Another build has the lock.
    LOCKED: Error "build-running";

    // ------------------------------------------------------------ the folder

    /// A folder with files of others.
    FOREIGN: Error "output-foreign";
    /// A folder that must not be written in.
    PLACE: Error "output-place";
    /// A symbolic link in the folder that is written.
    LINK: Error "output-symbolic-link";
    /// A folder with foreign files where a file must be.
    IN_THE_WAY: Error "output-in-the-way";

    // ------------------------------------------------------------ sources

    /// A source that is another one than it was.
    CHANGED: Error "source-changed";
    /// A source that lies elsewhere.
    OUTSIDE: Error "source-outside";

    // ------------------------------------------------------------ paths

    /// A path that would lead out of the folder, or that no host accepts.
    PATH: Error "output-path";
    /// Two files with one path, or a file where a folder is needed.
    TWICE: Error "output-twice";
}

/// Why a folder must not be written in.
pub static IS_A_FILE: Text = Text("write-is-a-file");

/// Why a folder must not be written in.
pub static IS_SITE: Text = Text("write-is-site");

/// Why a folder must not be written in.
pub static HOLDS_SITE: Text = Text("write-holds-site");

/// Why a folder must not be written in.
pub static IS_SOURCE: Text = Text("write-is-source");

/// Why a folder must not be written in.
pub static NO_NAME: Text = Text("write-no-name");
