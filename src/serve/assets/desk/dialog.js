// Dialogs: a form that must be answered before the page goes on.

import { button, h, patient, uid } from "./dom.js";
import { w } from "./words.js";

/**
 * Shows a dialog and is back with what `answer` makes of it, or `null` where it was left. What `answer`
 * throws is shown in the dialog, which stays open.
 */
export function ask({ title, content = [], yes = w("desk-ok"), no = w("desk-cancel"), answer = () => true }) {
  const id = uid("dialog");
  const problem = h("div", { class: "problem", role: "alert" });
  const wait = h("p", { role: "status", class: "wait" });
  return new Promise((done) => {
    let result = null;
    const submit = async (event) => {
      event.preventDefault();
      if (form.ariaBusy === "true") return;
      problem.replaceChildren();
      form.ariaBusy = "true";
      try {
        result = await patient(Promise.resolve(answer()), w("desk-wait"), wait);
      } catch (error) {
        problem.replaceChildren(
          h("p", {}, error.message || w("desk-silent-short")),
          ...(error.hint ? [h("p", {}, error.hint)] : []),
        );
        return;
      } finally {
        form.ariaBusy = "false";
      }
      // `undefined` leaves the dialog open.
      if (result !== undefined) dialog.close();
    };
    const form = h(
      "form",
      { novalidate: true, onsubmit: submit },
      h("h2", { id, tabindex: "-1" }, title),
      problem,
      content,
      h(
        "div",
        { class: "buttons" },
        yes && h("button", { type: "submit", class: "first" }, yes),
        button(no, () => dialog.close()),
      ),
      wait,
    );
    const dialog = h("dialog", { "aria-labelledby": id }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(result ?? null);
    });
    document.body.append(dialog);
    dialog.showModal();
    const first = form.querySelector("input, select, textarea") ?? form.querySelector("h2");
    first.focus();
  });
}

/** A control of a dialog with its label. */
export function line(label, control, help = null) {
  control.id ||= uid("line");
  const note = help && h("p", { id: `${control.id}-help`, class: "help" }, help);
  if (note) control.setAttribute("aria-describedby", note.id);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), note, control);
}
