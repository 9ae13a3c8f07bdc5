"""A finished workout: what was done, what was best so far, and for every exercise what changes next time and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.coach import next_up
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet, SetType
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.recommendation import Outcome, Recommendation
from hamcore.rules.records import Record
from hamcore.rules.strength import index_name
from hamcore.screens import words
from hamcore.screens.coach_words import Reasoning, reasoning
from hamcore.screens.floor_exercise import change_of
from hamcore.screens.record_words import detail_words, set_in
from hamcore.screens.rule_targets import target_words
from hamcore.screens.wording import sets_number, weekday_words
from hamcore.screens.workout import sets_of

_HOUR_MIN = 60
_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Best:
    """One set that was best so far: what was done, and at what it was best, with whether it stands out."""

    name: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class NextTime:
    """One exercise: what was done today, what comes next time, and why.

    ``change`` is a short state (``+2.5 kg``) and ``outcome`` what becomes of the load. ``open`` says which planned sets
    were left out, empty for none.
    """

    key: str
    name: str
    function: Function
    done: str
    open: str
    target: str
    change: str
    outcome: Outcome
    why: Reasoning


@dataclass(frozen=True, slots=True)
class FinishScreen:
    """What came of one workout. ``facts`` are named figures; ``skipped`` names what was left out on purpose."""

    over: str
    title: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[NextTime, ...]
    bests: tuple[Best, ...]
    skipped: tuple[str, ...]


def build(state: AthleteState, plan: WorkoutPlan, today: date) -> FinishScreen:
    """The summary of the workout of ``plan``, judged as the log is now."""
    workout = plan.workout
    done = sets_of(state.log, workout)
    planned = {item.exercise: item for item in plan.items}
    keys = [key for key in planned if key in done] + [key for key in done if key not in planned]
    items = [planned.get(key) or PlanItem(key, None) for key in keys]
    return FinishScreen(
        over=weekday_words(workout.day),
        title=workout.title or "Workout",
        facts=_facts(state, plan, done),
        lines=tuple(_line(state, item, plan, done[item.exercise], today) for item in items),
        bests=tuple(best for key in keys for best in _bests(state, key, workout.workout_id)),
        skipped=tuple(state.catalog.display_name(key) for key in planned if key not in done),
    )


def minutes_words(seconds: int) -> str:
    """A length of time in minutes, above an hour in hours and minutes.

    >>> minutes_words(40 * 60), minutes_words(65 * 60 + 20)
    ('40\u202fmin', '1\u202fh 05\u202fmin')
    """
    minutes = round(seconds / _MINUTE_S)
    if minutes < _HOUR_MIN:
        return f"{minutes}{words.THIN}min"
    return f"{minutes // _HOUR_MIN}{words.THIN}h {minutes % _HOUR_MIN:02d}{words.THIN}min"


def _facts(state: AthleteState, plan: WorkoutPlan, done: dict[str, list[LoggedSet]]) -> tuple[tuple[str, str], ...]:
    workout = state.log.workouts.get(plan.workout.workout_id, plan.workout)
    working = sum(entry.is_working for sets in done.values() for entry in sets)
    weighted = state.weekly_credits(workout.day).total
    length_s = workout.duration_s or 0
    length = [("Duration", minutes_words(length_s))] if length_s >= _MINUTE_S else []
    return (
        *length,
        ("Exercises", str(len(done))),
        ("Working sets", str(working)),
        ("Weighted hamstring sets this week", sets_number(weighted)),
    )


def _line(state: AthleteState, item: PlanItem, plan: WorkoutPlan, done: Sequence[LoggedSet], today: date) -> NextTime:
    key, unit = item.exercise, state.settings.load_unit
    found = next_up(state, key, item.prescription, plan.workout.day, explained=True)
    working = [entry for entry in done if entry.set_type is not SetType.WARM_UP]
    return NextTime(
        key=key,
        name=state.catalog.display_name(key),
        function=state.catalog.function_of(key),
        done=words.sets_words(working or done),
        open=_open(item, plan, found, working),
        target=target_words(found, unit),
        change=change_of(found),
        outcome=found.outcome,
        why=reasoning(found, state.catalog, unit, today),
    )


def _open(item: PlanItem, plan: WorkoutPlan, found: Recommendation, done: Sequence[LoggedSet]) -> str:
    """How many planned sets were not done; nothing in a lighter week, where that is meant."""
    if item.prescription is None or plan.is_deload:
        return ""
    each_side = any(target.each_side for target in found.targets) and any(entry.side for entry in done)
    count = len(done) // 2 if each_side else len(done)
    left = item.prescription.sets - count
    return f"{words.count_words(left, 'planned set')} not done" if left > 0 else ""


def _bests(state: AthleteState, key: str, workout_id: str) -> Iterator[Best]:
    """The sets of the workout that were best so far, each with all that it was best at."""
    history = state.history(key)
    by_set: dict[int, list[Record]] = {}
    for record in history.records:
        if record.entry.workout_id == workout_id:
            by_set.setdefault(record.entry.set_no, []).append(record)
    index = index_name(key, state.catalog.function_of(key))
    for records in by_set.values():
        ordered = sorted(records, key=lambda record: record.rank)
        yield Best(
            name=state.catalog.display_name(key),
            what=set_in(ordered[0].entry, state.settings.load_unit),
            detail=detail_words(ordered, index, more_is_harder=history.rules.more_is_harder),
        )
