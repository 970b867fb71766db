// Entries that have no pages: figures that texts quote, and texts that others include.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { opened } from "./safety.mjs";

const FILE = "content/facts/entries.yaml";
const FACTS = `- id: people-reached-2024
  value: 36000

# Aidées n’est pas touchées.
- id: people-assisted-2024
  value: 28604   # relu en mars
  as_of: 2024-12-31
`;

/** Has the site keep two figures and a text. */
export async function kept(program) {
  const collection = 'title: {fr: "Chiffres cités", en: "Figures quoted", ar: "أرقام"}\npages: false\nfields:\n  value: {type: number, required: true}\n  as_of: {type: date}\n';
  await mkdir(program.path("content/facts"));
  await program.write("content/facts/collection.yaml", collection);
  await program.write(FILE, FACTS);
  const blocks = 'title: {fr: "Textes repris", en: "Shared texts", ar: "نصوص"}\npages: false\nfields:\n  title: {type: text, localized: true, required: true}\n';
  await mkdir(program.path("content/blocks"));
  await program.write("content/blocks/collection.yaml", blocks);
  await program.write("content/blocks/opening-hours.fr.md", '---\ntitle: "Heures d’ouverture"\n---\nDe 9 h à 17 h.\n');
}

/** A figure is called by its value, and is offered what makes sense for it; a text finds it by its words. */
export async function figures(desk, program) {
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.choose("Rubrique", "Chiffres cités");
  await desk.find("link", "28 604 – People assisted 2024");
  await desk.fill("Chercher un texte", "28 604");
  await desk.gone("link", "36 000 – People reached 2024");
  await desk.follow("28 604 – People assisted 2024");
  await desk.find("field", "Valeur");
  await desk.reads(/Aidées n’est pas touchées\./);
  for (const name of ["Un brouillon pour quelqu’un d’autre", "Commencer en Français", "Masquer l’aperçu"]) {
    assert.equal(await desk.has("button", name), false, name);
  }
  assert.equal(await desk.page.evaluate(() => document.querySelector(".tabs")), null);
  const acts = await desk.page.evaluate(() => [...document.querySelectorAll(".actions li")].map((one) => one.textContent));
  assert.deepEqual(acts, ["Supprimer…"]);
  const names = await desk.page.evaluate(() => [...document.querySelectorAll(".form label, .form legend")].map((one) => one.textContent));
  assert.ok(!names.some((name) => /adresse|Publier|Retir/.test(name)), names.join(", "));
  await desk.axe();
  await desk.fill("Valeur", "28605");
  await desk.save();
  assert.equal(await program.read(FILE), FACTS.replace("28604", "28605"));
  await desk.find("heading", "28 605 – People assisted 2024");

  await opened(desk, program);
  await desk.cursor("Texte (Français)");
  await desk.click("Insérer…");
  await desk.choose("Quoi", "Chiffres clés");
  await desk.fill("Ou un chiffre que le site tient à jour : cherchez son nom", "assisted");
  await desk.press("option", "28 605 – People assisted 2024", { isStart: true });
  await desk.until("the figure", () => [...document.querySelectorAll("dialog input")].some(({ value }) => value === ":fact{people-assisted-2024}"));

  // A text that stands on several pages is found by its title.
  await desk.choose("Quoi", "Texte repris sur plusieurs pages");
  await desk.fill("Cherchez un texte par son titre", "heures");
  await desk.press("option", "Heures d’ouverture", { isStart: true });
  await desk.until("the block", () => [...document.querySelectorAll("dialog input")].some(({ value }) => value === "opening-hours"));
}
