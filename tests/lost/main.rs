//! Nothing that is written is lost: each word of a text stands in its page, in its order, or a
//! diagnostic points at it.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod bytes;
mod existing;
mod generated;
mod html;
mod page;
mod prose;
mod tags;
mod texts;
