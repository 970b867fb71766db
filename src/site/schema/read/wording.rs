//! What is said of the words of a field that is plain text.

use super::*;
use rihla_diagnostics::catalogue::{markdown as words, schema};
use rihla_text::markdown::wording;
use rihla_text::url::composed;

/// The longest text that is looked at, in bytes: what is longer is no title and no summary.
const LONGEST: usize = 20_000;

impl Reader<'_> {
    /// Looks at a text: characters that a program has damaged, letters that are not plain, quotations that are not closed, addresses of
    /// the reader's own machine, markup that is shown as characters.
    pub(super) fn wording(&mut self, field: &Field, node: &Node, text: &str) {
        if text.len() > LONGEST {
            return;
        }
        if wording::is_placeholder(text) {
            let finding = self.report.at(&schema::PLACEHOLDER, node.span);
            let finding = finding.with("value", text).with("field", &field.name);
            return self.report.push(finding);
        }
        let source = self.report.slice(self.report.trimmed(node.span));
        let place = |characters: &str| {
            let at = source.find(characters)?;
            Some(Span::new(
                node.span.start + at,
                node.span.start + at + characters.len(),
            ))
        };
        let mut found = Vec::new();
        for (_, characters, right) in wording::damaged(text) {
            let finding = wording::damage(characters, right);
            match (place(characters), right) {
                (Some(span), Some(right)) => found.push((finding.replace(span, right), span)),
                (Some(span), None) => found.push((finding, span)),
                (None, _) => found.push((finding, node.span)),
            }
        }
        for (_, word, right) in wording::letters(text) {
            if !source.contains(word) {
                found.push((wording::letters_of(word, &right), node.span));
            }
        }
        for (_, words, date) in wording::weekdays(text) {
            let span = place(words).unwrap_or(node.span);
            found.push((wording::weekday_of(words, date), span));
        }
        for (_, words, last) in wording::impossible(text) {
            let span = place(words).unwrap_or(node.span);
            found.push((wording::impossible_of(words, last), span));
        }
        for quotation in wording::angles(text) {
            let quotation = &text[quotation];
            let finding = wording::angles_of(quotation);
            match place(quotation) {
                Some(span) => {
                    found.push((finding.replace(span, wording::in_quotes(quotation)), span))
                }
                None => found.push((finding, node.span)),
            }
        }
        if let Some((finding, plain)) = wording::quotation(text) {
            // Of a value that was read from a corrected line, no letter is where it is written.
            let written = node.written(self.report.source.text);
            let first = text.chars().next().map_or(0, char::len_utf8);
            let is_line =
                matches!(&node.value, yaml::Value::Scalar(scalar) if !is_block(scalar.style));
            let is_written = is_line && written.place(0, first).is_some();
            let finding = match plain.filter(|plain| is_written && !plain.contains('\n')) {
                Some(plain) => self.fixed(finding, node, &quoted(&plain)),
                None => finding,
            };
            found.push((finding, node.span));
        }
        // A template may make an address of it.
        if let Some(finding) = crate::schema::run(text) {
            found.push((finding, node.span));
        }
        let addresses = text.split_whitespace().filter_map(|word| {
            let word = word.trim_matches(['(', ')', '"', '«', '»', ',', '.', ';']);
            Some((wording::address(word)?, place(word).unwrap_or(node.span)))
        });
        found.extend(addresses);
        if field.kind == FieldKind::Alternative
            && let Some(finding) = wording::alternative(text)
        {
            found.push((finding, node.span));
        }
        for (finding, span) in found {
            let place = Location::new(self.report.source.path.clone(), self.report.trimmed(span));
            self.report.push(finding.placed(place));
        }
        self.apart(node, |_, _| true);
        self.markup(field, node, text);
    }

    /// Tells words of a text in Markdown whose accents stand apart in the file: those of its value are put
    /// together, so that who looks at the text alone finds nothing.
    pub(super) fn accents(&mut self, node: &Node) {
        self.apart(node, |word, right| composed(word) == right);
    }

    /// Tells words with letters that are not plain, as they are written in the file.
    fn apart(&mut self, node: &Node, is_told: impl Fn(&str, &str) -> bool) {
        let source = self.report.slice(self.report.trimmed(node.span));
        if source.len() > LONGEST {
            return;
        }
        for (at, word, right) in wording::letters(source) {
            if !is_told(word, &right) {
                continue;
            }
            let start = node.span.start + at;
            let span = Span::new(start, start + word.len());
            let place = Location::new(self.report.source.path.clone(), span);
            let finding = wording::letters_of(word, &right).replace(span, right);
            self.report.push(finding.placed(place));
        }
    }

    /// Tells a summary that says what the title says in the same language.
    pub(super) fn summary(&mut self, assignments: &[Assignment]) {
        let of = |name: &str| assignments.iter().find(|field| *field.field == *name);
        let (Some(title), Some(summary)) = (of("title"), of("summary")) else {
            return;
        };
        let said = |value: &Spanned| match &value.value {
            FieldValue::Text(text) => Some(slug(text)).filter(|said| !said.is_empty()),
            _ => None,
        };
        let mut found = Vec::new();
        for language in self.languages {
            let (title, summary) = (
                value::branch(&title.value, language),
                value::branch(&summary.value, language),
            );
            if let (Some(title), Some(summary)) = (title, summary)
                && said(title).is_some_and(|title| Some(title) == said(summary))
                && !found.contains(&summary.span)
            {
                found.push(summary.span);
            }
        }
        for span in found {
            let finding = self.report.at(&says::SUMMARY_REPEATS, span);
            let finding = finding.with("title", "title").with("summary", "summary");
            self.report.push(finding);
        }
    }

    /// Looks at the address of a link.
    pub(super) fn own_machine(&mut self, node: &Node, address: &str) {
        if let Some(finding) = wording::address(address).or_else(|| wording::host(address)) {
            let span = self.report.trimmed(node.span);
            let place = Location::new(self.report.source.path.clone(), span);
            self.report.push(finding.placed(place));
        }
    }

    /// `**gras**`, `[texte](adresse)` where nothing reads Markdown.
    fn markup(&mut self, field: &Field, node: &Node, text: &str) {
        let Some((characters, plain)) = wording::without_markup(text) else {
            return;
        };
        let finding = self
            .report
            .at(&words::FIELD_MARKUP, node.span)
            .with("field", &field.name)
            .with("signs", characters)
            .with("right", &plain);
        let yaml::Value::Scalar(scalar) = &node.value else {
            return self.report.push(finding);
        };
        let finding = match is_block(scalar.style) || plain.contains('\n') {
            true => finding,
            false => self.fixed(finding, node, &quoted(&plain)),
        };
        self.report.push(finding);
    }
}
