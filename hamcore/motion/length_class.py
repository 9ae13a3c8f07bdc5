"""Long, middle or short: where on the length map a movement takes the two-joint bellies.

The order of movements inside a class is noise and is never shown.
"""

from hamcore.model.exercise import LengthClass
from hamcore.motion.movement import Movement
from hamcore.motion.muscle_length import LengthModel
from hamcore.motion.pose import angles_at

LONG_FROM = 1.12
"""Peak length of the class long; no shipped movement peaks within two points of it, except the sprint for reference."""
MIDDLE_FROM = 1.01
"""Peak length of the class middle."""
STEPS = 200


def length_class_from_peak(peak: float) -> LengthClass:
    """The class of a peak length (mean of the three two-joint bellies over standing length).

    >>> [length_class_from_peak(peak).value for peak in (1.164, 1.037, 0.995)]
    ['long', 'middle', 'short']
    """
    if peak >= LONG_FROM:
        return LengthClass.LONG
    return LengthClass.MIDDLE if peak >= MIDDLE_FROM else LengthClass.SHORT


def class_of(movement: Movement, model: LengthModel) -> LengthClass:
    """The class of a movement, from its longest instant."""
    return length_class_from_peak(length_range(movement, model)[1])


def length_range(movement: Movement, model: LengthModel) -> tuple[float, float]:
    """Shortest and longest mean length of the two-joint bellies through the movement."""
    lengths = []
    for step in range(STEPS + 1):
        angles = angles_at(movement, step / STEPS)
        lengths.append(model.mean_length(angles["hip"], angles["knee"]))
    return min(lengths), max(lengths)
