"""From a rule's decision to a whole recommendation: its set targets, its outcome and the numbers its words need."""

from collections.abc import Sequence
from decimal import Decimal

from hamcore.model.exercise import Bounds, Exercise, Laterality, Prescription, ProgressionKind, Tempo
from hamcore.model.log import LoggedSet
from hamcore.rules.coach_case import Case
from hamcore.rules.judging import LEAST_RESERVE, SAME_LOAD
from hamcore.rules.plates import READS_AS
from hamcore.rules.recommendation import Outcome, Recommendation, RuleId, SetTarget
from hamcore.units import Load

USUAL_RESERVE = Bounds(1, 3)
"""Repetitions in reserve to end a set with (``acsm_2026``: two to three suffice)."""
EASY_RESERVE = Bounds(2, 4)
"""The same for a first time, after a layoff and in a light week."""
LEAST_REST_S = 60
"""No shorter rest is suggested (``singer_2024``)."""


def targets(
    plan: Prescription,
    exercise: Exercise | None,
    load: Load | None,
    aims: Sequence[int],
    *,
    reps: Bounds | None = None,
    rir: Bounds | None = USUAL_RESERVE,
    tempo: Tempo | None = None,
) -> tuple[SetTarget, ...]:
    """One target per aim; what is not given is that of the plan."""
    rest = plan.rest_s
    if rest.lo < LEAST_REST_S:
        rest = Bounds(LEAST_REST_S, max(rest.hi, LEAST_REST_S))
    each_side = exercise is not None and exercise.laterality is Laterality.UNILATERAL
    return tuple(
        SetTarget(load, reps or plan.reps, aim, rir, tempo or plan.tempo, rest, each_side=each_side) for aim in aims
    )


def answer(
    case: Case,
    rule: RuleId,
    load: Load | None,
    aims: Sequence[int],
    *,
    reps: Bounds | None = None,
    rir: Bounds | None = USUAL_RESERVE,
    tempo: Tempo | None = None,
    facts: tuple[LoggedSet, ...] | None = None,
    numbers: Sequence[tuple[str, float]] = (),
    unknown: tuple[str, ...] = (),
    turn_to: tuple[str, ...] = (),
) -> Recommendation:
    """The recommendation of ``rule``; a load of 0 is the body alone.

    `Case.base` as the load means that it stays, as far as it can be made.
    """
    outcome = _outcome(case, load)
    stays = outcome is Outcome.SAME and load is not None
    load = case.held if stays else load
    load = load if load is None or load.value else None
    effort = None if case.growth.kind is ProgressionKind.HOLD else rir
    return Recommendation(
        exercise=case.key,
        day=case.frame.day,
        rule=rule,
        outcome=outcome,
        targets=targets(case.plan, case.exercise, load, aims, reps=reps, rir=effort, tempo=tempo),
        facts=case.last.sets if facts is None else facts,
        last_load=case.last.load,
        numbers=(*_always(case), *(_rounded(case, load) if stays else ()), *numbers),
        unknown=unknown,
        turn_to=turn_to,
    )


def _outcome(case: Case, load: Load | None) -> Outcome:
    change = ((load.value if load else 0) - (case.base.value if case.base else 0)) * int(case.sign)
    if not change:
        return Outcome.SAME
    return Outcome.MORE if change > 0 else Outcome.LESS


def _always(case: Case) -> list[tuple[str, float]]:
    plan = case.plan
    return [
        ("gap_days", case.gap_days),
        ("sets_planned", plan.sets),
        ("sets_done", len(case.last.attempts)),
        ("reps_lo", plan.reps.lo),
        ("reps_hi", plan.reps.hi),
    ]


def _rounded(case: Case, load: Load | None) -> list[tuple[str, float]]:
    """Which way the load that stays had to be rounded; nothing where it reads as it was done.

    One done in the other unit may differ as much as loads do that count as the same: 28 kg and 62 lb are one bell.
    """
    if case.last.load is None:
        return []
    unit = case.frame.unit
    done = case.last.load.in_unit(unit)
    change = (load.value if load else 0) - done
    allowed = READS_AS if case.last.load.unit is unit else max(READS_AS, Decimal(str(SAME_LOAD)) * done)
    return [("rounded", 1 if change > 0 else -1)] if abs(change) > allowed else []


def again(case: Case, hi: int | None = None) -> list[int]:
    """Aims that repeat what was done, kept inside the range (up to ``hi``); the bottom for sets that were not done."""
    lo, top = case.plan.reps.lo, case.plan.reps.hi if hi is None else hi
    done = [min(max(attempt.reps, lo), top) for attempt in case.last.attempts]
    return done + [lo] * (case.plan.sets - len(done))


def one_more(case: Case, hi: int | None = None) -> list[int]:
    """As `again`, with one repetition more where there is room and the set did not end without any in reserve."""
    lo, top = case.plan.reps.lo, case.plan.reps.hi if hi is None else hi
    aims = []
    for attempt in case.last.attempts:
        more = 1 if attempt.rir is None or attempt.rir >= LEAST_RESERVE else 0
        aims.append(min(max(attempt.reps + more, lo), top))
    return aims + [lo] * (case.plan.sets - len(aims))


def bottom(case: Case) -> list[int]:
    """The bottom of the range for every planned set."""
    return [case.plan.reps.lo] * case.plan.sets


def no_reserve(case: Case) -> tuple[str, ...]:
    """The name of what is unknown if a judged set has no reserve noted."""
    return ("rir",) if any(attempt.rir is None for attempt in case.last.attempts) else ()
