//! What is wrong with the set of files that would be written.

messages! {
    /// A text or table in a form that is not read.
    FILE_NOT_READ: Warning "file-not-read" {
        en "this file is not read, and nothing links to it: what is in it appears nowhere on the site"
        fr "ce fichier n’est pas lu, et aucun lien n’y mène : ce qu’il contient n’apparaît nulle part sur le site"
        hint {
            en "is it what {place} means? Then write its name there"
            fr "est-ce le fichier que veut dire {place} ? Écrivez-y alors son nom"
        }
        hint {
            en "for a text of the site, rename it to {wanted}; to offer the file itself, link to it; else take it out of the folder content"
            fr "pour un texte du site, renommez-le en {wanted} ; pour proposer le fichier lui-même, faites un lien vers lui ; sinon, sortez-le du dossier content"
        }
        hint {
            en "texts are written in Markdown (index.fr.md), lists in entries.yaml; to offer the file itself, link to it; else take it out of the folder content"
            fr "les textes s’écrivent en Markdown (index.fr.md), les listes dans entries.yaml ; pour proposer le fichier lui-même, faites un lien vers lui ; sinon, sortez-le du dossier content"
        }
    }
    /// A file that nothing uses.
    FILE_UNUSED: Advice "file-unused" {
        en "nothing shows this file or links to it, so it is not published"
        fr "rien n’affiche ce fichier et aucun lien n’y mène : il n’est pas publié"
        hint {
            en "is it what {place} means? Then write its name there"
            fr "est-ce le fichier que veut dire {place} ? Écrivez-y alors son nom"
        }
        hint {
            en "use it in a text of the same folder, or remove it"
            fr "employez-le dans un texte du même dossier, ou supprimez-le"
        }
    }
    /// A file of a theme where none is looked for.
    THEME_FILE: Warning "theme-file-unused" {
        en "no part of a theme is looked for here, so this file does nothing"
        fr "aucune partie d’un thème n’est cherchée ici : ce fichier ne sert à rien"
        hint {
            en "a theme has the folders templates, components, assets and strings, and the file theme.yaml"
            fr "un thème a les dossiers templates, components, assets et strings, et le fichier theme.yaml"
        }
    }
    /// A theme beside that of the site.
    OTHER_THEME: Advice "theme-unused" {
        en "the site uses the theme “{theme}”: nothing in this folder does anything"
        fr "le site emploie le thème « {theme} » : rien de ce dossier ne sert"
        hint {
            en "name it in “theme:” of content/site.yaml, or remove it"
            fr "nommez-le dans « theme: » de content/site.yaml, ou supprimez-le"
        }
    }
    /// A file of strings whose name is no language.
    STRINGS_FILE: Warning "strings-file" {
        en "the name of this file of strings is not a language, so it is not read"
        fr "le nom de ce fichier de textes n’est pas une langue : il n’est pas lu"
        hint {
            en "name it after the tag of its language, as in fr.yaml"
            fr "nommez-le d’après la balise de sa langue, comme fr.yaml"
        }
    }
    /// A drawing that cannot be read.
    DRAWING_DAMAGED: Error "drawing-damaged" {
        en "“{file}” is not a drawing in SVG that can be read: it is damaged, or something else"
        fr "« {file} » n’est pas un dessin SVG lisible : le fichier est endommagé, ou autre chose"
        hint {
            en "export it again as SVG, or as PNG"
            fr "exportez-le de nouveau en SVG, ou en PNG"
        }
    }
    /// A drawing that did more than draw.
    DRAWING_CLEANED: Warning "drawing-cleaned" {
        en "the drawing “{file}” is published without {removed}, which a drawing on a web page must not contain"
        fr "le dessin « {file} » est publié sans {removed}, qu’un dessin ne doit pas contenir sur une page web"
        hint {
            en "look at the page; if something is missing, export the drawing as “plain SVG”, with texts turned into paths and without linked or embedded pictures"
            fr "regardez la page ; s’il manque quelque chose, exportez le dessin en « SVG simple », textes vectorisés, sans images liées ni incorporées"
        }
    }
    /// Two pages or files with one address.
    COLLISION: Error "address-taken" {
        en "the address {address} is wanted twice"
        fr "l’adresse {address} est demandée deux fois"
        hint {
            en "give one of the two another “slug:”"
            fr "donnez à l’un des deux un autre « slug: »"
        }
    }
    /// An alias has the address of something else than a page of an entry.
    ALIAS_OF_FILE: Error "alias-of-file" {
        en "the alias {address} is the address of something that the site shows already"
        fr "l’alias {address} est l’adresse de quelque chose que le site montre déjà"
        hint {
            en "remove the alias"
            fr "supprimez l’alias"
        }
    }
    /// A part of an address is longer than a name on a disk may be.
    NAME_LONG: Error "address-too-long" {
        en "“{name}” has {count} bytes, and no disk takes a name of more than {limit}"
        fr "« {name} » compte {count} octets, et aucun disque n’admet un nom de plus de {limit}"
        hint {
            en "write a shorter one; a letter with an accent counts twice"
            fr "écrivez-en un plus court ; une lettre accentuée compte double"
        }
    }
    /// A file that Rihla writes has the address of another.
    OWN_FILE: Error "address-of-rihla" {
        en "{address} is a file that Rihla writes itself"
        fr "{address} est un fichier que Rihla écrit lui-même"
        hint {
            en "rename or remove this one"
            fr "renommez ou supprimez celui-ci"
        }
    }
    /// Two addresses that differ only in case or Unicode form, or a file where a folder is needed.
    NEAR_COLLISION: Error "address-alike" {
        en "the addresses {address} and {other} cannot both exist on every server"
        fr "les adresses {address} et {other} ne peuvent pas exister toutes deux sur tous les serveurs"
        hint {
            en "give one of the two another “slug:” or file name"
            fr "donnez à l’un des deux un autre « slug: » ou nom de fichier"
        }
    }
    /// A theme without a template that every site needs.
    TEMPLATE_MISSING: Error "template-missing" {
        en "the theme {theme} has no template {template}"
        fr "le thème {theme} n’a pas de modèle {template}"
        hint {
            en "add the file themes/{theme}/templates/{template}"
            fr "ajoutez le fichier themes/{theme}/templates/{template}"
        }
    }
    /// A font without the signs that the typography of a language puts into texts.
    FONT_SIGNS: Warning "font-signs" {
        en "this font has no sign for {characters}, which texts need in these languages: {languages}"
        fr "cette police n’a pas de signe pour {characters}, dont les textes ont besoin dans ces langues : {languages}"
        hint {
            en "take a version of the font that has them: browsers draw what is missing with another font"
            fr "prenez une version de la police qui les contient : les navigateurs dessinent ce qui manque avec une autre police"
        }
    }
    /// A file that is named like a font and cannot be read as one.
    FONT: Warning "font-unreadable" {
        en "this file cannot be read as a font"
        fr "ce fichier ne peut pas être lu comme une police"
        hint {
            en "take the file once more from where the font comes from; fonts are .woff2, .woff, .ttf or .otf"
            fr "reprenez le fichier là d’où vient la police ; les polices sont des fichiers .woff2, .woff, .ttf ou .otf"
        }
    }
    /// `url()` of a style sheet leads nowhere.
    STYLE_URL: Error "style-url" {
        en "the style sheet names “{value}”, which is not an asset of the theme"
        fr "la feuille de style nomme « {value} », qui n’est pas un fichier du thème"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
    }
    /// Style sheets that import each other.
    STYLE_LOOP: Error "style-loop" {
        en "the style sheet “{value}” imports itself"
        fr "la feuille de style « {value} » s’importe elle-même"
    }
}

/// The other place of a collision.
pub static TAKEN: crate::Bilingual = crate::Bilingual {
    en: "it is taken by this",
    fr: "elle est prise par ceci",
};
