//! Which files are texts, and what can be wrong with their bytes.

use std::sync::Arc;

use rihla_diagnostics::catalogue::source as say;
use rihla_diagnostics::{Diagnostic, Span};

/// The extensions of files that are read as text.
const EXTENSIONS: &[&str] = &[
    "atom",
    "bib",
    "cjs",
    "css",
    "csv",
    "geojson",
    "htm",
    "html",
    "ics",
    "js",
    "json",
    "jsonld",
    "map",
    "markdown",
    "md",
    "mjs",
    "rss",
    "svg",
    "toml",
    "ts",
    "tsv",
    "txt",
    "vcf",
    "vtt",
    "webmanifest",
    "xhtml",
    "xml",
    "xsl",
    "yaml",
    "yml",
];

/// Formats that say their own encoding, or have none: their bytes are left alone.
const OWN_ENCODING: &[&str] = &["csv", "tsv", "xml", "ics", "vcf", "rss", "atom", "xsl"];

/// The largest text of the content that is read, in bytes: a thousand times a long text.
const CONTENT_LIMIT: u64 = 16 << 20;
/// The largest other text that is read, in bytes.
const LIMIT: u64 = 50 << 20;

/// What the bytes of a text came to.
pub(super) enum Read {
    /// A text, and what is wrong with it.
    Text(Arc<str>, Option<Diagnostic>),
    /// To be kept as bytes, and what is worth a warning.
    Bytes(Vec<u8>, Option<Diagnostic>),
}

/// The extension of a path in lower case, without dot; empty where it has none.
pub(super) fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
        _ => String::new(),
    }
}

/// Whether a file is read as text.
pub(super) fn is_text(path: &str) -> bool {
    path == super::LEDGER || EXTENSIONS.contains(&extension(path).as_str())
}

/// Whether a text with this extension is a file to be got, or figures to be drawn.
pub(super) fn is_offered(extension: &str) -> bool {
    matches!(
        extension,
        "csv" | "geojson" | "ics" | "json" | "srt" | "tsv" | "txt" | "vcf" | "vtt"
    )
}

/// How many bytes of a text are read.
pub(super) fn limit(path: &str) -> u64 {
    let is_written = matches!(extension(path).as_str(), "md" | "markdown" | "yaml" | "yml");
    if is_written && path.starts_with("content/") {
        CONTENT_LIMIT
    } else {
        LIMIT
    }
}

/// Whether a file is published as it is, so that its bytes are its own affair.
pub(super) fn is_copied(path: &str) -> bool {
    path.starts_with("static/")
}

/// The finding about a text of `length` bytes that is not read.
pub(super) fn too_large(path: &str, length: u64) -> Diagnostic {
    Diagnostic::on_file(&say::TOO_LARGE, path)
        .with("size", length.div_ceil(1 << 20))
        .with("limit", limit(path) >> 20)
}

/// Reads the bytes of a text.
///
/// What is not UTF-8 is read as what it most likely is, so that the other stages find what
/// else there is to find; the finding keeps the site from being written.
pub(super) fn read(path: &str, bytes: Vec<u8>) -> Read {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            let problem = text.find('\0').map(|at| nul(path, &text, at));
            let problem = problem.or_else(|| conflict(path, &text));
            return Read::Text(text.into(), problem);
        }
        Err(error) => error.into_bytes(),
    };
    if OWN_ENCODING.contains(&extension(path).as_str()) {
        return Read::Bytes(bytes, None);
    }
    if let Some(text) = utf16(&bytes) {
        let problem = Diagnostic::on_file(&say::UTF16, path);
        return Read::Text(text.into(), Some(problem));
    }
    let (text, at) = guessed(&bytes);
    let message = if is_copied(path) {
        &say::NOT_UTF8_COPIED
    } else {
        &say::NOT_UTF8
    };
    let problem = located(Diagnostic::new(message), path, &text, at);
    if is_copied(path) {
        Read::Bytes(bytes, Some(problem))
    } else {
        Read::Text(text.into(), Some(problem))
    }
}

fn nul(path: &str, text: &str, at: usize) -> Diagnostic {
    located(Diagnostic::new(&say::NUL), path, text, at)
}

/// What a merge leaves where it is not finished: the first line of marks, in every text but the
/// ledger, whose lines say it for themselves.
///
/// `=======` alone underlines a heading and `>>>>>>>` alone is a quotation in quotations, so that
/// these two count together.
pub fn conflict(path: &str, text: &str) -> Option<Diagnostic> {
    let holds = |mark: &[u8]| memchr::memmem::find(text.as_bytes(), mark).is_some();
    if path == super::LEDGER || !(holds(MERGE_START) || holds(MERGE_END)) {
        return None;
    }
    let is_mark = |line: &str, mark: &[u8]| {
        let rest = line.as_bytes().strip_prefix(mark);
        rest.is_some_and(|rest| matches!(rest, [] | [b' ', ..]))
    };
    let mut middle = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        let line = &text[span.start..span.end];
        let place = if is_mark(line, MERGE_START) {
            span
        } else if line == MERGE_MIDDLE {
            middle.get_or_insert(span);
            continue;
        } else if is_mark(line, MERGE_END)
            && let Some(middle) = middle
        {
            middle
        } else {
            continue;
        };
        return Some(Diagnostic::at(&say::CONFLICT, path, place));
    }
    None
}

/// Takes away what is said of places of a text in which a merge is not finished: it will be another text.
pub fn without_echoes(diagnostics: &mut Vec<Diagnostic>) {
    let torn: Vec<Arc<str>> = diagnostics
        .iter()
        .filter(|found| found.message == &say::CONFLICT)
        .filter_map(|found| found.place.as_ref().map(|place| place.path.clone()))
        .collect();
    if torn.is_empty() {
        return;
    }
    diagnostics.retain(|found| {
        let place = found.place.as_ref().filter(|place| place.span.is_some());
        found.message == &say::CONFLICT || !place.is_some_and(|place| torn.contains(&place.path))
    });
}

/// The marks of a merge that is not finished (Git, merge.conflictStyle).
const MERGE_START: &[u8] = b"<<<<<<<";
const MERGE_MIDDLE: &str = "=======";
const MERGE_END: &[u8] = b">>>>>>>";

/// Places a finding on the character at a byte, and gives it the number of the line.
fn located(diagnostic: Diagnostic, path: &str, text: &str, at: usize) -> Diagnostic {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    let (line, _) = rihla_diagnostics::line_column(text, at);
    diagnostic
        .with("line", line)
        .placed(rihla_diagnostics::Location::new(
            path,
            Span::new(at, at + length),
        ))
}

/// UTF-16 with its byte order mark.
fn utf16(bytes: &[u8]) -> Option<String> {
    let units = |from: fn([u8; 2]) -> u16| {
        let pairs = bytes[2..].chunks_exact(2);
        let units: Vec<u16> = pairs.map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => Some(units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => Some(units(u16::from_be_bytes)),
        _ => None,
    }
}

/// The text with what is not UTF-8 taken for Windows-1252, and where that begins.
fn guessed(bytes: &[u8]) -> (String, usize) {
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
            text.extend(chunk.invalid().iter().copied().map(windows_1252));
        }
    }
    (text, first.unwrap_or(0))
}

/// The upper half of Windows-1252 where it differs from Latin-1 (WHATWG Encoding, index).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
