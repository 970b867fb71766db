//! Why a page was rendered, in words.

use super::cache::Reason;
use crate::query::Query;
use rihla_diagnostics::{Messages, Text, Value};

/// The sentence, without a full stop.
pub fn sentence(reason: &Reason, messages: Messages) -> String {
    macro_rules! say {
        ($id:literal $(, $name:literal = $value:expr)*) => {
            Text($id).with(messages, &[$(($name, Value::from($value))),*])
        };
    }
    let query = match reason {
        Reason::Off => return say!("explain-nothing-is-remembered"),
        Reason::First => {
            return say!("explain-there-is-no-memory-of-this");
        }
        Reason::Odd => {
            return say!("explain-the-memory-of-this-folder-cannot");
        }
        Reason::Version => {
            return say!("explain-the-memory-was-left-by-another");
        }
        Reason::Configuration => {
            return say!("explain-content-site-yaml-or-the-address");
        }
        Reason::New => return say!("explain-the-page-is-new"),
        Reason::File => {
            return say!("explain-its-file-is-not-what-the");
        }
        Reason::Answer(query) => query,
    };
    match &**query {
        Query::Page(_) => say!("explain-its-own-text-fields-or-list"),
        Query::DrawnBy(_) => say!("explain-another-template-draws-it"),
        Query::Template(name) => say!("explain-the-template-or-one-that-it", "name" = name),
        Query::Site(_) | Query::Accessibility(_) => say!("explain-what-the-site-says-of-itself"),
        Query::Entry { id, .. } => say!("explain-has-changed", "id" = id),
        Query::Entries(list) => match &list.collection {
            Some(name) => say!("explain-the-list-of-that-it-shows", "name" = name),
            None => say!("explain-a-list-that-it-shows-has"),
        },
        Query::Fields(name) => say!("explain-the-fields-of-have-changed", "name" = name),
        Query::Collections(_) => say!("explain-the-collections-of-the-site-have"),
        Query::Sheet { collection, .. } => {
            say!("explain-the-fields-of-have-changed", "name" = collection)
        }
        Query::Backlinks { id, .. } => say!("explain-what-refers-to-has-changed", "id" = id),
        Query::Related { .. } => say!("explain-the-entries-related-to-it-have"),
        Query::Neighbours { .. } => say!("explain-the-entries-before-and-after-it"),
        Query::Children { .. } => say!("explain-the-pages-beneath-it-have-changed"),
        Query::Terms(_) | Query::Definitions(_) | Query::Definition { .. } => {
            say!("explain-the-terms-that-it-explains-have")
        }
        Query::Guide(_) => say!("explain-the-parts-of-its-guide-have"),
        Query::Url { to, .. } => say!("explain-the-address-of-has-changed", "to" = to),
        Query::Translations(_) | Query::Alternates(_) => {
            say!("explain-the-same-page-in-other-languages")
        }
        Query::Languages => say!("explain-the-languages-of-the-site-have"),
        Query::Menu { name, .. } => say!("explain-the-menu-has-changed", "name" = name),
        Query::Breadcrumbs(_) => say!("explain-the-pages-above-it-have-changed"),
        Query::StructuredData(_) => say!("explain-what-search-engines-are-told"),
        Query::Feeds { .. } => say!("explain-the-feeds-have-changed"),
        Query::Asset(name) => say!("explain-the-file-of-the-theme-has", "name" = name),
        Query::File(path) => say!("explain-the-file-has-changed", "path" = path),
        Query::Data { path, .. } => say!("explain-the-figures-in-have-changed", "path" = path),
        Query::Calendars(_) => say!("explain-the-calendars-that-it-offers-have"),
        Query::Datasets { .. } => say!("explain-the-data-that-it-offers-has"),
        Query::Tally(tally) => say!(
            "explain-the-entries-of-that-it-counts",
            "name" = &tally.collection
        ),
        Query::Download(path) => say!("explain-the-file-that-it-offers-has", "path" = path),
        Query::Slot(name) => say!("explain-the-place-for-pictures-has-changed", "name" = name),
        Query::Image { file, .. } => say!("explain-the-picture-or-what-is-made", "file" = file),
        Query::Figures { .. } => say!("explain-the-figures-that-it-offers-have"),
        Query::SocialCard(_) => say!("explain-the-picture-that-other-sites-show"),
        Query::Link { destination, .. } => say!(
            "explain-its-link-leads-elsewhere",
            "destination" = destination
        ),
        Query::Phrase { key, .. } => say!("explain-the-string-of-the-theme-has", "key" = key),
        Query::Block { id, .. } => say!("explain-the-block-has-changed", "id" = id),
        Query::Fact { id, .. } => say!("explain-the-fact-has-changed", "id" = id),
        Query::Past(_) | Query::Passed(_) | Query::Year => {
            say!("explain-time-has-passed")
        }
    }
}
