// What axe finds wrong, and what is wider than the screen.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"];

/**
 * The page of the theme in the frame is looked at by the tests of the theme. What lies behind a dialog is not reached
 * while it is open: it is looked at without one.
 */
export async function found(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(`${AXE}; undefined`);
  return page.evaluate(async (tags) => {
    const seen = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
    const { violations } = await window.axe.run(seen, { runOnly: tags, iframes: false });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("; ")}`);
  }, TAGS);
}

/** What stands out of a page to the side, also to where nobody can scroll. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const cut = [...document.body.querySelectorAll("button, input, select, textarea")].filter((node) => node.checkVisibility() && node.getBoundingClientRect().left < -1);
    if (cut.length) return cut.slice(0, 5).map((node) => `${node.localName}.${node.className} begins before the page: ${node.textContent}`);
    const excess = document.documentElement.scrollWidth - width;
    if (excess <= 0) return [];
    const outside = [...document.body.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > width + 1);
    return [...outside.slice(0, 5).map((node) => `${node.localName}.${node.className} is out of the page`), `${excess} pixels too many`];
  });
}
