// On the language page only: sends a visitor who arrives from elsewhere to the language chosen
// earlier, else to the first of the browser's languages that the site has. Without scripts, or
// for one who comes from a page of the site, the page stays.
const links = [...document.querySelectorAll("main a[hreflang]")];
const key = "language";

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(tag) {
  try {
    localStorage.setItem(key, tag);
  } catch {
    // Storage is refused: the choice holds for this visit.
  }
}

function cameFromHere() {
  try {
    return new URL(document.referrer).origin === location.origin;
  } catch {
    return false;
  }
}

for (const link of links) {
  link.addEventListener("click", () => remember(link.hreflang));
}

if (!cameFromHere()) {
  const wanted = [remembered(), ...navigator.languages].filter(Boolean);
  const base = (tag) => tag.toLowerCase().split("-")[0];
  for (const tag of wanted) {
    const link =
      links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase()) ??
      links.find((link) => base(link.hreflang) === base(tag));
    if (link) {
      location.replace(link.href);
      break;
    }
  }
}
