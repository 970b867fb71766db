//! Who is not let in.

use serde_json::json;

use crate::program::Program;
use crate::{cases, files};

fn program() -> Program {
    Program::start(&cases().join("../site"))
}

#[test]
fn whoever_is_not_its_page_is_refused() {
    let program = program();
    let origin = format!("http://{}", program.host);
    let good = [
        ("Host", &*program.host),
        ("Origin", &*origin),
        ("Sec-Fetch-Site", "same-origin"),
        ("Rihla-Session", &*program.session),
    ];
    let post = |headers: &[(&str, &str)]| program.send("POST", "/api/list", headers, b"{}").status;
    assert_eq!(post(&good), 200);
    let with = |name: &'static str, value: Option<&'static str>| -> Vec<(&str, &str)> {
        let others = good.iter().copied().filter(|(known, _)| *known != name);
        others.chain(value.map(|value| (name, value))).collect()
    };
    for (name, value, status) in [
        ("Host", Some("rebound.example"), 403),
        ("Host", Some("localhost"), 403),
        ("Host", None, 403),
        ("Origin", None, 403),
        ("Origin", Some("null"), 403),
        ("Origin", Some("http://127.0.0.1:1"), 403),
        ("Sec-Fetch-Site", None, 403),
        ("Sec-Fetch-Site", Some("same-site"), 403),
        ("Sec-Fetch-Site", Some("none"), 403),
        ("Rihla-Session", None, 401),
        ("Rihla-Session", Some(""), 401),
        (
            "Rihla-Session",
            Some("00000000000000000000000000000000"),
            401,
        ),
    ] {
        let status = match (name, value) {
            // Without a host, a request is none (RFC 9112, section 3.2).
            ("Host", None) => post(&with(name, value)).max(400).min(status),
            _ => post(&with(name, value)),
        };
        assert!(
            [401, 403, 400].contains(&status),
            "{name} {value:?}: {status}"
        );
    }
    // A token is used up, and a key is none.
    for token in [&program.token, &program.session, "", "0"] {
        let mut others = with("Rihla-Session", None);
        others.push(("Rihla-Session", "x"));
        let body = json!({"token": token}).to_string();
        let answer = program.send("POST", "/api/session", &others, body.as_bytes());
        assert_eq!(answer.status, 401, "{token}");
    }
    // What reads is asked for like what writes.
    assert_eq!(program.send("GET", "/api/list", &good, b"").status, 405);
}

#[test]
fn its_page_says_nothing_of_the_site() {
    let program = program();
    let answer = program.send(
        "GET",
        "/",
        &[("Host", &*program.host), ("Accept-Language", "fr")],
        b"",
    );
    assert_eq!(answer.status, 200);
    let html = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(html.contains("<html lang=\"fr\">"), "{html}");
    for name in ["Phare", "un-accord", "news/accord", &program.session] {
        assert!(!html.contains(name), "{name} is in {html}");
    }
    let policy = "content-security-policy: default-src 'none'; script-src 'self'";
    assert!(answer.head.contains(policy), "{}", answer.head);
    for name in ["Sec-Fetch-Site: cross-site", "Host: rebound.example"] {
        let (name, value) = name.split_once(": ").expect("a header");
        let host = ("Host", &*program.host);
        let headers = match name {
            "Host" => vec![(name, value)],
            _ => vec![host, (name, value)],
        };
        assert_eq!(
            program.send("GET", "/", &headers, b"").status,
            403,
            "{name}"
        );
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let program = program();
    let outside = program.site.parent().expect("a folder").join("secret.txt");
    std::fs::write(&outside, "secret").expect("a file");
    let before = files(program.site.parent().expect("a folder"));
    for file in [
        "../../../secret.txt",
        "/../secret.txt",
        "..%2f..%2fsecret.txt",
        "/etc/passwd",
        "//etc/passwd",
        "\0",
        "/.rihla/status",
    ] {
        let answer = program.post("file", &json!({"id": "news/accord", "file": file}));
        assert_eq!(answer.status, 404, "{file}: {answer:?}");
    }
    for id in ["../secret", "..", "/etc/passwd", "\0", "", "content/site"] {
        let answer = program.post("entry", &json!({"id": id}));
        assert_eq!(answer.status, 422, "{id}: {answer:?}");
        let answer = program.post(
            "check",
            &json!({"id": id, "values": {"title": {"fr": "x"}}, "bodies": {}}),
        );
        assert_eq!(answer.status, 422, "{id}: {answer:?}");
        let answer = program.post("remove", &json!({"id": id}));
        assert_eq!(answer.status, 422, "{id}: {answer:?}");
    }
    let origin = format!("http://{}", program.host);
    for (id, name) in [
        ("news/accord", "../../../x.txt"),
        ("news/accord", "%2e%2e%2fx.txt"),
        ("news/accord", "/etc/x.txt"),
        ("..", "x.txt"),
    ] {
        let headers = [
            ("Host", &*program.host),
            ("Origin", &*origin),
            ("Sec-Fetch-Site", "same-origin"),
            ("Rihla-Session", &*program.session),
            ("Rihla-Entry", id),
            ("Rihla-Name", name),
        ];
        let answer = program.send("POST", "/api/picture", &headers, b"words");
        let inside = answer.json()["file"]
            .as_str()
            .is_none_or(|file| !file.contains('/'));
        assert!(inside, "{name}: {answer:?}");
    }
    let after = files(program.site.parent().expect("a folder"));
    let new: Vec<&String> = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .collect();
    assert!(
        new.iter()
            .all(|path| path.starts_with("site/content/news/")),
        "{new:?}"
    );
}

#[test]
fn what_is_no_request_breaks_nothing() {
    let program = program();
    let origin = format!("http://{}", program.host);
    let headers = [
        ("Host", &*program.host),
        ("Origin", &*origin),
        ("Sec-Fetch-Site", "same-origin"),
        ("Rihla-Session", &*program.session),
    ];
    for name in [
        "list", "entry", "check", "save", "new", "remove", "accept", "undo", "paste", "file",
        "find", "discard",
    ] {
        for body in [
            "",
            "{",
            "[]",
            "null",
            "{\"id\": 7}",
            "{\"id\": {}}",
            "\u{ff}",
        ] {
            let answer = program.send("POST", &format!("/api/{name}"), &headers, body.as_bytes());
            assert!(
                [200, 400, 422].contains(&answer.status),
                "{name} {body}: {answer:?}"
            );
        }
    }
    // A value of another shape than its field.
    let opened = program.post("entry", &json!({"id": "news/accord"})).json();
    for value in [
        json!(1),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!({"fr": {"x": 1}}),
        json!([null]),
        json!("\0"),
    ] {
        let values = json!({"title": value, "date": value, "image": value, "contacts": value, "partners": value});
        let sent = json!({"id": "news/accord", "version": opened["version"], "values": values, "bodies": {}});
        let answer = program.post("check", &sent);
        assert!([200, 422].contains(&answer.status), "{value}: {answer:?}");
    }
    assert_eq!(program.post("list", &json!({})).status, 200);
}
