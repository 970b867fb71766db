//! What is wrong with an address.

messages! {
    /// The slug that a writer gave cannot be one.
    SLUG: Error "entry-slug" {
        en "“{value}” cannot be part of an address"
        fr "« {value} » ne peut pas faire partie d’une adresse"
        hint {
            en "write: slug: {slug}"
            fr "écrivez : slug: {slug}"
        }
    }
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
            en "add a line: date: 2017-06-02"
            fr "ajoutez une ligne : date: 2017-06-02"
        }
    }
}
