//! What hosts make of the files that are written for them.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A site in a temporary folder.
struct Site(tempfile::TempDir);

impl Site {
    /// The files of `tests/sites/hosting`, with some others.
    fn new(more: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/hosting");
        for part in ["content", "static", "themes"] {
            copy(&case.join(part), &folder.path().join(part));
        }
        for (path, text) in more {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        Self(folder)
    }

    /// Its `site.yaml` with other words for some.
    fn replace(self, from: &str, to: &str) -> Self {
        let path = self.0.path().join("content/site.yaml");
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replace(from, to)).expect("a file");
        self
    }

    /// Builds it; gives what was said.
    fn build(&self, arguments: &[&str], environment: &[(&str, &str)]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args(["build", "--quiet", "--messages", "en", "--site"])
            .arg(self.0.path())
            .args(arguments)
            .env_remove("RIHLA_BASE_URL")
            .env_remove("RIHLA_COMMIT")
            .env_remove("GITHUB_SHA")
            .env_remove("CI_COMMIT_SHA")
            .envs(environment.iter().copied())
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        said
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.out().join(path)).unwrap_or_else(|_| panic!("{path} is missing"))
    }

    /// The paths of the output, ordered.
    fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        walk(&self.out(), &mut |path| {
            let path = path.strip_prefix(self.out()).expect("below");
            found.push(path.to_string_lossy().replace('\\', "/"));
        });
        found.sort();
        found
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

fn walk(folder: &Path, found: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => walk(&path, found),
            false => found(&path),
        }
    }
}

/// The rules of `_headers`: a pattern, and headers in their order.
type Rules = Vec<(String, Vec<(String, String)>)>;

fn rules(text: &str) -> Rules {
    let mut rules = Rules::new();
    for line in text.lines() {
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        assert!(line.len() < 2_000, "Cloudflare reads no longer line");
        if words.starts_with('/') {
            rules.push((words.to_owned(), Vec::new()));
        } else {
            let (name, value) = words.split_once(": ").expect("a name and a value");
            let (_, headers) = rules.last_mut().expect("a path");
            headers.push((name.to_lowercase(), value.to_owned()));
        }
    }
    rules
}

/// Whether a text is what a pattern with stars says, a star standing for anything.
fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            ends.into_iter().any(|at| fits(rest, &text[at..]))
        }),
    }
}

/// Cloudflare: all rules that fit, in their order, values joined with commas.
fn cloudflare(rules: &Rules, path: &str) -> BTreeMap<String, String> {
    let mut sent: BTreeMap<String, String> = BTreeMap::new();
    for (_, headers) in rules.iter().filter(|(pattern, _)| fits(pattern, path)) {
        for (name, value) in headers {
            sent.entry(name.clone())
                .and_modify(|known| *known = format!("{known}, {value}"))
                .or_insert_with(|| value.clone());
        }
    }
    sent
}

/// Netlify: of the rules that fit, the later takes the place of the earlier; the slash before a
/// star, one at the end and case do not matter.
fn netlify(rules: &Rules, path: &str) -> BTreeMap<String, String> {
    let bare = |text: &str| text.to_lowercase().trim_end_matches('/').to_owned();
    let mut sent = BTreeMap::new();
    for (pattern, headers) in rules {
        let loose = bare(pattern).replace("/*", "*");
        if fits(&loose, &bare(path)) {
            sent.extend(headers.iter().cloned());
        }
    }
    sent
}

/// What a browser takes of a `Referrer-Policy` with several values.
fn last(value: Option<&String>) -> &str {
    value.map_or("", |value| value.rsplit(", ").next().unwrap_or_default())
}

#[test]
fn headers_are_the_same_on_both_hosts() {
    // Netlify takes `/as/*` to fit `/assets/`.
    let more = [
        ("content/_index.ar.md", "---\ntitle: \"X\"\n---\nX.\n"),
        ("content/signalement.ar.md", "---\ntitle: \"Y\"\n---\nX.\n"),
        ("static/photo.jpg.txt", "x"),
        ("static/cartes/zones.geojson", "{}"),
    ];
    let site = Site::new(&more)
        .replace(
            "  - {tag: fr,",
            "  - {tag: ar, name: \"العربية\", prefix: as}\n  - {tag: fr,",
        )
        .replace("fr: \"Mission\"", "fr: \"Mission\"\n  ar: \"Mission\"");
    for base in ["/", "/a/b/"] {
        let url = format!("https://mission.example.org{base}");
        site.build(&["--base-url", &url], &[]);
        let rules = rules(&site.read("_headers"));
        let mut paths: Vec<String> = site
            .files()
            .iter()
            .map(|file| file.strip_suffix("index.html").unwrap_or(file).to_owned())
            .collect();
        for missing in ["fr/rien/", "fr/rien.json", "rien", "assets/rien.css"] {
            paths.push(missing.to_owned());
        }
        assert!(paths.len() > 40, "{paths:?}");
        for path in paths {
            let address = format!("{base}{path}");
            let joined = cloudflare(&rules, &address);
            let taken = netlify(&rules, &address);
            for (name, value) in &joined {
                match name.as_str() {
                    "referrer-policy" => assert_eq!(last(Some(value)), taken[name], "{address}"),
                    "cache-control" if value.ends_with("no-store") => {
                        assert_eq!(taken[name], "no-store", "{address}");
                    }
                    _ => assert_eq!(Some(value), taken.get(name), "{name} of {address}"),
                }
            }
            assert_eq!(joined.len(), taken.len(), "{address}: {joined:?} {taken:?}");

            let get = |name: &str| joined.get(name).map_or("", String::as_str);
            let is_asset = path.starts_with("assets/");
            let is_page = ["as/", "en/", "fr/"]
                .iter()
                .any(|home| path.starts_with(home))
                || path.is_empty();
            let (cache, resource) = match (is_asset, is_page) {
                (true, _) => ("public, max-age=31536000, immutable", "cross-origin"),
                (_, true) => ("public, max-age=300, must-revalidate", "same-origin"),
                _ if ["sitemap.xml", "robots.txt", "build.json"].contains(&path.as_str()) => {
                    ("public, max-age=300, must-revalidate", "")
                }
                // What the host says where nothing is said: it is asked for each time.
                _ => ("", ""),
            };
            let leaves_no_trace = matches!(
                path.as_str(),
                "fr/signalement/" | "en/report-misconduct/" | "as/y/"
            );
            match leaves_no_trace {
                true => assert!(get("cache-control").ends_with("no-store"), "{address}"),
                false => assert_eq!(get("cache-control"), cache, "{address}"),
            }
            assert_eq!(get("cross-origin-resource-policy"), resource, "{address}");
            let is_open = [".json", ".csv", ".geojson", "/feed.xml"]
                .iter()
                .any(|end| address.ends_with(end));
            let open = if is_open { "*" } else { "" };
            assert_eq!(get("access-control-allow-origin"), open, "{address}");
            let content_type = match path.rsplit('/').next() {
                Some("feed.xml") => "application/atom+xml; charset=utf-8",
                Some("feed.json") => "application/feed+json",
                _ => "",
            };
            assert_eq!(get("content-type"), content_type, "{address}");
            let referrer = match leaves_no_trace {
                true => "no-referrer",
                false => "strict-origin-when-cross-origin",
            };
            let found = last(joined.get("referrer-policy"));
            assert_eq!(found, referrer, "{address}");
            for (name, word) in [
                ("content-security-policy", "frame-ancestors 'none'"),
                ("permissions-policy", "browsing-topics=()"),
                ("cross-origin-opener-policy", "same-origin"),
                ("x-content-type-options", "nosniff"),
                ("strict-transport-security", "max-age=31536000"),
            ] {
                assert!(get(name).ends_with(word), "{name} of {address}");
            }
        }
    }
}

#[test]
fn themes_and_headers_have_one_policy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let theme = fs::read_to_string(root.join("src/builtin/default/templates/base.html"));
    // `tests/search.rs` looks at a site with search.
    let search = "{% if site.search %}'self'{% else %}'none'{% endif %}";
    let theme = theme.expect("the theme").replace(search, "'none'");
    let site = Site::new(&[]);
    site.build(&[], &[]);
    let rules = rules(&site.read("_headers"));
    let policy = &cloudflare(&rules, "/")["content-security-policy"];
    // In a page it would be an error.
    let policy = policy.strip_suffix("; frame-ancestors 'none'");
    let meta = format!("content=\"{}\"", policy.expect("the last of all"));
    assert!(theme.contains(&meta), "the theme lacks {meta}");
}

#[test]
fn what_was_built_is_public_and_names_nothing() {
    let secret = "---\ntitle: \"Accord secret\"\nslug: accord-secret\ndraft: true\n---\nX.\n";
    let site = Site::new(&[("content/embargo.fr.md", secret)]);
    let read = |environment: &[(&str, &str)]| -> serde_json::Value {
        site.build(&["--at", "2026-12-01"], environment);
        serde_json::from_str(&site.read("build.json")).expect("JSON")
    };
    let mut build = read(&[]);
    let files = site.files().len();
    assert_eq!(build["files"], files);
    assert_eq!(
        build,
        serde_json::json!({
            "rihla": env!("CARGO_PKG_VERSION"),
            "commit": null,
            "day": "2026-12-01",
            "pages": 12,
            "languages": {"fr": 5, "en": 5},
            "entries": 4,
            "files": files,
        })
    );
    for (environment, commit) in [
        (&[("CI_COMMIT_SHA", "c")][..], "c"),
        (&[("CI_COMMIT_SHA", "c"), ("GITHUB_SHA", "b")], "b"),
        (
            &[
                ("CI_COMMIT_SHA", "c"),
                ("GITHUB_SHA", "b"),
                ("RIHLA_COMMIT", "a"),
            ],
            "a",
        ),
    ] {
        build = read(environment);
        assert_eq!(build["commit"], commit);
    }
    let mut texts = String::new();
    walk(&site.out(), &mut |path| {
        texts.push_str(&fs::read_to_string(path).unwrap_or_default());
    });
    walk(&site.0.path().join(".rihla/hosting"), &mut |path| {
        texts.push_str(&fs::read_to_string(path).expect("a text"));
    });
    for word in ["embargo", "secret"] {
        assert!(!texts.contains(word), "{word} is said");
    }
}

#[test]
fn configurations_are_published_on_request_alone() {
    let site = Site::new(&[]);
    site.build(&[], &[]);
    let kept = |name: &str| {
        fs::read_to_string(site.0.path().join(".rihla/hosting").join(name)).expect("a file")
    };
    assert_eq!(site.read(".htaccess"), kept("htaccess"));
    assert!(kept("nginx.conf").contains("location = /fr/qui-sommes-nous/ { return 301 "));
    let azure: serde_json::Value =
        serde_json::from_str(&site.read("staticwebapp.config.json")).expect("JSON");
    // The first route that fits is the one that counts.
    let routes = azure["routes"].as_array().expect("routes");
    let at = |route: &str| {
        let found = routes.iter().position(|entry| entry["route"] == route);
        found.unwrap_or_else(|| panic!("{route} is missing"))
    };
    assert_eq!(
        routes[at("/fr/qui-sommes-nous/")]["redirect"],
        "/fr/a-propos/"
    );
    assert_eq!(routes[at("/fr/disparu/")]["statusCode"], 410);
    let own = &routes[at("/fr/signalement/index.html")]["headers"];
    assert_eq!(own["Referrer-Policy"], "no-referrer");
    assert_eq!(own["Cache-Control"], "no-store");
    assert!(at("/fr/signalement/index.html") < at("/fr/*"));
    assert!(at("/assets/*.{csv,geojson,json}") < at("/assets/*"));
    assert!(at("/assets/*") < at("/*.{csv,geojson,json,xml}"));

    let site = Site::new(&[]).replace("files: [htaccess, azure]", "files: []");
    site.build(&[], &[]);
    let files = site.files();
    for name in [".htaccess", "staticwebapp.config.json"] {
        assert!(!files.iter().any(|file| file == name), "{name}");
    }
}

#[test]
fn former_addresses_without_pages() {
    let site = Site::new(&[]).replace("hosting:", "hosting:\n  redirect_pages: false");
    site.build(&[], &[]);
    let redirects = site.read("_redirects");
    assert!(redirects.contains("/vieux.html /fr/a-propos/ 301\n"));
    let files = site.files();
    for former in [
        "vieux.html",
        "fr/qui-sommes-nous/index.html",
        "en/who-we-are/index.html",
    ] {
        assert!(!files.iter().any(|file| file == former), "{former}");
    }
}

#[test]
fn compressed_where_it_is_asked_for() {
    let plain = Site::new(&[]);
    plain.build(&[], &[]);
    let is_copy = |file: &String| file.ends_with(".gz") || file.ends_with(".br");
    assert!(!plain.files().iter().any(is_copy));

    let own = [
        ("static/donnees.json", &*format!("[{}1]", "1, ".repeat(99))),
        ("static/donnees.json.gz", "their own"),
    ];
    let asked = Site::new(&own);
    asked.build(&["--compress"], &[]);
    let site = Site::new(&own).replace("hosting:", "hosting:\n  compress: true");
    site.build(&[], &[]);
    assert_eq!(site.files(), asked.files());
    for file in site.files() {
        let read = |site: &Site| fs::read(site.out().join(&file)).expect("a file");
        assert_eq!(read(&site), read(&asked), "{file}");
        // Where there is one of ours, it is the smaller.
        let of = file.strip_suffix(".br").map(|of| site.out().join(of));
        if let Some(of) = of {
            let length = fs::read(of).expect("its file").len();
            assert!(read(&site).len() < length, "{file}");
        }
    }
    assert_eq!(site.read("donnees.json.gz"), "their own");
    for file in [
        "donnees.json.br",
        "fr/index.html.gz",
        "404.html.br",
        "sitemap.xml.gz",
        "assets/",
    ] {
        let found = site.files().into_iter().filter(is_copy);
        assert!(
            found.into_iter().any(|known| known.starts_with(file)),
            "{file}"
        );
    }
    assert_eq!(site.build(&[], &[]), "");
}

#[test]
fn beyond_what_hosts_take() {
    let aliases: String = (0..2_001)
        .map(|number| format!("  - /fr/ancien/{number}/\n"))
        .collect();
    let about = format!("---\ntitle: \"À propos\"\naliases:\n{aliases}---\nTexte.\n");
    let ids: Vec<String> = (0..50).map(|number| format!("page-{number}")).collect();
    let mut files = vec![("content/about.fr.md".to_owned(), about)];
    for id in &ids {
        for tag in ["fr", "en"] {
            let text = format!("---\ntitle: \"{id} {tag}\"\n---\nX.\n");
            files.push((format!("content/{id}.{tag}.md"), text));
        }
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let names = format!("no_referrer: [{}]", ids.join(", "));
    let site = Site::new(&files).replace("no_referrer: [signalement]", &names);
    let said = site.build(&[], &[]);
    for words in [
        "warning[redirect-rules]: the site has 2002 redirects from former addresses; Cloudflare Pages heeds the first 2000",
        "warning[header-rules]: the site needs 113 rules in the file _headers; Cloudflare Pages heeds the first 100",
        "warning[azure-size]: the file staticwebapp.config.json has ",
    ] {
        assert!(said.contains(words), "{words} is not said:\n{said}");
    }
}
