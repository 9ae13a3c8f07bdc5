"""The state costs the same per set at any history. Limits are wide: they catch a full pass, not a slow machine."""

import pytest

from hamcore.athlete import AthleteState
from hamcore.screens.today import build
from tests.bench.state import Prepared, add_one, every_number, filled, fresh, timed


@pytest.fixture(scope="module", params=[(1_000, 40_000)], ids=["1k and 40k sets"])
def stores(request: pytest.FixtureRequest) -> tuple[Prepared, Prepared]:
    small, large = request.param
    return filled(small), filled(large)


def ready(store: Prepared) -> AthleteState:
    state = fresh(store)
    every_number(state)
    return state


def test_one_more_set_costs_the_same_at_any_length_of_history(stores: tuple[Prepared, Prepared]) -> None:
    small, large = (add_one(store, ready(store), times=60) for store in stores)
    assert large < 4 * small


def test_one_more_set_is_a_small_part_of_a_full_pass(stores: tuple[Prepared, Prepared]) -> None:
    state = fresh(stores[1])
    full = timed(lambda: every_number(state))
    assert add_one(stores[1], state, times=60) < full / 100


def test_today_is_built_in_about_the_same_time_at_any_length_of_history(stores: tuple[Prepared, Prepared]) -> None:
    def quickest(store: Prepared) -> float:
        state = ready(store)
        today = next(reversed(store.workouts.values()))[0].day
        build(state, today)
        return min(timed(lambda: build(state, today)) for _ in range(8))

    small, large = (quickest(store) for store in stores)
    assert large < 4 * small
