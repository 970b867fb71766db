//! The toolbar under a page: what it is, in which languages it exists, where it is written, and
//! what was found in it.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Time;

use super::load::Loaded;
use super::overlay::{self, Found, Look, counted};
use super::state::Setting;
use super::words;
use rihla_build::blocked::{self, Why};
use rihla_build::query::Site;
use rihla_diagnostics::{Diagnostic, Location, Messages, Severity, Text};
use rihla_site::config::{Config, SITE};
use rihla_site::content::Role;
use rihla_site::graph::{Entry, Publication, Version};
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::plan::{Page, PageKind};
use rihla_site::translation::State;
use rihla_text::escape::escape;
use rihla_text::language::{DateStyle, Language};

/// How many texts that are blocked are named.
const BLOCKED: usize = 30;

/// The toolbar of a page, or of none where the site could not be drawn.
pub fn toolbar(
    page: Option<(&Site, &Page)>,
    loaded: &Loaded,
    setting: &Setting,
    look: Look,
) -> String {
    let messages = look.messages;
    let mut html = format!(
        "<aside class=\"strip\" aria-label=\"{0}\"><p class=\"what\"><strong>{0}</strong>",
        words::PREVIEW.get(messages)
    );
    if let Some(at) = setting.at {
        let site = page.map(|(site, _)| site);
        let day = match (site, at.day()) {
            (Some(site), Some(day)) => match speaker(&site.config, messages) {
                Some(language) => language.date(day, DateStyle::Long),
                None => day.to_string(),
            },
            (Some(site), None) => moment(site, site.moment.now, messages),
            (None, _) => at.to_string(),
        };
        let words = words::AS_OF.with(messages, &[("day", escape(&day).into())]);
        html.push_str(&format!(" <span>{words}</span>"));
    }
    if setting.drafts {
        html.push_str(&format!(
            " <span>{}</span>",
            words::WITH_DRAFTS.get(messages)
        ));
    }
    html.push_str("</p>");
    if let Some((site, page)) = page {
        html.push_str(&languages(site, page, messages));
        html.push_str(&sources(site, page, look));
        html.push_str(&findings(site, page, loaded, look));
        if matches!(page.kind, PageKind::NotFound { .. }) {
            html.push_str(&blocked(site, look));
        }
    }
    let stopped = words::STOPPED.get(messages);
    html.push_str(&format!(
        "<p class=\"stopped\" id=\"stopped\" role=\"status\" hidden>{stopped}</p></aside>"
    ));
    html
}

/// The entry whose text or fields a page shows.
pub fn entry_of(site: &Site, page: &Page) -> Option<EntryId> {
    match page.kind {
        PageKind::Home(entry)
        | PageKind::Entry(entry)
        | PageKind::Continued(entry, _)
        | PageKind::Whole(entry) => Some(entry),
        PageKind::List(collection, _)
        | PageKind::Year(collection, ..)
        | PageKind::Narrowed(collection, ..) => {
            let name = &site.config.collections[collection].name;
            site.graph.find(&format!("{name}/_index"))
        }
        PageKind::Languages | PageKind::NotFound { .. } => None,
    }
}

/// The page in each language of the site, with the state of its text.
fn languages(site: &Site, page: &Page, messages: Messages) -> String {
    if matches!(page.kind, PageKind::Languages | PageKind::NotFound { .. }) {
        return String::new();
    }
    let label = words::LANGUAGES.get(messages);
    let mut html = format!("<ul class=\"languages\" aria-label=\"{label}\">");
    let entry = entry_of(site, page).map(|number| &site.graph.entries[number]);
    let shows_entry = !matches!(
        page.kind,
        PageKind::List(..) | PageKind::Year(..) | PageKind::Narrowed(..)
    );
    for (number, language) in site.config.site.languages.pairs() {
        let (tag, name) = (&language.tag, escape(&language.name));
        let name = match site.counterpart(page, number) {
            _ if number == page.language => format!("<b lang=\"{tag}\">{name}</b>"),
            Some(address) => format!(
                "<a href=\"{}\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a>",
                escape(&site.routes.url(&address))
            ),
            None => format!("<span lang=\"{tag}\">{name}</span>"),
        };
        let state = entry
            .filter(|_| shows_entry)
            .map(|entry| states(site, entry, number, messages).join(", "))
            .filter(|state| !state.is_empty());
        let state = state.map_or_else(String::new, |state| {
            format!(" <span class=\"state\">{}</span>", escape(&state))
        });
        html.push_str(&format!("<li>{name}{state}</li>"));
    }
    html.push_str("</ul>");
    html
}

/// What is to be said of an entry in a language; nothing where it is simply online.
fn states(site: &Site, entry: &Entry, language: LanguageId, messages: Messages) -> Vec<String> {
    let Some(version) = &entry.versions[language] else {
        let mut said = vec![if entry.meant[language] {
            words::MISSING.get(messages).into_owned()
        } else {
            words::NOT_MEANT.get(messages).into_owned()
        }];
        if let Some((shown, _)) = entry.page(language) {
            let shown = &site.config.site.languages[shown];
            let values = [("language", shown.said())];
            said.push(words::IN_ANOTHER.with(messages, &values));
        }
        return said;
    };
    let mut said = Vec::new();
    match blocked::why(entry, language) {
        Some(why @ Why::Waiting(_)) => {
            said.push(
                blocked::sentence(&site.config, entry, language, &why)
                    .get(messages)
                    .into_owned(),
            );
            if version.publication == Publication::Online {
                said.push(words::SHOWN_HERE.get(messages).into_owned());
            }
        }
        _ => said.extend(publication(site, version, messages)),
    }
    said.extend(translation(entry.states[language]).map(|words| words.get(messages).into_owned()));
    said
}

/// Why a text is not online, or is only in this preview.
fn publication(site: &Site, version: &Version, messages: Messages) -> Option<String> {
    let at = |words: Text, moment: Timestamp| {
        words.with(
            messages,
            &[("day", self::moment(site, moment, messages).into())],
        )
    };
    match &version.publication {
        Publication::Online if version.flag("draft") => {
            Some(words::DRAFT_SHOWN.get(messages).into_owned())
        }
        // Shown with the drafts, before its day.
        Publication::Online => {
            let from = version.builtin("publish_at")?;
            let from = from.instant(&site.config.site.time_zone)?;
            (from > site.moment.now).then(|| at(words::FROM, from))
        }
        Publication::Draft => Some(words::DRAFT.get(messages).into_owned()),
        Publication::From(moment) => Some(at(words::FROM, *moment)),
        Publication::Until(moment) => Some(at(words::UNTIL, *moment)),
        Publication::Gone => Some(words::GONE.get(messages).into_owned()),
        Publication::Unreviewed => Some(words::UNREVIEWED.get(messages).into_owned()),
        Publication::Waiting => Some(words::WAITING.get(messages).into_owned()),
        Publication::NotMeant => Some(words::NOT_MEANT.get(messages).into_owned()),
    }
}

/// What a text is to the other languages, where that is worth a word.
fn translation(state: Option<State>) -> Option<Text> {
    Some(match state? {
        State::Original => words::ORIGINAL,
        State::UpToDate => words::UP_TO_DATE,
        State::Outdated => words::OUTDATED,
        State::Incomplete => words::INCOMPLETE,
        State::Diverged => words::DIVERGED,
        State::Draft => words::IN_WORK,
        State::Machine => words::MACHINE,
        State::Orphan => words::ORPHAN,
        State::Missing | State::Unverified => return None,
    })
}

/// A day, and its time where that is not the first moment of the day.
fn moment(site: &Site, moment: Timestamp, messages: Messages) -> String {
    let zoned = moment.to_zoned(site.config.site.time_zone.clone());
    let is_day = zoned.time() == Time::midnight();
    match speaker(&site.config, messages) {
        Some(language) if is_day => language.date(zoned.date(), DateStyle::Long),
        Some(language) => language.date_time(&zoned),
        None if is_day => zoned.date().to_string(),
        None => zoned.strftime("%Y-%m-%d %H:%M").to_string(),
    }
}

/// The language of the site in which dates can be said to a reader of messages.
pub fn speaker(config: &Config, messages: Messages) -> Option<&Arc<Language>> {
    let languages = &config.site.languages;
    languages
        .iter()
        .find(|language| messages.of_tag(&language.tag) == Some(messages))
}

/// Where a page is written, and what draws it.
fn sources(site: &Site, page: &Page, look: Look) -> String {
    let messages = look.messages;
    let mut rows: Vec<(Cow<str>, Location)> = Vec::new();
    let text = words::SOURCE.get(messages);
    let entry = entry_of(site, page).map(|number| &site.graph.entries[number]);
    if let Some(entry) = entry
        && let Some((_, version)) = entry.page(page.language)
    {
        rows.push((text, version.place.clone()));
        let mut shared: Vec<&Arc<str>> = entry.files.iter().collect();
        shared.sort();
        shared.dedup();
        shared.retain(|file| {
            let language = site.graph.of_file(file).map(|(_, language)| language);
            language == Some(None) && **file != version.place.path
        });
        let words = words::SHARED.get(messages);
        rows.extend(
            shared
                .into_iter()
                .map(|file| (words.clone(), Location::file(file.clone()))),
        );
    } else if !matches!(page.kind, PageKind::NotFound { .. }) {
        rows.push((text, page.place.clone()));
    }
    let templates = site.config.theme.templates.iter();
    let template = templates.clone().find(|(name, _)| *name == page.template);
    if let Some((_, file)) = template {
        rows.push((words::TEMPLATE.get(messages), Location::file(file.clone())));
    }
    let mut html = String::from("<dl class=\"sources\">");
    for (label, place) in rows {
        let link = overlay::link(&place, &*site.snapshot, look);
        html.push_str(&format!("<div><dt>{label}</dt> <dd>{link}</dd></div>"));
    }
    html.push_str("</dl>");
    html
}

/// The files in which what a page says is written.
fn files(site: &Site, page: &Page) -> Vec<Arc<str>> {
    let mut files = vec![page.place.path.clone()];
    match page.kind {
        PageKind::List(collection, _)
        | PageKind::Year(collection, ..)
        | PageKind::Narrowed(collection, ..) => {
            files.push(site.config.collections[collection].path.clone());
        }
        PageKind::Languages => files.push(SITE.into()),
        _ => {}
    }
    if let Some(number) = entry_of(site, page) {
        let entry = &site.graph.entries[number];
        files.extend(entry.files.iter().cloned());
        // Images and documents that belong to the entry alone.
        if entry.role == Role::Entry && !site.config.collections[entry.collection].builtin {
            let folder = site.snapshot.under(&entry.folder);
            let is_own = entry.folder.ends_with(&*entry.id);
            files.extend(folder.filter(|_| is_own).map(|file| file.path.clone()));
        }
    }
    files
}

/// The warnings and the advice about a page; of those about others, the number.
fn findings(site: &Site, page: &Page, loaded: &Loaded, look: Look) -> String {
    let Some(snapshot) = &loaded.snapshot else {
        return String::new();
    };
    let files = files(site, page);
    let warnings = loaded.diagnostics.iter().filter(|found| !found.is_error());
    let (here, elsewhere): (Vec<_>, Vec<_>) = warnings.partition(|found| {
        let place = found.place.as_ref();
        place.is_some_and(|place| files.contains(&place.path))
    });
    let mut html = String::new();
    if !here.is_empty() {
        let found: Vec<Found> = here
            .into_iter()
            .map(|found| (found, &**snapshot as _))
            .collect();
        let count = numbers(found.iter().map(|(found, _)| *found), look);
        html.push_str(&format!(
            "<details class=\"findings\" id=\"findings\"><summary>{count}</summary>{}</details>",
            overlay::list(&found, look)
        ));
    }
    if !elsewhere.is_empty() {
        let count = match html.is_empty() {
            true => numbers(elsewhere.iter().copied(), look),
            false => elsewhere.len().to_string(),
        };
        let words = words::ELSEWHERE.with(look.messages, &[("count", count.into())]);
        html.push_str(&format!("<p class=\"elsewhere\">{words}</p>"));
    }
    html
}

/// “1 warning, 2 pieces of advice”: those of which there are any.
fn numbers<'d>(found: impl Iterator<Item = &'d Diagnostic>, look: Look) -> String {
    let (advice, warnings): (Vec<_>, Vec<_>) =
        found.partition(|found| found.severity() == Severity::Advice);
    let kinds = [
        (warnings.len(), words::WARNING),
        (advice.len(), words::ADVICE),
    ];
    let present = kinds.into_iter().filter(|(count, _)| *count > 0);
    let counts = present.map(|(count, text)| counted(count, text, look.messages));
    counts.collect::<Vec<String>>().join(", ")
}

/// What is written but not online: for a reader who does not find a page.
fn blocked(site: &Site, look: Look) -> String {
    let mut rows = Vec::new();
    for entry in &site.graph.entries {
        for (number, version) in entry.versions.pairs() {
            let Some(version) = version else { continue };
            let is_blocked = !matches!(
                version.publication,
                Publication::Online | Publication::NotMeant
            );
            if let Some(why) = publication(site, version, look.messages).filter(|_| is_blocked) {
                let language = &site.config.site.languages[number];
                rows.push(format!(
                    "<li><span lang=\"{}\">{}</span>, <span class=\"state\">{}</span> – {}</li>",
                    language.tag,
                    escape(&version.title),
                    escape(&why),
                    overlay::link(&version.place, &*site.snapshot, look)
                ));
            }
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    let more = rows.len().saturating_sub(BLOCKED);
    rows.truncate(BLOCKED);
    let mut html = format!(
        "<details class=\"findings\" id=\"held\"><summary>{}</summary><ul>{}</ul>",
        words::BLOCKED.get(look.messages),
        rows.concat()
    );
    if more > 0 {
        let words = counted(more, words::MORE, look.messages);
        html.push_str(&format!("<p>{words}</p>"));
    }
    html.push_str("</details>");
    html
}
