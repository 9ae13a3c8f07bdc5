"""The dose of a stretch, what a tick writes and how much of it is done."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.exercise import Bounds
from hamcore.model.log import Side
from hamcore.model.routine import StretchSlot
from hamcore.model.stretching import Hold, HoldKind, Occasion
from hamcore.rules.stretch_dose import SIDES, Dose, DoseState, by_stretch, dose_done, dose_of, ticked
from tests.unit.definitions import FOLD, SCOOP
from tests.unit.shipped import shipped

DAY = date(2026, 1, 5)
EACH = Dose(2, SIDES, Bounds(15, 30), None)
BOTH = Dose(2, (None,), Bounds(15, 30), None)


def held(*sides: Side | None) -> list[Hold]:
    return [Hold(f"h{at}", DAY, "fold", side, seconds=20) for at, side in enumerate(sides)]


def test_the_routine_says_how_much_else_the_stretch_does() -> None:
    assert dose_of(FOLD) == Dose(2, (None,), Bounds(15, 30), None)
    assert dose_of(SCOOP) == Dose(2, SIDES, None, Bounds(8, 10))
    assert dose_of(SCOOP, StretchSlot("scoop", 1, hold_s=Bounds(20, 20))) == Dose(1, SIDES, Bounds(20, 20), None)


def test_a_tick_never_claims_more_than_the_lower_end() -> None:
    holds = ticked(DAY, "fold", EACH, Occasion.OFF_DAY)
    assert [(one.side, one.seconds) for one in holds] == [(Side.LEFT, 15)] * 2 + [(Side.RIGHT, 15)] * 2
    assert {(one.kind, one.when, one.day) for one in holds} == {(HoldKind.TICKED, Occasion.OFF_DAY, DAY)}
    assert len({one.hold_id for one in holds}) == 4


@pytest.mark.parametrize("key", sorted(shipped().stretches))
def test_a_tick_of_every_shipped_stretch_is_its_whole_dose(key: str) -> None:
    dose = dose_of(shipped().stretches[key])
    assert dose_done(ticked(DAY, key, dose), dose).state is DoseState.DONE
    assert dose_done(ticked(DAY, key, dose)[1:], dose).state is DoseState.PART


def test_the_ids_of_a_tick_differ_by_day_and_stretch() -> None:
    ids = [
        {one.hold_id for one in ticked(day, key, EACH)} for day in (DAY, date(2026, 1, 6)) for key in ("a", "name:a")
    ]
    assert len(set().union(*ids)) == 16


@pytest.mark.parametrize(
    ("dose", "sides", "state", "rounds"),
    [
        (EACH, (), DoseState.OPEN, (0, 0)),
        (EACH, (Side.LEFT,), DoseState.PART, (1, 0)),
        (EACH, (Side.LEFT,) * 4, DoseState.PART, (4, 0)),
        (EACH, (Side.LEFT, Side.LEFT, Side.RIGHT), DoseState.PART, (2, 1)),
        (EACH, (Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT), DoseState.DONE, (2, 2)),
        (EACH, (None, Side.LEFT, Side.RIGHT), DoseState.DONE, (2, 2)),
        (EACH, (None, None), DoseState.DONE, (2, 2)),
        (BOTH, (None,), DoseState.PART, (1,)),
        (BOTH, (None, None), DoseState.DONE, (2,)),
        (BOTH, (None, Side.LEFT), DoseState.PART, (1,)),
        (BOTH, (None, Side.LEFT, Side.RIGHT), DoseState.DONE, (2,)),
        (BOTH, (Side.LEFT,), DoseState.PART, (0,)),
    ],
)
def test_a_dose_is_done_when_every_side_has_its_rounds(
    dose: Dose, sides: tuple[Side | None, ...], state: DoseState, rounds: tuple[int, ...]
) -> None:
    done = dose_done(held(*sides), dose)
    assert (done.state, done.rounds) == (state, rounds)


@given(st.lists(st.sampled_from([None, *Side]), max_size=6), st.sampled_from([EACH, BOTH]))
def test_one_more_hold_never_makes_less_done(sides: list[Side | None], dose: Dose) -> None:
    order = list(DoseState)
    states = [order.index(dose_done(held(*sides[:count]), dose).state) for count in range(len(sides) + 1)]
    assert states == sorted(states)


def test_the_holds_of_a_day_by_stretch() -> None:
    first, second = held(None, Side.LEFT)
    other = replace(second, stretch="scoop")
    later = replace(first, day=date(2026, 1, 6))
    assert by_stretch([first, other, second, later], DAY) == {"fold": (first, second), "scoop": (other,)}
