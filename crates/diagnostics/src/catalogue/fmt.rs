//! What is corrected in the sources of a site, beside what is wrong with their YAML.

messages! {
    // ------------------------------------------------------------ letters

    /// `2 Juin`.
    MONTH: Warning "fmt-month";
    /// `1 juin`, `09 décembre`.
    DAY: Warning "fmt-day";
    /// `2ème`.
    ORDINAL: Warning "fmt-ordinal";
    /// `Etat`, `A l'occasion`.
    CAPITAL: Warning "fmt-accent";
    /// `oeuvre`.
    LIGATURE: Warning "fmt-ligature";
    /// `Mr`.
    TITLE: Warning "fmt-title";
    /// `organisation` in Oxford spelling.
    IZE: Warning "fmt-ize";
    /// `program` in British spelling.
    WORD: Warning "fmt-word";

    // ------------------------------------------------------------ signs

    /// `lâ€™eau`.
    DAMAGED: Warning "fmt-damaged";
    /// `ﬁn`, and `é` in two signs.
    LETTERS: Warning "fmt-letters";
    /// `45%` in running text.
    PER_CENT: Warning "fmt-per-cent";
    /// `IOM' office`.
    POSSESSIVE: Warning "fmt-possessive";
    /// Two spaces.
    SPACES: Warning "fmt-spaces";

    // ------------------------------------------------------------ pictures

    /// A picture that says where it was taken.
    HIDDEN: Warning "fmt-hidden";

    // ------------------------------------------------------------ what is not done

    /// A file whose correction would change something else.
    KEPT: Error "fmt-kept";
    /// A file that would have an error once it is corrected.
    WORSE: Error "fmt-worse";
    /// A path on the command line that names nothing.
    PATH: Error "fmt-path";
}
