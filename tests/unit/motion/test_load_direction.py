"""The direction of the load, for the three lifts it may be shown for."""

import pytest

from hamcore.motion import MotionLibrary, pose_at
from hamcore.motion.load_direction import KneeLoad, Lifter, knee_load, load_direction, moments_nm


@pytest.mark.parametrize(
    ("movement_id", "t", "bar_kg", "hip_nm", "knee_nm"),
    [
        ("romanian_deadlift", 1, 100, 448, -120),
        ("barbell_deadlift", 0, 100, 510, 79),
        ("barbell_deadlift", 0.4, 100, 431, -22),
        ("romanian_deadlift", 1, 0, 158, -31),
        ("good_morning", 1, 20, 239, -62),
        ("barbell_deadlift", 0, 20, 231, 69),
        ("barbell_deadlift", 0, 40, 301, 72),
    ],
)
def test_moments_of_a_person_of_175_cm_and_80_kg(
    library: MotionLibrary, movement_id: str, t: float, bar_kg: float, hip_nm: float, knee_nm: float
) -> None:
    pose = pose_at(library.movements[movement_id], t, library.segments)
    assert moments_nm(pose, Lifter(1.75, 80, bar_kg)) == pytest.approx((hip_nm, knee_nm), abs=3)


def test_quads_take_the_knee_off_the_floor_and_hamstrings_at_the_bottom_of_the_romanian(library: MotionLibrary) -> None:
    lifter = Lifter()
    off_the_floor = load_direction(library.movements["barbell_deadlift"], 0, library.segments, lifter)
    bottom = load_direction(library.movements["romanian_deadlift"], 1, library.segments, lifter)
    assert off_the_floor is not None
    assert bottom is not None
    assert (off_the_floor.knee, bottom.knee) == (KneeLoad.QUADS, KneeLoad.HAMSTRINGS)
    assert (bottom.hip_low_nm, bottom.hip_nm, bottom.hip_high_nm) == (360, 450, 540)


def test_only_three_lifts_show_a_direction(library: MotionLibrary) -> None:
    shown = {
        name
        for name, movement in library.movements.items()
        if load_direction(movement, 0, library.segments, Lifter()) is not None
    }
    assert shown == {"barbell_deadlift", "romanian_deadlift", "good_morning"}


@pytest.mark.parametrize(
    ("knee_nm", "expected"),
    [
        (50.1, KneeLoad.QUADS),
        (50, KneeLoad.NEITHER),
        (0, KneeLoad.NEITHER),
        (-50, KneeLoad.NEITHER),
        (-50.1, KneeLoad.HAMSTRINGS),
    ],
)
def test_a_small_knee_moment_has_no_direction(knee_nm: float, expected: KneeLoad) -> None:
    assert knee_load(knee_nm) is expected
