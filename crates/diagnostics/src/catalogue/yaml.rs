//! What is wrong with a piece of YAML as YAML.

use crate::Bilingual;

messages! {
    /// A plain value holds `: `.
    COLON: Error "yaml-colon" {
        en "a value that contains “: ” must be in double quotes"
        fr "un texte qui contient « : » doit être entre guillemets droits doubles"
    }
    /// A plain value is cut by ` #`.
    HASH: Warning "yaml-hash" {
        en "“{lost}” is lost: after a space, “#” begins a comment"
        fr "« {lost} » est perdu : après une espace, « # » ouvre un commentaire"
        hint { en "put the whole value in double quotes; for a comment, write “# ” with a space"
               fr "mettez tout le texte entre guillemets droits doubles ; pour un commentaire, écrivez « # » suivi d’une espace" }
    }
    /// `'L'OIM'`.
    APOSTROPHE: Error "yaml-apostrophe" {
        en "an apostrophe ends a text in single quotes"
        fr "une apostrophe ferme un texte mis entre apostrophes"
        hint { en "use double quotes around the text" fr "entourez le texte de guillemets droits doubles" }
    }
    /// `"Santé" et emploi`, `[Maroc] Convention`.
    TEXT_AFTER: Error "yaml-text-after" {
        en "there are words after the closing {sign}"
        fr "il y a des mots après {sign} qui ferme"
        hint { en "begin a new line before “{next}:”" fr "allez à la ligne avant « {next}: »" }
        hint { en "put the whole value in double quotes, and write \\\" for a quotation mark inside it"
               fr "mettez tout le texte entre guillemets droits doubles, et écrivez \\\" pour un guillemet à l’intérieur" }
    }
    /// `"Une",`.
    SIGN_AFTER: Error "yaml-sign-after" {
        en "“{sign}” stands after the closing quotation mark, where the value ends"
        fr "« {sign} » se trouve après le guillemet qui ferme, où la valeur se termine"
        hint { en "remove “{sign}”" fr "supprimez « {sign} »" }
    }
    /// `@oim`, `* note`, `- tiret`, `% de femmes`.
    SIGN: Error "yaml-sign" {
        en "a value that begins with “{sign}” must be in double quotes"
        fr "un texte qui commence par « {sign} » doit être entre guillemets droits doubles"
    }
    /// `"A\B"`.
    BACKSLASH: Error "yaml-backslash" {
        en "inside double quotes, “\\” begins a sign that is written otherwise"
        fr "entre guillemets droits doubles, « \\ » annonce un signe qui s’écrit autrement"
        hint {
            en "write \\\\ for a backslash, or put the text between single quotes ' '"
            fr "écrivez \\\\ pour une barre oblique inversée, ou mettez le texte entre apostrophes droites ' '"
        }
    }
    /// `axes: - sante`.
    ITEM: Error "yaml-item" {
        en "on the line of its key, a value cannot begin with a hyphen"
        fr "sur la ligne de sa clé, une valeur ne peut pas commencer par un tiret"
        hint { en "put a text in double quotes; write a list as [{items}]"
               fr "mettez un texte entre guillemets droits doubles ; une liste s’écrit [{items}]" }
    }
    /// `fr: |` above lines at the left.
    BLOCK_INDENT: Error "yaml-block-indent" {
        en "the lines of a text that “{sign}” announces stand further to the right than its key"
        fr "les lignes d’un texte annoncé par « {sign} » sont décalées à droite de leur clé"
        hint { en "begin each of them with two spaces more" fr "faites commencer chacune par deux espaces de plus" }
    }
    /// A quotation mark opens and nothing closes.
    UNCLOSED_QUOTE: Error "yaml-unclosed-quote" {
        en "this quotation mark is never closed"
        fr "ce guillemet n’est jamais fermé"
        hint { en "put {closing} at the end of the text as well"
               fr "mettez {closing} aussi à la fin du texte" }
    }
    /// A bracket opens and nothing closes.
    UNCLOSED_BRACKET: Error "yaml-unclosed-bracket" {
        en "“{sign}” is never closed"
        fr "« {sign} » n’est jamais fermé"
        hint { en "close it with “{closing}”; if it is part of a text, put the text in double quotes"
               fr "fermez-le par « {closing} » ; s’il fait partie d’un texte, mettez ce texte entre guillemets droits doubles" }
    }
    /// `{fr: Santé, hébergement, en: Health}`.
    COMMA: Error "yaml-comma" {
        en "inside { }, a comma separates: “{key}” has become a key of its own"
        fr "entre { }, une virgule sépare : « {key} » est devenu une clé à part"
        hint { en "put each text in double quotes, or write one language on each line"
               fr "mettez chaque texte entre guillemets droits doubles, ou écrivez une langue par ligne" }
    }
    /// A tab or a no-break space at the head of a line.
    INDENT_SIGN: Error "yaml-indent-sign" {
        en "this line begins with {sign}; lines are moved in with ordinary spaces only"
        fr "cette ligne commence par {sign} ; une ligne ne se décale qu’avec des espaces ordinaires"
    }
    /// A sign such as U+000B.
    CONTROL: Error "yaml-control-sign" {
        en "there is a sign here that nobody sees and that cannot stand in YAML: {sign}"
        fr "il y a ici un signe que personne ne voit et que YAML n’admet pas : {sign}"
        hint { en "remove the sign {sign}" fr "supprimez le signe {sign}" }
    }
    /// A line stands at a depth that fits nothing.
    INDENTATION: Error "yaml-indentation" {
        en "this line does not stand under the ones before it"
        fr "cette ligne n’est pas alignée avec celles qui précèdent"
        hint { en "lines of one group begin in the same column" fr "les lignes d’un même groupe commencent dans la même colonne" }
    }
    /// A key below a value.
    NESTED: Error "yaml-nested" {
        en "“{key}” cannot stand below a line that has a value already"
        fr "« {key} » ne peut pas être placé sous une ligne qui a déjà une valeur"
        hint { en "move “{key}” to the left, or remove the value of the line above"
               fr "décalez « {key} » vers la gauche, ou ôtez la valeur de la ligne du dessus" }
    }
    /// `title:Texte`.
    NO_SPACE: Error "yaml-no-space" {
        en "there must be a space after the “:” of “{key}”"
        fr "il faut une espace après le « : » de « {key} »"
    }
    /// `title = "Texte"`.
    SEPARATOR: Error "yaml-separator" {
        en "after “{key}” stands “{sign}”, and not a colon and a space"
        fr "« {key} » est suivi de « {sign} », et non de deux-points et d’une espace"
    }
    /// `-date: 2026-01-02`.
    ITEM_SPACE: Error "yaml-item-space" {
        en "there must be a space after the hyphen that begins an item of a list"
        fr "il faut une espace après le tiret qui commence un élément de liste"
    }
    /// A space before the first key.
    MOVED_IN: Error "yaml-first-indent" {
        en "this line stands further to the right than the lines that follow it"
        fr "cette ligne est décalée à droite par rapport aux lignes qui la suivent"
        hint { en "begin it in the same column as the others" fr "faites-la commencer dans la même colonne que les autres" }
    }
    /// A line that is no `key: value`.
    STRAY: Error "yaml-stray-line" {
        en "this line is not of the form “key: value”"
        fr "cette ligne n’a pas la forme « clé : valeur »"
        hint { en "where it goes on with the line above, write both as one: {joined}"
               fr "si elle continue la ligne du dessus, écrivez les deux en une seule : {joined}" }
        hint { en "where it goes on with the line above, write it at the end of that line; else write a key before it"
               fr "si elle continue la ligne du dessus, écrivez-la à la fin de celle-ci ; sinon, écrivez une clé devant" }
    }
    /// Anything else that the parser refuses.
    SYNTAX: Error "yaml-syntax" {
        en "this cannot be read as YAML"
        fr "ceci ne peut pas être lu comme du YAML"
        hint { en "put the value in double quotes, or compare the line with one that works"
               fr "mettez la valeur entre guillemets droits doubles, ou comparez la ligne avec une autre qui fonctionne" }
    }
    /// The same key twice in one map.
    DUPLICATE: Error "yaml-duplicate-key" {
        en "“{key}” stands here twice"
        fr "« {key} » est écrit deux fois"
        hint { en "keep one of the two" fr "gardez l’un des deux" }
    }
    /// A list or a map as a key.
    COMPLEX_KEY: Error "yaml-complex-key" {
        en "a key must be a word"
        fr "une clé doit être un mot"
    }
    /// `---` in the middle of a file.
    SECOND_DOCUMENT: Error "yaml-second-document" {
        en "a file of YAML holds one document: what follows this line is not read"
        fr "un fichier YAML ne contient qu’un document : ce qui suit cette ligne n’est pas lu"
        hint { en "remove the line" fr "supprimez cette ligne" }
    }
    /// Nested too deeply.
    TOO_DEEP: Error "yaml-too-deep" {
        en "more than {limit} levels inside each other"
        fr "plus de {limit} niveaux imbriqués"
    }
    /// Too many values, or too many bytes.
    TOO_LARGE: Error "yaml-too-large" {
        en "the file is too large to be read as YAML"
        fr "le fichier est trop grand pour être lu comme du YAML"
        hint { en "split it into several entries" fr "répartissez-le en plusieurs entrées" }
    }
    /// `NO`, `14:30`, `010`.
    AMBIGUOUS: Warning "yaml-ambiguous" {
        en "other programs read “{value}” without quotes as {meaning}; here it is text"
        fr "sans guillemets, « {value} » est lu par d’autres programmes comme {meaning} ; ici, c’est un texte"
    }
    /// `14:30`, `010`, `1_000`.
    AMBIGUOUS_NUMBER: Warning "yaml-ambiguous-number" {
        en "other programs read “{value}” without quotes as the number {number}; here it is text"
        fr "sans guillemets, « {value} » est lu par d’autres programmes comme le nombre {number} ; ici, c’est un texte"
    }
    /// `“Convention”`.
    CURLY_QUOTES: Warning "yaml-curly-quotes" {
        en "curly quotation marks are part of the text; YAML uses straight ones"
        fr "les guillemets courbes font partie du texte ; YAML utilise des guillemets droits"
    }
    /// A text begins with keys, but without `---`.
    NO_OPENING: Error "front-matter-opening" {
        en "the line “---” is missing above the fields of this text"
        fr "il manque la ligne « --- » au-dessus des champs de ce texte"
        hint { en "write “---” alone on line {line}" fr "écrivez « --- », seul, à la ligne {line}" }
    }
    /// Fields in TOML.
    TOML: Error "front-matter-toml" {
        en "these fields are written in TOML, between lines “+++”; here they are YAML, between lines “---”"
        fr "ces champs sont écrits en TOML, entre des lignes « +++ » ; ici, ils s’écrivent en YAML, entre des lignes « --- »"
        hint { en "write each as “key: value”" fr "écrivez chacun sous la forme « clé: valeur »" }
    }
    /// Fields in JSON.
    JSON: Error "front-matter-json" {
        en "these fields are written in JSON; here they are YAML, between lines “---”"
        fr "ces champs sont écrits en JSON ; ici, ils s’écrivent en YAML, entre des lignes « --- »"
        hint { en "write each as “key: value”" fr "écrivez chacun sous la forme « clé: valeur »" }
    }
    /// The fields open with `---` and do not close.
    NO_CLOSING: Error "front-matter-closing" {
        en "the fields begin here with “---”, but no line “---” ends them"
        fr "les champs s’ouvrent ici par « --- », mais aucune ligne « --- » ne les ferme"
        hint { en "write “---” alone on line {line}, before the text" fr "écrivez « --- », seul, à la ligne {line}, avant le texte" }
    }
    /// Dashes, but not three hyphens.
    DASHES: Error "front-matter-dashes" {
        en "this line must be three hyphens: ---"
        fr "cette ligne doit être faite de trois tirets simples : ---"
    }
}

/// What the earlier of two equal keys is.
pub static FIRST: Bilingual = Bilingual {
    en: "the first “{key}”",
    fr: "le premier « {key} »",
};

/// What other programs make of a plain value.
pub mod meaning {
    use super::Bilingual;

    /// `no`.
    pub static FALSE: Bilingual = Bilingual {
        en: "false",
        fr: "« faux »",
    };
    /// `yes`.
    pub static TRUE: Bilingual = Bilingual {
        en: "true",
        fr: "« vrai »",
    };
}

/// What a sign is called in the middle of a sentence.
pub mod sign {
    use super::Bilingual;

    /// U+0009.
    pub static TAB: Bilingual = Bilingual {
        en: "a tab",
        fr: "une tabulation",
    };
    /// U+00A0 and its kind.
    pub static NO_BREAK_SPACE: Bilingual = Bilingual {
        en: "a no-break space",
        fr: "une espace insécable",
    };
    /// `"`.
    pub static QUOTE: Bilingual = Bilingual {
        en: "quotation mark",
        fr: "le guillemet",
    };
    /// `]` or `}`.
    pub static BRACKET: Bilingual = Bilingual {
        en: "bracket",
        fr: "le crochet",
    };
}
