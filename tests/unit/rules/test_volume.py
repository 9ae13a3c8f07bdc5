"""Weekly sets: three counting rules, the band, and weeks that begin on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.dates import Weekday, week_start
from hamcore.model.exercise import CountingRule, Function, LengthClass
from hamcore.model.log import SetType, Side
from hamcore.model.muscle import Belly
from hamcore.rules.exposures import exposures
from hamcore.rules.volume import WeekBand, band, sets_per_week, week_credits, week_day, week_number, weeks_back
from tests.unit.definitions import EXERCISES
from tests.unit.rules.sets import FIRST, a_set

ARTICLE_WEEK = {"barbell_deadlift": 3, "romanian_deadlift": 3, "seated_leg_curl": 3, "kettlebell_swing": 3}


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        (0, WeekBand.LOW),
        (3.5, WeekBand.LOW),
        (4, WeekBand.BUILDING),
        (9.5, WeekBand.BUILDING),
        (10, WeekBand.TARGET),
        (20, WeekBand.TARGET),
        (20.5, WeekBand.ABOVE),
    ],
)
def test_the_band_changes_at_4_10_and_above_20(sets: float, expected: WeekBand) -> None:
    assert band(sets) is expected


@pytest.mark.parametrize(
    ("rule", "total"),
    [(CountingRule.RAW, 12.0), (CountingRule.WEIGHTED, 9.0), (CountingRule.HALF_SYNERGIST, 6.0)],
)
def test_the_articles_week_is_12_raw_and_9_weighted_sets(rule: CountingRule, total: float) -> None:
    assert week_credits(FIRST, ARTICLE_WEEK, EXERCISES, rule).total == total


def test_credits_are_shared_out_by_function_belly_and_length() -> None:
    week = week_credits(FIRST, ARTICLE_WEEK, EXERCISES)
    assert week.by_function == {Function.HIP_HINGE: 4.5, Function.KNEE_FLEXION: 3, Function.BALLISTIC_HINGE: 1.5}
    assert week.by_length == {LengthClass.LONG: 7.5, LengthClass.MIDDLE: 1.5}
    assert week.by_belly[Belly.BICEPS_FEMORIS_SHORT_HEAD] == 3
    assert week.by_belly[Belly.SEMITENDINOSUS] == 9


def test_an_exercise_without_credit_or_definition_leaves_no_trace() -> None:
    week = week_credits(FIRST, {"squat": 5, "name:Mine": 4}, EXERCISES, CountingRule.RAW)
    assert (week.total, week.by_function, week.by_length) == (0, {}, {})


def test_warm_ups_are_not_counted() -> None:
    sets = [a_set(set_type=SetType.WARM_UP), a_set(set_no=2), a_set(set_no=3)]
    assert sets_per_week(exposures(sets)) == {week_number(FIRST): 2}


def test_a_left_and_a_right_set_count_once_in_the_week() -> None:
    sets = [a_set(set_no=number, side=side) for number, side in enumerate((Side.LEFT, Side.RIGHT) * 3, 1)]
    assert sets_per_week(exposures(sets)) == {week_number(FIRST): 3}


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.sampled_from(Weekday))
def test_a_week_number_stands_for_the_week_that_begins_on_the_chosen_day(day: date, first: Weekday) -> None:
    number = week_number(day, first)
    assert week_day(number, first) == week_start(day, first)
    assert week_number(day + timedelta(days=7), first) == number + 1


def test_the_last_weeks_end_with_this_one() -> None:
    assert weeks_back(FIRST + timedelta(days=6), 3) == [FIRST - timedelta(days=14), FIRST - timedelta(days=7), FIRST]
