//! The configuration that Rihla writes for nginx, in nginx: the site of `tests/sites/hosting` is
//! built, served at `/` and under `/a/b/`, and asked for.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Where nginx is, or how to get it.
fn nginx() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from))
        .map(|folder| folder.join("nginx"))
        .find(|program| program.is_file())
        .expect("nginx is needed for this test: apt-get install nginx-light, or run ./test")
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

/// A server that ends with the test, also when it panics.
struct Server {
    process: Child,
    port: u16,
    base: &'static str,
    folder: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Builds the site for an address that ends with `base`, and serves it there.
    fn start(base: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/hosting");
        let site = folder.path().join("site");
        for part in ["content", "static", "themes"] {
            copy(&case.join(part), &site.join(part));
        }
        let out = folder.path().join("html").join(base.trim_matches('/'));
        let built = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args(["build", "--quiet", "--messages", "en", "--compress"])
            .args(["--base-url", &format!("https://mission.example.org{base}")])
            .arg("--site")
            .arg(&site)
            .arg("--out")
            .arg(&out)
            .output()
            .expect("the program runs");
        assert!(
            built.status.success(),
            "{}",
            String::from_utf8_lossy(&built.stderr)
        );
        // Another program may take the port before nginx does.
        let mut said = String::new();
        for _ in 0..5 {
            let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
            let port = free.local_addr().expect("its address").port();
            drop(free);
            configure(folder.path(), port);
            let mut process = Command::new(nginx())
                .arg("-p")
                .arg(folder.path())
                .arg("-c")
                .arg(folder.path().join("nginx.conf"))
                .args(["-e", "error.log"])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("nginx starts");
            // Until it listens or has given up.
            while process.try_wait().expect("its state").is_none() {
                if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                    return Self {
                        process,
                        port,
                        base,
                        folder,
                    };
                }
                std::thread::sleep(Duration::from_millis(10));
            }
            said = fs::read_to_string(folder.path().join("error.log")).unwrap_or_default();
        }
        panic!("nginx did not start:\n{said}");
    }

    /// Asks for a path, and gives the answer.
    fn ask(&self, method: &str, path: &str, more: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let limit = Some(Duration::from_secs(60));
        stream.set_read_timeout(limit).expect("a limit");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: mission.example.org\r\nConnection: close\r\n{more}\r\n"
        )
        .expect("it is sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::parse(&bytes)
    }

    /// Asks for an address below the base.
    fn get(&self, address: &str) -> Answer {
        let path = format!("{}{}", self.base, address.trim_start_matches('/'));
        self.ask("GET", &path, "")
    }

    /// The published files of a folder, by name.
    fn published(&self, folder: &str) -> Vec<String> {
        let out = self.folder.path().join("html");
        let folder = out.join(self.base.trim_matches('/')).join(folder);
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

/// A server of its own in a folder of its own: one process, which ends with its id.
fn configure(folder: &Path, port: u16) {
    let at = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("  {name}_temp_path {at}/{name};\n"))
        .concat();
    let text = format!(
        "daemon off;\nmaster_process off;\npid {at}/nginx.pid;\nerror_log {at}/error.log;\n\
         events {{}}\nhttp {{\n{temporary}  access_log off;\n  server {{\n    \
         listen 127.0.0.1:{port};\n    root {at}/html;\n    \
         include {at}/site/.rihla/hosting/nginx.conf;\n  }}\n}}\n"
    );
    fs::write(folder.join("nginx.conf"), text).expect("a file");
}

/// What a server answered.
#[derive(Debug)]
struct Answer {
    status: u16,
    /// Names in lower case.
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8_lossy(&bytes[..end]);
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        Self {
            status: status.and_then(|code| code.parse().ok()).expect("a status"),
            headers: lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// The value of a header; empty where it was not sent. Sent twice, it is wrong.
    fn header(&self, name: &str) -> &str {
        let mut values = self.headers.iter().filter(|(known, _)| known == name);
        let value = values.next().map_or("", |(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} is sent twice: {self:?}");
        value
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Headers of every answer, whatever its status.
const EVERYWHERE: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'",
    ),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("strict-transport-security", "max-age=31536000"),
];

const BRIEFLY: &str = "public, max-age=300, must-revalidate";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
const REFERRER: &str = "strict-origin-when-cross-origin";
const HTML: &str = "text/html; charset=utf-8";

/// One question and what must come back.
struct Expected<'e> {
    address: &'e str,
    status: u16,
    content_type: &'e str,
    cache: &'e str,
    /// `Cross-Origin-Resource-Policy`.
    resource: &'e str,
    /// `Access-Control-Allow-Origin`.
    open: &'e str,
    referrer: &'e str,
    /// Words of the body.
    body: &'e str,
}

const PAGE: Expected = Expected {
    address: "/",
    status: 200,
    content_type: HTML,
    cache: BRIEFLY,
    resource: "same-origin",
    open: "",
    referrer: REFERRER,
    body: "",
};

const FILE: Expected = Expected {
    resource: "",
    ..PAGE
};

fn both(check: fn(&Server)) {
    for base in ["/", "/a/b/"] {
        check(&Server::start(base));
    }
}

/// Compares everything that an answer says.
fn compare(server: &Server, expected: &Expected) {
    let answer = server.get(expected.address);
    let (base, address) = (server.base, expected.address);
    let found = |name: &str| answer.header(name).to_owned();
    assert_eq!(answer.status, expected.status, "{base} {address}");
    for (name, value) in [
        ("content-type", expected.content_type),
        ("cache-control", expected.cache),
        ("cross-origin-resource-policy", expected.resource),
        ("access-control-allow-origin", expected.open),
        ("referrer-policy", expected.referrer),
    ]
    .iter()
    .chain(EVERYWHERE)
    {
        assert_eq!(found(name), *value, "{name} of {base} {address}");
    }
    let text = answer.text();
    assert!(
        text.contains(expected.body),
        "{base} {address} lacks {}:\n{text}",
        expected.body
    );
}

#[test]
fn pages_and_files() {
    both(|server| {
        let assets = server.published("assets");
        let asset = |end: &str| {
            let name = assets.iter().find(|name| name.ends_with(end));
            format!("/assets/{}", name.expect("it is published"))
        };
        let for_good = Expected {
            cache: FOR_GOOD,
            resource: "cross-origin",
            ..FILE
        };
        let open = Expected { open: "*", ..FILE };
        for expected in [
            Expected {
                address: "/",
                body: "<html lang=\"fr\"",
                ..PAGE
            },
            Expected {
                address: "/fr/",
                body: "<h1>Accueil</h1>",
                ..PAGE
            },
            Expected {
                address: "/en/about/",
                body: "<html lang=\"en\"",
                ..PAGE
            },
            Expected {
                address: "/fr/a-propos/index.html",
                body: "<h1>À propos</h1>",
                ..PAGE
            },
            Expected {
                address: "/fr/signalement/",
                referrer: "no-referrer",
                cache: "no-store",
                ..PAGE
            },
            Expected {
                address: "/en/report-misconduct/",
                referrer: "no-referrer",
                cache: "no-store",
                ..PAGE
            },
            Expected {
                address: "/robots.txt",
                content_type: "text/plain; charset=utf-8",
                ..FILE
            },
            Expected {
                address: "/plan.txt",
                body: "bâtiment",
                content_type: "text/plain; charset=utf-8",
                ..FILE
            },
            Expected {
                address: "/sitemap.xml",
                content_type: "application/xml; charset=utf-8",
                ..FILE
            },
            Expected {
                address: "/module.mjs",
                content_type: "text/javascript; charset=utf-8",
                ..FILE
            },
            Expected {
                address: "/.well-known/security.txt",
                content_type: "text/plain; charset=utf-8",
                ..FILE
            },
            Expected {
                address: "/flux/feed.xml",
                content_type: "application/atom+xml; charset=utf-8",
                ..open
            },
            Expected {
                address: "/flux/feed.json",
                content_type: "application/feed+json",
                ..open
            },
            Expected {
                address: "/build.json",
                content_type: "application/json",
                ..open
            },
            Expected {
                address: &asset(".css"),
                content_type: "text/css; charset=utf-8",
                ..for_good
            },
            Expected {
                address: &asset(".svg"),
                content_type: "image/svg+xml; charset=utf-8",
                ..for_good
            },
            Expected {
                address: &asset(".json"),
                content_type: "application/json",
                open: "*",
                ..for_good
            },
            Expected {
                address: &asset(".csv"),
                content_type: "text/csv; charset=utf-8",
                open: "*",
                ..for_good
            },
        ] {
            compare(server, &expected);
        }
    });
}

#[test]
fn what_is_not_there() {
    both(|server| {
        for (address, body) in [
            ("/fr/rien/", "nothing: 404, fr"),
            ("/fr/a-propos/rien.json/", "nothing: 404, fr"),
            ("/en/nothing", "nothing: 404, en"),
            ("/en/404.html", "nothing: 404, en"),
            ("/rien", "nothing: everywhere, fr"),
            ("/fr/~%5Ex$ab(y)%7Cz+/", "nothing: 404, fr"),
            ("/404.html", "nothing: everywhere, fr"),
            ("/assets/rien.0123456789ab.css", "nothing: everywhere, fr"),
            ("/assets/", "nothing: everywhere, fr"),
            ("/flux/", "nothing: everywhere, fr"),
        ] {
            let expected = Expected {
                address,
                status: 404,
                body,
                ..PAGE
            };
            compare(server, &expected);
        }
        for (address, body) in [
            ("/fr/disparu/", "nothing: 404, fr"),
            ("/fr/d'%C3%A9t%C3%A9;%7B%7D/", "nothing: 404, fr"),
            ("/fr/%22a%5Cb%22/", "nothing: 404, fr"),
            ("/fr/$host/$%7Buri%7D/%23/", "nothing: 404, fr"),
            ("/fr/~%5Ex$.*(y)%7Cz+/", "nothing: 404, fr"),
            ("/fr/100%25/", "nothing: 404, fr"),
            ("/perdu.html", "nothing: everywhere, fr"),
        ] {
            let expected = Expected {
                address,
                status: 410,
                body,
                ..PAGE
            };
            compare(server, &expected);
        }
    });
}

#[test]
fn former_addresses_and_folders() {
    both(|server| {
        for (address, to, resource) in [
            ("/fr/qui-sommes-nous/", "fr/a-propos/", "same-origin"),
            ("/en/who-we-are/", "en/about/", "same-origin"),
            ("/fr/pr%C3%A9sentation/", "fr/a-propos/", "same-origin"),
            ("/fr/l'%C3%A9quipe/", "fr/a-propos/", "same-origin"),
            ("/vieux.html", "fr/a-propos/", ""),
            ("/fr/a-propos", "fr/a-propos/", "same-origin"),
            ("/fr", "fr/", ""),
        ] {
            let answer = server.get(address);
            let wanted = format!("{}{to}", server.base);
            assert_eq!(answer.status, 301, "{address}");
            assert_eq!(answer.header("location"), wanted, "{address}");
            for (name, value) in EVERYWHERE.iter().chain(&[
                ("cache-control", BRIEFLY),
                ("referrer-policy", REFERRER),
                ("cross-origin-resource-policy", resource),
            ]) {
                assert_eq!(answer.header(name), *value, "{name} of {address}");
            }
        }
        let bare = server.base.trim_end_matches('/');
        if !bare.is_empty() {
            let answer = server.ask("GET", bare, "");
            assert_eq!(answer.status, 301);
            assert_eq!(answer.header("location"), server.base);
            // What lies beside the site is not the site's.
            let answer = server.ask("GET", "/beside", "");
            assert_eq!(answer.status, 404);
            assert_eq!(answer.header("content-security-policy"), "");
        }
    });
}

#[test]
fn compressed_and_known_already() {
    both(|server| {
        let css = server.published("assets");
        let css = css.iter().find(|name| name.ends_with(".css"));
        let css = format!("assets/{}", css.expect("it is published"));
        for (address, status, content_type, cache) in [
            ("", 200, HTML, BRIEFLY),
            ("fr/a-propos/", 200, HTML, BRIEFLY),
            ("fr/rien/", 404, HTML, BRIEFLY),
            (
                "sitemap.xml",
                200,
                "application/xml; charset=utf-8",
                BRIEFLY,
            ),
            (css.as_str(), 200, "text/css; charset=utf-8", FOR_GOOD),
        ] {
            let path = format!("{}{address}", server.base);
            let plain = server.ask("GET", &path, "");
            let coded = server.ask("GET", &path, "Accept-Encoding: br;q=0.5, gzip\r\n");
            assert_eq!(plain.status, status, "{path}");
            assert_eq!(coded.status, status, "{path}");
            assert_eq!(plain.header("content-encoding"), "", "{path}");
            assert_eq!(coded.header("content-encoding"), "gzip", "{path}");
            assert!(coded.body.len() < plain.body.len(), "{path}");
            let mut text = String::new();
            flate2::read::GzDecoder::new(&*coded.body)
                .read_to_string(&mut text)
                .expect("gzip");
            assert_eq!(text, plain.text(), "{path}");
            for answer in [&plain, &coded] {
                assert_eq!(answer.header("content-type"), content_type, "{path}");
                assert_eq!(answer.header("cache-control"), cache, "{path}");
                assert_eq!(answer.header("vary"), "Accept-Encoding", "{path}");
                for (name, value) in EVERYWHERE {
                    assert_eq!(answer.header(name), *value, "{name} of {path}");
                }
            }
            if status == 200 {
                let known = format!("If-None-Match: {}\r\n", plain.header("etag"));
                let same = server.ask("GET", &path, &known);
                assert_eq!(same.status, 304, "{path}");
                assert_eq!(same.header("cache-control"), cache, "{path}");
            }
        }
    });
}

#[test]
fn what_nobody_may_read() {
    both(|server| {
        let out = server.folder.path().join("html");
        let out = out.join(server.base.trim_matches('/'));
        fs::create_dir_all(out.join("fr/.git")).expect("a folder");
        for secret in [".env", "fr/.git/config", ".htpasswd"] {
            fs::write(out.join(secret), "secret").expect("a file");
            let answer = server.get(secret);
            assert_eq!(answer.status, 404, "{secret}");
            assert!(!answer.text().contains("secret"), "{secret}");
        }
        fs::write(server.folder.path().join("outside.txt"), "secret").expect("a file");
        for path in [
            "/../outside.txt",
            "/../../../outside.txt",
            "/%2e%2e/outside.txt",
            "/..%2foutside.txt",
            "/assets/..%5c..%5coutside.txt",
            "/fr/../../outside.txt",
            "//../outside.txt",
        ] {
            let path = format!("{}{path}", server.base.trim_end_matches('/'));
            let answer = server.ask("GET", &path, "");
            assert!(
                matches!(answer.status, 400 | 404),
                "{path}: {}",
                answer.status
            );
            assert!(!answer.text().contains("secret"), "{path}");
        }
        let answer = server.ask("POST", server.base, "Content-Length: 0\r\n");
        assert_eq!(answer.status, 405);
    });
}
