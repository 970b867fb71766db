//! The one table of headers. What each kind of host is given is made from it.

use crate::query::Site;
use rihla_site::plan::Page;

/// The name of a header and its value.
pub(super) type Header = (&'static str, &'static str);

/// What the pages may load and do (Content Security Policy Level 3). The themes say the same in
/// a `<meta>`, for hosts that send no headers, without `frame-ancestors`, which means nothing
/// there.
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// The same where visitors look for words: without scripts, the form leads to a page of the site. The index is read by a
/// script alone, and nothing of it needs `'wasm-unsafe-eval'`.
const POLICY_WITH_SEARCH: &str = "default-src 'none'; img-src 'self'; style-src 'self'; \
    script-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What is sent with every answer. `Strict-Transport-Security` says nothing of subdomains: they are not the
/// site's to promise.
pub(super) fn common(site: &Site) -> [Header; 6] {
    let policy = match site.config.site.search {
        Some(_) => POLICY_WITH_SEARCH,
        None => POLICY,
    };
    [
        ("Content-Security-Policy", policy),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        (
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), browsing-topics=()",
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ]
}

/// A few minutes, then asked for again: what changes under its name.
const BRIEFLY: Header = ("Cache-Control", "public, max-age=300, must-revalidate");
/// A year: what gets another name when it changes.
const FOR_GOOD: Header = ("Cache-Control", "public, max-age=31536000, immutable");

/// Any other site may read it: open data.
pub(super) const OPEN: Header = ("Access-Control-Allow-Origin", "*");
/// Other sites do not learn that a reader comes from here, and no copy is kept on the way or on the
/// device (RFC 9111, section 5.2.2.5).
pub(super) const NO_TRACE: &[Header] = &[
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
];

/// The extensions of files of open data.
pub(super) const DATA: &[&str] = &["csv", "geojson", "json"];

/// Feeds by the names of their files, with their types (RFC 4287, JSON Feed 1.1): an extension
/// does not tell them from other files.
pub(super) const FEEDS: &[(&str, &str)] = &[
    ("feed.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
];

/// What a file is to a cache and to other sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResourceKind {
    /// A page; what lies below the prefix of a language.
    Page,
    /// A file with a fingerprint, below `assets/`. Feed readers show images from there.
    Asset,
    /// Anything else, such as the sitemap, or what is copied from `static`.
    File,
}

impl ResourceKind {
    /// What is sent besides what is [common] to all.
    pub(super) const fn own(self) -> &'static [Header] {
        match self {
            Self::Page => &[BRIEFLY, ("Cross-Origin-Resource-Policy", "same-origin")],
            Self::Asset => &[FOR_GOOD, ("Cross-Origin-Resource-Policy", "cross-origin")],
            Self::File => &[BRIEFLY],
        }
    }

    /// All headers of a file, for a host that is told them file by file: those of `more` take
    /// the place of others of the same name.
    pub(super) fn all(self, common: &[Header], more: &[Header]) -> Vec<Header> {
        let mut headers: Vec<Header> = common.iter().chain(self.own()).copied().collect();
        for header in more {
            match headers.iter_mut().find(|(name, _)| *name == header.0) {
                Some(known) => *known = *header,
                None => headers.push(*header),
            }
        }
        headers
    }
}

/// The pages that `hosting:` names under `no_referrer`, ordered by output.
pub(super) fn no_referrer(site: &Site) -> Vec<&Page> {
    let pages = site.plan.pages.iter();
    pages.filter(|page| site.is_no_referrer(page)).collect()
}
