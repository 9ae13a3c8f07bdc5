"""Estimated one-rep maximum (e1RM): seven equations, when they may be used, and how far they disagree.

An e1RM is a personal trend index, never a true maximum: the equations were fitted on other lifts and people differ by
2.5 repetitions (SD) at the same share of their maximum.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from math import exp
from typing import NamedTuple

from hamcore.model.exercise import Function, LoadKind
from hamcore.model.settings import Formula

NORMAL_REPS = 10
"""Most repetitions (with RIR) of an estimate of normal confidence."""
MOST_REPS = 12
"""Most repetitions (with RIR) that give an estimate at all."""
MOST_RIR = 3
"""Highest reading of repetitions in reserve that is used as a number."""

_FACTORS: Mapping[Formula, Callable[[float], float]] = {
    Formula.EPLEY: lambda r: 1 + r / 30,
    Formula.BRZYCKI: lambda r: 36 / (37 - r),
    Formula.LANDER: lambda r: 100 / (101.3 - 2.67123 * r),
    Formula.LOMBARDI: lambda r: r**0.10,
    Formula.MAYHEW: lambda r: 100 / (52.2 + 41.9 * exp(-0.055 * r)),
    Formula.OCONNER: lambda r: 1 + 0.025 * r,
    Formula.WATHAN: lambda r: 100 / (48.8 + 53.8 * exp(-0.075 * r)),
}


class Confidence(StrEnum):
    """How much an estimate from a set may be trusted."""

    NORMAL = "normal"
    LOW = "low"
    NONE = "none"


class Band(NamedTuple):
    """The lowest and the highest of the seven equations, in kilograms."""

    lo_kg: float
    hi_kg: float


class IndexName(StrEnum):
    """What the estimate of an exercise is to be called."""

    E1RM = "e1rm"
    """The equations come from lifts like this one; in one study all of them read low for the deadlift."""
    STRENGTH_INDEX = "strength_index"
    """No study tested the equations on this exercise: the number only compares with itself."""


READS_LOW = frozenset({"barbell_deadlift"})
"""Exercises for which all seven equations tended to read low in one study (67 students, LeSuer 1997)."""


def factor(reps_to_failure: float, formula: Formula = Formula.EPLEY) -> float:
    """The estimate as a multiple of the load for a set that could not have gone on; 1 for a single, whatever formula.

    ValueError outside 1 to 36 repetitions: one equation is infinite at 37.

    >>> round(factor(5), 3), round(factor(10, Formula.BRZYCKI), 3), factor(1, Formula.MAYHEW)
    (1.167, 1.333, 1.0)
    """
    if not 1 <= reps_to_failure < 37:
        raise ValueError(f"the equations hold from 1 to 36 repetitions, not {reps_to_failure}")
    return 1.0 if reps_to_failure == 1 else _FACTORS[formula](reps_to_failure)


def reps_to_failure(reps: int, rir: float | None = None) -> float:
    """Repetitions done plus those in reserve; a reserve above 3 is too vague to be a number and is left out.

    >>> reps_to_failure(6, 2), reps_to_failure(6, 4), reps_to_failure(6)
    (8, 6, 6)
    """
    return reps + rir if rir is not None and 0 <= rir <= MOST_RIR else reps


def confidence(reps: int, rir: float | None = None) -> Confidence:
    """Normal up to 10 repetitions with reserve, low at 11 and 12, none above; low where the reserve is 4 or more.

    >>> confidence(8, 2), confidence(9, 2), confidence(12, 1), confidence(5, 5)
    (<Confidence.NORMAL: 'normal'>, <Confidence.LOW: 'low'>, <Confidence.NONE: 'none'>, <Confidence.LOW: 'low'>)
    """
    total = reps_to_failure(reps, rir)
    if not 1 <= total <= MOST_REPS:
        return Confidence.NONE
    vague = rir is not None and rir > MOST_RIR
    return Confidence.LOW if vague or total > NORMAL_REPS else Confidence.NORMAL


def e1rm(
    load_kg: float | None, reps: int | None, rir: float | None = None, formula: Formula = Formula.EPLEY
) -> float | None:
    """Estimated one-rep maximum in kilograms, not rounded; None where the set gives none (rule 9).

    No load, no repetitions and more than 12 repetitions (with reserve) give none. Whether the exercise allows an
    estimate at all is `estimable`.

    >>> round(e1rm(100, 10), 2), e1rm(100, 1, formula=Formula.MAYHEW), e1rm(100, 13), e1rm(0, 5)
    (133.33, 100.0, None, None)
    """
    if not load_kg or load_kg < 0 or not reps or confidence(reps, rir) is Confidence.NONE:
        return None
    return load_kg * factor(reps_to_failure(reps, rir), formula)


def e1rm_band(load_kg: float | None, reps: int | None, rir: float | None = None) -> Band | None:
    """The lowest and highest of the seven equations for a set; None where `e1rm` is none.

    >>> [round(end, 1) for end in e1rm_band(100, 5)]
    [112.5, 119.0]
    """
    values = [e1rm(load_kg, reps, rir, formula) for formula in Formula]
    known = [value for value in values if value is not None]
    return Band(min(known), max(known)) if known else None


def estimable(function: Function, load_kind: LoadKind = LoadKind.EXTERNAL) -> bool:
    """Whether an exercise allows an e1RM: not a swing, and not where the load leaves the body's share out.

    >>> estimable(Function.HIP_HINGE), estimable(Function.BALLISTIC_HINGE)
    (True, False)
    """
    return function not in (Function.BALLISTIC_HINGE, Function.STRETCH) and load_kind in (
        LoadKind.EXTERNAL,
        LoadKind.PER_HAND,
    )


def index_name(exercise: str, function: Function) -> IndexName:
    """What to call the estimate: an e1RM for the deadlift, a strength index for other hamstring work.

    >>> index_name("romanian_deadlift", Function.HIP_HINGE)
    <IndexName.STRENGTH_INDEX: 'strength_index'>
    """
    if exercise in READS_LOW or function is Function.OTHER:
        return IndexName.E1RM
    return IndexName.STRENGTH_INDEX


@cache
def factor_table(formula: Formula) -> Mapping[float, tuple[float, bool]]:
    """Whole and half repetitions to failure from 1 to 12 with (factor, low confidence): the fast way for many sets."""
    halves = (half / 2 for half in range(2, 2 * MOST_REPS + 1))
    return {total: (factor(total, formula), total > NORMAL_REPS) for total in halves}
