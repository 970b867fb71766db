//! What must hold between the fields of one entry.

mod values;

pub(super) use values::plain;

use self::values::{
    amount, begins, currency, day, difference, equals, is_after, name_in, shown, total,
};
use super::value::path_of;
use super::{
    Assignment, Check, Field, FieldKind, FieldPath, FieldValue, Point, Rule, Schema, Spanned,
    field_of, kinds,
};
use jiff::civil::Date;
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Diagnostic, Location, Message};
use std::sync::Arc;

/// Checks the rules of a schema on the values of one entry.
///
/// `values` are those of the whole entry, as [`combine`](super::combine) gives them;
/// `paths` are the paths of its files by number; `today` is the day of the build in the
/// time zone of the site. Defaults count in `when`, since they hold where nothing is
/// written, and nowhere else, since nobody would find a place to correct.
pub fn check_rules(
    schema: &Schema,
    values: &[Assignment],
    paths: &[Arc<str>],
    today: Date,
) -> Vec<Diagnostic> {
    let checker = Checker {
        schema,
        values,
        paths,
        today,
    };
    let mut findings = Vec::new();
    for rule in &schema.rules {
        if rule
            .when
            .iter()
            .all(|(path, wanted)| checker.has(path, wanted))
        {
            checker.check(rule, &mut findings);
        }
    }
    findings
}

struct Checker<'a> {
    schema: &'a Schema,
    values: &'a [Assignment],
    paths: &'a [Arc<str>],
    today: Date,
}

/// A value at the end of a path.
#[derive(Clone)]
struct Found<'v> {
    value: &'v Spanned,
    /// The lists on the way: at which name of the path, and which item.
    trail: Vec<(usize, usize)>,
    /// The language to which it belongs.
    language: Option<&'v str>,
}

impl Checker<'_> {
    fn check(&self, rule: &Rule, findings: &mut Vec<Diagnostic>) {
        match &rule.check {
            Check::Before(points) => self.before(points, rule, findings),
            Check::NotFuture(paths) => {
                for (path, found) in self.each(paths) {
                    if day(&found.value.value).is_some_and(|day| day > self.today) {
                        let finding = self
                            .at(&says::RULE_NOT_FUTURE, found.value)
                            .with("field", path)
                            .with("value", shown(&found.value.value));
                        findings.push(finding);
                    }
                }
            }
            Check::ValidUntil(paths) => {
                for path in paths {
                    self.valid_until(path, findings);
                }
            }
            Check::Positive(paths) => {
                for (path, found) in self.each(paths) {
                    if amount(&found.value.value).is_some_and(|amount| amount <= 0) {
                        let finding = self
                            .at(&says::RULE_POSITIVE, found.value)
                            .with("field", path)
                            .with("value", shown(&found.value.value));
                        findings.push(finding);
                    }
                }
            }
            Check::Sum { of, is } => self.sum(of, kinds::scaled(is), findings),
            Check::PrefixOf { start, of, mark } => {
                self.prefix(start, of, mark.as_deref(), findings)
            }
            Check::SameTotal(first, second) => self.same_total(first, second, findings),
        }
    }

    // ------------------------------------------------------------ finding values

    /// The values at the end of a path.
    fn found(&self, path: &FieldPath) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        if let Some((first, rest)) = path.0.split_first()
            && let Some(assignment) = self.assignment(first)
        {
            walk(
                &assignment.value,
                rest,
                0,
                &mut Vec::new(),
                None,
                &mut found,
            );
        }
        found
    }

    fn assignment(&self, name: &str) -> Option<&Assignment> {
        self.values
            .iter()
            .find(|assignment| *assignment.field == *name)
    }

    /// The values of several paths, each with its path.
    fn each<'p>(&self, paths: &'p [FieldPath]) -> Vec<(&'p FieldPath, Found<'_>)> {
        paths
            .iter()
            .flat_map(|path| self.found(path).into_iter().map(move |found| (path, found)))
            .collect()
    }

    /// Whether the entry has a value in a field.
    fn has(&self, path: &FieldPath, wanted: &str) -> bool {
        let found = self.found(path);
        if found.is_empty() {
            let default = field_at(&self.schema.fields, path).and_then(|it| it.default.as_ref());
            return default.is_some_and(|default| equals(default, wanted));
        }
        found.iter().any(|found| equals(&found.value.value, wanted))
    }

    // ------------------------------------------------------------ places

    fn at(&self, message: &'static Message, value: &Spanned) -> Diagnostic {
        Diagnostic::at(message, path_of(self.paths, value.file), value.span)
    }

    fn place(&self, value: &Spanned) -> Location {
        Location::new(path_of(self.paths, value.file), value.span)
    }

    /// The place of several values: the only one's, or the key under which all of them are.
    fn place_of_all(&self, path: &FieldPath, found: &[&Found<'_>]) -> Option<Location> {
        if let [only] = found {
            return Some(self.place(only.value));
        }
        let assignment = self.assignment(path.0.first()?)?;
        let file = path_of(self.paths, assignment.value.file);
        Some(Location::new(file, assignment.key))
    }

    // ------------------------------------------------------------ valid until

    fn valid_until(&self, path: &FieldPath, findings: &mut Vec<Diagnostic>) {
        let found = self.found(path);
        if found.is_empty()
            && let Some(first) = self.values.first()
        {
            let finding = self.at(&says::RULE_UNDATED, &first.value);
            findings.push(finding.with("field", path));
        }
        for found in found {
            if day(&found.value.value).is_some_and(|day| day < self.today) {
                let finding = self
                    .at(&says::RULE_EXPIRED, found.value)
                    .with("field", path)
                    .with("value", shown(&found.value.value));
                findings.push(finding);
            }
        }
    }

    // ------------------------------------------------------------ before

    fn before(&self, points: &[Point], rule: &Rule, findings: &mut Vec<Diagnostic>) {
        let all: Vec<Option<(&FieldPath, Vec<Found<'_>>)>> = points
            .iter()
            .map(|point| match point {
                Point::Today => None,
                Point::Field(path) => Some((path, self.found(path))),
            })
            .collect();
        for (index, point) in all.iter().enumerate() {
            let Some((path, found)) = point else {
                self.after_today(&all[index + 1..], rule, findings);
                continue;
            };
            for earlier in found {
                // What the entry does not say is passed over: the next that it says follows.
                for next in &all[index + 1..] {
                    let Some((other, found)) = next else {
                        if day(&earlier.value.value).is_some_and(|day| day > self.today) {
                            findings.push(self.today(&says::RULE_TO_COME, path, earlier, rule));
                        }
                        break;
                    };
                    let common = common(path, other);
                    let mut beside = found
                        .iter()
                        .filter(|later| stand_together(earlier, later, common))
                        .peekable();
                    if beside.peek().is_none() {
                        continue;
                    }
                    for later in beside {
                        if is_after(&earlier.value.value, &later.value.value) {
                            findings.push(
                                self.at(&says::RULE_BEFORE, later.value)
                                    .with("earlier", path)
                                    .with("earlier_value", shown(&earlier.value.value))
                                    .with("later", other)
                                    .with("later_value", shown(&later.value.value))
                                    .related(self.place(earlier.value), says::LABEL_EARLIER),
                            );
                        }
                    }
                    break;
                }
            }
        }
    }

    /// The dates that follow `today` in a rule and are past.
    fn after_today(
        &self,
        following: &[Option<(&FieldPath, Vec<Found<'_>>)>],
        rule: &Rule,
        findings: &mut Vec<Diagnostic>,
    ) {
        let next = following
            .iter()
            .map_while(Option::as_ref)
            .find(|(_, found)| !found.is_empty());
        let Some((path, found)) = next else { return };
        for later in found {
            if day(&later.value.value).is_some_and(|day| day < self.today) {
                let message = match rule.when.is_empty() {
                    true => &says::RULE_PASSED,
                    false => &says::RULE_TODAY,
                };
                findings.push(self.today(message, path, later, rule));
            }
        }
    }

    /// A finding about a date on the wrong side of today, with what makes it wrong.
    fn today(
        &self,
        message: &'static Message,
        path: &FieldPath,
        found: &Found<'_>,
        rule: &Rule,
    ) -> Diagnostic {
        let conditions: Vec<String> = rule
            .when
            .iter()
            .map(|(path, value)| format!("{path}: {value}"))
            .collect();
        let mut finding = self
            .at(message, found.value)
            .with("field", path)
            .with("value", shown(&found.value.value))
            .with_some(
                "condition",
                (!conditions.is_empty()).then(|| conditions.join(", ")),
            );
        for (path, wanted) in &rule.when {
            let reason = self.found(path);
            if let Some(reason) = reason.iter().find(|it| equals(&it.value.value, wanted)) {
                finding = finding.related(self.place(reason.value), says::LABEL_CONDITION);
            }
        }
        finding
    }

    // ------------------------------------------------------------ totals

    fn sum(&self, path: &FieldPath, wanted: i128, findings: &mut Vec<Diagnostic>) {
        let found = self.found(path);
        for part in by_language([&found, &[]]) {
            let [part, _] = part;
            let total = total(&part);
            if !part.is_empty() && total != wanted {
                findings.extend(self.place_of_all(path, &part).map(|place| {
                    Diagnostic::new(&says::RULE_SUM)
                        .placed(place)
                        .with("field", path)
                        .with("total", kinds::unscaled(total))
                        .with("wanted", kinds::unscaled(wanted))
                        .with("difference", difference(total, wanted))
                }));
            }
        }
    }

    fn same_total(&self, first: &FieldPath, second: &FieldPath, findings: &mut Vec<Diagnostic>) {
        let (ones, others) = (self.found(first), self.found(second));
        for [one, other] in by_language([&ones, &others]) {
            if one.is_empty() || other.is_empty() {
                continue;
            }
            let named = one.iter().map(|found| (first, *found));
            let named = named.chain(other.iter().map(|found| (second, *found)));
            let mut money =
                named.filter_map(|(path, found)| Some((path, found, currency(found.value)?)));
            let reference = money.next();
            if let Some((_, known, wanted)) = reference
                && let Some((path, odd, currency)) = money.find(|(_, _, it)| *it != wanted)
            {
                findings.push(
                    self.at(&says::RULE_CURRENCIES, odd.value)
                        .with("field", path)
                        .with("currency", currency)
                        .with("other", wanted)
                        .related(self.place(known.value), says::LABEL_OTHER_CURRENCY),
                );
                continue;
            }
            let (total_one, total_other) = (total(&one), total(&other));
            if total_one == total_other {
                continue;
            }
            let with = |amount: String, currency: Option<&Arc<str>>| match currency {
                Some(currency) => format!("{amount} {currency}"),
                None => amount,
            };
            let of = |part: &[&Found<'_>]| {
                let currency = part.iter().find_map(|found| currency(found.value));
                with(kinds::unscaled(total(part)), currency)
            };
            let places = self
                .place_of_all(first, &one)
                .zip(self.place_of_all(second, &other));
            if let Some((place, beside)) = places {
                let currency = reference.map(|(_, _, currency)| currency);
                findings.push(
                    Diagnostic::new(&says::RULE_SAME_TOTAL)
                        .placed(place)
                        .with("first", first)
                        .with("first_total", of(&one))
                        .with("second", second)
                        .with("second_total", of(&other))
                        .with(
                            "difference",
                            with(difference(total_one, total_other), currency),
                        )
                        .related(beside, says::LABEL_SECOND_TOTAL),
                );
            }
        }
    }

    // ------------------------------------------------------------ beginnings

    fn prefix(
        &self,
        start: &FieldPath,
        of: &FieldPath,
        mark: Option<&str>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let collection = |path: &FieldPath| match field_at(&self.schema.fields, path) {
            Some(Field {
                kind: FieldKind::Reference { to },
                ..
            }) => Some(to.clone()),
            _ => None,
        };
        let (start_in, of_in) = (collection(start), collection(of));
        let starts: Vec<(Found<'_>, String)> = self
            .found(start)
            .into_iter()
            .filter_map(|found| {
                let text = name_in(&found.value.value, start_in.as_deref())?;
                Some((found, text))
            })
            .collect();
        let common = common(start, of);
        for found in self.found(of) {
            let Some(text) = name_in(&found.value.value, of_in.as_deref()) else {
                continue;
            };
            let mut beside = starts
                .iter()
                .filter(|(start, _)| stand_together(start, &found, common))
                .peekable();
            let Some((first, _)) = beside.peek() else {
                continue;
            };
            let first = first.value;
            if beside.clone().any(|(_, start)| begins(&text, start, mark)) {
                continue;
            }
            let allowed = super::report::listed(beside.map(|(_, start)| &**start));
            findings.push(
                self.at(&says::RULE_PREFIX, found.value)
                    .with("value", super::report::excerpt(&text))
                    .with("field", of)
                    .with("others", start)
                    .with("allowed", allowed)
                    .related(self.place(first), says::LABEL_OTHERS),
            );
        }
    }
}

/// Gathers the values at the end of a path: into objects, and through lists and languages
/// to every value in them.
fn walk<'v>(
    value: &'v Spanned,
    rest: &[Arc<str>],
    depth: usize,
    trail: &mut Vec<(usize, usize)>,
    language: Option<&'v str>,
    found: &mut Vec<Found<'v>>,
) {
    match (&value.value, rest.split_first()) {
        (FieldValue::List(items), _) => {
            for (index, item) in items.iter().enumerate() {
                trail.push((depth, index));
                walk(item, rest, depth, trail, language, found);
                trail.pop();
            }
        }
        (FieldValue::Localized(branches), _) => {
            for (tag, branch) in branches {
                walk(branch, rest, depth, trail, Some(tag), found);
            }
        }
        (FieldValue::Object(fields), Some((name, rest))) => {
            if let Some((_, value)) = fields.iter().find(|(other, _)| other == name) {
                walk(value, rest, depth + 1, trail, language, found);
            }
        }
        (_, None) => found.push(Found {
            value,
            trail: trail.clone(),
            language,
        }),
        (_, Some(_)) => {}
    }
}

/// How many names two paths share at their beginnings.
fn common(a: &FieldPath, b: &FieldPath) -> usize {
    let shared = a.0.iter().zip(&b.0).take_while(|(a, b)| a == b).count();
    // Of one and the same field every value is beside every other.
    if shared == a.0.len().max(b.0.len()) {
        0
    } else {
        shared
    }
}

/// Whether two values are in the same item of every list that both are in, and may be
/// read in the same language.
fn stand_together(a: &Found<'_>, b: &Found<'_>, common: usize) -> bool {
    let shared = |found: &Found<'_>| {
        let depths = found.trail.iter().take_while(|(depth, _)| *depth < common);
        depths.count()
    };
    let languages = match (a.language, b.language) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    languages && a.trail[..shared(a)] == b.trail[..shared(b)]
}

/// Values apart by language: those without one are in each part.
fn by_language<'f, 'v, const N: usize>(
    found: [&'f [Found<'v>]; N],
) -> Vec<[Vec<&'f Found<'v>>; N]> {
    let mut languages: Vec<&str> = Vec::new();
    for language in found.iter().flat_map(|part| part.iter()) {
        if let Some(language) = language.language
            && !languages.contains(&language)
        {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        return vec![found.map(|part| part.iter().collect())];
    }
    languages
        .into_iter()
        .map(|language| {
            found.map(|part| {
                part.iter()
                    .filter(|found| found.language.is_none_or(|other| other == language))
                    .collect()
            })
        })
        .collect()
}

/// The field at the end of a path, at the bottom of its lists.
fn field_at<'f>(fields: &'f [Field], path: &FieldPath) -> Option<&'f Field> {
    let mut fields = fields;
    let mut found = None;
    for name in &path.0 {
        let mut field = field_of(fields, name)?;
        while let FieldKind::List(item) = &field.kind {
            field = item;
        }
        fields = match &field.kind {
            FieldKind::Object(fields) => fields,
            _ => &[],
        };
        found = Some(field);
    }
    found
}
