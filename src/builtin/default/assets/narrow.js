// Narrows a list that a page holds as a whole: what is chosen in its facets is shown at once, and stands in the
// address, so that the way back, a bookmark and a reload keep it. Without a script, and on pages that hold a part
// of a list, the same links lead to a page for each choice.

const nav = document.querySelector("nav.narrow[data-leave]");
const rows = [...document.querySelectorAll("[data-marks]")].map((node) => ({ node, marks: new Set(node.dataset.marks.split(" ")) }));

if (nav && rows.length) {
  const links = [...nav.querySelectorAll("a[data-mark]")];
  const status = nav.querySelector("[role=status]");
  const chips = nav.querySelector(".chips");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const facet = (mark) => mark.slice(0, mark.indexOf("="));
  const known = new Set(links.map((link) => link.dataset.mark));

  /** What the address says, one value of a facet. */
  const read = () => {
    const chosen = new Map();
    for (const [name, value] of new URLSearchParams(location.search)) {
      const mark = `${name}=${value}`;
      if (known.has(mark)) chosen.set(name, mark);
    }
    return chosen;
  };

  /** The address of a choice, which keeps what else the address says. */
  const address = (chosen) => {
    const said = new URLSearchParams(location.search);
    for (const mark of known) said.delete(facet(mark));
    for (const [name, mark] of chosen) said.set(name, mark.slice(name.length + 1));
    const query = said.toString();
    return location.pathname + (query && `?${query}`);
  };

  // The same choice in other languages, where the page has them: what stands in the address is no word.
  const alternates = [...document.querySelectorAll('link[rel="alternate"][hreflang]')].map((link) => new URL(link.href).pathname);
  const others = [...document.querySelectorAll(".languages a[hreflang]")].filter((link) => alternates.includes(link.pathname));

  const left = (chosen) => rows.filter(({ marks }) => [...chosen.values()].every((mark) => marks.has(mark)));
  const without = (chosen, name) => new Map([...chosen].filter(([other]) => other !== name));

  const show = () => {
    const chosen = read();
    for (const link of others) link.search = new URLSearchParams([...chosen].map(([name, mark]) => [name, mark.slice(name.length + 1)]));
    const shown = new Set(left(chosen));
    for (const row of rows) row.node.hidden = !shown.has(row);
    for (const link of links) {
      const { mark } = link.dataset;
      const name = facet(mark);
      const isChosen = chosen.get(name) === mark;
      const count = left(without(chosen, name).set(name, mark)).length;
      link.closest("li").hidden = !count && !isChosen;
      link.nextElementSibling.textContent = `(${number.format(count)})`;
      if (isChosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    chips.replaceChildren(
      ...[...chosen].map(([name, mark]) => {
        const link = document.createElement("a");
        const title = links.find((known) => known.dataset.mark === mark).textContent;
        link.className = "leave-choice";
        link.href = address(without(chosen, name));
        link.textContent = title;
        link.dataset.leaves = name;
        link.setAttribute("aria-label", nav.dataset.leave.replace("#", title));
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    status.textContent = status.dataset.some.replace("#", number.format(shown.size));
  };

  const go = (chosen) => {
    history.pushState(null, "", address(chosen));
    show();
  };

  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const chosen = read();
    const { mark, leaves } = link.dataset;
    if (!mark && !leaves) return;
    event.preventDefault();
    if (leaves) {
      const own = links.find((other) => other.dataset.mark === chosen.get(leaves));
      go(without(chosen, leaves));
      // The way to leave it is gone: the focus goes where it was chosen.
      own.closest("details").querySelector("summary").focus();
    } else {
      const name = facet(mark);
      go(chosen.get(name) === mark ? without(chosen, name) : chosen.set(name, mark));
    }
  });
  addEventListener("popstate", show);
  if (read().size) show();
}
