// Puts a directive into a text: which one, with its help and its example, and a small form for what it needs.

import { call } from "./api.js";
import { ask, line } from "./dialog.js";
import { fill, h } from "./dom.js";
import { apply, block } from "./edit.js";
import { pageSearch } from "./pages.js";
import { w } from "./words.js";

let known = null;

export async function insertDirective({ area, draft, language }) {
  const { selectionStart, selectionEnd, value } = area;
  const selected = value.slice(selectionStart, selectionEnd);
  try {
    known ??= await call("directives");
  } catch (problem) {
    await ask({
      title: w("desk-insert"),
      content: [h("p", {}, problem.message || w("desk-silent-short"))],
      yes: null,
      no: w("desk-close"),
    });
    return;
  }
  const form = h("div", {});
  let parts = null;
  const choose = () => {
    parts = fields(
      known.find(({ name }) => name === choice.value),
      { draft, language, selected },
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
      if (!parts) throw new Error(w("desk-insert-missing"));
      return parts.written();
    },
  });
  if (!words) return;
  area.setSelectionRange(selectionStart, selectionEnd);
  apply(area, block(area, words));
}

/** A description as a short name, and the rest of it as help. */
function split(words) {
  const plain = words.replaceAll("`", "");
  const [, head, rest = ""] = /^(.*?)(?:\s*[;:(]|[.]\s|[.]$|$)(.*)$/s.exec(plain);
  return { name: head.charAt(0).toLocaleUpperCase() + head.slice(1), isWhole: !rest.trim(), plain };
}

/** A value as it stands between the braces. */
function quoted(value) {
  return /^[\p{L}\p{N}._/:-]+$/u.test(value) ? value : `"${value.replaceAll('"', "”").replace(/\s+/g, " ")}"`;
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
  const text = body !== "none" && h("textarea", { rows: "5", value: context.selected });
  const bodyHelp =
    body === "lines"
      ? w("desk-insert-lines-help", { columns: columns?.join(" | ") ?? "" })
      : w("desk-insert-text-help");
  return {
    elements: [
      (directive.help || !isWhole) && h("p", {}, directive.help ?? plain),
      directive.example && [
        h("p", { class: "help" }, w("desk-insert-example")),
        h("pre", {}, directive.example),
      ],
      made.map(({ element }) => element),
      text && line(body === "lines" ? w("desk-insert-lines") : w("desk-insert-text"), text, bodyHelp),
    ],
    written() {
      const missing = made.find(({ parameter, value }) => parameter.required && !value());
      if (missing) {
        missing.focus();
        throw new Error(w("desk-insert-needs", { name: split(missing.parameter.label).name }));
      }
      const given = made
        .filter(({ value }) => value())
        .map(({ parameter, value }) => `${parameter.name}=${quoted(value())}`);
      const open = `:::${directive.name}${given.length ? `{${given.join(" ")}}` : ""}`;
      const inner = text ? text.value.trim() : "";
      return [open, inner, ":::"].filter(Boolean).join("\n");
    },
  };
}

/** The control for a parameter. */
function control({ name, label, kind, required, choices, help: expected }, { draft, language }) {
  const { name: short, isWhole, plain } = split(label);
  const words = required ? short : `${short} ${w("desk-optional")}`;
  const help = isWhole ? kind !== "text" && expected : plain;
  const id = `parameter-${name}`;
  const simple = (input) => ({
    element: line(words, input, help),
    value: () => input.value.trim(),
    focus: () => input.focus(),
  });
  if (kind === "boolean")
    choices = [
      ["true", "desk-yes"],
      ["false", "desk-no"],
    ].map(([key, text]) => ({ key, label: w(text) }));
  if (choices?.length) {
    const options = choices.map((one) => (typeof one === "string" ? { key: one, label: one } : one));
    return simple(
      h(
        "select",
        { id },
        h("option", { value: "" }, w("desk-choose")),
        options.map((one) => h("option", { value: one.key }, one.label)),
      ),
    );
  }
  if (["file", "image"].includes(kind) && draft.files.length) {
    const list = h(
      "datalist",
      { id: `${id}-files` },
      draft.files.map((file) => h("option", { value: file })),
    );
    const made = simple(
      h("input", { id, type: "text", list: list.id, spellcheck: "false", autocomplete: "off" }),
    );
    made.element.append(list);
    return made;
  }
  const types = {
    date: { class: "short" },
    number: { inputmode: "decimal", class: "short" },
    address: { inputmode: "url", spellcheck: "false" },
  };
  const made = simple(h("input", { id, type: "text", autocomplete: "off", ...types[kind] }));
  if (kind !== "link" && kind !== "page") return made;
  const search = pageSearch(language, (page) => (made.element.querySelector(`#${id}`).value = `/${page.id}`));
  return { ...made, element: h("div", {}, made.element, search) };
}
