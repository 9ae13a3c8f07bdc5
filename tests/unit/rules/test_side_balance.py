"""Left beside right: counted once, silent within the noise, and symmetric."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.log import LoggedSet, Side
from hamcore.rules.exposures import exposures
from hamcore.rules.side_balance import LEAST_SESSIONS, SideBalance, SideMeasure, SideState, side_balance
from tests.unit.rules.sets import FIRST, a_set

LOADS = st.lists(st.tuples(st.integers(20, 200), st.integers(20, 200)), min_size=1, max_size=20)


def sided(loads: list[tuple[int, int]], reps: int = 8) -> list[LoggedSet]:
    """One left and one right set a workout, a week apart."""
    return [
        a_set(str(load), reps, day=FIRST + timedelta(weeks=week), set_no=number, side=side)
        for week, pair in enumerate(loads)
        for number, (side, load) in enumerate(zip(Side, pair, strict=True), 1)
    ]


def balance(loads: list[tuple[int, int]], *, estimable: bool = True) -> SideBalance:
    found = side_balance(exposures(sided(loads), estimable=estimable), estimable=estimable)
    assert found
    return found


def test_without_both_sides_in_a_workout_there_is_no_balance() -> None:
    assert side_balance(exposures([a_set()])) is None
    assert side_balance(exposures([a_set(side=Side.LEFT), a_set(set_no=2)])) is None


@pytest.mark.parametrize(
    ("loads", "state"),
    [
        ([(80, 40)] * (LEAST_SESSIONS - 1), SideState.NOT_ENOUGH),
        ([(80, 40)] * LEAST_SESSIONS, SideState.LEFT_MORE),
        ([(40, 80)] * LEAST_SESSIONS, SideState.RIGHT_MORE),
        ([(50, 50)] * LEAST_SESSIONS, SideState.WITHIN_NOISE),
        ([(52, 50)] * LEAST_SESSIONS, SideState.WITHIN_NOISE),
        ([(54, 50)] * LEAST_SESSIONS, SideState.LEFT_MORE),
    ],
)
def test_a_difference_is_said_only_outside_the_noise_and_after_four_workouts(
    loads: list[tuple[int, int]], state: SideState
) -> None:
    assert balance(loads).state is state


def test_more_workouts_make_the_band_smaller_but_not_that_of_one() -> None:
    few, many = balance([(50, 50)] * 2), balance([(50, 50)] * 6)
    assert many.floor < few.floor
    assert many.single_floor == few.single_floor
    assert many.floor < many.single_floor


@given(LOADS)
def test_left_and_right_exchanged_give_the_opposite(loads: list[tuple[int, int]]) -> None:
    one, other = balance(loads), balance([(right, left) for left, right in loads])
    assert (1 + one.share) * (1 + other.share) == pytest.approx(1)
    assert one.floor == pytest.approx(other.floor)
    turned = {SideState.LEFT_MORE: SideState.RIGHT_MORE, SideState.RIGHT_MORE: SideState.LEFT_MORE}
    assert other.state is turned.get(one.state, one.state)


@given(LOADS)
def test_pairs_count_once(loads: list[tuple[int, int]]) -> None:
    found = balance(loads)
    assert (found.left_sets, found.right_sets, found.counted) == (len(loads), len(loads), len(loads))
    assert len(found.points) == len(loads)


def test_an_extra_set_of_one_side_counts_once_more() -> None:
    sets = [*sided([(50, 50)]), a_set("50", 8, set_no=3, side=Side.LEFT)]
    found = side_balance(exposures(sets))
    assert found
    assert (found.left_sets, found.right_sets, found.counted) == (2, 1, 2)


def test_the_measure_is_what_both_sides_have() -> None:
    assert balance([(50, 50)]).measure is SideMeasure.E1RM
    assert balance([(50, 50)], estimable=False).measure is SideMeasure.LOAD
    bare = [a_set(None, reps, set_no=n, side=side) for n, (side, reps) in enumerate(zip(Side, (8, 10), strict=True), 1)]
    found = side_balance(exposures(bare))
    assert found
    assert found.measure is SideMeasure.REPS
    assert found.points[0][1:3] == (8, 10)
