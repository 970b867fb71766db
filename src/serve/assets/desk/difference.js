// What of a text is not in another one.

/**
 * From how many pairs of words on the comparison would take too long; all between the ends is then different.
 */
const MOST = 4_000_000;

/** The words of `one` in pieces, each with whether the other text has it at its place. */
export function pieces(one, other) {
  const [first, second] = [one, other].map((text) => text.split(/(?<=\s)/));
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) start += 1;
  let end = 0;
  const most = Math.min(first.length, second.length) - start;
  while (end < most && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  const own = first.slice(start, first.length - end);
  const isKept = common(own, second.slice(start, second.length - end));
  const all = [...Array(start).fill(true), ...isKept, ...Array(end).fill(true)];
  const joined = [];
  first.forEach((word, at) => {
    // What only the other text has is missing here: its place is marked all the same.
    if (at === start && !own.length) joined.push({ words: "", isSame: false });
    if (joined.at(-1)?.isSame === all[at]) joined.at(-1).words += word;
    else joined.push({ words: word, isSame: all[at] });
  });
  return joined;
}

/** Which words of a list belong to the longest sequence that it has in common with another one. */
function common(own, other) {
  const isKept = own.map(() => false);
  if (own.length * other.length > MOST) return isKept;
  const width = other.length + 1;
  const longest = new Uint16Array((own.length + 1) * width);
  for (let i = own.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        own[i] === other[j]
          ? longest[(i + 1) * width + j + 1] + 1
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  for (let i = 0, j = 0; i < own.length && j < other.length;) {
    if (own[i] === other[j]) {
      isKept[i] = true;
      i += 1;
      j += 1;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return isKept;
}
