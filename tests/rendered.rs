//! Which pages a build renders after a typical edit: exactly those on which it shows.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    /// A copy of the site, built once.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rendered/site");
        copy(&source, folder.path());
        let site = Self { folder };
        let first = site.build(&["--record"]);
        assert_eq!(first.len(), 24);
        assert!(
            first
                .values()
                .all(|because| because == "there is no memory of this folder yet")
        );
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(path)).expect("a text");
        assert!(text.contains(old), "{path} has no {old}");
        fs::write(self.path(path), text.replacen(old, new, 1)).expect("a text");
    }

    /// Builds, and gives the addresses of the pages that were rendered, each with the reason.
    fn build(&self, arguments: &[&str]) -> BTreeMap<String, String> {
        let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args([
                "build",
                "--explain",
                "--format",
                "json",
                "--messages",
                "en",
                "--site",
            ])
            .arg(self.folder.path())
            .args(arguments)
            .env_remove("RIHLA_BASE_URL")
            .output()
            .expect("the program runs");
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(output.status.success(), "{said}");
        let lines = said.lines().map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let text = |key: &str| {
                line[key]
                    .as_str()
                    .unwrap_or_else(|| panic!("{line}"))
                    .to_owned()
            };
            (text("rendered"), text("because"))
        });
        lines.collect()
    }
}

/// An edit, the pages that it renders, and the reason that the first of them gives.
struct Case {
    what: &'static str,
    edit: fn(&Site),
    rendered: &'static [&'static str],
    because: &'static str,
}

const WORKSHOP: &str = "content/news/workshop.fr.md";
const AGREEMENT: &str = "content/news/agreement.fr.md";

const CASES: &[Case] = &[
    Case {
        what: "nothing",
        edit: |_| {},
        rendered: &[],
        because: "",
    },
    Case {
        what: "a body",
        edit: |site| site.replace(WORKSHOP, "---\nUn atelier", "---\nDeux ateliers"),
        rendered: &["/fr/actualites/un-atelier/"],
        because: "its own text, fields or list have changed",
    },
    Case {
        what: "the title of the newest item, whose address stays",
        edit: |site| {
            site.replace(
                AGREEMENT,
                "title: \"Un accord\"",
                "title: \"L’accord signé\"",
            )
        },
        rendered: &[
            "/fr/",
            "/fr/actualites/",
            "/fr/actualites/2025/",
            "/fr/actualites/un-accord/",
            "/fr/actualites/un-atelier/",
        ],
        because: "the list of news that it shows has changed",
    },
    Case {
        what: "the title of an older item: the newer one asks for both its neighbours",
        edit: |site| {
            site.replace(
                WORKSHOP,
                "title: \"Un atelier\"",
                "title: \"Un grand atelier\"",
            )
        },
        rendered: &[
            "/fr/actualites/",
            "/fr/actualites/2024/",
            "/fr/actualites/un-accord/",
            "/fr/actualites/un-atelier/",
        ],
        because: "its own text, fields or list have changed",
    },
    Case {
        what: "a date, which holds for all languages",
        edit: |site| {
            for tag in ["fr", "en"] {
                let path = format!("content/news/workshop.{tag}.md");
                site.replace(&path, "date: 2024-03-01", "date: 2024-05-01");
            }
        },
        rendered: &[
            "/en/news/",
            "/en/news/2024/",
            "/en/news/a-workshop/",
            "/fr/actualites/",
            "/fr/actualites/2024/",
            "/fr/actualites/un-atelier/",
        ],
        because: "its own text, fields or list have changed",
    },
    Case {
        what: "the title of a partner",
        edit: |site| {
            site.replace(
                "content/partners/entries.yaml",
                "Caritas au Maroc",
                "Caritas",
            )
        },
        rendered: &[
            "/fr/actualites/un-atelier/",
            "/fr/partenaires/",
            "/fr/partenaires/caritas-au-maroc/",
        ],
        because: "its own text, fields or list have changed",
    },
    Case {
        what: "a reference that goes",
        edit: |site| {
            site.replace(WORKSHOP, "partners: [caritas]\n", "");
            site.replace("content/news/workshop.en.md", "partners: [caritas]\n", "");
        },
        rendered: &["/en/news/a-workshop/", "/fr/actualites/un-atelier/"],
        because: "its own text, fields or list have changed",
    },
    Case {
        what: "a fact",
        edit: |site| site.replace("content/facts/entries.yaml", "174", "175"),
        rendered: &["/en/about/", "/fr/a-propos/"],
        because: "the fact members has changed",
    },
    Case {
        what: "a text that another includes, in one language",
        edit: |site| site.replace("content/blocks/hours.fr.md", "matin", "soir"),
        rendered: &["/fr/actualites/un-atelier/"],
        because: "the text “hours”, which it includes, has changed",
    },
    Case {
        what: "the template of one collection",
        edit: |site| {
            let path = "themes/small/templates/news.html";
            site.replace(path, "{{ page.html }}", "<hr>{{ page.html }}");
        },
        rendered: &[
            "/en/news/a-workshop/",
            "/en/news/an-agreement/",
            "/fr/actualites/un-accord/",
            "/fr/actualites/un-atelier/",
        ],
        because: "the template news.html, or one that it uses, has changed",
    },
    Case {
        what: "a string that some pages show",
        edit: |site| {
            site.replace(
                "themes/small/strings/fr.yaml",
                "lost: \"",
                "lost: \"Perdu : ",
            )
        },
        rendered: &["/404.html", "/fr/404.html"],
        because: "the string “lost” of the theme has changed",
    },
    Case {
        what: "an entry more",
        edit: |site| {
            for (tag, title) in [("fr", "Une formation"), ("en", "A course")] {
                let text = format!("---\ntitle: \"{title}\"\ndate: 2024-09-01\n---\n{title}.\n");
                let path = format!("content/news/course.{tag}.md");
                fs::write(site.path(&path), text).expect("a text");
            }
        },
        rendered: &[
            "/en/news/",
            "/en/news/2024/",
            "/en/news/a-course/",
            "/en/news/a-workshop/",
            "/en/news/an-agreement/",
            "/fr/actualites/",
            "/fr/actualites/2024/",
            "/fr/actualites/un-accord/",
            "/fr/actualites/un-atelier/",
            "/fr/actualites/une-formation/",
        ],
        because: "its own text, fields or list have changed",
    },
    Case {
        what: "an entry less, in one language",
        edit: |site| {
            site.replace(AGREEMENT, "---\n", "---\ngone: true\n");
        },
        rendered: &[
            "/fr/",
            "/fr/actualites/",
            "/fr/actualites/2025/",
            "/fr/actualites/un-atelier/",
        ],
        because: "the list of news that it shows has changed",
    },
    Case {
        what: "a file of the output that somebody changed",
        edit: |site| site.replace("public/fr/partenaires/index.html", "<main", "<main "),
        rendered: &["/fr/partenaires/"],
        because: "its file is not what the last build wrote",
    },
];

#[test]
fn exactly_the_pages_on_which_it_shows() {
    let mut problems = Vec::new();
    for case in CASES {
        let site = Site::new();
        (case.edit)(&site);
        let rendered = site.build(&[]);
        let addresses: Vec<&str> = rendered.keys().map(String::as_str).collect();
        if addresses != case.rendered {
            problems.push(format!("{}: rendered {rendered:#?}", case.what));
        }
        let because = rendered.values().next().map_or("", String::as_str);
        if because != case.because {
            problems.push(format!("{}: because {because}", case.what));
        }
        // And it is cached.
        assert_eq!(site.build(&[]), BTreeMap::new(), "{}", case.what);
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

type Edit = (fn(&Site), &'static str);

/// What every page shows, or depends on without asking, renders every page.
#[test]
fn some_edits_render_every_page() {
    let cases: &[Edit] = &[
        (
            |site| {
                site.replace(
                    "themes/small/templates/base.html",
                    "<body>",
                    "<body class=\"x\">",
                )
            },
            "the template 404.html, or one that it uses, has changed",
        ),
        (
            |site| site.replace("themes/small/assets/style.css", "black", "#111"),
            "the file style.css of the theme has changed",
        ),
        (
            |site| site.replace("content/site.yaml", "[news, about]", "[about, news]"),
            "content/site.yaml or the address of the site has changed",
        ),
        (
            |site| {
                for file in fs::read_dir(site.path(".rihla"))
                    .expect("a folder")
                    .flatten()
                {
                    if file.path().extension().is_some_and(|name| name == "pages") {
                        fs::write(file.path(), "odd").expect("the memory");
                    }
                }
            },
            "the memory of this folder cannot be understood",
        ),
    ];
    for (edit, wanted) in cases {
        let site = Site::new();
        edit(&site);
        let rendered = site.build(&[]);
        assert_eq!(rendered.len(), 24, "{wanted}");
        assert_eq!(rendered["/404.html"], *wanted);
    }
    let site = Site::new();
    let rendered = site.build(&["--no-memory"]);
    assert_eq!(rendered.len(), 24);
    assert_eq!(rendered["/"], "nothing is remembered");
}

/// A year later only the pages that print the year are others; a day later, none.
#[test]
fn time_passes() {
    let site = Site::new();
    // A trial asks search engines to leave out each page that they could show.
    assert_eq!(site.build(&["--at", "2031-12-30"]).len(), 21);
    assert_eq!(site.build(&["--at", "2031-12-31"]), BTreeMap::new());
    let rendered = site.build(&["--at", "2032-01-01"]);
    let addresses: Vec<&String> = rendered.keys().collect();
    assert_eq!(addresses, ["/en/", "/fr/"]);
    assert_eq!(rendered["/fr/"], "time has passed");
}

/// A site that nobody has touched for a while is not even read; whatever is touched is seen.
#[test]
fn nothing_has_happened() {
    let site = Site::new();
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    let rest = |folder: &Path| {
        let mut open = vec![folder.to_owned()];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                let inside = fs::read_dir(&path).expect("a folder").flatten();
                open.extend(inside.map(|entry| entry.path()));
            } else {
                let file = fs::File::options().write(true).open(&path).expect("a file");
                file.set_modified(old).expect("its time");
            }
        }
    };
    for part in ["content", "themes"] {
        rest(&site.path(part));
    }
    // That a time was set is a change too, and what has just changed is not at rest.
    let settle = || std::thread::sleep(std::time::Duration::from_millis(2_100));
    settle();
    let states = || {
        let files = fs::read_dir(site.path(".rihla"))
            .expect("a folder")
            .flatten();
        let found = files.filter(|file| file.path().extension().is_some_and(|end| end == "state"));
        found
            .map(|file| fs::read(file.path()).expect("a note"))
            .next()
    };
    assert_eq!(site.build(&[]), BTreeMap::new());
    let noted = states().expect("the note of a build that said nothing");
    // The cache of pages is not looked at where nothing has happened.
    for file in fs::read_dir(site.path(".rihla"))
        .expect("a folder")
        .flatten()
    {
        if file.path().extension().is_some_and(|name| name == "pages") {
            fs::remove_file(file.path()).expect("the memory");
        }
    }
    assert_eq!(site.build(&[]), BTreeMap::new());
    assert_eq!(states(), Some(noted));
    // A file of the output that is gone, another option, a file that was touched.
    fs::remove_file(site.path("public/fr/index.html")).expect("a page");
    assert_eq!(site.build(&[]).len(), 24);
    assert!(site.path("public/fr/index.html").exists());
    assert_eq!(site.build(&["--drafts"]).len(), 21);
    assert_eq!(site.build(&[]).len(), 21);
    site.replace(WORKSHOP, "---\nUn atelier", "---\nUn ateliers");
    assert_eq!(site.build(&[]).len(), 1);
    let page = fs::read_to_string(site.path("public/fr/actualites/un-atelier/index.html"));
    assert!(page.expect("the page").contains("Un ateliers"));
    // The same words with the same length and the same time: only what was read tells.
    rest(&site.path("content"));
    settle();
    assert_eq!(site.build(&[]), BTreeMap::new());
    site.replace(WORKSHOP, "---\nUn ateliers", "---\nDe ateliers");
    assert_eq!(site.build(&[]).len(), 1);
    // As before, with the time put back: the change itself has a time, which nobody sets.
    rest(&site.path("content"));
    settle();
    assert_eq!(site.build(&[]), BTreeMap::new());
    site.replace(WORKSHOP, "---\nDe ateliers", "---\nUn ateliers");
    rest(&site.path("content"));
    settle();
    assert_eq!(site.build(&[]).len(), 1);
}
