//! What the program is made of, as far as it decides what is cached.

use rihla_site::config::BuiltinTheme;
use rihla_site::source::Digest;

/// The program that builds: what tells it from another one, which might make something else of the same
/// site. The binary knows its sources and hands them down.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The digest of the sources on which an output may depend.
    sources: &'static str,
    /// That of the sources of `src/editorial`.
    editorial: &'static str,
    /// The theme that it brings with it.
    pub builtin: BuiltinTheme,
}

impl Program {
    /// The program of these sources, given by their digests, and of the files of `src/builtin`.
    pub const fn new(
        sources: &'static str,
        editorial: &'static str,
        builtin: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self {
            sources,
            editorial,
            builtin: BuiltinTheme::new(builtin),
        }
    }

    /// The name under which what it builds is cached. Two programs of one name write the same.
    pub fn name(self) -> String {
        let mut bytes = Vec::new();
        for text in self.builtin.files().flat_map(|(path, text)| [path, text]) {
            bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
        let version = env!("CARGO_PKG_VERSION");
        format!(
            "{version}-{}-{}",
            self.sources,
            Digest::of(&bytes).short(16)
        )
    }

    /// The name under which the state of the texts is cached.
    pub fn name_of_status(self) -> String {
        format!("{}-{}", self.name(), self.editorial)
    }
}
