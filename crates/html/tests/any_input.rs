//! Whatever is read, nothing panics, and each span is that of a tag.

use proptest::prelude::*;
use rihla_html::{Document, Ground, check};

const GROUND: Ground = Ground {
    origin: "https://example.org",
};

/// Reads and checks a text, and looks at what each span says.
fn read(text: &str) {
    let document = Document::parse(text);
    for element in document.elements() {
        let span = element.span();
        let tag = text.get(span.start..span.end).expect("a range of the text");
        if element.is_written() {
            // HTML, section 13.2.5.8.
            let tag = tag.replace('\0', "\u{fffd}");
            let name = tag.get(1..=element.name().len()).unwrap_or_default();
            // `<image>` is read as `<img>`.
            let is_own = name.eq_ignore_ascii_case(element.name())
                || tag.to_ascii_lowercase().starts_with("<image");
            assert!(
                tag.starts_with('<') && is_own,
                "{tag} of {} in {text}",
                element.name()
            );
            assert!(tag.ends_with('>'), "{tag} in {text}");
        }
    }
    for finding in check(&document, &GROUND) {
        assert!(text.get(finding.span.start..finding.span.end).is_some());
    }
    for reference in document.references() {
        assert!(!reference.attribute.is_empty());
    }
    for (id, _) in document.ids() {
        assert!(!id.is_empty());
    }
    for passage in document.passages() {
        assert!(!passage.text.trim().is_empty());
    }
}

/// Pieces of pages, whole and broken.
const PIECES: &[&str] = &[
    "<!doctype html>",
    "<html lang=\"fr\">",
    "<html",
    "</html>",
    "<head>",
    "<title>T</title>",
    "<title>",
    "<body>",
    "</body>",
    "<main id=m>",
    "</main>",
    "<nav>",
    "</nav>",
    "<p>",
    "</p>",
    "<p hidden>",
    "<b>",
    "</b>",
    "<strong>Mots</strong>",
    "<i>",
    "<a href=\"#m\">",
    "</a>",
    "<a href=/x.pdf target=_blank>",
    "<a name=n>",
    "<button>",
    "</button>",
    "<h1>",
    "</h1>",
    "<h4>",
    "<ul>",
    "<li>",
    "</ul>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<div>",
    "</div>",
    "<table>",
    "<tr>",
    "<td headers=m>",
    "<th>",
    "<th scope=col rowspan=0 colspan=9999>",
    "<td rowspan=3 colspan=2>",
    "<caption>",
    "</table>",
    "<select>",
    "<option>",
    "<form>",
    "<input>",
    "<input type=image>",
    "<label for=m>",
    "<textarea>",
    "</textarea>",
    "<img alt=\"a > b\" src=x>",
    "<image>",
    "<svg>",
    "<svg role=img>",
    "<foreignObject>",
    "<![CDATA[ <b> ]]>",
    "</svg>",
    "<math>",
    "<mi>",
    "<script>",
    "</script>",
    "<style>",
    "<script type=application/ld+json>{\"@graph\":[",
    "]}",
    "<!--",
    "-->",
    "<template>",
    "</template>",
    "<noscript>",
    "<br>",
    "<br/>",
    "- un",
    "– deux",
    "1. un",
    "2. deux",
    "LES SERVICES SONT GRATUITS",
    "é",
    "\u{a0}",
    "\u{0}",
    "&amp;",
    "&nosuch;",
    "<",
    ">",
    "=",
    "\"",
    "'",
    " ",
    "\r\n",
    "<div aria-labelledby=\"m m\" aria-level=x role=heading>",
    "<q lang=en_GB>",
    "<iframe srcset=\",,a 1x, b\">",
    "<frameset>",
    "<plaintext>",
    "<meta http-equiv=refresh content=5>",
    "<link rel=icon href=//x>",
    "<p style=\"display:none\">",
];

proptest! {
    #[test]
    fn any_text(text in ".{0,300}") {
        read(&text);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_pieces(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        read(&pieces.concat());
    }
}

/// Nothing climbs by calling itself: pages within pages do not overflow.
#[test]
fn depth() {
    for tag in [
        "<div>",
        "<b>",
        "<ul><li>",
        "<table><tr><td>",
        "<svg>",
        "<p><strong>",
    ] {
        read(&tag.repeat(3_000));
    }
}
