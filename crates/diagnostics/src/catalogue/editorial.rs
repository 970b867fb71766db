//! What the commands for translations have to say.

messages! {
    /// An id that names nothing.
    UNKNOWN: Error "unknown-entry" {
        en "there is no entry “{value}”"
        fr "il n’y a pas d’élément « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "“rihla status --all” lists them all"
            fr "« rihla status --all » les montre tous"
        }
    }
    /// An id that names several entries.
    AMBIGUOUS: Error "ambiguous-entry" {
        en "“{value}” may be one of several entries: {candidates}"
        fr "« {value} » peut désigner plusieurs éléments : {candidates}"
        hint {
            en "write the whole of its name"
            fr "écrivez son nom en entier"
        }
    }
    /// A command without an entry.
    NEEDS_ENTRY: Error "entry-needed" {
        en "say which entry is to be {done}"
        fr "indiquez l’élément à {done}"
        hint {
            en "write it like this: {example}"
            fr "écrivez par exemple : {example}"
        }
    }
    /// A command with more entries than it takes.
    ONE_ENTRY: Error "entries-too-many" {
        en "the command {command} takes one entry at a time, and {count} are named: {values}"
        fr "la commande {command} ne prend qu’un élément à la fois, et {count} sont nommés : {values}"
        hint {
            en "run the command once for each"
            fr "lancez la commande une fois pour chacun"
        }
    }
    /// A language that the site does not have.
    LANGUAGE: Error "no-such-language" {
        en "the site has no language “{value}”"
        fr "le site n’a pas de langue « {value} »"
        hint {
            en "it has these: {known}"
            fr "il a celles-ci : {known}"
        }
    }
    /// A language that several could be.
    WHICH_LANGUAGE: Error "which-language" {
        en "{id} can be translated into several languages: {known}"
        fr "{id} peut être traduit dans plusieurs langues : {known}"
        hint {
            en "say which: --to {example}"
            fr "dites laquelle : --to {example}"
        }
    }
    /// A collection that does not exist.
    COLLECTION: Error "no-such-collection" {
        en "the site has no collection “{value}”"
        fr "le site n’a pas de collection « {value} »"
        hint {
            en "it has these: {known}"
            fr "il a celles-ci : {known}"
        }
    }
    /// A state that does not exist.
    STATE: Error "no-such-state" {
        en "“{value}” is no state of a translation"
        fr "« {value} » n’est pas un état de traduction"
        hint {
            en "the states are: {known}"
            fr "les états sont : {known}"
        }
    }
    /// A text that is not there.
    NO_TEXT: Error "no-text-in-language" {
        en "{id} has no text in {language}"
        fr "{id} n’a pas de texte en {language}"
        hint {
            en "“rihla translate {id} --to {tag}” begins one"
            fr "« rihla translate {id} --to {tag} » en prépare un"
        }
    }
    /// A translation into the language that it is from.
    SAME_LANGUAGE: Error "same-language" {
        en "{id} is the original in {language}: it cannot be its own translation"
        fr "{id} est l’original en {language} : il ne peut pas être sa propre traduction"
    }
    /// A translation whose source is not there.
    ORPHAN: Warning "translation-orphan" {
        en "{id}: the text from which the translation in {language} was made is not there"
        fr "{id} : le texte dont la version en {language} est la traduction n’existe plus"
        hint {
            en "say from which language it is made now: rihla accept {id} --to {tag} --from LANGUAGE; or remove “translation”, and it is the original"
            fr "dites de quelle langue elle vient désormais : rihla accept {id} --to {tag} --from LANGUE ; ou retirez « translation », et c’est l’original"
        }
    }
    /// A translation that was said to be right before its source changed.
    LEFT: Warning "translation-left" {
        en "{id}: the source has changed since the translation in {language} was said to be right; it is left as it is"
        fr "{id} : la source a changé depuis que la traduction en {language} a été validée ; elle est laissée telle quelle"
        hint {
            en "read it again, then: rihla accept {id} --to {tag}; in a browser, empty the field “revision”"
            fr "relisez-la, puis : rihla accept {id} --to {tag} ; dans un navigateur, videz le champ « revision »"
        }
    }
    /// A translation that is not finished.
    UNFINISHED: Error "translation-unfinished" {
        en "{id}: the translation in {language} is not ready (see above; in all: {count})"
        fr "{id} : la traduction en {language} n’est pas prête (voir ci-dessus ; en tout : {count})"
        hint {
            en "complete or correct it, then again; where all of it is meant: rihla accept {id} --to {tag} --as-is"
            fr "complétez-la ou corrigez-la, puis recommencez ; si tout cela est voulu : rihla accept {id} --to {tag} --as-is"
        }
    }
    /// The same, among many.
    UNFINISHED_LEFT: Warning "translation-left-unfinished" {
        en "{id}: the translation in {language} lacks something, has other figures than its source, or still has its words; it is not noted as right"
        fr "{id} : il manque quelque chose à la traduction en {language}, ses chiffres ne sont pas ceux de sa source, ou elle en a encore les mots ; elle n’est pas validée"
        hint {
            en "“rihla accept {id} --to {tag}” shows where"
            fr "« rihla accept {id} --to {tag} » montre où"
        }
    }
    /// A file whose fields cannot be read.
    UNREADABLE: Error "editorial-unreadable" {
        en "{path} has mistakes in its fields, and was left as it is"
        fr "{path} a des erreurs dans ses champs, et a été laissé tel quel"
        hint {
            en "“rihla build” shows them; mend them first"
            fr "« rihla build » les montre ; corrigez-les d’abord"
        }
    }
    /// A file into which a record cannot be written without changing more.
    STUCK: Error "editorial-stuck" {
        en "nothing can be written into {path} without changing more than that; it was left as it is"
        fr "rien ne peut être écrit dans {path} sans changer davantage ; il a été laissé tel quel"
        hint {
            en "write each field on a line of its own, then try again"
            fr "écrivez chaque champ sur sa ligne, puis recommencez"
        }
    }
    /// Nothing is kept of the text from which a translation was made.
    NO_PAST: Error "no-past-text" {
        en "{id}: nothing is kept of the text in {source} from which the version in {language} was made"
        fr "{id} : rien n’est gardé du texte en {source} dont la version en {language} est la traduction"
        hint {
            en "read both, then “rihla accept {id}”: from then on, changes can be shown"
            fr "relisez les deux, puis « rihla accept {id} » : à partir de là, les changements pourront être montrés"
        }
    }
}

/// What commands do with an entry.
pub mod term {
    use crate::Bilingual;

    /// What `rihla accept` does.
    pub static ACCEPTED: Bilingual = Bilingual {
        en: "accepted",
        fr: "valider",
    };
    /// What `rihla diff` does.
    pub static COMPARED: Bilingual = Bilingual {
        en: "compared",
        fr: "comparer",
    };
    /// What `rihla remove` does.
    pub static REMOVED: Bilingual = Bilingual {
        en: "removed",
        fr: "retirer",
    };
    /// What `rihla translate` does.
    pub static TRANSLATED: Bilingual = Bilingual {
        en: "translated",
        fr: "traduire",
    };
}
