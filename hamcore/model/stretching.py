"""What was stretched and how far a joint reached: holds, range tests, and the stretches a person made themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hamcore.model.exercise import Bounds, Stretch
from hamcore.model.log import OWN_NAME, Side

HOLD_SECONDS = Bounds(1, 600)
"""How long one hold may be, in seconds."""
HOLD_REPS = Bounds(1, 100)
"""How many repetitions one round of a moving stretch may have."""
ROUNDS = Bounds(1, 10)
DEGREES = (0.0, 180.0)
"""An angle a person can read off, in degrees."""
CENTIMETRES = (-50.0, 60.0)
"""How far a reach ends before (below 0) or past a zero point that lies at the feet, in centimetres."""
ZERO_POINT_CM = (0.0, 50.0)
"""Where a scale shows the soles of the feet, in centimetres."""
LONGEST_NOTE = 300
LONGEST_NAME = 60


class HoldKind(StrEnum):
    """How a hold came into the log."""

    GUIDED = "guided"
    """Timed by the guided session."""
    TICKED = "ticked"
    """Ticked or typed by hand."""


class Occasion(StrEnum):
    """When a hold was done, seen from the training of the day."""

    AFTER_TRAINING = "after_training"
    OFF_DAY = "off_day"
    BEFORE_TRAINING = "before_training"


@dataclass(frozen=True, slots=True)
class Hold:
    """One stretch held once, or one round of a moving stretch. Exactly one of ``seconds`` and ``reps`` is set.

    ``hold_id`` is made where the hold was done and stays the same when it is sent again. ``stretch`` is a stretch id,
    or ``OWN_NAME`` and the name of a person's own. ``side`` is None where both legs are stretched at once. ``when`` is
    None where nobody said. Raises ValueError for what no hold can be, with the limit in the message.
    """

    hold_id: str
    day: date
    stretch: str
    side: Side | None
    seconds: int | None = None
    reps: int | None = None
    kind: HoldKind = HoldKind.TICKED
    when: Occasion | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an impossible hold."""
        if not self.hold_id or not self.stretch.removeprefix(OWN_NAME):
            raise ValueError("a hold has an id and a stretch")
        if (self.seconds is None) == (self.reps is None):
            raise ValueError("a stretch is held or done in repetitions: exactly one of the two")
        _within("a hold", self.seconds, HOLD_SECONDS, "seconds")
        _within("a round", self.reps, HOLD_REPS, "repetitions")
        _check_note(self.note)


class RangeTestName(StrEnum):
    """A way of measuring how far the hamstrings let a joint go. The values of two tests are never compared."""

    STRAIGHT_LEG_RAISE = "straight_leg_raise"
    """Lying, knee straight: how far the leg comes up from the floor, in degrees. More is further."""
    ACTIVE_KNEE_EXTENSION = "active_knee_extension"
    """Lying, thigh upright: what the knee lacks to straight, in degrees. Less is further."""
    SIT_AND_REACH = "sit_and_reach"
    """Sitting, legs straight: where the fingers get to on a scale, in centimetres. More is further."""


class RangeUnit(StrEnum):
    """What a range test is read in."""

    DEG = "deg"
    CM = "cm"


@dataclass(frozen=True, slots=True)
class RangeTest:
    """One reading of a range test.

    ``side`` is None for the sit-and-reach, which tests both legs at once. ``zero_point_cm`` is what the scale shows at
    the soles of the feet, and None for angles: two sit-and-reach readings compare by ``past_feet_cm``. ``warm`` says
    whether it was done after the usual warm-up. Raises ValueError for what no reading can be.
    """

    test_id: str
    day: date
    test: RangeTestName
    side: Side | None
    value: float
    unit: RangeUnit
    zero_point_cm: float | None = None
    warm: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an impossible reading."""
        reaches = self.test is RangeTestName.SIT_AND_REACH
        if not self.test_id:
            raise ValueError("a range test has an id")
        if self.unit is not unit_of(self.test):
            raise ValueError(f"this test is read in {unit_of(self.test).value}")
        if reaches == (self.side is not None):
            raise ValueError("sit-and-reach tests both legs at once" if reaches else "this test has a side")
        if reaches == (self.zero_point_cm is None):
            raise ValueError("sit-and-reach needs its zero point" if reaches else "an angle has no zero point")
        if self.zero_point_cm is not None:
            _between("the zero point", self.zero_point_cm, ZERO_POINT_CM, "cm")
            _between("a reach past the feet", self.value - self.zero_point_cm, CENTIMETRES, "cm")
        else:
            _between("an angle", self.value, DEGREES, "degrees")
        _check_note(self.note)

    @property
    def comparable(self) -> float:
        """The number to compare with other readings of the test: degrees, or centimetres past the feet.

        >>> reach = RangeTestName.SIT_AND_REACH
        >>> RangeTest("a", date(2026, 5, 1), reach, None, 30.0, RangeUnit.CM, 23.0).comparable
        7.0
        """
        return self.value - (self.zero_point_cm or 0.0)


@dataclass(frozen=True, slots=True)
class OwnStretch:
    """A stretch a person added: held ``hold_s`` seconds, or moved ``reps`` times, ``rounds`` times on each side.

    ``forward_bend``: the trunk is bent over the legs, which an ache at the sit bone rules out.
    """

    name: str
    hold_s: int | None = None
    reps: int | None = None
    rounds: int = 2
    each_side: bool = True
    forward_bend: bool = False

    def __post_init__(self) -> None:
        """Refuse an impossible stretch."""
        if not self.name.strip() or self.name != self.name.strip() or not self.name.isprintable():
            raise ValueError("a stretch needs a name of one line, without spaces at its ends")
        if len(self.name) > LONGEST_NAME:
            raise ValueError(f"the name has {len(self.name)} characters; allowed are {LONGEST_NAME}")
        if (self.hold_s is None) == (self.reps is None):
            raise ValueError("a stretch is held or done in repetitions: exactly one of the two")
        _within("a hold", self.hold_s, HOLD_SECONDS, "seconds")
        _within("a round", self.reps, HOLD_REPS, "repetitions")
        _within("a stretch", self.rounds, ROUNDS, "rounds")

    @property
    def key(self) -> str:
        """The key under which its holds are logged."""
        return OWN_NAME + self.name

    def definition(self) -> Stretch:
        """The stretch in the form of a shipped one; what nobody wrote down is empty.

        >>> OwnStretch("Door frame", hold_s=30).definition().stretch_id
        'name:Door frame'
        """
        return Stretch(
            stretch_id=self.key,
            name=self.name,
            aliases=(),
            dynamic=self.reps is not None,
            nerve_technique=False,
            each_side=self.each_side,
            hold_s=(self.hold_s and Bounds(self.hold_s, self.hold_s)) or None,
            reps=(self.reps and Bounds(self.reps, self.reps)) or None,
            rounds=Bounds(self.rounds, self.rounds),
            days_per_week=Bounds(2, 3),
            how_to=(),
            mistakes=(),
            stop_signs=(),
            credit="",
            sources=(),
            forward_bend=self.forward_bend,
        )


@dataclass(frozen=True, slots=True)
class StretchLog:
    """Everything of one athlete's stretching, the oldest first."""

    holds: tuple[Hold, ...] = ()
    range_tests: tuple[RangeTest, ...] = ()
    own: Mapping[str, OwnStretch] = field(default_factory=dict)
    """Key to the athlete's own stretch, in order of name."""


def unit_of(test: RangeTestName) -> RangeUnit:
    """What a test is read in."""
    return RangeUnit.CM if test is RangeTestName.SIT_AND_REACH else RangeUnit.DEG


def _within(what: str, value: int | None, limits: Bounds, unit: str) -> None:
    if value is not None and not limits.lo <= value <= limits.hi:
        raise ValueError(f"{what} has {limits.lo} to {limits.hi} {unit}, not {value}")


def _between(what: str, value: float, limits: tuple[float, float], unit: str) -> None:
    # Written so that what is not a number is refused as well.
    if not limits[0] <= value <= limits[1]:
        raise ValueError(f"{what} lies from {limits[0]:g} to {limits[1]:g} {unit}, not at {value:g}")


def _check_note(note: str) -> None:
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"a note has at most {LONGEST_NOTE} characters, not {len(note)}")
