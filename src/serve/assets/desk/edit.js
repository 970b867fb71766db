// Changes to a text in Markdown. Each is `{start, end, words, select}`: what is replaced, by what, and what
// is selected then, counted from the start of the new words.

/** Makes a change in a text area so that the undo of the browser knows of it. */
export function apply(area, { start, end, words, select = [words.length, words.length] }) {
  area.focus();
  area.setSelectionRange(start, end);
  const command = words ? "insertText" : "delete";
  const isDone = (start === end && !words) || document.execCommand(command, false, words);
  if (!isDone || area.value.slice(start, start + words.length) !== words) {
    area.setRangeText(words, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(start + select[0], start + select[1]);
}

/** The word in which the cursor stands, if it does: not where one begins or ends. */
function wordAround(value, at) {
  const before = /[\p{L}\p{N}’'-]*$/u.exec(value.slice(0, at))[0].length;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(value.slice(at))[0].length;
  return before && after ? [at - before, at + after] : null;
}

/** Whether a mark stands at a place. A single one beside another of its kind is half of a double one. */
function stands(value, mark, at, side) {
  const size = mark.length;
  const isThere = value.slice(Math.max(0, at), at + size) === mark;
  return isThere && (size > 1 || value[at + side] !== mark || value[at + 2 * side] === mark);
}

/** Whether words have a mark on both sides, within them. */
function holds(words, mark) {
  const size = mark.length;
  const isWhole = words.length > 2 * size && words.startsWith(mark) && words.endsWith(mark);
  return isWhole && (size > 1 || !words.startsWith("**"));
}

/**
 * Puts a mark on both sides of what is selected, or takes it away. Where nothing is selected, what is typed next
 * stands between two of them, and the same again goes on behind them; in the middle of a word, it is the word.
 */
export function marked(area, mark) {
  const { value, selectionStart, selectionEnd } = area;
  const size = mark.length;
  if (selectionStart !== selectionEnd) return markedLines(area, mark);
  const at = selectionStart;
  const isClosed = stands(value, mark, at, 1);
  if (isClosed && stands(value, mark, at - size, -1)) {
    return { start: at - size, end: at + size, words: "" };
  }
  const line = value.slice(value.lastIndexOf("\n", at - 1) + 1, at);
  if (isClosed && line.split(mark).length % 2 === 0) {
    return { start: at, end: at, words: "", select: [size, size] };
  }
  const word = wordAround(value, at);
  if (!word) return { start: at, end: at, words: mark + mark, select: [size, size] };
  const [start, end] = word;
  const words = value.slice(start, end);
  if (stands(value, mark, start - size, -1) && stands(value, mark, end, 1)) {
    return { start: start - size, end: end + size, words, select: [at - start, at - start] };
  }
  const cursor = at - start + size;
  return { start, end, words: mark + words + mark, select: [cursor, cursor] };
}

/** What begins a line and is no part of its words. */
const LEAD = /^\s*((#{1,6}|[-*+]|\d+[.)]|>)\s+)*/;

/** The same for what is selected: each line by itself, since no mark reaches into the next paragraph. */
function markedLines({ value, selectionStart: start, selectionEnd: end }, mark) {
  const size = mark.length;
  const isLineStart = start === 0 || value[start - 1] === "\n";
  const parts = value
    .slice(start, end)
    .split("\n")
    .map((line, number) => {
      const lead = number || isLineStart ? LEAD.exec(line)[0] : /^\s*/.exec(line)[0];
      const words = line.slice(lead.length).trimEnd();
      return { lead, words, trail: line.slice(lead.length + words.length) };
    });
  const written = parts.filter(({ words }) => words);
  const [first] = parts;
  // The marks may stand just outside what is selected.
  const [from, to] = [start + first.lead.length, start + first.lead.length + first.words.length];
  if (parts.length === 1 && stands(value, mark, from - size, -1) && stands(value, mark, to, 1)) {
    return { start: from - size, end: to + size, words: first.words, select: [0, first.words.length] };
  }
  const isOff = written.length && written.every(({ words }) => holds(words, mark));
  const change = (words) => (isOff ? words.slice(size, -size) : holds(words, mark) ? words : mark + words + mark);
  const words = parts
    .map((part) => part.lead + (part.words && change(part.words)) + part.trail)
    .join("\n");
  if (parts.length > 1) return { start, end, words, select: [0, words.length] };
  const inner = isOff ? first.words.length - 2 * size : first.words.length;
  const at = first.lead.length + (isOff ? 0 : size);
  return { start, end, words, select: [at, at + inner] };
}

/** The whole lines of what is selected. */
function lines({ value, selectionStart, selectionEnd }) {
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const last =
    selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
  const next = value.indexOf("\n", last);
  return [start, next === -1 ? value.length : next];
}

/** Begins each line as `make(number)` says, or takes that away where all lines begin like it. */
export function begun(area, pattern, make) {
  const [start, end] = lines(area);
  const old = area.value.slice(start, end).split("\n");
  const isMeant = (line) => line.trim() || old.length === 1;
  const all = old.filter(isMeant).every((line) => pattern.test(line));
  let number = 0;
  const fresh = old.map((line) => {
    if (!isMeant(line)) return line;
    if (all) return line.replace(pattern, "");
    number += 1;
    return make(number) + line.replace(/^(#{1,6} +|[-*+] +|\d+[.)] +)/, "");
  });
  const words = fresh.join("\n");
  return { start, end, words, select: old.length > 1 ? [0, words.length] : [words.length, words.length] };
}

/** Makes a paragraph a heading, or a heading a paragraph. */
export function heading(area, level) {
  const mark = `${"#".repeat(level)} `;
  return begun(area, new RegExp(`^#{${level}} +`), () => mark);
}

/** Puts something in that stands between empty lines. */
export function block(area, words, select) {
  const { value, selectionStart: start, selectionEnd: end } = area;
  const before = value.slice(0, start);
  const after = value.slice(end);
  const lead = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const trail = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  // What is written next stands in a paragraph of its own.
  const at = select ?? [words.length + 2, words.length + 2];
  return { start, end, words: lead + words + trail, select: at.map((one) => one + lead.length) };
}

/** Puts words in at the cursor. */
export function inserted({ selectionStart: start, selectionEnd: end }, words) {
  return { start, end, words };
}

/** Goes on with a list or a quotation at the end of a line, and ends it where its item is empty. */
export function continued(area) {
  const { value, selectionStart: start, selectionEnd: end } = area;
  if (start !== end) return null;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const line = value.slice(from, start);
  const [lead, indent, mark] = /^(\s*)([-*+]|\d+[.)]|>) +/.exec(line) ?? [];
  if (!lead) return null;
  if (line === lead) return { start: from, end: start, words: "" };
  const next = /^\d/.test(mark) ? `${Number.parseInt(mark, 10) + 1}${mark.at(-1)}` : mark;
  return { start, end, words: `\n${indent}${next}${" ".repeat(lead.length - indent.length - mark.length)}` };
}

/** The words of the paragraph at the cursor, without their marks. */
export function paragraph({ value, selectionStart }) {
  const before = value
    .slice(0, selectionStart)
    .split(/\n\s*\n/)
    .at(-1);
  const after = value.slice(selectionStart).split(/\n\s*\n/)[0];
  const whole = (before + after).replace(/^:::.*$/gm, "");
  return whole
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[\^[^\]]*\]:?/g, "")
    .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/gm, "")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
