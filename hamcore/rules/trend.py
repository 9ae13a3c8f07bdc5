"""Whether a lift is rising, level or falling, said only when the sessions carry it (rule 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil, expm1, floor, log, sqrt
from statistics import median, median_low
from typing import NamedTuple

from hamcore.rules.exposures import Exposure

MOST_SESSIONS = 12
LEAST_SESSIONS = 8
WINDOW_DAYS = 180
LAYOFF_DAYS = 21
"""A gap this long restarts the window."""
LEVEL_PER_WEEK = 0.0025
"""A lift is level if it surely gains less than this share a week."""
Z_CHANGE = 1.645
"""For rising and falling: the 90 % interval."""
Z_LEVEL = 1.28
"""For level: the upper end of the 80 % interval."""
ZONE_REPS = 3
"""Sessions whose best set is within this many repetitions of the usual number are compared with each other."""


class TrendState(StrEnum):
    """The five things the app may say about a lift."""

    RISING = "rising"
    LEVEL = "level"
    FALLING = "falling"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ENOUGH_SESSIONS = "not_enough_sessions"


class Slope(NamedTuple):
    """Change a week as a share of the value (0.01 is 1 %): the median of all pairs and two intervals around it."""

    per_week: float
    lo: float
    hi: float
    """The 90 % interval, for rising and falling."""
    level_hi: float
    """Upper end of the 80 % interval, for level."""


@dataclass(frozen=True, slots=True)
class Checks:
    """Which conditions two consecutive checks met: (the one before, the latest)."""

    rising: tuple[bool, bool]
    falling: tuple[bool, bool]
    level: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend state and every fact behind it.

    ``sessions`` were used (at most 12), from ``first`` to ``last``; ``sessions_needed`` are missing to say anything;
    ``usual_reps`` is the repetition zone they share; ``other_reps`` sessions of the window lie outside it;
    ``restarted`` is set if a gap of 21 days or more ended the history before, ``paused_days`` if one is going on.
    """

    state: TrendState
    slope: Slope | None
    checks: Checks | None
    sessions: int
    sessions_needed: int
    first: date | None
    last: date | None
    usual_reps: int | None
    other_reps: int
    restarted: bool
    paused_days: int | None


def trend(history: Sequence[Exposure], today: date) -> Trend:
    """The trend of one exercise on ``today``, from the best set of each session up to that day.

    Used are the last 12 sessions with an e1RM within 180 days, without a gap of 21 days, in one repetition zone.
    Falling or rising: the 90 % interval of the slope leaves out 0 on this and the check one session before. Level: the
    80 % interval ends below 0.25 % a week both times, and there are 12 sessions. Under 8: not enough sessions.

    Simulated with 26 weekly sessions and 3 % noise: of lifters who gain nothing about 80 % are called level and 18 %
    rising at some time; of those who gain 0.5 % a week 95 % are called rising and 3 % level at some time.

    >>> from datetime import timedelta
    >>> from hamcore.model.log import LoggedSet, SetType
    >>> from hamcore.rules.exposures import exposures
    >>> row = LoggedSet("", 1, 1, date(2026, 1, 5), "x", SetType.WORKING, None, 100.0, 5, None, None, None, "")
    >>> days = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(14)]
    >>> flat = exposures([row._replace(workout_id=str(day), day=day) for day in days])
    >>> trend(flat, days[-1]).state.value, trend(flat[:7], days[6]).state.value
    ('level', 'not_enough_sessions')
    """
    window, restarted, paused = _window(history, today)
    zone, usual = _zone(window)
    used = zone[-MOST_SESSIONS:]
    checks, slope = _checks(zone) if len(used) >= LEAST_SESSIONS else (None, None)
    return Trend(
        state=_state(checks, len(used)),
        slope=slope,
        checks=checks,
        sessions=len(used),
        sessions_needed=max(0, LEAST_SESSIONS - len(used)),
        first=used[0].day if used else None,
        last=used[-1].day if used else None,
        usual_reps=usual,
        other_reps=len(window) - len(zone),
        restarted=restarted,
        paused_days=paused if paused >= LAYOFF_DAYS else None,
    )


def _window(history: Sequence[Exposure], today: date) -> tuple[list[Exposure], bool, int]:
    """The exposures within 180 days and after the last layoff, whether one cut it, and the days since the last."""
    window: list[Exposure] = []
    paused = 0
    later = today
    for exposure in reversed(history):
        if exposure.e1rm_kg is None or exposure.day > today:
            continue
        gap = (later - exposure.day).days
        paused = paused if window else gap
        if gap >= LAYOFF_DAYS:
            return window[::-1], True, paused
        if (today - exposure.day).days >= WINDOW_DAYS:
            break
        window.append(exposure)
        later = exposure.day
    return window[::-1], False, paused


def _zone(window: Sequence[Exposure]) -> tuple[list[Exposure], int | None]:
    """The exposures in the repetition zone of the latest ones, and the usual number of repetitions there."""
    reps = [_best_reps(exposure) for exposure in window[-MOST_SESSIONS:]]
    if not reps:
        return [], None
    usual = median_low(reps)
    return [exposure for exposure in window if abs(_best_reps(exposure) - usual) <= ZONE_REPS], usual


def _best_reps(exposure: Exposure) -> int:
    return (exposure.best.reps if exposure.best else None) or 0


def _checks(zone: Sequence[Exposure]) -> tuple[Checks, Slope | None]:
    """The check of the latest sessions and the one before the last session, each on at most 12 of them."""
    before, now = (sen_slope(_points(part[-MOST_SESSIONS:])) for part in (zone[:-1], zone))
    pair = (before, now)
    checks = Checks(
        rising=_both([slope is not None and slope.lo > 0 for slope in pair]),
        falling=_both([slope is not None and slope.hi < 0 for slope in pair]),
        level=_both([slope is not None and slope.level_hi < LEVEL_PER_WEEK for slope in pair]),
    )
    return checks, now


def _both(results: Sequence[bool]) -> tuple[bool, bool]:
    before, now = results
    return before, now


def _state(checks: Checks | None, sessions: int) -> TrendState:
    if checks is None:
        return TrendState.NOT_ENOUGH_SESSIONS
    if all(checks.falling):
        return TrendState.FALLING
    if all(checks.rising):
        return TrendState.RISING
    if all(checks.level) and sessions >= MOST_SESSIONS:
        return TrendState.LEVEL
    return TrendState.NO_CLEAR_CHANGE


def _points(used: Sequence[Exposure]) -> list[tuple[float, float]]:
    return [(exposure.day.toordinal() / 7, log(exposure.e1rm_kg)) for exposure in used if exposure.e1rm_kg]


def sen_slope(points: Sequence[tuple[float, float]]) -> Slope | None:
    """Sen's slope of log values over weeks with rank intervals (Sen 1968); None without two different weeks.

    The ends are taken outwards to whole ranks, so an interval is never too narrow. Change is exp(slope) - 1 a week.

    >>> slope = sen_slope([(week, week * 0.01) for week in range(12)])
    >>> [round(100 * share, 3) for share in slope]
    [1.005, 1.005, 1.005, 1.005]
    """
    slopes = sorted(
        (later - earlier) / (week - before)
        for i, (week, later) in enumerate(points)
        for before, earlier in points[:i]
        if week != before
    )
    if not slopes:
        return None
    count = len(points)
    spread = sqrt(count * (count - 1) * (2 * count + 5) / 18)
    lo, hi = _ends(slopes, Z_CHANGE * spread)
    return Slope(*(expm1(value) for value in (median(slopes), lo, hi, _ends(slopes, Z_LEVEL * spread)[1])))


def _ends(slopes: Sequence[float], width: float) -> tuple[float, float]:
    """The ends of the rank interval ``width`` wide around the middle of sorted slopes."""
    count = len(slopes)
    lo = floor((count - width) / 2) - 1
    hi = ceil((count + width) / 2)
    return slopes[max(lo, 0)], slopes[min(hi, count - 1)]
