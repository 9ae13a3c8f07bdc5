"""A card of the Volume page: one chart with the sentence that reads it aloud, and the rows behind it."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from hamcore.charts.volume_plot import BarsPlot, Shade, SidesPlot, YearPlot
from hamcore.interchange.own import guard
from hamcore.screens.words import count_words, day_words, number_words

LEAST_WEEKS = 4
"""Weeks that are over below which nothing is said of a habit."""
NOT_OVER = "not over yet"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows behind a chart, the newest first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class VolumeCard:
    """One card. ``plot`` is None where there is nothing to draw; ``reading`` then says why.

    ``reading`` reads the chart aloud in plain words; ``words`` are for those who do not see it; ``legend`` holds each
    shade with its word; ``notes`` say what the numbers are and are not.
    """

    key: str
    title: str
    value: str
    value_words: str
    plot: BarsPlot | YearPlot | SidesPlot | None
    words: str
    reading: str
    legend: tuple[tuple[Shade | str, str], ...]
    notes: tuple[str, ...]
    table: Table


def cannot_tell(weeks: int) -> str:
    """Why nothing is said yet.

    >>> cannot_tell(1)
    'Cannot tell yet: 1 whole week so far, about 4 make a picture.'
    """
    return f"Cannot tell yet: {count_words(weeks, 'whole week')} so far, about {LEAST_WEEKS} make a picture."


def week_words(start: date, weeks: int, today: date) -> str:
    """A week by its first day; several by it and their number.

    >>> week_words(date(2026, 11, 16), 1, date(2026, 11, 24)), week_words(date(2026, 11, 2), 4, date(2026, 11, 24))
    ('Week of 16 Nov', '4 weeks from 2 Nov')
    """
    return f"Week of {day_words(start, today)}" if weeks == 1 else f"{weeks} weeks from {day_words(start, today)}"


def table_csv(table: Table) -> bytes:
    """The rows as CSV in UTF-8, every text guarded against being taken for a formula.

    >>> table_csv(Table(("Day", "Name"), ((date(2026, 11, 24), "=1+1"),)))
    b"Day,Name\\r\\n2026-11-24,'=1+1\\r\\n"
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode()


def count_ticks(top: float) -> tuple[tuple[float, str], ...]:
    """Round numbers from 0 to about ``top`` for an axis that starts at zero, with their words.

    >>> [at for at, _ in count_ticks(21)], [words for _, words in count_ticks(4200)]
    ([0, 5, 10, 15, 20], ['0', '1\u202f000', '2\u202f000', '3\u202f000', '4\u202f000'])
    """
    sizes = (factor * 10**power for power in range(9) for factor in (1, 2, 5))
    step = next(size for size in sizes if top / size <= 5)
    return tuple((at, number_words(at)) for at in range(0, int(top) + 1, step))


def newest_first(rows: Sequence[tuple[object, ...]]) -> tuple[tuple[object, ...], ...]:
    """Rows in order of time turned round."""
    return tuple(reversed(rows))
