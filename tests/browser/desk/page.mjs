// A page of the desk, used as a person does: controls are found by their names, and what is waited for is seen.

import assert from "node:assert/strict";
import { join } from "node:path";
import { found, overflow } from "./axe.mjs";

/** How long something may take to be seen, and how long until it is looked again. */
const LONGEST = Number(process.env.DESK_WAIT ?? 20_000);
const AGAIN = 40;
/** How much of a text is typed letter by letter. */
const LETTERS = 24;

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** What the page does for these tests: finds what is seen by its role and its name. */
function finder(kind, name, isStart, nth) {
  const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const kinds = {
    button: "button, summary, [role=menuitem]",
    link: "a[href]",
    heading: "h1, h2, h3",
    field: "input, select, textarea, fieldset",
    option: "[role=option]",
    text: "p, li, h1, h2, h3, legend, strong",
  };
  const named = (element) => {
    if (element.hasAttribute("aria-label")) return [element.getAttribute("aria-label")];
    if (element.localName === "fieldset") return [element.querySelector("legend")?.textContent ?? ""];
    if (kind === "field") return [...(element.labels ?? [])].map((label) => label.textContent);
    return [element.textContent];
  };
  const fits = (words) => {
    const text = flat(words);
    return text === name || (kind === "field" && text.startsWith(`${name} (`)) || (isStart && text.startsWith(name));
  };
  const all = [...top.querySelectorAll(kinds[kind])].filter((element) => named(element).some(fits));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  return all.filter(isSeen)[nth] ?? null;
}

export class DeskPage {
  /** A page in a context of its own; `expected` are words of what may go wrong on it. */
  static async open(browser, { viewport = { width: 1280, height: 900 }, context = null } = {}) {
    const made = new DeskPage();
    made.context = context ?? (await browser.createBrowserContext());
    // A browser that is just closing another page may lose the new one.
    made.page = await made.context.newPage().catch(() => made.context.newPage());
    made.wrong = [];
    made.failed = [];
    made.page.on("console", (message) => {
      // What was asked for in vain is told with its address.
      if (["error", "warn"].includes(message.type()) && !/^Failed to load resource/.test(message.text())) {
        made.wrong.push(message.text());
      }
    });
    made.page.on("response", (response) => {
      if (response.status() >= 400) made.wrong.push(`${response.status()} ${new URL(response.url()).pathname}`);
    });
    made.page.on("pageerror", (error) => made.wrong.push(String(error)));
    await made.page.setViewport(viewport);
    return made;
  }

  close() {
    return this.context.close();
  }

  /** Keeps what is seen, where somebody asked for it. */
  async photograph(name) {
    const folder = process.env.DESK_PICTURES;
    if (!folder) return;
    const path = join(folder, `${name.replaceAll(/[^\w-]+/g, "-")}.png`);
    await this.page.screenshot({ path, fullPage: true }).catch(() => null);
  }

  /** Goes to an address of the desk: another fragment is no other page. */
  async go(address) {
    await this.page.goto(address);
  }

  /** Loads the page again; Firefox gives up a first time where something of the page is still on its way. */
  async reload() {
    await this.page.reload().catch((error) => {
      if (!/NS_BINDING_ABORTED/.test(String(error))) throw error;
      return this.page.reload();
    });
  }

  route(origin, route) {
    return this.page.evaluate((to) => location.assign(to), `${origin}/${route}`);
  }

  /** Opens an entry, and waits until it is there. */
  async entry(origin, id) {
    await this.page.evaluate(() => document.querySelector("main > *")?.setAttribute("data-before", ""));
    await this.route(origin, `#/entry/${encodeURIComponent(id)}`);
    await this.until(`the entry ${id}`, () => !document.querySelector("[data-before]") && document.querySelector(".bar .state") !== null);
  }

  /** Goes on where something does not hold that nothing else depends on: it is told at the end. */
  async soft(run) {
    try {
      await run();
    } catch (error) {
      this.failed.push(error.message);
    }
  }

  // ------------------------------------------------------------------ waiting

  /** Waits until a function of the page answers with something. */
  async until(what, run, ...values) {
    const end = Date.now() + LONGEST;
    let last;
    for (;;) {
      last = await this.page.evaluate(run, ...values).catch((error) => {
        // The page is on its way to another one.
        if (/destroyed|detached|navigat|no such frame|closed|is null|of null/i.test(String(error))) return null;
        throw error;
      });
      if (last) return last;
      if (Date.now() > end) break;
      await pause(AGAIN);
    }
    const [focus, seen] = await this.page.evaluate(() => [
      document.activeElement?.outerHTML.slice(0, 200),
      document.body.innerText.slice(0, 4000),
    ]);
    throw new Error(`${what} did not come. The focus is on ${focus}. The page says:\n${seen}`);
  }

  async find(kind, name, { isStart = false, nth = 0 } = {}) {
    await this.until(`${kind} “${name}”`, `(${finder})(${JSON.stringify(kind)}, ${JSON.stringify(name)}, ${isStart}, ${nth}) !== null`);
    // The page may be on its way to another one.
    const handle = await this.page.evaluateHandle(finder, kind, name, isStart, nth).catch((error) => {
      if (/destroyed|detached|navigat/i.test(String(error))) return null;
      throw error;
    });
    const element = handle?.asElement();
    return element ?? this.find(kind, name, { isStart, nth });
  }

  has(kind, name, { isStart = false, nth = 0 } = {}) {
    return this.page.evaluate(`(${finder})(${JSON.stringify(kind)}, ${JSON.stringify(name)}, ${isStart}, ${nth}) !== null`);
  }

  gone(kind, name, options = {}) {
    const { isStart = false, nth = 0 } = options;
    return this.until(`the end of ${kind} “${name}”`, `(${finder})(${JSON.stringify(kind)}, ${JSON.stringify(name)}, ${isStart}, ${nth}) === null`);
  }

  /** Waits until words are seen. */
  reads(pattern) {
    return this.until(`“${pattern}”`, readsPattern, pattern.source, pattern.flags);
  }

  text() {
    return this.page.evaluate(() => document.body.innerText);
  }

  // ------------------------------------------------------------------ acting

  /** Presses what has a name; where it is drawn again meanwhile, what stands in its place. */
  async press(kind, name, options) {
    for (let left = 3; ; left -= 1) {
      const element = await this.find(kind, name, options);
      try {
        await element.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
        await element.click();
        break;
      } catch (error) {
        if (!left || !/detached|stale|no such node|not clickable|not connected/i.test(String(error))) throw error;
      }
    }
    if (kind === "button" && !options?.isLeft) await this.placed();
  }

  /** Whatever was done, the focus is somewhere that is seen; where it is not, that is told at the end. */
  placed() {
    return this.soft(() => this.until("a focus that is seen", isPlaced));
  }

  click(name, options) {
    return this.press("button", name, options);
  }

  follow(name, options) {
    return this.press("link", name, options);
  }

  /** Does one of the other things that are done with a text: what is in the menu of its page. */
  async act(name) {
    await this.click("Autres actions");
    await this.click(name);
  }

  /** Writes in the place of what is there, letter by letter. */
  async fill(name, words, options) {
    const element = await this.find("field", name, options);
    await element.evaluate((one) => {
      one.scrollIntoView({ block: "center" });
      one.focus();
      one.select?.();
    });
    if (words) await this.type(words);
    else await this.page.keyboard.press("Delete");
  }

  /** Writes what is short letter by letter, the rest of what is long at once, as an input method does. */
  async type(words) {
    await this.page.keyboard.type(words.slice(0, LETTERS));
    if (words.length > LETTERS) await this.page.evaluate((rest) => document.execCommand("insertText", false, rest), words.slice(LETTERS));
  }

  /** Sets the day of a control as the calendar of the browser does. */
  async day(name, day) {
    const element = await this.find("field", name);
    await element.evaluate((one, value) => {
      one.focus();
      one.value = value;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    }, day);
  }

  async choose(name, words, options) {
    const element = await this.find("field", name, options);
    const value = await element.evaluate((one, text) => [...one.options].find((option) => option.label === text)?.value, words);
    assert.notEqual(value, undefined, `${name} has no “${words}”`);
    await element.select(value);
  }

  /** Chooses one of several: its identifier ends so. What moves between the look and the press is pressed again. */
  async mark(name, which) {
    for (let left = 5; ; left -= 1) {
      try {
        const group = await this.find("field", name, { isStart: true });
        const input = await group.$(`input[id$="-${which}"]`);
        await input.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
        await input.click();
        const isMarked = await this.page.evaluate((id) => document.getElementById(id)?.checked, await input.evaluate((one) => one.id));
        if (isMarked) return;
        if (!left) throw new Error(`“${name}” does not take “${which}”`);
      } catch (error) {
        if (!left || !/detached|stale|no such node|not clickable|not connected|null/i.test(String(error))) throw error;
      }
    }
  }

  async value(name, options) {
    const element = await this.find("field", name, options);
    return element.evaluate((one) => one.value);
  }

  async upload(name, path) {
    const element = await this.find("field", name);
    await element.uploadFile(path);
  }

  /** Puts the cursor into a text: before or behind words, or at the end. */
  async cursor(name, words = null, where = "end") {
    const element = await this.find("field", name);
    await element.evaluate(
      (one, text, side) => {
        one.focus();
        const at = text === null ? one.value.length : one.value.indexOf(text);
        if (at < 0) throw new Error(`there is no “${text}”`);
        const end = at + (text?.length ?? 0);
        one.setSelectionRange(side === "end" ? end : at, side === "start" ? at : end);
      },
      words,
      where,
    );
  }

  // ------------------------------------------------------------------ messages

  /** What is said at a field: in the parts that its control names as its description. */
  said(name, options = {}) {
    const { isStart = false, nth = 0 } = options;
    return this.page.evaluate(`((element) => {
      if (!element) return null;
      const ids = (element.getAttribute("aria-describedby") ?? "").split(" ");
      const parts = ids.filter((id) => id.endsWith("-messages")).map((id) => document.getElementById(id));
      return parts.map((part) => part?.innerText ?? "").join(" ").replace(/[\\s\\u00a0\\u202f]+/g, " ").trim();
    })((${finder})("field", ${JSON.stringify(name)}, ${isStart}, ${nth}))`);
  }

  /** Waits until a field says something; back is all that it says. */
  async complains(name, pattern, options) {
    const end = Date.now() + LONGEST;
    let said;
    while (Date.now() < end) {
      said = await this.said(name, options);
      if (said !== null && pattern.test(said)) return said;
      await pause(AGAIN);
    }
    throw new Error(`“${name}” does not say ${pattern}, but “${said}”`);
  }

  /** Waits until a field says nothing any more. */
  content(name, options) {
    return this.complains(name, /^$/, options);
  }

  /** Presses the button of a message at a field. */
  async correct(name, words) {
    const element = await this.find("field", name);
    const id = await element.evaluate((one) =>
      one.getAttribute("aria-describedby").split(" ").find((each) => each.endsWith("-messages")),
    );
    const button = await this.page.evaluateHandle(
      (each, text) =>
        [...document.getElementById(each).querySelectorAll("button")].find((one) =>
          one.textContent.replace(/[\s\u00a0\u202f]+/g, " ").startsWith(text),
        ),
      id,
      words,
    );
    assert.ok(button.asElement(), `“${name}” has no button “${words}”`);
    await button.asElement().click();
  }

  /** Waits until the bar over the form says something of the text. */
  state(pattern) {
    return this.until(`the state ${pattern}`, (source) => new RegExp(source).test(document.querySelector(".bar .state")?.textContent ?? ""), pattern.source);
  }

  /** Saves, and waits until it is done. */
  async save() {
    await this.answered("save", () => this.click("Enregistrer"));
    await this.state(/^Enregistré$/);
  }

  /** Does something, and waits until the program has answered what is asked of it then. */
  async answered(name, run) {
    const answer = this.page.waitForResponse((response) => response.url().endsWith(`/api/${name}`), { timeout: LONGEST });
    await Promise.all([answer, run()]);
    return (await answer).status();
  }

  /** The page beside the form, once it is there. */
  async frame() {
    const end = Date.now() + LONGEST;
    for (;;) {
      const { page } = this;
      const frame = page.frames().find((one) => one !== page.mainFrame() && one.url().startsWith("http"));
      const isThere = frame && (await frame.evaluate(() => document.readyState === "complete" && document.querySelector("h1") !== null).catch(() => false));
      if (isThere) return frame;
      if (Date.now() > end) throw new Error(`no page is shown: ${page.frames().map((one) => one.url())}`);
      await pause(AGAIN);
    }
  }

  /** Waits until the frame shows no page that is not there: that of the text, or none. */
  async framed() {
    const end = Date.now() + LONGEST;
    for (;;) {
      const others = this.page.frames().filter((one) => one !== this.page.mainFrame());
      const texts = await Promise.all(others.map((one) => one.evaluate(() => document.body?.innerText ?? "").catch(() => "")));
      const isShown = await this.page.evaluate(() => document.querySelector("iframe")?.checkVisibility() ?? false);
      if (!isShown || !texts.some((text) => text.includes("introuvable"))) return;
      if (Date.now() > end) throw new Error("the frame shows a page that is not there");
      await pause(AGAIN);
    }
  }

  /** Has axe look at what is there, which is no wider than the screen; `where` says what it is. */
  async axe(where = "") {
    const wrong = [...(await found(this.page)), ...(await overflow(this.page))];
    this.failed.push(...wrong.map((words) => `${where} ${words}`.trim()));
  }

  dialogCloses() {
    return this.until("the end of the dialog", () => !document.querySelector("dialog"));
  }
}

/** Whether something has the focus that is in the window, and not under what stays at its edge. */
function isPlaced() {
  const { activeElement: active, body } = document;
  if (!active || active === body) return false;
  const { top, bottom, left, right } = active.getBoundingClientRect();
  const over = active.closest("dialog") ? [] : [...document.querySelectorAll("#banner, .bar")].filter((one) => !one.contains(active));
  const isUnder = over.map((one) => one.getBoundingClientRect()).some((box) => top >= box.top && bottom <= box.bottom);
  return !isUnder && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}

function readsPattern(source, flags) {
  return new RegExp(source, flags).test(document.body.innerText.replace(/[\u00a0\u202f]/g, " "));
}
