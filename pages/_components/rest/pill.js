/** The clock of a running rest on other pages; a tap leads back to the workout. Nothing is sent while it counts. */

const PILLS = new WeakMap();

function mountPill(root) {
  const state = { engine: restEngine(), box: root.querySelector(".pill"), abort: new AbortController() };
  state.box.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !state.engine.record) return;
    event.preventDefault();
    state.open(state.engine.record.workout_id);
  }, { signal: state.abort.signal });
  const paint = () => {
    const rest = state.engine.floors ? null : state.engine.now;
    paintRest(state.box, rest);
    if (!rest) return;
    put(state.box.querySelector(".what"), rest.label);
    if (state.box.getAttribute("href") !== rest.address) state.box.setAttribute("href", rest.address);
  };
  state.quiet = state.engine.listen(paint);
  paint();
  return state;
}

export default function restPill({ parentElement: root, data: [{ ended }], setTriggerValue }) {
  if (!PILLS.has(root)) PILLS.set(root, mountPill(root));
  const state = PILLS.get(root);
  if (ended && ended !== state.ended && state.engine.record?.workout_id === ended) state.engine.stop();
  state.ended = ended;
  state.open = (workoutId) => setTriggerValue("opened", workoutId);
  return () => {
    state.quiet();
    state.abort.abort();
    PILLS.delete(root);
  };
}
