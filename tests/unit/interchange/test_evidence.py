"""The evidence for a unit: the most used loads of the barbell lifts, and a leaning only if it is clear."""

from datetime import date

import pytest

from hamcore.interchange.evidence import unit_evidence
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout
from hamcore.model.log import SetType
from hamcore.units import LoadUnit
from tests.unit.interchange.files import read, strong_s4

POUNDS = {"135": 40, "45": 30, "185": 20, "155": 15, "95": 10, "225": 8, "60": 2}
KILOGRAMS = {"85": 30, "70": 28, "80": 25, "75": 20, "65": 18, "50": 15, "62.5": 4, "95": 3}
SMALL_KILOGRAMS = {"30": 30, "20": 25, "25": 20, "35": 10, "50": 9}


def log(name: str, loads: dict[str, int], reps: int | None = 5) -> ParsedWorkout:
    sets = [
        ParsedSet(name, SetType.WORKING, load, None, reps, None, None, None, "")
        for load, count in loads.items()
        for _ in range(count)
    ]
    return ParsedWorkout(date(2026, 3, 2), "", "", "", None, sets)


@pytest.mark.parametrize(
    ("loads", "leaning"),
    [
        pytest.param(POUNDS, LoadUnit.LB, id="plates of 45 lb"),
        pytest.param(KILOGRAMS, LoadUnit.KG, id="tens of kilograms"),
        pytest.param(SMALL_KILOGRAMS, LoadUnit.KG, id="light tens of kilograms"),
        pytest.param({"100": 12, "135": 12}, None, id="as much of both"),
        pytest.param({"100": 24, "135": 12}, None, id="twice as much"),
        pytest.param({"100": 25, "135": 12}, LoadUnit.KG, id="more than twice as much"),
        pytest.param({"135": 11}, None, id="too few sets"),
        pytest.param({"135": 12}, LoadUnit.LB, id="just enough sets"),
        pytest.param({"77": 50}, None, id="a load of neither"),
        pytest.param({}, None, id="no loads"),
    ],
)
def test_the_leaning_needs_clear_evidence(loads: dict[str, int], leaning: LoadUnit | None) -> None:
    assert unit_evidence([log("Deadlift (Barbell)", loads)]).leaning is leaning


def test_the_most_used_loads_are_shown_with_their_counts() -> None:
    shown = unit_evidence([log("Deadlift (Barbell)", POUNDS)]).top_loads
    assert shown == (("135", 40), ("45", 30), ("185", 20), ("155", 15), ("95", 10), ("225", 8))


@pytest.mark.parametrize("name", ["Deadlift", "Squat (Barbell)", "Romanian Deadlift", "Kreuzheben (Langhantel)"])
def test_barbell_lifts_speak_and_machines_do_not(name: str) -> None:
    evidence = unit_evidence([log(name, POUNDS), log("Leg Curl (Machine)", {"50": 500})])
    assert ("50", 500) not in evidence.top_loads
    assert evidence.leaning is LoadUnit.LB


@pytest.mark.parametrize("name", ["Deadlift (Dumbbell)", "Deadlift (Smith Machine)", "Leg Curl"])
def test_without_barbell_lifts_all_speak(name: str) -> None:
    assert unit_evidence([log(name, {"20": 3})]).top_loads == (("20", 3),)


def test_a_load_that_was_only_planned_does_not_speak() -> None:
    assert unit_evidence([log("Deadlift", POUNDS, reps=None)]).top_loads == ()


def test_a_file_without_a_unit_carries_its_evidence() -> None:
    rows = [f"Deadlift (Barbell),{number},135.0,5,0,0,,," for number in range(1, 13)]
    evidence = read(strong_s4(*rows)).evidence
    assert evidence is not None
    assert (evidence.top_loads, evidence.leaning) == ((("135", 12),), LoadUnit.LB)
