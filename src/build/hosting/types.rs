//! The media types of files, by extension (IANA).

use super::headers::FEEDS;

/// Every extension that a site may hold, with its type. Scripts are `text/javascript`
/// (RFC 9239), also the modules `.mjs`, which browsers refuse under another type.
pub(super) const TYPES: &[(&str, &[&str])] = &[
    ("application/epub+zip", &["epub"]),
    ("application/geo+json", &["geojson"]),
    ("application/json", &["json", "map"]),
    ("application/ld+json", &["jsonld"]),
    ("application/manifest+json", &["webmanifest"]),
    ("application/msword", &["doc"]),
    ("application/pdf", &["pdf"]),
    ("application/rtf", &["rtf"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        &["pptx"],
    ),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        &["xlsx"],
    ),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        &["docx"],
    ),
    ("application/wasm", &["wasm"]),
    ("application/xml", &["xml", "xsl"]),
    ("application/zip", &["zip"]),
    ("audio/mp4", &["m4a"]),
    ("audio/mpeg", &["mp3"]),
    ("audio/ogg", &["oga", "ogg", "opus"]),
    ("font/otf", &["otf"]),
    ("font/ttf", &["ttf"]),
    ("font/woff", &["woff"]),
    ("font/woff2", &["woff2"]),
    ("image/avif", &["avif"]),
    ("image/gif", &["gif"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/svg+xml", &["svg"]),
    ("image/vnd.microsoft.icon", &["ico"]),
    ("image/webp", &["webp"]),
    ("text/calendar", &["ics"]),
    ("text/css", &["css"]),
    ("text/csv", &["csv"]),
    ("text/html", &["html", "htm"]),
    ("text/javascript", &["js", "mjs"]),
    ("text/markdown", &["md"]),
    ("text/plain", &["txt"]),
    ("text/tab-separated-values", &["tsv"]),
    ("text/vcard", &["vcf"]),
    ("text/vtt", &["vtt"]),
    ("video/mp4", &["mp4"]),
    ("video/webm", &["webm"]),
];

/// Whether the encoding is said with a type: text and XML. JSON is always UTF-8 and has no such
/// parameter (RFC 8259, section 11).
pub(super) fn has_charset(media_type: &str) -> bool {
    media_type.starts_with("text/") || media_type.ends_with("xml")
}

/// A type as `Content-Type` says it.
pub(super) fn with_charset(media_type: &str) -> String {
    match has_charset(media_type) {
        true => format!("{media_type}; charset=utf-8"),
        false => media_type.to_owned(),
    }
}

/// The type of a file by its name, as `Content-Type` says it; that of bytes of which nothing is
/// known for an unknown extension.
pub fn media_type(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    if let Some((_, media_type)) = FEEDS.iter().find(|(feed, _)| *feed == name) {
        return with_charset(media_type);
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let extension = extension.to_ascii_lowercase();
    let found = TYPES
        .iter()
        .find(|(_, extensions)| extensions.contains(&&*extension));
    found.map_or_else(
        || "application/octet-stream".to_owned(),
        |(media_type, _)| with_charset(media_type),
    )
}
