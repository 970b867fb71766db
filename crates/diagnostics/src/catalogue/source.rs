//! What is wrong with a file as a file: its name, its place, its bytes.

messages! {
    /// `rihla changes --since` something that is not there.
    REVISION: Error "since-unknown" {
        en "“{value}” is no earlier state of this site: no folder of a site, no published folder, no list of what was written, and Git knows no such revision ({reason})"
        fr "« {value} » n’est pas un état antérieur de ce site : ni le dossier d’un site, ni un dossier publié, ni une liste de ce qui a été écrit, et Git ne connaît pas cette révision ({reason})"
        hint {
            en "name a revision, for instance main or v1.2, or a folder; in CI the whole history must have been fetched"
            fr "donnez une révision, par exemple main ou v1.2, ou un dossier ; dans la CI, tout l’historique doit avoir été récupéré"
        }
    }
    /// A revision, outside Git.
    NO_GIT: Error "since-outside-git" {
        en "“{value}” is no folder, and the site is in no repository of Git in which it could be a revision"
        fr "« {value} » n’est pas un dossier, et le site n’est dans aucun dépôt Git dont ce serait une révision"
        hint {
            en "name the folder of an earlier state of the site, or that of the published site"
            fr "donnez le dossier d’un état antérieur du site, ou celui du site publié"
        }
    }
    /// An earlier state with errors.
    EARLIER: Error "since-broken" {
        en "the state “{value}” of the site has errors itself, the first in {path} ({code}): there is nothing to compare with"
        fr "l’état « {value} » du site a lui-même des erreurs, la première dans {path} ({code}) : il n’y a rien à comparer"
        hint {
            en "name a state of the site that could be built"
            fr "donnez un état du site qui pouvait être construit"
        }
    }
    /// A file that is no manifest.
    NO_MANIFEST: Error "since-no-manifest" {
        en "“{path}” is no list of what a build wrote"
        fr "« {path} » n’est pas une liste de ce qu’un build a écrit"
        hint {
            en "name a file of .rihla whose name ends with manifest.json"
            fr "donnez un fichier de .rihla dont le nom se termine par manifest.json"
        }
    }
    // ------------------------------------------------------------ the machine

    /// The folder that was named as the site is not there.
    NO_FOLDER: Error "site-folder-missing" {
        en "there is no folder “{path}”"
        fr "il n’y a pas de dossier « {path} »"
        hint {
            en "name the folder of the site with --site DIR"
            fr "indiquez le dossier du site avec --site DOSSIER"
        }
    }
    /// The machine does not let a file or folder be read.
    UNREADABLE: Error "file-unreadable" {
        en "“{path}” cannot be read: {reason}"
        fr "« {path} » ne peut pas être lu : {reason}"
    }
    /// A file is not what it was when the build began.
    CHANGED: Error "file-changed" {
        en "“{path}” was changed while the site was being built"
        fr "« {path} » a été modifié pendant la construction du site"
        hint {
            en "run the command again once the file is saved or copied"
            fr "relancez la commande une fois le fichier enregistré ou copié"
        }
    }

    // ------------------------------------------------------------ texts

    /// Lines of both sides of a merge.
    CONFLICT: Error "merge-unfinished" {
        en "this line was left by a merge that is not finished"
        fr "cette ligne a été laissée par une fusion inachevée"
        hint {
            en "keep what is right of both sides and remove the lines <<<<<<<, ======= and >>>>>>>"
            fr "gardez ce qui est juste des deux côtés et supprimez les lignes <<<<<<<, ======= et >>>>>>>"
        }
    }

    /// A text in an old encoding.
    NOT_UTF8: Error "text-not-utf8" {
        en "this text is not saved in UTF-8: the accents of line {line} cannot be read (it is probably in Latin-1 or Windows-1252)"
        fr "ce texte n’est pas enregistré en UTF-8 : les accents de la ligne {line} sont illisibles (il est sans doute en Latin-1 ou Windows-1252)"
        hint {
            en "open it, choose “Save as”, and under “Encoding” choose UTF-8"
            fr "ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8"
        }
    }
    /// As [`NOT_UTF8`], for a file that is published as it is.
    NOT_UTF8_COPIED: Warning "static-text-not-utf8" {
        en "this text is not saved in UTF-8, and visitors may see wrong accents from line {line} on (it is probably in Latin-1 or Windows-1252)"
        fr "ce texte n’est pas enregistré en UTF-8, et les visiteurs risquent de voir de faux accents dès la ligne {line} (il est sans doute en Latin-1 ou Windows-1252)"
        hint {
            en "open it, choose “Save as”, and under “Encoding” choose UTF-8"
            fr "ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8"
        }
    }
    /// A text in UTF-16, which some editors call Unicode.
    UTF16: Error "text-utf16" {
        en "this text is saved in UTF-16 (some programs call it “Unicode”), not in UTF-8"
        fr "ce texte est enregistré en UTF-16 (que certains logiciels appellent « Unicode ») et non en UTF-8"
        hint {
            en "open it, choose “Save as”, and under “Encoding” choose UTF-8"
            fr "ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8"
        }
    }
    /// A character that no text has.
    NUL: Error "text-nul" {
        en "line {line} contains a null character, which no text has: the file is damaged, or is not a text"
        fr "la ligne {line} contient un caractère nul, qu’aucun texte ne contient : le fichier est endommagé, ou n’est pas un texte"
        hint {
            en "open it, choose “Save as”, and under “Encoding” choose UTF-8; or put back an earlier version"
            fr "ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8 ; ou reprenez une version antérieure"
        }
    }
    /// A text larger than any text.
    TOO_LARGE: Error "text-too-large" {
        en "this text is too large: {size} MB, and at most {limit} MB are read"
        fr "ce texte est trop volumineux : {size} Mo, alors que {limit} Mo au plus sont lus"
        hint {
            en "divide it into several texts, or move what is not text (pictures, data) into files of their own"
            fr "divisez-le en plusieurs textes, ou mettez dans des fichiers à part ce qui n’est pas du texte (images, données)"
        }
    }

    // ------------------------------------------------------------ links and names

    /// A symbolic link that leads out.
    LINK_OUTSIDE: Error "symbolic-link-outside" {
        en "this is a symbolic link that leads out of the site’s folder, or into a hidden folder; it is not followed"
        fr "c’est un lien symbolique qui mène hors du dossier du site, ou dans un dossier caché ; il n’est pas suivi"
        hint {
            en "put a copy of what it leads to in its place"
            fr "mettez à sa place une copie de ce vers quoi il mène"
        }
    }
    /// A hidden file among those that are published as they are.
    HIDDEN_FILE: Warning "file-hidden" {
        en "a name that begins with a dot is not published, but for .well-known and .nojekyll"
        fr "un nom qui commence par un point n’est pas publié, sauf .well-known et .nojekyll"
        hint {
            en "take the dot away, or remove the file; what a server must know is in “hosting:” of content/site.yaml"
            fr "ôtez le point, ou supprimez le fichier ; ce qu’un serveur doit savoir est dans « hosting: » de content/site.yaml"
        }
    }
    /// A symbolic link to a folder that contains it.
    LINK_LOOP: Error "symbolic-link-loop" {
        en "this is a symbolic link to a folder that contains it; it is not followed"
        fr "c’est un lien symbolique vers un dossier qui le contient ; il n’est pas suivi"
        hint {
            en "remove the link"
            fr "supprimez le lien"
        }
    }
    /// A symbolic link to nothing.
    LINK_BROKEN: Error "symbolic-link-broken" {
        en "this is a symbolic link that leads nowhere"
        fr "c’est un lien symbolique qui ne mène nulle part"
        hint {
            en "remove the link, or put back what it leads to"
            fr "supprimez le lien, ou remettez en place ce vers quoi il mène"
        }
    }
    /// A device, a pipe, a socket.
    NOT_A_FILE: Warning "not-a-file" {
        en "this is neither a file nor a folder; it is left out"
        fr "ce n’est ni un fichier ni un dossier ; il est laissé de côté"
    }
    /// Two names that differ in case alone.
    SAME_BUT_CASE: Error "names-differ-in-case" {
        en "“{first}” and “{second}” differ only in capitals: on Windows and macOS they are one and the same"
        fr "« {first} » et « {second} » ne diffèrent que par les majuscules : sous Windows et macOS, c’est un seul et même nom"
        hint {
            en "rename or remove one of the two"
            fr "renommez ou supprimez l’un des deux"
        }
    }
    /// Two names that look the same.
    SAME_BUT_FORM: Error "names-look-the-same" {
        en "two files or folders here have the same name “{first}”, with accents that are stored in two ways"
        fr "deux fichiers ou dossiers portent ici le même nom « {first} », avec des accents enregistrés de deux manières"
        hint {
            en "remove one of the two, or give it another name"
            fr "supprimez l’un des deux, ou donnez-lui un autre nom"
        }
    }
    /// A name that is not Unicode.
    NAME_NOT_UNICODE: Error "name-not-unicode" {
        en "the name of “{path}” has characters that cannot be read"
        fr "le nom de « {path} » contient des caractères illisibles"
        hint {
            en "rename it, with letters, digits and hyphens"
            fr "renommez-le, avec des lettres, des chiffres et des traits d’union"
        }
    }
    /// A name that no address can have.
    NAME_REFUSED: Error "name-refused" {
        en "the name “{name}” contains {character}, which an address cannot have"
        fr "le nom « {name} » contient {character}, ce qu’une adresse ne peut pas contenir"
        hint {
            en "rename it, with letters, digits and hyphens"
            fr "renommez-le, avec des lettres, des chiffres et des traits d’union"
        }
    }
    /// A name that Windows does not accept.
    NAME_WINDOWS: Warning "name-windows" {
        en "Windows does not accept the name “{name}”: colleagues who use it cannot get the site"
        fr "Windows n’accepte pas le nom « {name} » : les collègues qui l’utilisent ne pourront pas récupérer le site"
        hint {
            en "rename it, with letters, digits and hyphens"
            fr "renommez-le, avec des lettres, des chiffres et des traits d’union"
        }
    }

    // ------------------------------------------------------------ pictures

    /// A picture that tells where it was taken.
    POSITION: Error "picture-position" {
        en "this picture says where it was taken, to within a few metres: whoever gets a copy of the site’s files can read it, and find the people who are in the picture"
        fr "cette image dit où elle a été prise, à quelques mètres près : toute personne qui a une copie des fichiers du site peut le lire, et retrouver les personnes photographiées"
        hint {
            en "run rihla fmt, which takes hidden data out of pictures and leaves the pictures as they are; or export it again without its position (“remove properties” on Windows, “export without location” on macOS)"
            fr "lancez rihla fmt, qui retire des images leurs données cachées sans toucher aux images ; ou exportez-la de nouveau sans sa position (« supprimer les propriétés » sous Windows, « exporter sans la position » sous macOS)"
        }
    }
    /// As [`POSITION`], of a file out of which nothing is taken.
    POSITION_CLOSED: Error "file-position" {
        en "this file says where it, or a picture in it, was taken, to within a few metres: whoever gets a copy of it can read that, and find the people who are shown"
        fr "ce fichier dit où il, ou une image qu’il contient, a été pris, à quelques mètres près : toute personne qui en a une copie peut le lire, et retrouver les personnes montrées"
        hint {
            en "export it again without its position (“remove properties” on Windows, “export without location” on macOS): a picture as JPEG, a document from pictures that have no position any more"
            fr "exportez-le de nouveau sans sa position (« supprimer les propriétés » sous Windows, « exporter sans la position » sous macOS) : une image en JPEG, un document à partir d’images qui n’ont plus de position"
        }
    }
    /// What Git LFS keeps in the place of a file.
    POINTER: Error "file-pointer" {
        en "this is not the file itself, but the note that Git LFS keeps in its place"
        fr "ce n’est pas le fichier lui-même, mais la note que Git LFS garde à sa place"
        hint {
            en "fetch the file: git lfs pull; in CI, check the repository out with LFS (with actions/checkout: lfs: true)"
            fr "récupérez le fichier : git lfs pull ; dans la CI, récupérez le dépôt avec LFS (avec actions/checkout : lfs: true)"
        }
    }
    /// A file of another kind than its name says.
    FILE_MISLABELLED: Error "file-mislabelled" {
        en "by its name this is a file of the kind {said}, but in truth it is {found}"
        fr "d’après son nom, c’est un fichier de type {said}, mais en réalité c’est {found}"
        hint {
            en "rename the file “{wanted}”, and write the new name in the texts that name it; or put back the original"
            fr "renommez le fichier « {wanted} », et écrivez le nouveau nom dans les textes qui le nomment ; ou remettez l’original"
        }
        hint {
            en "put back the original, or save it again as {again}"
            fr "remettez l’original, ou enregistrez-le de nouveau en {again}"
        }
    }
    /// A picture of another kind than its name says.
    MISLABELLED: Error "picture-mislabelled" {
        en "by its name this is a {said} picture, but in truth it is {found}"
        fr "d’après son nom, c’est une image {said}, mais en réalité c’est {found}"
        hint {
            en "rename the file “{wanted}”, and write the new name in the texts that show it"
            fr "renommez le fichier « {wanted} », et écrivez le nouveau nom dans les textes qui l’affichent"
        }
        hint {
            en "open the file and export it as {said}"
            fr "ouvrez le fichier et exportez-le en {said}"
        }
    }
    /// Bytes that are no picture at all.
    DAMAGED: Error "picture-damaged" {
        en "by its name this is a {said} picture, but no picture can be found in it: the file is empty, damaged or something else"
        fr "d’après son nom, c’est une image {said}, mais elle n’en contient aucune : le fichier est vide, endommagé ou autre chose"
        hint {
            en "replace it with the original"
            fr "remplacez-le par l’original"
        }
    }
}

use super::super::Bilingual;

/// What stands at the other place of two names.
pub static OTHER_NAME: Bilingual = Bilingual {
    en: "the other one is here",
    fr: "l’autre est ici",
};

/// A character of a name that cannot be shown.
pub static CONTROL: Bilingual = Bilingual {
    en: "an invisible control character",
    fr: "un caractère de commande invisible",
};

/// The backslash.
pub static BACKSLASH: Bilingual = Bilingual {
    en: "a backslash (\\)",
    fr: "une barre oblique inverse (\\)",
};

/// Why the machine refuses.
pub static DENIED: Bilingual = Bilingual {
    en: "there is no permission",
    fr: "l’accès est refusé",
};

/// Why the machine refuses.
pub static NOT_FOUND: Bilingual = Bilingual {
    en: "it is no longer there",
    fr: "il n’existe plus",
};

/// Why the machine refuses.
pub static FULL: Bilingual = Bilingual {
    en: "the disk is full",
    fr: "le disque est plein",
};

/// Why the machine refuses.
pub static READ_ONLY: Bilingual = Bilingual {
    en: "the disk is read-only",
    fr: "le disque est en lecture seule",
};

/// A kind of file that is told by name.
pub static A_JPEG_XL: Bilingual = Bilingual {
    en: "a JPEG XL picture, which most browsers do not show",
    fr: "une image JPEG XL, que la plupart des navigateurs n’affichent pas",
};

/// A kind of file that is told by name.
pub static A_FILM: Bilingual = Bilingual {
    en: "a film in MP4 or QuickTime",
    fr: "un film en MP4 ou QuickTime",
};

/// What a file is that is empty.
pub static NOTHING: Bilingual = Bilingual {
    en: "empty",
    fr: "un fichier vide",
};

/// What Git LFS keeps in the place of a file.
pub static A_POINTER: Bilingual = Bilingual {
    en: "a note of Git LFS",
    fr: "une note de Git LFS",
};

/// A kind of file that is told by name.
pub static A_WEB_PAGE: Bilingual = Bilingual {
    en: "a web page, as a failed download leaves it",
    fr: "une page web, comme en laisse un téléchargement manqué",
};

/// A kind of file that is told by name.
pub static A_PACKED: Bilingual = Bilingual {
    en: "an archive (ZIP), or a document of Word, Excel, PowerPoint or LibreOffice",
    fr: "une archive (ZIP), ou un document Word, Excel, PowerPoint ou LibreOffice",
};

/// A kind of file that is told by name.
pub static AN_OFFICE: Bilingual = Bilingual {
    en: "an old document of Word, Excel or PowerPoint",
    fr: "un ancien document Word, Excel ou PowerPoint",
};

/// A kind of file that is told by name.
pub static A_RICH_TEXT: Bilingual = Bilingual {
    en: "a text in RTF",
    fr: "un texte en RTF",
};

/// A kind of file that is told by name.
pub static A_WEBM: Bilingual = Bilingual {
    en: "a film in WebM or Matroska",
    fr: "un film en WebM ou Matroska",
};

/// A kind of file that is told by name.
pub static AN_MP3: Bilingual = Bilingual {
    en: "a recording in MP3",
    fr: "un enregistrement en MP3",
};

/// A kind of file that is told by name.
pub static AN_OGG: Bilingual = Bilingual {
    en: "a recording in Ogg",
    fr: "un enregistrement en Ogg",
};

/// A kind of file that is told by name.
pub static A_PNG: Bilingual = Bilingual {
    en: "a PNG picture",
    fr: "une image PNG",
};

/// A kind of file that is told by name.
pub static A_JPEG: Bilingual = Bilingual {
    en: "a JPEG picture",
    fr: "une image JPEG",
};

/// A kind of file that is told by name.
pub static A_GIF: Bilingual = Bilingual {
    en: "a GIF picture",
    fr: "une image GIF",
};

/// A kind of file that is told by name.
pub static A_WEBP: Bilingual = Bilingual {
    en: "a WebP picture",
    fr: "une image WebP",
};

/// A kind of file that is told by name.
pub static AN_AVIF: Bilingual = Bilingual {
    en: "an AVIF picture",
    fr: "une image AVIF",
};

/// A kind of file that is told by name.
pub static A_HEIC: Bilingual = Bilingual {
    en: "a HEIC picture (from an iPhone), which browsers do not show",
    fr: "une image HEIC (d’un iPhone), que les navigateurs n’affichent pas",
};

/// A kind of file that is told by name.
pub static A_TIFF: Bilingual = Bilingual {
    en: "a TIFF picture, which browsers do not show",
    fr: "une image TIFF, que les navigateurs n’affichent pas",
};

/// A kind of file that is told by name.
pub static AN_SVG: Bilingual = Bilingual {
    en: "an SVG drawing",
    fr: "un dessin SVG",
};

/// A kind of file that is told by name.
pub static A_PDF: Bilingual = Bilingual {
    en: "a PDF document",
    fr: "un document PDF",
};

/// A kind of file that is told by name.
pub static SOMETHING_ELSE: Bilingual = Bilingual {
    en: "something else",
    fr: "autre chose",
};
