/**
 * A week: `{ days: [items] x 7, names: [text] x 7 }`, both from Monday. An item is `{ uid, kind, key, edit }`.
 * Nothing here changes what it is given, or knows the page.
 */

const copyOf = (week) => structuredClone(week);

export const weekOf = (data) => {
  const week = { days: Array.from({ length: 7 }, () => []), names: Array(7).fill("") };
  for (const day of data.days) {
    week.days[day.weekday] = day.items.map(({ kind, key, edit }) => ({ uid: freshId(), kind, key, edit: structuredClone(edit) }));
    week.names[day.weekday] = day.name;
  }
  return week;
};

/** What is sent: no ids, and no names of days with nothing on them. */
export const outward = (week) => ({
  layout: week.days.map((items) => items.map(({ kind, key, edit }) => ({ kind, key, edit }))),
  names: week.names.map((name, day) => (week.days[day].length ? name : "")),
});

const inOrder = (value) => (Array.isArray(value) ? value.map(inOrder)
  : value && typeof value === "object" ? Object.keys(value).sort().map((name) => [name, inOrder(value[name])]) : value);

const trace = (value) => JSON.stringify(inOrder(value));

export const sameWeek = (a, b) => trace(outward(a)) === trace(outward(b));

/** `week` with the ids of the cards of `known` that it shares, so that they stay the same cards on the page. */
export function recognised(week, known) {
  const free = known.days.map((items, day) => items.map((item) => ({ item, day }))).flat();
  const take = (fits) => {
    const at = free.findIndex(fits);
    return at < 0 ? null : free.splice(at, 1)[0].item.uid;
  };
  const result = copyOf(week);
  const same = (a, b) => a.kind === b.kind && a.key === b.key;
  const rounds = [
    (item, day) => (other) => other.day === day && same(other.item, item) && trace(other.item.edit) === trace(item.edit),
    (item, day) => (other) => other.day === day && same(other.item, item),
    (item) => (other) => same(other.item, item),
  ];
  const found = new Set();
  for (const fits of rounds) {
    result.days.forEach((items, day) => items.forEach((item) => {
      const uid = found.has(item) ? null : take(fits(item, day));
      if (uid) { item.uid = uid; found.add(item); }
    }));
  }
  return result;
}

export function placeOf(week, uid) {
  for (let day = 0; day < 7; day += 1) {
    const at = week.days[day].findIndex((item) => item.uid === uid);
    if (at >= 0) return { day, at, item: week.days[day][at] };
  }
  return null;
}

/** Supersets as the rules have them: exercises that follow each other, numbered from 1, never one alone. */
export function withSupersets(items) {
  let number = 0;
  const group = (item) => (item?.kind === "exercise" ? item.edit.superset : 0);
  const raw = items.map(group);
  items.forEach((item, at) => {
    if (item.kind !== "exercise") return;
    const isFirst = raw[at] > 0 && raw[at] !== raw[at - 1];
    const isMember = raw[at] > 0 && (raw[at] === raw[at - 1] || raw[at] === raw[at + 1]);
    if (isFirst && isMember) number += 1;
    item.edit.superset = isMember ? number : 0;
  });
  return items;
}

const settled = (week) => { week.days.forEach(withSupersets); return week; };

/** `week` with one card at position `at` of a day, counted without the card itself. */
export function moved(week, uid, day, at) {
  const result = copyOf(week);
  const from = placeOf(result, uid);
  const [item] = result.days[from.day].splice(from.at, 1);
  if (from.day !== day && item.kind === "exercise") item.edit.superset = 0;
  result.days[day].splice(at, 0, item);
  return settled(result);
}

/** `week` with a new card like `item`. */
export function added(week, item, day, at) {
  const result = copyOf(week);
  const fresh = { uid: item.uid ?? freshId(), kind: item.kind, key: item.key, edit: structuredClone(item.edit) };
  if (fresh.kind === "exercise") fresh.edit.superset = 0;
  result.days[day].splice(at, 0, fresh);
  return settled(result);
}

export function removed(week, uid) {
  const result = copyOf(week);
  const { day, at } = placeOf(result, uid);
  result.days[day].splice(at, 1);
  return settled(result);
}

/** `week` with a card changed; `withNext` says whether it makes a superset with the exercise after it. */
export function changed(week, uid, edit, withNext) {
  const result = copyOf(week);
  const { day, at, item } = placeOf(result, uid);
  Object.assign(item.edit, structuredClone(edit));
  const items = result.days[day];
  const next = items[at + 1];
  if (next?.kind === "exercise" && withNext !== undefined && withNext !== isWithNext(items, at)) {
    const free = Math.max(0, ...items.map((other) => other.edit.superset ?? 0)) + 1;
    const old = next.edit.superset;
    if (withNext) {
      item.edit.superset ||= free;
      for (let i = at + 1; i < items.length && (i === at + 1 || (old && items[i].edit.superset === old)); i += 1) items[i].edit.superset = item.edit.superset;
    } else {
      for (let i = at + 1; i < items.length && items[i].edit.superset === old; i += 1) items[i].edit.superset = free;
    }
  }
  return settled(result);
}

export const isWithNext = (items, at) => items[at].edit.superset > 0 && items[at].edit.superset === items[at + 1]?.edit.superset;

export function swapped(week, day, other) {
  const result = copyOf(week);
  for (const part of [result.days, result.names]) [part[day], part[other]] = [part[other], part[day]];
  return result;
}

export function cleared(week, day) {
  const result = copyOf(week);
  result.days[day] = [];
  result.names[day] = "";
  return result;
}

export function named(week, day, name) {
  const result = copyOf(week);
  result.names[day] = name;
  return result;
}

const range = ([lo, hi]) => (lo === hi ? `${lo}` : `${lo}–${hi}`);

/** The short prescription of a card: "3 × 6–8", "2 × 15–30 s". */
export const doseOf = ({ kind, edit }) => (kind === "exercise" ? `${edit.sets} × ${range(edit.reps)}`
  : edit.hold_s ? `${edit.rounds} × ${range(edit.hold_s)}\u202fs` : `${edit.rounds} × ${range(edit.reps)}`);

/** "A1", "A2" for the members of a day's first superset, "" outside of one. */
export function supersetLabel(items, at) {
  const group = items[at].kind === "exercise" ? items[at].edit.superset : 0;
  if (!group) return "";
  return String.fromCharCode(64 + group) + (items.slice(0, at).filter((item) => item.edit.superset === group).length + 1);
}
