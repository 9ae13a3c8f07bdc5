"""Tidy frames for charts and tables: one row per session or set, the unit in the column's name.

pandas is imported when the first frame is made, so that pages without a frame never load it. Numbers are 32-bit floats
and days ``datetime64`` at midnight UTC: a chart of a whole history stays small on its way to the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from hamcore.model.log import LoggedSet
from hamcore.model.settings import Formula
from hamcore.rules.exposures import Exposure
from hamcore.rules.level_line import NEIGHBOURS, LinePoint
from hamcore.rules.records import Record, RecordKind
from hamcore.rules.strength import e1rm, e1rm_band
from hamcore.units import LoadUnit, from_kg, plain

if TYPE_CHECKING:
    import pandas as pd

MOST_SESSIONS = 2000
"""A line has at most about this many points; `thinned` keeps what matters."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of an exercise's history that is drawn, oldest first. ``line`` covers exposures with an e1RM only."""

    exposures: Sequence[Exposure]
    line: Sequence[LinePoint]
    records: Sequence[Record]
    unit: LoadUnit
    formula: Formula = Formula.EPLEY


class Span(NamedTuple):
    """A stretch of days with a few words about it, both ends inside: a layoff, a change of unit."""

    start: date
    end: date
    words: str


class SetRow(NamedTuple):
    """One set behind a chart: ``number`` in its session from 1, ``e1rm_kg`` None and ``confidence`` empty for none."""

    day: date
    exercise: str
    number: int
    entry: LoggedSet
    e1rm_kg: float | None
    confidence: str


def set_frame(shown: Shown) -> pd.DataFrame:
    """Every working set as a row.

    Columns: ``session`` (0, 1, ... in order of time), ``day``, ``place`` (of the set in its session, 0 in the middle:
    ... -1, 0, 1 ...), ``load_kg`` or ``load_lb`` (0 without a load), ``reps``,
    ``rir`` (missing where not given), ``sets`` (working sets of the session), ``is_best`` (the session's best set: the
    highest e1RM, else the most load, else the most repetitions), ``is_record`` (the heaviest so far).
    """
    import pandas as pd

    heaviest = {_place(record.entry) for record in shown.records if record.kind is RecordKind.HEAVIEST}
    rows = [
        (number, exposure.day, entry, place, len(exposure.sets), entry is best)
        for number, exposure in enumerate(shown.exposures)
        for best in [best_set(exposure)]
        for place, entry in enumerate(exposure.sets)
    ]
    loads = [_load_in(entry, shown.unit) for _, _, entry, *_ in rows]
    return pd.DataFrame(
        {
            "session": pd.Series([row[0] for row in rows], dtype="int32"),
            "day": _days([row[1] for row in rows]),
            "place": pd.Series([row[3] - (row[4] - 1) / 2 for row in rows], dtype="float32"),
            f"load_{shown.unit}": pd.Series(loads, dtype="float32"),
            "reps": pd.Series([row[2].reps or 0 for row in rows], dtype="int16"),
            "rir": pd.Series([row[2].rir for row in rows], dtype="float32"),
            "sets": pd.Series([row[4] for row in rows], dtype="int16"),
            "is_best": pd.Series([row[5] for row in rows], dtype="bool"),
            "is_record": pd.Series([_place(row[2]) in heaviest for row in rows], dtype="bool"),
        }
    )


def session_frame(shown: Shown) -> pd.DataFrame:
    """Every session with an e1RM as a row, of a very long history the ones that matter (`thinned`).

    Columns: ``session``, ``day``, ``e1rm_*``, ``trend_*`` (the drawn line), ``lo_*`` and ``hi_*`` (the lowest and the
    highest of the seven formulas around the line), ``set_lo_*`` and ``set_hi_*`` (the same for the best set alone), all
    in kilograms or pounds by their name, rounded to 0.1; ``load_*``, ``reps``, ``rir`` of the best set; ``part`` (grows
    after each layoff), ``is_low`` (low confidence), ``is_record`` (best e1RM so far).
    """
    import pandas as pd

    bests = {record.entry.workout_id for record in shown.records if record.kind is RecordKind.E1RM}
    estimated = [exposure for exposure in shown.exposures if exposure.e1rm_kg is not None]
    kept = thinned(estimated, bests)
    points = {number: (estimated[number], shown.line[number]) for number in kept}
    bands, levels = _bands(estimated, shown), smoothed(shown.line)
    unit = shown.unit

    def amounts(values: Sequence[float]) -> pd.Series[float]:
        return pd.Series([round(from_kg(value, unit), 1) for value in values], dtype="float32")

    chosen = list(points.values())
    sets = [exposure.best for exposure, _ in chosen if exposure.best]
    ranges = [
        (share * (exposure.e1rm_kg or 0.0), top * (exposure.e1rm_kg or 0.0))
        for (exposure, _), entry in zip(chosen, sets, strict=True)
        for share, top in [_band_shares(entry.reps or 1, entry.rir, shown.formula)]
    ]
    return pd.DataFrame(
        {
            "session": pd.Series(range(len(chosen)), dtype="int32"),
            "day": _days([exposure.day for exposure, _ in chosen]),
            f"e1rm_{unit}": amounts([exposure.e1rm_kg or 0.0 for exposure, _ in chosen]),
            f"trend_{unit}": amounts([levels[n] for n in points]),
            f"lo_{unit}": amounts([levels[n] * bands[n][0] for n in points]),
            f"hi_{unit}": amounts([levels[n] * bands[n][1] for n in points]),
            f"set_lo_{unit}": amounts([low for low, _ in ranges]),
            f"set_hi_{unit}": amounts([high for _, high in ranges]),
            f"load_{unit}": pd.Series([_load_in(entry, unit) for entry in sets], dtype="float32"),
            "reps": pd.Series([entry.reps or 0 for entry in sets], dtype="int16"),
            "rir": pd.Series([entry.rir for entry in sets], dtype="float32"),
            "part": pd.Series([point.part for _, point in chosen], dtype="int16"),
            "is_low": pd.Series([exposure.low_confidence for exposure, _ in chosen], dtype="bool"),
            "is_record": pd.Series([exposure.workout_id in bests for exposure, _ in chosen], dtype="bool"),
        }
    )


def _load_in(entry: LoggedSet, unit: LoadUnit) -> float:
    """The load of a set: as typed to 0.01, or converted to 0.1, which is as exact as loads of the other unit get."""
    as_typed = entry.load is None or entry.load.unit is unit
    return round(from_kg(entry.load_kg or 0.0, unit), 2 if as_typed else 1)


def span_frame(spans: Sequence[Span], first: date, last: date) -> pd.DataFrame:
    """Annotations as rows: ``start``, ``end``, ``middle`` (days), ``words``, and ``row`` (0 and 1 in turn, by day).

    The middle keeps away from ``first`` and ``last``, the ends of the plot, so that the words stay inside.
    """
    import pandas as pd

    room = (last - first) * 0.12
    spans = sorted(spans)

    return pd.DataFrame(
        {
            "start": _days([span.start for span in spans]),
            "end": _days([span.end for span in spans]),
            "middle": _days(
                [min(max(span.start + (span.end - span.start) / 2, first + room), last - room) for span in spans]
            ),
            "row": pd.Series([place % 2 for place in range(len(spans))], dtype="int8"),
            "words": pd.Series([span.words for span in spans], dtype="str"),
        }
    )


ROW_COLUMNS = ("Day", "Exercise", "Set", "Type", "As typed", "Load ({})", "Reps", "RIR", "e1RM ({})", "Confidence")
"""The columns of the table; the braces take the unit."""


def row_values(row: SetRow, unit: LoadUnit) -> tuple[object, ...]:
    """One row of the table in the order of `ROW_COLUMNS`; loads rounded to 0.01, e1RM to 0.1."""
    entry = row.entry
    return (
        row.day,
        row.exercise,
        row.number,
        entry.set_type.value.replace("_", "-"),
        f"{plain(entry.load.value)} {entry.load.unit}" if entry.load else "",
        None if entry.load_kg is None else round(from_kg(entry.load_kg, unit), 2),
        entry.reps,
        entry.rir,
        None if row.e1rm_kg is None else round(from_kg(row.e1rm_kg, unit), 1),
        row.confidence,
    )


def row_frame(rows: Sequence[SetRow], unit: LoadUnit) -> pd.DataFrame:
    """The rows as a table with the columns `ROW_COLUMNS`."""
    import pandas as pd

    columns = [column.format(unit) for column in ROW_COLUMNS]
    return pd.DataFrame([row_values(row, unit) for row in rows], columns=columns)


def smoothed(line: Sequence[LinePoint]) -> list[float]:
    """The levels of the drawn line in kilograms, each averaged with its neighbours (1-2-1, twice) between layoffs.

    >>> from datetime import date
    >>> smoothed([LinePoint(date(2026, 1, 1), 100, 0, 0, 0), LinePoint(date(2026, 1, 8), 108, 0, 0, 0)])
    [103.0, 105.0]
    """
    levels = [point.level_kg for point in line]
    parts = [point.part for point in line]
    for _ in range(2):
        before = [levels[max(0, n - 1)] if parts[max(0, n - 1)] == parts[n] else levels[n] for n in range(len(levels))]
        after = [
            levels[n + 1] if n + 1 < len(levels) and parts[n + 1] == parts[n] else levels[n] for n in range(len(levels))
        ]
        levels = [(low + 2 * middle + high) / 4 for low, middle, high in zip(before, levels, after, strict=True)]
    return levels


def best_set(exposure: Exposure) -> LoggedSet:
    """The session's best set: the highest e1RM, without one the most load, without one the most repetitions."""
    return exposure.best or exposure.heaviest or max(exposure.sets, key=lambda entry: entry.reps or 0)


def thinned(history: Sequence[Exposure], keep: set[str], most: int = MOST_SESSIONS) -> list[int]:
    """The places of the exposures to draw: all of them, or of more than ``most`` the best of each small group.

    Workouts in ``keep`` and the newest 100 always stay.
    """
    count = len(history)
    if count <= most:
        return list(range(count))
    newest = min(100, most // 2)
    size = -(-(count - newest) // (most - newest))
    groups = [range(start, min(start + size, count - newest)) for start in range(0, count - newest, size)]
    places = {max(group, key=lambda number: history[number].e1rm_kg or 0.0) for group in groups}
    places.update(number for number, exposure in enumerate(history) if exposure.workout_id in keep)
    places.update(range(count - newest, count))
    return sorted(places)


def _bands(estimated: Sequence[Exposure], shown: Shown) -> list[tuple[float, float]]:
    """The seven-formula band of each session as shares of its e1RM, with the running median of the drawn line."""
    bests = [exposure.best for exposure in estimated if exposure.best]
    shares = [_band_shares(entry.reps or 1, entry.rir, shown.formula) for entry in bests]
    parts = [point.part for point in shown.line]
    smooth = []
    for number in range(len(shares)):
        near = range(max(0, number - NEIGHBOURS), min(len(shares), number + NEIGHBOURS + 1))
        lows, highs = zip(*(shares[other] for other in near if parts[other] == parts[number]), strict=True)
        smooth.append((median(lows), median(highs)))
    return smooth


@cache
def _band_shares(reps: int, rir: float | None, formula: Formula) -> tuple[float, float]:
    """The lowest and highest formula as shares of ``formula``, for a set of these repetitions."""
    band = e1rm_band(100.0, reps, rir)
    middle = e1rm(100.0, reps, rir, formula)
    return (band.lo_kg / middle, band.hi_kg / middle) if band and middle else (1.0, 1.0)


def _place(entry: LoggedSet) -> tuple[str, int]:
    return entry.workout_id, entry.set_no


def _days(days: Sequence[date]) -> pd.Series[pd.Timestamp]:
    """Days as midnight UTC. Without a zone the browser would take them for its own and shift some by a day."""
    import numpy as np
    import pandas as pd

    return pd.Series(np.array(days, dtype="datetime64[ms]")).dt.tz_localize("UTC")
