// Nothing that was typed is lost, and nothing that somebody else wrote is overwritten.

import assert from "node:assert/strict";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Guest } from "./attacks.mjs";
import { DeskPage } from "./page.mjs";
import { here } from "./program.mjs";
import { look } from "./states.mjs";

const CONCERT = "news/2026-02-20-concert";
const FILE = `content/${CONCERT}.fr.md`;
export const KEPT = /^Gardé, pas encore enregistré$/;
export const HERE = /^Gardé dans ce navigateur seulement/;

/** Waits until the page of the theme says something. */
async function seen(frame, words) {
  for (let step = 0; step < 400; step += 1) {
    if (await frame.evaluate((text) => document.body.innerText.includes(text), words).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the page does not say ${words}`);
}

export async function opened(desk, program, id = CONCERT) {
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, id);
  await desk.find("field", "Titre");
}

/** Chooses one of two versions. */
export async function choose(desk, group, words) {
  const fieldset = await desk.find("field", group, { isStart: true });
  const id = await fieldset.evaluate(
    (one, text) => [...one.querySelectorAll("input")].find((input) => input.labels[0].textContent.startsWith(text)).id,
    words,
  );
  await desk.mark(group, id.slice(id.lastIndexOf("-") + 1));
}

/** A file that is changed by somebody else in the middle: both are shown, and one field is taken from each. */
export async function conflict(desk, program) {
  await opened(desk, program);
  await desk.fill("Titre", "Un concert, ce soir");
  await desk.fill("Résumé", "Avec la fanfare du quartier.");
  await desk.state(KEPT);
  const before = await program.read(FILE);
  const theirs = before
    .replace("Un concert dans la cour", "Le concert du vendredi")
    .replace("Une soirée entre voisins.", "Une soirée avec l’école.")
    .replace("Tout le monde est venu.", "Tout le monde est venu, et l’école a chanté.");
  await program.write(FILE, theirs);
  const status = await desk.answered("save", () => desk.click("Enregistrer"));
  assert.equal(status, 409);
  await desk.find("heading", "Ce texte a été changé entre-temps");
  assert.equal(await program.read(FILE), theirs, "nothing is overwritten");
  for (const words of ["Un concert, ce soir", "Le concert du vendredi", "Avec la fanfare du quartier.", "Une soirée avec l’école."]) {
    await desk.reads(new RegExp(words.replaceAll(".", "\\.")));
  }
  await look(desk, "a conflict", true);
  await choose(desk, "Titre", "Garder ce que j’ai écrit");
  await choose(desk, "Résumé", "Prendre ce qui est enregistré");
  assert.equal(await desk.answered("save", () => desk.click("Enregistrer ce choix")), 200);
  await desk.state(/^Enregistré$/);
  assert.equal(await program.read(FILE), theirs.replace("Le concert du vendredi", "Un concert, ce soir"));
  assert.equal(await desk.value("Résumé"), "Une soirée avec l’école.");
  // What was typed and not chosen is not lost.
  await desk.follow("Historique");
  await desk.reads(/Laissé de côté : /);
}

/** Two people who wrote on the same text are both right: what each of them changed stays, one after the other. */
export async function both(desk, program) {
  await opened(desk, program);
  const before = await program.read(FILE);
  await desk.cursor("Texte (Français)", "Tout le monde est venu.", "both");
  await desk.type("Tout le quartier est venu.");
  await desk.state(KEPT);
  await program.write(FILE, before.replace("Tout le monde est venu.", "Tout le monde est venu, et l’école a chanté."));
  assert.equal(await desk.answered("save", () => desk.click("Enregistrer")), 409);
  await desk.find("heading", "Ce texte a été changé entre-temps");
  await look(desk, "a conflict in a text", true);
  await choose(desk, "Texte (Français)", "Garder les deux, à relire ensuite");
  assert.equal(await desk.answered("save", () => desk.click("Enregistrer ce choix")), 200);
  await desk.state(/^Enregistré$/);
  const text = await program.read(FILE);
  const both = /Tout le monde est venu, et l’école a chanté\..*\n\n(.*)Tout le quartier est venu\./;
  assert.match(text, both);
}

/** A change of the disk that came between what is read and what is typed is found again after the page was closed. */
export async function stale(desk, program) {
  await opened(desk, program);
  const before = await program.read(FILE);
  const theirs = before.replace("Une soirée entre voisins.", "Une soirée avec l’école.");
  await program.write(FILE, theirs);
  // The page beside the form shows when the program has read it.
  const frame = await desk.frame();
  await seen(frame, "Une soirée avec l’école.");
  await desk.answered("check", () => desk.fill("Titre", "Un concert, ce soir"));
  await desk.state(KEPT);
  await desk.reload();
  await desk.reads(/Un texte non enregistré du .* a été repris/);
  await desk.soft(() => desk.reads(/Le fichier a changé depuis/));
  const status = await desk.answered("save", () => desk.click("Enregistrer"));
  await desk.soft(() => assert.equal(status, 409));
  await desk.soft(async () => assert.match(await program.read(FILE), /Une soirée avec l’école\./));
}

/** Waits until the program has kept words of a text that is not saved. */
export async function isKept(program, ...words) {
  const folder = program.path(".rihla/desk/unsaved");
  for (let step = 0; step < 400; step += 1) {
    const names = await readdir(folder).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
    if (texts.some((text) => words.every((one) => text.includes(one)))) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the program does not keep ${words}`);
}

/** The program ends while somebody writes, and the browser is closed: the text is offered again. */
export async function crash(desk, program, { browser }) {
  await opened(desk, program);
  await desk.cursor("Texte (Français)");
  await desk.type(" Un mot gardé.");
  await desk.state(KEPT);
  const before = await program.files();
  await program.kill();
  await desk.type(" Un mot de plus.");
  await desk.state(HERE);
  await desk.reads(/Le bureau ne répond plus/);
  await look(desk, "the program has ended");
  await program.run();
  // The page that was open has no key of the new program: it says so, and keeps what it has.
  await desk.reads(/n’a plus accès au bureau/);
  await look(desk, "the session is lost");
  const old = desk.page;
  const again = await DeskPage.open(browser, { context: desk.context });
  await old.close();
  await again.go(program.address);
  await again.reads(/Ce navigateur garde des textes/);
  await again.entry(program.origin, CONCERT);
  await again.reads(/Ce navigateur garde un texte du/);
  // It stays until somebody decides, however often it is looked at.
  await again.frame();
  await again.reload();
  await again.reads(/Ce navigateur garde un texte du/);
  await again.click("Le reprendre");
  await again.gone("button", "Le reprendre");
  const isSent = () => !Object.keys(localStorage).some((key) => key.startsWith("rihla-typed:"));
  await again.until("the text in the program", isSent);
  await again.answered("check", () => again.fill("Lieu", "Essai"));
  await again.until("the place in the program", isSent);
  await again.state(KEPT);
  await isKept(program, "Un mot gardé. Un mot de plus.", "Essai");
  assert.match(await again.value("Texte (Français)"), /Tout le monde est venu\. Un mot gardé\. Un mot de plus\.$/);
  for (const [path, bytes] of await program.files()) assert.ok(bytes.equals(before.get(path)), `${path} is as it was`);
  desk.failed.push(...again.failed);
  desk.wrong.push(...again.wrong);
  await desk.context.close();

  // Another day, another browser: the program itself has kept it.
  await program.kill();
  await program.run();
  const other = await DeskPage.open(browser);
  desk.context = other.context;
  desk.page = other.page;
  await other.go(program.address);
  await other.until("the text that is not saved", () =>
    document.querySelector(".texts li")?.textContent.match(/Un concert dans la cour.*Non enregistré/s),
  );
  await other.entry(program.origin, CONCERT);
  await other.reads(/Un texte non enregistré du .* a été repris/);
  assert.match(await other.value("Texte (Français)"), /Un mot gardé\. Un mot de plus\.$/);
  await other.save();
  assert.equal(
    await program.read(FILE),
    String(before.get(FILE))
      .replace("venu.\n", "venu. Un mot gardé. Un mot de plus.\n")
      .replace("date: 2026-02-20\n", 'date: 2026-02-20\nplace: "Essai"\n'),
  );
  desk.failed.push(...other.failed);
  desk.wrong.push(...other.wrong);
}

/** What was typed before a save and arrives after it is no text that was not saved. */
export async function late(desk, program) {
  const guest = await Guest.enter(program);
  const asked = async (name, body) => JSON.parse((await guest.ask(name, body)).body);
  const { id, version, values, bodies } = await asked("entry", { id: CONCERT });
  values.title.fr = "Un concert, ce soir";
  const sent = { id, version, values, bodies, language: "fr" };
  assert.ok((await asked("save", { ...sent, serial: 2 })).model, "it is saved");
  await guest.ask("check", { ...sent, serial: 1 });
  assert.equal((await asked("entry", { id })).unsaved, null);
}

/** Two pages with one entry: what is typed in one of them is not lost because of the other. */
export async function twice(desk, program) {
  const guest = await Guest.enter(program);
  const asked = async (name, body) => JSON.parse((await guest.ask(name, body)).body);
  const [one, other] = [await asked("entry", { id: CONCERT }), await asked("entry", { id: CONCERT })];
  one.values.title.fr = "Un concert, ce soir";
  other.values.summary.fr = "Avec la fanfare du quartier.";
  const statuses = [];
  for (const name of ["check", "save"]) {
    for (const [page, { id, version, values, bodies }] of [["one", one], ["other", other]]) {
      if (name === "save" && page === "one") continue;
      const { status } = await guest.ask(name, { id, page, version, values, bodies, language: "fr", serial: 1 });
      statuses.push(status);
    }
  }
  assert.deepEqual(statuses, [200, 422, 422]);
  const { unsaved } = await asked("entry", { id: CONCERT, page: "third" });
  assert.equal(unsaved.values.title.fr, "Un concert, ce soir");
}

/** What is typed cannot be kept on the disk: the page says so, and keeps it itself until it can. */
export async function unkept(desk, program) {
  await opened(desk, program);
  await rm(program.path(".rihla"), { recursive: true, force: true });
  // A folder that cannot be made, whoever asks.
  await writeFile(program.path(".rihla"), "");
  await desk.fill("Titre", "Un concert que rien ne garde");
  await desk.state(HERE);
  const holds = (words) => Object.entries(localStorage).some(([key, text]) => key.startsWith("rihla-typed:") && text.includes(words));
  await desk.until("the title in the browser", holds, "Un concert que rien ne garde");
  await desk.soft(() => desk.reads(/pas (pu )?(être )?gard|ne peut pas être gard/));
  await rm(program.path(".rihla"));
  await desk.fill("Titre", "Un concert que l’on garde");
  await desk.state(KEPT);
  await desk.until("the title in the program", () => !Object.keys(localStorage).some((key) => key.startsWith("rihla-typed:")));
  await desk.save();
  assert.match(await program.read(FILE), /^title: "Un concert que l’on garde"$/m);
}

async function undo(desk, nth) {
  await desk.find("button", "Annuler cet enregistrement", { isStart: true, nth });
  await desk.click("Annuler cet enregistrement", { isStart: true, nth });
  await desk.find("heading", "Annuler cet enregistrement");
  assert.equal(await desk.answered("undo", () => desk.click("Annuler cet enregistrement")), 200);
  await desk.dialogCloses();
}

/** What was saved is taken back, also after another save; what was typed is put aside and taken up again. */
export async function undone(desk, program) {
  await opened(desk, program);
  const first = await program.files();
  await desk.fill("Titre", "Un premier titre");
  await desk.save();
  const second = await program.read(FILE);
  await desk.fill("Titre", "Un second titre");
  await desk.save();
  assert.match(await program.read(FILE), /^title: "Un second titre"$/m);

  await desk.follow("Historique");
  await desk.find("heading", "Historique");
  await undo(desk, 0);
  assert.equal(await program.read(FILE), second);
  // What is taken back itself comes first, and the save that it took back has no such button any more.
  await desk.until("the history", () => document.querySelectorAll("main .texts > li").length === 3);
  await undo(desk, 1);
  for (const [path, bytes] of await program.files()) assert.ok(bytes.equals(first.get(path)), `${path} is as it was`);

  await desk.entry(program.origin, CONCERT);
  await desk.fill("Titre", "Un titre que l’on jette");
  await desk.state(KEPT);
  await desk.reload();
  await desk.reads(/Un texte non enregistré du .* a été repris/);
  assert.equal(await desk.value("Titre"), "Un titre que l’on jette");
  await desk.click("Revenir à ce qui est enregistré");
  await desk.find("heading", "Revenir à ce qui est enregistré");
  await desk.answered("discard", () => desk.click("Revenir à ce qui est enregistré"));
  await desk.dialogCloses();
  await desk.state(/^Enregistré$/);
  assert.equal(await desk.value("Titre"), "Un concert dans la cour");
  await desk.follow("Historique");
  await desk.click("Reprendre", { isStart: true });
  if (await desk.page.evaluate(() => document.querySelector("dialog[open]") !== null)) {
    await desk.click("Reprendre", { isStart: true });
    await desk.dialogCloses();
  }
  await desk.entry(program.origin, CONCERT);
  await desk.until("the title again", () => [...document.querySelectorAll("input, textarea")].some((one) => one.value === "Un titre que l’on jette"));
  for (const [path, bytes] of await program.files()) assert.ok(bytes.equals(first.get(path)), `${path} is as it was`);
}

const JARDIN = "content/programmes/jardin.yaml";

/** Puts a wrong day and a wrong reference into a file. */
export async function spoiled(program) {
  const text = await program.read(JARDIN);
  program.before = text;
  await program.write(JARDIN, text.replace("partner: caritas-maroc", "partner: caritas-marok").replace("2026-12-31", "2025-12-31"));
}

/** What is wrong in a file is seen at its field, and put right from there; all else in the file stays. */
export async function wrong(desk, program) {
  const { before } = program;
  await opened(desk, program, "programmes/jardin");
  const late = await desk.complains("Dernier jour", /vient avant/);
  await desk.soft(() => assert.doesNotMatch(late, /period\./, "it is said in the words of the form"));
  await look(desk, "what is wrong in a file");
  await desk.day("Dernier jour", "2026-12-31");
  await desk.soft(async () => {
    await desk.until("the reference", () => [...document.querySelectorAll(".message.error")].some((one) => one.textContent.includes("caritas-marok")));
    await desk.click("Corriger : caritas-maroc", { isStart: true });
  });
  await desk.until("the end of the errors", () => document.querySelector(".message.error") === null);
  await desk.save();
  assert.equal(await program.read(JARDIN), before);

  // A value among unusual ones: what stands around it does not move.
  await desk.fill("Montant", "250000");
  await desk.save();
  assert.equal(await program.read(JARDIN), before.replace("amount: 200000", "amount: 250000"));

  // One entry of many in a file.
  await desk.entry(program.origin, "partners/mairie");
  const partners = "content/partners/entries.yaml";
  const all = await program.read(partners);
  await desk.until("the partner", () => document.querySelector("h1")?.textContent === "Mairie d’Essai");
  await desk.fill("Titre (Français)", "Mairie de la ville d’Essai");
  await desk.save();
  assert.equal(await program.read(partners), all.replace('"Mairie d’Essai"', '"Mairie de la ville d’Essai"'));
  const expected = await readFile(join(here, "expected/wrong/entries.yaml"), "utf8");
  assert.equal(await program.read(partners), expected);
}

/** Leaves a quotation mark and a colon out of a file: no form can be made of it. */
export async function broken(program) {
  const text = await program.read(FILE);
  program.before = text;
  await program.write(FILE, text.replace('voisins."', "voisins.").replace("date: ", "date "));
}

/** A file that cannot be read is put right as it is written, after which the form is there again. */
export async function source(desk, program) {
  const { before } = program;
  const area = `Le fichier ${FILE}`;
  await desk.go(program.address);
  await desk.find("link", "Un concert dans la cour");
  await desk.follow("Un concert dans la cour");
  await desk.reads(/aucun formulaire ne peut en être fait/);
  await desk.reads(/Ligne 3 : ce guillemet n’est jamais fermé/);
  await look(desk, "a file as it is written");
  await desk.click("Y aller", { nth: 1 });
  const line = await desk.page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
  assert.equal(line, "date 2026-02-20");
  await desk.answered("source", () => desk.type("date: 2026-02-20"));
  await desk.until("one message less", () => document.querySelectorAll(".message.error").length === 1);
  // What was typed stays when the page is closed.
  await desk.reload();
  await desk.reads(/Ce que vous aviez écrit sans l’enregistrer a été repris/);
  assert.match(await desk.value(area), /^date: 2026-02-20$/m);
  await desk.until("what is left", () => document.querySelectorAll(".message.error").length === 1);
  await desk.answered("source", () => desk.click("Corriger : summary: ", { isStart: true }));
  await desk.reads(/Le fichier se lit\. Enregistrez-le/);
  assert.equal(await desk.value(area), before);

  // Somebody else writes the file, too: who writes here chooses.
  const theirs = (await program.read(FILE)).replace("Tout le monde", "Chacun");
  await program.write(FILE, theirs);
  await desk.answered("source-save", () => desk.click("Enregistrer"));
  await desk.reads(/Ce texte a été changé entre-temps/);
  assert.equal(await program.read(FILE), theirs, "nothing is overwritten");
  await look(desk, "a file that was changed meanwhile");
  await desk.click("Garder ce que j’ai écrit");
  await desk.answered("source-save", () => desk.click("Enregistrer"));
  await desk.find("field", "Titre");
  assert.equal(await desk.value("Résumé"), "Une soirée entre voisins.");
  assert.equal(await program.read(FILE), before);

  await desk.follow("Historique");
  await desk.click("Annuler cet enregistrement", { isStart: true });
  await desk.answered("undo", () => desk.click("Annuler cet enregistrement"));
  await desk.dialogCloses();
  assert.equal(await program.read(FILE), theirs, "what was saved is taken back");
}

const VOEUX = "news/2026-01-15-voeux";

/** Has an original say an hour that its translation does not have yet. */
export async function hour(program) {
  const path = `content/${VOEUX}.fr.md`;
  const text = await program.read(path);
  await program.write(path, text.replace("même la fanfare.", "même la fanfare, à 18 h 30."));
}

/** A translation that is put right is noted as read; where it says something else, that is said at its place. */
export async function reread(desk, program) {
  await opened(desk, program, VOEUX);
  const [area, path] = ["Texte (English)", `content/${VOEUX}.en.md`];
  await desk.press("field", "English", { isStart: true });
  await desk.find("field", area);
  await desk.fill(area, "Everybody came, even the band, at 7.45 p.m.");
  await desk.save();
  const before = await program.files();
  await desk.answered("accept", () => desk.click("La traduction est relue : English"));
  await desk.reads(/La traduction n’a pas été notée comme relue/);
  await desk.complains(area, /« 18 h 30 » \(fr\) et « 7\.45 p\.m\. » \(en\) : les deux langues ne disent pas la même chose/);
  for (const [name, bytes] of await program.files()) assert.ok(bytes.equals(before.get(name)), name);
  await desk.fill(area, "Everybody came, even the band, at 18:30.");
  await desk.save();
  assert.equal(await desk.answered("accept", () => desk.click("La traduction est relue : English")), 200);
  await desk.gone("button", "La traduction est relue : English");
  const text = await program.read(path);
  const expected = String(before.get(path)).replace("7.45 p.m.", "18:30.");
  // What was read is noted by its digests.
  const plain = (words) => words.replaceAll(/"[0-9a-f]{12}"/g, '"{digest}"');
  assert.equal(plain(text), plain(expected));
  assert.notEqual(text, expected);
}
