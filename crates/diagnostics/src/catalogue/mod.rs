//! Every message of the program by its code, one file for each module that speaks.
//!
//! What a message says stands in `messages/<language>/`, in the file of the same name, under its code. Writers read
//! these: say what happened and what to write instead, in words that someone who does not programme
//! knows.

use super::Message;

/// Declares messages: `NAME: Severity "code";`.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $severity:ident $code:literal;)*) => {
        $($(#[$doc])* pub static $name: $crate::Message = $crate::Message {
            code: $code,
            severity: $crate::Severity::$severity,
        };)*
        /// The messages of this file.
        pub(super) static ALL: &[&$crate::Message] = &[$(&$name),*];
    };
}

pub mod chart;
pub mod check;
pub mod cli;
pub mod config;
pub mod content;
pub mod directive;
pub mod editorial;
pub mod external;
pub mod fmt;
pub mod graph;
pub mod hosting;
pub mod html;
pub mod language;
pub mod markdown;
pub mod pages;
pub mod plan;
pub mod remove;
pub mod route;
pub mod schema;
pub mod serve;
pub mod source;
pub mod spelling;
pub mod template;
pub mod write;
pub mod yaml;

/// The messages of each file, by its name.
pub static FILES: &[(&str, &[&Message])] = &[
    ("chart", chart::ALL),
    ("check", check::ALL),
    ("cli", cli::ALL),
    ("config", config::ALL),
    ("content", content::ALL),
    ("directive", directive::ALL),
    ("editorial", editorial::ALL),
    ("external", external::ALL),
    ("fmt", fmt::ALL),
    ("graph", graph::ALL),
    ("hosting", hosting::ALL),
    ("html", html::ALL),
    ("language", language::ALL),
    ("markdown", markdown::ALL),
    ("pages", pages::ALL),
    ("plan", plan::ALL),
    ("remove", remove::ALL),
    ("route", route::ALL),
    ("schema", schema::ALL),
    ("serve", serve::ALL),
    ("source", source::ALL),
    ("spelling", spelling::ALL),
    ("template", template::ALL),
    ("write", write::ALL),
    ("yaml", yaml::ALL),
];

/// Every message of the program, by file.
pub fn all() -> impl Iterator<Item = &'static Message> {
    FILES
        .iter()
        .flat_map(|(_, messages)| messages.iter().copied())
}

/// The rules of `rihla check`: the messages that a site may weigh itself and silence.
pub fn rules() -> impl Iterator<Item = &'static Message> {
    let files = FILES.iter();
    let files = files.filter(|(name, _)| matches!(*name, "check" | "html" | "pages"));
    let rules = files.flat_map(|(_, messages)| messages.iter().copied());
    rules.chain([
        &markdown::LINK_WORDS,
        &external::LINK,
        &external::MOVED,
        &external::FRAGMENT,
        &external::UNKNOWN,
        &external::INSIDE,
        &external::FORM,
        &spelling::WORD,
    ])
}

/// The rules about one page, whatever the others are.
pub fn rules_of_pages() -> impl Iterator<Item = &'static Message> {
    html::ALL.iter().copied().chain([&markdown::LINK_WORDS])
}
