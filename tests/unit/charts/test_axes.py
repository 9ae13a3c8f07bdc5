"""Axes: round, just outside the values, and never empty."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.charts.axes import DAY_LABEL, MONTH_LABEL, time_axis, time_ticks, utc_ms, value_axis

VALUES = st.lists(st.floats(0, 2000), min_size=1, max_size=30)


@given(VALUES)
def test_an_axis_holds_every_value_between_its_ends_with_a_few_ticks(values: list[float]) -> None:
    axis = value_axis(values)
    assert axis.ends[0] <= min(values) <= max(values) <= axis.ends[1]
    assert 3 <= len(axis.ticks) <= 9
    assert all(axis.ends[0] <= tick <= axis.ends[1] for tick in axis.ticks)


@given(VALUES)
def test_the_values_fill_most_of_the_axis_unless_they_are_nearly_equal(values: list[float]) -> None:
    low, high = min(values), max(values)
    axis = value_axis(values)
    if high - low > max(high * 0.05, 1):
        assert high - low >= 0.55 * (axis.ends[1] - axis.ends[0])


@pytest.mark.parametrize(
    ("days", "labels"), [(1, 2), (30, 6), (45, 6), (91, 3), (182, 6), (365, 6), (735, 4), (3650, 5), (20000, 5)]
)
def test_a_time_axis_has_a_few_labels_whatever_its_length(days: int, labels: int) -> None:
    last = date(2026, 11, 24)
    found = time_ticks(last - timedelta(days=days), last)
    assert abs(len(found) - labels) <= 1
    assert all(last - timedelta(days=days) <= day <= last for day in found)


def test_a_time_axis_counts_in_utc_so_that_a_day_is_the_same_everywhere() -> None:
    axis = time_axis(date(2026, 9, 1), date(2026, 9, 11), timedelta(days=2))
    assert list(axis.ends) == [utc_ms(date(2026, 8, 30)), utc_ms(date(2026, 9, 13))]
    assert "utcFormat" in DAY_LABEL
    assert "utcFormat" in MONTH_LABEL
