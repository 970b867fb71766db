// The desk: begins the session, and shows the page that the address asks for.

import { begin, hasSession, onConnection, Refused, Silent, stay } from "./api.js";
import { beginText } from "./begin.js";
import { button, fill, h, keepFocus, patient } from "./dom.js";
import { showEntry } from "./entry.js";
import { showHistory } from "./history.js";
import { showList } from "./list.js";
import { stick } from "./stick.js";
import * as store from "./store.js";
import { w } from "./words.js";

/** How long until it is looked whether the program is there again. */
const RETRY = 3000;

/** An address that lets a browser in. */
const TOKEN = /^#token=([0-9a-f]+)$/i;

let session = null;
/** The page that is shown. */
let page = null;
/** The address that was last asked for: what arrives later for another is not shown. */
let wanted = null;

const banner = h("div", { id: "banner", role: "alert" });
const wait = h("p", { id: "wait", class: "wait", role: "status" });
const main = h("main", { id: "main", tabindex: "-1" });
const navigation = h("nav", { "aria-label": w("desk-navigation") });
const header = h("header", { class: "top" });

function frame() {
  const skip = (event) => {
    event.preventDefault();
    main.focus();
  };
  document.body.replaceChildren(
    h("a", { class: "skip", href: "#main", onclick: skip }, w("desk-skip")),
    header,
    banner,
    main,
    wait,
    h("p", { id: "told", class: "unseen", role: "status" }),
  );
}

function showHeader(route) {
  const link = (to, words) => h("a", { href: to, "aria-current": to === route ? "page" : null }, words);
  fill(navigation, link("#/", w("desk-texts")), link("#/history", w("desk-history")));
  fill(header, h("p", { class: "site" }, session.site), navigation);
}

/** A page of words alone. */
function say(title, ...words) {
  page?.close();
  page = null;
  document.title = title;
  fill(
    main,
    h("h1", { tabindex: "-1" }, title),
    words.map((text) => h("p", {}, text)),
  );
  main.querySelector("h1").focus();
}

function reload() {
  return button(w("desk-reload"), () => location.reload(), { class: "small" });
}

function noSession() {
  say(w("desk-no-session"), w("desk-no-session-text"), w("desk-no-session-once"));
}

// ------------------------------------------------------------------ routes

async function draw(route) {
  const entry = /^#\/entry\/(.+)$/.exec(route);
  if (entry) return showEntry(main, session, decodeURIComponent(entry[1]), () => wanted === route);
  if (route === "#/history") return showHistory(main);
  return showList(main, session);
}

async function show() {
  const route = location.hash || "#/";
  // Who goes back leaves what a dialog asked.
  document.querySelector("dialog[open]")?.close();
  const isFirst = wanted === null;
  wanted = route;
  showHeader(route);
  const last = page;
  page = null;
  // What was typed last is with the program before anything else is asked for.
  await last?.close();
  if (wanted !== route) return;
  let shown;
  try {
    shown = await patient(draw(route), w("desk-wait"));
  } catch (problem) {
    if (wanted === route) failed(problem, route);
    return;
  }
  if (wanted !== route) {
    shown?.close();
    return;
  }
  page = shown;
  document.title = w("desk-page-title", { page: page.title, site: session.site });
  if (!isFirst) {
    window.scrollTo({ top: 0, behavior: "instant" });
    main.querySelector("h1")?.focus({ preventScroll: true });
  }
  if (route === "#/new") await beginNew();
}

async function beginNew() {
  const id = await beginText(session);
  if (wanted !== "#/new") return;
  location.replace(id ? `#/entry/${encodeURIComponent(id)}` : "#/");
}

function failed(problem, route) {
  if (problem instanceof Refused && problem.status === 401) return noSession();
  if (problem.isLost) {
    say(w("desk-silent-title"), w("desk-lost"));
    main.append(reload());
    return undefined;
  }
  if (problem instanceof Silent) {
    say(w("desk-silent-title"), w("desk-silent"));
    setTimeout(() => wanted === route && show(), RETRY);
    return undefined;
  }
  return say(w("desk-problem"), problem.message, ...(problem.hint ? [problem.hint] : []));
}

// ------------------------------------------------------------------ connection

onConnection((state) => {
  const words = { true: null, false: w("desk-silent"), null: w("desk-lost") }[state];
  // Without a page there is nothing that could be lost: the page itself says what happened.
  fill(
    banner,
    words && page && h("p", {}, words),
    state === null && page && reload(),
  );
});

window.addEventListener("beforeunload", (event) => {
  if (page?.isAtRisk) event.preventDefault();
});

// A file that is dropped beside what takes files would be opened in the place of the desk.
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
}

async function start() {
  frame();
  stick(main, banner);
  keepFocus(() => main.querySelector("h1") ?? main);
  const token = TOKEN.exec(location.hash)?.[1];
  if (token) history.replaceState(null, "", "#/");
  document.title = w("desk-title");
  if (!token && !hasSession()) return noSession();
  try {
    session = await begin(token);
  } catch (problem) {
    if (problem instanceof Silent) {
      say(w("desk-silent-title"), w("desk-silent"));
      setTimeout(start, RETRY);
      return undefined;
    }
    // An address that was used once may be opened again where the session is known.
    if (token && hasSession()) session = await begin().catch(() => null);
    if (!session) return noSession();
  }
  store.of(session.folder);
  window.addEventListener("hashchange", () => TOKEN.test(location.hash) || show());
  stay();
  return show();
}

// An address that lets in is used also where it is put into a page that is open.
window.addEventListener("hashchange", () => TOKEN.test(location.hash) && location.reload());

start();
