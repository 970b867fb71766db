// The words of the pages, in the language of whoever writes. The program puts them into the page.

const setting = JSON.parse(document.getElementById("setting").textContent);

export const language = setting.language;

const plurals = new Intl.PluralRules(language);

/** A text, with its placeholders filled. */
export function w(id, values = {}) {
  const text = setting.words[id] ?? id;
  return text.replace(/\{\s*\$?(\w+)\s*\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** Words as a sentence of their own: the program gives some that stand behind the name of a file. */
export function sentence(words) {
  return words && words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** A text with a number in it: the ids are `…-one` and `…-other`. */
export function counted(id, count, values = {}) {
  const form = plurals.select(count) === "one" ? "one" : "other";
  return w(`${id}-${form}`, { count: count.toLocaleString(language), ...values });
}

/** A moment as it is said: the program gives it in the form of ISO 8601, or already in words. */
export function moment(text) {
  const date = new Date(text);
  if (!text || Number.isNaN(date.getTime()) || !/^\d{4}-\d\d-\d\d/.test(text)) return text ?? "";
  const parts = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).formatToParts(date);
  // The first of a month is an ordinal in French, which the tables of the browsers do not know.
  const isFirst = ({ type, value }) => type === "day" && value === "1" && language.startsWith("fr");
  return parts.map((part) => (isFirst(part) ? "1er" : part.value)).join("");
}
