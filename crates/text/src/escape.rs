//! Words in HTML and XML.

/// Writes words so that none of them is markup, in a text or between quotation marks.
pub fn escape_into(text: &str, out: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(reference);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Words so that none of them is markup, in a text or between quotation marks.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_markup() {
        assert_eq!(
            escape("<a href=\"é\">&amp;</a>"),
            "&lt;a href=&quot;é&quot;&gt;&amp;amp;&lt;/a&gt;"
        );
        assert_eq!(escape("l'été"), "l'été");
    }
}
