// The lists of the mission's site, as visitors use them: programmes that narrow, partners by what they
// are, documents, charts, and items of former times.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "./preview.mjs";
import { axe, mission, overflow, strict } from "./site.mjs";

/** Each address in French and in English. */
const PAGES = {
  "a page with charts": ["/fr/donnees-et-ressources/", "/en/data-and-resources/"],
  "a news item": [
    "/fr/actualites/2017/l-oim-et-caritas-au-maroc-s-engagent-a-coordonner-leur-action/",
    "/en/news/2017/iom-morocco-and-caritas-in-morocco-agree-to-coordinate-their-work/",
  ],
  "list of programmes": ["/fr/programmes/", "/en/programmes/"],
  "list of partners": ["/fr/partenaires/", "/en/partners/"],
  "list of publications": ["/fr/publications/", "/en/publications/"],
  "a publication": [
    "/fr/publications/retours-volontaires-depuis-le-maroc-2015-2024/",
    "/en/publications/voluntary-returns-from-morocco-2015-2024/",
  ],
};

let chrome, site;
before(async () => {
  site = await mission();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await site?.end();
});

/** Opens a page for `run`; nothing may go wrong on it. */
async function open(path, { width, scripts = true }, run) {
  const context = await chrome.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts, reducedMotion: "reduce" });
  try {
    const { page, wrong } = await strict(context, site);
    await page.goto(site.origin + path, { waitUntil: "load" });
    await run(page);
    assert.deepEqual(wrong, [], path);
  } finally {
    await context.close();
  }
}

/** What a part says, with plain spaces. */
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

test("the table of programmes narrows to what is chosen, where scripts run", async () => {
  for (const [language, path] of PAGES["list of programmes"].entries()) {
    await open(path, { width: 320 }, async (page) => {
      const shown = page.locator("table.programmes tbody tr:visible");
      const status = page.locator(".narrow [role=status]");
      const all = await shown.count();
      const choose = async (facet, value) => {
        const group = page.locator(".narrow details", { has: page.locator("summary", { hasText: facet[language] }) });
        if (!(await group.evaluate((node) => node.open))) await group.locator("summary").click();
        await group.getByRole("link", { name: value[language], exact: true }).click();
      };
      await choose(["Donateurs", "Donors"], ["Union européenne", "European Union"]);
      const funded = await shown.allInnerTexts();
      assert.ok(funded.length > 2 && funded.length < all, `${funded.length} of ${all}`);
      assert.ok(funded.every((row) => /European Union|Union européenne/.test(row)), funded.join("; "));
      // Said as it is chosen, for those who do not see the table.
      assert.match(await words(status), new RegExp(`\\s${funded.length}$`));
      await choose(["Année", "Year"], ["2020", "2020"]);
      const that = await shown.allInnerTexts();
      assert.deepEqual(that.map((row) => /^[A-Z]+/.exec(row)[0]).sort(), ["THAMM", "YGCA"]);
      assert.deepEqual(await axe(page), [], path);
      assert.deepEqual(await overflow(page), [], path);
      // Each number is that of the rows which the value would leave, and none is offered that leaves nothing.
      const counts = await page.locator(".narrow details li:not([hidden]) .aside").evaluateAll((nodes) => nodes.map((node) => node.textContent));
      assert.ok(counts.length > 2 && counts.every((count) => /^\([1-9]\d*\)$/.test(count)), counts.join(" "));
      // What is chosen stands in the address: a reload keeps it, and the way back leads out of it step by step.
      await page.reload();
      assert.equal(await shown.count(), that.length);
      await page.goBack();
      await assert.doesNotReject(page.waitForFunction((count) => document.querySelectorAll("table.programmes tbody tr:not([hidden])").length === count, funded.length));
      await page.locator(".narrow .leave-choice").click();
      assert.equal(await shown.count(), all);
      assert.equal(await page.locator(".narrow .leave-choice").count(), 0);
      assert.equal(new URL(page.url()).search, "");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".narrow summary")));
    });
  }
});

test("the table of programmes is put in another order, and a reload keeps it", async () => {
  const [path] = PAGES["list of programmes"];
  await open(path, { width: 320 }, async (page) => {
    const select = page.getByLabel("Trier par");
    const titles = () => page.locator("table.programmes tbody th").allInnerTexts();
    const keys = (column) => page.locator(`table.programmes tbody tr td:nth-child(${column})`).evaluateAll((cells) => cells.map((cell) => cell.dataset.order ?? ""));
    const before = await titles();
    await select.selectOption({ label: "Période" });
    const begun = await keys(5);
    const known = begun.filter(Boolean);
    assert.ok(known.length > 5 && known.length < begun.length, begun.join(" "));
    assert.deepEqual(begun, [...known.toSorted().reverse(), ...begun.slice(known.length)], "the latest first, what is not known last");
    await select.selectOption({ label: "Montant" });
    const amounts = (await keys(6)).filter(Boolean);
    assert.ok(amounts.length > 5, amounts.join(", "));
    const currencies = [...new Set(amounts.map((amount) => amount.slice(0, 3)))];
    for (const currency of currencies) {
      const own = amounts.filter((amount) => amount.startsWith(currency)).map((amount) => Number(amount.slice(4)));
      assert.deepEqual(own, own.toSorted((a, b) => b - a), currency);
    }
    assert.deepEqual(amounts.map((amount) => amount.slice(0, 3)), currencies.flatMap((currency) => amounts.filter((amount) => amount.startsWith(currency)).map(() => currency)), "one currency after the other");
    const sorted = await titles();
    assert.notDeepEqual(sorted, before);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await overflow(page), []);
    await page.reload();
    assert.deepEqual(await titles(), sorted);
    await select.selectOption({ label: "Ordre de la liste" });
    assert.deepEqual(await titles(), before);
    assert.equal(new URL(page.url()).search, "");
  });
  await open(path, { width: 320, scripts: false }, async (page) => assert.equal(await page.locator(".sort").isVisible(), false));
});

test("without scripts, each choice is a page that links to the next one and out of it", async () => {
  for (const [language, path] of PAGES["list of programmes"].entries()) {
    await open(path, { width: 320, scripts: false }, async (page) => {
      const rows = page.locator("table.programmes tbody tr");
      const all = await rows.count();
      const follow = async (facet) => {
        const group = page.locator(".narrow details", { has: page.locator("summary", { hasText: facet[language] }) });
        await group.locator("summary").click();
        const item = group.locator("li").first();
        const count = Number(/\d+/.exec(await item.locator(".aside").innerText())[0]);
        await item.getByRole("link").click();
        assert.equal(await rows.count(), count, page.url());
        return count;
      };
      const first = await follow(["Axes", "Areas of work"]);
      assert.ok(first > 0 && first < all);
      const second = await follow(["Année", "Year"]);
      assert.ok(second > 0 && second < first);
      assert.deepEqual(await overflow(page), [], path);
      const ways = page.locator(".narrow .leave-choice");
      while (await ways.count()) await ways.first().click();
      assert.equal(new URL(page.url()).pathname, path);
      assert.equal(await rows.count(), all);
    });
  }
});

test("partners stand by what they are, donors first, each with a sentence and its programmes", async () => {
  const own = [["/fr/partenaires/organisation-internationale-pour-les-migrations", "FORSATY"], ["/en/partners/international-organization-for-migration", "FORSATY"]];
  for (const [language, path] of PAGES["list of partners"].entries()) {
    await open(path, { width: 320 }, async (page) => {
      const kinds = page.locator("main details.kind");
      assert.match(await words(kinds.first().locator("h2")), language ? /^Donors \(\d+\)$/ : /^Donateurs \(\d+\)$/);
      assert.ok((await kinds.count()) >= 7);
      assert.deepEqual(await kinds.evaluateAll((nodes) => nodes.map((node) => node.open)), [true, ...Array((await kinds.count()) - 1).fill(false)]);
      for (const kind of await kinds.all()) if (!(await kind.evaluate((node) => node.open))) await kind.locator("summary").click();
      const count = await kinds.locator("h2 .aside").allInnerTexts();
      const partners = page.locator(".partners li");
      assert.equal(count.reduce((sum, text) => sum + Number(/\d+/.exec(text)[0]), 0), await partners.count());
      assert.ok((await partners.count()) > 60);
      for (const partner of await partners.evaluateAll((nodes) => nodes.map((node) => [node.querySelector("h3").textContent, node.querySelector("p:not(.meta)")?.textContent ?? ""]))) {
        assert.match(partner[1], /\S+ .*\.$/, partner[0]);
      }
      assert.match(await words(page.locator(".partners li", { hasText: "USAID" })), new RegExp(own[language][1]));
      // The mission is no partner of itself.
      assert.equal(await page.locator(`.partners a[href^="${own[language][0]}"]`).count(), 0);
      assert.deepEqual(await axe(page), [], path);
      assert.deepEqual(await overflow(page), [], path);
    });
  }
});

test("a document is listed with its format, its size and its language", async () => {
  for (const name of ["list of publications", "a publication"]) {
    for (const [language, path] of PAGES[name].entries()) {
      await open(path, { width: 320 }, async (page) => {
        const files = await page.locator("main .download a").allInnerTexts();
        assert.equal(files.length, name === "a publication" ? 1 : 2, path);
        const expected = language ? /\(CSV, [\d.]+\s(?:B|kB), in English\)$/ : /\(CSV, [\d,]+\s(?:o|ko), en français\)$/;
        for (const file of files) assert.match(file, expected, path);
      });
    }
  }
});

test("the table of a chart is folded, and opens without a script", async () => {
  for (const path of PAGES["a page with charts"]) {
    await open(path, { width: 320, scripts: false }, async (page) => {
      const charts = page.locator("figure.chart");
      assert.equal(await charts.count(), 2);
      for (const chart of await charts.all()) {
        assert.equal(await chart.locator("table").isVisible(), false);
        await chart.locator("summary").click();
        assert.ok(await chart.locator("table").isVisible());
      }
      assert.deepEqual(await overflow(page), [], path);
    });
  }
});

test("an item of more than five years says that it is one of the archives; a younger one does not", async () => {
  for (const [language, path] of PAGES["a news item"].entries()) {
    await open(path, { width: 320 }, async (page) => assert.match(await words(page.locator("main .head .notice").first()), language ? /^Archived page/ : /^Page d’archives/));
  }
  for (const path of ["/fr/actualites/2025/la-premiere-coupe-d-afrique-du-vivre-ensemble-debute-a-casablanca/", "/en/news/2025/the-first-africa-cup-of-living-together-begins-in-casablanca/"]) {
    await open(path, { width: 320 }, async (page) => assert.equal(await page.locator("main .head .notice").count(), 0, path));
  }
});
