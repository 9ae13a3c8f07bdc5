"""Which stretching is due, and the warning about holds before a heavy hinge."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds
from hamcore.model.log import Side
from hamcore.model.routine import RoutineDay, StretchSlot
from hamcore.model.stretching import Hold, Occasion
from hamcore.rules.routine_parts import Definitions
from hamcore.rules.stretch_dose import DoseState
from hamcore.rules.stretch_due import HoldsWarning, WarnedBy, holds_warning, planned_on, stretch_due
from tests.unit.definitions import EXERCISES, GLIDE, SPLIT, STRETCHES

MONDAY = date(2026, 1, 5)
TUESDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=days) for days in (1, 5, 6))
KNOWN = Definitions(EXERCISES, STRETCHES)
DAY_A = SPLIT.days[0]


def held(
    day: date, seconds: int = 30, *, side: Side | None = None, key: str = "forward_bend", when: Occasion | None = None
) -> Hold:
    return Hold(f"{day}-{seconds}-{side}-{key}", day, key, side, seconds=seconds, when=when)


def twice(day: date) -> list[Hold]:
    return [held(day, 15), held(day, 20)]


def test_without_a_routine_nothing_is_planned() -> None:
    found = stretch_due(None, twice(MONDAY), STRETCHES, MONDAY)
    assert (found.planned, found.coming, found.passed, found.week.done) == ((), None, (), (MONDAY,))


def test_the_routines_stretches_of_the_day_are_due() -> None:
    found = stretch_due(SPLIT, [], STRETCHES, SATURDAY)
    assert [(one.key, one.state) for one in found.planned] == [
        ("forward_bend", DoseState.OPEN),
        ("scoop", DoseState.OPEN),
    ]
    assert (found.coming, found.passed, found.is_done) == (SATURDAY + timedelta(days=3), (TUESDAY,), False)


def test_what_is_done_is_no_longer_left() -> None:
    found = stretch_due(SPLIT, twice(SATURDAY), STRETCHES, SATURDAY)
    assert [one.key for one in found.left] == ["scoop"]
    found = stretch_due(SPLIT, twice(TUESDAY), STRETCHES, TUESDAY)
    assert (found.left, found.is_done) == ((), True)


def test_a_day_without_planned_stretches_is_not_done() -> None:
    assert not stretch_due(SPLIT, twice(MONDAY), STRETCHES, MONDAY).is_done


@pytest.mark.parametrize(
    ("today", "coming"),
    [
        (MONDAY, TUESDAY),
        (TUESDAY, SATURDAY),
        (SATURDAY, TUESDAY + timedelta(days=7)),
        (SUNDAY, TUESDAY + timedelta(days=7)),
    ],
)
def test_the_next_day_with_stretches_is_named(today: date, coming: date) -> None:
    assert stretch_due(SPLIT, [], STRETCHES, today).coming == coming


def test_a_planned_day_on_which_something_was_stretched_did_not_pass() -> None:
    assert stretch_due(SPLIT, twice(TUESDAY), STRETCHES, SUNDAY).passed == (SATURDAY,)
    assert stretch_due(SPLIT, [], STRETCHES, SUNDAY).passed == (TUESDAY, SATURDAY)
    assert stretch_due(SPLIT, [], STRETCHES, SUNDAY, Weekday.SUNDAY).passed == ()


def test_a_stretch_nobody_defines_is_not_due() -> None:
    lost = replace(SPLIT, days=(RoutineDay("S", Weekday.MONDAY, (StretchSlot("gone", 1, reps=Bounds(8, 8)), GLIDE)),))
    assert [one.key for one in stretch_due(lost, [], STRETCHES, MONDAY).planned] == ["scoop"]


def test_a_stretch_planned_twice_on_a_day_is_one_with_its_larger_dose() -> None:
    more = replace(GLIDE, rounds=3)
    routine = replace(SPLIT, days=(RoutineDay("S", Weekday.MONDAY, (GLIDE, more)),))
    assert planned_on(routine, MONDAY) == (more,)


def warned(holds: list[Hold], trained: tuple[str, ...] = (), day: RoutineDay | None = DAY_A) -> HoldsWarning | None:
    return holds_warning(holds, day, trained, KNOWN, MONDAY)


@pytest.mark.parametrize(("seconds", "warns"), [(59, False), (60, True), (61, True)])
def test_a_minute_of_still_holds_before_a_heavy_hinge_is_warned_about(seconds: int, *, warns: bool) -> None:
    found = warned([held(MONDAY, seconds)])
    assert found == (HoldsWarning(WarnedBy.LOGGED, seconds, "barbell_deadlift") if warns else None)


def test_seconds_are_those_of_the_leg_with_more() -> None:
    assert warned([held(MONDAY, 40, side=Side.LEFT), held(MONDAY, 40, side=Side.RIGHT)]) is None
    assert warned([held(MONDAY, 40, side=Side.LEFT), held(MONDAY, 20)]) is not None


@pytest.mark.parametrize(
    ("when", "warns"),
    [(None, True), (Occasion.BEFORE_TRAINING, True), (Occasion.OFF_DAY, True), (Occasion.AFTER_TRAINING, False)],
)
def test_holds_after_training_are_no_reason_to_warn(when: Occasion | None, *, warns: bool) -> None:
    assert (warned([held(MONDAY, 90, when=when)]) is not None) is warns


@pytest.mark.parametrize(
    ("holds", "trained", "day"),
    [
        ([held(MONDAY, 90)], ("barbell_deadlift",), DAY_A),
        ([held(TUESDAY, 90)], (), DAY_A),
        ([held(MONDAY, 90)], (), None),
        ([held(MONDAY, 90)], (), RoutineDay("Curls", Weekday.MONDAY, DAY_A.items[1:])),
        ([held(MONDAY, 90, key="scoop")], (), DAY_A),
        ([held(MONDAY, 90, key="floss")], (), DAY_A),
        ([], (), DAY_A),
    ],
    ids=["hinge done", "another day", "no training", "no heavy hinge", "moving", "nerve glide", "nothing held"],
)
def test_nothing_else_is_warned_about(holds: list[Hold], trained: tuple[str, ...], day: RoutineDay | None) -> None:
    assert warned(holds, trained, day) is None


@pytest.mark.parametrize(("hold_s", "warns"), [(29, False), (30, True)])
def test_holds_planned_before_the_hinge_are_warned_about(hold_s: int, *, warns: bool) -> None:
    first = StretchSlot("forward_bend", 2, hold_s=Bounds(15, hold_s))
    day = replace(DAY_A, items=(first, *DAY_A.items))
    assert warned([], day=day) == (HoldsWarning(WarnedBy.PLANNED, 60, "barbell_deadlift") if warns else None)
    assert warned([], day=replace(DAY_A, items=(*DAY_A.items, first))) is None


def test_what_was_done_comes_before_what_is_planned() -> None:
    day = replace(DAY_A, items=(StretchSlot("forward_bend", 2, hold_s=Bounds(30, 30)), *DAY_A.items))
    found = warned([held(MONDAY, 75)], day=day)
    assert found == HoldsWarning(WarnedBy.LOGGED, 75, "barbell_deadlift")
