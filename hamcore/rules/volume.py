"""Weekly sets for the hamstrings: counts, credits under three counting rules, and the band."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from hamcore.dates import Weekday
from hamcore.model.exercise import CountingRule, Exercise, Function, LengthClass
from hamcore.model.muscle import Belly
from hamcore.rules.exposures import Exposure

_Key = TypeVar("_Key")

LOW_BELOW = 4
TARGET_FROM = 10
TARGET_TO = 20


class WeekBand(StrEnum):
    """Where a week's weighted sets lie (rule 2). None of them is a warning."""

    LOW = "low"
    BUILDING = "building"
    TARGET = "target"
    ABOVE = "above"
    """More than 20: no added benefit was shown, and no harm."""


@dataclass(frozen=True, slots=True)
class WeekCredits:
    """One week's set credits under one counting rule: the total and its shares. Functions without a set are missing.

    A set counts for every belly its exercise works, so the bellies add up to more than the total.
    """

    start: date
    total: float
    by_function: Mapping[Function, float]
    by_belly: Mapping[Belly, float]
    by_length: Mapping[LengthClass, float]


def band(weighted_sets: float) -> WeekBand:
    """The band of a week's weighted sets: under 4, under 10, 10 to 20, above.

    >>> [band(sets).value for sets in (3.5, 4, 9.5, 10, 20, 20.5)]
    ['low', 'building', 'building', 'target', 'target', 'above']
    """
    if weighted_sets < LOW_BELOW:
        return WeekBand.LOW
    if weighted_sets < TARGET_FROM:
        return WeekBand.BUILDING
    return WeekBand.TARGET if weighted_sets <= TARGET_TO else WeekBand.ABOVE


def week_number(day: date, first: Weekday = Weekday.MONDAY) -> int:
    """A number that all days of one week share and that grows by 1 a week; `week_day` turns it back into a day."""
    return (day.toordinal() - 1 - first) // 7


def week_day(number: int, first: Weekday = Weekday.MONDAY) -> date:
    """The first day of a numbered week.

    >>> week_day(week_number(date(2026, 11, 24), Weekday.SUNDAY), Weekday.SUNDAY)
    datetime.date(2026, 11, 22)
    """
    return date.fromordinal(number * 7 + 1 + first)


def sets_per_week(history: Iterable[Exposure], first: Weekday = Weekday.MONDAY) -> dict[int, int]:
    """Working sets of one exercise by `week_number`, weeks without any missing; a left and a right one are one.

    >>> sets_per_week([])
    {}
    """
    counts: dict[int, int] = {}
    for exposure in history:
        week = (exposure[1].toordinal() - 1 - first) // 7
        counts[week] = counts.get(week, 0) + exposure[8]
    return counts


def week_credits(
    start: date, sets: Mapping[str, int], exercises: Mapping[str, Exercise], rule: CountingRule = CountingRule.WEIGHTED
) -> WeekCredits:
    """The credits of one week from its working sets by exercise key; exercises without a definition count nothing.

    >>> week_credits(date(2026, 3, 2), {"name:Bench": 5}, {}).total
    0.0
    """
    counted = [(exercises[key], count) for key, count in sets.items() if key in exercises]
    credit = [(exercise, count * exercise.credits.under(rule)) for exercise, count in counted]
    credit = [(exercise, value) for exercise, value in credit if value]
    return WeekCredits(
        start=start,
        total=float(sum(value for _, value in credit)),
        by_function=_shares(credit, lambda exercise: (exercise.function,)),
        by_belly=_shares(credit, lambda exercise: exercise.bellies),
        by_length=_shares(credit, lambda exercise: (exercise.length_class,)),
    )


def _shares(credit: Iterable[tuple[Exercise, float]], keys: Callable[[Exercise], Iterable[_Key]]) -> dict[_Key, float]:
    shares: dict[_Key, float] = {}
    for exercise, value in credit:
        for key in keys(exercise):
            shares[key] = shares.get(key, 0.0) + value
    return shares


def weeks_back(today: date, count: int, first: Weekday = Weekday.MONDAY) -> list[date]:
    """First days of the ``count`` weeks up to and with the one of ``today``, oldest first.

    >>> [day.day for day in weeks_back(date(2026, 11, 24), 2)]
    [16, 23]
    """
    this = week_day(week_number(today, first), first)
    return [this - timedelta(weeks=back) for back in range(count - 1, -1, -1)]
