//! The theme that the program brings with it, embedded. A module of the binary: the library is handed the
//! files, so that one that is touched compiles the binary alone.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("builtin/", $path)))),*]
    };
}

/// Each file of `src/builtin`: path, and text.
pub const FILES: &[(&str, &str)] = files![
    "components/chart.html",
    "components/directive_picture.html",
    "components/download.html",
    "components/figure.html",
    "components/figures_source.html",
    "components/gallery.html",
    "components/key_figures.html",
    "components/lang.html",
    "components/note.html",
    "components/people.html",
    "components/picture.html",
    "components/quote.html",
    "components/video.html",
    "sharing.svg",
    "strings/ar.yaml",
    "strings/en.yaml",
    "strings/fr.yaml",
];
