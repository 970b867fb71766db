// Takes files in: chosen, dropped or pasted. The program puts them beside the entry.

import { call, give as send } from "../api.js";
import { h, uid } from "../dom.js";
import { w } from "../words.js";

/** Gives a file to the program; back is `{file, said}`. */
export async function give(draft, file) {
  const answer = await send(draft.id, file);
  if (!draft.files.includes(answer.file)) draft.files.push(answer.file);
  draft.received.push(answer.file);
  return answer;
}

/** Has the program take away what was given since so many files, where nothing names it. */
export async function giveUp(draft, since) {
  const files = draft.received.splice(since);
  if (!files.length) return;
  await draft.flush();
  const { gone } = await call("given-up", { id: draft.id, files }).catch(() => ({ gone: [] }));
  draft.files = draft.files.filter((name) => !gone.includes(name));
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
      said.replaceChildren(...[answer.file, ...(answer.said ?? [])].map((words) => h("p", {}, words)));
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

const IMAGE = /\.(jpe?g|png|webp|avif|gif|svg)$/i;

/** Whether a file is a picture, by its name. */
export function isPicture(file) {
  return IMAGE.test(file);
}

/**
 * What a dialog asks for a file with: chosen on this computer, dropped, pasted, or one that is with the text already.
 * `value()` is its name; `take` is told of each that is chosen.
 */
export function chooser({ draft, id = uid("chooser"), isImage = false, value = "", take = () => {} }) {
  let file = value;
  const set = (name) => {
    file = name;
    known.value = name;
    take(name);
  };
  const option = (name) => h("option", { value: name }, name);
  const files = draft.files.filter((name) => !isImage || isPicture(name));
  if (value && !files.includes(value)) files.push(value);
  const known = h(
    "select",
    { id: `${id}-known`, onchange: () => set(known.value), value },
    h("option", { value: "" }, w("desk-choose")),
    files.map(option),
  );
  const choice = h(
    "p",
    { hidden: !files.length },
    h("label", { for: known.id }, w(isImage ? "desk-picture-known" : "desk-file-known")),
    known,
  );
  const receiving = receiver({
    draft,
    id,
    label: w(isImage ? "desk-picture-choose" : "desk-file-choose"),
    accept: isImage ? "image/*" : null,
    take: (name) => {
      if (![...known.options].some((one) => one.value === name)) known.append(option(name));
      choice.hidden = false;
      set(name);
    },
  });
  const element = h("div", { class: "chooser" }, receiving.element, choice);
  accept(element, receiving.receive, isImage);
  return { element, receive: receiving.receive, value: () => file, input: receiving.element.querySelector("input") };
}

/** Has an element take the pictures, or files of any kind, that are dropped on it or pasted into it. */
export function accept(element, receive, isImage = true) {
  const picture = (transfer) =>
    [...(transfer?.files ?? [])].find((file) => !isImage || file.type.startsWith("image/"));
  element.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  element.addEventListener("drop", (event) => {
    const file = picture(event.dataTransfer);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    receive(file);
  });
  element.addEventListener("paste", (event) => {
    const file = picture(event.clipboardData);
    // Text that is copied with a picture of itself, as an office suite does, stays text.
    if (!file || event.clipboardData.types.includes("text/html")) return;
    event.preventDefault();
    event.stopPropagation();
    receive(file);
  });
}
