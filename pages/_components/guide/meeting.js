/** Where the session and its news meet: two components of one page, whose scripts do not see each other. */

const GUIDES = (globalThis.hamcoreGuides ??= new Map());

function guideMeeting(name) {
  if (!GUIDES.has(name)) GUIDES.set(name, { news: null, hear: null });
  return GUIDES.get(name);
}
