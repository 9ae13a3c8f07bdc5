"""Axes with fixed ends and round ticks, decided here and not by the chart library."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

FEW_DAYS = 45
"""Up to so many days a time axis names days, else months."""
MONTH_LABEL = "utcmonth(datum.value) == 0 ? utcFormat(datum.value, '%Y') : utcFormat(datum.value, '%b')"
DAY_LABEL = "utcFormat(datum.value, '%-d %b')"
"""How a tick of a time axis is labelled: a January by its year."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of numbers: both ends and the ticks."""

    ends: tuple[float, float]
    ticks: tuple[float, ...]


def value_axis(values: Sequence[float], *, room: float = 0.03) -> Axis:
    """An axis with round ends a little outside the values and three to seven round numbers between them.

    ``room`` is the share of the spread that stays free below the values. Zero is not forced.

    >>> value_axis([122.5, 158.0])
    Axis(ends=(120.0, 160.0), ticks=(120.0, 130.0, 140.0, 150.0, 160.0))
    """
    low, high = float(min(values)), float(max(values))
    spread = max(high - low, abs(high) * 0.05, 1.0)
    low, high = (low + high - spread) / 2, (low + high + spread) / 2
    rough = spread / 5
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.9)
    half = step / 2
    first, last = floor((low - spread * room) / half), ceil((high + spread * 0.03) / half)
    ticks = tuple(step * number for number in range(ceil(first / 2), floor(last / 2) + 1))
    return Axis((first * half, last * half), ticks)


def time_axis(first: date, last: date, margin: timedelta = timedelta()) -> Axis:
    """An axis from ``first`` to ``last`` with a margin on both sides, in milliseconds of UTC.

    Plain numbers and not times: a day stays that day wherever the browser is.
    """
    ticks = tuple(utc_ms(day) for day in time_ticks(first, last))
    return Axis((utc_ms(first - margin), utc_ms(last + margin)), ticks)


def utc_ms(day: date) -> int:
    """Midnight of a day in UTC as the milliseconds a chart counts in.

    >>> utc_ms(date(1970, 1, 2))
    86400000
    """
    return (day - date(1970, 1, 1)).days * 86_400_000


def time_ticks(first: date, last: date) -> list[date]:
    """About three to seven days to label: firsts of a month, in a long time a January among them; days in a short one.

    >>> [day.isoformat() for day in time_ticks(date(2026, 8, 25), date(2026, 11, 24))]
    ['2026-09-01', '2026-10-01', '2026-11-01']
    """
    days = (last - first).days
    if days <= FEW_DAYS:
        return [first + timedelta(days=place) for place in range(0, days + 1, max(1, ceil(days / 5)))]
    step = next((months for months in (1, 2, 3, 6, 12, 24, 60) if days / 30.4 / months <= 7), 120)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    found = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in found if first <= day <= last]
