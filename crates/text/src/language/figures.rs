//! How a language writes figures in its texts, for whoever reads them out of it: one row of data
//! for each language.
//!
//! The reader (`check::figures`) knows digits, symbols and the shapes of dates; the words are read
//! here, and the names of months come from CLDR. A language without a row is read by its digits
//! alone.

use super::{money, months};

/// How a language writes figures.
#[derive(Debug)]
pub struct Figures {
    language: &'static str,
    /// The regions whose variants of the language this is; none where it is that of all others.
    regions: &'static [&'static str],
    /// What stands before decimals.
    pub decimal: char,
    /// What may separate thousands, besides spaces.
    pub group: char,
    /// Words that are numbers, in lower case.
    pub numerals: &'static [(&'static str, u32)],
    /// Words that may stand for a number, and may not: they answer figures, and are not missed.
    pub vague: &'static [(&'static str, u32)],
    /// Ordinal numbers in words: where two languages have another one in the same place, they
    /// differ.
    pub ranks: &'static [(&'static str, u32)],
    /// Words for a part of something, with its denominator, and whether they mean one without a
    /// number before them.
    pub parts: &'static [(&'static str, u32, bool)],
    /// The days of the week from Monday.
    pub days: [&'static str; 7],
    /// Their short names before a date, with the number of the day from 0 for Monday.
    pub short_days: &'static [(&'static str, u8)],
    /// Words that mean one surely only before a word of [`Figures::scales`].
    pub ones: &'static [&'static str],
    /// Words before a plus sign that make a diploma of the number after it: *bac + 5*.
    pub diplomas: &'static [&'static str],
    /// What stands between tens and units, besides a hyphen.
    pub between: &'static [&'static str],
    /// What joins two figures whose order says something, besides [`Figures::between`].
    pub links: &'static [&'static str],
    /// What joins a figure to the one with which it is compared: “13% *against* 11%”.
    pub against: &'static [&'static str],
    /// What stands between how many there are and of how many: “one *in* four”.
    pub out_of: &'static [&'static str],
    /// Nouns that are often counted beside each other, with what they are called in English:
    /// they tell which of two numbers is of what.
    pub nouns: &'static [(&'static str, &'static str)],
    /// What makes the number after it one below zero, and words before it that keep it from
    /// doing so.
    pub minus: (&'static str, &'static [&'static str]),
    /// Words that say that a temperature is one below zero.
    pub below: &'static [&'static str],
    /// The word for a hundred, which multiplies what is before it.
    pub hundreds: &'static [&'static str],
    /// Words that multiply the number before them by a power of ten.
    pub scales: &'static [(&'static str, i32)],
    /// Those of them that are numbers without one before them.
    pub alone: &'static [&'static str],
    /// Letters that do so after figures.
    pub letters: &'static [(&'static str, i32)],
    /// Letters that do so only where the amount is one of money.
    pub money_letters: &'static [(&'static str, i32)],
    /// What may stand between a number and what it counts.
    pub of: &'static [&'static str],
    /// Words for per cent.
    pub per_cent: &'static [&'static str],
    /// Names and signs of currencies, with their code; longer ones first where one begins
    /// another.
    pub currencies: &'static [money::Currency],
    /// Endings that make figures an ordinal.
    pub ordinals: &'static [&'static str],
    /// Endings that make a Roman numeral an ordinal.
    pub roman: &'static [&'static str],
    /// What a Roman numeral may number, in small letters.
    pub numbered: &'static [&'static str],
    /// Words before the last two digits of a decade.
    pub decades: &'static [&'static str],
    /// What follows those digits.
    pub decade: Option<char>,
    /// Words and letters for hours, which minutes may follow.
    pub hours: &'static [&'static str],
    /// Those of them that make a time of day of the number before them; the minutes after hours
    /// have no word then.
    pub hour_letters: &'static [&'static str],
    /// Words for minutes.
    pub minutes: &'static [&'static str],
    /// What is written after a time of the morning, and after one of the afternoon.
    pub halves: Option<(&'static [&'static str], &'static [&'static str])>,
    /// Words for times of day, in minutes.
    pub times: &'static [(&'static str, u32)],
    /// Names of months, beside those of CLDR.
    pub months: &'static [months::Month],
    /// Whether a day may stand after its month.
    pub month_first: bool,
    /// What stands between the two ends of a range, or the parts of a list.
    pub ranges: &'static [&'static str],
    /// Those of them that stand between the two ends of a range alone.
    pub until: &'static [&'static str],
}

impl Figures {
    /// The row of a language tag; `None` where nothing is known of its words.
    pub fn of_tag(tag: &str) -> Option<&'static Self> {
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let region = parts.find(|part| part.len() == 2);
        ROWS.iter().find(|row| {
            let is_of_region = region.is_some_and(|region| row.regions.contains(&region));
            row.language == language && (row.regions.is_empty() || is_of_region)
        })
    }
}

/// What is of some regions alone comes first.
const ROWS: &[Figures] = &[FRENCH, ENGLISH, ARABIC_OF_THE_MAGHREB, ARABIC];

const FRENCH: Figures = Figures {
    language: "fr",
    regions: &[],
    decimal: ',',
    group: '.',
    numerals: &[
        ("zéro", 0),
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("six", 6),
        ("sept", 7),
        ("huit", 8),
        ("dix", 10),
        ("onze", 11),
        ("douze", 12),
        ("treize", 13),
        ("quatorze", 14),
        ("quinze", 15),
        ("seize", 16),
        ("dix-sept", 17),
        ("dix-huit", 18),
        ("dix-neuf", 19),
        ("vingt", 20),
        ("trente", 30),
        ("quarante", 40),
        ("cinquante", 50),
        ("soixante", 60),
        ("soixante-dix", 70),
        ("septante", 70),
        ("quatre-vingt", 80),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix", 90),
        ("nonante", 90),
        ("vingtaine", 20),
        ("trentaine", 30),
        ("cinquantaine", 50),
        ("soixantaine", 60),
    ],
    vague: &[
        ("neuf", 9),
        ("premier", 1),
        ("première", 1),
        ("premiers", 1),
        ("premières", 1),
        ("dizaine", 10),
        ("dizaines", 10),
        ("douzaine", 12),
        ("quinzaine", 15),
        ("quarantaine", 40),
        ("centaine", 100),
        ("centaines", 100),
        ("millier", 1000),
        ("milliers", 1000),
    ],
    ranks: &[
        ("unième", 1),
        ("deuxième", 2),
        ("second", 2),
        ("seconde", 2),
        ("troisième", 3),
        ("quatrième", 4),
        ("cinquième", 5),
        ("sixième", 6),
        ("septième", 7),
        ("huitième", 8),
        ("neuvième", 9),
        ("dixième", 10),
        ("onzième", 11),
        ("douzième", 12),
        ("treizième", 13),
        ("quatorzième", 14),
        ("quinzième", 15),
        ("seizième", 16),
        ("dix-septième", 17),
        ("dix-huitième", 18),
        ("dix-neuvième", 19),
        ("vingtième", 20),
        ("trentième", 30),
        ("quarantième", 40),
        ("cinquantième", 50),
        ("centième", 100),
    ],
    parts: &[
        ("moitié", 2, true),
        ("demi", 2, true),
        ("demie", 2, true),
        ("tiers", 3, true),
        ("quart", 4, true),
        ("quarts", 4, true),
    ],
    days: [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    short_days: &[
        ("lun.", 0),
        ("mar.", 1),
        ("mer.", 2),
        ("jeu.", 3),
        ("ven.", 4),
        ("sam.", 5),
        ("dim.", 6),
    ],
    ones: &["un", "une"],
    diplomas: &["bac", "Bac", "baccalauréat"],
    between: &["et"],
    links: &["puis", "pour"],
    against: &["contre"],
    out_of: &["sur"],
    nouns: &[
        ("femme", "women"),
        ("femmes", "women"),
        ("homme", "men"),
        ("hommes", "men"),
        ("fille", "girls"),
        ("filles", "girls"),
        ("garçon", "boys"),
        ("garçons", "boys"),
        ("enfant", "children"),
        ("enfants", "children"),
        ("mineur", "minors"),
        ("mineurs", "minors"),
        ("mineures", "minors"),
        ("adulte", "adults"),
        ("adultes", "adults"),
        ("jeunes", "youth"),
        ("élèves", "pupils"),
        ("étudiants", "students"),
        ("étudiantes", "students"),
        ("villes", "towns"),
        ("pays", "countries"),
        ("écoles", "schools"),
        ("jours", "days"),
        ("semaine", "weeks"),
        ("semaines", "weeks"),
        ("mois", "months"),
        ("ans", "years"),
        ("années", "years"),
        ("personne", "people"),
        ("personnes", "people"),
        ("famille", "families"),
        ("familles", "families"),
        ("partenaires", "partners"),
        ("ateliers", "workshops"),
        ("projets", "projects"),
        ("emplois", "jobs"),
        ("retours", "returns"),
        ("régions", "regions"),
    ],
    minus: ("moins", &["au", "du", "le"]),
    below: &["sous zéro", "au-dessous de zéro", "en dessous de zéro"],
    hundreds: &["cent", "cents"],
    scales: &[
        ("mille", 3),
        ("millier", 3),
        ("milliers", 3),
        ("million", 6),
        ("millions", 6),
        ("milliard", 9),
        ("milliards", 9),
        ("billion", 12),
        ("billions", 12),
    ],
    alone: &["mille"],
    letters: &[("Mds", 9), ("Md", 9), ("M", 6)],
    money_letters: &[("MM", 9), ("k", 3), ("K", 3)],
    of: &["de", "d’", "d'"],
    per_cent: &["pour cent", "points de pourcentage", "point de pourcentage"],
    currencies: money::FRENCH,
    ordinals: &[
        "ers", "er", "res", "re", "nd", "nde", "ème", "èmes", "es", "e",
    ],
    roman: &["er", "re", "ème", "e", "ᵉ"],
    numbered: &[
        "acte", "annexe", "article", "chapitre", "livre", "niveau", "partie", "phase", "section",
        "titre", "tome", "volume",
    ],
    decades: &["années"],
    decade: None,
    hours: &["h", "H", "heure", "heures"],
    hour_letters: &["h", "H"],
    minutes: &["min", "mn", "minute", "minutes"],
    halves: Some((
        &["du matin"],
        &["du soir", "de l’après-midi", "de l'après-midi"],
    )),
    times: &[("midi", 12 * 60), ("minuit", 0)],
    months: months::FRENCH,
    month_first: false,
    ranges: &[
        "au", "à", "et", "ou", "-", "–", "—", "/", ",", "et le", "au ",
    ],
    until: &["au", "à", "-", "–", "—"],
};

const ENGLISH: Figures = Figures {
    language: "en",
    regions: &[],
    decimal: '.',
    group: ',',
    numerals: &[
        ("zero", 0),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ],
    vague: &[
        ("both", 2),
        ("twice", 2),
        ("first", 1),
        ("dozen", 12),
        ("dozens", 10),
        ("hundreds", 100),
        ("thousands", 1000),
        ("twenties", 1920),
        ("thirties", 1930),
        ("forties", 1940),
        ("fifties", 1950),
        ("sixties", 1960),
        ("seventies", 1970),
        ("eighties", 1980),
        ("nineties", 1990),
    ],
    ranks: &[
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("eleventh", 11),
        ("twelfth", 12),
        ("thirteenth", 13),
        ("fourteenth", 14),
        ("fifteenth", 15),
        ("sixteenth", 16),
        ("seventeenth", 17),
        ("eighteenth", 18),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("thirtieth", 30),
        ("fortieth", 40),
        ("fiftieth", 50),
        ("hundredth", 100),
    ],
    parts: &[
        ("half", 2, true),
        ("halves", 2, true),
        ("third", 3, false),
        ("thirds", 3, true),
        ("quarter", 4, true),
        ("quarters", 4, true),
    ],
    days: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    short_days: &[
        ("Mon", 0),
        ("Tues", 1),
        ("Tue", 1),
        ("Wed", 2),
        ("Thurs", 3),
        ("Thur", 3),
        ("Thu", 3),
        ("Fri", 4),
        ("Sat", 5),
        ("Sun", 6),
    ],
    ones: &["a", "an", "one"],
    diplomas: &[],
    between: &["and"],
    links: &["then", "for"],
    against: &["against", "compared", "from", "versus"],
    out_of: &["in", "in every", "of every", "of", "out of", "out of every"],
    nouns: &[
        ("woman", "women"),
        ("women", "women"),
        ("female", "women"),
        ("females", "women"),
        ("man", "men"),
        ("men", "men"),
        ("male", "men"),
        ("males", "men"),
        ("girl", "girls"),
        ("girls", "girls"),
        ("boy", "boys"),
        ("boys", "boys"),
        ("child", "children"),
        ("children", "children"),
        ("minor", "minors"),
        ("minors", "minors"),
        ("adult", "adults"),
        ("adults", "adults"),
        ("youth", "youth"),
        ("pupils", "pupils"),
        ("students", "students"),
        ("towns", "towns"),
        ("cities", "towns"),
        ("countries", "countries"),
        ("schools", "schools"),
        ("days", "days"),
        ("week", "weeks"),
        ("weeks", "weeks"),
        ("months", "months"),
        ("years", "years"),
        ("person", "people"),
        ("persons", "people"),
        ("people", "people"),
        ("family", "families"),
        ("families", "families"),
        ("partners", "partners"),
        ("workshops", "workshops"),
        ("projects", "projects"),
        ("jobs", "jobs"),
        ("returns", "returns"),
        ("regions", "regions"),
    ],
    minus: ("minus", &[]),
    below: &["below zero", "below freezing"],
    hundreds: &["hundred"],
    scales: &[
        ("thousand", 3),
        ("million", 6),
        ("millions", 6),
        ("billion", 9),
        ("billions", 9),
        ("trillion", 12),
    ],
    alone: &[],
    letters: &[("bn", 9), ("M", 6), ("k", 3), ("K", 3)],
    money_letters: &[("m", 6), ("b", 9)],
    of: &["of"],
    per_cent: &[
        "per cent",
        "percent",
        "percentage points",
        "percentage point",
    ],
    currencies: money::ENGLISH,
    ordinals: &["st", "nd", "rd", "th"],
    roman: &[],
    numbered: &[
        "act", "annex", "appendix", "article", "book", "chapter", "level", "part", "phase",
        "section", "title", "volume",
    ],
    decades: &[],
    decade: Some('s'),
    hours: &["h", "hour", "hours", "hr", "hrs"],
    hour_letters: &[],
    minutes: &["min", "mins", "minute", "minutes"],
    halves: Some((&["a.m.", "am", "AM"], &["p.m.", "pm", "PM"])),
    times: &[("noon", 12 * 60), ("midday", 12 * 60), ("midnight", 0)],
    months: months::ENGLISH,
    month_first: true,
    ranges: &["to", "and", "or", "-", "–", "—", "/", ","],
    until: &["to", "-", "–", "—"],
};

/// Numbers in words are few here: their forms change with what they count, and one that is not
/// known is no number.
const ARABIC: Figures = Figures {
    language: "ar",
    regions: &[],
    decimal: '.',
    group: ',',
    numerals: &[
        ("ثلاثة", 3),
        ("ثلاث", 3),
        ("أربعة", 4),
        ("أربع", 4),
        ("خمسة", 5),
        ("خمس", 5),
        ("ستة", 6),
        ("سبعة", 7),
        ("سبع", 7),
        ("ثمانية", 8),
        ("ثماني", 8),
        ("تسعة", 9),
        ("تسع", 9),
        ("عشرة", 10),
        ("عشرين", 20),
        ("عشرون", 20),
        ("ثلاثين", 30),
        ("ثلاثون", 30),
        ("أربعين", 40),
        ("أربعون", 40),
        ("خمسين", 50),
        ("خمسون", 50),
    ],
    vague: &[("مئة", 100), ("مائة", 100), ("ألف", 1000)],
    ranks: &[],
    parts: &[("نصف", 2, true), ("ثلث", 3, true), ("ربع", 4, true)],
    days: [
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ],
    short_days: &[],
    ones: &[],
    diplomas: &[],
    between: &["و"],
    links: &[],
    against: &[],
    out_of: &["من", "من أصل", "من بين"],
    nouns: &[],
    minus: ("ناقص", &[]),
    below: &["تحت الصفر"],
    hundreds: &[],
    scales: &[
        ("ألف", 3),
        ("ألفا", 3),
        ("ألفًا", 3),
        ("آلاف", 3),
        ("مليون", 6),
        ("مليونا", 6),
        ("مليونًا", 6),
        ("ملايين", 6),
        ("مليار", 9),
        ("مليارا", 9),
        ("مليارًا", 9),
        ("مليارات", 9),
    ],
    alone: &[],
    letters: &[],
    money_letters: &[],
    of: &["من"],
    per_cent: &["في المئة", "في المائة", "بالمئة", "بالمائة"],
    currencies: money::ARABIC,
    ordinals: &[],
    roman: &[],
    numbered: &[],
    decades: &[],
    decade: None,
    hours: &[],
    hour_letters: &[],
    minutes: &[],
    halves: Some((&["صباحا", "صباحًا"], &["مساء", "مساءً", "زوالا", "زوالًا"])),
    times: &[],
    months: months::ARABIC,
    month_first: false,
    ranges: &["إلى", "حتى", "و", "-", "–", "—", "/", "،"],
    until: &["إلى", "-", "–", "—"],
};

/// As texts of the Maghreb are written, whose decimals stand behind a comma.
const ARABIC_OF_THE_MAGHREB: Figures = Figures {
    regions: &["DZ", "EH", "LY", "MA", "MR", "TN"],
    decimal: ',',
    group: '.',
    ..ARABIC
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::currency::is_currency;

    #[test]
    fn rows_are_well_formed() {
        for row in ROWS {
            for (name, code) in row.currencies {
                assert!(is_currency(code), "{name}: {code}");
            }
            // A name that begins with another one must be tried first.
            for (at, (name, _)) in row.currencies.iter().enumerate() {
                let hidden = row.currencies[..at]
                    .iter()
                    .any(|(other, _)| name.starts_with(other));
                assert!(!hidden, "{name} is never reached");
            }
            for (word, _) in row.numerals.iter().chain(row.vague).chain(row.ranks) {
                assert_eq!(word.to_lowercase(), *word);
            }
            assert!(row.months.iter().all(|(_, month)| (1..=12).contains(month)));
        }
        assert!(Figures::of_tag("fr-MA").is_some());
        for (tag, decimal) in [
            ("ar", '.'),
            ("ar-EG", '.'),
            ("ar-MA", ','),
            ("ar-MA-u-nu-arab", ','),
        ] {
            let row = Figures::of_tag(tag).expect("a row");
            assert_eq!(row.decimal, decimal, "{tag}");
        }
        assert!(Figures::of_tag("de").is_none());
    }
}
