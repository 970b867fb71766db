// Makes elements, and looks after the focus and what is told to who does not see the page.

/**
 * An element. Attributes whose name begins with `on` are listeners; `true` writes an attribute without a
 * value, `false` and `null` none. The value of a control is set as a property.
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key !== "value") element.setAttribute(key, value === true ? "" : value);
  }
  append(element, children);
  // A select takes its value only once it has its options.
  if (attributes.value !== undefined && attributes.value !== null) {
    if (name === "li") element.setAttribute("value", attributes.value);
    else element.value = attributes.value;
  }
  return element;
}

function append(element, children) {
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined),
  );
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** A button that is not the one of a form. */
export function button(words, onclick, attributes = {}) {
  return h("button", { type: "button", onclick, ...attributes }, words);
}

let last = 0;

/** An id that nothing else has. */
export function uid(name = "u") {
  last += 1;
  return `${name}-${last}`;
}

/** Does something a while after the last call; `now()` does at once what waits, `cancel()` forgets it. */
export function later(wait, run) {
  let timer = null;
  let given = [];
  const call = (...values) => {
    given = values;
    clearTimeout(timer);
    timer = setTimeout(call.now, wait);
  };
  call.cancel = () => {
    clearTimeout(timer);
    timer = null;
  };
  call.now = () => {
    if (timer === null) return;
    call.cancel();
    run(...given);
  };
  return call;
}

/** After how long it is said that something takes a while. */
const PATIENCE = 400;

/** Waits for something, and says so where it takes a while. */
export async function patient(promise, words, place = document.getElementById("wait")) {
  const timer = setTimeout(() => (place.textContent = words), PATIENCE);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    place.textContent = "";
  }
}

/** Tells something politely. */
export function tell(words) {
  const place = document.getElementById("told");
  if (!place) return;
  place.textContent = "";
  // A region that is given the same words again would stay silent.
  setTimeout(() => (place.textContent = words), 50);
}

/**
 * Draws something again, and gives the focus back to the element with the id that had it: also the place of
 * the cursor, and what was scrolled.
 */
export function redraw(draw) {
  const { activeElement: active } = document;
  const { id, selectionStart, selectionEnd, scrollTop } = active ?? {};
  const { scrollX, scrollY } = window;
  draw();
  const again = id && document.getElementById(id);
  if (again && again !== document.activeElement) {
    again.focus({ preventScroll: true });
    if (typeof selectionStart === "number") {
      again.setSelectionRange?.(selectionStart, selectionEnd);
      again.scrollTop = scrollTop;
    }
  }
  window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
}

/** Opens what is closed around an element. */
export function unfold(element) {
  for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
}

/** Brings something into view and gives it the focus. */
export function reach(element) {
  if (!element) return;
  unfold(element);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  element.focus({ preventScroll: true });
}

let isPressed = false;
for (const [name, is] of Object.entries({ pointerdown: true, pointerup: false, pointercancel: false })) {
  document.addEventListener(name, () => (isPressed = is), true);
}

/** Does what moves the page once nothing is pressed: a button that moves away under a finger hears nothing of it. */
export function unpressed(run) {
  if (!isPressed) run();
  else document.addEventListener("pointerup", () => setTimeout(run), { once: true });
}

/** Whether a control for a day or an hour holds one that does not exist, or is written in part. */
export function isHalf(input) {
  return ["date", "time"].includes(input.type) && input.validity.badInput;
}

/** What can have the focus. */
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

function canFocus(element) {
  return element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled");
}

/**
 * Sees to it that the focus goes to what is nearest, where the element that has it goes away, is hidden or can have it
 * no longer: whoever works with the keyboard goes on where they were. `last` gives what has it where nothing is left.
 */
export function keepFocus(last) {
  let around = [];
  let top = 0;
  const note = () => {
    const { activeElement: active } = document;
    if (!active || active === document.body) return;
    around = [];
    for (let at = active; at && at !== document.body; at = at.parentElement) around.push(at);
    top = active.getBoundingClientRect().top;
  };
  for (const name of ["focusin", "keydown", "pointerdown"]) document.addEventListener(name, note, true);
  // Who clicked beside everything wanted it so.
  document.addEventListener("pointerup", () => {
    if (document.activeElement === document.body && around[0]?.isConnected) around = [];
  });
  const nearest = (element) => {
    const far = (one) => Math.abs(one.getBoundingClientRect().top - top);
    const all = [...element.querySelectorAll(FOCUSABLE)].filter(canFocus);
    return all.sort((one, other) => far(one) - far(other))[0];
  };
  const look = () => {
    const { activeElement: active } = document;
    if (!around.length || (active && active !== document.body && canFocus(active))) return;
    if (around[0].isConnected && canFocus(around[0])) return;
    const place = document.querySelector("dialog[open]");
    const left = around.filter((one) => one.isConnected && (!place || place.contains(one)));
    const next = left.map(nearest).find(Boolean) ?? (place ? nearest(place) : last());
    next?.focus();
  };
  const filter = ["hidden", "disabled", "open"];
  // A dialog gives the focus back only once it is closed, and what takes something away often says itself what is next.
  const soon = later(0, look);
  new MutationObserver(() => soon()).observe(document, { subtree: true, childList: true, attributeFilter: filter });
}

/** Whether the browser makes a text area as high as its text by itself. */
const GROWS = CSS.supports("field-sizing", "content");

/** Makes a text area as high as what is written in it; one that is not shown has no height yet. */
export function grow(area) {
  if (GROWS || !area.scrollHeight) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}
