//! What a page says of itself: its language, its title, how it is shown.

use icu_locale_core::Locale;

use super::{Found, Page, RuleId, quoted};
use crate::document::Element;

/// Looks at an element.
pub(super) fn element(page: &Page, element: Element, found: &mut Found) {
    if element.is("html") {
        html(page, element, found);
    } else if let Some(lang) = element.attribute("lang")
        // An empty one says that the language is not known.
        && !lang.is_empty()
        && !is_tag(lang)
    {
        found
            .add(RuleId::ValidLang, element)
            .with("lang", quoted(lang));
    }
    if element.is("meta") {
        meta(element, found);
    }
}

fn html(page: &Page, element: Element, found: &mut Found) {
    match page.document.lang() {
        None => {
            found.add(RuleId::HtmlHasLang, element);
        }
        Some(lang) if !is_tag(lang) => {
            found
                .add(RuleId::HtmlLangValid, element)
                .with("lang", quoted(lang));
        }
        Some(_) => {}
    }
    if page.document.title().is_none() {
        found.add(RuleId::DocumentTitle, element);
    }
}

/// The languages that have a tag of two letters (ISO 639-1).
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it \
    iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so \
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Tags of three letters that are never right: the language has one of two (BCP 47, section 2.2.1).
const LONGER: &[&str] = &[
    "ara", "chi", "deu", "dut", "eng", "fas", "fra", "fre", "ger", "ita", "jpn", "nld", "per",
    "por", "rus", "spa", "tur", "zho",
];

/// Whether a text is a language tag that a browser can use (BCP 47): well formed, and with a language that there is.
fn is_tag(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("x-") || lower.starts_with("i-") {
        return true;
    }
    let language = lower.split('-').next().unwrap_or_default();
    let is_known = match language.len() {
        2 => TWO_LETTERS
            .split_ascii_whitespace()
            .any(|known| known == language),
        3 => !LONGER.contains(&language),
        // Those of four letters are kept for later, and none of five to eight is registered.
        _ => false,
    };
    is_known && !lower.contains('_') && Locale::try_from_str(&lower).is_ok()
}

/// The longest that a page may wait before it goes elsewhere, in seconds: twenty hours (WCAG 2.2, 2.2.1).
const LONGEST_WAIT: f64 = 72_000.0;

fn meta(element: Element, found: &mut Found) {
    let is = |attribute: &str, value: &str| {
        element
            .attribute(attribute)
            .is_some_and(|own| own.trim().eq_ignore_ascii_case(value))
    };
    let content = element.attribute("content").unwrap_or_default();
    if is("http-equiv", "refresh") {
        let number = content.trim_start();
        let end = number
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(number.len());
        let seconds = number[..end].parse::<f64>().unwrap_or_default();
        if seconds > 0.0 && seconds <= LONGEST_WAIT {
            found
                .add(RuleId::MetaRefresh, element)
                .with("seconds", &number[..end]);
        }
    }
    if is("name", "viewport") {
        let settings = content.split([',', ';']).filter_map(|setting| {
            let (name, value) = setting.split_once('=')?;
            Some((
                name.trim().to_ascii_lowercase(),
                value.trim().to_ascii_lowercase(),
            ))
        });
        let mut settings = settings.filter(|(name, value)| forbids_zoom(name, value));
        if let Some((name, value)) = settings.next() {
            found
                .add(RuleId::MetaViewport, element)
                .with("setting", format!("{name}={value}"));
        }
    }
}

/// Whether a setting of the viewport keeps a reader from making the page twice as large.
fn forbids_zoom(name: &str, value: &str) -> bool {
    let number = value.parse::<f32>();
    match name {
        "user-scalable" => value == "no" || number.is_ok_and(|number| number.abs() < 1.0),
        // A negative one counts for nothing.
        "maximum-scale" => {
            value == "yes" || number.is_ok_and(|number| (0.0..2.0).contains(&number))
        }
        _ => false,
    }
}
