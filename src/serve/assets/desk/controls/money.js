// An amount and its currency.

import { h } from "../dom.js";
import { language, w } from "../words.js";
import { grouped } from "./around.js";

const LIST = "currencies";

/** The currencies of ISO 4217 with their names, once for all fields. */
function currencies() {
  if (document.getElementById(LIST)) return;
  const names = new Intl.DisplayNames(language, { type: "currency" });
  const options = Intl.supportedValuesOf("currency").map((code) =>
    h("option", { value: code }, names.of(code)),
  );
  document.body.append(h("datalist", { id: LIST }, options));
}

export function money(place, field) {
  currencies();
  const part = (key, label, attributes) => {
    const inner = place.at(key);
    const set = (event) => inner.set(event.target.value.trim());
    const control = h("input", {
      id: inner.id,
      type: "text",
      autocomplete: "off",
      value: inner.value ?? "",
      ...attributes,
    });
    control.addEventListener("input", set);
    return h("p", {}, h("label", { for: control.id }, label), control);
  };
  return grouped(
    place,
    field,
    h(
      "div",
      { class: "side" },
      part("amount", w("desk-amount"), { inputmode: "decimal", class: "short" }),
      part("currency", w("desk-currency"), {
        list: LIST,
        class: "short",
        spellcheck: "false",
        autocapitalize: "characters",
      }),
    ),
  );
}
