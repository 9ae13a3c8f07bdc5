/** The corrections of one set. A planned set is logged with them; a done one changes with every tap. */

function draftOf(row) {
  return { load: row.load, reps: row.reps === null ? "" : String(row.reps), rir: row.rir, form: row.form, tempo: row.tempo, type: row.type, note: row.note, side: row.side };
}

/** What a draft says, as the values of a tap; only for a draft without faults. */
function valuesOf(draft, exercise) {
  return { load: typedLoad(draft.load), unit: draft.unit ?? exercise.unit, reps: Number(draft.reps), rir: draft.rir, form: draft.form, tempo: draft.tempo.trim(), type: draft.type, note: draft.note.trim(), side: draft.side };
}

function panelWords(state, exercise) {
  const { draft } = state.panel;
  const load = draft.load.trim() || !exercise.least ? loadWords(exercise, draft.load.trim(), draft.unit ?? exercise.unit) : `Your ${loadName(exercise).toLowerCase()}`;
  return `${load} × ${draft.reps || "?"}`;
}

function field(state, name, words, { decimal = false, unit = "", wide = false, step = true } = {}) {
  const { draft, faults } = state.panel;
  const fault = faults[name];
  const button = (direction, label) => el("button.step", { type: "button", "data-do": "step", "data-field": name, "data-value": direction, "aria-label": label, "data-k": `${name}${direction}` }, icon(direction < 0 ? "minus" : "plus"));
  return el(`div.field${wide ? ".wide" : ""}${fault ? ".has-fault" : ""}`, { "data-k": `field-${name}` },
    el("label", { for: `field-${name}` }, words, unit && el("span.quiet", {}, ` ${unit}`)),
    el("div.entry", {},
      step && button(-1, `Less ${words.toLowerCase()}`),
      el("input", { id: `field-${name}`, "data-field": name, type: "text", inputmode: decimal ? "decimal" : step ? "numeric" : "text", value: draft[name], autocomplete: "off", maxlength: step ? 12 : name === "note" ? null : 12, "aria-invalid": fault ? "true" : null, "aria-describedby": fault ? `fault-${name}` : null, placeholder: name === "tempo" ? "3-1-1-0" : null, "data-k": `input-${name}` }),
      step && button(1, `More ${words.toLowerCase()}`)),
    fault && el("p.fault", { id: `fault-${name}`, role: "alert" }, fault));
}

function chips(state, name, label, choices, note = "") {
  const { draft } = state.panel;
  return el("div.group", { "data-k": `group-${name}` }, el("p.label", {}, label),
    el("div.chips", { role: "group", "aria-label": label }, choices.map(({ value, word }) =>
      el("button.chip", { type: "button", "data-do": "choose", "data-field": name, "data-value": value, "aria-pressed": String(draft[name] === value), "data-k": `${name}-${value}` }, word))),
    note && el("p.quiet", {}, note));
}

function drawPreview(state) {
  const { panel, data } = state;
  if (state.isLive || !panel.set || !state.preview) return null;
  const answer = data.preview?.id === state.preview.id ? data.preview : null;
  return el("div.preview", { "data-k": "preview", role: "status" },
    el("h4", {}, panel.deleting ? "If you delete this set" : "What follows from this change"),
    answer ? answer.lines.map(({ title, lines }) => el("section", {}, title && el("p", {}, el("b", {}, title)), lines.map((line) => el("p", {}, line)))) : el("p.quiet", {}, "Being worked out."),
    answer && !answer.lines.length && el("p.quiet", {}, "Nothing else changes."));
}

function panelButtons(state) {
  const { panel } = state;
  const button = (action, words, name = "plain") => el(`button.${name}`, { type: "button", "data-do": action, "data-k": action }, words);
  if (panel.set && panel.deleting) return [button("deleteNow", "Delete this set", "plain"), button("keepSet", "Keep it")];
  if (panel.set && state.isLive) return [button("deleteSet", "Delete this set"), button("closePanel", "Close")];
  if (panel.set) return [panel.changed && button("savePanel", "Save this change", "solid"), button("deleteSet", "Delete this set"), button("closePanel", panel.changed ? "Leave it as it was" : "Close")];
  return [!state.isLive && button("logPanel", "Log this set", "solid"), button("closePanel", "Cancel")];
}

function drawPanel(state, exercise, row) {
  const { panel } = state;
  if (row.text) return el("div.panel", { "data-k": "panel" }, el("p.quiet", {}, "This set was logged as time or distance. It can be deleted, not changed."), drawPreview(state), el("div.buttons", {}, panelButtons(state)));
  const plates = exercise.plates_for[typedLoad(panel.draft.load) ?? ""];
  const kind = exercise.allow.forms.length ? chips(state, "form", "Form", exercise.allow.forms) : null;
  const isMore = panel.more || panel.faults.tempo || panel.faults.note;
  return el("div.panel", { "data-k": "panel", role: "group", "aria-label": `${panel.set ? "Change" : "Correct"} ${panel.key === "new" ? "the new set" : rowName(exercise, row).toLowerCase()}` },
    el("div.pairs", { "data-k": "numbers" }, field(state, "load", loadName(exercise), { decimal: true, unit: panel.draft.unit ?? exercise.unit }), field(state, "reps", "Reps")),
    plates && el("p.quiet", { "data-k": "plates" }, "Per side: ", el("b", {}, plates)),
    row.type !== "warm_up" && el("div.group", { "data-k": "rir" }, el("p.label", {}, RIR_QUESTION), rirButtons(panel.draft.rir, "rir", RIR_QUESTION)),
    kind,
    exercise.each_side && chips(state, "side", "Side", [{ value: "left", word: "Left" }, { value: "right", word: "Right" }]),
    exercise.allow.types.length > 1 && chips(state, "type", "Kind of set", exercise.allow.types, panel.asksKind ? exercise.allow.types_note : ""),
    !isMore && el("button.link", { type: "button", "data-do": "more", "data-k": "more", "aria-expanded": "false" }, icon("open"), "More: tempo and note"),
    isMore && el("div.pairs", { "data-k": "words" }, field(state, "tempo", "Tempo", { step: false }), field(state, "note", "Note", { step: false })),
    drawPreview(state),
    el("div.buttons", { "data-k": "buttons" }, panelButtons(state)));
}
