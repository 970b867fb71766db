//! The preview, as a browser sees it: `rihla serve` on a free port of the loopback address.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod changes;
mod preview;

use std::fs::{self, File};
use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use preview::{Preview, site};

/// What the preview adds to a page.
fn without_additions(html: &str) -> String {
    let mut out = html.replacen(
        "<meta name=\"robots\" content=\"noindex\">\n<script type=\"module\" src=\"/_rihla/preview.js\"></script>\n",
        "",
        1,
    );
    if let Some((before, rest)) = out.split_once("<rihla-preview ")
        && let Some((_, after)) = rest.split_once("</rihla-preview>")
    {
        out = format!("{before}{after}");
    }
    out
}

fn files(folder: &Path, inside: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder.join(inside))
        .expect("a folder")
        .flatten()
    {
        let path = inside.join(entry.file_name());
        if entry.path().is_dir() {
            files(folder, &path, found);
        } else {
            found.push(path.to_string_lossy().into_owned());
        }
    }
}

#[test]
fn what_is_served_is_what_a_build_writes() {
    for (base, arguments) in [
        ("/", &[][..]),
        ("/a/b/", &["--base-url", "https://x.example.org/a/b/"][..]),
    ] {
        let built = site();
        // What is published, wherever it is: a build on trial asks search engines out as the preview does.
        let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args(["build", "--quiet", "--record", "--site"])
            .arg(built.path())
            .args(arguments)
            .env_remove("RIHLA_BASE_URL")
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{output:?}");
        let public = built.path().join("public");
        let mut all = Vec::new();
        files(&public, Path::new(""), &mut all);
        assert!(all.len() > 25, "{all:?}");
        let preview = Preview::start(arguments);
        assert!(preview.address.ends_with(base), "{}", preview.address);
        // What says when a site was built is made by a build alone.
        for file in all.into_iter().filter(|file| file != "build.json") {
            let bytes = fs::read(public.join(&file)).expect("a file");
            let answer = preview.get(&format!("{base}{file}"));
            if file == "fr/ancienne-adresse/index.html" {
                assert_eq!(answer.status, 301);
                let to = format!("{base}fr/actualites/un-accord-avec-caritas/");
                assert_eq!(answer.header("location"), Some(&*to));
                continue;
            }
            assert_eq!(answer.status, 200, "{file}");
            assert_eq!(answer.header("x-robots-tag"), Some("noindex"), "{file}");
            let text = answer.text();
            if file.ends_with(".html") {
                assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"));
                assert!(text.contains("<rihla-preview "), "{file}");
                let plain = without_additions(&text);
                assert_eq!(plain, String::from_utf8_lossy(&bytes), "{file}");
                if let Some(folder) = file.strip_suffix("index.html") {
                    assert_eq!(preview.get(&format!("{base}{folder}")).text(), text);
                }
            } else {
                assert_eq!(answer.body, bytes, "{file}");
            }
        }
        // Nothing was written but images, as a build keeps them.
        for file in ["public", "urls.lock"] {
            assert!(!preview.path(file).exists(), "{file}");
        }
        let kept = |root: &Path| {
            let mut kept = Vec::new();
            files(root, Path::new(".rihla"), &mut kept);
            kept.retain(|file| file.starts_with(".rihla/pictures/"));
            kept.retain(|file| !file.ends_with("/uses.json"));
            kept.sort();
            kept
        };
        assert_eq!(kept(&preview.path("")), kept(built.path()));
        assert!(kept(built.path()).len() >= 3);
        let mut all = Vec::new();
        files(&preview.path(""), Path::new(".rihla"), &mut all);
        assert_eq!(all.len(), kept(built.path()).len(), "{all:?}");
    }
}

#[test]
fn an_image_is_made_when_it_is_asked_for() {
    let preview = Preview::start(&[]);
    let page = preview.get("/fr/actualites/une-visite-d-etude/").text();
    let images = preview.path(".rihla/pictures");
    assert!(!images.exists(), "nobody asked for a picture");
    let at = page.find("/assets/salle-").expect("a picture");
    let path = &page[at..at + page[at..].find(['"', ' ']).expect("its end")];
    let first = preview.get(path);
    assert_eq!(
        (first.status, first.header("content-type")),
        (200, Some("image/webp"))
    );
    assert_eq!(fs::read_dir(&images).expect("a folder").count(), 1);
    assert_eq!(preview.get(path).body, first.body);
    // Nobody shows an image of that name.
    let other = path.replacen("salle-", "salles-", 1);
    assert_eq!(preview.get(&other).status, 404);
    // One that has its end and nothing that is shown is told, and the page stays.
    let photo = preview.path("content/news/salle.jpg");
    let bytes = fs::read(&photo).expect("a photo");
    let scan = bytes.windows(2).position(|pair| pair == [0xff, 0xda]);
    let damaged = [&bytes[..scan.expect("a scan")], &[0xff, 0xd9]].concat();
    fs::write(&photo, damaged).expect("a photo");
    let mut events = preview.events();
    let page = events.until(&preview, "/fr/actualites/une-visite-d-etude/", |page| {
        !page.text().contains(path)
    });
    let page = page.text();
    let at = page.find("/assets/salle-").expect("a picture");
    let damaged = &page[at..at + page[at..].find(['"', ' ']).expect("its end")];
    assert_eq!(preview.get(damaged).status, 500);
}

#[test]
fn what_waits_is_shown_with_its_reason() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    preview.write(
        "content/news/2020-03-04-seul.fr.md",
        "---\ntitle: \"Un texte seul\"\nrelease: together\n---\nIl attend.\n",
    );
    let path = "/fr/actualites/un-texte-seul/";
    let page = events
        .until(&preview, path, |page| page.status == 200)
        .text();
    assert!(page.contains("Il attend."), "{page}");
    assert!(
        page.contains("attend sa version anglaise, qui manque, montré dans cet aperçu seulement"),
        "{page}"
    );
    let list = preview.get("/fr/actualites/").text();
    assert!(list.contains("Un texte seul"), "{list}");
    // What does not wait says nothing of the kind.
    let page = preview.get("/fr/actualites/une-visite-d-etude/").text();
    assert!(!page.contains("aperçu seulement"), "{page}");
}

#[test]
fn a_proxy_may_hand_on_what_it_is_asked() {
    let preview = Preview::start(&[
        "--allow-host",
        "preview.example",
        "--allow-host",
        "b.example",
    ]);
    for (host, status) in [
        ("preview.example", 200),
        ("b.example:8443", 200),
        ("c.example", 403),
    ] {
        let answer = preview.ask("/fr/a-propos/", &[("Host", host)]);
        assert_eq!(answer.status, status, "{host}");
        // Whoever is behind it does not sit here.
        assert!(!answer.text().contains("vscode://"), "{host}");
    }
    let here = preview.get("/fr/a-propos/").text();
    assert!(here.contains("vscode://"), "{here}");
}

#[test]
fn a_film_is_sent_in_parts() {
    let folder = site();
    let length: u64 = 96 << 20;
    let mut film = File::create(folder.path().join("static/film.mp4")).expect("a film");
    // ISO base media file format, 4.3: a box that names the brand.
    film.write_all(b"\0\0\0\x10ftypisom\0\0\0\0")
        .expect("a film");
    film.set_len(length).expect("a film");
    drop(film);
    let preview = Preview::of(folder, &[]);
    let etag = preview.ask("/film.mp4", &[("Range", "bytes=0-0")]);
    let etag = etag.header("etag").expect("an ETag").to_owned();
    let whole = format!("bytes 100663290-100663295/{length}");
    let outside = format!("bytes */{length}");
    for (headers, status, range, bytes) in [
        (&[("Range", "bytes=-6")][..], 206, Some(&*whole), 6),
        (
            &[("Range", "bytes=-6"), ("If-Range", &etag)],
            206,
            Some(&*whole),
            6,
        ),
        (&[("Range", "bytes=100663296-")], 416, Some(&*outside), 0),
        (
            &[("Range", "bytes=0-9"), ("If-Range", "\"other\"")],
            200,
            None,
            length,
        ),
        (
            &[
                ("Range", "bytes=0-9"),
                ("If-Range", "Sat, 28 Nov 2026 10:00:00 GMT"),
            ],
            200,
            None,
            length,
        ),
    ] {
        let answer = preview.ask("/film.mp4", headers);
        assert_eq!(answer.status, status, "{headers:?}");
        assert_eq!(answer.header("content-range"), range, "{headers:?}");
        assert_eq!(answer.body.len() as u64, bytes, "{headers:?}");
    }
    // It was sent whole twice, and never held.
    #[cfg(target_os = "linux")]
    {
        let status =
            fs::read_to_string(format!("/proc/{}/status", preview.id())).expect("a process");
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let most = most.and_then(|most| most.split_whitespace().next()?.parse::<u64>().ok());
        let most = most.expect("the most memory") * 1024;
        assert!(
            most < length,
            "{most} bytes of memory for a film of {length}"
        );
    }
}

#[test]
fn kinds_of_files() {
    let preview = Preview::start(&[]);
    let page = preview.get("/fr/");
    let style = page.text();
    let at = style.find("/assets/style.").expect("the style sheet");
    let style = &style[at..at + style[at..].find('"').expect("its end")];
    for (path, media) in [
        ("/fr/", "text/html; charset=utf-8"),
        (style, "text/css; charset=utf-8"),
        ("/fr/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/fr/feed.json", "application/feed+json"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/plan.txt", "text/plain; charset=utf-8"),
        ("/_rihla/preview.js", "text/javascript; charset=utf-8"),
        ("/_rihla/preview.css", "text/css; charset=utf-8"),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), Some(media), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    // A file is sent once, and in parts where a player wants it so.
    let whole = preview.get("/son.mp3");
    let etag = whole.header("etag").expect("an ETag").to_owned();
    let known = preview.ask("/son.mp3", &[("If-None-Match", &etag)]);
    assert_eq!((known.status, known.body.len()), (304, 0));
    let part = preview.ask("/son.mp3", &[("Range", "bytes=2-4")]);
    assert_eq!((part.status, &*part.text()), (206, "3 a"));
    assert_eq!(part.header("content-range"), Some("bytes 2-4/10"));
    let head = preview.send(&format!(
        "HEAD /fr/ HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
        preview.port
    ));
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn what_is_not_there() {
    let preview = Preview::start(&[]);
    for (path, tag) in [
        ("/fr/nulle-part/", "fr"),
        ("/en/nowhere.html", "en"),
        ("/nowhere", "fr"),
        ("/_redirects/", "fr"),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        let html = format!("<html lang=\"{tag}\"");
        assert!(answer.text().contains(&html), "{path}: {}", answer.text());
    }
    // Who looks for what is kept offline is told so.
    let text = preview
        .get("/fr/actualites/un-texte-qui-n-est-pas-pret/")
        .text();
    for words in [
        "Un texte qui n’est pas prêt</span>, <span class=\"state\">brouillon, gardé hors ligne</span>",
        "Un texte pour plus tard</span>, <span class=\"state\">en ligne à partir du 1er décembre 2099</span>",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    for (path, to) in [
        ("/fr", "/fr/"),
        ("/fr/actualites", "/fr/actualites/"),
        ("/fr/ancienne-adresse", "/fr/ancienne-adresse/"),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 307, "{path}");
        assert_eq!(answer.header("location"), Some(to), "{path}");
    }
    assert_eq!(preview.get("/_rihla/other").status, 404);
}

#[test]
fn nothing_outside_the_output_can_be_read() {
    let preview = Preview::start(&[]);
    fs::write(preview.path("secret.txt"), "secret words").expect("a file");
    fs::write(preview.path("content/.secret.txt"), "secret words").expect("a file");
    for path in [
        "/../secret.txt",
        "/fr/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/fr/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/./secret.txt",
        "/secret.txt",
        "/static/../secret.txt",
        "/content/site.yaml",
        "/content/.secret.txt",
        "/content/news/2019-01-05-brouillon.fr.md",
        "/themes/small/templates/base.html",
        "/_rihla/../secret.txt",
        "/_rihla/%2e%2e/%2e%2e/secret.txt",
        "/etc/passwd",
        "/%2fetc%2fpasswd",
        "/....//....//etc/passwd",
        "/plan.txt%00.html",
        "/%ff",
        "/%",
        "/%zz",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        let text = answer.text();
        for secret in ["secret words", "root:", "base_url", "Pas encore."] {
            assert!(!text.contains(secret), "{path} shows {secret}");
        }
    }
    assert_eq!(preview.get("/plan.txt").text(), "Un plan.\n");
}

#[test]
fn who_may_ask() {
    let preview = Preview::start(&[]);
    let port = preview.port;
    let own = format!("http://127.0.0.1:{port}");
    let host = format!("127.0.0.1:{port}");
    let elsewhere = format!("http://127.0.0.1:{}", port ^ 1);
    for path in ["/fr/", "/_rihla/events", "/_rihla/preview.js", "/plan.txt"] {
        for (headers, status) in [
            (&[("Host", "evil.example")][..], 403),
            (&[("Host", "evil.example:4000")], 403),
            (&[("Host", "")], 403),
            (&[("Host", &*host), ("Host", "evil.example")], 403),
            (&[("Origin", "http://evil.example")], 403),
            (&[("Origin", "null")], 403),
            (&[("Origin", &*elsewhere)], 403),
            (&[("Sec-Fetch-Site", "cross-site")], 403),
            (&[("Sec-Fetch-Site", "same-site")], 403),
        ] {
            let answer = preview.ask(path, headers);
            assert_eq!(answer.status, status, "{path} {headers:?}");
            assert!(!answer.text().contains("mission"), "{path} {headers:?}");
        }
    }
    for headers in [
        &[("Origin", &*own), ("Sec-Fetch-Site", "same-origin")][..],
        &[("Sec-Fetch-Site", "none")],
        &[("Host", "localhost")],
        &[("Host", "[::1]:80")],
    ] {
        assert_eq!(preview.ask("/fr/", headers).status, 200, "{headers:?}");
    }
    let posted = preview.send(&format!(
        "POST /fr/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    ));
    assert_eq!(posted.status, 405);
    let absolute = preview.send(&format!(
        "GET http://evil.example/fr/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    ));
    assert_eq!(absolute.status, 403);
    // No page of another site can embed or frame what is served.
    let answer = preview.get("/fr/");
    assert_eq!(
        answer.header("cross-origin-resource-policy"),
        Some("same-origin")
    );
    assert_eq!(
        answer.header("content-security-policy"),
        Some("frame-ancestors 'self'")
    );
    // A person who followed a link from elsewhere is shown the way, and nothing of the site.
    let link = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ];
    let answer = preview.ask("/fr/&'x", &link);
    assert_eq!(answer.status, 403);
    assert!(
        answer.text().contains("<a href=\"/fr/&amp;'x\">"),
        "{}",
        answer.text()
    );
}

#[test]
fn the_strip_tells_what_a_page_is() {
    let preview = Preview::start(&["--editor", "vscodium"]);
    let root = fs::canonicalize(preview.path("")).expect("the folder");
    let text = preview.get("/fr/actualites/un-accord-avec-caritas/").text();
    let link = format!(
        "<a href=\"vscodium://file{}/content/news/2017-06-02-accord.fr.md:2:1\">",
        root.display()
    );
    for words in [
        "<strong>Aperçu</strong>",
        "<b lang=\"fr\">Français</b>",
        "<a href=\"/en/news/an-agreement-with-caritas/\" lang=\"en\" hreflang=\"en\">English</a> <span class=\"state\">traduction automatique, à relire</span>",
        &*link,
        "themes/small/templates/entry.html",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let text = preview.get("/en/news/an-agreement-with-caritas/").text();
    for words in [
        "<strong>Preview</strong>",
        "machine translation, to be reviewed",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let text = preview.get("/fr/actualites/une-visite-d-etude/").text();
    let missing = "<span lang=\"en\">English</span> <span class=\"state\">manque</span>";
    assert!(text.contains(missing), "{text}");
    assert!(!text.contains("class=\"errors\""), "{text}");
}

#[test]
fn it_speaks_each_page_s_language_or_the_one_that_was_asked_for() {
    for (arguments, on_french, on_english, on_none) in [
        (&[][..], FR, EN, FR),
        (&["--messages", "fr"], FR, FR, FR),
        (&["--messages", "en"], EN, EN, EN),
    ] {
        let preview = Preview::start(arguments);
        let mut events = preview.events();
        // Without a page, it is the browser that says what its reader understands.
        let address = "https://x.example.org/a/";
        let under_a_path = Preview::start(&[arguments, &["--base-url", address]].concat());
        let nowhere = under_a_path.ask("/b/", &[("Accept-Language", "fr")]).text();
        assert!(nowhere.starts_with(on_none.site_is_at), "{nowhere}");
        preview.edit(
            "content/news/2017-06-02-accord.fr.md",
            "title: \"Un accord avec Caritas\"",
            "title: Un accord : Caritas",
        );
        for (path, spoken) in [("/fr/a-propos/", on_french), ("/en/about-us/", on_english)] {
            let page = events.until(&preview, path, |page| {
                page.text().contains("class=\"errors\"")
            });
            let text = page.text();
            for words in [
                format!("<rihla-preview lang=\"{}\"", spoken.tag),
                format!("<summary>{}", spoken.errors),
                format!("<strong>{}</strong>", spoken.preview),
                spoken.correction.to_owned(),
            ] {
                assert!(text.contains(&words), "{words} is not in\n{text}");
            }
        }
    }
}

/// What is said in a language.
#[derive(Clone, Copy)]
struct Spoken {
    tag: &'static str,
    preview: &'static str,
    errors: &'static str,
    correction: &'static str,
    site_is_at: &'static str,
}

const FR: Spoken = Spoken {
    tag: "fr",
    preview: "Aperçu",
    errors: "1 erreur à corriger",
    correction: "<b>Écrire\u{a0}:</b>",
    site_is_at: "Le site se trouve à l’adresse /a/",
};

const EN: Spoken = Spoken {
    tag: "en",
    preview: "Preview",
    errors: "1 error to mend",
    correction: "<b>Write:</b>",
    site_is_at: "The site is at /a/",
};

#[test]
fn drafts_and_another_day() {
    let preview = Preview::start(&["--drafts", "--at", "2099-12-02", "--editor", "none"]);
    let text = preview
        .get("/fr/actualites/un-texte-qui-n-est-pas-pret/")
        .text();
    for words in [
        "Pas encore.",
        "tel qu’il sera le 2 décembre 2099",
        "brouillons compris",
        "brouillon, montré dans cet aperçu seulement",
        "<code>content/news/2019-01-05-brouillon.fr.md</code>, ligne 2",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    assert!(!text.contains("vscode"), "{text}");
    assert_eq!(
        preview
            .get("/fr/actualites/un-texte-pour-plus-tard/")
            .status,
        200
    );
    let preview = Preview::start(&[]);
    for path in ["un-texte-qui-n-est-pas-pret", "un-texte-pour-plus-tard"] {
        let answer = preview.get(&format!("/fr/actualites/{path}/"));
        assert_eq!(answer.status, 404, "{path}");
    }
}

#[test]
fn a_port_that_is_taken() {
    // The port after a free one may be taken by others: whatever is said must be so.
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port();
    let preview = Preview::start(&["--port", &port.to_string()]);
    assert!(preview.port > port, "{} after {port}", preview.port);
    let said = preview.heard();
    let words = format!(
        "port {port} is taken by another program, so the preview is on port {}",
        preview.port
    );
    assert!(said.contains(&words), "{said}");
    assert_eq!(preview.get("/fr/").status, 200);
}

#[test]
fn a_base_path() {
    let preview = Preview::start(&["--base-url", "https://x.example.org/a/b/"]);
    for path in ["/", "/a/b"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 307, "{path}");
        assert_eq!(answer.header("location"), Some("/a/b/"), "{path}");
    }
    for path in ["/fr/", "/a/", "/a/bc/fr/"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("/a/b/"), "{}", answer.text());
    }
    assert_eq!(preview.get("/a/b/fr/a-propos/").status, 200);
}

#[test]
fn what_the_command_line_gets_wrong() {
    for (arguments, code, words) in [
        (
            &["--port", "x"][..],
            2,
            "“x” is not a value of the option --port",
        ),
        (
            &["--editor", "javascript:PATH"],
            2,
            "is not a value of the option --editor",
        ),
        (
            &["--host", "host.invalid"],
            3,
            "the preview cannot be offered at host.invalid:4000",
        ),
        (
            &["--allow-host", "https://x.example/"],
            2,
            "is not a value of the option --allow-host",
        ),
        (&["--prot", "4000"], 2, "did you mean “--port”?"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args(["serve", "--messages", "en", "--site", "tests/preview"])
            .args(arguments)
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to() {
    let mut preview = Preview::start(&[]);
    // An open page does not hold it up.
    let _events = preview.events();
    let asked = Command::new("kill")
        .args(["-INT", &preview.id().to_string()])
        .status()
        .expect("kill");
    assert!(asked.success());
    assert_eq!(preview.end(), Some(0));
    preview.hear("the preview has ended");
}
