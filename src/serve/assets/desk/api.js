// Speaks with the program.

const KEY = "rihla-session";

/** Which page this is: one text may be open in two. */
export const page = crypto.randomUUID();
/** How long until a connection that ended is sought again, in the beginning and at most. */
const SHORTEST = 1000;
const LONGEST = 15_000;

/** What the program answers when it does not do what was asked: with a sentence for who asked. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer?.message ?? "");
    this.status = status;
    this.answer = answer ?? {};
    this.hint = answer?.hint ?? null;
  }
}

/** Nobody answers: the program has ended, or the machine slept. */
export class Silent extends Error {}

/**
 * What the page does when the state of the connection changes: `true`, `false`, or `null` without a session.
 */
let listener = () => {};
let known = true;

/** What the program alone knows besides: told when the session began, and never sent. */
let proof = null;
/** Whether who answers is known to be the program: not once nobody answered for a while. */
let isProven = true;

export function onConnection(run) {
  listener = run;
}

function connection(state) {
  if (state !== true) isProven = false;
  // A page without access gets nothing from a program that is there again.
  if (state === known || (known === null && state === false)) return;
  known = state;
  listener(state);
}

export function hasSession() {
  return localStorage.getItem(KEY) !== null;
}

/** Sends something to the program; back is the response, where it did what was asked. */
async function send(name, body, headers = {}) {
  const session = localStorage.getItem(KEY);
  if (session) headers["Rihla-Session"] = session;
  let response;
  try {
    response = await fetch(`/api/${name}`, { method: "POST", headers, body, cache: "no-store" });
  } catch {
    connection(false);
    throw new Silent();
  }
  if (response.status === 401) connection(null);
  else if (isProven) connection(true);
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => null));
  return response;
}

/**
 * Has who answers show that it is the program that this page knows: another one may listen at its address
 * since, and gets nothing of what is written.
 */
async function proven() {
  if (isProven) return;
  const response = await send("prove", "{}", { "Content-Type": "application/json" });
  const answer = await response.json().catch(() => null);
  if (!proof || answer?.proof !== proof) {
    // The program was started again, and another page knows its new key: this one begins anew.
    connection(null);
    throw Object.assign(new Silent(), { isLost: true });
  }
  isProven = true;
  connection(true);
}

/** Asks the program. */
export async function call(name, body = {}) {
  if (name !== "session") await proven();
  const response = await send(name, JSON.stringify(body), { "Content-Type": "application/json" });
  return response.json().catch(() => {
    throw new Silent();
  });
}

/** Begins a session with the key in the address, or goes on with the known one. */
export async function begin(token) {
  const answer = await call("session", token ? { token } : {});
  if (answer.session) localStorage.setItem(KEY, answer.session);
  proof = answer.proof ?? null;
  isProven = true;
  return answer;
}

/** Gives the program a file for an entry. */
export async function give(id, file) {
  await proven();
  const headers = {
    "Content-Type": "application/octet-stream",
    "Rihla-Entry": encodeURIComponent(id),
    "Rihla-Name": encodeURIComponent(file.name || "image.png"),
  };
  const response = await send("picture", file, headers);
  return response.json();
}

/** A file of an entry, as an address for `<img>`. */
export async function picture(id, file) {
  await proven();
  const response = await send("file", JSON.stringify({ id, file }), { "Content-Type": "application/json" });
  return URL.createObjectURL(await response.blob());
}

/**
 * Stays with the program: it knows that somebody is there, and the page that it has ended. A browser keeps
 * few connections to one host, so of all its pages only one does.
 */
export async function stay() {
  await navigator.locks.request("rihla-stay", async () => {
    let wait = SHORTEST;
    for (;;) {
      try {
        await proven();
        const reader = (await send("stay", "{}", { "Content-Type": "application/json" })).body.getReader();
        wait = SHORTEST;
        while (!(await reader.read()).done);
        connection(false);
      } catch (problem) {
        if (!(problem instanceof Refused)) connection(false);
      }
      await new Promise((done) => setTimeout(done, wait));
      wait = Math.min(LONGEST, wait * 2);
    }
  });
}
