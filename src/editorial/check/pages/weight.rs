//! How heavy pages are: what is sent before one can be shown.

use std::collections::{BTreeMap, BTreeSet};

use rihla_build::query::Site;
use rihla_build::write::WrittenFile;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Message, Severity, Span, Value};
use rihla_html::ReferenceKind;
use rihla_site::plan::output_of;

use super::{Found, Kept, OnPage};

/// What of a page is too heavy, as the message calls it.
struct Weighed {
    what: &'static str,
    bytes: u64,
    limit: (u64, u64),
    span: Span,
}

/// The pages that are heavier than the site's limits.
pub(super) fn check(site: &Site, kept: &Kept, files: &[WrittenFile]) -> Vec<OnPage> {
    let limits = site.config.site.checks.limits;
    let sizes: BTreeMap<&str, u64> = files.iter().map(|file| (&*file.path, file.sent)).collect();
    // Each address once, whichever page has it.
    let sizes: Vec<u64> = kept
        .names
        .iter()
        .map(|name| {
            let path = name.split_once('#').map_or(&**name, |(path, _)| path);
            let size = sizes.get(&*output_of(path));
            size.copied().unwrap_or(0)
        })
        .collect();
    let mut found = Vec::new();
    for (number, seen) in kept.seen.iter().enumerate() {
        let mut counted = BTreeSet::new();
        let (mut styles, mut scripts, mut others) = (0, 0, 0);
        for reference in &seen.references {
            let size = sizes.get(reference.name as usize).copied().unwrap_or(0);
            let kind = match reference.kind {
                ReferenceKind::Style => &mut styles,
                ReferenceKind::Script => &mut scripts,
                // Of the sizes that a browser may choose from, it takes one.
                ReferenceKind::Image if !reference.is_choice => &mut others,
                _ => continue,
            };
            if size > 0 && counted.insert(reference.name) {
                *kind += size;
            }
        }
        let page = seen.sent + styles + scripts + others;
        // Where the first of a kind is asked for; of the page as a whole, nowhere in it.
        let first = |kind: ReferenceKind| {
            let mut own = seen.references.iter();
            let first = own.find(|reference| reference.kind == kind);
            first.map_or(Span::default(), |reference| reference.span())
        };
        for weighed in [
            Weighed {
                what: "html",
                bytes: seen.sent,
                limit: limits.html,
                span: Span::default(),
            },
            Weighed {
                what: "styles",
                bytes: styles,
                limit: limits.styles,
                span: first(ReferenceKind::Style),
            },
            Weighed {
                what: "scripts",
                bytes: scripts,
                limit: limits.scripts,
                span: first(ReferenceKind::Script),
            },
            Weighed {
                what: "page",
                bytes: page,
                limit: limits.page,
                span: Span::default(),
            },
        ] {
            if let Some(finding) = over(&say::WEIGHT, weighed.span, weighed.bytes, weighed.limit) {
                let finding = finding
                    .with("what", weighed.what)
                    .with("size", weighed.bytes.div_ceil(1_000))
                    .with("limit", weighed.limit.0 / 1_000);
                found.push((number, finding));
            }
        }
        // The page is a file too.
        let requests = counted.len() as u64 + 1;
        if let Some(finding) = over(&say::REQUESTS, Span::default(), requests, limits.requests) {
            let finding = finding
                .with("count", Value::Count(counted.len() + 1))
                .with("limit", limits.requests.0);
            found.push((number, finding));
        }
    }
    found
}

/// A finding where there is more than a limit; an error where there is far more.
fn over(
    message: &'static Message,
    span: Span,
    amount: u64,
    (warning, error): (u64, u64),
) -> Option<Found> {
    (amount > warning).then(|| Found {
        weight: (amount > error).then_some(Severity::Error),
        ..Found::new(message, span)
    })
}
