// The fonts of other machines, put together from those of this one: a page that is set in a narrow
// face, in a wide one, or in one that the theme does not name breaks its lines elsewhere.

import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** The families that the theme asks for by name, or that stand for one in Chromium. */
const NAMED = ["Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial"];

/** The settings: what a face must be to be the only one of the machine, whose own is `usual`. */
const SETTINGS = {
  "a narrow face": (face) => face.width <= 90 && !face.isMono,
  "a wide face": (face) => face.isMono,
  "a face that the theme does not name": (face, usual) =>
    face.width === 100 && !face.isMono && ![...NAMED, usual].includes(face.family),
};

/** The names of the settings. */
export const NAMES = Object.keys(SETTINGS);

/** What a program of fontconfig prints; nothing where there is none. */
function fontconfig(program, ...options) {
  const run = spawnSync(program, options, { encoding: "utf8" });
  return run.status === 0 ? run.stdout : "";
}

/** The faces that are installed and can set French and English, as fontconfig lists them. */
function installed() {
  const format = "%{file}\t%{family[0]}\t%{family}\t%{width}\t%{spacing}\t%{weight}\t%{slant}\n";
  return fontconfig("fc-list", ":lang=fr:scalable=true", "--format", format)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [file, family, names, width, spacing, weight, slant] = line.split("\t");
      return { file, family, names, width: Number(width), isMono: spacing === "100", weight: Number(weight), slant: Number(slant) };
    })
    .filter((face) => /\.(ttf|otf|ttc)$/i.test(face.file));
}

/** The faces of the family that fits a setting; none where no family that is installed will do. */
function chosen(name) {
  const usual = fontconfig("fc-match", "--format", "%{family[0]}", "sans-serif");
  const fitting = installed().filter((face) => SETTINGS[name](face, usual));
  fitting.sort((one, other) => (one.file < other.file ? -1 : 1));
  // The weights of fontconfig: 80 is regular, 200 is bold.
  const has = (family, weight) =>
    fitting.some((face) => face.names === family && face.weight === weight && face.slant === 0);
  const families = [...new Set(fitting.map((face) => face.names))].filter((family) => has(family, 80));
  const family = families.find((family) => has(family, 200)) ?? families[0];
  return fitting.filter((face) => face.names === family);
}

/** The name by which a style sheet asks for the family that fits a setting; `null` where there is none. */
export function family(name) {
  // The last of several names is the narrowest: the others are those of wider faces as well.
  return chosen(name)[0]?.names.split(",").at(-1) ?? null;
}

/**
 * A folder with the faces of one family that fits a setting, and a configuration of fontconfig in
 * which there are no others: the family, what a browser is started with, and what removes it all.
 * `null` where no face that is installed will do. A family without a regular face will not, for a
 * browser that finds no face ends.
 */
export async function fonts(name) {
  const faces = chosen(name);
  if (faces.length === 0) return null;
  const folder = await mkdtemp(join(tmpdir(), "rihla-fonts-"));
  await mkdir(join(folder, "fonts"));
  for (const [number, { file }] of faces.entries()) {
    await symlink(file, join(folder, "fonts", `${number}-${basename(file)}`));
  }
  const configuration = join(folder, "fonts.conf");
  await writeFile(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
</fontconfig>
`,
  );
  const end = () => rm(folder, { recursive: true, force: true });
  return { family: faces[0].names, env: { FONTCONFIG_FILE: configuration }, end };
}
