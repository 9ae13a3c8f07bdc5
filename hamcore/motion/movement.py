"""What a movement is: joint angles over one cycle, the point that stays put, and the things around the athlete."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hamcore.model.exercise import LengthClass

Point = tuple[float, float]
"""x forward, y up, in fractions of stature; the floor is y = 0."""

CHANNELS = ("pelvis", "lumbar", "hip", "knee", "ankle", "shoulder", "elbow", "neck")
"""Joint angles every movement has, in degrees.

``pelvis``: lean from vertical, + forward (lying face down +90, on the back -90); ``lumbar``: thorax against pelvis,
+ bent forward; ``hip``: pelvis to thigh, + bent, 0 in line (the muscle model needs this angle, not trunk to thigh);
``knee``: + bent; ``ankle``: + toes up; ``shoulder``: + arm forward of the trunk; ``elbow``: + bent; ``neck``: + nod.
"""
FAR_CHANNELS = ("hip2", "knee2", "ankle2")
"""The far leg, for movements in which the legs differ; all three or none."""
JOINTS = ("hip", "lumbar", "shoulder", "head", "knee", "ankle", "heel", "toe", "mid")
"""Points of the chain; ``mid`` is the middle of the sole."""


class Cycle(StrEnum):
    """How phase 0 to 1 repeats."""

    MIRROR = "mirror"
    """There and back."""
    LOOP = "loop"
    """0 to 1, then again; the end is the start."""
    ONCE = "once"
    """0 to 1, then from the start; the end is not the start."""


class Kind(StrEnum):
    """What the movement is for."""

    EXERCISE = "exercise"
    STRETCH = "stretch"
    REFERENCE = "reference"
    """Shown for comparison, not to be done in a session."""


@dataclass(frozen=True, slots=True)
class Implement:
    """What is lifted (``barbell``, ``dumbbell``, ``kettlebell``) and where it is held."""

    kind: str
    at: str


@dataclass(frozen=True, slots=True)
class Hands:
    """``to``: what the hands reach for ("" = as the angles say), with the elbow on side ``bend``; ``is_open``: flat."""

    to: str = ""
    bend: int = 1
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Prop:
    """A drawn thing. Lengths in fractions of stature; ``joint`` and ``pivot`` name the joints it follows."""

    kind: str
    points: tuple[Point, ...] = ()
    width: float = 0.0
    at: Point | None = None
    radius: float = 0.0
    joint: str = ""
    pivot: str = ""
    along: float = 0.0
    ahead: float = 0.0
    is_in_front: bool = False


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement as keyframes: ``times`` from 0 to 1 and, for each channel, one angle in degrees per time.

    ``shows`` are the exercises or stretches it stands for. ``anchor`` is the joint held at ``at``. ``begins`` is
    "lifting" or "lowering" for an exercise, "" otherwise. ``has_load_direction`` marks the few movements for which
    the direction of the load may be shown.
    """

    movement_id: str
    name: str
    kind: Kind
    shows: tuple[str, ...]
    length_class: LengthClass
    cycle: Cycle
    begins: str
    anchor: str
    at: Point
    base: str
    load: str
    has_load_direction: bool
    source: str
    times: tuple[float, ...]
    angles_deg: Mapping[str, tuple[float, ...]]
    implement: Implement | None = None
    hands: Hands = Hands()
    arms_between_legs: bool = False
    far_arm_is_opposite: bool = False
    props: tuple[Prop, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether phase 1 and phase 0 are the same instant."""
        return self.cycle is Cycle.LOOP

    @property
    def has_far_leg(self) -> bool:
        """Whether the far leg has its own angles."""
        return "hip2" in self.angles_deg
