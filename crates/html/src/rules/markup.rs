//! What the standard's parser had to mend.

use super::{Found, Page, RuleId};

/// Tells each error of the parser, one of each tag.
pub(super) fn page(page: &Page, found: &mut Found) {
    for wrong in &page.document.mistakes {
        let finding = found.at(RuleId::MarkupError, wrong.span);
        finding.with("what", wrong.said());
    }
}
