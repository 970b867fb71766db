// What the keys of the desk do to a text: `[` and `]` stand around what is selected, `|` where the cursor is.

import assert from "node:assert/strict";
import { test } from "node:test";

import { marked } from "../../src/serve/assets/desk/edit.js";

const MARKS = { B: "**", I: "*" };

/** What becomes of a text when keys are pressed: `B` and `I` are commands, everything else is typed. */
function after(text, keys) {
  const isAt = text.includes("|");
  let start = text.indexOf(isAt ? "|" : "[");
  let end = isAt ? start : text.indexOf("]") - 1;
  let value = text.replace(/[[\]|]/g, "");
  for (const key of keys) {
    const mark = MARKS[key];
    const change = mark
      ? marked({ value, selectionStart: start, selectionEnd: end }, mark)
      : { start, end, words: key };
    const select = change.select ?? [change.words.length, change.words.length];
    value = value.slice(0, change.start) + change.words + value.slice(change.end);
    [start, end] = select.map((at) => change.start + at);
  }
  return start === end
    ? `${value.slice(0, start)}|${value.slice(start)}`
    : `${value.slice(0, start)}[${value.slice(start, end)}]${value.slice(end)}`;
}

const CASES = [
  // As in a word processor: on, type, off, go on. No word is taken that nobody selected.
  ["|Le ministère", ["Début ", "B", "gras", "B", " suite "], "Début **gras** suite |Le ministère"],
  ["|", ["I", "x", "I", " y"], "*x* y|"],
  ["mot|", ["B", "s", "B"], "mot**s**|"],
  ["a |", ["B", "B"], "a |"],
  // In the middle of a word, it is the word, and the cursor stays where it is.
  ["un mo|t ici", ["B"], "un **mo|t** ici"],
  ["un **mo|t** ici", ["B"], "un mo|t ici"],
  // Space stays outside, since Markdown reads no mark beside it.
  ["Un [mot ]ici.", ["B"], "Un **[mot]** ici."],
  ["Un **[mot]** ici.", ["B"], "Un [mot] ici."],
  ["Un [**mot**] ici.", ["B"], "Un [mot] ici."],
  ["un **[mot]** ici", ["I"], "un ***[mot]*** ici"],
  ["un ***[mot]*** ici", ["I"], "un **[mot]** ici"],
  // Each line by itself, without what begins it.
  ["domai[nes :\n\n- la mi]gration", ["B"], "domai[**nes :**\n\n- **la mi**]gration"],
  ["[- un\n- deux]", ["B"], "[- **un**\n- **deux**]"],
  ["[- **un**\n- **deux**]", ["B"], "[- un\n- deux]"],
];

test("bold and italic", () => {
  for (const [text, keys, wanted] of CASES) {
    assert.equal(after(text, keys), wanted, JSON.stringify([text, keys]));
  }
});
