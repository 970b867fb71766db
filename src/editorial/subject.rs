//! What is translated: entries, and what is said around them in `site.yaml` (menus among it), in each
//! `collection.yaml` and in the strings of the theme.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::find::Text;
use super::record::Spot;
use super::{Desk, accept};
use rihla_diagnostics::Span;
use rihla_site::config::SITE;
use rihla_site::graph::Entry;
use rihla_site::ids::{ByLanguage, LanguageId};
use rihla_site::translation::{self, Passages, Progress, Record, Standing, State};
use rihla_text::yaml::{self, Map, Node, Value};

/// Keys at the top of `site.yaml` and `collection.yaml` whose maps hold no text to be translated. What visitors of each
/// language type to find a thing (`search`) are words of that language alone.
const NO_TEXT: &[&str] = &["translation", "languages", "hosts", "slug", "search"];

/// Something in all its languages.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// An id of an entry, or the path of what is said around them.
    pub id: Arc<str>,
    /// In the site's order.
    pub sides: ByLanguage<Side>,
}

/// A language of something.
#[derive(Clone, Debug)]
pub(super) struct Side {
    /// What it is to the other languages.
    pub state: Option<State>,
    /// The digest of its text; `None` where there is none.
    pub digest: Option<Arc<str>>,
    /// What is written of it.
    pub record: Option<Record>,
    /// Where that is written, or is to be.
    pub spot: Spot,
    /// What it says, where it is no entry.
    pub text: Option<Text>,
}

impl Subject {
    /// The original, where it is known.
    pub fn original(&self) -> Option<LanguageId> {
        self.sides.find(|side| side.state == Some(State::Original))
    }

    /// The first language in which there is a text.
    pub fn first(&self) -> Option<LanguageId> {
        self.sides.find(|side| side.digest.is_some())
    }
}

impl Desk {
    /// An entry in all its languages.
    pub(super) fn subject(&self, entry: &Entry) -> Subject {
        let config = self.config();
        let side = |language: LanguageId| Side {
            state: entry.states[language],
            digest: entry.versions[language]
                .as_ref()
                .map(|version| version.digest.clone()),
            record: entry.record(config, language),
            spot: accept::spot(self, entry, language),
            text: None,
        };
        Subject {
            id: entry.id.clone(),
            sides: entry.versions.ids().map(side).collect(),
        }
    }

    /// What is said around the entries.
    pub(super) fn around(&self) -> Vec<Subject> {
        let config = self.config();
        let mut subjects = Vec::new();
        let collections = config.collections.iter();
        let paths = collections
            .filter(|collection| !collection.builtin)
            .map(|collection| collection.path.clone());
        for path in std::iter::once(Arc::from(SITE)).chain(paths) {
            subjects.extend(self.declared(&path));
        }
        subjects.extend(self.strings());
        subjects
    }

    /// `site.yaml` or a `collection.yaml`.
    fn declared(&self, path: &Arc<str>) -> Option<Subject> {
        let node = self.yaml(path)?;
        let Value::Map(map) = &node.value else {
            return None;
        };
        let tags = self.config().site.tags();
        let said = tags.iter().map(|tag| {
            let mut found = Vec::new();
            for (key, node) in map.iter() {
                if !NO_TEXT.contains(&&*key.name) {
                    gather(&key.name, node, tag, &tags, &mut found);
                }
            }
            found
        });
        let said: ByLanguage<Passages> = said.collect();
        let records: Vec<Option<Record>> = tags
            .iter()
            .map(|tag| match &map.get("translation")?.value {
                Value::Map(languages) => record_of(languages.get(tag)?, &tags),
                _ => None,
            })
            .collect();
        let spot = |language: LanguageId| Spot {
            path: path.clone(),
            item: None,
            tag: Some(tags[language].clone()),
        };
        subject(path, said, records, spot)
    }

    /// The strings of the theme.
    fn strings(&self) -> Option<Subject> {
        let config = self.config();
        let tags = config.site.tags();
        let folder = format!("themes/{}/strings", config.theme.name);
        let path = |language: LanguageId| -> Arc<str> {
            format!("{folder}/{}.yaml", tags[language]).into()
        };
        let mut said = ByLanguage::default();
        let mut records = Vec::new();
        for language in tags.ids() {
            let node = self.yaml(&path(language));
            let mut found = Vec::new();
            let mut record = None;
            if let Some(Node {
                value: Value::Map(map),
                ..
            }) = &node
            {
                for (key, node) in map.iter() {
                    match &*key.name {
                        "translation" => record = record_of(node, &tags),
                        name => words(name, node, &mut found),
                    }
                }
            }
            said.push(found);
            records.push(record);
        }
        // A word that the program has in a language is not missing in it, and one of which it has all
        // languages needs no translation.
        let is_lent = |language: LanguageId, name: &str| config.theme.lends(language, name);
        let names: BTreeSet<String> = said
            .iter()
            .flat_map(|found| found.iter().map(|(name, _)| name.clone()))
            .collect();
        let own = |found: &Passages, name: &str| found.iter().any(|(known, _)| *known == *name);
        let lent: BTreeSet<String> = names
            .into_iter()
            .filter(|name| {
                let key = name.split('.').next().unwrap_or(name);
                said.pairs()
                    .any(|(language, found)| !own(found, name) && is_lent(language, key))
            })
            .collect();
        for found in said.iter_mut() {
            found.retain(|(name, _)| !lent.contains(name));
        }
        let spot = |language: LanguageId| Spot {
            path: path(language),
            item: None,
            tag: None,
        };
        subject(&folder.clone().into(), said, records, spot)
    }

    fn yaml(&self, path: &Arc<str>) -> Option<Node> {
        let text = self.snapshot.text(path)?;
        yaml::parse(path, text, Span::new(0, text.len())).0
    }
}

/// `None` where nothing is said in any language.
fn subject(
    id: &Arc<str>,
    said: ByLanguage<Passages>,
    records: Vec<Option<Record>>,
    spot: impl Fn(LanguageId) -> Spot,
) -> Option<Subject> {
    if said.iter().all(Vec::is_empty) {
        return None;
    }
    let lacks = |passages: &Passages, source: LanguageId| {
        let mut wanted = said.get(source).into_iter().flatten();
        wanted.any(|(way, _)| !passages.iter().any(|(own, _)| own == way))
    };
    let standings: ByLanguage<Standing> = said
        .iter()
        .zip(records)
        .map(|(passages, record)| Standing {
            exists: !passages.is_empty(),
            is_meant: true,
            digest: translation::digest(passages, None),
            is_whole: !record
                .as_ref()
                .and_then(|record| record.of)
                .is_some_and(|source| lacks(passages, source)),
            record,
        })
        .collect();
    let states = translation::states(&standings);
    let languages = said.ids();
    let sides = languages.zip(standings.into_iter().zip(states).zip(said));
    Some(Subject {
        id: id.clone(),
        sides: sides
            .map(|(language, ((standing, state), fields))| Side {
                state,
                digest: standing.exists.then_some(standing.digest),
                record: standing.record,
                spot: spot(language),
                text: Some(Text {
                    fields,
                    body: String::new(),
                }),
            })
            .collect(),
    })
}

/// Gathers what is said in a language: in each map whose keys are all languages of the site.
fn gather(way: &str, node: &Node, tag: &str, tags: &ByLanguage<Arc<str>>, found: &mut Passages) {
    match &node.value {
        Value::Map(map) if is_of_languages(map, tags) => {
            if let Some(node) = map.get(tag) {
                words(way, node, found);
            }
        }
        Value::Map(map) => {
            for (key, node) in map.iter() {
                if key.name != "slug" {
                    gather(&format!("{way}.{}", key.name), node, tag, tags, found);
                }
            }
        }
        Value::List(items) => {
            for (number, node) in items.iter().enumerate() {
                gather(&format!("{way}.{number}"), node, tag, tags, found);
            }
        }
        Value::Null | Value::Scalar(_) => {}
    }
}

fn is_of_languages(map: &Map, tags: &ByLanguage<Arc<str>>) -> bool {
    let is_tag = |name: &str| tags.iter().any(|tag| **tag == *name);
    !map.is_empty() && map.iter().all(|(key, _)| is_tag(&key.name))
}

/// Every word of a value.
fn words(way: &str, node: &Node, found: &mut Passages) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) => found.push((way.to_owned(), scalar.text.clone())),
        Value::List(items) => {
            for (number, node) in items.iter().enumerate() {
                words(&format!("{way}.{number}"), node, found);
            }
        }
        Value::Map(map) => {
            for (key, node) in map.iter() {
                words(&format!("{way}.{}", key.name), node, found);
            }
        }
    }
}

/// A record outside of an entry.
fn record_of(node: &Node, tags: &ByLanguage<Arc<str>>) -> Option<Record> {
    let Value::Map(map) = &node.value else {
        return None;
    };
    let word = |name: &str| match &map.get(name)?.value {
        Value::Scalar(scalar) => Some(scalar.text.as_str()),
        _ => None,
    };
    let of = word("of")?;
    Some(Record {
        of: tags.find(|tag| **tag == *of),
        revision: word("revision").map(Into::into),
        text: word("text").map(Into::into),
        progress: match word("state") {
            Some("machine") => Progress::Machine,
            Some("draft") => Progress::Draft,
            _ => Progress::Reviewed,
        },
        as_is: word("as_is") == Some("true"),
    })
}

/// Whether a name means what is said around entries rather than one of them.
pub(super) fn is_named(subject: &Subject, name: &str) -> bool {
    let name = name.trim_start_matches("./").trim_end_matches('/');
    let short = subject.id.strip_prefix("content/").unwrap_or(&subject.id);
    name == &*subject.id
        || name == short
        || short.ends_with(&format!("/{name}")) && name == "strings"
        || subject.sides.iter().any(|side| *side.spot.path == *name)
}

/// The name of the collection under which what is said around entries stands in a status.
pub(super) const AROUND: &str = "site";
