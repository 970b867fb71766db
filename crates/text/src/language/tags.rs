//! Language tags: BCP 47, read strictly, and which subtags name a language that people use.

use icu_locale::{LocaleCanonicalizer, LocaleExpander};
use icu_locale_core::{LanguageIdentifier, Locale};

use super::LanguageError;

/// Reads a tag, which must be in its canonical form; Unicode extensions are accepted.
pub(super) fn parse(tag: &str) -> Result<Locale, LanguageError> {
    let not_a_tag = |suggestion| LanguageError::NotATag {
        tag: tag.to_owned(),
        suggestion,
    };
    // A primary subtag of more than three letters is reserved, and names no language (BCP 47, section 2.2.1):
    // `english` is a word.
    let is_language =
        |locale: &Locale| !locale.id.is_unknown() && locale.id.language.as_str().len() < 4;
    let read = |text: &str| text.parse::<Locale>().ok().filter(is_language);
    let Some(locale) = read(tag) else {
        let repaired: String = tag
            .trim()
            .chars()
            .map(|c| {
                if matches!(c, '_' | ' ' | '–' | '‑') {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        return Err(not_a_tag(read(&repaired).map(|l| l.to_string())));
    };
    let canonical = locale.to_string();
    match canonical == tag {
        true => Ok(locale),
        false => Err(LanguageError::NotCanonical {
            tag: tag.to_owned(),
            // What is written so can be a tag that is replaced.
            canonical: replaced(&canonical).unwrap_or(canonical),
        }),
    }
}

/// The tag to write in the place of one with a subtag that CLDR replaces, `en-GB` for `en-UK`, or
/// with its language in the place of the region, `en` for `en-EN`. `None` where nothing is to be
/// replaced, or the text is no tag.
pub fn replaced(tag: &str) -> Option<String> {
    let mut locale: Locale = tag.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    if has_language_as_region(&locale.id) {
        locale.id.region = None;
    }
    let canonical = locale.to_string();
    (canonical != tag).then_some(canonical)
}

/// The countries and territories of ISO 3166-1, with those that CLDR knows besides.
const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO \
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ \
    DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP \
    GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG \
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML \
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE \
    PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL \
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
    US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW AC CP DG EA EU IC TA UN XK";

/// The groups of countries of UN M49.
const GROUPS: &str = "\
    001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 \
    142 143 145 150 151 154 155 202 419";

/// The region of a tag that is none: `ZZ` in `en-ZZ`. `None` where the tag has no region, or one that exists,
/// or is no tag.
pub fn unknown_region(tag: &str) -> Option<String> {
    let region = tag.parse::<Locale>().ok()?.id.region?;
    (!exists(region.as_str())).then(|| region.as_str().to_owned())
}

fn exists(code: &str) -> bool {
    let mut known = COUNTRIES.split(' ').chain(GROUPS.split(' '));
    known.any(|known| known == code)
}

/// Whether a variant begins with the language of a tag: `en_GB` and `en-GB` of `en`.
pub fn is_variant(tag: &str, variant: &str) -> bool {
    let primary = |tag: &str| {
        tag.split(['-', '_', ' '])
            .next()
            .unwrap_or_default()
            .to_lowercase()
    };
    primary(tag) == primary(variant)
}

/// The variant of a language that is meant by a region alone, or by a code that has another name now:
/// `en-GB` by `GB`, `en-GB-oxendict` by `en-GB-oed` (RFC 5646, section 2.2.8).
pub fn meant_variant(tag: &str, written: &str) -> Option<String> {
    let written = written.trim().replace(['_', ' '], "-");
    let lower = written.to_lowercase();
    let primary = tag.split('-').next()?;
    let is_region = written.len() == 2 && written.bytes().all(|b| b.is_ascii_alphabetic())
        || written.len() == 3 && written.bytes().all(|b| b.is_ascii_digit());
    let meant = match lower.strip_suffix("-oed") {
        Some(head) => format!("{head}-oxendict"),
        None if is_region => format!("{primary}-{written}"),
        None => return None,
    };
    let locale: Locale = meant.parse().ok()?;
    let meant = locale.to_string();
    let meant = replaced(&meant).unwrap_or(meant);
    let id = meant.parse::<Locale>().ok()?.id;
    let is_elsewhere = |region: &str| {
        // `fr` in small letters is rather the language than the country in which it is spoken.
        let spoken = id.region.map(|region| {
            let mut likely = LanguageIdentifier::UNKNOWN;
            likely.region = Some(region);
            LocaleExpander::new_extended().maximize(&mut likely);
            likely.language
        });
        let is_language = spoken.is_some_and(|language| language.as_str() == written);
        !exists(region) || is_language && primary != written
    };
    let region = id.region.map(|region| region.as_str().to_owned());
    let is_right = !region.is_some_and(|region| is_elsewhere(&region));
    (is_right && is_variant(tag, &meant)).then_some(meant)
}

/// Whether the region is the language once more, and not where it is spoken: `en-EN` is nowhere,
/// `ar-AR` is in Argentina, and `fr-FR` is right.
fn has_language_as_region(id: &LanguageIdentifier) -> bool {
    let Some(region) = id.region else {
        return false;
    };
    if !region.as_str().eq_ignore_ascii_case(id.language.as_str()) {
        return false;
    }
    let mut likely = LanguageIdentifier::from(id.language);
    LocaleExpander::new_extended().maximize(&mut likely);
    // Most who speak it live in another country.
    let is_elsewhere = id.language.as_str() == "pt";
    likely.region != Some(region) && !is_elsewhere
}

/// Whether a text is a language tag whose language is one of ISO 639-1, of CLDR, or spoken
/// where such a site is likely to be read: what tells `caritas.frr.md` and `note.de.md`
/// from `note.v2.md` and `note.final.md`.
///
/// `false` does not mean that the tag is wrong, only that it is no proof of a language.
pub fn looks_like_language(tag: &str) -> bool {
    tag.parse::<LanguageIdentifier>().is_ok_and(|id| {
        let language = id.language;
        LANGUAGES
            .split_ascii_whitespace()
            .any(|known| known == language.as_str())
    })
}

/// Whether two letters are the tag of a language, so that no other can have been meant.
pub fn is_language(tag: &str) -> bool {
    tag.len() == 2 && looks_like_language(tag)
}

/// ISO 639-1 in full, then those of three letters.
pub(super) const LANGUAGES: &str = "\
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id \
ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu \
lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu \
rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr \
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu \
acm acq aeb aec afb agq ajp apc apd arq ars ary arz asa ast bas bem ber bez bgc bho blo brx bua ccp \
ceb cgg chr ckb csw dav doi dsb dua dje dyo ebu ewo fil frp frr fur fuc fuf fuv gaa gsw guz haw hsb \
jgo jmc kab kam kde kea kgp khq kin kkj kln kmr kok kri ksb ksf ksh kxv lij lmo lrc luo luy mai man \
mas mer mfe mgh mni mos mua mzn naq nds nmg nnh nqo nso nus nyn pcm pms prg prs raj rif rmn rmy rof \
rwk sah saq sat sbp scn seh ses shi shn shy skr smn smj srr ssw syr szl teo tig tok tsn twq tyv \
tzm vai vec vmw vun wae wbl wes xnr xog yav yrl yue zgh zha zza";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_strictly() {
        for good in [
            "fr",
            "en-GB-oxendict",
            "zh-Hant",
            "pt-BR",
            "qaa",
            "ca-valencia",
            "ar-MA-u-nu-arab",
        ] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for (tag, suggestion) in [
            ("en_GB", Some("en-GB")),
            ("fr ", Some("fr")),
            ("zh_hant", Some("zh-Hant")),
            ("", None),
            ("und", None),
            ("français", None),
            ("f", None),
            ("x-private", None),
        ] {
            let error = LanguageError::NotATag {
                tag: tag.to_owned(),
                suggestion: suggestion.map(str::to_owned),
            };
            assert_eq!(parse(tag).err(), Some(error), "{tag}");
        }
        for (tag, canonical) in [
            ("FR", "fr"),
            ("en-gb", "en-GB"),
            ("zh-hant", "zh-Hant"),
            ("en-uk", "en-GB"),
            ("en-en", "en"),
        ] {
            let error = LanguageError::NotCanonical {
                tag: tag.to_owned(),
                canonical: canonical.to_owned(),
            };
            assert_eq!(parse(tag).err(), Some(error), "{tag}");
        }
    }

    #[test]
    fn a_variant_is_understood() {
        for (tag, written, wanted) in [
            ("en", "GB", Some("en-GB")),
            ("en", "uk", Some("en-GB")),
            ("pt", "br", Some("pt-BR")),
            ("en", "en-gb-oed", Some("en-GB-oxendict")),
            ("en", "British", None),
            // There is no such region.
            ("en", "xx", None),
            ("en", "ZZ", None),
            // A language, and not the country.
            ("en", "fr", None),
            ("fr", "fr", Some("fr-FR")),
            ("en", "FR", Some("en-FR")),
            ("ar", "001", Some("ar-001")),
            ("en", "fr-oed", None),
        ] {
            assert_eq!(meant_variant(tag, written).as_deref(), wanted, "{written}");
        }
    }

    #[test]
    fn a_region_that_is_none_is_told() {
        for (tag, region) in [
            ("en-ZZ", Some("ZZ")),
            ("en-XX", Some("XX")),
            ("en-999", Some("999")),
            ("en-GB", None),
            ("sq-XK", None),
            ("es-419", None),
            ("fr", None),
        ] {
            assert_eq!(unknown_region(tag).as_deref(), region, "{tag}");
        }
    }

    #[test]
    fn what_cldr_replaces_is_known() {
        for (tag, better) in [
            ("en-UK", Some("en-GB")),
            ("en-GB", None),
            ("en-EN", Some("en")),
            ("ar-AR", Some("ar")),
            ("ca-CA-u-nu-latn", Some("ca-u-nu-latn")),
            ("ar-MA", None),
            ("fr-FR", None),
            ("es-ES", None),
            ("pt-PT", None),
            ("de-DE", None),
            ("fr", None),
            ("fr-MA", None),
            ("no such", None),
        ] {
            assert_eq!(replaced(tag).as_deref(), better, "{tag}");
        }
    }

    #[test]
    fn a_language_is_told_from_another_word() {
        for yes in [
            "fr", "FR", "frr", "en-GB", "ar", "ary", "zgh", "de", "zh-Hant",
        ] {
            assert!(looks_like_language(yes), "{yes}");
        }
        for no in [
            "", "v2", "final", "old", "bak", "min", "1", "index", "2017", "xx", "résumé", "und",
        ] {
            assert!(!looks_like_language(no), "{no}");
        }
        let mut sorted: Vec<_> = LANGUAGES.split_ascii_whitespace().collect();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), LANGUAGES.split_ascii_whitespace().count());
    }
}
