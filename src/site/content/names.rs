//! The name that was meant for a text: `a.FR.md`, `a.fr (1).md`, `a.french.md`.

use super::file::{FileReader, Position, sibling};
use crate::config::CONTENT;
use crate::source::File;
use rihla_text::language::slug;

/// What languages are called in others, and their tags.
const NAMES: &[(&str, &str)] = &[
    ("anglais", "en"),
    ("ang", "en"),
    ("arabe", "ar"),
    ("arabic", "ar"),
    ("eng", "en"),
    ("english", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("francais", "fr"),
    ("french", "fr"),
];

/// What the end of a name of a text was meant to be.
pub(super) enum Meant {
    /// It says its language in another way than by its tag.
    Language(String),
    /// It has more behind the language: what copies and downloads are given.
    Whole,
    /// It says its language twice.
    Once,
}

impl FileReader<'_> {
    /// The name that was meant for a text which is called `stem`, without its ending. `None` where it is
    /// called as it should be, or where that is not certain.
    pub(super) fn name_meant(
        &self,
        file: &File,
        position: &Position,
        stem: &str,
    ) -> Option<(Meant, String)> {
        let plain = without_copy(stem);
        let (name, end) = plain.rsplit_once('.')?;
        let tag = self.tag_meant(end)?;
        let once = name
            .rsplit_once('.')
            .filter(|(_, before)| self.tag_meant(before) == Some(tag));
        let name = once.map_or(name, |(name, _)| name);
        let is_right = plain == stem && once.is_none() && end == tag;
        if is_right || name.is_empty() {
            return None;
        }
        let wanted = match plain == stem {
            true => format!("{name}.{tag}.md"),
            false => self.free(file, position, name, tag),
        };
        let meant = match (once, plain == stem) {
            (Some(_), _) => Meant::Once,
            (None, true) => Meant::Language(tag.to_owned()),
            (None, false) => Meant::Whole,
        };
        Some((meant, wanted))
    }

    /// The language of the site that the end of a name means.
    fn tag_meant(&self, end: &str) -> Option<&str> {
        let normalized = slug(end);
        let named = NAMES.iter().find(|(name, _)| *name == normalized);
        // `fr-FR`, where the site has `fr`.
        let first = end.split(['-', '_']).next().unwrap_or_default();
        let is_region = end.len() == first.len() + 3;
        let languages = &self.config.site.languages;
        let find = |fits: &dyn Fn(&str) -> bool| {
            let mut tags = languages.iter().map(|language| &*language.tag);
            tags.find(|tag| fits(tag))
        };
        find(&|tag| tag == end)
            .or_else(|| find(&|tag| tag.eq_ignore_ascii_case(end)))
            .or_else(|| find(&|tag| is_region && tag.eq_ignore_ascii_case(first)))
            .or_else(|| find(&|tag| named.is_some_and(|(_, named)| *named == tag)))
            .or_else(|| {
                let mut own = languages.iter();
                let own = own
                    .find(|language| !normalized.is_empty() && slug(&language.name) == normalized);
                own.map(|language| &*language.tag)
            })
    }

    /// The name of a copy: that of the text itself where it is free, else one with a number.
    fn free(&self, file: &File, position: &Position, name: &str, tag: &str) -> String {
        let wanted = format!("{name}.{tag}.md");
        let is_free = |name: &str| self.snapshot.get(&sibling(&file.path, name)).is_none();
        let is_only = matches!(name, "index" | "_index") || position.bundle.is_some();
        if is_only || is_free(&wanted) {
            return wanted;
        }
        let mut numbered = (2..100).map(|number| format!("{name}-{number}.{tag}.md"));
        numbered.find(|name| is_free(name)).unwrap_or(wanted)
    }
}

/// A name without what copies and downloads are given: `a.fr (1)`, `a.fr - Copie`, `a.fr.md`.
fn without_copy(stem: &str) -> &str {
    const COPIES: &[&str] = &[
        " - copie",
        " - copy",
        " – copie",
        " – copy",
        " copie",
        " copy",
        "-copie",
        "-copy",
        ".md",
        ".markdown",
        ".txt",
    ];
    let mut plain = stem;
    loop {
        let before = plain;
        if let Some((head, number)) = plain
            .strip_suffix(')')
            .and_then(|head| head.rsplit_once('('))
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            plain = head.trim_end();
        }
        for end in COPIES {
            let at = plain.len().checked_sub(end.len());
            if let Some(at) = at
                && plain
                    .get(at..)
                    .is_some_and(|found| found.to_lowercase() == **end)
            {
                plain = plain[..at].trim_end();
            }
        }
        if plain == before {
            return plain;
        }
    }
}

/// The ending of a text in Markdown that is not read, as other programs write it.
pub(super) fn is_other_ending(path: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "mdown", "mdtext", "mdtxt", "mdwn", "mkd", "mkdn", "rmd", "text",
    ];
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    path.starts_with(CONTENT)
        && extension.is_some_and(|extension| ENDINGS.contains(&&*extension.to_ascii_lowercase()))
}
