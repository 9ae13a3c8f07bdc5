"""Steps in load: the cap, the wished step, what can be made; less and more help; reductions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.exercise import Bounds
from hamcore.rules.loadable import Loadable
from hamcore.rules.steps import cap, keeps_range, less_help, more_help, reduced, share_of, step_up
from hamcore.units import Load, LoadUnit
from tests.unit.rules.coaching import BAR, STACK, grid

REPS = Bounds(6, 8)
FINE = grid("0.25", count=1200)
NONE = Decimal(0)


def kg(number: str | int) -> Load:
    return Load(Decimal(number), LoadUnit.KG)


@pytest.mark.parametrize(
    ("lo", "hi", "percent"),
    [(6, 8, 5.56), (8, 10, 5.26), (8, 12, 10), (10, 12, 5), (12, 15, 7.14), (5, 5, 2.86), (5, 6, 2.86), (5, 9, 10)],
)
def test_the_cap_follows_from_the_range_and_ends_at_10_percent(lo: int, hi: int, percent: float) -> None:
    assert round(100 * float(cap(Bounds(lo, hi))), 2) == percent


@pytest.mark.parametrize(
    ("before", "change", "reps", "kept"),
    [
        ("36", "2", REPS, True),
        ("36", "2.01", REPS, False),
        ("100", "10", Bounds(5, 12), True),
        ("100", "10.01", Bounds(5, 12), False),
        ("80", "4", Bounds(10, 12), True),
        ("79.99", "4", Bounds(10, 12), False),
    ],
)
def test_a_change_on_the_cap_keeps_the_range_and_one_beyond_does_not(
    before: str, change: str, reps: Bounds, kept: bool
) -> None:
    assert keeps_range(Decimal(before), Decimal(change), reps) is kept


@pytest.mark.parametrize(
    ("load", "wished", "target", "fits"),
    [
        ("100", "2.5", "102.5", True),
        ("100", "5", "105", True),
        ("100", "10", "105", True),
        ("90", "5", "95", True),
        ("87.5", "5", "90", True),
        ("45", "2.5", "47.5", True),
        ("44", "2.5", "45", True),
        ("42.5", "2.5", "45", False),
        ("100", "1", "102.5", True),
        ("101", "2.5", "102.5", True),
    ],
)
def test_the_wished_step_or_what_keeps_the_range_or_the_smallest(
    load: str, wished: str, target: str, fits: bool
) -> None:
    found = step_up(kg(load), REPS, kg(wished), BAR, body=NONE)
    assert found is not None
    assert (found.load, found.fits) == (kg(target), fits)
    assert found.share == pytest.approx(float((found.load.value - Decimal(load)) / Decimal(load)))


def test_nothing_is_heavier_than_the_heaviest() -> None:
    assert step_up(kg(150), Bounds(10, 12), kg(5), STACK, body=NONE) is None
    assert step_up(kg(149), Bounds(10, 12), kg(5), STACK, body=NONE) is not None


def test_the_body_counts_as_load_where_it_is_lifted() -> None:
    alone = step_up(kg(0), REPS, kg(0), FINE, body=NONE)
    known = step_up(kg(0), REPS, kg("2.5"), FINE, body=Decimal(80))
    assert alone is not None
    assert known is not None
    assert (alone.load, alone.fits, alone.share) == (kg("0.25"), False, 0.0)
    assert (known.load, known.fits, known.share) == (kg("2.5"), True, 2.5 / 80)


def some(*values: int) -> Loadable:
    """Just these loads."""
    return Loadable(tuple(map(Decimal, values)), LoadUnit.KG)


@pytest.mark.parametrize(
    ("load", "wished", "body", "target", "fits"),
    [
        ("30", "2.5", "0", "25", False),
        ("100", "5", "0", "95", True),
        ("30", "2.5", "130", "25", True),
        ("30", "2.5", "120", "25", True),
        ("30", "2.5", "119", "25", False),
        ("5", "2.5", "0", "0", False),
        ("10", "20", "200", "0", True),
        ("30", "2.5", "30", "25", False),
    ],
)
def test_help_gets_less_by_what_can_be_set(load: str, wished: str, body: str, target: str, fits: bool) -> None:
    stack = grid("5", count=41)
    found = less_help(kg(load), REPS, kg(wished), stack, body=Decimal(body))
    assert found is not None
    assert (found.load, found.fits) == (kg(target), fits)


@pytest.mark.parametrize(
    ("load", "wished", "body", "target", "share"),
    [
        ("30", "10", "90", "26.75", 3.25 / 60),
        ("30", "0.5", "30", "29.5", 0.5 / 30),
        ("30", "0.5", "31", "29.75", 0.25),
        ("1", "2.5", "80", "0", 1 / 79),
        ("0.5", "2.5", "0", "0.25", 0.5),
    ],
)
def test_the_share_is_that_of_what_is_left_to_lift(
    load: str, wished: str, body: str, target: str, share: float
) -> None:
    found = less_help(kg(load), REPS, kg(wished), FINE, body=Decimal(body))
    assert found is not None
    assert found.load == kg(target)
    assert found.share == pytest.approx(share)


def test_the_last_help_goes_even_where_none_cannot_be_set() -> None:
    found = less_help(kg(5), REPS, kg(5), STACK, body=NONE)
    assert found is not None
    assert found.load == kg(0)
    assert less_help(kg(0), REPS, kg(5), STACK, body=NONE) is None


@pytest.mark.parametrize(
    ("load", "less"),
    [("100", "92.5"), ("60", "55"), ("50", "45"), ("47.5", "45"), ("25", "22.5"), ("22.5", "20"), ("20", None)],
)
def test_a_reduction_is_5_to_10_percent_or_the_smallest_step(load: str, less: str | None) -> None:
    assert reduced(kg(load), BAR) == (None if less is None else kg(less))


def test_a_reduction_may_be_exactly_5_or_10_percent() -> None:
    assert reduced(kg(100), grid("10", count=30)) == kg(90)
    assert reduced(kg(100), grid("95", count=3)) == kg(95)
    assert reduced(kg(100), grid("96", count=3)) == kg(96)
    assert reduced(kg(100), grid("89", count=3)) == kg(89)
    assert reduced(kg(100), grid("1", count=200)) == kg(92)
    assert reduced(kg(100), some(90, 95, 100)) == kg(90)
    assert reduced(kg(100), some(95, 97, 100)) == kg(95)


@pytest.mark.parametrize(("help_kg", "more"), [("100", "105"), ("40", "45"), ("0", "5"), ("200", None)])
def test_more_help_after_two_misses(help_kg: str, more: str | None) -> None:
    assert more_help(kg(help_kg), grid("5", count=41)) == (None if more is None else kg(more))


def test_more_help_may_be_exactly_5_or_10_percent() -> None:
    assert more_help(kg(100), grid("110", count=3)) == kg(110)
    assert more_help(kg(100), grid("105", count=3)) == kg(105)
    assert more_help(kg(100), grid("111", count=3)) == kg(111)
    assert more_help(kg(100), grid("104", count=3)) == kg(104)
    assert more_help(kg(100), grid("1", count=200)) == kg(107)
    assert more_help(kg(100), some(100, 103, 105)) == kg(105)
    assert more_help(kg(100), some(100, 102, 110)) == kg(110)


@pytest.mark.parametrize(
    ("load", "share", "expected"),
    [("100", "0.9", "90"), ("20", "0.75", "20"), ("15", "0.9", "15"), ("97.5", "0.9", "87.5"), ("100", "1.1", "110")],
)
def test_a_share_is_rounded_to_what_can_be_made_and_never_goes_the_wrong_way(
    load: str, share: str, expected: str
) -> None:
    assert share_of(kg(load), Decimal(share), BAR) == kg(expected)


@given(st.integers(1, 1200), st.integers(1, 40), st.integers(1, 12), st.integers(0, 6))
def test_a_step_is_always_a_step_and_fits_only_under_the_cap(quarters: int, wished: int, lo: int, width: int) -> None:
    load, reps = kg(str(Decimal(quarters) / 4)), Bounds(lo, lo + width)
    found = step_up(load, reps, kg(str(Decimal(wished) / 4)), FINE, body=NONE)
    if found is None:
        assert load.value >= FINE.values[-1]
        return
    assert found.load.value > load.value
    assert found.fits == (found.share <= float(cap(reps)) + 1e-12)
