"""One sentence on where a movement works the hamstrings, in the wording the model allows: where, never how hard."""

from hamcore.model.exercise import LengthClass
from hamcore.motion.movement import Movement
from hamcore.motion.muscle_length import LengthModel
from hamcore.motion.pose import angles_at
from hamcore.motion.positions import longest_phase

NEARLY_STRAIGHT_DEG = 30.0
"""A joint bent up to this angle is called nearly straight."""
LENGTH_CREDIT = "Lengths fitted by this project to the model of Rajagopal 2016 with Lai 2017 and Uhlrich 2022."
"""To stand wherever lengths are shown."""
BAND_CREDIT = "Band between models from Rajagopal 2016 and Delp 1990 (gait2392)."
"""To stand beside it where the band is shown."""


def length_note(movement: Movement, model: LengthModel) -> str:
    """The class in words, with hips and knees at the longest instant.

    "Long at its longest point: hips bent, knees nearly straight." or "Short throughout: hips nearly straight."
    """
    angles = angles_at(movement, longest_phase(movement, model))
    hips = f"hips {joint_words(angles['hip'])}"
    if movement.length_class is LengthClass.SHORT:
        return f"Short throughout: {hips}."
    return (
        f"{movement.length_class.value.capitalize()} at its longest point: {hips}, knees {joint_words(angles['knee'])}."
    )


def joint_words(angle_deg: float) -> str:
    """How a joint's bend is said.

    >>> joint_words(30), joint_words(31)
    ('nearly straight', 'bent')
    """
    return "nearly straight" if angle_deg <= NEARLY_STRAIGHT_DEG else "bent"
