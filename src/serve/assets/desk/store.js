// What was typed, as the browser keeps it until the program has it.

const NAME = "rihla-typed:";

/** Keeps a text; `false` where the browser has no room. */
export function keep(id, typed) {
  try {
    localStorage.setItem(NAME + id, JSON.stringify({ ...typed, when: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function kept(id) {
  try {
    return JSON.parse(localStorage.getItem(NAME + id));
  } catch {
    return null;
  }
}

export function forget(id) {
  localStorage.removeItem(NAME + id);
}

/** The ids of the texts that only the browser has. */
export function all() {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(NAME))
    .map((key) => key.slice(NAME.length));
}
