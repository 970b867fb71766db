// The page as it will be, in a frame from another address: what a text holds cannot reach the desk from
// there.

import { button, h } from "./dom.js";
import { w } from "./words.js";

const KEY = "rihla-preview";

export class Preview {
  constructor(frame) {
    this.origin = new URL(frame).origin;
    this.address = null;
    this.words = h("p", { class: "help" }, w("desk-preview-waits"));
    this.holder = h("div", { class: "frame", hidden: true });
    this.toggle = button("", () => this.show(!this.isShown), { "aria-controls": "preview" });
    this.content = h("div", { id: "preview" }, this.words, this.holder);
    this.element = h(
      "section",
      { class: "preview", "aria-labelledby": "preview-name" },
      h("div", { class: "preview-head" }, h("h2", { id: "preview-name" }, w("desk-preview")), this.toggle),
      this.content,
    );
    this.show(localStorage.getItem(KEY) !== "hidden");
  }

  show(isShown) {
    this.isShown = isShown;
    localStorage.setItem(KEY, isShown ? "shown" : "hidden");
    this.content.hidden = !isShown;
    this.toggle.textContent = w(isShown ? "desk-preview-hide" : "desk-preview-show");
    this.toggle.setAttribute("aria-expanded", String(isShown));
    this.element.classList.toggle("closed", !isShown);
    this.element.parentElement?.classList.toggle("alone", !isShown);
    if (isShown) this.load();
  }

  /** Takes the address of the page, or what is said while there is none. */
  update({ address, pageWords, language, name }) {
    this.words.textContent = address ? "" : (pageWords ?? w("desk-preview-waits"));
    this.words.hidden = Boolean(address);
    this.holder.hidden = !address;
    this.title = w("desk-preview-title", { language: name ?? language });
    // The frame follows its own page to another address, as a title gives it one; only a page that is
    // another, or is there again, is loaded.
    if (language !== this.language || !this.address) this.loaded = null;
    this.language = language;
    this.address = address;
    if (!address) this.holder.replaceChildren();
    if (this.isShown) this.load();
  }

  load() {
    const { address } = this;
    if (!address || this.loaded) return;
    this.loaded = address;
    const frame = h("iframe", {
      sandbox: "allow-scripts allow-same-origin allow-forms allow-popups",
      src: new URL(address, this.origin).href,
      title: this.title,
    });
    // Before its page is there, the frame is another one's.
    frame.addEventListener("load", () => frame.classList.add("there"));
    this.frame = frame;
    this.holder.replaceChildren(this.frame);
  }

  /** Scrolls the page to the paragraph that is written. */
  place(words) {
    if (!this.isShown || !this.frame?.classList.contains("there")) return;
    this.frame.contentWindow?.postMessage({ rihla: "place", words }, this.origin);
  }
}
