"""The charts of a week of stretching, written with altair once: everything about them but the numbers of one person."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt

from hamcore.charts.read_out import X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, chosen_rows, fields, layered, read_out, x_of, y_of
from hamcore.charts.stretch_plot import DayKind
from hamcore.charts.theme import Ink
from hamcore.model.exercise import Function

MARKS_MIN, ROW_WORDS = "marks_min", "row_words"
"""Parameters: the marks in minutes; the words of the seven rows of the calendar."""
WEEKS_PX, CALENDAR_PX = 250, 216
_HALF_BAR, _HALF_CELL = 0.36, 0.44
_CALENDAR_ENDS = [6.5, -0.5]


@lru_cache(maxsize=8)
def weeks_template(ink: Ink) -> dict[str, Any]:
    """Minutes a week and leg: still ones as bars from zero, moving ones dashed on top of them, a line at each mark."""
    colour = ink.function(Function.STRETCH)
    bars = alt.Chart().transform_calculate("left", f"datum.row - {_HALF_BAR}")
    bars = bars.transform_calculate("right", f"datum.row + {_HALF_BAR}")
    still = bars.transform_filter("datum.still > 0").mark_rect(
        fill=colour, fillOpacity=0.9, opacity=1, cornerRadius=2, aria=False
    )
    moving = bars.transform_filter("datum.top > datum.still").mark_rect(
        fill=colour, fillOpacity=0.12, stroke=colour, strokeDash=[3, 2], opacity=1, cornerRadius=2, aria=False
    )
    across = (x_of("left", _weeks()), alt.X2("right"))
    rule = chosen_rows().mark_rule(color=ink.role("quiet"), strokeDash=[3, 3], aria=False)
    layers = [
        *_mark_lines(ink),
        still.encode(*across, y_of("still"), alt.Y2("zero")),
        moving.encode(*across, y_of("top"), alt.Y2("still")),
        rule.encode(x_of("row", _weeks())),
        *read_out(ink),
        fields(_week_wide(), x_of("from", _weeks()), alt.X2("to")),
    ]
    return layered(layers, ink, WEEKS_PX, (X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, MARKS_MIN))


def _weeks() -> alt.Axis:
    """Places and words of the ticks: the parameter holds a list of each."""
    words = f"{X_TICKS}[1][indexof({X_TICKS}[0], datum.value)]"
    return alt.Axis(values=alt.ExprRef(f"{X_TICKS}[0]"), labelExpr=words, labelFlush=False)


def _week_wide() -> alt.Chart:
    wide: alt.Chart = (
        alt.Chart().transform_calculate("from", "datum.row - 0.5").transform_calculate("to", "datum.row + 0.5")
    )
    return wide


def _mark_lines(ink: Ink) -> list[alt.Chart]:
    """A dashed line at each mark with its words at the left end."""
    quiet = ink.role("quiet")
    layers: list[alt.Chart] = []
    for place in (0, 1):
        base = alt.Chart().transform_filter("datum.row == 0").transform_calculate("mark", f"{MARKS_MIN}[{place}]")
        base = base.transform_calculate("words", f"{MARKS_MIN}[{place}] + ' min'")
        words = base.mark_text(align="left", baseline="bottom", dx=4, dy=-3, color=quiet, fontSize=11, aria=False)
        layers += [
            base.mark_rule(color=quiet, strokeDash=[4, 4], aria=False).encode(y_of("mark")),
            words.encode(y_of("mark"), alt.Text("words", type="nominal"), x=alt.value(0)),
        ]
    return layers


@lru_cache(maxsize=8)
def calendar_template(ink: Ink) -> dict[str, Any]:
    """Days as cells: full where something was stretched, a dot for glides alone, an outline where a plan went by."""
    colour, quiet = ink.function(Function.STRETCH), ink.role("quiet")
    cell = (x_of("left", _weeks()), alt.X2("right"), _weekday("above"), alt.Y2("below"))
    free = _days(DayKind.FREE).mark_rect(fill=quiet, fillOpacity=0.1, opacity=1, cornerRadius=3, aria=False)
    passed = _days(DayKind.PASSED).mark_rect(
        fillOpacity=0, stroke=quiet, strokeDash=[3, 2], opacity=1, cornerRadius=3, aria=False
    )
    glides = _days(DayKind.GLIDES).mark_rect(fill=colour, fillOpacity=0.18, opacity=1, cornerRadius=3, aria=False)
    dot = _days(DayKind.GLIDES).mark_point(shape="circle", size=22, fill=colour, strokeOpacity=0, opacity=1, aria=False)
    stretched = _days(DayKind.STRETCHED).mark_rect(fill=colour, opacity=1, cornerRadius=3, aria=False)
    frame = _edges(chosen_rows()).mark_rect(
        fillOpacity=0, stroke=ink.role("text"), strokeWidth=2, opacity=1, cornerRadius=3, aria=False
    )
    layers = [
        *(part.encode(*cell) for part in (free, passed, glides, stretched)),
        dot.encode(x_of("week", _weeks()), _weekday("weekday")),
        frame.encode(*cell),
        *read_out(ink),
        fields(_edges(alt.Chart(), 0.5), *cell),
    ]
    return layered(layers, ink, CALENDAR_PX, (X_ENDS, X_TICKS, ROW_WORDS))


def _days(kind: DayKind) -> alt.Chart:
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
    axis = alt.Axis(values=list(range(7)), labelExpr=f"{ROW_WORDS}[datum.value]", grid=False)
    ends = alt.Scale(domain=_CALENDAR_ENDS, nice=False, zero=False)
    return alt.Y(column, type="quantitative", title=None, scale=ends, axis=axis)
