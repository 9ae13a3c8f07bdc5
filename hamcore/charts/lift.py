"""The two charts of a lift: load of every working set, and e1RM with its line and band.

Both have a read-out that needs no server: pointing, tapping or the slider under the chart choose a session, and the
text above the plot, the dashed rule and the ring follow. The slider is a plain range input, so a keyboard reaches it.

Charts are SVG at any size: their colours are custom properties of the page and follow a switch of the theme at once,
which a canvas cannot. Scales have fixed ends, so that choosing a session redraws three marks and not the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any, Literal

import altair as alt

from hamcore.charts.plot import Plot, View
from hamcore.charts.theme import MARKS, chart_config
from hamcore.frames import session_frame, set_frame, span_frame
from hamcore.units import LoadUnit

if TYPE_CHECKING:
    import pandas as pd

HEIGHT_PX = 316
"""The whole chart with its read-out and axis; Streamlit fits the plot into it."""
_FEW_DAYS = 45
"""Up to so many days the x axis names days, else months."""
_READ_OUT_PX = 46
"""Room above the plot for the two lines of the read-out."""


def draw(plot: Plot) -> alt.LayerChart:
    """The chart of ``plot``."""
    if plot.view is View.LOAD:
        return load_chart(set_frame(plot.shown), plot)
    return strength_chart(session_frame(plot.shown), plot)


def load_chart(frame: pd.DataFrame, plot: Plot) -> alt.LayerChart:
    """Load over time from `set_frame`: every working set a point, the session's best larger and solid, records.

    The sets of a session stand a little apart, so that equal loads do not hide each other. An exercise without any
    load shows repetitions instead.
    """
    column = f"load_{plot.shown.unit}"
    is_loaded = bool(frame[column].max() > 0)
    shown = column if is_loaded else "reps"
    y = _axis(shown, list(frame[shown]), room=_room(plot))
    base = alt.Chart(frame).transform_calculate(at=f"time(datum.day) + datum.place * {_set_gap_ms(plot)}")
    best = base.transform_filter("datum.is_best")
    words = _set_words(plot.shown.unit) if is_loaded else "datum.reps + (datum.reps == 1 ? ' rep' : ' reps')"
    layers = [
        *_span_layers(plot),
        _points(base.transform_filter("!datum.is_best"), plot, size=30, opacity=0.42).encode(_x(plot), y.encode()),
        _points(best, plot, size=48, opacity=1.0).encode(_x(plot), y.encode()),
        *_records(base, plot, y),
        *_choice(best, plot, y, f"datum.when + ' · ' + {words}", f"{_RIR} + {_SETS}"),
    ]
    return _finish(layers, plot)


def strength_chart(frame: pd.DataFrame, plot: Plot) -> alt.LayerChart:
    """e1RM over time from `session_frame`: the formulas' band, the line, sessions (hollow: low confidence), records."""
    unit = plot.shown.unit
    names = [f"{name}_{unit}" for name in ("e1rm", "lo", "hi")]
    y = _axis(names[0], [value for name in names for value in frame[name]], room=_room(plot))
    base = alt.Chart(frame).transform_calculate(at="time(datum.day)")
    colour = plot.ink.function(plot.function)
    band = base.mark_area(interpolate="monotone", color=colour, fillOpacity=0.16, opacity=1, aria=False)
    line = base.mark_line(interpolate="monotone", color=colour, strokeWidth=2.5, aria=False)
    number = f"format(datum.{names[0]}, '.0f') + ' {unit} (trend ' + format(datum.trend_{unit}, '.0f') + ')'"
    layers = [
        *_span_layers(plot),
        band.encode(_x(plot), y.encode(names[1]), alt.Y2(names[2]), alt.Detail("part:N")),
        line.encode(_x(plot), y.encode(f"trend_{unit}"), alt.Detail("part:N")),
        _points(base.transform_filter("!datum.is_low"), plot, size=30, opacity=0.5).encode(_x(plot), y.encode()),
        _points(base.transform_filter("datum.is_low"), plot, size=30, opacity=0.0).encode(_x(plot), y.encode()),
        *_records(base, plot, y),
        *_choice(
            base, plot, y, f"datum.when + ' · ' + {number}", f"{_set_words(unit)} + ', ' + {_RIR} + {_band_words(unit)}"
        ),
    ]
    return _finish(layers, plot)


_SETS = "datum.sets + (datum.sets == 1 ? ' working set' : ' working sets')"
_RIR = "(isValid(datum.rir) ? 'RIR ' + datum.rir + ', ' : '')"


def _room(plot: Plot) -> float:
    """Room below the values for the words of annotations."""
    return 0.12 if plot.spans else 0.03


def _set_gap_ms(plot: Plot) -> int:
    """How far apart the sets of a session are drawn: about three pixels on a phone, at most 26 hours."""
    return round(min((plot.last - plot.first).days * 0.014, 26 / 24) * 86_400_000)


def _set_words(unit: LoadUnit) -> str:
    return f"format(datum.load_{unit}, '.2~f') + ' {unit} × ' + datum.reps"


def _band_words(unit: LoadUnit) -> str:
    return f"'formulas ' + format(datum.lo_{unit}, '.0f') + '–' + format(datum.hi_{unit}, '.0f')"


@dataclass(frozen=True, slots=True)
class _Axis:
    """The y axis: its usual column, its fixed ends and its ticks."""

    column: str
    ends: tuple[float, float]
    ticks: tuple[float, ...]

    def encode(self, column: str = "") -> alt.Y:
        scale = alt.Scale(domain=list(self.ends), nice=False, zero=False)
        return alt.Y(f"{column or self.column}:Q", title=None, scale=scale, axis=alt.Axis(values=list(self.ticks)))


def _x(plot: Plot, column: str = "at") -> alt.X:
    """The x axis in milliseconds of UTC. Plain numbers: a day stays that day wherever the browser is."""
    days = (plot.last - plot.first).days
    margin = timedelta(days=max(2, round(days * 0.015)))
    ends = [_utc_ms(plot.first - margin), _utc_ms(plot.last + margin)]
    ticks = [_utc_ms(day) for day in _ticks(plot.first, plot.last)]
    month = "utcmonth(datum.value) == 0 ? utcFormat(datum.value, '%Y') : utcFormat(datum.value, '%b')"
    label = "utcFormat(datum.value, '%-d %b')" if days <= _FEW_DAYS else month
    return alt.X(
        f"{column}:Q",
        title=None,
        scale=alt.Scale(domain=ends, nice=False, zero=False),
        axis=alt.Axis(values=ticks, labelExpr=label, labelFlush=False),
    )


def _utc_ms(day: date) -> int:
    """Midnight of a day in UTC as the milliseconds a chart counts in.

    >>> _utc_ms(date(1970, 1, 2))
    86400000
    """
    return (day - date(1970, 1, 1)).days * 86_400_000


def _ticks(first: date, last: date) -> list[date]:
    """About five to seven days to label: firsts of a month, a January among them in a long time; days in a short one.

    >>> [day.isoformat() for day in _ticks(date(2026, 8, 25), date(2026, 11, 24))]
    ['2026-09-01', '2026-10-01', '2026-11-01']
    """
    days = (last - first).days
    if days <= _FEW_DAYS:
        return [first + timedelta(days=place) for place in range(0, days + 1, max(1, ceil(days / 5)))]
    step = next((months for months in (1, 2, 3, 6, 12, 24, 60) if days / 30.4 / months <= 7), 120)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    found = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in found if first <= day <= last]


def _axis(column: str, values: Sequence[float], *, room: float = 0.03) -> _Axis:
    """An axis with round ends a little outside the values and three to seven round numbers between them.

    ``room`` is the share of the spread that stays free below the values.

    >>> _axis("load_kg", [122.5, 158.0])
    _Axis(column='load_kg', ends=(120.0, 160.0), ticks=(120.0, 130.0, 140.0, 150.0, 160.0))
    """
    low, high = float(min(values)), float(max(values))
    spread = max(high - low, abs(high) * 0.05, 1.0)
    low, high = (low + high - spread) / 2, (low + high + spread) / 2
    rough = spread / 5
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.9)
    half = step / 2
    first, last = floor((low - spread * room) / half), ceil((high + spread * 0.03) / half)
    ticks = tuple(step * number for number in range(ceil(first / 2), floor(last / 2) + 1))
    return _Axis(column, (first * half, last * half), ticks)


def _points(base: alt.Chart, plot: Plot, *, size: int, opacity: float) -> alt.Chart:
    """Points in the function's colour and shape. Opacity is on the fill: on the mark it makes painting slow."""
    colour = plot.ink.function(plot.function)
    points: alt.Chart = base.mark_point(
        shape=MARKS[plot.function],
        size=size,
        fill=colour,
        fillOpacity=opacity,
        stroke=colour,
        strokeWidth=1.2,
        strokeOpacity=0.0 if opacity else 0.7,
        opacity=1,
        aria=False,
    )
    return points


def _records(base: alt.Chart, plot: Plot, y: _Axis) -> list[alt.Chart]:
    """A diamond on every record, and the value of the last one."""
    found = base.transform_filter("datum.is_record")
    ink = plot.ink
    diamond = found.mark_point(
        shape="diamond",
        size=95,
        fill=ink.role("text"),
        stroke=ink.role("surface"),
        strokeWidth=1.5,
        opacity=1,
        aria=False,
    )
    last = found.transform_window(later="rank()", sort=[alt.SortField("session", order="descending")])
    label = last.transform_filter("datum.later == 1").mark_text(
        dy=-13, fontWeight=600, color=ink.role("text"), aria=False
    )
    text = alt.Text(f"{y.column}:Q", format=".2~f" if y.column.startswith("load") else ".0f")
    return [diamond.encode(_x(plot), y.encode()), label.encode(_x(plot), y.encode(), text)]


def _span_layers(plot: Plot) -> list[alt.Chart]:
    """A grey band for each annotation with its words at the bottom, in turn on two rows so that they stay apart."""
    if not plot.spans:
        return []
    days = {name: f"time(datum.{name})" for name in ("start", "end", "middle")}
    base = alt.Chart(span_frame(plot.spans, plot.first, plot.last)).transform_calculate(**days)
    quiet = plot.ink.role("quiet")
    band = base.mark_rect(fill=quiet, fillOpacity=0.1, opacity=1, cornerRadius=0, aria=False)
    layers = [band.encode(_x(plot, "start"), alt.X2("end"))]
    for row in range(min(2, len(plot.spans))):
        words = base.transform_filter(f"datum.row == {row}").mark_text(
            color=quiet, fontSize=11, baseline="bottom", aria=False
        )
        at = alt.value(alt.expr(f"height - {6 + 13 * row}"))
        layers.append(words.encode(_x(plot, "middle"), y=at, text=alt.Text("words:N")))
    return layers


def _choice(base: alt.Chart, plot: Plot, y: _Axis, first: str, second: str) -> list[alt.Chart]:
    """The chosen session: rule, ring, two lines of text, and the invisible cells that choose by pointer and tap."""
    ink = plot.ink
    last = int(base.data["session"].max())
    slider: Any = {"session": alt.binding_range(min=0, max=last, step=1, name=f"{plot.name}: session ")}
    chosen = alt.selection_point(
        name="chosen",
        fields=["session"],
        on="pointermove, click",
        clear=False,
        empty=False,
        value=[{"session": last}],
        bind=slider,
    )
    here = base.transform_filter(chosen)
    rule = here.mark_rule(color=ink.role("quiet"), strokeDash=[3, 3], aria=False)
    ring = here.mark_point(
        size=95,
        shape="circle",
        fillOpacity=0,
        stroke=ink.function(plot.function),
        strokeWidth=2.5,
        opacity=1,
        aria=False,
    )
    words = here.transform_calculate(when="utcFormat(datum.day, '%-d %b %Y')")
    return [
        rule.encode(_x(plot)),
        ring.encode(_x(plot), y.encode()),
        _line_of_text(words, first, -_READ_OUT_PX, ink.role("text"), 14, 600),
        _line_of_text(words, second, -_READ_OUT_PX + 19, ink.role("quiet"), 12, 400),
        _cells(base, plot).add_params(chosen),
    ]


def _line_of_text(
    base: alt.Chart, words: str, y_px: int, colour: str, size: int, weight: Literal[400, 600]
) -> alt.Chart:
    mark = base.transform_calculate(words=words).mark_text(
        align="left", baseline="top", fontSize=size, fontWeight=weight, color=colour
    )
    line: alt.Chart = mark.encode(x=alt.value(0), y=alt.value(y_px), text=alt.Text("words:N"))
    return line


def _cells(base: alt.Chart, plot: Plot) -> alt.Chart:
    """One invisible field per session as high as the plot, up to half way to its neighbours."""
    cells = (
        base.transform_window(before="lag(at)", after="lead(at)", sort=[alt.SortField("session")])
        .transform_calculate(
            start="isValid(datum.before) ? (datum.before + datum.at) / 2 : datum.at - 864e5 * 365",
            end="isValid(datum.after) ? (datum.after + datum.at) / 2 : datum.at + 864e5 * 365",
        )
        .mark_rect(fill="black", fillOpacity=0, opacity=1, clip=True, aria=False)
    )
    encoded: alt.Chart = cells.encode(_x(plot, "start"), alt.X2("end"))
    return encoded


def _finish(layers: Sequence[alt.Chart], plot: Plot) -> alt.LayerChart:
    chart = alt.LayerChart(layer=list(layers), height=HEIGHT_PX, usermeta={"embedOptions": {"renderer": "svg"}})
    configured: alt.LayerChart = chart.configure(**chart_config(plot.ink))
    return configured
