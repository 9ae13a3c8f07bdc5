/**
 * One guided session as a plain record, and the steps it can take. It is kept in the browser's storage and counted by
 * the clock on the wall, so reruns, a reload and a closed tab lose nothing. Nothing here touches the page.
 *
 * `phase`: `ready` waits for a tap; `count` counts down to the hold; `hold` runs; `asked`: the hold ended while nobody
 * was looking; `over`. While `count` and `hold` run, `end` is when they end; while paused, `left` is what is left.
 */

const GUIDE = "hamcore-guide";
const SETTLE_S = 5;
const CHANGE_S = 10;
const NEXT_S = 20;
/** Later than this after its end a page was asleep or closed, and nobody knows whether the hold was held. */
const AWAY_MS = 5000;
const STALE_MS = 6 * 60 * 60 * 1000;

/** The steps of the chosen items: all rounds of the left leg, then those of the right. */
function stepsOf(items, stretches) {
  return items.filter(({ on }) => on).flatMap(({ key, rounds, amount }) => {
    const stretch = stretches.find((one) => one.key === key);
    if (!stretch || stretch.closed) return [];
    const isReps = Boolean(stretch.reps);
    return (stretch.each_side ? ["left", "right"] : [""]).flatMap((side) =>
      Array.from({ length: rounds }, (_, i) => ({ key, side, round: i + 1, rounds, amount, isReps, pace: stretch.pace_s })));
  });
}

const secondsOf = (step) => step.isReps ? step.amount * step.pace : step.amount;

/** About how long a session takes, in seconds, with its changes. */
const lengthOfAll = (steps) => steps.reduce((sum, step, i) => sum + secondsOf(step) + (i === 0 ? SETTLE_S : steps[i - 1].key === step.key ? CHANGE_S : NEXT_S), 0);

const newSession = (when, day, steps) => ({
  id: randomId(), when, day, steps, at: 0, phase: "ready", end: 0, left: 0, isPaused: false, done: {}, tries: {}, hurts: [], order: [], tab: tabId(), touched: Date.now(),
});

const stepOf = (record) => record.steps[record.at];
const isTicking = (record) => Boolean(record) && !record.isPaused && (record.phase === "count" || record.phase === "hold");
const wholeMs = (record) => 1000 * (record.phase === "count" ? record.count : secondsOf(stepOf(record)));
const leftMs = (record, now) => record.phase === "ready" ? 1000 * secondsOf(stepOf(record)) : Math.max(0, record.isPaused ? record.left : record.end - now);
const heldMs = (record, now) => record.phase === "hold" ? Math.max(0, wholeMs(record) - leftMs(record, now)) : 0;

function begin(record, phase, seconds, now) {
  Object.assign(record, { phase, isPaused: false, left: 0, end: now + 1000 * seconds });
  if (phase === "count") record.count = seconds;
}

function wait(record) { Object.assign(record, { phase: "ready", isPaused: false, end: 0, left: 0 }); }

const freeAfter = (record, from) => record.steps.findIndex((step, i) => i > from && !step.isClosed);
const freeBefore = (record, from) => record.steps.findLastIndex((step, i) => i < from && !step.isClosed);

/** On to the next step: it starts by itself after a change of leg, and after a new stretch where that is wished. */
function goOn(record, now, isByItself) {
  const next = freeAfter(record, record.at);
  if (next < 0) { Object.assign(record, { phase: "over", isPaused: false, end: 0 }); return; }
  const isSame = record.steps[next].key === stepOf(record).key;
  record.at = next;
  if (isSame) begin(record, "count", CHANGE_S, now);
  else if (isByItself) begin(record, "count", NEXT_S, now);
  else wait(record);
}

function goBack(record) {
  const before = freeBefore(record, record.at);
  if (before >= 0) record.at = before;
  wait(record);
}

/** Notes the step as done. Its id is made of session, step and try, so two tabs can never store it twice. */
function complete(record, amount) {
  const { at } = record;
  const old = record.done[at]?.id;
  record.tries[at] = (record.tries[at] ?? 0) + 1;
  const id = `${record.id}-${at}-${record.tries[at]}`;
  record.done[at] = { id, amount };
  record.order = [...record.order.filter((one) => one !== at), at];
  return { id, old, step: stepOf(record), amount };
}

function pauseAt(record, now) { Object.assign(record, { left: Math.max(0, record.end - now), isPaused: true }); }
function resumeAt(record, now) { Object.assign(record, { end: now + record.left, isPaused: false }); }

/** Brings the record to `now`; returns the steps that were completed on the way. */
function bringTo(record, now, isByItself) {
  const completed = [];
  while (isTicking(record) && now >= record.end) {
    const { end } = record;
    if (now - end > AWAY_MS) {
      if (record.phase === "hold") record.phase = "asked"; else begin(record, "count", SETTLE_S, now), pauseAt(record, now);
    } else if (record.phase === "count") {
      begin(record, "hold", secondsOf(stepOf(record)), end);
    } else {
      completed.push(complete(record, stepOf(record).amount));
      goOn(record, end, isByItself);
    }
  }
  return completed;
}

/** Closes what a symptom closes. Whether the current step can stay is the answer. */
function closeSteps(record, kind, stretches) {
  record.hurts = [...new Set([...record.hurts, kind])];
  record.steps.forEach((step, i) => {
    const isClosed = stretches.find(({ key }) => key === step.key)?.closed_by.includes(kind);
    if (isClosed && !record.done[i]) step.isClosed = true;
  });
  if (record.phase === "over" || !stepOf(record).isClosed) return true;
  const next = [freeAfter(record, record.at), record.steps.findIndex((step, i) => !step.isClosed && !record.done[i])].find((i) => i >= 0);
  if (next === undefined) Object.assign(record, { phase: "over", isPaused: false });
  else { record.at = next; wait(record); }
  return false;
}

/** What was done, by stretch: side to amounts. */
function doneOf(record) {
  const found = new Map();
  record.steps.forEach((step, i) => {
    if (!record.done[i]) return;
    if (!found.has(step.key)) found.set(step.key, { key: step.key, isReps: step.isReps, sides: new Map() });
    const { sides } = found.get(step.key);
    sides.set(step.side, [...(sides.get(step.side) ?? []), record.done[i].amount]);
  });
  return [...found.values()];
}
