"""When a lighter week is offered: never by itself, and always with the lifts behind it (rule 13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from hamcore.rules.trend import TrendState

LEAST_LIFTS = 2
"""Lifts that must be level or falling at the same time."""
WEEKS_SINCE_LIGHT = 5
"""Weeks in which no lighter week may lie (``rogerson_2024``: lifters take one about every 5.6 weeks)."""
LIGHT_SHARE = 0.6
"""A week with at most this share of the usual sets is a lighter one already."""
_STUCK = (TrendState.FALLING, TrendState.LEVEL)


@dataclass(frozen=True, slots=True)
class DeloadOffer:
    """An offer of one week with about half the sets at the same loads. ``lifts`` are the reason, falling ones first."""

    lifts: tuple[tuple[str, TrendState], ...]


def offer(trends: Mapping[str, TrendState], weekly_sets: Sequence[int]) -> DeloadOffer | None:
    """A lighter week if at least two lifts are level or falling and none of the last full weeks was light.

    ``trends`` are those of the lifts that are being trained; ``weekly_sets`` all working sets of each of the last full
    weeks.

    >>> stuck = {"romanian_deadlift": TrendState.LEVEL, "barbell_deadlift": TrendState.FALLING}
    >>> [key for key, _ in offer(stuck, [12, 12, 11, 12, 12]).lifts]
    ['barbell_deadlift', 'romanian_deadlift']
    >>> offer(stuck, [12, 12, 6, 12, 12]) is None
    True
    """
    lifts = sorted(
        ((key, state) for key, state in trends.items() if state in _STUCK),
        key=lambda lift: (_STUCK.index(lift[1]), lift[0]),
    )
    if len(lifts) < LEAST_LIFTS or _had_light_week(weekly_sets):
        return None
    return DeloadOffer(tuple(lifts))


def _had_light_week(weekly_sets: Sequence[int]) -> bool:
    return bool(weekly_sets) and min(weekly_sets) <= LIGHT_SHARE * median(weekly_sets)
