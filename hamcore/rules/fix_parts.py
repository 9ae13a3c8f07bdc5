"""What the fixes of a routine share: making one, rearranging a day, changing single slots."""

from collections.abc import Callable
from dataclasses import replace

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Function, Mechanic
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.finding import Fix, FixName, SetDay
from hamcore.rules.routine_parts import LEAST_REST_S, Definitions, indexed_slots


def apply(fix: Fix, routine: Routine) -> Routine:
    """The routine with the changes of ``fix`` made, its days in the order of the week. ``routine`` stays as it is.

    >>> from hamcore.rules.finding import MoveDays
    >>> day = RoutineDay("A", Weekday.FRIDAY, (StretchSlot("fold", 2, hold_s=Bounds(15, 30)),))
    >>> to_monday = Fix(FixName.MOVE_DAYS, (MoveDays(((Weekday.FRIDAY, Weekday.MONDAY),)),))
    >>> [day.weekday.name for day in apply(to_monday, Routine("r", "", "", (day,))).days]
    ['MONDAY']
    """
    days = {day.weekday: day for day in routine.days}
    for change in fix.changes:
        if isinstance(change, SetDay):
            days[change.day.weekday] = change.day
        else:
            to = dict(change.moves)
            days = {to.get(day, day): replace(one, weekday=to.get(day, day)) for day, one in days.items()}
    return replace(routine, days=tuple(days[day] for day in sorted(days) if days[day].items))


def make_fix(name: FixName, days: list[RoutineDay], *subjects: str) -> Fix:
    """A fix that gives ``days`` their new items; a subject named twice is kept once."""
    weekdays = tuple(sorted(day.weekday for day in days))
    return Fix(name, tuple(SetDay(day) for day in days), tuple(dict.fromkeys(subjects)), weekdays)


def key_of(item: Slot | StretchSlot) -> str:
    """The exercise key or stretch id of an item."""
    return item.exercise_id if isinstance(item, Slot) else item.stretch_id


def rearranged(day: RoutineDay, order: tuple[int, ...]) -> RoutineDay:
    """The day with its items in the order of ``order``, each once even if named twice."""
    return tidy(replace(day, items=tuple(day.items[at] for at in dict.fromkeys(order))))


def tidy(day: RoutineDay) -> RoutineDay:
    """The day without supersets whose members no longer stand side by side."""
    numbers = [0, *(item.superset if isinstance(item, Slot) else 0 for item in day.items), 0]
    items = [
        replace(item, superset=0)
        if isinstance(item, Slot) and item.superset not in (numbers[at], numbers[at + 2])
        else item
        for at, item in enumerate(day.items)
    ]
    return replace(day, items=tuple(items))


def with_sets(routine: Routine, changed: dict[tuple[Weekday, int], int]) -> list[RoutineDay]:
    """The days in which sets change, with the new sets by weekday and position."""
    days = []
    for day in routine.days:
        if any(weekday == day.weekday for weekday, _ in changed):
            items = list(day.items)
            for at, slot in indexed_slots(day):
                sets = changed.get((day.weekday, at), slot.prescription.sets)
                items[at] = replace(slot, prescription=replace(slot.prescription, sets=sets))
            days.append(tidy(replace(day, items=tuple(items))))
    return days


def each_slot(name: FixName, routine: Routine, change: Callable[[Slot], Slot]) -> Fix:
    """A fix that changes single slots, with the days and exercises it really changes."""
    days = [
        replace(day, items=tuple(change(item) if isinstance(item, Slot) else item for item in day.items))
        for day in routine.days
    ]
    pairs = [(old, new) for old, new in zip(routine.days, days, strict=True) if old != new]
    subjects = [
        was.exercise_id for old, new in pairs for was, now in zip(old.slots, new.slots, strict=True) if was != now
    ]
    return make_fix(name, [new for _, new in pairs], *subjects)


def plain_set(slot: Slot, known: Definitions) -> Slot:
    """The slot without a technique if it is a compound lift."""
    exercise = known.of(slot)
    return replace(slot, technique=None) if exercise and exercise.mechanic is Mechanic.COMPOUND else slot


def rested(slot: Slot, known: Definitions) -> Slot:
    """The slot with at least the shortest rest; a stretch in the place of an exercise needs none."""
    rest = slot.prescription.rest_s
    if known.function(slot) is Function.STRETCH:
        return slot
    floor = Bounds(max(rest.lo, LEAST_REST_S), max(rest.hi, LEAST_REST_S))
    return replace(slot, prescription=replace(slot.prescription, rest_s=floor))
