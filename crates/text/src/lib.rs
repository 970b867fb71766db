//! What texts are written in, whatever site they belong to: [`yaml`], [`markdown`], the rules of
//! a [`language`] and its [`typography`], and words as somebody looks for them ([`search`]).
//!
//! Everything that is read keeps its place in the source, so that what is wrong with it is said
//! there. Nothing here reads or writes a disk.

pub mod index;

pub mod url;

pub mod escape;

pub mod yaml;

pub mod language;

pub mod typography;

pub mod markdown;

pub mod search;
