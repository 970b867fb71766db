//! The letters and digits of existing texts, in the order of their pages.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::{page, prose, texts};

/// Letters and digits, composed.
fn letters(text: &str) -> String {
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn letters_and_digits_are_a_subsequence_of_those_of_the_page() {
    let mut failures = Vec::new();
    let mut seen = 0;
    for text in texts::all() {
        let (html, diagnostics) = page::drawn(&text.text);
        let told = page::told(&diagnostics);
        let (body, notes) = page::read(&html);
        let (body, notes) = (letters(&body), letters(&notes));
        // Where to go on, in the page and in the note that is being read.
        let (mut in_body, mut in_notes, mut note) = (0, 0, None);
        for word in prose::words(&text.text) {
            seen += 1;
            if told
                .iter()
                .any(|span| span.start <= word.range.start && word.range.end <= span.end)
            {
                continue;
            }
            if word.note != note {
                (in_notes, note) = (0, word.note);
            }
            let (read, at) = match word.note {
                None => (&body, &mut in_body),
                Some(_) => (&notes, &mut in_notes),
            };
            let letters = letters(&word.letters);
            match read[*at..].find(&letters) {
                Some(found) => *at += found + letters.len(),
                None => {
                    let before = &text.text[..word.range.start];
                    failures.push(format!(
                        "{}, line {}: {letters}",
                        text.name,
                        before.matches('\n').count() + 1,
                    ));
                    break;
                }
            }
        }
    }
    assert!(seen > 10_000, "only {seen} words");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
