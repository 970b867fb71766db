//! Images and files that a text names.

use super::Checker;
use crate::graph::links::{LinkTarget, folder_of, relative, with_ending};
use crate::schema::{FieldValue, Spanned};
use crate::source::{Blob, Body as FileBody};
use crate::variant;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_media::Header;
use rihla_text::url::decoded;

/// An image of more bytes is more than any page needs.
const HEAVY: u64 = 10_000_000;

impl Checker<'_> {
    pub(super) fn image(&mut self, name: &str, span: Span) {
        let Some(path) = self.file(name, span) else {
            return;
        };
        let Some(file) = self.snapshot.get(&path) else {
            return;
        };
        match &file.body {
            FileBody::Blob(blob) if blob.header.kind.is_image() => {
                self.blob(name, &path, blob, span);
                self.people(name, span);
            }
            FileBody::Text(_) if path.to_lowercase().ends_with(".svg") => {}
            _ => self.report(Diagnostic::new(&say::NOT_AN_IMAGE).with("file", name), span),
        }
    }

    /// An image that is not a text: whether something can be made of it.
    fn blob(&mut self, name: &str, path: &str, blob: &Blob, span: Span) {
        let header = &blob.header;
        let limit = self.config.site.images.memory;
        let megabytes = |bytes: u64| bytes.div_ceil(1_000_000);
        if blob.length > HEAVY {
            self.diagnostics.push(
                Diagnostic::on_file(&say::IMAGE_HEAVY, path).with("size", megabytes(blob.length)),
            );
        }
        match (variant::kind_of(header), header.size()) {
            (_, None) => self.report(
                Diagnostic::new(&say::IMAGE_DAMAGED).with("file", name),
                span,
            ),
            (Some(_), Some((width, height))) => {
                let needed = variant::memory(blob);
                if needed > limit {
                    self.report(
                        Diagnostic::new(&say::IMAGE_TOO_LARGE)
                            .with("file", name)
                            .with("width", width)
                            .with("height", height)
                            .with("needed", megabytes(needed))
                            .with("limit", limit / 1_000_000),
                        span,
                    );
                }
            }
            (None, Some(_)) => {
                self.unfixable(name, header, span);
                if blob.length > self.config.site.images.budget {
                    self.report(
                        Diagnostic::new(&say::IMAGE_AS_IT_IS)
                            .with("file", name)
                            .with("size", blob.length.div_ceil(1_000)),
                        span,
                    );
                }
            }
        }
    }

    /// Asks whether the photographs of an entry show people, once for each of its files, where the site does.
    fn people(&mut self, name: &str, span: Span) {
        let is_told = |found: &Diagnostic| found.message == &say::PEOPLE_UNSAID;
        let mut versions = self.graph.entries[self.entry].versions.iter().flatten();
        let is_asked = self.config.site.images.people_consent
            && !versions.any(|version| version.builtin("shows_people").is_some());
        if is_asked && !self.diagnostics.iter().any(is_told) {
            let finding = Diagnostic::new(&say::PEOPLE_UNSAID).with("file", name);
            self.report(finding, span);
        }
    }

    /// Photographs that show people are published where somebody says that those agree.
    pub(super) fn consent(&mut self, shows: &Spanned) {
        let mut versions = self.graph.entries[self.entry].versions.iter().flatten();
        let is_missing = self.config.site.images.people_consent
            && shows.value == FieldValue::Boolean(true)
            && !versions.any(|version| version.builtin("consent").is_some());
        if is_missing {
            self.report(Diagnostic::new(&say::CONSENT_MISSING), shows.span);
        }
    }

    /// Metadata that cannot be taken out of a file which is published as it is.
    fn unfixable(&mut self, name: &str, header: &Header, span: Span) {
        if header.is_sealed() {
            let kinds = header.metadata.iter().map(|kind| kind.name());
            let kinds: Vec<&str> = kinds.collect();
            self.report(
                Diagnostic::new(&say::METADATA)
                    .with("file", name)
                    .with("kinds", kinds.join(", ")),
                span,
            );
        }
    }

    /// A file that can be got: an image among them must not tell more than it shows.
    pub(super) fn linked(&mut self, name: &str, path: &str, span: Span) {
        if let Some(FileBody::Blob(blob)) = self.snapshot.get(path).map(|file| &file.body) {
            self.unfixable(name, &blob.header, span);
        }
    }

    /// A file beside the text, or one of `static` by its absolute path.
    pub(in crate::graph) fn file(&mut self, name: &str, span: Span) -> Option<String> {
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
        let begin = name.rfind('/').map_or(0, |slash| slash + 1);
        let near = self.near_file(&path);
        let near = near.map(|near| format!("{}{near}", &name[..begin]));
        let near = near.or_else(|| self.file_elsewhere(folder, &name[begin..]));
        let finding = Diagnostic::new(&say::FILE)
            .with("value", name)
            .with_some("nearest", near.as_ref())
            .with("folder", folder_of(&path));
        let finding = match near {
            Some(near) => self.offered(finding, span, name, &near),
            None => finding,
        };
        self.report(finding, span);
        None
    }

    /// The name of a file of the same folder that resembles the one that is missing.
    pub(super) fn near_file(&self, path: &str) -> Option<String> {
        let folder = folder_of(path);
        let name = path.rsplit('/').next()?;
        if let Some(whole) = with_ending(self.snapshot, path) {
            return whole.rsplit('/').next().map(str::to_owned);
        }
        self.near
            .file(self.snapshot, folder, name, &self.part.path)
            .map(str::to_owned)
    }

    /// The file with a name that lies in another folder than the one that is written.
    pub(super) fn file_elsewhere(&self, folder: &str, name: &str) -> Option<String> {
        let path = self.near.elsewhere(self.snapshot, folder, name);
        let path = path.filter(|path| **path != self.part.path)?;
        Some(match path.strip_prefix("static/") {
            Some(rest) => format!("/{rest}"),
            None => beside(folder, path),
        })
    }

    /// Offers another destination where a range of the file writes the one that it has as it is.
    pub(super) fn offered(
        &self,
        finding: Diagnostic,
        span: Span,
        old: &str,
        new: &str,
    ) -> Diagnostic {
        let text = self.snapshot.text(&self.part.path);
        let written = text.and_then(|text| text.get(span.start..span.end));
        match written.and_then(|written| written.rfind(old)) {
            Some(at) => {
                let start = span.start + at;
                let new = new.replace(' ', "%20");
                finding.replace(Span::new(start, start + old.len()), new)
            }
            None => finding,
        }
    }

    /// A file of the writer's own machine; the one that was meant may stand beside the text.
    pub(super) fn on_computer(&mut self, destination: &str, name: &str, place: Span) {
        let folder = folder_of(&self.part.path);
        let name = decoded(name);
        let path = format!("{folder}/{name}");
        let near = match self.snapshot.get(&path) {
            Some(_) => Some(name.to_string()),
            None => self.near_file(&path),
        };
        let finding = Diagnostic::new(&say::ON_COMPUTER)
            .with("value", destination)
            .with("folder", folder)
            .with("name", &*name)
            .with_some("nearest", near.as_ref());
        let finding = match near {
            Some(near) => self.offered(finding, place, destination, &near),
            None => finding,
        };
        self.report(finding, place);
    }

    /// The file that a path means which lacks the ending of its name, or begins elsewhere than paths of
    /// this site do: `deux.fr`, `/static/docs/x.pdf`, `news/report.pdf`, `..\\about\\index.fr.md`.
    pub(super) fn file_meant(&self, folder: &str, path: &str) -> Option<String> {
        let leads = |destination: &str| {
            let (snapshot, config) = (self.snapshot, self.config);
            let target = self
                .graph
                .link_target(snapshot, config, folder, destination);
            !matches!(target, LinkTarget::Nothing | LinkTarget::Outside)
        };
        let path = decoded(path).replace('\\', "/");
        let inside = path.trim_start_matches(['.', '/']);
        let copied = inside.strip_prefix("static/").unwrap_or(inside);
        let of_content = inside.strip_prefix("content/").unwrap_or(inside);
        [
            path.clone(),
            format!("{path}.md"),
            format!("/{copied}"),
            beside(folder, &format!("content/{of_content}")),
            beside(folder, &format!("content/{of_content}.md")),
        ]
        .into_iter()
        .find(|destination| destination.contains('.') && leads(destination))
    }

    /// The entry that a path with the extension of a text means, although it lacks the language or
    /// begins elsewhere: `about.md`, `../about/index.md`.
    pub(super) fn text_meant(&self, folder: &str, path: &str) -> Option<String> {
        let path = decoded(path);
        let stem = path
            .strip_suffix(".md")
            .or_else(|| path.strip_suffix(".markdown"))
            .or_else(|| path.strip_suffix(".html"))?;
        let tags = self.config.site.languages.iter();
        let stem = tags
            .filter_map(|language| stem.strip_suffix(&*language.tag)?.strip_suffix('.'))
            .next()
            .unwrap_or(stem);
        let stem = stem.strip_suffix("/index").unwrap_or(stem);
        let absolute = format!("/{}", stem.trim_start_matches(['.', '/']));
        [stem, &*absolute].into_iter().find_map(|destination| {
            let target = self
                .graph
                .link_target(self.snapshot, self.config, folder, destination);
            match target {
                LinkTarget::Entry(entry, _) => Some(format!("/{}", self.graph.entries[entry].id)),
                _ => None,
            }
        })
    }
}

/// A path of the site as a text in `folder` writes it.
fn beside(folder: &str, path: &str) -> String {
    let own: Vec<&str> = folder.split('/').collect();
    let parts: Vec<&str> = path.split('/').collect();
    let same = own.iter().zip(&parts).take_while(|(own, part)| own == part);
    let same = same.count().min(parts.len() - 1);
    let up = "../".repeat(own.len() - same);
    format!("{up}{}", parts[same..].join("/"))
}
