"""The Volume screen: every chart read aloud, 'cannot tell yet' where that is true, and rows that are the chart's."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest

from hamcore.athlete import AthleteState
from hamcore.charts.volume_plot import YearPlot
from hamcore.model.exercise import CountingRule
from hamcore.model.log import LoggedSet, Side
from hamcore.screens.lift_choice import Span
from hamcore.screens.volume import build, sided_names
from hamcore.screens.volume_card import VolumeCard, table_csv
from hamcore.screens.volume_choice import By, Choice
from hamcore.screens.volume_sets import bands_reading
from hamcore.units import LoadUnit
from tests.unit.demo_state import TODAY, demo_state
from tests.unit.rules.sets import a_set
from tests.unit.screens.volume_logs import logged


@pytest.fixture(scope="module")
def demo() -> AthleteState:
    return demo_state()


def card_of(state: AthleteState, key: str, choice: Choice | None = None) -> VolumeCard:
    return next(card for card in build(state, choice or Choice(), TODAY).cards if card.key == key)


def weekly(count: int, **values: object) -> Iterator[LoggedSet]:
    """One set a week in the last ``count`` weeks that are over."""
    for week in range(count, 0, -1):
        yield a_set("50", 8, day=TODAY - timedelta(weeks=week), **values)  # type: ignore[arg-type]


def sided(pairs: int, left: str = "50", right: str = "50", exercise: str = "seated_leg_curl") -> list[LoggedSet]:
    return [
        a_set(load, 8, day=TODAY - timedelta(weeks=week), set_no=number, side=side, exercise=exercise)
        for week in range(pairs, 0, -1)
        for number, (side, load) in enumerate(zip(Side, (left, right), strict=True), 1)
    ]


def test_an_empty_log_has_no_cards() -> None:
    assert build(logged([]), Choice(), TODAY).cards == ()


def test_a_log_that_lies_ahead_has_no_cards() -> None:
    assert build(logged([a_set(day=TODAY + timedelta(days=3))]), Choice(), TODAY).cards == ()


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("rule", CountingRule)
@pytest.mark.parametrize("span", [Span.QUARTER, Span.ALL])
def test_every_chart_is_read_aloud_and_has_words_rows_and_a_newest_first_table(
    demo: AthleteState, by: By, rule: CountingRule, span: Span
) -> None:
    for card in build(demo, Choice(span, rule, by, LoadUnit.LB), TODAY).cards:
        assert card.plot
        assert card.words.endswith(".")
        assert card.reading.endswith(".")
        assert card.notes
        days = [row[0] for row in card.table.rows]
        assert days == sorted(days, reverse=True)  # type: ignore[type-var]
        assert {len(row) for row in card.table.rows} == {len(card.table.columns)}


@pytest.mark.parametrize("key", ["sets", "balance", "tonnage", "year"])
def test_three_whole_weeks_are_too_few_to_say_anything_and_four_are_not(key: str) -> None:
    few, enough = (card_of(logged(weekly(count)), key).reading for count in (3, 4))
    assert few.startswith("Cannot tell yet: 3 whole weeks so far")
    assert not enough.startswith("Cannot tell")


def test_this_week_is_not_judged_before_its_end() -> None:
    sets = [*weekly(4, exercise="seated_leg_curl"), *(a_set(day=TODAY, set_no=n) for n in range(1, 50))]
    assert card_of(logged(sets), "sets").reading.startswith("Of the last 4 whole weeks, 4 had under 4")
    assert card_of(logged(sets), "sets").value == "1"


def test_the_three_counting_rules_give_three_numbers() -> None:
    state = logged(weekly(6))
    values = [card_of(state, "sets", Choice(rule=rule)).value for rule in CountingRule]
    assert values == ["1", "0.5", "0.5"]


def test_above_20_is_said_without_blame() -> None:
    assert bands_reading([21, 25, 30, 22], "weighted sets") == (
        "Of the last 4 whole weeks, 4 had more than 20 weighted sets."
    )
    notes = " ".join(card_of(logged(weekly(5)), "sets").notes)
    assert "above 20 no added benefit was shown, and no harm" in notes


def test_bellies_are_never_added_up(demo: AthleteState) -> None:
    card = card_of(demo, "sets", Choice(by=By.BELLY))
    assert "do not add up" in " ".join(card.notes)
    assert "short head gets the fewest" in card.reading
    for row in card.table.rows:
        assert all(part <= row[1] for part in row[2:])  # type: ignore[operator]


def test_hip_and_knee_stand_side_by_side_without_a_verdict(demo: AthleteState) -> None:
    card = card_of(demo, "balance")
    assert "No ratio of the two is known to be right" in " ".join(card.notes)
    assert not any(word in card.reading.lower() for word in ("should", "too", "imbalance", "risk", "weak"))


def test_tonnage_is_in_the_chosen_unit_alone(demo: AthleteState) -> None:
    kg, lb = (card_of(demo, "tonnage", Choice(Span.ALL, unit=unit)) for unit in LoadUnit)
    assert "lb" not in kg.value_words + kg.reading + " ".join(kg.table.columns)
    assert "kg" not in lb.value_words + lb.reading + " ".join(lb.table.columns)
    for one, other in zip(kg.table.rows, lb.table.rows, strict=True):
        assert other[1] == pytest.approx(one[1] / 0.45359237, abs=0.3)  # type: ignore[operator]


def test_without_a_load_there_is_no_tonnage() -> None:
    card = card_of(logged(one._replace(load=None, load_kg=None) for one in weekly(5)), "tonnage")
    assert card.plot is None
    assert card.reading == "No set with a load in these weeks."


def test_without_a_time_nothing_is_said_of_minutes() -> None:
    card = card_of(logged(weekly(5), minutes=None), "minutes")
    assert card.plot is None
    assert card.reading.startswith("Cannot tell: no workout")


def test_minutes_say_their_middle() -> None:
    card = card_of(logged(weekly(5), minutes=50), "minutes")
    assert card.reading == "Half of 5 workouts took 50 minutes or less; the shortest took 50, the longest 50."


def test_a_planned_day_that_went_by_is_outlined_and_never_counted_twice(demo: AthleteState) -> None:
    card = card_of(demo, "year")
    assert isinstance(card.plot, YearPlot)
    kinds = [day.kind for day in card.plot.days]
    assert {"hip_hinge", "passed", "free"} <= set(kinds)
    done, planned = (int(number) for number in card.reading.split(", ")[1].split(" planned")[0].split(" of "))
    assert 0 < done < planned
    assert kinds.count("passed") <= planned - done + 2


def test_the_year_ends_today_and_fills_53_weeks() -> None:
    card = card_of(logged(weekly(5)), "year")
    assert isinstance(card.plot, YearPlot)
    assert card.plot.days[-1].day == TODAY
    assert card.plot.days[0].row == 0
    assert (card.plot.days[-1].week, card.plot.weeks) == (52, 53)


def test_without_a_routine_nothing_is_said_of_the_plan() -> None:
    card = card_of(logged(weekly(9), routine_id="no_such"), "year")
    assert card.reading == "Cannot tell how the plan went: no routine is chosen."


def test_before_the_first_workout_no_planned_day_went_by() -> None:
    card = card_of(logged([a_set(day=TODAY - timedelta(days=1))]), "year")
    assert isinstance(card.plot, YearPlot)
    assert not [day for day in card.plot.days if day.kind == "passed" and day.day < TODAY - timedelta(days=1)]


def test_training_without_hamstrings_is_marked_as_other() -> None:
    card = card_of(logged(weekly(5, exercise="name:Bench press")), "year")
    assert isinstance(card.plot, YearPlot)
    assert [day.kind for day in card.plot.days].count("other") == 5
    assert "nothing for the hamstrings" in [row[1] for row in card.table.rows]


@pytest.mark.parametrize(
    ("loads", "words"),
    [
        (("50", "50"), "No clear difference: both the same on average"),
        (("60", "50"), "The left side did more: left 20\u202f% more on average"),
        (("50", "60"), "The right side did more: right 20\u202f% more on average"),
    ],
)
def test_the_sides_are_read_aloud(loads: tuple[str, str], words: str) -> None:
    card = build(logged(sided(6, *loads)), Choice(), TODAY).sides
    assert card
    assert card.reading.startswith(words)
    assert "6 left and 6 right sets count as 6" in card.notes[0]


def test_three_workouts_with_both_sides_are_too_few() -> None:
    card = build(logged(sided(3, "80", "40")), Choice(), TODAY).sides
    assert card
    assert card.reading == "Cannot tell yet: 3 workouts with both sides so far, 4 are the least."


def test_one_side_alone_cannot_be_compared() -> None:
    card = build(logged(weekly(6, side=Side.LEFT)), Choice(), TODAY).sides
    assert card
    assert card.plot is None
    assert card.reading == "Cannot tell: no workout has sets of both sides."


def test_the_exercise_with_the_most_sided_sets_comes_first_and_another_can_be_chosen() -> None:
    state = logged([*sided(6), *sided(5, exercise="romanian_deadlift")])
    assert list(sided_names(state)) == ["seated_leg_curl", "romanian_deadlift"]
    for name in sided_names(state).values():
        card = build(state, Choice(sided=name), TODAY).sides
        assert card
        assert card.title == f"Left and right: {name}"


def test_a_csv_is_guarded_and_reads_back(demo: AthleteState) -> None:
    state = logged(weekly(5), title="=HYPERLINK(1)")
    card = card_of(state, "minutes")
    rows = list(csv.reader(StringIO(table_csv(card.table).decode())))
    assert rows[0] == list(card.table.columns)
    assert [row[1] for row in rows[1:]] == ["'=HYPERLINK(1)"] * 5
    for one in build(demo, Choice(), TODAY).cards:
        read = list(csv.reader(StringIO(table_csv(one.table).decode())))
        assert len(read) == len(one.table.rows) + 1
        assert isinstance(one.table.rows[0][0], date)
