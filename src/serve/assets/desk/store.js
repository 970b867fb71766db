// What was typed, as the browser keeps it until the program has it: for each page of the desk by itself, since
// two may have the same text before them, and for each site, since another may be opened at the same address.

import { page } from "./api.js";

const TYPED = "rihla-typed";
/** What an earlier page left, until somebody says what is to become of it. */
const OFFERED = "rihla-offered";
/** Until when what a page typed is settled: that page may be open still, and would keep it anew. */
const SETTLED = "rihla-settled";
/** How long that is remembered, in milliseconds. */
const MEMORY = 7 * 24 * 3600 * 1000;

/** Which site is written. */
let site = "";
/** Under which names what is offered of a text is kept. */
const shown = new Map();

export function of(name) {
  site = name;
  for (const settled of names(SETTLED)) {
    if (Date.now() - Date.parse(localStorage.getItem(settled)) > MEMORY) localStorage.removeItem(settled);
  }
}

function start(kind, id = null) {
  const all = `${kind}:${site}:`;
  return id === null ? all : `${all}${encodeURIComponent(id)}:`;
}

function names(kind, id = null) {
  return Object.keys(localStorage).filter((name) => name.startsWith(start(kind, id)));
}

/**
 * Keeps a text, with when the last of it was typed; `false` where the browser has no room. What was taken up or thrown
 * away in another page is not kept again.
 */
export function keep(id, typed) {
  try {
    const settled = localStorage.getItem(start(SETTLED, id) + page);
    if (settled === null || settled < typed.when) localStorage.setItem(start(TYPED, id) + page, JSON.stringify(typed));
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
  const name = shown.get(id);
  if (!name) return;
  try {
    const { when } = JSON.parse(localStorage.getItem(name));
    localStorage.setItem(name.replace(OFFERED, SETTLED), when);
  } catch {
    // Then its page may offer it once more.
  }
  localStorage.removeItem(name);
  // What the page has kept since is the same, or it is offered the next time.
  const again = name.replace(OFFERED, TYPED);
  const kept = JSON.parse(localStorage.getItem(again));
  if (kept && kept.when <= localStorage.getItem(name.replace(OFFERED, SETTLED))) localStorage.removeItem(again);
  shown.delete(id);
}

/** The program has what was typed: it is offered nowhere any more. */
export function forget(id) {
  for (const kind of [TYPED, OFFERED]) localStorage.removeItem(start(kind, id) + page);
}

/** The texts that only the browser has, their titles by their ids. */
export function all() {
  const titles = new Map();
  for (const kind of [TYPED, OFFERED]) {
    for (const name of names(kind)) {
      const id = decodeURIComponent(name.slice(start(kind).length).split(":")[0]);
      titles.set(id, JSON.parse(localStorage.getItem(name))?.title ?? titles.get(id) ?? id);
    }
  }
  return titles;
}
