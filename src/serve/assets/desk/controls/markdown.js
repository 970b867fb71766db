// A field with a text of several lines.

import { editor } from "../text.js";
import { labelled } from "./around.js";

export function markdown(place, field) {
  let made;
  const make = (attributes) => {
    made = editor({
      attributes: { ...attributes, ...place.tongue },
      label: field.label,
      value: String(place.value ?? ""),
      draft: place.draft,
      language: place.language ?? place.draft.language,
      isSmall: true,
      onInput: (text) => place.set(text.trim() ? text : ""),
    });
    place.form.whenShown(() => made.grow());
    return made.element;
  };
  return labelled(place, field, make);
}
