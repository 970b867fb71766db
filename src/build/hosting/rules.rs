//! `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! The two agree on the form of the file and not on what happens where several rules fit one
//! address: Cloudflare sends the values of all of them, with commas between them in the order of
//! the file; Netlify takes the value of the more specific rule. Cloudflare can be told to drop an
//! earlier value (`! Name`), which Netlify does not know, and which Cloudflare itself does not
//! heed for the address `/`. So no address gets one header from two rules, with two exceptions:
//! of several values of `Referrer-Policy` a browser takes the last that it knows (Referrer
//! Policy, section 8.1), and the rule of a page stands after that of all; and where `no-store` is one
//! of several values of `Cache-Control`, nothing is stored (RFC 9111, section 4.2.1).

use super::headers::{DATA, FEEDS, Header, NO_TRACE, OPEN, ResourceKind, common, no_referrer};
use super::types::with_charset;
use crate::query::Site;
use rihla_site::plan::{BUILD, ROBOTS, SITEMAP};
use rihla_site::variant::BRIEFLY;

/// How many rules Cloudflare Pages reads.
pub(super) const LIMIT: usize = 100;

/// What stands at the head of the file.
const HEAD: &str = "\
# For Netlify and Cloudflare Pages. Where two rules fit an address, the one joins their values and
# the other takes the more specific: no header is given twice, but for Referrer-Policy, of which
# browsers take the last value, and Cache-Control, where no-store prevails.
";

/// The rules, in the order in which they must stand: a path, in which `*` stands for anything,
/// and its headers.
fn rules(site: &Site) -> Vec<(String, Vec<(&'static str, String)>)> {
    let plain = |headers: &[Header]| -> Vec<(&'static str, String)> {
        headers
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect()
    };
    let at = |path: &str| site.routes.url(path);
    // `encoded` would take the star for a star.
    let all = at("/");
    let mut common = plain(&common(site));
    if site.moment.is_noindex {
        common.push(("X-Robots-Tag", "noindex".to_owned()));
    }
    let mut rules = vec![
        (format!("{all}*"), common),
        (all.clone(), plain(ResourceKind::Page.own())),
    ];
    for language in site.config.site.languages.ids() {
        let home = at(site.routes.home(language));
        rules.push((format!("{home}*"), plain(ResourceKind::Page.own())));
    }
    for file in [SITEMAP, ROBOTS, BUILD] {
        rules.push((format!("{all}{file}"), plain(ResourceKind::File.own())));
    }
    // After the languages: Netlify takes `/as/*` to fit `/assets/` too.
    rules.push((format!("{all}assets/*"), plain(ResourceKind::Asset.own())));
    if site.config.site.images.people_brief {
        rules.push((format!("{all}{BRIEFLY}/*"), plain(ResourceKind::File.own())));
    }
    for extension in DATA {
        rules.push((format!("{all}*.{extension}"), plain(&[OPEN])));
    }
    for (name, media_type) in FEEDS {
        let is_open = DATA.iter().any(|data| name.ends_with(&format!(".{data}")));
        let mut headers = plain(if is_open { &[] } else { &[OPEN] });
        // Netlify sends it twice unless it is written with these capitals.
        headers.push(("Content-Type", with_charset(media_type)));
        rules.push((format!("{all}*/{name}"), headers));
    }
    for page in no_referrer(site) {
        rules.push((at(&page.address), plain(NO_TRACE)));
    }
    rules
}

/// How many rules there are.
pub(super) fn count(site: &Site) -> usize {
    rules(site).len()
}

/// The text of `_headers`.
pub(super) fn text(site: &Site) -> String {
    let mut text = HEAD.to_owned();
    for (path, headers) in rules(site) {
        text.push_str(&format!("\n{path}\n"));
        for (name, value) in headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text
}
