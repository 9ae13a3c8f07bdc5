/** The length map: hip and knee bend, coloured by model length, movements as paths with a moving dot. Sends nothing. */

const PLAY = "M8 5v14l11-7z";
const PAUSE = "M6 5h4v14H6zm8 0h4v14h-4z";
const [KNEE_LOW, KNEE_HIGH, HIP_LOW, HIP_HIGH] = [0, 120, -20, 120];
const MARGIN = { left: 42, right: 8, top: 8, bottom: 42 };
const LEVELS = [0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];
const PATH_STEPS = 80;
const CLASSES = [["long", "Long"], ["middle", "Middle"], ["short", "Short"]];

function paintHeat(canvas, model) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(121, 141);
  for (let row = 0; row < 141; row += 1) {
    for (let column = 0; column < 121; column += 1) {
      image.data.set([...lengthRgb(meanLength(model, HIP_HIGH - row, column)), 255], 4 * (row * 121 + column));
    }
  }
  context.putImageData(image, 0, 0);
}

/** The hip bend at which a knee bend gives a length; null where the map does not reach it. */
function hipFor(model, knee, ratio) {
  let [low, high] = [HIP_LOW, 116];
  if (meanLength(model, low, knee) > ratio || meanLength(model, high, knee) < ratio) return null;
  for (let i = 0; i < 18; i += 1) {
    const middle = (low + high) / 2;
    if (meanLength(model, middle, knee) < ratio) low = middle; else high = middle;
  }
  return low;
}

function frame(state) {
  const width = Math.max(state.plot.clientWidth, 240);
  const height = Math.round(clamp(width * 0.86, 300, 480));
  const [w, h] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom];
  Object.assign(state, { width, height,
    x: (knee) => MARGIN.left + w * (knee - KNEE_LOW) / (KNEE_HIGH - KNEE_LOW),
    y: (hip) => MARGIN.top + h * (HIP_HIGH - hip) / (HIP_HIGH - HIP_LOW),
    back: (px, py) => [HIP_HIGH - (py - MARGIN.top) / h * (HIP_HIGH - HIP_LOW), KNEE_LOW + (px - MARGIN.left) / w * (KNEE_HIGH - KNEE_LOW)] });
  Object.assign(state.heat.style, { left: `${MARGIN.left}px`, top: `${MARGIN.top}px`, width: `${w}px`, height: `${h}px` });
  state.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  state.svg.style.height = `${height}px`;
}

function label(text, x, y, attributes = {}) {
  const node = makeSvg("text", { x, y, ...attributes });
  node.textContent = text;
  return node;
}

function axes(state) {
  const { x, y, width, height } = state;
  const group = makeSvg("g");
  for (let knee = 0; knee <= KNEE_HIGH; knee += 30) group.append(label(`${knee}°`, x(knee), height - 24, { "text-anchor": knee ? (knee === KNEE_HIGH ? "end" : "middle") : "start" }));
  for (let hip = 0; hip <= HIP_HIGH; hip += 30) group.append(label(`${hip}°`, MARGIN.left - 8, y(hip) + 4, { "text-anchor": "end" }));
  group.append(label("Knee bend", (x(0) + width) / 2, height - 6, { class: "axis-name", "text-anchor": "middle" }));
  group.append(label("Hip bend", 0, 0, { class: "axis-name", "text-anchor": "middle", transform: `translate(11 ${y(50)}) rotate(-90)` }));
  return group;
}

function contours(state) {
  const group = makeSvg("g");
  for (const ratio of LEVELS) {
    const points = [];
    for (let knee = KNEE_LOW; knee <= KNEE_HIGH; knee += 2) {
      const hip = hipFor(state.data.model, knee, ratio);
      if (hip !== null) points.push([state.x(knee), state.y(hip)]);
    }
    if (points.length < 4) continue;
    const path = `M${points.map((p) => p.map((v) => v.toFixed(1)).join(" ")).join("L")}`;
    group.append(makeSvg("path", { class: ratio === 1 ? "contour standing-line" : "contour", d: path }));
    const [px, py] = points[Math.round(points.length * (ratio < 1 ? 0.82 : 0.62))];
    group.append(label(percent(ratio), clamp(px, MARGIN.left + 20, state.width - 28), py + 4, { class: "contour-label" }));
  }
  return group;
}

function wayOf(movement, state) {
  const points = Array.from({ length: PATH_STEPS + 1 }, (_, i) => {
    const t = i / PATH_STEPS;
    return `${state.x(angleAt(movement, "knee", t)).toFixed(1)} ${state.y(angleAt(movement, "hip", t)).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

function drawStatic(state) {
  frame(state);
  const paths = makeSvg("g");
  const badges = makeSvg("g");
  state.dots = state.chosen.map((id, i) => {
    const movement = state.byId.get(id);
    const d = wayOf(movement, state);
    paths.append(makeSvg("path", { class: "halo", d }), makeSvg("path", { class: movement.reference ? "path is-reference" : "path", d }));
    const badge = badges.appendChild(makeSvg("g", { class: "badge" }));
    badge.append(makeSvg("circle", { r: 11 }), label(String(i + 1), 0, 4.5));
    return { movement, badge };
  });
  state.cross = [makeSvg("line", { class: "cross" }), makeSvg("line", { class: "cross" })];
  state.svg.replaceChildren(axes(state), contours(state), paths, ...state.cross, badges);
  hideCross(state);
  const names = state.chosen.map((id) => state.byId.get(id).name).join(", ");
  state.svg.setAttribute("aria-label", `Model muscle length over hip and knee bend. Bending the hip makes it longer, bending the knee shorter. Shown: ${names || "no movement"}.`);
}

function drawList(state) {
  state.values = state.chosen.map((id, i) => {
    const movement = state.byId.get(id);
    const item = make("li");
    const words = make("span");
    words.append(make("span", {}, movement.name), make("span", { class: "class" }, ` · ${movement.length_class}`));
    const value = make("b");
    item.append(make("span", { class: "number", "aria-hidden": "true" }, String(i + 1)), words, value);
    return { item, value };
  });
  state.list.replaceChildren(...state.values.map(({ item }) => item));
  state.chips.forEach(({ chip, id }) => chip.setAttribute("aria-pressed", String(state.chosen.includes(id))));
}

function show(state) {
  state.dots.forEach(({ movement, badge }, i) => {
    const t = state.clock.running || state.seconds ? phaseAt(movement, state.seconds) : state.t;
    const [hip, knee] = [angleAt(movement, "hip", t), angleAt(movement, "knee", t)];
    badge.setAttribute("transform", `translate(${state.x(knee).toFixed(1)} ${state.y(hip).toFixed(1)})`);
    write(state.values[i].value, percent(meanLength(state.data.model, hip, knee)));
  });
  const at = Math.round(100 * state.t);
  if (state.scrub.valueAsNumber !== at) state.scrub.value = at;
  state.scrub.style.setProperty("--fill", `${at}%`);
  state.scrub.setAttribute("aria-valuetext", `${at} percent of the way`);
}

function setPlaying(state, on) {
  if (on) {
    state.clock.set(secondsAt({ cycle: "mirror" }, state.t));
    state.clock.start();
  } else {
    state.clock.stop();
  }
  state.play.setAttribute("aria-label", on ? "Pause" : "Play");
  state.play.querySelector(".icon").setAttribute("d", on ? PAUSE : PLAY);
}

function hideCross(state) {
  state.cross.forEach((line) => { line.style.display = "none"; });
  write(state.reading, state.data.hint);
}

function read(state, event) {
  const box = state.svg.getBoundingClientRect();
  const [hip, knee] = state.back(event.clientX - box.left, event.clientY - box.top);
  if (hip < HIP_LOW || hip > HIP_HIGH || knee < KNEE_LOW || knee > KNEE_HIGH) { hideCross(state); return; }
  const ends = [[state.x(knee), state.x(knee), state.y(HIP_LOW), state.y(HIP_HIGH)], [state.x(KNEE_LOW), state.x(KNEE_HIGH), state.y(hip), state.y(hip)]];
  state.cross.forEach((line, i) => {
    ["x1", "x2", "y1", "y2"].forEach((name, k) => line.setAttribute(name, ends[i][k]));
    line.style.display = "";
  });
  write(state.reading, `Hip ${degrees(hip)} · knee ${degrees(knee)}: ${percent(meanLength(state.data.model, hip, knee))} of standing`);
}

function redraw(state) {
  drawStatic(state);
  drawList(state);
  show(state);
}

function fill(state, root) {
  const { data } = state;
  state.byId = new Map(data.movements.map((movement) => [movement.id, movement]));
  state.chosen = state.chosen ? state.chosen.filter((id) => state.byId.has(id)) : data.chosen.slice();
  write(root.querySelector(".footnote"), data.footnote);
  state.chips = data.movements.map(({ id, name, length_class: group, function: kind }) => {
    const chip = make("button", { type: "button", class: `chip ${kind}`, "aria-pressed": "false" });
    chip.append(make("span", { class: "mark", "aria-hidden": "true" }), make("span", {}, name));
    chip.addEventListener("click", () => {
      state.chosen = state.chosen.includes(id) ? state.chosen.filter((other) => other !== id) : [...state.chosen, id];
      redraw(state);
    }, { signal: state.abort.signal });
    return { chip, id, group };
  });
  root.querySelector(".classes").replaceChildren(...CLASSES.map(([group, word]) => {
    const row = make("div", { class: "class-row" });
    const chips = make("div", { class: "chips", role: "group", "aria-label": `${word}: movements on the map` });
    chips.append(...state.chips.filter((entry) => entry.group === group).map(({ chip }) => chip));
    row.append(make("span", {}, word), chips);
    return row;
  }));
  paintHeat(state.heat, data.model);
}

function mount(root) {
  const find = (name) => root.querySelector(`.${name}`);
  const state = { abort: new AbortController(), plot: find("plot"), heat: find("heat"), svg: find("over"), list: find("chosen"),
    play: find("play"), scrub: find("scrub"), reading: find("reading"), t: 0, seconds: 0, text: "" };
  state.clock = clock(state.plot, (seconds) => {
    state.seconds = seconds;
    state.t = phaseAt({ cycle: "mirror" }, seconds);
    show(state);
  });
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  on(state.play, "click", () => setPlaying(state, !state.clock.running));
  on(state.scrub, "input", perFrame(() => {
    setPlaying(state, false);
    Object.assign(state, { t: state.scrub.valueAsNumber / 100, seconds: 0 });
    show(state);
  }));
  on(state.svg, "pointermove", (event) => read(state, event));
  on(state.svg, "pointerdown", (event) => read(state, event));
  on(state.svg, "pointerleave", () => hideCross(state));
  state.resized = new ResizeObserver(perFrame(() => { if (state.data && state.plot.clientWidth !== state.width) redraw(state); }));
  state.resized.observe(state.plot);
  return state;
}

const MOUNTED = new WeakMap();

export default function lengthMap({ parentElement: root, data: [data] }) {
  if (!MOUNTED.has(root)) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  const text = JSON.stringify(data);
  if (text !== state.text) {
    Object.assign(state, { text, data });
    fill(state, root);
    redraw(state);
  }
  return () => {
    state.clock.destroy();
    state.resized.disconnect();
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
