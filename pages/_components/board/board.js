/**
 * The board as a whole: its state, its history, and how it speaks with Python.
 * A change is shown at once and sent as the whole week with `{client, seq}`. What comes back with a lower `ack` is the
 * echo of an older week and is not shown; what comes back while a card is in the air waits until it has landed.
 */

const SLOW_MS = 500;
const RETRY_MS = 12_000;
/** Below this width the week is a list of days; `board.css` says the same. */
const NARROW = 760;
const LONGEST_HISTORY = 100;
/** Histories by the plan they belong to: they outlive a change of the page, not a reload. */
const HISTORIES = new Map();

const unsentKey = (state) => `hamcore.board.${state.data.subject}`;

/** What was sent but not yet heard of, so that a reload in between loses nothing. Without storage it is simply not kept. */
function remember(state, value) {
  try {
    if (value) sessionStorage.setItem(unsentKey(state), value); else sessionStorage.removeItem(unsentKey(state));
  } catch { /* storage is full or forbidden */ }
}

function unsent(state) {
  try {
    return JSON.parse(sessionStorage.getItem(unsentKey(state)) ?? "null");
  } catch {
    return null;
  }
}

function send(state) {
  state.seq += 1;
  state.isWaiting = true;
  remember(state, JSON.stringify({ base: trace(outward(weekOf(state.data))), week: state.week }));
  deliver(state);
  clearTimeout(state.slowTimer);
  state.slowTimer = setTimeout(() => { state.isSlow = state.isWaiting; drawBar(state); }, SLOW_MS);
}

/** Hands the week over, and again now and then until it is heard of: a connection may have been lost under it. */
function deliver(state) {
  const { client, seq, data: { subject } } = state;
  state.setValue("week", { client, seq, subject, ...outward(state.week) });
  clearTimeout(state.retryTimer);
  state.retryTimer = setTimeout(() => { if (state.isWaiting) deliver(state); }, RETRY_MS);
}

function heard(state) {
  clearTimeout(state.retryTimer);
  state.isWaiting = false;
  state.isSlow = false;
}

function keep(state, stack, said) {
  stack.push({ week: state.week, said });
  if (stack.length > LONGEST_HISTORY) stack.shift();
}

/** Makes `week` the week: one step of the history, one message. */
export function commit(state, week, said, focus = null) {
  if (!sameWeek(week, state.week)) {
    keep(state, state.history.past, said);
    state.history.future = [];
    state.week = week;
    state.history.week = week;
    send(state);
    say(state, said);
  }
  draw(state, focus);
}

/** Undo (`past`) or redo (`future`). */
function stepBack(state, from) {
  const { words } = state.data;
  const step = state.history[from].pop();
  if (!step) return;
  keep(state, state.history[from === "past" ? "future" : "past"], step.said);
  state.week = recognised(step.week, step.week);
  state.history.week = state.week;
  if (state.panel) closePanel(state, false);
  send(state);
  draw(state);
  say(state, filled(words[from === "past" ? "said_undone" : "said_redone"], { what: step.said }));
}

function sentence(state, word, item, day, more = {}) {
  const { label } = state.data.days.find((one) => one.weekday === day);
  return filled(state.data.words[word], { name: entryOf(state, item).name, day: label, ...more });
}

function isFull(state, day) {
  const [, hi] = state.data.limits.items;
  if (state.week.days[day].length < hi) return false;
  say(state, filled(state.data.words.day_full, { hi, day: state.data.days.find((one) => one.weekday === day).label }));
  return true;
}

function moveCard(state, uid, day, at) {
  const from = placeOf(state.week, uid);
  if (from.day !== day && isFull(state, day)) return draw(state);
  const week = moved(state.week, uid, day, at);
  return commit(state, week, sentence(state, "said_moved", from.item, day, { place: at + 1, count: week.days[day].length }), uid);
}

function addCard(state, item, day, at, word, { isFocused = true } = {}) {
  if (isFull(state, day)) return false;
  const uid = freshId();
  commit(state, added(state.week, { ...item, uid }, day, at), sentence(state, word, item, day), isFocused ? uid : null);
  state.cards.get(uid).classList.add("is-new");
  return true;
}

function removeCard(state, uid) {
  const { day, at, item } = placeOf(state.week, uid);
  const week = removed(state.week, uid);
  const next = week.days[day][Math.min(at, week.days[day].length - 1)];
  commit(state, week, sentence(state, "said_removed", item, day), next?.uid);
  if (!next) state.dayNodes.find((node) => Number(node.dataset.day) === day).parts.add.focus();
}

/** Takes in what Python holds: its plan where it differs, and what it says about the cards. */
function takeIn(state) {
  state.isPending = false;
  const { data } = state;
  const incoming = weekOf(data);
  if (!sameWeek(incoming, state.week)) {
    keep(state, state.history.past, data.words.said_outside);
    state.history.future = [];
    state.week = recognised(incoming, state.week);
    if (state.panel?.uid && !placeOf(state.week, state.panel.uid)) closePanel(state, false);
  }
  state.history.week = state.week;
  state.notes = new Map(data.days.flatMap((day) => day.items.map(({ look, marked }, at) => [state.week.days[day.weekday][at].uid, { look, marked }])));
  draw(state);
}

/** What had to wait while a card was in the air. */
function catchUp(state) {
  if (state.isPending && !state.isWaiting) takeIn(state); else draw(state);
}

/** The first sight of a plan: its history, and a change that was sent and never heard of. */
function begin(state) {
  const { data } = state;
  state.subject = data.subject;
  state.week = weekOf(data);
  const old = HISTORIES.get(data.subject);
  state.history = old ?? { past: [], future: [], week: state.week };
  if (old) {
    if (!sameWeek(old.week, state.week)) { old.past.push({ week: old.week, said: data.words.said_outside }); old.future = []; }
    state.week = recognised(state.week, old.week);
  }
  HISTORIES.set(data.subject, state.history);
  const lost = unsent(state);
  remember(state, null);
  if (!lost || lost.base !== trace(outward(state.week)) || sameWeek(lost.week, state.week)) return takeIn(state);
  state.notes = new Map();
  return commit(state, recognised(lost.week, state.week), data.words.said_outside);
}

function learnWords(state) {
  const { data, root } = state;
  const { words } = data;
  if (data.palette === state.learned) return;
  state.learned = data.palette;
  state.functionWords = new Map(data.functions.map(({ value, word }) => [value, word]));
  state.techniqueWords = new Map(data.techniques.map(({ value, word }) => [value, word]));
  for (const entry of data.palette) state.known.set(`${entry.kind}:${entry.key}`, entry);
  write(root.querySelector(".for-mouse"), words.hint);
  write(root.querySelector(".for-touch"), words.hint_touch);
  write(root.querySelector("#keys"), words.card_keys);
  root.querySelector(".week").setAttribute("aria-label", words.week);
  const opener = root.querySelector(".open-palette");
  if (!opener.firstChild) opener.append(icon("plus"), el("span", {}, words.palette));
  buildPalette(state);
  if (state.palette.isOpen) { showTarget(state); listEntries(state); }
}

function wireBoard(state) {
  const { root } = state;
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  on(root.querySelector(".undo"), "click", () => stepBack(state, "past"));
  on(root.querySelector(".redo"), "click", () => stepBack(state, "future"));
  on(root.querySelector(".week"), "click", (event) => {
    const [card, day] = [event.target.closest(".card"), event.target.closest(".day")];
    if (card && event.target.closest(".face")) openCard(state, card.dataset.uid);
    else if (event.target.closest(".head")) openDay(state, Number(day.dataset.day));
    else if (event.target.closest(".add")) openPalette(state, Number(day.dataset.day), event.target.closest(".add"));
  });
}

function mount(root) {
  const wrap = root.querySelector(".wrap");
  const state = {
    root, wrap, data: null, abort: new AbortController(), client: freshId(), seq: 0, known: new Map(), cards: new Map(), notes: new Map(),
    lift: null, drag: null, panel: null, dayNodes: null, isWaiting: false, isSlow: false, isPending: false, isJustDropped: false,
    isNarrow: () => wrap.clientWidth < NARROW,
  };
  wireDrag(state);
  wireKeys(state);
  wirePalette(state);
  wireBoard(state);
  return state;
}

function hear(state, data) {
  const order = data.days.map((day) => day.weekday).join();
  if (order !== state.order) { state.order = order; state.dayNodes = null; }
  state.data = data;
  learnWords(state);
  if (data.subject !== state.subject) {
    closePanel(state, false);
    heard(state);
    begin(state);
    return;
  }
  if (state.isWaiting && (data.client !== state.client || data.ack < state.seq)) return;
  if (state.isWaiting) {
    heard(state);
    remember(state, null);
  }
  if (state.lift || state.drag?.isLive) state.isPending = true; else takeIn(state);
}

const MOUNTED = new WeakMap();

export default function board({ parentElement: root, data: [fixed], setStateValue }) {
  if (!MOUNTED.has(root)) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  state.setValue = setStateValue;
  const place = meeting(fixed.board);
  const listen = (days) => {
    const text = JSON.stringify([fixed, days]);
    if (text === state.text) return;
    state.text = text;
    hear(state, { ...fixed, ...days });
  };
  place.hear = listen;
  if (place.days) listen(place.days);
  return () => {
    if (place.hear === listen) place.hear = null;
    clearTimeout(state.slowTimer);
    clearTimeout(state.retryTimer);
    cancelDrag(state);
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
