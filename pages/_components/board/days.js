/** The days of a board: handed over to it, whichever of the two comes first. It shows nothing itself. */

export default function days({ parentElement: root, data: [given] }) {
  const place = meeting(given.board);
  place.days = given;
  place.hear?.(given);
  const shell = (root.host ?? root).closest?.('[data-testid="stElementContainer"]');
  if (shell) shell.style.display = "none";
  return () => { if (place.days === given) place.days = null; };
}
