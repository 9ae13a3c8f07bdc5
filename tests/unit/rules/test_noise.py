"""Session noise: the usual figure first, then a robust own one."""

from math import exp
from random import Random

import pytest

from hamcore.rules.noise import LEAST_NOISE, USUAL_NOISE, Noise, beats_noise, session_noise


@pytest.mark.parametrize(("sessions", "own"), [(0, False), (7, False), (8, True)])
def test_a_persons_own_noise_counts_from_eight_sessions_on(sessions: int, own: bool) -> None:
    noise = session_noise([100.0] * sessions)
    assert noise == Noise(LEAST_NOISE if own else USUAL_NOISE, own)


def test_steady_progress_is_not_noise() -> None:
    assert session_noise([100 * 1.02**week for week in range(20)]).share == LEAST_NOISE


def test_the_own_noise_finds_the_spread_it_was_made_with() -> None:
    chance = Random(3)
    found = session_noise([100 * exp(chance.gauss(0, 0.03)) for _ in range(400)]).share
    assert found == pytest.approx(0.03, rel=0.15)


def test_a_few_light_days_hardly_change_the_noise() -> None:
    chance = Random(4)
    values = [100 * exp(chance.gauss(0, 0.02)) for _ in range(60)]
    light = [value * 0.7 if week % 12 == 0 else value for week, value in enumerate(values)]
    assert session_noise(light).share < 1.6 * session_noise(values).share


@pytest.mark.parametrize(("value", "beats"), [(111.6, False), (111.7, True)])
def test_the_usual_noise_asks_for_11_6_percent(value: float, beats: bool) -> None:
    assert beats_noise(value, 100, Noise(USUAL_NOISE, own=False)) is beats
