// The toolbar over a text. One of its buttons is reached by Tab, the others by the arrows.

import { insertDirective } from "./directives.js";
import { h } from "./dom.js";
import { apply, begun, heading, marked } from "./edit.js";
import { insertLink, insertPicture, insertTable } from "./insert.js";
import { w } from "./words.js";

const BULLET = /^[-*+] +/;
const NUMBER = /^\d+[.)] +/;
const QUOTATION = /^> ?/;

export function toolbar(context) {
  const { area, label, isSmall } = context;
  const change = (make) => () => apply(area, make());
  const tools = [
    !isSmall && ["desk-heading-2", change(() => heading(area, 2))],
    !isSmall && ["desk-heading-3", change(() => heading(area, 3))],
    ["desk-bold", change(() => marked(area, "**")), "Control+B"],
    ["desk-italic", change(() => marked(area, "*")), "Control+I"],
    ["desk-link", () => insertLink(context), "Control+K"],
    ["desk-list", change(() => begun(area, BULLET, () => "- "))],
    ["desk-numbered", change(() => begun(area, NUMBER, (number) => `${number}. `))],
    ["desk-quotation", change(() => begun(area, QUOTATION, () => "> "))],
    ["desk-table", () => insertTable(context)],
    ["desk-picture", () => insertPicture(context)],
    ["desk-insert", () => insertDirective(context)],
  ].filter(Boolean);

  const buttons = tools.map(([id, onclick, keys], number) =>
    h(
      "button",
      {
        type: "button",
        tabindex: number ? "-1" : "0",
        "aria-keyshortcuts": keys,
        title: keys ? shortcut(keys) : null,
        onclick,
      },
      w(id),
    ),
  );

  const go = (number) => {
    const next = buttons[(number + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  };

  const onkeydown = (event) => {
    const at = buttons.indexOf(document.activeElement);
    const goals = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 };
    if (at === -1 || !(event.key in goals)) return;
    event.preventDefault();
    go(goals[event.key]);
  };
  const name = w("desk-toolbar", { label });
  // The selection in the text stays while a button is pressed.
  const onmousedown = (event) => event.target.closest("button") && event.preventDefault();
  return h(
    "div",
    { role: "toolbar", "aria-label": name, "aria-controls": area.id, onkeydown, onmousedown },
    buttons,
  );
}

/** The keys as they are written on the keyboard. */
function shortcut(keys) {
  return keys.replace("Control", w("desk-key-control"));
}
