// The desk, in Chromium and in Firefox, as those who write use it.
//
// DESK_BROWSERS=firefox tries one of them. Where a scenario fails, DESK_PICTURES says into which folder a picture of
// what was seen goes; DESK_WAIT is how many milliseconds something may take to be seen.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as actions from "./desk/actions.mjs";
import * as attacks from "./desk/attacks.mjs";
import { launch, names } from "./desk/browsers.mjs";
import { day } from "./desk/day.mjs";
import * as figures from "./desk/figures.mjs";
import { keyboard } from "./desk/keyboard.mjs";
import { DeskPage } from "./desk/page.mjs";
import * as habits from "./desk/habits.mjs";
import * as pictures from "./desk/pictures.mjs";
import { Program } from "./desk/program.mjs";
import * as safety from "./desk/safety.mjs";
import { dark, states } from "./desk/states.mjs";

/** In which browsers; all of them where nothing is said. */
const wanted = process.env.DESK_BROWSERS?.split(",") ?? names;

/** Dark pages and less motion, as Firefox takes them from the machine. */
const NIGHT = { "layout.css.prefers-color-scheme.content-override": 0, "ui.prefersReducedMotion": 1 };

/**
 * A page that cannot be drawn while something that it needs is missing: the frame may ask for it once more before the
 * desk takes the frame away.
 */
const GONE = /^404 \/[0-9a-f]{32}\/.*\/$/;

describe("the desk", { concurrency: 2 }, () => {
  for (const name of wanted) {
    // One page after another: where two are used at once, one of them has no focus.
    describe(name, { concurrency: 1 }, () => {
      let browser;
      let night;
      before(async () => {
        browser = await launch(name);
      });
      after(async () => {
        await browser?.close();
        await night?.close();
      });

      /** A scenario: on a copy of the site, on a page on which nothing goes wrong but what is expected. */
      const scenario = (title, run, { expected = [], edit, isDark = false } = {}) =>
        test(title, { timeout: 120_000 }, async () => {
          const program = await Program.start(edit);
          let desk;
          try {
            if (isDark) night ??= name === "firefox" ? await launch(name, { prefs: NIGHT }) : null;
            const own = (isDark && night) || browser;
            desk = await DeskPage.open(own);
            await run(desk, program, { browser: own, name });
            const others = desk.wrong.filter((text) => ![GONE, ...expected].some((known) => known.test(text)));
            assert.deepEqual([...desk.failed, ...others], []);
          } catch (error) {
            await desk?.photograph(`${name}-${title}`);
            throw error;
          } finally {
            await desk?.close();
            await program.end();
          }
        });

      scenario("the day of a writer", day);
      scenario("a day by keyboard alone", keyboard);
      scenario("a change on the disk in the middle", safety.conflict, { expected: [/^409 /] });
      scenario("both versions of a text are kept", safety.both, { expected: [/^409 /] });
      scenario("a change on the disk that came before what was typed", safety.stale, { expected: [/^409 /] });
      scenario("the program ends, the browser is closed", safety.crash, {
        // The page of the old program, in the frame.
        expected: [/^40[13] /, /ERR_CONNECTION_REFUSED/, /postMessage/, /nosniff/],
      });
      scenario("what cannot be kept on the disk", safety.unkept);
      scenario("what was saved is taken back", safety.undone);
      // A picture that is refused.
      scenario("pictures", pictures.pictures, { expected: [/^422 /] });
      // One that others name is not taken away.
      scenario("an entry is taken away, and comes back", pictures.removed, { edit: safety.spoiled, expected: [/^422 .*\/remove$/] });
      scenario("a draft for somebody else", pictures.copy);
      scenario("a text has another title, and another address", actions.renamed, { edit: actions.published });
      scenario("an entry is begun as the copy of another", actions.duplicated, { edit: actions.published });
      scenario("when a text is online", actions.scheduled, { edit: actions.published });
      scenario("what was wrong in a text, and what no longer holds", actions.corrected, { edit: actions.published });
      scenario("who is seen on a picture agrees", actions.consented, { edit: actions.asking });
      scenario("what is done with a text, by keyboard alone", actions.keys);
      scenario("one text on two pages of a browser", habits.tabs, { expected: [/^422 /, /^409 /] });
      scenario("a text is taken up again beside the page that had it", habits.revived, {
        expected: [/^40[13] /, /ERR_CONNECTION_REFUSED/, /postMessage/, /nosniff/],
      });
      scenario("the line that is written is seen", habits.written);
      scenario("the focus is where something is seen", habits.focus);
      scenario("what is corrected is said no more", habits.corrected);
      scenario("mistakes in dialogs", habits.mistakes);
      scenario("names, addresses and pictures as they are typed", habits.typed);
      scenario("figures, which have no pages", figures.figures, { edit: figures.kept });
      scenario("what is read out", habits.read);
      scenario("a day that is half written", habits.days);
      scenario("bold as in an office suite", habits.bold);
      if (name === wanted[0]) {
        scenario("what was typed arrives after it was saved", safety.late);
        scenario("one entry on two pages", safety.twice);
        scenario("attacks: who has no key, or comes from elsewhere", attacks.strangers);
        scenario("attacks: paths, names and what is no request", attacks.paths);
      }
      scenario("attacks: another program at the address of the desk", attacks.impostor, { expected: [/./] });
      scenario("attacks: a page on another port", attacks.neighbours, { expected: [/./] });
      scenario("attacks: what the theme draws", attacks.framed, { edit: attacks.armed, expected: [/./] });
      scenario("attacks: what stands in a text", attacks.inert);
      scenario("everybody: light", states, { expected: [/^401 /, /ERR_CONNECTION_REFUSED/] });
      scenario("everybody: dark, with less motion", dark, { expected: [/^401 /, /ERR_CONNECTION_REFUSED/], isDark: true });
      scenario("what is wrong in a file, and what stays in it", safety.wrong, { edit: safety.spoiled });
      scenario("a translation that is put right", safety.reread, { edit: safety.hour });
      scenario("a file that cannot be read is put right", safety.source, { edit: safety.broken });
    });
  }
});
