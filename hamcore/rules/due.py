"""Which training day of a routine is due, judged by what the week's log holds and not by what was planned."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hamcore.dates import Weekday, week_start
from hamcore.model.exercise import Function
from hamcore.model.routine import Routine, RoutineDay

SUBSTITUTE = 0.5
"""What a set of an exercise of the same function counts in place of a planned one."""
DONE_FROM = 0.5
"""Share of a day's planned sets that makes it done."""


class DayState(StrEnum):
    """Where a routine day stands this week."""

    DONE = "done"
    STARTED = "started"
    """Part of it was done today, and it is still going or less than half."""
    TODAY = "today"
    """Planned for today and not done yet."""
    OPEN = "open"
    """Planned for an earlier day of the week and not done."""
    AHEAD = "ahead"


_OPEN = (DayState.STARTED, DayState.TODAY, DayState.OPEN)
"""The states of a day that is still to do, the most pressing first."""


@dataclass(frozen=True, slots=True)
class DayStatus:
    """One routine day in this week: the day that counts for it (None without one), and how much of it was done."""

    day: RoutineDay
    planned: date
    state: DayState
    done_on: date | None
    share: float


@dataclass(frozen=True, slots=True)
class Due:
    """What a routine asks for on a day.

    ``due`` is the routine day to do today (started, planned for today, or the first one left over), None if there is
    none or one was done today. ``coming`` is the next one: the first left over if there is nothing due today, else the
    next one ahead, after this week's last the first one of next week; ``then`` is the one ahead after a left over one.
    ``unplanned`` are days of this week that were trained and fit no routine day, ``partial`` those that hold too little
    of one: their sets count all the same.
    """

    week: tuple[DayStatus, ...]
    due: DayStatus | None
    coming: DayStatus | None
    then: DayStatus | None
    done_today: DayStatus | None
    unplanned: tuple[date, ...]
    partial: tuple[date, ...]
    stretching_today: bool
    stretch_dates: tuple[date, ...]


def due(
    routine: Routine,
    done: Mapping[date, Mapping[str, int]],
    function_of: Callable[[str], Function],
    today: date,
    first: Weekday = Weekday.MONDAY,
    *,
    is_going: bool = False,
) -> Due:
    """What ``routine`` asks for on ``today``. ``done`` are the sets of each exercise per day of this week.

    A day of the log fits the routine day whose planned sets it holds most of, if that is at least half (any part, while
    the day is today); a set of an exercise of the same function counts half. Each routine day is done at most once,
    each day of the log counts for at most one. ``is_going``: a workout of today is not finished, so its routine day is
    done only when all of it is.

    >>> from hamcore.model.exercise import Bounds, Prescription, Tempo
    >>> from hamcore.model.routine import Slot
    >>> three = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 0, 1, 0))
    >>> day = RoutineDay("A", Weekday.MONDAY, (Slot("barbell_deadlift", three),))
    >>> one = Routine("r", "One day", "", (day,))
    >>> due(one, {}, lambda key: Function.OTHER, date(2026, 3, 4)).due.state.value
    'open'
    >>> tuesday = {date(2026, 3, 3): {"barbell_deadlift": 2}}
    >>> due(one, tuesday, lambda key: Function.OTHER, date(2026, 3, 4)).week[0].done_on
    datetime.date(2026, 3, 3)
    """
    start = week_start(today, first)
    days = {day: sets for day, sets in done.items() if start <= day <= today}
    matched = _matches(routine, days, function_of, today)
    enough = 1.0 if is_going else DONE_FROM
    week = tuple(sorted(_statuses(routine, matched, start, today, enough), key=lambda status: status.planned))
    done_today = next((status for status in week if status.state is DayState.DONE and status.done_on == today), None)
    open_days = [status for status in week if status.state in _OPEN and done_today is None]
    due_now = min(open_days, key=lambda status: (_OPEN.index(status.state), status.planned), default=None)
    left = next((status for status in week if status.state is DayState.OPEN), None) if due_now is None else None
    uncounted = sorted(set(days) - {day for day, _ in matched.values()})
    fits = {day for day in uncounted if any(_fit(plan, days[day], function_of) for plan in routine.days)}
    stretch_dates = tuple(sorted(_date_of(weekday, start) for weekday in routine.stretch_days))
    return Due(
        week=week,
        due=due_now,
        coming=left or _ahead(week),
        then=_ahead(week) if left or (due_now and due_now.state is DayState.OPEN) else None,
        done_today=done_today,
        unplanned=tuple(day for day in uncounted if day not in fits),
        partial=tuple(day for day in uncounted if day in fits),
        stretching_today=today in stretch_dates,
        stretch_dates=stretch_dates,
    )


def _matches(
    routine: Routine, days: Mapping[date, Mapping[str, int]], function_of: Callable[[str], Function], today: date
) -> dict[int, tuple[date, float]]:
    """Index of a routine day to the day of the log that counts for it and its share: best fit first, then earlier."""
    fits = sorted(
        (-_fit(plan, sets, function_of), day, index)
        for index, plan in enumerate(routine.training_days)
        for day, sets in days.items()
    )
    found: dict[int, tuple[date, float]] = {}
    taken: set[date] = set()
    for minus_share, day, index in fits:
        least = 0.0 if day == today else DONE_FROM
        if -minus_share >= least and minus_share and index not in found and day not in taken:
            found[index] = day, -minus_share
            taken.add(day)
    return found


def _fit(plan: RoutineDay, sets: Mapping[str, int], function_of: Callable[[str], Function]) -> float:
    """The share of a routine day's planned sets that a day of the log holds; a named alternative counts in full."""
    left = dict(sets)
    held = 0.0
    missing: list[tuple[Function, int]] = []
    for slot in plan.slots:
        open_sets = slot.prescription.sets
        for key in (slot.exercise_id, *slot.alternatives):
            taken = min(left.get(key, 0), open_sets)
            left[key] = left.get(key, 0) - taken
            open_sets -= taken
        held += slot.prescription.sets - open_sets
        missing.append((function_of(slot.exercise_id), open_sets))
    spare = _spare(plan, sets, function_of)
    for function, open_sets in missing:
        stand_ins = min(spare[function], open_sets)
        spare[function] -= stand_ins
        held += SUBSTITUTE * stand_ins
    planned = sum(slot.prescription.sets for slot in plan.slots)
    return held / planned if planned else 0.0


def _spare(plan: RoutineDay, sets: Mapping[str, int], function_of: Callable[[str], Function]) -> Counter[Function]:
    """Sets of exercises that the plan does not name, by function; those without a function stand in for nothing."""
    named = {key for slot in plan.slots for key in (slot.exercise_id, *slot.alternatives)}
    spare: Counter[Function] = Counter()
    for key, count in sets.items():
        if key not in named and function_of(key) is not Function.OTHER:
            spare[function_of(key)] += count
    return spare


def _statuses(
    routine: Routine, matched: Mapping[int, tuple[date, float]], start: date, today: date, enough: float
) -> Iterable[DayStatus]:
    for index, day in enumerate(routine.training_days):
        planned = _date_of(day.weekday, start)
        done_on, share = matched.get(index, (None, 0.0))
        yield DayStatus(day, planned, _state(planned, done_on, share, today, enough), done_on, share)


def _state(planned: date, done_on: date | None, share: float, today: date, enough: float) -> DayState:
    """``enough`` is the share from which a routine day is done today."""
    if done_on is not None:
        return DayState.STARTED if done_on == today and share < enough else DayState.DONE
    if planned == today:
        return DayState.TODAY
    return DayState.OPEN if planned < today else DayState.AHEAD


def _ahead(week: tuple[DayStatus, ...]) -> DayStatus | None:
    """The next day that is still ahead; after the week's last, the first day of next week."""
    ahead = next((status for status in week if status.state is DayState.AHEAD), None)
    if ahead is not None or not week:
        return ahead
    return DayStatus(week[0].day, week[0].planned + timedelta(weeks=1), DayState.AHEAD, None, 0.0)


def _date_of(weekday: Weekday, start: date) -> date:
    return start + timedelta(days=(weekday - start.weekday()) % 7)
