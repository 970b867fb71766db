//! The words of the preview, in the languages in which the program speaks.

rihla_diagnostics::texts! {
    PREVIEW = "preview-preview";
    AS_OF = "preview-as-of";
    WITH_DRAFTS = "preview-with-drafts";
    LANGUAGES = "preview-languages";
    MISSING = "preview-missing";
    NOT_MEANT = "preview-not-meant";
    IN_ANOTHER = "preview-in-another";
    DRAFT = "preview-draft";
    DRAFT_SHOWN = "preview-draft-shown";
    SHOWN_HERE = "preview-shown-here";
    FROM = "preview-from";
    UNTIL = "preview-until";
    GONE = "preview-gone";
    UNREVIEWED = "preview-unreviewed";
    WAITING = "preview-waiting";
    IN_WORK = "preview-in-work";
    MACHINE = "preview-machine";
    ORIGINAL = "preview-original";
    UP_TO_DATE = "preview-up-to-date";
    OUTDATED = "preview-outdated";
    INCOMPLETE = "preview-incomplete";
    DIVERGED = "preview-diverged";
    ORPHAN = "preview-orphan";
    SOURCE = "preview-source";
    SHARED = "preview-shared";
    TEMPLATE = "preview-template";
    WARNING = "preview-warning";
    ADVICE = "preview-advice";
    ELSEWHERE = "preview-elsewhere";
    ERROR = "preview-error";
    MORE = "preview-more";
    BENEATH = "preview-beneath";
    NOTHING_YET = "preview-nothing-yet";
    NOTHING_YET_TEXT = "preview-nothing-yet-text";
    LINE = "preview-line";
    BLOCKED = "preview-blocked";
    STOPPED = "preview-stopped";
    BASE = "preview-base";
}
