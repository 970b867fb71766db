//! What languages are called in the languages of the messages.

use crate::Messages;

/// The name of the language of a tag as it stands in a sentence, after “in”: *in French*, *en
/// français*; `own`, its name in itself, where it is not known.
pub fn name(tag: &str, own: &str, messages: Messages) -> String {
    find(tag, None, messages).unwrap_or_else(|| own.to_owned())
}

/// What a version in it is called: *the French version*, *la version française*.
pub fn version(tag: &str, own: &str, messages: Messages) -> String {
    find(tag, Some("version"), messages).unwrap_or_else(|| name(tag, own, messages))
}

fn find(tag: &str, attribute: Option<&str>, messages: Messages) -> Option<String> {
    let (language, region) = match tag.split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (tag, None),
    };
    let name = messages.find(&format!("language-{language}"), attribute)?;
    // A site may have two varieties of one language.
    Some(match region {
        Some(region) => format!("{name} ({region})"),
        None => name,
    })
}
