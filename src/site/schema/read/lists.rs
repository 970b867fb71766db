//! Lists, and what people write for one.

use super::*;
use rihla_text::markdown;

impl Reader<'_> {
    pub(super) fn list(
        &mut self,
        field: &Field,
        node: &Node,
        values: Vec<Spanned>,
        written: usize,
    ) -> Option<Spanned> {
        if let Some(max) = field.max
            && written > max
        {
            let finding = self
                .report
                .at(&says::TOO_MANY, node.span)
                .with("field", &field.name)
                .with("count", written)
                .with("max", max);
            self.report.push(finding);
        }
        (!values.is_empty()).then(|| self.spanned(FieldValue::List(values), node.span))
    }

    pub(super) fn list_wanted(&mut self, field: &Field, item: &Field, node: &Node) {
        let mut finding = self
            .report
            .at(&says::LIST_WANTED, node.span)
            .with("field", &field.name);
        if let Some(items) = self
            .bulleted(node)
            .filter(|_| !matches!(item.kind, FieldKind::Object(_)))
        {
            finding = self.with_dashes(finding, node, &items);
        } else if let yaml::Value::Scalar(scalar) = &node.value
            && !matches!(item.kind, FieldKind::Object(_))
            && scalar.text.len() < 1000
            && !scalar.text.contains('\n')
        {
            let text = scalar.text.replace(" - ", ",");
            let quoted = quoted_pieces(&scalar.text);
            let (text, style) = match text.strip_prefix("- ") {
                // The reader of YAML has put it in quotation marks.
                Some(text) => (text, Style::Plain),
                None if quoted.is_some() => (&*scalar.text, Style::Plain),
                None => (&*scalar.text, scalar.style),
            };
            let are_names = |pieces: &[&str]| match &item.kind {
                FieldKind::Reference { .. } => pieces
                    .iter()
                    .all(|piece| rihla_text::language::is_slug(piece)),
                FieldKind::Choice(choices) => pieces
                    .iter()
                    .all(|piece| choices.iter().any(|choice| *choice.key == **piece)),
                FieldKind::Language => pieces.iter().all(|piece| self.is_language(piece)),
                _ => false,
            };
            let apart = pieces(text);
            let words: Vec<&str> = text.split_whitespace().collect();
            let items: Vec<&str> = match quoted {
                Some(quoted) => quoted,
                None if are_names(&apart) && apart.len() > 1 => apart,
                None if are_names(&words) => words,
                None => text.split([',', ';']).map(str::trim).collect(),
            };
            let is_one = items.len() == 1;
            let example = in_brackets(&items, style);
            finding = finding.with("example", &example);
            // Of words, nobody knows whether they are one item.
            if is_one && let Some(items) = separated(text) {
                let several = in_brackets(&items, style);
                finding = self.fixed(finding.with("several", &several), node, &several);
            }
            finding = self.fixed(finding, node, &example);
        } else if let FieldKind::Object(fields) = &item.kind {
            let keys = fields.iter().take(3);
            let keys: Vec<String> = keys.map(|field| format!("{}: …", field.name)).collect();
            finding = finding.with("example", format!("[{{{}}}]", keys.join(", ")));
        }
        self.report.push(finding);
    }

    /// An object where a list of objects is wanted: the one item of it, where its keys are those of one.
    pub(super) fn dash_wanted(
        &mut self,
        field: &Field,
        item: &Field,
        node: &Node,
        map: &yaml::Map,
    ) {
        let is_part = |key: &str| match &item.kind {
            FieldKind::Object(fields) => field_of(fields, key).is_some(),
            FieldKind::Image => IMAGE_KEYS.contains(&key),
            FieldKind::Money => MONEY_KEYS.contains(&key),
            _ => false,
        };
        let written = self.report.slice(self.report.trimmed(node.span));
        if !map.iter().all(|(key, _)| is_part(&key.name)) || written.len() > 10_000 {
            return self.list_wanted(field, item, node);
        }
        let finding = self
            .report
            .at(&says::LIST_WANTED, node.span)
            .with("field", &field.name);
        let finding = if written.starts_with('{') {
            let list = format!("[{written}]");
            let is_line = !written.contains('\n');
            let finding = match is_line {
                true => finding.with("example", &list),
                false => finding,
            };
            self.fixed(finding, node, &list)
        } else {
            let mut lines = written.split('\n');
            let mut item = format!("- {}", lines.next().unwrap_or_default());
            let finding = finding.with("dash", excerpt(&item));
            for line in lines {
                item.push('\n');
                if !line.trim().is_empty() {
                    item.push_str("  ");
                }
                item.push_str(line);
            }
            self.fixed(finding, node, &item)
        };
        self.report.push(finding);
    }

    /// A text that is one item of a list, and looks like several.
    pub(super) fn list_meant(&mut self, field: &Field, node: &Node, text: &str) {
        let yaml::Value::Scalar(scalar) = &node.value else {
            return;
        };
        let Some(items) = separated(text).filter(|_| !is_block(scalar.style)) else {
            return;
        };
        let (several, one) = (
            in_brackets(&items, scalar.style),
            in_brackets(&[text], scalar.style),
        );
        let finding = self
            .report
            .at(&says::LIST_MEANT, node.span)
            .with("field", &field.name)
            .with("value", excerpt(text))
            .with("several", &several)
            .with("one", &one);
        let finding = self.fixed(finding, node, &several);
        let finding = self.fixed(finding, node, &one);
        self.report.push(finding);
    }

    /// The items of a text whose lines begin with a sign of a list, and not with a hyphen and a space: below
    /// the key of the field, or several of them.
    pub(super) fn bulleted(&self, node: &Node) -> Option<Vec<String>> {
        let yaml::Value::Scalar(scalar) = &node.value else {
            return None;
        };
        let written = self.report.slice(self.report.trimmed(node.span));
        if scalar.style != Style::Plain || written.len() > 10_000 {
            return None;
        }
        let mut items: Vec<String> = Vec::new();
        for line in written.lines().map(str::trim).filter(|l| !l.is_empty()) {
            match (item_of(line), items.last_mut()) {
                (Some(item), _) => items.push(item.to_owned()),
                (None, Some(last)) => {
                    last.push(' ');
                    last.push_str(line);
                }
                (None, None) => return None,
            }
        }
        let is_below = self.is_below(node);
        (items.len() > 1 || is_below && !items.is_empty()).then_some(items)
    }

    /// Whether a value begins on a line of its own.
    fn is_below(&self, node: &Node) -> bool {
        let text = self.report.source.text;
        let before = text.get(..node.span.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.trim().is_empty()
    }

    fn with_dashes(&self, finding: Diagnostic, node: &Node, items: &[String]) -> Diagnostic {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        if !self.is_below(node) {
            let list = in_brackets(&items, Style::Plain);
            return self.fixed(finding.with("example", &list), node, &list);
        }
        let items: Vec<String> = items.iter().map(|item| like(item, Style::Plain)).collect();
        let text = self.report.source.text;
        let before = text.get(..node.span.start).unwrap_or_default();
        let indent = before.rsplit('\n').next().unwrap_or_default();
        let list = items.join(&format!("\n{indent}- "));
        let first = items.first().map_or("", String::as_str);
        let finding = finding.with("dash", format!("- {}", excerpt(first)));
        self.fixed(finding, node, &format!("- {list}"))
    }
}

/// Items as a list on one line.
fn in_brackets(items: &[&str], style: Style) -> String {
    let items = items.iter().filter(|item| !item.is_empty());
    let items: Vec<String> = items.map(|item| like(item, style)).collect();
    format!("[{}]", items.join(", "))
}

/// What stands behind the sign of an item of a list: `-a`, `• a`, `– a`, `1. a`.
fn item_of(line: &str) -> Option<&str> {
    const SIGNS: [char; 5] = ['-', '–', '—', '→', '+'];
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match digits.len() < line.len() && line.len() - digits.len() < 3 {
        true => digits.strip_prefix(['.', ')'])?,
        false if markdown::lettered(line) => line.trim_start_matches(|c: char| !c.is_whitespace()),
        false => line.strip_prefix(|c| SIGNS.contains(&c) || markdown::is_bullet(c))?,
    };
    let is_number = digits.len() < line.len();
    let is_apart = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    let is_word = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '«' | '/'));
    (is_word && (is_apart || !is_number)).then_some(rest)
}

/// The items of a text that may be several: `a ; b`, `a / b`, `a, b et c`. Of a sentence, nobody
/// would think so.
pub(super) fn separated(text: &str) -> Option<Vec<&str>> {
    /// The most words of an item.
    const MOST: usize = 5;
    let text = text.trim();
    if text.len() > 300 || text.ends_with(['.', '!', '?', '…']) || text.contains('\n') {
        return None;
    }
    let items: Vec<&str> = match text {
        _ if text.contains("; ") => text.split(';').collect(),
        _ if text.contains(" / ") => text.split(" / ").collect(),
        _ => text
            .split(", ")
            .flat_map(|item| item.split(" et "))
            .flat_map(|item| item.split(" and "))
            .collect(),
    };
    let items: Vec<&str> = items.into_iter().map(str::trim).collect();
    let is_item = |item: &&str| {
        let words = item.split_whitespace().count();
        (1..=MOST).contains(&words)
    };
    (items.len() > 1 && items.iter().all(is_item)).then_some(items)
}

/// The pieces of a text that was meant as a list: between commas, semicolons and the word before the
/// last, without quotation marks.
pub fn pieces(text: &str) -> Vec<&str> {
    const MARKS: [char; 7] = ['"', '\'', '«', '»', '“', '”', '’'];
    let is_mark = |c: char| MARKS.contains(&c) || c.is_whitespace();
    text.split([',', ';', '\n'])
        .flat_map(|piece| piece.split(" et "))
        .flat_map(|piece| piece.split(" and "))
        .flat_map(|piece| piece.split(" & "))
        .flat_map(|piece| piece.split(" / "))
        .map(|piece| piece.trim_matches(is_mark))
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// What stands between the quotation marks of `"a", "b"`, two at least.
pub(super) fn quoted_pieces(text: &str) -> Option<Vec<&str>> {
    let mut rest = text.trim();
    let mut found = Vec::new();
    loop {
        let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let end = rest[1..].find(mark)? + 1;
        found.push(&rest[1..end]);
        rest = rest[end + 1..].trim_start();
        if rest.is_empty() {
            return (found.len() > 1).then_some(found);
        }
        let separators = [",", ";", "et ", "and ", "&"];
        let next = separators
            .into_iter()
            .find_map(|sign| rest.strip_prefix(sign));
        rest = next?.trim_start();
    }
}
