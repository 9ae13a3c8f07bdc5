/** What the guide shows, as nodes. Every control names its action in `data-do`; text is always text. */

Object.assign(PATHS, {
  play: "M8 5v14l11-7z",
  pause: "M6 5h4v14H6zm8 0h4v14h-4z",
  back: "M6 6h2v12H6zm3.5 6L18 18V6z",
  hand: "M13 1.5c-.8 0-1.5.7-1.5 1.5v8h-1V4.5a1.5 1.5 0 0 0-3 0V13h-.2l-2.6-1.5c-.6-.4-1.4-.2-1.9.3l-.8.8 5.4 6.9A6.5 6.5 0 0 0 12.5 22h2A6.5 6.5 0 0 0 21 15.5V6.5a1.5 1.5 0 0 0-3 0V11h-1V4a1.5 1.5 0 0 0-3 0v7h-.5V3c0-.8-.2-1.5-.5-1.5z",
  bulb: "M9 21c0 .6.4 1 1 1h4c.6 0 1-.4 1-1v-1H9zm3-19a7 7 0 0 0-4 12.7V17c0 .6.4 1 1 1h6c.6 0 1-.4 1-1v-2.3A7 7 0 0 0 12 2z",
  loop: "M12 4V1L8 5l4 4V6a6 6 0 0 1 6 6c0 1-.3 2-.7 2.8l1.5 1.5A8 8 0 0 0 12 4zm0 14a6 6 0 0 1-6-6c0-1 .3-2 .7-2.8L5.2 7.7A8 8 0 0 0 12 20v3l4-4-4-4z",
});

const stretchOf = (state, key) => state.fixed.stretches.find((one) => one.key === key);
const nameOfStretch = (state, key) => stretchOf(state, key)?.name ?? key;
const limitsOf = (state, stretch, field) => field === "rounds" ? state.fixed.limits.rounds : stretch.reps ? state.fixed.limits.reps : state.fixed.limits.hold_s;
const unitOf = (stretch, field) => field === "rounds" ? "rounds" : stretch.reps ? "slow repetitions" : "seconds";

function stretchTag() {
  return el("span.tag.stretch", {}, el("span.mark", { "aria-hidden": "true" }), el("span", {}, "Stretch"));
}

function stepper(state, item, stretch, field, label) {
  const id = `${field}-${state.fixed.stretches.indexOf(stretch)}`;
  const [lo, hi] = limitsOf(state, stretch, field);
  const fault = state.faults[id];
  const button = (direction, name) => el("button.step", {
    type: "button", "data-do": "step", "data-key": stretch.key, "data-field": field, "data-value": direction, "aria-label": `${direction < 0 ? "Less" : "More"}: ${label.toLowerCase()}`,
    "data-k": `${id}${direction}`,
  }, icon(name));
  return el(`div.field${fault ? ".has-fault" : ""}`, { "data-k": id },
    el("label", { for: id }, label),
    el("div.entry", {},
      button(-1, "minus"),
      el("input", { id, inputmode: "numeric", autocomplete: "off", maxlength: 4, value: state.typed[id] ?? String(item[field]), "data-typed": field, "data-key": stretch.key, "data-k": `${id}input`,
        "aria-invalid": String(Boolean(fault)), "aria-describedby": fault ? `${id}-fault` : null, "data-lo": lo, "data-hi": hi }),
      button(1, "plus")),
    fault && el("p.fault", { id: `${id}-fault`, role: "alert" }, fault));
}

function drawPanelOf(state, item, stretch, items) {
  const place = items.indexOf(item);
  const move = (direction, words) => el("button.plain", { type: "button", "data-do": "move", "data-key": stretch.key, "data-value": direction }, words);
  const usual = stretch.hold_s ? `Usual: ${withinWords(stretch.hold_s, "seconds")}.` : `Usual: ${withinWords(stretch.reps, "slow repetitions")}.`;
  return el("div.panel", { "data-k": `panel${stretch.key}`, role: "group", "aria-label": `Dose of ${stretch.name}` },
    el("div.pairs", {}, stepper(state, item, stretch, "rounds", stretch.each_side ? "Rounds each side" : "Rounds"), stepper(state, item, stretch, "amount", stretch.reps ? "Repetitions" : "Seconds held")),
    el("p.quiet", {}, usual),
    el("div.buttons", {}, place > 0 && move(-1, "Earlier"), place < items.length - 1 && move(1, "Later"), el("button.plain", { type: "button", "data-do": "tune", "data-key": stretch.key }, "Close")));
}

function drawPick(state, item, items) {
  const stretch = stretchOf(state, item.key);
  if (stretch.closed) {
    return el("li.pick.is-shut", { "data-k": item.key }, el("span.shut-mark", { "aria-hidden": "true" }, icon("hand")),
      el("div.values", {}, el("b", {}, stretch.name), el("span.more", {}, stretch.closed)));
  }
  const isTuned = state.tuning === item.key;
  return el(`li.pick${item.on ? ".is-on" : ""}`, { "data-k": item.key },
    el(`button.check${item.on ? ".done" : ""}`, { type: "button", role: "checkbox", "aria-checked": String(item.on), "aria-label": stretch.name, "data-do": "toggle", "data-key": item.key, "data-k": `on${item.key}` }, icon("check")),
    el("button.values", { type: "button", "data-do": "tune", "data-key": item.key, "aria-expanded": String(isTuned), "data-k": `tune${item.key}` },
      el("b", {}, stretch.name),
      el("span.more", {}, [doseWords(item, stretch), item.why].filter(Boolean).join(" · ")),
      el("span.turn", { "aria-hidden": "true" }, icon("open"))),
    isTuned && drawPanelOf(state, item, stretch, items));
}

function drawSetUp(state) {
  const { fixed } = state;
  if (fixed.closed) {
    return [el("h2.name", { "data-k": "title" }, "No stretching for now"), el("p.state.error.stop.closing", { "data-k": "closed", role: "alert" }, icon("hand"), el("span", {}, fixed.closed)), el("div.dock", { "data-k": "dock" }, drawKept(state))];
  }
  const offer = offerOf(state);
  const items = itemsOf(state);
  const steps = stepsOf(items, fixed.stretches);
  return [
    el("div.top", { "data-k": "top" }, stretchTag(), el("span.place", {}, "Guided")),
    el("h2.name", { "data-k": "title" }, "Stretch with a clock"),
    el("p.reason", { "data-k": "lead" }, "Your hands stay free: it counts each hold, changes legs and keeps what you did."),
    el("div.segments.two", { "data-k": "when", role: "group", "aria-label": "When" }, fixed.offers.map(({ when, word }) =>
      el("button", { type: "button", "data-do": "when", "data-value": when, "aria-pressed": String(when === offer.when), "data-k": `when${when}` }, word))),
    offer.note && el("p.quiet.note", { "data-k": "note" }, offer.note),
    offer.warning && el("p.state.look.stop", { "data-k": "warning" }, icon("bulb"), el("span", {}, offer.warning)),
    items.length ? el("ul.picks", { "data-k": "picks", "aria-label": "Stretches in order" }, items.map((item) => drawPick(state, item, items)))
      : el("p.quiet", { "data-k": "picks" }, "There is no stretch to choose."),
    el("p.sum", { "data-k": "sum" }, choiceWords(items, fixed.stretches)),
    drawWishes(state),
    el("div.dock", { "data-k": "dock" }, drawKept(state), drawTroubled(state), el("div.bar", { "data-k": "bar" },
      el("button.main-action", { type: "button", "data-do": "start", "data-k": "main", disabled: steps.length === 0 }, icon("play"), el("span", {}, "Start session")))),
  ];
}

/** The steps as short bars: done, left out, the one on. */
function drawProgress(record) {
  const { steps, at, done, phase } = record;
  const open = steps.filter((step) => !step.isClosed);
  const place = open.indexOf(steps[at]) + 1;
  return el("div.progress", { "data-k": "progress" },
    el("div.bars", { "aria-hidden": "true" }, steps.map((step, i) => el(`i${done[i] ? ".is-done" : ""}${i === at && phase !== "over" ? ".is-now" : ""}${step.isClosed ? ".is-out" : ""}${i > 0 && steps[i - 1].key !== step.key ? ".is-first" : ""}`))),
    el("div.top", {},
      el("span.place", {}, `${place} of ${open.length}`),
      el("button.link.end", { type: "button", "data-do": "end", "data-k": "end" }, "End session")));
}

const STATE_WORDS = {
  ready: "Get into position, then start.",
  count: "Starts by itself.",
  hold: "",
};

function drawRing(record) {
  const breath = el("span.breath", { "aria-hidden": "true" });
  return el("div.dial", { "data-k": "dial", role: "timer", "aria-label": "Time left" }, breath, restRing(), el("span.left"), el("span.of"));
}

function mainWords(record) {
  if (record.phase === "ready") return record.done[record.at] ? ["loop", "Do it again"] : ["play", stepOf(record).isReps ? "Start round" : "Start hold"];
  if (record.isPaused) return ["play", "Go on"];
  return ["pause", "Pause"];
}

function drawStops(state, stretch) {
  return el("div.signs", { "data-k": "signs" },
    el("p", {}, el("b.stop-word", {}, icon("hand"), "Stop at: "), `${stretch.stop_signs.map((sign) => sign.slice(0, 1).toLowerCase() + sign.slice(1)).join("; ") || "sharp or growing pain; tingling or numbness"}.`),
    el("button.plain.hurt", { type: "button", "data-do": "hurts", "aria-expanded": String(state.isHurt), "data-k": "hurts" }, "Something hurts"));
}

function drawHurts(state) {
  return el("div.hurts", { "data-k": "hurtlist", role: "group", "aria-label": "What hurts?", tabindex: "-1" },
    el("p", {}, el("b", {}, "What hurts?"), " The clock stands still meanwhile."),
    state.fixed.symptoms.map(({ kind, title, signs, stops }) => el("section", { "data-k": kind },
      el("h3", {}, title),
      signs.length > 0 && el("ul.cues", {}, signs.map((sign) => el("li", {}, sign))),
      el("p.quiet", {}, stops),
      el("button.plain", { type: "button", "data-do": "report", "data-value": kind }, `I have this: ${title.toLowerCase()}`))),
    el("button.link", { type: "button", "data-do": "hurts", "data-k": "nothing" }, "None of these: back to the stretch"));
}

/** What a report closed, and where to turn. */
function drawReported(state, record) {
  return record.hurts.map((kind) => {
    const symptom = state.fixed.symptoms.find((one) => one.kind === kind);
    return symptom && el("div.state.error.stop.reported", { "data-k": `reported${kind}`, role: "alert" }, icon("hand"),
      el("div", {}, el("b", {}, `Noted: ${symptom.title.toLowerCase()}. `), [symptom.stops, ...symptom.turn_to].join(" ")));
  });
}

function drawStep(state, record) {
  const step = stepOf(record);
  const stretch = stretchOf(state, step.key);
  const name = stretch?.name ?? step.key;
  if (record.phase === "asked") {
    return [el("h2.name", { "data-k": "name" }, name),
      el("div.trouble", { role: "alert", "data-k": "asked" }, el("p", {}, el("b", {}, "This hold ended while the page was asleep. "), `Did you stay in it for ${amountWords(step.amount, step.isReps)}?`),
        el("div.buttons", {}, el("button.solid", { type: "button", "data-do": "count", "data-k": "count" }, "Yes, count it"), el("button.plain", { type: "button", "data-do": "again", "data-k": "again" }, "Do it again")))];
  }
  const isHold = record.phase === "hold";
  const again = record.phase === "ready" && record.done[record.at];
  const early = isHold && el("button.link", { type: "button", "data-do": "early", "data-k": "early" }, step.isReps ? "Done early: count these repetitions" : "Done early: count these seconds");
  return [
    el("h2.name", { "data-k": "name" }, name),
    el("p.reason.which", { "data-k": "which" }, step.side && el("span.side", {}, capital(SIDE_WORDS[step.side])), ` ${capital(placeWords({ ...step, side: "" }))}`),
    el("div.clock", { "data-k": "clock" }, drawRing(record),
      el("div.now", {}, el("p.breathing"), el("p.quiet.hint", {}, again ? `Done: ${amountWords(again.amount, step.isReps)}.` : isHold ? (step.isReps ? "Slow and smooth, no swinging." : "Stay still, no bouncing.") : STATE_WORDS[record.phase]), early)),
    stretch && (state.isHurt ? drawHurts(state) : drawStops(state, stretch)),
    stretch?.nerve && el("p.state.neutral.stop.nerve", { "data-k": "nerve" }, stretch.nerve),
    stretch?.how_to.length > 0 && el("ul.cues", { "data-k": "cues", "aria-label": "How to" }, stretch.how_to.map((line) => el("li", {}, line))),
  ];
}

function drawBar(state, record) {
  const [symbol, word] = mainWords(record);
  const next = freeAfter(record, record.at);
  const isAsked = record.phase === "asked";
  const small = next >= 0 ? `Then: ${nextWords(state, record, next)}` : "The last one";
  return el("div.bar", { "data-k": "bar" },
    el("button.round.undo", { type: "button", "data-do": "back", "aria-label": "Back", "data-k": "back", disabled: freeBefore(record, record.at) < 0 }, icon("back")),
    el("button.main-action", { type: "button", "data-do": "main", "data-k": "main", disabled: isAsked || state.isHurt }, icon(symbol), el("span", {}, word, el("small", {}, small))),
    el("button.round.undo", { type: "button", "data-do": "skip", "aria-label": "Skip", "data-k": "skip" }, icon("next")));
}

function nextWords(state, record, next) {
  const [step, now] = [record.steps[next], stepOf(record)];
  if (step.key !== now.key) return nameOfStretch(state, step.key);
  return step.side === now.side ? `${step.isReps ? "round" : "hold"} ${step.round} of ${step.rounds}` : SIDE_WORDS[step.side];
}

function drawUndo(state, record) {
  const last = record.order.at(-1);
  if (last === undefined) return null;
  const step = record.steps[last];
  const what = [nameOfStretch(state, step.key), SIDE_WORDS[step.side], amountWords(record.done[last].amount, step.isReps)].filter(Boolean).join(", ");
  return el("p.last", { "data-k": "last" }, el("span", {}, `Kept: ${what}`), el("button.link", { type: "button", "data-do": "undo", "aria-label": `Undo: ${what}`, "data-k": "undo" }, icon("undo"), "Undo"));
}

function drawKept(state) {
  const waiting = state.queue.waiting().length;
  if (!waiting || !(state.isSlow || state.isCut || state.news.trouble)) return null;
  const many = waiting === 1 ? "1 change is" : `${waiting} changes are`;
  const why = state.news.trouble || (state.isCut ? "No answer from HamCore." : "Not stored yet.");
  return el("p.kept", { "data-k": "kept" }, `${why} ${many} kept on this device until it is.`);
}

function drawTroubled(state) {
  return state.queue.troubled().map(({ event, trouble }) => el("div.trouble", { role: "alert", "data-k": `trouble${event.id}` },
    el("p", {}, el("b", {}, "Not stored. "), trouble.message),
    el("div.buttons", {}, el("button.plain", { type: "button", "data-do": "dropTap", "data-tap": event.id }, "Leave it out"))));
}

const WISH_WORDS = { sound: "Sound", vibration: "Vibration", awake: "Screen stays on" };

function drawWishes(state) {
  const { wishes } = state.engine;
  return el("div.wishes", { "data-k": "wishes", role: "group", "aria-label": "While it runs" },
    Object.entries(WISH_WORDS).map(([value, word]) => el("button.chip", { type: "button", "data-do": "wish", "data-value": value, "aria-pressed": String(wishes[value]), "data-k": `wish${value}` }, icon(value), word)),
    el("button.chip", { type: "button", "data-do": "flow", "aria-pressed": String(state.isFlowing), "data-k": "flow" }, icon("loop"), "Goes on by itself"));
}

function drawOver(state, record) {
  const done = doneOf(record);
  const left = record.steps.filter((step, i) => !record.done[i]).length;
  return [
    el("div.top", { "data-k": "top" }, stretchTag()),
    el("h2.name", { "data-k": "name", tabindex: "-1" }, done.length ? "That was it" : "Nothing was kept"),
    ...drawReported(state, record),
    done.length > 0 && el("p.reason", { "data-k": "sum" }, `${legWords(record)}.`),
    el("ul.picks", { "data-k": "picks" }, done.map((one) => el("li.did", { "data-k": one.key }, el("b", {}, nameOfStretch(state, one.key)), el("span.more", {}, doneWords(one))))),
    left > 0 && el("p.quiet", { "data-k": "left" }, `${counted(left, "hold")} left out. That is fine.`),
    el("div.dock", { "data-k": "dock" }, drawUndo(state, record), drawKept(state), drawTroubled(state), el("div.bar", { "data-k": "bar" },
      el("button.main-action", { type: "button", "data-do": "close", "data-k": "main" }, icon("check"), el("span", {}, "Done")))),
  ];
}

/** A session that another tab runs, or that was left in a closed one. */
function drawElsewhere(state, record) {
  const done = Object.keys(record.done).length;
  return [
    el("div.top", { "data-k": "top" }, stretchTag(), el("span.place", {}, "Not finished")),
    el("h2.name", { "data-k": "name" }, "A session is under way"),
    el("p.reason", { "data-k": "lead" }, `${done} of ${record.steps.length} done and kept. It may run in another tab of this browser.`),
    el("div.dock", { "data-k": "dock" }, drawKept(state), el("div.bar", { "data-k": "bar" },
      el("button.main-action", { type: "button", "data-do": "take", "data-k": "main" }, icon("play"), el("span", {}, "Go on here"))),
      el("button.link", { type: "button", "data-do": "end", "data-k": "end" }, "End it")),
  ];
}
