//! What a document says of itself: languages, titles, addresses, ids, passages, places of tags.

use rihla_html::{Document, Ground, ReferenceKind, check};

fn tag(text: &str, span: rihla_diagnostics::Span) -> &str {
    &text[span.start..span.end]
}

#[test]
fn places_of_tags() {
    let text = "\u{feff}<!doctype html>\r\n<!-- <p> --><html lang=fr><title>a < b <i></title><p title=\"1 > 0 <\">x < y</p>\
        <script>\"<p>\"</script><svg><![CDATA[ <b> ]]><foreignObject><IMG></svg><table><td>";
    let document = Document::parse(text);
    let tags: Vec<&str> = document
        .elements()
        .filter(|element| element.is_written())
        .map(|element| tag(text, element.span()))
        .collect();
    let expected = [
        "<html lang=fr>",
        "<title>",
        "<p title=\"1 > 0 <\">",
        "<script>",
        "<svg>",
        "<foreignObject>",
        "<IMG>",
        "<table>",
        "<td>",
    ];
    assert_eq!(tags, expected);
    // What the parser makes up has the place of what is around it.
    let row = document
        .elements()
        .find(|element| element.name() == "tr")
        .expect("a row");
    assert_eq!(tag(text, row.span()), "<table>");
    assert!(!row.is_written());
}

#[test]
fn language_and_title() {
    let document =
        Document::parse("<html lang=' ar '><title>\n Une \n page </title><p lang=en><b>x</b>");
    assert_eq!(document.lang(), Some("ar"));
    assert_eq!(document.title().as_deref(), Some("Une page"));
    let bold = document
        .elements()
        .find(|element| element.name() == "b")
        .expect("an element");
    assert_eq!(bold.language(), Some("en"));
    assert_eq!(Document::parse("").title(), None);
    assert_eq!(Document::parse("").lang(), None);
}

#[test]
fn addresses() {
    use ReferenceKind::*;
    let text = "<html><head><link rel=canonical href=/c><link rel='alternate' href=/alt><link rel=stylesheet href=/s.css>\
        <link rel=icon href=/i.svg><link rel=preload as=font href=/f><script src=/s.js></script><meta property=og:image content=https://e.org/o.png>\
        <body><a href=' /a '>x</a><img src=/1,5.png srcset='/1.png 1x, /2,3.png 2x,/4.png'><picture><source srcset='/5.webp 100w, /6.webp 200w'></picture>\
        <video poster=/p.png><source src=/v.mp4><track src=/v.vtt></video><form action=/f><button formaction=/g></form><svg><use href='#i'/></svg>\
        <template><a href=/no></a></template>";
    let document = Document::parse(text);
    let found: Vec<_> = document
        .references()
        .map(|reference| (reference.address.into_owned(), reference.kind))
        .collect();
    let expected = [
        ("/c", Canonical),
        ("/alt", Alternate),
        ("/s.css", Style),
        ("/i.svg", Image),
        ("/f", Other),
        ("/s.js", Script),
        ("https://e.org/o.png", Image),
        ("/a", Link),
        ("/1,5.png", Image),
        ("/1.png", Image),
        ("/2,3.png", Image),
        ("/4.png", Image),
        ("/5.webp", Image),
        ("/6.webp", Image),
        ("/p.png", Image),
        ("/v.mp4", Media),
        ("/v.vtt", Media),
        ("/f", Form),
        ("/g", Form),
        ("#i", Other),
    ];
    let expected = expected.map(|(address, kind)| (address.to_owned(), kind));
    assert_eq!(found, expected);
}

#[test]
fn ids_and_anchors() {
    let text = "<main id=a><a name=b></a><a id=c name=c></a><p id=''><template><p id=d></template>";
    let document = Document::parse(text);
    let ids: Vec<_> = document
        .ids()
        .map(|(id, span)| (id, tag(text, span)))
        .collect();
    assert_eq!(
        ids,
        [
            ("a", "<main id=a>"),
            ("b", "<a name=b>"),
            ("c", "<a id=c name=c>")
        ]
    );
}

#[test]
fn passages_by_language() {
    let text = "<html lang=fr><title>t</title><body><p>Elle dit <q lang=en>we left</q>, puis<br>rien.</p>\
        <ul><li>un<li>deux</ul><p hidden>non</p><svg><title>non</title><text>12</text></svg><script>non</script>";
    let document = Document::parse(text);
    let passages = document.passages();
    let found: Vec<_> = passages
        .iter()
        .map(|passage| {
            (
                passage.language.unwrap_or("-"),
                &*passage.text,
                tag(text, passage.span),
            )
        })
        .collect();
    let expected = [
        ("fr", "Elle dit ", "<p>"),
        ("en", "we left", "<q lang=en>"),
        ("fr", ", puis rien.", "<p>"),
        ("fr", "un", "<li>"),
        ("fr", "deux", "<li>"),
        ("fr", "12", "<text>"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn findings_stand_in_the_order_of_the_page() {
    let text = "<!doctype html><html><body><img src=a><a href=/></a><style>p{}</style><img>";
    let document = Document::parse(text);
    let ground = Ground {
        origin: "https://example.org",
    };
    let findings = check(&document, &ground);
    assert!(findings.is_sorted_by_key(|finding| finding.span.start));
    let codes: Vec<_> = findings
        .iter()
        .map(|finding| finding.rule.message.code)
        .collect();
    let of_page = [
        "html-has-lang",
        "document-title",
        "skip-link",
        "landmark-one-main",
        "page-has-heading-one",
    ];
    assert!(codes.starts_with(&of_page), "{codes:?}");
    assert!(
        codes.ends_with(&["image-alt", "link-name", "inline-style", "image-alt"]),
        "{codes:?}"
    );
}

#[test]
fn documents_go_from_thread_to_thread() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Document>();
    is_shared::<rihla_html::Finding>();
}
