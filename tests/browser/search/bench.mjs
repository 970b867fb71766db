// What a search costs at 2,000 pages: how long the index takes, what is sent for the first answer, and how long a visitor
// waits for it on loopback. It is a benchmark, and no test: nothing fails.
//
//   RIHLA=target/release/rihla node tests/browser/search/bench.mjs
//   node tests/browser/search/bench.mjs FOLDER     what an earlier run built there, in a browser alone

import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { browser, environment } from "../preview.mjs";
import { root } from "../site.mjs";

const PAGES = 2_000;
const WORDS = 450;
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

/** Numbers between 0 and 1 that are the same each time. */
function numbers(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Writes a site of so many pages, of the words of the mission's texts and of rare ones that are made of them. */
async function write(folder, search) {
  const random = numbers(3);
  const texts = await readFile(join(root, "content/about/mission/index.fr.md"), "utf8");
  const privacy = await readFile(join(root, "content/privacy/index.fr.md"), "utf8");
  const known = `${texts} ${privacy}`.match(/\p{L}[\p{L}’-]+/gu);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const endings = ["ation", "ement", "eur", "ique", "able", "iste", "age", "ité"];
  const rare = () => pick(known).slice(0, 5).toLowerCase() + pick("bcdfglmnprstv") + pick("aeiou") + pick(endings);
  const words = (count) => Array.from({ length: count }, () => (random() < 0.93 ? pick(known) : rare())).join(" ");
  const files = {
    "site.yaml": `edition: 1\ntitle: "2000"\nbase_url: "https://example.org/"\nsharing: false\nsearch: ${search}\nlanguages:\n  - {tag: fr, name: "Français", prefix: fr}\n`,
    "_index.fr.md": '---\ntitle: "Accueil"\n---\n',
    "search/index.fr.md": '---\ntitle: "Rechercher"\nslug: recherche\ntemplate: search\n---\n',
    "news/collection.yaml": 'title: {fr: "Actualités"}\nslug: {fr: actualites}\norder: -date\nfields:\n  title: {type: text, localized: true, required: true}\n  date: {type: date, required: true}\n',
  };
  for (let page = 0; page < PAGES; page += 1) {
    const text = `---\ntitle: "${words(7)}"\nslug: page-${page}\n---\n${words(WORDS)}\n`;
    files[`news/${2000 + (page % 25)}-01-${10 + (page % 19)}-page-${page}.fr.md`] = text;
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, "content", name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, text);
  }
}

/** Builds a site without anything kept, and gives the seconds that it took. */
function build(folder) {
  const program = process.env.RIHLA ?? join(root, "target/release/rihla");
  const start = performance.now();
  const run = spawnSync(program, ["build", "--messages", "en", "--site", folder], { env: environment(), encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr.slice(0, 2_000));
  return (performance.now() - start) / 1_000;
}

/** Serves a folder, compressed, and counts what is sent. */
async function serve(folder) {
  const sent = { bytes: 0, requests: 0 };
  const kept = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    if (!kept.has(name)) kept.set(name, gzipSync(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)), { level: 9 }));
    sent.bytes += kept.get(name).length;
    sent.requests += 1;
    response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
    response.setHeader("content-encoding", "gzip");
    response.end(kept.get(name));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, sent, origin: `http://127.0.0.1:${server.address().port}` };
}

const given = process.argv[2];
const folder = given ?? (await mkdtemp(join(tmpdir(), "rihla-search-")));
try {
  if (!given) {
    const times = {};
    for (const search of [false, true]) {
      await rm(join(folder, ".rihla"), { recursive: true, force: true });
      await rm(join(folder, "public"), { recursive: true, force: true });
      await write(folder, search);
      times[search] = build(folder);
    }
    console.log(`index of ${PAGES} pages: ${(times[true] - times[false]).toFixed(2)} s of a build of ${times[true].toFixed(2)} s`);
  }
  const { server, sent, origin } = await serve(join(folder, "public"));
  const chromium = await browser();
  for (const query of ["migration", "accès", "données personnelles", "droits du visiteur"]) {
    const page = await (await chromium.newContext()).newPage();
    await page.goto(`${origin}/fr/`);
    await page.waitForLoadState("networkidle");
    Object.assign(sent, { bytes: 0, requests: 0 });
    const waited = await page.evaluate(async (query) => {
      const field = document.querySelector("#seek-words");
      const start = performance.now();
      field.value = query;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      while (!document.querySelector(".suggestions li")) await new Promise((done) => setTimeout(done, 1));
      return performance.now() - start;
    }, query);
    console.log(`${query}: ${(sent.bytes / 1_000).toFixed(1)} kB, ${sent.requests} requests, ${waited.toFixed(0)} ms`);
    await page.close();
  }
  await chromium.close();
  server.close();
} finally {
  if (!given) await rm(folder, { recursive: true, force: true });
}
