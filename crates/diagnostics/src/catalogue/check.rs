//! What `rihla check` finds besides what a build refuses.

messages! {
    /// A version without a text, beside one that has one.
    NO_TEXT: Warning "text-lacking" {
        en "this page has no text in {language}, and one in {other}"
        fr "cette page n’a pas de texte en {language}, alors qu’elle en a un en {other}"
        hint {
            en "write it below the second line of hyphens"
            fr "écrivez-le sous la deuxième ligne de tirets"
        }
    }
    /// A field with a value in some languages alone.
    FIELD_LACKING: Warning "field-lacking" {
        en "“{field}” is said in {other} and not in {language}"
        fr "« {field} » est dit en {other} et ne l’est pas en {language}"
        hint {
            en "“rihla translate {id} --to {tag}” adds it; where it is meant, add to the entry: same: [{{field: \"{field}\", what: structure, reason: \"…\"}}]"
            fr "« rihla translate {id} --to {tag} » l’ajoute ; si c’est voulu, ajoutez à l’élément : same: [{{field: \"{field}\", what: structure, reason: \"…\"}}]"
        }
    }
    // ------------------------------------------------------------ two languages

    /// `2017` in one language and `2018` in its place.
    FIGURES: Error "figures-differ" {
        en "“{first}” ({language}) and “{second}” ({other}): the two languages do not say the same"
        fr "« {first} » ({language}) et « {second} » ({other}) : les deux langues ne disent pas la même chose"
        hint {
            en "correct one of them; where both are right, add to the entry: same: [{{field: \"{field}\", reason: \"…\"}}]"
            fr "corrigez l’une des deux ; si les deux sont justes, ajoutez à l’élément : same: [{{field: \"{field}\", reason: \"…\"}}]"
        }
        hint {
            en "correct one of them; where both are right, write above this passage: <!-- rihla: {silence}: the reason -->"
            fr "corrigez l’une des deux ; si les deux sont justes, écrivez au-dessus de ce passage : <!-- rihla: {silence}: la raison -->"
        }
        hint {
            en "correct one of them"
            fr "corrigez l’une des deux"
        }
    }
    /// A figure that one language does not have.
    FIGURE_MISSING: Error "figure-missing" {
        en "“{first}” ({language}) has no equal in the other language ({other})"
        fr "« {first} » ({language}) n’a pas d’équivalent dans l’autre langue ({other})"
        hint {
            en "correct one of them; where both are right, add to the entry: same: [{{field: \"{field}\", reason: \"…\"}}]"
            fr "corrigez l’une des deux ; si les deux sont justes, ajoutez à l’élément : same: [{{field: \"{field}\", reason: \"…\"}}]"
        }
        hint {
            en "correct one of them; where both are right, write above this passage: <!-- rihla: {silence}: the reason -->"
            fr "corrigez l’une des deux ; si les deux sont justes, écrivez au-dessus de ce passage : <!-- rihla: {silence}: la raison -->"
        }
        hint {
            en "correct one of them"
            fr "corrigez l’une des deux"
        }
    }
    /// Three headings in one language, two in the other.
    COUNT: Warning "structure-differs" {
        en "{what}: {count} in one language ({language}), {others} in the other ({other})"
        fr "{what} : {count} dans une langue ({language}), {others} dans l’autre ({other})"
        hint {
            en "bring the two texts together; where both are right, write above the first paragraph: <!-- rihla: {silence}: the reason -->"
            fr "accordez les deux textes ; si les deux sont justes, écrivez au-dessus du premier paragraphe : <!-- rihla: {silence}: la raison -->"
        }
        hint {
            en "bring the two texts together; where both are right, add to the entry: same: [{{field: \"{field}\", what: structure, reason: \"…\"}}]"
            fr "accordez les deux textes ; si les deux sont justes, ajoutez à l’élément : same: [{{field: \"{field}\", what: structure, reason: \"…\"}}]"
        }
    }
    /// As many, and one is another one.
    UNLIKE: Warning "structure-unlike" {
        en "{what}: “{first}” in one language ({language}), “{second}” in the other ({other})"
        fr "{what} : « {first} » dans une langue ({language}), « {second} » dans l’autre ({other})"
        hint {
            en "bring the two texts together; where both are right, write above the first paragraph: <!-- rihla: {silence}: the reason -->"
            fr "accordez les deux textes ; si les deux sont justes, écrivez au-dessus du premier paragraphe : <!-- rihla: {silence}: la raison -->"
        }
        hint {
            en "bring the two texts together; where both are right, add to the entry: same: [{{field: \"{field}\", what: structure, reason: \"…\"}}]"
            fr "accordez les deux textes ; si les deux sont justes, ajoutez à l’élément : same: [{{field: \"{field}\", what: structure, reason: \"…\"}}]"
        }
    }

    /// A paragraph of the translation in the words of its source.
    SAME_WORDS: Warning "passage-untranslated" {
        en "this passage has the same words in {first} and in {second}; it may not have been translated"
        fr "ce passage a les mêmes mots en {first} et en {second} ; il n’a peut-être pas été traduit"
        hint {
            en "translate it; where it is meant, add to the entry: same: [{{field: \"{field}\", what: text, reason: \"…\"}}]"
            fr "traduisez-le ; si c’est voulu, ajoutez à l’élément : same: [{{field: \"{field}\", what: text, reason: \"…\"}}]"
        }
        hint {
            en "translate it; where it is meant, write above it: <!-- rihla: {silence}: the reason -->"
            fr "traduisez-le ; si c’est voulu, écrivez au-dessus : <!-- rihla: {silence}: la raison -->"
        }
        hint {
            en "translate it"
            fr "traduisez-le"
        }
    }

    // ------------------------------------------------------------ silences

    /// `<!-- rihla: same figures -->`
    SILENCE_REASON: Error "silence-without-reason" {
        en "this silences a check and does not say why"
        fr "ceci fait taire une vérification sans dire pourquoi"
        hint {
            en "write the reason: after a colon in a comment (<!-- rihla: same figures: the reason -->), as reason: in a field"
            fr "écrivez la raison : après un deux-points dans un commentaire (<!-- rihla: mêmes chiffres : la raison -->), sous reason: dans un champ"
        }
    }
    /// `<!-- rihla: figures: … -->`
    SILENCE_WHAT: Error "silence-unknown" {
        en "“{value}” is no check that can be silenced"
        fr "« {value} » n’est pas une vérification que l’on peut faire taire"
        hint {
            en "write one of these: same figures, same structure, same text, terms"
            fr "écrivez l’un de ceux-ci : mêmes chiffres, même structure, même texte, termes"
        }
    }
    /// A silence about something that is right.
    SILENCE_UNUSED: Warning "silence-unused" {
        en "there is nothing to silence here any more"
        fr "il n’y a plus rien à faire taire ici"
        hint {
            en "take it out"
            fr "retirez-le"
        }
    }

    // ------------------------------------------------------------ terms

    /// `Convention mondiale` for the Global Compact.
    VARIANT: Warning "term-variant" {
        en "“{value}” is not the official term"
        fr "« {value} » n’est pas le terme officiel"
        hint {
            en "write “{instead}”"
            fr "écrivez « {instead} »"
        }
    }
    /// `IOM` in French.
    FOREIGN: Warning "term-of-another-language" {
        en "“{value}” is the acronym in another language ({other})"
        fr "« {value} » est le sigle d’une autre langue ({other})"
        hint {
            en "write “{instead}”"
            fr "écrivez « {instead} »"
        }
    }
    /// An acronym without its expansion.
    EXPANSION: Warning "acronym-not-expanded" {
        en "the page uses the acronym “{value}” and never says what it stands for"
        fr "la page emploie le sigle « {value} » sans jamais dire ce qu’il signifie"
        hint {
            en "where it first stands, write for instance: {instead} ({value})"
            fr "à sa première place, écrivez par exemple : {instead} ({value})"
        }
    }
}

/// The other place.
pub static OTHER: crate::Bilingual = crate::Bilingual {
    en: "the text in the other language ({other})",
    fr: "le texte dans l’autre langue ({other})",
};

/// What stands before a passage that is missing.
pub static AFTER: crate::Bilingual = crate::Bilingual {
    en: "in the other language ({other}), this passage would come after this",
    fr: "dans l’autre langue ({other}), ce passage viendrait après ceci",
};

/// What stands after a passage that is missing.
pub static BEFORE: crate::Bilingual = crate::Bilingual {
    en: "in the other language ({other}), this passage would come before this",
    fr: "dans l’autre langue ({other}), ce passage viendrait avant ceci",
};

/// Terms that messages use.
pub mod term {
    use crate::Bilingual;

    macro_rules! terms {
        ($($name:ident = $en:literal, $fr:literal;)*) => {
            $(
                #[doc = $en]
                pub static $name: Bilingual = Bilingual { en: $en, fr: $fr };
            )*
        };
    }
    terms! {
        HEADINGS = "headings", "titres";
        LISTS = "lists and their items", "listes et leurs éléments";
        TABLES = "tables (rows × columns)", "tableaux (lignes × colonnes)";
        PICTURES = "pictures", "images";
        LINKS = "links", "liens";
        DIRECTIVES = "blocks (:::)", "blocs (:::)";
        PARAGRAPHS = "paragraphs", "paragraphes";
        ROWS = "rows of blocks (:::)", "lignes de blocs (:::)";
        FILES = "files of blocks (:::)", "fichiers de blocs (:::)";
        CAPTIONS = "captions of pictures", "légendes d’images";
        SAME_FIGURES = "same figures", "mêmes chiffres ";
        SAME_STRUCTURE = "same structure", "même structure ";
        SAME_TEXT = "same text", "même texte ";
        NOTHING = "nothing", "rien";
        ELSEWHERE = "an address elsewhere", "une adresse ailleurs";
    }
}
