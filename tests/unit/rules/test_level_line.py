"""The drawn line: a running median with the session noise on either side."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.rules.exposures import exposures
from hamcore.rules.level_line import level_line
from hamcore.rules.noise import LEAST_NOISE
from tests.unit.rules.sets import FIRST, a_set, weekly


def test_one_odd_session_does_not_move_the_line() -> None:
    line = level_line(exposures(weekly(["100", "100", "60", "100", "100"], 1)))
    assert [round(point.level_kg, 6) for point in line.points] == [100] * 5


def test_the_range_is_the_usual_noise_until_there_are_eight_sessions() -> None:
    (point,) = level_line(exposures(weekly(["100"], 1))).points
    assert point.lo_kg == pytest.approx(100 / 1.042)
    assert point.hi_kg == pytest.approx(104.2)


@pytest.mark.parametrize(("gap", "parts"), [(20, [0, 0]), (21, [0, 1])])
def test_a_layoff_starts_the_line_afresh(gap: int, parts: list[int]) -> None:
    sets = [a_set("100", 1), a_set("80", 1, day=FIRST + timedelta(days=gap))]
    line = level_line(exposures(sets))
    assert [point.part for point in line.points] == parts
    assert (line.points[1].level_kg == pytest.approx(80)) == (parts == [0, 1])


def test_sessions_without_an_estimate_are_not_on_the_line() -> None:
    assert level_line(exposures(weekly(["24", "24"], 15))).points == ()


@given(st.lists(st.sampled_from(["60", "80", "100", "102.5", "140"]), max_size=30))
def test_no_band_is_narrower_than_the_least_noise(loads: list[str]) -> None:
    line = level_line(exposures(weekly(loads)))
    assert len(line.points) == len(loads)
    for point in line.points:
        assert point.lo_kg * (1 + LEAST_NOISE) <= point.level_kg * (1 + 1e-9)
        assert point.level_kg * (1 + LEAST_NOISE) <= point.hi_kg * (1 + 1e-9)
