//! Documents that the program prints are as it prints them.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::path::Path;
use std::process::Command;

#[test]
fn the_reference_of_templates_is_what_the_program_prints() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/templates.md");
    let kept = std::fs::read_to_string(file).expect("docs/templates.md");
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["theme", "--reference"])
        .output()
        .expect("the program runs");
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        kept == printed,
        "docs/templates.md differs; write it with: cargo run -- theme --reference > docs/templates.md"
    );
}
