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
from hamcore.screens.finish_figures import WeekAfter, facts, sets_left, week_after
from hamcore.screens.floor_target import change_of
from hamcore.screens.record_words import detail_words, set_in
from hamcore.screens.rule_targets import target_words
from hamcore.screens.workout import sets_of, title_over
from hamcore.screens.workout_bests import bests
from hamcore.screens.workout_counts import worked

_NO_BESTS = "No set was better than all before it. Most workouts are like that."
_FIRST_TIMES = "The first time of an exercise is no record; the next better one is."


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

    ``skipped`` names what was left out on purpose, ``missed`` the other exercises without a set after the warm-up.
    ``no_bests`` says why there are no bests.
    """

    over: str
    title: str
    facts: tuple[tuple[str, str], ...]
    week: WeekAfter
    lines: tuple[NextTime, ...]
    bests: tuple[Best, ...]
    no_bests: str
    skipped: tuple[str, ...]
    missed: tuple[str, ...]


def build(state: AthleteState, plan: WorkoutPlan, today: date) -> FinishScreen:
    """The summary of the workout of ``plan``, judged as the log is now."""
    workout = plan.workout
    done = sets_of(state.log, workout)
    planned = {item.exercise: item for item in plan.items}
    keys = [*planned, *(key for key in done if key not in planned)]
    items = [planned.get(key) or PlanItem(key, None) for key in keys]
    begun = [item for item in items if worked(done.get(item.exercise, ()))]
    undone = [item for item in items if item not in begun]

    def name(item: PlanItem) -> str:
        warmed_up = " (warm-up only)" if item.exercise in done else ""
        return state.catalog.display_name(item.exercise) + warmed_up

    return FinishScreen(
        over=title_over(workout, today),
        title=workout.title or "Workout",
        facts=facts(state, plan, done),
        week=week_after(state, workout.day, today),
        lines=tuple(_line(state, item, plan, done[item.exercise], today) for item in begun),
        bests=tuple(best for key in keys for best in _bests(state, key, workout)),
        no_bests=_FIRST_TIMES if all(_is_first(state, item.exercise, workout) for item in begun) else _NO_BESTS,
        skipped=tuple(name(item) for item in undone if item.is_skipped),
        missed=tuple(name(item) for item in undone if not item.is_skipped),
    )


def _line(state: AthleteState, item: PlanItem, plan: WorkoutPlan, done: Sequence[LoggedSet], today: date) -> NextTime:
    key, unit = item.exercise, state.settings.load_unit
    found = next_up(state, key, item.prescription, plan.workout.day, explained=True)
    return NextTime(
        key=key,
        name=state.catalog.display_name(key),
        function=state.catalog.function_of(key),
        done=done_words(worked(done), unit),
        open=_open(item, plan, done),
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


def _is_first(state: AthleteState, key: str, workout: Workout) -> bool:
    """Whether nothing was logged of the exercise before the workout."""
    earliest = next(iter(state.history(key).exposures), None)
    return earliest is None or earliest.workout_id == workout.workout_id


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
