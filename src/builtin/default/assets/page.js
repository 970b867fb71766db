// What scripts add to a page that is whole without them: Escape and a click elsewhere close the
// menu, whose button says so while it is open, the page can be passed on, pages are found by their
// titles, and a table that does not scroll is no place for the focus.

const menus = [...document.querySelectorAll(".menu details")];

function close(menu, focus) {
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => {
  const open = menus.find((menu) => menu.open);
  if (event.key !== "Escape" || !open) return;
  close(open, open.contains(document.activeElement));
});

document.addEventListener("click", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) close(menu, false);
});

// Where the focus goes on, a panel that lies over the page would hide it.
document.addEventListener("focusin", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) close(menu, false);
});

const menu = document.querySelector(".menu");
const button = document.querySelector(".menu-button");
if (menu && button) {
  const word = button.querySelector("span");
  const closed = word.textContent;
  // Before, and not after: what is read when it has opened is right.
  menu.addEventListener("beforetoggle", (event) => {
    const open = event.newState === "open";
    button.classList.toggle("opened", open);
    word.textContent = open ? button.dataset.open : closed;
  });
}

const NAMED = ["tabindex", "role", "aria-label", "aria-labelledby"];
const tables = [...document.querySelectorAll(".table[tabindex], pre[tabindex]")].map((box) => [
  box,
  NAMED.filter((name) => box.hasAttribute(name)).map((name) => [name, box.getAttribute(name)]),
]);
function holdTables() {
  for (const [box, names] of tables) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    for (const [name, value] of names) {
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }
}
if (tables.length) {
  holdTables();
  addEventListener("resize", holdTables);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) {
    button.parentElement.hidden = true;
    continue;
  }
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.closest(".share").querySelector("[role=status]").textContent = button.dataset.done;
      button.querySelector("span").textContent = button.dataset.done;
    } catch {
      // The browser refuses: the address is in its own bar.
    }
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) continue;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    const page = { title: document.title, url: button.dataset.share };
    navigator.share(page).catch(() => {});
  });
}

// Words are looked for by a script that comes with the first letter; without it, the form leads to a page.
for (const form of document.querySelectorAll("[data-script]")) {
  const begin = async () => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = form.dataset.style;
    const styled = new Promise((done) => sheet.addEventListener("load", done));
    document.head.append(sheet);
    const [{ suggest }] = await Promise.all([import(form.dataset.script), styled]);
    suggest(form);
  };
  form.addEventListener("input", () => begin().catch(() => {}), { once: true });
  form.addEventListener("toggle", (event) => {
    if (event.newState === "open") form.querySelector("input").focus();
  });
}

const results = document.querySelector("[data-results]");
if (results) {
  const begin = async () => {
    if (results.dataset.begun) return;
    results.dataset.begun = "";
    try {
      (await import(results.dataset.results)).results(results);
    } catch {
      results.querySelector("[role=status]").textContent = results.dataset.failed;
    }
  };
  if (new URLSearchParams(location.search).get("q")) begin();
  else results.addEventListener("input", begin);
}

/** Letters alone, without accents and case, as one looks for them. */
function bare(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/’/g, "'");
}

async function pages(address) {
  const here = document.querySelector("[data-pages]");
  if (here) return [...here.querySelectorAll("a")];
  const answer = await fetch(address);
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...found.querySelectorAll("[data-pages] a")];
}

function find(box) {
  const field = box.querySelector("input");
  const count = box.querySelector("[role=status]");
  const list = box.querySelector("ul");
  let links;
  field.addEventListener("input", async () => {
    links ??= pages(box.dataset.map);
    const all = await links.catch(() => []);
    const words = bare(field.value).split(/\s+/).filter(Boolean);
    const fits = (link) => words.every((word) => bare(link.textContent).includes(word));
    const found = words.length ? all.filter(fits).slice(0, 20) : [];
    list.replaceChildren(
      ...found.map((link) => {
        const line = document.createElement("li");
        line.append(document.importNode(link, true));
        return line;
      }),
    );
    const { some, none } = count.dataset;
    count.textContent = !words.length ? "" : found.length ? some.replace("#", found.length) : none;
  });
}

document.querySelectorAll(".find").forEach(find);

// A message about a page that is missing ends with the address of that page.
const report = document.querySelector("[data-missing]");
if (report && location.pathname !== report.dataset.missing) {
  report.href += encodeURIComponent(location.origin + location.pathname);
}

// The page for what is not there, at the root: first the language of the address, else the
// reader's, with what that language's own such page offers.
const choices = document.querySelector("[data-languages]");
if (choices) {
  const parts = [...choices.children];
  const base = (tag) => tag.toLowerCase().split("-")[0];
  const first =
    parts.find((part) => location.pathname.startsWith(part.dataset.home)) ??
    navigator.languages.map((tag) => parts.find((part) => base(part.lang) === base(tag))).find(Boolean);
  if (first) {
    choices.prepend(first);
    const answer = await fetch(`${first.dataset.home}404.html`);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of found.querySelectorAll("main > :not(.head, .doors)")) {
      first.append(document.importNode(part, true));
    }
    first.querySelectorAll(".find").forEach(find);
  }
}
