// The form of an entry: its fields in their order, in the language that is written.

import { fill, grow, h, reach, redraw } from "./dom.js";
import { control } from "./controls/control.js";
import { asksPeople, PEOPLE, question } from "./controls/people.js";
import { Place } from "./place.js";
import { body } from "./body.js";
import { w } from "./words.js";

export class Form {
  /**
   * `only` are the names of the fields that it has, where it does not have all of them and the text; `prefix`
   * tells the ids of its controls from those of another one. Where it is wide, it shows every language.
   */
  constructor(draft, session, { only = null, prefix = "f", isWide = false } = {}) {
    this.draft = draft;
    this.session = session;
    this.only = only;
    this.prefix = prefix;
    this.isWide = isWide;
    this.beside = null;
    this.slots = new Map();
    this.element = h("div", { class: "form" });
    this.waiting = [];
    /** What was done to the pictures that were given, by the ids of their controls. */
    this.said = new Map();
    /** What was typed in order to find something, and not chosen, by the ids of the inputs. */
    this.left = new Map();
    /** The items of lists that are open. */
    this.opened = new WeakSet();
    /** Called after controls were drawn: what stands at them is put there again. */
    this.drawn = () => {};
  }

  /** Whether the entry can have several languages. */
  get several() {
    return this.draft.model.languages.length > 1;
  }

  languageOf(tag) {
    return (
      this.draft.model.languages.find((language) => language.tag === tag) ?? {
        tag,
        name: tag,
        direction: "ltr",
      }
    );
  }

  languageName(tag) {
    return this.languageOf(tag).name;
  }

  /** The attributes of an element with words in a language. */
  tongue(tag) {
    return { lang: tag, dir: this.languageOf(tag).direction };
  }

  /** Notes where the messages for a field go. */
  register(place, slot) {
    this.slots.set(`${place.name}|${place.language ?? ""}`, slot);
  }

  /** Where a message for a field in a language goes, if that is shown. */
  exact(name, language) {
    const slot = this.slots.get(`${name}|${language ?? ""}`);
    return slot?.target.isConnected ? slot : null;
  }

  /** Where a message goes: to its field, or to the one around it. */
  slot(name, language) {
    for (let at = name; at; at = at.replace(/(^|\.)[^.[]+$|\[\d+\]$/, "")) {
      const slot = this.exact(at, language) ?? this.exact(at, null) ?? this.exact(at, this.draft.language);
      if (slot) return slot;
    }
    return null;
  }

  /** Does something once the form is in the page. */
  whenShown(run) {
    this.waiting.push(run);
    queueMicrotask(() => this.waiting.splice(0).forEach((one) => one()));
  }

  draw() {
    redraw(() => {
      this.slots.clear();
      const { model } = this.draft;
      const at = (field) => new Place(this, [field.name]);
      const draw = (field) => control(at(field), field);
      if (this.only) {
        const fields = this.only.map((name) => model.fields.find((field) => field.name === name));
        fill(this.element, fields.filter(Boolean).map(draw));
        return;
      }
      this.hasPeople = false;
      const own = model.fields.filter((field) => !field.more).map(draw);
      const isAsked = asksPeople(this.draft);
      const more = model.fields
        .filter((field) => field.more && !(isAsked && PEOPLE.includes(field.name)))
        .map(draw)
        .filter(Boolean);
      const wasOpen = this.element.querySelector(":scope > details.more")?.open ?? false;
      this.body = body(this);
      fill(
        this.element,
        own,
        this.body?.element,
        // Without a picture among the fields, it is asked of those in the text.
        isAsked && !this.hasPeople && this.hasPictures && question(this),
        more.length > 0 &&
          h(
            "details",
            { class: "more", open: wasOpen, ontoggle: () => this.grow() },
            h("summary", {}, h("h2", { class: "name" }, w("desk-more-settings"))),
            more,
          ),
        model.comments && h("p", { class: "help" }, w("desk-comments")),
        model.notes?.length > 0 && h("blockquote", { class: "help" }, model.notes.map((line) => h("p", {}, line))),
      );
    });
    this.drawn();
  }

  /** Whether a text shows something, or it was said of it that it does. */
  get hasPictures() {
    const { bodies, values } = this.draft;
    const shows = (text) => /!\[|^:::(figure|gallery|people)/m.test(text ?? "");
    return PEOPLE.some((name) => name in values) || Object.values(bodies).some(shows);
  }

  /** Gives the text areas that are shown now the height of their texts. */
  grow() {
    for (const area of this.element.querySelectorAll("textarea")) grow(area);
  }

  /** Leads to a field. */
  focus(name, language = null) {
    reach(this.slot(name, language)?.target);
  }
}
