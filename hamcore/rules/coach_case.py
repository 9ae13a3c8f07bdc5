"""What the rules of progression look at: the plan, the past of one exercise, and what can be loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hamcore.model.exercise import Exercise, Function, LoadKind, Mechanic, Prescription, Progression, ProgressionKind
from hamcore.rules.exposures import Exposure
from hamcore.rules.judging import Judged, judge
from hamcore.rules.loadable import Loadable
from hamcore.rules.safety import SafetyGate
from hamcore.rules.trend import LAYOFF_DAYS
from hamcore.units import Load, LoadUnit

LOOK_BACK = 12
"""No rule looks further back than this many exposures."""

_OPEN = SafetyGate()


@dataclass(frozen=True, slots=True)
class CoachFrame:
    """What surrounds a recommendation: the day, what can be loaded, what is stopped, whether the week is light.

    ``body_weight`` is that of the day, None if unknown; it matters where load is added to the body or help taken away.
    """

    day: date
    loadable: Loadable
    gate: SafetyGate = _OPEN
    is_deload: bool = False
    body_weight: Load | None = None

    @property
    def unit(self) -> LoadUnit:
        """The person's unit, in which every load is recommended."""
        return self.loadable.unit

    @property
    def body(self) -> Decimal:
        """The body weight as a number in the person's unit, 0 if unknown."""
        return self.body_weight.in_unit(self.unit) if self.body_weight else Decimal(0)

    def own(self, load: Load) -> Load:
        """A load in the person's unit: as typed if it is, else the nearest one that can be made."""
        return load if load.unit is self.unit else self.loadable.round(load)


class Case(NamedTuple):
    """One exercise with a plan and a past: ``past`` is oldest first and never empty, ``last`` its latest, judged.

    ``base`` is the last load in the person's unit, None for the body alone and where no load was noted. ``sign`` is 1
    where more load is harder, -1 for help.
    """

    key: str
    exercise: Exercise | None
    plan: Prescription
    growth: Progression
    frame: CoachFrame
    past: Sequence[Exposure]
    last: Judged
    base: Load | None
    sign: float

    @property
    def is_helped(self) -> bool:
        """Whether the load is help."""
        return self.sign < 0

    @property
    def carries_body(self) -> bool:
        """Whether the body is part of what is lifted."""
        kind = self.exercise.load_kind if self.exercise else LoadKind.EXTERNAL
        return kind in (LoadKind.BODY_WEIGHT, LoadKind.ASSISTED)

    @property
    def gap_days(self) -> int:
        """Days since the last exposure."""
        return (self.frame.day - self.past[-1].day).days

    def row(self, most: int = LOOK_BACK) -> list[Judged]:
        """The last exposures judged, the latest first, at most ``most`` and back to the last layoff."""
        found = [self.last]
        for exposure in self.past[-2 : -most - 1 : -1]:
            if (found[-1].exposure.day - exposure.day).days >= LAYOFF_DAYS:
                break
            found.append(judge(exposure, self.plan, self.sign))
        return found

    def before(self) -> Judged | None:
        """The exposure before the last one; None without one or after a layoff."""
        return next(iter(self.row(2)[1:]), None)


def usual_progression(exercise: Exercise | None) -> Progression:
    """How an exercise grows if nothing else is planned.

    Power work holds its load; curls, and whatever moves the body itself, gain repetitions first (``source_article``);
    everything else goes by double progression.

    >>> usual_progression(None).kind.value
    'load'
    """
    return Progression(_usual_kind(exercise))


def _usual_kind(exercise: Exercise | None) -> ProgressionKind:
    if exercise is None:
        return ProgressionKind.LOAD
    if exercise.function in (Function.BALLISTIC_HINGE, Function.STRETCH):
        return ProgressionKind.HOLD
    curls = exercise.function is Function.KNEE_FLEXION and exercise.mechanic is Mechanic.ISOLATION
    with_body = exercise.load_kind in (LoadKind.BODY_WEIGHT, LoadKind.ASSISTED)
    return ProgressionKind.REPS_FIRST if curls or with_body else ProgressionKind.LOAD
