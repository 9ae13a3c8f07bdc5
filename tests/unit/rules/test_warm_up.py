"""Warm-up sets: what they are, where there are none, and that they can be loaded."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.settings import Settings
from hamcore.rules.loadable import loadable_for
from hamcore.rules.warm_up import MOST_JUMP, SHARES, warm_ups
from hamcore.units import Load, LoadUnit
from tests.unit.shipped import shipped


def kg(number: str) -> Load:
    return Load(Decimal(number), LoadUnit.KG)


def ramp(exercise_id: str, load: str) -> list[tuple[str, int]]:
    sets = warm_ups(kg(load), shipped().exercises[exercise_id], Settings())
    return [(str(one.load.value), one.reps) for one in sets]


RAMPS = {
    "the bar, then three shares": ("barbell_deadlift", "100", [("20", 8), ("45", 5), ("65", 3), ("85", 2)]),
    "a heavy load gets one more": (
        "barbell_deadlift",
        "140",
        [("20", 8), ("40", 8), ("62.5", 5), ("90", 3), ("117.5", 2)],
    ),
    "a load near the bar gets fewer": ("romanian_deadlift", "40", [("20", 5), ("25", 3), ("32.5", 2)]),
    "hardly more than the bar": ("romanian_deadlift", "25", [("20", 2)]),
    "dumbbells": ("dumbbell_romanian_deadlift", "20", [("8", 5), ("12", 3), ("16", 2)]),
    "a machine": ("seated_leg_curl", "50", [("20", 5), ("30", 3), ("40", 2)]),
}


@pytest.mark.parametrize(("exercise", "load", "sets"), RAMPS.values(), ids=RAMPS)
def test_the_ramp(exercise: str, load: str, sets: list[tuple[str, int]]) -> None:
    assert ramp(exercise, load) == sets


NONE = {
    "swings": ("kettlebell_swing", "24"),
    "the body's own weight": ("nordic_curl", "30"),
    "help": ("assisted_nordic_curl", "30"),
    "a stretch": ("jefferson_curl", "40"),
    "the bar alone": ("barbell_deadlift", "20"),
    "20 kg on a machine": ("seated_leg_curl", "20"),
    "10 kg in each hand": ("dumbbell_romanian_deadlift", "10"),
}


@pytest.mark.parametrize(("exercise", "load"), NONE.values(), ids=NONE)
def test_no_warm_up_sets(exercise: str, load: str) -> None:
    assert ramp(exercise, load) == []


def test_one_step_above_a_light_load_there_is_a_warm_up() -> None:
    assert ramp("seated_leg_curl", "25") == [("10", 5), ("15", 3), ("20", 2)]
    assert ramp("dumbbell_romanian_deadlift", "12") == [("4", 8), ("6", 5), ("8", 3), ("10", 2)]


def test_without_a_load_or_a_definition_there_is_nothing_to_go_by() -> None:
    assert warm_ups(None, shipped().exercises["barbell_deadlift"], Settings()) == ()
    assert warm_ups(kg("100"), None, Settings()) == ()


@given(
    st.sampled_from(sorted(shipped().exercises)),
    st.builds(Load, st.decimals(1, 900, places=2), st.sampled_from(LoadUnit)),
    st.sampled_from(LoadUnit),
)
def test_warm_ups_grow_can_be_loaded_and_stay_at_85_percent(exercise_id: str, load: Load, unit: LoadUnit) -> None:
    exercise, settings = shipped().exercises[exercise_id], Settings(load_unit=unit)
    loadable, work = loadable_for(exercise, settings), load.in_unit(unit)
    sets = warm_ups(load, exercise, settings)
    values = [one.load.value for one in sets]

    assert values == sorted(set(values))
    assert all(loadable.is_loadable(one.load) for one in sets)
    assert all(value <= SHARES[-1] * work for value in values)
    assert [one.reps for one in sets] == sorted((one.reps for one in sets), reverse=True)
    for lower, upper in pairwise([*values, work] if values else []):
        between = [value for value in loadable.values if lower < value < upper and value <= SHARES[-1] * work]
        assert upper - lower <= MOST_JUMP * work or not between
