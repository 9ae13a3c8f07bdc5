"""The charts of a person's stretching: the templates with the numbers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hamcore.charts.axes import FEW_DAYS, time_axis, value_axis
from hamcore.charts.range_template import range_template
from hamcore.charts.read_out import X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, filled
from hamcore.charts.stretch_plot import CalendarPlot, RangePlot, WeeksPlot
from hamcore.charts.stretch_template import MARKS_MIN, ROW_WORDS, calendar_template, weeks_template

if TYPE_CHECKING:
    import pandas as pd

_MINUTE_STEPS = (1, 2, 5, 10, 20, 30, 60, 120)
_MOST_LABELS = 6


def weeks_frame(plot: WeeksPlot) -> pd.DataFrame:
    """Every week as a row.

    Columns: ``row`` (0, 1 ...), ``still`` and ``top`` (still and moving together) in minutes a leg, ``zero``, ``first``
    and ``second`` (the lines of the read-out).
    """
    import pandas as pd

    rows = plot.rows
    return pd.DataFrame(
        {
            "row": pd.Series(range(len(rows)), dtype="int16"),
            "still": pd.Series([row.static_s / 60 for row in rows], dtype="float32"),
            "top": pd.Series([(row.static_s + row.moving_s) / 60 for row in rows], dtype="float32"),
            "zero": pd.Series([0.0] * len(rows), dtype="float32"),
            "first": [row.first for row in rows],
            "second": [row.second for row in rows],
        }
    )


def weeks_spec(plot: WeeksPlot) -> dict[str, Any]:
    """Minutes a leg in each week as a Vega-Lite specification."""
    frame = weeks_frame(plot)
    top = max(float(frame["top"].max()), plot.marks_s[1] / 60) * 1.08
    step = next((one for one in _MINUTE_STEPS if top / one <= _MOST_LABELS), _MINUTE_STEPS[-1])
    values: dict[str, object] = {
        X_ENDS: [-0.6, len(plot.rows) - 0.4],
        X_TICKS: _month_ticks([row.start for row in plot.rows]),
        Y_ENDS: [0, top],
        Y_TICKS: list(range(0, int(top) + 1, step)),
        MARKS_MIN: [seconds // 60 for seconds in plot.marks_s],
    }
    return filled(weeks_template(plot.ink), values, frame, f"{plot.name}: week ")


def calendar_frame(plot: CalendarPlot) -> pd.DataFrame:
    """Every day as a row.

    Columns: ``row`` (in order of day), ``week`` (0 the oldest), ``weekday`` (0 the top), ``kind``, ``first`` and
    ``second`` (the lines of the read-out).
    """
    import pandas as pd

    days = plot.days
    return pd.DataFrame(
        {
            "row": pd.Series(range(len(days)), dtype="int16"),
            "week": pd.Series([day.week for day in days], dtype="int16"),
            "weekday": pd.Series([day.row for day in days], dtype="int16"),
            "kind": [day.kind.value for day in days],
            "first": [day.first for day in days],
            "second": [day.second for day in days],
        }
    )


def calendar_spec(plot: CalendarPlot) -> dict[str, Any]:
    """The days with stretching as a Vega-Lite specification."""
    starts = [day.day for day in plot.days if day.row == 0]
    values: dict[str, object] = {
        X_ENDS: [-0.6, plot.weeks - 0.4],
        X_TICKS: _month_ticks(starts),
        ROW_WORDS: list(plot.row_words),
    }
    return filled(calendar_template(plot.ink), values, calendar_frame(plot), f"{plot.name}: day ")


def range_frame(plot: RangePlot) -> pd.DataFrame:
    """Every reading as a row.

    Columns: ``row`` (in order of day), ``day``, ``side`` (0 or 1), ``reading``, ``mean``, ``lo`` and ``hi`` (the band)
    in degrees or centimetres, ``first`` and ``second`` (the lines of the read-out).
    """
    import pandas as pd

    points = plot.points
    numbers = {"reading": "value", "mean": "mean", "lo": "lo", "hi": "hi"}
    return pd.DataFrame(
        {
            "row": pd.Series(range(len(points)), dtype="int16"),
            "day": pd.to_datetime([point.day.isoformat() for point in points], utc=True),
            "side": pd.Series([plot.sides.index(point.side) for point in points], dtype="int8"),
            **{
                name: pd.Series([getattr(point, column) for point in points], dtype="float32")
                for name, column in numbers.items()
            },
            "first": [point.first for point in points],
            "second": [point.second for point in points],
        }
    )


def range_spec(plot: RangePlot) -> dict[str, Any]:
    """Readings of one test over time as a Vega-Lite specification; up is further."""
    x = time_axis(plot.first, plot.last, timedelta(days=max(2, round((plot.last - plot.first).days * 0.015))))
    y = value_axis([number for point in plot.points for number in (point.value, point.lo, point.hi)])
    names_days = (plot.last - plot.first).days <= FEW_DAYS
    values: dict[str, object] = {
        X_ENDS: list(x.ends),
        X_TICKS: list(x.ticks),
        Y_ENDS: list(y.ends[::-1] if plot.is_turned else y.ends),
        Y_TICKS: list(y.ticks),
    }
    made = range_template(plot.ink, len(plot.sides), names_days=names_days)
    return filled(made, values, range_frame(plot), f"{plot.name}: reading ")


def _month_ticks(starts: Sequence[date]) -> list[list[Any]]:
    """Places of the first week of each month with the month's name, at most about six."""
    firsts = [
        (place, start)
        for place, (before, start) in enumerate(zip([None, *starts], starts, strict=False))
        if before is None or before.month != start.month
    ]
    if len(firsts) > 1 and firsts[1][0] - firsts[0][0] < 2:
        firsts = firsts[1:]
    step = -(-len(firsts) // _MOST_LABELS)
    shown = firsts[::step]
    return [
        [place for place, _ in shown],
        [f"{start:%Y}" if start.month == 1 and start.day <= 7 else f"{start:%b}" for _, start in shown],
    ]
