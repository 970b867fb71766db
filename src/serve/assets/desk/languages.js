// Which language is written, and which one is read beside it.

import { button, fill, h, reach, tell } from "./dom.js";
import { w } from "./words.js";

export class Languages {
  /** `change` is called when something was chosen. */
  constructor(form, change) {
    this.form = form;
    this.change = change;
    this.element = h("div", { class: "languages-bar" });
  }

  draw() {
    const { form } = this;
    const { draft } = form;
    const { languages } = draft.model;
    // Of a figure, no language says anything else.
    if (languages.length < 2 || !draft.model.is_spoken) return;
    const current = languages.find(({ tag }) => tag === draft.language);
    const others = languages.filter(({ tag }) => tag !== draft.language && draft.exists(tag));
    if (!others.some(({ tag }) => tag === form.beside)) form.beside = null;
    fill(
      this.element,
      h(
        "fieldset",
        { class: "tabs" },
        h("legend", {}, w("desk-language-written")),
        languages.map((language) => this.tab(language)),
      ),
      draft.exists(draft.language) && others.length > 0 && this.besideChoice(others),
      (current.waits ?? []).map((words) => h("p", { class: "help" }, words)),
      current.state === "diverged" && h("p", { class: "help" }, w("desk-diverged")),
      !draft.exists(draft.language) && this.begin(current),
    );
  }

  tab({ tag, name, words, direction }) {
    const { draft } = this.form;
    const id = `language-${tag}`;
    const isThere = draft.model.languages.some((language) => language.tag === tag && language.exists);
    const isBegun = draft.bodies[tag] !== null && draft.bodies[tag] !== undefined;
    const begun = isBegun ? w("desk-unsaved") : w("desk-not-begun");
    const state = isThere ? words : begun;
    return h(
      "p",
      { class: "tab" },
      h("input", {
        type: "radio",
        name: "language",
        id,
        checked: tag === draft.language,
        onchange: () => this.show(tag),
      }),
      h(
        "label",
        { for: id },
        h("span", { lang: tag, dir: direction }, name),
        state && h("small", {}, `(${state})`),
      ),
    );
  }

  besideChoice(others) {
    const { form } = this;
    const onchange = (event) => {
      form.beside = event.target.value || null;
      this.change();
    };
    return h(
      "p",
      { class: "beside-choice" },
      h("label", { for: "beside" }, w("desk-beside")),
      h(
        "select",
        { id: "beside", value: form.beside ?? "", onchange },
        h("option", { value: "" }, w("desk-beside-none")),
        others.map(({ tag, name }) => h("option", { value: tag }, name)),
      ),
    );
  }

  begin({ tag, name, can_begin: canBegin }) {
    const { form } = this;
    const { draft } = form;
    const start = () => {
      draft.setBody(tag, "");
      form.beside ??=
        draft.model.languages.find((other) => other.tag !== tag && draft.exists(other.tag))?.tag ?? null;
      this.change();
      tell(w("desk-begun", { language: name }));
      reach(form.element.querySelector(`[lang="${tag}"]:is(input, textarea)`) ?? this.element.querySelector("input:checked"));
    };
    return h(
      "div",
      { class: "begin" },
      h("p", {}, w("desk-not-there", { language: name })),
      canBegin && button(w("desk-begin", { language: name }), start, { class: "first" }),
    );
  }

  show(tag) {
    const { form } = this;
    const { draft } = form;
    if (form.beside === tag) form.beside = draft.language;
    draft.switchTo(tag);
    this.change();
    draft.check();
  }
}
