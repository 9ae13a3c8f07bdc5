"""What can be loaded for an exercise, rounding to it, and the steps between."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.settings import Plate, Settings
from hamcore.rules.loadable import Direction, Loadable, loadable_for
from hamcore.units import Load, LoadUnit
from tests.unit.shipped import shipped


def kg(number: str) -> Load:
    return Load(Decimal(number), LoadUnit.KG)


def lb(number: str) -> Load:
    return Load(Decimal(number), LoadUnit.LB)


def of(exercise_id: str, settings: Settings | None = None) -> Loadable:
    return loadable_for(shipped().exercises[exercise_id], settings or Settings())


POUNDS = Settings(
    load_unit=LoadUnit.LB, bar=lb("45"), plates=tuple(Plate(lb(number), 2) for number in ("45", "25", "10", "5", "2.5"))
)

STEPS = {
    "barbell: a pair of the smallest plates": ("barbell_deadlift", Settings(), kg("100"), kg("102.5")),
    "trap bar": ("trap_bar_deadlift", Settings(), kg("100"), kg("102.5")),
    "Smith machine": ("smith_machine_deadlift", Settings(), kg("100"), kg("102.5")),
    "dumbbells per hand": ("dumbbell_romanian_deadlift", Settings(), kg("20"), kg("22")),
    "machine": ("seated_leg_curl", Settings(), kg("40"), kg("45")),
    "cable": ("cable_pull_through", Settings(), kg("40"), kg("42.5")),
    "kettlebell": ("kettlebell_swing", Settings(), kg("16"), kg("20")),
    "body weight: from nothing to the smallest plate": ("nordic_curl", Settings(), kg("0"), kg("1.25")),
    "body weight with a bar": ("weighted_back_extension_45", Settings(), kg("10"), kg("11.25")),
    "band help": ("assisted_nordic_curl", Settings(), kg("5"), kg("6.25")),
    "barbell in pounds": ("barbell_deadlift", POUNDS, lb("225"), lb("230")),
    "dumbbells in pounds": ("dumbbell_romanian_deadlift", POUNDS, lb("40"), lb("45")),
    "machine in pounds": ("seated_leg_curl", POUNDS, lb("90"), lb("100")),
    "cable in pounds": ("cable_pull_through", POUNDS, lb("90"), lb("95")),
    "kettlebell in pounds": ("kettlebell_swing", POUNDS, lb("35"), lb("44")),
    "own machine step": ("seated_leg_curl", Settings(machine_step=kg("7")), kg("42"), kg("49")),
    "own cable step": ("cable_pull_through", Settings(cable_step=kg("1.25")), kg("40"), kg("41.25")),
    "own dumbbell step": ("dumbbell_romanian_deadlift", Settings(dumbbell_step=kg("2.5")), kg("20"), kg("22.5")),
    "own kettlebells": ("kettlebell_swing", Settings(kettlebells=(kg("16"), kg("24"))), kg("16"), kg("24")),
}


@pytest.mark.parametrize(("exercise", "settings", "load", "heavier"), STEPS.values(), ids=STEPS)
def test_the_smallest_step_follows_the_equipment(exercise: str, settings: Settings, load: Load, heavier: Load) -> None:
    loadable = of(exercise, settings)

    assert loadable.is_loadable(load)
    assert loadable.step_up(load) == heavier
    assert loadable.step_down(heavier) == load


def test_a_load_that_cannot_be_made_steps_to_its_neighbours() -> None:
    deadlift = of("barbell_deadlift")
    assert not deadlift.is_loadable(kg("101"))
    assert (deadlift.step_down(kg("101")), deadlift.step_up(kg("101"))) == (kg("100"), kg("102.5"))


def test_there_is_no_step_beyond_the_ends() -> None:
    swing = of("kettlebell_swing")
    assert swing.step_up(kg("48")) is None
    assert swing.step_down(kg("4")) is None
    assert (swing.round(kg("60")), swing.round(kg("1"), Direction.DOWN)) == (kg("48"), kg("4"))


@pytest.mark.parametrize(
    ("load", "nearest", "down", "up"),
    [
        ("101.2", "100", "100", "102.5"),
        ("101.25", "100", "100", "102.5"),
        ("101.3", "102.5", "100", "102.5"),
        ("100", "100", "100", "100"),
    ],
    ids=["below the middle", "a tie goes down", "above the middle", "loadable"],
)
def test_rounding(load: str, nearest: str, down: str, up: str) -> None:
    rounded = [of("barbell_deadlift").round(kg(load), way) for way in Direction]
    assert rounded == [kg(nearest), kg(down), kg(up)]


def test_a_load_in_the_other_unit_is_converted_before_rounding() -> None:
    assert of("barbell_deadlift").round(lb("225")) == kg("102.5")
    assert of("barbell_deadlift", POUNDS).round(kg("100")) == lb("220")


def test_a_bar_in_kilograms_is_shown_in_pounds_to_hundredths() -> None:
    deadlift = of("barbell_deadlift", Settings(load_unit=LoadUnit.LB))
    assert deadlift.round(lb("132")) == lb("132.28")
    assert deadlift.is_loadable(kg("60"))
    assert deadlift.step_up(kg("60")) == lb("137.79")


def test_a_bar_without_plates_is_all_there_is() -> None:
    assert of("barbell_deadlift", Settings(plates=())).values == (Decimal(20),)


def test_the_loads_around_are_the_next_ones_on_either_side() -> None:
    assert of("seated_leg_curl").around(kg("40"), 2) == tuple(map(kg, ("30", "35", "40", "45", "50")))
    assert of("seated_leg_curl").around(kg("5"), 1) == (kg("5"), kg("10"))
    assert of("seated_leg_curl").around(kg("42"), 1) == (kg("40"), kg("45"))


@pytest.mark.parametrize("unit", LoadUnit)
def test_every_shipped_exercise_can_be_loaded(unit: LoadUnit) -> None:
    exercises = shipped().exercises
    assert exercises
    for one in exercises.values():
        values = loadable_for(one, Settings(load_unit=unit)).values
        assert values == tuple(sorted(set(values))), one.exercise_id
        assert len(values) > 1, one.exercise_id


LOADS = st.builds(Load, st.decimals(0, 2500, places=3), st.sampled_from(LoadUnit))
LOADABLES = st.builds(
    loadable_for,
    st.sampled_from([None, *(shipped().exercises.values())]),
    st.builds(Settings, load_unit=st.sampled_from(LoadUnit), machine_step=st.sampled_from([None, kg("7"), lb("12.5")])),
)


@given(LOADABLES, LOADS, st.sampled_from(Direction))
def test_rounding_twice_is_rounding_once(loadable: Loadable, load: Load, way: Direction) -> None:
    once = loadable.round(load, way)
    assert loadable.is_loadable(once)
    assert loadable.round(once, way) == once


@given(LOADABLES, LOADS, LOADS, st.sampled_from(Direction))
def test_a_heavier_load_never_rounds_to_a_lighter_one(
    loadable: Loadable, one: Load, other: Load, way: Direction
) -> None:
    lighter, heavier = sorted((one, other), key=lambda load: load.in_unit(LoadUnit.KG))
    assert loadable.round(lighter, way).value <= loadable.round(heavier, way).value


@given(LOADABLES, LOADS)
def test_a_step_up_and_down_again_is_where_it_began(loadable: Loadable, load: Load) -> None:
    start = loadable.round(load)
    heavier = loadable.step_up(start)
    assert heavier is None or (heavier.value > start.value and loadable.step_down(heavier) == start)
