// The values of a form: objects, lists and strings, reached by the names on the way to them.

/** The value at the end of a path. */
export function read(values, path) {
  return path.reduce((at, key) => at?.[key], values);
}

function isEmpty(value) {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/**
 * Writes a value at the end of a path. What is empty is not written, and neither is an object with nothing in
 * it; an item of a list keeps its place. `asIs` writes the empty string: an alternative text that says that
 * there is nothing to say.
 */
export function write(values, path, value, asIs = false) {
  const [key, ...rest] = path;
  if (rest.length) {
    const inner = values[key];
    const fits = inner !== null && typeof inner === "object";
    const container = fits ? inner : typeof rest[0] === "number" ? [] : {};
    write(container, rest, value, asIs);
    value = container;
  }
  if (Array.isArray(values)) values[key] = value ?? "";
  else if (isEmpty(value) && (rest.length || !asIs)) delete values[key];
  else values[key] = value;
}

/** The values as they are sent: without the empty items at the end of a list. */
export function tidy(value) {
  if (Array.isArray(value)) {
    const items = value.map(tidy);
    while (items.length && isEmpty(items.at(-1))) items.pop();
    return items;
  }
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, tidy(inner)]);
  return Object.fromEntries(entries.filter(([, inner]) => !(Array.isArray(inner) && !inner.length)));
}

/** Whether two values are the same, in whatever order their names come. */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

function canonical(value) {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** A path as the program writes it: `contacts[0].email`. */
export function named(path) {
  return path.reduce(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    "",
  );
}

/** The path that the program wrote. */
export function parsed(name) {
  return [...name.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, number]) => key ?? Number(number));
}
