"""The charts of volume, written with altair once per kind: everything about them but the numbers of one person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from hamcore.charts.axes import DAY_LABEL, MONTH_LABEL
from hamcore.charts.read_out import (
    X_ENDS,
    X_TICKS,
    Y_ENDS,
    Y_TICKS,
    chosen_rows,
    fields,
    layered,
    read_out,
    scale,
    x_of,
    y_of,
)
from hamcore.charts.theme import MARKS, Ink
from hamcore.charts.volume_plot import Shade
from hamcore.model.exercise import Function

PARTS, LINES = "parts", "lines"
"""The names of the data beside the rows: parts of bars, and marks across the plot."""
NOISE, ROW_WORDS = "noise", "row_words"
"""Parameters: the noise of one workout in percent; the words of the seven rows of the calendar."""
BARS_PX, YEAR_PX, SIDES_PX = 286, 236, 250
_HALF_BAR, _HALF_CELL = 0.38, 0.43
PASSED, OTHER, FREE = "passed", "other", "free"


@dataclass(frozen=True, slots=True)
class BarsKind:
    """What decides how bars are built: their shades, and whether words stand at heights of the plot."""

    shades: tuple[Shade, ...]
    has_lines: bool
    ink: Ink


@lru_cache(maxsize=32)
def bars_template(kind: BarsKind) -> dict[str, Any]:
    """Bars over time in parts, with dashed marks across the plot; not to be changed."""
    ink = kind.ink
    wide = alt.Chart().transform_calculate("from", "datum.row - 0.5").transform_calculate("to", "datum.row + 0.5")
    rule = chosen_rows().mark_rule(color=ink.role("quiet"), strokeDash=[3, 3], aria=False)
    layers = [
        *(_part(place, shade, ink) for place, shade in enumerate(kind.shades)),
        *(_lines(ink) if kind.has_lines else ()),
        rule.encode(x_of("row", _places())),
        *read_out(ink),
        fields(wide, x_of("from", _places()), alt.X2("to")),
    ]
    return layered(layers, ink, BARS_PX, (X_ENDS, X_TICKS, Y_ENDS, Y_TICKS))


def _part(place: int, shade: Shade, ink: Ink) -> alt.Chart:
    """One part of every bar. The strength is on the fill, so that colours follow the theme."""
    colour = ink.function(shade.function) if shade.function else ink.role("text")
    base = alt.Chart(alt.NamedData(PARTS)).transform_filter(f"datum.part == {place}")
    base = base.transform_calculate("left", f"datum.row - {_HALF_BAR}")
    base = base.transform_calculate("right", f"datum.row + {_HALF_BAR}")
    part: alt.Chart = base.mark_rect(
        fill=colour, fillOpacity=shade.strength, opacity=1, cornerRadius=1.5, aria=False
    ).encode(x_of("left", _places()), alt.X2("right"), _height("lo"), alt.Y2("hi"))
    return part


def _lines(ink: Ink) -> list[alt.Chart]:
    """Dashed lines with their words at the left end, above the line."""
    quiet = ink.role("quiet")
    base = alt.Chart(alt.NamedData(LINES))
    words = base.mark_text(align="left", baseline="bottom", dx=4, dy=-3, color=quiet, fontSize=11, aria=False)
    return [
        base.transform_filter("datum.is_line")
        .mark_rule(color=quiet, strokeDash=[4, 4], strokeOpacity=0.75, aria=False)
        .encode(_height("at")),
        words.encode(_height("at"), alt.Text("words", type="nominal"), x=alt.value(0)),
    ]


def _places() -> alt.Axis:
    """Places and words of the ticks: the parameter holds a list of each."""
    words = f"{X_TICKS}[1][indexof({X_TICKS}[0], datum.value)]"
    return alt.Axis(values=alt.ExprRef(f"{X_TICKS}[0]"), labelExpr=words, labelFlush=False)


def _height(column: str) -> alt.Y:
    words = f"{Y_TICKS}[1][indexof({Y_TICKS}[0], datum.value)]"
    axis = alt.Axis(values=alt.ExprRef(f"{Y_TICKS}[0]"), labelExpr=words)
    return alt.Y(column, type="quantitative", title=None, scale=scale(Y_ENDS), axis=axis)


@lru_cache(maxsize=8)
def year_template(ink: Ink) -> dict[str, Any]:
    """Days as cells in the colour of what was trained most; an outline where a planned day went by."""
    quiet = ink.role("quiet")
    cell = (x_of("left", _places()), alt.X2("right"), _weekday("above"), alt.Y2("below"))
    trained = [
        _days(function.value).mark_rect(fill=ink.function(function), opacity=1, cornerRadius=2, aria=False)
        for function in Function
        if function not in (Function.STRETCH, Function.OTHER)
    ]
    layers = [
        _days(FREE).mark_rect(fill=quiet, fillOpacity=0.1, opacity=1, cornerRadius=2, aria=False),
        _days(PASSED).mark_rect(
            fillOpacity=0, stroke=quiet, strokeWidth=1.2, strokeDash=[2, 2], opacity=1, cornerRadius=2, aria=False
        ),
        _days(OTHER).mark_rect(fill=quiet, fillOpacity=0.5, opacity=1, cornerRadius=2, aria=False),
        *trained,
        _edges(chosen_rows()).mark_rect(
            fillOpacity=0, stroke=ink.role("text"), strokeWidth=2, opacity=1, cornerRadius=2, aria=False
        ),
    ]
    drawn = [layer.encode(*cell) for layer in layers]
    return layered(
        [*drawn, *read_out(ink), fields(_edges(alt.Chart(), 0.5), *cell)], ink, YEAR_PX, (X_ENDS, X_TICKS, ROW_WORDS)
    )


def _days(kind: str) -> alt.Chart:
    kept: alt.Chart = _edges(alt.Chart().transform_filter(f"datum.kind == '{kind}'"))
    return kept


def _edges(base: alt.Chart, half: float = _HALF_CELL) -> alt.Chart:
    """The edges of each day's cell."""
    edged: alt.Chart = (
        base.transform_calculate("left", f"datum.week - {half}")
        .transform_calculate("right", f"datum.week + {half}")
        .transform_calculate("above", f"datum.weekday - {half}")
        .transform_calculate("below", f"datum.weekday + {half}")
    )
    return edged


def _weekday(column: str) -> alt.Y:
    axis = alt.Axis(values=[0, 2, 4, 6], labelExpr=f"{ROW_WORDS}[datum.value]", grid=False)
    ends = alt.Scale(domain=[6.5, -0.5], nice=False, zero=False)
    return alt.Y(column, type="quantitative", title=None, scale=ends, axis=axis)


@lru_cache(maxsize=16)
def sides_template(function: Function, ink: Ink, *, names_days: bool) -> dict[str, Any]:
    """Workouts as dots above (left did more) or below (right did more) a line, in the band of one workout's noise."""
    colour, quiet = ink.function(function), ink.role("quiet")
    axis = alt.Axis(values=alt.ExprRef(X_TICKS), labelExpr=DAY_LABEL if names_days else MONTH_LABEL, labelFlush=False)
    base = alt.Chart().transform_calculate("at", "time(datum.day)")
    one = base.transform_filter("datum.row == 0")
    one = one.transform_calculate("top", NOISE).transform_calculate("bottom", f"-{NOISE}").transform_calculate("z", "0")
    far_ms = 366 * 86_400_000
    wide = base.transform_calculate(
        "from", f"isValid(datum.before) ? (time(datum.before) + datum.at) / 2 : datum.at - {far_ms}"
    ).transform_calculate("to", f"isValid(datum.after) ? (time(datum.after) + datum.at) / 2 : datum.at + {far_ms}")
    chosen = chosen_rows(base)
    layers = [
        one.mark_rect(fill=quiet, fillOpacity=0.12, opacity=1, cornerRadius=0, aria=False).encode(
            y_of("bottom"), alt.Y2("top")
        ),
        one.mark_rule(color=quiet, aria=False).encode(y_of("z")),
        base.mark_point(
            shape=MARKS[function], size=42, fill=colour, fillOpacity=0.8, strokeOpacity=0, opacity=1, aria=False
        ).encode(x_of("at", axis), y_of("percent")),
        chosen.mark_rule(color=quiet, strokeDash=[3, 3], aria=False).encode(x_of("at", axis)),
        chosen.mark_point(
            shape="circle", size=95, fillOpacity=0, stroke=colour, strokeWidth=2.5, opacity=1, aria=False
        ).encode(x_of("at", axis), y_of("percent")),
        *read_out(ink),
        fields(wide, x_of("from", axis), alt.X2("to")),
    ]
    return layered(layers, ink, SIDES_PX, (X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, NOISE))
