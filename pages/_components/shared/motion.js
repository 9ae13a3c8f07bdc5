/**
 * What the moving components share: angles at a phase, model muscle length, its colour, the clock.
 * The same rules as hamcore.motion; the numbers come from there with the data.
 */

export const BELLIES = ["biceps_femoris_long_head", "semitendinosus", "semimembranosus", "biceps_femoris_short_head"];
export const TWO_JOINT = BELLIES.slice(0, 3);

export const clamp = (x, low, high) => Math.min(Math.max(x, low), high);
export const mix = (a, b, f) => a + (b - a) * f;

/** Cubic Hermite with finite-difference slopes: linear in the values, so anchored points stay put. */
export function hermite(times, values, t, closed) {
  const last = times.length - 1;
  const slope = (i) => {
    if (i > 0 && i < last) return (values[i + 1] - values[i - 1]) / (times[i + 1] - times[i - 1]);
    if (!closed) return 0;
    return (values[1] - values[last - 1]) / (times[1] - times[0] + times[last] - times[last - 1]);
  };
  let i = 0;
  while (i < last - 1 && t > times[i + 1]) i += 1;
  const h = times[i + 1] - times[i];
  const u = clamp((t - times[i]) / h, 0, 1);
  return (1 + 2 * u) * (1 - u) ** 2 * values[i] + u * (1 - u) ** 2 * h * slope(i)
    + u * u * (3 - 2 * u) * values[i + 1] + u * u * (u - 1) * h * slope(i + 1);
}

export const angleAt = (movement, channel, t) => hermite(movement.t, movement.angles[channel], t, movement.cycle === "loop");

/** Length over standing length from the terms [i, j, c] of one belly. */
export function lengthOf(terms, hip, knee) {
  const h = clamp(hip, -20, 120) / 100;
  const k = clamp(knee, 0, 140) / 100;
  return terms.reduce((sum, [i, j, c]) => sum + c * h ** i * k ** j, 1);
}

/** Mean of the three two-joint bellies. */
export const meanLength = (model, hip, knee) => TWO_JOINT.reduce((sum, b) => sum + lengthOf(model[b], hip, knee), 0) / 3;

const STOPS = [[22, 92, 168], [124, 178, 222], [244, 239, 226], [240, 148, 106], [184, 24, 46]];

/** Place of a length on the colour scale: 0 at 86 % and below, 0.5 at 100 %, 1 at 117 % and above. */
export const scalePlace = (ratio) => (ratio < 1 ? 0.5 - clamp((1 - ratio) / 0.28, 0, 0.5) : 0.5 + clamp((ratio - 1) / 0.34, 0, 0.5));

/** Blue is short, ivory is standing, red is long; safe for the common colour deficiencies. */
export function lengthRgb(ratio) {
  const x = scalePlace(ratio) * 4;
  const i = Math.min(Math.floor(x), 3);
  return STOPS[i].map((v, k) => Math.round(mix(v, STOPS[i + 1][k], x - i)));
}

export const lengthColor = (ratio) => `rgb(${lengthRgb(ratio).join(",")})`;

export const degrees = (angle) => `${Math.round(angle) || 0}°`.replace("-", "\u2212");

export const percent = (ratio) => `${Math.round(ratio * 100)}\u2009%`;

const PAUSE_S = 0.35;
const OUT_S = 1.9;
const LOOP_S = 2.2;

/** Phase at a time: mirror goes out, rests, comes back, rests; loop and once run 0 to 1. */
export function phaseAt(movement, seconds) {
  if (movement.cycle !== "mirror") return (seconds / LOOP_S) % 1;
  const s = seconds % (2 * (OUT_S + PAUSE_S));
  const share = Math.min((s % (OUT_S + PAUSE_S)) / OUT_S, 1);
  return s < OUT_S + PAUSE_S ? share : 1 - share;
}

/** Whether the movement is on its way back. */
export const isReturning = (movement, seconds) => movement.cycle === "mirror" && seconds % (2 * (OUT_S + PAUSE_S)) >= OUT_S + PAUSE_S;

/** The time at which the outward way reaches a phase. */
export const secondsAt = (movement, t) => t * (movement.cycle === "mirror" ? OUT_S : LOOP_S);

export const prefersStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A clock that ticks with the screen while it runs and its element is in view; `onTick` gets the seconds. */
export function clock(element, onTick) {
  const state = { seconds: 0, speed: 1, running: false, visible: true, last: 0, request: 0 };
  const tick = (now) => {
    state.request = requestAnimationFrame(tick);
    const passed = state.last ? Math.min(now - state.last, 100) / 1000 : 0;
    state.last = now;
    if (!state.visible) return;
    state.seconds += passed * state.speed;
    onTick(state.seconds);
  };
  const watcher = new IntersectionObserver((entries) => { state.visible = entries.at(-1).isIntersecting; });
  watcher.observe(element);
  const api = {
    start() { if (!state.running) { state.running = true; state.last = 0; state.request = requestAnimationFrame(tick); } },
    stop() { state.running = false; cancelAnimationFrame(state.request); },
    set(seconds) { state.seconds = seconds; },
    setSpeed(speed) { state.speed = speed; },
    destroy() { api.stop(); watcher.disconnect(); },
    get running() { return state.running; },
    get seconds() { return state.seconds; },
  };
  return api;
}

const SVG_SPACE = "http://www.w3.org/2000/svg";

/** A new element with attributes; text only ever as text. */
export function make(tag, attributes = {}, text = "") {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.textContent = text;
  return node;
}

export function makeSvg(tag, attributes = {}) {
  const node = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** Writes text only when it changed. */
export const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };

/** One handler per frame, however often it is asked for. */
export function perFrame(work) {
  let asked = 0;
  return () => { if (!asked) asked = requestAnimationFrame(() => { asked = 0; work(); }); };
}
