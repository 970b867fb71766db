// Dialogs: a form that must be answered before the page goes on.

import { button, h, isHalf, patient, reach, uid } from "./dom.js";
import { sentence, w } from "./words.js";

/** What is wrong in a dialog, with the control in which it is put right. */
export function mistake(words, field, hint = null) {
  return Object.assign(new Error(words), { field, hint });
}

/**
 * Shows a dialog and is back with what `answer` makes of it, or `null` where it was left. What `answer`
 * throws is shown in the dialog, which stays open, until something is changed in it. `first` has the focus.
 */
export function ask({ title, content = [], yes = w("desk-ok"), no = w("desk-cancel"), answer = () => true, first }) {
  const id = uid("dialog");
  const problem = h("div", { id: `${id}-problem`, class: "problem", role: "alert" });
  const forgive = () => {
    problem.replaceChildren();
    const wrong = problem.parentElement.querySelector(`[aria-errormessage="${problem.id}"]`);
    for (const name of ["aria-invalid", "aria-errormessage"]) wrong?.removeAttribute(name);
  };
  const show = ({ message, hint, field }) => {
    problem.replaceChildren(
      h("p", {}, sentence(message) || w("desk-silent-short")),
      ...(hint ? [h("p", {}, sentence(hint))] : []),
    );
    // Of several controls for one value, the first.
    const target = field?.matches("fieldset") ? field.querySelector("input, select, textarea, button") : field;
    if (!target) return;
    target.setAttribute("aria-invalid", "true");
    target.setAttribute("aria-errormessage", problem.id);
    reach(target);
  };
  const wait = h("p", { role: "status", class: "wait" });
  return new Promise((done) => {
    let result = null;
    const submit = async (event) => {
      event.preventDefault();
      if (form.ariaBusy === "true") return;
      forgive();
      const half = [...form.querySelectorAll("input")].find(isHalf);
      if (half) {
        show(mistake(w("desk-day-none"), half));
        return;
      }
      form.ariaBusy = "true";
      try {
        result = await patient(Promise.resolve(answer()), w("desk-wait"), wait);
      } catch (error) {
        show(error);
        return;
      } finally {
        form.ariaBusy = "false";
      }
      // `undefined` leaves the dialog open.
      if (result !== undefined) dialog.close();
    };
    const form = h(
      "form",
      { novalidate: true, onsubmit: submit, oninput: forgive, onchange: forgive },
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
    const before = document.activeElement;
    dialog.addEventListener("close", () => {
      dialog.remove();
      // What had the focus may have been drawn again meanwhile.
      if (document.activeElement === document.body && before?.id) document.getElementById(before.id)?.focus();
      done(result ?? null);
    });
    document.body.append(dialog);
    dialog.showModal();
    (first ?? form.querySelector("input, select, textarea") ?? form.querySelector("h2")).focus();
  });
}

/** A control of a dialog with its label. */
export function line(label, control, help = null) {
  control.id ||= uid("line");
  const note = help && h("p", { id: `${control.id}-help`, class: "help" }, help);
  if (note) control.setAttribute("aria-describedby", note.id);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), note, control);
}
