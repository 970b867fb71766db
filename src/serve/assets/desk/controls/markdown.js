// A field with a text of several lines.

import { grow } from "../dom.js";
import { editor } from "../text.js";
import { labelled } from "./around.js";

export function markdown(place, field) {
  const make = (attributes) => {
    const made = editor({
      attributes: { ...attributes, ...place.tongue },
      label: field.label,
      value: String(place.value ?? ""),
      draft: place.draft,
      language: place.language ?? place.draft.language,
      isSmall: true,
      onInput: (text) => place.set(text.trim() ? text : ""),
    });
    place.form.whenShown(() => grow(made.area));
    return made.element;
  };
  return labelled(place, field, make);
}
