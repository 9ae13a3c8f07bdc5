/** What became of the taps: handed over to the session, whichever of the two comes first. It shows nothing itself. */

export default function news({ parentElement: root, data: [given] }) {
  const place = guideMeeting(given.guide);
  place.news = given;
  place.hear?.(given);
  const shell = (root.host ?? root).closest?.('[data-testid="stElementContainer"]');
  if (shell) shell.style.display = "none";
  return () => { if (place.news === given) place.news = null; };
}
