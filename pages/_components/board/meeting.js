/** Where the board and its days meet: two components of one page, whose scripts do not see each other. */

const MEETINGS = (globalThis.hamcoreBoards ??= new Map());

export function meeting(name) {
  if (!MEETINGS.has(name)) MEETINGS.set(name, { days: null, hear: null });
  return MEETINGS.get(name);
}
