//! The words of the preview, in the languages in which the program speaks.

use rihla_diagnostics::Bilingual;

macro_rules! words {
    ($($name:ident = $en:literal, $fr:literal;)*) => {
        $(pub(super) static $name: Bilingual = Bilingual { en: $en, fr: $fr };)*
    };
}

words! {
    PREVIEW = "Preview", "Aperçu";
    AS_OF = "as it will be on {day}", "tel qu’il sera le {day}";
    WITH_DRAFTS = "drafts included", "brouillons compris";
    LANGUAGES = "This page in each language", "Cette page dans chaque langue";
    MISSING = "missing", "manque";
    NOT_MEANT = "not planned", "pas prévu";
    IN_ANOTHER = "shown in {language}", "montré en {language}";
    DRAFT = "draft, kept offline", "brouillon, gardé hors ligne";
    DRAFT_SHOWN = "draft, shown in this preview only", "brouillon, montré dans cet aperçu seulement";
    SHOWN_HERE = "shown in this preview only", "montré dans cet aperçu seulement";
    FROM = "online from {day}", "en ligne à partir du {day}";
    UNTIL = "offline since {day}", "hors ligne depuis le {day}";
    GONE = "taken offline for good", "retiré définitivement";
    WAITING = "ready, waits for the other languages", "prêt, attend les autres langues";
    IN_WORK = "translation in progress", "traduction en cours";
    MACHINE = "machine translation, to be reviewed", "traduction automatique, à relire";
    ORIGINAL = "original", "original";
    UP_TO_DATE = "translation up to date", "traduction à jour";
    OUTDATED = "translation out of date", "traduction plus à jour";
    INCOMPLETE = "translation incomplete", "traduction incomplète";
    DIVERGED = "source and translation have both changed", "la source et la traduction ont changé toutes deux";
    ORPHAN = "its source is not there", "sa source n’est pas là";
    SOURCE = "Text", "Texte";
    SHARED = "Shared fields", "Champs communs";
    TEMPLATE = "Template", "Modèle";
    WARNING = "1 warning", "1 avertissement";
    WARNINGS = "{count} warnings", "{count} avertissements";
    ADVICE = "1 piece of advice", "1 conseil";
    ADVICES = "{count} pieces of advice", "{count} conseils";
    ELSEWHERE = "{count} on other pages", "{count} sur d’autres pages";
    ERROR = "1 error to mend", "1 erreur à corriger";
    ERRORS = "{count} errors to mend", "{count} erreurs à corriger";
    MORE = "and {count} more", "et {count} de plus";
    BENEATH = "Beneath is the page as it last was without errors. It changes as soon as the file is mended.",
        "En dessous, la page telle qu’elle était avant l’erreur. Elle changera dès que le fichier sera corrigé.";
    NOTHING_YET = "The site cannot be shown yet", "Le site ne peut pas encore être montré";
    NOTHING_YET_TEXT = "As soon as the errors are mended, the page appears here by itself.",
        "Dès que les erreurs seront corrigées, la page apparaîtra ici d’elle-même.";
    LINE = "line {line}", "ligne {line}";
    BLOCKED = "Kept offline for now", "Gardé hors ligne pour l’instant";
    STOPPED = "The preview has stopped: start “rihla serve” again.", "L’aperçu est arrêté : relancez « rihla serve ».";
    BASE = "The site is at {address}", "Le site se trouve à l’adresse {address}";
}

/// Puts a value in the place of `{name}`.
pub(super) fn filled(text: &str, name: &str, value: &str) -> String {
    text.replace(&format!("{{{name}}}"), value)
}
