"""The most load ever done for 1, 2, ... 15 repetitions of one exercise, with the set that did it."""

from collections.abc import Iterable
from typing import NamedTuple

from hamcore.model.log import LoggedSet
from hamcore.rules.exposures import Exposure

MOST_REPS = 15
"""Repetitions up to which bests are told."""


class RepRecord(NamedTuple):
    """The best load for at least ``reps`` repetitions: a set of 8 counts for 1 to 8. ``entry`` did it first."""

    reps: int
    entry: LoggedSet


def rep_records(history: Iterable[Exposure], *, more_is_harder: bool = True) -> list[RepRecord]:
    """The best set for each number of repetitions that was reached, fewest first; of equal loads the earliest set.

    ``history`` is in order of time. ``more_is_harder=False`` is for assistance, where less load is better. A set
    without a load counts as load 0.

    >>> from datetime import date
    >>> from hamcore.model.log import SetType
    >>> from hamcore.rules.exposures import exposures
    >>> one = LoggedSet("a", 1, 1, date(2026, 3, 2), "x", SetType.WORKING, None, 100.0, 3, None, None, None, "")
    >>> two = one._replace(workout_id="b", day=date(2026, 3, 9), load_kg=120.0, reps=1)
    >>> [(best.reps, best.entry.load_kg, best.entry.day.day) for best in rep_records(exposures([one, two]))]
    [(1, 120.0, 9), (2, 100.0, 2), (3, 100.0, 2)]
    """
    sign = 1.0 if more_is_harder else -1.0
    bests: list[LoggedSet | None] = [None] * MOST_REPS
    loads = [float("-inf")] * MOST_REPS
    for exposure in history:
        for entry in exposure.sets:
            load = (entry.load_kg or 0.0) * sign
            place = min(entry.reps or 0, MOST_REPS) - 1
            while place >= 0 and load > loads[place]:
                loads[place], bests[place] = load, entry
                place -= 1
    return [RepRecord(reps, entry) for reps, entry in enumerate(bests, 1) if entry is not None]
