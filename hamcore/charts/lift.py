"""A lift chart of one person: the template of its kind with the person's numbers filled in."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from hamcore.charts.axes import FEW_DAYS, Axis, time_axis, value_axis
from hamcore.charts.lift_template import (
    CHOSEN,
    ROWS,
    SET_GAP_MS,
    SPANS,
    STRIDE,
    X_ENDS,
    X_TICKS,
    Y_ENDS,
    Y_TICKS,
    Kind,
    template,
)
from hamcore.charts.plot import Plot, View
from hamcore.frames import session_frame, set_frame, span_frame

if TYPE_CHECKING:
    import pandas as pd

MOST_POINTS = 1500
"""So many points are drawn one by one, each in the shape of its function; more become dots of one path."""
MOST_WORDS = 6
"""More annotations than this are bands without words."""
MOST_CELLS = 500
"""More sessions than a plot has pixels cannot be pointed at; the slider still has them all."""


def spec(plot: Plot) -> dict[str, Any]:
    """The chart of ``plot`` as a Vega-Lite specification with its frames under ``datasets``.

    Load over time is drawn from `set_frame`, or repetitions for an exercise without any load; e1RM from
    `session_frame`.
    """
    frame = set_frame(plot.shown) if plot.view is View.LOAD else session_frame(plot.shown)
    columns = _columns(plot, frame)
    x, y = _time(plot), value_axis([value for name in columns for value in frame[name]], room=_room(plot))
    kind = Kind(
        view=plot.view,
        function=plot.function,
        unit=plot.shown.unit,
        column=columns[0],
        is_crowded=len(frame) > MOST_POINTS,
        names_days=(plot.last - plot.first).days <= FEW_DAYS,
        has_spans=bool(plot.spans),
        word_rows=min(2, len(plot.spans)) if len(plot.spans) <= MOST_WORDS else 0,
        ink=plot.ink,
    )
    datasets = {ROWS: frame}
    if plot.spans:
        datasets[SPANS] = span_frame(plot.spans, plot.first, plot.last)
    return template(kind) | {"params": _params(plot, kind, x, y, int(frame["session"].max())), "datasets": datasets}


def _columns(plot: Plot, frame: pd.DataFrame) -> list[str]:
    """The columns on the y axis, the one that is read out first."""
    unit = plot.shown.unit
    if plot.view is View.E1RM:
        return [f"{name}_{unit}" for name in ("e1rm", "lo", "hi")]
    return [f"load_{unit}" if frame[f"load_{unit}"].max() > 0 else "reps"]


def _params(plot: Plot, kind: Kind, x: Axis, y: Axis, last: int) -> list[dict[str, Any]]:
    """The parameters of the template with their values; the newest session is the chosen one at first."""
    every = ceil((last + 1) / MOST_CELLS)
    values = {
        X_ENDS: list(x.ends),
        X_TICKS: list(x.ticks),
        Y_ENDS: list(y.ends),
        Y_TICKS: list(y.ticks),
        SET_GAP_MS: _set_gap_ms(plot),
        STRIDE: [every, last % every],
    }
    slider = {"input": "range", "min": 0, "max": last, "step": 1, "name": f"{plot.name}: session "}
    chosen = {"value": [{"session": last}], "bind": {"session": slider}}
    return [
        param | (chosen if param["name"] == CHOSEN else {"value": values[param["name"]]})
        for param in template(kind)["params"]
    ]


def _time(plot: Plot) -> Axis:
    margin = timedelta(days=max(2, round((plot.last - plot.first).days * 0.015)))
    return time_axis(plot.first, plot.last, margin)


def _room(plot: Plot) -> float:
    """Room below the values for the words of annotations."""
    return 0.12 if plot.spans else 0.03


def _set_gap_ms(plot: Plot) -> int:
    """How far apart the sets of a session are drawn: a few pixels on a phone, at most 26 hours."""
    return round(min((plot.last - plot.first).days * 0.014, 26 / 24) * 86_400_000)
