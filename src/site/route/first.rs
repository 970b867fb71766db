//! What was published under which name first: feed readers know it by that.

use std::sync::Arc;

use super::former::aliases_of;
use crate::config::Config;
use crate::graph::Graph;
use crate::ids::LanguageId;
use crate::schema::FieldValue;

/// What something with a page was called in a language when it was first published: the id that
/// it had then. A file that was renamed has the address, or an alias, of an entry that is no more.
/// What came to an id after another entry had been known by it is called by its address.
pub(super) fn first_name(
    graph: &Graph,
    config: &Config,
    id: &Arc<str>,
    language: LanguageId,
    address: &Arc<str>,
) -> Arc<str> {
    let (ledger, tag) = (&config.ledger, &config.site.languages[language].tag);
    let line = |address: &Arc<str>| {
        let line = ledger.get(address).filter(|line| line.tag == *tag)?;
        let first = || line.first.clone().unwrap_or_else(|| line.id.clone());
        (line.id == *id || graph.find(&line.id).is_none()).then(first)
    };
    if let Some(first) = line(address) {
        return first;
    }
    if ledger.is_first_of_another(id, tag) {
        return address.clone();
    }
    let version = graph
        .find(id)
        .and_then(|number| graph.entries[number].versions[language].as_ref());
    let aliases = version.map_or(&[][..], aliases_of).iter();
    let mut aliases = aliases.filter_map(|alias| match &alias.value {
        FieldValue::Text(alias) => line(alias),
        _ => None,
    });
    let mut own = ledger.of(id, tag).filter_map(line);
    own.next()
        .or_else(|| aliases.next())
        .unwrap_or_else(|| id.clone())
}
