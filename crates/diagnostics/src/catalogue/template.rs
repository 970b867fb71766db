//! What is wrong with the theme.

messages! {
    /// A template or component that nothing looks for.
    UNUSED: Advice "template-unused" {
        en "nothing is drawn with this file: no collection has its name, no text asks for it, and no other template calls it"
        fr "rien ne se sert de ce fichier : aucune collection ne porte son nom, aucun texte ne le demande, aucun autre modèle ne l’appelle"
        hint {
            en "call it, name it after what it draws, or remove it"
            fr "appelez-le, donnez-lui le nom de ce qu’il affiche, ou supprimez-le"
        }
    }
    /// The template engine refuses a template.
    SYNTAX: Error "template-syntax" {
        en "the template cannot be read: {detail}"
        fr "le modèle ne peut pas être lu : {detail}"
    }
    /// A template that comes back to itself by what it extends or includes.
    CIRCLE: Error "template-circle" {
        en "the template comes back to itself: {way}"
        fr "le modèle revient à lui-même : {way}"
        hint {
            en "a template cannot extend or include itself, not even by way of others: take one of these lines out"
            fr "un modèle ne peut ni prolonger ni inclure lui-même, même en passant par d’autres : supprimez l’une de ces lignes"
        }
    }
    /// A template that calls, extends or includes what does not exist.
    UNKNOWN_NAME: Error "template-unknown-name" {
        en "the template uses something that does not exist: {detail}"
        fr "le modèle emploie quelque chose qui n’existe pas : {detail}"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }
    /// The rendering of a page stopped.
    RENDER: Error "template-render" {
        en "the page {page} cannot be drawn: {detail}"
        fr "la page {page} ne peut pas être dessinée : {detail}"
    }
    /// A template that would run without end, or nearly.
    STEPS: Error "template-steps" {
        en "the page {page} takes more than {limit} million steps to draw"
        fr "la page {page} demande plus de {limit} millions d’étapes pour être dessinée"
        hint {
            en "each round of a loop is a step: let the loops go over less, or one after the other instead of one inside another"
            fr "chaque tour de boucle est une étape : faites parcourir moins aux boucles, ou mettez-les l’une après l’autre plutôt que l’une dans l’autre"
        }
    }
    /// A template that would fill the memory.
    SIZE: Error "template-size" {
        en "the page {page} makes a text of more than {limit} MiB"
        fr "la page {page} produit un texte de plus de {limit} Mio"
        hint {
            en "a text that is joined to itself, or written in a loop, grows quickly: do without it, or let the loop go over less"
            fr "un texte joint à lui-même, ou écrit dans une boucle, grandit vite : évitez-le, ou faites parcourir moins à la boucle"
        }
    }
    /// A function or filter got an argument that it does not have.
    ARGUMENT: Error "template-argument" {
        en "“{function}” has no argument “{argument}” (page {page})"
        fr "« {function} » n’a pas d’argument « {argument} » (page {page})"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "its arguments are: {known}"
            fr "ses arguments sont : {known}"
        }
    }
    /// An argument is missing or of the wrong kind.
    ARGUMENT_VALUE: Error "template-argument-value" {
        en "the argument “{argument}” of “{function}” must be {expected} (page {page})"
        fr "l’argument « {argument} » de « {function} » doit être {expected} (page {page})"
    }
    /// A name inside the site that does not exist, given to a function.
    UNKNOWN: Error "template-unknown-value" {
        en "“{function}” was given “{value}”, which does not exist (page {page})"
        fr "« {function} » a reçu « {value} », qui n’existe pas (page {page})"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "there are: {known}"
            fr "il y a : {known}"
        }
    }
    /// The template of pictures for sharing, or the drawing that it makes.
    SHARING: Error "template-sharing" {
        en "the pictures for sharing cannot be drawn: {detail}"
        fr "les images de partage ne peuvent pas être dessinées : {detail}"
        hint {
            en "templates/sharing.svg draws in SVG, with “title”, “lines”, “size”, “site”, “section”, “language”, “direction”, “anchor”, “start”, “width” and “height”, and without functions"
            fr "templates/sharing.svg dessine en SVG, avec « title », « lines », « size », « site », « section », « language », « direction », « anchor », « start », « width » et « height », et sans fonctions"
        }
    }
    /// A filter got a value that it cannot write.
    FILTERED: Error "template-filter-value" {
        en "“{function}” cannot write “{value}”; it needs {expected} (page {page})"
        fr "« {function} » ne peut pas écrire « {value} » ; il lui faut {expected} (page {page})"
    }
}

/// The page that was being drawn when a template failed.
pub static PAGE: crate::Bilingual = crate::Bilingual {
    en: "while this was drawn",
    fr: "pendant que ceci était dessiné",
};
