//! A forge on the disk: a repository that has this site, clones of it, and a folder that a host
//! would serve.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use rihla_diagnostics::Span;
use rihla_text::yaml::{self, Node, Value};
use serde_json::Value as Json;

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A YAML file of the project; every scalar is a text.
pub fn read_yaml(path: &str) -> Json {
    let text = fs::read_to_string(root().join(path)).expect("a file");
    let (node, diagnostics) = yaml::parse(&path.into(), &text, Span::new(0, text.len()));
    assert!(diagnostics.is_empty(), "{path}: {diagnostics:?}");
    json(&node.expect("YAML"))
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar(scalar) => Json::from(scalar.text.as_str()),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(map) => map
            .iter()
            .map(|(key, node)| (key.name.clone(), json(node)))
            .collect(),
    }
}

/// A text of a YAML file.
pub fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

pub fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(from, to).expect("a file");
    }
}

/// Takes a file or folder to a place, in place of what is there.
pub fn take(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
    fs::rename(from, to).expect("a file or folder");
}

/// The outcome of a run of a shell.
#[derive(Debug)]
pub struct Ran {
    pub is_good: bool,
    /// Standard output, then standard error.
    pub said: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            is_good: output.status.success(),
            said: text(&output.stdout) + &text(&output.stderr),
        }
    }
}

/// The forge.
pub struct World {
    folder: tempfile::TempDir,
    clones: Cell<usize>,
}

impl World {
    /// A forge whose repository has the site of the project as it is, and no ledger yet.
    pub fn of_the_mission() -> Self {
        Self::with(|seed| {
            for part in ["content", "static", "themes"] {
                copy(&root().join(part), &seed.join(part));
            }
        })
    }

    /// A forge whose repository has a site of a few pages, and no ledger yet.
    pub fn small() -> Self {
        Self::with(|seed| {
            let themes = root().join("tests/themes");
            copy(&themes.join("plain"), &seed.join("themes/plain"));
            copy(&themes.join("site.yaml"), &seed.join("content/site.yaml"));
            for (name, title) in [
                ("_index.fr", "Accueil"),
                ("_index.en", "Home"),
                ("contact.fr", "Contact"),
                ("contact.en", "Contact us"),
            ] {
                let text = format!("---\ntitle: \"{title}\"\n---\n{title}.\n");
                fs::write(seed.join(format!("content/{name}.md")), text).expect("a file");
            }
        })
    }

    fn with(fill: impl FnOnce(&Path)) -> Self {
        let world = Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
            clones: Cell::new(0),
        };
        fs::create_dir(world.path("home")).expect("a folder");
        fs::create_dir(world.path("online")).expect("a folder");
        // What is thrown away a moment later need not reach the disk, nor be tended.
        let config = "[core]\n\tfsync = none\n[maintenance]\n\tauto = false\n\
                      [init]\n\ttemplateDir = \n";
        fs::write(world.path("home/.gitconfig"), config).expect("a file");
        let remote = world.remote();
        world.git(
            &world.path(""),
            &["init", "-q", "--bare", "-b", "main", &remote],
        );
        let seed = world.path("seed");
        for part in [
            ".ci",
            "src/builtin/init/common/.ci",
            ".gitignore",
            "Cargo.toml",
        ] {
            copy(&root().join(part), &seed.join(part));
        }
        fill(&seed);
        world.git(&seed, &["init", "-q", "-b", "main"]);
        world.git(&seed, &["add", "-A"]);
        world.git(&seed, &["commit", "-q", "-m", "The site"]);
        world.git(&seed, &["push", "-q", &remote, "main"]);
        world
    }

    /// A path of the forge.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The repository.
    pub fn remote(&self) -> String {
        self.path("origin.git").display().to_string()
    }

    /// The environment of every command: that of no person.
    fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(program);
        let path = std::env::var_os("PATH").unwrap_or_default();
        command
            .current_dir(folder)
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.path("home"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .stdin(Stdio::null());
        command
    }

    /// Runs git as a person would, and gives what it prints.
    pub fn git(&self, folder: &Path, arguments: &[&str]) -> String {
        let output = self
            .command("git", folder)
            .args([
                "-c",
                "user.name=Writer",
                "-c",
                "user.email=writer@localhost",
            ])
            .args(arguments)
            .output()
            .expect("git runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8(output.stdout)
            .expect("UTF-8")
            .trim_end()
            .to_owned()
    }

    /// A fresh clone, at a commit or branch.
    pub fn clone_at(&self, reference: &str) -> PathBuf {
        self.clones.set(self.clones.get() + 1);
        let folder = self.path(&format!("clone-{}", self.clones.get()));
        self.git(
            &self.path(""),
            &[
                "clone",
                "-q",
                "--shared",
                &self.remote(),
                &folder.display().to_string(),
            ],
        );
        self.git(&folder, &["checkout", "-q", "--detach", reference]);
        folder
    }

    /// Somebody changes files of the main branch: name and text, or none to remove it.
    pub fn change(&self, files: &[(&str, Option<&str>)]) {
        self.push(files, "main");
    }

    /// Somebody proposes a change of files.
    pub fn propose(&self, files: &[(&str, &str)]) {
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| (*name, Some(*text)))
            .collect();
        self.push(&files, "proposal");
    }

    fn push(&self, files: &[(&str, Option<&str>)], branch: &str) {
        let folder = self.clone_at("origin/main");
        for (name, text) in files {
            match text {
                Some(text) => fs::write(folder.join(name), text).expect("a file"),
                None => fs::remove_file(folder.join(name)).expect("a file"),
            }
        }
        self.git(&folder, &["add", "-A"]);
        self.git(&folder, &["commit", "-q", "-m", "A change"]);
        let to = format!("+HEAD:refs/heads/{branch}");
        self.git(&folder, &["push", "-q", "origin", &to]);
    }

    /// Runs lines of a shell, as the hosts do.
    pub fn shell(
        &self,
        folder: &Path,
        environment: &BTreeMap<String, String>,
        script: &str,
    ) -> Ran {
        self.command("bash", folder)
            .envs(environment)
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
            .output()
            .expect("bash runs")
            .into()
    }

    /// The subjects of the commits of the main branch, the newest first.
    pub fn log(&self) -> Vec<String> {
        let log = self.git(&self.path("origin.git"), &["log", "--format=%s", "main"]);
        log.lines().map(str::to_owned).collect()
    }

    /// A file of the main branch.
    pub fn file(&self, name: &str) -> String {
        self.git(&self.path("origin.git"), &["show", &format!("main:{name}")])
    }

    /// The addresses of the ledger.
    pub fn recorded(&self) -> Vec<String> {
        let ledger = self.file("urls.lock");
        let lines = ledger.lines().filter(|line| !line.starts_with('#'));
        lines
            .map(|line| line.split(' ').next().expect("an address").to_owned())
            .collect()
    }

    /// Puts a folder online in place of what was.
    pub fn publish(&self, folder: &Path) {
        take(folder, &self.path("online"));
    }

    /// A file that is online.
    pub fn online(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path("online").join(name)).ok()
    }

    /// The folders that are online, as addresses.
    pub fn pages(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            let path = self.path("online").join(&folder);
            for entry in fs::read_dir(path).expect("a folder").flatten() {
                let name = entry.file_name().into_string().expect("Unicode");
                if entry.path().is_dir() {
                    folders.push(format!("{folder}{name}/"));
                } else if name == "index.html" {
                    found.push(format!("/{folder}"));
                }
            }
        }
        found.sort();
        found
    }
}

/// A host on the loopback that serves what is online under a path; under `/private`, it sends
/// everybody to another host to sign in.
pub struct Host {
    at: std::net::SocketAddr,
    state: Arc<State>,
    thread: Option<std::thread::JoinHandle<()>>,
}

#[derive(Default)]
struct State {
    is_over: AtomicBool,
    asked: AtomicUsize,
    /// After so many requests, a file is put at a place.
    later: Mutex<Option<(usize, PathBuf, PathBuf)>>,
}

impl Host {
    /// Starts a host for the folder that is online.
    pub fn new(world: &World, path: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("an address");
        let state = Arc::new(State::default());
        let (shared, folder, prefix) = (state.clone(), world.path("online"), format!("{path}/"));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.is_over.load(Ordering::SeqCst) {
                    return;
                }
                if let Ok(stream) = stream {
                    // A visitor who has gone away is no failure.
                    let _ = answer(&stream, &shared, &folder, &prefix);
                }
            }
        });
        Self {
            at,
            state,
            thread: Some(thread),
        }
    }

    /// The address of a path.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.state.asked.load(Ordering::SeqCst)
    }

    /// Copies a file after so many more requests.
    pub fn after(&self, requests: usize, from: &Path, to: &Path) {
        let later = (self.asked() + requests, from.to_owned(), to.to_owned());
        *self.state.later.lock().expect("a lock") = Some(later);
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.state.is_over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.at);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn answer(mut stream: &TcpStream, state: &State, folder: &Path, prefix: &str) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let path = request.split(' ').nth(1).unwrap_or_default();
    let asked = state.asked.fetch_add(1, Ordering::SeqCst) + 1;
    let found = path
        .strip_prefix(prefix)
        .filter(|name| !name.contains(".."))
        .and_then(|name| fs::read(folder.join(name).join("index.html")).ok());
    let head = match (&found, path.starts_with("/private/")) {
        (_, true) => "302 Found\r\nLocation: http://localhost:1/sign-in",
        (Some(_), _) => "200 OK",
        (None, _) => "404 Not Found",
    };
    let body = found.unwrap_or_default();
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)?;
    let mut later = state.later.lock().expect("a lock");
    if let Some((_, from, to)) = later.take_if(|(count, _, _)| *count <= asked) {
        copy(&from, &to);
    }
    Ok(())
}
