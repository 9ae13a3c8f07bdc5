"""The chart of a range test, written with altair once per kind: everything about it but the numbers of one person."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt

from hamcore.charts.axes import DAY_LABEL, MONTH_LABEL
from hamcore.charts.read_out import X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, chosen_rows, fields, layered, read_out, x_of, y_of
from hamcore.charts.theme import Ink
from hamcore.model.exercise import Function

RANGE_PX = 280
_SHAPES = ("circle", "square")
_DASHES = ([1, 0], [6, 3])
_FAR_MS = 366 * 86_400_000
_APART_MS = 3_600_000
"""The fields of two readings of one day lie on either side of its middle."""


@lru_cache(maxsize=16)
def range_template(ink: Ink, sides: int, *, names_days: bool) -> dict[str, Any]:
    """Readings over time, a shape and a line for each side: the mean of the last readings, and what reading alone does.

    ``sides`` is how many there are; ``names_days`` if the time axis names days and not months.
    """
    axis = alt.Axis(values=alt.ExprRef(X_TICKS), labelExpr=DAY_LABEL if names_days else MONTH_LABEL, labelFlush=False)
    rule = _timed(chosen_rows()).mark_rule(color=ink.role("quiet"), strokeDash=[3, 3], aria=False)
    ring = _timed(chosen_rows()).mark_point(
        shape="circle", size=120, fillOpacity=0, stroke=ink.role("text"), strokeWidth=2, opacity=1, aria=False
    )
    layers = [
        *(layer for place in range(sides) for layer in _side(ink, place, axis)),
        rule.encode(x_of("at", axis)),
        ring.encode(x_of("at", axis), y_of("reading")),
        *read_out(ink),
        fields(_between(), x_of("from", axis), alt.X2("to")),
    ]
    return layered(layers, ink, RANGE_PX, (X_ENDS, X_TICKS, Y_ENDS, Y_TICKS))


def _side(ink: Ink, place: int, axis: alt.Axis) -> list[alt.Chart]:
    """One side: band, line of means, readings."""
    colour = ink.role("text") if place else ink.function(Function.STRETCH)
    base, x = _timed(alt.Chart()).transform_filter(f"datum.side == {place}"), x_of("at", axis)
    band = base.mark_area(interpolate="linear", color=colour, opacity=1, fillOpacity=0.13, aria=False)
    line = base.mark_line(color=colour, strokeWidth=2, strokeDash=_DASHES[place], opacity=1, aria=False)
    point = base.mark_point(
        shape=_SHAPES[place], size=46, fill=colour, fillOpacity=0.85, strokeOpacity=0, opacity=1, aria=False
    )
    return [
        band.encode(x, y_of("lo"), alt.Y2("hi")),
        line.encode(x, y_of("mean")),
        point.encode(x, y_of("reading")),
    ]


def _timed(base: alt.Chart) -> alt.Chart:
    timed: alt.Chart = base.transform_calculate("at", "time(datum.day)")
    return timed


def _between() -> alt.Chart:
    """A field for each reading, half way to its neighbours."""
    base: alt.Chart = (
        alt.Chart()
        .transform_calculate("at", f"time(datum.day) + (datum.side - 0.5) * {_APART_MS}")
        .transform_window(before="lag(at)", after="lead(at)", sort=[alt.SortField("row")])
        .transform_calculate("from", f"isValid(datum.before) ? (datum.before + datum.at) / 2 : datum.at - {_FAR_MS}")
        .transform_calculate("to", f"isValid(datum.after) ? (datum.after + datum.at) / 2 : datum.at + {_FAR_MS}")
    )
    return base
