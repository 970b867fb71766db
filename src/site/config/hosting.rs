//! `hosting:` in `site.yaml`: what the place that serves the site is asked to do.

use std::sync::Arc;

use super::reader::Reader;
use rihla_diagnostics::Span;
use rihla_text::yaml::Map;

const KEYS: &[&str] = &["no_referrer", "compress", "redirect_pages", "files"];

/// A configuration that a kind of host reads from the output itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostFile {
    /// `.htaccess`, of Apache.
    Htaccess,
    /// `staticwebapp.config.json`, of Azure Static Web Apps.
    Azure,
}

impl HostFile {
    /// As they are written.
    const NAMES: &[(&str, Self)] = &[("htaccess", Self::Htaccess), ("azure", Self::Azure)];
}

/// What `hosting:` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosting {
    /// The entries and collections whose pages tell no other site that a reader comes from
    /// them: ids, each with its place in `site.yaml`.
    pub no_referrer: Vec<(Arc<str>, Span)>,
    /// Whether compressed files are written beside those of text.
    pub compress: bool,
    /// Whether a page stands at each former address, for a host that knows no redirects.
    pub redirect_pages: bool,
    /// The configurations that are published with the site.
    pub files: Vec<HostFile>,
}

impl Default for Hosting {
    fn default() -> Self {
        Self {
            no_referrer: Vec::new(),
            compress: false,
            redirect_pages: true,
            files: Vec::new(),
        }
    }
}

impl Hosting {
    /// Reads `hosting:`, where the site has it.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Self {
        let mut hosting = Self::default();
        let Some(map) = site
            .get("hosting")
            .and_then(|node| reader.map("hosting", node))
        else {
            return hosting;
        };
        reader.only(map, KEYS);
        if let Some(node) = map.get("no_referrer") {
            hosting.no_referrer = reader
                .list("no_referrer", node)
                .iter()
                .filter_map(|item| {
                    let id = reader.text("no_referrer", item)?;
                    Some((id.trim_matches('/').into(), item.span))
                })
                .collect();
        }
        if let Some(node) = map.get("files") {
            for item in reader.list("files", node) {
                hosting
                    .files
                    .extend(reader.choice("files", item, HostFile::NAMES));
            }
        }
        hosting.compress = reader.boolean_of(map, "compress").unwrap_or(false);
        hosting.redirect_pages = reader.boolean_of(map, "redirect_pages").unwrap_or(true);
        hosting
    }

    /// Whether a configuration is published with the site.
    pub fn publishes(&self, file: HostFile) -> bool {
        self.files.contains(&file)
    }
}
