//! What the places that serve the site need beside its pages: headers, redirects, the page for
//! what is not there, content types. `docs/site/content/maintaining/hosting.en.md` says which place reads what.

mod apache;
mod azure;
mod headers;
mod nginx;
pub mod redirects;
mod rules;
mod sitemap;
mod types;

pub use sitemap::{Figures, robots, sitemap, sitemap_in_parts};

pub use types::media_type;

use std::collections::BTreeSet;

use serde_json::json;

use crate::query::Site;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::hosting as say;
use rihla_site::config::{HostFile, SITE};
use rihla_site::plan::{AZURE, HEADERS, HTACCESS, NOJEKYLL, output_of};
use rihla_site::route::FeedFormat;

/// How many redirects to one address each Cloudflare Pages takes.
const REDIRECT_LIMIT: usize = 2_000;

/// What of the site goes beyond what a host takes.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut over = |message, count: usize, limit: usize| {
        if count > limit {
            diagnostics.push(
                Diagnostic::on_file(message, SITE)
                    .with("count", count)
                    .with("limit", limit),
            );
        }
    };
    over(
        &say::REDIRECT_RULES,
        site.routes.redirects.len(),
        REDIRECT_LIMIT,
    );
    over(&say::HEADER_RULES, rules::count(site), rules::LIMIT);
    if site.config.site.hosting.publishes(HostFile::Azure) {
        over(&say::AZURE_SIZE, azure::text(site).len(), azure::LIMIT);
    }
    diagnostics
}

/// The files of the output that are for hosts: path and text.
pub fn published(site: &Site) -> Vec<(&'static str, String)> {
    let mut files = vec![
        (HEADERS, rules::text(site)),
        // Without it GitHub Pages drops every file whose name begins with `_`.
        (NOJEKYLL, String::new()),
    ];
    let hosting = &site.config.site.hosting;
    if hosting.publishes(HostFile::Htaccess) {
        files.push((HTACCESS, apache::text(site)));
    }
    if hosting.publishes(HostFile::Azure) {
        files.push((AZURE, azure::text(site)));
    }
    files
}

/// Configurations that an administrator takes over into a server, kept in `.rihla`: path there
/// and text.
pub fn private(site: &Site) -> Vec<(&'static str, String)> {
    vec![
        ("hosting/nginx.conf", nginx::text(site)),
        ("hosting/htaccess", apache::text(site)),
    ]
}

/// The former addresses that are gone and at which no file stands, without the base.
fn gone(site: &Site) -> Vec<&str> {
    if site.routes.gone.is_empty() {
        return Vec::new();
    }
    let feeds = site.plan.feeds.iter().flat_map(|feed| {
        let of = |format| site.routes.feed(feed.collection, feed.language, format);
        FeedFormat::ALL.into_iter().filter_map(of)
    });
    let pages = site.plan.pages.iter().map(|page| page.output.to_string());
    let copies = site.plan.copies.iter();
    let outputs: BTreeSet<String> = pages
        .chain(copies.map(|(output, _)| output.to_string()))
        .chain(feeds.map(|address| output_of(&address)))
        .collect();
    site.routes
        .gone
        .iter()
        .map(|address| &**address)
        .filter(|address| !outputs.contains(&output_of(address)))
        .collect()
}

/// The text of `build.json`: what was built, when and from what. It is public, so it holds
/// counts alone of what is online, and no name of anything.
///
/// `files` counts the files of the output, without those that are copies in another encoding.
pub fn build(site: &Site, commit: Option<&str>, files: usize) -> String {
    let languages: serde_json::Map<String, serde_json::Value> = site
        .config
        .site
        .languages
        .pairs()
        .map(|(number, language)| {
            let pages = site.plan.pages.iter().filter(|page| {
                page.language == number && page.address.starts_with(&**site.routes.home(number))
            });
            (language.tag.to_string(), pages.count().into())
        })
        .collect();
    let entries = site.graph.entries.iter().filter(|entry| {
        let mut languages = entry.versions.ids();
        languages.any(|language| entry.online(language).is_some())
    });
    let build = json!({
        "rihla": env!("CARGO_PKG_VERSION"),
        "commit": commit,
        "day": site.moment.today.to_string(),
        "pages": site.plan.pages.len(),
        "languages": languages,
        "entries": entries.count(),
        "files": files,
    });
    format!("{build:#}\n")
}
