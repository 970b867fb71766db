//! What version control knows of a file. Nothing needs it: where there is no Git, or no history,
//! there is nothing to find.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

/// How many revisions are looked at, the newest first.
const MOST: usize = 500;

/// The revisions in which some files, given by their paths in the site, were changed; the newest
/// first.
pub fn commits(site: &Path, files: &[Arc<str>]) -> impl Iterator<Item = String> {
    let mut arguments = vec![
        "log".to_owned(),
        format!("-{MOST}"),
        "--format=%H".to_owned(),
    ];
    arguments.push("--".to_owned());
    arguments.extend(files.iter().map(|file| file.to_string()));
    let text = git(site, &arguments).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.into_iter()
}

/// The text of a file, given by its path in the site, in a revision.
pub fn text(site: &Path, commit: &str, path: &str) -> Option<String> {
    git(site, &["show".to_owned(), format!("{commit}:./{path}")])
}

/// Git in the folder of a site.
pub(super) fn command(site: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(site);
    command.args(["--literal-pathspecs", "--no-pager"]);
    command
}

/// What Git answers.
fn git(site: &Path, arguments: &[String]) -> Option<String> {
    let output = command(site)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).ok())
        .flatten()
}
