"""One way to write a target: the repetitions to go for, everywhere the same, and what becomes of the load."""

from decimal import Decimal

import pytest

from hamcore.model.settings import Settings
from hamcore.rules.loadable import loadable_for
from hamcore.rules.recommendation import Recommendation
from hamcore.screens.floor_target import change_of, headline
from hamcore.screens.rule_targets import short_target, target_words
from hamcore.units import Load, LoadUnit
from tests.unit.rules.coaching import BAR, STACK, advise, grid, past, plan
from tests.unit.shipped import shipped

POUNDS = loadable_for(shipped().exercises["barbell_deadlift"], Settings(load_unit=LoadUnit.LB))
DUMBBELLS = loadable_for(shipped().exercises["single_leg_romanian_deadlift"], Settings(load_unit=LoadUnit.LB))


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("found", "long", "short", "range_", "change"),
    [
        (advise(past("100x8 100x8 100x8")), "3 × 102.5 kg × 6, 1–3 in reserve", "102.5 kg × 6", "6–8", "+2.5 kg"),
        (advise(past("100x6 100x6 100x6")), "3 × 100 kg × 7, 1–3 in reserve", "100 kg × 7", "6–8", "Same load"),
        (
            advise(past("25x14 25x12 25x12"), plan(12, 15)),
            "25 kg × 15, 13, 13, 1–3 in reserve",
            "25 kg × 15, 13, 13",
            "12–15",
            "Same load",
        ),
        (advise(past("x7 x7 x7")), "3 × 8, 1–3 in reserve", "8 reps", "6–8", ""),
        (advise([]), "3 × 6–8, 2–4 in reserve", "6–8 reps", "6–8", ""),
        (advise(past("100x8x")), "3 × 6–8, 2–4 in reserve", "6–8 reps", "6–8", ""),
        (
            advise(past("1x3 1x3 1x3"), plan(1, 1), loadable=grid("1", "1")),
            "3 × 2 kg × 1, 1–3 in reserve",
            "2 kg × 1",
            "1",
            "+1 kg",
        ),
    ],
    ids=["more", "same", "sets differ", "body alone", "first time", "pain", "a single"],
)
def test_a_target_is_written_the_same_way_everywhere(
    found: Recommendation, long: str, short: str, range_: str, change: str
) -> None:
    assert plain(target_words(found, LoadUnit.KG)) == long
    assert plain(short_target(found)) == short
    assert headline(found, LoadUnit.KG)["reps"] == range_
    assert plain(change_of(found)) == change


def test_a_load_of_kilogram_plates_reads_as_what_it_is_in_pounds() -> None:
    found = advise(past("102.5x6 102.5x6 102.5x6"), loadable=POUNDS)
    assert plain(target_words(found, LoadUnit.LB)) == "3 × 226 lb (102.5 kg) × 7, 1–3 in reserve"
    assert plain(short_target(found)) == "226 lb × 7"
    assert (headline(found, LoadUnit.LB)["load"], change_of(found)) == ("226", "Same load")
    more = advise(past("102.5x8 102.5x8 102.5x8"), loadable=POUNDS)
    assert plain(change_of(more)) == "+5.5 lb (2.5 kg)"
    typed = advise(past("226x8 226x8 226x8", unit=LoadUnit.LB), loadable=POUNDS)
    assert plain(change_of(typed)) == "+5.5 lb"


def test_a_load_that_had_to_be_rounded_is_not_called_the_same() -> None:
    found = advise(past("12x8 12x8 12x8"), plan(8, 10), loadable=DUMBBELLS)
    assert found.load == Load(Decimal(25), LoadUnit.LB)
    assert change_of(found) == "Nearest load"
    assert change_of(advise(past("101x7 101x7 101x7"), loadable=BAR)) == "Nearest load"
    assert change_of(advise(past("60x7 60x7 60x7"), loadable=STACK)) == "Same load"


def test_less_load_and_a_load_after_none_have_their_own_words() -> None:
    less = advise(past("100x5 100x5 100x5", "100x5 100x5 100x5"))
    assert plain(change_of(less)) == "−7.5 kg"
    nordic = shipped().exercises["nordic_curl"]
    first = advise(past("x10 x10 x10"), exercise=nordic, loadable=grid("1.25"))
    assert change_of(first) == "More load"
