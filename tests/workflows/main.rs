//! What publishes the site, run as far as a machine without a host can: the steps of both
//! workflows, in clones of a repository on the disk, with the program of this build.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod comments;
mod github;
mod gitlab;
mod packages;
mod publication;
mod scripts;
mod world;
