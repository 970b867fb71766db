//! What a policy of the site's own origin alone would block (Content Security Policy Level 3).

use super::{Found, Page, RuleId, quoted};
use crate::document::Element;
use crate::references;

/// Looks at an element.
pub(super) fn element(page: &Page, element: Element, found: &mut Found) {
    if element.name() == "script" && element.attribute("src").is_none() && is_run(element) {
        found.add(RuleId::InlineScript, element);
    }
    if element.name() == "style" {
        found.add(RuleId::InlineStyle, element);
    }
    for (name, value) in element.attributes() {
        let is_handler = name.len() > 4
            && name.starts_with("on")
            && name.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_handler || is_address(name) && is_script(value) {
            found
                .add(RuleId::InlineScript, element)
                .with("attribute", name);
        }
        if name == "style" {
            found
                .add(RuleId::InlineStyle, element)
                .with("attribute", name);
        }
    }
    // From there, everything is asked for that has no address of its own.
    if element.is("base")
        && let Some(href) = element.filled("href")
        && is_elsewhere(href, page.ground.origin)
    {
        found
            .add(RuleId::OtherOrigin, element)
            .with("address", quoted(href));
    }
    let resources = references::of(element)
        .into_iter()
        .filter(references::Reference::is_resource);
    for resource in resources {
        if is_elsewhere(&resource.address, page.ground.origin) {
            found
                .add(RuleId::OtherOrigin, element)
                .with("address", quoted(&resource.address));
        }
    }
}

/// Whether a script in the page is run, or tells the browser what to load.
fn is_run(element: Element) -> bool {
    if element.text().trim().is_empty() {
        return false;
    }
    let kind = element
        .attribute("type")
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    matches!(kind, "" | "module" | "importmap" | "speculationrules")
        || kind.ends_with("javascript")
        || kind.ends_with("ecmascript")
        || kind.ends_with("jscript")
}

/// Attributes at whose address a browser may go.
fn is_address(name: &str) -> bool {
    matches!(name, "action" | "data" | "formaction" | "href" | "src")
}

/// Whether an address is a script: browsers leave out white space and signs before and in the scheme.
fn is_script(value: &str) -> bool {
    let mut letters = value
        .bytes()
        .filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r'));
    let mut letters = letters.by_ref().skip_while(|byte| *byte <= b' ');
    b"javascript:".iter().all(|letter| {
        letters
            .next()
            .is_some_and(|byte| byte.eq_ignore_ascii_case(letter))
    })
}

/// Whether an address is absolute, and that of another origin. What stands in the page itself (`data:`) is of none.
fn is_elsewhere(address: &str, origin: &str) -> bool {
    let Some((scheme, host)) = origin.split_once("://") else {
        return false;
    };
    let (own_scheme, rest) = match address.split_once("//") {
        Some(("", rest)) => (scheme, rest),
        Some((start, rest)) => match start.strip_suffix(':') {
            Some(own)
                if own
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) =>
            {
                (own, rest)
            }
            _ => return false,
        },
        None => return false,
    };
    if own_scheme.eq_ignore_ascii_case("data") {
        return false;
    }
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    !own_scheme.eq_ignore_ascii_case(scheme) || !rest[..end].eq_ignore_ascii_case(host)
}
