//! Lists: those of HTML, and the paragraphs that Word writes for items.

use super::{Block, Context, DEEPEST_LIST, Element, Id, Line, NodeKind, Piece, Reader};
use crate::markdown::is_bullet;
use crate::markdown::markup::LETTERS;

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown::paste) enum Mark {
    Bullet,
    /// Its number, where one is written: else the one after that before it.
    Number(Option<u64>),
    /// Whether it is done.
    Task(bool),
}

impl Mark {
    /// What Word writes before an item: `·`, `o`, `1.`, `a)`, `iv.`, `2.3.`. `None` for words.
    pub(super) fn of(marker: &str) -> Option<Self> {
        let sign = marker.trim();
        let number = sign.trim_end_matches(['.', ')', '-', '°', ':']);
        let number = number.trim_start_matches('(');
        let number = number.rsplit('.').next().unwrap_or_default();
        let is_single = sign.chars().count() == 1;
        let is_letter = is_single && sign.starts_with(LETTERS);
        if is_letter || !sign.contains(char::is_alphanumeric) {
            return Some(Self::Bullet);
        }
        if number.chars().all(|c| c.is_ascii_digit()) {
            return Some(Self::Number(number.parse().ok()));
        }
        let is_letter = number.chars().count() == 1;
        let is_roman = number.chars().all(|c| "ivxlcdmIVXLCDM".contains(c));
        (is_letter || is_roman).then_some(Self::Number(None))
    }
}

/// A mark with which the words of a line begin, and the rest of the line.
pub(super) fn marked(line: &[Piece]) -> Option<(Mark, Line)> {
    let (Piece::Text(words, look), rest) = line.split_first()? else {
        return None;
    };
    let (sign, words) = words.split_once(char::is_whitespace)?;
    let is_sign = match sign.chars().next() {
        Some(c) if sign.chars().count() == 1 => is_bullet(c) || LETTERS.contains(&c) || c == '-',
        _ => sign.chars().count() < 6 && sign.ends_with(['.', ')']),
    };
    let mark = Mark::of(sign).filter(|_| is_sign)?;
    let words = Piece::Text(words.trim_start().to_owned(), *look);
    let line = std::iter::once(words).chain(rest.iter().cloned());
    Some((mark, super::finished(line.collect()).0))
}

impl Reader<'_> {
    pub(super) fn list(&mut self, id: Id, element: &Element, context: Context) {
        self.block_begins();
        let tree = self.tree;
        let is_numbered = element.name() == "ol";
        let start = element
            .attribute("start")
            .and_then(|start| start.parse().ok());
        let mut number: u64 = start.unwrap_or(1);
        let context = Context {
            lists: context.lists + 1,
            depth: context.depth + 1,
            ..context
        };
        for child in &tree.node(id).children {
            let Some(item) = tree.element(*child).filter(|item| item.name() == "li") else {
                self.node(*child, context);
                continue;
            };
            let own = item.attribute("value").and_then(|value| value.parse().ok());
            number = own.unwrap_or(number);
            let mark = match is_numbered {
                true => Mark::Number(Some(number)),
                false => Mark::Bullet,
            };
            let before = self.blocks.len();
            self.element_of_list(*child, item, mark, context);
            if self.blocks.len() > before {
                number = number.saturating_add(1);
            }
        }
        self.flush();
    }

    /// An item, unless it is hidden or a footnote that is shown in another place.
    fn element_of_list(&mut self, id: Id, element: &Element, mark: Mark, context: Context) {
        let place = super::Place::of(element);
        if !self.is_nothing(id, element, &place) {
            let style = context.style.inside(element);
            self.item(id, element, mark, Context { style, ..context });
        }
    }

    pub(super) fn item(&mut self, id: Id, element: &Element, mark: Mark, context: Context) {
        self.block_begins();
        let level = ["aria-level", "data-aria-level"]
            .iter()
            .find_map(|name| element.attribute(name)?.parse().ok());
        let level = level.unwrap_or(context.lists).min(DEEPEST_LIST);
        let mark = self.task(id, element).map_or(mark, Mark::Task);
        let blocks = self.inside(
            id,
            Context {
                lists: 0,
                ..context
            },
        );
        // An item that holds nothing but lists, as some programs set them in.
        let is_around = !blocks.is_empty()
            && blocks
                .iter()
                .all(|block| matches!(block, Block::Item { .. }));
        match is_around {
            true => self
                .blocks
                .extend(blocks.into_iter().map(|block| match block {
                    Block::Item {
                        level: inner,
                        mark,
                        blocks,
                    } => Block::Item {
                        level: (level + inner).min(DEEPEST_LIST),
                        mark,
                        blocks,
                    },
                    block => block,
                })),
            false if blocks.is_empty() => {}
            false => self.blocks.push(Block::Item {
                level,
                mark,
                blocks,
            }),
        }
    }

    /// Whether an item is a task, and whether that is done.
    fn task(&self, id: Id, element: &Element) -> Option<bool> {
        if element.attribute("role") == Some("checkbox") {
            return Some(element.attribute("aria-checked") == Some("true"));
        }
        // The first of what is in it, but for spaces.
        let mut inner = self.tree.within(id).skip(1).take(8).filter(|id| {
            let kind = &self.tree.node(*id).kind;
            !matches!(kind, NodeKind::Text(words) if words.trim().is_empty())
        });
        let first =
            inner.find(|id| !matches!(self.tree.name(*id), "p" | "label" | "div" | "span"))?;
        let first = self
            .tree
            .element(first)
            .filter(|first| first.name() == "input")?;
        let is_box = first.attribute("type") == Some("checkbox");
        is_box.then(|| first.attribute("checked").is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        for (marker, wanted) in [
            ("·\u{a0}\u{a0}", Some(Mark::Bullet)),
            ("o ", Some(Mark::Bullet)),
            ("§", Some(Mark::Bullet)),
            ("-", Some(Mark::Bullet)),
            ("", Some(Mark::Bullet)),
            ("1.", Some(Mark::Number(Some(1)))),
            ("(2)", Some(Mark::Number(Some(2)))),
            ("2.3.", Some(Mark::Number(Some(3)))),
            ("a)", Some(Mark::Number(None))),
            ("o.", Some(Mark::Number(None))),
            ("iv.", Some(Mark::Number(None))),
            ("Article 2 :", None),
        ] {
            assert_eq!(Mark::of(marker), wanted, "{marker}");
        }
    }
}
