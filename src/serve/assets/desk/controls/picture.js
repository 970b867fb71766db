// A picture: its file, what it shows in each language, who made it, and the point that stays in view.

import { picture as address } from "../api.js";
import { button, h } from "../dom.js";
import { w } from "../words.js";
import { labelled, nested } from "./around.js";
import { control } from "./control.js";
import { people } from "./people.js";
import { accept, isPicture, receiver } from "./receive.js";

/** The parts of a picture that have controls of their own. */
const DRAWN = ["file", "focus"];

export function picture(place, field) {
  const { draft, id } = place;
  const thumbnail = h("div", { class: "thumbnail" });
  const details = h("div", {});

  const show = async () => {
    const file = place.value?.file;
    thumbnail.replaceChildren();
    if (!file) return;
    try {
      const source = await address(draft.id, file);
      const image = h("img", {
        src: source,
        alt: w("desk-picture-now", { file }),
        onload: () => URL.revokeObjectURL(source),
      });
      thumbnail.replaceChildren(image, h("p", { class: "help" }, file));
      aim(image);
    } catch {
      thumbnail.replaceChildren(h("p", { class: "help" }, file));
    }
  };

  // ---------------------------------------------------------------- the point that stays in view

  const marker = h("span", { class: "focus-point" });
  const percent = (axis) => Math.round(Number(place.value?.focus?.[axis] ?? 0.5) * 100);
  const inputs = [0, 1].map((axis) =>
    h("input", {
      id: `${id}-focus-${axis}`,
      type: "number",
      min: "0",
      max: "100",
      step: "5",
      class: "short",
      value: percent(axis),
      oninput: () => point(inputs.map((input) => Number(input.value) / 100)),
    }),
  );

  const point = (focus) => {
    const inside = focus.map((part) => String(Math.round(Math.min(1, Math.max(0, part)) * 100) / 100));
    place.at("focus").set(inside);
    mark();
  };

  const mark = () => {
    marker.style.left = `${percent(0)}%`;
    marker.style.top = `${percent(1)}%`;
  };

  const aim = (image) => {
    const target = h("div", { class: "aim" });
    image.replaceWith(target);
    target.append(image, marker);
    mark();
    image.addEventListener("click", (event) => {
      const box = image.getBoundingClientRect();
      const focus = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      point(focus);
      inputs.forEach((input, axis) => (input.value = percent(axis)));
    });
  };

  // ---------------------------------------------------------------- the file

  const take = (file, said = []) => {
    const isOther = place.value?.alt && place.value.file !== file;
    place.form.said.set(id, isOther ? [...said, w("desk-picture-changed")] : said);
    place.at("file").set(file);
    place.form.draw();
    place.form.focus(place.name);
  };

  const remove = () => {
    place.set("");
    place.form.draw();
    place.form.focus(place.name);
  };

  const known = draft.files.filter(isPicture);
  const choice =
    known.length > 0 &&
    h(
      "p",
      {},
      h("label", { for: `${id}-known` }, w("desk-picture-known")),
      h(
        "select",
        { id: `${id}-known`, value: place.value?.file ?? "", onchange: (event) => take(event.target.value) },
        h("option", { value: "" }, w("desk-choose")),
        known.map((file) => h("option", { value: file }, file)),
      ),
    );
  const label = place.value?.file ? w("desk-picture-other") : w("desk-picture-choose");
  const receive = receiver({
    draft,
    id: `${id}-new`,
    label,
    accept: "image/*",
    before: place.form.said.get(id),
    take,
  });

  // ---------------------------------------------------------------- its words

  if (place.value?.file) {
    details.append(
      ...field.of
        .filter(({ name }) => !DRAWN.includes(name))
        .flatMap((part) => words(place.at(part.name), part)),
      h(
        "fieldset",
        { class: "set" },
        h("legend", {}, w("desk-focus")),
        h("p", { class: "help" }, w("desk-focus-help")),
        h(
          "div",
          { class: "side" },
          h("p", {}, h("label", { for: inputs[0].id }, w("desk-focus-across")), inputs[0]),
          h("p", {}, h("label", { for: inputs[1].id }, w("desk-focus-down")), inputs[1]),
        ),
      ),
      ...[people(place.form)].filter(Boolean),
      button(w("desk-picture-remove"), remove, {
        class: "small",
        "aria-label": `${w("desk-picture-remove")}, ${field.label}`,
      }),
    );
  }

  const element = nested(place, field, thumbnail, choice, receive.element, details);
  accept(element, receive.receive);
  show();
  return element;
}

/** The controls for what is said of a picture. Who does not see it is not forgotten in any language. */
function words(place, part) {
  if (part.kind !== "alternative") return [control(place, part)];
  if (!part.localized) return [alternative(place, part)];
  if (place.value && typeof place.value === "object" && "*" in place.value)
    return [alternative(place.plain, part)];
  const { draft } = place;
  const tags = draft.model.languages.map(({ tag }) => tag).filter((tag) => draft.exists(tag));
  return tags.map((tag) => alternative(place.in(tag), part));
}

/**
 * An alternative text; that there is nothing to say of an ornament is an answer, too. One of the two is wanted, though the
 * field may be left out.
 */
function alternative(place, field) {
  const isOrnament = place.value === "";
  const area = labelled(place, { ...field, isItem: true, help: field.help ?? w("desk-alt-help") }, (attributes) =>
    h("textarea", {
      ...attributes,
      ...place.tongue,
      rows: "2",
      value: place.value ?? "",
      disabled: isOrnament,
      oninput: (event) => place.set(event.target.value.trim() ? event.target.value : undefined),
    }),
  );
  const box = h("input", {
    id: `${place.id}-ornament`,
    type: "checkbox",
    checked: isOrnament,
    onchange: (event) => {
      const control = area.querySelector("textarea");
      control.disabled = event.target.checked;
      control.value = "";
      place.set(event.target.checked ? "" : undefined, true);
    },
  });
  area.append(h("p", { class: "option" }, box, h("label", { for: box.id }, w("desk-ornament"))));
  return area;
}
