"""How often a person did what was suggested: the share of planned sets reached in the last workouts of one exercise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hamcore.model.exercise import Exercise, Prescription
from hamcore.rules.coach_case import LOOK_BACK, CoachFrame
from hamcore.rules.exposures import Exposure
from hamcore.rules.judging import SAME_LOAD, Attempt, judge, sign_of
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Recommendation, RuleId, SetTarget

MOST_EXPOSURES = 12
LEAST_EXPOSURES = 4
"""With fewer judged workouts a rate is not given."""
_NOT_JUDGED = (RuleId.LAYOFF, RuleId.LONG_LAYOFF, RuleId.DELOAD)
"""What is suggested after a break says nothing about the weeks in between."""


@dataclass(frozen=True, slots=True)
class SuccessRate:
    """``reached`` of ``sets`` planned sets in the last ``exposures`` workouts that could be judged (at most 12)."""

    reached: int
    sets: int
    exposures: int

    @property
    def is_enough(self) -> bool:
        """Whether there were enough workouts to go by."""
        return self.exposures >= LEAST_EXPOSURES

    @property
    def share(self) -> float:
        """The share of sets reached, 0 to 1; 0 without any."""
        return self.reached / self.sets if self.sets else 0.0


def success_rate(
    history: Sequence[Exposure], exercise: Exercise | None, key: str, plan: Prescription, frame: CoachFrame
) -> SuccessRate:
    """How often the planned sets of ``history`` (oldest first) reached what the rules suggest from those before.

    A set reaches its target at about the same load with the repetitions aimed at, or at a harder one inside the range;
    a set that was not done is not reached.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from hamcore.model.exercise import Bounds, Tempo
    >>> from hamcore.rules.loadable import Loadable
    >>> from hamcore.units import LoadUnit
    >>> plan = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1))
    >>> frame = CoachFrame(date(2026, 3, 9), Loadable((Decimal(20),), LoadUnit.KG))
    >>> success_rate([], None, "name:Pull", plan, frame)
    SuccessRate(reached=0, sets=0, exposures=0)
    """
    reached = sets = judged = 0
    for at in range(max(1, len(history) - MOST_EXPOSURES), len(history)):
        done, past = history[at], history[max(0, at - LOOK_BACK) : at]
        suggested = recommend(past, exercise, key, plan, replace(frame, day=done.day))
        if suggested.rule in _NOT_JUDGED or (suggested.load is None and suggested.last_load is not None):
            continue
        judged += 1
        sets += len(suggested.targets)
        reached += _reached(done, suggested, plan, sign_of(exercise))
    return SuccessRate(reached, sets, judged)


def _reached(done: Exposure, suggested: Recommendation, plan: Prescription, sign: float) -> int:
    attempts = judge(done, plan, sign).attempts
    return sum(_is_reached(*pair, sign) for pair in zip(attempts, suggested.targets, strict=False))


def _is_reached(attempt: Attempt, target: SetTarget, sign: float) -> bool:
    wanted = sign * float(target.load.kg) if target.load else 0.0
    room = SAME_LOAD * abs(wanted)
    if attempt.hardness > wanted + room:
        return attempt.reps >= target.reps.lo
    return attempt.hardness >= wanted - room and attempt.reps >= target.aim
