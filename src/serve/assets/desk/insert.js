// What is put into a text through a dialog: links, tables, pictures.

import { ask, line, mistake } from "./dialog.js";
import { h } from "./dom.js";
import { accept, chooser, giveUp } from "./controls/receive.js";
import { apply, block, inserted } from "./edit.js";
import { pageSearch } from "./pages.js";
import { w } from "./words.js";

/** What is an address, and no words. */
const ADDRESS = /^(\w[\w+.-]*:\/\/|mailto:|tel:|www\.|\/\w)\S*$/i;

/** Letters that would end the words of a link. */
function escaped(words) {
  return words.replace(/[[\]\\]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}

/** What is selected in the text, kept while a dialog has the focus. */
function selection({ selectionStart, selectionEnd, value }) {
  return { selectionStart, selectionEnd, value, words: value.slice(selectionStart, selectionEnd) };
}

/** The same without the space around it, which a double click selects and a link does not have. */
function trimmed({ selectionStart, selectionEnd, value, words }) {
  const start = selectionStart + (words.length - words.trimStart().length);
  const end = Math.max(start, selectionEnd - (words.length - words.trimEnd().length));
  return { selectionStart: start, selectionEnd: end, value, words: value.slice(start, end) };
}

/** Puts the result of a dialog where the cursor was. */
function put(area, place, make) {
  area.setSelectionRange(place.selectionStart, place.selectionEnd);
  apply(area, make(area));
}

export async function insertLink({ area, language }) {
  const place = trimmed(selection(area));
  const words = h("input", { type: "text", value: place.words, autocomplete: "off" });
  const address = h("input", {
    type: "text",
    inputmode: "url",
    spellcheck: "false",
    autocapitalize: "none",
    autocomplete: "off",
  });
  const search = pageSearch(language, (page) => {
    address.value = `/${page.id}`;
    if (!words.value.trim()) words.value = page.title;
  });
  const sought = search.querySelector("input");
  // An address is pasted where one happens to be.
  sought.addEventListener("input", () => {
    if (!ADDRESS.test(sought.value.trim())) return;
    address.value = sought.value.trim();
    sought.value = "";
    address.focus();
  });
  const link = await ask({
    title: w("desk-link"),
    content: [
      line(w("desk-link-words"), words),
      search,
      line(w("desk-link-address"), address, w("desk-link-address-help")),
    ],
    yes: w("desk-put-in"),
    // Of words that are there already, where they lead is asked.
    first: place.words ? sought : words,
    answer() {
      const target = address.value.trim();
      if (!target) throw mistake(w("desk-link-missing"), sought.value.trim() ? sought : address);
      const isBare = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(target);
      const full = isBare ? `https://${target}` : target;
      const safe = /[\s()<>]/.test(full) ? `<${full.replace(/[<>]/g, encodeURIComponent)}>` : full;
      return `[${escaped(words.value.trim() || target)}](${safe})`;
    },
  });
  if (link) put(area, place, () => inserted(area, link));
}

export async function insertTable({ area }) {
  const place = selection(area);
  const number = (value) => h("input", { type: "number", min: "1", max: "20", class: "short", value });
  const columns = number("3");
  const rows = number("3");
  const size = await ask({
    title: w("desk-table"),
    content: [line(w("desk-table-columns"), columns), line(w("desk-table-rows"), rows)],
    yes: w("desk-put-in"),
    answer: () => [columns, rows].map((input) => Math.min(20, Math.max(1, Number(input.value) || 1))),
  });
  if (!size) return;
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const cells = (make) => Array.from({ length: size[0] }, (_, at) => make(at));
  const heads = cells((at) => w("desk-table-head", { number: at + 1 }));
  const head = row(heads);
  const table = [
    head,
    row(cells(() => "---")),
    ...Array.from({ length: size[1] }, () => row(cells(() => "   "))),
  ];
  put(area, place, () => block(area, table.join("\n"), [2, 2 + heads[0].length]));
}

/** Asks for a picture, or for the words of the one that is given, and puts it in. */
export async function insertPicture({ area, draft }, given = null) {
  const place = selection(area);
  const before = draft.received.length;
  const picked = chooser({ draft, isImage: true });
  const alt = h("textarea", { rows: "2", value: place.words });
  const ornament = h("input", { id: "insert-ornament", type: "checkbox" });
  const content = h(
    "div",
    {},
    picked.element,
    line(w("desk-alt"), alt, w("desk-alt-help")),
    h("p", { class: "option" }, ornament, h("label", { for: ornament.id }, w("desk-ornament"))),
  );
  accept(content, picked.receive);
  if (given) picked.receive(given);
  const picture = await ask({
    title: w("desk-picture"),
    content: [content],
    yes: w("desk-put-in"),
    first: given ? alt : null,
    answer() {
      const file = picked.value();
      if (!file) throw mistake(w("desk-picture-missing"), picked.input);
      if (!alt.value.trim() && !ornament.checked) throw mistake(w("desk-alt-missing"), alt);
      const safe = /[\s()]/.test(file) ? `<${file}>` : file;
      return `![${ornament.checked ? "" : escaped(alt.value.trim())}](${safe})`;
    },
  });
  if (picture) put(area, place, () => block(area, picture));
  giveUp(draft, before);
  // What is asked of pictures may be asked now.
  if (picture && draft.model.asks_consent) draft.emit("drawn");
}
