//! What is wrong with a collection's declaration or with a field's value.

messages! {
    // ------------------------------------------------------------ values

    /// A key that is no field of the entry or of the object.
    FIELD_UNKNOWN: Error "field-unknown" {
        en "there is no field “{key}” here"
        fr "il n’y a pas de champ « {key} » ici"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the fields here are: {allowed}"
            fr "les champs possibles ici : {allowed}"
        }
    }

    /// A field that another generator has.
    FIELD_FOREIGN: Error "field-foreign" {
        en "there is no field “{key}” here"
        fr "il n’y a pas de champ « {key} » ici"
        hint {
            en "here it is called “{name}”"
            fr "il s’appelle ici « {name} »"
        }
        hint {
            en "here it is called “{taken}”, which this file has already: keep one of the two"
            fr "il s’appelle ici « {taken} », que ce fichier contient déjà : gardez l’un des deux"
        }
        hint {
            en "here it is called “{undeclared}”: declare it among the fields in collection.yaml, or leave this out"
            fr "il s’appelle ici « {undeclared} » : déclarez-le parmi les champs dans collection.yaml, ou enlevez celui-ci"
        }
        hint {
            en "{advice}"
            fr "{advice}"
        }
    }

    /// `"C:\temp"`: a sign after a backslash that was not meant to be one.
    ESCAPE_MEANT: Advice "field-escape" {
        en "between double quotation marks, “{written}” is read as {sign}"
        fr "entre guillemets doubles, « {written} » est lu comme {sign}"
    }

    /// A value of another shape than the field's: a list, a map, a text.
    WRONG_KIND: Error "field-type" {
        en "“{field}” must be {wanted}, and this is {found}"
        fr "« {field} » doit être {wanted}, et ceci est {found}"
        hint {
            en "write: {meant}"
            fr "écrivez : {meant}"
        }
        hint {
            en "write: {field}: {example}"
            fr "écrivez : {field}: {example}"
        }
    }

    /// A field without a value that was to keep the entry offline.
    GUARD_EMPTY: Error "field-empty" {
        en "“{field}” has no value: nothing says when this text is to be online"
        fr "« {field} » n’a pas de valeur : rien ne dit quand ce texte doit être en ligne"
        hint {
            en "write its value after “{key}:”, or remove the line"
            fr "écrivez sa valeur après « {key}: », ou supprimez la ligne"
        }
    }

    /// A field without a value that changes nothing so.
    SETTING_EMPTY: Warning "field-empty-setting" {
        en "“{field}” has no value, so it does nothing"
        fr "« {field} » n’a pas de valeur, et n’a donc aucun effet"
        hint {
            en "write its value after “{key}:”, or remove the line"
            fr "écrivez sa valeur après « {key}: », ou supprimez la ligne"
        }
    }

    /// An item of such a field that is nothing.
    ITEM_EMPTY: Warning "field-empty-item" {
        en "this item of “{field}” is empty, so it does nothing"
        fr "cet élément de « {field} » est vide, et n’a donc aucun effet"
        hint {
            en "write it, or remove it"
            fr "écrivez-le, ou supprimez-le"
        }
    }

    /// A list where one value is wanted.
    ONE_VALUE_WANTED: Error "field-one-value" {
        en "“{field}” holds one value, and this is a list of {count}"
        fr "« {field} » n’a qu’une valeur, et ceci est une liste de {count}"
        hint {
            en "it is one text: write it as {example}"
            fr "c’est un seul texte : écrivez-le {example}"
        }
        hint {
            en "keep one of them, without the square brackets or the hyphen"
            fr "n’en gardez qu’une, sans crochets ni tiret"
        }
    }

    /// A single value where a list is wanted.
    LIST_WANTED: Error "field-list" {
        en "“{field}” is a list"
        fr "« {field} » est une liste"
        hint {
            en "write: {field}: {example}"
            fr "écrivez : {field}: {example}"
        }
        hint {
            en "put each of its items on lines of its own, the first one after a hyphen"
            fr "mettez chaque élément sur ses propres lignes, la première après un tiret"
        }
    }

    /// A key of a language map that is no language of the site.
    LANGUAGE_UNKNOWN: Error "field-language-unknown" {
        en "“{key}” is not a language of this site, so “{field}” cannot have a value for it"
        fr "« {key} » n’est pas une langue de ce site ; « {field} » ne peut pas avoir de valeur pour elle"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "a comma ends a value: put the whole text in double quotes if “{empty}” belongs to it"
            fr "une virgule termine la valeur : mettez tout le texte entre guillemets droits doubles si « {empty} » en fait partie"
        }
        hint {
            en "the languages of this site are: {allowed}"
            fr "les langues de ce site : {allowed}"
        }
    }

    /// Languages that are not moved in below their field.
    LANGUAGE_INDENT: Error "field-language-indent" {
        en "“{key}” is to be a language of “{field}”, and stands as far to the left as it"
        fr "« {key} » doit être une langue de « {field} », et commence dans la même colonne que lui"
        hint {
            en "begin the lines of the languages with two spaces"
            fr "faites commencer les lignes des langues par deux espaces"
        }
    }

    /// A part of a picture, of an amount or of a group in the column of its field.
    PART_INDENT: Error "field-part-indent" {
        en "“{key}” is to be a part of “{field}”, and stands as far to the left as it"
        fr "« {key} » doit être une partie de « {field} », et commence dans la même colonne que lui"
        hint {
            en "begin the lines of its parts with two spaces"
            fr "faites commencer les lignes de ses parties par deux espaces"
        }
    }

    /// A map of languages in a file that is in one language.
    LANGUAGE_MAP: Error "field-language-map" {
        en "this file is in one language ({language}), so “{field}” is written plainly, without a list of languages"
        fr "ce fichier est dans une seule langue ({language}) : « {field} » s’y écrit simplement, sans liste de langues"
        hint {
            en "keep the text for {language} only; each other language has its own file"
            fr "ne gardez que le texte pour {language} ; chaque autre langue a son propre fichier"
        }
    }

    /// A map of languages for a field that has one value for all.
    NOT_LOCALIZED: Error "field-not-localized" {
        en "“{field}” has one value for all languages"
        fr "« {field} » a une seule valeur pour toutes les langues"
        hint {
            en "write one value; or, in collection.yaml, give the field “localized: true”"
            fr "écrivez une seule valeur ; ou bien, dans collection.yaml, donnez au champ « localized: true »"
        }
    }

    /// Words after `#` on the line of a text that has no quotation marks.
    TEXT_COMMENT: Warning "field-comment" {
        en "“{lost}” is no part of “{field}”: after a space, “#” begins a comment"
        fr "« {lost} » ne fait pas partie de « {field} » : après une espace, « # » ouvre un commentaire"
        hint {
            en "put the whole text in double quotes; if it is a remark that nobody is to read on the site, put it on the line above"
            fr "mettez tout le texte entre guillemets droits doubles ; si c’est une remarque que personne ne doit lire sur le site, mettez-la sur la ligne au-dessus"
        }
    }

    /// A text longer than the field allows.
    TOO_LONG: Error "field-too-long" {
        en "“{field}” has {count} characters, and at most {max} are allowed"
        fr "« {field} » compte {count} caractères, pour {max} au plus"
        hint {
            en "shorten it by {over}"
            fr "raccourcissez-le de {over}"
        }
    }

    /// More items than the field allows.
    TOO_MANY: Error "field-too-many" {
        en "“{field}” has {count} items, and at most {max} are allowed"
        fr "« {field} » compte {count} éléments, pour {max} au plus"
    }

    /// A text that is no date.
    DATE_FORM: Error "date-form" {
        en "“{value}” is not a date in the form year-month-day"
        fr "« {value} » n’est pas une date de la forme année-mois-jour"
        hint {
            en "“{field}” keeps the day alone: write {suggested} here, and {hour} in the text"
            fr "« {field} » ne garde que le jour : écrivez {suggested} ici, et {hour} dans le texte"
        }
        hint {
            en "write: {suggested}, or: {other}, whichever is meant"
            fr "écrivez : {suggested}, ou bien : {other}, selon ce que vous voulez dire"
        }
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "a date is written like 2017-06-02"
            fr "une date s’écrit comme 2017-06-02"
        }
    }

    /// A text that is neither a date nor a moment.
    DATETIME_FORM: Error "datetime-form" {
        en "“{value}” is neither a date nor a date with a time"
        fr "« {value} » n’est ni une date ni une date avec une heure"
        hint {
            en "write: {suggested}, or: {other}, whichever is meant"
            fr "écrivez : {suggested}, ou bien : {other}, selon ce que vous voulez dire"
        }
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "it is written like 2017-06-02, or like 2017-06-02 14:30"
            fr "cela s’écrit comme 2017-06-02, ou comme 2017-06-02 14:30"
        }
    }

    /// A date outside what can be counted in every time zone.
    DATE_RANGE: Error "date-out-of-range" {
        en "the date {value} is too far away: dates go from the year 1 to the year 9998"
        fr "la date {value} est trop lointaine : les dates vont de l’an 1 à l’an 9998"
        hint {
            en "if no date is known, leave out “{field}”; a text that is not to be published yet has the line draft: true"
            fr "si aucune date n’est connue, enlevez « {field} » ; un texte à ne pas encore publier porte la ligne draft: true"
        }
    }

    /// A day that no month has.
    DATE_IMPOSSIBLE: Error "date-impossible" {
        en "there is no such day as {value}"
        fr "le jour {value} n’existe pas"
        hint {
            en "the last day of that month is {last}; with its hour: {whole}"
            fr "le dernier jour de ce mois est {last} ; avec son heure : {whole}"
        }
        hint {
            en "the last day of that month is {last}"
            fr "le dernier jour de ce mois est {last}"
        }
        hint {
            en "a date is the year, then the month, then the day: 2017-06-02 is the 2nd of June"
            fr "une date est l’année, puis le mois, puis le jour : 2017-06-02 est le 2 juin"
        }
    }

    /// A date whose day of the week is another one.
    DATE_WEEKDAY: Error "date-weekday" {
        en "in “{value}”, the day of the week is not that of the date: {date} is a {day}"
        fr "dans « {value} », le jour de la semaine n’est pas celui de la date : le {date} est un {day}"
        hint {
            en "look up which of the two is right, and write the date without the day of the week"
            fr "vérifiez lequel des deux est juste, et écrivez la date sans le jour de la semaine"
        }
    }

    /// An hour where only the day is kept.
    DATE_HOUR: Warning "date-hour" {
        en "“{field}” keeps the day alone: {hour} is shown nowhere"
        fr "« {field} » ne garde que le jour : {hour} n’est affiché nulle part"
        hint {
            en "write {suggested} here, and the hour in the text"
            fr "écrivez {suggested} ici, et l’heure dans le texte"
        }
    }

    /// A text that is no number.
    NUMBER_FORM: Error "number-form" {
        en "“{value}” is not a number in the form that is read here"
        fr "« {value} » n’est pas un nombre sous la forme qui se lit ici"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "write only digits, with a point before the decimals: 1200 or 1.5"
            fr "écrivez seulement des chiffres, avec un point avant les décimales : 1200 ou 1.5"
        }
    }

    /// More digits than a number may have.
    NUMBER_LONG: Error "number-long" {
        en "the number “{value}” is too long: at most 18 digits before the point and 12 after it"
        fr "le nombre « {value} » est trop long : 18 chiffres au plus avant le point et 12 après"
    }

    /// A text that is neither true nor false.
    BOOLEAN_FORM: Error "boolean-form" {
        en "“{field}” is either true or false, and this is “{value}”"
        fr "« {field} » est soit true (oui), soit false (non), et ceci est « {value} »"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
    }

    /// An amount that is no map of amount and currency.
    MONEY_FORM: Error "money-form" {
        en "“{field}” needs an amount and a currency"
        fr "« {field} » demande un montant et une devise"
        hint {
            en "write: {field}: {suggested}"
            fr "écrivez : {field}: {suggested}"
        }
        hint {
            en "write {field}: {first}, or {field}: {second}, whichever is meant"
            fr "écrivez {field}: {first}, ou {field}: {second}, selon ce qu’il faut lire"
        }
        hint {
            en "write for example: {field}: {example}"
            fr "écrivez par exemple : {field}: {example}"
        }
    }

    /// An amount with three decimals, which hardly any currency has.
    MONEY_POINT: Warning "money-point" {
        en "“{value}” is read with decimals: a point does not part thousands"
        fr "« {value} » se lit avec des décimales : un point ne sépare pas les milliers"
        hint {
            en "write {whole}, or {fewer}, whichever is meant"
            fr "écrivez {whole}, ou {fewer}, selon ce qu’il faut lire"
        }
        hint {
            en "write {whole}, if that is meant"
            fr "écrivez {whole}, si c’est ce qu’il faut lire"
        }
    }

    /// A currency that ISO 4217 does not have.
    CURRENCY_UNKNOWN: Error "currency-unknown" {
        en "“{value}” is not the code of a currency"
        fr "« {value} » n’est pas le code d’une devise"
        hint {
            en "did you mean {nearest}?"
            fr "vouliez-vous écrire {nearest} ?"
        }
        hint {
            en "a currency is written with its three letters, like MAD, EUR or USD"
            fr "une devise s’écrit par ses trois lettres, comme MAD, EUR ou USD"
        }
    }

    /// A key that the choice does not have.
    CHOICE_UNKNOWN: Error "choice-unknown" {
        en "“{value}” is not one of the choices for “{field}” ({allowed})"
        fr "« {value} » n’est pas l’un des choix pour « {field} » ({allowed})"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }

    /// A tag that is no language of the site.
    TAG_UNKNOWN: Error "language-tag-unknown" {
        en "“{value}” is not a language of this site ({allowed})"
        fr "« {value} » n’est pas une langue de ce site ({allowed})"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }

    /// A text that is no address of electronic mail.
    EMAIL_FORM: Error "email-form" {
        en "“{value}” is not an e-mail address"
        fr "« {value} » n’est pas une adresse électronique"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "an address is written like name@example.org, one in each field"
            fr "une adresse s’écrit comme nom@example.org, une seule par champ"
        }
    }

    /// A text that is no link.
    LINK_FORM: Error "link-form" {
        en "“{value}” is not a link that a page may have"
        fr "« {value} » n’est pas un lien possible dans une page"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "a link begins with https://, http://, mailto: or tel:, or with / for a page of this site"
            fr "un lien commence par https://, http://, mailto: ou tel:, ou par / pour une page de ce site"
        }
    }

    /// A link that would run a script or carry data.
    LINK_REFUSED: Error "link-refused" {
        en "a link that begins with “{scheme}:” is refused, because it can do harm to a reader"
        fr "un lien qui commence par « {scheme}: » est refusé, car il peut nuire au lecteur"
        hint {
            en "link to a page (https://…) or to a file of this site"
            fr "faites un lien vers une page (https://…) ou vers un fichier de ce site"
        }
    }

    /// A text that is no name of a file.
    FILE_FORM: Error "file-form" {
        en "“{value}” is not the name of a file of this site"
        fr "« {value} » n’est pas le nom d’un fichier de ce site"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "put the file beside the text and write its name here"
            fr "mettez le fichier à côté du texte et écrivez ici son nom"
        }
    }

    /// A text that is no id of an entry.
    REFERENCE_FORM: Error "reference-form" {
        en "“{value}” is not the id of an entry"
        fr "« {value} » n’est pas l’identifiant d’une entrée"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "an id is the entry’s path without language and extension, like {collection}/name"
            fr "un identifiant est le chemin de l’entrée sans langue ni extension, comme {collection}/nom"
        }
    }

    /// A slug with other characters than small letters, digits and hyphens.
    SLUG_FORM: Error "slug-form" {
        en "the slug “{value}” may only have small letters (without accents, where they are Latin), digits, and hyphens between them"
        fr "le slug « {value} » ne peut avoir que des minuscules (sans accent, si elles sont latines), des chiffres, et des tirets entre eux"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
    }

    /// An alias with a query.
    ADDRESS_QUERY: Error "alias-query" {
        en "“{value}” has a “?”, and what follows it is no part of the path of a page: a site of files answers the same whatever stands there"
        fr "« {value} » contient un « ? », et ce qui le suit ne fait pas partie du chemin d’une page : un site fait de fichiers répond la même chose quoi qu’on y mette"
        hint {
            en "take this alias away, and ask whoever runs the server to redirect such addresses"
            fr "retirez cet alias, et demandez à qui gère le serveur de rediriger ces adresses"
        }
    }
    /// An alias with a per cent sign that no code follows.
    ADDRESS_PERCENT: Error "alias-percent" {
        en "in the address “{value}”, a “%” is not followed by the code of a letter"
        fr "dans l’adresse « {value} », un « % » n’est pas suivi du code d’une lettre"
        hint {
            en "copy the address again from a browser, or take it away; the sign itself is written %25"
            fr "recopiez l’adresse depuis un navigateur, ou retirez-la ; le signe lui-même s’écrit %25"
        }
    }
    /// An alias that is no path.
    ADDRESS_FORM: Error "alias-form" {
        en "“{value}” is not the path of a page of this site"
        fr "« {value} » n’est pas le chemin d’une page de ce site"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
        hint {
            en "write the part of the former address that follows the name of the site, from the first /"
            fr "écrivez la partie de l’ancienne adresse qui suit le nom du site, à partir du premier /"
        }
    }

    /// A picture without its file.
    IMAGE_FILE: Error "image-file" {
        en "the picture “{field}” does not say which file it is"
        fr "l’image « {field} » ne dit pas de quel fichier il s’agit"
        hint {
            en "add: file: photo.jpg"
            fr "ajoutez : file: photo.jpg"
        }
    }

    /// A focus that is no point of the picture.
    FOCUS_FORM: Error "image-focus" {
        en "the focus of a picture is two numbers from 0 to 1: how far from the left, how far from the top"
        fr "le point central d’une image est fait de deux nombres de 0 à 1 : la distance depuis la gauche, puis depuis le haut"
        hint {
            en "write: focus: {suggested}"
            fr "écrivez : focus: {suggested}"
        }
        hint {
            en "write for example: focus: [0.5, 0.35]"
            fr "écrivez par exemple : focus: [0.5, 0.35]"
        }
    }

    /// A picture without an alternative text in a language of the entry.
    IMAGE_ALT_MISSING: Error "image-alt-missing" {
        en "the picture “{file}” has no alternative text ({languages})"
        fr "l’image « {file} » n’a pas de texte de remplacement ({languages})"
        hint {
            en "say what it shows, for those who do not see it: {example}; for a mere ornament: alt: \"\""
            fr "dites ce qu’elle montre, pour qui ne la voit pas : {example} ; pour un simple ornement : alt: \"\""
        }
    }

    /// The same words in two languages.
    SAME_TEXT: Warning "same-text" {
        en "“{field}” has the same text in {first} and in {second}; it may not have been translated"
        fr "« {field} » a le même texte en {first} et en {second} ; il n’a peut-être pas été traduit"
        hint {
            en "translate it; if it is a name, in a file for all languages, write it once, without languages: {field}: {example}"
            fr "traduisez-le ; si c’est un nom, dans un fichier pour toutes les langues, écrivez-le une fois, sans langues : {field}: {example}"
        }
        hint {
            en "translate it, if it is not a name"
            fr "traduisez-le, si ce n’est pas un nom"
        }
    }

    /// A shared field that two files give different values.
    SHARED_CONFLICT: Error "shared-field-conflict" {
        en "“{field}” holds for all languages, and two files give it different values"
        fr "« {field} » vaut pour toutes les langues, et deux fichiers lui donnent des valeurs différentes"
        hint {
            en "the number of items is {here} here and {there} in the other file: give each item in both, with its words in each language"
            fr "le nombre d’éléments est de {here} ici et de {there} dans l’autre fichier : donnez chaque élément dans les deux, avec ses mots dans chaque langue"
        }
        hint {
            en "write it once, in {shared}, or the same in each file"
            fr "écrivez-le une seule fois, dans {shared}, ou pareil dans chaque fichier"
        }
        hint {
            en "write it in one of the two files alone, or the same in both"
            fr "écrivez-le dans un seul des deux fichiers, ou pareil dans les deux"
        }
    }

    /// More findings in one file than anyone would read.
    TOO_MANY_FINDINGS: Error "field-more" {
        en "{count} more things are wrong with the fields of this file; mend the first ones, then look again"
        fr "{count} autres choses ne vont pas dans les champs de ce fichier ; corrigez les premières, puis vérifiez de nouveau"
    }

    // ------------------------------------------------------------ rules

    /// Two dates or numbers in the wrong order.
    RULE_BEFORE: Error "rule-before" {
        en "“{later}” ({later_value}) comes before “{earlier}” ({earlier_value})"
        fr "« {later} » ({later_value}) vient avant « {earlier} » ({earlier_value})"
        hint {
            en "“{earlier}” must not be after “{later}”: correct one of the two"
            fr "« {earlier} » ne peut pas être après « {later} » : corrigez l’un des deux"
        }
    }

    /// A date that has passed, although a rule with `today` says otherwise.
    RULE_TODAY: Warning "rule-before-today" {
        en "“{field}” is {value}, which is past, although “{condition}”"
        fr "« {field} » est le {value}, une date passée, alors que « {condition} »"
        hint {
            en "correct the date, or what it depends on"
            fr "corrigez la date, ou ce dont elle dépend"
        }
    }

    /// The same, where the rule has no condition.
    RULE_PASSED: Warning "rule-passed" {
        en "“{field}” is {value}, which is past"
        fr "« {field} » est le {value}, une date passée"
        hint {
            en "correct the date"
            fr "corrigez la date"
        }
    }

    /// A date that should have come by today, according to a rule with `today`.
    RULE_TO_COME: Warning "rule-to-come" {
        en "“{field}” is {value}, which has not come yet"
        fr "« {field} » est le {value}, une date encore à venir"
        hint {
            en "correct the date, or what it depends on (“{condition}”)"
            fr "corrigez la date, ou ce dont elle dépend (« {condition} »)"
        }
        hint {
            en "correct the date"
            fr "corrigez la date"
        }
    }

    /// A date after the day of the build.
    RULE_NOT_FUTURE: Error "rule-not-future" {
        en "“{field}” cannot lie in the future, and it is {value}"
        fr "« {field} » ne peut pas être dans l’avenir, et c’est le {value}"
        hint {
            en "correct the date; what is only planned has a field of its own, or is left out"
            fr "corrigez la date ; ce qui est seulement prévu a son propre champ, ou ne s’écrit pas"
        }
    }

    /// Numbers that do not add up.
    RULE_SUM: Error "rule-sum" {
        en "the values of “{field}” add up to {total}, and not to {wanted}"
        fr "les valeurs de « {field} » font {total} au total, et non {wanted}"
        hint {
            en "correct them; the difference is {difference}"
            fr "corrigez-les ; la différence est de {difference}"
        }
    }

    /// A value that begins with none of the values of another field.
    RULE_PREFIX: Error "rule-prefix-of" {
        en "“{value}” in “{field}” belongs to none of “{others}” ({allowed})"
        fr "« {value} » dans « {field} » ne relève d’aucun des « {others} » ({allowed})"
        hint {
            en "add what it belongs to in “{others}”, or correct “{value}”"
            fr "ajoutez dans « {others} » ce dont il relève, ou corrigez « {value} »"
        }
    }

    /// A number that is zero or below.
    RULE_POSITIVE: Error "rule-positive" {
        en "“{field}” must be above zero, and it is {value}"
        fr "« {field} » doit être au-dessus de zéro, et vaut {value}"
        hint {
            en "correct it, or leave “{field}” out where there is nothing to say"
            fr "corrigez-le, ou n’écrivez pas « {field} » s’il n’y a rien à dire"
        }
    }

    /// Two totals that differ.
    RULE_SAME_TOTAL: Error "rule-same-total" {
        en "“{first}” adds up to {first_total}, and “{second}” to {second_total}"
        fr "« {first} » fait {first_total} au total, et « {second} » fait {second_total}"
        hint {
            en "the two must be the same; the difference is {difference}"
            fr "les deux doivent être égaux ; la différence est de {difference}"
        }
    }

    /// Amounts in several currencies, which cannot be added.
    RULE_CURRENCIES: Error "rule-currencies" {
        en "“{field}” is in {currency}, and another amount that is added or compared is in {other}"
        fr "« {field} » est en {currency}, et un autre montant qui s’y ajoute ou s’y compare est en {other}"
        hint {
            en "write all of them in the same currency"
            fr "écrivez-les tous dans la même devise"
        }
    }

    // ------------------------------------------------------------ declarations

    /// A part of a declaration that has another shape.
    DECLARATION_FORM: Error "declaration-form" {
        en "“{key}” cannot be written like this"
        fr "« {key} » ne peut pas s’écrire ainsi"
        hint {
            en "write for example: {example}"
            fr "écrivez par exemple : {example}"
        }
    }

    /// A type that does not exist.
    TYPE_UNKNOWN: Error "type-unknown" {
        en "there is no type “{value}” for a field"
        fr "il n’y a pas de type « {value} » pour un champ"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the types are: {allowed}"
            fr "les types possibles : {allowed}"
        }
    }

    /// A declaration without a type.
    TYPE_MISSING: Error "type-missing" {
        en "the field “{field}” does not say its type"
        fr "le champ « {field} » ne dit pas son type"
        hint {
            en "for a group of fields, write: {field}: {example}"
            fr "pour un groupe de champs, écrivez : {field}: {example}"
        }
        hint {
            en "add: type: text (or one of: {allowed})"
            fr "ajoutez : type: text (ou l’un de : {allowed})"
        }
    }

    /// A key that a declaration does not have.
    OPTION_UNKNOWN: Error "field-option-unknown" {
        en "“{key}” says nothing about a field of type {type}"
        fr "« {key} » ne dit rien d’un champ de type {type}"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "what can be said of it: {allowed}"
            fr "ce qui peut en être dit : {allowed}"
        }
    }

    /// The same, where the type is not known either.
    OPTION_UNKNOWN_ANYWHERE: Error "declaration-key-unknown" {
        en "“{key}” says nothing about a field"
        fr "« {key} » ne dit rien d’un champ"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "what can be said of it: type, {allowed}"
            fr "ce qui peut en être dit : type, {allowed}"
        }
    }

    /// What can be said of a whole list, said of its items.
    ITEM_OPTION: Error "field-option-of-item" {
        en "“{key}” is said of a whole list, and not of what is in it"
        fr "« {key} » se dit d’une liste entière, et non de ce qu’elle contient"
        hint {
            en "move it beside “type: list”, or leave it out"
            fr "déplacez-le à côté de « type: list », ou supprimez-le"
        }
    }

    /// A localized field in what belongs to one language already.
    LOCALIZED_TWICE: Error "field-localized-twice" {
        en "“{field}” is part of “{outer}”, which has a value for each language already"
        fr "« {field} » fait partie de « {outer} », qui a déjà une valeur par langue"
        hint {
            en "take “localized” away from one of the two"
            fr "retirez « localized » de l’un des deux"
        }
    }

    /// Lists and objects in each other without end.
    TOO_DEEP: Error "field-too-deep" {
        en "“{field}” lies too deep: at most {max} lists and groups may stand in each other"
        fr "« {field} » est trop profond : {max} listes et groupes au plus peuvent s’emboîter"
        hint {
            en "make a collection of the inner fields, and refer to it: {{type: reference, to: …}"
            fr "faites une collection des champs intérieurs, et renvoyez-y : {{type: reference, to: …}"
        }
    }

    /// A declaration that lacks what its type needs.
    OPTION_MISSING: Error "field-option-missing" {
        en "the field “{field}” of type {type} lacks “{option}”"
        fr "au champ « {field} » de type {type} il manque « {option} »"
        hint {
            en "write for example: {field}: {example}"
            fr "écrivez par exemple : {field}: {example}"
        }
    }

    /// A field that every entry has already.
    NAME_TAKEN: Error "field-name-taken" {
        en "every entry has a field “{field}” already, without declaration"
        fr "toute entrée a déjà un champ « {field} », sans déclaration"
        hint {
            en "give this one another name"
            fr "donnez un autre nom à celui-ci"
        }
    }

    /// A name that a template could not use.
    NAME_FORM: Error "field-name-form" {
        en "the name “{field}” may only have small letters without accents, digits and _, and begins with a letter"
        fr "le nom « {field} » ne peut avoir que des minuscules sans accent, des chiffres et _, et commence par une lettre"
        hint {
            en "write: {suggested}"
            fr "écrivez : {suggested}"
        }
    }

    /// Words for visitors or for a form in some languages only.
    LABEL_MISSING: Error "label-missing" {
        en "“{key}” has words in other languages, but none in “{language}”"
        fr "« {key} » a un libellé dans d’autres langues, mais pas en « {language} »"
        hint {
            en "add: {language}: \"…\""
            fr "ajoutez : {language}: \"…\""
        }
    }

    /// A key that a list of choices has already.
    CHOICE_TWICE: Error "choice-twice" {
        en "the choice “{key}” is listed twice"
        fr "le choix « {key} » est donné deux fois"
        hint {
            en "keep one of them"
            fr "n’en gardez qu’un"
        }
    }

    /// A rule that does not exist.
    RULE_UNKNOWN: Error "rule-unknown" {
        en "there is no rule “{key}”"
        fr "il n’y a pas de règle « {key} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the rules are: {allowed}"
            fr "les règles possibles : {allowed}"
        }
    }

    /// A rule of another shape.
    RULE_FORM: Error "rule-form" {
        en "the rule “{key}” cannot be written like this"
        fr "la règle « {key} » ne peut pas s’écrire ainsi"
        hint {
            en "write for example: {example}"
            fr "écrivez par exemple : {example}"
        }
    }

    /// Two rules in one.
    RULE_SEVERAL: Error "rule-several" {
        en "“{key}” is a second rule in the same place"
        fr "« {key} » est une deuxième règle au même endroit"
        hint {
            en "write it on a line of its own, after a hyphen: a “when” then holds for each by itself"
            fr "écrivez-la sur sa propre ligne, après un tiret : un « when » vaut alors pour chacune séparément"
        }
    }

    /// Dates and numbers in one order.
    RULE_MIXED: Error "rule-mixed" {
        en "the rule “{rule}” compares dates with dates, or numbers with numbers, and this mixes them"
        fr "la règle « {rule} » compare des dates entre elles, ou des nombres entre eux, et ceci les mélange"
        hint {
            en "write one rule for the dates and another for the numbers"
            fr "écrivez une règle pour les dates et une autre pour les nombres"
        }
    }

    /// A path that goes on where there are no fields.
    RULE_NO_FIELDS: Error "rule-no-fields" {
        en "the rule names “{path}”, but “{key}” is {found} and has no fields of its own"
        fr "la règle nomme « {path} », mais « {key} » est {found} et n’a pas de champs"
        hint {
            en "write: {key}"
            fr "écrivez : {key}"
        }
    }

    /// A rule about a field that does not exist.
    RULE_FIELD: Error "rule-field-unknown" {
        en "the rule names the field “{path}”, and there is no “{key}”"
        fr "la règle nomme le champ « {path} », et il n’y a pas de « {key} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "the fields there are: {allowed}"
            fr "les champs possibles à cet endroit : {allowed}"
        }
    }

    /// A rule about a field of a type for which it means nothing.
    RULE_KIND: Error "rule-field-type" {
        en "the rule “{rule}” means nothing for “{path}”, which is {found}"
        fr "la règle « {rule} » n’a pas de sens pour « {path} », qui est {found}"
        hint {
            en "“{rule}” is for {wanted}"
            fr "« {rule} » est pour {wanted}"
        }
    }
}

use super::super::Bilingual;

/// What stands at the other place of a conflict.
pub static LABEL_PICTURE: Bilingual = Bilingual {
    en: "the picture",
    fr: "l’image",
};

/// What stands at the place of another value.
pub static LABEL_OTHER_VALUE: Bilingual = Bilingual {
    en: "the other value",
    fr: "l’autre valeur",
};

/// What stands at the place of the earlier of two values.
pub static LABEL_EARLIER: Bilingual = Bilingual {
    en: "“{earlier}” is here",
    fr: "« {earlier} » est ici",
};

/// What stands at the place of the second total.
pub static LABEL_SECOND_TOTAL: Bilingual = Bilingual {
    en: "“{second}” is here",
    fr: "« {second} » est ici",
};

/// What stands at the place of the same text in the other language.
pub static LABEL_SAME_TEXT: Bilingual = Bilingual {
    en: "the same text in “{second}”",
    fr: "le même texte en « {second} »",
};

/// What stands where an amount in another currency is.
pub static LABEL_OTHER_CURRENCY: Bilingual = Bilingual {
    en: "this one is in {other}",
    fr: "celui-ci est en {other}",
};

/// What stands where the beginnings are.
pub static LABEL_OTHERS: Bilingual = Bilingual {
    en: "“{others}” is here",
    fr: "« {others} » est ici",
};

/// What stands at the value that a condition is about.
pub static LABEL_CONDITION: Bilingual = Bilingual {
    en: "the condition is met here",
    fr: "la condition est remplie ici",
};

/// The days of the week, from Monday on.
pub static WEEKDAYS: [crate::Bilingual; 7] = [
    crate::Bilingual {
        en: "Monday",
        fr: "lundi",
    },
    crate::Bilingual {
        en: "Tuesday",
        fr: "mardi",
    },
    crate::Bilingual {
        en: "Wednesday",
        fr: "mercredi",
    },
    crate::Bilingual {
        en: "Thursday",
        fr: "jeudi",
    },
    crate::Bilingual {
        en: "Friday",
        fr: "vendredi",
    },
    crate::Bilingual {
        en: "Saturday",
        fr: "samedi",
    },
    crate::Bilingual {
        en: "Sunday",
        fr: "dimanche",
    },
];

/// What a sign after a backslash becomes: the letter behind it, and what it is.
pub static ESCAPES: [(char, crate::Bilingual); 2] = [
    (
        't',
        crate::Bilingual {
            en: "a tab",
            fr: "une tabulation",
        },
    ),
    (
        'n',
        crate::Bilingual {
            en: "the end of a line",
            fr: "une fin de ligne",
        },
    ),
];
/// What any other sign becomes.
pub static ESCAPE: crate::Bilingual = crate::Bilingual {
    en: "a sign that nobody sees",
    fr: "un signe que personne ne voit",
};
