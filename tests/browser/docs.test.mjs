// The site of the documentation: every page in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "./preview.mjs";
import { Site, axe, overflow, strict, valid } from "./site.mjs";

let chrome, site;
before(async () => {
  site = await Site.start(["content", "static"].map((part) => ({ from: `docs/site/${part}`, to: part })));
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await site?.end();
});

// One page has what its translation has, so that each language is looked at in one of the views.
const VIEWS = {
  fr: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  en: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
};

for (const [language, view] of Object.entries(VIEWS)) {
  test(`every page in ${language}`, { timeout: 300_000 }, async () => {
    const all = await site.pages(language);
    assert.ok(all.length > 40, `only ${all.length} pages`);
    const context = await chrome.newContext({ reducedMotion: "reduce", ...view });
    for (const path of all) {
      const { page, wrong } = await strict(context, site);
      await page.goto(site.origin + path, { waitUntil: "load" });
      assert.deepEqual(await axe(page), [], path);
      assert.deepEqual(await overflow(page), [], path);
      assert.deepEqual(wrong, [], path);
      await page.close();
    }
    await context.close();
  });
}

test("chapters lead on to each other", async () => {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 800 } });
  const { page, wrong } = await strict(context, site);
  await page.goto(`${site.origin}/en/getting-started/`);
  const first = page.locator(".cards a").first();
  await first.click();
  const title = await page.locator("h1").innerText();
  await page.locator(".neighbours .newer a").click();
  await page.locator(".neighbours .older a").click();
  assert.equal(await page.locator("h1").innerText(), title);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("the pages validate (Nu HTML checker)", { timeout: 180_000 }, () => {
  assert.deepEqual(valid(site.out), []);
});
