//! What is corrected in the sources of a site, beside what is wrong with their YAML.

messages! {
    // ------------------------------------------------------------ letters

    /// `2 Juin`.
    MONTH: Warning "fmt-month" {
        en "“{before}” is written “{after}”: the name of a month begins with a small letter"
        fr "« {before} » s’écrit « {after} » : un nom de mois commence par une minuscule"
    }
    /// `1 juin`, `09 décembre`.
    DAY: Warning "fmt-day" {
        en "“{before}” is written “{after}”: the first of a month is an ordinal, and no zero stands before a day"
        fr "« {before} » s’écrit « {after} » : le premier du mois se compte en ordinal, et un jour ne prend pas de zéro devant lui"
    }
    /// `2ème`.
    ORDINAL: Warning "fmt-ordinal" {
        en "“{before}” is written “{after}”: this is how an ordinal is abbreviated"
        fr "« {before} » s’écrit « {after} » : un ordinal s’abrège ainsi"
    }
    /// `Etat`, `A l'occasion`.
    CAPITAL: Warning "fmt-accent" {
        en "“{before}” is written “{after}”: a capital keeps its accent"
        fr "« {before} » s’écrit « {after} » : une majuscule garde son accent"
    }
    /// `oeuvre`.
    LIGATURE: Warning "fmt-ligature" {
        en "“{before}” is written “{after}”: o and e are one letter in this word"
        fr "« {before} » s’écrit « {after} » : le o et le e sont liés dans ce mot"
    }
    /// `Mr`.
    TITLE: Warning "fmt-title" {
        en "“{before}” is written “{after}”: this is how the title is abbreviated"
        fr "« {before} » s’écrit « {after} » : ce titre s’abrège ainsi"
    }
    /// `organisation` in Oxford spelling.
    IZE: Warning "fmt-ize" {
        en "“{before}” is written “{after}”: the spelling of this site has -ize"
        fr "« {before} » s’écrit « {after} » : l’anglais de ce site a la terminaison -ize"
    }
    /// `program` in British spelling.
    WORD: Warning "fmt-word" {
        en "“{before}” is written “{after}”, unless a computer runs it"
        fr "« {before} » s’écrit « {after} », sauf s’il s’agit d’informatique"
    }

    // ------------------------------------------------------------ signs

    /// `lâ€™eau`.
    DAMAGED: Warning "fmt-damaged" {
        en "“{before}” is written “{after}”: a program had read the letters in the wrong encoding"
        fr "« {before} » s’écrit « {after} » : un logiciel avait lu les lettres dans un autre codage"
    }
    /// `ﬁn`, and `é` in two signs.
    LETTERS: Warning "fmt-letters" {
        en "“{before}” is written “{after}”, with plain letters: a search does not find the other signs"
        fr "« {before} » s’écrit « {after} », avec des lettres ordinaires : une recherche ne trouve pas les autres signes"
    }
    /// `45%` in running text.
    PER_CENT: Warning "fmt-per-cent" {
        en "“{before}” is written “{after}” in running text; the sign is for tables and titles"
        fr "« {before} » s’écrit « {after} » dans un texte suivi ; le signe est pour les tableaux et les titres"
    }
    /// `IOM' office`.
    POSSESSIVE: Warning "fmt-possessive" {
        en "“{before}” is written “{after}”: only a plural in s has the apostrophe alone"
        fr "« {before} » s’écrit « {after} » : l’apostrophe n’est seule qu’après le s d’un pluriel"
    }
    /// Two spaces.
    SPACES: Warning "fmt-spaces" {
        en "one space is enough between “{left}” and “{right}”"
        fr "une seule espace suffit entre « {left} » et « {right} »"
    }

    // ------------------------------------------------------------ pictures

    /// A picture that says where it was taken.
    HIDDEN: Warning "fmt-hidden" {
        en "the position, and everything else that is hidden in this picture, is taken out; what it shows stays as it is"
        fr "la position et toutes les autres données cachées sont retirées de cette image ; ce qu’elle montre ne change pas"
    }

    // ------------------------------------------------------------ what is not done

    /// A file whose correction would change something else.
    KEPT: Error "fmt-kept" {
        en "this file was left as it is: its corrections would change more than what they say"
        fr "ce fichier a été laissé tel quel : ses corrections changeraient plus que ce qu’elles annoncent"
        hint {
            en "make them by hand, and report the file, so that the program can be mended"
            fr "faites-les à la main, et signalez ce fichier, pour que le programme puisse être réparé"
        }
    }
    /// A file that would have an error once it is corrected.
    WORSE: Error "fmt-worse" {
        en "this file was left as it is: once corrected, it would have an error that it does not have now, such as a title that is too long"
        fr "ce fichier a été laissé tel quel : une fois corrigé, il aurait une erreur qu’il n’a pas, par exemple un titre trop long"
        hint {
            en "make the corrections by hand, and shorten what becomes too long"
            fr "faites les corrections à la main, et abrégez ce qui devient trop long"
        }
    }
    /// A path on the command line that names nothing.
    PATH: Error "fmt-path" {
        en "“{path}” is no file or folder of the content of this site"
        fr "« {path} » n’est ni un fichier ni un dossier du contenu de ce site"
        hint {
            en "name files or folders below content, for instance {example}"
            fr "nommez des fichiers ou des dossiers qui se trouvent dans content, par exemple {example}"
        }
    }
}
