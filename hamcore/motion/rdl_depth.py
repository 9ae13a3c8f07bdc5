"""How low a Romanian deadlift reaches the length of a straight-leg raise: a reading of the model, tested on nobody.

A straight-leg raise bends the hip with the knee straight. The Romanian deadlift bends it with the knees a little bent,
so it takes more hip bend for the same model length: the mean of the two-joint bellies. The angle is that between
pelvis and thigh; a raise read by eye holds some turn of the pelvis, so the reading is too deep rather than too high.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hamcore.motion.library import MotionLibrary
from hamcore.motion.muscle_length import HIP_RANGE_DEG, LengthModel
from hamcore.motion.pose import angles_at, pose_at

RDL = "romanian_deadlift"
KNEE_DEG = 20.0
"""The knee bend the reading is for."""
KNEE_AROUND_DEG = 5.0
"""So much more or less of it lies within the range that is given."""
RAISE_AROUND_DEG = 5.0
"""How far off a raise read at home is taken to be: a convention."""
LEAST_RAISE_DEG, MOST_RAISE_DEG = 30.0, 90.0
"""A smaller raise is not looked up; a larger one counts as the largest, where the model ends."""
_HALVINGS = 12


class BarLevel(StrEnum):
    """How low the bar of the drawn lift hangs."""

    ABOVE_KNEE = "above_knee"
    AT_KNEE = "at_knee"
    BELOW_KNEE = "below_knee"


_AT_KNEE = (-0.15, 0.1)
"""From where to where on the way from the knee (0) to the ankle (1) the bar is called at the knee."""


@dataclass(frozen=True, slots=True)
class RdlDepth:
    """The Romanian deadlift that is as long as a raise.

    ``hip_deg`` is its bend between pelvis and thigh with the knees bent 20 degrees; ``hip_range_deg`` the same for
    raises and knees 5 degrees either way, by three models. ``phase`` is where the drawn lift (0 standing, 1 its bottom)
    has that bend, ``bar`` how low its bar hangs there; ``goes_beyond`` if even its bottom has less.
    """

    raise_deg: float
    hip_deg: int
    hip_range_deg: tuple[int, int]
    phase: float
    bar: BarLevel
    goes_beyond: bool


def rdl_depth(library: MotionLibrary, raise_deg: float) -> RdlDepth | None:
    """The depth for a straight-leg raise of ``raise_deg``; None below 30 degrees."""
    if not raise_deg >= LEAST_RAISE_DEG:
        return None
    hip_deg = hip_as_long(library.models.recommended, raise_deg, KNEE_DEG)
    models = library.models.by_name.values()
    least = min(hip_as_long(one, raise_deg - RAISE_AROUND_DEG, KNEE_DEG - KNEE_AROUND_DEG) for one in models)
    most = max(hip_as_long(one, raise_deg + RAISE_AROUND_DEG, KNEE_DEG + KNEE_AROUND_DEG) for one in models)
    movement = library.movements[RDL]
    phase = _first(lambda t: angles_at(movement, t)["hip"] >= hip_deg, 0.0, 1.0)
    return RdlDepth(
        raise_deg=raise_deg,
        hip_deg=round(hip_deg),
        hip_range_deg=(round(least), round(most)),
        phase=phase,
        bar=_bar(library, phase),
        goes_beyond=angles_at(movement, 1.0)["hip"] < hip_deg,
    )


def hip_as_long(model: LengthModel, raise_deg: float, knee_deg: float) -> float:
    """The hip bend at ``knee_deg`` that is as long as a straight leg raised by ``raise_deg``, in degrees.

    A raise above 90 degrees counts as 90; where nothing is as long, the end of the model's range.
    """
    wanted = model.mean_length(min(raise_deg, MOST_RAISE_DEG), 0.0)
    return _first(lambda hip: model.mean_length(hip, knee_deg) >= wanted, 0.0, HIP_RANGE_DEG[1])


def _first(is_reached: Callable[[float], bool], lo: float, hi: float) -> float:
    """Where between ``lo`` and ``hi`` something that stays reached is reached first; ``hi`` if nowhere before."""
    for _ in range(_HALVINGS):
        middle = (lo + hi) / 2
        lo, hi = (lo, middle) if is_reached(middle) else (middle, hi)
    return hi


def _bar(library: MotionLibrary, phase: float) -> BarLevel:
    joints = pose_at(library.movements[RDL], phase, library.segments).joints
    knee, ankle, bar = (joints[name][1] for name in ("knee", "ankle", "bar"))
    share = (knee - bar) / (knee - ankle)
    if share < _AT_KNEE[0]:
        return BarLevel.ABOVE_KNEE
    return BarLevel.AT_KNEE if share < _AT_KNEE[1] else BarLevel.BELOW_KNEE
