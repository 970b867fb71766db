// The area in which a text in Markdown is written: plain, as high as the text, with a toolbar.

import { apply, continued, marked, paragraph } from "./edit.js";
import { grow, h, later, reach } from "./dom.js";
import { insertLink } from "./insert.js";
import { paste } from "./paste.js";
import { toolbar } from "./toolbar.js";

const PLACE_WAIT = 150;

/**
 * `attributes` are those of the text area, `onInput` is given the text, `onPlace` the words of the paragraph
 * at the cursor when it moves to another one.
 */
export function editor({ attributes, label, value, draft, language, isSmall = false, onInput, onPlace }) {
  const area = h("textarea", {
    ...attributes,
    rows: "4",
    spellcheck: "true",
    class: isSmall ? "text small-text" : "text",
    value,
  });
  const notes = h("div", { class: "notes" });
  const context = { area, draft, language, notes };

  const shortcuts = {
    b: () => apply(area, marked(area, "**")),
    i: () => apply(area, marked(area, "*")),
    k: () => insertLink(context),
  };

  area.addEventListener("input", () => {
    grow(area);
    onInput(area.value);
    place();
  });
  area.addEventListener("blur", () => draft.ask.now());
  area.addEventListener("keydown", (event) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const run = isCommand && shortcuts[event.key.toLowerCase()];
    if (run) {
      event.preventDefault();
      run();
    } else if (event.key === "Enter" && !event.shiftKey && !isCommand && !event.isComposing) {
      const change = continued(area);
      if (!change) return;
      event.preventDefault();
      apply(area, change);
    }
  });
  paste(context);

  let last = "";
  const place = later(PLACE_WAIT, () => {
    const words = paragraph(area);
    if (!words || words === last) return;
    last = words;
    onPlace?.(words);
  });
  if (onPlace) {
    for (const name of ["keyup", "click", "focus"]) area.addEventListener(name, () => place());
  }

  return {
    element: h("div", { class: "editor" }, toolbar({ ...context, label, isSmall }), area, notes),
    area,
    /** Shows a place in the text. */
    select(start, end) {
      reach(area);
      area.setSelectionRange(start, end);
      show(area, start);
    },
  };
}

/** Scrolls so that a place of the text is in view: the area is as high as its text, so the page does it. */
function show(area, offset) {
  const lines = area.value.slice(0, offset).split("\n");
  const style = getComputedStyle(area);
  const ruler = h("div", { class: "ruler" });
  ruler.style.inlineSize = `${area.clientWidth}px`;
  ruler.style.font = style.font;
  ruler.style.padding = style.padding;
  ruler.textContent = `${lines.join("\n")}.`;
  document.body.append(ruler);
  const { height } = ruler.getBoundingClientRect();
  ruler.remove();
  const top = area.getBoundingClientRect().top + window.scrollY + height;
  window.scrollTo({ top: top - window.innerHeight / 2, behavior: "instant" });
}
