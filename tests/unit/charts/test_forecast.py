"""The forecast chart: valid, a band and no line through it, and small."""

import json
import re
from typing import Any

import altair as alt
import pytest

from hamcore.charts.forecast import forecast_frame, spec
from hamcore.charts.forecast_plot import ForecastPlot, WeekRow
from hamcore.charts.forecast_template import CHOSEN, PARAMETERS, ROWS, STOP, X_ENDS, Y_ENDS
from hamcore.model.exercise import Function


def plot(*, band: bool = True, stop: int | None = None, weeks: int = 8) -> ForecastPlot:
    rows = [WeekRow(0, 100.0, 100.0 if band else None, 100.0 if band else None, "Now", "")]
    for week in range(1, weeks + 1):
        inside = band and (stop is None or week <= stop)
        lo, hi = (95.0, 105.0) if inside else (None, None)
        rows.append(WeekRow(week, 100.0 + week, lo, hi, f"Week {week}", "at your rate" if inside else ""))
    return ForecastPlot("Deadlift", Function.HIP_HINGE, weeks, tuple(rows), stop, "stops here" if stop else "")


def without_data(made: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in made.items() if name != "datasets"}


def values(made: dict[str, Any]) -> dict[str, Any]:
    return {param["name"]: param.get("value") for param in made["params"]}


ALL = [plot(band=band, stop=stop) for band in (True, False) for stop in (None, 3)]


@pytest.mark.parametrize("one", ALL)
def test_a_chart_is_a_valid_specification_and_names_only_columns_it_has(one: ForecastPlot) -> None:
    made = spec(one)
    alt.LayerChart.from_dict(without_data(made))
    text = json.dumps(without_data(made))
    known = {*made["datasets"][ROWS].columns, "from", "to", "words", "value"}
    assert set(re.findall(r"datum\.([a-z_]+)", text)) <= known
    assert set(re.findall(r'"field": "([a-z_]+)"', text)) <= known


def test_only_what_is_there_is_drawn() -> None:
    shapes = [
        [
            layer["mark"]["type"]
            for layer in spec(one)["layer"]
            if layer["mark"].get("color") or layer["mark"].get("fill")
        ]
        for one in ALL
    ]
    assert ["area" in shape for shape in shapes] == [True, True, False, False]
    assert [len(spec(one)["layer"]) - len(spec(ALL[2])["layer"]) for one in ALL] == [1, 3, 0, 2]


def test_the_band_has_no_line_through_it() -> None:
    lines = [layer for layer in spec(plot())["layer"] if layer["mark"]["type"] == "line"]
    assert [layer["encoding"]["y"]["field"] for layer in lines] == ["made"]
    assert lines[0]["mark"]["strokeDash"]


@pytest.mark.parametrize("weeks", [8, 16])
def test_the_axes_hold_every_week_and_value_and_the_last_week_is_chosen_first(weeks: int) -> None:
    made = spec(plot(weeks=weeks))
    found = values(made)
    assert found[X_ENDS] == [0, weeks]
    assert found[Y_ENDS][0] <= 95
    assert found[Y_ENDS][1] >= 100 + weeks
    assert found[CHOSEN] == [{"week": weeks}]
    assert set(found) == {*PARAMETERS, CHOSEN}


def test_the_stop_stands_where_it_is() -> None:
    assert values(spec(plot(stop=3)))[STOP] == [3, "stops here"]


def test_a_chart_leaves_its_template_as_it_was() -> None:
    first = json.dumps(without_data(spec(plot())))
    assert json.dumps(without_data(spec(plot(weeks=16)))) != first
    assert json.dumps(without_data(spec(plot()))) == first


def test_the_frame_has_a_row_a_week_and_nothing_after_the_stop() -> None:
    frame = forecast_frame(plot(stop=3))
    assert list(frame["week"]) == list(range(9))
    assert list(frame["lo"].notna()) == [True] * 4 + [False] * 5
