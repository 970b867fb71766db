//! Nodes become Markdown.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Chunk;
use super::meant;
use super::nodes::{Element, Node};
use super::office::{is_condition, marker};
use crate::markdown::characters::characters;
use crate::markdown::markup::is_invisible;
use crate::markdown::raw::{is_allowed, is_swallowed, removed_attributes};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// The outcome of a block.
#[derive(Default)]
pub(super) struct Written {
    pub(super) chunks: Vec<Chunk>,
    /// What was removed, with its place in the HTML.
    pub(super) findings: Vec<(Diagnostic, Range<usize>)>,
}

/// Whether an element stands on lines of its own.
pub(in crate::markdown) fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}

/// A destination in Markdown; `None` where it has characters that none can have. References to characters
/// are the same in both.
pub(super) fn destination(value: &str) -> Option<String> {
    let value = value.trim();
    if value.is_empty() || value.contains(['<', '>', '\n', '\r']) {
        return None;
    }
    let value = value.replace('\\', "%5C");
    match value.contains([' ', '(', ')', '\t']) {
        true => Some(format!("<{value}>")),
        false => Some(value),
    }
}

/// A destination with the words that are shown over it.
pub(super) fn titled(destination: String, title: Option<&str>) -> String {
    match title.map(one_line).filter(|title| !title.is_empty()) {
        Some(title) => {
            let title = title.replace('\\', "\\\\").replace('"', "&quot;");
            format!("{destination} \"{title}\"")
        }
        None => destination,
    }
}

/// Words as they stand in the place of an image.
pub(super) fn label(words: &str) -> String {
    let mut out = String::new();
    for c in one_line(words).chars() {
        if matches!(c, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a block of HTML in Markdown. `None` where there is nothing in it that Markdown says.
pub(super) fn blocks(html: &str, nodes: &[Node]) -> Option<Written> {
    let says = |node: &Node| says(node) || has_meant(html, node);
    if !nodes.iter().any(says) || nodes.iter().any(is_beyond) {
        return None;
    }
    let mut writer = Writer {
        html,
        written: Written::default(),
        prefix: String::new(),
        is_blank: true,
        meant: BTreeSet::new(),
        is_in_emphasis: false,
        is_in_link: false,
    };
    writer.blocks(nodes);
    let mut written = writer.written;
    while matches!(written.chunks.last(), Some(Chunk::Line)) {
        written.chunks.pop();
    }
    let is_there = !written.chunks.is_empty() || nodes.iter().all(is_nothing);
    is_there.then_some(written)
}

/// Whether a node is a paragraph without words, or what a word processor puts into one.
fn is_nothing(node: &Node) -> bool {
    match node {
        Node::Text(_) | Node::Space(_) => true,
        Node::Comment(_) => false,
        Node::Element(element) => {
            let is_known = matches!(
                &*element.name,
                "p" | "br" | "span" | "font" | "b" | "strong" | "i" | "em" | "u" | "div" | "center"
            );
            (is_known || element.name.contains(':')) && element.children.iter().all(is_nothing)
        }
    }
}

/// The marker of an item that a word processor writes in a paragraph, and what follows it:
/// `<![if !supportLists]>· <![endif]>words`.
fn office_item<'n>(html: &str, nodes: &'n [Node]) -> Option<(String, &'n [Node])> {
    let says = |node: &Node, word: &str| match node {
        Node::Comment(range) => html[range.clone()].to_ascii_lowercase().contains(word),
        _ => false,
    };
    let start = nodes
        .iter()
        .position(|node| says(node, "[if !supportlists]"))?;
    let end = nodes.iter().position(|node| says(node, "[endif]"))?;
    let (before, rest) = (&nodes[..start], nodes.get(end + 1..)?);
    let (Node::Comment(open), Node::Comment(close)) = (&nodes[start], &nodes[end]) else {
        return None;
    };
    let inner = html.get(open.end..close.start)?;
    let is_first = before.iter().all(|node| matches!(node, Node::Space(_)));
    let marker = marker(inner).filter(|_| is_first && rest.iter().any(has_words))?;
    Some((marker, rest))
}

/// Whether words are spaces alone, however they are written.
fn is_blank(words: &str) -> bool {
    let words = characters(words);
    words.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether there is an element that Markdown has, or one that would be removed.
fn says(node: &Node) -> bool {
    let Node::Element(element) = node else {
        return false;
    };
    let is_of_markdown = matches!(
        &*element.name,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "a" | "img" | "blockquote" | "hr"
    ) || matches!(&*element.name, "p" | "strong" | "b" | "em" | "i" | "br")
        || element.name == "table" && is_sayable(element);
    let is_removed = !is_allowed(&element.name) && !is_swallowed(&element.name);
    is_of_markdown || is_removed || element.children.iter().any(says)
}

/// Whether there is markup that the writer meant as Markdown, in HTML of which nothing is left then.
fn has_meant(html: &str, node: &Node) -> bool {
    match node {
        Node::Text(range) => !meant::marks(&html[range.clone()], true, true).is_empty(),
        Node::Element(element) => {
            let is_rewritten = match &*element.name {
                "div" | "section" => is_plain(element),
                "p" | "center" | "font" | "span" | "ul" | "ol" | "li" => true,
                _ => false,
            };
            is_rewritten && element.children.iter().any(|node| has_meant(html, node))
        }
        Node::Space(_) | Node::Comment(_) => false,
    }
}

/// Whether the characters in an element stand for themselves.
fn is_verbatim(name: &str) -> bool {
    matches!(name, "code" | "kbd" | "samp" | "pre" | "var")
}

/// Whether there is something that would not be the same afterwards.
fn is_beyond(node: &Node) -> bool {
    let Node::Element(element) = node else {
        return false;
    };
    let has = |names: &[&str]| {
        element
            .attributes
            .iter()
            .any(|(name, _)| names.contains(&&**name))
    };
    let is_plain = matches!(
        &*element.name,
        "h1" | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "p"
            | "ul"
            | "ol"
            | "li"
            | "blockquote"
            | "hr"
            | "br"
            | "pre"
    );
    (is_plain && has(&["lang", "dir", "title", "value", "reversed", "type"]))
        || matches!(&*element.name, "pre" | "dl")
        || element.children.iter().any(is_beyond)
}

struct Writer<'h> {
    html: &'h str,
    written: Written,
    /// What stands before each line besides the marks of the containers.
    prefix: String,
    /// Whether nothing stands on the line.
    is_blank: bool,
    /// Where characters stand that the writer wrote as markup of Markdown.
    meant: BTreeSet<usize>,
    is_in_emphasis: bool,
    is_in_link: bool,
}

/// A piece of a line.
#[derive(Clone, Debug)]
enum Atom {
    Word(Range<usize>),
    Space,
    Break,
    /// A mark of emphasis, and the tag that it stands for.
    Open(&'static str, Range<usize>),
    Close(&'static str, Range<usize>),
    /// Characters that stand for themselves, and where what they stand for begins or ends.
    Markup(String, usize),
    /// HTML that stays.
    Raw(Range<usize>),
}

impl Writer<'_> {
    fn markup(&mut self, markup: &str) {
        if !markup.is_empty() {
            self.is_blank = false;
            self.written.chunks.push(Chunk::Markup(markup.to_owned()));
        }
    }

    fn copy(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.is_blank = false;
            self.written.chunks.push(Chunk::Copy(range));
        }
    }

    fn line(&mut self) {
        self.written.chunks.push(Chunk::Line);
        if !self.prefix.is_empty() {
            self.written.chunks.push(Chunk::Markup(self.prefix.clone()));
        }
        self.is_blank = true;
    }

    /// Begins a block: after an empty line, unless it is the first.
    fn begin(&mut self, is_first: &mut bool) {
        if !*is_first {
            self.line();
            self.line();
        }
        *is_first = false;
    }

    /// What is removed of an element that Markdown has, or has not.
    fn told(&mut self, element: &Element, kept: &[&str]) {
        let attributes = element.attributes.iter();
        let removed: Vec<_> = attributes
            .filter(|(name, _)| !kept.contains(&&**name))
            .collect();
        if !removed.is_empty() {
            let finding = removed_attributes(&element.name, &removed);
            self.written.findings.push((finding, element.open.clone()));
        }
    }

    fn removed(&mut self, element: &Element) {
        let finding = Diagnostic::new(&say::RAW_ELEMENT).with("tag", &element.name);
        self.written.findings.push((finding, element.open.clone()));
    }

    fn blocks(&mut self, nodes: &[Node]) {
        let mut is_first = true;
        self.more_blocks(nodes, &mut is_first);
    }

    fn more_blocks(&mut self, nodes: &[Node], is_first: &mut bool) {
        let mut line: Vec<&Node> = Vec::new();
        for node in nodes {
            match node {
                Node::Element(element) if holds_block(element) => {
                    self.paragraph(&std::mem::take(&mut line), is_first);
                    self.block(element, is_first);
                }
                Node::Comment(range) if is_condition(&self.html[range.clone()]) => {}
                Node::Comment(range) if line.is_empty() => {
                    self.begin(is_first);
                    self.copy(range.clone());
                }
                node => line.push(node),
            }
        }
        self.paragraph(&line, is_first);
    }

    fn paragraph(&mut self, nodes: &[&Node], is_first: &mut bool) {
        let atoms = self.line_of(nodes.iter().copied());
        let is_empty = atoms.iter().all(|atom| match atom {
            Atom::Word(range) => is_blank(&self.html[range.clone()]),
            Atom::Space | Atom::Break | Atom::Open(..) | Atom::Close(..) => true,
            Atom::Markup(..) | Atom::Raw(_) => false,
        });
        if !is_empty {
            self.begin(is_first);
            self.atoms(&atoms, Place::Paragraph);
        }
    }

    fn block(&mut self, element: &Element, is_first: &mut bool) {
        let children = &element.children;
        match &*element.name {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                self.told(element, &[]);
                let atoms = self.line_of(children.iter());
                if !atoms.is_empty() {
                    self.begin(is_first);
                    let level = usize::from(name.as_bytes()[1] - b'0');
                    self.markup(&format!("{} ", "#".repeat(level)));
                    self.atoms(&atoms, Place::Line);
                }
            }
            "p" => {
                self.told(element, &[]);
                match office_item(self.html, children) {
                    Some((marker, rest)) => {
                        self.begin(is_first);
                        self.markup(&marker);
                        self.inside(&" ".repeat(marker.len()), |writer| writer.blocks(rest));
                    }
                    None => self.more_blocks(children, is_first),
                }
            }
            "ul" | "ol" => {
                self.told(element, &["start"]);
                self.list(element, is_first);
            }
            "blockquote" => {
                self.told(element, &[]);
                if !children.iter().any(has_words) {
                    return;
                }
                self.begin(is_first);
                self.markup("> ");
                self.inside("> ", |writer| writer.blocks(children));
            }
            "hr" => {
                self.told(element, &[]);
                self.begin(is_first);
                self.markup("***");
            }
            "table" => self.table(element, is_first),
            "figure" => self.figure(element, is_first),
            name if is_swallowed(name) => {
                // It is told, and stays in the source.
                self.begin(is_first);
                self.one_line(element.range());
            }
            "div" | "section" if is_plain(element) => {
                self.told(element, &[]);
                self.more_blocks(children, is_first);
            }
            name if is_allowed(name) => self.kept(element, is_first),
            _ => {
                self.removed(element);
                self.more_blocks(children, is_first);
            }
        }
    }

    /// Writes with more marks before each line.
    fn inside(&mut self, marks: &str, write: impl FnOnce(&mut Self)) {
        let length = self.prefix.len();
        self.prefix.push_str(marks);
        write(self);
        self.prefix.truncate(length);
    }

    /// A range of the HTML without empty lines, which would end the block.
    fn one_line(&mut self, range: Range<usize>) {
        let mut at = range.start;
        for line in self.html[range].split_inclusive('\n') {
            let words = line.trim();
            if !words.is_empty() {
                if !self.is_blank {
                    self.line();
                }
                let start = at + line.len() - line.trim_start().len();
                self.copy(start..start + words.len());
            }
            at += line.len();
        }
    }

    fn list(&mut self, list: &Element, is_first: &mut bool) {
        let items: Vec<Vec<&Node>> = items(list);
        if items.is_empty() {
            return;
        }
        self.begin(is_first);
        let start = list.attribute("start").and_then(|start| start.parse().ok());
        let start: usize = start.unwrap_or(1);
        let is_loose = items.iter().any(|item| is_loose(item));
        for (number, item) in items.iter().enumerate() {
            if number > 0 {
                self.line();
                if is_loose {
                    self.line();
                }
            }
            let mark = match &*list.name {
                "ol" => format!("{}. ", start.saturating_add(number)),
                _ => "- ".to_owned(),
            };
            self.markup(&mark);
            self.inside(&" ".repeat(mark.len()), |writer| {
                writer.item(item, is_loose)
            });
        }
    }

    /// What stands in an item: words on the line of its mark, lists of a tight list right below.
    fn item(&mut self, nodes: &[&Node], is_loose: bool) {
        let mut is_first = true;
        let mut line: Vec<&Node> = Vec::new();
        for node in nodes {
            match node {
                Node::Element(element) if element.name == "li" => {
                    self.told(element, &[]);
                    let children: Vec<&Node> = element.children.iter().collect();
                    self.item(&children, is_loose);
                }
                Node::Element(element) if holds_block(element) => {
                    self.paragraph(&std::mem::take(&mut line), &mut is_first);
                    if is_loose || is_first {
                        self.block(element, &mut is_first);
                    } else {
                        self.line();
                        self.block(element, &mut true);
                    }
                }
                node => line.push(node),
            }
        }
        self.paragraph(&line, &mut is_first);
    }

    /// A table with one row of headings and plain cells; any other stays HTML.
    fn table(&mut self, table: &Element, is_first: &mut bool) {
        let rows = rows(table);
        let columns = rows.first().map_or(0, Vec::len);
        if !is_sayable(table) {
            return self.kept(table, is_first);
        }
        self.told(table, &[]);
        self.begin(is_first);
        for (number, row) in rows.iter().enumerate() {
            if number > 0 {
                self.line();
            }
            self.markup("|");
            for cell in row {
                self.told(cell, &["scope"]);
                self.markup(" ");
                let atoms = self.line_of(cell.children.iter());
                self.atoms(&atoms, Place::Cell);
                self.markup(" |");
            }
            if number == 0 {
                self.line();
                self.markup(&format!("|{}", "---|".repeat(columns)));
            }
        }
    }

    /// An image with a caption in words; any other figure is what stands in it.
    fn figure(&mut self, figure: &Element, is_first: &mut bool) {
        self.told(figure, &[]);
        let mut images: Vec<&Element> = Vec::new();
        let mut captions: Vec<&Element> = Vec::new();
        let mut is_simple = is_plain(figure);
        for node in &figure.children {
            match node {
                Node::Element(element) if element.name == "img" => images.push(element),
                Node::Element(element) if element.name == "figcaption" => captions.push(element),
                Node::Space(_) => {}
                _ => is_simple = false,
            }
        }
        let caption = match &captions[..] {
            [caption] => match &caption.children[..] {
                [Node::Text(range)] => Some(one_line(&self.html[range.clone()])),
                _ => None,
            },
            _ => None,
        };
        let target = match (&images[..], &caption) {
            ([image], Some(caption)) if is_simple => image
                .attribute("src")
                .and_then(destination)
                .map(|target| (*image, titled(target, Some(caption)))),
            _ => None,
        };
        match target {
            Some((image, target)) => {
                self.told(image, &["src", "alt", "title"]);
                self.begin(is_first);
                let alt = label(image.attribute("alt").unwrap_or_default());
                let chunks = &mut self.written.chunks;
                chunks.push(Chunk::At(format!("![{alt}]({target}"), figure.open.start));
                chunks.push(Chunk::At(")".to_owned(), figure.range().end));
                self.is_blank = false;
            }
            None => self.more_blocks(&figure.children, is_first),
        }
    }

    /// An element that stays HTML; what Markdown says in it is Markdown.
    fn kept(&mut self, element: &Element, is_first: &mut bool) {
        self.begin(is_first);
        self.kept_lines(element);
    }

    fn kept_lines(&mut self, element: &Element) {
        let is_frame = matches!(
            &*element.name,
            "table" | "thead" | "tbody" | "tfoot" | "tr" | "dl"
        );
        if is_frame {
            self.one_line(element.open.clone());
            for node in &element.children {
                match node {
                    Node::Element(child) if is_allowed(&child.name) => {
                        self.line();
                        self.kept_lines(child);
                    }
                    Node::Space(_) => {}
                    node => {
                        self.line();
                        self.line();
                        self.blocks(std::slice::from_ref(node));
                        self.line();
                        self.line();
                    }
                }
            }
            if let Some(close) = &element.close {
                self.line();
                self.copy(close.clone());
            }
        } else if !element.children.iter().any(says) {
            self.one_line(element.range());
        } else {
            self.one_line(element.open.clone());
            self.line();
            self.line();
            self.blocks(&element.children);
            self.line();
            self.line();
            match &element.close {
                Some(close) => self.copy(close.clone()),
                None => self.markup(&format!("</{}>", element.name)),
            }
        }
    }

    // ---------------------------------------------------------------- lines

    /// The atoms of a line.
    fn line_of<'n>(&mut self, nodes: impl Iterator<Item = &'n Node>) -> Vec<Atom> {
        let mut atoms = Vec::new();
        for node in nodes {
            self.gather(node, &mut atoms);
        }
        arranged(atoms)
    }

    fn gather(&mut self, node: &Node, atoms: &mut Vec<Atom>) {
        let element = match node {
            Node::Text(range) => return self.text(range.clone(), atoms),
            Node::Space(_) => return atoms.push(Atom::Space),
            Node::Comment(range) if is_condition(&self.html[range.clone()]) => return,
            Node::Comment(range) => return atoms.push(Atom::Raw(range.clone())),
            Node::Element(element) => element,
        };
        let all = |writer: &mut Self, atoms: &mut Vec<Atom>| {
            for child in &element.children {
                writer.gather(child, atoms);
            }
        };
        let close = element.close.clone().unwrap_or(0..0);
        match &*element.name {
            "b" | "strong" | "i" | "em" | "del" | "s" if is_plain(element) => {
                self.told(element, &[]);
                let mark = match &*element.name {
                    "b" | "strong" => "**",
                    "i" | "em" => "*",
                    _ => "~~",
                };
                atoms.push(Atom::Open(mark, element.open.clone()));
                let outer = std::mem::replace(&mut self.is_in_emphasis, true);
                all(self, atoms);
                self.is_in_emphasis = outer;
                atoms.push(Atom::Close(mark, close));
            }
            "br" => {
                self.told(element, &["clear"]);
                atoms.push(Atom::Break);
            }
            "img" => match element.attribute("src").and_then(destination) {
                Some(target) => {
                    self.told(
                        element,
                        &["src", "alt", "title", "width", "height", "loading"],
                    );
                    let target = titled(target, element.attribute("title"));
                    let alt = label(element.attribute("alt").unwrap_or_default());
                    atoms.push(Atom::Markup(
                        format!("![{alt}]({target}"),
                        element.open.start,
                    ));
                    atoms.push(Atom::Markup(")".to_owned(), element.open.end));
                }
                None => self.removed(element),
            },
            "a" => match element.attribute("href").and_then(destination) {
                Some(target) if element.children.iter().any(has_words) => {
                    self.told(element, &["href", "title", "target", "rel"]);
                    let target = titled(target, element.attribute("title"));
                    atoms.push(Atom::Markup("[".to_owned(), element.open.start));
                    let mut inner = Vec::new();
                    let outer = std::mem::replace(&mut self.is_in_link, true);
                    for child in &element.children {
                        self.gather(child, &mut inner);
                    }
                    self.is_in_link = outer;
                    let inner = arranged(inner);
                    atoms.extend(inner);
                    let end = element.range().end;
                    atoms.push(Atom::Markup(format!("]({target})"), end));
                }
                _ => {
                    self.removed(element);
                    all(self, atoms);
                }
            },
            "span" if is_plain(element) => {
                self.told(element, &[]);
                all(self, atoms);
            }
            name if is_swallowed(name) => atoms.push(Atom::Raw(element.range())),
            name if is_block(name) => {
                if is_allowed(name) {
                    self.told(element, &[]);
                } else {
                    self.removed(element);
                }
                atoms.push(Atom::Break);
                all(self, atoms);
                atoms.push(Atom::Break);
            }
            name if is_allowed(name) => {
                atoms.push(Atom::Raw(element.open.clone()));
                let outer = (self.is_in_emphasis, self.is_in_link);
                if is_verbatim(name) {
                    (self.is_in_emphasis, self.is_in_link) = (true, true);
                }
                all(self, atoms);
                (self.is_in_emphasis, self.is_in_link) = outer;
                atoms.push(Atom::Raw(close));
            }
            _ => {
                self.removed(element);
                all(self, atoms);
            }
        }
    }

    fn text(&mut self, range: Range<usize>, atoms: &mut Vec<Atom>) {
        let text = &self.html[range.clone()];
        let marks = meant::marks(text, !self.is_in_emphasis, !self.is_in_link);
        self.meant.extend(marks.iter().map(|at| range.start + at));
        let is_space = |c: char| c.is_ascii_whitespace();
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let words = rest.find(is_space).unwrap_or(rest.len());
            if words > 0 {
                let start = range.start + at;
                atoms.push(Atom::Word(start..start + words));
            }
            at += words;
            let rest = &text[at..];
            let spaces = rest.len() - rest.trim_start_matches(is_space).len();
            if spaces > 0 {
                atoms.push(Atom::Space);
            }
            at += spaces;
        }
    }

    fn atoms(&mut self, atoms: &[Atom], place: Place) {
        let mut begins = true;
        // The marks of emphasis that are open, and whether they are written as tags.
        let mut open: Vec<bool> = Vec::new();
        for (at, atom) in atoms.iter().enumerate() {
            match atom {
                Atom::Word(range) => self.word(range.clone(), begins, place),
                Atom::Space if self.is_blank => {}
                Atom::Space => self.markup(" "),
                Atom::Break if place == Place::Paragraph => {
                    let next = atoms.get(at + 1);
                    if !next.is_some_and(|atom| self.takes_its_line(atom)) {
                        self.markup("\\");
                    }
                    self.line();
                }
                Atom::Break => self.markup("<br>"),
                Atom::Markup(markup, at) => {
                    self.is_blank = false;
                    self.written.chunks.push(Chunk::At(markup.clone(), *at));
                }
                Atom::Raw(range) => {
                    self.raw(range.clone());
                    let is_last = at + 1 == atoms.len();
                    if begins && place == Place::Paragraph && !is_last && self.takes_its_line(atom)
                    {
                        self.line();
                    }
                }
                Atom::Open(mark, tag) => {
                    let is_tag = !self.can_be_marks(atoms, at);
                    open.push(is_tag);
                    match is_tag {
                        true => self.copy(tag.clone()),
                        false => self.markup(mark),
                    }
                }
                Atom::Close(mark, tag) => match open.pop() {
                    Some(true) => self.copy(tag.clone()),
                    _ => self.markup(mark),
                },
            }
            begins = matches!(atom, Atom::Break) || begins && self.is_blank;
        }
    }

    /// Whether an atom at the head of a line makes HTML of all that stands there with it (CommonMark,
    /// section 4.6, conditions 1 to 5).
    fn takes_its_line(&self, atom: &Atom) -> bool {
        const STARTS: [&str; 6] = ["<!", "<?", "<script", "<pre", "<style", "<textarea"];
        let Atom::Raw(range) = atom else { return false };
        let html = &self.html.as_bytes()[range.clone()];
        STARTS.iter().any(|start| {
            html.get(..start.len())
                .is_some_and(|html| html.eq_ignore_ascii_case(start.as_bytes()))
        })
    }

    fn raw(&mut self, range: Range<usize>) {
        let mut is_first = true;
        let mut at = range.start;
        for line in self.html[range].split_inclusive('\n') {
            let words = line.trim();
            let start = at + line.len() - line.trim_start().len();
            at += line.len();
            if words.is_empty() {
                continue;
            }
            if !is_first {
                self.markup(" ");
            }
            is_first = false;
            self.copy(start..start + words.len());
        }
    }

    /// Whether the emphasis that opens at an atom is one to Markdown (CommonMark, section 6.2): beside
    /// its marks stand no letters on the outer side and punctuation on the inner one, and no other marks.
    fn can_be_marks(&self, atoms: &[Atom], at: usize) -> bool {
        let mut depth = 0;
        let end = atoms[at..].iter().position(|atom| {
            depth += match atom {
                Atom::Open(..) => 1,
                Atom::Close(..) => -1,
                _ => 0,
            };
            depth == 0
        });
        let Some(end) = end.map(|end| at + end) else {
            return false;
        };
        let outer = |atom: Option<&Atom>| match atom {
            None | Some(Atom::Space | Atom::Break) => true,
            Some(_) => false,
        };
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let first = |atom: Option<&Atom>| match atom {
            Some(Atom::Word(range)) => self.html[range.clone()].chars().next(),
            _ => None,
        };
        let last = |atom: Option<&Atom>| match atom {
            Some(Atom::Word(range)) => self.html[range.clone()].chars().next_back(),
            _ => None,
        };
        let before = at.checked_sub(1).and_then(|before| atoms.get(before));
        let after = atoms.get(end + 1);
        let is_apart =
            |atom: Option<&Atom>| !matches!(atom, Some(Atom::Open(..) | Atom::Close(..)));
        let opens = outer(before) || is_letter(first(atoms.get(at + 1)));
        let closes = outer(after)
            || is_letter(last(atoms.get(end.wrapping_sub(1))))
            || first(after).is_some_and(|c| !c.is_alphanumeric());
        // Beside marks that the writer wrote they would be other ones.
        let touches = last(before).is_some_and(|c| matches!(c, '*' | '_'))
            || first(after).is_some_and(|c| matches!(c, '*' | '_'));
        let opens = opens || last(before).is_some_and(|c| !c.is_alphanumeric());
        end > at + 1 && is_apart(before) && is_apart(after) && !touches && opens && closes
    }

    /// A word, with backslashes before what would be a mark.
    fn word(&mut self, range: Range<usize>, begins: bool, place: Place) {
        let word = &self.html[range.clone()];
        let mut done = 0;
        let block = match begins && place == Place::Paragraph {
            true => mark_of_block(word),
            false => None,
        };
        let mut before = ' ';
        for (at, c) in word.char_indices() {
            let next = word[at + c.len_utf8()..].chars().next();
            let is_inside = before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
            let is_mark = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' => true,
                '_' => !is_inside,
                '~' => next == Some('~') || before == '~',
                '|' => place == Place::Cell,
                '#' => place == Place::Line,
                _ => false,
            };
            let is_mark = is_mark && !self.meant.contains(&(range.start + at));
            if is_mark || block == Some(at) {
                self.copy(range.start + done..range.start + at);
                self.markup("\\");
                done = at;
            }
            before = c;
        }
        self.copy(range.start + done..range.end);
    }
}

/// Where a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Paragraph,
    Line,
    Cell,
}

/// The place in the first word of a line of the character that would make it a list, a heading and so on.
pub(in crate::markdown) fn mark_of_block(word: &str) -> Option<usize> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..10).contains(&digits) && matches!(&word[digits..], "." | ")") {
        return Some(digits);
    }
    let is_mark = matches!(word, "-" | "+" | "=" | ":")
        || word.starts_with('>')
        || word.starts_with(":::")
        || word.starts_with("~~~")
        || !word.is_empty() && word.chars().all(|c| c == '#')
        || word.len() > 1 && (word.chars().all(|c| c == '-') || word.chars().all(|c| c == '='));
    is_mark.then_some(0)
}

/// Atoms in an order that Markdown can write: no spaces at the inner side of marks, none twice, none
/// at the ends.
fn arranged(atoms: Vec<Atom>) -> Vec<Atom> {
    let mut out: Vec<Atom> = Vec::new();
    for atom in atoms {
        match atom {
            // Before the marks that have just been opened.
            Atom::Space | Atom::Break => {
                let opened = out
                    .iter()
                    .rev()
                    .take_while(|atom| matches!(atom, Atom::Open(..)));
                let at = out.len() - opened.count();
                match (at.checked_sub(1).map(|before| out[before].clone()), &atom) {
                    (None | Some(Atom::Break), _) => {}
                    (Some(Atom::Space), Atom::Space) => {}
                    (Some(Atom::Space), _) => out[at - 1] = atom,
                    _ => out.insert(at, atom),
                }
            }
            Atom::Close(..) => {
                let mut moved = None;
                if matches!(out.last(), Some(Atom::Space | Atom::Break)) {
                    moved = out.pop();
                }
                // Marks around nothing are none.
                match out.last() {
                    Some(Atom::Open(..)) => drop(out.pop()),
                    _ => out.push(atom),
                }
                match (out.last(), moved) {
                    (Some(Atom::Space | Atom::Break) | None, _) => {}
                    (_, Some(moved)) => out.push(moved),
                    (_, None) => {}
                }
            }
            atom => out.push(atom),
        }
    }
    while matches!(out.last(), Some(Atom::Space | Atom::Break)) {
        out.pop();
    }
    out
}

/// Whether an element, or one in it, stands on lines of its own.
fn holds_block(element: &Element) -> bool {
    is_block(&element.name) || !is_allowed(&element.name) && element.children.iter().any(has_block)
}

fn has_block(node: &Node) -> bool {
    matches!(node, Node::Element(element) if is_block(&element.name) || element.children.iter().any(has_block))
}

fn has_words(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Space(_) | Node::Comment(_) => false,
        Node::Element(element) => element.name == "img" || element.children.iter().any(has_words),
    }
}

/// Whether an element has no attribute that says something.
fn is_plain(element: &Element) -> bool {
    let says = [
        "lang", "dir", "title", "colspan", "rowspan", "headers", "abbr", "datetime",
    ];
    let mut attributes = element.attributes.iter();
    attributes.all(|(name, _)| !says.contains(&&**name))
}

/// The items of a list, each with its nodes.
fn items(list: &Element) -> Vec<Vec<&Node>> {
    let is_item = |node: &&Node| match node {
        Node::Element(element) if element.name == "li" => element.children.iter().any(has_words),
        Node::Element(_) => has_words(node),
        Node::Text(_) => true,
        Node::Space(_) | Node::Comment(_) => false,
    };
    let mut items: Vec<Vec<&Node>> = Vec::new();
    for node in list.children.iter().filter(is_item) {
        match (node, items.last_mut()) {
            (Node::Element(element), _) if element.name == "li" => items.push(vec![node]),
            // A list between items belongs to the one before.
            (node, Some(item)) => item.push(node),
            (node, None) => items.push(vec![node]),
        }
    }
    items
}

/// Whether an item has blocks besides one line and lists.
fn is_loose(item: &[&Node]) -> bool {
    let inner = item.iter().flat_map(|node| match node {
        Node::Element(element) if element.name == "li" => element.children.iter().collect(),
        node => vec![*node],
    });
    inner.into_iter().any(|node| match node {
        Node::Element(element) => holds_block(element) && !matches!(&*element.name, "ul" | "ol"),
        _ => false,
    })
}

/// Whether Markdown can say a table: one row of headings, cells of one column, a line in each.
fn is_sayable(table: &Element) -> bool {
    let rows = rows(table);
    let is_head = |cell: &&Element| cell.name == "th";
    let is_caption =
        |node: &Node| matches!(node, Node::Element(element) if element.name == "caption");
    let Some((head, others)) = rows.split_first() else {
        return false;
    };
    !head.is_empty()
        && is_plain(table)
        && head.iter().all(is_head)
        && others.iter().all(|row| row.len() == head.len())
        && !others.iter().flatten().any(is_head)
        && rows.iter().flatten().all(|cell| is_cell(cell))
        && !table.children.iter().any(is_caption)
}

/// The rows of a table.
fn rows(table: &Element) -> Vec<Vec<&Element>> {
    let mut rows = Vec::new();
    for node in &table.children {
        let Node::Element(element) = node else {
            continue;
        };
        match &*element.name {
            "tr" => rows.push(cells(element)),
            "thead" | "tbody" | "tfoot" => rows.extend(self::rows(element)),
            _ => {}
        }
    }
    rows
}

fn cells(row: &Element) -> Vec<&Element> {
    let cells = row.children.iter().filter_map(|node| match node {
        Node::Element(element) if matches!(&*element.name, "td" | "th") => Some(element),
        _ => None,
    });
    cells.collect()
}

/// Whether what stands in a cell can stand in one of Markdown.
fn is_cell(cell: &Element) -> bool {
    is_plain(cell) && !cell.children.iter().any(has_table)
}

fn has_table(node: &Node) -> bool {
    matches!(node, Node::Element(element) if matches!(&*element.name, "table" | "pre" | "ul" | "ol") || element.children.iter().any(has_table))
}
