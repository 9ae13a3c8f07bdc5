"""What a hold, a range test and an own stretch can be: every limit on it and one step to either side."""

from dataclasses import replace
from datetime import date

import pytest

from hamcore.model.exercise import Bounds
from hamcore.model.log import Side
from hamcore.model.stretching import Hold, OwnStretch, RangeTest, RangeTestName, RangeUnit

DAY = date(2026, 11, 24)
FOLD = Hold("h", DAY, "standing_forward_bend", None, seconds=30)
RAISE = RangeTest("t", DAY, RangeTestName.STRAIGHT_LEG_RAISE, Side.LEFT, 70.0, RangeUnit.DEG)
REACH = RangeTest("t", DAY, RangeTestName.SIT_AND_REACH, None, 30.0, RangeUnit.CM, 23.0)
OWN = OwnStretch("Door frame", hold_s=30)


@pytest.mark.parametrize(("seconds", "fits"), [(-1, False), (0, False), (1, True), (600, True), (601, False)])
def test_a_hold_lasts_1_to_600_seconds(seconds: int, *, fits: bool) -> None:
    if fits:
        assert replace(FOLD, seconds=seconds).seconds == seconds
    else:
        with pytest.raises(ValueError, match=f"1 to 600 seconds, not {seconds}"):
            replace(FOLD, seconds=seconds)


@pytest.mark.parametrize(("reps", "fits"), [(0, False), (1, True), (100, True), (101, False)])
def test_a_round_has_1_to_100_repetitions(reps: int, *, fits: bool) -> None:
    if fits:
        assert replace(FOLD, seconds=None, reps=reps).reps == reps
    else:
        with pytest.raises(ValueError, match=f"1 to 100 repetitions, not {reps}"):
            replace(FOLD, seconds=None, reps=reps)


@pytest.mark.parametrize(("seconds", "reps"), [(None, None), (30, 8)])
def test_a_hold_is_seconds_or_repetitions_and_not_both(seconds: int | None, reps: int | None) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        replace(FOLD, seconds=seconds, reps=reps)


@pytest.mark.parametrize(("hold_id", "stretch"), [("", "fold"), ("h", ""), ("h", "name:")])
def test_a_hold_has_an_id_and_a_stretch(hold_id: str, stretch: str) -> None:
    with pytest.raises(ValueError, match="an id and a stretch"):
        replace(FOLD, hold_id=hold_id, stretch=stretch)


@pytest.mark.parametrize(("length", "fits"), [(300, True), (301, False)])
def test_a_note_has_at_most_300_characters(length: int, *, fits: bool) -> None:
    for make in (FOLD, RAISE):
        if fits:
            assert len(replace(make, note="x" * length).note) == length
        else:
            with pytest.raises(ValueError, match="at most 300"):
                replace(make, note="x" * length)


@pytest.mark.parametrize(
    ("degrees", "fits"),
    [(-0.5, False), (0, True), (180, True), (180.5, False), (400, False), (float("nan"), False), (float("inf"), False)],
)
def test_an_angle_lies_from_0_to_180_degrees(degrees: float, *, fits: bool) -> None:
    if fits:
        assert replace(RAISE, value=degrees).comparable == degrees
    else:
        with pytest.raises(ValueError, match="from 0 to 180 degrees"):
            replace(RAISE, value=degrees)


@pytest.mark.parametrize(
    ("value", "zero", "fits"),
    [(-27.5, 23, False), (-27, 23, True), (83, 23, True), (83.5, 23, False), (-50, 0, True), (60, 0, True)],
)
def test_a_reach_lies_from_50_cm_before_to_60_past_the_feet(value: float, zero: float, *, fits: bool) -> None:
    if fits:
        assert replace(REACH, value=value, zero_point_cm=zero).comparable == value - zero
    else:
        with pytest.raises(ValueError, match="from -50 to 60 cm"):
            replace(REACH, value=value, zero_point_cm=zero)


@pytest.mark.parametrize(("zero", "fits"), [(-0.5, False), (0, True), (50, True), (50.5, False)])
def test_a_zero_point_lies_from_0_to_50_cm(zero: float, *, fits: bool) -> None:
    if fits:
        assert replace(REACH, zero_point_cm=zero).comparable == 30 - zero
    else:
        with pytest.raises(ValueError, match="zero point lies from 0 to 50"):
            replace(REACH, zero_point_cm=zero)


def test_two_scales_with_other_zero_points_give_the_same_reach() -> None:
    assert (
        replace(REACH, value=38.0, zero_point_cm=38.0).comparable
        == replace(REACH, value=0.0, zero_point_cm=0.0).comparable
    )


@pytest.mark.parametrize(
    ("reading", "changes", "message"),
    [
        (RAISE, {"unit": RangeUnit.CM}, "read in deg"),
        (REACH, {"unit": RangeUnit.DEG}, "read in cm"),
        (RAISE, {"side": None}, "has a side"),
        (REACH, {"side": Side.LEFT}, "both legs at once"),
        (RAISE, {"zero_point_cm": 0.0}, "no zero point"),
        (REACH, {"zero_point_cm": None}, "needs its zero point"),
        (RAISE, {"test_id": ""}, "has an id"),
    ],
)
def test_a_reading_fits_its_test(reading: RangeTest, changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(reading, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", " ", " Door", "Door ", "Door\nframe", "x" * 61])
def test_an_own_stretch_has_a_name_of_one_line(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        replace(OWN, name=name)


@pytest.mark.parametrize(("rounds", "fits"), [(0, False), (1, True), (10, True), (11, False)])
def test_an_own_stretch_has_1_to_10_rounds(rounds: int, *, fits: bool) -> None:
    if fits:
        assert replace(OWN, rounds=rounds).rounds == rounds
    else:
        with pytest.raises(ValueError, match="1 to 10 rounds"):
            replace(OWN, rounds=rounds)


def test_an_own_stretch_is_held_or_moved() -> None:
    with pytest.raises(ValueError, match="exactly one"):
        replace(OWN, reps=8)
    with pytest.raises(ValueError, match="1 to 600 seconds"):
        replace(OWN, hold_s=0)


def test_an_own_stretch_is_defined_like_a_shipped_one() -> None:
    held, moved = OWN.definition(), OwnStretch("Leg swing", reps=10, rounds=1, each_side=False).definition()
    assert (held.stretch_id, held.dynamic, held.hold_s, held.reps) == ("name:Door frame", False, Bounds(30, 30), None)
    assert (moved.dynamic, moved.hold_s, moved.reps, moved.each_side) == (True, None, Bounds(10, 10), False)
    assert replace(OWN, forward_bend=True).definition().forward_bend
