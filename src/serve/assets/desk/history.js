// What was saved, and how to take it back.

import { call } from "./api.js";
import { ask } from "./dialog.js";
import { button, fill, h, tell } from "./dom.js";
import { moment, w } from "./words.js";

export async function showHistory(main) {
  const page = { title: w("desk-history"), close() {} };
  const list = h("ol", { class: "texts" });

  const words = (step) => w(step.can_take ? "desk-take-again" : "desk-undo");

  const undo = async (step) => {
    const title = words(step);
    const content = [h("p", {}, step.said), !step.can_take && h("p", {}, w("desk-undo-text"))];
    const made = await ask({
      title,
      content,
      yes: title,
      answer: () => call("undo", { number: step.number }),
    });
    if (!made) return;
    await load();
    main.querySelector("h1").focus();
    tell(made.said);
  };

  const row = (step) =>
    h(
      "li",
      {},
      h("p", { class: "title" }, step.said),
      h("p", { class: "meta" }, [moment(step.when), ...(step.languages ?? [])].join(" · ")),
      step.changed?.length > 0 && h("p", { class: "meta" }, w("desk-step-changed", { names: step.changed.join(", ") })),
      step.ids?.length > 0 &&
        h(
          "ul",
          { class: "states" },
          step.ids.map((id) =>
            h(
              "li",
              {},
              h(
                "a",
                { href: `#/entry/${encodeURIComponent(id)}`, "aria-label": `${w("desk-open-text")}, ${step.said}` },
                w("desk-open-text"),
              ),
            ),
          ),
        ),
      (step.can_undo || step.can_take) &&
        button(words(step), () => undo(step), { class: "small", "aria-label": `${words(step)}, ${step.said}` }),
    );

  const load = async () => {
    const steps = await call("history");
    fill(list, steps.map(row));
    none.hidden = steps.length > 0;
  };

  const none = h("p", { hidden: true }, w("desk-history-none"));
  fill(
    main,
    h("h1", { tabindex: "-1" }, page.title),
    h("p", { class: "help" }, w("desk-history-text")),
    none,
    list,
  );
  await load();
  return page;
}
