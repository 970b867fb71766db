//! Links, pictures and fields in a line.

use super::{Address, Context, Element, Id, LeftOut, Look, Piece, Reader, notes};

impl Reader<'_> {
    pub(super) fn link(&mut self, id: Id, element: &Element, context: Context) {
        let href = element.attribute("href").unwrap_or_default();
        if let Some(number) = self.notes.number(href).filter(|_| !self.is_in_note(id)) {
            self.line.push(Piece::Note(number));
            return;
        }
        let name = notes::fragment(href).unwrap_or_default();
        if notes::is_comment(name) {
            return self.leave_out(LeftOut::Comments);
        }
        if notes::is_mark_of_comment(name) {
            return;
        }
        // From the words of a footnote back to its mark.
        if notes::is_mark(name) && self.is_in_note(id) {
            return;
        }
        let link = match Address::of(href) {
            // The mark of a footnote that was not copied with it.
            Address::To(_) if name.starts_with("cite_note") => context.link,
            Address::To(address) => {
                if self.read.addresses.last() != Some(&address) {
                    self.read.addresses.push(address);
                }
                Some(self.read.addresses.len() - 1)
            }
            Address::Nowhere => {
                self.leave_out(LeftOut::Links);
                context.link
            }
            Address::Here => context.link,
        };
        self.children(id, Context { link, ..context });
    }

    /// Whether an element stands in the words of a footnote that is shown where its mark is.
    fn is_in_note(&self, id: Id) -> bool {
        self.tree.around(id).any(|id| self.notes.is_apart(id))
    }

    pub(super) fn input(&mut self, element: &Element) {
        let kind = element.attribute("type").unwrap_or_default();
        match kind.to_ascii_lowercase().as_str() {
            // What an item does with it: `list`.
            "hidden" => {}
            "checkbox" if self.line.is_empty() => {}
            _ => self.leave_out(LeftOut::Fields),
        }
    }

    /// A picture: signs that are drawn are signs, others are left out.
    pub(super) fn picture(&mut self, id: Id, element: &Element) -> bool {
        let words = element.attribute("alt").unwrap_or_default();
        let is_sign = |c: char| c > '\u{203b}' && !c.is_alphanumeric();
        let is_signs =
            !words.is_empty() && words.chars().count() < 12 && words.chars().all(is_sign);
        match is_signs {
            true => self
                .line
                .push(Piece::Text(words.to_owned(), Look::default())),
            // The bullet of a list of Word, the box of a task of Google Docs.
            false if self.is_in_condition || self.is_box(id) => {}
            false if self.is_in_formula => {
                self.is_in_formula = false;
                self.leave_out(LeftOut::Formulas);
            }
            false => self.leave_out(LeftOut::Pictures),
        }
        true
    }

    /// Whether a picture is the box of a task.
    fn is_box(&self, id: Id) -> bool {
        let parent = self
            .tree
            .node(id)
            .parent
            .and_then(|id| self.tree.element(id));
        parent.is_some_and(|parent| parent.attribute("role") == Some("checkbox"))
    }
}
