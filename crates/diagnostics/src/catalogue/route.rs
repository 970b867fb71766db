//! What is wrong with an address.

use crate::Text;

messages! {
    /// There is nothing to make a slug of.
    NO_SLUG: Error "entry-without-slug";
    /// The form of the address needs a date, and the entry has none.
    NO_DATE: Error "address-without-date";
    /// A line of the ledger is not one.
    LEDGER_LINE: Error "ledger-line";
    /// Marks of a merge in the ledger.
    LEDGER_CONFLICT: Error "ledger-conflict";
    /// One address, two entries.
    LEDGER_TWICE: Error "ledger-twice";
    /// An address that was published answers no more.
    VANISHED: Error "address-vanished";
    /// An entry says itself what takes offline what was published.
    WITHDRAWN: Error "address-withdrawn";
    /// An address that was published for one entry shows another.
    REUSED: Error "address-reused";
    /// An alias is the address of a page.
    ALIAS_TAKEN: Error "alias-taken";
    /// An alias is the address of its own page.
    ALIAS_SELF: Error "alias-self";
    /// Two entries have the same alias.
    ALIAS_TWICE: Error "alias-twice";
    /// An alias of what has no page.
    ALIAS_NOWHERE: Error "alias-nowhere";
    /// An address that is gone is the address of a page.
    GONE_TAKEN: Error "gone-taken";
    /// An address that is gone leads to a page.
    GONE_ALIAS: Error "gone-alias";
}

/// The earlier of two equal lines.
pub static LEDGER_FIRST: Text = Text("route-ledger-first");

/// The page that has an address.
pub static PAGE: Text = Text("route-page");

/// The alias of an address that is gone.
pub static ALIAS: Text = Text("route-alias");

/// The other of two aliases.
pub static OTHER_ALIAS: Text = Text("route-other-alias");

/// What the ledger says of an address.
pub static LEDGER_SAYS: Text = Text("route-ledger-says");
