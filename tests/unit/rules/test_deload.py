"""When a lighter week is offered."""

import pytest

from hamcore.rules.deload import offer
from hamcore.rules.trend import TrendState

STUCK = {"a": TrendState.LEVEL, "b": TrendState.FALLING, "c": TrendState.RISING}


def test_two_stuck_lifts_are_the_reason_the_falling_one_first() -> None:
    found = offer(STUCK, [10] * 5)
    assert found is not None
    assert found.lifts == (("b", TrendState.FALLING), ("a", TrendState.LEVEL))


@pytest.mark.parametrize(
    "state", [TrendState.RISING, TrendState.NO_CLEAR_CHANGE, TrendState.NOT_ENOUGH_SESSIONS], ids=str
)
def test_one_stuck_lift_and_any_other_are_none(state: TrendState) -> None:
    assert offer({"a": TrendState.LEVEL, "b": state}, [10] * 5) is None


@pytest.mark.parametrize(
    ("weeks", "offered"),
    [([10, 10, 7, 10, 10], True), ([10, 10, 6, 10, 10], False), ([10, 10, 0, 10, 10], False), ([], True)],
    ids=str,
)
def test_a_week_with_six_tenths_of_the_usual_sets_was_a_light_one(weeks: list[int], offered: bool) -> None:
    assert (offer(STUCK, weeks) is not None) is offered
