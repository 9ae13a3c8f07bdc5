/** The week of stretching and the checklist of one day. A tick shows at once and is sent until it is stored. */

const LIST_SLOW_MS = 2500;

Object.assign(PATHS, {
  back: "M15.4 7.4 14 6l-6 6 6 6 1.4-1.4L10.8 12z",
  forth: "M8.6 16.6 10 18l6-6-6-6-1.4 1.4L13.2 12z",
  hand: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM11 7v6h2V7zm0 8v2h2v-2z",
});

/** The rows as they are with the ticks that are still on their way. */
function rowsOf(state) {
  const waiting = state.queue.waiting().map(({ event }) => event).filter(({ day }) => day === state.data.day);
  return state.data.rows.map((row) => {
    const tap = waiting.findLast(({ stretch }) => stretch === row.key);
    if (!tap) return row;
    return tap.op === "tick" ? { ...row, state: "done", ticked: true, state_words: "done", waits: true } : { ...row, state: "open", ticked: false, state_words: "", seconds_words: "", waits: true };
  });
}

function drawWeek(data) {
  const arrow = (day, name, symbol) => el("button.round.arrow", { type: "button", "data-do": "day", "data-day": day, "aria-label": name, "data-k": symbol, disabled: !day }, icon(symbol));
  return [
    el("div.top", { "data-k": "top" }, el("h2.heading", {}, data.title), arrow(data.earlier, "The week before", "back"), arrow(data.later, "The week after", "forth")),
    el("p.count", { "data-k": "count" }, data.days_words),
    el("div.cells", { "data-k": "cells", role: "group", "aria-label": "Day" }, data.cells.map((cell) =>
      el(`button.cell.${cell.mark}${cell.today ? ".is-today" : ""}`, { type: "button", "data-do": "day", "data-day": cell.day, "aria-label": cell.words, "aria-pressed": String(cell.chosen), disabled: !cell.open, "data-k": cell.day },
        el("span.letter", {}, cell.letter), el("span.disc", {}, cell.mark === "done" && icon("check")), el("span.day", {}, cell.number)))),
  ];
}

function drawBars(data) {
  const share = (seconds) => `${(100 * Math.min(seconds, data.scale_s) / data.scale_s).toFixed(1)}%`;
  return el("div.legs", { "data-k": "legs" },
    data.legs.map(({ label, static_s: seconds, words, also }) => el("div.leg", {},
      el("p", {}, el("b", {}, label), ` ${words}`, also && el("span.quiet", {}, `, ${also}`)),
      el("div.rail", { "aria-hidden": "true" }, el("i.full", { style: `width:${share(seconds)}` }), data.marks.map(([at]) => el("i.at", { style: `left:${share(at)}` }))))),
    el("div.ends", { "aria-hidden": "true" }, data.marks.map(([at, words]) => el("small", { style: `left:${share(at)}` }, words))),
    el("p.quiet", {}, data.mark_words));
}

function drawRow(row) {
  const done = row.state === "done";
  const note = [row.dose, row.kind_words].filter(Boolean).join(" · ");
  const how = [row.state_words, row.state === "done" && row.seconds_words].filter(Boolean).join(", ");
  return el(`li.pick${done ? ".is-on" : ""}`, { "data-k": row.key },
    el(`button.check${done ? ".done" : ""}${row.state === "part" ? ".part" : ""}`, { type: "button", role: "checkbox", "aria-checked": row.state === "part" ? "mixed" : String(done), "data-do": "tick", "data-key": row.key, "aria-label": row.name, "data-k": `tick${row.key}` }, icon(row.state === "part" ? "minus" : "check")),
    el("div.values", {}, el("b", {}, row.name, row.planned && el("span.planned", {}, "in your routine")),
      el("span.more", {}, note),
      how && el("span.how", {}, `${how.slice(0, 1).toUpperCase()}${how.slice(1)}${row.waits ? " …" : ""}`),
      row.closed && el("span.shut-words", {}, icon("hand"), row.closed)));
}

function drawTroubles(state) {
  const waiting = state.queue.waiting().length;
  const isLate = waiting > 0 && (state.isSlow || state.data.trouble);
  return [
    isLate && el("p.kept", { "data-k": "kept" }, `${state.data.trouble || "Not stored yet."} ${waiting === 1 ? "1 tick is" : `${waiting} ticks are`} kept on this device until then.`),
    ...state.queue.troubled().map(({ event, trouble }) => el("div.trouble", { role: "alert", "data-k": event.id }, el("p", {}, el("b", {}, "Not stored. "), trouble.message),
      el("div.buttons", {}, el("button.plain", { type: "button", "data-do": "dropTap", "data-tap": event.id }, "Leave it out")))),
  ];
}

function drawList(state) {
  const { data } = state;
  if (!data) return;
  const active = state.scope.activeElement;
  morphChildren(state.body, [
    ...drawWeek(data), drawBars(data),
    el("h3.heading.which", { "data-k": "which" }, data.day === data.today ? `Today, ${data.day_words}` : data.day_words),
    data.due_words && el("p.quiet", { "data-k": "due" }, data.due_words),
    el("ul.picks", { "data-k": "picks" }, rowsOf(state).map(drawRow)),
    ...drawTroubles(state),
  ].filter(Boolean));
  if (active?.isConnected && state.scope.activeElement !== active) active.focus({ preventScroll: true });
}

function sendTicks(state) {
  clearTimeout(state.retrying);
  const events = state.queue.toSend();
  if (!events.length && !state.isAsking) return;
  state.isAsking = false;
  state.seq += 1;
  state.emit("ticks", { client: tabId(), seq: state.seq, day: state.day, events });
  if (events.length) state.retrying = setTimeout(() => { state.isSlow = true; drawList(state); sendTicks(state); }, RETRY_MS);
}

const LIST_ACTIONS = {
  day(state, { day }) {
    if (!day || day === state.data.day) return;
    state.day = day;
    state.isAsking = true;
    state.data = { ...state.data, cells: state.data.cells.map((cell) => ({ ...cell, chosen: cell.day === day })) };
    sendTicks(state);
  },
  tick(state, { key }) {
    const row = rowsOf(state).find((one) => one.key === key);
    if (row.state === "done" && !row.ticked) {
      state.live.textContent = `${row.name} was timed. Correct it under Holds of this day.`;
      return;
    }
    state.queue.put({ op: row.ticked ? "untick" : "tick", day: state.data.day, stretch: key });
    state.live.textContent = `${row.name}: ${row.ticked ? "tick taken off" : "ticked"}`;
    sendTicks(state);
    clearTimeout(state.slowing);
    state.slowing = setTimeout(() => { state.isSlow = state.queue.waiting().length > 0; drawList(state); }, LIST_SLOW_MS);
  },
  dropTap(state, { tap: id }) { state.queue.drop(id); },
};

function mountList(root) {
  const wrap = root.querySelector(".checklist");
  const state = { scope: wrap.getRootNode(), body: wrap.querySelector(".body"), live: wrap.querySelector(".live"), queue: new Queue("stretch-ticks"), data: null, day: "", seq: 0, isSlow: false, abort: new AbortController() };
  state.body.addEventListener("click", (event) => {
    const node = event.target.closest("[data-do]");
    if (!node || node.disabled || !state.data) return;
    LIST_ACTIONS[node.dataset.do](state, node.dataset);
    drawList(state);
  }, { signal: state.abort.signal });
  window.addEventListener("online", () => sendTicks(state), { signal: state.abort.signal });
  return state;
}

function hearList(state, data) {
  state.data = data;
  state.day = data.day;
  state.queue.settle({ ...data, conflicts: [] });
  if (!state.queue.waiting().length) { state.isSlow = false; clearTimeout(state.retrying); clearTimeout(state.slowing); }
  drawList(state);
}

const LISTS_MOUNTED = new WeakMap();

export default function checklist({ parentElement: root, data: [fixed], setStateValue }) {
  const isNew = !LISTS_MOUNTED.has(root);
  if (isNew) LISTS_MOUNTED.set(root, mountList(root));
  const state = LISTS_MOUNTED.get(root);
  state.emit = setStateValue;
  const place = guideMeeting(fixed.guide);
  const listen = (data) => hearList(state, data);
  place.hear = listen;
  if (place.news) listen(place.news);
  if (isNew && state.queue.waiting().length) sendTicks(state);
  return () => {
    if (place.hear === listen) place.hear = null;
    for (const name of ["retrying", "slowing"]) clearTimeout(state[name]);
    state.abort.abort();
    LISTS_MOUNTED.delete(root);
  };
}
