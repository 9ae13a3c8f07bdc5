"""Exposures: one workout's working sets of one exercise, and what the best of them was."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hamcore.model.log import LoggedSet, SetType
from hamcore.model.settings import Formula
from hamcore.rules.strength import (
    Band,
    Confidence,
    confidence,
    e1rm_band,
    factor,
    factor_table,
    reps_to_failure,
)

CURRENT_DAYS = 28
"""The current e1RM is the best of this many days: it predicted the next heavier set to about 3.5 %, one session 9 %."""

_WARM_UP = SetType.WARM_UP
_Table = Mapping[float, tuple[float, bool]]


class Exposure(NamedTuple):
    """One workout's working sets of one exercise, in order. A named tuple, as a history holds many thousands.

    ``best`` is the set with the highest e1RM of normal confidence (only without one, of low confidence), None where no
    set gives an e1RM; ``heaviest`` the set with the most load (more repetitions first), None without any load.
    ``e1rm_kg`` belongs to ``best``; ``tonnage_kg`` is load times repetitions added up. A left and a right set make one
    set: ``set_count`` counts them once, and each adds half to the tonnage, as much as a set noted without a side.
    """

    workout_id: str
    day: date
    sets: tuple[LoggedSet, ...]
    best: LoggedSet | None
    heaviest: LoggedSet | None
    e1rm_kg: float | None
    low_confidence: bool
    tonnage_kg: float
    set_count: int


class Estimate(NamedTuple):
    """A current e1RM: the value and the band of the seven equations for the same set, in kilograms."""

    kg: float
    band: Band
    low_confidence: bool
    exposure: Exposure


def exposures(sets: Iterable[LoggedSet], formula: Formula = Formula.EPLEY, *, estimable: bool = True) -> list[Exposure]:
    """The exposures of one exercise, in the order of its sets; warm-ups and sets without repetitions never count.

    ``sets`` are of one exercise and in order of time, those of a workout together. Without ``estimable`` no exposure
    has an e1RM.

    >>> from decimal import Decimal
    >>> from hamcore.model.log import LoggedSet, SetType
    >>> one = LoggedSet("w", 1, 1, date(2026, 3, 2), "x", SetType.WORKING, None, 100.0, 6, None, None, None, "")
    >>> [(e.day.isoformat(), len(e.sets), e.e1rm_kg) for e in exposures([one, one._replace(set_no=2, reps=5)])]
    [('2026-03-02', 2, 120.0)]
    """
    table = factor_table(formula) if estimable else {}
    return [_exposure(group, formula, table) for group in _by_workout(sets)]


def _by_workout(sets: Iterable[LoggedSet]) -> Iterator[list[LoggedSet]]:
    """Working sets of each workout that has any."""
    group: list[LoggedSet] = []
    workout = ""
    for entry in sets:
        if entry[5] is _WARM_UP or not entry[8]:
            continue
        if entry[0] != workout:
            if group:
                yield group
            group = []
            workout = entry[0]
        group.append(entry)
    if group:
        yield group


def _exposure(group: Sequence[LoggedSet], formula: Formula, table: _Table) -> Exposure:
    """One exposure. The loop is the hot path of a long history, hence places instead of names and plain variables."""
    best = heaviest = None
    best_kg = top_kg = tonnage = 0.0
    top_reps = 0
    best_low = True
    sided = 0
    for entry in group:
        sided += entry[13] is not None
        load_kg, reps, rir = entry[7], entry[8], entry[9]
        if load_kg is None or load_kg <= 0 or reps is None:
            continue
        tonnage += load_kg * reps if entry[13] is None else load_kg * reps / 2
        if load_kg >= top_kg and (load_kg > top_kg or reps > top_reps):
            heaviest, top_kg, top_reps = entry, load_kg, reps
        known = table.get(reps) if rir is None else _with_reserve(reps, rir, formula, table)
        if known is not None and known[1] <= best_low:
            value = load_kg * known[0]
            if value > best_kg or known[1] < best_low:
                best, best_kg, best_low = entry, value, known[1]
    first = group[0]
    estimate = best_kg if best else None
    low = best is not None and best_low
    count = len(group) - sided + (_per_side(group) if sided else 0)
    return Exposure(first[0], first[3], tuple(group), best, heaviest, estimate, low, tonnage, count)


def _per_side(group: Iterable[LoggedSet]) -> int:
    """The sets of the side that did more of them."""
    sides = Counter(entry.side for entry in group if entry.side)
    return max(sides.values())


def _with_reserve(reps: int, rir: float, formula: Formula, table: _Table) -> tuple[float, bool] | None:
    """(factor, low confidence) of a set with a reading of its reserve; an empty table allows none."""
    trust = confidence(reps, rir) if table else Confidence.NONE
    if trust is Confidence.NONE:
        return None
    total = reps_to_failure(reps, rir)
    known = table.get(total)
    return (known[0] if known else factor(total, formula)), trust is Confidence.LOW


def current_estimate(history: Sequence[Exposure], today: date, days: int = CURRENT_DAYS) -> Estimate | None:
    """The best e1RM of the last ``days`` days up to and with ``today``; normal confidence before low; None without one.

    >>> current_estimate([], date(2026, 3, 2)) is None
    True
    """
    after = today - timedelta(days=days)
    best: Exposure | None = None
    for exposure in reversed(history):
        if exposure.day <= after:
            break
        if exposure.e1rm_kg is not None and exposure.day <= today and (best is None or _rank(exposure) > _rank(best)):
            best = exposure
    if best is None or best.best is None or best.e1rm_kg is None:
        return None
    band = e1rm_band(best.best.load_kg, best.best.reps, best.best.rir)
    return None if band is None else Estimate(best.e1rm_kg, band, best.low_confidence, best)


def _rank(exposure: Exposure) -> tuple[bool, float]:
    return not exposure.low_confidence, exposure.e1rm_kg or 0.0
