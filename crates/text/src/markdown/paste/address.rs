//! Where a pasted link leads: without what programs put around its address to count clicks.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::markdown::destination::refused;

/// What is made of the address of a pasted link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// It leads there.
    To(String),
    /// It leads to a place of the text that it stood in: the words stay, and nobody misses it.
    Here,
    /// It leads nowhere that the page could lead to: a file of the writer's, a script.
    Nowhere,
}

/// How many addresses may be wrapped in each other.
const MOST_WRAPPED: usize = 4;

/// The parameters that say where a reader came from, besides those that begin with `utm_`.
const TRACKING: &[&str] = &["fbclid", "gclid", "mc_cid", "mc_eid", "msclkid"];

impl Address {
    /// Reads what stands in `href`.
    pub(super) fn of(href: &str) -> Self {
        // Browsers leave these out (WHATWG URL, basic URL parser).
        let href: String = href.chars().filter(|c| !c.is_control()).collect();
        let mut href = href.trim().to_owned();
        for _ in 0..MOST_WRAPPED {
            match wrapped(&href) {
                Some(inner) => href = inner,
                None => break,
            }
        }
        if href.is_empty() || href.starts_with('#') {
            return Self::Here;
        }
        // As people write the address of a site.
        if href.to_ascii_lowercase().starts_with("www.") {
            href.insert_str(0, "https://");
        }
        let scheme = href.split(':').next().unwrap_or_default();
        let is_known = ["http", "https", "mailto", "tel"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known));
        let rest = href.get(scheme.len() + 1..).unwrap_or_default();
        let is_web = scheme.len() > 3 && scheme.to_ascii_lowercase().starts_with("http");
        let has_host = !is_web || rest.trim_start_matches('/').len() > 1 && rest.starts_with("//");
        if !is_known || !has_host || rest.is_empty() || refused(&href).is_some() {
            return Self::Nowhere;
        }
        Self::To(written(&untracked(&href)))
    }
}

/// The address that another one leads to by way of a program that looks at it first.
fn wrapped(href: &str) -> Option<String> {
    let rest = href
        .strip_prefix("https://")
        .or_else(|| href.strip_prefix("http://"))?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at(end);
    let host = host.to_ascii_lowercase();
    let (path, query) = rest.split_once('?')?;
    let names: &[&str] = match path {
        "/url" if host.starts_with("www.google.") || host.starts_with("google.") => &["q", "url"],
        _ if host.ends_with(".safelinks.protection.outlook.com") => &["url"],
        _ if path.ends_with("/atp-safelinks.html") && host.ends_with(".office.net") => &["url"],
        "/l.php" if host.ends_with(".facebook.com") => &["u"],
        _ => return None,
    };
    let value = query.split(['&', '#']).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        names.contains(&name).then_some(value)
    })?;
    let inner = percent_decode_str(value).decode_utf8().ok()?;
    let is_web = inner.starts_with("https://") || inner.starts_with("http://");
    is_web.then(|| inner.into_owned())
}

/// An address without the parameters that say where a reader came from.
fn untracked(href: &str) -> Cow<'_, str> {
    let (whole, fragment) = match href.split_once('#') {
        // `#:~:text=` leads to the words that were selected.
        Some((whole, fragment)) => {
            let fragment = fragment.split(":~:").next().unwrap_or_default();
            (
                whole,
                Some(fragment).filter(|fragment| !fragment.is_empty()),
            )
        }
        None => (href, None),
    };
    let (path, query) = match whole.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (whole, None),
    };
    let is_tracking = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or_default();
        name.starts_with("utm_") || TRACKING.contains(&name)
    };
    let mut out = path.to_owned();
    if let Some(query) = query {
        let kept: Vec<&str> = query.split('&').filter(|name| !is_tracking(name)).collect();
        if !kept.is_empty() {
            out.push('?');
            out.push_str(&kept.join("&"));
        }
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    Cow::Owned(out)
}

/// An address as Markdown reads it between brackets: what would end it there is percent-encoded.
fn written(href: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(href.len());
    for c in href.chars() {
        let is_mark = matches!(
            c,
            '(' | ')' | '<' | '>' | '\\' | '`' | '"' | '|' | '*' | '[' | ']'
        );
        match c {
            // Names of entities are read in addresses too.
            '&' => out.push('&'),
            c if is_mark || c.is_whitespace() => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push('%');
                    out.push(char::from(HEX[usize::from(byte >> 4)]));
                    out.push(char::from(HEX[usize::from(byte & 15)]));
                }
            }
            c => out.push(c),
        }
    }
    match crate::markdown::characters(&out) {
        Cow::Borrowed(_) => out,
        Cow::Owned(_) => out.replace('&', "&amp;"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_unwrapped_and_followed_by_nobody() {
        for (href, wanted) in [
            ("https://www.iom.int/fr", "https://www.iom.int/fr"),
            (
                "https://www.google.com/url?q=https://www.iom.int/a%3Fb%3D1&sa=D&source=editors&ust=1",
                "https://www.iom.int/a?b=1",
            ),
            (
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fun.org%2Ffr%2F&data=05%7C02",
                "https://un.org/fr/",
            ),
            (
                "https://www.google.com/url?q=https%3A%2F%2Feur01.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252Fun.org",
                "https://un.org",
            ),
            (
                "https://e.org/a?utm_source=x&id=3&utm_medium=y#b",
                "https://e.org/a?id=3#b",
            ),
            ("https://e.org/?utm_source=x", "https://e.org/"),
            ("https://e.org/a#:~:text=un%20mot", "https://e.org/a"),
            (
                "https://fr.wikipedia.org/wiki/Oujda_(ville)",
                "https://fr.wikipedia.org/wiki/Oujda_%28ville%29",
            ),
            (
                "mailto:a@b.org?subject=Un mot",
                "mailto:a@b.org?subject=Un%20mot",
            ),
            ("tel:+212537000000", "tel:+212537000000"),
            ("HTTPS://e.org", "HTTPS://e.org"),
            (
                "https://e.org/?a=1&copy;=2",
                "https://e.org/?a=1&amp;copy;=2",
            ),
        ] {
            assert_eq!(Address::of(href), Address::To(wanted.into()), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " JAVASCRIPT:alert(1)",
            "data:text/html,<script>",
            "file:///C:/Users/a.docx",
            "vbscript:x",
            "//e.org/x",
            "a.docx",
            "/wiki/Oujda",
            "https://",
            "https:e.org",
        ] {
            assert_eq!(Address::of(href), Address::Nowhere, "{href}");
        }
        for href in ["", "#_Toc123", "  #a"] {
            assert_eq!(Address::of(href), Address::Here, "{href}");
        }
        // What it leads to is none: it stays as it is, and leads where it led.
        assert!(matches!(
            Address::of("https://www.google.com/url?q=javascript:alert(1)"),
            Address::To(href) if href.starts_with("https://www.google.com/url")
        ));
    }
}
