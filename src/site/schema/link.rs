//! Addresses that stand outside of fields: in the settings of a site, and in the strings of a theme.

use super::kinds::{self, Wrong};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::schema as say;
use rihla_text::markdown::wording;

/// Why a text is no address to which a page may link.
#[derive(Debug)]
pub struct Unfit {
    /// What is wrong.
    pub finding: Diagnostic,
    /// What to write instead, where that is clear.
    pub suggested: Option<String>,
}

/// The address that is written as `text`, as a field of the type `link` reads it, and what is to be
/// said of it besides.
///
/// # Errors
/// Why it is none.
pub fn link(text: &str) -> Result<(&str, Option<Diagnostic>), Unfit> {
    match kinds::link(text) {
        Ok(link) => Ok((link, wording::address(link).or_else(|| wording::host(link)))),
        Err(Wrong::Refused(scheme)) => Err(refused(&scheme)),
        Err(wrong) => Err(Unfit {
            finding: Diagnostic::new(&say::LINK_FORM).with("value", text),
            suggested: match wrong {
                Wrong::Form(suggested) => suggested,
                _ => None,
            },
        }),
    }
}

fn refused(scheme: &str) -> Unfit {
    Unfit {
        finding: Diagnostic::new(&say::LINK_REFUSED).with("scheme", scheme),
        suggested: None,
    }
}

/// What is wrong with a text of which the program does not know whether a template makes an address of
/// it: it runs or carries something. A text that merely begins with a word and a colon is none.
pub fn run(text: &str) -> Option<Diagnostic> {
    if !text.contains(':') {
        return None;
    }
    let Err(Wrong::Refused(scheme)) = kinds::link(text) else {
        return None;
    };
    // `data:text/html,…` (RFC 2397) and `javascript:x()` go on at once; a space before the colon makes words.
    let (before, rest) = text.split_once(':')?;
    let is_glued = !before.trim_start().ends_with([' ', '\u{a0}', '\u{202f}']);
    let is_one_word = |text: &str| !text.trim().contains(char::is_whitespace);
    let is_code = match &*scheme {
        "data" => rest
            .split_once(',')
            .is_some_and(|(kind, _)| !kind.contains(char::is_whitespace)),
        _ => {
            !rest.starts_with([' ', '\u{a0}'])
                || is_one_word(rest) && rest.contains(['(', '=', '`'])
        }
    };
    let is_code = is_code && is_glued;
    is_code.then(|| refused(&scheme).finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_addresses() {
        for words in [
            "Data: 2024, 2025",
            "JavaScript: an introduction (2)",
            "JavaScript : l’essentiel (2)",
            "a javascript:alert(1)",
        ] {
            assert!(run(words).is_none(), "{words}");
        }
        for address in [
            "javascript:alert(1)",
            " JaVaScRiPt: alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "vbscript:a(1)",
            "data:text/html,<b>",
            "data:text/html;base64,PGI+",
            "data:,x",
        ] {
            assert!(run(address).is_some(), "{address}");
            assert!(link(address).is_err(), "{address}");
        }
    }
}
