//! The page of the desk, its scripts and its style: they say nothing of the site.

use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use rihla_diagnostics::{Messages, Text, Value};
use rihla_text::escape::escape;

/// What the pages say: the id of each text, and the names of its placeholders, which they fill themselves.
const WORDS: &str = include_str!("../assets/desk/words.txt");

/// A path of the desk, and what stands there.
type Asset = (&'static str, &'static str);

/// Lists the scripts of the desk.
macro_rules! scripts {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../assets/desk/", $name)))),*]
    };
}

/// The scripts, by their names below `/desk/`.
const SCRIPTS: &[Asset] = &scripts![
    "actions.js",
    "api.js",
    "begin.js",
    "body.js",
    "conflict.js",
    "controls/around.js",
    "controls/choice.js",
    "controls/control.js",
    "controls/date.js",
    "controls/file.js",
    "controls/group.js",
    "controls/link.js",
    "controls/markdown.js",
    "controls/money.js",
    "controls/people.js",
    "controls/picture.js",
    "controls/plain.js",
    "controls/receive.js",
    "controls/reference.js",
    "dialog.js",
    "difference.js",
    "directives.js",
    "dom.js",
    "draft.js",
    "edit.js",
    "entry.js",
    "find.js",
    "findings.js",
    "follows.js",
    "form.js",
    "history.js",
    "insert.js",
    "languages.js",
    "list.js",
    "main.js",
    "pages.js",
    "paste.js",
    "place.js",
    "preview.js",
    "remove.js",
    "source.js",
    "stick.js",
    "store.js",
    "text.js",
    "toolbar.js",
    "values.js",
    "words.js",
];

/// What stands at a path.
pub fn page(path: &str, messages: Messages) -> Response {
    let (media, text) = match path {
        "/" => ("text/html; charset=utf-8", html(messages)),
        "/desk.css" => (
            "text/css; charset=utf-8",
            include_str!("../assets/desk.css").to_owned(),
        ),
        "/icon.svg" => (
            "image/svg+xml",
            include_str!("../assets/start.svg").to_owned(),
        ),
        path => {
            let name = path.strip_prefix("/desk/").unwrap_or_default();
            let found = SCRIPTS.iter().find(|(known, _)| *known == name);
            match found {
                Some((_, text)) => ("text/javascript; charset=utf-8", (*text).to_owned()),
                None => return StatusCode::NOT_FOUND.into_response(),
            }
        }
    };
    ([(header::CONTENT_TYPE, media)], text).into_response()
}

fn html(messages: Messages) -> String {
    let tag = messages.tag();
    let title = escape(&Text("desk-name-of-desk").get(messages));
    let opening = escape(&Text("desk-opening").get(messages));
    let without = escape(&Text("desk-without-scripts").get(messages));
    let setting = serde_json::json!({"words": words(messages), "language": tag});
    // Nothing in a text ends the element.
    let setting = setting.to_string().replace('<', "\\u003c");
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"/desk.css\">\n\
         <script type=\"application/json\" id=\"setting\">{setting}</script>\n\
         <script type=\"module\" src=\"/desk/main.js\"></script>\n</head>\n<body>\n\
         <main><p>{opening}</p></main>\n<noscript><p>{without}</p></noscript>\n</body>\n</html>\n"
    )
}

/// The texts of the pages by their ids, with the names of their placeholders in braces where their values stand.
fn words(messages: Messages) -> BTreeMap<&'static str, String> {
    let lines = WORDS.lines().map(str::split_whitespace);
    lines
        .filter_map(|mut line| {
            let id = line.next()?;
            let names: Vec<(&'static str, Value)> = line
                .map(|name| (name, Value::from(format!("{{{name}}}"))))
                .collect();
            Some((id, Text(id).with(messages, &names)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use rihla_diagnostics::testing::messages;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a test looks at the disk from outside"
    )]
    fn every_script_of_the_folder_is_there() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/desk");
        let mut found = BTreeSet::new();
        for (inside, prefix) in [("", ""), ("/controls", "controls/")] {
            let entries = std::fs::read_dir(format!("{folder}{inside}")).expect("a folder");
            for entry in entries {
                let name = entry.expect("an entry").file_name();
                let name = name.into_string().expect("a name");
                if name.ends_with(".js") {
                    found.insert(format!("{prefix}{name}"));
                }
            }
        }
        let known: BTreeSet<String> = SCRIPTS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(known, found);
    }

    #[test]
    fn every_word_is_said_in_each_language() {
        for language in messages("en").each() {
            for (id, text) in words(language) {
                assert!(!text.is_empty() && text != id, "{id} in {}", language.tag());
            }
        }
    }
}
