//! Texts that are word for word those of another language.

use super::{Entry, Publication};
use crate::config::Config;
use crate::content::Part;
use crate::ids::LanguageId;
use crate::source::Snapshot;
use crate::translation::State;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Location, Span};

/// A text of fewer words may be a name, an address or a table of figures.
const FEWEST: usize = 20;

/// What begins a comment by which a writer silences a check: then the check looks at each passage.
const SILENCE: &str = "rihla:";

/// Tells the texts of an entry that go online and have the words of another language, all of them.
pub(super) fn whole_texts(
    entry: &Entry,
    parts: &[&Part],
    snapshot: &Snapshot,
    config: &Config,
) -> Vec<Diagnostic> {
    let bodies: Vec<_> = parts
        .iter()
        .filter_map(|part| {
            let body = part.body.as_ref().filter(|body| !body.is_empty)?;
            Some((part, part.language?, body))
        })
        .collect();
    let is_original =
        |language: LanguageId| entry.states.get(language) == Some(&Some(State::Original));
    let mut found = Vec::new();
    for (part, own, body) in &bodies {
        let twin = bodies.iter().find(|(_, other, twin)| {
            let comes_first = is_original(*other) || other < own;
            other != own && comes_first && !is_original(*own) && twin.words == body.words
        });
        let Some((source, of, twin)) = twin.filter(|_| is_meant_for_readers(entry, *own)) else {
            continue;
        };
        let text = snapshot.text(&part.path);
        let Some(text) = text.and_then(|text| text.get(body.span.start..body.span.end)) else {
            continue;
        };
        if !is_running(text)
            || text.contains(SILENCE)
            || entry.accepted_as_is(config, *own) == Some(*of)
        {
            continue;
        }
        let languages = &config.site.languages;
        let place = |part: &Part, span: Span| {
            let text = snapshot.text(&part.path);
            let text = text.and_then(|text| text.get(span.start..span.end));
            let blank = text.map_or(0, |text| text.len() - text.trim_start().len());
            let start = span.start + blank;
            Location::new(part.path.clone(), Span::new(start, start))
        };
        found.push(
            Diagnostic::new(&say::SAME_TEXT)
                .with("first", languages[*of].said())
                .with("second", languages[*own].said())
                .with("id", &entry.id)
                .with("tag", &languages[*own].tag)
                .placed(place(part, body.span))
                .related(place(source, twin.span), say::SOURCE_TEXT),
        );
    }
    found
}

/// Whether nothing but a day or another language keeps a text offline.
fn is_meant_for_readers(entry: &Entry, language: LanguageId) -> bool {
    let version = entry.versions[language].as_ref();
    version.is_some_and(|version| {
        matches!(
            version.publication,
            Publication::Online | Publication::From(_) | Publication::Waiting
        )
    })
}

/// Whether a text is more than a name or figures.
fn is_running(text: &str) -> bool {
    let words = text.split_whitespace();
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    words.take(FEWEST + 1).count() > FEWEST
}
