"""Own routines made from others, and what can be added to a day: changes of plain values, nothing is stored here."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from hamcore.catalog import Catalog
from hamcore.catalog.routine_values import MAX_ITEMS, MAX_NAME
from hamcore.dates import Weekday
from hamcore.model.log import OWN_NAME
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.screens.wording import WEEKDAYS, listed

EMPTY_NAME = "My week"
_MINE = "My "
_NO_NAME = "A routine needs a name."


@dataclass(frozen=True, slots=True)
class Adding:
    """Something to add to a day: its words, and how it would stand there."""

    key: str
    name: str
    item: Slot | StretchSlot
    weekdays: tuple[tuple[Weekday, str], ...]
    words: str


def own_copy(routine: Routine, routine_id: str, taken: Collection[str]) -> Routine:
    """A routine of one's own like ``routine``, under a name that is not among ``taken``.

    The reason of a template fits the template: the copy says where it comes from instead.

    >>> own_copy(Routine("split", "Two days", "Because.", ()), "mine", {"My two days"}).name
    'My two days, 2'
    """
    name = routine.name if routine.name.startswith(_MINE) else _MINE + _lowered(routine.name)
    why = f"Made from “{routine.name}”."
    return replace(routine, routine_id=routine_id, name=free_name(name, taken), why=why, sources=())


def empty_week(routine_id: str, taken: Collection[str]) -> Routine:
    """A week with nothing on it."""
    return Routine(routine_id, free_name(EMPTY_NAME, taken), "Made from an empty week.", ())


def _lowered(name: str) -> str:
    """The name behind another word: its first letter small, unless the word is written in capitals."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def free_name(name: str, taken: Collection[str]) -> str:
    """``name``, or the first of its numbered forms that is not taken.

    >>> free_name("My week", ["My week", "My week, 2"])
    'My week, 3'
    """
    name = name[: MAX_NAME - len(", 99")]
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}, {number}"
    return found


def read_name(typed: str) -> tuple[str, str]:
    """A typed name with single spaces, and what is wrong with it (empty if nothing).

    >>> read_name("  Legs  twice ")
    ('Legs twice', '')
    """
    name = " ".join(typed.split())
    if not name or not name.isprintable():
        return name, _NO_NAME
    if len(name) > MAX_NAME:
        return name, f"A name has at most {MAX_NAME} characters; this one has {len(name)}."
    return name, ""


def adding(routine: Routine, catalog: Catalog, key: str) -> Adding | None:
    """What ``key`` (an exercise or a stretch) would be on a day of ``routine``; None if nothing goes by it."""
    exercise, stretch = catalog.exercises.get(key), catalog.stretches.get(key)
    if stretch:
        item: Slot | StretchSlot = StretchSlot(key, stretch.rounds.lo, hold_s=stretch.hold_s, reps=stretch.reps)
        if stretch.hold_s and stretch.reps:
            item = StretchSlot(key, stretch.rounds.lo, hold_s=stretch.hold_s)
        name = stretch.name
    elif exercise:
        item, name = Slot(key, exercise.prescription), exercise.name
    else:
        return None
    on = [WEEKDAYS[day.weekday] for day in routine.days if _holds(day, key)]
    words = f"It is on {listed(on)} already." if on else "It is not in this week yet."
    return Adding(key, name, item, tuple((day, _day_words(routine, day)) for day in Weekday), words)


def _holds(day: RoutineDay, key: str) -> bool:
    return any((item.exercise_id if isinstance(item, Slot) else item.stretch_id) == key for item in day.items)


def _day_words(routine: Routine, weekday: Weekday) -> str:
    planned = any(day.weekday == weekday and day.items for day in routine.days)
    return WEEKDAYS[weekday][:3] + ("" if planned else " (rest)")


def with_item(routine: Routine, weekday: Weekday, item: Slot | StretchSlot) -> Routine | None:
    """The routine with something more at the end of a day; an exercise stands before the stretches of the day.

    None if the day is full.
    """
    days = {day.weekday: day for day in routine.days}
    day = days.get(weekday, RoutineDay("", weekday, ()))
    if len(day.items) >= MAX_ITEMS:
        return None
    before = len(day.items)
    if isinstance(item, Slot):
        while before and isinstance(day.items[before - 1], StretchSlot):
            before -= 1
    days[weekday] = replace(day, items=(*day.items[:before], item, *day.items[before:]))
    return replace(routine, days=tuple(days[key] for key in sorted(days)))


def item_name(item: Slot | StretchSlot, catalog: Catalog) -> str:
    """What a card is called in a sentence."""
    if isinstance(item, Slot):
        return catalog.display_name(item.exercise_id)
    stretch = catalog.stretches.get(item.stretch_id)
    return stretch.name if stretch else item.stretch_id.removeprefix(OWN_NAME)
