"""Charts of stretching: what they hold, what is said of them, and that "cannot tell yet" is said first."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import altair as alt
import pytest

from hamcore.athlete import AthleteState
from hamcore.charts import lift
from hamcore.charts.read_out import ROWS
from hamcore.charts.stretch_plot import DayKind
from hamcore.charts.stretching import calendar_spec, range_spec, weeks_spec
from hamcore.model.log import Side
from hamcore.model.stretching import Hold, RangeTest, RangeTestName, RangeUnit, StretchLog
from hamcore.motion import MotionLibrary, load_motion
from hamcore.places import data_dir
from hamcore.screens.stretch_progress import SHOWN_WEEKS, ProgressScreen, build
from tests.unit.demo_state import state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set
from tests.unit.test_athlete import a_workout

TODAY = date(2026, 11, 24)
FOLD, SCOOP, FLOSS = "standing_forward_bend", "hamstring_scoop", "hamstring_flossing"
RAISE, KNEE, REACH = RangeTestName


@pytest.fixture(scope="module")
def library() -> MotionLibrary:
    return load_motion(data_dir())[0]


def held(ago: int, seconds: int = 60, key: str = FOLD, side: Side | None = None) -> Hold:
    reps = None if key == FOLD else 10
    return Hold(f"{key}-{ago}-{side}", TODAY - timedelta(days=ago), key, side, None if reps else seconds, reps)


def read(ago: int, value: float, test: RangeTestName = RAISE, side: Side = Side.LEFT) -> RangeTest:
    day = TODAY - timedelta(days=ago)
    if test is REACH:
        return RangeTest(f"{test}{ago}", day, test, None, value, RangeUnit.CM, 23.0)
    return RangeTest(f"{test}{ago}{side}", day, test, side, value, RangeUnit.DEG)


MANY = [
    *(held(ago, 90) for ago in range(0, 120, 3)),
    *(held(ago, key=SCOOP, side=side) for ago in range(1, 60, 7) for side in Side),
    *(held(ago, key=FLOSS, side=Side.LEFT) for ago in range(2, 60, 14)),
]
READINGS = [
    *(read(ago, 75 - ago / 7, side=side) for ago in range(0, 84, 7) for side in Side),
    *(read(ago, 20 + ago / 7, KNEE) for ago in range(0, 84, 7)),
    *(read(ago, 25.0, REACH) for ago in (0, 20)),
]


def state(holds: Sequence[Hold] = (), tests: Sequence[RangeTest] = (), *, lifted: Sequence[int] = ()) -> AthleteState:
    store = WholeStore()
    by_day = sorted(holds, key=lambda one: one.day), sorted(tests, key=lambda one: one.day)
    store.stretch(StretchLog(tuple(by_day[0]), tuple(by_day[1]), {}))
    for ago in lifted:
        day = TODAY - timedelta(days=ago)
        store.write(a_workout(f"w{ago}", day), [a_set("100", 8, exercise="romanian_deadlift", day=day)])
    return state_of(store)


@pytest.fixture(scope="module")
def full(library: MotionLibrary) -> ProgressScreen:
    return build(state(MANY, READINGS, lifted=range(0, 80, 4)), library, TODAY)


def specs(screen: ProgressScreen) -> dict[str, dict[str, Any]]:
    assert screen.weeks
    assert screen.calendar
    made = {"weeks": weeks_spec(screen.weeks), "calendar": calendar_spec(screen.calendar)}
    return made | {one.test: range_spec(one.plot) for one in screen.ranges if one.plot}


def without_data(made: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in made.items() if name != "datasets"}


KINDS = ["weeks", "calendar", *RangeTestName]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_valid_and_names_only_what_its_data_hold(kind: str, full: ProgressScreen) -> None:
    made = specs(full)[kind]
    alt.LayerChart.from_dict(without_data(made))
    text = json.dumps(without_data(made))
    columns = {str(name) for name in made["datasets"][ROWS].columns}
    known = {*columns, *re.findall(r'"as": "([a-z]+)"', text), "value"}
    used = {*re.findall(r"datum\.([a-z]+)", text), *re.findall(r'"field": "([a-z]+)"', text)}
    assert used
    assert used <= known
    assert not re.findall(r"#[0-9a-fA-F]{6}", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_can_be_chosen_and_the_newest_is_at_first(kind: str, full: ProgressScreen) -> None:
    made = specs(full)[kind]
    (chosen,) = [param for param in made["params"] if param["name"] == "chosen_row"]
    last = len(made["datasets"][ROWS]) - 1
    assert chosen["value"] == [{"row": last}]
    assert chosen["bind"]["row"]["max"] == last
    assert list(made["datasets"][ROWS]["row"]) == list(range(last + 1))


def test_a_chart_leaves_its_template_as_it_was(full: ProgressScreen) -> None:
    assert full.weeks
    first = json.dumps(without_data(weeks_spec(full.weeks)))
    weeks_spec(replace(full.weeks, name="Other", rows=full.weeks.rows[:3]))
    assert json.dumps(without_data(weeks_spec(full.weeks))) == first


def test_the_weeks_are_the_last_twenty_six_with_this_one(full: ProgressScreen) -> None:
    assert full.weeks
    rows = full.weeks.rows
    assert len(rows) == SHOWN_WEEKS
    assert rows[-1].start == date(2026, 11, 23)
    assert rows[-1].first == "Week of 23 Nov · 1:30\u202fmin still a leg"
    assert rows[-1].second.startswith("2 days, 30\u202fs moving")


def test_the_calendar_tells_stretching_from_glides_and_plans_that_went_by(full: ProgressScreen) -> None:
    assert full.calendar
    days = {one.day: one for one in full.calendar.days}
    assert days[TODAY].kind is DayKind.STRETCHED
    assert days[TODAY].first == "Tuesday 24 Nov · 1:30\u202fmin still a leg"
    assert days[TODAY].second == "Standing forward bend"
    assert days[TODAY - timedelta(days=2)].kind is DayKind.GLIDES
    assert {one.kind for one in full.calendar.days} >= {DayKind.FREE, DayKind.PASSED}
    assert (full.calendar.row_words[0], full.calendar.days[0].row, full.calendar.days[-1].week) == ("Mon", 0, 25)
    assert max(days) == TODAY
    begun = min(hold.day for hold in MANY)
    assert not [one for one in full.calendar.days if one.kind is DayKind.PASSED and one.day < begun]


@pytest.mark.parametrize(("ago", "tells"), [(21, False), (22, False), (23, True), (28, True)])
def test_under_four_whole_weeks_nothing_is_said_of_a_habit(ago: int, library: MotionLibrary, *, tells: bool) -> None:
    screen = build(state([held(ago), held(0)]), library, TODAY)
    for words in (screen.weeks_reading, screen.calendar_reading):
        assert words.startswith("Cannot tell yet") is not tells


def test_the_reading_counts_whole_weeks_at_the_marks(library: MotionLibrary) -> None:
    holds = [held(ago, 300) for ago in (8, 15, 36)] + [held(22, 299)]
    screen = build(state(holds), library, TODAY)
    assert screen.weeks_reading.startswith("3 of the last 5 whole weeks reached 5 minutes")
    assert "the one in the middle had 5:00\u202fmin" in screen.weeks_reading
    assert screen.calendar_reading == "0 of the last 5 whole weeks had two days of stretching or more."


def test_before_the_first_hold_there_is_no_chart_and_a_sentence(library: MotionLibrary) -> None:
    screen = build(state(), library, TODAY)
    assert (screen.weeks, screen.calendar) == (None, None)
    assert screen.weeks_reading == "No holds yet. The first one starts the picture."
    assert [one.plot for one in screen.ranges] == [None, None, None]
    assert screen.ranges[0].reading == ("Cannot tell yet: no readings of the last year.",)


def test_a_range_chart_has_a_band_around_the_mean_of_the_last_readings(full: ProgressScreen) -> None:
    plot = full.ranges[0].plot
    assert plot
    assert plot.sides == ("Left", "Right")
    assert all(point.lo < point.mean < point.hi for point in plot.points)
    newest = plot.points[-1]
    assert (newest.first, newest.value) == ("24 Nov · right 75°", 75)
    assert newest.second == "mean 73 to 75°; model RDL hip about 90°"
    assert max(len(point.second) for point in plot.points) < 45


def test_up_is_further_whatever_the_numbers_say(full: ProgressScreen) -> None:
    ends = {
        kind: next(param["value"] for param in specs(full)[kind]["params"] if param["name"] == "y_ends")
        for kind in (RAISE, KNEE)
    }
    assert ends[RAISE][0] < ends[RAISE][1]
    assert ends[KNEE][0] > ends[KNEE][1]
    assert [one.reading[0].split(".")[0] for one in full.ranges] == [
        "Left: further than before",
        "Left: further than before",
        "Cannot tell yet",
    ]


def test_the_load_beside_is_drawn_over_the_same_days_and_claims_nothing(
    full: ProgressScreen, library: MotionLibrary
) -> None:
    one = full.ranges[0]
    assert one.plot
    assert one.beside
    assert (one.beside.first, one.beside.last) == (one.plot.first, one.plot.last)
    alt.LayerChart.from_dict(without_data(lift.spec(one.beside)))
    assert "no proof" in one.beside_words
    bare = build(state(MANY, READINGS), library, TODAY).ranges[0]
    assert (bare.beside, bare.beside_words) == (None, "")


def test_holds_to_come_are_not_drawn(library: MotionLibrary) -> None:
    screen = build(state([held(-3), held(0)]), library, TODAY)
    assert screen.calendar
    assert max(one.day for one in screen.calendar.days) == TODAY
    assert build(state([held(-3)]), library, TODAY).weeks is None
