//! Documents that are published: whether they can be read aloud.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use rihla_build::query::Site;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Diagnostic, Message};
use rihla_media::pdf_spoken;

/// What PDFs lack that somebody needs who has them read aloud (RGAA 4.1.2, 13.3.1).
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let assets = site.plan.assets.iter().map(|asset| &asset.source);
    let copies = site.plan.copies.iter().map(|(_, source)| source);
    let is_pdf = |path: &&Arc<str>| path.to_ascii_lowercase().ends_with(".pdf");
    let documents: BTreeSet<&Arc<str>> = assets.chain(copies).filter(is_pdf).collect();
    let documents: Vec<&Arc<str>> = documents.into_iter().collect();
    let found = documents.par_iter().flat_map_iter(|path| of(site, path));
    found.collect()
}

fn of(site: &Site, path: &Arc<str>) -> Vec<Diagnostic> {
    let bytes = site.snapshot.read_blob(path);
    let Some(spoken) = bytes.ok().and_then(|bytes| pdf_spoken(&bytes)) else {
        return Vec::new();
    };
    let lacking: [(bool, &'static Message); 3] = [
        (spoken.title, &say::PDF_TITLE),
        (spoken.language, &say::PDF_LANGUAGE),
        (spoken.tags, &say::PDF_TAGS),
    ];
    let name = path.rsplit('/').next().unwrap_or(path);
    let lacking = lacking.into_iter().filter(|(is_there, _)| !is_there);
    let found =
        lacking.map(|(_, message)| Diagnostic::on_file(message, path.clone()).with("file", name));
    found.collect()
}
