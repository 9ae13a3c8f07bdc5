"""What the Workout page shows: one workout being logged or edited, or what can be started and what was done."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import nlargest

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog
from hamcore.model.exercise import Function, Prescription
from hamcore.model.log import LoggedSet, SetType, TrainingLog, Workout
from hamcore.model.routine import RoutineDay
from hamcore.rules.due import DayState, DayStatus
from hamcore.screens import words
from hamcore.screens.due_card import plan_today
from hamcore.units import Load, LoadUnit, plain, round_to_step

LOAD_STEP = {LoadUnit.KG: Decimal("2.5"), LoadUnit.LB: Decimal(5)}
"""The step of a load field: the smallest change a usual rack of plates allows."""


@dataclass(frozen=True, slots=True)
class OpenWorkout:
    """A workout and the exercises meant for it, in order; a prescription is None for one the person added.

    ``next_set_no`` is a number that no set of this workout ever had, not even a deleted one.
    """

    workout: Workout
    plan: Mapping[str, Prescription | None]
    next_set_no: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The values of one set as a form shows them. ``load`` None: body weight alone."""

    load: Decimal | None
    unit: LoadUnit
    reps: int | None
    rir: float | None
    set_type: SetType


@dataclass(frozen=True, slots=True)
class SetLine:
    """One logged set: a label (``W`` or its number), what was done, a detail; ``entry`` None for time or distance."""

    set_no: int
    label: str
    done: str
    detail: str
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise of the workout. ``next_entry`` is what the form starts with for the next set."""

    key: str
    name: str
    function: Function
    target: str
    last_time: str
    lines: tuple[SetLine, ...]
    next_set_no: int
    next_label: str
    next_entry: Entry
    is_done: bool


@dataclass(frozen=True, slots=True)
class WorkoutScreen:
    """One open workout. ``current`` is the key of the exercise to log next, empty if all planned sets are done."""

    workout: Workout
    over: str
    cards: tuple[ExerciseCard, ...]
    current: str
    summary: str
    sets: int


@dataclass(frozen=True, slots=True)
class PastLine:
    """One past workout of the list."""

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
    lines: tuple[tuple[str, str, Function], ...]
    """Name, prescription and function of each exercise."""


@dataclass(frozen=True, slots=True)
class StartScreen:
    """What can be started or opened. ``open_today`` are workouts of today, ``more`` says whether older ones exist."""

    open_today: tuple[PastLine, ...]
    past: tuple[PastLine, ...]
    more: bool


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


def build(log: TrainingLog, catalog: Catalog, opened: OpenWorkout, *, unit: LoadUnit, today: date) -> WorkoutScreen:
    """The open workout: the planned exercises first, then any other that has sets."""
    workout, plan = opened.workout, opened.plan
    done = sets_of(log, workout)
    frame = _Frame(catalog, unit, today, opened.next_set_no)
    cards = tuple(
        _card(frame, key, plan.get(key), done.get(key, []), last_sets(log, key, workout))
        for key in [*plan, *(key for key in done if key not in plan)]
    )
    count = sum(len(card.lines) for card in cards)
    return WorkoutScreen(
        workout=workout,
        over=_over(workout, today),
        cards=cards,
        current=next((card.key for card in cards if not card.is_done), ""),
        summary=f"{words.count_words(len(done), 'exercise')}, {words.count_words(count, 'set')}",
        sets=count,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cards of a workout share."""

    catalog: Catalog
    unit: LoadUnit
    today: date
    next_set_no: int


def _card(
    frame: _Frame, key: str, prescription: Prescription | None, done: Sequence[LoggedSet], last: Sequence[LoggedSet]
) -> ExerciseCard:
    working = sum(entry.is_working for entry in done)
    return ExerciseCard(
        key=key,
        name=frame.catalog.display_name(key),
        function=frame.catalog.function_of(key),
        target=words.prescription_words(prescription) if prescription else "",
        last_time=f"Last time, {words.day_words(last[0].day, frame.today)}: {words.sets_words(last)}" if last else "",
        lines=tuple(_lines(done)),
        next_set_no=frame.next_set_no,
        next_label=f"set {working + 1}",
        next_entry=next_entry(done, last, prescription, frame.unit),
        is_done=prescription is not None and working >= prescription.sets,
    )


def _lines(done: Sequence[LoggedSet]) -> Iterable[SetLine]:
    number = 0
    for entry in done:
        warm_up = entry.set_type is SetType.WARM_UP
        number += not warm_up
        yield SetLine(
            entry.set_no, "W" if warm_up else str(number), words.set_words(entry), _detail(entry), _entry(entry)
        )


def _detail(entry: LoggedSet) -> str:
    parts = [f"RIR {entry.rir:g}"] if entry.rir is not None else []
    if entry.set_type is not SetType.WORKING:
        parts.append(words.SET_TYPE_WORDS[entry.set_type].lower())
    return ", ".join(parts)


def _entry(entry: LoggedSet) -> Entry | None:
    if entry.reps is None:
        return None
    load = entry.load
    return Entry(
        plain(load.value) if load else None, load.unit if load else LoadUnit.KG, entry.reps, entry.rir, entry.set_type
    )


def next_entry(
    done: Sequence[LoggedSet], last: Sequence[LoggedSet], prescription: Prescription | None, unit: LoadUnit
) -> Entry:
    """What the next set's form starts with.

    The set just done, else the first working set of last time, else no load and the lower end of the prescribed
    repetitions. A load in the other unit is rounded to the step of the load field.
    """
    model = next((entry for entry in reversed(done) if entry.reps), None) or next(iter(last), None)
    if model is None:
        return Entry(None, unit, prescription.reps.lo if prescription else None, None, SetType.WORKING)
    return Entry(_in_unit(model.load, unit), unit, model.reps, None, _next_type(model.set_type))


def _next_type(before: SetType) -> SetType:
    return before if before in (SetType.WARM_UP, SetType.WORKING) else SetType.WORKING


def _in_unit(load: Load | None, unit: LoadUnit) -> Decimal | None:
    if load is None or load.unit is unit:
        return plain(load.value) if load else None
    return plain(round_to_step(load.in_unit(unit), LOAD_STEP[unit]))


def _over(workout: Workout, today: date) -> str:
    day = f"{workout.day:%A} {workout.day.day} {workout.day:%B}"
    if workout.day.year != today.year:
        day += f" {workout.day.year}"
    clock = workout.started_at[11:16]
    return f"{day} · {clock}" if clock else day


def start(log: TrainingLog, catalog: Catalog, *, today: date, limit: int = 10) -> StartScreen:
    """Today's workouts and the latest ``limit`` others, newest first."""
    latest = nlargest(limit + 1, log.workouts.values(), key=lambda workout: (workout.day, workout.started_at))
    shown = latest[:limit]
    lines = [_past_line(log, catalog, workout) for workout in shown]
    return StartScreen(
        open_today=tuple(line for line in lines if line.day == today),
        past=tuple(line for line in lines if line.day != today),
        more=len(latest) > limit,
    )


def _past_line(log: TrainingLog, catalog: Catalog, workout: Workout) -> PastLine:
    done = sets_of(log, workout)
    names = [catalog.short_name(key) for key in done]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    count = words.count_words(sum(map(len, done.values())), "set")
    return PastLine(
        workout.workout_id, workout.day, workout.title or "Workout", f"{count}: {shown}" if shown else count
    )


STATE_WORDS = {
    DayState.DONE: "Done this week",
    DayState.STARTED: "Started today",
    DayState.TODAY: "Planned for today",
    DayState.OPEN: "Left from this week",
    DayState.AHEAD: "Later this week",
}
"""Where a day of the routine stands this week, in words."""


def day_choices(state: AthleteState, today: date) -> tuple[DayChoice, ...]:
    """The days of the person's routine, the one that is due or comes next first, the others as the routine has them."""
    found = plan_today(state, today)
    if found is None:
        return ()
    first = found[1].due or found[1].coming
    week = sorted(found[1].week, key=lambda status: first is None or status.day is not first.day)
    return tuple(_day_choice(state.catalog, status) for status in week)


def _day_choice(catalog: Catalog, status: DayStatus) -> DayChoice:
    lines = tuple(
        (
            catalog.display_name(slot.exercise_id),
            words.prescription_words(slot.prescription),
            catalog.function_of(slot.exercise_id),
        )
        for slot in status.day.slots
    )
    functions = tuple(dict.fromkeys(function for _, _, function in lines))
    return DayChoice(status.day, functions, STATE_WORDS[status.state], lines)


def plan_of(day: RoutineDay) -> dict[str, Prescription | None]:
    """The exercises of a routine day with their prescriptions, in order."""
    return {slot.exercise_id: slot.prescription for slot in day.slots}
