// A document beside the entry.

import { h } from "../dom.js";
import { w } from "../words.js";
import { labelled } from "./around.js";
import { receiver } from "./receive.js";

export function file(place, field) {
  const list = `${place.id}-files`;
  let control;
  const make = (attributes) => {
    control = h("input", {
      ...attributes,
      type: "text",
      list,
      spellcheck: "false",
      autocapitalize: "none",
      autocomplete: "off",
      value: place.value ?? "",
      oninput: (event) => place.set(event.target.value.trim()),
    });
    return control;
  };
  const take = (name) => {
    control.value = name;
    place.set(name);
  };
  const files = h(
    "datalist",
    { id: list },
    place.draft.files.map((name) => h("option", { value: name })),
  );
  const receive = receiver({ draft: place.draft, id: `${place.id}-new`, label: w("desk-choose-file"), take });
  return labelled(place, field, make, files, receive.element);
}
