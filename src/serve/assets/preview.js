// Keeps a page of the preview as its files are.
//
// The server tells of each new state of the site. The page is then fetched again, and only what
// differs is replaced: where the reader has scrolled to, what has the focus and what is open
// stay. Strip and errors are part of the page that is fetched, in the shadow tree of an element
// of their own.

const NAME = "rihla-preview";

/** Whether this is the frame of the desk. */
const isFramed = window.parent !== window;

/** What is said of a page that stays as it is. */
const KEPT = Symbol("kept");

const preview = document.querySelector(NAME);
// A browser without declarative shadow trees gets its tree here.
if (preview && !preview.shadowRoot) {
  const template = preview.querySelector("template");
  if (template) {
    preview.attachShadow({ mode: "open" }).append(template.content);
    template.remove();
  }
}

// ------------------------------------------------------------------ what differs

/** The way from a root to a node: the places among the children. */
function way(root, node) {
  const places = [];
  for (let at = node; at !== root; at = at.parentNode) {
    if (!at?.parentNode) return null;
    places.unshift([...at.parentNode.childNodes].indexOf(at));
  }
  return places;
}

/** The node at the end of a way, or none. */
function at(root, places) {
  return places?.reduce((node, place) => node?.childNodes[place], root) ?? null;
}

/** What can be opened in a tree, each with what it is known by as long as its words stay. */
function openable(tree) {
  const counts = new Map();
  return [...tree.querySelectorAll("details")].map((details) => {
    const words = details.querySelector(":scope > summary")?.textContent ?? "";
    const name = details.id || `${details.getAttribute("name") ?? ""} ${words}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return [`${name} ${counts.get(name)}`, details];
  });
}

/** Opens in a fresh tree what is open in the present one, and closes what is closed. */
function carryOpen(present, fresh) {
  const old = openable(present);
  const wanted = openable(fresh);
  const known = new Map(old.map(([key, details]) => [key, details.open]));
  wanted.forEach(([key, details], number) => {
    // One whose words have changed is known by its number, as long as there are as many.
    const same = old.length === wanted.length && !details.id ? old[number][1].open : undefined;
    details.open = known.get(key) ?? same ?? details.open;
  });
}

/** Makes the attributes of an element those of another. */
function carryAttributes(present, fresh) {
  for (const { name } of [...present.attributes]) {
    if (!fresh.hasAttribute(name)) present.removeAttribute(name);
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
}

/** Makes a node what another is; what is equal is not touched. */
function swap(present, fresh) {
  if (present.isEqualNode(fresh)) return;
  if (present.nodeType !== fresh.nodeType || present.nodeName !== fresh.nodeName) {
    present.replaceWith(fresh);
  } else if (present.nodeType !== Node.ELEMENT_NODE) {
    present.nodeValue = fresh.nodeValue;
  } else {
    carryAttributes(present, fresh);
    swapChildren(present, fresh);
  }
}

/**
 * Makes the children of a node those of another. Equal ones at the beginning and at the end
 * stay; of those between, each is made what its counterpart is.
 */
function swapChildren(present, fresh, isOurs = () => true) {
  const old = [...present.childNodes].filter(isOurs);
  const wanted = [...fresh.childNodes].filter(isOurs);
  while (old.length && wanted.length && old[0].isEqualNode(wanted[0])) {
    old.shift();
    wanted.shift();
  }
  let after = null;
  while (old.length && wanted.length && old.at(-1).isEqualNode(wanted.at(-1))) {
    after = old.pop();
    wanted.pop();
  }
  after ??= [...present.childNodes].find((node) => !isOurs(node)) ?? null;
  // What was put in or taken out among the others is found by looking for its neighbours.
  const has = (nodes, node, isAlike) => nodes.slice(1).some((other) => isAlike(other, node));
  const isEqual = (one, other) => one.isEqualNode(other);
  const isKind = (one, other) => one.nodeName === other.nodeName;
  while (old.length || wanted.length) {
    if (!old.length) {
      present.insertBefore(wanted.shift(), after);
    } else if (!wanted.length) {
      old.shift().remove();
    } else if (old[0].isEqualNode(wanted[0])) {
      old.shift();
      wanted.shift();
    } else if (has(old, wanted[0], isEqual)) {
      old.shift().remove();
    } else if (has(wanted, old[0], isEqual)) {
      present.insertBefore(wanted.shift(), old[0]);
    } else if (!isKind(old[0], wanted[0]) && has(wanted, old[0], isKind)) {
      present.insertBefore(wanted.shift(), old[0]);
    } else if (!isKind(old[0], wanted[0]) && has(old, wanted[0], isKind)) {
      old.shift().remove();
    } else {
      swap(old.shift(), wanted.shift());
    }
  }
}

// ------------------------------------------------------------------ head

/** Replaces a style sheet once the new one is there, so that the page is never without. */
function replaceStyle(old, href) {
  return new Promise((done) => {
    const link = document.createElement("link");
    for (const { name, value } of old.attributes) link.setAttribute(name, value);
    link.href = href;
    link.addEventListener("load", () => {
      old.remove();
      done();
    });
    link.addEventListener("error", () => {
      link.remove();
      done();
    });
    old.after(link);
  });
}

/** The style sheets of a document, in their order. */
function styles(page) {
  return [...page.querySelectorAll('link[rel~="stylesheet"]')];
}

/** An address without what was added to it here. */
function plain(address) {
  const url = new URL(address, location.href);
  url.searchParams.delete("rihla");
  return url.href;
}

/** What a page cannot change once it is there: what runs, and the policy. */
const FIXED = 'script:not([type]), script[type="module"], script[type="text/javascript"], meta[http-equiv]';

function mustReload(fresh) {
  const fixed = (page) => [...page.querySelectorAll(FIXED)].map((node) => node.outerHTML).join("\n");
  return fixed(document) !== fixed(fresh);
}

/** Brings the head up to date, and is back when its style sheets are there. */
async function swapHead(fresh) {
  const old = styles(document);
  const wanted = styles(fresh).map((link) => [link, plain(link.getAttribute("href"))]);
  const waits = [];
  wanted.forEach(([link, href], number) => {
    const known = old[number];
    if (!known) {
      const added = document.importNode(link);
      waits.push(new Promise((done) => {
        added.addEventListener("load", done);
        added.addEventListener("error", done);
      }));
      document.head.append(added);
    } else if (known.href !== (renewed.get(href) ?? href)) {
      waits.push(replaceStyle(known, renewed.get(href) ?? href));
    }
  });
  await Promise.all(waits);
  old.slice(wanted.length).forEach((link) => link.remove());
  const others = (page) =>
    [...page.head.children].filter((node) => !node.matches(`link[rel~="stylesheet"], ${FIXED}`));
  const kept = others(fresh).map((node) => node.outerHTML);
  const present = others(document);
  const known = present.map((node) => node.outerHTML);
  present.filter((node) => !kept.includes(node.outerHTML)).forEach((node) => node.remove());
  others(fresh)
    .filter((node) => !known.includes(node.outerHTML))
    .forEach((node) => document.head.append(node));
}

/** Addresses of files that changed and kept their names, with that under which they were asked for anew. */
const renewed = new Map();

/** Notes which files changed since the page was last up to date. */
function note(replaced) {
  const since = Number(preview.dataset.generation);
  for (const [address, generation] of replaced) {
    if (generation <= since) continue;
    const url = new URL(address, location.href);
    const { href } = url;
    url.searchParams.set("rihla", generation);
    renewed.set(href, url.href);
  }
}

/** Has the pictures of a tree asked for anew where they changed. */
function renewPictures(tree) {
  for (const picture of tree.querySelectorAll("img[src]")) {
    const anew = renewed.get(plain(picture.getAttribute("src")));
    if (anew && picture.getAttribute("src") !== anew) picture.setAttribute("src", anew);
  }
}

// ------------------------------------------------------------------ what stays

/** What has the focus, and how to find it again. */
function focus(root) {
  const element = root.activeElement;
  if (!element || element === document.body || element.localName === NAME) return () => {};
  const { id, outerHTML, selectionStart, selectionEnd } = element;
  const places = way(root, element);
  return () => {
    if (root.activeElement === element) return;
    const alike = [...root.querySelectorAll(element.localName)].filter((other) => other.outerHTML === outerHTML);
    const again = (id && root.getElementById(id)) || (alike.length === 1 ? alike[0] : at(root, places));
    if (again?.nodeName !== element.nodeName) return;
    again.focus({ preventScroll: true });
    if (typeof selectionStart === "number") again.setSelectionRange?.(selectionStart, selectionEnd);
  };
}

/** What the reader looks at, and how to bring it back to its place on the screen. */
function scroll() {
  const { scrollX, scrollY } = window;
  // A bar that stays where it is while all else moves tells nothing: only what is in `main` counts.
  const main = document.querySelector("main") ?? document.body;
  const seen = [...main.querySelectorAll("*")]
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.bottom > 0 && box.top < innerHeight && box.height && box.height < innerHeight)
    .map(([element, box]) => [element, box.top]);
  return () => {
    const [anchor, top] = seen.find(([element]) => element.isConnected) ?? [];
    if (anchor && scrollY > 0) {
      window.scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
    } else {
      window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    }
  };
}

// ------------------------------------------------------------------ a new state

/** The page as it is now; none where it is no page of the preview any more. */
async function fetched() {
  const headers = { accept: "text/html" };
  if (preview.dataset.entry) headers["rihla-entry"] = preview.dataset.entry;
  const response = await fetch(location.href, { headers, cache: "no-store" });
  // In the frame of the desk, a page that lacks something for a moment stays as it was.
  if (isFramed && !response.ok) return KEPT;
  const text = await response.text();
  const page = new DOMParser().parseFromString(text, "text/html");
  const strip = page.querySelector(NAME);
  if (!strip) return null;
  if (response.redirected) {
    // The page has another address now: its title or its slug was changed.
    history.replaceState(history.state, "", response.url + location.hash);
  }
  return { page, strip };
}

/** The class of the body as it was fetched: what the theme's scripts add to it stays. */
let bodyClass = document.body.className;

async function bringUpToDate({ replaced, generation }) {
  const found = await fetched();
  if (found === KEPT) {
    preview.dataset.generation = generation;
    return;
  }
  const isBare = (element) => element.hasAttribute("data-bare");
  if (!found || isBare(preview) !== isBare(found.strip) || mustReload(found.page)) {
    location.reload();
    return;
  }
  const { page, strip } = found;
  const tree = strip.querySelector("template").content;
  note(replaced);
  if ([...document.scripts].some((script) => script.src && renewed.has(plain(script.src)))) {
    location.reload();
    return;
  }
  await swapHead(page);
  renewPictures(page);
  carryOpen(document.body, page.body);
  carryOpen(preview.shadowRoot, tree);
  const refocus = [focus(document), focus(preview.shadowRoot)];
  const anchoring = document.documentElement.style.overflowAnchor;
  document.documentElement.style.overflowAnchor = "none";
  const rescroll = scroll();
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  if (bodyClass !== page.body.className) {
    bodyClass = page.body.className;
    document.body.className = bodyClass;
  }
  swapChildren(document.body, page.body, (node) => node.localName !== NAME);
  swapChildren(preview.shadowRoot, tree);
  carryAttributes(preview, strip);
  refocus.forEach((again) => again());
  rescroll();
  document.documentElement.style.overflowAnchor = anchoring;
}

/** The state to which the page is to be brought. */
let waiting = null;
let isBusy = false;

async function hear(state) {
  waiting = state;
  if (isBusy) return;
  isBusy = true;
  try {
    while (waiting) {
      const next = waiting;
      waiting = null;
      if (next.run !== preview.dataset.run) {
        location.reload();
        return;
      }
      if (next.generation > Number(preview.dataset.generation)) await bringUpToDate(next);
    }
  } catch {
    // The connection is lost in the middle of it: the next state brings the page up to date.
  } finally {
    isBusy = false;
  }
}

// ------------------------------------------------------------------ the place of writing

/** The words of a text, without markup and accents. */
function wordsOf(text) {
  return text.normalize("NFD").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Brings into view what shows the words of a paragraph: the element that has most of them and the fewest others. */
function follow(words) {
  const wanted = new Set(wordsOf(words));
  if (!wanted.size) return;
  const main = document.querySelector("main") ?? document.body;
  let best = { likeness: 0.4 };
  for (const element of main.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, pre")) {
    const found = new Set(wordsOf(element.textContent));
    const common = [...found].filter((word) => wanted.has(word)).length;
    const likeness = common / (wanted.size + found.size - common);
    if (likeness > best.likeness) best = { likeness, element };
  }
  const box = best.element?.getBoundingClientRect();
  if (!box || (box.top >= 0 && box.bottom <= innerHeight)) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  best.element.scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
}

// There, the page follows the place where its text is written.
if (isFramed) {
  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.rihla === "place") follow(String(data.words));
  });
}

// ------------------------------------------------------------------ connection

let source = null;
/** Runs while nobody answers. */
let stopped = null;

function answered() {
  clearTimeout(stopped);
  stopped = null;
}

function listen() {
  if (source || document.hidden) return;
  source = new EventSource("/_rihla/events");
  source.addEventListener("open", () => {
    answered();
    show(false);
  });
  source.addEventListener("site", (event) => hear(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    stopped ??= setTimeout(() => show(true), 2000);
    // A browser gives up where it is refused.
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(listen, 2000);
    }
  });
}

/** Says that nobody answers any more. */
function show(isStopped) {
  const words = preview.shadowRoot.getElementById("stopped");
  if (words) words.hidden = !isStopped;
}

// A browser keeps few connections to one host: pages that nobody sees give theirs back, and hear
// of what they missed when they are seen again.
function rest() {
  answered();
  source?.close();
  source = null;
}

if (preview) {
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);
  listen();
}
