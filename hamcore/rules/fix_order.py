"""Fixes of the order of a day, of techniques and of rests."""

from collections.abc import Iterator

from hamcore.model.routine import Routine
from hamcore.rules.finding import Fix, FixName
from hamcore.rules.fix_parts import each_slot, key_of, make_fix, plain_set, rearranged, rested
from hamcore.rules.routine_parts import (
    LONG_HOLD_S,
    Definitions,
    first_out_of_order,
    holds_before,
    indexed_slots,
    swings_before,
)


def hinge_not_first(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """The heaviest hinge of each such day before the rest of its work."""
    days, subjects = [], []
    for day in routine.days:
        place = first_out_of_order(day, known)
        if place:
            at, first = place
            subjects.append(key_of(day.items[at]))
            days.append(rearranged(day, (*range(first), at, *range(first, len(day.items)))))
    yield make_fix(FixName.HINGE_FIRST, days, *subjects)


def swing_first(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Swings behind the last exercise of their day."""
    days, subjects = [], []
    for day in routine.days:
        swings = swings_before(day, known)
        if swings:
            subjects += [key_of(day.items[at]) for at in swings]
            end = max(at for at, _ in indexed_slots(day)) + 1
            stay = [at for at in range(end) if at not in swings]
            days.append(rearranged(day, (*stay, *swings, *range(end, len(day.items)))))
    yield make_fix(FixName.SWING_LAST, days, *subjects)


def holds_before_hinge(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Holds at the end of their day."""
    days, subjects = [], []
    for day in routine.days:
        positions, seconds = holds_before(day, known)
        if seconds >= LONG_HOLD_S:
            subjects += [key_of(day.items[at]) for at in positions]
            stay = [at for at in range(len(day.items)) if at not in positions]
            days.append(rearranged(day, (*stay, *positions)))
    yield make_fix(FixName.HOLDS_LAST, days, *subjects)


def technique(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Plain last sets on compound lifts."""
    yield each_slot(FixName.PLAIN_SETS, routine, lambda slot: plain_set(slot, known))


def short_rest(routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Rests raised to the floor."""
    yield each_slot(FixName.LONGER_REST, routine, lambda slot: rested(slot, known))
