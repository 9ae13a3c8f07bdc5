"""What range readings may say, and what they may not yet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.log import Side
from hamcore.model.stretching import RangeTest, RangeTestName, RangeUnit
from hamcore.rules.range_tests import (
    NORMS,
    NormGroup,
    NormPlace,
    RangeState,
    RangeTrend,
    latest,
    norm_place,
    one_a_day,
    range_noise,
    range_trend,
)

MONDAY = date(2026, 1, 5)
RAISE, KNEE, REACH = RangeTestName
ANGLES = st.lists(st.floats(40, 90), max_size=20)


def reading(value: float, at: int = 0, *, test: RangeTestName = RAISE, side: Side = Side.LEFT) -> RangeTest:
    day = MONDAY + timedelta(days=at)
    if test is REACH:
        return RangeTest(f"t{at}", day, test, None, value, RangeUnit.CM, 23.0)
    return RangeTest(f"t{at}", day, test, side, value, RangeUnit.DEG)


def weekly(values: Sequence[float], test: RangeTestName = RAISE) -> list[RangeTest]:
    return [reading(value, 7 * week, test=test) for week, value in enumerate(values)]


def trend(tests: Sequence[RangeTest], test: RangeTestName = RAISE, today: date | None = None) -> RangeTrend:
    side = None if test is REACH else Side.LEFT
    return range_trend(tests, test, side, today or MONDAY + timedelta(days=7 * 40))


@pytest.mark.parametrize(
    ("count", "state"), [(0, "cannot_tell"), (1, "cannot_tell"), (4, "cannot_tell"), (5, "further"), (6, "further")]
)
def test_fewer_than_five_readings_never_tell_anything(count: int, state: str) -> None:
    found = trend(weekly([50, 50, 80, 80, 80, 80][:count]))
    assert found.state.value == state
    assert found.missing == max(0, 5 - count)
    assert (found.change is None) is (count < 5)


def test_further_is_less_missing_at_the_knee_and_more_of_the_others() -> None:
    growing = [20.0, 20, 40, 40, 40]
    assert trend(weekly(growing)).state is RangeState.FURTHER
    assert trend(weekly(growing, KNEE), KNEE).state is RangeState.LESS
    assert trend(weekly(growing, REACH), REACH).state is RangeState.FURTHER
    found = trend(weekly(growing[::-1], KNEE), KNEE)
    assert (found.state, found.change) == (RangeState.FURTHER, 20)


@pytest.mark.parametrize(("step", "state"), [(5.8, RangeState.NO_CLEAR_CHANGE), (5.9, RangeState.FURTHER)])
def test_a_change_is_clear_only_past_what_reading_does(step: float, state: RangeState) -> None:
    values = [60.0, 60, 60 + step, 60 + step, 60 + step]
    found = trend(weekly(values))
    assert found.state is state
    assert found.clear_from == pytest.approx(1.96 * 3)


def test_one_odd_reading_at_the_end_is_no_change() -> None:
    assert trend(weekly([60, 60, 60, 60, 75])).state is RangeState.NO_CLEAR_CHANGE
    assert trend(weekly([60, 60, 60, 60, 75, 75])).state is RangeState.FURTHER


def test_warm_and_cold_readings_are_not_compared() -> None:
    warm = weekly([60, 60, 80, 80, 80])
    cold = [replace(reading(40, 7 * 10 + at), warm=False, test_id=f"c{at}") for at in range(2)]
    assert trend([*warm, *cold]).state is RangeState.CANNOT_TELL
    assert (trend([*warm, *cold]).apart, trend(warm).apart) == (5, 0)
    early = [replace(one, day=one.day - timedelta(days=100)) for one in cold]
    assert (trend([*early, *warm]).state, trend([*early, *warm]).apart) == (RangeState.FURTHER, 2)


def test_the_other_leg_another_test_the_future_and_what_is_old_do_not_count() -> None:
    today = MONDAY + timedelta(days=400)
    mine = [reading(60, 400)]
    others = [
        reading(90, 399, side=Side.RIGHT),
        reading(90, 399, test=KNEE),
        reading(90, 401),
        reading(90, 35),
    ]
    assert trend([*mine, *others], today=today).readings == tuple(mine)
    assert len(trend([*mine, reading(90, 36)], today=today).readings) == 2


def test_several_tries_of_a_day_are_one_reading_the_one_in_the_middle() -> None:
    tries = [replace(reading(value), test_id=str(value)) for value in (70.0, 60.0, 62.0)]
    assert [one.value for one in one_a_day(tries)] == [62]
    assert [one.value for one in one_a_day(tries[:2])] == [60]


def test_reaches_compare_by_the_feet_whatever_the_scale_shows() -> None:
    other_scale = [replace(one, value=one.value - 23, zero_point_cm=0.0) for one in weekly([20, 20, 20], REACH)]
    same = [replace(one, test_id=f"s{one.test_id}") for one in weekly([20, 20, 20, 20, 20, 20], REACH)[3:]]
    found = trend([*other_scale, *same], REACH)
    assert (found.state, found.change) == (RangeState.NO_CLEAR_CHANGE, 0)


@pytest.mark.parametrize(("count", "own"), [(7, False), (8, True)])
def test_a_persons_own_noise_counts_from_eight_readings_on(count: int, *, own: bool) -> None:
    values = [60.0 + 8 * (at % 2) for at in range(count)]
    noise, is_own = range_noise(values, RangeUnit.DEG)
    assert is_own is own
    assert (noise > 3) is own
    assert range_noise(values[:3], RangeUnit.CM) == (1.5, False)


def test_nobody_reads_more_exactly_than_a_degree_or_half_a_centimetre() -> None:
    assert range_noise([60.0] * 10, RangeUnit.DEG) == (1.0, True)
    assert range_noise([20.0] * 10, RangeUnit.CM) == (0.5, True)


def test_a_steady_change_is_not_taken_for_noise() -> None:
    assert range_noise([50.0 + 3 * at for at in range(10)], RangeUnit.DEG) == (1.0, True)


@given(ANGLES, st.permutations(range(20)))
def test_the_order_in_which_readings_come_does_not_matter(values: list[float], order: list[int]) -> None:
    tests = weekly(values)
    shuffled = [tests[at] for at in order if at < len(tests)]
    assert trend(shuffled) == trend(tests)


@given(ANGLES)
def test_turning_the_readings_round_turns_the_state_round(values: list[float]) -> None:
    turned = {RangeState.FURTHER: RangeState.LESS, RangeState.LESS: RangeState.FURTHER}
    state = trend(weekly(values)).state
    assert trend(weekly([130 - value for value in values])).state is turned.get(state, state)


def test_of_people_who_stay_the_same_few_are_told_of_a_change() -> None:
    chance = Random(3)
    told = [
        trend(weekly([chance.gauss(65, 3) for _ in range(7)])).state in (RangeState.FURTHER, RangeState.LESS)
        for _ in range(400)
    ]
    assert sum(told) / len(told) < 0.05


@pytest.mark.parametrize(
    ("group", "value", "place"),
    [
        (NormGroup.MEN_18_24, 26.8, NormPlace.WITHIN),
        (NormGroup.MEN_18_24, 27.0, NormPlace.ABOVE),
        (NormGroup.MEN_18_24, 33.0, NormPlace.ABOVE),
        (NormGroup.MEN_18_24, 33.5, NormPlace.SHORT),
        (NormGroup.WOMEN_18_24, 19.4, NormPlace.WITHIN),
        (NormGroup.WOMEN_18_24, 19.5, NormPlace.ABOVE),
        (NormGroup.WOMEN_18_24, 23.4, NormPlace.ABOVE),
        (NormGroup.WOMEN_18_24, 23.5, NormPlace.SHORT),
    ],
)
def test_norms_are_those_of_the_one_study_of_young_students(group: NormGroup, value: float, place: NormPlace) -> None:
    assert norm_place(value, group) is place
    assert set(NORMS) == set(NormGroup)


def test_the_latest_reading_counts_for_ninety_days() -> None:
    tests = [reading(60, 0), reading(70, 5)]
    assert [
        one.value if (one := latest(tests, RAISE, Side.LEFT, MONDAY + timedelta(days=days))) else None
        for days in (0, 4, 5, 94, 95)
    ] == [60, 60, 70, 70, None]
