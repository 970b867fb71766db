//! What the start page answers: from a request to what is to be done, without a network.

use std::path::{Path, PathBuf};

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::page::{Form, Shown};
use super::sites::{self, Known};
use rihla_diagnostics::Diagnostic;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The page, with a folder in which another is looked for.
    Page(Option<PathBuf>),
    /// The style sheet of the page.
    Style,
    /// Its script.
    Script,
    /// Its icon.
    Icon,
    /// To be told of nothing, for as long as the page is there.
    Stay,
    /// The preview of a site.
    Open(PathBuf),
    /// The desk of a site.
    Write(PathBuf),
    /// A site less on the list.
    Forget(PathBuf),
    /// A new site, in a folder of this one.
    New(PathBuf, Form),
    /// That the program ends.
    End,
    /// Nothing that is here.
    Nothing,
}

impl Asked {
    /// The same, with another folder.
    pub fn map_folder(self, change: impl FnOnce(PathBuf) -> PathBuf) -> Self {
        match self {
            Self::Page(folder) => Self::Page(folder.map(change)),
            Self::Open(folder) => Self::Open(change(folder)),
            Self::Write(folder) => Self::Write(change(folder)),
            Self::Forget(folder) => Self::Forget(change(folder)),
            Self::New(folder, form) => Self::New(change(folder), form),
            other => other,
        }
    }
}

/// Reads a request below the key: whether it wants to change something, its path from `/`, its query, its
/// body.
pub(super) fn read(writes: bool, path: &str, query: &str, body: &str) -> Asked {
    let folder = |form: &str| value(form, "folder").map(PathBuf::from);
    match (writes, path) {
        (false, "/") => Asked::Page(folder(query).filter(|folder| !folder.as_os_str().is_empty())),
        (false, "/start.css") => Asked::Style,
        (false, "/start.js") => Asked::Script,
        (false, "/start.svg") => Asked::Icon,
        (false, "/stay") => Asked::Stay,
        (true, "/open") => folder(body).map_or(Asked::Nothing, Asked::Open),
        (true, "/write") if cfg!(feature = "desk") => {
            folder(body).map_or(Asked::Nothing, Asked::Write)
        }
        (true, "/forget") => folder(body).map_or(Asked::Nothing, Asked::Forget),
        (true, "/new") => {
            let field = |name| value(body, name).unwrap_or_default().trim().to_owned();
            let form = Form {
                name: field("name"),
                languages: field("languages"),
                purpose: field("for"),
                url: field("url"),
            };
            folder(body).map_or(Asked::Nothing, |folder| Asked::New(folder, form))
        }
        (true, "/end") => Asked::End,
        _ => Asked::Nothing,
    }
}

/// A value of a form or a query (URL Standard, section 5.1).
fn value(form: &str, name: &str) -> Option<String> {
    let pairs = form.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.into_iter().find(|(key, _)| *key == name)?;
    let spaced = value.replace('+', " ");
    let bytes = percent_decode_str(&spaced);
    bytes.decode_utf8().ok().map(|text| text.into_owned())
}

/// A text as a value of a query.
pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// What the page shows.
pub(super) fn shown(
    root: &str,
    known: &Known,
    here: &Path,
    folder: Option<PathBuf>,
    (findings, form): (Vec<Diagnostic>, Form),
) -> Shown {
    let folder = folder.unwrap_or_else(|| here.to_owned());
    Shown {
        root: root.to_owned(),
        sites: known.sites(),
        around: sites::around(&folder),
        is_site: rihla_site::source::is_site(&folder),
        folders: sites::folders(&folder).ok(),
        folder,
        findings,
        form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests() {
        let folder = || PathBuf::from("/sites/Éva/mon site");
        let form = Form {
            name: "Association « Été »".to_owned(),
            languages: "fr, en".to_owned(),
            purpose: "association".to_owned(),
            url: String::new(),
        };
        let sent = "folder=%2Fsites%2F%C3%89va%2Fmon+site";
        for (writes, path, query, body, wanted) in [
            (false, "/", "", "", Asked::Page(None)),
            (false, "/", "folder=", "", Asked::Page(None)),
            (false, "/", sent, "", Asked::Page(Some(folder()))),
            (true, "/open", "", sent, Asked::Open(folder())),
            (true, "/forget", "", sent, Asked::Forget(folder())),
            (true, "/end", "", "", Asked::End),
            // Nothing is changed by following a link.
            (false, "/open", sent, "", Asked::Nothing),
            (false, "/end", "", "", Asked::Nothing),
            (true, "/open", "", "", Asked::Nothing),
            (true, "/open", "", "folder=%FF", Asked::Nothing),
            (
                true,
                "/new",
                "",
                "folder=%2Fsites%2F%C3%89va%2Fmon+site&name=+Association+%C2%AB+%C3%89t%C3%A9+%C2%BB&languages=fr%2C+en&for=association",
                Asked::New(folder(), form),
            ),
        ] {
            assert_eq!(
                read(writes, path, query, body),
                wanted,
                "{path} {query} {body}"
            );
        }
    }

    #[test]
    fn a_folder_comes_back_from_a_link_as_it_was() {
        for folder in [
            "/sites/Éva/mon site",
            "D:\\sites\\a&b=c",
            "/a+b/%41#?",
            "/م",
        ] {
            let query = format!("folder={}", encoded(folder));
            let wanted = Asked::Page(Some(folder.into()));
            assert_eq!(read(false, "/", &query, ""), wanted, "{query}");
        }
    }
}
