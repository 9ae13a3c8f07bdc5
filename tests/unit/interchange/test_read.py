"""Reading any file: recognised by its header, every record in one class, and never an exception."""

import codecs
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.interchange import PAGE_LIMITS, Limits, ReadOptions, read_file
from hamcore.interchange.parsed import ParsedFile, Question
from hamcore.interchange.text import LONGEST_LINE
from hamcore.problems import Severity
from hamcore.units import LoadUnit
from tests.unit.interchange.files import (
    NAMES,
    all_sets,
    anything,
    fixture,
    hevy,
    hevy_started,
    independent_count,
    read,
    read_fixture,
    said,
    strong_s4,
)

RECOGNISED = {
    "fitnotes_f1.csv": ("fitnotes", "F1", "kg", "working 4, distance 1"),
    "fitnotes_f1_lb.csv": ("fitnotes", "F1-lb", "lb", "working 1, timed 1"),
    "fitnotes_f2.csv": ("fitnotes", "F2", None, "working 3, timed 1"),
    "fitnotes_f2_comment.csv": ("fitnotes", "F2", "kg", "working 2"),
    "hevy_fr.csv": ("hevy", "kg-km", "kg", "working 4"),
    "hevy_kg.csv": ("hevy", "kg-km", "kg", "working 3, warm_up 1, drop 1, failure 1, timed 1, distance 1, planned 1"),
    "hevy_lb.csv": ("hevy", "lb-miles", "lb", "working 1, distance 1"),
    "strong_s0.csv": ("strong", "S0", "kg", "working 3, timed 1, distance 1"),
    "strong_s1.csv": ("strong", "S1", None, "working 2"),
    "strong_s2.csv": ("strong", "S2", None, "working 3, timed 1, distance 1"),
    "strong_s3.csv": ("strong", "S3", "kg", "working 2"),
    "strong_s4.csv": ("strong", "S4", None, "working 5, distance 1, planned 1"),
    "strong_s4_fr.csv": ("strong", "S4-fr", None, "working 2"),
    "strong_s5.csv": ("strong", "S5", None, "working 1, warm_up 2, drop 1, failure 1, timed 1, rest_timer 1"),
    "strong_s6.csv": ("strong", "S6", "kg", "working 2, warm_up 1, timed 1, distance 1, note 1, rest_timer 2"),
    "strong_s6_lb.csv": ("strong", "S6-lb", "lb", "working 1"),
    "strong_s6_mixed.csv": ("strong", "S6-mixed", None, "working 2"),
}
STRANGE = ["by_hand.csv", "session_summary.csv", "workout_data.csv"]
WITHOUT_UNIT = ["strong_s1.csv", "strong_s4.csv", "strong_s4_fr.csv", "strong_s5.csv"]


def counts(parsed: ParsedFile) -> str:
    return ", ".join(f"{name} {count}" for name, count in parsed.classes.items())


def test_every_fixture_is_in_a_table_here() -> None:
    assert sorted([*RECOGNISED, *STRANGE, "fitnotes_body.csv"]) == NAMES


@pytest.mark.parametrize("name", RECOGNISED)
def test_a_file_is_recognised_by_its_header_and_all_its_records_are_classed(name: str) -> None:
    source, variant, unit, classes = RECOGNISED[name]
    parsed = read_fixture(name)
    assert (parsed.source, parsed.variant, parsed.unit, counts(parsed)) == (source, variant, unit, classes)
    assert sum(parsed.classes.values()) == parsed.records
    assert parsed.records == independent_count(fixture(name), ";" if b";" in fixture(name).splitlines()[0] else ",")


@pytest.mark.parametrize("name", RECOGNISED)
def test_the_name_of_a_file_says_nothing(name: str) -> None:
    renamed = read_file(fixture(name), "workout_data.csv")
    assert (renamed.source, renamed.classes) == (read_fixture(name).source, read_fixture(name).classes)


@pytest.mark.parametrize("name", RECOGNISED)
def test_loads_without_a_unit_are_asked_about_and_loads_with_one_are_not(name: str) -> None:
    parsed = read_fixture(name)
    assert (Question.UNIT in parsed.questions) == (name in WITHOUT_UNIT)
    assert (parsed.evidence is not None) == (name in WITHOUT_UNIT)


@pytest.mark.parametrize("name", WITHOUT_UNIT)
@pytest.mark.parametrize("unit", LoadUnit)
def test_the_answer_gives_every_load_its_unit(name: str, unit: LoadUnit) -> None:
    parsed = read_fixture(name, unit)
    assert not parsed.questions
    assert parsed.unit is unit
    assert {entry.unit for entry in all_sets(parsed) if entry.load} == {unit}


def test_an_answer_does_not_overrule_the_file_and_that_is_said() -> None:
    parsed = read_fixture("strong_s6.csv", LoadUnit.LB)
    assert parsed.unit is LoadUnit.KG
    assert said(parsed) == ["strong_s6.csv: The file says its loads are in kg: so they are read."]


@pytest.mark.parametrize("name", STRANGE)
def test_a_table_of_something_else_asks_for_its_layout_and_shows_its_header(name: str) -> None:
    parsed = read_fixture(name)
    assert (parsed.source, *parsed.questions, parsed.records) == ("unknown", Question.LAYOUT, 0)
    assert len(parsed.header) >= 4
    assert parsed.sample
    assert parsed.suggestion is not None
    assert "Say which column is what" in said(parsed)[0]


def test_the_body_tracker_of_fitnotes_is_refused_with_the_way_to_the_right_file() -> None:
    parsed = read_fixture("fitnotes_body.csv")
    assert (parsed.source, parsed.variant, parsed.workouts, parsed.questions) == ("fitnotes", "Body", (), frozenset())
    assert "Workout data" in said(parsed)[0]


HEADER_FORMS: dict[str, Callable[[str], str]] = {
    "upper case": lambda head: head.upper(),
    "reversed": lambda head: ",".join(reversed(head.split(","))),
    "quoted": lambda head: ",".join(f'"{cell}"' for cell in head.split(",")),
    "spaces": lambda head: ",".join(f" {cell} " for cell in head.split(",")),
    "byte order mark": lambda head: "\ufeff" + head,
    "an extra column": lambda head: head + ",My own column",
    "underscores": lambda head: head.replace(" ", "_"),
}


@pytest.mark.parametrize("form", HEADER_FORMS)
def test_a_header_is_known_whatever_its_dress(form: str) -> None:
    header, row = strong_s4("Deadlift (Barbell),1,100,5,0,0,note,,8").strip().split("\n")
    cells = row.split(",")
    if form == "reversed":
        cells.reverse()
    if form == "an extra column":
        cells.append("mine")
    parsed = read("\n".join([HEADER_FORMS[form](header), ",".join(cells)]))
    assert (parsed.source, parsed.variant) == ("strong", "S4")
    entry = all_sets(parsed)[0]
    assert (entry.name, entry.load, entry.reps, entry.rir, entry.note) == ("Deadlift (Barbell)", "100", 5, 2.0, "note")


def test_a_header_with_one_column_twice_is_asked_about() -> None:
    parsed = read(strong_s4().replace("Reps,", "Reps,Weight,"))
    assert parsed.questions == {Question.LAYOUT}


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(lambda text: codecs.BOM_UTF8 + text.encode(), id="utf-8 with a mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16"),
        pytest.param(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), id="utf-16 big end first"),
        pytest.param(lambda text: text.encode("cp1252"), id="windows-1252"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="CR"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no final newline"),
        pytest.param(lambda text: ("\n\n" + text.replace("\n", "\n\n")).encode(), id="blank lines"),
        pytest.param(lambda text: ("sep=,\n" + text).encode(), id="a separator line"),
    ],
)
def test_a_file_may_be_encoded_and_broken_into_lines_in_any_usual_way(encoded: Callable[[str], bytes]) -> None:
    parsed = read(encoded(strong_s4("Kreuzheben für Könner,1,100,5,0,0,,,", "Kreuzheben für Könner,2,100,5,0,0,,,")))
    assert [entry.name for entry in all_sets(parsed)] == ["Kreuzheben für Könner"] * 2


def test_a_guessed_encoding_is_reported() -> None:
    parsed = read(strong_s4("Übung,1,100,5,0,0,,,").encode("cp1252"))
    assert said(parsed)[0].startswith("log.csv: The file is not in UTF-8; it is read as Windows-1252.")


REFUSED = {
    "empty": (b"", "empty"),
    "only blank lines": (b"\n \n\t\n", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL"),
    "a database": (b"SQLite format 3\x00 and more", "database"),
    "an archive": (b"PK\x03\x04\x14\x08\x08 workout.csv", "control characters"),
    "utf-16 without a mark": ("Date,Reps\n".encode("utf-16-le"), "NUL"),
    "half a character of utf-16": (b"\xff\xfeD\x00a", "encoding"),
    "no encoding at all": (b"Date,\x81\x8d\x8f\n", "encoding"),
    "one huge line": (b"a," * LONGEST_LINE, "longer than"),
    "a huge second line": (b"Date,Reps\n" + b"1" * (LONGEST_LINE + 1), "Line 2 is longer than"),
    "very many columns": (b"x," * 1000, "cells"),
    "an open quotation mark": (b'"Date,Reps\n', "no header"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_table_is_refused_in_words(case: str) -> None:
    data, words = REFUSED[case]
    parsed = read(data)
    assert (parsed.source, parsed.records, parsed.workouts) == ("unknown", 0, ())
    assert [problem.severity for problem in parsed.problems] == [Severity.ERROR]
    assert words in parsed.problems[0].message


def test_the_longest_allowed_line_is_read_and_one_byte_more_is_not() -> None:
    line = ("x" * 999 + ",") * (LONGEST_LINE // 1000)
    header = "Date,Exercise,Category,Weight (kgs),Reps\n"
    assert read(f"{header}{line[:-1]}\n{line[:-1]}\n").records == 2
    assert said(read(f"{header}{line}\n{line}\n")) == [
        "log.csv: Line 2 is longer than 1,000,000 bytes: this is not a training log."
    ]


def test_a_header_alone_is_a_file_without_records() -> None:
    parsed = read(hevy())
    assert (parsed.source, parsed.records, said(parsed)) == (
        "hevy",
        0,
        ["log.csv: The file has a header and no records."],
    )


def test_a_file_over_the_limits_is_refused_and_one_at_them_is_read() -> None:
    rows = [hevy_started(f"{day} Mar 2026, 18:00") for day in range(1, 11)]
    data = hevy(*rows).encode()
    assert read(data, ReadOptions(limits=Limits(len(data), 10))).records == 10
    assert "at most" in said(read(data, ReadOptions(limits=Limits(len(data) - 1, 10))))[0]
    many = read(data, ReadOptions(limits=Limits(len(data), 9)))
    assert (many.records, many.workouts) == (0, ())
    assert "more than 9 records" in said(many)[0]
    assert (PAGE_LIMITS.size, PAGE_LIMITS.records) == (25_000_000, 300_000)


def test_blank_lines_do_not_count_as_records() -> None:
    data = hevy(*[hevy_started("1 Mar 2026, 18:00"), ""] * 3)
    assert read(data, ReadOptions(limits=Limits(10_000, 3))).records == 3


@settings(deadline=None, max_examples=200)
@given(anything, st.none() | st.sampled_from(LoadUnit))
def test_any_bytes_end_in_a_preview_or_in_words(data: bytes, unit: LoadUnit | None) -> None:
    parsed = read_file(data, "log.csv", options=ReadOptions(unit=unit))
    assert sum(parsed.classes.values()) == parsed.records
    assert all(parsed.classes.values())
    assert parsed.records or parsed.problems
    refused = [p for p in parsed.problems if p.severity is Severity.ERROR and p.line]
    assert len(refused) == sum(count for name, count in parsed.classes.items() if name == "unreadable")
    assert [(w.day, w.started_at) for w in parsed.workouts] == sorted((w.day, w.started_at) for w in parsed.workouts)


@settings(deadline=None, max_examples=60)
@given(anything)
def test_a_file_is_read_the_same_each_time(data: bytes) -> None:
    assert read(data) == read(data)
