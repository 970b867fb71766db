//! What a site says of its accessibility: what its settings declare, and nothing that nobody looked at.

use tera::Value;

use super::{Site, map};
use rihla_diagnostics::catalogue;
use rihla_site::config::Localized;
use rihla_site::ids::LanguageId;
use rihla_text::language::DateStyle;

impl Site {
    /// What the function `accessibility()` gives in a language.
    pub(super) fn accessibility(&self, language: LanguageId) -> Value {
        let audit = &self.config.site.audit;
        let names = &self.config.site.languages[language];
        let words = |words: &Localized| self.words_value(self.words(words, language), language);
        // One that is announced for a day to come has found nothing yet.
        let date = audit.date.filter(|date| *date <= self.moment.today);
        let or_none = |value: Option<Value>| value.unwrap_or_else(Value::none);
        let exemptions = audit.exemptions.iter().map(|exemption| {
            map([
                ("what", words(&exemption.what)),
                ("reason", words(&exemption.reason)),
            ])
        });
        let rate = audit.rate.as_ref().filter(|_| date.is_some());
        map([
            ("framework", Value::from(audit.framework.as_str())),
            (
                "date",
                or_none(date.map(|date| {
                    map([
                        ("text", Value::from(names.date(date, DateStyle::Long))),
                        ("iso", Value::from(date.to_string())),
                    ])
                })),
            ),
            (
                "auditor",
                match date {
                    Some(_) => words(&audit.auditor),
                    None => Value::none(),
                },
            ),
            (
                "rate",
                or_none(rate.map(|rate| Value::from(names.percent(rate)))),
            ),
            ("is_full", Value::from(date.is_some() && audit.is_full())),
            (
                "exemptions",
                Value::from(exemptions.collect::<Vec<Value>>()),
            ),
            (
                "contact",
                or_none(audit.contact.as_ref().map(|contact| {
                    map([
                        ("text", Value::from(&*contact.text)),
                        ("href", Value::from(&*contact.href)),
                    ])
                })),
            ),
            ("law", words(&audit.law)),
            (
                "complaints",
                or_none(audit.complaints.as_ref().map(|body| {
                    let url = body.url.as_ref();
                    map([
                        ("name", words(&body.name)),
                        ("href", or_none(url.map(|url| Value::from(&**url)))),
                    ])
                })),
            ),
            ("rules", Value::from(catalogue::rules_of_pages().count())),
        ])
    }
}
