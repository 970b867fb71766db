//! What the words of a language lose before they are compared, and which of them say nothing.
//!
//! Light stemming, after J. Savoy, *A stemming procedure and stopword list for general French corpora* (1999), and the
//! like for other languages: plurals, feminines, and the endings that tell a verb from its noun. A light stemmer
//! mixes up fewer words than Snowball's, and its rules are few enough to be sent to a browser.

/// The endings and the common words of a language.
#[derive(Debug)]
pub struct Stems {
    /// Language tags, without region.
    tags: &'static [&'static str],
    /// Steps in the order in which they are taken. Of each, the first rule that fits is applied:
    /// `ending>replacement`, or `^beginning>` in scripts that write articles together with their words;
    /// at least three characters stay, or the number after a second `>`.
    pub steps: &'static [&'static [&'static str]],
    /// Words that are not looked for where others are, folded.
    pub common: &'static [&'static str],
}

/// How many characters of a word stay at least.
const KEPT: usize = 3;

/// A rule, taken apart.
struct Rule<'r> {
    is_beginning: bool,
    what: &'r str,
    instead: &'r str,
    kept: usize,
}

impl Rule<'_> {
    fn of(rule: &'static str) -> Self {
        let mut parts = rule.split('>');
        let what = parts.next().unwrap_or_default();
        let instead = parts.next().unwrap_or_default();
        let kept = parts.next().and_then(|number| number.parse().ok());
        Rule {
            is_beginning: what.starts_with('^'),
            what: what.trim_start_matches('^'),
            instead,
            kept: kept.unwrap_or(KEPT),
        }
    }

    fn apply(&self, word: &str) -> Option<String> {
        let rest = match self.is_beginning {
            true => word.strip_prefix(self.what)?,
            false => word.strip_suffix(self.what)?,
        };
        (rest.chars().count() >= self.kept).then(|| match self.is_beginning {
            true => format!("{}{rest}", self.instead),
            false => format!("{rest}{}", self.instead),
        })
    }
}

impl Stems {
    /// Those of a language tag; of none where there is no row for it.
    pub fn of_tag(tag: &str) -> &'static Self {
        let language = tag.split('-').next().unwrap_or_default();
        let mut rows = ROWS.iter();
        rows.find(|row| row.tags.contains(&language))
            .unwrap_or(&NONE)
    }

    /// What is left of a [folded](super::fold) word.
    pub fn stem(&self, word: &str) -> String {
        let mut stem = word.to_owned();
        if stem.starts_with(|c: char| c.is_ascii_digit()) {
            return stem;
        }
        for step in self.steps {
            let mut rules = step.iter().map(|rule| Rule::of(rule));
            if let Some(shorter) = rules.find_map(|rule| rule.apply(&stem)) {
                stem = shorter;
            }
        }
        stem
    }

    /// A word without the ending of a plural, or the article that is written together with it: the first of the steps.
    pub fn singular(&self, word: &str) -> String {
        let mut rules = self.steps.first().into_iter().flat_map(|step| step.iter());
        let shorter = rules.find_map(|rule| Rule::of(rule).apply(word));
        shorter.unwrap_or_else(|| word.to_owned())
    }

    /// Whether a folded word says nothing.
    pub fn is_common(&self, word: &str) -> bool {
        self.common.contains(&word)
    }
}

const NONE: Stems = Stems {
    tags: &[],
    steps: &[],
    common: &[],
};

const FRENCH: Stems = Stems {
    tags: &["fr"],
    steps: &[
        &[
            "travaux>travail>0",
            "eaux>eau>0",
            "aux>al",
            "ss>ss",
            "s>",
            "x>>4",
        ],
        &["ee>", "e>"],
        &[
            "issement>>4",
            "ement>",
            "ation>>6",
            "ation>at",
            "ateur>>6",
            "ateur>at",
            "atric>>6",
            "atric>at",
            "atoir>at",
            "abilit>abl",
            "ibilit>ibl",
            "it>>5",
            "eus>eur",
            "iv>if",
            "ism>>4",
            "ist>>4",
            "enn>en",
            "onn>on",
            "ell>el",
            "ant>>4",
            "er>",
            "ez>>4",
            "ir>>4",
            "i>>5",
        ],
    ],
    common: &[
        "a", "afin", "ai", "ainsi", "alors", "as", "au", "aux", "avec", "car", "ce", "ces", "cet",
        "cette", "ceux", "chez", "comme", "comment", "d", "dans", "de", "des", "dont", "du",
        "elle", "elles", "en", "est", "et", "etre", "eux", "il", "ils", "j", "je", "l", "la", "le",
        "les", "leur", "leurs", "lui", "ma", "mais", "me", "mes", "mon", "n", "ne", "nos", "notre",
        "nous", "on", "ont", "ou", "par", "pas", "pour", "qu", "quand", "que", "quel", "quelle",
        "quels", "quelles", "qui", "quoi", "s", "sa", "se", "ses", "si", "son", "sont", "sur",
        "ta", "te", "tes", "toi", "ton", "tu", "un", "une", "vos", "votre", "vous", "y",
    ],
};

const ENGLISH: Stems = Stems {
    tags: &["en"],
    steps: &[
        &[
            "ies>y", "sses>ss", "ches>ch", "shes>sh", "xes>x", "ss>ss", "us>us", "is>is", "s>",
        ],
        &[
            "ization>iz",
            "isation>iz",
            "ation>>6",
            "ation>at",
            "ator>>6",
            "ator>at",
            "ating>>6",
            "ating>at",
            "ated>>6",
            "ated>at",
            "ate>at",
            "ied>y",
            "ing>",
            "ed>",
            "ement>>4",
            "ment>>4",
            "ness>>4",
            "ly>>5",
            "ity>>5",
            "ize>iz",
            "ise>iz",
        ],
        &["e>"],
        &["tt>t", "nn>n", "pp>p", "mm>m", "gg>g", "rr>r"],
    ],
    common: &[
        "a", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do",
        "does", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if",
        "in", "is", "it", "its", "me", "my", "not", "of", "on", "or", "our", "s", "she", "so", "t",
        "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
        "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "why",
        "will", "with", "would", "you", "your",
    ],
};

const ARABIC: Stems = Stems {
    tags: &["ar", "ary"],
    steps: &[
        &["^وال>", "^بال>", "^كال>", "^فال>", "^ولل>", "^لل>", "^ال>"],
        &["ات>", "ون>", "ين>", "ان>", "يه>", "ها>", "هم>", "نا>"],
        &["ه>", "ي>"],
    ],
    common: &[
        "في", "من", "الي", "علي", "عن", "مع", "ما", "ماذا", "هل", "كيف", "اين", "متي", "هذا",
        "هذه", "ذلك", "التي", "الذي", "ان", "او", "و", "لا", "لم", "لن", "كل", "قد", "هو", "هي",
        "انا", "نحن",
    ],
};

const SPANISH: Stems = Stems {
    tags: &["es"],
    steps: &[
        &["ciones>cion", "ces>z", "es>>4", "s>"],
        &[
            "amiento>", "imiento>", "mente>>4", "acion>>6", "acion>at", "ador>at", "ar>", "er>>4",
            "ir>>4", "o>", "a>", "e>",
        ],
    ],
    common: &[
        "a", "al", "como", "con", "cual", "cuando", "de", "del", "donde", "el", "ella", "en", "es",
        "esta", "este", "la", "las", "lo", "los", "me", "mi", "no", "o", "para", "pero", "por",
        "que", "se", "si", "sin", "su", "sus", "un", "una", "y", "yo",
    ],
};

const PORTUGUESE: Stems = Stems {
    tags: &["pt"],
    steps: &[
        &["coes>cao", "oes>ao", "ais>al", "eis>el", "es>>4", "s>"],
        &[
            "mente>>4", "acao>>6", "acao>at", "ador>at", "ar>", "er>>4", "ir>>4", "o>", "a>", "e>",
        ],
    ],
    common: &[
        "a", "ao", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "em", "na", "nas",
        "no", "nos", "o", "os", "ou", "para", "por", "que", "se", "um", "uma",
    ],
};

const ITALIAN: Stems = Stems {
    tags: &["it"],
    steps: &[
        &[
            "azioni>at",
            "azione>at",
            "amente>",
            "amento>",
            "amenti>",
            "chi>c",
            "ghi>g",
            "che>c",
            "ghe>g",
        ],
        &["i>", "e>", "o>", "a>"],
    ],
    common: &[
        "a", "al", "alla", "che", "chi", "come", "con", "da", "del", "della", "dei", "delle", "di",
        "dove", "e", "gli", "i", "il", "in", "la", "le", "lo", "ma", "nel", "nella", "non", "o",
        "per", "si", "su", "un", "una",
    ],
};

const GERMAN: Stems = Stems {
    tags: &["de"],
    steps: &[
        &["ern>>4", "em>>4", "en>>4", "er>>4", "es>>4", "e>>4", "s>>4"],
        &["ung>>4", "lich>>4", "n>>4"],
    ],
    common: &[
        "aber", "als", "am", "an", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die",
        "ein", "eine", "einer", "er", "es", "fur", "ich", "im", "in", "ist", "mit", "nach",
        "nicht", "oder", "sich", "sie", "sind", "und", "von", "was", "wie", "wir", "wo", "zu",
        "zum", "zur",
    ],
};

const DUTCH: Stems = Stems {
    tags: &["nl"],
    steps: &[
        &["heden>heid", "ingen>ing", "en>", "s>>4", "e>>4"],
        &["kk>k", "ll>l", "nn>n", "pp>p", "tt>t", "ss>s"],
    ],
    common: &[
        "aan", "als", "bij", "dat", "de", "die", "dit", "een", "en", "er", "het", "hoe", "ik",
        "in", "is", "met", "naar", "niet", "of", "om", "op", "te", "van", "voor", "waar", "wat",
        "zijn",
    ],
};

const ROWS: &[Stems] = &[
    FRENCH, ENGLISH, ARABIC, SPANISH, PORTUGUESE, ITALIAN, GERMAN, DUTCH,
];

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    /// Words of one line have one stem, and words of different lines different ones.
    const FAMILIES: &[(&str, &[&[&str]])] = &[
        (
            "fr",
            &[
                &[
                    "hébergement",
                    "hébergements",
                    "héberger",
                    "hébergé",
                    "hébergées",
                ],
                &["logement", "logements", "loger", "logé"],
                &["migrant", "migrante", "migrants", "migrantes"],
                &["migration", "migrations", "migratoire", "migratoires"],
                &["journal", "journaux"],
                &["vulnérable", "vulnérables", "vulnérabilité"],
                &["travail", "travaux"],
                &["formation", "formations", "formateur", "formatrices"],
                &["coordination", "coordinateur"],
                &["enfant", "enfants"],
                &["national", "nationale", "nationaux", "nationales"],
                &["ouvrier", "ouvrière", "ouvrières"],
                &["actif", "active", "actives"],
                &["pays"],
                &["eau", "eaux"],
            ],
        ),
        (
            "en",
            &[
                &["house", "houses", "housing", "housed"],
                &["child"],
                &["agency", "agencies"],
                &[
                    "migration",
                    "migrations",
                    "migrate",
                    "migrated",
                    "migrating",
                ],
                &["migrant", "migrants"],
                &["employment", "employ", "employed"],
                &["status"],
                &["class", "classes"],
                &["organization", "organisations", "organize"],
            ],
        ),
        (
            "ar",
            &[
                &["المساعدة", "مساعدة", "مساعدات", "للمساعدة"],
                &["العمل", "عمل"],
                &["مهاجر", "المهاجرين", "مهاجرون", "والمهاجرات"],
            ],
        ),
        (
            "es",
            &[
                &["migración", "migraciones"],
                &["niño", "niños", "niña"],
                &["lápiz", "lápices"],
            ],
        ),
    ];

    #[test]
    fn families_have_a_stem_each() {
        for (tag, families) in FAMILIES {
            let stems = Stems::of_tag(tag);
            let mut known: Vec<String> = Vec::new();
            for family in *families {
                let of = |word: &&str| stems.stem(&fold(word));
                let found: Vec<String> = family.iter().map(of).collect();
                assert!(
                    found.iter().all(|stem| *stem == found[0]),
                    "{family:?}: {found:?}"
                );
                assert!(!known.contains(&found[0]), "{family:?}: {found:?}");
                known.push(found[0].clone());
            }
        }
    }

    /// A part of the index is found by the first three characters of what is typed.
    #[test]
    fn no_ending_touches_the_first_three_characters() {
        for row in ROWS {
            for rule in row.steps.iter().copied().flatten() {
                let rule = Rule::of(rule);
                let is_whole = rule.kept == 0 && rule.what[..3] == rule.instead[..3];
                assert!(
                    rule.is_beginning || rule.kept >= KEPT || is_whole,
                    "{}",
                    rule.what
                );
            }
            for word in row.common {
                assert_eq!(fold(word), *word);
            }
        }
        assert_eq!(Stems::of_tag("zh").stem("abc"), "abc");
    }
}
