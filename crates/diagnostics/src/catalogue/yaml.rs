//! What is wrong with a piece of YAML as YAML.

use crate::Text;

messages! {
    /// A plain value holds `: `.
    COLON: Error "yaml-colon";
    /// A plain value is cut by ` #`.
    HASH: Warning "yaml-hash";
    /// `'L'OIM'`.
    APOSTROPHE: Error "yaml-apostrophe";
    /// `"Santé" et emploi`, `[Maroc] Convention`.
    TEXT_AFTER: Error "yaml-text-after";
    /// `"Une",`.
    SIGN_AFTER: Error "yaml-sign-after";
    /// `@oim`, `* note`, `- tiret`, `% de femmes`.
    SIGN: Error "yaml-sign";
    /// `"A\B"`.
    BACKSLASH: Error "yaml-backslash";
    /// `axes: - sante`.
    ITEM: Error "yaml-item";
    /// `axes: - [sante]`, `place: - "Rabat"`.
    HYPHEN: Error "yaml-hyphen";
    /// `fr: |` above lines at the left.
    BLOCK_INDENT: Error "yaml-block-indent";
    /// A line of a text below `fr: |` that is less far to the right than its first.
    BLOCK_MARGIN: Error "yaml-block-margin";
    /// A quotation mark opens and nothing closes.
    UNCLOSED_QUOTE: Error "yaml-unclosed-quote";
    /// A bracket opens and nothing closes.
    UNCLOSED_BRACKET: Error "yaml-unclosed-bracket";
    /// `{fr: Santé, hébergement, en: Health}`.
    COMMA: Error "yaml-comma";
    /// A tab or a no-break space at the head of a line.
    INDENT_SIGN: Error "yaml-indent-sign";
    /// A sign such as U+000B.
    CONTROL: Error "yaml-control-sign";
    /// A line stands at a depth that fits nothing.
    INDENTATION: Error "yaml-indentation";
    /// A key below a value.
    NESTED: Error "yaml-nested";
    /// `title:Texte`.
    NO_SPACE: Error "yaml-no-space";
    /// `title Texte`.
    NO_COLON: Error "yaml-no-colon";
    /// `title = "Texte"`.
    SEPARATOR: Error "yaml-separator";
    /// `-date: 2026-01-02`.
    ITEM_SPACE: Error "yaml-item-space";
    /// `* a` where an item of a list begins.
    ITEM_SIGN: Error "yaml-item-sign";
    /// A space before the first key.
    MOVED_IN: Error "yaml-first-indent";
    /// A line that is no `key: value`.
    STRAY: Error "yaml-stray-line";
    /// Anything else that the parser refuses.
    SYNTAX: Error "yaml-syntax";
    /// The same key twice in one map.
    DUPLICATE: Error "yaml-duplicate-key";
    /// A list or a map as a key.
    COMPLEX_KEY: Error "yaml-complex-key";
    /// `---` in the middle of a file.
    SECOND_DOCUMENT: Error "yaml-second-document";
    /// Nested too deeply.
    TOO_DEEP: Error "yaml-too-deep";
    /// Too many values, or too many bytes.
    TOO_LARGE: Error "yaml-too-large";
    /// `NO`, `14:30`, `010`.
    AMBIGUOUS: Warning "yaml-ambiguous";
    /// `14:30`, `010`, `1_000`.
    AMBIGUOUS_NUMBER: Warning "yaml-ambiguous-number";
    /// `“Convention”`.
    CURLY_QUOTES: Warning "yaml-curly-quotes";
    /// `“Convention'`.
    QUOTE_PAIR: Warning "yaml-quote-pair";
    /// A text begins with keys, but without `---`.
    NO_OPENING: Error "front-matter-opening";
    /// Fields in TOML.
    TOML: Error "front-matter-toml";
    /// Fields in JSON.
    JSON: Error "front-matter-json";
    /// The fields open with `---` and do not close.
    NO_CLOSING: Error "front-matter-closing";
    /// Dashes, but not three hyphens.
    DASHES: Error "front-matter-dashes";
}

/// What the earlier of two equal keys is.
pub static FIRST: Text = Text("yaml-first");

/// What other programs make of a plain value.
pub mod meaning {
    use super::Text;

    /// `no`.
    pub static FALSE: Text = Text("yaml-meaning-false");
    /// `yes`.
    pub static TRUE: Text = Text("yaml-meaning-true");
}

/// What a sign is called in the middle of a sentence.
pub mod sign {
    use super::Text;

    /// U+0009.
    pub static TAB: Text = Text("yaml-sign-tab");
    /// U+00A0 and its kind.
    pub static NO_BREAK_SPACE: Text = Text("yaml-sign-no-break-space");
    /// `"`.
    pub static QUOTE: Text = Text("yaml-sign-quote");
    /// `]` or `}`.
    pub static BRACKET: Text = Text("yaml-sign-bracket");
}
