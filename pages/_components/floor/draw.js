/** What the gym floor shows, as nodes. Every control names its action in `data-do`; text is always text. */

const THIN = "\u202f";
const RIR = [[0, "0"], [1, "1"], [2, "2"], [3, "3"], [4, "4+"]];
const SIDES = { left: "left", right: "right" };
const RIR_QUESTION = "Reps in reserve";

const rirWords = (rir) => rir === null ? "" : `RIR ${rir >= 4 ? "4+" : rir}`;
const noLoad = (exercise) => isBody(exercise) ? "Body weight" : "No load";
const loadWords = (exercise, load, unit) => load === "" ? noLoad(exercise) : [exercise.load_lead + load + THIN + unit, exercise.load_tail].filter(Boolean).join(" ");
const loadName = (exercise) => exercise.load_tail === "help" ? "Help" : "Load";
const repsOf = (row, isNext) => isDone(row) || isNext || !row.reps_words ? String(row.reps ?? "") : row.reps_words;

/** A set in words, for a button or a screen reader: "122.5 kg × 8". */
function setWords(exercise, row) {
  if (row.text) return row.text;
  const reps = repsOf(row, true);
  if (isUnsaid(exercise, row)) return `your ${exercise.asks} × ${reps}`;
  return reps ? `${loadWords(exercise, row.load, row.unit)} × ${reps}` : loadWords(exercise, row.load, row.unit);
}

function rowName(exercise, row) {
  const side = row.side ? `, ${SIDES[row.side]}` : "";
  return (groupOf(row) === "warm_up" ? `Warm-up ${row.number}` : `Set ${row.number}`) + side;
}

function tag(exercise) {
  return el(`span.tag.${exercise.function}`, {}, el("span.mark", { "aria-hidden": "true" }), el("span", {}, exercise.function_word));
}

function values(exercise, row, isNext) {
  if (row.text) return [el("b", {}, row.text)];
  const reps = repsOf(row, isNext);
  const load = row.load === "" ? [el("b", {}, isUnsaid(exercise, row) ? `Your ${exercise.asks}` : noLoad(exercise))]
    : [el("b", {}, exercise.load_lead + row.load), el("small", {}, ` ${[row.unit, exercise.load_tail].filter(Boolean).join(" ")}`)];
  return [...load, reps && el("small", {}, " × "), reps && (isDone(row) || isNext ? el("b", {}, reps) : el("small", {}, reps))];
}

function details(state, exercise, row) {
  const form = exercise.allow.forms.find(({ value }) => value === row.form);
  const type = exercise.allow.types.find(({ value }) => value === row.type);
  return [row.side && SIDES[row.side], isDone(row) && rirWords(row.rir), row.form && row.form !== "clean" && (form?.word ?? row.form),
    !["working", "warm_up"].includes(row.type) && (type?.word ?? row.type), row.detail, row.note].filter(Boolean).join(" · ");
}

function drawRow(state, exercise, row, next) {
  const key = keyOf(row);
  const isNext = row === next;
  const isPanel = state.panel?.exercise === exercise.key && state.panel.key === key;
  const more = details(state, exercise, row);
  const [name, what] = [rowName(exercise, row), setWords(exercise, row)];
  const common = { "data-ex": exercise.key, "data-row": key, type: "button" };
  const check = isDone(row)
    ? el("button.check.done", { ...common, "data-do": "panel", "aria-label": `${name} is done: ${what}. Change it`, tabindex: "-1" }, icon("check"))
    : el("button.check", { ...common, "data-do": isPanel ? "logPanel" : "log", "aria-label": isPanel ? `${name}: log it as corrected` : isUnsaid(exercise, row) ? `${name}: choose the ${exercise.asks}` : `${name} done as planned: ${what}`, "data-k": `check${key}` }, icon("check"));
  return el(`li.row${isDone(row) ? ".is-done" : ""}${isNext ? ".is-next" : ""}${row.waits ? ".waits" : ""}`, { "data-k": key, "aria-current": isNext ? "step" : null },
    el("span.number", { "aria-hidden": "true" }, row.label, row.side && el("i", {}, row.side === "left" ? "L" : "R")),
    el("button.values", { ...common, "data-do": "panel", "aria-expanded": String(isPanel), "data-k": `open${key}`, "aria-label": `${name}: ${what}${more ? `, ${more}` : ""}${row.waits ? ", being stored" : ""}. ${isDone(row) ? "Change" : "Change before logging"}` },
      el("span.main", {}, values(exercise, row, isNext)), more && el("span.more", {}, more)),
    row.waits && (state.isSlow || state.isCut) && el("span.saving", { title: "Kept on this device until it is stored" }),
    check,
    isPanel && drawPanel(state, exercise, row));
}

function drawReason(state, exercise) {
  const isOpen = state.why === exercise.key;
  const reason = exercise.reason_then && doneWork(exercise).length ? exercise.reason_then : exercise.reason;
  const line = el("p.reason", {}, reason, exercise.plates && " Per side: ", exercise.plates && el("b", {}, exercise.plates));
  const has = exercise.reasoning.length || exercise.cues.length || exercise.last || exercise.bar_note;
  const button = has && el("button.link", { type: "button", "data-do": "why", "data-ex": exercise.key, "aria-expanded": String(isOpen), "data-k": "why" }, isOpen ? "Less" : "Why, last time and cues");
  const parts = isOpen && el("div.why", { "data-k": "whyparts" },
    exercise.last && el("section", {}, el("h4", {}, "Last time"), el("p", {}, exercise.last)),
    exercise.reasoning.map(({ title, lines }) => el("section", {}, el("h4", {}, title), lines.map((text) => el("p", {}, text)))),
    exercise.cues.length > 0 && el("section", {}, el("h4", {}, "Cues"), el("ul.cues", {}, exercise.cues.map((cue) => el("li", {}, cue)))),
    exercise.bar_note && el("p.quiet", {}, exercise.bar_note));
  return [line, button, parts];
}

/** The target; where the load was left to the person, the one they do it with. */
function headlineOf(exercise) {
  const last = exercise.headline.load || !exercise.asks ? null : doneWork(exercise).at(-1);
  return last?.load ? { ...exercise.headline, load: last.load, unit: last.unit } : exercise.headline;
}

function drawHeadline(exercise) {
  const { load, unit, reps, change, tone, direction } = headlineOf(exercise);
  if (exercise.stop) return el("p.state.error.stop", {}, icon("stop"), exercise.stop);
  if (!load && !reps) return null;
  const arrow = { up: "up", level: "level", down: "down" }[direction];
  return el("p.headline", {},
    load ? el("span.big", {}, exercise.load_lead + load) : el("span.big.words", {}, targetWords(exercise)),
    el("span.unit", {}, [load && [unit, exercise.load_tail].filter(Boolean).join(" "), reps && `× ${reps}`].filter(Boolean).join(" ")),
    change && el(`span.state.${tone}`, {}, arrow && icon(arrow), change));
}

function drawTrouble(state, exercise) {
  return state.queue.troubled()
    .filter(({ event }) => (event.exercise ?? event.log?.exercise ?? state.data.exercises[0]?.key) === exercise.key)
    .map(({ event, trouble }) => el("div.trouble", { role: "alert", "data-k": `trouble${event.id}` },
      el("p", {}, el("b", {}, trouble.kind === "conflict" ? "Two answers for one set. " : "Not stored. "), trouble.message),
      el("div.buttons", {},
        trouble.set_no > 0 && el("button.plain", { type: "button", "data-do": "keepMine", "data-tap": event.id }, "Keep mine"),
        trouble.kind === "refused" && event.op === "log" && el("button.plain", { type: "button", "data-do": "correct", "data-tap": event.id }, "Correct it"),
        el("button.plain", { type: "button", "data-do": "dropTap", "data-tap": event.id }, trouble.kind === "conflict" ? "Keep the other" : "Leave it out"),
        trouble.kind === "conflict" && el("button.plain", { type: "button", "data-do": "keepBoth", "data-tap": event.id }, "Keep both"))));
}

function drawAsk(state, view) {
  const asked = state.ask && findAsked(state, view);
  if (!asked) return null;
  const { exercise, row } = asked;
  const other = exercise.key === state.open ? "" : ` of ${exercise.name}`;
  const label = `${RIR_QUESTION} after set ${row.number}${row.side ? `, ${SIDES[row.side]}` : ""}${other}`;
  return el("div.ask", { "data-k": "ask" }, el("p.label", { id: "ask" }, label), rirButtons(row.rir, "askRir", label));
}

function rirButtons(rir, action, label) {
  return el("div.segments", { role: "group", "aria-label": label }, RIR.map(([value, word]) =>
    el("button", { type: "button", "data-do": action, "data-value": value, "aria-pressed": String(rir !== null && (value === 4 ? rir >= 4 : rir === value)), "data-k": `rir${value}` }, word)));
}

function drawMenu(state, view, exercise) {
  const place = view.exercises.indexOf(exercise);
  const button = (action, words, more = {}, note = "") => el("button.item", { type: "button", "data-do": action, "data-ex": exercise.key, ...more }, el("span", {}, words), note && el("small", {}, note));
  const partners = exercise.superset ? [] : view.exercises.filter((other) => other !== exercise && (hasWork(other) || isUnbegun(other)));
  const isTurns = state.turns === exercise.key;
  return el("div.menu", { "data-k": "menu", role: "group", "aria-label": `Change the plan for ${exercise.name}` },
    button(exercise.is_skipped ? "unskip" : "skip", exercise.is_skipped ? "Do it after all" : "Skip it this time"),
    exercise.is_removable && !exercise.rows.some(isDone) && button("remove", "Remove from this workout"),
    place > 0 && button("move", "Move up", { "data-value": -1 }),
    place < view.exercises.length - 1 && button("move", "Move down", { "data-value": 1 }),
    exercise.superset && button("superset", "Take out of the superset", { "data-value": "" }),
    partners.length > 0 && button("turns", "In turn with another exercise", { "aria-expanded": String(isTurns) }),
    isTurns && partners.map((other) => button("superset", `In turn with ${other.name}`, { "data-value": other.key })),
    exercise.swaps.map((swap, at) => [swap.group !== exercise.swaps[at - 1]?.group && el("p.label", {}, `Swap for: ${swap.group}`),
      button("swap", swap.name, { "data-value": swap.key }, swap.why)]).flat());
}

function drawOpen(state, view, exercise) {
  const next = nextRow(exercise, state.waved.has(exercise.key));
  const openWarmUps = exercise.rows.some((row) => isOpen(row) && groupOf(row) === "warm_up") && next && groupOf(next) === "warm_up";
  const isMenu = state.menu === exercise.key;
  const hidden = next && groupOf(next) === "set" ? exercise.rows.filter((row) => !(groupOf(row) === "warm_up" && isOpen(row))) : exercise.rows;
  const common = { type: "button", "data-ex": exercise.key };
  return el(`section.card.is-open.${exercise.function}${exercise.waits ? ".waits" : ""}`, { "data-k": exercise.key, "aria-label": exercise.name },
    el("div.top", {}, tag(exercise), exercise.superset && el("span.pair", {}, exercise.superset), el("span.place", {}, exercise.place),
      state.isLive && el("button.round", { ...common, "data-do": "menu", "aria-expanded": String(isMenu), "aria-label": `Change the plan for ${exercise.name}`, "data-k": "more" }, icon("more"))),
    isMenu && drawMenu(state, view, exercise),
    el("h3.name", {}, exercise.name),
    drawHeadline(exercise),
    el("div.because", { "data-k": "because" }, drawReason(state, exercise)),
    drawTrouble(state, exercise),
    el("ol.rows", { "aria-label": `Sets of ${exercise.name}`, "data-k": "rows" }, hidden.map((row) => drawRow(state, exercise, row, next))),
    state.panel?.exercise === exercise.key && state.panel.key === "new" && el("div.row.is-new", { "data-k": "newrow" }, drawPanel(state, exercise, state.panel.row)),
    el("div.after", { "data-k": "after" },
      openWarmUps && el("button.link", { ...common, "data-do": "wave", "data-k": "wave" }, "Skip the warm-up sets"),
      !exercise.is_skipped && !hasWork(exercise) && state.panel?.key !== "new" && el("button.link", { ...common, "data-do": "extra", "data-k": "extra" }, icon("plus"), "One more set"),
      state.isLive && drawRest(state),
      state.isLive && drawAsk(state, view)));
}

/** What to do it with where no load is suggested. */
const targetWords = (exercise) => exercise.asks && !doneWork(exercise).length ? `Your ${exercise.asks}` : noLoad(exercise);

/** The sets that were done in a few words: "102.5 kg × 6, 6, 5". */
function doneWords(exercise) {
  const rows = doneWork(exercise);
  if (rows.some((row) => row.text)) return rows.map((row) => row.text).filter(Boolean).join(", ");
  const loads = [...new Set(rows.map((row) => loadWords(exercise, row.load, row.unit)))];
  const reps = (some) => new Set(some.map((row) => row.reps)).size === 1 ? some[0].reps : some.map((row) => row.reps).join(", ");
  return loads.map((load) => `${load} × ${reps(rows.filter((row) => loadWords(exercise, row.load, row.unit) === load))}`).join("; ");
}

function drawClosed(state, exercise) {
  const [count, done] = [setCount(exercise), doneCount(exercise)];
  const isAll = count > 0 && !workOf(exercise).some(isOpen);
  const { load, unit, reps } = headlineOf(exercise);
  const target = isAll ? doneWords(exercise) : load || reps ? `${load ? exercise.load_lead + load + THIN + unit : targetWords(exercise)}${reps ? ` × ${reps}` : ""}` : "";
  const how = exercise.is_skipped ? "Skipped" : state.isLive && doneWork(exercise).length ? `${done} of ${count}` : count === 1 ? "1 set" : count ? `${count} sets` : state.isLive ? "" : "Not done";
  return el(`section.card.is-closed.${exercise.function}${exercise.is_skipped ? ".is-skipped" : ""}`, { "data-k": exercise.key, "aria-label": exercise.name },
    el("button.shut", { type: "button", "data-do": "open", "data-ex": exercise.key, "data-k": "shut", "aria-expanded": "false" },
      el("span.mark", { "aria-hidden": "true" }), exercise.superset && el("span.pair", {}, exercise.superset),
      el("span.titles", {}, el("b", {}, exercise.name), el("span.quiet", {}, [how, !exercise.is_skipped && target].filter(Boolean).join(" · "))),
      isAll ? el("span.tick", {}, icon("check")) : icon("open")),
    drawTrouble(state, exercise));
}

/** The exercises in order. In the past those that were not done are folded away behind the others. */
function drawList(state, view) {
  const idle = state.isLive ? [] : view.exercises.filter((exercise) => !exercise.rows.length && exercise.key !== state.open);
  const draw = (exercise) => exercise.key === state.open ? drawOpen(state, view, exercise) : drawClosed(state, exercise);
  return el("div.list", { "data-k": "list" },
    view.exercises.filter((exercise) => !idle.includes(exercise)).map(draw),
    idle.length > 0 && el("button.link", { type: "button", "data-do": "idle", "data-k": "idle", "aria-expanded": String(Boolean(state.isIdleShown)) }, icon("open"), idle.length === 1 ? "1 exercise was not done" : `${idle.length} exercises were not done`),
    state.isIdleShown && idle.map(draw));
}

function drawRest(state) {
  return el("div.rest", { "data-k": "rest", hidden: !restOf(state) },
    restRing(),
    el("div.time", {}, el("span.left", { role: "timer", "aria-label": "Rest" }), el("span.quiet.of", {})),
    el("div.buttons", {},
      el("button.well", { type: "button", "data-do": "moreRest", "aria-label": "30 seconds more" }, "+30"),
      el("button.well", { type: "button", "data-do": "stopRest", "aria-label": "End the rest" }, icon("next"))));
}

function drawWishes(state) {
  const { wishes } = state.engine;
  return el("div.wishes", { role: "group", "aria-label": "While you rest", "data-k": "wishes" }, [["sound", "Sound"], ["vibration", "Vibration"], ["awake", "Screen stays on"]].map(([name, words]) =>
    el("button.chip", { type: "button", "data-do": "wish", "data-value": name, "aria-pressed": String(wishes[name]), "data-k": name }, icon(name), words)));
}

function drawState(state, waiting) {
  const count = waiting.length;
  const taps = count === 1 ? "1 change is" : `${count} changes are`;
  const words = state.data.trouble ? `${state.data.trouble} ${count ? `${taps} kept here and tried again.` : ""}`
    : state.isCut || (count && state.isSlow) ? `No answer from HamCore. ${count ? taps : "What you tap is"} kept on this device and stored when it is back.` : "";
  return el("p.kept", { "data-k": "kept", role: "status", hidden: !words }, words);
}

function drawBar(state, view) {
  const exercise = exerciseOf(view, state.open);
  const steps = state.queue.steps();
  const last = steps.at(-1);
  const undo = last && el("button.round.undo", { type: "button", "data-do": "undo", "aria-label": `Undo: ${last.words}`, title: `Undo: ${last.words}`, "data-k": "undo" }, icon("undo"));
  return el("div.bar", { "data-k": "bar" }, undo, state.isLive && drawMain(state, view, exercise));
}

function drawMain(state, view, exercise) {
  const main = (action, words, note, more = {}) => el("button.main-action", { type: "button", "data-do": action, "data-k": "main", ...more }, icon("check"), el("span", {}, words, note && el("small", {}, note)), el("time", { "aria-hidden": "true", "data-k": "time" }));
  const { panel } = state;
  if (panel && !panel.set) return main("logPanel", "Log this set", Object.keys(panel.faults).length ? "Correct the number first" : panelWords(state, exerciseOf(view, panel.exercise)));
  const next = exercise && nextRow(exercise, state.waved.has(exercise.key));
  if (next && (next.reps === null || isUnsaid(exercise, next))) return main("log", isUnsaid(exercise, next) ? `Choose the ${exercise.asks}` : "Log this set", rowName(exercise, next), { "data-ex": exercise.key, "data-row": keyOf(next) });
  if (next) return main("log", "Done as planned", `${rowName(exercise, next)} · ${setWords(exercise, next)}`, { "data-ex": exercise.key, "data-row": keyOf(next) });
  if (exercise && isUnbegun(exercise)) return main("extra", "Log the first set", exercise.name, { "data-ex": exercise.key });
  const after = nextExercise(view, state.open);
  if (after !== state.open) return main("goOn", "Next exercise", exerciseOf(view, after)?.name);
  return main("finish", "Finish workout", view.summary);
}

function drawEnd(state, view) {
  if (!state.isLive) return null;
  const open = view.exercises.reduce((count, exercise) => count + (hasWork(exercise) ? setCount(exercise) - doneCount(exercise) : 0), 0);
  if (state.isEnding) return el("div.trouble", { "data-k": "end", role: "group", "aria-label": "Finish workout" },
    el("p", {}, open === 1 ? "One planned set is not done." : `${open} planned sets are not done.`),
    el("div.buttons", {}, el("button.plain", { type: "button", "data-do": "finishNow" }, "Finish anyway"), el("button.plain", { type: "button", "data-do": "keepGoing" }, "Keep going")));
  return el("button.plain.end", { type: "button", "data-do": "finish", "data-k": "end" }, icon("flag"), view.isFinishing ? "Finishing" : "Finish workout");
}
