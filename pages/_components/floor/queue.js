/**
 * Taps that the server has not confirmed. Each has its own place in the browser's storage, so that two tabs never
 * overwrite each other's, and stays there until it is acknowledged: through a lost connection, a closed browser, a
 * server that starts again.
 */

const TAPS = "hamcore-floor/";
const UNDO = "hamcore-floor-undo/";
const ADOPT_AFTER_MS = 10_000;
const RETRY_MS = 4000;
const MOST_UNDO = 20;

const pad = (number) => String(number).padStart(2, "0");

/** The time on the wall, as the log writes it. */
function wallTime(now = new Date()) {
  const day = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return `${day}T${pad(now.getHours())}:${pad(now.getMinutes())}:${pad(now.getSeconds())}`;
}

class Queue {
  constructor(workoutId) {
    this.workoutId = workoutId;
    this.numbers = new Map();
    this.fleeting = new Map();
    this.nth = 0;
  }

  place(id) { return `${TAPS}${this.workoutId}/${id}`; }

  /** All taps kept for this workout, oldest first, those of other tabs too. */
  all() {
    return [...kept.keys(this.place("")).map((key) => kept.read(key)), ...this.fleeting.values()]
      .filter((entry) => entry?.event?.id && entry.event.op)
      .sort((a, b) => a.born - b.born || a.nth - b.nth);
  }

  /** Those still to be stored. */
  waiting() { return this.all().filter((entry) => !entry.trouble); }

  /** Those the server did not take; they stay until the person decides. */
  troubled() { return this.all().filter((entry) => entry.trouble); }

  put(values) {
    const event = { id: randomId(), at: wallTime(), ...values };
    if (event.of && !event.set_no && this.numbers.has(event.of)) event.set_no = this.numbers.get(event.of);
    const entry = { event, tab: tabId(), born: Date.now(), nth: (this.nth += 1) };
    // The end of a workout is not kept: found days later, it would close a workout that was opened again.
    if (event.op === "finish") this.fleeting.set(event.id, entry); else kept.write(this.place(event.id), entry);
    return event;
  }

  get(id) { return kept.read(this.place(id)) ?? this.fleeting.get(id); }

  drop(id) {
    this.fleeting.delete(id);
    kept.remove(this.place(id));
  }

  /** Drops edits of the same set that a newer one replaces. */
  replaceEdits(setNo, of) {
    for (const { event } of this.waiting()) {
      if (event.op === "edit" && ((setNo && event.set_no === setNo) || (of && event.of === of))) this.drop(event.id);
    }
  }

  /** What this tab sends: its own taps, and those another tab left behind. */
  toSend() {
    return this.waiting()
      .filter((entry) => entry.tab === tabId() || Date.now() - entry.born > ADOPT_AFTER_MS)
      .map((entry) => entry.event);
  }

  /** Takes in what the server says of taps. */
  settle({ acked, refused, conflicts }) {
    for (const { id, set_no: setNo } of acked) {
      if (setNo && !this.numbers.has(id)) { this.numbers.set(id, setNo); this.number(id, setNo); }
      if (this.get(id)) this.drop(id);
    }
    for (const [kind, answers] of [["refused", refused], ["conflict", conflicts]]) {
      for (const { id, message, set_no = 0 } of answers) {
        const entry = this.get(id);
        if (!entry || entry.trouble) continue;
        kept.write(this.place(id), { ...entry, trouble: { kind, message, set_no } });
      }
    }
  }

  /** Writes the number of a stored set into the taps that name it by the tap that made it. */
  number(id, setNo) {
    for (const entry of this.all()) {
      if (entry.event.of === id && !entry.event.set_no) kept.write(this.place(entry.event.id), { ...entry, event: { ...entry.event, set_no: setNo } });
    }
    const steps = this.steps();
    if (steps.some((step) => step.values.of === id)) {
      this.saveSteps(steps.map((step) => step.values.of === id ? { ...step, values: { ...step.values, set_no: setNo } } : step));
    }
  }

  steps() { return kept.read(UNDO + this.workoutId) ?? []; }

  saveSteps(steps) {
    if (steps.length) kept.write(UNDO + this.workoutId, steps.slice(-MOST_UNDO)); else kept.remove(UNDO + this.workoutId);
  }

  /** Remembers the way back from a tap: ``values`` of the tap that undoes it. */
  remember(words, values) { this.saveSteps([...this.steps(), { words, values }]); }

  /** The last way back, taken off the list. */
  takeBack() {
    const steps = this.steps();
    const step = steps.pop();
    this.saveSteps(steps);
    return step;
  }
}
