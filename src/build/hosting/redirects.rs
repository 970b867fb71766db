//! Former addresses: a small page at each, and one file of rules for hosts that read it.

use crate::borrowed;
use crate::query::{Query, Site};
use rihla_site::plan::output_of;
use rihla_site::route::Redirect;
use rihla_text::escape::escape;

/// The page that stands at a former address, where a host knows no rules: it leads on at once,
/// and says so to who stays. The file, and what it holds.
pub fn page(site: &Site, redirect: &Redirect) -> (String, String) {
    let language = &site.config.site.languages[redirect.language];
    let words = site.answer(&Query::Phrase {
        key: "moved".into(),
        language: redirect.language,
    });
    let words = words.value.as_str().unwrap_or_default();
    let language = borrowed::language_of(words)
        .map_or(language, |written| &site.config.site.languages[written]);
    let words = escape(&borrowed::unmarked(words));
    let (tag, direction) = (&language.tag, language.direction.as_str());
    let to = escape(&site.routes.url(&redirect.to));
    let canonical = escape(&site.routes.absolute(&redirect.to));
    let html = format!(
        "<!doctype html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
         <title>{words}</title>\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n</head>\n<body>\n\
         <main>\n<h1>{words}</h1>\n<p><a href=\"{to}\">{canonical}</a></p>\n</main>\n</body>\n</html>\n"
    );
    (output_of(&redirect.from), html)
}

/// The text of `_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it. The root is
/// a page in all languages, so no rule leads away from it.
///
/// Addresses that are gone are not in it: Cloudflare and GitLab refuse a rule with 410, and
/// Netlify does not document it. There they are not found, which is true as well.
pub fn rules(site: &Site) -> String {
    let mut text = "# Former addresses.\n".to_owned();
    for redirect in &site.routes.redirects {
        let from = site.routes.url(&redirect.from);
        let to = site.routes.url(&redirect.to);
        text.push_str(&format!("{from} {to} {}\n", redirect.status));
    }
    // After the others: from its first pattern on, Cloudflare counts every rule as one.
    text.push_str(
        "# Netlify says in the reader's language that there is nothing. Cloudflare finds the page by\n\
         # itself, and like GitLab passes over a rule with this status.\n",
    );
    for language in site.config.site.languages.ids() {
        let home = site.routes.url(site.routes.home(language));
        text.push_str(&format!("{home}* {home}404.html 404\n"));
    }
    text
}
