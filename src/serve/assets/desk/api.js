// Speaks with the program.

const KEY = "rihla-session";

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

/** What the page does when the state of the connection changes: `true`, `false`, or `null` without a session. */
let listener = () => {};
let known = true;

export function onConnection(run) {
  listener = run;
}

function connection(state) {
  if (state === known) return;
  known = state;
  listener(state);
}

export function hasSession() {
  return localStorage.getItem(KEY) !== null;
}

/** Asks the program. */
export async function call(name, body = {}) {
  const headers = { "Content-Type": "application/json" };
  const session = localStorage.getItem(KEY);
  if (session) headers["Rihla-Session"] = session;
  let response;
  let answer;
  try {
    response = await fetch(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(body), cache: "no-store" });
    answer = await response.json().catch(() => null);
  } catch {
    connection(false);
    throw new Silent();
  }
  connection(response.status === 401 ? null : true);
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

/** Begins a session with the key in the address, or goes on with the known one. */
export async function begin(token) {
  const answer = await call("session", token ? { token } : {});
  if (answer.session) localStorage.setItem(KEY, answer.session);
  return answer;
}

/** A file as the program takes it. */
export async function base64(file) {
  const address = await new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(reader.result));
    reader.addEventListener("error", () => failed(reader.error));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}

/** A file of an entry, as an address for `<img>`. */
export async function picture(id, file) {
  const { media, data } = await call("file", { id, file });
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: media }));
}
