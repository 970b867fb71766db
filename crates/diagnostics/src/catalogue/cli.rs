//! What is wrong with the command line.

messages! {
    /// A command that does not exist.
    COMMAND: Error "unknown-command" {
        en "there is no command “{value}”"
        fr "il n’y a pas de commande « {value} »"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "“rihla --help” lists them"
            fr "« rihla --help » en donne la liste"
        }
    }
    /// An option that does not exist.
    OPTION: Error "unknown-option" {
        en "there is no option “{value}” here"
        fr "il n’y a pas d’option « {value} » ici"
        hint {
            en "did you mean “{nearest}”?"
            fr "vouliez-vous écrire « {nearest} » ?"
        }
        hint {
            en "“rihla --help” lists them"
            fr "« rihla --help » en donne la liste"
        }
    }
    /// A word behind a command that takes none.
    OPERAND: Error "unknown-operand" {
        en "“{value}” is one word too many: this command takes no path or name, and looks at the whole site"
        fr "« {value} » est de trop : cette commande ne prend ni chemin ni nom, et porte sur tout le site"
        hint {
            en "write the command without it"
            fr "écrivez la commande sans lui"
        }
    }
    /// An option with a value that it cannot take.
    VALUE: Error "option-value" {
        en "“{value}” is not a value of the option {option}"
        fr "« {value} » n’est pas une valeur de l’option {option}"
        hint {
            en "possible values: {known}"
            fr "valeurs possibles : {known}"
        }
        hint {
            en "write it like this: {example}"
            fr "écrivez par exemple : {example}"
        }
    }
    /// An option without its value.
    MISSING: Error "option-without-value" {
        en "the option {option} needs a value"
        fr "l’option {option} attend une valeur"
    }
    /// A command without an option that it cannot do without.
    NEEDED: Error "option-needed" {
        en "the command {command} needs the option {option}"
        fr "la commande {command} a besoin de l’option {option}"
        hint {
            en "write it like this: {example}"
            fr "écrivez par exemple : {example}"
        }
    }
    /// Two options that contradict each other.
    TOGETHER: Error "options-together" {
        en "the options {option} and {other} cannot be given together"
        fr "les options {option} et {other} ne vont pas ensemble"
        hint {
            en "{option} records the addresses that are published; leave out one of the two"
            fr "{option} note les adresses qui sont publiées ; retirez l’une des deux"
        }
    }
    /// A language of which the command `typeset` knows nothing.
    LANGUAGE: Error "typeset-language" {
        en "“{value}” is no language that can be set"
        fr "« {value} » n’est pas une langue qui peut être composée"
        hint {
            en "these have rules: {known}; any other language is left as it is written"
            fr "celles-ci ont des règles : {known} ; toute autre langue est laissée telle qu’elle est écrite"
        }
    }
    /// Bytes on standard input that are no text.
    INPUT: Error "input-text" {
        en "line {line} of the input is not text in UTF-8"
        fr "la ligne {line} de l’entrée n’est pas un texte en UTF-8"
        hint {
            en "save the text in UTF-8 and try again"
            fr "enregistrez le texte en UTF-8, puis recommencez"
        }
    }
    /// Standard input that fails.
    STREAM: Error "input-output" {
        en "the text cannot be read: {detail}"
        fr "le texte ne peut pas être lu : {detail}"
    }
    /// Standard output that fails.
    OUTPUT: Error "output" {
        en "what was to be printed could not be written: {reason}"
        fr "ce qui devait s’afficher n’a pas pu être écrit : {reason}"
        hint {
            en "make room, or send it elsewhere, and run the command again"
            fr "faites de la place ou envoyez-le ailleurs, puis relancez la commande"
        }
    }
    /// Anything else that the command line gets wrong.
    OTHER: Error "command-line" {
        en "the command line is not right: {detail}"
        fr "la ligne de commande n’est pas correcte : {detail}"
        hint {
            en "“rihla --help” explains it"
            fr "« rihla --help » l’explique"
        }
    }
}
