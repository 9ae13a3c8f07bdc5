"""The interpolation rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.motion.interpolation import hermite

TIMES = (0.0, 0.2, 0.5, 1.0)
VALUE = st.floats(-180, 180)
VALUES = st.tuples(VALUE, VALUE, VALUE, VALUE)
PHASE = st.floats(0, 1)


@given(VALUES, VALUES, PHASE, st.booleans())
def test_a_sum_of_channels_is_interpolated_like_the_channels(
    first: tuple[float, ...], second: tuple[float, ...], t: float, closed: bool
) -> None:
    together = [a - b for a, b in zip(first, second, strict=True)]
    apart = hermite(TIMES, first, t, is_closed=closed) - hermite(TIMES, second, t, is_closed=closed)
    assert hermite(TIMES, together, t, is_closed=closed) == pytest.approx(apart, abs=1e-9)


@given(VALUES, st.booleans())
def test_it_passes_through_every_keyframe(values: tuple[float, ...], closed: bool) -> None:
    for t, value in zip(TIMES, values, strict=True):
        assert hermite(TIMES, values, t, is_closed=closed) == pytest.approx(value, abs=1e-9)


def test_it_starts_and_ends_at_rest_unless_the_cycle_closes() -> None:
    values = (0.0, 10.0, 20.0, 0.0)

    def speed(*, is_closed: bool) -> float:
        return (hermite(TIMES, values, 1e-6, is_closed=is_closed) - values[0]) / 1e-6

    assert speed(is_closed=False) == pytest.approx(0, abs=1e-2)
    assert speed(is_closed=True) == pytest.approx((10 - 20) / (0.2 + 0.5), rel=1e-3)


@pytest.mark.parametrize(("t", "value"), [(-1, 3), (2, 7)])
def test_outside_the_cycle_the_end_holds(t: float, value: float) -> None:
    assert hermite((0, 1), (3, 7), t, is_closed=False) == value
