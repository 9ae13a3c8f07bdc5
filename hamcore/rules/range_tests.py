"""What readings of a range test say: change beyond the noise of reading, or that it cannot be told yet (rule 18)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt
from statistics import fmean, median

from hamcore.model.log import Side
from hamcore.model.stretching import RangeTest, RangeTestName, RangeUnit, unit_of

ASSUMED_NOISE = {RangeUnit.DEG: 3.0, RangeUnit.CM: 1.5}
"""How far readings of the same range are taken to lie apart (standard deviation) until there are own ones.

A convention of this app: no figure for readings taken at home was found."""
LEAST_NOISE = {RangeUnit.DEG: 1.0, RangeUnit.CM: 0.5}
"""Nobody reads an angle or a scale more exactly than this."""
OWN_NOISE_AFTER = 8
"""Readings after which a person's own noise replaces the assumed one."""
LEAST_READINGS = 5
"""Fewer readings never tell anything: two times two to compare, and the check before the last reading."""
MOST_GROUPED = 3
"""Readings at either end that are averaged to be compared."""
Z = 1.96
"""For a change: the 95 % range of what reading alone does."""
WINDOW_DAYS = 365
"""Readings older than this are history, not a comparison."""
RECENT_DAYS = 90
"""A reading counts as how it is now for so long."""
_SD_PER_RESIDUAL = 1.4826 * sqrt(2 / 3)


class RangeState(StrEnum):
    """What the readings of one side say."""

    FURTHER = "further"
    LESS = "less"
    NO_CLEAR_CHANGE = "no_clear_change"
    CANNOT_TELL = "cannot_tell"
    """Not enough readings yet."""


@dataclass(frozen=True, slots=True)
class RangeTrend:
    """The readings of one test and side, and what they say.

    ``readings`` are those compared, the oldest first: of the last 365 days, taken warm as the newest was, or cold as it
    was, one a day. ``apart`` were taken in the other state. ``start`` and ``now`` are the means of the first and the
    last of them (at most 3), None below ``LEAST_READINGS``; ``change`` is how much further ``now`` is, in the test's
    unit; ``clear_from`` the change from which it is more than reading does.
    """

    test: RangeTestName
    side: Side | None
    state: RangeState
    readings: tuple[RangeTest, ...]
    apart: int
    noise: float
    noise_is_own: bool
    start: float | None
    now: float | None
    change: float | None
    clear_from: float | None

    @property
    def missing(self) -> int:
        """Readings left until anything can be told."""
        return max(0, LEAST_READINGS - len(self.readings))

    @property
    def latest(self) -> RangeTest | None:
        """The newest of the readings."""
        return self.readings[-1] if self.readings else None


def further_is_more(test: RangeTestName) -> bool:
    """Whether a larger number is more range: not for active knee extension, which counts what is missing.

    >>> [further_is_more(test) for test in RangeTestName]
    [True, False, True]
    """
    return test is not RangeTestName.ACTIVE_KNEE_EXTENSION


def range_trend(tests: Iterable[RangeTest], test: RangeTestName, side: Side | None, today: date) -> RangeTrend:
    """What the readings of ``test`` on ``side`` up to ``today`` say.

    Further or less is said if the means of the first and the last readings differ by more than reading does, now and
    before the last reading. Simulated with the noise known: of people whose range stays as it is, 2 to 3 % are told of
    a change at any one moment and 19 % at some time in 26 readings; half a degree a reading is seen by nearly all after
    26 readings and by a third after 12.

    >>> day = date(2026, 1, 5)
    >>> def read(week, value):
    ...     raised = RangeTestName.STRAIGHT_LEG_RAISE
    ...     return RangeTest(str(week), day + timedelta(weeks=week), raised, Side.LEFT, value, RangeUnit.DEG)
    >>> rising = [read(week, 60.0 + 2 * week) for week in range(7)]
    >>> later = day + timedelta(weeks=7)
    >>> [range_trend(rising[:n], RangeTestName.STRAIGHT_LEG_RAISE, Side.LEFT, later).state.value for n in (4, 5, 7)]
    ['cannot_tell', 'no_clear_change', 'further']
    """
    mine = [one for one in tests if one.test is test and one.side is side and one.day <= today]
    since = today - timedelta(days=WINDOW_DAYS)
    window = [one for one in mine if one.day > since]
    warm = max(window, key=lambda one: (one.day, one.test_id)).warm if window else True
    alike = one_a_day([one for one in window if one.warm is warm])
    values = [one.comparable for one in alike]
    noise, own = range_noise(values, unit_of(test))
    start, now, clear_from = _compared(values, noise)
    enough = len(values) >= LEAST_READINGS
    change = _further(test, now - start) if enough and start is not None and now is not None else None
    return RangeTrend(
        test=test,
        side=side,
        state=_state(test, values, noise) if enough else RangeState.CANNOT_TELL,
        readings=tuple(alike),
        apart=len(window) - sum(one.warm is warm for one in window),
        noise=noise,
        noise_is_own=own,
        start=start if enough else None,
        now=now if enough else None,
        change=change,
        clear_from=clear_from if enough else None,
    )


def one_a_day(tests: Sequence[RangeTest]) -> list[RangeTest]:
    """The readings in order of day, of each day the one in the middle (the lower of two): tries are no new readings."""
    days: dict[date, list[RangeTest]] = {}
    for one in sorted(tests, key=lambda one: (one.day, one.comparable, one.test_id)):
        days.setdefault(one.day, []).append(one)
    return [tries[(len(tries) - 1) // 2] for tries in days.values()]


def range_noise(values: Sequence[float], unit: RangeUnit) -> tuple[float, bool]:
    """The noise of reading, and whether it is the person's own.

    From 8 readings on each is compared with the middle of its neighbours, so that a steady change is not taken for
    noise, as in `hamcore.rules.noise`.

    >>> range_noise([60.0] * 7, RangeUnit.DEG), range_noise([60.0] * 8, RangeUnit.DEG)
    ((3.0, False), (1.0, True))
    """
    if len(values) < OWN_NOISE_AFTER:
        return ASSUMED_NOISE[unit], False
    triples = zip(values, values[1:], values[2:], strict=False)
    residuals = [abs(here - (before + after) / 2) for before, here, after in triples]
    return max(LEAST_NOISE[unit], _SD_PER_RESIDUAL * median(residuals)), True


def _compared(values: Sequence[float], noise: float) -> tuple[float | None, float | None, float | None]:
    """The means of the first and the last readings, and from which difference on it is more than reading does."""
    group = min(MOST_GROUPED, len(values) // 2)
    if not group:
        return None, None, None
    return fmean(values[:group]), fmean(values[-group:]), Z * noise * sqrt(2 / group)


def _further(test: RangeTestName, change: float) -> float:
    return change if further_is_more(test) else -change


def _state(test: RangeTestName, values: Sequence[float], noise: float) -> RangeState:
    signs = {_sign(test, part, noise) for part in (values, values[:-1])}
    if signs == {1}:
        return RangeState.FURTHER
    return RangeState.LESS if signs == {-1} else RangeState.NO_CLEAR_CHANGE


def _sign(test: RangeTestName, values: Sequence[float], noise: float) -> int:
    start, now, clear_from = _compared(values, noise)
    if start is None or now is None or clear_from is None:
        return 0
    change = _further(test, now - start)
    return 1 if change > clear_from else -1 if change < -clear_from else 0


class NormGroup(StrEnum):
    """Whose readings there are figures for (``yildirim_2018``): 123 students of 18 to 24 years, nobody else."""

    WOMEN_18_24 = "women_18_24"
    MEN_18_24 = "men_18_24"


@dataclass(frozen=True, slots=True)
class Norm:
    """Degrees short of straight in active knee extension: mean, standard deviation, and above which it was short."""

    mean: float
    sd: float
    short_above: float


NORMS: Mapping[NormGroup, Norm] = {
    NormGroup.MEN_18_24: Norm(17.8, 9.1, 33.0),
    NormGroup.WOMEN_18_24: Norm(13.4, 6.0, 23.4),
}


class NormPlace(StrEnum):
    """Where a reading lies among the group: nothing finer is known."""

    WITHIN = "within"
    """At most the mean and one standard deviation."""
    ABOVE = "above"
    """Above that, and not called short."""
    SHORT = "short"
    """Called short by the study."""


def norm_place(value_deg: float, group: NormGroup) -> NormPlace:
    """Where a reading of active knee extension lies among young students; there are no norms for any other test.

    >>> [norm_place(value, NormGroup.MEN_18_24).value for value in (26.9, 27.0, 33.0, 33.1)]
    ['within', 'above', 'above', 'short']
    """
    norm = NORMS[group]
    if value_deg > norm.short_above:
        return NormPlace.SHORT
    return NormPlace.ABOVE if value_deg > norm.mean + norm.sd else NormPlace.WITHIN


def latest(tests: Iterable[RangeTest], test: RangeTestName, side: Side | None, today: date) -> RangeTest | None:
    """The newest reading of the last 90 days, None if there is none."""
    since = today - timedelta(days=RECENT_DAYS)
    mine = [one for one in tests if one.test is test and one.side is side and since < one.day <= today]
    return one_a_day(mine)[-1] if mine else None
