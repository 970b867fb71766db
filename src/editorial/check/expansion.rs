//! Whether a line says what an acronym stands for.

use rihla_text::language::slug;

/// Whether a line says what an acronym stands for: in words before it in brackets, or in brackets behind
/// it. The words are those whose first letters give the acronym, or most of those of `name`, its official
/// name.
pub(super) fn expands(line: &str, acronym: &str, name: &str) -> bool {
    let is_close = |c: char| matches!(c, ')' | ']' | ',' | ';' | ' ' | '\u{a0}' | '’' | '\'');
    let name = parts(name);
    let says = |words: &str| {
        let words = parts(words);
        gives(&words, acronym) || is_of_name(&words, &name)
    };
    super::terms::words(line, acronym).into_iter().any(|place| {
        let (before, after) = (&line[..place.start], &line[place.end..]);
        let sentence = |text: &str| text.rfind(['.', '!', '?', ':', ';']).map_or(0, |at| at + 1);
        let is_behind = before
            .trim_end()
            .strip_suffix('(')
            .is_some_and(|before| after.starts_with(is_close) && says(&before[sentence(before)..]));
        let inside = after.trim_start().strip_prefix('(');
        let inside = inside.and_then(|inside| inside.split_once(')'));
        is_behind || inside.is_some_and(|(inside, _)| says(inside))
    })
}

/// The most words that are looked at.
const MOST: usize = 30;

/// A word without accents, and whether it is one between others: *de*, *for*.
type Part = (String, bool);

/// The last words of a text, apart at hyphens and apostrophes.
fn parts(text: &str) -> Vec<Part> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(|word| {
        let is_between = word.chars().count() < 5 && word.starts_with(char::is_lowercase);
        (slug(word), is_between)
    });
    let words: Vec<Part> = words.collect();
    words[words.len().saturating_sub(MOST)..].to_vec()
}

/// Whether the first letters of the words up to the last one, in order, give an acronym: small words may
/// be left out, and half as many others as it has letters.
fn gives(words: &[Part], acronym: &str) -> bool {
    let letters: Vec<char> = slug(acronym).chars().filter(|c| *c != '-').collect();
    let starts = 0..words.len();
    let most_skipped = letters.len() / 2;
    letters.len() > 1
        && starts.into_iter().any(|start| {
            let begins = words[start].0.chars().next() == letters.first().copied();
            begins && fits(&words[start..], &letters, most_skipped)
        })
}

/// Whether the letters are the first ones of words in order. A word may give one more of its letters, as
/// *psychosocial* does in `MHPSS`, where two words at least give one.
fn fits(words: &[Part], letters: &[char], most_skipped: usize) -> bool {
    // For each count of letters that are given, the fewest words that were left out.
    let mut fewest = vec![usize::MAX; letters.len() + 1];
    fewest[0] = 0;
    for (word, is_between) in words {
        let mut next = vec![usize::MAX; letters.len() + 1];
        let mut keep = |at: usize, skipped: usize| next[at] = next[at].min(skipped);
        for (given, skipped) in fewest.iter().copied().enumerate() {
            if skipped == usize::MAX {
                continue;
            }
            keep(given, skipped + usize::from(!is_between));
            if given < letters.len() && word.starts_with(letters[given]) {
                keep(given + 1, skipped);
                let has_second = given > 0
                    && letters
                        .get(given + 1)
                        .is_some_and(|second| word[1..].contains(*second));
                if has_second {
                    keep(given + 2, skipped);
                }
            }
        }
        fewest = next;
    }
    fewest[letters.len()] <= most_skipped
}

/// Whether the last words, three at least, are most of those of a name.
fn is_of_name(words: &[Part], name: &[Part]) -> bool {
    let words: Vec<&str> = words
        .iter()
        .filter(|(_, is_between)| !is_between)
        .map(|(word, _)| &**word)
        .collect();
    let is_known = |word: &&&str| name.iter().any(|(known, _)| known == **word);
    (0..words.len().saturating_sub(2)).any(|start| {
        let run = &words[start..];
        run.iter().filter(is_known).count() * 3 > run.len() * 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HCR: &str = "Haut-Commissariat des Nations Unies pour les réfugiés";
    const UNHCR: &str = "United Nations High Commissioner for Refugees";
    const PNUD: &str = "Programme des Nations Unies pour le développement";

    #[test]
    fn what_an_acronym_stands_for() {
        for (line, acronym, name, is_said) in [
            (
                "The Office of the High Commissioner for Refugees (UNHCR) took part.",
                "UNHCR",
                UNHCR,
                true,
            ),
            (
                "L’Agence des Nations Unies pour les réfugiés (HCR)",
                "HCR",
                HCR,
                true,
            ),
            ("International Labour Organisation (ILO)", "ILO", "", true),
            (
                "Le HCR (Agence des Nations Unies pour les réfugiés)",
                "HCR",
                HCR,
                true,
            ),
            (
                "Le HCR\u{a0}(haut commissaire pour les réfugiés) aide.",
                "HCR",
                HCR,
                true,
            ),
            ("un retour volontaire assisté (RVA)", "RVA", "", true),
            (
                "Mental Health and Psychosocial Support (MHPSS)",
                "MHPSS",
                "",
                true,
            ),
            (
                "L’Équipe de pays des Nations Unies (EPNU)",
                "EPNU",
                "",
                true,
            ),
            (
                "Organisation internationale du travail (PNUD)",
                "PNUD",
                PNUD,
                false,
            ),
            (
                "Les conditions de vie et du travail (PNUD)",
                "PNUD",
                PNUD,
                false,
            ),
            ("The head of the office (UNHCR)", "UNHCR", UNHCR, false),
            ("Le HCR (avec ses partenaires) aide.", "HCR", HCR, false),
            ("Le HCR aide.", "HCR", HCR, false),
            ("Réfugiés (HCR)", "HCR", HCR, false),
            ("Le HCR (2026) aide.", "HCR", HCR, false),
            ("Nous étions à Rabat. Le (HCR) aide.", "HCR", HCR, false),
            (
                "Les agences des Nations Unies (PNUD, HCR)",
                "HCR",
                HCR,
                false,
            ),
            (
                "Les agences des Nations Unies (PNUD, HCR)",
                "PNUD",
                PNUD,
                false,
            ),
        ] {
            assert_eq!(expands(line, acronym, name), is_said, "{line}");
        }
    }
}
