"""What the Workout page offers to start or continue, and what a workout is made of."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest

from hamcore.athlete import AthleteState
from hamcore.coach import deload_offer, prescription_for
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet, TrainingLog, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.model.routine import RoutineDay
from hamcore.rules.due import DayState, DayStatus
from hamcore.screens.coach_offers import deload_words
from hamcore.screens.due_card import ExerciseLine, exercise_lines, plan_today
from hamcore.screens.workout_counts import sets_summary


@dataclass(frozen=True, slots=True)
class PastLine:
    """One workout of a list: its day, what it was called, and in a few words what it holds."""

    workout_id: str
    day: date
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class DayChoice:
    """One day of the routine: what it holds, and in words where it stands this week."""

    day: RoutineDay
    functions: tuple[Function, ...]
    state_words: str
    lines: tuple[ExerciseLine, ...]


@dataclass(frozen=True, slots=True)
class StartScreen:
    """What can be started or opened. ``open_plans`` were begun and not finished, ``past`` are the latest others.

    ``offer`` says why a lighter week is offered, empty without a reason for one.
    """

    open_plans: tuple[PastLine, ...]
    days: tuple[DayChoice, ...]
    past: tuple[PastLine, ...]
    more: bool
    offer: str


def sets_of(log: TrainingLog, workout: Workout) -> dict[str, list[LoggedSet]]:
    """The sets of one workout by exercise key, in the order they were done.

    Each exercise's history is in order of day, so a look-up costs a bisection per exercise, not a pass over the log.
    """
    found: dict[str, list[LoggedSet]] = {}
    for key, history in log.sets.items():
        at = bisect_left(history, workout.day, key=lambda entry: entry.day)
        same_day = _while_on(history, at, workout.day)
        mine = [entry for entry in same_day if entry.workout_id == workout.workout_id]
        if mine:
            found[key] = mine
    return dict(sorted(found.items(), key=lambda item: item[1][0].position))


def _while_on(history: Sequence[LoggedSet], at: int, day: date) -> Iterable[LoggedSet]:
    while at < len(history) and history[at].day == day:
        yield history[at]
        at += 1


def last_sets(log: TrainingLog, key: str, before: Workout) -> list[LoggedSet]:
    """The working sets of the latest earlier workout with this exercise; empty if there is none."""
    history = log.sets.get(key, ())
    at = bisect_left(history, before.day, key=lambda entry: entry.day) - 1
    while at >= 0 and not history[at].is_working:
        at -= 1
    if at < 0:
        return []
    return [
        entry
        for entry in _back_through(history, at, history[at].day)
        if entry.workout_id == history[at].workout_id and entry.is_working
    ][::-1]


def _back_through(history: Sequence[LoggedSet], at: int, day: date) -> Iterable[LoggedSet]:
    while at >= 0 and history[at].day == day:
        yield history[at]
        at -= 1


def start(state: AthleteState, plans: Sequence[WorkoutPlan], today: date, limit: int = 5) -> StartScreen:
    """What can be started: open workouts, the routine's days, the latest ``limit`` past workouts, newest first.

    ``plans`` are those that are open.
    """
    open_ids = {plan.workout.workout_id for plan in plans}
    closed = (one for one in state.log.workouts.values() if one.workout_id not in open_ids)
    latest = nlargest(limit + 1, closed, key=lambda workout: (workout.day, workout.started_at))
    offer = deload_offer(state, today)
    return StartScreen(
        open_plans=tuple(past_line(state, plan.workout) for plan in plans),
        days=day_choices(state, today, plans),
        past=tuple(past_line(state, workout) for workout in latest[:limit]),
        more=len(latest) > limit,
        offer=deload_words(offer, state.catalog) if offer else "",
    )


def past_line(state: AthleteState, workout: Workout) -> PastLine:
    """A workout in a few words: its sets and the first three exercises."""
    done = sets_of(state.log, workout)
    names = [state.catalog.short_name(key) for key in done]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    summary = f"{sets_summary(done.values())}: {shown}" if shown else "nothing logged yet"
    return PastLine(workout.workout_id, workout.day, workout.title or "Workout", summary)


STATE_WORDS = {
    DayState.DONE: "Done this week",
    DayState.STARTED: "Started today",
    DayState.TODAY: "Planned for today",
    DayState.OPEN: "Left from this week",
    DayState.AHEAD: "Later this week",
}
"""Where a day of the routine stands this week, in words."""


def day_choices(state: AthleteState, today: date, plans: Sequence[WorkoutPlan] = ()) -> tuple[DayChoice, ...]:
    """The days of the person's routine, the one that is due or comes next first, the others as the routine has them.

    ``plans`` are the workouts that are not finished.
    """
    found = plan_today(state, today, plans)
    if found is None:
        return ()
    first = found[1].due or found[1].coming
    week = sorted(found[1].week, key=lambda status: first is None or status.day is not first.day)
    return tuple(_day_choice(state, status, today) for status in week)


def _day_choice(state: AthleteState, status: DayStatus, today: date) -> DayChoice:
    lines = exercise_lines(state, status, today)
    functions = tuple(dict.fromkeys(line.function for line in lines))
    return DayChoice(status.day, functions, STATE_WORDS[status.state], lines)


def items_of_day(day: RoutineDay) -> tuple[PlanItem, ...]:
    """The exercises of a routine day in order, with their supersets.

    A workout has each exercise once: of one that stands there twice, the sets are added to where it comes first.
    """
    sets: dict[str, int] = {}
    for slot in day.slots:
        sets[slot.exercise_id] = sets.get(slot.exercise_id, 0) + slot.prescription.sets
    first = {slot.exercise_id: slot for slot in reversed(day.slots)}
    return tuple(
        PlanItem(key, replace(first[key].prescription, sets=count), first[key].superset) for key, count in sets.items()
    )


def item_of(state: AthleteState, key: str) -> PlanItem:
    """An exercise a person adds: as the routine plans it, else as its definition has it, else without a plan."""
    definition = state.catalog.exercises.get(key)
    prescription = prescription_for(state, key) or (definition.prescription if definition else None)
    return PlanItem(key, prescription, is_added=True)


def items_again(past: WorkoutPlan, state: AthleteState) -> tuple[PlanItem, ...]:
    """The exercises of a past workout for a new one; what was skipped is offered again."""
    return tuple(
        PlanItem(item.exercise, item.prescription or item_of(state, item.exercise).prescription, item.superset)
        for item in past.items
    )


def plan_of_past(log: TrainingLog, workout_id: str) -> WorkoutPlan | None:
    """A finished plan that holds what was logged, for a workout without one; None if there is no such workout."""
    workout = log.workouts.get(workout_id)
    if workout is None:
        return None
    return WorkoutPlan(workout, tuple(PlanItem(key, None) for key in sets_of(log, workout)), is_open=False)


def title_over(workout: Workout, today: date) -> str:
    """The line above the title: day and start."""
    day = f"{workout.day:%A} {workout.day.day} {workout.day:%B}"
    if workout.day.year != today.year:
        day += f" {workout.day.year}"
    clock = workout.started_at[11:16]
    return f"{day} · {clock}" if clock else day
