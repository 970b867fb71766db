//! Dictionaries, as Hunspell has them.

use std::borrow::Cow;
use std::fmt;

/// A dictionary of a language.
pub struct Dictionary(spellbook::Dictionary);

impl fmt::Debug for Dictionary {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("Dictionary")
    }
}

/// Why a dictionary cannot be read, in the words of its parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(pub String);

/// How many suggestions are given.
const SUGGESTIONS: usize = 4;

impl Dictionary {
    /// Reads a dictionary: the file of affixes (`.aff`), and that of words (`.dic`), in the encoding that the first names (`SET`):
    /// UTF-8, ISO 8859-1 or 8859-15.
    ///
    /// # Errors
    /// Where another encoding is named, or the parser refuses one of the files.
    pub fn new(affixes: &[u8], words: &[u8]) -> Result<Self, Broken> {
        let encoding = encoding(affixes);
        let affixes = decoded(affixes, &encoding)?;
        let words = decoded(words, &encoding)?;
        let dictionary = spellbook::Dictionary::new(&affixes, &words);
        dictionary
            .map(Self)
            .map_err(|error| Broken(error.to_string()))
    }

    /// Whether the dictionary has a word as it is written.
    pub fn has(&self, word: &str) -> bool {
        self.0.check(word)
    }

    /// Words that may have been meant, the likeliest first. It takes some milliseconds.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.0.suggest(word, &mut found);
        found.truncate(SUGGESTIONS);
        found
    }
}

/// The encoding that a file of affixes names.
fn encoding(affixes: &[u8]) -> String {
    let lines = affixes.split(|byte| *byte == b'\n');
    let named = lines.filter_map(|line| {
        let line = std::str::from_utf8(line).ok()?;
        let name = line.trim_start_matches('\u{feff}').strip_prefix("SET")?;
        name.starts_with(char::is_whitespace)
            .then(|| name.trim().to_ascii_uppercase())
    });
    // What the format says where nothing is named.
    named
        .into_iter()
        .next()
        .unwrap_or_else(|| "ISO8859-1".to_owned())
}

fn decoded<'b>(bytes: &'b [u8], encoding: &str) -> Result<Cow<'b, str>, Broken> {
    let is_ninth = match encoding {
        "UTF-8" => {
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            let text = std::str::from_utf8(bytes);
            return text
                .map(Cow::Borrowed)
                .map_err(|error| Broken(error.to_string()));
        }
        "ISO8859-1" | "ISO-8859-1" => false,
        "ISO8859-15" | "ISO-8859-15" => true,
        other => return Err(Broken(format!("SET {other}"))),
    };
    let letter = |byte: &u8| match (byte, is_ninth) {
        (0xa4, true) => '€',
        (0xa6, true) => 'Š',
        (0xa8, true) => 'š',
        (0xb4, true) => 'Ž',
        (0xb8, true) => 'ž',
        (0xbc, true) => 'Œ',
        (0xbd, true) => 'œ',
        (0xbe, true) => 'Ÿ',
        (byte, _) => char::from(*byte),
    };
    Ok(Cow::Owned(bytes.iter().map(letter).collect()))
}

#[cfg(test)]
mod tests {
    use super::Dictionary;

    #[test]
    fn encodings() {
        for (affixes, words) in [
            ("SET UTF-8\n".as_bytes(), "1\nœuvré\n".as_bytes()),
            (
                "\u{feff}SET UTF-8\n".as_bytes(),
                "\u{feff}1\nœuvré\n".as_bytes(),
            ),
            (b"SET ISO8859-15\n", b"1\n\xbduvr\xe9\n"),
        ] {
            let dictionary = Dictionary::new(affixes, words).unwrap();
            assert!(dictionary.has("œuvré") && !dictionary.has("oeuvre"));
        }
        assert!(Dictionary::new(b"", b"1\n\xe9t\xe9\n").unwrap().has("été"));
        assert!(Dictionary::new(b"SET KOI8-R\n", b"1\nx\n").is_err());
        assert!(Dictionary::new(b"SET UTF-8\n", b"1\n\xe9\n").is_err());
    }
}
