// Search on the mission's site: what visitors type and what they are answered, by keyboard, without scripts, and what it costs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { browser } from "./preview.mjs";
import { SPACING, Site, axe, mission, overflow, root, spills, strict } from "./site.mjs";

const FIELD = "#seek-words";
const OPTIONS = ".suggestions li";
const RESULTS = ".results > .found > li";
const PAGES = { fr: "/fr/recherche/", en: "/en/search/", ar: "/ar/search/" };

let chromium;
let site;

before(async () => {
  chromium = await browser();
  site = await mission(null);
});

after(async () => {
  await chromium?.close();
  await site?.end();
});

/** Opens a page, runs `work` on it and holds that nothing went wrong. */
async function open(path, { width = 1280, scripts = true, scheme = "light", on = site, ...more }, work) {
  const viewport = { width, height: width === 320 ? 640 : 800 };
  const context = await chromium.newContext({ viewport, colorScheme: scheme, javaScriptEnabled: scripts, reducedMotion: "reduce", ...more });
  try {
    const { page, wrong, requests } = await strict(context, on);
    await page.goto(on.origin + on.base + path);
    await work(page, requests, wrong);
    assert.deepEqual(wrong, [], `${path}, ${width}`);
  } finally {
    await context.close();
  }
}

/** Types into the field of the header, and waits until the list answers all of it. */
async function type(page, text) {
  await page.locator(FIELD).pressSequentially(text);
  await page.locator('#seek-words[aria-expanded="true"]').waitFor();
  await page.locator('.suggestions[aria-busy="false"]').waitFor();
}

/** The lines of a table. */
async function table(path) {
  const text = await readFile(join(root, path), "utf8");
  return text.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
}

test("what visitors type, and what is answered first", async () => {
  const wrong = [];
  for (const [language, query, first, instead] of await table("tests/browser/search/queries.tsv")) {
    await open(`${PAGES[language]}?q=${encodeURIComponent(query)}`, {}, async (page) => {
      await page.waitForFunction(() => document.querySelector(".results [role=status]").textContent);
      const found = await page.locator(`${RESULTS} a`).first().getAttribute("href").catch(() => "nothing");
      if (found !== first) wrong.push(`${language} ${query}: ${found}, not ${first}`);
      const said = await page.locator(".results [role=status]").textContent();
      if (instead && !said.includes(instead)) wrong.push(`${language} ${query}: ${said}`);
      if (!instead && /Results for|Résultats pour|نتائج عن/.test(said)) wrong.push(`${language} ${query}: ${said}`);
    });
  }
  assert.deepEqual(wrong, []);
});

test("the words of the script are those of the program", async () => {
  const script = await import(`data:text/javascript,${encodeURIComponent(await readFile(join(root, "src/builtin/default/assets/search.js"), "utf8"))}`);
  const stems = new Map();
  for (const language of ["fr", "en", "ar"]) {
    const entry = JSON.parse(await site.file(`/${language}/search.json`));
    stems.set(language, script.stemmer(entry.steps));
  }
  let rows = 0;
  for (const [language, text, expected] of await table("tests/search/words.tsv")) {
    const stem = stems.get(language);
    if (!stem) continue;
    assert.equal(script.words(script.fold(text)).map(stem).join(" "), expected, text);
    rows += 1;
  }
  assert.ok(rows > 12, `${rows} rows`);
  let numbers = 0;
  for (const [text, expected] of await table("tests/search/telephones.tsv")) {
    assert.equal(script.telephones(text).map(({ digits }) => digits).join(" "), expected ?? "", text);
    numbers += 1;
  }
  assert.ok(numbers > 15, `${numbers} numbers`);
  for (const [a, b, apart] of [["hebergemant", "hebergement", 1], ["acessibility", "accessibility", 1], ["hcek", "heck", 1], ["abc", "abc", 0], ["abc", "xyz", 3], ["", "ab", 2]]) {
    assert.equal(script.distance(a, b, 3), apart, `${a} ${b}`);
  }
});

test("nothing is loaded before the first letter, and little for the first answer", async (t) => {
  await open("/fr/", {}, async (page, requests) => {
    await page.locator(FIELD).focus();
    await page.waitForLoadState("networkidle");
    const before = requests.length;
    assert.ok(!requests.some((url) => /search/.test(url)), requests.join("\n"));
    // At once: how many letters have an answer of their own is up to who types.
    await page.locator(FIELD).fill("logement");
    await page.locator(OPTIONS).first().waitFor();
    const loaded = requests.slice(before);
    let bytes = 0;
    for (const url of loaded) bytes += brotliCompressSync(await site.file(new URL(url).pathname)).length;
    t.diagnostic(`first answer: ${bytes} bytes compressed, ${loaded.length} requests`);
    assert.ok(bytes < 60_000, `${bytes} bytes`);
    assert.ok(loaded.length <= 15, `${loaded.length} requests`);
  });
});

test("the keyboard: a combobox with a list", async () => {
  await open("/fr/contact/", {}, async (page) => {
    const field = page.locator(FIELD);
    await type(page, "retour");
    await page.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    const first = page.locator(OPTIONS).first();
    assert.equal(await first.getAttribute("id"), active);
    assert.equal(await first.getAttribute("aria-selected"), "true");
    assert.deepEqual(await axe(page), []);
    await page.keyboard.press("ArrowUp");
    assert.equal(await field.getAttribute("aria-activedescendant"), null);
    await page.keyboard.press("ArrowUp");
    assert.match(await page.locator(OPTIONS).last().getAttribute("aria-selected"), /true/);
    await page.keyboard.press("Escape");
    assert.equal(await field.getAttribute("aria-expanded"), "false");
    assert.equal(await field.inputValue(), "retour");
    await page.keyboard.press("ArrowDown");
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    const to = await first.getAttribute("data-to");
    await page.keyboard.press("Enter");
    await page.waitForURL(site.origin + to);
    await page.goBack();
    // Without a choice, the form leads to everything that is found.
    await page.locator(FIELD).fill("retour");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/fr\/recherche\/\?q=retour$/);
    await page.locator(RESULTS).first().waitFor();
  });
});

test("what is chosen answers what was typed, however fast", async () => {
  await open("/fr/contact/", {}, async (page) => {
    // Both keys come before the answer to the last letters.
    await page.locator(FIELD).pressSequentially("hé");
    await page.locator(OPTIONS).first().waitFor();
    await page.locator(FIELD).pressSequentially("bergement");
    await page.keyboard.press("ArrowDown");
    await page.locator(`${OPTIONS}[aria-selected="true"]`).waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/fr\/aide\/dormir\/$/);
  });
});

test("what is found is told to who hears it", async () => {
  await open("/en/", {}, async (page) => {
    await type(page, "voluntary return");
    await page.waitForFunction(() => /Results: \d+/.test(document.querySelector(".seek [role=status]").textContent));
    const list = page.locator(".suggestions");
    assert.equal(await list.getAttribute("role"), "listbox");
    assert.equal(await page.locator(FIELD).getAttribute("aria-controls"), await list.getAttribute("id"));
    assert.ok((await page.locator(`${OPTIONS} mark`).count()) > 0, "words are marked");
  });
});

test("results: narrowed, more of them, and back again", async () => {
  await open(`${PAGES.fr}?q=migration`, {}, async (page) => {
    await page.locator(RESULTS).first().waitFor();
    assert.equal(await page.locator(RESULTS).count(), 10);
    await page.locator(".more-results button").click();
    await page.waitForFunction(() => document.querySelectorAll(".results > .found > li").length === 20);
    assert.equal(await page.evaluate(() => document.activeElement.closest("li")?.previousElementSibling !== null), true);
    const options = await page.locator("select[name=kind] option").allTextContents();
    const news = options.find((option) => option.startsWith("Actualités"));
    const count = Number(/\((\d+)\)/.exec(news)[1]);
    await page.locator("select[name=kind]").selectOption("Actualités");
    await page.waitForURL(/kind=Actualit/);
    await page.waitForFunction((count) => document.querySelector(".results [role=status]").textContent.includes(String(count)), count);
    for (const meta of await page.locator(`${RESULTS} .meta`).allTextContents()) assert.match(meta, /^Actualités/);
    assert.ok((await page.locator("select[name=axes] option").count()) > 1, "by area of work");
    assert.ok((await page.locator("select[name=year] option").count()) > 1, "by year");
    assert.deepEqual(await axe(page), []);
    await page.locator(`${RESULTS} a`).first().click();
    await page.goBack();
    await page.locator(RESULTS).first().waitFor();
    assert.equal(await page.locator("#words").inputValue(), "migration");
    assert.equal(await page.locator("select[name=kind]").inputValue(), "Actualités");
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("select[name=kind]")?.value === "");
  });
});

test("the other language: when it is asked, and where there is nothing", async () => {
  await open(`${PAGES.en}?q=Caritas`, {}, async (page) => {
    await page.locator(RESULTS).first().waitFor();
    assert.equal(await page.locator(".elsewhere li").count(), 0);
    await page.getByRole("button", { name: "Also in French" }).click();
    await page.locator('.elsewhere li[lang="fr"]').first().waitFor();
    assert.deepEqual(await axe(page), []);
  });
  await open(`${PAGES.fr}?q=sleep`, {}, async (page) => {
    await page.locator('.elsewhere li[lang="en"]').first().waitFor();
    assert.ok(await page.locator("[data-subjects]").isVisible(), "the subjects lead on");
  });
});

test("pages of which no visit leaves a trace are in no index", async () => {
  const headers = String(await site.file("/_headers")).split("\n\n");
  const secret = headers.filter((rule) => rule.includes("no-store")).map((rule) => rule.trim().split("\n")[0]);
  assert.ok(secret.length > 4, secret.join("\n"));
  for (const language of ["fr", "en", "ar"]) {
    const entry = JSON.parse(await site.file(`/${language}/search.json`));
    const digits = entry.names.length / entry.pages;
    for (let page = 0; page < entry.pages; page += 1) {
      const name = entry.names.slice(page * digits, (page + 1) * digits);
      const { u } = JSON.parse(await site.file(`${entry.folder}${name}.json`));
      assert.ok(!secret.includes(u) && !u.includes("404"), u);
    }
  }
});

for (const width of [320, 768, 1280]) {
  test(`how it looks at ${width} pixels`, async () => {
    for (const [language, query, scheme] of [["fr", "hébergement", "light"], ["en", "return", "dark"], ["ar", "طبيب", "light"]]) {
      await open(`/${language}/`, { width, scheme }, async (page) => {
        if (width < 960) await page.locator(".seek-button").click();
        await type(page, query);
        await page.locator(OPTIONS).first().waitFor();
        assert.deepEqual(await overflow(page), []);
        assert.deepEqual(await axe(page), []);
        if (width < 960) assert.deepEqual(await spills(page, { "200 %": ":root { font-size: 200% }", spacing: SPACING }), []);
      });
      await open(`${PAGES[language]}?q=${encodeURIComponent(query)}`, { width, scheme }, async (page) => {
        await page.locator(RESULTS).first().waitFor();
        assert.deepEqual(await overflow(page), []);
        assert.deepEqual(await axe(page), []);
        if (width < 960) assert.deepEqual(await spills(page, { "200 %": ":root { font-size: 200% }" }), []);
      });
    }
  });
}

test("without scripts, the form leads to the subjects", async () => {
  for (const width of [320, 1280]) {
    await open("/fr/", { width, scripts: false }, async (page) => {
      if (width < 960) await page.locator(".seek-button").click();
      await page.locator(FIELD).fill("logement");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/fr\/recherche\/\?q=logement$/);
      assert.match(await page.locator(".without-scripts").innerText(), /n’exécute pas de scripts/);
      assert.ok((await page.locator("[data-subjects] a").count()) > 5);
    });
  }
});

test("where nothing can be loaded, the page says so", async () => {
  const context = await chromium.newContext();
  try {
    const page = await context.newPage();
    await page.route(/\/search\.json$/, (route) => route.abort());
    await page.goto(`${site.origin}${PAGES.fr}?q=logement`);
    await page.waitForFunction(() => document.querySelector(".results [role=status]").textContent.includes("n’a pas pu être chargée"));
    assert.ok(await page.locator("[data-subjects]").isVisible());
  } finally {
    await context.close();
  }
});

test("below a path", async () => {
  const folders = ["content", "static", "themes"].map((name) => ({ from: name, to: name }));
  const below = await Site.start(folders, null, "/a/b");
  try {
    await open("/fr/", { on: below }, async (page) => {
      await type(page, "hébergement");
      await page.locator(OPTIONS).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${below.origin}/a/b/fr/aide/dormir/`);
    });
    await open("/fr/recherche/?q=Caritas", { on: below }, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      assert.match(await page.locator(`${RESULTS} a`).first().getAttribute("href"), /^\/a\/b\/fr\//);
    });
  } finally {
    await below.end();
  }
});
