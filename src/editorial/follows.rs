//! What follows once an entry is saved and the site is published: where each of its languages stands then.
//!
//! Two sites are compared, linked as they are published: as the files are, and as they would be.

use std::sync::Arc;

use serde::Serialize;

use super::{Desk, words as state_words};
use rihla_build::blocked::{self, Why};
use rihla_diagnostics::{Messages, Text, Value};
use rihla_site::config::Release;
use rihla_site::graph::{Entry, Publication, Version};
use rihla_site::ids::LanguageId;
use rihla_site::schema::FieldValue;
use rihla_site::translation::State;
use rihla_text::url::decoded;

/// Where a language of an entry will stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The tag of the language.
    pub language: Arc<str>,
    /// Its name, in itself.
    pub name: Arc<str>,
    /// Sentences without a full stop: whether it is online, where, until when, what its page says of itself.
    pub words: Vec<String>,
    /// Whether that is another than now.
    pub is_new: bool,
}

/// Where the languages of an entry will stand, in the order of the site: those that exist, before or after.
pub fn follows(before: &Desk, after: &Desk, id: &str, messages: Messages) -> Vec<Standing> {
    let languages = after.config().site.languages.pairs();
    let known: Arc<str> = id.into();
    let standings = languages.filter_map(|(number, language)| {
        let earlier = Seen::of(before, id, number);
        let was = earlier.as_ref().map(|seen| seen.words(messages));
        let seen = Seen::of(after, id, number);
        let mut words = seen.as_ref().map(|seen| seen.words(messages));
        let mut is_new = was != words;
        let (was, is) = (state(before, id, number), state(after, id, number));
        if let Some(is) = is.filter(|is| was.is_some_and(|was| was != *is)) {
            let values = [("state", Value::from(state_words(is, messages)))];
            is_new = true;
            let said = Text("follows-translation").with(messages, &values);
            words.get_or_insert_default().push(said);
        }
        let now = seen.and_then(|seen| seen.address);
        // What was never published is nowhere else.
        let ledger = &after.config().ledger;
        let own = |former: &Arc<str>| {
            let mut published = ledger.of(&known, &language.tag);
            now.as_ref() != Some(former) && published.any(|address| address == former)
        };
        let former = earlier.and_then(|seen| seen.address);
        if let Some(former) = former.filter(own) {
            let values = [("address", Value::from(decoded(&former)))];
            let said = Text(moved(after, &former)).with(messages, &values);
            words.get_or_insert_default().push(said);
        }
        Some(Standing {
            language: language.tag.clone(),
            name: language.name.clone(),
            words: words?,
            is_new,
        })
    });
    standings.collect()
}

/// What a language of an entry is to the others.
fn state(desk: &Desk, id: &str, language: LanguageId) -> Option<State> {
    let number = desk.graph().find(id)?;
    desk.graph().entries[number].states[language]
}

/// What becomes of an address that a page had: the id of a text.
fn moved(after: &Desk, former: &Arc<str>) -> &'static str {
    let routes = after.routes();
    let mut redirects = routes.redirects.iter();
    if redirects.any(|found| found.from == *former) {
        return "follows-leads";
    }
    match routes.gone.contains(former) {
        true => "follows-gone",
        false => "follows-lost",
    }
}

/// A language of an entry in a site.
struct Seen<'d> {
    desk: &'d Desk,
    entry: &'d Entry,
    language: LanguageId,
    version: &'d Version,
    /// Where its page stands; `None` where it has none.
    address: Option<Arc<str>>,
}

impl<'d> Seen<'d> {
    fn of(desk: &'d Desk, id: &str, language: LanguageId) -> Option<Self> {
        let number = desk.graph().find(id)?;
        let entry: &Entry = &desk.graph().entries[number];
        let version = entry.versions[language].as_ref()?;
        let address = desk.address(number, language);
        Some(Self {
            desk,
            entry,
            language,
            version,
            address: address.filter(|_| version.publication == Publication::Online),
        })
    }

    /// From when on it is no longer online.
    fn until(&self, messages: Messages) -> Option<String> {
        let config = self.desk.config();
        let until = self.version.builtin("unpublish_at")?;
        let until = until.instant(&config.site.time_zone)?;
        let values = [("day", blocked::moment(config, until))];
        Some(Text("follows-until").with(messages, &values))
    }

    fn words(&self, messages: Messages) -> Vec<String> {
        let said = |id: &'static str| Text(id).get(messages).into_owned();
        let config = self.desk.config();
        if self.version.publication == Publication::Draft && self.version.flag("draft") {
            return vec![said("follows-draft")];
        }
        if let Some(why) = blocked::why(self.entry, self.language) {
            let sentence = blocked::sentence(config, self.entry, self.language, &why);
            let mut words = vec![Text("follows-offline").with(messages, &[("why", sentence)])];
            if matches!(why, Why::From(_)) {
                // A day alone does not bring it online.
                let state = self.entry.states[self.language].filter(|state| state.holds_back());
                if let Some(state) = state.filter(|_| self.entry.release == Release::Together) {
                    let values = [("state", Value::from(state_words(state, messages)))];
                    words.push(Text("follows-held").with(messages, &values));
                }
                words.extend(self.until(messages));
            }
            return words;
        }
        if self.version.publication == Publication::NotMeant {
            return vec![said("follows-not-meant")];
        }
        let mut words = vec![match &self.address {
            Some(address) => {
                let values = [("address", Value::from(decoded(address)))];
                Text("follows-online").with(messages, &values)
            }
            None => said("follows-shown"),
        }];
        words.extend(self.until(messages));
        if self.version.builtin("withdrawn").is_some() {
            words.push(said("follows-withdrawn"));
        }
        if self.version.flag("archived") {
            words.push(said("follows-archived"));
        }
        if let Some(FieldValue::List(corrections)) = self.version.builtin("corrections") {
            let values = [("count", Value::Count(corrections.len()))];
            words.push(Text("follows-corrections").with(messages, &values));
        }
        words
    }
}
