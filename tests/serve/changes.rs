//! What happens to open pages when files change.

use std::fs::{self, File};
use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use crate::preview::{Preview, copy, site};

const TEXT: &str = "content/news/2017-06-02-accord.fr.md";
const PAGE: &str = "/fr/actualites/un-accord-avec-caritas/";

#[test]
fn a_save_and_a_save_by_renaming() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    preview.edit(TEXT, "Le texte de l’accord.", "Un premier état.");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un premier état.")
    });
    // As editors do that never leave half a file: write another, put it in the place.
    let text = preview
        .read(TEXT)
        .replace("Un premier état.", "Un deuxième état.");
    preview.write("content/news/.2017-06-02-accord.fr.md.part", &text);
    fs::rename(
        preview.path("content/news/.2017-06-02-accord.fr.md.part"),
        preview.path(TEXT),
    )
    .expect("a new name");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un deuxième état.")
    });
    // As Vim does: move the old one away, write a new one, remove the old.
    let text = text.replace("Un deuxième état.", "Un troisième état.");
    let old = preview.path("content/news/2017-06-02-accord.fr.md~");
    fs::rename(preview.path(TEXT), &old).expect("a new name");
    preview.write(TEXT, &text);
    fs::remove_file(&old).expect("no old file");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un troisième état.")
    });
    // The other language, a template, a string and a style sheet too.
    preview.edit(
        "themes/small/templates/entry.html",
        "base.html\" %}",
        "base.html\" %}\n{% block main %}<p>Un autre modèle</p>{{ page.html }}{% endblock main %}",
    );
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un autre modèle")
    });
    preview.edit("themes/small/strings/en.yaml", "Search", "Look for");
    events.until(&preview, "/en/about-us/", |page| {
        page.text().contains("Look for")
    });
}

/// How often something that must be quick is tried on a machine that has much else to do.
const TRIES: usize = 50;

/// Whether something took less than a time.
fn within(limit: Duration, run: impl FnOnce()) -> bool {
    let begun = Instant::now();
    run();
    begun.elapsed() < limit
}

#[test]
fn a_burst_is_read_a_few_times() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    let text = preview.read(TEXT);
    for attempt in 0..TRIES {
        let before = events.generation;
        let last = format!("État {attempt}-50.");
        let is_burst = within(Duration::from_secs(1), || {
            for number in 1..=50 {
                let state = format!("État {attempt}-{number}.");
                preview.write(TEXT, &text.replace("Le texte de l’accord.", &state));
            }
        });
        events.until(&preview, PAGE, |page| page.text().contains(&last));
        let states = events.generation - before;
        // Changes that come slowly are none.
        if !is_burst {
            continue;
        }
        assert!((1..=10).contains(&states), "{states} states for one burst");
        // It does not wake itself: after the burst comes what is saved next, and nothing else.
        preview.edit(TEXT, &last, "La suite.");
        events.until(&preview, PAGE, |page| page.text().contains("La suite."));
        let states = events.generation - before;
        assert!(states <= 11, "{states} states");
        return;
    }
    panic!("this machine is too slow to write 50 files in a second");
}

#[test]
fn a_file_that_comes_in_pieces_is_read_when_it_is_complete() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    for attempt in 0..TRIES {
        let before = events.generation;
        let path = format!("content/news/2020-01-01-lente-{attempt}.fr.md");
        let first = "---\ntitle: \"Une page le";
        let rest = format!("nte {attempt}\"\n---\nTout y est.\n");
        // The first piece is waited for a tenth of a second, the next one a second and a half.
        let mut made = None;
        let is_begun = within(Duration::from_millis(50), || {
            let mut file = File::create(preview.path(&path)).expect("a file");
            file.write_all(first.as_bytes()).expect("a piece");
            made = Some(file);
        });
        let mut file = made.expect("the file");
        let is_ended = within(Duration::from_secs(1), || {
            thread::sleep(Duration::from_millis(400));
            file.write_all(rest.as_bytes()).expect("a piece");
            drop(file);
        });
        let page = format!("/fr/actualites/une-page-lente-{attempt}/");
        events.until(&preview, &page, |page| page.text().contains("Tout y est."));
        if is_begun && is_ended {
            assert_eq!(events.generation, before + 1, "half a file was shown");
            return;
        }
    }
    panic!("this machine is too slow to write two pieces of a file");
}

#[test]
fn an_error_lies_over_the_page_until_it_is_fixed() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    preview.edit(
        TEXT,
        "title: \"Un accord avec Caritas\"",
        "title: Un accord : Caritas",
    );
    let page = events.until(&preview, PAGE, |page| {
        page.text().contains("class=\"errors\"")
    });
    assert_eq!(page.status, 200);
    let text = page.text();
    for words in [
        "1 erreur à corriger",
        "<code>content/news/2017-06-02-accord.fr.md</code>, ligne 2",
        "title: Un accord <mark>:</mark> Caritas",
        "<ins>title: &quot;Un accord : Caritas&quot;</ins>",
        "/content/news/2017-06-02-accord.fr.md:2:18\"",
        // The last good page.
        "Le texte de l’accord.",
        "<title>Un accord avec Caritas",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let english = preview.get("/en/about-us/").text();
    assert!(english.contains("1 error to mend"), "{english}");
    assert!(english.contains("must be in double quotes"), "{english}");
    preview.edit(
        TEXT,
        "title: Un accord : Caritas",
        "title: \"Un accord mis à jour\"",
    );
    let gone = |page: &crate::preview::Answer| page.text().contains("Un accord mis à jour");
    let page = events.until(&preview, "/fr/actualites/un-accord-mis-a-jour/", gone);
    assert!(!page.text().contains("class=\"errors\""), "{}", page.text());
    // The open page is led to its new address.
    let led = preview.ask(PAGE, &[("Rihla-Entry", "news/2017-06-02-accord fr")]);
    assert_eq!(led.status, 307);
    let to = "/fr/actualites/un-accord-mis-a-jour/";
    assert_eq!(led.header("location"), Some(to));
    assert_eq!(preview.get(PAGE).status, 404);
}

#[test]
fn a_template_that_fails_on_a_page() {
    let mut preview = Preview::start(&[]);
    let mut events = preview.events();
    assert_eq!(preview.get(PAGE).status, 200);
    let template = "themes/small/templates/entry.html";
    let good = preview.read(template);
    preview.write(template, "{% extends \"base.html\" %}\n{% block main %}{{ page.fields.nothing }}{% endblock main %}\n");
    let page = events.until(&preview, PAGE, |page| {
        page.text().contains("class=\"errors\"")
    });
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("Le texte de l’accord."),
        "{}",
        page.text()
    );
    assert!(
        page.text()
            .contains("<code>themes/small/templates/entry.html</code>, ligne 2")
    );
    preview.hear("themes/small/templates/entry.html:2");
    // A page that was never good has none beneath, and the others go on.
    let page = preview.get("/fr/a-propos/");
    assert_eq!(page.status, 500);
    assert!(
        page.text()
            .contains("Le site ne peut pas encore être montré"),
        "{}",
        page.text()
    );
    assert_eq!(preview.get("/fr/").status, 200);
    // One that cannot be read at all.
    preview.write(
        template,
        "{% extends \"base.html\" %}\n{% block main %}{{ page.\n",
    );
    let page = events.until(&preview, "/fr/", |page| {
        page.text().contains("class=\"errors\"")
    });
    assert_eq!(page.status, 200);
    preview.write(template, &good);
    let page = events.until(&preview, "/fr/a-propos/", |page| page.status == 200);
    assert!(!page.text().contains("class=\"errors\""));
}

#[test]
fn a_folder_that_is_removed_and_comes_back() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    let aside = preview.path("aside");
    fs::rename(preview.path("content/news"), &aside).expect("a new place");
    events.until(&preview, PAGE, |page| {
        page.status == 404 || page.text().contains("class=\"errors\"")
    });
    fs::rename(&aside, preview.path("content/news")).expect("the old place");
    events.until(&preview, PAGE, |page| {
        page.status == 200 && !page.text().contains("class=\"errors\"")
    });
    // It is watched again.
    preview.edit(TEXT, "Le texte de l’accord.", "De retour.");
    events.until(&preview, PAGE, |page| page.text().contains("De retour."));
    // Even all of it.
    fs::rename(preview.path("content"), &aside).expect("a new place");
    events.until(&preview, PAGE, |page| {
        page.text().contains("content/site.yaml")
    });
    fs::rename(&aside, preview.path("content")).expect("the old place");
    events.until(&preview, PAGE, |page| {
        !page.text().contains("class=\"errors\"")
    });
    preview.edit(TEXT, "De retour.", "De nouveau.");
    events.until(&preview, PAGE, |page| page.text().contains("De nouveau."));
}

#[test]
fn a_folder_that_is_made() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    for number in 0..5 {
        let text = format!("---\ntitle: \"Dossier {number}\"\n---\nEn profondeur.\n");
        preview.write(&format!("content/equipe/salle-{number}/index.fr.md"), &text);
        let page = format!("/fr/equipe/salle-{number}/");
        let page = page.replace("salle-", "dossier-");
        events.until(&preview, &page, |page| {
            page.text().contains("En profondeur.")
        });
    }
    preview.edit(
        "content/equipe/salle-3/index.fr.md",
        "En profondeur.",
        "Plus haut.",
    );
    events.until(&preview, "/fr/equipe/dossier-3/", |page| {
        page.text().contains("Plus haut.")
    });
}

#[test]
fn files_that_keep_their_names_are_told_of() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    preview.write("static/extra.css", "body { --static: \"two\"; }\n");
    let state = events.next();
    let generation = events.generation;
    assert_eq!(
        state["replaced"],
        serde_json::json!([["/extra.css", generation]])
    );
    assert!(preview.get("/extra.css").text().contains("two"));
    preview.write("static/plan.txt", "Un autre plan.\n");
    let state = events.next();
    let wanted = serde_json::json!([["/extra.css", generation], ["/plan.txt", events.generation]]);
    assert_eq!(state["replaced"], wanted);
}

#[test]
fn without_being_told() {
    let preview = Preview::start(&["--poll"]);
    let mut events = preview.events();
    preview.edit(TEXT, "Le texte de l’accord.", "Vu sans avis.");
    events.until(&preview, PAGE, |page| page.text().contains("Vu sans avis."));
}

/// Begins a program in a world of its own, in which three folders can be watched and no more.
#[cfg(target_os = "linux")]
fn with_a_full_table(program: &str) -> std::process::Command {
    let mut command = std::process::Command::new("unshare");
    let script = "echo 3 > /proc/sys/user/max_inotify_watches && exec \"$@\"";
    command.args([
        "--user",
        "--map-root-user",
        "sh",
        "-c",
        script,
        "sh",
        program,
    ]);
    command
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_table_of_watches() {
    let can = with_a_full_table("true").output();
    if !can.is_ok_and(|output| output.status.success()) {
        println!("this machine lets nobody have a table of their own");
        return;
    }
    let program = with_a_full_table(env!("CARGO_BIN_EXE_rihla"));
    let preview = Preview::by(program, site(), &[]);
    let said = preview.heard();
    assert!(
        said.contains("warning[watches-full]: this machine watches no more folders"),
        "{said}"
    );
    assert!(said.contains("fs.inotify.max_user_watches"), "{said}");
    let mut events = preview.events();
    preview.edit(TEXT, "Le texte de l’accord.", "Vu quand même.");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Vu quand même.")
    });
}

#[test]
fn a_site_that_begins_with_an_error() {
    let folder = site();
    let path = folder.path().join("content/site.yaml");
    let good = fs::read_to_string(&path).expect("site.yaml");
    fs::write(&path, good.replace("theme: small", "theme: smal")).expect("site.yaml");
    let preview = Preview::of(folder, &[]);
    let mut events = preview.events();
    let page = preview.ask("/fr/", &[("Accept-Language", "fr-CH, en;q=0.5")]);
    assert_eq!(page.status, 500);
    let text = page.text();
    for words in [
        "<html lang=\"fr\">",
        "Le site ne peut pas encore être montré",
        "Il n’y a pas de thème",
        "<code>content/site.yaml</code>, ligne ",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    preview.write("content/site.yaml", &good);
    events.until(&preview, "/fr/", |page| page.status == 200);
}

#[test]
fn a_site_that_goes_and_comes_back() {
    let preview = Preview::start(&[]);
    let mut events = preview.events();
    let own = preview.path("");
    let aside = own.with_extension("aside");
    copy(&own, &aside);
    // Another folder takes the name: a branch of version control, a copy that is put back.
    let old = own.with_extension("old");
    fs::rename(&own, &old).expect("a new place");
    fs::rename(&aside, &own).expect("a folder in its place");
    preview.edit(TEXT, "Le texte de l’accord.", "Un autre dossier.");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un autre dossier.")
    });
    preview.edit(TEXT, "Un autre dossier.", "Toujours lui.");
    events.until(&preview, PAGE, |page| page.text().contains("Toujours lui."));
    // It is gone, and comes back later: a disk that is taken out.
    fs::rename(&own, &aside).expect("a new place");
    fs::remove_dir_all(&old).expect("no folder");
    events.until(&preview, PAGE, |page| {
        page.text().contains("class=\"errors\"")
    });
    fs::rename(&aside, &own).expect("the old place");
    events.until(&preview, PAGE, |page| {
        !page.text().contains("class=\"errors\"")
    });
    preview.edit(TEXT, "Toujours lui.", "Le disque est là.");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Le disque est là.")
    });
}

#[cfg(unix)]
#[test]
fn where_a_link_leads_is_watched() {
    let folder = site();
    let shared = folder.path().join("shared");
    fs::create_dir(&shared).expect("a folder");
    let text = folder.path().join(TEXT);
    fs::rename(&text, shared.join("accord.md")).expect("another place");
    std::os::unix::fs::symlink("../../shared/accord.md", &text).expect("a link");
    let preview = Preview::of(folder, &[]);
    let mut events = preview.events();
    preview.edit(
        "shared/accord.md",
        "Le texte de l’accord.",
        "Un premier état.",
    );
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un premier état.")
    });
    // Another file in its place, as editors put it there.
    let text = preview
        .read("shared/accord.md")
        .replace("Un premier état.", "Un deuxième état.");
    preview.write("shared/part", &text);
    fs::rename(
        preview.path("shared/part"),
        preview.path("shared/accord.md"),
    )
    .expect("a name");
    events.until(&preview, PAGE, |page| {
        page.text().contains("Un deuxième état.")
    });
    // A link that is made while the preview runs.
    preview.write(
        "shared/autre.md",
        "---\ntitle: \"Un autre\"\ndate: 2020-01-01\n---\nUn troisième état.\n",
    );
    std::os::unix::fs::symlink(
        "../../shared/autre.md",
        preview.path("content/news/2020-01-01-autre.fr.md"),
    )
    .expect("a link");
    let page = "/fr/actualites/un-autre/";
    events.until(&preview, page, |page| {
        page.text().contains("Un troisième état.")
    });
    preview.edit(
        "shared/autre.md",
        "Un troisième état.",
        "Un quatrième état.",
    );
    events.until(&preview, page, |page| {
        page.text().contains("Un quatrième état.")
    });
}

#[test]
fn what_is_due_appears_without_a_save() {
    let folder = site();
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(4);
    let text = format!(
        "---\ntitle: \"Un texte attendu\"\ndate: 2020-01-01\npublish_at: {soon:.0}\n---\nLe voici.\n"
    );
    fs::write(
        folder.path().join("content/news/2020-01-01-attendu.fr.md"),
        text,
    )
    .expect("a text");
    let preview = Preview::of(folder, &[]);
    let mut events = preview.events();
    let path = "/fr/actualites/un-texte-attendu/";
    let early = preview.get(path).status;
    // Where the preview took long to begin, it may be there already.
    if jiff::Timestamp::now() < soon {
        assert_eq!(early, 404);
    }
    events.until(&preview, path, |page| page.status == 200);
}
