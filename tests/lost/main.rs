//! Nothing that is written is lost: each word of a text stands in its page, in its order, or a
//! diagnostic points at it.

mod generated;
mod page;
