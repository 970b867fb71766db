//! Addresses on pages, as those of the site.

use rihla_build::query::Site;
use rihla_text::url::decoded;

/// What an address on a page means in the site: a path without the base, decoded, with what stands after `#`. `None`
/// for what is elsewhere, or no address of a file (`mailto:`, `data:`).
///
/// A path of the same host that is not below the base of the site keeps two slashes at its beginning, with which no
/// path of the site begins.
pub(super) fn of_site(site: &Site, page: &str, address: &str) -> Option<String> {
    let base = &site.config.site.base_url;
    let address = address.trim();
    let path = match address.strip_prefix(&*base.origin) {
        Some("") => "/",
        Some(rest) if rest.starts_with(['/', '?', '#']) => rest,
        _ if address.starts_with("//") => return None,
        _ => address,
    };
    let (path, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (path, None),
    };
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let is_absolute = path.starts_with('/');
    if !is_absolute && has_scheme(path) {
        return None;
    }
    let mut found = match (path, is_absolute) {
        ("", _) => page.to_owned(),
        (_, true) => match normalized(&decoded(path)).strip_prefix(&*decoded(&base.path)) {
            Some(rest) => format!("/{rest}"),
            // Without the slash at its end, the base alone.
            None if format!("{path}/") == base.path => "/".to_owned(),
            None => format!("/{path}"),
        },
        (_, false) => {
            let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
            normalized(&format!("{folder}/{}", decoded(path)))
        }
    };
    if let Some(fragment) = fragment {
        found.push('#');
        found.push_str(&decoded(fragment));
    }
    Some(found)
}

/// As [`of_site`], for an address on a page whose relative addresses lead to another site.
pub(super) fn of_origin(site: &Site, address: &str) -> Option<String> {
    let is_whole = address
        .trim()
        .starts_with(&*site.config.site.base_url.origin);
    is_whole.then(|| of_site(site, "/", address)).flatten()
}

/// Whether an address begins with a scheme (RFC 3986, section 3.1).
fn has_scheme(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else {
        return false;
    };
    let mut characters = scheme.chars();
    characters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && characters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// A path without `.` and `..` (RFC 3986, section 5.2.4).
fn normalized(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let mut is_folder = path.ends_with('/');
    for part in path.split('/').filter(|part| !part.is_empty()) {
        is_folder = path.ends_with('/') || matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    match (parts.is_empty(), is_folder) {
        (true, _) => "/".to_owned(),
        (false, true) => format!("/{}/", parts.join("/")),
        (false, false) => format!("/{}", parts.join("/")),
    }
}

#[cfg(test)]
mod tests {
    use super::{has_scheme, normalized};

    #[test]
    fn paths() {
        for (path, wanted) in [
            ("/", "/"),
            ("/a/../", "/"),
            ("/a/b/../c", "/a/c"),
            ("/a/b/..", "/a/"),
            ("/a/./b/", "/a/b/"),
            ("/../../a", "/a"),
        ] {
            assert_eq!(normalized(path), wanted, "{path}");
        }
    }

    #[test]
    fn schemes() {
        assert!(has_scheme("mailto:a@b.c") && has_scheme("tel:+212") && has_scheme("data:,"));
        assert!(!has_scheme("a/b:c") && !has_scheme("1:2") && !has_scheme("page"));
    }
}
