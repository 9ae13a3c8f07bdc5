"""Days and weeks. Nothing here reads the clock: today is always a parameter."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum


class Weekday(IntEnum):
    """Days of the week, Monday is 0 as in ``date.weekday()``."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days: ``start`` is inside, ``end`` is not. Raises ValueError if it ends before it starts."""

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a range that ends before it starts."""
        if self.end < self.start:
            raise ValueError(f"a range of days cannot end ({self.end}) before it starts ({self.start})")

    def __contains__(self, day: date) -> bool:
        """Whether ``day`` lies in the range."""
        return self.start <= day < self.end


def week_start(day: date, first: Weekday = Weekday.MONDAY) -> date:
    """The first day of the week that ``day`` lies in, for weeks that begin on ``first``.

    >>> week_start(date(2026, 11, 24)), week_start(date(2026, 11, 24), Weekday.SUNDAY)
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 22))
    """
    return day - timedelta(days=(day.weekday() - first) % 7)


def week_of(day: date, first: Weekday = Weekday.MONDAY) -> Days:
    """The week that ``day`` lies in."""
    start = week_start(day, first)
    return Days(start, start + timedelta(days=7))


def last_days(today: date, count: int) -> Days:
    """The ``count`` days up to and with ``today``."""
    return Days(today - timedelta(days=count - 1), today + timedelta(days=1))
