// What can be done with a whole entry: copied, given another name, taken away.

import { call } from "./api.js";
import { ask, line } from "./dialog.js";
import { button, h, tell } from "./dom.js";
import { w } from "./words.js";

function go(id) {
  location.hash = id ? `#/entry/${encodeURIComponent(id)}` : "#/";
}

/** What is not saved would stay behind: it is saved first. */
function saveFirst(title) {
  return ask({ title, content: [h("p", {}, w("desk-save-first"))], yes: null, no: w("desk-close") });
}

async function duplicate(draft) {
  const title = w("desk-duplicate");
  if (draft.isChanged) {
    await saveFirst(title);
    return;
  }
  const input = h("input", { type: "text", value: w("desk-copy-of", { title: draft.model.title }), autocomplete: "off" });
  const content = [line(w("desk-title"), input)];
  const made = await ask({ title, content, yes: w("desk-duplicate"), answer: () => call("duplicate", { id: draft.id, title: input.value.trim() }) });
  if (made) go(made.id);
}

async function rename(draft) {
  const title = w("desk-rename");
  if (draft.isChanged) {
    await saveFirst(title);
    return;
  }
  const name = draft.id.slice(draft.id.lastIndexOf("/") + 1);
  const input = h("input", { type: "text", value: name, spellcheck: "false", autocapitalize: "none", autocomplete: "off" });
  const content = [line(w("desk-name"), input, w("desk-name-help"))];
  const made = await ask({ title, content, yes: w("desk-rename"), answer: () => call("rename", { id: draft.id, name: input.value.trim() }) });
  if (!made) return;
  go(made.id);
  tell(made.said);
}

async function remove(draft) {
  const title = w("desk-remove-title", { title: draft.model.title });
  let plan;
  try {
    plan = await call("remove", { id: draft.id });
  } catch (problem) {
    await ask({ title, content: [h("p", {}, problem.message || w("desk-silent-short"))], yes: null, no: w("desk-close") });
    return;
  }
  const consequences = plan.consequences ?? [];
  const content = [
    consequences.length > 0 && h("ul", {}, consequences.map((words) => h("li", {}, words))),
    h("p", {}, w("desk-remove-text")),
  ];
  const made = await ask({ title, content, yes: w("desk-remove"), answer: () => call("remove", { id: draft.id, token: plan.token }) });
  if (!made) return;
  draft.dropped();
  go(null);
  tell(made.said);
}

export function actions(draft) {
  const menu = h("details", { class: "menu" });
  const item = (id, run) =>
    button(w(id), () => {
      menu.open = false;
      menu.querySelector("summary").focus();
      run(draft);
    });
  menu.append(
    h("summary", {}, w("desk-actions")),
    h("div", {}, item("desk-duplicate-open", duplicate), item("desk-rename-open", rename), item("desk-remove-open", remove)),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  return menu;
}
