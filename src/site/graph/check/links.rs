//! Where the links of a text lead.

use super::Checker;
use super::site::folder_meant;
use crate::graph::Version;
use crate::graph::links::{LinkTarget, folder_of, is_elsewhere, is_source, relative, with_ending};
use crate::ids::{EntryId, LanguageId};
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};
use rihla_text::language::slug;
use rihla_text::markdown;
use rihla_text::markdown::{Link, LinkKind};
use rihla_text::url::decoded;

/// Up to this many headings, all are named where one is missing.
const KNOWN: usize = 30;

/// How the path of a text is written.
const EXAMPLE: &str = "../about/index.fr.md";

impl Checker<'_> {
    /// What a text refers to; `place` is where the destination is written.
    pub(super) fn refers(&mut self, reference: &Link, span: Span, place: Span) {
        let is_name = matches!(
            reference.kind,
            LinkKind::Fact | LinkKind::Block | LinkKind::Language
        );
        if let Some(name) = markdown::wording::on_computer(&reference.destination)
            && !is_name
        {
            return self.on_computer(&reference.destination, name, place);
        }
        if !is_name && self.has_unseen(&reference.destination, place) {
            return;
        }
        match reference.kind {
            LinkKind::Link => self.link(&reference.destination, span, place),
            LinkKind::Image if is_elsewhere(&reference.destination) => {
                self.report(
                    Diagnostic::new(&say::IMAGE_ELSEWHERE).with("value", &reference.destination),
                    span,
                );
            }
            LinkKind::Image => self.image(&decoded(&reference.destination), span),
            LinkKind::File if is_source(&reference.destination) => self.report(
                Diagnostic::new(&say::SOURCE_FILE).with("file", &reference.destination),
                span,
            ),
            LinkKind::File => {
                self.file(&decoded(&reference.destination), span);
            }
            LinkKind::Fact => self.fact(&reference.destination, span),
            LinkKind::Block => self.block(&reference.destination, span),
            LinkKind::Language => self.language_name(&reference.destination, span),
        }
    }

    /// Tells of an address that holds characters which nobody sees, and says whether it does. The name
    /// of a file may hold them.
    fn has_unseen(&mut self, destination: &str, place: Span) -> bool {
        let Some(seen) = without_unseen(destination) else {
            return false;
        };
        let named = relative(folder_of(&self.part.path), &decoded(destination));
        if named.is_some_and(|path| self.snapshot.get(&path).is_some()) {
            return false;
        }
        let invisible = destination.chars().find(|c| markdown::is_invisible(*c));
        let invisible = invisible.map(|c| format!("U+{:04X}", u32::from(c)));
        let finding = Diagnostic::new(&say::ADDRESS_UNSEEN).with_some("invisible", invisible);
        let finding = self.offered(finding, place, destination, &seen);
        self.report(finding, place);
        true
    }

    pub(super) fn link(&mut self, destination: &str, span: Span, place: Span) {
        let folder = folder_of(&self.part.path);
        let target = self
            .graph
            .link_target(self.snapshot, self.config, folder, destination);
        match target {
            LinkTarget::Entry(entry, fragment) => {
                self.link_to_entry(destination, entry, fragment.as_deref(), span, place);
            }
            LinkTarget::Here(fragment) => self.fragment(
                destination,
                self.entry,
                self.part.language,
                &fragment,
                (span, place),
            ),
            LinkTarget::List(collection) if !self.config.collections[collection].pages => self
                .report(
                    Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination),
                    span,
                ),
            LinkTarget::Outside if self.file_meant(folder, destination).is_none() => self.report(
                Diagnostic::new(&say::OUTSIDE).with("value", destination),
                span,
            ),
            LinkTarget::Outside | LinkTarget::Nothing => self.nothing(destination, span, place),
            LinkTarget::File(path) => self.linked(destination, &path, span),
            LinkTarget::Several(first) => self.link_to_several(destination, first, span, place),
            LinkTarget::List(_) | LinkTarget::Copied(_) | LinkTarget::Address(_) => {}
        }
    }

    /// A link to a file of several entries, the first of which is given.
    fn link_to_several(&mut self, destination: &str, first: EntryId, span: Span, place: Span) {
        let first = &self.graph.entries[first];
        let collection = &self.config.collections[first.collection];
        if !collection.pages {
            let finding = Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination);
            return self.report(finding, span);
        }
        let named = destination.split_once('#').and_then(|(_, name)| {
            let id = format!("{}/{}", collection.name, decoded(name));
            self.graph.find(&id).map(|_| format!("/{id}"))
        });
        let example = named.clone().unwrap_or_else(|| format!("/{}", first.id));
        let mut finding = Diagnostic::new(&say::LINK_SEVERAL)
            .with("target", destination)
            .with("example", example);
        if let Some(named) = named {
            finding = finding.replace(place, named);
        }
        self.report(finding, span);
    }

    fn link_to_entry(
        &mut self,
        destination: &str,
        to: EntryId,
        fragment: Option<&str>,
        span: Span,
        place: Span,
    ) {
        let entry = &self.graph.entries[to];
        if !self.config.collections[entry.collection].pages {
            self.report(
                Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination),
                span,
            );
            return;
        }
        let language = self.part.language.unwrap_or(LanguageId::FIRST);
        let Some((shown, _)) = entry.shown(language) else {
            // What goes online by itself may find it there.
            let own = &self.graph.entries[self.entry];
            let is_online = match self.part.language {
                Some(language) => own.online(language).is_some(),
                None => own.shown(LanguageId::FIRST).is_some(),
            };
            self.report(
                Diagnostic::new(&say::LINK_HIDDEN)
                    .with("target", &entry.id)
                    .eased(!is_online),
                span,
            );
            return;
        };
        if let Some(fragment) = fragment {
            self.fragment(destination, to, Some(shown), fragment, (span, place));
        }
    }

    fn fragment(
        &mut self,
        destination: &str,
        entry: EntryId,
        language: Option<LanguageId>,
        fragment: &str,
        (span, place): (Span, Span),
    ) {
        let language = language.unwrap_or(LanguageId::FIRST);
        if self.graph.fragment(entry, language, fragment).is_some()
            || self.config.theme.has_anchor(fragment)
        {
            return;
        }
        let ids: Vec<&str> = self.graph.entries[entry].versions[language]
            .as_ref()
            .and_then(|version: &Version| version.body.as_ref())
            .map(|body| body.toc.iter().map(|heading| heading.id.as_str()))
            .into_iter()
            .flatten()
            .collect();
        let of_theme = || self.config.theme.anchors.iter().map(|id| &**id);
        let target = destination.split('#').next().unwrap_or_default();
        // The words of a heading, before what resembles one.
        let words = slug(fragment);
        let near = ids.iter().copied().find(|id| *id == words);
        let near = near.or_else(|| nearest(fragment, ids.iter().copied()));
        let near = near.or_else(|| nearest(fragment, of_theme()));
        let finding = Diagnostic::new(&say::FRAGMENT);
        let finding = match near {
            Some(near) => self.offered(finding, place, destination, &format!("{target}#{near}")),
            None => finding,
        };
        let target = match target {
            "" => &*self.graph.entries[entry].id,
            target => target,
        };
        self.report(
            finding
                .with("target", target)
                .with("fragment", fragment)
                .with_some("bare", ids.is_empty().then_some(target))
                .with_some("nearest", near)
                .with_some(
                    "known",
                    (1..=KNOWN).contains(&ids.len()).then(|| ids.join(", ")),
                ),
            span,
        );
    }

    fn nothing(&mut self, destination: &str, span: Span, place: Span) {
        if destination.trim().is_empty() {
            return self.report(Diagnostic::new(&say::LINK_EMPTY), span);
        }
        let end = destination.find('#').unwrap_or(destination.len());
        let (path, fragment) = destination.split_at(end);
        let folder = folder_of(&self.part.path);
        let certain = self
            .file_meant(folder, path)
            .or_else(|| elsewhere(path))
            .or_else(|| self.text_meant(folder, path));
        let near = certain.or_else(|| match path.strip_prefix('/') {
            Some(id) => {
                let file = relative("static", id).and_then(|path| self.near_file(&path));
                let begin = path.rfind('/').map_or(0, |slash| slash + 1);
                file.filter(|_| id.contains('.'))
                    .map(|name| format!("{}{name}", &path[..begin]))
                    .or_else(|| {
                        let near =
                            self.near
                                .id(self.graph, id.trim_end_matches('/'), &self.part.id);
                        near.map(|id| format!("/{id}"))
                    })
            }
            // A file of the folder that was meant, written as the writer began to.
            None => relative(folder, path).and_then(|wanted| {
                let (inside, name) = wanted.rsplit_once('/')?;
                let begin = path.rfind('/').map_or(0, |slash| slash + 1);
                let near = match with_ending(self.snapshot, &wanted) {
                    Some(_) => None,
                    None => self.near.source(self.graph, inside, name, &self.part.path),
                };
                let near = near.map(str::to_owned);
                let near = near.or_else(|| self.near_file(&wanted))?;
                Some(format!("{}{near}", &path[..begin]))
            }),
        });
        let near = near.or_else(|| {
            let name = path.rsplit('/').next().filter(|name| name.contains('.'))?;
            // The name of many: its folder is what tells one from another.
            let is_of_folder = name.starts_with("index.") || name.starts_with("_index.");
            if is_of_folder {
                return None;
            }
            self.file_elsewhere(folder, &decoded(name))
        });
        let finding = Diagnostic::new(&say::LINK)
            .with("target", path)
            .with_some("nearest", near.as_ref())
            .with_some("folder", folder_meant(folder, path))
            .with_some("example", (path != EXAMPLE).then_some(EXAMPLE));
        // What stands behind the # cannot be known to be there.
        let finding = match near {
            Some(near) if fragment.is_empty() => self.offered(finding, place, destination, &near),
            _ => finding,
        };
        self.report(finding, span);
    }
}

/// The address that was meant by a host or an address of electronic mail without scheme.
fn elsewhere(path: &str) -> Option<String> {
    if let Some(whole) = markdown::wording::whole_address(path) {
        return Some(whole);
    }
    const ENDINGS: [&str; 12] = [
        "org", "com", "net", "int", "info", "edu", "gov", "eu", "ma", "fr", "uk", "ch",
    ];
    let host = path.split(['/', '?']).next().unwrap_or_default();
    let (user, host) = host
        .rsplit_once('@')
        .map_or(("", host), |(user, host)| (user, host));
    let (name, ending) = host.rsplit_once('.')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let is_host = !name.is_empty() && !name.starts_with('.') && name.chars().all(is_name);
    if !is_host {
        None
    } else if !user.is_empty() {
        (!path.contains('/')).then(|| format!("mailto:{path}"))
    } else {
        (host.starts_with("www.") || ENDINGS.contains(&ending)).then(|| format!("https://{path}"))
    }
}

/// An address without the characters that nobody sees, if it has any: spaces at its ends, and anywhere
/// what takes no space. Two that some scripts write between letters stay there.
fn without_unseen(destination: &str) -> Option<String> {
    let trimmed = destination.trim_matches(markdown::is_invisible);
    let is_unseen = |c: char| {
        markdown::is_invisible(c) && !c.is_whitespace() && !matches!(c, '\u{200c}' | '\u{200d}')
    };
    let seen = trimmed.replace(is_unseen, "");
    (!seen.is_empty() && seen != destination).then_some(seen)
}
