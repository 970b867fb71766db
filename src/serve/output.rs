//! What a site puts out besides its pages, and how a browser is told what it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::state::Body;
use rihla_build::feed;
use rihla_build::hosting;
use rihla_build::query::{Site, calendar};
use rihla_build::render::Engine;
use rihla_media::FileKind;
use rihla_site::failure::Failure;
use rihla_site::plan::{
    AssetContent, ROBOTS, RULES, SITEMAP, SITEMAP_MOST, output_of, sitemap_part,
};
use rihla_site::route::FeedFormat;
use rihla_site::source;

/// How many bytes of a file are held in memory.
const LARGE: u64 = 4 << 20;

/// What stands at an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// A file of the site as it is, by its path.
    File(Arc<str>),
    /// The asset with this source, whose text is not that of the file.
    Asset(Arc<str>),
    /// The feed of this number.
    Feed(usize),
    /// The calendar of this number.
    Calendar(usize),
    /// A file of the data set of this number.
    Data(usize),
    /// The file of IATI of this number.
    Iati(usize),
    /// A former address: the number of the redirect.
    Redirect(usize),
    /// The map of the site.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// The redirects, as some hosts read them.
    Rules,
    /// What else hosts read.
    Hosting,
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
        for (number, calendar) in site.plan.calendars.iter().enumerate() {
            all.insert(calendar.output.clone(), Output::Calendar(number));
        }
        for (number, set) in site.plan.datasets.iter().enumerate() {
            all.extend(set.outputs().map(|output| (output, Output::Data(number))));
        }
        for (number, file) in site.plan.iati.iter().enumerate() {
            all.insert(file.output.clone(), Output::Iati(number));
        }
        for (number, redirect) in site.routes.redirects.iter().enumerate() {
            all.insert(output_of(&redirect.from).into(), Output::Redirect(number));
        }
        all.insert(SITEMAP.into(), Output::Sitemap);
        if site.plan.pages.len() > SITEMAP_MOST {
            for number in 1..=site.plan.pages.len().div_ceil(SITEMAP_MOST) {
                all.insert(sitemap_part(number).into(), Output::Sitemap);
            }
        }
        all.insert(ROBOTS.into(), Output::Robots);
        all.insert(RULES.into(), Output::Rules);
        for (name, _) in hosting::published(site) {
            all.insert(name.into(), Output::Hosting);
        }
        Self(all)
    }

    /// What stands at an output.
    pub fn get(&self, output: &str) -> Option<&Output> {
        self.0.get(output)
    }
}

/// The bytes of an output. A redirect has none.
///
/// # Errors
/// When a file of the site cannot be read, or has changed since the site was read.
pub fn bytes(
    engine: &Engine,
    site: &Arc<Site>,
    name: &str,
    output: &Output,
) -> Result<Body, Box<Failure>> {
    Ok(Body::Bytes(match output {
        Output::File(source) => return file(site, source).map_err(Box::new),
        Output::Asset(source) => match site.plan.assets.of_file(source).map(|asset| &asset.content)
        {
            Some(AssetContent::Text(text)) => text.as_bytes().to_vec(),
            _ => Vec::new(),
        },
        Output::Feed(number) => {
            let files = made_feed(engine, site, *number);
            files
                .into_iter()
                .find_map(|(output, bytes)| (output == name).then_some(bytes))
                .unwrap_or_default()
        }
        Output::Calendar(number) => calendar(site, &site.plan.calendars[*number]),
        Output::Data(number) => {
            let made = site.published_data(&site.plan.datasets[*number]);
            let files = made.iter().flat_map(|made| &made.files);
            let found = files.into_iter().find(|(output, _)| **output == *name);
            found.map_or_else(Vec::new, |(_, bytes)| bytes.clone())
        }
        Output::Iati(number) => site.iati(&site.plan.iati[*number]).to_vec(),
        Output::Redirect(_) => Vec::new(),
        Output::Sitemap => {
            let mut files = hosting::sitemap(site, &hosting::Figures::new()).into_iter();
            let found = files.find(|(output, _)| output == name);
            found.map_or_else(Vec::new, |(_, text)| text.into_bytes())
        }
        Output::Robots => hosting::robots(site).into_bytes(),
        Output::Rules => hosting::redirects::rules(site).into_bytes(),
        Output::Hosting => {
            let mut files = hosting::published(site).into_iter();
            let found = files.find(|(output, _)| *output == name);
            found.map_or_else(Vec::new, |(_, text)| text.into_bytes())
        }
    }))
}

/// A file of the site as a build publishes it: images lose their hidden data. What is published as
/// it is and large is not held in memory.
fn file(site: &Site, source: &str) -> Result<Body, Failure> {
    let file = site.snapshot.get(source);
    if let Some(source::Body::Blob(blob)) = file.map(|file| &file.body)
        && (blob.header.kind == FileKind::Other || blob.header.is_closed())
        && blob.length > LARGE
        && let Some((file, length)) = site.snapshot.open_blob(source)?
    {
        return Ok(Body::File { file, length });
    }
    let bytes = site.snapshot.read_blob(source)?;
    Ok(Body::Bytes(rihla_media::strip(&bytes).unwrap_or(bytes)))
}

/// Writing to memory does not fail.
fn made_feed(engine: &Engine, site: &Arc<Site>, number: usize) -> Vec<(String, Vec<u8>)> {
    feed::feed(engine, site, &site.plan.feeds[number]).unwrap_or_default()
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
