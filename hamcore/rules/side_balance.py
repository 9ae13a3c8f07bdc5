"""Left beside right: how far apart the two legs are in the same workouts, and what noise alone would make of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import exp, log, sqrt
from statistics import fmean
from typing import NamedTuple

from hamcore.model.log import LoggedSet, Side
from hamcore.model.settings import Formula
from hamcore.rules.exposures import Exposure
from hamcore.rules.noise import OWN_NOISE_AFTER, USUAL_NOISE, noise_of_logs
from hamcore.rules.strength import e1rm

LEAST_SESSIONS = 4
"""Workouts with both sides below which nothing is said."""
LATEST = 12
"""So many of the newest workouts with both sides decide."""
_Z = 1.96


class SideMeasure(StrEnum):
    """What the sides are compared by: the first of these that both sides have."""

    E1RM = "e1rm"
    LOAD = "load"
    REPS = "reps"


class SideState(StrEnum):
    """What the sessions say."""

    NOT_ENOUGH = "not_enough"
    WITHIN_NOISE = "within_noise"
    LEFT_MORE = "left_more"
    RIGHT_MORE = "right_more"


class SidePoint(NamedTuple):
    """One workout's best of each side: kilograms, or repetitions; ``share`` is how much more the left one is."""

    day: date
    left: float
    right: float
    share: float


@dataclass(frozen=True, slots=True)
class SideBalance:
    """The sides of one exercise.

    ``share`` is the mean of the latest workouts, ``floor`` what noise alone makes of it and ``single_floor`` of one
    workout; all are shares of the right side (0.03 is 3 %). ``left_sets`` and ``right_sets`` are as logged,
    ``counted`` what they count: a left and a right one are one set.
    """

    measure: SideMeasure
    points: tuple[SidePoint, ...]
    share: float
    floor: float
    single_floor: float
    state: SideState
    left_sets: int
    right_sets: int
    counted: int


def side_balance(
    history: Iterable[Exposure], formula: Formula = Formula.EPLEY, *, estimable: bool = True
) -> SideBalance | None:
    """The balance of one exercise; None if no workout has sets of both sides.

    A single difference can be noise of two readings; that of several workouts is smaller by the root of their number.
    Until there are 8 the usual noise of a strength test is taken for each side, then the person's own.

    >>> side_balance([]) is None
    True
    """
    sided = [one for one in history if any(entry.side for entry in one.sets)]
    both = [one for one in sided if {Side.LEFT, Side.RIGHT} <= {entry.side for entry in one.sets}]
    measured = ((measure, _points(both, _value(measure, formula))) for measure in _measures(estimable=estimable))
    measure, points = max(measured, key=lambda pair: len(pair[1]))
    if not points:
        return None
    latest = [log(point.left / point.right) for point in points[-LATEST:]]
    spread = noise_of_logs(latest).share if len(latest) >= OWN_NOISE_AFTER else sqrt(2) * USUAL_NOISE
    mean, floor = fmean(latest), _Z * spread / sqrt(len(latest))
    return SideBalance(
        measure=measure,
        points=points,
        share=exp(mean) - 1,
        floor=exp(floor) - 1,
        single_floor=exp(_Z * spread) - 1,
        state=_state(len(points), mean, floor),
        left_sets=_count(sided, Side.LEFT),
        right_sets=_count(sided, Side.RIGHT),
        counted=sum(one.set_count for one in sided),
    )


def _measures(*, estimable: bool) -> tuple[SideMeasure, ...]:
    return tuple(SideMeasure) if estimable else (SideMeasure.LOAD, SideMeasure.REPS)


def _state(sessions: int, mean: float, floor: float) -> SideState:
    if sessions < LEAST_SESSIONS:
        return SideState.NOT_ENOUGH
    if abs(mean) <= floor:
        return SideState.WITHIN_NOISE
    return SideState.LEFT_MORE if mean > 0 else SideState.RIGHT_MORE


def _value(measure: SideMeasure, formula: Formula) -> Callable[[LoggedSet], float]:
    def of(entry: LoggedSet) -> float:
        if measure is SideMeasure.REPS:
            return float(entry.reps or 0)
        if measure is SideMeasure.LOAD:
            return entry.load_kg or 0.0
        return (e1rm(entry.load_kg, entry.reps, entry.rir, formula) if entry.load_kg and entry.reps else None) or 0.0

    return of


def _points(both: Sequence[Exposure], value: Callable[[LoggedSet], float]) -> tuple[SidePoint, ...]:
    found = []
    for one in both:
        left, right = (
            max((value(entry) for entry in one.sets if entry.side is side), default=0.0)
            for side in (Side.LEFT, Side.RIGHT)
        )
        if left > 0 and right > 0:
            found.append(SidePoint(one.day, left, right, left / right - 1))
    return tuple(found)


def _count(sided: Iterable[Exposure], side: Side) -> int:
    return sum(entry.side is side for one in sided for entry in one.sets)
