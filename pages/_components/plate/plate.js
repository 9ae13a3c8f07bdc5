/**
 * The posterior thigh: choose a belly by pointer, tap, keyboard or its chip.
 * A choice is one message, {client, seq, belly}; what Python holds comes back with the number it has seen.
 */

const ORDER = ["semitendinosus", "biceps_femoris_long_head", "semimembranosus", "biceps_femoris_short_head"];
const SURFACE = new Set(["semitendinosus", "biceps_femoris_long_head"]);
const SPACE = "http://www.w3.org/2000/svg";

function make(tag, attributes = {}, text = "") {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

function makeSvg(tag, attributes = {}, text = "") {
  const node = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

/** A name beside the drawing with a level line to its belly; the lines of `full` stand only where there is room. */
function nameTag(state, belly, full, short, words) {
  const node = state.bellies.get(belly);
  const [ax, ay] = node.dataset.anchor.split(",").map(Number);
  const isRight = node.dataset.side === "right";
  const x = isRight ? 632 : 238;
  const group = makeSvg("g", { class: SURFACE.has(belly) ? "superficial-name" : "deep-name", "data-for": belly });
  group.append(makeSvg("path", { d: `M${isRight ? x - 10 : x + 10} ${ay}L${ax} ${ay}` }), makeSvg("circle", { cx: ax, cy: ay, r: 5 }));
  const text = (className, lines) => {
    const node = makeSvg("text", { class: className, "text-anchor": isRight ? "start" : "end" });
    const first = ay + 0.34 * 24 - (lines.length - 1) * 12;
    lines.forEach(([line, kind], i) => node.append(makeSvg("tspan", { x, class: kind, ...(i ? { dy: "1.12em" } : { y: first }) }, line)));
    return node;
  };
  const more = words ? [[words, "words"]] : [];
  group.append(text("full", [...full.map((line) => [line, ""]), ...more]), text("short", [[short, ""], ...more]));
  return group;
}

function fill(state, root) {
  const { names, tints, note } = state.data;
  const words = (belly) => (tints ? tints[belly].words : "");
  state.tags = ORDER.map((belly) => nameTag(state, belly, names[belly].full.split(", ").map((part, i, all) => (i < all.length - 1 ? `${part},` : part)), names[belly].short, words(belly)));
  root.querySelector(".names").replaceChildren(...state.tags);
  state.chips = state.data.order.map((belly) => {
    const chip = make("button", { type: "button", class: "chip", "data-for": belly }, names[belly].short);
    if (words(belly)) chip.append(make("small", {}, words(belly)));
    return chip;
  });
  root.querySelector(".chips").replaceChildren(...state.chips);
  for (const [belly, node] of state.bellies) {
    node.setAttribute("aria-label", words(belly) ? `${names[belly].full}: ${words(belly)}` : names[belly].full);
    node.style.setProperty("--load", tints ? tints[belly].share : 0);
  }
  root.querySelector(".plate").classList.toggle("tinted", Boolean(tints));
  const line = root.querySelector(".note");
  line.textContent = note;
  line.hidden = !note;
}

function show(state) {
  const deep = state.layer === "deep";
  state.svg.dataset.layer = state.layer;
  state.views.forEach((view) => view.setAttribute("aria-pressed", String(view.dataset.view === state.layer)));
  const open = ORDER.filter((belly) => !deep || !SURFACE.has(belly));
  if (!open.includes(state.stop)) state.stop = open.includes(state.chosen) ? state.chosen : open[0];
  for (const [belly, node] of state.bellies) {
    const isOpen = open.includes(belly);
    node.setAttribute("aria-pressed", String(belly === state.chosen));
    node.tabIndex = isOpen && belly === state.stop ? 0 : -1;
    if (isOpen) node.removeAttribute("aria-hidden"); else node.setAttribute("aria-hidden", "true");
  }
  state.tags.forEach((tag) => tag.classList.toggle("is-other", Boolean(state.chosen) && tag.dataset.for !== state.chosen));
  state.chips.forEach((chip) => chip.setAttribute("aria-pressed", String(chip.dataset.for === state.chosen)));
}

function choose(state, belly) {
  state.chosen = belly === state.chosen ? null : belly;
  if (state.chosen) {
    state.stop = belly;
    if (SURFACE.has(belly)) state.layer = "superficial";
  }
  show(state);
  state.seq += 1;
  state.send("choice", { client: state.client, seq: state.seq, belly: state.chosen });
}

function keyed(state, event, belly) {
  const open = ORDER.filter((other) => state.layer !== "deep" || !SURFACE.has(other));
  const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (way) {
    state.stop = open[(open.indexOf(belly) + way + open.length) % open.length];
    show(state);
    state.bellies.get(state.stop).focus();
  } else if (event.key === "Enter" || event.key === " ") {
    choose(state, belly);
  } else if (event.key === "Escape" && state.chosen) {
    choose(state, state.chosen);
  } else {
    return;
  }
  event.preventDefault();
}

function wire(state, root) {
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  for (const [belly, node] of state.bellies) {
    on(node, "click", () => choose(state, belly));
    on(node, "keydown", (event) => keyed(state, event, belly));
    on(node, "focus", () => { state.stop = belly; });
  }
  const named = (event) => event.target.closest("[data-for]")?.dataset.for;
  for (const part of [".names", ".chips"]) {
    const place = root.querySelector(part);
    on(place, "click", (event) => { if (named(event)) choose(state, named(event)); });
    on(place, "pointerover", (event) => state.bellies.get(named(event))?.classList.add("is-near"));
    on(place, "pointerout", (event) => state.bellies.get(named(event))?.classList.remove("is-near"));
  }
  state.views.forEach((view) => on(view, "click", () => { state.layer = view.dataset.view; show(state); }));
}

function mount(root) {
  const state = { abort: new AbortController(), client: Math.random().toString(36).slice(2), seq: 0, chosen: null,
    stop: ORDER[0], layer: "superficial", text: "", svg: root.querySelector(".hp"), views: [...root.querySelectorAll(".view")],
    bellies: new Map([...root.querySelectorAll(".belly")].map((node) => [node.dataset.muscle, node])) };
  wire(state, root);
  return state;
}

const MOUNTED = new WeakMap();

export default function plate({ parentElement: root, data: [data], setStateValue }) {
  if (!MOUNTED.has(root)) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  state.send = setStateValue;
  state.data = data;
  const text = JSON.stringify([data.names, data.tints, data.note]);
  if (text !== state.text) {
    state.text = text;
    fill(state, root);
  }
  const isEcho = data.client === state.client && data.ack < state.seq;
  if (!isEcho) state.chosen = data.chosen;
  show(state);
  return () => {
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
