"""A finished workout: what was done, what was best so far, and for every exercise what changes next time and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.coach import next_up
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.recommendation import Outcome
from hamcore.rules.strength import index_name
from hamcore.screens import words
from hamcore.screens.coach_facts import done_words
from hamcore.screens.coach_words import Reasoning, reasoning
from hamcore.screens.finish_figures import WeekAfter, facts, sets_left, week_after, worked
from hamcore.screens.floor_target import change_of
from hamcore.screens.record_words import detail_words, set_in
from hamcore.screens.rule_targets import target_words
from hamcore.screens.workout import sets_of, title_over
from hamcore.screens.workout_bests import bests


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
    were left out, ``instead`` names the planned exercise it stands in for; both empty for none.
    """

    key: str
    name: str
    function: Function
    done: str
    open: str
    instead: str
    target: str
    change: str
    outcome: Outcome
    why: Reasoning


@dataclass(frozen=True, slots=True)
class FinishScreen:
    """What came of one workout. ``facts`` are named figures.

    ``skipped`` names what was left out on purpose, ``missed`` the planned exercises of which nothing was logged.
    """

    over: str
    title: str
    facts: tuple[tuple[str, str], ...]
    week: WeekAfter
    lines: tuple[NextTime, ...]
    bests: tuple[Best, ...]
    skipped: tuple[str, ...]
    missed: tuple[str, ...]


def build(state: AthleteState, plan: WorkoutPlan, today: date) -> FinishScreen:
    """The summary of the workout of ``plan``, judged as the log is now."""
    workout = plan.workout
    done = sets_of(state.log, workout)
    planned = {item.exercise: item for item in plan.items}
    keys = [key for key in planned if key in done] + [key for key in done if key not in planned]
    items = [planned.get(key) or PlanItem(key, None) for key in keys]
    undone = [item for item in plan.items if item.exercise not in done]
    name = state.catalog.display_name
    return FinishScreen(
        over=title_over(workout, today),
        title=workout.title or "Workout",
        facts=facts(state, plan, done),
        week=week_after(state, workout.day, today),
        lines=tuple(_line(state, item, plan, done[item.exercise], today) for item in items),
        bests=tuple(best for key in keys for best in _bests(state, key, workout)),
        skipped=tuple(name(item.exercise) for item in undone if item.is_skipped),
        missed=tuple(name(item.exercise) for item in undone if not item.is_skipped),
    )


def _line(state: AthleteState, item: PlanItem, plan: WorkoutPlan, done: Sequence[LoggedSet], today: date) -> NextTime:
    key, unit = item.exercise, state.settings.load_unit
    found = next_up(state, key, item.prescription, plan.workout.day, explained=True)
    work = worked(done)
    return NextTime(
        key=key,
        name=state.catalog.display_name(key),
        function=state.catalog.function_of(key),
        done=done_words(work, unit) if work else f"warm-up only, {done_words(done, unit)}",
        open=_open(item, plan, work),
        instead=state.catalog.display_name(item.swapped_for) if item.swapped_for else "",
        target=target_words(found, unit),
        change=change_of(found),
        outcome=found.outcome,
        why=reasoning(found, state.catalog, unit, today),
    )


def _open(item: PlanItem, plan: WorkoutPlan, done: Sequence[LoggedSet]) -> str:
    """How many planned sets were not done; nothing in a lighter week, where that is meant."""
    left = 0 if plan.is_deload else sets_left(item, done)
    return f"{words.count_words(left, 'planned set')} not done" if left else ""


def _bests(state: AthleteState, key: str, workout: Workout) -> Iterator[Best]:
    """The sets of the workout that were best so far, each with all that it was best at."""
    more_is_harder = state.history(key).rules.more_is_harder
    index = index_name(key, state.catalog.function_of(key))
    for records in bests(state, key, workout).values():
        yield Best(
            name=state.catalog.display_name(key),
            what=set_in(records[0].entry, state.settings.load_unit),
            detail=detail_words(records, index, more_is_harder=more_is_harder),
        )
