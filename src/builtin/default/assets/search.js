// Finds words on the site, in the browser: no server is asked. `page.js` loads this when a visitor begins to type, or
// opens the page of results with words in its address. The index is made by `src/build/search`, and words are compared
// as it compares them (`crates/text/src/search`).

const SAME = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ة: "ه", ى: "ي", ی: "ي", ک: "ك", ٱ: "ا" };

/** A text without accents, case and ligatures. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .replace(/[’ʼ`‘]/g, "'")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[œæßøłđةىیکٱ]/g, (letter) => SAME[letter]);
}

/** The words of a folded text; a letter that touches an apostrophe is none. */
export function words(folded) {
  const found = [...folded.matchAll(/[\p{L}\p{N}]+/gu)];
  const touches = ({ 0: word, index }) => folded[index - 1] === "'" || folded[index + word.length] === "'";
  const whole = found.filter((match) => [...match[0]].length > 1 || !touches(match));
  return whole.map(([word]) => [...word].slice(0, 40).join(""));
}

const GROUPS = /[0-9٠-٩۰-۹]+(?:(?:\)[ \u00a0\u202f\u2009]|[ \u00a0\u202f\u2009]\(|[() \u00a0\u202f\u2009.\u2010\u2011-])[0-9٠-٩۰-۹]+)*/g;

/** The telephone numbers of a text, whatever groups their digits stand in: where they are, and their last eight digits. */
export function telephones(text) {
  const found = [];
  for (const { 0: spelt, index } of text.matchAll(GROUPS)) {
    const groups = spelt.match(/[0-9٠-٩۰-۹]+/g).map(fold);
    const [digits, end] = [groups.join(""), index + spelt.length];
    const around = `${text.slice(Math.max(0, index - 1), index)}${text.slice(end, end + 1)}`;
    if (/[\p{L}\p{N}]/u.test(around) || digits.length > 17) continue;
    const shape = groups.map(({ length }) => length).join(" ");
    const day = shape === "2 2 4" || (/^4 2 2( [12]){0,2}$/.test(shape) && /^[12]/.test(digits));
    const years = /^4( 4)+$/.test(shape);
    const amount = /^[123]( 3)+$/.test(shape) && !spelt.startsWith("0");
    const abroad = text[index - 1] === "+";
    if (abroad ? digits.length >= 7 : digits.length >= 8 && !day && !years && !amount) found.push({ index, end, digits: digits.slice(-8) });
  }
  return found;
}

/** What is left of a word without its endings, by the rules of its language. */
export function stemmer(steps) {
  const rules = steps.map((step) =>
    step.map((rule) => {
      const [what, instead, kept] = rule.split(">");
      const begins = what.startsWith("^");
      return { begins, what: what.slice(begins), instead, kept: Number(kept || 3) };
    }),
  );
  return (word) => {
    if (/^[0-9]/.test(word)) return word;
    for (const step of rules) {
      for (const { begins, what, instead, kept } of step) {
        if (!(begins ? word.startsWith(what) : word.endsWith(what))) continue;
        const rest = begins ? word.slice(what.length) : word.slice(0, word.length - what.length);
        if ([...rest].length < kept) continue;
        word = begins ? instead + rest : rest + instead;
        break;
      }
    }
    return word;
  };
}

/** How many letters are to be changed, added, left out or put the other way round; more than `most` where they are more. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

const asked = new Map();

/** What a file holds; asked for once. */
function json(address, cache = "default") {
  if (!asked.has(address) || cache === "reload") {
    const answer = fetch(address, { cache }).then((response) => {
      if (!response.ok) throw new Error(`${response.status}: ${address}`);
      return response.json();
    });
    asked.set(address, answer);
    answer.catch(() => asked.delete(address));
  }
  return asked.get(address);
}

const OTHER_WORD = 0.7;
const BEGINNING = 0.6;

/** The index of a language. */
class Index {
  constructor(entry) {
    this.entry = entry;
    this.stem = stemmer(entry.steps);
    this.common = new Set(entry.common);
  }

  file(name) {
    return json(`${this.entry.folder}${name}.json`);
  }

  /** What is shown of a page, by its number. */
  page(number) {
    const digits = this.entry.names.length / this.entry.pages;
    return this.file(this.entry.names.slice(number * digits, (number + 1) * digits));
  }

  facets() {
    return this.file(this.entry.facets);
  }

  /** The part of the words in which one is that begins so. */
  async part(word) {
    const head = [...word].slice(0, 3).join("");
    const { parts } = this.entry;
    const next = parts.findIndex(([first]) => first > head);
    const found = parts[next < 0 ? parts.length - 1 : next - 1];
    return found ? this.file(found[1]) : {};
  }

  /** The pages that have a word, or one that begins with it, each with what it weighs there; and the stems found. */
  async pages(word, unfinished) {
    const stem = this.stem(word);
    const part = await this.part(stem);
    const found = { pages: new Map(), stems: new Set() };
    const add = (key, share) => {
      const [, list] = part[key];
      found.stems.add(key);
      const rare = Math.log(1 + (2 * this.entry.pages) / list.length);
      for (let at = 0, page = 0; at < list.length; at += 2) {
        page += list[at];
        const [title, weight] = [Math.floor(list[at + 1] / 100), list[at + 1] % 100];
        const score = share * rare * (weight / 60 + (title ? 1 + title / 6 : 0));
        const known = found.pages.get(page);
        found.pages.set(page, { score: Math.max(score, known?.score ?? 0), title: Math.max(title, known?.title ?? 0) });
      }
    };
    if (Object.hasOwn(part, stem)) add(stem, 1);
    if (word.length > 1 && (unfinished || !found.pages.size)) {
      const begins = (key) => key.startsWith(word) || part[key][0].split(" ").some((form) => form.startsWith(word));
      for (const key of Object.keys(part)) if (key !== stem && begins(key)) add(key, BEGINNING);
    }
    return found;
  }

  /** The words of a text as they are looked for. */
  meant(text) {
    const all = words(fold(text));
    const telling = all.filter((word) => !this.common.has(word));
    return telling.length ? telling : all;
  }

  /** The words of a query, each with what may stand in its place: the site's other names of it. */
  async slots(text) {
    const typed = this.meant(text);
    const groups = (await this.file(this.entry.synonyms)).map((group) => group.map((name) => this.meant(name)));
    const unfinished = !/[\s.,;:!?]$/u.test(text);
    const called = telephones(text).map(({ index, end, digits }) => ({ digits, words: this.meant(text.slice(index, end)) }));
    const slots = [];
    for (let at = 0; at < typed.length; ) {
      const number = called[0];
      if (number?.words.every((word, next) => word === typed[at + next])) {
        slots.push({ own: [number.digits], others: [number.words], unfinished: false, called: true });
        called.shift();
        at += number.words.length;
        continue;
      }
      const stems = typed.slice(at).map(this.stem);
      const fits = (name) => name.length && name.every((word, next) => this.stem(word) === stems[next]);
      const hits = groups.flatMap((group) => group.filter(fits).map((name) => ({ group, name })));
      const length = Math.max(1, ...hits.map(({ name }) => name.length));
      const own = typed.slice(at, at + length);
      const others = hits.filter(({ name }) => name.length === length).flatMap(({ group, name }) => group.filter((other) => other !== name));
      slots.push({ own, others, unfinished: unfinished && at + length === typed.length });
      at += length;
    }
    return slots;
  }

  /** The pages that have what stands in a slot. */
  async slot({ own, others, unfinished, called }) {
    const all = { pages: new Map(), stems: new Set() };
    for (const [share, name] of [[1, own], ...others.map((other) => [OTHER_WORD, other])]) {
      // Where the number is found, its groups say nothing.
      if (called && all.pages.size) break;
      const found = await Promise.all(name.map((word, at) => this.pages(word, unfinished && share === 1 && at === name.length - 1)));
      found.forEach(({ stems }) => stems.forEach((stem) => all.stems.add(stem)));
      for (const page of found[0]?.pages.keys() ?? []) {
        const each = found.map(({ pages }) => pages.get(page));
        if (!each.every(Boolean)) continue;
        const score = (share * each.reduce((sum, { score }) => sum + score, 0)) / Math.sqrt(each.length);
        const title = each.every(({ title }) => title) ? each.reduce((sum, { title }) => sum + title, 0) : 0;
        const known = all.pages.get(page);
        if (!known || known.score < score) all.pages.set(page, { score, title: share === 1 ? title : 0 });
      }
    }
    return all;
  }

  /** The pages that have all words of a query, the best first; those that have most of them, where none has all. */
  async find(text) {
    const slots = await this.slots(text);
    const found = await Promise.all(slots.map((slot) => this.slot(slot)));
    const scores = new Map();
    for (const { pages } of found) {
      for (const [page, { score, title }] of pages) {
        const known = scores.get(page) ?? { score: 0, count: 0, title: 0, named: 0 };
        known.score += score;
        known.count += 1;
        known.title += title;
        known.named += title ? 1 : 0;
        scores.set(page, known);
      }
    }
    const best = Math.max(0, ...[...scores.values()].map(({ count }) => count));
    const kept = [...scores].filter(([, { count }]) => count === best && count * 2 >= slots.length);
    // A title that says nothing else is what was meant.
    const value = ({ score, title, named }) => score * (named === slots.length ? 1.2 + Math.min(title, 9) / 9 : 1);
    kept.sort(([a, one], [b, other]) => value(other) - value(one) || a - b);
    return {
      pages: kept.map(([page]) => page),
      stems: new Set(found.flatMap(({ stems }) => [...stems])),
      unfound: slots.filter((_, at) => !found[at].pages.size).flatMap(({ own }) => own),
      whole: best === slots.length,
    };
  }

  /** The same; where nothing is found, of the nearest words that the site has, or has another name for. */
  async search(text) {
    const found = await this.find(text);
    if (!found.unfound.length) return found;
    const names = (await this.file(this.entry.synonyms)).flat().flatMap((name) => name.split(/[\s'’]+/));
    const list = [...(await this.file(this.entry.list)).split(" "), ...names];
    const near = new Map(found.unfound.map((word) => [word, this.nearest(word, list)]));
    if (![...near.values()].some(Boolean)) return found;
    const instead = this.meant(text).map((word) => near.get(word) ?? word).join(" ");
    const again = await this.find(`${instead} `);
    return again.pages.length ? { ...again, instead } : found;
  }

  /**
   * The word of the site that is the nearest to one that it has not; of several, the most frequent. Short words have too
   * many neighbours, and two slips are found in long words alone that begin alike: “beaten” is not “better”.
   */
  nearest(word, list) {
    let least = word.length > 8 ? 3 : word.length > 5 ? 2 : 0;
    let nearest = null;
    for (const other of list) {
      const folded = fold(other);
      const most = folded.slice(0, 2) === word.slice(0, 2) ? least - 1 : Math.min(least - 1, 1);
      const apart = distance(word, folded, most);
      if (apart > most) continue;
      if (apart < least) [least, nearest] = [apart, other];
      if (least <= 1) break;
    }
    return nearest;
  }

  /** A text in pieces: words that were found, and what is between them. */
  pieces(text, stems) {
    const pieces = [];
    let end = 0;
    const called = telephones(text).filter(({ digits }) => stems.has(digits));
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const number = called.find((one) => one.index === index);
      if (number) {
        pieces.push([text.slice(end, index), false], [text.slice(index, number.end), true]);
        end = number.end;
      }
      if (index < end) continue;
      const [folded] = words(fold(word));
      if (!folded || !stems.has(this.stem(folded))) continue;
      pieces.push([text.slice(end, index), false], [word, true]);
      end = index + word.length;
    }
    return [...pieces, [text.slice(end), false]].filter(([piece]) => piece);
  }

  /** The part of a text that has most of what was found; nothing where it has none of it. */
  excerpt(text, stems, length = 200) {
    const places = [];
    let at = 0;
    for (const [piece, marked] of this.pieces(text, stems)) {
      if (marked) places.push([at, this.stem(words(fold(piece))[0])]);
      at += piece.length;
    }
    if (!places.length) return "";
    const kinds = (start) => new Set(places.filter(([place]) => place >= start && place < start + length).map(([, stem]) => stem)).size;
    const [first] = places.reduce((best, place) => (kinds(place[0]) > kinds(best[0]) ? place : best));
    const from = Math.max(0, first - 60);
    const start = from && text.indexOf(" ", from) + 1;
    const cut = text.indexOf(" ", start + length);
    const end = cut < 0 ? text.length : cut;
    return `${start ? "… " : ""}${text.slice(start, end).replace(/\n/g, " · ")}${end < text.length ? " …" : ""}`;
  }
}

const indexes = new Map();

/** The index at an address. One that leads to files of an earlier build is asked for again. */
async function open(address, cache) {
  if (!indexes.has(address) || cache) indexes.set(address, json(address, cache).then((entry) => new Index(entry)));
  const index = indexes.get(address);
  index.catch(() => indexes.delete(address));
  return index;
}

export async function search(address, text) {
  const index = await open(address);
  try {
    return { index, ...(await index.search(text)) };
  } catch {
    const fresh = await open(address, "reload");
    return { index: fresh, ...(await fresh.search(text)) };
  }
}

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

function marked(index, text, stems) {
  return index.pieces(text, stems).map(([piece, is]) => (is ? element("mark", {}, piece) : piece));
}

/** What a page is and of which day, in one line; nothing where neither is known. */
function told({ k, d }, name = "p") {
  if (!k && !d) return null;
  return element(name, { class: "meta" }, ...(k ? [k] : []), ...(k && d ? [" · "] : []), ...(d ? [element("time", { datetime: d[0] }, d[1])] : []));
}

/** Calls the last time it is asked to within a while. */
function later(call, delay) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...values), delay);
  };
}

/** The other languages, as the page tells them. */
function languages(node) {
  const lines = node.dataset.others.split("\n").filter(Boolean);
  return lines.map((line) => {
    const [tag, direction, index, page, also] = line.split("|");
    return { tag, direction, index, page, also };
  });
}

const SUGGESTED = 6;

/** The field in the header: a combobox with a list (ARIA Authoring Practices, “Editable Combobox With List Autocomplete”). */
export function suggest(form) {
  const field = form.querySelector("input");
  const { index: address, all, none, some, instead } = form.dataset;
  const others = languages(form);
  const list = element("ul", { class: "suggestions", role: "listbox", id: `${field.id}-list`, "aria-label": form.getAttribute("aria-label"), hidden: "" });
  const status = element("p", { class: "unseen", role: "status" });
  const said = element("p", { class: "suggested", hidden: "" });
  form.append(said, list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) {
    field.setAttribute(name, value);
  }
  let turn = 0;
  let active = -1;
  // What was typed that the list answers, and what is being answered.
  let answered = null;
  let pending = null;
  const options = () => [...list.children];
  const tell = later((words) => (status.textContent = words), 600);
  const choose = (at) => {
    active = at;
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options()[at].id);
      options()[at].scrollIntoView({ block: "nearest" });
    }
  };
  const show = (open) => {
    list.hidden = !open;
    said.hidden = !open || !said.textContent;
    field.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };
  const option = (where, language, ...children) => {
    const attributes = { role: "option", id: `${field.id}-${list.children.length}`, "aria-selected": "false", "data-to": where };
    list.append(element("li", language ? { ...attributes, lang: language.tag, dir: language.direction } : attributes, ...children));
  };
  const offer = async (found, language) => {
    const pages = await Promise.all(found.pages.slice(0, SUGGESTED).map((page) => found.index.page(page)));
    return () => {
      for (const page of pages) option(page.u, language, element("span", {}, ...marked(found.index, page.t, found.stems)), told(page, "small"));
    };
  };
  const isAnswered = () => answered === field.value;
  const answer = async (value) => {
    const text = value.trim();
    turn += 1;
    const mine = turn;
    if (text.length < 2) {
      answered = value;
      said.textContent = "";
      list.replaceChildren();
      list.setAttribute("aria-busy", "false");
      return show(false);
    }
    try {
      const found = await search(address, value);
      const adds = [await offer(found)];
      let elsewhere = null;
      for (const other of found.pages.length ? [] : others) {
        const theirs = await search(other.index, value);
        if (!theirs.pages.length || theirs.instead) continue;
        elsewhere = other;
        adds.push(await offer(theirs, other));
        break;
      }
      // What is typed since has an answer of its own.
      if (mine !== turn || value !== field.value) return;
      answered = value;
      list.setAttribute("aria-busy", "false");
      list.replaceChildren();
      adds.forEach((add) => add());
      const count = found.pages.length;
      const words = !count ? none.replace("#", text) : found.instead ? instead.replace("#", found.instead) : "";
      said.textContent = elsewhere ? `${words} ${elsewhere.also}` : words;
      if (count > SUGGESTED) option(`${form.action}?q=${encodeURIComponent(text)}`, null, element("strong", {}, `${all} (${count})`));
      show(true);
      choose(-1);
      tell(`${said.textContent} ${count ? some.replace("#", count) : ""}`.trim());
    } catch {
      // The form leads to a page that says so.
      pending = null;
      list.setAttribute("aria-busy", "false");
      show(false);
    }
  };
  // One that is being answered is not asked for again: who waits for it goes on with it.
  const run = () => {
    const { value } = field;
    if (pending?.value !== value) pending = { value, done: answer(value) };
    return pending.done;
  };
  const typed = later(() => isAnswered() || run(), 100);
  field.addEventListener("input", () => {
    // What is chosen among the answers to something else is not what was typed.
    choose(-1);
    list.setAttribute("aria-busy", String(!isAnswered()));
    typed();
  });
  field.addEventListener("keydown", async (event) => {
    const open = !list.hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (!isAnswered()) await run();
      const count = list.children.length;
      if (!count || !isAnswered()) return;
      if (list.hidden) show(true);
      choose(active < 0 && step < 0 ? count - 1 : active + step === count ? -1 : active + step);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      location.assign(options()[active].dataset.to);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const to = event.target.closest("li")?.dataset.to;
    if (to) location.assign(to);
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) show(false);
  });
  run();
}

const STEP = 10;

/** The page of results: what stands in its address is what is shown. */
export function results(box) {
  const form = box.querySelector("form");
  const field = form.querySelector("input");
  const [status, filters, list, more, elsewhere] = ["[role=status]", ".filters", "ol", ".more-results", ".elsewhere"].map((name) => box.querySelector(name));
  const subjects = document.querySelector("[data-subjects]");
  const { index: address, all, some, none, instead, any, failed } = box.dataset;
  const others = languages(box);
  let turn = 0;
  let shown = STEP;
  const chosen = () => [...filters.querySelectorAll("select")].filter(({ value }) => value).map(({ name, value }) => [name, value]);
  const here = () => new URLSearchParams(location.search);
  const keep = (push) => {
    const query = new URLSearchParams([["q", field.value.trim()], ...chosen()]);
    history[push ? "pushState" : "replaceState"]({ shown }, "", `${location.pathname}?${query}`);
  };
  const row = (index, page, stems, language) => {
    const summary = page.x && index.excerpt(page.x, stems);
    const words = summary || page.s || "";
    const item = element("li", {}, element("h2", {}, element("a", { href: page.u }, ...marked(index, page.t, stems))), told(page), words ? element("p", {}, ...marked(index, words, stems)) : null);
    if (language) [item.lang, item.dir] = [language.tag, language.direction];
    return item;
  };
  const narrow = async (found, wanted) => {
    const facets = await found.index.facets();
    const having = (name, value) => new Set(facets.find((facet) => facet.name === name)?.values.find(([known]) => known === value)?.[1] ?? []);
    const sets = new Map(wanted.map(([name, value]) => [name, having(name, value)]));
    const fits = (page, but) => [...sets].every(([name, set]) => name === but || set.has(page));
    const selects = [];
    for (const { name, title, values } of facets) {
      const pages = new Set(found.pages.filter((page) => fits(page, name)));
      const counts = values.map(([value, list]) => [value, list.filter((page) => pages.has(page)).length]).filter(([, count]) => count);
      const now = wanted.find(([known]) => known === name)?.[1];
      if (counts.length < 2 && !now) continue;
      const select = element("select", { name }, element("option", { value: "" }, any));
      for (const [value, count] of counts) select.append(element("option", { value, ...(value === now ? { selected: "" } : {}) }, `${value} (${count})`));
      selects.push(element("label", {}, element("span", {}, title || box.dataset[name]), select));
    }
    return { kept: found.pages.filter((page) => fits(page)), selects };
  };
  const look = async (wanted, focus = -1) => {
    const text = field.value.trim();
    turn += 1;
    const mine = turn;
    if (!text) return clear();
    try {
      const found = await search(address, `${text} `);
      const { kept, selects } = await narrow(found, wanted);
      const pages = await Promise.all(kept.slice(0, shown).map((page) => found.index.page(page)));
      if (mine !== turn) return;
      filters.replaceChildren(...selects);
      list.replaceChildren(...pages.map((page) => row(found.index, page, found.stems)));
      more.hidden = kept.length <= shown;
      const count = some.replace("#", kept.length);
      status.textContent = !kept.length ? none.replace("#", text) : found.instead ? `${instead.replace("#", found.instead)} ${count}` : count;
      // What was meant may be something else than what was found instead.
      if (subjects) subjects.hidden = kept.length > 0 && !found.instead;
      list.children[focus]?.querySelector("a").focus();
      offer(text, !kept.length);
    } catch {
      if (mine !== turn) return;
      clear();
      status.textContent = failed;
    }
  };
  const offer = (text, now) => {
    elsewhere.replaceChildren();
    for (const other of others) {
      const part = element("section");
      const fill = async () => {
        const mine = turn;
        const found = await search(other.index, `${text} `).catch(() => null);
        const pages = await Promise.all((found?.pages ?? []).slice(0, 5).map((page) => found.index.page(page)));
        if (mine !== turn) return;
        const count = found?.pages.length ?? 0;
        part.replaceChildren(element("h2", {}, other.also));
        part.append(pages.length ? element("ol", { class: "rows found" }, ...pages.map((page) => row(found.index, page, found.stems, other))) : element("p", {}, none.replace("#", text)));
        for (const title of part.querySelectorAll("li h2")) title.replaceWith(element("h3", {}, ...title.childNodes));
        if (count > pages.length) part.append(element("p", {}, element("a", { class: "more", href: `${other.page}?q=${encodeURIComponent(text)}`, hreflang: other.tag }, `${all} (${count})`)));
      };
      if (now) fill();
      else {
        const button = element("button", { type: "button", class: "button button-plain" }, other.also);
        button.addEventListener("click", async () => {
          await fill();
          part.querySelector("a")?.focus();
        });
        part.append(button);
      }
      elsewhere.append(part);
    }
  };
  const clear = () => {
    list.replaceChildren();
    filters.replaceChildren();
    elsewhere.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    if (subjects) subjects.hidden = false;
  };
  const read = () => {
    field.value = here().get("q") ?? "";
    shown = history.state?.shown ?? STEP;
    look([...here()].filter(([name]) => name !== "q"));
  };
  const typed = later(() => {
    shown = STEP;
    keep(false);
    look(chosen());
  }, 200);
  field.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shown = STEP;
    keep(true);
    look([]);
  });
  filters.addEventListener("change", async (event) => {
    const { name } = event.target;
    shown = STEP;
    keep(true);
    await look(chosen());
    filters.querySelector(`[name="${CSS.escape(name)}"]`)?.focus();
  });
  more.addEventListener("click", () => {
    const before = shown;
    shown += STEP;
    keep(false);
    look(chosen(), before);
  });
  addEventListener("popstate", read);
  if (field.value && !here().get("q")) keep(false);
  read();
}
