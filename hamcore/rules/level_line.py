"""The line and likely range drawn through the sessions of a lift."""

from collections.abc import Sequence
from datetime import date
from math import exp, log
from statistics import median
from typing import NamedTuple

from hamcore.rules.exposures import Exposure
from hamcore.rules.noise import NOISE_SESSIONS, Noise, session_noise
from hamcore.rules.trend import LAYOFF_DAYS

NEIGHBOURS = 2
"""Sessions on either side that go into one point of the line."""


class LinePoint(NamedTuple):
    """One session's point of the drawn line with its range, in kilograms; ``part`` counts up after every layoff."""

    day: date
    level_kg: float
    lo_kg: float
    hi_kg: float
    part: int


class LevelLine(NamedTuple):
    """The drawn line. ``noise`` is what the range is one of on either side."""

    points: tuple[LinePoint, ...]
    noise: Noise


def level_line(history: Sequence[Exposure]) -> LevelLine:
    """A running median of the session e1RM and one typical session-to-session difference on either side.

    Each point is the median of the session, the two before it and the two after it; a gap of 21 days or more starts
    the line afresh. The range is the noise of the last 24 sessions by `session_noise` (4.2 % until there are 8): where
    about two of three sessions fall, not the range of a true maximum. Sessions without e1RM are left out.

    >>> level_line([])
    LevelLine(points=(), noise=Noise(share=0.042, own=False))
    """
    parts = _parts([exposure for exposure in history if exposure.e1rm_kg])
    known = [exposure.e1rm_kg for part in parts for exposure in part if exposure.e1rm_kg]
    noise = session_noise(known[-NOISE_SESSIONS:])
    points = [point for number, part in enumerate(parts) for point in _line(part, noise.share, number)]
    return LevelLine(tuple(points), noise)


def _parts(history: Sequence[Exposure]) -> list[list[Exposure]]:
    """The history cut at every layoff."""
    parts: list[list[Exposure]] = []
    for exposure in history:
        if not parts or (exposure.day - parts[-1][-1].day).days >= LAYOFF_DAYS:
            parts.append([])
        parts[-1].append(exposure)
    return parts


def _line(part: Sequence[Exposure], share: float, number: int) -> list[LinePoint]:
    logs = [log(exposure.e1rm_kg) for exposure in part if exposure.e1rm_kg]
    line = []
    for i, exposure in enumerate(part):
        level = exp(median(logs[max(0, i - NEIGHBOURS) : i + NEIGHBOURS + 1]))
        line.append(LinePoint(exposure.day, level, level / (1 + share), level * (1 + share), number))
    return line
