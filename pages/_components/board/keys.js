/** Everything by keyboard: walk over the cards, lift one, carry it, drop it, take it away, undo. */

function dayBeside(state, day, way) {
  const days = ordered(state);
  return days[days.indexOf(day) + way];
}

function sayPlace(state, uid, sentence, more = {}) {
  const { day, at, item } = placeOf(state.week, uid);
  const label = state.data.days.find((one) => one.weekday === day).label;
  say(state, filled(sentence, { name: entryOf(state, item).name, day: label, place: at + 1, count: state.week.days[day].length, ...more }));
}

/** Picks a card up; one of the palette lands at the end of the palette's day first. */
function lift(state, face) {
  const source = sourceOf(state, face);
  if (!source) return;
  const before = state.week;
  let { uid } = source;
  if (!uid) {
    const { day } = state.palette;
    if (isFull(state, day)) return;
    uid = freshId();
    state.week = added(state.week, { ...source.item, uid }, day, state.week.days[day].length);
  }
  state.lift = { uid, before, isNew: !source.uid };
  draw(state, uid);
  sayPlace(state, uid, state.data.words.said_lifted);
}

/** Where an arrow takes the lifted card: `[day, position]`, or null at the edge. */
function carried(state, key) {
  const { day, at } = placeOf(state.week, state.lift.uid);
  const length = (other) => state.week.days[other].length;
  const side = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (side) {
    const to = dayBeside(state, day, side);
    return to === undefined ? null : [to, Math.min(at, length(to))];
  }
  const way = key === "ArrowUp" ? -1 : 1;
  if (at + way >= 0 && at + way < length(day)) return [day, at + way];
  const to = state.isNarrow() ? dayBeside(state, day, way) : undefined;
  return to === undefined ? null : [to, way > 0 ? 0 : length(to)];
}

function carry(state, key) {
  const to = carried(state, key);
  if (!to) return;
  if (to[0] !== placeOf(state.week, state.lift.uid).day && isFull(state, to[0])) return;
  state.week = moved(state.week, state.lift.uid, ...to);
  draw(state, state.lift.uid);
  sayPlace(state, state.lift.uid, state.data.words.said_place);
}

export function putDown(state, isKept) {
  const { uid, before, isNew } = state.lift;
  const after = state.week;
  state.week = before;
  state.lift = null;
  if (isKept && !sameWeek(after, before)) {
    const { day, at, item } = placeOf(after, uid);
    commit(state, after, sentence(state, isNew ? "said_added" : "said_moved", item, day, { place: at + 1, count: after.days[day].length }), uid);
  } else {
    draw(state, isNew ? null : uid);
    say(state, state.data.words.said_cancelled);
  }
  catchUp(state);
}

function walk(state, face, key) {
  const { day, at } = placeOf(state.week, face.closest(".card").dataset.uid);
  const way = { ArrowUp: -1, ArrowDown: 1 }[key];
  let target = way ? state.week.days[day][at + way] : null;
  if (!way) {
    const side = key === "ArrowLeft" ? -1 : 1;
    for (let to = dayBeside(state, day, side); to !== undefined && !target; to = dayBeside(state, to, side)) {
      target = state.week.days[to][Math.min(at, state.week.days[to].length - 1)];
    }
  }
  if (target) state.cards.get(target.uid).face.focus();
}

function keyOnCard(state, event, face) {
  const isArrow = event.key.startsWith("Arrow");
  if (state.lift) {
    if (isArrow) carry(state, event.key);
    else if (event.key === " " || event.key === "Enter") putDown(state, true);
    else if (event.key === "Escape") putDown(state, false);
    else if (event.key !== "Tab") return false;
    return true;
  }
  const uid = face.closest(".week .card")?.dataset.uid;
  if (event.key === " ") lift(state, face);
  else if (isArrow && uid) walk(state, face, event.key);
  else if ((event.key === "Delete" || event.key === "Backspace") && uid) removeCard(state, uid);
  else return false;
  return true;
}

/** Undo and redo by their usual keys, outside of text fields. */
function keyOfHistory(state, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || state.lift || state.drag) return false;
  const key = event.key.toLowerCase();
  if (key === "z") stepBack(state, event.shiftKey ? "future" : "past");
  else if (key === "y") stepBack(state, "future");
  else return false;
  return true;
}

export function wireKeys(state) {
  const on = (name, work) => state.wrap.addEventListener(name, work, { signal: state.abort.signal });
  on("keydown", (event) => {
    const isTyping = event.target.matches("input, select");
    const face = event.target.closest(".face");
    const isDone = (face && keyOnCard(state, event, face)) || (!isTyping && keyOfHistory(state, event));
    if (isDone) event.preventDefault();
    // The page has keys of its own, and cannot see that somebody is typing in here.
    if (isDone || isTyping) event.stopPropagation();
  });
  on("keyup", (event) => { if (event.key === " " && event.target.closest(".face")) event.preventDefault(); });
  on("focusout", (event) => {
    if (state.lift && event.relatedTarget && !event.relatedTarget.closest?.(".card")) putDown(state, false);
  });
  on("pointerdown", () => { if (state.lift) putDown(state, false); });
}
