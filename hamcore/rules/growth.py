"""Rules for the top of the range: repetitions first, more load, once more."""

from collections.abc import Sequence
from decimal import Decimal

from hamcore.model.exercise import Bounds, ProgressionKind
from hamcore.rules.answers import again, answer, bottom, no_reserve, one_more
from hamcore.rules.coach_case import Case
from hamcore.rules.judging import SAME_LOAD, Judged
from hamcore.rules.recommendation import Recommendation, RuleId
from hamcore.rules.slowing import slower_first, tempo_now
from hamcore.rules.steps import EPLEY_REPS, USUAL_STEP, Step, cap, less_help, step_up
from hamcore.units import Load

PAST_TOP = {ProgressionKind.REPS_FIRST: 1}
"""Repetitions past the top before a step that keeps the range (``source_article``: one or two on curls)."""
PAST_TOP_LARGE = 2
"""Repetitions past the top before a step that is too large for the range (own arithmetic)."""


def next_step(case: Case) -> Step | None:
    """The next harder load that can be made; None if there is none or no load was noted."""
    frame = case.frame
    body = frame.body if case.carries_body else Decimal(0)
    if case.is_helped:
        return less_help(case.base, case.plan.reps, _wished(case), frame.loadable, body=body) if case.base else None
    if case.base is None and not case.carries_body:
        return None
    return step_up(case.base or Load(Decimal(0), frame.unit), case.plan.reps, _wished(case), frame.loadable, body=body)


def _wished(case: Case) -> Load:
    """The person's own step, else the usual one; for load on the body the smallest there is."""
    if case.growth.step is not None:
        return case.growth.step
    return Load(Decimal(0), case.frame.unit) if case.carries_body else USUAL_STEP[case.frame.unit]


def goal_reps(case: Case, step: Step | None) -> int:
    """Repetitions that every set needs before the load grows."""
    hi = case.plan.reps.hi
    if step is None:
        return hi
    return hi + (PAST_TOP.get(case.growth.kind, 0) if step.fits else PAST_TOP_LARGE)


def at_the_top(case: Case) -> Recommendation | None:
    """What follows when every planned set reached the top of the range; None if one did not.

    In order: once more if nothing was left in reserve, a slower lowering under the tempo rule, more repetitions first,
    nothing heavier to load, more load, and once more if that was not often enough in a row.
    """
    hi = case.plan.reps.hi
    if not case.last.all_have(hi):
        return None
    if not case.last.all_reach(hi):
        return _confirm_top(case, hi)
    return slower_first(case) or _grown(case)


def _grown(case: Case) -> Recommendation:
    step = next_step(case)
    if step is None:
        return _nothing_heavier(case)
    goal = goal_reps(case, step)
    if not case.last.all_have(goal):
        return _reps_first(case, step, goal)
    row = _tops(case, goal)
    return _step_load(case, step, goal, row) if len(row) >= case.growth.exposures else _confirm_top(case, goal)


def _reps_first(case: Case, step: Step, goal: int) -> Recommendation:
    """More repetitions at this load before the next one."""
    return answer(
        case,
        RuleId.REPS_FIRST,
        case.base,
        one_more(case, goal),
        reps=Bounds(case.plan.reps.lo, goal),
        tempo=tempo_now(case),
        numbers=_figures(case, step, goal),
        unknown=_unknown(case),
    )


def _nothing_heavier(case: Case) -> Recommendation:
    """One repetition more than the best set, or a harder exercise."""
    most = max(attempt.reps for attempt in case.last.attempts) + 1
    return answer(
        case,
        RuleId.NOTHING_HEAVIER,
        case.base,
        one_more(case, most),
        reps=Bounds(case.plan.reps.lo, most),
        tempo=tempo_now(case),
        unknown=_unknown(case) if case.base or case.carries_body else (*_unknown(case), "load"),
        turn_to=_harder(case),
    )


def _harder(case: Case) -> tuple[str, ...]:
    """Exercises that ask for more; after the last help the one without any."""
    exercise = case.exercise
    if exercise is None:
        return ()
    return exercise.harder or ((exercise.variant_of,) if case.is_helped and exercise.variant_of else ())


def _step_load(case: Case, step: Step, goal: int, row: Sequence[Judged]) -> Recommendation:
    """The next load, from the bottom of the range."""
    first_load = case.base is None and case.carries_body
    return answer(
        case,
        RuleId.STEP_LOAD,
        step.load,
        bottom(case),
        facts=tuple(entry for judged in reversed(row) for entry in judged.sets),
        numbers=[*_figures(case, step, goal), *_counted(case, row)],
        unknown=_unknown(case),
        turn_to=_harder(case) if first_load else (),
    )


def _confirm_top(case: Case, goal: int) -> Recommendation:
    """The same once more."""
    reserves = [attempt.rir for attempt in case.last.attempts if attempt.rir is not None]
    lowest = [("lowest_rir", min(reserves))] if reserves else []
    return answer(
        case,
        RuleId.CONFIRM_TOP,
        case.base,
        again(case, goal),
        reps=Bounds(case.plan.reps.lo, goal),
        tempo=tempo_now(case),
        numbers=[("goal_reps", float(goal)), *_counted(case, _tops(case, goal)), *lowest],
        unknown=_unknown(case),
    )


def _counted(case: Case, row: Sequence[Judged]) -> list[tuple[str, float]]:
    return [("tops", len(row)), ("tops_needed", case.growth.exposures)]


def _tops(case: Case, goal: int) -> list[Judged]:
    """The exposures in a row that reached ``goal`` at no lighter a load, latest first, no more than are asked for."""
    found: list[Judged] = []
    least = case.last.hardness - SAME_LOAD * abs(case.last.hardness)
    for judged in case.row(case.growth.exposures):
        if not judged.all_reach(goal) or judged.hardness < least:
            break
        found.append(judged)
    return found


def _figures(case: Case, step: Step, goal: int) -> list[tuple[str, float]]:
    numbers = [("goal_reps", float(goal)), ("cap_percent", 100 * float(cap(case.plan.reps)))]
    if step.share:
        weakest = min(attempt.reps for attempt in case.last.attempts)
        numbers.append(("step_percent", 100 * step.share))
        numbers.append(("expected_reps", max(0.0, (EPLEY_REPS + weakest) / (1 + step.share) - EPLEY_REPS)))
    return numbers


def _unknown(case: Case) -> tuple[str, ...]:
    weight = ("body_weight",) if case.carries_body and not case.frame.body_weight else ()
    return (*no_reserve(case), *weight)
