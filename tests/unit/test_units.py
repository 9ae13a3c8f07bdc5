"""Loads keep what was typed; conversion is exact; rounding has one tie rule."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.units import KG_PER_LB, Load, LoadUnit, convert, parse_decimal, plain, round_to_step

decimals = st.decimals(min_value=-9999, max_value=9999, places=3)


def test_a_pound_is_its_defined_number_of_kilograms() -> None:
    assert Load(Decimal(1), LoadUnit.LB).in_unit(LoadUnit.KG) == KG_PER_LB


@given(decimals, st.sampled_from(LoadUnit))
def test_a_load_in_its_own_unit_is_what_was_typed(value: Decimal, unit: LoadUnit) -> None:
    assert Load(value, unit).in_unit(unit) == value


@given(decimals)
def test_pounds_to_kilograms_and_back_is_the_same_load(value: Decimal) -> None:
    there = convert(value, LoadUnit.LB, LoadUnit.KG)
    assert convert(there, LoadUnit.KG, LoadUnit.LB).quantize(Decimal("0.000001")) == value


def test_equal_weight_in_another_unit_is_not_the_same_typed_load() -> None:
    assert Load(Decimal(1), LoadUnit.LB) != Load(KG_PER_LB, LoadUnit.KG)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_a_load_must_be_finite(text: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        Load(Decimal(text), LoadUnit.KG)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("0.0", "0"),
        ("120", "120"),
        ("120.0", "120"),
        ("62.50", "62.5"),
        ("-20", "-20"),
        ("6.80388555", "6.80388555"),
        ("1000", "1000"),
    ],
)
def test_a_number_is_read_without_trailing_zeros(text: str, value: str) -> None:
    parsed = parse_decimal(text)
    assert parsed is not None
    assert str(parsed) == value


@pytest.mark.parametrize(
    "text", ["", " ", "1e3", "1_0", "nan", "inf", "1,5", "1.000,5", "١٢", ".5", "5.", "+5", "0x1f"]
)
def test_anything_but_plain_digits_is_not_a_number(text: str) -> None:
    assert parse_decimal(text) is None


@given(decimals)
def test_plain_keeps_the_value_and_shows_no_exponent(value: Decimal) -> None:
    assert plain(value) == value
    assert "E" not in str(plain(value))


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("61.2", "2.5", "60.0"),
        ("61.3", "2.5", "62.5"),
        ("61.25", "2.5", "60"),  # a tie goes to the even multiple: 24 steps, not 25
        ("63.75", "2.5", "65"),  # 26 steps, not 25
        ("-61.3", "2.5", "-62.5"),
    ],
)
def test_a_load_rounds_to_the_nearest_step_and_ties_to_even(value: str, step: str, rounded: str) -> None:
    assert round_to_step(Decimal(value), Decimal(step)) == Decimal(rounded)


@pytest.mark.parametrize("step", ["0", "-2.5"])
def test_a_step_is_more_than_nothing(step: str) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        round_to_step(Decimal(60), Decimal(step))
