use super::*;

fn cleaned(inside: &str) -> (String, Vec<String>) {
    let text = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'>{inside}</svg>");
    let drawing = clean(&text).expect("a drawing");
    let inside = drawing
        .text
        .strip_prefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">")
        .and_then(|text| text.strip_suffix("</svg>\n"))
        .expect("the root as it was")
        .to_owned();
    (inside, drawing.removed.into_iter().collect())
}

#[test]
fn what_draws_stays() {
    let inside = "<title>É &amp; &#8217;</title><style>.a{fill:url(#g)}</style>\
                  <defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>\
                  <g class=\"a\" style=\"fill: url(#g)\" transform=\"scale(2)\"><path d=\"M0 0h1\"/></g>\
                  <use href=\"#g\" x=\"1\"/><text>a <tspan>b</tspan></text>";
    assert_eq!(cleaned(inside), (inside.to_owned(), vec![]));
}

#[test]
fn what_does_more_goes_and_is_named() {
    let cases = [
        (
            "<script>alert(1)</script><path/>",
            "<path/>",
            &["<script>"][..],
        ),
        (
            "<g onclick=\"x()\" onLoad='y'/>",
            "<g/>",
            &["onLoad", "onclick"],
        ),
        (
            "<foreignObject><p xmlns='h'>x</p></foreignObject>",
            "",
            &["<foreignObject>"],
        ),
        ("<a href='javascript:x'><path/></a>", "<path/>", &["<a>"]),
        (
            "<use xlink:href='https://a.org/x.svg#a'/>",
            "<use/>",
            &["href"],
        ),
        (
            "<use xlink:href='#a' href='#b'/>",
            "<use href=\"#a\"/>",
            &[],
        ),
        ("<use href='java&#10;script:x'/>", "<use/>", &["href"]),
        ("<image href='data:image/png;base64,AA'/>", "", &["<image>"]),
        ("<path fill='url(https://a.org/#x)'/>", "<path/>", &["fill"]),
        ("<path fill=\"u&#x72;l( 'h//x' )\"/>", "<path/>", &["fill"]),
        ("<path style='fill:\\75rl(x)'/>", "<path/>", &["style"]),
        ("<style>@import 'x.css';</style>", "", &["<style>"]),
        (
            "<style><![CDATA[a{background:url(//a.org)}]]></style>",
            "",
            &["<style>"],
        ),
        (
            "<style>a&gt;b{x:expr&#101;ssion(1)}</style>",
            "",
            &["<style>"],
        ),
        (
            "<animate attributeName='href' to='javascript:x'/>",
            "",
            &["<animate>"],
        ),
        ("<set attributeName='onclick' to='x'/>", "", &["<set>"]),
        ("<SCRIPT>x</SCRIPT>", "", &["<SCRIPT>"]),
        (
            "<handler>x</handler><iframe/>",
            "",
            &["<handler>", "<iframe>"],
        ),
    ];
    for (inside, kept, removed) in cases {
        let expected = (
            kept.to_owned(),
            removed.iter().map(|name| (*name).to_owned()).collect(),
        );
        assert_eq!(cleaned(inside), expected, "{inside}");
    }
}

#[test]
fn notes_of_programs_go_without_a_word() {
    let inside = "<!-- by N. --><metadata><rdf:RDF>N., 33.1 N</rdf:RDF></metadata>\
                  <sodipodi:namedview id='x'><path/></sodipodi:namedview>\
                  <?php x ?><path inkscape:label='home' data-name='N.' d='M0 0'/>";
    assert_eq!(cleaned(inside), ("<path d=\"M0 0\"/>".to_owned(), vec![]));
}

#[test]
fn entities_of_the_file_are_nothing() {
    let text = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\
                <svg><text>x&b;y</text><path d='&b;'/></svg>";
    let drawing = clean(text).expect("a drawing");
    assert_eq!(
        drawing.text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>xy</text><path/></svg>\n"
    );
}

#[test]
fn what_is_no_drawing() {
    for text in [
        "",
        "x",
        "<html/>",
        "<svg><g></svg>",
        "<svg/><svg/>",
        "<svg",
        "<svg a=>",
    ] {
        assert_eq!(clean(text), None, "{text}");
    }
    let deep = format!("<svg>{}{}</svg>", "<g>".repeat(9_999), "</g>".repeat(9_999));
    assert_eq!(clean(&deep), None);
}

#[test]
fn sizes() {
    let size = |attributes: &str| clean(&format!("<svg {attributes}/>")).and_then(|d| d.size);
    assert_eq!(size("width='30' height='20px'"), Some((30, 20)));
    assert_eq!(size("width='25.4mm' height='1in'"), Some((96, 96)));
    assert_eq!(size("viewBox='0 0 300,200'"), Some((300, 200)));
    assert_eq!(
        size("width='100%' height='100%' viewBox='0 0 30 20'"),
        Some((30, 20))
    );
    assert_eq!(size("width='60' viewBox='0 0 30 20'"), Some((60, 40)));
    for none in [
        "",
        "width='10'",
        "viewBox='0 0 0 1'",
        "width='1e9' height='1'",
        "width='9999999' height='1'",
    ] {
        assert_eq!(size(none), None, "{none}");
    }
}

#[test]
fn what_runs_when_a_drawing_is_opened() {
    let found = |text: &str| Vec::from_iter(active(text)).join(" ");
    let declared =
        |inside: &str, drawing: &str| found(&format!("<!DOCTYPE svg [{inside}]>{drawing}"));
    let script = "<!ENTITY s \"<script>alert(1)</script>\">";
    assert_eq!(declared(script, "<svg>&s;</svg>"), "<!ENTITY s>");
    let event = "<!ATTLIST svg onload CDATA 'alert(1)'>";
    assert_eq!(declared(event, "<svg/>"), "<!ATTLIST svg>");
    let letters = "<!ENTITY j '&#106;avascript:alert(1)'>";
    assert_eq!(
        declared(letters, "<svg><a href='&j;'/></svg>"),
        "<!ENTITY j> href"
    );
    for (inside, name) in [
        ("<!ENTITY % p '<!ENTITY q \"x\">'>", "%"),
        ("<!ENTITY e SYSTEM 'http://a.example/e'>", "e"),
        ("<!ENTITY a 'java'>", "a"),
        // The angle that would close the declaration for a reader that counts them.
        ("<!ENTITY g '>'>", "g"),
        ("<!ENTITY o '<'>", "o"),
        (
            "<!ENTITY t 'http://a.example/'><!ENTITY t '<script/>'>",
            "t",
        ),
    ] {
        let found = declared(inside, "<svg/>");
        assert!(
            found.contains(&format!("<!ENTITY {name}>")),
            "{inside}: {found}"
        );
    }
    let xsl = "<?xml-stylesheet type='text/xsl' href='#x'?><svg/>";
    assert_eq!(found(xsl), "<?xml-stylesheet?>");
    let none = "<?xml-stylesheet href='x type=\"text/css\"'?><svg/>";
    assert_eq!(found(none), "<?xml-stylesheet?>");
    assert_eq!(found("<svg><a href='java&nbsp;'/></svg>"), "href");
    assert_eq!(
        found("<svg><a href='javascript:&amp;'/><set to=' JAVA&#9;script:x'/></svg>"),
        "href to"
    );
    let animated = "<svg><animate values='#a; javascript:alert(1)'/></svg>";
    assert_eq!(found(animated), "values");
}

#[test]
fn what_a_drawing_fetches_from_another_site() {
    for (text, names) in [
        (
            "<svg><style>@import url(https://a.example/a.css);</style></svg>",
            "<style>",
        ),
        (
            "<svg><style>@import 'https://a.example/a.css';</style></svg>",
            "<style>",
        ),
        (
            "<svg><style><![CDATA[a{fill:url( //a.example#x)}]]></style></svg>",
            "<style>",
        ),
        ("<svg><rect fill='url(\"//a.example#x\")'/></svg>", "fill"),
        (
            "<svg><g style='background: image-set(\"https://a.example/x\" 1x)'/></svg>",
            "style",
        ),
        ("<svg><image href='https://a.example/t.png'/></svg>", "href"),
        (
            "<svg><image xlink:href=' HTTP://a.example/t.png'/></svg>",
            "href",
        ),
        (
            "<?xml-stylesheet type='text/css' href='https://a.example/a.css'?><svg/>",
            "<?xml-stylesheet?>",
        ),
        (
            "<svg><a href='https://a.example/'><text>https://a.example</text></a></svg>",
            "",
        ),
        (
            "<svg xmlns='http://www.w3.org/2000/svg'><rect fill='url(#g)'/><use href='#g'/></svg>",
            "",
        ),
        (
            "<svg><style>a{fill:url(#g)}</style><image href='data:image/png;base64,AA'/></svg>",
            "",
        ),
        (
            "<svg><style>a{fill:red}</style><text>@import https://a.example</text></svg>",
            "",
        ),
    ] {
        assert_eq!(Vec::from_iter(active(text)).join(" "), names, "{text}");
    }
}

#[test]
fn what_drawing_programs_declare_is_harmless() {
    for text in [
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
         \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\
         <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\
         <!ATTLIST svg xmlns:a CDATA #IMPLIED a:scriptImplementation CDATA #IMPLIED>\
         <!ATTLIST svg xmlns:xlink CDATA #FIXED \"http://www.w3.org/1999/xlink\">]>\
         <svg xmlns=\"&ns_svg;\"><switch requiredExtensions=\"&ns_svg;\"/></svg>",
        "<?xml-stylesheet type='text/css' href='a.css'?><svg/>",
        "<?xml version='1.0'?><svg><text x='&lt;'>onclick &amp; javascript:</text></svg>",
    ] {
        assert_eq!(Vec::from_iter(active(text)), Vec::<String>::new(), "{text}");
    }
}
