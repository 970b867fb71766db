//! What `rihla remove` has to say.

messages! {
    /// An id that no entry has.
    UNKNOWN: Error "remove-unknown";
    /// The home page, the text of a list.
    PART: Error "remove-part";
    /// What leads to the entry.
    NAMED: Error "remove-named";
    /// Other entries need it.
    NEEDED: Error "remove-needed";
}
