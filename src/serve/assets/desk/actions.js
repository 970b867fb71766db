// What is done with a text besides writing it: renamed, copied, scheduled, corrected, withdrawn, taken away.
// Each says what follows from it before it is done.

import { call } from "./api.js";
import { control } from "./controls/control.js";
import { ask, line, mistake } from "./dialog.js";
import { button, h, later } from "./dom.js";
import { saidOf } from "./findings.js";
import { tellFollows } from "./follows.js";
import { Form } from "./form.js";
import { Place } from "./place.js";
import { remove } from "./remove.js";
import { same, tidy } from "./values.js";
import { w } from "./words.js";

/** How long after the last key it is asked what follows. */
const WAIT = 300;

/** What can be done with a text, as a list of buttons that is opened. `page` is the page of the entry. */
export function actions(page) {
  const { draft } = page;
  const has = (name) => draft.model.fields.some((field) => field.name === name && !field.locked);
  const { is_entry: isEntry, has_page: hasPage } = draft.model;
  const all = [
    [has("title") && isEntry, "desk-rename-open", () => rename(page)],
    [has("title") && isEntry, "desk-duplicate-open", () => duplicate(page)],
    [has("publish_at") && isEntry && hasPage, "desk-schedule-open", () => schedule(page)],
    [has("corrections") && hasPage, "desk-correct-open", () => correct(page)],
    [has("withdrawn") && isEntry && hasPage, "desk-withdraw-open", () => withdraw(page)],
    [isEntry, "desk-remove-open", () => remove(draft)],
  ];
  const menu = h(
    "details",
    { class: "actions" },
    h("summary", {}, w("desk-actions")),
    h(
      "ul",
      {},
      all
        .filter(([can]) => can)
        .map(([, id, run]) => {
          const act = () => {
            menu.open = false;
            menu.querySelector("summary").focus();
            run();
          };
          return h("li", {}, button(w(id), act, { class: "small" }));
        }),
    ),
  );
  // Whoever goes on elsewhere has no use for it.
  const away = (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  };
  menu.addEventListener("toggle", () => {
    const listen = menu.open ? "addEventListener" : "removeEventListener";
    for (const name of ["pointerdown", "focusin"]) document[listen](name, away);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  return menu;
}

/** A text as somebody would have it: nothing of it counts until it is taken. */
function scratch(draft, typed, asked) {
  const values = structuredClone(tidy(draft.values));
  const model = { ...draft.model, fields: draft.model.fields.map(asked) };
  return Object.assign(Object.create(draft), { values, model, typed, emit() {} });
}

/** A value for each language that says the same in all is one for all. */
function forAll(draft, name) {
  const value = draft.values[name];
  if (value && "*" in value) return;
  const tags = draft.model.languages.map(({ tag }) => tag).filter((tag) => draft.exists(tag));
  const values = tags.map((tag) => value?.[tag] ?? "");
  if (values.some((one) => !same(one, values[0]))) return;
  draft.values[name] = values[0] ? { "*": values[0] } : { "*": "" };
}

/**
 * A dialog with some fields of a text. `prepare` is given the text as it may become, and gives the item of a list
 * that is to be open; `asked` gives a field as it is asked for here; `missing` gives the place of what must be said
 * first, and the words for that; `finish` is given what was chosen, and gives what is said besides.
 */
async function change(page, { title, words, fields, ...options }) {
  const { prepare = () => null, asked: shape = (field) => field, missing = () => null, more = [], finish = null } = options;
  const { draft } = page;
  const told = h("ul", { class: "standings" });
  const problem = h("ul", { class: "wrong" });
  let isTouched = false;
  let asked = 0;
  const follow = async () => {
    asked += 1;
    const own = asked;
    const sent = { ...(await finished()), serial: 0 };
    const { follows, findings } = await call("follows", sent);
    // The answer to what was typed later may have come first.
    if (own !== asked) return;
    tellFollows(told, follows);
    // What nobody has filled in yet is no mistake.
    const wrong = isTouched ? findings.filter(({ severity }) => severity === "error") : [];
    // Each language may say the same.
    const said = new Set(
      wrong.map((finding) => {
        const { words, hint } = saidOf(form, finding);
        return [words, hint].filter(Boolean).join(" – ");
      }),
    );
    problem.replaceChildren(...[...said].map((words) => h("li", {}, words)));
  };
  const askSoon = later(WAIT, () => follow().catch(() => told.replaceChildren()));
  const typed = () => {
    isTouched = true;
    askSoon();
  };
  const tried = scratch(draft, typed, shape);
  const form = new Form(tried, page.session, { prefix: "d", only: fields, isWide: true });
  const opened = prepare(tried);
  if (opened) form.opened.add(opened);
  const finished = async () => {
    if (!finish) return tried.sent;
    const values = await finish(tried.sent);
    return { ...tried.sent, values: { ...tried.sent.values, ...values } };
  };
  form.draw();
  askSoon();
  const made = await ask({
    title,
    content: [
      h("p", {}, words),
      form.element,
      more.map((make) => make(typed)),
      h("div", { class: "follows", role: "status" }, h("h3", {}, w("desk-follows")), told, problem),
      draft.isChanged && h("p", { class: "help" }, w("desk-all-saved")),
    ],
    yes: w("desk-save"),
    async answer() {
      const needed = missing(tried);
      if (needed) throw mistake(needed.words, form.slot(needed.field, needed.language)?.target);
      const sent = await finished();
      const { findings } = await call("follows", { ...sent, serial: 0 });
      // What is wrong here is put right here.
      const isOwn = ({ field }) => fields.includes(/^\w+/.exec(field ?? "")?.[0]);
      const [wrong] = findings.filter(({ severity }) => severity === "error").filter(isOwn);
      if (wrong) {
        const { words, hint } = saidOf(form, wrong);
        throw mistake(words, form.slot(wrong.field, wrong.language)?.target, hint);
      }
      return sent.values;
    },
  });
  askSoon.cancel();
  if (!made) return;
  draft.take(made);
  page.save();
}

function day() {
  // The day as it is written down, of the clock of this machine.
  return new Date().toLocaleDateString("sv-SE");
}

function schedule(page) {
  const fields = ["publish_at", "unpublish_at"];
  return change(page, {
    title: w("desk-schedule-title", { title: page.title }),
    words: w("desk-schedule-text"),
    fields,
    prepare: (draft) => {
      for (const name of fields) forAll(draft, name);
      return null;
    },
  });
}

function correct(page) {
  return change(page, {
    title: w("desk-correct-title", { title: page.title }),
    words: w("desk-correct-text"),
    fields: ["corrections"],
    prepare(draft) {
      const fresh = { date: day(), text: {} };
      draft.values.corrections = [...(draft.values.corrections ?? []), fresh];
      return fresh;
    },
  });
}

function withdraw(page) {
  return change(page, {
    title: w("desk-withdraw-title", { title: page.title }),
    words: w("desk-withdraw-text"),
    fields: ["withdrawn"],
    prepare(draft) {
      draft.values.withdrawn ??= { date: day(), reason: {} };
      return null;
    },
    // Why comes first: the page would warn its readers without telling them.
    asked: (field) => {
      if (field.name !== "withdrawn") return field;
      const of = field.of.map((part) => (part.name === "reason" ? { ...part, required: true } : part));
      of.sort((one, other) => Number(other.name === "reason") - Number(one.name === "reason"));
      return { ...field, of, label: w("desk-withdraw-field"), help: null, required: true };
    },
    missing: ({ values: { withdrawn } }) => {
      const { date, reason } = withdrawn ?? {};
      const isSaid = typeof reason === "string" ? reason : Object.values(reason ?? {}).some(Boolean);
      if (!date || isSaid) return null;
      return { field: "withdrawn.reason", language: page.draft.language, words: w("desk-withdraw-why") };
    },
  });
}

function rename(page) {
  const { draft } = page;
  const box = h("input", { type: "checkbox", id: "rename-moves" });
  const isPublished = draft.model.languages.some((language) => language.is_published);
  const moves = (typed) => {
    box.addEventListener("change", typed);
    return h("p", { class: "option" }, box, h("label", { for: box.id }, w("desk-rename-moves")));
  };
  return change(page, {
    title: w("desk-rename-title", { title: page.title }),
    words: isPublished ? w("desk-rename-text") : "",
    fields: ["title"],
    more: isPublished ? [moves] : [],
    finish: async (sent) => (box.checked ? (await call("moved", sent)).values : {}),
  });
}

async function duplicate(page) {
  const { draft } = page;
  const { languages } = draft.model;
  const written = languages.filter(({ exists }) => exists);
  const field = draft.model.fields.find(({ name }) => name === "title");
  const before = draft.model.values.title;
  const titleOf = (tag) => (typeof before === "object" ? (before[tag] ?? before["*"]) : before) ?? "";
  const shared = typeof before !== "object" || "*" in before;
  const rows = (shared ? written.slice(0, 1) : written).map(({ tag, name, direction }) => ({
    tag,
    name,
    input: h("input", { type: "text", autocomplete: "off", lang: tag, dir: direction, value: titleOf(tag) }),
  }));
  const made = await ask({
    title: w("desk-duplicate-title", { title: page.title }),
    content: [
      h("p", {}, w("desk-duplicate-text")),
      rows.length > 1 && h("p", {}, w("desk-duplicate-languages")),
      draft.isChanged && h("p", { class: "help" }, w("desk-duplicate-saved")),
      rows.map(({ input, name }) =>
        line(rows.length > 1 ? `${field?.label ?? w("desk-new-title")} (${name})` : w("desk-new-title"), input),
      ),
    ],
    yes: w("desk-duplicate"),
    answer() {
      const titles = Object.fromEntries(rows.map(({ tag, input }) => [tag, input.value.trim()]));
      const same = rows.find(({ tag, input }) => input.value.trim() === titleOf(tag) && input.value.trim());
      if (same) throw mistake(w("desk-duplicate-same"), same.input);
      if (!Object.values(titles).some(Boolean)) throw mistake(w("desk-title-missing"), rows[0].input);
      const all = shared ? Object.fromEntries(written.map(({ tag }) => [tag, titles[rows[0].tag]])) : titles;
      return call("duplicate", { id: draft.id, titles: all });
    },
  });
  if (made) location.hash = `#/entry/${encodeURIComponent(made.id)}`;
}
