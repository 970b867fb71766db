//! One file becomes parts.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::guesses::{meant, without_guesses, wrong};
use super::naming::misnamed;
use super::{Body, Part, Role, characters, is_configuration, number_of, schema_of};
use crate::config::{CONTENT, Config};
use crate::ids::CollectionId;
use crate::schema;
use crate::schema::{Assignment, Schema, Scope, SourceFile};
use crate::source::{Digest, File, Snapshot};
use crate::translation;
use rihla_diagnostics::catalogue::content as say;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_text::language::slug;
use rihla_text::yaml::{Map, Node, Value};
use rihla_text::{markdown, yaml};
use serde::{Deserialize, Serialize};

/// What decides how a file is read, besides what stands in it and in the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Around {
    /// The bundle in which it lies.
    pub(super) bundle: Option<Arc<str>>,
    /// Whether its entry has fields in a file beside it.
    has_fields: bool,
}

pub(super) struct FileReader<'a> {
    pub(super) config: &'a Config,
    pub(super) builtin: &'a Schema,
    pub(super) bundles: &'a BTreeSet<Arc<str>>,
    pub(super) snapshot: &'a Snapshot,
}

/// Where a file stands.
pub(super) struct Position<'p> {
    pub(super) collection: CollectionId,
    /// The folder below `content`, empty at the top.
    folder: &'p str,
    /// The name of the file.
    pub(super) name: &'p str,
    /// Whether `folder` is the top of its collection.
    pub(super) at_top: bool,
    /// The bundle in which the file lies.
    pub(super) bundle: Option<&'p str>,
}

impl FileReader<'_> {
    /// What decides how the file at a path is read, besides the file.
    pub(super) fn around(&self, path: &str) -> Around {
        let position = self.position(path);
        let bundle = position.as_ref().and_then(|position| position.bundle);
        let has_fields = position.is_some_and(|position| {
            let stem = position.name.split('.').next().unwrap_or_default();
            let id = match (stem, position.folder) {
                ("index" | "shared", folder) => folder.to_owned(),
                (stem, "") => stem.to_owned(),
                (stem, folder) => format!("{folder}/{stem}"),
            };
            self.has_fields_elsewhere(&id)
        });
        Around {
            bundle: bundle.map(Arc::from),
            has_fields,
        }
    }

    pub(super) fn read(&self, file: &File) -> (Vec<Part>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut parts = Vec::new();
        let mut is_misnamed = false;
        if let (Some(position), Some(text)) =
            (self.position(&file.path), self.snapshot.text(&file.path))
        {
            let capitals = self.capitals(file, &position);
            is_misnamed = capitals.is_some();
            let result = match extension(position.name) {
                _ if is_misnamed => capitals.flatten().map_or(Ok(()), Err),
                Some("md" | "markdown") => self
                    .markdown(file, text, &position, &mut diagnostics)
                    .map(|part| parts.push(part)),
                Some("yaml" | "yml") => {
                    self.yaml(file, text, &position, &mut parts, &mut diagnostics)
                }
                _ => Ok(()),
            };
            diagnostics.extend(result.err());
            if !parts.is_empty() {
                let fields = match file.path.ends_with(".yaml") || file.path.ends_with(".yml") {
                    true => Some(Span::new(0, text.len())),
                    false => yaml::front_matter(&file.path, text).0.yaml,
                };
                diagnostics.extend(characters::odd(&file.path, text, fields));
            }
        }
        without_guesses(&mut diagnostics);
        if parts.is_empty()
            && diagnostics.is_empty()
            && !is_misnamed
            && let Some(position) = self.position(&file.path)
        {
            diagnostics.extend(misnamed(file, &position).or_else(|| self.unread(file, &position)));
        }
        (parts, diagnostics)
    }

    fn position<'p>(&self, path: &'p str) -> Option<Position<'p>> {
        let inside = path.strip_prefix("content/")?;
        let (folder, name) = inside.rsplit_once('/').unwrap_or(("", inside));
        if is_configuration(path) {
            return None;
        }
        let first = folder.split('/').next().unwrap_or_default();
        let declared = self.config.collection(first).filter(|_| !first.is_empty());
        let collection = declared.map_or_else(|| self.config.pages(), |(number, _)| number);
        let mut bundle = None;
        if declared.is_some() {
            let mut end = folder.len();
            loop {
                if self.bundles.contains(&folder[..end]) {
                    bundle = Some(&folder[..end]);
                }
                match folder[..end].rfind('/') {
                    Some(at) => end = at,
                    None => break,
                }
            }
        }
        Some(Position {
            collection,
            folder,
            name,
            at_top: folder == if declared.is_some() { first } else { "" },
            bundle,
        })
    }

    fn schema(&self, position: &Position, role: Role) -> &Schema {
        schema_of(self.config, position.collection, role)
    }

    /// A text in one language.
    fn markdown(
        &self,
        file: &File,
        text: &str,
        position: &Position,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Part, Diagnostic> {
        let (stem, language) = self.language_of(file, position)?;
        let tag = self.config.site.languages[language].tag.clone();
        let wanted = |stem: &str| format!("{stem}.{tag}.md");
        let join = |name: &str| match position.folder {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        let (role, id) = match (stem, position.bundle) {
            ("_index", _) if position.at_top => {
                let role = if position.folder.is_empty() {
                    Role::Home
                } else {
                    Role::List
                };
                (role, join("_index"))
            }
            ("_index", _) => {
                return Err(Diagnostic::on_file(&say::STRAY_INDEX, file.path.clone())
                    .with("wanted", wanted("index")));
            }
            ("index", _) if !position.folder.is_empty() => (Role::Entry, position.folder.into()),
            (_, Some(bundle)) => {
                return Err(Diagnostic::on_file(&say::STRAY_TEXT, file.path.clone())
                    .with("folder", format!("content/{bundle}"))
                    .with("wanted", wanted("index")));
            }
            (stem, None) => (Role::Entry, join(stem)),
        };
        let (front, problems) = yaml::front_matter(&file.path, text);
        let mut readable = problems.iter().all(|d| !d.is_error());
        // Where there are fields that cannot be read, that has been said.
        let lacks_fields = front.yaml.is_none() && problems.is_empty();
        if lacks_fields && role == Role::Entry && !self.has_fields_elsewhere(&id) {
            readable = false;
            diagnostics.push(without_fields(&file.path, text, front.body));
        }
        diagnostics.extend(problems);
        let (mut fields, mut misnamed, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        if let Some(range) = front.yaml {
            let (node, problems) = self.parse(file, text, range, position, role);
            readable &= problems.iter().all(|d| !d.is_error());
            diagnostics.extend(problems);
            if let Some(map) = self.map(file, node.as_ref(), diagnostics) {
                let scope = Scope::Language(&tag);
                let (read, problems) = self.fields(file, text, position, role, map, scope);
                fields = read;
                misnamed = meant(&problems);
                unread = wrong(&problems);
                diagnostics.extend(problems);
            }
        }
        let (mut document, problems) = markdown::parse(&file.path, text, front.body);
        diagnostics.extend(problems);
        let charts = document.take_charts();
        let is_empty = document.is_blank();
        let (toc, references) = document.into_parts();
        let head = front.yaml.map_or(0, |yaml| yaml.start);
        Ok(Part {
            path: file.path.clone(),
            digest: file.digest,
            head: Span::new(head, head),
            id: id.into(),
            role,
            collection: position.collection,
            language: Some(language),
            fields,
            readable,
            misnamed,
            unread,
            body: Some(Body {
                span: front.body,
                is_empty,
                words: Digest::of(&translation::normalize(
                    &text[front.body.start..front.body.end],
                )),
                toc,
                references,
                charts,
            }),
        })
    }

    /// Whether an entry has a file of YAML beside its texts.
    fn has_fields_elsewhere(&self, id: &str) -> bool {
        ["yaml", "yml"].iter().any(|extension| {
            [
                format!("{CONTENT}/{id}.{extension}"),
                format!("{CONTENT}/{id}/shared.{extension}"),
            ]
            .iter()
            .any(|path| self.snapshot.get(path).is_some())
        })
    }

    /// A file that is all YAML.
    fn yaml(
        &self,
        file: &File,
        text: &str,
        position: &Position,
        parts: &mut Vec<Part>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(), Diagnostic> {
        let stem = position
            .name
            .rsplit_once('.')
            .map_or(position.name, |(stem, _)| stem);
        if stem == "entries" && position.at_top && position.bundle.is_none() {
            return self.many(file, text, position, parts, diagnostics);
        }
        if stem == "entries" && self.config.collections[position.collection].builtin {
            return Err(Diagnostic::on_file(&say::UNDECLARED, file.path.clone())
                .with("folder", format!("content/{}", position.folder))
                .with(
                    "wanted",
                    format!("content/{}/collection.yaml", position.folder),
                ));
        }
        let id: Arc<str> = match (stem, position.bundle) {
            ("shared" | "index", _) if !position.folder.is_empty() => position.folder.into(),
            // Data that the entry of this folder uses.
            (_, Some(_)) => return Ok(()),
            (stem, None) if position.folder.is_empty() => stem.into(),
            (stem, None) => format!("{}/{stem}", position.folder).into(),
        };
        let range = Span::new(0, text.len());
        let (node, problems) = self.parse(file, text, range, position, Role::Entry);
        let is_list = matches!(&node, Some(node) if matches!(node.value, Value::List(_)));
        if is_list && self.config.collections[position.collection].builtin {
            // Rows of data for the charts of a page; what is wrong with them is told there.
            return Ok(());
        }
        let readable = problems.iter().all(|d| !d.is_error());
        diagnostics.extend(problems);
        let (mut fields, mut misnamed, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        if let Some(map) = self.map(file, node.as_ref(), diagnostics) {
            let (read, problems) =
                self.fields(file, text, position, Role::Entry, map, Scope::Shared);
            fields = read;
            misnamed = meant(&problems);
            unread = wrong(&problems);
            diagnostics.extend(problems);
        }
        parts.push(Part {
            path: file.path.clone(),
            digest: file.digest,
            head: Span::new(0, 0),
            id,
            role: Role::Entry,
            collection: position.collection,
            language: None,
            fields,
            readable,
            misnamed,
            unread,
            body: None,
        });
        Ok(())
    }

    /// `entries.yaml`: a list of small entries.
    fn many(
        &self,
        file: &File,
        text: &str,
        position: &Position,
        parts: &mut Vec<Part>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(), Diagnostic> {
        let range = Span::new(0, text.len());
        let languages = self.config.site.tags();
        let shape = schema::Shape {
            is_list: true,
            ..self.shape(position, Role::Entry, &languages)
        };
        let (node, problems) = yaml::parse_as(&file.path, text, range, &shape);
        let readable = problems.iter().all(|d| !d.is_error());
        diagnostics.extend(problems);
        let items = match node.as_ref().map(|node| &node.value) {
            None | Some(Value::Null) => return Ok(()),
            Some(Value::List(items)) => items,
            Some(_) => return Err(Diagnostic::on_file(&say::NOT_A_LIST, file.path.clone())),
        };
        for item in items {
            let Some(map) = self.map(file, Some(item), diagnostics) else {
                continue;
            };
            let start = Span::new(item.span.start, item.span.start);
            let place = |span| Location::new(file.path.clone(), span);
            let Some((id, span)) = id_of(map) else {
                let title = ["title", "name"]
                    .iter()
                    .find_map(|key| first_text(map.get(key)?))
                    .map_or_else(|| "…".to_owned(), slug);
                diagnostics.push(
                    Diagnostic::new(&say::NO_ID)
                        .with("example", title)
                        .placed(place(start)),
                );
                continue;
            };
            if slug(id) != id {
                let finding = Diagnostic::new(&say::ID_FORM)
                    .with("value", id)
                    .with("example", slug(id))
                    .placed(place(span));
                // What another item is called already cannot be meant.
                let taken = |item: &Node| match &item.value {
                    Value::Map(map) => id_of(map).is_some_and(|(other, _)| other == slug(id)),
                    _ => false,
                };
                let is_free = !slug(id).is_empty() && !items.iter().any(taken);
                diagnostics.push(match is_free {
                    true => finding.replace(span, slug(id)),
                    false => finding,
                });
                continue;
            }
            let mut map = map.clone();
            map.remove("id");
            let (fields, problems) =
                self.fields(file, text, position, Role::Entry, &map, Scope::Shared);
            let misnamed = meant(&problems);
            let unread = wrong(&problems);
            diagnostics.extend(problems);
            parts.push(Part {
                path: file.path.clone(),
                digest: file.digest,
                head: span,
                id: format!("{}/{id}", position.folder).into(),
                role: Role::Entry,
                collection: position.collection,
                language: None,
                fields,
                readable,
                misnamed,
                unread,
                body: None,
            });
        }
        Ok(())
    }

    /// What is known of the fields of a file.
    fn shape<'s>(
        &'s self,
        position: &Position,
        role: Role,
        languages: &'s [Arc<str>],
    ) -> schema::Shape<'s> {
        schema::Shape {
            schema: self.schema(position, role),
            builtin: self.builtin,
            languages,
            is_list: false,
        }
    }

    /// The fields of one entry as YAML.
    fn parse(
        &self,
        file: &File,
        text: &str,
        range: Span,
        position: &Position,
        role: Role,
    ) -> (Option<Node>, Vec<Diagnostic>) {
        let languages = self.config.site.tags();
        let shape = self.shape(position, role, &languages);
        yaml::parse_as(&file.path, text, range, &shape)
    }

    fn map<'n>(
        &self,
        file: &File,
        node: Option<&'n Node>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<&'n Map> {
        match node {
            Some(Node {
                value: Value::Map(map),
                ..
            }) => Some(map),
            Some(Node {
                value: Value::Null, ..
            })
            | None => None,
            Some(node) => {
                diagnostics.push(Diagnostic::at(
                    &say::NOT_A_MAP,
                    file.path.clone(),
                    node.span,
                ));
                None
            }
        }
    }

    fn fields(
        &self,
        file: &File,
        text: &str,
        position: &Position,
        role: Role,
        map: &Map,
        scope: Scope,
    ) -> (Vec<Assignment>, Vec<Diagnostic>) {
        let language = match scope {
            Scope::Language(tag) => self.config.language(tag),
            Scope::Shared => None,
        };
        let source = SourceFile {
            path: &file.path,
            text,
            file: number_of(language),
            zone: &self.config.site.time_zone,
        };
        schema::read(
            self.schema(position, role),
            self.builtin,
            source,
            map,
            scope,
            &self.config.site.tags(),
        )
    }
}

pub(super) fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}

/// The path of another file of the same folder.
pub(super) fn sibling(path: &str, name: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{name}"),
        None => name.to_owned(),
    }
}

/// What is said of a text without fields: it may have them without the lines of hyphens.
fn without_fields(path: &Arc<str>, text: &str, body: Span) -> Diagnostic {
    let start = Span::new(body.start, body.start);
    let finding = Diagnostic::at(&say::NO_FIELDS, path.clone(), start);
    let is_key = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '\u{a0}');
        let rest = &line[name.len()..];
        !name.trim().is_empty()
            && name.len() < 30
            && name.chars().all(is_name)
            && (rest.trim_end() == ":" || rest.starts_with(": "))
    };
    let lines: Vec<&str> = text[body.start..body.end]
        .split_inclusive('\n')
        .take_while(|line| {
            let is_inside = line.starts_with([' ', '\t']) || line.starts_with("- ");
            is_key(line) || !line.trim().is_empty() && is_inside
        })
        .collect();
    let has_title = lines.iter().any(|line| {
        let name = line.split(':').next().unwrap_or_default();
        matches!(&*slug(name), "title" | "titre")
    });
    let (Some(first), Some(last)) = (lines.first().filter(|_| has_title), lines.last()) else {
        return finding;
    };
    let end = body.start + lines.iter().map(|line| line.len()).sum::<usize>();
    let below = match last.ends_with('\n') {
        true => "---\n",
        false => "\n---\n",
    };
    let whole = Span::new(body.start, end);
    Diagnostic::at(&say::UNFRAMED, path.clone(), start)
        .with("first", first.trim_end())
        .with("last", last.trim())
        .replace(
            whole,
            format!("---\n{}{below}", &text[whole.start..whole.end]),
        )
}

fn id_of(map: &Map) -> Option<(&str, Span)> {
    let node = map.get("id")?;
    match &node.value {
        Value::Scalar(scalar) if !scalar.text.is_empty() => Some((&scalar.text, node.span)),
        _ => None,
    }
}

/// A text, or the first of a map of texts.
fn first_text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(&scalar.text),
        Value::Map(map) => map.iter().find_map(|(_, node)| first_text(node)),
        _ => None,
    }
}
