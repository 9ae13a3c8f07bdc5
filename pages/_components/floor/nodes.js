/** Nodes from plain values, and a live tree brought to the shape of a new one without losing focus or caret. */

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  check: "M9.2 16.2 5 12l-1.4 1.4 5.6 5.6 12-12-1.4-1.4z",
  undo: "M12.5 8c-2.7 0-5 1-6.9 2.6L2 7v9h9l-3.6-3.6a8 8 0 0 1 12.6 3.8l2.4-.8A10.5 10.5 0 0 0 12.5 8z",
  up: "M6 16.6 14.6 8H8V6h10v10h-2V9.4L7.4 18z",
  level: "M4 11h12.2l-3.6-3.6L14 6l6 6-6 6-1.4-1.4 3.6-3.6H4z",
  down: "M6 7.4 14.6 16H8v2h10V8h-2v6.6L7.4 6z",
  minus: "M5 11h14v2H5z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  next: "M6 6v12l8.5-6zM16 6v12h2V6z",
  more: "M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  open: "m7.4 8.6 4.6 4.6 4.6-4.6L18 10l-6 6-6-6z",
  sound: "M4 9v6h4l5 5V4L8 9zm11.5 3a4 4 0 0 0-2-3.5v7a4 4 0 0 0 2-3.5zm-2-8.7v2.1a7 7 0 0 1 0 13.2v2.1a9 9 0 0 0 0-17.4z",
  vibration: "M0 15h2V9H0zm3 2h2V7H3zm19-8v6h2V9zm-3 8h2V7h-2zM16.5 3h-9C6.7 3 6 3.7 6 4.5v15c0 .8.7 1.5 1.5 1.5h9c.8 0 1.5-.7 1.5-1.5v-15c0-.8-.7-1.5-1.5-1.5zM16 19H8V5h8z",
  awake: "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4zM3.5 4.9l1.4-1.4 2.9 2.8-1.5 1.5zm12.7 12.7 1.4-1.4 2.9 2.9-1.4 1.4zM16.2 6.4l2.9-2.9 1.4 1.4-2.9 2.9zM3.5 19.1l2.8-2.9 1.5 1.4-2.9 2.9z",
  flag: "M6 3h2v1h11l-2.5 4.5L19 13H8v8H6z",
  stop: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM11 7v6h2V7zm0 8v2h2v-2z",
};

/** ``el("button.round", { "data-do": "undo" }, icon, "Undo")``: false and null attributes and children are left out. */
function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.filter(Boolean).join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

const nameOf = (node) => node.nodeType === Node.ELEMENT_NODE ? node.dataset?.k ?? null : null;

function morph(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.tagName === "INPUT" && old !== old.getRootNode().activeElement) old.value = fresh.value;
  morphChildren(old, [...fresh.childNodes]);
}

function morphChildren(parent, wanted) {
  const named = new Map([...parent.childNodes].filter(nameOf).map((node) => [nameOf(node), node]));
  let place = parent.firstChild;
  for (const fresh of wanted) {
    const name = nameOf(fresh);
    const twin = name ? named.get(name) : place && !nameOf(place) ? place : null;
    if (twin && twin.nodeName === fresh.nodeName) {
      if (twin === place) place = place.nextSibling; else parent.insertBefore(twin, place);
      if (twin.nodeType === Node.TEXT_NODE) { if (twin.data !== fresh.data) twin.data = fresh.data; } else morph(twin, fresh);
    } else {
      parent.insertBefore(fresh, place);
    }
  }
  while (place) { const gone = place; place = place.nextSibling; gone.remove(); }
}
