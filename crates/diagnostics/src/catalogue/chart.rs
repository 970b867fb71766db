//! What is wrong with the data of a chart.

messages! {
    /// A file that is neither CSV nor YAML, or has an encoding of its own.
    NOT_DATA: Error "chart-file" {
        en "“{file}” is no file of data that can be read"
        fr "« {file} » n’est pas un fichier de données lisible"
        hint { en "use a file .csv, saved as “CSV UTF-8”, or .yaml"
               fr "employez un fichier .csv, enregistré au format « CSV UTF-8 », ou .yaml" }
    }
    /// A file without a row of figures.
    EMPTY: Error "chart-empty" {
        en "there are no figures in these data"
        fr "il n’y a aucun chiffre dans ces données"
        hint { en "the first line names the columns, and each further line is a row"
               fr "la première ligne nomme les colonnes, et chaque ligne suivante est une rangée" }
    }
    /// A quotation mark that is not closed.
    QUOTE: Error "chart-quote" {
        en "this quotation mark is never closed"
        fr "ce guillemet n’est jamais fermé"
        hint { en "write it twice where it belongs to the text: \"\""
               fr "écrivez-le deux fois s’il appartient au texte : \"\"" }
    }
    /// A column without name, or two of one name.
    COLUMN_NAME: Error "chart-column-name" {
        en "two columns are called “{column}”"
        fr "deux colonnes s’appellent « {column} »"
        hint { en "give each a name of its own in the first line"
               fr "donnez à chacune son propre nom dans la première ligne" }
    }
    /// `Title of the table;;` above the line with the names.
    TITLE_ROW: Error "chart-title-row" {
        en "the first line is to name the columns, and this one names no column: “{words}”"
        fr "la première ligne doit nommer les colonnes, et celle-ci n’en nomme pas : « {words} »"
        hint { en "remove this line; a title is written in the page: title=\"…\""
               fr "supprimez cette ligne ; un titre s’écrit dans la page : title=\"…\"" }
    }
    /// More cells than columns.
    TOO_MANY_CELLS: Error "chart-cells" {
        en "this row has more cells than the first line names columns ({count})"
        fr "cette rangée a plus de cases que la première ligne ne nomme de colonnes ({count})"
        hint { en "put a text that contains {separator} in double quotes"
               fr "mettez entre guillemets droits un texte qui contient {separator}" }
        hint { en "remove what is too much, or name the column in the first line"
               fr "ôtez ce qui est de trop, ou nommez la colonne dans la première ligne" }
    }
    /// A column that the data lack.
    COLUMN: Error "chart-column" {
        en "these data have no column “{column}”"
        fr "ces données n’ont pas de colonne « {column} »"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous écrire « {nearest} » ?" }
        hint { en "the columns are: {known}" fr "les colonnes sont : {known}" }
    }
    /// A cell that is no number.
    NUMBER: Error "chart-number" {
        en "“{value}” is not a number"
        fr "« {value} » n’est pas un nombre"
        hint { en "write {suggested}" fr "écrivez {suggested}" }
        hint { en "write digits only; leave the cell empty where there is no figure"
               fr "n’écrivez que des chiffres ; laissez la case vide s’il n’y en a pas" }
    }
    /// A cell that is one of two numbers.
    NUMBER_READINGS: Error "chart-number-readings" {
        en "“{value}” can be read as two different numbers"
        fr "« {value} » peut se lire comme deux nombres différents"
        hint { en "write {suggested} or {other}, whichever is meant"
               fr "écrivez {suggested} ou {other}, selon ce que vous voulez dire" }
    }
    /// A part of a whole below nothing.
    NEGATIVE: Error "chart-negative" {
        en "{value} cannot be a part of a whole"
        fr "{value} ne peut pas être la part d’un tout"
        hint { en "correct the figure, or draw bars: kind=bar"
               fr "corrigez le chiffre, ou dessinez des barres : kind=bar" }
    }
    /// A whole that is nothing.
    NO_WHOLE: Error "chart-whole" {
        en "the parts of “{row}” add up to nothing"
        fr "la somme des parts de « {row} » est nulle"
        hint { en "leave its cells empty where there are no figures, or draw bars: kind=bar"
               fr "laissez ses cases vides s’il n’y a pas de chiffres, ou dessinez des barres : kind=bar" }
    }
    /// More than can be told apart.
    TOO_MANY_SERIES: Error "chart-series" {
        en "{count} series cannot be told apart in one chart; at most {most} can"
        fr "{count} séries ne se distinguent pas dans un même graphique ; on peut en montrer {most} au plus"
        hint { en "name fewer columns in y=\"…\", or make several charts"
               fr "nommez moins de colonnes dans y=\"…\", ou faites plusieurs graphiques" }
    }
    /// More parts than can be told apart.
    TOO_MANY_PARTS: Error "chart-parts" {
        en "{count} parts of one whole cannot be told apart; at most {most} can"
        fr "{count} parts d’un même tout ne se distinguent pas ; on peut en montrer {most} au plus"
        hint { en "add the smallest up in one row, or draw bars: kind=bar"
               fr "réunissez les plus petites en une rangée, ou dessinez des barres : kind=bar" }
    }
    /// More rows than anybody reads.
    TOO_MANY_ROWS: Error "chart-rows" {
        en "{count} rows are too many for a chart of this kind; at most {most} can be read"
        fr "{count} rangées sont trop pour un graphique de ce genre ; on peut en lire {most} au plus"
        hint { en "keep those that matter, or draw lines: kind={kind}"
               fr "gardez celles qui comptent, ou dessinez des courbes : kind={kind}" }
        hint { en "keep those that matter" fr "gardez celles qui comptent" }
    }
    /// A list of YAML whose items are no maps of plain values.
    YAML: Error "chart-yaml" {
        en "the data of a chart are a list of rows, and this is none of them"
        fr "les données d’un graphique sont une liste de rangées, et ceci n’en est pas une"
        hint { en "write each row as: - {{year: 2024, people: 28604}}"
               fr "écrivez chaque rangée ainsi : - {{annee: 2024, personnes: 28604}}" }
    }
    /// `by` without a collection of that name.
    COLLECTION: Error "chart-collection" {
        en "there is no collection “{collection}”"
        fr "il n’y a pas de collection « {collection} »"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous écrire « {nearest} » ?" }
        hint { en "the collections are: {known}" fr "les collections sont : {known}" }
    }
    /// A collection without `by`.
    BY: Error "chart-by" {
        en "“{collection}” is a collection, and nothing says what its entries are counted by"
        fr "« {collection} » est une collection, et rien ne dit selon quoi ses éléments sont comptés"
        hint { en "write, for example: by=year" fr "écrivez par exemple : by=year" }
    }
    /// `by` or `value` with the name of no field that serves.
    FIELD: Error "chart-field" {
        en "the collection “{collection}” has no field “{field}” {wanted}"
        fr "la collection « {collection} » n’a pas de champ « {field} » {wanted}"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous écrire « {nearest} » ?" }
        hint { en "these can be used: {known}" fr "peuvent servir : {known}" }
    }
    /// Amounts that do not add up.
    CURRENCIES: Error "chart-currencies" {
        en "amounts in {one} and in {other} cannot be added up"
        fr "des montants en {one} et en {other} ne s’additionnent pas"
        hint { en "count the entries instead, value=count, or put the figures in a file of data"
               fr "comptez plutôt les éléments, value=count, ou mettez les chiffres dans un fichier de données" }
    }
}

/// The line in which a table names its columns.
pub static COLUMNS_HERE: crate::Bilingual = crate::Bilingual {
    en: "the columns are named here",
    fr: "les colonnes sont nommées ici",
};

/// An entry whose amount is in another currency.
pub static AMOUNT_HERE: crate::Bilingual = crate::Bilingual {
    en: "this one is in {other}",
    fr: "celui-ci est en {other}",
};

/// What `by` needs.
pub static TO_COUNT_BY: crate::Bilingual = crate::Bilingual {
    en: "by which entries can be counted",
    fr: "selon lequel compter ses éléments",
};

/// What `value` needs.
pub static TO_ADD_UP: crate::Bilingual = crate::Bilingual {
    en: "that can be added up",
    fr: "dont on puisse faire la somme",
};
