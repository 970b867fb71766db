//! What a commit does and in which order, and what it does with what others did in between.

use super::*;

/// What a commit does, in the order in which it is done.
fn planned(site: &Site, files: &[(&str, &str)]) -> Journal {
    let staging = site.filled(files);
    let mut new = Manifest::default();
    let mut staged = Vec::new();
    for (path, entry) in std::mem::take(&mut *guard(&staging.entries)) {
        if entry.is_staged {
            staged.push(path.clone());
        }
        new.files.insert(path, entry.record);
    }
    let plan = commit::plan(&staging.places, &staging.old, &new, staged, false);
    plan.expect("a plan").journal
}

#[test]
fn parts_come_before_pages_and_go_after_them() {
    let files = [
        ("a.html", "a"),
        ("a.html.br", "a"),
        ("a.html.gz", "a"),
        ("assets/a.css", "a"),
        ("assets/a.css.gz", "a"),
        ("feed.xml", "a"),
        ("feed.xml.gz", "a"),
        ("z", "z"),
    ];
    let order = [
        "assets/a.css",
        "assets/a.css.gz",
        "feed.xml",
        "feed.xml.gz",
        "a.html",
        "a.html.br",
        "a.html.gz",
    ];
    let site = Site::new();
    site.build(&[("z", "z")]);
    assert_eq!(planned(&site, &files).moves, order);
    site.build(&files);
    let removals = planned(&site, &[("z", "z")]).removals;
    let pages = ["a.html", "a.html.br", "a.html.gz"];
    assert_eq!(removals[..3], pages);
    assert_eq!(removals[3..5], ["feed.xml", "feed.xml.gz"]);
    assert_eq!(removals[5..], ["assets/a.css", "assets/a.css.gz"]);
}

/// Some disks take two names that differ in capitals for one: the old file goes before the new one
/// comes.
#[test]
fn another_case_of_a_name() {
    let site = Site::new();
    site.build(&[("Photo.txt", "a"), ("old.txt", "o")]);
    let journal = planned(&site, &[("photo.txt", "a")]);
    assert_eq!(journal.clear, ["Photo.txt"]);
    assert_eq!(journal.removals, ["old.txt"]);
}

/// What is kept is what an earlier build wrote and what is asked for, with its copies.
#[test]
fn what_is_kept_is_what_is_wanted() {
    let site = Site::new();
    let long = "a long text ".repeat(100);
    let build = |digest: Option<&str>| {
        let mut staging = site.stage().expect("a staging folder");
        staging.compress(BTreeSet::new());
        let digest = digest.map(|text| Digest::of(text.as_bytes()));
        let kept = digest.map(|digest| staging.keep("a.html", &digest).expect("a file"));
        if kept != Some(true) {
            staging.write("a.html", long.as_bytes()).expect("a file");
        }
        staging.commit().expect("a commit");
        kept
    };
    build(None);
    assert_eq!(build(Some(&long)), Some(true));
    assert_eq!(build(Some("another text")), Some(false));
    // A copy that is gone is made again, and so is one that somebody changed.
    fs::remove_file(site.out().join("a.html.gz")).expect("a copy");
    assert_eq!(build(Some(&long)), Some(false));
    assert!(site.out().join("a.html.gz").exists());
    fs::write(site.out().join("a.html.br"), "x").expect("a copy");
    assert_eq!(build(Some(&long)), Some(false));
    assert_eq!(build(Some(&long)), Some(true));
    // So it is where there are no copies.
    let site = Site::new();
    site.build(&[("a.html", "a"), ("b.html", "b")]);
    let staging = site.stage().expect("a staging folder");
    let keeps = |path: &str, text: &str| {
        let digest = Digest::of(text.as_bytes());
        staging.keep(path, &digest).expect("a file")
    };
    assert!(!keeps("a.html", "another text"));
    assert!(!keeps("c.html", "a"));
    assert!(keeps("a.html", "a"));
}

/// A time that a copy of the folder gave its files is noted, so that they are not read each time.
#[test]
fn other_times_are_noted() {
    let site = Site::new();
    site.build(&[("a.html", "a")]);
    age(&site.out().join("a.html"));
    assert_eq!(intact(site.path(), &site.out()), None);
    assert_eq!(site.build(&[("a.html", "a")]), summary(0, 1, 0));
    assert_eq!(intact(site.path(), &site.out()), Some(1));
}

/// Somebody writes in an empty folder while the first build is made.
#[test]
fn a_folder_that_is_empty_no_more() {
    let site = Site::new();
    fs::create_dir(site.out()).expect("a folder");
    let staging = site.filled(A);
    site.put("public/theirs", "theirs");
    assert_eq!(code(staging.commit()), "output-foreign");
    assert_eq!(site.written(), map(&[("theirs", "theirs")]));
}

/// A journal that names a path outside the output folder is none.
#[test]
fn a_journal_that_leads_out() {
    let site = Site::new();
    site.build(A);
    site.put("content/a.md", "a text");
    interrupted(site.filled(B), 2, true);
    let places = Places::new(site.path(), &site.out()).expect("places");
    let text = fs::read_to_string(places.journal()).expect("a journal");
    let mut journal: Journal = serde_json::from_str(&text).expect("a journal");
    journal.removals.push("../content/a.md".to_owned());
    manifest::save(&journal, &places.journal()).expect("a note");
    drop(site.stage().expect("a staging folder"));
    assert_eq!(site.written(), map(A));
    assert!(site.path().join("content/a.md").exists());
}

/// Of a first build, its staging folder or the output folder was taken away.
#[test]
fn a_first_build_that_was_taken_away() {
    let site = Site::new();
    interrupted(site.filled(A), 2, true);
    fs::remove_dir_all(site.path().join(".public.rihla-staging")).expect("a folder");
    drop(site.stage().expect("a staging folder"));
    assert_eq!(site.rests(), [""; 0]);
    // Nothing holds that was not written.
    assert_eq!(intact(site.path(), &site.out()), None);
    assert_eq!(site.build(A), summary(A.len(), 0, 0));
    // In its place somebody wrote something else.
    let site = Site::new();
    interrupted(site.filled(A), 2, true);
    site.put("public/theirs", "theirs");
    assert_eq!(code(site.stage()), "output-foreign");
    assert_eq!(site.written(), map(&[("theirs", "theirs")]));
}

/// Part of what an interrupted commit moved was moved, and the rest taken away: what is there is
/// completed, since the old site is no more.
#[test]
fn the_rest_of_a_staging_folder_that_was_taken_away() {
    let site = Site::new();
    site.build(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]);
    let new = [("a.html", "a, new"), ("b.html", "b, new")];
    interrupted(site.filled(&new), 3, true);
    assert_eq!(site.written()["a.html"], "a, new");
    fs::remove_dir_all(site.path().join(".public.rihla-staging")).expect("a folder");
    drop(site.stage().expect("a staging folder"));
    let left = map(&[("a.html", "a, new"), ("b.html", "b")]);
    assert_eq!(site.written(), left);
    site.build(&new);
    assert_eq!(site.written(), map(&new));
}

/// What a machine that fails leaves is the old site or the new one, or a journal that completes it:
/// what the journal needs is on the disk before it is begun, and what it says when it is done.
#[test]
fn what_must_last_is_on_the_disk_in_time() {
    let site = Site::new();
    site.build(&[("a.html", "a"), ("b.html", "b")]);
    // Where notes are written is known once links in the path are followed.
    let folder = site.path().canonicalize().expect("a folder");
    let mut staging = site.filled(&[("a.html", "a, new")]);
    staging.ledger("/ fr _index\n".to_owned());
    faults::watch(&folder);
    staging.commit().expect("a commit");
    let key = Places::new(site.path(), &site.out()).expect("places");
    let key = key.note("").trim_end_matches('.').to_owned();
    let done: Vec<String> = faults::watched(&folder)
        .iter()
        .map(|line| line.replace(&key, "K"))
        .collect();
    assert_eq!(
        done,
        [
            "sync .rihla/K.next.half",
            "rename .rihla/K.next.json",
            "sync .rihla",
            "sync .rihla/K.journal.half",
            "rename .rihla/K.journal.json",
            "sync .rihla",
            // Where the ledger cannot be replaced, nothing of the site is.
            "sync urls.lock.new",
            "rename urls.lock",
            "sync ",
            "rename public/a.html",
            "rename .rihla/K.manifest.json",
        ]
    );
}
