//! What is wrong with an address.

messages! {
    /// There is nothing to make a slug of.
    NO_SLUG: Error "entry-without-slug" {
        en "no address can be made from the title “{title}”"
        fr "le titre « {title} » ne permet pas de former une adresse"
        hint {
            en "add a line: slug: …"
            fr "ajoutez une ligne : slug: …"
        }
    }
    /// The form of the address needs a date, and the entry has none.
    NO_DATE: Error "address-without-date" {
        en "the addresses of the collection {collection} contain a date, and this entry has none"
        fr "les adresses de la collection {collection} contiennent une date, et cet élément n’en a pas"
        hint {
            en "the folder {folder} is to be one entry: call this text index instead of {name}"
            fr "le dossier {folder} doit être un seul élément : appelez ce texte index au lieu de {name}"
        }
        hint {
            en "a name begins with the year, the month and the day: call it {wanted} instead of {name}"
            fr "un nom commence par l’année, le mois et le jour : appelez-le {wanted} au lieu de {name}"
        }
        hint {
            en "add a line with its date, like this one: date: 2017-06-02"
            fr "ajoutez une ligne avec sa date, comme celle-ci : date: 2017-06-02"
        }
    }
    /// A line of the ledger is not one.
    LEDGER_LINE: Error "ledger-line" {
        en "this line of the ledger cannot be read"
        fr "cette ligne du registre ne peut pas être lue"
        hint {
            en "a line is an address, a language and an entry, with spaces between them; restore the file from version control"
            fr "une ligne contient une adresse, une langue et un élément, séparés par des espaces ; rétablissez le fichier depuis la gestion de versions"
        }
    }
    /// Marks of a merge in the ledger.
    LEDGER_CONFLICT: Error "ledger-conflict" {
        en "this line was left by a merge that is not finished"
        fr "cette ligne a été laissée par une fusion inachevée"
        hint {
            en "keep the lines of both sides and remove the marks"
            fr "gardez les lignes des deux côtés et supprimez les marques"
        }
    }
    /// One address, two entries.
    LEDGER_TWICE: Error "ledger-twice" {
        en "the ledger gives the address {address} to two entries"
        fr "le registre donne l’adresse {address} à deux éléments"
        hint {
            en "keep the line of the entry that has this address"
            fr "gardez la ligne de l’élément qui a cette adresse"
        }
    }
    /// An address that was published answers no more.
    VANISHED: Error "address-vanished" {
        en "the address {address} was published, and nothing answers there any more"
        fr "l’adresse {address} a été publiée, et plus rien n’y répond"
        hint {
            en "in {file}, add: aliases: [{address}]"
            fr "dans {file}, ajoutez : aliases: [{address}]"
        }
        hint {
            en "put the file {missing} back; to take the page away for good, leave its title in it and write gone: true"
            fr "remettez le fichier {missing} ; pour retirer la page définitivement, laissez-y son « title » et écrivez gone: true"
        }
        hint {
            en "if the text is now {renamed}, add there: aliases: [{address}]; if it is no more, write the address in “gone:” of content/site.yaml"
            fr "si le texte est maintenant {renamed}, ajoutez-y : aliases: [{address}] ; s’il n’existe plus, écrivez l’adresse dans « gone: » de content/site.yaml"
        }
        hint {
            en "write it in “aliases:” of the entry that replaces it, or in “gone:” of content/site.yaml"
            fr "écrivez-la dans « aliases: » de l’élément qui la remplace, ou dans « gone: » de content/site.yaml"
        }
    }
    /// An entry says itself what takes offline what was published.
    WITHDRAWN: Error "address-withdrawn" {
        en "this would take offline what has been published: {addresses}"
        fr "ceci retirerait du site ce qui a été publié : {addresses}"
        hint {
            en "write {draft}, and prepare a new text in another place; to take the page away for good, write gone: true instead"
            fr "écrivez {draft}, et préparez le nouveau texte ailleurs ; pour retirer la page définitivement, écrivez plutôt gone: true"
        }
        hint {
            en "remove the line “{key}”: the page is online already; to take it away for good, write gone: true instead"
            fr "supprimez la ligne « {key} » : la page est déjà en ligne ; pour la retirer définitivement, écrivez plutôt gone: true"
        }
        hint {
            en "add {tag} to this list; to take that page away for good, write gone: true in its text"
            fr "ajoutez {tag} à cette liste ; pour retirer cette page définitivement, écrivez gone: true dans son texte"
        }
        hint {
            en "put the text of this file back; to take the page away for good, leave its {title} and write gone: true"
            fr "remettez le texte de ce fichier ; pour retirer la page définitivement, laissez son « {title} » et écrivez gone: true"
        }
    }
    /// An address that was published for one entry shows another.
    REUSED: Error "address-reused" {
        en "the address {address} was published for “{entry}”, which still exists"
        fr "l’adresse {address} a été publiée pour « {entry} », qui existe toujours"
        hint {
            en "give this entry another “slug:”, so that links to the other one stay right"
            fr "donnez un autre « slug: » à cet élément, pour que les liens vers l’autre restent justes"
        }
    }
    /// An alias is the address of a page.
    ALIAS_TAKEN: Error "alias-taken" {
        en "the alias {address} is the address of a page"
        fr "l’alias {address} est l’adresse d’une page"
        hint {
            en "remove the alias, or give the page another address"
            fr "supprimez l’alias, ou donnez une autre adresse à la page"
        }
    }
    /// An alias is the address of its own page.
    ALIAS_SELF: Error "alias-self" {
        en "the alias {address} leads to itself: it is the address of this very page"
        fr "l’alias {address} mène à lui-même : c’est l’adresse de cette page"
        hint {
            en "remove it"
            fr "supprimez-le"
        }
    }
    /// Two entries have the same alias.
    ALIAS_TWICE: Error "alias-twice" {
        en "the alias {address} leads to two pages"
        fr "l’alias {address} mène à deux pages"
        hint {
            en "keep it in one of the two"
            fr "gardez-le dans l’un des deux"
        }
    }
    /// An alias of what has no page.
    ALIAS_NOWHERE: Error "alias-nowhere" {
        en "the alias {address} leads nowhere: entries of this collection have no pages"
        fr "l’alias {address} ne mène nulle part : les éléments de cette collection n’ont pas de page"
    }
    /// An address that is gone is the address of a page.
    GONE_TAKEN: Error "gone-taken" {
        en "{address} is said to be gone, and a page has this address"
        fr "{address} est déclarée disparue, et une page a cette adresse"
        hint {
            en "remove it from “gone:”"
            fr "retirez-la de « gone: »"
        }
    }
    /// An address that is gone leads to a page.
    GONE_ALIAS: Error "gone-alias" {
        en "{address} is said to be gone, and an alias leads from there to a page"
        fr "{address} est déclarée disparue, et un alias mène de là à une page"
        hint {
            en "remove it from “gone:”, or remove the alias"
            fr "retirez-la de « gone: », ou supprimez l’alias"
        }
    }
}

/// The earlier of two equal lines.
pub static LEDGER_FIRST: crate::Bilingual = crate::Bilingual {
    en: "the other line",
    fr: "l’autre ligne",
};

/// The page that has an address.
pub static PAGE: crate::Bilingual = crate::Bilingual {
    en: "this page",
    fr: "cette page",
};

/// The alias of an address that is gone.
pub static ALIAS: crate::Bilingual = crate::Bilingual {
    en: "the alias",
    fr: "l’alias",
};

/// The other of two aliases.
pub static OTHER_ALIAS: crate::Bilingual = crate::Bilingual {
    en: "the other alias",
    fr: "l’autre alias",
};

/// What the ledger says of an address.
pub static LEDGER_SAYS: crate::Bilingual = crate::Bilingual {
    en: "the ledger says so",
    fr: "le registre le dit",
};
