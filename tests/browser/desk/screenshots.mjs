// Makes the pictures of the page `writing/desk` of the documentation anew, in each of its languages:
//
//     node tests/browser/desk/screenshots.mjs
//
// RIHLA is the program, CHROMIUM the browser, as for the tests. The site that is seen is begun for the
// pictures, and all that could differ from one day to the next has the same day on each of them.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { environment } from "../preview.mjs";
import { root } from "../site.mjs";

const program = process.env.RIHLA ?? join(root, "target/debug/rihla");
const folder = join(root, "docs/site/content/writing/desk");

/** The day on which everything on the pictures was written. */
const DAY = "2026-03-14";
/** The most that a picture may weigh, in bytes. */
const HEAVIEST = 60_000;
/** How wide one is at most, in pixels. */
const WIDEST = 1280;

/** What of the site names the day, and is translated. */
const OUTDATED = [
  ...["first-news", "picture"].map((name) => `news/${DAY}-${name}`),
  ...["events", "news", "notices", "projects"].map((name) => `content/${name}/collection.yaml`),
  "projects/opening",
];

/** What is renamed on a picture, with the addresses at which it was published. */
const RENAMED = `events/${DAY}-reading`;
const PUBLISHED = `# The addresses that this site has published: address, language, entry.
/en/events/2026/reading-the-site-together/ en ${RENAMED}
/fr/agenda/2026/relire-le-site-ensemble/ fr ${RENAMED}
`;

/** What is written, and what is pressed, in each language. */
const LANGUAGES = {
  fr: {
    site: { name: "Le Saule", languages: "fr,en" },
    other: "en",
    collection: "Actualités",
    title: "Veillée de contes sous le saule",
    summary: "Trois conteuses nous attendent, avec du thé pour tous.",
    body: `La veillée commence à 18 h et dure deux heures. Venez avec les enfants.

## Au programme

- **La fille du meunier**, par Salma
- **Le puits qui parlait**, par Lina
- un conte inventé sur place, avec vous

L’entrée est libre. Pour aider, [écrivez-nous](/contact).`,
    added: "\n\nNous cherchons trois conteurs.\n",
    mine: "Veillée de contes au bord de l’eau",
    theirs: "Grande veillée de contes sous le saule",
    begun: "Atelier de reliure",
    renamed: [
      ["Titre (Français)", "Relire le site autour d’un thé"],
      ["Titre (English)", "Reading the site over tea"],
    ],
    words: {
      actions: "Autres actions",
      begin: "Commencer en English",
      choice: "Rubrique",
      chosen: "Enregistrer ce choix",
      conflict: "Ce texte a été changé entre-temps",
      fresh: "Nouveau texte",
      heading: "Titre",
      mine: "Garder ce que j’ai écrit",
      moves: "Donner aussi à la page une adresse",
      rename: "Renommer…",
      save: "Enregistrer",
      summary: "Résumé (Français)",
      title: "Titre (Français)",
    },
    translated: [
      ["Titre (English)", "Stories by the water"],
      ["Résumé (English)", "Three storytellers are waiting for us, with tea for everyone."],
    ],
  },
  en: {
    site: { name: "The Willow", languages: "en,fr" },
    other: "fr",
    collection: "News",
    title: "An evening of stories under the willow",
    summary: "Three storytellers are waiting for us, with tea for everyone.",
    body: `The evening begins at 6 p.m. and lasts two hours. Bring the children.

## On the programme

- **The miller’s daughter**, told by Salma
- **The well that talked**, told by Lina
- a tale made up on the spot, with your help

Entry is free. To help, [write to us](/contact).`,
    added: "\n\nWe are looking for three storytellers.\n",
    mine: "An evening of stories by the water",
    theirs: "A grand evening of stories under the willow",
    begun: "A bookbinding workshop",
    renamed: [
      ["Title (English)", "Reading the site over tea"],
      ["Title (Français)", "Relire le site autour d’un thé"],
    ],
    words: {
      actions: "Other actions",
      begin: "Begin in Français",
      choice: "Collection",
      chosen: "Save this choice",
      conflict: "This text was changed meanwhile",
      fresh: "New text",
      heading: "Title",
      mine: "Keep what I wrote",
      moves: "Also give the page an address",
      rename: "Rename…",
      save: "Save",
      summary: "Summary (English)",
      title: "Title (English)",
    },
    translated: [
      ["Title (Français)", "Veillée de contes au bord de l’eau"],
      ["Summary (Français)", "Trois conteuses nous attendent, avec du thé pour tous."],
    ],
  },
};

/** The program, which has to do what it is asked. */
function run(options, env) {
  const { status, stderr } = spawnSync(program, options, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${options.join(" ")}: ${stderr}`);
}

/** Every file of a folder, as a path below it. */
async function files(from) {
  const found = await readdir(from, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

/** Gives everything that `init` wrote the day of the pictures, in texts and in names. */
async function dated(site, today) {
  for (const path of await files(join(site, "content"))) {
    const text = await readFile(path, "utf8");
    if (/\.(md|yaml)$/.test(path) && text.includes(today)) {
      await writeFile(path, text.replaceAll(today, DAY));
    }
  }
  const all = await readdir(join(site, "content"), { recursive: true });
  // What lies in a folder is named before the folder is.
  for (const name of all.sort().reverse()) {
    const last = name.split("/").at(-1);
    if (last.startsWith(today)) {
      await rename(join(site, "content", name), join(site, "content", name.slice(0, -last.length) + last.replace(today, DAY)));
    }
  }
}

/** A site with a text in one language, and one whose translation is out of date. */
async function begun(tag, language) {
  const site = await mkdtemp(join(tmpdir(), "rihla-pictures-"));
  const env = environment();
  const today = () => new Date().toISOString().slice(0, 10);
  const before = today();
  const { name, languages } = language.site;
  run(
    ["init", site, "--name", name, "--languages", languages, "--for", "association", "--url", "https://www.example.org", "--messages", tag],
    env,
  );
  for (const day of new Set([before, today()])) await dated(site, day);
  // What is of another day has another digest.
  run(["accept", ...OUTDATED, "--site", site, "--to", language.other], env);
  run(["remove", `notices/${DAY}-preparation`, "--yes", "--site", site], env);
  const news = join(site, `content/news/${DAY}-stories.${tag}.md`);
  await writeFile(
    news,
    `---\ntitle: "${language.title}"\nsummary: "${language.summary}"\ndate: ${DAY}\n---\n${language.body}\n`,
  );
  await writeFile(join(site, "urls.lock"), PUBLISHED);
  const joining = join(site, `content/join/index.${tag}.md`);
  await writeFile(joining, (await readFile(joining, "utf8")).trimEnd() + language.added);
  return { site, news, env };
}

/** The desk of a site, with the address by which it is entered. */
async function desk(site, tag, env) {
  const options = ["edit", "--site", site, "--no-open", "--port", "0", "--messages", tag];
  const child = spawn(program, options, { env, stdio: ["ignore", "ignore", "pipe"] });
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /http:\S+#token=\w+/.exec(line)?.[0];
    if (!address) continue;
    child.stderr.resume();
    return { child, address };
  }
  throw new Error("the desk does not open");
}

/** Keeps a part of what is seen: all that is around some elements, `from` one down, or the window. */
async function keep(page, name, parts = [], { margin = 16, from = null, most = Infinity, finest = 2 } = {}) {
  const boxes = [];
  for (const part of parts) boxes.push(await part.boundingBox());
  const { width, height } = page.viewportSize();
  const clip = { x: 0, y: 0, width, height };
  if (boxes.length) {
    clip.x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - margin);
    clip.y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - margin);
    clip.width = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + margin) - clip.x;
    clip.height = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + margin) - clip.y;
  }
  if (from) clip.y = (await from.boundingBox()).y;
  clip.height = Math.min(clip.height, height - clip.y, most);
  // A clip is counted from the top of the page. What is small is drawn larger, for fine screens.
  clip.y += await page.evaluate(() => scrollY);
  clip.scale = Math.min(finest, WIDEST / clip.width);
  const session = await page.context().newCDPSession(page);
  for (const quality of [92, 85, 75, 60]) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality, clip });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length > HEAVIEST) continue;
    await writeFile(join(folder, `${name}.webp`), bytes);
    console.log(`${name}.webp: ${Math.round(bytes.length / 1000)} kB`);
    return;
  }
  throw new Error(`${name} is too heavy`);
}

/** Shows the top of the page, with nothing that moves. */
async function top(page) {
  await page.evaluate(() => {
    document.activeElement.blur();
    window.scrollTo({ top: 0, behavior: "instant" });
  });
  await page.waitForTimeout(400);
}

/** Waits until the program has answered what was typed. */
async function checked(page, act) {
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/check"));
  await act();
  await answer;
  await page.waitForTimeout(700);
}

async function pictures(tag) {
  const language = LANGUAGES[tag];
  const { words } = language;
  const { site, news, env } = await begun(tag, language);
  const { child, address } = await desk(site, tag, env);
  const ended = once(child, "exit");
  const locale = { fr: "fr-FR", en: "en-GB" }[tag];
  // What the browser draws in the language of its machine, such as days, is on no picture.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    env,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const context = await browser.newContext({
      locale,
      colorScheme: "light",
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const entry = async (id) => {
      await page.evaluate((one) => location.assign(`#/entry/${encodeURIComponent(one)}`), id);
      await page.getByLabel(words.title).waitFor();
      await page.frameLocator("iframe").locator("h1").waitFor();
      await page.waitForTimeout(700);
    };
    const button = (name) => page.getByRole("button", { name, exact: true });

    await page.goto(address);
    await page.locator("a.title").nth(5).waitFor();
    await keep(page, `list-${tag}`, [], { most: 640 });

    await page.getByRole("link", { name: words.fresh }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words.choice).selectOption({ label: language.collection });
    await dialog.getByLabel(words.heading).fill(language.begun);
    await page.waitForTimeout(300);
    await keep(page, `new-${tag}`, [dialog], { margin: 0 });
    await page.keyboard.press("Escape");

    await page.goto(`${new URL(address).origin}/#/`);
    await page.locator("a.title").first().waitFor();

    // What follows from another title.
    await entry(RENAMED);
    await page.getByText(words.actions, { exact: true }).click();
    await button(words.rename).click();
    for (const [name, text] of language.renamed) await dialog.getByLabel(name).fill(text);
    const followed = page.waitForResponse((response) => response.url().endsWith("/api/moved"));
    await dialog.getByLabel(words.moves).check();
    await followed;
    await dialog.locator(".standings .new").nth(1).waitFor();
    await page.waitForTimeout(300);
    await keep(page, `rename-${tag}`, [dialog], { margin: 0, finest: 1.5 });
    await page.keyboard.press("Escape");

    await entry(`news/${DAY}-stories`);
    // The text, its toolbar and the page as it will be, which stays where it is.
    const frame = page.locator(".preview iframe");
    await page.mouse.move(0, 0);
    await page.locator("#body").evaluate((area) => {
      area.focus();
      area.setSelectionRange(0, 0);
      // There is room to scroll, however short the form is.
      area.closest(".written").style.paddingBlockEnd = "100vh";
      const from = (selector) => document.querySelector(selector).getBoundingClientRect().top;
      for (let turn = 0; turn < 2; turn += 1) {
        window.scrollBy({ top: from("label[for=body]") - from(".preview iframe") - 8, behavior: "instant" });
      }
    });
    await page.waitForTimeout(700);
    await keep(page, `text-${tag}`, [page.locator(".written"), frame], { margin: 8, from: frame, most: 480 });

    // A message at a field.
    const summary = page.getByLabel(words.summary);
    await checked(page, () => summary.fill(""));
    await top(page);
    await keep(page, `message-${tag}`, [page.locator(".languages-bar"), summary], { margin: 12 });
    await checked(page, () => summary.fill(language.summary));

    // Somebody else saves the same text.
    await checked(page, () => page.getByLabel(words.title).fill(language.mine));
    await writeFile(news, (await readFile(news, "utf8")).replace(language.title, language.theirs));
    await page.waitForTimeout(1500);
    await button(words.save).click();
    await page.getByRole("heading", { name: words.conflict }).waitFor();
    await top(page);
    await keep(page, `conflict-${tag}`, [page.locator(".head"), page.getByRole("button", { name: words.chosen })]);
    await page.getByRole("radio", { name: words.mine }).check();
    await button(words.chosen).click();
    await page.getByLabel(words.title).waitFor();

    // A second language beside the first.
    await page.locator(`label[for=language-${language.other}]`).click();
    await button(words.begin).click();
    for (const [name, text] of language.translated) {
      await checked(page, () => page.getByLabel(name).fill(text));
    }
    await page.frameLocator("iframe").locator("h1").waitFor();
    await page.locator("details.follows[open] .new").first().waitFor();
    await page.locator("details.follows").evaluate((one) => (one.open = false));
    await top(page);
    await keep(page, `languages-${tag}`, [page.locator(".bar"), page.getByLabel(language.translated[1][0])], { from: page.locator(".bar") });
  } finally {
    await browser.close();
    child.kill();
    await ended;
    await rm(site, { recursive: true, force: true });
  }
}

await mkdir(folder, { recursive: true });
for (const tag of Object.keys(LANGUAGES)) await pictures(tag);
