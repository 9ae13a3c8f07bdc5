"""What a lift chart shows, decided before anything is drawn; without altair, so that screens can say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.charts.theme import Ink
from hamcore.frames import Shown, Span
from hamcore.model.exercise import Function


class View(StrEnum):
    """The two ways to look at a lift."""

    E1RM = "e1rm"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Plot:
    """One chart: whose it is, the sessions in it, the first and last day of its x axis, annotations, colours."""

    name: str
    function: Function
    view: View
    shown: Shown
    first: date
    last: date
    spans: Sequence[Span] = ()
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen
