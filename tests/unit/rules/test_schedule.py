"""What a routine makes of a week: minutes, sets, spacing and dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamcore.dates import Weekday
from hamcore.model.exercise import CountingRule, Function, LengthClass
from hamcore.model.muscle import Belly
from hamcore.model.routine import Routine
from hamcore.rules.schedule import (
    HingeGap,
    balance,
    dates_of,
    gaps,
    hinge_days,
    is_heavy_hinge,
    minutes,
    week_grid,
    weekly,
    weighted_sets,
)
from tests.unit.rules.routines import ROUTINES, SHIPPED, routine

MONDAY, THURSDAY = date(2026, 3, 2), date(2026, 3, 5)
SPLIT = SHIPPED.routines["article_split"]


def length(text: str) -> int:
    return minutes(routine(f"mon: {text}").days[0], SHIPPED.exercises, SHIPPED.stretches)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("rdl 3x6-8", 3 * 8 * 5 + 2 * 120),
        ("seated 3x10-12 r60", 3 * 12 * 5 + 2 * 60),
        ("seated 3x10-12 r60, rdl 3x6-8", 3 * 12 * 5 + 3 * 60 + 3 * 8 * 5 + 2 * 120),
        ("swing 10x12 r60", 10 * 12 * 3 + 9 * 60),
        ("own 10x10 r60", 10 * 10 * 3 + 9 * 60),
        ("fold 4x15-30s", 4 * 30),
        ("scoop 2x8-10", 2 * 10 * 3 * 2),
        ("rdl 3x6-8, fold 2x30s", 3 * 8 * 5 + 3 * 120 + 60),
        ("seated 3x12 r60 s1, squat 2x8 r120 s1", 3 * 12 * 5 + 2 * 8 * 4 + 2 * 120),
        ("seated 3x12 r60 s1, squat 2x8 r120 s2", 3 * 12 * 5 + 3 * 60 + 2 * 8 * 4 + 120),
        ("seated 3x12 r60, squat 2x8 r120", 3 * 12 * 5 + 3 * 60 + 2 * 8 * 4 + 120),
    ],
)
def test_a_day_takes_its_repetitions_holds_and_rests(text: str, seconds: int) -> None:
    assert length(text) == round(seconds / 60)


def test_one_leg_after_the_other_is_work_done_twice() -> None:
    day = routine("mon: rdl 4x8 r60").days[0]
    one_leg = replace(day.slots[0], exercise_id="single_leg_romanian_deadlift")
    twice = replace(day, items=(one_leg,))
    assert minutes(day, SHIPPED.exercises, {}) == round((4 * 8 * 5 + 3 * 60) / 60)
    assert minutes(twice, SHIPPED.exercises, {}) == round((4 * 8 * 5 * 2 + 3 * 60) / 60)


def test_the_twenty_minutes_are_twenty_minutes() -> None:
    days = SHIPPED.routines["twenty_minutes"].days
    assert max(minutes(one, SHIPPED.exercises, SHIPPED.stretches) for one in days) < 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rdl 3x6-8", True),
        ("rdl 3x8-10", True),
        ("rdl 3x8-11", False),
        ("drdl 3x8-10", True),
        ("ext 3x8-10", False),
        ("seated 3x6-8", False),
        ("swing 3x6-8", False),
        ("own 3x6-8", False),
    ],
)
def test_a_heavy_hinge_has_an_outside_load_and_few_repetitions(text: str, expected: bool) -> None:
    (slot,) = routine(f"mon: {text}").days[0].slots
    assert is_heavy_hinge(slot, SHIPPED.exercises) is expected


def test_the_articles_week_under_the_three_counting_rules() -> None:
    week = weekly(SPLIT, SHIPPED.exercises)
    assert {rule: week[rule].total for rule in CountingRule} == {
        CountingRule.RAW: 12,
        CountingRule.WEIGHTED: 9,
        CountingRule.HALF_SYNERGIST: 7.5,
    }
    weighted = week[CountingRule.WEIGHTED]
    assert weighted.by_function == {
        Function.HIP_HINGE: 4.5,
        Function.KNEE_FLEXION: 3,
        Function.BALLISTIC_HINGE: 1.5,
    }
    assert weighted.by_belly[Belly.BICEPS_FEMORIS_SHORT_HEAD] == 3
    assert weighted.by_length[LengthClass.LONG] == 9


def test_the_grid_has_a_row_for_each_function_and_a_place_for_each_day() -> None:
    grid = week_grid(routine("mon: dl 3x6-8, own 2x8, fold 2x30s; thu: dl 1x6-8, seated 4x10"), SHIPPED.exercises)
    assert grid == {
        Function.HIP_HINGE: (3, 0, 0, 1, 0, 0, 0),
        Function.KNEE_FLEXION: (0, 0, 0, 4, 0, 0, 0),
        Function.STRETCH: (2, 0, 0, 0, 0, 0, 0),
        Function.OTHER: (2, 0, 0, 0, 0, 0, 0),
    }


def test_the_balance_has_the_hip_beside_the_knee() -> None:
    plan = routine("mon: dl 3x6-8, swing 3x12; thu: seated 3x10, ball 2x10, squat 3x8")
    weighted, raw = balance(plan, SHIPPED.exercises), balance(plan, SHIPPED.exercises, CountingRule.RAW)
    assert (weighted.hip, weighted.knee) == (3, 5)
    assert (raw.hip, raw.knee) == (6, 5)


def test_the_gaps_go_round_the_week() -> None:
    found = gaps((Weekday.SUNDAY, Weekday.MONDAY, Weekday.THURSDAY))
    assert found == (
        HingeGap(Weekday.MONDAY, Weekday.THURSDAY, 72),
        HingeGap(Weekday.THURSDAY, Weekday.SUNDAY, 72),
        HingeGap(Weekday.SUNDAY, Weekday.MONDAY, 24),
    )
    assert gaps((Weekday.FRIDAY,)) == (HingeGap(Weekday.FRIDAY, Weekday.FRIDAY, 168),)
    assert gaps(()) == ()


def test_the_dates_begin_on_the_day_itself_and_end_before_its_last_week_is_over() -> None:
    found = dates_of(SPLIT, THURSDAY, 2)
    assert [day for day, _ in found] == [THURSDAY + timedelta(days=by) for by in (0, 2, 4, 7, 9, 11)]
    assert [planned.weekday for _, planned in found][:3] == [Weekday.THURSDAY, Weekday.SATURDAY, Weekday.MONDAY]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROUTINES, st.integers(1, 16), st.integers(0, 6))
def test_every_week_has_every_day_once(plan: Routine, weeks: int, offset: int) -> None:
    start = MONDAY + timedelta(days=offset)
    found = dates_of(plan, start, weeks)
    assert len(found) == weeks * len(plan.days)
    assert all(day.weekday() == planned.weekday for day, planned in found)
    assert all(start <= day < start + timedelta(weeks=weeks) for day, _ in found)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROUTINES)
def test_the_counts_agree_with_each_other(plan: Routine) -> None:
    week = weekly(plan, SHIPPED.exercises)
    both = balance(plan, SHIPPED.exercises)
    assert week[CountingRule.WEIGHTED].total == weighted_sets(plan, SHIPPED.exercises) == both.hip + both.knee
    assert week[CountingRule.RAW].total >= week[CountingRule.WEIGHTED].total
    days = hinge_days(plan, SHIPPED.exercises)
    assert sum(gap.hours for gap in gaps(days)) == (168 if days else 0)
