//! Why a text is not online, and when that changes.
//!
//! What is blocked is told to the team alone: nothing that is published says it.

use jiff::Timestamp;
use jiff::civil::Time;

use crate::site::config::Config;
use crate::site::graph::{Entry, Graph, Publication};
use crate::site::translation::State;
use rihla_diagnostics::{Bilingual, Messages};
use rihla_text::language::{DateStyle, names};

/// Why a text is not online.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// `draft: true`.
    Draft,
    /// `publish_at` is still to come.
    From(Timestamp),
    /// `unpublish_at` has passed.
    Until(Timestamp),
    /// `gone: true`.
    Gone,
    /// It goes online together with these languages, which are not ready.
    Waiting(Vec<usize>),
}

impl Why {
    /// The word for it in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::From(_) => "publish_at",
            Self::Until(_) => "unpublish_at",
            Self::Gone => "gone",
            Self::Waiting(_) => "release-together",
        }
    }
}

/// Why an entry is not online in a language in which it exists; `None` where it is, or is not
/// meant to be. What waits is not online though a preview shows it.
pub fn why(entry: &Entry, language: usize) -> Option<Why> {
    match entry.versions[language].as_ref()?.publication {
        Publication::Online if !entry.waits => None,
        Publication::NotMeant => None,
        Publication::Draft => Some(Why::Draft),
        Publication::From(from) => Some(Why::From(from)),
        Publication::Until(until) => Some(Why::Until(until)),
        Publication::Gone => Some(Why::Gone),
        Publication::Online | Publication::Waiting => Some(Why::Waiting(
            (0..entry.versions.len())
                .filter(|other| entry.meant[*other] && !entry.is_ready(*other))
                .collect(),
        )),
    }
}

/// The moment at which this changes by itself, as far as that is known: `publish_at`, also that of
/// the languages for which a text waits where nothing else keeps them.
pub fn date(entry: &Entry, why: &Why) -> Option<Timestamp> {
    match why {
        Why::From(moment) | Why::Until(moment) => Some(*moment),
        Why::Draft | Why::Gone => None,
        Why::Waiting(others) => {
            let moment = |other: &usize| {
                let is_right = !entry.states[*other].is_some_and(State::holds_back);
                match entry.versions[*other].as_ref()?.publication {
                    Publication::From(from) if is_right => Some(from),
                    _ => None,
                }
            };
            let moments: Option<Vec<Timestamp>> = others.iter().map(moment).collect();
            moments?.into_iter().max()
        }
    }
}

/// Why an entry is not online in a language, in words, without a full stop.
pub fn sentence(
    config: &Config,
    entry: &Entry,
    language: usize,
    why: &Why,
    messages: Messages,
) -> String {
    said(config, (entry, language), why, Subject::Text, messages)
}

/// What a sentence speaks of: in French, what is said agrees with it.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    /// « le texte »
    Text,
    /// « sa version française, qui… »
    Version,
}

impl Subject {
    /// What is said of it, of the words for both.
    fn of(self, text: &'static str, version: &'static str) -> &'static str {
        match self {
            Self::Text => text,
            Self::Version => version,
        }
    }
}

fn said(
    config: &Config,
    (entry, language): (&Entry, usize),
    why: &Why,
    subject: Subject,
    messages: Messages,
) -> String {
    let words = |en, fr| Bilingual { en, fr }.get(messages);
    let dated = |en, fr, at| words(en, fr).replace("{day}", &moment(config, at, messages));
    match why {
        Why::Draft if is_begun(entry, language) => {
            reason(State::Draft, subject, messages).to_owned()
        }
        Why::Draft => words(
            subject.of("a draft", "is a draft"),
            subject.of("un brouillon", "est un brouillon"),
        )
        .to_owned(),
        Why::From(at) => dated(
            "goes online on {day}",
            subject.of("sera mis en ligne le {day}", "sera mise en ligne le {day}"),
            *at,
        ),
        Why::Until(at) => dated(
            "was taken offline on {day}",
            subject.of(
                "a été retiré du site le {day}",
                "a été retirée du site le {day}",
            ),
            *at,
        ),
        Why::Gone => words(
            "was taken offline for good",
            subject.of(
                "a été retiré définitivement",
                "a été retirée définitivement",
            ),
        )
        .to_owned(),
        Why::Waiting(others) => {
            let waits = others.iter().filter(|other| **other != language);
            let waits: Vec<String> = waits
                .map(|other| waits_for(config, entry, *other, messages))
                .collect();
            let own = entry.states[language].filter(|state| state.holds_back());
            match own {
                // It is not ready itself.
                Some(state) if waits.is_empty() => reason(state, subject, messages).to_owned(),
                _ => waits.join(words("; ", " ; ")),
            }
        }
    }
}

/// Whether a text is a draft because its translation is.
fn is_begun(entry: &Entry, language: usize) -> bool {
    let version = entry.versions[language].as_ref();
    version.is_some_and(|version| !version.flag("draft"))
}

/// “waits for its English version, which …”
fn waits_for(config: &Config, entry: &Entry, other: usize, messages: Messages) -> String {
    let name = adjective(config, other, messages);
    let subject = Subject::Version;
    let reason = match entry.states[other].filter(|state| state.holds_back()) {
        Some(state) => reason(state, subject, messages).to_owned(),
        None => match why(entry, other).filter(|why| !matches!(why, Why::Waiting(_))) {
            Some(why) => said(config, (entry, other), &why, subject, messages),
            None => reason(State::Missing, subject, messages).to_owned(),
        },
    };
    match messages {
        Messages::En => format!("waits for its {name} version, which {reason}"),
        Messages::Fr => format!("attend sa version {name}, qui {reason}"),
    }
}

/// What a state keeps a text from.
fn reason(state: State, subject: Subject, messages: Messages) -> &'static str {
    let (en, fr) = match state {
        State::Missing => ("is missing", "manque"),
        State::Draft => ("is being translated", "est en cours de traduction"),
        State::Machine => (
            "was made by a machine and is to be reviewed",
            "vient d’une machine et reste à relire",
        ),
        State::Incomplete => (
            "is incomplete",
            subject.of("est incomplet", "est incomplète"),
        ),
        State::Outdated | State::Diverged => ("is out of date", "n’est plus à jour"),
        State::Original | State::UpToDate | State::Unverified | State::Orphan => (
            "is not ready",
            subject.of("n’est pas prêt", "n’est pas prête"),
        ),
    };
    match messages {
        Messages::En => en,
        Messages::Fr => fr,
    }
}

/// How a sentence calls a version in a language: “French”, “française”; else by its own name.
pub fn adjective(config: &Config, language: usize, messages: Messages) -> String {
    let language = &config.site.languages[language];
    names::adjective(&language.tag, &language.name, messages)
}

/// A day, with its time and the place whose time it is where that is not the first moment of the
/// day.
pub fn moment(config: &Config, at: Timestamp, messages: Messages) -> String {
    let zone = &config.site.time_zone;
    let zoned = at.to_zoned(zone.clone());
    let is_day = zoned.time() == Time::midnight();
    let languages = config.site.languages.iter();
    let speaker = languages
        .clone()
        .find(|language| Messages::of_tag(&language.tag) == Some(messages));
    let day = match speaker {
        Some(language) => language.date(zoned.date(), DateStyle::Long),
        None => zoned.date().to_string(),
    };
    if is_day {
        return day;
    }
    let time = zoned.strftime("%H:%M").to_string();
    let place = zone.iana_name().and_then(|name| name.rsplit('/').next());
    let place = place.map(|place| place.replace('_', " "));
    match (messages, place) {
        (Messages::En, Some(place)) => format!("{day} at {time} in {place}"),
        (Messages::En, None) => format!("{day} at {time}"),
        (Messages::Fr, place) => {
            let time = time.replacen(':', " h ", 1);
            let time = time.strip_suffix(" 00").unwrap_or(&time);
            let time = time.strip_prefix('0').unwrap_or(time);
            match place {
                Some(place) => format!("{day} à {time} ({place})"),
                None => format!("{day} à {time}"),
            }
        }
    }
}

/// The moments after `now` at which something goes online or offline.
pub fn moments<'g>(
    config: &'g Config,
    graph: &'g Graph,
    now: Timestamp,
) -> impl Iterator<Item = Timestamp> + 'g {
    let zone = &config.site.time_zone;
    let entries = graph.entries.iter();
    let versions = entries.flat_map(|entry| entry.versions.iter().flatten());
    versions
        .flat_map(move |version| {
            let moment = |name| version.builtin(name).and_then(|value| value.instant(zone));
            [moment("publish_at"), moment("unpublish_at")]
        })
        .flatten()
        .filter(move |moment| *moment > now)
}
