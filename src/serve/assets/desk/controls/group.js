// Fields made of others: a group, a list of groups, a list of values.

import { button, h, reach, tell } from "../dom.js";
import { w } from "../words.js";
import { control } from "./control.js";
import { nested } from "./around.js";

export function object(place, field) {
  return nested(
    place,
    field,
    field.of.map((inner) => control(place.at(inner.name), inner)),
  );
}

/** The buttons that move an item of a list or take it out: each says which item it is for. */
export function itemButtons(id, number, count, name, move) {
  const make = (key, words, to) =>
    button(words, () => move(number, to, key), {
      "aria-label": `${words}, ${name}`,
      id: `${id}-${number}-${key}`,
      class: "small",
    });
  return h(
    "div",
    { class: "buttons" },
    number > 0 && make("up", w("desk-up"), number - 1),
    number < count - 1 && make("down", w("desk-down"), number + 1),
    make("remove", w("desk-take-out"), null),
  );
}

/** Moves an item, or takes it out where it goes nowhere. */
export function moved(items, from, to) {
  const rest = items.toSpliced(from, 1);
  return to === null ? rest : rest.toSpliced(to, 0, items[from]);
}

/**
 * Gives the focus to the button that was pressed, where its item is now; at an end of the list to the other
 * one.
 */
export function follow(id, from, to, key, count, name) {
  const find = (...ids) => ids.map((one) => document.getElementById(one)).find(Boolean);
  if (to === null) {
    find(`${id}-${Math.min(from, count - 1)}-remove`, `${id}-add`, `${id}-search`)?.focus();
    tell(w("desk-taken-out", { name }));
  } else {
    find(`${id}-${to}-${key}`, `${id}-${to}-up`, `${id}-${to}-down`)?.focus();
    tell(w("desk-moved", { name, number: to + 1 }));
  }
}

/** The field of an item of a list. */
function itemOf(field) {
  if (field.item) return field.item;
  return { ...field, many: false, kind: field.kind === "list" ? "object" : field.kind, help: null };
}

/** What a value is called: a title, a label, or its first words. */
function title(draft, field, value) {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map((one) => title(draft, field, one)).find(Boolean) ?? "";
  if (typeof value === "object") {
    if (!field.localized)
      return field.of?.map((part) => title(draft, part, value[part.name])).find(Boolean) ?? "";
    return title(draft, { ...field, localized: false }, value["*"] ?? value[draft.language]);
  }
  const label = field.choices?.find(({ key }) => key === value)?.label;
  return label ?? draft.titles[value] ?? draft.titles[`${field.to}/${value}`] ?? String(value);
}

/** An item of several fields: only its name is shown until it is opened. */
function folded(place, field, value, name, inner, buttons) {
  const { opened } = place.form;
  const key = Object(value);
  const words = h("span", { class: "help" }, title(place.draft, field, value));
  const ontoggle = (event) => {
    if (event.target.open) opened.add(key);
    else opened.delete(key);
    place.form.grow();
  };
  const oninput = () => (words.textContent = title(place.draft, field, value));
  return h(
    "details",
    { class: "item", open: opened.has(key), ontoggle, oninput },
    h("summary", {}, name, " ", words),
    inner,
    buttons,
  );
}

/** A list, each item of which has a control of its own. */
export function list(place, field) {
  const { id } = place;
  const items = () => [].concat(place.value ?? []);
  const holder = h("div", { class: "items" });
  const item = itemOf(field);
  const isNested = item.kind === "object" || item.kind === "image";
  const name = (number) => w("desk-item", { name: item.label, number: number + 1 });

  const move = (from, to, key) => {
    const before = items();
    place.set(moved(before, from, to));
    draw();
    place.form.drawn();
    follow(id, from, to, key, before.length - 1, name(from));
  };

  const draw = () => {
    const all = items();
    holder.replaceChildren(
      ...all.map((one, number) => {
        const words = name(number);
        const buttons = itemButtons(id, number, all.length, words, move);
        const inner = control(place.at(number), { ...item, label: words, isItem: true });
        return isNested
          ? folded(place, item, one, words, inner, buttons)
          : h("div", { class: "item line" }, inner, buttons);
      }),
    );
  };

  const add = () => {
    const before = items();
    const fresh = isNested ? {} : "";
    place.set([...before, fresh]);
    if (isNested) place.form.opened.add(fresh);
    draw();
    place.form.drawn();
    reach(holder.lastElementChild.querySelector("input, select, textarea, summary ~ * button"));
  };

  draw();
  return nested(place, field, holder, button(w("desk-add", { name: item.label }), add, { id: `${id}-add` }));
}
