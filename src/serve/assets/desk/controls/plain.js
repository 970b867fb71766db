// Fields of one line: words, addresses, numbers.

import { grow, h, tell } from "../dom.js";
import { counted, w } from "../words.js";
import { labelled } from "./around.js";

/** From how many characters on a field has lines enough to be read as a whole. */
const LONG = 80;

/**
 * Signs that nobody sees and no text needs: controls, and those that turn the order of letters around. What joins or
 * parts letters of Arabic, and marks of direction, stay.
 */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Takes out what nobody sees, as it comes with what is pasted, and says so. */
function cleaned(control) {
  const clean = control.value.replace(/\t/g, " ").replace(UNSEEN, "");
  if (clean === control.value) return;
  if (UNSEEN.test(control.value)) tell(w("desk-signs-removed"));
  UNSEEN.lastIndex = 0;
  const behind = control.value.slice(control.selectionStart).replace(UNSEEN, "").length;
  control.value = clean;
  control.setSelectionRange(clean.length - behind, clean.length - behind);
}

/** What the browser is told of a kind: which keys to show, and not to put its own words in. */
const KINDS = {
  email: { type: "email", inputmode: "email", spellcheck: "false" },
  phone: { type: "tel", inputmode: "tel" },
  number: { inputmode: "decimal", class: "short" },
  slug: { spellcheck: "false", autocapitalize: "none" },
  address: { inputmode: "url", spellcheck: "false", autocapitalize: "none" },
};

/** How many characters are left once most are used, or how many are too many. */
function counter(id, max) {
  const shown = h("p", { id, class: "count" });
  const show = (text) => {
    const left = max - [...text].length;
    shown.hidden = left > max / 4;
    shown.textContent = left < 0 ? counted("desk-too-many", -left) : counted("desk-left", left);
    shown.classList.toggle("over", left < 0);
  };
  return { shown, show };
}

export function plain(place, field) {
  const value = String(place.value ?? "");
  const isLong = field.kind === "text" && (field.max > LONG || value.length > LONG);
  const count = field.max && counter(`${place.id}-count`, field.max);
  const hear = (event) => {
    const control = event.target;
    if (control.type !== "email") cleaned(control);
    // One line stays one, also where it is shown over several.
    if (isLong && control.value.includes("\n")) control.value = control.value.replace(/\s*\n\s*/g, " ");
    place.set(control.value.trim() ? control.value : "");
    count?.show(control.value);
    if (isLong) grow(control);
  };
  count?.show(value);
  const make = (attributes) => {
    const all = {
      ...attributes,
      ...place.tongue,
      ...(KINDS[field.kind] ?? { spellcheck: "true" }),
      autocomplete: "off",
      value,
      oninput: hear,
      onblur: () => place.draft.ask.now(),
    };
    if (count) all["aria-describedby"] += ` ${count.shown.id}`;
    if (!isLong) return h("input", { type: "text", ...all });
    const area = h("textarea", { rows: "1", ...all });
    place.form.whenShown(() => grow(area));
    return area;
  };
  const fallback =
    field.default && !value ? h("p", { class: "help" }, w("desk-default", { value: field.default })) : null;
  return labelled(place, field, make, count?.shown, fallback);
}
