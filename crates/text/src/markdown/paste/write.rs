//! Blocks in Markdown, as a writer would write them.

use super::line::{Spot, written};
use super::read::{Block, Mark, Read};
use super::words::{Line, Piece};

/// How many lists and quotations may stand inside each other. The reader stops at 64; what is deeper here
/// is set as deep as this.
pub(super) const DEEPEST: usize = 16;

/// Writes what was read.
pub(super) fn write(read: &Read) -> String {
    if read.is_inline
        && read.notes.is_empty()
        && let [Block::Paragraph(line)] = &read.blocks[..]
    {
        return written(line, &read.addresses, Spot::Paragraph);
    }
    let mut writer = Writer {
        addresses: &read.addresses,
        out: String::new(),
        prefix: String::new(),
        depth: 0,
        shift: u8::from(has_title(&read.blocks)),
    };
    writer.blocks(&read.blocks);
    for (number, note) in read.notes.iter().enumerate() {
        writer.begin(read.blocks.is_empty() && number == 0);
        writer.out.push_str(&format!("[^{}]: ", number + 1));
        writer.inside("    ", |writer| match note.is_empty() {
            true => writer.out.push('…'),
            false => writer.blocks(note),
        });
    }
    let mut out = writer.out;
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Whether there is a heading of the first level, which is that of the page itself.
fn has_title(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading(level, _) => *level == 1,
        Block::Item { blocks, .. } | Block::Quote(blocks) => has_title(blocks),
        _ => false,
    })
}

struct Writer<'r> {
    addresses: &'r [String],
    out: String,
    /// What stands before each line.
    prefix: String,
    depth: usize,
    /// By how much headings are lowered.
    shift: u8,
}

impl Writer<'_> {
    /// Ends the line and begins another one.
    fn line(&mut self) {
        let length = self.out.trim_end_matches(' ').len();
        self.out.truncate(length);
        self.out.push('\n');
        self.out.push_str(&self.prefix);
    }

    /// Begins a block: after an empty line, unless it is the first.
    fn begin(&mut self, is_first: bool) {
        if !is_first {
            self.line();
            self.line();
        }
    }

    /// Writes with more before each line.
    fn inside(&mut self, marks: &str, write: impl FnOnce(&mut Self)) {
        let length = self.prefix.len();
        self.prefix.push_str(marks);
        self.depth += 1;
        write(self);
        self.depth -= 1;
        self.prefix.truncate(length);
    }

    /// Words, with what stands before each line of them.
    fn words(&mut self, line: &[Piece], spot: Spot) {
        let words = written(line, self.addresses, spot);
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                self.line();
            }
            self.out.push_str(line);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut is_first = true;
        let mut rest = blocks;
        while let Some((block, others)) = rest.split_first() {
            if let Block::Item { .. } = block {
                let length = rest
                    .iter()
                    .take_while(|block| matches!(block, Block::Item { .. }));
                let (items, after) = rest.split_at(length.count());
                self.begin(is_first);
                self.items(items);
                rest = after;
            } else {
                self.begin(is_first);
                self.block(block);
                rest = others;
            }
            is_first = false;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, line) => {
                let level = usize::from(level + self.shift).clamp(1, 6);
                self.out.push_str(&"#".repeat(level));
                self.out.push(' ');
                self.words(line, Spot::Heading);
            }
            Block::Paragraph(line) => self.words(line, Spot::Paragraph),
            Block::Quote(blocks) if self.depth < DEEPEST => {
                self.out.push_str("> ");
                self.inside("> ", |writer| writer.blocks(blocks));
            }
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Code(lines) => self.code(lines),
            Block::Table(rows) => self.table(rows),
            Block::Rule => self.out.push_str("***"),
            Block::Item { .. } => self.items(std::slice::from_ref(block)),
        }
    }

    fn code(&mut self, lines: &str) {
        let longest = lines.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat((longest + 1).max(3));
        self.out.push_str(&fence);
        for line in lines.lines() {
            self.line();
            self.out.push_str(line);
        }
        self.line();
        self.out.push_str(&fence);
    }

    fn table(&mut self, rows: &[Vec<Line>]) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let rule = "|".to_owned() + &" --- |".repeat(width);
        for (number, row) in rows.iter().enumerate() {
            if number > 0 {
                self.line();
            }
            self.out.push('|');
            // Further cells of the others are empty without being written.
            let missing = match number {
                0 => width - row.len(),
                _ => 0,
            };
            for cell in row
                .iter()
                .map(Vec::as_slice)
                .chain(std::iter::repeat_n(&[][..], missing))
            {
                self.out.push(' ');
                self.words(cell, Spot::Cell);
                if !cell.is_empty() {
                    self.out.push(' ');
                }
                self.out.push('|');
            }
            if number == 0 {
                self.line();
                self.out.push_str(&rule);
            }
        }
    }

    /// Items that follow each other: those of the highest level, each with those below it.
    fn items(&mut self, items: &[Block]) {
        let mut is_loose = false;
        let mut rest = items;
        let mut number = 0;
        let mut was: Option<Kind> = None;
        let mut delimiter = '.';
        while let Some((
            Block::Item {
                level,
                mark,
                blocks,
            },
            others,
        )) = rest.split_first()
        {
            let below = others.iter().take_while(
                |item| matches!(item, Block::Item { level: inner, .. } if inner > level),
            );
            let (inner, after) = others.split_at(below.count());
            let kind = Kind::of(*mark);
            let follows = was == Some(kind);
            if !follows {
                is_loose = is_list_loose(rest, kind);
            }
            let marker = match mark {
                Mark::Bullet => "- ".to_owned(),
                Mark::Task(true) => "- [x] ".to_owned(),
                Mark::Task(false) => "- [ ] ".to_owned(),
                Mark::Number(own) => {
                    let next = if follows { number + 1 } else { 1 };
                    number = own.unwrap_or(next).min(999_999_999);
                    // Another delimiter begins another list (CommonMark, section 5.3).
                    if follows && number != next {
                        delimiter = if delimiter == '.' { ')' } else { '.' };
                    }
                    format!("{number}{delimiter} ")
                }
            };
            if let Some(was) = was {
                match is_loose || was != kind {
                    true => self.begin(false),
                    false => self.line(),
                }
            }
            was = Some(kind);
            let width = match mark {
                Mark::Number(_) => marker.len(),
                Mark::Bullet | Mark::Task(_) => 2,
            };
            self.out.push_str(&marker);
            let deeper = self.depth < DEEPEST;
            let indent = " ".repeat(if deeper { width } else { 0 });
            self.inside(&indent, |writer| writer.item(blocks, inner, is_loose));
            rest = after;
        }
    }

    /// What stands in an item, and the items below it.
    fn item(&mut self, blocks: &[Block], below: &[Block], is_loose: bool) {
        let own = blocks
            .iter()
            .take_while(|block| !matches!(block, Block::Item { .. }));
        let (own, inner) = blocks.split_at(own.count());
        self.blocks(own);
        for (number, items) in [inner, below].into_iter().enumerate() {
            if items.is_empty() {
                continue;
            }
            let is_first = own.is_empty() && number == 0;
            match (is_first, is_loose) {
                (true, _) => {}
                (false, true) => self.begin(false),
                (false, false) => self.line(),
            }
            self.blocks(items);
        }
    }
}

/// What makes items those of one list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bullets,
    Numbers,
}

impl Kind {
    fn of(mark: Mark) -> Self {
        match mark {
            Mark::Bullet | Mark::Task(_) => Self::Bullets,
            Mark::Number(_) => Self::Numbers,
        }
    }
}

/// Whether the list with which some items begin has an item that is more than a line and lists.
fn is_list_loose(items: &[Block], kind: Kind) -> bool {
    let mut top = usize::MAX;
    for item in items {
        let Block::Item {
            level,
            mark,
            blocks,
        } = item
        else {
            return false;
        };
        // What is below them is a list of its own.
        if *level > top {
            continue;
        }
        top = *level;
        if Kind::of(*mark) != kind {
            return false;
        }
        let own = blocks
            .iter()
            .take_while(|block| !matches!(block, Block::Item { .. }));
        let count = own.count();
        let after = &blocks[count..];
        if count > 1
            || after
                .iter()
                .any(|block| !matches!(block, Block::Item { .. }))
        {
            return true;
        }
    }
    false
}
