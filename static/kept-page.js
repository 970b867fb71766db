// Answers for one page of help that a reader keeps on the telephone: it comes from the network, and where
// there is none, from the copy, which says its day. The page and its style sheet are stored, under the
// address of the page, and nothing else is. `assets/keep.js` of the theme registers it for each page.
const page = registration.scope;

/** How many milliseconds a reader waits for the network before the copy is shown. */
const PATIENCE = 5000;

/** Today, as the language of the page writes it. */
function today(locale) {
  const text = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date());
  return locale.startsWith("fr") ? text.replace(/^1 /, "1er ") : text;
}

/** The page as it is stored: the line about the copy is shown, with the day. */
function dated(html) {
  return html
    .replace('class="kept-on" hidden', 'class="kept-on"')
    .replace(/<time data-locale="([^"]+)">/, (_, locale) => `<time>${today(locale)}`);
}

async function store(answer) {
  const html = await answer.text();
  const style = new URL(/<link rel="stylesheet" href="([^"]+)"/.exec(html)[1], page).href;
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const copies = await caches.open(page);
  if (!(await copies.match(style))) await copies.add(style);
  await copies.put(page, new Response(dated(html), { headers }));
  for (const { url } of await copies.keys()) if (url !== page && url !== style) await copies.delete(url);
}

async function first() {
  const answer = await fetch(page, { cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.statusText);
  await store(answer);
}

async function fresh(event) {
  const copy = await caches.match(page, { cacheName: page });
  if (!copy) return fetch(event.request);
  try {
    const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
    const answer = await Promise.race([fetch(event.request), late]);
    if (answer.status >= 500) return copy;
    // Where it fails, the copy of before stays.
    if (answer.ok) event.waitUntil(store(answer.clone()).catch(() => {}));
    return answer;
  } catch {
    return copy;
  }
}

/** Its address changes with its content: the copy is never old. */
async function style(request) {
  return (await caches.match(request.url, { cacheName: page })) ?? fetch(request);
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(first());
});

addEventListener("fetch", (event) => {
  const { destination, mode, url } = event.request;
  if (mode === "navigate" && url.split("#")[0] === page) event.respondWith(fresh(event));
  else if (destination === "style") event.respondWith(style(event.request));
});
