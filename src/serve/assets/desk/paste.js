// What is pasted into a text or dropped on it: words keep their headings, lists and links; pictures go beside
// the entry.

import { call } from "./api.js";
import { button, h } from "./dom.js";
import { apply, block, inserted } from "./edit.js";
import { insertPicture } from "./insert.js";
import { w } from "./words.js";

/** What cannot stand in the middle of a paragraph. */
const BLOCK = /\n|^(#{1,6}|[-*+>]|\d+[.)]) |^\||^:::/;

export function paste(context) {
  const { area, notes } = context;
  /** Whether the keys for pasting without any form were pressed. */
  let isPlain = false;

  area.addEventListener("keydown", (event) => {
    isPlain = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "v";
  });

  area.addEventListener("paste", async (event) => {
    const { clipboardData } = event;
    const html = clipboardData.getData("text/html");
    const text = clipboardData.getData("text/plain");
    const picture = [...clipboardData.files].find((file) => file.type.startsWith("image/"));
    if (picture && !html) {
      event.preventDefault();
      insertPicture(context, picture);
    } else if (html && !isPlain) {
      event.preventDefault();
      await convert(html, text);
    }
  });

  const convert = async (html, text) => {
    const { selectionStart, selectionEnd, value } = area;
    let answer;
    try {
      answer = await call("paste", { html });
    } catch {
      answer = { markdown: text, left_out: [] };
    }
    // What was typed meanwhile has moved the place: it goes to where the cursor is now.
    if (area.value === value) area.setSelectionRange(selectionStart, selectionEnd);
    const words = answer.markdown.trim();
    apply(area, BLOCK.test(words) ? block(area, words) : inserted(area, answer.markdown));
    // What was said of an earlier paste is not said of this one.
    if (answer.left_out?.length) note(answer.left_out);
    else notes.replaceChildren();
  };

  const note = (parts) => {
    const close = button(w("desk-close"), () => {
      notes.replaceChildren();
      area.focus();
    });
    close.classList.add("small");
    notes.replaceChildren(
      h(
        "div",
        { class: "note", role: "status" },
        h("p", {}, w("desk-left-out")),
        h(
          "ul",
          {},
          parts.map((words) => h("li", {}, words)),
        ),
        close,
      ),
    );
  };

  area.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  area.addEventListener("drop", (event) => {
    const picture = [...(event.dataTransfer?.files ?? [])].find((file) => file.type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    insertPicture(context, picture);
  });
}
