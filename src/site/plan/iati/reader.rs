//! Reads an entry as an activity.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Activity, Participant, Share, Who, named, twice};
use crate::config::{
    Config, Iati, ORGANISATION_EXAMPLE, ORGANISATION_IDENTIFIER, ORGANISATION_TYPES, field_at,
    is_identifier, target, unfit,
};
use crate::graph::{Entry, Graph, Version};
use crate::ids::{EntryId, LanguageId};
use crate::schema::{FieldValue, Money};
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, Location, Text, texts};

texts! {
    STATUS = "iati-status";
    DESCRIPTION = "iati-description";
    START = "iati-start";
    PARTICIPANT = "iati-participant";
    SECTOR = "iati-sector";
    COUNTRY = "iati-country";
    REGION = "iati-region";
    TYPE = "iati-organisation-type";
    IDENTIFIER = "iati-activity-identifier";
}

/// The codes of ActivityStatus, with the words that stand for them.
const STATUSES: &[(&str, u8)] = &[
    ("pipeline", 1),
    ("implementation", 2),
    ("finalisation", 3),
    ("closed", 4),
    ("cancelled", 5),
    ("suspended", 6),
];

/// The kinds of days that an activity has, by their codes of ActivityDateType.
const DATES: &[(&str, u8)] = &[
    ("planned_start", 1),
    ("actual_start", 2),
    ("planned_end", 3),
    ("actual_end", 4),
];

/// The codes of OrganisationRole.
const PARTICIPANTS: &[(&str, u8)] = &[
    ("funding", 1),
    ("accountable", 2),
    ("extending", 3),
    ("implementing", 4),
];

/// An entry while it is read.
pub(super) struct Reader<'r> {
    config: &'r Config,
    graph: &'r Graph,
    iati: &'r Iati,
    number: EntryId,
    entry: &'r Entry,
    languages: &'r [LanguageId],
    /// What holds for all languages is read from it.
    version: &'r Version,
    today: Date,
    identifier: Arc<str>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'r> Reader<'r> {
    pub fn new(
        config: &'r Config,
        graph: &'r Graph,
        iati: &'r Iati,
        number: EntryId,
        languages: &'r [LanguageId],
        version: &'r Version,
        today: Date,
    ) -> Self {
        Self {
            config,
            graph,
            iati,
            number,
            entry: &graph.entries[number],
            languages,
            version,
            today,
            identifier: Arc::default(),
            diagnostics: Vec::new(),
        }
    }

    /// The activity; none where the entry carries no identifier, or lacks what makes it one, which is told.
    /// `taken` holds the identifiers of those that were read before.
    pub fn activity(&mut self, taken: &mut Vec<(Arc<str>, Location)>) -> Option<Activity> {
        self.identifier = self.values("identifier").iter().find_map(text_of)?;
        let identifier = self.identifier.clone();
        let prefix = format!("{}-", self.iati.reference);
        if !is_identifier(&identifier) {
            self.unfit(
                "identifier",
                &identifier,
                IDENTIFIER,
                &format!("{prefix}2026-01"),
            );
        } else if !identifier.starts_with(&prefix) || identifier.len() == prefix.len() {
            let finding = Diagnostic::new(&say::IATI_PREFIX)
                .with("value", &identifier)
                .with("example", format!("{prefix}2026-01"));
            self.report(finding);
        }
        match taken.iter().find(|(known, _)| *known == identifier) {
            Some((_, other)) => {
                let finding = twice(&identifier, self.version.place.clone(), other.clone());
                self.diagnostics.push(finding);
            }
            None => taken.push((identifier.clone(), self.version.place.clone())),
        }
        let descriptions = self.descriptions();
        let participants = self.participants();
        let status = self.status();
        let dates = self.dates();
        let countries = self.countries();
        let regions = self.shares("region", "region_percent", REGION, "298", |code| {
            (1..=3).contains(&code.len()) && is_digits(code)
        });
        if countries.is_empty() && regions.is_empty() && !self.is_unfit() {
            self.missing("country", COUNTRY, "MA");
        }
        self.total(&[("country", &countries), ("region", &regions)]);
        let sectors = self.shares("sector", "sector_percent", SECTOR, "31120", |code| {
            matches!(code.len(), 3 | 5) && is_digits(code)
        });
        if sectors.is_empty() && !self.is_unfit() {
            self.missing("sector", SECTOR, "31120");
        }
        for digits in [3, 5] {
            // Each vocabulary describes the whole.
            let of: Vec<Share> = sectors
                .iter()
                .filter(|(code, _)| code.len() == digits)
                .cloned()
                .collect();
            self.total(&[("sector", &of)]);
        }
        let budgets = self.budgets(&dates);
        let is_whole = !self.diagnostics.iter().any(Diagnostic::is_error);
        is_whole.then_some(Activity {
            entry: self.number,
            languages: self.languages.to_vec(),
            identifier,
            descriptions,
            participants,
            status: status?,
            dates,
            countries,
            regions,
            sectors,
            budgets,
        })
    }

    fn report(&mut self, finding: Diagnostic) {
        let finding = finding.with("entry", &self.identifier);
        self.diagnostics
            .push(finding.placed(self.version.place.clone()));
    }

    /// Reports that something which IATI asks of each activity is not said.
    fn missing(&mut self, role: &'static str, what: Text, example: &str) {
        let (path, is_declared) = named(self.config, self.entry.collection, self.iati, role);
        let finding = Diagnostic::new(&say::IATI_MISSING)
            .with("what", what)
            .with("field", &path);
        self.report(match is_declared {
            true => finding.with("example", example),
            false => finding.with("role", role),
        });
    }

    /// Whether a value was told that is not of its form: what is missing beside it may be that one.
    fn is_unfit(&self) -> bool {
        let mut told = self.diagnostics.iter();
        told.any(|finding| finding.message == &say::IATI_VALUE)
    }

    fn unfit(&mut self, role: &str, value: &str, what: Text, example: &str) {
        let (path, _) = named(self.config, self.entry.collection, self.iati, role);
        self.report(unfit(value, &path, what, example));
    }

    fn tag(&self, language: LanguageId) -> &'r str {
        &self.config.site.languages[language].tag
    }

    fn own_tag(&self) -> &'r str {
        self.languages
            .first()
            .map_or("", |language| self.tag(*language))
    }

    /// The values of the first field of a role that has any.
    fn values(&self, role: &str) -> Vec<FieldValue> {
        let paths = self.iati.fields(role);
        let tag = self.own_tag();
        let found = paths.iter().map(|path| self.version.values(tag, path));
        let mut found = found.filter(|values| !values.is_empty());
        found.next().unwrap_or_default()
    }

    /// As [`Self::values`], each with those of other roles that stand beside it: in the same item of a list.
    fn beside<const N: usize>(
        &self,
        role: &str,
        others: [&str; N],
    ) -> Vec<(FieldValue, [Option<FieldValue>; N])> {
        let tag = self.own_tag();
        for path in self.iati.fields(role) {
            let Some((parent, leaf)) = path.rsplit_once('.') else {
                let values = self.version.values(tag, &path);
                if values.is_empty() {
                    continue;
                }
                let others = others.map(|other| self.values(other).into_iter().next());
                return values
                    .into_iter()
                    .map(|value| (value, others.clone()))
                    .collect();
            };
            let mut found = Vec::new();
            for item in self.version.values(tag, parent) {
                let Some(value) = part(&item, leaf) else {
                    continue;
                };
                let others = others.map(|other| {
                    let paths = self.iati.fields(other);
                    paths.iter().find_map(|path| match path.rsplit_once('.') {
                        Some((above, leaf)) if above == parent => part(&item, leaf),
                        _ => None,
                    })
                });
                found.push((value, others));
            }
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn descriptions(&mut self) -> Vec<(LanguageId, Arc<str>)> {
        let mut found = Vec::new();
        for path in self.iati.fields("description") {
            for language in self.languages {
                let version = self.entry.online(*language);
                let values = version.map(|version| version.values(self.tag(*language), &path));
                let text = values
                    .into_iter()
                    .flatten()
                    .find_map(|value| text_of(&value));
                found.extend(text.map(|text| (*language, text)));
            }
            if !found.is_empty() {
                return found;
            }
        }
        self.missing("description", DESCRIPTION, "…");
        found
    }

    fn status(&mut self) -> Option<u8> {
        let Some(word) = self.values("status").iter().find_map(text_of) else {
            self.missing("status", STATUS, "implementation");
            return None;
        };
        let found = STATUSES
            .iter()
            .find(|(name, code)| *name == &*word || code.to_string() == *word);
        if found.is_none() {
            let names: Vec<&str> = STATUSES.iter().map(|(name, _)| *name).collect();
            self.unfit("status", &word, STATUS, &names.join(", "));
        }
        found.map(|(_, code)| *code)
    }

    fn dates(&mut self) -> Vec<(u8, Date)> {
        let mut found: Vec<(u8, Date)> = Vec::new();
        for (role, code) in DATES {
            let Some(day) = self.values(role).iter().find_map(day_of) else {
                continue;
            };
            if code % 2 == 0 && day > self.today {
                let (path, _) = named(self.config, self.entry.collection, self.iati, role);
                let finding = Diagnostic::new(&say::IATI_FUTURE)
                    .with("field", &path)
                    .with("value", day.to_string());
                self.report(finding);
            }
            found.push((*code, day));
        }
        let day = |wanted: u8| {
            let mut days = found.iter();
            days.find(|(code, _)| *code == wanted).map(|(_, day)| *day)
        };
        for (start, end) in [(1, 3), (2, 4)] {
            if let (Some(start), Some(end)) = (day(start), day(end))
                && start > end
            {
                let finding = Diagnostic::new(&say::IATI_ORDER)
                    .with("start", start.to_string())
                    .with("end", end.to_string());
                self.report(finding);
            }
        }
        if day(1).is_none() && day(2).is_none() {
            self.missing("planned_start", START, "2026-01-31");
        }
        found
    }

    fn participants(&mut self) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        for (role, code) in PARTICIPANTS {
            for path in self.iati.fields(role) {
                let fields = &self.config.collections[self.entry.collection].schema.fields;
                let to = field_at(fields, &path).and_then(|field| target(&field.kind));
                for value in self.version.values(self.own_tag(), &path) {
                    let participant = match (&value, to) {
                        (FieldValue::Reference(name), Some(to)) => self.referred(*code, to, name),
                        _ => None,
                    };
                    // An organisation has a role once.
                    found.extend(participant.filter(|one| !found.contains(one)));
                }
                if to.is_none() {
                    found.extend(self.called(*code, &path));
                }
            }
        }
        if found.is_empty() && !self.is_unfit() {
            self.missing("implementing", PARTICIPANT, "…");
        }
        found
    }

    /// An organisation that has an entry, where that is online.
    fn referred(&mut self, role: u8, to: &str, name: &str) -> Option<Participant> {
        let (to, _) = self.config.collection(to)?;
        let number = self.graph.resolve(self.config, to, name).ok()?;
        let entry = &self.graph.entries[number];
        let mut languages = self.config.site.languages.ids();
        let version = languages.find_map(|language| entry.online(language))?;
        let said = |field: &str| version.field(field).and_then(text_of);
        let reference = said("iati_identifier");
        if let Some(text) = reference.as_ref().filter(|text| !is_identifier(text)) {
            let finding = unfit(
                text,
                "iati_identifier",
                ORGANISATION_IDENTIFIER,
                ORGANISATION_EXAMPLE,
            );
            self.report(finding.related(version.place.clone(), say::IATI_WRITTEN));
        }
        let kind = said("iati_type");
        let is_type = |kind: &str| ORGANISATION_TYPES.iter().any(|(code, _)| *code == kind);
        if let Some(text) = kind.as_ref().filter(|kind| !is_type(kind)) {
            let codes: Vec<&str> = ORGANISATION_TYPES.iter().map(|(code, _)| *code).collect();
            let finding = unfit(text, "iati_type", TYPE, &codes.join(", "));
            self.report(finding.related(version.place.clone(), say::IATI_WRITTEN));
        }
        Some(Participant {
            role,
            who: Who::Entry(number),
            reference,
            kind,
        })
    }

    /// An organisation whose name is a text.
    fn called(&self, role: u8, path: &str) -> Option<Participant> {
        let mut names = Vec::new();
        for language in self.languages {
            let version = self.entry.online(*language)?;
            let values = version.values(self.tag(*language), path);
            let words: Vec<Arc<str>> = values.iter().filter_map(text_of).collect();
            if !words.is_empty() {
                names.push((*language, words.join(", ").into()));
            }
        }
        (!names.is_empty()).then_some(Participant {
            role,
            who: Who::Named(names),
            reference: None,
            kind: None,
        })
    }

    /// The codes of a role, each once, with their shares added up.
    fn shares(
        &mut self,
        role: &'static str,
        percent: &str,
        what: Text,
        example: &str,
        is_code: impl Fn(&str) -> bool,
    ) -> Vec<Share> {
        let mut found: Vec<Share> = Vec::new();
        for (value, [share]) in self.beside(role, [percent]) {
            let Some(code) = text_of(&value) else {
                continue;
            };
            if !is_code(&code) {
                self.unfit(role, &code, what, example);
                continue;
            }
            add(&mut found, code, share.as_ref().and_then(text_of));
        }
        found
    }

    /// The countries: codes of ISO 3166-1, or of a part of a country in ISO 3166-2.
    fn countries(&mut self) -> Vec<Share> {
        let is_country =
            |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let found = self.shares("country", "country_percent", COUNTRY, "MA", |code| {
            let (country, region) = code.split_once('-').unwrap_or((code, ""));
            is_country(country) && region.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        let mut countries: Vec<Share> = Vec::new();
        for (code, share) in found {
            let country = code.split('-').next().unwrap_or_default();
            add(&mut countries, country.into(), share);
        }
        countries
    }

    /// Several codes have shares that make up the whole.
    fn total(&mut self, groups: &[(&str, &[Share])]) {
        let shares = || groups.iter().flat_map(|(_, shares)| *shares);
        let said = || shares().filter_map(|(_, share)| share.as_deref());
        if shares().count() == 0 || (shares().count() == 1 && said().count() == 0) {
            return;
        }
        let sum: f64 = said().map(number).sum();
        if said().count() == shares().count() && (sum - 100.0).abs() < 0.005 {
            return;
        }
        let codes: Vec<&str> = shares().map(|(code, _)| &**code).collect();
        let role = groups.first().map_or("", |(role, _)| *role);
        let (path, _) = named(
            self.config,
            self.entry.collection,
            self.iati,
            &format!("{role}_percent"),
        );
        let finding = Diagnostic::new(&say::IATI_SHARES)
            .with("codes", codes.join(", "))
            .with("field", &path);
        self.report(finding);
    }

    fn budgets(&mut self, dates: &[(u8, Date)]) -> Vec<(Date, Date, Money)> {
        let day = |wanted: [u8; 2]| {
            let mut days = dates.iter().rev();
            days.find(|(code, _)| wanted.contains(code))
                .map(|(_, day)| *day)
        };
        let whole = (day([1, 2]), day([3, 4]));
        let mut found = Vec::new();
        for (value, [start, end]) in self.beside("budget", ["budget_start", "budget_end"]) {
            let FieldValue::Money(money) = value else {
                continue;
            };
            let start = start.as_ref().and_then(day_of).or(whole.0);
            let end = end.as_ref().and_then(day_of).or(whole.1);
            match (start, end) {
                (Some(start), Some(end))
                    if start <= end
                        && start.checked_add(1.year()).is_ok_and(|next| end <= next) =>
                {
                    found.push((start, end, money));
                }
                _ => {
                    let (path, _) = named(self.config, self.entry.collection, self.iati, "budget");
                    let amount = format!("{} {}", money.amount, money.currency);
                    let finding = Diagnostic::new(&say::IATI_BUDGET)
                        .with("field", &path)
                        .with("value", amount);
                    self.report(finding);
                }
            }
        }
        found
    }
}

/// Adds the share of a code to what is known of it.
fn add(shares: &mut Vec<Share>, code: Arc<str>, share: Option<Arc<str>>) {
    match shares.iter_mut().find(|(known, _)| *known == code) {
        None => shares.push((code, share)),
        Some((_, sum)) => {
            let both = sum.as_deref().zip(share.as_deref());
            *sum = both.map(|(a, b)| (number(a) + number(b)).to_string().into());
        }
    }
}

/// A part of an object.
fn part(item: &FieldValue, name: &str) -> Option<FieldValue> {
    let FieldValue::Object(fields) = item else {
        return None;
    };
    let found = fields.iter().find(|(known, _)| &**known == name);
    found.map(|(_, value)| value.value.clone())
}

fn text_of(value: &FieldValue) -> Option<Arc<str>> {
    match value {
        FieldValue::Text(text)
        | FieldValue::Markdown(text)
        | FieldValue::Form(text)
        | FieldValue::Choice(text) => Some(text.trim().into()),
        FieldValue::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

fn day_of(value: &FieldValue) -> Option<Date> {
    match value {
        FieldValue::Date(day) => Some(*day),
        FieldValue::DateTime(moment) => Some(moment.date),
        _ => None,
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number of which the text was made; none where it is not one.
fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}
