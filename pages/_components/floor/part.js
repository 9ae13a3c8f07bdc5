/** A part of what the floor shows: handed over to it, whichever of them comes first. It shows nothing itself. */

export default function part({ parentElement: root, data: [{ floor, name, ...values }] }) {
  const { parts } = meeting(floor);
  parts[name] = { root, values };
  meeting(floor).hear?.();
  const shell = (root.host ?? root).closest?.('[data-testid="stElementContainer"]');
  if (shell) shell.style.display = "none";
  return () => { if (parts[name]?.root === root) delete parts[name]; };
}
