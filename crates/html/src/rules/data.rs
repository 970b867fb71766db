//! Data for search engines (JSON-LD 1.1; what search engines read of schema.org).

use rihla_diagnostics::{Text, Value as Said, texts};
use serde_json::Value;

use super::{Found, RuleId};
use crate::document::Element;

texts! {
    NO_JSON = "json-ld-syntax";
    MISSING = "json-ld-missing";
    EMPTY = "json-ld-empty";
    RELATIVE = "json-ld-relative";
}

/// Keys whose texts are addresses.
const ADDRESSES: &[&str] = &[
    "@id",
    "contentUrl",
    "downloadUrl",
    "embedUrl",
    "image",
    "item",
    "logo",
    "mainEntityOfPage",
    "sameAs",
    "thumbnailUrl",
    "url",
];

/// Looks at an element.
pub(super) fn element(element: Element, found: &mut Found) {
    let kind = element.attribute("type").unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if element.name() != "script" || !kind.eq_ignore_ascii_case("application/ld+json") {
        return;
    }
    let mut tell = |what: Text, key: &str| {
        let said = Said::phrase(what, [("key", key.into())]);
        let finding = found.add(RuleId::JsonLd, element).with("what", said);
        if !key.is_empty() {
            finding.with("key", key);
        }
    };
    match serde_json::from_str::<Value>(element.text()) {
        Err(_) => tell(NO_JSON, ""),
        Ok(Value::Array(values)) if !values.is_empty() => {
            for value in &values {
                thing(value, &mut tell);
            }
        }
        Ok(value) => thing(&value, &mut tell),
    }
}

/// Looks at something that stands alone, with its own context.
fn thing(value: &Value, tell: &mut impl FnMut(Text, &str)) {
    let Value::Object(object) = value else {
        tell(NO_JSON, "");
        return;
    };
    if !object.contains_key("@context") {
        tell(MISSING, "@context");
    }
    let is_typed = |node: &Value| node.get("@type").is_some();
    let is_whole = match object.get("@graph") {
        Some(Value::Array(nodes)) => nodes.iter().all(is_typed),
        Some(_) => true,
        None => is_typed(value),
    };
    if !is_whole {
        tell(MISSING, "@type");
    }
    within(value, tell);
}

/// Looks at the texts in a value; serde_json bounds how deep one is.
fn within(value: &Value, tell: &mut impl FnMut(Text, &str)) {
    let mut open = vec![("", value)];
    while let Some((key, value)) = open.pop() {
        match value {
            Value::String(text) if text.trim().is_empty() => tell(EMPTY, key),
            Value::String(text) if ADDRESSES.contains(&key) && !is_absolute(text) => {
                tell(RELATIVE, key)
            }
            Value::Array(values) => open.extend(values.iter().map(|value| (key, value))),
            // A context has words of its own.
            Value::Object(object) => {
                let parts = object.iter().filter(|(key, _)| *key != "@context");
                open.extend(parts.map(|(key, value)| (key.as_str(), value)));
            }
            _ => {}
        }
    }
}

/// Whether an address says where it begins; `_:` names something in the data alone.
fn is_absolute(text: &str) -> bool {
    let scheme = text.trim().split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte);
        !scheme.is_empty() && scheme.bytes().all(is_letter)
    })
}
