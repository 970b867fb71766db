//! What is wrong with the folder that is written.

messages! {
    /// A new file whose name is taken.
    EXISTS: Error "write-exists" {
        en "there is a file {path} already; nothing was written over it"
        fr "il y a déjà un fichier {path} ; rien n’a été écrit par-dessus"
    }
    // ------------------------------------------------------------ the machine

    /// The machine does not let a file or folder be written.
    MACHINE: Error "write-failed" {
        en "“{path}” cannot be written: {reason}"
        fr "« {path} » ne peut pas être écrit : {reason}"
        hint {
            en "once this is solved, run the command again: what was begun is then completed"
            fr "une fois ce point réglé, relancez la commande : ce qui était commencé sera alors terminé"
        }
    }
    /// Another build has the lock.
    LOCKED: Error "build-running" {
        en "another build is writing to the folder “{out}” at this moment"
        fr "une autre construction écrit en ce moment dans le dossier « {out} »"
        hint {
            en "wait until it is done, or write to another folder with --out DIR"
            fr "attendez qu’elle soit finie, ou écrivez dans un autre dossier avec --out DOSSIER"
        }
    }

    // ------------------------------------------------------------ the folder

    /// A folder with files of others.
    FOREIGN: Error "output-foreign" {
        en "the folder “{out}” already holds files that Rihla did not write, and a build would replace them"
        fr "le dossier « {out} » contient déjà des fichiers que Rihla n’a pas écrits, et la construction les remplacerait"
        hint {
            en "write to another folder with --out DIR; or, if everything in it may be deleted, add --force"
            fr "écrivez dans un autre dossier avec --out DOSSIER ; ou, si tout son contenu peut être supprimé, ajoutez --force"
        }
    }
    /// A folder that must not be written in.
    PLACE: Error "output-place" {
        en "the site cannot be written to “{out}”: {why}"
        fr "le site ne peut pas être écrit dans « {out} » : {why}"
        hint {
            en "choose a folder of its own, such as public, with --out DIR"
            fr "choisissez un dossier à part, par exemple public, avec --out DOSSIER"
        }
    }
    /// A symbolic link in the folder that is written.
    LINK: Error "output-symbolic-link" {
        en "“{path}” is a symbolic link, and Rihla does not write through one"
        fr "« {path} » est un lien symbolique, à travers lequel Rihla n’écrit pas"
        hint {
            en "remove the link, or name the folder to which it leads with --out DIR"
            fr "supprimez le lien, ou indiquez avec --out DOSSIER le dossier vers lequel il mène"
        }
    }
    /// A folder with foreign files where a file must be.
    IN_THE_WAY: Error "output-in-the-way" {
        en "a file must be written at “{path}”, where there is a folder with files that Rihla did not write"
        fr "un fichier doit être écrit à « {path} », où se trouve un dossier avec des fichiers que Rihla n’a pas écrits"
        hint {
            en "remove that folder or move it elsewhere"
            fr "supprimez ce dossier ou déplacez-le"
        }
    }

    // ------------------------------------------------------------ sources

    /// A source that is another one than it was.
    CHANGED: Error "source-changed" {
        en "“{path}” was changed since it was read, and was left as it is"
        fr "« {path} » a été modifié depuis sa lecture, et a été laissé tel quel"
        hint {
            en "run the command again once the file is saved"
            fr "relancez la commande une fois le fichier enregistré"
        }
    }
    /// A source that lies elsewhere.
    OUTSIDE: Error "source-outside" {
        en "“{path}” leads to a file outside the folders of the site, and was left as it is"
        fr "« {path} » mène à un fichier hors des dossiers du site, et a été laissé tel quel"
    }

    // ------------------------------------------------------------ paths

    /// A path that would lead out of the folder, or that no host accepts.
    PATH: Error "output-path" {
        en "“{path}” cannot be the path of a file of the site"
        fr "« {path} » ne peut pas être le chemin d’un fichier du site"
    }
    /// Two files with one path, or a file where a folder is needed.
    TWICE: Error "output-twice" {
        en "“{path}” and “{other}” cannot both be written"
        fr "« {path} » et « {other} » ne peuvent pas être écrits tous les deux"
    }
}

use super::super::Bilingual;

/// Why a folder must not be written in.
pub static IS_A_FILE: Bilingual = Bilingual {
    en: "it is a file",
    fr: "c’est un fichier",
};

/// Why a folder must not be written in.
pub static IS_SITE: Bilingual = Bilingual {
    en: "it is the folder of the site itself",
    fr: "c’est le dossier du site lui-même",
};

/// Why a folder must not be written in.
pub static HOLDS_SITE: Bilingual = Bilingual {
    en: "the folder of the site is inside it",
    fr: "le dossier du site s’y trouve",
};

/// Why a folder must not be written in.
pub static IS_SOURCE: Bilingual = Bilingual {
    en: "it belongs to what the site is made from",
    fr: "il fait partie de ce dont le site est fait",
};

/// Why a folder must not be written in.
pub static NO_NAME: Bilingual = Bilingual {
    en: "it has no name of its own",
    fr: "il n’a pas de nom à lui",
};
