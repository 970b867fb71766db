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

/** What is corrected is said no more, in whatever language one goes on. */
export async function corrected(desk, program) {
  await opened(desk, program, VOEUX);
  await desk.cursor(TEXT);
  await desk.answered("follows", () => desk.type(" [ici](javascript:alert)"));
  await desk.complains(TEXT, /javascript/);
  await desk.fill(TEXT, "Tout le monde est venu.");
  await desk.save();
  await desk.answered("check", () => desk.press("field", "English", { isStart: true }));
  await desk.find("field", "Texte (English)");
  assert.doesNotMatch(await desk.text(), /javascript/);

  // What kept it from being saved goes once it is corrected, with the language in which it was so.
  await desk.press("field", "Français", { isStart: true });
  await desk.fill("Titre (Français)", "");
  await desk.complains("Titre (Français)", /est obligatoire/);
  await desk.click("Enregistrer");
  await desk.reads(/Une erreur à corriger/);
  await desk.click("Français : « Titre » est obligatoire", { isStart: true });
  await desk.until("the title", () => document.activeElement.labels?.[0]?.textContent.startsWith("Titre"));
  await desk.type("Des vœux");
  await desk.until("the end of the summary", () => document.querySelector(".summary") === null);
  await desk.save();
}

/** What is wrong in a dialog: said with the language, at the control that has the focus then, until that is changed. */
export async function mistakes(desk, program) {
  await opened(desk, program, VOEUX);
  const problem = () => document.querySelector("dialog[open] .problem").innerText.trim();
  const isWrong = () => document.activeElement.getAttribute("aria-invalid") === "true";
  await desk.act("Renommer…");
  await desk.fill("Titre (Français)", "");
  await desk.click("Enregistrer");
  await desk.reads(/Français : « Titre » est obligatoire/);
  await desk.until("the focus in the title", isWrong);
  await desk.type("Des vœux");
  await desk.until("the end of the message", `(${problem})() === ""`);
  assert.equal(await desk.page.evaluate(isWrong), false);
  await desk.page.keyboard.press("Escape");
  await desk.dialogCloses();

  await desk.act("Programmer…");
  await desk.day("Heure (facultative)", "09:30");
  await desk.click("Enregistrer");
  await desk.until("what is missing", `(${problem})() === "Donnez aussi le jour"`);
  await desk.until("the focus on the day", () => document.activeElement.type === "date");
  await desk.page.keyboard.press("Escape");
  await desk.dialogCloses();

  // A page that warns its readers says of what.
  await desk.act("Dire que la page n’a plus cours…");
  await desk.until("the focus in the reason", () => document.activeElement.id.includes("reason"));
  await desk.click("Enregistrer");
  await desk.reads(/Dites d’abord pourquoi/);
  await desk.until("the focus in the reason", () => document.activeElement.id.includes("reason"));
  await desk.type("Les vœux sont passés.");
  await desk.fill("Raison (English)", "The wishes are over.");
  assert.equal(await desk.answered("save", () => desk.click("Enregistrer")), 200);
  await desk.dialogCloses();
  await desk.state(/^Enregistré$/);

  // The history says what was done.
  await desk.follow("Historique");
  await desk.reads(/Dit sans cours : Les vœux des voisins/);
  await desk.reads(/Changé : Retiré/);
}

/** A day that is written in part takes the place of none: nothing is saved before somebody has said which one is meant. */
export async function days(desk, program) {
  await opened(desk, program);
  const before = await program.read(FILE);
  const input = await desk.find("field", "Date");
  await input.focus();
  await desk.page.keyboard.press("Backspace");
  await desk.cursor("Titre");
  await desk.reads(/Ce jour ou cette heure n’existe pas/);
  await desk.click("Enregistrer");
  await desk.until("the focus on the day", () => document.activeElement.type === "date");
  assert.equal(await program.read(FILE), before);
  await desk.day("Date", "2026-02-21");
  await desk.save();
  assert.equal(await program.read(FILE), before.replace("2026-02-20", "2026-02-21"));
  assert.doesNotMatch(await desk.text(), /n’existe pas/);
}
