// The day of a writer, in French, with a mouse: from the list to files that somebody could have written by hand.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clean, photograph } from "./photo.mjs";
import { here } from "./program.mjs";

const TITLE = "Une fête des voisins";
const TEXT = "Texte (Français)";
const PICTURE = "Choisir une image sur cet ordinateur, la déposer ou la coller ici";

/** What an office suite puts on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<h2 style='color:#2F5496'>Le programme<o:p></o:p></h2>
<p class=MsoNormal><b><span style='color:red'>Midi</span></b>, le repas, chez <a href="https://ecole.example.org/">l’école</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>une soupe<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>un gâteau<o:p></o:p></p>
<script>document.title = "mine"</script><img src="x" onerror="document.title = 'mine'">
<!--EndFragment--></body></html>`;

/** Pastes into the control that has the focus. */
export function paste(desk, html, text) {
  return desk.page.evaluate(
    (html, text) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
      // Not every browser takes it from a script.
      Object.defineProperty(event, "clipboardData", { value: data });
      document.activeElement.dispatchEvent(event);
    },
    html,
    text,
  );
}

/** Begins an item of news. */
export async function begin(desk, title = TITLE) {
  await desk.follow("Nouveau texte");
  await desk.find("heading", "Nouveau texte");
  await desk.choose("Rubrique", "Actualités");
  await desk.fill("Titre", title);
  await desk.click("Commencer");
  await desk.find("field", TEXT);
}

/** Fills in the parameters of a directive by their names. */
async function parameters(desk, values) {
  for (const [name, value] of Object.entries(values)) {
    const control = await desk.page.$(`#parameter-${name}`);
    assert.ok(control, `the dialog asks for ${name}`);
    if (await control.evaluate((one) => one.localName === "select")) await control.select(value);
    else await control.type(value);
  }
}

/** The list: what is urgent comes first, and what is looked for is found while it is typed. */
export async function list(desk) {
  await desk.find("heading", "Textes");
  const rows = () => desk.page.evaluate(() => [...document.querySelectorAll(".texts a.title")].map((link) => link.textContent));
  await desk.until("the list", () => document.querySelectorAll(".texts a.title").length === 14);
  assert.equal((await rows())[0], "Les vœux des voisins", "its English is out of date");
  await desk.fill("Chercher un texte", "jardin");
  await desk.until("the answer", () => document.querySelectorAll(".texts a.title").length === 1);
  assert.deepEqual(await rows(), ["Le jardin partagé"]);
  await desk.fill("Chercher un texte", "");
  await desk.choose("Rubrique", "Partenaires");
  await desk.until("the partners", () => document.querySelectorAll(".texts a.title").length === 3);
  await desk.choose("Rubrique", "Toutes");
  await desk.until("the whole list", () => document.querySelectorAll(".texts a.title").length === 14);
}

/** Mistakes, one after another: each is seen at its field, and gone once it is corrected. */
async function mistakes(desk, program) {
  await desk.complains("Résumé", /« Résumé » est obligatoire/);
  await desk.fill("Résumé", "Le 14 mars, la cour accueille tout le quartier. ".repeat(5).trim());
  await desk.complains("Résumé", /compte \d+ caractères, pour 200 au plus/);
  await desk.fill("Résumé", "Le 14 mars, la cour accueille tout le quartier.");
  await desk.content("Résumé");

  await desk.fill("Titre", "");
  await desk.complains("Titre", /« Titre » est obligatoire/);
  await desk.soft(() => desk.framed());
  await desk.fill("Titre", `${TITLE} que l’on prépare depuis longtemps dans toutes les cours du quartier`);
  await desk.complains("Titre", /compte \d+ caractères, pour 80 au plus/);
  await desk.fill("Titre", TITLE);
  await desk.content("Titre");

  await desk.day("Date", "2026-03-14");
  await desk.content("Date");

  await desk.fill("Adresse pour s’inscrire", "fete(at)example.org");
  await desk.complains("Adresse pour s’inscrire", /n’est pas une adresse électronique/);
  await desk.fill("Adresse pour s’inscrire", "fete@example.org");
  await desk.content("Adresse pour s’inscrire");

  await desk.fill("Site à lire", "htp:/fete.example.org");
  await desk.complains("Site à lire", /n’est pas un lien possible/);
  await desk.fill("Site à lire", "https://fete.example.org/");
  await desk.content("Site à lire");

  await desk.fill("Montant", "1500");
  const money = await desk.complains("Coût", /montant et une (devise|monnaie)/);
  await desk.soft(() => assert.doesNotMatch(money, /[{}]/, "a hint has no YAML"));
  await desk.fill("Monnaie (EUR, MAD…)", "MAD");
  await desk.content("Coût");

  await desk.cursor(TEXT);
  await desk.type("Voir [Caritas](/partners/caritas-marok).");
  await desk.complains(TEXT, /ne mène nulle part/);
  await desk.soft(async () => {
    await desk.correct(TEXT, "Corriger : /partners/caritas-maroc");
    await desk.content(TEXT);
    assert.equal(await desk.value(TEXT), "Voir [Caritas](/partners/caritas-maroc).");
  });
  await desk.fill(TEXT, ":::grafique{data=programmes}\n:::");
  await desk.complains(TEXT, /« :::grafique » n’est pas connu/);
  await desk.fill(TEXT, "![](table.png)");
  await desk.complains(TEXT, /pas de fichier « table.png ».*pas de texte pour les personnes qui ne la voient pas/);
  await desk.fill(TEXT, "Une remarque[^1].");
  await desk.complains(TEXT, /pas de note « 1 »/);
  await desk.fill(TEXT, "");
  await desk.content(TEXT);

  const file = join(program.folder, "Fête, été.jpg");
  await writeFile(file, await photograph());
  await desk.upload(PICTURE, file);
  await desk.reads(/lieu de la prise de vue/);
  await desk.complains("Image", /n’a pas de texte de remplacement/);
  await desk.fill("Texte de remplacement (Français)", "Des tables dans une cour, sous le soleil");
  await desk.content("Image");
}

/** Writes the text: a bold word, a link that is found by its title, a chart, and what comes from an office suite. */
async function text(desk) {
  await desk.cursor(TEXT);
  await desk.type("Toute la cour est prête. On mange à midi, avec la mairie.\n\n");
  await desk.cursor(TEXT, "à midi", "both");
  await desk.click("Gras");
  await desk.cursor(TEXT, "la mairie", "both");
  await desk.click("Lien");
  await desk.fill("Chercher une page du site par son titre", "mair");
  await desk.press("option", "Mairie d’Essai", { isStart: true });
  assert.equal(await desk.value("Mots du lien"), "la mairie");
  await desk.click("Insérer");
  await desk.dialogCloses();
  assert.equal(
    await desk.value(TEXT),
    "Toute la cour est prête. On mange **à midi**, avec [la mairie](/partners/mairie).\n\n",
  );

  await desk.cursor(TEXT);
  await desk.click("Insérer…");
  const what = await desk.find("field", "Quoi");
  await what.select("chart");
  await parameters(desk, { data: "programmes", kind: "bar", title: "Les programmes", by: "status" });
  await desk.click("Insérer");
  await desk.dialogCloses();
  await desk.cursor(TEXT);
  await paste(desk, WORD, "Le programme");
  await desk.until("what was pasted", () => document.getElementById("body").value.includes("gâteau"));
  await desk.soft(() => desk.content(TEXT));
  const pasted = "## Le programme\n\n**Midi**, le repas, chez [l’école](https://ecole.example.org/).\n\n- une soupe\n- un gâteau";
  const written = (await desk.value(TEXT)).split(":::\n\n");
  await desk.soft(() => assert.equal(written[1].trim(), pasted));
  await desk.soft(() => desk.reads(/script n’a pas été repris/));
  if (written[1].trim() !== pasted) await desk.fill(TEXT, `${written[0]}:::\n\n${pasted}`);
}

/** The page beside the form is that of the text, also before it is saved. */
async function beside(desk) {
  const frame = await desk.frame();
  assert.equal(await frame.evaluate(() => document.querySelector("h1").textContent.replace(/\u00a0/g, " ")), TITLE);
}

/** The English, with the French beside it. */
async function english(desk) {
  await desk.press("field", "English", { isStart: true });
  await desk.click("Commencer en English");
  await desk.reads(/Texte \(Français\)\s+Toute la cour est prête/);
  await desk.fill("Titre (English)", "A neighbours’ party");
  await desk.fill("Résumé (English)", "On 14 March, the yard welcomes the whole neighbourhood.");
  await desk.fill("Texte de remplacement (English)", "Tables in a yard, in the sun");
  await desk.fill(
    "Texte (English)",
    `The whole yard is ready. We eat **at noon**, with [the town hall](/partners/mairie).

:::chart{data=programmes kind=bar title="The programmes" by=status}
:::

## The programme

**Noon**, the meal, at [the school](https://ecole.example.org/).

- a soup
- a cake`,
  );
  await desk.content("Texte (English)");
}

/** Takes the mark of a draft away: it goes online with the next publication. */
async function online(desk) {
  await desk.press("field", "Français", { isStart: true });
  await desk.click("Plus de réglages");
  await desk.mark("Brouillon (Français)", "none");
}

export async function day(desk, program) {
  const before = await program.files();
  await desk.go(program.address);
  assert.equal(await desk.page.evaluate(() => document.documentElement.lang), "fr");
  await list(desk);
  await begin(desk);
  await desk.soft(() => desk.find("heading", TITLE));
  await mistakes(desk, program);
  await text(desk);
  await beside(desk);
  await desk.save();
  await english(desk);
  await desk.save();
  await online(desk);
  await desk.save();

  // What nobody touched is as it was; what was written is what a careful person would have written.
  const after = await program.files();
  for (const [path, bytes] of before) assert.ok(bytes.equals(after.get(path)), path);
  const made = [...after.keys()].filter((path) => !before.has(path)).sort();
  const stem = /^content\/news\/(\d{4}-\d\d-\d\d-une-fete-des-voisins)\./.exec(made.find((path) => path.endsWith(".fr.md")))?.[1];
  assert.deepEqual(made, ["-fete-ete.jpg", ".en.md", ".fr.md"].map((end) => `content/news/${stem}${end}`));
  for (const tag of ["fr", "en"]) {
    const expected = await readFile(join(here, `expected/day/fete.${tag}.md`), "utf8");
    // The name begins with the day, and the digest of what was translated follows from it.
    const written = String(after.get(`content/news/${stem}.${tag}.md`)).replaceAll(stem, "{name}");
    await desk.soft(() => assert.equal(written.replace(/revision: "[0-9a-f]{12}"/, 'revision: "{revision}"'), expected));
  }
  assert.ok((await clean()).equals(after.get(`content/news/${stem}-fete-ete.jpg`)), "the picture says nothing of where it was taken");
  const left = await readdir(program.path("content/news"));
  assert.deepEqual(left.filter((name) => /\.(tmp|part|bak)$|~$/.test(name)), []);

  const check = program.command("check");
  assert.equal(check.status, 0, check.said);
  assert.match(check.said, /0 errors, 0 warnings/);
  const build = program.command("build", "--out", program.path("out"));
  assert.equal(build.status, 0, build.said);
  assert.match(build.said, /0 errors, 0 warnings/);
}
