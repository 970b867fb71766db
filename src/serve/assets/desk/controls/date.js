// Days and hours.

import { h } from "../dom.js";
import { w } from "../words.js";
import { grouped, labelled } from "./around.js";

/** Whether the control of the browser can show the day: what it cannot show it would hide. */
function isDay(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

export function date(place, field) {
  const value = String(place.value ?? "");
  const type = !value || isDay(value) ? "date" : "text";
  return labelled(place, field, (attributes) =>
    h("input", {
      ...attributes,
      type,
      class: "short",
      value,
      oninput: (event) => place.set(event.target.value.trim()),
    }),
  );
}

/** A day, and the hour where it is known. */
export function datetime(place, field) {
  const value = String(place.value ?? "");
  const [, day = "", hour = ""] = /^(\d{4}-\d\d-\d\d)?(?:[T ]?(\d\d:\d\d))?$/.exec(value) ?? [];
  if (value && !hour && !isDay(day)) return date(place, field);
  // An hour without a day is told, and not dropped.
  const set = () => place.set(days.value && hours.value ? `${days.value}T${hours.value}` : days.value || hours.value);
  const days = h("input", { id: `${place.id}-day`, type: "date", class: "short", value: day, oninput: set });
  const hours = h("input", {
    id: `${place.id}-hour`,
    type: "time",
    class: "short",
    value: hour,
    oninput: set,
  });
  return grouped(
    place,
    field,
    h(
      "div",
      { class: "side" },
      h("p", {}, h("label", { for: days.id }, w("desk-day")), days),
      h("p", {}, h("label", { for: hours.id }, w("desk-hour")), hours),
    ),
  );
}
