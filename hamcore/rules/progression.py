"""The next load and why: the rules of progression, asked in order over the replayed exposures of one exercise.

Nothing is counted or stored: correcting an old set corrects every later recommendation. The numbers of a
recommendation, where they apply: ``gap_days`` since the last exposure, ``sets_planned``, ``sets_done`` at the load
judged, ``missing`` sets, ``reps_lo``, ``reps_hi``, ``goal_reps`` before a step, ``step_percent``, ``cap_percent`` (the
largest step that keeps the range), ``expected_reps`` (of the weakest set after the step), ``share_percent`` (of the
last load), ``tops`` and ``tops_needed`` in a row, ``lowest_rir``, ``lower_s`` (seconds of lowering next time),
``sets_now`` in a light week, ``converted`` (1 if the last load was typed in the other unit).

``unknown`` names what could not be known and was not held against the person: ``rir``, ``tempo``, ``body_weight``,
``load``, ``plan``.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter

from hamcore.model.exercise import Bounds, Exercise, Prescription, Tempo
from hamcore.model.log import Form, LoggedSet
from hamcore.rules.answers import EASY_RESERVE, answer, targets
from hamcore.rules.coach_case import Case, CoachFrame, usual_progression
from hamcore.rules.exposures import Exposure
from hamcore.rules.growth import at_the_top
from hamcore.rules.holds import (
    add_reps,
    back_rounded,
    form_broke,
    hold_power,
    missed_once,
    missed_twice,
    not_comparable,
)
from hamcore.rules.judging import judge, sign_of
from hamcore.rules.pauses import deload, layoff, long_layoff
from hamcore.rules.recommendation import Outcome, Recommendation, RuleId

USUAL_REST_S = Bounds(90, 180)
"""Rest between sets where nothing is planned."""

_Rules = Sequence[Callable[[Case], Recommendation | None]]
_PAUSES: _Rules = (long_layoff, layoff, deload)
_RULES: _Rules = (
    *_PAUSES,
    back_rounded,
    form_broke,
    not_comparable,
    missed_twice,
    missed_once,
    hold_power,
    at_the_top,
)
"""In the order in which they are asked; what none of them takes gets one more repetition."""

_day = attrgetter("day")


def recommend(
    history: Sequence[Exposure],
    exercise: Exercise | None,
    key: str,
    prescription: Prescription | None,
    frame: CoachFrame,
    *,
    workout_id: str = "",
    others: Sequence[LoggedSet] = (),
) -> Recommendation:
    """The next targets of one exercise with the rule and the sets behind them; the `flip` is left out.

    ``history`` are the exposures of the exercise ``key``, oldest first; those after ``frame.day`` and from the workout
    ``workout_id`` on do not count. ``others`` are the sets of its latest workout that are no exposure: warm-ups, and
    work in seconds or metres. Without a ``prescription`` that of the ``exercise`` is taken.

    >>> from decimal import Decimal
    >>> from hamcore.model.log import SetType
    >>> from hamcore.rules.exposures import exposures
    >>> from hamcore.rules.loadable import Loadable
    >>> from hamcore.units import Load, LoadUnit
    >>> bar = Loadable(tuple(Decimal(20) + Decimal("2.5") * n for n in range(60)), LoadUnit.KG)
    >>> plan = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1))
    >>> load, day = Load(Decimal(100), LoadUnit.KG), date(2026, 3, 2)
    >>> row = LoggedSet("w", 1, 1, day, "name:Pull", SetType.WORKING, load, 100.0, 8, None, None, None, "")
    >>> done = exposures([row, row._replace(set_no=2), row._replace(set_no=3)])
    >>> next_one = recommend(done, None, "name:Pull", plan, CoachFrame(date(2026, 3, 9), bar))
    >>> next_one.rule.value, str(next_one.load.value), next_one.targets[0].aim
    ('step_load', '102.5', 6)
    """
    plan = prescription or (exercise.prescription if exercise else None)
    stop = frame.gate.stops(exercise)
    past = before_workout(history, frame.day, workout_id)
    if stop is not None:
        return Recommendation(key, frame.day, RuleId.RED_FLAG, Outcome.NONE, (), (), None, stopped_by=stop)
    if painful := [entry for entry in (*others, *(past[-1].sets if past else ())) if entry.form is Form.PAIN]:
        return _without_load(key, exercise, plan, frame, RuleId.PAIN, tuple(painful))
    if not past:
        rule = RuleId.TIMED_WORK if any(_is_timed(entry) for entry in others) else RuleId.FIRST_TIME
        facts = tuple(entry for entry in others if _is_timed(entry))
        return _without_load(key, exercise, plan, frame, rule, facts)
    if plan is None:
        case = _case(past, exercise, key, _plan_of(past[-1]), frame)
        return _first(_PAUSES, case) or _as_before(case)
    case = _case(past, exercise, key, plan, frame)
    return _first(_RULES, case) or add_reps(case)


def before_workout(history: Sequence[Exposure], day: date, workout_id: str = "") -> Sequence[Exposure]:
    """The exposures up to and with ``day``, without those from the workout ``workout_id`` on."""
    end = len(history)
    if end and history[-1].day > day:
        end = bisect_right(history, day, key=_day)
    if workout_id:
        end = next((at for at in range(end - 1, -1, -1) if history[at].workout_id == workout_id), end)
    return history if end == len(history) else history[:end]


def _first(rules: _Rules, case: Case) -> Recommendation | None:
    """What the first rule that applies says."""
    for rule in rules:
        found = rule(case)
        if found is not None:
            return found
    return None


def _case(past: Sequence[Exposure], exercise: Exercise | None, key: str, plan: Prescription, frame: CoachFrame) -> Case:
    sign = sign_of(exercise)
    last = judge(past[-1], plan, sign)
    base = frame.own(last.load) if last.load else None
    return Case(key, exercise, plan, plan.progression or usual_progression(exercise), frame, past, last, base, sign)


def _without_load(
    key: str,
    exercise: Exercise | None,
    plan: Prescription | None,
    frame: CoachFrame,
    rule: RuleId,
    facts: tuple[LoggedSet, ...],
) -> Recommendation:
    """What is planned, with the load left to the person."""
    asked = targets(plan, exercise, None, [plan.reps.lo] * plan.sets, rir=EASY_RESERVE) if plan else ()
    unknown = () if plan else ("plan",)
    return Recommendation(key, frame.day, rule, Outcome.NONE, asked, facts, None, unknown=unknown)


def _is_timed(entry: LoggedSet) -> bool:
    return not entry.reps and (entry.seconds is not None or entry.distance_m is not None)


def _plan_of(exposure: Exposure) -> Prescription:
    """What was done, read as a plan."""
    reps = [entry.reps or 0 for entry in exposure.sets]
    return Prescription(len(reps), Bounds(min(reps), max(reps)), USUAL_REST_S, Tempo(0, 0, 0, 0))


def _as_before(case: Case) -> Recommendation:
    reps = [attempt.reps for attempt in case.last.attempts]
    facts = case.last.exposure.sets
    return answer(case, RuleId.NO_PLAN, case.base, reps, facts=facts, unknown=("plan",))
