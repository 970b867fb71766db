//! `rihla remove`: first a list, then exactly that; and nothing while the site needs the entry.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

/// Every file of a folder, with its bytes.
fn files(folder: &Path, inside: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder.join(inside))
        .expect("a folder")
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = match inside {
            "" => name,
            inside => format!("{inside}/{name}"),
        };
        match entry.path().is_dir() {
            true => files(folder, &path, found),
            false => {
                found.insert(path, fs::read(entry.path()).expect("a file"));
            }
        }
    }
}

fn sources(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    files(site, "content", &mut found);
    found
}

fn write(site: &Path, path: &str, text: &str) {
    let path = site.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn rihla(site: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments)
        .args(["--messages", "en", "--site"])
        .arg(site)
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs")
}

fn json(output: &Output) -> serde_json::Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("{output:?}"))
}

/// A site with a bundle, small entries in one file, an image and a store of translations; built.
fn site(site: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("tests/themes/plain"), &site.join("themes/plain"));
    write(
        site,
        "content/site.yaml",
        &fs::read_to_string(root.join("tests/themes/site.yaml")).expect("a file"),
    );
    for tag in ["fr", "en"] {
        write(
            site,
            &format!("content/_index.{tag}.md"),
            "---\ntitle: \"Mission\"\n---\n",
        );
        write(
            site,
            &format!("content/news/2017-06-02-photo/index.{tag}.md"),
            &format!(
                "---\ntitle: \"Photo {tag}\"\naliases: [/{tag}/old-photo/]\n---\nText.\n\n![A workshop](a.jpg)\n"
            ),
        );
        write(
            site,
            &format!("content/news/2017-06-03-kept.{tag}.md"),
            &format!("---\ntitle: \"Kept {tag}\"\n---\nText.\n"),
        );
    }
    copy(
        &root.join("docs/directives/atelier.jpg"),
        &site.join("content/news/2017-06-02-photo/a.jpg"),
    );
    write(
        site,
        "content/news/collection.yaml",
        "title: {fr: \"Actualités\", en: \"News\"}\nslug: {fr: actualites, en: news}\nfields:\n  \
         title: {type: text, localized: true, required: true}\n  partners: {type: reference, to: partners, many: true}\n",
    );
    write(
        site,
        "content/partners/collection.yaml",
        "title: {fr: \"Partenaires\", en: \"Partners\"}\nslug: {fr: partenaires, en: partners}\nfields:\n  \
         title: {type: text, localized: true, required: true}\n",
    );
    write(
        site,
        "content/partners/entries.yaml",
        "# The first.\n- id: one\n  title: {fr: \"Un\", en: \"One\"}\n# The second.\n- id: two\n  title: {fr: \"Deux\", en: \"Two\"}\n",
    );
    for name in [
        "news/2017-06-02-photo.en.json",
        "news/2017-06-02-photograph.en.json",
    ] {
        write(site, &format!("content/.translations/{name}"), "{}");
    }
    let built = rihla(site, &["build", "--quiet", "--record"]);
    assert!(built.status.success(), "{built:?}");
}

#[test]
fn an_entry_goes_with_all_that_is_made_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let site_folder = folder.path();
    site(site_folder);
    let before = sources(site_folder);
    let listed = rihla(
        site_folder,
        &["remove", "news/2017-06-02-photo", "--format", "json"],
    );
    let list = json(&listed);
    assert_eq!(sources(site_folder), before, "a list changes nothing");
    assert_eq!(list["done"], false);
    let of = |name: &str| -> Vec<String> {
        let items = list[name].as_array().expect("a list");
        items
            .iter()
            .map(|item| item.as_str().expect("a text").to_owned())
            .collect()
    };
    assert_eq!(
        of("deleted"),
        [
            "content/news/2017-06-02-photo/a.jpg",
            "content/news/2017-06-02-photo/index.en.md",
            "content/news/2017-06-02-photo/index.fr.md",
            "content/.translations/news/2017-06-02-photo.en.json",
        ]
    );
    assert_eq!(of("changed"), ["content/site.yaml"]);
    assert_eq!(
        of("gone"),
        [
            "/en/news/photo-en/",
            "/en/old-photo/",
            "/fr/actualites/photo-fr/",
            "/fr/old-photo/"
        ]
    );
    let images = of("pictures");
    assert!(
        images
            .iter()
            .any(|name| name.starts_with("a-") && name.ends_with(".webp")),
        "{images:?}"
    );
    for address in [
        "https://mission.example.org/en/news/photo-en/",
        "https://mission.example.org/en/old-photo/",
        "https://mission.example.org/en/news/",
        "https://mission.example.org/sitemap.xml",
    ] {
        assert!(
            of("forget").contains(&address.to_owned()),
            "{address}: {list}"
        );
    }
    let kept = "https://mission.example.org/en/partners/one/".to_owned();
    assert!(!of("forget").contains(&kept), "{list}");

    let done = rihla(site_folder, &["remove", "news/2017-06-02-photo", "--yes"]);
    assert!(done.status.success(), "{done:?}");
    let after = sources(site_folder);
    let gone: Vec<&String> = before
        .keys()
        .filter(|path| !after.contains_key(*path))
        .collect();
    let mut deleted = of("deleted");
    deleted.sort();
    assert_eq!(gone, deleted.iter().collect::<Vec<_>>());
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["content/site.yaml"]);
    assert!(!site_folder.join("content/news/2017-06-02-photo").exists());
    for name in &images {
        assert!(
            !site_folder.join(".rihla/pictures").join(name).exists(),
            "{name}"
        );
    }
    // The next build has nothing to say, and nothing of it is left.
    let built = rihla(site_folder, &["build", "--quiet"]);
    assert!(
        built.status.success() && built.stderr.is_empty(),
        "{built:?}"
    );
    let mut published = BTreeMap::new();
    files(site_folder, "public", &mut published);
    for (path, bytes) in &published {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("Photo fr") && !text.contains("A workshop"),
            "{path}"
        );
    }
    let conf =
        fs::read_to_string(site_folder.join(".rihla/hosting/nginx.conf")).unwrap_or_default();
    assert!(conf.contains("/en/old-photo/"), "{conf}");
}

#[test]
fn one_of_many_entries_in_a_file_goes_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    let done = rihla(folder.path(), &["remove", "partners/one", "--yes"]);
    assert!(done.status.success(), "{done:?}");
    let text =
        fs::read_to_string(folder.path().join("content/partners/entries.yaml")).expect("a file");
    assert_eq!(
        text,
        "# The first.\n# The second.\n- id: two\n  title: {fr: \"Deux\", en: \"Two\"}\n"
    );
    // A second one is added to the list of what is gone.
    let done = rihla(folder.path(), &["remove", "news/2017-06-03-kept", "--yes"]);
    assert!(done.status.success(), "{done:?}");
    let text = fs::read_to_string(folder.path().join("content/site.yaml")).expect("a file");
    let gone = text.split_once("gone:\n").expect("what is gone").1;
    assert_eq!(
        gone,
        "  - \"/en/partners/one/\"\n  - \"/fr/partenaires/un/\"\n  - \"/en/news/kept-en/\"\n  - \"/fr/actualites/kept-fr/\"\n"
    );
    let built = rihla(folder.path(), &["build", "--quiet", "--record"]);
    assert!(built.status.success(), "{built:?}");
}

#[test]
fn what_the_site_needs_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    write(
        folder.path(),
        "content/news/2017-06-03-kept.fr.md",
        "---\ntitle: \"Kept fr\"\npartners: [two]\n---\n[Deux](/partners/two)\n",
    );
    let before = sources(folder.path());
    for (arguments, code, words) in [
        (
            &["remove", "partners/two", "--yes"][..],
            1,
            &[
                "remove-needed",
                "remove-named",
                "this leads to “partners/two”",
                "kept.fr.md:3",
                "kept.fr.md:5",
            ][..],
        ),
        (
            &["remove", "partners/tow"],
            2,
            &["remove-unknown", "partners/two"],
        ),
        (&["remove", "news/_index"], 2, &["remove-unknown"]),
        (&["remove", "_index", "--yes"], 2, &["remove-part"]),
        (&["remove"], 2, &["entry-needed"]),
        (&["remove", "news/a", "news/b"], 2, &["entries-too-many"]),
    ] {
        let output = rihla(folder.path(), arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        for word in words {
            assert!(said.contains(word), "{arguments:?}: {word}: {said}");
        }
        // There is no other entry to write where this one is meant.
        assert!(!said.contains("partners/one"), "{said}");
    }
    assert_eq!(sources(folder.path()), before);
}

/// The list of a year goes with its only item; the item may be named in any form that means it alone.
#[test]
fn the_list_of_a_year_goes_with_its_only_item() {
    for name in [
        "alone",
        "content/news/2014-03-02-alone.fr.md",
        "/en/news/alone-en/",
        "https://mission.example.org/fr/actualites/alone-fr/",
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let site_folder = folder.path();
        site(site_folder);
        let collection = "content/news/collection.yaml";
        let text = fs::read_to_string(site_folder.join(collection)).expect("a file");
        write(
            site_folder,
            collection,
            &format!("lists: [{{by: year}}]\n{text}"),
        );
        for tag in ["fr", "en"] {
            let text = format!("---\ntitle: \"Alone {tag}\"\n---\nText.\n");
            write(
                site_folder,
                &format!("content/news/2014-03-02-alone.{tag}.md"),
                &text,
            );
        }
        let built = rihla(site_folder, &["build", "--quiet", "--record"]);
        assert!(built.status.success(), "{built:?}");
        let list = json(&rihla(
            site_folder,
            &["remove", name, "--yes", "--format", "json"],
        ));
        let gone = list["gone"].as_array().expect("a list");
        assert_eq!(
            *gone,
            ["/en/news/alone-en/", "/fr/actualites/alone-fr/"],
            "{name}"
        );
        let forget = list["forget"].as_array().expect("a list");
        let year = "https://mission.example.org/en/news/2014/";
        assert!(forget.iter().any(|address| address == year), "{forget:?}");
        let built = rihla(site_folder, &["build", "--quiet", "--record"]);
        assert!(built.status.success(), "{built:?}");
        let list = site_folder.join("public/en/news/2014/index.html");
        assert!(!list.exists());
        // The next item of that year has its list again.
        let text = "---\ntitle: \"Again\"\nlanguages: [en]\n---\nText.\n";
        write(site_folder, "content/news/2014-05-06-again.en.md", text);
        let built = rihla(site_folder, &["build", "--quiet"]);
        assert!(built.status.success(), "{built:?}");
        assert!(list.exists());
    }
}

/// What only the entry used is named where it stays; each address is listed once, after what matters most.
#[test]
fn what_nothing_uses_any_more_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    site(path);
    write(
        path,
        "content/news/2017-06-02-photo/own.pdf",
        "%PDF-1.4\n%%EOF\n",
    );
    write(path, "content/news/common.pdf", "%PDF-1.4\n%%EOF\n");
    write(path, "content/news/beside.pdf", "%PDF-1.4\n%%EOF\n");
    write(path, "content/news/beside.csv", "a,b\n1,2\n");
    let links =
        "[own](own.pdf) [common](../common.pdf) [beside](../beside.pdf) [table](../beside.csv)";
    for tag in ["fr", "en"] {
        let text = format!("---\ntitle: \"Photo {tag}\"\n---\n{links}\n\n![A workshop](a.jpg)\n");
        write(
            path,
            &format!("content/news/2017-06-02-photo/index.{tag}.md"),
            &text,
        );
        let kept = format!("---\ntitle: \"Kept {tag}\"\n---\n[common](common.pdf)\n");
        write(
            path,
            &format!("content/news/2017-06-03-kept.{tag}.md"),
            &kept,
        );
    }
    let list = json(&rihla(path, &["remove", "photo", "--format", "json"]));
    assert_eq!(
        list["unused"],
        serde_json::json!(["content/news/beside.csv", "content/news/beside.pdf"])
    );
    let deleted = list["deleted"].as_array().expect("a list");
    assert!(
        deleted.contains(&"content/news/2017-06-02-photo/own.pdf".into()),
        "{list}"
    );
    let forget = list["forget"].as_array().expect("a list").iter();
    let documents: Vec<&str> = forget
        .filter_map(|address| address.as_str())
        .filter(|address| address.ends_with(".pdf"))
        .collect();
    assert_eq!(documents.len(), 2, "{documents:?}");
    assert!(
        !documents.iter().any(|address| address.contains("common")),
        "{documents:?}"
    );

    let listed = rihla(path, &["remove", "photo"]);
    let text = String::from_utf8_lossy(&listed.stdout);
    assert!(text.starts_with("Nothing has been removed yet."), "{text}");
    let mut lines: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("photo-en/"))
        .collect();
    lines.sort_unstable();
    assert_eq!(lines, ["  /en/news/photo-en/"], "{text}");
    let done = rihla(path, &["remove", "photo", "--yes"]);
    let text = String::from_utf8_lossy(&done.stdout);
    assert!(
        text.starts_with("news/2017-06-02-photo was removed."),
        "{text}"
    );
    assert!(path.join("content/news/beside.pdf").exists());
}
