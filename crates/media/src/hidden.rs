//! What a document holds that who reads it does not see: comments, what was deleted, notes, sheets that are hidden,
//! whole files behind a chart, and who wrote it.
//!
//! Of office documents (ISO/IEC 29500, ISO/IEC 26300) the parts are read in which such things stand; of PDFs
//! (ISO 32000-1), their dictionaries. Nothing is taken out: which sentence of a deleted paragraph may be read is for
//! its author to say.

mod office;
#[cfg(test)]
mod tests;

/// What is hidden in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HiddenKind {
    /// Comments in the margin, notes that are stuck on.
    Comments,
    /// Changes that are tracked: what was deleted can be read.
    Changes,
    /// Notes of who speaks, below a slide.
    Notes,
    /// Sheets or slides that are not shown.
    Sheets,
    /// Files within the file.
    Files,
}

/// What [`hidden`] tells of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Each kind once, sorted.
    pub kinds: Vec<HiddenKind>,
    /// Who wrote it, or changed it last, as the document names them: each once, in the order in which they stand.
    pub people: Vec<String>,
}

impl Hidden {
    pub(crate) fn add(&mut self, kind: HiddenKind) {
        if let Err(place) = self.kinds.binary_search(&kind) {
            self.kinds.insert(place, kind);
        }
    }

    pub(crate) fn name(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !self.people.contains(&name) {
            self.people.push(name);
        }
    }
}

/// What a document hides, whatever its name says of it; nothing where the file is none of the formats
/// that are known here, is encrypted, or cannot be read.
pub fn hidden(bytes: &[u8]) -> Hidden {
    if bytes.starts_with(b"%PDF-") {
        crate::pdf::hidden(bytes)
    } else if bytes.starts_with(b"PK\x03\x04") {
        office::hidden(bytes)
    } else {
        Hidden::default()
    }
}
