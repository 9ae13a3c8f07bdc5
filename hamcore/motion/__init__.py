"""How the hamstrings move: poses of a drawn athlete, model muscle lengths, the direction a load pulls. Pure functions.

Everything here is a labelled model: one generic adult leg, evaluated on constructed movements. It says where a muscle
works, never how hard, and nothing about the person who looks at it.
"""

from hamcore.motion.length_class import class_of, length_class_from_peak
from hamcore.motion.library import MotionLibrary, load_motion
from hamcore.motion.movement import Movement
from hamcore.motion.muscle_length import LengthModel, LengthModels
from hamcore.motion.pose import Pose, pose_at

__all__ = [
    "LengthModel",
    "LengthModels",
    "MotionLibrary",
    "Movement",
    "Pose",
    "class_of",
    "length_class_from_peak",
    "load_motion",
    "pose_at",
]
