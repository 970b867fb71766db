// Puts the rows of a table in the order of a column whose header cell says `data-sort`: by `data-order` of their cells,
// else by their words; rows without either come last. The choice stands in the address.

for (const part of document.querySelectorAll("[data-sorts]")) {
  const table = document.getElementById(part.dataset.sorts);
  const select = part.querySelector("select");
  const columns = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.sort);
  const [body] = table.tBodies;
  const rows = [...body.rows];
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const sort = () => {
    const column = columns[select.selectedIndex - 1];
    for (const cell of columns) cell.removeAttribute("aria-sort");
    if (!column) return body.append(...rows);
    const { sort: way } = column.dataset;
    const key = (row) => {
      const cell = row.cells[column.cellIndex];
      return cell.dataset.order ?? (cell.matches("th") ? cell.textContent.trim() : "");
    };
    const keyed = rows.map((row) => [key(row), row]);
    keyed.sort(([one], [other]) => !one - !other || (way === "descending" ? compare(other, one) : compare(one, other)));
    column.setAttribute("aria-sort", way);
    return body.append(...keyed.map(([, row]) => row));
  };

  const read = () => {
    const said = new URLSearchParams(location.search).get("sort");
    select.selectedIndex = columns.findIndex((column) => column.dataset.name === said) + 1;
    if (said) sort();
  };

  for (const column of columns) select.append(new Option(column.textContent.trim(), column.dataset.name));
  select.addEventListener("change", () => {
    const address = new URL(location.href);
    if (select.value) address.searchParams.set("sort", select.value);
    else address.searchParams.delete("sort");
    history.replaceState(history.state, "", address);
    sort();
  });
  addEventListener("popstate", read);
  part.classList.remove("unready");
  read();
}
