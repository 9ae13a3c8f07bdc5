"""The charts of a person's volume: the templates with the numbers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hamcore.charts.axes import FEW_DAYS, time_axis, value_axis
from hamcore.charts.read_out import X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, filled
from hamcore.charts.volume_plot import BarsPlot, SidesPlot, YearPlot
from hamcore.charts.volume_template import (
    LINES,
    NOISE,
    PARTS,
    ROW_WORDS,
    BarsKind,
    bars_template,
    sides_template,
    year_template,
)

if TYPE_CHECKING:
    import pandas as pd

LEAST_PLACES = 8
"""A plot has room for at least so many bars, so that a single one is not as wide as the page."""
_MOST_LABELS = 6


def bars_frame(plot: BarsPlot) -> pd.DataFrame:
    """Every bar as a row: ``row`` (0, 1 ...), ``first`` and ``second`` (the lines of the read-out)."""
    import pandas as pd

    bars = plot.bars
    return pd.DataFrame(
        {
            "row": pd.Series(range(len(bars)), dtype="int16"),
            "first": [bar.first for bar in bars],
            "second": [bar.second for bar in bars],
        }
    )


def parts_frame(plot: BarsPlot) -> pd.DataFrame:
    """Every part of every bar: ``row``, ``part`` (place of its shade), ``lo`` and ``hi`` on the y axis."""
    import pandas as pd

    parts = [(row, one) for row, bar in enumerate(plot.bars) for one in bar.segments]
    return pd.DataFrame(
        {
            "row": pd.Series([row for row, _ in parts], dtype="int16"),
            "part": pd.Series([one.part for _, one in parts], dtype="int8"),
            "lo": pd.Series([one.lo for _, one in parts], dtype="float32"),
            "hi": pd.Series([one.hi for _, one in parts], dtype="float32"),
        }
    )


def bars_spec(plot: BarsPlot) -> dict[str, Any]:
    """Bars over time as a Vega-Lite specification."""
    import pandas as pd

    count = len(plot.bars)
    values: dict[str, object] = {
        X_ENDS: [min(-0.6, count - LEAST_PLACES - 0.6), count - 0.4],
        X_TICKS: place_ticks([bar.start for bar in plot.bars]),
        Y_ENDS: list(plot.ends),
        Y_TICKS: [[at for at, _ in plot.ticks], [words for _, words in plot.ticks]],
    }
    made = filled(
        bars_template(BarsKind(plot.shades, bool(plot.marks), plot.ink)),
        values,
        bars_frame(plot),
        f"{plot.name}: {plot.step} ",
    )
    made["datasets"][PARTS] = parts_frame(plot)
    if plot.marks:
        made["datasets"][LINES] = pd.DataFrame(
            {
                "at": pd.Series([mark.at for mark in plot.marks], dtype="float32"),
                "words": [mark.words for mark in plot.marks],
                "is_line": pd.Series([mark.is_line for mark in plot.marks], dtype="bool"),
            }
        )
    return made


def year_frame(plot: YearPlot) -> pd.DataFrame:
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
            "kind": [day.kind for day in days],
            "first": [day.first for day in days],
            "second": [day.second for day in days],
        }
    )


def year_spec(plot: YearPlot) -> dict[str, Any]:
    """The days of a year as a Vega-Lite specification."""
    values: dict[str, object] = {
        X_ENDS: [-0.6, plot.weeks - 0.4],
        X_TICKS: place_ticks([day.day for day in plot.days if day.row == 0]),
        ROW_WORDS: list(plot.row_words),
    }
    return filled(year_template(plot.ink), values, year_frame(plot), f"{plot.name}: day ")


def sides_frame(plot: SidesPlot) -> pd.DataFrame:
    """Every workout as a row.

    Columns: ``row``, ``day``, ``before`` and ``after`` (the days of its neighbours, missing at the ends), ``percent``
    (how much more the left side did), ``first`` and ``second`` (the lines of the read-out).
    """
    import pandas as pd

    days = [dot.day.isoformat() for dot in plot.dots]
    return pd.DataFrame(
        {
            "row": pd.Series(range(len(days)), dtype="int16"),
            "day": pd.to_datetime(days, utc=True),
            "before": pd.to_datetime(pd.Series([None, *days[:-1]], dtype="str"), utc=True),
            "after": pd.to_datetime(pd.Series([*days[1:], None], dtype="str"), utc=True),
            "percent": pd.Series([dot.percent for dot in plot.dots], dtype="float32"),
            "first": [dot.first for dot in plot.dots],
            "second": [dot.second for dot in plot.dots],
        }
    )


def sides_spec(plot: SidesPlot) -> dict[str, Any]:
    """Left against right over time as a Vega-Lite specification."""
    x = time_axis(plot.first, plot.last, timedelta(days=max(2, round((plot.last - plot.first).days * 0.015))))
    reach = max(plot.noise_percent, *(abs(dot.percent) for dot in plot.dots))
    y = value_axis([-reach, reach])
    values: dict[str, object] = {
        X_ENDS: list(x.ends),
        X_TICKS: list(x.ticks),
        Y_ENDS: list(y.ends),
        Y_TICKS: list(y.ticks),
        NOISE: plot.noise_percent,
    }
    names_days = (plot.last - plot.first).days <= FEW_DAYS
    made = sides_template(plot.function, plot.ink, names_days=names_days)
    return filled(made, values, sides_frame(plot), f"{plot.name}: workout ")


def place_ticks(starts: Sequence[date]) -> list[list[Any]]:
    """Places of the first bar of each month with its name, at most about six; of a long time the years.

    >>> place_ticks([date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2026, 12, 7)])
    [[0, 3], ['Nov', 'Dec']]
    """
    is_long = bool(starts) and (starts[-1] - starts[0]).days > 900
    unit = "year" if is_long else "month"
    firsts = [
        (place, start)
        for place, (before, start) in enumerate(zip([None, *starts], starts, strict=False))
        if before is None or getattr(before, unit) != getattr(start, unit)
    ]
    if len(firsts) > 1 and (firsts[1][0] - firsts[0][0]) * 16 < len(starts):
        firsts = firsts[1:]
    shown = firsts[:: -(-len(firsts) // _MOST_LABELS) or 1]
    return [
        [place for place, _ in shown],
        [f"{start:%Y}" if is_long or (start.month == 1 and start.day <= 7) else f"{start:%b}" for _, start in shown],
    ]
