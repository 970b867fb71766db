//! The activities of a collection as XML, in the form of IATI 2.03 (`iati-activities-schema.xsd`): the elements in the
//! order that the schema has, words in every language in which the entry may be published as data.

use std::fmt::Write;
use std::sync::Arc;

use super::super::Site;
use crate::borrowed;
use rihla_site::config::Iati;
use rihla_site::ids::LanguageId;
use rihla_site::plan::{Activity, IatiFile, Participant, Share, Who};
use rihla_text::escape::escape_into;

/// The codes of regions and sectors are those of DAC: vocabularies 1, and 2 for sectors of three digits.
const DAC: &str = "1";

impl Site {
    /// The file of IATI of a collection, with its name in the output, where it has one.
    pub fn iati(&self, file: &IatiFile) -> Arc<Vec<u8>> {
        let made = &self.iati_files[file.collection];
        made.get_or_init(|| Arc::new(self.iati_xml(file).into_bytes()))
            .clone()
    }

    fn iati_xml(&self, file: &IatiFile) -> String {
        let mut xml = Xml::new();
        xml.open("iati-activities", &[("version", "2.03")]);
        let data = self.config.collections[file.collection].open_data.as_ref();
        if let Some(iati) = data.and_then(|data| data.iati.as_ref()) {
            for activity in &file.activities {
                self.iati_activity(iati, activity, &mut xml);
            }
        }
        xml.close("iati-activities");
        xml.0
    }

    fn iati_activity(&self, iati: &Iati, activity: &Activity, xml: &mut Xml) {
        let entry = &self.graph.entries[activity.entry];
        let versions = || {
            let languages = activity.languages.iter();
            languages.filter_map(|language| Some((*language, entry.online(*language)?)))
        };
        let changed = versions()
            .filter_map(|(_, version)| self.data_changed(activity.entry, version))
            .max()
            .map(|moment| self.config.site.rfc3339(moment));
        let own = activity.languages.first();
        let own = own.map_or("", |language| self.iati_language(*language));
        let mut attributes = vec![("xml:lang", own)];
        if let Some(changed) = &changed {
            attributes.push(("last-updated-datetime", changed));
        }
        xml.open("iati-activity", &attributes);
        xml.text("iati-identifier", &[], &activity.identifier);
        let words = |words: &str, language| self.set(words, language).into_owned();

        xml.open(
            "reporting-org",
            &[("ref", &iati.reference), ("type", iati.kind)],
        );
        let mut names: Vec<(LanguageId, String)> = Vec::new();
        for language in &activity.languages {
            let site = &self.config.site;
            let of_site = site.organisation.as_ref().map(|own| &own.name);
            let all = [Some(&iati.name), of_site, Some(&site.title)];
            let said = all.into_iter().flatten();
            let mut said = said.filter_map(|name| self.words(name, *language));
            if let Some((name, written)) = said.next() {
                names.push((written, words(&name, written)));
            }
        }
        self.narratives(own, names, xml);
        xml.close("reporting-org");

        xml.open("title", &[]);
        let titles =
            versions().map(|(language, version)| (language, words(&version.title, language)));
        self.narratives(own, titles.collect(), xml);
        xml.close("title");
        // 1: general.
        xml.open("description", &[("type", "1")]);
        let texts = activity.descriptions.iter();
        let texts = texts.map(|(language, text)| (*language, words(text, *language)));
        self.narratives(own, texts.collect(), xml);
        xml.close("description");

        for participant in &activity.participants {
            self.participant(activity, participant, own, xml);
        }
        xml.empty("activity-status", &[("code", &activity.status.to_string())]);
        for (code, day) in &activity.dates {
            let (day, code) = (day.to_string(), code.to_string());
            xml.empty("activity-date", &[("iso-date", &day), ("type", &code)]);
        }
        for country in &activity.countries {
            xml.share("recipient-country", country, None);
        }
        for region in &activity.regions {
            xml.share("recipient-region", region, Some(DAC));
        }
        for sector in &activity.sectors {
            let vocabulary = if sector.0.len() == 3 { "2" } else { DAC };
            xml.share("sector", sector, Some(vocabulary));
        }
        for (start, end, money) in &activity.budgets {
            let (start, end) = (start.to_string(), end.to_string());
            // Original and indicative: nothing says otherwise.
            xml.open("budget", &[("type", "1"), ("status", "1")]);
            xml.empty("period-start", &[("iso-date", &start)]);
            xml.empty("period-end", &[("iso-date", &end)]);
            let currency = [("currency", &*money.currency), ("value-date", &start)];
            xml.text("value", &currency, &money.amount.to_string());
            xml.close("budget");
        }
        xml.close("iati-activity");
    }

    fn participant(&self, activity: &Activity, one: &Participant, own: &str, xml: &mut Xml) {
        let role = one.role.to_string();
        let mut attributes = vec![("role", role.as_str())];
        attributes.extend(one.reference.as_deref().map(|text| ("ref", text)));
        attributes.extend(one.kind.as_deref().map(|code| ("type", code)));
        let words = |words: &str, language| (language, self.set(words, language).into_owned());
        let mut names: Vec<(LanguageId, String)> = match &one.who {
            Who::Named(names) => {
                let names = names.iter();
                names
                    .map(|(language, name)| words(name, *language))
                    .collect()
            }
            Who::Entry(number) => {
                let entry = &self.graph.entries[*number];
                let names = activity.languages.iter();
                let names =
                    names.filter_map(|language| Some((*language, &entry.online(*language)?.title)));
                names
                    .map(|(language, name)| words(name, language))
                    .collect()
            }
        };
        if let (Who::Entry(number), true) = (&one.who, names.is_empty()) {
            // Told in none of the languages of the activity.
            let entry = &self.graph.entries[*number];
            let mut all = self.config.site.languages.ids();
            let found = all.find_map(|language| Some((language, entry.online(language)?)));
            names.extend(found.map(|(language, version)| words(&version.title, language)));
        }
        xml.open("participating-org", &attributes);
        self.narratives(own, names, xml);
        xml.close("participating-org");
    }

    /// Words in several languages, each once; the language of the activity is not said again.
    fn narratives(&self, own: &str, mut said: Vec<(LanguageId, String)>, xml: &mut Xml) {
        said.dedup();
        for (language, words) in said {
            let tag = self.iati_language(language);
            let attributes = [("xml:lang", tag)];
            let attributes = if tag == own { &[][..] } else { &attributes };
            xml.text("narrative", attributes, &borrowed::unmarked(&words));
        }
    }

    /// The code of a language in ISO 639-1, as the code list of IATI has it.
    fn iati_language(&self, language: LanguageId) -> &str {
        let tag = &self.config.site.languages[language].tag;
        tag.split('-').next().unwrap_or(tag)
    }
}

/// XML while it is written, an element a line.
struct Xml(String);

impl Xml {
    fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".into())
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.0, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.0, " {key}=\"");
            escape_into(&written(value), &mut self.0);
            self.0.push('"');
        }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    fn close(&mut self, name: &str) {
        let _ = writeln!(self.0, "</{name}>");
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.0.push('>');
        escape_into(&written(text), &mut self.0);
        self.close(name);
    }

    fn share(&mut self, name: &str, (code, share): &Share, vocabulary: Option<&str>) {
        let mut attributes = vec![("code", &**code)];
        attributes.extend(vocabulary.map(|vocabulary| ("vocabulary", vocabulary)));
        attributes.extend(share.as_deref().map(|share| ("percentage", share)));
        self.empty(name, &attributes);
    }
}

/// A text without the characters that XML 1.0 has not.
fn written(text: &str) -> String {
    let is_control = |sign: char| sign.is_ascii_control() && !matches!(sign, '\t' | '\n' | '\r');
    text.replace(
        |sign| is_control(sign) || matches!(sign, '\u{fffe}' | '\u{ffff}'),
        "",
    )
}
