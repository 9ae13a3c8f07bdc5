"""Fixes of how much there is: sets added one by one, and taken where there are most."""

from collections.abc import Iterator
from dataclasses import replace

from hamcore.dates import Weekday
from hamcore.model.exercise import Exercise
from hamcore.model.routine import Routine, Slot
from hamcore.rules.finding import Fix, FixName
from hamcore.rules.fix_parts import make_fix, with_sets
from hamcore.rules.routine_parts import Definitions, indexed_slots
from hamcore.rules.schedule import balance, weighted_sets
from hamcore.rules.volume import TARGET_TO

MOST_SETS = 5
"""Sets of one exercise on one day that a fix goes up to: a convention."""


def _counting(routine: Routine, known: Definitions) -> dict[tuple[Weekday, int], tuple[Slot, Exercise]]:
    """The slots that count for the hamstrings, by weekday and position."""
    return {
        (day.weekday, at): (slot, exercise)
        for day in routine.days
        for at, slot in indexed_slots(day)
        if (exercise := known.of(slot)) and exercise.credits.weighted
    }


def grown(routine: Routine, known: Definitions, wanted: float) -> Fix | None:
    """Sets added one by one where they count in full, at the joint that has less, until the week holds ``wanted``."""
    slots = {at: pair for at, pair in _counting(routine, known).items() if known.is_strength(pair[0])}
    best = max((exercise.credits.weighted for _, exercise in slots.values()), default=0)
    sets = {at: slot.prescription.sets for at, (slot, one) in slots.items() if one.credits.weighted == best}
    total, start = weighted_sets(routine, known.exercises), dict(sets)
    both = balance(routine, known.exercises)
    joint = {True: both.hip, False: both.knee}
    while total < wanted:
        room = [at for at, count in sets.items() if count < MOST_SETS]
        if not room:
            return None
        at = min(room, key=lambda one: (joint[known.is_hinge(slots[one][0])], sets[one], one))
        sets[at] += 1
        total += best
        joint[known.is_hinge(slots[at][0])] += best
    changed = {at: count for at, count in sets.items() if count != start[at]}
    return make_fix(
        FixName.ADD_SETS, with_sets(routine, changed), *(slots[at][0].exercise_id for at in sorted(changed))
    )


def trimmed(routine: Routine, known: Definitions) -> tuple[Routine, dict[tuple[Weekday, int], int]]:
    """The routine with single sets taken where there are most, down to the top of the band, and the sets changed."""
    slots = _counting(routine, known)
    sets = {at: slot.prescription.sets for at, (slot, _) in slots.items()}
    total, start = weighted_sets(routine, known.exercises), dict(sets)
    while total > TARGET_TO:
        room = [at for at, count in sets.items() if count > 1]
        if not room:
            break
        at = max(room, key=lambda one: (sets[one], slots[one][1].credits.weighted, one))
        sets[at] -= 1
        total -= slots[at][1].credits.weighted
    changed = {at: count for at, count in sets.items() if count != start[at]}
    days = {day.weekday: day for day in with_sets(routine, changed)}
    return replace(routine, days=tuple(days.get(day.weekday, day) for day in routine.days)), changed


def more_than_needed(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Sets taken until the week is inside the band."""
    smaller, changed = trimmed(routine, known)
    slots = _counting(routine, known)
    days = [day for day in smaller.days if any(weekday == day.weekday for weekday, _ in changed)]
    yield make_fix(FixName.TAKE_SETS, days, *(slots[at][0].exercise_id for at in sorted(changed)))
