//! Directives, as they are met while the tree is built.

use super::{Builder, Frame, Holder};
use crate::markdown::blank::{hold_nothing, says_nothing};
use crate::markdown::directive::chart;
use crate::markdown::directive::{
    Argument, ArgumentValue, Body, ColumnKind, Directive, DirectiveLine, Holds, Mark,
    ParameterKind, Shape, alternative, contact_alone, figure, parameters, rows,
};
use crate::markdown::markup::wording;
use crate::markdown::{Block, BlockKind, LinkKind};
use rihla_diagnostics::catalogue::directive as say;
use rihla_diagnostics::catalogue::markdown;
use rihla_diagnostics::{Diagnostic, Pieces, Span};

impl<'t> Builder<'t, '_> {
    /// A line that opens or closes a directive.
    pub(super) fn fence(&mut self, mark: Mark) {
        self.close_tight();
        match mark {
            Mark::Open(number) => {
                let span = self.fences.opened[number].span.shifted(self.start);
                self.frames
                    .push(Frame::blocks(Holder::Directive(number), span));
            }
            Mark::Close(number) => {
                let is_open = |frame: &Frame| matches!(frame, Frame::Blocks { kind: Holder::Directive(open), .. } if *open == number);
                if self.frames.iter().any(is_open) {
                    while !self.frames.last().is_some_and(is_open) {
                        self.close();
                    }
                    self.close();
                }
            }
        }
    }

    /// A fence inside a block of HTML, which goes on after it.
    pub(super) fn fence_in_html(&mut self, mark: Mark, span: Span) {
        self.close();
        self.fence(mark);
        self.frames.push(Frame::Html {
            text: String::new(),
            pieces: Pieces::default(),
            span,
        });
    }

    /// Closes the directives that are open where a list item, a quotation or the like ends.
    pub(super) fn end_directives(&mut self) {
        while let Some(Frame::Blocks {
            kind: Holder::Directive(number),
            ..
        }) = self.frames.last()
        {
            let opened = &self.fences.opened[*number];
            if opened.is_closed {
                let diagnostic = Diagnostic::new(&say::CROSSES).with("name", &opened.name);
                let head = opened.head.shifted(self.start);
                self.find(diagnostic, head);
            }
            self.close();
        }
    }

    /// `:::name` at the head of words that are no line of their own.
    pub(super) fn misplaced_directive(&mut self, words: &str, span: Span) {
        let Some(rest) = words.strip_prefix(":::") else {
            return;
        };
        // Colons that are written as signs are words: `\:::`, `&#58;::`.
        let written = self.text.get(span.start..).unwrap_or_default();
        let before = self.text.get(..span.start).unwrap_or_default();
        if !written.starts_with(":::") || before.ends_with('\\') {
            return;
        }
        let rest = rest.trim_start_matches(':').trim_start();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
            .unwrap_or(rest.len());
        if end == 0 {
            return;
        }
        let length = words.len() - rest.len() + end;
        let written = self.text.get(span.start..span.start + length);
        let place = match written == Some(&words[..length]) {
            true => Span::new(span.start, span.start + length),
            false => span,
        };
        self.find(
            Diagnostic::new(&say::PLACE).with("name", &rest[..end]),
            place,
        );
    }

    /// A directive that is complete.
    pub(super) fn directive(&mut self, number: usize, blocks: Vec<Block<'t>>) {
        let opened = &self.fences.opened[number];
        let (start, text) = (self.start, self.text);
        let span = opened.span.shifted(start);
        let head = opened.head.shifted(start);
        let is_closed = opened.is_closed;
        let Some(shape) = opened.shape else {
            // What stands in an unknown one stands without it.
            for block in blocks {
                self.block(block.kind, block.span);
            }
            return;
        };
        let braces = opened.braces.map(|braces| braces.shifted(start));
        let arguments = parameters(shape, text, braces, head, &mut self.findings);
        let mut after = Vec::new();
        let body = match shape.holds {
            Holds::Nothing => {
                if let Some(block) = blocks.first().filter(|_| is_closed) {
                    let diagnostic = Diagnostic::new(&say::BODY).with("name", shape.name);
                    self.find(diagnostic, first_line(text, block.span));
                }
                after = blocks;
                Body::Nothing
            }
            Holds::Lines(columns) => {
                let found = rows(shape, columns, blocks, text, &mut self.findings);
                Body::Lines(found)
            }
            Holds::Blocks { .. } | Holds::Caption => Body::Blocks(blocks),
        };
        if is_closed && is_empty(&body) && must_hold(shape) && self.is_blank(opened.span, number) {
            self.forget_empty_paragraphs(head.start);
            self.find(
                Diagnostic::new(&say::EMPTY)
                    .with("name", shape.name)
                    .with("example", shape.line),
                head,
            );
        }
        let directive = Directive {
            shape,
            arguments,
            body,
        };
        self.refer_from(&directive, head);
        self.block(BlockKind::Directive(Box::new(directive)), span);
        // What it cannot hold follows it.
        for block in after {
            self.block(block.kind, block.span);
        }
    }

    /// Whether nothing but spaces stands after an opening line up to the next fence.
    fn is_blank(&self, span: Span, number: usize) -> bool {
        let from = self.start + span.end;
        let rest = &self.text[from..];
        let next = self
            .fences
            .opened
            .get(number + 1)
            .map_or(self.text.len(), |next| self.start + next.span.start);
        let end = rest.find(":::").map_or(next, |at| (from + at).min(next));
        says_nothing(&self.text[from..end.max(from)])
    }

    /// Takes back what was told since a place of paragraphs and items without words, where more than they
    /// is empty.
    pub(super) fn forget_empty_paragraphs(&mut self, from: usize) {
        let is_one = |(finding, span): &(Diagnostic, Span)| {
            [&markdown::PARAGRAPH_EMPTY, &markdown::ITEM_EMPTY].contains(&finding.message)
                && span.start >= from
        };
        while self.findings.last().is_some_and(is_one) {
            self.findings.pop();
        }
    }

    /// What a directive refers to, and what can be said of it as a whole.
    fn refer_from(&mut self, directive: &Directive<'t>, head: Span) {
        for argument in &directive.arguments {
            let kind = match argument.parameter.kind {
                ParameterKind::Image => LinkKind::Image,
                ParameterKind::File => LinkKind::File,
                ParameterKind::Link => LinkKind::Link,
                ParameterKind::Block => LinkKind::Block,
                // That of a passage is its own name in `lang`, and in no words.
                ParameterKind::Language
                    if Some(argument.parameter.name) == directive.shape.first =>
                {
                    continue;
                }
                ParameterKind::Language | ParameterKind::Languages => LinkKind::Language,
                _ => continue,
            };
            match &argument.value {
                ArgumentValue::Text(value) => self.refer_to(value, argument.span, kind),
                ArgumentValue::Texts(values) => {
                    for value in values {
                        self.refer_to(value, argument.span, kind);
                    }
                }
                _ => {}
            }
        }
        if let (Body::Lines(found), Holds::Lines(columns)) =
            (&directive.body, &directive.shape.holds)
        {
            let cells = found
                .iter()
                .flat_map(|DirectiveLine { cells, .. }| cells.iter().zip(*columns));
            for (cell, column) in cells {
                if column.kind == ColumnKind::Image && !cell.text.is_empty() {
                    self.refer_to(&cell.text, cell.span, LinkKind::Image);
                }
                if directive.shape.name == "key-figures"
                    && column.name == "value"
                    && let Some(finding) = figure(&cell.text, cell.span)
                {
                    self.find(finding, cell.span);
                }
                if column.kind == ColumnKind::Contact
                    && let Some(right) = contact_alone(&cell.text)
                {
                    let finding = Diagnostic::new(&say::CONTACT).with("right", right);
                    let is_written = self.text[cell.span.start..cell.span.end] == cell.text;
                    let finding = match is_written {
                        true => finding.replace(cell.span, right),
                        false => finding,
                    };
                    self.find(finding, cell.span);
                } else if column.kind == ColumnKind::Contact
                    && cell.text.contains('@')
                    && !cell.text.contains(char::is_whitespace)
                    && let Some(finding) = wording::mail(&cell.text)
                {
                    self.find(finding, cell.span);
                }
                if column.name == "alt"
                    && let Some(finding) = wording::alternative(&cell.text)
                {
                    self.find(finding, cell.span);
                }
            }
        }
        let has_body = matches!(&directive.body, Body::Blocks(blocks) if !blocks.is_empty());
        match directive.shape.name {
            "figure" => {
                if let Some(diagnostic) = alternative(directive.value("alt"), has_body) {
                    self.find(diagnostic, head);
                }
            }
            "video" => {
                let is_followed = has_body
                    || directive.value("captions").is_some()
                    || directive.value("transcript").is_some();
                if !is_followed {
                    self.find(Diagnostic::new(&say::NO_CAPTIONS), head);
                }
            }
            "chart" => self.document.charts.extend(request(directive)),
            _ => {}
        }
    }

    fn refer_to(&mut self, value: &str, place: Span, kind: LinkKind) {
        if !self.may_lead(value, place) {
            return;
        }
        self.document.references.push(crate::markdown::Link {
            destination: value.to_owned(),
            span: place,
            destination_span: place,
            kind,
        });
    }
}

fn first_line(text: &str, span: Span) -> Span {
    let length = text[span.start..span.end]
        .lines()
        .next()
        .map_or(0, str::len);
    Span::new(span.start, span.start + length)
}

fn is_empty(body: &Body) -> bool {
    match body {
        Body::Nothing => true,
        Body::Blocks(blocks) => hold_nothing(blocks),
        Body::Lines(lines) => lines.is_empty(),
    }
}

fn must_hold(shape: &Shape) -> bool {
    matches!(
        shape.holds,
        Holds::Blocks { required: true, .. } | Holds::Lines(_)
    )
}

/// What a chart asks for; `None` where it lacks what it needs, which has been said.
pub fn request(directive: &Directive) -> Option<chart::Request> {
    let argument = |name: &str| -> Option<&Argument> {
        directive
            .arguments
            .iter()
            .find(|argument| argument.parameter.name == name)
    };
    let named = |name: &str| {
        let argument = argument(name)?;
        match &argument.value {
            ArgumentValue::Text(text) => Some(chart::Named {
                name: text.as_str().into(),
                span: argument.span,
            }),
            _ => None,
        }
    };
    let columns = |name: &str| match argument(name).map(|argument| &argument.value) {
        Some(ArgumentValue::Columns(columns)) => columns.clone(),
        _ => Vec::new(),
    };
    Some(chart::Request {
        kind: chart::ChartKind::of(directive.text("kind")?)?,
        data: named("data")?,
        x: columns("x").into_iter().next(),
        y: columns("y"),
        by: named("by"),
        value: named("value"),
    })
}
