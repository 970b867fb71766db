//! Where references, links, pictures and facts lead, and what leads nowhere.

use std::sync::Arc;

use super::{Graph, Unresolved, Version};
use crate::config::{Config, MenuItem, MenuTarget, SITE};
use crate::content::{Part, Role};
use crate::diagnostic::catalogue::graph as say;
use crate::diagnostic::{Diagnostic, Place, Span, nearest};
use crate::markdown::LinkKind;
use crate::schema::{Kind, Schema, Spanned, Value};
use crate::source::{Body as FileBody, Snapshot};

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To an entry, by number, and a heading of it.
    Entry(usize, Option<Arc<str>>),
    /// To the list of a collection, by number.
    List(usize),
    /// To a heading of the same text.
    Here(Arc<str>),
    /// To a file of the site, which is published.
    File(Arc<str>),
    /// To an address that is written as it stands: elsewhere, or a file of `static`.
    Address(Arc<str>),
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
fn is_elsewhere(destination: &str) -> bool {
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

/// The text of `%20` and its like; the text itself where that is not UTF-8.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            Some(code) => {
                bytes.push(code);
                rest = &tail[2..];
            }
            None => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
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
            Some(file) if snapshot.get(&file).is_some() && file.starts_with("static/") => {
                LinkTarget::Address(format!("/{path}").into())
            }
            Some(_) => LinkTarget::Nothing,
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
            let is_configuration = matches!(
                path.rsplit_once('.').map(|(_, extension)| extension),
                Some("yaml" | "yml" | "md" | "markdown")
            );
            return if is_configuration {
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
    pub fn fragment(&self, entry: usize, language: usize, fragment: &str) -> Option<Arc<str>> {
        let versions = &self.entries[entry].versions;
        let outline = |language: usize| {
            versions[language]
                .as_ref()
                .and_then(|version| version.body.as_ref())
                .map(|body| body.outline.as_slice())
        };
        let own = outline(language)?;
        if own.iter().any(|heading| heading.id == fragment) {
            return Some(fragment.into());
        }
        (0..versions.len()).find_map(|other| {
            let theirs = outline(other)?;
            let at = theirs.iter().position(|heading| heading.id == fragment)?;
            (theirs.len() == own.len()).then(|| own[at].id.as_str().into())
        })
    }

    /// The entry of the collection `facts` with an id.
    pub fn fact(&self, config: &Config, id: &str) -> Option<usize> {
        let (collection, _) = config.collection("facts")?;
        self.resolve(config, collection, id).ok()
    }
}

/// What came of looking at the parts of one entry.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// The entries that they name, and the field that does.
    pub(super) found: Vec<(usize, Arc<str>)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Resolves what the parts of one entry name, and reports what is wrong.
pub(super) fn check(
    graph: &Graph,
    number: usize,
    parts: &[Part],
    snapshot: &Snapshot,
    config: &Config,
) -> Checked {
    let schema = match parts[0].role {
        Role::Entry => &config.collections[parts[0].collection].schema,
        _ => &config.collections[config.collections.len() - 1].schema,
    };
    let mut checked = Checked::default();
    for part in parts {
        let mut checker = Checker {
            graph,
            snapshot,
            config,
            part,
            schema,
            entry: number,
            found: Vec::new(),
            diagnostics: Vec::new(),
        };
        checker.fields();
        checker.body();
        checked.found.append(&mut checker.found);
        checked.diagnostics.append(&mut checker.diagnostics);
    }
    checked
}

struct Checker<'a> {
    graph: &'a Graph,
    snapshot: &'a Snapshot,
    config: &'a Config,
    part: &'a Part,
    schema: &'a Schema,
    entry: usize,
    /// Entries referred to, and the field that does.
    found: Vec<(usize, Arc<str>)>,
    diagnostics: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn report(&mut self, diagnostic: Diagnostic, span: Span) {
        self.diagnostics
            .push(diagnostic.placed(Place::new(self.part.path.clone(), span)));
    }

    fn fields(&mut self) {
        for assignment in &self.part.fields {
            if let Some(field) = self
                .schema
                .fields
                .iter()
                .find(|field| field.name == assignment.field)
            {
                self.value(&field.name, &field.kind, &assignment.value);
            }
        }
    }

    fn value(&mut self, field: &Arc<str>, kind: &Kind, spanned: &Spanned) {
        match (&spanned.value, kind) {
            (Value::Localized(texts), kind) => {
                for (_, value) in texts {
                    self.value(field, kind, value);
                }
            }
            (Value::List(items), Kind::List(item)) => {
                for value in items {
                    self.value(field, &item.kind, value);
                }
            }
            // A field with `many: true`.
            (Value::List(items), kind) => {
                for value in items {
                    self.value(field, kind, value);
                }
            }
            (Value::Object(values), Kind::Object(fields)) => {
                for (name, value) in values {
                    if let Some(inner) = fields.iter().find(|inner| inner.name == *name) {
                        self.value(field, &inner.kind, value);
                    }
                }
            }
            (Value::Reference(name), Kind::Reference { to }) => {
                self.reference(field, to, name, spanned.span);
            }
            (Value::Image(image), _) => {
                if let Value::File(name) = &image.file.value {
                    self.picture(name, image.file.span);
                }
            }
            (Value::File(file), _) => {
                self.file(file, spanned.span);
            }
            (Value::Link(link), _) if !is_elsewhere(link) => self.link(link, spanned.span),
            _ => {}
        }
    }

    fn reference(&mut self, field: &Arc<str>, to: &str, name: &str, span: Span) {
        let Some((collection, _)) = self.config.collection(to) else {
            return;
        };
        match self.graph.resolve(self.config, collection, name) {
            Ok(entry) => self.found.push((entry, field.clone())),
            Err(Unresolved::Ambiguous(ids)) => self.report(
                Diagnostic::new(&say::AMBIGUOUS)
                    .with("value", name)
                    .with("candidates", ids.join(", ")),
                span,
            ),
            Err(Unresolved::Unknown) => {
                let prefix = format!("{to}/");
                let names: Vec<&str> = self
                    .graph
                    .entries
                    .iter()
                    .filter(|entry| entry.collection == collection)
                    .filter_map(|entry| entry.id.strip_prefix(&prefix))
                    .collect();
                let near = nearest(name, names.iter().copied()).map(str::to_owned);
                let mut diagnostic = Diagnostic::new(&say::REFERENCE)
                    .with("value", name)
                    .with("collection", to)
                    .with_some("nearest", near.clone());
                if let Some(near) = near {
                    diagnostic = diagnostic.replace(span, near);
                }
                self.report(diagnostic, span);
            }
        }
    }

    fn picture(&mut self, name: &str, span: Span) {
        let Some(path) = self.file(name, span) else {
            return;
        };
        let Some(file) = self.snapshot.get(&path) else {
            return;
        };
        match &file.body {
            FileBody::Blob(blob) if blob.header.kind.is_picture() => {
                if !blob.header.metadata.is_empty() {
                    let kinds: Vec<&str> = blob
                        .header
                        .metadata
                        .iter()
                        .map(|kind| kind.name())
                        .collect();
                    self.report(
                        Diagnostic::new(&say::METADATA)
                            .with("file", name)
                            .with("kinds", kinds.join(", ")),
                        span,
                    );
                }
            }
            FileBody::Text(_) if path.to_lowercase().ends_with(".svg") => {}
            _ => self.report(
                Diagnostic::new(&say::NOT_A_PICTURE).with("file", name),
                span,
            ),
        }
    }

    /// A file beside the text, or one of `static` by its absolute path.
    fn file(&mut self, name: &str, span: Span) -> Option<String> {
        let folder = folder_of(&self.part.path);
        let path = match name.strip_prefix('/') {
            Some(rest) => relative("static", rest).filter(|path| path.starts_with("static/")),
            None => relative(folder, name).filter(|path| path.starts_with("content/")),
        };
        let Some(path) = path else {
            self.report(Diagnostic::new(&say::OUTSIDE).with("value", name), span);
            return None;
        };
        if self.snapshot.get(&path).is_some() {
            return Some(path);
        }
        let near = self.near_file(&path);
        self.report(
            Diagnostic::new(&say::FILE)
                .with("value", name)
                .with_some("nearest", near)
                .with("folder", folder_of(&path)),
            span,
        );
        None
    }

    /// The name of a file of the same folder that resembles the one that is missing.
    fn near_file(&self, path: &str) -> Option<String> {
        let folder = folder_of(path);
        let name = path.rsplit('/').next()?;
        let names: Vec<&str> = self
            .snapshot
            .under(folder)
            .filter(|file| folder_of(&file.path) == folder)
            .filter_map(|file| file.path.rsplit('/').next())
            .collect();
        nearest(name, names).map(str::to_owned)
    }

    fn body(&mut self) {
        let Some(body) = &self.part.body else {
            return;
        };
        for reference in &body.references {
            match reference.kind {
                LinkKind::Link => self.link(&reference.destination, reference.span),
                LinkKind::Image if is_elsewhere(&reference.destination) => {
                    self.report(
                        Diagnostic::new(&say::OUTSIDE).with("value", &reference.destination),
                        reference.span,
                    );
                }
                LinkKind::Image => self.picture(&decoded(&reference.destination), reference.span),
                LinkKind::Fact => self.fact(&reference.destination, reference.span),
            }
        }
    }

    fn fact(&mut self, id: &str, span: Span) {
        if self.graph.fact(self.config, id).is_some() {
            return;
        }
        let names: Vec<&str> = self
            .graph
            .entries
            .iter()
            .filter_map(|entry| entry.id.strip_prefix("facts/"))
            .collect();
        self.report(
            Diagnostic::new(&say::FACT)
                .with("value", id)
                .with_some("nearest", nearest(id, names)),
            span,
        );
    }

    fn link(&mut self, destination: &str, span: Span) {
        let folder = folder_of(&self.part.path);
        let target = self
            .graph
            .link_target(self.snapshot, self.config, folder, destination);
        match target {
            LinkTarget::Entry(entry, fragment) => {
                self.link_to_entry(destination, entry, fragment.as_deref(), span);
            }
            LinkTarget::Here(fragment) => {
                self.fragment(destination, self.entry, self.part.language, &fragment, span)
            }
            LinkTarget::List(collection) if !self.config.collections[collection].pages => self
                .report(
                    Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination),
                    span,
                ),
            LinkTarget::Outside => self.report(
                Diagnostic::new(&say::OUTSIDE).with("value", destination),
                span,
            ),
            LinkTarget::Nothing => self.nothing(destination, span),
            LinkTarget::List(_) | LinkTarget::File(_) | LinkTarget::Address(_) => {}
        }
    }

    fn link_to_entry(&mut self, destination: &str, to: usize, fragment: Option<&str>, span: Span) {
        let entry = &self.graph.entries[to];
        if !self.config.collections[entry.collection].pages {
            self.report(
                Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination),
                span,
            );
            return;
        }
        let language = self.part.language.unwrap_or(0);
        let Some((shown, _)) = entry.shown(language) else {
            self.report(
                Diagnostic::new(&say::LINK_HIDDEN).with("target", &entry.id),
                span,
            );
            return;
        };
        if let Some(fragment) = fragment {
            self.fragment(destination, to, Some(shown), fragment, span);
        }
    }

    fn fragment(
        &mut self,
        destination: &str,
        entry: usize,
        language: Option<usize>,
        fragment: &str,
        span: Span,
    ) {
        let language = language.unwrap_or(0);
        if self.graph.fragment(entry, language, fragment).is_some() {
            return;
        }
        let ids: Vec<&str> = self.graph.entries[entry].versions[language]
            .as_ref()
            .and_then(|version: &Version| version.body.as_ref())
            .map(|body| {
                body.outline
                    .iter()
                    .map(|heading| heading.id.as_str())
                    .collect()
            })
            .unwrap_or_default();
        let target = destination.split('#').next().unwrap_or_default();
        self.report(
            Diagnostic::new(&say::FRAGMENT)
                .with(
                    "target",
                    if target.is_empty() {
                        &*self.graph.entries[entry].id
                    } else {
                        target
                    },
                )
                .with("fragment", fragment)
                .with_some("nearest", nearest(fragment, ids.iter().copied()))
                .with_some("known", (!ids.is_empty()).then(|| ids.join(", "))),
            span,
        );
    }

    fn nothing(&mut self, destination: &str, span: Span) {
        let path = destination.split('#').next().unwrap_or_default();
        let folder = folder_of(&self.part.path);
        let near = match path.strip_prefix('/') {
            Some(id) => {
                let ids = self.graph.entries.iter().map(|entry| &*entry.id);
                nearest(id.trim_end_matches('/'), ids).map(|id| format!("/{id}"))
            }
            // A file of the folder that was meant, written as the writer began to.
            None => relative(folder, path).and_then(|wanted| {
                let (inside, name) = wanted.rsplit_once('/')?;
                let names = self.graph.files.iter().filter_map(|file| {
                    let (folder, name) = file.path.rsplit_once('/')?;
                    (folder == inside).then_some(name)
                });
                let begin = path.rfind('/').map_or(0, |slash| slash + 1);
                nearest(name, names).map(|name| format!("{}{name}", &path[..begin]))
            }),
        };
        self.report(
            Diagnostic::new(&say::LINK)
                .with("target", path)
                .with_some("nearest", near)
                .with("example", "../about/index.fr.md"),
            span,
        );
    }
}

/// The files of the content that a version's fields and text publish, relative to the site.
pub fn files_of(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
    entry: usize,
    version: &Version,
) -> Vec<Arc<str>> {
    fn walk(value: &Value, found: &mut Vec<Arc<str>>) {
        match value {
            Value::Image(image) => walk(&image.file.value, found),
            Value::File(file) => found.push(file.clone()),
            Value::List(items) => items.iter().for_each(|item| walk(&item.value, found)),
            Value::Object(fields) => fields.iter().for_each(|(_, item)| walk(&item.value, found)),
            _ => {}
        }
    }
    let folder = &graph.entries[entry].folder;
    let mut named = Vec::new();
    for (_, value) in version.fields.iter() {
        walk(value, &mut named);
    }
    let mut files: Vec<Arc<str>> = named
        .iter()
        .filter(|name| !name.starts_with('/'))
        .filter_map(|name| relative(folder, name))
        .map(Arc::from)
        .collect();
    if let Some(body) = &version.body {
        let folder = folder_of(&version.place.path);
        for reference in &body.references {
            match reference.kind {
                LinkKind::Image => files.extend(
                    relative(folder, &decoded(&reference.destination))
                        .filter(|_| !reference.destination.starts_with('/'))
                        .map(Arc::from),
                ),
                LinkKind::Link => {
                    let target =
                        graph.link_target(snapshot, config, folder, &reference.destination);
                    if let LinkTarget::File(file) = target {
                        files.push(file);
                    }
                }
                LinkKind::Fact => {}
            }
        }
    }
    files.retain(|file| snapshot.get(file).is_some());
    files
}

/// What the site as a whole needs: a home page in each language, and menus that lead somewhere.
pub(super) fn check_site(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let home = graph.find("_index").map(|number| &graph.entries[number]);
    for (number, language) in config.site.languages.iter().enumerate() {
        if home.is_none_or(|home| home.versions[number].is_none()) {
            diagnostics.push(
                Diagnostic::on_file(&say::HOME, SITE)
                    .with("language", &language.name)
                    .with("wanted", format!("content/_index.{}.md", language.tag)),
            );
        }
    }
    let items = config.site.menus.iter().flat_map(|(_, items)| items);
    for item in items {
        check_menu(graph, config, item, &mut diagnostics);
    }
    diagnostics
}

fn check_menu(graph: &Graph, config: &Config, item: &MenuItem, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(MenuTarget::Id(id)) = &item.target
        && menu_target(graph, config, id).is_none()
    {
        let ids: Vec<&str> = graph
            .entries
            .iter()
            .filter(|entry| entry.role == Role::Entry)
            .map(|entry| &*entry.id)
            .chain(
                config
                    .collections
                    .iter()
                    .map(|collection| &*collection.name),
            )
            .collect();
        diagnostics.push(
            Diagnostic::at(&say::MENU, SITE, item.span)
                .with("value", id)
                .with_some("nearest", nearest(id, ids)),
        );
    }
    for inner in &item.items {
        check_menu(graph, config, inner, diagnostics);
    }
}

/// What an id of a menu names.
pub(crate) fn menu_target(graph: &Graph, config: &Config, id: &str) -> Option<LinkTarget> {
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

    #[test]
    fn percent_codes() {
        assert_eq!(decoded("caf%C3%A9%20a"), "café a");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%FF"), "%FF");
    }
}
