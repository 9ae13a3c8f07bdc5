"""Rules for the top of the range: repetitions first, more load, once more."""

from decimal import Decimal

from hamcore.model.exercise import Bounds, ProgressionKind
from hamcore.rules.answers import again, answer, bottom, no_reserve, one_more
from hamcore.rules.coach_case import Case
from hamcore.rules.judging import SAME_LOAD, Judged
from hamcore.rules.recommendation import Recommendation, RuleId
from hamcore.rules.slowing import tempo_now
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


def reps_first(case: Case) -> Recommendation | None:
    """Top of the range, and more repetitions are asked for before the next load."""
    hi = case.plan.reps.hi
    if not case.last.all_reach(hi):
        return None
    step = next_step(case)
    goal = goal_reps(case, step)
    if step is None or case.last.all_have(goal):
        return None
    reps = Bounds(case.plan.reps.lo, goal)
    return answer(
        case,
        RuleId.REPS_FIRST,
        case.base,
        one_more(case, goal),
        reps=reps,
        tempo=tempo_now(case),
        numbers=_figures(case, step, goal),
        unknown=_unknown(case),
    )


def nothing_heavier(case: Case) -> Recommendation | None:
    """Ready for more, but nothing heavier can be made: one repetition more, or a harder exercise."""
    if not case.last.all_reach(case.plan.reps.hi) or next_step(case) is not None:
        return None
    most = max(attempt.reps for attempt in case.last.attempts) + 1
    unknown = _unknown(case) if case.base or case.carries_body else (*_unknown(case), "load")
    return answer(
        case,
        RuleId.NOTHING_HEAVIER,
        case.base,
        one_more(case, most),
        reps=Bounds(case.plan.reps.lo, most),
        tempo=tempo_now(case),
        unknown=unknown,
        turn_to=case.exercise.harder if case.exercise else (),
    )


def step_load(case: Case) -> Recommendation | None:
    """Every set at the top as often in a row as asked: the next load, from the bottom of the range."""
    if not case.last.all_reach(case.plan.reps.hi):
        return None
    step = next_step(case)
    goal = goal_reps(case, step)
    if step is None or len(row := _tops(case, goal)) < case.growth.exposures:
        return None
    first_load = case.base is None and case.carries_body
    return answer(
        case,
        RuleId.STEP_LOAD,
        step.load,
        bottom(case),
        facts=tuple(entry for judged in reversed(row) for entry in judged.sets),
        numbers=[*_figures(case, step, goal), ("tops", len(row)), ("tops_needed", case.growth.exposures)],
        unknown=_unknown(case),
        turn_to=case.exercise.harder if first_load and case.exercise else (),
    )


def confirm_top(case: Case) -> Recommendation | None:
    """Top of the range, but not often enough in a row yet or with nothing left in reserve: once more."""
    hi = case.plan.reps.hi
    if not case.last.all_have(hi):
        return None
    goal = goal_reps(case, next_step(case)) if case.last.all_reach(hi) else hi
    row = _tops(case, goal)
    numbers: list[tuple[str, float]] = [("goal_reps", goal), ("tops", len(row)), ("tops_needed", case.growth.exposures)]
    reserves = [attempt.rir for attempt in case.last.attempts if attempt.rir is not None]
    if reserves:
        numbers.append(("lowest_rir", min(reserves)))
    return answer(
        case,
        RuleId.CONFIRM_TOP,
        case.base,
        again(case, goal),
        reps=Bounds(case.plan.reps.lo, goal),
        tempo=tempo_now(case),
        numbers=numbers,
        unknown=_unknown(case),
    )


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
