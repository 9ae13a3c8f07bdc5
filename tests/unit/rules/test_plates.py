"""Plates per side: an exact search, held against trying every combination."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.settings import Plate, Settings
from hamcore.rules.plates import plates_per_side, shown
from hamcore.units import Load, LoadUnit


def kg(number: str) -> Load:
    return Load(Decimal(number), LoadUnit.KG)


def lb(number: str) -> Load:
    return Load(Decimal(number), LoadUnit.LB)


def sides(load: Load, plates: Iterable[Plate] = Settings().plates) -> list[str]:
    answer = plates_per_side(load, kg("20"), plates)
    assert answer.is_exact
    return [f"{plate.value}{'' if plate.unit is load.unit else plate.unit}" for plate in answer.per_side]


def test_the_bar_alone_needs_no_plates() -> None:
    assert sides(kg("20")) == []


@pytest.mark.parametrize(
    ("load", "plates"),
    [("120", ["25", "25"]), ("122.5", ["25", "25", "1.25"]), ("142.5", ["25", "25", "10", "1.25"])],
    ids=["two", "three", "four"],
)
def test_plates_are_listed_heaviest_first(load: str, plates: list[str]) -> None:
    assert sides(kg(load)) == plates


def test_the_heaviest_plate_is_left_out_where_it_leads_nowhere() -> None:
    owned = [Plate(kg("15"), 1), Plate(kg("10"), 2), Plate(kg("2.5"), 1)]
    assert sides(kg("60"), plates=owned) == ["10", "10"]


def test_a_load_that_cannot_be_made_is_told_with_its_neighbours() -> None:
    answer = plates_per_side(kg("101"), kg("20"), Settings().plates)
    assert (answer.is_exact, answer.per_side) == (False, ())
    assert (answer.below, answer.above) == (kg("100"), kg("102.5"))


def test_below_the_bar_and_above_all_plates_there_is_only_one_neighbour() -> None:
    light = plates_per_side(kg("15"), kg("20"), [Plate(kg("10"), 1)])
    heavy = plates_per_side(kg("45"), kg("20"), [Plate(kg("10"), 1)])
    assert (light.below, light.above) == (None, kg("20"))
    assert (heavy.below, heavy.above) == (kg("40"), None)


def test_plates_of_both_units_go_on_one_bar() -> None:
    owned = [Plate(lb("45"), 1), Plate(kg("10"), 1)]
    assert sides(kg("80.82"), plates=owned) == ["45lb", "10"]


def test_a_load_typed_in_pounds_is_found_on_a_bar_in_kilograms() -> None:
    assert sides(lb("132.28"), plates=[Plate(kg("20"), 1)]) == ["20kg"]


def test_a_great_many_kinds_of_plates_are_searched_without_the_lightest() -> None:
    owned = [Plate(kg(f"{10 + place / 1000:.3f}"), 50) for place in range(20)]
    assert len(sides(kg("40.038"), plates=owned)) == 1


def every_way(bar: Load, plates: list[Plate], unit: LoadUnit) -> Iterator[tuple[Decimal, tuple[Load, ...]]]:
    """Every combination in plain decimals, heaviest first: the search written the slow and obvious way."""
    heaviest_first = sorted(plates, key=lambda plate: -plate.load.in_unit(LoadUnit.KG))
    for counts in product(*(range(plate.pairs + 1) for plate in heaviest_first)):
        picked = [plate.load for plate, count in zip(heaviest_first, counts, strict=True) for _ in range(count)]
        total = bar.in_unit(unit) + 2 * sum((load.in_unit(unit) for load in picked), Decimal(0))
        yield shown(total), tuple(picked)


LOADS = st.builds(
    Load,
    st.sampled_from([Decimal(number) for number in ("0.5", "1.25", "2.5", "5", "7", "10", "15", "20", "25", "45")]),
    st.sampled_from(LoadUnit),
)
OWNED = st.lists(st.builds(Plate, LOADS, st.integers(1, 2)), max_size=5, unique_by=lambda plate: plate.load)


@given(OWNED, st.integers(0, 600), st.sampled_from(LoadUnit))
def test_the_search_finds_what_trying_everything_finds(owned: list[Plate], quarter: int, unit: LoadUnit) -> None:
    load = Load(Decimal(quarter) / 4, unit)
    ways = list(every_way(kg("20"), owned, unit))
    answer = plates_per_side(load, kg("20"), owned)

    exact = [picked for total, picked in ways if total == load.value]
    assert answer.is_exact == bool(exact)
    if exact:
        assert answer.per_side in exact
        fewest = [picked for picked in exact if len(picked) == min(map(len, exact))]
        weights = [[plate.in_unit(LoadUnit.KG) for plate in picked] for picked in fewest]
        assert [plate.in_unit(LoadUnit.KG) for plate in answer.per_side] == max(weights)
    else:
        assert answer.below == max(
            (Load(t, unit) for t, _ in ways if t < load.value), key=lambda one: one.value, default=None
        )
        assert answer.above == min(
            (Load(t, unit) for t, _ in ways if t > load.value), key=lambda one: one.value, default=None
        )


@given(OWNED, st.data())
def test_every_load_that_can_be_made_is_made_with_the_owned_plates(owned: list[Plate], data: st.DataObject) -> None:
    total, _ = data.draw(st.sampled_from(list(every_way(kg("20"), owned, LoadUnit.KG))))
    answer = plates_per_side(Load(total, LoadUnit.KG), kg("20"), owned)

    assert answer.is_exact
    assert all(answer.per_side.count(plate.load) <= plate.pairs for plate in owned)
    weights = [plate.in_unit(LoadUnit.KG) for plate in answer.per_side]
    assert weights == sorted(weights, reverse=True)
    assert shown(20 + 2 * sum(weights, Decimal(0))) == total
