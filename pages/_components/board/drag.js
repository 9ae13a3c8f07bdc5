/**
 * Dragging by mouse (a few pixels start it) and by finger (held still for a moment, so that a swipe still scrolls).
 * The card in the air is a copy in the top layer; a gap in the week shows where it would land. Nothing is sent.
 */

const HOLD_MS = 260;
const SLOP = 6;
const EDGE = 72;

const ordered = (state) => state.data.days.map((day) => day.weekday);

/** What a pressed thing would drag: a card of the week, or a new one from the palette. */
function sourceOf(state, face) {
  const uid = face.closest(".week .card")?.dataset.uid;
  if (uid) return { uid, item: placeOf(state.week, uid).item };
  const entry = state.known.get(face.dataset.entry);
  return entry && { item: { kind: entry.kind, key: entry.key, edit: entry.defaults } };
}

function startDrag(state, drag) {
  const { face } = drag;
  const box = face.getBoundingClientRect();
  const card = makeCard("");
  const item = drag.source.item;
  drawCard(state, card, [item.kind === "exercise" ? { ...item, edit: { ...item.edit, superset: 0 } } : item], 0);
  card.face.tabIndex = -1;
  const column = state.dayNodes[0].parts.list.getBoundingClientRect().width;
  const width = drag.source.uid ? box.width : Math.min(column, box.width);
  drag.ghost = el("div.ghost", { popover: "manual", "aria-hidden": "true" }, card, el("span.plus", {}, icon("plus")));
  drag.ghost.style.width = `${width}px`;
  drag.grip = { x: Math.min(drag.x - box.left, width - 8), y: Math.min(drag.y - box.top, 56) };
  state.wrap.append(drag.ghost);
  drag.ghost.showPopover?.();
  drag.card = drag.source.uid ? state.cards.get(drag.source.uid) : null;
  drag.height = drag.card ? drag.card.offsetHeight : drag.ghost.offsetHeight;
  drag.slot = el("li.slot", { "aria-hidden": "true" });
  drag.slot.style.height = `${drag.height}px`;
  drag.isLive = true;
  drag.scroller = scrollerOf(state.wrap);
  state.wrap.setPointerCapture?.(drag.id);
  state.wrap.classList.add("is-dragging");
  if (drag.pointer !== "mouse") navigator.vibrate?.(12);
  follow(state, drag);
  drag.frame = requestAnimationFrame(() => rollAlong(state, drag));
}

/** Scrolls the page while the card is held near its upper or lower edge. */
function rollAlong(state, drag) {
  if (state.drag !== drag) return;
  const frame = drag.scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : drag.scroller.getBoundingClientRect();
  const up = Math.max(frame.top, 0) + EDGE - drag.y;
  const down = drag.y - (Math.min(frame.bottom, innerHeight) - EDGE);
  const speed = up > 0 ? -Math.min(up, EDGE) / 5 : down > 0 ? Math.min(down, EDGE) / 5 : 0;
  if (speed) {
    drag.scroller.scrollTop += speed;
    follow(state, drag);
  }
  drag.frame = requestAnimationFrame(() => rollAlong(state, drag));
}

/** The day under the pointer: its column, or the nearest row of the list of days. */
function dayUnder(state, x, y) {
  const week = state.root.querySelector(".week").getBoundingClientRect();
  if (x < week.left - 24 || x > week.right + 24 || y < week.top - 24 || y > week.bottom + 24) return null;
  const far = ({ top, bottom, left, right }) => Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  return state.dayNodes.reduce((best, node) => {
    const distance = far(node.getBoundingClientRect());
    return !best || distance < best.distance ? { node, distance } : best;
  }, null).node;
}

/** Where in a day the pointer is, from places on the page and not from what still glides. */
function indexUnder(drag, node, y) {
  const { list } = node.parts;
  const top = list.getBoundingClientRect().top;
  const cards = [...list.children].filter((child) => child !== drag.slot && !(child === drag.card && !drag.isCopy));
  const at = cards.findIndex((card) => y < top + card.offsetTop + card.offsetHeight / 2);
  return at < 0 ? cards.length : at;
}

function follow(state, drag) {
  drag.ghost.style.transform = `translate(${drag.x - drag.grip.x}px, ${drag.y - drag.grip.y}px)`;
  drag.ghost.classList.toggle("is-copy", drag.isCopy || !drag.source.uid);
  const node = dayUnder(state, drag.x, drag.y);
  const at = node ? indexUnder(drag, node, drag.y) : -1;
  const spot = `${node?.dataset.day}:${at}:${drag.isCopy}`;
  if (spot === drag.spot) return;
  Object.assign(drag, { spot, to: node && { day: Number(node.dataset.day), at } });
  gliding(state.root, () => {
    drag.card?.classList.toggle("is-away", !drag.isCopy);
    state.dayNodes.forEach((other) => other.classList.toggle("is-over", other === node));
    if (!node) { drag.slot.remove(); return; }
    const rest = [...node.parts.list.children].filter((child) => child !== drag.slot && !(child === drag.card && !drag.isCopy));
    node.parts.list.insertBefore(drag.slot, rest[at] ?? null);
  });
}

function stopDrag(state, drag) {
  clearTimeout(drag.timer);
  cancelAnimationFrame(drag.frame);
  state.drag = null;
  if (!drag.isLive) return;
  drag.ghost.remove();
  drag.slot.remove();
  drag.card?.classList.remove("is-away");
  state.dayNodes.forEach((node) => node.classList.remove("is-over"));
  state.wrap.classList.remove("is-dragging");
}

function drop(state, drag) {
  stopDrag(state, drag);
  if (drag.isLive && drag.to) {
    if (drag.source.uid && !drag.isCopy) moveCard(state, drag.source.uid, drag.to.day, drag.to.at);
    else addCard(state, drag.source.item, drag.to.day, drag.to.at, drag.source.uid ? "said_copied" : "said_added");
  } else if (drag.isLive) {
    say(state, state.data.words.said_cancelled);
  }
  if (drag.isLive) catchUp(state);
}

function cancelDrag(state) {
  const { drag } = state;
  if (!drag) return;
  stopDrag(state, drag);
  if (!drag.isLive) return;
  say(state, state.data.words.said_cancelled);
  state.isJustDropped = true;
  catchUp(state);
}

export function wireDrag(state) {
  const { wrap } = state;
  const on = (node, name, work, options = {}) => node.addEventListener(name, work, { signal: state.abort.signal, ...options });
  on(wrap, "pointerdown", (event) => {
    state.isJustDropped = false;
    const face = event.target.closest(".face");
    if (!face || event.button || !event.isPrimary || state.drag || state.lift) return;
    const source = sourceOf(state, face);
    if (!source) return;
    const drag = { face, source, id: event.pointerId, pointer: event.pointerType, x: event.clientX, y: event.clientY, isLive: false, isCopy: false };
    drag.start = { x: drag.x, y: drag.y };
    state.drag = drag;
    if (drag.pointer !== "mouse") drag.timer = setTimeout(() => { if (state.drag === drag) startDrag(state, drag); }, HOLD_MS);
  });
  on(wrap, "pointermove", (event) => {
    const { drag } = state;
    if (!drag || event.pointerId !== drag.id) return;
    Object.assign(drag, { x: event.clientX, y: event.clientY });
    const isFar = Math.hypot(drag.x - drag.start.x, drag.y - drag.start.y) > SLOP;
    if (!drag.isLive && isFar) {
      if (drag.pointer === "mouse") startDrag(state, drag); else stopDrag(state, drag);
    }
    if (!drag.isLive) return;
    event.preventDefault();
    drag.isCopy = Boolean(drag.source.uid) && (event.altKey || event.ctrlKey);
    follow(state, drag);
  });
  on(wrap, "touchmove", (event) => { if (state.drag?.isLive) event.preventDefault(); }, { passive: false });
  on(wrap, "pointerup", (event) => {
    const { drag } = state;
    if (!drag || event.pointerId !== drag.id) return;
    state.isJustDropped = drag.isLive;
    drop(state, drag);
  });
  on(wrap, "pointercancel", (event) => { if (state.drag?.id === event.pointerId) cancelDrag(state); });
  on(wrap, "contextmenu", (event) => { if (state.drag && state.drag.pointer !== "mouse") event.preventDefault(); });
  on(wrap, "dragstart", (event) => event.preventDefault());
  // The click that ends a drag is no click on the card.
  on(wrap, "click", (event) => {
    if (!state.isJustDropped) return;
    state.isJustDropped = false;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
  on(window, "keydown", (event) => {
    if (!state.drag?.isLive) return;
    if (event.key === "Escape") cancelDrag(state);
    else if (event.key === "Alt") { state.drag.isCopy = Boolean(state.drag.source.uid); follow(state, state.drag); } else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
  on(window, "keyup", (event) => {
    if (event.key !== "Alt" || !state.drag?.isLive) return;
    state.drag.isCopy = false;
    follow(state, state.drag);
    event.preventDefault();
  }, { capture: true });
  on(window, "blur", () => cancelDrag(state));
}
