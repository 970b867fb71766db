//! Links that open a file of the site in the writer's editor, at the right place.

use rihla_site::config::DEFAULT_ROOT;
use std::path::PathBuf;

use rihla_text::url::encoded_with_drive;

/// Editors that are known by a name, with the form of their links.
pub const KNOWN: &[(&str, &str)] = &[
    ("vscode", "vscode://file/PATH:LINE:COL"),
    ("vscodium", "vscodium://file/PATH:LINE:COL"),
    ("zed", "zed://file/PATH:LINE:COL"),
    ("idea", "idea://open?file=PATH&line=LINE&column=COL"),
    (
        "textmate",
        "txmt://open?url=file://PATH&line=LINE&column=COL",
    ),
    ("none", ""),
];

/// The form of the links, and the folder of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// With `PATH`, `LINE` and `COL` where they are wanted; empty where there are no links.
    form: String,
    /// Absolute.
    root: PathBuf,
}

impl Editor {
    /// Reads a name of [`KNOWN`], or a form of one's own: an address with a scheme and `PATH`.
    /// `root` is the absolute path of the site's folder.
    pub fn parse(text: &str, root: PathBuf) -> Option<Self> {
        let known = KNOWN.iter().find(|(name, _)| *name == text);
        let form = match known {
            Some((_, form)) => form,
            None => text,
        };
        (known.is_some() || is_form(form)).then(|| Self {
            form: form.to_owned(),
            root,
        })
    }

    /// The link to a place in a file of the site; lines and columns from 1.
    pub fn link(&self, path: &str, line: usize, column: usize) -> Option<String> {
        // What the program brings with it is no file of the machine.
        if self.form.is_empty() || path.starts_with(DEFAULT_ROOT) {
            return None;
        }
        let whole = self.root.join(path);
        let whole = whole.to_str()?.replace('\\', "/");
        let (before, after) = self.form.split_once("PATH")?;
        // `vscode://file/PATH` has the slash with which an absolute path begins.
        let whole = match before.ends_with('/') && !before.ends_with("://") {
            true => whole.trim_start_matches('/'),
            false => &whole,
        };
        let after = after
            .replace("LINE", &line.to_string())
            .replace("COL", &column.to_string());
        Some(format!("{before}{}{after}", encoded_with_drive(whole)))
    }
}

/// Whether a text is the form of a link that a page may carry. Nothing that a browser would
/// run or draw itself.
fn is_form(form: &str) -> bool {
    let Some((scheme, _)) = form.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let lower = scheme.to_ascii_lowercase();
    let is_run = ["javascript", "data", "vbscript", "blob"].contains(&lower.as_str());
    is_scheme && !is_run && form.contains("PATH") && !form.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(form: &str, path: &str) -> Option<String> {
        Editor::parse(form, PathBuf::from("/sites/é a"))?.link(path, 3, 7)
    }

    #[test]
    fn links() {
        let path = "content/a b#?%.md";
        let whole = "sites/%C3%A9%20a/content/a%20b%23%3F%25.md";
        for (form, wanted) in [
            ("vscode", format!("vscode://file/{whole}:3:7")),
            ("idea", format!("idea://open?file=/{whole}&line=3&column=7")),
            (
                "txmt://open?url=file://PATH&line=LINE",
                format!("txmt://open?url=file:///{whole}&line=3"),
            ),
            ("emacs:PATH", format!("emacs:/{whole}")),
        ] {
            assert_eq!(link(form, path), Some(wanted));
        }
        assert_eq!(link("none", path), None);
    }

    #[test]
    fn what_is_no_form_of_a_link() {
        let root = PathBuf::from("/x");
        for text in [
            "",
            "vim",
            "vscode://file/",
            "PATH",
            "javascript:PATH",
            "JavaScript:PATH",
            "data:text/html,PATH",
            "1x:PATH",
            "x y:PATH",
            "x:PATH y",
        ] {
            assert_eq!(Editor::parse(text, root.clone()), None, "{text}");
        }
        for (name, _) in KNOWN {
            assert!(Editor::parse(name, root.clone()).is_some(), "{name}");
        }
    }
}
