// The page of an entry: the form, the bar over it, and the page that it makes beside it.

import { call, page as ownPage, Silent } from "./api.js";
import { actions } from "./actions.js";
import { conflictForm, differing } from "./conflict.js";
import { ask } from "./dialog.js";
import { button, fill, h, isHalf, later, patient, reach, redraw, tell } from "./dom.js";
import { Draft } from "./draft.js";
import { keyOf, lead, place, said, sorted, summary } from "./findings.js";
import { Follows } from "./follows.js";
import { Form } from "./form.js";
import { Languages } from "./languages.js";
import { Place } from "./place.js";
import { Preview } from "./preview.js";
import { SourcePage } from "./source.js";
import * as store from "./store.js";
import { same } from "./values.js";
import { counted, moment, sentence, w } from "./words.js";

/** How long somebody rests before it is read out how many messages there are. */
const PAUSE = 1000;

/** The code of what the program says where another page has typed something else. */
const ELSEWHERE = "desk-typed-elsewhere";

/** The states of a translation that somebody has yet to read. */
const UNREAD = ["diverged", "draft", "machine", "outdated", "unverified"];

/** Shows an entry, unless something else is wanted by the time it is there. */
export async function showEntry(main, session, id, isWanted) {
  const model = await call("entry", { id, page: ownPage });
  if (!isWanted()) return null;
  if (model.source) {
    const again = () => window.dispatchEvent(new HashChangeEvent("hashchange"));
    const source = new SourcePage(main, session, model, again);
    source.draw();
    return source;
  }
  const page = new EntryPage(main, session, model);
  page.draw();
  return page;
}

class EntryPage {
  constructor(main, session, model) {
    this.main = main;
    this.session = session;
    this.draft = new Draft(model);
    this.form = new Form(this.draft, session);
    this.preview = new Preview(session.frame);
    this.form.onPlace = (words) => this.preview.place(words);
    this.show = (language) => this.languages.show(language);
    this.languages = new Languages(this.form, () => {
      this.forgive();
      this.redraw();
    });
    this.form.drawn = () => place(this.form, this.top, this.show);
    this.listen();
  }

  get title() {
    return this.draft.model.title;
  }

  get isAtRisk() {
    return this.draft.isAtRisk;
  }

  listen() {
    const { draft } = this;
    draft.addEventListener("state", () => this.showState());
    draft.addEventListener("findings", () => {
      this.form.drawn();
      this.showState();
    });
    draft.addEventListener("page", () => this.showPage());
    draft.addEventListener("follows", () => {
      this.follows.tell(draft.follows);
      this.shrink();
    });
    draft.addEventListener("drawn", () => this.redraw());
    draft.addEventListener("problem", () => {
      if (draft.problem) this.refused(draft.problem);
      else this.problems.replaceChildren();
    });
    // Once somebody rests: what came while they typed is told, and that nothing is left.
    this.announced = new Set(draft.findings.map(keyOf));
    this.announce = later(PAUSE, () => {
      const { findings, isBehind } = draft;
      const [fresh] = sorted(findings).filter((one) => !this.announced.has(keyOf(one)));
      if (!isBehind && (fresh || findings.length !== this.announced.size)) {
        const { words } = fresh ? said(this.form, fresh) : { words: "" };
        tell([counted("desk-messages", findings.length), sentence(words)].filter(Boolean).join(". "));
      }
      this.announced = new Set(findings.map(keyOf));
    });
    this.keys = (event) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey ||
        event.key.toLowerCase() !== "s"
      )
        return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) this.save();
    };
    document.addEventListener("keydown", this.keys);
  }

  close() {
    this.announce.cancel();
    document.removeEventListener("keydown", this.keys);
    return this.draft.close();
  }

  // ---------------------------------------------------------------- what is drawn

  draw() {
    const { draft } = this;
    const { collection } = draft.model;
    this.heading = h("h1", { id: "title", tabindex: "-1" }, this.title);
    this.state = h("p", { class: "state", role: "status" });
    this.saveButton = button(w("desk-save"), () => this.save(), {
      id: "save",
      class: "first",
      "aria-keyshortcuts": "Control+S",
      title: `${w("desk-key-control")}+S`,
    });
    this.count = button("", () => this.first(), { class: "link", hidden: true });
    this.link = h("a", { target: "_blank", rel: "noopener", hidden: true }, w("desk-page"));
    this.notices = h("div", { class: "notices" });
    this.problems = h("div", {});
    this.top = h("div", {});
    this.accept = h("p", { class: "accept", hidden: true });
    this.draftNote = h("p", { class: "accept", hidden: true });
    this.follows = new Follows();
    const about = h(
      "div",
      { class: "about" },
      this.link,
      draft.model.has_page && button(w("desk-copy"), () => this.copy(), { class: "small" }),
      actions(this),
    );
    this.why = button(w("desk-why"), () => reach(this.problems.querySelector(":scope > [role=alert]")), { class: "small" });
    this.why.hidden = true;
    const bar = h("div", { class: "bar" }, this.saveButton, this.state, this.why, this.count);
    this.columns = h(
      "div",
      { class: "columns" },
      h(
        "div",
        { class: "written" },
        this.notices,
        this.problems,
        this.languages.element,
        this.draftNote,
        this.accept,
        this.follows.element,
        this.top,
        this.form.element,
      ),
      draft.model.has_page && this.preview.element,
    );
    this.columns.classList.toggle("alone", !this.preview.isShown || !draft.model.has_page);
    const head = h(
      "div",
      { class: "head" },
      h("p", { class: "kicker" }, collection.title),
      this.heading,
      about,
    );
    fill(this.main, head, bar, this.columns);
    this.redraw();
    this.offer();
    draft.check();
  }

  /** Gives the page the title that the entry has now. */
  showTitle() {
    this.heading.textContent = this.title;
    document.title = w("desk-page-title", { page: this.title, site: this.session.site });
  }

  /** Draws the form again, of what the draft holds now. */
  redraw() {
    this.showTitle();
    redraw(() => {
      this.languages.draw();
      this.form.draw();
    });
    this.showState();
    this.showPage();
  }

  /** Offers to say that a translation was read again, where nothing is left to be saved. */
  showAccept() {
    const { draft } = this;
    const { state, tag, name } = this.form.languageOf(draft.language);
    const isOffered = UNREAD.includes(state) && !draft.isChanged;
    this.accept.hidden = !isOffered;
    if (isOffered)
      fill(
        this.accept,
        button(w("desk-accept", { language: name }), () => this.accepted(tag)),
      );
  }

  async accepted(language) {
    const { draft } = this;
    try {
      const answer = await patient(call("accept", { id: draft.id, language }), w("desk-wait"));
      if (answer.refused) {
        draft.told(answer.findings);
        this.refused({ message: answer.refused });
        this.first();
        return;
      }
      const { said, left } = answer;
      draft.adopt(await call("entry", { id: draft.id }));
      draft.emit("drawn");
      draft.look();
      if (left?.length)
        this.notice(
          [
            h("p", {}, said),
            h(
              "ul",
              {},
              left.map((words) => h("li", {}, words)),
            ),
          ],
          button(w("desk-close"), () => this.clear()),
        );
      else document.getElementById(`language-${language}`)?.focus();
      tell(said);
    } catch (problem) {
      this.refused(problem);
    }
  }

  /** Takes away why something was refused, once it is no longer what somebody is at. */
  forgive() {
    if (!this.draft.problem) this.problems.querySelector(":scope > [role=alert]")?.remove();
  }

  /** Says that a text is a draft, which nobody would find out before it does not appear. */
  showDraft() {
    const { draft } = this;
    const place = new Place(this.form, ["draft"]);
    const field = draft.model.fields.find(({ name }) => name === "draft");
    const { value } = place;
    const key = value && typeof value === "object" ? ("*" in value ? "*" : draft.language) : null;
    const said = key ? value[key] : value;
    const isDraft = Boolean(field) && String(said) === "true";
    if (this.draftNote.hidden === !isDraft) return;
    this.draftNote.hidden = !isDraft;
    if (!isDraft) return;
    const release = () => {
      draft.set(key ? ["draft", key] : ["draft"], "");
      this.redraw();
      this.saveButton.focus();
      tell(w("desk-draft-released"));
    };
    fill(
      this.draftNote,
      w("desk-draft-note"),
      " ",
      button(w("desk-draft-release"), release, { class: "small" }),
    );
  }

  showState() {
    const { draft } = this;
    if (draft.state === "typed") this.forgive();
    this.showDraft();
    const words = {
      here: "desk-state-here",
      kept: draft.isChanged ? "desk-state-kept" : "desk-state-saved",
    };
    const id = this.isSaving ? "desk-state-saving" : words[draft.state];
    // What was typed a moment ago is kept in a moment. It is read out, so it changes only to say something
    // else.
    if (id && this.state.textContent !== w(id)) this.state.textContent = w(id);
    else if (!id && this.state.textContent === w("desk-state-saving")) this.state.textContent = "";
    // Why stands above, where who is typing does not see it.
    this.why.hidden = draft.state !== "here" || !this.problems.querySelector(":scope > [role=alert]");
    const { length } = draft.findings;
    this.count.hidden = !length;
    if (length) this.count.textContent = counted("desk-messages", length);
    this.announce();
    const { address } = this.form.languageOf(draft.language);
    this.link.hidden = !address;
    if (address) this.link.href = new URL(address, this.session.frame).href;
    this.showAccept();
  }

  showPage() {
    const { address, pageWords, language } = this.draft;
    this.preview.update({ address, pageWords, language, name: this.form.languageName(language) });
  }

  first() {
    const [finding] = sorted(this.draft.findings).filter(({ field, body }) => field || body);
    if (finding) lead(this.form, finding, this.show);
    else reach(this.top.querySelector("summary"));
  }

  // ---------------------------------------------------------------- what was typed before

  /** Says what was taken up again, and offers what only this browser has. */
  offer() {
    const { draft } = this;
    const { unsaved } = draft.model;
    const left = store.offered(draft.id);
    const isHere = left && same(left.values, draft.sent.values) && same(left.bodies, draft.bodies);
    if (left && (isHere || !left.values)) store.settle(draft.id);
    const mine = isHere || !left?.values ? null : left;
    if (mine) {
      const take = async () => {
        // What was typed here meanwhile is found in the history, whatever is typed until it is there.
        for (let known = -1; draft.isChanged && known !== draft.revision; ) {
          known = draft.revision;
          if (!(await this.laidAside())) return;
        }
        Object.assign(draft, {
          values: mine.values,
          bodies: mine.bodies,
          version: mine.version ?? draft.version,
        });
        draft.typed();
        store.settle(draft.id);
        draft.emit("drawn");
        this.clear();
      };
      const drop = async () => {
        const title = w("desk-throw-away");
        const answer = async () => {
          const { values, bodies, version } = mine;
          await call("aside", { ...draft.sent, values, bodies, version: version ?? draft.version });
          return true;
        };
        if (!(await ask({ title, content: [h("p", {}, w("desk-throw-away-text"))], yes: title, answer }))) return;
        store.settle(draft.id);
        this.clear();
        tell(w("desk-thrown-away"));
      };
      const isOld = mine.version && mine.version !== draft.model.version;
      this.notice(
        [
          h("p", {}, w("desk-only-here", { when: moment(mine.when) }), isOld && ` ${w("desk-only-here-old")}`),
          differing(draft, mine),
        ],
        button(w("desk-take-up"), () => (this.taking = take())),
        button(w("desk-throw-away"), drop),
      );
    } else if (unsaved) {
      this.notice(
        [w("desk-taken-up", { when: moment(unsaved.when) }), unsaved.stale ? ` ${w("desk-stale")}` : ""],
        button(w("desk-discard"), () => this.discard()),
        button(w("desk-close"), () => this.clear()),
      );
    }
  }

  /** Puts what stands here into the history; back is whether it is there. */
  async laidAside() {
    try {
      await call("aside", this.draft.sent);
      return true;
    } catch (problem) {
      this.refused(problem, true);
      return false;
    }
  }

  notice(words, ...buttons) {
    fill(
      this.notices,
      h("div", { class: "note" }, h("p", {}, words), h("div", { class: "buttons" }, buttons)),
    );
  }

  clear() {
    this.notices.replaceChildren();
    this.heading.focus();
  }

  async discard() {
    const answer = async () => {
      await this.draft.discard();
      return true;
    };
    const content = [h("p", {}, w("desk-discard-text"))];
    if (await ask({ title: w("desk-discard"), content, yes: w("desk-discard"), answer })) {
      this.problems.replaceChildren();
      this.clear();
    }
  }

  /** Downloads the page as it is now, for somebody who reads it elsewhere. */
  async copy() {
    try {
      // What was typed last is in it, too.
      await this.draft.flush();
      const { name, html } = await patient(call("copy", { id: this.draft.id }), w("desk-wait"));
      const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
      h("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      tell(w("desk-copied", { name }));
    } catch (problem) {
      this.refused(problem);
    }
  }

  // ---------------------------------------------------------------- saving

  async save(anyway = false) {
    if (this.isSaving) return;
    const half = [...this.form.element.querySelectorAll("input")].find(isHalf);
    if (half) {
      // What it held is in the text still.
      this.refused({ message: w("desk-day-none") });
      reach(half);
      return;
    }
    this.isSaving = true;
    this.showState();
    try {
      // What is being taken up again is what is saved.
      await this.taking;
      const answer = await this.draft.save(anyway);
      this.isSaving = false;
      if (answer.conflict) this.conflict(answer.conflict);
      else if (answer.broken) this.broken(answer);
      else if (answer.model) this.saved(answer);
      else this.summarize(answer);
    } catch (problem) {
      this.isSaving = false;
      this.wantsSave = problem.answer?.code === ELSEWHERE;
      this.refused(problem, true);
      // Whether it is kept is not known yet.
      this.draft.check();
    }
    this.showState();
  }

  /** The file cannot be read any more: it is put right first. */
  broken({ broken }) {
    this.notice(
      broken,
      button(w("desk-source-open"), () => location.reload()),
    );
    this.notices.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.notices.querySelector("button").focus();
  }

  saved({ said }) {
    this.wantsSave = false;
    const hadFocus = this.problems.contains(document.activeElement);
    this.problems.replaceChildren();
    this.notices.replaceChildren();
    this.showTitle();
    if (hadFocus || document.activeElement === document.body) this.saveButton.focus();
    tell(said);
  }

  /** Takes what is corrected out of what kept the text from being saved. */
  shrink() {
    if (!this.problems.querySelector(":scope > [aria-labelledby=summary]")) return;
    const { findings } = this.draft;
    if (findings.some(({ severity }) => severity === "error")) {
      this.summarize({ findings }, true);
      return;
    }
    const hadFocus = this.problems.contains(document.activeElement);
    this.problems.replaceChildren();
    if (hadFocus) this.saveButton.focus();
    tell(w("desk-corrected"));
  }

  summarize(answer, isQuiet = false) {
    const actions = { show: this.show, anyway: () => this.save(true), isQuiet };
    summary(this.form, this.problems, answer, actions);
  }

  /** Says why the program did not do it; who asked for it is led there. */
  refused(problem, isAsked = false) {
    const words = problem instanceof Silent ? w("desk-silent-short") : problem.message;
    const isElsewhere = problem.answer?.code === ELSEWHERE;
    // It is read, and somebody may be about to choose.
    const known = this.problems.querySelector(":scope > [role=alert]");
    if (isElsewhere && known?.dataset.code === ELSEWHERE) {
      if (isAsked) reach(known);
      return;
    }
    const element = h(
      "section",
      { class: "summary", role: "alert", tabindex: "-1", "data-code": problem.answer?.code },
      isAsked && !isElsewhere && h("p", {}, w("desk-save-failed")),
      h("p", {}, sentence(words) || w("desk-problem")),
      problem.hint && !isElsewhere && h("p", {}, sentence(problem.hint)),
      isElsewhere && [
        h("p", {}, w("desk-elsewhere-text")),
        h(
          "div",
          { class: "buttons" },
          button(w("desk-elsewhere-here"), () => this.goOn()),
          button(w("desk-elsewhere-there"), () => this.goThere()),
        ),
      ],
    );
    const { activeElement: active } = document;
    fill(this.problems, element);
    if (isAsked) return reach(element);
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
    // Who is typing still sees where; the bar says that it is not kept.
    if (this.form.element.contains(active)) active.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** Goes on with what stands here, over what another page has typed. */
  async goOn() {
    this.saveButton.focus({ preventScroll: true });
    this.problems.replaceChildren();
    if (this.wantsSave) {
      this.draft.isOver = true;
      await this.save();
    } else await this.draft.goOn();
    if (!this.draft.problem) tell(w("desk-elsewhere-done"));
  }

  /** Goes on with what another page has typed: what stands here is offered then. */
  goThere() {
    if (this.draft.mirror()) location.reload();
  }

  conflict(conflict) {
    const back = () => {
      this.columns.hidden = false;
      this.conflicts.remove();
      this.saveButton.disabled = false;
      this.saveButton.focus();
    };
    const done = () => {
      back();
      this.redraw();
      this.save();
    };
    this.conflicts?.remove();
    this.conflicts = conflictForm(this.draft, conflict, { done, back });
    this.columns.hidden = true;
    this.saveButton.disabled = true;
    this.columns.after(this.conflicts);
    this.conflicts.querySelector("h2").focus();
  }
}
