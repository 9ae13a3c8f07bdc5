"""Interpolation between keyframes that is linear in the values.

Linear matters: shank lean = pelvis - hip + knee holds at every keyframe of a fixed shank, and a rule that is linear
in the values keeps it true between them. A shape-preserving (monotone) rule does not, and feet drift by centimetres.
"""

from bisect import bisect_right
from collections.abc import Sequence


def hermite(times: Sequence[float], values: Sequence[float], t: float, *, is_closed: bool) -> float:
    """The value at ``t``: cubic Hermite with finite-difference slopes; outside the range the end value.

    ``times`` rise and are at least two. Slopes at the two ends are zero, or, when ``is_closed``, the slope across the
    seam, so that the cycle closes smoothly.

    >>> hermite((0, 0.5, 1), (10, 30, 20), 0.25, is_closed=False)
    19.375
    """
    at = min(max(t, times[0]), times[-1])
    i = min(max(bisect_right(times, at) - 1, 0), len(times) - 2)
    span = times[i + 1] - times[i]
    u = (at - times[i]) / span
    before, after = (_slope(times, values, place, is_closed=is_closed) for place in (i, i + 1))
    return (
        (1 + 2 * u) * (1 - u) ** 2 * values[i]
        + u * (1 - u) ** 2 * span * before
        + u**2 * (3 - 2 * u) * values[i + 1]
        + u**2 * (u - 1) * span * after
    )


def _slope(times: Sequence[float], values: Sequence[float], place: int, *, is_closed: bool) -> float:
    last = len(times) - 1
    if 0 < place < last:
        return (values[place + 1] - values[place - 1]) / (times[place + 1] - times[place - 1])
    if not is_closed:
        return 0.0
    return (values[1] - values[last - 1]) / (times[1] - times[0] + times[last] - times[last - 1])
