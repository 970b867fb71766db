//! How languages build words that no dictionary lists.

/// How a language builds words: a row for each.
#[derive(Debug)]
pub struct Habits {
    /// The language, by the first part of its tag.
    language: &'static str,
    /// What stands before an apostrophe, and is no part of the word behind it.
    elided: &'static [&'static str],
    /// What stands behind a word, an apostrophe in it, and is no part of it.
    possessive: &'static [&'static str],
    /// What stands before a hyphen, or directly before a word, and is no word by itself.
    prefixes: &'static [&'static str],
    /// Endings that an inclusive form adds behind a point, a hyphen or in brackets.
    inclusive: &'static [&'static str],
    /// Letters that are right besides those of the dictionary: as they are written, and as the dictionary has them.
    variants: &'static [(&'static str, &'static str)],
}

const NONE: Habits = Habits {
    language: "",
    elided: &[],
    possessive: &[],
    prefixes: &[],
    inclusive: &[],
    variants: &[],
};

const ROWS: &[Habits] = &[
    Habits {
        language: "fr",
        elided: &[
            "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
            "presqu", "quelqu",
        ],
        prefixes: &[
            "anti", "auto", "co", "éco", "ex", "extra", "infra", "inter", "intra", "macro", "méta",
            "micro", "mini", "multi", "néo", "non", "para", "pluri", "post", "pré", "pro",
            "pseudo", "psycho", "re", "semi", "socio", "sous", "super", "supra", "sur", "télé",
            "trans", "ultra", "vice", "euro", "afro", "franco", "maroco", "hispano", "italo",
        ],
        inclusive: &[
            "e", "es", "s", "ne", "nes", "ve", "ves", "le", "les", "te", "tes", "se", "ses", "re",
            "res", "ère", "ères", "euse", "euses", "rice", "rices", "trice", "trices", "ice",
            "ices", "ienne", "iennes", "enne", "ennes", "esse", "esses", "x", "aux", "ale", "ales",
            "fe", "fes", "che", "ches", "que", "ques",
        ],
        ..NONE
    },
    Habits {
        language: "en",
        possessive: &["'s", "'"],
        prefixes: &[
            "anti", "bi", "co", "counter", "cross", "de", "eco", "ex", "extra", "hyper", "infra",
            "inter", "intra", "macro", "micro", "mid", "mini", "mis", "multi", "non", "over",
            "post", "pre", "pro", "pseudo", "psycho", "re", "self", "semi", "socio", "sub",
            "super", "trans", "ultra", "un", "under", "vice", "e", "euro", "afro",
        ],
        // Oxford spelling, which the United Nations write, where a dictionary has the other one alone.
        variants: &[("iz", "is")],
        ..NONE
    },
    Habits {
        language: "es",
        prefixes: &[
            "anti", "auto", "co", "ex", "inter", "micro", "multi", "no", "post", "pre", "re",
            "socio", "sub",
        ],
        ..NONE
    },
    Habits {
        language: "it",
        elided: &[
            "l", "d", "un", "dell", "all", "dall", "nell", "sull", "quell", "quest", "c", "n", "s",
            "m", "t", "v", "sant",
        ],
        ..NONE
    },
    Habits {
        language: "ca",
        elided: &["l", "d", "m", "t", "s", "n"],
        ..NONE
    },
];

impl Habits {
    /// Those of a language by its tag; of one without a row, that it has none.
    pub fn of(tag: &str) -> &'static Self {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        let row = ROWS
            .iter()
            .find(|row| row.language.eq_ignore_ascii_case(language));
        row.unwrap_or(&NONE)
    }

    /// What is left of a word without what is elided before it.
    pub(crate) fn without_elided<'w>(&self, word: &'w str) -> Option<&'w str> {
        let (before, rest) = word.split_once('\'')?;
        let before = before.to_lowercase();
        (self.elided.contains(&&*before) && !rest.is_empty()).then_some(rest)
    }

    /// What is left of a word without the possessive behind it.
    pub(crate) fn without_possessive<'w>(&self, word: &'w str) -> Option<&'w str> {
        let mut endings = self.possessive.iter();
        let rest = endings.find_map(|ending| word.strip_suffix(ending))?;
        (!rest.is_empty()).then_some(rest)
    }

    /// Whether something stands before others and is no word by itself.
    pub(crate) fn is_prefix(&self, word: &str) -> bool {
        self.prefixes.contains(&&*word.to_lowercase())
    }

    /// What is left of a word without a prefix that is written in one with it; short rests are left to the dictionary.
    pub(crate) fn without_prefix<'w>(&self, word: &'w str) -> Option<&'w str> {
        let mut prefixes = self.prefixes.iter().filter(|prefix| prefix.len() > 3);
        let rest = prefixes.find_map(|prefix| word.strip_prefix(prefix))?;
        (rest.chars().count() > 4).then_some(rest)
    }

    /// Whether something is an ending of an inclusive form.
    pub(crate) fn is_inclusive(&self, ending: &str) -> bool {
        self.inclusive.contains(&&*ending.to_lowercase())
    }

    /// The same word as a dictionary may have it.
    pub(crate) fn variants(&self, word: &str) -> impl Iterator<Item = String> {
        let found = self.variants.iter().filter(|(own, _)| word.contains(own));
        found.map(move |(own, other)| word.replace(own, other))
    }
}
