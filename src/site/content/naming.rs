//! Files whose names say too little or the wrong thing.

use super::file::{FileReader, Position, extension, sibling};
use super::names;
use super::names::Meant;
use crate::config::{CONTENT, Config};
use crate::ids::LanguageId;
use crate::source::File;
use rihla_diagnostics::catalogue::content as say;
use rihla_diagnostics::{Correction, Diagnostic, Message, nearest};
use rihla_text::language::is_language;

impl FileReader<'_> {
    /// Names that mean something in small letters, and are read as others in capitals. Beside the file of the
    /// right name, nothing is said: that two names are alike is told of all files.
    pub(super) fn capitals(&self, file: &File, position: &Position) -> Option<Option<Diagnostic>> {
        let (stem, rest) = position.name.split_once('.')?;
        let small = stem.to_ascii_lowercase();
        let is_meant = matches!(
            &*small,
            "index" | "_index" | "shared" | "entries" | "collection" | "site"
        );
        // A text about a site, or a collection, may have any name.
        let wants_text = matches!(&*small, "index" | "_index");
        let is_source = match extension(position.name)? {
            "md" | "markdown" => wants_text,
            "yaml" | "yml" => !wants_text,
            _ => false,
        };
        if small == stem || !is_meant || !is_source {
            return None;
        }
        let wanted = format!("{small}.{rest}");
        let is_free = self.snapshot.get(&sibling(&file.path, &wanted)).is_none();
        Some(is_free.then(|| renamed(&say::FILE_CAPITALS, file, &wanted)))
    }

    /// A text whose name does not end as one: `x.fr.txt`, `x.fr`, `x` in a collection.
    pub(super) fn unread(&self, file: &File, position: &Position) -> Option<Diagnostic> {
        let name = position.name;
        let stem = match names::is_other_ending(&file.path) {
            true => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
            false => name.strip_suffix(".txt").unwrap_or(name),
        };
        let text = self.snapshot.text(&file.path);
        let is_text = is_text_without_ending(self.config, &file.path)
            || stem != name
                && position.at_top
                && !self.config.collections[position.collection].builtin
                && text.is_some_and(|text| text.starts_with("---"));
        if !is_text {
            return None;
        }
        let in_language = stem
            .rsplit_once('.')
            .is_some_and(|(_, tag)| self.config.language(tag).is_some());
        let tags = self.config.site.languages.iter();
        let names: Vec<String> = match in_language {
            true => vec![format!("{stem}.md")],
            false => tags
                .map(|language| format!("{stem}.{}.md", language.tag))
                .collect(),
        };
        let is_free = |name: &&String| self.snapshot.get(&sibling(&file.path, name)).is_none();
        let free: Vec<&String> = names.iter().filter(is_free).collect();
        let finding = Diagnostic::on_file(&say::FILE_ENDING, file.path.clone()).with("name", name);
        Some(match free[..] {
            [] => finding.with("wanted", format!("{stem}.….md")),
            [wanted] => self.renamed(finding.with("wanted", wanted), file, wanted),
            [wanted, ref others @ ..] => {
                let others: Vec<&str> = others.iter().map(|name| name.as_str()).collect();
                let finding = finding
                    .with("wanted", wanted)
                    .with("others", others.join(", "));
                free.iter()
                    .fold(finding, |finding, name| self.renamed(finding, file, name))
            }
        })
    }

    /// The name of a text without its language, and the language.
    pub(super) fn language_of<'p>(
        &self,
        file: &File,
        position: &Position<'p>,
    ) -> Result<(&'p str, LanguageId), Diagnostic> {
        let stem = position
            .name
            .rsplit_once('.')
            .map_or(position.name, |(stem, _)| stem);
        let site = &self.config.site;
        if let Some((meant, wanted)) = self.name_meant(file, position, stem) {
            let finding = match &meant {
                Meant::Language(tag) => Diagnostic::on_file(&say::FILE_LANGUAGE, file.path.clone())
                    .with("language", stem.rsplit('.').next().unwrap_or_default())
                    .with("nearest", tag),
                Meant::Whole => Diagnostic::on_file(&say::NO_LANGUAGE, file.path.clone()),
                Meant::Once => Diagnostic::on_file(&say::LANGUAGE_TWICE, file.path.clone())
                    .with("name", position.name),
            };
            return Err(self.renamed(finding.with("wanted", &wanted), file, &wanted));
        }
        let (name, tag) = match stem.rsplit_once('.') {
            Some((name, tag)) => (name, tag),
            None => {
                return Err(self.without_language(file, stem));
            }
        };
        if let Some(language) = self.config.language(tag) {
            return Ok((name, language));
        }
        let tags: Vec<&str> = site
            .languages
            .iter()
            .map(|language| &*language.tag)
            .collect();
        // A language of the world is meant, though the site does not have it.
        let is_meant = is_language(tag);
        let near = nearest(tag, tags.iter().copied()).filter(|_| !is_meant);
        let wanted = near.map(|near| format!("{name}.{near}.md"));
        let finding = Diagnostic::on_file(&say::FILE_LANGUAGE, file.path.clone())
            .with("language", tag)
            .with_some("meant", is_meant.then_some(tag))
            .with_some("nearest", near)
            .with_some("wanted", wanted.as_ref())
            .with("known", tags.join(", "));
        Err(match wanted {
            Some(wanted) => self.renamed(finding, file, &wanted),
            None => finding,
        })
    }

    /// A text whose name does not say its language: which it may be.
    fn without_language(&self, file: &File, stem: &str) -> Diagnostic {
        let finding = Diagnostic::on_file(&say::NO_LANGUAGE, file.path.clone());
        let tags = || {
            self.config
                .site
                .languages
                .iter()
                .map(|language| &*language.tag)
        };
        // `about-fr.md`.
        let said = tags().find_map(|tag| {
            let at = stem.len().checked_sub(tag.len())?;
            let (name, end) = (stem.get(..at)?, stem.get(at..)?);
            let name = name.strip_suffix(['-', '_', ' '])?;
            (end.eq_ignore_ascii_case(tag) && !name.is_empty())
                .then(|| (format!("{name}.{tag}.md"), format!("{name}/index.{tag}.md")))
        });
        if let Some((wanted, folder)) = said {
            if self.snapshot.get(&sibling(&file.path, &folder)).is_some() {
                return finding;
            }
            return self.renamed(finding.with("wanted", &wanted), file, &wanted);
        }
        let free: Vec<String> = tags()
            .map(|tag| format!("{stem}.{tag}.md"))
            .filter(|name| self.snapshot.get(&sibling(&file.path, name)).is_none())
            .collect();
        let finding = match &free[..] {
            [] => finding,
            [one] => finding.with("wanted", one),
            [one, others @ ..] => finding
                .with("wanted", one)
                .with("others", others.join(", ")),
        };
        free.iter()
            .fold(finding, |finding, name| self.renamed(finding, file, name))
    }

    /// Offers another name for a file, where no file has it.
    fn renamed(&self, finding: Diagnostic, file: &File, name: &str) -> Diagnostic {
        let path = sibling(&file.path, name);
        match self.snapshot.get(&path) {
            Some(_) => finding,
            None => finding.correct(Correction::Rename(path.into())),
        }
    }
}

/// What is wrong with the name of a file that would be read under another one.
pub(super) fn misnamed(file: &File, position: &Position) -> Option<Diagnostic> {
    let name = position.name;
    let (stem, extension) = name.rsplit_once('.')?;
    let small = extension.to_ascii_lowercase();
    let is_source = |extension: &str| matches!(extension, "md" | "markdown" | "yaml" | "yml");
    if small != extension && is_source(&small) {
        return Some(renamed(&say::FILE_ENDING, file, &format!("{stem}.{small}")));
    }
    if small == "txt"
        && let Some((inner, hidden)) = stem.rsplit_once('.')
        && is_source(&hidden.to_ascii_lowercase())
    {
        let wanted = format!("{inner}.{}", hidden.to_ascii_lowercase());
        return Some(renamed(&say::FILE_ENDING, file, &wanted));
    }
    is_table_of_entries(&file.path).then(|| {
        Diagnostic::on_file(&say::ENTRIES_FORM, file.path.clone())
            .with("name", name)
            .with("extension", small)
    })
}

/// Whether the name of a file is that of a text without its ending: `x.fr`, `x.fr.txt`, and `x` beside
/// the entries of a collection.
pub(crate) fn is_text_without_ending(config: &Config, path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/') else {
        return false;
    };
    let collection = folder.strip_prefix("content/").unwrap_or_default();
    let is_top = folder == CONTENT || config.collection(collection).is_some();
    let stem = name.strip_suffix(".txt").unwrap_or(name);
    if names::is_other_ending(path) {
        return true;
    }
    match stem.rsplit_once('.') {
        Some((name, tag)) => (is_top || name == "index") && config.language(tag).is_some(),
        None => name == stem && config.collection(collection).is_some(),
    }
}

/// Whether a file is named like `entries.yaml`, and holds a table.
pub(crate) fn is_table_of_entries(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let extension = name.strip_prefix("entries.");
    matches!(
        extension,
        Some("csv" | "json" | "ods" | "toml" | "tsv" | "xls" | "xlsx")
    )
}

/// A finding about the name of a file, with the one to give it.
fn renamed(message: &'static Message, file: &File, wanted: &str) -> Diagnostic {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let folder = &file.path[..file.path.len() - name.len()];
    Diagnostic::on_file(message, file.path.clone())
        .with("name", name)
        .with("wanted", wanted)
        .correct(Correction::Rename(format!("{folder}{wanted}").into()))
}
