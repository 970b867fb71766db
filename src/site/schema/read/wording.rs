//! What is said of the words of a field that is plain text.

use super::*;
use rihla_diagnostics::catalogue::markdown as words;
use rihla_text::markdown::wording;

/// The longest text that is looked at, in bytes: what is longer is no title and no summary.
const LONGEST: usize = 20_000;

impl Reader<'_> {
    /// Looks at a text: characters that a program has damaged, letters that are not plain, quotations that are not closed, addresses of
    /// the reader's own machine, markup that is shown as characters.
    pub(super) fn wording(&mut self, field: &Field, node: &Node, text: &str) {
        if text.len() > LONGEST {
            return;
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
            let finding = wording::letters_of(word, &right);
            match place(word) {
                Some(span) => found.push((finding.replace(span, right), span)),
                None => found.push((finding, node.span)),
            }
        }
        if let Some(finding) = wording::quotation(text) {
            found.push((finding, node.span));
        }
        // A template may make an address of it.
        if let Some(finding) = crate::site::schema::run(text) {
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
        self.markup(field, node, text);
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
