//! Copies in other encodings.

use std::io::Read;

use super::*;

/// Builds with copies; gives the summary and how many files count.
fn build(site: &Site, files: &[(&str, &str)], reserved: &[&str]) -> (Summary, usize) {
    let mut staging = site.stage().expect("a staging folder");
    staging.compress(reserved.iter().map(|path| (*path).to_owned()).collect());
    for (path, text) in files {
        staging.write(path, text.as_bytes()).expect("a file");
    }
    let count = staging.count();
    (staging.commit().expect("a commit"), count)
}

fn names(site: &Site) -> Vec<String> {
    let mut names: Vec<String> = walkdir::WalkDir::new(site.out())
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(site.out()).expect("below");
            path.to_string_lossy().replace('\\', "/")
        })
        .collect();
    names.sort();
    names
}

fn decoded(site: &Site, path: &str) -> (String, String) {
    let bytes = fs::read(site.out().join(format!("{path}.gz"))).expect("a file");
    let mut gzip = String::new();
    flate2::read::GzDecoder::new(&*bytes)
        .read_to_string(&mut gzip)
        .expect("gzip");
    let bytes = fs::read(site.out().join(format!("{path}.br"))).expect("a file");
    let mut brotli = Vec::new();
    brotli::BrotliDecompress(&mut &*bytes, &mut brotli).expect("brotli");
    (gzip, String::from_utf8(brotli).expect("a text"))
}

#[test]
fn stand_beside_text_where_they_are_smaller() {
    let site = Site::new();
    let long = "a sentence that is said again. ".repeat(40);
    let files = [
        ("assets/photo.1.jpg", long.as_str()),
        ("fr/index.html", &long),
        ("tiny.txt", "x"),
        ("_headers", &long),
    ];
    let (done, count) = build(&site, &files, &[]);
    assert_eq!(
        names(&site),
        [
            "_headers",
            "assets/photo.1.jpg",
            "fr/index.html",
            "fr/index.html.br",
            "fr/index.html.gz",
            "tiny.txt"
        ]
    );
    assert_eq!((done, count), (summary(6, 0, 0), 4));
    assert_eq!(decoded(&site, "fr/index.html"), (long.clone(), long));
}

#[test]
fn are_not_made_again() {
    let site = Site::new();
    let [first, second] = ["first", "other"].map(|word| word.repeat(100));
    build(&site, &[("a.html", &first), ("b.html", &first)], &[]);
    // Whoever takes a copy for what it says, without reading, keeps this one.
    let kept = site.out().join("a.html.gz");
    age(&kept);
    let (done, _) = build(&site, &[("a.html", &first), ("b.html", &second)], &[]);
    assert_eq!(done, summary(3, 3, 0));
    assert!(is_aged(&kept));
    assert_eq!(decoded(&site, "b.html"), (second.clone(), second.clone()));
    // A copy that someone changed or took away is made again.
    fs::write(&kept, "x").expect("a file");
    fs::remove_file(site.out().join("a.html.br")).expect("a file");
    build(&site, &[("a.html", &first), ("b.html", &second)], &[]);
    assert_eq!(decoded(&site, "a.html"), (first.clone(), first.clone()));
    // Without compression they go.
    let done = site.build(&[("a.html", &first), ("b.html", &second)]);
    assert_eq!(done, summary(0, 2, 4));
}

#[test]
fn give_way_to_what_a_site_brings() {
    let site = Site::new();
    let long = "a sentence that is said again. ".repeat(40);
    let files = [
        ("data.json", long.as_str()),
        ("data.json.gz", "their own"),
        ("fr/x.html", &long),
        ("fr/x.html.br/index.html", &long),
    ];
    build(
        &site,
        &files,
        &["data.json.gz", "fr/x.html.br", "fr/y.html.gz"],
    );
    let own = fs::read_to_string(site.out().join("data.json.gz")).expect("a file");
    assert_eq!(own, "their own");
    assert_eq!(
        names(&site),
        [
            "data.json",
            "data.json.br",
            "data.json.gz",
            "fr/x.html",
            "fr/x.html.br/index.html",
            "fr/x.html.br/index.html.br",
            "fr/x.html.br/index.html.gz",
            "fr/x.html.gz"
        ]
    );
    // When they no longer bring it, it is ours.
    build(&site, &[("data.json", &long)], &[]);
    assert_eq!(decoded(&site, "data.json"), (long.clone(), long));
}

#[test]
fn a_copy_is_kept_while_it_would_be_made_the_same() {
    let site = Site::new();
    let (first, second) = (Digest::of(b"first"), Digest::of(b"second"));
    let staging = site.stage().expect("a staging folder");
    assert!(!staging.keep_made("a.jpg", &first).expect("a disk"));
    staging
        .write_made("a.jpg", b"picture", &first)
        .expect("a file");
    staging.commit().expect("a commit");
    let staging = site.stage().expect("a staging folder");
    // The same bytes, of another source or by another version of what is done to it.
    assert!(!staging.keep_made("a.jpg", &second).expect("a disk"));
    assert!(staging.keep_made("a.jpg", &first).expect("a disk"));
    assert_eq!(staging.commit().expect("a commit").unchanged, 1);
    let staging = site.stage().expect("a staging folder");
    assert!(staging.keep_made("a.jpg", &first).expect("a disk"), "still");
}
