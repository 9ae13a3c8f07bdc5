"""Exposures: one workout's working sets of one exercise, and what the best of them was."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hamcore.model.log import LoggedSet, SetType
from hamcore.model.settings import Formula
from hamcore.rules.strength import (
    MOST_REPS,
    MOST_RIR,
    Band,
    Confidence,
    confidence,
    e1rm,
    e1rm_band,
    factor_table,
)

CURRENT_DAYS = 28
"""The current e1RM is the best of this many days: it predicted the next heavier set to about 3.5 %, one session 9 %."""

_WARM_UP = SetType.WARM_UP


class Exposure(NamedTuple):
    """One workout's working sets of one exercise, in order. A named tuple, as a history holds many thousands.

    ``best`` is the set with the highest e1RM of normal confidence (only without one, of low confidence), None where no
    set gives an e1RM; ``heaviest`` the set with the most load (more repetitions first), None without any load.
    ``e1rm_kg`` belongs to ``best``; ``tonnage_kg`` is load times repetitions added up.
    """

    workout_id: str
    day: date
    sets: tuple[LoggedSet, ...]
    best: LoggedSet | None
    heaviest: LoggedSet | None
    e1rm_kg: float | None
    low_confidence: bool
    tonnage_kg: float


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


def _exposure(group: Sequence[LoggedSet], formula: Formula, table: dict[float, tuple[float, bool]]) -> Exposure:
    """One exposure. The loop is the hot path of a long history, hence the table and plain local variables."""
    best = heaviest = None
    best_kg = top_kg = tonnage = 0.0
    best_low = True
    for entry in group:
        load_kg, reps, rir = entry[7], entry[8], entry[9]
        if not load_kg or reps is None or load_kg < 0:
            continue
        tonnage += load_kg * reps
        if load_kg > top_kg or (heaviest is not None and load_kg == top_kg and reps > (heaviest[8] or 0)):
            heaviest, top_kg = entry, load_kg
        if not table or reps > MOST_REPS:
            continue
        value, low = _estimate(load_kg, reps, rir, formula, table)
        if value is not None and ((best_low and not low) or (best_low == low and value > best_kg)):
            best, best_kg, best_low = entry, value, low
    first = group[0]
    estimate = best_kg if best else None
    return Exposure(first[0], first[3], tuple(group), best, heaviest, estimate, best is not None and best_low, tonnage)


def _estimate(
    load_kg: float, reps: int, rir: float | None, formula: Formula, table: dict[float, tuple[float, bool]]
) -> tuple[float | None, bool]:
    """(e1RM, low confidence) of one set; the table holds all but odd fractions of a repetition in reserve."""
    known = table.get(reps + rir if rir else reps) if rir is None or 0 <= rir <= MOST_RIR else None
    if known is not None:
        return load_kg * known[0], known[1]
    return e1rm(load_kg, reps, rir, formula), confidence(reps, rir) is Confidence.LOW


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
