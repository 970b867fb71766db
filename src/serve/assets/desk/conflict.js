// A text that was changed elsewhere meanwhile: for each place where the two differ, one of them is chosen.

import { button, h } from "./dom.js";
import { parsed, read, write } from "./values.js";
import { counted, w } from "./words.js";

/** Where two texts begin to differ and where they are the same again, at words. */
function difference(one, other) {
  const split = (text) => text.split(/(?<=\s)/);
  const [first, second] = [split(one), split(other)];
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) start += 1;
  let end = 0;
  const most = Math.min(first.length, second.length) - start;
  while (end < most && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  return (words) => [
    words.slice(0, start).join(""),
    words.slice(start, words.length - end).join(""),
    words.slice(words.length - end).join(""),
  ];
}

/** How much of what is the same is shown around a difference. */
const AROUND = 160;

/** A version of a text, with what differs marked; of what is the same, only what is near. */
function version(text, other) {
  if (!text) return h("p", { class: "version none" }, w("desk-nothing"));
  const [before, middle, after] = difference(text, other ?? "")(text.split(/(?<=\s)/));
  const near = before.length > AROUND ? `…${before.slice(-AROUND)}` : before;
  const next = after.length > AROUND ? `${after.slice(0, AROUND)}…` : after;
  return h("div", { class: "version" }, near, middle && h("mark", {}, middle), next);
}

/** What is shown of a value. */
function shown(conflict, side) {
  const words = conflict[`shown_${side}`];
  if (typeof words === "string") return words;
  const value = conflict[side];
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

/** The form of a conflict: `done` is called once everything is chosen and written into the draft. */
export function conflictForm(draft, { fields, version: fresh }, { done, back }) {
  const ordered = [...fields].sort(
    (one, other) => Number(Boolean(one.choice)) - Number(Boolean(other.choice)),
  );
  const choices = new Map(
    ordered.filter(({ choice }) => choice).map((conflict) => [conflict, conflict.choice]),
  );
  const problem = h("div", { class: "problem", role: "alert" });

  const group = (conflict, number) => {
    const side = (key, words) => {
      const id = `conflict-${number}-${key}`;
      const other = key === "mine" ? "disk" : "mine";
      const language =
        conflict.language && draft.model.languages.find(({ tag }) => tag === conflict.language);
      return h(
        "div",
        { class: "side-of" },
        h(
          "p",
          { class: "option" },
          h("input", {
            type: "radio",
            id,
            name: `conflict-${number}`,
            checked: conflict.choice === key,
            "aria-describedby": `${id}-text`,
            onchange: () => choices.set(conflict, key),
          }),
          h("label", { for: id }, words),
        ),
        h(
          "div",
          { id: `${id}-text`, lang: conflict.language, dir: language ? language.direction : null },
          version(shown(conflict, key), shown(conflict, other)),
        ),
      );
    };
    return h(
      "fieldset",
      { class: "set conflict" },
      h("legend", {}, conflict.label),
      h(
        "div",
        { class: "pair" },
        side("mine", w("desk-conflict-mine")),
        side("disk", w("desk-conflict-disk")),
      ),
    );
  };

  const take = () => {
    const open = ordered.findIndex((conflict) => !choices.has(conflict));
    if (open !== -1) {
      problem.textContent = counted("desk-conflict-open", ordered.length - choices.size);
      document.getElementById(`conflict-${open}-mine`).focus();
      return;
    }
    for (const [conflict, choice] of choices) {
      const value = structuredClone(conflict[choice]);
      if (conflict.field === "body") draft.bodies[conflict.language] = value ?? null;
      else write(draft.values, pathOf(draft, conflict), value);
    }
    draft.version = fresh;
    draft.typed();
    done();
  };

  return h(
    "section",
    { class: "conflicts", "aria-labelledby": "conflict" },
    h("h2", { id: "conflict", tabindex: "-1" }, w("desk-conflict")),
    h("p", {}, w("desk-conflict-text")),
    problem,
    ordered.map(group),
    h(
      "div",
      { class: "buttons" },
      button(w("desk-conflict-save"), take, { class: "first" }),
      button(w("desk-conflict-back"), back),
    ),
  );
}

/** The path of the value: that of a language where the value is one for each. */
function pathOf(draft, { field, language }) {
  const path = parsed(field);
  return language && typeof read(draft.values, path) !== "string" ? [...path, language] : path;
}
