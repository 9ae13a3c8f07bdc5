/**
 * A part of what the floor shows: handed over to it, whichever of them comes first. It shows nothing itself, and takes
 * no room, nor does a block with nothing else in it. What the floor has to say goes to Python through the part `now`.
 */

function blocksOf(root) {
  const shell = (root.host ?? root).closest?.('[data-testid="stElementContainer"]');
  const block = shell?.parentElement?.childElementCount === 1 && shell.closest('[data-testid="stLayoutWrapper"]');
  return [shell, block].filter(Boolean);
}

export default function part({ parentElement: root, data: [{ floor, name, ...values }], setStateValue }) {
  const { parts } = meeting(floor);
  parts[name] = { root, values, emit: setStateValue };
  meeting(floor).hear?.();
  const blocks = blocksOf(root);
  for (const block of blocks) block.style.display = "none";
  return () => {
    for (const block of blocks) block.style.display = "";
    if (parts[name]?.root === root) delete parts[name];
  };
}
