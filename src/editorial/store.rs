//! The texts from which translations were made: small files beside the content, in version control,
//! so that what has changed since can be shown without any history.
//!
//! `content/.translations/ID.LANGUAGE.md` holds the source of the translation of an entry into a
//! language as it was when that was begun or accepted: a head with the digest and the fields, then
//! the body. The loader of the content passes over folders that begin with a dot.

use std::path::Path;
use std::sync::Arc;

use super::find::Text;
use rihla_build::write::{self, Sources};
use rihla_diagnostics::Diagnostic;
use rihla_site::failure::Failure;
use rihla_site::source::{self, earlier::TRANSLATIONS};
use rihla_text::yaml::{self, Value};

/// The file for the translation of an entry into a language, in the store.
fn path(id: &str, tag: &str) -> String {
    format!("{id}.{tag}.md")
}

/// Keeps the source of a translation; `revision` is its digest.
///
/// # Errors
/// A refusal, or a failure of the machine.
pub(super) fn keep(
    sources: &mut Sources,
    id: &str,
    tag: &str,
    (of, revision): (&str, &str),
    text: &Text,
) -> Result<(), Failure> {
    let mut out = format!(
        "---\nof: {of}\nrevision: {}\nfields:\n",
        yaml::quoted(revision)
    );
    for (way, words) in &text.fields {
        out.push_str(&format!(
            "  {}: {}\n",
            yaml::quoted(way),
            yaml::quoted(words)
        ));
    }
    out.push_str("---\n");
    out.push_str(&text.body);
    sources.store(&path(id, tag), out.as_bytes())
}

/// What is said of a text in the store in which a merge is not finished.
pub(super) fn torn(site: &Path, id: &str, tag: &str) -> Option<Diagnostic> {
    let path = path(id, tag);
    let text = write::stored(site, &path)?;
    source::conflict(&format!("{}/{path}", TRANSLATIONS), &text)
}

/// The source of a translation as it was at a revision; `None` where it is not kept, or a merge is not
/// finished there.
pub(super) fn recall(site: &Path, id: &str, tag: &str, revision: &str) -> Option<Text> {
    let text = write::stored(site, &path(id, tag))?;
    if source::conflict(&path(id, tag), &text).is_some() {
        return None;
    }
    let name: Arc<str> = path(id, tag).into();
    let (front, _) = yaml::front_matter(&name, &text);
    let (node, _) = yaml::parse(&name, &text, front.yaml?);
    let Some(Value::Map(map)) = node.map(|node| node.value) else {
        return None;
    };
    let word = |name: &str| match &map.get(name)?.value {
        Value::Scalar(scalar) => Some(scalar.text.as_str()),
        _ => None,
    };
    if !word("revision")?.eq_ignore_ascii_case(revision) {
        return None;
    }
    let fields = match &map.get("fields")?.value {
        Value::Map(fields) => fields
            .iter()
            .filter_map(|(key, node)| match &node.value {
                Value::Scalar(scalar) => Some((key.name.clone(), scalar.text.clone())),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    Some(Text {
        fields,
        body: text[front.body.start..front.body.end].to_owned(),
    })
}
