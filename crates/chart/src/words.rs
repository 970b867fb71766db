//! How much room words take. The font is that of the page, which nobody knows here: the widths
//! are those of a wide sans serif, so that words fit rather than not.

/// The width of a text in pixels, where the size of its letters is `size` pixels.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The width of a character, in parts of the size of letters.
fn advance(character: char) -> f64 {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => 0.0,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => 0.3,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | '(' | ')' => {
            0.34
        }
        'f' | 't' | 'r' | '-' | '‑' | '"' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' | 'œ' | 'æ' => 0.95,
        '0'..='9' => 0.6,
        // Arabic and its neighbours join their letters.
        '\u{590}'..='\u{8ff}' => 0.52,
        // Scripts whose characters are as wide as they are high.
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f000}'..='\u{3ffff}' => 1.05,
        character if character.is_uppercase() => 0.72,
        _ => 0.6,
    }
}

/// A text in lines of at most `room` pixels. A word that is wider is cut.
pub(super) fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
    {
        let longer = match line.is_empty() {
            true => word.to_owned(),
            false => format!("{line} {word}"),
        };
        if width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if width(&line, size) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_wrapped() {
        let text = "Organisation internationale pour les migrations, mission au Maroc";
        for line in wrap(text, 14.0, 180.0) {
            assert!(width(&line, 14.0) <= 180.0, "{line}");
        }
        assert_eq!(wrap(text, 14.0, 180.0).join(" "), text);
        assert_eq!(wrap("", 14.0, 180.0), [""]);
        let cut = wrap("Donaudampfschifffahrtsgesellschaft", 14.0, 100.0);
        assert!(cut.len() > 2, "{cut:?}");
        assert_eq!(cut.concat(), "Donaudampfschifffahrtsgesellschaft");
    }
}
