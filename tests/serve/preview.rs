//! A preview that runs, and a browser that knows nothing but HTTP/1.1.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long something may take before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A running preview of a copy of the site of `tests/preview`.
pub struct Preview {
    child: Child,
    folder: tempfile::TempDir,
    said: Receiver<String>,
    heard: Vec<String>,
    pub address: String,
    pub port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Copies a file, or a folder with all in it.
pub fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

/// A copy of the site of `tests/preview`.
pub fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/preview");
    copy(&from, folder.path());
    folder
}

impl Preview {
    /// A preview of a fresh copy on a port that is free.
    pub fn start(arguments: &[&str]) -> Self {
        Self::of(site(), arguments)
    }

    /// A preview of a folder.
    pub fn of(folder: tempfile::TempDir, arguments: &[&str]) -> Self {
        let program = Command::new(env!("CARGO_BIN_EXE_rihla"));
        Self::by(program, folder, arguments)
    }

    /// A preview of a folder, by a command that becomes the program.
    pub fn by(mut program: Command, folder: tempfile::TempDir, arguments: &[&str]) -> Self {
        let mut child = program
            .args(["serve", "--site"])
            .arg(folder.path())
            .args(if arguments.contains(&"--port") {
                &[][..]
            } else {
                &["--port", "0"][..]
            })
            .args(arguments)
            .env_remove("RIHLA_BASE_URL")
            // The terminal is spoken to in English, each page in its language.
            .env("LC_ALL", "C")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        let (sender, said) = std::sync::mpsc::channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let mut preview = Self {
            child,
            folder,
            said,
            heard: Vec::new(),
            address: String::new(),
            port: 0,
        };
        let line = preview.hear(": http://");
        let mut words = line.split(' ');
        let address = words.find(|word| word.starts_with("http://"));
        let address = address.expect("an address").to_owned();
        let port = address.rsplit_once(':').expect("a port").1;
        preview.port = port[..port.find('/').expect("a path")]
            .parse()
            .expect("a number");
        preview.address = address;
        preview
    }

    /// The path of a file of the site.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The text of a file of the site.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a text")
    }

    /// Writes a file of the site in one go.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Replaces words in a file of the site.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no “{from}”");
        self.write(path, &text.replace(from, to));
    }

    /// Waits for a line of the terminal with these words.
    pub fn hear(&mut self, words: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.said.recv_timeout(left) {
                Ok(line) => {
                    self.heard.push(line.clone());
                    if line.contains(words) {
                        return line;
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("“{words}” was not said:\n{}", self.heard.join("\n"))
                }
            }
        }
    }

    /// Everything that has been heard so far.
    pub fn heard(&self) -> String {
        self.heard.join("\n")
    }

    /// Waits for the end of the program, and gives its exit code.
    pub fn end(&mut self) -> Option<i32> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().expect("the program") {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the program does not end");
    }

    /// The id of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the preview");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream
    }

    /// Sends a request as it stands.
    pub fn send(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer to {request}"));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Answer {
            status: status.expect("a status"),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// Asks for a path, with further headers.
    pub fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = format!("GET {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            request.push_str(&format!("Host: 127.0.0.1:{}\r\n", self.port));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        self.send(&request)
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Answer {
        self.ask(path, &[])
    }

    /// Listens to changes; the state at the beginning has been heard.
    pub fn events(&self) -> Events {
        let mut stream = self.connect();
        let request = format!(
            "GET /_rihla/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n",
            self.port
        );
        stream.write_all(request.as_bytes()).expect("a request");
        let mut events = Events {
            lines: BufReader::new(stream),
            generation: 0,
        };
        events.next();
        events
    }
}

/// Server-sent events, line by line.
pub struct Events {
    lines: BufReader<TcpStream>,
    pub generation: u64,
}

impl Events {
    /// The next state of the site.
    pub fn next(&mut self) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            // Lines that only keep the connection come again and again.
            assert!(Instant::now() < end, "there is no new state");
            let mut line = String::new();
            let read = self.lines.read_line(&mut line).expect("an event");
            assert!(read > 0, "the connection ended");
            if let Some(data) = line.strip_prefix("data:") {
                let value: Value = serde_json::from_str(data).expect("JSON");
                self.generation = value["generation"].as_u64().expect("a number");
                return value;
            }
        }
    }

    /// Waits until a page fulfils a condition, asking again with each new state.
    pub fn until(
        &mut self,
        preview: &Preview,
        path: &str,
        holds: impl Fn(&Answer) -> bool,
    ) -> Answer {
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = preview.get(path);
            if holds(&answer) {
                let text = answer.text();
                let generation = text.split("data-generation=\"").nth(1);
                let generation = generation.and_then(|rest| rest.split('"').next()?.parse().ok());
                self.generation = generation.expect("the generation of the page");
                return answer;
            }
            assert!(
                Instant::now() < end,
                "{path} stays as it is:\n{}",
                answer.text()
            );
            self.next();
        }
    }
}
