"""Volume through the entry script: empty, with the demo, each control, the address, and the rows behind a chart."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.interchange.demo import demo_log
from pages._parts.clock import today
from tests.filled import fill
from tests.pages.conftest import OpenPage
from tests.pages.parts import page_text

KEYS = {"sets", "balance", "tonnage", "year", "minutes"}


@pytest.fixture
def demo(home: Path) -> date:
    """The demo log, up to today."""
    day = today()
    fill(home, demo_log(day).workouts)
    return day


def charts(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def test_an_empty_log_offers_the_import_and_draws_nothing(open_page: OpenPage) -> None:
    app = open_page("volume.py")

    assert "No sets yet" in page_text(app)
    assert charts(app) == []
    assert [button.label for button in app.button] == ["Import a training log"]


@pytest.mark.usefixtures("demo")
def test_the_demo_shows_five_charts_each_with_its_words(open_page: OpenPage) -> None:
    app = open_page("volume.py")

    text = page_text(app)
    for part in ("Sets a week by function", "Hip and knee", "Tonnage", "Minutes", "The year", "planned workouts"):
        assert part in text
    alts = [chart.proto.alt for chart in app.get("vega_lite_chart")]
    assert len(alts) == len(KEYS)
    assert all(alt.endswith("The numbers are in the table under the chart.") for alt in alts)
    assert "Left and right are compared once sets have a side" in text


@pytest.mark.usefixtures("demo")
def test_span_counting_split_and_unit_are_one_click_each(open_page: OpenPage) -> None:
    app = open_page("volume.py")

    app.segmented_control(key="by").set_value("Belly").run()
    assert "Sets a week by belly" in page_text(app)

    app.segmented_control(key="count").set_value("raw").run()
    assert "Every set of an exercise for the hamstrings counts 1" in page_text(app)

    app.segmented_control(key="unit").set_value("lb").run()
    assert "lb in the middle one" in page_text(app)

    app.segmented_control(key="range").set_value("All").run()
    assert "104 whole weeks" in page_text(app)
    assert not app.exception


@pytest.mark.usefixtures("demo")
def test_a_link_opens_the_view_it_names(open_page: OpenPage) -> None:
    app = open_page("volume.py", query={"by": "Length", "range": "1 yr", "unit": "lb", "count": "Every set"})

    text = page_text(app)
    assert "Sets a week by length" in text
    assert "51 whole weeks" in text
    assert "lb in the middle one" in text
    assert app.segmented_control(key="count").value == "raw"


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("query", [{"by": "<b>x</b>"}, {"range": "9 yr"}, {"count": ""}, {"unit": "stone"}])
def test_a_link_with_nonsense_opens_the_usual_view(query: dict[str, str], open_page: OpenPage) -> None:
    app = open_page("volume.py", query=query)

    assert "Sets a week by function" in page_text(app)


@pytest.mark.usefixtures("demo")
def test_the_rows_are_made_only_when_asked_for(open_page: OpenPage) -> None:
    app = open_page("volume.py")
    assert not app.dataframe

    app.session_state["rows_sets"] = True
    app.run()

    table = app.dataframe[0].value
    assert list(table.columns)[:2] == ["Week of", "All (weighted sets)"]
    assert table["Week of"].is_monotonic_decreasing
    assert [button.proto.label for button in app.get("download_button")] == ["Download these rows (CSV)"]
