// The pages on which the rules over built pages are tried (tests/pages), as other tools see them: axe in a
// browser, html-validate, and the Nu HTML checker. Each page says with `data-bad` what the rule of its folder
// marks; where a tool marks something else, a line of tests/pages/disagreements.tsv says why.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { browser } from "./preview.mjs";
import { root } from "./site.mjs";

const PAGES = join(root, "tests/pages");

// What each tool has for a rule, and which element of what it finds is the one to mark: that at which the tool
// points; its `parent`, where that is a tag and no text; the page (`html`); or those that axe names beside the element at which it points (`related`).
// With `review`, what axe leaves to a person counts as found.
const TOOLS = {
  "markup-error": {
    "html-validate": { rules: ["attr-spacing", "close-order", "no-dup-attr", "no-self-closing", "void-content"] },
    vnu: /^(Attributes? on an end tag|Duplicate attribute|End tag|Heading cannot|Misplaced non-space|No space|No “\w+” element in scope|Quote|Self-closing|Start tag|Stray|“=” in)|expecting an attribute name|start tag in table body/,
  },
  "html-has-lang": {
    axe: ["html-has-lang"],
    "html-validate": { rules: ["element-required-attributes"] },
    vnu: /^Consider adding a “lang” attribute/,
  },
  "html-lang-valid": { axe: ["html-lang-valid"], vnu: /^Bad value .* for attribute “lang” on element “html”/ },
  "valid-lang": { axe: ["valid-lang"], vnu: /^Bad value .* for attribute “lang”/ },
  "document-title": {
    axe: ["document-title"],
    "html-validate": { rules: ["element-required-content", "empty-title"], at: "html" },
    vnu: { messages: /“title”/, at: "html" },
  },
  "image-alt": { axe: ["image-alt"], "html-validate": { rules: ["wcag/h37"] }, vnu: /^An “img” element/ },
  "svg-img-alt": { axe: ["svg-img-alt"] },
  "object-alt": { axe: ["object-alt"] },
  "input-image-alt": { axe: ["input-image-alt"], "html-validate": { rules: ["wcag/h36"] }, vnu: /“alt”/ },
  "link-name": { axe: ["link-name"], "html-validate": { rules: ["wcag/h30"] } },
  "button-name": { axe: ["button-name"], "html-validate": { rules: ["text-content"] } },
  label: { axe: ["label", "select-name"], "html-validate": { rules: ["input-missing-label"] } },
  "frame-title": { axe: ["frame-title"], "html-validate": { rules: ["element-required-attributes"] } },
  "skip-link": { axe: ["bypass", "skip-link"] },
  region: { axe: ["region"] },
  "landmark-one-main": {
    axe: { rules: ["landmark-one-main", "landmark-no-duplicate-main"], at: "related" },
    "html-validate": { rules: ["no-multiple-main"] },
    vnu: /visible (“main” )?element/,
  },
  "landmark-unique": { axe: { rules: ["landmark-unique"], at: "related" }, "html-validate": { rules: ["unique-landmark"] } },
  "page-has-heading-one": {
    axe: ["page-has-heading-one"],
    "html-validate": { rules: ["heading-level"], messages: /Multiple/ },
    vnu: [{ messages: /^This document has heading elements but none/, at: "html" }, /^Consider using the “h1” element/],
  },
  "heading-order": {
    axe: ["heading-order"],
    "html-validate": { rules: ["heading-level"], messages: /can only increase/ },
    vnu: /skipping \d heading level/,
  },
  "empty-heading": { axe: ["empty-heading"], "html-validate": { rules: ["empty-heading"] }, vnu: /^Empty heading/ },
  list: {
    axe: ["list"],
    "html-validate": { rules: ["element-permitted-content"], messages: /under <[uo]l>/, at: "parent" },
    vnu: { messages: /element “[uo]l” in this context/, at: "parent" },
  },
  listitem: {
    axe: ["listitem"],
    "html-validate": { rules: ["element-permitted-parent", "element-permitted-content"], messages: /<li>/ },
    vnu: /^Element “li” not allowed/,
  },
  "definition-list": {
    axe: ["definition-list", "dlitem"],
    "html-validate": [
      { rules: ["element-permitted-content"], messages: /under <dl>/, at: "parent" },
      { rules: ["element-required-ancestor"] },
    ],
    vnu: [{ messages: /element “dl” in this context|^Element “dl” is missing/, at: "parent" }, /^Element “(dt|dd)” not allowed/],
  },
  "td-headers-attr": {
    axe: { rules: ["td-headers-attr"], at: "related", review: true },
    vnu: /^The “headers” attribute/,
  },
  "scope-attr-valid": {
    axe: ["scope-attr-valid"],
    "html-validate": { rules: ["wcag/h63", "attribute-allowed-values", "no-deprecated-attr"] },
    vnu: /“scope”/,
  },
  "th-has-data-cells": { axe: { rules: ["th-has-data-cells"], at: "related", review: true } },
  "empty-table-header": { axe: ["empty-table-header"] },
  "duplicate-id": { axe: { rules: ["duplicate-id"], at: "related" }, "html-validate": { rules: ["no-dup-id"] }, vnu: /^Duplicate ID/ },
  "aria-roles": {
    axe: ["aria-roles"],
    "html-validate": { rules: ["no-abstract-role"] },
    vnu: /for attribute “role”|unrecognized token .* attribute “role”/,
  },
  "aria-valid-attr": { axe: ["aria-valid-attr"], vnu: /^Attribute “aria-/ },
  "aria-valid-attr-value": {
    axe: { rules: ["aria-valid-attr-value"], review: true },
    "html-validate": { rules: ["attribute-allowed-values", "no-missing-references"] },
    vnu: /for attribute “aria-/,
  },
  "aria-hidden-focus": {
    axe: { rules: ["aria-hidden-focus"], at: "related" },
    "html-validate": { rules: ["hidden-focusable"] },
  },
  "nested-interactive": {
    axe: { rules: ["nested-interactive"], at: "related" },
    "html-validate": { rules: ["element-permitted-content"] },
    vnu: /(must|should) not appear as a descendant/,
  },
  "meta-refresh": { axe: ["meta-refresh"], "html-validate": { rules: ["meta-refresh"] } },
  "meta-viewport": { axe: ["meta-viewport"], vnu: /^Consider avoiding viewport values/ },
  "video-caption": { axe: { rules: ["video-caption"], review: true } },
  "no-autoplay-audio": { axe: ["no-autoplay-audio"], "html-validate": { rules: ["no-autoplay"] } },
  "label-content-name-mismatch": { axe: ["label-content-name-mismatch"] },
  "bold-heading": { axe: ["p-as-heading"] },
  "inline-script": { "html-validate": { rules: ["require-csp-nonce"] } },
  "inline-style": { "html-validate": { rules: ["no-inline-style", "no-style-tag"] } },
  tabindex: { axe: ["tabindex"] },
};

const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const TAG = /<!--(.*?)-->|<(script|style|title)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>.*?<\/\2>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gis;

/** A page: its elements in the order of its text, and what `data-bad` marks, on an element or before an end tag. */
class Page {
  constructor(path, text) {
    Object.assign(this, { path, text, elements: [], spans: [], bad: new Set() });
    const open = [];
    let marked = false;
    for (const { 0: all, 1: comment, 2: raw, 3: rawRest, 4: slash, 5: name, 6: rest, index } of text.matchAll(TAG)) {
      const end = index + all.length;
      if (comment !== undefined) {
        marked = comment.trim() === "data-bad";
        continue;
      }
      if (slash) {
        const tag = { name: `/${name}`, start: index };
        const at = open.findLastIndex((element) => element.name === name);
        this.spans.push({ start: index, end, element: at < 0 ? tag : open[at], closing: tag });
        if (marked) this.bad.add(tag);
        if (at >= 0) open.length = at;
      } else {
        const element = { name: (raw ?? name).toLowerCase(), start: index, parent: open.at(-1) };
        this.elements.push(element);
        this.spans.push({ start: index, end, element });
        if (/\sdata-bad(?=[\s/]|$)/.test(rest ?? rawRest)) this.bad.add(element);
        if (!raw && !VOID.has(element.name) && !rest.endsWith("/")) open.push(element);
      }
      marked = false;
    }
  }

  offset(line, column) {
    let start = 0;
    for (let count = 1; count < line; count += 1) start = this.text.indexOf("\n", start) + 1;
    return start + column - 1;
  }

  /** The element whose tag holds an offset, or in whose text it lies; with `ends`, an end tag is itself. */
  at(offset, ends = false) {
    const index = this.spans.findLastIndex(({ start }) => start <= offset);
    if (index < 0) return this.elements[0];
    const { end, element, closing } = this.spans[index];
    if (offset < end) return ends && closing ? closing : element;
    return closing ? (element.parent ?? element) : element;
  }

  inTag(offset) {
    return this.spans.some(({ start, end }) => start <= offset && offset < end);
  }

  where(element) {
    const before = this.text.slice(0, element.start).split("\n");
    return `${element.name} ${before.length}:${before.at(-1).length + 1}`;
  }

  /** How the elements that a tool marked differ from those that the page marks; empty where they do not. */
  difference(marked) {
    const missing = [...this.bad].filter((element) => !marked.has(element)).map((element) => this.where(element));
    const more = [...marked].filter((element) => !this.bad.has(element)).map((element) => this.where(element));
    return [missing.length ? `not ${missing.join(", ")}` : "", more.length ? `also ${more.join(", ")}` : ""].filter(Boolean).join("; ");
  }

  /** The page with the place of each element in its list, which a browser keeps. */
  numbered() {
    let text = "";
    let from = 0;
    for (const [number, { start, name }] of this.elements.entries()) {
      const cut = start + 1 + name.length;
      text += `${this.text.slice(from, cut)} data-number="${number}"`;
      from = cut;
    }
    return text + this.text.slice(from);
  }
}

const require = createRequire(import.meta.url);
let chrome, tab, checked, disagreements;
const pages = new Map();

/** What the Nu HTML checker says of every page, by its path. */
async function vnu() {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const run = spawn("java", ["-Xss2m", "-jar", jar, "--format", "json", "--skip-non-html", PAGES], { stdio: ["ignore", "ignore", "pipe"] });
  const said = [];
  run.stderr.on("data", (data) => said.push(data));
  await once(run, "close");
  return groups(JSON.parse(Buffer.concat(said)).messages, ({ url }) => decodeURIComponent(url).split("/tests/pages/")[1]);
}

/** Items by what they have in common. */
function groups(items, key) {
  const found = new Map();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return found;
}

before(async () => {
  for (const file of (await readdir(PAGES, { recursive: true })).sort()) {
    if (file.endsWith(".html")) pages.set(file, new Page(file, await readFile(join(PAGES, file), "utf8")));
  }
  const lines = (await readFile(join(PAGES, "disagreements.tsv"), "utf8")).trim().split("\n").slice(1);
  disagreements = lines.map((line) => line.split("\t"));
  const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  chrome = await browser();
  checked = await vnu();
  const context = await chrome.newContext({ offline: true });
  tab = await context.newPage();
  await tab.evaluate(`${axe}; undefined`);
});
after(() => chrome?.close());

const ASK = {
  /** The elements that axe marks. A page that takes the place of another leaves the scripts of the window. */
  async axe(page, { rules, at, review }) {
    await tab.setContent(page.numbered(), { waitUntil: "domcontentloaded" });
    const numbers = await tab.evaluate(
      async ([rules, related, review]) => {
        const { violations, incomplete } = await axe.run({ runOnly: rules, elementRef: true, iframes: false, preload: false });
        const marked = [];
        for (const { nodes } of [...violations, ...(review ? incomplete : [])]) {
          for (const { element, any, all, none } of nodes) {
            const beside = [...any, ...all, ...none].flatMap(({ relatedNodes }) => relatedNodes.map(({ target }) => document.querySelector(target[0])));
            marked.push(...(related && beside.length ? beside : [element]));
          }
        }
        return marked.map((element) => Number(element.dataset.number));
      },
      [rules, at === "related", review ?? false],
    );
    return numbers.map((number) => page.elements[number]);
  },

  "html-validate": async (page, { rules, at, messages }) => {
    const config = { root: true, elements: ["html5"], rules: Object.fromEntries(rules.map((rule) => [rule, "error"])) };
    const { results } = await new HtmlValidate(new StaticConfigLoader(config)).validateString(page.text, page.path);
    return results
      .flatMap((result) => result.messages)
      .filter(({ message }) => !messages || messages.test(message))
      .map(({ offset }) => place(page, offset, at));
  },

  vnu: (page, { messages, at }) =>
    (checked.get(page.path) ?? [])
      .filter(({ message }) => messages.test(message))
      .map(({ lastLine, lastColumn }) => place(page, page.offset(lastLine, lastColumn), at)),
};

/** The element that a place in a page stands for. */
function place(page, offset, at) {
  if (at === "html") return page.elements[0];
  const element = page.at(offset, page.path.startsWith("markup-error/"));
  return at === "parent" && page.inTag(offset) ? element.parent : element;
}

test("every rule has pages that break it and pages that nearly do", () => {
  for (const [rule, own] of groups(pages.keys(), (path) => path.split("/")[0])) {
    for (const kind of ["bad-", "good-"]) {
      assert.ok(own.filter((path) => path.startsWith(`${rule}/${kind}`)).length >= 2, `${rule} has too few ${kind}*.html`);
    }
  }
  for (const { path, text, bad } of pages.values()) {
    assert.match(text, /^<!doctype html>\n<!-- .+ -->\n<html/, path);
    assert.equal(bad.size === 0, path.includes("/good-"), path);
    assert.equal(bad.size, text.match(/\bdata-bad\b/g)?.length ?? 0, path);
  }
});

for (const [rule, tools] of Object.entries(TOOLS)) {
  for (const [tool, asked] of Object.entries(tools)) {
    test(`${rule}, as ${tool} sees it`, { timeout: 30_000 }, async () => {
      const own = [...pages.values()].filter(({ path }) => path.startsWith(`${rule}/`));
      assert.ok(own.length > 0);
      const ways = tool === "axe" && Array.isArray(asked) ? [{ rules: asked }] : [asked].flat().map((way) => (way instanceof RegExp ? { messages: way } : way));
      const found = [];
      for (const page of own) {
        const marked = new Set();
        for (const way of ways) for (const element of await ASK[tool](page, way)) marked.add(element);
        const answer = page.difference(marked);
        if (answer) found.push([page.path, tool, answer].join("\t"));
      }
      const told = disagreements.filter(([path, by]) => by === tool && path.startsWith(`${rule}/`));
      assert.deepEqual(found.sort(), told.map((line) => line.slice(0, 3).join("\t")).sort());
    });
  }
}

test("every disagreement is explained, and is that of a page and a tool", () => {
  for (const [path, tool, , why, ...more] of disagreements) {
    assert.ok(pages.has(path), path);
    assert.ok(TOOLS[path.split("/")[0]]?.[tool], `${path}: ${tool}`);
    assert.match(why ?? "", /^.{20,}\.$/, `${path}: ${tool}`);
    assert.deepEqual(more, [], path);
  }
});
