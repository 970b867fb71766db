//! A setting that does nothing is an error, or works: for each key of `site.yaml`, of a
//! `collection.yaml` and of a theme, and for each key below them, there is a value that changes what
//! comes out or what is said.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use rihla_diagnostics::testing;
use rihla_diagnostics::testing::messages;
use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;
use rihla::build::{self, Options, Program};
use rihla::site::config::{COLLECTION_KEYS, SITE_KEYS, THEME_KEYS};
use rihla_diagnostics::Diagnostic;
use rihla_editorial::check;

const SITE: &str = "content/site.yaml";
const NEWS: &str = "content/news/collection.yaml";
const THEME: &str = "themes/t/theme.yaml";

/// The site with few of the settings that it need not have.
const FILES: &[(&str, &str)] = &[
    (
        SITE,
        "title: {fr: \"M\", en: \"N\"}\nbase_url: \"https://e.org/\"\ntheme: t\nlanguages:\n  - {tag: fr, name: \"F\"}\n  - {tag: en, name: \"E\"}\nmenus: {main: [_index]}\n",
    ),
    (
        NEWS,
        "title: {fr: \"N\", en: \"N\"}\nfeed: true\nfields:\n  title: {type: text, localized: true, required: true}\n  \
         date: {type: date}\n  when: {type: datetime}\n  image: {type: image}\n",
    ),
    (
        "content/news/b.fr.md",
        "---\ntitle: \"B : b\"\ndate: 2020-01-01\nwhen: 2020-01-01T10:00:00Z\n---\n## Une\n\n[x](#declared)\n",
    ),
    (
        "content/news/a.fr.md",
        "---\ntitle: \"A\"\ndate: 2020-01-02\naliases: [/fr/vieux/]\n---\n",
    ),
    (
        "content/news/a.en.md",
        "---\ntitle: \"C\"\ndate: 2020-01-02\nshows_people: true\n---\n![A](p.png)\n",
    ),
    (THEME, "anchors: [declared]\n"),
    ("content/search/index.fr.md", "---\ntitle: \"S\"\n---\n"),
    ("content/_index.fr.md", "---\ntitle: \"M\"\n---\n"),
    ("content/_index.en.md", "---\ntitle: \"M\"\n---\n"),
];

const TEMPLATE: &str = "<!doctype html><link rel=\"stylesheet\" href=\"{{ asset(path=\"s.css\") }}\">\
    <script src=\"{{ asset(path=\"s.js\") }}\"></script><title>{{ page.title }}</title>{{ site() }}\
    {% for item in menu(name=\"main\") %}{{ item }}{% endfor %}{{ page.fields }}\
    {% if page.fields?.date %}{{ page.fields.date | date }}{% endif %}\
    {% if list %}{{ list }}{% endif %}{{ page.html }}{{ sharing_image() }}{{ structured_data() }}{{ datasets() }}{{ accessibility() }}";

/// A file, a key of it, and lines that give it a value.
const ROWS: &[(&str, &str, &str)] = &[
    (SITE, "edition", "edition: 7"),
    (SITE, "title", "title: {fr: \"X\", en: \"Y\"}"),
    (SITE, "description", "description: \"D\""),
    (SITE, "organisation", "organisation: {name: \"O\"}"),
    (SITE, "base_url", "base_url: \"https://f.org/a/\""),
    (SITE, "identity", "identity: \"tag:e.org,2026:site\""),
    (SITE, "time_zone", "time_zone: Asia/Tokyo"),
    (SITE, "theme", "theme: u"),
    (SITE, "demonstration", "demonstration: true"),
    (SITE, "languages", "languages: [{tag: fr, name: \"F\"}]"),
    (SITE, "menus", "menus: {main: [news]}"),
    (SITE, "untranslated", "untranslated: required"),
    (SITE, "translation", "translation: {en: {of: de}}"),
    (SITE, "typography", "typography: false"),
    (SITE, "gone", "gone: [/fr/x/]"),
    (SITE, "glossary", "glossary: terms"),
    (SITE, "definitions", "definitions: {page: about}"),
    (SITE, "notices", "notices: terms"),
    (SITE, "search", "search: true"),
    (SITE, "audit", "audit: {framework: rgaa}"),
    (SITE, "check", "check: {rules: {html-has-lang: off}}"),
    (SITE, "weight_limits", "weight_limits: {html: heavy}"),
    (SITE, "links", "links: {skip: 1}"),
    (SITE, "spelling", "spelling: {words: 1}"),
    (SITE, "pictures", "pictures: {memory: 1}"),
    (SITE, "sharing", "sharing: false"),
    (SITE, "hosts", "hosts: [1]"),
    (SITE, "hosting", "hosting: {files: [azure]}"),
    (SITE, "params", "params: {a: \"b\"}"),
    (NEWS, "title", "title: {fr: \"X\", en: \"Y\"}"),
    (NEWS, "description", "description: \"D\""),
    (NEWS, "slug", "slug: {fr: x, en: y}"),
    (NEWS, "address", "address: \"{year}/{slug}\""),
    (NEWS, "order", "order: -title"),
    (NEWS, "per_page", "per_page: 1"),
    (NEWS, "feed", "feed: false"),
    (NEWS, "release", "release: together"),
    (NEWS, "review", "review: true"),
    (NEWS, "untranslated", "untranslated: required"),
    (NEWS, "translation", "translation: {en: {of: de}}"),
    (NEWS, "lists", "lists: [{by: year}]"),
    (
        NEWS,
        "structured_data",
        "structured_data: {type: NewsArticle}",
    ),
    (NEWS, "open_data", "open_data: {fields: [title]}"),
    (NEWS, "calendar", "calendar: {start: when}"),
    (NEWS, "pages", "pages: false"),
    (NEWS, "fields", "fields: {title: {type: text}}"),
    (NEWS, "rules", "rules: [{before: [date, nowhere]}]"),
    (THEME, "extends", "extends: default"),
    (THEME, "tokens", "tokens: {accent: \"#8a1c4a\"}"),
    (THEME, "places", "places: {content: {widths: [1]}}"),
    (THEME, "anchors", "anchors: [other]"),
];

/// A setting with a key that there is not, and for each key that there is, two values that differ
/// in it alone.
type Below = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

const LANGUAGES: &str = "languages: [{tag: fr, name: \"F\"}, {tag: en, name: \"E\"}]";
const PARTIAL: &str = "languages: [{tag: fr, name: \"F\"}, {tag: en, name: \"E\", partial: true}]";
const MENU: &str = "menus: {main: [{id: news}]}";
const AUDIT: &str = "audit: {date: 2020-01-02}";
const GROUP: &str = "menus: {main: [{title: \"G\"}]}";

const BELOW: &[Below] = &[
    (
        SITE,
        "languages: [{tag: fr, name: \"F\", zzz: 1}]",
        &[
            (
                "tag",
                LANGUAGES,
                "languages: [{tag: fr, name: \"F\"}, {tag: de, name: \"E\"}]",
            ),
            (
                "name",
                LANGUAGES,
                "languages: [{tag: fr, name: \"F\"}, {tag: en, name: \"X\"}]",
            ),
            (
                "prefix",
                LANGUAGES,
                "languages: [{tag: fr, name: \"F\"}, {tag: en, name: \"E\", prefix: x}]",
            ),
            (
                "variant",
                LANGUAGES,
                "languages: [{tag: fr, name: \"F\"}, {tag: en, name: \"E\", variant: en-GB}]",
            ),
            (
                "typography",
                LANGUAGES,
                "languages: [{tag: fr, name: \"F\", typography: imprimerie}, {tag: en, name: \"E\"}]",
            ),
            ("partial", LANGUAGES, PARTIAL),
            (
                "fallback",
                PARTIAL,
                "languages: [{tag: fr, name: \"F\"}, {tag: en, name: \"E\", partial: true, fallback: de}]",
            ),
        ],
    ),
    (
        SITE,
        "menus: {main: [{id: news, zzz: 1}]}",
        &[
            ("title", MENU, "menus: {main: [{id: news, title: \"T\"}]}"),
            ("intro", MENU, "menus: {main: [{id: news, intro: \"I\"}]}"),
            (
                "items",
                GROUP,
                "menus: {main: [{title: \"G\", items: [news]}]}",
            ),
            ("id", GROUP, "menus: {main: [{title: \"G\", id: news}]}"),
            (
                "url",
                GROUP,
                "menus: {main: [{title: \"G\", url: \"https://x.org/\"}]}",
            ),
        ],
    ),
    (
        SITE,
        "weight_limits: {zzz: 1kB}",
        &[
            ("html", "", "weight_limits: {html: 1kB}"),
            ("styles", "", "weight_limits: {styles: 1kB}"),
            ("scripts", "", "weight_limits: {scripts: 1kB}"),
            ("image", "", "weight_limits: {image: 1kB}"),
            ("page", "", "weight_limits: {page: 1kB}"),
            ("requests", "", "weight_limits: {requests: 1}"),
        ],
    ),
    (
        SITE,
        "audit: {zzz: 1}",
        &[
            ("framework", "", "audit: {framework: eu}"),
            ("date", "", AUDIT),
            ("auditor", AUDIT, "audit: {date: 2020-01-02, auditor: X}"),
            ("rate", AUDIT, "audit: {date: 2020-01-02, rate: 82.5}"),
            (
                "exemptions",
                "",
                "audit: {exemptions: [{what: x, reason: y}]}",
            ),
            ("contact", "", "audit: {contact: a@e.org}"),
            ("law", "", "audit: {law: L}"),
            ("complaints", "", "audit: {complaints: {name: N}}"),
        ],
    ),
    (
        SITE,
        "audit: {exemptions: [{what: x, reason: y, zzz: 1}]}",
        &[
            (
                "what",
                "audit: {exemptions: [{what: x, reason: y}]}",
                "audit: {exemptions: [{what: z, reason: y}]}",
            ),
            (
                "reason",
                "audit: {exemptions: [{what: x, reason: y}]}",
                "audit: {exemptions: [{what: x, reason: z}]}",
            ),
        ],
    ),
    (
        SITE,
        "audit: {complaints: {name: N, zzz: 1}}",
        &[
            (
                "name",
                "audit: {complaints: {name: N}}",
                "audit: {complaints: {name: M}}",
            ),
            (
                "url",
                "audit: {complaints: {name: N}}",
                "audit: {complaints: {name: N, url: \"https://x.org/\"}}",
            ),
        ],
    ),
    (
        SITE,
        "check: {zzz: 1}",
        &[
            ("rules", "", "check: {rules: {html-has-lang: off}}"),
            (
                "silences",
                "",
                "check: {silences: [{rule: html-has-lang, where: /fr/, reason: x}]}",
            ),
        ],
    ),
    (
        SITE,
        "check: {silences: [{rule: html-has-lang, where: /fr/, reason: x, zzz: 1}]}",
        &[
            (
                "rule",
                "check: {silences: [{rule: html-has-lang, where: /fr/, reason: x}]}",
                "check: {silences: [{rule: document-title, where: /fr/, reason: x}]}",
            ),
            (
                "where",
                "check: {silences: [{rule: html-has-lang, where: /fr/, reason: x}]}",
                "check: {silences: [{rule: html-has-lang, where: /en/, reason: x}]}",
            ),
            (
                "reason",
                "check: {silences: [{rule: html-has-lang, where: /fr/, reason: x}]}",
                "check: {silences: [{rule: html-has-lang, where: /fr/}]}",
            ),
        ],
    ),
    (SITE, "links: {zzz: 1}", &[("skip", "", "links: {skip: 1}")]),
    (
        SITE,
        "links: {skip: [{address: x, reason: x, zzz: 1}]}",
        &[
            (
                "address",
                "links: {skip: [{address: x, reason: x}]}",
                "links: {skip: [{reason: x}]}",
            ),
            (
                "reason",
                "links: {skip: [{address: x, reason: x}]}",
                "links: {skip: [{address: x}]}",
            ),
        ],
    ),
    (
        SITE,
        "spelling: {zzz: 1}",
        &[
            ("dictionaries", "", "spelling: {dictionaries: ../x}"),
            ("words", "", "spelling: {words: [[x]]}"),
        ],
    ),
    (
        SITE,
        "pictures: {zzz: 1}",
        &[
            ("avif", "", "pictures: {avif: true}"),
            ("memory", "", "pictures: {memory: none}"),
            ("people_brief", "", "pictures: {people_brief: true}"),
            ("people_consent", "", "pictures: {people_consent: true}"),
        ],
    ),
    (
        SITE,
        "hosts: {a: {service: s3, zzz: 1}}",
        &[
            (
                "service",
                "hosts: {a: {service: s3}}",
                "hosts: {a: {service: fax}}",
            ),
            (
                "bucket",
                "hosts: {a: {service: s3}}",
                "hosts: {a: {service: s3, bucket: [1]}}",
            ),
            (
                "region",
                "hosts: {a: {service: s3}}",
                "hosts: {a: {service: s3, region: [1]}}",
            ),
            (
                "endpoint",
                "hosts: {a: {service: s3}}",
                "hosts: {a: {service: s3, endpoint: [1]}}",
            ),
            (
                "root",
                "hosts: {a: {service: s3}}",
                "hosts: {a: {service: s3, root: [1]}}",
            ),
        ],
    ),
    (
        SITE,
        "hosting: {zzz: 1}",
        &[
            ("no_referrer", "", "hosting: {no_referrer: [news]}"),
            ("compress", "", "hosting: {compress: true}"),
            ("redirect_pages", "", "hosting: {redirect_pages: false}"),
            ("files", "", "hosting: {files: [htaccess]}"),
        ],
    ),
    (
        SITE,
        "definitions: {page: about, zzz: 1}",
        &[
            (
                "in",
                "definitions: {page: about}",
                "definitions: {page: about, in: [nowhere]}",
            ),
            ("page", "", "definitions: {page: about}"),
        ],
    ),
    (
        SITE,
        "search: {zzz: 1}",
        &[
            ("filters", "search: true", "search: {filters: [news]}"),
            (
                "synonyms",
                "search: true",
                "search: {synonyms: {fr: [[a, b]]}}",
            ),
        ],
    ),
    (
        SITE,
        "organisation: {zzz: 1}",
        &[
            (
                "name",
                "organisation: {kind: NGO}",
                "organisation: {kind: NGO, name: \"O\"}",
            ),
            (
                "kind",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", kind: NGO}",
            ),
            (
                "url",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", url: \"https://o.example/\"}",
            ),
            (
                "parent",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", parent: {name: \"P\"}}",
            ),
            (
                "logo",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", logo: l.svg}",
            ),
            (
                "address",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", address: {country: MA}}",
            ),
            (
                "same_as",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", same_as: [\"https://o.example/\"]}",
            ),
            (
                "phone",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", phone: \"+212\"}",
            ),
            (
                "email",
                "organisation: {name: \"O\"}",
                "organisation: {name: \"O\", email: \"o@o.example\"}",
            ),
        ],
    ),
    (
        SITE,
        "organisation: {parent: {name: \"P\", zzz: 1}}",
        &[
            (
                "name",
                "organisation: {parent: {name: \"P\"}}",
                "organisation: {parent: {name: \"Q\"}}",
            ),
            (
                "kind",
                "organisation: {parent: {name: \"P\"}}",
                "organisation: {parent: {name: \"P\", kind: NGO}}",
            ),
            (
                "url",
                "organisation: {parent: {name: \"P\"}}",
                "organisation: {parent: {name: \"P\", url: \"https://o.example/\"}}",
            ),
        ],
    ),
    (
        SITE,
        "organisation: {address: {zzz: 1}}",
        &[
            (
                "street",
                "organisation: {}",
                "organisation: {address: {street: \"S\"}}",
            ),
            (
                "locality",
                "organisation: {}",
                "organisation: {address: {locality: \"S\"}}",
            ),
            (
                "postal_code",
                "organisation: {}",
                "organisation: {address: {postal_code: \"1\"}}",
            ),
            (
                "region",
                "organisation: {}",
                "organisation: {address: {region: \"S\"}}",
            ),
            (
                "country",
                "organisation: {}",
                "organisation: {address: {country: MA}}",
            ),
        ],
    ),
    (
        NEWS,
        "structured_data: {type: Event, zzz: 1}",
        &[
            (
                "type",
                "structured_data: {type: Event}",
                "structured_data: {type: Book}",
            ),
            (
                "by",
                "structured_data: {type: Event}",
                "structured_data: {type: Event, by: title}",
            ),
            (
                "fields",
                "structured_data: {type: Event}",
                "structured_data: {type: Event, fields: {start: when}}",
            ),
        ],
    ),
    (
        NEWS,
        "open_data: {fields: [title], zzz: 1}",
        &[
            (
                "fields",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title, when]}",
            ),
            (
                "licence",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title], licence: CC0-1.0}",
            ),
            (
                "title",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title], title: \"T\"}",
            ),
            (
                "description",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title], description: \"D\"}",
            ),
            (
                "sources",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title], sources: [{title: \"S\"}]}",
            ),
            (
                "iati",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}, fields: {identifier: title}}}",
            ),
        ],
    ),
    (
        NEWS,
        "open_data: {fields: [title], sources: [{title: \"S\", zzz: 1}]}",
        &[
            (
                "title",
                "open_data: {fields: [title], sources: [{title: \"S\"}]}",
                "open_data: {fields: [title], sources: [{title: \"T\"}]}",
            ),
            (
                "url",
                "open_data: {fields: [title], sources: [{title: \"S\"}]}",
                "open_data: {fields: [title], sources: [{title: \"S\", url: \"https://o.example/\"}]}",
            ),
        ],
    ),
    (
        NEWS,
        "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}, zzz: 1}}",
        &[
            (
                "reporting",
                "open_data: {fields: [title]}",
                "open_data: {fields: [title], iati: {reporting: {ref: \"1\", type: 21}}}",
            ),
            (
                "fields",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}}}",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}, fields: {identifier: title}}}",
            ),
        ],
    ),
    (
        NEWS,
        "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21, zzz: 1}, fields: {identifier: title}}}",
        &[
            (
                "ref",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}}}",
                "open_data: {fields: [title], iati: {reporting: {ref: \"1\", type: 21}}}",
            ),
            (
                "type",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}}}",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 20}}}",
            ),
            (
                "name",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21}}}",
                "open_data: {fields: [title], iati: {reporting: {ref: XI-IATI-A, type: 21, name: {fr: A}}}}",
            ),
        ],
    ),
    (
        NEWS,
        "calendar: {start: when, zzz: 1}",
        &[
            (
                "start",
                "calendar: {start: when}",
                "calendar: {start: date}",
            ),
            (
                "end",
                "calendar: {start: when}",
                "calendar: {start: when, end: date}",
            ),
            (
                "place",
                "calendar: {start: when}",
                "calendar: {start: when, place: title}",
            ),
        ],
    ),
    (
        NEWS,
        "lists: [{by: year, zzz: 1}]",
        &[
            ("by", "", "lists: [{by: year}]"),
            (
                "per_page",
                "lists: [{by: year}]",
                "lists: [{by: year, per_page: 1}]",
            ),
        ],
    ),
    (
        THEME,
        "places: {content: {widths: [1], zzz: 1}}",
        &[
            ("widths", "", "places: {content: {widths: [1]}}"),
            (
                "sizes",
                "places: {content: {widths: [1]}}",
                "places: {content: {widths: [1], sizes: \"50vw\"}}",
            ),
            (
                "ratio",
                "places: {content: {widths: [1]}}",
                "places: {content: {widths: [1], ratio: wide}}",
            ),
        ],
    ),
];

/// Values that would do nothing, each of which is told.
const IDLE: &[(&str, &str)] = &[
    (SITE, "identity: \"\""),
    (SITE, "time_zone: \"\""),
    (SITE, "time_zone:"),
    (SITE, "languages: [{tag: fr, name: \"F\", prefix: \"\"}]"),
    (SITE, "hosts: {a: {service: fax}}"),
    (SITE, "hosts: {a: {bucket: x}}"),
    (SITE, "hosts: {a: {service: s3, buket: x}}"),
    (SITE, "weight_limits: {html: 1 pomme}"),
    (SITE, "weight_limits: {pages: 1kB}"),
    (SITE, "audit: {rate: 82}"),
    (SITE, "audit: {auditor: X}"),
    (SITE, "audit: {date: 2020-01-02, rate: 104}"),
    (SITE, "audit: {date: someday}"),
    (SITE, "audit: {contact: nobody}"),
    (SITE, "audit: {exemptions: [{what: x}]}"),
    (SITE, "audit: {complaints: {url: \"https://x.org/\"}}"),
    (
        NEWS,
        "structured_data: {type: Event, fields: {start: nowhere}}",
    ),
    (NEWS, "structured_data: {fields: {start: when}}"),
    (NEWS, "structured_data: {type: Event, by: title}"),
    (NEWS, "open_data: {licence: CC0-1.0}"),
    (NEWS, "open_data: {fields: [title], iati: {}}"),
    (NEWS, "calendar: {place: title}"),
    (NEWS, "pages: false\nfeed: false\ncalendar: {start: when}"),
    (NEWS, "lists: [{by: title}]"),
    (NEWS, "lists: [{by: year}, {by: year}]"),
    (NEWS, "per_page: 0"),
    (NEWS, "order: \"\""),
    (NEWS, "pages: false\nfeed: true"),
    (NEWS, "pages: false\nfeed: false\nslug: {fr: x, en: y}"),
    (
        NEWS,
        "pages: false\nfeed: false\naddress: \"{year}/{slug}\"",
    ),
    (NEWS, "pages: false\nfeed: false\nper_page: 3"),
    (NEWS, "pages: false\nfeed: false\ndescription: \"D\""),
    (NEWS, "pages: false\nfeed: false\nlists: [{by: year}]"),
    (SITE, "menus: {main: [{id: news, url: \"https://e.org/\"}]}"),
];

type Files = BTreeMap<String, Vec<u8>>;

/// More than a kilobyte that no server makes smaller.
fn noise() -> String {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("{state:x}")
    };
    (0..400).map(|_| next()).collect()
}

/// The site with these lines in a file in the place of those of their key.
fn with(path: &str, lines: &str) -> Files {
    let mut files: Files = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect();
    for name in ["home", "list", "languages", "404", "entry"] {
        let path = format!("themes/t/templates/{name}.html");
        files.insert(path, format!("{TEMPLATE}<!-- {} -->", noise()).into_bytes());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let image = std::fs::read(root.join("tests/forms/pixel.png")).expect("a picture");
    files.insert("content/news/p.png".to_owned(), image);
    for name in ["s.css", "s.js"] {
        let text = format!("/* {} */", noise()).into_bytes();
        files.insert(format!("themes/t/assets/{name}"), text);
    }
    if path.is_empty() {
        return files;
    }
    let known = files.remove(path).unwrap_or_default();
    let known = String::from_utf8(known).expect("a text");
    let keys: Vec<&str> = lines
        .lines()
        .map(|line| line.split(':').next().unwrap_or_default())
        .collect();
    let mut text = String::new();
    let mut is_key = false;
    for line in known.lines() {
        if !line.starts_with(' ') {
            is_key = keys.contains(&line.split(':').next().unwrap_or_default());
        }
        if !is_key {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.push_str(lines);
    text.push('\n');
    files.insert(path.to_owned(), text.into_bytes());
    files
}

fn put(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
}

/// Builds a site and checks it; gives its folder and what is said.
fn read(files: &Files) -> (tempfile::TempDir, Vec<Diagnostic>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    put(folder.path(), files);
    let options = Options {
        site: folder.path().to_owned(),
        out: folder.path().join("public"),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: Program::new("", "", testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: false,
        now: "2026-11-27T10:00:00Z"
            .parse::<Timestamp>()
            .expect("a moment"),
    };
    let mut told = build::build(&options, &|_| {}).diagnostics;
    // What concerns the checks alone.
    told.extend(check::check(&options, &|_| {}).diagnostics);
    (folder, told)
}

/// What is said of a site, and what comes out of it.
fn outcome(files: &Files) -> (Vec<String>, Files) {
    let (folder, told) = read(files);
    let told = told.iter();
    let told = told.map(|diagnostic| {
        format!(
            "{}: {}",
            diagnostic.message.code,
            diagnostic.text(messages("en"))
        )
    });
    let mut found = Files::new();
    for part in ["public", ".rihla/hosting"] {
        let top = folder.path().join(part);
        for entry in walkdir::WalkDir::new(&top).into_iter().flatten() {
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(folder.path()).expect("inside");
                let bytes = std::fs::read(entry.path()).expect("a file");
                found.insert(name.to_string_lossy().into_owned(), bytes);
            }
        }
    }
    (told.collect(), found)
}

#[test]
fn every_setting_does_something() {
    let keys = [
        (SITE, SITE_KEYS),
        (NEWS, COLLECTION_KEYS),
        (THEME, THEME_KEYS),
    ];
    for (path, keys) in keys {
        let rows: Vec<&str> = ROWS
            .iter()
            .filter(|row| row.0 == path)
            .map(|row| row.1)
            .collect();
        assert_eq!(rows, keys, "the settings of {path}, each with a row here");
    }
    let plain = outcome(&with("", ""));
    assert!(!plain.1.is_empty(), "{:?}", plain.0);
    let idle: Vec<String> = ROWS
        .par_iter()
        // The record of the translation of its words, which `rihla status` reads.
        .filter(|(_, key, _)| *key != "translation")
        .filter(|(path, _, lines)| outcome(&with(path, lines)) == plain)
        .map(|(path, key, _)| format!("{path}: {key}"))
        .collect();
    assert!(idle.is_empty(), "{idle:?} do nothing");
}

/// What `rihla status` says of a site.
fn status(files: &Files) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    put(folder.path(), files);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["status", "--site"])
        .arg(folder.path())
        .output()
        .expect("the program");
    let said = [output.stdout, output.stderr].concat();
    String::from_utf8_lossy(&said).into_owned()
}

/// The record of the translation of words is read by the commands for translators.
#[test]
fn records_of_translations_are_read() {
    let plain = status(&with("", ""));
    for path in [SITE, NEWS] {
        let words = "title: {fr: \"X\", en: \"Y\"}\ntranslation: {en: {of: fr, state: machine}}";
        let said = status(&with(path, words));
        let row = |said: &str| {
            let mut lines = said.lines();
            lines.find(|line| line.starts_with(path)).map(str::to_owned)
        };
        assert!(
            row(&plain).is_some_and(|row| !row.contains("machine")),
            "{plain}"
        );
        assert!(
            row(&said).is_some_and(|row| row.contains("machine")),
            "{said}"
        );
    }
}

#[test]
fn every_setting_below_another_does_something() {
    let mut problems = Vec::new();
    for (path, unknown, rows) in BELOW {
        let (_, told) = read(&with(path, unknown));
        let known = told.iter().find_map(|finding| {
            let mut values = finding.values.iter();
            let known = values.find(|(name, _)| *name == "known")?;
            (finding.message.code == "unknown-key").then(|| known.1.as_text().to_owned())
        });
        let mut known: Vec<&str> = known.iter().flat_map(|known| known.split(", ")).collect();
        let mut keys: Vec<&str> = rows.iter().map(|row| row.0).collect();
        known.sort_unstable();
        keys.sort_unstable();
        assert_eq!(
            keys, known,
            "the keys below {unknown}, each with a row here"
        );
        let idle = rows.par_iter().filter(|(_, without, set)| {
            let plain = match without.is_empty() {
                true => outcome(&with("", "")),
                false => outcome(&with(path, without)),
            };
            outcome(&with(path, set)) == plain
        });
        problems.par_extend(idle.map(|(key, _, set)| format!("{key}: {set}")));
    }
    assert!(problems.is_empty(), "{problems:#?} do nothing");
}

#[test]
fn a_setting_that_does_nothing_is_told() {
    for (path, lines) in IDLE {
        let (told, found) = outcome(&with(path, lines));
        assert!(
            !told.is_empty() && found.is_empty(),
            "{path}: {lines}: {told:?}"
        );
    }
}
