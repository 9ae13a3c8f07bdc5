"""Which sets of a workout are judged, and how a left and a right one become one."""

import pytest

from hamcore.model.log import Form
from hamcore.rules.judging import Attempt, Judged, judge
from tests.unit.rules.coaching import past, plan


def judged(text: str, sets: int = 3, *, sign: float = 1.0) -> Judged:
    return judge(past(text)[0], plan(sets=sets), sign)


@pytest.mark.parametrize(
    ("text", "load", "reps", "missing"),
    [
        ("100x8 100x7 100x6", 100, [8, 7, 6], 0),
        ("100x8 100x7 100x6 100x5", 100, [8, 7, 6], 0),
        ("100x8 100x7", 100, [8, 7], 1),
        ("95x8 100x7", 100, [7], 2),
        ("95x8 95x8 100x7", 95, [8, 8, 7], 0),
        ("95x8 95x8 100x6", 95, [8, 8, 6], 0),
        ("95x8 95x8 100x5", 95, [8, 8], 1),
        ("100x6 95x7 95x8", 95, [6, 7, 8], 0),
        ("105x6 95x8 95x8 100x7", 95, [8, 8, 7], 0),
        ("105x6@0 95x8 95x8 100x6@1", 95, [8, 8, 6], 0),
        ("90x8 95x8 95x8", 95, [8, 8], 1),
        ("100x8 99.5x7 99.4x6", 100, [8, 7], 1),
        ("99.5x7 100x8 100x6", 100, [7, 8, 6], 0),
        ("x8 x7 x6", 0, [8, 7, 6], 0),
        ("x8 x7 5x6", 0, [8, 7, 6], 0),
        ("100x8d 100x8p 100x8f", 100, [], 3),
        ("100x8d 100x8 100x8!", 100, [8, 8], 1),
    ],
)
def test_the_load_most_sets_have_is_judged(text: str, load: float, reps: list[int], missing: int) -> None:
    found = judged(text)
    assert (found.hardness, [attempt.reps for attempt in found.attempts], found.missing) == (load, reps, missing)


def test_of_two_harder_sets_with_equal_repetitions_the_one_with_more_reserve_stands_in() -> None:
    assert [one.rir for one in judged("105x6@0 95x8 95x8 100x6@1").attempts] == [None, None, 1]
    assert [one.rir for one in judged("105x6@1 95x8 95x8 100x6@0").attempts] == [1, None, None]
    assert [one.rir for one in judged("105x6@3 95x8@0 95x8@0 100x6").attempts] == [0, 0, None]


def test_less_help_is_harder() -> None:
    found = judged("20x8 20x8 15x6", sign=-1.0)
    assert (found.hardness, [one.hardness for one in found.attempts]) == (-20, [-20, -20, -15])
    assert judged("20x8 15x8", sign=-1.0).hardness == -15


@pytest.mark.parametrize(
    ("text", "attempts", "missing"),
    [
        ("40x8L 40x7R", [(7, True)], 1),
        ("40x8L 40x7L 40x6R 40x9R", [(6, True), (7, True)], 0),
        ("40x8R 40x7", [(8, False), (7, True)], 1),
        ("40x8L 40x7L", [(8, False), (7, False)], 2),
        ("40x8L 40x7R 40x6L", [(7, True), (6, False)], 1),
        ("40x8L 40x7R 40x6L 40x5R 40x4L", [(7, True), (5, True)], 0),
    ],
)
def test_the_first_left_set_goes_with_the_first_right_one(
    text: str, attempts: list[tuple[int, bool]], missing: int
) -> None:
    found = judged(text, sets=2)
    assert [(one.reps, one.is_whole) for one in found.taken] == attempts
    assert found.missing == missing


def test_of_two_sides_the_easier_load_and_the_lower_reserve_count() -> None:
    (one,) = judged("42x8@1L 40x9@2R", sets=1).attempts
    assert (one.hardness, one.load and str(one.load.value), one.reps, one.rir) == (40, "40", 8, 1)
    (other,) = judged("40x9@2L 42x8R", sets=1).attempts
    assert (other.hardness, other.reps, other.rir) == (40, 8, 2)
    assert len(other.sets) == 2


def test_a_side_alone_that_ended_under_the_range_is_a_miss() -> None:
    found = judged("40x8L 40x8R 40x5L", sets=2)
    assert (found.is_miss(6), found.is_miss(5), found.missing) == (True, False, 1)


@pytest.mark.parametrize(
    ("reps", "rir", "reached"),
    [(8, None, True), (7, None, False), (8, 1, True), (8, 0.5, False), (8, 0, False), (9, 0, True), (7, 4, False)],
)
def test_the_top_is_reached_with_one_in_reserve_or_one_repetition_more(
    reps: int, rir: float | None, reached: bool
) -> None:
    assert Attempt((), None, 100.0, reps, rir, is_whole=True).reaches(8) is reached


def test_form_is_looked_for_in_the_judged_sets_alone() -> None:
    found = judged("100x8 100x8b 100x8 100x3r")
    assert found.forms == {None, Form.BROKE}
