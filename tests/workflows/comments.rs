//! The comment on a change: written once, written anew with the change, and nobody else’s touched.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use serde_json::{Value as Json, json};

use crate::github;
use crate::gitlab::{self, PROPOSAL};
use crate::world::World;

/// What begins the text of the comment.
const MARK: &str = "<!-- rihla changes -->\n";

/// The key that the host takes.
const KEY: &str = "a-secret-of-the-job";

/// The comments on one change, and a host on the loopback that tells and takes them as both
/// interfaces do: GitHub’s of an issue, GitLab’s notes of a merge request.
struct Comments {
    at: SocketAddr,
    all: Arc<Mutex<Vec<Json>>>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// A comment of a person, who may say anything.
fn of_person(text: &str) -> Json {
    json!({"user": {"type": "User"}, "author": {"id": 5}, "body": text})
}

impl Comments {
    /// A change on which people have said so much.
    fn new(said: &[Json]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("an address");
        let all = Arc::new(Mutex::new(Vec::new()));
        for comment in said {
            add(&mut all.lock().expect("a lock"), comment.clone());
        }
        let is_over = Arc::new(AtomicBool::new(false));
        let (shared, over) = (all.clone(), is_over.clone());
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if over.load(Ordering::SeqCst) {
                    return;
                }
                answer(&stream, &mut shared.lock().expect("a lock"));
            }
        });
        Self {
            at,
            all,
            is_over,
            thread: Some(thread),
        }
    }

    /// The texts, in their order.
    fn texts(&self) -> Vec<String> {
        let all = self.all.lock().expect("a lock");
        let texts = all.iter().filter_map(|comment| comment["body"].as_str());
        texts.map(str::to_owned).collect()
    }
}

impl Drop for Comments {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.at);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn add(all: &mut Vec<Json>, mut comment: Json) {
    comment["id"] = (all.len() + 1).into();
    all.push(comment);
}

fn answer(mut stream: &TcpStream, all: &mut Vec<Json>) {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    };
    let request = line();
    let (mut length, mut has_key) = (0, false);
    loop {
        let header = line();
        let Some((name, value)) = header.split_once(": ") else {
            break;
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().expect("a length"),
            "authorization" => has_key |= value == format!("Bearer {KEY}"),
            "private-token" => has_key |= value == KEY,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    let text = || serde_json::from_slice::<Json>(&body).expect("JSON")["body"].clone();
    let mut words = request.split(' ');
    let (method, target) = (
        words.next().expect("a method"),
        words.next().expect("a path"),
    );
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let comments = [
        "/repos/mission/site/issues/1/comments",
        "/projects/7/merge_requests/1/notes",
    ];
    let one = ["/repos/mission/site/issues/comments/", comments[1]]
        .iter()
        .find_map(|folder| {
            path.strip_prefix(folder)?
                .trim_start_matches('/')
                .parse()
                .ok()
        });
    let (status, answer) = match (has_key, method, one) {
        (false, ..) => ("403 Forbidden", json!({"message": "no"})),
        (_, "GET", _) if path == "/user" => ("200 OK", json!({"id": 9})),
        (_, "GET", None) if comments.contains(&path) => {
            let number = |name: &str| -> usize {
                let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
                let found = pairs.rev().find(|(key, _)| *key == name);
                found.expect("a number").1.parse().expect("a number")
            };
            let (size, page) = (number("per_page"), number("page"));
            let some: Vec<&Json> = all.iter().skip(size * (page - 1)).take(size).collect();
            ("200 OK", json!(some))
        }
        (_, "POST", None) if comments.contains(&path) => {
            let made = json!({"user": {"type": "Bot"}, "author": {"id": 9}, "body": text()});
            add(all, made.clone());
            ("201 Created", made)
        }
        (_, "PATCH" | "PUT", Some(number)) => {
            let number: usize = number;
            all[number - 1]["body"] = text();
            ("200 OK", all[number - 1].clone())
        }
        _ => ("404 Not Found", json!({"message": request})),
    };
    let answer = answer.to_string();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}",
        answer.len()
    )
    .expect("an answer");
}

/// A page of the site, with a title.
fn page(title: &str) -> String {
    format!("---\ntitle: \"{title}\"\nlanguages: [fr]\n---\nTexte.\n")
}

fn program() -> (&'static str, String) {
    ("RIHLA", env!("CARGO_BIN_EXE_rihla").to_owned())
}

/// What a run on a host says of a change: whether its job ended well, and what it printed.
type Play<'a> = &'a dyn Fn(&World, &[(&str, String)]) -> (bool, String);

fn on_github(world: &World, variables: &[(&str, String)]) -> (bool, String) {
    let run = github::play(world, "refs/pull/1/merge", variables, &|_| {});
    (run.jobs["comment"] == "success", run.said)
}

fn on_gitlab(world: &World, variables: &[(&str, String)]) -> (bool, String) {
    let run = gitlab::play(world, PROPOSAL, "origin/proposal", variables);
    (run.jobs["comment"], run.said)
}

fn one_comment_follows_the_change(play: Play, api: &str) {
    let world = World::small();
    // More than one page of them, and one that quotes the mark.
    let mut said: Vec<Json> = (0..120)
        .map(|n| of_person(&format!("Remark {n}")))
        .collect();
    said[3] = of_person(&format!("{MARK}I quote"));
    let comments = Comments::new(&said);
    let variables = [
        program(),
        (
            "PREVIEW_URL",
            "https://preview.example.org/{number}/".to_owned(),
        ),
        ("COMMENT_TOKEN", KEY.to_owned()),
        (api, format!("http://{}", comments.at)),
    ];
    for (title, address) in [
        ("Un essai", "/fr/un-essai/"),
        ("Une autre", "/fr/une-autre/"),
    ] {
        world.propose(&[("content/essai.fr.md", &page(title))]);
        let (is_good, printed) = play(&world, &variables);
        assert!(is_good, "{printed}");
        assert!(!printed.contains(KEY), "{printed}");
        let texts = comments.texts();
        assert_eq!(texts.len(), 121, "{texts:?}");
        assert_eq!(texts[3], format!("{MARK}I quote"));
        let link = format!("- {title} ([`{address}`](<https://preview.example.org/1{address}>))");
        assert!(texts[120].starts_with(MARK), "{}", texts[120]);
        assert!(texts[120].contains(&link), "{}", texts[120]);
    }
}

#[test]
fn one_comment_follows_the_change_on_github() {
    one_comment_follows_the_change(&on_github, "GITHUB_API_URL");
}

#[test]
fn one_comment_follows_the_change_on_gitlab() {
    one_comment_follows_the_change(&on_gitlab, "CI_API_V4_URL");
}

#[test]
fn a_host_that_refuses_is_told_and_no_key_is_needed() {
    let world = World::small();
    let comments = Comments::new(&[]);
    world.propose(&[("content/essai.fr.md", &page("Un essai"))]);
    let api = ("CI_API_V4_URL", format!("http://{}", comments.at));
    let wrong = ("COMMENT_TOKEN", "another".to_owned());
    let (is_good, printed) = on_gitlab(&world, &[program(), api.clone(), wrong]);
    assert!(
        !is_good && printed.contains("refuses the comment: 403"),
        "{printed}"
    );
    let (is_good, printed) = on_gitlab(&world, &[program(), api]);
    assert!(is_good && printed.contains("no COMMENT_TOKEN"), "{printed}");
    assert!(comments.texts().is_empty());
}
