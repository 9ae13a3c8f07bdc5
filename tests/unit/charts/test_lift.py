"""The lift charts: valid, honest about what is drawn, and small."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from hamcore.charts.lift import spec
from hamcore.charts.lift_template import ROWS, SPANS
from hamcore.charts.plot import Plot, View
from hamcore.model.exercise import Function
from hamcore.screens.lift_choice import Choice, Span
from hamcore.screens.lifts import build
from hamcore.units import LoadUnit
from tests.unit.demo_state import TODAY, demo_state

GOLDEN = Path(__file__).parents[2] / "golden"
VIEWS = [(view, unit) for view in View for unit in LoadUnit]


@pytest.fixture(scope="module")
def plots() -> dict[tuple[View, LoadUnit], Plot]:
    state = demo_state()
    made = {}
    for view, unit in VIEWS:
        card = build(state, Choice(span=Span.ALL, view=view, unit=unit), TODAY).cards[0]
        assert card.plot
        made[view, unit] = card.plot
    return made


def without_data(made: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in made.items() if name != "datasets"}


def fields(part: Any) -> Iterator[str]:
    """Every column an encoding or a window names."""
    if isinstance(part, dict):
        for name, inner in part.items():
            if name == "field" and isinstance(inner, str) and inner:
                yield inner
            yield from fields(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from fields(inner)


def made_here(part: Any) -> Iterator[str]:
    """Every column a transform makes."""
    if isinstance(part, dict):
        if "as" in part:
            yield part["as"]
        for inner in part.values():
            yield from made_here(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from made_here(inner)


def parameters(made: dict[str, Any]) -> dict[str, Any]:
    return {param["name"]: param for param in made["params"]}


@pytest.mark.parametrize("key", VIEWS, ids="-".join)
def test_a_chart_is_a_valid_specification(key: tuple[View, LoadUnit], plots: dict[tuple[View, LoadUnit], Plot]) -> None:
    alt.LayerChart.from_dict(without_data(spec(plots[key])))


@pytest.mark.parametrize("key", VIEWS, ids="-".join)
def test_every_column_a_chart_names_is_in_its_data(
    key: tuple[View, LoadUnit], plots: dict[tuple[View, LoadUnit], Plot]
) -> None:
    made = spec(plots[key])
    known = {*made["datasets"][ROWS].columns, *made["datasets"][SPANS].columns, *made_here(made["layer"]), "at"}
    text = json.dumps(without_data(made))
    used = {*fields(made["layer"]), *re.findall(r"datum\.([a-z][a-z0-9_]*)", text)} - {"value"}
    assert used
    assert used <= known


@pytest.mark.parametrize("view", View)
def test_a_chart_leaves_its_template_as_it_was(view: View, plots: dict[tuple[View, LoadUnit], Plot]) -> None:
    first = json.dumps(without_data(spec(plots[view, LoadUnit.KG])))
    changed = spec(replace(plots[view, LoadUnit.KG], name="Another lift"))
    assert "Another lift" in json.dumps(without_data(changed))
    assert json.dumps(without_data(spec(plots[view, LoadUnit.KG]))) == first


@pytest.mark.parametrize("view", View)
def test_the_chart_is_as_it_was_looked_at(view: View, plots: dict[tuple[View, LoadUnit], Plot]) -> None:
    made = json.dumps(without_data(spec(plots[view, LoadUnit.KG])), indent=1, ensure_ascii=False) + "\n"
    golden = GOLDEN / f"lift_{view}.json"
    assert made == golden.read_text(encoding="utf-8"), f"look at the chart, then write it to {golden}"


@pytest.mark.parametrize("view", View)
def test_pointer_tap_and_slider_choose_the_same_thing_and_it_is_never_empty(
    view: View, plots: dict[tuple[View, LoadUnit], Plot]
) -> None:
    made = spec(plots[view, LoadUnit.KG])
    chosen = parameters(made)["chosen"]
    slider = chosen["bind"]["session"]
    assert chosen["select"]["on"] == "pointermove, click"
    assert (slider["input"], slider["min"], slider["max"]) == ("range", 0, int(made["datasets"][ROWS].session.max()))
    assert chosen["value"] == [{"session": slider["max"]}]
    assert slider["name"].startswith("Barbell deadlift")


def test_nothing_is_drawn_with_a_colour_of_its_own(plots: dict[tuple[View, LoadUnit], Plot]) -> None:
    for plot in plots.values():
        assert not re.findall(r"#[0-9a-fA-F]{3,8}", json.dumps(without_data(spec(plot))))


def test_every_working_set_is_a_point_and_one_in_each_session_is_the_best(
    plots: dict[tuple[View, LoadUnit], Plot],
) -> None:
    plot = plots[View.LOAD, LoadUnit.KG]
    rows = spec(plot)["datasets"][ROWS]
    assert len(rows) == sum(len(exposure.sets) for exposure in plot.shown.exposures)
    assert rows.groupby("session").is_best.sum().eq(1).all()


def test_very_many_points_are_drawn_as_two_paths_and_still_all_can_be_chosen(
    plots: dict[tuple[View, LoadUnit], Plot],
) -> None:
    plot = plots[View.LOAD, LoadUnit.KG]
    shown = replace(plot.shown, exposures=list(plot.shown.exposures) * 40)
    made = spec(replace(plot, shown=shown))
    rows = made["datasets"][ROWS]
    assert len(rows) > 10_000
    assert sum("flatten" in step for layer in made["layer"] for step in layer.get("transform", [])) == 2
    assert parameters(made)["chosen"]["bind"]["session"]["max"] == len(shown.exposures) - 1
    alt.LayerChart.from_dict(without_data(made))


def test_the_load_axis_does_not_force_zero(plots: dict[tuple[View, LoadUnit], Plot]) -> None:
    low, high = parameters(spec(plots[View.LOAD, LoadUnit.KG]))["y_ends"]["value"]
    assert 0 < low < high


def _y(layer: dict[str, Any]) -> dict[str, Any]:
    found = layer.get("encoding", {}).get("y", {})
    return found if isinstance(found, dict) else {}


def test_a_lift_without_load_is_drawn_in_repetitions() -> None:
    card = build(demo_state(), Choice(("nordic_curl",), Span.ALL), TODAY).cards[0]
    assert card.plot
    assert card.plot.function is Function.KNEE_FLEXION
    fields_used = {layer["encoding"]["y"]["field"] for layer in spec(card.plot)["layer"] if "field" in _y(layer)}
    assert fields_used == {"reps"}
