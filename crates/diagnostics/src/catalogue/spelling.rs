//! What `rihla check --spelling` says of words.

use crate::Text;

messages! {
    /// A word that no dictionary has.
    WORD: Warning "spelling";

    // ------------------------------------------------------------ dictionaries

    /// A language whose words cannot be looked up.
    NO_DICTIONARY: Advice "spelling-dictionary";
    /// A dictionary that cannot be read.
    BROKEN: Warning "spelling-dictionary-broken";
}

/// Another place with the same word.
pub static ALSO: Text = Text("spelling-also");
