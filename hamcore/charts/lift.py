"""The two charts of a lift: load of every working set, and e1RM with its line and band.

A chart is a plain Vega-Lite specification. Writing it down takes a fraction of a millisecond; making and checking the
same one with a chart library takes 0.2 s each time a person turns a knob, so only the tests do that.

Both charts have a read-out that needs no server: pointing, tapping or the slider under the chart choose a session, and
the text above the plot, the dashed rule and the ring follow. The slider is a plain range input, so a keyboard reaches
it. Charts are SVG at any size: their colours are custom properties of the page and follow a switch of the theme at
once, which a canvas cannot. Axes have fixed ends, so that choosing a session redraws three marks and not the plot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import ceil, pi, sqrt
from typing import TYPE_CHECKING, Any

from hamcore.charts.axes import Axis, time_axis, value_axis
from hamcore.charts.plot import Plot, View
from hamcore.charts.theme import MARKS, chart_config
from hamcore.frames import session_frame, set_frame, span_frame
from hamcore.units import LoadUnit

if TYPE_CHECKING:
    import pandas as pd

ROWS, SPANS = "rows", "spans"
"""The names of the data in a chart: sessions or sets, and annotations."""
HEIGHT_PX = 316
"""The whole chart with its read-out and axis; Streamlit fits the plot into it."""
MOST_POINTS = 1500
"""So many points are drawn one by one, each in the shape of its function; more become dots of one path."""
MOST_WORDS = 6
"""More annotations than this are bands without words."""
MOST_CELLS = 500
"""More sessions than a plot has pixels cannot be pointed at; the slider still has them all."""
READ_OUT_PX = 46
"""Room above the plot for the two lines of the read-out."""

Spec = dict[str, Any]


def spec(plot: Plot) -> Spec:
    """The chart of ``plot`` as a Vega-Lite specification with its frames under ``datasets``."""
    is_load = plot.view is View.LOAD
    frame = set_frame(plot.shown) if is_load else session_frame(plot.shown)
    made = load_spec(frame, plot) if is_load else strength_spec(frame, plot)
    made["datasets"] = {ROWS: frame}
    if plot.spans:
        made["datasets"][SPANS] = span_frame(plot.spans, plot.first, plot.last)
    return made


def load_spec(frame: pd.DataFrame, plot: Plot) -> Spec:
    """Load over time from `set_frame`: every working set a point, the session's best larger and solid, records.

    The sets of a session stand a little apart, so that equal loads do not hide each other. An exercise without any
    load shows repetitions instead.
    """
    unit = plot.shown.unit
    is_loaded = bool(frame[f"load_{unit}"].max() > 0)
    column = f"load_{unit}" if is_loaded else "reps"
    y = value_axis(list(frame[column]), room=_room(plot))
    done = _set_words(unit) if is_loaded else "datum.reps + (datum.reps == 1 ? ' rep' : ' reps')"
    sets = "datum.sets + (datum.sets == 1 ? ' working set' : ' working sets')"
    best = "datum.is_best"
    layers = [
        *_span_layers(plot),
        _dots(plot, y, column, len(frame), only=f"!{best}", size=30, opacity=0.42),
        _dots(plot, y, column, len(frame), only=best, size=48, opacity=1.0),
        *_record_layers(plot, y, column, ".2~f"),
        *_choice_layers(plot, y.of(column), f"{_WHEN} + {done}", f"{_RIR} + {sets}", only=best),
        _cells(plot, int(frame["session"].max()), only=best),
    ]
    return _whole(layers, plot, at=f"time(datum.day) + datum.place * {_set_gap_ms(plot)}")


def strength_spec(frame: pd.DataFrame, plot: Plot) -> Spec:
    """e1RM over time from `session_frame`: the formulas' band, the line, sessions (hollow: low confidence), records."""
    unit = plot.shown.unit
    e1rm, trend, lo, hi = (f"{name}_{unit}" for name in ("e1rm", "trend", "lo", "hi"))
    y = value_axis([value for name in (e1rm, lo, hi) for value in frame[name]], room=_room(plot))
    colour = plot.ink.function(plot.function)
    curve = {"interpolate": "monotone", "color": colour, "opacity": 1, "aria": False}
    part = {"detail": {"field": "part"}}
    number = f"format(datum.{e1rm}, '.0f') + ' {unit} (trend ' + format(datum.{trend}, '.0f') + ')'"
    band = f"'formulas ' + format(datum.{lo}, '.0f') + '–' + format(datum.{hi}, '.0f')"
    layers = [
        *_span_layers(plot),
        _layer({"type": "area", "fillOpacity": 0.16, **curve}, y.of(lo) | {"y2": {"field": hi}} | part),
        _layer({"type": "line", "strokeWidth": 2.5, **curve}, y.of(trend) | part),
        _layer(_points(plot, size=30, opacity=0.5), y.of(e1rm), only="!datum.is_low"),
        _layer(_points(plot, size=30, opacity=0.0), y.of(e1rm), only="datum.is_low"),
        *_record_layers(plot, y, e1rm, ".0f"),
        *_choice_layers(plot, y.of(e1rm), f"{_WHEN} + {number}", f"{_set_words(unit)} + ', ' + {_RIR} + {band}"),
        _cells(plot, int(frame["session"].max())),
    ]
    return _whole(layers, plot, at="time(datum.day)")


_WHEN = "utcFormat(datum.day, '%-d %b %Y') + ' · '"
_RIR = "(isValid(datum.rir) ? 'RIR ' + datum.rir + ', ' : '')"


def _set_words(unit: LoadUnit) -> str:
    return f"format(datum.load_{unit}, '.2~f') + ' {unit} × ' + datum.reps"


def _room(plot: Plot) -> float:
    """Room below the values for the words of annotations."""
    return 0.12 if plot.spans else 0.03


def _set_gap_ms(plot: Plot) -> int:
    """How far apart the sets of a session are drawn: a few pixels on a phone, at most 26 hours."""
    return round(min((plot.last - plot.first).days * 0.014, 26 / 24) * 86_400_000)


def _layer(mark: Mapping[str, Any], encoding: Mapping[str, Any] | None = None, *, only: str = "") -> Spec:
    """One layer over the rows for which the expression ``only`` holds."""
    layer: Spec = {"mark": dict(mark)}
    if encoding:
        layer["encoding"] = dict(encoding)
    if only:
        layer["transform"] = [{"filter": only}]
    return layer


def _points(plot: Plot, *, size: int, opacity: float) -> Spec:
    """Points in the function's colour and shape. Opacity is on the fill: on the mark it makes painting slow."""
    colour = plot.ink.function(plot.function)
    return {
        "type": "point",
        "shape": MARKS[plot.function],
        "size": size,
        "fill": colour,
        "fillOpacity": opacity,
        "stroke": colour,
        "strokeWidth": 1.2,
        "strokeOpacity": 0 if opacity else 0.7,
        "opacity": 1,
        "aria": False,
    }


def _dots(plot: Plot, y: Axis, column: str, count: int, *, only: str, size: int, opacity: float) -> Spec:
    """Points one by one, or of very many all as one path: a browser paints one path as fast as one point.

    The path is a line that breaks after every point; a line of one point is a dot as wide as the line.
    """
    if count <= MOST_POINTS:
        return _layer(_points(plot, size=size, opacity=opacity), y.of(column), only=only)
    line = {"type": "line", "strokeCap": "round", "strokeWidth": round(2 * sqrt(size / pi), 1), "opacity": 1}
    colour = {"color": plot.ink.function(plot.function), "strokeOpacity": opacity, "aria": False}
    layer = _layer(line | colour, y.of("dot"), only=only)
    layer["transform"] += [{"calculate": f"[datum.{column}, null]", "as": "dot"}, {"flatten": ["dot"]}]
    return layer


def _record_layers(plot: Plot, y: Axis, column: str, number: str) -> list[Spec]:
    """A diamond on every record, and the value of the last one."""
    text, surface = plot.ink.role("text"), plot.ink.role("surface")
    gem = {"type": "point", "shape": "diamond", "size": 95, "fill": text, "stroke": surface, "strokeWidth": 1.5}
    label = {"type": "text", "dy": -13, "fontWeight": 600, "color": text, "aria": False}
    newest = _layer(label, y.of(column) | {"text": {"field": column, "type": "quantitative", "format": number}})
    newest["transform"] = [
        {"filter": "datum.is_record"},
        {"window": [{"op": "rank", "as": "later"}], "sort": [{"field": "session", "order": "descending"}]},
        {"filter": "datum.later == 1"},
    ]
    return [_layer(gem | {"opacity": 1, "aria": False}, y.of(column), only="datum.is_record"), newest]


def _span_layers(plot: Plot) -> list[Spec]:
    """A grey band for each annotation with its words at the bottom, in turn on two rows so that they stay apart."""
    if not plot.spans:
        return []
    quiet = plot.ink.role("quiet")
    band = {"type": "rect", "fill": quiet, "fillOpacity": 0.1, "opacity": 1, "cornerRadius": 0, "aria": False}
    words = {"type": "text", "color": quiet, "fontSize": 11, "baseline": "bottom", "aria": False}
    days = [{"calculate": f"time(datum.{name})", "as": name} for name in ("start", "end", "middle")]
    layers = [_layer(band, _span_x(plot, "start") | {"x2": {"field": "end"}})]
    layers[0]["transform"] = days
    for row in range(min(2, len(plot.spans)) if len(plot.spans) <= MOST_WORDS else 0):
        at = {"y": {"value": {"expr": f"height - {6 + 13 * row}"}}, "text": {"field": "words"}}
        layers.append(_layer(words, _span_x(plot, "middle") | at))
        layers[-1]["transform"] = [*days, {"filter": f"datum.row == {row}"}]
    return [layer | {"data": {"name": SPANS}} for layer in layers]


def _span_x(plot: Plot, column: str) -> Spec:
    return {"x": _x(plot)["x"] | {"field": column}}


def _x(plot: Plot) -> Spec:
    margin = timedelta(days=max(2, round((plot.last - plot.first).days * 0.015)))
    return time_axis(plot.first, plot.last, margin).of("at", "x")


def _choice_layers(plot: Plot, y: Spec, first: str, second: str, *, only: str = "") -> list[Spec]:
    """The chosen session: rule, ring, and the two lines of the read-out."""
    ink = plot.ink
    rule = {"type": "rule", "color": ink.role("quiet"), "strokeDash": [3, 3], "aria": False}
    ring = {"type": "point", "shape": "circle", "size": 95, "fillOpacity": 0, "strokeWidth": 2.5, "opacity": 1}
    layers = [
        _layer(rule),
        _layer(ring | {"stroke": ink.function(plot.function), "aria": False}, y),
        _line_of_text(first, -READ_OUT_PX, {"color": ink.role("text"), "fontSize": 14, "fontWeight": 600}),
        _line_of_text(second, 19 - READ_OUT_PX, {"color": ink.role("quiet"), "fontSize": 12}),
    ]
    chosen = [*([{"filter": only}] if only else []), {"filter": {"param": "chosen", "empty": False}}]
    return [layer | {"transform": [*chosen, *layer.get("transform", [])]} for layer in layers]


def _line_of_text(words: str, y_px: int, look: Mapping[str, Any]) -> Spec:
    mark = {"type": "text", "align": "left", "baseline": "top", **look}
    layer = _layer(mark, {"x": {"value": 0}, "y": {"value": y_px}, "text": {"field": "words"}})
    return layer | {"transform": [{"calculate": words, "as": "words"}]}


def _cells(plot: Plot, last: int, *, only: str = "") -> Spec:
    """What chooses: an invisible field per session, as high as the plot, half way to its neighbours; and the slider."""
    far_ms = 366 * 86_400_000
    cell = {"type": "rect", "fill": "black", "fillOpacity": 0, "opacity": 1, "clip": True}
    layer = _layer(cell | {"aria": False, "tooltip": None}, _span_x(plot, "from") | {"x2": {"field": "to"}})
    every = ceil((last + 1) / MOST_CELLS)
    layer["transform"] = [
        *([{"filter": only}] if only else []),
        *([{"filter": f"datum.session % {every} == {last % every}"}] if every > 1 else []),
        {
            "window": [{"op": "lag", "field": "at", "as": "before"}, {"op": "lead", "field": "at", "as": "after"}],
            "sort": [{"field": "session"}],
        },
        {"calculate": f"isValid(datum.before) ? (datum.before + datum.at) / 2 : datum.at - {far_ms}", "as": "from"},
        {"calculate": f"isValid(datum.after) ? (datum.after + datum.at) / 2 : datum.at + {far_ms}", "as": "to"},
    ]
    slider = {"input": "range", "min": 0, "max": last, "step": 1, "name": f"{plot.name}: session "}
    layer["params"] = [
        {
            "name": "chosen",
            "select": {"type": "point", "fields": ["session"], "on": "pointermove, click", "clear": False},
            "value": [{"session": last}],
            "bind": {"session": slider},
        }
    ]
    return layer


def _whole(layers: Sequence[Spec], plot: Plot, *, at: str) -> Spec:
    """The chart: every layer over the rows, each row at the time ``at`` in milliseconds of UTC."""
    return {
        "data": {"name": ROWS},
        "transform": [{"calculate": at, "as": "at"}],
        "encoding": _x(plot),
        "layer": list(layers),
        "height": HEIGHT_PX,
        "config": chart_config(plot.ink),
        "usermeta": {"embedOptions": {"renderer": "svg"}},
    }
