"""Fixes of the week: hinges further apart, one day made two, stretches on more days."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.added_work import default_stretch
from hamcore.rules.finding import Fix, FixName, MoveDays
from hamcore.rules.fix_parts import key_of, make_fix, plain_set, rested, tidy
from hamcore.rules.routine_parts import (
    LEAST_HOURS,
    LEAST_STRETCH_DAYS,
    Definitions,
    indexed_slots,
    strength_days,
    stretching_days,
)
from hamcore.rules.schedule import DAYS, gaps, hinge_days

LIGHT_REPS = Bounds(12, 15)
"""Repetitions of a hinge that was made lighter."""
STRETCHING = "Stretches"
"""The name of a day that a fix makes for stretches."""


def hinges_close(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Days moved as little as possible until the heavy hinges are far enough apart, else some of them made lighter."""
    heavy = hinge_days(routine, known.exercises)
    spaced = [days for days in combinations(Weekday, len(heavy)) if _is_spaced(days)]
    for target in sorted(
        (target for days in spaced for target in permutations(days) if len(heavy) <= 3),
        key=lambda target: (sum(a != b for a, b in zip(heavy, target, strict=True)), _distance(heavy, target), target),
    ):
        yield _moved(routine, heavy, target)
    kept: list[Weekday] = []
    for day in heavy:
        if _is_spaced((*kept, day)):
            kept.append(day)
    light = [day for day in routine.days if day.weekday in heavy and day.weekday not in kept]
    subjects = [slot.exercise_id for day in light for slot in day.slots if known.is_heavy(slot)]
    yield make_fix(FixName.LIGHTEN, [_lighter(day, known) for day in light], *subjects)


def _is_spaced(days: tuple[Weekday, ...]) -> bool:
    return len(days) < 2 or min(gap.hours for gap in gaps(days)) >= LEAST_HOURS


def _distance(before: tuple[Weekday, ...], after: tuple[Weekday, ...]) -> int:
    """How many days are moved in all, the short way round the week."""
    return sum(min((a - b) % DAYS, (b - a) % DAYS) for a, b in zip(before, after, strict=True))


def _moved(routine: Routine, heavy: tuple[Weekday, ...], target: tuple[Weekday, ...]) -> Fix:
    """Heavy days on their new weekdays; what stood there takes the weekdays that become free."""
    moves = [(before, after) for before, after in zip(heavy, target, strict=True) if before != after]
    freed = sorted({*heavy} - {*target})
    moves += zip(sorted({*target} - {*heavy}), freed, strict=True)
    there = {day.weekday for day in routine.days}
    moves = [(before, after) for before, after in moves if before in there]
    return Fix(FixName.MOVE_DAYS, (MoveDays(tuple(moves)),), (), tuple(sorted(before for before, _ in moves)))


def _lighter(day: RoutineDay, known: Definitions) -> RoutineDay:
    return replace(
        day,
        items=tuple(
            replace(item, prescription=replace(item.prescription, reps=LIGHT_REPS))
            if isinstance(item, Slot) and known.is_heavy(item)
            else item
            for item in day.items
        ),
    )


def one_day(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Half of the one strength day on another day: exercises dealt out by function, or sets of a single exercise."""
    (day,) = strength_days(routine, known)
    by_weekday = {one.weekday: one for one in routine.days}
    offsets = sorted((3, 4, 2, 5, 1, 6), key=lambda offset: Weekday((day.weekday + offset) % DAYS) in by_weekday)
    for offset in offsets:
        weekday = Weekday((day.weekday + offset) % DAYS)
        beside = by_weekday.get(weekday, RoutineDay(day.name, weekday, ()))
        for stay, go in _halves(day, known):
            first_slot = next(at for at, _ in indexed_slots(day))
            behind = tuple(item for item in day.items[first_slot:] if isinstance(item, StretchSlot))
            first = tidy(replace(day, items=(*day.items[:first_slot], *stay, *behind)))
            second = tidy(replace(beside, items=(*go, *beside.items)))
            fix = make_fix(FixName.SPLIT_DAY, [first, second], *(slot.exercise_id for slot in go))
            yield replace(fix, weekdays=(weekday,))


def _halves(day: RoutineDay, known: Definitions) -> Iterator[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The exercises that stay and those that go, heavy hinges first and swings last on each side."""
    groups = (
        [slot for slot in day.slots if known.is_hinge(slot)],
        [slot for slot in day.slots if known.bends_knee(slot)],
        [slot for slot in day.slots if not known.is_strength(slot)],
    )
    groups[0].sort(key=lambda slot: (not known.is_heavy(slot), known.heaviness(slot)))
    stay: list[Slot] = []
    go: list[Slot] = []
    for group in groups:
        for slot in group:
            (go if len(go) < len(stay) else stay).append(slot)
    yield tuple(stay), tuple(go)
    (single, *more) = [slot for slot in day.slots if known.is_strength(slot)]
    if not more:
        others = tuple(slot for slot in day.slots if slot is not single)
        sets = single.prescription.sets
        sound = rested(plain_set(single, known), known)
        half = replace(sound, prescription=replace(sound.prescription, sets=sets // 2 or 1))
        yield (replace(single, prescription=replace(single.prescription, sets=sets - sets // 2)), *others), (half,)


def few_stretch_days(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """A stretch at the end of training days first, then on other days, until there are enough."""
    stretch = default_stretch(routine, known)
    if stretch is None:
        return
    have = stretching_days(routine, known)
    training = [day.weekday for day in routine.training_days]
    free = [day for day in Weekday if day not in have]
    missing = LEAST_STRETCH_DAYS - len(have)
    chosen = min(
        combinations(free, missing),
        key=lambda days: (
            -sum(day in training for day in days),
            -min((gap.hours for gap in gaps((*have, *days))), default=0),
            days,
        ),
    )
    days = {day.weekday: day for day in routine.days}
    new = [days.get(day, RoutineDay(STRETCHING, day, ())) for day in chosen]
    fixed = [
        replace(day, items=(*(one for one in day.items if key_of(one) != stretch.stretch_id), stretch)) for day in new
    ]
    yield make_fix(FixName.ADD_STRETCH, fixed, stretch.stretch_id)
