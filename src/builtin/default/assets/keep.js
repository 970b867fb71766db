// On the other pages of help: a reader may keep this page on the telephone, and forget it again. Only the
// button stores it, with its style sheets and nothing else, and registers the worker that answers for this
// address where there is no network. The copy of a page that is kept becomes that of the last visit.
const box = document.querySelector(".keep");
const page = location.origin + location.pathname;
const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href);
const said = box.querySelector("[role=status]");
const buttons = [...box.querySelectorAll("button")];

async function store() {
  const copies = await caches.open(page);
  await copies.addAll([new Request(page, { cache: "no-cache" }), ...styles]);
  for (const { url } of await copies.keys()) if (url !== page && !styles.includes(url)) await copies.delete(url);
}

function show(kept) {
  for (const line of box.querySelectorAll("[data-kept]")) line.hidden = (line.dataset.kept === "yes") !== kept;
  box.hidden = false;
}

async function keep() {
  try {
    await store();
    await navigator.serviceWorker.register(box.dataset.worker, { scope: page });
    await navigator.serviceWorker.ready;
    said.textContent = "";
    return true;
  } catch {
    await caches.delete(page).catch(() => {});
    said.textContent = said.dataset.refused;
    return false;
  }
}

async function forget() {
  await caches.delete(page);
  // On a poor connection, it may wait for an earlier request of the browser to end.
  navigator.serviceWorker.getRegistration(page).then((found) => found?.unregister());
  said.textContent = said.dataset.forgotten;
  return false;
}

async function press(change) {
  for (const button of buttons) button.disabled = true;
  show(await change());
  for (const button of buttons) button.disabled = false;
  // The button that was pressed is gone: the focus goes to the one that undoes it.
  buttons.find((button) => button.offsetParent).focus();
}

// Not every browser has workers, and none has them where the connection is not safe.
if (navigator.serviceWorker) {
  buttons[0].addEventListener("click", () => press(keep));
  buttons[1].addEventListener("click", () => press(forget));
  const kept = await caches.has(page).catch(() => false);
  show(kept);
  // Where it fails, the copy of before stays.
  if (kept) store().catch(() => {});
}
