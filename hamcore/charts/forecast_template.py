"""The chart of a play forward, written with altair once per kind: everything about it but the numbers.

As in the lift charts the read-out needs no server: pointing, tapping or the slider under the chart choose a week.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from hamcore.charts.theme import MARKS, Ink, chart_config
from hamcore.model.exercise import Function

ROWS = "rows"
"""The name of the data in the chart: one row a week."""
X_ENDS, X_TICKS, Y_ENDS, Y_TICKS = "x_ends", "x_ticks", "y_ends", "y_ticks"
STOP = "stop"
"""The week at which the band ends and its words, as ``[week, words]``."""
PARAMETERS = (X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, STOP)
CHOSEN = "chosen_week"
HEIGHT_PX = 250
READ_OUT_PX = 44
"""Room above the plot for the two lines of the read-out."""
WEEK_LABEL = "datum.value == 0 ? 'now' : 'week ' + datum.value"


@dataclass(frozen=True, slots=True)
class Kind:
    """What decides how a chart is built: colours and shape, whether there is a band, whether it ends early."""

    function: Function
    has_band: bool
    has_stop: bool
    ink: Ink


@lru_cache(maxsize=32)
def template(kind: Kind) -> dict[str, Any]:
    """The chart of ``kind`` as a checked Vega-Lite specification without data or values; not to be changed."""
    chart = (
        alt.layer(*_layers(kind), data=alt.NamedData(ROWS))
        .properties(height=HEIGHT_PX, usermeta={"embedOptions": {"renderer": "svg"}})
        .configure(**chart_config(kind.ink))
        .add_params(*(alt.param(name=name, value=0) for name in PARAMETERS))
    )
    made: dict[str, Any] = chart.to_dict()
    return made


def _layers(kind: Kind) -> list[alt.Chart]:
    return [
        *(_band(kind) if kind.has_band else []),
        *(_stop(kind) if kind.has_stop else []),
        *_made(kind),
        *_choice(kind),
        _cells(),
    ]


def _scale(ends: str) -> alt.Scale:
    return alt.Scale(domain=[alt.ExprRef(f"{ends}[0]"), alt.ExprRef(f"{ends}[1]")], nice=False, zero=False)


def _x(column: str = "week") -> alt.X:
    axis = alt.Axis(values=alt.ExprRef(X_TICKS), labelExpr=WEEK_LABEL, labelFlush=True)
    return alt.X(column, type="quantitative", title=None, scale=_scale(X_ENDS), axis=axis)


def _y(column: str) -> alt.Y:
    axis = alt.Axis(values=alt.ExprRef(Y_TICKS), format=".2~f")
    return alt.Y(column, type="quantitative", title=None, scale=_scale(Y_ENDS), axis=axis)


def _band(kind: Kind) -> list[alt.Chart]:
    """The middle of the runs at the own rate, without an edge and without a line in it."""
    band: alt.Chart = (
        alt.Chart()
        .transform_filter("isValid(datum.lo)")
        .mark_area(
            interpolate="linear", color=kind.ink.function(kind.function), opacity=1, fillOpacity=0.24, aria=False
        )
        .encode(_x(), _y("lo"), alt.Y2("hi"))
    )
    return [band]


def _stop(kind: Kind) -> list[alt.Chart]:
    """Where a lighter week would be offered: a grey ground from there on, with its words at the bottom."""
    quiet = kind.ink.role("quiet")
    base = (
        alt.Chart()
        .transform_filter("datum.week == 0")
        .transform_calculate("from", f"{STOP}[0]")
        .transform_calculate("to", f"{X_ENDS}[1]")
        .transform_calculate("words", f"{STOP}[1]")
    )
    return [
        base.mark_rect(fill=quiet, fillOpacity=0.1, opacity=1, cornerRadius=0, aria=False).encode(
            _x("from"), alt.X2("to")
        ),
        base.mark_text(color=quiet, fontSize=11, align="left", baseline="bottom", dx=6, aria=False).encode(
            _x("from"), alt.Text("words", type="nominal"), y=alt.value(alt.ExprRef("height - 6"))
        ),
    ]


def _made(kind: Kind) -> list[alt.Chart]:
    """If every set is made: a dashed line, as nobody makes every set, and a mark for where things stand now."""
    colour = kind.ink.function(kind.function)
    base = alt.Chart().transform_filter("isValid(datum.made)")
    return [
        base.mark_line(color=colour, strokeDash=[5, 4], strokeWidth=2, opacity=1, aria=False).encode(_x(), _y("made")),
        base.transform_filter("datum.week == 0")
        .mark_point(shape=MARKS[kind.function], size=70, fill=colour, strokeOpacity=0, opacity=1, aria=False)
        .encode(_x(), _y("made")),
    ]


def _choice(kind: Kind) -> list[alt.Chart]:
    """The chosen week: rule, ring, and the two lines of the read-out."""
    ink = kind.ink
    chosen = alt.Chart().transform_filter({"param": CHOSEN, "empty": False})
    return [
        chosen.mark_rule(color=ink.role("quiet"), strokeDash=[3, 3], aria=False).encode(_x()),
        chosen.transform_filter("isValid(datum.made)")
        .mark_point(
            shape="circle",
            size=95,
            fillOpacity=0,
            stroke=ink.function(kind.function),
            strokeWidth=2.5,
            opacity=1,
            aria=False,
        )
        .encode(_x(), _y("made")),
        _line_of_text(chosen, "first", -READ_OUT_PX, color=ink.role("text"), size=14, weight=600),
        _line_of_text(chosen, "second", 19 - READ_OUT_PX, color=ink.role("quiet"), size=12, weight=400),
    ]


def _line_of_text(base: alt.Chart, column: str, y_px: int, *, color: str, size: int, weight: int) -> alt.Chart:
    line: alt.Chart = base.mark_text(
        align="left",
        baseline="top",
        color=color,
        fontSize=size,
        fontWeight=weight,  # type: ignore[arg-type]
    ).encode(alt.Text(column, type="nominal"), x=alt.value(0), y=alt.value(y_px))
    return line


def _cells() -> alt.Chart:
    """What chooses: an invisible field per week, as high as the plot; and the slider."""
    chosen = alt.selection_point(
        name=CHOSEN,
        fields=["week"],
        on="pointermove, click",
        clear=False,
        value=[{"week": 0}],
        bind={"week": alt.BindRange(input="range", min=0, max=0, step=1, name="")},  # type: ignore[arg-type]
    )
    cells: alt.Chart = (
        alt.Chart()
        .transform_calculate("from", "datum.week - 0.5")
        .transform_calculate("to", "datum.week + 0.5")
        .mark_rect(fill="black", fillOpacity=0, opacity=1, clip=True, aria=False, tooltip=None)
        .encode(_x("from"), alt.X2("to"))
        .properties(name="weeks")
        .add_params(chosen)
    )
    return cells
