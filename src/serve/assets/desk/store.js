// What was typed, as the browser keeps it until the program has it.

const NAME = "rihla-typed:";

/** What an earlier page left, until somebody says what is to become of it. */
const OFFERED = "rihla-offered:";

/** Keeps a text; `false` where the browser has no room. */
export function keep(id, typed) {
  try {
    localStorage.setItem(NAME + id, JSON.stringify({ ...typed, when: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

/** What an earlier page left of a text; from here on, what is typed does not take its place. */
export function offered(id) {
  try {
    const left = localStorage.getItem(NAME + id);
    if (left !== null) {
      localStorage.setItem(OFFERED + id, left);
      localStorage.removeItem(NAME + id);
    }
    return JSON.parse(localStorage.getItem(OFFERED + id));
  } catch {
    return null;
  }
}

/** It is decided what becomes of what was offered. */
export function settle(id) {
  localStorage.removeItem(OFFERED + id);
}

/** The program has what was typed. */
export function forget(id) {
  localStorage.removeItem(NAME + id);
}

/** The ids of the texts that only the browser has. */
export function all() {
  const ids = Object.keys(localStorage).flatMap((key) =>
    [NAME, OFFERED].filter((name) => key.startsWith(name)).map((name) => key.slice(name.length)),
  );
  return [...new Set(ids)];
}
