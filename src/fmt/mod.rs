//! x
mod corrections;
mod draft;
