// An address, on the site or elsewhere.

import { button, h } from "../dom.js";
import { choosePage } from "../pages.js";
import { w } from "../words.js";
import { labelled } from "./around.js";

export function link(place, field) {
  const input = (attributes) =>
    h("input", {
      ...attributes,
      type: "text",
      inputmode: "url",
      spellcheck: "false",
      autocapitalize: "none",
      autocomplete: "off",
      value: place.value ?? "",
      oninput: (event) => place.set(event.target.value.trim()),
    });
  const choose = async () => {
    const page = await choosePage({ language: place.language ?? place.draft.language });
    if (!page) return;
    const control = document.getElementById(place.id);
    control.value = `/${page.id}`;
    place.set(control.value);
    control.focus();
  };
  return labelled(place, field, input, button(w("desk-find-page"), choose, { class: "small" }));
}
