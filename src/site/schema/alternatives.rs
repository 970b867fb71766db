//! Images that have no text for those who do not see them.

use super::value::{branch, path_of};
use super::{Assignment, FieldValue, Image, Spanned, Within};
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Diagnostic, Location};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Finds the images that have no alternative text in one of the languages in which the
/// entry exists (WCAG 2.2, 1.1.1): one error for each image, with the key to write.
pub fn check_alternatives(
    values: &[Assignment],
    languages: &[Arc<str>],
    paths: &[Arc<str>],
) -> Vec<Diagnostic> {
    let mut lacking: BTreeMap<Within, Lacking> = BTreeMap::new();
    for language in languages {
        for assignment in values {
            let is_field = !matches!(
                assignment.value.value,
                FieldValue::List(_) | FieldValue::Object(_)
            );
            images(&assignment.value, language, &mut |value, image| {
                let said = image.alt.as_ref().and_then(|alt| branch(alt, language));
                if said.is_none() {
                    let file = match &image.file.value {
                        FieldValue::File(name) => name.clone(),
                        _ => assignment.field.clone(),
                    };
                    lacking
                        .entry((value.file, value.span))
                        .or_insert_with(|| Lacking {
                            file,
                            field: is_field.then(|| assignment.field.clone()),
                            languages: Vec::new(),
                        })
                        .languages
                        .push(language.clone());
                }
            });
        }
    }
    let found = lacking
        .into_iter()
        .map(|(place, lacking)| lacking.told(place, languages, paths));
    found.flatten().collect()
}

/// An image, and in which languages it lacks words.
struct Lacking {
    file: Arc<str>,
    /// The field, where the image is its value and not in a list.
    field: Option<Arc<str>>,
    languages: Vec<Arc<str>>,
}

impl Lacking {
    /// In a file for all languages, words say their language. In one of a language they are its own, and
    /// the file of another language names the image again with its words.
    fn told(
        self,
        (number, span): Within,
        languages: &[Arc<str>],
        paths: &[Arc<str>],
    ) -> Vec<Diagnostic> {
        let path = path_of(paths, number);
        let finding = |tags: &str, example: String| {
            Diagnostic::new(&says::IMAGE_ALT_MISSING)
                .with("file", &self.file)
                .with("languages", tags)
                .with("example", example)
        };
        let here = Location::new(path.clone(), span);
        if language_of(&path, languages).is_none() {
            let keys: Vec<String> = self
                .languages
                .iter()
                .map(|tag| format!("{tag}: \"…\""))
                .collect();
            let example = format!("alt: {{{}}}", keys.join(", "));
            return vec![finding(&self.languages.join(", "), example).placed(here)];
        }
        let found = self.languages.iter().map(|tag| {
            let is_of = |path: &&Arc<str>| language_of(path, languages) == Some(tag);
            match (is_of(&&path), paths.iter().find(is_of), &self.field) {
                (false, Some(other), Some(field)) => {
                    let example = format!("{field}: {{file: {}, alt: \"…\"}}", self.file);
                    finding(tag, example)
                        .placed(Location::file(other.clone()))
                        .related(here.clone(), says::LABEL_IMAGE)
                }
                _ => finding(tag, "alt: \"…\"".to_owned()).placed(here.clone()),
            }
        });
        found.collect()
    }
}

/// The language of the file of one: `a.fr.md`.
fn language_of<'l>(path: &str, languages: &'l [Arc<str>]) -> Option<&'l Arc<str>> {
    let (name, _) = path.rsplit_once('.')?;
    let (_, tag) = name.rsplit_once('.')?;
    languages.iter().find(|known| ***known == *tag)
}

/// Calls `see` for every image that a value shows in a language.
fn images(value: &Spanned, language: &str, see: &mut dyn FnMut(&Spanned, &Image)) {
    match &value.value {
        FieldValue::Image(image) => see(value, image),
        FieldValue::List(items) => items.iter().for_each(|item| images(item, language, see)),
        FieldValue::Object(fields) => {
            for (_, value) in fields {
                images(value, language, see);
            }
        }
        FieldValue::Localized(_) => {
            if let Some(branch) = branch(value, language) {
                images(branch, language, see);
            }
        }
        _ => {}
    }
}
