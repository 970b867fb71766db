//! `urls.lock`: every address that the site has published.
//!
//! A line is an address without the base, the tag of its language and the id of its entry,
//! with a space between them; lines are ordered, so that two branches that publish different
//! things merge without conflict. A line that begins with `#` is a comment. Where the file of an
//! entry was renamed since, `?first=` after its id is what it was first called: feed readers know
//! it by that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::source::LEDGER;
use rihla_diagnostics::catalogue::route as say;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_text::url::{composed, decoded};

/// What stands at the head of the file.
const HEAD: &str = "\
# The addresses that this site has published: address, language, entry.
# Written where the site is published; keep it in version control. Old addresses keep answering.
";

/// What stands between the id of an entry and what it was first called.
const FIRST: &str = "?first=";

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The tag of the language.
    pub tag: Arc<str>,
    /// The id of the entry; of a list, that of its text (`news/_index`), with `?year=2017`
    /// for the list of a year.
    pub id: Arc<str>,
    /// What the entry was called when it was first published, where that is not its id.
    pub first: Option<Arc<str>>,
    /// Where the line stands; empty for one that is to be added.
    pub span: Span,
}

/// The addresses that a site has published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    by_address: BTreeMap<Arc<str>, Published>,
    /// Id and tag → addresses, ordered.
    by_entry: BTreeMap<Key, BTreeSet<Arc<str>>>,
    /// What renamed entries were first called, and the tags.
    by_first: BTreeSet<Key>,
}

/// Id and tag.
type Key = (Arc<str>, Arc<str>);

impl Ledger {
    /// Reads the text of `urls.lock`; wrong lines are reported and left out.
    pub fn parse(text: &str) -> (Self, Vec<Diagnostic>) {
        let mut ledger = Self::default();
        let mut diagnostics = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.trim_end().len());
            at += line.len();
            let line = line.trim_end();
            let mut report = |message| {
                diagnostics.push(Diagnostic::at(message, LEDGER, span));
            };
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
                .iter()
                .any(|mark| line.starts_with(mark))
            {
                report(&say::LEDGER_CONFLICT);
                continue;
            }
            let mut parts = line.splitn(3, ' ');
            let (Some(address), Some(tag), Some(id)) = (parts.next(), parts.next(), parts.next())
            else {
                report(&say::LEDGER_LINE);
                continue;
            };
            if !address.starts_with('/') || tag.is_empty() || id.is_empty() {
                report(&say::LEDGER_LINE);
                continue;
            }
            let (address, id) = (&*decoded(address), &*composed(id));
            let (id, first) = match id.split_once(FIRST) {
                Some((id, first)) => (id, Some(first.into())),
                None => (id, None),
            };
            let published = Published {
                tag: tag.into(),
                id: id.into(),
                first,
                span,
            };
            let first = ledger.get(address).cloned();
            ledger.insert(&address.into(), published.clone());
            if let Some(first) = first
                && (first.tag != published.tag || first.id != published.id)
            {
                diagnostics.push(
                    Diagnostic::at(&say::LEDGER_TWICE, LEDGER, span)
                        .with("address", address)
                        .related(Location::new(LEDGER, first.span), say::LEDGER_FIRST),
                );
            }
        }
        (ledger, diagnostics)
    }

    /// What was published at an address.
    pub fn get(&self, address: &str) -> Option<&Published> {
        self.by_address.get(address)
    }

    /// Every address with what was published there, ordered.
    pub fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &Published)> {
        self.by_address.iter()
    }

    /// The addresses of an entry in a language, ordered.
    pub fn of(&self, id: &Arc<str>, tag: &Arc<str>) -> impl Iterator<Item = &Arc<str>> {
        self.by_entry
            .get(&(id.clone(), tag.clone()))
            .into_iter()
            .flatten()
    }

    fn insert(&mut self, address: &Arc<str>, published: Published) {
        let key = |published: &Published| (published.id.clone(), published.tag.clone());
        let own = key(&published);
        let first = published.first.clone();
        if let Some(before) = self.by_address.insert(address.clone(), published)
            && let Some(addresses) = self.by_entry.get_mut(&key(&before))
        {
            addresses.remove(address);
        }
        if let Some(first) = first {
            self.by_first.insert((first, own.1.clone()));
        }
        self.by_entry
            .entry(own)
            .or_default()
            .insert(address.clone());
    }

    /// The ids that have an address, in any language.
    pub fn ids(&self) -> BTreeSet<Arc<str>> {
        self.by_address
            .values()
            .map(|published| published.id.clone())
            .collect()
    }

    /// Whether something else was first published in a language under the id that an entry has now.
    pub fn is_first_of_another(&self, id: &Arc<str>, tag: &Arc<str>) -> bool {
        self.by_first.contains(&(id.clone(), tag.clone()))
    }

    /// Adds an address, or gives it to the entry that has it now; `first` is what the entry was
    /// called when it was first published. Tells whether that is news.
    pub fn add(
        &mut self,
        address: &Arc<str>,
        tag: &Arc<str>,
        id: &Arc<str>,
        first: Arc<str>,
    ) -> bool {
        let is_known = self
            .get(address)
            .is_some_and(|known| known.tag == *tag && known.id == *id);
        if !is_known {
            let published = Published {
                tag: tag.clone(),
                id: id.clone(),
                first: (first != *id).then_some(first),
                span: Span::default(),
            };
            self.insert(address, published);
        }
        !is_known
    }

    /// How many addresses it has that `other` lacks, or has for another page.
    pub fn news(&self, other: &Self) -> usize {
        let is_known = |(address, published): &(&Arc<str>, &Published)| {
            other
                .get(address)
                .is_some_and(|known| known.tag == published.tag && known.id == published.id)
        };
        self.iter().filter(|line| !is_known(line)).count()
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (address, published) in &self.by_address {
            let Published { tag, id, first, .. } = published;
            text.push_str(&format!("{address} {tag} {id}"));
            if let Some(first) = first {
                text.push_str(&format!("{FIRST}{first}"));
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut ledger = Ledger::default();
        for (address, tag, id, first) in [
            ("/fr/b/", "fr", "news/b c", "news/b c"),
            ("/en/a/", "en", "news/a", "news/z y"),
            ("/fr/actualites/", "fr", "news/_index", "news/_index"),
        ] {
            assert!(ledger.add(&address.into(), &tag.into(), &id.into(), first.into()));
        }
        let a = "news/a".into();
        assert!(!ledger.add(&"/en/a/".into(), &"en".into(), &a, a.clone()));
        let (read, problems) = Ledger::parse(&ledger.text());
        assert_eq!(problems, []);
        assert_eq!(read.text(), ledger.text());
        let first = read.get("/en/a/").and_then(|line| line.first.as_deref());
        assert_eq!(first, Some("news/z y"));
        assert!(read.is_first_of_another(&"news/z y".into(), &"en".into()));
        assert!(!read.is_first_of_another(&"news/z y".into(), &"fr".into()));
        assert_eq!(read.of(&"news/a".into(), &"en".into()).count(), 1);
        assert_eq!(read.of(&"news/a".into(), &"fr".into()).count(), 0);
    }

    #[test]
    fn wrong_lines_are_told() {
        let text = "/a/ fr x\n/a/ fr y\nb fr z\n/c/ fr\n<<<<<<< main\n/d/ fr d\n=======\n";
        let (ledger, problems) = Ledger::parse(text);
        let codes: Vec<_> = problems.iter().map(|d| d.message.code).collect();
        assert_eq!(
            codes,
            [
                "ledger-twice",
                "ledger-line",
                "ledger-line",
                "ledger-conflict",
                "ledger-conflict"
            ]
        );
        assert!(ledger.get("/d/").is_some());
    }
}
