// A file that no form can be made of, as it is written: its fields cannot be read until it is put right.

import { call, Silent } from "./api.js";
import { button, fill, h, later, patient, tell } from "./dom.js";
import * as store from "./store.js";
import { w } from "./words.js";

/** How long after the last key the program is asked. */
const WAIT = 300;

export class SourcePage {
  /** `again` shows the entry anew, once its file was saved. */
  constructor(main, session, model, again) {
    this.main = main;
    this.session = session;
    this.model = model;
    this.again = again;
    this.source = model.source;
    this.name = model.id;
    this.ask = later(WAIT, () => this.check());
  }

  get title() {
    return this.model.title;
  }

  get isAtRisk() {
    return this.text !== this.source.text && !this.isKept;
  }

  get text() {
    return this.area.value;
  }

  close() {
    this.ask.now();
    document.removeEventListener("keydown", this.keys);
  }

  draw() {
    const { source, model } = this;
    const left = source.unsaved ?? store.offered(this.name)?.source ?? source.text;
    store.settle(this.name);
    this.isKept = true;
    // A browser gives every end of a line as the same.
    const plain = (text) => text.replaceAll("\r\n", "\n");
    source.text = plain(source.text);
    this.area = h("textarea", {
      id: "source",
      class: "source",
      rows: "16",
      spellcheck: "false",
      "aria-describedby": "source-findings",
      value: plain(left),
      oninput: () => this.typed(),
    });
    this.state = h("p", { class: "state", role: "status" });
    this.notices = h("div", { role: "alert" });
    this.findings = h("ol", { id: "source-findings", class: "messages" });
    this.keys = (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      this.save();
    };
    document.addEventListener("keydown", this.keys);
    fill(
      this.main,
      h("p", { class: "kicker" }, model.collection?.title),
      h("h1", { tabindex: "-1" }, model.title),
      h("p", {}, w("desk-source")),
      source.typed && h("p", {}, w("desk-source-typed")),
      this.notices,
      this.findings,
      h("label", { for: "source" }, w("desk-source-text", { file: source.path })),
      this.area,
      h(
        "div",
        { class: "bar" },
        button(w("desk-save"), () => this.save(), { id: "save", class: "first" }),
        this.state,
      ),
    );
    this.show();
    if (plain(left) === source.text) {
      this.tell(source.findings);
    } else {
      // What was found in the file would put right another text than what stands here.
      this.notice(w("desk-source-taken-up"), button(w("desk-source-disk"), () => this.put(source.text)));
      this.check();
    }
  }

  notice(words, ...buttons) {
    fill(this.notices, h("div", { class: "note" }, h("p", {}, words), h("div", { class: "buttons" }, buttons)));
  }

  /** Puts another text in the place of what is there. */
  put(text) {
    this.area.value = text;
    this.notices.replaceChildren();
    this.typed();
    this.ask.now();
    this.area.focus();
  }

  typed() {
    const when = new Date().toISOString();
    this.isKept = store.keep(this.name, { source: this.text, title: this.title, when });
    this.show();
    this.ask();
  }

  show(id = null) {
    const isSaved = this.text === this.source.text;
    this.state.textContent = w(id ?? (isSaved ? "desk-state-saved" : "desk-state-kept"));
  }

  get sent() {
    const { id } = this.model;
    const { path, version } = this.source;
    return { id, path, version, text: this.text };
  }

  async check() {
    const { text } = this;
    try {
      const { findings } = await call("source", this.sent);
      store.forget(this.name);
      if (text === this.text) this.tell(findings);
    } catch (problem) {
      if (problem instanceof Silent) this.show("desk-state-here");
      else this.notice(problem.message || w("desk-problem"));
    }
  }

  tell(findings) {
    const { text } = this;
    // A correction is of the whole text: what was typed since is not lost by it, but looked at anew.
    const correct = (fix) => (text === this.text ? this.put(fix) : this.check());
    fill(
      this.findings,
      findings.map(({ message, hint, line, fix, fix_shown: shown }) =>
        h(
          "li",
          { class: "message error" },
          h("p", {}, line && h("strong", {}, w("desk-source-line", { line }), " "), message),
          hint && h("p", { class: "hint" }, hint),
          h(
            "p",
            { class: "buttons" },
            line && button(w("desk-go-there"), () => this.go(line), { class: "small" }),
            fix && button(w("desk-fix", { words: shown }), () => correct(fix), { class: "small" }),
          ),
        ),
      ),
    );
    if (!findings.length) fill(this.findings, h("li", {}, w("desk-source-whole")));
  }

  /** Leads to a line of the text. */
  go(line) {
    const lines = this.text.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    this.area.focus();
    this.area.setSelectionRange(start, start + lines[line - 1].length);
  }

  async save() {
    if (this.isSaving) return;
    this.isSaving = true;
    this.ask.cancel();
    try {
      const answer = await patient(call("source-save", this.sent), w("desk-wait"));
      if (answer.changed) this.changed(answer.changed);
      else {
        store.forget(this.name);
        tell(answer.said);
        this.again();
      }
    } catch (problem) {
      this.notice(problem.message || w("desk-silent-short"));
    } finally {
      this.isSaving = false;
    }
  }

  /** Somebody else has written the file: nothing is written over it before somebody has chosen. */
  changed({ text, version }) {
    const mine = this.text;
    const take = (chosen) => {
      Object.assign(this.source, { text, version });
      this.put(chosen);
    };
    this.notice(
      w("desk-conflict"),
      button(w("desk-conflict-mine"), () => take(mine)),
      button(w("desk-conflict-disk"), () => take(text)),
    );
  }
}
