// A built site behind a server that sends the headers of its `_headers`, and what is asked of each
// page that a browser opens.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { environment } from "./preview.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.RIHLA ?? join(root, "target/debug/rihla");
/** The moment of the builds: noon of this day. The notices of `site/` close on it. */
export const DAY = "2026-12-01T12:00";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".xml": "application/xml",
};

/** The rules of a `_headers`, as Netlify and Cloudflare Pages read it. */
export function rules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (!line.startsWith(" ")) {
      const parts = line.trim().split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
      rules.push({ path: new RegExp(`^${parts.join(".*")}$`), headers: [] });
    } else {
      const [name, ...value] = line.trim().split(":");
      rules.at(-1).headers.push([name, value.join(":").trim()]);
    }
  }
  return rules;
}

/** A page in so many pieces, each of which ends where a part of it does. A figure stands above its words, which come before it. */
function inPieces(page, pieces) {
  const ends = [...page.matchAll(/<\/(?:a|article|div|figure|h\d|header|li|nav|ol|p|picture|section|td|tr|ul)>/g)];
  const found = [];
  let start = 0;
  for (let piece = 1; piece < pieces; piece += 1) {
    const { 0: tag, index } = ends[Math.floor((ends.length * piece) / pieces)] ?? { 0: "", index: 0 };
    const end = Math.max(start, index + tag.length);
    found.push(page.slice(start, end));
    start = end;
  }
  return [...found, page.slice(start)];
}

/** A site that was built into a folder of its own, and is served on loopback. */
export class Site {
  /** After how many bytes a page pauses on its way, as on a slow line; none where it does not. */
  cut = null;
  /** In how many pieces a page arrives, each of them after a whole part and drawn before the next. */
  pieces = 1;
  /** What a browser meets in place of answers: `gone` ends each connection, `silent` leaves it without a word. */
  trouble = null;
  /** The path under which the site is published, without a slash at its end. */
  base = "";

  /** Builds what the folders hold, the later ones over the earlier, as `edit` leaves it. */
  static async start(folders, day = DAY, base = "", edit = () => {}) {
    const site = new Site();
    site.base = base;
    site.folder = await mkdtemp(join(tmpdir(), "rihla-site-"));
    site.out = join(site.folder, "public");
    try {
      await site.#begin(folders, day, edit);
    } catch (error) {
      await site.end();
      throw error;
    }
    return site;
  }

  async #begin(folders, day, edit) {
    for (const folder of folders) await cp(join(root, folder.from), join(this.folder, folder.to), { recursive: true });
    await edit(this.folder);
    const options = ["build", "--messages", "en", "--site", this.folder, "--out", this.out];
    // A build of another day is a trial, which search engines are asked to leave out.
    if (day) options.push("--at", day);
    if (this.base) options.push("--base-url", `https://mission.example.org${this.base}/`);
    const build = spawn(program, options, { env: environment(), stdio: ["ignore", "ignore", "pipe"] });
    const said = [];
    build.stderr.on("data", (data) => said.push(data));
    const [code] = await once(build, "close");
    if (code !== 0) throw new Error(`the site is not built:\n${Buffer.concat(said)}`);
    this.rules = rules(await readFile(join(this.out, "_headers"), "utf8"));
    this.server = createServer((request, response) => this.#answer(request, response));
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
  }

  async #answer(request, response) {
    if (this.trouble === "silent") return;
    if (this.trouble === "gone") {
      request.socket.destroy();
      return;
    }
    const asked = decodeURIComponent(new URL(request.url, this.origin).pathname);
    const path = asked.startsWith(`${this.base}/`) ? asked.slice(this.base.length) : "/404.html";
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const language = /^\/[a-z]{2}\//.exec(path)?.[0] ?? "/";
    for (const [file, status] of [[name, 200], [`${language}404.html`, 404], ["/404.html", 404]]) {
      const body = await this.file(file).catch(() => null);
      if (!body) continue;
      response.statusCode = status;
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      for (const rule of this.rules.filter((rule) => rule.path.test(asked))) {
        for (const [header, value] of rule.headers) response.setHeader(header, value);
      }
      // A page that the browser has kept would come whole.
      if (this.cut || this.pieces > 1) response.setHeader("cache-control", "no-store");
      if (this.cut && file.endsWith(".html")) {
        response.write(body.subarray(0, this.cut));
        setTimeout(() => response.end(body.subarray(this.cut)), 150);
      } else if (this.pieces > 1 && file.endsWith(".html")) {
        for (const piece of inPieces(String(body), this.pieces)) {
          response.write(piece);
          await new Promise((done) => setTimeout(done, 50));
        }
        response.end();
      } else response.end(body);
      return;
    }
    response.statusCode = 500;
    response.end();
  }

  /** What a file of the output holds. */
  file(path) {
    return readFile(join(this.out, path));
  }

  /** The addresses of the pages of a language, but for the page of languages. */
  async pages(language) {
    const files = await readdir(join(this.out, language), { recursive: true });
    const pages = files.filter((file) => file.endsWith(".html"));
    return pages.map((file) => `/${language}/${file.replace(/index\.html$/, "")}`);
  }

  /** One address for each template, language and state of a page, as `rihla check --sample` lists them. */
  async sample() {
    const options = ["check", "--sample", "--messages", "en", "--site", this.folder, "--at", DAY];
    const run = spawn(program, options, { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    const [out, said] = [[], []];
    run.stdout.on("data", (data) => out.push(data));
    run.stderr.on("data", (data) => said.push(data));
    const [code] = await once(run, "close");
    if (code !== 0) throw new Error(`no sample is printed:\n${Buffer.concat(said)}`);
    return String(Buffer.concat(out)).trim().split("\n").map((address) => new URL(address).pathname);
  }

  async end() {
    this.server?.closeAllConnections();
    this.server?.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The mission's site, with pages for what its own content has no example of; as of now without a day. */
export function mission(day = DAY) {
  return Site.start(
    [
      { from: "content", to: "content" },
      { from: "themes", to: "themes" },
      { from: "static", to: "static" },
      // An item whose title changed keeps its address.
      { from: "urls.lock", to: "urls.lock" },
      { from: "tests/browser/site", to: "." },
    ],
    day,
  );
}

/** The mission's site with notices: one in French alone, one in two languages, one that has ended. */
export function notices() {
  return Site.start([
    { from: "content", to: "content" },
    { from: "static", to: "static" },
    { from: "themes", to: "themes" },
    { from: "tests/browser/notices", to: "content/notices" },
  ]);
}

/** The mission's site where it is no demonstration: the texts of help wait for somebody who reviews them. */
export function answered() {
  const folders = ["content", "static", "themes"].map((name) => ({ from: name, to: name }));
  return Site.start(folders, DAY, "", async (folder) => {
    const file = join(folder, "content/site.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/^demonstration: true\n/m, ""));
  });
}

/** A site in Arabic, with less in French and least in English, that is drawn by the mission's theme. */
export function arabic() {
  return Site.start([
    { from: "themes", to: "themes" },
    { from: "tests/browser/arabic", to: "." },
  ]);
}

/**
 * A page that notes what goes wrong: errors of the console and of scripts, what the policy blocks,
 * what is asked of another origin, and answers that are errors.
 */
export async function strict(context, site) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong = [];
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`script: ${error}`));
  page.on("request", (request) => {
    requests.push(request.url());
    if (!request.url().startsWith(`${site.origin}/`)) wrong.push(`another origin: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A page that is left ends what it still waits for.
    if (why !== "net::ERR_ABORTED") wrong.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  return { page, wrong, requests };
}

const require = createRequire(import.meta.url);
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"];

/** What axe finds wrong on a page. */
export async function axe(page) {
  await page.evaluate(`${AXE}; undefined`);
  return page.evaluate(async (tags) => {
    const { violations } = await axe.run({ runOnly: tags });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join("; ")}`);
  }, TAGS);
}

/** What the Nu HTML checker finds wrong with the pages of a folder. */
export function valid(folder) {
  const jar = join(root, "tests/browser/node_modules/vnu-jar/build/dist/vnu.jar");
  const run = spawnSync("java", ["-Xss2m", "-jar", jar, "--format", "json", "--skip-non-html", folder], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw new Error(`the pages were not validated: Java is missing (${run.error.message})`);
  const found = JSON.parse(run.stderr)
    .messages.filter(({ type, subType }) => type !== "info" || subType === "warning")
    // Files have no origin, so that 'self' fits none of them: the browser holds the policy.
    .filter(({ message }) => !message.startsWith("Resource violates Content Security Policy"))
    // Data is never run, and the policy is not asked about it (HTML, “prepare the script element”).
    .filter(({ message, extract }) => !message.startsWith("Inline script violates") || !extract?.includes("application/ld+json"))
    .map(({ url, lastLine, message }) => `${url.replace(`file:${folder}`, "")}:${lastLine}: ${message}`);
  return [...new Set(found)].slice(0, 40);
}

/** The text spacing of WCAG 1.4.12. */
export const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** How much wider than the window a page is, and what sticks out. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const excess = document.documentElement.scrollWidth - width;
    if (excess <= 0) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((node) => {
        const box = node.getBoundingClientRect();
        return box.right > width + 1 || box.left < -1;
      })
      .slice(0, 5)
      .map((node) => `${node.tagName.toLowerCase()}.${node.className} is ${Math.round(node.getBoundingClientRect().width)} wide`)
      .concat(`${excess} pixels too many`);
  });
}

/** Adds rules to a page as a reader's own settings do, which no policy forbids. */
export function restyle(page, css) {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

/**
 * What does not hold on a page in each of a reader's settings, by their names and rules: the page
 * scrolls sideways; text leaves the window or its own box, or is cut; parts of the header lie over
 * one another, or a word in it is in pieces. What scrolls within the page, such as a table, may be as wide as it is.
 */
export function spills(page, settings) {
  return page.evaluate((settings) => {
    const root = document.documentElement;
    const called = (node) => `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""}`;
    const sheets = document.adoptedStyleSheets;
    const found = [];
    for (const [name, css] of Object.entries(settings)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...sheets, sheet];
      const width = root.clientWidth;
      const wrong = new Set();
      if (root.scrollWidth > width) wrong.add(`${root.scrollWidth - width} pixels too many`);
      const range = document.createRange();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest("svg, script, .skip, .unseen, .table, pre")) continue;
        range.selectNodeContents(text);
        const lines = [...range.getClientRects()].filter((line) => line.width > 1);
        if (lines.length === 0) continue;
        let block = parent;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        const box = block.getBoundingClientRect();
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, width)];
        if (lines.some((line) => line.left < left - 1 || line.right > right + 1)) {
          wrong.add(`${called(block)}: “${text.data.trim().slice(0, 40)}” leaves its place`);
        }
        if (!parent.closest(".masthead") || parent.closest(".panel, .seek")) continue;
        for (const { 0: word, index } of text.data.matchAll(/[^\s-]+/g)) {
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
          if (new Set(tops).size > 1) wrong.add(`${called(block)}: “${word}” is in pieces`);
        }
      }
      for (const node of document.body.querySelectorAll(":not(svg, svg *, .skip, .unseen, input)")) {
        if (node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(node).overflowX)) {
          wrong.add(`${called(node)} is cut`);
        }
      }
      const parts = [...document.querySelectorAll(".brand, .menu-button, .help-line a, .languages a, .menu > ul > li > *")]
        .map((node) => ({ node, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      for (const [index, { node, box }] of parts.entries()) {
        if (box.left < -1 || box.right > width + 1) wrong.add(`${called(node)} leaves the window`);
        for (const { node: other, box: next } of parts.slice(index + 1)) {
          const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
          const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
          if (across > 1 && down > 1) wrong.add(`${called(node)} lies over ${called(other)}`);
        }
      }
      for (const what of wrong) found.push(`${name}: ${what}`);
    }
    document.adoptedStyleSheets = sheets;
    return found;
  }, settings);
}

/** Makes the letters of a page as large as a reader asks for in the browser's settings; 16 is usual. */
export async function letters(page, size) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: Math.round((size * 13) / 16) } });
}
