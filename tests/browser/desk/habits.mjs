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

/** Another page of the same browser, with the text before it. */
async function second(desk, program, browser, address = `${program.origin}/`) {
  const other = await DeskPage.open(browser, { context: desk.context });
  await other.go(address);
  await other.find("heading", "Textes");
  await other.entry(program.origin, CONCERT);
  await other.find("field", "Titre");
  return other;
}

/** Two pages with one text, in one browser: whoever types has it, and nothing is lost on either side. */
export async function tabs(desk, program, { browser }) {
  await opened(desk, program);
  await desk.fill("Résumé", "Un.");
  await isKept(program, "Un.");
  // One that is looked at and closed takes nothing away.
  const looked = await second(desk, program, browser);
  await looked.reads(/Un texte non enregistré du .* a été repris/);
  await looked.page.close();
  await desk.page.bringToFront();
  await desk.cursor("Résumé");
  await desk.type(" Deux.");
  await desk.save();
  assert.match(await program.read(FILE), /^summary: "Un\. Deux\."$/m);

  // One that is opened later may go on as well, with what it has before it.
  await desk.fill("Résumé", "Trois.");
  await isKept(program, "Trois.");
  const other = await second(desk, program, browser);
  await other.fill("Titre", "Un autre titre");
  await isKept(program, "Trois.", "Un autre titre");
  await desk.page.bringToFront();
  await desk.cursor("Résumé");
  await desk.type(" Quatre.");
  await desk.reads(ELSEWHERE);
  await desk.placed();
  await desk.click("Continuer ici");
  await isKept(program, "Trois. Quatre.", "Un concert dans la cour");
  await desk.state(KEPT);
  assert.equal(await desk.has("button", "Continuer ici"), false);

  await other.page.bringToFront();
  await other.cursor("Titre");
  await other.type(", encore");
  await other.reads(ELSEWHERE);
  await other.click("Prendre ce qui est écrit dans l’autre page", { isLeft: true });
  await other.reads(OFFERED);
  assert.equal(await other.value("Résumé"), "Trois. Quatre.");
  await other.click("Voir ce qui diffère");
  await other.reads(/Un autre titre, encore/);
  await other.click("Le jeter");
  await other.find("heading", "Le jeter");
  await other.click("Le jeter");
  await other.dialogCloses();
  await other.fill("Lieu", "Essai");
  await isKept(program, "Trois. Quatre.", "Essai");

  // In the middle of a change on the disk: what is chosen then is chosen for good.
  await desk.page.bringToFront();
  await program.write(FILE, (await program.read(FILE)).replace("Un. Deux.", "D’ailleurs."));
  await desk.click("Enregistrer");
  await desk.reads(ELSEWHERE);
  assert.equal(await desk.answered("save", () => desk.click("Continuer ici")), 409);
  await desk.find("heading", "Ce texte a été changé entre-temps");
  await other.page.bringToFront();
  await other.cursor("Lieu");
  await other.type(" et ailleurs").catch(() => null);
  await desk.page.bringToFront();
  await choose(desk, "Résumé", "Garder ce que j’ai écrit");
  const status = await desk.answered("save", () => desk.click("Enregistrer ce choix"));
  if (status === 422) assert.equal(await desk.answered("save", () => desk.click("Continuer ici")), 200);
  await desk.state(/^Enregistré$/);
  assert.match(await program.read(FILE), /^summary: "Trois\. Quatre\."$/m);
  // What the other page had typed stands in the history.
  await desk.follow("Historique");
  await desk.reads(/Laissé de côté : /);
  desk.failed.push(...looked.failed, ...other.failed);
}

/** The program is started again, and the text is taken up in a second page while the first stays open. */
export async function revived(desk, program, { browser }) {
  await opened(desk, program);
  await desk.cursor(TEXT);
  await desk.type(" Un mot.");
  await desk.state(KEPT);
  await program.kill();
  await desk.type(" Deux.");
  await desk.state(HERE);
  await program.run();
  await desk.reads(/n’a plus accès au bureau/);
  const again = await DeskPage.open(browser, { context: desk.context });
  await again.go(program.address);
  await again.reads(/Ce navigateur garde des textes[^]*Un concert dans la cour/);

  // The old page has heard of the new program by now, and still says what is the matter.
  await desk.page.bringToFront();
  await desk.page.waitForResponse((response) => response.url().endsWith("/api/prove") && response.status() === 200);
  await desk.page.waitForResponse((response) => response.url().endsWith("/api/prove") && response.status() === 200);
  assert.match(await desk.text(), /n’a plus accès au bureau/);
  assert.doesNotMatch(await desk.text(), /ne répond plus/);
  await desk.find("button", "Recharger cette page");

  await again.page.bringToFront();
  await again.entry(program.origin, CONCERT);
  await again.reads(OFFERED);
  await again.click("Voir ce qui diffère");
  await again.reads(/Gardé dans ce navigateur/);
  // Who saves at once saves what is taken up, however slowly what stood here is laid aside.
  await again.page.evaluate(() => {
    const fetch = window.fetch;
    window.fetch = async (address, ...others) => {
      if (String(address).endsWith("/aside")) await new Promise((done) => setTimeout(done, 1500));
      return fetch(address, ...others);
    };
  });
  await again.click("Le reprendre", { isLeft: true });
  await again.save();
  assert.match(await program.read(FILE), /venu\. Un mot\. Deux\.$/m);
  // It tries again and again, and keeps what it has when it is left.
  await desk.page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  await again.follow("Textes");
  await again.find("heading", "Textes");
  await again.find("link", "Un concert dans la cour");
  assert.doesNotMatch(await again.text(), /Ce navigateur garde/);

  // What is typed there since is another text.
  await desk.page.bringToFront();
  await desk.cursor(TEXT);
  await desk.type(" Trois.");
  await desk.state(HERE);
  await desk.click("Recharger cette page", { isLeft: true });
  await desk.reads(OFFERED);
  await desk.reads(/Le texte a été enregistré depuis/);
  await desk.click("Le jeter");
  await desk.find("heading", "Le jeter");
  await desk.click("Le jeter");
  await desk.dialogCloses();
  await desk.reload();
  await desk.find("field", TEXT);
  await desk.state(/^Enregistré$/);
  assert.doesNotMatch(await desk.text(), OFFERED);
  desk.failed.push(...again.failed);
}

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
  await desk.press("option", "Mairie d’Essai", { isStart: true });
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
    await desk.reload();
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

/** A name that is typed and not chosen, an address that is glued to its words, and what has no source to be written. */
export async function typed(desk, program) {
  await opened(desk, program);
  await desk.fill("Chercher par le titre", "zzzz");
  await desk.fill("Titre", "Un grand concert");
  await desk.reads(/« zzzz » n’a pas été choisi/);
  await desk.save();
  await desk.reads(/« zzzz » n’a pas été choisi/);
  assert.equal(await desk.value("Chercher par le titre"), "zzzz");
  await desk.fill("Chercher par le titre", "");
  await desk.cursor("Titre");
  await desk.until("the end of the message", () => !document.body.innerText.includes("zzzz"));

  await desk.cursor(TEXT, "venu", "both");
  await desk.click("Lien");
  await desk.until("the focus in the search", () => document.activeElement.getAttribute("role") === "combobox");
  // What is pressed is heard, also where a list closes above it.
  await desk.type("mair");
  await desk.find("option", "Mairie d’Essai", { isStart: true });
  await desk.click("Insérer");
  await desk.reads(/Choisissez une page ou donnez une adresse/);
  await desk.fill("Chercher une page du site par son titre", "https://example.org/");
  await desk.click("Insérer");
  await desk.dialogCloses();
  assert.match(await desk.value(TEXT), /est \[venu\]\(https:\/\/example\.org\/\)\./);

  const file = join(program.folder, "Fanfare 2026.jpg");
  await writeFile(file, await photograph());
  await desk.cursor(TEXT);
  await desk.click("Insérer…");
  await desk.choose("Quoi", "Image avec légende");
  await desk.click("Insérer");
  await desk.reads(/Il manque : Fichier/);
  await desk.upload("Choisir une image sur cet ordinateur, la déposer ou la coller ici", file);
  await desk.reads(/lieu de la prise de vue/);
  await desk.click("Insérer");
  await desk.reads(/Dites ce que montre l’image/);
  await desk.until("the focus in its words", () => document.activeElement.id === "parameter-alt");
  await desk.type('La « fanfare », dite "Olga"');
  await desk.fill("Légende", "La fanfare a joué.");
  assert.doesNotMatch(await desk.text(), /:::figure/);
  await desk.click("Insérer");
  await desk.dialogCloses();
  const name = /:::figure\{file=(\S+) alt='La « fanfare », dite "Olga"'\}\nLa fanfare a joué\.\n:::/.exec(await desk.value(TEXT))?.[1];
  assert.ok(name, await desk.value(TEXT));

  await desk.click("Insérer…");
  await desk.choose("Quoi", "Galerie d’images");
  for (const [at, words] of [[0, "La cour"], [1, "La rue | et la cour"]]) {
    if (at) await desk.click("Ajouter une ligne");
    await desk.choose("Une image déjà jointe à ce texte", name, { nth: at });
    await desk.fill("Ce que montre l’image", words, { nth: at });
  }
  await desk.click("Insérer");
  await desk.dialogCloses();
  assert.ok((await desk.value(TEXT)).includes(`:::gallery\n${name} | La cour\n${name} | La rue \\| et la cour\n:::`), await desk.value(TEXT));
  await desk.content(TEXT);
  await desk.save();
  const build = program.command("build", "--out", program.path("out"));
  assert.equal(build.status, 0, build.said);
}

/** What is read out of the page: its parts as headings, and each control by a name of its own. */
export async function read(desk, program, { name }) {
  await opened(desk, program, "programmes/jardin");
  const headings = await desk.page.evaluate(() => [...document.querySelectorAll(".form h2")].filter((one) => one.checkVisibility()).map((one) => one.textContent));
  assert.ok(headings.length > 2, `the parts of the form: ${headings}`);
  if (name !== "chromium") return;
  const names = [];
  const walk = (node) => {
    names.push(node);
    node.children?.forEach(walk);
  };
  walk(await desk.page.accessibility.snapshot());
  assert.deepEqual(names.filter((node) => / ,/.test(node.name ?? "")).map((node) => node.name), []);
  const fields = names.filter(({ role }) => role === "combobox").map((node) => node.name);
  assert.deepEqual(fields.filter((one, at) => fields.indexOf(one) !== at), [], "each search has a name of its own");
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

/** Bold as in an office suite: nothing that stands there is lost, and what is bold is read as such. */
export async function bold(desk, program) {
  await opened(desk, program);
  const press = async (key) => {
    await desk.page.keyboard.down("Control");
    await desk.page.keyboard.press(key);
    await desk.page.keyboard.up("Control");
  };
  const cases = [
    // Written at the beginning, in the middle and at the end.
    ["Le mur.", "", [["Début "], "b", ["gras"], "b", [" suite "]], "Début **gras** suite Le mur."],
    ["Le mur.", "Le ", ["i", ["grand"], "i", [" "]], "Le *grand* mur."],
    ["Le mur.", "Le mur.", [[" Et "], "b", ["voilà"], "b", ["."]], "Le mur. Et **voilà**."],
    // Nothing is written after all.
    ["Le mur.", "Le ", ["b", "b", ["vieux "]], "Le vieux mur."],
    // In the middle of a word, which is taken as a whole; what is written next does not take its place.
    ["Le mur.", "Le mu", ["b", ["e"]], "Le **muer**."],
    ["Le **mur**.", "Le **mu", ["b", ["e"]], "Le muer."],
  ];
  for (const [before, at, steps, after] of cases) {
    await desk.fill(TEXT, before);
    await desk.page.evaluate((place) => document.getElementById("body").setSelectionRange(place, place), at.length);
    for (const step of steps) {
      if (typeof step === "string") await press(step);
      else await desk.type(step[0]);
    }
    await desk.soft(async () => assert.equal(await desk.value(TEXT), after));
  }
  const selected = [
    ["Un mot ici.", "mot ", "Un **mot** ici."],
    ["Un domaine :\n\n- la mise en page\n- la suite", "domaine :\n\n- la mise", "Un **domaine :**\n\n- **la mise** en page\n- la suite"],
    ["Un **mot** ici.", "**mot**", "Un mot ici."],
    ["**Un**\n\n**deux**", "**Un**\n\n**deux**", "Un\n\ndeux"],
  ];
  for (const [before, words, after] of selected) {
    await desk.fill(TEXT, "");
    await desk.page.evaluate((text) => document.execCommand("insertText", false, text), before);
    await desk.cursor(TEXT, words, "both");
    await press("b");
    await desk.soft(async () => assert.equal(await desk.value(TEXT), after));
  }
}
