// A preview that runs on a copy of the site of tests/preview, and a browser that looks at it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.RIHLA ?? join(root, "target/debug/rihla");

/** What programs are started with: nothing that depends on where the machine stands. */
export function environment(more = {}) {
  const env = { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC", ...more };
  for (const name of ["LANGUAGE", "RIHLA_BASE_URL", "RIHLA_COMMIT"]) delete env[name];
  return env;
}

/** A running preview: its address, and its files. */
export class Preview {
  static async start(port = 0, folder = null) {
    const preview = new Preview();
    preview.folder = folder ?? (await mkdtemp(join(tmpdir(), "rihla-")));
    if (!folder) await cp(join(root, "tests/preview"), preview.folder, { recursive: true });
    const options = ["serve", "--site", preview.folder, "--port", String(port)];
    // The terminal is spoken to in English, each page in its language.
    const env = environment();
    preview.process = spawn(program, options, { env, stdio: ["ignore", "ignore", "pipe"] });
    const said = [];
    for await (const line of createInterface({ input: preview.process.stderr })) {
      said.push(line);
      const address = /^preview: (http:\S+)/.exec(line);
      if (address) {
        preview.address = address[1];
        preview.process.stderr.resume();
        return preview;
      }
    }
    throw new Error(`the preview does not start:\n${said.join("\n")}`);
  }

  /** A preview of a copy of the mission's site, with an item that has pictures: its own have none yet. */
  static async ofTheMission() {
    const folder = await mkdtemp(join(tmpdir(), "rihla-"));
    for (const part of ["content", "static", "themes", "urls.lock"]) {
      await cp(join(root, part), join(folder, part), { recursive: true });
    }
    await cp(join(root, "tests/browser/pictures"), join(folder, "content/news/2026-01-06-pictures"), { recursive: true });
    return Preview.start(0, folder);
  }

  /** Ends the program; the files stay. */
  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill("SIGKILL");
      await once(this.process, "exit");
    }
  }

  async end() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  url(path) {
    return new URL(path, this.address).href;
  }

  /** Replaces words in a file. */
  async edit(path, from, to) {
    const file = join(this.folder, path);
    const text = await readFile(file, "utf8");
    if (!text.includes(from)) throw new Error(`${path} has no “${from}”`);
    await writeFile(file, text.replace(from, to));
  }
}

/** A browser with a profile of its own; `more` is added to its environment. */
export function browser(more = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    env: environment(more),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A new page that notes what goes wrong: in the console, in scripts, and with the policy. */
export async function watched(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const wrong = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, wrong };
}
