"""HamCore's own CSV of stretching: out and in again is the identity, and no bytes get the better of the reader."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.interchange.options import Limits
from hamcore.interchange.stretch_file import HEADER, is_stretching, read_stretching, write_stretching
from hamcore.model.log import Side
from hamcore.model.stretching import (
    Hold,
    HoldKind,
    Occasion,
    OwnStretch,
    RangeTest,
    RangeTestName,
    RangeUnit,
    StretchLog,
)

DAY = date(2026, 11, 24)
FOLD = Hold("h1", DAY, "standing_forward_bend", None, seconds=30)
SCOOP = Hold(
    "h2", DAY, "name:=Scoop, mine", Side.LEFT, reps=10, kind=HoldKind.GUIDED, when=Occasion.OFF_DAY, note="a\nb"
)
RAISE = RangeTest("t1", DAY, RangeTestName.STRAIGHT_LEG_RAISE, Side.RIGHT, 71.5, RangeUnit.DEG, note='say "ah"')
REACH = RangeTest("t2", DAY, RangeTestName.SIT_AND_REACH, None, 20.0, RangeUnit.CM, 23.0, warm=False)
DOOR = OwnStretch("Door frame", hold_s=30, rounds=3, each_side=False, forward_bend=True)
LOG = StretchLog((FOLD, SCOOP), (RAISE, REACH), {DOOR.key: DOOR})

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
IDS = TEXTS.filter(bool)
DAYS = st.dates(date(1970, 1, 1), DAY)


@st.composite
def holds(draw: st.DrawFn) -> Hold:
    is_reps = draw(st.booleans())
    return Hold(
        hold_id=draw(IDS),
        day=draw(DAYS),
        stretch=draw(st.one_of(st.sampled_from(["fold", "scoop"]), IDS.map(lambda text: f"name:{text}"))),
        side=draw(st.sampled_from([None, *Side])),
        seconds=None if is_reps else draw(st.integers(1, 600)),
        reps=draw(st.integers(1, 100)) if is_reps else None,
        kind=draw(st.sampled_from(HoldKind)),
        when=draw(st.sampled_from([None, *Occasion])),
        note=draw(TEXTS),
    )


@st.composite
def readings(draw: st.DrawFn) -> RangeTest:
    name = draw(st.sampled_from(RangeTestName))
    is_reach = name is RangeTestName.SIT_AND_REACH
    return RangeTest(
        test_id=draw(IDS),
        day=draw(DAYS),
        test=name,
        side=None if is_reach else draw(st.sampled_from(Side)),
        value=draw(st.floats(0, 60 if is_reach else 180)),
        unit=RangeUnit.CM if is_reach else RangeUnit.DEG,
        zero_point_cm=draw(st.floats(0, 50)) if is_reach else None,
        warm=draw(st.booleans()),
        note=draw(TEXTS),
    )


@st.composite
def logs(draw: st.DrawFn) -> StretchLog:
    some = draw(st.lists(holds(), max_size=6, unique_by=lambda one: one.hold_id))
    read = draw(st.lists(readings(), max_size=6, unique_by=lambda one: one.test_id))
    return StretchLog(
        tuple(sorted(some, key=lambda one: (one.day, one.hold_id))),
        tuple(sorted(read, key=lambda one: (one.day, one.test_id))),
        {DOOR.key: DOOR} if draw(st.booleans()) else {},
    )


@given(logs())
def test_out_and_in_again_is_the_same(log: StretchLog) -> None:
    found = read_stretching(write_stretching(log), "s.csv", DAY)
    assert (found.log, found.problems, found.is_one) == (log, (), True)


@given(
    st.one_of(
        st.binary(max_size=300), TEXTS.map(str.encode), st.text(max_size=50).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    found = read_stretching(data, "s.csv", DAY)
    assert found.is_one or found.problems


@given(st.lists(st.lists(TEXTS, max_size=20), max_size=5))
def test_any_rows_are_records_or_problems(rows: list[list[str]]) -> None:
    out = StringIO(newline="")
    csv.writer(out).writerows([HEADER, *rows])
    found = read_stretching(out.getvalue().encode(), "s.csv", DAY)
    assert found.is_one
    told = sum(any(cell.strip() for cell in row) for row in rows)
    assert len(found.problems) + len(found.log.holds) + len(found.log.range_tests) + len(found.log.own) == told


def rows_of(log: StretchLog) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(write_stretching(log).decode(), newline="")))


def changed(column: str, value: str, which: int) -> bytes:
    """The file of `LOG` with one cell changed; rows are the stretch, the two holds, the two tests."""
    rows = rows_of(LOG)
    rows[which][column] = value
    out = StringIO(newline="")
    writer = csv.DictWriter(out, HEADER)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize(
    ("which", "column", "value", "message"),
    [
        (1, "hamcore_stretching", "jump", "is 'jump'; allowed are hold, range_test, stretch"),
        (1, "id", "", "has 0 characters"),
        (1, "id", "x" * 201, "has 201 characters"),
        (1, "day", "24.11.2026", "is '24.11.2026'; a day is written 2026-11-24"),
        (1, "day", "2026-11-25", "still to come; the latest day is today, 2026-11-24"),
        (1, "seconds", "-5", "is '-5'; a whole number is needed"),
        (1, "seconds", "601", "a hold has 1 to 600 seconds, not 601"),
        (1, "seconds", "", "exactly one of the two"),
        (1, "side", "middle", "is 'middle'; allowed are left, right"),
        (1, "kind", "dreamt", "is 'dreamt'; allowed are guided, ticked"),
        (1, "when", "soon", "is 'soon'; allowed are after_training"),
        (3, "value", "400", "an angle lies from 0 to 180 degrees, not at 400"),
        (3, "value", "nan", "is 'nan'; a number such as 71.5 is needed"),
        (3, "value", "71,5", "is '71,5'; a number such as 71.5 is needed"),
        (3, "side", "", "this test has a side"),
        (3, "warm", "maybe", "is 'maybe'; allowed are yes and no"),
        (4, "zero_point_cm", "", "sit-and-reach needs its zero point"),
        (0, "rounds", "11", "a stretch has 1 to 10 rounds, not 11"),
        (0, "name", "", "needs a name"),
        (2, "id", "h1", "is there twice: 'h1'"),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_with_its_line_and_the_rest_is_read(
    which: int, column: str, value: str, message: str
) -> None:
    found = read_stretching(changed(column, value, which), "s.csv", DAY)
    (problem,) = found.problems
    assert message in problem.message
    assert (problem.where, problem.line) == ("s.csv", which + 2)
    assert len(found.log.holds) + len(found.log.range_tests) + len(found.log.own) == 4


def test_a_text_that_a_spreadsheet_could_take_for_a_formula_is_guarded() -> None:
    cells = [
        cell
        for row in rows_of(StretchLog((Hold("=1", DAY, "name:+x", None, seconds=5, note="@n"),)))
        for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_without_today_days_to_come_are_read() -> None:
    assert read_stretching(changed("day", "2030-01-01", 1), "s.csv").problems == ()


def test_columns_may_stand_in_another_order_and_empty_rows_do_not_count() -> None:
    rows = rows_of(LOG)
    out = StringIO(newline="")
    writer = csv.DictWriter(out, [*HEADER[::-1], "more"], restval="")
    writer.writeheader()
    writer.writerows(rows)
    out.write(",,,\r\n\r\n")
    assert read_stretching(out.getvalue().encode(), "s.csv", DAY).log == LOG


def test_another_file_is_none_of_this_kind() -> None:
    found = read_stretching(b"Date,Exercise\r\n2026-11-24,Squat\r\n", "log.csv", DAY)
    assert (found.is_one, found.log) == (False, StretchLog())
    assert "is no stretching file" in found.problems[0].message
    assert not is_stretching(b"hamcore_workout,day")
    assert is_stretching(b"\xef\xbb\xbf" + write_stretching(LOG))


def test_the_limits_of_a_page_hold() -> None:
    data = write_stretching(LOG)
    assert not read_stretching(data, "s.csv", DAY, Limits(len(data) - 1, 100)).is_one
    assert read_stretching(data, "s.csv", DAY, Limits(len(data), 5)).problems == ()
    found = read_stretching(data, "s.csv", DAY, Limits(len(data), 4))
    assert "more rows are not read; allowed are 4" in found.problems[0].message


def test_very_many_problems_are_counted_and_not_listed() -> None:
    bad = write_stretching(StretchLog()) + b"jump\r\n" * 150
    found = read_stretching(bad, "s.csv", DAY)
    assert len(found.problems) == 101
    assert "50 more rows" in found.problems[-1].message
