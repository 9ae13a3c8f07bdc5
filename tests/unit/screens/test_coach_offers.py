"""Plates, lighter weeks and intensity techniques in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hamcore.model.settings import Plate, Settings
from hamcore.rules.deload import DeloadOffer
from hamcore.rules.techniques import TechniqueReason
from hamcore.rules.trend import TrendState
from hamcore.screens.coach_offers import deload_words, plate_words, technique_words
from hamcore.units import Load, LoadUnit
from tests.unit.shipped import shipped


def kg(number: str) -> Load:
    return Load(Decimal(number), LoadUnit.KG)


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (kg("122.5"), "25 + 25 + 1.25"),
        (kg("20"), "The bar alone"),
        (kg("101"), "Cannot be made with your plates; nearest 100 kg and 102.5 kg"),
        (kg("15"), "Cannot be made with your plates; nearest 20 kg"),
        (Load(Decimal("132.28"), LoadUnit.LB), "20 kg"),
        (None, ""),
    ],
    ids=["plates", "the bar", "between two", "under the bar", "typed in pounds", "no load"],
)
def test_plates_for_one_side(load: Load | None, words: str) -> None:
    found = plate_words(load, shipped().exercises["barbell_deadlift"], Settings())
    assert found.replace("\u202f", " ") == words


def test_only_a_bar_has_plates() -> None:
    assert plate_words(kg("40"), shipped().exercises["seated_leg_curl"], Settings()) == ""
    assert plate_words(kg("40"), None, Settings()) == ""


def test_plates_of_both_units_are_named_with_their_unit() -> None:
    settings = replace(Settings(), plates=(Plate(Load(Decimal(45), LoadUnit.LB), 1), Plate(kg("10"), 1)))
    found = plate_words(kg("80.82"), shipped().exercises["barbell_deadlift"], settings)
    assert found.replace("\u202f", " ") == "45 lb + 10 kg"


def test_a_lighter_week_names_the_lifts_behind_it_and_claims_nothing() -> None:
    offer = DeloadOffer((("barbell_deadlift", TrendState.FALLING), ("romanian_deadlift", TrendState.LEVEL)))
    assert deload_words(offer, shipped()) == (
        "Barbell deadlift (falling) and Romanian deadlift (level), and no lighter week in the last 5: you can take a "
        "week with about half the sets at the same loads. Lifters do so by custom; that it helps is not shown."
    )


def test_every_reason_about_techniques_has_its_words() -> None:
    assert len({technique_words(reason) for reason in TechniqueReason}) == len(TechniqueReason)
    assert "save time" in technique_words(TechniqueReason.ALLOWED)
