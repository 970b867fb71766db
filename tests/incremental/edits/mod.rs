//! What is done to a site, one edit at a time.

mod clock;
mod files;
mod settings;
mod texts;
mod theme;

use crate::numbers::Numbers;
use crate::state::State;

/// An edit: what was done, or nothing where the site has nothing to do it to. The number is that
/// of the step, for names and words that are new.
type Edit = fn(&mut State, &mut Numbers, usize) -> Option<String>;

/// Every edit, by name, with how often it is taken.
pub const EDITS: &[(&str, usize, Edit)] = &[
    ("body", 8, texts::body),
    ("title", 5, texts::title),
    ("date", 3, texts::date),
    ("key-dropped", 3, texts::key_dropped),
    ("language-removed", 3, texts::language_removed),
    ("language-added", 4, texts::language_added),
    ("text-removed", 3, texts::removed),
    ("text-added", 5, texts::added),
    ("text-renamed", 4, texts::renamed),
    ("flag", 6, texts::flag),
    ("draft", 4, texts::draft),
    ("deadline", 4, texts::deadline),
    ("template-named", 5, texts::template),
    ("alias", 4, texts::alias),
    ("entry", 4, texts::entry),
    ("template-changed", 4, theme::template_changed),
    ("template-added", 5, theme::template_added),
    ("template-removed", 4, theme::template_removed),
    ("template-renamed", 3, theme::template_renamed),
    ("component-changed", 3, theme::component_changed),
    ("component-added", 4, theme::component_added),
    ("component-removed", 3, theme::component_removed),
    ("component-renamed", 2, theme::component_renamed),
    ("string", 4, theme::string),
    ("string-added", 3, theme::string_added),
    ("string-removed", 3, theme::string_removed),
    ("style", 3, theme::style),
    ("asset", 4, theme::asset),
    ("sharing-drawn", 2, theme::social_card_drawn),
    ("places", 3, theme::places),
    ("picture-added", 5, files::image_added),
    ("picture-replaced", 5, files::image_replaced),
    ("picture-removed", 3, files::image_removed),
    ("picture-renamed", 3, files::image_renamed),
    ("data", 5, files::data),
    ("data-renamed", 3, files::data_renamed),
    ("document", 4, files::document),
    ("document-renamed", 3, files::document_renamed),
    ("static-added", 4, files::static_added),
    ("static-changed", 4, files::static_changed),
    ("static-removed", 3, files::static_removed),
    ("static-renamed", 3, files::static_renamed),
    ("fact", 4, files::fact),
    ("definition", 3, files::definition),
    ("ledger", 4, files::ledger),
    ("collection-changed", 5, settings::collection_changed),
    ("collection-field", 4, settings::collection_field),
    ("collection-list", 3, settings::collection_list),
    ("collection-added", 4, settings::collection_added),
    ("collection-removed", 3, settings::collection_removed),
    ("collection-renamed", 3, settings::collection_renamed),
    ("menu", 5, settings::menu),
    ("former", 4, settings::former),
    ("site", 6, settings::site),
    ("setting", 6, settings::setting),
    ("language", 3, settings::language),
    ("options", 3, settings::options),
    ("hours", 6, clock::hours),
    ("midnight", 5, clock::midnight),
    ("boundary", 8, clock::boundary),
    ("days", 3, clock::days),
];

/// Does one edit; gives its name and what was done.
pub fn edit(state: &mut State, numbers: &mut Numbers, step: usize) -> (&'static str, String) {
    let all: usize = EDITS.iter().map(|(_, weight, _)| weight).sum();
    loop {
        let mut at = numbers.below(all);
        let taken = EDITS.iter().find(|(_, weight, _)| {
            let is_taken = at < *weight;
            at = at.saturating_sub(*weight);
            is_taken
        });
        let (name, _, edit) = taken.expect("one of them");
        let before = state.clone();
        match edit(state, numbers, step) {
            Some(done) => return (name, done),
            None => *state = before,
        }
    }
}
