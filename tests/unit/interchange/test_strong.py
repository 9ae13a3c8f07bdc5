"""Strong: what its rows, markers, units, times and notes mean."""

from datetime import date

import pytest

from hamcore.interchange import ReadOptions
from hamcore.interchange.parsed import RecordClass
from hamcore.interchange.strong import LOCALISED, read_marker
from hamcore.model.log import SetType
from hamcore.units import LoadUnit
from tests.unit.interchange.files import all_sets, only_set, read, read_fixture, said, strong_s2, strong_s4

KG = ReadOptions(unit=LoadUnit.KG)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("0", SetType.WORKING),
        ("1", SetType.WORKING),
        ("12", SetType.WORKING),
        ("3.0", SetType.WORKING),
        ("W", SetType.WARM_UP),
        ("w", SetType.WARM_UP),
        ("D", SetType.DROP),
        ("F", SetType.FAILURE),
        ("Note", RecordClass.NOTE),
        ("Rest Timer", RecordClass.REST_TIMER),
        ("rest  timer", RecordClass.REST_TIMER),
        ("X", "'X' is not known: a number, W, D, F, Note or Rest Timer"),
    ],
)
def test_a_set_order_is_a_number_or_a_marker(cell: str, kind: object) -> None:
    assert read_marker(cell) == kind


def test_marker_rows_have_no_number_and_equal_ones_all_stay() -> None:
    parsed = read_fixture("strong_s5.csv", LoadUnit.LB)
    assert [(entry.set_type, entry.load) for entry in all_sets(parsed) if entry.reps] == [
        (SetType.WARM_UP, "135"),
        (SetType.WARM_UP, "135"),
        (SetType.WORKING, "225"),
        (SetType.FAILURE, "245"),
        (SetType.DROP, "60"),
    ]


def test_a_rest_timer_is_no_set_wherever_the_words_stand() -> None:
    in_name = read(strong_s4("Rest Timer,1,0,0,0,90,,,", "Deadlift,Rest Timer,0,0,0,90,,,"), KG)
    assert (in_name.classes, in_name.workouts) == ({RecordClass.REST_TIMER: 2}, [])


def test_the_text_of_a_note_row_goes_to_its_exercises_first_set() -> None:
    (whole, evening) = read_fixture("strong_s6.csv").workouts
    assert [entry.note for entry in whole.sets] == ["Stange am Bein\nhalten", "", "", ""]
    assert evening.note == "locker"


def test_the_text_of_a_note_row_without_sets_goes_to_the_workout() -> None:
    rows = read_fixture("strong_s6.csv").header
    assert rows
    parsed = read(strong_s4("Leg Curl,Note,0,0,0,0,skipped today,,", "Deadlift,1,100,5,0,0,,,"), KG)
    assert parsed.workouts[0].note == "Leg Curl: skipped today"
    assert parsed.classes == {RecordClass.WORKING: 1, RecordClass.NOTE: 1}


def test_a_note_stands_on_the_row_it_was_written_on() -> None:
    parsed = read(strong_s4('Deadlift,1,100,5,0,0,"hook ""grip""",,', "Deadlift,2,100,5,0,0,,,"), KG)
    assert [entry.note for entry in all_sets(parsed)] == ['hook "grip"', ""]


def test_a_workout_note_is_kept_once_wherever_it_stands() -> None:
    rows = ["Deadlift,1,100,5,0,0,,,", "Deadlift,2,100,5,0,0,,tired,", "Deadlift,3,100,5,0,0,,tired,"]
    parsed = read(strong_s4(*rows), KG)
    assert (parsed.workouts[0].note, len(all_sets(parsed))) == ("tired", 3)


@pytest.mark.parametrize("cell", ["", "0", "0.0", " "])
def test_no_load_and_a_load_of_zero_are_both_none(cell: str) -> None:
    parsed = read(strong_s4(f"Nordic Curl,1,{cell},6,0,0.0,,,"))
    assert (only_set(parsed).load, only_set(parsed).unit, parsed.questions) == ("", None, frozenset())


@pytest.mark.parametrize(
    ("cell", "load"), [("120", "120"), ("120.0", "120"), ("6.80388555", "6.80388555"), ("61.23499", "61.23499")]
)
def test_a_load_keeps_its_value_without_trailing_zeros(cell: str, load: str) -> None:
    assert only_set(read(strong_s4(f"Deadlift,1,{cell},5.0,0,0,,,"), KG)).load == load


@pytest.mark.parametrize(
    ("load", "unit", "read_as"),
    [
        ("62,5", "kg", ("62.5", LoadUnit.KG)),
        ("62.5", "kgs", ("62.5", LoadUnit.KG)),
        ("53", "lbs", ("53", LoadUnit.LB)),
        ("53", "LB", ("53", LoadUnit.LB)),
        ("", "", ("", None)),
    ],
)
def test_each_row_may_have_its_own_unit_and_a_decimal_comma(
    load: str, unit: str, read_as: tuple[str, LoadUnit | None]
) -> None:
    entry = only_set(read(strong_s2(f"Deadlift;1;{load};{unit};5;8,5;;;0;;")))
    assert (entry.load, entry.unit, entry.rir) == (*read_as, 1.5)


def test_kilograms_and_pounds_in_one_file_stay_what_they_are() -> None:
    parsed = read_fixture("strong_s2.csv")
    assert parsed.unit is None
    assert {entry.unit for entry in all_sets(parsed) if entry.load} == set(LoadUnit)


def test_a_row_without_its_unit_is_asked_about() -> None:
    parsed = read(strong_s2("Deadlift;1;100;kg;5;;;;0;;", "Deadlift;2;100;;5;;;;0;;"))
    assert [entry.unit for entry in all_sets(parsed)] == [LoadUnit.KG, None]
    assert parsed.questions == {"unit"}


def test_a_unit_of_length_without_a_length_means_nothing() -> None:
    timed = read_fixture("strong_s2.csv").workouts[0].sets[3]
    assert (timed.name, timed.seconds, timed.distance_m) == ("Stretching", 120.0, None)


def test_loads_in_kilograms_go_with_lengths_in_miles() -> None:
    walk = read_fixture("strong_s2.csv").workouts[0].sets[4]
    assert (walk.load, walk.unit) == ("50", LoadUnit.LB)
    assert walk.distance_m == pytest.approx(804.672)


def test_a_length_without_a_unit_is_left_out_with_a_warning() -> None:
    parsed = read(strong_s4("Running,1,0,0,5.0,1500.0,,,", "Walking,1,0,0,2,0,,,"))
    assert parsed.classes == {RecordClass.DISTANCE: 2}
    assert [(entry.seconds, entry.distance_m) for entry in all_sets(parsed)] == [(1500.0, None)]
    assert said(parsed)[0].endswith("distance 5 is left out: the file has no unit of length (m, km, mi, ft, yd)")


@pytest.mark.parametrize(
    ("written", "started_at"),
    [
        ("2026-03-02 18:05:09", "2026-03-02T18:05:09"),
        ("2026-03-02 18:05", "2026-03-02T18:05:00"),
        ("2026/3/2 8:05", "2026-03-02T08:05:00"),
        ("2026-03-02 6:05:09\u202fPM", "2026-03-02T18:05:09"),
        ("2026-03-02 6:05:09\u00a0am", "2026-03-02T06:05:09"),
        ("2026-03-02 12:05:09 AM", "2026-03-02T00:05:09"),
        ("2026-03-02", ""),
    ],
)
def test_a_start_is_the_wall_clock_as_written(written: str, started_at: str) -> None:
    text = strong_s4("Deadlift,1,100,5,0,0,,,").replace("2026-03-02 18:00:00", written)
    workout = read(text, KG).workouts[0]
    assert (workout.day, workout.started_at) == (date(2026, 3, 2), started_at)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("35m", 2100), ("1h 6m", 3960), ("1h", 3600), ("20s", 20), ("35min", 2100), ("1h 38min", 5880), ("3600", 3600)],
)
def test_a_duration_is_in_words_or_seconds(written: str, seconds: int) -> None:
    text = strong_s4("Deadlift,1,100,5,0,0,,,").replace(",50m,", f",{written},")
    assert read(text, KG).workouts[0].duration_s == seconds


@pytest.mark.parametrize(("written", "warns"), [("12h", 0), ("12h 1s", 1), ("23h 40m", 1), ("150h 43m", 1)])
def test_a_timer_left_running_is_reported_and_kept(written: str, warns: int) -> None:
    parsed = read(strong_s4("Deadlift,1,100,5,0,0,,,").replace(",50m,", f",{written},"), KG)
    assert ["left running" in text for text in said(parsed)] == [True] * warns
    assert parsed.workouts[0].duration_s is not None


def test_a_duration_that_cannot_be_read_costs_only_itself() -> None:
    parsed = read(strong_s4("Deadlift,1,100,5,0,0,,,").replace(",50m,", ",long,"), KG)
    assert (parsed.workouts[0].duration_s, len(all_sets(parsed))) == (None, 1)
    assert "Duration: 'long' is not a length of time" in said(parsed)[0]


def test_help_is_reported_once_per_exercise() -> None:
    rows = ["Chest Dip (Assisted),1,30,8,0,0,,,", "Chest Dip (Assisted),2,25,8,0,0,,,", "Deadlift,1,100,5,0,0,,,"]
    parsed = read(strong_s4(*rows), KG)
    assert [entry.load for entry in all_sets(parsed)] == ["30", "25", "100"]
    assert len(said(parsed)) == 1
    assert "log.csv:2: Weight: Chest Dip (Assisted): the load of an assisted exercise is help" in said(parsed)[0]


def test_a_negative_load_is_kept_with_a_warning() -> None:
    parsed = read(strong_s4("Pull Up,1,-20,8,0,0,,,"), KG)
    assert only_set(parsed).load == "-20"
    assert "less than nothing" in said(parsed)[0]


def test_a_set_in_which_nothing_was_done_is_only_planned() -> None:
    parsed = read(strong_s4("Deadlift,1,100,0,0,0,,,", "Deadlift,2,,,,,,,"), KG)
    assert (parsed.classes, parsed.workouts) == ({RecordClass.PLANNED: 2}, [])


def test_a_planned_load_asks_for_no_unit() -> None:
    assert not read(strong_s4("Deadlift,1,100,0,0,0,,,")).questions


def test_two_workouts_of_one_day_stay_two_and_the_earlier_is_first() -> None:
    workouts = read_fixture("strong_s4.csv", LoadUnit.KG).workouts
    assert [workout.title for workout in workouts] == ["Früh", "Bein, hinten ✌️"]


def test_rows_of_one_workout_need_not_stand_together() -> None:
    rows = strong_s4("Deadlift,1,100,5,0,0,,,", "Deadlift,2,100,5,0,0,,,", "Leg Curl,1,40,9,0,0,,,").split("\n")
    rows[2] = rows[2].replace("18:00:00", "07:00:00")
    workouts = read("\n".join(rows), KG).workouts
    assert [[entry.name for entry in workout.sets] for workout in workouts] == [["Deadlift"], ["Deadlift", "Leg Curl"]]


@pytest.mark.parametrize("language", LOCALISED)
def test_a_localised_header_is_read_like_the_english_one(language: str) -> None:
    words: dict[str, str] = {}
    for word, role in LOCALISED[language].items():
        words.setdefault(role, word)
    wanted = ["date", "title", "duration", "exercise", "set_type", "load", "reps", "seconds", "workout_note"]
    header = ",".join(words[role] for role in wanted if role in words)
    cells = zip(wanted, ["2026-03-02", "A", "1h", "Curl", "1", "40", "12", "0", ""], strict=True)
    row = ",".join(cell for role, cell in cells if role in words)
    parsed = read(f"{header}\n{row}\n", KG)
    assert (parsed.source, parsed.variant[-3:]) == ("strong", f"-{language}")
    assert (only_set(parsed).load, only_set(parsed).reps) == ("40", 12)


UNREADABLE = {
    "no date": ("2026-03-02 18:00:00,", ",", "Date", "there is no date"),
    "no such day": ("2026-03-02", "2026-02-30", "Date", "is not a day of the calendar"),
    "no date at all": ("2026-03-02 18:00:00", "monday", "Date", "is not a date: write it as YYYY-MM-DD HH:MM"),
    "two readings": ("2026-03-02 18:00:00", "03/04/2026", "Date", "could be 3 April or 4 March"),
    "no exercise": ("Deadlift,", ",", "Exercise Name", "the exercise has no name"),
    "blank exercise": ("Deadlift,", "  ,", "Exercise Name", "the exercise has no name"),
    "unknown marker": (",1,100,", ",X,100,", "Set Order", "a number, W, D, F, Note or Rest Timer"),
    "load in words": (",100,", ",heavy,", "Weight", "is not a number: plain digits"),
    "load with an exponent": (",100,", ",1e3,", "Weight", "is not a number: plain digits"),
    "load not a number": (",100,", ",nan,", "Weight", "is not a number: plain digits"),
    "load with thousands": (",100,", ',"1,000",', "Weight", "could be a thousand or one"),
    "load with a comma": (",100,", ',"62,5",', "Weight", "has a comma: write it without"),
    "packed load and reps": (",100,", ",100x5,", "Weight", "is not a number"),
    "half a repetition": (",5,", ",5.5,", "Reps", "a whole number from 0"),
    "fewer than no repetitions": (",5,", ",-5,", "Reps", "a whole number from 0"),
    "time in words": (",0,0,", ",0,soon,", "Seconds", "is not a length of time"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_record_that_cannot_be_read_has_its_line_column_and_reason(case: str) -> None:
    old, new, column, reason = UNREADABLE[case]
    rows = strong_s4("Leg Curl,1,40,9,0,0,,,", "Deadlift,1,100,5,0,0,,,", "Leg Curl,2,40,9,0,0,,,").split("\n")
    rows[2] = rows[2].replace(old, new, 1)
    parsed = read("\n".join(rows), KG)
    assert parsed.classes == {RecordClass.WORKING: 2, RecordClass.UNREADABLE: 1}
    (problem,) = parsed.problems
    assert (problem.line, problem.column, problem.where) == (3, column, "log.csv")
    assert reason in problem.message


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Deadlift;1;100;stone;5;;;;0;;", "Weight Unit: 'stone' is not a unit of load: kg or lb"),
        ("Deadlift;1;1.000,5;kg;5;;;;0;;", "Weight: '1.000,5' is not a number: plain digits with at most one point"),
        ("Deadlift;1;1,000;kg;5;;;;0;;", "Weight: '1,000' could be a thousand or one: write it without a comma"),
    ],
)
def test_units_and_commas_that_could_mean_anything_are_refused(row: str, reason: str) -> None:
    assert said(read(strong_s2(row))) == [f"log.csv:2: {reason}"]


ODD = {
    "3000 lb": ("Deadlift;1;3000;lbs;5;;;;0;;", None),
    "more than 3000 lb": ("Deadlift;1;3000.1;lbs;5;;;;0;;", "3000.1 lb is more than anybody lifts"),
    "1360.7 kg": ("Deadlift;1;1360.7;kg;5;;;;0;;", None),
    "1361 kg": ("Deadlift;1;1361;kg;5;;;;0;;", "1361 kg is more than anybody lifts"),
    "1000 repetitions": ("Swing;1;24;kg;1000;;;;0;;", None),
    "1001 repetitions": ("Swing;1;24;kg;1001;;;;0;;", "1001 repetitions in one set"),
    "a day": ("Plank;1;;;0;;;;86400;;", None),
    "more than a day": ("Plank;1;;;0;;;;86401;;", "86401 is longer than a day"),
    "RPE 10": ("Deadlift;1;100;kg;5;10;;;0;;", None),
    "RPE 11": ("Deadlift;1;100;kg;5;11;;;0;;", "'11' is not an RPE: 1 to 10; the set is read without it"),
    "RPE in words": ("Deadlift;1;100;kg;5;hard;;;0;;", "'hard' is not an RPE: 1 to 10; the set is read without it"),
    "unknown length": ("Run;1;;;0;;5;leagues;60;;", "'leagues' is not a unit of length"),
}


@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_used_and_reported_each_time(case: str) -> None:
    row, words = ODD[case]
    parsed = read(strong_s2(row, row))
    assert len(all_sets(parsed)) == 2
    assert RecordClass.UNREADABLE not in parsed.classes
    assert len(said(parsed)) == (0 if words is None else 2)
    assert all(words is not None and words in text for text in said(parsed))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2000-01-01", None),
        ("1999-12-31", "1999-12-31 is before 2000"),
        ("2026-11-24", None),
        ("2026-11-25", "2026-11-25 is in the future"),
    ],
)
def test_a_date_out_of_time_is_reported_once_per_workout(day: str, words: str | None) -> None:
    text = strong_s4("Deadlift,1,100,5,0,0,,,", "Deadlift,2,100,5,0,0,,,").replace("2026-03-02", day)
    parsed = read(text, ReadOptions(unit=LoadUnit.KG, today=date(2026, 11, 24)))
    assert len(all_sets(parsed)) == 2
    assert said(parsed) == ([] if words is None else [f"log.csv:2: Date: {words}"])


def test_a_line_number_is_the_physical_line_on_which_a_record_begins() -> None:
    rows = strong_s4('Deadlift,1,100,5,0,0,"two\nlines",,', "", "Deadlift,2,heavy,5,0,0,,,")
    text = rows.replace("2026-03-02 18:00:00,Legs,50m,\n", "\n")
    assert [problem.line for problem in read(text, KG).problems] == [5]


@pytest.mark.parametrize(
    ("row", "classes", "words"),
    [
        pytest.param("Deadlift,1,100,5,0,0,,,,,", {"working": 1}, None, id="empty cells too many"),
        pytest.param("Deadlift,1,100,5,0,0,,,,x", {"unreadable": 1}, "has 13 cells where", id="a cell too many"),
        pytest.param("Deadlift,1,100,5,0,0", {"working": 1}, "has 9 of 12 cells", id="empty cells left out"),
        pytest.param("Deadlift,1,100,5,0", {"working": 1}, "has 8 of 12 cells", id="cut after the distance"),
        pytest.param("Deadlift,1,100,5", {"unreadable": 1}, "has 7 cells where", id="cut in the repetitions"),
        pytest.param("Deadlift,1", {"unreadable": 1}, "has 5 cells where", id="cut in the set order"),
    ],
)
def test_a_ragged_row_is_read_only_if_nothing_can_be_missing(
    row: str, classes: dict[str, int], words: str | None
) -> None:
    parsed = read(strong_s4(row), KG)
    assert parsed.classes == classes
    assert [words in text for text in said(parsed) if words] == [True] * bool(words)


def test_an_open_quotation_mark_is_reported_with_the_lines_it_swallows() -> None:
    rows = ['Deadlift,1,100,5,0,0,"open,,', "Deadlift,2,100,5,0,0,,,", 'Curl,1,40,9,0,0,"fine",,', "Curl,2,40,9,0,0,,,"]
    parsed = read(strong_s4(*rows), KG)
    assert parsed.classes == {RecordClass.WORKING: 1, RecordClass.UNREADABLE: 1}
    assert said(parsed)[0].startswith("log.csv:2: lines 2 to 4 cannot be told apart into cells")


def test_the_first_form_names_its_columns_by_their_units() -> None:
    parsed = read_fixture("strong_s0.csv")
    sets = all_sets(parsed)
    assert [(entry.load, entry.unit) for entry in sets[:2]] == [("100", LoadUnit.KG), ("110", LoadUnit.KG)]
    assert (sets[1].note, sets[3].distance_m) == ("grip slipped", 2500.0)


def test_equal_sets_are_one_object() -> None:
    first, second = all_sets(read(strong_s4("Deadlift,1,100,5,0,0,,,", "Deadlift,2,100,5,0,0,,,"), KG))
    assert first is second


def test_a_name_is_kept_as_written() -> None:
    assert only_set(read(strong_s4("Leg  Curl ,1,40,9,0,0,,,"), KG)).name == "Leg  Curl "
