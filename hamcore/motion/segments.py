"""Lengths of the body's segments and the point rule everything is built from."""

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin

from hamcore.motion.movement import Point


@dataclass(frozen=True, slots=True)
class Segments:
    """Lengths in fractions of stature, from ``data/motion/segments.toml``; ``heel_to_ankle`` is a part of the foot."""

    foot: float
    ankle_height: float
    shank: float
    thigh: float
    pelvis: float
    thorax: float
    neck: float
    head_radius: float
    upper_arm: float
    forearm: float
    grip: float
    heel_to_ankle: float


def along(origin: Point, lean_deg: float, distance: float, ahead: float = 0.0) -> Point:
    """The point ``distance`` along the axis of a part that leans ``lean_deg`` forward, and ``ahead`` of that axis.

    >>> x, y = along((0.5, 0.5), 90, 0.25)
    >>> round(x, 9), round(y, 9)
    (0.75, 0.5)
    """
    s, c = sin(radians(lean_deg)), cos(radians(lean_deg))
    return origin[0] + s * distance + c * ahead, origin[1] + c * distance - s * ahead


def lean_of(start: Point, end: Point) -> float:
    """The lean in degrees of the axis from ``start`` to ``end``."""
    return degrees(atan2(end[0] - start[0], end[1] - start[1]))
