//! Which files the command line asks for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Options, text};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::fmt as say;
use rihla_site::config::CONTENT;
use rihla_site::source::Snapshot;
use rihla_text::url::composed;

/// The paths in the site of the files that are asked for; `None` where all are.
pub(super) fn wanted(
    options: &Options,
    snapshot: &Snapshot,
) -> Result<Option<BTreeSet<Arc<str>>>, Box<Diagnostic>> {
    if options.paths.is_empty() {
        return Ok(None);
    }
    let mut wanted = BTreeSet::new();
    for path in &options.paths {
        let found = candidates(options, path).into_iter().find_map(|folder| {
            let file = snapshot.get(&folder).map(|file| file.path.clone());
            let inside = snapshot.under(&folder).map(|file| file.path.clone());
            let found: Vec<Arc<str>> = file.into_iter().chain(inside).collect();
            let is_content = folder == CONTENT || folder.starts_with("content/");
            (is_content && !found.is_empty()).then_some(found)
        });
        let Some(found) = found else {
            let example = snapshot.under(CONTENT).find(|file| text::is_text(file));
            return Err(Box::new(
                Diagnostic::new(&say::PATH)
                    .with("path", path.display())
                    .with_some("example", example.map(|file| file.path.clone())),
            ));
        };
        wanted.extend(found);
    }
    Ok(Some(wanted))
}

/// What a path may mean in the site: seen from where the command was given, or from the site.
fn candidates(options: &Options, path: &Path) -> Vec<String> {
    let (site, given) = (options.from.join(&options.site), options.from.join(path));
    let inside = plain(&given)
        .strip_prefix(plain(&site))
        .map(Path::to_path_buf);
    [inside.ok(), Some(plain(path))]
        .into_iter()
        .flatten()
        .filter(|path| path.is_relative())
        .map(|path| {
            let names = path
                .components()
                .map(|name| name.as_os_str().to_string_lossy());
            let path = names.collect::<Vec<_>>().join("/");
            composed(&path).into_owned()
        })
        .collect()
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            component => plain.push(component),
        }
    }
    plain
}
