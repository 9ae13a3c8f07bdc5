"""The sets before the first working set: the bar, then growing shares of the working load (rule 14, a convention)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from hamcore.model.exercise import Exercise, Function, LoadKind
from hamcore.model.settings import Settings
from hamcore.rules.loadable import BARS, Direction, Loadable, loadable_for
from hamcore.units import Load, LoadUnit

SHARES = (Decimal("0.45"), Decimal("0.65"), Decimal("0.85"))
"""Of the working load; each is rounded down to what can be loaded."""

MOST_JUMP = Decimal("0.25")
"""No step is larger than this share of the working load where something in between can be loaded."""

LIGHT_KG = 20
"""Up to this in all, in both hands together, the first working set is its own warm-up."""

_NOT_FOR = (Function.BALLISTIC_HINGE, Function.STRETCH)
_REPS = ((Decimal("0.35"), 8), (Decimal("0.55"), 5), (Decimal("0.75"), 3))
_LAST_REPS = 2


@dataclass(frozen=True, slots=True)
class WarmUpSet:
    """One warm-up set; it never counts as a working set."""

    load: Load
    reps: int


def warm_ups(load: Load | None, exercise: Exercise | None, settings: Settings) -> tuple[WarmUpSet, ...]:
    """The warm-up sets for a working load, lightest first, none above 85 % of it.

    None at all for swings, for work with the body's own weight or with help, for light loads, and for an exercise
    nobody has defined. Fewer repetitions the heavier the set. Source: ``warm_up_practice``.

    >>> shares = [f"{float(share):.0%}" for share in SHARES]
    >>> shares, warm_ups(None, None, Settings())
    (['45%', '65%', '85%'], ())
    """
    if load is None or exercise is None or not _is_warmed_up(load, exercise):
        return ()
    loadable = loadable_for(exercise, settings)
    work = load.in_unit(loadable.unit)
    start = loadable.values[:1] if exercise.equipment in BARS else ()
    steps = sorted({value for value in (*start, *_shares(work, loadable)) if value <= SHARES[-1] * work})
    if not steps:
        return ()
    return tuple(
        WarmUpSet(Load(value, loadable.unit), _reps(value / work)) for value in _filled([*steps, work], loadable)
    )


def _is_warmed_up(load: Load, exercise: Exercise) -> bool:
    if exercise.function in _NOT_FOR or exercise.load_kind in (LoadKind.BODY_WEIGHT, LoadKind.ASSISTED):
        return False
    hands = 2 if exercise.load_kind is LoadKind.PER_HAND else 1
    return hands * load.in_unit(LoadUnit.KG) > LIGHT_KG


def _shares(work: Decimal, loadable: Loadable) -> Iterator[Decimal]:
    for share in SHARES:
        yield loadable.round(Load(share * work, loadable.unit), Direction.DOWN).value


def _filled(steps: list[Decimal], loadable: Loadable) -> Iterator[Decimal]:
    """``steps`` but the last, which is the working load, and what has to come between them."""
    for lower, upper in pairwise(steps):
        yield lower
        yield from _between(lower, upper, steps[-1], loadable)


def _between(lower: Decimal, upper: Decimal, work: Decimal, loadable: Loadable) -> list[Decimal]:
    """Loads that split a jump until no part is too large, as far as they can be loaded and are not too heavy."""
    if upper - lower <= MOST_JUMP * work:
        return []
    heaviest = loadable.round(Load(SHARES[-1] * work, loadable.unit), Direction.DOWN).value
    middle = min(heaviest, loadable.round(Load((lower + upper) / 2, loadable.unit)).value)
    if not lower < middle < upper:
        return []
    return [*_between(lower, middle, work, loadable), middle, *_between(middle, upper, work, loadable)]


def _reps(share: Decimal) -> int:
    return next((reps for below, reps in _REPS if share < below), _LAST_REPS)
