// What is put into a text through a dialog: links, tables, pictures.

import { ask, line } from "./dialog.js";
import { h } from "./dom.js";
import { accept, give } from "./controls/receive.js";
import { apply, block, inserted } from "./edit.js";
import { pageSearch } from "./pages.js";
import { w } from "./words.js";

/** Letters that would end the words of a link. */
function escaped(words) {
  return words.replace(/[[\]\\]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}

/** What is selected in the text, kept while a dialog has the focus. */
function selection({ selectionStart, selectionEnd, value }) {
  return { selectionStart, selectionEnd, value, words: value.slice(selectionStart, selectionEnd) };
}

/** Puts the result of a dialog where the cursor was. */
function put(area, place, make) {
  area.setSelectionRange(place.selectionStart, place.selectionEnd);
  apply(area, make(area));
}

export async function insertLink({ area, language }) {
  const place = selection(area);
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
  const link = await ask({
    title: w("desk-link"),
    content: [
      line(w("desk-link-words"), words),
      search,
      line(w("desk-link-address"), address, w("desk-link-address-help")),
    ],
    yes: w("desk-put-in"),
    answer() {
      const target = address.value.trim();
      if (!target) {
        address.focus();
        throw new Error(w("desk-link-missing"));
      }
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
  let file = null;
  const said = h("div", { class: "help", role: "status" });
  const receive = async (one) => {
    if (!one) return;
    said.replaceChildren(h("p", {}, w("desk-receiving", { name: one.name })));
    try {
      const answer = await give(draft, one);
      file = answer.file;
      known.append(h("option", { value: file }, file));
      known.value = file;
      said.replaceChildren(...[file, ...(answer.said ?? [])].map((words) => h("p", {}, words)));
    } catch (problem) {
      said.replaceChildren(
        h("p", { class: "wrong" }, [problem.message, problem.hint].filter(Boolean).join(" ")),
      );
    }
  };
  const known = h(
    "select",
    { onchange: () => (file = known.value) },
    h("option", { value: "" }, w("desk-choose")),
    draft.files.map((name) => h("option", { value: name }, name)),
  );
  const chosen = h("input", { type: "file", accept: "image/*", onchange: () => receive(chosen.files[0]) });
  const alt = h("textarea", { rows: "2", value: place.words });
  const ornament = h("input", { id: "insert-ornament", type: "checkbox" });
  const content = h(
    "div",
    {},
    !given && line(w("desk-picture-choose"), chosen),
    !given && draft.files.length > 0 && line(w("desk-picture-known"), known),
    said,
    line(w("desk-alt"), alt, w("desk-alt-help")),
    h("p", { class: "option" }, ornament, h("label", { for: ornament.id }, w("desk-ornament"))),
  );
  accept(content, receive);
  if (given) receive(given);
  const picture = await ask({
    title: w("desk-picture"),
    content: [content],
    yes: w("desk-put-in"),
    answer() {
      if (!file) throw new Error(w("desk-picture-missing"));
      if (!alt.value.trim() && !ornament.checked) throw new Error(w("desk-alt-missing"));
      const safe = /[\s()]/.test(file) ? `<${file}>` : file;
      return `![${ornament.checked ? "" : escaped(alt.value.trim())}](${safe})`;
    },
  });
  if (!picture) return;
  put(area, place, () => block(area, picture));
  // What is asked of pictures may be asked now.
  if (draft.model.asks_consent) draft.emit("drawn");
}
