/** Cards with small moving figures. Opening one sends one message; nothing is sent while they move. */

const FRAME_MS = 32;

function card(state, entry) {
  const item = make("li", { class: "card" });
  const picture = item.appendChild(make("div", { class: "picture" }));
  const svg = picture.appendChild(makeSvg("svg", { class: "athlete", "aria-hidden": "true" }));
  const words = item.appendChild(make("div", { class: "words" }));
  const link = words.appendChild(make("a", { class: "name", href: entry.href }, entry.name));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.open(entry.id);
  });
  const tags = words.appendChild(make("span", { class: "tags" }));
  const tag = tags.appendChild(make("span", { class: `tag ${entry.function}` }));
  tag.append(make("span", { class: "mark", "aria-hidden": "true" }), make("span", {}, entry.function_word));
  if (entry.note) words.appendChild(make("span", { class: "quiet" }, entry.note));
  const figure = { svg, movement: entry.movement, seen: true };
  state.watcher.observe(item);
  state.figures.set(item, figure);
  draw(svg, pose(entry.movement, entry.still, state.body), { decorative: true });
  return item;
}

function step(state, now) {
  state.request = requestAnimationFrame((next) => step(state, next));
  if (now - state.last < FRAME_MS) return;
  state.seconds += Math.min(now - state.last, 100) / 1000;
  state.last = now;
  for (const { svg, movement, seen } of state.figures.values()) {
    if (seen) draw(svg, pose(movement, phaseAt(movement, state.seconds), state.body), { decorative: true, playing: true });
  }
}

function move(state, on) {
  cancelAnimationFrame(state.request);
  state.moving = on;
  state.button.setAttribute("aria-pressed", String(on));
  if (on) state.request = requestAnimationFrame((now) => { state.last = now; step(state, now); });
}

function mount(root) {
  const state = { figures: new Map(), seconds: 0, last: 0, text: "", button: root.querySelector(".motion"), abort: new AbortController() };
  write(state.button, "Moving figures");
  state.button.addEventListener("click", () => move(state, !state.moving), { signal: state.abort.signal });
  state.watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const figure = state.figures.get(entry.target);
      if (figure) figure.seen = entry.isIntersecting;
    }
  });
  return state;
}

const MOUNTED = new WeakMap();

export default function gallery({ parentElement: root, data: [data], setTriggerValue }) {
  const isNew = !MOUNTED.has(root);
  if (isNew) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  state.open = (id) => setTriggerValue("opened", id);
  const text = JSON.stringify(data);
  if (text !== state.text) {
    state.text = text;
    state.body = { segments: data.segments, model: data.model };
    state.watcher.disconnect();
    state.figures.clear();
    root.querySelector(".cards").replaceChildren(...data.cards.map((entry) => card(state, entry)));
  }
  if (isNew) move(state, !prefersStill());
  return () => {
    move(state, false);
    state.watcher.disconnect();
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
