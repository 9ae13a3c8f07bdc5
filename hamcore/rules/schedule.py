"""What a routine makes of a week: minutes, sets, spacing and dates.

``exercises`` and ``stretches`` are definitions by id. An exercise without a definition (an own name) takes its time
and counts nothing for the hamstrings, which nobody has judged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from hamcore.dates import Weekday
from hamcore.model.exercise import CountingRule, Exercise, Function, Laterality, LoadKind, Prescription, Stretch
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.volume import WeekCredits, week_credits

HEAVY_REPS = 10
"""A hinge planned for at most so many repetitions counts as heavy: a convention of this check."""
HOURS_PER_DAY = 24
DAYS = len(Weekday)
REP_S = 3
"""Seconds of a repetition where a prescription gives no tempo, and of one of a moving stretch."""
_NO_WEEK = date.min
"""A plan's week has no date."""
_HIP = (Function.HIP_HINGE, Function.BALLISTIC_HINGE)
_KNEE = (Function.KNEE_FLEXION, Function.COMBINED)

Exercises = Mapping[str, Exercise]
Stretches = Mapping[str, Stretch]


@dataclass(frozen=True, slots=True)
class HingeGap:
    """The hours from the heavy hinges of one weekday to the next ones; the week goes round. At the same time of day."""

    start: Weekday
    end: Weekday
    hours: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Sets a week at the hip (hinges and swings) and at the knee (curls, and what works both)."""

    hip: float
    knee: float


def is_heavy_hinge(slot: Slot, exercises: Exercises) -> bool:
    """Whether a slot is a hinge with an outside load for at most `HEAVY_REPS` repetitions.

    >>> from hamcore.model.exercise import Bounds, Tempo
    >>> is_heavy_hinge(Slot("name:Mine", Prescription(3, Bounds(5, 5), Bounds(120, 180), Tempo(2, 0, 1, 0))), {})
    False
    """
    exercise = exercises.get(slot.exercise_id)
    return (
        exercise is not None
        and exercise.function is Function.HIP_HINGE
        and exercise.load_kind in (LoadKind.EXTERNAL, LoadKind.PER_HAND)
        and slot.prescription.reps.hi <= HEAVY_REPS
    )


def minutes(day: RoutineDay, exercises: Exercises, stretches: Stretches) -> int:
    """About how long a day takes, in whole minutes: repetitions in their tempo, holds, and the rests between sets.

    The higher number of repetitions or seconds and the middle of the rest are taken; what is done on each side is done
    twice; a superset rests once a round, as long as its longest rest. Warm-up and the walk between are not in it, nor
    is the rest after the last set of the day.

    >>> from hamcore.model.exercise import Bounds, Tempo
    >>> three = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 0, 1, 0))
    >>> minutes(RoutineDay("A", Weekday.MONDAY, (Slot("barbell_deadlift", three),)), {}, {})
    6
    """
    work_s = sum(_work_s(slot, exercises) for slot in day.slots) + sum(
        _stretch_s(one, stretches) for one in day.stretches
    )
    rests = [rest for block in _blocks(day.slots) for rest in _rests_s(block)]
    last_s = rests[-1] if rests and isinstance(day.items[-1], Slot) else 0.0
    return round((work_s + sum(rests) - last_s) / 60)


def _blocks(slots: Iterable[Slot]) -> Iterable[list[Slot]]:
    """Slots that are done together: neighbours of one superset, every other slot by itself."""
    for superset, block in groupby(slots, key=lambda slot: slot.superset):
        if superset:
            yield list(block)
        else:
            yield from ([slot] for slot in block)


def _rests_s(block: list[Slot]) -> list[float]:
    """The rests of a block, one after each round."""
    longest = max((slot.prescription.rest_s.lo + slot.prescription.rest_s.hi) / 2 for slot in block)
    return [longest] * max(slot.prescription.sets for slot in block)


def _work_s(slot: Slot, exercises: Exercises) -> float:
    planned, exercise = slot.prescription, exercises.get(slot.exercise_id)
    sides = 2 if exercise and exercise.laterality is Laterality.UNILATERAL else 1
    return planned.sets * planned.reps.hi * (_rep_s(planned) or REP_S) * sides


def _rep_s(planned: Prescription) -> int:
    tempo = planned.tempo
    return tempo.lower_s + tempo.bottom_s + tempo.lift_s + tempo.top_s


def _stretch_s(slot: StretchSlot, stretches: Stretches) -> float:
    stretch = stretches.get(slot.stretch_id)
    sides = 2 if stretch and stretch.each_side else 1
    once_s = slot.hold_s.hi if slot.hold_s else slot.reps.hi * REP_S if slot.reps else 0
    return slot.rounds * once_s * sides


def weekly(routine: Routine, exercises: Exercises) -> dict[CountingRule, WeekCredits]:
    """The week's sets under each of the three counting rules, by function, length class and belly.

    >>> weekly(Routine("r", "Empty", "", ()), {})[CountingRule.WEIGHTED].total
    0.0
    """
    sets = _sets(routine)
    return {rule: week_credits(_NO_WEEK, sets, exercises, rule) for rule in CountingRule}


def weighted_sets(routine: Routine, exercises: Exercises) -> float:
    """The week's weighted sets.

    >>> weighted_sets(Routine("r", "Empty", "", ()), {})
    0.0
    """
    counted = ((slot.prescription.sets, exercises.get(slot.exercise_id)) for _, slot in routine.slots())
    return float(sum(sets * one.credits.weighted for sets, one in counted if one))


def _sets(routine: Routine) -> dict[str, int]:
    sets: dict[str, int] = {}
    for _, slot in routine.slots():
        sets[slot.exercise_id] = sets.get(slot.exercise_id, 0) + slot.prescription.sets
    return sets


def week_grid(routine: Routine, exercises: Exercises) -> dict[Function, tuple[int, ...]]:
    """Sets by function on each of the seven weekdays, Monday first; stretches are counted in rounds.

    A function without a set is missing; an own exercise is ``OTHER``.

    >>> week_grid(Routine("r", "Empty", "", ()), {})
    {}
    """
    grid: dict[Function, list[int]] = {}
    for day in routine.days:
        for item in day.items:
            if isinstance(item, StretchSlot):
                function, count = Function.STRETCH, item.rounds
            else:
                exercise = exercises.get(item.exercise_id)
                function, count = exercise.function if exercise else Function.OTHER, item.prescription.sets
            grid.setdefault(function, [0] * DAYS)[day.weekday] += count
    return {function: tuple(grid[function]) for function in Function if function in grid}


def balance(routine: Routine, exercises: Exercises, rule: CountingRule = CountingRule.WEIGHTED) -> Balance:
    """Sets a week at the hip beside those at the knee. No ratio of the two is known to be right.

    >>> balance(Routine("r", "Empty", "", ()), {})
    Balance(hip=0.0, knee=0.0)
    """
    shares = week_credits(_NO_WEEK, _sets(routine), exercises, rule).by_function
    hip, knee = (float(sum(shares.get(function, 0) for function in side)) for side in (_HIP, _KNEE))
    return Balance(hip, knee)


def hinge_days(routine: Routine, exercises: Exercises) -> tuple[Weekday, ...]:
    """The weekdays with a heavy hinge, Monday first.

    >>> hinge_days(Routine("r", "Empty", "", ()), {})
    ()
    """
    return tuple(sorted({day.weekday for day, slot in routine.slots() if is_heavy_hinge(slot, exercises)}))


def gaps(days: Iterable[Weekday]) -> tuple[HingeGap, ...]:
    """The hours from each weekday to the next one, round the week; a single day is a week from itself.

    >>> [gap.hours for gap in gaps((Weekday.MONDAY, Weekday.THURSDAY))]
    [72, 96]
    """
    order = sorted(set(days))
    following = [*order[1:], *order[:1]]
    return tuple(
        HingeGap(day, after, ((after - day) % DAYS or DAYS) * HOURS_PER_DAY)
        for day, after in zip(order, following, strict=True)
    )


def dates_of(routine: Routine, start: date, weeks: int) -> tuple[tuple[date, RoutineDay], ...]:
    """Every day of the routine in the ``weeks`` weeks from ``start`` on, in order of time.

    >>> dates_of(Routine("r", "Empty", "", ()), date(2026, 3, 2), 8)
    ()
    """
    first = [(start + timedelta(days=(day.weekday - start.weekday()) % DAYS), day) for day in routine.days]
    coming = ((day + timedelta(weeks=week), planned) for week in range(weeks) for day, planned in first)
    return tuple(sorted(coming, key=lambda pair: pair[0]))
