"""Fixes of what is missing: an exercise more, or one in the place of another."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from hamcore.dates import Weekday
from hamcore.model.exercise import Exercise
from hamcore.model.routine import Routine, RoutineDay, Slot
from hamcore.rules.added_work import hinge_for, knee_for, long_curl_for
from hamcore.rules.finding import Fix, FixName
from hamcore.rules.fix_parts import apply, make_fix, tidy
from hamcore.rules.fix_sets import grown, trimmed
from hamcore.rules.routine_parts import Definitions, indexed_slots
from hamcore.rules.schedule import balance, gaps, weighted_sets
from hamcore.rules.volume import LOW_BELOW, TARGET_FROM

TRAINING = "Hamstrings"
"""The name of a day that a fix makes for an exercise."""


def too_few(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Up to the least that still does something."""
    yield from _to_at_least(routine, known, LOW_BELOW)


def building(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Up to where the band begins."""
    yield from _to_at_least(routine, known, TARGET_FROM)


def _to_at_least(routine: Routine, known: Definitions, wanted: float) -> Iterator[Fix]:
    """More sets of what is there, else another exercise and then more sets."""
    more = grown(routine, known, wanted)
    if more:
        yield more
    both = balance(routine, known.exercises)
    choices = (hinge_for(routine, known), knee_for(routine, known))
    for exercise in choices if both.hip <= both.knee else reversed(choices):
        for fix in added(routine, known, exercise):
            bigger = apply(fix, routine)
            more = grown(bigger, known, wanted)
            if weighted_sets(bigger, known.exercises) >= wanted:
                yield fix
            elif more:
                weekdays = tuple(sorted({*fix.weekdays, *more.weekdays}))
                yield replace(fix, changes=(*fix.changes, *more.changes), weekdays=weekdays)


def no_hinge(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """The hinge that fits the equipment."""
    yield from added(routine, known, hinge_for(routine, known))


def no_knee_flexion(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """The exercise that bends the knee and fits the equipment."""
    yield from added(routine, known, knee_for(routine, known))


def no_long_length(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """A curl at long lengths in the place of another one, where there is a hinge already; else a hinge."""
    swap = long_curl_for(routine, known)
    for day in routine.days if swap and any(known.is_hinge(slot) for _, slot in routine.slots()) else ():
        for at, slot in indexed_slots(day):
            if swap and known.bends_knee(slot) and all(one.exercise_id != swap.exercise_id for one in day.slots):
                new = replace(slot, exercise_id=swap.exercise_id, alternatives=())
                items = (*day.items[:at], new, *day.items[at + 1 :])
                yield make_fix(FixName.SWAP_EXERCISE, [replace(day, items=items)], slot.exercise_id, swap.exercise_id)
    yield from added(routine, known, hinge_for(routine, known))


def added(routine: Routine, known: Definitions, exercise: Exercise | None) -> Iterator[Fix]:
    """An exercise more, first on one of the training days, then on two days; other sets make room for it."""
    if exercise is None:
        return
    one_day = [(day.weekday,) for day in sorted(routine.training_days, key=lambda day: day.weekday)]
    two_days = sorted(combinations(Weekday, 2), key=lambda pair: _two_days_key(routine, pair))
    for weekdays in (*one_day, *two_days):
        days = {day.weekday: day for day in routine.days}
        if any(
            day in days and any(one.exercise_id == exercise.exercise_id for one in days[day].slots) for day in weekdays
        ):
            continue
        for day in weekdays:
            days[day] = _with_exercise(days.get(day, RoutineDay(TRAINING, day, ())), exercise, known)
        bigger = replace(routine, days=tuple(days.values()))
        smaller, changed = trimmed(bigger, known)
        touched = {*weekdays, *(weekday for weekday, _ in changed)}
        fixed = [day for day in smaller.days if day.weekday in touched]
        yield replace(make_fix(FixName.ADD_EXERCISE, fixed, exercise.exercise_id), weekdays=tuple(sorted(weekdays)))


def _two_days_key(routine: Routine, pair: tuple[Weekday, ...]) -> tuple[int, int, tuple[Weekday, ...]]:
    """Pairs with training on them already first, then those furthest apart, then early in the week."""
    training = {day.weekday for day in routine.training_days}
    return (-len(training & {*pair}), -min(gap.hours for gap in gaps(pair)), pair)


def _with_exercise(day: RoutineDay, exercise: Exercise, known: Definitions) -> RoutineDay:
    """A day with one exercise more: a hinge before all the rest, any other after the last exercise but for swings."""
    slot = Slot(exercise.exercise_id, exercise.prescription)
    behind = [at + 1 for at, one in indexed_slots(day) if not known.is_swing(one)]
    at = 0 if known.is_hinge(slot) else max(behind, default=0)
    return tidy(replace(day, items=(*day.items[:at], slot, *day.items[at:])))
