"""Volume week by week: set credits, tonnage and the minutes of workouts, and means of several weeks for a long time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median
from typing import TypeVar

from hamcore.dates import Weekday, week_start
from hamcore.model.exercise import CountingRule, Exercise, Function, LoadKind
from hamcore.model.log import Workout
from hamcore.rules.exposures import Exposure
from hamcore.rules.volume import WeekCredits, week_credits, week_number

_Key = TypeVar("_Key")

LONGEST_MIN = 240
"""Minutes above which a duration is taken for a clock nobody stopped; such a workout's time is not known."""


def weeks_between(first: date, last: date, begins: Weekday = Weekday.MONDAY) -> list[date]:
    """The first days of all weeks from the one of ``first`` to the one of ``last``, both inside; empty if upside down.

    >>> [day.day for day in weeks_between(date(2026, 11, 11), date(2026, 11, 24))]
    [9, 16, 23]
    """
    start, end = week_start(first, begins), week_start(last, begins)
    return [start + timedelta(weeks=number) for number in range((end - start).days // 7 + 1)]


def credit_weeks(
    weekly: Mapping[str, Mapping[int, int]],
    exercises: Mapping[str, Exercise],
    weeks: Sequence[date],
    rule: CountingRule = CountingRule.WEIGHTED,
    begins: Weekday = Weekday.MONDAY,
) -> list[WeekCredits]:
    """The credits of each of ``weeks``; ``weekly`` holds the working sets of each exercise by week number.

    >>> credit_weeks({}, {}, [date(2026, 11, 23)])[0].total
    0.0
    """
    known = {key: sets for key, sets in weekly.items() if key in exercises}
    numbers = [(start, week_number(start, begins)) for start in weeks]
    return [
        week_credits(start, {key: sets[at] for key, sets in known.items() if at in sets}, exercises, rule)
        for start, at in numbers
    ]


def tonnage_weeks(
    done: Mapping[str, Iterable[Exposure]],
    exercises: Mapping[str, Exercise],
    weeks: Sequence[date],
    begins: Weekday = Weekday.MONDAY,
) -> list[dict[Function, float]]:
    """Load times repetitions in kilograms of each week by function, of exercises that count for the hamstrings.

    A load in one hand counts for both hands. The body's own weight is not in it, and help of a machine is no load. A
    left and a right set add as much as one set without a side.

    >>> tonnage_weeks({}, {}, [date(2026, 11, 23)])
    [{}]
    """
    place = {week_number(start, begins): at for at, start in enumerate(weeks)}
    found: list[dict[Function, float]] = [{} for _ in weeks]
    for key, history in done.items():
        exercise = exercises.get(key)
        if exercise is None or not exercise.credits.raw or exercise.load_kind is LoadKind.ASSISTED:
            continue
        hands = 2 if exercise.load_kind is LoadKind.PER_HAND else 1
        function = exercise.function
        for exposure in history:
            at = place.get((exposure[1].toordinal() - 1 - begins) // 7)
            if at is not None and exposure[7]:
                found[at][function] = found[at].get(function, 0.0) + hands * exposure[7]
    return found


def minutes_of(workout: Workout) -> float | None:
    """How long a workout took, in minutes; None where that is not known or nobody stopped the clock.

    >>> minutes_of(Workout("w", date(2026, 11, 23), "", "", "", 3000, "manual"))
    50.0
    """
    seconds = workout.duration_s
    return seconds / 60 if seconds and 0 < seconds <= LONGEST_MIN * 60 else None


def minutes_weeks(
    workouts: Iterable[Workout], weeks: Sequence[date], begins: Weekday = Weekday.MONDAY
) -> list[list[float]]:
    """The minutes of the workouts of each week, those that are not known left out.

    >>> minutes_weeks([], [date(2026, 11, 23)])
    [[]]
    """
    place = {start: at for at, start in enumerate(weeks)}
    found: list[list[float]] = [[] for _ in weeks]
    for workout in workouts:
        at, minutes = place.get(week_start(workout.day, begins)), minutes_of(workout)
        if at is not None and minutes is not None:
            found[at].append(minutes)
    return found


def middle(values: Sequence[float]) -> float:
    """The median, 0 of nothing.

    >>> middle([]), middle([3, 1, 8])
    (0.0, 3.0)
    """
    return float(median(values)) if values else 0.0


def block_weeks(weeks: int, most: int = 110) -> int:
    """How many weeks one bar stands for, so that there are at most ``most``: 1, 4, 13 or 52.

    >>> block_weeks(53), block_weeks(300), block_weeks(522)
    (1, 4, 13)
    """
    return next((size for size in (1, 4, 13) if weeks <= most * size), 52)


def blocks(count: int, size: int) -> list[range]:
    """The places of ``count`` weeks in runs of ``size`` up to the newest; the oldest run may be shorter.

    >>> blocks(5, 2)
    [range(0, 1), range(1, 3), range(3, 5)]
    """
    ends = list(range(count, 0, -size))[::-1]
    return [range(max(0, end - size), end) for end in ends]


def means(weeks: Sequence[Mapping[_Key, float]], run: range) -> dict[_Key, float]:
    """The mean week of a run: every amount added up and divided by the weeks, those without it counted as 0.

    >>> means([{"a": 2.0}, {}], range(0, 2))
    {'a': 1.0}
    """
    added: dict[_Key, float] = {}
    for at in run:
        for key, value in weeks[at].items():
            added[key] = added.get(key, 0.0) + value
    return {key: value / len(run) for key, value in added.items()}
