//! The configuration of nginx: what stands in a `server` block for the site.
//!
//! Three habits of nginx shape it. A block with one `add_header` of its own loses all those
//! around it, so each block either has none or repeats them all. The address of a folder is
//! answered by an internal redirect to its `index.html`, so what is special about a page is said
//! of that file. And two blocks for one address keep the server from starting.
//!
//! Blocks with a pattern stand side by side, not in those of the languages: nginx asks them after
//! the longest prefix, unless that one says `^~`.

use std::collections::BTreeMap;

use super::gone;
use super::headers::{DATA, FEEDS, Header, NO_TRACE, OPEN, ResourceKind, common, no_referrer};
use super::types::{TYPES, has_charset};
use crate::query::Site;

/// A configuration while it is written.
struct Text {
    out: String,
    depth: usize,
    /// What is sent with every answer.
    common: Vec<Header>,
}

impl Text {
    fn of(site: &Site) -> Self {
        Self {
            out: String::new(),
            depth: 0,
            common: common(site).to_vec(),
        }
    }

    fn line(&mut self, line: &str) {
        let line = format!("{}{line}", "  ".repeat(self.depth));
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// A comment, which ends with its line.
    fn comment(&mut self, words: &str) {
        let words = words.replace(rihla_text::url::ends_line, " ");
        self.line(format!("# {words}").trim_end());
    }

    fn block(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line("}");
    }

    /// `always` sends a header with errors too. A file that is not there yet must not be kept
    /// for a year, so what assets say of their cache goes with what was found.
    fn headers(&mut self, kind: ResourceKind, more: &[Header]) {
        for (name, value) in kind.all(&self.common, more) {
            let always = match (kind, name) {
                (ResourceKind::Asset, "Cache-Control") => "",
                _ => " always",
            };
            self.line(&format!("add_header {name} \"{value}\"{always};"));
        }
    }

    /// Open data among files of a kind.
    fn data(&mut self, kind: ResourceKind) {
        let extensions = DATA.join("|");
        self.block(&format!("location ~ \\.({extensions})$"), |text| {
            text.headers(kind, &[OPEN]);
        });
    }

    /// Feeds, which an extension does not tell from other files.
    fn feeds(&mut self) {
        for (name, media_type) in FEEDS {
            let name = name.replace('.', "\\.");
            self.block(&format!("location ~ /{name}$"), |text| {
                text.line("types {}");
                text.line(&format!("default_type {media_type};"));
                text.headers(ResourceKind::File, &[OPEN]);
            });
        }
    }
}

/// The text of the configuration.
pub(super) fn text(site: &Site) -> String {
    let mut text = Text::of(site);
    let base = site.routes.url("/");
    head(site, &mut text);
    if base != "/" {
        let bare = site.routes.path("/");
        let bare = quoted(bare.trim_end_matches('/'));
        text.block(&format!("location = {bare}"), |text| {
            text.line("absolute_redirect off;");
            text.line(&format!("return 301 {base};"));
        });
    }
    text.block(&format!("location ^~ {}", place(site, "/")), |text| {
        everywhere(site, text);
        let mut special = Special::new(site);
        text.block("location ~ /\\.(?!well-known(/|$))", |text| {
            text.line("return 404;");
        });
        text.feeds();
        text.data(ResourceKind::File);
        let assets = place(site, "/assets/");
        text.block(&format!("location ^~ {assets}"), |text| {
            text.headers(ResourceKind::Asset, &[]);
            text.data(ResourceKind::Asset);
        });
        for (language, declared) in site.config.site.languages.pairs() {
            let home = site.routes.home(language);
            text.line("");
            text.comment(&declared.name);
            text.block(&format!("location {}", place(site, home)), |text| {
                not_found(site, text, home);
                text.headers(ResourceKind::Page, &[]);
                special.below(site, text, home);
            });
        }
        text.line("");
        text.line("# What lies in no language.");
        special.below(site, text, "/");
    });
    text.out
}

/// What the file is, and how to use it.
fn head(site: &Site, text: &mut Text) {
    let base = &site.config.site.base_url;
    let host = base.origin.split("//").nth(1).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let folder = match base.path.as_str() {
        "/" => "the folder that the site was built into".to_owned(),
        path => format!("the folder that holds the site at {path}"),
    };
    for line in [
        "The site for nginx, written by Rihla: change content/site.yaml instead of this file.",
        "It needs 1.11.8 or later, and is included in the server block of the site:",
        "",
        "  server {",
        "    listen 443 ssl;",
        &format!("    server_name {host};"),
        &format!("    root /var/www/site;   # {folder}"),
        "    include /etc/nginx/rihla.conf;",
        "  }",
    ] {
        text.comment(line);
    }
    text.line("");
}

/// What holds for the whole site, unless a block inside says otherwise.
fn everywhere(site: &Site, text: &mut Text) {
    for line in [
        "index index.html;",
        "autoindex off;",
        "# A server behind another does not know under which address it is reached.",
        "absolute_redirect off;",
        "# Compressed files, where `rihla build --compress` wrote them.",
        "gzip_static on;",
        "gzip_proxied any;",
        "gzip_vary on;",
        "# With the module ngx_brotli: brotli_static on;",
        "charset utf-8;",
    ] {
        text.line(line);
    }
    // text/html is always among them, and may not be repeated.
    let mut types: Vec<&str> = TYPES.iter().map(|(name, _)| *name).collect();
    types.extend(FEEDS.iter().map(|(_, name)| *name));
    types.retain(|name| has_charset(name) && *name != "text/html");
    text.line(&format!("charset_types {};", types.join(" ")));
    text.block("types", |text| {
        for (name, extensions) in TYPES {
            text.line(&format!("{name} {};", extensions.join(" ")));
        }
    });
    text.line("default_type application/octet-stream;");
    not_found(site, text, "/");
    text.headers(ResourceKind::File, &[]);
}

/// The page for what is not there, below an address. A folder without a page is not there
/// either; what is gone keeps its status.
fn not_found(site: &Site, text: &mut Text, below: &str) {
    let page = place(site, &format!("{below}404.html"));
    text.line(&format!("error_page 404 410 {page};"));
    text.line(&format!("error_page 403 =404 {page};"));
}

/// What is special about single addresses: address without the base → what stands in
/// its block. Each once, or the server would not start.
struct Special(BTreeMap<String, Vec<String>>);

impl Special {
    fn new(site: &Site) -> Self {
        let mut special = Self(BTreeMap::new());
        let headers = |kind: ResourceKind, more: &[Header]| {
            let mut text = Text::of(site);
            text.headers(kind, more);
            text.out.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let internal = || "internal;".to_owned();
        let page = headers(ResourceKind::Page, &[]);
        special.add("/404.html", std::iter::once(internal()).chain(page.clone()));
        special.add("/index.html", page);
        for language in site.config.site.languages.ids() {
            // Its headers are those of the language.
            let home = site.routes.home(language);
            special.add(&format!("{home}404.html"), [internal()]);
        }
        for page in no_referrer(site) {
            let file = format!("/{}", page.output);
            special.add(&file, headers(ResourceKind::Page, NO_TRACE));
        }
        for redirect in &site.routes.redirects {
            let to = site.routes.url(&redirect.to);
            let line = format!("return {} {to};", redirect.status);
            special.add(&redirect.from, [line]);
        }
        for address in gone(site) {
            special.add(address, ["return 410;".to_owned()]);
        }
        special
    }

    /// The first that is said of an address holds.
    fn add(&mut self, address: &str, inside: impl IntoIterator<Item = String>) {
        self.0
            .entry(address.to_owned())
            .or_insert_with(|| inside.into_iter().collect());
    }

    /// Writes the blocks of all addresses below one, and forgets them.
    fn below(&mut self, site: &Site, text: &mut Text, below: &str) {
        let (inside, rest): (BTreeMap<_, _>, _) = std::mem::take(&mut self.0)
            .into_iter()
            .partition(|(address, _)| address.starts_with(below));
        self.0 = rest;
        for (address, lines) in inside {
            let place = place(site, &address);
            match lines.as_slice() {
                [line] => text.line(&format!("location = {place} {{ {line} }}")),
                lines => text.block(&format!("location = {place}"), |text| {
                    for line in lines {
                        text.line(line);
                    }
                }),
            }
        }
    }
}

/// An address with its base, as nginx compares it.
fn place(site: &Site, address: &str) -> String {
    quoted(&site.routes.path(address))
}

/// A word of the configuration. What an address holds is compared as it is; a `$` of a target
/// would name a variable, and is percent-encoded there.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./~%".contains(c);
    match text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_configuration() {
        assert_eq!(quoted("/fr/a-b/c.html"), "/fr/a-b/c.html");
        assert_eq!(quoted("/fr/é a;{b}"), "\"/fr/é a;{b}\"");
        assert_eq!(quoted("/a\"b\\c"), "\"/a\\\"b\\\\c\"");
    }
}
