// Whether the photographs of a text show people, and where their consent is kept: asked where the site wants it.

import { h } from "../dom.js";
import { Place } from "../place.js";
import { w } from "../words.js";
import { control } from "./control.js";

/** The fields that say it. */
export const PEOPLE = ["shows_people", "consent"];

/** Whether it is asked in the form of a text: under its pictures, and not among what every text may say. */
export function asksPeople(draft) {
  return Boolean(draft.model.asks_consent);
}

/** The question, once in a form: the second picture has the answer of the first. */
export function people(form) {
  const { draft } = form;
  if (!asksPeople(draft) || form.hasPeople) return null;
  form.hasPeople = true;
  return question(form);
}

/** The question itself. */
export function question(form) {
  const { draft } = form;
  const field = (name) => draft.model.fields.find((one) => one.name === name);
  const holder = h("div", { class: "people" });
  const draw = () => {
    const isShown = String(draft.get(["shows_people"])) === "true";
    const shown = PEOPLE.filter((name) => name !== "consent" || isShown).map(field);
    holder.replaceChildren(
      h("p", { class: "help" }, w("desk-people")),
      // What it is stands above.
      ...shown.filter(Boolean).map((one) => control(new Place(form, [one.name]), { ...one, isItem: true })),
    );
    form.drawn();
  };
  holder.addEventListener("change", (event) => {
    if (!event.target.id.includes("shows_people")) return;
    draw();
    document.getElementById(event.target.id)?.focus();
  });
  draw();
  return holder;
}
