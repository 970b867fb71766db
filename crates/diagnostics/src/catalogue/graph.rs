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
            en "write it after “{empty}:”, on the same line"
            fr "écrivez-le après « {empty}: », sur la même ligne"
        }
        hint {
            en "add a line: {line}"
            fr "ajoutez une ligne : {line}"
        }
        hint {
            en "add a line: {key}: \"…\""
            fr "ajoutez une ligne : {key}: \"…\""
        }
    }
    /// A required localized field of an all-YAML entry lacks a language that other fields have.
    REQUIRED_IN: Error "field-required-in-language" {
        en "“{field}” has no value in {language}, a language in which this page exists"
        fr "« {field} » n’a pas de valeur en {language}, langue dans laquelle cette page existe"
        hint {
            en "write it after “{empty}:”, on the same line"
            fr "écrivez-le après « {empty}: », sur la même ligne"
        }
        hint {
            en "write the same lines in {wanted}, with the words of that language"
            fr "écrivez les mêmes lignes dans {wanted}, avec le texte dans cette langue"
        }
        hint {
            en "add a line: {line}"
            fr "ajoutez une ligne : {line}"
        }
        hint {
            en "add under “{key}” a line: {tag}: \"…\""
            fr "ajoutez sous « {key} » une ligne : {tag}: \"…\""
        }
    }
    /// The fields of an entry stand in a file beside which there is no text, and say nothing in any
    /// language.
    NOTHING_SAID: Error "entry-without-text" {
        en "nothing is published of this file: no text stands beside it, and it has no “{field}”"
        fr "rien n’est publié de ce fichier : aucun texte n’est à côté de lui, et il n’a pas de « {field} »"
        hint {
            en "write the text in {wanted}, or remove this file"
            fr "écrivez le texte dans {wanted}, ou supprimez ce fichier"
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
        en "this text is not published: the entry says that it exists only in these languages: {languages}"
        fr "ce texte n’est pas publié : l’élément dit qu’il n’existe que dans ces langues : {languages}"
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
    /// Several entries in one text.
    TOGETHER: Error "references-together" {
        en "“{value}” names several entries, and each is an item of its own in “{field}”"
        fr "« {value} » nomme plusieurs éléments, et chacun est un élément à part dans « {field} »"
        hint {
            en "put commas between them, in square brackets: [{ids}]"
            fr "séparez-les par des virgules, entre crochets : [{ids}]"
        }
    }
    /// A text in a folder that is called as visitors read the name of a collection.
    FOLDER_CALLED: Warning "folder-of-no-collection" {
        en "this text is in no list and no feed: the folder {folder} is no collection"
        fr "ce texte n’est dans aucune liste ni aucun flux : le dossier {folder} n’est pas une collection"
        hint {
            en "the files of this collection are in content/{collection}: move the text there; if it is a page of its own, give the folder another name, or a line in a menu to the text"
            fr "les fichiers de cette collection sont dans content/{collection} : déplacez-y le texte ; si c’est une page à part, donnez un autre nom au dossier, ou au texte une ligne dans un menu"
        }
    }
    /// A text whose name begins with a date, outside what has dates.
    DATED_OUTSIDE: Warning "dated-outside" {
        en "the name of this text begins with a date, and the text is in no list and no feed"
        fr "le nom de ce texte commence par une date, et le texte n’est dans aucune liste ni aucun flux"
        hint {
            en "move it to content/{collections}; if it is a page of its own, take the date from its name, or give it a line in a menu"
            fr "déplacez-le dans content/{collections} ; si c’est une page à part, ôtez la date de son nom, ou donnez-lui une ligne dans un menu"
        }
    }
    /// Two texts of one day, each in one language.
    PAIR: Advice "names-of-a-pair" {
        en "{name} exists only in {own_language}, and {other}, of the same day, only in {language}"
        fr "{name} n’existe qu’en {own_language}, et {other}, du même jour, qu’en {language}"
        hint {
            en "where they are one text in two languages, give both the same name up to the language"
            fr "si c’est un seul texte en deux langues, donnez aux deux le même nom jusqu’à la langue"
        }
    }
    /// `unpublish_at` that is not after `publish_at`.
    NEVER_ONLINE: Error "never-online" {
        en "this text would be taken offline before it goes online, and would never be shown"
        fr "ce texte serait retiré du site avant d’y être mis, et ne serait jamais affiché"
        hint {
            en "“unpublish_at” must come after “publish_at”: correct one of the two"
            fr "« unpublish_at » doit venir après « publish_at » : corrigez l’un des deux"
        }
    }
    /// A date long past.
    PAST_DATE: Advice "date-long-past" {
        en "this is dated {date}, more than fifty years ago"
        fr "ceci est daté du {date}, il y a plus de cinquante ans"
        hint {
            en "correct the date at the head of the name {name}, if the year is a slip"
            fr "corrigez la date en tête du nom {name} si l’année est une faute de frappe"
        }
        hint {
            en "correct it, if the year is a slip"
            fr "corrigez-la si l’année est une faute de frappe"
        }
    }
    /// A deadline that has passed before its text was online.
    PAST_DEADLINE: Advice "deadline-passed" {
        en "this deadline ({date}) comes before the text goes online for the first time"
        fr "cette échéance ({date}) précède la première mise en ligne du texte"
        hint {
            en "correct it, if the day, the hour or the year is a slip"
            fr "corrigez-la si le jour, l’heure ou l’année est une faute de frappe"
        }
    }
    /// A translation in the words of its source, all of it.
    SAME_TEXT: Warning "text-untranslated" {
        en "the whole text has the same words in {first} and in {second}: it has not been translated"
        fr "le texte entier a les mêmes mots en {first} et en {second} : il n’a pas été traduit"
        hint {
            en "translate it, or write state: draft in its translation until then; where it is meant: rihla accept {id} --to {tag} --as-is"
            fr "traduisez-le, ou écrivez state: draft sous translation en attendant ; si c’est voulu : rihla accept {id} --to {tag} --as-is"
        }
    }
    /// A date far ahead, of what is online at once.
    FAR_DATE: Warning "date-far" {
        en "this is dated {date}, more than ten months from now, and goes online at once"
        fr "ceci est daté du {date}, dans plus de dix mois, et paraît dès maintenant"
        hint {
            en "correct the date at the head of the name {name}; or, where it is to appear later, add a line: publish_at: {date}"
            fr "corrigez la date en tête du nom {name} ; ou, si la page doit paraître plus tard, ajoutez une ligne : publish_at: {date}"
        }
        hint {
            en "correct the date; or, where it is to appear later, add a line: publish_at: {date}"
            fr "corrigez la date ; ou, si la page doit paraître plus tard, ajoutez une ligne : publish_at: {date}"
        }
    }
    /// What is written like a date in the name of a file, and is none.
    NAME_DATE: Error "name-date" {
        en "the name {name} begins with {value}, which is no day of the calendar"
        fr "le nom {name} commence par {value}, qui n’est pas un jour du calendrier"
        hint {
            en "if the day and the month were exchanged, call it {wanted}"
            fr "si le jour et le mois ont été intervertis, appelez-le {wanted}"
        }
        hint {
            en "rename the files of this text: the year, the month and the day come first, as in 2026-02-09"
            fr "renommez les fichiers de ce texte : l’année, le mois et le jour viennent en premier, comme dans 2026-02-09"
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
            en "put the file beside the text, in {folder}"
            fr "mettez le fichier à côté du texte, dans {folder}"
        }
        hint {
            en "write the path of a text, such as {example}, or / and an id"
            fr "écrivez le chemin d’un texte, par exemple {example}, ou / et un id"
        }
        hint {
            en "write the path of a text of this site, or / and an id"
            fr "écrivez le chemin d’un texte de ce site, ou / et un id"
        }
    }
    /// `![words](https://…)`
    PICTURE_ELSEWHERE: Error "picture-elsewhere" {
        en "the picture “{value}” is on another site: whoever reads the page would be known there, and it may go at any time"
        fr "l’image « {value} » se trouve sur un autre site : celui-ci saurait qui lit la page, et elle peut disparaître à tout moment"
        hint {
            en "if you may use it, put the file beside the text and write its name"
            fr "si vous avez le droit de l’employer, posez le fichier à côté du texte et écrivez son nom"
        }
    }
    /// `[words]()`
    LINK_EMPTY: Error "link-empty" {
        en "this link has no address"
        fr "ce lien n’a pas d’adresse"
        hint {
            en "write it between the round brackets, as in [the report](report.pdf)"
            fr "écrivez-la entre les parenthèses, comme dans [le rapport](rapport.pdf)"
        }
    }
    /// A link to an entry that has no page.
    LINK_NO_PAGE: Error "link-without-page" {
        en "“{target}” has no page to link to"
        fr "« {target} » n’a pas de page vers laquelle mener"
    }
    /// A link to a file that holds several entries.
    LINK_SEVERAL: Error "link-several" {
        en "“{target}” holds several entries, each with a page of its own: this link does not say which is meant"
        fr "« {target} » contient plusieurs éléments, qui ont chacun leur page : ce lien ne dit pas lequel"
        hint {
            en "name the entry, for instance: {example}"
            fr "nommez l’élément, par exemple : {example}"
        }
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
        hint {
            en "“{bare}” has no headings: link to it without “#{fragment}”, or write the heading"
            fr "« {bare} » n’a pas d’intertitres : faites le lien sans « #{fragment} », ou écrivez l’intertitre"
        }
    }
    /// `C:\Users\a\x.jpg`
    ON_COMPUTER: Error "file-on-computer" {
        en "“{value}” is a file of one computer: a page cannot show it to anyone else"
        fr "« {value} » est un fichier d’un ordinateur : une page ne peut le montrer à personne d’autre"
        hint {
            en "the file stands beside the text: write {nearest}"
            fr "le fichier est à côté du texte : écrivez {nearest}"
        }
        hint {
            en "put the file into the folder of this text, “{folder}”, and write its name alone: {name}"
            fr "mettez le fichier dans le dossier de ce texte, « {folder} », et écrivez seulement son nom : {name}"
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
    /// A picture that is published as it is, and from which metadata cannot be taken.
    METADATA: Error "picture-metadata" {
        en "the picture “{file}” carries hidden data ({kinds}), which may tell where and by whom it was taken, and which cannot be taken out of a file of this kind"
        fr "l’image « {file} » contient des données cachées ({kinds}), qui peuvent dire où et par qui elle a été prise, et qui ne peuvent pas être retirées d’un fichier de ce genre"
        hint {
            en "export it again as JPEG or PNG"
            fr "exportez-la de nouveau en JPEG ou en PNG"
        }
    }
    /// As [`METADATA`], of a file that cannot be followed.
    METADATA_STUCK: Error "picture-metadata-stuck" {
        en "the picture “{file}” carries hidden data that cannot be taken out, since the file is damaged"
        fr "l’image « {file} » contient des données cachées qui ne peuvent pas être retirées, car le fichier est endommagé"
        hint {
            en "export it again as JPEG or PNG"
            fr "exportez-la de nouveau en JPEG ou en PNG"
        }
    }
    /// A picture without a size.
    PICTURE_DAMAGED: Error "picture-unreadable" {
        en "the picture “{file}” cannot be read: it is cut off or damaged"
        fr "l’image « {file} » est illisible : elle est coupée ou endommagée"
        hint {
            en "open it; if it looks right, export it again, otherwise put back the original"
            fr "ouvrez-la ; si elle s’affiche bien, exportez-la de nouveau, sinon reprenez l’original"
        }
    }
    /// A picture that takes more memory than there is for it.
    PICTURE_TOO_LARGE: Error "picture-too-large" {
        en "the picture “{file}” has {width} × {height} pixels: to make smaller ones of it takes {needed} MB of memory, and at most {limit} MB may be used"
        fr "l’image « {file} » a {width} × {height} pixels : il faut {needed} Mo de mémoire pour la réduire, et {limit} Mo au plus peuvent être employés"
        hint {
            en "make it smaller: no page shows more than 4,000 pixels on the longer side; or raise “memory” under “pictures” in content/site.yaml"
            fr "réduisez-la : aucune page n’affiche plus de 4 000 pixels sur le grand côté ; ou augmentez « memory » sous « pictures » dans content/site.yaml"
        }
    }
    /// A picture that is heavier than any page needs.
    PICTURE_HEAVY: Warning "picture-heavy" {
        en "this picture weighs {size} MB; visitors get small ones made of it, but everyone who works on the site has to copy it"
        fr "cette image pèse {size} Mo ; les visiteurs reçoivent des images réduites, mais toutes les personnes qui travaillent sur le site doivent la copier"
        hint {
            en "reduce it to 4,000 pixels on the longer side and keep the original elsewhere"
            fr "réduisez-la à 4 000 pixels sur le grand côté et gardez l’original ailleurs"
        }
    }
    /// A picture that is published as it is, and is heavy.
    PICTURE_AS_IT_IS: Warning "picture-heavy-as-it-is" {
        en "the picture “{file}” is published as it is, since no smaller ones can be made of it (it moves, or is AVIF), and each visitor loads {size} kB"
        fr "l’image « {file} » est publiée telle quelle, car elle ne peut pas être réduite (elle est animée, ou en AVIF), et chaque visiteur charge {size} ko"
        hint {
            en "use a still JPEG or PNG; what moves is better a video that the reader starts"
            fr "employez une image fixe en JPEG ou PNG ; mieux vaut une vidéo que le lecteur lance qu’une image animée"
        }
    }
    /// A picture that could not be written.
    PICTURE_UNWRITTEN: Error "picture-not-made" {
        en "no smaller pictures could be made of “{file}”"
        fr "« {file} » n’a pas pu être réduite"
        hint {
            en "export it again as JPEG or PNG"
            fr "exportez-la de nouveau en JPEG ou en PNG"
        }
    }
    /// A picture that stays heavy whatever is done.
    PICTURE_OVER: Warning "picture-over-limit" {
        en "the picture “{file}” still weighs {size} kB when it is made as small as it may be, more than the {limit} kB that a picture should have"
        fr "l’image « {file} » pèse encore {size} ko une fois réduite autant que possible, plus que les {limit} ko qu’une image devrait peser"
        hint {
            en "choose a calmer picture, or a part of it; or raise “image” under “weight_limits” in content/site.yaml"
            fr "choisissez une image plus calme, ou une partie de celle-ci ; ou augmentez « image » sous « weight_limits » dans content/site.yaml"
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
    /// `feed: true` where no entry has a date.
    FEED_EMPTY: Warning "feed-empty" {
        en "the feed of “{collection}” stays empty: none of its entries has a date"
        fr "le flux de « {collection} » reste vide : aucun de ses éléments n’a de date"
        hint {
            en "add {field} below “fields”, and a date to each entry; or remove the feed"
            fr "ajoutez {field} sous « fields », et une date à chaque élément ; ou retirez le flux"
        }
        hint {
            en "add a date to the entries, such as date: 2026-11-29, or remove the feed"
            fr "ajoutez une date aux éléments, par exemple date: 2026-11-29, ou retirez le flux"
        }
    }
    /// An entry without a date in a collection with a feed.
    FEED_UNDATED: Advice "feed-undated" {
        en "this entry has no date: it is not in the feed of “{collection}”"
        fr "cet élément n’a pas de date : il n’est pas dans le flux de « {collection} »"
        hint {
            en "add a date, such as date: 2026-11-29, if those who follow the feed are to be told of it"
            fr "ajoutez une date, par exemple date: 2026-11-29, si les personnes qui suivent le flux doivent l’apprendre"
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
    /// `template:` names nothing.
    TEMPLATE: Error "unknown-template" {
        en "the theme has no template “{value}”"
        fr "le thème n’a pas de modèle « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "its templates are: {known}"
            fr "ses modèles sont : {known}"
        }
    }
}

/// The text from which another was to be made.
pub static SOURCE_TEXT: crate::Bilingual = crate::Bilingual {
    en: "the same text in {first}",
    fr: "le même texte en {first}",
};

/// The other of two moments.
pub static GOES_ONLINE: crate::Bilingual = crate::Bilingual {
    en: "goes online here",
    fr: "mise en ligne ici",
};
/// The other place of a finding about two places.
pub static OTHER: crate::Bilingual = crate::Bilingual {
    en: "the other one is here",
    fr: "l’autre est ici",
};

/// Another place where a picture stands.
pub static ALSO_SHOWN: crate::Bilingual = crate::Bilingual {
    en: "it is shown here too",
    fr: "elle figure aussi ici",
};
