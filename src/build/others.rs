//! Everything that a build writes and that is not a page.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::feed;
use crate::hosting::{self, Figures};
use crate::query::{Site, calendar};
use crate::render::Engine;
use crate::write::Staging;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::graph as say;
use rihla_site::failure::Failure;
use rihla_site::plan::{AssetContent, ROBOTS, RULES};
use rihla_site::source::{Body, Digest};

/// Everything that is not a page, and what is wrong with it.
pub(super) fn others(
    site: &Arc<Site>,
    engine: &Engine,
    staging: &Staging,
    figures: &Figures,
) -> Result<Vec<Diagnostic>, Failure> {
    let problems: Mutex<Vec<Diagnostic>> = Mutex::default();
    for (output, text) in hosting::sitemap(site, figures) {
        staging.write(&output, text.as_bytes())?;
    }
    staging.write(ROBOTS, hosting::robots(site).as_bytes())?;
    site.plan.feeds.par_iter().try_for_each(|feed| {
        let files = feed::feed(engine, site, feed)
            .map_err(|error| Failure::unwritable("feed.xml", &error))?;
        let mut files = files.iter();
        files.try_for_each(|(output, bytes)| staging.write(output, bytes))
    })?;
    let is_paged = site.config.site.hosting.redirect_pages;
    site.plan.datasets.par_iter().try_for_each(|set| {
        let Some(made) = site.published_data(set) else {
            return Ok(());
        };
        let mut files = made.files.iter();
        files.try_for_each(|(output, bytes)| staging.write(output, bytes))
    })?;
    site.plan
        .iati
        .par_iter()
        .try_for_each(|file| staging.write(&file.output, &site.iati(file)))?;
    site.plan
        .calendars
        .par_iter()
        .try_for_each(|planned| staging.write(&planned.output, &calendar(site, planned)))?;
    for redirect in site.routes.redirects.iter().filter(|_| is_paged) {
        let (output, html) = hosting::redirects::page(site, redirect);
        staging.write(&output, html.as_bytes())?;
    }
    staging.write(RULES, hosting::redirects::rules(site).as_bytes())?;
    for (output, text) in hosting::published(site) {
        staging.write(output, text.as_bytes())?;
    }
    let copy = |source: &str, output: &str| -> Result<(), Failure> {
        match site.snapshot.get(source).map(|file| &file.body) {
            Some(Body::Text(text)) => staging.write(output, text.as_bytes()),
            Some(Body::Blob(blob)) => {
                // What stands there as it is wanted need not be read.
                let made = made_of(site, source);
                if staging.keep_made(output, &made)? {
                    return Ok(());
                }
                let bytes = site.snapshot.read_blob(source)?;
                // An image loses its hidden data.
                match rihla_media::strip(&bytes) {
                    Some(stripped) => staging.write_made(output, &stripped, &made),
                    // What hides in other kinds was told when the site was planned.
                    None if blob.header.metadata.is_empty() || blob.header.is_closed() => {
                        staging.write_made(output, &bytes, &made)
                    }
                    None => {
                        let name = source.rsplit('/').next().unwrap_or(source);
                        let problem =
                            Diagnostic::on_file(&say::METADATA_STUCK, source).with("file", name);
                        let mut problems = problems.lock().unwrap_or_else(PoisonError::into_inner);
                        problems.push(problem);
                        Ok(())
                    }
                }
            }
            None => Ok(()),
        }
    };
    site.plan
        .assets
        .iter()
        .collect::<Vec<_>>()
        .par_iter()
        .try_for_each(|asset| match &asset.content {
            AssetContent::Copy => copy(&asset.source, &asset.output),
            AssetContent::Text(text) => staging.write(&asset.output, text.as_bytes()),
        })?;
    site.plan
        .copies
        .par_iter()
        .try_for_each(|(output, source)| copy(source, output))?;
    Ok(problems
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner))
}

/// What tells a file that was copied from what would be copied now: its source, and what this
/// version of the program takes out of it.
fn made_of(site: &Site, source: &str) -> Digest {
    let mut bytes = rihla_media::STRIP_VERSION.to_le_bytes().to_vec();
    if let Some(file) = site.snapshot.get(source) {
        bytes.extend_from_slice(file.digest.bytes());
    }
    Digest::of(&bytes)
}
