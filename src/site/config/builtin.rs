//! The themes that the program brings with it: what stands below every theme, and the default one.

use std::sync::Arc;

use crate::source::File;

/// The strings, components and social card of the program: what a theme need not have, and may replace.
///
/// The files are those of `src/builtin`. The library embeds none of them: the binary does and hands them
/// down, so that a component that is touched compiles the binary alone.
#[derive(Clone, Copy, Debug)]
pub struct BuiltinTheme(&'static [(&'static str, &'static str)]);

impl BuiltinTheme {
    /// The theme of these files: path below `src/builtin`, and text.
    pub const fn new(files: &'static [(&'static str, &'static str)]) -> Self {
        Self(files)
    }

    /// The files: path, and text.
    pub fn files(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().copied()
    }

    fn file(self, wanted: &str) -> Option<&'static str> {
        let mut files = self.files();
        files.find_map(|(path, text)| (path == wanted).then_some(text))
    }

    /// The words that every theme needs, in a language: the text of a file of strings.
    pub fn strings(self, tag: &str) -> Option<&'static str> {
        self.file(&format!("strings/{tag}.yaml"))
    }

    /// The components: name, and text.
    pub fn components(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.files().filter_map(|(path, text)| {
            let name = path.strip_prefix("components/")?.strip_suffix(".html")?;
            Some((name, text))
        })
    }

    /// The default theme.
    pub fn default_theme(self) -> Layer {
        let files = self.files().filter_map(|(path, text)| {
            let inside = path.strip_prefix("default/")?;
            Some(File::of_text(format!("{DEFAULT_ROOT}/{inside}"), text))
        });
        let mut files: Vec<File> = files.collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Layer { files }
    }

    /// The template of social cards.
    pub fn social_card(self) -> &'static str {
        self.file("sharing.svg").unwrap_or_default()
    }
}

/// What a diagnostic calls the folder of the default theme: no folder of a site can be called so.
pub const DEFAULT_ROOT: &str = "(default)";

/// What is noted in a theme of the files that were copied from the default one.
pub const EJECTED: &str = "ejected.yaml";

/// The name of the default theme.
pub const DEFAULT_THEME: &str = "default";

/// The files of a theme that lies in the program, ordered by path; each path begins with
/// [`DEFAULT_ROOT`].
#[derive(Debug, Default)]
pub struct Layer {
    files: Vec<File>,
}

impl Layer {
    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&File> {
        let found = self.files.binary_search_by(|file| (*file.path).cmp(path));
        found.ok().map(|at| &self.files[at])
    }

    /// All files, by path: name below the theme, and file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        let files = self.files.iter();
        files.filter_map(|file| {
            let name = file.path.strip_prefix(DEFAULT_ROOT)?;
            Some((name.trim_start_matches('/'), file))
        })
    }

    /// The files in one of its folders: path below that folder, and path.
    pub fn under(&self, folder: &str) -> impl Iterator<Item = (&str, &Arc<str>)> {
        let root = format!("{DEFAULT_ROOT}/{folder}/");
        self.files
            .iter()
            .filter_map(move |file| Some((file.path.strip_prefix(&*root)?, &file.path)))
    }
}
