// The program on a copy of the site of these tests: the desk, and what else is asked of it.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { environment } from "../preview.mjs";
import { root } from "../site.mjs";

const program = process.env.RIHLA ?? join(root, "target/debug/rihla");
export const here = fileURLToPath(new URL(".", import.meta.url));

/** Two ports in a row that nothing listens at: that of the desk, and that of its pages. */
async function ports() {
  for (;;) {
    const listen = (port) =>
      new Promise((done) => {
        const server = createServer();
        server.once("error", () => done(null));
        server.listen(port, "127.0.0.1", () => done(server));
      });
    const first = await listen(0);
    const { port } = first.address();
    const second = await listen(port + 1);
    await Promise.all([first, second].map((server) => server && new Promise((done) => server.close(done))));
    if (second) return port;
  }
}

/** A desk over a site in a folder of its own. */
export class Program {
  /** `edit` changes the files before the desk reads them. */
  static async start(edit = null) {
    const made = new Program();
    made.folder = await mkdtemp(join(tmpdir(), "rihla-desk-"));
    await cp(join(here, "site"), made.folder, { recursive: true });
    await edit?.(made);
    made.port = await ports();
    await made.run();
    return made;
  }

  /** Starts it, again where it has ended: at the same address, with a new key. */
  async run() {
    const options = ["edit", "--site", this.folder, "--no-open", "--port", String(this.port)];
    this.process = spawn(program, options, { env: environment(), stdio: ["ignore", "ignore", "pipe"] });
    const said = [];
    for await (const line of createInterface({ input: this.process.stderr })) {
      said.push(line);
      const address = /http:\/\/\S+#token=\w+/.exec(line);
      if (!address) continue;
      this.process.stderr.resume();
      this.address = address[0];
      this.origin = new URL(this.address).origin;
      if (this.origin !== `http://127.0.0.1:${this.port}`) throw new Error(`the desk is at ${this.origin}`);
      return;
    }
    throw new Error(`the desk does not start:\n${said.join("\n")}`);
  }

  /** Ends it at once, as a crash does. */
  async kill() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill("SIGKILL");
    await once(this.process, "exit");
  }

  async end() {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  path(name) {
    return join(this.folder, name);
  }

  read(name) {
    return readFile(this.path(name), "utf8");
  }

  write(name, text) {
    return writeFile(this.path(name), text);
  }

  /** All files that are written by people, with what they hold. */
  async files() {
    const all = new Map();
    for (const part of ["content", "static", "themes"]) {
      const found = await readdir(this.path(part), { recursive: true, withFileTypes: true });
      for (const file of found.filter((one) => one.isFile())) {
        const path = join(file.parentPath, file.name);
        all.set(path.slice(this.folder.length + 1), await readFile(path));
      }
    }
    return all;
  }

  /** What another command says of the site: its status, and its words. */
  command(...words) {
    const { status, stdout, stderr } = spawnSync(program, [...words, "--site", this.folder, "--messages", "en"], {
      env: environment(),
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  }
}
