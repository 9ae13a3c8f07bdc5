"""The sentence under each movement."""

import re

import pytest

from hamcore.motion import MotionLibrary
from hamcore.motion.length_note import length_note
from hamcore.motion.positions import named_positions


@pytest.mark.parametrize(
    ("movement_id", "note"),
    [
        ("romanian_deadlift", "Long at its longest point: hips bent, knees nearly straight."),
        ("seated_leg_curl", "Long at its longest point: hips bent, knees nearly straight."),
        ("lying_leg_curl", "Middle at its longest point: hips nearly straight, knees nearly straight."),
        ("hip_thrust", "Middle at its longest point: hips bent, knees bent."),
        ("nordic_curl", "Short throughout: hips nearly straight."),
    ],
)
def test_a_note_names_class_and_joints(library: MotionLibrary, movement_id: str, note: str) -> None:
    assert length_note(library.movements[movement_id], library.models.recommended) == note


def test_no_note_speaks_of_effort_or_growth_or_gives_a_number(library: MotionLibrary) -> None:
    for movement in library.movements.values():
        note = length_note(movement, library.models.recommended)
        assert not re.search(r"\d|tension|force|grow|activ|best|rank|harder", note), note


def test_the_seven_positions_come_from_the_movements(library: MotionLibrary) -> None:
    positions = {position.name: (position.hip_deg, position.knee_deg) for position in named_positions(library)}
    assert len(positions) == 7
    assert positions["Standing"] == (0, 0)
    assert positions["Deadlift, start"] == (117, 75)
    assert positions["Seated curl, start"] == (78, 6)
    assert positions["Sprint, late swing"][0] > 50
    assert positions["Sprint, late swing"][1] < 45
