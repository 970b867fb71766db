//! What is wrong with a directive: `:::name{…}` and what stands between it and `:::`.

messages! {
    /// `:::name` that is not one of the set.
    UNKNOWN: Error "directive-unknown" {
        en "“:::{name}” is not known"
        fr "« :::{name} » n’est pas connu"
        hint { en "did you mean “:::{nearest}”?" fr "vouliez-vous écrire « :::{nearest} » ?" }
        hint { en "these are known: {known}" fr "voici ceux qui existent : {known}" }
    }
    /// An opening without its closing.
    UNCLOSED: Error "directive-unclosed" {
        en "“:::{name}” is never closed"
        fr "« :::{name} » n’est jamais fermé"
        hint { en "write ::: alone on the line where it ends, before the next “:::{other}”, which cannot stand in it"
               fr "écrivez ::: seul sur la ligne où il finit, avant le « :::{other} » qui suit et ne peut pas y figurer" }
        hint { en "write ::: alone on the line where it ends"
               fr "écrivez ::: seul sur la ligne où il finit" }
    }
    /// A closing without its opening.
    CLOSES_NOTHING: Error "directive-closes-nothing" {
        en "this “:::” closes nothing"
        fr "ce « ::: » ne ferme rien"
        hint { en "remove the line, or write where it begins: :::note"
               fr "supprimez la ligne, ou écrivez à l’endroit où cela commence : :::note" }
    }
    /// An opening in a list whose closing stands outside of it, and the like.
    CROSSES: Error "directive-crosses" {
        en "“:::{name}” begins inside a list item and does not end in it"
        fr "« :::{name} » commence dans un élément de liste et n’y finit pas"
        hint { en "give all its lines the same indentation as its first one"
               fr "donnez à toutes ses lignes le même retrait qu’à la première" }
    }
    /// `:::name` in a quotation, a table or after the bullet of a list.
    PLACE: Error "directive-place" {
        en "“:::{name}” does not stand at the beginning of a line of its own"
        fr "« :::{name} » n’est pas au début d’une ligne à lui"
        hint { en "put it on a line of its own, outside of quotations (>) and tables, with an empty line before it"
               fr "mettez-le sur une ligne à lui, hors des citations (>) et des tableaux, avec une ligne vide avant" }
    }
    /// `1O0 | personnes`
    FIGURE_LETTER: Advice "figure-letter" {
        en "“{figure}” has a letter among its digits"
        fr "« {figure} » contient une lettre parmi ses chiffres"
        hint { en "write {right}" fr "écrivez {right}" }
    }
    /// Words after `:::name{…}`.
    AFTER: Error "directive-after" {
        en "“{words}” cannot stand here, after “:::{name}”"
        fr "« {words} » ne peut pas figurer ici, après « :::{name} »"
        hint { en "parameters stand in braces: {example}"
               fr "les paramètres s’écrivent entre accolades : {example}" }
    }
    /// `{` without `}`.
    BRACE: Error "directive-brace" {
        en "the brace after “:::{name}” is never closed"
        fr "l’accolade après « :::{name} » n’est jamais fermée"
        hint { en "write }} after the last parameter; a value that contains spaces stands in double quotes"
               fr "écrivez }} après le dernier paramètre ; une valeur qui contient des espaces s’écrit entre guillemets droits" }
    }
    /// A parameter that the directive does not have.
    PARAMETER: Error "directive-parameter" {
        en "“:::{name}” has no parameter “{parameter}”"
        fr "« :::{name} » n’a pas de paramètre « {parameter} »"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous écrire « {nearest} » ?" }
        hint { en "its parameters are: {known}" fr "ses paramètres : {known}" }
        hint { en "it has no parameters" fr "il n’a pas de paramètres" }
    }
    /// A word in the braces that belongs to no parameter.
    WORD: Error "directive-word" {
        en "“{word}” is the value of no parameter"
        fr "« {word} » n’est la valeur d’aucun paramètre"
        hint { en "a value that contains spaces stands in double quotes: {example}; inside them, write “ ” for quotation marks"
               fr "une valeur qui contient des espaces s’écrit entre guillemets droits : {example} ; à l’intérieur, écrivez « » pour citer" }
    }
    /// A parameter twice.
    TWICE: Error "directive-parameter-twice" {
        en "the parameter “{parameter}” is given twice"
        fr "le paramètre « {parameter} » est donné deux fois"
    }
    /// A required parameter that is missing.
    MISSING: Error "directive-parameter-missing" {
        en "“:::{name}” needs the parameter “{parameter}”"
        fr "« :::{name} » a besoin du paramètre « {parameter} »"
        hint { en "write for example: {example}" fr "écrivez par exemple : {example}" }
    }
    /// A value of another type.
    TYPE: Error "directive-value" {
        en "“{parameter}” must be {wanted}, and “{value}” is not"
        fr "« {parameter} » doit être {wanted}, et « {value} » ne l’est pas"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous écrire « {nearest} » ?" }
        hint { en "one of these can stand here: {known}" fr "peuvent figurer ici : {known}" }
        hint { en "write, for example: {parameter}={example}" fr "écrivez par exemple : {parameter}={example}" }
    }
    /// A text between the fences where there must be none.
    BODY: Error "directive-body" {
        en "nothing can stand between “:::{name}” and its “:::”"
        fr "rien ne peut figurer entre « :::{name} » et son « ::: »"
        hint { en "move this text after the line with :::"
               fr "déplacez ce texte après la ligne qui contient :::" }
    }
    /// Nothing between the fences where there must be something.
    EMPTY: Error "directive-empty" {
        en "there is nothing between “:::{name}” and its “:::”"
        fr "il n’y a rien entre « :::{name} » et son « ::: »"
        hint { en "write on the lines between them: {example}"
               fr "écrivez sur les lignes entre les deux : {example}" }
    }
    /// Something else than lines of cells.
    LINES: Error "directive-lines" {
        en "“:::{name}” holds lines only, and this is none"
        fr "« :::{name} » ne contient que des lignes, et ceci n’en est pas une"
        hint { en "write each on a line of its own: {example}"
               fr "écrivez chacune sur sa propre ligne : {example}" }
    }
    /// A line that lacks a cell.
    CELL_MISSING: Error "directive-cell-missing" {
        en "this line has no {cell}"
        fr "cette ligne n’a pas de {cell}"
        hint { en "separate its parts with |: {example}"
               fr "séparez ses parties par | : {example}" }
    }
    /// A line with too many cells.
    CELLS: Error "directive-cells" {
        en "this line has {count} parts, and at most {most} are possible"
        fr "cette ligne a {count} parties, pour {most} au plus"
        hint { en "the parts are, in this order: {example}"
               fr "les parties sont, dans cet ordre : {example}" }
    }
    /// A film that some visitors could not follow.
    NO_CAPTIONS: Error "video-captions" {
        en "this video has neither captions nor a transcript, so that people who cannot hear it are left out"
        fr "cette vidéo n’a ni sous-titres ni transcription : les personnes qui ne l’entendent pas en sont privées"
        hint { en "say in which languages it has captions, captions=\"en,fr\", or give the transcript: transcript=transcript.en.md, or write it between :::video and :::"
               fr "dites en quelles langues elle est sous-titrée, captions=\"fr,en\", ou donnez sa transcription : transcript=transcription.fr.md, ou écrivez-la entre :::video et :::" }
    }
    /// A picture with a caption and no text in its place.
    NO_ALTERNATIVE: Warning "figure-alternative-caption" {
        en "this picture has a caption, but no text for those who cannot see it"
        fr "cette image a une légende, mais pas de texte pour les personnes qui ne la voient pas"
        hint { en "say what it shows, alt=\"…\"; or alt=\"\" where the caption says it all"
               fr "dites ce qu’elle montre, alt=\"…\" ; ou alt=\"\" si la légende dit tout" }
    }
    /// A picture with neither.
    NO_ALTERNATIVE_AT_ALL: Error "figure-alternative" {
        en "this picture has no text for those who cannot see it"
        fr "cette image n’a pas de texte pour les personnes qui ne la voient pas"
        hint { en "say what it shows, alt=\"…\"; or alt=\"\" where it only decorates"
               fr "dites ce qu’elle montre, alt=\"…\" ; ou alt=\"\" si elle ne fait que décorer" }
    }
}

/// Types of parameters, as messages and documents call them.
pub mod term {
    use crate::Bilingual;

    macro_rules! terms {
        ($($name:ident = $en:literal, $fr:literal;)*) => {
            $(#[allow(missing_docs, reason = "the words say it")] pub static $name: Bilingual = Bilingual { en: $en, fr: $fr };)*
        };
    }
    terms! {
        TEXT = "a text", "un texte";
        ALTERNATIVE = "a text, or nothing between the quotes", "un texte, ou rien entre les guillemets";
        PICTURE = "a picture beside the text", "une image placée à côté du texte";
        FILE = "a file beside the text", "un fichier placé à côté du texte";
        DATA = "a file of data beside the text (.csv or .yaml), or a collection", "un fichier de données placé à côté du texte (.csv ou .yaml), ou une collection";
        ADDRESS = "an address that begins with https://", "une adresse qui commence par https://";
        LINK = "a text or a file of the site, or an address", "un texte ou un fichier du site, ou une adresse";
        LANGUAGE = "the tag of a language, such as fr", "le code d’une langue, comme fr";
        LANGUAGES = "tags of languages with commas between them", "des codes de langues séparés par des virgules";
        COUNT = "a whole number", "un nombre entier";
        DATE = "a day, a month or a year, such as 2024-12-31, 2024-12 or 2024", "un jour, un mois ou une année, comme 2024-12-31, 2024-12 ou 2024";
        DURATION = "minutes and seconds, such as 3:25", "des minutes et des secondes, comme 3:25";
        NAME = "the name of a field", "le nom d’un champ";
        CHOICE = "one of the words listed", "un des mots prévus";
        COLUMNS = "names of columns with commas between them, each with the words to show: \"women: Women, men: Men\"", "des noms de colonnes séparés par des virgules, chacun avec les mots à afficher : \"femmes: Femmes, hommes: Hommes\"";
        CONTACT = "an e-mail address, a telephone number or a web address", "une adresse électronique, un numéro de téléphone ou une adresse web";
    }
}
