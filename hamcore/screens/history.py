"""What was trained before: a month as a calendar, its workouts to open, and those that a search finds."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Function
from hamcore.model.log import TrainingLog, Workout
from hamcore.screens import words
from hamcore.screens.history_search import newest, order, search
from hamcore.screens.wording import FUNCTION_WORDS, WEEKDAYS, listed, weekday_words
from hamcore.screens.workout import sets_of
from hamcore.screens.workout_bests import bests
from hamcore.screens.workout_counts import sets_summary

_SHOWN_NAMES = 3


@dataclass(frozen=True, slots=True)
class WorkoutLine:
    """One workout of the list. ``best`` says how many of its sets were the best so far, empty for none.

    ``found`` is the part of a note a search found it by, empty otherwise.
    """

    workout_id: str
    day: date
    when: str
    title: str
    summary: str
    functions: tuple[Function, ...]
    best: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the calendar, ``number`` 0 outside the month; ``label`` names its ``count`` workouts."""

    number: int
    count: int
    functions: tuple[Function, ...]
    label: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class HistoryScreen:
    """``weeks`` are the rows of the month's calendar, ``lines`` its workouts or those found, newest first.

    ``earlier`` and ``later`` lie in the nearest months with workouts, None where there are none. ``more`` says whether
    a search found more than is shown; ``empty`` is what to say without any line.
    """

    month: date
    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[CalendarDay, ...], ...]
    earlier: date | None
    later: date | None
    summary: str
    lines: tuple[WorkoutLine, ...]
    more: bool
    empty: str


def build(
    state: AthleteState, today: date, *, month: date | None = None, asked: str = "", limit: int = 20
) -> HistoryScreen:
    """The month ``month`` lies in (without one, that of the latest workout), or what a search for ``asked`` finds.

    A search looks at names of exercises, at titles, and at notes of workouts and sets, in the whole log; it shows at
    most ``limit`` workouts.
    """
    log = state.log
    first = (month or _latest(log, today)).replace(day=1)
    in_month = sorted((one for one in log.workouts.values() if _month(one.day) == _month(first)), key=order)
    found = search(log, state.catalog, asked)
    shown = newest(found, log.workouts, limit) if asked.strip() else in_month[::-1]
    count = len(found) if asked.strip() else len(in_month)
    return HistoryScreen(
        month=first,
        title=f"{first:%B} {first.year}",
        weekdays=tuple(WEEKDAYS[day][:2] for day in Calendar(state.settings.week_start).iterweekdays()),
        weeks=_weeks(state, first, today, in_month),
        earlier=max((one.day for one in log.workouts.values() if _month(one.day) < _month(first)), default=None),
        later=min((one.day for one in log.workouts.values() if _month(one.day) > _month(first)), default=None),
        summary=f"{words.count_words(count, 'workout')}{' found' if asked.strip() else ''}",
        lines=tuple(line(state, one, today, found.get(one.workout_id, "")) for one in shown),
        more=bool(asked.strip()) and len(found) > limit,
        empty=_empty(log, first, asked),
    )


def _latest(log: TrainingLog, today: date) -> date:
    """The day of the latest workout; a day to come counts only where there is no other."""
    days = [one.day for one in log.workouts.values()]
    return max((day for day in days if day <= today), default=min(days, default=today))


def line(state: AthleteState, workout: Workout, today: date, found: str = "") -> WorkoutLine:
    """One workout for a list: how many sets of what."""
    done = sets_of(state.log, workout)
    names = [state.catalog.short_name(key) for key in done]
    shown = ", ".join(names[:_SHOWN_NAMES])
    more = f" and {len(names) - _SHOWN_NAMES} more" if len(names) > _SHOWN_NAMES else ""
    count = sets_summary(done.values()) or "0 sets"
    best = sum(len(bests(state, key, workout)) for key in done)
    return WorkoutLine(
        workout_id=workout.workout_id,
        day=workout.day,
        when=f"{WEEKDAYS[workout.day.weekday()][:3]} {words.day_words(workout.day, today)}",
        title=workout.title or "Workout",
        summary=f"{count}: {shown}{more}" if shown else count,
        functions=_functions(state, done),
        best=f"{words.count_words(best, 'set')} best so far" if best else "",
        found=found,
    )


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _functions(state: AthleteState, keys: Mapping[str, object]) -> tuple[Function, ...]:
    """The functions trained, in the usual order."""
    trained = {state.catalog.function_of(key) for key in keys}
    return tuple(function for function in Function if function in trained)


def _weeks(
    state: AthleteState, first: date, today: date, workouts: Sequence[Workout]
) -> tuple[tuple[CalendarDay, ...], ...]:
    by_day: dict[int, list[Workout]] = {}
    for workout in workouts:
        by_day.setdefault(workout.day.day, []).append(workout)
    return tuple(
        tuple(_day(state, first, number, today, by_day.get(number, [])) for number in week)
        for week in Calendar(state.settings.week_start).monthdayscalendar(first.year, first.month)
    )


def _day(state: AthleteState, first: date, number: int, today: date, workouts: Sequence[Workout]) -> CalendarDay:
    if not number:
        return CalendarDay(0, 0, (), "", False)
    day = first.replace(day=number)
    done = {key: None for workout in workouts for key in sets_of(state.log, workout)}
    functions = _functions(state, done)
    titles = listed([workout.title or "Workout" for workout in workouts])
    trained = f" ({listed([FUNCTION_WORDS[one].lower() for one in functions])})" if functions else ""
    label = f"{weekday_words(day)}: {titles}{trained}" if workouts else ""
    return CalendarDay(number, len(workouts), functions, label, day == today)


def _empty(log: TrainingLog, first: date, asked: str) -> str:
    if not log.workouts:
        return "Nothing is logged yet. Every workout you log or import is listed here and can be corrected."
    if asked.strip():
        return f"No workout with “{asked.strip()}” in an exercise, a title or a note."
    return f"No workouts in {first:%B} {first.year}."
