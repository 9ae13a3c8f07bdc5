"""Trend: said only when the sessions carry it."""

from datetime import timedelta
from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.trend import Trend, TrendState, sen_slope, trend
from tests.unit.rules.sets import FIRST, a_set, weekly

RISING = ["100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "110", "111", "112", "113"]


def latest(loads: list[str], reps: int = 5, *, days_later: int = 0, every_days: int = 7) -> Trend:
    history = exposures(weekly(loads, reps, every_days=every_days))
    return trend(history, history[-1].day + timedelta(days=days_later))


@pytest.mark.parametrize(
    ("loads", "state"),
    [
        (["100"] * 7, TrendState.NOT_ENOUGH_SESSIONS),
        (["100"] * 8, TrendState.NO_CLEAR_CHANGE),
        (["100"] * 11, TrendState.NO_CLEAR_CHANGE),
        (["100"] * 12, TrendState.LEVEL),
        (["100"] * 14, TrendState.LEVEL),
        (RISING[:7], TrendState.NOT_ENOUGH_SESSIONS),
        (RISING[:8], TrendState.RISING),
        (RISING, TrendState.RISING),
        (RISING[7::-1], TrendState.FALLING),
        (RISING[::-1], TrendState.FALLING),
        (["100", "110", "95", "108", "97", "112", "99", "109", "101", "113", "96", "111"], TrendState.NO_CLEAR_CHANGE),
    ],
)
def test_the_state_follows_from_slope_and_number_of_sessions(loads: list[str], state: TrendState) -> None:
    assert latest(loads).state is state


def test_no_sessions_are_not_enough_sessions() -> None:
    empty = trend([], FIRST)
    assert (empty.state, empty.sessions, empty.sessions_needed) == (TrendState.NOT_ENOUGH_SESSIONS, 0, 8)


def test_only_the_last_twelve_sessions_count() -> None:
    assert latest(RISING + ["113"] * 13).state is TrendState.LEVEL


def test_the_facts_behind_a_state_are_given() -> None:
    found = latest(["100", "102", "104", "106", "108", "110", "112", "114", "116"])
    assert found.slope is not None
    assert found.checks is not None
    assert found.slope.lo <= found.slope.per_week <= found.slope.hi
    assert found.slope.per_week == pytest.approx(0.0187, abs=0.0005)
    assert found.checks.rising == (True, True)
    assert (found.sessions, found.first, found.usual_reps) == (9, FIRST, 5)


def test_a_change_seen_for_the_first_time_is_not_called_yet() -> None:
    loads = ["98", "99", "99", "100", "103", "98", "102", "102", "101", "103", "104"]
    before, now = latest(loads[:-1]), latest(loads)
    assert before.checks is not None
    assert now.checks is not None
    states = [(part.checks.rising if part.checks else None, part.state) for part in (before, now)]
    assert states == [
        ((False, False), TrendState.NO_CLEAR_CHANGE),
        ((False, True), TrendState.NO_CLEAR_CHANGE),
    ]


@pytest.mark.parametrize(("gap", "sessions"), [(20, 9), (21, 1)])
def test_a_gap_of_21_days_starts_anew(gap: int, sessions: int) -> None:
    sets = weekly(["100"] * 8)
    sets.append(a_set("100", 5, day=sets[-1].day + timedelta(days=gap)))
    found = trend(exposures(sets), sets[-1].day)
    assert (found.sessions, found.restarted) == (sessions, sessions == 1)


@pytest.mark.parametrize(("days", "sessions", "paused"), [(20, 12, None), (21, 0, 21)])
def test_a_running_gap_counts_too(days: int, sessions: int, paused: int | None) -> None:
    found = latest(["100"] * 14, days_later=days)
    assert (found.sessions, found.paused_days) == (sessions, paused)
    assert (found.state is TrendState.NOT_ENOUGH_SESSIONS) == (sessions == 0)


def test_sessions_older_than_180_days_do_not_count() -> None:
    found = latest(["100"] * 12, every_days=20)
    assert found.sessions == 9
    assert found.first == found.last - timedelta(days=160) if found.first and found.last else False


def test_sessions_after_today_do_not_count() -> None:
    history = exposures(weekly(["100"] * 14))
    assert trend(history, history[6].day).sessions == 7


def test_sessions_of_another_repetition_zone_are_left_out_and_counted() -> None:
    sets = [
        a_set("100" if week % 2 else "140", 8 if week % 2 else 2, day=FIRST + timedelta(weeks=week))
        for week in range(24)
    ]
    found = trend(exposures(sets), sets[-1].day)
    assert (found.usual_reps, found.sessions, found.other_reps) == (2, 12, 12)


def test_repetitions_three_apart_are_one_zone() -> None:
    sets = [a_set("100", 5 + week % 4, day=FIRST + timedelta(weeks=week)) for week in range(12)]
    assert trend(exposures(sets), sets[-1].day).other_reps == 0


def test_sessions_without_an_estimate_do_not_count() -> None:
    assert latest(["24"] * 14, 15).sessions == 0


def test_all_sessions_on_one_day_have_no_slope() -> None:
    history = exposures([a_set("100", 5, workout=str(i)) for i in range(9)])
    found = trend(history, FIRST)
    assert (found.state, found.slope) == (TrendState.NO_CLEAR_CHANGE, None)


POINTS = st.lists(st.tuples(st.integers(0, 200), st.floats(-1, 1, allow_subnormal=False)), min_size=2, max_size=14)


@given(POINTS)
def test_the_interval_holds_the_slope_and_the_80_percent_end_lies_inside_the_90_percent_one(
    points: list[tuple[float, float]],
) -> None:
    found = sen_slope(points)
    if found is None:
        assert len({week for week, _ in points}) == 1
    else:
        assert found.lo <= found.per_week <= found.level_hi <= found.hi


@given(POINTS)
def test_turning_the_series_over_turns_the_slope_over(points: list[tuple[float, float]]) -> None:
    up, down = sen_slope(points), sen_slope([(week, -value) for week, value in points])
    if up is not None and down is not None:
        assert log(1 + up.per_week) == pytest.approx(-log(1 + down.per_week), abs=1e-9)
        assert log(1 + up.lo) == pytest.approx(-log(1 + down.hi), abs=1e-9)


def _share_ever(state: TrendState, per_week: float, *, lifters: int, seed: int, noise: float = 0.03) -> float:
    """Share of simulated lifters who are ever given ``state`` in 26 weekly sessions."""
    chance = Random(seed)
    sets = exposures(weekly(["100"] * 26))
    flagged = 0
    for _ in range(lifters):
        history: list[Exposure] = [
            exposure._replace(e1rm_kg=100 * (1 + per_week) ** week * exp(chance.gauss(0, noise)))
            for week, exposure in enumerate(sets)
        ]
        flagged += any(trend(history[: n + 1], history[n].day).state is state for n in range(7, 26))
    return flagged / lifters


def test_a_lifter_gaining_half_a_percent_a_week_is_seldom_called_level() -> None:
    assert _share_ever(TrendState.LEVEL, 0.005, lifters=300, seed=21) < 0.06


def test_a_lifter_who_gains_nothing_is_mostly_called_level_in_the_end() -> None:
    assert _share_ever(TrendState.LEVEL, 0.0, lifters=300, seed=22) >= 0.75


def test_a_lifter_gaining_half_a_percent_a_week_is_mostly_called_rising_at_some_point() -> None:
    assert _share_ever(TrendState.RISING, 0.005, lifters=100, seed=13) >= 0.85


def test_a_lifter_who_gains_nothing_is_seldom_called_rising() -> None:
    assert _share_ever(TrendState.RISING, 0.0, lifters=300, seed=23) <= 0.20
