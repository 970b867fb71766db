// On the other pages of help: a reader may keep this page on the telephone, and forget it again. The
// worker is registered by the button alone, for the address of this page and nothing else; it stores
// the page, and answers for it where there is no network.
const box = document.querySelector(".keep");
const scope = location.origin + location.pathname;
const said = box.querySelector("[role=status]");
const buttons = [...box.querySelectorAll("button")];

async function registration() {
  const found = await navigator.serviceWorker.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

function show(kept) {
  for (const line of box.querySelectorAll("[data-kept]")) line.hidden = (line.dataset.kept === "yes") !== kept;
  box.hidden = false;
}

/** Once the worker runs, the page is stored; a worker that cannot store it is thrown away. */
function stored(worker) {
  return new Promise((done, refused) => {
    const look = () => {
      if (worker.state === "activated") done();
      if (worker.state === "redundant") refused();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

async function keep() {
  try {
    const made = await navigator.serviceWorker.register(box.dataset.worker, { scope });
    await stored(made.installing ?? made.waiting ?? made.active);
    said.textContent = "";
    return true;
  } catch {
    said.textContent = said.dataset.refused;
    return false;
  }
}

async function forget() {
  await (await registration())?.unregister();
  await caches.delete(scope);
  said.textContent = said.dataset.forgotten;
  return false;
}

async function press(change) {
  for (const button of buttons) button.disabled = true;
  show(await change());
  for (const button of buttons) button.disabled = false;
  // The button that was pressed is gone: the focus goes to the one that undoes it.
  buttons.find((button) => button.offsetParent)?.focus();
}

// Not every browser has workers, and none has them where the connection is not safe.
if (navigator.serviceWorker) {
  buttons[0].addEventListener("click", () => press(keep));
  buttons[1].addEventListener("click", () => press(forget));
  show(Boolean(await registration().catch(() => undefined)));
}
