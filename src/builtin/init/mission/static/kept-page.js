// Answers for one page of help that a reader keeps on the telephone: it comes from the network, and where
// there is none, from the copy, which says its day. It stores nothing, and answers for the page and its
// style sheet alone. `assets/keep.js` of the theme stores them and registers it, for each page by itself.
const page = registration.scope;

/** How many milliseconds a reader waits for the network before the copy is shown. */
const PATIENCE = 5000;

/** A day, as the language of the page writes it. */
function written(day, locale) {
  const text = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(day);
  return locale.startsWith("fr") ? text.replace(/^1 /, "1er ") : text;
}

/** The page from the network, past the browser's own cache: it would answer for minutes where there is none. */
function latest() {
  return fetch(page, { cache: "no-cache" });
}

/** The copy with the line that says on which day it came from the network. */
async function dated(copy) {
  const day = new Date(copy.headers.get("date"));
  const html = (await copy.text())
    .replace('class="kept-on" hidden', 'class="kept-on"')
    .replace(/<span data-locale="([^"]+)">/, (_, locale) => `<span>${written(day, locale)}`);
  const headers = new Headers(copy.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(html, { headers });
}

async function first(request) {
  const copy = await caches.match(page, { cacheName: page });
  if (!copy) return fetch(request);
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
  const answer = await Promise.race([latest(), late]).catch(() => null);
  // A page that is no more is said to be; what else stands between, such as a network's own page, is not it.
  const counts = answer && !answer.redirected && (answer.ok || answer.status === 404 || answer.status === 410);
  return counts ? answer : dated(copy);
}

/** The address of a style sheet changes with its content: the copy is never old. */
async function style(request) {
  return (await caches.match(request.url, { cacheName: page })) ?? fetch(request);
}

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { destination, mode, url } = event.request;
  if (mode === "navigate" && url.split("#")[0] === page) event.respondWith(first(event.request));
  else if (destination === "style") event.respondWith(style(event.request));
});
