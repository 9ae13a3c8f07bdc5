"""How large a step in load may be, and which load that can really be made comes next."""

from decimal import Decimal
from typing import NamedTuple

from hamcore.model.exercise import Bounds
from hamcore.rules.loadable import Direction, Loadable
from hamcore.units import Load, LoadUnit

USUAL_STEP = {LoadUnit.KG: Load(Decimal("2.5"), LoadUnit.KG), LoadUnit.LB: Load(Decimal(5), LoadUnit.LB)}
"""A step where the person set none (``source_article``: 5-10 lb)."""
LARGEST_STEP = Decimal("0.10")
"""No step is meant to be larger than this share of the load (``acsm_2009``: 2-10 %, a convention)."""
EPLEY_REPS = 30
"""The repetitions in Epley's equation, 1 + reps / 30, by which the largest step that keeps the range is reckoned."""
REDUCTION = (Decimal("0.90"), Decimal("0.925"), Decimal("0.95"))
"""Least, aimed for and most of the load that stays after two misses (5-10 % less, a convention)."""


class Step(NamedTuple):
    """A next load. ``share`` is the change as a share of the load before; ``fits`` whether that keeps the range."""

    load: Load
    share: float
    fits: bool


def cap(reps: Bounds) -> Decimal:
    """The largest step, as a share of the load, that leaves somebody who did ``hi`` repetitions able to do ``lo``.

    By Epley's equation, (30 + hi) / (30 + lo) - 1, and never over 10 %. A single number of repetitions is taken with
    the one repetition in reserve that a step asks for.

    >>> [round(float(cap(Bounds(*ends))) * 100, 1) for ends in ((6, 8), (10, 12), (12, 15), (8, 15), (5, 5))]
    [5.6, 5.0, 7.1, 10.0, 2.9]
    """
    return min(LARGEST_STEP, Decimal(_room(reps)) / (EPLEY_REPS + reps.lo))


def _room(reps: Bounds) -> int:
    return max(reps.hi - reps.lo, 1)


def keeps_range(before: Decimal, change: Decimal, reps: Bounds) -> bool:
    """Whether a change of load is within the `cap`, without rounding.

    >>> keeps_range(Decimal(45), Decimal("2.5"), Bounds(6, 8)), keeps_range(Decimal(40), Decimal("2.5"), Bounds(6, 8))
    (True, False)
    """
    return change * (EPLEY_REPS + reps.lo) <= before * _room(reps) and change <= before * LARGEST_STEP


def step_up(load: Load, reps: Bounds, wished: Load, loadable: Loadable, *, body: Decimal) -> Step | None:
    """The next heavier load: the wished step where it keeps the range, else the largest that does, else the smallest.

    None if nothing heavier can be loaded. ``load`` and ``body``, the weight of the body that is lifted with it, are in
    the unit of ``loadable``; shares are those of both together.

    >>> bar = Loadable(tuple(Decimal(20) + Decimal("2.5") * n for n in range(50)), LoadUnit.KG)
    >>> kg = lambda number: Load(Decimal(number), LoadUnit.KG)
    >>> [str(step_up(kg(now), Bounds(6, 8), kg(5), bar, body=Decimal(0)).load.value) for now in (100, 60)]
    ['105.0', '62.5']
    >>> step_up(kg(30), Bounds(6, 8), kg("2.5"), bar, body=Decimal(0)).fits
    False
    """
    allowed = min(wished.in_unit(load.unit), (load.value + body) * cap(reps))
    target: Load | None = loadable.round(Load(load.value + allowed, load.unit), Direction.DOWN)
    if target is None or target.value <= load.value:
        target = loadable.step_up(load)
    return None if target is None else _step(load.value + body, target.value - load.value, target, reps)


def less_help(load: Load, reps: Bounds, wished: Load, loadable: Loadable, *, body: Decimal) -> Step | None:
    """The next smaller help of an assisted exercise, none at all after the smallest; None without help.

    With the weight of the body known, the share is that of what is left to lift, else that of the help.

    >>> stack = Loadable(tuple(map(Decimal, (0, 5, 10, 15, 20, 25, 30))), LoadUnit.KG)
    >>> kg = lambda number: Load(Decimal(number), LoadUnit.KG)
    >>> str(less_help(kg(30), Bounds(6, 8), kg("2.5"), stack, body=Decimal(80)).load.value)
    '25'
    """
    if load.value <= 0:
        return None
    lifted = body - load.value if body > load.value else load.value
    allowed = min(wished.in_unit(load.unit), lifted * cap(reps), load.value)
    target: Load | None = loadable.round(Load(load.value - allowed, load.unit), Direction.UP)
    if target is None or target.value >= load.value:
        target = loadable.step_down(load) or Load(Decimal(0), load.unit)
    return _step(lifted, load.value - target.value, target, reps)


def _step(before: Decimal, change: Decimal, target: Load, reps: Bounds) -> Step:
    share = float(change / before) if before else 0.0
    return Step(target, share, bool(before) and keeps_range(before, change, reps))


def reduced(load: Load, loadable: Loadable) -> Load | None:
    """About 7.5 % less: a load that can be made between 90 and 95 %, else the next lighter one; None if there is none.

    >>> bar = Loadable(tuple(Decimal(20) + Decimal("2.5") * n for n in range(50)), LoadUnit.KG)
    >>> [str(reduced(Load(Decimal(now), LoadUnit.KG), bar).value) for now in (100, 60, 25)]
    ['92.5', '55.0', '22.5']
    """
    least, aim, most = (load.value * share for share in REDUCTION)
    near = loadable.round(Load(aim, load.unit))
    return near if least <= near.value <= most else loadable.step_down(load)


def more_help(load: Load, loadable: Loadable) -> Load | None:
    """About 7.5 % more help: between 5 and 10 %, else the next larger help; None if there is none.

    >>> stack = Loadable(tuple(map(Decimal, (0, 5, 10, 15, 20, 25, 30, 35))), LoadUnit.KG)
    >>> str(more_help(Load(Decimal(30), LoadUnit.KG), stack).value)
    '35'
    """
    least, aim, most = (load.value * (2 - share) for share in reversed(REDUCTION))
    near = loadable.round(Load(aim, load.unit))
    return near if load.value and least <= near.value <= most else loadable.step_up(load)


def share_of(load: Load, share: Decimal, loadable: Loadable) -> Load:
    """A share of a load, rounded to what can be made; the load itself where nothing nearer can.

    >>> bells = Loadable(tuple(map(Decimal, (8, 12, 16))), LoadUnit.KG)
    >>> [str(share_of(Load(Decimal(now), LoadUnit.KG), Decimal("0.9"), bells).value) for now in (12, 16)]
    ['12', '16']
    """
    near = loadable.round(Load(load.value * share, load.unit))
    moves_right_way = near.value <= load.value if share <= 1 else near.value >= load.value
    return near if moves_right_way else load
