"""Model muscle length from hip and knee angle: 14 numbers per two-joint belly, 4 for the short head.

``length / standing length = 1 + sum of c * (hip / 100)^i * (knee / 100)^j``, angles in degrees. The recommended model
is fitted to Rajagopal 2016 with Lai 2017 and Uhlrich 2022 (largest error 0.06 % of length); two more fits give the
band between models. Generic anatomy: expect about 5 points either way, and do not compare bellies with each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import pi

from hamcore.model.muscle import Belly

TWO_JOINT = (Belly.BICEPS_FEMORIS_LONG_HEAD, Belly.SEMITENDINOSUS, Belly.SEMIMEMBRANOSUS)
"""The bellies that cross hip and knee; the short head crosses the knee only."""
HIP_RANGE_DEG = (-20.0, 120.0)
"""Hip angles are taken at the nearer end beyond it."""
KNEE_RANGE_DEG = (0.0, 140.0)
"""Knee angles are taken at the nearer end beyond it."""
RECOMMENDED = "lai_2017"
"""The model every single number comes from; its knee is valid to 140 degrees."""
NARROW_KNEE_DEG = 120.0
"""Beyond this knee bend the other two models do not hold, so no band is given."""

Term = tuple[int, int, float]
"""Exponents of hip and knee, coefficient."""


@dataclass(frozen=True, slots=True)
class LengthModel:
    """One fitted model: for each belly its terms."""

    terms: Mapping[Belly, tuple[Term, ...]]

    def length(self, belly: Belly, hip_deg: float, knee_deg: float) -> float:
        """Length over standing length; 1.0 with hip and knee straight. The hip's part is 0 for the short head."""
        hip, knee = _scaled(hip_deg, knee_deg)
        return 1.0 + sum(c * hip**i * knee**j for i, j, c in self.terms[belly])

    def mean_length(self, hip_deg: float, knee_deg: float) -> float:
        """The mean of the three two-joint bellies."""
        return sum(self.length(belly, hip_deg, knee_deg) for belly in TWO_JOINT) / len(TWO_JOINT)

    def hip_arm(self, belly: Belly, hip_deg: float, knee_deg: float) -> float:
        """Moment arm of hip extension as a fraction of standing length: the length's slope over the hip angle."""
        hip, knee = _scaled(hip_deg, knee_deg)
        return sum(c * i * hip ** (i - 1) * knee**j for i, j, c in self.terms[belly] if i) * 1.8 / pi

    def knee_arm(self, belly: Belly, hip_deg: float, knee_deg: float) -> float:
        """Moment arm of knee flexion as a fraction of standing length: minus the slope over the knee angle."""
        hip, knee = _scaled(hip_deg, knee_deg)
        return -sum(c * j * hip**i * knee ** (j - 1) for i, j, c in self.terms[belly] if j) * 1.8 / pi


@dataclass(frozen=True, slots=True)
class LengthModels:
    """The recommended model and the others that make the band."""

    by_name: Mapping[str, LengthModel]

    @property
    def recommended(self) -> LengthModel:
        """The model every single number comes from."""
        return self.by_name[RECOMMENDED]

    def band(self, belly: Belly, hip_deg: float, knee_deg: float) -> tuple[float, float] | None:
        """The lowest and highest length among all models; None where not all of them hold."""
        if knee_deg > NARROW_KNEE_DEG:
            return None
        lengths = [model.length(belly, hip_deg, knee_deg) for model in self.by_name.values()]
        return min(lengths), max(lengths)


def _scaled(hip_deg: float, knee_deg: float) -> tuple[float, float]:
    hip = min(max(hip_deg, HIP_RANGE_DEG[0]), HIP_RANGE_DEG[1])
    knee = min(max(knee_deg, KNEE_RANGE_DEG[0]), KNEE_RANGE_DEG[1])
    return hip / 100, knee / 100
