"""What a person chose to see on the Volume page: how far back, how sets count, by what they are split, the unit."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hamcore.model.exercise import CountingRule
from hamcore.screens.lift_choice import Span
from hamcore.units import LoadUnit

SPANS = (Span.QUARTER, Span.HALF, Span.YEAR, Span.ALL)
_WEEKS = {Span.QUARTER: 13, Span.HALF: 26, Span.YEAR: 52}


class By(StrEnum):
    """What the weekly sets are split by; the values are what a person reads."""

    FUNCTION = "Function"
    LENGTH = "Length"
    BELLY = "Belly"


@dataclass(frozen=True, slots=True)
class Choice:
    """The view of the page. ``sided`` names the exercise whose sides are shown, empty for the one logged most so."""

    span: Span = Span.HALF
    rule: CountingRule = CountingRule.WEIGHTED
    by: By = By.FUNCTION
    unit: LoadUnit = LoadUnit.KG
    sided: str = ""


def first_day(choice: Choice, logged: date, today: date) -> date:
    """The first day that is shown: never before ``logged``, the day of the first workout.

    >>> first_day(Choice(span=Span.QUARTER), date(2020, 1, 6), date(2026, 11, 24))
    datetime.date(2026, 9, 1)
    """
    weeks = _WEEKS.get(choice.span)
    return logged if weeks is None else max(logged, today - timedelta(weeks=weeks - 1))
