//! `sitemap.xml` (sitemaps.org 0.9, with alternates as Google describes them) and `robots.txt`.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use quick_xml::escape::escape;
use rayon::prelude::*;

use crate::query::Site;
use rihla_site::plan::{Page, PageKind, SITEMAP, SITEMAP_MOST, sitemap_part};

/// The address of a page → the day of the newest figure that it shows, as far as it shows figures with a day.
pub type Figures = BTreeMap<Arc<str>, Timestamp>;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// All pages that search engines may take up, each with its alternates: the files, and what
/// they hold.
pub fn sitemap(site: &Site, figures: &Figures) -> Vec<(String, String)> {
    sitemap_in_parts(site, figures, SITEMAP_MOST)
}

/// The same with at most so many addresses in a file: an index and its parts where there are
/// more.
pub fn sitemap_in_parts(site: &Site, figures: &Figures, most: usize) -> Vec<(String, String)> {
    let pages: Vec<&Page> = site
        .plan
        .pages
        .iter()
        .filter(|page| !matches!(page.kind, PageKind::NotFound { .. }))
        .filter(|page| !site.is_noindex(page))
        .collect();
    if pages.len() <= most {
        return vec![(SITEMAP.to_owned(), part(site, figures, &pages))];
    }
    let mut index =
        format!("{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut files = Vec::new();
    for (number, pages) in pages.chunks(most.max(1)).enumerate() {
        let name = sitemap_part(number + 1);
        let address = site.routes.absolute(&format!("/{name}"));
        index.push_str(&format!(
            " <sitemap>\n  <loc>{}</loc>\n </sitemap>\n",
            escape(&address)
        ));
        files.push((name, part(site, figures, pages)));
    }
    index.push_str("</sitemapindex>\n");
    files.push((SITEMAP.to_owned(), index));
    files
}

/// One file of addresses.
fn part(site: &Site, figures: &Figures, pages: &[&Page]) -> String {
    let urls: Vec<String> = pages
        .par_iter()
        .map(|page| url(site, figures, page))
        .collect();
    let mut text = String::with_capacity(urls.iter().map(String::len).sum::<usize>() + 300);
    text.push_str(HEAD);
    text.push_str(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for url in urls {
        text.push_str(&url);
    }
    text.push_str("</urlset>\n");
    text
}

fn url(site: &Site, figures: &Figures, page: &Page) -> String {
    let address = site.routes.absolute(&page.address);
    let mut text = format!(" <url>\n  <loc>{}</loc>\n", escape(&address));
    // Before the alternates, as the schema of the protocol has it.
    if let Some(day) = site.page_changed(page, figures.get(&page.address).copied()) {
        let day = site.w3c(day);
        text.push_str(&format!("  <lastmod>{day}</lastmod>\n"));
    }
    for alternate in site.alternates(page) {
        text.push_str("  <xhtml:link rel=\"alternate\" hreflang=\"");
        text.push_str(&escape(&*alternate.hreflang));
        text.push_str("\" href=\"");
        text.push_str(&escape(&alternate.absolute));
        text.push_str("\"/>\n");
    }
    text.push_str(" </url>\n");
    text
}

/// Everything may be read, and the sitemap is there; or nothing, where the whole site is to be left
/// out (RFC 9309). Who has read a page all the same is told so by the page.
pub fn robots(site: &Site) -> String {
    if site.moment.is_noindex {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        site.routes.absolute(&format!("/{SITEMAP}"))
    )
}
