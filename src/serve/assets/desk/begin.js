// Begins a text.

import { call } from "./api.js";
import { ask, line, mistake } from "./dialog.js";
import { h } from "./dom.js";
import { language, w } from "./words.js";

/** Asks what is to be written; back is the id of the new entry, or `null`. */
export async function beginText(session) {
  const collections = session.collections.filter((one) => one.can_new);
  if (!collections.length) {
    await ask({
      title: w("desk-new"),
      content: [h("p", {}, w("desk-new-none"))],
      yes: null,
      no: w("desk-close"),
    });
    return null;
  }
  const options = (list, key, words) => list.map((one) => h("option", { value: one[key] }, one[words]));
  const collection = h(
    "select",
    { "aria-required": "true" },
    h("option", { value: "" }, w("desk-choose")),
    options(collections, "name", "title"),
  );
  const title = h("input", { type: "text", autocomplete: "off", "aria-required": "true" });
  const known = session.languages.some(({ tag }) => tag === language);
  const tag = known ? language : session.languages[0].tag;
  const written = h("select", { value: tag }, options(session.languages, "tag", "name"));
  const made = await ask({
    title: w("desk-new"),
    content: [
      line(w("desk-collection"), collection),
      line(w("desk-new-title"), title),
      session.languages.length > 1 && line(w("desk-language"), written),
    ],
    yes: w("desk-new-begin"),
    async answer() {
      if (!collection.value) throw mistake(w("desk-collection-missing"), collection);
      if (!title.value.trim()) throw mistake(w("desk-title-missing"), title);
      return call("new", {
        collection: collection.value,
        title: title.value.trim(),
        language: written.value,
      });
    },
  });
  return made?.id ?? null;
}
