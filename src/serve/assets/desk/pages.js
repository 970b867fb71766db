// Finds a page of the site.

import { call } from "./api.js";
import { ask } from "./dialog.js";
import { h } from "./dom.js";
import { combobox } from "./find.js";
import { w } from "./words.js";

/** The search for a page, as part of a dialog. */
export function pageSearch(language, choose) {
  return combobox({
    label: w("desk-page-search"),
    search: (q) => call("find", { to: null, q, language }),
    choose,
    keepsWords: true,
  });
}

/** Asks for a page. */
export function choosePage({ language }) {
  let page = null;
  const shown = h("p", { class: "help", role: "status" }, w("desk-page-none"));
  const choose = (one) => {
    page = one;
    shown.textContent = w("desk-chosen", { name: one.title });
  };
  return ask({
    title: w("desk-find-page"),
    content: [pageSearch(language, choose), shown],
    yes: w("desk-take"),
    answer: () => page ?? undefined,
  });
}
