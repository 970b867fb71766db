// What the mission's site costs and asks of those who read it: letters of twice the size on a small
// telephone, the bytes of a first view, how hard each page is to read, and how many clicks four people
// need for what they came for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { browser } from "./preview.mjs";
import { reading, sentences, syllables } from "./reading.mjs";
import { SPACING, Site, mission, spills, strict } from "./site.mjs";

const TELEPHONE = { width: 360, height: 740 };
/** Words in an average sentence, more than which no page has: plain-language guides of several governments agree on it. */
const LONG = 25;
/** On a page of help, where the reader is in need: shorter sentences, and easy words in them. */
const HELP = { length: 12, fr: 70, en: 6 };
/** Compressed bytes before anything is scrolled: without pictures, and with them. */
const LIGHT = 50_000;
const PICTURED = 120_000;

let chrome, site;
before(async () => {
  site = await mission();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await site?.end();
});

/** Opens a page of a context for `run`; nothing may go wrong on it but that a page is not there. */
async function look(context, path, run, on = site) {
  const { page, wrong, requests } = await strict(context, on);
  try {
    await page.goto(on.origin + path, { waitUntil: "load" });
    const result = await run(page, requests);
    assert.deepEqual(wrong.filter((text) => !(path.endsWith("404.html") && text.includes("404"))), [], path);
    return result;
  } finally {
    await page.close();
  }
}

/** A context as wide as a telephone; the page of languages stays where no script sends its reader on. */
const telephone = (more = {}) => chrome.newContext({ viewport: TELEPHONE, reducedMotion: "reduce", ...more });

/** Goes through paths, two at a time. */
async function each(paths, run) {
  const left = [...paths];
  const one = async () => {
    for (let path = left.shift(); path; path = left.shift()) await run(path);
  };
  await Promise.all([one(), one()]);
}

/** Which lines of text lie over one another on a page. Lines of one text may touch: they are as high as its letters. */
function overlaps(page) {
  return page.evaluate(() => {
    const lines = [];
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("svg, script, .skip, :popover-open") || !parent.checkVisibility()) continue;
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push({ text, box });
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    const found = new Set();
    for (const [index, { text, box }] of lines.entries()) {
      for (const { text: other, box: next } of lines.slice(index + 1)) {
        if (next.top >= box.bottom) break;
        const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const down = Math.min(box.bottom, next.bottom) - next.top;
        if (other !== text && across > 2 && down > box.height / 4) {
          found.add(`“${other.data.trim().slice(0, 30)}” lies over “${text.data.trim().slice(0, 30)}”`);
        }
      }
    }
    return [...found];
  });
}

/** What is cut at its lower edge: text in a box of a fixed height. */
function cut(page) {
  return page.evaluate(() =>
    [...document.body.querySelectorAll(":not(svg, svg *, .skip)")]
      .filter((node) => node.clientHeight > 1 && node.scrollHeight > node.clientHeight + 1)
      .filter((node) => /hidden|clip/.test(getComputedStyle(node).overflowY) && node.textContent.trim())
      .map((node) => `${node.tagName.toLowerCase()}.${node.className} is cut`),
  );
}

test("letters of twice the size with the spacing of WCAG 1.4.12, at 320 pixels", { timeout: 240_000 }, async (t) => {
  const paths = await site.sample();
  // One in each language at least, the page of languages, and more templates than the language has letters for.
  for (const start of ["/fr/", "/en/", "/ar/"]) assert.ok(paths.includes(start), start);
  assert.ok(paths.length > 40, `${paths.length} pages`);
  t.diagnostic(`${paths.length} pages`);
  const context = await chrome.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  const silent = await chrome.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const wrong = [];
  await each(paths, (path) =>
    look(path === "/" ? silent : context, path, async (page) => {
      const css = `:root { font-size: 200% } ${SPACING}`;
      const found = await spills(page, { both: css });
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
      }, css);
      found.push(...(await overlaps(page)), ...(await cut(page)));
      wrong.push(...found.map((what) => `${path}: ${what}`));
    }),
  );
  await context.close();
  await silent.close();
  assert.deepEqual(wrong.sort(), []);
});

/** The running text of a page in its own language, a block an item: no menus, tables, cards, facts or notes. */
function blocks(page) {
  return page.evaluate(() => {
    const { lang } = document.documentElement;
    return [...document.querySelectorAll("main :is(.lead, .prose :is(p, li, dd))")]
      .filter((node) => !node.closest(".footnotes, table, figure, .meta, .notice-title") && !node.querySelector("p, ul, ol, table"))
      .filter((node) => node.closest("[lang]").lang === lang)
      .map((node) => node.textContent.replace(/\s+/g, " ").trim())
      .filter(Boolean);
  });
}

test("each first view is light, and how hard each page is to read", { timeout: 1_200_000 }, async (t) => {
  const sizes = new Map();
  const weigh = async (url) => {
    const path = decodeURIComponent(new URL(url).pathname);
    if (!sizes.has(path)) {
      const body = await site.file(path.endsWith("/") ? `${path}index.html` : path);
      const picture = /\.(?:avif|jpg|png|webp)$/.test(path);
      sizes.set(path, { picture: picture || path.endsWith(".svg"), bytes: picture ? body.length : brotliCompressSync(body).length });
    }
    return sizes.get(path);
  };
  const paths = ["/", "/404.html"];
  for (const language of ["fr", "en", "ar"]) {
    for (const path of await site.pages(language)) {
      // A former address leads on.
      const text = String(await site.file(path.endsWith("/") ? `${path}index.html` : path));
      if (!/<meta http-equiv="refresh"/i.test(text)) paths.push(path);
    }
  }
  const rows = [];
  const heavy = [];
  const contexts = { plain: await telephone(), silent: await telephone({ javaScriptEnabled: false }) };
  await each(paths, (path) =>
    look(path === "/" ? contexts.silent : contexts.plain, path, async (page, requests) => {
      const parts = await Promise.all([...new Set(requests)].map(weigh));
      const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
      const [text, all] = [sum(parts.filter(({ picture }) => !picture)), sum(parts)];
      if (text > LIGHT || all > PICTURED) heavy.push(`${path}: ${text} bytes, ${all} with pictures`);
      const language = /^\/(\w\w)\//.exec(path)?.[1];
      const level = language ? reading(await blocks(page), language) : { words: 0, length: 0, level: null };
      rows.push({ path, language, text, all, ...level });
    }),
  );
  for (const context of Object.values(contexts)) await context.close();
  const hard = rows.filter(({ path, language, words, length, level }) => {
    if (words < 30) return false;
    if (!/^\/(?:fr\/aide|en\/help|ar\/help)\//.test(path)) return length > LONG;
    return length > HELP.length || (level !== null && (language === "fr" ? level < HELP.fr : level > HELP.en));
  });
  rows.sort((one, other) => one.path.localeCompare(other.path));
  t.diagnostic("bytes | with pictures | words | words a sentence | Kandel-Moles (fr, 100 is easy) or Flesch-Kincaid (en, years of school) | page");
  for (const { path, text, all, words, length, level } of rows) {
    t.diagnostic([text, all, words, length.toFixed(1), level?.toFixed(0) ?? "–", path].join(" | "));
  }
  assert.ok(rows.length > 300, `${rows.length} pages`);
  assert.deepEqual(heavy, []);
  assert.deepEqual(hard.map(({ path, length, level }) => `${path}: ${length.toFixed(1)} words a sentence, ${level?.toFixed(0)}`), []);
});

test("syllables and sentences are counted as they are spoken and written", () => {
  const spoken = {
    fr: { aide: 1, équipe: 2, que: 1, guide: 1, migration: 3, réunion: 3, maroc: 2, organisation: 5, développement: 5, "l’aide": 1, écoles: 2, réintégration: 5, 2024: 1 },
    en: { help: 1, people: 2, migration: 3, telephone: 3, supported: 3, helped: 1, associations: 5, question: 2, official: 3, media: 3, 1951: 1 },
  };
  for (const [language, words] of Object.entries(spoken)) {
    const found = Object.fromEntries(Object.keys(words).map((word) => [word, syllables(word, language)]));
    assert.deepEqual(found, words);
  }
  assert.deepEqual(sentences("Appelez le 19. Dites « Je suis là. » Ensuite ?").length, 3);
  assert.equal(sentences("En 2024, 28\u202f604 personnes, soit 3,5 % : la santé ; le droit.").length, 1);
  // Ten words of one syllable a sentence, three times: the formulae give what they say.
  const plain = reading(Array(3).fill("Un lit est là pour moi et pour toi ce soir."), "fr");
  assert.equal(plain.words, 33);
  assert.equal(Math.round(plain.level * 1000), Math.round((207 - 1.015 * 11 - 73.6) * 1000));
  const grade = reading(Array(3).fill("The man has a bed and you can sit on it."), "en");
  assert.equal(Math.round(grade.level * 1000), Math.round((0.39 * 11 + 11.8 - 15.59) * 1000));
  assert.equal(reading(["Too short."], "en").level, null);
  assert.equal(reading(Array(30).fill("كلمة"), "ar").level, null);
});

const PEOPLE = {
  fr: { home: "/fr/", map: "Plan du site", find: "Chercher une page par son titre", words: "convention caritas", programmes: "Voir nos programmes", amount: /12\s770\s000\s(?:USD|\$US)/, donor: /Agence des États-Unis/, apply: "Répondre à une offre", empty: /^Aucune offre n’est ouverte/ },
  en: { home: "/en/", map: "Site map", find: "Find a page by its title", words: "agreement caritas", programmes: "See our programmes", amount: /USD\s12,770,000/, donor: /United States Agency/, apply: "Apply for a job or a tender", empty: /^No vacancy or tender is open/ },
};

/** A person on a telephone, who begins at an address and does nothing but what a finger does. */
async function visit(path, run, on = site) {
  const context = await telephone({ locale: "fr-FR" });
  let clicks = 0;
  try {
    return await look(context, path, async (page) => {
      const click = async (target) => {
        assert.ok(await target.isVisible(), `${path}: what is to be clicked is seen`);
        clicks += 1;
        const there = page.waitForEvent("domcontentloaded");
        await target.click();
        await there;
      };
      await run(page, click);
      return clicks;
    }, on);
  } finally {
    await context.close();
  }
}

/** Whether a part lies within the first screen of a telephone. */
async function inView(part) {
  const box = await part.boundingBox();
  return Boolean(box) && box.y >= 0 && box.y + box.height <= TELEPHONE.height;
}

test("help by telephone is one click from any page", { timeout: 240_000 }, async (t) => {
  const paths = (await site.sample()).filter((path) => path !== "/" && path !== "/404.html");
  const seen = new Set();
  for (const path of paths) {
    const clicks = await visit(path, async (page, click) => {
      const call = page.locator("main :is(.contact, .urgent-calls) a[href^='tel:']").first();
      // A page of help has its numbers; the list of them has those to call at once.
      if ((await call.count()) === 0) await click(page.locator(".help-line a, .ways .help-first a, main .needs a").first());
      assert.ok((await call.isVisible()) && (await inView(call)), `${path}: ${page.url()} has a number in its first view`);
    });
    seen.add(clicks);
    assert.ok(clicks <= 1, `${path}: ${clicks} clicks`);
  }
  assert.ok(seen.has(1));
  t.diagnostic(`${paths.length} pages`);
});

for (const [language, said] of Object.entries(PEOPLE)) {
  test(`in two clicks, in ${language}: an item by its words, a programme’s amount and donor, the feed of notices`, async (t) => {
    const counted = {
      // Typing is no click. What is found first is what was looked for.
      item: await visit(said.home, async (page, click) => {
        await click(page.locator(".footer a", { hasText: said.map }));
        await page.getByLabel(said.find).fill(said.words);
        await page.locator(".find li a").first().waitFor();
        await click(page.locator(".find li a").first());
        assert.match(await page.locator("h1").innerText(), /Caritas/);
        assert.match(page.url(), /\/2017\//);
      }),
      programme: await visit(said.home, async (page, click) => {
        await click(page.locator(".ways a", { hasText: said.programmes }));
        const row = page.locator("table.programmes tr", { hasText: "FORSATY" });
        for (const expected of [said.amount, said.donor]) assert.match(await row.innerText(), expected);
        await click(row.locator("th a"));
        const facts = page.locator(".facts").first();
        for (const expected of [said.amount, said.donor]) assert.match((await facts.innerText()).replace(/[\u00a0\u202f]/g, " "), expected);
      }),
      feed: await visit(said.home, async (page, click) => {
        await click(page.locator(".ways a", { hasText: said.apply }));
        const link = page.locator("main .side a[href$='feed.xml']").last();
        const answer = page.waitForResponse((response) => response.url().endsWith("feed.xml"));
        await click(link);
        const feed = await answer;
        assert.equal(feed.status(), 200);
        const text = String(await site.file(new URL(feed.url()).pathname));
        assert.match(text, /<feed[^>]*Atom/);
        // What is announced is in it, open or closed.
        assert.ok(text.includes(language === "fr" ? "Location de véhicules (open)" : "(open)"), text.slice(0, 400));
      }),
    };
    t.diagnostic(`${language}: ${JSON.stringify(counted)}`);
    assert.deepEqual(counted, { item: 2, programme: 2, feed: 2 });
  });
}

test("where no post is open, the page says so and leads to the feed", { timeout: 240_000 }, async () => {
  const folders = ["content", "static", "themes"].map((name) => ({ from: name, to: name }));
  const empty = await Site.start(folders);
  try {
    for (const { home, apply, empty: said } of Object.values(PEOPLE)) {
      const clicks = await visit(home, async (page, click) => {
        await click(page.locator(".ways a", { hasText: apply }));
        assert.match((await page.locator("main .notice-title").innerText()).replace(/\s+/g, " "), said);
        const answer = page.waitForResponse((response) => response.url().endsWith("feed.xml"));
        await click(page.locator("main .notice a"));
        const feed = await answer;
        assert.equal(feed.status(), 200);
        assert.equal(new URL(feed.url()).pathname, `${home}${home === "/fr/" ? "offres" : "opportunities"}/feed.xml`);
        assert.match(String(await empty.file(new URL(feed.url()).pathname)), /<feed[^>]*Atom/);
      }, empty);
      assert.equal(clicks, 2);
    }
  } finally {
    await empty.end();
  }
});
