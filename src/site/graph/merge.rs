//! The parts of one entry become the entry.

mod moments;
mod whole;

use std::sync::Arc;

use super::dated::no_day;
use super::renamed::Orphans;
use super::{Entry, Moment, Publication, Version, date_of_name};
use crate::config::{Config, Untranslated};
use crate::content::{Part, Role};
use crate::ids::{ByLanguage, LanguageId};
use crate::schema::{self, FieldValue, Missing, Schema, Spanned};
use crate::source::Snapshot;
use crate::translation::{self, Progress, Record, Standing, State};
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::catalogue::schema as fields;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Location, Span};
use rihla_text::language::names;
use whole::{Whole, in_language, policy, release, speaks, speaks_at_all};

pub(super) struct Merger<'a> {
    pub config: &'a Config,
    pub snapshot: &'a Snapshot,
    pub builtin: Schema,
    /// Those fields of it that a page tells its readers.
    pub told: Schema,
    pub moment: &'a Moment,
    /// What was published under ids that are no more.
    pub orphans: &'a Orphans,
}

impl Merger<'_> {
    pub(super) fn merge(&self, id: Arc<str>, parts: &[&Part]) -> (Entry, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let whole = self.put_together(&id, parts, &mut diagnostics);
        let first = whole.parts[0];
        let collection = &self.config.collections[first.collection];
        let schema = match first.role {
            Role::Entry => &collection.schema,
            Role::Home | Role::List => &self.config.collections[self.config.pages()].schema,
        };
        let name = id.rsplit_once('/').map_or(&*id, |(_, name)| name);
        let meant = self.meant(&whole);
        let mut entry = Entry {
            collection: first.collection,
            role: first.role,
            date: match whole.value("date") {
                Some(FieldValue::Date(date)) => Some(*date),
                Some(FieldValue::DateTime(moment)) => Some(moment.date),
                _ => date_of_name(name).map(|(date, _)| date),
            },
            untranslated: policy(&whole, collection),
            release: release(&whole, collection),
            versions: ByLanguage::default(),
            awaited: self.awaited(&meant),
            meant,
            blocked: ByLanguage::default(),
            states: ByLanguage::default(),
            folder: super::folder_of(&first.path).into(),
            files: whole.paths.clone(),
            waits: false,
            made_of: None,
            id,
        };
        let lacking = self.versions(schema, &mut entry, &whole);
        entry.states = self.states(&entry);
        let lacking = lacking.into_iter();
        diagnostics.extend(lacking.map(|(of, finding)| finding.eased(entry.is_set_aside(of))));
        // What follows matters where the entry is online.
        let mut wrong = Vec::new();
        self.check_languages(&entry, &whole, &mut wrong);
        diagnostics.extend(self.emptied(&entry));
        diagnostics.extend(no_day(&entry).map(|finding| finding.eased(entry.is_set_aside(None))));
        self.check_publication(&whole, &mut diagnostics);
        diagnostics.extend(self.far_date(&entry, &whole));
        diagnostics.extend(self.past_deadlines(&entry, &whole));
        diagnostics.extend(self.event(&entry, &whole));
        let there = self.config.site.languages.pairs();
        let there = there.filter(|(language, _)| entry.versions[*language].is_some());
        let (aside, online): (Vec<_>, Vec<_>) =
            there.partition(|(language, _)| entry.is_set_aside(Some(*language)));
        for (languages, is_aside) in [(online, false), (aside, true)] {
            let tags: Vec<Arc<str>> = languages.iter().map(|(_, own)| own.tag.clone()).collect();
            let found = schema::check_alternatives(&whole.values, &tags, &whole.paths);
            wrong.extend(found.into_iter().map(|finding| finding.eased(is_aside)));
        }
        // What every entry may say of itself, and what its collection declares.
        let of_all = Some(&self.builtin);
        let own = (entry.role == Role::Entry).then_some(schema);
        for schema in of_all.into_iter().chain(own) {
            let broken =
                schema::check_rules(schema, &whole.values, &whole.paths, self.moment.today);
            let broken = broken.into_iter();
            wrong.extend(broken.filter(|finding| !whole.lacks_value_of(finding)));
        }
        let is_aside = entry.is_set_aside(None);
        diagnostics.extend(wrong.into_iter().map(|finding| finding.eased(is_aside)));
        (entry, diagnostics)
    }

    fn put_together<'p>(
        &self,
        id: &str,
        parts: &[&'p Part],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Whole<'p> {
        let mut kept: Vec<&Part> = Vec::new();
        for part in parts {
            match kept.iter().find(|other| other.language == part.language) {
                Some(other) => diagnostics.push(
                    Diagnostic::at(&say::TWICE, part.path.clone(), part.head)
                        .with("id", id)
                        .related(Location::new(other.path.clone(), other.head), say::OTHER),
                ),
                None => kept.push(part),
            }
        }
        kept.sort_by_key(|part| part.language);
        let mut paths = vec![kept[0].path.clone(); self.config.site.languages.len() + 1];
        for part in &kept {
            paths[usize::from(part.number())] = part.path.clone();
        }
        let fields = kept.iter().map(|part| part.fields.clone()).collect();
        let (values, problems) = schema::combine(fields, &paths);
        let problems = problems.into_iter();
        diagnostics.extend(problems.map(|problem| self.said_once(problem, &kept)));
        Whole {
            parts: kept,
            values,
            paths,
        }
    }

    /// The languages for which the others wait, of those in which the entry is meant to exist.
    fn awaited(&self, meant: &ByLanguage<bool>) -> ByLanguage<bool> {
        let languages = self.config.site.languages.iter();
        languages
            .zip(meant)
            .map(|(language, is_meant)| *is_meant && !language.is_partial())
            .collect()
    }

    /// Whether the entry is a notice, which is shown in every language.
    fn is_notice(&self, whole: &Whole) -> bool {
        let collection = &self.config.collections[whole.parts[0].collection];
        let notices = self.config.site.notices.as_ref();
        notices.is_some_and(|(name, _)| *name == collection.name)
    }

    /// The languages in which the entry is meant to exist.
    fn meant(&self, whole: &Whole) -> ByLanguage<bool> {
        let listed = match whole.value("languages") {
            Some(FieldValue::List(items)) => Some(items),
            _ => None,
        };
        let is_notice = self.is_notice(whole);
        let languages = self.config.site.languages.pairs();
        languages
            .map(|(number, language)| {
                match listed {
                    Some(items) => items.iter().any(
                        |item| matches!(&item.value, FieldValue::Text(tag) if *tag == language.tag),
                    ),
                    // A partial language exists where it says something.
                    None => {
                        is_notice || !language.is_partial() || whole.says_in(number, &language.tag)
                    }
                }
            })
            .collect()
    }

    /// The entry in each language in which it exists: in which every required language field
    /// has a value. Gives what is missing where there is a text, with the language in which it is; for
    /// all, where it is in none in particular.
    fn versions(
        &self,
        schema: &Schema,
        entry: &mut Entry,
        whole: &Whole,
    ) -> Vec<(Option<LanguageId>, Diagnostic)> {
        let mut lacking = Vec::new();
        let readable = whole.parts.iter().all(|part| part.readable);
        // What is in no language is missing in the first one.
        let only = entry.meant.find(|meant| *meant);
        let only = only.filter(|_| whole.says_nothing());
        let mut reported: Vec<Missing> = Vec::new();
        for (number, language) in self.config.site.languages.pairs() {
            let text = whole.text(number);
            let mut missing = match entry.role {
                Role::Entry => schema::missing(schema, &whole.values, &language.tag),
                // The text of the home page and of a list needs nothing but itself.
                Role::Home | Role::List => Vec::new(),
            };
            missing.extend(schema::missing(&self.builtin, &whole.values, &language.tag));
            let unsaid = schema::unsaid(&self.told, &whole.values, &language.tag);
            missing.extend(unsaid.into_iter().filter(|unsaid| !unsaid.is_required));
            missing.retain(|missing| missing.field != "date" || entry.date.is_none());
            // What is left of a page that is gone need say nothing else.
            let gone = whole.written("gone", &language.tag);
            if gone.is_some_and(|gone| gone.value == FieldValue::Boolean(true)) {
                missing.clear();
            }
            let lacks = |missing: &Missing| missing.localized && missing.within.is_none();
            let all_texts = whole.parts.iter().all(|part| part.language.is_some());
            let exists = !missing.iter().any(lacks) && (text.is_some() || !all_texts);
            if readable {
                let speaks = whole
                    .values
                    .iter()
                    .any(|assignment| speaks(&assignment.value.value, &language.tag));
                for missing in &missing {
                    let says = match (missing.localized, missing.within, text) {
                        // Once is enough for what holds for all languages.
                        (false, None, _) => number == LanguageId::FIRST,
                        (_, Some(_), _) if missing.is_absent => {
                            exists && !reported.contains(missing)
                        }
                        (_, Some(_), _) => exists,
                        (true, None, Some(_)) => true,
                        (true, None, None) => speaks || only == Some(number),
                    };
                    if says && !whole.names_otherwise(&missing.field) {
                        reported.push(missing.clone());
                        let of = missing.localized.then_some(number);
                        lacking.push((of, self.lacking(schema, missing, whole, number, text)));
                    }
                }
            }
            let version = exists.then(|| self.version(entry, schema, number, whole));
            entry
                .blocked
                .push(self.holding(version.as_ref(), whole, &language.tag));
            entry.versions.push(version);
        }
        lacking
    }

    /// The line that keeps a text offline for now.
    fn holding(&self, version: Option<&Version>, whole: &Whole, tag: &str) -> Option<Location> {
        if let Some(version) = version
            && version.publication == Publication::Unreviewed
        {
            return Some(version.place.clone());
        }
        let is_draft = |value: &&Spanned| value.value == FieldValue::Boolean(true);
        let draft = || whole.written("draft", tag).filter(is_draft);
        let value = match version.map(|version| &version.publication) {
            Some(Publication::Draft) => draft(),
            None if !self.moment.drafts => draft(),
            Some(Publication::From(_)) => whole.written("publish_at", tag),
            Some(Publication::NotMeant) => whole.written("languages", tag),
            _ => None,
        }?;
        let path = whole.paths.get(usize::from(value.file))?;
        Some(Location::new(path.clone(), value.span))
    }

    fn lacking(
        &self,
        schema: &Schema,
        missing: &Missing,
        whole: &Whole,
        language: LanguageId,
        text: Option<&Part>,
    ) -> Diagnostic {
        let language = &self.config.site.languages[language];
        let head = |part: &Part| Location::new(part.path.clone(), part.head);
        let key = |name: &str| {
            let assignment = whole.values.iter().find(|found| *found.field == *name)?;
            let path = whole.paths.get(usize::from(assignment.value.file))?;
            Some(Location::new(path.clone(), assignment.key))
        };
        let place = match (missing.within, text) {
            (Some((file, span)), _) => whole
                .paths
                .get(usize::from(file))
                .map(|path| Location::new(path.clone(), span)),
            (None, Some(part)) if missing.localized => Some(head(part)),
            (None, _) => key(&missing.field),
        };
        let place = place.unwrap_or_else(|| head(whole.parts[0]));
        let in_language = missing.localized
            && match missing.within {
                Some(_) => !missing.is_absent,
                None => text.is_none(),
            };
        let says_nothing = whole.says_nothing();
        if says_nothing && missing.localized && missing.within.is_none() {
            let part = whole.parts[0];
            if part.path.ends_with("/shared.yaml") || part.path.ends_with("/shared.yml") {
                return Diagnostic::on_file(&say::NOTHING_SAID, part.path.clone())
                    .with("field", &missing.field)
                    .with("wanted", counterpart(part, &language.tag));
            }
        }
        let message = match in_language && !says_nothing {
            true => &say::REQUIRED_IN,
            false => &say::REQUIRED,
        };
        let tags: Vec<String> = match says_nothing {
            true => self.whole_languages(),
            false => vec![format!("{}: \"…\"", language.tag)],
        };
        let is_line = missing.is_absent && missing.localized && missing.within.is_none();
        let line = (is_line && text.is_none())
            .then(|| format!("{}: {{{}}}", missing.field, tags.join(", ")));
        let key = missing.field.rsplit('.').next().unwrap_or_default();
        // A date or a number stands there without quotation marks.
        let field = schema.at(&missing.field);
        let field = field.or_else(|| self.builtin.at(&missing.field));
        let is_plain = field.is_some_and(|field| field.kind.is_plain());
        let line = line.or_else(|| is_plain.then(|| format!("{key}: …")));
        // In the file of another language there is no room for this one.
        let elsewhere = missing.within.and_then(|(file, _)| {
            let parts = whole.parts.iter();
            let mut own = parts.filter(|part| part.number() == file && part.language.is_some());
            Some(counterpart(own.next()?, &language.tag))
        });
        Diagnostic::new(message)
            .with("key", key)
            .with_some("wanted", elsewhere)
            .with_some("line", line)
            .with("field", &missing.field)
            .with("language", language.said())
            .with("tag", &language.tag)
            .placed(place)
    }

    /// A text to be written in each language that every entry is meant to have.
    fn whole_languages(&self) -> Vec<String> {
        let languages = self.config.site.languages.iter();
        languages
            .filter(|language| !language.is_partial())
            .map(|language| format!("{}: \"…\"", language.tag))
            .collect()
    }

    /// How a field that two files give different values is said once: by either of them alone, or, where
    /// the entry has a folder of its own, for all languages.
    fn said_once(&self, mut problem: Diagnostic, parts: &[&Part]) -> Diagnostic {
        if problem.message.code != fields::SHARED_CONFLICT.code {
            return problem;
        }
        let is_folder = parts.iter().any(|part| {
            let name = part.path.rsplit('/').next().unwrap_or_default();
            name.starts_with("index.")
        });
        if is_folder {
            let folder = super::folder_of(&parts[0].path);
            problem = problem.with("shared", format!("{folder}/shared.yaml"));
        }
        let others = problem.related.first().map(|other| other.place.clone());
        let (Some(place), Some(other)) = (problem.place.clone(), others) else {
            return problem;
        };
        let lines = [&other, &place].map(|place| self.assigned(place, parts));
        if let [Some(of_other), Some(own)] = lines {
            let edit = |path: Option<Arc<str>>, span| Edit {
                path,
                span,
                text: String::new(),
            };
            let path = (other.path != place.path).then(|| other.path.clone());
            let without = [edit(path, of_other), edit(None, own)];
            let without = without.into_iter();
            problem
                .corrections
                .extend(without.map(|edit| Correction::Edits(vec![edit])));
        }
        problem
    }

    /// The lines of a field, where the conflicting value is all that they say: no words in a language stand
    /// in it, and no remark.
    fn assigned(&self, place: &Location, parts: &[&Part]) -> Option<Span> {
        let span = place.span?;
        let part = parts.iter().find(|part| part.path == place.path)?;
        let mut fields = part.fields.iter();
        let field = fields.find(|field| field.value.span == span)?;
        let text = self.snapshot.text(&place.path)?;
        let start = field.key.start;
        let rest = text.get(span.end..)?;
        let end = span.end + rest.find('\n')? + 1;
        let written = text.get(start..end)?;
        let is_whole = text[..start].is_empty() || text[..start].ends_with('\n');
        let is_alone = text[span.end..end].trim().is_empty();
        let is_said = speaks_at_all(&field.value.value) || written.contains('#');
        (is_whole && is_alone && !is_said).then_some(Span::new(start, end))
    }

    fn version(
        &self,
        entry: &Entry,
        schema: &Schema,
        language: LanguageId,
        whole: &Whole,
    ) -> Version {
        let tag = &self.config.site.languages[language].tag;
        let text = whole.text(language);
        let mut fields = in_language(schema, whole, tag);
        if let Some(date) = entry.date
            && schema.field("date").is_some()
            && !fields.iter().any(|(name, _)| &**name == "date")
        {
            fields.push(("date".into(), FieldValue::Date(date)));
        }
        let title = fields
            .iter()
            .find_map(|(name, value)| match value {
                FieldValue::Text(text) if &**name == "title" => Some(text.clone()),
                _ => None,
            })
            .unwrap_or_else(|| entry.id.clone());
        let main = text.unwrap_or(whole.parts[0]);
        let mut version = Version {
            place: Location::new(main.path.clone(), main.head),
            title,
            fields: fields.into(),
            body: text
                .and_then(|part| part.body.clone())
                .filter(|body| !body.is_empty)
                .map(Arc::new),
            builtin: in_language(&self.builtin, whole, tag).into(),
            digest: whole.digest(language, tag),
            publication: Publication::Online,
        };
        let collection = &self.config.collections[entry.collection];
        version.publication = self.publication(&version, collection, entry.meant[language]);
        // A translation that somebody works on is a draft, until it has been online.
        if version.publication == Publication::Online
            && !self.moment.drafts
            && self.is_begun(&version)
            && self.config.ledger.of(&entry.id, tag).next().is_none()
            && !self.orphans.have(&entry.id, tag, &version)
        {
            version.publication = Publication::Draft;
        }
        version
    }

    /// Whether the record of a text says that somebody works on it.
    fn is_begun(&self, version: &Version) -> bool {
        let record = version.builtin("translation");
        let record = record.and_then(|value| Record::read(value, &self.config.site.tags()));
        record.is_some_and(|record| record.progress == Progress::Draft)
    }

    /// What each language is to the others.
    fn states(&self, entry: &Entry) -> ByLanguage<Option<State>> {
        let says = |version: &&Version| !version.digest.is_empty();
        if !entry
            .versions
            .iter()
            .flatten()
            .any(|version| says(&version))
        {
            return entry.versions.iter().map(|_| None).collect();
        }
        // What has no pages has no reader who could miss a part.
        let has_pages = self.config.collections[entry.collection].pages;
        let lacks = |number: LanguageId, record: Option<&Record>| {
            has_pages.then_some(())?;
            let source = entry.versions.get(record?.of?)?.as_ref()?;
            Some(!entry.versions[number].as_ref()?.misses(source).is_empty())
        };
        let languages = entry.versions.pairs().zip(&entry.meant);
        let languages: ByLanguage<Standing> = languages
            .map(|((number, version), meant)| {
                (number, version, meant, entry.record(self.config, number))
            })
            .map(|(number, version, meant, record)| Standing {
                exists: version.is_some(),
                is_meant: *meant,
                is_whole: !lacks(number, record.as_ref()).unwrap_or(false),
                digest: version
                    .as_ref()
                    .map_or_else(|| "".into(), |version| version.digest.clone()),
                record,
            })
            .collect();
        translation::states(&languages)
    }

    /// Translations that would be online without a text, which their source has.
    fn emptied<'e>(&'e self, entry: &'e Entry) -> impl Iterator<Item = Diagnostic> + 'e {
        let languages = entry.versions.ids();
        let is_open = |language: &LanguageId| entry.states[*language] == Some(State::Incomplete);
        languages.filter(is_open).filter_map(move |language| {
            let of = entry.record(self.config, language)?.of?;
            let (version, source) = (entry.online(language)?, entry.versions[of].as_ref()?);
            let is_emptied = version.misses(source).contains(&String::new());
            is_emptied.then(|| entry.lacking(self.config, [of, language], ""))
        })
    }

    /// What the entry's policy says of languages that are missing or too many.
    fn check_languages(&self, entry: &Entry, whole: &Whole, diagnostics: &mut Vec<Diagnostic>) {
        let languages = &self.config.site.languages;
        let readable = whole.parts.iter().all(|part| part.readable);
        for (number, language) in languages.pairs() {
            let exists = entry.versions[number].is_some();
            if exists
                && !entry.meant[number]
                && let Some(part) = whole.text(number)
            {
                let meant = languages.iter().zip(&entry.meant);
                let meant = meant.filter(|(_, meant)| **meant);
                let meant = meant.map(|(language, _)| (&*language.tag, &*language.name));
                diagnostics.push(
                    Diagnostic::at(&say::NOT_MEANT, part.path.clone(), part.head)
                        .with("languages", names::all_said(meant)),
                );
            }
            let required =
                entry.role == Role::Entry && entry.untranslated == Untranslated::Required;
            if required
                && readable
                && !exists
                && entry.meant[number]
                && whole.text(number).is_none()
            {
                let part = whole.parts[0];
                diagnostics.push(
                    Diagnostic::at(&say::TRANSLATION_REQUIRED, part.path.clone(), part.head)
                        .with("language", language.said())
                        .with("wanted", counterpart(part, &language.tag)),
                );
            }
        }
    }
}

/// The path that the text of an entry would have in another language.
fn counterpart(part: &Part, tag: &str) -> String {
    let (folder, name) = part.path.rsplit_once('/').unwrap_or(("", &part.path));
    let stem = name.split('.').next().unwrap_or(name);
    let stem = if stem == "shared" { "index" } else { stem };
    format!("{folder}/{stem}.{tag}.md")
}
