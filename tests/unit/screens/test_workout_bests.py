"""The bests of one workout."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.model.log import Workout
from hamcore.screens.workout_bests import bests
from tests.unit.demo_state import state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set

FIRST = date(2026, 11, 2)
LIFT = "barbell_deadlift"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.lists(st.sampled_from(["95", "100", "102.5", "110"]), min_size=1, max_size=3)),
        min_size=1,
        max_size=8,
    )
)
def test_the_bests_of_all_workouts_are_all_records_each_once(made: list[tuple[int, list[str]]]) -> None:
    store = WholeStore()
    day = FIRST
    for at, (later, loads) in enumerate(made):
        day += timedelta(days=later)
        workout = Workout(f"w{at}", day, "", "", "", None, "manual")
        store.write(workout, [a_set(load, 5) for load in loads])
    state = state_of(store)
    found = [
        record
        for workout in state.log.workouts.values()
        for records in bests(state, LIFT, workout).values()
        for record in records
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, state.history(LIFT).records))


def test_a_workout_without_the_exercise_has_none() -> None:
    store = WholeStore()
    workout = Workout("w", FIRST, "", "", "", None, "manual")
    store.write(workout, [a_set("100", 5)])
    assert bests(state_of(store), "good_morning", workout) == {}
