// Takes files in: chosen, dropped or pasted. The program puts them beside the entry.

import { give as send } from "../api.js";
import { h } from "../dom.js";
import { w } from "../words.js";

/** Gives a file to the program; back is `{file, said}`. */
export async function give(draft, file) {
  const answer = await send(draft.id, file);
  if (!draft.files.includes(answer.file)) draft.files.push(answer.file);
  return answer;
}

/**
 * A button that opens the choice of files, with what was done to the file told under it. `take` is given the
 * name of the file, and the sentences.
 */
export function receiver({ draft, id, label, accept = null, before = [], take }) {
  const said = h(
    "div",
    { class: "help", role: "status" },
    before.map((words) => h("p", {}, words)),
  );
  const receive = async (file) => {
    if (!file) return;
    said.replaceChildren(h("p", {}, w("desk-receiving", { name: file.name })));
    try {
      const answer = await give(draft, file);
      said.replaceChildren(...(answer.said ?? []).map((words) => h("p", {}, words)));
      take(answer.file, answer.said ?? []);
    } catch (problem) {
      const words = [problem.message || w("desk-silent-short"), problem.hint].filter(Boolean);
      said.replaceChildren(...words.map((one) => h("p", { class: "wrong" }, one)));
    }
  };
  const input = h("input", {
    id,
    type: "file",
    accept,
    onchange: () => {
      receive(input.files[0]);
      input.value = "";
    },
  });
  return { element: h("div", { class: "receive" }, h("label", { for: id }, label), input, said), receive };
}

/** Has an element take the pictures that are dropped on it or pasted into it. */
export function accept(element, receive) {
  const picture = (transfer) => [...(transfer?.files ?? [])].find((file) => file.type.startsWith("image/"));
  element.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  element.addEventListener("drop", (event) => {
    const file = picture(event.dataTransfer);
    if (!file) return;
    event.preventDefault();
    receive(file);
  });
  element.addEventListener("paste", (event) => {
    const file = picture(event.clipboardData);
    // Text that is copied with a picture of itself, as an office suite does, stays text.
    if (!file || event.clipboardData.types.includes("text/html")) return;
    event.preventDefault();
    receive(file);
  });
}
