"""What a forecast chart shows, decided before anything is drawn; without altair, so that screens can say it."""

from dataclasses import dataclass

from hamcore.charts.theme import Ink
from hamcore.model.exercise import Function


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of a play forward, 0 for now: the value if all is made, the band at the own rate, words of both.

    A value is a load in the unit of the plot, or repetitions; None where there is none.
    """

    week: int
    made: float | None
    lo: float | None
    hi: float | None
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class ForecastPlot:
    """One exercise played forward ``weeks`` weeks. ``stop`` is the week after which the band ends, None if it does not.

    ``stop_words`` stand at that line.
    """

    name: str
    function: Function
    weeks: int
    rows: tuple[WeekRow, ...]
    stop: int | None = None
    stop_words: str = ""
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen
