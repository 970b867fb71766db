// The default theme on a site that is not the mission's: a municipality in three languages, whose collections
// have names and fields of its own. Every page is looked at in light and in dark, at two widths.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "./preview.mjs";
import { SPACING, Site, axe, overflow, spills, strict, valid } from "./site.mjs";

let chrome, site;
before(async () => {
  site = await Site.start([{ from: "tests/browser/commune", to: "." }]);
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await site?.end();
});

/** Opens a page for `run`; nothing may go wrong on it. */
async function open(path, view, run, more = {}) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...view, ...more });
  try {
    const { page, wrong } = await strict(context, site);
    await page.goto(site.origin + path, { waitUntil: "load" });
    const result = await run(page);
    assert.deepEqual(wrong, [], path);
    return result;
  } finally {
    await context.close();
  }
}

const narrow = (colorScheme) => ({ viewport: { width: 320, height: 640 }, colorScheme });
const wide = (colorScheme) => ({ viewport: { width: 1280, height: 800 }, colorScheme });

for (const [language, first, second] of [["fr", narrow("light"), wide("dark")], ["en", narrow("dark"), wide("light")], ["ar", narrow("light"), wide("dark")]]) {
  test(`every page in ${language}`, { timeout: 240_000 }, async () => {
    for (const path of await site.pages(language)) {
      for (const view of [first, second]) {
        await open(path, view, async (page) => {
          const where = `${path} at ${view.viewport.width} pixels, ${view.colorScheme}`;
          assert.deepEqual(await axe(page), [], where);
          assert.deepEqual(await overflow(page), [], where);
        });
      }
      await open(path, first, async (page) => {
        assert.deepEqual(await spills(page, { "text at 200 %": ":root { font-size: 200% }" }), [], path);
      });
      await open(path, first, async (page) => {
        assert.deepEqual(await spills(page, { "the spacing of WCAG 1.4.12": SPACING }), [], path);
      });
    }
  });
}

test("nothing moves while a page arrives in pieces", { timeout: 240_000 }, async () => {
  site.pieces = 24;
  try {
    const paths = ["/fr/", "/fr/actualites/", "/fr/actualites/2026/collecte-des-dechets-les-jours-changent/", "/fr/services/", "/fr/services/l-etat-civil/", "/fr/elus/", "/fr/la-mairie/", "/fr/la-mairie/le-conseil/", "/fr/evenements/", "/ar/"];
    for (const path of paths) {
      for (const width of [320, 1280]) {
        const moved = await open(path, { viewport: { width, height: 6000 } }, (page) =>
          page.evaluate(
            () =>
              new Promise((done) => {
                const moved = [];
                new PerformanceObserver((list) => {
                  for (const { value, sources } of list.getEntries()) moved.push(`${value}: ${sources.map(({ node }) => node?.outerHTML?.slice(0, 100))}`);
                }).observe({ type: "layout-shift", buffered: true });
                requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
              }),
          ),
        );
        assert.deepEqual(moved, [], `${path} at ${width}`);
      }
    }
  } finally {
    site.pieces = 1;
  }
});

test("a sheet has what the collection declares, each kind of field in its way", async () => {
  await open("/fr/services/l-etat-civil/", {}, async (page) => {
    const sheet = await page.locator(".facts dl > div").evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("dt").textContent, row.querySelector("dd").innerText.replace(/\s+/g, " ").trim()]),
    );
    assert.deepEqual(sheet, [
      ["Téléphone", "+212 5 11 11 11 11"],
      ["Courriel", "etat-civil@commune.example.org"],
      ["Site", "example.org"],
      ["Tarif", "20 MAD"],
      ["En ligne", "oui"],
      ["Ouvert depuis", "1er mars 1998"],
      ["Floors", "2"],
      ["Papiers à apporter", "Carte nationale Livret de famille"],
    ]);
    assert.equal(await page.locator(".facts a").first().getAttribute("href"), "tel:+212511111111");
    assert.deepEqual(await page.locator(".field h2").allInnerTexts(), ["Horaires", "Comment faire"]);
    // What refers to it.
    assert.equal(await page.locator("[aria-labelledby=from_actualites] li").count(), 2);
  });
});

test("no place in a line of entries stays empty", async () => {
  for (const [path, width, lines] of [["/fr/services/", 1280, [3, 2]], ["/fr/services/", 768, [2, 2, 1]], ["/fr/services/", 320, [1, 1, 1, 1, 1]]]) {
    await open(path, { viewport: { width, height: 800 } }, async (page) => {
      const boxes = await page.locator(".cards > li").evaluateAll((items) => items.map((item) => item.getBoundingClientRect().toJSON()));
      const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))];
      assert.deepEqual(tops.map((top) => boxes.filter((box) => Math.round(box.top) === top).length), lines, `${path} at ${width}`);
      const end = Math.max(...boxes.map(({ right }) => right));
      for (const top of tops) {
        const last = boxes.filter((box) => Math.round(box.top) === top).at(-1);
        assert.ok(Math.abs(last.right - end) <= 1, `a line of ${path} at ${width} ends before the others`);
      }
    });
  }
});

test("the contents stay in sight beside the text", async () => {
  await open("/fr/la-mairie/", { viewport: { width: 1280, height: 400 } }, async (page) => {
    await page.locator("h2", { hasText: "Téléphoner" }).scrollIntoViewIfNeeded();
    const { y } = await page.locator(".contents").boundingBox();
    assert.ok(y >= 0 && y < 100, `they stand at ${y}`);
    await page.locator(".contents a", { hasText: "Écrire" }).click();
    assert.match(page.url(), /#ecrire$/);
  });
});

test("the button of the menu says what it does", async () => {
  await open("/fr/contact/", narrow("light"), async (page) => {
    const button = page.locator(".menu-button");
    const before = await page.locator(".masthead").boundingBox();
    await button.click();
    await page.locator(".menu-button.opened").waitFor();
    assert.equal((await button.innerText()).trim(), "Fermer");
    assert.deepEqual(await page.locator(".masthead").boundingBox(), before);
    await page.keyboard.press("Escape");
    await page.locator(".menu-button:not(.opened)").waitFor();
    assert.equal((await button.innerText()).trim(), "Menu");
  });
});

test("on paper, the address of the page stands below its text", async () => {
  await open("/fr/contact/", {}, async (page) => {
    const address = page.locator(".printed-address");
    assert.equal(await address.isVisible(), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await address.innerText(), "https://commune.example.org/fr/contact/");
    assert.equal(await page.locator(".contents, .menu, .share").filter({ visible: true }).count(), 0);
  });
});

test("the pages validate (Nu HTML checker)", { timeout: 180_000 }, () => {
  assert.deepEqual(valid(site.out), []);
});
