// What stays at the edge of the window while the page is scrolled, and what it must not hide.

/** The share of the window that may stay over a text. */
const MOST = 1 / 3;

const root = document.documentElement;

function height(element) {
  return element && getComputedStyle(element).position === "sticky" ? element.offsetHeight : 0;
}

/** Looks how high the bar and the tools are: of what would take too much of the window, nothing stays. */
function measure() {
  root.classList.remove("loose", "loose-tools");
  const banner = height(document.getElementById("banner"));
  const bar = height(document.querySelector(".bar"));
  const tools = Math.max(0, ...[...document.querySelectorAll("main [role=toolbar]")].map(height));
  const isOver = (size) => size > window.innerHeight * MOST;
  root.classList.toggle("loose", isOver(banner + bar));
  root.classList.toggle("loose-tools", isOver(banner + bar + tools));
  const stays = isOver(banner + bar) ? 0 : banner + bar;
  root.style.setProperty("--banner", `${isOver(banner + bar) ? 0 : banner}px`);
  root.style.setProperty("--bar", `${stays}px`);
  root.style.setProperty("--over", `${isOver(banner + bar + tools) ? stays : stays + tools}px`);
}

/** Measures again whenever something has another size. */
export function stick(...elements) {
  const observer = new ResizeObserver(measure);
  elements.forEach((element) => observer.observe(element));
  window.addEventListener("resize", measure);
}

/** From where on the window shows an element. */
export function shownFrom(element) {
  const over = ["#banner", ".bar", "[role=toolbar]"].flatMap((name) => {
    const found = name.startsWith("[") ? element.parentElement.querySelector(name) : document.querySelector(name);
    return height(found) ? [found.getBoundingClientRect().bottom] : [];
  });
  return Math.max(0, ...over);
}
