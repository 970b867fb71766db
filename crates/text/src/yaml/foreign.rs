//! Fields that another generator wrote at the head of a text: TOML between lines `+++`, or JSON.

use rihla_diagnostics::Message;
use rihla_diagnostics::catalogue::yaml as say;

/// Fields that are not YAML.
pub(super) struct Foreign {
    /// What is said of them.
    pub message: &'static Message,
    /// How many bytes of the text they take, from its first word, with the end of their last line.
    pub length: usize,
    /// The same fields between lines `---`, where that is certain.
    pub yaml: Option<String>,
}

/// Finds fields in TOML or JSON at the head of a text, which begins with them.
pub(super) fn foreign(text: &str) -> Option<Foreign> {
    toml(text).or_else(|| json(text))
}

fn toml(text: &str) -> Option<Foreign> {
    const FENCE: &str = "+++";
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim() != FENCE {
        return None;
    }
    let mut length = first.len();
    let mut yaml = Some(String::from("---\n"));
    for line in lines {
        length += line.len();
        if line.trim() == FENCE {
            let yaml = yaml.map(|yaml| yaml + "---\n");
            let message = &say::TOML;
            return Some(Foreign {
                message,
                length,
                yaml,
            });
        }
        yaml = yaml.and_then(|yaml| Some(format!("{yaml}{}\n", line_of_toml(line.trim())?)));
    }
    None
}

/// A line of TOML 1.0 as YAML: a comment, or a key with a value that both write alike.
fn line_of_toml(line: &str) -> Option<String> {
    if line.is_empty() || line.starts_with('#') {
        return Some(line.to_owned());
    }
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let rest = after_value(value)?;
    (is_key(key) && rest.trim().is_empty()).then(|| format!("{key}: {value}"))
}

fn is_key(key: &str) -> bool {
    let is_character = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    !key.is_empty() && key.chars().all(is_character)
}

/// What follows a value that YAML reads as TOML does: a string on one line, a number, a date, true,
/// false, or a list of these.
fn after_value(text: &str) -> Option<&str> {
    if let Some(mut rest) = text.strip_prefix('[') {
        loop {
            rest = rest.trim_start();
            if let Some(rest) = rest.strip_prefix(']') {
                return Some(rest);
            }
            rest = after_value(rest)?.trim_start();
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None => return rest.strip_prefix(']'),
            }
        }
    }
    if text.starts_with("\"\"\"") || text.starts_with("'''") {
        return None;
    }
    if let Some(inner) = text.strip_prefix('"') {
        let mut is_escaped = false;
        let end = inner.char_indices().find(|(_, c)| {
            let ends = *c == '"' && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            ends
        });
        return end.map(|(at, _)| &inner[at + 1..]);
    }
    if let Some(inner) = text.strip_prefix('\'') {
        return inner.split_once('\'').map(|(_, rest)| rest);
    }
    let is_character = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.' | ':');
    let rest = text.trim_start_matches(is_character);
    (rest.len() < text.len()).then_some(rest)
}

fn json(text: &str) -> Option<Foreign> {
    if !text.starts_with('{') {
        return None;
    }
    let mut read = serde_json::Deserializer::from_str(text)
        .into_iter::<serde_json::Map<String, serde_json::Value>>();
    let fields = read.next()?.ok().filter(|fields| !fields.is_empty())?;
    let end = read.byte_offset();
    let line = text[end..].split_inclusive('\n').next().unwrap_or_default();
    if !line.trim().is_empty() {
        return None;
    }
    let mut yaml = Some(String::from("---\n"));
    for (key, value) in &fields {
        // A value of JSON is one of YAML (YAML 1.2, section 1.2).
        let value = match value {
            serde_json::Value::Null => String::new(),
            value => format!(" {value}"),
        };
        yaml = yaml
            .filter(|_| is_key(key))
            .map(|yaml| format!("{yaml}{key}:{value}\n"));
    }
    Some(Foreign {
        message: &say::JSON,
        length: end + line.len(),
        yaml: yaml.map(|yaml| yaml + "---\n"),
    })
}
