//! `rihla init`, `rihla new`, `rihla theme`: what a site is begun and changed with.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use super::editorial::{failed, tell};
use super::out::put;
use super::{Common, DONE, NoTexts, USAGE, print_all};
use rihla_build::Options;
use rihla_diagnostics::catalogue::{cli, editorial as say};
use rihla_diagnostics::print::Format;
use rihla_diagnostics::{Diagnostic, Messages, Text, Value};
use rihla_editorial::init::{self, Init, PURPOSES};
use rihla_editorial::new::{self, New};
use rihla_editorial::theme;

/// What is said of a site that is to be begun; what is not said is asked.
#[derive(Debug)]
pub struct Asked {
    pub(super) folder: PathBuf,
    pub(super) name: Option<String>,
    pub(super) languages: Option<Vec<String>>,
    pub(super) purpose: Option<String>,
    pub(super) url: Option<String>,
    pub(super) time_zone: String,
    /// How the site is read once it is there.
    pub(super) options: Options,
    /// How it is shown then.
    #[cfg(feature = "serve")]
    pub(super) preview: Option<rihla_serve::Options>,
}

/// Somebody at a terminal, who is asked.
struct Person {
    messages: Messages,
    is_there: bool,
}

impl Person {
    /// The answer to a question; empty where nobody is there, or nothing is answered.
    fn asked(&self, question: &'static str, default: &str) -> String {
        if !self.is_there {
            return String::new();
        }
        let question = Text(question).get(self.messages);
        let shown = match default.is_empty() {
            true => String::new(),
            false => format!(" [{default}]"),
        };
        // Where nobody listens there is nobody to tell.
        let _ = write!(io::stderr(), "{question}{shown}\n> ");
        let _ = io::stderr().flush();
        let mut line = String::new();
        let _ = io::stdin().lock().read_line(&mut line);
        line.trim().to_owned()
    }

    /// The answer to a question, which is asked again while it is wrong; what is wrong with it at last, if it
    /// still is.
    fn asked_until<T>(
        &self,
        common: &Common,
        question: &'static str,
        default: &str,
        read: impl Fn(&str) -> Result<T, Vec<Diagnostic>>,
    ) -> Result<T, Vec<Diagnostic>> {
        let mut tries = if self.is_there { 3 } else { 1 };
        loop {
            let answer = self.asked(question, default);
            let answer = if answer.is_empty() { default } else { &answer };
            tries -= 1;
            match read(answer) {
                Err(wrong) if tries > 0 => print_all(common, &wrong, &NoTexts),
                read => return read,
            }
        }
    }

    fn told(&self, words: &str) {
        if self.is_there {
            let _ = writeln!(io::stderr(), "{words}");
        }
    }

    /// What the site is for.
    fn purpose(&self) -> &'static str {
        for _ in 0..3 {
            for (number, name) in PURPOSES.iter().enumerate() {
                let id = format!("init-for-{name}");
                let words = self.messages.named_text(&id).unwrap_or(id);
                self.told(&format!("  {}  {words}", number + 1));
            }
            let answer = self.asked("init-ask-for", "1");
            if answer.is_empty() {
                break;
            }
            match init::purpose_said(&answer, self.messages) {
                Some(purpose) => return purpose,
                None => self.told(&Text("init-again").get(self.messages)),
            }
        }
        PURPOSES[0]
    }
}

/// Begins a site, and gives the exit code.
pub(super) fn init(common: &Common, asked: &Asked) -> u8 {
    let person = Person {
        messages: common.messages,
        is_there: io::stdin().is_terminal() && !common.quiet,
    };
    let all_wrong = |findings: &[Diagnostic]| {
        print_all(common, findings, &NoTexts);
        USAGE
    };
    let wrong = |finding: Diagnostic| all_wrong(&[finding]);
    let or = |given: Option<String>, default: &str| match given.unwrap_or_default().trim() {
        "" => default.to_owned(),
        given => given.to_owned(),
    };
    let of_folder = init::name_of_folder(&asked.folder);
    let name = match &asked.name {
        Some(name) => Some(name.clone()),
        None => Some(person.asked("init-ask-name", &of_folder)),
    };
    let own = common.messages.tag();
    let both = if own == "fr" { "fr en" } else { "en fr" };
    let languages = match &asked.languages {
        Some(languages) => languages.clone(),
        None => {
            let read = |answer: &str| {
                let tags = init::tags(answer);
                match init::wrong_languages(&tags) {
                    wrong if wrong.is_empty() => Ok(tags),
                    wrong => Err(wrong),
                }
            };
            match person.asked_until(common, "init-ask-languages", both, read) {
                Ok(languages) => languages,
                Err(findings) => return all_wrong(&findings),
            }
        }
    };
    let purpose = match &asked.purpose {
        None if !person.is_there => {
            return wrong(
                Diagnostic::new(&cli::NEEDED)
                    .with("command", "init")
                    .with("option", "--for")
                    .with("example", "rihla init site --for association"),
            );
        }
        None => Some(person.purpose()),
        Some(word) => init::purpose_said(word, common.messages),
    };
    let Some(purpose) = purpose else {
        return wrong(
            Diagnostic::new(&say::INIT_PURPOSE)
                .with("value", asked.purpose.as_deref().unwrap_or_default())
                .with("known", PURPOSES.join(", ")),
        );
    };
    let read = |url: &str| init::address(url).map_err(|finding| vec![*finding]);
    let url = match &asked.url {
        Some(url) => read(url),
        None => person.asked_until(common, "init-ask-url", "", read),
    };
    let url = match url {
        Ok(url) => url,
        Err(findings) => return all_wrong(&findings),
    };
    let options = Options {
        site: asked.folder.clone(),
        out: rihla_build::default_out(&asked.folder),
        ..asked.options.clone()
    };
    let wanted = Init {
        folder: asked.folder.clone(),
        name: or(name, &of_folder),
        languages,
        purpose,
        base_url: url,
        time_zone: asked.time_zone.clone(),
    };
    let begun = match init::init(&wanted, &options, common.messages) {
        Ok(begun) => begun,
        Err(refused) => return failed(common, &refused),
    };
    let folder = asked.folder.display().to_string();
    let is_word = |sign: char| sign.is_alphanumeric() || "-_./\\:".contains(sign);
    let folder = match folder.chars().all(is_word) {
        true => folder,
        false => format!("\"{folder}\""),
    };
    if !begun.unwritten.is_empty() {
        let other = begun.shown.as_str();
        let values = [
            ("languages", Value::from(&*init::said(&begun.unwritten))),
            ("other", Value::from(other)),
        ];
        tell(
            common,
            &Text("init-unwritten").with(common.messages, &values),
        );
    }
    let values = [
        ("count", Value::Count(begun.files.len())),
        ("folder", Value::from(folder)),
    ];
    tell(common, &Text("init-done").with(common.messages, &values));
    #[cfg(feature = "serve")]
    if let Some(preview) = &asked.preview {
        return super::preview::run(*common, preview.clone());
    }
    DONE
}

/// Begins an entry, prints the paths of its files, and gives the exit code.
pub(super) fn new(common: &Common, options: &Options, asked: &New, opens: bool) -> u8 {
    let files = match new::new(options, asked, common.messages) {
        Ok(files) => files,
        Err(refused) => return failed(common, &refused),
    };
    for file in &files {
        put(&format!("{file}\n"));
        #[cfg(feature = "serve")]
        if opens {
            let path = options.site.join(file);
            // It is there, whether the machine has a program for it or not.
            let _ = rihla_serve::browser::open(&path.display().to_string());
        }
    }
    #[cfg(not(feature = "serve"))]
    let _ = opens;
    let values = [("count", Value::Count(files.len()))];
    tell(common, &Text("new-done").with(common.messages, &values));
    DONE
}

/// Prints where each file of the theme comes from, and gives the exit code.
pub(super) fn list_theme(common: &Common, options: &Options) -> u8 {
    let listed = match theme::list(options) {
        Ok(listed) => listed,
        Err(refused) => return failed(common, &refused),
    };
    for (name, origin) in &listed.files {
        let line = match common.format {
            Format::Json => serde_json::json!({"file": name, "origin": origin.name()}).to_string(),
            Format::Human | Format::Github => {
                let id = format!("theme-origin-{}", origin.name());
                let words = common.messages.named_text(&id).unwrap_or(id);
                format!("{name:<40} {words}")
            }
        };
        put(&format!("{line}\n"));
    }
    DONE
}

/// Copies files of the default theme, prints their paths, and gives the exit code.
pub(super) fn eject(common: &Common, options: &Options, files: &[String]) -> u8 {
    match theme::eject(options, files) {
        Ok(written) => {
            for path in &written {
                put(&format!("{path}\n"));
            }
            if written.is_empty() {
                tell(common, &Text("theme-nothing").get(common.messages));
            }
            DONE
        }
        Err(refused) => failed(common, &refused),
    }
}

/// Prints the guide in a language, or writes the schemas and prints their paths; gives the exit code.
pub(super) fn schema(common: &Common, options: &Options, guide: Option<Messages>) -> u8 {
    let done = match guide {
        Some(messages) => rihla_editorial::guide::guide(options, messages),
        None => {
            let written = rihla_editorial::schema::write(options, common.messages);
            written.map(|paths| paths.into_iter().map(|path| path + "\n").collect())
        }
    };
    match done {
        Ok(text) => {
            put(&text);
            DONE
        }
        Err(refused) => failed(common, &refused),
    }
}
