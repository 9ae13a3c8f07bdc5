/** Small tools for making the page; text only ever as text. */

/** A new element: `el("button.chip", { type: "button", onclick }, "Text", child)`. Attributes that are false are left out. */
export function el(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return node;
}

const ICONS = {
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  undo: "M9 14L4 9l5-5M4 9h10a5.5 5.5 0 0 1 0 11h-3",
  redo: "M15 14l5-5-5-5M20 9H10a5.5 5.5 0 0 0 0 11h3",
  minus: "M5 12h14",
  bulb: "M9.5 18h5M10.5 21h3M8.5 14.5a5.5 5.5 0 1 1 7 0c-.7.6-1 1.3-1 2h-5c0-.7-.3-1.4-1-2z",
  search: "M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM16 16l5 5",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A sentence with its `{parts}` filled in. */
export const filled = (text, parts) => text.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);

/** Writes text only when it changed. */
export const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };

export const freshId = () => Math.random().toString(36).slice(2, 12);

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Does something to the page and lets every card in it glide from where it was to where it is. */
export function gliding(root, change) {
  if (isStill()) return change();
  const cards = [...root.querySelectorAll(".week .card")];
  const before = new Map(cards.map((card) => [card, card.getBoundingClientRect()]));
  change();
  for (const [card, was] of before) {
    const is = card.getBoundingClientRect();
    const [dx, dy] = [was.left - is.left, was.top - is.top];
    if (!card.isConnected || !is.height || !was.height || (Math.abs(dx) < 1 && Math.abs(dy) < 1)) continue;
    card.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "none" }], { duration: 160, easing: "cubic-bezier(.2, .7, .3, 1)" });
  }
}

/** The nearest thing around a node that scrolls up and down. */
export function scrollerOf(node) {
  for (let at = node; at; at = at.parentNode || at.host) {
    if (at instanceof Element && /auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement;
}
