//! What is wrong with a text in Markdown.

messages! {
    /// Raw HTML that is not on the list.
    RAW_ELEMENT: Warning "html-removed";
    /// `<Nom du ministre>`: words that are read as HTML.
    RAW_WORDS: Error "html-words";
    /// `<object>mots</object>`: HTML that is removed with the words in it.
    RAW_LOST: Error "html-words-removed";
    /// HTML that Markdown can say.
    HTML_MARKDOWN: Advice "html-markdown";
    /// Markdown directly below HTML.
    HTML_BELOW: Advice "html-below";
    /// `<st1:place>`, `<![if !supportLists]>`: what a word processor writes around words.
    WORD_TAGS: Advice "word-tags";
    /// `&nbsp;` alone between empty lines, `<p></p>`.
    PARAGRAPH_EMPTY: Advice "paragraph-empty";
    /// A raw closing tag that closes nothing.
    RAW_CLOSING: Warning "html-closing";
    /// An attribute of raw HTML that is not on the list.
    RAW_ATTRIBUTE: Warning "html-attribute-removed";
    /// `javascript:`, `data:` and everything else that is not on the list.
    SCHEME: Error "link-scheme";
    /// A picture without a text in its place.
    NO_ALTERNATIVE: Error "picture-alternative";
    /// `![…](photo.jpg "legend")` that does not stand alone.
    IMAGE_CAPTION: Warning "picture-caption";
    /// `[^2]` without a note.
    NOTE_MISSING: Error "footnote-missing";
    /// `[^1] : text`.
    NOTE_SPACE: Error "footnote-space";
    /// A note that nothing refers to.
    NOTE_UNUSED: Warning "footnote-unused";
    /// Two notes with one label.
    NOTE_TWICE: Error "footnote-twice";
    /// `{#id}` twice.
    ANCHOR_TWICE: Error "anchor-twice";
    /// `{#un titre}`.
    ANCHOR_FORM: Error "anchor-form";
    /// `:fact{` or `:lang{` without an end.
    DIRECTIVE_OPEN: Error "directive-open";
    /// `:fact{a b}`, `:lang{en}`.
    DIRECTIVE_FORM: Error "directive-form";
    /// Quotes, lists or emphasis inside each other.
    TOO_DEEP: Error "markdown-too-deep";

    // ------------------------------------------------------------ signs that are shown as signs

    /// A row with more cells than columns.
    TABLE_CELLS: Error "table-cells";
    /// `` `a|b` `` in a table.
    TABLE_CODE: Error "table-code";
    /// Rows without a line of hyphens.
    TABLE_SIGNS: Warning "table-signs";
    /// Rows below an empty line.
    TABLE_PARTED: Warning "table-parted";
    /// `[words](two words.pdf)`
    LINK_SIGNS: Warning "link-signs";
    /// `![words](two words.png)`
    IMAGE_SIGNS: Warning "picture-signs";
    /// `[words][label]`
    LINK_UNDEFINED: Warning "link-undefined";
    /// `[label]: address` to which nothing refers.
    DEFINITION_UNUSED: Warning "link-definition-unused";
    /// `[label]: address` a second time.
    DEFINITION_TWICE: Warning "link-definition-twice";
    /// A fence that is not closed.
    FENCE_OPEN: Warning "fence-open";
    /// `**« Espoir »**commence`
    EMPHASIS_SIGNS: Advice "emphasis-signs";
    /// `5*3 et 4*2`
    EMPHASIS_INSIDE: Advice "emphasis-inside";
    /// `` l`eau ``
    GRAVE: Advice "grave-accent";
    /// `H~2~O`, `[TOC]`, `{: .class}`
    FOREIGN_SIGNS: Warning "foreign-signs";
    /// `## Titre\`
    BACKSLASH: Advice "backslash-end";
    /// `##Titre`
    HEADING_SIGNS: Advice "heading-signs";
    /// `####### Titre`
    HEADING_DEPTH: Warning "heading-depth";
    /// `##`
    HEADING_EMPTY: Advice "heading-empty";
    /// `## Deux {#deux} suite`
    ANCHOR_PLACE: Advice "anchor-place";
    /// `• un`
    LIST_SIGNS: Advice "list-signs";
    /// `+ de 50 personnes`
    LIST_COUNTED: Warning "list-counted";
    /// `a) un`, with `b) deux` directly below it.
    LIST_LETTERS: Advice "list-letters";
    /// U+200B before `##`.
    INVISIBLE: Advice "invisible-sign";
    /// `> [!NOTE]`
    ALERT: Advice "note-signs";
    /// Rows with tabs between their cells.
    TABLE_TABS: Advice "table-tabs";
    /// Words directly below a table.
    TABLE_BELOW: Advice "table-below";
    /// `mot[1]`
    NOTE_MARK: Advice "note-mark";
    /// `mot¹`, and below it `¹ Source`.
    NOTE_BY_HAND: Advice "note-by-hand";
    /// `-` with nothing behind it.
    ITEM_EMPTY: Advice "item-empty";
    /// `10000 Rabat`, with `Tél. : 05 37 65 28 81` directly below it.
    LINES_JOINED: Advice "lines-joined";
    /// `<td>**mot**</td>` in HTML that stays HTML.
    HTML_SIGNS: Advice "html-signs";
    /// `<< Bonjour >>`
    ANGLES: Advice "quote-signs";
    /// `fact{x}`
    DIRECTIVE_SIGNS: Advice "directive-signs";
    /// `Texte :::note{…} mots :::`
    DIRECTIVE_LINE: Warning "directive-in-line";
    /// `[](https://e.org)`
    LINK_SILENT: Warning "link-without-words";
    /// `https://e.org` without the brackets of a link.
    ADDRESS_TEXT: Advice "address-text";
    /// Prose that begins with four spaces.
    CODE_PROSE: Advice "code-indented";
    /// `Une phrase.` with `---` directly below it.
    HEADING_HYPHENS: Advice "heading-hyphens";
    /// `<!--` without `-->`.
    COMMENT_OPEN: Warning "comment-open";
    /// `<?php` without `?>`.
    PROGRAM_OPEN: Warning "program-open";
    /// `title: Le « plan`
    QUOTE_OPEN: Advice "quote-open";
    /// `title: Le plan ”`
    QUOTE_CLOSE: Advice "quote-close";
    /// `summary: "**gras**"`
    FIELD_MARKUP: Advice "field-markup";
    /// `![IMG_2034.jpg](…)`
    ALTERNATIVE_WORDS: Advice "alternative-words";
    /// `[page ](…)ici`
    LINK_SPACE: Advice "link-space";
    /// `[cliquez ici](…)`
    LINK_WORDS: Advice "link-words";
    /// `http://localhost/`
    LOCAL_ADDRESS: Advice "address-local";
    /// `https://`, `https://iom`, `https:/www.iom.int`, `mailto:ali@iom`
    ADDRESS_HOST: Advice "address-host";
    /// `[words](“https://e.org”)`
    ADDRESS_QUOTED: Error "address-quoted";
    /// `ﬁn`, and `é` in two signs
    LETTERS: Advice "letters-apart";
    /// `lundi 24 novembre 2026`, which is a Tuesday
    WEEKDAY: Warning "weekday-of-date";
    /// `31 novembre 2026`
    CALENDAR: Warning "date-of-no-calendar";
    /// `lâ€™eau`
    DAMAGED: Advice "damaged-sign";
}

/// The command that makes the corrections of some messages, which a message names where that is so.
pub const FMT: &str = "rihla fmt";
