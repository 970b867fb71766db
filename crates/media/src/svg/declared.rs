//! What a drawing declares before it begins (XML 1.0, section 2.8): entities may hold a script, and default
//! values of attributes may run one, where nobody sees it in the drawing itself.

use std::collections::BTreeSet;

/// What the declarations of a drawing come to.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// The entities that are the address of a namespace, as drawing programs write them.
    pub harmless: BTreeSet<String>,
    /// Declarations that may hold anything, as `<!ENTITY s>`, each once.
    pub active: BTreeSet<String>,
}

/// Reads the declarations of entities and attributes, wherever they stand: a reader of XML may lose its way
/// in one that is written to deceive it.
pub(super) fn read(text: &str) -> Declared {
    let mut declared = Declared::default();
    for (keyword, is_entity) in [("<!ENTITY", true), ("<!ATTLIST", false)] {
        for (at, _) in text.match_indices(keyword) {
            let rest = &text[at + keyword.len()..];
            let name = rest.split_whitespace().next().unwrap_or_default();
            let name: String = name.chars().take_while(|c| *c != '>').take(40).collect();
            match values(rest) {
                Some(values) if is_harmless(rest, &values, is_entity) => {
                    if is_entity {
                        declared.harmless.insert(name);
                    }
                }
                _ => {
                    declared.active.insert(format!("{keyword} {name}>"));
                }
            }
        }
    }
    // The first declaration of a name counts, which may be the other one.
    let is_active = |name: &String| declared.active.contains(&format!("<!ENTITY {name}>"));
    declared.harmless.retain(|name| !is_active(name));
    declared
}

/// The values in quotes up to the end of a declaration; `None` where it has no end.
fn values(mut rest: &str) -> Option<Vec<&str>> {
    let mut values = Vec::new();
    loop {
        let at = rest.find(['"', '\'', '>'])?;
        let quote = rest[at..].chars().next().filter(|c| *c != '>');
        let Some(quote) = quote else {
            return Some(values);
        };
        let inside = &rest[at + 1..];
        let end = inside.find(quote)?;
        values.push(&inside[..end]);
        rest = &inside[end + 1..];
    }
}

/// Whether a declaration holds nothing but addresses of namespaces. Parameter entities and files from
/// elsewhere could be anything.
fn is_harmless(rest: &str, values: &[&str], is_entity: bool) -> bool {
    let head = rest.split(['"', '\'', '>']).next().unwrap_or_default();
    let says = |word: &str| head.split_whitespace().any(|part| part == word);
    let is_plain = !head.contains('%') && !says("SYSTEM") && !says("PUBLIC");
    let is_address = |value: &&str| {
        let is_web = value.starts_with("http://") || value.starts_with("https://");
        is_web && !value.contains(['<', '&', '%', '\n', '\r', '\u{2028}', '\u{2029}'])
    };
    is_plain && (!is_entity || values.len() == 1) && values.iter().all(is_address)
}
