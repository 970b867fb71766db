//! The address of the site.

use std::sync::Arc;

use crate::config::reader::Reader;
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span, Text};
use rihla_text::url;
use rihla_text::yaml::Map;

/// An absolute address, cut where paths begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end: `https://example.org`.
    pub origin: String,
    /// The path under which the site lies, percent-encoded, with a slash at both ends: `/`, or
    /// `/a/b/`.
    pub path: String,
}

impl BaseUrl {
    /// The host, with its port where it has one.
    pub fn host(&self) -> &str {
        self.origin
            .split_once("://")
            .map_or(&*self.origin, |(_, host)| host)
    }

    /// An address of the site, or the path of an output, with the base before it and percent-encoded: `/a/fr/x/`
    /// from `/fr/x/`.
    pub fn path_of(&self, address: &str) -> String {
        let path = url::encoded(address.trim_start_matches('/'));
        format!("{}{path}", self.path)
    }

    /// The same with scheme and host.
    pub fn url_of(&self, address: &str) -> String {
        format!("{}{}", self.origin, self.path_of(address))
    }

    /// Reads an absolute address with the scheme `http` or `https`; a missing slash at its end
    /// is added. `None` for anything else, or with a query, a fragment, a name of a user, or a part that is
    /// `..`, written as it is or in codes.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let scheme = &text[..text.len() - rest.len()];
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let unfit = |c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c);
        if rest.contains(unfit) || !is_host(host) {
            return None;
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        let path = match path {
            "" => "/".to_owned(),
            path => {
                let path = url::address(&format!("/{path}/")).ok();
                // nginx reads `$` as the name of a variable, also in the path of an error page.
                url::encoded(&path.filter(|path| !path.contains(['\\', '$']))?)
            }
        };
        Some(Self {
            origin: format!("{scheme}{host}"),
            path,
        })
    }
}

/// Why an address is none of a site.
mod fault {
    rihla_diagnostics::texts! {
        SCHEME_MISSING = "base-url-scheme-missing";
        SCHEME_OTHER = "base-url-scheme-other";
        SPACE = "base-url-space";
        SIGN = "base-url-sign";
        QUERY = "base-url-query";
        FRAGMENT = "base-url-fragment";
        USER = "base-url-user";
        PORT = "base-url-port";
        HOST = "base-url-host";
        PATH = "base-url-path";
    }
}

/// Which part of an address that [`BaseUrl::parse`] refuses is wrong.
fn fault(text: &str) -> Text {
    let Some((scheme, rest)) = text.split_once("://") else {
        return fault::SCHEME_MISSING;
    };
    if !matches!(scheme, "https" | "http") {
        return fault::SCHEME_OTHER;
    }
    if rest.contains(char::is_whitespace) {
        return fault::SPACE;
    }
    if rest.contains('?') {
        return fault::QUERY;
    }
    if rest.contains('#') {
        return fault::FRAGMENT;
    }
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    if host.contains('@') {
        return fault::USER;
    }
    if !is_host(host) {
        // Of an address of version 6, the colons are no sign of a port.
        let name = match host.rfind(']') {
            Some(end) => Some(&host[..=end]),
            None => host.split_once(':').map(|(name, _)| name),
        };
        let has_name = name.is_some_and(|name| name != host && is_host(name));
        return match has_name {
            true => fault::PORT,
            false => fault::HOST,
        };
    }
    match rest.contains(|c: char| "\"<>\\^`{|}$".contains(c)) {
        true => fault::SIGN,
        false => fault::PATH,
    }
}

/// Whether a text is a host as an address has it, with a port where there is one: a name, an address of
/// version 4, or one of version 6 in brackets (RFC 3986, section 3.2.2).
fn is_host(text: &str) -> bool {
    let is_port = |port: &str| port.parse::<u16>().is_ok();
    if let Some((address, rest)) = text.strip_prefix('[').and_then(|t| t.split_once(']')) {
        let is_address = address.parse::<std::net::Ipv6Addr>().is_ok();
        return is_address && (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port));
    }
    let (name, port) = match text.split_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (text, None),
    };
    let is_label = |label: &str| {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        !label.is_empty()
            && label.chars().all(fits)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.split('.').all(is_label) && port.is_none_or(is_port)
}

pub(super) fn read_base_url(
    reader: &mut Reader,
    map: &Map,
    span: Span,
    given: Option<&str>,
) -> Option<BaseUrl> {
    let written = reader.text_of(map, "base_url");
    if written.is_none() && given.is_none() {
        reader.missing(
            "base_url",
            "base_url: \"https://morocco.example.org/\"",
            span,
        );
    }
    let text = given.map(Arc::from).or(written)?;
    let mut parsed = BaseUrl::parse(&text);
    if parsed.is_none() {
        let diagnostic = Diagnostic::new(&say::BASE_URL)
            .with("value", &text)
            .with("why", fault(&text));
        match map.get("base_url") {
            Some(node) if given.is_none() => {
                let meant = meant_url(&text);
                parsed = meant.as_deref().and_then(BaseUrl::parse);
                let finding = reader.instead(diagnostic, node, meant);
                reader.report(finding, node.span);
            }
            // It was given for this build, and stands in no file.
            _ => reader.diagnostics.push(diagnostic),
        }
    }
    parsed
}

/// The address of a site that was written without its scheme.
fn meant_url(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/');
    let is_host = |host: &str| {
        let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
        host.contains('.') && host.chars().all(fits) && !host.split('.').any(str::is_empty)
    };
    let host = text.split('/').next().unwrap_or_default();
    let url = format!("https://{text}/");
    (is_host(host) && BaseUrl::parse(&url).is_some()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wrong_part_is_named() {
        for (text, why) in [
            ("a.org", fault::SCHEME_MISSING),
            ("", fault::SCHEME_MISSING),
            ("ftp://a.org/", fault::SCHEME_OTHER),
            ("https://a.org/b c/", fault::SPACE),
            ("https://a.org/?q", fault::QUERY),
            ("https://a.org/#b", fault::FRAGMENT),
            ("https://ali:secret@a.org/", fault::USER),
            ("https://a.org:80a/", fault::PORT),
            ("https://a.org:99999/", fault::PORT),
            ("https://[::1]:x/", fault::PORT),
            ("https://a..org/", fault::HOST),
            ("https:///x", fault::HOST),
            ("https://[::1/", fault::HOST),
            ("https://a.org/a$uri/", fault::SIGN),
            ("https://a.org/../b", fault::PATH),
            ("https://a.org/%zz/", fault::PATH),
        ] {
            assert_eq!(BaseUrl::parse(text), None, "{text}");
            assert_eq!(fault(text), why, "{text}");
        }
    }

    #[test]
    fn base_urls() {
        let base = |text| BaseUrl::parse(text).map(|base| (base.origin, base.path));
        let some = |origin: &str, path: &str| Some((origin.to_owned(), path.to_owned()));
        assert_eq!(base("https://a.org/"), some("https://a.org", "/"));
        assert_eq!(base("https://a.org"), some("https://a.org", "/"));
        assert_eq!(
            base("http://a.org:80/b/c"),
            some("http://a.org:80", "/b/c/")
        );
        assert_eq!(
            base("http://localhost:8000/é/"),
            some("http://localhost:8000", "/%C3%A9/")
        );
        assert_eq!(base("http://[::1]:80"), some("http://[::1]:80", "/"));
        for wrong in [
            "",
            "a.org",
            "ftp://a.org/",
            "https:///x",
            "https://a.org/?q",
            "https://a.org/../b",
            "https://a.org//b",
            "https://a.org/%2e%2e/b",
            "https://a.org/%2E./",
            "https://a.org/b%2fc/",
            "https://a.org/%5c/",
            "https://a.org/%00/",
            "https://a.org/%zz/",
            "https://a.org/\u{202e}b/",
            "https://a.org/b\u{200b}/",
            "https://a\u{ad}b.org/",
            "https://ali@a.org/",
            "https://ali:secret@a.org/",
            "https://a.org:80a/",
            "https://a.org:99999/",
            "https://a%2forg/",
            "https://a..org/",
            "https://-a.org/",
            "https://[::1/",
            "https://a.org/#b",
            "https://a.org/a$uri/",
            "https://a.org/%24uri/",
        ] {
            assert_eq!(base(wrong), None, "{wrong}");
        }
    }
}
