// How hard a text is to read, by published formulae: Kandel and Moles for French (1958, an adaptation of
// Flesch's reading ease: 100 is easy, 0 is hard), the grade of Flesch and Kincaid for English (1975: years
// of school). Syllables are counted by spelling, within a few per cent of what is spoken over a whole
// page. No formula for Arabic is used: its short vowels are not written.

const VOWELS = /[aeiouyàâäéèêëîïôöùûüœæ]+/g;

const COUNT = {
  fr(word) {
    // The u of “que” and “gui” is not spoken; an é or a vowel with a diaeresis begins a syllable of its own.
    const spoken = word.replace(/(?<=q)u|(?<=g)u(?=[eéèêiy])/g, "").replace(/é(?=[aiouy])/g, "é-").replace(/(?<=[aeou])(?=[ïë])/g, "-");
    const count = spoken.match(VOWELS)?.length ?? 0;
    return count - (count > 1 && /[^aeiouyàâéèêîôû]es?$/.test(spoken) ? 1 : 0);
  },
  en(word) {
    const spoken = word.replace(/(?<=q)u/g, "").replace(/i(?=a(?!l\b|n\b))/g, "i-");
    const count = spoken.match(VOWELS)?.length ?? 0;
    const silent = /[^aeiouyl]e$|[aeiouy]le$|[^aeiouydt]ed$|[^aeiouysxzcgh]es$/.test(spoken);
    return count - (count > 1 && silent ? 1 : 0);
  },
};

/** The syllables of a word, at least one; a number counts as one. */
export function syllables(word, language) {
  return Math.max(1, COUNT[language](word.normalize("NFC").toLowerCase()));
}

/** The words of a text, as word processors count them: an elision (“l’aide”) belongs to the word that it leads to. */
export function words(text) {
  return text.match(/[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*|\d[\d\s.,]*\d|\d/gu) ?? [];
}

/** The sentences of a text: what ends with a sign that ends one, and what is left at its end. */
export function sentences(text) {
  return text.split(/(?<=[.!?؟…])[»”"’)]*\s+/u).filter((sentence) => words(sentence).length > 0);
}

/**
 * What the blocks of a page come to: `words`, `length` (words in an average sentence) and `level`, null
 * where there is no formula or less than thirty words. A block ends its last sentence.
 */
export function reading(blocks, language) {
  const all = blocks.flatMap(sentences);
  const tokens = all.flatMap(words);
  const length = tokens.length / Math.max(1, all.length);
  if (!(language in COUNT) || tokens.length < 30) return { words: tokens.length, length, level: null };
  const spoken = tokens.reduce((sum, word) => sum + syllables(word, language), 0) / tokens.length;
  const level = language === "fr" ? 207 - 1.015 * length - 73.6 * spoken : 0.39 * length + 11.8 * spoken - 15.59;
  return { words: tokens.length, length, level };
}
