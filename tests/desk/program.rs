//! The program, over a copy of a site, and requests as a browser sends them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use super::files;

/// A desk, ended when it is dropped.
pub struct Program {
    child: Child,
    /// Kept for as long as the program runs.
    _folder: tempfile::TempDir,
    /// The site.
    pub site: PathBuf,
    /// Address and port.
    pub host: String,
    /// What lets a browser in, once.
    pub token: String,
    /// The key of a session.
    pub session: String,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u64,
    /// What stands before the body.
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }
}

impl Program {
    /// Copies a site and opens its desk.
    pub fn start(site: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let copy = folder.path().join("site");
        for (path, bytes) in files(site) {
            let path = copy.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a copy");
        }
        let (child, host, token) = run(&copy);
        let mut program = Self {
            child,
            _folder: folder,
            site: copy,
            host,
            token,
            session: String::new(),
        };
        program.enter();
        program
    }

    /// Ends the program at once, as the machine might, and opens the desk again.
    pub fn again(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        (self.child, self.host, self.token) = run(&self.site);
        self.enter();
    }

    fn enter(&mut self) {
        let answer = self.post("session", &json!({"token": self.token}));
        assert_eq!(answer.status, 200, "{answer:?}");
        self.session = answer.json()["session"].as_str().expect("a key").to_owned();
    }

    /// Asks for something as a page of the desk does.
    pub fn post(&self, name: &str, body: &Value) -> Answer {
        self.post_bytes(name, &[], body.to_string().as_bytes())
    }

    /// The same, of bytes and with more headers.
    pub fn post_bytes(&self, name: &str, more: &[(&str, &str)], body: &[u8]) -> Answer {
        let origin = format!("http://{}", self.host);
        let mut headers = vec![
            ("Host", &*self.host),
            ("Origin", &*origin),
            ("Sec-Fetch-Site", "same-origin"),
            ("Rihla-Session", &*self.session),
            ("Accept-Language", "fr"),
        ];
        headers.extend(more);
        self.send("POST", &format!("/api/{name}"), &headers, body)
    }

    /// Sends a request.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.host).expect("the desk");
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes()).expect("a request");
        // Who is refused is not listened to until the end.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or(answer.len());
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Answer {
            status: status.unwrap_or_default(),
            body: answer.get(end + 4..).unwrap_or_default().to_vec(),
            head,
        }
    }
}

/// Opens the desk of a site, and gives its address and the token in it.
#[expect(clippy::zombie_processes, reason = "whoever has the program ends it")]
fn run(site: &Path) -> (Child, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args([
            "edit",
            "--no-open",
            "--port",
            "0",
            "--messages",
            "fr",
            "--site",
        ])
        .arg(site)
        .env_remove("RIHLA_BASE_URL")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stderr.take().expect("what it says")).lines();
    let mut said = String::new();
    loop {
        let line = lines
            .next()
            .unwrap_or_else(|| panic!("it ended: {said}"))
            .expect("a line");
        said.push_str(&line);
        if let Some((_, rest)) = line.split_once("http://") {
            let (host, token) = rest.split_once("/#token=").expect("a token");
            let (host, token) = (host.to_owned(), token.trim().to_owned());
            // Nothing that it says later may fill the pipe.
            std::thread::spawn(move || lines.for_each(drop));
            return (child, host, token);
        }
    }
}
