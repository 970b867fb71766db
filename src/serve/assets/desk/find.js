// A combobox: what is typed is looked for, and one of the answers is chosen. After the pattern of the ARIA
// Authoring Practices Guide (an editable combobox with a listbox that the search fills).

import { h, later, tell, uid, unpressed } from "./dom.js";
import { counted, w } from "./words.js";

const WAIT = 150;

/**
 * `search` is given what was typed and returns `[{id, title, note}]`; `choose` is given the chosen one. The
 * input is emptied after a choice unless `keepsWords`. `of` says what for, where there are several; `left` keeps what
 * was typed and not chosen, by the ids of the inputs: it is told beside the input, also after that was drawn again.
 */
export function combobox({ id = uid("find"), label, of = null, search, choose, keepsWords = false, left = null }) {
  let found = [];
  let active = -1;
  let asked = 0;

  const list = h("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
  const input = h("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    value: left?.get(id) ?? "",
    "aria-label": of && `${label} (${of})`,
    "aria-describedby": `${id}-left`,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  });

  const unchosen = h("p", { id: `${id}-left`, class: "wrong" });
  const tellLeft = () => {
    const words = left?.get(id);
    unchosen.textContent = words ? w("desk-not-chosen", { words }) : "";
  };
  const note = () => {
    const words = input.value.trim();
    if (words) left?.set(id, words);
    else left?.delete(id);
  };

  const isOpen = () => !list.hidden;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (number) => {
    active = number;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
    const option = list.children[number];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    return option.scrollIntoView({ block: "nearest" });
  };

  const take = (number) => {
    const one = found[number];
    if (!one) return;
    close();
    input.value = keepsWords ? one.title : "";
    note();
    tellLeft();
    choose(one);
  };

  const show = (answers) => {
    found = answers;
    list.replaceChildren(
      ...answers.map((one, number) =>
        h(
          "li",
          { id: `${id}-${number}`, role: "option", "aria-selected": "false", onclick: () => take(number) },
          h("span", {}, one.title),
          one.note && h("small", {}, ` ${one.note}`),
        ),
      ),
    );
    active = -1;
    list.hidden = !answers.length;
    input.setAttribute("aria-expanded", String(answers.length > 0));
    input.removeAttribute("aria-activedescendant");
    unchosen.textContent = answers.length || !input.value.trim() ? "" : w("desk-found-none");
    tell(answers.length ? counted("desk-found", answers.length) : w("desk-found-none"));
  };

  const ask = later(WAIT, async () => {
    asked += 1;
    const number = asked;
    const answers = await search(input.value.trim()).catch(() => []);
    if (number === asked && document.activeElement === input) show(answers);
  });

  const step = (by) => {
    if (!isOpen()) {
      ask();
      ask.now();
      return;
    }
    mark((active + by + found.length) % found.length);
  };

  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(active === -1 ? 0 : -1),
    Enter: () => take(active),
    Escape: () => close(),
  };
  input.addEventListener("keydown", (event) => {
    const isMeant = event.key.startsWith("Arrow") ? ["ArrowDown", "ArrowUp"].includes(event.key) : isOpen();
    if (!isMeant || !keys[event.key] || event.isComposing) return;
    if (event.key === "Enter" && active === -1) return;
    // The key is for the list, and not for the dialog around it.
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  input.addEventListener("input", () => {
    note();
    // What is being typed is no mistake yet.
    unchosen.textContent = "";
    ask();
  });
  input.addEventListener("blur", () => {
    ask.cancel();
    unpressed(() => {
      if (document.activeElement === input) return;
      close();
      tellLeft();
    });
  });
  tellLeft();
  // The focus stays in the input while an answer is clicked on.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  return h("div", { class: "find" }, h("label", { for: id }, label), input, list, unchosen);
}
