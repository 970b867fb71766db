// Other entries, found by typing and shown by their titles.

import { call } from "../api.js";
import { button, fill, h, tell } from "../dom.js";
import { combobox } from "../find.js";
import { w } from "../words.js";
import { grouped } from "./around.js";
import { follow, itemButtons, moved } from "./group.js";

export function reference(place, field) {
  const { draft, id } = place;
  const holder = h("div", { class: "items" });
  const ids = () => [].concat(place.value ?? []).filter(Boolean);
  const title = (one) => draft.titles[one] ?? draft.titles[`${field.to}/${one}`] ?? one;
  const set = (all) => place.set(field.many ? all : (all[0] ?? ""));

  const move = (from, to, key) => {
    const before = ids();
    set(moved(before, from, to));
    draw();
    follow(id, from, to, key, before.length - 1, title(before[from]));
  };

  const remove = () => {
    const [one] = ids();
    set([]);
    draw();
    search.focus();
    tell(w("desk-taken-out", { name: title(one) }));
  };

  const one = (only) => {
    const words = w("desk-take-out");
    const attributes = { class: "small", "aria-label": `${words}, ${title(only)}` };
    return h("p", { class: "line" }, h("span", {}, title(only)), button(words, remove, attributes));
  };

  const draw = () => {
    const all = ids();
    const item = (one, number) =>
      h(
        "li",
        {},
        h(
          "div",
          { class: "line" },
          h("span", {}, title(one)),
          itemButtons(id, number, all.length, title(one), move),
        ),
      );
    if (field.many) {
      fill(holder, all.length > 0 && h("ol", { class: "chosen" }, all.map(item)));
    } else {
      fill(holder, all.slice(0, 1).map(one));
    }
  };

  const choose = (found) => {
    draft.titles[found.id] = found.title;
    const all = ids();
    if (!all.includes(found.id)) set(field.many ? [...all, found.id] : [found.id]);
    draw();
    tell(w("desk-chosen", { name: found.title }));
  };

  const box = combobox({
    id: `${id}-search`,
    label: ids().length && !field.many ? w("desk-search-another") : w("desk-search-entry"),
    of: field.label,
    left: place.form.left,
    search: (q) => call("find", { to: field.to, q, language: place.language ?? draft.language }),
    choose,
  });
  const search = box.querySelector("input");
  draw();
  return grouped(place, field, holder, box);
}
