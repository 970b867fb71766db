// What the program has to say of a text: each message at its field, the others at the top.

import { button, fill, h, unfold } from "./dom.js";
import { apply } from "./edit.js";
import { parsed, read } from "./values.js";
import { counted, sentence, w } from "./words.js";

const RANK = { error: 0, warning: 1, advice: 2 };

/** The findings, the gravest first. */
export function sorted(findings) {
  return [...findings].sort((one, other) => RANK[one.severity] - RANK[other.severity]);
}

/** What tells a finding from others. */
export function keyOf({ code, message, field, language, body }) {
  return JSON.stringify([code, message, field, language ?? body?.language]);
}

/** What is said of a finding, and what to do: of what cannot be written down in a form, in other words than of a file. */
export function said(form, finding) {
  const { field, language, message, hint } = finding;
  const value = field && read(form.draft.values, parsed(field));
  const own = value && typeof value === "object" ? (value[language] ?? value["*"]) : value;
  if (typeof own === "string" && /^\d\d:\d\d$/.test(own)) return { words: w("desk-day-missing"), hint: null };
  return { words: message, hint };
}

/** The same with the language before it, where the text has several. */
export function saidOf(form, finding) {
  const { words, hint } = said(form, finding);
  const { draft } = form;
  const tag = languageOf(finding);
  const isOne = draft.model.languages.filter((one) => draft.exists(one.tag)).length < 2;
  const value = finding.field && read(draft.values, parsed(finding.field));
  // One value for all of them is wrong in all of them.
  const isShared = typeof value === "string" || (value && typeof value === "object" && "*" in value);
  if (!tag || isOne || isShared) return { words: sentence(words), hint };
  return { words: w("desk-in-language", { language: form.languageName(tag), words }), hint };
}

/** The language that a finding is about. */
function languageOf(finding) {
  return finding.body?.language ?? finding.language;
}

/** Leads to the place that a finding is about. */
export function lead(form, finding, show) {
  const language = languageOf(finding);
  const isShown = finding.field && form.exact(finding.field, language);
  if (language && language !== form.draft.language && !isShown && form.draft.exists(language)) show(language);
  if (finding.body) form.body?.select(finding.body.start, finding.body.end);
  else if (finding.field) form.focus(finding.field, finding.language);
}

/** Whether there is a place in the form to lead to. */
function hasPlace(form, finding) {
  if (finding.body) return form.draft.exists(finding.body.language);
  return Boolean(finding.field);
}

/** One message, with its hint, and what puts it right. */
function message(form, finding, isAtField) {
  const { severity, fix, fix_shown: shown, where } = finding;
  const { words, hint } = said(form, finding);
  const quoted =
    finding.body && form.draft.bodies[finding.body.language]?.slice(finding.body.start, finding.body.end);
  const find = () => shifted(form, finding.body, quoted);
  const place = !isAtField && where;
  return h(
    "div",
    { class: `message ${severity}` },
    h("p", {}, h("strong", {}, `${w(`desk-${severity}`)} `), words),
    hint && h("p", { class: "hint" }, hint),
    place && h("p", { class: "hint" }, place),
    (quoted || fix) &&
      h(
        "p",
        { class: "buttons" },
        isAtField &&
          quoted &&
          button(w("desk-show-place", { words: short(quoted) }), () => form.body?.select(...find()), {
            class: "small",
          }),
        fix &&
          button(
            shown ? w("desk-fix", { words: short(shown) }) : w("desk-fix-plain"),
            () => correct(form, fix, finding),
            { class: "small" },
          ),
      ),
  );
}

/** Where the words of a message are now: what was typed since may have moved them. */
function shifted(form, { language, start, end }, quoted) {
  const text = form.draft.bodies[language] ?? "";
  if (!quoted || text.slice(start, end) === quoted) return [start, end];
  const found = text.indexOf(quoted);
  return found === -1 ? [start, end] : [found, found + quoted.length];
}

/** Does what a message proposes, and leads to where it was done. */
function correct(form, fix, finding) {
  const { draft } = form;
  if (draft.isBehind) {
    // It was made for what stood here before the last letters: the next answer has it for what stands here
    // now.
    const isAlike = (one) =>
      one.code === finding.code && one.field === finding.field && one.message === finding.message;
    const again = () => {
      const next = draft.findings.find((one) => one.fix && isAlike(one));
      if (next) correct(form, next.fix, next);
    };
    draft.addEventListener("findings", again, { once: true });
    draft.ask.now();
    return;
  }
  const text = fix.bodies[draft.language];
  if (text !== undefined && form.body) {
    // Only what differs is put in its place, so that the undo of the browser knows of it.
    const { start, end, words } = difference(form.body.area.value, text);
    apply(form.body.area, { start, end, words, select: [0, words.length] });
    form.body.select(start, start + words.length);
  } else {
    draft.apply(fix);
    if (finding.field) form.focus(finding.field, finding.language);
  }
}

/** What of a text is another in a second one, between the ends that they have in common. */
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, words: after.slice(start, after.length - tail) };
}

function short(words) {
  const flat = words.replace(/\s+/g, " ").trim();
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
}

/** Puts the findings where they belong. What has not changed is left alone, for who is just reading it. */
export function place(form, top, show) {
  const { findings, language } = form.draft;
  const bySlot = new Map();
  const others = [];
  for (const finding of sorted(findings)) {
    const isHere = !languageOf(finding) || languageOf(finding) === language;
    const name = finding.body ? "body" : finding.field;
    const find = isHere ? "slot" : "exact";
    const slot = name ? form[find](name, languageOf(finding)) : null;
    if (slot) bySlot.set(slot, [...(bySlot.get(slot) ?? []), finding]);
    else others.push(finding);
  }
  for (const slot of form.slots.values()) {
    const own = bySlot.get(slot) ?? [];
    const key = JSON.stringify(own);
    if (slot.key === key) continue;
    slot.key = key;
    // A button that goes while it has the focus gives it to what it was about.
    const hadFocus = slot.messages.contains(document.activeElement);
    fill(
      slot.messages,
      own.map((finding) => message(form, finding, true)),
    );
    if (own.length) unfold(slot.target);
    if (hadFocus) slot.target.focus({ preventScroll: true });
    const isWrong = own.some(({ severity }) => severity === "error");
    slot.target.closest(".field")?.classList.toggle("has-error", isWrong);
    if (isWrong && !slot.isGroup) slot.target.setAttribute("aria-invalid", "true");
    else slot.target.removeAttribute("aria-invalid");
  }
  const key = JSON.stringify([others, language]);
  if (top.dataset.key === key) return;
  top.dataset.key = key;
  const hadFocus = top.contains(document.activeElement);
  fill(top, others.length > 0 && elsewhere(form, others, show, top.querySelector("details")?.open));
  if (hadFocus) (top.querySelector("summary") ?? document.getElementById("title")).focus();
}

/** Messages about other languages, other files, or the entry as a whole. */
function elsewhere(form, findings, show, isOpen) {
  return h(
    "details",
    { class: "elsewhere", open: isOpen ?? findings.some(({ severity }) => severity === "error") },
    h("summary", {}, counted("desk-elsewhere", findings.length)),
    h(
      "ul",
      {},
      findings.map((finding) => {
        const tag = languageOf(finding);
        const name = tag && form.several ? form.languageName(tag) : null;
        const goes =
          hasPlace(form, finding) &&
          button(w("desk-go-there"), () => lead(form, finding, show), { class: "small" });
        return h("li", {}, name && h("p", { class: "hint" }, name), message(form, finding, false), goes);
      }),
    ),
  );
}

/** What keeps a text from being saved, at the top of the form; it takes the focus. */
export function summary(form, place, answer, { show, anyway, isQuiet }) {
  const errors = answer.findings.filter(({ severity }) => severity === "error");
  const key = JSON.stringify(errors.map(keyOf));
  const before = place.querySelector(":scope > [aria-labelledby=summary]");
  if (isQuiet && before?.dataset.key === key) return;
  const link = (finding) => {
    const { words } = saidOf(form, finding);
    if (!hasPlace(form, finding)) return h("li", {}, words);
    return h(
      "li",
      {},
      button(words, () => lead(form, finding, show), { class: "link" }),
    );
  };
  const element = h(
    "section",
    { class: "summary", tabindex: "-1", "aria-labelledby": "summary", "data-key": key },
    h("h2", { id: "summary" }, counted("desk-errors", errors.length)),
    answer.said && h("p", {}, answer.said),
    h("ul", {}, errors.map(link)),
    h("p", {}, w("desk-anyway-text")),
    button(w("desk-anyway"), anyway),
  );
  const hadFocus = place.contains(document.activeElement);
  fill(place, element);
  if (isQuiet) {
    if (hadFocus) element.focus({ preventScroll: true });
    return;
  }
  element.scrollIntoView({ block: "start", behavior: "instant" });
  element.focus({ preventScroll: true });
}
