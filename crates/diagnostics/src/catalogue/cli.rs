//! What is wrong with the command line.

messages! {
    /// A command that does not exist.
    COMMAND: Error "unknown-command";
    /// An option that does not exist.
    OPTION: Error "unknown-option";
    /// A word behind a command that takes none.
    OPERAND: Error "unknown-operand";
    /// An option with a value that it cannot take.
    VALUE: Error "option-value";
    /// An option without its value.
    MISSING: Error "option-without-value";
    /// A command without an option that it cannot do without.
    NEEDED: Error "option-needed";
    /// Two options that contradict each other.
    TOGETHER: Error "options-together";
    /// A language of which the command `typeset` knows nothing.
    LANGUAGE: Error "typeset-language";
    /// Bytes on standard input that are no text.
    INPUT: Error "input-text";
    /// Standard input that fails.
    STREAM: Error "input-output";
    /// Standard output that fails.
    OUTPUT: Error "output";
    /// Anything else that the command line gets wrong.
    OTHER: Error "command-line";
    /// `rihla init` without a folder.
    INIT_NEEDS: Error "init-needs";
    /// `rihla new` without its two words.
    NEW_NEEDS: Error "new-needs";
    /// `rihla new` with a title that is not in quotation marks.
    NEW_QUOTES: Error "new-quotes";
    /// `--out a --out b`.
    TWICE: Error "option-twice";
}
