// What is done with a text besides writing it: each time what follows is read first, and the files are exact afterwards.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Keys } from "./keyboard.mjs";
import { photograph } from "./photo.mjs";
import { give } from "./pictures.mjs";
import { here } from "./program.mjs";

const ATELIER = "news/2026-03-02-atelier";
const CONCERT = "news/2026-02-20-concert";
const [FRENCH, ENGLISH] = ["fr", "en"].map((tag) => `content/${CONCERT}.${tag}.md`);
const AT = {
  atelier: ["/fr/actualites/2026/un-atelier-d-ecriture/", "/en/news/2026/a-writing-workshop/"],
  concert: ["/fr/actualites/2026/un-concert-dans-la-cour/", "/en/news/2026/a-concert-in-the-yard/"],
};

/** What has been published: two items of news in both of their languages. */
const PUBLISHED = `# The addresses that this site has published: address, language, entry.
${AT.concert[1]} en ${CONCERT}
${AT.atelier[1]} en ${ATELIER}
${AT.atelier[0]} fr ${ATELIER}
${AT.concert[0]} fr ${CONCERT}
`;

/** Has some of the site published before the desk opens it. */
export function published(program) {
  return program.write("urls.lock", PUBLISHED);
}

/** Has the site ask for the consent of who is seen on pictures, which the others of its texts show nobody. */
export async function asking(program) {
  await program.write("content/site.yaml", `${await program.read("content/site.yaml")}pictures: {people_consent: true}\n`);
  const shared = `content/${ATELIER}/shared.yaml`;
  await program.write(shared, `${await program.read(shared)}shows_people: false\n`);
}

async function opened(desk, program, id) {
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, id);
  await desk.find("field", "Titre");
}

/** Waits until it is said what follows, in French and in English, but for how its translation will be called. */
function follows(desk, ...all) {
  return desk.until(
    `what follows: ${JSON.stringify(all)}`,
    (wanted) => {
      const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
      const top = document.querySelector("dialog[open]") ?? document;
      const words = (one) => [...one.querySelectorAll("li")].map((each) => flat(each.innerText)).filter((each) => !each.startsWith("sa traduction passera à l’état"));
      const told = [...top.querySelectorAll(".follows .standings > li")].map(words);
      return JSON.stringify(told) === wanted;
    },
    JSON.stringify(all),
  );
}

/** Saves what a dialog asks for, and with it the text. */
async function done(desk) {
  assert.equal(await desk.answered("save", () => desk.click("Enregistrer")), 200);
  await desk.dialogCloses();
  await desk.state(/^Enregistré$/);
}

/** Compares what is written now with what was: only these files differ, by what replaces what. */
async function written(program, before, changes) {
  const after = await program.files();
  assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
  for (const [path, bytes] of before) {
    const expected = (changes[path] ?? []).reduce((text, [old, fresh]) => {
      assert.ok(text.includes(old), `${path} has “${old}”`);
      return text.replace(old, fresh);
    }, String(bytes));
    if (changes[path]) assert.equal(String(after.get(path)), expected);
    else assert.ok(bytes.equals(after.get(path)), path);
  }
}

/** The site has no errors: it is checked, or built. */
function isFit(program, ...command) {
  const { status, said } = program.command(...(command.length ? command : ["check"]));
  assert.equal(status, 0, said);
  assert.match(said, /0 errors/);
}

/** A text that was published has another title: at its address, then at one that is made from it. */
export async function renamed(desk, program) {
  const before = await program.files();
  await opened(desk, program, ATELIER);
  await desk.act("Renommer…");
  await desk.find("heading", "Renommer « Un atelier d'écriture »");
  await desk.fill("Titre (Français)", "Un atelier du soir");
  await desk.fill("Titre (English)", "An evening workshop");
  const stay = AT.atelier.map((address) => [`en ligne : ${address}`]);
  await follows(desk, ...stay);
  await desk.reads(/sa traduction passera à l’état/);
  await done(desk);
  await desk.find("heading", "Un atelier du soir");
  await written(program, before, {
    [`content/${ATELIER}/index.fr.md`]: [["'Un atelier d''écriture'", "'Un atelier du soir'"]],
    [`content/${ATELIER}/index.en.md`]: [["A writing workshop", "An evening workshop"]],
  });

  const then = await program.files();
  await desk.entry(program.origin, CONCERT);
  await desk.act("Renommer…");
  await desk.find("heading", "Renommer « Un concert dans la cour »");
  // A title that is missing is no title.
  await desk.fill("Titre (Français)", "");
  await desk.reads(/« Titre » est obligatoire/);
  await desk.click("Enregistrer");
  await desk.until("why it is refused", () => document.querySelector("dialog[open] [role=alert]").innerText.includes("est obligatoire"));
  await desk.fill("Titre (Français)", "Un concert d’été");
  await desk.fill("Titre (English)", "A summer concert");
  await follows(desk, ...AT.concert.map((address) => [`en ligne : ${address}`]));
  await desk.press("field", "Donner aussi à la page une adresse faite du nouveau titre. L’ancienne y mènera.");
  const fresh = ["/fr/actualites/2026/un-concert-d-ete/", "/en/news/2026/a-summer-concert/"];
  await follows(desk, ...fresh.map((address, at) => [`en ligne : ${address}`, `l’ancienne adresse y mène : ${AT.concert[at]}`]));
  await done(desk);
  await written(program, then, {
    [FRENCH]: [
      ["Un concert dans la cour", "Un concert d’été"],
      ["2026-02-20\n", `2026-02-20\nslug: un-concert-d-ete\naliases:\n  - "${AT.concert[0]}"\n`],
    ],
    [ENGLISH]: [
      ["A concert in the yard", "A summer concert"],
      ["neighbours.\"\n", `neighbours."\nslug: a-summer-concert\naliases:\n  - "${AT.concert[1]}"\n`],
    ],
  });
  isFit(program, "build", "--out", program.path("out"));
  const leads = await program.read("out/_redirects");
  for (const [at, address] of fresh.entries()) assert.ok(leads.includes(`${AT.concert[at]} ${address}`), leads);
}

/** An entry is begun as the copy of another, with its picture; taken back, nothing of it is left. */
export async function duplicated(desk, program) {
  const before = await program.files();
  await opened(desk, program, ATELIER);
  await desk.act("Dupliquer…");
  await desk.find("heading", "Dupliquer « Un atelier d'écriture »");
  await desk.click("Dupliquer");
  await desk.reads(/Donnez à la copie un autre titre/);
  assert.match(await desk.page.evaluate(() => document.activeElement.labels[0].textContent), /^Titre \(Français\)$/);
  await desk.fill("Titre (Français)", "Un atelier de lecture");
  await desk.fill("Titre (English)", "A reading workshop");
  const days = [new Date()];
  assert.equal(await desk.answered("duplicate", () => desk.click("Dupliquer")), 200);
  days.push(new Date());
  await desk.dialogCloses();
  await desk.until("the copy", () => document.querySelector("h1")?.textContent === "Un atelier de lecture");
  await desk.reads(/Brouillon : ce texte n’est pas publié/);
  assert.equal(await desk.value("Titre"), "Un atelier de lecture");
  await desk.until("its picture", () => document.querySelector(".thumbnail img")?.naturalWidth === 640);

  const after = await program.files();
  for (const [path, bytes] of before) assert.ok(bytes.equals(after.get(path)), path);
  const made = [...after.keys()].filter((path) => !before.has(path)).sort();
  const id = decodeURIComponent(new URL(desk.page.url()).hash.replace("#/entry/", ""));
  const day = id.match(/^news\/(\d{4}-\d\d-\d\d)-un-atelier-de-lecture$/)?.[1];
  assert.ok(days.some((one) => one.toISOString().startsWith(day)), `the name ${id} begins with the day`);
  assert.deepEqual(made, ["index.en.md", "index.fr.md", "shared.yaml", "table.png"].map((name) => `content/${id}/${name}`));
  for (const name of ["index.en.md", "index.fr.md", "shared.yaml"]) {
    const expected = await readFile(join(here, `expected/duplicated/${name}`), "utf8");
    await desk.soft(() => assert.equal(String(after.get(`content/${id}/${name}`)).replaceAll(day, "{day}"), expected));
  }
  assert.ok(after.get(`content/${id}/table.png`).equals(before.get(`content/${ATELIER}/table.png`)));
  isFit(program);

  await desk.follow("Historique");
  await desk.click("Annuler cet enregistrement", { isStart: true });
  await desk.find("heading", "Annuler cet enregistrement");
  assert.equal(await desk.answered("undo", () => desk.click("Annuler cet enregistrement")), 200);
  await desk.dialogCloses();
  await written(program, before, {});
  await desk.follow("Textes");
  await desk.until("the list as it was", () => document.querySelectorAll(".texts a.title").length === 14);
}

/** When a text is online, in all of its languages; what was published does not vanish in silence. */
export async function scheduled(desk, program) {
  const before = await program.files();
  await opened(desk, program, CONCERT);
  await desk.act("Programmer…");
  await desk.find("heading", "Quand « Un concert dans la cour » est en ligne");
  await follows(desk, ...AT.concert.map((address) => [`en ligne : ${address}`]));
  const end = await desk.find("field", "Retirer à partir du", { isStart: true });
  const [day, hour] = [await end.$("input[type=date]"), await end.$("input[type=time]")];
  for (const [control, value] of [[day, "2031-01-31"], [hour, "18:00"]]) {
    await control.evaluate((one, text) => {
      one.value = text;
      one.dispatchEvent(new Event("input", { bubbles: true }));
    }, value);
  }
  await follows(desk, ...AT.concert.map((address) => [`en ligne : ${address}`, "ne sera plus en ligne à partir du 31 janvier 2031 à 18 h (UTC)"]));
  await done(desk);
  await written(program, before, {
    [FRENCH]: [["2026-02-20\n", "2026-02-20\nunpublish_at: 2031-01-31T18:00\n"]],
    [ENGLISH]: [['neighbours."\n', 'neighbours."\nunpublish_at: 2031-01-31T18:00\n']],
  });

  // A draft is not published: this one was.
  const then = await program.files();
  await desk.entry(program.origin, ATELIER);
  await desk.click("Plus de réglages");
  await desk.mark("Brouillon (Français)", "true");
  await desk.complains("Brouillon (Français)", /retirerait du site ce qui a été publié.*« Retirer à partir du »\) ou supprimez-la/, { isStart: true });
  await desk.answered("save", () => desk.click("Enregistrer"));
  await desk.find("heading", "Une erreur à corriger");
  await desk.reads(/Pas encore enregistré/);
  await written(program, then, {});
  // It stands where it is put right.
  await desk.complains("Brouillon (Français)", /retirerait du site ce qui a été publié/, { isStart: true });
  await desk.mark("Brouillon (Français)", "none");
  await desk.content("Brouillon (Français)", { isStart: true });
  await desk.state(/^Enregistré$/);
}

/** Waits until the page in the frame says something. */
async function says(desk, pattern) {
  for (let left = 200; left; left -= 1) {
    const frame = await desk.frame();
    const text = await frame.evaluate(() => document.body.innerText.replace(/[\u00a0\u202f]/g, " ")).catch(() => "");
    if (pattern.test(text)) return;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error(`the page does not say ${pattern}`);
}

/** What was wrong in a text, and that it no longer holds: in both languages, and its page says so. */
export async function corrected(desk, program) {
  const before = await program.files();
  await opened(desk, program, CONCERT);
  await desk.act("Signaler une correction…");
  await desk.find("heading", "Signaler une correction de « Un concert dans la cour »");
  await desk.day("Date", "2026-03-01");
  await desk.fill("Texte (Français)", "Le concert a eu lieu le 20.");
  await desk.fill("Texte (English)", "The concert was on the 20th.");
  await follows(desk, ...AT.concert.map((address) => [`en ligne : ${address}`, "la page dit ce qui y a été corrigé"]));
  await done(desk);
  await says(desk, /Le concert a eu lieu le 20\./);

  await desk.act("Dire que la page n’a plus cours…");
  await desk.find("heading", "Dire que « Un concert dans la cour » n’a plus cours");
  await desk.day("Date", "2026-03-02");
  await desk.fill("Raison (Français)", "La fanfare n’existe plus.");
  await desk.fill("Raison (English)", "The band is no more.");
  await follows(desk, ...AT.concert.map((address) => [`en ligne : ${address}`, "la page dit qu’elle n’a plus cours", "la page dit ce qui y a été corrigé"]));
  await done(desk);
  await says(desk, /La fanfare n’existe plus\./);
  for (const [path, tag] of [[FRENCH, "fr"], [ENGLISH, "en"]]) {
    const expected = await readFile(join(here, `expected/corrected/concert.${tag}.md`), "utf8");
    await desk.soft(async () => assert.equal(await program.read(path), expected));
  }
  assert.equal((await program.files()).size, before.size);
  isFit(program);
  await desk.press("field", "English", { isStart: true });
  await says(desk, /The band is no more\./);
}

/** Who is seen on a picture agrees: it is asked at the picture, and nothing is saved without an answer. */
export async function consented(desk, program) {
  const before = await program.files();
  const refused = async () => {
    await desk.answered("save", () => desk.click("Enregistrer"));
    await desk.find("heading", "Une erreur à corriger");
    assert.equal(await program.read(FRENCH), String(before.get(FRENCH)), "nothing is saved");
  };
  await opened(desk, program, CONCERT);
  assert.equal(await desk.has("field", "Montre des personnes", { isStart: true }), false, "nothing is asked without a picture");
  const image = await desk.find("field", "Image", { isStart: true });
  await image.evaluate((one) => one.focus());
  await give(desk, "drop", await photograph(), "Concert.jpg");
  await desk.reads(/lieu de la prise de vue/);
  await desk.reads(/montrent-elles des personnes que l’on peut reconnaître/);
  await desk.fill("Texte de remplacement (Français)", "La fanfare dans la cour");
  await desk.fill("Texte de remplacement (English)", "The band in the yard");
  const said = await desk.complains("Image", /rien ne dit si les images.*répondez à la question sous l’image/);
  await desk.soft(() => assert.equal(said.split("rien ne dit").length, 2, "it is said once"));
  await refused();
  await desk.mark("Montre des personnes", "true");
  await desk.find("field", "Leur accord", { isStart: true });
  await desk.complains("Montre des personnes", /rien ne dit qu’elles sont d’accord.*sans donner de nom/, { isStart: true });
  await refused();
  await desk.fill("Leur accord", "Formulaires signés, dossier 2026-02", { isStart: true });
  await desk.content("Montre des personnes", { isStart: true });
  await desk.save();
  const expected = await readFile(join(here, "expected/consented/concert.fr.md"), "utf8");
  assert.equal(await program.read(FRENCH), expected);

  // A picture in the text.
  const about = "content/about/index.fr.md";
  await desk.entry(program.origin, "about");
  assert.equal(await desk.has("field", "Montre des personnes", { isStart: true }), false);
  await desk.cursor("Texte (Français)");
  await give(desk, "drop", await photograph(), "Maison.jpg");
  await desk.find("heading", "Image");
  await desk.reads(/maison\.jpg\s+Le lieu de la prise de vue/);
  await desk.fill("Ce que montre l’image", "La maison");
  await desk.click("Insérer");
  await desk.dialogCloses();
  await desk.find("field", "Montre des personnes", { isStart: true });
  await desk.until("the text, where one goes on writing", () => document.activeElement.id === "body");
  await desk.complains("Texte (Français)", /rien ne dit si les images/);
  await desk.mark("Montre des personnes", "false");
  await desk.content("Texte (Français)");
  await desk.save();
  const text = String(before.get(about)).replace('sommes."\n', 'sommes."\nshows_people: false\n');
  assert.equal(await program.read(about), text.replace("par eux.\n", "par eux.\n\n![La maison](maison.jpg)\n"));
  isFit(program);
}

/** The menu by keyboard alone: the focus is where one goes on. */
export async function keys(desk, program) {
  const keys = new Keys(desk);
  await opened(desk, program, CONCERT);
  const isOpen = () => desk.page.evaluate(() => document.querySelector("details.actions").open);
  await keys.to("Autres actions", { kind: "summary" });
  await keys.press("Enter");
  assert.equal(await isOpen(), true);
  for (const name of ["Renommer…", "Dupliquer…", "Programmer…"]) {
    await keys.press("Tab");
    assert.equal((await keys.at()).name, name);
  }
  await keys.press("Escape");
  assert.equal(await isOpen(), false);
  assert.equal((await keys.at()).name, "Autres actions");

  // Whoever goes on past it leaves it closed.
  await keys.press("Enter");
  await keys.to("Supprimer…");
  await keys.to("Enregistrer");
  await desk.soft(async () => assert.equal(await isOpen(), false, "the menu closes behind who leaves it"));
  await keys.to("Autres actions", { back: true, kind: "summary" });

  await keys.press("Enter");
  await keys.to("Dire que la page n’a plus cours…");
  await keys.press("Enter");
  await desk.find("heading", "Dire que « Un concert dans la cour » n’a plus cours");
  await keys.lands("Raison");
  await keys.press("Escape");
  await desk.dialogCloses();
  assert.equal(await isOpen(), false);
  assert.equal((await keys.at()).name, "Autres actions");

  await keys.press("Enter");
  await keys.to("Renommer…");
  await keys.press("Enter");
  await desk.find("heading", "Renommer « Un concert dans la cour »");
  await keys.lands("Titre");
  await keys.write("Un concert de nuit");
  await keys.to("Titre (English)");
  await keys.write("A concert at night");
  await follows(desk, ["en ligne : /fr/actualites/2026/un-concert-de-nuit/"], ["en ligne : /en/news/2026/a-concert-at-night/"]);
  await keys.to("Enregistrer");
  assert.equal(await desk.answered("save", () => keys.press("Enter")), 200);
  await desk.dialogCloses();
  await desk.state(/^Enregistré$/);
  assert.equal((await keys.at()).name, "Autres actions", "the focus is where it was");
  assert.match(await program.read(FRENCH), /^title: "Un concert de nuit"$/m);
}
