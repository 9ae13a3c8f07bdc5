"""Typed doses and own stretches, taken or refused with the limit named."""

import pytest

from hamcore.model.stretching import OwnStretch
from hamcore.screens.stretch_entry import read_amount, read_own


@pytest.mark.parametrize("typed", ["1", "600", " 30 ", "030"])
def test_whole_seconds_within_the_limits_are_taken(typed: str) -> None:
    assert read_amount(typed, is_reps=False) == int(typed)


@pytest.mark.parametrize("typed", ["", "0", "601", "-5", "12.5", "1e2", "thirty", "³⁰", "9" * 400])
def test_anything_else_is_refused_with_the_limits(typed: str) -> None:
    words = read_amount(typed, is_reps=False)
    assert isinstance(words, str)
    assert "1 to 600 seconds" in words
    assert len(words) < 120


@pytest.mark.parametrize(("typed", "fits"), [("0", False), ("1", True), ("100", True), ("101", False)])
def test_repetitions_have_limits_of_their_own(typed: str, fits: bool) -> None:
    assert isinstance(read_amount(typed, is_reps=True), int) is fits


def test_an_own_stretch_is_read_whole() -> None:
    own = read_own("  Door   frame ", "30", "2", is_reps=False, each_side=True)
    assert own == OwnStretch("Door frame", hold_s=30, rounds=2, each_side=True)
    assert read_own("Swing", "8", "1", is_reps=True, each_side=False) == OwnStretch(
        "Swing", reps=8, rounds=1, each_side=False
    )


@pytest.mark.parametrize(
    ("name", "amount", "rounds", "words"),
    [
        ("", "30", "2", "1 to 60 characters"),
        ("x" * 61, "30", "2", "1 to 60 characters"),
        ("a\u202eb", "30", "2", "1 to 60 characters"),
        ("Door", "601", "2", "1 to 600 seconds"),
        ("Door", "30", "0", "1 to 10 rounds"),
        ("Door", "30", "11", "1 to 10 rounds"),
    ],
)
def test_what_no_stretch_can_be_is_refused(name: str, amount: str, rounds: str, words: str) -> None:
    said = read_own(name, amount, rounds, is_reps=False, each_side=True)
    assert isinstance(said, str)
    assert words in said
