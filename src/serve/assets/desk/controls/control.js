// Which control a field has.

import { button, h } from "../dom.js";
import { w } from "../words.js";
import { boolean, choice, tongue } from "./choice.js";
import { date, datetime } from "./date.js";
import { file } from "./file.js";
import { list, object } from "./group.js";
import { link } from "./link.js";
import { markdown } from "./markdown.js";
import { money } from "./money.js";
import { picture } from "./picture.js";
import { plain } from "./plain.js";
import { reference } from "./reference.js";

const KINDS = {
  boolean,
  choice,
  date,
  datetime,
  file,
  image: picture,
  language: tongue,
  link,
  list,
  markdown,
  money,
  object,
  reference,
};

/** The kinds whose control takes several values by itself. */
const SEVERAL = ["choice", "language", "reference"];

/** The control for a field, at a place in the values. */
export function control(place, field) {
  return field.localized && !place.language ? localized(place, field) : single(place, field);
}

function single(place, field) {
  if (field.locked) return locked(field);
  if (field.many && !SEVERAL.includes(field.kind)) return list(place, field);
  return (KINDS[field.kind] ?? plain)(place, field);
}

/** A field that is written in a way that no control can show: it is changed in its file. */
function locked(field) {
  return h(
    "div",
    { class: "field" },
    h("p", { class: "label" }, field.label),
    h("p", { class: "help" }, w("desk-locked", { file: field.locked })),
  );
}

/** A field with a value for each language: the one that is written, and beside it the one that is read. */
function localized(place, field) {
  const { form } = place;
  const { value } = place;
  if (value && typeof value === "object" && "*" in value) return shared(place, field);
  const { language } = form.draft;
  if (form.isWide) {
    const tags = form.draft.model.languages.map(({ tag }) => tag).filter((tag) => form.draft.exists(tag));
    return tags.map((tag) => single(place.in(tag), field));
  }
  if (!form.draft.exists(language)) return null;
  const written = single(place.in(language), field);
  const read = form.beside && text(place, field, value?.[form.beside]);
  if (!read) return written;
  return h(
    "div",
    { class: "pair" },
    written,
    h(
      "div",
      { class: "beside" },
      h("p", { class: "beside-name" }, `${field.label} (${form.languageName(form.beside)})`),
      h("div", form.tongue(form.beside), read),
    ),
  );
}

/** A value as words to read. */
function text(place, field, value) {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => h("li", {}, text(place, field.item ?? field, item)));
    return items.length > 0 && h("ul", {}, items);
  }
  if (typeof value === "object") {
    return (field.of ?? []).map((part) => {
      const words = text(place, part, value[part.name]);
      return words && h("p", {}, `${part.label} – `, words);
    });
  }
  if (field.kind === "boolean") return w(String(value) === "true" ? "desk-yes" : "desk-no");
  const label = field.choices?.find(({ key }) => key === value)?.label;
  return label ?? place.draft.titles[`${field.to}/${value}`] ?? String(value);
}

/** One value for all languages, until somebody wants one for each. */
function shared(place, field) {
  const { form } = place;
  const differ = () => {
    const value = place.value["*"];
    const tags = form.draft.model.languages.map(({ tag }) => tag).filter((tag) => form.draft.exists(tag));
    place.set(Object.fromEntries(tags.map((tag) => [tag, structuredClone(value)])));
    form.draw();
    form.focus(place.name, form.draft.language);
  };
  return h(
    "div",
    { class: "shared" },
    single(place.plain, field),
    form.several && button(w("desk-differ"), differ, { class: "small" }),
  );
}
