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
    is_variant(tag, &meant).then_some(meant)
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
            ("en", "fr-oed", None),
        ] {
            assert_eq!(meant_variant(tag, written).as_deref(), wanted, "{written}");
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
