"""What a week of stretching holds: days against two to three, seconds a leg against the marks (rule 17).

``stretches`` are definitions by key, a person's own among them. A hold of a stretch that is no longer known is told
apart by what it says of itself: repetitions move, seconds are held.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hamcore.dates import Days, Weekday, week_of
from hamcore.model.exercise import Bounds, Stretch
from hamcore.model.log import Side
from hamcore.model.stretching import Hold
from hamcore.rules.schedule import REP_S

DAYS_PER_WEEK = Bounds(2, 3)
"""Days of stretching a week that the guideline names (``acsm_2011``); more are fine."""
LOWER_MARK_S = 300
"""Still seconds a leg and week from which studies found range to grow steadily (``thomas_2018``)."""
UPPER_MARK_S = 600
"""Still seconds a leg and week at which the gain was found to level off (``ingram_2024``)."""
ACCEPTED_HOLD_S = Bounds(10, 30)
"""Seconds of one hold within the guideline (``acsm_2011``)."""
USUAL_HOLD_S = Bounds(15, 30)
"""Seconds of one hold in the source article."""
SESSION_S = 60
"""Still seconds a leg in one session that the guideline asks for in all (``acsm_2011``)."""


class StretchKind(StrEnum):
    """How a stretch is done. Their seconds are never added up to one number against the marks."""

    STATIC = "static"
    """Held still: what the marks were found for."""
    DYNAMIC = "dynamic"
    """Moved slowly."""
    NERVE = "nerve"
    """Glides a nerve: a technique, not a stretch, and never pushed."""


@dataclass(frozen=True, slots=True)
class LegSeconds:
    """Seconds of one leg by kind. A round of repetitions counts 3 s each."""

    static: int = 0
    dynamic: int = 0
    nerve: int = 0

    def __add__(self, other: "LegSeconds") -> "LegSeconds":
        """The sum, kind by kind."""
        return LegSeconds(self.static + other.static, self.dynamic + other.dynamic, self.nerve + other.nerve)


@dataclass(frozen=True, slots=True)
class BothLegs:
    """Seconds of the left and of the right leg; what stretches both at once counts for each."""

    left: LegSeconds = LegSeconds()
    right: LegSeconds = LegSeconds()

    @property
    def less_static(self) -> int:
        """The still seconds of the leg that has fewer: a week is as far as that one."""
        return min(self.left.static, self.right.static)

    @property
    def more_static(self) -> int:
        """The still seconds of the leg that has more."""
        return max(self.left.static, self.right.static)


class WeekMark(StrEnum):
    """Where the still seconds of the leg with fewer stand in a week. None of them is a failure."""

    NONE = "none"
    UNDER = "under"
    """Under 5 minutes."""
    BETWEEN = "between"
    """From 5 minutes to under 10."""
    OVER = "over"
    """From 10 minutes on: more was not found to add range."""


@dataclass(frozen=True, slots=True)
class StretchWeek:
    """One week. ``done`` are the days with a stretch that is no nerve glide, ``glides`` those with glides alone."""

    days: Days
    done: tuple[date, ...]
    glides: tuple[date, ...]
    seconds: BothLegs
    mark: WeekMark

    @property
    def days_missing(self) -> int:
        """Days left to the lower end of two to three."""
        return max(0, DAYS_PER_WEEK.lo - len(self.done))


def kind_of(hold: Hold, stretches: Mapping[str, Stretch]) -> StretchKind:
    """How the stretch of a hold is done.

    >>> kind_of(Hold("h", date(2026, 5, 1), "name:Mine", None, reps=8), {}).value
    'dynamic'
    """
    stretch = stretches.get(hold.stretch)
    if stretch and stretch.nerve_technique:
        return StretchKind.NERVE
    return StretchKind.STATIC if hold.reps is None and not (stretch and stretch.dynamic) else StretchKind.DYNAMIC


def seconds_of(hold: Hold) -> int:
    """The seconds of a hold; a repetition is taken as 3 s.

    >>> seconds_of(Hold("h", date(2026, 5, 1), "hamstring_scoop", None, reps=10))
    30
    """
    return hold.seconds if hold.seconds is not None else REP_S * (hold.reps or 0)


def leg_seconds(holds: Iterable[Hold], stretches: Mapping[str, Stretch]) -> BothLegs:
    """Seconds of each leg by kind.

    >>> day = date(2026, 5, 1)
    >>> done = [Hold("a", day, "name:Fold", None, seconds=30), Hold("b", day, "name:Towel", Side.LEFT, seconds=20)]
    >>> both = leg_seconds(done, {})
    >>> both.left.static, both.right.static
    (50, 30)
    """
    left = right = LegSeconds()
    for hold in holds:
        more = LegSeconds(**{kind_of(hold, stretches).value: seconds_of(hold)})
        left = left if hold.side is Side.RIGHT else left + more
        right = right if hold.side is Side.LEFT else right + more
    return BothLegs(left, right)


def mark_of(less_static_s: int) -> WeekMark:
    """Where a week's still seconds stand.

    >>> [mark_of(seconds).value for seconds in (0, 299, 300, 599, 600)]
    ['none', 'under', 'between', 'between', 'over']
    """
    if less_static_s >= UPPER_MARK_S:
        return WeekMark.OVER
    if less_static_s >= LOWER_MARK_S:
        return WeekMark.BETWEEN
    return WeekMark.UNDER if less_static_s > 0 else WeekMark.NONE


def stretch_week(
    holds: Iterable[Hold], stretches: Mapping[str, Stretch], day: date, first: Weekday = Weekday.MONDAY
) -> StretchWeek:
    """The week ``day`` lies in.

    >>> held = Hold("h", date(2026, 5, 1), "name:Fold", None, seconds=30)
    >>> stretch_week([held], {}, date(2026, 5, 3)).done
    (datetime.date(2026, 5, 1),)
    """
    days = week_of(day, first)
    inside = [hold for hold in holds if hold.day in days]
    stretched = {hold.day for hold in inside if kind_of(hold, stretches) is not StretchKind.NERVE}
    glided = {hold.day for hold in inside} - stretched
    seconds = leg_seconds(inside, stretches)
    return StretchWeek(days, tuple(sorted(stretched)), tuple(sorted(glided)), seconds, mark_of(seconds.less_static))


def stretch_weeks(
    holds: Iterable[Hold],
    stretches: Mapping[str, Stretch],
    today: date,
    count: int,
    first: Weekday = Weekday.MONDAY,
) -> tuple[StretchWeek, ...]:
    """The last ``count`` weeks up to and with that of ``today``, the oldest first, those without a hold as well.

    >>> [len(week.done) for week in stretch_weeks([], {}, date(2026, 5, 3), 3)]
    [0, 0, 0]
    """
    by_week: dict[date, list[Hold]] = {}
    for hold in holds:
        by_week.setdefault(week_of(hold.day, first).start, []).append(hold)
    starts = [week_of(today, first).start - timedelta(weeks=back) for back in range(count - 1, -1, -1)]
    return tuple(stretch_week(by_week.get(start, ()), stretches, start, first) for start in starts)
