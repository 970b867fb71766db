//! `.htaccess`, of Apache 2.4: in the folder of the site, or taken over into the server.

use super::gone;
use super::headers::{DATA, FEEDS, Header, NO_TRACE, OPEN, ResourceKind, common, no_referrer};
use super::types::{TYPES, with_charset};
use crate::query::Site;
use rihla_site::plan::COMPRESSIBLE;

/// What stands at the head of the file.
const HEAD: &str = "\
# The site for Apache 2.4, written by Rihla: change content/site.yaml instead of this file.
# The server must allow it in this folder: AllowOverride All.

# A name stands for the file of this name alone, and a folder for its index.html.
Options -MultiViews -Indexes +SymLinksIfOwnerMatch
DirectoryIndex index.html
AddDefaultCharset Off
";

/// The end of the name of a compressed file, if it is one. Where one is sent in the place of
/// another file, Apache compares its name.
const ENCODED: &str = "(\\.(br|gz))?";

/// The text of the file.
pub(super) fn text(site: &Site) -> String {
    let mut text = HEAD.to_owned();
    let base = pattern(site, "/");
    not_found(site, &mut text);
    text.push_str("\n<IfModule mod_mime.c>\n");
    for (name, extensions) in TYPES {
        let name = with_charset(name);
        let extensions = extensions.join(" ");
        text.push_str(&format!("  AddType \"{name}\" {extensions}\n"));
    }
    text.push_str("</IfModule>\n");
    compressed(&mut text);
    for (name, media_type) in FEEDS {
        let (name, media_type) = (escaped(name), with_charset(media_type));
        text.push_str(&format!(
            "<FilesMatch \"^{name}{ENCODED}$\">\n  ForceType \"{media_type}\"\n</FilesMatch>\n"
        ));
    }

    text.push_str("\n<IfModule mod_headers.c>\n");
    headers(&mut text, "  ", &common(site));
    headers(&mut text, "  ", ResourceKind::File.own());
    let mut when = |what: String, own: &[Header]| {
        text.push_str(&format!("  <If \"%{{REQUEST_URI}} =~ m#{what}#\">\n"));
        headers(&mut text, "    ", own);
        text.push_str("  </If>\n");
    };
    let pages = pages(site);
    when(format!("^{base}({pages})"), ResourceKind::Page.own());
    when(format!("^{base}assets/"), ResourceKind::Asset.own());
    let feeds: Vec<String> = FEEDS.iter().map(|(name, _)| escaped(name)).collect();
    let (data, feeds) = (DATA.join("|"), feeds.join("|"));
    when(format!("(/({feeds})|\\.({data})){ENCODED}$"), &[OPEN]);
    for page in no_referrer(site) {
        let page = pattern(site, &page.address);
        when(format!("^{page}(index\\.html{ENCODED})?$"), NO_TRACE);
    }
    text.push_str("</IfModule>\n");
    rewritten(&mut text);

    text.push_str("\n<IfModule mod_alias.c>\n");
    text.push_str("  RedirectMatch 404 \"/\\.(?!well-known(/|$))\"\n");
    for redirect in &site.routes.redirects {
        let to = site.routes.url(&redirect.to);
        let from = pattern(site, &redirect.from);
        let status = redirect.status;
        text.push_str(&format!("  RedirectMatch {status} \"^{from}$\" \"{to}\"\n"));
    }
    for address in gone(site) {
        let from = pattern(site, address);
        text.push_str(&format!("  RedirectMatch 410 \"^{from}$\"\n"));
    }
    text.push_str("</IfModule>\n");
    text
}

/// The page for what is not there, in each language.
fn not_found(site: &Site, text: &mut String) {
    let page = |text: &mut String, indent: &str, below: &str| {
        let url = site.routes.url(&format!("{below}404.html"));
        for status in [403, 404, 410] {
            text.push_str(&format!("{indent}ErrorDocument {status} {url}\n"));
        }
    };
    text.push('\n');
    page(text, "", "/");
    for language in site.config.site.languages.ids() {
        let home = site.routes.home(language);
        let below = pattern(site, home);
        text.push_str(&format!("<If \"%{{REQUEST_URI}} =~ m#^{below}#\">\n"));
        page(text, "  ", home);
        text.push_str("</If>\n");
    }
}

/// What fits the addresses of pages after the base.
fn pages(site: &Site) -> String {
    let languages = site
        .config
        .site
        .languages
        .ids()
        .map(|language| escaped(site.routes.home(language).trim_start_matches('/')));
    let of_all = format!("((index|404)\\.html{ENCODED})?$");
    std::iter::once(of_all)
        .chain(languages)
        .collect::<Vec<_>>()
        .join("|")
}

/// The types of compressed files: those of the files in whose place they are sent. For Apache
/// `br` is also a language.
fn compressed(text: &mut String) {
    let all = COMPRESSIBLE.join("|");
    text.push_str(&format!(
        "\n# Compressed files, where `rihla build --compress` wrote them.\n\
         <FilesMatch \"\\.({all})\\.(br|gz)$\">\n  RemoveLanguage .br\n  AddEncoding br .br\n  \
         AddEncoding gzip .gz\n</FilesMatch>\n"
    ));
    for (name, extensions) in TYPES {
        let some: Vec<&str> = extensions
            .iter()
            .filter(|extension| COMPRESSIBLE.contains(extension))
            .copied()
            .collect();
        if !some.is_empty() {
            let (some, name) = (some.join("|"), with_charset(name));
            text.push_str(&format!(
                "<FilesMatch \"\\.({some})\\.(br|gz)$\">\n  ForceType \"{name}\"\n</FilesMatch>\n"
            ));
        }
    }
}

/// A folder without a page is not there, and who takes a compressed file gets it.
fn rewritten(text: &mut String) {
    let all = COMPRESSIBLE.join("|");
    text.push_str(
        "\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n  \
         RewriteCond %{REQUEST_FILENAME} -d\n  \
         RewriteCond %{REQUEST_FILENAME}/index.html !-f\n  \
         RewriteRule ^ - [R=404,L]\n",
    );
    for (encoding, extension) in [("br", "br"), ("gzip", "gz")] {
        text.push_str(&format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n  \
             RewriteCond %{{REQUEST_FILENAME}}.{extension} -f\n  \
             RewriteRule \\.({all})$ %{{REQUEST_URI}}.{extension} [L]\n"
        ));
    }
    text.push_str("</IfModule>\n");
    text.push_str(&format!(
        "<IfModule mod_headers.c>\n  <FilesMatch \"\\.({all}){ENCODED}$\">\n    \
         Header merge Vary Accept-Encoding\n  </FilesMatch>\n</IfModule>\n"
    ));
}

fn headers(text: &mut String, indent: &str, headers: &[Header]) {
    for (name, value) in headers {
        text.push_str(&format!("{indent}Header always set {name} \"{value}\"\n"));
    }
}

/// A regular expression that an address with its base fits, as Apache compares it.
fn pattern(site: &Site, address: &str) -> String {
    escaped(&site.routes.path(address))
}

/// A regular expression that fits a text alone, in a word between double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            // What ends such a word, or a regular expression between `#`.
            '"' | '\\' | '#' => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if c.is_ascii_punctuation() && !"/-_".contains(c) => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_expressions() {
        assert_eq!(escaped("/fr/a-b/c.html"), "/fr/a-b/c\\.html");
        assert_eq!(escaped("/\"#\\é$"), "/\\x22\\x23\\x5cé\\$");
    }
}
