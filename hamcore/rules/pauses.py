"""Rules for coming back and for light weeks: layoffs and the deload."""

from decimal import Decimal

from hamcore.rules.answers import EASY_RESERVE, answer, bottom
from hamcore.rules.coach_case import Case
from hamcore.rules.recommendation import Recommendation, RuleId
from hamcore.rules.steps import share_of
from hamcore.rules.trend import LAYOFF_DAYS
from hamcore.units import Load

LONG_LAYOFF_DAYS = 56
LAYOFF_SHARE = Decimal("0.90")
"""Share of the last load after three weeks (a convention)."""
LONG_LAYOFF_SHARE = Decimal("0.75")
"""Share of the last load after eight weeks: the middle of 70-80 % (a convention)."""


def long_layoff(case: Case) -> Recommendation | None:
    """Eight weeks or more without the exercise: about 75 % of the last load, from the bottom of the range."""
    return _back(case, RuleId.LONG_LAYOFF, LONG_LAYOFF_SHARE) if case.gap_days >= LONG_LAYOFF_DAYS else None


def layoff(case: Case) -> Recommendation | None:
    """Three weeks or more without the exercise: about 90 % of the last load."""
    return _back(case, RuleId.LAYOFF, LAYOFF_SHARE) if case.gap_days >= LAYOFF_DAYS else None


def _back(case: Case, rule: RuleId, share: Decimal) -> Recommendation:
    load = _eased(case, share)
    percent = 100 * float(load.value / case.base.value) if load and case.base and case.base.value else 100.0
    return answer(case, rule, load, bottom(case), rir=EASY_RESERVE, numbers=[("share_percent", percent)])


def _eased(case: Case, share: Decimal) -> Load | None:
    """The share of the load, or as much more help as the share is less load."""
    if case.base is None:
        return None
    return share_of(case.base, 2 - share if case.is_helped else share, case.frame.loadable)


def deload(case: Case) -> Recommendation | None:
    """A light week: about half the sets, not fewer, at the same load (``rogerson_2024``, a convention)."""
    if not case.frame.is_deload:
        return None
    sets = (case.plan.sets + 1) // 2
    return answer(case, RuleId.DELOAD, case.base, bottom(case)[:sets], rir=EASY_RESERVE, numbers=[("sets_now", sets)])
