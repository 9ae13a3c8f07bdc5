"""Weeks begin where the person says; a range holds its start and not its end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.dates import Days, Weekday, last_days, week_of, week_start

days = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(days, st.sampled_from(Weekday))
def test_a_week_has_seven_days_starts_on_its_weekday_and_holds_the_day(day: date, first: Weekday) -> None:
    week = week_of(day, first)
    assert (week.end - week.start).days == 7
    assert week.start.weekday() == first
    assert day in week


@given(days, st.sampled_from(Weekday))
def test_the_week_starts_on_the_same_day_for_all_its_days(day: date, first: Weekday) -> None:
    start = week_start(day, first)
    assert {week_start(start + timedelta(days=n), first) for n in range(7)} == {start}


def test_a_range_holds_its_start_and_not_its_end() -> None:
    week = Days(date(2026, 11, 23), date(2026, 11, 30))
    assert date(2026, 11, 23) in week
    assert date(2026, 11, 29) in week
    assert date(2026, 11, 22) not in week
    assert date(2026, 11, 30) not in week


def test_a_range_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Days(date(2026, 1, 2), date(2026, 1, 1))


def test_the_last_28_days_end_with_today() -> None:
    span = last_days(date(2026, 11, 24), 28)
    assert date(2026, 11, 24) in span
    assert date(2026, 10, 28) in span
    assert date(2026, 10, 27) not in span
    assert date(2026, 11, 25) not in span
