/** The workout as it stands: the document of the server with the taps added that it does not hold yet. Pure. */

const VALUES = ["load", "unit", "reps", "rir", "form", "tempo", "type", "note", "side"];
const groupOf = (row) => row.kind === "warm_up" ? "warm_up" : "set";
const isSame = (row, other) => groupOf(row) === groupOf(other) && row.side === (other.side ?? "");
const pick = (row) => Object.fromEntries(VALUES.map((name) => [name, row[name]]));
const isDone = (row) => row.state === "done";
const isOpen = (row) => row.state === "planned";

function keyOf(row) {
  if (row.tap) return `t${row.tap}`;
  return row.set_no ? `s${row.set_no}` : `${groupOf(row)}${row.number}${row.side}`;
}

function blankRow(exercise, kind, side) {
  const last = [...exercise.rows].reverse().find((row) => groupOf(row) === (kind === "warm_up" ? kind : "set"));
  const base = last ?? { load: exercise.headline.load, reps: null, plates: "", rest_s: 0, tempo: "" };
  return { kind, number: 0, label: "", side, state: "planned", set_no: 0, load: base.load, unit: exercise.unit, reps: base.reps,
    reps_words: "", rir: null, form: "", tempo: "", type: kind === "warm_up" ? "warm_up" : "working", note: "", detail: "", text: "",
    plates: exercise.plates_for[base.load] ?? "", rest_s: base.rest_s };
}

/** Numbers the sets again, done ones first within each side, as the server will. */
function renumber(exercise) {
  const counts = {};
  for (const wanted of [isDone, isOpen]) {
    for (const row of exercise.rows.filter(wanted)) {
      const name = groupOf(row) + row.side;
      counts[name] = (counts[name] ?? 0) + 1;
      Object.assign(row, { number: counts[name], label: groupOf(row) === "warm_up" ? "W" : String(counts[name]) });
    }
  }
}

function findSet(view, event) {
  for (const exercise of view.exercises) {
    const row = exercise.rows.find((one) => (event.set_no && one.set_no === event.set_no) || (event.of && one.tap === event.of));
    if (row) return { exercise, row };
  }
  return {};
}

const exerciseOf = (view, key) => view.exercises.find((exercise) => exercise.key === key);

const ADD = {
  log(view, event) {
    const exercise = exerciseOf(view, event.exercise);
    if (!exercise) return;
    const same = exercise.rows.filter((row) => isSame(row, event));
    if (same.some((row) => isDone(row) && row.number === event.number)) return;
    let row = same.find(isOpen);
    if (!row) {
      row = blankRow(exercise, event.kind, event.side ?? "");
      const place = event.kind === "warm_up" ? exercise.rows.findIndex((one) => groupOf(one) === "set") : -1;
      exercise.rows.splice(place < 0 ? exercise.rows.length : place, 0, row);
    }
    const planned = { ...row };
    Object.assign(row, pick({ ...row, ...event }), { state: "done", tap: event.id, waits: true, planned });
    renumber(exercise);
  },
  edit(view, event) {
    const { row } = findSet(view, event);
    if (row) Object.assign(row, pick({ ...row, ...event }), { waits: true });
  },
  delete(view, event) {
    const { exercise, row } = findSet(view, event);
    if (!exercise) return;
    const place = exercise.rows.indexOf(row);
    exercise.rows.splice(place, 1);
    if (row.kind !== "extra") {
      const open = exercise.rows.find((one) => isSame(one, row) && isOpen(one));
      const planned = row.planned ?? { ...row, rir: null, form: "", note: "", detail: "", rest_s: open?.rest_s ?? 0 };
      const after = exercise.rows.findLastIndex((one) => isSame(one, row) && isDone(one));
      const at = after < 0 ? place : after + 1;
      exercise.rows.splice(at, 0, { ...planned, state: "planned", set_no: 0, tap: "", waits: false });
    }
    renumber(exercise);
  },
  restore(view, event) {
    if (!event.row || findSet(view, event).row) return;
    const exercise = exerciseOf(view, event.exercise);
    if (!exercise) return;
    const open = exercise.rows.findIndex((row) => isSame(row, event.row) && isOpen(row));
    const done = exercise.rows.findLastIndex((row) => isSame(row, event.row) && isDone(row));
    if (event.row.kind !== "extra" && open >= 0) exercise.rows.splice(open, 1);
    exercise.rows.splice(done + 1 || (open < 0 ? exercise.rows.length : open), 0, { ...event.row, waits: true });
    renumber(exercise);
  },
  keep_both(view, event) {
    const exercise = exerciseOf(view, event.log.exercise);
    if (!exercise) return;
    const same = exercise.rows.filter((row) => isSame(row, event.log) && isDone(row));
    ADD.log(view, { ...event.log, number: same.length + 1 });
  },
  skip(view, event) { const exercise = exerciseOf(view, event.exercise); if (exercise) Object.assign(exercise, { is_skipped: true, waits: true }); },
  unskip(view, event) { const exercise = exerciseOf(view, event.exercise); if (exercise) Object.assign(exercise, { is_skipped: false, waits: true }); },
  move(view, event) {
    const at = (exercise) => { const place = event.order.indexOf(exercise.key); return place < 0 ? event.order.length : place; };
    view.exercises.sort((a, b) => at(a) - at(b));
  },
  swap(view, event) { const exercise = exerciseOf(view, event.exercise); if (exercise) exercise.waits = true; },
  superset(view, event) { const exercise = exerciseOf(view, event.exercise); if (exercise) exercise.waits = true; },
  remove(view, event) { view.exercises = view.exercises.filter(({ key }) => key !== event.exercise); },
  finish(view) { view.isFinishing = true; },
};

/** Whether a set without a load is the body's own: added load and help are beside it. */
const isBody = (exercise) => exercise.load_lead === "+" || exercise.load_tail === "help";
const workOf = (exercise) => exercise.rows.filter((row) => groupOf(row) === "set");
const doneWork = (exercise) => workOf(exercise).filter(isDone);

/** Whether nobody has said yet what is on the bar, or how much help there is: then one tap asks for it. */
const isUnsaid = (exercise, row) => row.load === "" && isOpen(row) && exercise.asks !== "" && !doneWork(exercise).length;

/** A load chosen in the first set is that of the sets after it, where none was suggested. */
function carryLoads(exercise) {
  const last = doneWork(exercise).at(-1);
  if (!last || (isBody(exercise) && !exercise.asks)) return;
  for (const row of exercise.rows) {
    if (isOpen(row) && groupOf(row) === "set" && row.load === "" && last.unit === row.unit) Object.assign(row, { load: last.load, plates: exercise.plates_for[last.load] ?? "" });
  }
}

/** The document with the waiting taps added, in order. */
function viewOf(data, entries) {
  const view = structuredClone(data);
  for (const { event } of entries) ADD[event.op]?.(view, event);
  view.exercises.forEach(carryLoads);
  return view;
}

const hasWork = (exercise) => !exercise.is_skipped && workOf(exercise).some(isOpen);

/** Whether it has no sets to be done and none was: an exercise without a plan before its first set. */
const isUnbegun = (exercise) => !exercise.is_skipped && !workOf(exercise).length;

/** How many sets these are: a left and a right one make one; `join` says what one side alone is. */
function countSets(rows, join) {
  const [left, right] = ["left", "right"].map((side) => rows.filter((row) => row.side === side).length);
  return rows.length - left - right + join(left, right);
}

const setCount = (exercise) => countSets(workOf(exercise), Math.max);
const doneCount = (exercise) => countSets(doneWork(exercise), Math.min);

/** The set to do next: once a working set is done, or the warm-up waved through, open warm-ups are passed over. */
function nextRow(exercise, warmUpsWaved) {
  if (exercise.is_skipped) return null;
  const isPast = warmUpsWaved || doneWork(exercise).length > 0;
  return exercise.rows.find((row) => isOpen(row) && !(isPast && groupOf(row) === "warm_up")) ?? null;
}

/** Where to go after a set of ``key``: within a superset the one that is behind, else stay until it is done. */
function nextExercise(view, key) {
  const here = exerciseOf(view, key);
  const letter = here?.superset.slice(0, 1);
  const place = view.exercises.indexOf(here);
  const around = [...view.exercises.slice(place + 1), ...view.exercises.slice(0, place + 1)];
  if (letter) {
    const partners = around.filter((exercise) => exercise.superset.startsWith(letter) && hasWork(exercise));
    if (partners.length) return partners.reduce((best, one) => doneCount(one) < doneCount(best) ? one : best).key;
  }
  if (here && hasWork(here)) return key;
  return around.find((exercise) => hasWork(exercise) || (isUnbegun(exercise) && exercise !== here))?.key ?? key;
}

const PLAIN_NUMBER = /^\d{1,9}(?:[.,]\d{1,3})?$/;
const TEMPO = /^(\d{1,2})-(\d{1,2})-(\d{1,2})-(\d{1,2})$/;

/** A typed load as plain digits, ``"82,5"`` as ``"82.5"``; null if it is no number from 0 up. */
function typedLoad(text) {
  const typed = text.trim();
  if (typed === "") return "";
  return PLAIN_NUMBER.test(typed) ? String(Number(typed.replace(",", "."))) : null;
}

/** Whether the load has to be said and is not: a bar alone has its weight, and no help is 0. */
const isTooLittle = (exercise, load) => exercise.least !== "" && (load === "" || (Number(load) === 0 && exercise.least !== "0"));

/** What is wrong with a draft, by field; each message names what is allowed. A number that was there before may stay. */
function faultsOf(draft, exercise, before = {}) {
  const { limits, unit } = exercise;
  const faults = {};
  const load = typedLoad(draft.load);
  if (draft.load !== before.load && (load === null || Number(load) > limits.load)) faults.load = `A load is a number from 0 to ${limits.load} ${unit}.`;
  else if (draft.load !== before.load && isTooLittle(exercise, load)) faults.load = exercise.least === "0" ? "How much help? 0 is none." : `Which load? The lightest here is ${exercise.least} ${unit}.`;
  const reps = draft.reps.trim();
  if (draft.reps !== before.reps && (!/^\d{1,9}$/.test(reps) || Number(reps) < 1 || Number(reps) > limits.reps)) faults.reps = `Repetitions are a whole number from 1 to ${limits.reps}.`;
  if (draft.tempo.trim() && !TEMPO.test(draft.tempo.trim())) faults.tempo = "A tempo is four numbers of seconds, such as 3-1-1-0.";
  if (draft.note.length > limits.note) faults.note = `A note has at most ${limits.note} letters.`;
  return faults;
}

/** The next loadable load above or below what is typed; beyond the known ones by the usual step. */
function steppedLoad(exercise, text, direction) {
  const least = Number(exercise.least || 0);
  const loads = exercise.loads.map(Number);
  if (text.trim() === "") return String(least || (direction > 0 ? loads.find((load) => load > 0) ?? exercise.step : 0));
  const now = Number(typedLoad(text) || 0);
  const [lightest, heaviest] = [loads[0] ?? 0, loads.at(-1) ?? 0];
  const isAmong = direction > 0 ? now >= lightest && now < heaviest : now > lightest && now <= heaviest;
  if (isAmong) return String(direction > 0 ? loads.find((load) => load > now) : loads.findLast((load) => load < now));
  const stepped = Math.round(1000 * (now + direction * Number(exercise.step))) / 1000;
  return String(Math.min(Math.max(stepped, Math.min(now, least)), exercise.limits.load));
}
