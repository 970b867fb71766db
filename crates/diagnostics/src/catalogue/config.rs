//! What is wrong with `site.yaml`, `collection.yaml` or the strings of a theme.

messages! {
    /// `glossary:` names no collection.
    GLOSSARY: Error "glossary-unknown" {
        en "“glossary:” names the collection “{value}”, which there is not"
        fr "« glossary: » nomme la collection « {value} », qui n’existe pas"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the collections are: {known}"
            fr "les collections sont : {known}"
        }
    }
    /// `gone:` holds something that is no path.
    GONE_FORM: Error "gone-form" {
        en "“{value}” is not the path of a page"
        fr "« {value} » n’est pas le chemin d’une page"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "take this line away: “{kept}” is no part of the path of a page"
            fr "retirez cette ligne : « {kept} » ne fait pas partie du chemin d’une page"
        }
        hint {
            en "write it from the first slash, as in /fr/actualites/2017/exemple/"
            fr "écrivez-le à partir de la première barre, comme dans /fr/actualites/2017/exemple/"
        }
    }
    /// There is no `content/site.yaml`.
    NO_SITE: Error "site-missing" {
        en "there is no content/site.yaml here, so this folder is not a site"
        fr "il n’y a pas de fichier content/site.yaml ici : ce dossier n’est pas un site"
        hint {
            en "run the command in the folder of the site, or name it with --site DIR"
            fr "lancez la commande dans le dossier du site, ou indiquez-le avec --site DOSSIER"
        }
    }
    /// `site.yml`, `collection.yml`.
    OTHER_ENDING: Error "configuration-ending" {
        en "“{name}” is not read under this name"
        fr "« {name} » n’est pas lu sous ce nom"
        hint { en "rename it to {wanted}" fr "renommez-le en {wanted}" }
        hint { en "{other} says it already: remove this file, or move its lines there"
               fr "{other} le dit déjà : supprimez ce fichier, ou mettez ses lignes là-bas" }
    }
    /// A file is not a map of keys.
    NOT_A_MAP: Error "not-a-map" {
        en "{what} must be a list of lines “key: value”"
        fr "{what} doit être une suite de lignes « clé : valeur »"
    }
    /// A key that no part of the program knows.
    UNKNOWN_KEY: Error "unknown-key" {
        en "“{key}” is not a known key here"
        fr "« {key} » n’est pas une clé connue ici"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the known keys are: {known}"
            fr "les clés connues sont : {known}"
        }
    }
    /// A key that must be there is not.
    MISSING_KEY: Error "missing-key" {
        en "“{key}” is missing"
        fr "« {key} » manque"
        hint {
            en "add a line: {example}"
            fr "ajoutez une ligne : {example}"
        }
    }
    /// A setting that is written and says nothing.
    EMPTY: Error "setting-empty" {
        en "“{key}” has no value, so it does nothing"
        fr "« {key} » n’a pas de valeur, et n’a donc aucun effet"
        hint {
            en "write a value, or take this line away"
            fr "écrivez une valeur, ou retirez cette ligne"
        }
    }
    /// A setting of pages, where there are none.
    WITHOUT_PAGES: Error "setting-without-pages" {
        en "“{key}” does nothing here: with “pages: false”, the collection has no pages"
        fr "« {key} » n’a aucun effet ici : avec « pages: false », la collection n’a pas de pages"
        hint {
            en "take this line away, or “pages: false”"
            fr "retirez cette ligne, ou « pages: false »"
        }
    }
    /// A setting beside another one that outranks it.
    BESIDE: Error "setting-beside" {
        en "“{key}” does nothing beside “{other}”"
        fr "« {key} » n’a aucun effet à côté de « {other} »"
        hint {
            en "keep one of the two"
            fr "gardez l’un des deux"
        }
    }
    /// A setting that another version will use.
    NOT_YET: Warning "setting-not-yet" {
        en "this version of Rihla does nothing with “{key}”"
        fr "cette version de Rihla ne fait rien de « {key} »"
        hint {
            en "take it away until there is one that does"
            fr "retirez-le jusqu’à celle qui s’en servira"
        }
    }
    /// `lists` by a field that refers to nothing.
    LIST_FIELD: Error "list-field" {
        en "there is no list by “{value}”: this field does not refer to other entries"
        fr "il n’y a pas de liste par « {value} » : ce champ ne renvoie pas à d’autres éléments"
        hint {
            en "lists are made by year, or by a field of the type reference: {known}"
            fr "les listes se font par année (year), ou par un champ de type reference : {known}"
        }
        hint {
            en "lists are made by year, or by a field of the type reference"
            fr "les listes se font par année (year), ou par un champ de type reference"
        }
    }
    /// Two lists by the same.
    LIST_TWICE: Error "list-twice" {
        en "the list by “{value}” is asked for twice"
        fr "la liste par « {value} » est demandée deux fois"
        hint {
            en "keep one of the two"
            fr "gardez l’une des deux"
        }
    }
    /// A value of another kind than wanted.
    WRONG_KIND: Error "wrong-kind" {
        en "“{key}” must be {expected}"
        fr "« {key} » doit être {expected}"
        hint {
            en "for example: {example}"
            fr "par exemple : {example}"
        }
    }
    /// A setting that needs a part of the program which was left out when it was built.
    FEATURE_MISSING: Error "feature-missing" {
        en "“{key}” needs the feature “{feature}”, and this program was built without it"
        fr "« {key} » demande l’option « {feature} », et ce programme a été compilé sans elle"
        hint {
            en "remove the line, or build the program with: cargo build --release --features {feature}"
            fr "supprimez la ligne, ou compilez le programme ainsi : cargo build --release --features {feature}"
        }
    }
    /// A value that is not one of a closed set.
    UNKNOWN_VALUE: Error "unknown-value" {
        en "“{value}” is not a possible value of “{key}”"
        fr "« {value} » n’est pas une valeur possible de « {key} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "possible values: {known}"
            fr "valeurs possibles : {known}"
        }
    }
    /// An edition of the future.
    EDITION: Error "unknown-edition" {
        en "this site was written for edition {edition}, which this version of Rihla does not know"
        fr "ce site a été écrit pour l’édition {edition}, que cette version de Rihla ne connaît pas"
        hint {
            en "install a newer version of Rihla"
            fr "installez une version plus récente de Rihla"
        }
    }
    /// A base URL that is not one.
    BASE_URL: Error "base-url" {
        en "“{value}” is not the address of a site"
        fr "« {value} » n’est pas l’adresse d’un site"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "write the whole address, with a slash at the end: https://morocco.example.org/"
            fr "écrivez l’adresse complète, avec une barre oblique à la fin : https://morocco.example.org/"
        }
    }
    /// A time zone that is not in the database.
    TIME_ZONE: Error "unknown-time-zone" {
        en "“{value}” is not a time zone"
        fr "« {value} » n’est pas un fuseau horaire"
        hint {
            en "write a continent and a city, such as Africa/Casablanca"
            fr "écrivez un continent et une ville, par exemple Africa/Casablanca"
        }
    }
    /// A language tag that is not one.
    LANGUAGE_TAG: Error "language-tag" {
        en "“{value}” is not the code of a language"
        fr "« {value} » n’est pas le code d’une langue"
        hint {
            en "write {wanted}"
            fr "écrivez {wanted}"
        }
        hint {
            en "write a code of two or three letters, such as fr, en or ar"
            fr "écrivez un code de deux ou trois lettres, par exemple fr, en ou ar"
        }
    }
    /// A subtag that CLDR replaces by another.
    TAG_REPLACED: Warning "language-tag-replaced" {
        en "browsers and search engines do not know the code “{value}”"
        fr "les navigateurs et les moteurs de recherche ne connaissent pas le code « {value} »"
        hint {
            en "write {better}"
            fr "écrivez {better}"
        }
        hint {
            en "call the language {tag}, here and wherever it is named: in the names of files, in fields, in the theme"
            fr "appelez la langue {tag}, ici et partout où elle est nommée : dans les noms de fichiers, les champs, le thème"
        }
    }
    /// The fallback of a partial language is no whole language of the site.
    FALLBACK: Error "language-fallback" {
        en "“{value}” cannot lend its words to a partial language"
        fr "« {value} » ne peut pas prêter ses mots à une langue partielle"
        hint {
            en "write after fallback: the code of a language of the site that is not partial: {known}"
            fr "écrivez après fallback: le code d’une langue du site qui n’est pas partielle : {known}"
        }
        hint {
            en "a site needs a language that is not partial: remove “partial: true” from one"
            fr "un site a besoin d’une langue qui ne soit pas partielle : retirez « partial: true » de l’une d’elles"
        }
    }
    /// A fallback without `partial: true`.
    FALLBACK_ALONE: Error "language-fallback-alone" {
        en "only a partial language borrows words from another"
        fr "seule une langue partielle emprunte les mots d’une autre"
        hint {
            en "add “partial: true” to the language, or remove “fallback”"
            fr "ajoutez « partial: true » à la langue, ou retirez « fallback »"
        }
    }
    /// A variant of another language.
    VARIANT: Error "language-variant" {
        en "“{value}” is no variety of the language “{language}”"
        fr "« {value} » n’est pas une variante de la langue « {language} »"
        hint {
            en "write {wanted}"
            fr "écrivez {wanted}"
        }
        hint {
            en "write a code that begins with “{language}-”, or leave the line out"
            fr "écrivez un code qui commence par « {language}- », ou supprimez la ligne"
        }
    }
    /// A tradition of typography that the language does not have.
    TYPOGRAPHY: Error "unknown-typography" {
        en "“{value}” is not a way to set texts in the language “{language}”"
        fr "« {value} » n’est pas une façon de composer des textes dans la langue « {language} »"
        hint {
            en "the known ones are: {known}"
            fr "celles qui sont connues sont : {known}"
        }
        hint {
            en "there are none for this language, whose texts stay as they are written: take the key away"
            fr "il n’y en a aucune pour cette langue, dont les textes restent tels qu’ils sont écrits : retirez cette clé"
        }
    }
    /// Two languages with the same tag or prefix.
    LANGUAGE_TWICE: Error "language-twice" {
        en "“{value}” is given to two languages"
        fr "« {value} » est donné à deux langues"
        hint {
            en "write another “{key}:” for one of the two"
            fr "écrivez un autre « {key}: » pour l’une des deux"
        }
    }
    /// The other place of [`LANGUAGE_TWICE`].
    NO_LANGUAGES: Error "no-languages" {
        en "the site has no language"
        fr "le site n’a aucune langue"
        hint {
            en "add to site.yaml: languages: [{tag: fr, name: \"Français\", prefix: fr}]"
            fr "ajoutez à site.yaml : languages: [{tag: fr, name: \"Français\", prefix: fr}]"
        }
    }
    /// A name of a language that is no single line.
    LANGUAGE_NAME: Error "language-name-form" {
        en "the name of the language “{tag}” has a line break or an invisible character in it"
        fr "le nom de la langue « {tag} » contient un retour à la ligne ou un caractère invisible"
        hint {
            en "write it on one line, as in: name: \"Français\""
            fr "écrivez-le sur une seule ligne, comme dans : name: \"Français\""
        }
    }
    /// A URL prefix that cannot be one.
    PREFIX: Error "language-prefix" {
        en "“{value}” cannot be the first part of an address"
        fr "« {value} » ne peut pas être la première partie d’une adresse"
        hint {
            en "use lower-case letters, digits and hyphens"
            fr "employez des minuscules sans accent, des chiffres et des traits d’union"
        }
    }
    /// A map from language to text names a language that the site does not have.
    UNKNOWN_LANGUAGE: Error "unknown-language" {
        en "the site has no language “{value}”"
        fr "le site n’a pas de langue « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "its languages are: {known}"
            fr "ses langues sont : {known}"
        }
    }
    /// A localized text lacks a language.
    LANGUAGE_MISSING: Error "language-missing" {
        en "“{key}” has no text in {language}"
        fr "« {key} » n’a pas de texte en {language}"
        hint {
            en "write it after “{empty}:”, on the same line"
            fr "écrivez-le après « {empty}: », sur la même ligne"
        }
        hint {
            en "add under “{key}” a line: {tag}: \"…\""
            fr "ajoutez sous « {key} » une ligne : {tag}: \"…\""
        }
    }
    /// A theme that does not exist.
    UNKNOWN_THEME: Error "unknown-theme" {
        en "there is no theme “{value}” in the folder themes"
        fr "il n’y a pas de thème « {value} » dans le dossier themes"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the themes are: {known}"
            fr "les thèmes sont : {known}"
        }
    }
    /// A slug with characters that an address does not have.
    SLUG: Error "collection-slug-form" {
        en "“{value}” cannot be part of an address"
        fr "« {value} » ne peut pas faire partie d’une adresse"
        hint {
            en "write: {slug}"
            fr "écrivez : {slug}"
        }
    }
    /// A placeholder of `address:` that does not exist.
    ADDRESS: Error "address-pattern" {
        en "“{value}” is not a possible form of an address"
        fr "« {value} » n’est pas une forme d’adresse possible"
        hint {
            en "use {{slug}} once and, if wanted, {{year}}, {{month}} or {{day}} before it, with slashes between them"
            fr "employez {{slug}} une fois et, si vous le souhaitez, {{year}}, {{month}} ou {{day}} avant lui, séparés par des barres obliques"
        }
    }
    /// `order`, `lists` or a rule names a field that the collection does not declare.
    UNKNOWN_FIELD_NAME: Error "unknown-field-name" {
        en "the collection declares no field “{value}”"
        fr "la collection ne déclare aucun champ « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }
    /// A collection with pages whose entries have no `title`.
    NO_TITLE_FIELD: Error "no-title-field" {
        en "a collection with pages needs a field “title”"
        fr "une collection qui a des pages doit avoir un champ « title »"
        hint {
            en "add under “fields”: title: {type: text, localized: true, required: true}"
            fr "ajoutez sous « fields » : title: {type: text, localized: true, required: true}"
        }
    }
    /// A reference to a collection that does not exist.
    UNKNOWN_COLLECTION: Error "unknown-collection" {
        en "there is no collection “{value}”"
        fr "il n’y a pas de collection « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the collections are: {known}"
            fr "les collections sont : {known}"
        }
    }
    /// A string of the theme is there in one language and not in another.
    STRING_MISSING: Error "string-missing" {
        en "the string “{key}” of the theme has no text in {language}"
        fr "le texte « {key} » du thème n’existe pas en {language}"
        hint {
            en "add it to {file}"
            fr "ajoutez-le dans {file}"
        }
    }
    /// A string that is in one language alone, and is called nearly as one that the language lacks.
    STRING_UNKNOWN: Error "string-unknown" {
        en "no other language has a string “{key}”"
        fr "aucune autre langue n’a de texte « {key} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }
    /// A string without a placeholder that it has in another language.
    STRING_LACKS: Warning "string-value-missing" {
        en "“{key}” does not say {missing}: what should stand there is left out in {language}"
        fr "« {key} » ne dit pas {missing} : ce qui devrait s’y trouver est omis en {language}"
        hint {
            en "write {missing} where it belongs, as in: {example}"
            fr "écrivez {missing} à sa place, comme dans : {example}"
        }
    }
    /// A string with a placeholder that it does not have in another language.
    STRING_STRANGE: Error "string-value-unknown" {
        en "nothing is put in the place of {strange} in “{key}”: a page would show these signs"
        fr "rien ne remplace {strange} dans « {key} » : une page montrerait ces signes"
        hint {
            en "the values of this string are: {known}"
            fr "les valeurs de ce texte sont : {known}"
        }
        hint {
            en "this string has no values: leave it out"
            fr "ce texte n’a pas de valeurs : supprimez ces signes"
        }
    }
    /// A plural form that the language needs and a string lacks.
    PLURAL_MISSING: Warning "plural-missing" {
        en "“{key}” lacks plural forms that are needed in {language}: {forms}"
        fr "il manque à « {key} » des formes de pluriel, nécessaires en {language} : {forms}"
        hint {
            en "add a line for each below “{key}”; in brackets stands a number that takes the form"
            fr "ajoutez une ligne pour chacune sous « {key} » ; entre parenthèses, un nombre qui la demande"
        }
    }
    /// A plural form that is not one.
    PLURAL: Error "plural-form" {
        en "“{value}” is not a plural form"
        fr "« {value} » n’est pas une forme de pluriel"
        hint {
            en "the forms are zero, one, two, few, many and other"
            fr "les formes sont zero, one, two, few, many et other"
        }
    }
}
