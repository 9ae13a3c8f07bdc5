"""The card that says what to train today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog
from hamcore.coach import next_up
from hamcore.dates import week_of
from hamcore.model.exercise import Function
from hamcore.model.plan import WorkoutPlan
from hamcore.model.routine import Routine, RoutineDay, Slot
from hamcore.rules.due import DayState, DayStatus, Due, due
from hamcore.rules.schedule import minutes
from hamcore.screens import words
from hamcore.screens.coach_facts import on_day
from hamcore.screens.coach_words import reason
from hamcore.screens.routine_day import titled
from hamcore.screens.rule_targets import short_target
from hamcore.screens.wording import WEEKDAYS, ago_words, listed


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """One exercise of a routine day: what is prescribed, the target for the day, and in one line why.

    ``target`` is empty where nothing is suggested.
    """

    key: str
    name: str
    function: Function
    prescription: str
    target: str
    reason: str


@dataclass(frozen=True, slots=True)
class Going:
    """A workout that was begun and not finished: what it is, its day, how much is in it."""

    workout_id: str
    words: str


@dataclass(frozen=True, slots=True)
class DueCard:
    """The routine day to do, or the next one. ``is_due`` says whether it is for today.

    ``workout_id`` is that of its workout where it was begun and not finished, else empty; ``going`` are other workouts
    to go on with, newest first.
    """

    is_due: bool
    state_words: str
    title: str
    functions: tuple[Function, ...]
    facts: str
    also: str
    lines: tuple[ExerciseLine, ...]
    routine_id: str
    day: RoutineDay
    workout_id: str
    going: tuple[Going, ...]


def plan_today(state: AthleteState, today: date, plans: Iterable[WorkoutPlan] = ()) -> tuple[Routine, Due] | None:
    """The person's routine, each day with a title, and what it asks for today; None if there is no such routine.

    ``plans`` are the workouts that are not finished.
    """
    active = state.active_routine
    if active is None or not active.days:
        return None
    routine = titled(active, state.catalog)
    first = state.settings.week_start
    done = state.done_in(week_of(today, first))
    is_going = any(plan.workout.day == today for plan in plans)
    return routine, due(routine, done, state.catalog.function_of, today, first, is_going=is_going)


def due_card(
    state: AthleteState, routine: Routine, plan: Due, today: date, plans: Sequence[WorkoutPlan] = ()
) -> DueCard | None:
    """What to train, with the targets and their reasons. None for a routine without anything to come.

    ``plans`` are the workouts that are not finished, newest first.
    """
    shown = plan.due or plan.coming
    if shown is None:
        return None
    slots = shown.day.slots
    begun = next((one for one in plans if one.workout.title == shown.day.name), None)
    return DueCard(
        is_due=plan.due is not None,
        state_words=_begun_words(begun, today) if begun else state_words(shown, plan, today),
        title=shown.day.name,
        functions=tuple(dict.fromkeys(state.catalog.function_of(slot.exercise_id) for slot in slots)),
        facts=" ".join([_size(state.catalog, shown.day), *_gaps(state, today)]),
        also=also_words(shown, plan, today),
        lines=exercise_lines(state, shown, today, begun),
        routine_id=routine.routine_id,
        day=shown.day,
        workout_id=begun.workout.workout_id if begun else "",
        going=tuple(_going(state, one, today) for one in plans if one is not begun),
    )


def _begun_words(plan: WorkoutPlan, today: date) -> str:
    return "Started today" if plan.workout.day == today else f"Not finished, begun {on_day(plan.workout.day, today)}"


def _going(state: AthleteState, plan: WorkoutPlan, today: date) -> Going:
    workout = plan.workout
    sets = sum(
        one.workout_id == workout.workout_id for item in plan.items for one in state.log.sets.get(item.exercise, ())
    )
    done = words.count_words(sets, "set") if sets else "nothing logged yet"
    return Going(workout.workout_id, f"{workout.title or 'Workout'}, begun {on_day(workout.day, today)}: {done}")


def state_words(shown: DayStatus, plan: Due, today: date) -> str:
    """Where the routine day to do or to come next stands."""
    if shown.state is DayState.STARTED:
        return "Started today"
    if shown.state is DayState.TODAY:
        return "Planned for today"
    if shown.state is DayState.OPEN:
        left = f"eft from {WEEKDAYS[shown.planned.weekday()]}"
        return f"Today is done; l{left}" if plan.done_today else f"L{left}"
    next_time = f"next: {WEEKDAYS[shown.planned.weekday()]} {words.day_words(shown.planned, today)}"
    if plan.done_today:
        return f"Done today, {next_time}"
    return next_time[0].upper() + next_time[1:]


def _size(catalog: Catalog, day: RoutineDay) -> str:
    sets = sum(slot.prescription.sets for slot in day.slots)
    length = minutes(day, catalog.exercises, catalog.stretches)
    return f"{words.count_words(sets, 'working set')}, about {length}{words.THIN}min."


def _gaps(state: AthleteState, today: date) -> Iterable[str]:
    """How long ago the last workout and the last hip hinge were."""
    keys = state.log.sets
    last = _last_day(state, keys, today)
    hinge = _last_day(state, (key for key in keys if state.catalog.function_of(key) is Function.HIP_HINGE), today)
    if last is None:
        return
    yield f"Last workout {ago_words((today - last).days)}."
    if hinge is not None and hinge != last:
        yield f"Last hip hinge {ago_words((today - hinge).days)}."


def _last_day(state: AthleteState, keys: Iterable[str], today: date) -> date | None:
    last = (state.history(key).until(today)[-1:] for key in keys)
    return max((exposure.day for part in last for exposure in part), default=None)


def also_words(shown: DayStatus, plan: Due, today: date) -> str:
    """Other days of the week that are not done, what comes after them, and days of the log that count for none."""
    left = [status for status in plan.week if status.state is DayState.OPEN and status is not shown]
    parts = [f"Also left from this week: {listed([status.day.name for status in left])}."] if left else []
    if plan.then:
        day = plan.then.planned
        parts.append(f"Then {plan.then.day.name} on {WEEKDAYS[day.weekday()]} {words.day_words(day, today)}.")
    if plan.partial:
        days = listed([WEEKDAYS[day.weekday()] for day in plan.partial])
        parts.append(f"{days}: less than half of a routine day; the sets count all the same.")
    if plan.unplanned:
        days = listed([WEEKDAYS[day.weekday()] for day in plan.unplanned])
        parts.append(f"{days}: trained outside the routine; the sets count all the same.")
    return " ".join(parts)


def exercise_lines(
    state: AthleteState, status: DayStatus, today: date, begun: WorkoutPlan | None = None
) -> tuple[ExerciseLine, ...]:
    """The exercises of a routine day with their targets for the day it is planned for, today at the earliest.

    The targets of a day that was started stay those it was started with; ``begun`` is its workout if it goes on.
    """
    day = begun.workout.day if begun else max(today, status.planned)
    started = _first_of(state, today) if status.state is DayState.STARTED else ""
    started = begun.workout.workout_id if begun else started
    return tuple(_line(state, slot, day, today, started) for slot in status.day.slots)


def _first_of(state: AthleteState, day: date) -> str:
    """The id of the first workout of a day, empty without one."""
    found = (one for one in state.log.workouts.values() if one.day == day)
    first = min(found, key=lambda one: (one.started_at, one.workout_id), default=None)
    return first.workout_id if first else ""


def _line(state: AthleteState, slot: Slot, day: date, today: date, started: str) -> ExerciseLine:
    key, catalog = slot.exercise_id, state.catalog
    found = next_up(state, key, slot.prescription, day, before_workout=started)
    return ExerciseLine(
        key=key,
        name=catalog.display_name(key),
        function=catalog.function_of(key),
        prescription=words.prescription_words(slot.prescription),
        target=short_target(found),
        reason=reason(found, catalog, state.settings.load_unit, today),
    )
