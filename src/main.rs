//! The command `rihla`.

fn main() {}
