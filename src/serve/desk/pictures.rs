//! Pictures and documents that are put with an entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::core::{Core, Failed, State};
use super::entry::folder;
use rihla_build::hosting;
use rihla_build::write::Sources;
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages, Text};
use rihla_editorial::form::Origin;
use rihla_editorial::new::file_name;
use rihla_editorial::{Desk, remove};
use rihla_media::{FileKind, First, Header};
use rihla_text::language::slug;

/// What may be put with an entry besides pictures: what is read or heard, and nothing that a browser runs or
/// the program takes for a text of the site.
const DOCUMENTS: [&str; 15] = [
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "vtt", "mp3", "m4a", "ogg",
    "mp4", "webm",
];

/// Puts a file with an entry, without what it hides, and says under which name.
pub fn put(
    core: &Core,
    id: &str,
    name: &str,
    bytes: &[u8],
    messages: Messages,
) -> Result<Value, Failed> {
    let mut state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let origin = desk.origin(id)?;
    let refused = |diagnostic: Diagnostic| Err(Failed::Said(vec![diagnostic]));
    let header = Header::read(&mut std::io::Cursor::new(bytes), bytes.len() as u64);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let extension = extension.to_lowercase();
    let mut said = Vec::new();
    let mut tell = |id: &'static str| said.push(Text(id).get(messages).into_owned());
    let (bytes, extension) = match header.kind {
        FileKind::Jpeg | FileKind::Png | FileKind::Gif | FileKind::WebP => {
            let Some(clean) = rihla_media::strip(bytes) else {
                return refused(Diagnostic::new(&say::DESK_PICTURE_CUT).with("name", name));
            };
            if header.position {
                tell("desk-picture-position");
            } else if clean.len() < bytes.len() {
                tell("desk-picture-cleaned");
            }
            (clean, header.kind.extension().unwrap_or("jpg").to_owned())
        }
        // A drawing is a text.
        _ if extension == "svg" => {
            let active = rihla_media::svg::active(&String::from_utf8_lossy(bytes));
            if !active.is_empty() {
                return refused(Diagnostic::new(&say::DESK_DRAWING).with("name", name));
            }
            (bytes.to_vec(), "svg".to_owned())
        }
        kind if kind.is_image()
            || matches!(
                &*extension,
                "heic" | "heif" | "tif" | "tiff" | "bmp" | "psd"
            ) =>
        {
            let finding = Diagnostic::new(&say::DESK_PICTURE_KIND).with("name", name);
            return refused(finding.with("found", kind.term()));
        }
        _ if matches!(
            &*extension,
            "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif"
        ) =>
        {
            return refused(Diagnostic::new(&say::DESK_PICTURE_CUT).with("name", name));
        }
        _ if DOCUMENTS.contains(&&*extension) => {
            if !is_as_named(&header, &extension, bytes) {
                let finding = Diagnostic::new(&say::DESK_FILE_FALSE).with("name", name);
                return refused(finding.with("kind", extension.to_uppercase()));
            }
            (bytes.to_vec(), extension)
        }
        _ => {
            let finding = Diagnostic::new(&say::DESK_FILE_KIND).with("name", name);
            return refused(finding.with("known", DOCUMENTS.join(", ")));
        }
    };
    let stem = match slug(stem) {
        stem if stem.is_empty() => "image".to_owned(),
        stem => file_name(stem),
    };
    let (folder, stem) = match folder(&origin) {
        Some(folder) => (folder, stem),
        // An entry without a folder of its own: the name says whose it is.
        None => {
            let (around, own) = id.rsplit_once('/').unwrap_or(("", id));
            let folder = format!("content/{around}");
            (
                folder.trim_end_matches('/').to_owned(),
                format!("{own}-{stem}"),
            )
        }
    };
    let snapshot = state.disk().and_then(|disk| disk.snapshot.clone());
    let is_taken = |name: &str| {
        let path = format!("{folder}/{name}");
        snapshot
            .as_ref()
            .is_some_and(|snapshot| snapshot.get(&path).is_some())
    };
    let mut names = (1..).map(|number| match number {
        1 => format!("{stem}.{extension}"),
        number => format!("{stem}-{number}.{extension}"),
    });
    let name = names.find(|name| !is_taken(name)).unwrap_or_default();
    let mut sources = Sources::begin(&core.root)?;
    sources.add(&format!("{folder}/{name}"), &bytes)?;
    sources.commit("")?;
    let own = state.put.entry(id.to_owned()).or_default();
    own.insert(format!("{folder}/{name}"));
    core.reread(&mut state);
    Ok(json!({"file": name, "said": said}))
}

/// Whether a file is what the end of its name says, as far as its first bytes tell; what is read as text is text.
fn is_as_named(header: &Header, extension: &str, bytes: &[u8]) -> bool {
    let promised = First::promised(extension);
    match FileKind::of_extension(extension) {
        Some(kind) => header.kind == kind,
        None if !promised.is_empty() => promised.contains(&header.first),
        // What no program for words writes, and every other file has.
        None => header.first == First::Unknown && !bytes.contains(&0),
    }
}

/// The files that were put with an entry since the program runs and that nothing names: no text of the site, and
/// nothing that is typed, but for what is typed of the entry `but`.
pub fn unnamed(state: &State, id: &str, but: Option<&str>) -> Vec<String> {
    let put = state.put.get(id).into_iter().flatten();
    let snapshot = state.disk().and_then(|disk| disk.snapshot.clone());
    let Some(snapshot) = snapshot else {
        return Vec::new();
    };
    let typed = typed(state, but);
    let is_named = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut texts = snapshot.iter().filter_map(|file| file.text());
        texts.any(|text| text.contains(name)) || typed.iter().any(|text| text.contains(name))
    };
    let unnamed = put.filter(|path| snapshot.get(path).is_some() && !is_named(path));
    unnamed.cloned().collect()
}

/// What is typed and not saved, of all entries but `but`.
fn typed(state: &State, but: Option<&str>) -> Vec<String> {
    let drafts = state.drafts.iter();
    let drafts = drafts.filter(|(id, _)| Some(id.as_str()) != but);
    let said = drafts.map(|(_, kept)| serde_json::to_string(&kept.draft.said));
    said.map(Result::unwrap_or_default).collect()
}

/// The files of an entry, by where they lie or by their names, that its texts name as they are on the disk, and that
/// nothing names any more once some of them become `texts`: no text of the site, and nothing that is typed of others.
pub fn forsaken(
    state: &State,
    desk: &Desk,
    origin: &Origin,
    texts: &BTreeMap<Arc<str>, Arc<str>>,
) -> Vec<Arc<str>> {
    let Some(snapshot) = state.disk().and_then(|disk| disk.snapshot.clone()) else {
        return Vec::new();
    };
    let own = folder(origin);
    let is_text = |path: &str| {
        let end = path.rsplit_once('.').map_or("", |(_, end)| end);
        ["md", "markdown", "yaml", "yml"].contains(&end)
    };
    let is_own = |path: &str| match &own {
        Some(folder) => {
            let inside = path.strip_prefix(&**folder);
            let inside = inside.and_then(|inside| inside.strip_prefix('/'));
            inside.is_some_and(|name| !name.contains('/'))
        }
        None => remove::is_of(desk.graph(), path, &origin.id),
    };
    let names = |text: &str, name: &str| {
        let mut places = text.match_indices(name);
        places.any(|(at, _)| {
            let before = text[..at].chars().next_back();
            before.is_none_or(|sign| !(sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.')))
        })
    };
    let typed = typed(state, Some(&origin.id));
    let is_left = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut before = texts.keys().filter_map(|path| snapshot.text(path));
        let mut now = snapshot.iter().filter_map(|file| {
            let after = texts.get(&file.path);
            after.or_else(|| file.text())
        });
        before.any(|text| names(text, name))
            && !now.any(|text| text.contains(name))
            && !typed.iter().any(|text| text.contains(name))
    };
    let files = snapshot.iter().map(|file| &file.path);
    let files = files.filter(|path| path.starts_with("content/") && !is_text(path) && is_own(path));
    files.filter(|path| is_left(path)).cloned().collect()
}

/// Takes files away that were put with an entry.
///
/// # Errors
/// A failure of the machine.
pub fn take_away(core: &Core, state: &mut State, id: &str, paths: &[String]) -> Result<(), Failed> {
    if let Some(put) = state.put.get_mut(id) {
        put.retain(|path| !paths.contains(path));
    }
    if paths.is_empty() {
        return Ok(());
    }
    let mut sources = Sources::begin(&core.root)?;
    for path in paths {
        sources.remove(path)?;
    }
    sources.commit("")?;
    core.reread(state);
    Ok(())
}

/// Takes away what was put with an entry and then given up, once the entry is saved.
///
/// # Errors
/// A failure of the machine.
pub fn sweep(core: &Core, state: &mut State, id: &str) -> Result<(), Failed> {
    let given_up = unnamed(state, id, None);
    take_away(core, state, id, &given_up)?;
    // What is named stays, whatever becomes of it.
    state.put.remove(id);
    Ok(())
}

/// Files that somebody chose and did not put in.
#[derive(Debug, Deserialize)]
pub struct GivenUp {
    id: String,
    /// Their names, as they were given when they were put.
    files: Vec<String>,
}

/// Takes away those of them that nothing names, and says which.
///
/// # Errors
/// A failure of the machine.
pub fn give_up(core: &Core, given_up: &GivenUp) -> Result<Value, Failed> {
    let mut state = core.state();
    let of = |path: &String| path.rsplit('/').next().unwrap_or(path).to_owned();
    let mut paths = unnamed(&state, &given_up.id, None);
    paths.retain(|path| given_up.files.contains(&of(path)));
    take_away(core, &mut state, &given_up.id, &paths)?;
    let gone: Vec<String> = paths.iter().map(of).collect();
    Ok(json!({"gone": gone}))
}

/// A file that lies with an entry, for its form.
pub fn get(core: &Core, id: &str, file: &str) -> Option<Response> {
    let (media, bytes) = bytes(core, id, file)?;
    Some(([(header::CONTENT_TYPE, media)], bytes).into_response())
}

/// A file of the site, as an entry names it: its media type and its bytes.
pub fn bytes(core: &Core, id: &str, file: &str) -> Option<(String, Vec<u8>)> {
    let desk = core.state().desk()?;
    let origin = desk.origin(id).ok()?;
    let first = origin.files.first()?;
    let folder = first.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match file.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => rihla_site::graph::relative(folder, file)?,
    };
    // Only what is part of the site is known under a path.
    let bytes = desk.snapshot.read_blob(&path).ok()?;
    Some((hosting::media_type(&path).to_owned(), bytes))
}
