"""HamCore's own CSV: what is exported can be imported again without loss, and no spreadsheet runs it."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.interchange import ReadOptions, write_csv
from hamcore.interchange.own import HEADER, guard, unguard
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout, Question
from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, SetType, Side
from hamcore.units import LoadUnit
from tests.unit.interchange.files import all_sets, hostile, read, read_fixture, said, workouts

PLAIN = ParsedSet("Deadlift", SetType.WORKING, "100", LoadUnit.KG, 5, 2.0, None, None, "")


def one_workout(*sets: ParsedSet) -> ParsedWorkout:
    return ParsedWorkout(date(2026, 3, 2), "2026-03-02T18:00:00", "Legs", "", 3600, list(sets))


@settings(deadline=None, max_examples=80)
@given(st.lists(workouts(), max_size=4))
def test_export_then_import_is_the_identity(log: list[ParsedWorkout]) -> None:
    parsed = read(write_csv(log))
    assert parsed.source == "hamcore"
    assert list(parsed.workouts) == sorted(log, key=lambda workout: (workout.day, workout.started_at))
    assert sum(parsed.classes.values()) == parsed.records
    assert not parsed.questions


@settings(deadline=None, max_examples=50)
@given(st.lists(workouts(), max_size=3))
def test_exporting_what_was_imported_gives_the_same_bytes(log: list[ParsedWorkout]) -> None:
    log.sort(key=lambda workout: (workout.day, workout.started_at))
    data = write_csv(log)
    assert write_csv(read(data).workouts) == data


@given(hostile)
def test_the_guard_comes_off_as_it_went_on(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(alphabet="'=+-@\t\r\n x", max_size=8))
def test_the_guard_comes_off_texts_made_of_nothing_but_trouble(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_of_text_begins_like_a_formula(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    entry = PLAIN._replace(name=text, note=text)
    workout = one_workout(entry)._replace(title=text, note=text)
    rows = list(csv.reader(StringIO(write_csv([workout]).decode(), newline="")))
    guarded = [cell for cell in rows[1] if "calc" in cell]
    assert [cell[:2] for cell in guarded] == ["'" + start] * 4


def test_two_workouts_that_look_alike_stay_two() -> None:
    log = [one_workout(PLAIN), one_workout(PLAIN, PLAIN)]
    assert [len(workout.sets) for workout in read(write_csv(log)).workouts] == [1, 2]


def test_a_workout_without_sets_is_kept() -> None:
    (workout,) = read(write_csv([one_workout()])).workouts
    assert (workout.title, workout.sets) == ("Legs", [])


def test_what_no_text_file_can_hold_is_replaced() -> None:
    entry = PLAIN._replace(note="a\x00b\ud800c")
    assert all_sets(read(write_csv([one_workout(entry)])))[0].note == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("value", [0.1, 1e-5, 123456789.5, 1609.344, 999999999.875])
def test_a_length_comes_back_as_the_very_same_number(value: float) -> None:
    entry = PLAIN._replace(reps=None, seconds=value if value < 80_000 else None, distance_m=value)
    assert all_sets(read(write_csv([one_workout(entry)]))) == [entry]


def test_a_load_without_a_unit_is_asked_about_and_the_answer_is_used() -> None:
    data = write_csv([one_workout(PLAIN._replace(unit=None))])
    assert read(data).questions == {Question.UNIT}
    assert all_sets(read(data, ReadOptions(unit=LoadUnit.LB)))[0].unit is LoadUnit.LB


@pytest.mark.parametrize("name", ["strong_s6.csv", "hevy_kg.csv", "fitnotes_f2.csv"])
def test_a_log_of_another_app_survives_the_own_form(name: str) -> None:
    other = read_fixture(name)
    assert list(read(write_csv(other.workouts)).workouts) == list(other.workouts)


def test_a_spreadsheet_may_save_the_file_with_other_signs() -> None:
    text = write_csv([one_workout(PLAIN)]).decode()
    again = read("\ufeff" + text.replace(",", ";").replace("\r\n", "\n"))
    assert (again.source, all_sets(again)) == ("hamcore", [PLAIN])


def test_an_unknown_kind_of_set_is_refused_with_the_known_ones() -> None:
    text = write_csv([one_workout(PLAIN)]).decode().replace(",working,", ",cluster,")
    assert said(read(text)) == [
        "log.csv:2: set_type: 'cluster' is not a kind of set: warm_up, working, drop, rest_pause, forced, failure"
    ]


NOTED = PLAIN._replace(side=Side.LEFT, form=Form.BACK_ROUNDED, tempo=Tempo(3, 1, 1, 0))


def of_the_first_version(log: list[ParsedWorkout]) -> str:
    """The file as it was written before there were sides, form and tempo."""
    rows = csv.reader(StringIO(write_csv(log).decode(), newline=""))
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(row[:-3] for row in rows)
    return out.getvalue()


def test_side_form_and_tempo_stand_at_the_end_of_a_row() -> None:
    header, row = write_csv([one_workout(NOTED)]).decode().splitlines()
    assert header.endswith(",note,side,form,tempo")
    assert row.endswith(",,left,back_rounded,3-1-1-0")


def test_left_right_and_both_are_three_sets() -> None:
    log = [one_workout(NOTED, NOTED._replace(side=Side.RIGHT), PLAIN, NOTED)]
    assert all_sets(read(write_csv(log))) == log[0].sets


def test_a_file_of_the_first_version_is_read() -> None:
    text = of_the_first_version([one_workout(NOTED, PLAIN)])
    assert text.splitlines()[0] == (
        "hamcore_workout,day,start,title,workout_note,workout_seconds,exercise,set_type,load,load_unit,reps,rir,"
        "set_seconds,distance_m,note"
    )
    parsed = read(text)
    assert (parsed.source, all_sets(parsed), said(parsed)) == ("hamcore", [PLAIN, PLAIN], [])


def test_a_row_that_ends_before_the_new_columns_is_read_with_a_warning() -> None:
    header, row = write_csv([one_workout(PLAIN)]).decode().splitlines()
    parsed = read("\n".join([header, row.removesuffix(",,,")]))
    assert all_sets(parsed) == [PLAIN]
    assert said(parsed) == ["log.csv:2: has 15 of 18 cells: the rest is read as empty"]


@pytest.mark.parametrize(
    ("column", "cell", "known", "entry"),
    [
        ("side", "both", "left, right", NOTED._replace(side=None)),
        ("form", "Clean", "clean, broke, back_rounded, pain", NOTED._replace(form=None)),
        ("tempo", "3-1-1", "the form 3-1-1-0", NOTED._replace(tempo=None)),
        ("tempo", "3-1-1-1000", "the form 3-1-1-0", NOTED._replace(tempo=None)),
        ("tempo", "3-1-1-²", "the form 3-1-1-0", NOTED._replace(tempo=None)),
    ],
)
def test_a_set_is_read_without_what_cannot_be_read(column: str, cell: str, known: str, entry: ParsedSet) -> None:
    header, row = write_csv([one_workout(NOTED)]).decode().splitlines()
    cells = row.split(",")
    cells[header.split(",").index(column)] = cell
    parsed = read("\n".join([header, ",".join(cells), ",".join(cells)]))
    assert all_sets(parsed) == [entry] * 2
    message = f"{column}: '{cell}' is not one of {known}; the set is read without it"
    assert said(parsed) == [f"log.csv:{line}: {message}" for line in (2, 3)]


def test_the_header_is_all_of_the_columns() -> None:
    assert write_csv([]).decode() == ",".join(HEADER) + "\r\n"
