// Narrows a table to the rows that hold what is chosen: a value of a column, or a year that lies in the
// period of a row. What can be chosen is what the rows hold, so that no choice leaves nothing by itself.

for (const form of document.querySelectorAll("form.narrow")) {
  const rows = [...document.querySelectorAll(`table.${form.dataset.table} tbody tr`)];
  const choices = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");

  /** The values of a cell: its links, else its text without the name of the column. */
  const values = (row, column) => {
    const cell = row.cells[column];
    const links = [...cell.querySelectorAll("a")];
    if (links.length) return links.map((link) => link.textContent.trim());
    return [[...cell.childNodes].filter((node) => !node.classList?.contains("term")).map((node) => node.textContent).join("").trim()];
  };

  /** The years of a row, both ends included; a row that names one end alone has that year. */
  const years = ({ dataset: { from, to } }) => {
    const first = Number(from || to);
    const last = Number(to || from);
    return first ? Array.from({ length: last - first + 1 }, (_, past) => String(first + past)) : [];
  };

  const held = (row, choice) => (choice.dataset.column ? values(row, Number(choice.dataset.column)) : years(row));

  const order = new Intl.Collator(document.documentElement.lang).compare;
  for (const choice of choices) {
    const found = [...new Set(rows.flatMap((row) => held(row, choice)))].sort(order);
    if (!choice.dataset.column) found.reverse();
    for (const value of found) choice.append(new Option(value, value));
  }

  const show = () => {
    let count = 0;
    for (const row of rows) {
      row.hidden = choices.some((choice) => choice.value && !held(row, choice).includes(choice.value));
      if (!row.hidden) count += 1;
    }
    status.textContent = status.dataset.some.replace("#", new Intl.NumberFormat(document.documentElement.lang).format(count));
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A browser that goes back keeps what was chosen.
  if (choices.some((choice) => choice.value)) show();
}
