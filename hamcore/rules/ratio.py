"""The Romanian deadlift against the deadlift, over time: the lifter's own figure, without a target or a verdict."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hamcore.rules.exposures import Exposure

WITHIN_DAYS = 28
"""Each lift counts with its best e1RM within this many days on either side."""
SEEN_IN_LOGS = (0.55, 1.0)
"""The range in six public logs: effort and straps differ, so it is no standard."""


class RatioPoint(NamedTuple):
    """The ratio around one day of the first lift; both e1RMs in kilograms."""

    day: date
    ratio: float
    lift_kg: float
    to_kg: float


def ratios(lift: Sequence[Exposure], to: Sequence[Exposure], today: date) -> list[RatioPoint]:
    """``lift`` as a share of ``to`` on each day of ``lift`` up to today, from the best e1RM within 28 days of each.

    Days without an e1RM of normal confidence of both lifts near them have no point.

    >>> from hamcore.model.log import LoggedSet, SetType
    >>> from hamcore.rules.exposures import exposures
    >>> row = LoggedSet("a", 1, 1, date(2026, 1, 5), "x", SetType.WORKING, None, 100.0, 1, None, None, None, "")
    >>> other = row._replace(workout_id="b", day=date(2026, 2, 2), load_kg=70.0)
    >>> [point.ratio for point in ratios(exposures([other]), exposures([row]), date(2026, 2, 2))]
    [0.7]
    """
    mine, other = _series(lift, today), _series(to, today)
    points = []
    for day in dict.fromkeys(day for day, _ in mine):
        here, there = _best(mine, day), _best(other, day)
        if here and there:
            points.append(RatioPoint(day, here / there, here, there))
    return points


def _series(history: Sequence[Exposure], today: date) -> list[tuple[date, float]]:
    return [
        (exposure.day, exposure.e1rm_kg)
        for exposure in history
        if exposure.e1rm_kg and not exposure.low_confidence and exposure.day <= today
    ]


def _best(series: Sequence[tuple[date, float]], day: date) -> float:
    """The best value within 28 days of ``day``; 0 without one."""
    near = timedelta(days=WITHIN_DAYS)
    start = bisect_left(series, day - near, key=_day_of)
    end = bisect_right(series, day + near, key=_day_of)
    return max((value for _, value in series[start:end]), default=0.0)


def _day_of(item: tuple[date, float]) -> date:
    return item[0]
