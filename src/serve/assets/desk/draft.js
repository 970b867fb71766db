// A text that is being written: what is in the form, what is on the disk, and what the program keeps between
// them.

import { call, page, Refused, Silent } from "./api.js";
import { later } from "./dom.js";
import * as store from "./store.js";
import { read, same, tidy, write } from "./values.js";
import { language } from "./words.js";

/** How long after the last key the program is asked. */
const WAIT = 120;
/** How long after the last key it is asked what would follow. */
const PAUSE = 700;
/** How long after the program did not answer it is asked again. */
const RETRY = 3000;

/**
 * Its events: `state` (what can be said of it), `findings`, `page` (the page in the frame), `problem` (why it
 * could not be kept), `follows` (what would follow), and `drawn` (values were changed by something else than their control).
 */
export class Draft extends EventTarget {
  constructor(model) {
    super();
    this.serial = 0;
    this.shown = 0;
    this.revision = 0;
    this.checked = 0;
    this.address = null;
    this.pageWords = null;
    /** The names of the files that were given since. */
    this.received = [];
    /** What would follow if it were saved and published, and what would be refused then. */
    this.follows = [];
    this.refused = [];
    this.adopt(model);
    const written = model.languages.filter((one) => one.exists);
    this.language = (written.find((one) => one.tag === language) ?? written[0] ?? model.languages[0])?.tag;
    this.ask = later(WAIT, () => this.check());
    this.look = later(PAUSE, () => this.follow());
    this.leave = () => this.mirror();
    window.addEventListener("pagehide", this.leave);
  }

  /** Takes what the program has. */
  adopt(model) {
    this.model = model;
    this.id = model.id;
    this.findings = model.findings ?? [];
    const { values, bodies } = model.unsaved ?? model;
    // What was typed is compared with the files as they were then.
    this.version = model.unsaved?.version ?? model.version;
    this.values = structuredClone(values);
    this.bodies = structuredClone(bodies);
    this.titles = { ...this.titles, ...model.titles };
    this.files = [...(model.files ?? [])];
    this.state = "kept";
  }

  /** Ends it; back is the last that the program is asked. */
  close() {
    this.ask.cancel();
    this.look.cancel();
    clearTimeout(this.retry);
    window.removeEventListener("pagehide", this.leave);
    const last = this.state === "typed" ? this.check() : null;
    this.isClosed = true;
    return last;
  }

  /** The entry is gone: nothing of it is kept any more. */
  dropped() {
    this.state = "kept";
    store.forget(this.id);
    store.settle(this.id);
    this.close();
  }

  emit(name) {
    if (!this.isClosed) this.dispatchEvent(new Event(name));
  }

  // ---------------------------------------------------------------- values

  /** Whether it differs from what is on the disk. */
  get isChanged() {
    const now = { values: tidy(this.values), bodies: this.bodies };
    return !same(now, { values: tidy(this.model.values), bodies: this.model.bodies });
  }

  /** Whether something was typed that the program has not checked yet. */
  get isBehind() {
    return this.checked !== this.revision;
  }

  get(path) {
    return read(this.values, path);
  }

  set(path, value, asIs = false) {
    write(this.values, path, value, asIs);
    this.typed();
  }

  setBody(language, text) {
    this.bodies[language] = text;
    this.typed();
  }

  /** Something was typed: it is kept here at once, and soon by the program. */
  typed() {
    this.revision += 1;
    this.when = new Date().toISOString();
    this.state = "typed";
    this.emit("state");
    this.ask();
  }

  /** Does what a message proposes. */
  apply(fix) {
    Object.assign(this.bodies, fix.bodies);
    for (const [name, value] of Object.entries(fix.values)) write(this.values, [name], value ?? undefined);
    this.typed();
    this.emit("drawn");
    this.ask.now();
  }

  /** Takes other values. */
  take(values) {
    this.values = structuredClone(values);
    this.typed();
    this.emit("drawn");
  }

  /** Goes on in another language; which page it makes is not known yet. */
  switchTo(language) {
    this.language = language;
    this.address = null;
    this.pageWords = null;
  }

  /** Whether a language is there, on the disk or since it was begun here. */
  exists(tag) {
    // Without a text, nothing has to be begun: its fields are there.
    return this.bodies[tag] !== null && this.bodies[tag] !== undefined
      ? true
      : this.model.languages.some(({ tag: own, exists, has_body: hasBody }) => own === tag && (exists || !hasBody));
  }

  // ---------------------------------------------------------------- the program

  get sent() {
    const { id, version, bodies, isOver: over } = this;
    return { id, page, version, values: tidy(this.values), bodies, over };
  }

  /** Keeps in the browser what the program does not have yet. */
  mirror() {
    if (this.state !== "typed" && this.state !== "here") return true;
    const { values, bodies, version } = this.sent;
    return store.keep(this.id, { values, bodies, version, title: this.model.title, when: this.when });
  }

  /** Whether something would be lost if the page were closed. */
  get isAtRisk() {
    return !this.mirror();
  }

  /** Has the program keep and check it, and draw its page. */
  async check() {
    if (this.isClosed && this.state !== "typed") return;
    this.ask.cancel();
    clearTimeout(this.retry);
    this.mirror();
    if (this.isAsking) {
      this.isWaiting = true;
      return;
    }
    this.isAsking = true;
    const asked = { revision: this.revision, language: this.language };
    this.serial += 1;
    try {
      this.pending = call("check", { ...this.sent, language: this.language, serial: this.serial });
      this.hear(await this.pending, asked);
    } catch (problem) {
      if (problem instanceof Silent || problem.status === 401 || problem.status >= 500) {
        this.trouble(problem.status >= 500 ? problem : null);
        if (this.state === "typed") this.state = "here";
        if (!this.isClosed) this.retry = setTimeout(() => this.check(), RETRY);
      } else if (problem instanceof Refused) {
        this.trouble(problem);
        if (this.state === "typed") this.state = "here";
      }
      this.emit("state");
    } finally {
      this.isAsking = false;
    }
    if (this.isWaiting) {
      this.isWaiting = false;
      this.check();
    }
  }

  /** Has the program have all that is typed. */
  async flush() {
    for (let left = 5; left && this.isBehind && !this.isClosed; left -= 1) {
      this.ask.cancel();
      await this.check();
      await this.pending?.catch(() => {});
    }
  }

  hear(answer, { revision, language }) {
    if (answer.serial < this.shown) return;
    this.shown = answer.serial;
    this.isOver = false;
    if (!answer.kept) {
      this.state = "here";
    } else if (revision === this.revision) {
      this.state = "kept";
      store.forget(this.id);
    }
    this.trouble(answer.unkept && !answer.kept ? { message: answer.unkept, hint: answer.hint } : null);
    if (answer.findings) this.findings = both(answer.findings, this.refused);
    if (language === this.language) {
      this.address = answer.address ?? null;
      this.pageWords = answer.page_words ?? null;
    }
    this.emit("state");
    // Offsets into a text that has changed since would point at the wrong words.
    if (revision === this.revision) {
      this.checked = revision;
      this.emit("findings");
    }
    this.emit("page");
    this.look();
  }

  /** Asks what would follow; where something is typed meanwhile, it is asked again. */
  async follow() {
    const { revision } = this;
    if (this.isBehind || this.isClosed) return;
    const answer = await call("follows", { ...this.sent, serial: 0 }).catch(() => null);
    if (!answer || revision !== this.revision || this.isClosed) return;
    const known = this.findings.filter((one) => !this.refused.includes(one));
    // What a check says, too, ends with it.
    this.refused = both(known, answer.findings).slice(known.length);
    this.findings = [...known, ...this.refused];
    this.follows = answer.follows;
    this.emit("findings");
    this.emit("follows");
  }

  /** Takes findings that are told once: what is typed next may be about them. */
  told(findings) {
    this.findings = both(this.findings, findings);
    this.emit("findings");
  }

  /** Notes why the program could not keep it; told once, and not again each time that it is tried. */
  trouble(problem) {
    const isNew = problem?.message !== this.problem?.message;
    this.problem = problem;
    if (isNew) this.emit("problem");
  }

  /** Writes it to the disk. What comes back is the answer of the program; of a conflict, `{conflict}`. */
  async save(anyway = false) {
    this.ask.cancel();
    this.mirror();
    // What is on its way comes before what is saved.
    await this.pending?.catch(() => {});
    const { revision } = this;
    let answer;
    try {
      answer = await call("save", { ...this.sent, anyway });
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 409) return problem.answer;
      throw problem;
    }
    this.isOver = false;
    if (answer.model) {
      this.saved(answer.model, revision);
    } else if (answer.findings) {
      this.refused = [];
      this.findings = answer.findings;
      // It is kept, and was looked at.
      if (revision === this.revision) {
        this.state = "kept";
        this.checked = revision;
        store.forget(this.id);
        this.look();
      }
      this.emit("findings");
    }
    return answer;
  }

  saved(model, revision) {
    const { values, bodies } = this;
    const before = this.model;
    store.forget(this.id);
    this.adopt({ ...model, unsaved: null });
    this.refused = [];
    this.checked = revision;
    if (revision !== this.revision) {
      // Something was typed meanwhile: it stays, over what was saved.
      this.values = values;
      this.bodies = bodies;
      this.typed();
    }
    const isAlike =
      same(values, this.values) &&
      same(bodies, this.bodies) &&
      same(before.languages, model.languages) &&
      same(before.fields, model.fields) &&
      same(before.files, model.files);
    this.emit(isAlike ? "findings" : "drawn");
    this.emit("state");
    this.look();
  }

  /** Goes on here, whatever was typed in another page meanwhile: that stands in the history. */
  async goOn() {
    this.isOver = true;
    await this.flush();
  }

  /** Goes back to what is on the disk. */
  async discard() {
    const model = await call("discard", { id: this.id });
    store.forget(this.id);
    this.adopt(model);
    this.refused = [];
    this.emit("drawn");
    this.emit("state");
    this.check();
  }
}

/** Findings, and those of others that say something else. */
function both(findings, others) {
  const key = ({ code, message, field, language }) => JSON.stringify([code, message, field, language]);
  const known = new Set(findings.map(key));
  return [...findings, ...others.filter((one) => !known.has(key(one)))];
}
