"""The year as a calendar: what was trained on each day, and how the routine's days went."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hamcore.athlete import AthleteState
from hamcore.charts.volume_plot import YearDay, YearPlot
from hamcore.dates import week_start
from hamcore.model.exercise import Function
from hamcore.rules.due import DayState, due
from hamcore.screens.volume_card import LEAST_WEEKS, Table, VolumeCard, cannot_tell, newest_first
from hamcore.screens.volume_sets import FUNCTIONS
from hamcore.screens.wording import FUNCTION_WORDS, WEEKDAYS, listed
from hamcore.screens.words import count_words, day_words

YEAR_WEEKS = 53
_WEEK = timedelta(weeks=1)


class Kept(NamedTuple):
    """What the routine's days of the weeks that are over came to, and the planned days that went by."""

    weeks: int
    planned: int
    done: int
    passed: frozenset[date]


def year_card(state: AthleteState, today: date) -> VolumeCard:
    """The last 53 weeks, day by day."""
    first = week_start(today, state.settings.week_start) - (YEAR_WEEKS - 1) * _WEEK
    done = _done(state, first, today)
    begun = min((workout.day for workout in state.log.workouts.values()), default=today)
    kept = _kept(state, done, max(first, begun), today)
    days = [first + timedelta(days=at) for at in range((today - first).days + 1)]
    cells = tuple(_day(state, day, (day - first).days, done.get(day, {}), kept.passed, today) for day in days)
    trained = [day for day, sets in done.items() if sets]
    plan = f"{kept.done} of {kept.planned}" if kept.planned else ""
    return VolumeCard(
        key="year",
        title="The year",
        value=str(len(trained)),
        value_words=f"days trained in {YEAR_WEEKS} weeks" + (f", {plan} planned workouts done" if plan else ""),
        plot=YearPlot(
            name="The year",
            days=cells,
            weeks=YEAR_WEEKS,
            row_words=tuple(WEEKDAYS[(state.settings.week_start + at) % 7][:3] for at in range(7)),
        ),
        words=f"A calendar of {YEAR_WEEKS} weeks with {count_words(len(trained), 'day')} of training, by function.",
        reading=_reading(state, kept),
        legend=(
            *((function.value, FUNCTION_WORDS[function]) for function in FUNCTIONS[:-1]),
            ("other", "Other training"),
            ("passed", "Planned, not done in its week"),
        ),
        notes=(
            (
                "A day has the colour of the function with the most sets. The plan is your routine as it is today; "
                "weeks before it was yours are measured by it too. A planned workout done on another day of its week "
                "is done."
            ),
        ),
        table=Table(
            ("Day", "Trained", "Sets"),
            newest_first([(day, _functions(state, done[day]), sum(done[day].values())) for day in sorted(trained)]),
        ),
    )


def _done(state: AthleteState, first: date, today: date) -> dict[date, dict[str, int]]:
    """Working sets by day and exercise; read backwards, so that only the year costs anything."""
    done: dict[date, dict[str, int]] = {}
    for key, sets in state.log.sets.items():
        for entry in reversed(sets):
            if entry.day < first:
                break
            if entry.day <= today and entry.is_working:
                of_day = done.setdefault(entry.day, {})
                of_day[key] = of_day.get(key, 0) + 1
    return done


def _kept(state: AthleteState, done: Mapping[date, Mapping[str, int]], begun: date, today: date) -> Kept:
    routine = state.active_routine
    weeks = planned = kept = 0
    passed: set[date] = set()
    if routine is None or not state.log.workouts:
        return Kept(0, 0, 0, frozenset())
    first = state.settings.week_start
    start = week_start(begun, first)
    while start <= today:
        last = min(start + _WEEK - timedelta(days=1), today)
        inside = {day: sets for day, sets in done.items() if start <= day <= last}
        week = due(routine, inside, state.catalog.function_of, last, first).week
        is_over = start + _WEEK <= today
        for status in week:
            is_done = status.state in (DayState.DONE, DayState.STARTED)
            if not is_done and begun <= status.planned < (today if not is_over else start + _WEEK):
                passed.add(status.planned)
            if is_over:
                planned, kept = planned + 1, kept + is_done
        weeks += is_over
        start += _WEEK
    return Kept(weeks, planned, kept, frozenset(passed - done.keys()))


def _day(
    state: AthleteState, day: date, at: int, sets: Mapping[str, int], passed: frozenset[date], today: date
) -> YearDay:
    functions = _counts(state, sets)
    if sets:
        kind = max(functions, key=lambda one: functions[one]).value if functions else "other"
        kind = "other" if kind == Function.OTHER.value else kind
        first, second = count_words(sum(sets.values()), "working set"), _functions(state, sets)
    elif day in passed:
        kind, first, second = "passed", "nothing logged", "your routine has a workout on this day"
    else:
        kind, first, second = "free", "nothing logged", ""
    return YearDay(
        day, at // 7, at % 7, kind, f"{WEEKDAYS[day.weekday()][:3]} {day_words(day, today)} · {first}", second
    )


def _counts(state: AthleteState, sets: Mapping[str, int]) -> dict[Function, int]:
    """Sets by function, of exercises that count for the hamstrings."""
    exercises = state.catalog.exercises
    counts: dict[Function, int] = {}
    for key, count in sets.items():
        exercise = exercises.get(key)
        if exercise and exercise.credits.raw:
            counts[exercise.function] = counts.get(exercise.function, 0) + count
    return counts


def _functions(state: AthleteState, sets: Mapping[str, int]) -> str:
    counts = _counts(state, sets)
    told: Sequence[str] = [FUNCTION_WORDS[one].lower() for one in FUNCTIONS if one in counts]
    return listed(told) or "nothing for the hamstrings"


def _reading(state: AthleteState, kept: Kept) -> str:
    if state.active_routine is None:
        return "Cannot tell how the plan went: no routine is chosen."
    if kept.weeks < LEAST_WEEKS:
        return cannot_tell(kept.weeks)
    return (
        f"In the last {count_words(kept.weeks, 'whole week')}, {kept.done} of {kept.planned} planned workouts were "
        "done. A week off is part of a year."
    )
