//! Files become parts of entries: what one file says, knowing no other file.

mod characters;
mod names;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::site::config::{CONTENT, Config};
use crate::site::ids::{CollectionId, Id, LanguageId};
use crate::site::schema::{self, Assignment, Schema, Scope, SourceFile};
use crate::site::source::{Digest, File, Snapshot};
use crate::site::translation;
use names::Meant;
use rihla_chart as chart;
use rihla_diagnostics::catalogue::content as say;
use rihla_diagnostics::catalogue::schema as schema_says;
use rihla_diagnostics::catalogue::yaml as yaml_says;
use rihla_diagnostics::{Correction, Diagnostic, Location, Message, Span, nearest};
use rihla_text::index::Index;
use rihla_text::language::{is_language, slug};
use rihla_text::markdown::{self, Heading, Link};
use rihla_text::yaml::{self, Map, Node, Value};

/// What an entry is to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The text of the home page.
    Home,
    /// The text of a collection's list.
    List,
    /// One thing of a collection.
    Entry,
}

/// What one file, or one item of `entries.yaml`, says of an entry.
#[derive(Debug)]
pub struct Part {
    /// The file.
    pub path: Arc<str>,
    /// Of the file.
    pub digest: Digest,
    /// The place of the part in it, for what concerns it as a whole.
    pub head: Span,
    /// The entry: its path without language, extension and `index`.
    pub id: Arc<str>,
    /// What the entry is to the site.
    pub role: Role,
    /// The number of its collection.
    pub collection: CollectionId,
    /// The number of the file's language; `None` for what holds for all.
    pub language: Option<LanguageId>,
    /// Its fields, in the order of writing.
    pub fields: Vec<Assignment>,
    /// Whether the fields could be read; where not, nothing is said of those that are missing.
    pub readable: bool,
    /// The fields of which it was told that they stand under another name, or their words elsewhere.
    pub misnamed: Vec<Arc<str>>,
    /// The fields that have a value that could not be read.
    pub unread: Vec<Arc<str>>,
    /// Its text, if it is a Markdown file.
    pub body: Option<Body>,
}

impl Part {
    /// The number of the file among those of its entry: 0 for what holds for all languages,
    /// then the languages in the site's order.
    pub fn number(&self) -> u16 {
        number_of(self.language)
    }

    /// What its fields may be, besides those of every entry.
    pub fn schema<'c>(&self, config: &'c Config) -> &'c Schema {
        schema_of(config, self.collection, self.role)
    }
}

/// What the fields of an entry of a collection may be.
fn schema_of(config: &Config, collection: CollectionId, role: Role) -> &Schema {
    match role {
        Role::Entry => &config.collections[collection].schema,
        Role::Home | Role::List => index_schema(config),
    }
}

fn number_of(language: Option<LanguageId>) -> u16 {
    language.map_or(0, |language| {
        u16::try_from(language.position() + 1).unwrap_or(u16::MAX)
    })
}

/// What is kept of a text: the tree is made again where it is rendered.
#[derive(Clone, Debug)]
pub struct Body {
    /// The text in the file.
    pub span: Span,
    /// Whether there is nothing in it.
    pub is_empty: bool,
    /// The digest of its words, normalized as translations are compared.
    pub words: Digest,
    /// Its headings.
    pub toc: Vec<Heading>,
    /// Its links, images and facts.
    pub references: Vec<Link>,
    /// What its charts ask for.
    pub charts: Vec<chart::Request>,
}

/// What one file says.
#[derive(Debug)]
pub struct FileParts {
    path: Arc<str>,
    /// Of the file.
    digest: Digest,
    /// What else decides how it is read.
    around: Around,
    /// What it says of entries.
    pub parts: Vec<Part>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// What decides how a file is read, besides what stands in it and in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Around {
    /// The bundle in which it lies.
    bundle: Option<Arc<str>>,
    /// Whether its entry has fields in a file beside it.
    has_fields: bool,
}

/// What all files of the content say.
#[derive(Debug)]
pub struct Parts {
    /// What tells the configuration with which they were read from another one.
    pub configuration: [u8; 32],
    files: Vec<Arc<FileParts>>,
    by_path: Index,
}

impl Parts {
    /// The parts that a file says something of.
    pub fn of(&self, path: &str) -> &[Part] {
        match self.by_path.get(path) {
            Some(at) => &self.files[at].parts,
            None => &[],
        }
    }

    /// How many errors a file has.
    pub fn errors_in(&self, path: &str) -> usize {
        let diagnostics = self.diagnostics_of(path);
        diagnostics.filter(|problem| problem.is_error()).count()
    }

    /// What is wrong with a file.
    pub fn diagnostics_of(&self, path: &str) -> impl Iterator<Item = &Diagnostic> {
        let file = self.by_path.get(path).map(|at| &self.files[at]);
        file.into_iter().flat_map(|file| &file.diagnostics)
    }

    /// Every part, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        self.files.iter().flat_map(|file| &file.parts)
    }

    /// What is wrong with the files, in their order.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.files.iter().flat_map(|file| &file.diagnostics)
    }
}

/// Reads all files of the content. What `before` says of a file is taken over where it would
/// be read the same.
pub fn read(snapshot: &Snapshot, config: &Config, before: Option<&Parts>) -> Parts {
    let builtin = schema::builtin();
    let bundles = bundles(snapshot, config);
    let configuration = configuration(snapshot);
    let before = before.filter(|before| before.configuration == configuration);
    let reader = FileReader {
        config,
        builtin: &builtin,
        bundles: &bundles,
        snapshot,
    };
    let all: Vec<&File> = snapshot.under(CONTENT).collect();
    let files: Vec<Arc<FileParts>> = all
        .par_iter()
        .map(|file| {
            let around = reader.around(&file.path);
            let known = before
                .and_then(|before| Some(&before.files[before.by_path.get(&file.path)?]))
                .filter(|known| known.digest == file.digest && known.around == around);
            if let Some(known) = known {
                return known.clone();
            }
            let (parts, diagnostics) = reader.read(file);
            Arc::new(FileParts {
                path: file.path.clone(),
                digest: file.digest,
                around,
                parts,
                diagnostics,
            })
        })
        .collect();
    let numbers = files.iter().enumerate();
    Parts {
        configuration,
        by_path: numbers.map(|(at, file)| (file.path.clone(), at)).collect(),
        files,
    }
}

/// What tells one configuration from another: `site.yaml` and every `collection.yaml`.
fn configuration(snapshot: &Snapshot) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for file in snapshot.under(CONTENT) {
        if is_configuration(&file.path) {
            hasher.update(file.path.as_bytes());
            hasher.update(file.digest.bytes());
        }
    }
    *hasher.finalize().as_bytes()
}

/// Whether a file of the content declares something, and says nothing of an entry.
pub fn is_configuration(path: &str) -> bool {
    let Some(inside) = path.strip_prefix("content/") else {
        return false;
    };
    match inside.rsplit_once('/') {
        None => matches!(inside, "site.yaml" | "site.yml"),
        Some((folder, name)) => {
            !folder.contains('/') && matches!(name, "collection.yaml" | "collection.yml")
        }
    }
}

/// The schema of the text of the home page and of lists: everything that a theme may use there.
fn index_schema(config: &Config) -> &Schema {
    &config.collections[config.pages()].schema
}

/// The folders of declared collections that are one entry each.
fn bundles(snapshot: &Snapshot, config: &Config) -> BTreeSet<Arc<str>> {
    snapshot
        .under(CONTENT)
        .filter_map(|file| {
            let path = file.path.strip_prefix("content/")?;
            let (folder, name) = path.rsplit_once('/')?;
            let (collection, _) = folder.split_once('/')?;
            config.collection(collection)?;
            let stem = name.split('.').next()?;
            let is_text = matches!(extension(name), Some("md" | "markdown" | "yaml" | "yml"));
            (is_text && matches!(stem, "index" | "shared")).then(|| Arc::from(folder))
        })
        .collect()
}

fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}

struct FileReader<'a> {
    config: &'a Config,
    builtin: &'a Schema,
    bundles: &'a BTreeSet<Arc<str>>,
    snapshot: &'a Snapshot,
}

/// Where a file stands.
struct Position<'p> {
    collection: CollectionId,
    /// The folder below `content`, empty at the top.
    folder: &'p str,
    /// The name of the file.
    name: &'p str,
    /// Whether `folder` is the top of its collection.
    at_top: bool,
    /// The bundle in which the file lies.
    bundle: Option<&'p str>,
}

impl FileReader<'_> {
    /// What decides how the file at a path is read, besides the file.
    fn around(&self, path: &str) -> Around {
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

    fn read(&self, file: &File) -> (Vec<Part>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut parts = Vec::new();
        if let (Some(position), Some(text)) =
            (self.position(&file.path), self.snapshot.text(&file.path))
        {
            let capitals = self.capitals(file, &position);
            let result = match extension(position.name) {
                _ if capitals.is_some() => capitals.map_or(Ok(()), Err),
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
            && let Some(position) = self.position(&file.path)
        {
            diagnostics.extend(misnamed(file, &position).or_else(|| self.unread(file, &position)));
        }
        (parts, diagnostics)
    }

    /// Names that mean something in small letters, and are read as others in capitals.
    fn capitals(&self, file: &File, position: &Position) -> Option<Diagnostic> {
        let (stem, rest) = position.name.split_once('.')?;
        let small = stem.to_ascii_lowercase();
        let is_meant = matches!(
            &*small,
            "index" | "_index" | "shared" | "entries" | "collection" | "site"
        );
        // A text about a site, or a collection, may have any name.
        let wants_text = matches!(&*small, "index" | "_index");
        let is_source = match extension(position.name)? {
            "md" | "markdown" => wants_text,
            "yaml" | "yml" => !wants_text,
            _ => false,
        };
        if small == stem || !is_meant || !is_source {
            return None;
        }
        let wanted = format!("{small}.{rest}");
        Some(renamed(&say::FILE_CAPITALS, file, &wanted))
    }

    /// A text whose name does not end as one: `x.fr.txt`, `x.fr`, `x` in a collection.
    fn unread(&self, file: &File, position: &Position) -> Option<Diagnostic> {
        let name = position.name;
        let stem = match names::is_other_ending(&file.path) {
            true => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
            false => name.strip_suffix(".txt").unwrap_or(name),
        };
        let text = self.snapshot.text(&file.path);
        let is_text = is_text_without_ending(self.config, &file.path)
            || stem != name
                && position.at_top
                && !self.config.collections[position.collection].builtin
                && text.is_some_and(|text| text.starts_with("---"));
        if !is_text {
            return None;
        }
        let in_language = stem
            .rsplit_once('.')
            .is_some_and(|(_, tag)| self.config.language(tag).is_some());
        let tags = self.config.site.languages.iter();
        let names: Vec<String> = match in_language {
            true => vec![format!("{stem}.md")],
            false => tags
                .map(|language| format!("{stem}.{}.md", language.tag))
                .collect(),
        };
        let is_free = |name: &&String| self.snapshot.get(&sibling(&file.path, name)).is_none();
        let free: Vec<&String> = names.iter().filter(is_free).collect();
        let finding = Diagnostic::on_file(&say::FILE_ENDING, file.path.clone()).with("name", name);
        Some(match free[..] {
            [] => finding.with("wanted", format!("{stem}.….md")),
            [wanted] => self.renamed(finding.with("wanted", wanted), file, wanted),
            [wanted, ref others @ ..] => {
                let others: Vec<&str> = others.iter().map(|name| name.as_str()).collect();
                let finding = finding
                    .with("wanted", wanted)
                    .with("others", others.join(", "));
                free.iter()
                    .fold(finding, |finding, name| self.renamed(finding, file, name))
            }
        })
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
            let (node, problems) = yaml::parse(&file.path, text, range);
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

    /// The name of a text without its language, and the language.
    fn language_of<'p>(
        &self,
        file: &File,
        position: &Position<'p>,
    ) -> Result<(&'p str, LanguageId), Diagnostic> {
        let stem = position
            .name
            .rsplit_once('.')
            .map_or(position.name, |(stem, _)| stem);
        let site = &self.config.site;
        if let Some((meant, wanted)) = self.name_meant(file, position, stem) {
            let finding = match &meant {
                Meant::Language(tag) => Diagnostic::on_file(&say::FILE_LANGUAGE, file.path.clone())
                    .with("language", stem.rsplit('.').next().unwrap_or_default())
                    .with("nearest", tag),
                Meant::Whole => Diagnostic::on_file(&say::NO_LANGUAGE, file.path.clone()),
                Meant::Once => Diagnostic::on_file(&say::LANGUAGE_TWICE, file.path.clone())
                    .with("name", position.name),
            };
            return Err(self.renamed(finding.with("wanted", &wanted), file, &wanted));
        }
        let (name, tag) = match stem.rsplit_once('.') {
            Some((name, tag)) => (name, tag),
            None => {
                return Err(self.without_language(file, stem));
            }
        };
        if let Some(language) = self.config.language(tag) {
            return Ok((name, language));
        }
        let tags: Vec<&str> = site
            .languages
            .iter()
            .map(|language| &*language.tag)
            .collect();
        // A language of the world is meant, though the site does not have it.
        let is_meant = is_language(tag);
        let near = nearest(tag, tags.iter().copied()).filter(|_| !is_meant);
        let wanted = near.map(|near| format!("{name}.{near}.md"));
        let finding = Diagnostic::on_file(&say::FILE_LANGUAGE, file.path.clone())
            .with("language", tag)
            .with_some("meant", is_meant.then_some(tag))
            .with_some("nearest", near)
            .with_some("wanted", wanted.as_ref())
            .with("known", tags.join(", "));
        Err(match wanted {
            Some(wanted) => self.renamed(finding, file, &wanted),
            None => finding,
        })
    }

    /// A text whose name does not say its language: which it may be.
    fn without_language(&self, file: &File, stem: &str) -> Diagnostic {
        let finding = Diagnostic::on_file(&say::NO_LANGUAGE, file.path.clone());
        let tags = || {
            self.config
                .site
                .languages
                .iter()
                .map(|language| &*language.tag)
        };
        // `about-fr.md`.
        let said = tags().find_map(|tag| {
            let at = stem.len().checked_sub(tag.len())?;
            let (name, end) = (stem.get(..at)?, stem.get(at..)?);
            let name = name.strip_suffix(['-', '_', ' '])?;
            (end.eq_ignore_ascii_case(tag) && !name.is_empty())
                .then(|| (format!("{name}.{tag}.md"), format!("{name}/index.{tag}.md")))
        });
        if let Some((wanted, folder)) = said {
            if self.snapshot.get(&sibling(&file.path, &folder)).is_some() {
                return finding;
            }
            return self.renamed(finding.with("wanted", &wanted), file, &wanted);
        }
        let free: Vec<String> = tags()
            .map(|tag| format!("{stem}.{tag}.md"))
            .filter(|name| self.snapshot.get(&sibling(&file.path, name)).is_none())
            .collect();
        let finding = match &free[..] {
            [] => finding,
            [one] => finding.with("wanted", one),
            [one, others @ ..] => finding
                .with("wanted", one)
                .with("others", others.join(", ")),
        };
        free.iter()
            .fold(finding, |finding, name| self.renamed(finding, file, name))
    }

    /// Offers another name for a file, where no file has it.
    fn renamed(&self, finding: Diagnostic, file: &File, name: &str) -> Diagnostic {
        let path = sibling(&file.path, name);
        match self.snapshot.get(&path) {
            Some(_) => finding,
            None => finding.correct(Correction::Rename(path.into())),
        }
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
        let (node, problems) = yaml::parse(&file.path, text, range);
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
        let (node, problems) = yaml::parse(&file.path, text, range);
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

/// The fields that are meant by names which are none, or by languages that stand beside them.
fn meant(problems: &[Diagnostic]) -> Vec<Arc<str>> {
    let of_name = |problem: &&Diagnostic| {
        problem.message == &schema_says::FIELD_UNKNOWN
            || problem.message == &schema_says::FIELD_FOREIGN
            || problem.message == &schema_says::LANGUAGE_INDENT
    };
    let values = problems
        .iter()
        .filter(of_name)
        .flat_map(|problem| &problem.values);
    values
        .filter(|(name, _)| matches!(*name, "nearest" | "name" | "field"))
        .map(|(_, value)| value.as_text().into())
        .collect()
}

/// The fields with a value that is none, which has been told.
fn wrong(problems: &[Diagnostic]) -> Vec<Arc<str>> {
    let values = problems
        .iter()
        .filter(|problem| problem.is_error())
        .flat_map(|problem| &problem.values);
    values
        .filter(|(name, _)| *name == "field")
        .map(|(_, value)| value.as_text().into())
        .collect()
}

/// The path of another file of the same folder.
fn sibling(path: &str, name: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{name}"),
        None => name.to_owned(),
    }
}

/// Takes away what was said of a word as text where its field says what it must be: `draft: yes`
/// is no text that lacks quotation marks.
fn without_guesses(diagnostics: &mut Vec<Diagnostic>) {
    let is_guess =
        |message| message == &yaml_says::AMBIGUOUS || message == &yaml_says::AMBIGUOUS_NUMBER;
    let begins_list = |place: &Location, diagnostics: &[Diagnostic]| {
        diagnostics.iter().any(|diagnostic| {
            let other = diagnostic.place.as_ref();
            diagnostic.message == &schema_says::LIST_WANTED
                && other.is_some_and(|other| {
                    other.path == place.path
                        && other.span.map(|span| span.start) == place.span.map(|span| span.start)
                })
        })
    };
    // What begins with a hyphen is a list, as its field says.
    let lists: Vec<Location> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.message == &yaml_says::ITEM)
        .filter_map(|diagnostic| diagnostic.place.clone())
        .filter(|place| begins_list(place, diagnostics))
        .collect();
    diagnostics.retain(|diagnostic| {
        let place = diagnostic.place.as_ref();
        diagnostic.message != &yaml_says::ITEM || !place.is_some_and(|place| lists.contains(place))
    });
    // `"a", "b"` is a list, where its field is one.
    let lists: Vec<Location> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.message == &schema_says::LIST_WANTED)
        .filter_map(|diagnostic| diagnostic.place.clone())
        .collect();
    diagnostics.retain(|diagnostic| {
        let is_in = |place: &Location, list: &Location| match (place.span, list.span) {
            (Some(span), Some(whole)) => {
                place.path == list.path && whole.start <= span.start && span.start <= whole.end
            }
            _ => false,
        };
        let is_listed = |place: &Location| lists.iter().any(|list| is_in(place, list));
        let is_guess = diagnostic.message == &yaml_says::TEXT_AFTER
            || diagnostic.message == &yaml_says::APOSTROPHE;
        !is_guess || !diagnostic.place.as_ref().is_some_and(is_listed)
    });
    // `,5` is no text that lacks quotation marks, where its field is a number.
    let numbers: Vec<(Arc<str>, usize)> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.message == &schema_says::NUMBER_FORM)
        .filter_map(|diagnostic| {
            let place = diagnostic.place.as_ref()?;
            Some((place.path.clone(), place.span?.start))
        })
        .collect();
    diagnostics.retain(|diagnostic| {
        let place = diagnostic.place.as_ref();
        let at = place.and_then(|place| Some((place.path.clone(), place.span?.start)));
        diagnostic.message != &yaml_says::SIGN || !at.is_some_and(|at| numbers.contains(&at))
    });
    let told: Vec<Location> = diagnostics
        .iter()
        .filter(|diagnostic| !is_guess(diagnostic.message))
        .filter_map(|diagnostic| diagnostic.place.clone())
        .collect();
    diagnostics.retain(|diagnostic| {
        let is_told = diagnostic
            .place
            .as_ref()
            .is_some_and(|place| told.contains(place));
        !(is_guess(diagnostic.message) && is_told)
    });
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

/// What is wrong with the name of a file that would be read under another one.
fn misnamed(file: &File, position: &Position) -> Option<Diagnostic> {
    let name = position.name;
    let (stem, extension) = name.rsplit_once('.')?;
    let small = extension.to_ascii_lowercase();
    let is_source = |extension: &str| matches!(extension, "md" | "markdown" | "yaml" | "yml");
    if small != extension && is_source(&small) {
        return Some(renamed(&say::FILE_ENDING, file, &format!("{stem}.{small}")));
    }
    if small == "txt"
        && let Some((inner, hidden)) = stem.rsplit_once('.')
        && is_source(&hidden.to_ascii_lowercase())
    {
        let wanted = format!("{inner}.{}", hidden.to_ascii_lowercase());
        return Some(renamed(&say::FILE_ENDING, file, &wanted));
    }
    is_table_of_entries(&file.path).then(|| {
        Diagnostic::on_file(&say::ENTRIES_FORM, file.path.clone())
            .with("name", name)
            .with("extension", small)
    })
}

/// Whether the name of a file is that of a text without its ending: `x.fr`, `x.fr.txt`, and `x` beside
/// the entries of a collection.
pub(crate) fn is_text_without_ending(config: &Config, path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/') else {
        return false;
    };
    let collection = folder.strip_prefix("content/").unwrap_or_default();
    let is_top = folder == CONTENT || config.collection(collection).is_some();
    let stem = name.strip_suffix(".txt").unwrap_or(name);
    if names::is_other_ending(path) {
        return true;
    }
    match stem.rsplit_once('.') {
        Some((name, tag)) => (is_top || name == "index") && config.language(tag).is_some(),
        None => name == stem && config.collection(collection).is_some(),
    }
}

/// Whether a file is named like `entries.yaml`, and holds a table.
pub(crate) fn is_table_of_entries(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let extension = name.strip_prefix("entries.");
    matches!(
        extension,
        Some("csv" | "json" | "ods" | "toml" | "tsv" | "xls" | "xlsx")
    )
}

/// A finding about the name of a file, with the one to give it.
fn renamed(message: &'static Message, file: &File, wanted: &str) -> Diagnostic {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let folder = &file.path[..file.path.len() - name.len()];
    Diagnostic::on_file(message, file.path.clone())
        .with("name", name)
        .with("wanted", wanted)
        .correct(Correction::Rename(format!("{folder}{wanted}").into()))
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
