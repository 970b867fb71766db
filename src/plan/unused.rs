//! Files that nothing uses, and files that hide what is not taken out of them: every file of the
//! site is used by an output, or named.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::asset::Assets;
use crate::config::{CONTENT, Config};
use crate::content::{is_configuration, is_table_of_entries};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::plan as say;
use crate::graph::Graph;
use crate::language::looks_like_language;
use crate::source::{Body, File, Snapshot};

/// Texts and tables in forms that are not read: what is in them is lost unless something links to
/// them.
const NOT_READ: &[&str] = &[
    "adoc", "csv", "doc", "docx", "htm", "html", "json", "mdx", "ods", "odt", "org", "rst", "rtf",
    "toml", "tsv", "xhtml", "xls", "xlsx",
];

/// What is beside the files of a theme for whoever works on it.
const NOTES: &[&str] = &["", "md", "txt"];

/// Files of the content and of the theme that nothing uses; `used` holds those of the content that
/// an entry shows, links to or reads, whether it is online or not.
pub(super) fn check(
    snapshot: &Snapshot,
    config: &Config,
    graph: &Graph,
    used: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    let content = snapshot.under(CONTENT).filter(|file| {
        let path = &*file.path;
        !is_configuration(path) && !used.contains(path) && graph.of_file(path).is_none()
    });
    let mut diagnostics: Vec<Diagnostic> = content
        // What is wrong with a source is told where it is read.
        .filter(|file| !is_table_of_entries(&file.path))
        .filter(|file| {
            !matches!(
                &*extension(&file.path),
                "md" | "markdown" | "txt" | "yaml" | "yml"
            ) || is_data(graph, &file.path)
        })
        .filter(|file| !is_named_by_template(snapshot, config, &file.path))
        .map(|file| {
            let message = match NOT_READ.contains(&&*extension(&file.path)) {
                true => &say::FILE_NOT_READ,
                false => &say::FILE_UNUSED,
            };
            Diagnostic::on_file(message, file.path.clone())
        })
        .collect();
    diagnostics.extend(other_themes(snapshot, config));
    let theme = format!("themes/{}", config.theme.name);
    for file in snapshot.under(&theme) {
        let inside = &file.path[theme.len() + 1..];
        let message = match inside.split_once('/') {
            Some(("templates" | "components" | "assets", _)) => continue,
            Some(("strings", name)) => match name.rsplit_once('.') {
                Some((tag, "yaml")) if looks_like_language(tag) => continue,
                _ => &say::STRINGS_FILE,
            },
            None if inside == "theme.yaml" || NOTES.contains(&&*extension(inside)) => continue,
            _ => &say::THEME_FILE,
        };
        diagnostics.push(Diagnostic::on_file(message, file.path.clone()));
    }
    diagnostics
}

/// The themes that are not the site's, each told once, and files beside all of them.
fn other_themes(snapshot: &Snapshot, config: &Config) -> Vec<Diagnostic> {
    let mut others: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for file in snapshot.under("themes") {
        let inside = &file.path["themes/".len()..];
        match inside.split_once('/') {
            Some((name, _)) if *name == *config.theme.name => {}
            Some((name, _)) => {
                others.insert(name);
            }
            None if NOTES.contains(&&*extension(inside)) => {}
            None => found.push(Diagnostic::on_file(&say::THEME_FILE, file.path.clone())),
        }
    }
    found.extend(others.into_iter().map(|name| {
        Diagnostic::on_file(&say::OTHER_THEME, format!("themes/{name}"))
            .with("theme", &config.theme.name)
    }));
    found
}

/// Whether a file of YAML lies in the folder of an entry, as rows for a chart do.
fn is_data(graph: &Graph, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let folder = crate::graph::folder_of(path);
    let inside = folder.strip_prefix("content/").unwrap_or_default();
    matches!(&*extension(path), "yaml" | "yml")
        && !name.starts_with("entries.")
        && graph.find(inside).is_some()
}

/// Whether a template names a file by its path.
fn is_named_by_template(snapshot: &Snapshot, config: &Config, path: &str) -> bool {
    let theme = &config.theme;
    let texts = theme.templates.iter().chain(&theme.components);
    let mut texts = texts.filter_map(|(_, file)| snapshot.text(file));
    texts.any(|text| text.contains(path))
}

/// Files that are published as they are, and hide what cannot be taken out of them. Those that a
/// text links to are told there.
pub(super) fn hidden(
    snapshot: &Snapshot,
    assets: &Assets,
    copies: &[(Arc<str>, Arc<str>)],
) -> Vec<Diagnostic> {
    let of_theme = assets.iter().map(|asset| &asset.source);
    let sources = of_theme.chain(copies.iter().map(|(_, source)| source));
    sources
        .filter(|source| !source.starts_with("content/"))
        .filter_map(|source| snapshot.get(source))
        .filter_map(|file| {
            let Body::Blob(blob) = &file.body else {
                return None;
            };
            blob.header
                .is_sealed()
                .then(|| closed(file, blob.header.metadata.iter().map(|kind| kind.name())))
        })
        .collect()
}

fn closed<'k>(file: &File, kinds: impl Iterator<Item = &'k str>) -> Diagnostic {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let kinds: Vec<&str> = kinds.collect();
    Diagnostic::on_file(
        &crate::diagnostic::catalogue::graph::METADATA,
        file.path.clone(),
    )
    .with("file", name)
    .with("kinds", kinds.join(", "))
}

/// The extension of a path in lower case; empty where it has none.
fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.unwrap_or_default().to_lowercase()
}
