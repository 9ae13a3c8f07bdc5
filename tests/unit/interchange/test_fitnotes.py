"""FitNotes: units, names with unquoted commas, equal rows, cardio."""

from datetime import date

import pytest

from hamcore.interchange.parsed import Question, RecordClass
from hamcore.units import LoadUnit
from tests.unit.interchange.files import all_sets, fitnotes, only_set, read, read_fixture, said


def test_equal_rows_are_all_kept() -> None:
    sets = all_sets(read_fixture("fitnotes_f1.csv"))
    assert [entry.load for entry in sets if entry.name == "Deadlift"] == ["100"] * 3


def test_there_is_one_workout_per_day_without_title_and_time() -> None:
    first, second = read_fixture("fitnotes_f1.csv").workouts
    assert (first.day, second.day) == (date(2018, 10, 1), date(2018, 10, 3))
    assert (first.started_at, first.title, first.duration_s) == ("", "", None)


def test_a_load_of_zero_is_body_weight() -> None:
    nordic = all_sets(read_fixture("fitnotes_f1.csv"))[-1]
    assert (nordic.name, nordic.load, nordic.reps) == ("Nordic Curl", "", 6)


def test_the_unit_stands_in_the_header_or_on_the_row() -> None:
    assert {entry.unit for entry in all_sets(read_fixture("fitnotes_f1_lb.csv")) if entry.load} == {LoadUnit.LB}
    units = {entry.name: entry.unit for entry in all_sets(read_fixture("fitnotes_f2.csv"))}
    assert (units["Romanian Deadlift"], units["Deadlift"]) == (LoadUnit.KG, LoadUnit.LB)


def test_a_header_without_a_unit_is_asked_about() -> None:
    parsed = read("Date,Exercise,Category,Weight,Reps\n2026-03-02,Deadlift,Back,100,5\n")
    assert (parsed.variant, *parsed.questions) == ("F1", Question.UNIT)


@pytest.mark.parametrize(
    ("name", "load"),
    [
        ("Overhead Press (Each Side, Dumbbells)", "12.5"),
        ("Curl, left, right", "12.5"),
        ("Nordic (slow, band)", ""),
        ("Press (10, 20, 30 kgs)", "40"),
    ],
)
def test_a_name_with_unquoted_commas_is_put_together_from_the_right(name: str, load: str) -> None:
    entry = only_set(read(fitnotes(f"2026-03-02,{name},Legs,{load or '0.0'},kgs,10,,,")))
    assert (entry.name, entry.load, entry.reps) == (name, load, 10)


def test_a_timed_row_with_a_comma_in_its_name_is_put_together_by_its_length() -> None:
    entry = only_set(read(fitnotes("2026-03-02,Plank (front, side),Abs,,,,0.0,m,0:01:30")))
    assert (entry.name, entry.seconds) == ("Plank (front, side)", 90.0)


def test_a_comment_is_the_note_and_may_have_commas_quoted_or_not() -> None:
    header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    rows = ['Curl (l, r),Legs,15,kgs,12,,,,"even, at last"', "Curl (l, r),Legs,15,kgs,12,,,,even, at last"]
    sets = all_sets(read(header + "".join(f"2026-03-02,{row}\n" for row in rows)))
    assert [(entry.name, entry.note) for entry in sets] == [("Curl (l, r)", "even, at last")] * 2


def test_a_row_whose_missing_comment_hides_a_comma_is_put_in_order() -> None:
    header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    entry = only_set(read(header + "2026-03-02,Curl (l, r),Legs,15,kgs,12,,,\n"))
    assert (entry.name, entry.load, entry.reps, entry.note) == ("Curl (l, r)", "15", 12, "")


def test_a_name_with_a_comma_under_a_unit_in_the_header_is_put_together() -> None:
    header = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
    entry = only_set(read(header + "2026-03-02,Press (one, two),Legs,15,12,,,\n"))
    assert (entry.name, entry.load, entry.reps) == ("Press (one, two)", "15", 12)


def test_a_row_that_cannot_be_put_in_order_is_refused() -> None:
    parsed = read(fitnotes("2026-03-02,Deadlift"))
    assert parsed.classes == {RecordClass.UNREADABLE: 1}
    assert said(parsed) == ["log.csv:2: has 2 cells where the header has 9: check the quotation marks"]


@pytest.mark.parametrize(
    ("cells", "read_as"),
    [
        (",,,,5.0,km,0:20:00", ("distance", 1200.0, 5000.0)),
        (",,,,0.0,km,0:20:00", ("timed", 1200.0, None)),
        (",,,,0.0,kg,0:15:30", ("timed", 930.0, None)),
        (",,,,3.0,mi,", ("distance", None, 4828.032)),
        (",,,,400,m,0:01:10", ("distance", 70.0, 400.0)),
        (",,,,,,1:02:03", ("timed", 3723.0, None)),
    ],
)
def test_cardio_is_timed_or_a_distance(cells: str, read_as: tuple[str, float | None, float | None]) -> None:
    parsed = read(fitnotes(f"2026-03-02,Cycling,Cardio{cells}"))
    entry = only_set(parsed)
    assert (*parsed.classes, entry.seconds, entry.distance_m) == (
        read_as[0],
        read_as[1],
        None if read_as[2] is None else pytest.approx(read_as[2]),
    )


def test_a_distance_in_kilograms_is_left_out_with_a_warning() -> None:
    parsed = read(fitnotes("2026-03-02,Cycling,Cardio,,,,5.0,kg,0:15:30"))
    assert (only_set(parsed).seconds, only_set(parsed).distance_m) == (930.0, None)
    assert "Distance Unit: distance 5 is left out: 'kg' is not a unit of length" in said(parsed)[0]
