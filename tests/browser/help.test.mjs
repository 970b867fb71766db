// The pages of help, as someone meets them who is tired, in danger, or without a network: whom to call,
// what is kept on the telephone and what is not, and how a page is left.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, environment } from "./preview.mjs";
import { DAY, SPACING, Site, answered, axe, letters, mission, notices, overflow, restyle, root, spills, strict } from "./site.mjs";

/** The folder of the pages of help in each language, with words that the tests look for. */
const LANGUAGES = {
  fr: {
    list: "/fr/aide/",
    home: "/fr/",
    keep: "Garder cette page sur mon téléphone",
    kept: "Cette page est gardée sur ce téléphone.",
    forget: "Ne plus garder cette page",
    forgotten: "Cette page n’est plus gardée.",
    copy: "Copie gardée le",
    leave: "Quitter cette page",
    locale: "fr-FR",
  },
  en: {
    list: "/en/help/",
    home: "/en/",
    keep: "Keep this page on my phone",
    kept: "This page is kept on this phone.",
    forget: "Stop keeping this page",
    forgotten: "This page is no longer kept.",
    copy: "Copy kept on",
    leave: "Leave this page",
    locale: "en-GB",
  },
  ar: {
    list: "/ar/help/",
    home: "/ar/",
    keep: "احفظ هذه الصفحة على هاتفي",
    kept: "هذه الصفحة محفوظة على هذا الهاتف.",
    forget: "لا تحتفظ بهذه الصفحة",
    forgotten: "لم تعد هذه الصفحة محفوظة.",
    copy: "نسخة محفوظة بتاريخ",
    leave: "غادر هذه الصفحة",
    locale: "ar-MA",
  },
};
const SENSITIVE = { fr: ["violence", "traite"], en: ["violence", "trafficking"], ar: ["violence", "trafficking"] };

let chrome, site;
before(async () => {
  site = await mission();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  await site?.end();
});

/** Opens a page in a profile of its own for `run`; nothing may go wrong on it but what is allowed. */
async function open(path, run, { on = site, allowed = () => false, ...more } = {}) {
  const context = await chrome.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce", ...more });
  try {
    const { page, wrong, requests } = await strict(context, on);
    await page.goto(on.origin + on.base + path, { waitUntil: "load" });
    const result = await run(page, requests, context);
    assert.deepEqual(wrong.filter((text) => !allowed(text)), [], path);
    return result;
  } finally {
    on.trouble = null;
    await context.close();
  }
}

/** What the browser keeps of the site: where workers answer, and what is stored. */
function keeps(page) {
  return page.evaluate(async () => {
    const stores = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      stores[new URL(name).pathname] = requests.map(({ url }) => new URL(url).pathname).sort();
    }
    const workers = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname);
    return { workers, stores, words: localStorage.length + sessionStorage.length + document.cookie.length };
  });
}

const NOTHING = { workers: [], stores: {}, words: 0 };

/** Waits until the browser keeps nothing more: a worker leaves when it has ended what it does. */
async function keepsNothing(page) {
  for (let count = 0; count < 50; count += 1) {
    const { workers } = await keeps(page);
    if (!workers.length) break;
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await keeps(page), NOTHING);
}

const listed = new Map();

/** The addresses of the ten pages of a language, in the order of their list. */
async function needs(language) {
  if (!listed.has(language)) {
    const addresses = await open(LANGUAGES[language].list, (page) =>
      page.locator(".needs a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname)),
    );
    listed.set(language, addresses);
  }
  return listed.get(language);
}

/** As if the network were gone, and nothing of it were in the browser's own store either. */
async function offline(page, context, trouble = "gone") {
  // What a page still asks for would be stored again.
  await page.goto("about:blank");
  const session = await context.newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await session.detach();
  site.trouble = trouble;
}

/** Whether a page cannot be read: a browser shows its own in place of it. */
async function isGone(context, path) {
  const page = await context.newPage();
  await assert.rejects(page.goto(site.origin + path), /ERR_/, path);
  await page.close();
}

for (const [language, { list, home, leave }] of Object.entries(LANGUAGES)) {
  test(`help in ${language}: whole at each width, in light and in dark`, { timeout: 240_000 }, async () => {
    const pages = await needs(language);
    assert.equal(pages.length, 10);
    // Danger, violence, papers with WhatsApp, a complaint without a number; in Arabic, the home page is another.
    const looked = [list, pages[0], pages[1], pages[6], pages[9], ...(language === "ar" ? [home] : [])];
    for (const path of looked) {
      for (const [width, height] of [[320, 640], [768, 1024], [1280, 800]]) {
        const colorScheme = (width === 768) === (looked.indexOf(path) % 2 === 0) ? "dark" : "light";
        await open(path, async (page) => {
          const where = `${path} at ${width} pixels, ${colorScheme}`;
          assert.deepEqual(await axe(page), [], where);
          assert.deepEqual(await overflow(page), [], where);
          await restyle(page, SPACING);
          assert.deepEqual(await overflow(page), [], `${where}, with the text spacing of WCAG 1.4.12`);
          if (width === 1280) {
            await restyle(page, ":root { font-size: 200% }");
            assert.deepEqual(await overflow(page), [], `${where}, text at 200 %`);
          }
        }, { viewport: { width, height }, colorScheme });
      }
    }
  });

  test(`help in ${language}: first in the menu, on the home page and in the footer`, async () => {
    for (const path of [home, list, `${home}404.html`]) {
      await open(path, async (page) => {
        for (const part of [".menu a", ".footer nav a"]) {
          assert.equal(await page.locator(part).first().getAttribute("href"), list, `${path}: ${part}`);
        }
        if (path === home) assert.equal(await page.locator("main a").first().getAttribute("href"), list);
        if (path === list) {
          const others = await page.locator(".languages a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
          assert.deepEqual(others, Object.values(LANGUAGES).map(({ list }) => list));
        }
      }, { viewport: { width: 1280, height: 800 }, allowed: (text) => text.includes("404") });
    }
  });

  test(`help in ${language}: a page that is kept is read without a network, and forgotten again`, { timeout: 60_000 }, async () => {
    const { keep, kept, forget, forgotten, copy, locale } = LANGUAGES[language];
    const [path, , , other] = await needs(language);
    const gone = (text) => site.trouble !== null && /^(failed|console)/.test(text);
    const allowed = (text) => /ERR_EMPTY_RESPONSE|ERR_FAILED/.test(text) || gone(text);
    await open(path, async (page, requests, context) => {
      assert.deepEqual(await keeps(page), NOTHING);
      assert.ok(!requests.some((url) => url.includes("kept-page")), "the worker is asked for before the button is pressed");
      await page.getByRole("button", { name: keep }).click();
      await page.getByText(kept).waitFor();
      const style = await page.locator("link[rel=stylesheet]").evaluate((link) => new URL(link.href).pathname);
      const expected = { workers: [path], stores: { [path]: [style, path].sort() }, words: 0 };
      assert.deepEqual(await keeps(page), expected);
      // The button that undoes it has the focus.
      assert.equal(await page.evaluate(() => document.activeElement.textContent), forget);
      // With a network, the page is that of the network.
      await page.reload();
      assert.ok(!(await page.getByText(copy).isVisible()));
      assert.ok(await page.getByText(kept).isVisible());
      assert.deepEqual(await axe(page), []);

      await offline(page, context);
      await page.goto(site.origin + path);
      const said = await page.locator(".kept-on").innerText();
      const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date()).replace(/^1 (?=\p{Script=Latin})/u, (text) => (language === "fr" ? "1er " : text));
      assert.equal(said.replace(/\s+/g, " "), `${copy} ${day}`);
      assert.ok(await page.locator('a[href="tel:19"]').isVisible());
      assert.notEqual(await page.locator(".contact").first().evaluate((node) => getComputedStyle(node).backgroundColor), "rgba(0, 0, 0, 0)");
      assert.deepEqual(await overflow(page), []);
      assert.deepEqual(await axe(page), []);
      // Nothing else is there.
      for (const address of [home, list, other]) await isGone(context, address);
      site.trouble = null;

      // A server that does not answer is no network either.
      await page.goto(site.origin + path);
      await offline(page, context, "silent");
      await page.goto(site.origin + path, { waitUntil: "commit" });
      await page.locator(".kept-on").waitFor();
      site.trouble = null;
      site.server.closeAllConnections();

      await page.goto(site.origin + path);
      await page.getByRole("button", { name: forget }).click();
      await page.getByText(forgotten).waitFor();
      await keepsNothing(page);
      // And kept again, without leaving the page.
      await page.getByRole("button", { name: keep }).click();
      await page.getByText(kept).waitFor();
      assert.deepEqual(await keeps(page), expected);
      await offline(page, context);
      await page.goto(site.origin + path);
      assert.ok(await page.locator(".kept-on").isVisible());
      site.trouble = null;
      await page.goto(site.origin + path);
      await page.getByRole("button", { name: forget }).click();
      await page.getByText(forgotten).waitFor();
      await keepsNothing(page);
      await offline(page, context);
      await isGone(context, path);
    }, { allowed });
  });

  test(`help in ${language}: nothing of violence and trafficking is kept, and they are left at once`, { timeout: 60_000 }, async () => {
    for (const name of SENSITIVE[language]) {
      const path = `${list}${name}/`;
      for (const scripts of [true, false]) {
        for (const [width, height] of [[320, 640], [1280, 800]]) {
          await open(list, async (page, requests, context) => {
            const left = [];
            await context.route("https://www.wikipedia.org/**", (route) => {
              left.push(route.request().headers().referer);
              return route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" });
            });
            await page.locator(`.needs a[href="${path}"]`).click();
            await page.waitForURL(`**${path}`);
            if (scripts) assert.deepEqual(await keeps(page), NOTHING);
            assert.equal(await page.locator(".keep, .kept-on, button:not(.menu-button, .seek-button, .seek button)").count(), 0);
            const asked = requests.filter((url) => /\/(keep|kept)/.test(url));
            assert.deepEqual(asked, []);
            // In sight from the beginning to the end of the page, and what has the focus is not behind it.
            const link = page.getByRole("link", { name: leave });
            for (const y of [0, 100_000]) {
              await page.mouse.wheel(0, y);
              assert.ok(await link.evaluate((node) => {
                const { left, top, width, height } = node.getBoundingClientRect();
                return node.contains(document.elementFromPoint(left + width / 2, top + height / 2)) && top > 0 && top + height <= innerHeight;
              }));
            }
            if (scripts) {
              await page.evaluate(() => scrollTo(0, 0));
              for (let count = 0; count < 80; count += 1) {
                await page.keyboard.press(count < 40 ? "Tab" : "Shift+Tab");
                const hidden = await page.evaluate(() => {
                  const node = document.activeElement;
                  const { left, top, width, height } = node.getBoundingClientRect();
                  const found = document.elementFromPoint(left + width / 2, top + height / 2);
                  return node !== document.body && found?.closest(".leave") && !node.closest(".leave") ? node.outerHTML : null;
                });
                assert.equal(hidden, null, `${path} at ${width}`);
              }
            }
            assert.equal(await link.getAttribute("rel"), "noreferrer noopener");
            await link.click();
            await page.waitForURL("https://www.wikipedia.org/");
            assert.deepEqual(left, [undefined]);
            if (scripts) {
              await page.goBack();
              assert.equal(page.url(), site.origin + list);
            }
          }, { javaScriptEnabled: scripts, viewport: { width, height }, allowed: (text) => text.startsWith("another origin: https://www.wikipedia.org/") });
        }
      }
    }
  });
}

/** Whether all of what a query finds first can be seen: it is in the window, and nothing lies over its corners and its middle. */
function inSight(page, query) {
  return page.evaluate((query) => {
    const node = document.querySelector(query);
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const points = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]];
    const free = points.every(([x, y]) => node.contains(document.elementFromPoint(x, y)));
    return free && top >= 0 && bottom <= innerHeight;
  }, query);
}

test("on a telephone, the first view has the way out, the title and the first number", { timeout: 120_000 }, async () => {
  for (const [language, { list }] of Object.entries(LANGUAGES)) {
    for (const name of SENSITIVE[language]) {
      for (const [width, scripts] of [[320, true], [360, false]]) {
        await open(`${list}${name}/`, async (page) => {
          for (const part of [".leave a", "h1", "main .call a"]) {
            assert.ok(await inSight(page, part), `${list}${name}/ at ${width} pixels: ${part}`);
          }
        }, { javaScriptEnabled: scripts, viewport: { width, height: 640 } });
      }
      // In letters of twice the size, each number is in sight once the focus is there, from above and from below.
      await open(`${list}${name}/`, async (page) => {
        await letters(page, 32);
        const calls = await page.locator("main .call a").all();
        for (const call of [...calls, ...calls.toReversed()]) {
          await call.focus();
          const [box, way] = [await call.boundingBox(), await page.locator(".leave").boundingBox()];
          assert.ok(box.y >= way.y + way.height && box.y + box.height <= 640, `${list}${name}/: ${await call.innerText()}`);
          assert.ok(await inSight(page, ".leave a"));
          assert.ok(way.height < 640 / 4, `the way out is ${way.height} pixels high`);
        }
      });
    }
  }
});

test("the open menu leaves the way out of the page free", async () => {
  await open("/fr/aide/violence/", async (page) => {
    await page.locator(".menu-button").click();
    assert.ok(await inSight(page, ".leave a"));
    await page.mouse.wheel(0, 1000);
    assert.ok(await inSight(page, ".leave a"));
  });
});

test("a page that can be left says what Back may do", { timeout: 60_000 }, async () => {
  const said = {
    fr: "Le bouton « Retour » du navigateur peut ensuite faire réapparaître cette page.",
    en: "After that, the browser’s Back button may show this page again.",
    ar: "بعد ذلك، قد يُظهر زر الرجوع في المتصفح هذه الصفحة من جديد.",
  };
  for (const [language, { list, leave }] of Object.entries(LANGUAGES)) {
    for (const name of SENSITIVE[language]) {
      const path = `${list}${name}/`;
      await open(path, async (page, requests, context) => {
        const text = (await page.locator("main .prose").innerText()).replace(/\s+/g, " ");
        assert.ok(text.includes(said[language]), path);
        // So it is where no script takes the page out of the history.
        await context.route("https://www.wikipedia.org/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }));
        await page.getByRole("link", { name: leave }).click();
        await page.waitForURL("https://www.wikipedia.org/");
        await page.goBack();
        assert.equal(page.url(), site.origin + path);
      }, { javaScriptEnabled: false, allowed: (text) => text.startsWith("another origin: https://www.wikipedia.org/") });
    }
  }
});

test("help is in the header of every page on a narrow screen, without opening the menu", { timeout: 120_000 }, async () => {
  const pages = {
    fr: ["/fr/actualites/", "/fr/actualites/2026/trial/", "/fr/contact/", "/fr/aide/", "/fr/aide/danger/", "/fr/aide/violence/", "/fr/404.html"],
    en: ["/en/news/2026/trial/", "/en/areas-of-work/", "/en/help/trafficking/"],
    ar: ["/ar/help/", "/ar/help/violence/", "/ar/404.html"],
  };
  const allowed = (text) => text.includes("404");
  for (const [language, { list, home }] of Object.entries(LANGUAGES)) {
    for (const path of pages[language]) {
      for (const width of [320, 768]) {
        await open(path, async (page) => {
          const link = page.locator(".masthead a:not(.menu a, .languages a)").filter({ visible: true }).and(page.locator(`[href="${list}"]`));
          assert.equal(await link.count(), 1, `${path} at ${width} pixels`);
          const [box, header] = [await link.boundingBox(), await page.locator(".masthead").boundingBox()];
          assert.ok(box.height >= 44, `${path}: ${box.height} pixels for a finger`);
          assert.ok(header.height <= 170, `${path}: a header of ${header.height} pixels`);
          assert.equal(await link.getAttribute("aria-current"), path === list ? "page" : null);
          if (width !== 320) return;
          assert.deepEqual(await spills(page, { "text at 200 %": ":root { font-size: 200% }", spacing: SPACING }), [], path);
          await page.emulateMedia({ media: "print" });
          assert.equal(await link.count(), 0, `${path} on paper`);
        }, { viewport: { width, height: 640 }, javaScriptEnabled: true, allowed });
      }
      // On a wide screen, the menu has it.
      await open(path, async (page) => {
        assert.equal(await page.locator(`.masthead a[href="${list}"]:not(.languages a)`).filter({ visible: true }).count(), 1, path);
      }, { viewport: { width: 1280, height: 800 }, allowed });
    }
    // The home page says it once, below its header.
    await open(home, async (page) => {
      const links = page.locator(`a[href="${list}"]:not(.footer a, .languages a)`).filter({ visible: true });
      assert.equal(await links.count(), 1, home);
      assert.ok((await links.boundingBox()).y < 240, home);
    });
  }
});

test("a sensitive page stays out of what a worker of another page does", { timeout: 60_000 }, async () => {
  await open("/fr/aide/danger/", async (page) => {
    await page.getByRole("button", { name: LANGUAGES.fr.keep }).click();
    await page.getByText(LANGUAGES.fr.kept).waitFor();
    const kept = await keeps(page);
    await page.goto(`${site.origin}/fr/aide/violence/`);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    assert.deepEqual(await keeps(page), kept);
  });
});

test("a page that cannot be stored is not kept, and the reader is told", async () => {
  await open("/en/help/danger/", async (page) => {
    site.trouble = "gone";
    await page.getByRole("button", { name: LANGUAGES.en.keep }).click();
    await page.getByText("The page could not be kept.").waitFor();
    site.trouble = null;
    assert.deepEqual(await keeps(page), NOTHING);
    assert.ok(await page.getByRole("button", { name: LANGUAGES.en.keep }).isVisible());
  }, { allowed: () => true });
});

test("without scripts, the pages of help have no button", async () => {
  await open("/fr/aide/danger/", async (page) => {
    assert.ok(!(await page.locator(".keep").isVisible()));
    assert.ok(!(await page.locator(".kept-on").isVisible()));
  }, { javaScriptEnabled: false });
});

test("under a path, a page is kept as well", { timeout: 60_000 }, async () => {
  const folders = [
    { from: "themes", to: "themes" },
    { from: "static", to: "static" },
    { from: "tests/browser/arabic", to: "." },
  ];
  const below = await Site.start(folders, DAY, "/a/b");
  try {
    await open("/fr/aide/danger/", async (page) => {
      await page.getByRole("button", { name: LANGUAGES.fr.keep }).click();
      await page.getByText(LANGUAGES.fr.kept).waitFor();
      assert.deepEqual((await keeps(page)).workers, ["/a/b/fr/aide/danger/"]);
      below.trouble = "gone";
      await page.reload();
      assert.match(await page.locator(".kept-on").innerText(), /^Copie gardée le/);
    }, { on: below, allowed: (text) => /ERR_EMPTY_RESPONSE/.test(text) });
  } finally {
    await below.end();
  }
});

test("other pages ask for nothing more", async () => {
  for (const path of ["/fr/", "/en/", "/ar/", "/fr/aide/", "/fr/actualites/", "/en/contact/", "/ar/help/", "/fr/404.html"]) {
    await open(path, async (page, requests) => {
      const scripts = requests.filter((url) => url.endsWith(".js")).map((url) => new URL(url).pathname.split("/").at(-1).split(".")[0]);
      assert.deepEqual(scripts, ["page"], path);
      assert.deepEqual(await keeps(page), NOTHING, path);
    }, { allowed: (text) => text.includes("404") });
  }
});

test("every number is that of an entry, as a link that calls it or opens WhatsApp", async () => {
  const source = await readFile(join(root, "content/contacts/entries.yaml"), "utf8");
  const known = new Map();
  for (const [, number, kind] of source.matchAll(/- number: "([^"]+)"\n(?: +kind: (\w+)\n)?/g)) {
    const digits = number.replace(/[^0-9]/g, "");
    known.set(number, kind === "whatsapp" ? `https://wa.me/${digits}` : `tel:${number.startsWith("+") ? "+" : ""}${digits}`);
  }
  assert.equal(known.size, 9);
  for (const language of Object.keys(LANGUAGES)) {
    const shown = new Set();
    for (const path of await needs(language)) {
      await open(path, async (page) => {
        const links = await page.locator("main .call a").evaluateAll((links) =>
          links.map((link) => [link.querySelector("bdi").innerText.replace(/\s/g, " "), link.getAttribute("href"), link.querySelector("bdi").dir]),
        );
        assert.ok(links.length > 0 || /plainte|complaint/.test(path), path);
        for (const [number, href, direction] of links) {
          assert.equal(href, known.get(number), `${path}: ${number}`);
          assert.equal(direction, "ltr");
          shown.add(number);
        }
        // No number stands in a text, where nobody would verify it.
        assert.doesNotMatch(await page.locator("main .prose").innerText(), /\d/, path);
        const sources = await page.locator(".numbers li").allInnerTexts();
        assert.equal(sources.length, await page.locator(".contact").count());
        for (const line of sources) assert.match(line, /27.*2026/);
      });
    }
    assert.deepEqual([...shown].sort(), [...known.keys()].sort(), language);
  }
});

test("Arabic stands from right to left, and its numbers from left to right", async () => {
  for (const width of [320, 1280]) {
    await open("/ar/help/papers-and-asylum/", async (page) => {
      const { direction, brand, menu, title, margin, spoken } = await page.evaluate(() => {
        const box = (query) => document.querySelector(query).getBoundingClientRect();
        const range = document.createRange();
        const bdi = document.querySelector(".call bdi").firstChild;
        const at = (index) => {
          range.setStart(bdi, index);
          range.setEnd(bdi, index + 1);
          return range.getBoundingClientRect().left;
        };
        const shown = box(".menu-button").width ? ".menu-button" : ".menu";
        return {
          direction: getComputedStyle(document.documentElement).direction,
          brand: box(".brand").right,
          menu: box(shown).right,
          title: box("h1").right,
          margin: box("main").right,
          spoken: [at(0), at(1), at(bdi.length - 1)],
        };
      });
      assert.equal(direction, "rtl");
      assert.ok(brand > menu, `the name of the site stands to the right of its menu, at ${width}`);
      assert.ok(Math.abs(title - margin) < 2);
      assert.deepEqual(spoken, spoken.toSorted((a, b) => a - b));
    }, { viewport: { width, height: 800 } });
  }
});

test("a contact that nobody verified is refused", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "rihla-help-"));
  try {
    for (const part of ["content", "themes", "static"]) await cp(join(root, part), join(folder, part), { recursive: true });
    const file = join(folder, "content/contacts/entries.yaml");
    const source = await readFile(file, "utf8");
    const program = process.env.RIHLA ?? join(root, "target/debug/rihla");
    const build = () => {
      const options = ["build", "--messages", "en", "--site", folder, "--out", join(folder, "public"), "--at", DAY];
      return spawnSync(program, options, { env: environment(), encoding: "utf8" });
    };
    assert.equal(build().status, 0);
    const refused = [
      [/ {2}verified_on: .*\n/, "", "verified_on"],
      [/ {2}verified_by:\n(?: {4}.*\n)+/, "", "verified_by"],
      [/ {2}source:\n(?: {4}.*\n)+/, "", "source"],
      [/(verified_on: ).*/, "$12027-01-01", "verified_on"],
      [/ {2}review_by: .*\n/, "", "review_by"],
      [/(review_by: ).*/, "$12026-11-01", "review_by"],
      [/(review_by: ).*/, "$12026-11-30", "review_by"],
    ];
    for (const [from, to, field] of refused) {
      await writeFile(file, source.replace(from, to));
      const { status, stderr } = build();
      assert.equal(status, 1, `${from} is not refused`);
      assert.match(stderr, new RegExp(`contacts/entries\\.yaml`));
      assert.ok(stderr.includes(`“${field}”`), stderr);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a notice is the first thing that is read on every page, in its language", { timeout: 180_000 }, async () => {
  const told = await notices();
  try {
    const French = "Séisme : les numéros d’urgence";
    const expected = {
      fr: [["Urgence :", French, null], ["Attention :", "Le bureau est fermé jusqu’à lundi", null]],
      en: [["Emergency:", French, "fr"], ["Warning:", "The office is closed until Monday", null]],
      ar: [["حالة طارئة:", French, "fr"], ["تنبيه:", "Le bureau est fermé jusqu’à lundi", "fr"]],
    };
    const pages = ["/fr/", "/fr/aide/danger/", "/fr/actualites/", "/fr/404.html", "/en/", "/en/help/violence/", "/ar/", "/404.html", "/"];
    for (const path of pages) {
      for (const colorScheme of ["light", "dark"]) {
        await open(path, async (page) => {
          const language = await page.evaluate(() => document.documentElement.lang);
          // The first landmark of the page; before it stands the link that skips to the text, alone.
          const found = await page.evaluate(() => {
            const [first, second] = document.body.children;
            return {
              skips: first.matches("a.skip"),
              name: second.getAttribute("aria-label"),
              // At the root, those of the other languages follow.
              rows: [...second.querySelectorAll("p")].filter((row) => !row.lang || row.lang === document.documentElement.lang).map((row) => [
                row.querySelector("strong").innerText,
                (row.querySelector("a span[lang]") ?? row.querySelector("a")).innerText.trim(),
                row.querySelector("a span[lang]")?.lang ?? null,
              ]),
            };
          });
          assert.ok(found.skips && found.name, path);
          const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
          assert.deepEqual(found.rows.map((row) => row.map((text) => text && plain(text))), expected[language], path);
          assert.deepEqual(await overflow(page), [], path);
          assert.deepEqual(await axe(page), [], path);
          await restyle(page, `:root { font-size: 200% } ${SPACING}`);
          assert.deepEqual(await overflow(page), [], `${path} in large letters`);
        }, { on: told, colorScheme, javaScriptEnabled: true });
      }
    }
  } finally {
    await told.end();
  }
});

test("at the root, notices stand in every language that they have", { timeout: 60_000 }, async () => {
  const told = await notices();
  try {
    const read = (page) =>
      page.locator(".urgent > p").evaluateAll((rows) =>
        rows.map((row) => {
          const { direction } = getComputedStyle(row);
          const text = row.innerText.replace(/[\u00a0\u202f]/g, " ").trim();
          return [row.closest("[lang]").lang, row.dir === direction ? direction : "", text, new URL(row.querySelector("a").href).pathname];
        }),
      );
    const french = [
      ["fr", "ltr", "Urgence : Séisme : les numéros d’urgence", "/fr/avis/2026/seisme-les-numeros-d-urgence/"],
      ["fr", "ltr", "Attention : Le bureau est fermé jusqu’à lundi", "/fr/avis/2026/le-bureau-est-ferme-jusqu-a-lundi/"],
    ];
    const english = ["en", "ltr", "Warning: The office is closed until Monday", "/en/notices/2026/the-office-is-closed-until-monday/"];
    for (const path of ["/", "/404.html"]) {
      for (const [colorScheme, javaScriptEnabled] of [["light", true], ["dark", true], ["light", false]]) {
        // A browser that asks for a language which the site lacks stays at the root. No notice is in Arabic.
        await open(path, async (page) => {
          assert.deepEqual(await read(page), [...french, english], path);
          if (!javaScriptEnabled) return;
          assert.deepEqual(await axe(page), [], path);
          await restyle(page, `:root { font-size: 200% } ${SPACING}`);
          assert.deepEqual(await overflow(page), [], path);
        }, { on: told, colorScheme, javaScriptEnabled, locale: "sv-SE" });
      }
    }
    // Elsewhere, a page speaks its language.
    await open("/en/", async (page) => {
      assert.equal(await page.locator(".urgent > p").count(), 2);
    }, { on: told });
  } finally {
    await told.end();
  }
});

test("where every text of help waits for its review, no menu leads to their list", { timeout: 60_000 }, async () => {
  const held = await answered();
  const said = { fr: "Aucune page d’aide", en: "No page of help" };
  const allowed = (text) => text.includes("404");
  try {
    for (const [language, { list, home }] of Object.entries(LANGUAGES)) {
      const paths = [home, `${home}404.html`, ...(language === "ar" ? [] : [`${home}${language === "fr" ? "actualites" : "news"}/`, `${home}${language === "fr" ? "plan-du-site" : "site-map"}/`])];
      for (const path of paths) {
        for (const width of [320, 1280]) {
          await open(path, async (page) => {
            const lists = Object.values(LANGUAGES).map(({ list }) => list);
            const found = await page.locator("a:not(.languages a)").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
            assert.deepEqual(found.filter((href) => lists.includes(href)), [], path);
            assert.equal(await page.locator(".help-first, .help-line, .needs, #help_, #map_help").count(), 0, path);
            assert.ok(found.length > 20, path);
            assert.deepEqual(await axe(page), [], path);
          }, { on: held, viewport: { width, height: 800 }, allowed });
        }
      }
      // Who comes to it by its address is told, and has somebody to write to.
      if (!said[language]) continue;
      await open(list, async (page) => {
        assert.ok(await page.getByText(said[language]).isVisible(), list);
        assert.equal(await page.locator("main .doors a").count(), 1);
        assert.deepEqual(await axe(page), [], list);
      }, { on: held });
    }
  } finally {
    await held.end();
  }
});

test("sentences are short enough for someone who is tired", async (t) => {
  for (const language of Object.keys(LANGUAGES)) {
    const words = new Intl.Segmenter(language, { granularity: "word" });
    const lengths = [];
    for (const path of [LANGUAGES[language].list, ...(await needs(language))]) {
      const texts = await open(path, (page) =>
        page.locator("main :is(h1, h2, p, li, a.button):not(.numbers *, :has(p, li))").evaluateAll((nodes) =>
          nodes.filter((node) => node.checkVisibility()).map((node) => node.innerText),
        ),
      );
      for (const text of texts) {
        for (const sentence of text.split(/[.!?؟]+(?:\s|$)/)) {
          const count = [...words.segment(sentence)].filter(({ isWordLike }) => isWordLike).length;
          if (count > 0) lengths.push({ count, sentence });
        }
      }
    }
    const mean = lengths.reduce((sum, { count }) => sum + count, 0) / lengths.length;
    const longest = lengths.toSorted((a, b) => b.count - a.count)[0];
    t.diagnostic(`${language}: ${mean.toFixed(1)} words in a sentence on average, ${longest.count} at most: ${longest.sentence}`);
    assert.ok(mean < 15, `${language}: ${mean.toFixed(1)} words in a sentence`);
  }
});
