// The list of texts: what is looked for, and what is to be done.

import { call } from "./api.js";
import { fill, h, later, tell } from "./dom.js";
import * as store from "./store.js";
import { w } from "./words.js";

const WAIT = 200;

/** What is looked for: it stays while a text is read and the list comes back. */
const query = { q: "", collection: null, language: null, state: null, by_date: false };

export async function showList(main, session) {
  const page = new ListPage(main, session);
  await page.draw();
  return page;
}

class ListPage {
  constructor(main, session) {
    this.main = main;
    this.session = session;
    this.title = w("desk-texts");
    this.rows = [];
    this.asked = 0;
  }

  close() {
    this.search.cancel();
  }

  async draw() {
    this.search = later(WAIT, () => this.load());
    this.said = h("p", { class: "said" });
    this.list = h("ul", { class: "texts" });
    this.more = h("button", { type: "button", hidden: true, onclick: () => this.load(true) }, w("desk-more"));
    const { session } = this;
    this.states = this.choice("state", w("desk-state"), []);
    fill(
      this.main,
      h(
        "div",
        { class: "headline" },
        h("h1", { tabindex: "-1" }, this.title),
        h("a", { class: "button first", href: "#/new" }, w("desk-new")),
      ),
      this.onlyHere(),
      h(
        "form",
        { role: "search", class: "filters", onsubmit: (event) => event.preventDefault() },
        this.field(),
        session.collections.length > 1 &&
          this.choice(
            "collection",
            w("desk-collection"),
            session.collections.map(({ name, title }) => [name, title]),
          ),
        session.languages.length > 1 &&
          this.choice(
            "language",
            w("desk-language"),
            session.languages.map(({ tag, name }) => [tag, name]),
          ),
        this.states,
        session.collections.some(({ dated }) => dated) && this.order(),
      ),
      this.said,
      this.list,
      this.more,
    );
    await this.load();
  }

  field() {
    const oninput = (event) => {
      query.q = event.target.value;
      this.search();
    };
    const input = h("input", { id: "q", type: "search", autocomplete: "off", value: query.q, oninput });
    return h("p", { class: "wide" }, h("label", { for: "q" }, w("desk-search")), input);
  }

  choice(name, label, options) {
    const onchange = (event) => {
      query[name] = event.target.value || null;
      this.load();
    };
    return h(
      "p",
      {},
      h("label", { for: name }, label),
      h("select", { id: name, onchange, value: query[name] ?? "" }, this.options(name, options)),
    );
  }

  /** What comes first. */
  order() {
    const onchange = ({ target }) => {
      query.by_date = target.value === "date";
      this.load();
    };
    return h(
      "p",
      {},
      h("label", { for: "order" }, w("desk-order")),
      h(
        "select",
        { id: "order", onchange, value: query.by_date ? "date" : "" },
        h("option", { value: "" }, w("desk-order-urgent")),
        h("option", { value: "date" }, w("desk-order-date")),
      ),
    );
  }

  options(name, options) {
    const all = {
      collection: "desk-all-collections",
      language: "desk-all-languages",
      state: "desk-all-states",
    }[name];
    return [
      h("option", { value: "" }, w(all)),
      options.map(([value, words]) => h("option", { value }, words)),
    ];
  }

  /** Texts that only this browser has: the program ended before it was given them. */
  onlyHere() {
    const titles = [...store.all()];
    if (!titles.length) return null;
    const link = ([id, title]) => h("li", {}, h("a", { href: `#/entry/${encodeURIComponent(id)}` }, title));
    return h("div", { class: "note" }, h("p", {}, w("desk-only-here-list")), h("ul", {}, titles.map(link)));
  }

  async load(isMore = false) {
    this.asked += 1;
    const number = this.asked;
    const answer = await call("list", { ...query, from: isMore ? this.rows.length : 0 });
    // What was typed since has been asked for, too.
    if (number !== this.asked) return;
    const before = isMore ? this.rows.length : 0;
    this.rows = isMore ? [...this.rows, ...answer.rows] : first(answer.rows);
    this.said.textContent = answer.said;
    tell(answer.said);
    const rows = this.rows.slice(before).map((row) => this.row(row));
    if (isMore) this.list.append(...rows);
    else fill(this.list, rows);
    this.more.hidden = !answer.more;
    this.showStates(answer.states ?? []);
    if (isMore) rows[0]?.querySelector("a").focus();
  }

  showStates(states) {
    const select = this.states.querySelector("select");
    const options = states.map(({ key, words, count }) => [key, w("desk-state-count", { words, count })]);
    fill(select, this.options("state", options));
    select.value = query.state ?? "";
  }

  row({ id, title, collection_title: collection, date, languages, todo, urgent, refused, unsaved, draft }) {
    const names = new Map(this.session.languages.map(({ tag, name }) => [tag, name]));
    const marks = [
      unsaved && w("desk-unsaved"),
      refused && w("desk-refused"),
      draft && w("desk-draft"),
    ].filter(Boolean);
    return h(
      "li",
      { class: urgent ? "urgent" : null },
      h("a", { class: "title", href: `#/entry/${encodeURIComponent(id)}` }, title),
      marks.map((words) => h("strong", { class: "mark" }, words)),
      h("p", { class: "meta" }, [collection, date].filter(Boolean).join(" · ")),
      todo?.length > 0 &&
        h(
          "ul",
          { class: "todo" },
          todo.map((words) => h("li", {}, words)),
        ),
      languages?.length > 0 &&
        h(
          "ul",
          { class: "states" },
          languages.map(({ tag, state, words }) =>
            h("li", { class: state }, h("span", { lang: tag }, names.get(tag) ?? tag), ` ${words}`),
          ),
        ),
    );
  }
}

/** What is not saved comes first. */
function first(rows) {
  return [...rows].sort((one, other) => Number(Boolean(other.unsaved)) - Number(Boolean(one.unsaved)));
}
