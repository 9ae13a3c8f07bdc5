/** Everything a card can be: searched, filtered by function, added with a tap, or dragged into the week. */

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function buildPalette(state) {
  const { words } = state.data;
  const { palette } = state;
  const search = el("input.search", { type: "search", "aria-label": words.search, placeholder: words.search, autocomplete: "off", oninput: () => listEntries(state) });
  const close = el("button.round.close", { type: "button", "aria-label": words.close, onclick: () => closePalette(state) }, icon("close"));
  Object.assign(palette, {
    search, days: el("div.days", { role: "group", "aria-label": words.to_day }), chips: el("div.chips", { role: "group", "aria-label": words.palette }),
    list: el("ul.entries"), none: el("p.quiet.none", { hidden: true }, words.none_found), count: el("span.unseen", { role: "status" }), fn: "",
  });
  const target = el("div.target", {}, el("span.quiet", {}, words.to_day), palette.days);
  palette.node.replaceChildren(
    el("header", {}, el("h3.heading", {}, words.palette), close),
    el("div.finder", {}, el("label.field-search", {}, icon("search"), search), target), palette.chips, palette.list, palette.none, palette.count,
  );
  palette.node.setAttribute("aria-label", words.palette);
  palette.chips.append(...[{ value: "", word: words.all }, ...state.data.functions].map(({ value, word }) => el(
    `button.chip${value ? `.${value}` : ""}`,
    { type: "button", "data-fn": value, onclick: () => { palette.fn = palette.fn === value ? "" : value; listEntries(state); } },
    value && el("span.mark", { "aria-hidden": "true" }), word,
  )));
  palette.days.append(...state.data.days.map((day) => el(
    "button.daychip", { type: "button", "data-day": day.weekday, "aria-label": day.label, onclick: () => { palette.day = day.weekday; showTarget(state); } }, day.short,
  )));
}

function showTarget(state) {
  for (const chip of state.palette.days.children) chip.setAttribute("aria-pressed", String(Number(chip.dataset.day) === state.palette.day));
}

function entryNode(state, entry) {
  const item = { kind: entry.kind, key: entry.key, edit: entry.defaults };
  const line = el("span.line", {}, el("span.mark", { "aria-hidden": "true" }), el("span.dose", {}, doseOf(item)), entry.note && el("span.note", {}, entry.note));
  const face = el("button.face", { type: "button", "data-entry": `${entry.kind}:${entry.key}` }, el("span.name", {}, entry.name), el("span.unseen", {}, `${wordOf(state, entry.function)}, `), line);
  return el(`li.card.entry.${entry.function}`, {}, face);
}

function listEntries(state) {
  const { palette } = state;
  const asked = folded(palette.search.value).split(/\s+/).filter(Boolean);
  const found = state.data.palette.filter((entry) => entry.offered && (!palette.fn || entry.function === palette.fn)
    && asked.every((word) => folded(entry.search).includes(word)));
  palette.list.replaceChildren(...found.map((entry) => entryNode(state, entry)));
  palette.list.scrollTop = 0;
  palette.none.hidden = found.length > 0;
  write(palette.count, filled(state.data.words.found, { count: found.length }));
  for (const chip of palette.chips.children) chip.setAttribute("aria-pressed", String(chip.dataset.fn === palette.fn));
}

export function openPalette(state, day, opener) {
  const { palette } = state;
  const isSheet = state.isNarrow();
  palette.opener = opener;
  palette.day = day ?? palette.day ?? ordered(state)[0];
  palette.isOpen = true;
  const { node } = palette;
  if (node.matches(":popover-open")) node.hidePopover();
  if (isSheet) node.setAttribute("popover", "manual"); else node.removeAttribute("popover");
  node.hidden = false;
  if (isSheet) node.showPopover();
  state.root.querySelector(".open-palette").setAttribute("aria-expanded", "true");
  showTarget(state);
  listEntries(state);
  // On a phone the keyboard would cover the list, so only the sheet itself is focused.
  if (isSheet) { node.tabIndex = -1; node.focus(); } else { palette.search.focus({ preventScroll: true }); node.scrollIntoView({ block: "nearest" }); }
}

export function closePalette(state) {
  const { palette } = state;
  if (!palette.isOpen) return;
  palette.isOpen = false;
  if (palette.node.matches(":popover-open")) palette.node.hidePopover();
  palette.node.hidden = true;
  state.root.querySelector(".open-palette").setAttribute("aria-expanded", "false");
  palette.opener?.focus({ preventScroll: true });
}

export function wirePalette(state) {
  state.palette = { node: state.root.querySelector(".palette"), isOpen: false, day: undefined };
  const on = (node, name, work) => node.addEventListener(name, work, { signal: state.abort.signal });
  const button = state.root.querySelector(".open-palette");
  on(button, "click", () => (state.palette.isOpen ? closePalette(state) : openPalette(state, state.palette.day, button)));
  on(state.palette.node, "click", (event) => {
    const face = event.target.closest(".face");
    if (!face) return;
    const { item } = sourceOf(state, face);
    const { day } = state.palette;
    if (addCard(state, item, day, state.week.days[day].length, "said_added", { isFocused: false })) {
      face.parentNode.classList.remove("is-added");
      requestAnimationFrame(() => face.parentNode.classList.add("is-added"));
    }
  });
  on(state.palette.node, "keydown", (event) => {
    if (event.key !== "Escape" || state.lift || state.drag?.isLive) return;
    event.stopPropagation();
    closePalette(state);
  });
  // A tap beside the sheet closes it.
  on(state.wrap.ownerDocument, "pointerdown", (event) => {
    if (state.palette.node.matches(":popover-open") && !event.composedPath().includes(state.palette.node)) closePalette(state);
  });
}
