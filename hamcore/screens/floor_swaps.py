"""What can stand in for an exercise: the same function first, and of these the same length."""

from hamcore.catalog import Catalog
from hamcore.model.exercise import Exercise, LengthClass
from hamcore.screens.exercise_words import EQUIPMENT_WORDS, LENGTH_WORDS
from hamcore.screens.floor_document import Swap

MOST_SWAPS = 12
_OPEN = "not named"
"""How the names of such definitions end."""


def swaps(catalog: Catalog, key: str, taken: frozenset[str]) -> list[Swap]:
    """Up to twelve exercises of the same function in the place of ``key``, without those in ``taken``.

    Those of the same length class come first, then the nearest family, then by name. An exercise nobody has defined
    has none: any exercise can be added beside it. Definitions for names of imports that leave the machine open are none
    a person could go to.
    """
    exercise = catalog.exercises.get(key)
    if exercise is None:
        return []
    fitting = [
        one
        for one in catalog.exercises.values()
        if one.function is exercise.function
        and one.exercise_id != key
        and one.exercise_id not in taken
        and not one.name.endswith(_OPEN)
    ]
    fitting.sort(key=lambda one: (one.length_class is not exercise.length_class, *_distance(one, exercise), one.name))
    return [_swap(one, exercise) for one in fitting[:MOST_SWAPS]]


def _distance(one: Exercise, exercise: Exercise) -> tuple[bool, bool, bool]:
    return (
        one.family != exercise.family,
        one.laterality is not exercise.laterality,
        one.credits.weighted != exercise.credits.weighted,
    )


def _swap(one: Exercise, exercise: Exercise) -> Swap:
    is_same = one.length_class is exercise.length_class
    if LengthClass.NONE in (one.length_class, exercise.length_class):
        group = "same function"
    else:
        group = f"same function, {'same' if is_same else 'another'} length"
    length = "" if is_same else f", {LENGTH_WORDS[one.length_class].lower()}"
    return {
        "key": one.exercise_id,
        "name": one.name,
        "group": group,
        "why": EQUIPMENT_WORDS[one.equipment] + length,
    }
