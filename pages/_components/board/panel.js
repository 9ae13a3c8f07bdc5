/** The panel of one card and that of one day. Nothing is sent before Save, or a choice that moves something. */

const WHOLE = /^\d{1,4}$/;

const outOf = (words, [lo, hi]) => filled(words.whole_number, { lo, hi });

const isWhole = (text, [lo, hi]) => WHOLE.test(text) && Number(text) >= lo && Number(text) <= hi;

/** A labelled group of inputs with its own error line; `judge` says whether they are right and shows what is not. */
function field(label, inputs, between, check) {
  const id = freshId();
  const error = el("p.error", { id: `e${id}`, role: "alert", hidden: true });
  const parts = inputs.flatMap((input, at) => (at && between ? [el("span.between", { "aria-hidden": "true" }, between), input] : [input]));
  const group = inputs.length > 1 ? { role: "group", "aria-labelledby": `l${id}` } : {};
  const node = el("div.field", group, el("span.label", { id: `l${id}` }, label), el("div.inputs", {}, ...parts), error);
  const boxes = inputs.map((input) => (input.matches("input, select") ? input : input.querySelector("input")));
  const judge = () => {
    const problem = check(boxes.map((box) => box.value.trim()));
    boxes.forEach((box, at) => {
      const isBad = Boolean(problem) && (problem.at === undefined || problem.at === at);
      box.setAttribute("aria-invalid", String(isBad));
      if (isBad) box.setAttribute("aria-describedby", error.id); else box.removeAttribute("aria-describedby");
    });
    write(error, problem ? problem.text : "");
    error.hidden = !problem;
    return !problem;
  };
  // Wrong numbers are named when a box is left; once named, they are judged with every key.
  boxes.forEach((box) => {
    box.addEventListener("input", () => { if (!error.hidden) judge(); });
    box.addEventListener("change", judge);
  });
  return { node, boxes, judge, texts: () => boxes.map((box) => box.value.trim()) };
}

function box(value, name, className = "") {
  return el(`input${className && `.${className}`}`, { type: "text", inputmode: "numeric", autocomplete: "off", value, "aria-label": name });
}

/** Arrow keys and the two buttons go one up or down. */
function nudge(input, way, [lo, hi]) {
  const now = WHOLE.test(input.value.trim()) ? Number(input.value) : lo;
  input.value = Math.min(Math.max(now + way, lo), hi);
  input.dispatchEvent(new Event("input"));
  input.dispatchEvent(new Event("change"));
}

function withArrows(input, limits) {
  input.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    nudge(input, way, limits);
  });
  return input;
}

function countField(state, name, label, value) {
  const { words, limits } = state.data;
  const input = withArrows(box(value, label), limits[name]);
  const button = (word, way, shape) => el("button.step", { type: "button", "aria-label": `${words[word]}: ${label}`, onclick: () => nudge(input, way, limits[name]) }, icon(shape));
  const group = el("span.stepper", {}, button("fewer", -1, "minus"), input, button("more", 1, "plus"));
  const made = field(label, [group], "", ([text]) => (isWhole(text, limits[name]) ? null : { text: outOf(words, limits[name]) }));
  return { ...made, value: () => Number(made.texts()[0]) };
}

function rangeField(state, name, label, value) {
  const { words, limits } = state.data;
  const inputs = ["lowest", "highest"].map((end, at) => withArrows(box(value[at], filled(words[end], { field: label })), limits[name]));
  const made = field(label, inputs, "–", (texts) => {
    const at = texts.findIndex((text) => !isWhole(text, limits[name]));
    if (at >= 0) return { at, text: outOf(words, limits[name]) };
    return Number(texts[0]) > Number(texts[1]) ? { text: words.upside_down } : null;
  });
  return { ...made, value: () => made.texts().map(Number) };
}

function tempoField(state, value) {
  const { words, limits } = state.data;
  const inputs = value.map((part, at) => withArrows(box(part, words[`tempo_${at}`], "small"), limits.tempo));
  const made = field(words.tempo, inputs, "–", (texts) => {
    const at = texts.findIndex((text) => !isWhole(text, limits.tempo));
    return at < 0 ? null : { at, text: outOf(words, limits.tempo) };
  });
  made.node.append(el("p.under", {}, words.tempo_parts));
  return { ...made, value: () => made.texts().map(Number) };
}

function choiceField(label, choices, value) {
  const select = el("select", { "aria-label": label }, ...choices.map((choice) => el("option", { value: choice.value, selected: choice.value === value }, choice.word)));
  const made = field(label, [select], "", () => null);
  return { ...made, select, value: () => select.value };
}

/** An own step, in the unit it was typed in as long as its number stays. */
function stepField(state, value) {
  const { words, limits, unit } = state.data;
  const input = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", value: value?.value ?? "", placeholder: words.step_usual, "aria-label": filled(words.step, { unit: value?.unit ?? unit }) });
  const [, hi] = limits.step;
  const made = field(filled(words.step, { unit: value?.unit ?? unit }), [input], "", ([text]) => {
    const number = text.replace(",", ".");
    const isSound = number === "" || (/^\d{1,3}(\.\d{1,3})?$/.test(number) && Number(number) > 0 && Number(number) <= hi);
    return isSound ? null : { text: filled(words.step_number, { hi }) };
  });
  const read = () => made.texts()[0].replace(",", ".");
  return { ...made, value: () => (read() ? { value: `${Number(read())}`, unit: value?.unit ?? unit } : null) };
}

function exerciseFields(state, item, items, at) {
  const { words } = state.data;
  const { edit } = item;
  const parts = {
    sets: countField(state, "sets", words.sets, edit.sets), reps: rangeField(state, "reps", words.reps, edit.reps),
    rest_s: rangeField(state, "rest_s", words.rest_s, edit.rest_s), tempo: tempoField(state, edit.tempo),
    progression: choiceField(words.progression, state.data.progressions, edit.progression),
    technique: choiceField(words.technique, state.data.techniques, edit.technique),
    exposures: countField(state, "exposures", words.exposures, edit.exposures), step: stepField(state, edit.step),
  };
  const entry = entryOf(state, item);
  const unwise = el("p.under.unwise", { hidden: true }, entry.unwise);
  parts.technique.node.append(unwise);
  const depend = () => {
    unwise.hidden = !(entry.unwise && parts.technique.select.value);
    for (const part of [parts.exposures, parts.step]) part.node.hidden = !parts.progression.select.value;
  };
  for (const part of [parts.technique, parts.progression]) part.select.addEventListener("change", depend);
  depend();
  const next = items[at + 1];
  const link = next?.kind === "exercise" && el("input", { type: "checkbox", checked: isWithNext(items, at) });
  const more = link ? [el("label.check", {}, link, el("span", {}, filled(words.superset, { name: entryOf(state, next).short })))] : [];
  return { parts, more, withNext: () => (link ? link.checked : undefined), rest: { superset: edit.superset, alternatives: edit.alternatives } };
}

function stretchFields(state, item) {
  const { words } = state.data;
  const { edit } = item;
  const parts = { rounds: countField(state, "rounds", words.rounds, edit.rounds) };
  if (edit.hold_s) parts.hold_s = rangeField(state, "hold_s", words.hold_s, edit.hold_s);
  else parts.reps = rangeField(state, "stretch_reps", words.reps, edit.reps);
  return { parts, more: [], withNext: () => undefined, rest: { hold_s: null, reps: null } };
}

/** The edited values, or null with the first wrong box focused. A field that is hidden has its first value. */
function readFields({ parts, rest }) {
  const shown = Object.values(parts).filter((part) => !part.node.hidden);
  const wrong = shown.filter((part) => !part.judge()).flatMap((part) => part.boxes).find((one) => one.getAttribute("aria-invalid") === "true");
  wrong?.focus();
  const hidden = { exposures: 1, step: null };
  return wrong ? null : { ...rest, ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.node.hidden ? hidden[name] : part.value()])) };
}

function dayRow(state, word, isOff, choose) {
  const { words } = state.data;
  const days = state.data.days.map((day) => el("button.daychip", {
    type: "button", "aria-label": `${words[word]}: ${day.label}`, disabled: isOff(day.weekday), onclick: () => choose(day.weekday),
  }, day.short));
  return el("div.dayrow", { role: "group", "aria-label": words[word] }, el("span.quiet", {}, words[word]), el("div.days", {}, ...days));
}

/** A dialog beside `anchor`, or from the bottom of a narrow screen. */
function openDialog(state, anchor, className, content, onSave) {
  const dialog = el(`dialog.panel${className}`, { "aria-labelledby": "panel-title", tabindex: -1 });
  const form = el("form", { novalidate: true, onsubmit: (event) => { event.preventDefault(); onSave(); } }, ...content);
  dialog.append(form);
  const values = () => JSON.stringify([...form.querySelectorAll("input, select")].map((one) => (one.type === "checkbox" ? one.checked : one.value)));
  state.wrap.append(dialog);
  state.panel = { dialog, anchor };
  dialog.classList.toggle("is-sheet", state.isNarrow());
  dialog.showModal();
  // On a phone the keyboard would cover the panel before anybody has seen it.
  if (state.isNarrow()) dialog.focus();
  const first = values();
  const watcher = new ResizeObserver(() => settle(state, dialog, anchor));
  watcher.observe(dialog);
  dialog.addEventListener("close", () => watcher.disconnect());
  // A click beside the panel closes it, unless something typed would be lost.
  dialog.addEventListener("pointerdown", (event) => {
    const at = dialog.getBoundingClientRect();
    const isBeside = event.clientX < at.left || event.clientX > at.right || event.clientY < at.top || event.clientY > at.bottom;
    if (isBeside && event.target === dialog && values() === first) closePanel(state);
  });
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); closePanel(state); });
  return dialog;
}

function settle(state, dialog, anchor) {
  if (state.isNarrow()) return;
  const [card, own] = [anchor.getBoundingClientRect(), dialog.getBoundingClientRect()];
  const isRight = card.right + 12 + own.width <= innerWidth - 12;
  const left = isRight ? card.right + 12 : Math.max(12, card.left - 12 - own.width);
  dialog.style.left = `${left}px`;
  dialog.style.top = `${Math.max(12, Math.min(card.top - 12, innerHeight - own.height - 12))}px`;
}

export function closePanel(state, focus = true) {
  if (!state.panel) return;
  const { dialog, anchor } = state.panel;
  state.panel = null;
  dialog.close();
  dialog.remove();
  if (focus) anchor.focus({ preventScroll: true });
}

const header = (state, title, mark) => el("header", {}, mark, el("h3.heading", { id: "panel-title" }, title),
  el("button.round.close", { type: "button", "aria-label": state.data.words.close, onclick: () => closePanel(state) }, icon("close")));

const footer = (state, word, act) => el("footer", {}, el("button.plain", { type: "button", onclick: act }, state.data.words[word]),
  el("button.plain.cancel", { type: "button", onclick: () => closePanel(state) }, state.data.words.cancel), el("button.filled", { type: "submit" }, state.data.words.save));

export function openCard(state, uid) {
  const { words } = state.data;
  const { day, at, item } = placeOf(state.week, uid);
  const entry = entryOf(state, item);
  const items = state.week.days[day];
  const fields = item.kind === "exercise" ? exerciseFields(state, item, items, at) : stretchFields(state, item);
  const { look } = state.notes.get(uid) ?? { look: "" };
  /** Keeps what was typed and does something more with the card, as one step. */
  const act = (work, said, toDay) => {
    const edit = readFields(fields);
    if (!edit || !placeOf(state.week, uid)) return;
    const week = changed(state.week, uid, edit, fields.withNext());
    const result = work(week);
    if (!result) return;
    closePanel(state, false);
    const place = placeOf(result, uid);
    commit(state, result, sentence(state, said, place.item, toDay ?? day, { place: place.at + 1, count: result.days[place.day].length, dose: doseOf(place.item) }), uid);
  };
  const to = (target, work, said) => act((week) => (isFull(state, target) ? null : work(week, week.days[target].length)), said, target);
  const step = (way) => el("button.plain", { type: "button", disabled: !items[at + way], onclick: () => act((week) => moved(week, uid, day, at + way), "said_moved") }, words[way < 0 ? "earlier" : "later"]);
  const content = [
    header(state, entry.name, el("span.mark", { "aria-hidden": "true" })),
    el("p.quiet", {}, [wordOf(state, entry.function), entry.note].filter(Boolean).join(" · ")),
    look && el("p.look", {}, icon("bulb"), look),
    el("div.fields", {}, ...Object.values(fields.parts).map((part) => part.node)), ...fields.more,
    el("div.ways", {}, dayRow(state, "move_to", (other) => other === day, (target) => to(target, (week, end) => moved(week, uid, target, end), "said_moved")),
      dayRow(state, "copy_to", () => false, (target) => to(target, (week, end) => added(week, { ...placeOf(week, uid).item, uid: undefined }, target, end), "said_copied")),
      el("div.order", {}, step(-1), step(1))),
    footer(state, "remove", () => { closePanel(state, false); removeCard(state, uid); }),
  ];
  const dialog = openDialog(state, state.cards.get(uid).face, `.${entry.function}`, content, () => act((week) => week, "said_changed"));
  state.panel.uid = uid;
  if (!state.isNarrow()) dialog.querySelector(".fields input").select();
}

export function openDay(state, weekday) {
  const { words, limits } = state.data;
  const { label } = state.data.days.find((one) => one.weekday === weekday);
  const isEmpty = state.week.days[weekday].length === 0;
  const [, hi] = limits.name;
  const input = el("input.wide", { type: "text", autocomplete: "off", value: isEmpty ? "" : state.week.names[weekday], "aria-label": words.day_name, disabled: isEmpty });
  const name = field(words.day_name, [input], "", ([text]) => ([...text].length <= hi ? null : { text: filled(words.day_name_long, { hi }) }));
  const head = state.dayNodes.find((node) => Number(node.dataset.day) === weekday).parts.head;
  const finish = (week, said) => { closePanel(state); commit(state, week, said); };
  const save = () => {
    if (!name.judge()) { input.focus(); return; }
    const [text] = name.texts();
    if (isEmpty || text === state.week.names[weekday]) { closePanel(state); return; }
    finish(named(state.week, weekday, text), filled(text ? words.said_named : words.said_unnamed, { day: label, name: text }));
  };
  const content = [
    header(state, label), el("div.fields.one", {}, name.node),
    el("div.ways", {}, dayRow(state, "day_swap", (other) => other === weekday, (target) => finish(swapped(state.week, weekday, target),
      filled(words.said_swapped, { day: label, other: state.data.days.find((one) => one.weekday === target).label })))),
    footer(state, "day_clear", () => (isEmpty ? closePanel(state) : finish(cleared(state.week, weekday), filled(words.said_cleared, { day: label })))),
  ];
  openDialog(state, head, ".of-day", content, save);
  if (!isEmpty && !state.isNarrow()) input.select();
}
