// What was typed, as the browser keeps it until the program has it: for each page of the desk by itself, since
// two may have the same text before them, and for each site, since another may be opened at the same address.

import { page } from "./api.js";

const TYPED = "rihla-typed";
/** What an earlier page left, until somebody says what is to become of it. */
const OFFERED = "rihla-offered";

/** Which site is written. */
let site = "";
/** Under which names what is offered of a text is kept. */
const shown = new Map();

export function of(name) {
  site = name;
}

function start(kind, id = null) {
  const all = `${kind}:${site}:`;
  return id === null ? all : `${all}${encodeURIComponent(id)}:`;
}

function names(kind, id = null) {
  return Object.keys(localStorage).filter((name) => name.startsWith(start(kind, id)));
}

/** Keeps a text; `false` where the browser has no room. */
export function keep(id, typed) {
  try {
    const text = JSON.stringify({ ...typed, when: new Date().toISOString() });
    localStorage.setItem(start(TYPED, id) + page, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What other pages left of a text, the latest of it; from here on, what is typed does not take its place. A page
 * that is still open keeps what it has again with its next letter.
 */
export function offered(id) {
  try {
    for (const name of names(TYPED, id)) {
      if (name.endsWith(`:${page}`)) continue;
      localStorage.setItem(name.replace(TYPED, OFFERED), localStorage.getItem(name));
      localStorage.removeItem(name);
    }
    const left = names(OFFERED, id).map((name) => ({ name, typed: JSON.parse(localStorage.getItem(name)) }));
    left.sort((one, other) => (one.typed.when < other.typed.when ? -1 : 1));
    const last = left.at(-1);
    if (!last) return null;
    shown.set(id, last.name);
    return last.typed;
  } catch {
    return null;
  }
}

/** It is decided what becomes of what was offered. */
export function settle(id) {
  if (shown.has(id)) localStorage.removeItem(shown.get(id));
  shown.delete(id);
}

/** The program has what was typed. */
export function forget(id) {
  localStorage.removeItem(start(TYPED, id) + page);
}

/** The ids of the texts that only the browser has. */
export function all() {
  const ids = [TYPED, OFFERED].flatMap((kind) =>
    names(kind).map((name) => decodeURIComponent(name.slice(start(kind).length).split(":")[0])),
  );
  return [...new Set(ids)];
}
