// Other entries, found by typing and shown by their titles.

import { call } from "../api.js";
import { button, h, tell, unseen } from "../dom.js";
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

  const draw = () => {
    const all = ids();
    const items = all.map((one, number) => h("li", {}, h("span", {}, title(one)), itemButtons(id, number, all.length, title(one), move)));
    if (field.many) {
      holder.replaceChildren(...(all.length ? [h("ol", { class: "chosen" }, items)] : []));
    } else {
      const words = [w("desk-take-out"), unseen(`, ${title(all[0])}`)];
      holder.replaceChildren(
        ...(all.length ? [h("p", { class: "chosen" }, h("span", {}, title(all[0])), button(words, remove, { id: `${id}-0-remove`, class: "small" }))] : []),
      );
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
    search: (q) => call("find", { to: field.to, q, language: place.language ?? draft.language }),
    choose,
  });
  const search = box.querySelector("input");
  draw();
  return grouped(place, field, holder, box);
}
