//! The theme that the program brings with it, below that of the site.

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

    /// The template of social cards.
    pub fn social_card(self) -> &'static str {
        self.file("sharing.svg").unwrap_or_default()
    }
}
