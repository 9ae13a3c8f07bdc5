/** The moving athlete, its controls, the length of each belly. No messages. */

const PLAY = "M8 5v14l11-7z";
const PAUSE = "M6 5h4v14H6zm8 0h4v14h-4z";
const SPEEDS = [[0.25, "¼×"], [0.5, "½×"], [1, "1×"]];
const STEPS = 60;
const [LOW, HIGH] = [0.78, 1.22];
const place = (ratio) => 100 * (HIGH - clamp(ratio, LOW, HIGH)) / (HIGH - LOW);

function trace(belly, movement, model, colours) {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    return `${(100 * t).toFixed(1)} ${place(lengthOf(model[belly], angleAt(movement, "hip", t), angleAt(movement, "knee", t))).toFixed(1)}`;
  });
  const svg = makeSvg("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" });
  const fade = svg.appendChild(makeSvg("linearGradient", { id: colours, gradientUnits: "userSpaceOnUse", x1: 0, x2: 0, y1: place(1.17), y2: place(0.86) }));
  for (const at of [0, 0.25, 0.5483, 0.78, 1]) {
    fade.appendChild(makeSvg("stop", { offset: at, "stop-color": lengthColor(1.17 - at * 0.31) }));
  }
  const d = `M${points.join("L")}`;
  svg.append(makeSvg("line", { class: "standing-line", x1: 0, x2: 100, y1: place(1), y2: place(1) }),
    makeSvg("path", { class: "edge", d }), makeSvg("path", { class: "line", d, stroke: `url(#${colours})` }));
  return svg;
}

function buildRows(state, root) {
  const { movement, models, names } = state.data;
  state.rows = BELLIES.map((belly, i) => {
    const row = make("li", { class: "row" });
    const value = make("b");
    const box = make("div", { class: "trace" });
    const plot = box.appendChild(make("div", { class: "plot" }));
    const cursor = make("span", { class: "cursor" });
    const dot = make("span", { class: "dot" });
    plot.append(trace(belly, movement, models[0], `trace-${i}`), cursor, dot);
    row.append(make("span", {}, names[belly]), value, box);
    return { belly, row, value, cursor, dot };
  });
  root.querySelector(".rows").replaceChildren(...state.rows.map(({ row }) => row));
}

function pullWords(state) {
  const { pull } = state.data;
  if (!pull) return "";
  const [hip, knee] = pull.steps[Math.round(state.t * (pull.steps.length - 1))];
  return `${pull.setting} Hips: about ${hip} Nm (±20\u2009%). ${pull.knee[knee]}`;
}

function wayWords(state) {
  const { begins, cycle } = state.data.movement;
  if (cycle !== "mirror" || !begins) return "";
  return (begins === "lifting") !== state.returning ? "Lifting" : "Lowering";
}

function show(state) {
  const { movement, models } = state.data;
  const frame = pose(movement, state.t, state.body);
  const { hip, knee } = frame.angles;
  draw(state.svg, frame, { playing: state.clock.running });
  const [h, k] = [Math.round(hip) || 0, Math.round(knee) || 0];
  write(state.degrees, `Hip ${degrees(hip)} · knee ${degrees(knee)}`);
  write(state.way, wayWords(state));
  for (const { belly, value, cursor, dot } of state.rows) {
    const ratio = lengthOf(models[0][belly], hip, knee);
    write(value, percent(ratio));
    cursor.style.left = dot.style.left = `${100 * state.t}%`;
    dot.style.top = `${place(ratio)}%`;
    dot.style.background = lengthColor(ratio);
  }
  const at = Math.round(100 * state.t);
  if (state.scrub.valueAsNumber !== at) state.scrub.value = at;
  state.scrub.style.setProperty("--fill", `${at}%`);
  state.scrub.setAttribute("aria-valuetext", `${at} percent, hip ${h}, knee ${k} degrees, length ${Math.round(100 * frame.length)} percent of standing`);
  write(state.pull, pullWords(state));
}

function setPlaying(state, on) {
  if (on) state.clock.start(); else state.clock.stop();
  state.play.setAttribute("aria-label", on ? "Pause" : "Play");
  state.play.querySelector(".icon").setAttribute("d", on ? PAUSE : PLAY);
}

function seek(state, t) {
  setPlaying(state, false);
  state.t = clamp(t, 0, 1);
  state.returning = false;
  state.clock.set(secondsAt(state.data.movement, state.t));
  show(state);
}

function wire(state, root) {
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  const toggle = () => setPlaying(state, !state.clock.running);
  on(state.play, "click", toggle);
  on(state.scrub, "input", perFrame(() => seek(state, state.scrub.valueAsNumber / 100)));
  on(root.querySelector(".back"), "click", () => seek(state, state.t - 0.05));
  on(root.querySelector(".on"), "click", () => seek(state, state.t + 0.05));
  on(state.scrub, "keydown", (event) => { if (event.key === " ") { event.preventDefault(); toggle(); } });
  const speeds = SPEEDS.map(([speed, word]) => {
    const button = make("button", { type: "button", "aria-pressed": speed === 1, "aria-label": `${speed} times speed` }, word);
    on(button, "click", () => {
      state.clock.setSpeed(speed);
      speeds.forEach((other) => other.setAttribute("aria-pressed", other === button));
    });
    return button;
  });
  root.querySelector(".speeds").replaceChildren(...speeds);
}

function mount(root) {
  const find = (name) => root.querySelector(`.${name}`);
  const state = { abort: new AbortController(), svg: find("athlete"), play: find("play"), scrub: find("scrub"),
    degrees: find("degrees"), way: find("way"), pull: find("pull"), t: 0, returning: false, text: "" };
  state.clock = clock(find("stage"), (seconds) => {
    state.t = phaseAt(state.data.movement, seconds);
    state.returning = isReturning(state.data.movement, seconds);
    show(state);
  });
  wire(state, root);
  return state;
}

const MOUNTED = new WeakMap();

export default function figure({ parentElement: root, data: [data] }) {
  if (!MOUNTED.has(root)) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  const text = JSON.stringify(data);
  if (text !== state.text) {
    const isNew = !state.data || state.data.movement.id !== data.movement.id;
    Object.assign(state, { text, data, body: { segments: data.segments, model: data.models[0] } });
    write(root.querySelector(".title"), data.title);
    write(root.querySelector(".footnote"), data.footnote);
    root.querySelector(".figure").classList.toggle("compact", data.compact);
    state.pull.hidden = !data.pull;
    buildRows(state, root);
    if (isNew) {
      seek(state, data.start);
      if (data.autoplay && !prefersStill()) setPlaying(state, true);
    } else {
      show(state);
    }
  }
  return () => {
    state.clock.destroy();
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
