"""What a tap of the stretching page may say, and what it is refused for."""

from datetime import timedelta
from typing import Any

import pytest

from hamcore.model.log import Side
from hamcore.model.stretching import Hold, HoldKind, Occasion
from hamcore.model.symptom import SymptomKind
from hamcore.rules.stretch_dose import DoseState, dose_done, dose_of
from hamcore.screens.guide_taps import LONGEST_ID, BadTapError, hold_of, symptom_of, tap_id, tick_of
from tests.unit.screens.test_stretching import FOLD, MONDAY, SCOOP, TOWEL, WEDNESDAY, held, state

KNOWN = (TOWEL, FOLD, SCOOP)


def log(**values: Any) -> dict[str, Any]:
    usual = {"id": "a-0-1", "op": "log", "day": MONDAY.isoformat(), "stretch": TOWEL, "side": "left", "seconds": 30}
    return {**usual, **values}


def read(**values: Any) -> Hold:
    return hold_of(log(**values), KNOWN, MONDAY)


def test_a_hold_is_read_with_everything_it_says() -> None:
    assert read(when="off_day") == Hold(
        "a-0-1", MONDAY, TOWEL, Side.LEFT, seconds=30, kind=HoldKind.GUIDED, when=Occasion.OFF_DAY
    )
    both = read(stretch=FOLD, side="", seconds=None, reps=8)
    assert (both.side, both.seconds, both.reps, both.when) == (None, None, 8, None)


def test_a_hold_of_an_own_stretch_that_was_deleted_meanwhile_is_taken() -> None:
    assert read(stretch="name:Door frame").stretch == "name:Door frame"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"seconds": -1}, "1 to 600 seconds"),
        ({"seconds": 0}, "1 to 600 seconds"),
        ({"seconds": 601}, "1 to 600 seconds"),
        ({"seconds": 12.5}, "a whole number"),
        ({"seconds": True}, "a whole number"),
        ({"seconds": "30"}, "a whole number"),
        ({"seconds": None}, "exactly one of the two"),
        ({"reps": 8}, "exactly one of the two"),
        ({"seconds": None, "reps": 0}, "1 to 100 repetitions"),
        ({"seconds": None, "reps": 101}, "1 to 100 repetitions"),
        ({"stretch": "leg_press"}, "not one HamCore knows"),
        ({"stretch": ""}, "not one HamCore knows"),
        ({"stretch": "name:" + "x" * 61}, "not one HamCore knows"),
        ({"side": "middle"}, "left, right"),
        ({"when": "at night"}, "after_training"),
        ({"day": "yesterday"}, "does not say its day"),
        ({"day": None}, "does not say its day"),
        ({"day": (MONDAY + timedelta(days=2)).isoformat()}, "up to today"),
        ({"day": (MONDAY - timedelta(days=8)).isoformat()}, "from the last 7 days"),
        ({"id": ""}, "Reload the page"),
        ({"id": "x" * (LONGEST_ID + 1)}, "Reload the page"),
        ({"id": "a\nb"}, "Reload the page"),
    ],
)
def test_what_no_hold_can_be_is_refused_with_its_limit(values: dict[str, Any], words: str) -> None:
    with pytest.raises(BadTapError, match=words):
        read(**values)


@pytest.mark.parametrize("values", [{"seconds": 1}, {"seconds": 600}, {"id": "x" * LONGEST_ID}])
def test_what_lies_on_a_limit_is_taken(values: dict[str, Any]) -> None:
    assert read(**values)


def test_a_hold_of_the_last_days_keeps_its_day_and_one_of_tomorrow_is_todays() -> None:
    week_ago = MONDAY - timedelta(days=7)
    assert read(day=week_ago.isoformat()).day == week_ago
    assert read(day=(MONDAY + timedelta(days=1)).isoformat()).day == MONDAY


def test_a_report_says_what_hurts() -> None:
    report = symptom_of({"id": "r", "kind": "sit_bone_pain"}, MONDAY)
    assert (report.symptom_id, report.kind, report.noted_on) == ("r", SymptomKind.SIT_BONE_PAIN, MONDAY)
    for nonsense in (None, "", "headache"):
        with pytest.raises(BadTapError):
            symptom_of({"id": "r", "kind": nonsense}, MONDAY)


def test_a_tap_about_nothing_is_refused() -> None:
    with pytest.raises(BadTapError):
        tap_id({"of": 3}, "of")


def test_a_tick_is_the_dose_the_routine_plans() -> None:
    tap = {"op": "tick", "day": WEDNESDAY.isoformat(), "stretch": TOWEL}
    day, key, holds = tick_of(tap, state(), WEDNESDAY)
    assert (day, key) == (WEDNESDAY, TOWEL)
    assert [(one.side, one.seconds) for one in holds] == [(Side.LEFT, 20)] * 2 + [(Side.RIGHT, 20)] * 2


def test_a_tick_adds_only_what_was_not_timed() -> None:
    timed = [held(TOWEL, 30, side=Side.LEFT, number=1), held(TOWEL, 30, side=Side.LEFT, number=2)]
    me = state(*timed, held(TOWEL, 30, side=Side.RIGHT))
    _, _, holds = tick_of({"day": MONDAY.isoformat(), "stretch": TOWEL}, me, MONDAY)
    assert [one.side for one in holds] == [Side.RIGHT]
    dose = dose_of(me.stretches[TOWEL])
    assert dose.rounds == 2
    assert dose_done([*me.holds, *holds], dose).state is DoseState.DONE


def test_what_was_ticked_before_does_not_shrink_a_tick() -> None:
    ticked = held(FOLD, 15, kind=HoldKind.TICKED)
    _, _, holds = tick_of({"day": MONDAY.isoformat(), "stretch": FOLD}, state(ticked), MONDAY)
    assert len(holds) == 2


def test_a_day_to_come_and_a_day_without_sense_are_refused() -> None:
    tomorrow = MONDAY + timedelta(days=1)
    with pytest.raises(BadTapError, match="Today is the last one"):
        tick_of({"day": tomorrow.isoformat(), "stretch": FOLD}, state(), MONDAY)
    with pytest.raises(BadTapError, match="its day"):
        tick_of({"day": "soon", "stretch": FOLD}, state(), MONDAY)


def test_a_stretch_nobody_knows_has_nothing_to_tick() -> None:
    assert tick_of({"day": MONDAY.isoformat(), "stretch": "name:Gone"}, state(), MONDAY) == (MONDAY, "name:Gone", ())
