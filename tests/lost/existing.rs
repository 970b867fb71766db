//! Words of existing texts, exchanged for a marker one at a time.

use crate::{page, prose, texts};

const MARKER: &str = "w00017q";

/// Numbers that are the same in each run (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end as u64).expect("it is below a length")
    }
}

#[test]
fn every_word_of_an_existing_text_is_on_its_page_or_told() {
    let mut numbers = Numbers(17);
    let mut failures = Vec::new();
    let mut tried = 0;
    for text in texts::all() {
        let mut words: Vec<_> = prose::words(&text.text)
            .into_iter()
            .filter(|word| word.letters.chars().count() > 1)
            .collect();
        for _ in 0..text.samples.min(words.len()) {
            let word = words.swap_remove(numbers.below(words.len()));
            let mut changed = text.text.clone();
            changed.replace_range(word.range.clone(), MARKER);
            tried += 1;
            let (html, diagnostics) = page::drawn(&changed);
            let (body, notes) = page::read(&html);
            let count = body.matches(MARKER).count() + notes.matches(MARKER).count();
            let start = word.range.start;
            let is_told = || {
                let told = page::told(&diagnostics);
                told.iter()
                    .any(|span| span.start <= start && start + MARKER.len() <= span.end)
            };
            if count != 1 && !(count == 0 && is_told()) {
                let before = &text.text[..start];
                failures.push(format!(
                    "{}, line {}: {} stands {count} times",
                    text.name,
                    before.matches('\n').count() + 1,
                    &text.text[word.range],
                ));
            }
        }
    }
    assert!(tried > 500, "only {tried} words");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
