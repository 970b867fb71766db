//! What `rihla check` finds on the built pages and only a look at all of them can tell.

use crate::Text;

messages! {
    /// An address that is no page and no file of the site.
    LINK_TARGET: Error "link-target";
    /// `#contact` of a page that has no such part.
    LINK_FRAGMENT: Warning "link-fragment";
    /// A style sheet, a script or an image that the site does not have.
    RESOURCE: Error "resource-missing";
    /// Two pages of one language with the same title.
    TITLE_UNIQUE: Warning "title-unique";
    /// `hreflang` that does not answer back, or is not whole.
    ALTERNATE: Error "alternate-reciprocal";
    /// A canonical address that is another page's.
    CANONICAL: Error "canonical-self";
    /// A text in another language than its page says.
    TEXT_LANGUAGE: Warning "text-language";
    /// Links to help that stand elsewhere than on other pages.
    HELP_PLACE: Warning "help-place";
    /// More than `weight_limits` allow.
    WEIGHT: Warning "page-weight";
    /// More files than `weight_limits` allow.
    REQUESTS: Warning "page-requests";

    // ------------------------------------------------------------ documents

    /// A PDF without a title.
    PDF_TITLE: Warning "pdf-title";
    /// A PDF that does not say in which language it is.
    PDF_LANGUAGE: Warning "pdf-language";
    /// A PDF whose parts are not marked as what they are.
    PDF_TAGS: Warning "pdf-tags";
    /// A document with comments, tracked changes, or whatever else its readers do not see.
    DOCUMENT_HIDDEN: Warning "document-hidden-data";
    /// A document that names who wrote it.
    DOCUMENT_AUTHOR: Advice "document-author";

    // ------------------------------------------------------------ silences

    /// A silence of `site.yaml` that silences nothing.
    SILENCE_UNUSED: Warning "rule-silence-unused";
}

/// The other page of two.
pub static OTHER_PAGE: Text = Text("page-other");

/// The line of a template.
pub static DRAWN_HERE: Text = Text("page-drawn-here");
