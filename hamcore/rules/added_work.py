"""Which exercise or stretch a fix adds: what fits the equipment the routine uses already."""

from collections.abc import Iterable

from hamcore.model.exercise import Bounds, Exercise, Function
from hamcore.model.routine import Routine, StretchSlot
from hamcore.rules.routine_parts import Definitions, is_strength

AT_HOME = frozenset(("dumbbell", "kettlebell", "band", "ball", "sliders", "bench", "body_weight"))
"""Equipment of a routine that asks for no gym."""
_GYM_HINGES = ("romanian_deadlift", "stiff_leg_deadlift", "good_morning", "back_extension_45")
_HOME_HINGES = {
    "dumbbell": "dumbbell_romanian_deadlift",
    "kettlebell": "kettlebell_romanian_deadlift",
    "band": "band_romanian_deadlift",
}
_BODY_HINGE = "body_weight_single_leg_romanian_deadlift"
_GYM_CURLS = ("seated_leg_curl", "lying_leg_curl", "leg_curl", "ball_leg_curl")
_HOME_CURLS = {"band": "band_lying_leg_curl", "sliders": "slider_leg_curl"}
_BALL_CURL = "ball_leg_curl"
_LONG_CURLS = ("seated_leg_curl",)
_STRETCHES = ("standing_forward_bend", "seated_forward_bend", "lying_towel_stretch")
_HOLD = (Bounds(30, 30), 2)
"""Two holds of 30 s make the minute a muscle that the guideline names."""


def hinge_for(routine: Routine, known: Definitions) -> Exercise | None:
    """The hinge to add: the Romanian deadlift with what the routine uses, else the first hinge there is."""
    used = _equipment(routine, known)
    named = _GYM_HINGES if _is_gym(used) else (*_fitting(_HOME_HINGES, used), _BODY_HINGE)
    return _first((*named, *_any_with(known, known.exercises)), known, hinge=True)


def knee_for(routine: Routine, known: Definitions) -> Exercise | None:
    """The exercise that bends the knee to add: the seated curl in a gym, the bridge with curl elsewhere."""
    used = _equipment(routine, known)
    named = _GYM_CURLS if _is_gym(used) else (*_fitting(_HOME_CURLS, used), _BALL_CURL)
    return _first((*named, *_any_with(known, known.exercises)), known, hinge=False)


def long_curl_for(routine: Routine, known: Definitions) -> Exercise | None:
    """The curl at long lengths, None outside a gym."""
    return _first(_LONG_CURLS, known, hinge=False) if _is_gym(_equipment(routine, known)) else None


def default_stretch(routine: Routine, known: Definitions) -> StretchSlot | None:
    """The stretch to add: one the routine has already, else two holds of a forward bend."""
    for day in routine.days:
        for item in day.stretches:
            if known.is_stretching(item):
                return item
    held = (key for key in (*_STRETCHES, *known.stretches) if key in known.stretches and known.stretches[key].hold_s)
    chosen = next(held, None)
    return StretchSlot(chosen, _HOLD[1], hold_s=_HOLD[0]) if chosen else None


def _equipment(routine: Routine, known: Definitions) -> frozenset[str]:
    return frozenset(exercise.equipment for _, slot in routine.slots() if (exercise := known.of(slot)))


def _is_gym(used: frozenset[str]) -> bool:
    """Whether a routine uses more than one has at home; an empty one may use anything."""
    return not used or not used <= AT_HOME


def _fitting(table: dict[str, str], used: frozenset[str]) -> Iterable[str]:
    return (key for equipment, key in table.items() if equipment in used)


def _any_with(known: Definitions, keys: Iterable[str]) -> Iterable[str]:
    """Exercises that count in full, for a catalog without the usual ones."""
    return (key for key in keys if known.exercises[key].credits.weighted == 1)


def _first(keys: Iterable[str], known: Definitions, *, hinge: bool) -> Exercise | None:
    """The first of ``keys`` that is defined and does what is wanted."""
    for key in keys:
        exercise = known.exercises.get(key)
        if exercise and is_strength(exercise) and (exercise.function is Function.HIP_HINGE) is hinge:
            return exercise
    return None
