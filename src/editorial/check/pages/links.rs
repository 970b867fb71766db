//! Where the addresses on pages lead.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use rihla_build::query::Site;
use rihla_build::write::WrittenFile;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::nearest;
use rihla_html::ReferenceKind;
use rihla_site::plan::output_of;

use super::{Found, Kept, OnPage};

/// What is wrong with an address.
enum Fault {
    /// There is nothing.
    Target,
    /// The page has no such part: its number.
    Fragment(usize),
}

/// The addresses that lead to no page and no file of the site, or to a part that a page does not have.
pub(super) fn check(site: &Site, kept: &Kept, files: &[WrittenFile]) -> Vec<OnPage> {
    let targets = Targets::new(site, files);
    let faults: Vec<Option<Fault>> = kept
        .names
        .iter()
        .map(|name| targets.fault(kept, name))
        .collect();
    let mut found = Vec::new();
    for (number, seen) in kept.seen.iter().enumerate() {
        for reference in &seen.references {
            let Some(name) = kept.names.get(reference.name as usize) else {
                continue;
            };
            let Some(Some(fault)) = faults.get(reference.name as usize) else {
                continue;
            };
            let span = reference.span();
            let is_link = matches!(reference.kind, ReferenceKind::Link | ReferenceKind::Form);
            let (path, fragment) = name.split_once('#').unwrap_or((name, ""));
            let path = path
                .strip_prefix('/')
                .filter(|path| path.starts_with('/'))
                .unwrap_or(path);
            found.extend(match (fault, is_link) {
                (Fault::Target, true) => Some((
                    number,
                    Found::new(&say::LINK_TARGET, span).with("address", path),
                )),
                (Fault::Target, false) => Some((
                    number,
                    Found::new(&say::RESOURCE, span).with("address", path),
                )),
                (Fault::Fragment(page), true) => {
                    let parts = kept.seen[*page].parts.iter().map(|part| &**part);
                    let mut finding = Found::new(&say::LINK_FRAGMENT, span)
                        .with("page", path)
                        .with("fragment", fragment);
                    if let Some(near) = nearest(fragment, parts) {
                        finding = finding.with("nearest", near);
                    }
                    Some((number, finding))
                }
                (Fault::Fragment(_), false) => None,
            });
        }
    }
    found
}

/// All that an address may lead to.
struct Targets<'t> {
    /// The files of the site.
    files: BTreeSet<&'t str>,
    /// The files at which a former address answers.
    redirects: BTreeSet<String>,
}

impl<'t> Targets<'t> {
    fn new(site: &Site, files: &'t [WrittenFile]) -> Self {
        let redirects = site.routes.redirects.iter();
        Self {
            files: files.iter().map(|file| &*file.path).collect(),
            redirects: redirects
                .map(|redirect| output_of(&redirect.from))
                .collect(),
        }
    }

    /// What is wrong with an address of the site.
    fn fault(&self, kept: &Kept, name: &str) -> Option<Fault> {
        let (path, fragment) = match name.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (name, None),
        };
        let page = kept.page(path).or_else(|| kept.page(&format!("{path}/")));
        let Some(page) = page else {
            return (!self.holds(path)).then_some(Fault::Target);
        };
        let fragment = fragment.filter(|fragment| {
            // The top of each page, and words that a browser looks for.
            !fragment.is_empty() && *fragment != "top" && !fragment.starts_with(":~:")
        })?;
        let parts = &kept.seen[page].parts;
        // A part whose name is written as an address writes it is found by its letters first (HTML, section 7.4.6.4).
        let is_written = |part: &str| {
            part.contains('%') && percent_decode_str(part).decode_utf8_lossy() == fragment
        };
        let has = parts
            .binary_search_by(|part| (**part).cmp(fragment))
            .is_ok()
            || parts.iter().any(|part| is_written(part));
        (!has).then_some(Fault::Fragment(page))
    }

    fn holds(&self, path: &str) -> bool {
        // Outside the folder in which the site lies.
        if path.starts_with("//") {
            return false;
        }
        let own = path.strip_prefix('/').unwrap_or(path);
        let outputs = [
            output_of(path),
            output_of(&format!("{path}/")),
            own.to_owned(),
        ];
        let mut outputs = outputs.iter();
        outputs.any(|output| self.files.contains(&**output) || self.redirects.contains(output))
    }
}
