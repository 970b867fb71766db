//! What the standard's parser had to mend.

use super::{Found, Page, RuleId};

/// Tells each error of the parser, one of each tag.
pub(super) fn page(page: &Page, found: &mut Found) {
    for (mistake, span) in &page.document.mistakes {
        found
            .at(RuleId::MarkupError, *span)
            .with("what", mistake.said());
    }
}
