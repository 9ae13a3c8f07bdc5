"""Which way a barbell and the body's weight pull at hip and knee. Deadlift, Romanian deadlift and good morning only.

Standing still, seen from the side, both legs together. The hip moment is good to about a fifth; the knee's is not good
enough for a number, so it is only a direction with a wide zone in which it says nothing. Single-leg lifts, swings,
curls and hip thrusts need forces this sum leaves out.
"""

from dataclasses import dataclass
from enum import StrEnum

from hamcore.motion.movement import Movement, Point
from hamcore.motion.pose import Pose, pose_at
from hamcore.motion.segments import Segments

GRAVITY_M_S2 = 9.81
HIP_UNCERTAINTY = 0.2
"""Share of the hip moment it may be off by, either way."""
HIP_STEP_NM = 10
KNEE_DEAD_ZONE_NM = 50.0
"""Knee moments smaller than this, with both legs together, have no direction worth naming."""
_LOADS = {"bar in hands", "bar on upper back"}

# Share of body weight and place of the centre of mass as Winter's table gives them; both arms, both thighs together.
_TRUNK_SHARE, _HEAD_SHARE = 0.497, 0.081
_UPPER_ARMS_SHARE, _UPPER_ARM_CENTRE = 0.056, 0.436
_FOREARMS_SHARE, _FOREARM_CENTRE = 0.032, 0.43
_HANDS_SHARE = 0.012
_THIGHS_SHARE, _THIGH_CENTRE = 0.2, 0.433


class KneeLoad(StrEnum):
    """Who resists at the knee."""

    QUADS = "quads"
    """The load bends the knee."""
    HAMSTRINGS = "hamstrings"
    """The load straightens the knee."""
    NEITHER = "neither"
    """Too small for this sum to tell."""


@dataclass(frozen=True, slots=True)
class LoadDirection:
    """``hip_nm``: moment the hip extensors hold, both legs, rounded to 10 Nm; it lies between the low and the high."""

    hip_nm: int
    hip_low_nm: int
    hip_high_nm: int
    knee: KneeLoad


@dataclass(frozen=True, slots=True)
class Lifter:
    """Stature in metres, body mass and bar mass in kilograms."""

    stature_m: float = 1.75
    body_kg: float = 80.0
    bar_kg: float = 100.0


def load_direction(movement: Movement, t: float, segments: Segments, lifter: Lifter) -> LoadDirection | None:
    """The load's direction at phase ``t``; None for every movement it may not be shown for."""
    if not movement.has_load_direction or movement.load not in _LOADS:
        return None
    hip_nm, knee_nm = moments_nm(pose_at(movement, t, segments), lifter)
    return LoadDirection(
        _rounded(hip_nm),
        _rounded(hip_nm * (1 - HIP_UNCERTAINTY)),
        _rounded(hip_nm * (1 + HIP_UNCERTAINTY)),
        knee_load(knee_nm),
    )


def knee_load(knee_nm: float) -> KneeLoad:
    """The direction of a knee moment (both legs, + = the quads resist).

    >>> knee_load(79), knee_load(-120), knee_load(-50)
    (<KneeLoad.QUADS: 'quads'>, <KneeLoad.HAMSTRINGS: 'hamstrings'>, <KneeLoad.NEITHER: 'neither'>)
    """
    if abs(knee_nm) <= KNEE_DEAD_ZONE_NM:
        return KneeLoad.NEITHER
    return KneeLoad.QUADS if knee_nm > 0 else KneeLoad.HAMSTRINGS


def moments_nm(pose: Pose, lifter: Lifter) -> tuple[float, float]:
    """Hip and knee moment in Nm, both legs, + = the extensors resist. For sums and tests, never for a page."""
    above = _masses_above_the_hip(pose, lifter)
    thigh_centre = _between(pose.joints["hip"], pose.joints["knee"], _THIGH_CENTRE)
    above_the_knee = [*above, (_THIGHS_SHARE * lifter.body_kg, thigh_centre[0])]
    hip_x, knee_x = pose.joints["hip"][0], pose.joints["knee"][0]
    hip = sum(mass * (x - hip_x) for mass, x in above)
    knee = -sum(mass * (x - knee_x) for mass, x in above_the_knee)
    return GRAVITY_M_S2 * lifter.stature_m * hip, GRAVITY_M_S2 * lifter.stature_m * knee


def _masses_above_the_hip(pose: Pose, lifter: Lifter) -> list[tuple[float, float]]:
    """Mass in kg and forward place in statures of trunk, head, arms and bar."""
    joints = pose.joints
    parts = (
        (_TRUNK_SHARE, _between(joints["hip"], joints["shoulder"], 0.5)),
        (_HEAD_SHARE, joints["head"]),
        (_UPPER_ARMS_SHARE, _between(joints["shoulder"], joints["elbow"], _UPPER_ARM_CENTRE)),
        (_FOREARMS_SHARE, _between(joints["elbow"], joints["wrist"], _FOREARM_CENTRE)),
        (_HANDS_SHARE, joints["grip"]),
    )
    return [(share * lifter.body_kg, place[0]) for share, place in parts] + [(lifter.bar_kg, joints["bar"][0])]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _rounded(moment_nm: float) -> int:
    return round(moment_nm / HIP_STEP_NM) * HIP_STEP_NM
