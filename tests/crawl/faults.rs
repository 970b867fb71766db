//! The crawl names what is broken: each fault is made in a sound site, and must be found.

use crate::check::crawl;
use crate::site::Site;
use crate::{PATH, built, small};

/// A way to break a site, and the findings that it must lead to, with `*` for the number of a
/// line. A finding that ends with `…` may go on; where the last is `…`, there may be more.
struct Fault {
    what: &'static str,
    make: fn(&mut Site),
    found: &'static [&'static str],
}

/// The one file whose name begins so.
fn named(site: &Site, start: &str) -> String {
    let mut names = site.names().filter(|name| name.starts_with(start));
    let name = names.next().expect("a file").to_owned();
    assert_eq!(names.next(), None);
    name
}

const FR: &str = "fr/index.html";
const EN: &str = "en/news/2023/news-1/index.html";

/// Adds something to the home page, on its own line at the end of the head or of the text.
fn add(site: &mut Site, before: &str, html: &str) {
    site.edit(FR, before, &format!("{html}{before}"));
}

const FAULTS: &[Fault] = &[
    Fault {
        what: "a page is gone that nothing but menus and lists leads to",
        make: |site| site.remove("fr/a-propos/histoire-memoire/index.html"),
        found: &[
            "fr/index.html:*: the link “/a/b/fr/a-propos/histoire-memoire/” leads to \
             fr/a-propos/histoire-memoire/index.html, which is not there",
            "…",
        ],
    },
    Fault {
        what: "a page is gone that has translations",
        make: |site| site.remove(EN),
        found: &[
            "en/news/2023/index.html:*: …",
            "fr/actualites/2023/actualite-1/index.html:*: the alternate en \
             “https://www.example.org/a/b/en/news/2023/news-1/” leads to …",
            "sitemap.xml: the page “https://www.example.org/a/b/en/news/2023/news-1/” leads to …",
            "…",
        ],
    },
    Fault {
        what: "a fragment names no id",
        make: |site| site.edit(FR, "#equipe", "#personne"),
        found: &[
            "fr/index.html:*: the link “/a/b/fr/a-propos/#personne”: fr/a-propos/index.html has \
             no id “personne”",
        ],
    },
    Fault {
        what: "an id is another",
        make: |site| site.edit("fr/a-propos/index.html", "id=\"fn:2\"", "id=\"fn:3\""),
        found: &[
            "fr/a-propos/index.html:*: the link “#fn:2”: fr/a-propos/index.html has no id “fn:2”",
        ],
    },
    Fault {
        what: "an id stands twice",
        make: |site| add(site, "</main>", "<p id=\"main\"></p>"),
        found: &["fr/index.html:*: the id “main” stands twice"],
    },
    Fault {
        what: "a link has no slash at its end",
        make: |site| add(site, "</main>", "<a href=\"/a/b/en/news\"></a>"),
        found: &[
            "fr/index.html:*: the link “/a/b/en/news” leads to a folder without the slash at its \
             end",
        ],
    },
    Fault {
        what: "a link forgets the base path",
        make: |site| add(site, "</main>", "<a href=\"/en/\"></a>"),
        found: &["fr/index.html:*: the link “/en/” leads out of /a/b/"],
    },
    Fault {
        what: "a link leads to a former address",
        make: |site| add(site, "</main>", "<a href=\"/a/b/vieux.html\"></a>"),
        found: &[
            "fr/index.html:*: the link “/a/b/vieux.html” leads to vieux.html, which only leads on",
        ],
    },
    Fault {
        what: "a picture is missing in srcset and poster",
        make: |site| {
            let html = "<img src=\"/a/b/x.png\" srcset=\"/a/b/y.png 2x\" alt=\"\">\
                        <video poster=\"/a/b/z.png\"></video>";
            add(site, "</main>", html);
        },
        found: &[
            "fr/index.html:*: the file “/a/b/x.png” leads to x.png, which is not there",
            "fr/index.html:*: the file “/a/b/y.png” leads to y.png, which is not there",
            "fr/index.html:*: the file “/a/b/z.png” leads to z.png, which is not there",
        ],
    },
    Fault {
        what: "the file of a style sheet is gone",
        make: |site| {
            let font = named(site, "assets/fonts/");
            site.remove(&font);
        },
        found: &["assets/style.…"],
    },
    Fault {
        what: "a sprite has lost a symbol",
        make: |site| {
            let sprite = named(site, "assets/sprite.");
            site.edit(&sprite, "id=\"arrow\"", "id=\"arrows\"");
        },
        found: &["404.html:…", "assets/style.…", "…"],
    },
    Fault {
        what: "a relative address on the page for what is not there",
        make: |site| {
            site.edit(
                "404.html",
                "</main>",
                "<img src=\"robots.txt\" alt=\"\"></main>",
            )
        },
        found: &["404.html:…"],
    },
    Fault {
        what: "an alternate does not lead back",
        make: |site| {
            let row = "<link rel=\"alternate\" hreflang=\"fr\" \
                       href=\"https://www.example.org/a/b/fr/actualites/2023/actualite-1/\">\n";
            site.edit(EN, row, "");
        },
        found: &[
            "en/news/2023/news-1/index.html:*: the alternate x-default is \
             fr/actualites/2023/actualite-1/index.html, which has others",
            "fr/actualites/2023/actualite-1/index.html:*: the alternate en is \
             en/news/2023/news-1/index.html, which does not lead back",
            "sitemap.xml: the page “https://www.example.org/a/b/en/news/2023/news-1/” has other \
             alternates than its head",
        ],
    },
    Fault {
        what: "a page does not name itself",
        make: |site| {
            let row = "<link rel=\"alternate\" hreflang=\"en\" \
                       href=\"https://www.example.org/a/b/en/news/2023/news-1/\">\n";
            site.edit(EN, row, "");
        },
        found: &[
            "en/news/2023/news-1/index.html: no alternate is the page itself",
            "…",
        ],
    },
    Fault {
        what: "an alternate is in another language",
        make: |site| {
            site.edit(
                EN,
                "hreflang=\"fr\" href=\"https",
                "hreflang=\"ar\" href=\"https",
            )
        },
        found: &[
            "en/news/2023/news-1/index.html:*: the alternate ar is \
             fr/actualites/2023/actualite-1/index.html, which is in “fr”",
            "…",
        ],
    },
    Fault {
        what: "an alternate is relative",
        make: |site| {
            site.edit(
                EN,
                "hreflang=\"fr\" href=\"https://www.example.org",
                "hreflang=\"fr\" href=\"",
            )
        },
        found: &[
            "en/news/2023/news-1/index.html:*: the alternate fr “/a/b/fr/actualites/2023/actualite-1/” \
             has no scheme and host",
            "…",
        ],
    },
    Fault {
        what: "an alternate is elsewhere",
        make: |site| {
            site.edit(
                EN,
                "hreflang=\"fr\" href=\"https://www.",
                "hreflang=\"fr\" href=\"https://ww.",
            );
        },
        found: &[
            "en/news/2023/news-1/index.html:*: the alternate fr \
             “https://ww.example.org/a/b/fr/actualites/2023/actualite-1/” leads to another site",
            "…",
        ],
    },
    Fault {
        what: "an alternate stands twice",
        make: |site| {
            let row = "<link rel=\"alternate\" hreflang=\"en\" \
                       href=\"https://www.example.org/a/b/en/news/2023/news-1/\">";
            site.edit(EN, row, &format!("{row}{row}"));
        },
        found: &["en/news/2023/news-1/index.html:*: the alternate en stands twice"],
    },
    Fault {
        what: "there is no x-default",
        make: |site| site.edit(EN, "hreflang=\"x-default\"", "hreflang=\"de\""),
        found: &["en/news/2023/news-1/index.html: there is no x-default", "…"],
    },
    Fault {
        what: "a page that search engines leave out has alternates",
        make: |site| {
            let row =
                "<link rel=\"alternate\" hreflang=\"fr\" href=\"https://www.example.org/a/b/fr/\">";
            site.edit(
                "fr/a-propos/histoire-memoire/index.html",
                "</head>",
                &format!("{row}</head>"),
            );
        },
        found: &[
            "fr/a-propos/histoire-memoire/index.html: search engines leave the page out, but it \
             has alternates",
        ],
    },
    Fault {
        what: "a canonical is another page",
        make: |site| {
            site.edit(
                FR,
                "\"canonical\" href=\"https://www.example.org/a/b/fr/",
                "\"canonical\" href=\"https://www.example.org/a/b/en/",
            )
        },
        found: &[
            "fr/index.html: the canonical is https://www.example.org/a/b/en/, and should be \
             https://www.example.org/a/b/fr/",
        ],
    },
    Fault {
        what: "the language of a page is not said",
        make: |site| {
            site.edit(
                "fr/a-propos/histoire-memoire/index.html",
                " lang=\"fr\"",
                "",
            )
        },
        found: &["fr/a-propos/histoire-memoire/index.html: the page does not say its language"],
    },
    Fault {
        what: "a former address leads nowhere",
        make: |site| site.edit("vieux.html", "0; url=/a/b/fr/", "0; url=/a/b/"),
        found: &[
            "vieux.html: the canonical is https://www.example.org/a/b/fr/a-propos/, and should be \
             https://www.example.org/a/b/a-propos/",
            "vieux.html:*: the refresh “/a/b/a-propos/” leads to a-propos/index.html, which is not \
             there",
        ],
    },
    Fault {
        what: "a rule leads nowhere",
        make: |site| site.edit("_redirects", "/a/b/en/about-us/", "/a/b/en/about/"),
        found: &[
            "_redirects:*: the target “/a/b/en/about/” leads to en/about/index.html, which is not \
             there",
        ],
    },
    Fault {
        what: "a rule hides a page, and one leads to another",
        make: |site| {
            let rules = site.text("_redirects").expect("rules").to_owned();
            let more = "/a/b/fr/ /a/b/en/ 301\n/a/b/x /a/b/vieux.html 301\n/a/b/fr/* /a/b/fr/404.html 404\n";
            site.put("_redirects", &(rules + more));
        },
        found: &[
            "_redirects:*: the rule hides fr/index.html",
            "_redirects:*: the target “/a/b/vieux.html” only leads on",
        ],
    },
    Fault {
        what: "the sitemap has a page that is not there, and lacks one that is",
        make: |site| {
            site.edit(
                "sitemap.xml",
                "<loc>https://www.example.org/a/b/fr/</loc>",
                "<loc>https://www.example.org/a/b/de/</loc>",
            )
        },
        found: &[
            "fr/index.html: the sitemap does not have the page",
            "sitemap.xml: the page “https://www.example.org/a/b/de/” leads to de/index.html, which \
             is not there",
        ],
    },
    Fault {
        what: "the sitemap has a page that search engines leave out",
        make: |site| {
            let row =
                "<url><loc>https://www.example.org/a/b/fr/a-propos/histoire-memoire/</loc></url>";
            site.edit("sitemap.xml", "</urlset>", &format!("{row}</urlset>"));
        },
        found: &[
            "sitemap.xml: the page “https://www.example.org/a/b/fr/a-propos/histoire-memoire/” is \
             not for search engines",
        ],
    },
    Fault {
        what: "the sitemap is broken",
        make: |site| site.edit("sitemap.xml", "</urlset>", ""),
        found: &[
            "sitemap.xml: ends before its elements do",
            "sitemap.xml: there is no sitemap",
            "…",
        ],
    },
    Fault {
        what: "the sitemap is not named",
        make: |site| {
            site.edit(
                "robots.txt",
                "Sitemap: https://www.example.org/a/b/",
                "Sitemap: /a/b/",
            )
        },
        found: &[
            "robots.txt: the sitemap is not named",
            "robots.txt:*: the sitemap “/a/b/sitemap.xml” has no scheme and host",
        ],
    },
    Fault {
        what: "no way leads to a page",
        make: |site| {
            let page = site
                .text("fr/a-propos/histoire-memoire/index.html")
                .expect("a page")
                .to_owned();
            site.put("fr/secret/index.html", &page);
        },
        found: &["fr/secret/index.html: no way leads from the home page to the page"],
    },
    Fault {
        what: "a feed is gone that a page names",
        make: |site| {
            add(
                site,
                "</head>",
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/a/b/hand.xml\">",
            );
        },
        found: &["fr/index.html:*: the feed “/a/b/hand.xml” leads to hand.xml, which is not there"],
    },
    Fault {
        what: "what a feed says leads nowhere",
        make: |site| {
            let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/a/b/hand.xml\">\
                        <link rel=\"alternate\" type=\"application/feed+json\" href=\"/a/b/hand.json\">";
            add(site, "</head>", link);
            site.put(
                "hand.xml",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">\
                <link rel=\"self\" href=\"https://www.example.org/a/b/hand.xml\"/>\
                <link href=\"https://www.example.org/a/b/fr/\"/>\
                <entry><link href=\"https://www.example.org/a/b/fr/un/\"/>\
                <content type=\"html\">&lt;img src=\"/a/b/robots.txt\"></content></entry>\
                <entry><link href=\"https://www.example.org/a/b/vieux.html\"/></entry></feed>",
            );
            site.put("hand.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \
                \"feed_url\": \"https://www.example.org/a/b/fr/hand.json\", \"items\": [\
                {\"id\": \"1\", \"url\": \"/a/b/fr/\", \"image\": \"https://www.example.org/a/b/x.png\"}]}");
        },
        found: &[
            "hand.json: the feed says that it is [\"https://www.example.org/a/b/fr/hand.json\"], \
             and is https://www.example.org/a/b/hand.json",
            "hand.json: the file “https://www.example.org/a/b/x.png” leads to x.png, which is not there",
            "hand.json: the page “/a/b/fr/” has no scheme and host",
            "hand.xml: the file “/a/b/robots.txt” has no scheme and host",
            "hand.xml: the page “https://www.example.org/a/b/fr/un/” leads to fr/un/index.html, \
             which is not there",
            "hand.xml: the page “https://www.example.org/a/b/vieux.html” only leads on",
        ],
    },
];

/// A finding without the number of its line.
fn anywhere(problem: &str) -> String {
    let (place, what) = problem.split_once(": ").expect("a place");
    match place.rsplit_once(':') {
        Some((name, _)) => format!("{name}:*: {what}"),
        None => problem.to_owned(),
    }
}

/// Whether the findings are those expected, in order, and no more unless the last is `…`.
fn matches(problems: &[String], expected: &[&str]) -> bool {
    let (expected, is_open) = match expected.split_last() {
        Some((&"…", rest)) => (rest, true),
        _ => (expected, false),
    };
    let mut rest = problems.iter().map(|problem| anywhere(problem));
    let has_all = expected
        .iter()
        .all(|wanted| match wanted.strip_suffix('…') {
            Some(start) => rest.any(|problem| problem.starts_with(start)),
            None => rest.any(|problem| problem == *wanted),
        });
    has_all && (is_open || problems.len() == expected.len())
}

#[test]
fn every_fault_is_named() {
    let sound = built(&small(), PATH);
    assert_eq!(crawl(&sound).problems, [""; 0]);
    let mut missed = Vec::new();
    for Fault { what, make, found } in FAULTS {
        let mut site = sound.clone();
        make(&mut site);
        let problems = crawl(&site).problems;
        if !matches(&problems, found) {
            missed.push(format!("{what}: it found\n{}", problems.join("\n")));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}
