"""What comes of playing a routine forward: points, bands, where it stops, what it takes for granted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.rules.deload import DeloadOffer
from hamcore.rules.recommendation import RuleId
from hamcore.rules.success_rate import SuccessRate


class Assumption(StrEnum):
    """What the play forward takes for granted; each is to be said beside it."""

    EVERY_WORKOUT = "every_workout"
    """No workout is missed or moved, and the routine stays as it is."""
    AS_SUGGESTED = "as_suggested"
    """The load is the one suggested, and no set goes past its aim."""
    ONE_SHORT = "one_short"
    """A set that is not made ends one repetition short, and the last sets are the first to fail."""
    SAME_RATE = "same_rate"
    """The rate stays what it was, whatever the load."""
    SETS_ALONE = "sets_alone"
    """Each set goes well or not by itself; good and bad days would make the band wider."""
    NO_RESERVE = "no_reserve"
    """No effort is noted."""


@dataclass(frozen=True, slots=True)
class Band:
    """The median of the runs and the ends of their middle 80 %."""

    lo: float
    mid: float
    hi: float


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """The last workout of a week (from 0) if every set is made. ``load_kg`` None for the body alone."""

    week: int
    load_kg: float | None
    reps: int
    rule: RuleId


@dataclass(frozen=True, slots=True)
class WeekBand:
    """The last workout of a week (from 0) at the person's rate. ``load_kg`` None for the body alone.

    Load and repetitions of the first set have a band each: they go up and down against each other.
    """

    week: int
    load_kg: Band | None
    reps: Band


@dataclass(frozen=True, slots=True)
class LiftForecast:
    """One exercise played forward.

    ``made`` if every set is made, ``usual`` at the person's rate (empty where there were too few workouts for one).
    ``no_load`` is the rule that suggests none, where that is so from the first workout on. ``ceiling`` is the week in
    which nothing heavier can be loaded any more if every set is made. ``trend_known`` tells whether a level line could
    be told from the sessions at the end: a plateau of an exercise where it could not is not seen.
    """

    key: str
    made: tuple[WeekPoint, ...]
    usual: tuple[WeekBand, ...]
    rate: SuccessRate
    no_load: RuleId | None
    ceiling: int | None
    trend_known: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """A routine played forward: ``weeks`` from ``start`` on.

    ``stop`` is the week (from 0) after which a lighter week would be offered at the person's rate, and ``offer`` why:
    ``usual`` ends there, as what follows is the person's choice. None if that does not come.
    """

    start: date
    weeks: int
    lifts: tuple[LiftForecast, ...]
    stop: int | None
    offer: DeloadOffer | None
    assumptions: tuple[Assumption, ...] = tuple(Assumption)
