//! What is wrong with a file of an entry.

messages! {
    /// A sign that nobody sees, and that another program has left.
    ODD_SIGN: Advice "sign-unseen" {
        en "there is a sign here that nobody sees and that most programs cannot show: {sign}"
        fr "il y a ici un signe que personne ne voit et que la plupart des logiciels ne savent pas afficher : {sign}"
        hint {
            en "put a space in the place of {broken}"
            fr "remplacez {broken} par une espace"
        }
        hint {
            en "remove {useless}"
            fr "supprimez {useless}"
        }
        hint {
            en "remove the sign {sign}, or write what it was to show"
            fr "supprimez le signe {sign}, ou écrivez ce qu’il devait montrer"
        }
    }
    /// A text without fields, of an entry that has none elsewhere.
    NO_FIELDS: Error "front-matter-missing" {
        en "this text does not say its title"
        fr "ce texte ne dit pas son titre"
        hint { en "begin the file with three lines: --- then title: \"…\" then ---"
               fr "commencez le fichier par trois lignes : --- puis title: \"…\" puis ---" }
    }
    /// Fields at the head of a text, without the lines around them.
    UNFRAMED: Error "front-matter-unframed" {
        en "the lines of hyphens around the fields are missing, so that they are read as text"
        fr "il manque les lignes de tirets autour des champs, qui sont donc lus comme du texte"
        hint { en "put a line of three hyphens, ---, above “{first}”, and another one below “{last}”"
               fr "mettez une ligne de trois tirets, ---, au-dessus de « {first} », et une autre au-dessous de « {last} »" }
    }
    /// A Markdown file whose name has no language.
    NO_LANGUAGE: Error "file-language" {
        en "the name of this file does not say its language"
        fr "le nom de ce fichier ne dit pas sa langue"
        hint {
            en "rename it to {wanted}, or to {others}, whichever its language is"
            fr "renommez-le en {wanted}, ou en {others}, selon sa langue"
        }
        hint {
            en "rename it to {wanted}"
            fr "renommez-le en {wanted}"
        }
    }
    /// `x.fr.fr.md`.
    LANGUAGE_TWICE: Error "file-language-twice" {
        en "the name “{name}” says its language twice"
        fr "le nom « {name} » dit deux fois sa langue"
        hint {
            en "rename it to {wanted}"
            fr "renommez-le en {wanted}"
        }
    }
    /// A source with an ending that is not read.
    FILE_ENDING: Error "file-ending" {
        en "“{name}” is not read, because of the end of its name"
        fr "« {name} » n’est pas lu, à cause de la fin de son nom"
        hint {
            en "rename it to {wanted}, or to {others}, whichever its language is"
            fr "renommez-le en {wanted}, ou en {others}, selon sa langue"
        }
        hint {
            en "rename it to {wanted} (Windows hides the end of names: in the Explorer, show “file name extensions”)"
            fr "renommez-le en {wanted} (Windows cache la fin des noms : dans l’Explorateur, affichez les « extensions de noms de fichiers »)"
        }
    }
    /// A name with a meaning, in capitals.
    FILE_CAPITALS: Error "file-capitals" {
        en "“{name}” has capitals: a file of this name means something in small letters alone"
        fr "« {name} » contient des majuscules : un fichier de ce nom n’a de sens qu’en minuscules"
        hint {
            en "rename it to {wanted}"
            fr "renommez-le en {wanted}"
        }
    }
    /// Two files that would be one entry, if they were spelled alike.
    ALIKE: Error "entries-alike" {
        en "“{name}” and “{other}” are two entries, since they are not written alike: languages are paired by the name of the file"
        fr "« {name} » et « {other} » sont deux éléments, car ils ne s’écrivent pas de la même façon : les langues sont reliées par le nom du fichier"
        hint {
            en "rename this one to {wanted}"
            fr "renommez celui-ci en {wanted}"
        }
        hint {
            en "give one of the two another name"
            fr "donnez un autre nom à l’un des deux"
        }
    }
    /// Entries in a table.
    ENTRIES_FORM: Error "entries-form" {
        en "“{name}” is not read: the entries of a collection are not taken from a file of the kind {extension}"
        fr "« {name} » n’est pas lu : les éléments d’une collection ne sont pas pris dans un fichier {extension}"
        hint {
            en "write them in entries.yaml, a list whose items begin with “- id: …”"
            fr "écrivez-les dans entries.yaml, une liste dont chaque élément commence par « - id: … »"
        }
    }
    /// A Markdown file in a language that the site does not have.
    FILE_LANGUAGE: Error "file-language-unknown" {
        en "the site has no language “{language}”"
        fr "le site n’a pas de langue « {language} »"
        hint {
            en "if the site is to have it, add “tag: {meant}” to the languages in content/site.yaml; those it has are: {known}"
            fr "si le site doit l’avoir, ajoutez « tag: {meant} » aux langues de content/site.yaml ; celles qu’il a : {known}"
        }
        hint {
            en "did you mean {nearest}? Then rename the file to {wanted}"
            fr "vouliez-vous écrire {nearest} ? Renommez alors le fichier en {wanted}"
        }
        hint {
            en "its languages are: {known}"
            fr "ses langues sont : {known}"
        }
    }
    /// A text in the folder of an entry that is not a text of the entry.
    STRAY_TEXT: Error "stray-text" {
        en "this text belongs to no entry: the folder {folder} is one entry, and its texts are called index"
        fr "ce texte n’appartient à rien : le dossier {folder} est un seul élément, et ses textes s’appellent index"
        hint {
            en "rename it to {wanted}, or move it out of the folder"
            fr "renommez-le en {wanted}, ou sortez-le de ce dossier"
        }
    }
    /// `_index` outside the top of a collection.
    STRAY_INDEX: Error "stray-index" {
        en "_index is the text of the home page or of a collection’s list; here it belongs to nothing"
        fr "_index est le texte de la page d’accueil ou de la liste d’une collection ; ici, il n’appartient à rien"
        hint {
            en "rename it to {wanted}"
            fr "renommez-le en {wanted}"
        }
    }
    /// An item of `entries.yaml` without `id`.
    NO_ID: Error "entry-id" {
        en "every item of entries.yaml needs an “id”"
        fr "chaque élément de entries.yaml doit avoir un « id »"
        hint {
            en "add as its first line: id: {example}"
            fr "ajoutez comme première ligne : id: {example}"
        }
    }
    /// An id that cannot be one.
    ID_FORM: Error "entry-id-form" {
        en "“{value}” cannot be an id"
        fr "« {value} » ne peut pas être un id"
        hint {
            en "use lower-case letters, digits and hyphens: {example}"
            fr "employez des minuscules sans accent, des chiffres et des traits d’union : {example}"
        }
    }
    /// `entries.yaml` that is not a list.
    NOT_A_LIST: Error "entries-not-a-list" {
        en "entries.yaml must be a list: each item begins with “- id: …”"
        fr "entries.yaml doit être une liste : chaque élément commence par « - id: … »"
    }
    /// The file of an entry that is not a map.
    NOT_A_MAP: Error "entry-not-a-map" {
        en "this must be lines “key: value”"
        fr "ici, il faut des lignes « clé : valeur »"
    }
    /// A folder of the content that looks like a collection but declares none.
    UNDECLARED: Error "collection-undeclared" {
        en "entries.yaml stands in the folder {folder}, which declares no collection"
        fr "entries.yaml se trouve dans le dossier {folder}, qui ne déclare aucune collection"
        hint {
            en "add the file {wanted}"
            fr "ajoutez le fichier {wanted}"
        }
    }
}
