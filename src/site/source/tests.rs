//! Snapshots from memory and from a disk.

use rihla_diagnostics::testing::messages;
use std::fs;

use super::*;

fn memory(files: &[(&str, &[u8])]) -> (Snapshot, Vec<Diagnostic>) {
    Snapshot::from_memory(
        files
            .iter()
            .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())),
    )
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<(&'static str, &str)> {
    diagnostics
        .iter()
        .map(|diagnostic| {
            let path = diagnostic.place.as_ref().map_or("", |place| &place.path);
            (diagnostic.message.code, path)
        })
        .collect()
}

fn disk(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn paths(snapshot: &Snapshot) -> Vec<&str> {
    snapshot.iter().map(|file| &*file.path).collect()
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0\0\0\0\0";

#[test]
fn the_same_from_disk_and_memory() {
    let files: &[(&str, &[u8])] = &[
        ("content/a/index.fr.md", "\u{feff}é\r\n".as_bytes()),
        ("content/a/p.png", PNG),
        ("content/site.yaml", b"x: 1"),
        ("static/.well-known/.x", b"y"),
        ("static/.nojekyll", b""),
        ("static/old.csv", b"caf\xe9"),
        ("themes/m/t.html", b"<p>"),
        // Ignored.
        ("content/.git/config", b"x"),
        ("content/.#a.md", b"x"),
        ("content/a.md~", b"x"),
        ("content/#a.md#", b"x"),
        ("content/a.swp", b"x"),
        ("content/Thumbs.db", b"x"),
        ("static/Desktop.ini", b"x"),
        ("static/.htpasswd", b"x"),
        ("static/.well-known/.DS_Store", b"x"),
        ("public/index.html", b"x"),
        ("README.md", b"x"),
    ];
    let folder = disk(files);
    let (read, problems) = Snapshot::read(folder.path()).expect("a site");
    // Somebody may have meant it to be published.
    let hidden = [("file-hidden", "static/.htpasswd")];
    assert_eq!(codes(&problems), hidden);
    let (held, problems) = memory(files);
    assert_eq!(codes(&problems), hidden);
    let wanted = [
        "content/a/index.fr.md",
        "content/a/p.png",
        "content/site.yaml",
        "static/.nojekyll",
        "static/.well-known/.x",
        "static/old.csv",
        "themes/m/t.html",
    ];
    assert_eq!(paths(&read), wanted);
    assert_eq!(paths(&held), wanted);
    for path in wanted {
        let (read_file, held_file) = (read.get(path).expect("one"), held.get(path).expect("one"));
        assert_eq!(read_file.digest, held_file.digest);
        assert_eq!(
            read.read_blob(path).expect("bytes"),
            held.read_blob(path).expect("bytes")
        );
    }
    // The byte order mark and the ends of lines are kept.
    assert_eq!(
        read.text("content/a/index.fr.md").map(|text| &**text),
        Some("\u{feff}é\r\n")
    );
    match &read.get("content/a/p.png").expect("a picture").body {
        Body::Blob(blob) => {
            assert_eq!(blob.length, PNG.len() as u64);
            assert_eq!((blob.header.width, blob.header.height), (Some(2), Some(3)));
        }
        Body::Text(_) => panic!("a picture is no text"),
    }
    let under: Vec<&str> = read.under("content/a").map(|file| &*file.path).collect();
    assert_eq!(under, ["content/a/index.fr.md", "content/a/p.png"]);
    assert_eq!(read.under("").count(), 7);
    assert_eq!(read.under("content/a/p.png").count(), 0);
}

#[test]
fn texts_that_are_not_utf8() {
    let utf16 = [0xff, 0xfe, b'a', 0, 0xe9, 0];
    let (snapshot, problems) = memory(&[
        (
            "content/a.fr.md",
            b"un\nd\xc3\xa9j\xc3\xa0 \xabcaf\xe9\xbb \x80\x9c",
        ),
        ("content/b.fr.md", &utf16),
        ("content/c.fr.md", b"a\0b"),
        ("static/d.txt", b"caf\xe9"),
    ]);
    assert_eq!(
        codes(&problems),
        [
            ("text-not-utf8", "content/a.fr.md"),
            ("text-utf16", "content/b.fr.md"),
            ("text-nul", "content/c.fr.md"),
            ("static-text-not-utf8", "static/d.txt"),
        ]
    );
    let text = snapshot.text("content/a.fr.md").expect("a text");
    assert_eq!(&**text, "un\ndéjà «café» €œ");
    let span = problems[0].place.as_ref().and_then(|place| place.span);
    let span = span.expect("a place");
    assert_eq!(&text[span.start..span.end], "«");
    assert!(problems[0].text(messages("fr")).contains("ligne 2"));
    assert_eq!(
        snapshot.text("content/b.fr.md").map(|text| &**text),
        Some("aé")
    );
    assert_eq!(
        snapshot.read_blob("static/d.txt").expect("bytes"),
        b"caf\xe9"
    );
}

#[test]
fn texts_that_are_too_large() {
    let large = vec![b'a'; (16 << 20) + 1];
    let files: &[(&str, &[u8])] = &[("content/a.fr.md", &large), ("static/a.md", &large)];
    let (snapshot, problems) = memory(files);
    assert_eq!(codes(&problems), [("text-too-large", "content/a.fr.md")]);
    assert_eq!(
        problems[0].text(messages("en")),
        "this text is too large: 17 MB, and at most 16 MB are read"
    );
    assert_eq!(paths(&snapshot), ["static/a.md"]);
    let folder = disk(files);
    let (snapshot, problems) = Snapshot::read(folder.path()).expect("a site");
    assert_eq!(codes(&problems), [("text-too-large", "content/a.fr.md")]);
    assert_eq!(paths(&snapshot), ["static/a.md"]);
}

#[test]
fn names_that_make_trouble() {
    let (snapshot, problems) = memory(&[
        ("content/Photo.md", b""),
        ("content/caf\u{e9}.md", b"composed"),
        ("content/cafe\u{301}.md", b"decomposed"),
        ("content/photo.md", b""),
        ("content/two/a.md", b""),
        ("content/Two/a.md", b""),
        ("static/a\\b.txt", b""),
        ("static/aux.txt", b""),
        ("static/bell\u{7}.txt", b""),
        ("static/turned\u{202e}.txt", b""),
        ("static/zero\u{200b}.txt", b""),
        ("static/dot.", b""),
        ("static/space /x.txt", b""),
        ("static/space /y.txt", b""),
        ("static/what?.txt", b""),
    ]);
    let mut found = codes(&problems);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("name-refused", "static/a\\b.txt"),
            ("name-refused", "static/bell\u{7}.txt"),
            ("name-refused", "static/turned\u{202e}.txt"),
            ("name-refused", "static/zero\u{200b}.txt"),
            ("name-windows", "static/aux.txt"),
            ("name-windows", "static/dot."),
            ("name-windows", "static/space "),
            ("name-windows", "static/what?.txt"),
            ("names-differ-in-case", "content/photo.md"),
            ("names-differ-in-case", "content/two"),
            ("names-look-the-same", "content/caf\u{e9}.md"),
        ]
    );
    assert!(snapshot.get("content/caf\u{e9}.md").is_some());
}

#[test]
fn a_decomposed_name_is_read_again() {
    let folder = disk(&[("content/cafe\u{301}.png", PNG)]);
    let (snapshot, problems) = Snapshot::read(folder.path()).expect("a site");
    assert_eq!(codes(&problems), []);
    assert_eq!(
        snapshot.read_blob("content/caf\u{e9}.png").expect("bytes"),
        PNG
    );
}

#[test]
fn a_file_that_changed_meanwhile() {
    let folder = disk(&[("content/a.png", PNG)]);
    let (snapshot, _) = Snapshot::read(folder.path()).expect("a site");
    fs::write(folder.path().join("content/a.png"), b"other").expect("a file");
    let failure = snapshot.read_blob("content/a.png").expect_err("a failure");
    assert_eq!(failure.diagnostic.message.code, "file-changed");
    fs::remove_file(folder.path().join("content/a.png")).expect("a file");
    let failure = snapshot.read_blob("content/a.png").expect_err("a failure");
    assert_eq!(
        failure
            .diagnostic
            .text(messages("fr"))
            .replace("\u{a0}", " "),
        "« content/a.png » ne peut pas être lu : il n’existe plus"
    );
}

#[test]
fn large_files_are_the_same_as_small_ones() {
    let mut large = PNG.to_vec();
    large.resize((1 << 20) + 5, 7);
    let folder = disk(&[("content/a.png", &large)]);
    let (snapshot, _) = Snapshot::read(folder.path()).expect("a site");
    let file = snapshot.get("content/a.png").expect("a file");
    assert_eq!(file.digest, Digest::of(&large));
    match &file.body {
        Body::Blob(blob) => assert_eq!(
            (blob.length, blob.header.width),
            (large.len() as u64, Some(2))
        ),
        Body::Text(_) => panic!("a picture is no text"),
    }
}

#[test]
fn images_with_another_name() {
    let (_, problems) = memory(&[
        ("content/a.JPG", PNG),
        ("content/b.jpeg", b"\xff\xd8\xff\xe0"),
        ("content/c.webp", b"<html>"),
        ("content/d.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("content/e.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("content/f.png", b"%PDF-1.4"),
        ("content/g.pdf", b"PK"),
    ]);
    assert_eq!(
        codes(&problems),
        [
            ("picture-mislabelled", "content/a.JPG"),
            ("picture-damaged", "content/c.webp"),
            ("picture-mislabelled", "content/d.jpg"),
            ("picture-mislabelled", "content/f.png"),
            ("file-mislabelled", "content/g.pdf"),
        ]
    );
    let said = |number: usize| {
        let problem: &Diagnostic = &problems[number];
        (
            problem.text(messages("en")),
            problem.hint(messages("en")).unwrap_or_default(),
        )
    };
    let (text, hint) = said(0);
    assert_eq!(
        text,
        "by its name this is a JPEG picture, but in truth it is a PNG picture"
    );
    assert!(hint.starts_with("rename the file “a.png”"), "{hint}");
    assert_eq!(said(2).1, "open the file and export it as JPEG");
}

#[test]
fn no_folder() {
    let folder = disk(&[]);
    let missing = folder.path().join("nowhere");
    let failure = Snapshot::read(&missing).expect_err("a failure");
    assert_eq!(failure.diagnostic.message.code, "site-folder-missing");
    let (snapshot, problems) = Snapshot::read(folder.path()).expect("an empty site");
    assert_eq!((paths(&snapshot).len(), problems.len()), (0, 0));
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn are_followed_inside_only() {
        let outside = disk(&[("secret.md", b"x")]);
        let folder = disk(&[
            ("content/a.md", b"a"),
            ("shared/p.txt", b"p"),
            (".git/config", b"x"),
        ]);
        let at = |path: &str| folder.path().join(path);
        let link = |target: &Path, path: &str| symlink(target, at(path)).expect("a link");
        link(&outside.path().join("secret.md"), "content/b.md");
        link(outside.path(), "content/c");
        link(Path::new("../shared"), "content/d");
        link(Path::new("nowhere"), "content/e.md");
        link(Path::new("user@host.1"), "content/.#a.md");
        link(Path::new(".."), "content/f");
        link(Path::new("../.git"), "content/g");
        link(Path::new("a.md"), "content/h.md");
        link(outside.path(), "static");
        let (snapshot, problems) = Snapshot::read(folder.path()).expect("a site");
        assert_eq!(
            paths(&snapshot),
            ["content/a.md", "content/d/p.txt", "content/h.md"]
        );
        let mut found = codes(&problems);
        found.sort_unstable();
        assert_eq!(
            found,
            [
                ("symbolic-link-broken", "content/e.md"),
                ("symbolic-link-loop", "content/f"),
                ("symbolic-link-outside", "content/b.md"),
                ("symbolic-link-outside", "content/c"),
                ("symbolic-link-outside", "content/g"),
                ("symbolic-link-outside", "static"),
            ]
        );
    }

    #[test]
    fn that_lead_to_each_other() {
        let folder = disk(&[("content/one/a.md", b""), ("content/two/b.md", b"")]);
        let at = |path: &str| folder.path().join(path);
        symlink("../two", at("content/one/x")).expect("a link");
        symlink("../one", at("content/two/y")).expect("a link");
        let (_, problems) = Snapshot::read(folder.path()).expect("a site");
        assert!(!problems.is_empty());
        assert!(
            problems
                .iter()
                .all(|problem| problem.message.code == "symbolic-link-loop")
        );
    }

    #[test]
    fn without_permission() {
        let folder = disk(&[("content/a.md", b"a")]);
        let path = folder.path().join("content/a.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).expect("permissions");
        // Root reads everything.
        if fs::read(&path).is_ok() {
            return;
        }
        let failure = Snapshot::read(folder.path()).expect_err("a failure");
        assert_eq!(
            failure.diagnostic.text(messages("en")),
            "“content/a.md” cannot be read: there is no permission"
        );
    }

    #[test]
    fn names_that_are_not_unicode() {
        use std::os::unix::ffi::OsStrExt;
        let folder = disk(&[("content/a.md", b"a")]);
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
        if fs::write(folder.path().join("content").join(name), b"x").is_err() {
            return;
        }
        let (_, problems) = Snapshot::read(folder.path()).expect("a site");
        assert_eq!(
            codes(&problems),
            [("name-not-unicode", "content/caf\u{fffd}.md")]
        );
    }
}
