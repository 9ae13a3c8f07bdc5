"""What the charts of stretching show, decided before anything is drawn; without altair, so that screens can say it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.charts.theme import Ink


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week: still and moving seconds of the leg that has fewer still ones, and the two lines of the read-out."""

    start: date
    static_s: int
    moving_s: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class WeeksPlot:
    """Weeks against the marks, the oldest first; at least one."""

    name: str
    rows: tuple[WeekBar, ...]
    marks_s: tuple[int, int]
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen


class DayKind(StrEnum):
    """What a day of the calendar holds."""

    STRETCHED = "stretched"
    GLIDES = "glides"
    PASSED = "passed"
    """Planned by the routine as it is now, and nothing logged."""
    FREE = "free"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day: its place (week from the oldest, row in the week), kind, and the two lines of the read-out."""

    day: date
    week: int
    row: int
    kind: DayKind
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class CalendarPlot:
    """Days in weeks; ``row_words`` are the seven days from the top."""

    name: str
    days: tuple[CalendarDay, ...]
    weeks: int
    row_words: tuple[str, ...]
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class RangePoint:
    """One reading: its value, the mean of the last readings and the band reading alone makes around it."""

    day: date
    side: str
    value: float
    mean: float
    lo: float
    hi: float
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class RangePlot:
    """Readings of one test over time, up is further: ``is_turned`` where the smaller number is. ``unit`` in words."""

    name: str
    unit: str
    points: tuple[RangePoint, ...]
    sides: tuple[str, ...]
    first: date
    last: date
    is_turned: bool
    ink: Ink = Ink.live()  # noqa: RUF009 - frozen
