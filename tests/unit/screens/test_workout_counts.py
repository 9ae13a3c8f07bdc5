"""One count of sets for every place that says it."""

import pytest

from hamcore.model.log import LoggedSet, SetType, Side
from hamcore.screens.workout_counts import sets_summary, whole_sets, working_sets
from tests.unit.rules.sets import a_set

WARM_UP = a_set("60", 5, set_type=SetType.WARM_UP)
TIMED = a_set(None, None, seconds=30)
LEFT, RIGHT = (a_set("20", 8, side=side) for side in (Side.LEFT, Side.RIGHT))


@pytest.mark.parametrize(
    ("sets", "working", "whole"),
    [
        ([], 0, 0),
        ([WARM_UP], 0, 0),
        ([WARM_UP, a_set(), a_set()], 2, 2),
        ([LEFT, RIGHT], 1, 1),
        ([LEFT, RIGHT, LEFT], 2, 1),
        ([a_set(), LEFT], 2, 1),
        ([a_set(set_type=SetType.DROP)], 1, 1),
        ([TIMED], 0, 1),
    ],
)
def test_a_pair_is_one_set_and_a_warm_up_none(sets: list[LoggedSet], working: int, whole: int) -> None:
    assert (working_sets(sets), whole_sets(sets)) == (working, whole)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ([], ""),
        ([[]], ""),
        ([[a_set()]], "1 working set"),
        ([[WARM_UP, a_set(), a_set()], [LEFT, RIGHT]], "3 working sets"),
        ([[WARM_UP]], "0 working sets"),
        ([[TIMED]], "1 set in time or distance"),
        ([[a_set()], [TIMED, TIMED]], "1 working set, 2 sets in time or distance"),
    ],
)
def test_the_summary_says_what_was_done(done: list[list[LoggedSet]], said: str) -> None:
    assert sets_summary(done) == said
