// Days and hours.

import { h, isHalf, unpressed } from "../dom.js";
import { w } from "../words.js";
import { grouped, labelled } from "./around.js";

/** Whether the control of the browser can show the day: what it cannot show it would hide. */
function isDay(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * A control for a day or an hour. Of a day that does not exist, or is written in part, the browser gives nothing: that
 * is told once somebody goes on, and what was there stays.
 */
function moment(attributes, take) {
  const wrong = h("p", { id: `${attributes.id}-wrong`, class: "wrong" });
  const tell = () => {
    wrong.textContent = isHalf(input) ? w("desk-day-none") : "";
    if (wrong.textContent) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const input = h("input", {
    ...attributes,
    class: "short",
    "aria-describedby": [attributes["aria-describedby"], wrong.id].filter(Boolean).join(" "),
    oninput: () => {
      if (isHalf(input)) return;
      if (wrong.textContent) tell();
      take(input.value.trim());
    },
    onblur: () => unpressed(tell),
  });
  return { input, wrong };
}

export function date(place, field) {
  const value = String(place.value ?? "");
  const type = !value || isDay(value) ? "date" : "text";
  let wrong;
  const make = (attributes) => {
    const made = moment({ ...attributes, type, value }, (day) => place.set(day));
    ({ wrong } = made);
    return made.input;
  };
  const element = labelled(place, field, make);
  element.append(wrong);
  return element;
}

/** The hour is that of the site; who is elsewhere is told so. */
function hourName({ time_zone: zone }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === own) return w("desk-hour");
  return w("desk-hour-zone", { zone: zone.split("/").at(-1).replaceAll("_", " ") });
}

/** A day, and the hour where it is known. */
export function datetime(place, field) {
  const value = String(place.value ?? "");
  const [, day = "", hour = ""] = /^(\d{4}-\d\d-\d\d)?(?:[T ]?(\d\d:\d\d))?$/.exec(value) ?? [];
  if (value && !hour && !isDay(day)) return date(place, field);
  // An hour without a day is told, and not dropped.
  const set = () => place.set(days.value && hours.value ? `${days.value}T${hours.value}` : days.value || hours.value);
  const { input: days, wrong: noDay } = moment({ id: `${place.id}-day`, type: "date", value: day }, set);
  const { input: hours, wrong: noHour } = moment({ id: `${place.id}-hour`, type: "time", value: hour }, set);
  return grouped(
    place,
    field,
    h(
      "div",
      { class: "side" },
      h("div", {}, h("label", { for: days.id }, w("desk-day")), days, noDay),
      h("div", {}, h("label", { for: hours.id }, hourName(place.form.session)), hours, noHour),
    ),
  );
}
