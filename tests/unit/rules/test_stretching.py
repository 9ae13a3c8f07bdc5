"""The week of stretching: days, seconds a leg by kind, the marks at 5 and 10 minutes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.dates import Weekday
from hamcore.model.log import Side
from hamcore.model.stretching import Hold
from hamcore.rules.stretching import (
    BothLegs,
    LegSeconds,
    StretchKind,
    WeekMark,
    kind_of,
    leg_seconds,
    mark_of,
    seconds_of,
    stretch_week,
    stretch_weeks,
)
from tests.unit.definitions import STRETCHES

MONDAY = date(2026, 1, 5)
KEYS = ("forward_bend", "scoop", "floss", "name:Mine")


def hold(key: str = "forward_bend", seconds: int | None = 30, *, day: date = MONDAY, side: Side | None = None) -> Hold:
    reps = None if seconds is not None else 10
    return Hold(f"{key}-{day}-{side}-{seconds}", day, key, side, seconds, reps)


HOLDS = st.lists(
    st.builds(
        hold,
        st.sampled_from(KEYS),
        st.one_of(st.none(), st.integers(1, 600)),
        day=st.dates(MONDAY, MONDAY + timedelta(days=20)),
        side=st.sampled_from([None, *Side]),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (hold("forward_bend"), StretchKind.STATIC),
        (hold("scoop", None), StretchKind.DYNAMIC),
        (hold("scoop", 30), StretchKind.DYNAMIC),
        (hold("floss", None), StretchKind.NERVE),
        (hold("floss", 30), StretchKind.NERVE),
        (hold("name:Mine", 30), StretchKind.STATIC),
        (hold("name:Mine", None), StretchKind.DYNAMIC),
        (hold("forward_bend", None), StretchKind.DYNAMIC),
    ],
)
def test_a_hold_is_still_moving_or_a_nerve_glide(one: Hold, kind: StretchKind) -> None:
    assert kind_of(one, STRETCHES) is kind


def test_a_repetition_counts_three_seconds() -> None:
    assert seconds_of(hold("scoop", None)) == 30


def test_still_moving_and_glides_are_counted_apart() -> None:
    done = [hold(), hold("scoop", None, side=Side.LEFT), hold("floss", None, side=Side.RIGHT)]
    assert leg_seconds(done, STRETCHES) == BothLegs(LegSeconds(30, 30, 0), LegSeconds(30, 0, 30))


def test_the_leg_with_fewer_still_seconds_decides() -> None:
    done = [hold(seconds=400, side=Side.LEFT), hold(seconds=299, side=Side.RIGHT)]
    week = stretch_week(done, STRETCHES, MONDAY)
    assert (week.seconds.less_static, week.seconds.more_static, week.mark) == (299, 400, WeekMark.UNDER)


@pytest.mark.parametrize(
    ("seconds", "mark"),
    [
        (0, WeekMark.NONE),
        (1, WeekMark.UNDER),
        (299, WeekMark.UNDER),
        (300, WeekMark.BETWEEN),
        (301, WeekMark.BETWEEN),
        (599, WeekMark.BETWEEN),
        (600, WeekMark.OVER),
        (601, WeekMark.OVER),
    ],
)
def test_the_marks_stand_at_five_and_ten_minutes(seconds: int, mark: WeekMark) -> None:
    assert mark_of(seconds) is mark


@pytest.mark.parametrize(("count", "missing"), [(0, 2), (1, 1), (2, 0), (3, 0), (5, 0)])
def test_a_week_asks_for_two_days(count: int, missing: int) -> None:
    done = [hold(day=MONDAY + timedelta(days=at)) for at in range(count)]
    assert stretch_week(done, STRETCHES, MONDAY).days_missing == missing


def test_a_day_with_nerve_glides_alone_is_no_stretching_day() -> None:
    done = [hold("floss", None), hold("floss", None, day=MONDAY + timedelta(days=1)), hold()]
    week = stretch_week(done, STRETCHES, MONDAY)
    assert (week.done, week.glides) == ((MONDAY,), (MONDAY + timedelta(days=1),))


def test_a_week_begins_on_the_day_the_person_chose() -> None:
    sunday = MONDAY - timedelta(days=1)
    assert stretch_week([hold(day=sunday)], STRETCHES, MONDAY).done == ()
    assert stretch_week([hold(day=sunday)], STRETCHES, MONDAY, Weekday.SUNDAY).done == (sunday,)


@given(HOLDS)
def test_adding_a_hold_never_takes_seconds_away(holds: list[Hold]) -> None:
    before, after = leg_seconds(holds[1:], STRETCHES), leg_seconds(holds, STRETCHES)
    for was, now in ((before.left, after.left), (before.right, after.right)):
        assert now.static >= was.static
        assert now.dynamic >= was.dynamic
        assert now.nerve >= was.nerve


@given(HOLDS, st.sampled_from(Weekday))
def test_the_weeks_add_up_to_everything_whatever_the_order(holds: list[Hold], first: Weekday) -> None:
    weeks = stretch_weeks(reversed(holds), STRETCHES, MONDAY + timedelta(days=20), 5, first)
    total = BothLegs()
    for week in weeks:
        total = BothLegs(total.left + week.seconds.left, total.right + week.seconds.right)
    assert total == leg_seconds(holds, STRETCHES)
    assert [week.days.start for week in weeks] == sorted(week.days.start for week in weeks)
    assert all(day in week.days for week in weeks for day in (*week.done, *week.glides))


@given(HOLDS)
def test_left_and_right_change_places_together(holds: list[Hold]) -> None:
    other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, None: None}
    swapped = [hold(one.stretch, one.seconds, day=one.day, side=other[one.side]) for one in holds]
    both, turned = leg_seconds(holds, STRETCHES), leg_seconds(swapped, STRETCHES)
    assert (both.left, both.right) == (turned.right, turned.left)
