"""A forecast chart of one exercise: the template of its kind with the numbers filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcore.charts.axes import value_axis
from hamcore.charts.forecast_plot import ForecastPlot
from hamcore.charts.forecast_template import CHOSEN, ROWS, STOP, X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, Kind, template

if TYPE_CHECKING:
    import pandas as pd

_ROOM_FOR_WORDS = 0.12


def forecast_frame(plot: ForecastPlot) -> pd.DataFrame:
    """Every week as a row.

    Columns: ``week`` (0 is now), ``made`` (if every set is made), ``lo`` and ``hi`` (the band at the own rate), all in
    the unit of the plot and missing where there is none; ``first`` and ``second`` (the lines of the read-out).
    """
    import pandas as pd

    rows = plot.rows
    return pd.DataFrame(
        {
            "week": pd.Series([row.week for row in rows], dtype="int16"),
            "made": pd.Series([row.made for row in rows], dtype="float32"),
            "lo": pd.Series([row.lo for row in rows], dtype="float32"),
            "hi": pd.Series([row.hi for row in rows], dtype="float32"),
            "first": [row.first for row in rows],
            "second": [row.second for row in rows],
        }
    )


def spec(plot: ForecastPlot) -> dict[str, Any]:
    """The chart of ``plot`` as a Vega-Lite specification with its frame under ``datasets``."""
    has_band = any(row.lo is not None for row in plot.rows)
    kind = Kind(plot.function, has_band, plot.stop is not None, plot.ink)
    made = template(kind)
    return made | {"params": _params(plot, made), "datasets": {ROWS: forecast_frame(plot)}}


def _params(plot: ForecastPlot, made: dict[str, Any]) -> list[dict[str, Any]]:
    drawn = [value for row in plot.rows for value in (row.made, row.lo, row.hi) if value is not None]
    y = value_axis(drawn or [0.0], room=_ROOM_FOR_WORDS if plot.stop is not None else 0.03)
    values: dict[str, object] = {
        X_ENDS: [0, plot.weeks],
        X_TICKS: list(range(0, plot.weeks + 1, 4)),
        Y_ENDS: list(y.ends),
        Y_TICKS: list(y.ticks),
        STOP: [plot.stop or 0, plot.stop_words],
    }
    slider = {"input": "range", "min": 0, "max": plot.weeks, "step": 1, "name": f"{plot.name}: week "}
    chosen = {"value": [{"week": plot.weeks}], "bind": {"week": slider}}
    return [
        param | (chosen if param["name"] == CHOSEN else {"value": values[param["name"]]}) for param in made["params"]
    ]
