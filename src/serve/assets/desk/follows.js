// What follows once a text is saved and the site published, language by language.

import { fill, h } from "./dom.js";
import { w } from "./words.js";

/** What is told of each language; back is whether something becomes another. */
export function tellFollows(element, follows) {
  fill(
    element,
    follows.map(({ language, name, words, is_new: isNew }) =>
      h(
        "li",
        { class: isNew ? "new" : null },
        follows.length > 1 && h("strong", { lang: language }, name),
        h(
          "ul",
          {},
          words.map((one) => h("li", {}, one)),
        ),
      ),
    ),
  );
  return follows.some(({ is_new: isNew }) => isNew);
}

/** A part of the page that tells it, open where something becomes another. */
export class Follows {
  constructor() {
    this.list = h("ul", { class: "standings" });
    this.element = h("details", { class: "follows", hidden: true }, h("summary", {}, w("desk-follows")), this.list);
  }

  tell(follows) {
    this.element.hidden = !follows.length;
    const isNew = tellFollows(this.list, follows);
    if (isNew && !this.isNew) this.element.open = true;
    this.isNew = isNew;
  }
}
