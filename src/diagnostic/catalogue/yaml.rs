//! What is wrong with a piece of YAML as YAML.

messages! {
    /// A plain value holds `: `.
    COLON: Error "yaml-colon" {
        en "a value that contains \": \" must be in double quotes"
        fr "un texte qui contient « : » doit être entre guillemets droits doubles"
    }
}
