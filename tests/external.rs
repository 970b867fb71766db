//! Addresses of other sites on built pages, against a server on this machine: what is told of them, where, and when.

#![cfg(feature = "external")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rihla_build::{Options, Program};
use rihla_diagnostics::testing::{self, messages};
use rihla_diagnostics::{Correction, Diagnostic, Severity};
use rihla_editorial::check::{Further, check_further};
use rihla_outside::{Client, Limits, Network};

/// A server that answers paths by what it has been told; everything else is there.
struct Server {
    address: SocketAddr,
    /// What is asked, and of whom.
    asked: Arc<Mutex<Vec<String>>>,
    /// The paths that are gone.
    gone: Arc<Mutex<Vec<&'static str>>>,
    is_over: Arc<AtomicBool>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
    }
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = Self {
            address: listener.local_addr().expect("an address"),
            asked: Arc::default(),
            gone: Arc::default(),
            is_over: Arc::default(),
        };
        let (asked, gone, is_over) = (
            server.asked.clone(),
            server.gone.clone(),
            server.is_over.clone(),
        );
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                if is_over.load(Ordering::SeqCst) {
                    return;
                }
                let mut head = [0; 4096];
                let length = stream.read(&mut head).unwrap_or(0);
                let head = String::from_utf8_lossy(&head[..length]).into_owned();
                let path = head
                    .split_whitespace()
                    .nth(1)
                    .unwrap_or_default()
                    .to_owned();
                let is_head = head.starts_with("HEAD");
                let page = "<!DOCTYPE html><title>T</title><p id=there>";
                let (status, more, body) = match &*path {
                    path if gone.lock().expect("a lock").contains(&path) => {
                        ("404 Not Found", "", "")
                    }
                    "/moved" => ("301 Moved", "Location: /there(1)?a=1&b=2\r\n", ""),
                    "/for-now" => ("302 Found", "Location: /there\r\n", ""),
                    "/busy" => ("429 Too Many", "Retry-After: 7200\r\n", ""),
                    "/refuses" => ("403 Forbidden", "", ""),
                    "/page" => ("200 OK", "Content-Type: text/html\r\n", page),
                    _ => ("200 OK", "", ""),
                };
                asked.lock().expect("a lock").push(path);
                let body = if is_head { "" } else { body };
                let length = body.len();
                let text = format!(
                    "HTTP/1.1 {status}\r\n{more}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                );
                let _ = stream.write_all(text.as_bytes());
            }
        });
        server
    }

    /// What has been asked since somebody looked last, in order of paths.
    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().expect("a lock"));
        asked.sort();
        asked.dedup();
        asked
    }
}

/// A site of some files, on a network in which every name is the server's, or none is known.
struct Desk {
    folder: tempfile::TempDir,
    server: Server,
    is_cut_off: bool,
}

const SITE: &str = "edition: 1\ntitle: T\nbase_url: \"https://own.test/\"\ntheme: plain\nlanguages: [{tag: fr, name: \"Français\"}]\n";

impl Desk {
    fn new(site: &str, home: &str) -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
            server: Server::start(),
            is_cut_off: false,
        };
        for (path, bytes) in testing::files("tests/themes/plain").iter() {
            desk.put(&format!("themes/plain/{path}"), bytes);
        }
        desk.put("content/site.yaml", &format!("{SITE}{site}"));
        desk.put(
            "content/_index.fr.md",
            &format!("---\ntitle: Accueil\n---\n{home}\n"),
        );
        desk
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(path)).expect("a file")
    }

    /// What is told at a moment of addresses of other sites.
    fn check(&self, now: &str) -> Vec<Diagnostic> {
        let options = Options {
            site: self.folder.path().to_owned(),
            out: self.folder.path().join("public"),
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
            now: now.parse().expect("a moment"),
        };
        let (address, is_cut_off) = (self.server.address, self.is_cut_off);
        let names = move |_: &str, _: u16| match is_cut_off {
            true => Err(io::Error::other(
                "failed to lookup address information: Name or service not known",
            )),
            false => Ok(vec![address]),
        };
        let limits = Limits {
            connect: Duration::from_secs(2),
            patience: Duration::ZERO,
            ..Limits::default()
        };
        let client = Client::on_network("Rihla-test", limits, Network::of(names, &[address]));
        let further = Further {
            external: Some(&client),
            ..Further::default()
        };
        let outcome = check_further(&options, further, &|_| {});
        let mut found = outcome.diagnostics;
        found.retain(|found| found.message.code.starts_with("external"));
        found
    }

    /// The same in words: severity, code, place, address.
    fn said(&self, now: &str) -> Vec<String> {
        let found = self.check(now);
        let said = found.iter().map(|found| {
            let place = found.place.as_ref().map_or("", |place| &*place.path);
            let severity = match found.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "advice",
            };
            let address = found.values.iter().find(|(name, _)| *name == "address");
            let address = address.map_or("", |(_, value)| value.as_text());
            format!("{severity} {} {place} {address}", found.message.code)
        });
        said.collect()
    }
}

const MONDAY: &str = "2026-11-30T09:00:00Z";
const LATER: &str = "2026-11-30T22:00:00Z";
const TUESDAY: &str = "2026-12-01T09:00:00Z";

#[test]
fn what_does_not_answer_is_advice_on_the_first_day_and_an_error_on_another() {
    let desk = Desk::new("", "[a](https://a.test/gone) [b](https://a.test/there)");
    desk.server.gone.lock().expect("a lock").push("/gone");
    // TLS is spoken by nobody here: plain addresses.
    let desk = {
        desk.put(
            "content/_index.fr.md",
            "---\ntitle: Accueil\n---\n[a](http://a.test/gone) [b](http://a.test/there)\n",
        );
        desk
    };
    let dead = |severity: &str| {
        vec![format!(
            "{severity} external-link content/_index.fr.md http://a.test/gone"
        )]
    };
    assert_eq!(desk.said(MONDAY), dead("advice"));
    assert_eq!(desk.server.asked(), ["/gone", "/there"]);
    // Asked again on the same day, it is as new; what answered is believed.
    assert_eq!(desk.said(LATER), dead("advice"));
    assert_eq!(desk.server.asked(), ["/gone"]);
    assert_eq!(desk.said(TUESDAY), dead("error"));
    let text = desk.check(TUESDAY)[0].text(messages("en"));
    assert!(
        text.contains("the server answers 404") && text.contains("30"),
        "{text}"
    );
    // It is there again, and what was is forgotten.
    desk.server.gone.lock().expect("a lock").clear();
    assert_eq!(desk.said("2026-12-02T09:00:00Z"), [""; 0]);
    desk.server
        .gone
        .lock()
        .expect("a lock")
        .extend(["/gone", "/there"]);
    desk.server.asked();
    assert_eq!(desk.said("2026-12-03T09:00:00Z"), [""; 0]);
    assert_eq!(desk.server.asked(), [""; 0]);
    // After some days all are asked again; a failure is new.
    let found = desk.said("2026-12-15T09:00:00Z");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found
            .iter()
            .all(|found| found.starts_with("advice external-link")),
        "{found:?}"
    );
}

#[test]
fn what_has_moved_is_corrected_everywhere_at_once() {
    let link = "[a](http://a.test/moved#there)";
    let desk = Desk::new(
        "menus:\n  main:\n    - {title: \"A\", url: \"http://a.test/moved#there\"}\n",
        &format!(
            "{link} et [c](http://a.test/for-now), [d](http://a.test/moved/not)\n\n```\n{link}\n```\n"
        ),
    );
    desk.put(
        "content/page.fr.md",
        "---\ntitle: Page\n---\n<http://a.test/moved#there>\n",
    );
    let found = desk.check(MONDAY);
    assert_eq!(found.len(), 1, "{found:?}");
    let found = &found[0];
    assert_eq!(found.message.code, "external-moved");
    let place = found.place.as_ref().expect("a place");
    let mut places: Vec<&str> = vec![&place.path];
    places.extend(found.related.iter().map(|related| &*related.place.path));
    assert_eq!(
        places,
        [
            "content/_index.fr.md",
            "content/page.fr.md",
            "content/site.yaml"
        ]
    );
    let [Correction::Edits(edits)] = &found.corrections[..] else {
        panic!("{found:?}");
    };
    for edit in edits.iter().rev() {
        let path = edit.path.as_ref().unwrap_or(&place.path);
        let mut text = desk.text(path);
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
        desk.put(path, &text);
    }
    let to = "http://a.test/there%281%29?a=1&b=2#there";
    let home = desk.text("content/_index.fr.md");
    assert!(home.contains(&format!("[a]({to}) et")), "{home}");
    assert!(home.contains(&format!("```\n{link}\n```")), "{home}");
    assert!(
        desk.text("content/site.yaml")
            .contains(&format!("url: \"{to}\""))
    );
    // The page at the end is none of HTML: nothing is said of its parts, and nothing further of the address.
    assert_eq!(desk.said(MONDAY), [""; 0]);
}

#[test]
fn what_is_not_known_is_not_said_to_be_dead() {
    let desk = Desk::new(
        "",
        "[a](http://a.test/busy) [b](http://b.test/refuses) [c](http://c.test/page#none) [d](http://c.test/page#there)",
    );
    let expected = [
        "advice external-unknown content/_index.fr.md http://a.test/busy",
        "advice external-unknown content/_index.fr.md http://b.test/refuses",
        "advice external-fragment content/_index.fr.md http://c.test/page#none",
    ];
    assert_eq!(desk.said(MONDAY), expected);
    desk.server.asked();
    // Who asks to be left alone for two hours is.
    assert_eq!(desk.said("2026-11-30T10:00:00Z"), expected);
    assert_eq!(desk.server.asked(), ["/refuses"]);
    assert_eq!(desk.said("2026-11-30T11:00:01Z"), expected);
    assert_eq!(desk.server.asked(), ["/busy", "/refuses"]);
}

#[test]
fn some_addresses_are_never_asked() {
    let desk = Desk::new(
        "links:\n  skip:\n    - {address: \"http://skipped.test/*\", reason: \"refuses programs\"}\n    - {address: \"http://unused.test/\", reason: \"x\"}\n",
        "[a](http://skipped.test/a) [b](http://10.0.0.1/) [c](http://localhost:8080/) [d](mailto:a@b.org) [e](mailto:nobody) \
         [f](tel:+212537000000) [g](https://own.test/fr/)",
    );
    assert_eq!(
        desk.said(MONDAY),
        [
            "warning external-inside content/_index.fr.md http://10.0.0.1/",
            "warning external-inside content/_index.fr.md http://localhost:8080/",
            "error external-form content/_index.fr.md mailto:nobody",
            "warning external-skip-unused content/site.yaml http://unused.test/",
        ]
    );
    assert_eq!(desk.server.asked(), [""; 0]);
}

#[test]
fn a_machine_without_network_says_it_once() {
    let links = (0..40).map(|number| format!("[a](http://a-{number}.test/) "));
    let mut desk = Desk::new("", &links.collect::<String>());
    desk.is_cut_off = true;
    assert_eq!(desk.said(MONDAY), ["warning external-offline  "]);
    assert_eq!(desk.said(TUESDAY), ["warning external-offline  "]);
    // Nothing was noted of any of them.
    desk.is_cut_off = false;
    assert_eq!(desk.said(TUESDAY), [""; 0]);
}

#[test]
fn what_was_kept_is_not_trusted() {
    let desk = Desk::new("", "[a](http://a.test/there)");
    for text in [
        "",
        "{",
        "{\"version\":9}",
        "[1]",
        "{\"version\":1,\"addresses\":{\"http://a.test/there\":1}}",
    ] {
        desk.put(".rihla/external.json", text);
        assert_eq!(desk.said(MONDAY), [""; 0], "{text}");
        assert_eq!(desk.server.asked(), ["/there"], "{text}");
    }
}

#[test]
fn findings_weigh_and_are_silenced_as_others() {
    let settings = "check:\n  rules: {external-form: warn}\n  silences:\n    - {rule: external-inside, where: \"/fr/\", reason: \"x\"}\n";
    let desk = Desk::new(settings, "[b](http://10.0.0.1/) [e](mailto:nobody)");
    assert_eq!(
        desk.said(MONDAY),
        ["warning external-form content/_index.fr.md mailto:nobody"]
    );
}
