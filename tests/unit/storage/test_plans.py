"""The plan of a workout outlives the browser and the server."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind, Tempo
from hamcore.model.log import Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.storage import Store
from hamcore.storage.plan_text import plan_from, plan_text
from hamcore.units import Load, LoadUnit
from tests.unit.storage.conftest import Clock
from tests.unit.storage.examples import ME, a_set, a_workout

STEP = Load(Decimal("2.5"), LoadUnit.LB)
PRESCRIPTION = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(3, 0, 1, 0))
ITEMS = (
    PlanItem("barbell_deadlift", PRESCRIPTION),
    PlanItem("name:Øvelse 😀", None, superset=1),
    PlanItem(
        "seated_leg_curl",
        replace(PRESCRIPTION, progression=Progression(ProgressionKind.REPS_FIRST, 2, STEP)),
        superset=1,
        swapped_for="lying_leg_curl",
        is_skipped=True,
    ),
)


def a_plan(workout_id: str = "w1", workout: Workout | None = None) -> WorkoutPlan:
    return WorkoutPlan(workout or a_workout(workout_id), ITEMS)


ranges = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: Bounds(min(pair), max(pair)))
seconds = st.integers(0, 90)
steps = st.none() | st.builds(
    Load, st.decimals(Decimal("0.1"), Decimal(50), places=2).map(lambda value: value), st.sampled_from(LoadUnit)
)
progressions = st.builds(Progression, st.sampled_from(ProgressionKind), st.integers(1, 2), steps)
prescriptions = st.builds(
    Prescription,
    st.integers(1, 20),
    ranges,
    ranges,
    st.builds(Tempo, seconds, seconds, seconds, seconds),
    st.none() | progressions,
)
items = st.builds(PlanItem, st.text(), st.none() | prescriptions, st.integers(0, 9), st.text(max_size=9), st.booleans())
plans = st.builds(
    WorkoutPlan,
    st.builds(
        Workout, st.text(), st.dates(), st.text(), st.text(), st.text(), st.none() | st.integers(), st.text(max_size=9)
    ),
    st.lists(items, max_size=4).map(tuple),
    st.booleans(),
    st.booleans(),
)


@given(plans)
def test_a_plan_as_text_is_read_as_the_same_plan(plan: WorkoutPlan) -> None:
    assert plan_from(plan_text(plan)) == plan


@given(plans, st.data())
def test_a_spoiled_text_is_a_plan_or_refused(plan: WorkoutPlan, data: st.DataObject) -> None:
    text = plan_text(plan)
    at = data.draw(st.integers(0, len(text) - 1))
    spoiled = text[:at] + data.draw(st.sampled_from(["", "0", '"', "null", "[]", "{}", "-1", "x"])) + text[at + 1 :]
    try:
        read = plan_from(spoiled)
    except ValueError:
        return
    assert plan_from(plan_text(read)) == read


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"workout":null}', "[" * 100_000])
def test_a_text_that_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        plan_from(text)


def test_what_a_later_version_added_is_passed_over() -> None:
    later = plan_text(a_plan()).replace('{"workout":', '{"mood":"good","workout":', 1)
    assert plan_from(later) == a_plan()


def test_a_plan_is_there_after_the_next_start(store: Store, open_again: Callable[[], Store]) -> None:
    assert store.save_plan(ME, a_plan())
    again = open_again()
    assert again.plan(ME, "w1") == a_plan()
    assert again.open_plans(ME) == [a_plan()]
    assert again.load_log(ME).workouts == {}


def test_the_same_plan_again_changes_nothing(store: Store) -> None:
    assert store.save_plan(ME, a_plan())
    assert not store.save_plan(ME, a_plan())
    assert store.save_plan(ME, replace(a_plan(), items=ITEMS[:1]))
    assert store.revision(ME) == 2
    assert store.plan(ME, "w1") == replace(a_plan(), items=ITEMS[:1])


def test_open_plans_are_the_newest_first_without_finished_ones(store: Store) -> None:
    for workout_id, day, start in (
        ("a", date(2026, 11, 23), ""),
        ("b", date(2026, 11, 24), "2026-11-24T07:00:00"),
        ("c", date(2026, 11, 24), "2026-11-24T19:00:00"),
        ("d", date(2026, 11, 25), ""),
    ):
        store.save_plan(ME, a_plan(workout=a_workout(workout_id, day, start)))
    store.save_plan(ME, replace(a_plan(workout=a_workout("d", date(2026, 11, 25), "")), is_open=False))
    assert [plan.workout.workout_id for plan in store.open_plans(ME)] == ["c", "b", "a"]
    finished = store.plan(ME, "d")
    assert finished is not None
    assert not finished.is_open


def test_a_plan_can_be_let_go_and_the_sets_stay(store: Store) -> None:
    store.save_plan(ME, a_plan())
    store.log_entry(ME, a_workout(), a_set(), "tap-1", 1)
    assert store.delete_plan(ME, "w1")
    assert not store.delete_plan(ME, "w1")
    assert (store.plan(ME, "w1"), store.open_plans(ME)) == (None, [])
    assert store.load_log(ME).sets == {"barbell_deadlift": [a_set()]}


def test_a_stored_workout_says_itself_when_it_was(store: Store) -> None:
    store.save_plan(ME, a_plan())
    store.log_entry(ME, a_workout(), a_set(), "tap-1", 1)
    moved = replace(a_workout(day=date(2026, 11, 20)), title="Moved")
    store.edit_workout(ME, moved)
    assert store.plan(ME, "w1") == a_plan(workout=moved)
    assert store.open_plans(ME) == [a_plan(workout=moved)]


def test_the_plan_of_a_deleted_workout_comes_back_with_it(store: Store) -> None:
    store.save_plan(ME, a_plan())
    store.log_entry(ME, a_workout(), a_set(), "tap-1", 1)
    store.delete_workout(ME, "w1")
    assert (store.plan(ME, "w1"), store.open_plans(ME)) == (None, [])
    assert not store.save_plan(ME, replace(a_plan(), items=()))
    store.restore_workout(ME, "w1")
    assert store.open_plans(ME) == [a_plan()]


@pytest.mark.parametrize(("days", "comes_back"), [(30, True), (31, False)])
def test_the_plan_goes_when_the_workout_goes_for_good(store: Store, clock: Clock, days: int, comes_back: bool) -> None:
    for workout_id in ("w1", "w2"):
        store.save_plan(ME, a_plan(workout_id))
        store.log_entry(ME, a_workout(workout_id), a_set(), "tap-1", 1)
    store.save_plan(ME, a_plan("w3"))
    store.delete_workout(ME, "w1")
    clock.now += timedelta(days=days)
    store.save_plan(ME, a_plan("w4"))
    with closing(sqlite3.connect(store.path)) as connection:
        kept = [row[0] for row in connection.execute("SELECT workout_id FROM workout_plans ORDER BY workout_id")]
    assert kept == (["w1"] if comes_back else []) + ["w2", "w3", "w4"]
    assert store.restore_workout(ME, "w1") is comes_back


def test_a_change_is_made_to_the_plan_as_it_is_now(store: Store, open_again: Callable[[], Store]) -> None:
    store.save_plan(ME, a_plan())
    store.change_plan(ME, "w1", lambda plan: replace(plan, items=plan.items[:2]))
    after = open_again().change_plan(ME, "w1", lambda plan: replace(plan, is_deload=True))
    assert after == replace(a_plan(), items=ITEMS[:2], is_deload=True)
    assert store.plan(ME, "w1") == after
    assert store.revision(ME) == 3


def test_a_change_that_changes_nothing_is_no_change(store: Store) -> None:
    store.save_plan(ME, a_plan())
    assert store.change_plan(ME, "w1", lambda plan: plan) == a_plan()
    assert store.revision(ME) == 1


def test_there_is_nothing_to_change_without_a_plan(store: Store) -> None:
    assert store.change_plan(ME, "w1", lambda plan: replace(plan, items=())) is None
    assert store.revision(ME) == 0


def test_a_change_that_fails_leaves_the_plan(store: Store) -> None:
    store.save_plan(ME, a_plan())
    with pytest.raises(ZeroDivisionError):
        store.change_plan(ME, "w1", lambda plan: replace(plan, items=plan.items[: 1 // 0]))
    assert store.plan(ME, "w1") == a_plan()


def test_a_plan_keeps_its_workout(store: Store) -> None:
    store.save_plan(ME, a_plan())
    with pytest.raises(ValueError, match="keeps its workout"):
        store.change_plan(ME, "w1", lambda plan: replace(plan, workout=a_workout("w2")))
    assert store.open_plans(ME) == [a_plan()]


def test_another_athlete_has_plans_of_their_own(store: Store) -> None:
    store.save_plan(ME, a_plan())
    assert store.plan("stranger", "w1") is None
    assert store.open_plans("stranger") == []
    assert not store.delete_plan("stranger", "w1")
    assert store.change_plan("stranger", "w1", lambda plan: replace(plan, items=())) is None
    assert store.plan(ME, "w1") == a_plan()


def test_a_plan_that_cannot_be_read_is_left_out_and_said_by_the_check(store: Store) -> None:
    store.save_plan(ME, a_plan())
    store.save_plan(ME, a_plan("w2"))
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE workout_plans SET plan = '{}' WHERE workout_id = 'w1'")
        connection.commit()
    assert (store.plan(ME, "w1"), store.open_plans(ME)) == (None, [a_plan("w2")])
    assert [problem.message for problem in store.check().problems] == [
        "the plan of the workout w1 is not as it was written"
    ]
    assert store.save_plan(ME, a_plan())
    assert store.check().problems == ()
