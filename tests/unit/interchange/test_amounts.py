"""Numbers and lengths of time in cells, one by one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.interchange.amounts import load_text, read_number, read_seconds
from hamcore.units import parse_decimal


@pytest.mark.parametrize(
    ("text", "comma", "number"),
    [
        ("10", False, "10"),
        ("10.0", False, "10"),
        ("10.", False, "10"),
        ("+5", False, "5"),
        ("-20", False, "-20"),
        (" 5 ", False, "5"),
        ("6.80388555", False, "6.80388555"),
        ("62,5", True, "62.5"),
        ("6,80388555", True, "6.80388555"),
        ("1.000", True, "1"),
    ],
)
def test_a_plain_number_is_read(text: str, comma: bool, number: str) -> None:
    assert read_number(text, decimal_comma=comma) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "comma"),
    [
        ("62,5", False),
        ("1,000", False),
        ("1,000", True),
        ("1.000,5", True),
        ("1 000", True),
        ("1e3", False),
        ("nan", False),
        ("inf", False),
        ("1_0", False),
        ("１０", False),
        ("0x10", False),
        ("12kg", False),
        ("--5", False),
        (".", False),
        ("1234567890", False),
        ("9" * 4000, False),
    ],
)
def test_anything_else_is_refused_in_words(text: str, comma: bool) -> None:
    said = read_number(text, decimal_comma=comma)
    assert isinstance(said, str)
    assert len(said) < 150


@given(st.decimals(-999_999_999, 999_999_999, places=5))
def test_the_text_of_a_load_is_a_number_without_trailing_zeros_that_units_can_read(value: Decimal) -> None:
    text = load_text(value)
    assert Decimal(text) == value
    assert "." not in text or text[-1] not in "0."
    assert parse_decimal(text) == value


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        ("90", 90.0),
        ("90.5", 90.5),
        ("0:01:30", 90.0),
        ("1:30", 90.0),
        ("1:02:03.5", 3723.5),
        ("35m", 2100.0),
        ("1h 6m", 3960.0),
        ("1h", 3600.0),
        ("20s", 20.0),
        ("35min", 2100.0),
        ("1h 38min", 5880.0),
        ("1 Std. 38 Min.", 5880.0),
        ("1 t 5 min", 3900.0),
        ("1 u 5 m", 3900.0),
        ("2j 1h", 176_400.0),
        ("1 hr, 5 mins", 3900.0),
    ],
)
def test_a_length_of_time_is_read(text: str, seconds: float) -> None:
    assert read_seconds(text) == seconds


@pytest.mark.parametrize("text", ["soon", "-5", "1x", "1h6", ":30", "1:2:3:4", "h", "5 parsecs", "1h " * 50])
def test_no_length_of_time_is_refused_in_words(text: str) -> None:
    assert isinstance(read_seconds(text), str)
