// The mission's site as a visitor meets it: each template in both languages, at three widths, in
// light and in dark, with scripts and without.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { NAMES, family, fonts } from "./fonts.mjs";
import { browser } from "./preview.mjs";
import { SPACING, Site, arabic, axe, letters, mission, overflow, restyle, root, spills, strict, valid } from "./site.mjs";

const HEIGHTS = { 320: 640, 768: 1024, 1280: 800 };

/** One page for each template, by what it is: its address in French and in English. */
const PAGES = {
  home: ["/fr/", "/en/"],
  "a plain page": ["/fr/a-propos-de-l-oim/", "/en/about-iom/"],
  "a page below another": ["/fr/a-propos-de-l-oim/la-mission-au-maroc/", "/en/about-iom/the-mission-in-morocco/"],
  "a page with charts": ["/fr/donnees-et-ressources/", "/en/data-and-resources/"],
  "2030 Agenda": ["/fr/programme-2030/", "/en/2030-agenda/"],
  "report misconduct": ["/fr/signaler-une-faute/", "/en/report-misconduct/"],
  contact: ["/fr/contact/", "/en/contact/"],
  accessibility: ["/fr/accessibilite/", "/en/accessibility/"],
  "site map": ["/fr/plan-du-site/", "/en/site-map/"],
  search: ["/fr/recherche/", "/en/search/"],
  "list of news": ["/fr/actualites/", "/en/news/"],
  "a year of news": ["/fr/actualites/2024/", "/en/news/2024/"],
  "a news item": [
    "/fr/actualites/2017/l-oim-et-caritas-au-maroc-s-engagent-a-coordonner-leur-action/",
    "/en/news/2017/iom-morocco-and-caritas-in-morocco-agree-to-coordinate-their-work/",
  ],
  "a news item with all that may become of it": ["/fr/actualites/2026/trial/", "/en/news/2026/trial/"],
  "list of areas": ["/fr/axes/", "/en/areas-of-work/"],
  "an area": ["/fr/axes/protection-et-resilience/", "/en/areas-of-work/protection-and-resilience/"],
  "list of programmes": ["/fr/programmes/", "/en/programmes/"],
  "a programme": [
    "/fr/programmes/sante-et-protection-des-personnes-migrantes-vulnerables/",
    "/en/programmes/health-and-protection-for-vulnerable-migrants/",
  ],
  "list of partners": ["/fr/partenaires/", "/en/partners/"],
  "a partner": ["/fr/partenaires/royaume-des-pays-bas/", "/en/partners/kingdom-of-the-netherlands/"],
  "list of goals": ["/fr/objectifs/", "/en/goals/"],
  "a goal": ["/fr/objectifs/objectif-3/", "/en/goals/goal-3/"],
  "list of publications": ["/fr/publications/", "/en/publications/"],
  "a publication": [
    "/fr/publications/retours-volontaires-depuis-le-maroc-2015-2024/",
    "/en/publications/voluntary-returns-from-morocco-2015-2024/",
  ],
  "list of opportunities": ["/fr/offres/", "/en/opportunities/"],
  "an open notice": ["/fr/offres/open/", "/en/opportunities/open/"],
  "a closed notice": ["/fr/offres/closed/", "/en/opportunities/closed/"],
  "an outdated translation": ["/fr/notes/", "/en/notes/"],
  "a page in one language": ["/fr/partielle/", "/en/partielle/"],
  "a page that is not there": ["/fr/404.html", "/en/404.html"],
  "both languages": ["/", "/404.html"],
};

/** One page for each template in Arabic. */
const ARABIC = [
  "/ar/",
  "/ar/about-ar/",
  "/ar/contact-ar/",
  "/ar/report-ar/",
  "/ar/site-map-ar/",
  "/ar/akhbar/",
  "/ar/akhbar/2026/",
  "/ar/akhbar/item-1-ar/",
  "/ar/axes-ar/",
  "/ar/axes-ar/one-ar/",
  "/ar/baramij/",
  "/ar/baramij/one-ar/",
  "/ar/sharaka/",
  "/ar/sharaka/one-ar/",
  "/ar/ahdaf/",
  "/ar/ahdaf/goal-10-ar/",
  "/ar/manshurat/",
  "/ar/manshurat/report-one-ar/",
  "/ar/furas/",
  "/ar/furas/open-ar/",
  "/ar/furas/closed-ar/",
  "/ar/404.html",
  "/404.html",
];

/**
 * What a page is looked at in: over both languages, each width in light, in dark, with and without
 * scripts. Without means here that the site's scripts are empty: axe is a script itself. Where the
 * browser runs none at all, the keyboard is tried.
 */
const VIEWS = [
  [
    { width: 320, scheme: "light", scripts: true },
    { width: 768, scheme: "dark", scripts: false },
    { width: 1280, scheme: "light", scripts: true },
  ],
  [
    { width: 320, scheme: "dark", scripts: false },
    { width: 768, scheme: "light", scripts: true },
    { width: 1280, scheme: "dark", scripts: true },
  ],
];

const DOUBLE = ":root { font-size: 200% }";

/** Each of a reader's settings in each face: that of the machine, a narrow one, a wide one, one without a name. */
const FACES = [null, ...NAMES.map(family)];
const inFaces = (name, css) =>
  Object.fromEntries(FACES.map((face) => [`${name}, in ${face ?? "the usual face"}`, `${css} ${face ? `:root { font-family: "${face}" }` : ""}`]));

/** What does not hold on a page at 320 pixels and in large letters; the page is left as wide as it was. */
async function unheld(page) {
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const found = await spills(page, {
    ...inFaces("320 pixels, text at 200 %", DOUBLE),
    ...inFaces("320 pixels, the spacing of WCAG 1.4.12", SPACING),
  });
  await page.setViewportSize({ width: 640, height: 640 });
  found.push(...(await spills(page, inFaces("640 pixels, both", DOUBLE + SPACING))));
  await page.setViewportSize({ width, height });
  return found;
}

let chrome, site;
/** The contexts of each browser. */
const kept = new Map();
// One after the other: where the first fails, nothing is left running for which node would wait.
before(async () => {
  site = await mission();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await site?.end();
});

/** The context of a view, which its pages share. */
async function context(program, { width, scheme = "light", scripts = true }, more = {}) {
  if (!kept.has(program)) kept.set(program, new Map());
  const contexts = kept.get(program);
  const key = JSON.stringify([width, scheme, scripts, more]);
  if (!contexts.has(key)) {
    const made = program.newContext({
      viewport: { width, height: HEIGHTS[width] ?? 800 },
      colorScheme: scheme,
      javaScriptEnabled: scripts,
      locale: "fr-FR",
      reducedMotion: "reduce",
      ...more,
    });
    contexts.set(key, made);
  }
  return contexts.get(key);
}

/** Opens a page for `run`; nothing may go wrong on it. */
async function open(path, view, run, { by = chrome, on = site, allowed = () => false, emptied = false, ...more } = {}) {
  const { page, wrong, requests } = await strict(await context(by, view, more), on);
  try {
    if (emptied) {
      await page.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    }
    await page.goto(on.origin + path, { waitUntil: "load" });
    const result = await run(page, requests);
    assert.deepEqual(wrong.filter((text) => !allowed(text)), [], path);
    return result;
  } finally {
    await page.close();
  }
}

for (const [name, addresses] of Object.entries(PAGES)) {
  test(name, { timeout: 120_000 }, async () => {
    for (const [language, path] of addresses.entries()) {
      for (const view of VIEWS[language]) {
        // The page at `/` sends a visitor on; without scripts it stays.
        const seen = path === "/" ? { ...view, scripts: false } : view;
        const where = `${path} at ${seen.width} pixels, ${seen.scheme}, scripts ${seen.scripts ? "on" : "off"}`;
        const { scripts, ...look } = seen;
        await open(path, look, async (page) => {
          assert.deepEqual(await axe(page), [], where);
          assert.deepEqual(await overflow(page), [], where);
          if (seen.width === 320) assert.deepEqual(await unheld(page), [], where);
          if (seen.width === 1280) {
            await restyle(page, ":root { font-size: 200% }");
            assert.deepEqual(await overflow(page), [], `${where}, text at 200 %`);
            await page.setViewportSize({ width: 640, height: 400 });
            await restyle(page, ":root { font-size: 100% }");
            assert.deepEqual(await overflow(page), [], `${where}, zoom at 200 %`);
          }
        }, { emptied: !scripts });
      }
    }
  });
}

/**
 * What has moved on a page since it began to be drawn (Layout Instability), and whether all of it lies
 * within the main part: where the header pushes, the main part moves as a whole. The columns of a table
 * are as wide as what has come of them asks for.
 */
function moves(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const moved = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            const parts = sources.map(({ node }) => (node?.outerHTML ?? node?.nodeName ?? "").slice(0, 100));
            const within = sources.every(({ node }) => node?.parentElement?.closest("main"));
            const table = sources.every(({ node }) => node?.parentElement?.closest("table"));
            moved.push({ what: `${value}: ${parts.join("; ")}`, within, table });
          }
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
      }),
  );
}

/** Whether the header stands still, in a browser, wherever the line pauses while it arrives. */
async function standsStill(by) {
  // A page that is missing in English: the link to the nearest one has more to say.
  const path = "/fr/en-francais/";
  const page = String(await site.file(`${path}index.html`));
  const [start, menu, end] = ["<header", '<nav class="menu"', "</header>"].map((part) => page.indexOf(part));
  // Before each end tag above the menu, where a mark is there and its words are not, and within the menu.
  const cuts = [...page.slice(start, menu).matchAll(/<\/(?:p|a|svg|span|nav|div)>/g)].map(({ index }) => start + index);
  for (let part = 0; part <= 4; part += 1) cuts.push(Math.round(menu + ((end - menu) * part) / 4));
  try {
    for (const width of [320, 1280]) {
      for (const cut of cuts) {
        site.cut = Buffer.byteLength(page.slice(0, cut));
        const moved = await open(path, { width }, moves, { by });
        // Where the rest of the page pauses is up to the parser, in the middle of a word as well.
        const header = moved.filter(({ within }) => !within).map(({ what }) => what);
        assert.deepEqual(header, [], `at ${width} pixels, after “${page.slice(cut - 40, cut)}”`);
      }
    }
  } finally {
    site.cut = null;
  }
}

test("nothing in the header moves while it arrives", { timeout: 120_000 }, () => standsStill(chrome));

for (const name of NAMES) {
  test(`nothing in the header moves while it arrives, in ${name}`, { timeout: 120_000 }, async (t) => {
    const setting = await fonts(name);
    assert.ok(setting, "this machine has no such face: ./test installs the package fonts-dejavu-extra");
    const other = await browser(setting.env);
    try {
      t.diagnostic(setting.family);
      await standsStill(other);
    } finally {
      await other.close();
      await setting.end();
    }
  });
}

test("nothing moves while a page arrives in pieces", { timeout: 240_000 }, async () => {
  // What a script puts in at the root is beneath what was there; it may push the rest down.
  const paths = Object.values(PAGES).flat().filter((path) => path !== "/" && path !== "/404.html");
  paths.push("/fr/aide/", "/fr/aide/violence/", "/en/help/trafficking/", "/ar/", "/ar/help/violence/");
  const views = paths.flatMap((path) => [320, 1280].map((width) => ({ path, width })));
  const wrong = [];
  site.pieces = 24;
  // Each waits for its pieces: several do so at a time.
  const one = async () => {
    for (let view = views.pop(); view; view = views.pop()) {
      const { path, width } = view;
      // So high that the whole page is in view: what moves out of sight is not counted.
      const moved = await open(path, { width }, moves, { viewport: { width, height: 8000 } });
      for (const { what } of moved.filter(({ table }) => !table)) wrong.push(`${path} at ${width} pixels: ${what}`);
    }
  };
  try {
    await Promise.all([one(), one(), one(), one()]);
  } finally {
    site.pieces = 1;
  }
  assert.deepEqual(wrong, []);
});

test("the first view of the home page is light", async (t) => {
  for (const path of ["/fr/", "/en/"]) {
    await open(path, { width: 1280 }, async (page, requests) => {
      let text = 0;
      let pictures = 0;
      for (const url of new Set(requests)) {
        const { pathname } = new URL(url);
        const body = await site.file(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
        if (/\.(jpg|png|webp)$/.test(pathname)) pictures += body.length;
        else if (pathname.endsWith(".svg")) pictures += brotliCompressSync(body).length;
        else text += brotliCompressSync(body).length;
      }
      t.diagnostic(`${path}: ${text} bytes compressed, ${pictures} bytes of pictures, ${requests.length} requests`);
      assert.ok(text <= 50_000, `${text} bytes without pictures`);
      assert.ok(text + pictures <= 150_000, `${text + pictures} bytes with them`);
    });
  }
  const style = await readFile(join(root, "src/builtin/default/assets/style.css"));
  const size = brotliCompressSync(style).length;
  t.diagnostic(`style sheet: ${size} bytes compressed`);
  assert.ok(size <= 15_000);
});

/** What a part says, with plain spaces. */
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

const focused = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    return { tag: node.tagName, text: node.textContent.trim(), id: node.id, lang: node.lang };
  });

for (const scripts of [true, false]) {
  const kind = scripts ? "with scripts" : "without scripts";

  test(`the keyboard, on a wide screen, ${kind}`, async () => {
    await open("/fr/axes/", { width: 1280, scripts }, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal((await focused(page)).text, "Aller au contenu");
      const box = await page.locator(".skip").boundingBox();
      assert.ok(box.width > 100 && box.height > 30 && box.y >= 0, "the link to the content is seen");
      await page.keyboard.press("Enter");
      assert.equal((await focused(page)).id, "main");
      await page.locator(".skip").focus();
      const order = [];
      for (let i = 0; i < 13; i += 1) {
        await page.keyboard.press("Tab");
        order.push((await focused(page)).text);
      }
      assert.deepEqual(order, [
        "Français",
        "English",
        "العربية (أقرب صفحة)",
        // The field of the search and its button.
        "",
        "",
        "OIM Maroc",
        "Besoin d’aide\u202f?",
        "Qui sommes-nous",
        "Notre travail",
        "Données et ressources",
        "Agir",
        "Programme 2030",
        "Actualités",
      ]);
      // The second level.
      const group = page.locator(".menu summary", { hasText: "Notre travail" });
      await group.focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".menu details[open] .panel p").isVisible(), true, "its introduction is seen");
      await page.keyboard.press("Tab");
      assert.deepEqual((await focused(page)).text, "Ce que nous faisons");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-current")), "page");
      if (scripts) {
        await page.keyboard.press("Escape");
        assert.equal((await focused(page)).text, "Notre travail");
      } else {
        await group.focus();
        await page.keyboard.press("Enter");
      }
      assert.equal(await page.locator(".menu details[open]").count(), 0);
      // One group at a time.
      await page.locator(".menu summary").nth(0).press("Enter");
      await page.locator(".menu summary").nth(3).press("Enter");
      assert.equal(await page.locator(".menu details[open]").count(), 1);
    });
  });

  test(`the keyboard, on a telephone, ${kind}`, async () => {
    await open("/fr/axes/", { width: 320, scripts }, async (page) => {
      assert.equal(await page.locator(".menu").isVisible(), false);
      await page.locator(".menu-button").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".menu").isVisible(), true);
      const [button, menu] = [await page.locator(".menu-button").boundingBox(), await page.locator(".menu").boundingBox()];
      assert.ok(menu.y >= button.y + button.height, "the menu leaves its button free");
      await page.keyboard.press("Tab");
      assert.equal((await focused(page)).text, "Besoin d’aide\u202f?");
      await page.keyboard.press("Tab");
      assert.equal((await focused(page)).text, "Qui sommes-nous");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.equal((await focused(page)).text, "À propos");
      if (scripts) await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".menu").isVisible(), false);
      assert.equal((await focused(page)).text, "Menu");
    });
  });

  test(`the language switch, ${kind}`, async () => {
    await open("/fr/axes/", { width: 320, scripts }, async (page) => {
      const link = page.locator(".languages a", { hasText: "English" });
      assert.deepEqual(
        [await link.getAttribute("lang"), await link.getAttribute("hreflang")],
        ["en", "en"],
      );
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/en/areas-of-work/");
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
    });
    // A page that is not there in English: the nearest one, and the link says so, in English.
    await open("/fr/en-francais/", { width: 1280, scripts }, async (page) => {
      const link = page.locator(".languages a", { hasText: "English" });
      assert.equal(await link.textContent(), "English (nearest page)");
      await link.click();
      await page.waitForURL("**/en/");
    });
  });
}

test("the menu opens below the header, in letters of twice the size", async () => {
  await open("/fr/axes/", { width: 320 }, async (page) => {
    await letters(page, 32);
    assert.deepEqual(await spills(page, inFaces("a reader's own size", "")), []);
    await page.locator(".menu-button").click();
    await page.locator(".menu summary").first().click();
    const [header, menu] = [await page.locator(".masthead").boundingBox(), await page.locator(".menu").boundingBox()];
    assert.ok(Math.abs(menu.y - header.y - header.height) <= 1, `a header that ends at ${header.y + header.height}, a menu from ${menu.y}`);
    assert.deepEqual(await spills(page, inFaces("the open menu", "")), []);
  });
});

test("what has the focus is never hidden", { timeout: 120_000 }, async () => {
  const paths = ["home", "list of news", "a news item", "a programme", "a page with charts", "a page that is not there"];
  for (const path of paths.flatMap((name) => PAGES[name])) {
    for (const width of [320, 1280]) {
      await open(path, { width }, async (page) => {
        let count = 0;
        for (let last = null; count < 150; count += 1) {
          await page.keyboard.press("Tab");
          const found = await page.evaluate(() => {
            const node = document.activeElement;
            if (node === document.body) return null;
            const boxes = [...node.getClientRects()].filter((box) => box.width && box.height);
            const seen = boxes.some((box) => {
              const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
              const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
              const top = document.elementFromPoint(x, y);
              return top && (node.contains(top) || top.contains(node));
            });
            const style = getComputedStyle(node);
            return { seen, marked: style.outlineStyle !== "none", html: node.outerHTML.slice(0, 120) };
          });
          if (!found) break;
          assert.ok(found.seen, `${path} at ${width}: ${found.html} is hidden`);
          assert.ok(found.marked, `${path} at ${width}: ${found.html} shows no focus`);
          last = found;
        }
        assert.ok(count > 15, `${path}: only ${count} places for the focus`);
      });
    }
  }
});

test("help and reporting are in the same place on every page", async () => {
  for (const language of [0, 1]) {
    const orders = new Set();
    for (const [name, addresses] of Object.entries(PAGES)) {
      if (name === "both languages") continue;
      await open(addresses[language], { width: 1280 }, async (page) => {
        orders.add(await page.locator(".footer-blocks > *:nth-child(2) a").evaluateAll((links) => links.map((link) => link.textContent).join(", ")));
      });
    }
    assert.equal(orders.size, 1, [...orders].join("\n"));
    assert.match([...orders][0], language ? /^Need help\?, Report misconduct, Contact/ : /^Besoin d’aide\s?\?, Signaler un comportement répréhensible, Contact/);
  }
});

test("a problem with a page is told by mail", async () => {
  const expected = [
    ["Problème sur le site OIM Maroc", "Sur cette page, j’ai constaté que ", "Page introuvable\r\n\r\nJ’ai cherché une page à l’adresse "],
    ["A problem on the IOM Morocco website", "On this page, I found that ", "Page not found\r\n\r\nI looked for a page at the address "],
  ];
  for (const [language, [subject, begin, missing]] of expected.entries()) {
    for (const name of ["home", "a news item", "a page that is not there", "report misconduct", "both languages"]) {
      const path = PAGES[name][language];
      await open(path, { width: 768, scripts: false }, async (page) => {
        const link = page.locator(".footer .report a");
        if (name === "report misconduct" || name === "both languages") {
          assert.equal(await link.count(), 0, `${path} leaves no trace of a visit, or is in no language`);
          return;
        }
        // As the browser hands it on: nothing but what may stand in an address.
        const href = await link.evaluate((node) => node.href);
        assert.match(href, /^mailto:iomrabat@iom\.int\?subject=[!-~]+&body=[!-~]+$/);
        const parts = href.split("?")[1].split("&").map((part) => decodeURIComponent(part.replace(/^\w+=/, "")));
        const body = name === "a page that is not there" ? missing : `https://morocco.example.org${path}\r\n\r\n${begin}`;
        assert.deepEqual(parts, [subject, body]);
        await page.emulateMedia({ media: "print" });
        assert.equal(await link.isVisible(), false);
      });
    }
    // Which page is missing is known where scripts run, and nowhere else.
    for (const scripts of [true, false]) {
      const path = `${language ? "/en" : "/fr"}/là/?q=1#part`;
      await open(path, { width: 768, scripts }, async (page) => {
        const href = await page.locator(".footer .report a").evaluate((node) => node.href);
        assert.match(href, /^mailto:iomrabat@iom\.int\?subject=[!-~]+&body=[!-~]+$/);
        const address = scripts ? new URL(path.split("?")[0], site.origin).href : "";
        assert.equal(decodeURIComponent(href.split("&body=")[1]), missing + address);
      }, { allowed: (text) => text.includes("404") });
    }
    await open(PAGES["a page that is not there"][language], { width: 768 }, async (page) => {
      assert.ok((await page.locator(".footer .report a").evaluate((node) => decodeURIComponent(node.href))).endsWith(missing));
    }, { allowed: (text) => text.includes("404") });
  }
});

test("a page that was kept says what became of it", async () => {
  const expected = [
    [/Cette page a été retirée/, /12 janvier 2026/, /une date qui n’avait pas été arrêtée/, /Page d’archives/, /7 janvier 2026 Correction : Le nombre/, /Seule la version publiée en anglais fait foi/],
    [/This page has been withdrawn/, /12 January 2026/, /a date that had not been settled/, /Archived page/, /7 January 2026 Correction: The number/, /first published at this address/],
  ];
  for (const [language, path] of PAGES["a news item with all that may become of it"].entries()) {
    await open(path, { width: 768 }, async (page) => {
      const text = await words(page.locator("main"));
      for (const sentence of expected[language]) assert.match(text, sentence);
    });
  }
});

test("key figures stay in their columns", async () => {
  for (const path of PAGES["a news item with all that may become of it"]) {
    for (const width of [320, 768, 1280]) {
      await open(path, { width }, async (page) => {
        const figures = await page.locator(".key-figures dl > div").evaluateAll((columns) =>
          columns.map((column) => {
            const range = document.createRange();
            range.selectNodeContents(column);
            const [text, box] = [range.getBoundingClientRect(), column.getBoundingClientRect()];
            return { text: column.textContent.trim(), out: Math.max(text.right - box.right, box.left - text.left) };
          }),
        );
        assert.ok(figures.length >= 4, `${path}: ${figures.length} figures`);
        assert.deepEqual(figures.filter(({ out }) => out > 1), [], `${path} at ${width}`);
        // One that has room in a line of its own is whole.
        const short = page.locator(".key-figures dd", { hasText: /^28/ }).first();
        assert.equal(await short.evaluate((node) => node.getClientRects().length), 1);
      });
    }
  }
});

test("notices close at their hour, and always say day, time and zone", async () => {
  for (const [language, path] of PAGES["list of opportunities"].entries()) {
    await open(path, { width: 768 }, async (page) => {
      const open = await words(page.locator("[aria-labelledby=open_]"));
      const closed = await words(page.locator("[aria-labelledby=closed_]"));
      const [day, five, eleven, tag] = language
        ? ["1 December 2026", "17:00", "11:00", "Closed "]
        : ["1er décembre 2026", "17 h", "11 h", "Annonce close "];
      assert.ok(open.includes("(open)") && open.includes(day) && open.includes(five), open);
      assert.ok(closed.includes(`(closed)`) && closed.includes(tag) && closed.includes(eleven), closed);
      // Where only a day is written, it is over at its end.
      assert.ok(open.includes("(day)") && open.includes(language ? "23:59" : "23 h 59"), open);
      for (const text of [open, closed]) assert.match(text, /\((?:UTC|GMT)[^)]*\)/);
    });
  }
});

test("the page for what is not there finds pages", async () => {
  const allowed = (text) => text.includes("404");
  await open("/fr/il-n-y-a-rien/", { width: 768 }, async (page) => {
    await page.getByLabel("Chercher une page par son titre").fill("sante ecole");
    const found = page.locator(".find li a").first();
    await found.waitFor();
    assert.match(await found.innerText(), /École|école/);
    assert.match(await words(page.locator(".find [role=status]")), /^Pages trouvées : [1-9]/);
    await page.getByLabel("Chercher une page par son titre").fill("xyz");
    await page.getByText("Aucun titre ne contient ces mots.").waitFor();
  }, { allowed });
  // At the root, the reader's language comes first.
  const page = await site.file("404.html");
  assert.ok(page.indexOf('lang="fr"') < page.indexOf('lang="en"'));
  await open("/rien/", { width: 768 }, async (page) => {
    await page.locator("[data-languages] .ways").waitFor();
    assert.equal(await page.locator("[data-languages] > section").first().getAttribute("lang"), "en");
    await page.getByLabel("Find a page by its title").fill("partners");
    await page.locator(".find li a").first().waitFor();
  }, { allowed, locale: "en-GB" });
});

test("the gate says in full who speaks, in each language, on a ground without a pattern", async () => {
  for (const width of [320, 768, 1280]) {
    for (const scheme of ["light", "dark"]) {
      await open("/", { width, scheme, scripts: false }, async (page) => {
        const names = await page.locator(".choice h1 > span").evaluateAll((nodes) => nodes.map((node) => [node.lang, node.innerText.replace(/\s+/g, " ").trim()]));
        assert.deepEqual(names, [
          ["fr", "Organisation internationale pour les migrations Mission au Maroc"],
          ["en", "International Organization for Migration Mission in Morocco"],
          ["ar", "المنظمة الدولية للهجرة البعثة في المغرب"],
        ]);
        assert.deepEqual(await page.locator(".choice li a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))), ["/fr/", "/en/", "/ar/"]);
        assert.deepEqual(await page.locator(".choice-help a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))), ["/fr/aide/", "/en/help/", "/ar/help/"]);
        const grounds = await page.locator(".choice, .choice *").evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundImage));
        assert.deepEqual([...new Set(grounds)], ["none"]);
        // All of it is in the first view.
        assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), page.viewportSize().height, `${width} pixels`);
      });
    }
  }
});

test("no ornament stands in the place of a photograph", async () => {
  const names = ["home", "list of news", "a news item", "list of areas", "an area", "a programme", "a partner", "a goal"];
  for (const path of names.flatMap((name) => PAGES[name])) {
    await open(path, { width: 1280 }, async (page) => {
      const drawn = await page.evaluate(() => {
        const found = [];
        for (const node of document.querySelectorAll("main .card, main .card *, .hero, .footer")) {
          for (const part of [null, "::before", "::after"]) {
            const { backgroundImage, maskImage, content } = getComputedStyle(node, part);
            if ((part && content === "none") || (backgroundImage === "none" && maskImage === "none")) continue;
            if (/url\(/.test(backgroundImage + maskImage)) found.push(`${node.className}${part ?? ""}: ${backgroundImage} ${maskImage}`);
          }
        }
        return found;
      });
      assert.deepEqual(drawn, [], path);
      // A card without a picture keeps no room for one.
      assert.equal(await page.locator(".card-picture:not(:has(img)), .front-drawing").count(), 0, path);
    });
  }
});

test("an area of work shows three programmes and three news, and leads to the rest", async (t) => {
  const areas = [
    ["/fr/axes/protection-et-resilience/", "/fr/axes/migration-gouvernance-et-developpement/", "/fr/axes/appui-a-la-jeunesse/"],
    ["/en/areas-of-work/protection-and-resilience/", "/en/areas-of-work/migration-governance-and-development/", "/en/areas-of-work/support-to-young-people/"],
  ];
  const all = [["/fr/programmes/", "/fr/actualites/"], ["/en/programmes/", "/en/news/"]];
  for (const [language, paths] of areas.entries()) {
    for (const path of paths) {
      await open(path, { width: 320 }, async (page) => {
        const screens = await page.evaluate(() => document.documentElement.scrollHeight / 640);
        t.diagnostic(`${path}: ${screens.toFixed(1)} screens of a telephone`);
        assert.ok(screens <= 10, `${path}: ${screens} screens`);
        for (const [nth, part] of ["programmes", "news"].entries()) {
          const section = page.locator(`[aria-labelledby=axis-${part}_]`);
          assert.equal(await section.locator(".card:visible").count(), 3, `${path}: ${part}`);
          assert.equal(await section.locator(".section-head a").getAttribute("href"), all[language][nth]);
          const rest = section.locator(".rest");
          if (await rest.count()) {
            const more = Number(/\((\d+)\)/.exec(await rest.locator("summary").innerText())[1]);
            await rest.locator("summary").click();
            assert.equal(await section.locator(".card:visible").count(), 3 + more, `${path}: ${part}, opened`);
          }
          const links = await section.locator(".card a").evaluateAll((nodes) => nodes.map((node) => node.href));
          assert.equal(new Set(links).size, links.length, `${path}: ${part} are there once`);
        }
        assert.deepEqual(await axe(page), [], path);
        assert.deepEqual(await overflow(page), [], path);
      });
    }
  }
});

test("the years stand above the list that they choose from", async () => {
  for (const path of [...PAGES["list of news"], ...PAGES["a year of news"]]) {
    for (const width of [320, 768, 1280]) {
      await open(path, { width }, async (page) => {
        const [years, list] = [await page.locator("[aria-labelledby=by-year_]").boundingBox(), await page.locator("main .rows").boundingBox()];
        assert.ok(years.y + years.height <= list.y, `${path} at ${width} pixels`);
        const before = await page.evaluate(() => {
          const years = document.querySelector("[aria-labelledby=by-year_]");
          return Boolean(years.compareDocumentPosition(document.querySelector("main .rows")) & Node.DOCUMENT_POSITION_FOLLOWING);
        });
        assert.ok(before, path);
        assert.ok((await page.locator("[aria-labelledby=by-year_] a").count()) > 5, path);
      });
    }
  }
});

test("a goal has its number in its title", async () => {
  for (const [language, path] of PAGES["a goal"].entries()) {
    await open(path, { width: 768 }, async (page) => {
      const expected = language ? /^Goal 3: Good health and well-being/ : /^Objectif 3 : Bonne santé et bien-être/;
      assert.match(await words(page.locator("h1")), expected);
      assert.match((await page.title()).replace(/\s+/g, " "), expected);
      for (const name of ["og:title", "og:image:alt"]) {
        const said = await page.locator(`meta[property="${name}"]`).getAttribute("content");
        assert.match(said.replace(/\s+/g, " "), expected, name);
      }
    });
  }
  for (const [language, path] of PAGES["list of goals"].entries()) {
    await open(path, { width: 768 }, async (page) => {
      const titles = await page.locator("main h2").allInnerTexts();
      assert.ok(titles.length > 1 && titles.every((title) => (language ? /^Goal \d+:/ : /^Objectif \d+\s:/).test(title)), titles.join("; "));
    });
  }
});

test("a standing page says when it was last read through", async () => {
  const expected = [/Page relue le 30 novembre 2026/, /Page reviewed on 30 November 2026/];
  for (const name of ["a plain page", "a page below another", "a page with charts", "2030 Agenda", "report misconduct", "accessibility", "contact", "an area"]) {
    for (const [language, path] of PAGES[name].entries()) {
      await open(path, { width: 768 }, async (page) => assert.match(await words(page.locator("main .head").first()), expected[language], path));
    }
  }
});

test("the home page and the page for what is not there say what one can do, help first", async () => {
  const expected = [
    ["/fr/aide/", "/fr/programmes/", "/fr/offres/", "/fr/actualites/", "/fr/contact/"],
    ["/en/help/", "/en/programmes/", "/en/opportunities/", "/en/news/", "/en/contact/"],
  ];
  const allowed = (text) => text.includes("404");
  for (const name of ["home", "a page that is not there"]) {
    for (const [language, path] of PAGES[name].entries()) {
      await open(path, { width: 320 }, async (page) => {
        const links = await page.locator(".ways a").evaluateAll((nodes) => nodes.map((node) => new URL(node.href).pathname));
        assert.deepEqual(links, expected[language], path);
        if (name !== "home") return;
        // Both the ways and who speaks are in the first view of a telephone.
        for (const part of [".ways", "h1"]) {
          const { y, height } = await page.locator(part).boundingBox();
          assert.ok(y + height <= 640, `${path}: ${part} ends at ${y + height}`);
        }
      }, { allowed });
    }
  }
  // A partial language has its pages of help alone.
  await open("/ar/", { width: 320 }, async (page) => {
    assert.deepEqual(await page.locator(".ways a").evaluateAll((nodes) => nodes.map((node) => new URL(node.href).pathname)), ["/ar/help/"]);
  });
});

test("what other sites and the browser show has the blue of the band", async () => {
  const own = await readFile(join(root, "themes/mission/assets/own.css"), "utf8");
  const [, light, dark] = /--band: light-dark\((#\w+), (#\w+)\)/.exec(own);
  const card = await readFile(join(root, "themes/mission/templates/sharing.svg"), "utf8");
  assert.deepEqual([...new Set([...card.matchAll(/fill="(#\w+)"/g)].map(([, color]) => color))].sort(), [light, "#ffffff"].sort());
  await open("/fr/", { width: 320 }, async (page) => {
    assert.deepEqual(await page.locator("meta[name=theme-color]").evaluateAll((nodes) => nodes.map(({ content }) => content)), [light, dark]);
  });
});

test("the programmes are one table, whose rows stand under one another on a telephone", async () => {
  for (const [language, path] of PAGES["list of programmes"].entries()) {
    for (const width of [320, 768, 1280]) {
      await open(path, { width }, async (page) => {
        const table = page.locator("table.programmes");
        assert.equal(await table.count(), 1);
        const rows = await table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));
        assert.ok(rows.length >= 24, `${path}: ${rows.length} programmes`);
        for (const row of rows) {
          assert.equal(row.length, 6);
          for (const text of row) assert.notEqual(text.replace(/^.*?[:：]/, "") && text, "", `${path}: a cell of “${row[0]}” is empty`);
        }
        const unknown = rows.filter((row) => /(?:Non publié|Not published)$/.test(row[5])).length;
        assert.ok(unknown > 0 && unknown < rows.length, `${path}: ${unknown} amounts are not published`);
        // Past its end without a word of what became of it, a programme is not said to run.
        const agadir = rows.find(([title]) => title.startsWith("Agadir"));
        assert.match(agadir[3], language ? /Planned end: November 2025 \(not confirmed\)$/ : /Fin prévue : novembre 2025 \(clôture non confirmée\)$/);
        // Each value names its column where the head of the table is not seen.
        const stacked = !(await table.locator("thead").isVisible());
        assert.equal(stacked, width < 1280);
        assert.equal(/^(?:Montant|Amount)/.test(rows[0][5]), stacked);
      });
    }
  }
});

test("on paper, there is the text and no menu", async () => {
  await open(PAGES["a news item"][0], { width: 768 }, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const part of [".menu-button", ".languages", ".breadcrumbs", ".share", ".neighbours"]) {
      assert.equal(await page.locator(part).isVisible(), false, part);
    }
    for (const part of ["h1", ".prose", ".facts", ".brand"]) {
      assert.equal(await page.locator(part).first().isVisible(), true, part);
    }
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(background, "rgb(255, 255, 255)");
  });
});

test("more contrast, forced colours, less motion", async () => {
  await open("/fr/", { width: 1280 }, async (page) => {
    const value = (name) => page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), name);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    const soft = await value("--soft");
    await page.emulateMedia({ contrast: "more" });
    assert.notEqual(await value("--soft"), soft);
    assert.deepEqual(await axe(page), []);
    await page.emulateMedia({ contrast: null, forcedColors: "active" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".actions a")).borderTopStyle), "solid");
  });
});

test("an old browser shows the light colours, and all of the text", async () => {
  await open("/fr/", { width: 320, scheme: "dark" }, async (page) => {
    // A style sheet that speaks of functions which the browser does not know.
    const path = await page.locator("link[rel=stylesheet]").getAttribute("href");
    const text = String(await site.file(path)).replaceAll("light-dark(", "not-known-yet(");
    await page.route("**/*.css", (route) => route.fulfill({ contentType: "text/css", body: text }));
    await page.reload();
    const colors = (part) =>
      page.locator(part).evaluate((node) => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]);
    assert.deepEqual(await colors(".hero"), ["rgb(255, 255, 255)", "rgb(0, 51, 160)"]);
    assert.deepEqual(await colors("body"), ["rgb(22, 27, 38)", "rgb(255, 255, 255)"]);
    assert.deepEqual(await axe(page), []);
  });
});

test("from right to left", { timeout: 180_000 }, async () => {
  const style = await readFile(join(root, "src/builtin/default/assets/style.css"), "utf8");
  const physical = /(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|text-align: (?:left|right)|float)\s*:/g;
  assert.deepEqual(style.match(physical), null, "the style sheet speaks of sides of the line");
  const other = await arabic();
  try {
    for (const path of ["/ar/", "/ar/about-ar/", "/ar/akhbar/", "/ar/akhbar/item-1-ar/", "/ar/404.html", "/fr/"]) {
      for (const view of [{ width: 320, scheme: "light" }, { width: 1280, scheme: "dark" }]) {
        await open(path, view, async (page) => {
          assert.deepEqual(await axe(page), [], path);
          assert.deepEqual(await overflow(page), [], `${path} at ${view.width}`);
          const { x, width } = await page.locator(".brand").boundingBox();
          const middle = x + width / 2;
          assert.equal(middle > view.width / 2, path.startsWith("/ar/"), `${path}: the name is on the side where lines begin`);
        }, { on: other });
      }
    }
    for (const path of ARABIC) {
      await open(path, { width: 320 }, async (page) => assert.deepEqual(await unheld(page), [], path), { on: other });
    }
  } finally {
    await other.end();
  }
});

test("in large letters, a long word of a heading is parted as its language does", async () => {
  const pages = {
    "list of goals": ["fr", "en"],
    "a page in one language": ["fr", "fr"],
    "a news item": ["fr", "en"],
  };
  for (const [name, expected] of Object.entries(pages)) {
    for (const [language, path] of PAGES[name].entries()) {
      const look = (page) =>
        page.locator("main :is(h1, h2, h3)").evaluateAll((nodes) =>
          nodes.map((node) => [getComputedStyle(node).hyphens, node.closest("[lang]").lang, node.textContent.includes("\u00ad")]),
        );
      await open(path, { width: 320 }, async (page) => {
        // As they are, words are left whole.
        assert.deepEqual(new Set((await look(page)).map(([hyphens]) => hyphens)), new Set(["manual"]), path);
        await restyle(page, DOUBLE);
        const found = await look(page);
        assert.deepEqual(found[0], ["auto", expected[language], false], path);
        assert.ok(found.every(([hyphens, , soft]) => hyphens === "auto" && !soft), path);
      });
      await open(path, { width: 320 }, async (page) => {
        await letters(page, 32);
        assert.deepEqual((await look(page))[0], ["auto", expected[language], false], path);
      });
    }
  }
});

test("the association's words stand in their language, in attributes too", { timeout: 60_000 }, async () => {
  const garden = await Site.start([
    { from: "examples/association", to: "." },
    { from: "tests/browser/association", to: "." },
  ]);
  try {
    const [party, yard] = ["/en/news/2026/la-fete-des-jardins/", "/en/gardens/la-cour-de-la-gare/"];
    const pages = {
      [party]: ["La fête des jardins", "Un après-midi au verger.", "Le verger en fleurs.", "Venez avec une assiette.", "La fête commence à midi.", "La fête est remise.", "La cour de la gare"],
      [yard]: ["La cour de la gare", "Un jardin qui n’est pas encore traduit.", "Derrière la gare", "La cour vue du quai.", "La fête des jardins", "Le verger en fleurs."],
      "/en/news/": ["La fête des jardins", "Un après-midi au verger.", "Le verger en fleurs."],
      "/en/gardens/": ["La cour de la gare", "La cour vue du quai."],
      "/en/": ["La fête des jardins", "La cour vue du quai."],
      "/404.html": [],
      "/": [],
    };
    for (const [path, french] of Object.entries(pages)) {
      await open(path, { width: 320 }, async (page) => {
        const found = await page.evaluate(() => {
          const said = [];
          const note = (text, node) => text?.trim() && said.push([text.trim(), node.closest("[lang]").lang]);
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) note(texts.currentNode.data, texts.currentNode.parentElement);
          for (const node of document.body.querySelectorAll("*")) {
            for (const name of ["alt", "aria-label", "title"]) note(node.getAttribute(name), node);
          }
          return said;
        });
        for (const text of french) {
          const languages = found.filter(([said]) => said === text).map(([, language]) => language);
          assert.ok(languages.length > 0, `${path}: “${text}”`);
          assert.deepEqual([...new Set(languages)], ["fr"], `${path}: “${text}”`);
        }
        // What is no word of theirs is the page's own: dates, names of parts, labels.
        const own = path.startsWith("/en/") ? "en" : "fr";
        const words = /^(?:\d+ \w+ 2026|News|Our gardens|Languages|Main menu|You are here|Skip to content|Aller au contenu|Address|Corrections)$/;
        const other = found.filter(([text, language]) => words.test(text) && language !== own);
        assert.deepEqual(other, [], path);
        assert.deepEqual(await axe(page), [], path);
      }, { on: garden });
    }
    // Columns are there before what stands in them.
    assert.doesNotMatch(await readFile(join(root, "examples/association/themes/garden/assets/style.css"), "utf8"), /auto-fit/);
  } finally {
    await garden.end();
  }
});

test("the pages validate (Nu HTML checker)", { timeout: 180_000 }, () => {
  assert.deepEqual(valid(site.out), []);
});
