//! What is wrong with a text in Markdown.

messages! {
    /// Raw HTML that is not on the list.
    RAW_ELEMENT: Warning "html-removed" {
        en "“<{tag}>” is removed from the text"
        fr "« <{tag}> » est retiré du texte"
        hint { en "to show these signs in the text, write: {signs}" fr "pour montrer ces signes dans le texte, écrivez : {signs}" }
        hint { en "write it in Markdown: {instead}" fr "écrivez-le en Markdown : {instead}" }
        hint { en "write it in Markdown, or leave it out" fr "écrivez-le en Markdown, ou laissez-le de côté" }
    }
    /// A raw closing tag that closes nothing.
    RAW_CLOSING: Warning "html-closing" {
        en "“</{tag}>” closes nothing and is removed"
        fr "« </{tag}> » ne ferme rien et est retiré"
        hint { en "to show these signs in the text, write: {signs}" fr "pour montrer ces signes dans le texte, écrivez : {signs}" }
    }
    /// An attribute of raw HTML that is not on the list.
    RAW_ATTRIBUTE: Warning "html-attribute-removed" {
        en "the attribute “{attribute}” of “<{tag}>” is removed"
        fr "l’attribut « {attribute} » de « <{tag}> » est retiré"
    }
    /// `javascript:`, `data:` and everything else that is not on the list.
    SCHEME: Error "link-scheme" {
        en "a link cannot begin with “{scheme}”"
        fr "un lien ne peut pas commencer par « {scheme} »"
        hint { en "a link is a file beside the text, a path from “/”, or begins with https:, http:, mailto: or tel:"
               fr "un lien est un fichier voisin du texte, un chemin à partir de « / », ou commence par https:, http:, mailto: ou tel:" }
    }
    /// A picture without a text in its place.
    NO_ALTERNATIVE: Error "picture-alternative" {
        en "this picture has no text for those who cannot see it"
        fr "cette image n’a pas de texte pour les personnes qui ne la voient pas"
        hint { en "say between the square brackets what it shows: ![…]({destination})"
               fr "dites entre les crochets ce qu’elle montre : ![…]({destination})" }
    }
    /// `[^2]` without a note.
    NOTE_MISSING: Error "footnote-missing" {
        en "there is no footnote “{label}”"
        fr "il n’y a pas de note « {label} »"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous dire « {nearest} » ?" }
        hint { en "write, on a line of its own: [^{label}]: the text of the note"
               fr "écrivez, seul sur une ligne : [^{label}]: le texte de la note" }
    }
    /// A note that nothing refers to.
    NOTE_UNUSED: Warning "footnote-unused" {
        en "nothing refers to the footnote “{label}”: nobody will read it"
        fr "rien ne renvoie à la note « {label} » : personne ne la lira"
        hint { en "write [^{label}] where it belongs in the text" fr "écrivez [^{label}] à l’endroit voulu du texte" }
    }
    /// Two notes with one label.
    NOTE_TWICE: Error "footnote-twice" {
        en "there are two footnotes “{label}”"
        fr "il y a deux notes « {label} »"
        hint { en "give each a label of its own" fr "donnez à chacune sa propre étiquette" }
    }
    /// `{#id}` twice.
    ANCHOR_TWICE: Error "anchor-twice" {
        en "two headings have the identifier “{id}”"
        fr "deux titres portent l’identifiant « {id} »"
    }
    /// `{#un titre}`.
    ANCHOR_FORM: Error "anchor-form" {
        en "“{id}” cannot be the identifier of a heading"
        fr "« {id} » ne peut pas être l’identifiant d’un titre"
        hint { en "write {#{slug}}" fr "écrivez {#{slug}}" }
    }
    /// `:fact{` or `:lang{` without an end.
    DIRECTIVE_OPEN: Error "directive-open" {
        en "“:{name}{{” is never closed by “}”"
        fr "« :{name}{{ » n’est jamais fermé par « } »"
        hint { en "write {example}" fr "écrivez {example}" }
    }
    /// `:fact{a b}`, `:lang{en}`.
    DIRECTIVE_FORM: Error "directive-form" {
        en "“:{name}” is not written this way"
        fr "« :{name} » ne s’écrit pas ainsi"
        hint { en "write {example}" fr "écrivez {example}" }
    }
    /// Quotes, lists or emphasis inside each other.
    TOO_DEEP: Error "markdown-too-deep" {
        en "more than {limit} quotes, lists or emphases inside each other"
        fr "plus de {limit} citations, listes ou mises en valeur imbriquées"
    }
}
