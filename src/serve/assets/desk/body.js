// The text of an entry, and beside it the one that is read.

import { grow, h } from "./dom.js";
import { editor } from "./text.js";
import { w } from "./words.js";

const ID = "body";

export function body(form) {
  const { draft } = form;
  const { language } = draft;
  const { has_body: hasBody, name } = form.languageOf(language);
  if (!hasBody || !draft.exists(language)) return null;
  const messages = h("div", { id: `${ID}-messages`, class: "messages" });
  const label = form.several ? w("desk-body-in", { language: name }) : w("desk-body");
  const made = editor({
    attributes: { id: ID, "aria-describedby": messages.id, ...form.tongue(language) },
    label,
    value: draft.bodies[language] ?? "",
    draft,
    language,
    onInput: (text) => draft.setBody(language, text),
    onPlace: (words) => form.onPlace?.(words),
  });
  form.whenShown(() => grow(made.area));
  form.slots.set(`body|${language}`, { target: made.area, messages });
  const heading = h("h2", { class: "name" }, h("label", { for: ID }, label));
  const written = h("div", { class: "field" }, heading, made.element, messages);
  const read = form.beside && draft.bodies[form.beside];
  if (!read) return { ...made, element: written };
  const beside = h(
    "div",
    { class: "beside" },
    h("p", { class: "beside-name" }, w("desk-body-in", { language: form.languageName(form.beside) })),
    h("div", { class: "source", ...form.tongue(form.beside) }, read),
  );
  return { ...made, element: h("div", { class: "pair" }, written, beside) };
}
