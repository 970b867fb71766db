//! What `rihla check --external` says of addresses of other sites.

use crate::Text;

messages! {
    /// An address that does not answer; advice on the first day.
    LINK: Error "external-link";
    /// An address that has moved for good.
    MOVED: Warning "external-moved";
    /// A part that the page of another site does not have.
    FRAGMENT: Advice "external-fragment";
    /// An address of which nothing can be said.
    UNKNOWN: Advice "external-unknown";
    /// An address of this machine or of an inner network.
    INSIDE: Warning "external-inside";
    /// `mailto:`, `tel:` or `https:` with something behind it that is no address.
    FORM: Error "external-form";

    // ------------------------------------------------------------ the asking itself

    /// No site could be reached at all.
    OFFLINE: Warning "external-offline";
    /// An address of `links.skip` that no page has.
    SKIP_UNUSED: Warning "external-skip-unused";
}

/// Another place with the same address.
pub static ALSO: Text = Text("external-also");
