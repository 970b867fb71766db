//! Many diagnostics for a person: those of one code together.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{Options, human, lines};
use crate::located::Located;
use crate::{Diagnostic, Text, Texts, Value};

/// The most diagnostics that are printed one by one; more would leave a screen before they are read.
pub(super) const SCREENFUL: usize = 12;

/// How many diagnostics of one code are printed in full where there are more than a screenful.
pub(super) const IN_FULL: usize = 2;

/// How many places of the others are named.
const PLACES: usize = 3;

const MORE: Text = Text("print-more");
const ALL: Text = Text("print-all");

/// Prints diagnostics for a person. Where there are more than a screenful, those of one code stand
/// together, in the order of the first of each code, and most are only counted, with the first places.
///
/// # Errors
/// Those of `out`.
pub fn grouped(
    diagnostics: &[Diagnostic],
    texts: &dyn Texts,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    if diagnostics.len() <= SCREENFUL {
        return super::print(diagnostics, texts, options, out);
    }
    let texts = &Located::new(texts);
    let mut codes: Vec<&str> = Vec::new();
    let mut groups: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let code = diagnostic.message.code;
        groups
            .entry(code)
            .or_insert_with(|| {
                codes.push(code);
                Vec::new()
            })
            .push(diagnostic);
    }
    for code in codes {
        let group = &groups[code];
        // One alone takes no more room than the line that would count it.
        let full = match group.len() <= IN_FULL + 1 {
            true => group.len(),
            false => IN_FULL,
        };
        for diagnostic in &group[..full] {
            writeln!(out, "{}\n", human(diagnostic, texts, options))?;
        }
        let rest = &group[full..];
        if !rest.is_empty() {
            writeln!(out, "{}\n", counted(code, rest, texts, options))?;
        }
    }
    Ok(())
}

/// The line that stands for diagnostics of one code: how many, and where the first are.
fn counted(code: &str, rest: &[&Diagnostic], texts: &Located, options: &Options) -> String {
    let messages = options.messages;
    let mut line = MORE.with(messages, &[("count", Value::Count(rest.len()))]);
    line.push_str(&format!(" [{code}]"));
    let places = rest.iter().filter_map(|diagnostic| {
        let place = diagnostic.place.as_ref()?;
        let path = super::visible(&place.path);
        Some(match lines(place, texts) {
            Some([line, column, ..]) => format!("{path}:{line}:{column}"),
            None => path.into_owned(),
        })
    });
    let places: Vec<String> = places.take(PLACES).collect();
    if !places.is_empty() {
        line.push_str(&format!("{} ", super::COLON.get(messages)));
        line.push_str(&places.join(", "));
        if rest.len() > places.len() {
            line.push_str(" …");
        }
    }
    format!("{line} ({})", ALL.get(messages))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::catalogue::markdown as say;
    use crate::print::Format;
    use crate::testing::messages;

    struct One(String);

    impl Texts for One {
        fn text(&self, _: &str) -> Option<&str> {
            Some(&self.0)
        }
    }

    fn printed(count: usize) -> String {
        let text = "mot\n".repeat(count);
        let found: Vec<Diagnostic> = (0..count)
            .map(|line| {
                let message = match line == 1 {
                    true => &say::NOTE_TWICE,
                    false => &say::NOTE_UNUSED,
                };
                let span = Span::new(4 * line, 4 * line + 3);
                Diagnostic::at(message, "content/a.fr.md", span).with("label", line)
            })
            .collect();
        let options = Options {
            format: Format::Human,
            messages: messages("en"),
            color: false,
        };
        let mut out = Vec::new();
        grouped(&found, &One(text), &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_screenful_is_printed_one_by_one() {
        let out = printed(SCREENFUL);
        assert_eq!(out.matches("[footnote-unused]").count(), SCREENFUL - 1);
        assert!(!out.contains("more"), "{out}");
    }

    #[test]
    fn more_are_counted_by_code_and_none_is_left_out() {
        let out = printed(1_000);
        assert_eq!(out.matches("warning[footnote-unused]").count(), IN_FULL);
        assert_eq!(out.matches("error[footnote-twice]").count(), 1);
        let line = "… and 997 more [footnote-unused]: content/a.fr.md:4:1, content/a.fr.md:5:1, \
                    content/a.fr.md:6:1 … (--all prints each)";
        assert!(out.contains(line), "{out}");
        assert!(out.lines().count() < 40, "{out}");
    }
}
