// The start page, which the program opens where it is started without arguments: as somebody meets it who
// has no terminal.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser } from "./preview.mjs";
import { axe, overflow, root } from "./site.mjs";

const program = process.env.RIHLA ?? join(root, "target/debug/rihla");

let chrome;
before(async () => {
  chrome = await browser();
});
after(() => chrome?.close());

/** Starts the program without arguments as a person at home, and ends it after `run`. */
async function started(run) {
  const home = await mkdtemp(join(tmpdir(), "rihla-start-"));
  await mkdir(join(home, "Documents"));
  // What opens the browser of the machine notes the address instead.
  const opener = join(home, "bin/xdg-open");
  await mkdir(join(home, "bin"));
  await writeFile(opener, `#!/bin/sh\necho "$1" > "${home}/opened"\n`);
  await chmod(opener, 0o755);
  const child = spawn(program, [], {
    cwd: home,
    env: { HOME: home, PATH: join(home, "bin"), LANG: "fr_FR.UTF-8", TZ: "Africa/Casablanca" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  try {
    let said = "";
    let address = null;
    for await (const data of child.stderr) {
      said += data;
      address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) break;
    }
    assert.ok(address, said);
    // Nothing that it says later may fill the pipe.
    child.stderr.resume();
    return await run({ address, home, ended });
  } finally {
    child.kill();
    await ended;
    await rm(home, { recursive: true, force: true });
  }
}

/** A page of the browser, on which nothing may go wrong. */
async function page(run, options = {}) {
  const context = await chrome.newContext({ locale: "fr-FR", ...options });
  const wrong = [];
  context.on("weberror", (error) => wrong.push(String(error.error())));
  try {
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    const result = await run(page, context);
    assert.deepEqual(wrong, []);
    return result;
  } finally {
    await context.close();
  }
}

test("a site is begun, shown, and found again", { timeout: 120_000 }, () =>
  started(async ({ address, home }) => {
    await page(async (page, context) => {
      await page.goto(address);
      assert.equal(await page.locator("html").getAttribute("lang"), "fr");
      await page.getByLabel("Le nom de l’organisation").fill("Les Amis du phare");
      await page.getByLabel("Association").check();
      await page.getByRole("button", { name: "Écrire le site et l’ouvrir" }).click();
      await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/fr\/$/);
      assert.match(await page.title(), /Les Amis du phare/);
      await access(join(home, "les-amis-du-phare/content/site.yaml"));

      await page.goto(address);
      const known = page.locator("section", { has: page.getByRole("heading", { name: "Vos sites" }) });
      const [preview] = await Promise.all([
        context.waitForEvent("page"),
        known.getByRole("button", { name: "Voir les-amis-du-phare" }).click(),
      ]);
      await preview.waitForURL(/\/fr\/$/);
      assert.match(await preview.title(), /Les Amis du phare/);
      await known.getByRole("button", { name: "Ôter de la liste les-amis-du-phare" }).click();
      await known.getByText("Aucun site n’a encore été ouvert ici.").waitFor();
      await access(join(home, "les-amis-du-phare/content/site.yaml"));
    });
  }));

test("a folder is looked for and opened; what is wrong is said", { timeout: 120_000 }, () =>
  started(async ({ address, home }) => {
    const content = join(home, "Documents/à moi & à vous/content");
    await mkdir(content, { recursive: true });
    await writeFile(
      join(content, "site.yaml"),
      'edition: 1\ntitle: {fr: "Chez nous"}\nbase_url: "https://chez-nous.example.org/"\nidentity: "tag:chez-nous.example.org,2026:site"\nlanguages:\n  - {tag: fr, name: Français}\n',
    );
    await writeFile(join(content, "_index.fr.md"), '---\ntitle: "Chez nous"\n---\nBonjour.\n');
    await page(async (page, context) => {
      await page.goto(address);
      await page.getByRole("link", { name: "Documents", exact: true }).click();
      const [preview] = await Promise.all([
        context.waitForEvent("page"),
        page.getByRole("button", { name: "Voir à moi & à vous" }).click(),
      ]);
      await preview.waitForURL(/:\d+\/fr\/$/);
      assert.match(await preview.title(), /Chez nous/);

      await page.getByLabel("Dossier", { exact: true }).fill(join(home, "nowhere"));
      await page.getByRole("button", { name: "Voir ce dossier" }).click();
      await page.getByText("Ce dossier ne peut pas être lu").waitFor();

      await page.goto(address);
      await page.getByLabel("Le nom de l’organisation").fill("Ici");
      await page.getByLabel("Commune").check();
      await page.getByLabel(/^Les langues/).fill("fr xx-nothing-at-all");
      await page.getByRole("button", { name: "Écrire le site et l’ouvrir" }).click();
      await page.getByRole("alert").waitFor();
      assert.equal(await page.getByLabel("Le nom de l’organisation").inputValue(), "Ici");
      assert.equal(await page.getByLabel("Commune").isChecked(), true);

      // A folder as people write it, and a name that gives no name of a folder.
      await page.goto(`${address}?folder=${encodeURIComponent("~/Documents")}`);
      await page.getByLabel("Le nom de l’organisation").fill("🌳🌳");
      await page.getByLabel("Association").check();
      await page.getByLabel(/^Les langues/).fill("français et anglais");
      await page.getByRole("button", { name: "Écrire le site et l’ouvrir" }).click();
      await page.waitForURL(/:\d+\/fr\/$/);
      const settings = await readFile(join(home, "Documents/site/content/site.yaml"), "utf8");
      assert.deepEqual([...settings.matchAll(/\{tag: (\w+)/g)].map(([, tag]) => tag), ["fr", "en"]);

      await page.goto(`${address}?folder=${encodeURIComponent(join(home, "nowhere"))}`);
      await page.getByLabel("Le nom de l’organisation").fill("Là");
      await page.getByLabel("Association").check();
      await page.getByRole("button", { name: "Écrire le site et l’ouvrir" }).click();
      await page.getByRole("alert").getByText("il n’y a pas de dossier").waitFor();
      await assert.rejects(access(join(home, "nowhere")));
    });
  }));

test("it is read by everybody", { timeout: 120_000 }, () =>
  started(async ({ address }) => {
    for (const [locale, width, colorScheme] of [
      ["fr-FR", 320, "light"],
      ["en-GB", 768, "dark"],
      ["en-GB", 320, "dark"],
      ["fr-FR", 1280, "light"],
    ]) {
      const where = `${locale} at ${width} pixels, ${colorScheme}`;
      await page(
        async (page) => {
          await page.goto(address);
          assert.deepEqual(await axe(page), [], where);
          assert.deepEqual(await overflow(page), [], where);
          assert.equal(await page.locator("html").getAttribute("lang"), locale.slice(0, 2));
        },
        { locale, viewport: { width, height: 800 }, colorScheme, bypassCSP: true },
      );
    }
  }));

test("it ends from the page", { timeout: 120_000 }, () =>
  started(async ({ address, home, ended }) => {
    const context = await chrome.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole("button", { name: "End Rihla" }).click();
    await page.getByRole("heading", { name: "Rihla has ended" }).waitFor();
    assert.deepEqual(await ended, [0, null]);
    await context.close();
    assert.equal((await readFile(join(home, "opened"), "utf8")).trim(), address);
  }));

test("nobody else is answered", { timeout: 120_000 }, () =>
  started(async ({ address, home }) => {
    const { origin, pathname } = new URL(address);
    const asked = async (path, options) => (await fetch(origin + path, { redirect: "manual", ...options })).status;
    assert.equal(await asked("/"), 404);
    assert.equal(await asked("/0123456789abcdef0123456789abcdef/"), 404);
    assert.equal(await asked(pathname), 200);
    const form = { method: "POST", body: new URLSearchParams({ folder: home, name: "Elsewhere", languages: "fr", for: "association" }) };
    const sent = (headers) => asked(`${pathname}new`, { ...form, headers });
    assert.equal(await sent({}), 403, "a form without the page that it is on");
    assert.equal(await sent({ origin: "http://127.0.0.1:1" }), 403, "a page on another port");
    assert.equal(await sent({ origin: "https://evil.example" }), 403, "a page of another site");
    assert.equal(await asked(`${pathname}end`), 404, "nothing is done by a link");
    await assert.rejects(access(join(home, "elsewhere")));
    assert.equal(await sent({ origin }), 303);
    await access(join(home, "elsewhere"));

    const { headers } = await fetch(address);
    assert.match(headers.get("content-security-policy"), /frame-ancestors 'none'/);
  }));
