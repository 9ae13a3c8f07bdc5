"""The Romanian deadlift as a share of the deadlift."""

from datetime import timedelta

import pytest

from hamcore.rules.exposures import exposures
from hamcore.rules.ratio import ratios
from tests.unit.rules.sets import FIRST, a_set

TODAY = FIRST + timedelta(days=400)


@pytest.mark.parametrize(("days", "found"), [(-29, 0), (-28, 1), (0, 1), (28, 1), (29, 0)])
def test_the_other_lift_counts_within_28_days_on_either_side(days: int, found: int) -> None:
    deadlift = exposures([a_set("100", 1)])
    rdl = exposures([a_set("70", 1, day=FIRST + timedelta(days=days))])
    assert [point.ratio for point in ratios(rdl, deadlift, TODAY)] == [0.7] * found


def test_the_best_of_each_lift_near_the_day_is_taken() -> None:
    deadlift = exposures([a_set(load, 1, day=FIRST + timedelta(days=i)) for i, load in enumerate(["90", "125", "80"])])
    rdl = exposures([a_set(load, 1, day=FIRST + timedelta(days=i)) for i, load in enumerate(["50", "100"])])
    assert [(point.lift_kg, point.to_kg) for point in ratios(rdl, deadlift, TODAY)] == [(100, 125)] * 2


def test_estimates_of_low_confidence_and_days_after_today_are_left_out() -> None:
    deadlift = exposures([a_set("100", 1)])
    vague = exposures([a_set("70", 12)])
    assert ratios(vague, deadlift, TODAY) == []
    assert ratios(exposures([a_set("70", 1)]), deadlift, FIRST - timedelta(days=1)) == []


def test_two_workouts_on_a_day_give_one_point() -> None:
    rdl = exposures([a_set("70", 1, workout="a"), a_set("80", 1, workout="b")])
    assert [point.lift_kg for point in ratios(rdl, exposures([a_set("100", 1)]), TODAY)] == [80]
