// The page that `rihla check --format html` writes, as a colleague opens it: from a file, on a telephone or a
// screen, in light and in dark, and on paper.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browser, environment } from "./preview.mjs";
import { SPACING, axe, overflow, root, spills, valid } from "./site.mjs";

const program = process.env.RIHLA ?? join(root, "target/debug/rihla");

/** The sites that are checked: one with texts that try to break a page, one with many findings. */
const SITES = ["tests/formats/site", "tests/sites/check-figures"];

let chrome, folder;
const pages = [];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "rihla-check-"));
  for (const [number, from] of SITES.entries()) {
    const site = join(folder, `site-${number}`);
    await cp(join(root, "tests/themes/plain"), join(site, "themes/plain"), { recursive: true });
    await cp(join(root, "tests/themes/site.yaml"), join(site, "content/site.yaml"));
    await cp(join(root, from, "content"), join(site, "content"), { recursive: true });
    for (const language of ["fr", "en"]) {
      for (const more of [[], ["--all"]]) {
        const options = ["check", "--site", site, "--format", "html", "--messages", language, ...more];
        const { stdout, status } = spawnSync(program, options, { env: environment(), encoding: "utf8" });
        assert.equal(status, 1);
        const path = join(folder, "pages", `${number}${more.join("")}.${language}.html`);
        await cp(join(root, "tests/themes/site.yaml"), path);
        await writeFile(path, stdout);
        pages.push(path);
      }
    }
  }
  await rm(join(folder, "site-0"), { recursive: true });
  await rm(join(folder, "site-1"), { recursive: true });
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await rm(folder, { recursive: true, force: true });
});

test("the Nu HTML checker finds nothing", { timeout: 60_000 }, () => {
  assert.deepEqual(valid(join(folder, "pages")), []);
});

test("it can be read by everyone, and asks for nothing", { timeout: 120_000 }, async () => {
  for (const path of pages) {
    for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [1280, "light"], [1280, "dark"]]) {
      const where = `${path} at ${width} pixels, ${colorScheme}`;
      const context = await chrome.newContext({ viewport: { width, height: 700 }, colorScheme });
      try {
        const page = await context.newPage();
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        const address = pathToFileURL(path).href;
        await page.goto(address);
        assert.deepEqual(asked, [address], where);
        assert.equal(await page.locator("script, link, img, iframe, [onload]").count(), 0, where);
        assert.deepEqual(await axe(page), [], where);
        assert.deepEqual(await overflow(page), [], where);
        const settings = { "text at 200 %": ":root { font-size: 200% }", "the spacing of WCAG 1.4.12": SPACING };
        assert.deepEqual(await spills(page, settings), [], where);
        await page.emulateMedia({ media: "print", colorScheme });
        assert.deepEqual(await overflow(page), [], `${where}, printed`);
        const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(color, "rgb(255, 255, 255)", `${where}, printed`);
      } finally {
        await context.close();
      }
    }
  }
});
