//! What CLDR lacks, or ICU4X does not carry: one table row for each habit of a language.
//!
//! This file, `profile`, `spelling` and `search::stems` are the only ones that name languages. Everything else asks a
//! [`Row`] or CLDR, so that a further language is a line here or nothing at all.

use icu_locale_core::LanguageIdentifier;

/// How a language, or one of its regions, departs from what CLDR gives.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The tags it is for: language, or language and region. The more precise wins.
    pub tags: &'static [&'static str],
    /// The tag whose CLDR data is used in the place of its own.
    pub formats: Option<&'static str>,
    /// How the first day of the month is written beside the month's name.
    pub first_of_month: Option<&'static str>,
    /// A time of day, as a pattern of UTS 35.
    pub time: Option<&'static str>,
    /// The same on the hour.
    pub time_on_the_hour: Option<&'static str>,
    /// The symbols of byte, 10³, 10⁶, 10⁹ and 10¹² bytes.
    pub bytes: [&'static str; 5],
}

/// A language that needs nothing of its own.
const PLAIN: Row = Row {
    tags: &[],
    formats: None,
    first_of_month: None,
    time: None,
    time_on_the_hour: None,
    bytes: ["B", "kB", "MB", "GB", "TB"],
};

/// *Lexique des règles typographiques*: « 1er juin », « 13 h 30 », « 9 h ».
const FRENCH: Row = Row {
    tags: &["fr"],
    first_of_month: Some("1er"),
    time: Some("H\u{a0}'h'\u{a0}mm"),
    time_on_the_hour: Some("H\u{a0}'h'"),
    bytes: ["o", "ko", "Mo", "Go", "To"],
    ..PLAIN
};

const CYRILLIC_BYTES: [&str; 5] = ["Б", "кБ", "МБ", "ГБ", "ТБ"];

const ROWS: &[Row] = &[
    FRENCH,
    Row {
        // CLDR separates thousands with a full stop there, which reads as a decimal sign
        // everywhere else and is not how Moroccan institutions print French.
        tags: &["fr-MA"],
        formats: Some("fr"),
        ..FRENCH
    },
    Row {
        // CLDR has no Moroccan Arabic; it is written with the dates and figures of ar-MA.
        tags: &["ary"],
        formats: Some("ar-MA"),
        ..PLAIN
    },
    Row {
        tags: &["br"],
        bytes: FRENCH.bytes,
        ..PLAIN
    },
    Row {
        tags: &["fi"],
        bytes: ["t", "kt", "Mt", "Gt", "Tt"],
        ..PLAIN
    },
    Row {
        tags: &["ba", "be", "ru", "uk"],
        bytes: CYRILLIC_BYTES,
        ..PLAIN
    },
];

/// The row of a language in a region.
pub(super) fn row(id: &LanguageIdentifier) -> &'static Row {
    most_precise(ROWS, |row| row.tags, id).unwrap_or(&PLAIN)
}

/// A row of one habit: what is done, and the tags that do it.
type Habit<T> = (T, &'static [&'static str]);

/// Percentages of CLDR 48, `#` for the number; all others write `#%`.
const PERCENT: &[Habit<&str>] = &[
    (
        "#\u{a0}%",
        &[
            "bas", "be", "br", "bua", "ca", "ce", "cs", "cv", "da", "de", "dsb", "dua", "dz",
            "en-AT", "en-DE", "en-DK", "en-FI", "en-NO", "en-SE", "es", "fi", "fo", "fr", "gl",
            "gsw", "hr", "hsb", "kl", "ksh", "lb", "lt", "mk", "nb", "nds", "nn", "no", "qu", "rn",
            "ro", "ru", "se", "sk", "sl", "smn", "sv", "tk", "tt", "zgh",
        ],
    ),
    (
        "#%",
        &[
            "de-CH", "de-LI", "es-419", "es-AR", "es-BO", "es-BR", "es-BZ", "es-CL", "es-CO",
            "es-CR", "es-CU", "es-DO", "es-EC", "es-GT", "es-HN", "es-MX", "es-NI", "es-PA",
            "es-PE", "es-PR", "es-PY", "es-SV", "es-US", "es-UY", "es-VE", "fr-CH",
        ],
    ),
    (
        "#٪\u{61c}",
        &[
            "ar-BH", "ar-DJ", "ar-EG", "ar-ER", "ar-IL", "ar-IQ", "ar-JO", "ar-KM", "ar-KW",
            "ar-LB", "ar-MR", "ar-OM", "ar-PS", "ar-QA", "ar-SA", "ar-SD", "ar-SO", "ar-SS",
            "ar-SY", "ar-TD", "ar-YE", "ars", "sd",
        ],
    ),
    ("#\u{200e}%\u{200e}", &["ar"]),
    ("#٪", &["fa", "ks", "lrc", "mzn", "ps", "uz-AF"]),
    ("#\u{a0}٪", &["ckb"]),
    ("%\u{a0}#", &["blo", "eu"]),
    ("%#", &["ku", "tr"]),
    ("#\u{202f}%", &["oc"]),
];

/// Whether the currency stands before the amount in CLDR 48; after it in all others.
const CODE_FIRST: &[Habit<bool>] = &[
    (
        true,
        &[
            "af", "ak", "am", "as", "bem", "bgc", "bho", "blo", "bm", "bn-IN", "bo", "brx", "ceb",
            "cgg", "chr", "csw", "cy", "dav", "de-AT", "de-CH", "de-LI", "doi", "dz", "ebu", "ee",
            "en", "es-419", "es-AR", "es-BO", "es-BR", "es-BZ", "es-CL", "es-CO", "es-CR", "es-CU",
            "es-DO", "es-EC", "es-GQ", "es-GT", "es-HN", "es-MX", "es-NI", "es-PA", "es-PE",
            "es-PR", "es-PY", "es-SV", "es-US", "es-UY", "es-VE", "fa", "fil", "fur", "fy", "ga",
            "gaa", "gd", "gu", "guz", "gv", "ha", "haw", "hi", "ia", "id", "ie", "ig", "ii",
            "it-CH", "ja", "jgo", "jmc", "jv", "kam", "kde", "kgp", "ki", "kk-CN", "kkj", "kl",
            "kln", "kn", "ko", "kok", "ks", "kw", "kxv", "lmo", "lo", "lrc", "luy", "mai", "mas",
            "mer", "mfe", "mg", "mgh", "mi", "ml", "mn", "mni", "mr", "ms", "mt", "mua", "mzn",
            "naq", "nd", "ne", "nl", "nnh", "nqo", "nso", "nus", "nyn", "om", "or", "os", "pa",
            "pcm", "ps", "pt", "qu", "raj", "rm", "rof", "rw", "sa", "saq", "sat", "scn", "sg",
            "shn", "si", "sn", "so", "st", "su", "sw", "syr", "ta", "te", "teo", "th", "ti", "tn",
            "to", "tok", "tr", "tyv", "ug", "ur", "uz-AF", "vai", "vun", "wae", "wo", "xh", "xnr",
            "yi", "yo", "yrl", "yue", "zh", "zu",
        ],
    ),
    (
        false,
        &[
            "en-150", "en-CZ", "en-DK", "en-GE", "en-HU", "en-NO", "en-PL", "en-RO", "en-SE",
            "en-UA", "pt-AO", "pt-CH", "pt-CV", "pt-GQ", "pt-GW", "pt-LU", "pt-MO", "pt-MZ",
            "pt-PT", "pt-ST", "pt-TL",
        ],
    ),
];

/// The row for language and region, else the one for the language.
fn most_precise<'t, R>(
    table: &'t [R],
    tags: impl Fn(&R) -> &'static [&'static str],
    id: &LanguageIdentifier,
) -> Option<&'t R> {
    let find = |tag: &str| table.iter().find(|row| tags(row).contains(&tag));
    let language = id.language.as_str();
    id.region
        .and_then(|region| find(&format!("{language}-{region}")))
        .or_else(|| find(language))
}

/// What the tables of habits say of one language.
#[derive(Clone, Copy)]
pub(super) struct Habits {
    /// How a percentage is written, `#` for the number.
    pub percent: &'static str,
    /// Whether the currency stands before the amount.
    pub code_first: bool,
}

impl Habits {
    /// The habits of a language in a region.
    pub(super) fn of(id: &LanguageIdentifier) -> Self {
        Self {
            percent: most_precise(PERCENT, |row| row.1, id).map_or("#%", |row| row.0),
            code_first: most_precise(CODE_FIRST, |row| row.1, id).is_some_and(|row| row.0),
        }
    }
}
