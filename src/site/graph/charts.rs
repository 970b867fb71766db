//! What is wrong with the data of the charts of a text.

use crate::ids::LanguageId;
use std::sync::Arc;

use super::check::Checker;
use super::tally::{Tally, TallyQuery, Uncountable, tally};
use rihla_chart::{self, Named, Request, Table};
use rihla_diagnostics::catalogue::chart as say;
use rihla_diagnostics::{Diagnostic, Span, Text, nearest_named};

impl Checker<'_> {
    /// Reads the data of a chart, and reports what is wrong with them.
    pub(super) fn chart(&mut self, request: &Request) {
        let language = self.part.language.unwrap_or(LanguageId::FIRST);
        let found = match &request.by {
            Some(by) => self.counted(request, by, language),
            None => self
                .data_file(request, language)
                .map(|table| (table, request.clone())),
        };
        let Some((table, request)) = found else {
            return;
        };
        let language = &self.config.site.languages[language];
        let (_, problems) = rihla_chart::select(&table, &request, &self.part.path, language);
        self.diagnostics.extend(problems);
    }

    fn data_file(&mut self, request: &Request, language: LanguageId) -> Option<Table> {
        let Named { name, span } = &request.data;
        // The name of a collection, with nothing that says how to count.
        let is_collection = self
            .config
            .collection(name)
            .is_some_and(|(_, found)| !found.builtin);
        if is_collection && !name.contains('.') {
            self.report(Diagnostic::new(&say::BY).with("collection", name), *span);
            return None;
        }
        let path: Arc<str> = self.file(name, *span)?.into();
        let tag = &self.config.site.languages[language].tag;
        let read = self
            .snapshot
            .text(&path)
            .and_then(|text| Table::read(&path, text, tag));
        let Some((table, problems)) = read else {
            self.report(Diagnostic::new(&say::NOT_DATA).with("file", name), *span);
            return None;
        };
        let is_readable = !problems.iter().any(Diagnostic::is_error);
        self.diagnostics.extend(problems);
        is_readable.then_some(table)
    }

    fn counted(
        &mut self,
        request: &Request,
        by: &Named,
        language: LanguageId,
    ) -> Option<(Table, Request)> {
        let query = TallyQuery {
            collection: request.data.name.clone(),
            by: by.name.clone(),
            value: request.value.as_ref().map(|value| value.name.clone()),
            language,
        };
        let Named { name, span } = &request.data;
        match tally(self.graph, self.config, &query) {
            Ok(tally) => {
                let Tally { by, value, .. } = &tally;
                Some((tally.table(&query), request.with_words(by, value)))
            }
            Err(Uncountable::Collection(known)) => {
                let diagnostic = Diagnostic::new(&say::COLLECTION).with("collection", name);
                self.report(among(diagnostic, name, &known, *span), *span);
                None
            }
            Err(Uncountable::By(known)) => {
                self.field(name, by, &known, say::TO_COUNT_BY);
                None
            }
            Err(Uncountable::Value(known)) => {
                let value = request.value.as_ref().unwrap_or(by);
                self.field(name, value, &known, say::TO_ADD_UP);
                None
            }
            Err(Uncountable::Currencies(one, other, place)) => {
                let value = request.value.as_ref().unwrap_or(by);
                let diagnostic = Diagnostic::new(&say::CURRENCIES)
                    .with("one", one)
                    .with("other", other)
                    .related(place, say::AMOUNT_HERE);
                self.report(diagnostic, value.span);
                None
            }
        }
    }

    fn field(&mut self, collection: &str, field: &Named, known: &[Arc<str>], wanted: Text) {
        let diagnostic = Diagnostic::new(&say::FIELD)
            .with("collection", collection)
            .with("field", &field.name)
            .with("wanted", wanted);
        self.report(
            among(diagnostic, &field.name, known, field.span),
            field.span,
        );
    }
}

/// Names what is known, and offers the nearest where a range is that of the name alone.
fn among(diagnostic: Diagnostic, name: &str, known: &[Arc<str>], span: Span) -> Diagnostic {
    let known: Vec<&str> = known.iter().map(|known| &**known).collect();
    let near = nearest_named(name, known.iter().copied());
    let diagnostic = match span.end - span.start == name.len() {
        true => diagnostic.meant(span, near),
        false => diagnostic.with_some("nearest", near),
    };
    diagnostic.with("known", known.join(", "))
}
