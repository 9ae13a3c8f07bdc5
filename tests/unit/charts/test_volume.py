"""The charts of volume: valid, without a colour of their own, read without a server, for any length of time."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from hamcore.charts.read_out import ROWS
from hamcore.charts.theme import FUNCTIONS
from hamcore.charts.volume import bars_spec, place_ticks, sides_spec, year_spec
from hamcore.charts.volume_plot import BarsPlot, SidesPlot, YearPlot
from hamcore.charts.volume_template import LINES, PARTS
from hamcore.model.exercise import CountingRule, Function
from hamcore.model.log import Side
from hamcore.screens.lift_choice import Span
from hamcore.screens.volume import VolumeScreen, build
from hamcore.screens.volume_card import VolumeCard
from hamcore.screens.volume_choice import SPANS, By, Choice
from hamcore.units import LoadUnit
from tests.unit.demo_state import TODAY, demo_state
from tests.unit.rules.sets import a_set
from tests.unit.screens.volume_logs import logged

GOLDEN = Path(__file__).parents[2] / "golden"
STATE = demo_state()


def sided_screen() -> VolumeScreen:
    """Ten workouts with a left and a right set."""
    sets = [
        a_set("50", 8 + number, day=TODAY - timedelta(weeks=week), set_no=number, side=side, exercise="seated_leg_curl")
        for week in range(10, 0, -1)
        for number, side in enumerate(Side, 1)
    ]
    return build(logged(sets), Choice(), TODAY)


def spec(card: VolumeCard) -> dict[str, Any]:
    if isinstance(card.plot, YearPlot):
        return year_spec(card.plot)
    if isinstance(card.plot, SidesPlot):
        return sides_spec(card.plot)
    assert isinstance(card.plot, BarsPlot)
    return bars_spec(card.plot)


def cards() -> dict[str, VolumeCard]:
    """Every kind of chart by its name."""
    found = {card.key: card for card in build(STATE, Choice(), TODAY).cards[1:]}
    for by in By:
        found[f"sets_{by.lower()}"] = build(STATE, Choice(by=by), TODAY).cards[0]
    sides = sided_screen().sides
    assert sides
    return {**found, "sides": sides}


CARDS = cards()
BY_NAME = pytest.mark.parametrize("name", sorted(CARDS))


def without_data(made: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in made.items() if name != "datasets"}


def found_under(part: Any, wanted: str) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get(wanted), str) and part[wanted]:
            yield part[wanted]
        for inner in part.values():
            yield from found_under(inner, wanted)
    elif isinstance(part, list):
        for inner in part:
            yield from found_under(inner, wanted)


def looked_at(card: VolumeCard) -> str:
    """A chart as text, with the newest three rows of its data."""
    made = spec(card)
    rows = {
        name: json.loads(frame.tail(3).to_json(orient="records", date_format="iso"))
        for name, frame in made["datasets"].items()
    }
    return json.dumps(made | {"datasets": rows}, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


@BY_NAME
def test_a_chart_is_a_valid_specification(name: str) -> None:
    alt.LayerChart.from_dict(without_data(spec(CARDS[name])))


@BY_NAME
def test_every_column_a_chart_names_is_in_its_data(name: str) -> None:
    made = spec(CARDS[name])
    known = {*(column for frame in made["datasets"].values() for column in frame.columns)}
    known |= set(found_under(made["layer"], "as"))
    text = json.dumps(without_data(made))
    used = {*found_under(made["layer"], "field"), *re.findall(r"datum\.([a-z][a-z0-9_]*)", text)} - {"value"}
    assert used
    assert used <= known


@BY_NAME
def test_nothing_is_drawn_with_a_colour_of_its_own(name: str) -> None:
    assert not re.findall(r"#[0-9a-fA-F]{3,8}", json.dumps(without_data(spec(CARDS[name]))))


@BY_NAME
def test_pointer_tap_and_slider_choose_a_row_and_the_newest_is_read_at_first(name: str) -> None:
    made = spec(CARDS[name])
    (chosen,) = (param for param in made["params"] if param["name"] == "chosen_row")
    last = len(made["datasets"][ROWS]) - 1
    assert chosen["select"]["on"] == "pointermove, click"
    assert chosen["bind"]["row"]["max"] == last
    assert chosen["value"] == [{"row": last}]
    rows = made["datasets"][ROWS]
    assert all(rows["first"].str.len() > 0)


@BY_NAME
def test_the_chart_is_as_it_was_looked_at(name: str) -> None:
    golden = GOLDEN / f"volume_{name}.json"
    assert looked_at(CARDS[name]) == golden.read_text(encoding="utf-8"), f"look at the chart, then write it to {golden}"


@BY_NAME
def test_a_chart_leaves_its_template_as_it_was(name: str) -> None:
    first = spec(CARDS[name])
    spec(build(STATE, Choice(span=Span.ALL, unit=LoadUnit.LB), TODAY).cards[0])
    again = spec(CARDS[name])
    assert without_data(first) == without_data(again)
    assert first["datasets"].keys() == again["datasets"].keys()


@pytest.mark.parametrize("rule", CountingRule)
def test_the_bars_of_functions_are_as_high_as_the_weeks_total(rule: CountingRule) -> None:
    card = build(STATE, Choice(rule=rule, span=Span.ALL), TODAY).cards[0]
    parts = spec(card)["datasets"][PARTS]
    tops = parts.groupby("row").hi.max().to_dict()
    totals = [row[1] for row in reversed(card.table.rows)]
    assert {at: total for at, total in enumerate(totals) if total} == pytest.approx(tops)
    assert not (parts.hi <= parts.lo).any()


def test_a_bar_starts_at_zero_and_the_axis_too() -> None:
    made = spec(CARDS["sets_function"])
    assert made["datasets"][PARTS].groupby("row").lo.min().eq(0).all()
    (ends,) = (param["value"] for param in made["params"] if param["name"] == "y_ends")
    assert ends[0] == 0
    assert made["datasets"][LINES]["at"].tolist() == [4, 10, 20]


@pytest.mark.parametrize("load", [50, 300])
def test_the_marks_have_one_quiet_colour_however_many_sets(load: int) -> None:
    sets = [a_set("50", 8, day=TODAY - timedelta(weeks=1), set_no=number) for number in range(1, load)]
    made = spec(build(logged(sets), Choice(), TODAY).cards[0])
    text = json.dumps(without_data(made))
    assert "--hc-error" not in text
    assert "--hc-look" not in text


def test_each_function_is_drawn_in_its_own_colour() -> None:
    text = json.dumps(without_data(spec(CARDS["year"])))
    for function in set(FUNCTIONS) - {Function.STRETCH, Function.OTHER}:
        assert f"var(--hc-{function.value.replace('_', '-')})" in text


@pytest.mark.parametrize("span", SPANS)
def test_ten_years_make_as_few_bars_as_fit(span: Span) -> None:
    sets = [a_set("50", 8, day=TODAY - timedelta(weeks=week)) for week in range(522, 0, -1)]
    for card in build(logged(sets), Choice(span=span), TODAY).cards:
        if isinstance(card.plot, BarsPlot):
            assert 1 < len(card.plot.bars) <= 111
            alt.LayerChart.from_dict(without_data(spec(card)))


def test_one_workout_is_a_bar_as_narrow_as_eight_would_be() -> None:
    screen = build(logged([a_set("50", 8, day=TODAY)]), Choice(), TODAY)
    for card in screen.cards:
        if isinstance(card.plot, BarsPlot):
            (ends,) = (param["value"] for param in spec(card)["params"] if param["name"] == "x_ends")
            assert ends[1] - ends[0] > 7


def test_a_long_time_is_labelled_by_years() -> None:
    starts = [TODAY - timedelta(weeks=13 * at) for at in range(40, -1, -1)]
    places, words = place_ticks(starts)
    assert len(places) == len(words) <= 6
    assert all(word.isdigit() for word in words)
