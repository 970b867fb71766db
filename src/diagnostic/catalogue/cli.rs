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
