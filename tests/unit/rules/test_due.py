"""What is due: judged by the week's log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.rules.due import DayState, Due, due
from tests.unit.definitions import CATALOG, ONE_DAY, SPLIT
from tests.unit.rules.sets import FIRST

MON, TUE, WED, THU, FRI, SAT, SUN = (FIRST + timedelta(days=i) for i in range(7))
A, B = ["barbell_deadlift", "seated_leg_curl"], ["romanian_deadlift", "kettlebell_swing"]
EVERYTHING = [*A, *B]


def plan(routine: Routine, today: date, done: dict[date, list[str]], first: Weekday = Weekday.MONDAY) -> Due:
    """What is due after three sets of each exercise."""
    sets = {day: dict.fromkeys(keys, 3) for day, keys in done.items()}
    return due(routine, sets, CATALOG.function_of, today, first)


def states(found: Due) -> list[str]:
    return [status.state.value for status in found.week]


@pytest.mark.parametrize(
    ("today", "done", "expected", "due_name", "coming"),
    [
        (MON, {}, ["today", "ahead"], "Day A", ("Day B", THU)),
        (TUE, {}, ["open", "ahead"], "Day A", ("Day B", THU)),
        (MON, {MON: A}, ["done", "ahead"], None, ("Day B", THU)),
        (MON, {MON: A[:1]}, ["done", "ahead"], None, ("Day B", THU)),
        (TUE, {MON: A}, ["done", "ahead"], None, ("Day B", THU)),
        (TUE, {MON: A[:1]}, ["done", "ahead"], None, ("Day B", THU)),
        (THU, {MON: A}, ["done", "today"], "Day B", ("Day A", MON + timedelta(days=7))),
        (THU, {}, ["open", "today"], "Day B", ("Day A", MON + timedelta(days=7))),
        (FRI, {}, ["open", "open"], "Day A", ("Day A", MON + timedelta(days=7))),
        (FRI, {FRI: B}, ["open", "done"], None, ("Day A", MON)),
        (SUN, {MON: A, THU: B}, ["done", "done"], None, ("Day A", MON + timedelta(days=7))),
        (SUN, {MON: B, THU: A}, ["done", "done"], None, ("Day A", MON + timedelta(days=7))),
    ],
)
def test_the_week_says_what_is_due(
    today: date, done: dict[date, list[str]], expected: list[str], due_name: str | None, coming: tuple[str, date]
) -> None:
    found = plan(SPLIT, today, done)
    assert states(found) == expected
    assert (found.due.day.name if found.due else None) == due_name
    assert found.coming is not None
    assert (found.coming.day.name, found.coming.planned) == coming


def test_an_exercise_of_the_same_function_stands_in_for_half() -> None:
    found = plan(SPLIT, TUE, {MON: ["barbell_deadlift", "nordic_curl"]})
    assert [(status.state, status.share) for status in found.week] == [(DayState.DONE, 0.75), (DayState.AHEAD, 0)]


def test_a_named_alternative_counts_in_full() -> None:
    slots = SPLIT.days[0].slots
    changed = replace(SPLIT.days[0], items=(slots[0], replace(slots[1], alternatives=("nordic_curl",))))
    found = plan(replace(SPLIT, days=(changed, SPLIT.days[1])), TUE, {MON: ["barbell_deadlift", "nordic_curl"]})
    assert found.week[0].share == 1


def test_a_day_off_the_plan_is_named_and_ticks_nothing() -> None:
    found = plan(SPLIT, WED, {TUE: ["squat", "name:Bench"]})
    assert (states(found), found.unplanned) == (["open", "ahead"], (TUE,))


def test_less_than_half_of_a_long_day_ticks_nothing_after_that_day() -> None:
    assert states(plan(ONE_DAY, WED, {WED: EVERYTHING[:1]})) == ["started"]
    found = plan(ONE_DAY, THU, {WED: EVERYTHING[:1]})
    assert (states(found), found.unplanned, found.partial) == (["open"], (), (WED,))
    assert states(plan(ONE_DAY, THU, {WED: EVERYTHING[:2]})) == ["done"]


def asked(today: date, *days: tuple[date, dict[str, int]], going: bool = False) -> Due:
    return due(SPLIT, dict(days), CATALOG.function_of, today, is_going=going)


@pytest.mark.parametrize(
    ("sets", "going", "today", "the_day_after"),
    [
        ({"barbell_deadlift": 1}, False, "started", "open"),
        ({"barbell_deadlift": 2}, False, "started", "open"),
        ({"barbell_deadlift": 3}, False, "done", "done"),
        ({"barbell_deadlift": 9}, False, "done", "done"),
        ({"barbell_deadlift": 3}, True, "started", "done"),
        ({"barbell_deadlift": 3, "seated_leg_curl": 2}, True, "started", "done"),
        ({"barbell_deadlift": 3, "seated_leg_curl": 3}, True, "done", "done"),
        ({"barbell_deadlift": 2, "nordic_curl": 1}, False, "started", "open"),
        ({"barbell_deadlift": 2, "nordic_curl": 2}, False, "done", "done"),
        ({"squat": 6}, False, "today", "open"),
    ],
)
def test_a_routine_day_is_done_from_half_of_its_sets_on_or_when_all_are_while_it_is_going(
    sets: dict[str, int], going: bool, today: str, the_day_after: str
) -> None:
    assert states(asked(MON, (MON, sets), going=going))[0] == today
    assert states(asked(TUE, (MON, sets)))[0] == the_day_after


def test_a_day_that_is_left_comes_before_what_lies_ahead() -> None:
    b = {"romanian_deadlift": 3, "kettlebell_swing": 3}
    found = asked(FRI, (FRI, b))
    assert found.due is None
    assert found.coming is not None
    assert (found.coming.day.name, found.coming.state, found.coming.planned) == ("Day A", DayState.OPEN, MON)
    assert found.then is not None
    assert (found.then.day.name, found.then.planned) == ("Day A", MON + timedelta(days=7))
    left = asked(SAT, (FRI, b))
    assert left.due is not None
    assert (left.due.day.name, left.then and left.then.planned) == ("Day A", MON + timedelta(days=7))
    assert asked(TUE, (MON, {"barbell_deadlift": 3})).then is None


def test_one_day_of_the_log_ticks_one_routine_day() -> None:
    found = plan(SPLIT, TUE, {MON: EVERYTHING})
    assert states(found) == ["done", "ahead"]


def test_days_of_another_week_and_after_today_are_not_looked_at() -> None:
    found = plan(SPLIT, MON, {MON - timedelta(days=1): A, TUE: A})
    assert states(found) == ["today", "ahead"]


def test_a_week_may_begin_on_sunday() -> None:
    found = plan(SPLIT, MON, {MON - timedelta(days=1): A}, Weekday.SUNDAY)
    assert [(status.planned, status.state) for status in found.week] == [(MON, DayState.DONE), (THU, DayState.AHEAD)]


@pytest.mark.parametrize(("today", "expected"), [(MON, False), (TUE, True), (SAT, True), (SUN, False)])
def test_stretching_is_planned_on_its_days(today: date, expected: bool) -> None:
    found = plan(SPLIT, today, {})
    assert (found.stretching_today, found.stretch_dates) == (expected, (TUE, SAT))


def test_days_of_stretching_alone_are_never_due() -> None:
    stretching = replace(SPLIT, days=SPLIT.days[2:])
    found = plan(stretching, TUE, {TUE: A})
    assert (found.week, found.due, found.coming, found.unplanned) == ((), None, None, (TUE,))
    assert found.stretching_today


def test_a_routine_without_days_asks_for_nothing() -> None:
    found = plan(replace(SPLIT, days=()), MON, {MON: A})
    assert (found.week, found.due, found.coming, found.stretch_dates) == ((), None, None, ())


KEYS = st.frozensets(st.sampled_from([*CATALOG.exercises, "name:Mine"]), min_size=1)


@given(
    st.dictionaries(st.integers(0, 6), KEYS), st.integers(0, 6), st.sampled_from([SPLIT, ONE_DAY]), st.integers(1, 4)
)
def test_every_day_of_the_week_counts_exactly_once(
    done: dict[int, frozenset[str]], today: int, routine: Routine, sets: int
) -> None:
    days = {FIRST + timedelta(days=at): dict.fromkeys(keys, sets) for at, keys in done.items()}
    found = due(routine, days, CATALOG.function_of, FIRST + timedelta(days=today))
    ticked = [status.done_on for status in found.week if status.done_on]
    assert sorted([*ticked, *found.unplanned, *found.partial]) == sorted(
        day for day in days if day <= FIRST + timedelta(days=today)
    )
    assert len(set(ticked)) == len(ticked)
