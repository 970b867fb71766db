//! Documents that are published: whether they can be read aloud, and what they hold that nobody sees.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use rihla_build::query::Site;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Diagnostic, Message};
use rihla_media::{HiddenKind, hidden, pdf_spoken};

/// The ends of the names of documents that are looked at.
const DOCUMENTS: &[&str] = &[
    "pdf", "docx", "docm", "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp",
];

/// What PDFs lack that somebody needs who has them read aloud (RGAA 4.1.2, 13.3.1), and what documents of
/// all kinds hide.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let assets = site.plan.assets.iter().map(|asset| &asset.source);
    let copies = site.plan.copies.iter().map(|(_, source)| source);
    let is_document = |path: &&Arc<str>| {
        let end = path.rsplit_once('.').map(|(_, end)| end);
        end.is_some_and(|end| DOCUMENTS.iter().any(|one| one.eq_ignore_ascii_case(end)))
    };
    let documents: BTreeSet<&Arc<str>> = assets.chain(copies).filter(is_document).collect();
    let documents: Vec<&Arc<str>> = documents.into_iter().collect();
    let found = documents.par_iter().flat_map_iter(|path| of(site, path));
    found.collect()
}

fn of(site: &Site, path: &Arc<str>) -> Vec<Diagnostic> {
    let Ok(bytes) = site.snapshot.read_blob(path) else {
        return Vec::new();
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    let say =
        |message: &'static Message| Diagnostic::on_file(message, path.clone()).with("file", name);
    let mut found = Vec::new();
    if let Some(spoken) = pdf_spoken(&bytes) {
        let lacking: [(bool, &'static Message); 3] = [
            (spoken.title, &say::PDF_TITLE),
            (spoken.language, &say::PDF_LANGUAGE),
            (spoken.tags, &say::PDF_TAGS),
        ];
        let lacking = lacking.into_iter().filter(|(is_there, _)| !is_there);
        found.extend(lacking.map(|(_, message)| say(message)));
    }
    let hidden = hidden(&bytes);
    let kinds = hidden.kinds.into_iter().map(|kind| match kind {
        HiddenKind::Comments => "comments",
        HiddenKind::Changes => "changes",
        HiddenKind::Notes => "notes",
        HiddenKind::Sheets => "sheets",
        HiddenKind::Files => "files",
    });
    found.extend(kinds.map(|kind| say(&say::DOCUMENT_HIDDEN).with("what", kind)));
    if !hidden.people.is_empty() {
        let people = hidden.people.join(", ");
        found.push(say(&say::DOCUMENT_AUTHOR).with("people", people));
    }
    found
}
