//! What a site puts out besides its pages, and how a browser is told what it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::answer::Site;
use crate::plan::{AssetContent, ROBOTS, RULES, SITEMAP, output_of};
use crate::render;
use crate::route::FeedFormat;
use crate::source::Failure;

/// What stands at an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// A file of the site as it is, by its path.
    File(Arc<str>),
    /// The asset with this source, whose text is not that of the file.
    Asset(Arc<str>),
    /// The feed of this number.
    Feed(usize),
    /// A former address: the number of the redirect.
    Redirect(usize),
    /// The map of the site.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// The redirects, as some hosts read them.
    Rules,
}

/// Every output that is no page.
#[derive(Debug, Default)]
pub struct Outputs(BTreeMap<Arc<str>, Output>);

impl Outputs {
    /// Those of a site.
    pub fn of(site: &Site) -> Self {
        let mut all: BTreeMap<Arc<str>, Output> = BTreeMap::new();
        for (output, source) in &site.plan.copies {
            all.insert(output.clone(), Output::File(source.clone()));
        }
        for asset in site.plan.assets.iter() {
            let output = match asset.content {
                AssetContent::Copy => Output::File(asset.source.clone()),
                AssetContent::Text(_) => Output::Asset(asset.source.clone()),
            };
            all.insert(asset.output.clone(), output);
        }
        for (number, feed) in site.plan.feeds.iter().enumerate() {
            for format in FeedFormat::ALL {
                if let Some(address) = site.routes.feed(feed.collection, feed.language, format) {
                    all.insert(output_of(&address).into(), Output::Feed(number));
                }
            }
        }
        for (number, redirect) in site.routes.redirects.iter().enumerate() {
            all.insert(output_of(&redirect.from).into(), Output::Redirect(number));
        }
        all.insert(SITEMAP.into(), Output::Sitemap);
        all.insert(ROBOTS.into(), Output::Robots);
        if !site.routes.redirects.is_empty() {
            all.insert(RULES.into(), Output::Rules);
        }
        Self(all)
    }

    /// What stands at an output.
    pub fn get(&self, output: &str) -> Option<&Output> {
        self.0.get(output)
    }
}

/// The bytes of an output, and what tells them from others where that is known without
/// making them. A redirect has none.
///
/// # Errors
/// When a file of the site cannot be read, or has changed since the site was read.
pub fn bytes(site: &Arc<Site>, name: &str, output: &Output) -> Result<Vec<u8>, Box<Failure>> {
    let made = |result: std::io::Result<Vec<u8>>| result.unwrap_or_default();
    Ok(match output {
        Output::File(source) => site.snapshot.read_blob(source).map_err(Box::new)?,
        Output::Asset(source) => match site.plan.assets.of_file(source).map(|asset| &asset.content)
        {
            Some(AssetContent::Text(text)) => text.as_bytes().to_vec(),
            _ => Vec::new(),
        },
        Output::Feed(number) => {
            let files = made_feed(site, *number);
            files
                .into_iter()
                .find_map(|(output, bytes)| (output == name).then_some(bytes))
                .unwrap_or_default()
        }
        Output::Redirect(_) => Vec::new(),
        Output::Sitemap => made(render::sitemap(site)),
        Output::Robots => render::robots(site).into_bytes(),
        Output::Rules => render::redirects::rules(site).into_bytes(),
    })
}

/// Writing to memory does not fail.
fn made_feed(site: &Arc<Site>, number: usize) -> Vec<(String, Vec<u8>)> {
    render::feed(site, &site.plan.feeds[number]).unwrap_or_default()
}

/// What tells the bytes of an output from others (RFC 9110, section 8.8.3), where that is
/// known without making them.
pub fn etag(site: &Site, name: &str, output: &Output) -> Option<String> {
    match output {
        Output::File(source) => {
            let file = site.snapshot.get(source)?;
            Some(format!("\"{}\"", file.digest.short(32)))
        }
        // The name holds the digest.
        Output::Asset(_) => Some(format!("\"{}\"", name.rsplit('/').next().unwrap_or(name))),
        _ => None,
    }
}

/// The media type of a file by its name (IANA), with the encoding of texts.
pub fn media_type(name: &str) -> &'static str {
    let name = name.rsplit('/').next().unwrap_or(name);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "xml" | "xsl" => "application/xml",
        "atom" => "application/atom+xml",
        "rss" => "application/rss+xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "m4a" => "audio/mp4",
        "wav" => "audio/wav",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt" => "application/vnd.ms-powerpoint",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "epub" => "application/epub+zip",
        _ => "application/octet-stream",
    }
}
