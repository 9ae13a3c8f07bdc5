"""What a recommendation is: the next targets, the rule that made them, the sets it looked at, what would flip it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.model.exercise import Bounds, Tempo
from hamcore.model.log import LoggedSet
from hamcore.model.symptom import SymptomKind
from hamcore.rules.records import Record
from hamcore.rules.trend import TrendState
from hamcore.units import Load


class RuleId(StrEnum):
    """The rules of progression, in the order in which they are asked; the first that applies decides.

    Each has a definition in ``data/progression``: title, when it fires, what follows, tag and sources.
    """

    RED_FLAG = "red_flag"
    """A reported sign stops every suggestion, or those of the exercises it concerns."""
    PAIN = "pain"
    """Pain noted in a set of the last workout with this exercise: no load is suggested."""
    FIRST_TIME = "first_time"
    """Nothing logged yet: a light start the person chooses."""
    TIMED_WORK = "timed_work"
    """Time or distance alone was logged: shown again, nothing is computed."""
    LONG_LAYOFF = "long_layoff"
    """Eight weeks or more without the exercise: 70-80 % of the last load."""
    LAYOFF = "layoff"
    """Three weeks or more: about 90 % of the last load."""
    DELOAD = "deload"
    """A lighter week the person asked for: about half the sets at the same load."""
    NO_PLAN = "no_plan"
    """Nothing is planned and no definition says what is usual: the sets of last time again."""
    BACK_ROUNDED = "back_rounded"
    """The back rounded: same load over a shorter range."""
    FORM_BROKE = "form_broke"
    """The form broke: same load again."""
    NOT_COMPARABLE = "not_comparable"
    """Fewer sets than planned: same load again, no miss."""
    MISSED_TWICE = "missed_twice"
    """Under the range twice running: 5-10 % less."""
    MISSED_ONCE = "missed_once"
    """Under the range once: the same again."""
    HOLD_POWER = "hold_power"
    """Power work: the same load, fast."""
    SLOWER_FIRST = "slower_first"
    """Top of the range under the tempo rule: lower more slowly before more load."""
    REPS_FIRST = "reps_first"
    """Top of the range, but the smallest step is too large for it: more repetitions first."""
    NOTHING_HEAVIER = "nothing_heavier"
    """Ready for more, but nothing heavier can be loaded: more repetitions or a harder exercise."""
    STEP_LOAD = "step_load"
    """Top of the range in every set as often as asked: more load, from the bottom of the range."""
    CONFIRM_TOP = "confirm_top"
    """Top of the range, and the cautious setting asks for it once more, or nothing was left in reserve."""
    ADD_REPS = "add_reps"
    """Inside the range: one more repetition where there is room."""


class Outcome(StrEnum):
    """What becomes of the load. It is meant by what it asks: with assistance, less help is more."""

    MORE = "more"
    SAME = "same"
    LESS = "less"
    NONE = "none"
    """No load is suggested."""


@dataclass(frozen=True, slots=True)
class SetTarget:
    """One set to do. ``load`` None: the body alone, or no suggestion where the outcome is NONE.

    ``reps`` is the range in which the set counts as done, ``aim`` the repetitions to go for. ``rir`` None where effort
    is not the point. ``each_side``: once per leg.
    """

    load: Load | None
    reps: Bounds
    aim: int
    rir: Bounds | None
    tempo: Tempo
    rest_s: Bounds
    each_side: bool = False


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of what was logged that leads to another load, or to another load being judged.

    ``before`` and ``after`` are the same sets of one workout as logged and as changed (only the changed ones).
    ``added`` holds sets that were not done and would have made the difference, ``without`` sets that would have had to
    be left out. ``rule``, ``outcome`` and ``load`` say what would then be recommended.
    """

    before: tuple[LoggedSet, ...]
    after: tuple[LoggedSet, ...]
    rule: RuleId
    outcome: Outcome
    load: Load | None
    added: tuple[LoggedSet, ...] = ()
    without: tuple[LoggedSet, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The next targets of one exercise for one day.

    ``facts`` are the sets the rule looked at, oldest first, of one or two workouts; ``last_load`` the load judged
    there. ``unknown`` names what could not be known (``rir``: no reserve was logged). ``numbers`` are the figures the
    wording needs, by name; the module `progression` lists them. ``stopped_by`` is the symptom behind
    `RuleId.RED_FLAG`. ``turn_to`` are exercise ids: harder ones where the load cannot grow or would first have to be
    put on the body, easier ones where it cannot shrink. ``flip`` is None if no change of one workout leads elsewhere,
    and until somebody asks for it.
    """

    exercise: str
    day: date
    rule: RuleId
    outcome: Outcome
    targets: tuple[SetTarget, ...]
    facts: tuple[LoggedSet, ...]
    last_load: Load | None
    numbers: tuple[tuple[str, float], ...] = ()
    unknown: tuple[str, ...] = ()
    flip: Flip | None = None
    stopped_by: SymptomKind | None = None
    turn_to: tuple[str, ...] = ()

    @property
    def load(self) -> Load | None:
        """The load of the first target."""
        return self.targets[0].load if self.targets else None

    @property
    def asks(self) -> tuple[Outcome, Load | None]:
        """What a person would notice: two recommendations that ask the same differ in their reason alone."""
        return self.outcome, self.load


@dataclass(frozen=True, slots=True)
class Shift:
    """What an edit of the log does to one recommendation: the one for a later workout, or for the next (no id)."""

    workout_id: str
    day: date
    before: Recommendation
    after: Recommendation


@dataclass(frozen=True, slots=True)
class RecommendationChange:
    """All that follows for one exercise from an edit of the log before it is saved.

    ``shifts`` are only those that differ, oldest first; the trend states are those of today. Records are gained and
    lost where the same kind of record of the same workout is there only after, or only before.
    """

    exercise: str
    shifts: tuple[Shift, ...]
    records_gained: tuple[Record, ...]
    records_lost: tuple[Record, ...]
    trend_before: TrendState
    trend_after: TrendState
