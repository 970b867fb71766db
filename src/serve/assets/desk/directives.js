// Puts a directive into a text: which one, with its help, and a small form for what it needs.

import { call } from "./api.js";
import { chooser, giveUp, receiver } from "./controls/receive.js";
import { ask, line, mistake } from "./dialog.js";
import { button, fill, h, reach, uid } from "./dom.js";
import { apply, block } from "./edit.js";
import { combobox } from "./find.js";
import { pageSearch } from "./pages.js";
import { w } from "./words.js";

let known = null;
/** The figures that the site keeps in one place. */
let facts = null;

export async function insertDirective({ area, draft, language }) {
  const { selectionStart, selectionEnd, value } = area;
  const selected = value.slice(selectionStart, selectionEnd);
  try {
    known ??= await call("directives");
    facts ??= await call("find", { to: "facts", q: "" });
  } catch (problem) {
    await ask({
      title: w("desk-insert"),
      content: [h("p", {}, problem.message || w("desk-silent-short"))],
      yes: null,
      no: w("desk-close"),
    });
    return;
  }
  const before = draft.received.length;
  const form = h("div", {});
  let parts = null;
  const choose = () => {
    parts = fields(
      known.find(({ name }) => name === choice.value),
      { draft, language, selected, facts },
    );
    fill(form, parts?.elements ?? []);
  };
  const choice = h(
    "select",
    { onchange: choose },
    h("option", { value: "" }, w("desk-choose")),
    known.map(({ name, label }) => h("option", { value: name }, split(label).name)),
  );
  const words = await ask({
    title: w("desk-insert"),
    content: [line(w("desk-insert-what"), choice), form],
    yes: w("desk-put-in"),
    answer() {
      if (!parts) throw mistake(w("desk-insert-missing"), choice);
      return parts.written();
    },
  });
  if (words) {
    area.setSelectionRange(selectionStart, selectionEnd);
    apply(area, block(area, words));
  }
  giveUp(draft, before);
}

/** A description as a short name, and the rest of it as help. */
function split(words) {
  const plain = words.replaceAll("`", "");
  const [, head, rest = ""] = /^(.*?)(?:\s*[;:(]|[.]\s|[.]$|$)(.*)$/s.exec(plain);
  return { name: head.charAt(0).toLocaleUpperCase() + head.slice(1), isWhole: !rest.trim(), plain };
}

/** The first sentence: what comes after it is how somebody writes it without a form. */
function sentenceOf(words) {
  return /^.*?[.](?=\s|$)/s.exec(words)?.[0] ?? words;
}

/** The marks between which a value may stand. */
const MARKS = ['""', "''", "“”", "«»"];

/** A value as it stands between the braces: between marks that it does not have itself. */
export function quoted(value) {
  if (/^[\p{L}\p{N}._/:-]+$/u.test(value)) return value;
  const [open, close] = MARKS.find((marks) => !value.includes(marks[1])) ?? MARKS[0];
  const words = value.replace(/\s+/g, " ");
  return open + (open === '"' ? words.replaceAll('"', "”") : words) + close;
}

/** The words for what shows a picture to who does not see it. */
const ALT = "alt";

/** A cell as it stands in a line. */
function cell(value) {
  return value.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
}

/** The cells of a line. */
function cells(text) {
  return text.split(/(?<!\\)\|/).map((one) => one.trim().replaceAll("\\|", "|"));
}

/** The form for a directive, and what it writes. */
function fields(directive, context) {
  if (!directive) return null;
  const { parameters, first, body, label, columns } = directive;
  const { isWhole, plain } = split(label);
  const ordered = [...parameters].sort(
    (one, other) => Number(other.name === first) - Number(one.name === first),
  );
  const made = ordered.map((parameter) => ({ parameter, ...control(parameter, context) }));
  const lines = body === "lines" && rows(columns, context);
  const text = ["text", "caption"].includes(body) && h("textarea", { rows: "5", value: context.selected });
  return {
    elements: [
      (directive.help || !isWhole) && h("p", {}, sentenceOf(directive.help ?? plain)),
      made.map(({ element }) => element),
      text && line(w(`desk-insert-${body}`), text, w(`desk-insert-${body}-help`)),
      lines && lines.element,
    ],
    written() {
      const inner = lines ? lines.written() : text ? text.value.trim() : "";
      for (const { parameter, value, target } of made) {
        const { name, required } = parameter;
        // What a picture shows may stand in its legend.
        if (value() || !(required || (name === ALT && !inner))) continue;
        const words = name === ALT ? w("desk-alt-missing") : w("desk-insert-needs", { name: split(parameter.label).name });
        throw mistake(words, target());
      }
      const given = made
        .filter(({ value }) => value())
        .map(({ parameter, value }) => `${parameter.name}=${quoted(value())}`);
      const open = `:::${directive.name}${given.length ? `{${given.join(" ")}}` : ""}`;
      return [open, inner, ":::"].filter(Boolean).join("\n");
    },
  };
}

/** A form for lines with several parts: one after another, as many as somebody wants. */
function rows(columns, context) {
  const holder = h("div", { class: "items" });
  const all = [];
  const add = (values = []) => {
    const made = columns.map((column, at) => ({
      column,
      ...part(column, context, `column-${uid("row")}-${column.name}`, values[at] ?? ""),
    }));
    const row = { made };
    const remove = () => {
      const at = all.indexOf(row);
      all.splice(at, 1);
      row.element.remove();
      number();
      (all[at] ?? all[at - 1])?.element.querySelector("input, select, textarea").focus();
      if (!all.length) more.focus();
    };
    row.legend = h("legend", {});
    row.remove = button(w("desk-take-out"), remove, { class: "small" });
    row.element = h(
      "fieldset",
      { class: "set group" },
      row.legend,
      made.map(({ element }) => element),
      row.remove,
    );
    all.push(row);
    holder.append(row.element);
    number();
    return row;
  };
  const number = () => {
    all.forEach(({ legend, remove }, at) => {
      legend.textContent = w("desk-item", { name: w("desk-insert-line"), number: at + 1 });
      remove.setAttribute("aria-label", `${w("desk-take-out")}, ${legend.textContent}`);
    });
  };
  const more = button(w("desk-insert-more"), () => reach(add().element.querySelector("input, select, textarea")), {
    class: "small",
  });
  const known = context.selected.split("\n").filter((one) => one.trim());
  if (known.length) known.forEach((one) => add(cells(one)));
  else add();
  return {
    element: h("div", { class: "field" }, holder, more),
    written() {
      const meant = all.filter(({ made }) => made.some(({ value }) => value()));
      if (!meant.length) {
        const [{ made }] = all.length ? all : [add()];
        throw mistake(w("desk-insert-needs", { name: made[0].column.label }), made[0].target());
      }
      for (const { made } of meant) {
        const missing = made.find(({ column, value }) => column.required && !value());
        if (missing) throw mistake(w("desk-insert-needs", { name: missing.column.label }), missing.target());
      }
      return meant
        .map(({ made }) => made.map(({ value }) => cell(value())).join(" | ").replace(/[ |]+$/, ""))
        .join("\n");
    },
  };
}

/** The control for one part of a line. */
function part({ name, label, kind, required }, { draft, facts }, id, value) {
  const words = required ? label : `${label} ${w("desk-optional")}`;
  if (kind === "image") return file(draft, { id, words, isImage: true, value });
  const input = h("input", { id, type: "text", autocomplete: "off", value });
  const made = simple(input, words, name === ALT && w("desk-alt-help"));
  if (name !== "value" || !facts.length) return made;
  // A figure that the site keeps in one place is said once.
  const search = combobox({
    label: w("desk-insert-fact"),
    search: (q) => call("find", { to: "facts", q }),
    choose: (fact) => {
      input.value = `:fact{${fact.id}}`;
      input.focus();
    },
  });
  return { ...made, element: h("div", {}, made.element, search) };
}

function simple(input, words, help = null) {
  return { element: line(words, input, help), value: () => input.value.trim(), target: () => input };
}

/** A file under its name. */
function file(draft, { id, words, isImage, value = "" }) {
  const picked = chooser({ draft, id, isImage, value });
  const element = h("fieldset", { class: "field set" }, h("legend", {}, words), picked.element);
  return { element, value: picked.value, target: () => picked.input };
}

/** The control for a parameter. */
function control({ name, label, kind, required, choices, help: expected }, { draft, language }) {
  const { name: short, isWhole, plain } = split(label);
  const words = required || name === ALT ? short : `${short} ${w("desk-optional")}`;
  const help = name === ALT ? w("desk-alt-help") : isWhole ? kind !== "text" && expected : plain;
  const id = `parameter-${name}`;
  if (kind === "boolean")
    choices = [
      ["true", "desk-yes"],
      ["false", "desk-no"],
    ].map(([key, text]) => ({ key, label: w(text) }));
  if (choices?.length) {
    const options = choices.map((one) => (typeof one === "string" ? { key: one, label: one } : one));
    const select = h(
      "select",
      { id },
      h("option", { value: "" }, w("desk-choose")),
      options.map((one) => h("option", { value: one.key }, one.label)),
    );
    return simple(select, words, help);
  }
  if (["file", "image"].includes(kind)) return file(draft, { id, words, isImage: kind === "image" });
  const types = {
    date: { class: "short" },
    number: { inputmode: "decimal", class: "short" },
    address: { inputmode: "url", spellcheck: "false" },
  };
  const input = h("input", { id, type: "text", autocomplete: "off", ...types[kind] });
  const made = simple(input, words, help);
  if (kind === "data") {
    // A collection of the site, or a table that comes with the text.
    const receiving = receiver({ draft, id: `${id}-file`, label: w("desk-file-choose"), take: (one) => (input.value = one) });
    return { ...made, element: h("div", {}, made.element, receiving.element) };
  }
  if (kind === "block") {
    // Texts are known by their titles.
    const find = combobox({
      label: w("desk-insert-block"),
      search: (q) => call("find", { to: "blocks", q, language }),
      choose: (block) => {
        input.value = block.id;
        input.focus();
      },
    });
    return { ...made, element: h("div", {}, find, made.element) };
  }
  if (kind !== "link" && kind !== "page") return made;
  const search = pageSearch(language, (page) => (input.value = `/${page.id}`));
  return { ...made, element: h("div", {}, made.element, search) };
}
