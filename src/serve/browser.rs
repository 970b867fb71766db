//! The reader's browser.

use std::io;
use std::process::{Command, Stdio};

/// Opens an address in the browser that the machine prefers.
///
/// # Errors
/// When the machine has no program for it.
pub fn open(address: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    let mut child = command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Whoever starts a program takes note of its end.
    std::thread::spawn(move || child.wait());
    Ok(())
}
