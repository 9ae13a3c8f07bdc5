/** Where the floor and what it shows meet: components of one page, whose scripts do not see each other. */

const MEETINGS = (globalThis.hamcoreFloors ??= new Map());

function meeting(name) {
  if (!MEETINGS.has(name)) MEETINGS.set(name, { parts: {}, hear: null });
  return MEETINGS.get(name);
}
