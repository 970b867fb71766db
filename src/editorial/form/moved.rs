//! The address of an entry follows its title, and the former one leads there.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::values::ALL;
use super::{Form, Said};
use crate::Desk;
use crate::new::file_name;
use rihla_text::language::slug;

impl Desk {
    /// The fields that a form says otherwise where the addresses of its entry follow its titles: `slug`, and
    /// `aliases` where a page was published at another. A language whose address follows the title by itself
    /// is left as it is, and so is one whose title nobody touched where another's is a new one.
    pub fn moved(&self, form: &Form, said: &Said) -> Map<String, Value> {
        let mut slugs = self.by_tag(form, said, "slug");
        let mut aliases = self.by_tag(form, said, "aliases");
        let id = &form.origin.id;
        let is_new = |tag: &str| title_in(said, tag) != title_in(&form.said, tag);
        let tags = self.config().site.languages.iter();
        let is_any_new = tags.map(|language| &*language.tag).any(is_new);
        for (number, language) in self.config().site.languages.pairs() {
            let tag = &language.tag;
            if is_any_new && !is_new(tag) {
                continue;
            }
            // An address is a folder of what is published.
            let title = title_in(said, tag).map(slug).map(file_name);
            let Some(title) = title.filter(|title| !title.is_empty()) else {
                continue;
            };
            let is_published = self.config().ledger.of(id, tag).next().is_some();
            if !is_published && !slugs.contains_key(&**tag) {
                continue;
            }
            let entry = self.graph().find(id);
            let address = entry.and_then(|entry| self.routes().entry(entry, number).cloned());
            let Some(address) = address else { continue };
            let last = address.trim_end_matches('/').rsplit('/').next();
            if last == Some(&*title) {
                continue;
            }
            let known = aliases.remove(&**tag);
            let mut known = match known {
                Some(Value::Array(known)) => known,
                Some(Value::Null) | None => Vec::new(),
                Some(one) => vec![one],
            };
            // A page does not lead to itself; where it was never published, nobody looks for it.
            let parent = address.trim_end_matches('/').rsplit_once('/');
            let now = parent.map(|(parent, _)| format!("{parent}/{title}/"));
            known.retain(|known| known.as_str() != now.as_deref());
            let was_published = |known: &Arc<str>| *known == address;
            let own = Value::from(&*address);
            let mut published = self.config().ledger.of(id, tag);
            if published.any(was_published) && !known.contains(&own) {
                known.push(own);
            }
            slugs.insert(tag.to_string(), title.into());
            aliases.insert(tag.to_string(), known.into());
        }
        let fields = [("slug", slugs), ("aliases", aliases)];
        let fields = fields.into_iter().filter(|(_, by_tag)| !by_tag.is_empty());
        fields
            .map(|(name, by_tag)| (name.to_owned(), by_tag.into()))
            .collect()
    }

    /// What a form says of a field, a value for each language that it has.
    fn by_tag(&self, form: &Form, said: &Said, name: &str) -> Map<String, Value> {
        match said.values.get(name) {
            Some(Value::Object(by_tag)) => match by_tag.get(ALL) {
                Some(all) => {
                    let tags = form.languages().into_iter();
                    tags.map(|tag| (tag.to_string(), all.clone())).collect()
                }
                None => by_tag.clone(),
            },
            _ => Map::new(),
        }
    }
}

/// The title that a form says in a language.
fn title_in<'s>(said: &'s Said, tag: &str) -> Option<&'s str> {
    match said.values.get("title")? {
        Value::Object(by_tag) => by_tag.get(tag).or_else(|| by_tag.get(ALL))?.as_str(),
        title => title.as_str(),
    }
}
