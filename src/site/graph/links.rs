//! Where links, images and facts of a text lead.

use std::sync::Arc;

use super::{Graph, Version};
use crate::config::Config;
use crate::content::Role;
use crate::ids::{CollectionId, EntryId, LanguageId};
use crate::schema::FieldValue;
use crate::source::Snapshot;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Location, Severity, Span};
use rihla_text::markdown::{self, Link, LinkKind};
use rihla_text::url::{composed, decoded};

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To an entry, by number, and a heading of it.
    Entry(EntryId, Option<Arc<str>>),
    /// To the list of a collection, by number.
    List(CollectionId),
    /// To a heading of the same text.
    Here(Arc<str>),
    /// To a file of the site, which is published.
    File(Arc<str>),
    /// To a file of `static`: its path in the output.
    Copied(Arc<str>),
    /// To an address elsewhere, that is written as it stands.
    Address(Arc<str>),
    /// To a file of several entries, each of which has a page of its own; the first of them.
    Several(EntryId),
    /// Out of the site's folders.
    Outside,
    /// Nowhere.
    Nothing,
}

/// The folder of a path, without a slash at its end.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path relative to a folder, without `.` and `..`; `None` where it leads out of the top.
pub fn relative(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether a destination has a scheme (RFC 3986, section 3.1) or is relative to one.
pub fn is_elsewhere(destination: &str) -> bool {
    if destination.starts_with("//") {
        return true;
    }
    let scheme = destination.split([':', '/', '?', '#']).next().unwrap_or("");
    destination[scheme.len()..].starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// The file whose name is the destination as it stands, with a `#` or a `%` of its own.
fn named(snapshot: &Snapshot, folder: &str, destination: &str) -> Option<LinkTarget> {
    if !destination.contains(['#', '%']) {
        return None;
    }
    let path = path_of(folder, &composed(destination))?;
    let file = snapshot.get(&path)?;
    match path.strip_prefix("static/") {
        Some(copied) => Some(LinkTarget::Copied(copied.into())),
        None if path.starts_with("content/") && !is_source(&path) => {
            Some(LinkTarget::File(file.path.clone()))
        }
        None => None,
    }
}

/// Whether a file of the content is one from which pages are made, and is not published itself.
pub(super) fn is_source(path: &str) -> bool {
    let extension = path
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase());
    matches!(
        extension.as_deref(),
        Some("md" | "markdown" | "yaml" | "yml")
    )
}

/// Whether a file holds many small entries.
fn is_list_of_entries(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, "entries.yaml" | "entries.yml")
}

impl Graph {
    /// Where a destination written in a text of `folder` leads.
    pub fn link_target(
        &self,
        snapshot: &Snapshot,
        config: &Config,
        folder: &str,
        destination: &str,
    ) -> LinkTarget {
        if is_elsewhere(destination) {
            return LinkTarget::Address(destination.into());
        }
        if let Some(target) = named(snapshot, folder, destination) {
            return target;
        }
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(Arc::from(decoded(fragment)))),
            None => (destination, None),
        };
        if path.is_empty() {
            return match fragment {
                Some(fragment) => LinkTarget::Here(fragment),
                None => LinkTarget::Nothing,
            };
        }
        let path = decoded(path);
        match path.strip_prefix('/') {
            Some(id) => self.by_absolute(snapshot, config, id, fragment),
            None => self.by_relative(snapshot, config, folder, &path, fragment),
        }
    }

    /// `/` and an id, a collection, or a file of `static`.
    fn by_absolute(
        &self,
        snapshot: &Snapshot,
        config: &Config,
        path: &str,
        fragment: Option<Arc<str>>,
    ) -> LinkTarget {
        let id = path.trim_end_matches('/');
        let id = if id.is_empty() { "_index" } else { id };
        if let Some(target) = self.by_id(config, id, fragment) {
            return target;
        }
        match relative("static", path) {
            Some(file) => match file.strip_prefix("static/") {
                Some(copied) if snapshot.get(&file).is_some() => LinkTarget::Copied(copied.into()),
                _ => LinkTarget::Nothing,
            },
            None => LinkTarget::Outside,
        }
    }

    fn by_id(&self, config: &Config, id: &str, fragment: Option<Arc<str>>) -> Option<LinkTarget> {
        if let Some(number) = self.find(id) {
            let entry = &self.entries[number];
            return Some(match entry.role {
                Role::List => LinkTarget::List(entry.collection),
                _ => LinkTarget::Entry(number, fragment),
            });
        }
        if let Some((number, collection)) = config.collection(id)
            && !collection.builtin
        {
            return Some(LinkTarget::List(number));
        }
        let (collection, name) = id.split_once('/')?;
        let (number, _) = config.collection(collection)?;
        let entry = self.resolve(config, number, name).ok()?;
        Some(LinkTarget::Entry(entry, fragment))
    }

    /// A file beside the text, or the path of an entry beside it.
    fn by_relative(
        &self,
        snapshot: &Snapshot,
        config: &Config,
        folder: &str,
        path: &str,
        fragment: Option<Arc<str>>,
    ) -> LinkTarget {
        let Some(path) = relative(folder, path) else {
            return LinkTarget::Outside;
        };
        if let Some((entry, _)) = self.of_file(&path) {
            if is_list_of_entries(&path) {
                return LinkTarget::Several(entry);
            }
            return match self.entries[entry].role {
                Role::List => LinkTarget::List(self.entries[entry].collection),
                _ => LinkTarget::Entry(entry, fragment),
            };
        }
        let Some(inside) = path.strip_prefix("content/") else {
            return if path == "content" {
                self.by_id(config, "_index", fragment)
                    .unwrap_or(LinkTarget::Nothing)
            } else {
                LinkTarget::Outside
            };
        };
        if let Some(file) = snapshot.get(&path) {
            return if is_source(&path) {
                LinkTarget::Nothing
            } else {
                LinkTarget::File(file.path.clone())
            };
        }
        self.by_id(config, inside.trim_end_matches('/'), fragment)
            .unwrap_or(LinkTarget::Nothing)
    }

    /// The identifier of a heading in one language of an entry, given by its identifier in
    /// that language or, where both texts have as many headings, in any other.
    pub fn fragment(
        &self,
        entry: EntryId,
        language: LanguageId,
        fragment: &str,
    ) -> Option<Arc<str>> {
        let versions = &self.entries[entry].versions;
        let toc = |language: LanguageId| {
            versions[language]
                .as_ref()
                .and_then(|version| version.body.as_ref())
                .map(|body| body.toc.as_slice())
        };
        let own = toc(language)?;
        if own.iter().any(|heading| heading.id == fragment) {
            return Some(fragment.into());
        }
        versions.ids().find_map(|other| {
            let theirs = toc(other)?;
            let at = theirs.iter().position(|heading| heading.id == fragment)?;
            (theirs.len() == own.len()).then(|| own[at].id.as_str().into())
        })
    }

    /// The entry of the collection `facts` with an id.
    pub fn fact(&self, config: &Config, id: &str) -> Option<EntryId> {
        let (collection, _) = config.collection("facts")?;
        self.resolve(config, collection, id).ok()
    }
}

/// What a file is to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// An image that is shown.
    Shown,
    /// A file that can be got.
    Linked,
    /// A table whose figures are shown.
    Read,
}

/// The files of the content that a version's fields and text use, relative to the site, and what
/// for.
pub fn files_of(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
    entry: EntryId,
    version: &Version,
) -> Vec<(Arc<str>, Use)> {
    fn walk(value: &FieldValue, found: &mut Vec<(Arc<str>, Use)>, referred: &mut Vec<Link>) {
        match value {
            FieldValue::Markdown(text) => {
                let mut document = markdown::tree(text, Span::new(0, text.len()));
                let charts = document.take_charts().into_iter();
                found.extend(charts.map(|chart| (chart.data.name.clone(), Use::Read)));
                referred.extend(document.into_parts().1);
            }
            FieldValue::Image(image) => {
                if let FieldValue::File(file) = &image.file.value {
                    found.push((file.clone(), Use::Shown));
                }
            }
            FieldValue::File(file) => found.push((file.clone(), Use::Linked)),
            FieldValue::List(items) => {
                for item in items {
                    walk(&item.value, found, referred);
                }
            }
            FieldValue::Object(fields) => {
                for (_, item) in fields {
                    walk(&item.value, found, referred);
                }
            }
            _ => {}
        }
    }
    let folder = &graph.entries[entry].folder;
    let (mut named, mut referred) = (Vec::new(), Vec::new());
    for (_, value) in version.fields.iter() {
        walk(value, &mut named, &mut referred);
    }
    let mut files: Vec<(Arc<str>, Use)> = named
        .iter()
        .filter(|(name, _)| !name.starts_with('/'))
        .filter_map(|(name, used)| Some((relative(folder, name)?.into(), *used)))
        .collect();
    let folder = folder_of(&version.place.path);
    let body = version.body.iter().flat_map(|body| &body.references);
    for reference in body.chain(&referred) {
        match reference.kind {
            LinkKind::Image | LinkKind::File => files.extend(
                relative(folder, &decoded(&reference.destination))
                    .filter(|_| !reference.destination.starts_with('/'))
                    .map(|path| (path.into(), Use::Shown)),
            ),
            LinkKind::Link => {
                let target = graph.link_target(snapshot, config, folder, &reference.destination);
                if let LinkTarget::File(file) = target {
                    files.push((file, Use::Linked));
                }
            }
            LinkKind::Fact | LinkKind::Block | LinkKind::Language => {}
        }
    }
    let charts = version.body.iter().flat_map(|body| &body.charts);
    files.extend(charts.filter_map(|chart| {
        let path = relative(folder, &chart.data.name)?;
        Some((path.into(), Use::Read))
    }));
    // One whose name lacks its ending is told, and is not unused.
    for (file, _) in &mut files {
        if snapshot.get(file).is_none()
            && let Some(meant) = with_ending(snapshot, file)
        {
            *file = meant;
        }
    }
    files.retain(|(file, _)| snapshot.get(file).is_some());
    files
}

/// The only file, besides the texts, that has a path without its ending: computers hide `.jpg`.
pub(super) fn with_ending(snapshot: &Snapshot, path: &str) -> Option<Arc<str>> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.is_empty() || name.contains('.') {
        return None;
    }
    let ends = |rest: &str| {
        let ending = rest.strip_prefix('.');
        ending.is_some_and(|ending| !ending.is_empty() && !ending.contains(['.', '/']))
    };
    let mut found = snapshot.iter().filter(|file| {
        let rest = file.path.strip_prefix(path);
        rest.is_some_and(ends) && !is_source(&file.path)
    });
    let only = found.next()?;
    found.next().is_none().then(|| only.path.clone())
}

impl Graph {
    /// Whether a finding about a file is advice for now: a warning about a text that is set aside. What
    /// cannot be read stays an error.
    pub fn is_eased(&self, finding: &Diagnostic) -> bool {
        let file = finding.place.as_ref().map(|place| &*place.path);
        let file = file.filter(|path| !is_list_of_entries(path));
        let of_file = file.and_then(|path| self.of_file(path));
        finding.severity() == Severity::Warning
            && finding.message != &say::NOT_MEANT
            && of_file.is_some_and(|(entry, language)| self.entries[entry].is_set_aside(language))
    }
}

/// The path in the site of a file that a text or a field in `folder` names.
fn path_of(folder: &str, name: &str) -> Option<String> {
    match name.strip_prefix('/') {
        Some(rest) => relative("static", rest),
        None => relative(folder, name),
    }
}

impl Graph {
    /// Where the entries that are online show an image, given by its path in the site. What is
    /// written in a field of Markdown is told by the place of the text.
    pub fn places_showing(&self, path: &str) -> Vec<Location> {
        fn walk(
            value: &FieldValue,
            folder: &str,
            path: &str,
            see: &mut dyn FnMut(Option<(u16, Span)>),
        ) {
            match value {
                FieldValue::Image(image) => {
                    if let FieldValue::File(name) = &image.file.value
                        && path_of(folder, name).is_some_and(|found| found == *path)
                    {
                        see(Some((image.file.file, image.file.span)));
                    }
                }
                FieldValue::Markdown(text) => {
                    let document = markdown::tree(text, Span::new(0, text.len()));
                    if document
                        .into_parts()
                        .1
                        .iter()
                        .any(|link| shows(link, folder, path))
                    {
                        see(None);
                    }
                }
                FieldValue::List(items) => {
                    for item in items {
                        walk(&item.value, folder, path, see);
                    }
                }
                FieldValue::Object(fields) => {
                    for (_, item) in fields {
                        walk(&item.value, folder, path, see);
                    }
                }
                _ => {}
            }
        }
        fn shows(link: &Link, folder: &str, path: &str) -> bool {
            link.kind == LinkKind::Image
                && path_of(folder, &decoded(&link.destination)).is_some_and(|found| found == *path)
        }
        let mut places = Vec::new();
        for entry in &self.entries {
            let versions = entry
                .versions
                .ids()
                .filter_map(|language| entry.online(language));
            for version in versions {
                for (_, value) in version.fields.iter() {
                    walk(value, &entry.folder, path, &mut |place| {
                        places.push(match place {
                            Some((file, span)) => match entry.files.get(usize::from(file)) {
                                Some(file) => Location::new(file.clone(), span),
                                None => version.place.clone(),
                            },
                            None => version.place.clone(),
                        });
                    });
                }
                let folder = folder_of(&version.place.path);
                let body = version.body.iter().flat_map(|body| &body.references);
                places.extend(
                    body.filter(|link| shows(link, folder, path)).map(|link| {
                        Location::new(version.place.path.clone(), link.destination_span)
                    }),
                );
            }
        }
        places.sort();
        places.dedup();
        places
    }
}

/// What an id of a menu names.
pub fn menu_target(graph: &Graph, config: &Config, id: &str) -> Option<LinkTarget> {
    let id = if id.is_empty() { "_index" } else { id };
    graph.by_id(config, id, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_paths() {
        let cases = [
            (
                "content/news",
                "../about/index.fr.md",
                Some("content/about/index.fr.md"),
            ),
            ("content/news", "./a.jpg", Some("content/news/a.jpg")),
            ("content", "../../x", None),
            ("content/a", "..", Some("content")),
        ];
        for (folder, path, wanted) in cases {
            assert_eq!(relative(folder, path).as_deref(), wanted, "{folder} {path}");
        }
    }

    #[test]
    fn destinations_elsewhere() {
        for yes in ["https://a.org", "mailto:a@b.org", "//a.org/x", "tel:+212"] {
            assert!(is_elsewhere(yes), "{yes}");
        }
        for no in ["/news", "a/b.md", "#x", "a b:c", "index.fr.md?x:y", ":x"] {
            assert!(!is_elsewhere(no), "{no}");
        }
    }
}
