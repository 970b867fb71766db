//! Where the parts of a page come from.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rihla_build::query::Site;
use rihla_build::render::{self, Engine};
use rihla_build::trace::Tracked;
use rihla_build::{self as build, Options, Program};
use rihla_diagnostics::testing;
use rihla_site::source::{Digest, Snapshot};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn load(site: &Path) -> Option<Arc<Site>> {
    let (snapshot, mut diagnostics) = Snapshot::read(site).ok()?;
    let options = Options {
        site: site.to_owned(),
        out: PathBuf::new(),
        force: false,
        locked: true,
        drafts: true,
        waiting: true,
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: false,
        now: "2026-11-24T12:00:00Z".parse().expect("a moment"),
        program: Program::new("", "", testing::files("src/builtin")),
    };
    build::load(
        &Arc::new(snapshot),
        &options,
        &|_| {},
        &mut diagnostics,
        &mut None,
    )
}

/// The pages that are drawn with marks, and those that come out otherwise without them.
fn drawn(site: &Arc<Site>) -> (usize, Vec<String>) {
    let tracked = Tracked::new(site);
    let (Ok(engine), Ok(marked)) = (Engine::new(&tracked), Engine::marked(&tracked)) else {
        return (0, Vec::new());
    };
    let mut others = Vec::new();
    let mut pages = 0;
    for page in site.plan.pages.iter() {
        let Ok(output) = render::page(&engine, page) else {
            continue;
        };
        pages += 1;
        let origins = render::origins(&marked, page);
        if !origins.is_some_and(|origins| origins.digest() == Digest::of(&output.html)) {
            others.push(page.address.to_string());
        }
    }
    (pages, others)
}

#[test]
fn a_page_is_the_same_when_its_marks_are_taken_out() {
    let mut sites = vec![root().to_owned(), root().join("docs/site")];
    for folder in ["examples", "tests/sites"] {
        let folders = fs::read_dir(root().join(folder)).expect("the folder");
        for entry in folders {
            let path = entry.expect("an entry").path();
            let site = path.join("site");
            sites.push(if site.is_dir() { site } else { path });
        }
    }
    let mut pages = 0;
    for folder in sites {
        let Some(site) = load(&folder) else { continue };
        let (drawn, others) = drawn(&site);
        pages += drawn;
        assert_eq!(others, Vec::<String>::new(), "{}", folder.display());
    }
    assert!(pages > 250, "{pages} pages");
}
