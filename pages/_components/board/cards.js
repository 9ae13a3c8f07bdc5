/** The seven days and their cards, drawn from the state; an element stays the same element while its card exists. */

const entryOf = (state, item) => state.known.get(`${item.kind}:${item.key}`);

const wordOf = (state, fn) => state.functionWords.get(fn) ?? "";

/** The face of a card, in the week and as a clone under the finger. */
function makeCard(uid) {
  const parts = {
    name: el("span.name"), word: el("span.unseen"), mark: el("span.mark", { "aria-hidden": "true" }), dose: el("span.dose"),
    superset: el("span.superset", { "aria-hidden": "true" }), technique: el("span.technique"), look: el("span.unseen"), bulb: el("span.bulb", { "aria-hidden": "true" }, icon("bulb")),
  };
  const line = el("span.line", {}, parts.mark, parts.dose);
  const face = el("button.face", { type: "button", "aria-describedby": "keys", "aria-haspopup": "dialog" }, el("span.top", {}, parts.superset, parts.name), parts.word, line, parts.technique, parts.look, parts.bulb);
  const card = el("li.card", { "data-uid": uid }, face);
  return Object.assign(card, { parts, face });
}

function drawCard(state, card, items, at) {
  const item = items[at];
  const { words } = state.data;
  const entry = entryOf(state, item);
  const note = state.notes.get(item.uid) ?? { look: "", marked: false };
  const label = supersetLabel(items, at);
  const technique = item.edit.technique ? state.techniqueWords.get(item.edit.technique) : "";
  card.className = `card ${entry.function}`;
  card.classList.toggle("is-marked", note.marked);
  card.classList.toggle("is-lifted", state.lift !== null && state.lift.uid === item.uid);
  card.classList.toggle("is-joined", item.kind === "exercise" && at > 0 && isWithNext(items, at - 1));
  write(card.parts.name, entry.short);
  write(card.parts.word, `${[wordOf(state, entry.function), label && filled(words.superset_word, { label })].filter(Boolean).join(", ")}, `);
  write(card.parts.dose, doseOf(item));
  write(card.parts.superset, label);
  card.parts.superset.toggleAttribute("hidden", !label);
  write(card.parts.technique, technique ? `+ ${technique.toLowerCase()}` : "");
  card.parts.technique.toggleAttribute("hidden", !technique);
  write(card.parts.look, note.look ? `. ${note.look}` : "");
  card.parts.bulb.toggleAttribute("hidden", !note.look);
  card.face.title = entry.short === entry.name && !note.look ? "" : [entry.name, note.look].filter(Boolean).join("\n");
}

function makeDay(state, day) {
  const node = el("section.day", { "data-day": day.weekday });
  const parts = { label: el("span.label"), minutes: el("span.minutes"), name: el("span.day-name"), list: el("ul.list") };
  parts.head = el("button.head", { type: "button" }, parts.label, parts.minutes, parts.name);
  parts.add = el("button.add", { type: "button" }, icon("plus"), el("span.add-word"));
  node.append(parts.head, parts.list, parts.add);
  return Object.assign(node, { parts });
}

function drawDay(state, node, day) {
  const { words } = state.data;
  const items = state.week.days[day.weekday];
  const isCounting = state.isWaiting || state.lift !== null;
  const name = items.length ? state.week.names[day.weekday] : "";
  node.classList.toggle("is-rest", items.length === 0);
  node.setAttribute("aria-label", day.label);
  write(node.parts.label, day.short);
  write(node.parts.minutes, items.length ? day.minutes || (isCounting ? "…" : "") : words.rest);
  node.parts.minutes.classList.toggle("is-old", isCounting && items.length > 0);
  write(node.parts.name, name);
  node.parts.name.toggleAttribute("hidden", !name);
  const minutes = items.length ? day.minutes : words.rest;
  node.parts.head.setAttribute("aria-label", `${day.short}, ${[minutes, name].filter(Boolean).join(", ")}. ${filled(words.day_edit, { day: day.label })}`);
  write(node.parts.add.lastChild, words.add);
  node.parts.add.setAttribute("aria-label", filled(words.add_to, { day: day.label }));
  const cards = items.map((item, at) => {
    if (!state.cards.has(item.uid)) state.cards.set(item.uid, makeCard(item.uid));
    const card = state.cards.get(item.uid);
    drawCard(state, card, items, at);
    return card;
  });
  cards.forEach((card, at) => { if (node.parts.list.children[at] !== card) node.parts.list.insertBefore(card, node.parts.list.children[at] ?? null); });
  while (node.parts.list.children.length > cards.length) node.parts.list.lastChild.remove();
}

/** Draws the week, and gives the focus back to the card that had it, or to `focus`. */
export function draw(state, focus = null) {
  const { root, data } = state;
  const held = focus ?? root.activeElement?.closest?.(".week .card")?.dataset.uid ?? null;
  gliding(root, () => {
    if (!state.dayNodes) {
      state.dayNodes = data.days.map((day) => makeDay(state, day));
      root.querySelector(".week").replaceChildren(...state.dayNodes);
    }
    state.dayNodes.forEach((node, at) => drawDay(state, node, data.days[at]));
  });
  for (const uid of state.cards.keys()) if (!placeOf(state.week, uid)) state.cards.delete(uid);
  if (held && state.cards.has(held)) state.cards.get(held).face.focus({ preventScroll: state.lift === null });
  drawBar(state);
}

function drawBar(state) {
  const { root, data } = state;
  const { words } = data;
  for (const [name, stack] of [["undo", state.history.past], ["redo", state.history.future]]) {
    const button = root.querySelector(`.${name}`);
    if (!button.firstChild) button.append(icon(name), el("span"));
    write(button.lastChild, words[name]);
    // A disabled button would drop the focus of the person who keeps pressing it.
    button.setAttribute("aria-disabled", String(stack.length === 0));
    button.title = stack.at(-1)?.said ?? "";
  }
  write(root.querySelector(".saving"), state.isSlow ? words.saving : "");
  const notice = root.querySelector(".notice");
  write(notice, data.notice);
  notice.hidden = !data.notice;
}

/** Says a sentence to people who listen, and writes nothing. */
export function say(state, text) {
  const place = state.root.querySelector(".says");
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
