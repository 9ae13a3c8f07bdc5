"""Named instants of the movements, for one-tap positions of a leg."""

from dataclasses import dataclass

from hamcore.motion.library import MotionLibrary
from hamcore.motion.movement import Movement
from hamcore.motion.muscle_length import LengthModel
from hamcore.motion.pose import angles_at

STEPS = 100


@dataclass(frozen=True, slots=True)
class Position:
    """A named pair of angles, in whole degrees."""

    name: str
    hip_deg: int
    knee_deg: int


def named_positions(library: MotionLibrary) -> tuple[Position, ...]:
    """Standing, and one telling instant of six movements; the sprint at its longest instant."""
    sprint = library.movements["sprint_swing"]
    instants = (
        ("RDL, bottom", "romanian_deadlift", 1.0),
        ("Deadlift, start", "barbell_deadlift", 0.0),
        ("Seated curl, start", "seated_leg_curl", 0.0),
        ("Lying curl, end", "lying_leg_curl", 1.0),
        ("Nordic, half-way down", "nordic_curl", 0.5),
        ("Sprint, late swing", "sprint_swing", longest_phase(sprint, library.models.recommended)),
    )
    return (
        Position("Standing", 0, 0),
        *(position(name, library.movements[movement_id], t) for name, movement_id, t in instants),
    )


def position(name: str, movement: Movement, t: float) -> Position:
    """The position of ``movement`` at phase ``t``."""
    angles = angles_at(movement, t)
    return Position(name, round(angles["hip"]), round(angles["knee"]))


def longest_phase(movement: Movement, model: LengthModel) -> float:
    """The phase at which the two-joint bellies are longest."""

    def length(t: float) -> float:
        angles = angles_at(movement, t)
        return model.mean_length(angles["hip"], angles["knee"])

    return max((step / STEPS for step in range(STEPS + 1)), key=length)
