"""The two lift charts, written with altair once per kind: everything about them but the numbers of one person.

What differs from chart to chart of a kind stands in it as a parameter (`X_ENDS` and the others) or a named data set,
so that making a chart of a known kind is filling in values: a fraction of a millisecond, where building and checking
it anew takes 0.1 to 0.2 s.

Both charts have a read-out that needs no server: pointing, tapping or the slider under the chart choose a session, and
the text above the plot, the dashed rule and the ring follow. The slider is a plain range input, so a keyboard reaches
it. Charts are SVG at any size: their colours are custom properties of the page and follow a switch of the theme at
once, which a canvas cannot. Axes have fixed ends, so that choosing a session redraws three marks and not the plot.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import pi, sqrt
from typing import Any

import altair as alt

from hamcore.charts.axes import DAY_LABEL, MONTH_LABEL
from hamcore.charts.plot import View
from hamcore.charts.theme import MARKS, Ink, chart_config
from hamcore.model.exercise import Function
from hamcore.units import LoadUnit

ROWS, SPANS = "rows", "spans"
"""The names of the data in a chart: sessions or sets, and annotations."""
X_ENDS, X_TICKS, Y_ENDS, Y_TICKS = "x_ends", "x_ticks", "y_ends", "y_ticks"
"""The parameters of a chart: both ends and the ticks of each axis."""
SET_GAP_MS, STRIDE = "set_gap_ms", "stride"
"""And how far apart the sets of a session stand, and which sessions can be pointed at: every so many, from which."""
_PARAMETERS = (X_ENDS, X_TICKS, Y_ENDS, Y_TICKS, SET_GAP_MS, STRIDE)
CHOSEN = "chosen"
"""The parameter that holds the chosen session."""
HEIGHT_PX = 316
"""The whole chart with its read-out and axis; Streamlit fits the plot into it."""
READ_OUT_PX = 46
"""Room above the plot for the two lines of the read-out."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What decides how a chart is built.

    ``column`` is drawn upwards; ``is_crowded`` if there are too many points to draw them one by one; ``names_days``
    if the time axis names days and not months; ``has_spans`` if there are annotations, their words on ``word_rows``.
    """

    view: View
    function: Function
    unit: LoadUnit
    column: str
    is_crowded: bool
    names_days: bool
    has_spans: bool
    word_rows: int
    ink: Ink


@lru_cache(maxsize=64)
def template(kind: Kind) -> dict[str, Any]:
    """The chart of ``kind`` as a checked Vega-Lite specification without data or values; not to be changed."""
    layers = load_layers(kind) if kind.view is View.LOAD else strength_layers(kind)
    at = f"time(datum.day) + datum.place * {SET_GAP_MS}" if kind.view is View.LOAD else "time(datum.day)"
    chart = (
        alt.layer(*_span_layers(kind), *layers, data=alt.NamedData(ROWS))
        .transform_calculate(at=at)
        .encode(_x(kind))
        .properties(height=HEIGHT_PX, usermeta={"embedOptions": {"renderer": "svg"}})
        .configure(**chart_config(kind.ink))
        .add_params(*(alt.param(name=name, value=0) for name in _PARAMETERS))
    )
    made: dict[str, Any] = chart.to_dict()
    return made


def load_layers(kind: Kind) -> list[alt.Chart]:
    """Load over time: every working set a point, the session's best larger and solid, records.

    The sets of a session stand a little apart, so that equal loads do not hide each other. An exercise without any
    load shows repetitions instead.
    """
    reps = "datum.reps + (datum.reps == 1 ? ' rep' : ' reps')"
    done = reps if kind.column == "reps" else _set_words(kind.unit)
    sets = "datum.sets + (datum.sets == 1 ? ' working set' : ' working sets')"
    rows, best = alt.Chart(), alt.Chart().transform_filter("datum.is_best")
    return [
        _dots(rows.transform_filter("!datum.is_best"), kind, size=30, opacity=0.42),
        _dots(best, kind, size=48, opacity=1.0),
        *_record_layers(kind, ".2~f"),
        *_choice_layers(best, kind, f"{_WHEN} + {done}", f"{_RIR} + {sets}"),
        _cells(best, kind),
    ]


def strength_layers(kind: Kind) -> list[alt.Chart]:
    """e1RM over time: the formulas' band, the line, sessions (hollow: low confidence), records."""
    trend, lo, hi = (f"{name}_{kind.unit}" for name in ("trend", "lo", "hi"))
    colour = kind.ink.function(kind.function)
    rows = alt.Chart()
    number = f"format(datum.{kind.column}, '.0f') + ' {kind.unit} (trend ' + format(datum.{trend}, '.0f') + ')'"
    band = f"'formulas ' + format(datum.set_{lo}, '.0f') + '–' + format(datum.set_{hi}, '.0f')"
    return [
        rows.mark_area(interpolate="monotone", color=colour, opacity=1, fillOpacity=0.16, aria=False).encode(
            _y(lo), alt.Y2(hi), alt.Detail("part:N")
        ),
        rows.mark_line(interpolate="monotone", color=colour, opacity=1, strokeWidth=2.5, aria=False).encode(
            _y(trend), alt.Detail("part:N")
        ),
        _points(rows.transform_filter("!datum.is_low"), kind, size=30, opacity=0.5),
        _points(rows.transform_filter("datum.is_low"), kind, size=30, opacity=0.0),
        *_record_layers(kind, ".0f"),
        *_choice_layers(rows, kind, f"{_WHEN} + {number}", f"{_set_words(kind.unit)} + ', ' + {_RIR} + {band}"),
        _cells(rows, kind),
    ]


_WHEN = "utcFormat(datum.day, '%-d %b %Y') + ' · '"
_RIR = "(isValid(datum.rir) ? 'RIR ' + datum.rir + ', ' : '')"


def _set_words(unit: LoadUnit) -> str:
    return f"format(datum.load_{unit}, '.2~f') + ' {unit} × ' + datum.reps"


def _scale(ends: str) -> alt.Scale:
    return alt.Scale(domain=[alt.ExprRef(f"{ends}[0]"), alt.ExprRef(f"{ends}[1]")], nice=False, zero=False)


def _x(kind: Kind, column: str = "at") -> alt.X:
    label = DAY_LABEL if kind.names_days else MONTH_LABEL
    axis = alt.Axis(values=alt.ExprRef(X_TICKS), labelExpr=label, labelFlush=False)
    return alt.X(column, type="quantitative", title=None, scale=_scale(X_ENDS), axis=axis)


def _y(column: str) -> alt.Y:
    axis = alt.Axis(values=alt.ExprRef(Y_TICKS), format=".2~f")
    return alt.Y(column, type="quantitative", title=None, scale=_scale(Y_ENDS), axis=axis)


def _points(base: alt.Chart, kind: Kind, *, size: int, opacity: float) -> alt.Chart:
    """Points in the function's colour and shape. Opacity is on the fill: on the mark it makes painting slow."""
    colour = kind.ink.function(kind.function)
    points: alt.Chart = base.mark_point(
        shape=MARKS[kind.function],
        size=size,
        fill=colour,
        fillOpacity=opacity,
        stroke=colour,
        strokeWidth=1.2,
        strokeOpacity=0 if opacity else 0.7,
        opacity=1,
        aria=False,
    ).encode(_y(kind.column))
    return points


def _dots(base: alt.Chart, kind: Kind, *, size: int, opacity: float) -> alt.Chart:
    """Points one by one, or of very many all as one path: a browser paints one path as fast as one point.

    The path is a line that breaks after every point; a line of one point is a dot as wide as the line.
    """
    if not kind.is_crowded:
        return _points(base, kind, size=size, opacity=opacity)
    dots: alt.Chart = (
        base.transform_calculate(dot=f"[datum.{kind.column}, null]")
        .transform_flatten(["dot"])
        .mark_line(
            color=kind.ink.function(kind.function),
            strokeCap="round",
            strokeWidth=round(2 * sqrt(size / pi), 1),
            strokeOpacity=opacity,
            opacity=1,
            aria=False,
        )
        .encode(_y("dot"))
    )
    return dots


def _record_layers(kind: Kind, number: str) -> list[alt.Chart]:
    """A diamond on every record, and the value of the last one."""
    text, surface = kind.ink.role("text"), kind.ink.role("surface")
    records = alt.Chart().transform_filter("datum.is_record")
    newest = records.transform_window(
        later="rank()", sort=[alt.SortField("session", order="descending")]
    ).transform_filter("datum.later == 1")
    return [
        records.mark_point(
            shape="diamond", size=95, fill=text, stroke=surface, strokeWidth=1.5, opacity=1, aria=False
        ).encode(_y(kind.column)),
        newest.mark_text(dy=-13, fontWeight=600, color=text, aria=False).encode(
            _y(kind.column), alt.Text(kind.column, type="quantitative", format=number)
        ),
    ]


def _span_layers(kind: Kind) -> list[alt.Chart]:
    """A grey band for each annotation with its words at the bottom, in turn on two rows so that they stay apart."""
    if not kind.has_spans:
        return []
    quiet = kind.ink.role("quiet")
    base = alt.Chart(alt.NamedData(SPANS))
    for day in ("start", "end", "middle"):
        base = base.transform_calculate(day, f"time(datum.{day})")
    band = base.mark_rect(fill=quiet, fillOpacity=0.1, opacity=1, cornerRadius=0, aria=False)
    return [
        band.encode(_x(kind, "start"), alt.X2("end")),
        *(
            base.transform_filter(f"datum.row == {row}")
            .mark_text(color=quiet, fontSize=11, baseline="bottom", aria=False)
            .encode(
                _x(kind, "middle"),
                alt.Text("words", type="nominal"),
                y=alt.value(alt.ExprRef(f"height - {6 + 13 * row}")),
            )
            for row in range(kind.word_rows)
        ),
    ]


def _choice_layers(base: alt.Chart, kind: Kind, first: str, second: str) -> list[alt.Chart]:
    """The chosen session: rule, ring, and the two lines of the read-out."""
    ink = kind.ink
    chosen = base.transform_filter({"param": CHOSEN, "empty": False})
    return [
        chosen.mark_rule(color=ink.role("quiet"), strokeDash=[3, 3], aria=False),
        chosen.mark_point(
            shape="circle",
            size=95,
            fillOpacity=0,
            stroke=ink.function(kind.function),
            strokeWidth=2.5,
            opacity=1,
            aria=False,
        ).encode(_y(kind.column)),
        _line_of_text(chosen, first, -READ_OUT_PX, color=ink.role("text"), size=14, weight=600),
        _line_of_text(chosen, second, 19 - READ_OUT_PX, color=ink.role("quiet"), size=12, weight=400),
    ]


def _line_of_text(base: alt.Chart, words: str, y_px: int, *, color: str, size: int, weight: int) -> alt.Chart:
    line: alt.Chart = (
        base.transform_calculate(words=words)
        .mark_text(align="left", baseline="top", color=color, fontSize=size, fontWeight=weight)  # type: ignore[arg-type]
        .encode(alt.Text("words", type="nominal"), x=alt.value(0), y=alt.value(y_px))
    )
    return line


def _cells(base: alt.Chart, kind: Kind) -> alt.Chart:
    """What chooses: an invisible field per session, as high as the plot, half way to its neighbours; and the slider."""
    far_ms = 366 * 86_400_000
    chosen = alt.selection_point(
        name=CHOSEN,
        fields=["session"],
        on="pointermove, click",
        clear=False,
        value=[{"session": 0}],
        bind={"session": alt.BindRange(input="range", min=0, max=0, step=1, name="")},  # type: ignore[arg-type]
    )
    before = f"isValid(datum.before) ? (datum.before + datum.at) / 2 : datum.at - {far_ms}"
    after = f"isValid(datum.after) ? (datum.after + datum.at) / 2 : datum.at + {far_ms}"
    cells: alt.Chart = (
        base.transform_filter(f"datum.session % {STRIDE}[0] == {STRIDE}[1]")
        .transform_window(before="lag(at)", after="lead(at)", sort=[alt.SortField("session")])
        .transform_calculate("from", before)
        .transform_calculate("to", after)
        .mark_rect(fill="black", fillOpacity=0, opacity=1, clip=True, aria=False, tooltip=None)
        .encode(_x(kind, "from"), alt.X2("to"))
        .properties(name="cells")
        .add_params(chosen)
    )
    return cells
