//! `rihla init`: a site to begin with, in the languages and for the purpose that somebody names.
//!
//! The texts are files of the program (`src/builtin/init`): those of every site in `common`, and those of
//! each purpose in a folder of its own. They are written in [`WRITTEN`]; of these, a site gets those that
//! it has. A language in which they are not written is begun as a partial one, whose readers get what is
//! there in another language until somebody writes it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Accept, Refused, accept};
use rihla_build::{Options, Program, write};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Messages};
use rihla_site::config::BaseUrl;
use rihla_site::source;
use rihla_text::language::{own_name, slug, tag_meant};

/// The languages in which the texts are written.
pub const WRITTEN: &[&str] = &["fr", "en", "es", "ar"];

/// What a site can be for: the names of the folders of texts.
pub const PURPOSES: &[&str] = &["mission", "municipality", "association", "documentation"];

/// What stands for a site's address until it has one.
const NO_ADDRESS: &str = "example.org";

/// The most characters of a name: it is the title of pages.
const LONGEST: usize = 100;

/// What is to be begun.
#[derive(Clone, Debug)]
pub struct Init {
    /// The folder: empty, or not there yet.
    pub folder: PathBuf,
    /// The name of the organisation.
    pub name: String,
    /// The tags of the languages, the writer's first.
    pub languages: Vec<String>,
    /// One of [`PURPOSES`].
    pub purpose: &'static str,
    /// Where it will be published, if that is known.
    pub base_url: Option<String>,
    /// The time zone of its dates (IANA).
    pub time_zone: String,
}

/// What was begun.
#[derive(Debug)]
pub struct Begun {
    /// The files, by their paths in the folder.
    pub files: Vec<String>,
    /// The languages in which nothing is written yet: tag, and name.
    pub unwritten: Vec<(String, String)>,
    /// What the language is called in which they are shown what is there.
    pub shown: String,
}

/// Begins a site.
///
/// # Errors
///
/// Where the folder is not empty, a language is none, or a file cannot be written.
pub fn init(asked: &Init, options: &Options, messages: Messages) -> Result<Begun, Refused> {
    let languages = languages(&asked.languages)?;
    refused(asked)?;
    let files = files(
        asked,
        options.program,
        &languages,
        &today(options, asked),
        messages,
    );
    let begun: Vec<(String, String)> = files.into_iter().collect();
    write::begin_site(&asked.folder, &begun)?;
    // Each text is the translation of the first language's, and right: it came with it.
    let accepted = accept(
        options,
        &Accept {
            names: Vec::new(),
            to: None,
            from: Some(own_tag(languages.written[0], &languages).to_owned()),
            minor: false,
            reviewed: false,
            all: true,
            as_is: true,
        },
    );
    if languages.all.len() > 1 {
        accepted?;
    }
    super::schema::write(options, messages)?;
    let unwritten = languages.unwritten.iter();
    Ok(Begun {
        files: begun.into_iter().map(|(path, _)| path).collect(),
        unwritten: unwritten
            .map(|tag| (tag.clone(), name_of(tag).to_owned()))
            .collect(),
        shown: name_of(languages.written[0]).to_owned(),
    })
}

/// What a name, or a place, is not fit for.
fn refused(asked: &Init) -> Result<(), Refused> {
    let length = asked.name.trim().chars().count();
    if length > LONGEST {
        return Err(Refused::because(
            Diagnostic::new(&say::INIT_NAME)
                .with("count", length)
                .with("most", LONGEST),
        ));
    }
    if let Some(base) = &asked.base_url
        && BaseUrl::parse(base).is_none()
    {
        return Err(Refused::because(
            Diagnostic::new(&say::INIT_ADDRESS).with("value", base),
        ));
    }
    let folder = std::path::absolute(&asked.folder).unwrap_or_else(|_| asked.folder.clone());
    let around = folder.ancestors().skip(1);
    let mut around = around.filter(|above| source::is_site(above));
    match around.next() {
        None => Ok(()),
        Some(above) => Err(Refused::because(
            Diagnostic::new(&say::INIT_INSIDE).with("path", above.display().to_string()),
        )),
    }
}

fn today(options: &Options, asked: &Init) -> String {
    let zone = jiff::tz::TimeZoneDatabase::bundled().get(&asked.time_zone);
    let zone = zone.unwrap_or(jiff::tz::TimeZone::UTC);
    options.now.to_zoned(zone).date().to_string()
}

/// The languages of a site that is begun.
struct Languages {
    /// All, in order.
    all: Vec<String>,
    /// Those in which the texts are written, the first before all others.
    written: Vec<&'static str>,
    /// Those in which they are not.
    unwritten: Vec<String>,
}

/// The tags or names of languages that were written in one go, with commas or spaces between them, or as a
/// phrase: `français et anglais`.
pub fn tags(text: &str) -> Vec<String> {
    let parts: Vec<Vec<&str>> = text
        .split([',', ';'])
        .map(|part| part.split_whitespace().collect())
        .collect();
    let mut tags = Vec::new();
    for (number, words) in parts.iter().enumerate() {
        for (at, word) in words.iter().enumerate() {
            // Before the last of several, “and” is no language, although it may be the tag of one.
            let is_before_last = number + 1 == parts.len() && at + 2 == words.len();
            if !(is_before_last && number + at > 0 && AND.contains(word)) {
                tags.push((*word).to_owned());
            }
        }
    }
    tags
}

/// “And”, as people write it between languages.
const AND: [&str; 8] = ["et", "and", "y", "e", "i", "und", "&", "+"];

/// What is wrong with the tags of the languages of a site.
pub fn wrong_languages(tags: &[String]) -> Vec<Diagnostic> {
    match languages(tags) {
        Ok(_) => Vec::new(),
        Err(refused) => refused.diagnostics,
    }
}

fn languages(tags: &[String]) -> Result<Languages, Refused> {
    let mut all: Vec<String> = Vec::new();
    let mut problems = Vec::new();
    for tag in tags {
        // `FR`, `english`.
        let meant = tag_meant(tag);
        let tag = meant.as_ref().unwrap_or(tag);
        match rihla_text::language::Language::new(tag, tag, &tag.to_lowercase(), None) {
            Ok(_) if own_name(tag).is_some() => {
                if !all.contains(tag) {
                    all.push(tag.clone());
                }
            }
            _ => problems.push(
                Diagnostic::new(&say::INIT_LANGUAGE)
                    .with("value", tag)
                    .with("example", "fr,en"),
            ),
        }
    }
    if let Some(first) = problems.first().cloned() {
        return Err(Refused {
            diagnostics: problems,
            ..Refused::because(first)
        });
    }
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let written_in = |tag: &String| WRITTEN.iter().copied().find(|known| *known == primary(tag));
    let mut written: Vec<&'static str> = all.iter().filter_map(written_in).collect();
    if written.is_empty() {
        // Somebody must be able to read it while it is being written.
        written.push("en");
        all.push("en".to_owned());
    }
    let unwritten = all.iter().filter(|tag| written_in(tag).is_none()).cloned();
    Ok(Languages {
        unwritten: unwritten.collect(),
        written,
        all,
    })
}

fn name_of(tag: &str) -> &str {
    own_name(tag).unwrap_or(tag)
}

/// The files of a site: path, and text.
fn files(
    asked: &Init,
    program: Program,
    languages: &Languages,
    today: &str,
    messages: Messages,
) -> BTreeMap<String, String> {
    let name = asked.name.trim();
    let host = match &asked.base_url {
        Some(base) => base.split("//").nth(1).unwrap_or(base),
        None => NO_ADDRESS,
    };
    let host = host.split('/').next().unwrap_or(host);
    let short = match slug(name) {
        short if short.is_empty() => "site".to_owned(),
        short => short,
    };
    let base_url = match &asked.base_url {
        Some(base) => format!("{}/", base.trim_end_matches('/')),
        None => format!("https://{}.{NO_ADDRESS}/", short),
    };
    let year = &today[..4];
    let identity = format!("tag:{host},{year}:{short}");
    let rows: String = languages
        .all
        .iter()
        .map(|tag| row(tag, languages))
        .collect();
    let other = languages.all.get(1).unwrap_or(&languages.all[0]);
    // The program says what it finds in the language of the team, as far as it speaks it.
    let own = languages.all.first().and_then(|tag| messages.of_tag(tag));
    let messages = own.unwrap_or_else(|| messages.english()).tag();
    let filled = |path: &str, text: &str| {
        let text = text
            .replace("{{LANGUAGES}}\n", &rows)
            .replace("{{BASE_URL}}", &base_url)
            .replace("{{IDENTITY}}", &identity)
            .replace("{{TIME_ZONE}}", &asked.time_zone)
            .replace("{{MESSAGES}}", messages)
            .replace("{{TODAY}}", today);
        // The team is shown how to translate into a language that it has.
        let text = match path.starts_with("README") {
            true => text.replace("--to en", &format!("--to {other}")),
            false => text,
        };
        // Each language has its own signs, and the name is a text in all of them.
        let (head, body) = match path.ends_with(".yaml") {
            true => (&*text, ""),
            false => head(&text),
        };
        let is_markdown = path.ends_with(".md");
        let body = match is_markdown {
            true => body.replace(NAME, &in_markdown(name)),
            false => body.replace(NAME, name),
        };
        head.replace(NAME, &in_yaml(name)) + &body
    };
    let first = languages.written[0];
    let mut files = BTreeMap::new();
    for folder in ["common", asked.purpose] {
        let inside = format!("init/{folder}/");
        let found = program.builtin.files();
        let found = found.filter_map(|(path, text)| Some((path.strip_prefix(&*inside)?, text)));
        for (path, text) in found {
            let Some(path) = in_languages(path, languages) else {
                continue;
            };
            let path = path.replace("{{TODAY}}", today);
            let path = match path.strip_prefix("README.") {
                Some(rest) if rest.split('.').next() == Some(first) => "README.md".to_owned(),
                _ => path,
            };
            let text = match path.ends_with(".yaml") {
                true => lines_in_languages(text, languages),
                false => text.to_owned(),
            };
            files.insert(path.clone(), filled(&path, &text));
        }
    }
    let declared = files.keys().filter_map(|path| {
        let name = path
            .strip_prefix("content/")?
            .strip_suffix("/collection.yaml")?;
        Some(name.to_owned())
    });
    let collections: Vec<String> = declared.collect();
    // A language is there from its first page on, and its name needs no translation.
    for tag in &languages.unwritten {
        let text = format!("---\ntitle: \"{}\"\n---\n", in_yaml(name));
        files.insert(format!("content/_index.{tag}.md"), text);
    }
    if let Some(settings) = files.get_mut(SETTINGS) {
        *settings = with_schemas(settings, &collections);
    }
    files
}

/// What stands for the name of the organisation.
const NAME: &str = "{{NAME}}";

/// The lines of fields at the head of a text, and the rest.
fn head(text: &str) -> (&str, &str) {
    let end = text
        .strip_prefix("---\n")
        .and_then(|rest| Some(rest.find("\n---\n")? + "---\n".len()));
    text.split_at(end.unwrap_or(0))
}

/// A text between the double quotes of YAML (1.2.2, section 7.3.1).
fn in_yaml(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// A text in Markdown, with a backslash before what would be a sign (CommonMark 0.31, section 2.4).
fn in_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if "\\`*_[]{}<>&|~".contains(sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// What VS Code is told of a folder.
const SETTINGS: &str = ".vscode/settings.json";

/// The settings of an editor with the schema of each collection: for its entries that are files of
/// fields.
fn with_schemas(settings: &str, collections: &[String]) -> String {
    let Ok(mut read) = serde_json::from_str::<serde_json::Value>(settings) else {
        return settings.to_owned();
    };
    let schemas = read
        .get_mut("yaml.schemas")
        .and_then(|node| node.as_object_mut());
    if let Some(schemas) = schemas {
        for name in collections {
            let files = format!("content/{name}/**/!(collection).yaml");
            schemas.insert(format!("./.rihla/schema/{name}.json"), files.into());
        }
    }
    serde_json::to_string_pretty(&read).unwrap_or_default() + "\n"
}

/// A row of `languages:` in `site.yaml`.
fn row(tag: &str, languages: &Languages) -> String {
    let name = name_of(tag);
    let prefix = tag.to_lowercase();
    match languages.unwritten.iter().any(|own| own == tag) {
        true => format!(
            "  - {{tag: {tag}, name: \"{name}\", prefix: {prefix}, partial: true, fallback: {}}}\n",
            own_tag(languages.written[0], languages)
        ),
        // The texts, and the words of the theme, are British.
        false if tag == "en" => {
            format!("  - {{tag: {tag}, name: \"{name}\", prefix: {prefix}, variant: en-GB}}\n")
        }
        false => format!("  - {{tag: {tag}, name: \"{name}\", prefix: {prefix}}}\n"),
    }
}

/// The path of a file, if it is in a language of the site or in none: `index.fr.md`.
fn in_languages(path: &str, languages: &Languages) -> Option<String> {
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), path),
    };
    let parts: Vec<&str> = name.split('.').collect();
    let tag = parts.len().checked_sub(2).and_then(|at| parts.get(at));
    let Some(tag) = tag else {
        return Some(path.to_owned());
    };
    match WRITTEN.contains(tag) {
        false => Some(path.to_owned()),
        true if !languages.written.contains(tag) => None,
        // The site may call it by a longer tag: `fr-BE`.
        true => {
            let own = own_tag(tag, languages);
            let stem = parts[..parts.len() - 2].join(".");
            Some(format!("{folder}{stem}.{own}.{}", parts[parts.len() - 1]))
        }
    }
}

/// What the site calls a language in which the texts are written.
fn own_tag<'l>(written: &'l str, languages: &'l Languages) -> &'l str {
    let mut all = languages.all.iter();
    let found = all.find(|tag| tag.split('-').next() == Some(written));
    found.map_or(written, |tag| tag)
}

/// The lines of a file of YAML without those of other languages: each value of one stands on a line of
/// its own.
fn lines_in_languages(text: &str, languages: &Languages) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let inside = line.trim_start();
        let tag = inside.split(':').next().unwrap_or_default();
        let is_of_language = inside.len() > tag.len() && WRITTEN.contains(&tag);
        if !is_of_language {
            out.push_str(line);
        } else if languages.written.contains(&tag) {
            out.push_str(&line[..line.len() - inside.len()]);
            out.push_str(own_tag(tag, languages));
            out.push_str(&inside[tag.len()..]);
        }
    }
    out
}

/// A name for the organisation where none is given: that of the folder.
pub fn name_of_folder(folder: &Path) -> String {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = folder.file_name().map(|name| name.to_string_lossy());
    let words = name.unwrap_or_default().replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    match first {
        Some(first) => first + letters.as_str(),
        None => "Site".to_owned(),
    }
}

/// The name of a purpose, as it is written, begun, or called in the language of the messages: `commune`.
pub fn purpose_said(word: &str, messages: Messages) -> Option<&'static str> {
    let wanted = word.trim().to_lowercase();
    purpose(word).or_else(|| {
        PURPOSES.iter().copied().find(|name| {
            let said = messages.named_text(&format!("init-for-{name}"));
            let said = said.unwrap_or_default().to_lowercase();
            let said = said
                .split([':', '\u{a0}'])
                .next()
                .unwrap_or_default()
                .trim();
            !wanted.is_empty() && said == wanted
        })
    })
}

/// The name of a purpose, as it is written or begun: `assoc`.
pub fn purpose(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let number = word
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_sub(1));
    let by_number = number.and_then(|at| PURPOSES.get(at).copied());
    let mut begun = PURPOSES
        .iter()
        .copied()
        .filter(|known| known.starts_with(&word));
    by_number.or_else(|| match (word.is_empty(), begun.next(), begun.next()) {
        (false, Some(one), None) => Some(one),
        _ => None,
    })
}

/// The address of a site as somebody writes it, perhaps without its scheme; none where nothing is written.
///
/// # Errors
///
/// What `site.yaml` must not be given as an address.
pub fn address(text: &str) -> Result<Option<String>, Box<Diagnostic>> {
    let whole = match text.trim() {
        "" => return Ok(None),
        text if text.contains("://") => text.to_owned(),
        text => format!("https://{text}"),
    };
    let rest = whole
        .strip_prefix("https://")
        .or_else(|| whole.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next());
    match host.is_some_and(|host| !host.is_empty() && !host.contains(char::is_whitespace)) {
        true => Ok(Some(whole)),
        false => Err(Box::new(
            Diagnostic::new(&say::INIT_ADDRESS).with("value", whole),
        )),
    }
}

/// Where a language's own tag is written in a message.
pub fn said(unwritten: &[(String, String)]) -> Arc<str> {
    let names = unwritten
        .iter()
        .map(|(tag, name)| format!("{name} ({tag})"));
    names.collect::<Vec<_>>().join(", ").into()
}
