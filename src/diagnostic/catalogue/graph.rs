//! What is wrong between files: fields that differ, references, languages, links.

messages! {
    /// Two files describe the same entry in the same language.
    TWICE: Error "entry-twice" {
        en "the entry “{id}” is described twice"
        fr "l’élément « {id} » est décrit deux fois"
        hint {
            en "rename or remove one of the two"
            fr "renommez ou supprimez l’un des deux"
        }
    }
    /// A required field has no value.
    REQUIRED: Error "field-required" {
        en "“{field}” is required and has no value"
        fr "« {field} » est obligatoire et n’a pas de valeur"
        hint {
            en "add a line: {field}: \"…\""
            fr "ajoutez une ligne : {field}: \"…\""
        }
    }
    /// A required localized field of an all-YAML entry lacks a language that other fields have.
    REQUIRED_IN: Error "field-required-in-language" {
        en "“{field}” is required and has no value in {language}, although other fields have one"
        fr "« {field} » est obligatoire et n’a pas de valeur en {language}, alors que d’autres champs en ont une"
        hint {
            en "add under “{field}” a line: {tag}: \"…\""
            fr "ajoutez sous « {field} » une ligne : {tag}: \"…\""
        }
    }
    /// The collection requires every language.
    TRANSLATION_REQUIRED: Error "translation-required" {
        en "this entry does not exist in {language}, which its collection requires"
        fr "cet élément n’existe pas en {language}, alors que sa collection l’exige"
        hint {
            en "write the file {wanted}"
            fr "écrivez le fichier {wanted}"
        }
    }
    /// The entry says `languages: [fr]` and has a text in another one.
    NOT_MEANT: Warning "language-not-meant" {
        en "this text is not published: the entry says that it exists only in {languages}"
        fr "ce texte n’est pas publié : l’élément dit qu’il n’existe qu’en {languages}"
    }
    /// A reference to nothing.
    REFERENCE: Error "unknown-reference" {
        en "there is no entry “{value}” in the collection {collection}"
        fr "il n’y a pas d’élément « {value} » dans la collection {collection}"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "create it in content/{collection}, or correct the name"
            fr "créez-le dans content/{collection}, ou corrigez le nom"
        }
    }
    /// A reference without date that fits several entries.
    AMBIGUOUS: Error "ambiguous-reference" {
        en "“{value}” may be several entries: {candidates}"
        fr "« {value} » peut désigner plusieurs éléments : {candidates}"
        hint {
            en "write the whole name, with its date"
            fr "écrivez le nom entier, avec sa date"
        }
    }
    /// A link inside the site that leads nowhere.
    LINK: Error "broken-link" {
        en "this link leads nowhere: there is no “{target}”"
        fr "ce lien ne mène nulle part : il n’y a pas de « {target} »"
        hint {
            en "did you mean {nearest}?"
            fr "vouliez-vous écrire {nearest} ?"
        }
        hint {
            en "write the path of a text, such as {example}, or / and an id"
            fr "écrivez le chemin d’un texte, par exemple {example}, ou / et un id"
        }
    }
    /// A link to an entry that has no page.
    LINK_NO_PAGE: Error "link-without-page" {
        en "“{target}” has no page to link to"
        fr "« {target} » n’a pas de page vers laquelle mener"
    }
    /// A link to a text that is not online.
    LINK_HIDDEN: Warning "link-not-online" {
        en "this link leads to “{target}”, which is not online; the words stay, without a link"
        fr "ce lien mène à « {target} », qui n’est pas en ligne ; les mots restent, sans lien"
    }
    /// A fragment that does not exist.
    FRAGMENT: Error "broken-fragment" {
        en "“{target}” has no heading “#{fragment}”"
        fr "« {target} » n’a pas d’intertitre « #{fragment} »"
        hint {
            en "did you mean #{nearest}?"
            fr "vouliez-vous écrire #{nearest} ?"
        }
        hint {
            en "its headings are: {known}"
            fr "ses intertitres sont : {known}"
        }
    }
    /// A link that leads out of the site's folders.
    OUTSIDE: Error "path-outside" {
        en "“{value}” leads out of the site’s folders"
        fr "« {value} » mène hors des dossiers du site"
    }
    /// A picture or file that does not exist.
    FILE: Error "missing-file" {
        en "there is no file “{value}”"
        fr "il n’y a pas de fichier « {value} »"
        hint {
            en "did you mean {nearest}?"
            fr "vouliez-vous écrire {nearest} ?"
        }
        hint {
            en "put the file beside the text, in {folder}"
            fr "mettez le fichier à côté du texte, dans {folder}"
        }
    }
    /// A text or the data of the site as a file to download.
    SOURCE_FILE: Error "source-as-file" {
        en "“{file}” is a source of the site, which is not published as it is"
        fr "« {file} » est une source du site, qui n’est pas publiée telle quelle"
        hint {
            en "link to its page: [words of the link]({file})"
            fr "faites un lien vers sa page : [mots du lien]({file})"
        }
    }
    /// A picture that is not one.
    NOT_A_PICTURE: Error "not-a-picture" {
        en "“{file}” is not a picture that a browser shows"
        fr "« {file} » n’est pas une image qu’un navigateur affiche"
        hint {
            en "use JPEG, PNG, WebP, AVIF, GIF or SVG"
            fr "employez JPEG, PNG, WebP, AVIF, GIF ou SVG"
        }
    }
    /// A photograph that carries metadata.
    METADATA: Error "picture-metadata" {
        en "the picture “{file}” carries hidden data ({kinds}), which may tell where and by whom it was taken"
        fr "l’image « {file} » contient des données cachées ({kinds}), qui peuvent dire où et par qui elle a été prise"
        hint {
            en "export it again without metadata (“remove properties” on Windows, “export without location” on macOS)"
            fr "exportez-la de nouveau sans métadonnées (« supprimer les propriétés » sous Windows, « exporter sans la position » sous macOS)"
        }
    }
    /// A language that the theme cannot name.
    LANGUAGE_NAME: Error "language-name" {
        en "the theme has no words for “in” the language “{tag}”"
        fr "le thème n’a pas de mots pour dire « en » dans la langue « {tag} »"
        hint {
            en "add to themes/{theme}/strings/{language}.yaml a line such as: in-language-{tag}: \"in …\""
            fr "ajoutez à themes/{theme}/strings/{language}.yaml une ligne comme : in-language-{tag}: \"en …\""
        }
    }
    /// A fact that does not exist.
    FACT: Error "unknown-fact" {
        en "there is no fact “{value}”"
        fr "il n’y a pas de fait chiffré « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "add it to content/facts/entries.yaml"
            fr "ajoutez-le dans content/facts/entries.yaml"
        }
    }
    /// A menu line that leads to nothing.
    MENU: Error "unknown-menu-target" {
        en "the menu names “{value}”, which is neither an entry nor a collection"
        fr "le menu nomme « {value} », qui n’est ni un élément ni une collection"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }
    /// `no_referrer` names something that has no page.
    NO_REFERRER: Error "unknown-no-referrer" {
        en "“no_referrer” names “{value}”, which is not a page of the site"
        fr "« no_referrer » nomme « {value} », qui n’est pas une page du site"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "write the name of an entry, such as about or news/2017-06-02-caritas, or of a collection"
            fr "écrivez le nom d’un élément, par exemple about ou news/2017-06-02-caritas, ou celui d’une collection"
        }
    }
    /// No text for the home page.
    HOME: Error "home-missing" {
        en "the home page has no text in {language}"
        fr "la page d’accueil n’a pas de texte en {language}"
        hint {
            en "write the file {wanted}"
            fr "écrivez le fichier {wanted}"
        }
    }
}

/// The other place of a finding about two places.
pub static OTHER: crate::diagnostic::Bilingual = crate::diagnostic::Bilingual {
    en: "the other one is here",
    fr: "l’autre est ici",
};
