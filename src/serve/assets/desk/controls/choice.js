// Fields with given answers: one of several, some of several, yes or no, a language.

import { h } from "../dom.js";
import { w } from "../words.js";
import { grouped, labelled } from "./around.js";

/** The choices, with the value that is there also where it is none of them. */
function offered(choices, values) {
  const unknown = values.filter((value) => value && !choices.some((choice) => choice.key === value));
  return [...choices, ...unknown.map((key) => ({ key, label: key }))];
}

/** A round or square button with its label. */
function option(type, id, name, label, checked, onchange) {
  return h(
    "p",
    { class: "option" },
    h("input", { type, id, name, checked, onchange }),
    h("label", { for: id }, label),
  );
}

export function choice(place, field) {
  if (field.many) return several(place, field);
  const value = place.value ?? "";
  const label = (key) => field.choices.find((one) => one.key === key)?.label ?? key;
  const none = field.default ? w("desk-not-said-default", { value: label(field.default) }) : w("desk-choose");
  return labelled(place, field, (attributes) =>
    h(
      "select",
      { ...attributes, value, onchange: (event) => place.set(event.target.value) },
      h("option", { value: "" }, none),
      offered(field.choices ?? [], [value]).map((one) => h("option", { value: one.key }, one.label)),
    ),
  );
}

function several(place, field) {
  const values = [].concat(place.value ?? []);
  const choices = offered(field.choices ?? [], values);
  const chosen = new Set(values);
  return grouped(
    place,
    field,
    choices.map(({ key, label }) =>
      option("checkbox", `${place.id}-${key}`, null, label, chosen.has(key), (event) => {
        if (event.target.checked) chosen.add(key);
        else chosen.delete(key);
        place.set(choices.map((one) => one.key).filter((one) => chosen.has(one)));
      }),
    ),
  );
}

export function boolean(place, field) {
  const value = place.value ?? "";
  const said = field.default === null || field.default === undefined ? null : isTrue(field.default);
  const fallback =
    said === null
      ? w("desk-not-said")
      : w("desk-not-said-default", { value: w(said ? "desk-yes" : "desk-no") });
  const answers = [
    ["true", w("desk-yes")],
    ["false", w("desk-no")],
    ["", fallback],
  ];
  return grouped(
    place,
    field,
    answers.map(([key, label]) =>
      option("radio", `${place.id}-${key || "none"}`, place.id, label, String(value) === key, () =>
        place.set(key),
      ),
    ),
  );
}

function isTrue(value) {
  return String(value) === "true";
}

export function tongue(place, field) {
  const choices = place.form.session.languages.map(({ tag, name }) => ({ key: tag, label: name }));
  return choice(place, { ...field, choices });
}
