/** Move the leg: two angles drive a side view and four length bars. Sends nothing. */

const HIP = [0, 1];
const VIEW = "-1120 -4840 2640 2520";
/** Share of the hip bend that the pelvis takes by leaning forward; the thigh takes the rest. */
const LEAN_SHARE = 0.5;
const [LOW, HIGH] = [0.74, 1.26];
const place = (ratio) => 100 * (clamp(ratio, LOW, HIGH) - LOW) / (HIGH - LOW);
const GLIDE_MS = 420;

const THIGH = { front: [[-12, 44], [4, 60], [30, 60], [58, 51], [82, 40], [96, 37], [108, 30]], back: [[-12, 62], [5, 74], [30, 72], [56, 60], [82, 40], [100, 31], [108, 20]] };
const FEMUR = { front: [[6, 15], [16, 11], [50, 10], [82, 13], [95, 22], [102, 16]], back: [[6, 10], [16, 8], [50, 7], [82, 11], [94, 24], [102, 16]] };
const TIBIA = { front: [[1, 14], [8, 21], [18, 13], [60, 10], [92, 12], [98, 14]], back: [[1, 22], [7, 20], [18, 5], [60, 5], [92, 9], [98, 11]] };
const FIBULA = [[-24, -24], [-40, -15], [-120, -13], [-226, -9], [-250, -11], [-250, -19], [-226, -17], [-120, -20], [-44, -30]];
const PELVIS = [[95, -52], [110, -6], [88, 44], [66, 56], [40, 42], [10, 38], [-18, 46], [-40, 34], [-30, 12], [-36, -12], [-52, -26], [-46, -44], [-22, -42], [-4, -34], [10, -46], [40, -60], [72, -70]];
/** Origin in the pelvis frame (or share of the thigh), distance behind the thigh's axis, insertion in the shank frame, thickness. */
const COURSE = {
  semitendinosus: { from: [-42, -39], back: [63, 57], behind: -41, to: [-60, -6], thick: 0.0125 },
  semimembranosus: { from: [-36, -33], back: [25, 27], behind: -24, to: [-38, -19], thick: 0.0145 },
  biceps_femoris_long_head: { from: [-41, -34], back: [45, 41], behind: -33, to: [-46, -23], thick: 0.0155 },
  biceps_femoris_short_head: { share: [0.44, 0.66, 0.86], back: [11, 19, 24], behind: -28, to: [-44, -23], thick: 0.0115 },
};
const BACK_TO_FRONT = ["semimembranosus", "semitendinosus", "biceps_femoris_short_head", "biceps_femoris_long_head"];

function joints(hipDeg, kneeDeg) {
  const pelvis = LEAN_SHARE * hipDeg;
  const thigh = pelvis - hipDeg;
  const shank = thigh + kneeDeg;
  const knee = point(HIP, thigh, -0.245);
  return { pelvis, thigh, shank, knee, ankle: point(knee, shank, -0.246), fold: thigh + kneeDeg / 2 };
}

function course(belly, j, kneeDeg) {
  const c = COURSE[belly];
  const inThigh = (share, back) => point(HIP, j.thigh, -0.245 * share, -back / 1000);
  const start = c.from ? [point(HIP, j.pelvis, c.from[0] / 1000, c.from[1] / 1000), inThigh(0.34, c.back[0]), inThigh(0.66, c.back[1])] : c.share.map((share, i) => inThigh(share, c.back[i]));
  const bow = 0.012 * Math.sin(kneeDeg * Math.PI / 180);
  return sampleCurve([...start, point(j.knee, j.fold, 0.004, c.behind / 1000 + bow), point(j.knee, j.shank, c.to[0] / 1000, c.to[1] / 1000)], 21);
}

const TRUNK = [[-50, 30], [0, 58], [100, 64], [300, 70], [340, 0], [300, -60], [160, -52], [80, -76], [20, -94], [-50, -88], [-85, -50]];
const BODY = {
  trunk: (j) => blob(local(HIP, j.pelvis, TRUNK)),
  skin: (j) => part(HIP, j.thigh, 0.245, THIGH) + ring(j.knee, 0.034),
  calf: (j) => part(j.knee, j.shank, 0.246, SHANK),
  pelvis: (j) => blob(local(HIP, j.pelvis, PELVIS)),
  femur: (j) => part(HIP, j.thigh, 0.245, FEMUR) + disc(HIP, 0.021),
  shank: (j) => blob(local(j.knee, j.shank, FIBULA)) + part(j.knee, j.shank, 0.246, TIBIA) + disc(point(j.knee, j.fold, 0.01, 0.029), 0.0115),
};

function build(svg) {
  svg.setAttribute("viewBox", VIEW);
  const add = (name, tag = "path") => svg.appendChild(makeSvg(tag, { class: name }));
  const fades = ["trunk", "calf", "edge", "bone"].map((name) => {
    const fade = svg.appendChild(makeSvg("linearGradient", { id: `fade-${name}`, class: `fade-${name}`, gradientUnits: "userSpaceOnUse" }));
    fade.append(makeSvg("stop", { offset: 0 }), makeSvg("stop", { class: "gone", offset: 1 }));
    return fade;
  });
  const nodes = { fades, trunk: [add("trunk")], calf: [add("edge far-edge")], skin: [add("edge")], shank: [] };
  nodes.calf.push(add("far-fill"));
  nodes.skin.push(add("fill"));
  nodes.shank.push(add("bone far-bone"));
  Object.assign(nodes, { pelvis: [add("bone")], femur: [add("bone")] });
  nodes.bellies = new Map(BACK_TO_FRONT.map((belly) => [belly, { cord: add("cord"), tendon: add("tendon"), belly: add("belly"), fibres: add("fibres") }]));
  Object.assign(nodes, { arcs: [add("arc"), add("arc")], hip: add("joint", "circle"), knee: add("joint", "circle"), tags: [add("tag", "text"), add("tag", "text")] });
  nodes.hip.setAttribute("r", 28);
  nodes.knee.setAttribute("r", 28);
  return nodes;
}

function arc(centre, radius, from, to) {
  const steps = Array.from({ length: 25 }, (_, i) => point(centre, mix(from, to, i / 24), -radius));
  return line(steps);
}

function drawLeg(state) {
  const { hip, knee, nodes, data } = state;
  const j = joints(hip, knee);
  for (const name of Object.keys(BODY)) {
    const d = BODY[name](j);
    nodes[name].forEach((node) => node.setAttribute("d", d));
  }
  nodes.fades.forEach((fade, i) => {
    const ends = i ? [point(j.knee, j.shank, -0.085), point(j.knee, j.shank, -0.155)] : [point(HIP, j.pelvis, 0.1), point(HIP, j.pelvis, 0.2)];
    ends.forEach((end, n) => {
      const [x, y] = xy(end).split(" ");
      fade.setAttribute(`x${n + 1}`, x);
      fade.setAttribute(`y${n + 1}`, y);
    });
  });
  for (const [belly, node] of nodes.bellies) {
    const ratio = lengthOf(data.models[0][belly], hip, knee);
    const centre = course(belly, j, knee);
    const shape = spindle(centre, ratio, COURSE[belly].thick);
    const cord = line(centre);
    node.cord.setAttribute("d", cord);
    node.tendon.setAttribute("d", cord);
    node.belly.setAttribute("d", shape.belly);
    node.belly.style.fill = lengthColor(ratio);
    node.fibres.setAttribute("d", shape.fibres);
  }
  nodes.arcs[0].setAttribute("d", arc(HIP, 0.125, j.pelvis, j.thigh));
  nodes.arcs[1].setAttribute("d", arc(j.knee, 0.1, j.thigh, j.shank));
  for (const [i, [node, centre, lean, reach, angle]] of [[nodes.hip, HIP, (j.pelvis + j.thigh) / 2 - (hip < 35 ? 34 : 0), 0.17, hip], [nodes.knee, j.knee, (j.thigh + j.shank) / 2 - (knee < 25 ? 40 : 0), 0.15, knee]].entries()) {
    const [x, y] = xy(centre).split(" ");
    node.setAttribute("cx", x);
    node.setAttribute("cy", y);
    const [tx, ty] = xy(point(centre, lean, -reach)).split(" ");
    nodes.tags[i].setAttribute("x", tx);
    nodes.tags[i].setAttribute("y", Number(ty) + 45);
    write(nodes.tags[i], degrees(angle));
  }
}

function drawBars(state) {
  const { hip, knee, data } = state;
  for (const { belly, value, bar, band } of state.rows) {
    const ratio = lengthOf(data.models[0][belly], hip, knee);
    const [from, to] = [place(1), place(ratio)];
    bar.style.left = `${Math.min(from, to)}%`;
    bar.style.width = `${Math.abs(to - from)}%`;
    bar.style.background = lengthColor(ratio);
    write(value, percent(ratio));
    const all = data.models.map((model) => lengthOf(model[belly], hip, knee));
    band.style.visibility = knee > data.band_until_knee || Math.max(...all) - Math.min(...all) < 0.002 ? "hidden" : "visible";
    band.style.left = `${place(Math.min(...all))}%`;
    band.style.width = `${place(Math.max(...all)) - place(Math.min(...all))}%`;
  }
}

function show(state) {
  const [hip, knee] = [Math.round(state.hip), Math.round(state.knee)];
  drawLeg(state);
  drawBars(state);
  for (const [input, output, low, high, angle] of state.sliders) {
    if (Math.round(input.valueAsNumber) !== angle(state)) input.value = angle(state);
    input.style.setProperty("--fill", `${100 * (angle(state) - low) / (high - low)}%`);
    input.setAttribute("aria-valuetext", `${angle(state)} degrees`);
    write(output, degrees(angle(state)));
  }
  const mean = Math.round(100 * meanLength(state.data.models[0], state.hip, state.knee));
  state.svg.setAttribute("aria-label", `Right leg from the side, hip bent ${hip}, knee bent ${knee} degrees. Two-joint bellies at ${mean} percent of their standing length.`);
  state.chips.forEach(({ chip, position }) => chip.setAttribute("aria-pressed", String(position.hip === hip && position.knee === knee)));
}

function glide(state, position) {
  cancelAnimationFrame(state.request);
  const [hip, knee, start] = [state.hip, state.knee, performance.now()];
  const step = (now) => {
    const x = prefersStill() ? 1 : clamp((now - start) / GLIDE_MS, 0, 1);
    const f = x * x * (3 - 2 * x);
    Object.assign(state, { hip: mix(hip, position.hip, f), knee: mix(knee, position.knee, f) });
    show(state);
    if (x < 1) state.request = requestAnimationFrame(step);
  };
  step(start);
}

function fill(state, root) {
  const { data } = state;
  for (const name of ["title", "lesson", "footnote"]) write(root.querySelector(`.${name}`), data[name]);
  state.rows = BELLIES.map((belly) => {
    const row = make("li", { class: "row" });
    const [value, bar, band] = [make("b"), make("span", { class: "bar" }), make("span", { class: "band" })];
    const track = make("span", { class: "track", "aria-hidden": "true" });
    track.append(bar, make("span", { class: "standing-mark" }), band);
    row.append(make("span", {}, data.names[belly]), track, value);
    const near = (on) => state.nodes.bellies.get(belly).belly.classList.toggle("is-near", on);
    row.addEventListener("pointerenter", () => near(true), { signal: state.abort.signal });
    row.addEventListener("pointerleave", () => near(false), { signal: state.abort.signal });
    return { belly, row, value, bar, band };
  });
  root.querySelector(".rows").replaceChildren(...state.rows.map(({ row }) => row));
  state.chips = data.positions.map((position) => {
    const chip = make("button", { type: "button", class: "chip", "aria-pressed": "false" }, position.name);
    chip.addEventListener("click", () => glide(state, position), { signal: state.abort.signal });
    return { chip, position };
  });
  root.querySelector(".chips").replaceChildren(...state.chips.map(({ chip }) => chip));
}

function mount(root) {
  const find = (name) => root.querySelector(`.${name}`);
  const state = { abort: new AbortController(), svg: find("side"), text: "", request: 0 };
  state.nodes = build(state.svg);
  state.sliders = [[find("hip"), find("hip-value"), -20, 120, (s) => Math.round(s.hip) || 0], [find("knee"), find("knee-value"), 0, 130, (s) => Math.round(s.knee) || 0]];
  const moved = perFrame(() => {
    cancelAnimationFrame(state.request);
    Object.assign(state, { hip: find("hip").valueAsNumber, knee: find("knee").valueAsNumber });
    show(state);
  });
  state.sliders.forEach(([input]) => input.addEventListener("input", moved, { signal: state.abort.signal }));
  return state;
}

const MOUNTED = new WeakMap();

export default function leg({ parentElement: root, data: [data] }) {
  if (!MOUNTED.has(root)) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  const text = JSON.stringify(data);
  if (text !== state.text) {
    Object.assign(state, { text, data });
    if (state.hip === undefined) Object.assign(state, { hip: data.start.hip, knee: data.start.knee });
    fill(state, root);
    show(state);
  }
  return () => {
    cancelAnimationFrame(state.request);
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
