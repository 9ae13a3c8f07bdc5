"""What can stand in for an exercise: the same function first, and of these the same length."""

from hamcore.catalog import Catalog
from hamcore.model.exercise import Exercise, LengthClass
from hamcore.screens.exercise_words import EQUIPMENT_WORDS, LENGTH_WORDS
from hamcore.screens.floor_document import Swap
from hamcore.screens.wording import FUNCTION_WORDS

MOST_SWAPS = 12


def swaps(catalog: Catalog, key: str, taken: frozenset[str]) -> list[Swap]:
    """Up to twelve exercises of the same function in the place of ``key``, without those in ``taken``.

    Those of the same length class come first, then the nearest family, then by name. An exercise nobody has defined
    has none: any exercise can be added beside it.
    """
    exercise = catalog.exercises.get(key)
    if exercise is None:
        return []
    fitting = [
        one
        for one in catalog.exercises.values()
        if one.function is exercise.function and one.exercise_id != key and one.exercise_id not in taken
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
    same = [f"same function ({FUNCTION_WORDS[one.function].lower()})"]
    if one.length_class is exercise.length_class is not LengthClass.NONE:
        same.append(f"same length ({LENGTH_WORDS[one.length_class].lower()})")
    elif one.length_class is not LengthClass.NONE:
        same.append(f"another length ({LENGTH_WORDS[one.length_class].lower()})")
    return {
        "key": one.exercise_id,
        "name": one.name,
        "why": f"{EQUIPMENT_WORDS[one.equipment]}: {', '.join(same)}",
    }
