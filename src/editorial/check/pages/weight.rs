//! How heavy pages are: what is sent before one can be shown.
//!
//! What is too heavy is told once for each cause: the file that weighs most, wherever pages ask for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rihla_build::query::Site;
use rihla_build::write::WrittenFile;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Message, Severity, Span, Value};
use rihla_html::ReferenceKind;
use rihla_site::plan::output_of;

use super::{Found, Kept, OnPage, Reference};

/// What of a page is too heavy, as the message calls it.
struct Weighed {
    what: &'static str,
    bytes: u64,
    limit: (u64, u64),
    /// The heaviest of its files, with its size.
    heaviest: Option<(Reference, u64)>,
}

/// What a page asks for of one kind.
#[derive(Default)]
struct Files {
    bytes: u64,
    heaviest: Option<(Reference, u64)>,
}

impl Files {
    fn add(&mut self, reference: Reference, size: u64) {
        self.bytes += size;
        if self.heaviest.is_none_or(|(_, most)| most < size) {
            self.heaviest = Some((reference, size));
        }
    }
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
        let (mut styles, mut scripts, mut images) =
            (Files::default(), Files::default(), Files::default());
        for reference in &seen.references {
            let size = sizes.get(reference.name as usize).copied().unwrap_or(0);
            let kind = match reference.kind {
                ReferenceKind::Style => &mut styles,
                ReferenceKind::Script => &mut scripts,
                // Of the sizes that a browser may choose from, it takes one.
                ReferenceKind::Image if !reference.is_choice => &mut images,
                _ => continue,
            };
            if size > 0 && counted.insert(reference.name) {
                kind.add(*reference, size);
            }
        }
        let all = [styles.heaviest, scripts.heaviest, images.heaviest];
        let all = all.into_iter().flatten();
        let page = Weighed {
            what: "page",
            bytes: seen.sent + styles.bytes + scripts.bytes + images.bytes,
            limit: limits.page,
            heaviest: all.max_by_key(|(_, size)| *size),
        };
        for weighed in [
            Weighed {
                what: "html",
                bytes: seen.sent,
                limit: limits.html,
                heaviest: None,
            },
            Weighed {
                what: "styles",
                bytes: styles.bytes,
                limit: limits.styles,
                heaviest: styles.heaviest,
            },
            Weighed {
                what: "scripts",
                bytes: scripts.bytes,
                limit: limits.scripts,
                heaviest: scripts.heaviest,
            },
            page,
        ] {
            // Of a page as a whole, nowhere in it.
            let span = weighed.heaviest.map(|(reference, _)| reference.span());
            let span = span.unwrap_or_default();
            let Some(finding) = over(&say::WEIGHT, span, weighed.bytes, weighed.limit) else {
                continue;
            };
            let mut finding = finding
                .with("what", weighed.what)
                .with("size", weighed.bytes.div_ceil(1_000))
                .with("limit", weighed.limit.0 / 1_000);
            let heaviest = weighed.heaviest.and_then(|(reference, size)| {
                let name = kept.names.get(reference.name as usize)?;
                Some((name.split_once('#').map_or(&**name, |(path, _)| path), size))
            });
            let mut cause = weighed.what.to_owned();
            if let Some((name, size)) = heaviest {
                cause.push_str(name);
                finding = finding
                    .with("file", name.rsplit('/').next().unwrap_or(name))
                    .with("weight", size.div_ceil(1_000));
            }
            finding.cause = Some(cause.into());
            found.push((number, finding));
        }
        // The page is a file too.
        let requests = counted.len() as u64 + 1;
        if let Some(finding) = over(&say::REQUESTS, Span::default(), requests, limits.requests) {
            let mut finding = finding
                .with("count", Value::Count(counted.len() + 1))
                .with("limit", limits.requests.0);
            finding.cause = Some(Arc::from("requests"));
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
        amount,
        ..Found::new(message, span)
    })
}
