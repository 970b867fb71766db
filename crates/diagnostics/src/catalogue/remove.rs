//! What `rihla remove` has to say.

messages! {
    /// An id that no entry has.
    UNKNOWN: Error "remove-unknown" {
        en "there is no entry “{value}”"
        fr "il n’y a pas d’élément « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "an entry is named by its path in content, without language and extension, for instance news/2017-06-02-caritas"
            fr "un élément se nomme par son chemin dans content, sans langue ni extension, par exemple news/2017-06-02-caritas"
        }
    }
    /// The home page, the text of a list.
    PART: Error "remove-part" {
        en "“{value}” is the text of a home page or of a list, which the site cannot do without"
        fr "« {value} » est le texte d’une page d’accueil ou d’une liste, dont le site ne peut pas se passer"
    }
    /// What leads to the entry.
    NAMED: Error "remove-named" {
        en "this leads to “{value}”, which was to be removed"
        fr "ceci mène à « {value} », qui devait être retiré"
        hint {
            en "take it out here, or put in its place what the reader is to find instead"
            fr "enlevez-le d’ici, ou mettez à sa place ce que le lecteur doit trouver"
        }
    }
    /// Other entries need it.
    NEEDED: Error "remove-needed" {
        en "“{value}” was not removed: the site still needs it (errors without it: {count})"
        fr "« {value} » n’a pas été retiré : le site en a encore besoin (erreurs sans lui : {count})"
        hint {
            en "put these places right first, then run the command again"
            fr "corrigez d’abord ces endroits, puis relancez la commande"
        }
    }
}
