"""Lifts through the entry script: empty, with the demo, each control, the address, and the rows behind the charts."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.interchange.demo import demo_log
from pages._parts.clock import today
from tests.filled import fill
from tests.pages.conftest import OpenPage
from tests.pages.parts import page_text


@pytest.fixture
def demo(home: Path) -> date:
    """The demo log, up to today."""
    day = today()
    fill(home, demo_log(day).workouts)
    return day


def charts(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def names(app: AppTest) -> list[str]:
    """Whose charts are shown, from the label of their slider."""
    sliders = [bind["session"]["name"] for chart in charts(app) for bind in _bindings(chart)]
    return [name.removesuffix(": session ") for name in sliders]


def _bindings(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "bind" in part:
            yield part["bind"]
        for inner in part.values():
            yield from _bindings(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _bindings(inner)


def test_an_empty_log_offers_the_import_and_draws_nothing(open_page: OpenPage) -> None:
    app = open_page("lifts.py")

    assert "No lifts yet" in page_text(app)
    assert charts(app) == []
    assert [button.label for button in app.button] == ["Import a training log"]


@pytest.mark.usefixtures("demo")
def test_the_demo_shows_both_lifts_four_facts_and_records(open_page: OpenPage) -> None:
    app = open_page("lifts.py")

    text = page_text(app)
    assert names(app) == ["Barbell deadlift", "Romanian deadlift"]
    for part in ("seven formulas", "RDL : deadlift", "Sets at 1–3 RIR", "Sessions", "Newest records", "trend"):
        assert part in text
    assert all(
        chart.proto.alt.startswith(name) for chart, name in zip(app.get("vega_lite_chart"), names(app), strict=True)
    )


@pytest.mark.usefixtures("demo")
def test_another_exercise_range_view_and_unit_are_one_click_each(open_page: OpenPage) -> None:
    app = open_page("lifts.py")

    app.selectbox(key="lift").set_value("Seated leg curl").run()
    assert names(app) == ["Seated leg curl"]

    app.segmented_control(key="view").set_value("load").run()
    assert "heaviest set of 28 days" in page_text(app)

    app.segmented_control(key="unit").set_value("lb").run()
    assert "lb ×" in page_text(app)

    app.segmented_control(key="range").set_value("All").run()
    assert "since the first" in page_text(app)
    assert not app.exception


@pytest.mark.usefixtures("demo")
def test_a_link_opens_the_view_it_names(open_page: OpenPage) -> None:
    app = open_page("lifts.py", query={"lift": "Kettlebell swing", "range": "1 yr", "unit": "lb"})

    assert names(app) == ["Kettlebell swing"]
    assert "in one year" in page_text(app)
    assert app.segmented_control(key="unit").value == "lb"


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    "query", [{"lift": "<b>x</b>"}, {"range": "9 yr"}, {"view": ""}, {"days": "x", "range": "Dates"}]
)
def test_a_link_with_nonsense_opens_the_usual_view(query: dict[str, str], open_page: OpenPage) -> None:
    app = open_page("lifts.py", query=query)

    assert names(app) == ["Barbell deadlift", "Romanian deadlift"]


def test_dates_show_only_those_days(demo: date, open_page: OpenPage) -> None:
    app = open_page("lifts.py")
    app.segmented_control(key="range").set_value("Dates").run()

    app.date_input(key="days").set_value((demo - timedelta(days=30), demo)).run()

    assert "in these days" in page_text(app)
    assert not app.exception


@pytest.mark.usefixtures("demo")
def test_the_rows_are_made_only_when_asked_for(open_page: OpenPage) -> None:
    app = open_page("lifts.py")
    assert not app.dataframe

    app.session_state["rows"] = True
    app.run()

    table = app.dataframe[0].value
    assert list(table.columns)[:5] == ["Day", "Exercise", "Set", "Type", "As typed"]
    assert table["Day"].is_monotonic_decreasing
    assert [button.proto.label for button in app.get("download_button")] == ["Download these rows (CSV)"]


def test_a_person_s_exercise_name_is_shown_as_typed(home: Path, open_page: OpenPage) -> None:
    name = "<img src=x onerror=alert(1)> *x*"
    day = today() - timedelta(days=2)
    (workout, *_) = demo_log(day).workouts
    sets = [one._replace(name=name) for one in workout.sets]
    fill(home, [workout._replace(day=day, sets=sets)])

    app = open_page("lifts.py", query={"lift": name})

    assert names(app) == [name]
    assert all("<img" not in block.proto.body for block in app.html)
