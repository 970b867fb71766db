// The preview in a browser: what stays and what changes on an open page.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { Preview, browser, watched } from "./preview.mjs";

const ABOUT = "content/about/index.fr.md";
const STYLE = "themes/small/assets/style.css";

let chrome;
before(async () => {
  chrome = await browser();
});
after(() => chrome?.close());

/** Runs a test with a preview and an open page, after which nothing may have gone wrong. */
function open(name, path, run, expected = []) {
  test(name, { timeout: 60_000 }, async () => {
    const preview = await Preview.start();
    const context = await chrome.newContext({ viewport: { width: 1000, height: 700 } });
    try {
      const { page, wrong } = await watched(context);
      await page.goto(preview.url(path));
      // What is lost when a page is loaded anew.
      await page.evaluate(() => (window.marker = "still here"));
      await run(page, preview, context);
      const others = wrong.filter((text) => !expected.some((known) => text.includes(known)));
      assert.deepEqual(others, []);
    } finally {
      await context.close();
      await preview.end();
    }
  });
}

const isSamePage = async (page) =>
  assert.equal(await page.evaluate(() => window.marker), "still here");
const appears = (page, text) => page.getByText(text).first().waitFor();
const errors = (page) => page.locator("rihla-preview .errors");

open("an edit keeps scroll, focus and open menus", "/fr/a-propos/", async (page, preview) => {
  await page.locator("header summary").click();
  await page.locator("#search").fill("mots cherchés");
  await page.evaluate(() => window.scrollTo(0, 1500));
  await page.evaluate(() => document.querySelector("#search").setSelectionRange(2, 5));
  const kept = await page.locator("main p").nth(3).elementHandle();
  await preview.edit(ABOUT, "Paragraphe 40 :", "Paragraphe quarante :");
  await appears(page, "Paragraphe quarante :");
  await isSamePage(page);
  assert.deepEqual(
    await page.evaluate(() => ({
      scroll: scrollY,
      open: document.querySelector("header details").open,
      focus: document.activeElement.id,
      words: document.activeElement.value,
      selection: [document.activeElement.selectionStart, document.activeElement.selectionEnd],
    })),
    { scroll: 1500, open: true, focus: "search", words: "mots cherchés", selection: [2, 5] },
  );
  // What did not change was not touched.
  assert.equal(await kept.evaluate((node) => node.isConnected), true);
  // A menu that was closed again stays closed, one whose words change stays open.
  await preview.edit("content/site.yaml", 'fr: "Rubriques"', 'fr: "Parties"');
  await page.locator("header summary", { hasText: "Parties" }).waitFor();
  assert.equal(await page.locator("header details").evaluate((menu) => menu.open), true);
  await page.evaluate(() => (document.querySelector("header details").open = false));
  await preview.edit(ABOUT, "Paragraphe 41 :", "Paragraphe quarante et un :");
  await appears(page, "Paragraphe quarante et un :");
  assert.equal(await page.locator("header details").evaluate((menu) => menu.open), false);
});

open("what is seen stays in its place when something comes above it", "/fr/a-propos/", async (page, preview) => {
  const link = page.getByRole("link", { name: "Un lien au milieu" });
  await link.focus();
  await link.evaluate((node) => node.scrollIntoView({ block: "center" }));
  const top = () => link.evaluate((node) => node.getBoundingClientRect().top);
  const before = await top();
  const more = "Un paragraphe de plus.\n\n".repeat(5);
  await preview.edit(ABOUT, "Paragraphe 2 :", `${more}Paragraphe 2 :`);
  await page.getByText("Un paragraphe de plus.").nth(4).waitFor({ state: "attached" });
  await isSamePage(page);
  assert.ok(Math.abs((await top()) - before) < 2, `${before} became ${await top()}`);
  assert.equal(await link.evaluate((node) => node === document.activeElement), true);
  // Its own text changes: it keeps the focus.
  await preview.edit(ABOUT, "[Un lien au milieu]", "[Un autre lien au milieu]");
  const changed = page.getByRole("link", { name: "Un autre lien au milieu" });
  await changed.waitFor();
  assert.equal(await changed.evaluate((node) => node === document.activeElement), true);
});

open("what had the focus has it again when it is replaced", "/fr/", async (page, preview) => {
  const link = page.locator("main").getByRole("link", { name: "Nos actualités" });
  await link.focus();
  const file = "content/_index.fr.md";
  const hasFocus = async (link) =>
    assert.equal(await link.evaluate((node) => node === document.activeElement), true);
  // The heading becomes a paragraph: the link is found by what it is.
  await preview.edit(file, "## [Nos actualités](/news)", "Voyez *[Nos actualités](/news)*");
  await page.locator("main p em a").waitFor();
  await hasFocus(link);
  // Its words and what is around it change: it is found by its place.
  await preview.edit(file, "*[Nos actualités](/news)*", "**[Les actualités](/news)**");
  await page.locator("main strong a").waitFor();
  await hasFocus(page.locator("main strong a"));
  await isSamePage(page);
});

open("a picture that keeps its name is asked for anew", "/fr/", async (page, preview) => {
  const width = (wanted) =>
    page.waitForFunction((wanted) => document.querySelector("main img").naturalWidth === wanted, wanted);
  await width(40);
  await preview.edit("static/plan.svg", 'width="40"', 'width="80"');
  await width(80);
  // It stays the new one when something else changes.
  await preview.edit("content/_index.fr.md", "Bienvenue", "Soyez les bienvenus");
  await appears(page, "Soyez les bienvenus");
  await width(80);
  await isSamePage(page);
});

open("style sheets are replaced without a reload", "/fr/a-propos/", async (page, preview) => {
  const style = () =>
    page.evaluate(() => {
      const found = getComputedStyle(document.body);
      return [found.backgroundColor, found.getPropertyValue("--static")];
    });
  const becomes = (color, word) =>
    page.waitForFunction(
      ([color, word]) => {
        const found = getComputedStyle(document.body);
        return found.backgroundColor === color && found.getPropertyValue("--static") === word;
      },
      [color, word],
    );
  assert.deepEqual(await style(), ["rgb(1, 2, 3)", '"one"']);
  await preview.edit(STYLE, "rgb(1, 2, 3)", "rgb(4, 5, 6)");
  await becomes("rgb(4, 5, 6)", '"one"');
  // A file whose name holds no digest.
  await preview.edit("static/extra.css", "one", "two");
  await becomes("rgb(4, 5, 6)", '"two"');
  await preview.edit(STYLE, "rgb(4, 5, 6)", "rgb(7, 8, 9)");
  await becomes("rgb(7, 8, 9)", '"two"');
  await isSamePage(page);
  await page.waitForFunction(() => document.querySelectorAll('head link[rel="stylesheet"]').length === 2);
});

open("an error appears over the page and goes away when it is mended", "/fr/a-propos/", async (page, preview) => {
  await page.evaluate(() => window.scrollTo(0, 800));
  await preview.edit(ABOUT, 'title: "À propos"', "title: À propos : nous");
  await errors(page).waitFor();
  const text = await errors(page).innerText();
  assert.match(text, /1 erreur à corriger/);
  assert.match(text, /content\/about\/index\.fr\.md, ligne 2/);
  assert.match(text, /title: "À propos : nous"/);
  const href = await errors(page).getByRole("link").first().getAttribute("href");
  assert.match(href, /^vscode:\/\/file\/.*\/content\/about\/index\.fr\.md:2:17$/);
  // The last good page is beneath, where it was.
  assert.equal(await page.locator("h1").innerText(), "À propos");
  assert.equal(await page.evaluate(() => scrollY), 800);
  const box = await errors(page).boundingBox();
  assert.deepEqual([box.x, box.y], [0, 0]);
  await preview.edit(ABOUT, "title: À propos : nous", 'title: "À propos"');
  await errors(page).waitFor({ state: "detached" });
  await isSamePage(page);
  assert.equal(await page.evaluate(() => scrollY), 800);
});

open("a reader of English is told in English", "/en/about-us/", async (page, preview) => {
  await preview.edit("themes/small/templates/home.html", "{% extends", "{% extend");
  await errors(page).waitFor();
  assert.match(await errors(page).innerText(), /1 error to mend/);
  await preview.edit("themes/small/templates/home.html", "{% extend", "{% extends");
  await errors(page).waitFor({ state: "detached" });
  await isSamePage(page);
});

open("a page whose title changes is followed to its new address", "/fr/a-propos/", async (page, preview) => {
  await preview.edit(ABOUT, 'title: "À propos"', 'title: "Qui nous sommes"');
  await page.waitForURL("**/fr/qui-nous-sommes/");
  await isSamePage(page);
  assert.equal(await page.title(), "Qui nous sommes – Mission");
  assert.equal(await page.locator("h1").innerText(), "Qui nous sommes");
  await preview.edit(ABOUT, "Paragraphe 1 :", "Paragraphe un :");
  await appears(page, "Paragraphe un :");
});

open("the strip", "/fr/actualites/un-accord-avec-caritas/", async (page, preview) => {
  const strip = page.locator("rihla-preview .strip");
  assert.match(await strip.innerText(), /Aperçu[^]*Français[^]*English traduction automatique, à relire/i);
  // The theme does not reach it, and it does not reach the theme.
  assert.notEqual(await strip.evaluate((node) => getComputedStyle(node).backgroundColor), "rgb(1, 2, 3)");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(1, 2, 3)");
  assert.equal(await page.locator('meta[name="robots"]').getAttribute("content"), "noindex");
  // Warnings can be opened, and stay open.
  const text = "content/news/2017-06-02-accord.fr.md";
  await preview.edit(text, "Le texte de l’accord.", "Le texte <font>de l’accord</font>.");
  const findings = strip.locator("#findings");
  await findings.locator("summary").click();
  assert.match(await findings.innerText(), /«\s<font>\s» est retiré/);
  await preview.edit(text, "Le texte", "Tout le texte");
  await appears(page, "Tout le texte");
  assert.equal(await findings.evaluate((node) => node.open), true);
  await strip.getByRole("link", { name: "English" }).click();
  await page.waitForURL("**/en/news/an-agreement-with-caritas/");
  assert.match(await strip.innerText(), /Preview/i);
});

open(
  "a preview that stops says so, and goes on when it is started again",
  "/fr/a-propos/",
  async (page, preview) => {
    const port = Number(new URL(preview.address).port);
    await preview.stop();
    const stopped = page.locator("rihla-preview #stopped");
    await stopped.waitFor({ state: "visible" });
    assert.match(await stopped.innerText(), /relancez Rihla, ou «\s*rihla serve\s*»/);
    await preview.edit(ABOUT, "Paragraphe 1 :", "Paragraphe premier :");
    const again = await Preview.start(port, preview.folder);
    try {
      await appears(page, "Paragraphe premier :");
      await stopped.waitFor({ state: "hidden" });
    } finally {
      await again.stop();
    }
  },
  ["ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET", "ERR_SOCKET_NOT_CONNECTED", "ERR_EMPTY_RESPONSE"],
);

open("a page that nobody sees listens again when it is seen", "/fr/a-propos/", async (page, preview) => {
  const hidden = (is) =>
    page.evaluate((is) => {
      Object.defineProperty(document, "hidden", { value: is, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, is);
  await hidden(true);
  await preview.edit(ABOUT, "Paragraphe 1 :", "Paragraphe un :");
  // Whoever looks now sees it; the hidden page has not asked.
  for (;;) {
    const text = await (await fetch(preview.url("/fr/a-propos/"))).text();
    if (text.includes("Paragraphe un")) break;
  }
  assert.equal(await page.getByText("Paragraphe un :").count(), 0);
  await hidden(false);
  await appears(page, "Paragraphe un :");
  await isSamePage(page);
});

test("a page of another site gets nothing", { timeout: 60_000 }, async () => {
  const preview = await Preview.start();
  const other = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Ailleurs</title><a href="${preview.url("/fr/")}">lien</a>`);
  });
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  const context = await chrome.newContext();
  try {
    const { page } = await watched(context);
    await page.goto(`http://127.0.0.1:${other.address().port}/`);
    const found = await page.evaluate(async (base) => {
      const loads = (name, attributes) =>
        new Promise((done) => {
          const element = Object.assign(document.createElement(name), attributes);
          element.onload = () => done("loaded");
          element.onerror = () => done("refused");
          document.body.append(element);
        });
      const fetched = (mode) =>
        fetch(`${base}fr/`, { mode }).then((answer) => answer.status, () => "refused");
      const events = new Promise((done) => {
        const source = new EventSource(`${base}_rihla/events`);
        source.onmessage = source.onopen = () => done("loaded");
        source.onerror = () => {
          source.close();
          done("refused");
        };
      });
      return {
        fetch: await fetched("cors"),
        blind: await fetched("no-cors"),
        picture: await loads("img", { src: `${base}favicon.svg` }),
        script: await loads("script", { src: `${base}_rihla/preview.js`, type: "module" }),
        events: await events,
      };
    }, preview.address);
    assert.deepEqual(found, {
      fetch: "refused",
      blind: "refused",
      picture: "refused",
      script: "refused",
      events: "refused",
    });
    // A person who follows a link from there is shown the way.
    await page.getByRole("link").click();
    await page.getByRole("link", { name: "Ouvrir l’aperçu" }).click();
    await page.waitForURL(preview.url("/fr/"));
    assert.equal(await page.locator("h1").innerText(), "Accueil");
  } finally {
    await context.close();
    other.close();
    await preview.end();
  }
});

test("every picture of every page of the mission loads", { timeout: 600_000 }, async () => {
  const preview = await Preview.ofTheMission();
  const context = await chrome.newContext({ viewport: { width: 1000, height: 700 } });
  try {
    const { page, wrong } = await watched(context);
    const missing = [];
    page.on("response", (response) => {
      if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
    });
    const map = await (await fetch(preview.url("/sitemap.xml"))).text();
    const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
    assert.ok(paths.length > 50, `${paths.length} pages`);
    // What browsers choose between, what old ones show, what other sites show of a page.
    const named = new Map();
    let seen = 0;
    for (const path of ["/", ...paths]) {
      await page.goto(preview.url(path));
      const { urls, broken, count } = await page.evaluate(async () => {
        const pictures = [...document.images];
        for (const picture of pictures) picture.loading = "eager";
        await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
        const broken = pictures.filter((picture) => picture.naturalWidth === 0);
        const sets = [...document.querySelectorAll("[srcset], [imagesrcset]")].flatMap((node) =>
          (node.getAttribute("srcset") ?? node.getAttribute("imagesrcset"))
            .split(",")
            .map((candidate) => candidate.trim().split(" ")[0]),
        );
        const shared = [...document.querySelectorAll('meta[property="og:image"]')].map((node) => node.content);
        const sources = pictures.map((picture) => picture.getAttribute("src"));
        return {
          urls: [...sets, ...sources, ...shared],
          broken: broken.map((picture) => picture.currentSrc || picture.outerHTML),
          count: pictures.length,
        };
      });
      assert.deepEqual(broken, [], path);
      seen += count;
      for (const url of urls) named.set(new URL(url, preview.address).pathname, path);
    }
    assert.deepEqual(missing, []);
    assert.deepEqual(wrong, []);
    assert.ok(seen > 10, `${seen} pictures`);
    const kinds = new Map();
    for (const [path, at] of named) {
      const answer = await fetch(preview.url(path));
      const type = answer.headers.get("content-type");
      assert.ok(answer.ok && type.startsWith("image/"), `${answer.status} ${type} ${path} of ${at}`);
      await answer.arrayBuffer();
      kinds.set(type, (kinds.get(type) ?? 0) + 1);
    }
    for (const kind of ["image/webp", "image/jpeg", "image/png"]) assert.ok(kinds.get(kind) > 0, kind);
  } finally {
    await context.close();
    await preview.end();
  }
});
