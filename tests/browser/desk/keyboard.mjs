// A shorter day by keyboard alone: the focus is always seen, and never lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { here } from "./program.mjs";

/** What has the focus: its name and its kind, and what is wrong with how it is shown. */
function focused() {
  const flat = (text) => (text ?? "").replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { name: null, wrong: "nothing has the focus" };
  const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent;
  const legend = element.localName === "fieldset" ? element.querySelector("legend")?.textContent : null;
  const name = flat(label ?? legend ?? (element.localName === "iframe" ? element.title : element.textContent));
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
  const wrong = [];
  if (!isSeen) wrong.push("is out of view");
  // A heading says where somebody has come; the parts of a date are marked one by one by the browser.
  const marksItself = /^h\d$/.test(element.localName) || ["date", "time"].includes(element.type);
  if (!isOutlined && style.boxShadow === "none" && !marksItself) wrong.push("is not marked");
  // What lies over the middle of it hides it.
  const [x, y] = [box.left + Math.min(box.width / 2, 40), Math.min(box.top + box.height / 2, innerHeight - 2)];
  const over = isSeen && y > 0 ? document.elementFromPoint(x, y) : null;
  if (over && over !== element && !element.contains(over) && !over.contains(element) && !element.labels?.[0]?.contains(over)) {
    wrong.push(`lies under ${over.localName}.${over.className}`);
  }
  return { name, kind: element.getAttribute("role") ?? element.localName, wrong: wrong.join(", ") };
}

/** The keys of a keyboard, and what has the focus after them. */
export class Keys {
  constructor(desk) {
    this.desk = desk;
    this.keyboard = desk.page.keyboard;
  }

  async press(...keys) {
    for (const key of keys.slice(0, -1)) await this.keyboard.down(key);
    await this.keyboard.press(keys.at(-1));
    for (const key of keys.slice(0, -1).reverse()) await this.keyboard.up(key);
  }

  type(words) {
    return this.keyboard.type(words);
  }

  /** What has the focus; it is marked, and in view. */
  async at() {
    const found = await this.desk.page.evaluate(focused);
    if (found.wrong) {
      const what = `${found.name?.slice(0, 40)} (${found.kind}): ${found.wrong}`;
      if (!this.desk.failed.includes(what)) this.desk.failed.push(what);
    }
    return found;
  }

  /** Goes on until something has the focus; whatever has it on the way is seen, too. */
  async to(name, { back = false, most = 60, kind = null } = {}) {
    const passed = [];
    for (let step = 0; step < most; step += 1) {
      await this.press(...(back ? ["Shift"] : []), "Tab");
      const found = await this.at();
      const isNamed = found.name === name || found.name?.startsWith(`${name} (`) || found.name?.startsWith(`${name},`);
      if (isNamed && (!kind || kind === found.kind)) return found;
      passed.push(found.name?.slice(0, 30));
    }
    throw new Error(`Tab does not lead to ${name}, but to ${passed.join(" | ")}`);
  }

  /** Waits until something has the focus by itself. */
  async lands(name, kind = null) {
    const fits = `(found.name === ${JSON.stringify(name)} || found.name?.startsWith(${JSON.stringify(`${name} (`)}))`;
    const isKind = kind ? `found.kind === ${JSON.stringify(kind)}` : "true";
    await this.desk.until(`the focus on ${name}`, `((found) => ${fits} && ${isKind})((${focused})())`);
    return this.at();
  }

  /** Writes in the place of all that is there. */
  async write(words) {
    await this.press("Control", "a");
    await this.type(words);
  }
}

export async function keyboard(desk, program) {
  const keys = new Keys(desk);
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  // The preview would take the focus of who goes on from the last field.
  await keys.to("Chercher un texte");
  await keys.type("concert");
  await desk.until("the answer", () => document.querySelectorAll(".texts a.title").length === 1);
  await keys.to("Un concert dans la cour");
  await keys.press("Enter");
  await keys.lands("Un concert dans la cour", "h1");

  // A mistake, seen from the summary that saving shows, and corrected from there.
  await keys.to("Titre");
  await keys.write(" ");
  await keys.press("Backspace");
  await desk.complains("Titre", /est obligatoire/);
  await keys.press("Control", "s");
  await keys.lands("Une erreur à corriger", "section").catch(async () => {
    const found = await keys.at();
    assert.equal(found.kind, "section", `after saving in vain the focus is on ${found.name}`);
  });
  await keys.to("Français : « Titre » est obligatoire et n’a pas de valeur");
  await keys.press("Enter");
  await keys.lands("Titre");
  await keys.write("Un grand concert");
  await desk.content("Titre");

  // Partners: found by typing, put into another order.
  await keys.to("Chercher par le titre");
  for (const [words, title] of [["carit", "Caritas au Maroc"], ["mair", "Mairie d’Essai"]]) {
    await keys.type(words);
    await desk.find("option", title, { isStart: true });
    await keys.press("ArrowDown");
    await keys.press("Enter");
    await desk.until(title, (name) => [...document.querySelectorAll(".form ol li, .form .items li")].some((row) => row.textContent.includes(name)), title);
    const { kind } = await keys.at();
    assert.equal(kind, "combobox", "the focus stays where one goes on");
  }
  await keys.to("Monter, Mairie d’Essai", { back: true });
  await keys.press("Enter");
  const moved = await keys.at();
  assert.match(moved.name ?? "", /Mairie d’Essai/, "the focus goes with what was moved");

  // The text: a heading by the toolbar, a bold word and a link by their keys.
  await keys.to("Titre", { kind: "button", most: 80 });
  await keys.press("ArrowRight");
  assert.equal((await keys.at()).name, "Sous-titre");
  await keys.press("ArrowLeft");
  await keys.to("Texte (Français)");
  await keys.press("Control", "End");
  await keys.press("Enter");
  await keys.press("Enter");
  await keys.type("Le lieu");
  await keys.to("Titre", { back: true, kind: "button" });
  await keys.press("Enter");
  assert.equal((await keys.at()).kind, "textarea", "the focus is in the text again");
  await keys.press("Enter");
  await keys.press("Enter");
  await keys.press("Control", "b");
  await keys.type("Dans la cour");
  await keys.press("End");
  await keys.type(", près de ");
  await keys.press("Control", "k");
  await desk.find("heading", "Lien");
  await keys.to("Chercher une page du site par son titre");
  await keys.type("propos");
  await desk.find("option", "À propos", { isStart: true });
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await desk.until("the address", () => [...document.querySelectorAll("dialog input")].some((input) => input.value === "/about"));
  await keys.to("Mots du lien", { back: true });
  await keys.write("la maison");
  await keys.press("Enter");
  await desk.dialogCloses();
  assert.equal((await keys.at()).kind, "textarea");
  await keys.type(".");
  // A dialog that is left by Escape changes nothing, and gives the focus back.
  await keys.press("Control", "k");
  await desk.find("heading", "Lien");
  await keys.press("Escape");
  await desk.dialogCloses();
  assert.equal((await keys.at()).kind, "textarea");
  await desk.content("Texte (Français)");

  const status = await desk.answered("save", () => keys.press("Control", "s"));
  assert.equal(status, 200);
  await desk.state(/^Enregistré$/);
  assert.equal((await keys.at()).kind, "textarea", "saving leaves the focus where it was");
  const expected = await readFile(join(here, "expected/keyboard/concert.fr.md"), "utf8");
  await desk.soft(async () => assert.equal(await program.read("content/news/2026-02-20-concert.fr.md"), expected));
}
