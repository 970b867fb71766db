// Puts the rows of a table in another order. What can be chosen are the columns whose header cells say
// `data-sort` (`ascending` or `descending`: what is looked for first); a row is ordered by `data-order` of its cell, or
// else by the words in it, and stands last where it has neither. The choice stands in the address. Without a script the rows
// have the order of the collection, and nothing offers another one.

for (const part of document.querySelectorAll("[data-sorts]")) {
  const table = document.getElementById(part.dataset.sorts);
  const select = part.querySelector("select");
  const columns = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.sort);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const key = (row, { cellIndex }) => {
    const cell = row.cells[cellIndex];
    return cell.dataset.order ?? (cell.tagName === "TH" ? cell.textContent.trim() : "");
  };

  const sort = (column) => {
    for (const cell of columns) cell.removeAttribute("aria-sort");
    if (!column) return body.append(...rows);
    const sign = column.dataset.sort === "descending" ? -1 : 1;
    const keyed = rows.map((row) => [key(row, column), row]);
    keyed.sort(([one], [other]) => (!one - !other) || sign * compare(one, other));
    column.setAttribute("aria-sort", column.dataset.sort);
    return body.append(...keyed.map(([, row]) => row));
  };

  const said = () => new URLSearchParams(location.search).get("sort") ?? "";
  const read = () => {
    select.value = said();
    if (select.selectedIndex < 0) select.value = "";
    sort(columns[select.selectedIndex - 1]);
  };

  columns.forEach((column) => select.append(new Option(column.textContent.trim(), column.dataset.name)));
  select.addEventListener("change", () => {
    const query = new URLSearchParams(location.search);
    if (select.value) query.set("sort", select.value);
    else query.delete("sort");
    const words = query.toString();
    history.replaceState(history.state, "", location.pathname + (words && `?${words}`));
    sort(columns[select.selectedIndex - 1]);
  });
  addEventListener("popstate", read);
  part.hidden = false;
  if (said()) read();
}
