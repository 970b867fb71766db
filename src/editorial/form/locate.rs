//! Diagnostics of the files of an entry, at the fields of its form.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::changes::differing;
use super::{Description, Form, FormFile, Origin, described, values};
use crate::{Desk, record};
use rihla_diagnostics::catalogue::route;
use rihla_diagnostics::{
    Correction, Diagnostic, Location, Messages, Severity, Span, Texts, line_column,
};
use rihla_site::config::Config;
use rihla_site::schema::{self, Field};
use rihla_text::yaml::{self, Node};

/// How many findings are offered with their corrections.
const CORRECTED: usize = 40;

/// A diagnostic at a field.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    /// The code of the message.
    pub code: &'static str,
    /// The sentence.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// The way to the value, as `contacts[0].email`.
    pub field: Option<String>,
    /// The tag of the language that it concerns.
    pub language: Option<String>,
    /// Where in a text.
    pub body: Option<Near>,
    /// The place, where it is none of the form.
    #[serde(rename = "where")]
    pub elsewhere: Option<String>,
    /// What would put it right.
    pub fix: Option<Fix>,
    /// What would stand there.
    pub fix_shown: Option<String>,
}

impl Finding {
    /// What two findings have in common that say the same at the same field.
    pub fn key(&self) -> (&'static str, &str, Option<&str>, Option<&str>) {
        (
            self.code,
            &self.message,
            self.field.as_deref(),
            self.language.as_deref(),
        )
    }
}

/// A range of the text of a language, in units of UTF-16, as browsers count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
    /// The tag of the language.
    pub language: String,
    /// From.
    pub start: usize,
    /// Up to.
    pub end: usize,
}

/// The fields and texts as they are after a correction.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Fix {
    /// Whole values, by the names of fields.
    pub values: Map<String, Value>,
    /// Whole texts, by tag.
    pub bodies: BTreeMap<String, String>,
}

/// What a form is looked at with: the files of its entry as they are to be.
pub struct Ground<'g> {
    origin: &'g Origin,
    config: &'g Config,
    labels: BTreeMap<String, String>,
    texts: &'g dyn Texts,
    messages: Messages,
    /// The files that were looked into: a text may have thousands of findings.
    read: RefCell<BTreeMap<Arc<str>, Rc<Read>>>,
}

/// What is known of a file in which something was found.
struct Read {
    /// Its fields, where they can be read.
    fields: Option<record::Fields>,
    units: Units,
}

impl<'g> Ground<'g> {
    /// The files of an entry with what a form says in them.
    pub fn new(form: &'g Form, desk: &Desk, texts: &'g dyn Texts, messages: Messages) -> Self {
        Self {
            origin: form.origin,
            config: form.config,
            labels: labels(form, desk, messages),
            texts,
            messages,
            read: RefCell::default(),
        }
    }

    fn read(&self, path: &Arc<str>, text: &str) -> Rc<Read> {
        let mut read = self.read.borrow_mut();
        let of = || {
            let fields = record::fields(path, text).ok();
            let body = fields.as_ref().map_or(text.len(), |fields| fields.body);
            let units = Units::of(text.get(body..).unwrap_or_default());
            Rc::new(Read { fields, units })
        };
        read.entry(path.clone()).or_insert_with(of).clone()
    }

    /// Whether a finding is about a file of the entry.
    pub fn is_own(&self, diagnostic: &Diagnostic) -> bool {
        self.own(diagnostic).is_some()
    }

    fn own<'d>(&self, diagnostic: &'d Diagnostic) -> Option<(&'d Location, &'g FormFile)> {
        let place = diagnostic.place.as_ref()?;
        let mut files = self.origin.files.iter();
        Some((place, files.find(|file| file.path == place.path)?))
    }

    /// The findings of the entry's own files, at their fields.
    pub fn findings(&self, diagnostics: &[Diagnostic]) -> Vec<Finding> {
        let own = diagnostics.iter().filter_map(|diagnostic| {
            let (place, file) = self.own(diagnostic)?;
            Some((diagnostic, place, file))
        });
        let mut findings = Vec::new();
        for (diagnostic, place, file) in own {
            let Some(mut finding) = self.finding(diagnostic, place, file) else {
                continue;
            };
            if findings.len() < CORRECTED
                && let Some((fix, shown)) = self.fix(diagnostic)
            {
                finding.fix = Some(fix);
                finding.fix_shown = Some(unquoted(&shown).to_owned());
            }
            findings.push(finding);
        }
        findings
    }

    /// A finding of another file.
    pub fn elsewhere(&self, diagnostic: &Diagnostic) -> Finding {
        let mut finding = self.bare(diagnostic);
        // An address that the site has published and that this entry no longer has.
        let mut files = self.origin.files.iter();
        let named = |file: &&FormFile| {
            let mut values = diagnostic.values.iter();
            values.any(|(name, value)| *name == "file" && value.as_text() == &*file.path)
        };
        if let (true, Some(file)) = (diagnostic.message == &route::VANISHED, files.find(named)) {
            finding.field = Some("slug".to_owned());
            finding.language = file.language.as_ref().map(ToString::to_string);
            return finding;
        }
        finding.elsewhere = diagnostic.place.as_ref().map(|place| self.said_of(place));
        finding
    }

    fn bare(&self, diagnostic: &Diagnostic) -> Finding {
        Finding {
            severity: match diagnostic.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "advice",
            },
            code: diagnostic.message.code,
            message: self.called(diagnostic).text(self.messages),
            hint: self.hint(diagnostic),
            field: None,
            language: None,
            body: None,
            elsewhere: None,
            fix: None,
            fix_shown: None,
        }
    }

    /// The same, with fields called as the form calls them.
    fn called(&self, diagnostic: &Diagnostic) -> Diagnostic {
        let mut diagnostic = diagnostic.clone();
        for (name, value) in &mut diagnostic.values {
            let label = match *name {
                "field" | "first" | "second" | "key" | "earlier" | "later" | "others" => {
                    self.labels.get(value.as_text())
                }
                _ => None,
            };
            if let Some(label) = label {
                *value = label.as_str().into();
            }
        }
        diagnostic
    }

    /// What to do: in a form, and not in a file, where that is something else.
    fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let id = format!("desk-hint-{}", diagnostic.message.code);
        let own = self.messages.named_text(&id);
        let hint = self.called(diagnostic).hint(self.messages);
        let hint = hint.filter(|hint| !is_of_files(hint));
        // What is offered says more than what holds for any such mistake.
        match diagnostic.corrections.is_empty() {
            true => own.or(hint),
            false => hint.or(own),
        }
    }

    fn said_of(&self, place: &Location) -> String {
        let at = place.span.zip(self.texts.text(&place.path));
        match at {
            Some((span, text)) => format!("{}:{}", place.path, line_column(text, span.start).0),
            None => place.path.to_string(),
        }
    }

    /// `None` where it concerns another entry of the same file.
    fn finding(
        &self,
        diagnostic: &Diagnostic,
        place: &Location,
        file: &FormFile,
    ) -> Option<Finding> {
        let mut finding = self.bare(diagnostic);
        finding.language = file.language.as_ref().map(ToString::to_string);
        let at = place.span.zip(self.texts.text(&place.path));
        if let Some((span, text)) = at {
            let read = self.read(&file.path, text);
            let fields = &read.fields;
            if let (Some(fields), Some(tag)) = (fields, &file.language)
                && span.start >= fields.body
                && fields.body < text.len()
            {
                let body = &text[fields.body..];
                finding.body = Some(near(tag, body, span, fields.body, &read.units));
                return Some(finding);
            }
            let node = fields
                .as_ref()
                .and_then(|fields| record::item(&fields.root, &file.spot()));
            if let Some(node) = node {
                if file.item.is_some() && !holds(node.span, span) {
                    return None;
                }
                self.find(node, span, file, &mut finding);
            }
        }
        self.named(diagnostic, &mut finding);
        if finding.field.is_none() {
            finding.elsewhere = Some(self.said_of(place));
        }
        Some(finding)
    }

    /// The field whose value, or key, a range lies in.
    fn find(&self, root: &Node, span: Span, file: &FormFile, finding: &mut Finding) {
        let builtin = schema::builtin();
        let fields = self.origin.fields(self.config, &builtin);
        let yaml::Value::Map(map) = &root.value else {
            return;
        };
        let found = map.iter().find_map(|(key, node)| {
            let field = fields.iter().find(|field| *field.name == *key.name)?;
            let whole = Span::new(key.span.start, node.span.end.max(key.span.end));
            holds(whole, span).then_some((*field, node))
        });
        let Some((field, node)) = found else { return };
        let mut way = field.name.to_string();
        let mut language = match field.localized {
            true => file.language.as_ref().map(ToString::to_string),
            false => None,
        };
        self.descend(field, node, span, &mut way, &mut language);
        finding.field = Some(way);
        finding.language = language;
    }

    fn descend(
        &self,
        field: &Field,
        node: &Node,
        span: Span,
        way: &mut String,
        language: &mut Option<String>,
    ) {
        match &node.value {
            yaml::Value::List(nodes) => {
                let found = nodes
                    .iter()
                    .enumerate()
                    .find(|(_, node)| holds(node.span, span));
                if let (Some((at, node)), Some(item)) = (found, values::item(field)) {
                    way.push_str(&format!("[{at}]"));
                    self.descend(&item, node, span, way, language);
                }
            }
            yaml::Value::Map(map) => {
                let found = map.iter().find(|(key, node)| {
                    let whole = Span::new(key.span.start, node.span.end.max(key.span.end));
                    holds(whole, span)
                });
                let Some((key, node)) = found else { return };
                let mut tags = self.config.site.tags().iter().cloned().collect::<Vec<_>>();
                tags.retain(|tag| **tag == *key.name);
                if field.localized && !tags.is_empty() && language.is_none() {
                    *language = Some(key.name.clone());
                    self.descend(field, node, span, way, language);
                    return;
                }
                let fields = values::parts(&field.kind).unwrap_or_default();
                if let Some(field) = fields.iter().find(|field| *field.name == *key.name) {
                    way.push('.');
                    way.push_str(&key.name);
                    self.descend(field, node, span, way, language);
                }
            }
            _ => {}
        }
    }

    /// The field that the sentence itself names: what is missing stands nowhere.
    fn named(&self, diagnostic: &Diagnostic, finding: &mut Finding) {
        let value = |wanted: &str| {
            let mut values = diagnostic.values.iter();
            let (_, value) = values.find(|(name, _)| *name == wanted)?;
            Some(value.as_text().to_owned()).filter(|text| !text.is_empty())
        };
        let builtin = schema::builtin();
        let fields = self.origin.fields(self.config, &builtin);
        let Some(name) = value("field") else { return };
        let top = |way: &str| way.split(['.', '[']).next().unwrap_or_default().to_owned();
        let first = top(&name);
        let is_there = finding
            .field
            .as_deref()
            .is_some_and(|field| top(field) == first);
        if !is_there && fields.iter().any(|field| *field.name == *first) {
            finding.field = Some(name);
            if let Some(tag) = value("language").or_else(|| value("tag")) {
                finding.language = Some(tag);
            }
        }
    }

    /// The only correction of a diagnostic, where it concerns the files of the entry alone: what the form says
    /// after it.
    fn fix(&self, diagnostic: &Diagnostic) -> Option<(Fix, String)> {
        let files = &self.origin.files;
        let (texts, shown) = corrected(diagnostic, |path| {
            let is_own = files.iter().any(|file| *file.path == *path);
            self.texts.text(path).filter(|_| is_own)
        })?;
        let said = |texts: &BTreeMap<Arc<str>, String>| {
            let origin = self.origin.with_texts(|path| {
                let text = texts.get(path).map(String::as_str);
                text.or_else(|| self.texts.text(path)).map(Arc::from)
            });
            Some(Form::of(&origin, self.config).ok()?.said)
        };
        let (before, after) = (said(&BTreeMap::new())?, said(&texts)?);
        let mut fix = Fix::default();
        for (name, tag) in differing(&before, &after) {
            match tag {
                Some(tag) => {
                    let text = after.bodies.get(&tag).cloned().unwrap_or_default();
                    fix.bodies.insert(tag, text);
                }
                None => {
                    let value = after.values.get(&name).cloned().unwrap_or(Value::Null);
                    fix.values.insert(name, value);
                }
            }
        }
        let changes = fix.values.len() + fix.bodies.len();
        // More than one field at once is more than a person was shown.
        (changes == 1).then_some((fix, shown))
    }
}

/// The texts of files, by path, as they are once a finding is put right, and what is written first: `None` where
/// it has no single correction, or that changes what `text` does not know.
pub fn corrected<'t>(
    found: &Diagnostic,
    text: impl Fn(&str) -> Option<&'t str>,
) -> Option<(BTreeMap<Arc<str>, String>, String)> {
    let [Correction::Edits(edits)] = &found.corrections[..] else {
        return None;
    };
    let own = &found.place.as_ref()?.path;
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let shown = edits.last()?.text.trim().to_owned();
    let mut texts: BTreeMap<Arc<str>, String> = BTreeMap::new();
    for edit in edits {
        let path = edit.path.as_ref().unwrap_or(own);
        if !texts.contains_key(path) {
            texts.insert(path.clone(), text(path)?.to_owned());
        }
        let text = texts.get_mut(path)?;
        text.get(edit.span.start..edit.span.end)?;
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    Some((texts, shown))
}

/// A value without the quotation marks of YAML, which a form does not show.
fn unquoted(value: &str) -> &str {
    let inside = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'));
    inside
        .filter(|inside| !inside.contains(['"', '\\']))
        .unwrap_or(value)
}

/// Whether words say what to do with a file or at a terminal, which nobody has before them in a form.
pub fn is_of_files(hint: &str) -> bool {
    const SIGNS: [&str; 11] = [
        "content/", ".yaml", ".md", "{", ":::", "`", "rihla ", "commande", "command", ": true",
        ": false",
    ];
    SIGNS.iter().any(|sign| hint.contains(sign))
}

/// What the fields of a form are called, by the ways to them.
fn labels(form: &Form, desk: &Desk, messages: Messages) -> BTreeMap<String, String> {
    fn add(fields: &[Description], before: &str, labels: &mut BTreeMap<String, String>) {
        for field in fields {
            let way = format!("{before}{}", field.name);
            let inside = field.item.as_ref().map_or(&field.of, |item| &item.of);
            add(inside, &format!("{way}."), labels);
            labels.insert(way, field.label.clone());
        }
    }
    let mut labels = BTreeMap::new();
    add(&described(form, desk, messages), "", &mut labels);
    labels
}

/// Whether one range begins in another, or at its end.
fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.start <= outer.end
}

/// Where bytes of a text are in units of UTF-16, without carriage returns, which the form does not have.
struct Units {
    /// Of every so many bytes, how many units are before.
    marks: Vec<usize>,
}

impl Units {
    /// How many bytes are counted at once.
    const STEP: usize = 1024;

    fn of(text: &str) -> Self {
        let mut marks = vec![0];
        let mut units = 0;
        for step in 1..=text.len() / Self::STEP {
            let [from, to] = [step - 1, step].map(|step| boundary(text, step * Self::STEP));
            units += count(&text[from..to]);
            marks.push(units);
        }
        Self { marks }
    }

    fn at(&self, text: &str, byte: usize) -> usize {
        let byte = boundary(text, byte);
        let mark = boundary(text, byte / Self::STEP * Self::STEP);
        let before = self.marks.get(byte / Self::STEP).copied();
        before.unwrap_or_default() + count(&text[mark..byte])
    }
}

fn count(text: &str) -> usize {
    let units = text.encode_utf16();
    units.filter(|unit| *unit != u16::from(b'\r')).count()
}

/// The place of a character at or before a byte.
fn boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The range of the text that the form shows.
fn near(tag: &str, body: &str, span: Span, start: usize, units: &Units) -> Near {
    let lead = values::lead(body);
    let at = |byte: usize| {
        let byte = byte.saturating_sub(start);
        units.at(body, byte).saturating_sub(units.at(body, lead))
    };
    Near {
        language: tag.to_owned(),
        start: at(span.start),
        end: at(span.end),
    }
}

#[cfg(test)]
mod tests {
    use super::{Units, boundary, count};

    proptest::proptest! {
        /// However long a text is, units are those of its beginning.
        #[test]
        fn units_are_counted(text in "[a-zé€𝄞\r\n]{0,4000}", byte in 0usize..9000) {
            let at = boundary(&text, byte);
            proptest::prop_assert_eq!(Units::of(&text).at(&text, byte), count(&text[..at]));
        }
    }
}
