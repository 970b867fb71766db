//! Texts: what Markdown and YAML say in words.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::corrections::{self, Correction, Names, Setting, Tongue, speaks_of_computers};
use super::fields::{self, LeafPlace, PlaceKind};
use super::guard::{self, Announced};
use super::{Around, Change, Fixed, Fixer, html, letters, markup, quoting, typed, values};
use rihla_diagnostics::Draft;
use rihla_diagnostics::catalogue::fmt as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_site::content;
use rihla_site::graph;
use rihla_site::source::{Body, Digest, File};
use rihla_text::language::slug;
use rihla_text::markdown::{self, Passage, PassageKind};
use rihla_text::url::composed;
use rihla_text::yaml::{Node, Value};

/// How often a text is corrected at most until nothing is left to correct.
const ROUNDS: usize = 4;

/// Fixes the texts of the content.
pub(super) struct Texts;

impl Fixer for Texts {
    fn takes(&self, file: &File) -> bool {
        is_text(file)
    }

    fn fix(&self, file: &File, around: &Around) -> Option<Fixed> {
        let Body::Text(text) = &file.body else {
            return None;
        };
        let (mut draft, mut findings) = match around.drafts.get(&file.path) {
            Some((draft, findings)) => (draft.clone(), findings.clone()),
            None => (Draft::new(text.clone()), Vec::new()),
        };
        let is_held = fix(&file.path, &mut draft, &mut findings, around).is_some();
        if !is_held {
            return Some(Fixed::kept(&file.path));
        }
        if !draft.is_changed() {
            return None;
        }
        rihla_diagnostics::order(&mut findings);
        findings.dedup();
        Some(Fixed {
            path: file.path.clone(),
            change: Some(Change {
                before: file.digest,
                bytes: draft.text().as_bytes().to_vec(),
                draft: Some(draft),
            }),
            findings,
        })
    }
}

/// Whether a file is a text of the content, and its bytes are its text.
pub(super) fn is_text(file: &File) -> bool {
    let Body::Text(text) = &file.body else {
        return false;
    };
    file.path.starts_with("content/")
        && (guard::is_markdown(&file.path) || guard::is_yaml(&file.path))
        && Digest::of(text.as_bytes()) == file.digest
}

/// Fixes a text. `None` where that would change more than it should.
fn fix(
    path: &Arc<str>,
    draft: &mut Draft,
    findings: &mut Vec<Diagnostic>,
    around: &Around,
) -> Option<()> {
    let Some(site) = &around.site else {
        return Some(());
    };
    typed::fix(path, draft, site.parts.diagnostics_of(path), findings);
    let parts = site.parts.of(path);
    let language = parts.iter().find_map(|part| part.language);
    let root = guard::read(path, draft.text()).root;
    let is_configuration = content::is_configuration(path);
    let places = match is_configuration {
        true => fields::places_of_configuration(root.as_ref(), &site.tags),
        false => fields::places(root.as_ref(), parts, &site.config),
    };
    findings.extend(quoting::quotes(path, draft, &places)?);
    findings.extend(letters::compose(path, draft, &places)?);
    values::fix(path, draft, &places, findings);
    if guard::is_markdown(path) {
        findings.extend(html::rewrite(path, draft));
        let folder = graph::folder_of(path);
        let is_file = |name: &str| {
            let file = graph::relative(folder, &composed(name));
            file.is_some_and(|file| around.snapshot.get(&file).is_some())
        };
        markup::fix(path, draft, findings, &is_file);
    }
    let body = language.map(|language| site.tags[language].clone());
    for _ in 0..ROUNDS {
        let corrector = Corrector {
            path,
            text: draft.text().to_owned(),
            around,
        };
        match corrector.step(&places, body.as_ref(), draft)? {
            more if more.is_empty() => return Some(()),
            more => findings.extend(more),
        }
    }
    // What never ends is not right.
    None
}

/// One step of correction.
struct Corrector<'a> {
    path: &'a Arc<str>,
    text: String,
    around: &'a Around<'a>,
}

/// A correction with its place in a text that holds its line.
struct Fix {
    /// The number of its line.
    line: usize,
    correction: Correction,
    /// What it replaces, and by what.
    edits: Vec<(Span, String)>,
    /// The words that it concerns; `None` where they stand in several pieces.
    words: Option<Span>,
}

impl Fix {
    /// Where it stands.
    fn span(&self) -> Span {
        let edits = || self.edits.iter().map(|(span, _)| *span);
        let start = edits().map(|span| span.start).min();
        let end = edits().map(|span| span.end).max();
        let all = Span::new(start.unwrap_or_default(), end.unwrap_or_default());
        self.words.unwrap_or(all)
    }
}

impl Corrector<'_> {
    /// Corrects the values and the text of a file; gives what was corrected.
    fn step(
        &self,
        places: &BTreeMap<usize, LeafPlace>,
        body: Option<&Arc<str>>,
        draft: &mut Draft,
    ) -> Option<Vec<Diagnostic>> {
        let contents = guard::read(self.path, &self.text);
        let mut announced = Announced::default();
        let mut edits: Vec<(Span, String)> = Vec::new();
        let mut findings = Vec::new();
        let is_readable = !contents.problems.iter().any(Diagnostic::is_error);
        if is_readable {
            let leaves = fields::leaves(contents.root.as_ref());
            for (number, place) in places {
                // Letters are letters where no language says how it spells.
                let tag = place.language.as_deref().unwrap_or_default();
                if let Some(leaf) = leaves.get(*number) {
                    self.value(
                        *number,
                        leaf,
                        place.kind,
                        tag,
                        &mut announced,
                        |fix, text| {
                            findings.push(self.finding(draft, &fix, text));
                            edits.extend(fix.edits);
                        },
                    );
                }
            }
        }
        if let Some(span) = contents.body {
            let passages = markdown::words(&self.text, span);
            let mut fixes = Vec::new();
            if let Some(tag) = body {
                fixes = self.fixes(&passages, &self.text, tag, true);
                self.spare_anchors(span, &passages, &mut fixes);
            }
            announced.lines = corrected(&passages, &fixes);
            for fix in fixes {
                findings.push(self.finding(draft, &fix, &passages[fix.line].text));
                edits.extend(fix.edits);
            }
        }
        if edits.is_empty() {
            return Some(findings);
        }
        edits.sort_by_key(|(span, _)| *span);
        let changes: Vec<(Span, &str)> =
            edits.iter().map(|(span, with)| (*span, &**with)).collect();
        draft.replace_all(&changes);
        guard::holds(self.path, (&self.text, &contents), draft.text(), &announced)
            .then_some(findings)
    }

    /// Corrects a value; `give` gets each correction, with its line.
    fn value(
        &self,
        number: usize,
        leaf: &Node,
        kind: PlaceKind,
        tag: &str,
        announced: &mut Announced,
        mut give: impl FnMut(Fix, &str),
    ) {
        let Value::Scalar(scalar) = &leaf.value else {
            return;
        };
        let value = &scalar.text;
        let is_markdown = kind == PlaceKind::Markdown;
        let passages = match kind {
            PlaceKind::Markdown => markdown::words(value, Span::new(0, value.len())),
            PlaceKind::Text => paragraphs(value),
            PlaceKind::Other | PlaceKind::Typed => return,
        };
        let mut fixes = self.fixes(&passages, value, tag, is_markdown);
        if fixes.is_empty() {
            return;
        }
        let written = leaf.written(&self.text);
        let place = |span: Span| written.place(span.start, span.end);
        fixes.retain(|fix| fix.edits.iter().all(|(span, _)| place(*span).is_some()));
        if fixes.is_empty() {
            return;
        }
        let mut edits: Vec<_> = fixes.iter().flat_map(|fix| &fix.edits).collect();
        edits.sort_by_key(|(span, _)| *span);
        let mut new = value.clone();
        for (span, with) in edits.into_iter().rev() {
            new.replace_range(span.start..span.end, with);
        }
        announced.values.insert(number, new);
        if is_markdown {
            let lines = corrected(&passages, &fixes);
            announced.fields.insert(number, lines);
        }
        for mut fix in fixes {
            for (span, _) in &mut fix.edits {
                *span = place(*span).unwrap_or(*span);
            }
            fix.words = fix.words.and_then(place);
            let line = &passages[fix.line].text;
            give(fix, line);
        }
    }

    /// The corrections of some lines, in order; `whole` is the text in which they have their places.
    fn fixes(&self, passages: &[Passage], whole: &str, tag: &str, is_markdown: bool) -> Vec<Fix> {
        let mut fixes = Vec::new();
        let of_computers = OnceCell::new();
        let is_of_computers = || {
            *of_computers.get_or_init(|| {
                let spelling = self.around.tongue(tag).spelling;
                spelling.is_some_and(|spelling| {
                    let mut lines = passages.iter();
                    lines.any(|passage| speaks_of_computers(&passage.text, spelling))
                })
            })
        };
        for (line, passage) in passages.iter().enumerate() {
            let language = passage.language.as_deref().unwrap_or(tag);
            let setting = Setting {
                tongue: self.around.tongue(language),
                is_prose: is_markdown && passage.kind == PassageKind::Prose,
                names: self.around.names(),
                is_of_computers: &is_of_computers,
            };
            let found = corrections::find(&passage.text, &setting);
            for mut correction in found {
                if correction.message == &say::SPACES
                    && !keep_outer_space(passage, whole, &mut correction)
                {
                    continue;
                }
                let edits = correction.edits.iter();
                let edits: Option<Vec<(Span, String)>> = edits
                    .map(|(range, with)| Some((passage.place(range.clone())?, with.clone())))
                    .collect();
                let Some(edits) = edits else { continue };
                fixes.push(Fix {
                    line,
                    words: passage.place(correction.words.clone()),
                    edits,
                    correction,
                });
            }
        }
        fixes.sort_by_key(|fix| fix.edits[0].0);
        fixes
    }

    /// Leaves headings alone whose identifier a link names, and would be another one.
    fn spare_anchors(&self, body: Span, passages: &[Passage], fixes: &mut Vec<Fix>) {
        let is_heading = |fix: &Fix| passages[fix.line].kind == PassageKind::Heading;
        let Some(site) = self
            .around
            .site
            .as_ref()
            .filter(|_| fixes.iter().any(is_heading))
        else {
            return;
        };
        let new = corrected(passages, fixes);
        let document = markdown::tree(&self.text, body);
        let is_named = |line: usize| {
            let start = passages[line].start().unwrap_or_default();
            let headings = document.toc().iter();
            let mut headings =
                headings.filter(|heading| heading.span.start <= start && start < heading.span.end);
            headings.next().is_some_and(|heading| {
                let name = slug(&heading.text);
                heading.id.starts_with(&name)
                    && site.anchors.contains(heading.id.as_str())
                    && slug(&new[line]) != slug(&passages[line].text)
            })
        };
        fixes.retain(|fix| !is_heading(fix) || !is_named(fix.line));
    }

    fn finding(&self, draft: &Draft, fix: &Fix, line: &str) -> Diagnostic {
        let finding = fix.correction.diagnostic(line);
        let mut finding = finding.placed(rihla_diagnostics::Location::new(
            self.path.clone(),
            fix.span(),
        ));
        if let Some(words) = fix.words {
            finding = finding.replace(words, fix.correction.right(line));
        }
        quoting::original(draft, finding)
    }
}

/// The lines of a text after their corrections.
fn corrected(passages: &[Passage], fixes: &[Fix]) -> Vec<String> {
    let mut lines: Vec<String> = passages
        .iter()
        .map(|passage| passage.text.clone())
        .collect();
    let edits = fixes
        .iter()
        .flat_map(|fix| fix.correction.edits.iter().map(|edit| (fix.line, edit)));
    let mut edits: Vec<_> = edits.collect();
    edits.sort_by_key(|(line, (range, _))| (*line, range.start));
    for (line, (range, with)) in edits.into_iter().rev() {
        lines[line].replace_range(range.clone(), with);
    }
    lines
}

/// The paragraphs of a text without markup.
fn paragraphs(text: &str) -> Vec<Passage> {
    let mut start = 0;
    let paragraphs = text.split_inclusive("\n\n").map(|paragraph| {
        let passage = Passage::plain(paragraph.trim_end_matches('\n'), start);
        start += paragraph.len();
        passage
    });
    paragraphs.collect()
}

impl Fixed {
    /// A file that is left as it was.
    pub(super) fn kept(path: &Arc<str>) -> Self {
        Self {
            path: path.clone(),
            change: None,
            findings: vec![Diagnostic::on_file(&say::KEPT, path.clone())],
        }
    }
}

impl Around<'_> {
    /// How a language writes, by its tag.
    fn tongue(&self, tag: &str) -> Tongue {
        match &self.site {
            Some(site) => site.tongue(tag),
            None => Tongue::default(),
        }
    }

    fn names(&self) -> &Names {
        static NONE: std::sync::LazyLock<Names> = std::sync::LazyLock::new(Names::default);
        self.site.as_ref().map_or(&NONE, |site| &site.names)
    }
}

/// Of several spaces of which some stand in a link, keeps one that stands outside of it. Whether they
/// are several on the page too: between those around a tag stands what nobody can be sure to be HTML.
fn keep_outer_space(passage: &Passage, whole: &str, correction: &mut Correction) -> bool {
    let [(edit, _)] = &mut correction.edits[..] else {
        return true;
    };
    // The edit takes away all but the first.
    let first = edit.start - 1..edit.start;
    let last = edit.end - 1..edit.end;
    let (first, last) = (passage.place(first), passage.place(last));
    let (Some(first), Some(last)) = (first, last) else {
        return true;
    };
    if whole
        .get(first.end..last.start)
        .is_some_and(|between| between.contains('<'))
    {
        return false;
    }
    // With its spaces, what Word leaves of a bullet is told.
    let line = whole[..first.start].rfind('\n').map_or(0, |end| end + 1);
    let before = whole[line..first.start].trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    if before.chars().count() == 1 && markdown::lettered(&whole[first.start - before.len()..]) {
        return false;
    }
    let rest = &whole[first.end..];
    let is_inner = rest.trim_start_matches(' ').starts_with(']');
    if is_inner {
        *edit = edit.start - 1..edit.end - 1;
    }
    // What is no more than spaces between two marks goes with its marks.
    let gone = if is_inner { first } else { last };
    let is_mark = |c: Option<char>| c.is_some_and(|c| "[]*_~`".contains(c));
    first.end == last.start
        || !is_mark(whole[..gone.start].chars().next_back())
        || !is_mark(whole[gone.end..].chars().next())
}
