//! `rules:` of a `collection.yaml` → [`Rule`]s.

use super::super::{Check, FieldPath, Point, Rule, field_of};
use super::*;
use fixed_decimal::Decimal;
use rihla_diagnostics::Text;

/// The rules, each with the example that shows its form.
const RULES: [(&str, &str); 7] = [
    ("before", "{before: [start, end]}"),
    ("not_future", "{not_future: [start.actual, end.actual]}"),
    ("valid_until", "{valid_until: [review_by]}"),
    ("sum", "{sum: {of: sectors.percent, is: 100}}"),
    ("prefix_of", "{prefix_of: [sdg.goals, sdg.targets]}"),
    ("positive", "{positive: [budget, donors.amount]}"),
    ("same_total", "{same_total: [donors.amount, budget]}"),
];

/// The values that a rule is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    DatesOrNumbers,
    Dates,
    Numbers,
    Amounts,
    Words,
    Plain,
}

impl About {
    fn accepts(self, kind: &FieldKind) -> bool {
        let is_date = matches!(kind, FieldKind::Date | FieldKind::DateTime);
        let is_number = matches!(kind, FieldKind::Number);
        let is_word = matches!(
            kind,
            FieldKind::Text
                | FieldKind::Choice(_)
                | FieldKind::Reference { .. }
                | FieldKind::Slug
                | FieldKind::Language
        );
        match self {
            Self::DatesOrNumbers => is_date || is_number,
            Self::Dates => is_date,
            Self::Numbers => is_number,
            Self::Amounts => is_number || matches!(kind, FieldKind::Money),
            Self::Words => is_word || is_number,
            Self::Plain => is_word || is_number || matches!(kind, FieldKind::Boolean),
        }
    }

    fn term(self) -> Text {
        match self {
            Self::DatesOrNumbers => Text("rule-of-dates-or-numbers"),
            Self::Dates => Text("rule-of-dates"),
            Self::Numbers => Text("rule-of-numbers"),
            Self::Amounts => Text("rule-of-numbers-or-amounts"),
            Self::Words => Text("rule-of-texts-numbers-choices-or"),
            Self::Plain => Text("rule-of-choices-texts-numbers-references"),
        }
    }
}

/// A rule while it is read.
#[derive(Clone, Copy)]
struct Reading<'f> {
    name: &'static str,
    example: &'static str,
    fields: &'f [Field],
    builtin: &'f [Field],
}

impl Declaration<'_> {
    pub(super) fn rules(&mut self, node: &Node, fields: &[Field]) -> Vec<Rule> {
        let builtin = std::mem::take(&mut self.builtin);
        let rules = match &node.value {
            yaml::Value::List(items) => items
                .iter()
                .filter_map(|item| self.rule(item, fields, &builtin))
                .collect(),
            yaml::Value::Null => Vec::new(),
            _ => {
                self.form(node.span, "rules", "rules: [{before: [start, end]}]");
                Vec::new()
            }
        };
        self.builtin = builtin;
        rules
    }

    fn rule(&mut self, node: &Node, fields: &[Field], builtin: &[Field]) -> Option<Rule> {
        let yaml::Value::Map(map) = &node.value else {
            self.form(node.span, "rules", "- {before: [start, end]}");
            return None;
        };
        let mut when = Some(Vec::new());
        let mut check: Option<Option<Check>> = None;
        for (key, node) in map.iter() {
            let known = RULES.into_iter().find(|(name, _)| *name == key.name);
            match known {
                _ if key.name == "when" => {
                    let reading = Reading {
                        name: "when",
                        example: "{before: [today, end], when: {status: open}}",
                        fields,
                        builtin,
                    };
                    when = self.conditions(node, reading);
                }
                Some((name, example)) => {
                    let reading = Reading {
                        name,
                        example,
                        fields,
                        builtin,
                    };
                    let found = self.check(node, reading);
                    if check.is_some() {
                        let finding = self.at(&says::RULE_SEVERAL, key.span);
                        self.push(finding.with("key", name));
                    } else {
                        check = Some(found);
                    }
                }
                None => {
                    let names = || RULES.into_iter().map(|(name, _)| name);
                    let near = nearest(&key.name, names().chain(["when"]));
                    let finding = self
                        .unknown(&says::RULE_UNKNOWN, key.span, ("key", &key.name), near)
                        .with("allowed", listed(names()));
                    self.push(finding);
                    check = check.or(Some(None));
                }
            }
        }
        let Some(check) = check else {
            self.form(node.span, "rules", "- {before: [start, end]}");
            return None;
        };
        Some(Rule {
            check: check?,
            when: when?,
            span: node.span,
        })
    }

    fn rule_form<T>(&mut self, reading: Reading<'_>, span: Span) -> Option<T> {
        let finding = self.at(&says::RULE_FORM, span);
        self.push(
            finding
                .with("key", reading.name)
                .with("example", reading.example),
        );
        None
    }

    fn check(&mut self, node: &Node, reading: Reading<'_>) -> Option<Check> {
        match reading.name {
            "before" => self.before(node, reading),
            "not_future" => self
                .paths(node, reading, About::Dates)
                .map(Check::NotFuture),
            "valid_until" => self
                .paths(node, reading, About::Dates)
                .map(Check::ValidUntil),
            "positive" => self
                .paths(node, reading, About::Amounts)
                .map(Check::Positive),
            "same_total" => {
                let (one, other) = self.pair(node, reading, About::Amounts)?;
                Some(Check::SameTotal(one, other))
            }
            "sum" => self.sum(node, reading),
            _ => self.prefix(node, reading),
        }
    }

    fn before(&mut self, node: &Node, reading: Reading<'_>) -> Option<Check> {
        let yaml::Value::List(items) = &node.value else {
            return self.rule_form(reading, node.span);
        };
        let mut points = Vec::with_capacity(items.len());
        // Whether dates are compared, once that is known.
        let mut dates = None;
        for item in items {
            let is_today = matches!(&item.value,
                yaml::Value::Scalar(scalar) if scalar.text.trim() == "today");
            let is_date = if is_today {
                points.push(Some(Point::Today));
                true
            } else {
                let found = self.path(item, reading, About::DatesOrNumbers);
                points.push(found.as_ref().map(|(path, _)| Point::Field(path.clone())));
                match found {
                    Some((_, field)) => !matches!(innermost(&field.kind), FieldKind::Number),
                    None => continue,
                }
            };
            if *dates.get_or_insert(is_date) != is_date {
                let finding = self.at(&says::RULE_MIXED, item.span);
                self.push(finding.with("rule", reading.name));
                points.push(None);
            }
        }
        let has_field = points.iter().any(|point| *point != Some(Point::Today));
        if points.len() < 2 || !has_field {
            return self.rule_form(reading, node.span);
        }
        points.into_iter().collect::<Option<_>>().map(Check::Before)
    }

    /// `{of: sectors.percent, is: 100}`.
    fn sum(&mut self, node: &Node, reading: Reading<'_>) -> Option<Check> {
        let yaml::Value::Map(map) = &node.value else {
            return self.rule_form(reading, node.span);
        };
        let known = map.iter().all(|(key, _)| matches!(&*key.name, "of" | "is"));
        let (Some(of), Some(is), true) = (map.get("of"), map.get("is"), known) else {
            return self.rule_form(reading, node.span);
        };
        let of = self.path(of, reading, About::Numbers);
        let wanted = Field::new("is", FieldKind::Number);
        let is: Option<Decimal> = match self.reader.field(&wanted, is, None, Standing::Shared) {
            Some(spanned) => match spanned.value {
                FieldValue::Number(number) => Some(number),
                _ => None,
            },
            None if is.value == yaml::Value::Null => return self.rule_form(reading, node.span),
            None => None,
        };
        Some(Check::Sum { of: of?.0, is: is? })
    }

    /// `[sdg.goals, sdg.targets]`, or `{start: …, of: …, mark: …}`.
    fn prefix(&mut self, node: &Node, reading: Reading<'_>) -> Option<Check> {
        let yaml::Value::Map(map) = &node.value else {
            let (start, of) = self.pair(node, reading, About::Words)?;
            return Some(Check::PrefixOf {
                start,
                of,
                mark: None,
            });
        };
        let known = map
            .iter()
            .all(|(key, _)| matches!(&*key.name, "start" | "of" | "mark"));
        let (Some(start), Some(of), true) = (map.get("start"), map.get("of"), known) else {
            return self.rule_form(reading, node.span);
        };
        let start = self.path(start, reading, About::Words);
        let of = self.path(of, reading, About::Words);
        let mark = match map.get("mark").map(|node| &node.value) {
            Some(yaml::Value::Scalar(scalar)) => Some(scalar.text.as_str().into()),
            None | Some(yaml::Value::Null) => None,
            Some(_) => return self.rule_form(reading, node.span),
        };
        Some(Check::PrefixOf {
            start: start?.0,
            of: of?.0,
            mark,
        })
    }

    // ------------------------------------------------------------ conditions

    fn conditions(
        &mut self,
        node: &Node,
        reading: Reading<'_>,
    ) -> Option<Vec<(FieldPath, Arc<str>)>> {
        let yaml::Value::Map(map) = &node.value else {
            return self.rule_form(reading, node.span);
        };
        let conditions: Vec<_> = map
            .iter()
            .map(|(key, node)| {
                let (path, field) = self.named(&key.name, key.span, reading, About::Plain)?;
                let name = path.to_string();
                let single = Field::new(name, innermost(&field.kind).clone());
                let value = self
                    .reader
                    .field(&single, node, Some(key.span), Standing::Shared);
                if value.is_none() && node.value == yaml::Value::Null {
                    return self.rule_form(reading, key.span);
                }
                let text = crate::schema::rules::plain(&value?.value)?;
                Some((path, text))
            })
            .collect();
        conditions.into_iter().collect()
    }

    // ------------------------------------------------------------ paths

    fn paths(&mut self, node: &Node, reading: Reading<'_>, about: About) -> Option<Vec<FieldPath>> {
        let items = match &node.value {
            yaml::Value::List(items) if !items.is_empty() => items,
            _ => return self.rule_form(reading, node.span),
        };
        let paths: Vec<_> = items
            .iter()
            .map(|item| self.path(item, reading, about).map(|(path, _)| path))
            .collect();
        paths.into_iter().collect()
    }

    fn pair(
        &mut self,
        node: &Node,
        reading: Reading<'_>,
        about: About,
    ) -> Option<(FieldPath, FieldPath)> {
        let yaml::Value::List(items) = &node.value else {
            return self.rule_form(reading, node.span);
        };
        let [one, other] = items.as_slice() else {
            return self.rule_form(reading, node.span);
        };
        let one = self.path(one, reading, about);
        let other = self.path(other, reading, about);
        Some((one?.0, other?.0))
    }

    fn path<'f>(
        &mut self,
        node: &Node,
        reading: Reading<'f>,
        about: About,
    ) -> Option<(FieldPath, &'f Field)> {
        match &node.value {
            yaml::Value::Scalar(scalar) => self.named(&scalar.text, node.span, reading, about),
            _ => self.rule_form(reading, node.span),
        }
    }

    /// The field at the end of a path, if the rule has a meaning for it.
    fn named<'f>(
        &mut self,
        text: &str,
        span: Span,
        reading: Reading<'f>,
        about: About,
    ) -> Option<(FieldPath, &'f Field)> {
        let text = text.trim();
        let mut names: Vec<Arc<str>> = Vec::new();
        let mut found: Option<&'f Field> = None;
        for part in text.split('.') {
            let none: &'f [Field] = &[];
            let (fields, also) = match found.map(|field| innermost(&field.kind)) {
                None => (reading.fields, reading.builtin),
                Some(FieldKind::Object(fields)) => (&**fields, none),
                Some(kind) => {
                    let finding = self
                        .at(&says::RULE_NO_FIELDS, span)
                        .with("path", excerpt(text))
                        .with("key", names.join("."))
                        .with("found", kind.term());
                    self.push(finding);
                    return None;
                }
            };
            let Some(field) = field_of(fields, part).or_else(|| field_of(also, part)) else {
                self.unknown_field(text, part, &names, span, fields, also);
                return None;
            };
            if is_doubtful(field, &self.doubtful) {
                // Its declaration is reported already.
                return None;
            }
            names.push(field.name.clone());
            found = Some(field);
        }
        let field = found?;
        let kind = innermost(&field.kind);
        if !about.accepts(kind) {
            let finding = self
                .at(&says::RULE_KIND, span)
                .with("rule", reading.name)
                .with("path", excerpt(text))
                .with("found", kind.term())
                .with("wanted", about.term());
            self.push(finding);
            return None;
        }
        Some((FieldPath(names), field))
    }

    fn unknown_field(
        &mut self,
        text: &str,
        part: &str,
        before: &[Arc<str>],
        span: Span,
        fields: &[Field],
        also: &[Field],
    ) {
        let names = |fields: &'_ [Field]| -> Vec<Arc<str>> {
            fields.iter().map(|field| field.name.clone()).collect()
        };
        let (declared, also) = (names(fields), names(also));
        let near = nearest(part, declared.iter().chain(&also).map(|name| &**name));
        let mut finding = self
            .at(&says::RULE_FIELD, span)
            .with("path", excerpt(text))
            .with("key", excerpt(part))
            .with("allowed", listed(declared.iter().map(|name| &**name)))
            .with_some("nearest", near);
        if let Some(near) = near {
            let after = text.split('.').skip(before.len() + 1);
            let path: Vec<&str> = (before.iter().map(|name| &**name))
                .chain([near])
                .chain(after)
                .collect();
            finding = finding.replace(span, path.join("."));
        }
        self.push(finding);
    }
}

/// What a field holds at the bottom of its lists.
fn innermost(kind: &FieldKind) -> &FieldKind {
    match kind {
        FieldKind::List(item) => innermost(&item.kind),
        kind => kind,
    }
}

/// Whether the type of a field, or of its items, is not known.
fn is_doubtful(field: &Field, doubtful: &BTreeSet<Span>) -> bool {
    let item = match &field.kind {
        FieldKind::List(item) => is_doubtful(item, doubtful),
        _ => false,
    };
    item || (field.span != Span::default() && doubtful.contains(&field.span))
}
