//! A site with more addresses than one sitemap may hold has an index of several.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rihla::build::hosting::{Figures, sitemap, sitemap_in_parts};
use rihla::build::{self, Options, Program};
use rihla::site::source::Snapshot;

#[test]
fn parts_hold_together_what_one_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crawl/site");
    let (snapshot, _) = Snapshot::read(&folder).unwrap_or_else(|_| panic!("the site is read"));
    let options = Options {
        site: folder,
        out: PathBuf::new(),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: Program::new("", "", rihla_diagnostics::testing::files("src/builtin")),
        at: None,
        base_url: Some("https://x.example.org/a/b/".to_owned()),
        compress: false,
        commit: None,
        deny_warnings: false,
        cache: false,
        now: "2026-11-24T12:00:00Z".parse().expect("a moment"),
    };
    let site = build::load(
        &Arc::new(snapshot),
        &options,
        &|_| {},
        &mut Vec::new(),
        &mut None,
    );
    let site = site.expect("the site is sound");
    let urls = |text: &str| -> Vec<String> {
        let parts = text.split("<url>").skip(1);
        parts
            .map(|part| part.split("</url>").next().unwrap_or_default().to_owned())
            .collect()
    };
    let whole = sitemap(&site, &Figures::new());
    assert_eq!(whole.len(), 1);
    let all = urls(&whole[0].1);
    assert!(all.len() > 20, "{}", all.len());
    let files = sitemap_in_parts(&site, &Figures::new(), 7);
    let (index, parts) = files.split_last().expect("an index");
    assert_eq!(index.0, "sitemap.xml");
    assert_eq!(parts.len(), all.len().div_ceil(7));
    let mut found = Vec::new();
    for (number, (name, text)) in parts.iter().enumerate() {
        assert_eq!(*name, format!("sitemap-{}.xml", number + 1));
        let address = format!("<loc>https://x.example.org/a/b/{name}</loc>");
        assert!(index.1.contains(&address), "{}", index.1);
        let own = urls(text);
        assert!(!own.is_empty() && own.len() <= 7);
        found.extend(own);
    }
    assert_eq!(found, all);
}
