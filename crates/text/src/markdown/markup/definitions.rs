//! Lines `[label]: address` to which nothing refers: they are shown nowhere.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Findings;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// Gathers what of a text no event of the parser covers, and the labels that links use.
#[derive(Default)]
pub(in crate::markdown) struct Definitions {
    /// Up to where the text is covered.
    covered: usize,
    gaps: Vec<Range<usize>>,
    used: BTreeSet<String>,
}

impl Definitions {
    /// Takes up an event with its range in the text that is parsed.
    pub(in crate::markdown) fn take(&mut self, event: &Event, range: &Range<usize>) {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) =
            event
            && matches!(
                link_type,
                LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
            )
        {
            self.used.insert(key(id));
        }
        match event {
            Event::Start(
                Tag::BlockQuote(_)
                | Tag::List(_)
                | Tag::Item
                | Tag::FootnoteDefinition(_)
                | Tag::DefinitionList
                | Tag::DefinitionListDefinition,
            ) => self.reach(range.start),
            Event::End(
                TagEnd::BlockQuote(_)
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::FootnoteDefinition
                | TagEnd::DefinitionList
                | TagEnd::DefinitionListDefinition,
            ) => self.reach(range.end),
            _ => {
                self.reach(range.start);
                self.covered = self.covered.max(range.end);
            }
        }
    }

    fn reach(&mut self, to: usize) {
        if to > self.covered {
            self.gaps.push(self.covered..to);
            self.covered = to;
        }
    }

    /// Tells of the definitions in `text`; `place` leads from it to the file.
    pub(in crate::markdown) fn finish(
        mut self,
        text: &str,
        place: &dyn Fn(&Range<usize>) -> Span,
        findings: &mut Findings,
    ) {
        self.reach(text.len());
        let mut known = BTreeSet::new();
        for gap in &self.gaps {
            let mut found: Vec<(usize, String)> = Vec::new();
            let mut at = gap.start;
            for line in text[gap.clone()].split_inclusive('\n') {
                let is_frame = |c: char| !c.is_alphabetic() && c != '[';
                let mut head = line.trim_start_matches(is_frame);
                // It may be the first line of a note.
                while let Some((_, rest)) = head
                    .strip_prefix("[^")
                    .and_then(|rest| rest.split_once("]:"))
                {
                    head = rest.trim_start_matches(is_frame);
                }
                if let Some(label) = head
                    .strip_prefix('[')
                    .and_then(|rest| rest.split_once("]:"))
                {
                    found.push((at + line.len() - head.len(), key(label.0)));
                }
                at += line.len();
            }
            for (number, (start, key)) in found.iter().enumerate() {
                let end = found.get(number + 1).map_or(gap.end, |(next, _)| *next);
                let written =
                    text[*start..end].trim_end_matches(|c: char| c.is_whitespace() || c == '>');
                let is_first = known.insert(key.clone());
                if is_first && self.used.contains(key) {
                    continue;
                }
                let span = place(&(*start..start + written.len()));
                let label = written[1..].split("]:").next().unwrap_or_default();
                let finding = Diagnostic::new(match is_first {
                    true => &say::DEFINITION_UNUSED,
                    false => &say::DEFINITION_TWICE,
                })
                .with("label", label);
                let destination = written.split_once("]:").map_or("", |(_, rest)| rest.trim());
                // Those directly below it would become words too.
                let is_last = number + 1 == found.len();
                let is_words = is_first && is_last && !destination.contains(['/', '.', '#', '@']);
                findings.push(match is_words {
                    true => (
                        finding.replace(Span::new(span.start, span.start), "\\"),
                        span,
                    ),
                    false => (finding, span),
                });
            }
        }
    }
}

/// What labels are compared by: letters folded, spaces as one (CommonMark, matching of labels).
fn key(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_uppercase().to_lowercase()
}
