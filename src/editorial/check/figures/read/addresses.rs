//! Addresses, which are no text: of pages, of mail, of files.

/// Endings of the names of files that writers offer.
const FILES: [&str; 12] = [
    "csv", "doc", "docx", "jpg", "json", "ods", "odt", "pdf", "png", "pptx", "xlsx", "zip",
];

/// The length of the address that a text begins with.
pub(super) fn length(text: &str) -> Option<usize> {
    let is_outside = |c: char| {
        let is_sign = matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\u{fffc}');
        is_sign || matches!(c, '«' | '»' | '“' | '”') || c.is_whitespace()
    };
    let token = &text[..text.find(is_outside).unwrap_or(text.len())];
    // Most words are none.
    if !token.contains(['.', ':']) {
        return None;
    }
    let token = token.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let is_one = token.contains("://")
        || token.starts_with("www.")
        || token.split_once('@').is_some_and(|(_, host)| is_host(host))
        || is_file(token)
        || is_host(token.split(['/', '?', '#']).next().unwrap_or_default());
    is_one.then_some(token.len())
}

fn is_file(token: &str) -> bool {
    let ending = token
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| FILES.contains(&&*ending))
}

/// Whether this is the name of a host, such as `data.example.org`.
fn is_host(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let [first, .., last] = labels[..] else {
        return false;
    };
    let is_ending = (2..=10).contains(&last.len()) && last.chars().all(|c| c.is_ascii_lowercase());
    labels.iter().all(is_label)
        && is_ending
        && first.len() > 1
        && first.contains(|c: char| c.is_ascii_lowercase())
        && first.starts_with(|c: char| c.is_ascii_alphabetic())
}
