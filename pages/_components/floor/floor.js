/** The gym floor: a tap shows at once, is kept in the browser and sent until the server has stored it. */

const DOUBLE_TAP_MS = 500;
const SEND_EDIT_MS = 350;
const PREVIEW_MS = 350;
const SLOW_MS = 1600;

const now = () => Date.now();
const say = (state, words) => { state.live.textContent = words; };

function view(state) { return viewOf(state.data, state.queue.waiting()); }

function findRow(state, exerciseKey, rowKey) {
  const exercise = exerciseOf(view(state), exerciseKey);
  const row = exercise?.rows.find((one) => keyOf(one) === rowKey);
  return { exercise, row };
}

/** The set whose reserve is asked about: by its number once it has one, by the tap that made it before. */
function findAsked(state, shown) {
  const { set_no: setNo, of } = state.ask;
  const found = findSet(shown, { set_no: setNo || state.queue.numbers.get(of), of });
  return found.row && isDone(found.row) ? found : null;
}

function render(state) {
  if (!state.data) return;
  followPanel(state);
  const waiting = state.queue.waiting();
  const shown = viewOf(state.data, waiting);
  if (!exerciseOf(shown, state.open)) state.open = shown.current || shown.exercises[0]?.key || "";
  state.isSlow = waiting.some((entry) => now() - entry.born > SLOW_MS);
  const active = state.scope.activeElement;
  morphChildren(state.body, [
    drawList(state, shown),
    shown.exercises.length === 0 && el("p.quiet.none", { "data-k": "none" }, "No exercise yet. Add the first one."),
    state.isLive && drawWishes(state),
    drawEnd(state, shown),
    el("div.dock", { "data-k": "dock" }, drawState(state, waiting), drawBar(state, shown)),
  ].filter(Boolean));
  if (active?.isConnected && state.scope.activeElement !== active) active.focus({ preventScroll: true });
  paint(state);
}

function paint(state) {
  const box = state.body.querySelector(".rest");
  const rest = restOf(state);
  const small = state.body.querySelector(".main-action time");
  if (small) put(small, rest ? (rest.left > 0 ? clockWords(rest.left) : `+${clockWords(rest.over)}`) : "");
  if (box) {
    const words = paintRest(box, rest, state.leftBefore);
    if (words) say(state, words);
  }
  state.leftBefore = rest?.left ?? null;
}

/** The rest of this workout; one that runs in another is not shown. */
function restOf(state) {
  const rest = state.engine.now;
  return state.isLive && rest?.workout_id === state.data.workout_id ? rest : null;
}

function endRest(state) { if (state.engine.record?.workout_id === state.data.workout_id) state.engine.stop(); }

function send(state, delay = 0) {
  clearTimeout(state.sending);
  state.sending = setTimeout(() => sendNow(state), delay);
}

function sendNow(state) {
  clearTimeout(state.retrying);
  const events = state.queue.toSend();
  const isWaiting = state.queue.waiting().length > 0;
  if (events.length || state.isAsking) {
    state.seq += 1;
    state.emit({ client: tabId(), seq: state.seq, workout_id: state.data.workout_id, events, current: state.open, preview: state.preview });
    state.isAsking = false;
  }
  if (isWaiting) state.retrying = setTimeout(() => { sendNow(state); render(state); }, RETRY_MS);
}

/** Keeps a tap, shows it, sends it. `back` is the tap that undoes it. */
function tap(state, values, undoWords, back, { delay = 0 } = {}) {
  const event = state.queue.put(values);
  if (back) state.queue.remember(undoWords, back(event));
  send(state, delay);
  watch(state);
  return event;
}

/** Shows a tap as kept here as soon as its answer is late. */
function watch(state) {
  clearTimeout(state.slowing);
  const next = state.queue.waiting().map((entry) => entry.born + SLOW_MS + 50 - now()).find((left) => left > 0);
  if (next) state.slowing = setTimeout(() => { render(state); watch(state); }, next);
}

function logSet(state, exercise, row, values) {
  if (now() - state.lastLog < DOUBLE_TAP_MS) return;
  state.lastLog = now();
  const isWarmUp = groupOf(row) === "warm_up";
  const side = values.side ?? row.side;
  const number = exercise.rows.filter((one) => isSame(one, { ...row, side }) && isDone(one)).length + 1;
  const name = rowName(exercise, { ...row, number, side });
  const event = tap(state, { op: "log", exercise: exercise.key, kind: row.kind, number, ...pick(row), ...values, side }, name.toLowerCase(),
    ({ id }) => ({ op: "delete", of: id, exercise: exercise.key, rest: id }));
  state.panel = null;
  if (state.isLive) endRest(state);
  if (!isWarmUp) {
    state.ask = event.rir === null ? { of: event.id } : null;
    if (row.rest_s && state.isLive) state.engine.start({ seconds: row.rest_s, label: exercise.name, workout_id: state.data.workout_id, address: state.data.address, tap: event.id });
    if (row.kind !== "extra" || exercise.superset) moveOn(state, exercise.key);
  }
  requestAnimationFrame(() => state.body.querySelector(".after")?.scrollIntoView({ block: "nearest" }));
  say(state, `${name} done: ${loadWords(exercise, event.load, event.unit)} times ${event.reps}.${!isWarmUp && row.rest_s && state.isLive ? ` Rest ${clockWords(row.rest_s)}.` : ""}`);
}

function moveOn(state, key) {
  const next = nextExercise(view(state), key);
  if (next !== state.open) open(state, next);
}

function open(state, key) {
  Object.assign(state, { open: key, panel: null, menu: "", why: "", isAsking: true });
  send(state);
  requestAnimationFrame(() => {
    const card = state.body.querySelector(".is-open");
    const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    card?.scrollIntoView({ block: "nearest", behavior: smooth ? "smooth" : "auto" });
  });
}

/** A set that was stored meanwhile has a number now; its open panel goes with it. */
function followPanel(state) {
  const { panel } = state;
  if (!panel?.set?.of || panel.set.set_no) return;
  const setNo = state.queue.numbers.get(panel.set.of);
  if (setNo) Object.assign(panel, { key: `s${setNo}`, set: { ...panel.set, set_no: setNo } });
}

function openPanel(state, exercise, row, key = keyOf(row)) {
  const draft = draftOf(row);
  const set = isDone(row) ? { set_no: row.set_no, of: row.tap ?? "" } : null;
  if (set && row.unit) draft.unit = row.unit;
  state.panel = { exercise: exercise.key, key, row, draft, faults: {}, set, before: { ...draft }, remembered: false, more: Boolean(draft.tempo || draft.note) };
  state.preview = null;
  requestAnimationFrame(() => state.body?.querySelector(".panel")?.scrollIntoView({ block: "nearest" }));
}

/** Takes a changed draft in: a done set changes at once, in the past it is only asked what would follow. */
function changed(state) {
  const { panel } = state;
  const exercise = exerciseOf(view(state), panel.exercise);
  panel.faults = faultsOf(panel.draft, exercise, panel.set ? panel.before : {});
  panel.changed = JSON.stringify(panel.draft) !== JSON.stringify(panel.before);
  if (!panel.set || Object.keys(panel.faults).length) return;
  const values = { op: "edit", exercise: panel.exercise, ...panel.set, ...valuesOf(panel.draft, exercise) };
  if (state.isLive) saveEdit(state, values); else askWhatFollows(state, panel.changed ? values : null);
}

function saveEdit(state, values) {
  const { panel } = state;
  const exercise = exerciseOf(view(state), panel.exercise);
  state.queue.replaceEdits(panel.set.set_no, panel.set.of);
  const back = panel.remembered ? null : () => ({ op: "edit", exercise: panel.exercise, ...panel.set, ...valuesOf(panel.before, exercise) });
  panel.remembered = true;
  tap(state, values, "the change of a set", back, { delay: SEND_EDIT_MS });
}

function askWhatFollows(state, values) {
  state.preview = values ? { id: randomId(), at: wallTime(), ...values } : null;
  state.isAsking = true;
  send(state, PREVIEW_MS);
}

function closePanel(state) {
  const { panel } = state;
  Object.assign(state, { panel: null, preview: null });
  render(state);
  if (panel) state.body.querySelector(`[data-k="${CSS.escape(`open${panel.key}`)}"], [data-do="extra"]`)?.focus({ preventScroll: true });
}

function deleteSet(state) {
  const { panel } = state;
  const { exercise, row } = findRow(state, panel.exercise, panel.key);
  if (!row) return;
  const { planned: _planned, waits: _waits, ...kept } = row;
  tap(state, { op: "delete", exercise: exercise.key, ...panel.set }, `the deletion of ${rowName(exercise, row).toLowerCase()}`,
    () => ({ op: "restore", exercise: exercise.key, ...panel.set, row: kept }));
  say(state, `${rowName(exercise, row)} deleted.`);
  closePanel(state);
}

function finish(state) {
  const isOpen = view(state).exercises.some(hasWork);
  if (isOpen && !state.isEnding) { state.isEnding = true; return; }
  state.isEnding = false;
  endRest(state);
  state.queue.saveSteps([]);
  tap(state, { op: "finish" });
}

function plan(state, op, exercise, more, words, back) { tap(state, { op, exercise, ...more }, words, back && (() => ({ exercise, ...back }))); state.menu = ""; }

const ACTIONS = {
  log(state, { ex, row: key }) {
    const { exercise, row } = findRow(state, ex, key);
    if (!row || !isOpen(row)) return;
    if (row.reps === null || isUnsaid(exercise, row)) {
      openPanel(state, exercise, row);
      render(state);
      state.body.querySelector(isUnsaid(exercise, row) ? "#field-load" : "#field-reps")?.focus({ preventScroll: true });
      return;
    }
    logSet(state, exercise, row, {});
  },
  panel(state, { ex, row: key }) {
    if (state.panel?.key === key && state.panel.exercise === ex) { closePanel(state); return; }
    const { exercise, row } = findRow(state, ex, key);
    if (row) openPanel(state, exercise, row);
  },
  extra(state, { ex }) {
    const exercise = exerciseOf(view(state), ex);
    const last = exercise.rows.findLast((row) => groupOf(row) === "set");
    const side = exercise.each_side ? (last?.side === "left" ? "right" : "left") : "";
    const blank = blankRow(exercise, "extra", side);
    const row = { ...blank, rest_s: side === "left" ? 0 : blank.rest_s, number: exercise.rows.filter((one) => groupOf(one) === "set" && one.side === side).length + 1 };
    openPanel(state, exercise, row, "new");
    if (row.load === "" && exercise.asks) { render(state); state.body.querySelector("#field-load")?.focus({ preventScroll: true }); }
  },
  logPanel(state) {
    const { panel } = state;
    const exercise = exerciseOf(view(state), panel.exercise);
    panel.faults = faultsOf(panel.draft, exercise);
    const [wrong] = Object.keys(panel.faults);
    if (wrong) { render(state); state.body.querySelector(`#field-${wrong}`)?.focus(); return; }
    logSet(state, exercise, panel.row, valuesOf(panel.draft, exercise));
  },
  closePanel,
  more(state) { state.panel.more = true; render(state); state.body.querySelector("#field-tempo")?.focus({ preventScroll: true }); },
  step(state, { field: name, value }) {
    const { draft, exercise: key } = state.panel;
    const direction = Number(value);
    if (name === "load") draft.load = steppedLoad(exerciseOf(view(state), key), draft.load, direction);
    else draft.reps = String(Math.max(1, (Number.parseInt(draft.reps, 10) || 0) + direction));
    state.body.querySelector(`#field-${name}`).value = draft[name];
    changed(state);
    say(state, `${draft[name]}`);
  },
  choose(state, { field: name, value }) {
    const { draft } = state.panel;
    draft[name] = draft[name] === value && name === "form" ? "" : value;
    if (name === "type") state.panel.asksKind = true;
    changed(state);
  },
  rir(state, { value }) { state.panel.draft.rir = state.panel.draft.rir === Number(value) ? null : Number(value); changed(state); },
  askRir(state, { value }) {
    const { exercise, row } = findAsked(state, view(state)) ?? {};
    if (!row) return;
    const set = { set_no: row.set_no, of: row.tap ?? "" };
    const rir = row.rir === Number(value) ? null : Number(value);
    state.queue.replaceEdits(row.set_no, row.tap);
    tap(state, { op: "edit", exercise: exercise.key, ...set, ...pick(row), rir }, "reps in reserve", () => ({ op: "edit", exercise: exercise.key, ...set, ...pick(row) }));
    say(state, rir === null ? "No reserve noted" : `${rirWords(rir)} noted`);
  },
  deleteSet(state) {
    if (state.isLive) { deleteSet(state); return; }
    state.panel.deleting = true;
    askWhatFollows(state, { op: "delete", exercise: state.panel.exercise, ...state.panel.set });
  },
  deleteNow: deleteSet,
  keepSet(state) { state.panel.deleting = false; state.preview = null; changed(state); },
  savePanel(state) {
    const { panel } = state;
    const exercise = exerciseOf(view(state), panel.exercise);
    const [wrong] = Object.keys((panel.faults = faultsOf(panel.draft, exercise, panel.before)));
    if (wrong) { render(state); state.body.querySelector(`#field-${wrong}`)?.focus(); return; }
    saveEdit(state, { op: "edit", exercise: panel.exercise, ...panel.set, ...valuesOf(panel.draft, exercise) });
    closePanel(state);
  },
  undo(state) {
    const step = state.queue.takeBack();
    if (!step) return;
    const { rest, ...values } = step.values;
    if (rest && state.engine.record?.tap === rest) state.engine.stop();
    if (rest && state.ask?.of === rest) state.ask = null;
    if (values.op === "add") state.follow = values.exercise;
    else if (values.exercise && values.op !== "move") state.open = values.exercise;
    state.panel = null;
    state.lastLog = 0;
    tap(state, values);
    say(state, `Taken back: ${step.words}`);
  },
  why(state, { ex }) { state.why = state.why === ex ? "" : ex; },
  menu(state, { ex }) { Object.assign(state, { menu: state.menu === ex ? "" : ex, turns: "" }); },
  turns(state, { ex }) { state.turns = state.turns === ex ? "" : ex; },
  open(state, { ex }) { open(state, ex); },
  idle(state) { state.isIdleShown = !state.isIdleShown; },
  goOn(state) { moveOn(state, state.open); },
  wave(state, { ex }) { state.waved.add(ex); },
  skip(state, { ex }) { plan(state, "skip", ex, {}, "the skipping of an exercise", { op: "unskip" }); moveOn(state, ex); },
  unskip(state, { ex }) { plan(state, "unskip", ex, {}, "the change of the plan", { op: "skip" }); },
  move(state, { ex, value }) {
    const before = view(state).exercises.map(({ key }) => key);
    const order = before.filter((key) => key !== ex);
    order.splice(before.indexOf(ex) + Number(value), 0, ex);
    plan(state, "move", ex, { order }, "the new order", { op: "move", order: before });
  },
  swap(state, { ex, value }) { plan(state, "swap", ex, { to: value }, "the swap", { op: "swap", exercise: value, to: ex }); state.follow = value; },
  superset(state, { ex, value }) {
    const exercise = exerciseOf(view(state), ex);
    const partner = view(state).exercises.find((other) => other !== exercise && exercise.superset && other.superset.startsWith(exercise.superset.slice(0, 1)));
    plan(state, "superset", ex, { to: value }, "the superset", { op: "superset", to: value ? "" : partner?.key ?? "" });
  },
  remove(state, { ex }) {
    const order = view(state).exercises.map(({ key }) => key);
    plan(state, "remove", ex, {}, "the removal of an exercise", { op: "add", order });
  },
  keepMine(state, { tap: id }) {
    const { event, trouble } = state.queue.troubled().find((entry) => entry.event.id === id) ?? {};
    if (!event) return;
    state.queue.drop(id);
    const set = { op: "edit", exercise: event.exercise, set_no: trouble.set_no };
    const { row } = findSet(view(state), set);
    tap(state, { ...set, ...pick(event) }, "the change of a set", row && (() => ({ ...set, ...pick(row) })));
  },
  keepBoth(state, { tap: id }) {
    const entry = state.queue.troubled().find(({ event }) => event.id === id);
    if (!entry) return;
    state.queue.drop(id);
    tap(state, { op: "keep_both", exercise: entry.event.exercise, log: entry.event }, "the second set", () => ({ op: "delete", of: id, exercise: entry.event.exercise }));
  },
  correct(state, { tap: id }) {
    const { event } = state.queue.troubled().find((entry) => entry.event.id === id) ?? {};
    if (!event) return;
    state.queue.drop(id);
    state.open = event.exercise;
    const exercise = exerciseOf(view(state), event.exercise);
    if (exercise) openPanel(state, exercise, { ...blankRow(exercise, event.kind, event.side), ...pick(event), number: event.number }, "new");
  },
  dropTap(state, { tap: id }) { state.queue.drop(id); },
  finish,
  finishNow: finish,
  keepGoing(state) { state.isEnding = false; },
  moreRest(state) { state.engine.add(30); },
  stopRest(state) { state.engine.stop(); },
  wish(state, { value }) { state.engine.wish(value, !state.engine.wishes[value]); },
};

function act(state, node) {
  const action = ACTIONS[node.dataset.do];
  if (!action || !state.data) return;
  action(state, node.dataset);
  render(state);
}

function typed(state, { target }) {
  const { field: name } = target.dataset;
  if (!name || !state.panel) return;
  state.panel.draft[name] = target.value;
  changed(state);
  render(state);
}

function pressed(state, event) {
  if (!state.panel) return;
  if (event.key === "Escape") { event.preventDefault(); closePanel(state); }
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  if (!state.panel.set) ACTIONS.logPanel(state); else if (state.isLive) closePanel(state); else if (state.panel.changed) ACTIONS.savePanel(state);
  render(state);
}

/**
 * Streamlit covers the page when the server does not answer. Here every tap is kept until it does, so the cover is
 * taken away and the floor says itself what happens to the taps.
 */
function keepClear(state) {
  const clearing = new MutationObserver(() => {
    for (const cover of document.querySelectorAll('[data-testid="stDialog"]')) {
      if (cover.querySelector("h2")?.textContent !== "Connection error") continue;
      cover.querySelector("button")?.click();
      state.isCut = true;
      render(state);
    }
  });
  clearing.observe(document.body, { childList: true });
  return clearing;
}

/** A day typed into Streamlit's date field is taken when its calendar closes; Enter closes it, as Escape does. */
function confirmDay({ key, target }) {
  if (key !== "Enter" || !target.closest?.('[data-testid="stDateInputField"] [role="spinbutton"]')) return;
  target.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
}

function mount(root) {
  const state = { root, scope: root.querySelector(".floor").getRootNode(), body: root.querySelector(".body"), live: root.querySelector(".live"), engine: restEngine(), abort: new AbortController(),
    seq: 0, open: "", panel: null, preview: null, ask: null, menu: "", turns: "", why: "", waved: new Set(), lastLog: 0, text: "", leftBefore: null };
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  on(state.body, "click", (event) => { const node = event.target.closest("[data-do]"); if (node) act(state, node); });
  on(state.body, "input", (event) => typed(state, event));
  on(state.body, "keydown", (event) => pressed(state, event));
  document.addEventListener("keydown", confirmDay, { signal: state.abort.signal, capture: true });
  // Another window may have stored something meanwhile, so what is shown is asked for anew.
  const again = () => { if (!state.data) return; state.isAsking = true; send(state); render(state); };
  for (const name of ["online", "offline"]) on(window, name, again);
  on(document, "visibilitychange", () => { if (!document.hidden) again(); });
  on(window, "storage", ({ key, newValue }) => {
    if (!state.data || !key?.startsWith(state.queue.place(""))) return;
    if (newValue === null) again(); else render(state);
  });
  state.quiet = state.engine.listen(() => paint(state));
  state.clearing = keepClear(state);
  return state;
}

function take(state, data) {
  const isNew = state.data?.workout_id !== data.workout_id;
  Object.assign(state, { data, isLive: data.mode === "live", isCut: false });
  if (isNew) Object.assign(state, { queue: new Queue(data.workout_id), open: data.current, panel: null, ask: null });
  state.queue.settle(data);
  if (state.follow && exerciseOf(data, state.follow)) { state.open = state.follow; state.follow = ""; }
  if (!state.isLive) endRest(state);
  if (isNew) send(state);
  if (state.isLive && !state.leave) state.leave = state.engine.enter();
}

const MOUNTED = new WeakMap();

/** The document, once its two parts are of the same run; they come one after the other. */
function whole({ facts, now }) {
  if (!facts || facts.values.stamp !== now?.values.stamp) return null;
  const { rows, ...rest } = now.values;
  const exercises = facts.values.exercises.map((exercise) => exercise.key === rest.current ? { ...exercise, rows } : exercise);
  return { ...facts.values, ...rest, exercises };
}

function hear(state, place) {
  const data = whole(place.parts);
  const text = JSON.stringify(data);
  if (!data || text === state.text) return;
  state.text = text;
  take(state, data);
  render(state);
}

export default function floor({ parentElement: root, data: [{ floor: name }] }) {
  if (!MOUNTED.has(root)) MOUNTED.set(root, mount(root));
  const state = MOUNTED.get(root);
  const place = meeting(name);
  state.emit = (value) => place.parts.now?.emit("floor", value);
  state.hear ??= () => hear(state, place);
  place.hear = state.hear;
  state.hear();
  return () => {
    if (place.hear === state.hear) place.hear = null;
    clearTimeout(state.sending);
    clearTimeout(state.retrying);
    clearTimeout(state.slowing);
    state.quiet();
    state.clearing.disconnect();
    state.leave?.();
    state.abort.abort();
    MOUNTED.delete(root);
  };
}
