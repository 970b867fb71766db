//! Which files belong to a site, and which names make trouble.

use std::collections::{BTreeMap, BTreeSet};

use rihla_diagnostics::catalogue::source as say;
use rihla_diagnostics::{Diagnostic, Location};
use rihla_text::url::{composed, is_unseen};

/// The folders of a site that are read.
pub const TOPS: [&str; 3] = ["content", "themes", "static"];

/// Names that Windows keeps for devices, with any extension.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether a file or folder is passed over without a word; `path` is relative to the site.
pub(super) fn is_ignored(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_published = path == "static/.well-known"
        || path == "static/.nojekyll"
        || path.starts_with("static/.well-known/") && name != ".DS_Store" && name != ".git";
    if name.starts_with('.') {
        return !is_published;
    }
    let is_left_by_an_editor = name.ends_with('~')
        || name.starts_with("~$")
        || name.ends_with(".swp")
        || name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    is_left_by_an_editor
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
}

/// What machines and editors leave beside the files of a folder.
const LITTER: [&str; 6] = [".DS_Store", "._", ".#", ".git", ".keep", ".~"];

/// Tells a file or folder that is passed over, where somebody may expect it to be published.
pub(super) fn hidden(path: &str) -> Option<Diagnostic> {
    let name = path.strip_prefix("static/")?.rsplit('/').next()?;
    let is_litter = LITTER.iter().any(|left| name.starts_with(left))
        || name.ends_with(".swp")
        || name.ends_with('~');
    (name.starts_with('.') && is_ignored(path) && !is_litter)
        .then(|| Diagnostic::on_file(&say::HIDDEN_FILE, path))
}

/// As [`hidden`], for the first part of a path that is.
pub(super) fn hidden_part(path: &str) -> Option<Diagnostic> {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let mut parts = ends.chain([path.len()]).map(|end| &path[..end]);
    hidden(parts.find(|part| is_ignored(part))?)
}

/// What is wrong with the names of files, given relative to the site as they are stored.
///
/// A folder is looked at once, however many files it holds.
pub(super) fn check<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<Diagnostic> {
    let mut every: BTreeSet<&str> = BTreeSet::new();
    for path in paths {
        every.insert(path);
        // From the innermost folder out, until one that is known.
        let mut rest = path;
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !every.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    let mut diagnostics = Vec::new();
    let mut alike: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for path in every {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        diagnostics.extend(check_name(path, name));
        let normalized = composed(&name.to_lowercase()).into_owned();
        match alike.get(&(folder, normalized.clone())) {
            Some(first) => diagnostics.push(same(first, path)),
            None => {
                alike.insert((folder, normalized), path);
            }
        }
    }
    diagnostics
}

fn check_name(path: &str, name: &str) -> Option<Diagnostic> {
    let at = |message| Diagnostic::on_file(message, composed(path).into_owned());
    if name.chars().any(char::is_control) {
        let shown: String = name.chars().map(visible).collect();
        return Some(
            at(&say::NAME_REFUSED)
                .with("name", shown)
                .with("character", say::CONTROL),
        );
    }
    if name.chars().any(is_unseen) {
        let shown: String = name.chars().map(visible).collect();
        return Some(
            at(&say::NAME_REFUSED)
                .with("name", shown)
                .with("character", say::UNSEEN),
        );
    }
    if name.contains('\\') {
        return Some(
            at(&say::NAME_REFUSED)
                .with("name", name)
                .with("character", say::BACKSLASH),
        );
    }
    is_refused_by_windows(name).then(|| at(&say::NAME_WINDOWS).with("name", name))
}

/// Whether Windows refuses a file or folder of a name: a device is called so, whatever stands behind a dot, or a
/// character cannot be in one (Microsoft, “Naming Files, Paths, and Namespaces”).
pub fn is_refused_by_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let mut devices = DEVICES.iter();
    devices.any(|device| stem.eq_ignore_ascii_case(device))
        || name.ends_with([' ', '.'])
        || name.contains(['<', '>', ':', '"', '|', '?', '*'])
}

/// A character that nobody sees as something that can be seen.
fn visible(character: char) -> char {
    if is_unseen(character) {
        '\u{fffd}'
    } else {
        character
    }
}

fn same(first: &str, second: &str) -> Diagnostic {
    let (first, second) = (composed(first), composed(second));
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let message = if first == second {
        &say::SAME_BUT_FORM
    } else {
        &say::SAME_BUT_CASE
    };
    Diagnostic::on_file(message, second.to_string())
        .with("first", name(&first))
        .with("second", name(&second))
        .related(Location::file(first.to_string()), say::OTHER_NAME)
}
