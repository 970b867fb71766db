//! Single things that two builds must not differ in.

use std::thread::sleep;
use std::time::Duration;

use jiff::ToSpan as _;
use rihla::build::{Options, Reason, build};
use rihla_diagnostics::Diagnostic;

use crate::on_disk::{Folder, assert_same};
use crate::state::{SITE, State, photograph};

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|told| told.message.code).collect()
}

#[test]
fn a_template_that_is_new_draws_its_pages() {
    let mut state = State::small();
    let mut folder = Folder::new();
    folder.put(&state.files);
    assert!(folder.build(&state).written.is_some());
    let page = |folder: &Folder| {
        let bytes = folder.output()["public/fr/actualites/2023/actualite-1/index.html"].clone();
        String::from_utf8(bytes).expect("a page")
    };
    let first = page(&folder);
    let written = folder.build(&state).written.expect("a build");
    assert!(written.rendered.is_empty(), "{:?}", written.rendered);
    // It draws all pages of its collection from now on, and nobody named it before.
    let template = "themes/full/templates/news.html";
    state.put(template, "<p>Pris</p>{{ page.title }}\n");
    folder.put(&state.files);
    let written = folder.build(&state).written.expect("a build");
    assert!(
        page(&folder).starts_with("<p>Pris</p>Actualité"),
        "{}",
        page(&folder)
    );
    let is_answer = |reason: &Reason| matches!(reason, Reason::Answer(_));
    assert!(written.rendered.iter().all(|(_, reason)| is_answer(reason)));
    let drawn = written.rendered.len();
    assert!(drawn > 6, "{:?}", written.rendered);
    state.files.remove(template);
    folder.put(&state.files);
    let written = folder.build(&state).written.expect("a build");
    assert_eq!(written.rendered.len(), drawn);
    assert_eq!(page(&folder), first);
    // One that a text names draws its page alone.
    let text = "content/news/n1.fr.md";
    state
        .toggle_field(text, "template: special")
        .expect("a text");
    folder.put(&state.files);
    let written = folder.build(&state).written.expect("a build");
    let drawn: Vec<&str> = written.rendered.iter().map(|(page, _)| &**page).collect();
    assert_eq!(
        drawn,
        ["/en/news/2023/news-1/", "/fr/actualites/2023/actualite-1/"]
    );
    assert!(page(&folder).contains("<p>+212"), "{}", page(&folder));
}

#[test]
fn a_heavy_image_is_told_each_time() {
    let mut state = State::small();
    state.put(
        SITE,
        &format!(
            "{}weight_limits: {{image: 1 kB}}\n",
            state.text(SITE).expect("a text")
        ),
    );
    let salle = "content/about/figures/salle.jpg".to_owned();
    state.files.insert(salle, photograph(90, 60, 1));
    let mut folder = Folder::new();
    folder.put(&state.files);
    let first = folder.build(&state);
    assert!(first.written.is_some());
    let told = codes(&first.diagnostics);
    assert!(told.contains(&"picture-over-limit"), "{told:?}");
    // From the output, from the folder of images alone, and where nothing was kept.
    for gone in [&[][..], &["public"], &["public", ".rihla"]] {
        for folder_gone in gone {
            std::fs::remove_dir_all(folder.path().join(folder_gone)).expect("a folder");
        }
        let again = folder.build(&state);
        assert_eq!(again.diagnostics, first.diagnostics, "without {gone:?}");
        let denied = Options {
            deny_warnings: true,
            ..folder.options(&state)
        };
        for _ in 0..2 {
            let denied = build(&denied, &|_| {});
            assert_eq!(denied.diagnostics, first.diagnostics, "without {gone:?}");
            assert!(denied.written.is_none());
        }
    }
}

/// An image that a template alone names, and that was made while there was memory for it.
#[test]
fn a_large_image_is_told_though_it_was_made() {
    let mut state = State::small();
    let mut folder = Folder::new();
    folder.put(&state.files);
    let home = |folder: &Folder| {
        let bytes = folder.output()["public/fr/index.html"].clone();
        String::from_utf8(bytes).expect("a page")
    };
    assert!(folder.build(&state).written.is_some());
    assert!(
        home(&folder).contains("<img src=\"/assets/logo-"),
        "{}",
        home(&folder)
    );
    let text = format!(
        "{}pictures: {{memory: 1MB}}\n",
        state.text(SITE).expect("a text")
    );
    state.put(SITE, &text);
    folder.put(&state.files);
    let mut clean = Folder::new();
    clean.put(&state.files);
    let wanted = clean.build(&state).diagnostics;
    assert_eq!(codes(&wanted), ["picture-too-large"]);
    assert_eq!(folder.build(&state).diagnostics, wanted);
    // One that is not there is not shown.
    state.files.remove("static/logo.jpg");
    folder.put(&state.files);
    assert!(folder.build(&state).written.is_some());
    assert!(!home(&folder).contains("logo"), "{}", home(&folder));
}

/// Files that have rested for some seconds are not read again where nothing but time has passed:
/// what is written is what a clean build writes then.
#[test]
fn time_alone_passes() {
    let state = State::small();
    // A build that says something is done anew each time.
    let (mut folder, mut clean) = (Folder::new(), Folder::new());
    folder.put(&state.files);
    clean.put(&state.files);
    let first = folder.build(&state);
    assert_eq!(codes(&first.diagnostics), Vec::<&str>::new());
    sleep(Duration::from_millis(2_100));
    let (mut again, mut not_again) = (0, 0);
    // A publication at 15:00, a deadline at 18:00, one at midnight, the end of a publication at
    // midnight, others in the days after, a new year.
    let hours = [
        0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 34, 35, 36, 158, 167, 168, 900, 1_000,
    ];
    for hour in hours {
        let state = State {
            now: state.now.checked_add(hour.hours()).expect("a moment"),
            ..state.clone()
        };
        for seconds in [-1, 0] {
            let state = State {
                now: state.now.checked_add(seconds.seconds()).expect("a moment"),
                ..state.clone()
            };
            let outcome = folder.build(&state);
            match outcome.snapshot {
                None => again += 1,
                Some(_) => not_again += 1,
            }
            let _ = std::fs::remove_dir_all(clean.path().join("public"));
            let options = Options {
                cache: false,
                ..clean.options(&state)
            };
            let wanted = build(&options, &|_| {});
            assert_eq!(outcome.diagnostics, wanted.diagnostics, "{}", state.now);
            assert_same(
                &folder.output(),
                &clean.output(),
                &format!("at {}", state.now),
            );
        }
    }
    assert!(again > 2 && not_again > 4, "{again} {not_again}");
}
