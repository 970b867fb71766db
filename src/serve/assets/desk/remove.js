// Takes a whole entry away.

import { call } from "./api.js";
import { ask } from "./dialog.js";
import { h, patient, tell } from "./dom.js";
import { w } from "./words.js";

export async function remove(draft) {
  const title = w("desk-remove-title", { title: draft.model.title });
  let plan;
  try {
    plan = await patient(call("remove", { id: draft.id }), w("desk-wait"));
  } catch (problem) {
    await ask({
      title,
      content: [
        h("p", {}, problem.message || w("desk-silent-short")),
        problem.hint && h("p", {}, problem.hint),
      ],
      yes: null,
      no: w("desk-close"),
    });
    return;
  }
  const consequences = plan.consequences ?? [];
  const content = [
    consequences.length > 0 &&
      h(
        "ul",
        {},
        consequences.map((words) => h("li", {}, words)),
      ),
    h("p", {}, w("desk-remove-text")),
  ];
  const made = await ask({
    title,
    content,
    yes: w("desk-remove"),
    answer: () => call("remove", { id: draft.id, token: plan.token }),
  });
  if (!made) return;
  draft.dropped();
  location.hash = "#/";
  tell(made.said);
}
