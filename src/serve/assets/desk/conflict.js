// A text that was changed elsewhere meanwhile: for each place where the two differ, one of them is chosen.

import { call } from "./api.js";
import { pieces } from "./difference.js";
import { button, h } from "./dom.js";
import { parsed, read, same, write } from "./values.js";
import { counted, sentence, w } from "./words.js";

/**
 * A version of a text, with what differs marked. A long one is scrolled, and begins at the first difference.
 */
function version(text, other, label) {
  if (!text) return h("p", { class: "version none" }, w("desk-nothing"));
  const words = pieces(text, other ?? "").map(({ words, isSame }) => (isSame ? words : h("mark", {}, words)));
  const box = h("div", { class: "version", tabindex: "0", role: "region", "aria-label": label }, words);
  requestAnimationFrame(() => {
    const first = box.querySelector("mark");
    if (first) box.scrollTop = first.offsetTop - box.offsetTop - box.clientHeight / 3;
  });
  return box;
}

/** The conflict about a value in several languages as one for each language in which the two differ. */
function apart(draft, conflict, removed) {
  const sides = ["mine", "disk", "base"].map((side) => conflict[side] ?? {});
  const tags = new Set(draft.model.languages.map(({ tag }) => tag));
  const isByLanguage = (value) =>
    typeof value === "object" && !Array.isArray(value) && Object.keys(value).every((key) => tags.has(key));
  if (conflict.language || !sides.every(isByLanguage)) return [conflict];
  const [mine, disk, base] = sides;
  return draft.model.languages
    .filter(({ tag }) => !same(mine[tag], disk[tag]))
    .map(({ tag, name }) => ({
      field: conflict.field,
      language: tag,
      label: `${conflict.label} (${name})`,
      mine: mine[tag],
      disk: disk[tag],
      base: base[tag],
      both: conflict.both && !same(conflict.both[tag], mine[tag]) && !same(conflict.both[tag], disk[tag])
        ? conflict.both[tag]
        : null,
      // Whoever took a file away wrote nothing else in its place.
      choice: removed.includes(tag) || same(base[tag], disk[tag]) ? "mine" : same(base[tag], mine[tag]) ? "disk" : null,
    }));
}

/** What is shown of a value. */
function shown(conflict, side) {
  const words = conflict[`shown_${side}`];
  if (typeof words === "string") return words;
  const value = conflict[side];
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

/** What another version of the text says otherwise than the form, to be looked at before one of them is chosen. */
export function differing(draft, other) {
  const { fields, languages } = draft.model;
  const tags = languages.map(({ tag }) => tag);
  const isByLanguage = (value) =>
    value && typeof value === "object" && !Array.isArray(value) && Object.keys(value).every((key) => tags.includes(key));
  const rows = [];
  const add = (label, language, mine, disk) => {
    if (!same(mine ?? "", disk ?? "")) rows.push({ label, language, mine, disk });
  };
  for (const { name, label } of fields) {
    const [mine, disk] = [other.values?.[name], draft.values[name]];
    if ([mine, disk].every((value) => value === undefined || isByLanguage(value))) {
      for (const language of languages) {
        add(`${label} (${language.name})`, language, mine?.[language.tag], disk?.[language.tag]);
      }
    } else add(label, null, mine, disk);
  }
  for (const language of languages) {
    const label = languages.length > 1 ? w("desk-body-in", { language: language.name }) : w("desk-body");
    add(label, language, other.bodies?.[language.tag], draft.bodies[language.tag]);
  }
  const side = (row, key, words) => {
    const text = shown(row, key);
    return h(
      "div",
      { class: "side-of", lang: row.language?.tag, dir: row.language?.direction },
      h("p", { class: "help" }, words),
      version(text, shown(row, key === "mine" ? "disk" : "mine"), `${row.label} – ${words}`),
    );
  };
  return h(
    "details",
    {},
    h("summary", {}, w("desk-differing")),
    rows.map((row) =>
      h(
        "div",
        {},
        h("p", { class: "label" }, row.label),
        h("div", { class: "pair" }, side(row, "mine", w("desk-differing-there")), side(row, "disk", w("desk-differing-here"))),
      ),
    ),
  );
}

/** The form of a conflict: `done` is called once everything is chosen and written into the draft. */
export function conflictForm(draft, { fields, version: fresh, removed, said }, { done, back }) {
  const ordered = fields
    .flatMap((conflict) => apart(draft, conflict, removed))
    .sort((one, other) => Number(Boolean(one.choice)) - Number(Boolean(other.choice)));
  const choices = new Map(
    ordered.filter(({ choice }) => choice).map((conflict) => [conflict, conflict.choice]),
  );
  const problem = h("div", { class: "problem", role: "alert" });

  const group = (conflict, number) => {
    const side = (key, words) => {
      const id = `conflict-${number}-${key}`;
      const other = key === "disk" ? "mine" : "disk";
      const language =
        conflict.language && draft.model.languages.find(({ tag }) => tag === conflict.language);
      return h(
        "div",
        { class: "side-of" },
        h(
          "p",
          { class: "option" },
          h("input", {
            type: "radio",
            id,
            name: `conflict-${number}`,
            checked: conflict.choice === key,
            "aria-describedby": `${id}-text`,
            onchange: () => choices.set(conflict, key),
          }),
          h("label", { for: id }, words),
        ),
        h(
          "div",
          { id: `${id}-text`, lang: conflict.language, dir: language ? language.direction : null },
          version(shown(conflict, key), shown(conflict, other), `${conflict.label} – ${words}`),
        ),
      );
    };
    return h(
      "fieldset",
      { class: "set conflict" },
      h("legend", {}, conflict.label),
      h(
        "div",
        { class: "pair" },
        side("mine", w("desk-conflict-mine")),
        side("disk", w("desk-conflict-disk")),
      ),
      conflict.both && side("both", w("desk-conflict-both")),
    );
  };

  const take = async () => {
    const open = ordered.findIndex((conflict) => !choices.has(conflict));
    if (open !== -1) {
      problem.textContent = counted("desk-conflict-open", ordered.length - choices.size);
      document.getElementById(`conflict-${open}-mine`).focus();
      return;
    }
    // What was typed and is not kept can be had again.
    const isGiven = ([{ base, mine }, choice]) => choice !== "mine" && !same(base ?? "", mine ?? "");
    if ([...choices].some(isGiven)) {
      try {
        await call("aside", draft.sent);
      } catch (error) {
        problem.textContent = sentence(error.message) || w("desk-silent-short");
        return;
      }
    }
    for (const [conflict, choice] of choices) {
      const value = structuredClone(conflict[choice]);
      if (conflict.field === "body") draft.bodies[conflict.language] = value ?? null;
      else write(draft.values, pathOf(draft, conflict), value);
    }
    draft.version = fresh;
    draft.typed();
    done();
  };

  return h(
    "section",
    { class: "conflicts", "aria-labelledby": "conflict" },
    h("h2", { id: "conflict", tabindex: "-1" }, w("desk-conflict")),
    h("p", {}, w("desk-conflict-text")),
    said && h("p", { class: "told" }, said),
    problem,
    ordered.map(group),
    h(
      "div",
      { class: "buttons" },
      button(w("desk-conflict-save"), take, { class: "first" }),
      button(w("desk-conflict-back"), back),
    ),
  );
}

/** The path of the value: that of a language where the value is one for each. */
function pathOf(draft, { field, language }) {
  const path = parsed(field);
  return language && typeof read(draft.values, path) !== "string" ? [...path, language] : path;
}
