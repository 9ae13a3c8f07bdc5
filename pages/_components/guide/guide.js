/**
 * The guided session: choose, start, be led through. It runs in the browser alone; what was held is kept there and sent
 * between two holds until the server has stored it. Nothing is sent while a hold runs.
 */

const GUIDE_WISHES = "hamcore-guide-wishes";
const GUIDE_DOSES = "hamcore-guide-doses";
const GUIDE_TICK_MS = 250;
const GUIDE_SLOW_MS = 2500;
const AMOUNT_STEP_S = 5;
const NO_NEWS = { client: "", seq: 0, acked: [], refused: [], trouble: "" };

const tell = (state, words) => { state.live.textContent = words; };
const isMine = (record) => record?.tab === tabId();

const offerOf = (state) => state.fixed.offers.find(({ when }) => when === state.when) ?? state.fixed.offers[0];

/** The items of the offer on view as the person has them: their own doses from last time, and what they changed now. */
function itemsOf(state) {
  const offer = offerOf(state);
  if (!state.items[offer.when]) {
    const doses = kept.read(GUIDE_DOSES) ?? {};
    state.items[offer.when] = offer.items.filter(({ key }) => stretchOf(state, key)).map((item) => ({ ...item, ...fitting(state, item.key, doses[item.key]) }));
  }
  return state.items[offer.when];
}

/** New offers, without what the person has chosen or put in another order meanwhile. */
function takeOffers(state) {
  for (const offer of state.fixed.offers) {
    const mine = state.items[offer.when];
    if (!mine) continue;
    delete state.items[offer.when];
    const was = state.when;
    state.when = offer.when;
    const fresh = itemsOf(state).map((item) => { const old = mine.find(({ key }) => key === item.key); return old?.isTouched ? { ...item, on: old.on, isTouched: true } : item; });
    const place = ({ key }) => { const at = mine.findIndex((one) => one.key === key); return at < 0 ? mine.length : at; };
    state.items[offer.when] = mine.isMoved ? Object.assign(fresh.sort((a, b) => place(a) - place(b)), { isMoved: true }) : fresh;
    state.when = was;
  }
}

/** A remembered dose, where it still lies within the limits. */
function fitting(state, key, dose) {
  const stretch = stretchOf(state, key);
  const fits = ["rounds", "amount"].every((field) => { const [lo, hi] = limitsOf(state, stretch, field); return dose?.[field] >= lo && dose[field] <= hi; });
  return fits ? { rounds: dose.rounds, amount: dose.amount } : {};
}

function saveRecord(state) {
  const { record } = state;
  if (!record) { kept.remove(GUIDE); return; }
  record.touched = Date.now();
  kept.write(GUIDE, record);
}

function drawAll(state) {
  const { fixed, record } = state;
  if (!fixed) return;
  const active = state.scope.activeElement;
  const isRun = record && record.phase !== "over" && isMine(record);
  state.wrap.classList.toggle("is-running", Boolean(isRun));
  morphChildren(state.head, isRun ? [drawProgress(record)] : []);
  const body = !record ? drawSetUp(state) : !isMine(record) ? drawElsewhere(state, record) : record.phase === "over" ? drawOver(state, record)
    : [...drawReported(state, record), ...drawStep(state, record), drawWishes(state), el("div.dock", { "data-k": "dock" }, drawUndo(state, record), drawKept(state), drawTroubled(state), drawBar(state, record))];
  morphChildren(state.body, body.flat().filter(Boolean));
  keepFocus(state, active);
  showPicture(state, isRun ? record : null);
  repaint(state);
}

/** The focus stays where it was; where that is gone it goes to the main button, never to nowhere. */
function keepFocus(state, active) {
  if (!active || state.scope.activeElement === active) return;
  const to = active.isConnected ? active : state.body.querySelector(".main-action:not(:disabled)");
  to?.focus({ preventScroll: true });
}

function showPicture(state, record) {
  const step = record && stepOf(record);
  const movement = (step && record.phase !== "asked" && stretchOf(state, step.key)?.movement) || null;
  const isHold = record?.phase === "hold";
  const mode = isHold ? (step.isReps ? "reps" : "still") : "way";
  const text = movement ? `${movement.id} ${mode} ${step.side}` : "";
  if (text === state.pictured) return;
  state.pictured = text;
  state.picture.set(movement, { segments: state.fixed.segments, model: state.fixed.model }, mode, step?.side === "left");
}

/** What changes with every tick; nothing else is touched. */
function repaint(state) {
  const { record } = state;
  const dial = state.body.querySelector(".dial");
  if (!dial || !record) return;
  const step = stepOf(record);
  const now = Date.now();
  const [left, whole] = [leftMs(record, now), record.phase === "ready" ? 1000 * secondsOf(step) : wholeMs(record)];
  const isHold = record.phase === "hold";
  const held = heldMs(record, now);
  const seconds = Math.ceil(left / 1000);
  dial.classList.toggle("is-count", record.phase === "count");
  put(dial.querySelector(".left"), step.isReps && record.phase !== "count" ? String(isHold ? repAt(step, held) : step.amount) : clockWords(seconds));
  put(dial.querySelector(".of"), record.phase === "count" ? "until it starts" : step.isReps ? (isHold ? `of ${step.amount}` : "slow reps") : "to hold");
  dial.querySelector(".arc").style.strokeDasharray = `${(100 * left / whole).toFixed(1)} 100`;
  const breath = breathAt(step, held);
  const isBreathing = isHold && !record.isPaused;
  put(state.body.querySelector(".breathing"), record.isPaused ? "Paused" : record.phase === "count" ? (record.count === SETTLE_S ? "Get into position" : "Change over") : isHold ? breath.word : "Ready");
  dial.querySelector(".breath").style.transform = `scale(${isBreathing && !prefersStill() ? (0.62 + 0.3 * breath.share).toFixed(3) : 0.62})`;
  if (isBreathing && step.isReps && !prefersStill()) state.picture.show(breath.share);
  callOut(state, record, seconds);
}

/** Says what is worth hearing, once each. */
function callOut(state, record, seconds) {
  const step = stepOf(record);
  const mark = `${record.at} ${record.phase} ${record.isPaused}`;
  if (mark !== state.marked) {
    state.marked = mark;
    const where = `${nameOfStretch(state, step.key)}, ${placeWords(step)}`;
    const words = { ready: `${where}. Ready when you are.`, count: `${where}. Starts in ${record.count} seconds.`, hold: step.isReps ? `Go: ${counted(step.amount, "slow repetition")}.` : `Hold for ${step.amount} seconds.`,
      asked: `${where}: did you hold it?`, over: "The session is over." };
    tell(state, record.isPaused ? "Paused" : words[record.phase]);
  } else if (record.phase === "hold" && !step.isReps && !record.isPaused && seconds === 10 && step.amount >= 20 && state.tenth !== mark) {
    state.tenth = mark;
    tell(state, "10 seconds left");
  }
}

/** The clock: brings the session to now, stores what was held, and looks again soon. */
function tickOn(state) {
  clearTimeout(state.ticking);
  const { record } = state;
  if (!record || !isMine(record)) { state.sounds.compose([]); return; }
  const before = `${record.at} ${record.phase}`;
  const completed = bringTo(record, Date.now(), state.isFlowing);
  if (`${record.at} ${record.phase}` !== before) {
    saveRecord(state);
    for (const one of completed) keepHold(state, one);
    state.sounds.vibrate(record.phase === "hold" ? [120] : [200, 100, 200]);
    drawAll(state);
  } else {
    repaint(state);
  }
  state.sounds.compose(momentsOf(record));
  if (isTicking(record)) state.ticking = setTimeout(() => tickOn(state), GUIDE_TICK_MS);
}

/** After a step that the person took. */
function stepped(state) {
  saveRecord(state);
  drawAll(state);
  tickOn(state);
  stayAwakeIf(state);
  if (!isHolding(state)) sendSoon(state);
}

function stayAwakeIf(state) {
  const isOn = state.record && isMine(state.record) && state.record.phase !== "over";
  if (isOn && !state.leave) state.leave = state.engine.enter();
  if (!isOn && state.leave) { state.leave(); state.leave = null; }
}

const isHolding = (state) => isTicking(state.record) && state.record.phase === "hold" && isMine(state.record);

function keepHold(state, { id, old, step, amount }) {
  const { record } = state;
  const values = { id, op: "log", day: record.day, stretch: step.key, side: step.side, when: record.when, [step.isReps ? "reps" : "seconds"]: amount };
  if (old) state.queue.put({ op: "delete", of: old });
  state.queue.put(values);
  sendSoon(state);
}

function sendSoon(state) {
  clearTimeout(state.sending);
  state.sending = setTimeout(() => sendTaps(state), 0);
  clearTimeout(state.slowing);
  state.slowing = setTimeout(() => { state.isSlow = state.queue.waiting().length > 0; drawAll(state); }, GUIDE_SLOW_MS);
}

function sendTaps(state) {
  clearTimeout(state.retrying);
  const events = state.queue.toSend();
  if (events.length) {
    state.seq += 1;
    state.emit("guide", { client: tabId(), seq: state.seq, events });
  }
  if (state.queue.waiting().length) state.retrying = setTimeout(() => retry(state), RETRY_MS);
}

/** Tries again, but not while a hold runs: its end does. */
function retry(state) {
  if (isHolding(state)) { state.retrying = setTimeout(() => retry(state), RETRY_MS); return; }
  sendTaps(state);
  drawAll(state);
}

function setAmount(state, key, field, value) {
  const item = itemsOf(state).find((one) => one.key === key);
  item[field] = value;
  kept.write(GUIDE_DOSES, { ...kept.read(GUIDE_DOSES), [key]: { rounds: item.rounds, amount: item.amount } });
}

function idOfField(state, key, field) { return `${field}-${state.fixed.stretches.indexOf(stretchOf(state, key))}`; }

function typedIn(state, { target }) {
  const { typed: field, key } = target.dataset;
  if (!field) return;
  const id = idOfField(state, key, field);
  const [lo, hi] = limitsOf(state, stretchOf(state, key), field);
  const number = /^\s*\d+\s*$/.test(target.value) ? Number(target.value) : NaN;
  state.typed[id] = target.value;
  if (number >= lo && number <= hi) { delete state.faults[id]; setAmount(state, key, field, number); }
  else state.faults[id] = `A whole number from ${withinWords([lo, hi], unitOf(stretchOf(state, key), field))}.`;
  drawAll(state);
}

function complaint(state) {
  const [wrong] = Object.keys(state.faults);
  if (!wrong) return false;
  state.body.querySelector(`#${wrong}`)?.focus();
  return true;
}

const GUIDE_ACTIONS = {
  when(state, { value }) { state.when = value; state.tuning = ""; },
  toggle(state, { key }) { const item = itemsOf(state).find((one) => one.key === key); Object.assign(item, { on: !item.on, isTouched: true }); },
  tune(state, { key }) { if (complaint(state)) return; state.typed = {}; state.tuning = state.tuning === key ? "" : key; },
  step(state, { key, field, value }) {
    const stretch = stretchOf(state, key);
    const [lo, hi] = limitsOf(state, stretch, field);
    const item = itemsOf(state).find((one) => one.key === key);
    const size = field === "amount" && stretch.hold_s ? AMOUNT_STEP_S : 1;
    const id = idOfField(state, key, field);
    setAmount(state, key, field, clamp(item[field] + size * Number(value), lo, hi));
    delete state.faults[id];
    delete state.typed[id];
    const input = state.body.querySelector(`#${id}`);
    if (input) input.value = item[field];
    tell(state, `${item[field]} ${unitOf(stretch, field)}`);
  },
  move(state, { key, value }) {
    const items = itemsOf(state);
    const from = items.findIndex((one) => one.key === key);
    const [item] = items.splice(from, 1);
    items.splice(clamp(from + Number(value), 0, items.length), 0, item);
    items.isMoved = true;
    tell(state, `${nameOfStretch(state, key)} is number ${items.indexOf(item) + 1} of ${items.length}`);
  },
  start(state) {
    if (complaint(state)) return;
    const steps = stepsOf(itemsOf(state), state.fixed.stretches);
    if (!steps.length) return;
    state.record = newSession(offerOf(state).when, wallTime().slice(0, 10), steps);
    state.tuning = "";
    stepped(state);
    toTop(state);
  },
  main(state) {
    const { record } = state;
    const now = Date.now();
    if (record.phase === "ready") begin(record, "count", SETTLE_S, now);
    else if (record.isPaused) resumeAt(record, now);
    else if (isTicking(record)) pauseAt(record, now);
    stepped(state);
  },
  back(state) { goBack(state.record); state.isHurt = false; stepped(state); },
  skip(state) { goOn(state.record, Date.now(), false); state.isHurt = false; stepped(state); },
  early(state) {
    const { record } = state;
    const step = stepOf(record);
    const held = heldMs(record, Date.now());
    const amount = step.isReps ? repsDone(step, held) : Math.floor(held / 1000);
    if (amount > 0) keepHold(state, complete(record, amount));
    else tell(state, "Nothing to count yet");
    goOn(record, Date.now(), state.isFlowing);
    stepped(state);
  },
  count(state) { keepHold(state, complete(state.record, stepOf(state.record).amount)); goOn(state.record, Date.now(), state.isFlowing); stepped(state); },
  again(state) { wait(state.record); stepped(state); },
  undo(state) {
    const { record } = state;
    const at = record.order.pop();
    if (at === undefined) return;
    const { id } = record.done[at];
    delete record.done[at];
    state.queue.put({ op: "delete", of: id });
    if (record.phase !== "over") { record.at = at; wait(record); }
    stepped(state);
    sendSoon(state);
    tell(state, "Taken back");
  },
  hurts(state) {
    state.isHurt = !state.isHurt;
    if (state.isHurt && isTicking(state.record)) pauseAt(state.record, Date.now());
    stepped(state);
    const now = state.body.querySelector(state.isHurt ? ".hurts" : ".hurt");
    now?.scrollIntoView({ block: state.isHurt ? "start" : "center" });
    now?.focus({ preventScroll: true });
  },
  report(state, { value }) {
    state.isHurt = false;
    closeSteps(state.record, value, state.fixed.stretches);
    state.queue.put({ op: "symptom", kind: value });
    stepped(state);
    sendSoon(state);
  },
  end(state) {
    const { record } = state;
    record.tab = tabId();
    Object.assign(record, { phase: "over", isPaused: false });
    stepped(state);
    state.body.querySelector(".name")?.focus({ preventScroll: true });
    toTop(state);
  },
  close(state) { state.record = null; state.items = {}; stepped(state); toTop(state); },
  take(state) {
    const { record } = state;
    record.tab = tabId();
    stepped(state);
  },
  dropTap(state, { tap: id }) { state.queue.drop(id); },
  wish(state, { value }) { state.engine.wish(value, !state.engine.wishes[value]); tickOn(state); },
  flow(state) { state.isFlowing = !state.isFlowing; kept.write(GUIDE_WISHES, { flow: state.isFlowing }); },
};

function toTop(state) {
  requestAnimationFrame(() => state.wrap.scrollIntoView({ block: "start", behavior: prefersStill() ? "auto" : "smooth" }));
}

function acted(state, node) {
  const action = GUIDE_ACTIONS[node.dataset.do];
  if (!action || !state.fixed) return;
  action(state, node.dataset);
  drawAll(state);
}

function escaped(state, event) {
  if (event.key !== "Escape") return;
  if (state.isHurt) GUIDE_ACTIONS.hurts(state);
  else if (state.tuning && !complaint(state)) { const key = state.tuning; state.tuning = ""; drawAll(state); state.body.querySelector(`[data-k="${CSS.escape(`tune${key}`)}"]`)?.focus(); }
  drawAll(state);
}

/** A session that nobody touched for hours is put away; what was held is stored. */
function found() {
  const record = kept.read(GUIDE);
  if (!record?.steps?.length || Date.now() - record.touched > STALE_MS) { kept.remove(GUIDE); return null; }
  return record;
}

/** Streamlit covers the page when the server does not answer. The clock must go on, so the cover is taken away. */
function uncover(state) {
  const clearing = new MutationObserver(() => {
    if (!state.record) return;
    for (const cover of document.querySelectorAll('[data-testid="stDialog"]')) {
      if (cover.querySelector("h2")?.textContent !== "Connection error") continue;
      cover.querySelector("button")?.click();
      state.isCut = true;
      drawAll(state);
    }
  });
  clearing.observe(document.body, { childList: true });
  return clearing;
}

function mountGuide(root) {
  const wrap = root.querySelector(".guide");
  const state = {
    root, wrap, scope: wrap.getRootNode(), head: wrap.querySelector(".head"), body: wrap.querySelector(".body"), live: wrap.querySelector(".live"), abort: new AbortController(),
    engine: restEngine(), queue: new Queue("stretching"), picture: new Picture(root), news: NO_NEWS, fixed: null, record: found(), items: {}, typed: {}, faults: {}, tuning: "", when: "",
    isHurt: false, isFlowing: kept.read(GUIDE_WISHES)?.flow ?? true, seq: 0, marked: "", pictured: null, text: "",
  };
  state.sounds = new Sounds(state.engine);
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  on(wrap, "click", (event) => { const node = event.target.closest("[data-do]"); if (node && !node.disabled) acted(state, node); });
  on(wrap, "input", (event) => typedIn(state, event));
  on(wrap, "keydown", (event) => escaped(state, event));
  on(window, "online", () => retry(state));
  on(document, "visibilitychange", () => { if (!document.hidden) { tickOn(state); if (!isHolding(state)) retry(state); } });
  on(window, "storage", ({ key }) => {
    if (key === GUIDE) { state.record = found(); stayAwakeIf(state); drawAll(state); tickOn(state); }
    else if (key?.startsWith(state.queue.place(""))) drawAll(state);
  });
  state.clearing = uncover(state);
  return state;
}

/** Takes in what can be chosen and what became of the taps: both parts together are the document. */
function hearAll(state, fixed, news) {
  if (!fixed || !news) return;
  const isNew = fixed !== state.given;
  const before = state.fixed?.offered;
  state.given = fixed;
  state.fixed = { ...fixed, ...news };
  state.news = news;
  if (before !== news.offered || !state.when) state.when = news.offered;
  if (isNew) state.pictured = null;
  takeOffers(state);
  state.isCut = false;
  state.queue.settle({ ...news, conflicts: [] });
  if (!state.queue.waiting().length) { state.isSlow = false; clearTimeout(state.retrying); clearTimeout(state.slowing); }
  drawAll(state);
}

const GUIDES_MOUNTED = new WeakMap();

export default function guide({ parentElement: root, data: [fixed], setStateValue }) {
  const isNew = !GUIDES_MOUNTED.has(root);
  if (isNew) GUIDES_MOUNTED.set(root, mountGuide(root));
  const state = GUIDES_MOUNTED.get(root);
  state.emit = setStateValue;
  const place = guideMeeting(fixed.guide);
  const listen = (news) => hearAll(state, fixed, news);
  place.hear = listen;
  place.sounds = () => state.sounds.tones.length;
  const text = JSON.stringify(fixed);
  if (text !== state.text) {
    state.text = text;
    hearAll(state, fixed, place.news);
  }
  if (isNew) { stayAwakeIf(state); tickOn(state); if (state.queue.waiting().length) sendSoon(state); }
  return () => {
    if (place.hear === listen) place.hear = null;
    for (const name of ["ticking", "sending", "retrying", "slowing"]) clearTimeout(state[name]);
    state.sounds.compose([]);
    state.picture.destroy();
    state.clearing.disconnect();
    state.leave?.();
    state.abort.abort();
    GUIDES_MOUNTED.delete(root);
  };
}
