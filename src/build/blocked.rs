//! Why a text is not online, and when that changes.
//!
//! What is blocked is told to the team alone: nothing that is published says it.

use jiff::Timestamp;
use jiff::civil::Time;

use rihla_diagnostics::{Text, Value};
use rihla_site::config::Config;
use rihla_site::graph::{Entry, Graph, Publication};
use rihla_site::ids::LanguageId;
use rihla_site::translation::State;
use rihla_text::language::DateStyle;

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
    /// `review: true` of its collection, and no `reviewed_by`.
    Unreviewed,
    /// It goes online together with these languages, which are not ready.
    Waiting(Vec<LanguageId>),
}

impl Why {
    /// The word for it in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::From(_) => "publish_at",
            Self::Until(_) => "unpublish_at",
            Self::Gone => "gone",
            Self::Unreviewed => "review",
            Self::Waiting(_) => "release-together",
        }
    }
}

/// Why an entry is not online in a language in which it exists; `None` where it is, or is not
/// meant to be. What waits is not online though a preview shows it.
pub fn why(entry: &Entry, language: LanguageId) -> Option<Why> {
    match entry.versions[language].as_ref()?.publication {
        Publication::Online if !entry.waits => None,
        Publication::NotMeant => None,
        Publication::Draft => Some(Why::Draft),
        Publication::From(from) => Some(Why::From(from)),
        Publication::Until(until) => Some(Why::Until(until)),
        Publication::Gone => Some(Why::Gone),
        Publication::Unreviewed => Some(Why::Unreviewed),
        Publication::Online | Publication::Waiting => Some(Why::Waiting(
            entry
                .versions
                .ids()
                .filter(|other| entry.awaited[*other] && !entry.is_ready(*other))
                .collect(),
        )),
    }
}

/// The moment at which this changes by itself, as far as that is known: `publish_at`, also that of
/// the languages for which a text waits where nothing else keeps them.
pub fn date(entry: &Entry, why: &Why) -> Option<Timestamp> {
    match why {
        Why::From(moment) | Why::Until(moment) => Some(*moment),
        Why::Draft | Why::Gone | Why::Unreviewed => None,
        Why::Waiting(others) => {
            let moment = |other: &LanguageId| {
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
pub fn sentence(config: &Config, entry: &Entry, language: LanguageId, why: &Why) -> Value {
    match why {
        Why::Waiting(others) => {
            let waits = others.iter().filter(|other| **other != language);
            let waits = waits.map(|other| waits_for(config, entry, *other));
            let waits = waits.reduce(|first, second| {
                let both = [("first", first), ("second", second)];
                Value::phrase(Text("blocked-both"), both)
            });
            let own = entry.states[language].filter(|state| state.holds_back());
            match (waits, own) {
                (Some(waits), _) => waits,
                // It is not ready itself.
                (None, Some(state)) => reason(state, false).into(),
                (None, None) => Value::Text(String::new()),
            }
        }
        why => alone(config, entry, language, why, false),
    }
}

/// Why it is not online for itself: as a sentence, or as the end of one that speaks of its version.
fn alone(
    config: &Config,
    entry: &Entry,
    language: LanguageId,
    why: &Why,
    is_version: bool,
) -> Value {
    let choose = |text, version| Text(if is_version { version } else { text });
    let dated = |text, at| Value::phrase(text, [("day", moment(config, at))]);
    match why {
        Why::Draft if is_begun(entry, language) => reason(State::Draft, is_version).into(),
        Why::Draft => choose("blocked-draft", "blocked-draft-version").into(),
        Why::From(at) => dated(choose("blocked-from", "blocked-from-version"), *at),
        Why::Until(at) => dated(choose("blocked-until", "blocked-until-version"), *at),
        Why::Gone => choose("blocked-gone", "blocked-gone-version").into(),
        Why::Unreviewed => choose("blocked-unreviewed", "blocked-unreviewed-version").into(),
        Why::Waiting(_) => reason(State::Missing, is_version).into(),
    }
}

/// Whether a text is a draft because its translation is.
fn is_begun(entry: &Entry, language: LanguageId) -> bool {
    let version = entry.versions[language].as_ref();
    version.is_some_and(|version| !version.flag("draft"))
}

/// “waits for its English version, which …”
fn waits_for(config: &Config, entry: &Entry, other: LanguageId) -> Value {
    let reason = match entry.states[other].filter(|state| state.holds_back()) {
        Some(state) => reason(state, true).into(),
        None => match why(entry, other) {
            Some(why) => alone(config, entry, other, &why, true),
            None => reason(State::Missing, true).into(),
        },
    };
    let version = config.site.languages[other].version_said();
    Value::phrase(
        Text("blocked-waits"),
        [("version", version), ("why", reason)],
    )
}

/// What a state keeps a text from, said of the text or of a version of it.
fn reason(state: State, is_version: bool) -> Text {
    let choose = |text, version| if is_version { version } else { text };
    Text(match state {
        State::Missing => "blocked-missing",
        State::Draft => "blocked-translation",
        State::Machine => "blocked-machine",
        State::Incomplete => choose("blocked-incomplete", "blocked-incomplete-version"),
        State::Outdated | State::Diverged => "blocked-outdated",
        State::Original | State::UpToDate | State::Unverified | State::Orphan => {
            choose("blocked-not-ready", "blocked-not-ready-version")
        }
    })
}

/// A day, with its time and the place whose time it is where that is not the first moment of the
/// day.
pub fn moment(config: &Config, at: Timestamp) -> Value {
    let zone = &config.site.time_zone;
    let zoned = at.to_zoned(zone.clone());
    let is_day = zoned.time() == Time::midnight();
    // Dates are set by the languages of the site.
    let said = config.site.languages.iter().map(|language| {
        let date = language.date(zoned.date(), DateStyle::Long);
        (language.tag.to_string(), date)
    });
    let day = Value::Each(said.collect(), zoned.date().to_string());
    if is_day {
        return day;
    }
    let place = zone.iana_name().and_then(|name| name.rsplit('/').next());
    let place = place.map(|place| place.replace('_', " "));
    let values = [
        ("day", day),
        ("time", zoned.strftime("%H:%M").to_string().into()),
        ("hour", Value::Count(zoned.hour().unsigned_abs().into())),
        ("minute", Value::Count(zoned.minute().unsigned_abs().into())),
        ("minutes", zoned.strftime("%M").to_string().into()),
        ("place", place.clone().unwrap_or_default().into()),
    ];
    let id = match place {
        Some(_) => "blocked-moment-at",
        None => "blocked-moment",
    };
    Value::phrase(Text(id), values)
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
