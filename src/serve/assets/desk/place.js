// Where a control stands: the value that it changes, and the names by which it is found.

import { named } from "./values.js";

export class Place {
  /** `path` leads to the value, `name` is what messages call the field. */
  constructor(form, path, { name = path, language = null } = {}) {
    this.form = form;
    this.draft = form.draft;
    this.path = path;
    this.nameParts = name;
    this.language = language;
  }

  get name() {
    return named(this.nameParts);
  }

  /** The id of the control. */
  get id() {
    return [this.form.prefix, ...this.nameParts, this.language].filter((part) => part !== null).join("-");
  }

  get value() {
    return this.draft.get(this.path);
  }

  set(value, asIs = false) {
    this.draft.set(this.path, value, asIs);
  }

  /** A place inside of this one. */
  at(...keys) {
    const options = { name: [...this.nameParts, ...keys], language: this.language };
    return new Place(this.form, [...this.path, ...keys], options);
  }

  /** The place of the value in a language: messages give the language beside the name. */
  in(language) {
    return new Place(this.form, [...this.path, language], { name: this.nameParts, language });
  }

  /** The place of the one value for all languages. */
  get plain() {
    return new Place(this.form, [...this.path, "*"], { name: this.nameParts });
  }

  /** The language of the words in it, as attributes of their element. */
  get tongue() {
    return this.language ? this.form.tongue(this.language) : {};
  }
}
