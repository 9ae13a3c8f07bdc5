"""What the charts of volume show, decided before anything is drawn; without altair, so that screens can say it."""

from dataclasses import dataclass
from datetime import date

from hamcore.charts.theme import Ink
from hamcore.model.exercise import Function


@dataclass(frozen=True, slots=True)
class Shade:
    """How a part of a bar is filled: in the colour of a function, or in the colour of text, so much of it."""

    function: Function | None
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar: the place of its shade, and from where to where it goes on the y axis."""

    part: int
    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One week, or the mean of several: its segments and the two lines of the read-out."""

    start: date
    segments: tuple[Segment, ...]
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A dashed line across the plot, or only words at that height where ``is_line`` is false."""

    at: float
    words: str
    is_line: bool = True


@dataclass(frozen=True, slots=True)
class BarsPlot:
    """Bars over time, the oldest first; at least one. ``ticks`` are heights on the y axis and their words."""

    name: str
    bars: tuple[Bar, ...]
    shades: tuple[Shade, ...]
    marks: tuple[Mark, ...]
    ends: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]
    step: str = "week"
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day of the year: its place, what it was, and the lines of the read-out.

    ``kind`` is a function's value for a day of training, else ``other`` (trained, nothing for the hamstrings),
    ``passed`` (planned, not done in its week) or ``free``.
    """

    day: date
    week: int
    row: int
    kind: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class YearPlot:
    """Days in weeks; ``row_words`` are the seven days from the top."""

    name: str
    days: tuple[YearDay, ...]
    weeks: int
    row_words: tuple[str, ...]
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class SideDot:
    """One workout: how much more the left side did in percent of the right one, and the read-out."""

    day: date
    percent: float
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class SidesPlot:
    """Left against right over time, with the band that one workout's noise makes."""

    name: str
    function: Function
    dots: tuple[SideDot, ...]
    noise_percent: float
    first: date
    last: date
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen
