//! One value: a text of a type, or a map.

use super::*;
use rihla_text::language::{language_called, looks_like_language, tag_meant};
use rihla_text::markdown::characters;

impl Reader<'_> {
    /// Adds the corrected line, unless the value is a block of lines.
    pub(super) fn fixed(&self, finding: Diagnostic, node: &Node, new: &str) -> Diagnostic {
        match &node.value {
            yaml::Value::Scalar(scalar) if is_block(scalar.style) => finding,
            _ => self.report.fixed(finding, node.span, new),
        }
    }

    pub(super) fn single(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        standing: Standing<'_>,
    ) -> Option<Spanned> {
        let value = match (&field.kind, &node.value) {
            (FieldKind::Object(fields), yaml::Value::Map(map)) => {
                self.object(fields, map, standing).map(FieldValue::Object)
            }
            (FieldKind::Image, yaml::Value::Map(map)) => self
                .image(field, node, map, standing)
                .map(|image| FieldValue::Image(Box::new(image))),
            (FieldKind::Money, yaml::Value::Map(map)) => {
                self.money(field, node, map).map(FieldValue::Money)
            }
            (FieldKind::Money, yaml::Value::Scalar(scalar)) => {
                self.money_as_text(field, node, &scalar.text);
                None
            }
            (FieldKind::Object(_), _) | (_, yaml::Value::Map(_) | yaml::Value::List(_)) => {
                self.wrong_kind(field, node, key);
                None
            }
            (_, yaml::Value::Null) => None,
            (kind, yaml::Value::Scalar(scalar)) => self.scalar(field, kind, node, scalar),
        }?;
        Some(self.spanned(value, node.span))
    }

    fn object(
        &mut self,
        fields: &[Field],
        map: &yaml::Map,
        standing: Standing<'_>,
    ) -> Option<Vec<(Arc<str>, Spanned)>> {
        let mut values: Vec<(Arc<str>, Spanned)> = Vec::new();
        for (key, node) in map.iter() {
            let Some(field) = field_of(fields, &key.name) else {
                self.unknown_key(key, map, || fields.iter());
                continue;
            };
            if let Some(value) = self.field(field, node, Some(key.span), standing)
                && values.iter().all(|(name, _)| *name != field.name)
            {
                values.push((field.name.clone(), value));
            }
        }
        (!values.is_empty()).then_some(values)
    }

    /// A list or a map where neither is wanted, or a text where a map is.
    pub(super) fn wrong_kind(&mut self, field: &Field, node: &Node, key: Option<Span>) {
        let source = self.report.slice(self.report.trimmed(node.span));
        let is_flow = source.starts_with(['[', '{']) && !source.contains('\n');
        let wants_text = matches!(
            field.kind,
            FieldKind::Text | FieldKind::Markdown | FieldKind::Alternative
        );
        if let yaml::Value::List(items) = &node.value
            && !matches!(field.kind, FieldKind::Object(_))
        {
            let mut finding = self
                .report
                .at(&says::ONE_VALUE_WANTED, node.span)
                .with("field", &field.name)
                .with("count", items.len());
            let words = items.iter().map(|item| match &item.value {
                yaml::Value::Scalar(scalar) if !is_block(scalar.style) => Some(scalar.text.trim()),
                _ => None,
            });
            let words: Option<Vec<&str>> = words.collect();
            // Of texts, one is made.
            if let Some(words) = words.filter(|_| wants_text)
                && source.len() < 1000
            {
                let new = quoted(&words.join(", "));
                let whole = match key {
                    Some(key) => Span::new(key.start, node.span.end),
                    None => node.span,
                };
                let line = match key {
                    Some(key) => format!("{}: {new}", self.report.slice(key)),
                    None => new.clone(),
                };
                let finding = finding.with("example", new);
                let finding = self.report.fixed(finding, whole, &line);
                return self.report.push(finding);
            }
            if let [only] = items.as_slice()
                && let yaml::Value::Scalar(scalar) = &only.value
                && !is_block(scalar.style)
            {
                let plain = self.report.slice(self.report.trimmed(only.span));
                finding = match key {
                    // A list in lines of its own goes back to the line of its key.
                    Some(key) => {
                        let whole = Span::new(key.start, node.span.end);
                        let new = format!("{}: {plain}", self.report.slice(key));
                        self.report.fixed(finding, whole, &new)
                    }
                    None => self.report.fixed(finding, node.span, plain),
                };
            }
            return self.report.push(finding);
        }
        let mut finding = self
            .report
            .at(&says::WRONG_KIND, node.span)
            .with("field", &field.name)
            .with("wanted", field.kind.term())
            .with("found", found(node));
        if wants_text && is_flow && source.len() < 1000 {
            // `title: [Maroc] Convention` and its like: the brackets belong to the words.
            let new = quoted(source);
            finding = self
                .report
                .fixed(finding.with("example", &new), node.span, &new);
        } else if let FieldKind::Object(fields) = &field.kind {
            finding = match named(fields, node) {
                Some((meant, is_whole)) => {
                    let line = source_line(self.report.source.text, node.span.start);
                    let is_item = line.trim_start() == "- " && key.is_none();
                    let new = match is_item {
                        true => meant.clone(),
                        false => format!("{{{meant}}}"),
                    };
                    let shown = match is_item {
                        true => format!("- {meant}"),
                        false => new.clone(),
                    };
                    let finding = finding.with("meant", shown);
                    match is_whole {
                        true => self.fixed(finding, node, &new),
                        false => finding,
                    }
                }
                None => {
                    let keys = fields
                        .iter()
                        .take(3)
                        .map(|field| format!("{}: …", field.name));
                    let keys = keys.collect::<Vec<_>>().join(", ");
                    // An item of a list has no key of its own.
                    finding.with(
                        "example",
                        match key {
                            Some(_) => format!("{{{keys}}}"),
                            None => format!("[{{{keys}}}]"),
                        },
                    )
                }
            };
        }
        self.report.push(finding);
    }

    fn scalar(
        &mut self,
        field: &Field,
        kind: &FieldKind,
        node: &Node,
        scalar: &yaml::Scalar,
    ) -> Option<FieldValue> {
        let text = &*scalar.text;
        if matches!(
            kind,
            FieldKind::Text | FieldKind::Markdown | FieldKind::Alternative
        ) {
            self.remark(field, node, scalar);
            self.escape(field, kind, node, scalar);
        }
        let (result, message): (Result<FieldValue, Wrong>, &'static Message) = match kind {
            FieldKind::Text | FieldKind::Alternative => {
                let text = characters(text.trim());
                self.check_length(field, node, &text);
                self.wording(field, node, &text);
                (Ok(FieldValue::Text((*text).into())), &says::WRONG_KIND)
            }
            FieldKind::Markdown => {
                let text = text.trim_end();
                self.check_length(field, node, text);
                self.accents(node);
                (Ok(FieldValue::Markdown(text.into())), &says::WRONG_KIND)
            }
            FieldKind::Date => {
                if let Some(lost) = kinds::lost_hour(text, self.zone) {
                    self.lost_hour(field, node, lost);
                }
                (
                    kinds::date(text, self.zone).map(FieldValue::Date),
                    &says::DATE_FORM,
                )
            }
            FieldKind::DateTime => (
                kinds::moment(text, self.zone).map(FieldValue::DateTime),
                &says::DATETIME_FORM,
            ),
            FieldKind::Number => (
                kinds::number(text).map(FieldValue::Number),
                &says::NUMBER_FORM,
            ),
            FieldKind::Boolean => (
                kinds::boolean(text).map(FieldValue::Boolean),
                &says::BOOLEAN_FORM,
            ),
            FieldKind::Choice(choices) => return self.choice(field, choices, node, text),
            FieldKind::Image => {
                let file = match kinds::file(text) {
                    Ok(file) => self.spanned(FieldValue::File(file.into()), node.span),
                    Err(wrong) => {
                        self.wrong(field, node, scalar, &says::FILE_FORM, wrong);
                        return None;
                    }
                };
                return Some(FieldValue::Image(Box::new(Image {
                    file,
                    alt: None,
                    credit: None,
                    focus: None,
                    caption: None,
                })));
            }
            FieldKind::File => (
                kinds::file(text).map(|t| FieldValue::File(t.into())),
                &says::FILE_FORM,
            ),
            FieldKind::Link => (
                kinds::link(text)
                    .inspect(|text| self.own_machine(node, text))
                    .map(|t| FieldValue::Link(t.into())),
                &says::LINK_FORM,
            ),
            FieldKind::Form(form) => (
                (form.read)(text).map(|t| FieldValue::Form(t.into())),
                form.message,
            ),
            FieldKind::Reference { .. } => (
                kinds::reference(text, self.languages).map(|t| FieldValue::Reference(t.into())),
                &says::REFERENCE_FORM,
            ),
            FieldKind::Slug => (
                kinds::slug(text).map(|t| FieldValue::Text(t.into())),
                &says::SLUG_FORM,
            ),
            FieldKind::Address => (
                kinds::address(text).map(|t| FieldValue::Text(t.into())),
                &says::ADDRESS_FORM,
            ),
            FieldKind::Language => return self.language(node, scalar),
            // `single` has dealt with these.
            FieldKind::Money | FieldKind::List(_) | FieldKind::Object(_) => return None,
        };
        match result {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.wrong(field, node, scalar, message, wrong);
                None
            }
        }
    }

    /// The hour that a date does not keep.
    fn lost_hour(&mut self, field: &Field, node: &Node, lost: kinds::LostHour) {
        let day = lost.day.to_string();
        let other = lost.written.map(|written| written.to_string());
        let finding = self
            .report
            .at(&says::DATE_HOUR, node.span)
            .with("field", &field.name)
            .with("hour", lost.hour)
            .with("suggested", &day)
            .with_some("other", other.as_ref());
        let mut finding = self.fixed(finding, node, &day);
        if let Some(other) = other {
            finding = self.fixed(finding, node, &other);
        }
        self.report.push(finding);
    }

    /// A text that is no value of its kind.
    pub(super) fn wrong(
        &mut self,
        field: &Field,
        node: &Node,
        scalar: &yaml::Scalar,
        message: &'static Message,
        wrong: Wrong,
    ) {
        let value = excerpt(&scalar.text);
        let finding = match self.within_marks(&field.kind, &scalar.text, wrong) {
            Wrong::Form(suggested) => {
                // `8,10` are two numbers, or one with a comma.
                let is_clear = !field.many || !scalar.text.contains(',');
                let suggested = suggested.filter(|_| is_clear);
                let collection = match &field.kind {
                    FieldKind::Reference { to } => Some(to),
                    _ => None,
                };
                let letter = match &field.kind {
                    FieldKind::Form(form) if suggested.is_none() => (form.stranger)(&scalar.text),
                    _ => None,
                };
                let finding = self
                    .report
                    .at(message, node.span)
                    .with("field", &field.name)
                    .with("value", value)
                    .with_some("collection", collection)
                    .with_some("letter", letter)
                    .with_some("suggested", suggested.as_ref());
                let other = self.month_first(field, &scalar.text, suggested.as_deref());
                let finding = match suggested {
                    // What is not text loses the quotes that hid what it was.
                    Some(text) if field.kind.is_plain() => self.fixed(finding, node, &text),
                    Some(text) => self.fixed(finding, node, &like(&text, scalar.style)),
                    None => finding,
                };
                match other {
                    Some(other) => self.fixed(finding.with("other", &other), node, &other),
                    None => finding,
                }
            }
            Wrong::Impossible(last) => {
                let whole = last.as_ref().filter(|last| last.len() > 10);
                let day = last.as_ref().and_then(|last| last.get(..10));
                self.report
                    .at(&says::DATE_IMPOSSIBLE, node.span)
                    .with("value", value)
                    .with_some("last", day)
                    .with_some("whole", whole)
            }
            Wrong::Weekday(date) => {
                let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
                self.report
                    .at(&says::DATE_WEEKDAY, node.span)
                    .with("value", value)
                    .with("date", date.to_string())
                    .with("day", says::WEEKDAYS[day])
            }
            Wrong::WithoutYear(month, day) => self
                .report
                .at(&says::DATE_YEAR, node.span)
                .with("value", value)
                .with("example", format!("…-{month:02}-{day:02}")),
            Wrong::WithoutDay(year, month) => self
                .report
                .at(&says::DATE_DAY, node.span)
                .with("value", value)
                .with("example", format!("{year:04}-{month:02}-…")),
            Wrong::Hour(day, hour) => self
                .report
                .at(message, node.span)
                .with("field", &field.name)
                .with("value", value)
                .with("hour", hour)
                .with("suggested", day),
            Wrong::Unreachable => self
                .report
                .at(&says::DATE_RANGE, node.span)
                .with("field", &field.name)
                .with("value", value),
            Wrong::TooLong => self
                .report
                .at(&says::NUMBER_LONG, node.span)
                .with("value", value),
            Wrong::Query => self
                .report
                .at(&says::ADDRESS_QUERY, node.span)
                .with("value", value),
            Wrong::Percent => self
                .report
                .at(&says::ADDRESS_PERCENT, node.span)
                .with("value", value),
            Wrong::Refused(scheme) => self
                .report
                .at(&says::LINK_REFUSED, node.span)
                .with("scheme", scheme),
        };
        self.report.push(finding);
    }

    /// What is wrong with a value in curly quotation marks: where it is right between them, only these.
    fn within_marks(&self, kind: &FieldKind, text: &str, wrong: Wrong) -> Wrong {
        let marks = ['“', '”', '„', '«', '»', '‘', '’', '"', '\''];
        let inner = text.trim_matches(marks).trim();
        if !matches!(wrong, Wrong::Form(None)) || inner == text {
            return wrong;
        }
        let read = match kind {
            FieldKind::Date => kinds::date(inner, self.zone).map(drop),
            FieldKind::DateTime => kinds::moment(inner, self.zone).map(drop),
            FieldKind::Number => kinds::number(inner).map(drop),
            FieldKind::Boolean => kinds::boolean(inner).map(drop),
            _ => return wrong,
        };
        match read {
            Ok(()) => Wrong::Form(Some(inner.to_owned())),
            Err(Wrong::Form(Some(suggested))) => Wrong::Form(Some(suggested)),
            Err(_) => wrong,
        }
    }

    /// The other reading of `03/04/2026`, unless the file is in a language that puts the day first
    /// everywhere.
    fn month_first(&self, field: &Field, text: &str, suggested: Option<&str>) -> Option<String> {
        let number = usize::from(self.report.source.file);
        let tag = match number.checked_sub(1) {
            Some(language) => self.languages.get(language),
            None => self.languages.first(),
        };
        let is_english = tag.is_some_and(|tag| tag.split('-').next() == Some("en"));
        let is_date = matches!(field.kind, FieldKind::Date | FieldKind::DateTime);
        if !is_date || !is_english {
            return None;
        }
        let date = kinds::month_first(text)?.to_string();
        (suggested.is_some_and(|suggested| suggested != date)).then_some(date)
    }

    /// `Réunion # 5 à Rabat`: words after a character that begins a comment, on the line of a text.
    ///
    /// Where the character stands before a letter, the reader of YAML has told it.
    fn remark(&mut self, field: &Field, node: &Node, scalar: &yaml::Scalar) {
        let source = self.report.source.text;
        let value = self.report.trimmed(node.span);
        let Some(rest) = source.get(value.end..) else {
            return;
        };
        let rest = rest.split('\n').next().unwrap_or(rest).trim_end();
        let remark = rest.trim_start_matches([' ', '\t']);
        let words = remark.trim_start_matches('#').trim_start();
        let is_glued = remark
            .strip_prefix('#')
            .is_some_and(|words| words.starts_with(char::is_alphanumeric));
        let is_remark = remark.starts_with('#')
            && remark.len() < rest.len()
            && words.contains(char::is_alphanumeric);
        if scalar.style != Style::Plain || is_glued || !is_remark {
            return;
        }
        let end = value.end + rest.len();
        let start = end - remark.len();
        let finding = self
            .report
            .at(&says::TEXT_COMMENT, Span::new(start, end))
            .with("field", &field.name)
            .with("lost", excerpt(remark));
        let line = source[..value.start].rfind('\n').map_or(0, |at| at + 1);
        let written = &source[value.start..value.end];
        if written.contains('\n') || end - line > 1000 {
            return self.report.push(finding);
        }
        let head = &source[line..value.start];
        let line = Span::new(line, end);
        let whole = quoted(&source[value.start..end]);
        let mut finding = finding.replace(line, format!("{head}{whole}"));
        // What is no item of a list can have the remark above it.
        let key = head.trim_start();
        if !key.starts_with('-') && key.ends_with(": ") {
            let indent = &head[..head.len() - key.len()];
            finding = finding.replace(line, format!("{indent}# {words}\n{head}{written}"));
        }
        self.report.push(finding);
    }

    /// `"C:\temp\new"`: what stands after a backslash was meant as it is written.
    fn escape(&mut self, field: &Field, kind: &FieldKind, node: &Node, scalar: &yaml::Scalar) {
        let is_control = |c: char| c.is_control();
        if scalar.style != Style::DoubleQuoted || !scalar.text.contains(is_control) {
            return;
        }
        let source = self.report.slice(self.report.trimmed(node.span));
        let Some(inner) = source.strip_prefix('"').and_then(|s| s.strip_suffix('"')) else {
            return;
        };
        // Of `\\`, the second character is that of the first.
        let mut escapes = Vec::new();
        let mut characters = inner.chars();
        while let Some(character) = characters.next() {
            if character == '\\' {
                escapes.extend(characters.next());
            }
        }
        let found = escapes.iter().find(|c| "abtnvfre0".contains(**c));
        let is_path = inner.char_indices().any(|(at, c)| {
            let rest = &inner[at + c.len_utf8()..];
            c.is_ascii_alphabetic()
                && rest.starts_with(":\\")
                && !inner[..at].ends_with(char::is_alphanumeric)
        });
        let is_line = matches!(kind, FieldKind::Text | FieldKind::Alternative) && !field.many;
        let Some(letter) = found.filter(|_| is_path || is_line) else {
            return;
        };
        let character = says::ESCAPES.iter().find(|(known, _)| known == letter);
        let character = character.map_or(&says::ESCAPE, |(_, character)| character);
        let finding = self
            .report
            .at(&says::ESCAPE_MEANT, node.span)
            .with("written", format!("\\{letter}"))
            .with("sign", *character);
        let is_plain = !inner.contains('\n');
        let are_spaces = escapes.iter().all(|sign| matches!(sign, 't' | 'n' | '"'));
        let meant = match (is_plain, is_path) {
            // Between single quotation marks nothing else is meant by a backslash.
            (true, true) if !escapes.contains(&'"') => {
                Some(format!("'{}'", inner.replace('\'', "''")))
            }
            // On one line, a tab or the end of a line is a space.
            (true, false) if are_spaces => {
                let words: Vec<&str> = scalar.text.split_whitespace().collect();
                Some(quoted(&words.join(" ")))
            }
            _ => None,
        };
        let finding = match meant {
            Some(meant) => self.fixed(finding, node, &meant),
            None => finding,
        };
        self.report.push(finding);
    }

    fn check_length(&mut self, field: &Field, node: &Node, text: &str) {
        let Some(max) = field.max else { return };
        // Characters are never more than bytes.
        if field.many || text.len() <= max {
            return;
        }
        let count = text.chars().count();
        if count > max {
            let finding = self
                .report
                .at(&says::TOO_LONG, node.span)
                .with("field", &field.name)
                .with("count", count)
                .with("max", max)
                .with("over", count - max);
            self.report.push(finding);
        }
    }

    fn choice(
        &mut self,
        field: &Field,
        choices: &[Choice],
        node: &Node,
        text: &str,
    ) -> Option<FieldValue> {
        let text = text.trim();
        if let Some(choice) = choices.iter().find(|choice| *choice.key == *text) {
            return Some(FieldValue::Choice(choice.key.clone()));
        }
        // The words that a visitor reads are understood as well as the key.
        let normalized = rihla_text::language::slug(text);
        let labels = || {
            let of = |choice: &Choice| -> Vec<String> {
                let labels = choice.labels.iter();
                labels
                    .map(|(_, label)| rihla_text::language::slug(label))
                    .collect()
            };
            choices.iter().flat_map(move |choice| {
                of(choice)
                    .into_iter()
                    .map(move |label| (&*choice.key, label))
            })
        };
        let labelled = labels().find(|(_, label)| *label == normalized && !label.is_empty());
        // `communiqué` for “Communiqué de presse”, `ong` for “Organisation non gouvernementale”.
        let inside = format!("-{normalized}-");
        let is_part = |label: &str| {
            let initials: String = label
                .split('-')
                .filter_map(|word| word.chars().next())
                .collect();
            format!("-{label}-").contains(&inside) || normalized.len() > 1 && initials == normalized
        };
        let mut parts: Vec<&str> = labels()
            .filter(|(_, label)| !normalized.is_empty() && is_part(label))
            .map(|(key, _)| key)
            .collect();
        parts.dedup();
        let part = match parts[..] {
            [only] => Some(only),
            _ => None,
        };
        let near = labelled
            .map(|(key, _)| key)
            .or(part)
            .or_else(|| nearest_named(text, choices.iter().map(|choice| &*choice.key)))
            .or_else(|| {
                let labels: Vec<(&str, String)> = labels().collect();
                let near = nearest_named(text, labels.iter().map(|(_, label)| label.as_str()))?;
                labels
                    .iter()
                    .find(|(_, label)| label == near)
                    .map(|(key, _)| *key)
            });
        let mut finding = self
            .report
            .at(&says::CHOICE_UNKNOWN, node.span)
            .with("field", &field.name)
            .with("value", excerpt(text))
            .with("allowed", listed(choices.iter().map(|choice| &*choice.key)))
            .with_some("nearest", near);
        if let Some(near) = near {
            finding = self.fixed(finding, node, near);
        }
        self.report.push(finding);
        None
    }

    fn language(&mut self, node: &Node, scalar: &yaml::Scalar) -> Option<FieldValue> {
        let text = scalar.text.trim();
        if self.is_language(text) {
            return Some(FieldValue::Text(self.tag(text)));
        }
        let near = self.language_near(text);
        let mut finding = self
            .report
            .at(&says::TAG_UNKNOWN, node.span)
            .with("value", excerpt(text))
            .with("allowed", self.listed_languages())
            .with_some("nearest", near);
        if let Some(near) = near {
            finding = self.fixed(finding, node, near);
        }
        self.report.push(finding);
        None
    }

    /// The language of the site that was meant: by its name, or by a tag that is nearly its own.
    fn language_near(&self, text: &str) -> Option<&str> {
        let mut tags = self.languages.iter().map(|tag| &**tag);
        if let Some(called) = language_called(text) {
            return tags.find(|tag| *tag == called);
        }
        nearest(text, tags).filter(|near| !is_language(text) || text.eq_ignore_ascii_case(near))
    }
}

/// What stands on the line of a place before it.
fn source_line(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// A value alone as the field of the object that it is to be, and whether that is all which the object
/// must have.
fn named(fields: &[Field], node: &Node) -> Option<(String, bool)> {
    let yaml::Value::Scalar(scalar) = &node.value else {
        return None;
    };
    let text = scalar.text.trim();
    if is_block(scalar.style) || text.is_empty() || text.len() > 200 || text.contains('\n') {
        return None;
    }
    let meant = fields
        .iter()
        .find(|field| is_of(&field.kind, text))
        .or_else(|| fields.first())?;
    let written = match meant.kind {
        FieldKind::Text if &*meant.name == "language" => {
            let tag = tag_meant(text);
            tag.or_else(|| looks_like_language(text).then(|| text.to_owned()))?
        }
        FieldKind::Text | FieldKind::Link | FieldKind::Form(_) => quoted(text),
        FieldKind::Reference { .. } | FieldKind::Choice(_) => like(text, scalar.style),
        _ => return None,
    };
    let needed = |field: &&Field| field.required || field.name == meant.name;
    let parts = fields.iter().filter(needed).map(|field| {
        let is_meant = field.name == meant.name;
        format!("{}: {}", field.name, if is_meant { &*written } else { "…" })
    });
    let parts = parts.collect::<Vec<_>>().join(", ");
    let is_whole = fields.iter().filter(needed).count() == 1;
    Some((parts, is_whole))
}

/// Whether a text shows by its form that it is a value of a kind: an address.
fn is_of(kind: &FieldKind, text: &str) -> bool {
    match kind {
        FieldKind::Link => text.contains("://") && kinds::link(text).is_ok(),
        FieldKind::Form(form) => form.shows(text),
        _ => false,
    }
}
