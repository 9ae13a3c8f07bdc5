"""Each check of the range tests in words meets a record that breaks it, and reports exactly that."""

import pytest

from tests.unit.catalog.sample import problems_with, spoilt

REACH = "range_tests/sit_and_reach.toml"
RAISE = "range_tests/straight_leg_raise.toml"

ONE_VALUE = {
    "no title": ('title = "A test"\n', "", "title", "is missing; a text is needed"),
    "no way to do it": ('["Do."]', "[]", "how_to", "at least one entry is needed"),
    "nothing on comparing": ('honest = ["Same."]\n', "", "honest", "is missing; a list is needed"),
    "no stop signs": ('["Pain"]', "[]", "stop_signs", "at least one entry is needed"),
    "no zero point": ('zero_point = "At the soles."\n', "", "zero_point", "belongs to the test that is read in cent"),
    "a source nobody read": ('"checked"', '"unread"', "sources", "'unread', which is not verified"),
    "an unknown key": ("needs =", "grade = 1\nneeds =", "grade", "is not a key of this record"),
}


@pytest.mark.parametrize(("old", "new", "column", "message"), ONE_VALUE.values(), ids=ONE_VALUE)
def test_a_wrong_value_is_reported_with_file_and_key(old: str, new: str, column: str, message: str) -> None:
    (problem,) = spoilt(REACH, old, new)

    assert (problem.where, problem.column) == (REACH, column)
    assert message in problem.message


def test_an_angle_has_no_zero_point() -> None:
    (problem,) = spoilt(RAISE, "stop_signs", 'zero_point = "At 0."\nstop_signs')

    assert (problem.where, problem.column) == (RAISE, "zero_point")


def test_a_test_without_its_file_is_missed_and_one_the_code_does_not_know_refused() -> None:
    (problem,) = problems_with({REACH: None})
    assert "is missing; each range test has its file" in problem.message
    (problem,) = problems_with({"range_tests/splits.toml": 'title = "A"\n'})
    assert "is none of straight_leg_raise" in problem.message
