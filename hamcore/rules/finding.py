"""What the check of a routine finds, and the change that would answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hamcore.dates import Weekday
from hamcore.model.routine import RoutineDay


class Tone(StrEnum):
    """Whether a finding is worth a look or says that something is fine."""

    LOOK = "look"
    FINE = "fine"


class FindingId(StrEnum):
    """Everything the check can say, in the order in which it is shown. Each has a definition in ``data/findings``."""

    TOO_FEW_SETS = "too_few_sets"
    MORE_THAN_NEEDED = "more_than_needed"
    NO_HINGE = "no_hinge"
    NO_KNEE_FLEXION = "no_knee_flexion"
    NO_LONG_LENGTH = "no_long_length"
    HINGES_CLOSE = "hinges_close"
    HINGE_NOT_FIRST = "hinge_not_first"
    SWING_FIRST = "swing_first"
    HOLDS_BEFORE_HINGE = "holds_before_hinge"
    TECHNIQUE_ON_COMPOUND = "technique_on_compound"
    SHORT_REST = "short_rest"
    ONE_DAY = "one_day"
    FEW_STRETCH_DAYS = "few_stretch_days"
    BUILDING_SETS = "building_sets"
    VOLUME_FITS = "volume_fits"
    BOTH_FUNCTIONS = "both_functions"
    LONG_LENGTH = "long_length"
    HINGES_SPACED = "hinges_spaced"
    HINGE_FIRST = "hinge_first"
    TWO_DAYS = "two_days"
    STRETCH_DAYS = "stretch_days"

    @property
    def tone(self) -> Tone:
        """Whether it is worth a look."""
        return Tone.FINE if self in _FINE else Tone.LOOK


_FINE = frozenset(
    (
        FindingId.BUILDING_SETS,
        FindingId.VOLUME_FITS,
        FindingId.BOTH_FUNCTIONS,
        FindingId.LONG_LENGTH,
        FindingId.HINGES_SPACED,
        FindingId.HINGE_FIRST,
        FindingId.TWO_DAYS,
        FindingId.STRETCH_DAYS,
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A day of the routine, or one item of it: ``position`` counts the day's items from 0, None is the whole day."""

    weekday: Weekday
    position: int | None = None


class FixName(StrEnum):
    """What a fix does, for its words."""

    ADD_SETS = "add_sets"
    TAKE_SETS = "take_sets"
    ADD_EXERCISE = "add_exercise"
    SWAP_EXERCISE = "swap_exercise"
    MOVE_DAYS = "move_days"
    LIGHTEN = "lighten"
    HINGE_FIRST = "hinge_first"
    SWING_LAST = "swing_last"
    HOLDS_LAST = "holds_last"
    PLAIN_SETS = "plain_sets"
    LONGER_REST = "longer_rest"
    SPLIT_DAY = "split_day"
    ADD_STRETCH = "add_stretch"


FIXES: Mapping[FindingId, tuple[FixName, ...]] = {
    FindingId.TOO_FEW_SETS: (FixName.ADD_SETS, FixName.ADD_EXERCISE),
    FindingId.MORE_THAN_NEEDED: (FixName.TAKE_SETS,),
    FindingId.NO_HINGE: (FixName.ADD_EXERCISE,),
    FindingId.NO_KNEE_FLEXION: (FixName.ADD_EXERCISE,),
    FindingId.NO_LONG_LENGTH: (FixName.SWAP_EXERCISE, FixName.ADD_EXERCISE),
    FindingId.HINGES_CLOSE: (FixName.MOVE_DAYS, FixName.LIGHTEN),
    FindingId.HINGE_NOT_FIRST: (FixName.HINGE_FIRST,),
    FindingId.SWING_FIRST: (FixName.SWING_LAST,),
    FindingId.HOLDS_BEFORE_HINGE: (FixName.HOLDS_LAST,),
    FindingId.TECHNIQUE_ON_COMPOUND: (FixName.PLAIN_SETS,),
    FindingId.SHORT_REST: (FixName.LONGER_REST,),
    FindingId.ONE_DAY: (FixName.SPLIT_DAY,),
    FindingId.FEW_STRETCH_DAYS: (FixName.ADD_STRETCH,),
    FindingId.BUILDING_SETS: (FixName.ADD_SETS, FixName.ADD_EXERCISE),
}
"""The fixes a finding may have; those that are not here need none."""

NUMBERS: Mapping[FindingId, tuple[str, ...]] = {
    FindingId.TOO_FEW_SETS: ("weighted", "raw"),
    FindingId.MORE_THAN_NEEDED: ("weighted", "raw"),
    FindingId.BUILDING_SETS: ("weighted", "raw"),
    FindingId.VOLUME_FITS: ("weighted", "raw"),
    FindingId.HINGES_CLOSE: ("hours",),
    FindingId.HINGES_SPACED: ("hours",),
    FindingId.HOLDS_BEFORE_HINGE: ("seconds",),
    FindingId.SHORT_REST: ("seconds",),
    FindingId.ONE_DAY: ("count",),
    FindingId.TWO_DAYS: ("count",),
    FindingId.FEW_STRETCH_DAYS: ("count",),
    FindingId.STRETCH_DAYS: ("count",),
    FindingId.BOTH_FUNCTIONS: ("hip", "knee"),
    FindingId.LONG_LENGTH: ("sets",),
}
"""The numbers a finding comes with, by name; those that are not here have none."""


@dataclass(frozen=True, slots=True)
class SetDay:
    """Give a day new items, or make it. A day left without items goes."""

    day: RoutineDay


@dataclass(frozen=True, slots=True)
class MoveDays:
    """Give days other weekdays, all at once: pairs of the weekday before and after."""

    moves: tuple[tuple[Weekday, Weekday], ...]


Change = SetDay | MoveDays


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of a routine that answers a finding. It fits the routine that was checked and no other.

    For its words, ``subjects`` are the exercise or stretch keys it is about (of a swap the old one, then the new one),
    and ``weekdays`` the days (of a day that is split the new one).
    """

    name: FixName
    changes: tuple[Change, ...]
    subjects: tuple[str, ...] = ()
    weekdays: tuple[Weekday, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check says. ``where`` are the places it is about, none for the week as a whole.

    ``numbers`` are the figures its words need, by name. ``fix`` None where it needs none or no simple one was found.
    """

    finding_id: FindingId
    where: tuple[Place, ...] = ()
    numbers: tuple[tuple[str, float], ...] = ()
    fix: Fix | None = None

    @property
    def tone(self) -> Tone:
        """Whether it is worth a look."""
        return self.finding_id.tone
