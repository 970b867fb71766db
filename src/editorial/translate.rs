//! `rihla translate`: the counterpart of a text in another language is begun, with everything in its
//! place, or completed where something is missing in it. What is there stays as it is.

mod body;
mod declared;

use std::sync::Arc;

use super::accept::Changes;
use super::record::{self, Spot, Writer};
use super::subject::{self, Subject};
use super::{Desk, Refused, store};
use rihla_build::Options;
use rihla_build::write::{self, Sources};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_site::content::{Part, Role};
use rihla_site::graph::Entry;
use rihla_site::ids::LanguageId;
use rihla_site::schema;
use rihla_site::translation::{NO_TEXT, State};
use rihla_text::yaml::{Key, Map, Node, Value};

/// What is to be translated.
#[derive(Clone, Debug, Default)]
pub struct Translate {
    /// The entry.
    pub name: String,
    /// The language into which; the one that is missing where none is named.
    pub to: Option<String>,
    /// The language from which; the original where none is named.
    pub from: Option<String>,
    /// Whether the source stands before each paragraph, as a comment.
    pub with_source: bool,
}

/// What was begun.
#[derive(Debug)]
pub struct Begun {
    /// The entry.
    pub id: Arc<str>,
    /// The language into which.
    pub to: LanguageId,
    /// The language from which.
    pub from: LanguageId,
    /// The files that were written; none where nothing was missing.
    pub files: Vec<Arc<str>>,
    /// Whether the source has changed since the translation was accepted.
    pub is_behind: bool,
    /// Whether what was added stands in comments, since the translation is online.
    pub is_online: bool,
}

/// Where a translation comes from and where it goes.
struct Way<'a> {
    desk: &'a Desk,
    from: LanguageId,
    to: LanguageId,
    with_source: bool,
    /// Whether readers see the translation: what is added then stands in comments, since words of
    /// the source are no translation.
    is_online: bool,
}

/// Begins a translation, or adds what is missing in it. To do it again changes nothing.
///
/// # Errors
///
/// Where something is named that does not exist, or a file cannot be read or written.
pub fn translate(options: &Options, asked: &Translate) -> Result<(Desk, Begun), Refused> {
    write::resume(&options.site)?;
    let desk = Desk::open(options)?;
    let around = desk.around().into_iter();
    let mut around = around.filter(|subject| subject::is_named(subject, &asked.name));
    if let Some(subject) = around.next() {
        return declared::translate(options, desk, &subject, asked);
    }
    let number = desk.entry(&asked.name)?;
    let entry = desk.graph().entries[number].clone();
    let to = target(&desk, &entry, asked.to.as_deref())?;
    let from = match &asked.from {
        Some(tag) => desk.language(tag)?,
        None => match desk.source_of(&entry, to) {
            Some(from) => from,
            None => return Err(told(&desk, &entry, to, &say::SAME_LANGUAGE)),
        },
    };
    if from == to {
        return Err(told(&desk, &entry, to, &say::SAME_LANGUAGE));
    }
    let Some(source) = &entry.versions[from] else {
        return Err(told(&desk, &entry, from, &say::NO_TEXT));
    };
    let way = Way {
        desk: &desk,
        from,
        to,
        with_source: asked.with_source,
        is_online: is_online(&desk, &entry, to),
    };
    let all = desk.parts();
    let parts = all.get(&*entry.id).map_or(&[][..], Vec::as_slice);
    let record = vec![
        ("of", desk.tag(from).to_string()),
        ("revision", source.digest.to_string()),
        ("state", "draft".to_owned()),
    ];
    let mut changes = Changes::default();
    let mut new = None;
    let mut is_noted = false;
    for part in parts {
        if part.language == Some(from) {
            (new, is_noted) = way.markdown(part, &record, &mut changes)?;
        }
    }
    for part in parts.iter().filter(|part| part.language.is_none()) {
        let spot = spot_of(part, &entry, desk.tag(to));
        let text = changes.text(&desk, &part.path).unwrap_or_default();
        let mut after = way.shared(&text, &spot)?;
        if after != text && !is_noted && new.is_none() && !way.is_online {
            after = match entry.record(desk.config(), to) {
                None => put(&desk, &spot, &after, &record)?,
                Some(_) => put(&desk, &spot, &after, &in_work())?,
            };
        }
        changes.set(&desk, &part.path, after);
    }
    let is_new = entry.record(desk.config(), to).is_none() && !way.is_online;
    let mut files = Vec::new();
    let text = desk.text(parts, from);
    let mut sources = Sources::begin(&options.site)?;
    if let Some((path, text)) = &new {
        sources.add(path, text.as_bytes())?;
        files.push(path.clone());
    }
    files.extend(changes.add_to(&mut sources, &desk)?);
    if !files.is_empty() && is_new {
        let (tag, of) = (desk.tag(to), desk.tag(from));
        store::keep(&mut sources, &entry.id, tag, (of, &source.digest), &text)?;
    }
    sources.commit("")?;
    let begun = Begun {
        id: entry.id.clone(),
        to,
        from,
        files,
        is_behind: entry.states[to].is_some_and(State::is_behind),
        is_online: way.is_online,
    };
    drop(all);
    Ok((desk, begun))
}

/// Whether readers see a translation, or will with the next publication: what its record says does
/// not take it offline.
fn is_online(desk: &Desk, entry: &Entry, language: LanguageId) -> bool {
    let config = desk.config();
    let has_address = entry.role == Role::Entry && config.collections[entry.collection].pages;
    let mut addresses = config.ledger.of(&entry.id, desk.tag(language));
    entry.online(language).is_some() && (!has_address || addresses.next().is_some())
}

/// The language into which is translated.
fn target(desk: &Desk, entry: &Entry, asked: Option<&str>) -> Result<LanguageId, Refused> {
    if let Some(tag) = asked {
        return desk.language(tag);
    }
    let languages = entry.versions.ids();
    let missing: Vec<LanguageId> = languages
        .clone()
        .filter(|language| entry.versions[*language].is_none() && entry.meant[*language])
        .collect();
    match missing[..] {
        [one] => Ok(one),
        _ => {
            let of = match missing.is_empty() {
                true => languages.collect(),
                false => missing,
            };
            let known: Vec<&str> = of.iter().map(|language| &**desk.tag(*language)).collect();
            Err(Refused::because(
                Diagnostic::new(&say::WHICH_LANGUAGE)
                    .with("id", &entry.id)
                    .with("example", known[known.len() - 1])
                    .with("known", known.join(", ")),
            ))
        }
    }
}

fn told(
    desk: &Desk,
    entry: &Entry,
    language: LanguageId,
    message: &'static rihla_diagnostics::Message,
) -> Refused {
    Refused::because(
        Diagnostic::new(message)
            .with("id", &entry.id)
            .with("language", desk.name(language))
            .with("tag", desk.tag(language)),
    )
}

fn put(desk: &Desk, spot: &Spot, text: &str, record: &[(&str, String)]) -> Result<String, Refused> {
    record::put(spot, text, record).map_err(|diagnostic| unreadable(desk, *diagnostic))
}

fn unreadable(desk: &Desk, diagnostic: Diagnostic) -> Refused {
    Refused {
        diagnostics: vec![diagnostic],
        failed: None,
        snapshot: Some(desk.snapshot.clone()),
    }
}

fn spot_of(part: &Part, entry: &Entry, tag: &Arc<str>) -> Spot {
    Spot {
        path: part.path.clone(),
        item: record::item_of(&part.path, &entry.id),
        tag: Some(tag.clone()),
    }
}

/// What a record says of a translation to which something was added.
fn in_work() -> [(&'static str, String); 1] {
    [("state", "draft".to_owned())]
}

/// A file that is to be made: its path and its text.
type NewFile = Option<(Arc<str>, String)>;

impl Way<'_> {
    /// The counterpart of a text in Markdown: a file that is to be made, or what is missing in the
    /// one that is there; and whether the record stands there.
    fn markdown(
        &self,
        part: &Part,
        record: &[(&str, String)],
        changes: &mut Changes,
    ) -> Result<(NewFile, bool), Refused> {
        let desk = self.desk;
        let text = desk
            .snapshot
            .text(&part.path)
            .cloned()
            .unwrap_or_else(|| "".into());
        let read = record::fields(&part.path, &text)
            .map_err(|diagnostic| unreadable(desk, *diagnostic))?;
        let empty = Map::default();
        let map = match &read.root.value {
            Value::Map(map) => map,
            _ => &empty,
        };
        let wanted: Vec<(&Key, &Node)> = map
            .iter()
            .filter(|(key, _)| {
                !NO_TEXT.contains(&&*key.name)
                    && part.fields.iter().any(|assignment| {
                        *assignment.field == *key.name && speaks(&assignment.value.value)
                    })
            })
            .collect();
        let (from, to) = (desk.tag(self.from), desk.tag(self.to));
        let Some(path) = counterpart(&part.path, from, to) else {
            return Ok((None, false));
        };
        let end = Writer::new(&text).end;
        let body = part.body.as_ref().filter(|body| !body.is_empty);
        let body = || match body {
            Some(body) => body::counterpart(self, &part.path, &text, body),
            None => String::new(),
        };
        let Some(there) = changes.text(desk, &path) else {
            let mut out = format!("---{end}");
            for (key, node) in wanted {
                out.push_str(&self.field(&text, key, node));
            }
            out.push_str(&Writer::new(&text).block(&["translation"], record, 0));
            out.push_str(&format!("---{end}"));
            out.push_str(&body());
            return Ok((Some((path, out)), true));
        };
        // It is there: what it lacks is added.
        let own =
            record::fields(&path, &there).map_err(|diagnostic| unreadable(desk, *diagnostic))?;
        let has =
            |name: &str| matches!(&own.root.value, Value::Map(map) if map.get(name).is_some());
        let missing: Vec<_> = wanted
            .into_iter()
            .filter(|(key, _)| !has(&key.name))
            .collect();
        let is_bare = desk.cache.parts().is_some_and(|parts| {
            let body = parts.of(&path).iter().find_map(|part| part.body.as_ref());
            body.is_some_and(|body| body.is_empty)
        });
        let lacks_body = is_bare && part.body.as_ref().is_some_and(|body| !body.is_empty);
        if missing.is_empty() && !lacks_body {
            return Ok((None, true));
        }
        let spot = Spot {
            path: path.clone(),
            item: None,
            tag: None,
        };
        let lines: String = missing
            .into_iter()
            .map(|(key, node)| self.field(&text, key, node))
            .collect();
        if self.is_online {
            changes.set(
                desk,
                &path,
                self.noted(&path, there, &lines, lacks_body, &body),
            );
            return Ok((None, true));
        }
        let mut after = there.clone();
        // What is added is in the source's language until somebody has translated it.
        let in_work = in_work();
        let record = match has("translation") {
            true => &in_work[..],
            false => record,
        };
        after = put(desk, &spot, &after, record)?;
        if let Some(at) = record::head(&path, &after) {
            after.insert_str(at, &lines);
        }
        if lacks_body {
            after.push_str(&body());
        }
        changes.set(desk, &path, after);
        Ok((None, true))
    }

    /// The text of a translation that is online, with what it lacks in comments: lines of fields,
    /// and the body. What stands there already is not added again.
    fn noted(
        &self,
        path: &Arc<str>,
        mut text: String,
        lines: &str,
        lacks_body: bool,
        body: &dyn Fn() -> String,
    ) -> String {
        let lines = commented(lines);
        if let Some(at) = record::head(path, &text).filter(|_| !text.contains(&lines)) {
            text.insert_str(at, &lines);
        }
        if lacks_body {
            let body = body::commented(&body());
            if !text.contains(body.trim()) {
                text.push_str(&body);
            }
        }
        text
    }

    /// The lines of a field, as they stand in the source.
    fn field(&self, text: &str, key: &Key, node: &Node) -> String {
        let writer = Writer::new(text);
        let start = writer.line_start(key.span.start);
        let is_line = text[start..key.span.start]
            .trim_start_matches('\u{feff}')
            .is_empty();
        let lines = match is_line {
            true => {
                let stop = writer.after_line(node.span.end.max(key.span.end));
                let lines = &text[key.span.start..stop];
                match lines.ends_with('\n') {
                    true => lines.to_owned(),
                    false => format!("{lines}{}", writer.end),
                }
            }
            // Between braces.
            false => format!(
                "{}: {}{}",
                key.name,
                &text[node.span.start..node.span.end],
                writer.end
            ),
        };
        match self.with_source && !self.is_online {
            true => format!("{}{lines}", commented(&lines)),
            false => lines,
        }
    }

    /// What is said in the source's language in a file for all languages is said in the other too.
    fn shared(&self, text: &str, spot: &Spot) -> Result<String, Refused> {
        let desk = self.desk;
        let read =
            record::fields(&spot.path, text).map_err(|diagnostic| unreadable(desk, *diagnostic))?;
        let mut writer = Writer::new(text);
        if let Some(Node {
            value: Value::Map(map),
            ..
        }) = record::item(&read.root, spot)
        {
            for (key, node) in map.iter() {
                if !NO_TEXT.contains(&&*key.name) {
                    self.branches(text, node, &mut writer);
                }
            }
        }
        Ok(writer.finish())
    }

    /// A map between braces as lines of their own below its key, with the source's words in a comment for
    /// the language; `None` where it does not stand alone behind its key on one line.
    fn unfolded(&self, text: &str, node: &Node, map: &Map, writer: &Writer) -> Option<String> {
        let before = &text[writer.line_start(node.span.start)..node.span.start];
        let name = before.trim_end().strip_suffix(':')?;
        let name = name.trim_start_matches([' ', '-']);
        let after = text[node.span.end..].lines().next().unwrap_or_default();
        let is_alone = after.trim().is_empty()
            && !name.is_empty()
            && !name.contains([' ', '{', '[', ',', '"', '\'', ':'])
            && !text[node.span.start..node.span.end].contains('\n');
        if !is_alone {
            return None;
        }
        let indent = " ".repeat(before.len() - before.trim_start_matches([' ', '-']).len() + 2);
        let (from, to) = (self.desk.tag(self.from), self.desk.tag(self.to));
        let mut lines = String::new();
        for (key, value) in map.iter() {
            let value = &text[value.span.start..value.span.end];
            lines.push_str(&format!("{}{indent}{}: {value}", writer.end, key.name));
            if *key.name == **from {
                lines.push_str(&format!("{}# {indent}{to}: {value}", writer.end));
            }
        }
        Some(lines)
    }

    /// Adds a branch to each map from language to text that lacks one.
    fn branches(&self, text: &str, node: &Node, writer: &mut Writer) {
        let map = match &node.value {
            Value::Map(map) => map,
            Value::List(items) => {
                for item in items {
                    self.branches(text, item, writer);
                }
                return;
            }
            Value::Null | Value::Scalar(_) => return,
        };
        let config = self.desk.config();
        let is_localized = map
            .iter()
            .all(|(key, _)| config.language(&key.name).is_some());
        if !is_localized {
            for (_, inner) in map.iter() {
                self.branches(text, inner, writer);
            }
            return;
        }
        let (from, to) = (self.desk.tag(self.from), self.desk.tag(self.to));
        let source = map.iter().find(|(key, _)| *key.name == **from);
        let Some((key, value)) = source.filter(|_| map.get(to).is_none()) else {
            return;
        };
        let end = value.span.end.max(key.span.end);
        let is_flow = text[node.span.start..].starts_with('{');
        if is_flow && !self.is_online {
            let value = &text[key.span.end..end];
            writer.insert(end, format!(", {to}{value}"));
            return;
        }
        // A comment has no place between braces.
        if is_flow && let Some(lines) = self.unfolded(text, node, map, writer) {
            let start = text[..node.span.start].trim_end().len();
            writer.replace(Span::new(start, node.span.end), lines);
            return;
        }
        let stop = writer.after_line(end);
        let indent = " ".repeat(writer.column(key.span.start));
        let value = match is_flow {
            true => &text[key.span.end..end],
            false => text[key.span.end..stop].trim_end_matches(['\r', '\n']),
        };
        let mut lines = format!("{indent}{to}{value}{}", writer.end);
        if self.is_online {
            lines = commented(&lines);
            if text[stop..].starts_with(&lines) {
                return;
            }
        }
        match text[..stop].ends_with('\n') {
            true => writer.insert(stop, lines),
            false => writer.insert(stop, format!("{}{}", writer.end, lines.trim_end())),
        }
    }
}

/// Lines of YAML that say nothing.
fn commented(lines: &str) -> String {
    let lines = lines.split_inclusive('\n');
    lines.map(|line| format!("# {line}")).collect()
}

/// Whether a value says something in a language.
fn speaks(value: &schema::FieldValue) -> bool {
    use schema::FieldValue as V;
    match value {
        V::Localized(_) => true,
        V::List(items) => items.iter().any(|item| speaks(&item.value)),
        V::Object(fields) => fields.iter().any(|(_, field)| speaks(&field.value)),
        V::Image(image) => [&image.alt, &image.credit, &image.caption]
            .into_iter()
            .flatten()
            .any(|part| speaks(&part.value)),
        _ => false,
    }
}

/// The path of a text in another language.
pub(super) fn counterpart(path: &str, from: &str, to: &str) -> Option<Arc<str>> {
    let (stem, extension) = path.rsplit_once('.')?;
    let (name, tag) = stem.rsplit_once('.')?;
    (tag == from).then(|| format!("{name}.{to}.{extension}").into())
}
