// Pictures, an entry that is taken away, and a draft for somebody else.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { photograph } from "./photo.mjs";

const ATELIER = "news/2026-03-02-atelier";
const TEXT = "Texte (Français)";

/** The width and the height of a picture as the browser shows it. */
function size(page, selector) {
  return page.evaluate((one) => {
    const image = document.querySelector(one);
    return image?.complete && image.naturalWidth ? [image.naturalWidth, image.naturalHeight] : null;
  }, selector);
}

/** Gives a picture to what has the focus: dropped on it, or pasted into it. */
export function give(desk, kind, bytes, name) {
  return desk.page.evaluate(
    (kind, text, name) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      data.items.add(new File([raw], name, { type: "image/jpeg" }));
      const event = kind === "drop" ? new DragEvent("drop", { bubbles: true, cancelable: true }) : new ClipboardEvent("paste", { bubbles: true, cancelable: true });
      Object.defineProperty(event, kind === "drop" ? "dataTransfer" : "clipboardData", { value: data });
      document.activeElement.dispatchEvent(event);
    },
    kind,
    Buffer.from(bytes).toString("base64"),
    name,
  );
}

/** A picture in the place of another, and pictures in the text: turned, without what they hide, with words. */
export async function pictures(desk, program) {
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, ATELIER);
  const shared = await program.read(`content/${ATELIER}/shared.yaml`);
  const french = await program.read(`content/${ATELIER}/index.fr.md`);
  await desk.until("the thumbnail", () => document.querySelector(".thumbnail img")?.naturalWidth === 640);

  // One that is given up before it is saved leaves nothing behind.
  const given = join(program.folder, "Abandon.jpg");
  await writeFile(given, await photograph());
  await desk.upload("En choisir une autre, la déposer ou la coller ici", given);
  await desk.reads(/abandon\.jpg/);
  assert.ok((await program.files()).has(`content/${ATELIER}/abandon.jpg`));

  const file = join(program.folder, "IMG_0042.JPG");
  await writeFile(file, await photograph(6));
  await desk.upload("En choisir une autre, la déposer ou la coller ici", file);
  await desk.reads(/lieu de la prise de vue/);
  await desk.until("the picture, upright", () => document.querySelector(".thumbnail img")?.naturalHeight === 640);
  assert.deepEqual(await size(desk.page, ".thumbnail img"), [400, 640]);
  await desk.fill("Texte de remplacement (Français)", "Une cour, le soir");
  await desk.fill("Texte de remplacement (English)", "A yard in the evening");
  await desk.content("Image");

  // What is no picture is refused with a sentence, and changes nothing.
  const broken = join(program.folder, "cassée.jpg");
  await writeFile(broken, (await photograph()).subarray(0, 900));
  await desk.upload("En choisir une autre, la déposer ou la coller ici", broken);
  await desk.reads(/cassée\.jpg/);

  for (const [kind, name, words] of [
    ["drop", "Repas.jpg", "Le repas"],
    ["paste", "image.png", "Le gâteau"],
  ]) {
    await desk.cursor(TEXT);
    await give(desk, kind, await photograph(), name);
    await desk.find("heading", "Image");
    await desk.reads(/lieu de la prise de vue/);
    await desk.fill("Ce que montre l’image", words);
    await desk.click("Insérer");
    await desk.dialogCloses();
  }
  // One that is given up in its dialog is gone with it.
  await desk.cursor(TEXT);
  await give(desk, "drop", await photograph(), "Regret.jpg");
  await desk.reads(/regret\.jpg/);
  assert.ok((await program.files()).has(`content/${ATELIER}/regret.jpg`));
  assert.equal(await desk.answered("given-up", () => desk.click("Annuler")), 200);
  assert.equal((await program.files()).has(`content/${ATELIER}/regret.jpg`), false);
  await desk.content(TEXT);
  await desk.save();

  const expected = shared
    .replace("table.png", "img-0042.jpg")
    .replace("Des chaises autour d’une table", "Une cour, le soir")
    .replace("Chairs around a table", "A yard in the evening");
  assert.equal(await program.read(`content/${ATELIER}/shared.yaml`), expected);
  const text = await program.read(`content/${ATELIER}/index.fr.md`);
  assert.match(text, /\n\n!\[Le repas\]\(repas\.jpg\)\n\n!\[Le gâteau\]\(image\.(jpg|png)\)\n$/);
  assert.ok(text.startsWith(french.trimEnd()), "what was written stays");
  for (const name of ["img-0042.jpg", "repas.jpg"]) {
    const bytes = await readFile(program.path(`content/${ATELIER}/${name}`));
    assert.doesNotMatch(bytes.toString("latin1"), /Zineb|GPS/, name);
    // Whatever is left of Exif says on which side it was held, and nothing more.
    const exif = bytes.indexOf("Exif\0\0");
    if (exif > 0) assert.ok(bytes.readUInt16BE(exif - 2) < 60, `${name} says ${bytes.readUInt16BE(exif - 2)} bytes`);
  }
  for (const name of ["cassee.jpg", "abandon.jpg"]) assert.equal((await program.files()).has(`content/${ATELIER}/${name}`), false, name);
  const build = program.command("build", "--out", program.path("out"));
  assert.equal(build.status, 0, build.said);
}

/** An entry that is taken away, whatever is wrong elsewhere: what follows is said first, and it comes back as it was. */
export async function removed(desk, program) {
  const before = await program.files();
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, "partners/mairie");
  await desk.act("Supprimer…");
  await desk.find("heading", "Supprimer « Mairie d’Essai » ?");
  // Others name it: it stays, and where they are is said.
  await desk.reads(/ne peut pas être supprimé.*Le jardin partagé, Un atelier/s);
  await desk.page.keyboard.press("Escape");
  await desk.dialogCloses();
  for (const [path, bytes] of await program.files()) assert.ok(bytes.equals(before.get(path)), path);

  // One of many in a file, whose neighbours stay as they are.
  await desk.entry(program.origin, "partners/ecole");
  await desk.act("Supprimer…");
  await desk.find("heading", "Supprimer « École du quartier » ?");
  assert.equal(await desk.answered("remove", () => desk.click("Supprimer")), 200);
  await desk.find("heading", "Textes");
  const partners = String(before.get("content/partners/entries.yaml"));
  await desk.soft(async () =>
    assert.equal(await program.read("content/partners/entries.yaml"), partners.slice(0, partners.indexOf("- {id: ecole"))),
  );
  await desk.follow("Historique");
  await desk.click("Annuler cet enregistrement", { isStart: true });
  await desk.answered("undo", () => desk.click("Annuler cet enregistrement"));
  await desk.dialogCloses();
  assert.equal(await program.read("content/partners/entries.yaml"), partners);

  await desk.entry(program.origin, "news/2026-02-20-concert");
  await desk.act("Supprimer…");
  await desk.find("heading", "Supprimer « Un concert dans la cour » ?");
  await desk.reads(/Le texte disparaît, dans chacune de ses langues : (English, Français|Français, English)/);
  assert.equal(await desk.answered("remove", () => desk.click("Supprimer")), 200);
  await desk.find("heading", "Textes");
  await desk.until("the shorter list", () => document.querySelectorAll(".texts a.title").length === 13);
  const after = await program.files();
  assert.deepEqual(
    [...before.keys()].filter((path) => !after.has(path)).sort(),
    // With what its translation was made from.
    [
      "content/.translations/news/2026-02-20-concert.en.md",
      "content/news/2026-02-20-concert.en.md",
      "content/news/2026-02-20-concert.fr.md",
    ],
  );
  await desk.follow("Historique");
  await desk.click("Annuler", { isStart: true });
  await desk.answered("undo", () => desk.click("Annuler cet enregistrement"));
  await desk.dialogCloses();
  for (const [path, bytes] of before) assert.ok(bytes.equals((await program.files()).get(path)), `${path} is as it was`);
  await desk.follow("Textes");
  await desk.until("the whole list", () => document.querySelectorAll(".texts a.title").length === 14);
}

/** A draft for somebody else: one file, with its pictures inside, that asks for nothing. */
export async function copy(desk, program) {
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, ATELIER);
  await desk.answered("check", () => desk.fill("Titre", "Un atelier à relire"));
  await desk.page.evaluate(() => {
    window.kept = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      blob.text?.().then((text) => window.kept.push(text));
      return make(blob);
    };
  });
  await desk.answered("copy", () => desk.click("Un brouillon pour quelqu’un d’autre"));
  await desk.until("the file", () => window.kept.some((text) => /<html/i.test(text)));
  const html = await desk.page.evaluate(() => window.kept.find((text) => /<html/i.test(text)));
  assert.match(html, /Un atelier à relire/);
  assert.match(html, /A writing workshop/);
  assert.match(html, /BROUILLON|DRAFT/i);
  assert.match(html, /src="data:image\//);
  assert.doesNotMatch(html, /<script|127\.0\.0\.1|<link[^>]+href="(?!data:)|src="(?!data:)/);
}
