// The area in which a text in Markdown is written: plain, as high as the text, with a toolbar.

import { apply, continued, marked, paragraph } from "./edit.js";
import { grow, h, later, reach } from "./dom.js";
import { insertLink } from "./insert.js";
import { paste } from "./paste.js";
import { shownFrom } from "./stick.js";
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
  // The browser takes a line under the bar for one that is seen.
  let at = null;
  const keepSeen = () => {
    const { selectionStart, selectionEnd, selectionDirection } = area;
    const place = selectionDirection === "backward" ? selectionStart : selectionEnd;
    if (place === at || document.activeElement !== area) return;
    at = place;
    const { top, bottom } = line(area, place);
    const from = shownFrom(area) + (bottom - top) / 2;
    const to = window.innerHeight - (bottom - top) / 2;
    const by = top < from ? top - from : Math.max(0, Math.min(bottom - to, top - from));
    if (by) window.scrollBy({ top: by, behavior: "instant" });
  };
  for (const name of ["keydown", "input"]) area.addEventListener(name, () => requestAnimationFrame(keepSeen));

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

/** Where the line of a place of the text is in the window. */
function line(area, offset) {
  const style = getComputedStyle(area);
  const ruler = h("div", { class: "ruler" });
  ruler.style.inlineSize = `${area.clientWidth}px`;
  for (const name of ["fontFamily", "fontSize", "lineHeight", "paddingInline"]) ruler.style[name] = style[name];
  ruler.textContent = `${area.value.slice(0, offset)}.`;
  document.body.append(ruler);
  const { height } = ruler.getBoundingClientRect();
  ruler.remove();
  const bottom = area.getBoundingClientRect().top + area.clientTop + parseFloat(style.paddingTop) + height;
  return { top: bottom - parseFloat(style.lineHeight), bottom };
}

/** Scrolls so that a place of the text is in view: the area is as high as its text, so the page does it. */
function show(area, offset) {
  window.scrollBy({ top: line(area, offset).bottom - window.innerHeight / 2, behavior: "instant" });
}
