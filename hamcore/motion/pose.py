"""Where every joint of the drawn athlete is at one phase of a movement."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import acos, degrees, dist

from hamcore.motion.interpolation import hermite
from hamcore.motion.movement import Movement, Point
from hamcore.motion.segments import Segments, along, lean_of

_NEVER_STRAIGHTER = 1e-6


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles in degrees, joints and leans of one instant.

    ``joints``: name to point, x forward and y up in fractions of stature (``bar`` only where something is lifted).
    ``leans_deg``: part to its lean from vertical, + forward. ``far_joints``: the far leg, where it has its own angles.
    """

    angles_deg: Mapping[str, float]
    joints: Mapping[str, Point]
    leans_deg: Mapping[str, float]
    far_joints: Mapping[str, Point]

    @property
    def hip_deg(self) -> float:
        """Pelvis to thigh, the angle the muscle model needs."""
        return self.angles_deg["hip"]

    @property
    def knee_deg(self) -> float:
        """Knee bend."""
        return self.angles_deg["knee"]


def angles_at(movement: Movement, t: float) -> dict[str, float]:
    """Every channel's angle in degrees at phase ``t`` (0 to 1)."""
    return {
        channel: hermite(movement.times, values, t, is_closed=movement.is_closed)
        for channel, values in movement.angles_deg.items()
    }


def pose_at(movement: Movement, t: float, segments: Segments) -> Pose:
    """The pose of ``movement`` at phase ``t`` (0 to 1), placed so that its anchor stays where it is held."""
    angles = angles_at(movement, t)
    chain, leans = _trunk_and_leg(angles, segments)
    dx, dy = (movement.at[axis] - chain[movement.anchor][axis] for axis in (0, 1))
    joints = {name: (x + dx, y + dy) for name, (x, y) in chain.items()}
    held = _held(movement, joints, leans, angles["hip"])
    arm = _arm(movement, joints, leans, angles, held, segments)
    joints |= arm
    leans |= {"upper_arm": lean_of(arm["elbow"], joints["shoulder"]), "forearm": lean_of(arm["grip"], arm["elbow"])}
    if movement.implement:
        joints["bar"] = held or joints["grip"]
    far = _leg(joints["hip"], angles, "2", segments)[0] if movement.has_far_leg else {}
    return Pose(angles, joints, leans, far)


def _trunk_and_leg(angles: Mapping[str, float], segments: Segments) -> tuple[dict[str, Point], dict[str, float]]:
    thorax = angles["pelvis"] + angles["lumbar"]
    hip = (0.0, 0.0)
    lumbar = along(hip, angles["pelvis"], segments.pelvis)
    shoulder = along(lumbar, thorax, segments.thorax)
    head = along(shoulder, thorax + angles["neck"], segments.neck + segments.head_radius)
    leg, leg_leans = _leg(hip, angles, "", segments)
    leans = {"pelvis": angles["pelvis"], "thorax": thorax, "head": thorax + angles["neck"], **leg_leans}
    return {"hip": hip, "lumbar": lumbar, "shoulder": shoulder, "head": head, **leg}, leans


def _leg(
    hip: Point, angles: Mapping[str, float], suffix: str, segments: Segments
) -> tuple[dict[str, Point], dict[str, float]]:
    thigh = angles["pelvis"] - angles[f"hip{suffix}"]
    shank = thigh + angles[f"knee{suffix}"]
    foot = shank - angles[f"ankle{suffix}"]
    knee = along(hip, thigh, -segments.thigh)
    ankle = along(knee, shank, -segments.shank)
    back = segments.foot * segments.heel_to_ankle
    sole = {"heel": -back, "toe": segments.foot - back, "mid": segments.foot / 2 - back}
    points = {name: along(ankle, foot, -segments.ankle_height, ahead) for name, ahead in sole.items()}
    return {"knee": knee, "ankle": ankle, **points}, {"thigh": thigh, "shank": shank, "foot": foot}


def _held(movement: Movement, joints: Mapping[str, Point], leans: Mapping[str, float], hip_deg: float) -> Point | None:
    """Where the implement rests on the body; None when the hands carry it."""
    match movement.implement.at if movement.implement else "":
        case "hip_crease":
            return along(joints["hip"], leans["pelvis"] - hip_deg / 2, 0.012, 0.078)
        case "upper_back":
            return along(joints["shoulder"], leans["thorax"], 0.022, -0.05)
    return None


def _arm(
    movement: Movement,
    joints: Mapping[str, Point],
    leans: Mapping[str, float],
    angles: Mapping[str, float],
    held: Point | None,
    segments: Segments,
) -> dict[str, Point]:
    shoulder = joints["shoulder"]
    match movement.hands.to:
        case "bar":
            target = held
        case "chest":
            target = along(shoulder, leans["thorax"], 0.006, 0.078)
        case "thigh":
            target = along(joints["hip"], leans["thigh"], -0.152, -0.03)
        case _:
            target = None
    if target:
        return _reach(shoulder, target, movement.hands.bend, segments)
    return _hanging(shoulder, leans["thorax"] - angles["shoulder"], angles["elbow"], segments)


def _hanging(shoulder: Point, lean_deg: float, elbow_deg: float, segments: Segments) -> dict[str, Point]:
    elbow = along(shoulder, lean_deg, -segments.upper_arm)
    return {
        "elbow": elbow,
        "wrist": along(elbow, lean_deg - elbow_deg, -segments.forearm),
        "grip": along(elbow, lean_deg - elbow_deg, -segments.forearm - segments.grip),
    }


def _reach(shoulder: Point, target: Point, bend: int, segments: Segments) -> dict[str, Point]:
    """The arm that puts the grip on ``target`` with both bones at full length, the elbow on side ``bend``."""
    upper, lower = segments.upper_arm, segments.forearm + segments.grip
    shortest, longest = abs(upper - lower) + _NEVER_STRAIGHTER, upper + lower - _NEVER_STRAIGHTER
    distance = min(max(dist(shoulder, target), shortest), longest)
    corner = degrees(acos((upper**2 + distance**2 - lower**2) / (2 * upper * distance)))
    lean = lean_of(target, shoulder) + bend * corner
    elbow = along(shoulder, lean, -upper)
    return _hanging(shoulder, lean, lean - lean_of(target, elbow), segments)
