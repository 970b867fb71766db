// The JSON-LD of built pages, held against the vocabulary of schema.org as the package schema-dts has it: each
// type and property exists, belongs to its type, and has a value of a kind that it may have.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.RIHLA ?? join(root, "target/debug/rihla");
const DATA = ["Boolean", "Date", "DateTime", "Float", "Integer", "Number", "Text", "Time", "URL", "string", "number", "CssSelectorType", "XPathType", "PronounceableText"];

/** Interface → those that it extends, and its own properties with the names of what each may be. */
let vocabulary;
let folder;

before(async () => {
  const packaged = dirname(createRequire(import.meta.url).resolve("schema-dts/package.json"));
  const text = await readFile(join(packaged, "dist/schema.d.ts"), "utf8");
  vocabulary = new Map();
  const blocks = /^(?:export )?interface (\w+)(?: extends ([^{]+?))? \{\n([^]*?)^\}/gm;
  for (const [, name, above, body] of text.matchAll(blocks)) {
    const properties = new Map();
    for (const [, property, range] of body.matchAll(/^ {4}"([^"]+)"\??: SchemaValue<(.+), "[^"]+">;/gm)) {
      properties.set(property, range.match(/\w+/g));
    }
    vocabulary.set(name, { above: above?.match(/\w+/g) ?? [], properties });
  }
  assert.ok(vocabulary.size > 800, `only ${vocabulary.size} interfaces were read`);
  folder = await mkdtemp(join(tmpdir(), "rihla-structured-"));
});

after(() => rm(folder, { recursive: true, force: true }));

/** What search engines ask of what is described on a page of its own; of several, one. */
const REQUIRED = {
  Article: [["headline"], ["datePublished"], ["author"]],
  BreadcrumbList: [["itemListElement"]],
  Dataset: [["name"], ["description"], ["license", "creator", "publisher"]],
  Event: [["name"], ["startDate"], ["location"]],
  JobPosting: [["title"], ["description"], ["datePosted"], ["hiringOrganization"], ["jobLocation", "applicantLocationRequirements"]],
  Organization: [["name"], ["url"]],
  WebSite: [["name"], ["url"]],
};

/** What a node lacks of it. */
function lacks(node, where) {
  const rows = Object.entries(REQUIRED).filter(([type]) => isA(node["@type"], type));
  const missing = rows.flatMap(([, asked]) => asked.filter((any) => !any.some((property) => property in node)));
  const found = missing.map((any) => `${where}: ${node["@type"]} has no ${any.join(" or ")}`);
  for (const file of [node.distribution ?? []].flat()) {
    for (const property of ["contentUrl", "encodingFormat"]) {
      if (!file[property]) found.push(`${where}: a file without ${property}`);
    }
  }
  for (const item of [node.itemListElement ?? []].flat()) {
    if (!item.position || !item.name || !item.item) found.push(`${where}: a step without position, name or address`);
  }
  return found;
}

/** A type with all above it. */
function ancestry(type) {
  const found = [];
  const open = [`${type}Leaf`, `${type}Base`];
  while (open.length) {
    const name = open.pop();
    const known = vocabulary.get(name);
    if (!known || found.includes(name)) continue;
    found.push(name);
    open.push(...known.above);
  }
  return found;
}

function isA(type, wanted) {
  return type === wanted || ancestry(type).includes(`${wanted}Base`) || ancestry(type).includes(`${wanted}Leaf`);
}

/** What is wrong with a node. */
function faults(node, where, found = []) {
  const type = node["@type"];
  if (type === undefined) {
    if (Object.keys(node).join() !== "@id") found.push(`${where}: no @type`);
    return found;
  }
  const above = ancestry(type);
  if (!above.length) found.push(`${where}: no type ${type}`);
  for (const [property, value] of Object.entries(node)) {
    // `-input` and `-output` constrain what an action takes and gives: they may stand behind any property.
    if (property.startsWith("@") || (/-(?:input|output)$/.test(property) && isA(type, "Action"))) continue;
    const range = above.map((name) => vocabulary.get(name).properties.get(property)).find(Boolean);
    if (!range) {
      found.push(`${where}: ${type} has no ${property}`);
      continue;
    }
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === null || one === "") found.push(`${where}: ${type}.${property} is empty`);
      else if (typeof one !== "object") {
        // The address of a thing stands for it.
        const isAddress = /^https?:/.test(one);
        if (!isAddress && !range.some((name) => DATA.includes(name))) found.push(`${where}: ${type}.${property} is no text`);
      } else {
        const own = one["@type"];
        if (own !== undefined && !range.some((name) => isA(own, name))) {
          found.push(`${where}: ${type}.${property} is no ${own}`);
        }
        faults(one, where, found);
      }
    }
  }
  return found;
}

async function pages(from) {
  const names = await readdir(from, { recursive: true });
  return names.filter((name) => name.endsWith(".html")).map((name) => join(from, name));
}

/** Looks at each page below a folder; gives the types of what is described. */
async function look(from) {
  const types = new Set();
  const wrong = [];
  for (const page of await pages(from)) {
    const html = await readFile(page, "utf8");
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
    assert.ok(scripts.length <= 1, `${page}: ${scripts.length} blocks of data`);
    for (const [, json] of scripts) {
      assert.doesNotMatch(json, /[<>\u2028\u2029]/, page);
      const data = JSON.parse(json);
      assert.equal(data["@context"], "https://schema.org");
      for (const node of data["@graph"]) {
        types.add(node["@type"]);
        wrong.push(...faults(node, page.slice(from.length)), ...lacks(node, page.slice(from.length)));
      }
      // What is named within the page is there.
      const ids = data["@graph"].map((node) => node["@id"]);
      const page_ = data["@graph"].find((node) => node.breadcrumb || node.mainEntity);
      for (const key of ["breadcrumb", "mainEntity"]) {
        if (page_?.[key]) assert.ok(ids.includes(page_[key]["@id"]), `${page}: ${key} leads nowhere`);
      }
    }
  }
  assert.deepEqual([...new Set(wrong)], []);
  return types;
}

async function built(site) {
  const copy = join(folder, site.replaceAll("/", "-") || "mission");
  await cp(join(root, site), copy, {
    recursive: true,
    filter: (path) => !/\/(?:target|node_modules|\.git|public|\.rihla)(?:\/|$)/.test(path.slice(root.length - 1)),
  });
  const out = join(copy, "public");
  const run = spawnSync(program, ["build", "--site", copy, "--out", out, "--messages", "en", "--quiet"], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  return out;
}

test("the reader of the vocabulary finds what is wrong", () => {
  const wrong = (node) => faults(node, "x").length;
  assert.equal(wrong({ "@type": "NewsArticle", headline: "A" }), 0);
  assert.equal(wrong({ "@type": "NewsArticel", headline: "A" }), 2);
  assert.equal(wrong({ "@type": "JobPosting", headline: "A" }), 1);
  assert.equal(wrong({ "@type": "JobPosting", hiringOrganization: { "@type": "Place" } }), 1);
  assert.equal(wrong({ "@type": "JobPosting", hiringOrganization: { "@type": "NGO" } }), 0);
  assert.equal(wrong({ "@type": "Event", name: "" }), 1);
  assert.equal(lacks({ "@type": "EducationEvent", name: "A" }, "x").length, 2);
  assert.equal(lacks({ "@type": "Dataset", name: "A", description: "B", publisher: {}, distribution: [{}] }, "x").length, 2);
});

test("every type that a collection may declare is described in its words", async () => {
  const types = await look(join(root, "tests/sites/structured-data/expected/"));
  for (const type of ["NGO", "WebSite", "BreadcrumbList", "NewsArticle", "Project", "JobPosting", "Event", "Dataset", "Report", "Organization"]) {
    assert.ok(types.has(type), type);
  }
});

test("the mission's pages are described in the vocabulary", async () => {
  const types = await look(await built(""));
  for (const type of ["NewsArticle", "Project", "Dataset", "Organization"]) assert.ok(types.has(type), type);
});

for (const example of ["examples/association", "examples/documents", "examples/six-files"]) {
  test(`${example} is described in the vocabulary`, async () => {
    const types = await look(await built(example));
    if (example === "examples/association") assert.ok(types.has("Dataset"), "the gardens are data");
  });
}
