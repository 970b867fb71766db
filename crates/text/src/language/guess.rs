//! Which of two languages a text is in, by the letters that follow each other in it.
//!
//! The commonest words of a language ([`Profile`]) show it where they are known, and some sentences have few of them.
//! What `whatlang` counts is known of many more languages; of names, titles and short lines it tells nothing certain.

use whatlang::{Detector, Lang};

use super::Profile;

/// The fewest words of a text that is looked at, without those with a capital: names are the same in all languages.
const FEWEST: usize = 8;

/// So many words are more than the title of a law has.
const LONGER_THAN_TITLES: usize = 24;

/// Where of so many words one is among the commonest of a language, the text is in it.
const COMMON: usize = 6;

/// The languages that are known, by their tags (ISO 639-1), in order.
const KNOWN: &[(&str, Lang)] = &[
    ("af", Lang::Afr),
    ("ak", Lang::Aka),
    ("am", Lang::Amh),
    ("ar", Lang::Ara),
    ("az", Lang::Aze),
    ("be", Lang::Bel),
    ("bg", Lang::Bul),
    ("bn", Lang::Ben),
    ("ca", Lang::Cat),
    ("cs", Lang::Ces),
    ("cy", Lang::Cym),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("el", Lang::Ell),
    ("en", Lang::Eng),
    ("eo", Lang::Epo),
    ("es", Lang::Spa),
    ("et", Lang::Est),
    ("fa", Lang::Pes),
    ("fi", Lang::Fin),
    ("fr", Lang::Fra),
    ("gu", Lang::Guj),
    ("he", Lang::Heb),
    ("hi", Lang::Hin),
    ("hr", Lang::Hrv),
    ("hu", Lang::Hun),
    ("hy", Lang::Hye),
    ("id", Lang::Ind),
    ("it", Lang::Ita),
    ("ja", Lang::Jpn),
    ("jv", Lang::Jav),
    ("ka", Lang::Kat),
    ("km", Lang::Khm),
    ("kn", Lang::Kan),
    ("ko", Lang::Kor),
    ("la", Lang::Lat),
    ("lt", Lang::Lit),
    ("lv", Lang::Lav),
    ("mk", Lang::Mkd),
    ("ml", Lang::Mal),
    ("mr", Lang::Mar),
    ("my", Lang::Mya),
    ("nb", Lang::Nob),
    ("ne", Lang::Nep),
    ("nl", Lang::Nld),
    ("no", Lang::Nob),
    ("or", Lang::Ori),
    ("pa", Lang::Pan),
    ("pl", Lang::Pol),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("ru", Lang::Rus),
    ("si", Lang::Sin),
    ("sk", Lang::Slk),
    ("sl", Lang::Slv),
    ("sn", Lang::Sna),
    ("sr", Lang::Srp),
    ("sv", Lang::Swe),
    ("ta", Lang::Tam),
    ("te", Lang::Tel),
    ("th", Lang::Tha),
    ("tk", Lang::Tuk),
    ("tl", Lang::Tgl),
    ("tr", Lang::Tur),
    ("uk", Lang::Ukr),
    ("ur", Lang::Urd),
    ("uz", Lang::Uzb),
    ("vi", Lang::Vie),
    ("yi", Lang::Yid),
    ("zh", Lang::Cmn),
    ("zu", Lang::Zul),
];

fn known(tag: &str) -> Option<Lang> {
    let primary = tag.split('-').next()?.to_ascii_lowercase();
    let at = KNOWN.binary_search_by(|(tag, _)| (*tag).cmp(&*primary));
    Some(KNOWN[at.ok()?].1)
}

/// Whether a text has many letters both of the Latin alphabet and of another one: a sentence with names in it.
fn is_of_two_scripts(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (latin, others): (Vec<char>, Vec<char>) = letters.partition(|c| *c <= '\u{24f}');
    latin.len().min(others.len()) * 10 > latin.len().max(others.len())
}

/// Whether a text is plainly one of sentences in the language of the tag `other`, and not in that of `own`.
///
/// ```
/// use rihla_text::language::reads_as;
///
/// let text = "La oficina abre cada mañana y alguien responde al teléfono hasta las seis de la tarde.";
/// assert!(reads_as(text, "de", "es") && !reads_as(text, "es", "de"));
/// ```
pub fn reads_as(text: &str, own: &str, other: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'»”’)]\u{fffc}".contains(c));
    if !text.ends_with(['.', '!', '?', '…', ':', ';', '؟', '。']) {
        return false;
    }
    let (Some(own_lang), Some(other_lang)) = (known(own), known(other)) else {
        return false;
    };
    let words = text.split(|c: char| !c.is_alphabetic());
    let is_small = |word: &&str| !word.is_empty() && !word.starts_with(char::is_uppercase);
    let words: Vec<&str> = words.filter(is_small).collect();
    if own_lang == other_lang || words.len() < FEWEST {
        return false;
    }
    let small = words.join(" ");
    let common = Profile::of_tag(own).map_or(0, |profile| profile.function_words_in(&small));
    if common * COMMON >= words.len() {
        return false;
    }
    // The title of a law may be named in any language; it is no clause.
    let is_title =
        |profile: &Profile| words.len() < LONGER_THAN_TITLES && !profile.has_clause(&small);
    if Profile::of_tag(other).is_some_and(is_title) || is_of_two_scripts(&small) {
        return false;
    }
    let detector = Detector::with_allowlist(vec![own_lang, other_lang]);
    let found = detector.detect(&small);
    // Names in a sentence are beside words of its own.
    let is_all = || {
        let halves = words.chunks(words.len().div_ceil(2));
        let mut found = halves.map(|half| detector.detect_lang(&half.join(" ")));
        found.all(|found| found == Some(other_lang))
    };
    found.is_some_and(|found| found.lang() == other_lang && found.is_reliable()) && is_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_in_order() {
        assert!(KNOWN.is_sorted_by(|one, other| one.0 < other.0));
    }

    #[test]
    fn sentences_are_told_apart_and_names_are_not() {
        let english = "Demand for vocational training that few northern provinces offered grew much faster than supply.";
        let french = "Plusieurs provinces septentrionales, qui recevaient auparavant peu de demandes, ouvrent actuellement davantage de classes.";
        let spanish = "La oficina abre cada mañana y alguien responde al teléfono hasta las seis de la tarde.";
        for (text, own, other, expected) in [
            (english, "fr", "en", true),
            (english, "en", "fr", false),
            (english, "ar", "en", true),
            (french, "en", "fr", true),
            (french, "fr-CA", "en-GB", false),
            (spanish, "de", "es-MX", true),
            (spanish, "es", "de", false),
            // Of these languages nothing is known.
            (english, "tzm", "en", false),
            // A name, a title, a few words.
            (
                "Norwegian Ministry of Foreign Affairs, Bureau of Population, Refugees and Migration.",
                "fr",
                "en",
                false,
            ),
            (
                "Study on the insertion of people who return to the region",
                "fr",
                "en",
                false,
            ),
            ("The office opens every morning.", "fr", "en", false),
            (
                "Loi relative à l’entrée et au séjour des étrangers, à l’émigration et à l’immigration irrégulières.",
                "en",
                "fr",
                false,
            ),
            (
                "تعمل المنظمة مع Association marocaine de planification familiale ومع Médecins du Monde في الرباط.",
                "ar",
                "fr",
                false,
            ),
            (
                "Trabajamos con el Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung y con el Zentrum für internationale Migration und Entwicklung en varias ciudades.",
                "es",
                "de",
                false,
            ),
            ("", "fr", "en", false),
        ] {
            assert_eq!(reads_as(text, own, other), expected, "{own} {other} {text}");
        }
    }
}
