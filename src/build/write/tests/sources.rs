//! Sources of the site that are replaced.

use super::*;

fn replace(site: &Site, path: &str, before: &str, after: &str) -> Option<&'static str> {
    let before = Digest::of(before.as_bytes());
    let replaced = source(site.path(), path, &before, after.as_bytes());
    replaced.err().map(|error| error.diagnostic.message.code)
}

#[test]
fn a_source_is_replaced_where_it_is_what_it_was() {
    let site = Site::new();
    site.put("content/a.md", "old");
    assert_eq!(replace(&site, "content/a.md", "old", "new"), None);
    assert_eq!(
        replace(&site, "content/a.md", "old", "newer"),
        Some("source-changed")
    );
    let files = files(&site.path().join("content"));
    assert_eq!(files, Files::from([("a.md".into(), "new".into())]));
}

#[test]
fn nothing_else_is_replaced() {
    let site = Site::new();
    site.put("README.md", "old");
    site.put(".rihla/note", "old");
    site.put("public/index.html", "old");
    for (path, code) in [
        ("README.md", "source-outside"),
        (".rihla/note", "source-outside"),
        ("public/index.html", "source-outside"),
        ("content/../README.md", "output-path"),
        ("/etc/hostname", "output-path"),
        ("content/none.md", "file-unreadable"),
    ] {
        assert_eq!(replace(&site, path, "old", "new"), Some(code), "{path}");
    }
    let text = fs::read_to_string(site.path().join("README.md"));
    assert_eq!(text.expect("a text"), "old");
}

#[test]
fn a_source_is_found_under_the_name_that_it_has_on_the_disk() {
    let site = Site::new();
    site.put("content/cafe\u{301}/e\u{301}.md", "old");
    assert_eq!(
        replace(&site, "content/caf\u{e9}/\u{e9}.md", "old", "new"),
        None
    );
    let files = files(&site.path().join("content"));
    assert_eq!(files.values().collect::<Vec<_>>(), ["new"]);
}
