// The desk, in Chromium and in Firefox, as those who write use it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, names } from "./desk/browsers.mjs";
import { day } from "./desk/day.mjs";
import { keyboard } from "./desk/keyboard.mjs";
import { DeskPage } from "./desk/page.mjs";
import { Program } from "./desk/program.mjs";
import * as safety from "./desk/safety.mjs";

/** In which browsers; all of them where nothing is said. */
const wanted = process.env.DESK_BROWSERS?.split(",") ?? names;

describe("the desk", { concurrency: 2 }, () => {
  for (const name of wanted) {
    describe(name, () => {
      let browser;
      before(async () => {
        browser = await launch(name);
      });
      after(() => browser?.close());

      /** A scenario: on a copy of the site, on a page on which nothing goes wrong but what is expected. */
      const scenario = (title, run, { expected = [], viewport, edit } = {}) =>
        test(title, { timeout: 120_000 }, async () => {
          const program = await Program.start(edit);
          const desk = await DeskPage.open(browser, { viewport });
          try {
            await run(desk, program, { browser, name });
            const others = desk.wrong.filter((text) => !expected.some((known) => known.test(text)));
            assert.deepEqual([...desk.failed, ...others], []);
          } catch (error) {
            await desk.photograph(`${name}-${title}`);
            throw error;
          } finally {
            await desk.close();
            await program.end();
          }
        });

      scenario("the day of a writer", day);
      scenario("a day by keyboard alone", keyboard);
      scenario("a change on the disk in the middle", safety.conflict, { expected: [/^409 /] });
      scenario("a change on the disk that came before what was typed", safety.stale, { expected: [/^409 /] });
      scenario("the program ends, the browser is closed", safety.crash, { expected: [/^401 /, /ERR_CONNECTION_REFUSED/] });
      scenario("what cannot be kept on the disk", safety.unkept);
      scenario("what was saved is taken back", safety.undone);
      scenario("what is wrong in a file, and what stays in it", safety.wrong, { edit: safety.spoiled });
    });
  }
});
