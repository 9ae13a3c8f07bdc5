"""What a reported symptom stops, and what it leaves alone."""

from datetime import date

import pytest

from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.rules.safety import SafetyGate, gate_on
from tests.unit.shipped import shipped

RED, SIT, NERVE = SymptomKind.RED_FLAG, SymptomKind.SIT_BONE_PAIN, SymptomKind.NERVE_SIGNS


def gate(*kinds: SymptomKind) -> SafetyGate:
    return SafetyGate(frozenset(kinds))


@pytest.mark.parametrize(
    ("kind", "exercise", "stopped"),
    [
        (RED, "barbell_deadlift", True),
        (RED, "nordic_curl", True),
        (SIT, "romanian_deadlift", True),
        (SIT, "good_morning", True),
        (SIT, "kettlebell_swing", True),
        (SIT, "glute_ham_raise", True),
        (SIT, "jefferson_curl", True),
        (SIT, "lying_leg_curl", False),
        (SIT, "seated_leg_curl", False),
        (SIT, "ball_leg_curl", False),
        (SIT, "hip_thrust", False),
        (NERVE, "romanian_deadlift", False),
    ],
)
def test_which_exercises_a_symptom_stops(kind: SymptomKind, exercise: str, stopped: bool) -> None:
    assert gate(kind).stops(shipped().exercises[exercise]) is (kind if stopped else None)


@pytest.mark.parametrize(
    ("kind", "stopped"),
    [
        (RED, {"hamstring_flossing", "hamstring_scoop", "lying_towel_stretch"}),
        (SIT, set()),
        (NERVE, {"hamstring_flossing"}),
    ],
)
def test_which_stretches_a_symptom_stops(kind: SymptomKind, stopped: set[str]) -> None:
    bends = {"seated_forward_bend", "standing_forward_bend"}
    found = {one.stretch_id for one in shipped().stretches.values() if gate(kind).stops_stretch(one)}
    assert found == stopped | (bends if kind is not NERVE else set())


def test_an_exercise_nobody_has_defined_is_stopped_by_red_flags_alone() -> None:
    assert gate(RED, SIT).stops(None) is RED
    assert gate(SIT, NERVE).stops(None) is None


def test_a_red_flag_is_named_before_any_other_symptom() -> None:
    assert gate(RED, SIT).stops(shipped().exercises["romanian_deadlift"]) is RED
    assert gate(RED, NERVE).stops_stretch(shipped().stretches["hamstring_flossing"]) is RED


@pytest.mark.parametrize(("day", "holds"), [(4, False), (5, True), (8, True), (9, False)])
def test_a_symptom_holds_from_the_day_it_was_noted_until_it_is_cleared(day: int, holds: bool) -> None:
    symptom = Symptom("a", RED, date(2026, 5, 5), cleared_on=date(2026, 5, 9))
    assert gate_on([symptom], date(2026, 5, day)) == gate(*([RED] if holds else []))


def test_a_symptom_nobody_cleared_still_holds() -> None:
    assert gate_on([Symptom("a", SIT, date(2024, 1, 1))], date(2026, 5, 5)) == gate(SIT)
