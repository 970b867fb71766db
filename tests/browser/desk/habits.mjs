// What people do whom nobody has told anything: each of these was seen to go wrong once.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DeskPage } from "./page.mjs";
import { photograph } from "./photo.mjs";
import { choose, HERE, isKept, KEPT, opened } from "./safety.mjs";

const CONCERT = "news/2026-02-20-concert";
const FILE = `content/${CONCERT}.fr.md`;
const VOEUX = "news/2026-01-15-voeux";
const TEXT = "Texte (Français)";
const ELSEWHERE = /en cours d’écriture dans une autre page du bureau/;
const OFFERED = /Ce navigateur garde un texte du/;

/** How much of the line with the cursor lies under what stays at the edge of the window; its lines are short. */
function hidden() {
  const area = document.getElementById("body");
  const style = getComputedStyle(area);
  const height = parseFloat(style.lineHeight);
  const number = area.value.slice(0, area.selectionStart).split("\n").length - 1;
  const top = area.getBoundingClientRect().top + area.clientTop + parseFloat(style.paddingTop) + number * height;
  const stuck = [...document.querySelectorAll(".bar, .form [role=toolbar][aria-controls=body]")].filter((one) => getComputedStyle(one).position === "sticky");
  const over = Math.max(0, ...stuck.map((one) => one.getBoundingClientRect().bottom));
  return Math.max(0, over - top, top + height - innerHeight);
}

/** The line that is written is seen, and what stays over it leaves room for it. */
export async function written(desk, program) {
  await opened(desk, program);
  const lines = Array.from({ length: 80 }, (_, at) => `Ligne ${at}`).join("\n");
  await desk.fill(TEXT, lines);
  for (const height of [500, 900]) {
    await desk.page.setViewport({ width: 1366, height });
    await desk.cursor(TEXT);
    await desk.page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
    for (let step = 0; step < 60; step += 1) await desk.page.keyboard.press("ArrowUp");
    await desk.type("YYYY");
    await desk.until("the line that is written", `(${hidden})() === 0`);
    for (let step = 0; step < 50; step += 1) await desk.page.keyboard.press("ArrowDown");
    await desk.until("the line below", `(${hidden})() === 0`);
  }
  // Large words: bar and tools would leave nothing.
  await desk.page.setViewport({ width: 1280, height: 800 });
  await desk.page.evaluate(() => {
    document.documentElement.style.fontSize = "32px";
  });
  const share = () => {
    const stuck = [...document.querySelectorAll(".bar, [role=toolbar]")].filter((one) => getComputedStyle(one).position === "sticky");
    return stuck.reduce((sum, one) => sum + one.offsetHeight, 0) <= innerHeight / 3;
  };
  await desk.until("room for the text", share);
}

/** What has the focus goes away, or the form is drawn again: the focus is somewhere that is seen. */
export async function focus(desk, program) {
  await opened(desk, program);
  await desk.fill("Chercher par le titre", "mair");
  await (await desk.find("option", "Mairie d’Essai", { isStart: true })).click();
  await desk.click("Retirer, Mairie d’Essai");
  await desk.until("the search", () => document.activeElement.getAttribute("role") === "combobox");

  // A form that begins far below, in another language.
  await desk.page.setViewport({ width: 1280, height: 500 });
  await desk.page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await desk.press("field", "العربية", { isStart: true });
  await desk.click("Commencer en العربية");
  await desk.until("the Arabic title", () => document.activeElement.lang === "ar");
  await desk.placed();
  await desk.page.setViewport({ width: 1280, height: 900 });

  // Whatever takes away what has it.
  await desk.press("field", "Français", { isStart: true });
  for (const take of ["remove", "hide"]) {
    await desk.cursor("Lieu");
    await desk.page.evaluate((how) => {
      const field = document.activeElement.closest(".field");
      if (how === "hide") field.hidden = true;
      else field.remove();
    }, take);
    await desk.placed();
    await desk.page.reload();
    await desk.find("field", "Lieu");
  }
}
