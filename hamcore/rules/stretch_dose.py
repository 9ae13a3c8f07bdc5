"""How much of a stretch is planned for a day, what a tick writes down, and how much of it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.model.exercise import Bounds, Stretch
from hamcore.model.log import Side
from hamcore.model.routine import StretchSlot
from hamcore.model.stretching import Hold, HoldKind, Occasion

SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Dose:
    """``rounds`` on each of ``sides``, each held ``hold_s`` seconds or done ``reps`` times: exactly one of the two."""

    rounds: int
    sides: tuple[Side | None, ...]
    hold_s: Bounds | None
    reps: Bounds | None


class DoseState(StrEnum):
    """How much of a dose a day holds."""

    OPEN = "open"
    PART = "part"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DoseDone:
    """How much of a dose is done: the rounds of each of its sides, in the same order."""

    state: DoseState
    rounds: tuple[int, ...]


def dose_of(stretch: Stretch, slot: StretchSlot | None = None) -> Dose:
    """What a routine plans of a stretch, else the least the stretch itself asks for.

    >>> fold = Stretch("f", "F", (), False, False, False, Bounds(15, 30), None, Bounds(2, 4), Bounds(2, 3), (), (), (),
    ...                "", ())
    >>> dose_of(fold).rounds, dose_of(fold, StretchSlot("f", 3, hold_s=Bounds(20, 20))).hold_s
    (2, Bounds(lo=20, hi=20))
    """
    sides = SIDES if stretch.each_side else (None,)
    if slot is not None:
        return Dose(slot.rounds, sides, slot.hold_s, slot.reps)
    return Dose(stretch.rounds.lo, sides, stretch.hold_s, stretch.reps)


def ticked(day: date, key: str, dose: Dose, when: Occasion | None = None) -> tuple[Hold, ...]:
    """The holds a tick writes down: every round of the dose at the lower end of its range, so never too much.

    The ids follow from day, stretch, side and round: a tick from two windows is one tick.

    >>> both = ticked(date(2026, 5, 1), "scoop", Dose(1, SIDES, None, Bounds(8, 10)))
    >>> [(hold.hold_id, hold.reps) for hold in both]
    [('tick:2026-05-01:scoop:left:1', 8), ('tick:2026-05-01:scoop:right:1', 8)]
    """
    return tuple(
        Hold(
            hold_id=f"tick:{day}:{key}:{side or 'both'}:{number}",
            day=day,
            stretch=key,
            side=side,
            seconds=dose.hold_s.lo if dose.hold_s else None,
            reps=dose.reps.lo if dose.reps else None,
            kind=HoldKind.TICKED,
            when=when,
        )
        for side in dose.sides
        for number in range(1, dose.rounds + 1)
    )


def dose_done(holds: Iterable[Hold], dose: Dose) -> DoseDone:
    """How much of a dose the holds of one stretch on one day make up. One without a side counts for each side.

    >>> held = Hold("h", date(2026, 5, 1), "towel", Side.LEFT, seconds=20)
    >>> dose_done([held], Dose(1, SIDES, Bounds(15, 30), None))
    DoseDone(state=<DoseState.PART: 'part'>, rounds=(1, 0))
    """
    done = [hold.side for hold in holds]
    rounds = tuple(_rounds(done, side) for side in dose.sides)
    if not done:
        return DoseDone(DoseState.OPEN, rounds)
    return DoseDone(DoseState.DONE if min(rounds) >= dose.rounds else DoseState.PART, rounds)


def _rounds(done: list[Side | None], side: Side | None) -> int:
    both = done.count(None)
    if side is None:
        # One round on each side of what is meant for both at once is one round.
        return both + min(done.count(Side.LEFT), done.count(Side.RIGHT))
    return both + done.count(side)


def by_stretch(holds: Iterable[Hold], day: date) -> Mapping[str, tuple[Hold, ...]]:
    """Key of a stretch to its holds on a day."""
    found: dict[str, list[Hold]] = {}
    for hold in holds:
        if hold.day == day:
            found.setdefault(hold.stretch, []).append(hold)
    return {key: tuple(one) for key, one in found.items()}
