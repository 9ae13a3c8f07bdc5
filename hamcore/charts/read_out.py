"""What charts of rows share: fixed axes, a row chosen by pointing, tapping or a slider, and what is read out of it.

A row has a number ``row`` from 0, and the lines ``first`` and ``second`` of its read-out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from hamcore.charts.theme import Ink, chart_config

ROWS = "rows"
"""The name of the data in a chart."""
X_ENDS, X_TICKS, Y_ENDS, Y_TICKS = "x_ends", "x_ticks", "y_ends", "y_ticks"
"""The parameters of a chart: both ends and the ticks of each axis."""
CHOSEN = "chosen_row"
"""The parameter that holds the chosen row."""
READ_OUT_PX = 46
"""Room above the plot for the two lines of the read-out."""


def scale(ends: str) -> alt.Scale:
    """A scale between the two numbers of a parameter."""
    return alt.Scale(domain=[alt.ExprRef(f"{ends}[0]"), alt.ExprRef(f"{ends}[1]")], nice=False, zero=False)


def x_of(column: str, axis: alt.Axis) -> alt.X:
    """A column on the x axis."""
    return alt.X(column, type="quantitative", title=None, scale=scale(X_ENDS), axis=axis)


def y_of(column: str) -> alt.Y:
    """A column on the y axis."""
    axis = alt.Axis(values=alt.ExprRef(Y_TICKS), format=".2~f")
    return alt.Y(column, type="quantitative", title=None, scale=scale(Y_ENDS), axis=axis)


def chosen_rows(base: alt.Chart | None = None) -> alt.Chart:
    """The rows that are chosen."""
    kept: alt.Chart = (base or alt.Chart()).transform_filter({"param": CHOSEN, "empty": False})
    return kept


def read_out(ink: Ink) -> list[alt.Chart]:
    """The two lines above the plot."""
    return [
        _line_of_text("first", -READ_OUT_PX, color=ink.role("text"), size=14, weight=600),
        _line_of_text("second", 19 - READ_OUT_PX, color=ink.role("quiet"), size=12, weight=400),
    ]


def _line_of_text(column: str, y_px: int, *, color: str, size: int, weight: int) -> alt.Chart:
    line: alt.Chart = (
        chosen_rows()
        .mark_text(
            align="left",
            baseline="top",
            color=color,
            fontSize=size,
            fontWeight=weight,  # type: ignore[arg-type]
            aria=False,
        )
        .encode(alt.Text(column, type="nominal"), x=alt.value(0), y=alt.value(y_px))
    )
    return line


def fields(base: alt.Chart, *at: alt.X | alt.X2 | alt.Y | alt.Y2) -> alt.Chart:
    """What chooses: an invisible field for each row of ``base``; and the slider."""
    chosen = alt.selection_point(
        name=CHOSEN,
        fields=["row"],
        on="pointermove, click",
        clear=False,
        value=[{"row": 0}],
        bind={"row": alt.BindRange(input="range", min=0, max=0, step=1, name="")},  # type: ignore[arg-type]
    )
    made: alt.Chart = (
        base.mark_rect(fill="black", fillOpacity=0, opacity=1, clip=True, aria=False, tooltip=None)
        .encode(*at)
        .properties(name="fields")
        .add_params(chosen)
    )
    return made


def layered(layers: Sequence[alt.Chart], ink: Ink, height_px: int, parameters: Sequence[str]) -> dict[str, Any]:
    """The layers as a checked Vega-Lite specification without data or values."""
    chart = (
        alt.layer(*layers, data=alt.NamedData(ROWS))
        .properties(height=height_px, usermeta={"embedOptions": {"renderer": "svg"}})
        .configure(**chart_config(ink))
        .add_params(*(alt.param(name=name, value=0) for name in parameters))
    )
    made: dict[str, Any] = chart.to_dict()
    return made


def filled(made: dict[str, Any], values: dict[str, object], rows: Any, name: str) -> dict[str, Any]:  # noqa: ANN401
    """A specification with the values of its parameters and its rows, a data frame; the last row is chosen at first.

    ``name`` stands before the slider.
    """
    last = len(rows) - 1
    slider = {"input": "range", "min": 0, "max": last, "step": 1, "name": name}
    chosen = {"value": [{"row": last}], "bind": {"row": slider}}
    params = [
        param | (chosen if param["name"] == CHOSEN else {"value": values[param["name"]]}) for param in made["params"]
    ]
    return made | {"params": params, "datasets": {ROWS: rows}}
