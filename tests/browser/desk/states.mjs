// What can be seen of the desk, in all its states, by everybody: axe finds nothing, nothing is wider than 320 pixels.

import assert from "node:assert/strict";
import { DeskPage } from "./page.mjs";

/** Looks at what is there as on a telephone; where much stands side by side on a wide screen, there as well. */
export async function look(desk, where, isWide = false) {
  for (const width of isWide ? [1280, 320] : [320]) {
    await desk.page.setViewport({ width, height: 800 });
    // What is half under the bar is so until it is scrolled.
    await desk.page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await desk.axe(`${where}, ${width} pixels:`);
  }
  await desk.page.setViewport({ width: 1280, height: 800 });
}

/** What is done with a text from its menu. */
const ACTIONS = ["Renommer…", "Dupliquer…", "Programmer…", "Signaler une correction…", "Dire que la page n’a plus cours…", "Supprimer…"];

/** Opens a dialog, looks at it, and leaves it. */
async function dialog(desk, name, open) {
  await open();
  await desk.until(`the dialog ${name}`, () => document.querySelector("dialog[open]") !== null);
  await look(desk, `the dialog ${name}`);
  await desk.page.keyboard.press("Escape");
  await desk.dialogCloses();
}

export async function states(desk, program, { browser, name, dark = false }) {
  const { page } = desk;
  // Firefox is told when it starts.
  if (dark && name === "chromium") {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: "dark" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
  }
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.find("link", "Les vœux des voisins");
  if (dark) {
    assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), true);
    assert.equal(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
    const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red, green, blue] = light.match(/\d+/g).map(Number);
    await desk.soft(() => assert.ok(red + green + blue < 3 * 100, `the ground is ${light} where dark is asked for`));
  }
  await look(desk, "the list", !dark);
  await desk.fill("Chercher un texte", "rien de tel");
  await desk.until("the empty list", () => document.querySelectorAll(".texts > li").length === 0);
  await look(desk, "the empty list");
  await desk.fill("Chercher un texte", "");

  await dialog(desk, "Nouveau texte", () => desk.follow("Nouveau texte"));
  await desk.entry(program.origin, "news/2026-03-02-atelier");
  await desk.find("field", "Titre");
  await desk.frame();
  await look(desk, "an entry", !dark);
  await desk.choose("Lire à côté", "English");
  await desk.click("Plus de réglages");
  await look(desk, "an entry with another language beside it, all its fields open", !dark);
  await dialog(desk, "Lien", () => desk.click("Lien"));
  await dialog(desk, "Tableau", () => desk.click("Tableau"));
  await dialog(desk, "Image", () => desk.click("Image"));
  await dialog(desk, "Insérer", async () => {
    await desk.click("Insérer…");
    await (await desk.find("field", "Quoi")).select("chart");
  });
  await dialog(desk, "Trouver une page", () => desk.click("Trouver une page"));
  await desk.click("Autres actions");
  await look(desk, "the other actions");
  await desk.click("Autres actions");
  for (const name of ACTIONS) await dialog(desk, name, () => desk.act(name));

  await desk.fill("Titre", "");
  await desk.fill("Adresse pour s’inscrire", "x");
  await desk.cursor("Texte (Français)");
  await page.keyboard.type(" [x](/nowhere)");
  await desk.complains("Titre", /obligatoire/);
  await desk.complains("Texte (Français)", /ne mène nulle part/);
  await desk.answered("save", () => desk.click("Enregistrer"));
  await desk.reads(/erreurs à corriger/);
  await look(desk, "an entry with errors", !dark);
  await page.reload();
  await desk.reads(/a été repris/);
  await look(desk, "an entry that was taken up again");
  await dialog(desk, "Revenir", () => desk.click("Revenir à ce qui est enregistré"));
  await desk.click("Enregistrer");
  await desk.click("Enregistrer quand même");
  await desk.state(/^Enregistré$/);

  // Arabic: what is written in it goes from right to left.
  await desk.entry(program.origin, "about");
  await desk.press("field", "العربية", { isStart: true });
  await desk.find("field", "Titre (العربية)");
  const body = await desk.find("field", "Texte (العربية)");
  assert.deepEqual(await body.evaluate((one) => [one.lang, one.dir, getComputedStyle(one).direction]), ["ar", "rtl", "rtl"]);
  await look(desk, "an entry in Arabic");

  await desk.follow("Historique");
  await desk.find("button", "Annuler cet enregistrement", { isStart: true });
  await look(desk, "the history");
  await dialog(desk, "Annuler", () => desk.click("Annuler cet enregistrement", { isStart: true }));
  if (dark) {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((one) => {
          const style = getComputedStyle(one);
          const takes = (time) => time.split(",").some((part) => parseFloat(part) > 0.01);
          return (style.animationName !== "none" && takes(style.animationDuration)) || takes(style.transitionDuration);
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(moving, [], "nothing moves where less motion is asked for");
  }

  // Without a key, and without the program.
  const stranger = await DeskPage.open(browser);
  await stranger.go(`${program.origin}/`);
  await stranger.find("heading", "Le bureau s’ouvre depuis le programme");
  await look(stranger, "without a session");
  await stranger.go(`${program.origin}/#token=${"0".repeat(32)}`);
  await stranger.find("heading", "Le bureau s’ouvre depuis le programme");
  desk.failed.push(...stranger.failed);
  await stranger.close();
  await program.kill();
  await desk.follow("Textes");
  await desk.find("heading", "Le bureau ne répond pas");
  await look(desk, "without the program");
}

/** The same in the dark, with less motion. */
export async function dark(desk, program, more) {
  await states(desk, program, { ...more, dark: true });
}
