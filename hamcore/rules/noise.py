"""How much an e1RM moves from session to session without any change in strength."""

from collections.abc import Sequence
from math import log, sqrt
from typing import NamedTuple

USUAL_NOISE = 0.042
"""Median coefficient of variation of one-rep maximum tests in 32 studies (Grgic 2020); used until a person's own."""
LEAST_NOISE = 0.01
"""One repetition more or less moves an estimate by about 3 %; spread evenly that alone is 0.9 %."""
OWN_NOISE_AFTER = 8
"""Exposures after which a person's own noise replaces the usual one."""
NOISE_SESSIONS = 24
"""A person's own noise comes from at most this many sessions."""
REAL_CHANGE = 2.77
"""Two single readings differ (95 %) if they are this many times the noise apart: 1.96 times the root of 2."""
_SD_PER_RESIDUAL = 1.4826 * sqrt(2 / 3)
"""From a median absolute deviation to a standard deviation, for differences to the mean of two neighbours."""


class Noise(NamedTuple):
    """The noise as a share of the value (0.03 is 3 %), and whether it was measured on this person's sessions."""

    share: float
    own: bool


def session_noise(e1rms_kg: Sequence[float]) -> Noise:
    """Noise of one exercise from its session estimates in order: 4.2 % until there are 8, then a robust own figure.

    Each session is compared with the middle of its two neighbours, so steady progress is not taken for noise; the
    median absolute difference makes single light days harmless. Never below 1 %.

    >>> session_noise([100.0] * 7), session_noise([100.0] * 8)
    (Noise(share=0.042, own=False), Noise(share=0.01, own=True))
    """
    return noise_of_logs([log(value) for value in e1rms_kg])


def noise_of_logs(logs: Sequence[float]) -> Noise:
    """As `session_noise`, from the natural logarithms of the estimates."""
    if len(logs) < OWN_NOISE_AFTER:
        return Noise(USUAL_NOISE, own=False)
    triples = zip(logs, logs[1:], logs[2:], strict=False)
    residuals = sorted([abs(here - (before + after) / 2) for before, here, after in triples])
    middle = (residuals[(len(residuals) - 1) // 2] + residuals[len(residuals) // 2]) / 2
    return Noise(max(LEAST_NOISE, _SD_PER_RESIDUAL * middle), own=True)


def beats_noise(value_kg: float, level_kg: float, noise: Noise) -> bool:
    """Whether a value is further above a level than two readings of the same strength would be.

    >>> beats_noise(111, 100, Noise(0.042, False)), beats_noise(113, 100, Noise(0.042, False))
    (False, True)
    """
    return log(value_kg / level_kg) > log(1 + REAL_CHANGE * noise.share)
