//! Files that nothing uses, and files that hide what is not taken out of them: every file of the
//! site is used by an output, or named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::asset::Assets;
use crate::config::{CONTENT, Config, EJECTED};
use crate::content::{is_configuration, is_table_of_entries, is_text_without_ending};
use crate::graph::{Graph, LinkTarget};
use crate::source::{Body, File, Snapshot};
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, line_column, nearest};
use rihla_text::language::looks_like_language;
use rihla_text::markdown::LinkKind;
use rihla_text::url::decoded;

/// Texts and tables in forms that are not read: what is in them is lost unless something links to
/// them.
const NOT_READ: &[&str] = &[
    "adoc", "csv", "doc", "docx", "htm", "html", "json", "mdx", "ods", "odt", "org", "rst", "rtf",
    "toml", "tsv", "txt", "xhtml", "xls", "xlsx",
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
    let unused: Vec<&File> = content
        // What is wrong with a source is told where it is read.
        .filter(|file| !is_table_of_entries(&file.path))
        .filter(|file| !is_text_without_ending(config, &file.path))
        .filter(|file| {
            !matches!(&*extension(&file.path), "md" | "markdown" | "yaml" | "yml")
                || is_data(graph, &file.path)
        })
        .filter(|file| !is_begun_like_text(snapshot, config, &file.path))
        .filter(|file| !is_named_by_template(snapshot, config, &file.path))
        .collect();
    let meant = meant(snapshot, config, graph, &unused);
    let told = unused.iter().map(|file| {
        let message = match NOT_READ.contains(&&*extension(&file.path)) {
            true => &say::FILE_NOT_READ,
            false => &say::FILE_UNUSED,
        };
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let wanted = name.strip_suffix(".txt").map(|stem| {
            let first = config.site.languages.first();
            format!("{stem}.{}.md", first.map_or("fr", |language| &language.tag))
        });
        Diagnostic::on_file(message, file.path.clone())
            .with_some("place", meant.get(&*file.path))
            .with_some("wanted", wanted)
    });
    let mut diagnostics: Vec<Diagnostic> = told.collect();
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
            None if matches!(inside, "theme.yaml" | EJECTED)
                || NOTES.contains(&&*extension(inside)) =>
            {
                continue;
            }
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

/// How many links that lead nowhere are looked at.
const MOST: usize = 200;

/// The files that are perhaps meant by a link or an image of a text that leads nowhere, with the place
/// of that: `content/a.fr.md:12`.
fn meant<'u>(
    snapshot: &Snapshot,
    config: &Config,
    graph: &Graph,
    unused: &[&'u File],
) -> BTreeMap<&'u str, String> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in unused {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        folders.entry(folder).or_default().push(name);
    }
    let mut meant = BTreeMap::new();
    if folders.is_empty() {
        return meant;
    }
    let versions = graph
        .entries
        .iter()
        .flat_map(|entry| entry.versions.iter().flatten());
    let links = versions.flat_map(|version| {
        let references = version.body.iter().flat_map(|body| &body.references);
        references.map(move |reference| (&version.place.path, reference))
    });
    let missing = links.filter_map(|(path, reference)| {
        let destination = decoded(reference.destination.split('#').next()?);
        let folder = crate::graph::folder_of(path);
        let wanted = crate::graph::relative(folder, &destination)?;
        let (folder, name) = wanted.rsplit_once('/')?;
        let (folder, names) = folders.get_key_value(folder)?;
        let is_missing = matches!(
            reference.kind,
            LinkKind::Link | LinkKind::Image | LinkKind::File
        ) && !destination.starts_with('/')
            && snapshot.get(&wanted).is_none()
            && (reference.kind != LinkKind::Link
                || graph.link_target(
                    snapshot,
                    config,
                    crate::graph::folder_of(path),
                    &destination,
                ) == LinkTarget::Nothing);
        is_missing.then(|| {
            (
                *folder,
                names,
                name.to_owned(),
                path,
                reference.destination_span,
            )
        })
    });
    for (folder, names, name, path, span) in missing.take(MOST) {
        let near = nearest(&name, names.iter().copied());
        let file = unused
            .iter()
            .find(|file| file.path.rsplit_once('/') == near.map(|near| (folder, near)));
        if let (Some(file), Some(text)) = (file, snapshot.text(path)) {
            let (line, _) = line_column(text, span.start);
            meant
                .entry(&*file.path)
                .or_insert_with(|| format!("{path}:{line}"));
        }
    }
    meant
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

/// Whether a text without the ending of one begins with fields, in a collection: that is told where it
/// is read.
fn is_begun_like_text(snapshot: &Snapshot, config: &Config, path: &str) -> bool {
    let folder = crate::graph::folder_of(path);
    let collection = folder.strip_prefix("content/").unwrap_or_default();
    path.ends_with(".txt")
        && config.collection(collection).is_some()
        && snapshot
            .text(path)
            .is_some_and(|text| text.starts_with("---"))
}

/// Whether a template names a file by its path.
fn is_named_by_template(snapshot: &Snapshot, config: &Config, path: &str) -> bool {
    let theme = &config.theme;
    let texts = theme.templates.iter().chain(&theme.components);
    let mut texts = texts.filter_map(|(_, file)| theme.text(snapshot, file));
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
        &rihla_diagnostics::catalogue::graph::METADATA,
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
