"""Which movements work the hamstrings long, in the middle, or short."""

import pytest

from hamcore.model.exercise import LengthClass
from hamcore.model.muscle import Belly
from hamcore.motion import MotionLibrary, class_of, length_class_from_peak
from hamcore.motion.length_class import length_range
from hamcore.motion.movement import Kind
from hamcore.motion.pose import angles_at

LONG = {
    "seated_forward_bend": (119, 117),
    "lying_towel_stretch": (118, 106),
    "seated_leg_curl": (117, 102),
    "hamstring_scoop": (117, 105),
    "back_extension_45": (117, 100),
    "hamstring_flossing": (117, 106),
    "good_morning": (117, 101),
    "single_leg_romanian_deadlift": (117, 100),
    "glute_ham_raise": (117, 88),
    "romanian_deadlift": (116, 100),
    "standing_forward_bend": (116, 100),
    "barbell_deadlift": (114, 100),
    "kettlebell_swing": (114, 99),
}
MIDDLE = {"standing_leg_curl": (108, 92), "lying_leg_curl": (104, 89), "hip_thrust": (102, 87)}
SHORT = {"ball_leg_curl": (100, 89), "nordic_curl": (100, 88)}
TABLE = {
    **dict.fromkeys(LONG, LengthClass.LONG),
    **dict.fromkeys(MIDDLE, LengthClass.MIDDLE),
    **dict.fromkeys(SHORT, LengthClass.SHORT),
}


def test_every_movement_has_the_class_of_the_table(library: MotionLibrary) -> None:
    model = library.models.recommended
    found = {
        name: class_of(movement, model)
        for name, movement in library.movements.items()
        if movement.kind is not Kind.REFERENCE
    }
    assert found == TABLE


@pytest.mark.parametrize(
    ("movement_id", "percent"), list({**LONG, **MIDDLE, **SHORT, "sprint_swing": (110, 87)}.items())
)
def test_longest_and_shortest_instant_are_those_of_the_table(
    library: MotionLibrary, movement_id: str, percent: tuple[int, int]
) -> None:
    low, peak = length_range(library.movements[movement_id], library.models.recommended)
    assert (100 * peak, 100 * low) == pytest.approx(percent, abs=0.6)


@pytest.mark.parametrize(
    ("peak", "expected"),
    [(1.12, LengthClass.LONG), (1.1199, LengthClass.MIDDLE), (1.01, LengthClass.MIDDLE), (1.0099, LengthClass.SHORT)],
)
def test_a_class_begins_on_its_limit(peak: float, expected: LengthClass) -> None:
    assert length_class_from_peak(peak) is expected


def test_hinges_never_take_the_short_head_through_its_range(library: MotionLibrary) -> None:
    model = library.models.recommended

    def shortest(movement_id: str) -> float:
        movement = library.movements[movement_id]
        return min(
            model.length(Belly.BICEPS_FEMORIS_SHORT_HEAD, 0, angles_at(movement, step / 50)["knee"])
            for step in range(51)
        )

    assert min(shortest(name) for name in ("romanian_deadlift", "barbell_deadlift", "good_morning")) > 0.87
    assert max(shortest(name) for name in ("lying_leg_curl", "seated_leg_curl", "nordic_curl")) < 0.85


def test_the_seated_curl_is_longer_than_the_lying_curl_by_about_thirteen_points(library: MotionLibrary) -> None:
    model = library.models.recommended
    seated, lying = (library.movements[name] for name in ("seated_leg_curl", "lying_leg_curl"))
    for step in range(21):
        a, b = angles_at(seated, step / 20), angles_at(lying, step / 20)
        gap = model.mean_length(a["hip"], a["knee"]) - model.mean_length(b["hip"], b["knee"])
        assert 0.12 < gap < 0.15
