// What stands around a control: its name, its help, what is expected, and a place for messages.

import { h } from "../dom.js";
import { w } from "../words.js";

/** The kinds of which nothing tells what is expected but the words of the program. */
const UNTOLD = ["address", "link", "number", "phone", "slug"];

/** What describes a control: the parts that are there, with the ids that tie them to it. */
function description(place, field) {
  const { id } = place;
  const help = field.help && h("p", { id: `${id}-help`, class: "help" }, field.help);
  const rule =
    field.rule &&
    !field.help &&
    UNTOLD.includes(field.kind) &&
    h("p", { id: `${id}-rule`, class: "help" }, field.rule);
  const messages = h("div", { id: `${id}-messages`, class: "messages" });
  const ids = [help, rule, messages].filter(Boolean).map((part) => part.id);
  return { help, rule, messages, ids: ids.join(" ") };
}

function name(place, field) {
  const tag = place.form.several ? place.language : null;
  const language = tag && [" (", h("bdi", { lang: tag }, place.form.languageName(tag)), ")"];
  const optional = field.required || field.isItem ? "" : w("desk-optional");
  return [field.label, language, optional && h("span", { class: "optional" }, ` ${optional}`)];
}

/** Whether a place is a part of the form of a text by itself. */
function isPart({ path, form }) {
  return path.length === 1 && !form.only;
}

/** A single control with its label. `make` is given the attributes that the control must carry. */
export function labelled(place, field, make, ...more) {
  const { id } = place;
  const { help, rule, messages, ids } = description(place, field);
  const control = make({ id, "aria-describedby": ids, "aria-required": field.required ? "true" : null });
  const target = control.id === id ? control : (control.querySelector(`[id="${id}"]`) ?? control);
  place.form.register(place, { target, messages });
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, name(place, field)),
    help,
    rule,
    messages,
    control,
    more,
  );
}

/**
 * Several controls for one value under one name. The set itself takes the focus when a message leads to it.
 */
export function grouped(place, field, ...content) {
  const { id } = place;
  const { help, rule, messages, ids } = description(place, field);
  const target = h(
    "fieldset",
    { id, class: "field set", tabindex: "-1", "aria-describedby": ids },
    // Who goes from heading to heading comes to each part of the form.
    h("legend", {}, isPart(place) ? h("h2", {}, name(place, field)) : name(place, field)),
    help,
    rule,
    messages,
    content,
  );
  place.form.register(place, { target, messages, isGroup: true });
  return target;
}

/** Several fields under one name: a line beside them shows how far they go. */
export function nested(place, field, ...content) {
  const element = grouped(place, field, ...content);
  element.classList.add("group");
  return element;
}
