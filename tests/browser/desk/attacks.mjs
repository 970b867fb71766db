// Who has no business with the desk: pages of other origins, what the theme draws, programs that guess.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { DeskPage } from "./page.mjs";

/** A request as a program sends it, with whatever headers it likes. */
export function raw(port, { method = "POST", path = "/", headers = {}, body = null }) {
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers, setHost: false, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
      response.on("error", () => done({ status: 0, headers: {}, body: Buffer.alloc(0) }));
    });
    asked.on("error", (error) => (["ECONNRESET", "EPIPE"].includes(error.code) ? done({ status: 0, headers: {}, body: Buffer.alloc(0) }) : failed(error)));
    asked.end(body ?? undefined);
  });
}

/** What is sent byte for byte, where no library would send it. */
function bytes(port, text) {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => (answer += data));
    socket.on("close", () => done(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
    socket.on("error", () => {});
    socket.end(text);
  });
}

/** A program that asks as the page of the desk does. */
export class Guest {
  constructor(program, session) {
    this.program = program;
    this.session = session;
    this.own = {
      Host: `127.0.0.1:${program.port}`,
      Origin: program.origin,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/json",
      "Accept-Language": "fr",
    };
    if (session) this.own["Rihla-Session"] = session;
  }

  static async enter(program) {
    const guest = new Guest(program, null);
    const [, token] = program.address.split("#token=");
    const { session } = JSON.parse((await guest.ask("session", { token })).body);
    return new Guest(program, session);
  }

  /** Asks; headers with `null` are left out. */
  ask(name, body = {}, more = {}, text = null) {
    const all = { ...this.own, ...more };
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    return raw(this.program.port, { path: `/api/${name}`, headers, body: text ?? JSON.stringify(body) });
  }
}

const READING = ["list", "entry", "history", "directives", "find", "file", "stay", "session", "paste", "check", "save", "new", "undo", "picture", "remove", "discard", "accept"];

/** No request without the key, the name, the origin and the place it comes from. */
export async function strangers(desk, program) {
  const before = await program.files();
  const guest = await Guest.enter(program);
  assert.equal((await guest.ask("list")).status, 200, "the page itself is answered");
  const port = program.port;
  for (const name of READING) {
    for (const [what, more] of Object.entries({
      "without a key": { "Rihla-Session": null },
      "with an empty key": { "Rihla-Session": "" },
      "with a guessed key": { "Rihla-Session": "0".repeat(guest.session.length) },
      "with the beginning of the key": { "Rihla-Session": guest.session.slice(0, -1) },
      "with the key in capitals": { "Rihla-Session": guest.session.toUpperCase().replace(/^[0-9]+$/, "F") },
      "by another name": { Host: `rebound.example:${port}` },
      "by another name without a port": { Host: "rebound.example" },
      "by localhost": { Host: `localhost:${port}` },
      "by another port": { Host: `127.0.0.1:${port + 1}` },
      "without a name": { Host: "" },
      "from another origin": { Origin: "https://evil.example" },
      "from another port": { Origin: `http://127.0.0.1:${port + 1}` },
      "from localhost": { Origin: `http://localhost:${port}` },
      "from null": { Origin: "null" },
      "from nowhere": { Origin: null },
      "from the same site": { "Sec-Fetch-Site": "same-site" },
      "from another site": { "Sec-Fetch-Site": "cross-site" },
      "typed in": { "Sec-Fetch-Site": "none" },
      "without saying from where": { "Sec-Fetch-Site": null },
    })) {
      const { status, headers, body } = await guest.ask(name, { id: "about", collection: "news", title: "X", language: "fr", number: 1 }, more);
      assert.ok([400, 401, 403].includes(status), `${name} ${what}: ${status}`);
      assert.doesNotMatch(String(body), /voisins/i, `${name} ${what} tells nothing`);
      assert.equal(headers["access-control-allow-origin"], undefined);
    }
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const { status } = await raw(port, { method, path: `/api/${name}`, headers: guest.own });
      assert.ok([403, 404, 405].includes(status), `${method} ${name}: ${status}`);
    }
  }
  // Targets that name another host than the header; a connection that is ended at once is no answer either.
  const target = await bytes(
    port,
    `POST http://rebound.example/api/list HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${program.origin}\r\nSec-Fetch-Site: same-origin\r\nRihla-Session: ${guest.session}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  );
  assert.ok([0, 400, 403].includes(target), `a target with another host: ${target}`);
  const twice = await bytes(
    port,
    `POST /api/list HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: rebound.example\r\nOrigin: ${program.origin}\r\nSec-Fetch-Site: same-origin\r\nRihla-Session: ${guest.session}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  );
  assert.ok([0, 400, 403].includes(twice), `two hosts: ${twice}`);

  // The address works once; keys cannot be guessed from it.
  const [, token] = program.address.split("#token=");
  assert.ok(token.length >= 32, "the token is long");
  const fresh = new Guest(program, null);
  assert.equal((await fresh.ask("session", { token })).status, 401, "a used token");
  assert.equal((await fresh.ask("session", { token: guest.session })).status, 401, "a session is no token");
  for (const guess of ["", "0", token.slice(0, -1), `${token}0`, "0".repeat(token.length), null, 7, ["x"], { token }]) {
    assert.ok([400, 401].includes((await fresh.ask("session", { token: guess })).status), `a guess: ${guess}`);
  }
  assert.equal((await new Guest(program, token).ask("list")).status, 401, "a token is no session");

  // The shell says nothing of the site; nobody frames it.
  const shell = await raw(port, { method: "GET", headers: { Host: `127.0.0.1:${port}` } });
  assert.equal(shell.status, 200);
  assert.doesNotMatch(String(shell.body), /voisins/i);
  assert.match(shell.headers["content-security-policy"], /frame-ancestors 'none'/);
  for (const [header, value] of [["Host", "rebound.example"], ["Host", `localhost:${port}`], ["Sec-Fetch-Site", "same-site"], ["Sec-Fetch-Site", "cross-site"], ["Origin", "https://evil.example"]]) {
    const { status } = await raw(port, { method: "GET", headers: { Host: `127.0.0.1:${port}`, [header]: value } });
    assert.equal(status, 403, `the shell with ${header}: ${value}`);
  }
  // The pages of the theme: by their key alone, and for the desk.
  const site = JSON.parse((await guest.ask("session", {})).body);
  const frame = new URL(site.frame);
  for (const [what, path, headers, wanted] of [
    ["with the key", `${frame.pathname}/fr/`, {}, 200],
    ["without the key", "/fr/", {}, 403],
    ["the root", "/", {}, 403],
    ["with another key", `/${"0".repeat(32)}/fr/`, {}, 403],
    ["by another name", `${frame.pathname}/fr/`, { Host: "rebound.example" }, 403],
    ["by localhost", `${frame.pathname}/fr/`, { Host: `localhost:${frame.port}` }, 403],
    ["from another site", `${frame.pathname}/fr/`, { "Sec-Fetch-Site": "cross-site" }, 403],
    ["by a script of another port", `${frame.pathname}/fr/`, { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "empty" }, 403],
  ]) {
    const { status } = await raw(Number(frame.port), { method: "GET", path, headers: { Host: frame.host, ...headers } });
    assert.equal(status, wanted, `the page ${what}`);
  }
  for (const method of ["POST", "PUT", "DELETE"]) {
    const { status } = await raw(Number(frame.port), { method, path: `${frame.pathname}/fr/`, headers: { Host: frame.host } });
    assert.ok([403, 405].includes(status), `${method} of a page`);
  }
  for (const [path, bytes] of await program.files()) assert.ok(bytes.equals(before.get(path)), path);
}

const OUTSIDE = [
  "../../../../../../../../etc/passwd",
  "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
  "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
  "/etc/passwd",
  "//etc/passwd",
  "file:///etc/passwd",
  "..\\..\\..\\etc\\passwd",
  "C:\\Windows\\win.ini",
  "table.png/../../../../../../etc/passwd",
  "/content/../../../../../../etc/passwd",
  "/.rihla/desk/history/000001.json",
  "../../../.rihla/desk/history/000001.json",
  "\0",
  "table.png\0.jpg",
  "/proc/self/environ",
  "",
  ".",
  "..",
  "x".repeat(5000),
];

/** No path of a request becomes a path outside of the site's folders. */
export async function paths(desk, program) {
  const guest = await Guest.enter(program);
  // Something that is there to be found, and nobody's business.
  const secret = `${program.folder}-secret.txt`;
  await writeFile(secret, "root: nobody’s business");
  try {
    const around = async () => (await readdir(dirname(program.folder))).filter((name) => name.startsWith(basename(program.folder))).sort();
    const before = await program.files();
    const beside = await around();
    const outside = [...OUTSIDE, `../../../../${basename(secret)}`, secret, `/${basename(secret)}`];
    const id = "news/2026-03-02-atelier";
    const good = await guest.ask("file", { id, file: "table.png" });
    assert.equal(good.status, 200);
    for (const path of outside) {
      for (const body of [{ id, file: path }, { id: path, file: "table.png" }]) {
        const { status, body: answer } = await guest.ask("file", body);
        assert.ok(status >= 400 && status < 500, `file ${JSON.stringify(body).slice(0, 80)}: ${status}`);
        assert.doesNotMatch(String(answer), /root:|nobody’s business/);
      }
      for (const [name, body] of [
        ["entry", { id: path }],
        ["check", { id: path, version: "", values: { title: { fr: "x" } }, bodies: { fr: "x" } }],
        ["save", { id: path, version: "", values: { title: { fr: "x" } }, bodies: { fr: "x" }, anyway: true }],
        ["discard", { id: path }],
        // These read the whole site again.
        ...(path.includes("passwd") ? [] : [["remove", { id: path }], ["accept", { id: path, language: "en" }]]),
        ["new", { collection: path, title: "x", language: "fr" }],
        ["new", { collection: "news", title: "x", language: path }],
        ["undo", { number: path }],
      ]) {
        const { status, body: answer } = await guest.ask(name, body);
        assert.ok(status >= 400 && status < 500, `${name} ${JSON.stringify(body).slice(0, 80)}: ${status}`);
        assert.doesNotMatch(String(answer), /root:|nobody’s business/);
      }
      const encoded = encodeURIComponent(path);
      const { status } = await guest.ask("picture", null, { "Rihla-Entry": encoded, "Rihla-Name": "x.png" }, "x");
      assert.ok(status >= 400 && status < 500, `picture for ${path.slice(0, 60)}: ${status}`);
    }
    for (const number of [-1, 0, 1, 999, 4294967296, 1.5, "1", null, "../1"]) {
      const { status } = await guest.ask("undo", { number });
      assert.ok(status >= 400 && status < 500, `undo ${number}: ${status}`);
    }
    for (const [path, bytes] of await program.files()) assert.ok(bytes.equals(before.get(path)), path);
    assert.equal((await program.files()).size, before.size, "nothing is new");

    // A picture may be called anything: it lies with its entry, under a name that is one.
    const picture = await readFile(program.path(`content/${id}/table.png`));
    for (const name of ["../../../evil.png", "..%2f..%2fevil.png", "/tmp/evil.png", "a\0b.png", ".htaccess", "index.fr.md", "shared.yaml", "collection.yaml", "a".repeat(400) + ".png", "<script>.png", "..", "con.png", "évil été.PNG"]) {
      const { status, body } = await guest.ask(
        "picture",
        null,
        { "Content-Type": "application/octet-stream", "Rihla-Entry": encodeURIComponent(id), "Rihla-Name": encodeURIComponent(name) },
        picture,
      );
      assert.ok(status < 500, `a picture ${name.slice(0, 40)}: ${status}`);
      if (status === 200) assert.match(JSON.parse(body).file, /^[a-z0-9][a-z0-9-]*\.png$/, `a picture ${name.slice(0, 40)}`);
    }
    for (const name of ["evil.md", "index.en.md", "evil.yaml", "evil.html", "evil.js", "evil.fr.md", "evil"]) {
      const { status, body } = await guest.ask(
        "picture",
        null,
        { "Content-Type": "application/octet-stream", "Rihla-Entry": encodeURIComponent(id), "Rihla-Name": encodeURIComponent(name) },
        "---\ntitle: x\n---\n<script>alert(1)</script>",
      );
      const file = status === 200 ? JSON.parse(body).file : "";
      await desk.soft(() => assert.doesNotMatch(file, /\.(md|ya?ml|html?|js)$/, `${name} is taken as a file beside an entry`));
    }
    const after = await program.files();
    for (const [path, bytes] of before) assert.ok(bytes.equals(after.get(path)), path);
    for (const path of after.keys()) if (!before.has(path)) assert.match(path, new RegExp(`^content/${id}/`));
    assert.deepEqual(await around(), beside);

    // What is no request, or too much of one.
    for (const text of ["", "{", "null", "[]", "7", '"x"', "{}", '{"id":', '{"id":7}', '{"id":null}', '{"q":{}}', "\u0000", `{"id":"${"x".repeat(100_000)}"}`, `${"[".repeat(100_000)}`, '{"values":[],"id":"about"}', '{"id":"about","values":{"title":7},"bodies":{}}', '{"id":"about","values":{"title":{"fr":{"fr":{"fr":[]}}}},"bodies":{"fr":"x"}}', '{"id":"about","values":{"__proto__":{"x":1}},"bodies":{"../x":"x"}}', '{"id":"about","version":"","values":{},"bodies":{"xx":"x","fr":"x"},"anyway":true}']) {
      for (const name of READING.filter((one) => !["stay", "session", "picture", "list", "find", "history", "directives", "paste"].includes(one))) {
        const { status } = await guest.ask(name, null, {}, text);
        assert.ok(status !== 0, `${name} ${text.slice(0, 40)} is answered`);
        await desk.soft(() => assert.ok(status < 500, `${name} ${text.slice(0, 60)}: ${status}`));
      }
    }
    const huge = await guest.ask("check", null, {}, "x".repeat(70 << 20));
    assert.ok([0, 400, 413].includes(huge.status), `a huge request: ${huge.status}`);
    const says = await guest.ask("list");
    assert.equal(says.status, 200, "it still answers");
  } finally {
    await rm(secret, { force: true });
  }
}

const AWAY = ["list", "entry", "new"].map((name) => `/api/${name}`);

/** Another program that listens at the address of the desk once that has ended. */
export async function impostor(desk, program) {
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, "news/2026-02-20-concert");
  await desk.cursor("Texte (Français)");
  await desk.type(" Avant.");
  await desk.state(/^Gardé, pas encore enregistré$/);
  await program.kill();
  const heard = [];
  const server = await new Promise((done) => {
    const made = createServer((asked, response) => {
      let said = "";
      asked.on("data", (part) => (said += part));
      asked.on("end", () => {
        heard.push(`${asked.url} ${said}`);
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ proof: "0".repeat(32), findings: [], follows: [], kept: true, serial: 9e9, model: null, said: "Enregistré." }));
      });
    });
    made.listen(program.port, "127.0.0.1", () => done(made));
  });
  try {
    await desk.type(" Un secret.");
    await desk.state(/^Gardé dans ce navigateur seulement/);
    await desk.click("Enregistrer");
    const end = Date.now() + 20_000;
    while (!heard.some((one) => one.startsWith("/api/prove")) && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
    assert.ok(heard.some((one) => one.startsWith("/api/prove")), heard.join("\n"));
    // Nothing of what is written, before or after.
    assert.deepEqual(heard.filter((one) => /Avant|secret|venu/.test(one)), []);
    await desk.state(/^Gardé dans ce navigateur seulement/);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

/** A page on another port of the same machine. */
export async function neighbours(desk, program) {
  const site = await new Promise((done) => {
    const server = createServer((asked, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>neighbour</title><body>");
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });
  const other = await DeskPage.open(null, { context: desk.context });
  try {
    await desk.go(program.address);
    await desk.find("heading", "Textes");
    const before = await program.files();
    const history = await desk.page.evaluate(() => localStorage.length);
    const address = `http://127.0.0.1:${site.address().port}/`;
    await other.page.goto(address);
    const found = await other.page.evaluate(
      async (origin, paths) => {
        const found = {};
        const wait = (time) => new Promise((done) => setTimeout(done, time));
        for (const path of ["/", "/desk/main.js", ...paths]) {
          for (const mode of ["cors", "no-cors"]) {
            for (const method of ["GET", "POST"]) {
              const options = { mode, method, credentials: "include", body: method === "POST" ? '{"collection":"news","title":"Evil","language":"fr"}' : undefined };
              const answer = await fetch(origin + path, options).then(async (response) => `${response.type} ${await response.text()}`, () => "refused");
              if (answer.includes("<") || answer.includes("{") || answer.includes("import")) found[`${mode} ${method} ${path}`] = answer.slice(0, 80);
            }
          }
        }
        const guessed = await fetch(`${origin}/api/list`, { method: "POST", headers: { "Rihla-Session": "0".repeat(32) }, body: "{}" }).then((response) => response.status, () => "refused");
        if (guessed !== "refused") found.guessed = guessed;
        // A form, in a frame so that this page stays.
        const frame = document.createElement("iframe");
        frame.name = "target";
        document.body.append(frame);
        const form = document.createElement("form");
        Object.assign(form, { method: "post", action: `${origin}/api/new`, target: "target", enctype: "text/plain" });
        const input = document.createElement("input");
        Object.assign(input, { name: '{"collection":"news","title":"Evil","language":"fr","x":"', value: '"}' });
        form.append(input);
        document.body.append(form);
        form.submit();
        // The desk in a frame.
        const desk = document.createElement("iframe");
        desk.src = `${origin}/#/`;
        await new Promise((done) => {
          desk.onload = done;
          desk.onerror = done;
          document.body.append(desk);
          setTimeout(done, 1000);
        });
        try {
          if (desk.contentDocument?.body.innerText.includes("Textes")) found.frame = desk.contentDocument.body.innerText;
        } catch {
          // It is of another origin.
        }
        try {
          if (localStorage.getItem("rihla-session")) found.storage = "a key";
        } catch {
          // There is none.
        }
        // A script of the desk, taken into this page.
        await new Promise((done) => {
          const script = document.createElement("script");
          script.type = "module";
          script.src = `${origin}/desk/main.js`;
          script.onload = () => done((found.script = "it ran"));
          script.onerror = done;
          document.head.append(script);
        });
        await new Promise((done) => {
          const socket = new WebSocket(`${origin.replace("http", "ws")}/api/stay`);
          socket.onopen = () => done((found.socket = "it is open"));
          socket.onerror = done;
        });
        await wait(50);
        return found;
      },
      program.origin,
      AWAY,
    );
    assert.deepEqual(found, {});
    // Whoever frames the desk shows nothing of it.
    for (const frame of other.page.frames().slice(1)) {
      const text = await frame.evaluate(() => document.body?.innerText ?? "").catch(() => "");
      assert.doesNotMatch(text, /Textes|voisins/, frame.url());
    }
    // A window that the page opens is the desk's, and hears nothing from it.
    const opened = await other.page.evaluate(async (origin) => {
      const answers = [];
      window.addEventListener("message", (event) => answers.push(event.data));
      const child = window.open(`${origin}/#/`);
      await new Promise((done) => setTimeout(done, 1000));
      for (const message of [{ rihla: "place", words: "x" }, { token: "x" }, "session"]) {
        try {
          child?.postMessage(message, "*");
        } catch {
          answers.push("thrown");
        }
      }
      let seen = null;
      try {
        seen = child?.localStorage?.getItem("rihla-session") ?? null;
      } catch {
        seen = null;
      }
      await new Promise((done) => setTimeout(done, 200));
      return { seen, answers: answers.filter((answer) => answer !== "thrown") };
    }, program.origin);
    assert.deepEqual(opened, { seen: null, answers: [] });
    const after = await program.files();
    assert.equal(after.size, before.size);
    for (const [path, bytes] of after) assert.ok(bytes.equals(before.get(path)), path);
    assert.equal(await desk.page.evaluate(() => localStorage.length), history);
    assert.equal(await desk.has("heading", "Textes"), true);
  } finally {
    site.closeAllConnections();
    site.close();
    await other.page.close().catch(() => {});
  }
}

/** What runs in the page of the theme: it tries what it can, and notes what it found. */
function attack(desk) {
  const found = {};
  const note = (name, value) => {
    if (value !== null && value !== undefined && value !== false) found[name] = String(value).slice(0, 200);
  };
  const attempt = (name, run) => {
    try {
      note(name, run());
    } catch {
      // Refused, as it should be.
    }
  };
  const all = async () => {
    attempt("parent document", () => parent !== window && parent.document?.body?.innerText);
    attempt("top document", () => top !== window && top.document?.body?.innerText);
    attempt("storage of the parent", () => parent !== window && parent.localStorage?.getItem("rihla-session"));
    attempt("own storage", () => localStorage.getItem("rihla-session"));
    attempt("own cookies", () => document.cookie || null);
    for (const [name, headers] of [["fetch", {}], ["fetch with a guess", { "Rihla-Session": "0".repeat(32) }]]) {
      const answer = await fetch(`${desk}/api/list`, { method: "POST", headers, body: "{}" }).then((response) => response.status, () => null);
      note(name, answer);
    }
    const silent = await fetch(`${desk}/api/list`, { method: "POST", mode: "no-cors", body: "{}" }).then((response) => response.type, () => null);
    // An answer that cannot be read says nothing.
    if (silent && silent !== "opaque") note("silent fetch", silent);
    await new Promise((done) => {
      const asked = new XMLHttpRequest();
      asked.onload = () => done(note("request", asked.responseText));
      asked.onerror = done;
      try {
        asked.open("POST", `${desk}/api/list`);
        asked.send("{}");
      } catch {
        done();
      }
    });
    await new Promise((done) => {
      let socket;
      try {
        socket = new WebSocket(`${desk.replace("http", "ws")}/api/stay`);
      } catch {
        return done();
      }
      socket.onopen = () => done(note("socket", "open"));
      socket.onerror = done;
      return undefined;
    });
    attempt("top navigation", () => {
      if (parent !== window) top.location.href = `${location.origin}/evil`;
      return null;
    });
    parent.postMessage({ rihla: "place", words: "x", token: "x" }, "*");
    attempt("frames of the desk", () => {
      const frame = document.createElement("iframe");
      frame.src = `${desk}/`;
      document.documentElement.append(frame);
      return null;
    });
  };
  all().then(() => {
    document.documentElement.setAttribute("data-found", JSON.stringify(found));
  });
}

/** Puts scripts into the theme and into a drawing, for a desk at a known address. */
export async function armed(program) {
  program.arm = async () => {
    await mkdir(program.path("themes/essai/components"), { recursive: true });
    await mkdir(program.path("themes/essai/assets"), { recursive: true });
    const script = `(${attack})(${JSON.stringify(program.origin)});\n`;
    await program.write("static/attack.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text y="9">x</text><script><![CDATA[${script}]]></script></svg>`);
    await program.write("themes/essai/assets/attack.js", script);
    await program.write(
      "themes/essai/components/head_more.html",
      '{% component head_more() %}<script type="module" src="{{ asset(path="attack.js") }}"></script>{% endcomponent head_more %}\n',
    );
  };
}

async function verdict(frame) {
  for (let step = 0; step < 300; step += 1) {
    const found = await frame.evaluate(() => document.documentElement.getAttribute("data-found")).catch(() => null);
    if (found) return JSON.parse(found);
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nothing was tried in ${frame.url()}`);
}

/** What the theme draws, and a drawing that is opened by itself, reach nothing of the desk. */
export async function framed(desk, program, { browser }) {
  await program.arm();
  await program.kill();
  await program.run();
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.entry(program.origin, "about");
  const frame = await desk.frame();
  assert.deepEqual(await verdict(frame), {}, "a script of the theme");
  assert.equal(new URL(desk.page.url()).origin, program.origin, "the desk is where it was");
  assert.equal(await desk.has("field", "Titre"), true);

  // The page of the theme in a tab of its own, as “Voir la page” opens it, and the drawing.
  const key = new URL(frame.url()).pathname.split("/")[1];
  const base = `${new URL(frame.url()).origin}/${key}`;
  for (const path of ["/fr/a-propos/", "/attack.svg"]) {
    const other = await DeskPage.open(browser, { context: desk.context });
    const answer = await other.page.goto(base + path);
    if (path.endsWith(".svg")) assert.equal(answer.status(), 200, "the drawing is shown");
    const isRun = await verdict(other.page.mainFrame()).catch(() => ({}));
    assert.deepEqual(isRun, {}, path);
    await other.page.close();
  }
}

/** Nothing of a text runs, wherever it is shown. */
export async function inert(desk, program) {
  const evil = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  const file = "content/news/2026-02-20-concert.fr.md";
  const text = await program.read(file);
  await program.write(
    file,
    text
      .replace('title: "Un concert dans la cour"', `title: 'Un concert ${evil}'`)
      .replace("Tout le monde est venu.", `Tout ${evil} [lien](javascript:window.ran=1) ![${evil}](x.png)`),
  );
  await program.kill();
  await program.run();
  await desk.go(program.address);
  await desk.find("heading", "Textes");
  await desk.reads(/Un concert <img/);
  await desk.entry(program.origin, "news/2026-02-20-concert");
  await desk.find("field", "Titre");
  const ran = () => desk.page.evaluate(() => window.ran ?? null);
  await desk.reads(/Erreur|À revoir/);
  assert.equal(await ran(), null);
  await desk.fill("Résumé", evil);
  await desk.fill("Site à lire", "javascript:window.ran=1");
  await desk.complains("Site à lire", /javascript.*refusé/);
  await desk.cursor("Texte (Français)");
  await desk.page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", `<p>Collé</p>${html}<svg onload="window.ran=1"><a href="javascript:window.ran=1">x</a></svg><iframe srcdoc="<script>parent.ran=1</script>"></iframe>`);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: data });
    document.activeElement.dispatchEvent(event);
  }, evil);
  await desk.until("what was pasted", () => document.getElementById("body").value.includes("Collé"));
  const pasted = (await desk.value("Texte (Français)")).split("Collé")[1];
  assert.doesNotMatch(pasted, /javascript:|<script|onerror|onload|<iframe/);
  await desk.state(/./);
  assert.equal(await ran(), null);
  assert.match(await desk.page.title(), /concert/);
  for (const frame of desk.page.frames()) assert.equal(await frame.evaluate(() => window.ran ?? null).catch(() => null), null);
}
